use super::default::default_of;
use super::known::values;
use super::trail::{Known, Typed};
use crate::manifest::{Outline, SlotId, Spot};
use crate::schema::{self, Shape};
use crate::source::{FieldPath, Place, TextRange};
use crate::words::field_type;
use crate::workspace::Workspace;

/// The field that stands at a place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFound {
    /// The way to it; of a part of a DaemonSet, where it would stand in one.
    pub path: FieldPath,
    /// Its key, with its value where that is a scalar on the same line.
    pub place: Place,
    /// The struct that has the field, as Go calls it.
    pub of: &'static str,
    /// Its name in JSON. Of an item or of an entry of a map, the list's or the map's.
    pub name: &'static str,
    /// Its type, as Go calls it.
    pub go_type: String,
    /// Its type in words.
    pub words: String,
    /// The API says that it must be there.
    pub required: bool,
    /// The values that the API allows, where it names them.
    pub values: Vec<&'static str>,
    /// What the server fills in where the field is left out, if that is one value.
    pub default: Option<String>,
}

impl Workspace {
    /// Which field of the API stands at a byte of an open text: at its key, at its scalar, or at the dash of an item.
    /// `None` where nothing stands, or something that no type has.
    ///
    /// ```
    /// use everynode::workspace::Workspace;
    /// let mut workspace = Workspace::new();
    /// workspace.set_text("a.yaml", "tolerations:\n- operator: Exi");
    /// let found = workspace.field_at("a.yaml", 20).unwrap();
    /// assert_eq!(found.path.to_string(), "spec.template.spec.tolerations[0].operator");
    /// assert_eq!((found.go_type.as_str(), found.values[0]), ("v1.TolerationOperator", "Equal"));
    /// ```
    #[must_use]
    pub fn field_at(&self, file: &str, byte: u32) -> Option<FieldFound> {
        let (id, source) = self.manifest(file)?;
        let typed = Typed::new(Outline::around(file, &source.text, byte)?);
        let slot = match typed.outline.spot() {
            Spot::Key(slot) | Spot::Value(slot, _) => slot,
            Spot::Word(slot) if is_value(&typed, slot) => slot,
            Spot::Word(_) | Spot::Gap { .. } | Spot::Nowhere => return None,
        };
        let trail = typed.trail(slot);
        let standing = trail.last()?;
        let (of, field) = standing.field?;
        let shape = match standing.known {
            Known::List(_) => Shape::List,
            Known::Map(_) => Shape::Map,
            _ => Shape::One,
        };
        Some(FieldFound {
            path: typed.path(slot),
            place: Place {
                file: id,
                range: mark(&typed, slot),
            },
            of: schema::name(of),
            name: field.name,
            go_type: field.go_type(shape),
            words: field_type(of, field, shape),
            required: field.required,
            values: values(field),
            default: default_of(&typed, &trail),
        })
    }
}

/// Whether a lone word is the value of what it stands in.
fn is_value(typed: &Typed<'_>, word: SlotId) -> bool {
    let standing = typed.standing(word);
    standing.is_some_and(|step| matches!(step.known, Known::Value(_)))
}

fn mark(typed: &Typed<'_>, slot: SlotId) -> TextRange {
    let Some(slot) = typed.outline.slot(slot) else {
        return TextRange::default();
    };
    let whole = slot.key.cover(slot.value);
    let is_one_line = !typed.outline.written(whole).contains('\n');
    match (slot.key.is_empty(), slot.value.is_empty()) {
        (true, _) => slot.value,
        (false, false) if is_one_line => whole,
        _ => slot.key,
    }
}
