use super::default_daemon_set;
use super::defaulting::{DefaultValue, Fields, fill_namespace, fill_struct};
use crate::manifest::{Limits, Typed, read};
use crate::model::{DaemonSet, Defaulted, Json, Quantity};
use crate::schema::{self, Field, Item, Shape, TypeId, Written};
use crate::source::{FieldPath, FileId};

/// Fields of metadata that only a server sets.
const SERVER: &[&str] = &[
    "creationTimestamp",
    "deletionGracePeriodSeconds",
    "deletionTimestamp",
    "generation",
    "managedFields",
    "resourceVersion",
    "selfLink",
    "uid",
];

/// The annotation by which the API server counts changes of the template: every stored DaemonSet has it.
pub(super) const GENERATION: &str = "deprecated.daemonset.template.generation";

/// Something in an object that its type does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Where in the object.
    pub at: FieldPath,
    /// What is wrong with it.
    pub kind: MisfitKind,
}

/// What is wrong with a part of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MisfitKind {
    /// There is no such field; a name that looks like it. The API server leaves the field out and warns.
    Unknown(Option<&'static str>),
    /// The value has another type than its field: `text`, `a list` is wanted. The API server refuses the object.
    Type(&'static str),
}

/// A DaemonSet as the API server stores it, fields included that nobody judges; without status, and without what only a
/// server sets. Two that mean the same are equal. What does not fit comes beside it, the first 20 of
/// them; fields that the API does not have are left out.
///
/// ```
/// use everynode::apiserver::{MisfitKind, stored_daemon_set};
/// use everynode::model::Json;
/// let (stored, misfits) = stored_daemon_set(Json::map([("spce".to_owned(), Json::Map(Vec::new()))]));
/// let limit = stored.at(&["spec", "revisionHistoryLimit"]);
/// assert_eq!(limit, Some(&Json::number(10)));
/// assert_eq!(misfits[0].kind, MisfitKind::Unknown(Some("spec")));
/// ```
///
/// DIFFERENCE: a value of another type than its field stays as it is; the API server refuses the object.
///
/// Upstream: pkg/apis/apps/v1/defaults.go SetDefaults_DaemonSet (v1.36.3)
#[must_use]
pub fn stored_daemon_set(mut object: Json) -> (Json, Vec<Misfit>) {
    let mut misfits = Vec::new();
    let Some(id) = daemon_set_type() else {
        return (object, misfits);
    };
    object.remove("status");
    for key in ["apiVersion", "kind"] {
        object.remove(key);
    }
    store(&mut object, id, &Way::Root, &mut misfits);
    object.remove("status");
    if let Some(metadata) = object.get_mut("metadata") {
        SERVER.iter().for_each(|key| drop(metadata.remove(key)));
        if let Some(id) = schema::named("v1.ObjectMeta") {
            let value = &mut *metadata;
            fill_namespace(&mut Tree { value, id });
        }
        if metadata.at(&["annotations", GENERATION]).is_none() {
            let mut annotations = metadata.remove("annotations").unwrap_or_default();
            annotations.set(GENERATION, Json::text("1"));
            metadata.set("annotations", annotations);
        }
    }
    (object, misfits)
}

/// A Pod template as the API server stores it.
#[must_use]
pub(super) fn stored_template(mut template: Json) -> Json {
    if let Some(id) = schema::named("v1.PodTemplateSpec") {
        store(&mut template, id, &Way::Root, &mut Vec::new());
    }
    template
}

pub(super) fn daemon_set_type() -> Option<TypeId> {
    schema::kind("apps/v1", "DaemonSet")
}

/// The way to a value, on the stack: it becomes a [`FieldPath`] only where something does not fit.
#[derive(Clone, Copy)]
enum Way<'w> {
    Root,
    Field(&'w Way<'w>, &'w str),
    Index(&'w Way<'w>, usize),
}

impl Way<'_> {
    fn path(self) -> FieldPath {
        match self {
            Self::Root => FieldPath::root(),
            Self::Field(way, name) => way.path().field(name),
            Self::Index(way, index) => way.path().index(index),
        }
    }
}

