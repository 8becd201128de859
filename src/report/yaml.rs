use super::json;
use crate::source::is_unsafe;
use crate::words::push_block_text;
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// An answer as YAML, in block style. Columns stand as lists of numbers.
///
/// It says the same to readers of YAML 1.1 and 1.2: text that either could take for something else is in quotes
/// (kubectl's reader takes a bare `yes` for a boolean and `0400` for 256). Text of several lines is a block.
///
/// ```
/// use everynode::ffi::{DiffLine, Suggestion};
/// let suggestion = Suggestion {
///     title: "yes".to_owned(),
///     effect: "Adds gpu-1.".to_owned(),
///     diff: vec![DiffLine { sign: '+', text: "- key: gpu".to_owned() }],
///     snippet: "- key: gpu\n  operator: Exists\n".to_owned(),
///     edits: vec![],
/// };
/// assert_eq!(
///     everynode::report::yaml(&suggestion),
///     "title: \"yes\"
/// effect: Adds gpu-1.
/// diff:
/// - sign: \"+\"
///   text: \"- key: gpu\"
/// snippet: |
///   - key: gpu
///     operator: Exists
/// edits: []
/// "
/// );
/// ```
#[must_use]
pub fn yaml(answer: &impl Serialize) -> String {
    // By way of JSON, where a column is numbers. What is written there is read back.
    let tree = serde_json::from_str(&json(answer)).unwrap_or(Tree::Plain(String::new()));
    let mut out = String::new();
    write(&tree, 0, &mut out);
    out
}

/// A value whose fields keep their order.
enum Tree {
    /// A number, a boolean or null, as YAML has it.
    Plain(String),
    Text(String),
    List(Vec<Tree>),
    Fields(Vec<(String, Tree)>),
}

impl Tree {
    fn plain(&self) -> Option<&str> {
        match self {
            Self::Plain(text) => Some(text),
            _ => None,
        }
    }

    /// Columns are long: their numbers stand side by side.
    fn is_in_one_line(&self) -> bool {
        match self {
            Self::List(items) => items.iter().all(|item| item.plain().is_some()),
            _ => false,
        }
    }
}

/// Writes a value that starts a line, `indent` columns in, with its line end.
fn write(tree: &Tree, indent: usize, out: &mut String) {
    match tree {
        Tree::List(items) if !tree.is_in_one_line() => {
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    pad(indent, out);
                }
                out.push_str("- ");
                write(item, indent + 2, out);
            }
        }
        Tree::Fields(fields) if !fields.is_empty() => {
            for (index, (name, value)) in fields.iter().enumerate() {
                if index > 0 {
                    pad(indent, out);
                }
                out.push_str(&quoted_where_needed(name));
                out.push(':');
                field_value(value, indent, out);
            }
        }
        scalar => {
            one_line(scalar, indent, out);
            out.push('\n');
        }
    }
}

/// Writes what stands after `name:`.
fn field_value(value: &Tree, indent: usize, out: &mut String) {
    match value {
        // A list stands in the column of its name, as kubectl prints it.
        Tree::List(_) if !value.is_in_one_line() => {
            out.push('\n');
            pad(indent, out);
            write(value, indent, out);
        }
        Tree::Fields(fields) if !fields.is_empty() => {
            out.push('\n');
            pad(indent + 2, out);
            write(value, indent + 2, out);
        }
        scalar => {
            out.push(' ');
            one_line(scalar, indent + 2, out);
            out.push('\n');
        }
    }
}

/// Writes what fits behind a name or a dash; text of several lines goes on `indent` columns in.
fn one_line(scalar: &Tree, indent: usize, out: &mut String) {
    match scalar {
        Tree::Plain(text) => out.push_str(text),
        Tree::List(items) => {
            let numbers: Vec<&str> = items.iter().filter_map(Tree::plain).collect();
            out.push_str(&format!("[{}]", numbers.join(", ")));
        }
        Tree::Fields(_) => out.push_str("{}"),
        Tree::Text(text) => {
            if !push_block_text(text, indent, out) {
                out.push_str(&quoted_where_needed(text));
            }
        }
    }
}

fn pad(indent: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', indent));
}

/// Text as it stands where no reader could take it for anything else, in double quotes otherwise.
fn quoted_where_needed(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut out = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_printable(c) => out.push(c),
            c if u32::from(c) > 0xffff => out.push_str(&format!("\\U{:08x}", u32::from(c))),
            c => out.push_str(&format!("\\u{:04x}", u32::from(c))),
        }
    }
    out.push('"');
    out
}

/// Narrower than either version of YAML: it starts with a letter, has only characters without a meaning, and is no word
/// that is a value.
fn is_plain(text: &str) -> bool {
    const VALUES: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let harmless = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, ' ' | '.' | '/' | '-' | '_' | ',' | ';' | '(' | ')')
    };
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && !text.ends_with(' ')
        && text.chars().all(|c| harmless(c) || c == ':' || c == '`' || c == '=')
        // A colon parts a name from its value where a space or the end follows.
        && !text.contains(": ")
        && !text.ends_with(':')
        && !VALUES.iter().any(|value| text.eq_ignore_ascii_case(value))
}

/// What YAML lets stand without an escape, and what a terminal may show.
fn is_printable(c: char) -> bool {
    !is_unsafe(c) && !matches!(c, '\u{fffe}' | '\u{ffff}')
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Plain("null".to_owned()))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Tree::Fields(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ffi::Column;

    /// Texts that readers of YAML take for something else when they stand bare.
    const TEXTS: [&str; 46] = [
        "",
        "y",
        "N",
        "yes",
        "No",
        "on",
        "OFF",
        "true",
        "False",
        "null",
        "~",
        "0400",
        "0o17",
        "0x1F",
        "0b11",
        "1_000",
        "1:30",
        "1e3",
        ".5",
        "1.",
        "+1",
        "-1",
        ".inf",
        "-.INF",
        ".nan",
        "=",
        "<<",
        "2024-01-01",
        "-",
        "- a",
        "? a",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "@a",
        "`a`",
        "%a",
        " a",
        "a ",
        "{{ .Values.x }}",
    ];
    const MORE: [&str; 14] = [
        "a\nb",
        "a\nb\n",
        "a\n\n",
        "\na",
        " a\nb",
        "a\n  b\n\nc\n",
        "a\tb",
        "a\rb",
        "\u{85}",
        "\u{7f}\u{1b}[2J",
        "\"a\\",
        "'",
        "ü 漢字 🚀 \u{2028}\u{202e}",
        "key: gpu\n- x: |\n",
    ];

    #[test]
    fn text_is_read_back_as_it_was() {
        for text in TEXTS.iter().chain(&MORE) {
            let written = yaml(&vec![text]);
            let read: Vec<serde_yaml::Value> = serde_yaml::from_str(&written).unwrap();
            assert_eq!(read, [serde_yaml::Value::from(*text)], "{written}");
            let written = yaml(&std::collections::BTreeMap::from([("a", [[text]])]));
            let read: serde_yaml::Value = serde_yaml::from_str(&written).unwrap();
            assert_eq!(read["a"][0][0], serde_yaml::Value::from(*text), "{written}");
        }
    }

    #[test]
    fn text_that_is_a_value_elsewhere_is_in_quotes() {
        for text in &TEXTS {
            let written = yaml(text);
            assert!(written.starts_with('"'), "{written}");
        }
    }

    #[test]
    fn columns_are_lists_of_numbers() {
        assert_eq!(yaml(&Column(vec![1, 65_000])), "[1, 65000]\n");
        assert_eq!(yaml(&Column(vec![])), "[]\n");
    }
}
