use serde::ser::{Serialize, Serializer};

/// Numbers by Node: a `Uint32Array` in JavaScript, an array of numbers in JSON.
///
/// It is serialised as bytes, four little-endian ones a number, so that the writer of JSON in `report` knows a column
/// from a list and prints its numbers in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column(pub Vec<u32>);

impl Serialize for Column {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes: Vec<u8> = self.0.iter().flat_map(|n| n.to_le_bytes()).collect();
        serializer.serialize_bytes(&bytes)
    }
}