/// Misfits that are told, of all.
const NAMED: usize = 20;

/// Brings a struct into the form in which it is stored. Recurses as deep as the value nests, which the reader limits.
fn store(value: &mut Json, id: TypeId, at: &Way<'_>, misfits: &mut Vec<Misfit>) {
    let Json::Map(members) = value else { return };
    members.retain(|(key, value)| {
        if *value == Json::Null {
            return false;
        }
        let is_known = schema::field(id, key).is_some();
        if !is_known {
            let nearest = || schema::nearest(id, key).map(|field| field.name);
            let at = Way::Field(at, key);
            note(misfits, at, || MisfitKind::Unknown(nearest()));
        }
        is_known
    });
    fill(value, id);
    let Json::Map(members) = value else { return };
    for (key, value) in members.iter_mut() {
        let Some(field) = schema::field(id, key) else {
            continue;
        };
        let at = Way::Field(at, key);
        match (field.shape, value) {
            (Shape::One, value) => store_item(value, field, &at, misfits),
            (Shape::List, Json::List(items)) => {
                for (index, item) in items.iter_mut().enumerate() {
                    store_item(item, field, &Way::Index(&at, index), misfits);
                }
            }
            (Shape::Map, Json::Map(members)) => {
                for (name, item) in members {
                    store_item(item, field, &Way::Field(&at, name), misfits);
                }
            }
            (Shape::List, _) => note(misfits, at, || MisfitKind::Type("a list")),
            (Shape::Map, _) => note(misfits, at, || MisfitKind::Type("a map")),
        }
    }
    members.retain(|(key, value)| {
        let field = schema::field(id, key);
        field.is_some_and(|field| !says_nothing(field, value))
    });
}

fn store_item(value: &mut Json, field: &Field, at: &Way<'_>, misfits: &mut Vec<Misfit>) {
    let is_whole = |number: &str| number.parse::<i64>().is_ok();
    let wanted = match (field.item, &mut *value) {
        (Item::Struct(id), Json::Map(_)) => return store(value, id, at, misfits),
        // In a list or a map, null is the zero value.
        (Item::Struct(id), Json::Null) if field.shape != Shape::One => {
            *value = Json::Map(Vec::new());
            return store(value, id, at, misfits);
        }
        (Item::Quantity, Json::Null) => return *value = Json::text("0"),
        (Item::String, Json::Null) => return *value = Json::text(""),
        (Item::Bool, Json::Bool(_)) | (Item::Raw, _) | (_, Json::Null) => return,
        (Item::String | Item::Time | Item::IntOrString, Json::Text(_)) => return,
        (Item::Int32 | Item::Int64 | Item::IntOrString, Json::Number(number))
            if is_whole(number) =>
        {
            return;
        }
        (Item::Quantity, Json::Text(text) | Json::Number(text)) => {
            // Amounts of resources are kept to the thousandth.
            match Quantity::new(text).canonical(field.shape == Shape::Map) {
                Some(canonical) => {
                    *value = Json::text(&canonical);
                    return;
                }
                None => "a quantity",
            }
        }
        (Item::Quantity, _) => "a quantity",
        (Item::Struct(_), _) => "a map",
        (Item::Bool, _) => "`true` or `false`",
        (Item::Int32 | Item::Int64, _) => "a whole number",
        (Item::IntOrString, _) => "a whole number or a percentage",
        _ => "text",
    };
    note(misfits, *at, || MisfitKind::Type(wanted));
}

fn note(misfits: &mut Vec<Misfit>, at: Way<'_>, kind: impl FnOnce() -> MisfitKind) {
    if misfits.len() < NAMED {
        misfits.push(Misfit {
            at: at.path(),
            kind: kind(),
        });
    }
}

