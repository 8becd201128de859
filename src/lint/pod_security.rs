//! What the Pod Security Standards forbid of a Pod template, as Kubernetes 1.36 checks it.
//!
//! Upstream: k8s.io/pod-security-admission/policy check_*.go (v0.36.3)

use super::{PodSecurity, Subject};
use crate::manifest::View;

/// Something that a level forbids.
#[derive(Clone, Copy, Debug)]
pub struct Forbidden<'a> {
    /// The lowest level that does.
    pub level: PodSecurity,
    /// The field: `capabilities.add`.
    pub field: &'static str,
    /// What is there; absent where the level wants what is not.
    pub at: View<'a>,
}

/// What has been found so far: of each field the first at the lowest level.
struct Found<'a>(Vec<Forbidden<'a>>);

impl<'a> Found<'a> {
    fn add(&mut self, level: PodSecurity, field: &'static str, at: View<'a>) {
        let new = Forbidden { level, field, at };
        match self.0.iter_mut().find(|found| found.field == field) {
            Some(old) if level < old.level => *old = new,
            Some(_) => {}
            None => self.0.push(new),
        }
    }

    fn baseline(&mut self, field: &'static str, at: View<'a>, is_forbidden: bool) {
        if is_forbidden {
            self.add(PodSecurity::Baseline, field, at);
        }
    }

    fn restricted(&mut self, field: &'static str, at: View<'a>, is_forbidden: bool) {
        if is_forbidden {
            self.add(PodSecurity::Restricted, field, at);
        }
    }

    /// What may stand in the security context of a Pod and in that of a container alike.
    fn context(&mut self, context: View<'a>) {
        let armor = context.at("appArmorProfile.type");
        let is_fine = matches!(armor.text(), "RuntimeDefault" | "Localhost");
        self.baseline("appArmorProfile", armor, armor.exists() && !is_fine);
        let label = context.get("seLinuxOptions");
        let is_fine = matches!(
            label.get("type").text(),
            "" | "container_t" | "container_init_t" | "container_kvm_t" | "container_engine_t"
        ) && label.get("user").text().is_empty()
            && label.get("role").text().is_empty();
        self.baseline("seLinuxOptions", label, !is_fine);
        let seccomp = context.at("seccompProfile.type");
        self.baseline("seccompProfile", seccomp, seccomp.text() == "Unconfined");
        let process = context.at("windowsOptions.hostProcess");
        self.baseline("hostProcess", process, process.is_true());
    }
}

/// The capabilities that `baseline` allows to add.
const ORDINARY: &[&str] = &[
    "AUDIT_WRITE",
    "CHOWN",
    "DAC_OVERRIDE",
    "FOWNER",
    "FSETID",
    "KILL",
    "MKNOD",
    "NET_BIND_SERVICE",
    "SETFCAP",
    "SETGID",
    "SETPCAP",
    "SETUID",
    "SYS_CHROOT",
];

/// The volumes that `restricted` allows.
const VOLUMES: &[&str] = &[
    "configMap",
    "csi",
    "downwardAPI",
    "emptyDir",
    "ephemeral",
    "image",
    "persistentVolumeClaim",
    "projected",
    "secret",
];

/// Whether every kubelet allows a sysctl, and so does `baseline`.
///
/// ```
/// use everynode::lint::is_safe_sysctl;
/// assert!(is_safe_sysctl("net.ipv4.tcp_syncookies"));
/// assert!(!is_safe_sysctl("net.core.somaxconn"));
/// ```
///
/// Upstream: pkg/kubelet/sysctl/safe_sysctls.go SafeSysctlAllowlist (v1.36.3)
#[must_use]
pub fn is_safe_sysctl(name: &str) -> bool {
    if name == "kernel.shm_rmid_forced" {
        return true;
    }
    let names = [
        "ip_local_port_range",
        "ip_local_reserved_ports",
        "ip_unprivileged_port_start",
        "ping_group_range",
        "tcp_fin_timeout",
        "tcp_keepalive_intvl",
        "tcp_keepalive_probes",
        "tcp_keepalive_time",
        "tcp_rmem",
        "tcp_syncookies",
        "tcp_wmem",
    ];
    name.strip_prefix("net.ipv4.")
        .is_some_and(|name| names.contains(&name))
}

