//! The text of the table to fields, at the first question.
//!
//! Three parts, apart by an empty line. Kinds: group and version, kind, type. Words: Go's name of a type of texts, then
//! its values. Types: a name without its package where that is `v1`, then fields, and before fields of an embedded
//! struct `<` and its name. A field is its name and, after a colon, what differs from an optional text:
//!
//! | mark | meaning |
//! | --- | --- |
//! | `!` `+` `.` `~` | written always and required; written always; required; left out when zero |
//! | `?` | a pointer |
//! | `[` `{` | a list; a map |
//! | `b` `i` `l` `q` `x` `t` `r` | bool, int32, int64, quantity, int or string, time, anything |
//! | `Ab` | the struct of that place: `Aa` is the first one |
//! | `sAb` | the words of that place |
//! | `=a,b` `^` `@` | a list that is a map by these keys, a set, atomic |
//! | `%` `%a` `$` | a patch merges items by the first of these keys, by `a`; and keeps only the fields of the patch |

use std::sync::OnceLock;

use super::types::{Field, Item, ListKind, Shape, TypeId, Words, Written};

const TEXT: &str = include_str!("table.txt");

pub(super) struct Table {
    pub(super) kinds: Vec<Kind>,
    pub(super) types: Vec<Type>,
}

pub(super) struct Kind {
    pub(super) api_version: &'static str,
    pub(super) kind: &'static str,
    pub(super) id: TypeId,
}

pub(super) struct Type {
    /// With the package.
    pub(super) name: String,
    pub(super) fields: Vec<Field>,
}

impl Table {
    pub(super) fn of(&self, id: TypeId) -> Option<&Type> {
        self.types.get(usize::from(id.0))
    }
}

/// The table, read once.
pub(super) fn get() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    static WORDS: OnceLock<Vec<Words>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut lines = TEXT.lines();
        // Parts end at an empty line.
        let is_inside = |line: &&str| !line.is_empty();
        let kinds = lines
            .by_ref()
            .take_while(is_inside)
            .filter_map(kind)
            .collect();
        let part = lines.by_ref().take_while(is_inside);
        let words = WORDS.get_or_init(|| part.map(Words::read).collect());
        let types = lines.map(|line| read_type(line, words)).collect();
        Table { kinds, types }
    })
}

fn kind(line: &'static str) -> Option<Kind> {
    let (api_version, rest) = line.split_once(' ')?;
    let (kind, code) = rest.split_once(' ')?;
    Some(Kind {
        api_version,
        kind,
        id: TypeId(place(code.as_bytes())?),
    })
}

/// Two letters to a place.
fn place(code: &[u8]) -> Option<u16> {
    let [first @ b'A'..=b'Z', second @ b'a'..=b'z', ..] = code else {
        return None;
    };
    Some(u16::from(first - b'A') * 26 + u16::from(second - b'a'))
}

fn read_type(line: &'static str, words: &'static [Words]) -> Type {
    let mut parts = line.split(' ');
    let short = parts.next().unwrap_or_default();
    let mut embedded = "";
    let mut fields = Vec::new();
    for part in parts {
        if let Some(name) = part.strip_prefix('<') {
            embedded = name;
            continue;
        }
        let (name, marks) = part.split_once(':').unwrap_or((part, ""));
        let mut field = Field {
            name,
            embedded,
            shape: Shape::One,
            item: Item::String,
            pointer: false,
            required: false,
            written: Written::NotEmpty,
            words: None,
            list: ListKind::Unknown,
            merge_key: None,
            retain_keys: false,
        };
        read_marks(&mut field, marks, words);
        fields.push(field);
    }
    let name = match short.as_bytes().contains(&b'.') {
        true => short.to_owned(),
        false => ["v1.", short].concat(),
    };
    Type { name, fields }
}