/// Whether a field is not written with this value.
fn says_nothing(field: &Field, value: &Json) -> bool {
    let is_struct = field.shape == Shape::One && matches!(field.item, Item::Struct(_));
    let empty = match value {
        Json::Null => true,
        Json::Bool(value) => !value,
        Json::Number(number) => **number == *"0",
        Json::Text(text) => text.is_empty(),
        Json::List(items) => items.is_empty(),
        Json::Map(members) => members.is_empty(),
    };
    empty
        && !field.pointer
        && match field.written {
            Written::Always => false,
            Written::NotEmpty => !is_struct && field.item != Item::IntOrString,
            Written::NotZero => true,
        }
}

/// Fills in what is left out: what the API server says instead, and structs that are always there.
fn fill(value: &mut Json, id: TypeId) {
    for field in schema::fields(id) {
        let is_struct = field.shape == Shape::One && matches!(field.item, Item::Struct(_));
        if field.pointer {
            continue;
        }
        let zero = if is_struct && field.written != Written::NotZero {
            DefaultValue::Struct
        } else if field.written == Written::Always && field.shape == Shape::One {
            match field.item {
                Item::String => DefaultValue::Text(""),
                Item::Quantity => DefaultValue::Text("0"),
                Item::Int32 | Item::Int64 | Item::IntOrString => DefaultValue::Number(0),
                _ => continue,
            }
        } else {
            continue;
        };
        Tree { value, id }.fill(field.name, zero);
    }
    let name = schema::name(id);
    fill_struct(name, &mut Tree { value, id });
    if name == "v1.PodSpec" {
        let account = value.get("serviceAccountName");
        if let Some(account) = account.or(value.get("serviceAccount")).cloned() {
            value.set("serviceAccount", account.clone());
            value.set("serviceAccountName", account);
        }
    }
}

/// A struct of the API as JSON.
struct Tree<'t> {
    value: &'t mut Json,
    id: TypeId,
}

impl Fields for Tree<'_> {
    fn has(&self, name: &str) -> bool {
        self.value.get(name).is_some_and(|own| *own != Json::Null)
    }

    fn text(&self, name: &str) -> &str {
        self.value
            .get(name)
            .and_then(Json::as_text)
            .unwrap_or_default()
    }

    /// A field is left out, too, that has a value which is not written.
    fn fill(&mut self, name: &str, default: DefaultValue) {
        let field = schema::field(self.id, name);
        let own = self.value.get(name).filter(|own| **own != Json::Null);
        let is_there = own.is_some_and(|own| !field.is_some_and(|field| says_nothing(field, own)));
        if !is_there {
            let default = match default {
                DefaultValue::False => Json::Bool(false),
                DefaultValue::True => Json::Bool(true),
                DefaultValue::Number(number) => Json::number(number.into()),
                DefaultValue::Text(text) => Json::text(text),
                DefaultValue::Struct => Json::Map(Vec::new()),
            };
            self.value.set(name, default);
        }
    }

    fn each(&mut self, name: &str, change: &mut dyn FnMut(&mut dyn Fields)) {
        let field = schema::field(self.id, name);
        if let Some(Item::Struct(id)) = field.map(|field| field.item)
            && let Some(value) = self.value.get_mut(name)
        {
            change(&mut Tree { value, id });
        }
    }
}

/// The DaemonSet in its own type, defaulted; it was not stored by a server. `None` for a value that is none.
///
/// ```
/// use everynode::apiserver::daemon_set_of;
/// use everynode::model::Json;
/// let mut object = Json::default();
/// object.set("metadata", Json::map([("name".to_owned(), Json::text("agent"))]));
/// assert_eq!(daemon_set_of(&object).unwrap().metadata.namespace, "default");
/// ```
#[must_use]
pub fn daemon_set_of(object: &Json) -> Option<Defaulted<DaemonSet>> {
    let mut object = object.clone();
    object.set("kind", Json::text("DaemonSet"));
    object.set("apiVersion", Json::text("apps/v1"));
    let reading = read(FileId::default(), &object.to_text(), &Limits::default());
    let typed = reading.objects.into_iter().next()?.typed;
    match typed {
        Typed::DaemonSet(daemon_set) => Some(default_daemon_set(*daemon_set)),
        _ => None,
    }
}
