use crate::model::{DaemonSet, Defaulted, IntOrString, RollingUpdateDaemonSet, UpdateStrategyType};

/// The DaemonSet as the API server stores it, as far as somebody judges it.
///
/// The namespace `default` is what kubectl fills in where a manifest names none. `maxUnavailable` becomes 1 and
/// `maxSurge` 0 only under a rolling update, each by itself: a manifest with `maxSurge` alone gets both, and is refused
/// for that.
///
/// ```
/// use everynode::apiserver::default_daemon_set;
/// use everynode::model::DaemonSet;
/// let stored = default_daemon_set(DaemonSet::default());
/// assert_eq!(stored.metadata.namespace, "default");
/// assert_eq!(stored.spec.revision_history_limit, Some(10));
/// ```
///
/// Upstream: pkg/apis/apps/v1/defaults.go SetDefaults_DaemonSet (v1.36.3)
#[must_use]
pub fn default_daemon_set(mut daemon_set: DaemonSet) -> Defaulted<DaemonSet> {
    if daemon_set.metadata.namespace.is_empty() {
        daemon_set.metadata.namespace = "default".to_owned();
    }
    let strategy = &mut daemon_set.spec.update_strategy;
    let kind = strategy
        .kind
        .get_or_insert(UpdateStrategyType::RollingUpdate);
    if *kind == UpdateStrategyType::RollingUpdate {
        let update = strategy
            .rolling_update
            .get_or_insert_with(RollingUpdateDaemonSet::default);
        update.max_unavailable.get_or_insert(IntOrString::Int(1));
        update.max_surge.get_or_insert(IntOrString::Int(0));
    }
    daemon_set.spec.revision_history_limit.get_or_insert(10);
    let pod = &mut daemon_set.spec.template.spec;
    pod.termination_grace_period_seconds.get_or_insert(30);
    if pod.scheduler_name.is_empty() {
        pod.scheduler_name = "default-scheduler".to_owned();
    }
    Defaulted::vouch(daemon_set)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DaemonSetUpdateStrategy;

    #[test]
    fn each_number_of_a_rolling_update_has_its_own_default() {
        let mut given = DaemonSet::default();
        given.spec.update_strategy.rolling_update = Some(RollingUpdateDaemonSet {
            max_unavailable: None,
            max_surge: Some(IntOrString::Int(2)),
        });
        let stored = default_daemon_set(given);
        let update = stored.spec.update_strategy.rolling_update.clone().unwrap();
        assert_eq!(update.max_unavailable, Some(IntOrString::Int(1)));
        assert_eq!(update.max_surge, Some(IntOrString::Int(2)));
    }

    #[test]
    fn on_delete_has_no_numbers() {
        let mut given = DaemonSet::default();
        given.spec.update_strategy = DaemonSetUpdateStrategy {
            kind: Some(UpdateStrategyType::OnDelete),
            rolling_update: None,
        };
        let stored = default_daemon_set(given);
        assert_eq!(stored.spec.update_strategy.rolling_update, None);
    }
}
