use super::names::count;
use super::rollout::duration;
use crate::apiserver::ChangeEffect;
use crate::simulation::Propagation;

/// Characters of a value that are shown.
const SHOWN: usize = 100;

/// What is to be said of an update as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Updated<'a> {
    /// There was no DaemonSet before.
    pub is_first: bool,
    /// Whether kubectl itself refuses it, and its message or the API server's.
    pub refused: Option<(bool, &'a str)>,
    /// The DaemonSet is deleted.
    pub deleted: Option<Propagation>,
    /// What kubectl says where nothing changes.
    pub unchanged: Option<&'a str>,
    /// How many fields differ.
    pub changes: usize,
    /// How many of them are of the Pod template.
    pub of_template: usize,
    /// The strategy is `OnDelete`.
    pub on_delete: bool,
    /// How many Nodes get a Pod at once.
    pub gains: usize,
    /// How many Nodes lose theirs at once.
    pub loses: usize,
}

/// What an update is, in a sentence or two.
///
/// ```
/// use everynode::words::{Updated, update_sentence};
/// let update = Updated { changes: 3, of_template: 1, ..Updated::default() };
/// assert_eq!(update_sentence(update), "1 field of the Pod template differs: new Pods replace the old ones.");
/// assert_eq!(update_sentence(Updated::default()), "Once defaults are filled in, nothing differs: kubectl apply changes nothing that runs.");
/// ```
#[must_use]
pub fn update_sentence(update: Updated<'_>) -> String {
    if let Some((by_kubectl, message)) = update.refused {
        let who = if by_kubectl {
            "kubectl"
        } else {
            "The API server"
        };
        return format!("{who} refuses it, and nothing changes: {message}");
    }
    if let Some(propagation) = update.deleted {
        return match propagation {
            Propagation::Background => "The DaemonSet is gone at once, and its Pods are deleted, all at the same time: no budget counts them.",
            Propagation::Foreground => "The DaemonSet stays until its Pods are gone, which are deleted all at the same time: no budget counts them.",
            Propagation::Orphan => "The DaemonSet is gone at once, and its Pods run on without an owner.",
        }
        .to_owned();
    }
    if update.is_first {
        return "A first rollout: there was no such DaemonSet before.".to_owned();
    }
    let mut said = match (update.of_template, update.changes) {
        (0, 0) => match update.unchanged {
            Some(kubectl) => format!("Nothing differs, so that this replaces no Pod; kubectl says: {kubectl}"),
            None => "Once defaults are filled in, nothing differs: kubectl apply changes nothing that runs."
                .to_owned(),
        },
        (0, _) => "The Pod template is the same: this replaces no Pod.".to_owned(),
        (fields, _) => {
            let verb = if fields == 1 { "differs" } else { "differ" };
            let then = match update.on_delete {
                false => "new Pods replace the old ones",
                true => "an old Pod is replaced once somebody deletes it (OnDelete)",
            };
            format!("{} of the Pod template {verb}: {then}.", count(fields, "field"))
        }
    };
    let nodes = |number: usize, verb: &str, verbs: &str| match number {
        0 => String::new(),
        1 => format!("1 node {verb}"),
        many => format!("{} {verbs}", count(many, "node")),
    };
    let parts = [
        nodes(update.gains, "gains a Pod", "gain a Pod"),
        nodes(update.loses, "loses its Pod", "lose their Pods"),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if !parts.is_empty() {
        said.push_str(&format!(
            " {} at once, outside the budget.",
            parts.join(" and ")
        ));
    }
    said
}

/// How an update ends that does not happen.
pub const REFUSED: &str = "the update is refused";

/// How the deletion of a DaemonSet ends, in one line. `left`: Nodes on which a Pod is being deleted for ever.
#[must_use]
pub fn deletion_verdict(propagation: Propagation, seconds: i64, left: usize) -> String {
    let after = duration(seconds);
    let nodes = count(left, "node");
    match (propagation, left) {
        (Propagation::Orphan, _) => "the DaemonSet is gone, and its Pods run on".to_owned(),
        (Propagation::Foreground, 1..) => {
            format!("the DaemonSet stays for ever: the Pods of {nodes} are never gone")
        }
        (Propagation::Background, 1..) => {
            format!("the DaemonSet is gone, and the Pods of {nodes} never are")
        }
        (_, 0) => format!("the DaemonSet and its Pods are gone after {after}"),
    }
}

/// What the change of a field does: `makes new Pods`.
#[must_use]
pub fn change_effect(effect: ChangeEffect) -> &'static str {
    match effect {
        ChangeEffect::NewPods => "makes new Pods",
        ChangeEffect::NodesAtOnce => "makes new Pods, and changes nodes at once",
        ChangeEffect::ThisRollout => "governs this very rollout",
        ChangeEffect::Nothing => "changes nothing that runs",
    }
}

/// A value on one line; what is long is cut.
#[must_use]
pub fn short_value(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default()),
        None if line.len() < text.trim_end().len() => format!("{line}…"),
        None => line.to_owned(),
    }
}
