//! A Pod in the network of its Node does not ask the DNS of the cluster.
//!
//! ## Why
//! With `dnsPolicy: ClusterFirst`, or none, a Pod under `hostNetwork` uses the resolver of its Node, which knows no
//! Services: `store.logging.svc` is not found. Agents that ask for no Service never notice.
//!
//! ## Invalid
//! ```yaml
//! hostNetwork: true
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   args: ["--store=http://store.logging.svc:9200"]
//! ```
//!
//! ## Valid
//! ```yaml
//! hostNetwork: true
//! dnsPolicy: ClusterFirstWithHostNet
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   args: ["--store=http://store.logging.svc:9200"]
//! ```
//!
//! ## When to switch off
//! For agents that ask for names of the Node's own network alone.

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Rule, Spot, Spots};
use crate::manifest::View;
use crate::source::find;

pub(super) static RULE: Rule = Rule {
    id: "host-network-dns",
    severity: Severity::Info,
    security: Some(Severity::Info),
    why: "Under `hostNetwork` the policy `ClusterFirst` means the resolver of the node, which knows no names of Services.",
    help: "Set `dnsPolicy: ClusterFirstWithHostNet`; or `Default`, which says what happens now.",
    say: &[
        "names of Services do not resolve under `hostNetwork`",
        "`{0}` does not resolve under `hostNetwork`",
    ],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let host_network = context.pod.get("hostNetwork");
    let policy = context.pod.get("dnsPolicy");
    let is_left = context.pod.lacks("dnsPolicy") || policy.text() == "ClusterFirst";
    if !host_network.is_true() || !is_left || context.is_windows() || context.only_waits() {
        return;
    }
    let spot = found.missing(
        context.pod,
        match policy.exists() {
            true => "dnsPolicy",
            false => "hostNetwork",
        },
    );
    if let Some(named) = named_service(context) {
        spot.severity(Severity::Warning).case(1).word(named.0);
        spot.related(named.1, "the name of a Service");
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    const POLICY: &str = "ClusterFirstWithHostNet";
    let policy = spot.at.get("dnsPolicy");
    mend.title("Ask the DNS of the cluster").changes_behaviour();
    match policy.exists() {
        true => mend.set(policy, POLICY),
        false => mend.add(spot.at, "dnsPolicy", POLICY),
    };
}

/// A name of a Service in what containers are told, or in a ConfigMap that they use.
fn named_service<'a>(context: &Context<'a>) -> Option<(&'a str, View<'a>)> {
    let mut places = Vec::new();
    for container in &context.containers {
        places.extend(container.words());
        places.extend(container.env().map(|one| one.get("value")));
    }
    for map in context.beside("ConfigMap") {
        let is_used = |view: View<'_>| view.get("name").text() == map.name();
        let mut volumes = context.pod.get("volumes").items();
        let is_mounted = volumes.any(|volume| is_used(volume.get("configMap")));
        let is_read = context.containers.iter().any(|container| {
            let mut sources = container.at("envFrom").items();
            sources.any(|source| is_used(source.get("configMapRef")))
        });
        if is_mounted || is_read {
            places.extend(map.root.get("data").entries().map(|(_, value)| value));
        }
    }
    let mut named = places
        .iter()
        .filter_map(|place| Some((service(place.text())?, *place)));
    named.next()
}

/// The first name of a Service in a text: `store.logging.svc`, however it goes on.
fn service(text: &str) -> Option<&str> {
    let mut from = 0;
    while let Some(found) = find(text.get(from..)?, ".svc") {
        let at = from + found;
        from = at + ".svc".len();
        let next = text.get(from..)?.chars().next();
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        let before = text.get(..at)?;
        let start = before.rfind(|c| !is_name(c)).map_or(0, |at| at + 1);
        let is_ended = next.is_none_or(|next| !is_name(next) || next == '.');
        if is_ended && before.get(start..)?.as_bytes().contains(&b'.') && before.len() - start < 64
        {
            return text.get(start..from);
        }
    }
    None
}
