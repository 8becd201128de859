//! The picture of an update: well-formed whatever things are called, of one palette with the playground, and readable with
//! many Nodes. What it looks like is in `tests/cli/rollout/svg*.console`.

#![expect(
    clippy::disallowed_methods,
    reason = "the core reads no file; its tests do"
)]

pub(crate) mod xml;

use crate::random::Random;
use everynode::ffi::{Options, RolloutAnswer, RolloutQuestion, ScenarioText, Session};
use everynode::report::rollout_svg;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

fn daemon_set(name: &str, image: &str, strategy: &Value) -> Value {
    json!({
        "apiVersion": "apps/v1", "kind": "DaemonSet",
        "metadata": {"name": name, "namespace": "monitoring"},
        "spec": {
            "selector": {"matchLabels": {"app": "agent"}},
            "updateStrategy": strategy,
            "template": {
                "metadata": {"labels": {"app": "agent"}},
                "spec": {"containers": [{
                    "name": "agent", "image": image, "ports": [{"containerPort": 80}],
                }]},
            },
        },
    })
}

/// The picture of an update of a DaemonSet on Nodes with these names.
fn picture(
    name: &str,
    nodes: &[String],
    strategy: &Value,
    ask: impl Fn(&mut RolloutQuestion),
) -> String {
    let mut session = Session::new();
    let old = daemon_set(name, "registry.example/agent:1", strategy);
    let new = daemon_set(name, "registry.example/agent:2", strategy);
    let nodes = nodes
        .iter()
        .map(|name| json!({"apiVersion": "v1", "kind": "Node", "metadata": {"name": name}}));
    let list = json!({"apiVersion": "v1", "kind": "List", "items": nodes.collect::<Vec<_>>()});
    for (file, object) in [("old.json", old), ("new.json", new), ("nodes.json", list)] {
        session.set_bytes(file, object.to_string().as_bytes());
    }
    let mut question = RolloutQuestion {
        from: vec!["old.json".to_owned()],
        ..RolloutQuestion::default()
    };
    ask(&mut question);
    let answer = session.rollout(&question);
    assert!(matches!(answer, RolloutAnswer::Found(_)), "{answer:?}");
    rollout_svg(&answer)
}

fn rolling(max_unavailable: u32) -> Value {
    json!({"rollingUpdate": {"maxUnavailable": max_unavailable}})
}

fn named(count: usize) -> Vec<String> {
    (0..count).map(|n| format!("node-{n:04}")).collect()
}

const PARTS: [&str; 16] = [
    "node-",
    "</text>",
    "<script>alert(1)</script>",
    "&amp;",
    "&",
    "\"",
    "'",
    " onload=\"x\"",
    "]]>",
    "<!--",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{ffff}",
    "漢字",
    "`",
    "\n",
];

#[test]
fn no_name_is_markup() {
    for seed in 0..300 {
        let mut random = Random(seed);
        let mut name = || -> String {
            let parts = random.some(5, |random| random.pick(&PARTS).to_owned());
            format!("a{}", parts.concat())
        };
        let (daemon_set, mut nodes) = (name(), vec![name(), name(), name()]);
        nodes.iter_mut().zip(0..).for_each(|(node, n)| {
            node.push_str(&format!("{n}"));
        });
        let svg = picture(&daemon_set, &nodes, &rolling(1), |question| {
            question.down.push(nodes[1].clone());
            question.never_ready.push(nodes[2].clone());
        });
        let read = xml::read(&svg).unwrap_or_else(|why| panic!("seed {seed}: {why}\n{svg}"));
        let known = [
            "svg", "title", "desc", "style", "defs", "pattern", "rect", "path", "text", "tspan",
            "g",
        ];
        for element in &read.elements {
            assert!(known.contains(&element.as_str()), "seed {seed}: {element}");
        }
        assert!(
            read.attributes
                .iter()
                .all(|(name, _)| !name.starts_with("on") && !name.contains("href")),
            "seed {seed}"
        );
    }
}

#[test]
fn the_element_has_a_name_a_description_and_a_role() {
    let svg = picture("agent", &named(3), &rolling(1), |question| {
        question.down.push("node-0001".to_owned());
    });
    let read = xml::read(&svg).unwrap();
    assert_eq!(read.elements[..3], ["svg", "title", "desc"]);
    assert_eq!(
        read.texts[0],
        "monitoring/agent: the update does not move: 0 of 2 nodes have the new Pod"
    );
    assert!(
        read.texts[1].contains("Held by node-0001"),
        "{}",
        read.texts[1]
    );
    let of = |name: &str| {
        let mut attributes = read.attributes.iter();
        let found = attributes.find(|(each, _)| each == name);
        found.map(|(_, value)| value.as_str())
    };
    assert_eq!(of("role"), Some("img"));
    assert_eq!(of("aria-labelledby"), Some("en-name en-text"));
}

/// Colours that a text names.
fn colours(text: &str) -> BTreeSet<&str> {
    let parts = text.split('#').skip(1);
    let colours = parts.filter_map(|part| part.get(..6));
    colours
        .filter(|colour| colour.chars().all(|c| c.is_ascii_hexdigit()))
        .collect()
}

