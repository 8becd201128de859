//! An update beside what it replaces.

use super::Context;
use crate::controller::NodeClass;
use crate::manifest::View;
use crate::model::{DaemonSet, PodSpec};

impl<'a> Context<'a> {
    /// The DaemonSet that is replaced and the one that replaces it, as the API server stores them. Of what a tool merges into an
    /// object, there is no new one.
    #[must_use]
    pub fn both(&self) -> Option<(&'a DaemonSet, &'a DaemonSet)> {
        let old = self.subject.old()?.judged?.daemon_set;
        let new = self.daemon_set()?;
        (!self.is_patch()).then_some((&**old, new))
    }

    /// Names of the Nodes that get a Pod by an update, and of those whose Pod goes; by name.
    #[must_use]
    pub fn moved_nodes(&self) -> (Vec<&'a str>, Vec<&'a str>) {
        let (mut gained, mut lost) = (Vec::new(), Vec::new());
        let old = self.subject.old().and_then(|old| old.judged);
        if let Some((old, new)) = old.zip(self.subject.judged).filter(|_| self.is_placed()) {
            let runs = |class: Option<&NodeClass>| class.is_some_and(|class| class.should_run);
            for (position, node) in self.nodes().iter().enumerate() {
                let class = new.eligibility.class(position);
                let did = runs(old.eligibility.class(position));
                let stays = class.is_some_and(|class| class.should_continue_running);
                let name = node.metadata.name.as_str();
                match (did, runs(class)) {
                    (false, true) => gained.push(name),
                    (true, false) if !stays => lost.push(name),
                    _ => {}
                }
            }
        }
        (gained, lost)
    }

    /// What of the Pods' spec decides about Nodes otherwise than before: the first such field that is written, or else the spec.
    #[must_use]
    pub fn reach(&self) -> View<'a> {
        let differs = |is_same: fn(&PodSpec, &PodSpec) -> bool| {
            let both = self.both();
            both.is_some_and(|(old, new)| {
                !is_same(&old.spec.template.spec, &new.spec.template.spec)
            })
        };
        let fields = [
            (
                "nodeSelector",
                differs(|a, b| a.node_selector == b.node_selector),
            ),
            (
                "affinity",
                differs(|a, b| a.node_affinity == b.node_affinity),
            ),
            (
                "tolerations",
                differs(|a, b| a.tolerations == b.tolerations),
            ),
            ("nodeName", differs(|a, b| a.node_name == b.node_name)),
        ];
        let written = fields.iter().filter(|(_, differs)| *differs);
        let mut written = written.map(|(field, _)| self.pod.get(field));
        written.find(|field| field.exists()).unwrap_or(self.pod)
    }
}
