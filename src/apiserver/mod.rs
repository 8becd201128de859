//! What the API server does to an object before the controllers see it: defaulting.
//!
//! A defaulted object is another type than a decoded one ([`Defaulted`]), so that nobody judges the latter.
//!
//! [`Defaulted`]: crate::model::Defaulted

mod canonical_json;
mod defaults;
mod restart;
mod same_template;

pub use defaults::{default_daemon_set, default_node, default_pod};
pub use restart::restarted;
pub use same_template::makes_the_same_pods;
