//! Two DaemonSets that want one port of the Nodes that they share.

use super::node_demand::excludes;
use super::{Context, NodePort, Spots, Subject};
use crate::controller::NodeClass;
use crate::diagnostic::Severity;
use crate::manifest::View;
use crate::matching::{LabelRequirement, LabelTest, NodeTest, RequiredNodeAffinity};
use crate::model::{DaemonSet, NodeAffinity};
use crate::order::sort_by;
use crate::words::name_list;

/// A port of its Nodes that a DaemonSet takes as long as it runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct TakenPort<'a> {
    /// Position of the DaemonSet in the input.
    subject: usize,
    port: NodePort<'a>,
}

/// The ports that DaemonSets take, by number, then in the order of the input. Of a part of a manifest nobody knows what it is
/// a part of.
///
/// Upstream: pkg/scheduler/util/utils.go GetHostPorts (v1.36.3)
pub(super) fn taken_ports<'a>(subjects: &[Subject<'a>]) -> Vec<TakenPort<'a>> {
    let mut taken = Vec::new();
    for (subject, own) in subjects.iter().enumerate() {
        if !own.is_daemon_set() || own.is_fragment() {
            continue;
        }
        for port in own.node_ports() {
            if port.container.runs_on() {
                taken.push(TakenPort { subject, port });
            }
        }
    }
    sort_by(&mut taken, |a, b| a.port.number.cmp(&b.port.number));
    taken
}

/// The Nodes that two DaemonSets share.
#[derive(PartialEq)]
enum Common<'a> {
    None,
    /// Their names.
    Nodes(Vec<&'a str>),
    /// Whatever Nodes there are: both ask for the same ones.
    Same,
    /// Nothing keeps them apart, and nothing says that they meet.
    Unknown,
}

/// DaemonSets beyond which no more are held against one.
const MOST: usize = 32;
/// Nodes that are named one by one.
const NAMED: usize = 3;

/// Which ports a rule is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Clash {
    /// Both DaemonSets write a `hostPort`.
    Written,
    /// `hostNetwork` makes one of them, or both.
    Implied,
}

/// Finds the ports of a DaemonSet that an earlier one takes on the same Nodes. A port that clashes in both ways is found as
/// a written one.
pub(super) fn find_clashes<'a>(context: &Context<'a>, wanted: Clash, found: &mut Spots<'a>) {
    let input = context.input;
    let mut judged: Vec<(usize, Common<'a>)> = Vec::new();
    for own in context.node_ports() {
        let behind = |taken: &TakenPort<'_>| taken.port.number < own.number;
        let start = input.taken_ports.partition_point(behind);
        let mut first: Option<(Clash, &TakenPort<'a>)> = None;
        for taken in input.taken_ports.iter().skip(start) {
            let Some(other) = input.subjects.get(taken.subject) else {
                break;
            };
            if taken.port.number != own.number || std::ptr::eq(other, context.subject) {
                break;
            }
            if !own.container.runs_on() || is_one(context, other) || !meets(&own, &taken.port) {
                continue;
            }
            if !judged
                .iter()
                .any(|(position, _)| *position == taken.subject)
            {
                if judged.len() == MOST {
                    break;
                }
                judged.push((taken.subject, common(context, other)));
            }
            let clash = match is_written(&own) && is_written(&taken.port) {
                true => Clash::Written,
                false => Clash::Implied,
            };
            let is_apart = judged.contains(&(taken.subject, Common::None));
            let is_better =
                first.is_none_or(|(found, _)| found == Clash::Implied && clash == Clash::Written);
            if !is_apart && is_better {
                first = Some((clash, taken));
            }
        }
        let Some((clash, taken)) = first else {
            continue;
        };
        let other = input.subjects.get(taken.subject);
        let common = judged
            .iter()
            .find(|(position, _)| *position == taken.subject);
        if let (Some(other), Some((_, common))) = (other, common)
            && clash == wanted
        {
            say(context, own.at, taken.port.at, other, common, found);
        }
    }
}

fn say<'a>(
    context: &Context<'a>,
    own: View<'a>,
    taken: View<'a>,
    other: &Subject<'a>,
    common: &Common<'a>,
    found: &mut Spots<'a>,
) {
    let spot = found.at(own).word(own.text());
    match other.namespace() == context.namespace() {
        true => spot.word(other.name()),
        false => spot.word([other.namespace(), "/", other.name()].concat()),
    };
    spot.related(taken, "the other one takes it here");
    match common {
        Common::Nodes(names) => {
            let nodes = name_list(names, NAMED);
            spot.why(
                [
                    "A port of a node is one Pod's: on ",
                    &nodes,
                    " one of the two stays Pending.",
                ]
                .concat(),
            );
        }
        Common::Unknown => {
            spot.severity(Severity::Warning);
            spot.why("A port of a node is one Pod's: on a node that both are meant for, one of the two stays Pending.");
        }
        Common::Same | Common::None => {}
    }
}

