use super::{Container, Mount, Subject};
use crate::manifest::View;

/// How a DaemonSet is updated, as it says it, and what tells the controller that a Pod is well.
impl<'a> Subject<'a> {
    /// The strategy as it is written.
    #[must_use]
    pub fn strategy(&self) -> View<'a> {
        self.root.at("spec.updateStrategy")
    }

    /// Whether Pods are replaced only when somebody deletes them.
    #[must_use]
    pub fn is_on_delete(&self) -> bool {
        self.strategy().get("type").text() == "OnDelete"
    }

    /// `maxSurge` where a new Pod starts beside the old one; absent elsewhere.
    #[must_use]
    pub fn surge(&self) -> View<'a> {
        let surge = self.strategy().at("rollingUpdate.maxSurge");
        match surge.text() {
            "" | "0" | "0%" => surge.absent(),
            _ if self.is_on_delete() => surge.absent(),
            _ => surge,
        }
    }

    /// Whether a Pod counts as available the moment that it is Ready. Of a part of a manifest that is not known.
    #[must_use]
    pub fn is_available_at_once(&self) -> bool {
        let spec = self.root.get("spec");
        spec.lacks("minReadySeconds") || spec.get("minReadySeconds").text() == "0"
    }

    /// Whether a container that runs on has a field.
    #[must_use]
    pub fn any_has(&self, field: &str) -> bool {
        let mut running = self.containers.iter().filter(|one| one.runs_on());
        running.any(|container| container.view.get(field).exists())
    }

    /// The first container that runs as long as the Pod.
    #[must_use]
    pub fn first_running(&self) -> Option<&Container<'a>> {
        self.containers.iter().find(|one| one.runs_on())
    }

    /// Whether the Pod is there for its init containers alone: what runs on only waits.
    #[must_use]
    pub fn only_waits(&self) -> bool {
        let mut running = self.containers.iter().filter(|one| one.runs_on());
        self.first_running().is_some() && running.all(Container::only_waits)
    }

    /// The folders of its Node that a container which runs on can write to.
    #[must_use]
    pub fn written_mounts(&self) -> Vec<Mount<'a>> {
        let mut mounts = self.mounts();
        mounts.retain(|mount| mount.container.runs_on() && !mount.is_read_only());
        mounts
    }

    /// Whether a Pod takes ports of its Node that an update with surge asks for twice.
    #[must_use]
    pub fn takes_ports(&self) -> bool {
        let mut ports = self.node_ports().into_iter();
        ports.any(|port| port.container.runs_on())
    }
}

impl<'a> Container<'a> {
    /// Whether it does nothing but keep its Pod alive.
    #[must_use]
    pub fn only_waits(&self) -> bool {
        let is_waiting = |word: &str| {
            let script = word.strip_prefix("exec ").unwrap_or(word);
            word == "pause"
                || word.ends_with("/pause")
                || ["sleep", "/bin/sleep", "tail -f /dev/null"]
                    .iter()
                    .any(|wait| script.starts_with(wait))
        };
        let mut words = self.words();
        self.image_name() == "pause"
            || match words.next() {
                Some(shell) if shell.text().ends_with("sh") => {
                    words.next();
                    words.next().is_some_and(|script| is_waiting(script.text()))
                }
                Some(program) => is_waiting(program.text()),
                None => false,
            }
    }

    /// The command and its arguments, word by word.
    pub fn words(&self) -> impl Iterator<Item = View<'a>> + use<'a> {
        let command = self.view.get("command").items();
        command.chain(self.view.get("args").items())
    }

    /// The probes that it has.
    #[must_use]
    pub fn probes(&self) -> Vec<View<'a>> {
        let mut found = Vec::new();
        for name in ["livenessProbe", "readinessProbe", "startupProbe"] {
            let probe = self.view.get(name);
            if probe.exists() {
                found.push(probe);
            }
        }
        found
    }
}

/// The port that a probe asks: of `httpGet`, `tcpSocket` or `grpc`; absent where it asks none.
#[must_use]
pub fn probe_port(probe: View<'_>) -> View<'_> {
    for handler in ["httpGet", "tcpSocket", "grpc"] {
        let port = probe.get(handler).get("port");
        if port.exists() {
            return port;
        }
    }
    probe.absent()
}
