use crate::matching::{Selector, quote};
use crate::model::{DaemonSet, Defaulted, IntOrString, Json, UpdateStrategyType};

/// Why the API server does not take an update, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// `spec.selector`; empty where it is about the object as a whole.
    pub path: &'static str,
    /// `spec.selector: Invalid value: {"matchLabels":{"app":"b"}}: field is immutable`
    pub message: String,
}

/// Why the API server does not take an update: what cannot be changed, a template that the selector does not select,
/// and limits that exclude each other. `old` and `new` are [stored](super::stored_daemon_set); `typed` is the new one.
///
/// DIFFERENCE: what else it refuses, in an update as in a new object, is not looked at.
///
/// Upstream: pkg/apis/apps/validation/validation.go ValidateDaemonSetUpdate (v1.36.3)
#[must_use]
pub fn refusals(old: Option<&Json>, new: &Json, typed: &Defaulted<DaemonSet>) -> Vec<Refusal> {
    let mut found = Vec::new();
    if let Some(old) = old {
        let text = |object: &Json, field| {
            let value = object.at(&["metadata", field]).and_then(Json::as_text);
            value.unwrap_or_default().to_owned()
        };
        // Upstream: staging/src/k8s.io/apiserver/pkg/endpoints/handlers/rest.go checkName (v1.36.3)
        for field in ["name", "namespace"] {
            let (was, is) = (text(old, field), text(new, field));
            if was != is {
                let message = format!(
                    "the {field} of the object ({is}) does not match the {field} on the {} ({was})",
                    if field == "name" { "URL" } else { "request" }
                );
                found.push(Refusal { path: "", message });
            }
        }
        let selector = |object: &Json| object.at(&["spec", "selector"]).cloned();
        let (was, is) = (selector(old), selector(new));
        if was != is {
            let value = is.map_or("null".to_owned(), |is| selector_text(&is));
            let detail = "field is immutable";
            found.push(invalid("spec.selector", &value, detail));
        }
    }
    let spec = &typed.spec;
    let labels = &spec.template.metadata.labels;
    let selector = Selector::from_label_selector(spec.selector.as_ref());
    let written = new.at(&["spec", "template", "metadata", "labels"]);
    if spec.selector.is_some() && selector.is_ok_and(|selector| !selector.matches(labels)) {
        let value = written.map_or("null".to_owned(), Json::to_text);
        let detail = "`selector` does not match template `labels`";
        found.push(invalid("spec.template.metadata.labels", &value, detail));
    }
    found.extend(limits(typed));
    found
}

/// Upstream: pkg/apis/apps/validation/validation.go ValidateRollingUpdateDaemonSet (v1.36.3)
fn limits(daemon_set: &DaemonSet) -> Option<Refusal> {
    let strategy = &daemon_set.spec.update_strategy;
    let rolling = strategy.kind == Some(UpdateStrategyType::RollingUpdate);
    let limits = strategy.rolling_update.as_ref().filter(|_| rolling)?;
    let is_zero = |limit: &Option<IntOrString>| match limit {
        Some(IntOrString::Int(number)) => *number == 0,
        Some(IntOrString::String(text)) => text.trim_end_matches('%') == "0",
        None => true,
    };
    match (is_zero(&limits.max_unavailable), is_zero(&limits.max_surge)) {
        (false, false) => {
            let value = match &limits.max_surge {
                Some(IntOrString::String(text)) => quote(text),
                Some(IntOrString::Int(number)) => number.to_string(),
                None => String::new(),
            };
            let path = "spec.updateStrategy.rollingUpdate.maxSurge";
            let detail = "may not be set when maxUnavailable is non-zero";
            Some(invalid(path, &value, detail))
        }
        (true, true) => {
            let path = "spec.updateStrategy.rollingUpdate.maxUnavailable";
            let message = format!("{path}: Required value: cannot be 0 when maxSurge is 0");
            Some(Refusal { path, message })
        }
        _ => None,
    }
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go Error.Error (v1.36.3)
fn invalid(path: &'static str, value: &str, detail: &str) -> Refusal {
    Refusal {
        path,
        message: [path, ": Invalid value: ", value, ": ", detail].concat(),
    }
}

/// As Go writes a selector: labels before expressions.
fn selector_text(selector: &Json) -> String {
    let parts = ["matchLabels", "matchExpressions"];
    let parts = parts.iter().filter_map(|key| {
        let value = selector.get(key)?;
        Some(["\"", key, "\":", &value.to_text()].concat())
    });
    ["{", &parts.collect::<Vec<_>>().join(","), "}"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apiserver::{daemon_set_of, stored_daemon_set};
    use crate::manifest::{Limits, read_value};
    use crate::source::FileId;

    fn said(old: &str, new: &str) -> Vec<String> {
        let stored = |text: &str| {
            let text = format!("{{metadata: {{name: agent}}, spec: {text}}}");
            let reading = read_value(FileId(0), &text, &Limits::default());
            stored_daemon_set(reading.value.unwrap()).0
        };
        let (old, new) = (stored(old), stored(new));
        let typed = daemon_set_of(&new).unwrap();
        let found = refusals(Some(&old), &new, &typed);
        found.into_iter().map(|refusal| refusal.message).collect()
    }

    #[test]
    fn it_speaks_as_the_api_server_does() {
        let old = "{selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}}}";
        for (from, to, expected) in [
            ("", "", vec![]),
            (
                "app: a",
                "app: b",
                vec![
                    r#"spec.selector: Invalid value: {"matchLabels":{"app":"b"}}: field is immutable"#,
                ],
            ),
            (
                "labels: {app: a}",
                "labels: {app: b}",
                vec![
                    r#"spec.template.metadata.labels: Invalid value: {"app":"b"}: `selector` does not match template `labels`"#,
                ],
            ),
            (
                "template:",
                "updateStrategy: {rollingUpdate: {maxSurge: 1}}, template:",
                vec![
                    "spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero",
                ],
            ),
            (
                "template:",
                "updateStrategy: {rollingUpdate: {maxSurge: 0%, maxUnavailable: 0}}, template:",
                vec![
                    "spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0",
                ],
            ),
            (
                "template:",
                "updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}, template:",
                vec![],
            ),
        ] {
            assert_eq!(said(old, &old.replace(from, to)), expected, "{to}");
        }
    }
}
