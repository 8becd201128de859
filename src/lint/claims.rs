use super::Context;
use crate::source::holds;

impl Context<'_> {
    /// What says that the agent runs on every Node: a comment at the object or at its tolerations, its description, or its name.
    #[must_use]
    pub fn claims_every_node(&self) -> bool {
        let name = self.name();
        if holds(name, "every-node") || holds(name, "all-nodes") {
            return true;
        }
        if says_every_node(self.annotation("kubernetes.io/description").text()) {
            return true;
        }
        let tolerations = self.pod.get("tolerations");
        let mut places = vec![self.root.at("metadata.name"), self.pod, tolerations];
        places.extend(tolerations.items());
        for (_, field) in self.root.entries() {
            places.push(field);
        }
        for place in places {
            if place.exists() && self.comments(place).any(says_every_node) {
                return true;
            }
        }
        false
    }
}

/// Whether a comment says of an agent that it runs on every Node: `runs on every node`, and not `runs on every node of the pool`.
///
/// ```
/// use everynode::lint::says_every_node;
/// assert!(says_every_node("Make sure that it gets scheduled on all nodes."));
/// assert!(says_every_node("Runs on each node in the cluster."));
/// assert!(!says_every_node("runs on every node of the GPU pool"));
/// assert!(!says_every_node("the configuration to install on each node"));
/// ```
#[must_use]
pub fn says_every_node(text: &str) -> bool {
    let is = |word: &str, list: &[&str]| list.iter().any(|other| word.eq_ignore_ascii_case(other));
    let mut words = Vec::new();
    for word in text.split(|c: char| !c.is_ascii_alphabetic()) {
        // Nobody writes a longer comment about it.
        if !word.is_empty() && words.len() < 200 {
            words.push(word);
        }
    }
    let (mut runs, mut is_after_all) = (false, false);
    for (at, word) in words.iter().enumerate() {
        if is(word, NOT) {
            return false;
        }
        runs |= is(word, RUNS);
        if runs && is_after_all && is(word, &["node", "nodes"]) {
            let mut behind = words.iter().skip(at + 1);
            let next = behind.next().copied().unwrap_or_default();
            let is_cluster = behind.take(2).any(|word| is(word, &["cluster"]));
            return !is(next, SOME) && (!is(next, &["in"]) || is_cluster);
        }
        is_after_all = is(word, &["all", "every", "each"]) || is_after_all && is(word, &["the"]);
    }
    false
}

/// What an agent does on Nodes.
const RUNS: &[&str] = &[
    "run",
    "runs",
    "running",
    "schedule",
    "scheduled",
    "deploy",
    "deployed",
    "present",
];
const NOT: &[&str] = &["not", "except", "but", "unless", "only"];
/// After these words, some Nodes are meant.
const SOME: &[&str] = &[
    "of", "with", "that", "which", "where", "whose", "matching", "labelled", "labeled", "having",
    "from", "marked", "tagged", "selected", "pool", "pools", "on", "if", "when",
];
