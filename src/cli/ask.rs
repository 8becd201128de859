use super::arguments::{FailOn, Fix, Format, Question, Verb};
use crate::KUBERNETES_VERSION;
use crate::ffi::{
    Diagnostic, ExplainAnswer, ExplainQuestion, FeatureGatesRequest, FixQuestion, FixedFile,
    LintQuestion, Observer, Options, PlaceAnswer, RolloutAnswer, RolloutQuestion, Session,
};
use crate::report::{
    Style, Texts, compact, defaults_json, defaults_text, error, explain_markdown, explain_text,
    findings, fix_diff, fix_text, github, json, junit, lint_markdown, lint_text, place_markdown,
    place_text, rollout_markdown, rollout_svg, rollout_text, rollout_watch, sarif, undecoded,
    validate_text, wide_text, yaml,
};
use crate::words::{name_list, nearest_of};

/// What is to be printed, and the exit code.
#[derive(Debug, Default)]
pub(super) struct Printed {
    /// Files to be written first.
    pub(super) files: Vec<FixedFile>,
    pub(super) out: String,
    pub(super) err: String,
    pub(super) code: u8,
}

/// How each stream is written: one may go to a terminal and the other to a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Styles {
    pub(super) out: Style,
    pub(super) err: Style,
}

/// The input has errors, or does not have what was asked for.
const FAULT: u8 = 1;
/// Findings of one rule that are shown beside an answer.
const OF_A_RULE: usize = 3;

/// Answers a question about texts.
///
/// # Errors
/// What the command line says cannot be carried out.
pub(super) fn ask(
    verb: Verb,
    question: &Question,
    texts: &[(String, Vec<u8>)],
    now: String,
    styles: Styles,
    observer: &mut Observer<'_>,
) -> Result<Printed, String> {
    let mut session = Session::new();
    session.set_options(&Options {
        now: Some(question.now.clone().unwrap_or(now)),
        feature_gates: gates(&question.gates)?,
        complete: question.complete,
        config: question.config_text.clone(),
        ..Options::default()
    })?;
    for (name, bytes) in texts {
        session.set_bytes(name, bytes);
    }
    match verb {
        Verb::Place => Ok(place(&mut session, question, styles)),
        Verb::Explain => explain(&mut session, question, styles),
        Verb::Rollout => rollout(&mut session, question, styles, observer),
        Verb::Lint if question.diff => diff(&mut session, question),
        Verb::Lint => lint(&mut session, question, styles),
        Verb::Validate => Ok(validate(&mut session, question, styles)),
        Verb::Default => Ok(default(&mut session, question, styles)),
    }
}

/// The feature gate that can be set.
const COMPARING: &str = "TaintTolerationComparisonOperators";

fn gates(given: &[(String, bool)]) -> Result<FeatureGatesRequest, String> {
    let mut gates = FeatureGatesRequest::default();
    for (name, on) in given {
        match name.as_str() {
            COMPARING => gates.taint_toleration_comparison_operators = Some(*on),
            other if nearest_of(other, &[COMPARING]).is_some() => {
                return Err(format!(
                    "there is no feature gate `{other}`; the nearest is `{COMPARING}`"
                ));
            }
            other => {
                return Err(format!(
                    "the feature gate `{other}` is taken as Kubernetes {KUBERNETES_VERSION} has it by default; \
                     only `{COMPARING}` can be set"
                ));
            }
        }
    }
    Ok(gates)
}

fn place(session: &mut Session, question: &Question, styles: Styles) -> Printed {
    let mut answer = session.place();
    let missing = match &question.daemon_set {
        Some(asked) => {
            keep_only(&mut answer, asked);
            let none = answer.daemon_sets.is_empty();
            none.then(|| no_such_daemon_set(session, asked))
        }
        None => {
            let none = answer.daemon_sets.is_empty();
            none.then(|| "the input holds no DaemonSet".to_owned())
        }
    };
    let beside = beside(session, &answer.diagnostics, question, styles);
    let out = match question.format {
        Format::Text | Format::Wide if missing.is_some() => String::new(),
        Format::Text => place_text(&answer, styles.out),
        Format::Wide => wide_text(&answer, styles.out),
        Format::Json => json(&answer),
        Format::Yaml => yaml(&answer),
        // The arguments admit no other.
        _ => place_markdown(&answer),
    };
    beside.with(out, missing)
}

fn keep_only(answer: &mut PlaceAnswer, asked: &str) {
    answer.daemon_sets.retain(|placement| {
        let reference = &placement.reference;
        match asked.split_once('/') {
            Some((namespace, name)) => reference.namespace == namespace && reference.name == name,
            None => reference.name == asked,
        }
    });
}

