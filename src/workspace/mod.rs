//! The pipeline held once: open texts, ask; recomputes only what an edit touched.
//!
//! Texts keep their slot for as long as they are open, so that a place found earlier still names the same file.

mod before;
mod cluster;
mod configuration;
mod defaults;
mod document;
mod duplicates;
mod edit;
mod editing;
mod fix;
mod objects;
mod open;
mod refused;
mod review;
mod scenario;
mod stored_text;
mod surroundings;
mod update;
mod validate;

pub use cluster::{Cluster, JudgedDaemonSet};
pub use configuration::{CONFIGURATION, CONFIGURATION_NAME, Configuration};
pub use defaults::Defaults;
pub use edit::{Edited, snippet};
pub use editing::{Candidate, CandidateKind, Candidates, FieldFound};
pub use fix::{Fixing, Mended, Refusal};

use crate::diagnostic::Diagnostic;
use crate::manifest::{Limits, Object, Taken};
use crate::model::{FeatureGates, Time};
use crate::order::sort_by_key;
use crate::source::{FileId, SourceFile, SourceMap};
use cluster::Assembled;
use objects::Objects;
use open::{OpenText, Purpose};
pub use review::Review;
pub use scenario::{SCENARIO, ScenarioGiven, ScenarioReading, read_scenario};
use std::rc::Rc;
pub use stored_text::{AddedField, StoredText};
pub use surroundings::Surroundings;
pub use update::{Asked, PATCH, Patched, Refused, RefusedBy, Update, apply_patch};
pub use validate::{Said, Validated};

/// Open texts and what they hold.
///
/// ```
/// use everynode::workspace::Workspace;
/// let mut workspace = Workspace::new();
/// workspace.set_text("node.yaml", "apiVersion: v1\nkind: Node\nmetadata: {name: a}\n");
/// assert_eq!(workspace.objects().count(), 1);
/// assert!(workspace.diagnostics().is_empty());
/// ```
#[derive(Debug, Default)]
pub struct Workspace {
    /// A closed text leaves its slot empty.
    slots: Vec<Option<OpenText>>,
    limits: Limits,
    now: Option<Time>,
    gates: FeatureGates,
    assembled: Assembled,
    /// How many readings there were.
    readings: u64,
    /// The open text whose name says that it is one, and the one that was chosen instead.
    configurations: [Option<Configuration>; 2],
}

/// An object of an open text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ObjectId {
    /// The text.
    pub file: FileId,
    /// Its position among the objects of the text.
    pub index: u32,
}

impl Workspace {
    /// Without texts, with the default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a text, or replaces the open text of this name. The same text again costs nothing.
    pub fn set_text(&mut self, name: &str, text: &str) {
        self.open(OpenText::from_text(name, text));
    }

    /// The same for bytes: UTF-8, with or without a byte-order mark. Other bytes are a finding: UTF-16 is read as
    /// what it says, anything else as the replacement character.
    pub fn set_bytes(&mut self, name: &str, bytes: &[u8]) {
        self.open(OpenText::from_bytes(name, bytes));
    }

    /// Closes a text. A name that is not open is none of anybody's trouble.
    pub fn remove_file(&mut self, name: &str) {
        if name == CONFIGURATION_NAME {
            self.configurations[0] = None;
        }
        if let Some(slot) = self.slot(name) {
            *slot = None;
            self.assembled.forget();
        }
    }

    /// Chooses what the reviewer follows. Without a choice it follows the open text of the name [`CONFIGURATION_NAME`], which
    /// holds no objects.
    ///
    /// ```
    /// use everynode::workspace::Workspace;
    /// let mut workspace = Workspace::new();
    /// workspace.set_text("everynode.yaml", "presets: strict\n");
    /// assert_eq!(workspace.configuration().unwrap().config.presets[0].as_str(), "strict");
    /// assert_eq!(workspace.objects().count(), 0);
    /// ```
    pub fn set_configuration(&mut self, chosen: Option<Configuration>) {
        self.configurations[1] = chosen;
    }

    /// What the reviewer follows.
    #[must_use]
    pub fn configuration(&self) -> Option<&Configuration> {
        self.configurations.iter().rev().flatten().next()
    }

    /// Sets the limits; texts are read again only when they differ.
    pub fn set_limits(&mut self, limits: Limits) {
        if limits != self.limits {
            self.limits = limits;
            self.slots.iter_mut().flatten().for_each(OpenText::forget);
            self.assembled.forget();
        }
    }

