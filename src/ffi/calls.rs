use super::answer_editing;
use super::answer_explain::explain;
use super::answer_missing::{find_daemon_set, find_node, missing_node};
use super::answer_rollout::{self, but_pairs};
use super::defaults::DefaultsAnswer;
use super::editing::{CompleteAnswer, FieldAnswer, PlaceQuestion};
use super::explain::{ExplainAnswer, ExplainFound};
use super::place::{NodesAnswer, PlaceAnswer};
use super::request::{
    ExplainQuestion, FixQuestion, LimitsRequest, LintQuestion, Options, RolloutQuestion,
};
use super::rollout::RolloutAnswer;
use super::shapes::{
    Brought, ConfigUsed, Diagnostic, FixAnswer, FixedFile, FixedFinding, Head, KindCount,
    LintAnswer,
};
use super::validate::ValidateAnswer;
use super::{answer_defaults, answer_nodes, answer_place, answer_validate, config, convert};
use crate::lint::{Config, FailOn};
use crate::manifest::Limits;
use crate::model::{FeatureGates, Time};
use crate::order::OrderedMap;
use crate::simulation::Observer;
use crate::workspace::{Configuration, Fixing, Workspace};

/// The most objects that an answer names one by one.
const NAMED_OBJECTS: usize = 10_000;

/// Texts that stay open, and questions about them: what every host talks to.
///
/// ```
/// use everynode::ffi::{LintQuestion, Session};
/// let mut session = Session::new();
/// session.set_text("ds.yaml", "kind: [\n");
/// let answer = session.lint(&LintQuestion::default()).unwrap();
/// assert_eq!(answer.diagnostics[0].rule, "yaml-syntax");
/// ```
#[derive(Debug, Default)]
pub struct Session {
    workspace: Workspace,
    complete: bool,
}

impl Session {
    /// Without texts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a text, or replaces the open one of this name.
    pub fn set_text(&mut self, name: &str, text: &str) {
        self.workspace.set_text(name, text);
    }

    /// The same for UTF-8 bytes.
    pub fn set_bytes(&mut self, name: &str, bytes: &[u8]) {
        self.workspace.set_bytes(name, bytes);
    }

    /// Closes a text.
    pub fn remove_file(&mut self, name: &str) {
        self.workspace.remove_file(name);
    }

    /// Sets what answers depend on besides the texts.
    ///
    /// # Errors
    /// What was wanted, where `now` is not a moment.
    pub fn set_options(&mut self, options: &Options) -> Result<(), String> {
        let now = match options.now.as_deref() {
            None | Some("") => None,
            Some(text) => Some(Time::parse(text).ok_or_else(|| {
                format!(
                    "`now` is a moment as RFC 3339 writes it (2026-11-21T08:00:00Z), not `{text}`"
                )
            })?),
        };
        let gates = options.feature_gates;
        let default = FeatureGates::default();
        let gates = FeatureGates {
            taint_toleration_comparison_operators: gates
                .taint_toleration_comparison_operators
                .unwrap_or(default.taint_toleration_comparison_operators),
        };
        let chosen = options.config.as_ref();
        let chosen = chosen.map(|given| Configuration::read(&given.name, &given.text));
        self.workspace.set_configuration(chosen);
        self.complete = options.complete;
        self.workspace.set_limits(limits(options.limits));
        self.workspace.set_judging(now, gates);
        Ok(())
    }

    /// On which Nodes each DaemonSet runs, and why not on the others.
    ///
    /// ```
    /// use everynode::ffi::Session;
    /// let mut session = Session::new();
    /// session.set_text("node.yaml", "apiVersion: v1\nkind: Node\nmetadata: {name: a}\n");
    /// session.set_text("ds.yaml", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\n");
    /// assert_eq!(session.place().daemon_sets[0].verdict, "runs on the only node");
    /// ```
    pub fn place(&mut self) -> PlaceAnswer {
        let cluster = self.workspace.cluster();
        let diagnostics = self.diagnostics();
        PlaceAnswer {
            diagnostics,
            ..answer_place::answer(&self.workspace, &cluster)
        }
    }

