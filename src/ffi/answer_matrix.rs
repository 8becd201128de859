use super::places::{NodePlaces, Places};
use super::{TaintMatrix, TaintShape, TaintView, TolerationView};
use crate::controller::{DaemonPodRules, TaintOutcome, TolerationOrigin};
use crate::matching::{TolerationField, differs};
use crate::model::{FeatureGates, Taint, Toleration};
use crate::placement;
use crate::source::FieldPath;
use crate::words::{added_because, matrix_sentence, replaced_because};
use crate::workspace::Cluster;

/// Taints whose place in a Node's text is looked up: each may cost reading a Node once more.
const PLACED: usize = 40;

/// A toleration, where it is written, and how many Nodes it opens; the template's own ones that were replaced come
/// last.
struct Row<'a> {
    toleration: &'a Toleration,
    origin: &'static str,
    why: Option<String>,
    written: Option<u32>,
    opens: u32,
}

pub(super) fn matrix(
    cluster: &Cluster,
    rules: &DaemonPodRules,
    matrix: &placement::TaintMatrix<'_>,
    places: &Places<'_>,
    node_places: &mut NodePlaces<'_>,
) -> TaintMatrix {
    let rows = rows(rules, &matrix.opens);
    let list = Places::pod(&["tolerations"]);
    let tolerations = rows.iter().zip(0..).map(|(row, index)| TolerationView {
        index,
        key: row.toleration.key.clone(),
        operator: row
            .toleration
            .operator
            .as_ref()
            .map_or("Equal", |operator| operator.as_str())
            .to_owned(),
        value: row.toleration.value.clone(),
        effect: row
            .toleration
            .effect
            .as_ref()
            .map_or("", |effect| effect.as_str())
            .to_owned(),
        toleration_seconds: row.toleration.toleration_seconds.map(exact),
        origin: row.origin,
        why: row.why.clone(),
        place: row
            .written
            .and_then(|index| places.field(&list.clone().index(index as usize))),
        opens: row.opens,
    });
    let taints = matrix.taints.iter().enumerate().map(|(number, column)| {
        let judgement = &column.judgement;
        let names = column.first.iter().filter_map(|position| {
            let node = cluster.snapshot.nodes.get(*position as usize)?;
            Some(node.metadata.name.clone())
        });
        let first = column.first.first().filter(|_| number < PLACED);
        TaintView {
            taint: taint(judgement.taint),
            nodes: column.nodes,
            examples: names.collect(),
            outcome: outcome(judgement.outcome),
            tolerated_by: judgement.tolerated_by.clone(),
            place: first.and_then(|node| taint_place(cluster, *node, judgement.taint, node_places)),
        }
    });
    let gates = rules.gates();
    TaintMatrix {
        tolerations: tolerations.collect(),
        taints: taints.collect(),
        differs: rows
            .iter()
            .map(|row| differences(row, matrix, gates))
            .collect(),
        sentence: matrix_sentence(matrix),
    }
}

fn rows<'a>(rules: &'a DaemonPodRules, opens: &[u32]) -> Vec<Row<'a>> {
    let (mut rows, mut replaced) = (Vec::new(), Vec::new());
    let opens = opens.iter().copied().chain(std::iter::repeat(0));
    for (pod, opens) in rules.tolerations().iter().zip(opens) {
        let (origin, why, written) = match &pod.origin {
            TolerationOrigin::Template { index } => ("manifest", None, Some(*index)),
            TolerationOrigin::Controller { why } => ("controller", Some(*why), None),
            TolerationOrigin::Replaced {
                index,
                why,
                template,
            } => {
                replaced.push(Row {
                    toleration: template,
                    origin: "replaced",
                    why: Some(replaced_because(template)),
                    written: Some(*index),
                    opens: 0,
                });
                ("controller", Some(*why), Some(*index))
            }
        };
        rows.push(Row {
            toleration: &pod.toleration,
            origin,
            why: why.map(added_because),
            written,
            opens,
        });
    }
    rows.extend(replaced);
    rows
}

fn differences(
    row: &Row<'_>,
    matrix: &placement::TaintMatrix<'_>,
    gates: FeatureGates,
) -> Vec<Vec<&'static str>> {
    let columns = matrix.taints.iter();
    columns
        .map(|column| {
            let fields = differs(row.toleration, column.judgement.taint, gates);
            fields.into_iter().map(field).collect()
        })
        .collect()
}

/// The nearest number that JavaScript holds exactly.
fn exact(seconds: i64) -> i64 {
    const MOST: i64 = (1 << 53) - 1;
    seconds.clamp(-MOST, MOST)
}

fn field(field: TolerationField) -> &'static str {
    match field {
        TolerationField::Key => "key",
        TolerationField::Operator => "operator",
        TolerationField::Value => "value",
        TolerationField::Effect => "effect",
    }
}

fn outcome(outcome: TaintOutcome) -> &'static str {
    match outcome {
        TaintOutcome::Tolerated => "tolerated",
        TaintOutcome::KeepsOut => "keepsOut",
        TaintOutcome::Evicts => "evicts",
        TaintOutcome::NoSay => "noSay",
    }
}

pub(super) fn taint(taint: &Taint) -> TaintShape {
    TaintShape {
        key: taint.key.clone(),
        value: taint.value.clone(),
        effect: taint.effect.as_str().to_owned(),
    }
}

/// Where the Node at a position says that it has a taint.
fn taint_place(
    cluster: &Cluster,
    position: u32,
    taint: &Taint,
    places: &mut NodePlaces<'_>,
) -> Option<super::Place> {
    let node = cluster.snapshot.nodes.get(position as usize)?;
    let index = node.spec.taints.iter().position(|own| own == taint)?;
    let path = FieldPath::of(&["spec", "taints"]).index(index);
    places.of(position)?.field(&path)
}
