//! The picture of an update, in the module of the command line alone: pages draw their own.

use super::{Session, requests};
use crate::report;
use wasm_bindgen::prelude::wasm_bindgen;

/// The SVG that answers a `RolloutQuestion`; empty where the texts have no such DaemonSet.
#[wasm_bindgen(js_name = rolloutSvg)]
#[must_use]
pub fn rollout_svg(session: &mut Session, question: &requests::RolloutQuestion) -> String {
    report::rollout_svg(&session.0.rollout(&question.read()))
}
