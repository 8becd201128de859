//! A stored object as YAML, fields in the order in which kubectl prints them, and which lines the server added.

use super::edit::{Quotes, scalar};
use crate::manifest::{StoredStruct, StoredValue};
use crate::order::sort_by;
use crate::source::FieldPath;
use crate::words::push_block_text;
use std::borrow::Cow;

/// An object as the API server stores it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredText {
    /// In YAML, fields sorted by name as kubectl does.
    pub yaml: String,
    /// In JSON, in one line, fields in the order of the API.
    pub json: String,
    /// What the text that was read does not say, in the order of `yaml`; of an added field nothing that is in it.
    pub added: Vec<AddedField>,
}

/// A field that the server adds, or to which it gives another value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedField {
    /// As the API writes it.
    pub path: String,
    /// The field's line in `yaml`, from 1.
    pub line: u32,
    /// The last line of its value.
    pub last_line: u32,
}

/// Writes an object with its defaults; `before` is the same without.
pub(super) fn stored_text(after: &StoredStruct, before: &StoredStruct) -> StoredText {
    let mut writer = Writer {
        out: String::new(),
        line: 1,
        added: Vec::new(),
    };
    let before = StoredValue::Struct(before.clone());
    let value = StoredValue::Struct(after.clone());
    writer.block(&value, Some(&before), &FieldPath::root(), 0);
    StoredText {
        yaml: writer.out,
        json: after.to_json(),
        added: writer.added,
    }
}

struct Writer {
    out: String,
    /// The one that is being written.
    line: u32,
    added: Vec<AddedField>,
}

/// Name, value, and the value before.
type Member<'v> = (&'v str, Cow<'v, StoredValue>, Option<&'v StoredValue>);

impl Writer {
    /// Writes a value that begins `indent` columns in, where the line stands already, with its line end. Without a
    /// `before`, nothing in it is noted: something around it is. Recurses as deep as decoding lets values nest.
    fn block(
        &mut self,
        value: &StoredValue,
        before: Option<&StoredValue>,
        path: &FieldPath,
        indent: usize,
    ) {
        match value {
            StoredValue::List(items) if !items.is_empty() => {
                for (index, item) in items.iter().enumerate() {
                    self.pad(index, indent);
                    self.out.push_str("- ");
                    let before = before.and_then(|before| before.items().get(index));
                    self.block(item, before, &path.clone().index(index), indent + 2);
                }
            }
            _ => match members(value, before) {
                members if members.is_empty() => self.scalar(value, before, indent),
                members => {
                    for (index, (name, value, own)) in members.into_iter().enumerate() {
                        self.pad(index, indent);
                        let path = path.clone().field(name);
                        let line = self.line;
                        self.out.push_str(&scalar(name, Quotes::None));
                        self.out.push(':');
                        let is_added = before.is_some() && is_added(&value, own);
                        let own = own.filter(|_| !is_added);
                        self.behind_name(&value, own, &path, indent);
                        if is_added {
                            self.added.push(AddedField {
                                path: path.to_string(),
                                line,
                                last_line: self.line - 1,
                            });
                        }
                    }
                }
            },
        }
    }

    fn behind_name(
        &mut self,
        value: &StoredValue,
        before: Option<&StoredValue>,
        path: &FieldPath,
        indent: usize,
    ) {
        // A list stands in the column of its name, as kubectl prints it.
        let deeper = match value {
            StoredValue::List(items) if !items.is_empty() => Some(indent),
            value if is_in_one_line(value) => None,
            _ => Some(indent + 2),
        };
        match deeper {
            Some(indent) => {
                self.end_line();
                self.pad(1, indent);
                self.block(value, before, path, indent);
            }
            None => {
                self.out.push(' ');
                self.scalar(value, before, indent + 2);
            }
        }
    }

