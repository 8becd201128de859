//! A hostPath has no type: where the path is not there, an empty directory is made.
//!
//! ## Why
//! Without `type` nothing is checked. When a socket or a file is not there yet, because its program starts later, the
//! container runtime makes a directory of that name, and the program cannot make its socket any more.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: v, mountPath: /v, readOnly: true}
//! volumes:
//! - name: v
//!   hostPath: {path: /run/agent/agent.sock}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: v, mountPath: /v, readOnly: true}
//! volumes:
//! - name: v
//!   hostPath: {path: /run/agent/agent.sock, type: Socket}
//! ```
//!
//! ## When to switch off
//! Where the path is there on every node.

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Rule, Spot, Spots, is_under};

pub(super) static RULE: Rule = Rule {
    id: "host-path-type-missing",

    severity: Severity::Info,
    why: "Where the path is not there, an empty directory comes in its place, even for a socket or a file.",
    help: "Say what it is: `Directory`, `File`, `Socket`, or `DirectoryOrCreate` for a folder of its own.",
    say: &["hostPath `{0}` has no `type`"],
    mend: Some(mend),
    look,
    ..Rule::NEW
};

/// What every Linux node has.
const EVERYWHERE: &[&str] = &[
    "/",
    "/etc",
    "/run",
    "/var",
    "/usr",
    "/boot",
    "/lib",
    "/lib/modules",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut first: Option<&mut Spot<'a>> = None;
    for volume in context.pod.get("volumes").items() {
        let host = volume.get("hostPath");
        let path = host.get("path");
        let folder = match path.text().strip_suffix('/') {
            Some("") | None => path.text(),
            Some(folder) => folder,
        };
        let is_everywhere = EVERYWHERE.contains(&folder)
            || ["/proc", "/sys", "/dev"]
                .iter()
                .any(|of_kernel| is_under(folder, of_kernel));
        if !folder.starts_with('/') || is_everywhere || !host.get("type").text().is_empty() {
            continue;
        }
        match &mut first {
            None => {
                let spot = found.at(path).word(folder);
                if !host.get("type").exists() {
                    spot.related(host, "`type` would stand here");
                }
                first = Some(spot);
            }
            Some(spot) => {
                spot.related(path, "nor has this one");
            }
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    let last = spot.said(0).rsplit('/').next().unwrap_or_default();
    let kind = match last.rsplit_once('.') {
        Some((_, "sock")) => "Socket",
        Some((_, "conf" | "yaml" | "yml" | "json" | "toml" | "crt" | "key" | "pem")) => "File",
        Some(_) => return,
        None if is_under(spot.said(0), "/var/log") || last.ends_with(".d") => "Directory",
        None => return,
    };
    let own = spot.related.first().map(|(host, _)| *host);
    if let Some(host) = own.filter(|host| host.key() == "hostPath") {
        let title = ["Say that it is a `", kind, "`"].concat();
        mend.title(&title)
            .changes_behaviour()
            .add(host, "type", kind);
    }
}
