//! Users, groups, privileges and profiles of a Pod and of a container.

use super::field_error::{Bad, Errors};
use super::names::{Names, take};
use super::options::Options;
use super::path::Path;
use super::{formats, paths, windows};
use crate::manifest::{StoredStruct, StoredValue};

fn ids(errors: &mut Errors, of: &StoredStruct, fields: &[&str], path: &Path<'_>) {
    for field in fields {
        if let Some(id) = of.int_if_set(field)
            && let Some(detail) = formats::id(id)
        {
            errors.invalid(&path.field(field), Bad::Int(id), &detail);
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validatePodSpecSecurityContext (v1.36.3)
pub(super) fn of_pod(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>, options: &Options) {
    let path = path.field("securityContext");
    let empty;
    let of = match spec.inner("securityContext") {
        Some(of) => of,
        None => {
            let Some(id) = crate::schema::named("v1.PodSecurityContext") else {
                return;
            };
            empty = StoredStruct::new(id);
            &empty
        }
    };
    ids(errors, of, &["fsGroup", "runAsUser", "runAsGroup"], &path);
    let groups = path.field("supplementalGroups");
    for (index, group) in of.get("supplementalGroups").items().iter().enumerate() {
        if let StoredValue::Int(group) = group
            && let Some(detail) = formats::id(*group)
        {
            errors.invalid(&groups.index(index), Bad::Int(*group), &detail);
        }
    }
    if spec.is_true("shareProcessNamespace") && spec.is_true("hostPID") {
        let detail = "ShareProcessNamespace and HostPID cannot both be enabled";
        errors.invalid(
            &path.field("shareProcessNamespace"),
            Bad::Bool(true),
            detail,
        );
    }
    sysctls(errors, spec, of, &path.field("sysctls"), options);
    errors.one_if_set(
        of,
        "fsGroupChangePolicy",
        &["Always", "OnRootMismatch"],
        &path,
    );
    seccomp(
        errors,
        of.inner("seccompProfile"),
        &path.field("seccompProfile"),
    );
    windows::options(
        errors,
        of.inner("windowsOptions"),
        &path.field("windowsOptions"),
    );
    app_armor(
        errors,
        of.inner("appArmorProfile"),
        &path.field("appArmorProfile"),
    );
    errors.one_if_set(of, "supplementalGroupsPolicy", &["Merge", "Strict"], &path);
    let policies: &[&str] = match options.se_linux_mount_option {
        true => &["MountOption", "Recursive"],
        false => &["Recursive"],
    };
    errors.one_if_set(of, "seLinuxChangePolicy", policies, &path);
}

/// Upstream: pkg/apis/core/validation/validation.go validateSysctls (v1.36.3)
fn sysctls(
    errors: &mut Errors,
    spec: &StoredStruct,
    of: &StoredStruct,
    path: &Path<'_>,
    options: &Options,
) {
    let mut names = Names::new();
    for (index, sysctl) in of.structs("sysctls").enumerate() {
        let name = sysctl.text("name");
        let path = path.index(index);
        let path = path.field("name");
        let is_new = take(&mut names, name);
        if name.is_empty() {
            errors.required(&path, "");
        } else if !formats::is_sysctl(name) {
            let detail = "must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$";
            errors.invalid(&path, Bad::Text(name), detail);
        } else if !is_new {
            errors.duplicate(&path, Bad::Text(name));
        }
        if !options.host_sysctls
            && let Some(detail) = of_host(spec, name)
        {
            errors.invalid(&path, Bad::Text(name), detail);
        }
    }
}

/// Why a sysctl is none of the Pod's own.
///
/// Upstream: pkg/apis/core/validation/validation.go ValidateHostSysctl;
/// staging/src/k8s.io/component-helpers/node/util/sysctl/namespace.go GetNamespace (v1.36.3)
fn of_host(spec: &StoredStruct, name: &str) -> Option<&'static str> {
    const IPC: [&str; 10] = [
        "kernel.sem",
        "kernel.shmall",
        "kernel.shmmax",
        "kernel.shmmni",
        "kernel.shm_rmid_forced",
        "kernel.shm",
        "kernel.msgmax",
        "kernel.msgmnb",
        "kernel.msgmni",
        "kernel.msg",
    ];
    let first = name.find(['.', '/']).and_then(|place| name.get(place..));
    let name = match first {
        // With slashes between its parts, dots belong to a part.
        Some(rest) if rest.starts_with('/') => {
            let swap = |c| match c {
                '/' => '.',
                '.' => '/',
                c => c,
            };
            name.chars().map(swap).collect()
        }
        _ => name.to_owned(),
    };
    let name = name.split('*').next().unwrap_or_default();
    let ipc = IPC.contains(&name) || name.starts_with("fs.mqueue.");
    if spec.is_true("hostNetwork") && name.starts_with("net.") {
        Some("may not be specified when 'hostNetwork' is true")
    } else if spec.is_true("hostIPC") && ipc {
        Some("may not be specified when 'hostIPC' is true")
    } else {
        None
    }
}

/// Whether a Pod has a sysctl that is none of its own.
pub(super) fn has_host_sysctl(spec: &StoredStruct) -> bool {
    let context = spec.inner("securityContext");
    let mut sysctls = context.into_iter().flat_map(|of| of.structs("sysctls"));
    sysctls.any(|sysctl| of_host(spec, sysctl.text("name")).is_some())
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateSecurityContext (v1.36.3)
pub(super) fn of_container(
    errors: &mut Errors,
    of: Option<&StoredStruct>,
    host_users: bool,
    path: &Path<'_>,
) {
    let Some(of) = of else {
        return;
    };
    ids(errors, of, &["runAsUser", "runAsGroup"], path);
    errors.one_if_set(of, "procMount", &["Default", "Unmasked"], path);
    if host_users && of.text("procMount") == "Unmasked" {
        let detail = "`hostUsers` must be false to use `Unmasked`";
        errors.invalid(&path.field("procMount"), Bad::Word("Unmasked"), detail);
    }
    seccomp(
        errors,
        of.inner("seccompProfile"),
        &path.field("seccompProfile"),
    );
    if of.bool_if_set("allowPrivilegeEscalation") == Some(false) {
        if of.is_true("privileged") {
            let detail = "cannot set `allowPrivilegeEscalation` to false and `privileged` to true";
            errors.invalid(path, Bad::Inside(of), detail);
        }
        let capabilities = of.inner("capabilities");
        let added = capabilities.into_iter().flat_map(|c| c.texts("add"));
        for _ in added.filter(|name| *name == "CAP_SYS_ADMIN") {
            let detail = "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN";
            errors.invalid(path, Bad::Inside(of), detail);
        }
    }
    windows::options(
        errors,
        of.inner("windowsOptions"),
        &path.field("windowsOptions"),
    );
    app_armor(
        errors,
        of.inner("appArmorProfile"),
        &path.field("appArmorProfile"),
    );
}

const TYPES: [&str; 3] = ["Localhost", "RuntimeDefault", "Unconfined"];

/// Upstream: pkg/apis/core/validation/validation.go validateSeccompProfileField (v1.36.3)
fn seccomp(errors: &mut Errors, of: Option<&StoredStruct>, path: &Path<'_>) {
    let Some(of) = of else {
        return;
    };
    let kind = of.text("type");
    if kind.is_empty() {
        let detail = "type is required when seccompProfile is set";
        errors.required(&path.field("type"), detail);
    } else {
        errors.one_of(&path.field("type"), kind, &TYPES);
    }
    let path = path.field("localhostProfile");
    match of.text_if_set("localhostProfile") {
        None if kind == "Localhost" => {
            errors.required(&path, "must be set when seccomp type is Localhost");
        }
        Some(profile) if kind == "Localhost" => paths::local_descending(errors, profile, &path),
        Some(_) => {
            let detail = "can only be set when seccomp type is Localhost";
            errors.invalid(&path, Bad::Inside(of), detail);
        }
        None => {}
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateAppArmorProfileField (v1.36.3)
pub(super) fn app_armor(errors: &mut Errors, of: Option<&StoredStruct>, path: &Path<'_>) {
    let Some(of) = of else {
        return;
    };
    let own = path.field("localhostProfile");
    let must = "must be set when AppArmor type is Localhost";
    match (of.text("type"), of.text_if_set("localhostProfile")) {
        ("Localhost", None) => errors.required(&own, must),
        ("Localhost", Some(profile)) => {
            if profile.trim() != profile {
                let detail = "must not be padded with whitespace";
                errors.invalid(&own, Bad::Text(profile), detail);
            } else if profile.is_empty() {
                errors.required(&own, must);
            }
            if profile.len() > 4095 {
                errors.too_long(&own, 4095);
            }
        }
        ("RuntimeDefault" | "Unconfined", Some(profile)) => {
            let detail = "can only be set when AppArmor type is Localhost";
            errors.invalid(&own, Bad::Word(profile), detail);
        }
        ("RuntimeDefault" | "Unconfined", None) => {}
        ("", _) => {
            let detail = "type is required when appArmorProfile is set";
            errors.required(&path.field("type"), detail);
        }
        (kind, _) => errors.not_supported(&path.field("type"), Bad::Word(kind), &TYPES),
    }
}