#[test]
fn its_colours_are_tokens_of_the_playground_by_day_and_by_night() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tokens = std::fs::read_to_string(root.join("www/src/style/tokens.css")).unwrap();
    let (light, dark) = tokens.split_once("data-theme=\"dark\"").unwrap();
    let svg = picture("agent", &named(3), &rolling(1), |_| {});
    let (by_day, by_night) = svg.split_once("prefers-color-scheme").unwrap();
    for (drawn, tokens) in [(by_day, light), (by_night, dark)] {
        let (drawn, tokens) = (colours(drawn), colours(tokens));
        assert!(drawn.len() >= 20, "{drawn:?}");
        let other: Vec<_> = drawn.difference(&tokens).collect();
        assert!(other.is_empty(), "{other:?}");
    }
}

#[test]
fn many_nodes_share_rows_and_the_picture_says_so() {
    let nodes = named(5000);
    let svg = picture("agent", &nodes, &rolling(500), |question| {
        question.never_ready = vec![nodes[7].clone()];
        question.down = vec![nodes[11].clone(), nodes[4000].clone()];
    });
    let read = xml::read(&svg).unwrap();
    let said = "5,000 nodes in 3 rows: those that go through the same states share one, the ones that hold the update \
                up first.";
    assert!(
        read.texts.iter().any(|text| text == said),
        "{:?}",
        read.texts
    );
    let rows = ["node-0011 and node-4000", "node-0007", "4,997 nodes"];
    let shown = |row: &&str| read.texts.iter().any(|text| text == row);
    assert!(rows.iter().all(shown), "{:?}", read.texts);
    assert!(svg.len() < 60_000, "{} bytes", svg.len());
}

#[test]
fn up_to_sixty_nodes_have_a_row_each() {
    for (count, single) in [(60, true), (61, false)] {
        let nodes = named(count);
        let svg = picture("agent", &nodes, &rolling(7), |_| {});
        let read = xml::read(&svg).unwrap();
        let shown = nodes.iter().all(|node| read.texts.contains(node));
        assert_eq!(shown, single, "{count}");
    }
}

#[test]
fn whatever_the_update_there_is_a_picture() {
    let surge = json!({"rollingUpdate": {"maxUnavailable": 0, "maxSurge": 2}});
    for strategy in [rolling(1), surge, json!({"type": "OnDelete"})] {
        for count in [0, 1, 3, 70] {
            let nodes = named(count);
            let asked: [fn(&mut RolloutQuestion, &[String]); 5] = [
                |_, _| {},
                |question, nodes| question.down = nodes.to_vec(),
                |question, nodes| question.never_ready = nodes.to_vec(),
                |question, nodes| question.unschedulable = nodes.to_vec(),
                |question, _| question.max_seconds = Some(1),
            ];
            for ask in asked {
                let svg = picture("agent", &nodes, &strategy, |question| {
                    ask(question, &nodes);
                });
                xml::read(&svg).unwrap();
                let again = picture("agent", &nodes, &strategy, |question| {
                    ask(question, &nodes);
                });
                assert_eq!(svg, again);
            }
        }
    }
}

#[test]
fn what_comes_from_outside_is_told_with_its_moment() {
    let scenario = "images: {registry.example/agent:2: {neverReady: true}}\nevents:\n\
        - {time: 2m, deletePod: node-0002}\n- {time: 5m, rollback: true}\n- {time: 9h, deletePod: node-0000}\n";
    let svg = picture("agent", &named(4), &rolling(1), |question| {
        question.scenario = Some(ScenarioText {
            name: "scenario.yaml".to_owned(),
            text: scenario.to_owned(),
        });
    });
    let read = xml::read(&svg).unwrap();
    let from = read.texts.iter().position(|text| text == "From outside");
    let told = &read.texts[from.unwrap() + 1..];
    assert_eq!(
        told[..4],
        [
            "2:00",
            "node-0002 has its Pod deleted",
            "5:00",
            "the update is undone"
        ]
    );
}

/// The playground's example whose picture README.md shows.
const SHOWN: &str = "update-drops-a-node";

#[test]
fn the_picture_in_the_readme_is_the_one_that_is_drawn() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let example = root.join("www/examples").join(SHOWN);
    let mut session = Session::new();
    let options = Options {
        now: Some("2026-11-20T09:00:00Z".to_owned()),
        ..Options::default()
    };
    session.set_options(&options).unwrap();
    for file in ["audit-tail.yaml", "nodes.yaml", "running.yaml"] {
        session.set_bytes(file, &std::fs::read(example.join(file)).unwrap());
    }
    let svg = rollout_svg(&session.rollout(&RolloutQuestion::default()));
    let file = root.join("docs/screenshots/rollout.svg");
    if std::env::var_os("EVERYNODE_BLESS").is_some() {
        std::fs::write(file, svg).unwrap();
        return;
    }
    let shown = std::fs::read(file).unwrap_or_default();
    assert!(
        svg.as_bytes() == shown,
        "`EVERYNODE_BLESS=1 cargo test --test it picture` draws docs/screenshots/rollout.svg anew"
    );
}
