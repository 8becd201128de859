use super::open::Purpose;
use super::{ObjectId, Workspace};
use crate::apiserver::{
    FieldError, allocate, fill_in_defaults, kubectl_refusal, kubectl_undecodable,
    kubectl_unmatched, name_of, place_of_error, place_of_warning, validate,
};
use crate::manifest::{Limits, Object, Origin, STRICTLY, StoredStruct, StrictError, may_be_served};
use crate::order::OrderedMap;
use crate::schema;
use crate::source::{FieldPath, Place, SourceFile};

/// What the API server answers to one object of the open texts.
#[derive(Debug)]
pub struct Validated {
    /// The object.
    pub object: ObjectId,
    /// There is a stored object of its kind, namespace and name.
    pub is_update: bool,
    /// Why the server cannot decode it; all mistakes, not only those that it names.
    pub undecoded: Vec<StrictError>,
    /// Why it refuses it.
    pub refusal: Vec<Said<FieldError>>,
    /// What it warns of.
    pub warnings: Vec<Said<String>>,
    /// What kubectl prints of a refusal.
    pub kubectl: String,
}

/// Something that the server says of a field.
#[derive(Clone, Debug)]
pub struct Said<T> {
    /// What it says.
    pub what: T,
    /// The field, or what is around it where the text does not have it.
    pub path: FieldPath,
    /// Where.
    pub place: Place,
}

/// What tells an object of its kind.
type Key<'o> = (&'o str, &'o str, &'o str);

impl Workspace {
    /// Asks what the API server says of each DaemonSet, Pod, Node, Service and PriorityClass. Objects of the files
    /// `old`, and recorded ones beside a proposed one of their name, are what is stored; they are asked nothing. Of a
    /// part of an object, nothing is said.
    ///
    /// ```
    /// use everynode::workspace::Workspace;
    /// let mut workspace = Workspace::new();
    /// workspace.set_text("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: []}\n");
    /// let answers = workspace.validate(&[]);
    /// assert_eq!(answers[0].refusal[0].what.to_string(), "spec.containers: Required value");
    /// ```
    pub fn validate(&mut self, old: &[&str]) -> Vec<Validated> {
        self.validate_some(old, &|_, _| true)
    }

    /// The same for those objects alone that are asked about. An object comes with whether it is new and was silent in the same text.
    pub(super) fn validate_some(
        &mut self,
        old: &[&str],
        is_asked: &dyn Fn(&Object, bool) -> bool,
    ) -> Vec<Validated> {
        self.read_for(Purpose::Validating(STRICTLY));
        let this = &*self;
        let is_old = |file: &SourceFile| old.contains(&&*file.name);
        let mut stored: OrderedMap<Key<'_>, (&Object, &SourceFile)> = OrderedMap::new();
        let mut asked = Vec::new();
        for (id, object) in this.objects_by_id() {
            let Some(file) = this.file(id.file) else {
                continue;
            };
            if object.fragment.is_some() {
                continue;
            }
            if is_old(file) || object.origin == Origin::Recorded {
                stored.insert(key(object), (object, file));
            }
            asked.push((id, object, file));
        }
        let mut proposed: OrderedMap<Key<'_>, ()> = OrderedMap::new();
        for (_, object, file) in &asked {
            if object.origin == Origin::Proposed && !is_old(file) {
                proposed.insert(key(object), ());
            }
        }
        let mut found = Vec::new();
        for (id, object, file) in asked {
            let is_recorded = object.origin == Origin::Recorded;
            let is_twin = is_recorded && proposed.contains_key(&key(object));
            let before = stored.get(&key(object)).filter(|_| !is_recorded);
            let is_silent = before.is_none() && this.is_silent(id);
            if is_old(file) || is_twin || !is_asked(object, is_silent) {
                continue;
            }
            let before = before.map(|(old, file)| old.strict(&file.text, &Limits::default()));
            let mut before = before.and_then(|decoded| decoded.object);
            if let Some(before) = &mut before {
                fill_in_defaults(before);
            }
            found.extend(this.one(id, object, file, before.as_ref()));
        }
        found
    }

    /// What the server says of one object, as a change of the stored one where there is one.
    pub(super) fn one(
        &self,
        id: ObjectId,
        object: &Object,
        file: &SourceFile,
        old: Option<&StoredStruct>,
    ) -> Option<Validated> {
        let (version, kind) = (object.api_version.as_str(), object.kind.as_str());
        // Of a kind that the table does not have, and that a server may know, nothing is said.
        let is_said = !version.is_empty() && !kind.is_empty();
        if schema::kind(version, kind).is_none() && is_said && may_be_served(version, kind) {
            return None;
        }
        let mut decoded = object.strict(&file.text, &Limits::default());
        let metadata = &object.metadata;
        let named = (metadata.name.as_str(), metadata.namespace.as_str());
        let mut kubectl = kubectl_undecodable(&decoded);
        kubectl.push_str(&kubectl_unmatched(&decoded, named, &file.name));
        let stored = decoded.object.take();
        let mut answer = Validated {
            object: id,
            is_update: old.is_some(),
            undecoded: decoded.errors,
            refusal: Vec::new(),
            warnings: Vec::new(),
            kubectl,
        };
        let Some(mut stored) = stored else {
            return (!answer.undecoded.is_empty()).then_some(answer);
        };
        fill_in_defaults(&mut stored);
        allocate(&mut stored, old);
        let comparing = self.gates().taint_toleration_comparison_operators;
        let said = validate(&stored, old, comparing);
        if answer.undecoded.is_empty() {
            answer.kubectl = kubectl_refusal(&object.kind, &name_of(&stored), &said.errors);
        }
        if said.errors.is_empty() && said.warnings.is_empty() {
            return Some(answer);
        }
        let places = object.source_map(&file.text);
        let said_at = |(path, range)| {
            let file = id.file;
            (path, Place { file, range })
        };
        for error in said.errors {
            let (path, place) = said_at(place_of_error(&error, &places, &file.text));
            answer.refusal.push(Said {
                what: error,
                path,
                place,
            });
        }
        for warning in said.warnings {
            let (path, place) = said_at(place_of_warning(&warning, &places, &file.text));
            answer.warnings.push(Said {
                what: warning,
                path,
                place,
            });
        }
        Some(answer)
    }
}

impl Validated {
    /// The server takes the object as it is.
    pub(super) fn is_silent(&self) -> bool {
        self.undecoded.is_empty() && self.refusal.is_empty() && self.warnings.is_empty()
    }
}

fn key(object: &Object) -> Key<'_> {
    let metadata = &object.metadata;
    let namespace = match metadata.namespace.as_str() {
        "" => "default",
        namespace => namespace,
    };
    (&object.kind, namespace, &metadata.name)
}
