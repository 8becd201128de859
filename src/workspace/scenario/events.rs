use super::daemon_set::Stored;
use super::node_changes::{NodeChange, changes};
use super::nodes::{Different, Who};
use super::{ScenarioGiven, beyond};
use crate::apiserver::default_node;
use crate::cluster::ClusterNodes;
use crate::diagnostic::Rule;
use crate::manifest::{Limits, Typed, read as read_manifest};
use crate::model::{DaemonSet, Defaulted, Json, Node};
use crate::order::{OrderedMap, sort, sort_by_key};
use crate::simulation::{Change, Scenario, ScenarioEvent};
use crate::source::{FieldPath, FileId};
use crate::words::name_list;
use crate::workspace::document::{Document, present, shortened};
use std::sync::Arc;

/// Changes that are made: a selector may mean every Node.
const CHANGES: usize = 200_000;
/// Events that are read.
const EVENTS: usize = 10_000;
/// Updates of the DaemonSet: each is compared with those before.
const UPDATES: usize = 1000;
/// Nodes that are looked at for all selectors together.
const LOOKED_AT: usize = 20_000_000;
/// Changes of one Node that are said one by one.
const NAMED: usize = 5;

const FIELDS: &[&str] = &[
    "time",
    "update",
    "patch",
    "setImage",
    "rollback",
    "setNode",
    "addNode",
    "label",
    "taint",
    "cordon",
    "uncordon",
    "drain",
    "down",
    "up",
    "deleteNode",
    "deletePod",
    "forceDeletePod",
    "notReady",
];
const ADD_FIELDS: &[&str] = &["name", "like", "labels", "taints"];
const LABEL_FIELDS: &[&str] = &["nodes", "labels"];
const TAINT_FIELDS: &[&str] = &["nodes", "taints"];

/// Reads `events`, and tells a scenario of them in the order in which they happen.
pub(super) fn read(
    value: &Json,
    given: ScenarioGiven<'_>,
    different: &Different<'_>,
    document: &mut Document<'_>,
    scenario: &mut Scenario,
) {
    let root = FieldPath::of(&["events"]);
    let mut events = Vec::new();
    for (index, event) in document.items(value, "events", &root).iter().enumerate() {
        let at = root.clone().index(index);
        if index == EVENTS {
            beyond(document, &at, "events", EVENTS);
            break;
        }
        if !document.is_map(event, &at, FIELDS) {
            continue;
        }
        if present(event, "time").is_none() {
            let message = format!("`{at}` does not say its `time`");
            document.say(Rule::SCENARIO_VALUE, &at, message, None);
        } else if let Some(time) = document.seconds(event, &at, "time") {
            events.push((time, event, at));
        }
    }
    sort_by_key(&mut events, |(time, ..)| *time);
    different.on_all(given.nodes, scenario);
    let mut play = Play {
        nodes: given.nodes,
        later: OrderedMap::new(),
        stored: Stored::new(given),
        different,
        document,
        scenario,
        time: 0,
        updates: 0,
        looked_at: 0,
    };
    for (time, event, at) in events {
        play.time = time;
        if !play.event(event, &at) {
            break;
        }
    }
    let Play {
        nodes,
        later,
        document,
        ..
    } = play;
    let known = |name: &str| !nodes.named(name).is_empty() || later.contains_key(name);
    let all = || -> Box<dyn Iterator<Item = &Node> + '_> {
        let later = later.values().flatten().map(|node| &***node);
        Box::new(nodes.iter().map(|node| &**node).chain(later))
    };
    different.without_nodes(&known, &all, document);
}

/// Events, one after the other.
struct Play<'p, 'd> {
    nodes: &'p ClusterNodes,
    /// Nodes that are no longer those of the beginning, by name; `None`: gone.
    later: OrderedMap<String, Option<Arc<Defaulted<Node>>>>,
    stored: Stored,
    different: &'p Different<'p>,
    document: &'p mut Document<'d>,
    scenario: &'p mut Scenario,
    time: i64,
    /// Updates of the DaemonSet so far.
    updates: usize,
    /// Nodes that were looked at for selectors so far.
    looked_at: usize,
}

