use super::Column;
use super::shapes::{Diagnostic, Head, ObjectRef, Place, Range, Suggestion};
use serde::Serialize;

/// A property that tells Nodes apart at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Facet {
    /// `zone`, `pool`, `arch`, `os`.
    pub key: String,
    /// The label it is read from.
    pub label: String,
    /// Sorted; a Node without the label has the empty value.
    pub values: Vec<String>,
    /// For each Node, an index into `values`.
    pub value_index: Column,
}

/// One label, and the Nodes that have it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NodeLabel {
    /// Its key.
    pub label: String,
    /// Each once, in the order in which Nodes first have them.
    pub values: Vec<String>,
    /// Positions of the Nodes that have the label, ascending.
    pub nodes: Column,
    /// For each of them, an index into `values`.
    pub value_index: Column,
}

/// What Nodes say of themselves, for searches and for changes that are tried out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NodesAnswer {
    /// Version.
    #[serde(flatten)]
    pub head: Head,
    /// Sorted; a Node's position in this list is its index everywhere else.
    pub names: Vec<String>,
    /// Every label that some Node has, sorted.
    pub labels: Vec<NodeLabel>,
    /// Every taint that some Node has, once.
    pub taints: Vec<TaintShape>,
    /// Every list of taints that some Node has, once: indices into `taints`, in the Node's order.
    pub taint_lists: Vec<Column>,
    /// For each Node, an index into `taint_lists`.
    pub taint_list: Column,
    /// Positions of those that are cordoned.
    pub unschedulable: Column,
}

/// The Nodes of the input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NodeTable {
    /// Sorted.
    pub names: Vec<String>,
    /// For pictures.
    pub facets: Vec<Facet>,
}

/// Status counters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DaemonSetStatus {
    /// Eligible Nodes.
    pub desired_number_scheduled: i32,
    /// Eligible Nodes that have a Pod.
    pub current_number_scheduled: i32,
    /// Nodes that are not eligible but have a Pod.
    pub number_misscheduled: i32,
    /// Eligible Nodes whose first Pod is Ready.
    pub number_ready: i32,
    /// Eligible Nodes whose first Pod is of the current revision; `None` where the input cannot tell.
    pub updated_number_scheduled: Option<i32>,
    /// Eligible Nodes whose first Pod is available.
    pub number_available: i32,
    /// Desired minus available.
    pub number_unavailable: i32,
}

/// A taint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TaintShape {
    /// Its key.
    pub key: String,
    /// May be empty.
    pub value: String,
    /// As written.
    pub effect: String,
}

/// Why Nodes are not eligible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "camelCase")]
pub enum Reason {
    /// The template names another Node.
    NodeName {
        /// The Node it names.
        wanted: String,
    },
    /// A pair of the node selector.
    NodeSelector {
        /// The label.
        key: String,
        /// The value it must have.
        wanted: String,
        /// Where the manifest says it.
        #[serde(skip_serializing_if = "Option::is_none")]
        place: Option<Place>,
    },
    /// No term of the required node affinity matches.
    NodeAffinity {
        /// How many terms there are.
        terms: u32,
        /// Where the manifest says it.
        #[serde(skip_serializing_if = "Option::is_none")]
        place: Option<Place>,
    },
    /// A taint is not tolerated.
    Taint {
        /// Which.
        taint: TaintShape,
    },
}

/// Nodes with the same verdict for the same reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NodeGroup {
    /// `runs`, `awaitsPod`, `podNotAvailable`, `leftOut`, `keepsPod`, `losesPod`.
    pub verdict: &'static str,
    /// Whether a new Pod is made.
    pub should_run: bool,
    /// Whether a Pod there is left alone.
    pub should_continue_running: bool,
    /// Empty when eligible. Of the pairs of a node selector at most twenty are named; the sentence counts the others.
    pub reasons: Vec<Reason>,
    /// A heading.
    pub title: String,
    /// One sentence with the evidence.
    pub sentence: String,
    /// Short form for a list of causes.
    pub cause: String,
    /// Indices of Nodes, ascending.
    pub nodes: Column,
    /// What would let them in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<Suggestion>,
}

/// A toleration of the Pod.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TolerationView {
    /// Position in the Pod's list.
    pub index: u32,
    /// Empty: every key.
    pub key: String,
    /// `Equal` where it is left out.
    pub operator: String,
    /// May be empty.
    pub value: String,
    /// Empty: every effect.
    pub effect: String,
    /// Left out: for ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub toleration_seconds: Option<i64>,
    /// `manifest`, `controller` or `replaced`.
    pub origin: &'static str,
    /// Why the controller adds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Where the manifest says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Nodes that are eligible because of it.
    pub opens: u32,
}

