use super::nearest;
use crate::controller::{DaemonPodRules, NearestToleration, TaintJudgement};
use crate::matching::TolerationField;

/// Keys that are looked at for a slip.
const LOOKED_AT: usize = 200;

/// The toleration that was probably meant for a taint which none tolerates: one with its key, one of the manifest whose
/// key looks like a slip of it, or one that agrees in a value and in all else but the key.
///
/// A toleration for another key is about another matter: that its effect agrees says nothing.
#[must_use]
pub fn near_toleration(
    rules: &DaemonPodRules,
    judgement: &TaintJudgement<'_>,
) -> Option<NearestToleration> {
    let taint = judgement.taint;
    let found = judgement.nearest.as_ref();
    if !judgement.tolerated_by.is_empty() {
        return None;
    }
    if found.is_some_and(|near| near.differs.first() != Some(&TolerationField::Key)) {
        return found.cloned();
    }
    let written = rules
        .tolerations()
        .iter()
        .zip(0..)
        .filter(|(pod, _)| pod.origin.index().is_some())
        .take(LOOKED_AT);
    let keys = written.clone().map(|(pod, _)| pod.toleration.key.as_str());
    if let Some(slip) = nearest(&taint.key, keys) {
        let mut written = written;
        let (pod, index) = written.find(|(pod, _)| pod.toleration.key == slip)?;
        let differs = rules.differs(&pod.toleration, taint);
        return Some(NearestToleration { index, differs });
    }
    let near = rules.tolerations().get(found?.index as usize)?;
    let same_value = !taint.value.is_empty() && near.toleration.value == taint.value;
    found.filter(|_| same_value).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apiserver::default_daemon_set;
    use crate::model::{DaemonSet, FeatureGates, Taint, TaintEffect, Toleration};

    #[test]
    fn what_was_meant_is_near_and_what_is_about_another_matter_is_not() {
        let (no_schedule, no_execute) = (TaintEffect::NoSchedule, TaintEffect::NoExecute);
        for (tolerations, value, effect, near) in [
            ("pool= dedicated=web", "db", &no_schedule, "1 [Value]"),
            ("pool= dedcated=db", "db", &no_schedule, "1 [Key]"),
            ("dedcated=web", "db", &no_execute, "0 [Key, Value, Effect]"),
            ("pool=db", "db", &no_schedule, "0 [Key]"),
            ("pool=", "", &no_schedule, ""),
            ("dedicated=db", "db", &no_schedule, ""),
        ] {
            let written = tolerations
                .split(' ')
                .filter_map(|text| text.split_once('='));
            let mut daemon_set = DaemonSet::default();
            daemon_set.spec.template.spec.tolerations = written
                .map(|(key, value)| Toleration {
                    key: key.into(),
                    value: value.into(),
                    effect: Some(TaintEffect::NoSchedule),
                    ..Toleration::default()
                })
                .collect();
            let rules =
                DaemonPodRules::new(&default_daemon_set(daemon_set), FeatureGates::default());
            let taint = Taint {
                key: "dedicated".into(),
                value: value.into(),
                effect: effect.clone(),
            };
            let found = near_toleration(&rules, &rules.judge_taint(&taint));
            let found = found.map(|found| format!("{} {:?}", found.index, found.differs));
            assert_eq!(found.unwrap_or_default(), near, "{tolerations}");
        }
    }
}
