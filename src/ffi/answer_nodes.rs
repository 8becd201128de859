use super::answer_matrix::taint;
use super::{Column, Head, NodeLabel, NodesAnswer};
use crate::cluster::ClusterNodes;
use crate::order::sorted_unique;

/// What every Node is called, and what it says of itself.
pub(super) fn nodes(nodes: &ClusterNodes) -> NodesAnswer {
    let keys = nodes.iter().flat_map(|node| node.metadata.labels.iter());
    let keys = sorted_unique(keys.map(|(key, _)| key));
    let columns = nodes.label_columns(&keys);
    let labels = keys.iter().zip(columns).map(|(key, column)| NodeLabel {
        label: (*key).to_owned(),
        values: column.values().map(ToOwned::to_owned).collect(),
        nodes: Column(column.entries().iter().map(|(node, _)| *node).collect()),
        value_index: Column(column.entries().iter().map(|(_, value)| *value).collect()),
    });
    let cordoned = nodes
        .iter()
        .zip(0..)
        .filter(|(node, _)| node.spec.unschedulable);
    NodesAnswer {
        head: Head::default(),
        names: nodes
            .iter()
            .map(|node| node.metadata.name.clone())
            .collect(),
        labels: labels.collect(),
        taints: nodes.taints().iter().map(taint).collect(),
        taint_lists: nodes.taint_lists().iter().cloned().map(Column).collect(),
        taint_list: Column(nodes.taint_list_of().to_vec()),
        unschedulable: Column(cordoned.map(|(_, position)| position).collect()),
    }
}
