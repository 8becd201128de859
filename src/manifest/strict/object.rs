//! One object: what it says that it is, then its fields.

use super::value::StoredStruct;
use super::walk::Walk;
use super::{Decoded, Language, StrictError, hint, kind};
use crate::manifest::decode::Position;
use crate::manifest::tree::Node;
use crate::source::FieldPath;

/// Decodes an object.
pub(super) fn decode(
    root: Node<'_>,
    text: &str,
    position: Position,
    language: Language,
) -> Decoded {
    let said = kind::of(root, root.range().of(text), language);
    let mut decoded = Decoded {
        api_version: said.api_version.to_owned(),
        kind: said.kind.to_owned(),
        ..Decoded::default()
    };
    match said.found {
        Ok(Some(id)) => {
            let mut object = StoredStruct::new(id);
            let mut walk = Walk::new(language, position);
            walk.fields(root, &mut object);
            decoded.errors = walk.errors;
            // With a value that it cannot take, the server has no object.
            decoded.object = decoded
                .errors
                .iter()
                .all(StrictError::leaves_an_object)
                .then_some(object);
        }
        Ok(None) => {}
        Err(refusal) => {
            let path = match refusal.field {
                "" => FieldPath::root(),
                field => FieldPath::root().field(field),
            };
            decoded.errors.push(StrictError {
                fault: refusal.fault,
                text: refusal.text,
                path,
                place: position.place(refusal.node.range()),
                hint: hint::kind(said.api_version, said.kind),
            });
        }
    }
    decoded
}
