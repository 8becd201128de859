//! Asks every rule that is on about every object that it reads.

use super::config::Setting;
use super::put_aside::PutAside;
use super::suppression::Suppressions;
use super::{Context, Input, Mend, RULES, Rule, Spot, Spots, Subject};
use crate::diagnostic::{Diagnostic, DiagnosticSource, Rule as RuleName, Severity};
use crate::order::sort_by;
use crate::source::{FileId, Place};

/// One finding, and how it is mended.
#[derive(Clone, Debug)]
pub struct Found {
    /// What is said of it.
    pub diagnostic: Diagnostic,
    /// Edits of the object, where the rule knows some.
    pub mend: Option<Mend>,
    /// The object that the edits are of, by its place.
    pub object: Place,
}

/// What a review comes to.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// By file, then by place, then by rule.
    pub found: Vec<Found>,
    /// Findings that the text puts aside.
    pub ignored: u32,
}

/// Reviews an input. `texts` are those of the files that objects are in.
#[must_use]
pub fn review<'a>(input: &'a Input<'a>, texts: &[(FileId, &str, &str)]) -> Outcome {
    let mut suppressions = Suppressions::default();
    for (file, _, text) in texts {
        suppressions.read_comments(*file, text);
    }
    for subject in &input.subjects {
        suppressions.read_annotation(subject);
    }
    suppressions.sort();
    let mut aside = PutAside::new(input.config, texts);
    let mut outcome = Outcome::default();
    let asked = RULES.iter().filter(|rule| input.config.asks(rule));
    let asked: Vec<_> = asked
        .map(|rule| (rule, input.config.severity(rule)))
        .collect();
    // All rules about one object, and then the next: its tree stays near the processor.
    for subject in &input.subjects {
        for &(rule, general) in &asked {
            let (severity, is_set) = general.unwrap_or((rule.severity, false));
            if !rule.reads.meets(subject.kind) || rule.off_for.has(subject.guess.role) {
                continue;
            }
            let context = Context { input, subject };
            let mut spots = Spots::default();
            (rule.look)(&context, &mut spots);
            for spot in spots.0 {
                let level = severity_of(rule, severity, is_set, &spot, subject);
                let diagnostic = diagnostic(rule, level, &spot, subject);
                let (setting, is_ignored) = aside.says(rule, &diagnostic, subject);
                let diagnostic = match setting {
                    None if general.is_none() => continue,
                    Some(Setting::Off) => continue,
                    Some(Setting::As(level)) => diagnostic.severity(level),
                    Some(Setting::On) | None => diagnostic,
                };
                // Both are asked, so that neither is said to be of no use.
                if suppressions.has(rule, diagnostic.place) | is_ignored {
                    outcome.ignored += 1;
                    continue;
                }
                outcome.found.push(Found {
                    diagnostic,
                    mend: mend(rule, &spot),
                    object: subject.object.place,
                });
            }
        }
    }
    let mut unused = suppressions.unused(input.config);
    unused.extend(aside.unused(input));
    for diagnostic in unused {
        outcome.found.push(Found {
            object: diagnostic.place,
            diagnostic,
            mend: None,
        });
    }
    sort_by(&mut outcome.found, |a, b| {
        let key = |found: &Found| (found.diagnostic.place, found.diagnostic.rule.id);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.diagnostic.message.cmp(&b.diagnostic.message))
    });
    // What two objects share by an anchor is found once.
    outcome.found.dedup_by(|a, b| a.diagnostic == b.diagnostic);
    outcome
}

/// How much a clock goes on while each rule looks at every object, in the order of the rules.
#[cfg(feature = "bench")]
pub(crate) fn rule_costs<'a>(
    input: &'a Input<'a>,
    clock: &dyn Fn() -> f64,
) -> Vec<(&'static str, f64)> {
    let costs = RULES.iter().map(|rule| {
        let start = clock();
        let subjects = input.subjects.iter();
        for subject in subjects.filter(|subject| rule.reads.meets(subject.kind)) {
            let mut spots = Spots::default();
            (rule.look)(&Context { input, subject }, &mut spots);
            std::hint::black_box(spots);
        }
        (rule.id, clock() - start)
    });
    costs.collect()
}

fn severity_of(
    rule: &Rule,
    severity: Severity,
    is_set: bool,
    spot: &Spot<'_>,
    subject: &Subject<'_>,
) -> Severity {
    if is_set {
        return severity;
    }
    match rule.expected_of.has(subject.guess.role) {
        true => Severity::Info,
        false => spot.severity.unwrap_or(severity),
    }
}

fn diagnostic(
    rule: &Rule,
    severity: Severity,
    spot: &Spot<'_>,
    subject: &Subject<'_>,
) -> Diagnostic {
    let mut nearest = spot.at;
    let mut path = spot.at.path();
    if !spot.missing.is_empty() {
        for field in spot.missing.split('.') {
            let further = nearest.get(field);
            if further.exists() {
                nearest = further;
            }
            path = path.field(field);
        }
    }
    let name = RuleName {
        id: rule.id,
        severity: rule.severity,
        source: DiagnosticSource::Lint,
    };
    let template = rule.say.get(usize::from(spot.case)).copied();
    let message = fill(template.unwrap_or_default(), spot);
    let mut finding = Diagnostic::new(name, nearest.place(), message)
        .severity(severity)
        .why(spot.why.as_deref().unwrap_or(rule.why))
        .at(path)
        .object(subject.object.reference());
    let help = spot.help.as_deref().unwrap_or(rule.help);
    if !help.is_empty() {
        finding = finding.help(help);
    }
    for (view, what) in &spot.related {
        finding = finding.related(view.place(), &**what);
    }
    finding
}

/// A message with the words of a spot in their places.
fn fill(template: &str, spot: &Spot<'_>) -> String {
    let mut message = String::new();
    let mut parts = template.split('{');
    message.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (number, rest) = part.split_once('}').unwrap_or(("", part));
        let word = number.parse().map_or("", |index| spot.said(index));
        message.push_str(word);
        message.push_str(rest);
    }
    message
}

fn mend(rule: &Rule, spot: &Spot<'_>) -> Option<Mend> {
    let mut mend = Mend::default();
    (rule.mend?)(spot, &mut mend);
    (!mend.edits.is_empty()).then_some(mend)
}