    /// What every Node says of itself: labels, taints, and whether it is cordoned.
    ///
    /// ```
    /// use everynode::ffi::Session;
    /// let mut session = Session::new();
    /// session.set_text("node.yaml", "apiVersion: v1\nkind: Node\nmetadata: {name: a, labels: {pool: gpu}}\n");
    /// let answer = session.nodes();
    /// assert_eq!((answer.labels[0].label.as_str(), answer.labels[0].values[0].as_str()), ("pool", "gpu"));
    /// ```
    pub fn nodes(&mut self) -> NodesAnswer {
        answer_nodes::nodes(&self.workspace.cluster().snapshot.nodes)
    }

    /// Every check of one DaemonSet on one Node.
    ///
    /// ```
    /// use everynode::ffi::{ExplainAnswer, ExplainQuestion, Session};
    /// let mut session = Session::new();
    /// session.set_text("ds.yaml", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\n");
    /// let question = ExplainQuestion { daemon_set: "agent".into(), node: "a".into() };
    /// let ExplainAnswer::NotFound(answer) = session.explain(&question) else { panic!() };
    /// assert_eq!(answer.message, "the input holds no Node");
    /// ```
    pub fn explain(&mut self, question: &ExplainQuestion) -> ExplainAnswer {
        let cluster = self.workspace.cluster();
        let diagnostics = self.diagnostics();
        let workspace = &self.workspace;
        let found = find_daemon_set(&cluster, &question.daemon_set).and_then(|judged| {
            find_node(&cluster, &question.node)
                .and_then(|node| explain(workspace, &cluster, judged, node))
                .ok_or_else(|| missing_node(&cluster, &question.node))
        });
        match found {
            Ok(answer) => ExplainAnswer::Found(Box::new(ExplainFound {
                diagnostics,
                ..answer
            })),
            Err(missing) => ExplainAnswer::NotFound(missing.answer(diagnostics)),
        }
    }

    #[cfg(feature = "bench")]
    pub(super) fn workspace(&mut self) -> &mut Workspace {
        &mut self.workspace
    }

    /// How an update of one DaemonSet goes, step by step.
    ///
    /// What is there before comes from the files that the question names, or else from the recorded objects of the
    /// input; without either, the answer is a first rollout.
    ///
    /// ```
    /// use everynode::ffi::{RolloutAnswer, RolloutQuestion, Session};
    /// let mut session = Session::new();
    /// session.set_text("node.yaml", "apiVersion: v1\nkind: Node\nmetadata: {name: a}\n");
    /// session.set_text("ds.yaml", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\n");
    /// let question = RolloutQuestion { startup_seconds: Some(5), ..RolloutQuestion::default() };
    /// let RolloutAnswer::Found(answer) = session.rollout(&question) else { panic!() };
    /// assert_eq!(answer.verdict, "the update ends after 5 s");
    /// ```
    pub fn rollout(&mut self, question: &RolloutQuestion) -> RolloutAnswer {
        self.rollout_observed(question, &mut |_| true)
    }

    /// The same, with somebody who is told of progress every few milliseconds and can stop it by answering `false`.
    ///
    /// ```
    /// use everynode::ffi::{RolloutAnswer, RolloutQuestion, Session};
    /// let mut session = Session::new();
    /// for number in 0..3000 {
    ///     let node = format!("apiVersion: v1\nkind: Node\nmetadata: {{name: n{number}}}\n");
    ///     session.set_text(&format!("{number}.yaml"), &node);
    /// }
    /// session.set_text("ds.yaml", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\n");
    /// let question = RolloutQuestion { startup_seconds: Some(5), ..RolloutQuestion::default() };
    /// let answer = session.rollout_observed(&question, &mut |progress| progress.time > 0);
    /// let RolloutAnswer::Found(answer) = answer else { panic!() };
    /// assert_eq!(answer.outcome, "stopped");
    /// ```
    pub fn rollout_observed(
        &mut self,
        question: &RolloutQuestion,
        observer: &mut Observer<'_>,
    ) -> RolloutAnswer {
        let cluster = self.workspace.cluster();
        let mut diagnostics = but_pairs(self.diagnostics(), question);
        match answer_rollout::answer(&self.workspace, &cluster, question, observer) {
            Ok(mut answer) => {
                diagnostics.append(&mut answer.diagnostics);
                answer.diagnostics = diagnostics;
                RolloutAnswer::Found(Box::new(answer))
            }
            Err(missing) => RolloutAnswer::NotFound(missing.answer(diagnostics)),
        }
    }

