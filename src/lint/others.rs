use super::{Context, Subject};
use crate::manifest::View;
use crate::placement::nearest;

/// Objects beyond which none are held against each other: the time would grow with the square.
const MOST: usize = 4000;

impl<'a> Context<'a> {
    /// What has a Pod template in the same namespace, Pods included.
    #[must_use]
    pub fn workloads(&self) -> Vec<&'a Subject<'a>> {
        let mut found = Vec::new();
        if self.input.subjects.len() > MOST {
            return found;
        }
        for other in &self.input.subjects {
            let is_here = other.namespace() == self.namespace();
            if is_here && other.template.exists() && !std::ptr::eq(other, self.subject) {
                found.push(other);
            }
        }
        found
    }

    /// The workloads of the input whose Pods a Service selects.
    #[must_use]
    pub fn service_targets(&self) -> Vec<&'a Subject<'a>> {
        let selector = self.selector;
        let mut found = self.workloads();
        let is_internal = self.root.at("spec.type").text() != "ExternalName";
        found.retain(|workload| is_internal && workload.has_labels(selector));
        found
    }

    /// The Services of the input that select this object's Pods.
    #[must_use]
    pub fn services(&self) -> Vec<&'a Subject<'a>> {
        let mut found = Vec::new();
        if self.input.subjects.len() <= MOST {
            found = self.beside("Service");
        }
        found.retain(|service| self.has_labels(service.selector));
        found
    }

    /// The objects of these kinds that stand before it in the input, in any namespace.
    #[must_use]
    pub fn earlier(&self, kinds: &[&str]) -> Vec<&'a Subject<'a>> {
        let mut found = Vec::new();
        if self.input.subjects.len() > MOST {
            return found;
        }
        for other in &self.input.subjects {
            if std::ptr::eq(other, self.subject) {
                break;
            }
            if kinds.contains(&other.object.kind.as_str()) {
                found.push(other);
            }
        }
        found
    }

    /// The DaemonSet beside it that a map of labels is meant for, though it does not select it: of the object's own name, or with values
    /// that are a slip away.
    #[must_use]
    pub fn meant_daemon_set(&self, labels: View<'a>) -> Option<&'a Subject<'a>> {
        let mut daemon_sets = self.beside("DaemonSet").into_iter();
        daemon_sets.find(|daemon_set| {
            let own = daemon_set.labels;
            let mut pairs = labels.entries();
            let is_near =
                |wanted: &str, there: &str| wanted == there || nearest(wanted, [there]).is_some();
            daemon_set.name() == self.name()
                || pairs.all(|(key, value)| {
                    own.get(key).exists() && is_near(value.text(), own.get(key).text())
                })
        })
    }

    /// The first DaemonSet that a Service selects the Pods of where it keeps traffic on a Node, by this field, and how many Nodes of the
    /// input have none of them; `None` without Nodes.
    pub(super) fn local_target(&self, policy: View<'_>) -> Option<(&'a str, Option<u32>)> {
        if policy.text() != "Local" {
            return None;
        }
        let mut targets = self.service_targets().into_iter();
        let target = targets.find(|target| target.is_daemon_set())?;
        Some((target.name(), self.left_out(target)))
    }

    /// How many Nodes of the input a DaemonSet leaves out; `None` without Nodes.
    fn left_out(&self, daemon_set: &Subject<'_>) -> Option<u32> {
        let nodes = u32::try_from(self.nodes().len()).ok()?;
        let judged = daemon_set.judged?;
        (nodes > 0).then(|| nodes.saturating_sub(judged.eligibility.eligible()))
    }
}

impl<'a> Subject<'a> {
    /// Whether its Pods have all labels of a map; of an empty one, they do not.
    #[must_use]
    pub fn has_labels(&self, labels: View<'_>) -> bool {
        let own = self.labels;
        let mut pairs = labels.entries();
        let has_some = labels.entries().next().is_some();
        has_some
            && pairs
                .all(|(key, value)| own.get(key).exists() && own.get(key).text() == value.text())
    }

    /// Whether a label selector, as it is written, selects its Pods. An empty one selects all.
    #[must_use]
    pub fn is_selected(&self, selector: View<'_>) -> bool {
        let own = self.labels;
        let labels = selector.get("matchLabels");
        let mut requirements = selector.get("matchExpressions").items();
        let has_pairs = labels.entries().next().is_none() || self.has_labels(labels);
        selector.is_map()
            && has_pairs
            && requirements.all(|requirement| {
                let value = own.get(requirement.get("key").text());
                let mut values = requirement.get("values").items();
                let is_in = value.exists() && values.any(|wanted| wanted.text() == value.text());
                match requirement.get("operator").text() {
                    "In" => is_in,
                    "NotIn" => !is_in,
                    "Exists" => value.exists(),
                    _ => !value.exists(),
                }
            })
    }

    /// Whether two templates ask for different values of one label of their Nodes, so that no Node has both.
    #[must_use]
    pub fn excludes(&self, other: &Subject<'_>) -> bool {
        let theirs = other.pod.get("nodeSelector");
        let mut own = self.pod.get("nodeSelector").entries();
        own.any(|(key, value)| theirs.get(key).exists() && theirs.get(key).text() != value.text())
    }

    /// A container that runs on and has a port of this name.
    #[must_use]
    pub fn has_port_name(&self, name: &str) -> bool {
        for container in &self.containers {
            let mut ports = container.ports();
            if container.runs_on() && ports.any(|port| port.get("name").text() == name) {
                return true;
            }
        }
        false
    }

    /// The ConfigMaps that it mounts, by name.
    #[must_use]
    pub fn mounts_config_map(&self, name: &str) -> bool {
        let mut volumes = self.pod.get("volumes").items();
        volumes.any(|volume| volume.at("configMap.name").text() == name)
    }
}
