use super::{Column, Facet};
use crate::cluster::ClusterNodes;
use crate::placement;
use std::collections::BTreeMap;

/// Those that some Node has. Of several labels for one, that of the most Nodes.
pub(super) fn facets(nodes: &ClusterNodes) -> Vec<Facet> {
    placement::Facet::ALL
        .iter()
        .filter_map(|placement::Facet { key, labels }| {
            let columns = nodes.label_columns(labels);
            let found = labels.iter().zip(columns).rev();
            let (label, column) = found.max_by_key(|(_, column)| column.entries().len())?;
            if column.entries().is_empty() {
                return None;
            }
            let everywhere = column.entries().len() == nodes.len();
            let absent = (!everywhere).then_some("");
            let mut numbers: BTreeMap<&str, u32> = column
                .values()
                .chain(absent)
                .map(|value| (value, 0))
                .collect();
            for (number, position) in numbers.values_mut().zip(0..) {
                *number = position;
            }
            let of: Vec<u32> = column
                .values()
                .filter_map(|v| numbers.get(v).copied())
                .collect();
            let without = numbers.get("").copied().unwrap_or_default();
            let mut value_index = vec![without; nodes.len()];
            for (position, value) in column.entries() {
                let place = value_index.get_mut(*position as usize);
                if let Some((place, number)) = place.zip(of.get(*value as usize)) {
                    *place = *number;
                }
            }
            Some(Facet {
                key: (*key).to_owned(),
                label: (*label).to_owned(),
                values: numbers.into_keys().map(ToOwned::to_owned).collect(),
                value_index: Column(value_index),
            })
        })
        .collect()
}
