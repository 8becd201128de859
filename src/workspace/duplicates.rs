use crate::diagnostic::{Diagnostic, ObjectRef, Rule};
use crate::manifest::{Object, Origin};
use crate::source::Place;
use std::collections::BTreeMap;

/// Objects that say they are the same one. A recorded and a proposed object of one name are a pair, old and new, and
/// fragments have no names of their own.
pub(super) fn find<'a>(objects: impl Iterator<Item = &'a Object>) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(Origin, ObjectRef), Place> = BTreeMap::new();
    let mut found = Vec::new();
    for object in objects.filter(|o| o.fragment.is_none() && !o.metadata.name.is_empty()) {
        let reference = object.reference();
        let Some(earlier) = first.get(&(object.origin, reference.clone())) else {
            first.insert((object.origin, reference), object.place);
            continue;
        };
        let message = format!("{} `{}` stands twice", reference.kind, reference.name);
        let finding = Diagnostic::new(Rule::OBJECT_DUPLICATE, object.place, message)
            .why("A cluster keeps one object of a kind, namespace and name; the later one replaces the earlier.")
            .help("give one of them another name, or remove it")
            .related(*earlier, "the first one")
            .object(reference);
        found.push(finding);
    }
    found
}
