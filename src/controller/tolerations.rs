use crate::matching::same_toleration;
use crate::model::{PodSpec, TaintEffect, Toleration, TolerationOperator};

/// Why the controller adds a toleration to every daemon Pod.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TolerationReason {
    /// `not-ready:NoExecute`: a Pod stays while its Node is not ready.
    NotReady,
    /// `unreachable:NoExecute`: a Pod stays while its Node does not answer.
    Unreachable,
    /// `disk-pressure:NoSchedule`: a Pod comes although the disk is nearly full.
    DiskPressure,
    /// `memory-pressure:NoSchedule`: a Pod comes although memory is nearly used up.
    MemoryPressure,
    /// `pid-pressure:NoSchedule`: a Pod comes although process ids are nearly used up.
    PidPressure,
    /// `unschedulable:NoSchedule`: a Pod comes although the Node is cordoned.
    Unschedulable,
    /// `network-unavailable:NoSchedule`, only with `hostNetwork`: a Pod comes before the Pod network, which it may have
    /// to set up.
    NetworkUnavailable,
}

impl TolerationReason {
    /// In the order in which the controller adds them.
    pub const ALL: [Self; 7] = [
        Self::NotReady,
        Self::Unreachable,
        Self::DiskPressure,
        Self::MemoryPressure,
        Self::PidPressure,
        Self::Unschedulable,
        Self::NetworkUnavailable,
    ];

    /// The toleration that is added.
    #[must_use]
    pub fn toleration(self) -> Toleration {
        let (name, effect) = match self {
            Self::NotReady => ("not-ready", TaintEffect::NoExecute),
            Self::Unreachable => ("unreachable", TaintEffect::NoExecute),
            Self::DiskPressure => ("disk-pressure", TaintEffect::NoSchedule),
            Self::MemoryPressure => ("memory-pressure", TaintEffect::NoSchedule),
            Self::PidPressure => ("pid-pressure", TaintEffect::NoSchedule),
            Self::Unschedulable => ("unschedulable", TaintEffect::NoSchedule),
            Self::NetworkUnavailable => ("network-unavailable", TaintEffect::NoSchedule),
        };
        Toleration {
            key: format!("node.kubernetes.io/{name}"),
            operator: Some(TolerationOperator::Exists),
            effect: Some(effect),
            ..Toleration::default()
        }
    }
}

/// Where a toleration of a daemon Pod comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TolerationOrigin {
    /// The template has it.
    Template {
        /// Its position in the template's list.
        index: u32,
    },
    /// The controller adds it.
    Controller {
        /// Why.
        why: TolerationReason,
    },
    /// The template has it, and the controller puts its own in the same place.
    Replaced {
        /// Its position in the template's list.
        index: u32,
        /// Why the controller adds it.
        why: TolerationReason,
        /// The template's. It differs at most by its `tolerationSeconds`, which are lost.
        template: Toleration,
    },
}

impl TolerationOrigin {
    /// Its position in the template's list; `None`: the template does not have it.
    #[must_use]
    pub fn index(&self) -> Option<u32> {
        match self {
            Self::Template { index } | Self::Replaced { index, .. } => Some(*index),
            Self::Controller { .. } => None,
        }
    }
}

/// A toleration that daemon Pods have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaemonPodToleration {
    /// As the Pod has it.
    pub toleration: Toleration,
    /// Where it comes from.
    pub origin: TolerationOrigin,
}

/// The tolerations of the Pods made from a template, in the Pod's order: the template's, then those that the
/// controller adds. One of the template with the same key, operator, value and effect as one of the controller's is
/// replaced in place, and so loses its `tolerationSeconds`.
///
/// ```
/// use everynode::controller::daemon_pod_tolerations;
/// use everynode::model::PodSpec;
/// assert_eq!(daemon_pod_tolerations(&PodSpec::default()).len(), 6);
/// let on_host_network = PodSpec { host_network: true, ..PodSpec::default() };
/// assert_eq!(daemon_pod_tolerations(&on_host_network).len(), 7);
/// ```
///
/// Upstream: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations (v1.36.3)
#[must_use]
pub fn daemon_pod_tolerations(template: &PodSpec) -> Vec<DaemonPodToleration> {
    let mut tolerations: Vec<DaemonPodToleration> = template
        .tolerations
        .iter()
        .zip(0..)
        .map(|(toleration, index)| DaemonPodToleration {
            toleration: toleration.clone(),
            origin: TolerationOrigin::Template { index },
        })
        .collect();
    for why in TolerationReason::ALL {
        if why == TolerationReason::NetworkUnavailable && !template.host_network {
            continue;
        }
        let added = why.toleration();
        let mut replaced = false;
        for present in &mut tolerations {
            if let TolerationOrigin::Template { index } = present.origin
                && same_toleration(&present.toleration, &added)
            {
                replaced = true;
                present.origin = TolerationOrigin::Replaced {
                    index,
                    why,
                    template: std::mem::replace(&mut present.toleration, added.clone()),
                };
            }
        }
        if !replaced {
            tolerations.push(DaemonPodToleration {
                toleration: added,
                origin: TolerationOrigin::Controller { why },
            });
        }
    }
    tolerations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_in_place_every_one_that_is_the_same_but_for_its_seconds() {
        // Held against the oracle: both become the controller's.
        let seconds = |toleration_seconds| Toleration {
            toleration_seconds,
            ..TolerationReason::NotReady.toleration()
        };
        let other = Toleration {
            effect: None,
            ..TolerationReason::NotReady.toleration()
        };
        let template = PodSpec {
            tolerations: vec![seconds(Some(300)), other.clone(), seconds(None)],
            ..PodSpec::default()
        };
        let tolerations = daemon_pod_tolerations(&template);
        assert_eq!(tolerations.len(), 3 + 5);
        let replaced = |index, template| DaemonPodToleration {
            toleration: seconds(None),
            origin: TolerationOrigin::Replaced {
                index,
                why: TolerationReason::NotReady,
                template,
            },
        };
        assert_eq!(tolerations[0], replaced(0, seconds(Some(300))));
        assert_eq!(tolerations[1].toleration, other);
        assert_eq!(
            tolerations[1].origin,
            TolerationOrigin::Template { index: 1 }
        );
        assert_eq!(tolerations[2], replaced(2, seconds(None)));
        assert_eq!(
            tolerations[3].origin,
            TolerationOrigin::Controller {
                why: TolerationReason::Unreachable
            }
        );
    }
}
