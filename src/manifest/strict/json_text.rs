//! Values of a tree as the JSON that kubectl makes of them.

use super::Language;
use crate::manifest::scalar::{Resolved, json_number};
use crate::manifest::tree::{Node, Value};
use crate::order::sort_by;

/// Keys and values of a map, as they come in JSON.
pub(super) fn entries<'a>(map: Node<'a>, language: Language) -> Vec<(Node<'a>, Node<'a>)> {
    let mut entries: Vec<_> = map.entries().collect();
    if language == Language::Json {
        return entries;
    }
    sort_by(&mut entries, |a, b| a.0.text().cmp(b.0.text()));
    let mut last: Vec<(Node<'a>, Node<'a>)> = Vec::new();
    for entry in entries {
        match last.last_mut() {
            Some(before) if before.0.text() == entry.0.text() => *before = entry,
            _ => last.push(entry),
        }
    }
    last
}

/// A number as JSON has it.
pub(super) fn number(text: &str, resolved: Resolved, language: Language) -> String {
    match language {
        Language::Json => text.to_owned(),
        Language::Yaml => json_number(text, resolved).unwrap_or_default(),
    }
}

/// The whole value. Recurses as deep as the reader's limit on nesting lets values nest.
pub(super) fn write(out: &mut String, node: Node<'_>, language: Language) {
    match node.value() {
        Value::Map => {
            out.push('{');
            for (place, (key, value)) in entries(node, language).into_iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                string(out, key.text());
                out.push(':');
                write(out, value, language);
            }
            out.push('}');
        }
        Value::List => {
            out.push('[');
            for (place, item) in node.items().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write(out, item, language);
            }
            out.push(']');
        }
        Value::Scalar(text, resolved) => match resolved {
            Resolved::Null => out.push_str("null"),
            Resolved::Bool(true) => out.push_str("true"),
            Resolved::Bool(false) => out.push_str("false"),
            Resolved::Text => string(out, text),
            _ => out.push_str(&number(text, resolved, language)),
        },
    }
}

/// A text in quotes, with what Go's encoder escapes.
pub fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\u{0}'..='\u{1f}' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                out.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    let digit = char::from_digit((c as u32 >> shift) & 15, 16);
                    out.push(digit.unwrap_or('0'));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
