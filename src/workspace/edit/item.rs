use super::quotes::{Quotes, scalar};

/// A new item of a list.
pub(super) enum Item<'i> {
    /// A scalar.
    Text(&'i str),
    /// A map: names and values.
    Fields(&'i [(&'static str, &'i str)]),
}

/// A name and a value with a colon between them.
pub(super) fn field(name: &str, value: &str, keys: Quotes, values: Quotes) -> String {
    // Whoever quotes keys writes JSON.
    let values = if keys == Quotes::Double { keys } else { values };
    [&scalar(name, keys), ": ", &scalar(value, values)].concat()
}

/// A block item behind its dash; `between` is the line break and the blanks before each further field.
pub(super) fn block_item(out: &mut String, item: &Item<'_>, quotes: Quotes, between: &str) {
    match item {
        Item::Text(text) => out.push_str(&scalar(text, quotes)),
        Item::Fields(fields) => {
            for (index, (name, value)) in fields.iter().enumerate() {
                if index > 0 {
                    out.push_str(between);
                }
                out.push_str(&field(name, value, Quotes::None, quotes));
            }
        }
    }
}

/// An item between brackets; `lines` are what comes before each field and before the closing brace.
pub(super) fn flow_item(
    out: &mut String,
    item: &Item<'_>,
    keys: Quotes,
    values: Quotes,
    lines: Option<[&str; 2]>,
) {
    let fields = match item {
        Item::Text(text) => return out.push_str(&scalar(text, values)),
        Item::Fields(fields) => fields,
    };
    out.push('{');
    for (index, (name, value)) in fields.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        match lines {
            Some([inner, _]) => out.push_str(inner),
            None if index > 0 => out.push(' '),
            None => {}
        }
        out.push_str(&field(name, value, keys, values));
    }
    if let Some([_, outer]) = lines {
        out.push_str(outer);
    }
    out.push('}');
}
