use super::edit::mended;
use super::refused;
use super::{ObjectId, Workspace};
use crate::diagnostic::{Diagnostic, Fix, Safety};
#[cfg(feature = "bench")]
use crate::lint::rule_costs;
use crate::lint::{Config, Given, Guess, Heard, Input, JudgedRef, Replaced, Trees, review};
use crate::manifest::{Object, ObjectText, Origin};
use crate::order::{OrderedMap, sort_by_key, sorted_unique};
use crate::source::{FileId, Place, SourceMap};

/// What a review of the open texts comes to.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// What reading found and what rules found, by file, then by place.
    pub diagnostics: Vec<Diagnostic>,
    /// What each object with a Pod template was taken for, in the order of the input.
    pub roles: Vec<(ObjectId, Guess)>,
    /// Findings that the texts put aside.
    pub ignored: u32,
}

/// Whether a review says what the API server would. The module that a page loads first does without.
const HEARS_API_SERVER: bool = cfg!(feature = "apiserver");

/// Of more Nodes a review asks nothing of the API server: a program wrote them, and each costs a fifth of a millisecond.
/// `validate` asks about all.
const NODES_ASKED: usize = 5_000;

/// An object that is reviewed.
type Asked<'a> = (ObjectId, Given<'a>);
/// What tells an object of its kind.
type Identity<'a> = (&'a str, &'a str, &'a str);

impl Workspace {
    /// Asks the rules about every object but Nodes, and what reading found.
    ///
    /// Of a recorded and a proposed object of one name, the proposed one is reviewed. What a controller made is not:
    /// its owner is. Without `fixes`, no object is read again to find some.
    ///
    /// ```
    /// use everynode::lint::Config;
    /// use everynode::workspace::Workspace;
    /// let mut workspace = Workspace::new();
    /// workspace.set_text("a.yaml", "tolerations:\n- {operator: Exists, effect: NoSchedule}\n");
    /// let review = workspace.review(&Config::default(), false, true);
    /// let rules: Vec<&str> = review.diagnostics.iter().map(|found| found.rule.id).collect();
    /// assert_eq!(rules, ["fragment", "toleration-exists-effect-limited"]);
    /// ```
    pub fn review(&mut self, config: &Config, complete: bool, fixes: bool) -> Review {
        self.review_with(config, complete, &|_, _| fixes)
    }

    /// The same with fixes for those findings alone that want one: each costs another reading of its object.
    pub(super) fn review_with(
        &mut self,
        config: &Config,
        complete: bool,
        wants: &dyn Fn(&Diagnostic, Safety) -> bool,
    ) -> Review {
        let mut diagnostics = self.diagnostics();
        // What is old stays as it is.
        for finding in &mut diagnostics {
            if self.is_old(finding.place.file) {
                finding.fixes.clear();
            }
        }
        if let Some(configuration) = self.configuration() {
            diagnostics.extend_from_slice(&configuration.diagnostics);
        }
        let heard = match HEARS_API_SERVER {
            true => self.heard(&mut diagnostics),
            false => Vec::new(),
        };
        let reviewed = self.with_input(config, complete, |this, given, trees, input| {
            this.reviewed(given, trees, input, heard, wants)
        });
        diagnostics.extend(reviewed.diagnostics);
        sort_by_key(&mut diagnostics, |finding| finding.place);
        Review {
            diagnostics,
            ..reviewed
        }
    }

    /// What the API server says of each object that is proposed: what a cluster printed, it has taken. What it cannot decode, and
    /// the reader of texts could, comes to `diagnostics`.
    fn heard(&mut self, diagnostics: &mut Vec<Diagnostic>) -> Vec<Heard> {
        let mut heard = Vec::new();
        let read = diagnostics.iter();
        let read = read.filter(|said| refused::is_of_decoding(said));
        let read = sorted_unique(read.map(|said| said.place));
        let is_node = |object: &Object| object.kind == "Node";
        let many = self.objects().filter(|object| is_node(object)).count() > NODES_ASKED;
        let is_asked = |object: &Object, is_silent: bool| {
            object.origin == Origin::Proposed && !is_silent && !(many && is_node(object))
        };
        let mut silent = Vec::new();
        for found in self.validate_some(&[], &is_asked) {
            let id = found.object;
            if found.is_silent() && !found.is_update {
                silent.push(id);
                continue;
            }
            if let Some((object, file)) = self.object(id).zip(self.file(id.file)) {
                heard.extend(refused::heard(&found, object));
                diagnostics.extend(refused::undecodable(&found, object, file, &read));
            }
        }
        // They are in the order of the input.
        for of_file in silent.chunk_by(|one, other| one.file == other.file) {
            if let Some(open) = of_file.first().and_then(|id| self.open_mut(id.file)) {
                open.silence(of_file);
            }
        }
        heard
    }

    /// What each rule costs alone, in the order of the rules: how much the clock goes on while it looks at every object.
    #[cfg(feature = "bench")]
    pub(crate) fn rule_costs(
        &mut self,
        config: &Config,
        clock: &dyn Fn() -> f64,
    ) -> Vec<(&'static str, f64)> {
        self.with_input(config, false, |_, _, _, input| rule_costs(input, clock))
    }

