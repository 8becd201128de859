use super::container::Placed;
use super::rule::Times;
use super::{Stage, Stretch, TimeSource, bounded};
use crate::model::Probe;

/// Seconds that a container needs before it would pass its probes: too long to pass one that is asked at once.
const SERVE: i64 = 1;

/// The fields of a probe that cost time.
struct Fields {
    delay: &'static str,
    period: &'static str,
    successes: &'static str,
}

const STARTUP: Fields = Fields {
    delay: "startupProbe.initialDelaySeconds",
    period: "startupProbe.periodSeconds",
    successes: "startupProbe.successThreshold",
};
const READINESS: Fields = Fields {
    delay: "readinessProbe.initialDelaySeconds",
    period: "readinessProbe.periodSeconds",
    successes: "readinessProbe.successThreshold",
};

/// A container that has been started.
#[derive(Clone, Copy)]
pub(super) struct Running<'a> {
    pub(super) placed: Placed<'a>,
    /// When, in seconds from the Pod's creation. Its kubelet begins with the Pod then.
    pub(super) since: i64,
}

impl Running<'_> {
    /// Until the container counts as started: what waits for that are its readiness probe and, for a sidecar, the
    /// containers behind it.
    ///
    /// A startup probe is asked at multiples of its period from when the kubelet began with the Pod.
    ///
    /// Upstream: pkg/kubelet/prober/worker.go run, doProbe (v1.36.3)
    pub(super) fn until_started(&self, times: &Times<'_>) -> Vec<Stretch> {
        match &self.placed.container.startup_probe {
            None => Vec::new(),
            Some(probe) => self.until(probe, &STARTUP, self.since, 0, times),
        }
    }

    /// From then until the container is Ready. `started` is when it counted as started.
    ///
    /// A readiness probe is asked at once when the container counts as started, and at multiples of its period from then
    /// on.
    ///
    /// Upstream: pkg/kubelet/prober/prober_manager.go UpdatePodStatus (v1.36.3)
    pub(super) fn until_ready(&self, started: i64, times: &Times<'_>) -> Vec<Stretch> {
        match &self.placed.container.readiness_probe {
            None => Vec::new(),
            Some(probe) => self.until(probe, &READINESS, started, started, times),
        }
    }

    /// From `now` until a probe has succeeded often enough that is asked at multiples of its period from `asked_since`.
    fn until(
        &self,
        probe: &Probe,
        fields: &Fields,
        now: i64,
        asked_since: i64,
        times: &Times<'_>,
    ) -> Vec<Stretch> {
        let stretch = |seconds, field| {
            self.placed
                .stretch(Stage::Probe, seconds, TimeSource::Field(field))
        };
        let ran = now - self.since;
        let delay = stretch(i64::from(probe.initial_delay_seconds) - ran, fields.delay);
        let serve = times.or_assumed(Stage::Serve, Some(&self.placed), SERVE);
        let serve = Stretch {
            seconds: bounded(serve.seconds - ran),
            ..serve
        };
        let wait = match serve.seconds > delay.seconds {
            true => serve,
            false => delay,
        };
        let period = match probe.period_seconds {
            None | Some(..=0) => 10,
            Some(seconds) => i64::from(seconds),
        };
        let passed = (now + wait.seconds - asked_since).rem_euclid(period);
        let to_the_next = (period - passed).rem_euclid(period);
        let successes = i64::from(probe.success_threshold.unwrap_or(1)) - 1;
        let mut all = vec![
            wait,
            stretch(to_the_next, fields.period),
            stretch(successes.saturating_mul(period), fields.successes),
        ];
        all.retain(|stretch| stretch.seconds > 0);
        all
    }
}