    /// Sets the moment that answers are for, and the feature gates. Without a moment ages are unknown, and a Ready Pod
    /// is taken to be available.
    pub fn set_judging(&mut self, now: Option<Time>, gates: FeatureGates) {
        if gates != self.gates {
            self.slots.iter_mut().flatten().for_each(OpenText::listen);
        }
        if (now, gates) != (self.now, self.gates) {
            (self.now, self.gates) = (now, gates);
            self.assembled.forget();
        }
    }

    /// Says which open texts hold objects as they were before. They count as recorded, as if a cluster had printed them.
    ///
    /// ```
    /// use everynode::manifest::Origin;
    /// use everynode::workspace::Workspace;
    /// let mut workspace = Workspace::new();
    /// workspace.set_text("old.yaml", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\n");
    /// workspace.set_old(&["old.yaml".to_owned()]);
    /// assert_eq!(workspace.objects().next().unwrap().origin, Origin::Recorded);
    /// ```
    pub fn set_old(&mut self, names: &[String]) {
        for open in self.slots.iter_mut().flatten() {
            let is_old = names.contains(&open.file().name);
            if open.is_old != is_old {
                open.is_old = is_old;
                open.forget();
                self.assembled.forget();
            }
        }
    }

    /// The moment that answers are for.
    #[must_use]
    pub fn now(&self) -> Option<Time> {
        self.now
    }

    /// The feature gates.
    #[must_use]
    pub fn gates(&self) -> FeatureGates {
        self.gates
    }

    /// All open texts as one cluster, judged. Kept until a text or an option changes.
    ///
    /// ```
    /// use everynode::workspace::Workspace;
    /// let mut workspace = Workspace::new();
    /// workspace.set_text("node.yaml", "apiVersion: v1\nkind: Node\nmetadata: {name: a}\n");
    /// workspace.set_text("ds.yaml", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\n");
    /// let cluster = workspace.cluster();
    /// assert_eq!(cluster.daemon_sets[0].eligibility.eligible(), 1);
    /// ```
    pub fn cluster(&mut self) -> Rc<Cluster> {
        if let Some(cluster) = self.assembled.get() {
            return cluster;
        }
        self.read();
        let texts = (0..).map(FileId).zip(&self.slots);
        let texts: Vec<(FileId, u64)> = texts
            .filter_map(|(file, open)| Some((file, open.as_ref()?.surroundings()?)))
            .collect();
        let kept = self.assembled.surroundings(&texts);
        let surroundings = kept.unwrap_or_else(|| Rc::new(Surroundings::gather(self, texts)));
        let cluster = Cluster::assemble(self, surroundings, self.now, self.gates);
        self.assembled.keep(cluster)
    }

    /// One object; `None` when its text has been closed or replaced.
    #[must_use]
    pub fn object(&self, id: ObjectId) -> Option<&Object> {
        let slot = self.slots.get(id.file.0 as usize)?.as_ref()?;
        slot.object(id.index as usize)
    }

    /// Whether the API server was asked of an object of the same text, and said nothing.
    fn is_silent(&self, id: ObjectId) -> bool {
        let slot = self.slots.get(id.file.0 as usize);
        slot.and_then(Option::as_ref)
            .is_some_and(|open| open.is_silent(id.index))
    }

    fn open_mut(&mut self, id: FileId) -> Option<&mut OpenText> {
        self.slots.get_mut(id.0 as usize)?.as_mut()
    }

    /// Where each field of an object is written. Empty when the object is not there any more.
    #[must_use]
    pub fn source_map(&self, id: ObjectId) -> SourceMap {
        let map = || Some(self.object(id)?.source_map(&self.file(id.file)?.text));
        map().unwrap_or_default()
    }

    /// Every object with its id, in the order of the input, as far as the texts have been read.
    pub(crate) fn objects_by_id(&self) -> impl Iterator<Item = (ObjectId, &Object)> {
        Objects::new(&self.slots)
    }

