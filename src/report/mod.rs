//! Formats only: terminal text with code frames, JSON, YAML, Markdown, SVG; one file each.
//!
//! Every format renders an answer of `ffi`, so that no face of everynode shows what its API does not say. Nothing here
//! knows a terminal: whether there is colour is a parameter.

mod code_frame;
mod explain_text;
mod findings;
mod json;
mod layout;
mod lint_text;
mod markdown;
mod place_text;
mod rollout_meaning;
mod rollout_svg;
mod rollout_text;
mod safe_text;
mod style;
mod update_text;
mod wide_text;
mod yaml;

pub use explain_text::explain_text;
pub use findings::{Texts, error, findings};
pub use json::json;
pub use lint_text::lint_text;
pub use markdown::{explain_markdown, lint_markdown, place_markdown};
pub use place_text::place_text;
pub use rollout_svg::rollout_svg;
pub use rollout_text::{rollout_markdown, rollout_text, rollout_watch};
pub use style::Style;
pub use wide_text::wide_text;
pub use yaml::yaml;
