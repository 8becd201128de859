use super::places::Places;
use super::{PlacementRules, RequirementView, TermView};
use crate::controller::DaemonPodRules;
use crate::matching::{FieldError, NodeRequirement};
use crate::placement::{RequirementCount, RuleCounts};
use crate::source::FieldPath;

/// What a template asks of Nodes, with counts at each branch.
pub(super) fn rules(
    rules: &DaemonPodRules,
    counts: RuleCounts,
    places: &Places<'_>,
) -> PlacementRules {
    let affinity = rules.affinity();
    let selector = Places::pod(&["nodeSelector"]);
    let pairs = affinity.node_selector.iter().zip(counts.node_selector);
    let node_selector = pairs.map(|((key, value), count)| RequirementView {
        key: key.to_owned(),
        operator: "In".to_owned(),
        values: vec![value.to_owned()],
        matches: count.matches,
        error: None,
        nearest: count.nearest,
        place: places.field(&selector.clone().field(key)),
    });
    let terms = affinity.terms.as_ref().map(|terms| {
        let counted = terms.iter().zip(counts.terms).enumerate();
        let views = counted.map(|(index, (term, (matches, counts)))| {
            let at = Places::terms().index(index);
            let requirements = term.requirements.iter().zip(counts);
            TermView {
                matches,
                requirements: requirements
                    .map(|(requirement, count)| view(requirement, count, &at, places))
                    .collect(),
                place: places.field(&at),
            }
        });
        views.collect()
    });
    PlacementRules {
        node_name: rules.node_name().map(ToOwned::to_owned),
        node_selector: node_selector.collect(),
        terms,
        matches: counts.all,
    }
}

fn view(
    requirement: &NodeRequirement,
    count: RequirementCount,
    term: &FieldPath,
    places: &Places<'_>,
) -> RequirementView {
    let written = &requirement.written;
    RequirementView {
        key: written.key.clone(),
        operator: written.operator.clone(),
        values: written.values.clone(),
        matches: count.matches,
        error: requirement.test.as_ref().err().map(|errors| all(errors)),
        nearest: count.nearest,
        place: places.field(&requirement_path(
            term,
            requirement.on_field,
            requirement.index,
        )),
    }
}

/// Where a requirement of a term is written.
pub(super) fn requirement_path(term: &FieldPath, on_field: bool, index: u32) -> FieldPath {
    let list = match on_field {
        true => "matchFields",
        false => "matchExpressions",
    };
    term.clone().field(list).index(index as usize)
}

/// Kubernetes' texts, one behind the other.
pub(super) fn all(errors: &[FieldError]) -> String {
    let texts: Vec<String> = errors.iter().map(ToString::to_string).collect();
    texts.join("; ")
}
