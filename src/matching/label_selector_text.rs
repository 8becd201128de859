use super::Selector;
use super::label_requirement::{LabelOperator, LabelRequirement};
use crate::source::parted;

impl Selector {
    /// From one line, as `kubectl -l` takes it: requirements with commas between. `None` for what is no selector.
    ///
    /// ```
    /// use everynode::{matching::Selector, model::StringMap};
    /// let labels: StringMap = [("pool", "gpu"), ("zone", "a")].into_iter().collect();
    /// let matches = |text| Selector::parse(text).is_some_and(|selector| selector.matches(&labels));
    /// assert!(matches("pool=gpu, zone in (a, b), !cordoned, disk notin (hdd)"));
    /// assert!(!matches("pool!=gpu"));
    /// assert_eq!(Selector::parse("pool in gpu"), None);
    /// ```
    ///
    /// DIFFERENCE: the operators `>` and `<` are not read.
    ///
    /// Upstream: staging/src/k8s.io/apimachinery/pkg/labels/selector.go Parse (v1.36.3)
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut requirements = Vec::new();
        let mut rest = text;
        loop {
            let end = end_of_requirement(rest);
            requirements.push(requirement(rest.get(..end)?.trim())?);
            match rest.get(end..)?.strip_prefix(',') {
                Some(after) => rest = after,
                None => return Some(Self::All(requirements)),
            }
        }
    }
}

/// Where the first comma outside of parentheses is, or else the end.
fn end_of_requirement(text: &str) -> usize {
    let mut inside = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => inside = true,
            ')' => inside = false,
            ',' if !inside => return at,
            _ => {}
        }
    }
    text.len()
}

fn requirement(text: &str) -> Option<LabelRequirement> {
    let new = |key: &str, operator, values: Vec<String>| {
        LabelRequirement::new(key.trim(), operator, &values, "").ok()
    };
    if let Some(key) = text.strip_prefix('!') {
        return new(key, LabelOperator::DoesNotExist, Vec::new());
    }
    if let Some((left, values)) = text.split_once('(') {
        let (key, word) = left.trim().split_once([' ', '\t'])?;
        let operator = match word.trim() {
            "in" => LabelOperator::In,
            "notin" => LabelOperator::NotIn,
            _ => return None,
        };
        let values = values.strip_suffix(')')?.split(',');
        return new(
            key,
            operator,
            values.map(|value| value.trim().to_owned()).collect(),
        );
    }
    for (sign, operator) in [
        ("!=", LabelOperator::NotIn),
        ("==", LabelOperator::In),
        ("=", LabelOperator::In),
    ] {
        if let Some((key, value)) = parted(text, sign) {
            return new(key, operator, vec![value.trim().to_owned()]);
        }
    }
    new(text, LabelOperator::Exists, Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::StringMap;

    #[test]
    fn what_is_no_selector_is_none() {
        for text in [
            "",
            ",",
            "a,",
            "a b",
            "a in ()x",
            "a in (b",
            "a has (b)",
            "=b",
            "a=b=c",
            "a=b c",
            "!",
            "a!b",
        ] {
            assert_eq!(Selector::parse(text), None, "{text}");
        }
    }

    #[test]
    fn every_requirement_must_match() {
        let labels: StringMap = [("a", "1"), ("example.com/b", "")].into_iter().collect();
        for (text, matches) in [
            ("a", true),
            ("example.com/b", true),
            ("a=1", true),
            ("a==1,example.com/b=", true),
            ("a=1,c", false),
            ("!c", true),
            ("!a", false),
            ("c!=1", true),
            ("a notin (2,3)", true),
            ("a in (2, 1),!c", true),
        ] {
            let selector = Selector::parse(text).unwrap();
            assert_eq!(selector.matches(&labels), matches, "{text}");
        }
    }
}
