//! What the API server fills in where a field is left out, said once for whatever holds the fields.
//!
//! Three forms of an object are filled in: objects of the model, which judges see; JSON, which updates compare; and what strict
//! decoding answers. Each says how its fields are read and set ([`Fields`]), and none says a default.

use self::DefaultValue::{False, Number, Struct, Text, True};
use crate::apiserver::image_name::is_latest;
use crate::schema;

/// A value that is filled in.
#[derive(Clone, Copy)]
pub(in crate::apiserver) enum DefaultValue {
    False,
    True,
    Number(i32),
    Text(&'static str),
    /// A struct that says nothing itself.
    Struct,
}

impl DefaultValue {
    /// The text that it is; empty for anything else.
    pub(in crate::apiserver) fn as_text(self) -> &'static str {
        match self {
            Text(text) => text,
            _ => "",
        }
    }

    /// The number that it is; 0 for anything else.
    pub(in crate::apiserver) fn as_number(self) -> i32 {
        match self {
            Number(number) => number,
            _ => 0,
        }
    }
}

/// The fields of one struct of the API, by their names. A form that does not have a field, or that nobody asks about it,
/// passes over it.
pub(in crate::apiserver) trait Fields {
    /// Whether a field has a value.
    fn has(&self, _name: &str) -> bool {
        false
    }

    /// Whether a field is `true`.
    fn is_true(&self, _name: &str) -> bool {
        false
    }

    /// The text in a field; empty where there is none.
    fn text(&self, _name: &str) -> &str {
        ""
    }

    /// Gives a value to a field that is left out.
    fn fill(&mut self, _name: &str, _default: DefaultValue) {}

    /// Gives a field that is left out the value of another one; of a map, each entry that it lacks.
    fn fill_from(&mut self, _name: &str, _other: &str) {}

    /// Does something to the struct in a field, or to each one in a list.
    fn each(&mut self, _name: &str, _change: &mut dyn FnMut(&mut dyn Fields)) {}
}

/// Fills in what follows from a struct of the type `kind` alone: `v1.PodSpec`.
pub(in crate::apiserver) fn fill_struct(kind: &str, fields: &mut dyn Fields) {
    let found = TABLE.binary_search_by(|(known, _)| (*known).cmp(kind));
    if let Some((_, defaults)) = found.ok().and_then(|place| TABLE.get(place)) {
        fill_all(fields, defaults);
    }
    match kind {
        "v1.Container" | "v1.EphemeralContainer" => pull_policy(fields, "image", "imagePullPolicy"),
        "v1.ImageVolumeSource" => pull_policy(fields, "reference", "pullPolicy"),
        "v1.DaemonSetUpdateStrategy" if fields.text("type") == "RollingUpdate" => {
            fields.fill("rollingUpdate", Struct);
            fields.each("rollingUpdate", &mut |limits| {
                fill_all(limits, ROLLING_UPDATE);
            });
        }
        "v1.Volume" => {
            let all = schema::named(kind).map_or(&[][..], schema::fields);
            let mut sources = all.iter().filter(|field| field.name != "name");
            if !sources.any(|source| fields.has(source.name)) {
                fields.fill("emptyDir", Struct);
            }
        }
        _ => {}
    }
}

fn fill_all(fields: &mut dyn Fields, defaults: Defaults) {
    for &(name, default) in defaults {
        fields.fill(name, default);
    }
}

/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_Container (v1.36.3)
fn pull_policy(fields: &mut dyn Fields, image: &str, policy: &str) {
    let default = match is_latest(fields.text(image)) {
        true => "Always",
        false => "IfNotPresent",
    };
    fields.fill(policy, Text(default));
}

/// Fills in the namespace where it is left out, as kubectl sends it.
///
/// Upstream: staging/src/k8s.io/cli-runtime/pkg/resource/visitor.go SetNamespace (v1.36.3)
pub(in crate::apiserver) fn fill_namespace(metadata: &mut dyn Fields) {
    metadata.fill("namespace", Text("default"));
}

