//! One document, its list items one by one: a cluster's thousands of Nodes never stand in memory as trees together.

use super::Limits;
use super::build::{Build, Stop};
use super::event::{Container, Event, Events};
use super::keep::Keep;

/// How to read a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Items of a list are handed over one by one, and what no question needs is passed over.
    Items,
    /// Everything is built as one tree.
    Whole,
}

/// Takes the items of a list: the tree, and the list's own kind as far as it has been read.
pub(super) type OnItem<'a, 't> = dyn FnMut(&mut Build<'t>, &str) -> Result<(), Stop> + 'a;

/// What became of a document.
pub(super) struct Read<'t> {
    /// Without the items that were handed over.
    pub(super) root: Build<'t>,
    /// Items were handed over.
    pub(super) streamed: bool,
    pub(super) result: Result<(), Stop>,
}

/// Reads one document.
pub(super) fn read<'t>(
    text: &'t str,
    events: &mut Events<'t>,
    limits: &Limits,
    mode: Mode,
    on_item: &mut OnItem<'_, 't>,
) -> Read<'t> {
    let mut root = Build::new(text, limits, 0);
    let mut items = Items {
        build: Build::new(text, limits, 2),
        seen: false,
    };
    let result = document(&mut root, &mut items, events, mode, on_item);
    if result.is_err() {
        root.abandon();
    }
    Read {
        root,
        streamed: items.seen,
        result,
    }
}

fn document<'t>(
    root: &mut Build<'t>,
    items: &mut Items<'t>,
    events: &mut Events<'t>,
    mode: Mode,
    on_item: &mut OnItem<'_, 't>,
) -> Result<(), Stop> {
    let keep = match mode {
        Mode::Items => &Keep::Object,
        Mode::Whole => &Keep::All,
    };
    let mut event = events.next()?;
    loop {
        let is_list = matches!(
            event,
            Event::Open {
                kind: Container::List,
                anchor: 0,
                ..
            }
        );
        if mode == Mode::Items && is_list && root.depth() == 0 {
            return items.read(events, "", on_item);
        }
        if mode == Mode::Items && is_list && root.root_key() == Some("items") {
            let kind = root.tree.open_field("kind").to_owned();
            items.read(events, &kind, on_item)?;
            root.forget_key(items.build.last_end);
        } else {
            if matches!(event, Event::End) {
                return Ok(());
            }
            root.step(events, event, keep)?;
        }
        if root.depth() == 0 {
            return Ok(());
        }
        event = events.next()?;
    }
}

struct Items<'t> {
    build: Build<'t>,
    seen: bool,
}

impl<'t> Items<'t> {
    fn read(
        &mut self,
        events: &mut Events<'t>,
        kind: &str,
        on_item: &mut OnItem<'_, 't>,
    ) -> Result<(), Stop> {
        if std::mem::replace(&mut self.seen, true) {
            // A second list of items replaces the first one.
            return Err(Stop::Forgotten);
        }
        let keep = match kind.strip_suffix("List") {
            Some(item) => Keep::of_kind(item),
            None => &Keep::Object,
        };
        loop {
            match events.next()? {
                Event::Close { end } => {
                    self.build.last_end = end.unwrap_or(self.build.last_end);
                    return Ok(());
                }
                Event::End => return Ok(()),
                event => {
                    self.build.clear();
                    self.build.value(events, event, keep)?;
                    on_item(&mut self.build, kind)?;
                }
            }
        }
    }
}
