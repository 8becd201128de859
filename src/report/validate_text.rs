use super::safe_text::safe;
use crate::ffi::{ValidateAnswer, ValidatedObject};

/// The answers as kubectl prints them: warnings, then the refusal, or that the server takes the object.
///
/// Where kubectl itself stops before it sends anything, the findings of reading say why; the text of the server's own
/// decoder stands here then. No line ends in a blank, as one of kubectl does.
#[must_use]
pub fn validate_text(answer: &ValidateAnswer) -> String {
    let mut out = String::new();
    for object in &answer.objects {
        for warning in &object.warnings {
            out.push_str("Warning: ");
            out.push_str(&warning.message);
            out.push('\n');
        }
        if object.allowed {
            out.push_str(&taken(object));
        } else if object.kubectl.is_empty() {
            for error in &object.decoding_errors {
                out.push_str("error: ");
                out.push_str(&error.message);
                out.push('\n');
            }
        } else {
            out.push_str(&object.kubectl);
            if !object.kubectl.ends_with('\n') {
                out.push('\n');
            }
        }
    }
    let mut printed = String::new();
    for line in out.lines() {
        printed.push_str(&safe(line.trim_end()));
        printed.push('\n');
    }
    printed
}

/// `daemonset.apps/agent would be created`
fn taken(object: &ValidatedObject) -> String {
    let reference = &object.reference;
    let group = match reference.kind.as_str() {
        "DaemonSet" => ".apps",
        "PriorityClass" => ".scheduling.k8s.io",
        _ => "",
    };
    let what = match object.operation {
        "update" => " would be configured\n",
        _ => " would be created\n",
    };
    let kind = reference.kind.to_lowercase();
    [&kind, group, "/", &reference.name, what].concat()
}
