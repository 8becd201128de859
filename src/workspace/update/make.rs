use super::{
    Asked, Cluster, JudgedDaemonSet, ObjectId, Refused, RefusedBy, Update, Workspace, apply_patch,
    changes, default_daemon_set, name, refusals, stated,
};
use crate::apiserver::daemon_set_of;
use crate::controller::history;
use crate::diagnostic::{Diagnostic, Severity};
use crate::manifest::{Limits, Origin, Typed, read_value};
use crate::matching::quote;
use crate::model::{DaemonSet, Defaulted, Json, Time};
use crate::source::FileId;
use crate::workspace::cluster::apply;

/// The annotation of a template that says when somebody asked for new Pods.
///
/// Upstream: staging/src/k8s.io/kubectl/pkg/polymorphichelpers/objectrestarter.go defaultObjectRestarter (v1.36.3)
const RESTARTED_AT: &str = "kubectl.kubernetes.io/restartedAt";

/// A DaemonSet that takes part in an update.
struct Side {
    id: ObjectId,
    typed: Defaulted<DaemonSet>,
    recorded: bool,
}

/// What becomes of a stored DaemonSet, or why nothing does.
#[derive(Default)]
struct Made {
    stored: Json,
    unchanged: Option<String>,
    refused: Vec<Refused>,
    diagnostics: Vec<Diagnostic>,
}

pub(super) fn update(
    workspace: &Workspace,
    cluster: &Cluster,
    judged: &JudgedDaemonSet,
    from: &[String],
    asked: Asked<'_>,
) -> Update {
    let (old, new) = sides(workspace, judged, from);
    let stored = |id| {
        let mut stored = workspace.stored(id).unwrap_or_default();
        // A part of a manifest has no name of its own.
        if let Some(metadata) = stored.get_mut("metadata") {
            let own = &judged.daemon_set.metadata;
            metadata.set("name", Json::text(&own.name));
            metadata.set("namespace", Json::text(&own.namespace));
        }
        stored
    };
    let (old, new, made) = match asked {
        Asked::Apply => {
            let stored = stored(new.id);
            let made = Made {
                stored,
                ..Made::default()
            };
            (old, new, made)
        }
        // What runs goes back to what was before it.
        Asked::Undo(_) if !from.is_empty() => {
            let before = old.map(|old| stored(old.id));
            let made = to_template(stored(new.id), before.as_ref().and_then(template));
            let again = Side {
                typed: new.typed.clone(),
                ..new
            };
            (Some(again), new, made)
        }
        Asked::Undo(revision) => {
            let running = old.unwrap_or(new);
            let made = undo(cluster, &running, stored(running.id), revision);
            let again = Side {
                typed: running.typed.clone(),
                ..running
            };
            (Some(again), running, made)
        }
        Asked::Delete(_) => {
            let running = old.unwrap_or(new);
            let made = Made {
                stored: stored(running.id),
                ..Made::default()
            };
            let again = Side {
                typed: running.typed.clone(),
                ..running
            };
            (Some(again), running, made)
        }
        Asked::Restart | Asked::Patch(..) | Asked::SetImage(_) => {
            let made = change(stored(new.id), asked, workspace.now());
            let before = old.unwrap_or_else(|| Side {
                typed: new.typed.clone(),
                ..new
            });
            (Some(before), new, made)
        }
    };
    finish(cluster, old, new, made, asked, stored)
}

fn finish(
    cluster: &Cluster,
    old: Option<Side>,
    new: Side,
    made: Made,
    asked: Asked<'_>,
    stored: impl Fn(ObjectId) -> Json,
) -> Update {
    let before = old.as_ref().map(|old| stored(old.id));
    let mut typed = match asked {
        Asked::Apply => new.typed,
        _ => typed(&made.stored, &new.typed),
    };
    let mut refused = made.refused;
    if refused.is_empty() && !matches!(asked, Asked::Delete(_)) {
        let found = refusals(before.as_ref(), &made.stored, &typed);
        refused.extend(found.into_iter().map(|refusal| Refused {
            by: RefusedBy::ApiServer,
            path: refusal.path.to_owned(),
            message: refusal.message,
        }));
    }
    let changed = before.as_ref().map(|before| changes(before, &made.stored));
    let changed = changed.unwrap_or_default();
    let mut stored = made.stored;
    if let (Some(old), Some(before), false) = (&old, before, refused.is_empty()) {
        typed = old.typed.clone();
        stored = before;
    }
    Update {
        recorded: old.as_ref().is_some_and(|old| old.recorded) && !cluster.snapshot.pods.is_empty(),
        old: old.map(|old| old.typed),
        new: typed,
        stored,
        unchanged: made.unchanged.filter(|_| changed.is_empty()),
        changes: changed,
        refused,
        diagnostics: made.diagnostics,
    }
}

/// The old DaemonSet, if there is one, and the new one.
fn sides(workspace: &Workspace, judged: &JudgedDaemonSet, from: &[String]) -> (Option<Side>, Side) {
    let before = |file: &str| from.iter().any(|from| from == file);
    let after = |file: &str| !before(file);
    let old = if from.is_empty() {
        let id = judged.recorded.unwrap_or(judged.object);
        let found = workspace.object(id);
        let found = found.filter(|object| object.origin == Origin::Recorded);
        found.and_then(|object| match &object.typed {
            Typed::DaemonSet(old) => Some((id, Origin::Recorded, &**old)),
            _ => None,
        })
    } else {
        stated(workspace, judged, before)
    };
    let side = |(id, origin, typed): (ObjectId, Origin, &DaemonSet)| Side {
        id,
        typed: default_daemon_set(typed.clone()),
        recorded: origin == Origin::Recorded,
    };
    let file = name(workspace, judged.object.file);
    let new = match stated(workspace, judged, after) {
        // Where an old one was judged: the files say which is new, not their order.
        Some(new) if !file.is_some_and(after) => side(new),
        _ => Side {
            id: judged.object,
            typed: judged.daemon_set.clone(),
            recorded: false,
        },
    };
    (old.map(side), new)
}

