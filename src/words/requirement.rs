use crate::controller::{
    NodeAffinityJudgement, NodeSelectorJudgement, RequirementJudgement, RequirementOutcome,
};
use crate::model::{NodeSelectorRequirement, StringMap};
use crate::order::sorted_unique;
use crate::placement::nearest;

/// Values that are said one by one.
const SAID: usize = 4;

/// What a requirement asks, as the second half of a sentence: `must be amd64`, with the values between backticks.
///
/// ```
/// use everynode::model::NodeSelectorRequirement;
/// use everynode::words::requirement_asks;
/// let requirement = |operator: &str, values: &[&str]| NodeSelectorRequirement {
///     key: "zone".into(),
///     operator: operator.into(),
///     values: values.iter().map(ToString::to_string).collect(),
/// };
/// assert_eq!(requirement_asks(&requirement("In", &["a", "b"])), "must be `a` or `b`");
/// assert_eq!(requirement_asks(&requirement("DoesNotExist", &[])), "must not be there");
/// ```
#[must_use]
pub fn requirement_asks(requirement: &NodeSelectorRequirement) -> String {
    let values = one_of(&requirement.values, quoted);
    match requirement.operator.as_str() {
        "In" => format!("must be {values}"),
        "NotIn" => format!("must not be {values}"),
        "Exists" => "must be there".to_owned(),
        "DoesNotExist" => "must not be there".to_owned(),
        "Gt" => format!("must be greater than {values}"),
        "Lt" => format!("must be less than {values}"),
        other => format!("is compared by `{other}`, which Kubernetes does not know"),
    }
}

/// What one Node says to a requirement, as a sentence without its final stop: `zone must be b; this node has a`, quoted
/// between backticks. Where the label is missing and the Node (with `labels`) has a similar one, that is named.
#[must_use]
pub fn requirement_evidence(requirement: &RequirementJudgement<'_>, labels: &StringMap) -> String {
    let written = requirement.written;
    let key = &written.key;
    let asks = || requirement_asks(written);
    match (requirement.outcome, requirement.value) {
        (RequirementOutcome::Matches | RequirementOutcome::Differs, None)
            if requirement.on_field =>
        {
            let asks = asks();
            format!("`{key}` {asks}; the only field of a node is `metadata.name`")
        }
        (RequirementOutcome::Unparsable(errors), _) => {
            let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
            let errors = errors.join("; ");
            format!("Kubernetes cannot read it, so its term matches no node: `{errors}`")
        }
        (RequirementOutcome::Matches, Some(value)) => {
            let is = quoted(value);
            match written.operator.as_str() {
                "In" if written.values.len() == 1 => format!("`{key}` is {is}"),
                "In" => format!("`{key}` is {is}, one of {} values", written.values.len()),
                "Exists" => format!("`{key}` is there, with {}", value_there(value)),
                _ => format!("`{key}` {}; this node has {}", asks(), value_there(value)),
            }
        }
        (RequirementOutcome::Matches, None) => {
            format!("`{key}` {}; this node has no such label", asks())
        }
        (RequirementOutcome::Differs, Some(name)) if requirement.on_field => {
            format!("`{key}` {}; this node is `{name}`", asks())
        }
        (RequirementOutcome::Differs, Some(value)) => {
            format!("`{key}` {}; this node has {}", asks(), value_there(value))
        }
        (RequirementOutcome::Differs, None) => {
            let missing = no_such_label("this node", key, labels);
            format!("`{key}` {}; {missing}", asks())
        }
    }
}

/// What one Node says to a pair of the node selector, as [`requirement_evidence`] says it.
#[must_use]
pub fn pair_evidence(pair: &NodeSelectorJudgement<'_>, labels: &StringMap) -> String {
    let (key, wanted) = (pair.key, quoted(pair.wanted));
    match (pair.matches, pair.value) {
        (true, _) => format!("`{key}` is {wanted}"),
        (false, Some(value)) => {
            format!(
                "`{key}` must be {wanted}; this node has {}",
                value_there(value)
            )
        }
        (false, None) => {
            let missing = no_such_label("this node", key, labels);
            format!("`{key}` must be {wanted}; {missing}")
        }
    }
}

/// That a Node (`this node`) lacks a label, with the nearest that it has.
pub(super) fn no_such_label(who: &str, key: &str, labels: &StringMap) -> String {
    let keys = labels.iter().map(|(key, _)| key);
    let near = nearest(key, keys).and_then(|near| Some((near, labels.get(near)?)));
    match near {
        Some((near, "")) => format!("{who} has no such label, the nearest is `{near}`"),
        Some((near, value)) => {
            format!("{who} has no such label, the nearest is `{near}: {value}`")
        }
        None => format!("{who} has no such label"),
    }
}

