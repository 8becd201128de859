use super::human_duration;
use crate::model::{Container, DaemonSet, DaemonSetStatus, LabelSelector, StringMap, Time};
use crate::order::{sort_by, sort_by_key};

/// Cells under their heads, as kubectl lays them out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// In capitals.
    pub header: Vec<&'static str>,
    /// As many as there are heads.
    pub cells: Vec<String>,
}

impl Table {
    /// Both lines, without line ends: columns as wide as their widest cell, three spaces between them, none at the end.
    ///
    /// Upstream: staging/src/k8s.io/cli-runtime/pkg/printers/tabwriter.go GetNewTabWriter (v1.36.3)
    #[must_use]
    pub fn lines(&self) -> [String; 2] {
        let mut lines = [String::new(), String::new()];
        let last = self.header.len().saturating_sub(1);
        for (at, (head, cell)) in self.header.iter().zip(&self.cells).enumerate() {
            let width = if at == last {
                0
            } else {
                head.chars().count().max(cell.chars().count()) + 3
            };
            for (line, text) in lines.iter_mut().zip([*head, cell.as_str()]) {
                line.push_str(text);
                let missing = width.saturating_sub(text.chars().count());
                line.extend(std::iter::repeat_n(' ', missing));
            }
        }
        lines
    }
}

/// A text as one word of a shell: between single quotes where it holds more than what names are made of, so that a
/// command that names an object of the input does nothing else.
///
/// ```
/// use everynode::words::shell_word;
/// assert_eq!(shell_word("kube-system"), "kube-system");
/// assert_eq!(shell_word("a; reboot"), "'a; reboot'");
/// ```
#[must_use]
pub fn shell_word(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    match !text.is_empty() && text.bytes().all(is_plain) {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}

/// What `kubectl get daemonset` prints for this object with this status; `wide` as `-o wide` does.
///
/// The age is the time from the creation to `now`; `<unknown>` where one of them is missing. Columns that kubectl does
/// not have (misscheduled, affinity, tolerations) are not there.
///
/// Upstream: pkg/printers/internalversion/printers.go printDaemonSet (v1.36.3)
#[must_use]
pub fn daemon_set_table(
    daemon_set: &DaemonSet,
    status: &DaemonSetStatus,
    now: Option<Time>,
    wide: bool,
) -> Table {
    let mut header = vec![
        "NAME",
        "DESIRED",
        "CURRENT",
        "READY",
        "UP-TO-DATE",
        "AVAILABLE",
        "NODE SELECTOR",
        "AGE",
    ];
    let age = daemon_set.metadata.creation_timestamp.zip(now).map_or_else(
        || "<unknown>".to_owned(),
        |(created, now)| human_duration(now.seconds_since(created)),
    );
    let pod = &daemon_set.spec.template.spec;
    let mut cells = vec![
        daemon_set.metadata.name.clone(),
        status.desired_number_scheduled.to_string(),
        status.current_number_scheduled.to_string(),
        status.number_ready.to_string(),
        status.updated_number_scheduled.to_string(),
        status.number_available.to_string(),
        labels(&pod.node_selector),
        age,
    ];
    if wide {
        header.extend(["CONTAINERS", "IMAGES", "SELECTOR"]);
        let joined = |field: fn(&Container) -> &str| {
            let texts: Vec<_> = pod.containers.iter().map(field).collect();
            texts.join(",")
        };
        cells.push(joined(|container| &container.name));
        cells.push(joined(|container| &container.image));
        cells.push(label_selector(daemon_set.spec.selector.as_ref()));
    }
    Table { header, cells }
}

/// Pairs with commas, or `<none>`.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/labels/labels.go FormatLabels (v1.36.3)
fn labels(pairs: &StringMap) -> String {
    let texts: Vec<_> = pairs
        .iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    or_none(&texts)
}

/// Requirements with commas, sorted by key.
///
/// DIFFERENCE: upstream prints `<error>` for a selector that it cannot parse; no DaemonSet with such a one is stored.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/helpers.go FormatLabelSelector (v1.36.3)
fn label_selector(selector: Option<&LabelSelector>) -> String {
    let Some(selector) = selector else {
        return "<none>".to_owned();
    };
    let mut texts: Vec<(&str, String)> = selector
        .match_labels
        .iter()
        .map(|(key, value)| (key, format!("{key}={value}")))
        .collect();
    for requirement in &selector.match_expressions {
        let key = requirement.key.as_str();
        let mut values: Vec<&str> = requirement.values.iter().map(String::as_str).collect();
        sort_by(&mut values, Ord::cmp);
        let values = values.join(",");
        let text = match requirement.operator.as_str() {
            "In" => format!("{key} in ({values})"),
            "NotIn" => format!("{key} notin ({values})"),
            "DoesNotExist" => format!("!{key}"),
            _ => key.to_owned(),
        };
        texts.push((key, text));
    }
    sort_by_key(&mut texts, |(key, _)| *key);
    let texts: Vec<_> = texts.into_iter().map(|(_, text)| text).collect();
    or_none(&texts)
}

fn or_none(texts: &[String]) -> String {
    if texts.is_empty() {
        "<none>".to_owned()
    } else {
        texts.join(",")
    }
}
