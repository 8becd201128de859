use super::{ContainerAt, Stage, Stretch, TimeSource, bounded};
use crate::model::{Container, LifecycleHandler, PodSpec};

/// A container with its place in its Pod.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    pub(super) container: &'a Container,
    init: bool,
    index: u32,
}

/// The init containers, in their order.
pub(super) fn init_containers(spec: &PodSpec) -> impl DoubleEndedIterator<Item = Placed<'_>> {
    placed(&spec.init_containers, true)
}

/// The containers, in their order.
pub(super) fn containers(spec: &PodSpec) -> impl DoubleEndedIterator<Item = Placed<'_>> {
    placed(&spec.containers, false)
}

fn placed(list: &[Container], init: bool) -> impl DoubleEndedIterator<Item = Placed<'_>> {
    list.iter()
        .enumerate()
        .map(move |(index, container)| Placed {
            container,
            init,
            index: u32::try_from(index).unwrap_or(u32::MAX),
        })
}

impl Placed<'_> {
    pub(super) fn stretch(&self, stage: Stage, seconds: i64, source: TimeSource) -> Stretch {
        Stretch {
            stage,
            container: Some(self.at()),
            seconds: bounded(seconds),
            source,
        }
    }

    pub(super) fn at(&self) -> ContainerAt {
        ContainerAt {
            name: self.container.name.clone(),
            init: self.init,
            index: self.index,
        }
    }

    /// What it does right after its start.
    pub(super) fn post_start(&self) -> Option<&LifecycleHandler> {
        self.container.lifecycle.as_ref()?.post_start.as_ref()
    }

    /// What it does before it is told to stop.
    pub(super) fn pre_stop(&self) -> Option<&LifecycleHandler> {
        self.container.lifecycle.as_ref()?.pre_stop.as_ref()
    }
}