/// A value behind `must be` or `is`: between backticks, or `empty`.
pub(super) fn quoted(value: &str) -> String {
    match value {
        "" => "empty".to_owned(),
        value => format!("`{value}`"),
    }
}

/// A value behind `has`: between backticks, or `an empty value`.
pub(super) fn value_there(value: &str) -> String {
    match value {
        "" => "an empty value".to_owned(),
        value => format!("`{value}`"),
    }
}

/// The requirements of a term that do not match.
pub(super) fn failing<'a, 'b>(
    requirements: &'b [RequirementJudgement<'a>],
) -> impl Iterator<Item = &'b RequirementJudgement<'a>> {
    let all = requirements.iter();
    all.filter(|requirement| requirement.outcome != RequirementOutcome::Matches)
}

/// `a`, `a or b`, `one of 7 values`, each as `say` says it.
fn one_of<T: AsRef<str>>(values: &[T], say: fn(&str) -> String) -> String {
    match values {
        [] => "one of no values".to_owned(),
        [one] => say(one.as_ref()),
        values if values.len() > SAID => format!("one of {} values", values.len()),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(|value| say(value.as_ref())).collect();
            format!("{} or {}", first.join(", "), say(last.as_ref()))
        }
    }
}

/// What Nodes have for a label, as the second half of a sentence: `have arm64`, `have no such label`. Of several values
/// a few are said; `None` stands for Nodes without the label.
#[must_use]
pub fn nodes_have(nodes: usize, values: &[Option<&str>]) -> String {
    let (who, has) = match nodes {
        1 => ("this node", "has"),
        _ => ("these nodes", "have"),
    };
    let present: Vec<&str> = values.iter().copied().flatten().collect();
    let missing = values.contains(&None);
    match (present.as_slice(), missing) {
        ([], _) => format!("{who} {has} no such label"),
        (present, false) => format!("{who} {has} {}", one_of(present, value_there)),
        (present, true) => format!(
            "{who} {has} {} or no such label",
            one_of(present, value_there)
        ),
    }
}

/// Why no term of a required node affinity matches, for Nodes that all fail it: one or two sentences, without the final
/// stop. `affinities` are the judgements of those Nodes, or of some of them.
#[must_use]
pub fn affinity_fails(affinities: &[NodeAffinityJudgement<'_>]) -> String {
    let Some(first) = affinities.first() else {
        return String::new();
    };
    let said = |term: usize| {
        let failing: Option<Vec<_>> = affinities
            .iter()
            .map(|affinity| failing(&affinity.terms.get(term)?.requirements).next())
            .collect();
        requirement_fails(&failing?)
    };
    match first.terms.as_slice() {
        [] => "The required node affinity has no terms, so it matches no node".to_owned(),
        [term] if term.requirements.is_empty() => {
            "The only term of the required node affinity is empty, and an empty term matches no node"
                .to_owned()
        }
        [_] => said(0).unwrap_or_else(|| {
            "The one term of the required node affinity does not match".to_owned()
        }),
        [_, _] => match (said(0), said(1)) {
            (Some(one), Some(other)) if one == other => format!("Neither term matches. {one}"),
            (Some(one), Some(other)) => format!("Neither term matches. {one}. {other}"),
            _ => "Neither of the 2 terms of the required node affinity matches".to_owned(),
        },
        terms => none_of_the_terms(u32::try_from(terms.len()).unwrap_or(u32::MAX)),
    }
}

/// The same for so many terms that they are not gone through.
pub(super) fn none_of_the_terms(terms: u32) -> String {
    format!("None of the {terms} terms of the required node affinity matches")
}

/// `None` where the Nodes fail different requirements.
fn requirement_fails(failing: &[&RequirementJudgement<'_>]) -> Option<String> {
    let (first, others) = failing.split_first()?;
    let same = |other: &&RequirementJudgement<'_>| {
        (other.index, other.on_field) == (first.index, first.on_field)
    };
    if !others.iter().all(same) {
        return None;
    }
    let key = &first.written.key;
    if let RequirementOutcome::Unparsable(_) = first.outcome {
        return Some(format!(
            "Kubernetes cannot read the requirement on `{key}`, so its term matches no node"
        ));
    }
    let asks = requirement_asks(first.written);
    if first.on_field {
        return Some(format!("`{key}` {asks}"));
    }
    let values = sorted_unique(failing.iter().map(|r| r.value));
    Some(format!(
        "`{key}` {asks}; {}",
        nodes_have(failing.len(), &values)
    ))
}
