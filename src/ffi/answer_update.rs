use super::column::Column;
use super::convert::diagnostic_of;
use super::request::RolloutQuestion;
use super::{Diagnostic, FieldChange, Refusal, UpdateFound};
use crate::apiserver::{Change, ChangeEffect, PatchType};
use crate::model::{Json, UpdateStrategyType};
use crate::order::sort;
use crate::simulation::Propagation;
use crate::source::SourceFile;
use crate::words::{Updated, change_effect, short_value, update_sentence};
use crate::workspace::{Asked, Cluster, RefusedBy, Update, Workspace};

/// Changes that are told one by one.
const CHANGES: usize = 200;

/// What a question asks to be done to the DaemonSet.
pub(super) fn asked(question: &RolloutQuestion) -> Asked<'_> {
    match question {
        _ if question.restart => Asked::Restart,
        RolloutQuestion {
            patch: Some(patch), ..
        } => {
            let kind = match patch.kind.as_str() {
                "merge" => PatchType::Merge,
                "json" => PatchType::Json,
                _ => PatchType::Strategic,
            };
            Asked::Patch(&patch.text, kind)
        }
        _ if !question.set_image.is_empty() => Asked::SetImage(&question.set_image),
        RolloutQuestion {
            undo: Some(revision),
            ..
        } => Asked::Undo(i64::from(*revision)),
        _ if !question.delete.is_empty() => Asked::Delete(match question.delete.as_str() {
            "foreground" => Propagation::Foreground,
            "orphan" => Propagation::Orphan,
            _ => Propagation::Background,
        }),
        _ => Asked::Apply,
    }
}

/// What an update is. `names`: the Nodes that answers count by.
pub(super) fn update(
    workspace: &Workspace,
    cluster: &Cluster,
    update: &Update,
    asked: Asked<'_>,
    names: &[String],
) -> UpdateFound {
    let nodes = &cluster.snapshot.nodes;
    let (gains, loses) = update.nodes(nodes, workspace.gates());
    let column = |positions: &[usize]| {
        let mut found: Vec<u32> = positions
            .iter()
            .filter_map(|at| {
                let name = &nodes.get(*at)?.metadata.name;
                u32::try_from(names.binary_search(name).ok()?).ok()
            })
            .collect();
        sort(&mut found);
        Column(found)
    };
    let by = match asked {
        Asked::Apply if update.old.is_none() => "first",
        Asked::Apply => "apply",
        Asked::Restart => "restart",
        Asked::Patch(..) => "patch",
        Asked::SetImage(_) => "setImage",
        Asked::Undo(_) => "undo",
        Asked::Delete(_) => "delete",
    };
    let strategy = &update.new.spec.update_strategy.kind;
    let changes = update.changes.iter();
    let of_template = changes.clone().filter(|change| change.is_of_template());
    let sentence = update_sentence(Updated {
        is_first: update.old.is_none(),
        refused: update.refused.first().map(|refused| {
            let by_kubectl = refused.by == RefusedBy::Kubectl;
            (by_kubectl, refused.message.as_str())
        }),
        deleted: match asked {
            Asked::Delete(propagation) => Some(propagation),
            _ => None,
        },
        unchanged: update.unchanged.as_deref(),
        changes: update.changes.len(),
        of_template: of_template.count(),
        on_delete: *strategy == Some(UpdateStrategyType::OnDelete),
        gains: gains.len(),
        loses: loses.len(),
    });
    UpdateFound {
        by,
        rolls_out: update.refused.is_empty() && (by == "first" || update.makes_new_pods()),
        sentence,
        changes: changes.take(CHANGES).map(change).collect(),
        more_changes: u32::try_from(update.changes.len().saturating_sub(CHANGES))
            .unwrap_or(u32::MAX),
        gains: column(&gains),
        loses: column(&loses),
        refused: update
            .refused
            .iter()
            .map(|refused| Refusal {
                by: match refused.by {
                    RefusedBy::Kubectl => "kubectl",
                    RefusedBy::ApiServer => "apiserver",
                },
                path: refused.path.clone(),
                message: refused.message.clone(),
            })
            .collect(),
    }
}

fn change(change: &Change) -> FieldChange {
    let effect = change.effect();
    let value = |value: &Option<Json>| value.as_ref().map(|value| short_value(&value.display()));
    FieldChange {
        path: change.path.clone(),
        part: match change.path.split(['.', '[']).next() {
            Some("metadata") => "metadata",
            _ if change.is_of_template() => "template",
            _ => "spec",
        },
        before: value(&change.before),
        after: value(&change.after),
        reordered: change.reordered,
        effect: match effect {
            ChangeEffect::NewPods => "newPods",
            ChangeEffect::NodesAtOnce => "nodesAtOnce",
            ChangeEffect::ThisRollout => "thisRollout",
            ChangeEffect::Nothing => "nothing",
        },
        text: change_effect(effect),
    }
}

/// What was found in the patch, with places in its text.
pub(super) fn patch_findings(update: &Update, question: &RolloutQuestion) -> Vec<Diagnostic> {
    let Some(patch) = &question.patch else {
        return Vec::new();
    };
    let file = SourceFile::new(patch.name.as_str(), patch.text.as_str());
    let found = update.diagnostics.iter();
    found.map(|finding| diagnostic_of(&file, finding)).collect()
}
