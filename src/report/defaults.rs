use super::safe_text::safe;
use super::{Style, error, json};
use crate::ffi::{DecodingError, DefaultsAnswer, Diagnostic, Head, ObjectRef};
use serde::Serialize;
use serde_json::Value;

/// The objects in YAML, one document each; lines that the API server adds end in `# default`.
#[must_use]
pub fn defaults_text(answer: &DefaultsAnswer) -> String {
    let mut out = String::new();
    for object in answer
        .objects
        .iter()
        .filter(|object| !object.yaml.is_empty())
    {
        if !out.is_empty() {
            out.push_str("---\n");
        }
        let mut added = object.added.iter().peekable();
        for (line, number) in object.yaml.lines().zip(1..) {
            while added.next_if(|field| field.last_line < number).is_some() {}
            out.push_str(&safe(line));
            if added.peek().is_some_and(|field| field.line <= number) {
                out.push_str(" # default");
            }
            out.push('\n');
        }
    }
    out
}

/// What keeps the API server from decoding objects, one line each.
#[must_use]
pub fn undecoded(answer: &DefaultsAnswer, style: Style) -> String {
    let mut out = String::new();
    for object in &answer.objects {
        for wrong in &object.decoding_errors {
            let start = wrong.range.start;
            let (line, column) = (start.line, start.column);
            let message = format!("{}:{line}:{column}: {}", object.file, wrong.message);
            out.push_str(&error(&message, wrong.help.as_deref(), style));
        }
    }
    out
}

/// The answer as JSON, with each object as a value of its own and the paths of what is added.
#[must_use]
pub fn defaults_json(answer: &DefaultsAnswer) -> String {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Row<'a> {
        #[serde(flatten)]
        reference: &'a ObjectRef,
        file: &'a str,
        decoding_errors: &'a [DecodingError],
        object: Option<Value>,
        added: Vec<&'a str>,
    }
    #[derive(Serialize)]
    struct Rows<'a> {
        #[serde(flatten)]
        head: &'a Head,
        objects: Vec<Row<'a>>,
        diagnostics: &'a [Diagnostic],
    }
    let rows = answer.objects.iter().map(|object| Row {
        reference: &object.reference,
        file: &object.file,
        decoding_errors: &object.decoding_errors,
        object: serde_json::from_str(&object.json).ok(),
        added: object
            .added
            .iter()
            .map(|field| field.path.as_str())
            .collect(),
    });
    json(&Rows {
        head: &answer.head,
        objects: rows.collect(),
        diagnostics: &answer.diagnostics,
    })
}
