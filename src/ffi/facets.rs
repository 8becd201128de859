use super::{Column, Facet};
use crate::cluster::ClusterNodes;
use crate::order::sorted_unique;
use crate::placement;

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
            let values = sorted_unique(column.values().chain(absent));
            let number = |value: &str| {
                let found = values.binary_search(&value).unwrap_or_default();
                u32::try_from(found).unwrap_or_default()
            };
            let of: Vec<u32> = column.values().map(number).collect();
            let without = number("");
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
                values: values.into_iter().map(ToOwned::to_owned).collect(),
                value_index: Column(value_index),
            })
        })
        .collect()
}
