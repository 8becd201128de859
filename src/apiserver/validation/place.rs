//! Where the field stands that a message names.

use super::field_error::{FieldError, FieldErrorKind};
use crate::source::{Entry, FieldPath, Segment, SourceMap, TextRange, holds, parted};

/// Ways that messages shorten or spell otherwise than the API: what they say, and what is meant.
const OTHERWISE: [(&str, &str); 8] = [
    ("annotations", "metadata.annotations"),
    ("labels", "metadata.labels"),
    ("taints", "spec.taints"),
    ("persistentDisk", "gcePersistentDisk"),
    ("downwarAPI", "downwardAPI"),
    ("nodeSwapStatus", "status.nodeInfo.swap"),
    ("AvoidPods", "scheduler.alpha.kubernetes.io/preferAvoidPods"),
    ("shareProcessNamespace", "shareProcessNamespace"),
];

/// The field that a message names, as far as the text has it: where nothing stands, what is around it. The range is
/// that of a value of one line, and otherwise that of the key.
///
/// ```
/// use everynode::apiserver::place_of;
/// use everynode::manifest::{Limits, read};
/// use everynode::source::FileId;
/// let text = "kind: DaemonSet\napiVersion: apps/v1\nmetadata: {name: a}\nspec:\n  template:\n    metadata:\n      annotations:\n        a.b/c: x\n";
/// let places = read(FileId(0), text, &Limits::default()).objects[0].source_map(text);
/// let (path, range) = place_of("spec.template.annotations.a.b/c[0].key", &places);
/// assert_eq!(path.to_string(), "spec.template.metadata.annotations[a.b/c]");
/// assert_eq!(range.of(text), "x");
/// let (path, range) = place_of("spec.template.spec.containers", &places);
/// assert_eq!((path.to_string().as_str(), range.of(text)), ("spec.template", "template"));
/// ```
#[must_use]
pub fn place_of(field: &str, places: &SourceMap) -> (FieldPath, TextRange) {
    let mut at = FieldPath::root();
    let mut rest = field;
    while !rest.is_empty() {
        if let Some((next, after)) = step(&at, rest, places).or_else(|| astray(&at, rest, places)) {
            (at, rest) = (next, after);
            continue;
        }
        break;
    }
    let range = places
        .get(&at)
        .map_or(TextRange::default(), |entry| mark(&at, entry, places));
    (at, range)
}

/// The field that a refusal is about, found like that of [`place_of`]. Where the message names one too much, or one around it, it is
/// the one that is meant.
#[must_use]
pub fn place_of_error(
    error: &FieldError,
    places: &SourceMap,
    text: &str,
) -> (FieldPath, TextRange) {
    let field = error.field.as_str();
    if field == "spec.updateStrategy" && error.kind == FieldErrorKind::NotSupported {
        return place_of("spec.updateStrategy.type", places);
    }
    if let Some(spec) = field.strip_suffix(".securityContext.shareProcessNamespace") {
        return place_of(&[spec, ".shareProcessNamespace"].concat(), places);
    }
    if let Some((before, _)) = parted(&error.detail, " limit of ")
        && field.ends_with(".requests")
        && let Some(resource) = before.rsplit(' ').next()
    {
        return place_of(&[field, ".", resource].concat(), places);
    }
    if let Some(mounts) = field.strip_suffix(".mountPropagation") {
        let around = place_of(mounts, places);
        let found = places.children(&around.0).find_map(|(mount, _)| {
            let path = mount.clone().field("mountPropagation");
            let entry = places.get(&path)?;
            let is_it = holds(entry.value.of(text), "Bidirectional");
            is_it.then_some((path, entry.value))
        });
        return found.unwrap_or(around);
    }
    place_of(field, places)
}

/// The field that a warning is about; one about a volume names it alone.
#[must_use]
pub fn place_of_warning(warning: &str, places: &SourceMap, text: &str) -> (FieldPath, TextRange) {
    let field = parted(warning, ": ").map_or(warning, |(field, _)| field);
    let Some(named) = field.strip_prefix("volume \"") else {
        return place_of(field.split(' ').next().unwrap_or_default(), places);
    };
    let name = named.split('"').next().unwrap_or_default();
    let lists = ["spec.template.spec.volumes", "spec.volumes"];
    let all = lists.map(|list| place_of(list, places).0);
    let mut volumes = all.iter().flat_map(|list| places.children(list));
    let found = volumes.find_map(|(volume, entry)| {
        let own = places.get(&volume.clone().field("name"))?.value.of(text);
        let is_it = own.trim_matches(['"', '\'']) == name;
        is_it.then(|| (volume.clone(), mark(volume, entry, places)))
    });
    found.unwrap_or_else(|| place_of("spec", places))
}

/// The longest child whose name the text starts with.
fn step<'t>(at: &FieldPath, text: &'t str, places: &SourceMap) -> Option<(FieldPath, &'t str)> {
    let mut best: Option<(FieldPath, &'t str)> = None;
    for (path, _) in places.children(at) {
        let after = match path.segments().last()? {
            Segment::Index(index) => {
                let index = ["[", &index.to_string(), "]"].concat();
                text.strip_prefix(index.as_str())
            }
            Segment::Field(name) => {
                let bracket = text.strip_prefix('[').and_then(|text| {
                    let after = text.strip_prefix(&**name)?;
                    after.strip_prefix(']')
                });
                let plain = text.strip_prefix('.').unwrap_or(text).strip_prefix(&**name);
                let plain = plain.filter(|after| after.is_empty() || after.starts_with(['.', '[']));
                bracket.or(plain)
            }
        };
        if let Some(after) = after
            && best
                .as_ref()
                .is_none_or(|(_, shortest)| after.len() < shortest.len())
        {
            best = Some((path.clone(), after));
        }
    }
    best
}

/// The same where the message has another way than the API.
fn astray<'t>(at: &FieldPath, text: &'t str, places: &SourceMap) -> Option<(FieldPath, &'t str)> {
    let plain = text.strip_prefix('.').unwrap_or(text);
    let end = plain.find(['.', '[']).unwrap_or(plain.len());
    let (name, after) = plain.split_at_checked(end)?;
    for (said, meant) in OTHERWISE {
        if said != name {
            continue;
        }
        let mut bases = [Some(at.clone()), at.parent()].into_iter().flatten();
        let found = bases.find_map(|base| {
            let mut path = base;
            let mut rest = meant;
            while !rest.is_empty() {
                (path, rest) = step(&path, rest, places)?;
            }
            Some(path)
        });
        if let Some(path) = found {
            return Some((path, after));
        }
    }
    let mut children = places.children(at);
    let same = children.find(|(path, _)| match path.segments().last() {
        Some(Segment::Field(own)) => own.eq_ignore_ascii_case(name),
        _ => false,
    });
    same.map(|(path, _)| (path.clone(), after))
}

fn mark(at: &FieldPath, entry: Entry, places: &SourceMap) -> TextRange {
    let first = || {
        let children = places
            .children(at)
            .map(|(_, child)| child.key.unwrap_or(child.value));
        children.min_by_key(|range| range.start)
    };
    match (first(), entry.key, at.segments().last()) {
        (None, ..) => entry.value,
        (Some(first), _, Some(Segment::Index(_)) | None) => first,
        (Some(_), Some(key), _) => key,
        (Some(_), None, _) => entry.value,
    }
}