/// The API's own words, with the nearest name.
fn no_such_daemon_set(session: &mut Session, asked: &str) -> String {
    let answer = session.explain(&ExplainQuestion {
        daemon_set: asked.to_owned(),
        node: String::new(),
    });
    match answer {
        ExplainAnswer::NotFound(missing) => missing.message,
        ExplainAnswer::Found(_) => String::new(),
    }
}

fn explain(session: &mut Session, question: &Question, styles: Styles) -> Result<Printed, String> {
    let daemon_set = match &question.daemon_set {
        Some(asked) => asked.clone(),
        None => only_one(&session.place())?.unwrap_or_default(),
    };
    let answer = session.explain(&ExplainQuestion {
        daemon_set,
        node: question.node.clone().unwrap_or_default(),
    });
    let (diagnostics, missing) = match &answer {
        ExplainAnswer::Found(found) => (&found.diagnostics, None),
        ExplainAnswer::NotFound(missing) => (&missing.diagnostics, Some(missing.message.clone())),
    };
    let beside = beside(session, diagnostics, question, styles);
    let out = match question.format {
        Format::Text | Format::Wide if missing.is_some() => String::new(),
        Format::Text | Format::Wide => explain_text(&answer, styles.out),
        Format::Json => json(&answer),
        Format::Yaml => yaml(&answer),
        // The arguments admit no other.
        _ => explain_markdown(&answer),
    };
    Ok(beside.with(out, missing))
}

fn rollout(
    session: &mut Session,
    question: &Question,
    styles: Styles,
    observer: &mut Observer<'_>,
) -> Result<Printed, String> {
    let daemon_set = match &question.daemon_set {
        Some(asked) => asked.clone(),
        None => only_one(&session.place())?.unwrap_or_default(),
    };
    let asked = RolloutQuestion {
        daemon_set,
        ..question.rollout.clone()
    };
    let answer = session.rollout_observed(&asked, observer);
    let (diagnostics, missing) = match &answer {
        RolloutAnswer::Found(found) => (&found.diagnostics, None),
        RolloutAnswer::NotFound(missing) => (&missing.diagnostics, Some(missing.message.clone())),
    };
    let (scenario, patch) = (&asked.scenario, &asked.patch);
    let texts = |name: &str| match (scenario, patch) {
        (Some(scenario), _) if scenario.name == name => Some(scenario.text.as_str()),
        (_, Some(patch)) if patch.name == name => Some(patch.text.as_str()),
        _ => session.text(name),
    };
    // Nothing else says what is wrong in a scenario.
    let most = match scenario {
        Some(_) => usize::MAX,
        None => OF_A_RULE,
    };
    let beside = Beside::new(&texts, diagnostics, most, question.format, styles);
    let all = question.format == Format::Wide;
    let out = match question.format {
        Format::Text if question.watch => rollout_watch(&answer, styles.out),
        Format::Text | Format::Wide => rollout_text(&answer, all, styles.out),
        Format::Json => json(&answer),
        Format::Yaml => yaml(&answer),
        Format::Svg => rollout_svg(&answer),
        // The arguments admit no other.
        _ => rollout_markdown(&answer),
    };
    let mut printed = beside.with(out, missing);
    if let RolloutAnswer::Found(found) = &answer
        && !matches!(found.outcome, "complete" | "waiting")
    {
        printed.code = FAULT;
    }
    Ok(printed)
}

/// The only DaemonSet of the input, or none.
fn only_one(answer: &PlaceAnswer) -> Result<Option<String>, String> {
    let names: Vec<String> = answer
        .daemon_sets
        .iter()
        .map(|placement| {
            let reference = &placement.reference;
            format!("{}/{}", reference.namespace, reference.name)
        })
        .collect();
    match names.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(one.clone())),
        several => {
            let names: Vec<&str> = several.iter().map(String::as_str).collect();
            Err(format!(
                "the input holds {} DaemonSets, and --daemonset says which one: {}",
                names.len(),
                name_list(&names, 5)
            ))
        }
    }
}

fn mends(question: &Question) -> FixQuestion {
    FixQuestion {
        lint: question.lint.clone(),
        all: question.fix == Fix::All,
        only: None,
    }
}

/// What fixes would change. The exit code says whether there is anything.
fn diff(session: &mut Session, question: &Question) -> Result<Printed, String> {
    let answer = session.fix(&mends(question))?;
    let out = fix_diff(&answer, &|name| session.text(name));
    Ok(Printed {
        code: if out.is_empty() { 0 } else { FAULT },
        out,
        ..Printed::default()
    })
}

