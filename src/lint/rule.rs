use super::{Context, Mend, Preset, Roles, Spot, Spots};
use crate::diagnostic::Severity;

/// Sets of objects that a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reads(u32);

impl Reads {
    /// DaemonSets, and parts of them.
    pub const DAEMON_SETS: Self = Self(1);
    /// Deployments, StatefulSets, ReplicaSets, Jobs and CronJobs.
    pub const WORKLOADS: Self = Self(1 << 1);
    /// Pods that no controller made.
    pub const PODS: Self = Self(1 << 2);
    /// Whatever has a Pod template, and Pods.
    pub const TEMPLATES: Self = Self(0b111);
    /// Services.
    pub const SERVICES: Self = Self(1 << 3);
    /// PodDisruptionBudgets.
    pub const DISRUPTION_BUDGETS: Self = Self(1 << 4);
    /// HorizontalPodAutoscalers.
    pub const AUTOSCALERS: Self = Self(1 << 5);
    /// NetworkPolicies.
    pub const NETWORK_POLICIES: Self = Self(1 << 6);
    /// ConfigMaps.
    pub const CONFIG_MAPS: Self = Self(1 << 7);
    /// PriorityClasses.
    pub const PRIORITY_CLASSES: Self = Self(1 << 8);
    /// Namespaces.
    pub const NAMESPACES: Self = Self(1 << 9);
    /// Everything else that is written as an object, but for Nodes.
    pub const OTHERS: Self = Self(1 << 10);
    /// DaemonSets of which the input has an older one, which they are compared with. Pages load what compares after they have
    /// answered.
    pub const UPDATES: Self = Self(1 << 11);
    /// Every object.
    pub const ALL: Self = Self(0x7ff);

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether they have a kind in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set of one kind. Nodes and revisions are what others are judged against: they are in none.
    #[must_use]
    pub fn of_kind(kind: &str) -> Self {
        match kind {
            "DaemonSet" => Self::DAEMON_SETS,
            "Deployment"
            | "StatefulSet"
            | "ReplicaSet"
            | "ReplicationController"
            | "Job"
            | "CronJob" => Self::WORKLOADS,
            "Pod" => Self::PODS,
            "Service" => Self::SERVICES,
            "PodDisruptionBudget" => Self::DISRUPTION_BUDGETS,
            "HorizontalPodAutoscaler" => Self::AUTOSCALERS,
            "NetworkPolicy" => Self::NETWORK_POLICIES,
            "ConfigMap" => Self::CONFIG_MAPS,
            "PriorityClass" => Self::PRIORITY_CLASSES,
            "Namespace" => Self::NAMESPACES,
            "Node" | "ControllerRevision" => Self(0),
            _ => Self::OTHERS,
        }
    }
}

/// The lowest level of the Pod Security Standards that forbids what a rule finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PodSecurity {
    /// Forbidden from `baseline` on.
    Baseline,
    /// Forbidden by `restricted` alone.
    Restricted,
}

/// One rule: what is known of it before it finds anything, and its three steps. What it says is data, not code: a message costs
/// its own bytes alone.
///
/// The rest of what there is to say of a rule (examples, when to switch it off, what others call it) stands in the
/// comment of its file, of which `cargo xtask gen` makes docs/rules.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The name of the file with dashes.
    pub id: &'static str,
    /// Unless a role, a preset, or somebody's configuration says otherwise.
    pub severity: Severity,
    /// Where it is on by itself: [`Preset::Recommended`], or [`Preset::Strict`] alone.
    pub preset: Preset,
    /// How bad it is in the preset `security`, which leaves the others out.
    pub security: Option<Severity>,
    /// The objects that it is asked about, one by one.
    pub reads: Reads,
    /// The level of the Pod Security Standards that it belongs to.
    pub pod_security: Option<PodSecurity>,
    /// Agents of these roles need what it finds: for them it is advice.
    pub expected_of: Roles,
    /// For agents of these roles it finds nothing.
    pub off_for: Roles,
    /// Whether a comment, an annotation or the configuration may put its findings aside.
    pub ignorable: bool,
    /// What breaks in a cluster, and when.
    pub why: &'static str,
    /// What to do.
    pub help: &'static str,
    /// Finds places.
    pub look: for<'a> fn(&Context<'a>, &mut Spots<'a>),
    /// The message: one line, in which `{0}` stands for the first word of the [`Spot`]. A spot's `case` says which of several.
    pub say: &'static [&'static str],
    /// Gathers edits for a place, where there are any.
    pub mend: Option<fn(&Spot<'_>, &mut Mend)>,
}

impl Rule {
    /// What most rules are: a warning about Pod templates, in `recommended`.
    pub const NEW: Self = Self {
        id: "",
        severity: Severity::Warning,
        preset: Preset::Recommended,
        security: None,
        reads: Reads::TEMPLATES,
        pod_security: None,
        expected_of: Roles::NONE,
        off_for: Roles::NONE,
        ignorable: true,
        why: "",
        help: "",
        look: |_, _| {},
        say: &[],
        mend: None,
    };
}
