use crate::model::{DaemonSet, Defaulted, StringMap};

/// The annotation of a template that says when somebody asked for new Pods.
const RESTARTED_AT: &str = "kubectl.kubernetes.io/restartedAt";

/// The DaemonSet as `kubectl rollout restart` leaves it: its template says `moment`, and so makes other Pods.
///
/// ```
/// use everynode::apiserver::{default_daemon_set, makes_the_same_pods, restarted};
/// use everynode::model::DaemonSet;
/// let before = default_daemon_set(DaemonSet::default());
/// let after = restarted(&before, "2026-11-21T08:00:00Z");
/// assert!(!makes_the_same_pods(&before.spec.template, &after.spec.template));
/// ```
///
/// Upstream: staging/src/k8s.io/kubectl/pkg/polymorphichelpers/objectrestarter.go defaultObjectRestarter (v1.36.3)
#[must_use]
pub fn restarted(daemon_set: &Defaulted<DaemonSet>, moment: &str) -> Defaulted<DaemonSet> {
    let mut after: DaemonSet = (**daemon_set).clone();
    let template = &mut after.spec.template;
    let pairs = template.metadata.annotations.iter();
    let others = pairs.filter(|(key, _)| *key != RESTARTED_AT);
    let annotations: StringMap = others.chain([(RESTARTED_AT, moment)]).collect();
    template.metadata.annotations = annotations;
    // The text of the template is no longer its text.
    template.canonical = String::new();
    super::default_daemon_set(after)
}
