use crate::placement::nearest;

/// Names as a sentence lists them: all when there are few, else the first ones and how many more.
///
/// ```
/// use everynode::words::name_list;
/// assert_eq!(name_list(&["gpu-1", "gpu-2"], 5), "gpu-1 and gpu-2");
/// assert_eq!(name_list(&["a", "b", "c", "d"], 2), "a, b and 2 more");
/// ```
#[must_use]
pub fn name_list(names: &[&str], most: usize) -> String {
    // One name is never hidden behind "1 more".
    let shown = if names.len() <= most + 1 {
        names.len()
    } else {
        most
    };
    let more = names.len() - shown;
    let mut parts: Vec<String> = names.iter().take(shown).map(ToString::to_string).collect();
    if more > 0 {
        parts.push(format!("{} more", thousands(more)));
    }
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// A count with its noun, in prose: `1 node`, `1,914 nodes`.
///
/// ```
/// use everynode::words::count;
/// assert_eq!(count(1, "node"), "1 node");
/// assert_eq!(count(1914, "node"), "1,914 nodes");
/// ```
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{} {noun}{ending}", thousands(number))
}

/// The word of a list that looks most like a slip of another: a way out for whoever mistyped.
#[must_use]
pub fn nearest_of<'a>(wanted: &str, words: &[&'a str]) -> Option<&'a str> {
    nearest(wanted, words.iter().copied())
}

/// Figures in prose have commas by thousands: `1,914`.
#[must_use]
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_names_are_all_said() {
        assert_eq!(name_list(&[], 3), "");
        assert_eq!(name_list(&["a"], 3), "a");
        assert_eq!(name_list(&["a", "b", "c"], 2), "a, b and c", "not `1 more`");
        let many: Vec<String> = (0..1500).map(|n| n.to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(name_list(&many, 2), "0, 1 and 1,498 more");
    }

    #[test]
    fn figures_in_prose_have_commas() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (65_000, "65,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(thousands(number), text);
        }
    }
}