fn is_written(port: &NodePort<'_>) -> bool {
    port.at.key() == "hostPort"
}

/// Whether two manifests are of one DaemonSet, of two stages for example.
fn is_one(one: &Subject<'_>, other: &Subject<'_>) -> bool {
    one.name() == other.name() && one.namespace() == other.namespace()
}

/// Whether the second port cannot be had beside the first; their numbers are the same.
///
/// Upstream: k8s.io/kube-scheduler/framework/types.go HostPortInfo.CheckConflict (v0.36.3)
fn meets(one: &NodePort<'_>, other: &NodePort<'_>) -> bool {
    let (a, b) = (
        one.port.get("hostIP").text(),
        other.port.get("hostIP").text(),
    );
    let is_any = |address: &str| matches!(address, "" | "0.0.0.0");
    protocol(one) == protocol(other) && (a == b || is_any(a) || is_any(b))
}

fn protocol<'a>(port: &NodePort<'a>) -> &'a str {
    match port.port.get("protocol").text() {
        "" => "TCP",
        protocol => protocol,
    }
}

/// The Nodes on which both run; without Nodes in the input, what their templates say of them.
fn common<'a>(context: &Context<'a>, other: &Subject<'a>) -> Common<'a> {
    let (Some(one), Some(two)) = (context.subject.judged, other.judged) else {
        return Common::Unknown;
    };
    if !context.nodes().is_empty() {
        let mut names = Vec::new();
        for (position, node) in context.nodes().iter().enumerate() {
            let runs = |class: Option<&NodeClass>| class.is_some_and(|class| class.should_run);
            if runs(one.eligibility.class(position)) && runs(two.eligibility.class(position)) {
                names.push(node.metadata.name.as_str());
            }
        }
        return match names.is_empty() {
            true => Common::None,
            false => Common::Nodes(names),
        };
    }
    let (a, b) = (
        &one.daemon_set.spec.template.spec,
        &two.daemon_set.spec.template.spec,
    );
    let required =
        |affinity: Option<&NodeAffinity>| affinity.and_then(|affinity| affinity.required.clone());
    if a.node_selector == b.node_selector
        && a.node_name == b.node_name
        && required(a.node_affinity.as_ref()) == required(b.node_affinity.as_ref())
    {
        return Common::Same;
    }
    match exclude(&ways(one.daemon_set), &ways(two.daemon_set)) {
        true => Common::None,
        false => Common::Unknown,
    }
}

/// What a DaemonSet demands of the labels of its Nodes, for each of the ways to fulfil it: the pairs of the node selector, and what one
/// term of the required affinity asks for.
fn ways(daemon_set: &DaemonSet) -> Vec<Vec<LabelRequirement>> {
    let pod = &daemon_set.spec.template.spec;
    let required = RequiredNodeAffinity::new(&pod.node_selector, pod.node_affinity.as_ref());
    let mut pairs = Vec::new();
    for (key, value) in required.node_selector.iter() {
        let (key, value) = (key.to_owned(), value.to_owned());
        pairs.push(LabelRequirement {
            key,
            test: LabelTest::In(vec![value]),
        });
    }
    let Some(terms) = required.terms else {
        return vec![pairs];
    };
    let mut ways = Vec::new();
    for term in terms {
        let mut way = pairs.clone();
        for requirement in term.requirements {
            if let Ok(NodeTest::Label(requirement)) = requirement.test {
                way.push(requirement);
            }
        }
        ways.push(way);
    }
    ways
}

/// Comparisons beyond which nothing is said: the time grows with the product of both.
const WIDEST: usize = 10_000;

/// Whether no Node fulfils one way of each.
fn exclude(one: &[Vec<LabelRequirement>], other: &[Vec<LabelRequirement>]) -> bool {
    let size = |ways: &[Vec<LabelRequirement>]| ways.iter().map(Vec::len).sum::<usize>();
    if size(one).saturating_mul(size(other)) > WIDEST {
        return false;
    }
    let apart = |a: &LabelRequirement, b: &LabelRequirement| {
        a.key == b.key && (excludes(a, b) || excludes(b, a))
    };
    one.iter().all(|a| {
        other
            .iter()
            .all(|b| a.iter().any(|a| b.iter().any(|b| apart(a, b))))
    })
}
