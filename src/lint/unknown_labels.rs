//! What a template asks of the labels of Nodes, and no Node of the input has.

use super::fleet::tells_kinds_apart;
use super::{Context, Demand, Spots};
use crate::diagnostic::Severity;
use crate::manifest::View;
use crate::placement::nearest;

/// A label, or a value of one, that no Node of the input has.
#[derive(Debug)]
pub struct UnknownLabel<'a> {
    /// What asks for it.
    pub demand: Demand<'a>,
    /// The value; `None`: no Node has the label at all.
    pub value: Option<View<'a>>,
    /// What Nodes have and it looks like a slip of: a label, or a value of this one.
    pub near: Option<String>,
    /// Whether Nodes have another one of the values that the same expression asks for.
    pub has_other: bool,
}

impl UnknownLabel<'_> {
    /// As messages call it: the label, or `label: value`.
    #[must_use]
    pub fn name(&self) -> String {
        match self.value {
            Some(value) => [self.demand.key, ": ", value.text()].concat(),
            None => self.demand.key.to_owned(),
        }
    }

    /// What it looks like a slip of, as a help.
    #[must_use]
    pub fn near_help(&self) -> Option<String> {
        let near = self.near.as_deref()?;
        let (key, colon) = match self.value {
            Some(_) => (self.demand.key, ": "),
            None => ("", ""),
        };
        Some(["Nodes have `", key, colon, near, "`."].concat())
    }

    /// Whether Nodes of a kind are meant of which there need not be one: Windows, a cloud's accelerators, a pool that is
    /// scaled to nothing. Labels with a domain are set by whoever has it when there is such a Node.
    #[must_use]
    pub fn may_come(&self) -> bool {
        let key = self.demand.key;
        let is_role = key.starts_with("node-role.kubernetes.io/");
        self.near.is_none()
            && match self.value {
                None => key.as_bytes().contains(&b'/') || tells_kinds_apart(key),
                Some(_) => tells_kinds_apart(key) && !is_role,
            }
    }
}

/// Things unknown that are told apart.
const MOST: usize = 100;

impl<'a> Context<'a> {
    /// What is asked for and no Node has, in the order of the manifest. What is asked to be absent is not among it.
    #[must_use]
    pub fn unknown_labels(&self) -> Vec<UnknownLabel<'a>> {
        let mut found = Vec::new();
        for demand in self.demands() {
            let columns = self.nodes().label_columns(&[demand.key]);
            let Some(column) = columns.first().filter(|_| demand.wants_label()) else {
                continue;
            };
            if found.len() >= MOST {
                break;
            }
            if column.entries().is_empty() {
                let near = self.input.fleet.labels.nearest_label(demand.key, []);
                found.push(UnknownLabel {
                    demand,
                    value: None,
                    near: near.filter(|near| is_slip(demand.key, near)),
                    has_other: false,
                });
                continue;
            }
            if demand.operator != "In" {
                continue;
            }
            let is_known = |value: &View<'a>| !column.with_value(value.text()).is_empty();
            let has_other = demand.values().any(|value| is_known(&value));
            for value in demand.values() {
                if is_known(&value) {
                    continue;
                }
                let labels = &self.input.fleet.labels;
                let near = match tells_kinds_apart(demand.key) {
                    true => None,
                    false => labels.nearest_label(demand.key, [value.text()]),
                };
                found.push(UnknownLabel {
                    demand,
                    value: Some(value),
                    near: near.filter(|near| is_slip(value.text(), near)),
                    has_other,
                });
            }
        }
        found
    }

    /// Says of labels, or of values, that none of the given Nodes has them. Where no Node matches at all, another rule does.
    pub(super) fn find_unknown(&self, of_values: bool, found: &mut Spots<'a>) {
        if !self.has_fleet() || !self.matches_somewhere() {
            return;
        }
        for label in self.unknown_labels() {
            if label.may_come() || label.value.is_some() != of_values {
                continue;
            }
            let spot = found.at(label.value.unwrap_or(label.demand.label));
            spot.word(label.name());
            if label.has_other {
                spot.severity(Severity::Info);
            }
            if let Some(help) = label.near_help() {
                spot.help(help);
            }
        }
    }

    /// The first values that Nodes have for a label, in their order, and how many there are.
    #[must_use]
    pub fn known_values(&self, key: &str, most: usize) -> (Vec<String>, usize) {
        let columns = self.nodes().label_columns(&[key]);
        let mut first = Vec::new();
        let mut count = 0;
        if let Some(column) = columns.first() {
            count = column.values().len();
            first.extend(column.values().take(most).map(ToOwned::to_owned));
        }
        (first, count)
    }
}

/// Whether two texts that are near each other differ by mistake: counters do not (`pool-1`, `pool-2`), nor short words behind a
/// domain that they share (`example.com/gpu`, `example.com/cpu`).
fn is_slip(wanted: &str, near: &str) -> bool {
    let letters = |text: &'_ str| -> String {
        let letters = text.chars().filter(|c| !c.is_ascii_digit());
        letters.collect()
    };
    let short = match (wanted.rsplit_once('/'), near.rsplit_once('/')) {
        (Some((domain, name)), Some((other, near))) if domain == other => {
            nearest(name, [near]).is_none()
        }
        _ => false,
    };
    !short && letters(wanted) != letters(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_and_short_words_are_no_slips() {
        for (wanted, near, is) in [
            ("sdd", "ssd", true),
            ("pool-1", "pool-2", false),
            ("example.com/gpu", "example.com/cpu", false),
            ("example.com/disktype", "example.com/disk-type", true),
            ("kubernets.io/os", "kubernetes.io/os", true),
        ] {
            assert_eq!(is_slip(wanted, near), is, "{wanted} {near}");
        }
    }
}
