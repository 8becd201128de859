//! Findings of a review about what the API server refuses or warns of.

use super::validate::{Said, Validated};
use crate::apiserver::{FieldError, FieldErrorKind};
use crate::diagnostic::{Diagnostic, ObjectRef, Rule, Severity};
use crate::manifest::{StrictError, StrictFault};

/// The rule of a message: what the field ends with, what the detail has, the rule. The first that fits.
const MESSAGES: [(&str, &str, Rule); 29] = [
    ("spec.selector", "empty selector", Rule::SELECTOR_EMPTY),
    ("spec.selector", "immutable", Rule::SELECTOR_CHANGED),
    ("template.spec.containers", "", Rule::CONTAINERS_MISSING),
    (
        ".effect",
        "`tolerationSeconds` is set",
        Rule::TOLERATION_SECONDS_NEEDS_NO_EXECUTE,
    ),
    (
        ".operator",
        "`key` is empty",
        Rule::TOLERATION_EMPTY_KEY_NEEDS_EXISTS,
    ),
    (
        ".operator",
        "value must be empty",
        Rule::TOLERATION_EXISTS_WITH_VALUE,
    ),
    (
        ".effect",
        "\"PreferNoSchedule\"",
        Rule::TOLERATION_EFFECT_UNKNOWN,
    ),
    (".operator", "\"Lt\"", Rule::TOLERATION_OPERATOR_GATED),
    (
        ".nodeSelectorTerms",
        "at least one",
        Rule::AFFINITY_NO_TERMS,
    ),
    (".values", "'In' or 'NotIn'", Rule::AFFINITY_VALUES_MISSING),
    (".values", "'Exists'", Rule::AFFINITY_VALUES_WITH_EXISTS),
    (".maxUnavailable", "cannot be 0", Rule::ROLLOUT_ZERO_ZERO),
    (
        ".maxSurge",
        "maxUnavailable is non-zero",
        Rule::SURGE_NEEDS_UNAVAILABLE_ZERO,
    ),
    ("", "greater than 100%", Rule::ROLLOUT_PERCENT_OVER_ALL),
    ("", "percent string", Rule::PERCENT_AS_BARE_STRING),
    ("spec.updateStrategy", "", Rule::STRATEGY_TYPE_UNKNOWN),
    (
        "spec.restartPolicy",
        "\"Always\"",
        Rule::RESTART_POLICY_NOT_ALWAYS,
    ),
    (
        ".activeDeadlineSeconds",
        "in DaemonSet",
        Rule::ACTIVE_DEADLINE_SET,
    ),
    (
        ".hostPort",
        "must match",
        Rule::HOST_PORT_MISMATCH_HOST_NETWORK,
    ),
    (".hostPort", "", Rule::HOST_PORT_DUPLICATE),
    (".mountPath", "must be unique", Rule::MOUNT_PATH_DUPLICATE),
    (".hostPath.path", "'..'", Rule::HOST_PATH_PARENT_DIR),
    (
        "",
        "only to privileged containers",
        Rule::PROPAGATION_NEEDS_PRIVILEGED,
    ),
    (
        "",
        "`allowPrivilegeEscalation` to false",
        Rule::PRIVILEGED_NO_ESCALATION_CONFLICT,
    ),
    (
        ".shareProcessNamespace",
        "HostPID",
        Rule::SHARE_PROCESS_WITH_HOST_PID,
    ),
    ("", "when `hostUsers` is false", Rule::HOST_USERS_CONFLICT),
    (
        ".hostNetwork",
        "hostProcess",
        Rule::HOST_PROCESS_NEEDS_HOST_NETWORK,
    ),
    (".requests", "limit of", Rule::REQUESTS_EXCEED_LIMITS),
    (
        ".successThreshold",
        "must be 1",
        Rule::LIVENESS_SUCCESS_THRESHOLD,
    ),
];

