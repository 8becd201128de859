//! Values and keys that are known without the text: the API's own, and those of the Nodes and objects of the input.

use super::trail::{Step, Typed};
use crate::cluster::ClusterNodes;
use crate::manifest::{SlotId, Typed as Object};
use crate::model::Taint;
use crate::order::{OrderedMap, sort_by_key, sorted_unique};
use crate::schema::{self, Field, Item, TypeId};
use crate::words::count;
use crate::workspace::Workspace;

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
            ("v1.Toleration", "key") => self.taints(|taint| Some(&taint.key)),
            ("v1.Toleration", "value") => {
                let key = beside("key");
                self.taints(|taint| (taint.key == key).then_some(&taint.value))
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

    /// The labels of the Nodes, those of most Nodes first.
    fn label_keys(&mut self) -> Vec<Said> {
        let cluster = self.cluster();
        let nodes = &cluster.snapshot.nodes;
        let mut found: OrderedMap<&str, usize> = OrderedMap::new();
        for node in nodes.iter() {
            for (key, _) in node.metadata.labels.iter() {
                *found.or_insert_with(key, || 0) += 1;
            }
        }
        said(
            found.into_iter().map(|(key, of)| (key.to_owned(), of)),
            nodes,
        )
    }

    fn label_values(&mut self, key: &str) -> Vec<Said> {
        let cluster = self.cluster();
        let nodes = &cluster.snapshot.nodes;
        let columns = nodes.label_columns(&[key]);
        let values = columns.iter().flat_map(|column| {
            let with = |value: &str| (value.to_owned(), column.with_value(value).len());
            column.values().map(with).collect::<Vec<_>>()
        });
        said(values, nodes)
    }

    /// What taints of the Nodes say, without what they say of nothing.
    fn taints<'a>(&mut self, of: impl Fn(&Taint) -> Option<&String> + 'a) -> Vec<Said> {
        let cluster = self.cluster();
        let nodes = &cluster.snapshot.nodes;
        let mut found: OrderedMap<String, usize> = OrderedMap::new();
        for node in nodes.iter() {
            let own = node.spec.taints.iter().filter_map(&of);
            for text in sorted_unique(own.filter(|text| !text.is_empty()).map(String::as_str)) {
                *found.or_insert_with(text.to_owned(), || 0) += 1;
            }
        }
        said(found.into_iter(), nodes)
    }

    fn priority_classes(&mut self) -> Vec<Said> {
        let objects = self.objects();
        let classes = objects.filter(|object| matches!(object.typed, Object::PriorityClass(_)));
        let names = classes.map(|object| object.metadata.name.clone());
        let own = PRIORITY_CLASSES.iter().map(|name| (*name).to_owned());
        let all = sorted_unique(names.chain(own));
        all.iter().map(|name| Said::of(name)).collect()
    }
}

/// Those of most Nodes first, then by name.
fn said(found: impl Iterator<Item = (String, usize)>, nodes: &ClusterNodes) -> Vec<Said> {
    let mut found: Vec<(String, usize)> = found.collect();
    sort_by_key(&mut found, |(text, of)| (usize::MAX - of, text.clone()));
    let all = nodes.len();
    let said = found.into_iter().map(|(text, of)| Said {
        text,
        detail: match of == all {
            true => "every node".to_owned(),
            false => count(of, "node"),
        },
    });
    said.collect()
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
    let mut slots = trail
        .iter()
        .filter_map(|step| typed.outline.slot(step.slot));
    slots.any(|slot| typed.outline.key(slot) == name)
}

/// The volumes of the Pod around.
fn volumes(typed: &Typed<'_>, trail: &[Step]) -> Vec<Said> {
    let outline = &typed.outline;
    let pod = schema::named("v1.PodSpec").and_then(|of| holder(trail, of));
    let list = pod.and_then(|pod| outline.field(pod, "volumes"));
    let volumes = list
        .into_iter()
        .flat_map(|(list, _)| outline.children(list));
    let names = volumes.filter_map(|(volume, _)| {
        let (_, name) = outline.field(volume, "name")?;
        Some(outline.value(name)).filter(|name| !name.is_empty())
    });
    names.map(Said::of).collect()
}
