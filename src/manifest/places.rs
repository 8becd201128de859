//! Where the fields of one object are written: its stretch of text read once more, when somebody asks.

use super::build::Build;
use super::decode::Position;
use super::event::Events;
use super::json::JsonEvents;
use super::stream::{self, Mode};
use super::tree::{Node, Value};
use super::yaml::YamlEvents;
use super::{Limits, Object, documents, page, shape};
use crate::source::{Entry, FieldPath, Place, SourceMap, TextRange};
use std::borrow::Cow;

impl Object {
    /// Where each field is written: bytes of the file, whose text this is.
    ///
    /// Values come without comments and without the blank lines behind them. What an alias stands for has the places of
    /// the anchor's content; the field itself has the place of the alias. Paths of a fragment are those of the DaemonSet
    /// that was made of it. Of a text that nests keys of thousands of bytes, fields are left out.
    ///
    /// ```
    /// use everynode::manifest::{Limits, read};
    /// use everynode::source::{FieldPath, FileId};
    /// let text = "kind: Node\napiVersion: v1\nmetadata:\n  name: worker-1 # the big one\n";
    /// let node = &read(FileId(0), text, &Limits::default()).objects[0];
    /// let name = node.source_map(text).get(&FieldPath::of(&["metadata", "name"])).unwrap();
    /// assert_eq!(name.key.unwrap().of(text), "name");
    /// assert_eq!(name.value.of(text), "worker-1");
    /// ```
    #[must_use]
    pub fn source_map(&self, text: &str) -> SourceMap {
        let limits = Limits {
            nesting: usize::MAX,
            alias_expansion: Limits::default().alias_expansion,
            ..Limits::default()
        };
        let mut places = SourceMap::default();
        with_object(self.place, text, &limits, &mut |build, position, root| {
            places = map(build, position, root);
        });
        places
    }
}

/// What an object is read again for.
pub(super) type OnObject<'a> = dyn FnMut(&Build<'_>, Position, Option<Node<'_>>) + 'a;

/// Reads one object again. Nothing comes where the text is not the object's any more.
pub(super) fn with_object(place: Place, text: &str, limits: &Limits, on: &mut OnObject<'_>) {
    if alone(place, text, limits, on).is_none() {
        in_document(place, text, limits, on);
    }
}

/// From the object's own text, which is enough unless it refers to anchors outside of it.
fn alone(place: Place, text: &str, limits: &Limits, on: &mut OnObject<'_>) -> Option<()> {
    let (own, position) = own_text(place, text);
    let build = build_own(&own, limits)?;
    on(&build, position, build.tree.root());
    Some(())
}

/// An object's own stretch of the text, in its column, and how its bytes are those of the file.
pub(super) fn own_text(place: Place, text: &str) -> (Cow<'_, str>, Position) {
    let own = text.get(place.range.as_usize()).unwrap_or_default();
    // The first line of a list item begins behind its dash; in its column again, the lines stand as they should.
    let before = text.get(..place.range.start as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let padding = match own.starts_with(['{', '[']) {
        true => 0,
        false => line.chars().count(),
    };
    let own = match padding {
        0 => Cow::Borrowed(own),
        _ => Cow::Owned([&" ".repeat(padding), own].concat()),
    };
    let position = Position {
        file: place.file,
        start: place.range.start,
        padding: u32::try_from(padding).unwrap_or_default(),
    };
    (own, position)
}

/// Everything in an object's own text.
pub(super) fn build_own<'t>(own: &'t str, limits: &Limits) -> Option<Build<'t>> {
    let json = own.starts_with(['{', '[']).then(|| build_json(own, limits));
    json.flatten().or_else(|| build_yaml(own, limits))
}

/// From the whole document, in which the object is found again by its place.
fn in_document(place: Place, text: &str, limits: &Limits, on: &mut OnObject<'_>) -> Option<()> {
    let (build, position, root) = build_document(place, text, limits)?;
    on(&build, position, Some(build.tree.node(root)));
    Some(())
}

/// The document that an object is in, and the object's slot.
pub(super) fn build_document<'t>(
    place: Place,
    text: &'t str,
    limits: &Limits,
) -> Option<(Build<'t>, Position, u32)> {
    let at = place.range.start as usize;
    page::candidates(text, at).find_map(|passage| {
        let document = documents::documents(passage.text, passage.lead)
            .take_while(|document| passage.start + document.start <= at)
            .last()?;
        let build = build_yaml(document.text, limits)?;
        let position = Position {
            file: place.file,
            ..Position::default()
        };
        let position = position.after(passage.start).after(document.start);
        let root = find(build.tree.root()?, place, position)?.target().at;
        Some((build, position, root))
    })
}

