//! "Did you mean": the known field whose name is nearest to one that is unknown.

use super::fields;
use super::types::{Field, TypeId};

/// The field that was probably meant by a name that a struct has not: the same letters in another case first, then the
/// one with the fewest letters to change. `None` where a third of the letters or more would change.
///
/// ```
/// use everynode::schema;
/// let spec = schema::named("v1.PodSpec").unwrap();
/// assert_eq!(schema::nearest(spec, "toleration").unwrap().name, "tolerations");
/// assert_eq!(schema::nearest(spec, "nodeselector").unwrap().name, "nodeSelector");
/// assert!(schema::nearest(spec, "replicas").is_none());
/// ```
#[must_use]
pub fn nearest(id: TypeId, name: &str) -> Option<&'static Field> {
    // Longer names than any field's are no slips of the pen, and would only cost time.
    if name.len() > 64 {
        return None;
    }
    let wanted = letters(name);
    let mut best: Option<(usize, &'static Field)> = None;
    for field in fields(id) {
        let known = letters(field.name);
        let distance = if known == wanted {
            0
        } else {
            1 + edits(&known, &wanted)
        };
        let allowed = 1 + known.len().max(wanted.len()) / 4;
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, field));
        }
    }
    best.map(|(_, field)| field)
}

/// In small letters, without what only joins words.
fn letters(name: &str) -> Vec<u8> {
    name.bytes()
        .filter(|b| !matches!(b, b'-' | b'_' | b' '))
        .map(|b| b.to_ascii_lowercase())
        .collect()
}

/// How many letters are to be put in, taken out or exchanged; two that have changed places count once.
fn edits(from: &[u8], to: &[u8]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    let mut last = 0;
    for (i, &a) in from.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        let mut left = i + 1;
        next.push(left);
        let mut previous = 0;
        for (j, &b) in to.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
            let mut cost = (at(&row, j) + usize::from(a != b))
                .min(at(&row, j + 1) + 1)
                .min(left + 1);
            if i > 0 && j > 0 && a == previous && b == last {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            next.push(cost);
            left = cost;
            previous = b;
        }
        last = a;
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::named;

    #[test]
    fn edits_count_letters() {
        for (a, b, count) in [
            ("", "", 0),
            ("a", "", 1),
            ("command", "comand", 1),
            ("tolerations", "tolreations", 1),
            ("image", "imgae", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(edits(a.as_bytes(), b.as_bytes()), count, "{a} {b}");
            assert_eq!(edits(b.as_bytes(), a.as_bytes()), count, "{b} {a}");
        }
    }

    #[test]
    fn slips_of_the_pen_lead_to_the_field() {
        for (of, name, meant) in [
            (
                "v1.DaemonSetSpec",
                "minReadySecond",
                Some("minReadySeconds"),
            ),
            ("v1.DaemonSetSpec", "updatestrategy", Some("updateStrategy")),
            ("v1.DaemonSetSpec", "replicas", None),
            ("v1.DaemonSetSpec", "", None),
            ("v1.Container", "comand", Some("command")),
            ("v1.Container", "volumeMount", Some("volumeMounts")),
            ("v1.Container", "liveness_probe", Some("livenessProbe")),
            ("v1.Container", "readOnlyRootFilesystem", None),
            ("v1.PodSpec", "nodeSelecter", Some("nodeSelector")),
            ("v1.PodSpec", "hostPid", Some("hostPID")),
        ] {
            let found = nearest(named(of).unwrap(), name).map(|field| field.name);
            assert_eq!(found, meant, "{of} {name}");
        }
    }
}
