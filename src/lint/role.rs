/// What kind of agent a workload is: what it may be expected to do to its Nodes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Nothing says otherwise.
    #[default]
    Generic,
    /// Reads the logs of Nodes and containers.
    LogCollector,
    /// Measures Nodes.
    MetricsExporter,
    /// Sets up the network of Pods.
    Cni,
    /// Mounts storage for Pods.
    Csi,
    /// Watches what runs on Nodes.
    SecurityAgent,
    /// Hands devices to Pods.
    DevicePlugin,
}

impl Role {
    /// In the order of their definition.
    pub const ALL: [Self; 7] = [
        Self::Generic,
        Self::LogCollector,
        Self::MetricsExporter,
        Self::Cni,
        Self::Csi,
        Self::SecurityAgent,
        Self::DevicePlugin,
    ];

    /// As configurations and annotations write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Generic => "generic",
            Self::LogCollector => "log-collector",
            Self::MetricsExporter => "metrics-exporter",
            Self::Cni => "cni",
            Self::Csi => "csi",
            Self::SecurityAgent => "security-agent",
            Self::DevicePlugin => "device-plugin",
        }
    }

    /// The role of this name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
}

/// A set of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Roles(u8);

impl Roles {
    /// Of nobody.
    pub const NONE: Self = Self(0);
    /// Log collectors.
    pub const LOG_COLLECTOR: Self = Self::of(Role::LogCollector);
    /// Metrics exporters.
    pub const METRICS_EXPORTER: Self = Self::of(Role::MetricsExporter);
    /// Network plugins.
    pub const CNI: Self = Self::of(Role::Cni);
    /// Storage plugins.
    pub const CSI: Self = Self::of(Role::Csi);
    /// Security agents.
    pub const SECURITY_AGENT: Self = Self::of(Role::SecurityAgent);
    /// Device plugins.
    pub const DEVICE_PLUGIN: Self = Self::of(Role::DevicePlugin);
    /// Every role but the generic one: agents of Nodes.
    pub const AGENTS: Self = Self(0b111_1110);
    /// What other Pods on the Node depend on: network, storage, devices.
    pub const NODE_CRITICAL: Self = Self::CNI.and(Self::CSI).and(Self::DEVICE_PLUGIN);

    /// One role alone.
    #[must_use]
    pub const fn of(role: Role) -> Self {
        Self(1 << role as u8)
    }

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a role is among them.
    #[must_use]
    pub const fn has(self, role: Role) -> bool {
        self.0 & Self::of(role).0 != 0
    }
}
