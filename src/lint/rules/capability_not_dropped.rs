//! A container keeps the capabilities that every container has.
//!
//! ## Why
//! Without `drop: [ALL]` a container has about a dozen capabilities. `NET_RAW` lets it forge packets on the network of
//! its Node, `DAC_OVERRIDE` lets root of the container write to every file that it sees.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   securityContext:
//!     capabilities:
//!       drop: [ALL]
//!       add: [NET_BIND_SERVICE]
//! ```
//!
//! ## When to switch off
//! For programs of which nobody knows what they need.
//!
//! Peers: kube-linter `drop-net-raw-capability`; Polaris `insecureCapabilities`

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, PodSecurity, Preset, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "capability-not-dropped",
    severity: Severity::Info,
    preset: Preset::Strict,
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Restricted),
    why: "About a dozen capabilities stay, `NET_RAW` and `DAC_OVERRIDE` among them, of which a program needs one or none.",
    help: "Set `capabilities.drop: [ALL]`, and add what the program needs.",
    say: &["{0} `{1}` keeps the default capabilities"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.is_windows() {
        return;
    }
    context.one_of_all(found, "securityContext.capabilities", |_, container| {
        let capabilities = container.at("securityContext.capabilities");
        let mut dropped = capabilities.get("drop").items();
        let drops_all = dropped.any(|name| name.text().eq_ignore_ascii_case("all"));
        (!drops_all && !container.is_privileged()).then_some(capabilities)
    });
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    let drop = match spot.missing {
        "" => "drop",
        _ => "securityContext.capabilities.drop",
    };
    mend.title("Drop all of them").changes_behaviour().append(
        spot.at,
        drop,
        vec![("", "ALL".to_owned())],
    );
}
