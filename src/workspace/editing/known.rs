//! Values and keys that are known without the text: the API's own, and those of the Nodes and objects of the input.

use super::trail::{Step, Typed};
use crate::manifest::{SlotId, Typed as Object};
use crate::model::Node;
use crate::order::{OrderedMap, sort_by_key};
use crate::schema::{self, Field, Item, TypeId};
use crate::words::count;
use crate::workspace::Workspace;

/// Says what a Node has, one by one.
type Each<'e> = dyn for<'n> Fn(&'n Node, &mut dyn FnMut(&'n str)) + 'e;

/// A key or a value, and what there is to say of it.
pub(super) struct Said {
    pub(super) text: String,
    pub(super) detail: String,
}

impl Said {
    fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            detail: String::new(),
        }
    }
}

/// Values of types of texts that the API takes without naming them in its types.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go LabelSelectorOperator (v1.36.3)
const UNNAMED: &[(&str, &[&str])] = &[
    (
        "v1.LabelSelectorOperator",
        &["DoesNotExist", "Exists", "In", "NotIn"],
    ),
    ("v1.ConditionStatus", &["False", "True", "Unknown"]),
];

/// Resources that every Node may have.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go ResourceName (v1.36.3)
const RESOURCES: &[&str] = &["cpu", "memory", "ephemeral-storage"];

/// Priority classes that every cluster has.
///
/// Upstream: pkg/apis/scheduling/v1/helpers.go SystemPriorityClasses (v1.36.3)
const PRIORITY_CLASSES: &[&str] = &["system-cluster-critical", "system-node-critical"];

/// The values that the API allows a field, where it names them.
pub(super) fn values(field: &Field) -> Vec<&'static str> {
    if field.item == Item::Bool {
        return vec!["true", "false"];
    }
    let Some(words) = field.words else {
        return Vec::new();
    };
    let named: Vec<&str> = words.values().collect();
    let unnamed = UNNAMED.iter().find(|(go, _)| *go == words.go);
    match unnamed {
        Some((_, values)) if named.is_empty() => values.to_vec(),
        _ => named,
    }
}

impl Workspace {
    /// Values for the last step of a trail: a field, an item, or an entry of a map.
    pub(super) fn known_values(&mut self, typed: &Typed<'_>, trail: &[Step]) -> Vec<Said> {
        let Some((of, field)) = trail.last().and_then(|step| step.field) else {
            return Vec::new();
        };
        let beside = |name: &str| sibling(typed, trail, of, name);
        let own = values(field);
        if !own.is_empty() {
            return own.into_iter().map(Said::of).collect();
        }
        match (schema::name(of), field.name) {
            (_, "kind") if field.embedded == "TypeMeta" => kinds(|_, kind| kind),
            (_, "apiVersion") if field.embedded == "TypeMeta" => {
                let kind = beside("kind");
                let mut all = schema::kinds().filter(|(_, name, _)| *name == kind);
                match all.next() {
                    Some((version, ..)) => vec![Said::of(version)],
                    None => kinds(|version, _| version),
                }
            }
            ("v1.PodSpec", "nodeSelector") => {
                let key = trail.last().and_then(|step| typed.outline.slot(step.slot));
                let key = key.map_or("", |slot| typed.outline.key(slot)).to_owned();
                self.label_values(&key)
            }
            ("v1.NodeSelectorRequirement", "key") => match is_in(typed, trail, "matchFields") {
                true => vec![Said::of("metadata.name")],
                false => self.label_keys(),
            },
            ("v1.NodeSelectorRequirement", "values") => {
                let key = beside("key").to_owned();
                self.label_values(&key)
            }
            ("v1.TopologySpreadConstraint" | "v1.PodAffinityTerm", "topologyKey") => {
                self.label_keys()
            }
            ("v1.Toleration", "key") => self.taints(None),
            ("v1.Toleration", "value") => {
                let key = beside("key").to_owned();
                self.taints(Some(&key))
            }
            ("v1.PodSpec", "priorityClassName") => self.priority_classes(),
            ("v1.VolumeMount" | "v1.VolumeDevice", "name") => volumes(typed, trail),
            _ => Vec::new(),
        }
    }

    /// Keys for the map that is the last step of a trail.
    pub(super) fn known_keys(&mut self, of: TypeId, field: &Field) -> Vec<Said> {
        if field.item == Item::Quantity {
            return RESOURCES.iter().copied().map(Said::of).collect();
        }
        match (schema::name(of), field.name) {
            ("v1.PodSpec", "nodeSelector") => self.label_keys(),
            _ => Vec::new(),
        }
    }