/// Fills in what a Pod gets and a Pod template does not: requests where there are limits, and ports of the host where the Pod is on
/// the host's network.
///
/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_Pod (v1.36.3)
pub(in crate::apiserver) fn fill_pod_spec(spec: &mut dyn Fields) {
    let host_network = spec.is_true("hostNetwork");
    for list in ["containers", "initContainers"] {
        spec.each(list, &mut |container| {
            container.each("resources", &mut |resources| {
                resources.fill_from("requests", "limits");
            });
            if host_network {
                container.each("ports", &mut |port| {
                    port.fill_from("hostPort", "containerPort");
                });
            }
        });
    }
    spec.fill("enableServiceLinks", True);
}

/// Fills in of a Node what Pods may have: all that it has.
///
/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_NodeStatus (v1.36.3)
pub(in crate::apiserver) fn fill_node_status(status: &mut dyn Fields) {
    if !status.has("allocatable") {
        status.fill_from("allocatable", "capacity");
    }
}

/// Names of fields with what they get.
type Defaults = &'static [(&'static str, DefaultValue)];

/// What is filled in of a type, whatever its other fields say; types in order.
///
/// Upstream: pkg/apis/apps/v1/zz_generated.defaults.go SetObjectDefaults_DaemonSet (v1.36.3)
const TABLE: &[(&str, Defaults)] = &[
    (
        "v1.AzureDiskVolumeSource",
        &[
            ("cachingMode", Text("ReadWrite")),
            ("fsType", Text("ext4")),
            ("kind", Text("Shared")),
            ("readOnly", False),
        ],
    ),
    ("v1.ConfigMapVolumeSource", MODE),
    ("v1.Container", CONTAINER),
    ("v1.ContainerPort", &[("protocol", Text("TCP"))]),
    ("v1.DaemonSetSpec", &[("revisionHistoryLimit", Number(10))]),
    (
        "v1.DaemonSetUpdateStrategy",
        &[("type", Text("RollingUpdate"))],
    ),
    ("v1.DownwardAPIVolumeSource", MODE),
    ("v1.EphemeralContainer", CONTAINER),
    ("v1.FileKeySelector", &[("optional", False)]),
    ("v1.GRPCAction", &[("service", Text(""))]),
    (
        "v1.HTTPGetAction",
        &[("path", Text("/")), ("scheme", Text("HTTP"))],
    ),
    ("v1.HostPathVolumeSource", &[("type", Text(""))]),
    (
        "v1.ISCSIVolumeSource",
        &[("iscsiInterface", Text("default"))],
    ),
    ("v1.ObjectFieldSelector", &[("apiVersion", Text("v1"))]),
    (
        "v1.PersistentVolumeClaimSpec",
        &[("volumeMode", Text("Filesystem"))],
    ),
    (
        "v1.PodSpec",
        &[
            ("dnsPolicy", Text("ClusterFirst")),
            ("restartPolicy", Text("Always")),
            ("schedulerName", Text("default-scheduler")),
            ("securityContext", Struct),
            ("terminationGracePeriodSeconds", Number(30)),
        ],
    ),
    (
        "v1.Probe",
        &[
            ("failureThreshold", Number(3)),
            ("periodSeconds", Number(10)),
            ("successThreshold", Number(1)),
            ("timeoutSeconds", Number(1)),
        ],
    ),
    ("v1.ProjectedVolumeSource", MODE),
    (
        "v1.RBDVolumeSource",
        &[
            ("keyring", Text("/etc/ceph/keyring")),
            ("pool", Text("rbd")),
            ("user", Text("admin")),
        ],
    ),
    (
        "v1.ScaleIOVolumeSource",
        &[
            ("fsType", Text("xfs")),
            ("storageMode", Text("ThinProvisioned")),
        ],
    ),
    ("v1.SecretVolumeSource", MODE),
    (
        "v1.ServiceAccountTokenProjection",
        &[("expirationSeconds", Number(3600))],
    ),
];
const CONTAINER: Defaults = &[
    ("terminationMessagePath", Text("/dev/termination-log")),
    ("terminationMessagePolicy", Text("File")),
];
const MODE: Defaults = &[("defaultMode", Number(420))];
const ROLLING_UPDATE: Defaults = &[("maxSurge", Number(0)), ("maxUnavailable", Number(1))];