fn lint(session: &mut Session, question: &Question, styles: Styles) -> Result<Printed, String> {
    let style = styles.out;
    let mut files = Vec::new();
    let mut err = String::new();
    if question.fix != Fix::None {
        let fixed = session.fix(&mends(question))?;
        for file in &fixed.files {
            session.set_text(&file.name, &file.text);
        }
        err = fix_text(&fixed, styles.err);
        files = fixed.files;
    }
    // The others say nothing of fixes.
    let with_fixes = matches!(
        question.format,
        Format::Text | Format::Wide | Format::Json | Format::Yaml | Format::Sarif
    );
    let asked = LintQuestion {
        fixes: Some(with_fixes),
        ..question.lint.clone()
    };
    let answer = session.lint(&asked)?;
    let out = match question.format {
        Format::Text | Format::Wide => {
            let all = question.format == Format::Wide;
            lint_text(&answer, all, &|name| session.text(name), style)
        }
        Format::Json => json(&answer),
        Format::Yaml => yaml(&answer),
        Format::Compact => compact(&answer),
        Format::Sarif => sarif(&answer),
        Format::Github => github(&answer),
        Format::Junit => junit(&answer),
        // The arguments admit no other.
        _ => lint_markdown(&answer),
    };
    let own = answer.config.as_ref().and_then(|config| config.fail_on);
    let fail_on = question.fail_on.or_else(|| FailOn::parse(own?));
    let fails = fails(&answer.diagnostics, fail_on.unwrap_or_default());
    Ok(Printed {
        files,
        out,
        err,
        code: if fails { FAULT } else { 0 },
    })
}

/// What is said beside an answer: of each rule the first findings.
fn beside(
    session: &Session,
    diagnostics: &[Diagnostic],
    question: &Question,
    styles: Styles,
) -> Beside {
    let text = |name: &str| session.text(name);
    Beside::new(&text, diagnostics, OF_A_RULE, question.format, styles)
}

fn validate(session: &mut Session, question: &Question, styles: Styles) -> Printed {
    let answer = session.validate(&question.old);
    let beside = beside(session, &answer.diagnostics, question, styles);
    let out = match question.format {
        Format::Json => json(&answer),
        Format::Yaml => yaml(&answer),
        // The arguments admit no other.
        _ => validate_text(&answer),
    };
    let mut printed = beside.with(out, None);
    if answer.objects.iter().any(|object| !object.allowed) {
        printed.code = FAULT;
    }
    printed
}

fn default(session: &mut Session, question: &Question, styles: Styles) -> Printed {
    let answer = session.defaults();
    let beside = beside(session, &answer.diagnostics, question, styles);
    // The arguments admit no other format.
    let is_text = question.format == Format::Text;
    let out = match is_text {
        true => defaults_text(&answer),
        false => defaults_json(&answer),
    };
    let mut printed = beside.with(out, None);
    if answer
        .objects
        .iter()
        .any(|object| !object.decoding_errors.is_empty())
    {
        printed.code = FAULT;
        if is_text {
            printed.err.push_str(&undecoded(&answer, styles.err));
        }
    }
    printed
}

fn fails(found: &[Diagnostic], on: FailOn) -> bool {
    found.iter().any(|finding| match on {
        FailOn::Never => false,
        FailOn::Info => true,
        FailOn::Warning => finding.severity != "info",
        FailOn::Error => finding.severity == "error",
    })
}

/// What stands beside an answer: the findings where the answer itself is text, and what is missing.
struct Beside {
    findings: String,
    code: u8,
    style: Style,
}

impl Beside {
    fn new(
        texts: Texts<'_>,
        found: &[Diagnostic],
        most: usize,
        format: Format,
        styles: Styles,
    ) -> Self {
        let findings = match format {
            Format::Text | Format::Wide | Format::Svg => findings(found, texts, most, styles.err),
            _ => String::new(),
        };
        Self {
            findings,
            code: code(found),
            style: styles.err,
        }
    }

    fn with(self, out: String, missing: Option<String>) -> Printed {
        let mut printed = Printed {
            out,
            err: self.findings,
            code: self.code,
            ..Printed::default()
        };
        // On a terminal the answer follows.
        if !printed.err.is_empty() && !printed.out.is_empty() {
            printed.err.push('\n');
        }
        if let Some(missing) = missing {
            printed.err.push_str(&error(&missing, None, self.style));
            printed.code = FAULT;
        }
        printed
    }
}

fn code(found: &[Diagnostic]) -> u8 {
    let errors = found.iter().any(|finding| finding.severity == "error");
    if errors { FAULT } else { 0 }
}