    /// Gathers what is to be reviewed, and asks.
    fn with_input<T>(
        &mut self,
        config: &Config,
        complete: bool,
        ask: impl for<'a> FnOnce(&'a Self, &'a [Asked<'a>], &'a Trees<'a>, &'a Input<'a>) -> T,
    ) -> T {
        let cluster = self.cluster();
        let this = &*self;
        // Both are in the order of the input.
        let judged = |id: ObjectId| {
            let found = cluster
                .daemon_sets
                .binary_search_by(|judged| judged.object.cmp(&id));
            let judged = cluster.daemon_sets.get(found.ok()?)?;
            Some(JudgedRef {
                daemon_set: &judged.daemon_set,
                eligibility: &judged.eligibility,
            })
        };
        let is_proposed = |object: &&Object| object.origin == Origin::Proposed;
        let objects = this.objects_by_id().map(|(_, object)| object);
        let proposed = sorted_unique(objects.filter(is_proposed).map(identity));
        let mut given = Vec::new();
        for (id, object) in this.objects_by_id() {
            let is_twin = object.origin == Origin::Recorded
                && proposed.binary_search(&identity(object)).is_ok();
            let is_other = matches!(object.kind.as_str(), "Node" | "ControllerRevision");
            let is_made = object.metadata.controller_of().is_some();
            let Some(file) = this.file(id.file) else {
                continue;
            };
            if is_twin || is_other || is_made || this.is_old(id.file) {
                continue;
            }
            let own = Given {
                object,
                file: &file.name,
                text: &file.text,
                judged: judged(id),
            };
            given.push((id, own));
        }
        let texts: Vec<ObjectText<'_>> = given
            .iter()
            .map(|(_, given)| given.object.text(given.text))
            .collect();
        let trees = Trees::new(&texts);
        let snapshot = &cluster.snapshot;
        let own = given.iter().map(|(_, given)| given);
        let mut input = Input::new(own, &trees, snapshot, this.gates(), complete, config);
        input.hears = HEARS_API_SERVER;
        let before = match HEARS_API_SERVER {
            true => this.before(&cluster),
            false => Vec::new(),
        };
        let (mut replaced, mut texts) = (Vec::new(), Vec::new());
        if HEARS_API_SERVER {
            replaced.extend(before.iter().filter_map(|before| before.replaced(this)));
            let old = replaced.iter().map(|replaced: &Replaced<'_>| replaced.old);
            texts.extend(old.map(|old| old.object.text(old.text)));
        }
        let old = Trees::new(&texts);
        if HEARS_API_SERVER {
            input.compare(&replaced, &old);
        }
        ask(this, &given, &trees, &input)
    }

    /// What rules find, with the fixes that are wanted.
    fn reviewed<'a>(
        &'a self,
        given: &'a [Asked<'a>],
        trees: &'a Trees<'a>,
        input: &'a Input<'a>,
        heard: Vec<Heard>,
        wants: &dyn Fn(&Diagnostic, Safety) -> bool,
    ) -> Review {
        let outcome = review(input, &self.texts(given), heard);
        let mut positions: OrderedMap<Place, usize> = OrderedMap::new();
        for (position, (_, given)) in given.iter().enumerate() {
            positions.or_insert_with(given.object.place, || position);
        }
        let own = |place| {
            let position = *positions.get(&place)?;
            let (_, own) = given.get(position)?;
            Some((own, trees.get(position)?))
        };
        let mut diagnostics = Vec::new();
        let mut maps: OrderedMap<Place, SourceMap> = OrderedMap::new();
        for found in outcome.found {
            let mut diagnostic = found.diagnostic;
            let mend = found.mend;
            let mend = mend.filter(|mend| wants(&diagnostic, mend.safety));
            if let Some((mend, (given, tree))) = mend.zip(own(found.object)) {
                let map = maps.or_insert_with(found.object, || tree.source_map(given.text));
                let edits = mended(given.object, tree.root(), given.text, map, &mend.edits);
                diagnostic.fixes.extend(edits.map(|edits| Fix {
                    title: mend.title,
                    safety: mend.safety,
                    edits,
                }));
            }
            diagnostics.push(diagnostic);
        }
        let mut places = given.iter().map(|(id, given)| (given.object.place, *id));
        let mut roles = Vec::new();
        for subject in &input.subjects {
            let place = subject.object.place;
            let id = places.find(|(own, _)| *own == place).map(|(_, id)| id);
            if let Some(id) = id.filter(|_| subject.pod.exists()) {
                roles.push((id, subject.guess.clone()));
            }
        }
        Review {
            diagnostics,
            roles,
            ignored: outcome.ignored,
        }
    }

    /// The files of some objects, in the order of the input, with names and texts.
    fn texts(&self, given: &[Asked<'_>]) -> Vec<(FileId, &str, &str)> {
        let mut texts: Vec<(FileId, &str, &str)> = Vec::new();
        for (id, _) in given {
            if texts.last().is_some_and(|(last, ..)| *last == id.file) {
                continue;
            }
            if let Some(file) = self.file(id.file) {
                texts.push((id.file, &*file.name, &*file.text));
            }
        }
        texts
    }
}

fn identity(object: &Object) -> Identity<'_> {
    let metadata = &object.metadata;
    (&object.kind, &metadata.namespace, &metadata.name)
}
