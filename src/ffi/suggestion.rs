//! What would let Nodes in: the way out, what it brings, and the edits of the text.

use super::{DiffLine, Suggestion, TextEdit, convert};
use crate::controller::DaemonPodRules;
use crate::placement::{Group, NodeLabels, effect, way_out};
use crate::source::SourceMap;
use crate::words::{suggestion_effect, suggestion_title};
use crate::workspace::{Cluster, JudgedDaemonSet, Workspace, snippet};

/// Groups of one DaemonSet that get a suggestion, and of all in one answer. Each costs reading the manifest twice.
const GROUPS: (usize, usize) = (20, 100);
/// Nodes of a group that are asked for a way out, until one has one.
const ASKED: usize = 5;
/// How often a requirement or a toleration may meet a Node for one answer. Each way out is judged on all Nodes.
const MEETINGS: usize = 10_000_000;

/// Looks for ways out, as far as that stays quick.
pub(super) struct Suggestions<'a> {
    workspace: &'a Workspace,
    cluster: &'a Cluster,
    pub(super) labels: NodeLabels<'a>,
    /// What has been used up.
    groups: usize,
    meetings: usize,
}

impl<'a> Suggestions<'a> {
    pub(super) fn new(workspace: &'a Workspace, cluster: &'a Cluster) -> Self {
        Self {
            workspace,
            cluster,
            labels: NodeLabels::new(&cluster.snapshot.nodes),
            groups: 0,
            meetings: 0,
        }
    }

    /// For one of a DaemonSet's groups that has `before` others before it: what lets one of its first Nodes in.
    /// `map` says where the DaemonSet's fields are written.
    pub(super) fn for_group(
        &mut self,
        judged: &JudgedDaemonSet,
        map: &SourceMap,
        before: usize,
        group: &Group,
    ) -> Option<Suggestion> {
        if group.should_run || before >= GROUPS.0 || self.groups >= GROUPS.1 {
            return None;
        }
        self.groups += 1;
        let mut asked = group.nodes.iter().take(ASKED);
        asked.find_map(|position| self.for_node(judged, map, *position as usize))
    }

    /// For the Node at a position. `None` where it is eligible, and where nothing sensible lets it in.
    pub(super) fn for_node(
        &mut self,
        judged: &JudgedDaemonSet,
        map: &SourceMap,
        position: usize,
    ) -> Option<Suggestion> {
        let nodes = &self.cluster.snapshot.nodes;
        let template = &judged.daemon_set.spec.template.spec;
        if self.meetings >= MEETINGS || judged.eligibility.class(position)?.should_run {
            return None;
        }
        let changes = way_out(&judged.rules, template, &self.labels, nodes.get(position)?)?;
        let meetings = nodes.len().saturating_mul(asks(&judged.rules));
        self.meetings = self.meetings.saturating_add(meetings);
        let gates = self.workspace.gates();
        let before = &judged.eligibility;
        let effect = effect(&changes, &judged.daemon_set, before, nodes, gates)?;
        effect
            .gained
            .binary_search(&u32::try_from(position).ok()?)
            .ok()?;
        let gained = effect.gained.iter();
        let names: Vec<&str> = gained
            .filter_map(|position| Some(nodes.get(*position as usize)?.metadata.name.as_str()))
            .collect();
        let mut changed = template.clone();
        for change in &changes {
            change.apply(&mut changed);
        }
        let snippet = snippet(&changes, &changed);
        let edited = self.workspace.edit(judged.object, map, &changes);
        let edited = edited.unwrap_or_default();
        let diff = edited
            .diff
            .into_iter()
            .map(|(sign, text)| DiffLine { sign, text });
        let mut diff: Vec<DiffLine> = diff.collect();
        if diff.is_empty() {
            // Where the text cannot show it, what is to be pasted does.
            let lines = snippet.lines().map(ToOwned::to_owned);
            diff.extend(lines.map(|text| DiffLine { sign: '+', text }));
        }
        let edits = edited.edits.into_iter().map(|edit| {
            let (file, range) = convert::place(self.workspace, edit.place);
            TextEdit {
                file,
                range,
                new_text: edit.new_text,
            }
        });
        Some(Suggestion {
            title: suggestion_title(&changes),
            effect: suggestion_effect(&changes, &effect, &names, nodes.len()),
            diff,
            snippet,
            edits: edits.collect(),
        })
    }
}

/// How many checks a template makes of each Node, and one.
fn asks(rules: &DaemonPodRules) -> usize {
    let affinity = rules.affinity();
    let terms = affinity.asked_terms().iter();
    let requirements: usize = terms.map(|term| term.requirements.len()).sum();
    1 + rules.tolerations().len() + affinity.node_selector.len() + requirements
}
