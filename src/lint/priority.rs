use super::Context;
use crate::manifest::View;

/// Whether a class is one of the two that every cluster has.
pub(super) fn is_system_class(name: &str) -> bool {
    matches!(name, "system-node-critical" | "system-cluster-critical")
}

impl<'a> Context<'a> {
    /// The priority class as it is written.
    #[must_use]
    pub fn priority_class(&self) -> View<'a> {
        self.pod.get("priorityClassName")
    }

    /// Whether it uses a system class in a namespace for which nothing allows it.
    #[must_use]
    pub fn has_system_class_elsewhere(&self) -> bool {
        let namespace = self.object.metadata.namespace.as_str();
        let is_home =
            matches!(namespace, "" | "kube-system") || namespace.starts_with("openshift-");
        if is_home || !is_system_class(self.priority_class().text()) {
            return false;
        }
        let mut quotas = self.beside("ResourceQuota").into_iter();
        !quotas.any(|quota| {
            let mut scopes = quota.root.at("spec.scopes").items();
            let mut selected = quota.root.at("spec.scopeSelector.matchExpressions").items();
            scopes.any(|scope| scope.text() == "PriorityClass")
                || selected.any(|scope| scope.get("scopeName").text() == "PriorityClass")
        })
    }
}
