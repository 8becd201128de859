//! Values of a tree as the JSON that kubectl makes of them.

use super::Language;
use crate::manifest::scalar::{Resolved, json_number};
use crate::manifest::tree::{Entry, Node, Value};
use crate::model::write_json_comma;

/// Keys and values of a map, as they come in JSON, each with the key's text.
pub(super) fn entries<'a>(map: Node<'a>, language: Language) -> Vec<Entry<'a>> {
    match language {
        Language::Json => map.texts_and_entries().collect(),
        Language::Yaml => map.sorted_entries(),
    }
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
            for (name, _, value) in entries(node, language) {
                write_json_comma(out);
                string(out, name);
                out.push(':');
                write(out, value, language);
            }
            out.push('}');
        }
        Value::List => {
            out.push('[');
            for item in node.items() {
                write_json_comma(out);
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
