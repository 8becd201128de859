use super::strict::Early;
use crate::diagnostic::{Diagnostic, ObjectRef};
use crate::model::{
    ConfigMap, ControllerRevision, DaemonSet, Deployment, HorizontalPodAutoscaler, LimitRange,
    Namespace, NetworkPolicy, Node, ObjectMeta, Pod, PodDisruptionBudget, PriorityClass,
    PrometheusRule, ResourceQuota, Service,
};
use crate::source::Place;

/// What a text held.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// In the order of the text; items of lists stand for themselves.
    pub objects: Vec<Object>,
    /// What was found while reading, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The text holds more than manifests: a page of Markdown, or a script.
    pub is_page: bool,
}

/// Whether a cluster printed an object or somebody wrote it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// It has a uid, a resourceVersion or a status.
    Recorded,
    /// It has none of them.
    #[default]
    Proposed,
}

/// Which part of a manifest was read as if it were whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FragmentKind {
    /// `nodeSelector: …`, `tolerations: …`, `containers: …` at the top.
    PodSpec,
    /// `template: …` or `updateStrategy: …` at the top, or under a lone `spec:`.
    DaemonSetSpec,
    /// A list of tolerations.
    Tolerations,
    /// `resources: …`, `livenessProbe: …` at the top: a part of a container.
    Container,
}

/// An object that was read.
#[derive(Clone, Debug)]
pub struct Object {
    /// As written: `apps/v1`.
    pub api_version: String,
    /// As written: `DaemonSet`; told from the shape where the text leaves it out.
    pub kind: String,
    /// Name, labels and so on; what every kind has.
    pub metadata: ObjectMeta,
    /// Its stretch of text.
    pub place: Place,
    /// Recorded or proposed.
    pub origin: Origin,
    /// Set when only a part of an object was given.
    pub fragment: Option<FragmentKind>,
    /// The object in its own type.
    pub typed: Typed,
    pub(super) early: Early,
}

/// The kinds that somebody judges.
#[derive(Clone, Debug)]
pub enum Typed {
    /// apps/v1, and the old groups.
    DaemonSet(Box<DaemonSet>),
    /// v1.
    Node(Box<Node>),
    /// v1.
    Pod(Box<Pod>),
    /// apps/v1.
    ControllerRevision(Box<ControllerRevision>),
    /// scheduling.k8s.io/v1.
    PriorityClass(Box<PriorityClass>),
    /// v1.
    Service(Box<Service>),
    /// policy/v1.
    PodDisruptionBudget(Box<PodDisruptionBudget>),
    /// v1.
    Namespace(Box<Namespace>),
    /// apps/v1, and the old groups.
    Deployment(Box<Deployment>),
    /// v1.
    ConfigMap(Box<ConfigMap>),
    /// v1.
    ResourceQuota(Box<ResourceQuota>),
    /// v1.
    LimitRange(Box<LimitRange>),
    /// networking.k8s.io/v1.
    NetworkPolicy(Box<NetworkPolicy>),
    /// autoscaling/v2 and v1.
    HorizontalPodAutoscaler(Box<HorizontalPodAutoscaler>),
    /// monitoring.coreos.com/v1.
    PrometheusRule(Box<PrometheusRule>),
    /// Known by name, and counted.
    Other,
}

impl Typed {
    /// What every kind has, but for those that are only counted.
    pub(super) fn metadata(&self) -> Option<&ObjectMeta> {
        Some(match self {
            Self::DaemonSet(object) => &object.metadata,
            Self::Node(object) => &object.metadata,
            Self::Pod(object) => &object.metadata,
            Self::ControllerRevision(object) => &object.metadata,
            Self::PriorityClass(object) => &object.metadata,
            Self::Service(object) => &object.metadata,
            Self::PodDisruptionBudget(object) => &object.metadata,
            Self::Namespace(object) => &object.metadata,
            Self::Deployment(object) => &object.metadata,
            Self::ConfigMap(object) => &object.metadata,
            Self::ResourceQuota(object) => &object.metadata,
            Self::LimitRange(object) => &object.metadata,
            Self::NetworkPolicy(object) => &object.metadata,
            Self::HorizontalPodAutoscaler(object) => &object.metadata,
            Self::PrometheusRule(object) => &object.metadata,
            Self::Other => return None,
        })
    }
}

/// The longest name that the API takes, in characters.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go DNS1123SubdomainMaxLength (v1.36.3)
const NAME: usize = 253;

impl Object {
    /// How messages name it. What is longer than a name may be is cut: every finding of the object carries it.
    #[must_use]
    pub fn reference(&self) -> ObjectRef {
        let name = |text: &str| match text.char_indices().nth(NAME) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
            None => text.to_owned(),
        };
        ObjectRef {
            kind: name(&self.kind),
            namespace: name(&self.metadata.namespace),
            name: name(&self.metadata.name),
        }
    }
}
