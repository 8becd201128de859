use super::arguments::{Format, Question, Verb, unknown};
use crate::ffi::{
    Diagnostic, ExplainAnswer, ExplainQuestion, FeatureGatesRequest, Options, PlaceAnswer, Session,
};
use crate::report::{
    Style, explain_markdown, explain_text, findings, json, lint_markdown, lint_text,
    place_markdown, place_text, wide_text, yaml,
};
use crate::words::nearest_of;

/// What is to be printed, and the exit code.
#[derive(Debug, Default)]
pub(super) struct Printed {
    pub(super) out: String,
    pub(super) err: String,
    pub(super) code: u8,
}

/// The input has errors, or does not have what was asked for.
const FAULT: u8 = 1;

/// Answers a question about texts.
///
/// # Errors
/// What the command line says cannot be carried out.
pub(super) fn ask(
    verb: Verb,
    question: &Question,
    texts: &[(String, Vec<u8>)],
    now: String,
    style: Style,
) -> Result<Printed, String> {
    let mut session = Session::new();
    let options = Options {
        now: Some(question.now.clone().unwrap_or(now)),
        feature_gates: gates(&question.gates)?,
        complete: question.complete,
        ..Options::default()
    };
    session
        .set_options(&options)
        .map_err(|why| format!("--now: {why}"))?;
    for (name, bytes) in texts {
        session.set_bytes(name, bytes);
    }
    match verb {
        Verb::Place => place(&mut session, question, style),
        Verb::Explain => explain(&mut session, question, style),
        Verb::Lint => Ok(lint(&mut session, question, style)),
    }
}

fn gates(given: &[(String, bool)]) -> Result<FeatureGatesRequest, String> {
    const KNOWN: [&str; 1] = ["TaintTolerationComparisonOperators"];
    let mut gates = FeatureGatesRequest::default();
    for (name, on) in given {
        match name.as_str() {
            "TaintTolerationComparisonOperators" => {
                gates.taint_toleration_comparison_operators = Some(*on);
            }
            other => {
                let nearest = nearest_of(other, &KNOWN).or(KNOWN.first().copied());
                return Err(unknown(
                    other,
                    "feature gate that changes an answer called",
                    nearest,
                    "",
                ));
            }
        }
    }
    Ok(gates)
}

fn place(session: &mut Session, question: &Question, style: Style) -> Result<Printed, String> {
    let mut answer = session.place();
    let mut err = String::new();
    let mut missing = false;
    if let Some(asked) = &question.daemon_set {
        let known = answer.daemon_sets.len();
        keep_only(&mut answer, asked);
        if answer.daemon_sets.is_empty() {
            missing = true;
            err = format!("error: no DaemonSet is called {asked}; the input holds {known}\n");
        }
    }
    let code = code(&answer.diagnostics, missing);
    let beside = |format: Format| match format {
        Format::Text | Format::Wide => {
            findings(&answer.diagnostics, &|name| session.text(name), style)
        }
        _ => String::new(),
    };
    let err = format!("{}{err}", beside(question.format));
    let out = match question.format {
        Format::Text => place_text(&answer, style),
        Format::Wide => wide_text(&answer, style),
        Format::Json => json(&answer),
        Format::Yaml => yaml(&answer),
        Format::Markdown => place_markdown(&answer),
    };
    Ok(Printed { out, err, code })
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

fn explain(session: &mut Session, question: &Question, style: Style) -> Result<Printed, String> {
    let daemon_set = match &question.daemon_set {
        Some(asked) => asked.clone(),
        None => only_one(&session.place())?,
    };
    let answer = session.explain(&ExplainQuestion {
        daemon_set,
        node: question.node.clone().unwrap_or_default(),
    });
    let (diagnostics, missing) = match &answer {
        ExplainAnswer::Found(found) => (&found.diagnostics, false),
        ExplainAnswer::NotFound(missing) => (&missing.diagnostics, true),
    };
    let code = code(diagnostics, missing);
    let text = question.format == Format::Text;
    let mut err = match text {
        true => findings(diagnostics, &|name| session.text(name), style),
        false => String::new(),
    };
    let mut out = match question.format {
        Format::Text | Format::Wide => explain_text(&answer, style),
        Format::Json => json(&answer),
        Format::Yaml => yaml(&answer),
        Format::Markdown => explain_markdown(&answer),
    };
    if missing && text {
        err.push_str(&format!("error: {out}"));
        out.clear();
    }
    Ok(Printed { out, err, code })
}

/// The only DaemonSet of the input.
fn only_one(answer: &PlaceAnswer) -> Result<String, String> {
    let names: Vec<String> = answer
        .daemon_sets
        .iter()
        .map(|placement| {
            let reference = &placement.reference;
            format!("{}/{}", reference.namespace, reference.name)
        })
        .collect();
    match names.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err("the input holds no DaemonSet".to_owned()),
        several => Err(format!(
            "the input holds {} DaemonSets: --daemonset says which one ({})",
            several.len(),
            several
                .iter()
                .take(5)
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(", ")
        )),
    }
}

fn lint(session: &mut Session, question: &Question, style: Style) -> Printed {
    let answer = session.lint();
    let out = match question.format {
        Format::Text | Format::Wide => lint_text(&answer, &|name| session.text(name), style),
        Format::Json => json(&answer),
        Format::Yaml => yaml(&answer),
        Format::Markdown => lint_markdown(&answer),
    };
    Printed {
        out,
        err: String::new(),
        code: code(&answer.diagnostics, false),
    }
}

fn code(diagnostics: &[Diagnostic], missing: bool) -> u8 {
    let errors = diagnostics
        .iter()
        .any(|finding| finding.severity == "error");
    if errors || missing { FAULT } else { 0 }
}