impl Play<'_, '_> {
    /// Plays an event. `false`: there were too many changes.
    fn event(&mut self, event: &Json, at: &FieldPath) -> bool {
        let before = self.scenario.events.len();
        let found = self.document.found();
        self.daemon_set(event, at);
        self.whole_nodes(event, at);
        self.changed_nodes(event, at);
        for (field, said, change) in [
            (
                "deleteNode",
                "is deleted",
                Change::DeleteNode as fn(String) -> Change,
            ),
            ("deletePod", "has its Pod deleted", Change::DeletePod),
            (
                "forceDeletePod",
                "has its Pod deleted with --force",
                Change::ForceDeletePod,
            ),
            ("notReady", "has its Pod not Ready", Change::NotReady),
        ] {
            for name in self.targets(event, at, field) {
                if field == "deleteNode" {
                    self.later.insert(name.clone(), None);
                }
                self.happens(change(name.clone()), format!("{name} {said}"));
            }
        }
        // What else stands there has been said to be no field.
        let says_nothing = event.members().len() < 2;
        if self.scenario.events.len() == before && self.document.found() == found && says_nothing {
            let message = format!("nothing happens in `{at}`");
            self.document.say(Rule::SCENARIO_VALUE, at, message, None);
        }
        let limits = [
            (self.scenario.events.len(), CHANGES, "changes"),
            (self.updates, UPDATES, "updates"),
            (
                self.looked_at,
                LOOKED_AT,
                "nodes that selectors are asked for",
            ),
        ];
        let passed = limits.into_iter().find(|(number, most, _)| number > most);
        if let Some((_, most, what)) = passed {
            self.scenario.events.truncate(CHANGES);
            beyond(self.document, at, what, most);
        }
        passed.is_none()
    }

    fn happens(&mut self, change: Change, said: String) {
        // One more tells that there are too many.
        if self.scenario.events.len() <= CHANGES {
            let event = ScenarioEvent::new(self.time, change);
            self.scenario.events.push(ScenarioEvent { said, ..event });
        }
    }

    fn daemon_set(&mut self, event: &Json, at: &FieldPath) {
        let below = |field: &str| at.clone().field(field);
        let document = &mut *self.document;
        let mut updates: Vec<(Option<Arc<Defaulted<DaemonSet>>>, String)> = Vec::new();
        if let Some(manifest) = present(event, "update") {
            let stored = self.stored.update(manifest, &below("update"), document);
            updates.push((stored, "another manifest is applied".to_owned()));
        }
        if let Some(patch) = present(event, "patch") {
            let stored = self.stored.patch(patch, &below("patch"), document);
            updates.push((stored, "a patch is applied".to_owned()));
        }
        if let Some(images) = present(event, "setImage") {
            let stored = self.stored.set_image(images, &below("setImage"), document);
            let images = images.members().iter();
            let images: Vec<String> = images
                .map(|(name, image)| {
                    format!("{} gets {}", shortened(name), shortened(&image.display()))
                })
                .collect();
            updates.push((stored, images.join(", ")));
        }
        match document.truth(event, at, "rollback") {
            Some(true) => {
                let stored = self.stored.roll_back(&below("rollback"), document);
                updates.push((stored, "the update is undone".to_owned()));
            }
            Some(false) => document.wanted(&below("rollback"), "`true`", &Json::Bool(false)),
            None => {}
        }
        self.updates += updates.len();
        for (stored, said) in updates {
            if let Some(stored) = stored {
                self.happens(Change::Update(stored), said);
            }
        }
    }

    /// Nodes that join.
    fn whole_nodes(&mut self, event: &Json, at: &FieldPath) {
        if let Some(manifest) = present(event, "setNode") {
            let at = at.clone().field("setNode");
            if let Some(node) = node_of(manifest) {
                let said = match self.node(&node.metadata.name) {
                    Some(_) => format!("{} is another node now", node.metadata.name),
                    None => format!("{} joins", node.metadata.name),
                };
                self.set(node, said);
            } else {
                self.document
                    .wanted(&at, "a manifest of a Node, with its name", manifest);
            }
        }
        let Some(add) = present(event, "addNode") else {
            return;
        };
        let at = at.clone().field("addNode");
        if !self.document.is_map(add, &at, ADD_FIELDS) {
            return;
        }
        let document = &mut *self.document;
        let name = document
            .text(add, &at, "name")
            .filter(|name| !name.is_empty());
        let labels = document.texts(add, &at, "labels");
        let mut made = changes(&labels, true, document);
        let taints = document.texts(add, &at, "taints");
        made.extend(changes(&taints, false, document));
        let like = document.text(add, &at, "like");
        let Some(name) = name else {
            let message = format!("`{at}` does not say the `name` of the node");
            document.say(Rule::SCENARIO_VALUE, &at, message, None);
            return;
        };
        let mut said = format!("{name} joins");
        let mut node = Node::default();
        if let Some(like) = like {
            match self.node(like) {
                Some(model) => node = model.clone(),
                None => {
                    let at = at.clone().field("like");
                    self.is_not_there(like, &at);
                    return;
                }
            }
            said.push_str(", like ");
            said.push_str(like);
        }
        name.clone_into(&mut node.metadata.name);
        if node.metadata.labels.contains_key(HOSTNAME) {
            NodeChange::Label(HOSTNAME.to_owned(), name.to_owned()).apply(&mut node);
        }
        made.iter().for_each(|change| change.apply(&mut node));
        self.set(node, said);
    }

