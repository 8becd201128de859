//! Pods for Windows, and what a Pod's operating system forbids.

use super::field_error::{Bad, Errors};
use super::path::Path;
use super::{formats, pod};
use crate::manifest::StoredStruct;

/// Upstream: pkg/apis/core/validation/validation.go validateWindowsSecurityContextOptions (v1.36.3)
pub(super) fn options(errors: &mut Errors, of: Option<&StoredStruct>, path: &Path<'_>) {
    let Some(of) = of else {
        return;
    };
    if let Some(name) = of.text_if_set("gmsaCredentialSpecName") {
        let path = path.field("gmsaCredentialSpecName");
        for message in formats::subdomain(name) {
            errors.invalid(&path, Bad::Word(name), &message);
        }
    }
    if let Some(spec) = of.text_if_set("gmsaCredentialSpec") {
        let path = path.field("gmsaCredentialSpec");
        if spec.is_empty() {
            let detail = "gmsaCredentialSpec cannot be an empty string";
            errors.invalid(&path, Bad::Word(spec), detail);
        } else if spec.len() > 64 * 1024 {
            let detail = "gmsaCredentialSpec size must be under 64 KiB";
            errors.invalid(&path, Bad::Word(spec), detail);
        }
    }
    if let Some(name) = of.text_if_set("runAsUserName") {
        user_name(errors, name, &path.field("runAsUserName"));
    }
}

fn user_name(errors: &mut Errors, name: &str, path: &Path<'_>) {
    let mut refuse = |detail: &str| errors.invalid(path, Bad::Word(name), detail);
    if name.is_empty() {
        refuse("runAsUserName cannot be an empty string");
        return;
    }
    if name.bytes().any(|byte| byte.is_ascii_control()) {
        refuse("runAsUserName cannot contain control characters");
        return;
    }
    let (domain, user) = match name.split_once('\\') {
        Some((domain, user)) => (Some(domain), user),
        None => (None, name),
    };
    if user.as_bytes().contains(&b'\\') {
        refuse("runAsUserName cannot contain more than one backslash");
        return;
    }
    if let Some(domain) = domain {
        if domain.len() >= 256 {
            refuse("runAsUserName's Domain length must be under 256 characters");
        }
        if !is_net_bios(domain) && !domain.split('.').all(is_domain_label) {
            refuse("runAsUserName's Domain doesn't match the NetBios nor the DNS format");
        }
    }
    if user.is_empty() {
        refuse("runAsUserName's User cannot be empty");
    } else if user.len() > 104 {
        refuse("runAsUserName's User length must not be longer than 104 characters");
    }
    if !user.is_empty() && user.bytes().all(|byte| matches!(byte, b'.' | b' ')) {
        refuse("runAsUserName's User cannot contain only periods or spaces");
    }
    if user.contains(|c| "\"/\\:;|=,+*?<>@[]".contains(c)) {
        refuse("runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]");
    }
}

fn is_net_bios(domain: &str) -> bool {
    let count = domain.chars().count();
    let bad = |c: char| "\\/:*?\"<>|".contains(c);
    (1..=15).contains(&count) && !domain.contains(bad) && !domain.starts_with('.')
}

fn is_domain_label(label: &str) -> bool {
    let bytes = label.as_bytes();
    let ends = [bytes.first(), bytes.last()];
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    bytes.len() <= 63
        && bytes.iter().all(is_letter)
        && ends
            .iter()
            .all(|end| end.is_some_and(u8::is_ascii_alphanumeric))
}

fn host_process_of(of: &StoredStruct) -> Option<bool> {
    let context = of.inner("securityContext")?;
    context.inner("windowsOptions")?.bool_if_set("hostProcess")
}

