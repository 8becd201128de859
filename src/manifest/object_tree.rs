//! The text of one object, and the tree that it is read into again.

use super::build::Build;
use super::decode::Position;
use super::shape::{self, Fragment};
use super::tree::{Kind, Slot, Tree};
use super::view::View;
use super::{FragmentKind, Limits, Object, places};
use crate::source::{FieldPath, FileId, Place, SourceMap, TextRange};
use std::borrow::Cow;

/// The text of one object, as it is read again: its own stretch in its column, and the whole file for what refers to
/// anchors outside of it.
#[derive(Debug)]
pub struct ObjectText<'t> {
    own: Cow<'t, str>,
    position: Position,
    place: Place,
    all: &'t str,
}

impl Object {
    /// The text that [`ObjectText::tree`] reads. `text` is the file's.
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> ObjectText<'t> {
        let (own, position) = places::own_text(self.place, text);
        ObjectText {
            own,
            position,
            place: self.place,
            all: text,
        }
    }
}

impl<'t> ObjectText<'t> {
    /// A text that is one object and nothing else.
    #[must_use]
    pub fn alone(text: &'t str) -> Self {
        Self {
            own: Cow::Borrowed(text),
            position: Position::default(),
            place: Place {
                file: FileId::default(),
                range: TextRange::default(),
            },
            all: "",
        }
    }
    /// Every value of the object with its place. `None` where the text is not the object's any more.
    ///
    /// A part of a DaemonSet stands where it would stand in one, so that `spec.template.spec` leads to it.
    ///
    /// ```
    /// use everynode::manifest::{Limits, read};
    /// use everynode::source::FileId;
    /// let text = "tolerations:\n- operator: Exists # everywhere\n";
    /// let object = &read(FileId(0), text, &Limits::default()).objects[0];
    /// let own = object.text(text);
    /// let tree = own.tree().unwrap();
    /// let operator = tree.root().at("spec.template.spec.tolerations").items().next().unwrap().get("operator");
    /// assert_eq!(operator.text(), "Exists");
    /// assert_eq!(operator.path().to_string(), "spec.template.spec.tolerations[0].operator");
    /// assert_eq!(operator.mark().of(text), "operator: Exists");
    /// ```
    #[must_use]
    pub fn tree(&self) -> Option<ObjectTree<'_>> {
        let limits = Limits {
            nesting: usize::MAX,
            ..Limits::default()
        };
        if let Some(build) = places::build_own(&self.own, &limits) {
            return Some(ObjectTree::new(build, 0, self.position));
        }
        let (build, position, root) = places::build_document(self.place, self.all, &limits)?;
        Some(ObjectTree::new(build, root, position))
    }
}

/// The values of one object.
#[derive(Debug)]
pub struct ObjectTree<'t> {
    pub(super) tree: Tree<'t>,
    pub(super) root: u32,
    /// Slots before this one stand around a part of a DaemonSet, and nobody wrote them.
    pub(super) around: u32,
    pub(super) is_fragment: bool,
    /// The way to it: of a part of a DaemonSet, where it would stand in one.
    pub(super) path: FieldPath,
    pub(super) file: FileId,
    faults: usize,
}

impl<'t> ObjectTree<'t> {
    /// Ranges become those of the file.
    fn new(build: Build<'t>, root: u32, position: Position) -> Self {
        let (mut tree, faults) = (build.tree, build.faults.len());
        let fragment = match root {
            0 => tree.root().and_then(shape::fragment),
            _ => None,
        };
        for slot in &mut tree.slots {
            slot.range = position.place(slot.range).range;
        }
        let around = fragment.map_or(0, |fragment| wrap(&mut tree, fragment));
        Self {
            tree,
            root,
            around,
            is_fragment: fragment.is_some(),
            path: fragment.map_or_else(FieldPath::root, Fragment::path),
            file: position.file,
            faults,
        }
    }

    /// Where each field is written, as [`Object::source_map`] says it. `text` is the file's.
    #[must_use]
    pub fn source_map(&self, text: &str) -> SourceMap {
        let root = match self.is_fragment {
            true => self.around,
            false => self.root,
        };
        places::places_in(
            text,
            Position::default(),
            Some(self.tree.node(root)),
            self.path.clone(),
        )
    }

    /// What is written in another way than it should be, such as a key that stands twice: how many places.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.faults
    }

    /// How many items or keys the longest list or map has.
    #[must_use]
    pub fn widest(&self) -> usize {
        let slots = (0..).zip(&self.tree.slots);
        let containers = slots.filter(|(_, slot)| matches!(slot.kind, Kind::Map | Kind::List));
        let widths = containers.map(|(at, slot)| {
            let mut items = self.root().at_slot(at).children(slot.kind);
            let mut width = 0;
            while items.next().is_some() {
                width += 1;
            }
            width
        });
        widths.max().unwrap_or_default()
    }

    /// The object itself.
    #[must_use]
    pub fn root(&self) -> View<'_> {
        let at = match self.is_fragment {
            true => 0,
            false => self.root,
        };
        View::of(self, at)
    }
}

/// Puts the maps of a DaemonSet around a part of one; answers how many slots that took.
fn wrap(tree: &mut Tree<'_>, fragment: Fragment) -> u32 {
    let own = std::mem::take(&mut tree.slots);
    let range = own.first().map(|slot| slot.range).unwrap_or_default();
    let is_item = fragment.kind == FragmentKind::Container;
    let around = fragment.at.len() * 2 + usize::from(is_item);
    let shift = u32::try_from(around).unwrap_or_default();
    let end = u32::try_from(own.len())
        .unwrap_or(u32::MAX)
        .saturating_add(shift);
    let container = |kind, first| Slot {
        kind,
        range,
        first,
        end,
    };
    let mut at = 0;
    for name in fragment.at {
        tree.slots.push(container(Kind::Map, at + 1));
        let start = tree.own.len();
        tree.own.push_str(name);
        let value = TextRange::from_usize(start, tree.own.len());
        tree.slots.push(Slot {
            kind: Kind::NAME,
            range: TextRange::at(range.start),
            first: value.start,
            end: value.end,
        });
        at += 2;
    }
    if is_item {
        tree.slots.push(container(Kind::List, at + 1));
    }
    tree.slots.extend(own.into_iter().map(|mut slot| {
        match slot.kind {
            Kind::Map | Kind::List => {
                slot.first += shift;
                slot.end += shift;
            }
            Kind::Alias => slot.first += shift,
            Kind::Scalar { .. } | Kind::Merge => {}
        }
        slot
    }));
    shift
}
