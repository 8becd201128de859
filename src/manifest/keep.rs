//! What is built of an object: of Nodes and Pods, which come by the thousand, only what some question needs.

/// What to keep of a value.
#[derive(Debug)]
pub(super) enum Keep {
    /// Everything.
    All,
    /// Nothing.
    Drop,
    /// Of a map, these fields.
    Only(&'static [(&'static str, &'static Keep)]),
    /// Of a map, everything else whole.
    Except(&'static [(&'static str, &'static Keep)]),
    /// An object that has not yet said its kind.
    Object,
}

impl Keep {
    /// What to keep of a field.
    pub(super) fn field(&self, name: &str) -> &'static Keep {
        let (fields, otherwise) = match self {
            Self::All => return &Self::All,
            Self::Drop => return &Self::Drop,
            Self::Object => (OBJECT, &Self::All),
            Self::Only(fields) => (*fields, &Self::Drop),
            Self::Except(fields) => (*fields, &Self::All),
        };
        fields
            .iter()
            .find(|(field, _)| *field == name)
            .map_or(otherwise, |(_, keep)| keep)
    }

    /// What to keep of each item of a list.
    pub(super) fn item(&'static self) -> &'static Keep {
        match self {
            Self::Object => &Self::All,
            _ => self,
        }
    }

    /// What to keep of an object of this kind.
    pub(super) fn of_kind(kind: &str) -> &'static Keep {
        match kind {
            "Node" => &NODE,
            "Pod" => &POD,
            _ => &Self::Object,
        }
    }
}

const OBJECT: &[(&str, &Keep)] = &[("metadata", &METADATA)];
static METADATA: Keep = Keep::Except(&[("managedFields", &Keep::Drop)]);

/// Annotations of Nodes are most of the bytes, and no question needs them.
static NODE_METADATA: Keep =
    Keep::Except(&[("managedFields", &Keep::Drop), ("annotations", &Keep::Drop)]);
static NODE: Keep = Keep::Except(&[
    ("metadata", &NODE_METADATA),
    (
        "status",
        &Keep::Only(&[
            ("allocatable", &Keep::All),
            ("capacity", &Keep::All),
            ("conditions", &Keep::All),
            ("nodeInfo", &Keep::All),
        ]),
    ),
]);

static CONTAINER: Keep = Keep::Only(&[
    ("name", &Keep::All),
    ("image", &Keep::All),
    ("ports", &Keep::All),
    ("resources", &Keep::All),
    ("restartPolicy", &Keep::All),
]);
static POD: Keep = Keep::Except(&[
    ("metadata", &METADATA),
    (
        "spec",
        &Keep::Except(&[
            ("volumes", &Keep::Drop),
            ("containers", &CONTAINER),
            ("initContainers", &CONTAINER),
            ("ephemeralContainers", &Keep::Drop),
        ]),
    ),
    (
        "status",
        &Keep::Only(&[
            ("phase", &Keep::All),
            ("conditions", &Keep::All),
            ("reason", &Keep::All),
            ("message", &Keep::All),
            (
                "containerStatuses",
                &Keep::Only(&[
                    ("name", &Keep::All),
                    ("ready", &Keep::All),
                    ("restartCount", &Keep::All),
                    ("state", &Keep::All),
                ]),
            ),
        ]),
    ),
]);
