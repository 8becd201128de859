//! What the table says of a field.

/// A struct of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypeId(pub(super) u16);

/// A field of a struct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// In JSON.
    pub name: &'static str,
    /// The Go struct inside the struct that holds the field, where one does (`VolumeSource`); empty otherwise. Messages of
    /// the decoder name it.
    pub embedded: &'static str,
    /// One value, a list, or a map.
    pub shape: Shape,
    /// The type of the value, or of each value of the list or map.
    pub item: Item,
    /// `null` and absent are something else than the zero value.
    pub pointer: bool,
    /// The API says that it must be there. Validation alone decides whether it must.
    pub required: bool,
    /// When an object that is printed has it.
    pub written: Written,
    /// Go's name of the whole type and the values that are allowed, where the type has a name.
    pub words: Option<&'static Words>,
    /// How items of a list are told apart.
    pub list: ListKind,
    /// The field that a strategic merge patch tells items apart by; empty: it merges whole items, `None`: it replaces the
    /// list.
    pub merge_key: Option<&'static str>,
    /// A strategic merge patch removes the other fields of a merged item.
    pub retain_keys: bool,
}

/// How many values there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One.
    One,
    /// In a list.
    List,
    /// In a map whose keys are any text.
    Map,
}

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// `true` or `false`.
    Bool,
    /// A whole number of 32 bits.
    Int32,
    /// A whole number of 64 bits.
    Int64,
    /// Text.
    String,
    /// A number with a unit, such as `100m` or `64Mi`.
    Quantity,
    /// A whole number of 32 bits, or text.
    IntOrString,
    /// A moment to the second, in RFC 3339.
    Time,
    /// Anything.
    Raw,
    /// A struct of the table.
    Struct(TypeId),
}

/// When an object that is printed has a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// Always.
    Always,
    /// Unless it is empty: absent, `0`, `false`, no text, no items. A struct that is no pointer is never empty.
    NotEmpty,
    /// Unless it is the zero value of its type.
    NotZero,
}

/// A type of texts that has a name in Go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Of the whole type of the field, with its package: `v1.DNSPolicy`, `[]v1.Capability`.
    pub go: &'static str,
    /// The allowed values, apart by a space, where the API names them; one may be empty.
    values: Option<&'static str>,
}

impl Words {
    pub(super) fn read(line: &'static str) -> Self {
        match line.split_once(' ') {
            Some((go, values)) => Self {
                go,
                values: Some(values),
            },
            None => Self {
                go: line,
                values: None,
            },
        }
    }

    /// The allowed values, sorted; nothing where the API does not name them.
    pub fn values(&self) -> impl Iterator<Item = &'static str> {
        self.values.into_iter().flat_map(|values| values.split(' '))
    }
}

/// How items of a list are told apart when two writers change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Nothing is said, or it is no list.
    Unknown,
    /// They are not: whoever writes replaces the list.
    Atomic,
    /// By their value.
    Set,
    /// By these fields, apart by a comma.
    Map(&'static str),
}
