use super::container::{Placed, containers, init_containers};
use super::image::{Pull, pull};
use super::probes::Running;
use super::rule::Times;
use super::{Stage, Stretch, TimeSource, sum};
use crate::model::PodSpec;
use crate::order::OrderedMap;

/// Seconds from a Pod's creation until its Node has set up network and volumes.
const PREPARE: i64 = 2;
/// Seconds to pull an image that is not there.
const PULL: i64 = 10;
/// Seconds to ask the registry for an image that is there.
const ASK: i64 = 1;
/// Seconds to create and start a container.
const START: i64 = 1;
/// Seconds that an init container runs.
const INIT: i64 = 1;

/// From a Pod's creation until it is Ready.
///
/// Init containers run one after the other; of a sidecar among them the next one waits only until it counts as started.
/// Then the containers are started one after the other, each after its image is there. The Pod is Ready when the last of
/// them is. What happens beside that is left out.
///
/// Upstream: pkg/kubelet/kuberuntime/kuberuntime_manager.go SyncPod (v1.36.3)
///
/// DIFFERENCE: liveness probes and restarts are left out, as are readiness gates and hooks other than `sleep`.
pub(super) fn start(new: &PodSpec, old: Option<&PodSpec>, times: &Times<'_>) -> Vec<Stretch> {
    let mut course = Course {
        times,
        there: old
            .into_iter()
            .flat_map(images)
            .map(|image| (image, 0))
            .collect(),
        path: Vec::new(),
        now: 0,
        last: Last::default(),
    };
    course.take(times.or_assumed(Stage::Prepare, None, PREPARE));
    for placed in init_containers(new) {
        course.start(placed);
        if placed.container.is_sidecar() {
            let running = course.running(placed);
            for stretch in running.until_started(times) {
                course.take(stretch);
            }
            course.is_ready_after(running, Vec::new());
        } else {
            course.take(times.or_assumed(Stage::Init, Some(&placed), INIT));
        }
    }
    for placed in containers(new) {
        course.start(placed);
        let running = course.running(placed);
        course.is_ready_after(running, running.until_started(times));
    }
    course.end()
}

fn images(spec: &PodSpec) -> impl Iterator<Item = &str> {
    let all = spec.init_containers.iter().chain(&spec.containers);
    all.map(|container| container.image.as_str())
}

/// A Pod while it starts.
struct Course<'a> {
    times: &'a Times<'a>,
    /// Images on the Node.
    there: OrderedMap<&'a str, u32>,
    /// So far.
    path: Vec<Stretch>,
    /// The sum of it.
    now: i64,
    last: Last,
}

/// The container that is Ready last.
#[derive(Default)]
struct Last {
    moment: i64,
    /// Stretches of the path up to its start.
    shared: usize,
    /// Those behind them.
    own: Vec<Stretch>,
}

impl<'a> Course<'a> {
    fn take(&mut self, stretch: Stretch) {
        if stretch.seconds > 0 {
            self.now = self.now.saturating_add(stretch.seconds);
            self.path.push(stretch);
        }
    }

    fn start(&mut self, placed: Placed<'a>) {
        let new = self.there.insert(&*placed.container.image, 0).is_none();
        match (pull(placed.container), new) {
            (Pull::Never, _) | (Pull::IfMissing, false) => {}
            (Pull::Always, false) => {
                self.take(placed.stretch(Stage::Pull, ASK, TimeSource::Assumed));
            }
            (Pull::Always | Pull::IfMissing, true) => {
                self.take(self.times.or_assumed(Stage::Pull, Some(&placed), PULL));
            }
        }
        self.take(self.times.or_assumed(Stage::Start, Some(&placed), START));
        let sleep = placed.post_start().and_then(|hook| hook.sleep_seconds);
        if let Some(seconds) = sleep {
            let source = TimeSource::Field("lifecycle.postStart.sleep.seconds");
            self.take(placed.stretch(Stage::Start, seconds, source));
        }
    }

    fn running(&self, placed: Placed<'a>) -> Running<'a> {
        Running {
            placed,
            since: self.now,
        }
    }

    /// Notes when a container is Ready, which counts as started after some more stretches. Of several that are Ready at
    /// one moment, the one that was started last counts.
    fn is_ready_after(&mut self, running: Running<'_>, mut own: Vec<Stretch>) {
        let started = self.now.saturating_add(sum(&own));
        own.extend(running.until_ready(started, self.times));
        let moment = self.now.saturating_add(sum(&own));
        if moment >= self.last.moment {
            self.last = Last {
                moment,
                shared: self.path.len(),
                own,
            };
        }
    }

    fn end(mut self) -> Vec<Stretch> {
        self.path.truncate(self.last.shared);
        self.path.append(&mut self.last.own);
        self.path
    }
}