    fn label_keys(&mut self) -> Vec<Said> {
        self.of_nodes(&|node, say| {
            for (key, _) in node.metadata.labels.iter() {
                say(key);
            }
        })
    }

    fn label_values(&mut self, key: &str) -> Vec<Said> {
        self.of_nodes(&|node, say| {
            if let Some(value) = node.metadata.labels.get(key) {
                say(value);
            }
        })
    }

    /// Keys of the Nodes' taints, or, of a key, its values.
    fn taints(&mut self, key: Option<&str>) -> Vec<Said> {
        self.of_nodes(&|node, say| {
            for taint in &node.spec.taints {
                match key {
                    None => say(&taint.key),
                    Some(key) if key == taint.key && !taint.value.is_empty() => say(&taint.value),
                    Some(_) => {}
                }
            }
        })
    }

    /// What the Nodes of the input say, what most of them say first.
    fn of_nodes(&mut self, each: &Each<'_>) -> Vec<Said> {
        let cluster = self.cluster();
        let nodes = &cluster.snapshot.nodes;
        // How many say it, and the last one that does: a Node may say it twice.
        let mut found: OrderedMap<&str, (usize, usize)> = OrderedMap::new();
        for (position, node) in (1..).zip(nodes.iter()) {
            each(node, &mut |text| {
                let (count, last) = found.or_insert_with(text, || (0, 0));
                *count += usize::from(*last != position);
                *last = position;
            });
        }
        let mut said = Vec::new();
        for (text, (of, _)) in found {
            let detail = match of == nodes.len() {
                true => "every node".to_owned(),
                false => count(of, "node"),
            };
            let text = text.to_owned();
            said.push((usize::MAX - of, Said { text, detail }));
        }
        sort_by_key(&mut said, |(order, _)| *order);
        said.into_iter().map(|(_, said)| said).collect()
    }

    fn priority_classes(&mut self) -> Vec<Said> {
        let mut all: Vec<Said> = PRIORITY_CLASSES.iter().copied().map(Said::of).collect();
        for object in self.objects() {
            let name = &object.metadata.name;
            if matches!(object.typed, Object::PriorityClass(_))
                && all.iter().all(|said| said.text != *name)
            {
                all.push(Said::of(name));
            }
        }
        all
    }
}

fn kinds(of: fn(&'static str, &'static str) -> &'static str) -> Vec<Said> {
    let mut all: Vec<&str> = Vec::new();
    for (version, kind, _) in schema::kinds() {
        let text = of(version, kind);
        let is_typed_list = kind.ends_with("List") && kind != "List";
        if !is_typed_list && !all.contains(&text) {
            all.push(text);
        }
    }
    all.into_iter().map(Said::of).collect()
}

/// The innermost slot of a trail that holds the fields of a struct.
fn holder(trail: &[Step], of: TypeId) -> Option<SlotId> {
    let mut steps = trail.iter().rev();
    let found = steps.find(|step| step.known == super::trail::Known::Struct(of));
    found.map(|step| step.slot)
}

/// The text of another field of the struct that has the last field of a trail.
fn sibling<'t>(typed: &Typed<'t>, trail: &[Step], of: TypeId, name: &str) -> &'t str {
    let found = holder(trail, of).and_then(|holder| typed.outline.field(holder, name));
    found.map_or("", |(_, slot)| typed.outline.value(slot))
}

/// Whether a trail goes through a field of a name.
fn is_in(typed: &Typed<'_>, trail: &[Step], name: &str) -> bool {
    trail.iter().any(|step| {
        let slot = typed.outline.slot(step.slot);
        slot.is_some_and(|slot| typed.outline.key(slot) == name)
    })
}

/// The volumes of the Pod around.
fn volumes(typed: &Typed<'_>, trail: &[Step]) -> Vec<Said> {
    let outline = &typed.outline;
    let pod = schema::named("v1.PodSpec").and_then(|of| holder(trail, of));
    let list = pod.and_then(|pod| outline.field(pod, "volumes"));
    let mut names = Vec::new();
    let Some((list, _)) = list else {
        return names;
    };
    for (volume, _) in outline.children(list) {
        let name = outline.field(volume, "name");
        let name = name.map_or("", |(_, name)| outline.value(name));
        if !name.is_empty() {
            names.push(Said::of(name));
        }
    }
    names
}
