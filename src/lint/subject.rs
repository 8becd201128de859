use super::{Container, ContainerKind, Given, Guess, JudgedRef, Mount, Reads};
use crate::manifest::{Object, View};
use crate::order::OrderedMap;

/// One object of the input, with what rules ask of most.
#[derive(Debug)]
pub struct Subject<'a> {
    /// As it was read; `typed` has the fields that types have.
    pub object: &'a Object,
    /// The text of its file.
    pub text: &'a str,
    /// The object as written.
    pub root: View<'a>,
    /// The Pod template: a map with `metadata` and `spec`. Of a Pod, itself; absent where the object has none.
    pub template: View<'a>,
    /// The template's spec.
    pub pod: View<'a>,
    /// The template's labels.
    pub labels: View<'a>,
    /// What selects Pods: `spec.selector`.
    pub selector: View<'a>,
    /// Init containers first, in the order of the manifest.
    pub containers: Vec<Container<'a>>,
    /// What kind of agent it is taken for.
    pub guess: Guess,
    /// What the controller makes of it; of DaemonSets alone.
    pub judged: Option<JudgedRef<'a>>,
    /// The DaemonSet that it replaces, or that it may have been meant to replace under another name.
    pub(super) before: Option<Box<Self>>,
    /// Which rules may ask about it.
    pub(super) kind: Reads,
    /// A bit for each of its Pods' labels, and for each label that its selector wants.
    bits: [u64; 2],
    /// Many rules ask for them.
    mounts: Vec<Mount<'a>>,
}

impl<'a> Subject<'a> {
    /// Takes an object apart. Its role is not guessed yet.
    pub(super) fn new(given: &Given<'a>, root: View<'a>) -> Self {
        let object = given.object;
        let kind = Reads::of_kind(match object.fragment {
            Some(_) => "DaemonSet",
            None => &object.kind,
        });
        let template = match object.kind.as_str() {
            "CronJob" => root.at("spec.jobTemplate.spec.template"),
            "Pod" => root,
            _ if kind.meets(Reads::TEMPLATES) => root.at("spec.template"),
            _ => root.absent(),
        };
        let pod = template.get("spec");
        let mut containers = Vec::new();
        let lists = [
            ("initContainers", ContainerKind::Init),
            ("containers", ContainerKind::Main),
        ];
        for (list, kind) in lists {
            for (index, view) in (0..).zip(pod.get(list).items()) {
                let sidecar = view.get("restartPolicy").text() == "Always";
                let kind = match kind {
                    ContainerKind::Init if sidecar => ContainerKind::Sidecar,
                    kind => kind,
                };
                containers.push(Container {
                    view,
                    kind,
                    index,
                    pod,
                });
            }
        }
        let labels = template.at("metadata.labels");
        let selector = root.at("spec.selector");
        let bits = [labels, selector.get("matchLabels")].map(|pairs| {
            let pairs = pairs.entries();
            pairs.fold(0, |bits, (key, value)| bits | bit(key) | bit(value.text()))
        });
        Self {
            object,
            text: given.text,
            root,
            template,
            pod,
            labels,
            selector,
            mounts: mounts(pod, &containers),
            containers,
            guess: Guess::default(),
            judged: given.judged,
            before: None,
            kind,
            bits,
        }
    }

    /// Whether its selector wants labels that Pods of the other do not have. Thousands of objects are held against each
    /// other: most of them part here.
    #[must_use]
    pub fn wants_others_than(&self, other: &Self) -> bool {
        let ([_, wanted], [there, _]) = (self.bits, other.bits);
        wanted & !there != 0
    }

    /// Every mount of every container, with its volume.
    #[must_use]
    pub fn mounts(&self) -> Vec<Mount<'a>> {
        self.mounts.clone()
    }

    /// The volume of a name, as an item of the list; absent where there is none.
    #[must_use]
    pub fn volume(&self, name: &str) -> View<'a> {
        let mut volumes = self.pod.get("volumes").items();
        let found = volumes.find(|volume| volume.get("name").text() == name);
        found.unwrap_or(self.pod.absent())
    }

    /// The namespace as kubectl sends it.
    #[must_use]
    pub fn namespace(&self) -> &'a str {
        match self.object.metadata.namespace.as_str() {
            "" => "default",
            namespace => namespace,
        }
    }

    /// As overrides name it: `Kind/namespace/name`.
    pub(super) fn address(&self) -> String {
        let reference = self.object.reference();
        let parts = [
            &*reference.kind,
            "/",
            self.namespace(),
            "/",
            &*reference.name,
        ];
        parts.concat()
    }

    /// Its name as written.
    #[must_use]
    pub fn name(&self) -> &'a str {
        &self.object.metadata.name
    }

    /// Whether it is a DaemonSet, or a part of one.
    #[must_use]
    pub fn is_daemon_set(&self) -> bool {
        self.kind.meets(Reads::DAEMON_SETS)
    }

    /// Gives it the DaemonSet that it replaces.
    pub(super) fn set_before(&mut self, before: Self) {
        self.before = Some(Box::new(before));
        self.kind = self.kind.and(Reads::UPDATES);
    }

    /// The DaemonSet that it replaces.
    #[must_use]
    pub fn old(&self) -> Option<&Self> {
        let before = self.before.as_deref();
        before.filter(|old| old.is_namesake(self))
    }

    /// The DaemonSet of another name or namespace that it was probably meant to replace.
    #[must_use]
    pub fn renamed(&self) -> Option<&Self> {
        let before = self.before.as_deref();
        before.filter(|old| !old.is_namesake(self))
    }

    fn is_namesake(&self, other: &Self) -> bool {
        (self.namespace(), self.name()) == (other.namespace(), other.name())
    }

    /// Whether only a part of a manifest was given.
    #[must_use]
    pub fn is_fragment(&self) -> bool {
        self.object.fragment.is_some()
    }

    /// An annotation of the object or of its template.
    #[must_use]
    pub fn annotation(&self, name: &str) -> View<'a> {
        let own = self.root.at("metadata.annotations").get(name);
        match own.exists() {
            true => own,
            false => self.template.at("metadata.annotations").get(name),
        }
    }
}

/// Every mount of some containers, with its volume.
fn mounts<'a>(pod: View<'a>, containers: &[Container<'a>]) -> Vec<Mount<'a>> {
    let mut volumes = OrderedMap::new();
    for volume in pod.get("volumes").items() {
        volumes.or_insert_with(volume.get("name").text(), || volume);
    }
    let mut mounts = Vec::new();
    for container in containers {
        for view in container.view.get("volumeMounts").items() {
            let volume = volumes.get(view.get("name").text());
            mounts.push(Mount {
                view,
                volume: volume.copied().unwrap_or(view.absent()),
                container: *container,
            });
        }
    }
    mounts
}

/// One of 64 bits for a text.
fn bit(text: &str) -> u64 {
    let mixed = text.bytes().fold(0_u32, |mixed, byte| {
        mixed.wrapping_mul(31).wrapping_add(u32::from(byte))
    });
    1 << (mixed % 61)
}
