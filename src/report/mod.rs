//! Formats only: terminal text with code frames, JSON, YAML, Markdown, SARIF, JUnit, SVG and so on; one file each.
//!
//! Every format renders an answer of `ffi`, so that no face of everynode shows what its API does not say. Nothing here
//! knows a terminal: whether there is colour is a parameter.

mod code_frame;
mod compact;
mod defaults;
mod explain_text;
mod findings;
mod fixed;
mod github;
mod json;
mod junit;
mod layout;
mod lint_text;
mod markdown;
mod place_text;
mod rollout_meaning;
mod rollout_svg;
mod rollout_text;
mod safe_text;
mod sarif;
mod style;
mod update_text;
mod validate_text;
mod wide_text;
mod xml;
mod yaml;

pub use compact::compact;
pub use defaults::{defaults_json, defaults_text, undecoded};
pub use explain_text::explain_text;
pub use findings::{Texts, error, findings};
pub use fixed::{fix_diff, fix_text};
pub use github::github;
pub use json::json;
pub use junit::junit;
pub use lint_text::lint_text;
pub use markdown::{explain_markdown, lint_markdown, place_markdown};
pub use place_text::place_text;
pub use rollout_svg::rollout_svg;
pub use rollout_text::{rollout_markdown, rollout_text, rollout_watch};
pub use sarif::sarif;
pub use style::Style;
pub use validate_text::validate_text;
pub use wide_text::wide_text;
pub use yaml::yaml;
