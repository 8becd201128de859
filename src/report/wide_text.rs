use super::Style;
use super::layout::table;
use super::place_text::{closing, daemon_set};
use crate::ffi::{
    DaemonSetPlacement, MisscheduledPod, PlaceAnswer, PlacementRules, RequirementView, TaintMatrix,
};
use crate::words::{count, name_list};

/// The same as [`place_text`](super::place_text()), with a line for each Node, tolerations against taints, and kubectl's
/// wide row.
#[must_use]
pub fn wide_text(answer: &PlaceAnswer, style: Style) -> String {
    let mut out = String::new();
    for (index, placement) in answer.daemon_sets.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        out.push_str(&daemon_set(answer, placement, true, style));
        out.push('\n');
        out.push_str(&by_node(answer, placement));
        out.push('\n');
        out.push_str(&misscheduled(&placement.misscheduled));
        let nodes = answer.nodes.names.len();
        out.push_str(&rules(&placement.rules, nodes));
        out.push_str(&matrix(&placement.matrix));
    }
    out.push_str(&closing(answer, style));
    out
}

fn by_node(answer: &PlaceAnswer, placement: &DaemonSetPlacement) -> String {
    let mut heads = vec!["NODE"];
    let facets = &answer.nodes.facets;
    for facet in facets {
        heads.push(match facet.key.as_str() {
            "zone" => "ZONE",
            "pool" => "POOL",
            "arch" => "ARCH",
            _ => "OS",
        });
    }
    heads.extend(["VERDICT", "WHY"]);
    let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
    for group in &placement.groups {
        for &node in &group.nodes.0 {
            let at = node as usize;
            let mut row = vec![answer.nodes.names.get(at).cloned().unwrap_or_default()];
            row.extend(facets.iter().map(|facet| {
                let value = facet.value_index.0.get(at);
                let value = value.and_then(|value| facet.values.get(*value as usize));
                value.cloned().unwrap_or_default()
            }));
            row.extend([verdict(group.verdict).to_owned(), group.cause.clone()]);
            rows.push((node, row));
        }
    }
    rows.sort_unstable_by_key(|(node, _)| *node);
    let rows: Vec<Vec<String>> = rows.into_iter().map(|(_, row)| row).collect();
    table(&heads, &rows, "  ")
}

/// Pods on Nodes that are not eligible, and what becomes of them; empty when there is none.
fn misscheduled(pods: &[MisscheduledPod]) -> String {
    if pods.is_empty() {
        return String::new();
    }
    let rows: Vec<Vec<String>> = pods
        .iter()
        .map(|pod| {
            let outcome = match pod.outcome {
                "keeps" => "stays",
                _ => "is deleted",
            };
            let (name, node) = (pod.pod.clone(), pod.node.clone());
            vec![name, node, outcome.to_owned(), pod.cause.clone()]
        })
        .collect();
    format!(
        "  {} not eligible.\n{}\n",
        match pods.len() {
            1 => "1 Pod is on a node that is".to_owned(),
            several => format!("{} are on nodes that are", count(several, "Pod")),
        },
        table(&["POD", "NODE", "OUTCOME", "WHY"], &rows, "  ")
    )
}

/// A verdict in words.
pub(super) fn verdict(verdict: &str) -> &'static str {
    match verdict {
        "runs" => "runs",
        "podNotAvailable" => "Pod not available",
        "awaitsPod" => "waits for its Pod",
        "keepsPod" => "keeps its Pod",
        "losesPod" => "loses its Pod",
        _ => "left out",
    }
}

/// What the template asks of Nodes, and how many fulfil each part of it; empty when it asks nothing.
fn rules(rules: &PlacementRules, nodes: usize) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    if let Some(name) = &rules.node_name {
        let row = ["nodeName", "", "", name, "", ""];
        rows.push(row.map(str::to_owned).to_vec());
    }
    let selector = rules.node_selector.iter();
    rows.extend(selector.map(|view| requirement("nodeSelector", view)));
    for (index, term) in rules.terms.iter().flatten().enumerate() {
        let from = format!("affinity term {}", index + 1);
        rows.extend(term.requirements.iter().map(|r| requirement(&from, r)));
    }
    if rows.is_empty() {
        return String::new();
    }
    let heads = ["RULE", "KEY", "OPERATOR", "VALUES", "NODES", "NEAREST"];
    format!(
        "  The template's rules admit {} of {}.\n{}\n",
        rules.matches,
        count(nodes, "node"),
        table(&heads, &rows, "  ")
    )
}

fn requirement(from: &str, view: &RequirementView) -> Vec<String> {
    vec![
        from.to_owned(),
        view.key.clone(),
        view.operator.clone(),
        view.values.join(","),
        view.matches.to_string(),
        view.error
            .clone()
            .or(view.nearest.clone())
            .unwrap_or_default(),
    ]
}

/// Every taint with what it does and which tolerations match, then every toleration with what it opens.
fn matrix(matrix: &TaintMatrix) -> String {
    let mut out = format!("  {}\n", matrix.sentence);
    if !matrix.taints.is_empty() {
        let rows: Vec<Vec<String>> = matrix
            .taints
            .iter()
            .enumerate()
            .map(|(column, view)| {
                let by: Vec<String> = view.tolerated_by.iter().map(|n| number(*n)).collect();
                let outcome = match view.outcome {
                    "tolerated" => "tolerated",
                    "keepsOut" => "keeps Pods out",
                    "evicts" => "drives Pods away",
                    _ => "has no say",
                };
                vec![
                    taint(&view.taint.key, &view.taint.value, &view.taint.effect),
                    view.nodes.to_string(),
                    outcome.to_owned(),
                    by.join(" "),
                    near_misses(matrix, column),
                ]
            })
            .collect();
        out.push_str(&table(
            &["TAINT", "NODES", "OUTCOME", "TOLERATED BY", "NEAR MISS"],
            &rows,
            "  ",
        ));
    }
    let rows: Vec<Vec<String>> = matrix
        .tolerations
        .iter()
        .map(|view| {
            let or_all = |text: &str| match text {
                "" => "(every)".to_owned(),
                text => text.to_owned(),
            };
            vec![
                number(view.index),
                or_all(&view.key),
                view.operator.clone(),
                view.value.clone(),
                or_all(&view.effect),
                view.origin.to_owned(),
                view.opens.to_string(),
            ]
        })
        .collect();
    let heads = [
        "",
        "TOLERATION",
        "OPERATOR",
        "VALUE",
        "EFFECT",
        "FROM",
        "OPENS",
    ];
    out.push('\n');
    out.push_str(&table(&heads, &rows, "  "));
    out
}

/// A toleration's number, counted from 1 as the sentences count.
fn number(index: u32) -> String {
    format!("#{}", index + 1)
}

/// Tolerations that are meant for a taint by their key but do not match it, where none does.
fn near_misses(matrix: &TaintMatrix, column: usize) -> String {
    let rows = matrix.tolerations.iter().zip(&matrix.differs);
    let mut near: Vec<String> = Vec::new();
    for (toleration, row) in rows {
        match row.get(column).map(Vec::as_slice) {
            Some([]) => return String::new(),
            Some(differs) if !differs.contains(&"key") => {
                near.push(format!(
                    "{} but for {}",
                    number(toleration.index),
                    name_list(differs, 4)
                ));
            }
            _ => {}
        }
    }
    near.join(", ")
}

pub(super) fn taint(key: &str, value: &str, effect: &str) -> String {
    match value {
        "" => format!("{key}:{effect}"),
        value => format!("{key}={value}:{effect}"),
    }
}
