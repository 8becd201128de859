//! DaemonSets of one agent that are split by architecture or operating system.

use super::fleet::{OS, tells_build_apart};
use super::{Context, Subject};
use crate::order::sort_by;

/// A DaemonSet that is for one architecture or operating system, as its name or its demands say.
#[derive(Debug)]
pub(super) struct Split {
    /// The namespace, and the name without what says so.
    stem: (String, String),
    /// Position among the objects of the input.
    at: usize,
}

/// What names say of what an image is built for.
const BUILDS: &[&str] = &[
    "amd64", "arm64", "arm", "armv6", "armv7", "armhf", "aarch64", "x86", "x64", "386", "i386",
    "ppc64le", "s390x", "riscv64", "linux", "windows", "win",
];

impl<'a> Context<'a> {
    /// Those of the input, by their stems.
    fn splits(&self) -> &'a [Split] {
        self.input.fleet.splits.get_or_init(|| {
            let mut splits = Vec::new();
            for (at, subject) in self.input.subjects.iter().enumerate() {
                let other = Context { subject, ..*self };
                let name = stem(subject.name());
                let is_named = name.len() < subject.name().len();
                let is_split = || is_named || other.demands_build();
                if subject.judged.is_some() && !subject.is_fragment() && is_split() {
                    let namespace = subject.namespace().to_owned();
                    splits.push(Split {
                        stem: (namespace, name),
                        at,
                    });
                }
            }
            sort_by(&mut splits, |a, b| {
                a.stem.cmp(&b.stem).then(a.at.cmp(&b.at))
            });
            splits
        })
    }

    /// The DaemonSets of the same agent, itself among them, in the order of the input; empty where it is not split.
    pub(super) fn parts(&self) -> Vec<&'a Subject<'a>> {
        let splits = self.splits();
        let subject = |split: &Split| self.input.subjects.get(split.at);
        let is_own =
            |split: &&Split| subject(split).is_some_and(|own| std::ptr::eq(own, self.subject));
        let mut parts = Vec::new();
        let Some(own) = splits.iter().find(is_own) else {
            return parts;
        };
        let start = splits.partition_point(|split| split.stem < own.stem);
        for split in splits.iter().skip(start) {
            if split.stem != own.stem || parts.len() == MOST {
                break;
            }
            parts.extend(subject(split));
        }
        if parts.len() < 2 {
            parts.clear();
        }
        parts
    }

    /// Whether it asks for an architecture or an operating system.
    fn demands_build(&self) -> bool {
        self.demands()
            .iter()
            .any(|demand| tells_build_apart(demand.key) && demand.wants_label())
    }

    /// Whether it asks for nothing else of its Nodes.
    pub(super) fn demands_build_alone(&self) -> bool {
        let is_plain = !self.pod.get("nodeName").exists();
        let mut terms = self.required_terms();
        is_plain
            && !terms.any(|term| term.get("matchFields").exists())
            && self
                .demands()
                .iter()
                .all(|demand| tells_build_apart(demand.key))
    }

    /// The value that it asks for of the label of operating systems; empty: of none.
    pub(super) fn demanded_os(&self) -> &'a str {
        for demand in self.demands() {
            if let (OS, Some(value)) = (demand.key, demand.values().next()) {
                return value.text();
            }
        }
        ""
    }
}

/// More DaemonSets of one agent are not held against each other.
const MOST: usize = 20;

/// A name without what it says of architecture and operating system.
fn stem(name: &str) -> String {
    let mut stem = String::new();
    for part in name.split('-') {
        if BUILDS.contains(&part) {
            continue;
        }
        if !stem.is_empty() {
            stem.push('-');
        }
        stem.push_str(part);
    }
    stem
}
