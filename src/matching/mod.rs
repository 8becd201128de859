//! Pure matchers: label selectors, node affinity terms, tolerations against taints.
//!
//! Each answers with its evidence, not only with yes or no. What cannot be parsed matches nothing and keeps the text
//! that Kubernetes would answer.

mod field_error;
mod label_requirement;
mod label_selector;
mod label_selector_text;
mod label_syntax;
mod node_affinity;
mod toleration;

pub use field_error::{FieldError, FieldErrorKind, aggregate, quote};
pub use label_requirement::{LabelOperator, LabelRequirement, LabelTest};
pub use label_selector::Selector;
pub use label_syntax::{dns_subdomain_errors, label_key_errors, label_value_errors};
pub use node_affinity::{NodeRequirement, NodeSelectorTermMatcher, NodeTest, RequiredNodeAffinity};
pub use toleration::{
    TolerationField, covers, differs, is_canonical_integer, key_agrees, same_toleration,
    tolerates_but_for_key, tolerates_taint,
};