fn find<'a>(node: Node<'a>, place: Place, position: Position) -> Option<Node<'a>> {
    let own = position.place(node.range()).range;
    if own == place.range {
        return Some(node);
    }
    if !own.contains(place.range) {
        return None;
    }
    node.items()
        .chain(node.entries().map(|(_, value)| value))
        .find_map(|child| find(child, place, position))
}

fn build_json<'t>(text: &'t str, limits: &Limits) -> Option<Build<'t>> {
    build(text, limits, Events::Json(JsonEvents::new(text, 0)))
}

fn build_yaml<'t>(text: &'t str, limits: &Limits) -> Option<Build<'t>> {
    build(text, limits, Events::Yaml(Box::new(YamlEvents::new(text))))
}

fn build<'t>(text: &'t str, limits: &Limits, mut events: Events<'t>) -> Option<Build<'t>> {
    let mut no_item = |_: &mut Build<'t>, _: &str| Ok(());
    let read = stream::read(text, &mut events, limits, Mode::Whole, &mut no_item);
    read.result.is_ok().then_some(read.root)
}

fn map(build: &Build<'_>, position: Position, root: Option<Node<'_>>) -> SourceMap {
    let fragment = root.and_then(shape::fragment);
    let path = fragment.map_or_else(FieldPath::root, shape::Fragment::path);
    places_from(build, position, root, path)
}

/// Where the values of a text are written that is no object.
pub(super) fn of_value(build: &Build<'_>, position: Position) -> SourceMap {
    places_from(build, position, build.tree.root(), FieldPath::root())
}

fn places_from(
    build: &Build<'_>,
    position: Position,
    root: Option<Node<'_>>,
    path: FieldPath,
) -> SourceMap {
    places_in(build.tree.text, position, root, path)
}

/// Where the values of a tree are written, whose ranges are those of a text.
pub(super) fn places_in(
    text: &str,
    position: Position,
    root: Option<Node<'_>>,
    path: FieldPath,
) -> SourceMap {
    let mut places = Places {
        text,
        position,
        map: SourceMap::new(),
        room: ROOM,
    };
    if let Some(root) = root {
        places.add(root, path, None, 0);
    }
    places.map
}

struct Places<'t> {
    text: &'t str,
    position: Position,
    map: SourceMap,
    /// Bytes that paths may still take.
    room: usize,
}

/// Bytes of all paths of one object. A path holds every key on its way, so that the paths of a text that nests long keys
/// are many times larger than the text.
const ROOM: usize = 64 << 20;
/// What a step of a path takes besides its name.
const STEP: usize = 24;

impl Places<'_> {
    /// Recurses as deep as the reader's limit on nesting lets values nest. `size` is that of the path.
    fn add(&mut self, node: Node<'_>, path: FieldPath, key: Option<TextRange>, size: usize) {
        self.room = self.room.saturating_sub(size);
        let file = |range: TextRange| self.position.place(range).range;
        let value = file(node.range());
        let key = key.map(file);
        match node.value() {
            Value::Map => {
                for (name, child) in node.entries() {
                    let size = size + STEP + name.text().len();
                    if size > self.room {
                        continue;
                    }
                    let path = path.clone().field(name.text());
                    self.add(child, path, Some(name.range()), size);
                }
            }
            Value::List => self.items(node, &path, size + STEP),
            Value::Scalar(..) => {}
        }
        self.map.insert(path, Entry { key, value });
    }

    fn items(&mut self, list: Node<'_>, path: &FieldPath, size: usize) {
        let mut at = list.target().range().start as usize;
        let block = self.text.as_bytes().get(at) == Some(&b'-');
        for (index, item) in list.items().enumerate() {
            let dash = block.then(|| self.dash(at));
            at = match dash {
                Some(dash) => (item.range().end as usize).max(dash + 1),
                None => item.range().end as usize,
            };
            let dash = dash.map(|dash| TextRange::from_usize(dash, dash + 1));
            if size > self.room {
                return;
            }
            let path = path.clone().index(index);
            self.add(item, path.clone(), dash, size);
            if let Some(dash) = dash
                && item.range().is_empty()
            {
                // An item without a value would stand behind its dash.
                let place = |range| self.position.place(range).range;
                let (key, value) = (Some(place(dash)), place(TextRange::at(dash.end)));
                self.map.insert(path, Entry { key, value });
            }
        }
    }

    /// The next dash, over blank lines and comments.
    fn dash(&self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'-' => return at,
                b'#' => {
                    let rest = bytes.get(at..).unwrap_or_default();
                    at += rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len());
                }
                _ => at += 1,
            }
        }
        from
    }
}
