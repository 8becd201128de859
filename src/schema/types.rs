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

impl Field {
    /// What Go calls the type of the value, or, as [`Shape::One`], of each value of the list or map: `[]v1.Toleration`.
    /// That it is a pointer is left out.
    ///
    /// ```
    /// use everynode::schema::{self, Shape};
    /// let drop = schema::field(schema::named("v1.Capabilities").unwrap(), "drop").unwrap();
    /// assert_eq!((drop.go_type(Shape::List), drop.go_type(Shape::One)), ("[]v1.Capability".into(), "v1.Capability".into()));
    /// ```
    #[must_use]
    pub fn go_type(&self, shape: Shape) -> String {
        let named = self.words.map_or("", |words| words.go);
        if shape == self.shape && !named.is_empty() {
            return named.to_owned();
        }
        if let Some(item) = named.strip_prefix("[]") {
            return item.to_owned();
        }
        let item = match self.item {
            Item::Bool => "bool",
            Item::Int32 => "int32",
            Item::Int64 => "int64",
            Item::String => "string",
            Item::Quantity => "resource.Quantity",
            Item::IntOrString => "intstr.IntOrString",
            Item::Time => "v1.Time",
            Item::Raw => "runtime.RawExtension",
            Item::Struct(id) => super::name(id),
        };
        match shape {
            Shape::One => item.to_owned(),
            Shape::List => format!("[]{item}"),
            Shape::Map => format!("map[string]{item}"),
        }
    }
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