fn read_marks(field: &mut Field, marks: &'static str, words: &'static [Words]) {
    let mut rest = marks;
    while let Some(&mark) = rest.as_bytes().first() {
        let mut length = 1;
        match mark {
            b'!' => (field.required, field.written) = (true, Written::Always),
            b'+' => field.written = Written::Always,
            b'.' => field.required = true,
            b'~' => field.written = Written::NotZero,
            b'?' => field.pointer = true,
            b'[' => field.shape = Shape::List,
            b'{' => field.shape = Shape::Map,
            b'b' => field.item = Item::Bool,
            b'i' => field.item = Item::Int32,
            b'l' => field.item = Item::Int64,
            b'q' => field.item = Item::Quantity,
            b'x' => field.item = Item::IntOrString,
            b't' => field.item = Item::Time,
            b'r' => field.item = Item::Raw,
            b'^' => field.list = ListKind::Set,
            b'@' => field.list = ListKind::Atomic,
            b'$' => field.retain_keys = true,
            b's' => {
                let number = rest.as_bytes().get(1..).and_then(place);
                field.words = number.and_then(|number| words.get(usize::from(number)));
                length = 3;
            }
            b'=' => {
                let keys = text_of(rest);
                field.list = ListKind::Map(keys);
                length += keys.len();
            }
            b'%' => {
                let key = text_of(rest);
                length += key.len();
                field.merge_key = Some(match field.list {
                    ListKind::Map(keys) if key.is_empty() => {
                        keys.split(',').next().unwrap_or_default()
                    }
                    _ => key,
                });
            }
            _ => {
                if let Some(number) = place(rest.as_bytes()) {
                    field.item = Item::Struct(TypeId(number));
                    length = 2;
                }
            }
        }
        rest = rest.get(length..).unwrap_or_default();
    }
}

/// The letters and commas behind a mark.
fn text_of(marks: &'static str) -> &'static str {
    let rest = marks.get(1..).unwrap_or_default();
    let end = rest.find(['%', '$']).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{self, fields, kinds, named};

    #[test]
    fn every_kind_leads_to_fields_of_known_structs() {
        let mut seen = Vec::new();
        let mut open: Vec<TypeId> = kinds().map(|(_, _, id)| id).collect();
        while let Some(id) = open.pop() {
            if seen.contains(&id) {
                continue;
            }
            seen.push(id);
            assert!(!schema::name(id).is_empty());
            for field in fields(id) {
                if let Item::Struct(inner) = field.item {
                    assert!(get().of(inner).is_some(), "{}", field.name);
                    open.push(inner);
                }
            }
        }
        assert_eq!(seen.len(), get().types.len());
    }

    #[test]
    fn marks_are_read_as_they_are_written() {
        let of = |name: &str, field: &str| *schema::field(named(name).unwrap(), field).unwrap();
        let ports = of("v1.Container", "ports");
        assert_eq!(ports.shape, Shape::List);
        assert_eq!(ports.item, Item::Struct(named("v1.ContainerPort").unwrap()));
        assert_eq!(ports.list, ListKind::Map("containerPort,protocol"));
        assert_eq!(ports.merge_key, Some("containerPort"));
        let volumes = of("v1.PodSpec", "volumes");
        assert!(volumes.retain_keys && volumes.merge_key == Some("name"));
        assert_eq!(of("v1.PodStatus", "hostIPs").merge_key, Some("ip"));
        assert_eq!(of("v1.NodeSpec", "podCIDRs").merge_key, Some(""));
        let policy = of("v1.PodSpec", "dnsPolicy").words.unwrap();
        assert_eq!(policy.go, "v1.DNSPolicy");
        let values: Vec<_> = policy.values().collect();
        assert_eq!(
            values,
            ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"]
        );
        let types = of("v1.HostPathVolumeSource", "type").words.unwrap();
        assert_eq!(types.values().next(), Some(""));
        assert_eq!(of("v1.Volume", "hostPath").embedded, "VolumeSource");
        assert_eq!(of("v1.Volume", "name").embedded, "");
        let requests = of("v1.ResourceRequirements", "requests");
        assert_eq!(
            (requests.shape, requests.item),
            (Shape::Map, Item::Quantity)
        );
        assert_eq!(requests.words.unwrap().go, "v1.ResourceList");
        assert_eq!(
            of("v1.ObjectMeta", "creationTimestamp").written,
            Written::NotZero
        );
        assert!(of("v1.PodSpec", "containers").required);
    }
}
