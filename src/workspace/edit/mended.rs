//! How a finding is mended: a rule's edits as edits of the user's own text, and whether they do that and nothing else.

use super::item::Item;
use super::quotes::{Quotes, scalar};
use super::sheet::Sheet;
use crate::diagnostic::TextEdit;
use crate::lint::Edit;
use crate::manifest::{Limits, Object, View, read};
use crate::source::{FieldPath, FileId, Place, SourceMap, TextRange};

/// The edits of an object's text that a rule's edits come to. `text` is the file's, `map` the object's.
///
/// `None` where the text does not allow it, or where what is read from the edited text is not the object with these edits alone.
pub(in crate::workspace) fn mended(
    object: &Object,
    text: &str,
    map: &SourceMap,
    edits: &[Edit],
) -> Option<Vec<TextEdit>> {
    if object.place.range.len() > super::LARGEST || super::merges(object.place.range.of(text)) {
        return None;
    }
    let own = object.text(text);
    let before = own.tree()?;
    let mut sheet = Sheet::new(text, map);
    for edit in edits {
        match edit {
            Edit::Set { path, value } => {
                // A number or a word stays without quotes; a text keeps its own.
                let was = find(before.root(), path);
                match was.is_text() && !is_word(value) {
                    true => sheet.set(path, value)?,
                    false => sheet.set_plain(path, value)?,
                }
            }
            Edit::Remove { path } => sheet.remove(&path.parent()?, std::slice::from_ref(path))?,
            Edit::Add {
                map: around,
                name,
                value,
            } => match is_word(value) {
                true => sheet.add(around, name, value)?,
                false => sheet.add(around, name, &scalar(value, Quotes::None))?,
            },
            Edit::Append { list, fields } => {
                let fields = fields.iter().map(|(name, value)| (*name, &**value));
                sheet.append(list, &[Item::Fields(&fields.collect::<Vec<_>>())])?;
            }
        }
    }
    let changes = sheet.finish()?;
    if !is_meant(object, before.root(), text, edits, &changes) {
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
    let limits = Limits::default();
    let (old, new) = (
        read(FileId::default(), &was, &limits),
        read(FileId::default(), &is, &limits),
    );
    let [again] = new.objects.as_slice() else {
        return false;
    };
    let again = again.text(&is);
    let Some(after) = again.tree() else {
        return false;
    };
    new.diagnostics.len() <= old.diagnostics.len() && same(before, after.root(), edits)
}

/// A scalar, or a map or list without anything in it, where it stands.
struct Leaf<'a> {
    path: FieldPath,
    key: &'a str,
    text: &'a str,
}

/// Whether the second object is the first one with these edits: the same scalars in the same order, but for those.
fn same(before: View<'_>, after: View<'_>, edits: &[Edit]) -> bool {
    let (mut old, mut there) = (Vec::new(), Vec::new());
    leaves(before, FieldPath::root(), &mut old);
    leaves(after, FieldPath::root(), &mut there);
    let mut wanted = Vec::new();
    for leaf in &old {
        let mut text = leaf.text;
        let mut is_gone = false;
        for edit in edits {
            match edit {
                Edit::Set { path, value } if *path == leaf.path => text = value,
                Edit::Remove { path } => {
                    is_gone |= leaf.path.segments().starts_with(path.segments());
                }
                // An empty list is one no more.
                Edit::Append { list, .. } => is_gone |= *list == leaf.path,
                _ => {}
            }
        }
        if !is_gone {
            wanted.push((leaf.key, text));
        }
    }
    for edit in edits {
        if let Edit::Append { list, fields } = edit {
            let item = list.clone().index(find(before, list).items().count());
            let is_new = |leaf: &Leaf<'_>| leaf.path.segments().starts_with(item.segments());
            let new = there.iter().filter(|leaf| is_new(leaf));
            let new = new.map(|leaf| (leaf.key, leaf.text));
            if !new.eq(fields.iter().map(|(name, value)| (*name, &**value))) {
                return false;
            }
            there.retain(|leaf| !is_new(leaf));
        }
        let Edit::Add { map, name, value } = edit else {
            continue;
        };
        let mut path = map.clone();
        for field in name.split('.') {
            path = path.field(field);
        }
        let added = there.iter().position(|leaf| leaf.path == path);
        match added {
            Some(at) if there.get(at).is_some_and(|leaf| leaf.text == value) => {
                there.remove(at);
            }
            _ => return false,
        }
    }
    let there = there.iter().map(|leaf| (leaf.key, leaf.text));
    there.eq(wanted)
}

fn leaves<'a>(view: View<'a>, path: FieldPath, out: &mut Vec<Leaf<'a>>) {
    let known = out.len();
    for (key, value) in view.entries() {
        leaves(value, path.clone().field(key), out);
    }
    for (index, item) in view.items().enumerate() {
        leaves(item, path.clone().index(index), out);
    }
    if out.len() == known {
        out.push(Leaf {
            path,
            key: view.key(),
            text: view.text(),
        });
    }
}

/// The value at a path; absent where there is none.
fn find<'a>(root: View<'a>, path: &FieldPath) -> View<'a> {
    let mut at = root;
    for segment in path.segments() {
        at = match segment {
            crate::source::Segment::Field(name) => at.get(name),
            crate::source::Segment::Index(index) => {
                at.items().nth(*index as usize).unwrap_or(at.absent())
            }
        };
    }
    at
}
