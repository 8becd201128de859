use crate::matching::quote;
use crate::model::{DaemonSet, Defaulted, IntOrString, RollingUpdateDaemonSet, UpdateStrategyType};

/// How many Pods a rolling update may take at a time, for a given number of eligible Nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UpdateLimits {
    /// Nodes that may be without an available Pod.
    pub max_unavailable: i64,
    /// Nodes that may have a new Pod beside the old one.
    pub max_surge: i64,
}

/// The limits as they are written, resolved for `desired` eligible Nodes: percentages are of them, rounded up. Both are
/// 0 with `OnDelete`.
///
/// ```
/// use everynode::apiserver::default_daemon_set;
/// use everynode::controller::update_limits;
/// use everynode::model::{DaemonSet, IntOrString, RollingUpdateDaemonSet};
/// let mut daemon_set = DaemonSet::default();
/// let percent = Some(IntOrString::String("25%".into()));
/// let rolling_update = RollingUpdateDaemonSet { max_unavailable: percent, max_surge: None };
/// daemon_set.spec.update_strategy.rolling_update = Some(rolling_update);
/// let limits = update_limits(&default_daemon_set(daemon_set), 5).unwrap();
/// assert_eq!((limits.max_unavailable, limits.max_surge), (2, 0));
/// ```
///
/// # Errors
/// Kubernetes' text for a limit that is neither a number nor a percentage.
///
/// Upstream: pkg/controller/daemon/util/daemonset_util.go UnavailableCount (v1.36.3)
/// Upstream: pkg/controller/daemon/util/daemonset_util.go SurgeCount (v1.36.3)
pub fn update_limits(
    daemon_set: &Defaulted<DaemonSet>,
    desired: u32,
) -> Result<UpdateLimits, String> {
    let resolve = |limit: fn(&RollingUpdateDaemonSet) -> Option<&IntOrString>, name: &str| {
        let limit = rolling_update(daemon_set).and_then(limit);
        let count = limit.map(|limit| scaled_value(limit, desired));
        let count = count.unwrap_or(Ok(0));
        count.map_err(|error| format!("invalid value for {name}: {error}"))
    };
    Ok(UpdateLimits {
        max_unavailable: resolve(|r| r.max_unavailable.as_ref(), "MaxUnavailable")?,
        max_surge: resolve(|r| r.max_surge.as_ref(), "MaxSurge")?,
    })
}

/// Whether a Node may have a second Pod during an update.
///
/// Upstream: pkg/controller/daemon/util/daemonset_util.go AllowsSurge (v1.36.3)
#[must_use]
pub fn allows_surge(daemon_set: &Defaulted<DaemonSet>) -> bool {
    rolling_update(daemon_set)
        .and_then(|rolling_update| rolling_update.max_surge.as_ref())
        .is_some_and(|surge| scaled_value(surge, 1).is_ok_and(|surge| surge > 0))
}

fn rolling_update(daemon_set: &Defaulted<DaemonSet>) -> Option<&RollingUpdateDaemonSet> {
    let strategy = &daemon_set.spec.update_strategy;
    let rolling = strategy.kind == Some(UpdateStrategyType::RollingUpdate);
    strategy.rolling_update.as_ref().filter(|_| rolling)
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/intstr/intstr.go GetScaledValueFromIntOrPercent (v1.36.3)
fn scaled_value(limit: &IntOrString, total: u32) -> Result<i64, String> {
    let text = match limit {
        IntOrString::Int(number) => return Ok(i64::from(*number)),
        IntOrString::String(text) => text,
    };
    let percent = text.strip_suffix('%').ok_or_else(|| {
        "invalid value for IntOrString: invalid type: string is not a percentage".to_owned()
    })?;
    let percent: i64 = percent
        .parse()
        .map_err(|_| {
            let (text, percent) = (quote(text), quote(percent));
            format!("invalid value for IntOrString: invalid value {text}: strconv.Atoi: parsing {percent}: invalid syntax")
        })?;
    let whole = percent.saturating_mul(i64::from(total));
    Ok(whole.div_euclid(100) + i64::from(whole.rem_euclid(100) > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_of_the_eligible_nodes_rounded_up() {
        for (limit, total, count) in [
            ("25%", 5, 2),
            ("25%", 8, 2),
            ("1%", 1, 1),
            ("100%", 7, 7),
            ("0%", 7, 0),
            ("10%", 0, 0),
        ] {
            let limit = IntOrString::String(limit.to_owned());
            assert_eq!(scaled_value(&limit, total), Ok(count), "{limit} of {total}");
        }
        assert_eq!(scaled_value(&IntOrString::Int(3), 2), Ok(3));
        for wrong in ["3", "", "x%", "1.5%"] {
            let limit = IntOrString::String(wrong.to_owned());
            assert!(scaled_value(&limit, 10).is_err(), "{wrong}");
        }
    }
}
