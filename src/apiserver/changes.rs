use super::stored::{GENERATION, daemon_set_type};
use crate::model::Json;
use crate::order::{OrderedMap, sorted_unique};
use crate::schema::{self, Field, Item, ListKind, Shape, TypeId};
use crate::source::holds;

/// What a change of a field does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeEffect {
    /// Pods of the new template replace those of the old one.
    NewPods,
    /// The same, and other Nodes may be eligible, which counts at once.
    NodesAtOnce,
    /// The update itself goes by it.
    ThisRollout,
    /// Nothing that runs.
    Nothing,
}

/// A field that differs between two stored DaemonSets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `spec.template.spec.containers[name=agent].image`
    pub path: String,
    /// `None`: it was not there.
    pub before: Option<Json>,
    /// `None`: it is gone.
    pub after: Option<Json>,
    /// The list has the same items in another order: `before` and `after` are what tells them apart.
    pub reordered: bool,
}

impl Change {
    /// What it does.
    #[must_use]
    pub fn effect(&self) -> ChangeEffect {
        let is_in = |path: &str| {
            let rest = self.path.strip_prefix(path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let eligible = [
            "affinity.nodeAffinity",
            "nodeName",
            "nodeSelector",
            "tolerations",
        ];
        let mut eligible = eligible
            .map(|field| format!("spec.template.spec.{field}"))
            .into_iter();
        if eligible.any(|path| is_in(&path)) {
            ChangeEffect::NodesAtOnce
        } else if is_in("spec.template") {
            ChangeEffect::NewPods
        } else if is_in("spec.updateStrategy") || is_in("spec.minReadySeconds") {
            ChangeEffect::ThisRollout
        } else {
            ChangeEffect::Nothing
        }
    }

    /// Whether it is a change of the Pods that are made.
    #[must_use]
    pub fn is_of_template(&self) -> bool {
        matches!(
            self.effect(),
            ChangeEffect::NewPods | ChangeEffect::NodesAtOnce
        )
    }
}

/// What differs between two [stored](super::stored_daemon_set) DaemonSets, field by field. Items of lists are held
/// against those of the same key where the API tells them apart by one, else by their position.
#[must_use]
pub fn changes(before: &Json, after: &Json) -> Vec<Change> {
    let mut changes = Vec::new();
    differ(before, after, daemon_set_type(), "", &mut changes);
    changes.retain(|change| !holds(&change.path, GENERATION));
    changes
}

/// Recurses as deep as the values nest, which the reader limits.
fn differ(a: &Json, b: &Json, of: Option<TypeId>, at: &str, changes: &mut Vec<Change>) {
    if a == b {
        return;
    }
    let keys = a
        .members()
        .iter()
        .chain(b.members())
        .map(|(key, _)| key.as_str());
    if !matches!((a, b), (Json::Map(_), Json::Map(_))) {
        return changes.push(change(at, Some(a), Some(b)));
    }
    for key in sorted_unique(keys) {
        let field = of.and_then(|of| schema::field(of, key));
        let inner = match field.map(|field| field.item) {
            Some(Item::Struct(id)) => Some(id),
            _ => None,
        };
        // Keys of plain maps stand in brackets, as those of labels.
        let path = match (at, of) {
            ("", _) => key.to_owned(),
            (_, Some(_)) => [at, ".", key].concat(),
            (_, None) => [at, "[", key, "]"].concat(),
        };
        match (a.get(key), b.get(key)) {
            (Some(Json::List(a)), Some(Json::List(b))) => match field.map_or("", identity) {
                "" => by_position(a, b, inner, &path, changes),
                keys => by_key(a, b, keys, inner, &path, changes),
            },
            (Some(a), Some(b)) => {
                let is_map = field.is_some_and(|field| field.shape == Shape::Map);
                differ(a, b, inner.filter(|_| !is_map), &path, changes);
            }
            (a, b) => changes.push(change(&path, a, b)),
        }
    }
}

fn change(path: &str, before: Option<&Json>, after: Option<&Json>) -> Change {
    Change {
        path: path.to_owned(),
        before: before.cloned(),
        after: after.cloned(),
        reordered: false,
    }
}

/// The keys that tell items of a list apart, with commas between; none where nothing does.
fn identity(field: &Field) -> &'static str {
    match (field.list, field.merge_key) {
        (ListKind::Map(keys), _) => keys,
        (_, Some(key)) => key,
        _ => "",
    }
}

fn by_key(
    a: &[Json],
    b: &[Json],
    keys: &'static str,
    of: Option<TypeId>,
    at: &str,
    changes: &mut Vec<Change>,
) {
    let names = |items: &[Json]| -> Vec<String> {
        let mut seen: OrderedMap<String, usize> = OrderedMap::new();
        let names = items.iter().map(|item| {
            let name = name(item, keys);
            let again = seen.or_insert_with(name.clone(), || 0);
            *again += 1;
            match again {
                1 => name,
                again => format!("{name}#{again}"),
            }
        });
        names.collect()
    };
    let (names_a, names_b) = (names(a), names(b));
    let places = |names: &[String]| -> OrderedMap<String, usize> {
        names.iter().cloned().zip(0..).collect()
    };
    let (places_a, places_b) = (places(&names_a), places(&names_b));
    let path = |name: &str| [at, "[", name, "]"].concat();
    let (mut kept_a, mut kept_b) = (Vec::new(), Vec::new());
    for (item, name) in a.iter().zip(&names_a) {
        match places_b.get(name).and_then(|place| b.get(*place)) {
            Some(other) => {
                kept_a.push(name.as_str());
                differ(item, other, of, &path(name), changes);
            }
            None => changes.push(change(&path(name), Some(item), None)),
        }
    }
    for (item, name) in b.iter().zip(&names_b) {
        match places_a.get(name) {
            Some(_) => kept_b.push(name.as_str()),
            None => changes.push(change(&path(name), None, Some(item))),
        }
    }
    if kept_a != kept_b {
        let list = |names: Vec<&str>| Some(Json::text(&names.join(", ")));
        changes.push(Change {
            path: at.to_owned(),
            before: list(kept_a),
            after: list(kept_b),
            reordered: true,
        });
    }
}

/// `name=agent`, `containerPort=53,protocol=UDP`
fn name(item: &Json, keys: &str) -> String {
    let parts = keys.split(',').map(|key| {
        let value = item.get(key).map(Json::display).unwrap_or_default();
        [key, "=", &value].concat()
    });
    parts.collect::<Vec<_>>().join(",")
}

/// What is the same at the beginning and at the end is passed over.
fn by_position(a: &[Json], b: &[Json], of: Option<TypeId>, at: &str, changes: &mut Vec<Change>) {
    let pairs = || a.iter().zip(b);
    let first = pairs().take_while(|(a, b)| a == b).count();
    let room = a.len().min(b.len()) - first;
    let backwards = a.iter().rev().zip(b.iter().rev()).take(room);
    let last = backwards.take_while(|(a, b)| a == b).count();
    let middle = |items: &[Json]| items.len() - first - last;
    for offset in 0..middle(a).max(middle(b)) {
        let index = first + offset;
        let path = format!("{at}[{index}]");
        let of_a = a.get(index).filter(|_| offset < middle(a));
        let of_b = b.get(index).filter(|_| offset < middle(b));
        match (of_a, of_b) {
            (Some(a), Some(b)) => differ(a, b, of, &path, changes),
            (a, b) => changes.push(change(&path, a, b)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apiserver::stored_daemon_set;
    use crate::manifest::{Limits, read_value};
    use crate::source::FileId;

    fn seen(before: &str, after: &str) -> Vec<String> {
        let stored = |pod: &str| {
            let text = format!("{{metadata: {{name: a}}, spec: {{template: {{spec: {pod}}}}}}}");
            let reading = read_value(FileId(0), &text, &Limits::default());
            stored_daemon_set(reading.value.unwrap()).0
        };
        let changes = changes(&stored(before), &stored(after));
        let side = |side: &Option<Json>| {
            side.as_ref()
                .map_or("-".into(), |value| value.display().into_owned())
        };
        let line = |change: &Change| {
            let path = change
                .path
                .strip_prefix("spec.template.spec.")
                .unwrap_or(&change.path);
            format!("{path}: {} > {}", side(&change.before), side(&change.after))
        };
        changes.iter().map(line).collect()
    }

    #[test]
    fn fields_are_named_as_the_api_tells_items_apart() {
        let one = "{name: a, image: 'x:1'}";
        for (before, after, expected) in [
            (one, one, vec![]),
            (one, "{name: a, image: 'x:1', hostNetwork: false}", vec![]),
            (
                one,
                "{name: a, image: 'x:2'}",
                vec!["containers[name=a].image: x:1 > x:2"],
            ),
            (
                "{name: a, image: 'x:1', args: [a, b, c]}",
                "{name: a, image: 'x:1', args: [a, d, b, c]}",
                vec!["containers[name=a].args[1]: - > d"],
            ),
            (
                "{name: a, image: 'x:1', ports: [{containerPort: 53}, {containerPort: 53, protocol: UDP}]}",
                "{name: a, image: 'x:1', ports: [{containerPort: 53, protocol: UDP, hostPort: 53}]}",
                vec![
                    r#"containers[name=a].ports[containerPort=53,protocol=TCP]: {"containerPort":53,"protocol":"TCP"} > -"#,
                    "containers[name=a].ports[containerPort=53,protocol=UDP].hostPort: - > 53",
                ],
            ),
            (
                "{name: a, image: 'x:1', env: [{name: A}, {name: B}]}",
                "{name: a, image: 'x:1', env: [{name: B}, {name: A}]}",
                vec!["containers[name=a].env: name=A, name=B > name=B, name=A"],
            ),
            (
                "{name: a, image: 'x:1', resources: {limits: {cpu: '1'}}}",
                "{name: a, image: 'x:1', resources: {limits: {cpu: 1500m}}}",
                vec!["containers[name=a].resources.limits[cpu]: 1 > 1500m"],
            ),
        ] {
            let pod = |container: &str| format!("{{containers: [{container}]}}");
            assert_eq!(seen(&pod(before), &pod(after)), expected, "{after}");
        }
    }

    #[test]
    fn each_field_does_something_else() {
        let effect = |path: &str| change(path, None, None).effect();
        assert_eq!(
            effect("spec.template.spec.containers[name=a].image"),
            ChangeEffect::NewPods
        );
        assert_eq!(
            effect("spec.template.spec.nodeSelector[disk]"),
            ChangeEffect::NodesAtOnce
        );
        assert_eq!(
            effect("spec.template.spec.nodeSelectors"),
            ChangeEffect::NewPods
        );
        assert_eq!(effect("spec.minReadySeconds"), ChangeEffect::ThisRollout);
        assert_eq!(effect("spec.revisionHistoryLimit"), ChangeEffect::Nothing);
        assert_eq!(effect("metadata.labels[a]"), ChangeEffect::Nothing);
    }
}
