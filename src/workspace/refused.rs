//! Findings of a review about what the API server refuses or warns of.

use super::validate::{Said, Validated};
use crate::apiserver::FieldError;
use crate::diagnostic::{Diagnostic, DiagnosticSource, Fix, Rule, Safety, TextEdit};
use crate::lint::{Heard, ServerRule, refusal_rule, unknown_field_rule, warning_rule};
use crate::manifest::{Hint, Object, StrictError, StrictFault, no_matches};
use crate::source::{Place, SourceFile, holds};

/// What the API server says of an object, with the rules that explain it. What the reader of texts says is not said again.
pub(super) fn heard(found: &Validated, object: &Object) -> Vec<Heard> {
    let mut heard = Vec::new();
    let mut hear =
        |rule: Option<&'static ServerRule>, diagnostic: &dyn Fn(Rule) -> Diagnostic, hint| {
            if let Some(rule) = rule {
                let mut diagnostic = diagnostic(rule.name)
                    .object(object.reference())
                    .why(rule.why);
                if !rule.help.is_empty() && diagnostic.help.is_none() {
                    diagnostic = diagnostic.help(rule.help);
                }
                heard.push(Heard {
                    rule,
                    diagnostic,
                    object: object.place,
                    hint,
                });
            }
        };
    for error in &found.undecoded {
        if error.fault == StrictFault::UnknownField {
            let said = |rule| unknown_field(rule, error);
            hear(unknown_field_rule(), &said, error.hint.clone());
        }
    }
    let left_out = found.refusal.iter().any(is_left_out);
    for said in &found.refusal {
        let of_template = said.what.field.starts_with("spec.template.");
        if !(left_out && of_template) {
            let FieldError {
                kind,
                field,
                detail,
                ..
            } = &said.what;
            let message = said.what.to_string();
            let rule = refusal_rule(field, *kind, detail);
            hear(rule, &|rule| finding(rule, said, &message), None);
        }
    }
    // Of a variable that hides another, the reviewer has a rule of its own.
    let is_other = |said: &&Said<String>| !holds(&said.what, "hides previous definition");
    for said in found.warnings.iter().filter(is_other) {
        let rule = warning_rule(&said.what);
        hear(rule, &|rule| finding(rule, said, &said.what), None);
    }
    heard
}

/// Whether a template is left out, of which the reader of texts has said that: the server asks for what it would hold.
fn is_left_out(said: &Said<FieldError>) -> bool {
    said.path.segments().len() < 3 && said.what.field == "spec.template.spec.containers"
}

fn unknown_field(rule: Rule, error: &StrictError) -> Diagnostic {
    let finding = Diagnostic::new(rule, error.place, error.text.clone()).at(error.path.clone());
    match &error.hint {
        Some(hint) => finding.help(sentence(hint)),
        None => finding,
    }
}

/// A hint as a sentence of its own.
fn sentence(hint: &Hint) -> String {
    let text = hint.to_string();
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    let end = if text.starts_with("did") { "?" } else { "." };
    let sentence: String = first.into_iter().chain(letters).collect();
    [&sentence, end].concat()
}

/// Whether the reader of texts says that a value or a kind is none of the API's.
pub(super) fn is_of_decoding(found: &Diagnostic) -> bool {
    let rules = [
        Rule::WRONG_TYPE,
        Rule::WRONG_KIND_CASE,
        Rule::API_VERSION_OLD,
        Rule::API_VERSION_KIND_UNKNOWN,
        Rule::KIND_MISSING,
    ];
    rules.contains(&found.rule)
}

/// A kind that nobody serves, in kubectl's words.
fn unknown_kind(error: &StrictError, object: &Object) -> Diagnostic {
    let message = match object.api_version.is_empty() {
        true => "there is no `apiVersion`".to_owned(),
        false => no_matches(&object.kind, &object.api_version),
    };
    let finding = Diagnostic::new(Rule::API_VERSION_KIND_UNKNOWN, error.place, message);
    match &error.hint {
        Some(hint) => finding.help(sentence(hint)),
        None => finding,
    }
}

fn finding<T>(rule: Rule, said: &Said<T>, message: &str) -> Diagnostic {
    Diagnostic::new(rule, said.place, message).at(said.path.clone())
}

/// Values that cannot be decoded and kinds that nobody serves, but for those at the places, which are sorted: the reader of texts, which knows fewer fields, has
/// said it there.
pub(super) fn undecodable(
    found: &Validated,
    object: &Object,
    file: &SourceFile,
    said: &[Place],
) -> Vec<Diagnostic> {
    let is_wrong = |error: &&StrictError| {
        let fault = error.fault;
        matches!(
            fault,
            StrictFault::WrongType | StrictFault::Malformed | StrictFault::UnknownKind
        )
    };
    let errors = found.undecoded.iter().filter(is_wrong);
    let other = errors.filter(|error| said.binary_search(&error.place).is_err());
    other
        .map(|error| {
            let finding = match error.fault {
                StrictFault::UnknownKind => unknown_kind(error, object),
                _ => Diagnostic::new(Rule::WRONG_TYPE, error.place, error.text.clone()),
            };
            let finding = finding
                .at(error.path.clone())
                .object(object.reference())
                .why("The API server refuses the whole object.");
            let finding = Diagnostic {
                source: DiagnosticSource::ApiServer,
                ..finding
            };
            match requoted(&error.text, error.place, &file.text) {
                Some((help, fix)) => finding.help(help).fix(fix),
                None => finding,
            }
        })
        .collect()
}

/// The value with quotes, or without, where that makes it what the server wants.
fn requoted(said: &str, place: Place, text: &str) -> Option<(&'static str, Fix)> {
    let written = place.range.of(text);
    let quoted = written
        .strip_prefix(['"', '\''])
        .and_then(|rest| rest.strip_suffix(['"', '\'']));
    let (help, title, new_text) = match quoted {
        None if said.ends_with(" of type string") && !written.starts_with(['{', '[', '-']) => (
            "Without quotes, kubectl reads it as something else than text.",
            "Put the value in quotes",
            ["\"", written, "\""].concat(),
        ),
        Some(inner)
            if [" of type int32", " of type int64"]
                .iter()
                .any(|end| said.ends_with(end))
                && inner.parse::<i64>().is_ok()
                || said.ends_with(" of type bool") && matches!(inner, "true" | "false") =>
        {
            (
                "In quotes, it is text.",
                "Take the quotes away",
                inner.to_owned(),
            )
        }
        _ => return None,
    };
    let fix = Fix {
        title: title.to_owned(),
        safety: Safety::Safe,
        edits: vec![TextEdit { place, new_text }],
    };
    Some((help, fix))
}
