use super::{Diagnostic, ExplainNotFound, Head};
use crate::placement::nearest;
use crate::words::{name_list, not_there};
use crate::workspace::{Cluster, JudgedDaemonSet};

/// What a question names that is not there.
pub(super) struct Missing {
    what: &'static str,
    message: String,
    nearest: Option<String>,
}

impl Missing {
    pub(super) fn answer(self, diagnostics: Vec<Diagnostic>) -> ExplainNotFound {
        ExplainNotFound {
            head: Head::default(),
            found: false,
            missing: self.what,
            message: self.message,
            nearest: self.nearest,
            diagnostics,
        }
    }
}

/// The DaemonSet that a question names, by `namespace/name` or by its name alone.
pub(super) fn find_daemon_set<'a>(
    cluster: &'a Cluster,
    asked: &str,
) -> Result<&'a JudgedDaemonSet, Missing> {
    let full = |judged: &JudgedDaemonSet| {
        let metadata = &judged.daemon_set.metadata;
        format!("{}/{}", metadata.namespace, metadata.name)
    };
    let named = |judged: &&JudgedDaemonSet| match asked.as_bytes().contains(&b'/') {
        true => full(judged) == asked,
        false => judged.daemon_set.metadata.name == asked,
    };
    let found: Vec<&JudgedDaemonSet> = cluster.daemon_sets.iter().filter(named).collect();
    let missing = |message, nearest| Missing {
        what: "daemonSet",
        message,
        nearest,
    };
    match found.as_slice() {
        [one] => Ok(one),
        [] => {
            let all: Vec<String> = cluster.daemon_sets.iter().map(full).collect();
            let nearest = near_daemon_set(asked, &all).map(ToOwned::to_owned);
            let message = not_there("DaemonSet", asked, nearest.as_deref(), all.len());
            Err(missing(message, nearest))
        }
        several => {
            let names: Vec<String> = several.iter().map(|judged| full(judged)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let list = name_list(&names, 5);
            let message = format!("several DaemonSets are called `{asked}`: {list}");
            Err(missing(
                message,
                names.first().map(|name| (*name).to_owned()),
            ))
        }
    }
}

/// What was probably meant: the same name in another namespace, or else a name that looks like it. `all` are
/// `namespace/name`.
fn near_daemon_set<'a>(asked: &str, all: &'a [String]) -> Option<&'a str> {
    let names = || all.iter().map(String::as_str);
    let bare = |full: &'a str| full.split_once('/').map_or(full, |(_, name)| name);
    match asked.split_once('/') {
        None => nearest(asked, names().map(bare)),
        Some((_, name)) => {
            let elsewhere = names().find(|full| bare(full) == name);
            elsewhere.or_else(|| nearest(asked, names()))
        }
    }
}

/// The position of the Node that a question names.
pub(super) fn find_node(cluster: &Cluster, asked: &str) -> Option<usize> {
    cluster.snapshot.nodes.named(asked).next()
}

pub(super) fn missing_node(cluster: &Cluster, asked: &str) -> Missing {
    let nodes = &cluster.snapshot.nodes;
    let names = nodes.iter().map(|node| node.metadata.name.as_str());
    let nearest = nearest(asked, names).map(ToOwned::to_owned);
    Missing {
        what: "node",
        message: not_there("Node", asked, nearest.as_deref(), nodes.len()),
        nearest,
    }
}
