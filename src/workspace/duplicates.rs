use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::manifest::{Object, Origin};
use crate::order::sort_by_key;

/// What an object says it is, and its position in the input.
type Identity<'a> = (Origin, &'a str, &'a str, &'a str, usize);

/// How many are listed; the others are counted.
const LISTED: usize = 100;

/// Objects that say they are the same one, in the order of the input. A recorded and a proposed object of one name are a
/// pair, old and new, and fragments have no names of their own. Objects come with whether they are on a page, which
/// shows one object step by step.
pub(super) fn find<'a>(objects: impl Iterator<Item = (&'a Object, bool)>) -> Vec<Diagnostic> {
    let objects: Vec<(&Object, bool)> = objects.collect();
    let named = objects
        .iter()
        .enumerate()
        .filter(|(_, (o, _))| o.fragment.is_none() && !o.metadata.name.is_empty());
    // Borrowed and sorted: dumps come nearly sorted, and this is asked again after every edit.
    let mut identities: Vec<Identity<'_>> = named
        .map(|(position, (object, _))| {
            let metadata = &object.metadata;
            let (kind, namespace) = (object.kind.as_str(), metadata.namespace.as_str());
            (
                object.origin,
                kind,
                namespace,
                metadata.name.as_str(),
                position,
            )
        })
        .collect();
    sort_by_key(&mut identities, |identity| *identity);
    let same = |a: &Identity<'_>, b: &Identity<'_>| (a.0, a.1, a.2, a.3) == (b.0, b.1, b.2, b.3);
    let mut later: Vec<(usize, usize)> = Vec::new();
    for equals in identities.chunk_by(same) {
        if let Some(((.., first), others)) = equals.split_first() {
            later.extend(others.iter().map(|(.., position)| (*position, *first)));
        }
    }
    sort_by_key(&mut later, |pair| *pair);
    let beyond = later.get(LISTED).map(|&(position, _)| position);
    let more = later.len().saturating_sub(LISTED);
    let mut found: Vec<Diagnostic> = later
        .into_iter()
        .take(LISTED)
        .filter_map(|(position, first)| {
            let ((object, on_page), (first, _)) = (objects.get(position)?, objects.get(first)?);
            let severity = match *on_page && first.place.file == object.place.file {
                true => Severity::Info,
                false => Rule::OBJECT_DUPLICATE.severity,
            };
            let reference = object.reference();
            let message = format!("{} `{}` stands twice", reference.kind, reference.name);
            let finding = Diagnostic::new(Rule::OBJECT_DUPLICATE, object.place, message)
                .severity(severity)
                .why("A cluster keeps one object of a kind, namespace and name; the later one replaces the earlier.")
                .help("Give one of them another name, or remove it.")
                .related(first.place, "the first one")
                .object(reference);
            Some(finding)
        })
        .collect();
    if let Some((object, _)) = beyond.and_then(|position| objects.get(position)) {
        let message = format!("and {more} more findings `{}`", Rule::OBJECT_DUPLICATE.id);
        found.push(
            Diagnostic::new(Rule::OBJECT_DUPLICATE, object.place, message)
                .why("The first 100 are listed; this is the place of the next one."),
        );
    }
    found
}
