use crate::matching::{label_key_errors, label_value_errors};
use crate::model::{Node, StringMap, Taint, TaintEffect};
use crate::source::FieldPath;
use crate::workspace::document::Document;

/// A cordoned Node has this taint.
const UNSCHEDULABLE: &str = "node.kubernetes.io/unschedulable";
/// A Node whose kubelet does not answer has this one.
const UNREACHABLE: &str = "node.kubernetes.io/unreachable";

/// A change of a Node's labels or taints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NodeChange {
    /// Sets a label.
    Label(String, String),
    /// Takes a label away.
    NoLabel(String),
    /// Sets a taint; another value of its key and effect is replaced.
    Taint(Taint),
    /// Takes the taints of a key away, of one effect or of all.
    NoTaint(String, Option<TaintEffect>),
    /// What `kubectl cordon` does, and the taint that the node lifecycle adds then.
    Cordon,
    /// What `kubectl uncordon` does.
    Uncordon,
    /// The taints of a Node whose kubelet does not answer.
    Unreachable,
    /// Without them.
    Reachable,
}

impl NodeChange {
    pub(super) fn apply(&self, node: &mut Node) {
        let labels = &mut node.metadata.labels;
        match self {
            Self::Label(key, value) => {
                let others = labels.iter().filter(|(name, _)| name != key);
                let all = others.chain([(key.as_str(), value.as_str())]);
                *labels = all.collect::<StringMap>();
            }
            Self::NoLabel(key) => {
                let others = labels.iter().filter(|(name, _)| name != key);
                *labels = others.collect::<StringMap>();
            }
            Self::Taint(taint) => {
                let taints = &mut node.spec.taints;
                taints.retain(|own| own.key != taint.key || own.effect != taint.effect);
                taints.push(taint.clone());
            }
            Self::NoTaint(key, effect) => {
                let goes = |own: &Taint| {
                    own.key == *key && effect.as_ref().is_none_or(|effect| own.effect == *effect)
                };
                node.spec.taints.retain(|own| !goes(own));
            }
            Self::Cordon => {
                node.spec.unschedulable = true;
                taint(UNSCHEDULABLE, TaintEffect::NoSchedule).apply(node);
            }
            Self::Uncordon => {
                node.spec.unschedulable = false;
                Self::NoTaint(UNSCHEDULABLE.to_owned(), None).apply(node);
            }
            Self::Unreachable => {
                taint(UNREACHABLE, TaintEffect::NoSchedule).apply(node);
                taint(UNREACHABLE, TaintEffect::NoExecute).apply(node);
            }
            Self::Reachable => Self::NoTaint(UNREACHABLE.to_owned(), None).apply(node),
        }
    }

    /// What happens to a Node by that: `gets the label pool=gpu`.
    pub(super) fn said(&self) -> String {
        match self {
            Self::Label(key, value) => format!("gets the label {key}={value}"),
            Self::NoLabel(key) => format!("loses the label {key}"),
            Self::Taint(taint) => {
                let (key, effect) = (&taint.key, taint.effect.as_str());
                match taint.value.as_str() {
                    "" => format!("gets the taint {key}:{effect}"),
                    value => format!("gets the taint {key}={value}:{effect}"),
                }
            }
            Self::NoTaint(key, None) => format!("loses the taint {key}"),
            Self::NoTaint(key, Some(effect)) => {
                format!("loses the taint {key}:{}", effect.as_str())
            }
            Self::Cordon => "is cordoned".to_owned(),
            Self::Uncordon => "is uncordoned".to_owned(),
            Self::Unreachable => "is unreachable".to_owned(),
            Self::Reachable => "is reachable again".to_owned(),
        }
    }

    /// `key=value` or `key-`, as `kubectl label` takes them.
    pub(super) fn label(text: &str) -> Option<Self> {
        let change = match (text.split_once('='), text.strip_suffix('-')) {
            (Some((key, value)), _) => Self::Label(key.to_owned(), value.to_owned()),
            (None, Some(key)) => Self::NoLabel(key.to_owned()),
            (None, None) => return None,
        };
        change.is_well_formed().then_some(change)
    }

    /// `key=value:Effect`, `key:Effect`, `key-` or `key:Effect-`, as `kubectl taint` takes them.
    pub(super) fn taint(text: &str) -> Option<Self> {
        let change = match text.strip_suffix('-') {
            Some(goes) => match goes.split_once(':') {
                Some((key, effect)) => Self::NoTaint(key.to_owned(), Some(parse_effect(effect)?)),
                None => Self::NoTaint(goes.to_owned(), None),
            },
            None => {
                let (left, effect) = text.rsplit_once(':')?;
                let (key, value) = left.split_once('=').unwrap_or((left, ""));
                Self::Taint(Taint {
                    key: key.to_owned(),
                    value: value.to_owned(),
                    effect: parse_effect(effect)?,
                })
            }
        };
        change.is_well_formed().then_some(change)
    }

