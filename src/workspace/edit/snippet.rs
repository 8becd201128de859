use super::quotes::{Quotes, scalar};
use crate::model::{PodSpec, Toleration};
use crate::placement::Change;

/// What changes make of the fields that they are about, as YAML to paste by hand. `changed` is the Pod with all of
/// them.
///
/// ```
/// use everynode::model::{PodSpec, Toleration, TolerationOperator};
/// use everynode::placement::Change;
/// use everynode::workspace::snippet;
/// let own = Toleration { key: "gpu".into(), operator: Some(TolerationOperator::Exists), ..Toleration::default() };
/// let text = snippet(&[Change::Tolerate(own)], &PodSpec::default());
/// assert_eq!(text, "tolerations:\n  - key: gpu\n    operator: Exists\n");
/// ```
#[must_use]
pub fn snippet(changes: &[Change], changed: &PodSpec) -> String {
    let mut tolerations: Vec<&Toleration> = Vec::new();
    let mut requirements = Vec::new();
    let (mut selector, mut node_name) = (false, false);
    for change in changes {
        match change {
            Change::Tolerate(own) => tolerations.push(own),
            Change::Loosen { toleration, .. } | Change::TolerationKey { toleration, .. } => {
                tolerations.extend(changed.tolerations.get(*toleration as usize));
            }
            Change::SelectorValue { .. }
            | Change::SelectorKey { .. }
            | Change::RemoveSelector { .. } => selector = true,
            Change::RequirementKey { at, .. }
            | Change::RequirementValue { at, .. }
            | Change::AddValue { at, .. }
            | Change::RemoveValue { at, .. } => requirements.extend(at.of(changed)),
            Change::RemoveNodeName { .. } => node_name = true,
        }
    }
    let plain = |text: &str| scalar(text, Quotes::None);
    let mut out = String::new();
    if node_name {
        out.push_str("nodeName: \"\"\n");
    }
    if selector && changed.node_selector.is_empty() {
        out.push_str("nodeSelector: {}\n");
    } else if selector {
        out.push_str("nodeSelector:\n");
        for (key, value) in changed.node_selector.iter() {
            out.extend(["  ", &plain(key), ": ", &plain(value), "\n"]);
        }
    }
    if !tolerations.is_empty() {
        out.push_str("tolerations:\n");
    }
    for own in tolerations {
        for (index, (name, value)) in fields(own).into_iter().enumerate() {
            let before = if index == 0 { "  - " } else { "    " };
            out.extend([before, name, ": ", &plain(value), "\n"]);
        }
        if let Some(seconds) = own.toleration_seconds {
            out.extend(["    tolerationSeconds: ", &seconds.to_string(), "\n"]);
        }
    }
    for requirement in requirements {
        out.extend([
            "- key: ",
            &plain(&requirement.key),
            "\n  operator: ",
            &requirement.operator,
            "\n",
        ]);
        let values: Vec<String> = requirement
            .values
            .iter()
            .map(|value| plain(value))
            .collect();
        if !values.is_empty() {
            out.extend(["  values: [", &values.join(", "), "]\n"]);
        }
    }
    out
}

/// A toleration's fields in the order in which people write them, without those that say nothing.
pub(super) fn fields(toleration: &Toleration) -> Vec<(&'static str, &str)> {
    let operator = toleration
        .operator
        .as_ref()
        .map_or("", |operator| operator.as_str());
    let effect = toleration
        .effect
        .as_ref()
        .map_or("", |effect| effect.as_str());
    let all = [
        ("key", toleration.key.as_str()),
        ("operator", operator),
        ("value", toleration.value.as_str()),
        ("effect", effect),
    ];
    all.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
}