fn change(stored: Json, asked: Asked<'_>, now: Option<Time>) -> Made {
    let mut made = Made {
        stored,
        ..Made::default()
    };
    match asked {
        Asked::Restart => {
            let moment = now.unwrap_or(Time { seconds: 0 }).to_string();
            if let Some(template) = made.stored.at_mut(&["spec", "template"]) {
                let mut metadata = template.remove("metadata").unwrap_or_default();
                let mut annotations = metadata.remove("annotations").unwrap_or_default();
                annotations.set(RESTARTED_AT, Json::text(&moment));
                metadata.set("annotations", annotations);
                template.set("metadata", metadata);
            }
        }
        Asked::Patch(text, kind) => match apply_patch(&made.stored, text, kind) {
            Ok(patched) => {
                made.stored = patched.stored;
                made.diagnostics = patched.diagnostics;
                let named = made
                    .stored
                    .at(&["metadata", "name"])
                    .and_then(Json::as_text);
                let named = named.unwrap_or_default();
                made.unchanged = Some(format!("daemonset.apps/{named} patched (no change)"));
            }
            Err(found) => {
                let error = |finding: &&Diagnostic| finding.severity == Severity::Error;
                let message = found.iter().find(error).map(|error| error.message.clone());
                made.refused.push(Refused {
                    by: RefusedBy::ApiServer,
                    path: String::new(),
                    message: message.unwrap_or_default(),
                });
                made.diagnostics = found;
            }
        },
        Asked::SetImage(images) => {
            for (container, image) in images {
                set_image(&mut made, container, image);
            }
        }
        Asked::Apply | Asked::Undo(_) | Asked::Delete(_) => {}
    }
    made
}

/// Upstream: staging/src/k8s.io/kubectl/pkg/cmd/set/set_image.go SetImageOptions.Run (v1.36.3)
fn set_image(made: &mut Made, container: &str, image: &str) {
    let mut found = 0;
    let fields = ["initContainers", "containers"];
    let Some(pod) = made.stored.at_mut(&["spec", "template", "spec"]) else {
        return;
    };
    let only = pod.get("containers").map_or(0, |list| list.items().len()) == 1;
    for field in fields {
        for item in pod.get_mut(field).map(Json::items_mut).unwrap_or_default() {
            let name = item.get("name").and_then(Json::as_text);
            let is_meant = match container {
                "*" => true,
                "" => only && field == "containers",
                container => name == Some(container),
            };
            if is_meant {
                found += 1;
                item.set("image", Json::text(image));
            }
        }
    }
    if found == 0 {
        let message = match container {
            "" => "the template has several containers: say whose image it is".to_owned(),
            container => ["error: unable to find container named ", &quote(container)].concat(),
        };
        made.refused.push(Refused {
            by: RefusedBy::Kubectl,
            path: "spec.template.spec.containers".to_owned(),
            message,
        });
    }
}

/// Upstream: staging/src/k8s.io/kubectl/pkg/polymorphichelpers/rollback.go DaemonSetRollbacker.Rollback (v1.36.3)
fn undo(cluster: &Cluster, running: &Side, stored: Json, revision: i64) -> Made {
    let history = history(&running.typed, &cluster.snapshot);
    let found = match revision {
        0 => history.iter().rev().nth(1),
        revision => history.iter().find(|known| known.revision == revision),
    };
    let Some(found) = found else {
        let message = match revision {
            0 => "error: no last revision to roll back to".to_owned(),
            revision => format!("error: unable to find specified revision {revision} in history"),
        };
        return Made {
            stored,
            refused: vec![Refused {
                by: RefusedBy::Kubectl,
                path: String::new(),
                message,
            }],
            ..Made::default()
        };
    };
    let limits = Limits {
        nesting: usize::MAX,
        ..Limits::default()
    };
    let template = read_value(FileId::default(), &found.template, &limits).value;
    let mut made = to_template(stored, template);
    made.unchanged = Some(format!(
        "skipped rollback (current template already matches revision {revision})"
    ));
    made
}

/// The DaemonSet with another template; without one, nothing to go back to.
fn to_template(mut stored: Json, template: Option<Json>) -> Made {
    let mut made = Made::default();
    match template {
        Some(template) => {
            if let Some(spec) = stored.get_mut("spec") {
                spec.set("template", template);
            }
            (stored, _) = crate::apiserver::stored_daemon_set(stored);
        }
        None => made.refused.push(Refused {
            by: RefusedBy::Kubectl,
            path: String::new(),
            message: "error: no last revision to roll back to".to_owned(),
        }),
    }
    made.stored = stored;
    made
}

fn template(stored: &Json) -> Option<Json> {
    stored.at(&["spec", "template"]).cloned()
}

/// What the server makes of a stored DaemonSet: what only it sets is that of `base`.
fn typed(stored: &Json, base: &Defaulted<DaemonSet>) -> Defaulted<DaemonSet> {
    let Some(typed) = daemon_set_of(stored) else {
        return base.clone();
    };
    let mut typed: DaemonSet = (*typed).clone();
    apply(&mut typed, base);
    default_daemon_set(typed)
}
