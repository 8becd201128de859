//! What Pods ask of their Nodes, and what Nodes have for them.

use super::Context;
use super::fleet::Fleet;
use crate::model::{Container, Node, PodSpec, Quantity, ResourceRequirements};
use crate::order::OrderedMap;

/// CPU in thousandths, memory and local storage in bytes.
pub(super) type Amounts = [i64; 3];

/// The names of [`Amounts`].
pub(super) const RESOURCES: [&str; 3] = ["cpu", "memory", "ephemeral-storage"];

/// What a Node does not say that it has.
const NOT_SAID: i64 = -1;

fn amounts(of: &OrderedMap<String, Quantity>, absent: i64) -> Amounts {
    let mut found = [absent; 3];
    for ((name, amount), is_cpu) in RESOURCES.iter().zip(&mut found).zip([true, false, false]) {
        let written = of.get(*name).and_then(|written| match is_cpu {
            true => written.milli_value(),
            false => written.value(),
        });
        *amount = written.map_or(absent, |written| written.max(0));
    }
    found
}

fn join(sum: &mut Amounts, more: &Amounts, how: fn(i64, i64) -> i64) {
    for (own, more) in sum.iter_mut().zip(more) {
        *own = how(*own, *more);
    }
}

/// The second, unless it is not said.
fn said_or(otherwise: i64, said: i64) -> i64 {
    match said {
        NOT_SAID => otherwise,
        said => said,
    }
}

/// What is requested of a container, which is the limit where nothing is.
fn asked(resources: &ResourceRequirements) -> Amounts {
    let mut asked = [0; 3];
    join(&mut asked, &amounts(&resources.limits, NOT_SAID), said_or);
    join(&mut asked, &amounts(&resources.requests, NOT_SAID), said_or);
    asked
}

/// What the scheduler keeps free for a Pod: its containers together or, where that is more, an init container with the sidecars
/// before it; what the Pod asks for as a whole counts instead, and its limits where nothing is asked for.
///
/// Upstream: pkg/apis/core/v1/defaults.go defaultPodRequests (v1.36.3)
/// Upstream: staging/src/k8s.io/component-helpers/resource/helpers.go PodRequests (v1.36.3)
pub(super) fn requests(pod: &PodSpec) -> Amounts {
    let of = |container: &Container| asked(&container.resources);
    let mut all = [0; 3];
    for container in &pod.containers {
        join(&mut all, &of(container), i64::saturating_add);
    }
    let (mut sidecars, mut most) = ([0; 3], [0; 3]);
    for container in &pod.init_containers {
        let mut own = of(container);
        if container.is_sidecar() {
            join(&mut all, &own, i64::saturating_add);
            join(&mut sidecars, &own, i64::saturating_add);
            own = sidecars;
        } else {
            join(&mut own, &sidecars, i64::saturating_add);
        }
        join(&mut most, &own, i64::max);
    }
    join(&mut all, &most, i64::max);
    let whole = &pod.resources;
    join(
        &mut all,
        &amounts(&whole.limits, NOT_SAID),
        |sum, limit| match sum {
            0 => limit.max(0),
            sum => sum,
        },
    );
    join(&mut all, &amounts(&whole.requests, NOT_SAID), said_or);
    join(&mut all, &amounts(&pod.overhead, 0), i64::saturating_add);
    all
}

/// An amount as manifests write it: `250m`, `3Gi`.
pub(super) fn amount_text(resource: usize, amount: i64) -> String {
    let (mut number, mut unit) = (amount, "");
    if resource == 0 {
        match amount % 1000 {
            0 => number /= 1000,
            _ => unit = "m",
        }
    } else if amount % 1_000_000 == 0 && amount % (1 << 20) != 0 {
        (number, unit) = (amount / 1_000_000, "M");
    } else {
        for larger in ["Ki", "Mi", "Gi", "Ti"] {
            if number == 0 || number % 1024 != 0 {
                break;
            }
            (number, unit) = (number / 1024, larger);
        }
    }
    [&number.to_string(), unit].concat()
}

/// A hundredth part of what is there, rounded down.
pub(super) fn percent(amount: i64, of: i64) -> i64 {
    let share = i128::from(amount).saturating_mul(100) / i128::from(of.max(1));
    i64::try_from(share).unwrap_or(i64::MAX)
}

/// What all DaemonSets of an input take of their Nodes together, where that is much.
#[derive(Debug)]
pub(super) struct Overhead {
    /// Position of the DaemonSet that takes most, among the objects of the input.
    pub(super) largest: usize,
    /// Position in [`RESOURCES`].
    pub(super) resource: usize,
    /// Of the Node where the share is largest.
    pub(super) percent: i64,
    /// Its position.
    pub(super) node: usize,
    /// How many Nodes pass the threshold.
    pub(super) nodes: usize,
}

impl<'a> Fleet<'a> {
    /// What Nodes have for Pods, by position; less than 0 where one does not say it.
    pub(super) fn rooms(&self) -> &[Amounts] {
        self.rooms.get_or_init(|| {
            let room = |node: &Node| amounts(&node.status.allocatable, NOT_SAID);
            self.nodes.iter().map(|node| room(node)).collect()
        })
    }
}