    /// Nodes that change.
    fn changed_nodes(&mut self, event: &Json, at: &FieldPath) {
        for (field, list, fields) in [
            ("label", "labels", LABEL_FIELDS),
            ("taint", "taints", TAINT_FIELDS),
        ] {
            let Some(asked) = present(event, field) else {
                continue;
            };
            let at = at.clone().field(field);
            if !self.document.is_map(asked, &at, fields) {
                continue;
            }
            let texts = self.document.texts(asked, &at, list);
            let made = changes(&texts, field == "label", self.document);
            if made.len() < texts.len() {
                continue;
            }
            let said: Vec<String> = made.iter().map(NodeChange::said).collect();
            let said: Vec<&str> = said.iter().map(String::as_str).collect();
            for name in self.targets(asked, &at, "nodes") {
                let said = format!("{name} {}", name_list(&said, NAMED));
                self.change(&name, &made, said);
            }
        }
        for (field, change) in [
            ("cordon", NodeChange::Cordon),
            ("uncordon", NodeChange::Uncordon),
            ("drain", NodeChange::Cordon),
            ("down", NodeChange::Unreachable),
            ("up", NodeChange::Reachable),
        ] {
            for name in self.targets(event, at, field) {
                match field {
                    "down" => {
                        let said = format!("the kubelet of {name} does not answer any more");
                        self.happens(Change::KubeletDown(name.clone()), said);
                    }
                    "up" => {
                        let said = format!("the kubelet of {name} answers again");
                        self.happens(Change::KubeletBack(name.clone()), said);
                    }
                    _ => {}
                }
                let said = match field {
                    "drain" => format!("{name} is drained, where a DaemonSet's Pods stay"),
                    _ => format!("{name} {}", change.said()),
                };
                self.change(&name, std::slice::from_ref(&change), said);
            }
        }
    }

    /// A Node has other labels or taints.
    fn change(&mut self, name: &str, changes: &[NodeChange], said: String) {
        let Some(mut node) = self.node(name).cloned() else {
            return;
        };
        changes.iter().for_each(|change| change.apply(&mut node));
        self.set(node, said);
    }

    fn set(&mut self, node: Node, said: String) {
        let name = node.metadata.name.clone();
        let joins = self.node(&name).is_none();
        let node = Arc::new(default_node(node));
        if joins && self.nodes.named(&name).is_empty() {
            self.different.on(&node, self.scenario);
        }
        self.later.insert(name, Some(Arc::clone(&node)));
        self.happens(Change::SetNode(node), said);
    }

    /// A Node as it is now.
    fn node(&self, name: &str) -> Option<&Node> {
        match self.later.get(name) {
            Some(later) => later.as_ref().map(|node| &***node),
            None => {
                let position = self.nodes.named(name).next()?;
                self.nodes.get(position).map(|node| &**node)
            }
        }
    }

    /// Names of the Nodes that a field means now. Of those that are gone, Pods may still be there.
    fn targets(&mut self, map: &Json, at: &FieldPath, field: &str) -> Vec<String> {
        let mut names = Vec::new();
        for (text, at) in self.document.texts(map, at, field) {
            match Who::read(text, &at, self.document) {
                Some(Who::Named(name)) => {
                    let pods = ["deletePod", "forceDeletePod", "notReady"].contains(&field);
                    if self.node(name).is_some() || pods && self.later.contains_key(name) {
                        names.push(name.to_owned());
                    } else {
                        self.is_not_there(name, &at);
                    }
                }
                Some(Who::Labelled(_)) if self.looked_at > LOOKED_AT => {}
                Some(Who::Labelled(selector)) => {
                    self.looked_at += self.nodes.len() + self.later.len();
                    let unchanged = self.nodes.iter().map(|node| &**node);
                    let unchanged =
                        unchanged.filter(|node| !self.later.contains_key(&node.metadata.name));
                    let later = self.later.values().flatten().map(|node| &***node);
                    let matching = unchanged
                        .chain(later)
                        .filter(|node| selector.matches(&node.metadata.labels));
                    let mut found: Vec<String> =
                        matching.map(|node| node.metadata.name.clone()).collect();
                    if found.is_empty() {
                        let message = format!("no node has the labels `{text}` then");
                        self.document.say(Rule::SCENARIO_TARGET, &at, message, None);
                    }
                    sort(&mut found);
                    names.append(&mut found);
                }
                None => {}
            }
        }
        names
    }

    fn is_not_there(&mut self, name: &str, at: &FieldPath) {
        let message = format!("no node is called `{}` then", shortened(name));
        self.document.say(Rule::SCENARIO_TARGET, at, message, None);
    }
}

/// The kubelet sets this label to the name of its Node.
const HOSTNAME: &str = "kubernetes.io/hostname";

/// A Node from its manifest; `None` where it is none, or has no name.
fn node_of(manifest: &Json) -> Option<Node> {
    if !matches!(manifest, Json::Map(_)) {
        return None;
    }
    let mut manifest = manifest.clone();
    manifest.set("kind", Json::text("Node"));
    manifest.set("apiVersion", Json::text("v1"));
    let reading = read_manifest(FileId::default(), &manifest.to_text(), &Limits::default());
    let typed = reading.objects.into_iter().next()?.typed;
    match typed {
        Typed::Node(node) if !node.metadata.name.is_empty() => Some(*node),
        _ => None,
    }
}
