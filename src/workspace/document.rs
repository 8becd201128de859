use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Json;
use crate::order::sort_by_key;
use crate::source::{FieldPath, FileId, Place, SourceMap, TextRange};
use crate::words::nearest_of;

/// Findings that are listed.
const LISTED: usize = 100;
/// The longest time.
const YEAR: i64 = 365 * 86_400;

/// What kind of text it is, for findings.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextKind {
    /// `scenario`
    pub(super) noun: &'static str,
    /// The file that places are of.
    pub(super) file: FileId,
    /// A field that does not exist.
    pub(super) field: Rule,
    /// A value that is not what its field wants.
    pub(super) value: Rule,
}

/// A text that was read, and what is found in it.
pub(super) struct Document<'a> {
    kind: TextKind,
    places: &'a SourceMap,
    found: Vec<Diagnostic>,
}

impl<'a> Document<'a> {
    pub(super) fn new(kind: TextKind, places: &'a SourceMap, found: Vec<Diagnostic>) -> Self {
        Self {
            kind,
            places,
            found,
        }
    }

    /// How much was found so far.
    pub(super) fn found(&self) -> usize {
        self.found.len()
    }

    /// What was found, in the order of the text.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        sort_by_key(&mut self.found, |finding| finding.place);
        self.found
    }

    /// Adds a finding about the value at a path, or about what is around it.
    pub(super) fn say(&mut self, rule: Rule, at: &FieldPath, message: String, why: Option<&str>) {
        self.add(at, |place| {
            let finding = Diagnostic::new(rule, place, message).at(at.clone());
            match why {
                Some(why) => finding.why(why),
                None => finding,
            }
        });
    }

    /// The same about the key of a value.
    pub(super) fn say_of_key(&mut self, rule: Rule, at: &FieldPath, message: String) {
        let key = self.places.get(at).and_then(|entry| entry.key);
        self.add(at, |place| {
            let range = key.unwrap_or(place.range);
            Diagnostic::new(rule, Place { range, ..place }, message).at(at.clone())
        });
    }

    pub(super) fn add(&mut self, at: &FieldPath, finding: impl FnOnce(Place) -> Diagnostic) {
        if self.found.len() >= LISTED {
            return;
        }
        self.found.push(finding(self.place(at)));
    }

    /// Adds to the last finding what is nearest to what was mistyped.
    pub(super) fn help(&mut self, nearest: Option<&str>) {
        // Of a full list the last finding is not the one that is meant.
        let is_full = self.found.len() >= LISTED;
        if let (Some(nearest), Some(last), false) = (nearest, self.found.last_mut(), is_full) {
            last.help = Some(["The nearest one is `", nearest, "`."].concat());
        }
    }

    /// Where the value at a path is, or what is around it.
    pub(super) fn place(&self, at: &FieldPath) -> Place {
        let entry = self.places.nearest(at);
        let range = entry.map_or(TextRange::default(), |entry| entry.value);
        let file = self.kind.file;
        Place { file, range }
    }

    /// The value is not what is wanted.
    pub(super) fn wanted(&mut self, at: &FieldPath, wanted: &str, value: &Json) {
        let there = match value {
            Json::Map(_) => "a map".to_owned(),
            Json::List(_) => "a list".to_owned(),
            value => format!("`{}`", shortened(&value.display())),
        };
        let message = format!("`{at}` is to be {wanted}, not {there}");
        self.say(self.kind.value, at, message, None);
    }

    /// Whether a value is a map; fields of other names are findings.
    pub(super) fn is_map(&mut self, value: &Json, at: &FieldPath, fields: &[&'static str]) -> bool {
        match value {
            Json::Map(_) => {}
            Json::Null => return false,
            value if at.is_root() => {
                let what = shortened(&value.display());
                let noun = self.kind.noun;
                let message = format!("a {noun} is a map of fields, not `{what}`");
                self.say(self.kind.value, at, message, None);
                return false;
            }
            value => {
                self.wanted(at, "a map", value);
                return false;
            }
        }
        for (key, _) in value.members() {
            if fields.contains(&key.as_str()) {
                continue;
            }
            let at = at.clone().field(key);
            let message = format!("there is no field `{}` here", shortened(key));
            let help = match nearest_of(key, fields) {
                Some(nearest) => format!("The nearest name is `{nearest}`."),
                None => format!("There are `{}`.", fields.join("`, `")),
            };
            let key = self.places.get(&at).and_then(|entry| entry.key);
            let rule = self.kind.field;
            self.add(&at, |place| {
                let range = key.unwrap_or(place.range);
                let place = Place { range, ..place };
                Diagnostic::new(rule, place, message)
                    .at(at.clone())
                    .help(help)
            });
        }
        true
    }

    /// The members of a field that is a map of any names.
    pub(super) fn members<'v>(
        &mut self,
        map: &'v Json,
        field: &str,
        at: &FieldPath,
    ) -> &'v [(String, Json)] {
        match map.get(field) {
            None | Some(Json::Null) => &[],
            Some(Json::Map(members)) => members,
            Some(other) => {
                self.wanted(at, "a map", other);
                &[]
            }
        }
    }

    /// The same in the order of the text.
    pub(super) fn members_in_order<'v>(
        &mut self,
        map: &'v Json,
        field: &str,
        at: &FieldPath,
    ) -> Vec<&'v (String, Json)> {
        let mut members: Vec<&(String, Json)> = self.members(map, field, at).iter().collect();
        let places = self.places;
        sort_by_key(&mut members, |(key, _)| {
            let entry = places.get(&at.clone().field(key));
            entry.map(|entry| entry.value)
        });
        members
    }

    /// The items of a field that is a list.
    pub(super) fn items<'v>(&mut self, map: &'v Json, field: &str, at: &FieldPath) -> &'v [Json] {
        match map.get(field) {
            None | Some(Json::Null) => &[],
            Some(Json::List(items)) => items,
            Some(other) => {
                self.wanted(at, "a list", other);
                &[]
            }
        }
    }

    /// A field of a map that says how long something takes, or when it happens.
    pub(super) fn seconds(&mut self, map: &Json, at: &FieldPath, field: &str) -> Option<i64> {
        let value = present(map, field)?;
        let at = at.clone().field(field);
        let seconds = match value {
            Json::Number(number) => number.parse().ok(),
            Json::Text(text) => duration(text),
            _ => None,
        };
        match seconds {
            Some(seconds @ 0..=YEAR) => return Some(seconds),
            Some(_) => self.wanted(&at, "a time from 0 to a year", value),
            None => self.wanted(&at, "seconds, or a time such as `5m` or `1h30m`", value),
        }
        None
    }

    /// A field of a map that is true or false.
    pub(super) fn truth(&mut self, map: &Json, at: &FieldPath, field: &str) -> Option<bool> {
        match present(map, field)? {
            Json::Bool(value) => Some(*value),
            other => {
                self.wanted(&at.clone().field(field), "`true` or `false`", other);
                None
            }
        }
    }

    /// A field of a map that is text.
    pub(super) fn text<'v>(
        &mut self,
        map: &'v Json,
        at: &FieldPath,
        field: &str,
    ) -> Option<&'v str> {
        match present(map, field)? {
            Json::Text(text) => Some(text),
            other => {
                self.wanted(&at.clone().field(field), "text", other);
                None
            }
        }
    }

    /// A field of a map that is a text or a list of texts, each with its path.
    pub(super) fn texts<'v>(
        &mut self,
        map: &'v Json,
        at: &FieldPath,
        field: &str,
    ) -> Vec<(&'v str, FieldPath)> {
        let Some(value) = present(map, field) else {
            return Vec::new();
        };
        let at = at.clone().field(field);
        let items = match value {
            Json::Text(text) => return vec![(text, at)],
            Json::List(items) => items,
            other => {
                self.wanted(&at, "text, or a list of texts", other);
                return Vec::new();
            }
        };
        let mut texts = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let at = at.clone().index(index);
            match item.as_text() {
                Some(text) => texts.push((text, at)),
                None => self.wanted(&at, "text", item),
            }
        }
        texts
    }
}

