//! YAML and JSON text to typed objects with their places: documents, List items, fragments.
//!
//! The door is small on purpose: text in, objects with byte ranges out. Which reader walks the bytes is nobody's
//! business outside this room. Inside: `documents` cuts a file, `yaml` and `json` walk a document, `build` makes
//! a `tree` of what is kept, `decode` makes objects of trees, and `places` goes over one object again when
//! somebody asks where its fields are.

mod assemble;
mod build;
mod cause;
mod decode;
mod documents;
mod event;
mod findings;
mod float;
mod found;
mod json;
mod keep;
mod kinds;
mod limits;
mod object;
mod object_tree;
mod objects;
mod outline;
mod page;
mod places;
mod read;
mod scalar;
mod shape;
mod stream;
mod strict;
mod tree;
mod value;
mod view;
mod yaml;

pub use kinds::no_matches;
pub use limits::{Limits, Taken};
pub use object::{FragmentKind, Object, Origin, Reading, Typed};
pub use object_tree::{ObjectText, ObjectTree};
pub use outline::{Outline, Slot, SlotId, SlotKind, Spot};
pub use read::{read, read_named};
pub use shape::FRAGMENTS;
pub use strict::{
    Decoded, Hint, STRICTLY, StoredField, StoredStruct, StoredValue, StrictError, StrictFault,
    Strictly, go_json_string, go_quote, may_be_served, rounded_quantity, strict,
};
pub use value::{ValueReading, read_value};
pub use view::{Entries, Items, View};