    fn diagnostics(&mut self) -> Vec<Diagnostic> {
        let found = self.workspace.diagnostics();
        convert::diagnostics(&self.workspace, &found)
    }

    /// What the configuration says, and what the question says over it.
    fn config(&self, question: &LintQuestion) -> Result<Config, String> {
        let own = self.workspace.configuration();
        let own = own.map_or_else(Config::default, |own| own.config.clone());
        let mut config = config::with(own, question)?;
        config.complete |= self.complete;
        Ok(config)
    }

    /// What reading finds, and what a reviewer says.
    ///
    /// # Errors
    /// What was wanted, where the question names a preset, a role or a rule that there is not.
    pub fn lint(&mut self, question: &LintQuestion) -> Result<LintAnswer, String> {
        let config = self.config(question)?;
        self.workspace.set_old(&question.old);
        let fixes = question.fixes != Some(false);
        let review = self.workspace.review(&config, config.complete, fixes);
        self.workspace.set_old(&[]);
        let workspace = &self.workspace;
        let diagnostics = convert::diagnostics(workspace, &review.diagnostics);
        let objects = || workspace.objects_by_id().map(|(_, object)| object);
        let mut counts: OrderedMap<&str, u32> = OrderedMap::new();
        for object in objects() {
            *counts.or_insert_with(&object.kind, || 0) += 1;
        }
        Ok(LintAnswer {
            head: Head::default(),
            diagnostics,
            roles: convert::roles(workspace, &review.roles),
            ignored: review.ignored,
            config: workspace.configuration().map(|own| ConfigUsed {
                file: own.file.name.clone(),
                fail_on: config.fail_on.map(FailOn::as_str),
            }),
            objects: objects()
                .take(NAMED_OBJECTS)
                .map(|object| convert::summary(workspace, object))
                .collect(),
            counts: counts
                .into_iter()
                .map(|(kind, count)| KindCount {
                    kind: kind.to_owned(),
                    count,
                })
                .collect(),
        })
    }

    /// What the API server answers to each object. `old` names the files that hold what is stored already.
    ///
    /// ```
    /// use everynode::ffi::Session;
    /// let mut session = Session::new();
    /// session.set_text("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: []}\n");
    /// let answer = session.validate(&[]);
    /// assert_eq!(answer.objects[0].kubectl, "The Pod \"a\" is invalid: spec.containers: Required value\n");
    /// ```
    pub fn validate(&mut self, old: &[String]) -> ValidateAnswer {
        let old: Vec<&str> = old.iter().map(String::as_str).collect();
        let found = self.workspace.validate(&old);
        answer_validate::answer(&mut self.workspace, found, &old)
    }

    /// Which field of the API stands at a place of an open text, whether the text can be read or not.
    ///
    /// ```
    /// use everynode::ffi::{PlaceQuestion, Session};
    /// let mut session = Session::new();
    /// session.set_text("a.yaml", "kind: Pod\nspec: {dnsPolicy: Def");
    /// let question = PlaceQuestion { file: "a.yaml".into(), line: 2, column: 9 };
    /// let field = session.field_at(&question).field.unwrap();
    /// assert_eq!((field.path.as_str(), field.default.as_deref()), ("spec.dnsPolicy", Some("ClusterFirst")));
    /// ```
    #[must_use]
    pub fn field_at(&self, question: &PlaceQuestion) -> FieldAnswer {
        answer_editing::field(&self.workspace, question)
    }