    fn is_well_formed(&self) -> bool {
        let (key, value) = match self {
            Self::Label(key, value) => (key.as_str(), value.as_str()),
            Self::Taint(taint) => (taint.key.as_str(), taint.value.as_str()),
            Self::NoLabel(key) | Self::NoTaint(key, _) => (key.as_str(), ""),
            _ => return true,
        };
        label_key_errors(key).is_empty() && label_value_errors(value).is_empty()
    }
}

fn taint(key: &str, effect: TaintEffect) -> NodeChange {
    NodeChange::Taint(Taint {
        key: key.to_owned(),
        value: String::new(),
        effect,
    })
}

fn parse_effect(text: &str) -> Option<TaintEffect> {
    Some(match text {
        "NoSchedule" => TaintEffect::NoSchedule,
        "PreferNoSchedule" => TaintEffect::PreferNoSchedule,
        "NoExecute" => TaintEffect::NoExecute,
        _ => return None,
    })
}

/// The changes of texts; what is none is a finding.
pub(super) fn changes(
    texts: &[(&str, FieldPath)],
    labels: bool,
    document: &mut Document<'_>,
) -> Vec<NodeChange> {
    let (parse, wanted): (fn(&str) -> Option<NodeChange>, _) = match labels {
        true => (NodeChange::label, "a label `key=value`, or `key-`"),
        false => (
            NodeChange::taint,
            "a taint `key=value:NoSchedule`, `key:NoExecute`, or `key-`",
        ),
    };
    let mut found = Vec::new();
    for (text, at) in texts {
        match parse(text) {
            Some(change) => found.push(change),
            None => document.wanted(at, wanted, &crate::model::Json::text(text)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taints_are_written_as_kubectl_writes_them() {
        let taint = |key: &str, value: &str, effect| {
            Some(NodeChange::Taint(Taint {
                key: key.into(),
                value: value.into(),
                effect,
            }))
        };
        let none = |key: &str, effect| Some(NodeChange::NoTaint(key.into(), effect));
        for (text, change) in [
            ("a=b:NoSchedule", taint("a", "b", TaintEffect::NoSchedule)),
            ("a:NoExecute", taint("a", "", TaintEffect::NoExecute)),
            (
                "x.y/a=:PreferNoSchedule",
                taint("x.y/a", "", TaintEffect::PreferNoSchedule),
            ),
            ("a-", none("a", None)),
            ("a:NoSchedule-", none("a", Some(TaintEffect::NoSchedule))),
            ("a", None),
            ("a=b", None),
            ("a=b:noschedule", None),
            (":NoSchedule", None),
            ("-", None),
            ("a:b-", None),
            ("a b:NoSchedule", None),
        ] {
            assert_eq!(NodeChange::taint(text), change, "{text}");
        }
    }

    #[test]
    fn labels_are_written_as_kubectl_writes_them() {
        for (text, change) in [
            ("a=b", Some(NodeChange::Label("a".into(), "b".into()))),
            ("a=", Some(NodeChange::Label("a".into(), String::new()))),
            ("a-", Some(NodeChange::NoLabel("a".into()))),
            ("a=b=c", None),
            ("a", None),
            ("=b", None),
            ("", None),
        ] {
            assert_eq!(NodeChange::label(text), change, "{text}");
        }
    }

    #[test]
    fn a_change_replaces_what_was_there() {
        let mut node = Node::default();
        for (labels, text) in [
            (true, "pool=cpu"),
            (true, "zone=a"),
            (true, "pool=gpu"),
            (true, "zone-"),
            (false, "a=1:NoSchedule"),
            (false, "a=2:NoExecute"),
            (false, "a=3:NoSchedule"),
            (false, "b:NoSchedule"),
            (false, "b-"),
            (false, "a:NoExecute-"),
        ] {
            let parse = if labels {
                NodeChange::label
            } else {
                NodeChange::taint
            };
            parse(text).unwrap().apply(&mut node);
        }
        let labels: Vec<_> = node.metadata.labels.iter().collect();
        assert_eq!(labels, [("pool", "gpu")]);
        assert_eq!(node.spec.taints.len(), 1);
        assert_eq!(node.spec.taints[0].value, "3");
        let before = node.clone();
        for (there, back) in [
            (NodeChange::Cordon, NodeChange::Uncordon),
            (NodeChange::Unreachable, NodeChange::Reachable),
        ] {
            there.apply(&mut node);
            assert_ne!(node, before);
            back.apply(&mut node);
            assert_eq!(node, before);
        }
    }
}
