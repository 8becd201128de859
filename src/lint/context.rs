use super::{Input, Role, Subject};
use crate::apiserver::{default_daemon_set, default_node, restarted};
use crate::cluster::ClusterNodes;
use crate::manifest::{Items, View};
use crate::model::{DaemonSet, Node, Toleration};
use crate::simulation::{Ending, Rollout, RolloutInput, Scenario, Start, ending, rollout};
use std::ops::Deref;

/// What a rule may ask: one object ([`Subject`], whose fields are the context's own) and all others beside it.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The whole input.
    pub input: &'a Input<'a>,
    /// The object that the rule is asked about.
    pub subject: &'a Subject<'a>,
}

impl<'a> Deref for Context<'a> {
    type Target = Subject<'a>;

    fn deref(&self) -> &Subject<'a> {
        self.subject
    }
}

/// A toleration as it is written, and as the API reads it.
#[derive(Clone, Copy, Debug)]
pub struct WrittenToleration<'a> {
    /// The item of the list.
    pub view: View<'a>,
    /// The same in its type.
    pub typed: &'a Toleration,
}

/// An update that was played.
#[derive(Debug)]
pub struct Played {
    /// Its course.
    pub course: Rollout,
    /// How it ends.
    pub ending: Ending,
    /// Whether the Nodes are those of the input; else one Node was made up, on which the DaemonSet runs, because there is no such
    /// Node, or because too much was played already.
    pub is_real: bool,
}

impl<'a> Context<'a> {
    /// What kind of agent it is.
    #[must_use]
    pub fn role(&self) -> Role {
        self.subject.guess.role
    }

    /// The DaemonSet in its type, with the API server's defaults. Of a part of one, what the part says.
    #[must_use]
    pub fn daemon_set(&self) -> Option<&'a DaemonSet> {
        self.subject.judged.map(|judged| &**judged.daemon_set)
    }

    /// The tolerations of a DaemonSet's template.
    #[must_use]
    pub fn tolerations(&self) -> Vec<WrittenToleration<'a>> {
        let mut found = Vec::new();
        if let Some(daemon_set) = self.daemon_set() {
            let typed = &daemon_set.spec.template.spec.tolerations;
            let views = self.pod.get("tolerations").items();
            let both = views.zip(typed);
            found.extend(both.map(|(view, typed)| WrittenToleration { view, typed }));
        }
        found
    }

    /// The terms of the required node affinity, as they are written.
    #[must_use]
    pub fn required_terms(&self) -> Items<'a> {
        let affinity = self.pod.at("affinity.nodeAffinity");
        let required = affinity.get("requiredDuringSchedulingIgnoredDuringExecution");
        required.get("nodeSelectorTerms").items()
    }

    /// The other objects of a kind, in the same namespace.
    #[must_use]
    pub fn beside(&self, kind: &str) -> Vec<&'a Subject<'a>> {
        let mut found = Vec::new();
        for other in &self.input.subjects {
            if other.object.kind == kind
                && other.namespace() == self.namespace()
                && !std::ptr::eq(other, self.subject)
            {
                found.push(other);
            }
        }
        found
    }

    /// The other objects of a kind, whatever their namespace.
    #[must_use]
    pub fn anywhere(&self, kind: &str) -> Vec<&'a Subject<'a>> {
        let others = self.input.subjects.iter();
        others
            .filter(|other| other.object.kind == kind && !std::ptr::eq(*other, self.subject))
            .collect()
    }

    /// Names of the Nodes on which a DaemonSet runs, by name; empty without Nodes.
    #[must_use]
    pub fn eligible_nodes(&self) -> Vec<&'a str> {
        let mut names = Vec::new();
        if let Some(judged) = self.subject.judged {
            for (position, node) in self.nodes().iter().enumerate() {
                let class = judged.eligibility.class(position);
                if class.is_some_and(|class| class.should_run) {
                    names.push(node.metadata.name.as_str());
                }
            }
        }
        names
    }

    /// The Nodes of the input, by name.
    #[must_use]
    pub fn nodes(&self) -> &'a ClusterNodes {
        &self.input.snapshot.nodes
    }

    /// Plays an update that gives every Pod a new template and changes nothing else: on the Nodes of the input, or else
    /// on one that is made for the DaemonSet.
    #[must_use]
    pub fn play_update(&self) -> Option<Played> {
        let judged = self.subject.judged?;
        let is_real = judged.eligibility.eligible() > 0 && self.input.fleet.may_play();
        let mut old = judged.daemon_set.clone();
        let made_up;
        let nodes = match is_real {
            true => self.nodes(),
            false => {
                let mut anywhere = (**judged.daemon_set).clone();
                let pod = &mut anywhere.spec.template.spec;
                pod.node_name.clear();
                pod.node_selector = crate::model::StringMap::new();
                pod.node_affinity = None;
                old = default_daemon_set(anywhere);
                let mut node = Node::default();
                "node-1".clone_into(&mut node.metadata.name);
                made_up = ClusterNodes::new([default_node(node)]);
                &made_up
            }
        };
        let new = restarted(&old, "2000-01-01T00:00:00Z");
        let scenario = Scenario {
            startup_seconds: 1,
            termination_seconds: 1,
            ..Scenario::default()
        };
        let input = RolloutInput {
            start: Start::Settled(&old),
            new: &new,
            nodes,
            gates: self.input.gates,
            scenario: &scenario,
        };
        let course = rollout(input);
        let ending = ending(input, &course);
        Some(Played {
            course,
            ending,
            is_real,
        })
    }
}