    /// What has no fields and items. Text of several lines goes on `indent` columns in; in what is added it stays in one
    /// line, so that each line of that can be marked.
    fn scalar(&mut self, value: &StoredValue, before: Option<&StoredValue>, indent: usize) {
        match value {
            StoredValue::Text(text) => {
                if before.is_some() && push_block_text(text, indent, &mut self.out) {
                    text.lines().for_each(|_| self.line += 1);
                } else {
                    self.out.push_str(&scalar(text, Quotes::None));
                }
            }
            StoredValue::Struct(_) => self.out.push_str("{}"),
            other => self.out.push_str(&other.to_json()),
        }
        self.end_line();
    }

    fn end_line(&mut self) {
        self.out.push('\n');
        self.line += 1;
    }

    /// The first of several begins where the line stands.
    fn pad(&mut self, index: usize, indent: usize) {
        if index > 0 {
            self.out.extend(std::iter::repeat_n(' ', indent));
        }
    }
}

/// Fields and entries, sorted, each with what was there before; none of what is no map.
fn members<'v>(value: &'v StoredValue, before: Option<&'v StoredValue>) -> Vec<Member<'v>> {
    let mut members: Vec<Member<'v>> = Vec::new();
    match value {
        StoredValue::Struct(object) => {
            let before = before.and_then(StoredValue::as_struct);
            for (field, value) in object.written() {
                let own = before.map(|before| before.get(field.name));
                members.push((field.name, value, own));
            }
            sort_by(&mut members, |a, b| a.0.cmp(b.0));
        }
        StoredValue::Map(entries) => {
            let before: &[_] = match before {
                Some(StoredValue::Map(before)) => before,
                _ => &[],
            };
            for (name, value) in entries {
                // Both are sorted.
                let own = before.binary_search_by(|(known, _)| known.cmp(name));
                let own = before.get(own.unwrap_or(usize::MAX));
                members.push((name, Cow::Borrowed(value), own.map(|(_, own)| own)));
            }
        }
        _ => {}
    }
    members
}

fn is_in_one_line(value: &StoredValue) -> bool {
    match value {
        StoredValue::Struct(object) => object.written().next().is_none(),
        StoredValue::Map(entries) => entries.is_empty(),
        _ => true,
    }
}

/// Whether the server brings this value: the text says none, or another one.
fn is_added(value: &StoredValue, before: Option<&StoredValue>) -> bool {
    match (value, before) {
        (StoredValue::Struct(_), Some(StoredValue::Struct(_)))
        | (StoredValue::List(_), Some(StoredValue::List(_)))
        | (StoredValue::Map(_), Some(StoredValue::Map(_))) => false,
        (value, before) => before != Some(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::Limits;
    use crate::workspace::Workspace;

    fn decoded(annotations: &str) -> StoredStruct {
        let mut workspace = Workspace::new();
        let text = format!(
            "apiVersion: v1\nkind: Node\nmetadata: {{name: a, annotations: {annotations}}}\n"
        );
        workspace.set_text("a.yaml", &text);
        workspace.read();
        let object = workspace.objects().next().unwrap();
        object.strict(&text, &Limits::default()).object.unwrap()
    }

    #[test]
    fn added_text_of_several_lines_stands_in_one_line() {
        let (before, after) = (
            decoded(r#"{a: "1\n2", c: ""}"#),
            decoded(r#"{a: "1\n2", b: "1\n2", c: "3\n\n"}"#),
        );
        let stored = stored_text(&after, &before);
        let yaml = "\
apiVersion: v1
kind: Node
metadata:
  annotations:
    a: |-
      1
      2
    b: \"1\\n2\"
    c: \"3\\n\\n\"
  name: a
";
        assert!(stored.yaml.starts_with(yaml), "{}", stored.yaml);
        let annotations = stored.added.iter().take(2);
        let lines = annotations.map(|own| (own.line, own.last_line));
        assert_eq!(lines.collect::<Vec<_>>(), [(8, 8), (9, 9)]);
    }
}
