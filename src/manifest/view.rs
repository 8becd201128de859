//! One object's values as they are written, for whoever reads fields that no type has.

use super::object_tree::ObjectTree;
use super::scalar::Resolved;
use super::tree::{Kind, Node, Value};
use crate::source::{FieldPath, Place, Segment, TextRange};

/// No slot has this position.
const NOWHERE: u32 = u32::MAX;

/// A value of an object, or the absence of one: what is asked of an absent value is absent, too.
///
/// Aliases are followed, except for the place.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    tree: &'a ObjectTree<'a>,
    at: u32,
    /// The slot of the key, where it is the value of one.
    key: u32,
}

impl<'a> View<'a> {
    /// The value in a slot, which is no value of a key.
    pub(super) fn of(tree: &'a ObjectTree<'a>, at: u32) -> Self {
        Self {
            tree,
            at,
            key: NOWHERE,
        }
    }

    pub(super) fn at_slot(self, at: u32) -> Self {
        Self { at, ..self }
    }

    fn node(self) -> Node<'a> {
        self.tree.tree.node(self.at)
    }

    /// Whether there is a value that is not null.
    #[must_use]
    pub fn exists(self) -> bool {
        self.at != NOWHERE && !self.node().is_null()
    }

    /// Whether it is a map.
    #[must_use]
    pub fn is_map(self) -> bool {
        self.node().is_map()
    }

    /// Whether it is a list.
    #[must_use]
    pub fn is_list(self) -> bool {
        self.at != NOWHERE && self.node().is_list()
    }

    /// Where to point at: the file, and the [`mark`](Self::mark) in it.
    #[must_use]
    pub fn place(self) -> Place {
        Place {
            file: self.tree.file,
            range: self.mark(),
        }
    }

    /// Whether it is the same place of the same object.
    #[must_use]
    pub fn is(self, other: Self) -> bool {
        std::ptr::eq(self.tree, other.tree) && self.at == other.at
    }

    /// Nothing, of the same object.
    #[must_use]
    pub fn absent(self) -> Self {
        Self {
            at: NOWHERE,
            key: NOWHERE,
            ..self
        }
    }

    /// The value of a key, of the last one where it stands twice.
    #[must_use]
    pub fn get(self, key: &str) -> Self {
        let Items { at, end, tree } = self.children(Kind::Map);
        match tree.tree.field(at, end, key) {
            Some((key, at)) => Self { tree, at, key },
            None => self.absent(),
        }
    }

    /// The value at the end of a way of keys with dots between: `spec.template.spec`.
    #[must_use]
    pub fn at(self, way: &str) -> Self {
        let (mut view, mut rest) = (self, way);
        while let Some(dot) = rest.bytes().position(|byte| byte == b'.') {
            view = view.get(rest.get(..dot).unwrap_or_default());
            rest = rest.get(dot + 1..).unwrap_or_default();
        }
        view.get(rest)
    }

    /// The value of a key, or an item.
    #[must_use]
    pub fn step(self, segment: &Segment) -> Self {
        match segment {
            Segment::Field(name) => self.get(name),
            Segment::Index(index) => {
                let item = self.items().nth(*index as usize);
                item.unwrap_or(self.absent())
            }
        }
    }

    /// Keys and values in the order of the text; nothing for what is no map.
    #[must_use]
    pub fn entries(self) -> Entries<'a> {
        Entries(self.children(Kind::Map))
    }

    /// Items in the order of the text; nothing for what is no list.
    #[must_use]
    pub fn items(self) -> Items<'a> {
        self.children(Kind::List)
    }

    pub(super) fn children(self, kind: Kind) -> Items<'a> {
        let target = self.node().target();
        let slot = self.tree.tree.slots.get(target.at as usize);
        let slot = slot.filter(|slot| slot.kind == kind);
        let (at, end) = slot.map_or((0, 0), |slot| (slot.first, slot.end));
        Items {
            tree: self.tree,
            at,
            end,
        }
    }

    /// Whether it is a map that is written as a whole and does not have a field. Of a part of a manifest, fields may
    /// stand elsewhere; so may those of a patch, whose containers have no image.
    #[must_use]
    pub fn lacks(self, field: &str) -> bool {
        if !self.is_map() || self.get(field).exists() || self.is_of_patch() {
            return false;
        }
        if !self.tree.is_fragment {
            return true;
        }
        // Parts are told by their shape: whoever shows the containers shows the Pod, whoever shows the image the container.
        let is_around = self.at < self.tree.around;
        let is_part = self.at == self.tree.around || matches!(self.key(), "spec" | "template");
        let is_shown = self.get("containers").exists() || self.get("image").exists();
        !is_around && (!is_part || is_shown)
    }

    /// Whether it is a container without an image, or a map around such containers alone.
    fn is_of_patch(self) -> bool {
        let is_item = self.key == NOWHERE && self.at != self.tree.root;
        if is_item && self.get("name").exists() && !self.get("image").exists() {
            let path = self.path().to_string();
            let list = path.rsplit_once('[').map_or("", |(list, _)| list);
            return list.ends_with("containers") || list.ends_with("Containers");
        }
        let lists = ["containers", "template.spec.containers"].map(|way| self.at(way));
        lists.iter().any(|list| {
            let mut containers = list.items().peekable();
            containers.peek().is_some() && containers.all(|one| !one.get("image").exists())
        })
    }

    /// The text of a scalar, whatever it resolves to; empty for anything else.
    #[must_use]
    pub fn text(self) -> &'a str {
        match self.at {
            NOWHERE => "",
            _ => self.node().text(),
        }
    }

    /// Whether it is a scalar that is text to the API.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self.value(), Some(Value::Scalar(_, Resolved::Text)))
    }

    /// `None` where it is no boolean.
    #[must_use]
    pub fn as_bool(self) -> Option<bool> {
        match self.value() {
            Some(Value::Scalar(_, Resolved::Bool(value))) => Some(value),
            _ => None,
        }
    }

    /// Whether it says `true`.
    #[must_use]
    pub fn is_true(self) -> bool {
        self.as_bool() == Some(true)
    }

    /// Whether it says `false`.
    #[must_use]
    pub fn is_false(self) -> bool {
        self.as_bool() == Some(false)
    }

    /// `None` where it is no whole number.
    #[must_use]
    pub fn as_int(self) -> Option<i64> {
        match self.value() {
            Some(Value::Scalar(_, Resolved::Int(value))) => Some(value),
            _ => None,
        }
    }

    fn value(self) -> Option<Value<'a>> {
        (self.at != NOWHERE).then(|| self.node().value())
    }

    /// The key that it is the value of; empty for items and for the object itself.
    #[must_use]
    pub fn key(self) -> &'a str {
        match self.key {
            NOWHERE => "",
            key => self.tree.tree.node(key).text(),
        }
    }

    /// Where it is written, without its key.
    #[must_use]
    pub fn range(self) -> TextRange {
        match self.at {
            NOWHERE => TextRange::default(),
            _ => self.node().range(),
        }
    }

    /// Where its key is written.
    #[must_use]
    pub fn key_range(self) -> Option<TextRange> {
        (self.key != NOWHERE).then(|| self.tree.tree.node(self.key).range())
    }

    /// What to point at: a key with its value where that is a scalar, else the key alone; of an item what it begins
    /// with; of an object its name.
    #[must_use]
    pub fn mark(self) -> TextRange {
        let is_scalar = !self.is_map() && !self.is_list();
        match self.key_range().filter(|_| self.key >= self.tree.around) {
            Some(key) if is_scalar => key.cover(self.range()),
            Some(key) => key,
            None if is_scalar => self.range(),
            None => {
                let name = match self.at == self.tree.root {
                    true => self.at("metadata.name"),
                    false => self.absent(),
                };
                let first = self.entries().next().map(|(_, value)| value);
                let first = first.or_else(|| self.items().next());
                match first {
                    _ if name.exists() => name.mark(),
                    Some(first) if !first.is(self) => first.mark(),
                    _ => self.range(),
                }
            }
        }
    }

    /// The way to it from the object, as the API writes it. What an alias stands for has the path of the anchor's
    /// content.
    #[must_use]
    pub fn path(self) -> FieldPath {
        let mut path = FieldPath::root();
        let mut view = self.tree.root();
        while self.at != NOWHERE && view.at < self.at {
            let mut within = None;
            for (name, child) in view.entries() {
                if child.at <= self.at && self.at < self.tree.tree.after(child.at) {
                    within = Some((path.clone().field(name), child));
                }
            }
            for (index, child) in view.items().enumerate() {
                if child.at <= self.at && self.at < self.tree.tree.after(child.at) {
                    within = Some((path.clone().index(index), child));
                }
            }
            match within {
                Some((further, child)) if child.at > view.at => (path, view) = (further, child),
                _ => break,
            }
        }
        path
    }
}

/// Items of a list.
#[derive(Clone, Debug)]
pub struct Items<'a> {
    tree: &'a ObjectTree<'a>,
    at: u32,
    end: u32,
}

impl<'a> Iterator for Items<'a> {
    type Item = View<'a>;

    fn next(&mut self) -> Option<View<'a>> {
        if self.at >= self.end {
            return None;
        }
        let (tree, at) = (self.tree, self.at);
        self.at = tree.tree.after(at);
        let key = NOWHERE;
        Some(View { tree, at, key })
    }
}

/// Keys and values of a map.
#[derive(Clone, Debug)]
pub struct Entries<'a>(Items<'a>);

impl<'a> Iterator for Entries<'a> {
    type Item = (&'a str, View<'a>);

    fn next(&mut self) -> Option<(&'a str, View<'a>)> {
        let key = self.0.next()?;
        let value = self.0.next()?;
        let value = View {
            key: key.at,
            ..value
        };
        Some((key.text(), value))
    }
}