/// What the levels forbid of a template, each field once, in the order of the checks.
#[must_use]
pub fn forbidden<'a>(subject: &Subject<'a>) -> Vec<Forbidden<'a>> {
    let pod = subject.pod;
    let mut found = Found(Vec::new());
    for field in ["hostNetwork", "hostPID", "hostIPC"] {
        let at = pod.get(field);
        found.baseline(field, at, at.is_true());
    }
    for volume in pod.get("volumes").items() {
        let mut kinds = volume.entries().filter(|(name, _)| *name != "name");
        let Some((kind, at)) = kinds.next() else {
            continue;
        };
        found.baseline("hostPath", at, kind == "hostPath");
        let is_other = kind != "hostPath" && !VOLUMES.contains(&kind);
        found.restricted("volumes", at, is_other);
    }
    let annotations = subject.template.at("metadata.annotations");
    for (name, at) in annotations.entries() {
        let is_armor = name.starts_with("container.apparmor.security.beta.kubernetes.io/");
        let is_open = at.text() == "unconfined";
        found.baseline("appArmorProfile", at, is_armor && is_open);
    }
    let of_pod = pod.get("securityContext");
    found.context(of_pod);
    for sysctl in of_pod.get("sysctls").items() {
        let name = sysctl.get("name");
        found.baseline("sysctls", name, !is_safe_sysctl(name.text()));
    }
    let has_own_users = pod.get("hostUsers").is_false();
    let is_windows = pod.at("os.name").text() == "windows";
    let user = of_pod.get("runAsUser");
    let is_root = |user: View<'_>| user.as_int() == Some(0) && !has_own_users;
    found.restricted("runAsUser", user, is_root(user));
    let non_root = of_pod.get("runAsNonRoot");
    found.restricted(
        "runAsNonRoot",
        non_root,
        non_root.is_false() && !has_own_users,
    );
    for container in &subject.containers {
        let own = container.view.get("securityContext");
        for port in container.ports() {
            let host_port = port.get("hostPort");
            let is_taken = !matches!(host_port.text(), "" | "0");
            found.baseline("hostPort", host_port, is_taken);
        }
        let privileged = own.get("privileged");
        found.baseline("privileged", privileged, privileged.is_true());
        let capabilities = own.get("capabilities");
        for added in capabilities.get("add").items() {
            let name = added.text();
            found.baseline("capabilities.add", added, !ORDINARY.contains(&name));
            found.restricted(
                "capabilities.add",
                added,
                name != "NET_BIND_SERVICE" && !is_windows,
            );
        }
        let mount = own.get("procMount");
        let is_open = !matches!(mount.text(), "" | "Default");
        found.baseline("procMount", mount, is_open && !has_own_users);
        found.restricted("procMount", mount, is_open);
        found.context(own);
        for host in hosts(container.view) {
            found.baseline("probe or lifecycle `host`", host, !host.text().is_empty());
        }
        let user = own.get("runAsUser");
        found.restricted("runAsUser", user, is_root(user));
        let non_root = container.security("runAsNonRoot");
        found.restricted(
            "runAsNonRoot",
            non_root,
            !non_root.is_true() && !has_own_users,
        );
        if is_windows {
            continue;
        }
        let escalation = own.get("allowPrivilegeEscalation");
        found.restricted(
            "allowPrivilegeEscalation",
            escalation,
            !escalation.is_false(),
        );
        let mut dropped = capabilities.get("drop").items();
        let drops_all = dropped.any(|name| name.text() == "ALL");
        found.restricted("capabilities.drop", capabilities, !drops_all);
        let seccomp = container.security("seccompProfile");
        found.restricted("seccompProfile", seccomp, !seccomp.exists());
    }
    found.0
}

/// The hosts that probes and hooks of a container name.
fn hosts(container: View<'_>) -> Vec<View<'_>> {
    let mut hosts = Vec::new();
    let handlers = [
        "livenessProbe",
        "readinessProbe",
        "startupProbe",
        "lifecycle.postStart",
        "lifecycle.preStop",
    ];
    for handler in handlers {
        for kind in ["httpGet", "tcpSocket"] {
            hosts.push(container.at(handler).get(kind).get("host"));
        }
    }
    hosts
}

/// The fields that a level forbids, by name: the first four, and how many more.
#[must_use]
pub fn field_list(all: &[Forbidden<'_>], level: PodSecurity) -> String {
    let mut list = String::new();
    let forbidden = all.iter().filter(|one| one.level <= level);
    for (index, one) in forbidden.enumerate() {
        match index {
            0 => {}
            4 => {
                list.push_str(" and more");
                break;
            }
            _ => list.push_str(", "),
        }
        list.push_str(one.field);
    }
    list
}
