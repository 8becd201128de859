use super::answer_matrix::{matrix, taint};
use super::answer_rules::rules;
use super::answer_status::{kubectl, misscheduled, recorded_status, revision, status};
use super::facets::facets;
use super::places::{NodePlaces, Places};
use super::suggestion::Suggestions;
use super::{
    Column, DaemonSetPlacement, NodeGroup, NodeTable, ObjectRef, PlaceAnswer, Reason, convert,
};
use crate::placement::{self, ClassReasons, NodeVerdict, groups, rule_counts, taint_matrix};
use crate::words::{cause, group_sentence, group_title, notes, place_notes, verdict};
use crate::workspace::{Cluster, JudgedDaemonSet, Workspace};

/// The answer to `place`, but for what reading found.
pub(super) fn answer(workspace: &Workspace, cluster: &Cluster) -> PlaceAnswer {
    let nodes = &cluster.snapshot.nodes;
    let mut shared = Shared {
        suggestions: Suggestions::new(workspace, cluster),
        places: NodePlaces::new(workspace, cluster),
    };
    let daemon_sets = cluster.daemon_sets.iter();
    PlaceAnswer {
        nodes: NodeTable {
            names: nodes
                .iter()
                .map(|node| node.metadata.name.clone())
                .collect(),
            facets: facets(nodes),
        },
        daemon_sets: daemon_sets
            .map(|judged| daemon_set(workspace, cluster, judged, &mut shared))
            .collect(),
        notes: place_notes(cluster.daemon_sets.len(), nodes.len()),
        ..PlaceAnswer::default()
    }
}

/// What the answers about all DaemonSets read of the Nodes.
struct Shared<'a> {
    suggestions: Suggestions<'a>,
    places: NodePlaces<'a>,
}

/// Whether the input says anything of Pods.
pub(super) fn pods_given(cluster: &Cluster) -> bool {
    !cluster.snapshot.pods.is_empty()
}

fn daemon_set(
    workspace: &Workspace,
    cluster: &Cluster,
    judged: &JudgedDaemonSet,
    shared: &mut Shared<'_>,
) -> DaemonSetPlacement {
    let nodes = &cluster.snapshot.nodes;
    let places = Places::of(workspace, judged.object);
    let eligible = judged.eligibility.eligible();
    let counts = rule_counts(
        &judged.rules,
        &judged.eligibility,
        &shared.suggestions.labels,
    );
    let reasons = ClassReasons::new(&judged.rules, &judged.eligibility, nodes);
    let taints = taint_matrix(&judged.rules, &judged.eligibility, nodes);
    let object = workspace.object(judged.object);
    let (file, range) = object
        .map(|object| convert::place(workspace, object.place))
        .unwrap_or_default();
    let place_of = |id| {
        let object = workspace.object(id)?;
        let (file, range) = convert::place(workspace, object.place);
        Some(super::Place {
            file,
            path: None,
            range,
        })
    };
    DaemonSetPlacement {
        reference: reference(judged),
        file,
        range,
        origin: object.map_or("proposed", |object| convert::origin(object.origin)),
        recorded: judged.recorded.and_then(place_of),
        eligible,
        verdict: verdict(eligible as usize, nodes.len()),
        groups: node_groups(cluster, judged, &reasons, &places, &mut shared.suggestions),
        rules: rules(&judged.rules, counts, &places),
        matrix: matrix(cluster, &judged.rules, &taints, &places, &mut shared.places),
        status: status(cluster, judged),
        recorded_status: recorded_status(judged),
        revision: revision(cluster, judged),
        kubectl: kubectl(workspace, cluster, judged),
        misscheduled: misscheduled(cluster, judged, &reasons),
        notes: notes(
            &judged.status,
            judged.recorded.is_some(),
            pods_given(cluster),
        ),
    }
}

/// Kind, namespace and name as the API server stores them.
pub(super) fn reference(judged: &JudgedDaemonSet) -> ObjectRef {
    ObjectRef {
        kind: "DaemonSet".to_owned(),
        namespace: judged.daemon_set.metadata.namespace.clone(),
        name: judged.daemon_set.metadata.name.clone(),
    }
}

fn node_groups(
    cluster: &Cluster,
    judged: &JudgedDaemonSet,
    reasons: &ClassReasons,
    places: &Places<'_>,
    suggestions: &mut Suggestions<'_>,
) -> Vec<NodeGroup> {
    let nodes = &cluster.snapshot.nodes;
    let given = pods_given(cluster);
    let first_pods = &judged.status.first_pods;
    let groups = groups(&judged.eligibility, reasons, first_pods, given);
    let shown = groups.enumerate().map(|(before, group)| NodeGroup {
        verdict: verdict_name(group.verdict),
        should_run: group.should_run,
        should_continue_running: group.should_continue_running,
        title: group_title(group.verdict, &group.reasons),
        sentence: group_sentence(&group, &judged.rules, nodes, given),
        cause: cause(&group.reasons),
        reasons: group
            .reasons
            .named
            .iter()
            .map(|r| reason(r, places))
            .collect(),
        suggestion: suggestions.for_group(judged, places.map(), before, &group),
        nodes: Column(group.nodes),
    });
    shown.collect()
}

pub(super) fn verdict_name(verdict: NodeVerdict) -> &'static str {
    match verdict {
        NodeVerdict::Runs => "runs",
        NodeVerdict::PodNotAvailable => "podNotAvailable",
        NodeVerdict::AwaitsPod => "awaitsPod",
        NodeVerdict::KeepsPod => "keepsPod",
        NodeVerdict::LosesPod => "losesPod",
        NodeVerdict::LeftOut => "leftOut",
    }
}

fn reason(reason: &placement::Reason, places: &Places<'_>) -> Reason {
    match reason {
        placement::Reason::NodeName { wanted } => Reason::NodeName {
            wanted: wanted.clone(),
        },
        placement::Reason::NodeSelector { key, wanted } => Reason::NodeSelector {
            key: key.clone(),
            wanted: wanted.clone(),
            place: places.field(&Places::pod(&["nodeSelector"]).field(key)),
        },
        placement::Reason::NodeAffinity { terms } => Reason::NodeAffinity {
            terms: *terms,
            place: places.field(&Places::terms()),
        },
        placement::Reason::Taint(own) => Reason::Taint { taint: taint(own) },
    }
}
