//! src/schema/table.txt: the types of Kubernetes' API as the core carries them, from what `conformance/schema` wrote.
//!
//! The form is made to be small when it is packed; `src/schema/table.rs` says how it is read.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::project::Project;
use crate::shell;

/// What `go run ./schema schema`, in `conformance`, writes.
const SOURCE: &str = "conformance/schema/types.json";

/// The whole table: kinds, words, types, apart by an empty line.
pub(super) fn table(project: &Project) -> Result<String> {
    let source: Value = serde_json::from_str(&shell::read_text(&project.path(SOURCE))?)?;
    let types = list(&source, "types");
    let mut words = Words::default();
    let mut places = BTreeMap::new();
    for (place, found) in types.iter().enumerate() {
        places.insert(text(found, "name"), place);
        for field in list(found, "fields") {
            words.count(field);
        }
    }
    words.number();
    let mut out = String::new();
    for kind in list(&source, "kinds") {
        let place = *places.get(text(kind, "type")).context("a kind's type")?;
        let code = code(place)?;
        out += &format!(
            "{} {} {code}\n",
            text(kind, "apiVersion"),
            text(kind, "kind")
        );
    }
    out.push('\n');
    for line in &words.lines {
        out += line;
        out.push('\n');
    }
    out.push('\n');
    for found in types {
        out += text(found, "name").trim_start_matches("v1.");
        let mut embedded = String::new();
        for field in list(found, "fields") {
            let outer: Vec<_> = list(field, "embedded")
                .iter()
                .filter_map(Value::as_str)
                .collect();
            let outer = outer.join(".");
            if outer != embedded {
                out += &format!(" <{outer}");
                embedded = outer;
            }
            out.push(' ');
            out += &written(field, &places, &words)?;
        }
        out.push('\n');
    }
    Ok(out)
}

/// One field: its name, then, after a colon, what is not as usual.
fn written(field: &Value, places: &BTreeMap<&str, usize>, words: &Words) -> Result<String> {
    let mut out = String::new();
    let required = field["required"] == true;
    match (text(field, "written"), required) {
        ("always", true) => out.push('!'),
        ("always", false) => out.push('+'),
        ("zero", false) => out.push('~'),
        ("", true) => out.push('.'),
        ("", false) => {}
        other => bail!("no mark for {other:?}"),
    }
    if field["pointer"] == true {
        out.push('?');
    }
    let mut name = text(field, "type");
    if let Some(item) = name.strip_prefix("[]") {
        out.push('[');
        name = item;
    } else if let Some(item) = name.strip_prefix("map[string]") {
        out.push('{');
        name = item;
    }
    out += match name {
        "bool" => "b",
        "int32" => "i",
        "int64" => "l",
        "string" => "",
        "quantity" => "q",
        "intOrString" => "x",
        "time" => "t",
        "raw" => "r",
        _ => "",
    };
    if let Some(place) = places.get(name) {
        out += &code(*place)?;
    }
    if let Some(place) = words.place(field) {
        out += &format!("s{}", code(place)?);
    }
    let keys: Vec<_> = list(field, "listKeys")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    match text(field, "listType") {
        "map" => out += &format!("={}", keys.join(",")),
        "set" => out.push('^'),
        "atomic" => out.push('@'),
        _ => {}
    }
    let (patch, merge) = (text(field, "patch"), text(field, "mergeKey"));
    if patch.contains("merge") {
        out.push('%');
        if keys.first() != Some(&merge) {
            out += merge;
        }
    }
    if patch.contains("retainKeys") {
        out.push('$');
    }
    let name = text(field, "name");
    Ok(if out.is_empty() {
        name.to_owned()
    } else {
        format!("{name}:{out}")
    })
}

/// The names that Go has for texts, and the values that are allowed.
#[derive(Default)]
struct Words {
    found: BTreeMap<String, usize>,
    lines: Vec<String>,
}

impl Words {
    fn count(&mut self, field: &Value) {
        if let Some(line) = Self::line(field) {
            self.found.insert(line, 0);
        }
    }

    fn number(&mut self) {
        for (place, (line, number)) in self.found.iter_mut().enumerate() {
            *number = place;
            self.lines.push(line.clone());
        }
    }

    fn place(&self, field: &Value) -> Option<usize> {
        self.found.get(&Self::line(field)?).copied()
    }

    /// Go's name, then the values; `None` where there is neither.
    fn line(field: &Value) -> Option<String> {
        let name = text(field, "go");
        let values: Vec<_> = list(field, "enum")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let mut line = name.to_owned();
        for value in &values {
            line.push(' ');
            line += value;
        }
        (!line.is_empty()).then_some(line)
    }
}

/// A place as two letters, the first one big.
fn code(place: usize) -> Result<String> {
    let letter = |from: u8, number: usize| u8::try_from(number).map(|n| char::from(from + n));
    let (first, second) = (letter(b'A', place / 26)?, letter(b'a', place % 26)?);
    if !first.is_ascii_uppercase() {
        bail!("more types than two letters can count");
    }
    Ok(format!("{first}{second}"))
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}
