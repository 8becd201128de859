//! How long an update takes on the Nodes of the input.

use super::Context;
use crate::controller::update_limits;
use crate::model::{DaemonSet, Defaulted, Node};
use crate::simulation::Timing;

/// How long an update takes that gives every Pod a new template, and in how many batches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UpdateTime {
    /// Nodes that are updated.
    pub nodes: u32,
    /// How many of them at a time.
    pub at_once: u32,
    /// From one batch to the next.
    pub batch_seconds: i64,
    /// Of all of them.
    pub seconds: i64,
}

/// Fewer Nodes are soon done one by one.
const MANY: u32 = 20;
const HOUR: i64 = 3600;

impl UpdateTime {
    /// Whether it takes more than an hour, on more than a few Nodes.
    #[must_use]
    pub fn is_long(self) -> bool {
        self.nodes >= MANY && self.seconds > HOUR
    }

    /// The same with another number at a time.
    #[must_use]
    pub fn with(self, at_once: u32) -> Self {
        let batches = i64::from(self.nodes.div_ceil(at_once.max(1)));
        Self {
            at_once,
            seconds: batches.saturating_mul(self.batch_seconds),
            ..self
        }
    }
}

impl Context<'_> {
    /// How long an update takes. `None` without Nodes, under `OnDelete`, and with surge, where nothing waits for an old Pod to go.
    #[must_use]
    pub fn update_time(&self) -> Option<UpdateTime> {
        let judged = self.subject.judged;
        let judged = judged.filter(|_| self.is_placed() && !self.is_fragment())?;
        update_time(judged.daemon_set, self.eligible())
    }
}

/// What playing the update comes to with the times that follow from the template, where every Node is as quick as the other,
/// without its being played.
fn update_time(daemon_set: &Defaulted<DaemonSet>, nodes: u32) -> Option<UpdateTime> {
    let limits = update_limits(daemon_set, nodes).ok()?;
    let at_once = u32::try_from(limits.max_unavailable).ok()?;
    if at_once == 0 || limits.max_surge > 0 {
        return None;
    }
    let spec = &daemon_set.spec;
    let pod = &spec.template.spec;
    let timing = Timing::new(Some(pod), pod, &[]).on(&Node::default());
    let ready = i64::from(spec.min_ready_seconds.max(0));
    let batch = timing
        .startup_seconds()
        .saturating_add(timing.termination_seconds());
    let update = UpdateTime {
        nodes,
        at_once,
        batch_seconds: batch.saturating_add(ready),
        seconds: 0,
    };
    Some(update.with(at_once))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apiserver::{default_daemon_set, default_node, restarted};
    use crate::cluster::ClusterNodes;
    use crate::model::{Container, FeatureGates, IntOrString, RollingUpdateDaemonSet};
    use crate::simulation::{Outcome, RolloutInput, Scenario, Start, rollout};

    #[test]
    fn the_time_is_that_of_the_update_when_it_is_played() {
        for (nodes, limit, ready) in [
            (1, "1%", 0),
            (7, "25%", 0),
            (24, "10%", 600),
            (25, "100%", 30),
            (30, "33%", 1),
        ] {
            let mut daemon_set = DaemonSet::default();
            daemon_set.spec.min_ready_seconds = ready;
            let pod = &mut daemon_set.spec.template.spec;
            pod.containers.push(Container::default());
            daemon_set.spec.update_strategy.rolling_update = Some(RollingUpdateDaemonSet {
                max_unavailable: Some(IntOrString::String(limit.to_owned())),
                max_surge: None,
            });
            let old = default_daemon_set(daemon_set);
            let new = restarted(&old, "2000-01-01T00:00:00Z");
            let fleet = ClusterNodes::new((0..nodes).map(|number| {
                let mut node = Node::default();
                node.metadata.name = number.to_string();
                default_node(node)
            }));
            let pod = &new.spec.template.spec;
            let timing = Timing::new(Some(pod), pod, &[]);
            let scenario = timing.fill_in(Scenario::default(), &fleet);
            let course = rollout(RolloutInput {
                start: Start::Settled(&old),
                new: &new,
                nodes: &fleet,
                gates: FeatureGates::default(),
                scenario: &scenario,
            });
            assert_eq!(course.outcome, Outcome::Complete);
            let played = course.steps.last().map(|step| step.time);
            let time = update_time(&old, nodes).map(|update| update.seconds);
            assert_eq!(time, played, "{nodes} {limit} {ready}");
        }
    }
}