impl<'a> Context<'a> {
    /// What a Pod of it asks for; nothing where the manifest shows no whole Pod.
    pub(super) fn requests(&self) -> Amounts {
        match self.daemon_set().filter(|_| self.is_placed()) {
            Some(daemon_set) => requests(&daemon_set.spec.template.spec),
            None => [0; 3],
        }
    }

    /// Positions of the Nodes that get a Pod and say what they have of a resource, with that.
    pub(super) fn rooms(&self, resource: usize) -> Vec<(usize, i64)> {
        let mut found = Vec::new();
        let Some(judged) = self.subject.judged else {
            return found;
        };
        for (position, rooms) in self.input.fleet.rooms().iter().enumerate() {
            let room = rooms.get(resource).copied().unwrap_or(NOT_SAID);
            let class = judged.eligibility.class(position);
            if room > 0 && class.is_some_and(|class| class.should_run) {
                found.push((position, room));
            }
        }
        found
    }

    /// What the DaemonSets take together, where it passes the threshold of the configuration on a Node.
    pub(super) fn overhead(&self) -> Option<&'a Overhead> {
        let fleet = &self.input.fleet;
        fleet.overhead.get_or_init(|| self.add_up()).as_ref()
    }

    /// Whether it is the DaemonSet that takes most, where [`overhead`](Self::overhead) is much.
    pub(super) fn takes_most(&self) -> bool {
        let largest = self.overhead().and_then(|overhead| {
            let subjects = &self.input.subjects;
            subjects.get(overhead.largest)
        });
        largest.is_some_and(|largest| std::ptr::eq(largest, self.subject))
    }

    /// What all DaemonSets may request of a Node together, in hundredths.
    pub(super) fn most_overhead(&self) -> i64 {
        i64::from(self.input.config.overhead_percent.unwrap_or(MOST_PERCENT))
    }

    fn add_up(&self) -> Option<Overhead> {
        let rooms = self.input.fleet.rooms();
        let mut sums = vec![[0; 3]; rooms.len()];
        let others = self.input.subjects.iter().map(|subject| Context {
            input: self.input,
            subject,
        });
        for other in others.clone() {
            let (own, Some(judged)) = (other.requests(), other.subject.judged) else {
                continue;
            };
            if own == [0; 3] {
                continue;
            }
            for (position, sum) in sums.iter_mut().enumerate() {
                let class = judged.eligibility.class(position);
                if class.is_some_and(|class| class.should_run) {
                    join(sum, &own, i64::saturating_add);
                }
            }
        }
        let most = self.most_overhead();
        let mut worst: Option<Overhead> = None;
        let mut nodes = 0;
        for (node, (sum, room)) in sums.iter().zip(rooms).enumerate() {
            let shares = sum.iter().zip(room).take(2).enumerate();
            let shares = shares.filter(|(_, (_, room))| **room > 0);
            let shares = shares.map(|(resource, (sum, room))| (percent(*sum, *room), resource));
            let Some((percent, resource)) = shares.max() else {
                continue;
            };
            if percent <= most {
                continue;
            }
            nodes += 1;
            if worst.as_ref().is_none_or(|worst| worst.percent < percent) {
                worst = Some(Overhead {
                    largest: 0,
                    resource,
                    percent,
                    node,
                    nodes: 0,
                });
            }
        }
        let mut worst = worst?;
        worst.nodes = nodes;
        let mut most = 0;
        for (position, other) in others.enumerate() {
            let runs = other.subject.judged.is_some_and(|judged| {
                let class = judged.eligibility.class(worst.node);
                class.is_some_and(|class| class.should_run)
            });
            let own = other.requests().get(worst.resource).copied();
            let own = own.filter(|_| runs).unwrap_or_default();
            if own > most {
                (most, worst.largest) = (own, position);
            }
        }
        Some(worst)
    }
}

/// Of a Node's CPU or memory; more is much, unless the configuration says otherwise.
const MOST_PERCENT: u32 = 25;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_init_container_counts_where_it_asks_for_more() {
        let container = |cpu: &str, policy: &str| {
            let mut container = Container {
                restart_policy: policy.into(),
                ..Container::default()
            };
            let requests = &mut container.resources.requests;
            requests.insert("cpu".into(), Quantity::new(cpu));
            container
        };
        let mut pod = PodSpec {
            containers: vec![container("100m", ""), container("200m", "")],
            ..PodSpec::default()
        };
        assert_eq!(requests(&pod), [300, 0, 0]);
        pod.init_containers = vec![container("50m", "Always"), container("1", "")];
        assert_eq!(requests(&pod), [1050, 0, 0], "with the sidecar before it");
        let whole = &mut pod.resources.requests;
        whole.insert("cpu".into(), Quantity::new("2"));
        assert_eq!(requests(&pod), [2000, 0, 0], "the Pod's own word");
    }

    #[test]
    fn amounts_are_written_as_in_manifests() {
        assert_eq!(amount_text(0, 250), "250m");
        assert_eq!(amount_text(0, 2000), "2");
        assert_eq!(amount_text(1, 3 << 30), "3Gi");
        assert_eq!(amount_text(1, 1000), "1000");
        assert_eq!(amount_text(1, 40_000_000), "40M");
        assert_eq!(amount_text(1, 0), "0");
    }
}