    /// What may stand at a place of an open text, whether the text can be read or not.
    ///
    /// ```
    /// use everynode::ffi::{PlaceQuestion, Session};
    /// let mut session = Session::new();
    /// session.set_text("a.yaml", "kind: Pod\nspec:\n  dnsPolicy: \n");
    /// let question = PlaceQuestion { file: "a.yaml".into(), line: 3, column: 14 };
    /// assert_eq!(session.complete(&question).candidates[0].insert, "ClusterFirst");
    /// ```
    pub fn complete(&mut self, question: &PlaceQuestion) -> CompleteAnswer {
        answer_editing::complete(&mut self.workspace, question)
    }

    /// Each object as the API server stores it, with what it adds marked.
    ///
    /// ```
    /// use everynode::ffi::Session;
    /// let mut session = Session::new();
    /// session.set_text("a.yaml", "apiVersion: v1\nkind: Node\nmetadata: {name: a}\nstatus: {capacity: {pods: 110}}\n");
    /// let answer = session.defaults();
    /// assert_eq!(answer.objects[0].added[1].path, "status.allocatable");
    /// ```
    pub fn defaults(&mut self) -> DefaultsAnswer {
        let found = self.workspace.defaults();
        answer_defaults::answer(&mut self.workspace, found)
    }

    /// Mends what rules know a fix for, round by round, each reviewed again. The open texts stay as they are.
    ///
    /// A finding that is not there any more, or that has no fix, is not mended: the answer names none.
    ///
    /// ```
    /// use everynode::ffi::{FixQuestion, Session};
    /// let mut session = Session::new();
    /// session.set_text("ds.yaml", "updateStrategy: {type: OnDelete, rollingUpdate: {maxUnavailable: 1}}\n");
    /// let answer = session.fix(&FixQuestion::default()).unwrap();
    /// assert_eq!(answer.files[0].text, "updateStrategy: {type: OnDelete}\n");
    /// ```
    ///
    /// # Errors
    /// As for [`lint`](Self::lint).
    pub fn fix(&mut self, question: &FixQuestion) -> Result<FixAnswer, String> {
        let config = self.config(&question.lint)?;
        self.workspace.set_old(&question.lint.old);
        let fixing = match &question.only {
            None if question.all => Fixing::All,
            None => Fixing::Safe,
            Some(only) => match convert::byte(&self.workspace, &only.file, only.offset) {
                None => return Ok(FixAnswer::default()),
                Some(at) => Fixing::One {
                    rule: only.rule.clone(),
                    file: at.file,
                    start: at.range.start,
                    message: only.message.clone(),
                },
            },
        };
        let mended = self.workspace.fix(&config, config.complete, &fixing);
        self.workspace.set_old(&[]);
        let mut answer = FixAnswer::default();
        for (name, text) in mended.files {
            answer.files.push(FixedFile { name, text });
        }
        let workspace = &self.workspace;
        for (finding, title) in mended.mended {
            answer.fixed.push(convert::fixed(workspace, finding, title));
        }
        for refusal in mended.refused {
            let fixed = convert::fixed(workspace, refusal.finding, refusal.title);
            let brings = Some(Brought {
                rule: refusal.brings.rule.id,
                message: refusal.brings.message,
            });
            answer.refused.push(FixedFinding { brings, ..fixed });
        }
        Ok(answer)
    }

    /// The text of an open file as it is read, for code frames.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.workspace.text(name)
    }
}

fn limits(request: LimitsRequest) -> Limits {
    let default = Limits::default();
    Limits {
        bytes: request.bytes.unwrap_or(default.bytes),
        documents: request.documents.unwrap_or(default.documents),
        nesting: request.nesting.unwrap_or(default.nesting),
        alias_expansion: request.alias_expansion.unwrap_or(default.alias_expansion),
        objects: request.objects.unwrap_or(default.objects),
    }
}
