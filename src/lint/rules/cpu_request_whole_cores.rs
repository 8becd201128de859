//! A container asks for ten cores or more, which may be meant in thousandths.
//!
//! ## Why
//! `cpu: 100` is a hundred cores, `100m` is a tenth of one. An agent that asks for a hundred cores fits on no node.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   resources:
//!     requests: {cpu: 100}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   resources:
//!     requests: {cpu: 100m}
//! ```
//!
//! ## When to switch off
//! For agents that use so many cores.

use crate::lint::{Context, Mend, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "cpu-request-whole-cores",

    why: "Without the `m` the number is of whole cores: few nodes have room for the Pod, or none.",
    help: "Write `m` for thousandths of a core.",
    say: &["{0} `{1}` asks for {2} cores; `{2}m` is {2} thousandths of one"],
    mend: Some(mend),
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        let resources = container.view.get("resources");
        let request = resources.at("requests.cpu");
        let cpu = match request.exists() {
            true => request,
            false => resources.at("limits.cpu"),
        };
        let is_whole = cpu.text().bytes().all(|byte| byte.is_ascii_digit());
        if is_whole && cpu.text().parse::<u32>().is_ok_and(|cores| cores >= 10) {
            found.at(cpu).container(container).word(cpu.text());
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    let thousandths = [spot.said(2), "m"].concat();
    mend.title("Write thousandths")
        .changes_behaviour()
        .set(spot.at, &thousandths);
}