    /// A file by its id.
    #[must_use]
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        if id == CONFIGURATION {
            return self.configuration().map(|own| &own.file);
        }
        let slot = self.slots.get(id.0 as usize)?.as_ref()?;
        Some(slot.file())
    }

    /// The text of an open file by its name, as it is read: without a byte-order mark.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.named(name).map(|(_, file)| &*file.text)
    }

    /// An open file by its name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<(FileId, &SourceFile)> {
        if let Some(own) = self.configuration().filter(|own| own.file.name == name) {
            return Some((CONFIGURATION, &own.file));
        }
        let mut files = (0..).map(FileId).zip(&self.slots);
        files.find_map(|(id, slot)| {
            let file = slot.as_ref()?.file();
            (file.name == name).then_some((id, file))
        })
    }

    /// An open file by its name that is read as manifests.
    fn manifest(&self, name: &str) -> Option<(FileId, &SourceFile)> {
        self.named(name).filter(|(id, _)| *id != CONFIGURATION)
    }

    /// Every object, by file in the order of opening, then by place.
    pub fn objects(&mut self) -> impl Iterator<Item = &Object> {
        self.read();
        Objects::new(&self.slots).map(|(_, object)| object)
    }

    /// What reading found, by file in the order of opening, then by place.
    pub fn diagnostics(&mut self) -> Vec<Diagnostic> {
        self.read_for(Purpose::Findings);
        let mut found = Vec::new();
        for open in self.slots.iter().flatten() {
            found.extend_from_slice(open.diagnostics());
        }
        let slots = &self.slots;
        found.extend_from_slice(self.assembled.duplicates(|| {
            let is_page = |file: FileId| {
                let open = slots.get(file.0 as usize).and_then(Option::as_ref);
                open.is_some_and(OpenText::is_page)
            };
            duplicates::find(Objects::new(slots).map(|(id, object)| (object, is_page(id.file))))
        }));
        sort_by_key(&mut found, |finding| finding.place);
        found
    }

    fn slot(&mut self, name: &str) -> Option<&mut Option<OpenText>> {
        let named = |slot: &&mut Option<OpenText>| {
            slot.as_ref().is_some_and(|open| open.file().name == name)
        };
        self.slots.iter_mut().find(named)
    }

    fn open(&mut self, text: OpenText) {
        let file = text.file();
        if file.name == CONFIGURATION_NAME {
            self.configurations[0] = Some(Configuration::read(&file.name, &file.text));
            return;
        }
        match self.slot(&text.file().name) {
            Some(Some(open)) if open.is_same(&text) => return,
            Some(slot) => *slot = Some(text),
            None => self.slots.push(Some(text)),
        }
        self.assembled.forget();
    }

    fn read(&mut self) {
        self.read_for(Purpose::Judging);
    }

    fn read_for(&mut self, purpose: Purpose) {
        let limits = self.limits;
        let mut taken = Taken::default();
        for (file, slot) in (0..).map(FileId).zip(&mut self.slots) {
            if let Some(open) = slot {
                self.readings += 1;
                open.read(file, &limits, taken, self.readings, purpose);
                taken.bytes = taken.bytes.saturating_add(open.file().text.len());
                taken.objects += open.objects().len();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(workspace: &mut Workspace) -> Vec<String> {
        workspace
            .objects()
            .map(|object| object.metadata.name.clone())
            .collect()
    }

    fn node(name: &str) -> String {
        format!("apiVersion: v1\nkind: Node\nmetadata: {{name: {name}}}\n")
    }

    #[test]
    fn a_replaced_text_keeps_its_place_in_the_order() {
        let mut workspace = Workspace::new();
        workspace.set_text("a.yaml", &node("a"));
        workspace.set_text("b.yaml", &node("b"));
        workspace.set_text("a.yaml", &node("c"));
        assert_eq!(names(&mut workspace), ["c", "b"]);
        workspace.remove_file("a.yaml");
        workspace.remove_file("never.yaml");
        assert_eq!(names(&mut workspace), ["b"]);
        let file = workspace.file(FileId(1)).map(|file| file.name.clone());
        assert_eq!(
            file.as_deref(),
            Some("b.yaml"),
            "its slot is still the same"
        );
    }

    #[test]
    fn bytes_that_are_not_utf8_are_a_finding_and_cost_nothing_else() {
        let mut workspace = Workspace::new();
        let mut bytes = node("a").into_bytes();
        bytes.extend(b"# caf\xe9\n");
        workspace.set_bytes("a.yaml", &bytes);
        let found = workspace.diagnostics();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].rule.id, "text-encoding");
        assert_eq!(names(&mut workspace), ["a"]);
    }

    #[test]
    fn a_recorded_and_a_proposed_object_are_a_pair() {
        let recorded = "apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, uid: u, creationTimestamp: 2026-11-20T00:00:00Z}
spec: {template: {spec: {dnsPolicy: ClusterFirst, containers: [{name: a, image: a:1}]}}}
status: {desiredNumberScheduled: 3}
";
        let proposed = "apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: default}
spec: {template: {spec: {containers: [{name: a, image: a:1}], nodeSelector: {disk: ssd}}}}
---
tolerations: [{operator: Exists}]
---
tolerations: [{operator: Exists, effect: NoSchedule}]
";
        let mut workspace = Workspace::new();
        workspace.set_text("proposed.yaml", proposed);
        workspace.set_text("recorded.yaml", recorded);
        let cluster = workspace.cluster();
        let names: Vec<_> = cluster
            .daemon_sets
            .iter()
            .map(|judged| judged.daemon_set.metadata.name.as_str())
            .collect();
        assert_eq!(names, ["agent", "fragment", "fragment-2"]);
        let agent = &cluster.daemon_sets[0];
        assert_eq!(
            (agent.object.file, agent.recorded.map(|id| id.file)),
            (FileId(0), Some(FileId(1)))
        );
        assert_eq!(agent.daemon_set.metadata.uid, "u");
        assert_eq!(agent.daemon_set.spec.template.spec.node_selector.len(), 1);
        assert!(
            !agent.daemon_set.spec.template.stored,
            "it makes other Pods"
        );
        workspace.set_text(
            "proposed.yaml",
            &proposed.replace(", nodeSelector: {disk: ssd}", ""),
        );
        let again = workspace.cluster();
        assert!(
            again.daemon_sets[0].daemon_set.spec.template.stored,
            "it makes the same Pods"
        );
        assert!(
            Rc::ptr_eq(&again, &workspace.cluster()),
            "nothing has changed"
        );
    }

    #[test]
    fn nodes_are_gathered_again_only_when_a_text_that_holds_some_changes() {
        let daemon_set = |zone: &str| {
            format!(
                "apiVersion: apps/v1
kind: DaemonSet
metadata: {{name: agent}}
spec: {{template: {{spec: {{nodeSelector: {{zone: {zone}}}}}}}}}
"
            )
        };
        let labelled = |zone: &str| {
            format!("apiVersion: v1\nkind: Node\nmetadata: {{name: n, labels: {{zone: {zone}}}}}\n")
        };
        let mut workspace = Workspace::new();
        let mut gathered = |name: &str, text: Option<&str>| {
            match text {
                Some(text) => workspace.set_text(name, text),
                None => workspace.remove_file(name),
            }
            let cluster = workspace.cluster();
            let judged = cluster.daemon_sets.first();
            let eligible = judged.map(|judged| judged.eligibility.eligible());
            (Rc::clone(&cluster.surroundings), eligible)
        };
        let before = gathered("nodes.yaml", Some(&labelled("a")));
        let (nodes, eligible) = gathered("ds.yaml", Some(&daemon_set("a")));
        assert!(Rc::ptr_eq(&before.0, &nodes));
        assert_eq!(eligible, Some(1));
        let (again, eligible) = gathered("ds.yaml", Some(&daemon_set("b")));
        assert!(Rc::ptr_eq(&again, &nodes));
        assert_eq!(eligible, Some(0));
        let (other, eligible) = gathered("nodes.yaml", Some(&labelled("b")));
        assert!(!Rc::ptr_eq(&other, &nodes));
        assert_eq!(eligible, Some(1));
        let (more, _) = gathered(
            "pods.yaml",
            Some("apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n"),
        );
        assert_eq!((more.node_objects.len(), more.pod_objects.len()), (1, 1));
        let (fewer, eligible) = gathered("nodes.yaml", None);
        assert_eq!((fewer.node_objects.len(), fewer.pod_objects.len()), (0, 1));
        assert_eq!(eligible, Some(0));
        // A text that held Nodes and holds none any more.
        let (none, _) = gathered("pods.yaml", Some(&daemon_set("c")));
        assert_eq!(none.pod_objects.len(), 0);
    }

    #[test]
    fn one_name_twice_is_found_within_proposed_objects_but_not_across() {
        let recorded = "apiVersion: v1\nkind: Node\nmetadata: {name: a, uid: u}\n";
        let mut workspace = Workspace::new();
        workspace.set_text("proposed.yaml", &node("a"));
        workspace.set_text("recorded.yaml", recorded);
        assert_eq!(workspace.diagnostics(), []);
        workspace.set_text("again.yaml", &node("a"));
        let found = workspace.diagnostics();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].rule.id, "object-duplicate");
        assert_eq!(found[0].place.file, FileId(2), "the later one is named");
        assert_eq!(found[0].related[0].place.file, FileId(0));
    }
}