/// A taint that Nodes carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TaintView {
    /// The taint.
    #[serde(flatten)]
    pub taint: TaintShape,
    /// How many Nodes carry it.
    pub nodes: u32,
    /// Up to five of them.
    pub examples: Vec<String>,
    /// `tolerated`, `keepsOut`, `evicts` or `noSay`.
    pub outcome: &'static str,
    /// Indices of tolerations.
    pub tolerated_by: Vec<u32>,
    /// Where the first such Node says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// Tolerations against taints.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TaintMatrix {
    /// Rows: those of the Pod, then those that the controller replaced.
    pub tolerations: Vec<TolerationView>,
    /// Columns.
    pub taints: Vec<TaintView>,
    /// By row, by column: what does not agree; empty when it matches.
    pub differs: Vec<Vec<Vec<&'static str>>>,
    /// One sentence above the table.
    pub sentence: String,
}

/// One requirement and what it admits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RequirementView {
    /// A label, or `metadata.name`.
    pub key: String,
    /// `In` for pairs of the node selector.
    pub operator: String,
    /// As written.
    pub values: Vec<String>,
    /// How many Nodes fulfil it.
    pub matches: u32,
    /// Why Kubernetes cannot parse it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// The nearest key or value that Nodes have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// One term of the required node affinity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TermView {
    /// How many Nodes fulfil all of it.
    pub matches: u32,
    /// All must match.
    pub requirements: Vec<RequirementView>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// What the template asks of Nodes, apart from taints.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlacementRules {
    /// The Node that the template names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node_name: Option<String>,
    /// All must match.
    pub node_selector: Vec<RequirementView>,
    /// Any must match; `None`: nothing is required.
    pub terms: Option<Vec<TermView>>,
    /// How many Nodes pass all of it.
    pub matches: u32,
}

/// What kubectl prints.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KubectlRow {
    /// The command.
    pub command: String,
    /// The moment it holds for.
    pub moment: String,
    /// Column heads.
    pub header: String,
    /// The row under them.
    pub row: String,
    /// Column heads of `-o wide`.
    pub wide_header: String,
    /// The row under them.
    pub wide_row: String,
}

/// A Pod where none should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MisscheduledPod {
    /// The Node's name.
    pub node: String,
    /// The Pod's name.
    pub pod: String,
    /// `keeps` or `deletes`.
    pub outcome: &'static str,
    /// Why the Node is not eligible.
    pub cause: String,
}

/// How Pods were told updated from not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// `controllerRevision`, `templateGeneration` or `unknown`.
    pub by: &'static str,
    /// The hash that updated Pods carry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
}

/// One DaemonSet on all Nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DaemonSetPlacement {
    /// Kind, namespace, name.
    #[serde(flatten)]
    pub reference: ObjectRef,
    /// The file's name.
    pub file: String,
    /// The object's stretch of text.
    pub range: Range,
    /// `recorded` or `proposed`.
    pub origin: &'static str,
    /// Where the recorded one of the pair is, when the proposed one was judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Place>,
    /// Eligible Nodes.
    pub eligible: u32,
    /// `runs on 7 of 12 nodes`
    pub verdict: String,
    /// Running first, then by size.
    pub groups: Vec<NodeGroup>,
    /// What the template asks of Nodes.
    pub rules: PlacementRules,
    /// Tolerations against taints.
    pub matrix: TaintMatrix,
    /// As the controller's next sync writes it.
    pub status: DaemonSetStatus,
    /// What the object's own status says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_status: Option<DaemonSetStatus>,
    /// How Pods were told apart.
    pub revision: Revision,
    /// What kubectl prints.
    pub kubectl: KubectlRow,
    /// By Node.
    pub misscheduled: Vec<MisscheduledPod>,
    /// What the reader should know besides.
    pub notes: Vec<String>,
}

/// Where every DaemonSet runs, and why not elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaceAnswer {
    /// Versions.
    #[serde(flatten)]
    pub head: Head,
    /// By file, then by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The Nodes.
    pub nodes: NodeTable,
    /// In the order of the input.
    pub daemon_sets: Vec<DaemonSetPlacement>,
    /// What the reader should know besides.
    pub notes: Vec<String>,
}
