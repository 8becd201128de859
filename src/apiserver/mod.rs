//! What the API server does to an object before the controllers see it: defaulting, patches.
//!
//! A defaulted object is another type than a decoded one ([`Defaulted`]), so that nobody judges the latter.
//!
//! [`Defaulted`]: crate::model::Defaulted

mod changes;
mod defaulting;
mod defaults;
mod image_name;
mod patch;
mod refusal;
mod restart;
mod same_template;
mod stored;
mod validation;

pub use changes::{Change, ChangeEffect, changes};
pub use defaulting::fill_in_defaults;
pub use defaults::{default_daemon_set, default_node, default_pod};
pub use patch::{PatchFault, PatchType, patch};
pub use refusal::{Refusal, refusals};
pub use restart::restarted;
pub use same_template::makes_the_same_pods;
pub use stored::{Misfit, MisfitKind, daemon_set_of, stored_daemon_set};
pub use validation::{
    FieldError, FieldErrorKind, Validation, allocate, kubectl_refusal, kubectl_undecodable,
    kubectl_unmatched, name_of, place_of, place_of_error, place_of_warning, validate,
};
