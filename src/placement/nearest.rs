/// The candidate that looks most like a slip of `wanted`: one or two letters apart (one in short words), or the same
/// but for case or a separator. Two neighbours that changed places count as one letter. `None` when it is among them, or none comes close. Of equals the first one wins.
///
/// Costs the product of both lengths a candidate, and looks at none that differs in length by more than two.
///
/// ```
/// use everynode::placement::nearest;
/// assert_eq!(nearest("disktype", ["disk-type", "zone"]), Some("disk-type"));
/// assert_eq!(nearest("gpu", ["cpu"]), None, "short words are easily one letter apart");
/// ```
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// Longer texts are nobody's slip, and would cost too much.
    const LONGEST: usize = 320;
    let letters: Vec<char> = wanted.chars().take(LONGEST + 1).collect();
    let allowed = match letters.len() {
        0..=3 => 0,
        4..=7 => 1,
        8..=LONGEST => 2,
        _ => return None,
    };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate == wanted {
            return None;
        }
        let distance = if folded(candidate).eq(folded(wanted)) {
            0
        } else {
            let length = candidate.chars().take(LONGEST + 1).count();
            if length.abs_diff(letters.len()) > allowed {
                continue;
            }
            let other: Vec<char> = candidate.chars().collect();
            match swapped(&letters, &other) {
                true => 1,
                false => edits(&letters, &other),
            }
        };
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Without what people mix up: case and separators.
fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| !matches!(c, '-' | '_' | '.'))
        .map(|c| c.to_ascii_lowercase())
}

/// Whether two neighbours changed places, and nothing else.
fn swapped(from: &[char], to: &[char]) -> bool {
    let pairs = from.iter().zip(to).enumerate();
    let mut differ = pairs.filter(|(_, (a, b))| a != b);
    match (differ.next(), differ.next(), differ.next()) {
        (Some((first, (a, b))), Some((second, (c, d))), None) => {
            from.len() == to.len() && first + 1 == second && a == d && b == c
        }
        _ => false,
    }
}

/// How many letters must be added, removed or replaced (Levenshtein).
fn edits(from: &[char], to: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (at, letter) in from.iter().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        for (cell, other) in row.iter_mut().skip(1).zip(to) {
            let replaced = diagonal + usize::from(letter != other);
            diagonal = *cell;
            left = replaced.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_found_and_a_coincidence_is_not() {
        let labels = [
            "kubernetes.io/os",
            "kubernetes.io/arch",
            "topology.kubernetes.io/zone",
            "node-pool",
        ];
        for (wanted, found) in [
            ("kubernetes.io/so", Some("kubernetes.io/os")),
            ("kubernets.io/os", Some("kubernetes.io/os")),
            ("kubernetes.io/rach", Some("kubernetes.io/arch")),
            ("NodePool", Some("node-pool")),
            ("node_pool", Some("node-pool")),
            ("kubernetes.io/os", None),
            ("kubernetes.io/hostname", None),
            ("zone", None),
            ("", None),
        ] {
            assert_eq!(nearest(wanted, labels), found, "{wanted}");
        }
        assert_eq!(
            nearest("abcdefgh", ["abcdefxx", "abcdefgx"]),
            Some("abcdefgx")
        );
    }

    #[test]
    fn neighbours_that_changed_places_are_one_slip() {
        assert_eq!(nearest("palce", ["place"]), Some("place"));
        assert_eq!(nearest("palec", ["place"]), None);
        assert_eq!(nearest("ecalp", ["place"]), None);
    }

    #[test]
    fn distances_are_those_of_levenshtein() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        for (a, b, distance) in [
            ("", "", 0),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
            ("flaw", "lawn", 2),
            ("same", "same", 0),
        ] {
            assert_eq!(edits(&chars(a), &chars(b)), distance, "{a} {b}");
            assert_eq!(edits(&chars(b), &chars(a)), distance, "{b} {a}");
        }
    }

    #[test]
    fn a_very_long_text_is_nobodys_slip() {
        let long = "x".repeat(1 << 20);
        assert_eq!(
            nearest(&long, [long.clone() + "y"].iter().map(String::as_str)),
            None
        );
    }
}
