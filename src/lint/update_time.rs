//! How long an update takes on the Nodes of the input.

use super::Context;
use crate::controller::update_limits;
use crate::model::Node;
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

impl UpdateTime {
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
    /// How long an update takes: what [`play_update`](Self::play_update) comes to with the times that follow from the template,
    /// where every Node is as quick as the other, without its being played. `None` without Nodes, under `OnDelete`, and with
    /// surge, where nothing waits for an old Pod to go.
    #[must_use]
    pub fn update_time(&self) -> Option<UpdateTime> {
        let judged = self.subject.judged.filter(|_| self.is_placed())?;
        let nodes = self.eligible();
        let limits = update_limits(judged.daemon_set, nodes).ok()?;
        let at_once = u32::try_from(limits.max_unavailable).ok()?;
        if self.is_on_delete() || self.is_fragment() || at_once == 0 || limits.max_surge > 0 {
            return None;
        }
        let spec = &judged.daemon_set.spec;
        let pod = &spec.template.spec;
        let timing = Timing::new(Some(pod), pod, &[]).on(&Node::default());
        let starts = timing.startup_seconds();
        let stops = timing.termination_seconds();
        let ready = i64::from(spec.min_ready_seconds.max(0));
        let update = UpdateTime {
            nodes,
            at_once,
            batch_seconds: starts.saturating_add(stops).saturating_add(ready),
            seconds: 0,
        };
        Some(update.with(at_once))
    }
}
