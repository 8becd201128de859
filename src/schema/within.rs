//! Where else a field exists: the right parent of one that stands in the wrong place.

use super::fields;
use super::types::{Field, Item, Shape, TypeId};

/// One step from a struct to a field in it.
pub type Step = &'static Field;

/// Where a field of this name exists in a struct, as the fields that lead there, the field itself last: those with the
/// fewest steps first, at most `most` of them, and at most eight steps deep. Each struct is entered once, by its
/// shortest way, and of equal ways
/// by the one over required fields.
///
/// ```
/// use everynode::schema;
/// let spec = schema::named("v1.PodSpec").unwrap();
/// let ways = schema::within(spec, "readOnlyRootFilesystem", 1);
/// let names: Vec<_> = ways[0].iter().map(|step| step.name).collect();
/// assert_eq!(names, ["containers", "securityContext", "readOnlyRootFilesystem"]);
/// ```
#[must_use]
pub fn within(root: TypeId, name: &str, most: usize) -> Vec<Vec<Step>> {
    let mut found = Vec::new();
    let mut seen = vec![root];
    let mut open: Vec<(TypeId, Vec<Step>)> = vec![(root, Vec::new())];
    for _ in 0..8 {
        let mut next = Vec::new();
        for (id, way) in &open {
            // What must be there comes first: `containers` before `initContainers`.
            let of = |required| {
                fields(*id)
                    .iter()
                    .filter(move |field| field.required == required)
            };
            for field in of(true).chain(of(false)) {
                if field.name == name {
                    if found.len() < most {
                        found.push(along(way, field));
                    }
                } else if let Item::Struct(inner) = field.item
                    && field.shape != Shape::Map
                    && !seen.contains(&inner)
                {
                    seen.push(inner);
                    next.push((inner, along(way, field)));
                }
            }
        }
        if found.len() >= most {
            break;
        }
        open = next;
    }
    found
}

fn along(way: &[Step], field: Step) -> Vec<Step> {
    let mut longer = way.to_vec();
    longer.push(field);
    longer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{kind, named};

    fn ways(root: TypeId, name: &str, most: usize) -> Vec<String> {
        within(root, name, most)
            .iter()
            .map(|way| {
                let names: Vec<_> = way.iter().map(|step| step.name).collect();
                names.join(".")
            })
            .collect()
    }

    #[test]
    fn a_misplaced_field_has_a_right_place() {
        let daemon_set = kind("apps/v1", "DaemonSet").unwrap();
        assert_eq!(
            ways(daemon_set, "hostNetwork", 2),
            ["spec.template.spec.hostNetwork"]
        );
        assert_eq!(
            ways(daemon_set, "maxUnavailable", 1),
            ["spec.updateStrategy.rollingUpdate.maxUnavailable"]
        );
        assert_eq!(ways(daemon_set, "replicas", 1), Vec::<String>::new());
        assert_eq!(
            ways(named("v1.PodSpec").unwrap(), "privileged", 1),
            ["containers.securityContext.privileged"]
        );
    }

    #[test]
    fn no_more_ways_are_given_than_asked_for() {
        let daemon_set = kind("apps/v1", "DaemonSet").unwrap();
        assert_eq!(within(daemon_set, "name", 3).len(), 3);
        assert!(within(daemon_set, "name", 0).is_empty());
    }
}
