//! Findings of a reviewer: rules over manifests, nodes and simulated updates, one file a rule.
//!
//! A rule looks (finds places), says (which words make the message) and mends (edits): three things that never mix.
//! What a rule may ask is in [`Context`]; what it finds is a [`Spot`]. Which rules are on, and how bad their findings are,
//! is the [`Config`]'s; which findings the text itself puts aside is known to `suppression`.

mod access;
mod claims;
mod comments;
#[cfg(feature = "apiserver")]
mod comparing;
mod complete;
mod config;
mod container;
mod context;
mod engine;
mod fleet;
mod input;
mod mend;
mod node_demand;
mod others;
mod placed;
mod pod_security;
mod port_clash;
mod priority;
mod put_aside;
mod references;
mod requests;
mod role;
mod role_guess;
mod rule;
mod rules;
mod secret;
mod selecting;
mod server;
mod server_rule;
mod splits;
mod spot;
mod subject;
mod suppression;
mod surge;
mod toleration_list;
mod unknown_labels;
mod update;
mod update_time;
mod words;

use crate::diagnostic::{DiagnosticSource, Rule as RuleName};

pub use access::NodePort;
pub use claims::says_every_node;
pub use comments::says_all_taints;
pub use config::{Config, FailOn, Ignored, Override, Part, Preset, Setting};
pub use container::{Container, ContainerKind, Mount, is_under};
pub use context::{Context, Played, WrittenToleration};
#[cfg(feature = "bench")]
pub(crate) use engine::rule_costs;
pub use engine::{Found, Heard, Outcome, review};
pub use fleet::Fleet;
pub use input::{Given, Input, JudgedRef, Replaced, Trees};
pub use mend::{Edit, Mend};
pub use node_demand::{Demand, Term, is_virtual};
pub use placed::KeptAway;
pub use pod_security::{Forbidden, field_list, forbidden, is_safe_sysctl};
pub use references::Reference;
pub use role::{Role, Roles};
pub use role_guess::Guess;
pub use rule::{PodSecurity, Reads, Rule};
pub use rules::{LATER, RULES};
pub use server::SERVER_RULES;
pub use server_rule::{Fault, Said, ServerRule, refusal_rule, unknown_field_rule, warning_rule};
pub use spot::{Spot, Spots};
pub use subject::Subject;
pub use toleration_list::{Overlap, OverlapKind};
pub use unknown_labels::UnknownLabel;
pub use update::probe_port;
pub use update_time::UpdateTime;

/// Whether there is a page about a rule: about those of this room, and about what the API server says of objects.
#[must_use]
pub fn has_page(rule: &RuleName) -> bool {
    let patches = [RuleName::PATCH_FAILS, RuleName::PATCH_UNKNOWN_FIELD];
    match rule.source {
        DiagnosticSource::ApiServer => !patches.contains(rule),
        DiagnosticSource::Reader | DiagnosticSource::Lint => {
            RULES.iter().any(|own| own.id == rule.id)
        }
    }
}
