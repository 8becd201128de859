use super::container::{Placed, containers, init_containers};
use super::rule::Times;
use super::{Stage, Stretch, TimeSource, bounded};
use crate::model::PodSpec;

/// What the kubelet leaves a container in any case, in seconds.
const LEAST: i64 = 2;
/// Seconds that a `preStop` hook takes of which nothing is known.
const HOOK: i64 = 0;

/// From a Pod's deletion until it is gone, at the longest.
///
/// All `preStop` hooks begin at once, then all containers stop, sidecars one by one from the last to the first. All of it
/// has to be done within the grace period, which the hook is part of; only the kubelet's two seconds come on top.
///
/// Upstream: pkg/kubelet/kuberuntime/kuberuntime_container.go killContainer (v1.36.3)
pub(super) fn stop(spec: &PodSpec, times: &Times<'_>) -> Vec<Stretch> {
    let grace = match spec.termination_grace_period_seconds {
        None => 30,
        // The API server makes it 1.
        Some(..0) => 1,
        Some(seconds) => bounded(seconds),
    };
    if grace == 0 {
        // The API server removes it without asking the kubelet.
        return Vec::new();
    }
    let pod = Stopping { grace, times };
    let mut path = Vec::new();
    let mut end = 0;
    for placed in containers(spec) {
        let hook = pod.hook(placed);
        let stop = pod.stop(placed, seconds(hook.as_ref()));
        let moment = seconds(hook.as_ref()) + stop.seconds;
        if moment >= end {
            path = hook.into_iter().chain([stop]).collect();
            end = moment;
        }
    }
    let sidecars = init_containers(spec).rev();
    for placed in sidecars.filter(|placed| placed.container.is_sidecar()) {
        let hook = pod.hook(placed);
        let hooked = seconds(hook.as_ref());
        // It waits for the others as long as there is time.
        let turn = end.min(grace).max(hooked);
        let stop = pod.stop(placed, turn);
        let moment = turn + stop.seconds;
        if moment >= end {
            match turn > hooked {
                true => cut(&mut path, end - turn),
                false => path = hook.into_iter().collect(),
            }
            path.push(stop);
            end = moment;
        }
    }
    path.retain(|stretch| stretch.seconds > 0);
    path
}

fn seconds(stretch: Option<&Stretch>) -> i64 {
    stretch.map_or(0, |stretch| stretch.seconds)
}

/// Takes so many seconds away from the end.
fn cut(path: &mut Vec<Stretch>, mut seconds: i64) {
    while let Some(last) = path.last_mut().filter(|_| seconds > 0) {
        let taken = last.seconds.min(seconds);
        last.seconds -= taken;
        seconds -= taken;
        if last.seconds == 0 {
            path.pop();
        }
    }
}

struct Stopping<'a> {
    grace: i64,
    times: &'a Times<'a>,
}

impl Stopping<'_> {
    /// The hook, cut where the grace period ends.
    fn hook(&self, placed: Placed<'_>) -> Option<Stretch> {
        let hook = match placed.pre_stop()?.sleep_seconds {
            Some(seconds) => {
                let source = TimeSource::Field("lifecycle.preStop.sleep.seconds");
                placed.stretch(Stage::PreStop, seconds, source)
            }
            None => self.times.or_assumed(Stage::PreStop, Some(&placed), HOOK),
        };
        Some(match hook.seconds > self.grace {
            true => placed.stretch(Stage::PreStop, self.grace, TimeSource::GracePeriod),
            false => hook,
        })
    }

    /// From the moment at which a container is told to stop.
    fn stop(&self, placed: Placed<'_>, moment: i64) -> Stretch {
        let left = self.grace - moment;
        let longest = match left < LEAST {
            true => placed.stretch(Stage::Stop, LEAST, TimeSource::Kubelet),
            false => placed.stretch(Stage::Stop, left, TimeSource::GracePeriod),
        };
        let rule = self.times.of(Stage::Stop, Some(&placed));
        rule.filter(|rule| rule.seconds < longest.seconds)
            .unwrap_or(longest)
    }
}
