use super::complete::Complete;
use super::port_clash::{TakenPort, taken_ports};
use super::{Config, Fleet, Subject, role_guess};
use crate::cluster::Snapshot;
use crate::controller::Eligibility;
use crate::manifest::{Object, ObjectText, ObjectTree};
use crate::model::{DaemonSet, Defaulted, FeatureGates};
use crate::source::Place;

/// What the controller makes of a DaemonSet.
#[derive(Clone, Copy, Debug)]
pub struct JudgedRef<'a> {
    /// As the API server stores it.
    pub daemon_set: &'a Defaulted<DaemonSet>,
    /// On which Nodes of the snapshot it runs.
    pub eligibility: &'a Eligibility,
}

/// An object that is to be reviewed.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// As it was read.
    pub object: &'a Object,
    /// Its file's name.
    pub file: &'a str,
    /// Its file's text.
    pub text: &'a str,
    /// Of a DaemonSet.
    pub judged: Option<JudgedRef<'a>>,
}

/// A DaemonSet of the input, by its place, and the one that it replaces.
#[derive(Clone, Copy, Debug)]
pub struct Replaced<'a> {
    /// The new one.
    pub by: Place,
    /// The old one.
    pub old: Given<'a>,
}

/// The objects' trees, which everything else refers to.
#[derive(Debug)]
pub struct Trees<'a>(Vec<Option<ObjectTree<'a>>>);

impl<'a> Trees<'a> {
    /// Reads the texts of [`Given::object`]s.
    #[must_use]
    pub fn new(texts: &'a [ObjectText<'a>]) -> Self {
        Self(texts.iter().map(ObjectText::tree).collect())
    }

    /// The tree of the object at a position; `None` where the text is not its own any more.
    #[must_use]
    pub fn get(&self, position: usize) -> Option<&ObjectTree<'a>> {
        self.0.get(position)?.as_ref()
    }
}

/// Longer lists are no manifest's. Rules go over two lists at a time, so that the time would grow with the square.
const WIDEST: usize = 4000;

/// All that rules may know.
#[derive(Debug)]
pub struct Input<'a> {
    /// Every object but Nodes and what controllers made, in the order of the input.
    pub subjects: Vec<Subject<'a>>,
    /// Nodes, Pods and revisions.
    pub snapshot: &'a Snapshot,
    /// Feature gates of the cluster.
    pub gates: FeatureGates,
    /// The input is a whole cluster: what is not there does not exist.
    pub complete: bool,
    /// The API server is asked as well, and what it says comes to the review.
    pub hears: bool,
    /// What somebody set.
    pub config: &'a Config,
    /// What is asked of the Nodes again and again.
    pub fleet: Fleet<'a>,
    /// Ports of Nodes that DaemonSets take.
    pub(super) taken_ports: Vec<TakenPort<'a>>,
    /// What a complete input has.
    pub(super) there: Complete<'a>,
}

impl<'a> Input<'a> {
    /// Takes the objects apart, and guesses what kind of agents they are.
    #[must_use]
    pub fn new(
        given: impl Iterator<Item = &'a Given<'a>>,
        trees: &'a Trees<'a>,
        snapshot: &'a Snapshot,
        gates: FeatureGates,
        complete: bool,
        config: &'a Config,
    ) -> Self {
        let mut subjects = Vec::new();
        for (given, tree) in given.zip(&trees.0) {
            let Some(tree) = tree.as_ref().filter(|tree| tree.widest() <= WIDEST) else {
                continue;
            };
            let mut subject = Subject::new(given, tree.root());
            subject.guess = role_guess::guess(&subject, given.file, config);
            subjects.push(subject);
        }
        Self {
            taken_ports: taken_ports(&subjects),
            there: Complete::new(&subjects, complete),
            subjects,
            fleet: Fleet::new(&snapshot.nodes),
            snapshot,
            gates,
            complete,
            hears: false,
            config,
        }
    }

    /// Says what DaemonSets replace, each with the tree of the old one at its position.
    pub fn compare(&mut self, replaced: &'a [Replaced<'a>], trees: &'a Trees<'a>) {
        for (replaced, tree) in replaced.iter().zip(&trees.0) {
            // They are in the order of the input.
            let by = |subject: &Subject<'_>| subject.object.place;
            let at = self.subjects.binary_search_by_key(&replaced.by, by);
            let subject = at.ok().and_then(|at| self.subjects.get_mut(at));
            let tree = tree.as_ref().filter(|tree| tree.widest() <= WIDEST);
            if let Some((subject, tree)) = subject.zip(tree) {
                subject.set_before(Subject::new(&replaced.old, tree.root()));
            }
        }
    }
}
