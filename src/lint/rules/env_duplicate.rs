//! A variable stands twice in the environment of a container.
//!
//! ## Why
//! The last one wins. Worse, `env` is a list that is merged by name: a later apply may change or drop one of the two,
//! and nobody sees which.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   env:
//!   - {name: LEVEL, value: info}
//!   - {name: LEVEL, value: debug}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   env:
//!   - {name: LEVEL, value: debug}
//! ```
//!
//! ## When to switch off
//! Never: one of the two is of no use.
//!
//! Peers: kube-linter `duplicate-env-var`; kube-score `environment-variable-key-duplication`

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};
use crate::order::OrderedMap;

pub(super) static RULE: Rule = Rule {
    id: "env-duplicate",

    why: "The last one wins, and an apply that merges the list by name may keep the other.",
    help: "Remove one of them.",
    say: &["{0} `{1}` sets `{2}` twice; the last one wins"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        let mut seen = OrderedMap::new();
        for variable in container.env() {
            let name = variable.get("name");
            let first = *seen.or_insert_with(name.text(), || variable);
            if name.text().is_empty() || first.is(variable) {
                continue;
            }
            let (one, other) = (first.get("value"), variable.get("value"));
            let same = one.exists() && other.exists() && one.text() == other.text();
            let spot = found.at(name).container(container).word(name.text());
            spot.related(first.get("name"), "the first one");
            if same {
                spot.severity(Severity::Info);
            }
        }
    }
}
