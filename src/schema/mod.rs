//! The types of Kubernetes' API: which fields each has, of what type, with which values; no text of any manifest.
//!
//! The table is one text, `table.txt`, that `cargo xtask gen` writes from `conformance/schema/types.json`, which
//! `go run ./schema schema` writes from Kubernetes' own types. Kubernetes' words on each field are in
//! `conformance/schema/descriptions.json`: nothing that decides needs them, and they are twenty times as long.

mod nearest;
mod table;
mod types;
mod within;

pub use nearest::nearest;
pub use types::{Field, Item, ListKind, Shape, TypeId, Words, Written};
pub use within::{Step, within};

/// The type of a kind, by the group and version that serve it; lists (`DaemonSetList`, `List`) are kinds too.
///
/// ```
/// use everynode::schema;
/// let daemon_set = schema::kind("apps/v1", "DaemonSet").unwrap();
/// assert_eq!(schema::name(daemon_set), "v1.DaemonSet");
/// assert!(schema::kind("apps/v1", "Daemonset").is_none());
/// ```
#[must_use]
pub fn kind(api_version: &str, kind: &str) -> Option<TypeId> {
    let mut kinds = table::get().kinds.iter();
    let found = kinds.find(|known| known.api_version == api_version && known.kind == kind)?;
    Some(found.id)
}

/// The kinds of the table as group and version, kind, and type.
pub fn kinds() -> impl Iterator<Item = (&'static str, &'static str, TypeId)> {
    let kinds = table::get().kinds.iter();
    kinds.map(|known| (known.api_version, known.kind, known.id))
}

/// A struct by the name that Go gives it, as [`name`] answers it.
#[must_use]
pub fn named(name: &str) -> Option<TypeId> {
    let mut types = table::get().types.iter();
    let place = types.position(|known| known.name == name)?;
    u16::try_from(place).ok().map(TypeId)
}

/// The name that Go gives a struct, with its package: `v1.PodSpec`.
#[must_use]
pub fn name(id: TypeId) -> &'static str {
    table::get().of(id).map_or("", |known| known.name.as_str())
}

/// The fields of a struct, in the order in which the API writes them.
#[must_use]
pub fn fields(id: TypeId) -> &'static [Field] {
    table::get()
        .of(id)
        .map_or(&[], |known| known.fields.as_slice())
}

/// One field of a struct, by its name in JSON, letter by letter.
///
/// ```
/// use everynode::schema::{self, Item, Shape};
/// let toleration = schema::named("v1.Toleration").unwrap();
/// let seconds = schema::field(toleration, "tolerationSeconds").unwrap();
/// assert_eq!((seconds.shape, seconds.item, seconds.pointer), (Shape::One, Item::Int64, true));
/// assert!(schema::field(toleration, "tolerationseconds").is_none());
/// ```
#[must_use]
pub fn field(id: TypeId, name: &str) -> Option<&'static Field> {
    fields(id).iter().find(|field| field.name == name)
}
