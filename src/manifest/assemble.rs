//! The documents of a file to its objects: which language, which mode, and what to do when a document breaks off.

use super::build::{Build, Stop};
use super::decode::Position;
use super::event::Events;
use super::found::{Found, Moment};
use super::json::JsonEvents;
use super::stream::{self, Mode};
use super::strict::Early;
use super::tree::{Node, Value};
use super::yaml::YamlEvents;
use super::{Limits, Object, Reading, Strictly, Taken, findings, kinds, objects, shape};
use crate::diagnostic::{Diagnostic, Rule};

/// Collects what the documents of one file hold.
pub(super) struct Assembler<'l> {
    pub(super) limits: &'l Limits,
    pub(super) taken: Taken,
    strictly: Option<Strictly>,
    pub(super) reading: Reading,
    /// Becomes the reading's diagnostics.
    pub(super) found: Found,
    /// Parts of manifests so far.
    fragments: usize,
    /// The limit on objects is reached: nothing more is read.
    pub(super) full: bool,
}

/// Texts above this size that are no JSON are not tried as YAML in flow style, which takes memory many times their size.
const FLOW_YAML: usize = 4 << 20;

/// What was collected at some moment.
struct Before {
    objects: usize,
    fragments: usize,
    found: Moment,
}

/// What was collected since.
struct Since {
    objects: Vec<Object>,
    fragments: usize,
    found: Found,
}

impl<'l> Assembler<'l> {
    pub(super) fn new(limits: &'l Limits, taken: Taken, strictly: Option<Strictly>) -> Self {
        Self {
            limits,
            taken,
            strictly,
            reading: Reading::default(),
            found: Found::default(),
            fragments: 0,
            full: false,
        }
    }

    /// Reads one document, in whichever language it is.
    pub(super) fn document(&mut self, text: &str, position: Position) {
        let before = self.found.listed();
        let is_json = text.trim_start().starts_with(['{', '[']);
        let result = if is_json {
            self.json_or_flow_yaml(text, position)
        } else {
            self.yaml(text, position)
                .map_err(|stop| Box::new(findings::stop(&stop, text, position, false)))
        };
        if let Err(finding) = result {
            let found = self.found.since(before);
            // A template is one finding: its braces often break a document off that could be read up to there.
            let known = |other: &Diagnostic| other.rule == Rule::YAML_TEMPLATE;
            if finding.rule != Rule::YAML_TEMPLATE || !found.iter().any(known) {
                self.found.push(*finding);
            }
        }
    }

    fn json_or_flow_yaml(&mut self, text: &str, position: Position) -> Result<(), Box<Diagnostic>> {
        let before = self.before();
        let Err(stop) = self.json(text, position) else {
            return Ok(());
        };
        let finding = Box::new(findings::stop(&stop, text, position, true));
        if matches!(stop, Stop::Limit(..)) || text.len() > FLOW_YAML {
            return Err(finding);
        }
        let json = self.take_since(&before);
        self.yaml(text, position).map_err(|stop| {
            self.take_since(&before);
            self.reading.objects.extend(json.objects);
            self.fragments = json.fragments;
            self.found.put_back(json.found);
            // Whoever writes `{{` means a template, which is neither.
            let yaml = Box::new(findings::stop(&stop, text, position, false));
            if yaml.rule == Rule::YAML_TEMPLATE {
                yaml
            } else {
                finding
            }
        })
    }

    /// JSON values, one behind the other.
    fn json(&mut self, text: &str, position: Position) -> Result<(), Stop> {
        let mut at = 0;
        while !text.get(at..).unwrap_or_default().trim_start().is_empty() {
            let events = self.value(text, position, |text| {
                Events::Json(JsonEvents::new(text, at))
            })?;
            at = match events {
                Events::Json(events) => events.position(),
                Events::Yaml(_) => text.len(),
            };
        }
        Ok(())
    }

    fn yaml(&mut self, text: &str, position: Position) -> Result<(), Stop> {
        findings::check_characters(text)?;
        let events = self.value(text, position, |text| {
            Events::Yaml(Box::new(YamlEvents::new(text)))
        })?;
        if let Events::Yaml(mut events) = events
            && let Some(at) = events.trailing()
        {
            let finding = findings::trailing(at, text, position);
            self.found.push(finding);
        }
        Ok(())
    }

