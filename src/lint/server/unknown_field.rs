//! The API has no such field there.
//!
//! ## Why
//! A field that is misspelt, or that stands a level too high or too low, is the mistake that goes unseen most often: a client
//! that does not ask for strictness loses it, and the Pods run without. The nearest field of the same name, or the place where
//! the field belongs, is named, and the fix writes it there.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       toleration: []
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       tolerations: []
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: sigs.k8s.io/json UnmarshalStrict (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};
use crate::manifest::{Hint, View};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::UNKNOWN_FIELD,
    said: Said::UnknownField,
    why: "kubectl refuses the object; a client that is less strict drops the field without a word.",
    help: "",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    match fault.hint {
        Some(Hint::Name(name)) => rename(fault, name, mend),
        Some(Hint::Elsewhere { field, parent }) => relocate(fault, field, parent, mend),
        None => {}
    }
}

/// Another case is a slip of the finger; another word may be meant otherwise.
fn rename(fault: &Fault<'_>, name: &str, mend: &mut Mend) {
    if fault.around.get(name).exists() {
        return;
    }
    let title = ["Write `", name, "`"].concat();
    mend.title(&title);
    if !name.eq_ignore_ascii_case(fault.at.key()) {
        mend.changes_behaviour();
    }
    mend.rename(fault.at, name);
}

/// Of what is no scalar, or could go into several places, nothing is moved.
fn relocate(fault: &Fault<'_>, field: &'static str, parent: &str, mend: &mut Mend) {
    let mut map = fault.root;
    let mut way = Vec::new();
    for step in parent.split('.').filter(|step| !step.is_empty()) {
        let (name, is_list) = match step.strip_suffix("[]") {
            Some(name) => (name, true),
            None => (
                step.split('[').next().unwrap_or_default(),
                step.ends_with(']'),
            ),
        };
        let next = map.get(name);
        match (next.exists(), is_list) {
            (true, true) => {
                let Some(item) = item(next, step) else {
                    return;
                };
                map = item;
            }
            (true, false) => map = next,
            (false, _) => match MAPS.iter().find(|known| **known == name) {
                Some(known) => way.push(*known),
                None => return,
            },
        }
    }
    let is_scalar = !fault.at.is_map() && !fault.at.is_list();
    if is_scalar && (!way.is_empty() || !map.get(field).exists()) {
        way.push(field);
        let title = ["Move it to `", parent, "`"].concat();
        mend.title(&title).changes_behaviour();
        mend.remove(fault.at);
        mend.add_at(map, way, fault.at.text());
    }
}

/// Maps that come to be when a field moves into them.
const MAPS: [&str; 3] = ["securityContext", "resources", "updateStrategy"];

/// The item that a step of a path names, or the only one of a list.
fn item<'a>(list: View<'a>, step: &str) -> Option<View<'a>> {
    let index = step.rsplit_once('[')?.1.strip_suffix(']')?;
    match index.parse() {
        Ok(index) => list.items().nth(index),
        Err(_) => {
            let mut items = list.items();
            items.next().filter(|_| items.next().is_none())
        }
    }
}
