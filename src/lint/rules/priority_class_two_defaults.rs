//! Several PriorityClasses are the default of Pods that name none.
//!
//! ## Why
//! The API server lets one class be `globalDefault`; where two came about, it takes the one of the lower value.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: scheduling.k8s.io/v1
//! kind: PriorityClass
//! metadata:
//!   name: low
//! value: 100
//! globalDefault: true
//! ---
//! apiVersion: scheduling.k8s.io/v1
//! kind: PriorityClass
//! metadata:
//!   name: high
//! value: 200
//! globalDefault: true
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: scheduling.k8s.io/v1
//! kind: PriorityClass
//! metadata:
//!   name: low
//! value: 100
//! globalDefault: true
//! ---
//! apiVersion: scheduling.k8s.io/v1
//! kind: PriorityClass
//! metadata:
//!   name: high
//! value: 200
//! ```
//!
//! ## When to switch off
//! Never: which one holds depends on the values alone.
//!
//! Upstream: plugin/pkg/admission/priority/admission.go getDefaultPriorityClass (v1.36.3)

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "priority-class-two-defaults",
    reads: Reads::PRIORITY_CLASSES,
    why: "The API server refuses the second one, or takes the one of the lower value where both are there.",
    help: "Leave `globalDefault` to one class.",
    say: &["`{0}` is globalDefault as well"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let default = context.root.get("globalDefault");
    if !default.is_true() {
        return;
    }
    for other in context.earlier(&["PriorityClass"]) {
        if other.root.get("globalDefault").is_true() {
            found
                .at(default)
                .word(other.name())
                .related(other.root.get("globalDefault"), "the other one");
            return;
        }
    }
}
