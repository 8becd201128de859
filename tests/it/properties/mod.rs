//! What holds for every cluster, held against generated ones.
//!
//! Upstream's own answers are in `conformance`; here are the laws that no single answer shows.

mod clusters;
mod counters;
mod eligibility;
mod texts;