/// The rule of a warning, by a part of its text.
const WARNINGS: [(&str, Rule); 13] = [
    ("fractional byte value", Rule::FRACTIONAL_BYTES),
    ("critical-pod]", Rule::CRITICAL_POD_ANNOTATION),
    ("seccompProfile", Rule::SECCOMP_APPARMOR_ANNOTATION),
    ("appArmorProfile", Rule::SECCOMP_APPARMOR_ANNOTATION),
    ("deprecated in v1.", Rule::REMOVED_VOLUME_PLUGIN),
    ("deprecated since", Rule::DEPRECATED_NODE_LABEL),
    ("control-plane", Rule::DEPRECATED_NODE_LABEL),
    ("hides previous definition", Rule::ENV_HIDDEN),
    ("port", Rule::PORT_DUPLICATE_OR_AMBIGUOUS),
    ("overlapping paths", Rule::OVERLAPPING_VOLUME_PATHS),
    ("duplicate", Rule::API_LIST_DUPLICATE),
    ("null labelSelector", Rule::NULL_LABEL_SELECTOR),
    ("IP", Rule::ODD_IP_SPELLING),
];

/// What the reader of texts says of an object itself is not said again.
pub(super) fn findings(found: &Validated, object: &ObjectRef) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for error in &found.undecoded {
        if error.fault == StrictFault::UnknownField {
            diagnostics.push(unknown_field(error));
        }
    }
    for said in &found.refusal {
        if is_said_otherwise(said) {
            continue;
        }
        let message = said.what.to_string();
        diagnostics.push(finding(rule_of(&said.what), said, message));
    }
    for said in &found.warnings {
        let mut known = WARNINGS.iter();
        let rule = known.find(|(text, _)| said.what.contains(text));
        let rule = rule.map_or(Rule::API_WARNING, |(_, rule)| *rule);
        diagnostics.push(finding(rule, said, said.what.clone()));
    }
    for diagnostic in &mut diagnostics {
        diagnostic.object = Some(object.clone());
    }
    diagnostics
}

/// A template that is left out has a finding of the reader's, and one that is not selected has one of the reviewer's.
fn is_said_otherwise(said: &Said<FieldError>) -> bool {
    let left_out = said.path.segments().len() < 3 && said.what.kind == FieldErrorKind::Required;
    said.what.detail.contains("does not match template")
        || left_out && said.what.field.starts_with("spec.template.")
}

fn unknown_field(error: &StrictError) -> Diagnostic {
    let finding = Diagnostic::new(Rule::UNKNOWN_FIELD, error.place, error.text.clone());
    let why =
        "kubectl refuses the object; a client that is less strict drops the field without a word.";
    let finding = finding.at(error.path.clone()).why(why);
    match &error.hint {
        Some(hint) => {
            let text = hint.to_string();
            let mut letters = text.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            let end = if text.starts_with("did") { "?" } else { "." };
            let help: String = first.into_iter().chain(letters).collect();
            finding.help([&help, end].concat())
        }
        None => finding,
    }
}

fn finding<T>(rule: Rule, said: &Said<T>, message: String) -> Diagnostic {
    let why = match rule.severity {
        Severity::Error => "The API server refuses the object, and stores nothing of it.",
        Severity::Warning | Severity::Info => "The API server takes the object, and warns of this.",
    };
    Diagnostic::new(rule, said.place, message)
        .at(said.path.clone())
        .why(why)
}

fn rule_of(error: &FieldError) -> Rule {
    let mut known = MESSAGES.iter();
    let rule = known.find(|(field, detail, rule)| {
        let duplicate = *rule == Rule::HOST_PORT_DUPLICATE;
        error.field.ends_with(field)
            && error.detail.contains(detail)
            && (!duplicate || error.kind == FieldErrorKind::Duplicate)
    });
    if let Some((.., rule)) = rule {
        return *rule;
    }
    if error.kind == FieldErrorKind::NotFound && error.field.contains(".volumeMounts[") {
        return Rule::MOUNT_VOLUME_UNDECLARED;
    }
    match error.kind {
        FieldErrorKind::Required => Rule::FIELD_REQUIRED,
        FieldErrorKind::Duplicate => Rule::FIELD_DUPLICATE,
        FieldErrorKind::NotFound => Rule::FIELD_NOT_FOUND,
        FieldErrorKind::NotSupported => Rule::FIELD_NOT_SUPPORTED,
        FieldErrorKind::Forbidden => Rule::FIELD_FORBIDDEN,
        FieldErrorKind::TooLong | FieldErrorKind::TooMany => Rule::FIELD_TOO_LONG,
        FieldErrorKind::Invalid | FieldErrorKind::Internal => Rule::FIELD_INVALID,
    }
}
