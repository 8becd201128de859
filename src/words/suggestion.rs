use super::names::{count, name_list, thousands};
use crate::placement::{Change, Effect};

/// Names of Nodes that an effect lists.
const NAMED: usize = 3;

/// What changes do, as a command: `Tolerate the taint whatever its value`; quoted text between backticks.
///
/// ```
/// use everynode::placement::Change;
/// use everynode::words::suggestion_title;
/// let pair = |key: &str| Change::RemoveSelector { key: key.into(), value: "a".into() };
/// assert_eq!(suggestion_title(&[pair("zone"), pair("disk")]), "Do not ask for `zone=a`, and do not ask for `disk=a`");
/// ```
#[must_use]
pub fn suggestion_title(changes: &[Change]) -> String {
    let taints: Vec<String> = changes.iter().filter_map(tolerated).collect();
    let mut titles: Vec<String> = Vec::new();
    for change in changes {
        let title = match (change, taints.as_slice()) {
            (Change::Tolerate(_), [one]) => format!("Tolerate {one}"),
            (Change::Tolerate(_), [one, other]) => format!("Tolerate {one} and {other}"),
            (Change::Tolerate(_), several) => format!("Tolerate {} taints", several.len()),
            (change, _) => title(change),
        };
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    let mut text = String::new();
    for title in titles {
        if text.is_empty() {
            text = title;
            continue;
        }
        // What follows is no longer the start of the sentence.
        let mut letters = title.chars();
        let first = letters.next().map(|letter| letter.to_ascii_lowercase());
        text.push_str(", and ");
        text.extend(first.into_iter().chain(letters));
    }
    text
}

fn tolerated(change: &Change) -> Option<String> {
    let Change::Tolerate(toleration) = change else {
        return None;
    };
    let effect = toleration
        .effect
        .as_ref()
        .map_or("", |effect| effect.as_str());
    let sign = if toleration.value.is_empty() { "" } else { "=" };
    Some(format!(
        "`{}{sign}{}:{effect}`",
        toleration.key, toleration.value
    ))
}

fn title(change: &Change) -> String {
    match change {
        Change::Tolerate(toleration) => format!("Tolerate `{}`", toleration.key),
        Change::Loosen {
            any_value,
            any_effect,
            ..
        } => match (any_value, any_effect) {
            (true, true) => "Tolerate the taint whatever its value and effect".to_owned(),
            (false, true) => "Tolerate the taint whatever its effect".to_owned(),
            _ => "Tolerate the taint whatever its value".to_owned(),
        },
        Change::TolerationKey { from, to, .. }
        | Change::SelectorValue { from, to, .. }
        | Change::SelectorKey { from, to, .. }
        | Change::RequirementKey { from, to, .. }
        | Change::RequirementValue { from, to, .. } => format!("Write `{to}` instead of `{from}`"),
        Change::RemoveSelector { key, value } => format!("Do not ask for `{key}={value}`"),
        Change::AddValue { key, value, .. } => format!("Admit `{value}` as `{key}`, too"),
        Change::RemoveValue { key, value, .. } => format!("Do not exclude `{key}={value}`"),
        Change::RemoveNodeName { name } => format!("Do not name the node `{name}`"),
    }
}

/// Which Nodes changes add, and how many there are then: `Adds gpu-1 and gpu-2: 9 of 12 nodes.` With what must be true
/// besides. `names` are those of the Nodes gained; `nodes` is how many there are in all.
#[must_use]
pub fn suggestion_effect(
    changes: &[Change],
    effect: &Effect,
    names: &[&str],
    nodes: usize,
) -> String {
    let names = name_list(names, NAMED);
    let eligible = thousands(effect.eligible as usize);
    let mut text = format!("Adds {names}: {eligible} of {}.", count(nodes, "node"));
    for change in changes {
        if let Change::AddValue { key, value, .. } = change
            && key.ends_with("kubernetes.io/arch")
        {
            text.push_str(&format!(" The images must be built for {value}."));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{TaintEffect, Toleration};

    fn tolerate(key: &str, value: &str) -> Change {
        Change::Tolerate(Toleration {
            key: key.into(),
            value: value.into(),
            effect: Some(TaintEffect::NoSchedule),
            ..Toleration::default()
        })
    }

    #[test]
    fn titles_are_commands_and_say_each_thing_once() {
        let loosen = |toleration| Change::Loosen {
            toleration,
            any_value: true,
            any_effect: false,
        };
        let arch = Change::AddValue {
            at: crate::placement::RequirementAt { term: 0, index: 0 },
            key: "kubernetes.io/arch".into(),
            value: "arm64".into(),
        };
        for (changes, title) in [
            (
                vec![loosen(0), loosen(1)],
                "Tolerate the taint whatever its value",
            ),
            (vec![tolerate("a", "")], "Tolerate `a:NoSchedule`"),
            (
                vec![tolerate("a", "1"), tolerate("b", "")],
                "Tolerate `a=1:NoSchedule` and `b:NoSchedule`",
            ),
            (
                vec![tolerate("a", ""), tolerate("b", ""), tolerate("c", "")],
                "Tolerate 3 taints",
            ),
            (
                vec![arch, tolerate("a", "")],
                "Admit `arm64` as `kubernetes.io/arch`, too, and tolerate `a:NoSchedule`",
            ),
        ] {
            assert_eq!(suggestion_title(&changes), title);
        }
    }

    #[test]
    fn effects_name_a_few_nodes() {
        let effect = |eligible| Effect {
            gained: Vec::new(),
            eligible,
        };
        let say = |eligible, names: &[&str], nodes| {
            suggestion_effect(&[], &effect(eligible), names, nodes)
        };
        assert_eq!(
            say(9, &["gpu-1", "gpu-2"], 12),
            "Adds gpu-1 and gpu-2: 9 of 12 nodes."
        );
        assert_eq!(say(1, &["a"], 1), "Adds a: 1 of 1 node.");
        let many = ["a", "b", "c", "d", "e"];
        assert_eq!(
            say(1914, &many, 2000),
            "Adds a, b, c and 2 more: 1,914 of 2,000 nodes."
        );
    }
}
