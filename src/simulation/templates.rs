use crate::apiserver::{default_pod, makes_the_same_pods};
use crate::controller::DaemonNode;
use crate::model::{ControllerRevision, Pod, PodSpec, PodTemplateSpec};
use crate::scheduler::{HostPort, host_ports, ports_conflict};

/// The templates that Pods were made from, numbered. One that comes back has its number again, as its revision has its
/// hash.
#[derive(Clone, Debug, Default)]
pub(super) struct Templates {
    known: Vec<PodTemplateSpec>,
    /// For each, the ports of a Node that its Pods take.
    ports: Vec<Vec<HostPort>>,
}

impl Templates {
    /// A template of which nothing is known but that it is none of the others.
    pub(super) const UNKNOWN: u32 = u32::MAX;

    /// How many there are.
    pub(super) fn known(&self) -> u32 {
        u32::try_from(self.known.len()).unwrap_or(Self::UNKNOWN)
    }

    /// The number of a template.
    pub(super) fn number(&mut self, template: &PodTemplateSpec) -> u32 {
        let known = |known: &PodTemplateSpec| makes_the_same_pods(known, template);
        let position = self.known.iter().position(known).unwrap_or_else(|| {
            self.known.push(template.clone());
            self.ports.push(ports(&template.spec));
            self.known.len() - 1
        });
        u32::try_from(position).unwrap_or(Self::UNKNOWN)
    }

    /// The number of the template that a revision holds.
    pub(super) fn number_of_revision(&mut self, revision: &ControllerRevision) -> u32 {
        if revision.template.is_empty() {
            return Self::UNKNOWN;
        }
        self.number(&PodTemplateSpec {
            canonical: revision.template.clone(),
            stored: true,
            ..PodTemplateSpec::default()
        })
    }

    /// A Pod shows which ports its template takes, which a revision does not tell.
    pub(super) fn learn(&mut self, template: u32, pod: &PodSpec) {
        if let Some(known) = self.ports.get_mut(template as usize)
            && known.is_empty()
        {
            *known = ports(pod);
        }
    }

    /// Whether the Pods of a template take ports of their Node.
    pub(super) fn take_ports(&self, template: u32) -> bool {
        !self.ports(template).is_empty()
    }

    /// Whether a Node has the ports that a Pod of a template wants: those of its Pods that are bound, being deleted or
    /// not, are taken until they are gone.
    ///
    /// DIFFERENCE: of the Node's Pods only those of the DaemonSet are looked at.
    ///
    /// Upstream: pkg/scheduler/framework/plugins/nodeports/node_ports.go Filter (v1.36.3)
    pub(super) fn fit(&self, node: &DaemonNode, template: u32) -> bool {
        let wanted = self.ports(template);
        let running = node.pods.iter().filter(|pod| pod.bound && !pod.ended());
        wanted.is_empty()
            || !running
                .into_iter()
                .any(|pod| ports_conflict(wanted, self.ports(pod.template)))
    }

    fn ports(&self, template: u32) -> &[HostPort] {
        let ports = self.ports.get(template as usize);
        ports.map_or(&[], Vec::as_slice)
    }
}

fn ports(spec: &PodSpec) -> Vec<HostPort> {
    host_ports(&default_pod(Pod {
        spec: spec.clone(),
        ..Pod::default()
    }))
}