    /// Reads one value, item by item where it is a list; again and whole, where that does not do.
    fn value<'t>(
        &mut self,
        text: &'t str,
        position: Position,
        events: impl Fn(&'t str) -> Events<'t>,
    ) -> Result<Events<'t>, Stop> {
        let (before, limits) = (self.before(), self.limits);
        let mut walk = events(text);
        let mut on_item = |build: &mut Build<'t>, list: &str| self.item(build, list, position);
        let read = stream::read(text, &mut walk, limits, Mode::Items, &mut on_item);
        let result = match read.result {
            Err(Stop::Forgotten) => {
                self.take_since(&before);
                walk = events(text);
                let mut no_item = |_: &mut Build<'t>, _: &str| Ok(());
                let read = stream::read(text, &mut walk, limits, Mode::Whole, &mut no_item);
                self.root(&read.root, position, read.result.is_err())?;
                read.result
            }
            result => {
                if read.streamed {
                    self.faults(&read.root, position);
                } else {
                    self.root(&read.root, position, result.is_err())?;
                }
                result
            }
        };
        result.map(|()| walk)
    }

    /// An item of a list, handed over while the list is read.
    fn item(&mut self, build: &mut Build<'_>, list: &str, position: Position) -> Result<(), Stop> {
        let before = self.found.listed();
        let Some(node) = build.tree.root() else {
            return Ok(());
        };
        if objects::kind(node, list).is_empty() || objects::list_items(node).is_some() {
            return Err(Stop::Forgotten);
        }
        self.enter(node, list);
        self.faults(build, position);
        let early = self.early(build, node, position);
        build.faults.clear();
        self.object(node, list, position, before, early)
    }

    /// Of an object that is the whole tree, and has all that the text says of it.
    fn early(&self, build: &Build<'_>, root: Node<'_>, position: Position) -> Early {
        match self.strictly.filter(|_| build.whole) {
            Some(strictly) => strictly.decode(build, root, position),
            None => Early::default(),
        }
    }

    /// A document that was built as one tree; of a broken one, what stands before the break.
    fn root(&mut self, build: &Build<'_>, position: Position, broken: bool) -> Result<(), Stop> {
        let before = self.found.listed();
        let Some(root) = build.tree.root() else {
            self.faults(build, position);
            return Ok(());
        };
        self.enter(root, "");
        self.faults(build, position);
        if let Some(items) = objects::list_items(root) {
            return self.list(root, items, position);
        }
        match root.value() {
            _ if broken || root.is_null() => Ok(()),
            _ if !objects::kind(root, "").is_empty() => {
                let early = self.early(build, root, position);
                self.object(root, "", position, before, early)
            }
            Value::List
                if shape::fragment(root).is_none()
                    && root.items().any(|item| item.is_map() || item.is_list()) =>
            {
                self.list(root, root, position)
            }
            _ => {
                self.part(root, position, before);
                Ok(())
            }
        }
    }

    /// The items of a list, and of lists in it.
    fn list(&mut self, list: Node<'_>, items: Node<'_>, position: Position) -> Result<(), Stop> {
        let kind = list.get("kind").map_or("", Node::text);
        for item in items.items() {
            let before = self.found.listed();
            if let Some(inner) = objects::list_items(item) {
                self.list(item, inner, position)?;
            } else if !objects::kind(item, kind).is_empty() {
                self.object(item, kind, position, before, Early::default())?;
            } else if !item.is_null() {
                self.part(item, position, before);
            }
        }
        Ok(())
    }

    fn object(
        &mut self,
        node: Node<'_>,
        list: &str,
        position: Position,
        before: usize,
        early: Early,
    ) -> Result<(), Stop> {
        if self.taken.objects + self.reading.objects.len() >= self.limits.objects {
            self.full = true;
            let problem = format!("the files hold more than {} objects", self.limits.objects);
            return Err(Stop::Limit(problem, node.range().start));
        }
        self.enter(node, list);
        let mut object = objects::object(node, list, position, &mut self.found);
        object.early = early;
        if self.strictly.is_none() {
            objects::canonical(&mut object, node);
        }
        self.push(object, before);
        Ok(())
    }

    /// A value that does not say what it is.
    fn part(&mut self, node: Node<'_>, position: Position, before: usize) {
        let place = position.place(node.range());
        let Some(fragment) = shape::fragment(node) else {
            let is_page = self.reading.is_page;
            let finding = findings::no_object(node, place, is_page);
            self.found.push(finding);
            return;
        };
        self.fragments += 1;
        let number = self.fragments;
        let object = objects::fragment(node, fragment, number, position, &mut self.found);
        self.push(object, before);
    }

    /// Findings from here on are about this object.
    fn enter(&mut self, object: Node<'_>, list: &str) {
        let info = kinds::find(objects::kind(object, list));
        self.found.kind = info.map_or("", |info| info.kind);
    }

    fn push(&mut self, object: Object, before: usize) {
        let reference = object.reference();
        self.found.kind = "";
        for finding in self.found.since(before) {
            finding.object.get_or_insert_with(|| reference.clone());
        }
        self.reading.objects.push(object);
    }

    fn faults(&mut self, build: &Build<'_>, position: Position) {
        findings::faults(&build.faults, build.tree.text, position, &mut self.found);
    }

    fn before(&self) -> Before {
        Before {
            objects: self.reading.objects.len(),
            fragments: self.fragments,
            found: self.found.moment(),
        }
    }

    fn take_since(&mut self, before: &Before) -> Since {
        Since {
            objects: self.reading.objects.split_off(before.objects),
            fragments: std::mem::replace(&mut self.fragments, before.fragments),
            found: self.found.take_since(&before.found),
        }
    }
}
