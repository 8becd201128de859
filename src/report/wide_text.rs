use super::Style;
use super::layout::table;
use super::place_text::{daemon_set, notes};
use super::safe_text::safe;
use crate::ffi::{DaemonSetPlacement, PlaceAnswer, TaintMatrix};

/// The same as [`place_text`](super::place_text), with a line for each Node, tolerations against taints, and kubectl's
/// wide row.
#[must_use]
pub fn wide_text(answer: &PlaceAnswer, style: Style) -> String {
    let mut out = String::new();
    for (index, placement) in answer.daemon_sets.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        out.push_str(&daemon_set(answer, placement, style));
        let kubectl = &placement.kubectl;
        out.push_str(&format!("\n  $ {} -o wide\n", safe(&kubectl.command)));
        let lines = [&kubectl.wide_header, &kubectl.wide_row];
        for line in lines {
            out.push_str(&format!("  {}\n", safe(line)));
        }
        out.push('\n');
        out.push_str(&by_node(answer, placement));
        out.push('\n');
        out.push_str(&matrix(&placement.matrix));
    }
    out.push_str(&notes(&answer.notes, style));
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

/// Every taint with what it does and which tolerations match, then every toleration with what it opens.
fn matrix(matrix: &TaintMatrix) -> String {
    let mut out = format!("  {}\n", matrix.sentence);
    if !matrix.taints.is_empty() {
        let rows: Vec<Vec<String>> = matrix
            .taints
            .iter()
            .map(|view| {
                let by: Vec<String> = view.tolerated_by.iter().map(|n| format!("#{n}")).collect();
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
                ]
            })
            .collect();
        out.push_str(&table(
            &["TAINT", "NODES", "OUTCOME", "TOLERATED BY"],
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
                format!("#{}", view.index),
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

pub(super) fn taint(key: &str, value: &str, effect: &str) -> String {
    match value {
        "" => format!("{key}:{effect}"),
        value => format!("{key}={value}:{effect}"),
    }
}
