//! Texts, numbers, words, and the generic containers.

use super::{Decode, Decoder, Items, Path};
use crate::manifest::scalar::{Resolved, json_number};
use crate::manifest::tree::{Node, Value};
use crate::model::{
    IntOrString, PodPhase, Quantity, StringMap, TaintEffect, Time, TolerationOperator,
    UpdateStrategyType,
};
use crate::order::OrderedMap;

/// The text of a field that must be text; what is written, where it is something else.
fn text<'a>(node: Node<'a>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> Option<&'a str> {
    match node.value() {
        Value::Scalar(text, Resolved::Text) => Some(text),
        Value::Scalar(_, Resolved::Null) => Some(""),
        Value::Scalar(text, _) => {
            decoder.wrong_type(node, path, "text");
            Some(text)
        }
        Value::Map | Value::List => {
            decoder.wrong_type(node, path, "text");
            None
        }
    }
}

fn integer(node: Node<'_>) -> Option<i64> {
    match node.value() {
        Value::Scalar(_, Resolved::Int(number)) => Some(number),
        // `2.0` reaches the server as `2`.
        Value::Scalar(text, number @ Resolved::Float { .. }) => {
            json_number(text, number)?.parse().ok()
        }
        _ => None,
    }
}

impl Decode for String {
    fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
        let found = text(node, path, decoder);
        *self = found.unwrap_or_default().to_owned();
        found.is_some()
    }
}

impl Decode for bool {
    fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
        let Value::Scalar(_, Resolved::Bool(value)) = node.value() else {
            decoder.wrong_type(node, path, "`true` or `false`");
            return false;
        };
        *self = value;
        true
    }
}

macro_rules! whole_numbers {
    ($($type:ty)*) => {$(
        impl Decode for $type {
            fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
                let Some(value) = integer(node).and_then(|n| n.try_into().ok()) else {
                    decoder.wrong_type(node, path, "a whole number");
                    return false;
                };
                *self = value;
                true
            }
        }
    )*};
}
whole_numbers!(i32 i64);

impl Decode for Option<IntOrString> {
    fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
        *self = match node.value() {
            Value::Scalar(text, Resolved::Text) => Some(IntOrString::String(text.to_owned())),
            _ => integer(node)
                .and_then(|n| n.try_into().ok())
                .map(IntOrString::Int),
        };
        if self.is_none() {
            decoder.wrong_type(node, path, "a whole number or a percentage");
        }
        self.is_some()
    }
}

impl Decode for Quantity {
    fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
        let Value::Scalar(text, resolved) = node.value() else {
            decoder.wrong_type(node, path, "a quantity");
            return false;
        };
        *self = match json_number(text, resolved) {
            Some(number) => Self::new(&number),
            None => Self::new(text),
        };
        if matches!(resolved, Resolved::Bool(_)) || self.is_malformed() {
            decoder.wrong_type(node, path, "a quantity");
        }
        true
    }
}

impl Decode for Option<Time> {
    fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
        let found = text(node, path, decoder);
        *self = found.and_then(Time::parse);
        if self.is_none() && found.is_some() {
            decoder.wrong_type(node, path, "a time such as `2026-01-31T12:00:00Z`");
        }
        self.is_some()
    }
}

/// Types that are a word of the API.
macro_rules! words {
    ($($type:ty: $parse:expr;)*) => {$(
        impl Decode for $type {
            fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
                let found = text(node, path, decoder);
                *self = ($parse)(found.unwrap_or_default());
                found.is_some()
            }
        }
    )*};
}
words! {
    TaintEffect: TaintEffect::parse;
    Option<TaintEffect>: |text: &str| (!text.is_empty()).then(|| TaintEffect::parse(text));
    Option<TolerationOperator>: TolerationOperator::parse;
    Option<UpdateStrategyType>: |text: &str| match text {
        "" => None,
        "RollingUpdate" => Some(UpdateStrategyType::RollingUpdate),
        "OnDelete" => Some(UpdateStrategyType::OnDelete),
        other => Some(UpdateStrategyType::Other(other.into())),
    };
    PodPhase: |text: &str| match text {
        "Running" => PodPhase::Running,
        "Succeeded" => PodPhase::Succeeded,
        "Failed" => PodPhase::Failed,
        "Unknown" => PodPhase::Unknown,
        _ => PodPhase::Pending,
    };
}

/// Structs and numbers that may be absent.
macro_rules! optional {
    ($($type:ty)*) => {$(
        impl Decode for Option<$type> {
            fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
                let used = self.insert(Default::default()).decode(node, path, decoder);
                if !used {
                    *self = None;
                }
                used
            }
        }
    )*};
}
optional!(i32 i64 crate::model::NodeAffinity crate::model::NodeSelector crate::model::LabelSelector
    crate::model::RollingUpdateDaemonSet crate::model::DaemonSetStatus crate::model::Probe
    crate::model::Lifecycle crate::model::LifecycleHandler);

impl<T: Decode + Default> Items for Vec<T> {
    fn add(&mut self) -> Option<&mut dyn Decode> {
        self.push(T::default());
        self.last_mut().map(|item| -> &mut dyn Decode { item })
    }
}

impl<T: Decode + Default> Decode for Vec<T> {
    fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
        decoder.items(self, node, path)
    }
}

impl Decode for StringMap {
    fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
        if !decoder.is_map(node, path) {
            return false;
        }
        *self = node
            .entries()
            .filter_map(|(key, value)| {
                let key = key.text();
                Some((key, text(value, &Path::Field(path, key), decoder)?))
            })
            .collect();
        true
    }
}

impl Decode for OrderedMap<String, Quantity> {
    fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
        if !decoder.is_map(node, path) {
            return false;
        }
        for (key, value) in node.entries() {
            let mut quantity = Quantity::default();
            decoder.fill(&mut quantity, value, &Path::Field(path, key.text()));
            self.insert(key.text().to_owned(), quantity);
        }
        true
    }
}
