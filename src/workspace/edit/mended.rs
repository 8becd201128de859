//! How a finding is mended: a rule's edits as edits of the user's own text, and whether they do that and nothing else.

use super::item::{Item, flow_item};
use super::quotes::{Quotes, scalar};
use super::sheet::Sheet;
use crate::diagnostic::TextEdit;
use crate::lint::Edit;
use crate::manifest::{Object, ObjectText, View};
use crate::source::{FieldPath, Place, SourceMap, TextRange};

/// The edits of an object's text that a rule's edits come to. `before` is the object, `text` the file's, `map` the object's.
///
/// `None` where the text does not allow it, or where what is read from the edited text is not the object with these edits alone.
pub(in crate::workspace) fn mended(
    object: &Object,
    before: View<'_>,
    text: &str,
    map: &SourceMap,
    edits: &[Edit],
) -> Option<Vec<TextEdit>> {
    if object.place.range.len() > super::LARGEST || super::merges(object.place.range.of(text)) {
        return None;
    }
    let mut sheet = Sheet::new(text, map);
    for edit in edits {
        match edit {
            Edit::Set { path, value } => {
                // A number or a word stays without quotes; a text keeps its own.
                let was = find(before, path);
                match was.is_text() && !is_word(value) {
                    true => sheet.set(path, value)?,
                    false => sheet.set_plain(path, value)?,
                }
            }
            Edit::Rename { path, key } => sheet.rename(path, key)?,
            Edit::Remove { path } => sheet.remove(&path.parent()?, std::slice::from_ref(path))?,
            Edit::Add { map, way, value } => match is_word(value) {
                true => sheet.add(map, way, value)?,
                false => sheet.add(map, way, &scalar(value, Quotes::None))?,
            },
            Edit::Append { map, way, fields } => {
                let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, &**v)).collect();
                let item = match fields.as_slice() {
                    [("", text)] => Item::Text(text),
                    fields => Item::Fields(fields),
                };
                let list = below(map, way);
                match list.parent().is_some_and(|around| sheet.has(&around)) {
                    true => sheet.append(&list, &[item])?,
                    false => sheet.add(map, way, &flow_list(&item))?,
                }
            }
        }
    }
    let changes = sheet.finish()?;
    if !is_meant(object, before, text, edits, &changes) {
        return None;
    }
    let changes = changes.into_iter().map(|(range, new_text)| TextEdit {
        place: Place {
            file: object.place.file,
            range,
        },
        new_text,
    });
    Some(changes.collect())
}

/// The path of something below a map.
fn below(map: &FieldPath, way: &[&str]) -> FieldPath {
    let mut path = map.clone();
    for name in way {
        path = path.field(name);
    }
    path
}

/// A list of one item, on one line.
fn flow_list(item: &Item<'_>) -> String {
    let mut out = String::from("[");
    flow_item(&mut out, item, Quotes::None, Quotes::None, None);
    out.push(']');
    out
}

/// Whether a value is a number or a truth value.
fn is_word(value: &str) -> bool {
    matches!(value, "true" | "false") || value.parse::<i64>().is_ok()
}

fn is_meant(
    object: &Object,
    before: View<'_>,
    text: &str,
    edits: &[Edit],
    changes: &[(TextRange, String)],
) -> bool {
    let Some((was, is)) = super::alone(object, text, changes) else {
        return false;
    };
    let (was, is) = (ObjectText::alone(&was), ObjectText::alone(&is));
    let Some(after) = is.tree() else {
        return false;
    };
    // What was found before is asked only where something is found: most objects are well written.
    let faults = |text: &ObjectText<'_>| text.tree().map_or(0, |tree| tree.faults());
    (after.faults() == 0 || after.faults() <= faults(&was)) && same(before, after.root(), edits)
}

/// Whether the second object is the first one with these edits: the same scalars, and maps and lists without anything in
/// them, in the same order, but for those.
fn same(before: View<'_>, after: View<'_>, edits: &[Edit]) -> bool {
    let (mut old, mut there) = (Vec::new(), Vec::new());
    let mut gone = Vec::new();
    let mut set: Vec<(View<'_>, &str)> = Vec::new();
    let (mut renamed, mut added) = (Vec::new(), Vec::new());
    for edit in edits {
        match edit {
            Edit::Set { path, value } => set.push((find(before, path), value)),
            Edit::Rename { path, key } => {
                let Some(map) = path.parent() else {
                    return false;
                };
                if !find(after, &map.field(key)).exists() {
                    return false;
                }
                renamed.push((find(before, path), &**key));
            }
            Edit::Remove { path } => gone.push(find(before, path)),
            Edit::Add { map, way, value } => {
                let at = find(after, &below(map, way));
                if !at.exists() || at.text() != value {
                    return false;
                }
                let (_, around) = way.split_last().unwrap_or((&"", &[]));
                gone.extend(empty(find(before, map), around));
                added.push(at);
            }
            Edit::Append { map, way, fields } => {
                let list = below(map, way);
                let number = find(before, &list).items().count();
                let item = find(after, &list.index(number));
                let own = item.entries().map(|(name, value)| (name, value.text()));
                let is_meant = match fields.as_slice() {
                    [("", text)] => item.text() == text && !item.is_map(),
                    fields => own.eq(fields.iter().map(|(name, value)| (*name, &**value))),
                };
                if !is_meant {
                    return false;
                }
                gone.extend(empty(find(before, map), way));
                added.push(item);
            }
        }
    }
    // Content of an anchor is met once more at each alias, where the edit was not meant.
    if leaves(before, &gone, &mut old) > gone.len()
        || leaves(after, &added, &mut there) > added.len()
        || old.len() != there.len()
    {
        return false;
    }
    let mut changed = 0;
    let is_same = old.iter().zip(&there).all(|(old, new)| {
        let value = set.iter().rfind(|(at, _)| at.is(*old));
        changed += usize::from(value.is_some());
        let wanted = value.map_or(old.text(), |(_, value)| value);
        let key = renamed.iter().find(|(at, _)| at.is(*old));
        let key = key.map_or(old.key(), |(_, key)| *key);
        (new.key(), new.text()) == (key, wanted)
    });
    is_same && changed <= set.len()
}

/// The value on the way from a map that nothing is in, and that something comes to be in.
fn empty<'a>(map: View<'a>, way: &[&str]) -> Option<View<'a>> {
    let steps = way.iter().scan(map, |at, name| {
        *at = at.get(name);
        Some(*at)
    });
    let is_empty = |at: &View<'_>| at.entries().next().is_none() && at.items().next().is_none();
    std::iter::once(map).chain(steps).find(is_empty)
}

/// Gathers the leaves but for those in some values; answers how often it came to one of these.
fn leaves<'a>(view: View<'a>, but: &[View<'a>], out: &mut Vec<View<'a>>) -> usize {
    if but.iter().any(|other| other.is(view)) {
        return 1;
    }
    let mut left_out = 0;
    let (mut entries, mut items) = (view.entries(), view.items());
    let mut is_leaf = true;
    while let Some(child) = entries
        .next()
        .map(|(_, child)| child)
        .or_else(|| items.next())
    {
        left_out += leaves(child, but, out);
        is_leaf = false;
    }
    if is_leaf {
        out.push(view);
    }
    left_out
}

/// The value at a path; absent where there is none.
fn find<'a>(root: View<'a>, path: &FieldPath) -> View<'a> {
    path.segments().iter().fold(root, View::step)
}
