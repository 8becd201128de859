//! The Pod uses the file system of its Node.
//!
//! ## Why
//! What is on the Node outlives the Pod, is shared with others, and differs from Node to Node. The Pod Security
//! Standards forbid every `hostPath` from `baseline` on.
//!
//! ## Invalid
//! ```yaml
//! volumes:
//! - name: data
//!   hostPath: {path: /opt/data, type: Directory}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: data, mountPath: /data, readOnly: true}
//! ```
//!
//! ## Valid
//! ```yaml
//! volumes:
//! - name: data
//!   emptyDir: {}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: data, mountPath: /data}
//! ```
//!
//! ## When to switch off
//! For agents of Nodes, whose work is with files of the Node.
//!
//! Peers: Polaris `hostPathSet`

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Preset, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "host-path-volume",
    severity: Severity::Info,
    preset: Preset::Strict,
    security: Some(Severity::Info),
    pod_security: Some(PodSecurity::Baseline),
    why: "What is on the node outlives the Pod, is shared with others, and differs from node to node.",
    help: "Use `emptyDir`, a ConfigMap or a claim where the data is not the node's.",
    say: &["the Pod uses `{0}` of its node"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut volumes = context.pod.get("volumes").items();
    let mut paths = volumes
        .by_ref()
        .map(|volume| volume.at("hostPath.path"))
        .filter(|path| path.exists());
    if let Some(first) = paths.next() {
        let spot = found.at(first).word(first.text());
        for path in paths {
            spot.related(path, ["`", path.text(), "` as well"].concat());
        }
    }
}
