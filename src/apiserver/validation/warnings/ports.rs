//! Warnings about ports that say the same, or hide each other.

use super::push;
use crate::apiserver::validation::names::OwnNames;
use crate::apiserver::validation::path::Path;
use crate::apiserver::validation::pod;
use crate::manifest::{StoredStruct, go_quote};

/// Ports that a port is compared with: more of one number and protocol are no mistake of a hand.
const MOST: usize = 100;

struct Seen<'o> {
    place: String,
    port: &'o StoredStruct,
}

/// DIFFERENCE: a port is compared with the first 100 of its number and protocol.
///
/// Upstream: pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.36.3)
pub(super) fn of_containers(warnings: &mut Vec<String>, spec: &StoredStruct, path: &Path<'_>) {
    let mut groups = OwnNames::new();
    let mut all: Vec<Vec<Seen<'_>>> = Vec::new();
    each(spec, path, &mut |port, path| {
        let (ip, host) = (port.text("hostIP"), port.int("hostPort"));
        if !ip.is_empty() && host == 0 {
            let text = ["hostIP set without hostPort: ", &printed(port)].concat();
            push(warnings, path, &text);
        }
        let number = port.int("containerPort").to_string();
        let key = [&number, "/", port.text("protocol")].concat();
        let place = *groups.or_insert_with(key, || all.len());
        if place == all.len() {
            all.push(Vec::new());
        }
        let Some(group) = all.get_mut(place) else {
            return;
        };
        for other in group.iter() {
            let (other_ip, other_host) = (other.port.text("hostIP"), other.port.int("hostPort"));
            let text = if ip == other_ip && host == other_host {
                "duplicate port definition with "
            } else if host == 0 || other_host == 0 {
                "overlapping port definition with "
            } else if host == other_host && (ip.is_empty() || other_ip.is_empty()) {
                "dangerously ambiguous port definition with "
            } else {
                continue;
            };
            push(warnings, path, &[text, &other.place].concat());
        }
        if group.len() < MOST {
            let place = path.text();
            group.push(Seen { place, port });
        }
    });
    let mut names = OwnNames::new();
    let mut places: Vec<String> = Vec::new();
    each(spec, path, &mut |port, path| {
        let name = port.text("name");
        if name.is_empty() {
            return;
        }
        if let Some(place) = names.get(name) {
            let other = places.get(*place).map_or("", String::as_str);
            let quoted = go_quote(name);
            let text = [
                "duplicate port name ",
                &quoted,
                " with ",
                other,
                ", services and probes that select ports by name will use ",
                other,
            ];
            push(warnings, path, &text.concat());
        } else {
            names.insert(name.to_owned(), places.len());
            places.push(path.text());
        }
    });
}

fn each<'o>(
    spec: &'o StoredStruct,
    path: &Path<'_>,
    visit: &mut dyn FnMut(&'o StoredStruct, &Path<'_>),
) {
    for one in pod::containers(spec) {
        let list = path.field(one.list);
        let path = list.index(one.index);
        let path = path.field("ports");
        for (index, port) in one.of.structs("ports").enumerate() {
            visit(port, &path.index(index));
        }
    }
}

/// As Go prints the struct.
fn printed(port: &StoredStruct) -> String {
    let (host, own) = (
        port.int("hostPort").to_string(),
        port.int("containerPort").to_string(),
    );
    [
        "{Name:",
        port.text("name"),
        " HostPort:",
        &host,
        " ContainerPort:",
        &own,
        " Protocol:",
        port.text("protocol"),
        " HostIP:",
        port.text("hostIP"),
        "}",
    ]
    .concat()
}
