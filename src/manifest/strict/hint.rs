//! What was probably meant by a field or a kind that is unknown.

use super::walk::{Step, path_text};
use crate::schema::{self, Shape, TypeId};
use std::fmt;

/// What was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// A field of the same struct, or a kind, or a group and version.
    Name(String),
    /// The field stands elsewhere: the path of the struct that has it, empty for the object itself.
    Elsewhere {
        /// The field's name.
        field: &'static str,
        /// Where it goes.
        parent: String,
    },
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => write!(f, "did you mean `{name}`"),
            Self::Elsewhere { field, parent } if parent.is_empty() => {
                write!(f, "`{field}` is a field of the object itself")
            }
            Self::Elsewhere { field, parent } => write!(f, "`{field}` is a field of `{parent}`"),
        }
    }
}

/// A struct that a value is in.
#[derive(Clone, Copy)]
pub(super) struct Around {
    pub(super) id: TypeId,
    /// How many steps lead to it.
    pub(super) steps: usize,
}

/// For a field that a struct has not. `around` are the structs that it is in, itself last.
pub(super) fn unknown(
    name: &str,
    id: TypeId,
    around: &[Around],
    steps: &[Step<'_>],
) -> Option<Hint> {
    let path = |around: &Around| path_text(steps.get(..around.steps).unwrap_or_default());
    let nearest = schema::nearest(id, name);
    if let Some(field) = nearest.filter(|field| field.name.eq_ignore_ascii_case(name)) {
        return Some(Hint::Name(field.name.to_owned()));
    }
    // One of the structs around it has the field.
    let outer = around.iter().rev().find_map(|around| {
        let field = schema::field(around.id, name)?;
        Some(Hint::Elsewhere {
            field: field.name,
            parent: path(around),
        })
    });
    // Something in this struct has it, or anything in the object.
    let inner = || {
        let mut roots = around.last().into_iter().chain(around.first());
        roots.find_map(|around| {
            let ways = schema::within(around.id, name, 1);
            let (field, way) = ways.first()?.split_last()?;
            let mut parent = path(around);
            for step in way {
                if !parent.is_empty() {
                    parent.push('.');
                }
                parent.push_str(step.name);
                if step.shape == Shape::List {
                    parent.push_str("[]");
                }
            }
            Some(Hint::Elsewhere {
                field: field.name,
                parent,
            })
        })
    };
    let nearest = || nearest.map(|field| Hint::Name(field.name.to_owned()));
    outer.or_else(nearest).or_else(inner)
}

/// For a kind that no group of this version serves under that name.
pub(super) fn kind(api_version: &str, kind: &str) -> Option<Hint> {
    let of_case = |known: &str| known.eq_ignore_ascii_case(kind);
    // The plural is a resource's name, and no kind's.
    let of_plural = |known: &str| {
        let single = kind.strip_suffix('s').unwrap_or(kind);
        known.eq_ignore_ascii_case(single)
    };
    let find = |is_it: &dyn Fn(&str) -> bool| schema::kinds().find(|(_, known, _)| is_it(known));
    let (version, known, _) = find(&of_case).or_else(|| find(&of_plural))?;
    Some(Hint::Name(if known == kind {
        version.to_owned()
    } else if version == api_version {
        known.to_owned()
    } else {
        format!("{version} {known}")
    }))
}

#[cfg(test)]
mod tests {
    use crate::manifest::{Limits, strict};

    /// The hint on the one mistake of a Pod whose spec has this text.
    fn hint(spec: &str) -> String {
        let text = format!("apiVersion: v1\nkind: Pod\nspec: {spec}\n");
        let decoded = strict(&text, &Limits::default());
        let error = &decoded[0].errors[0];
        error
            .hint
            .as_ref()
            .map_or("-".to_owned(), ToString::to_string)
    }

    #[test]
    fn a_field_is_led_to_its_place() {
        for (spec, expected) in [
            ("{nodeselector: {}}", "did you mean `nodeSelector`"),
            ("{toleration: []}", "did you mean `tolerations`"),
            (
                "{readOnlyRootFilesystem: true}",
                "`readOnlyRootFilesystem` is a field of `spec.containers[].securityContext`",
            ),
            (
                "{containers: [{name: a, hostNetwork: true}]}",
                "`hostNetwork` is a field of `spec`",
            ),
            (
                "{containers: [{name: a, nodeSelector: {}}]}",
                "`nodeSelector` is a field of `spec`",
            ),
            (
                "{apiVersion: v1}",
                "`apiVersion` is a field of the object itself",
            ),
            ("{replicas: 3}", "-"),
        ] {
            assert_eq!(hint(spec), expected, "{spec}");
        }
    }

    #[test]
    fn a_kind_is_led_to_its_group_and_case() {
        for (text, expected) in [
            (
                "apiVersion: apps/v1\nkind: Daemonset\n",
                "did you mean `DaemonSet`",
            ),
            (
                "apiVersion: extensions/v1beta1\nkind: DaemonSet\n",
                "did you mean `apps/v1`",
            ),
            (
                "apiVersion: v1\nkind: daemonset\n",
                "did you mean `apps/v1 DaemonSet`",
            ),
        ] {
            let decoded = strict(text, &Limits::default());
            let hint = decoded[0].errors[0].hint.as_ref().unwrap();
            assert_eq!(hint.to_string(), expected, "{text}");
        }
    }
}
