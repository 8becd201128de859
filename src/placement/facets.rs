use crate::model::StringMap;

/// A property that tells Nodes apart at a glance, and the labels that say it, the usual one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facet {
    /// `zone`, `pool`, `arch`, `os`.
    pub key: &'static str,
    /// Of several that a Node has, the first counts.
    pub labels: &'static [&'static str],
}

impl Facet {
    /// Where a machine stands.
    pub const ZONE: Self = Self {
        key: "zone",
        labels: &[
            "topology.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/zone",
        ],
    };
    /// Which machines are managed together.
    pub const POOL: Self = Self {
        key: "pool",
        labels: &[
            "karpenter.sh/nodepool",
            "eks.amazonaws.com/nodegroup",
            "alpha.eksctl.io/nodegroup-name",
            "cloud.google.com/gke-nodepool",
            "kubernetes.azure.com/agentpool",
            "agentpool",
            "doks.digitalocean.com/node-pool",
            "k8s.scaleway.com/pool-name",
            "node.kubernetes.io/pool",
            "nodepool",
            "node-pool",
            "pool",
        ],
    };
    /// What its processor is.
    pub const ARCH: Self = Self {
        key: "arch",
        labels: &["kubernetes.io/arch", "beta.kubernetes.io/arch"],
    };
    /// What its operating system is.
    pub const OS: Self = Self {
        key: "os",
        labels: &["kubernetes.io/os", "beta.kubernetes.io/os"],
    };
    /// In the order in which people ask.
    pub const ALL: [Self; 4] = [Self::ZONE, Self::POOL, Self::ARCH, Self::OS];

    /// What a Node's labels say.
    ///
    /// ```
    /// use everynode::{model::StringMap, placement::Facet};
    /// let labels: StringMap = [("agentpool", "gpu"), ("pool", "other")].into_iter().collect();
    /// assert_eq!(Facet::POOL.of(&labels), Some("gpu"));
    /// assert_eq!(Facet::ZONE.of(&labels), None);
    /// ```
    #[must_use]
    pub fn of<'a>(&self, labels: &'a StringMap) -> Option<&'a str> {
        self.labels.iter().find_map(|label| labels.get(label))
    }
}
