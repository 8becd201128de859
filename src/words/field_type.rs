use crate::schema::{self, Field, Item, Shape, TypeId};

/// The type of a field of a struct in words, or, as [`Shape::One`], of each of its values.
///
/// ```
/// use everynode::schema::{self, Shape};
/// use everynode::words::field_type;
/// let of = schema::named("v1.PodSpec").unwrap();
/// let words = |name: &str| field_type(of, schema::field(of, name).unwrap(), schema::field(of, name).unwrap().shape);
/// assert_eq!(words("nodeSelector"), "map of texts");
/// assert_eq!(words("tolerations"), "list of Toleration");
/// assert_eq!(words("hostNetwork"), "true or false");
/// ```
#[must_use]
pub fn field_type(of: TypeId, field: &Field, shape: Shape) -> String {
    let (one, many) = match field.item {
        Item::Bool => ("true or false", "true or false"),
        Item::Int32 | Item::Int64 => ("whole number", "whole numbers"),
        Item::String => ("text", "texts"),
        Item::Quantity => ("quantity", "quantities"),
        // The only numbers with a text beside them that are no ports.
        Item::IntOrString if schema::name(of) == "v1.RollingUpdateDaemonSet" => {
            ("whole number or percentage", "whole numbers or percentages")
        }
        Item::IntOrString => ("port number or name", "port numbers or names"),
        Item::Time => ("moment (RFC 3339)", "moments (RFC 3339)"),
        Item::Raw => ("anything", "anything"),
        Item::Struct(id) => {
            let name = schema::name(id);
            let short = name.rsplit('.').next().unwrap_or(name);
            (short, short)
        }
    };
    match shape {
        Shape::One => one.to_owned(),
        Shape::List => ["list of ", many].concat(),
        Shape::Map => ["map of ", many].concat(),
    }
}