/// The value of a field; `null` says nothing.
pub(super) fn present<'v>(map: &'v Json, field: &str) -> Option<&'v Json> {
    map.get(field).filter(|value| **value != Json::Null)
}

/// What stands in a message is one short line.
pub(super) fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    }
}

/// `90`, `90s`, `5m` or `1h30m`, in seconds; `None` for anything else, and for what is beyond numbers.
fn duration(text: &str) -> Option<i64> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(text) {
        return text.parse().ok();
    }
    let (mut rest, mut sum) = (text, 0_i64);
    for (unit, seconds) in [('h', 3600), ('m', 60), ('s', 1)] {
        if let Some((number, after)) = rest.split_once(unit) {
            let number: i64 = Some(number).filter(|number| digits(number))?.parse().ok()?;
            sum = sum.checked_add(number.checked_mul(seconds)?)?;
            rest = after;
        }
    }
    (rest.is_empty() && !text.is_empty()).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_go_writes_it() {
        for (text, seconds) in [
            ("90", Some(90)),
            ("90s", Some(90)),
            ("5m", Some(300)),
            ("1h30m", Some(5400)),
            ("2h5s", Some(7205)),
            ("0s", Some(0)),
            ("", None),
            ("m", None),
            ("5 m", None),
            ("-5m", None),
            ("1.5h", None),
            ("30m1h", None),
            ("1d", None),
            ("99999999999999999999h", None),
            ("9223372036854775807h", None),
        ] {
            assert_eq!(duration(text), seconds, "{text}");
        }
    }
}
