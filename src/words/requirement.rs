use crate::controller::{NodeAffinityJudgement, RequirementJudgement, RequirementOutcome};
use crate::model::NodeSelectorRequirement;
use std::collections::BTreeSet;

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
    let values = one_of(&requirement.values);
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

/// `a`, `a or b`, `one of 7 values`, each between backticks.
fn one_of(values: &[String]) -> String {
    match values {
        [] => "one of no values".to_owned(),
        [one] => format!("`{one}`"),
        values if values.len() > SAID => format!("one of {} values", values.len()),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(|value| format!("`{value}`")).collect();
            format!("{} or `{last}`", first.join(", "))
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
    let present: Vec<String> = values
        .iter()
        .flatten()
        .map(|value| (*value).to_owned())
        .collect();
    let missing = values.contains(&None);
    match (present.as_slice(), missing) {
        ([], _) => format!("{who} {has} no such label"),
        (present, false) => format!("{who} {has} {}", one_of(present)),
        (present, true) => format!("{who} {has} {} or no such label", one_of(present)),
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
            .map(|affinity| first_failing(&affinity.terms.get(term)?.requirements))
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

fn first_failing<'a, 'b>(
    requirements: &'b [RequirementJudgement<'a>],
) -> Option<&'b RequirementJudgement<'a>> {
    let mut all = requirements.iter();
    all.find(|requirement| requirement.outcome != RequirementOutcome::Matches)
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
    let values: BTreeSet<Option<&str>> = failing.iter().map(|r| r.value).collect();
    let values: Vec<Option<&str>> = values.into_iter().collect();
    Some(format!(
        "`{key}` {asks}; {}",
        nodes_have(failing.len(), &values)
    ))
}
