use crate::order::sort_by;
use crate::source::unremarkable;
use std::borrow::Cow;

/// A value of an object, fields included that no type has: what patches and defaults work on.
///
/// Keys of a map are sorted and stand once, so that equal values are equal texts.
///
/// ```
/// use everynode::model::Json;
/// let mut object = Json::map([("b".to_owned(), Json::Null), ("a".to_owned(), Json::text("x"))]);
/// object.set("b", Json::Bool(true));
/// assert_eq!(object.to_text(), r#"{"a":"x","b":true}"#);
/// assert_eq!(object.at(&["a"]).and_then(Json::as_text), Some("x"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// As JSON writes it.
    Number(Box<str>),
    /// Text.
    Text(Box<str>),
    /// In their order.
    List(Vec<Json>),
    /// Sorted by key.
    Map(Vec<(String, Json)>),
}

impl Json {
    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// A whole number.
    #[must_use]
    pub fn number(number: i64) -> Self {
        Self::Number(number.to_string().into())
    }

    /// A map; of equal keys the last one counts.
    #[must_use]
    pub fn map(members: impl IntoIterator<Item = (String, Self)>) -> Self {
        let mut members: Vec<(String, Self)> = members.into_iter().collect();
        if !members.is_sorted_by(|a, b| a.0 < b.0) {
            members.reverse();
            sort_by(&mut members, |a, b| a.0.cmp(&b.0));
            members.dedup_by(|later, first| later.0 == first.0);
        }
        Self::Map(members)
    }

    /// Keys and values, by key; nothing for what is no map.
    #[must_use]
    pub fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Map(members) => members,
            _ => &[],
        }
    }

    /// Items in their order; nothing for what is no list.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The same, to be changed.
    pub fn items_mut(&mut self) -> &mut [Self] {
        match self {
            Self::List(items) => items,
            _ => &mut [],
        }
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let members = self.members();
        let at = members.binary_search_by(|(own, _)| own.as_str().cmp(key));
        members.get(at.ok()?).map(|(_, value)| value)
    }

    /// The value at the end of a way of keys.
    #[must_use]
    pub fn at(&self, way: &[&str]) -> Option<&Self> {
        way.iter().try_fold(self, |value, key| value.get(key))
    }

    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        let Self::Map(members) = self else {
            return None;
        };
        let at = members.binary_search_by(|(own, _)| own.as_str().cmp(key));
        members.get_mut(at.ok()?).map(|(_, value)| value)
    }

    /// The value at the end of a way of keys, to be changed.
    pub fn at_mut(&mut self, way: &[&str]) -> Option<&mut Self> {
        way.iter().try_fold(self, |value, key| value.get_mut(key))
    }

    /// Sets the value of a key. What is no map becomes one.
    pub fn set(&mut self, key: &str, value: Self) -> &mut Self {
        if !matches!(self, Self::Map(_)) {
            *self = Self::Map(Vec::new());
        }
        let Self::Map(members) = self else {
            return self;
        };
        let found = members.binary_search_by(|(own, _)| own.as_str().cmp(key));
        let at = found.unwrap_or_else(|at| at);
        match found {
            Ok(_) => {
                if let Some((_, own)) = members.get_mut(at) {
                    *own = value;
                }
            }
            Err(_) => members.insert(at, (key.to_owned(), value)),
        }
        self
    }

    /// Takes a key away; answers its value.
    pub fn remove(&mut self, key: &str) -> Option<Self> {
        let Self::Map(members) = self else {
            return None;
        };
        let at = members.binary_search_by(|(own, _)| own.as_str().cmp(key));
        Some(members.remove(at.ok()?).1)
    }

    /// Whether maps and lists stand in one another more often than so.
    #[must_use]
    pub fn nests_deeper(&self, than: u32) -> bool {
        let Some(than) = than.checked_sub(1) else {
            return matches!(self, Self::List(_) | Self::Map(_));
        };
        match self {
            Self::List(items) => items.iter().any(|item| item.nests_deeper(than)),
            Self::Map(members) => members.iter().any(|(_, value)| value.nests_deeper(than)),
            _ => false,
        }
    }

    /// Drops the keys whose value is null, at every depth. Items of lists stay.
    pub fn drop_nulls(&mut self) {
        match self {
            Self::Map(members) => {
                members.retain(|(_, value)| *value != Self::Null);
                members.iter_mut().for_each(|(_, value)| value.drop_nulls());
            }
            Self::List(items) => items.iter_mut().for_each(Self::drop_nulls),
            _ => {}
        }
    }

    /// The text of a text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A scalar as somebody would write it; lists and maps as JSON.
    #[must_use]
    pub fn display(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Number(text) => Cow::Borrowed(text),
            _ => Cow::Owned(self.to_text()),
        }
    }

    /// Without spaces. Equal values have equal texts.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// Recurses as deep as the value nests, which the reader limits.
    fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(number) => out.push_str(number),
            Self::Text(text) => write_json_text(text, out),
            Self::List(items) => {
                out.push('[');
                for item in items {
                    write_json_comma(out);
                    item.write(out);
                }
                out.push(']');
            }
            Self::Map(members) => {
                out.push('{');
                for (key, value) in members {
                    write_json_comma(out);
                    write_json_text(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

/// Appends the comma before an item of a list or a member of a map, of which the first has none.
pub fn write_json_comma(out: &mut String) {
    if !out.ends_with(['[', '{']) {
        out.push(',');
    }
}

/// Appends a text in quotes. Only what JSON demands is escaped.
pub fn write_json_text(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(&byte) = rest.as_bytes().first() {
        let plain = unremarkable(rest.as_bytes(), *b"\"\\");
        if plain > 0 {
            let (before, after) = rest.split_at_checked(plain).unwrap_or((rest, ""));
            out.push_str(before);
            rest = after;
            continue;
        }
        let mut letters = rest.chars();
        let letter = letters.next();
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\t' => out.push_str("\\t"),
            b'\r' => out.push_str("\\r"),
            0..0x20 => out.push_str(&format!("\\u{byte:04x}")),
            _ => out.extend(letter),
        }
        rest = letters.as_str();
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equal_keys_the_last_one_counts() {
        let pair = |key: &str, number| (key.to_owned(), Json::number(number));
        let map = Json::map([pair("b", 1), pair("a", 2), pair("b", 3), pair("a", 4)]);
        assert_eq!(map.to_text(), r#"{"a":4,"b":3}"#);
    }

    #[test]
    fn nesting_is_counted_from_the_value_itself() {
        let two = Json::List(vec![Json::Null, Json::Map(Vec::new())]);
        assert_eq!(
            [0, 1, 2].map(|than| two.nests_deeper(than)),
            [true, true, false]
        );
        assert!(!Json::Null.nests_deeper(0));
    }

    #[test]
    fn keys_are_found_set_and_taken_away() {
        let mut map = Json::Null;
        for key in ["c", "a", "b", "a"] {
            map.set(key, Json::text(key));
        }
        assert_eq!(map.to_text(), r#"{"a":"a","b":"b","c":"c"}"#);
        assert_eq!(map.remove("b"), Some(Json::text("b")));
        assert_eq!(map.remove("b"), None);
        assert_eq!(map.get("c"), Some(&Json::text("c")));
        *map.get_mut("a").unwrap() = Json::Null;
        assert_eq!(map.to_text(), r#"{"a":null,"c":"c"}"#);
    }
}