/// Upstream: pkg/apis/core/validation/validation.go validateWindowsHostProcessPod (v1.36.3)
pub(super) fn host_process(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>) {
    let of_pod = host_process_of(spec);
    let (mut count, mut host) = (0, 0);
    for one in pod::containers(spec) {
        count += 1;
        let own = host_process_of(one.of);
        if let (Some(of_pod), Some(own)) = (of_pod, own)
            && of_pod != own
        {
            let list = path.field(one.list);
            let path = list.index(one.index);
            let path = path.field("securityContext.windowsOptions.hostProcess");
            let was = if of_pod { "true" } else { "false" };
            let start = "pod hostProcess value must be identical if both are specified, was ";
            errors.invalid(&path, Bad::Bool(own), &[start, was].concat());
        }
        host += usize::from(own.or(of_pod) == Some(true));
    }
    if host == 0 {
        return;
    }
    if host != count {
        let detail = "If pod contains any hostProcess containers then all containers must be HostProcess containers";
        errors.invalid(path, Bad::Text(""), detail);
    }
    if !spec.is_true("hostNetwork") {
        let detail = "hostNetwork must be true if pod contains any hostProcess containers";
        errors.invalid(&path.field("hostNetwork"), Bad::Bool(false), detail);
    }
}

/// What a Pod for Windows may not have, by the field of its spec or of its security context.
const NOT_OF_POD: [(bool, &str); 15] = [
    (true, "appArmorProfile"),
    (true, "seLinuxOptions"),
    (false, "hostUsers"),
    (false, "hostPID"),
    (false, "hostIPC"),
    (true, "seccompProfile"),
    (true, "fsGroup"),
    (true, "fsGroupChangePolicy"),
    (true, "sysctls"),
    (false, "shareProcessNamespace"),
    (true, "runAsUser"),
    (true, "runAsGroup"),
    (true, "supplementalGroups"),
    (true, "supplementalGroupsPolicy"),
    (true, "seLinuxChangePolicy"),
];

const NOT_OF_CONTAINER: [&str; 10] = [
    "appArmorProfile",
    "seLinuxOptions",
    "seccompProfile",
    "capabilities",
    "readOnlyRootFilesystem",
    "privileged",
    "allowPrivilegeEscalation",
    "procMount",
    "runAsUser",
    "runAsGroup",
];

/// Upstream: pkg/apis/core/validation/validation.go validateOS, validateLinux, validateWindows (v1.36.3)
pub(super) fn os(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>) {
    let Some(os) = spec.inner("os") else {
        return;
    };
    match os.text("name") {
        "" => errors.required(&path.field("os.name"), ""),
        "linux" => linux(errors, spec, path),
        "windows" => windows(errors, spec, path),
        name => errors.not_supported(&path.field("os"), Bad::Word(name), &["linux", "windows"]),
    }
}

fn linux(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>) {
    let detail = "windows options cannot be set for a linux pod";
    let has = |of: &StoredStruct| {
        let context = of.inner("securityContext");
        context.is_some_and(|context| context.has("windowsOptions"))
    };
    if has(spec) {
        errors.forbidden(&path.field("securityContext.windowsOptions"), detail);
    }
    for one in pod::containers(spec).filter(|one| has(one.of)) {
        let list = path.field(one.list);
        let path = list.index(one.index);
        errors.forbidden(&path.field("securityContext.windowsOptions"), detail);
    }
}

fn windows(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>) {
    let detail = "cannot be set for a windows pod";
    let context = spec.inner("securityContext");
    let context_path = path.field("securityContext");
    for (in_context, field) in NOT_OF_POD {
        let set = match field {
            "hostPID" | "hostIPC" => spec.is_true(field),
            "sysctls" => context.is_some_and(|context| context.count(field) > 0),
            _ if in_context => context.is_some_and(|context| context.has(field)),
            _ => spec.has(field),
        };
        if set {
            let path = if in_context { &context_path } else { path };
            errors.forbidden(&path.field(field), detail);
        }
    }
    for one in pod::containers(spec) {
        let Some(context) = one.of.inner("securityContext") else {
            continue;
        };
        let list = path.field(one.list);
        let path = list.index(one.index);
        let path = path.field("securityContext");
        for field in NOT_OF_CONTAINER {
            if context.has(field) {
                errors.forbidden(&path.field(field), detail);
            }
        }
    }
}
