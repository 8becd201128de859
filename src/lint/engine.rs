//! Asks every rule that is on about every object that it reads.

use super::config::Setting;
use super::put_aside::{Named, PutAside};
use super::suppression::Suppressions;
use super::{Context, Fault, Input, Mend, RULES, Rule, ServerRule, Spot, Spots, Subject};
use crate::diagnostic::{Diagnostic, DiagnosticSource, Rule as RuleName, Severity};
use crate::manifest::Hint;
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

/// Something that the API server says of an object.
#[derive(Clone, Debug)]
pub struct Heard {
    /// What the reviewer knows of it.
    pub rule: &'static ServerRule,
    /// What is said.
    pub diagnostic: Diagnostic,
    /// The object, by its place.
    pub object: Place,
    /// Of a field that it does not know: what was probably meant.
    pub hint: Option<Hint>,
}

/// Reviews an input. `texts` are those of the files that objects are in, `heard` is what the API server says of them.
#[must_use]
pub fn review<'a>(
    input: &'a Input<'a>,
    texts: &[(FileId, &str, &str)],
    heard: Vec<Heard>,
) -> Outcome {
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
                let named = Named {
                    id: rule.id,
                    ignorable: rule.ignorable,
                };
                let (setting, is_ignored) = aside.says(named, &diagnostic, subject);
                let diagnostic = match setting {
                    None if general.is_none() => continue,
                    Some(Setting::Off) => continue,
                    Some(Setting::As(level)) => diagnostic.severity(level),
                    Some(Setting::On) | None => diagnostic,
                };
                // Both are asked, so that neither is said to be of no use.
                if suppressions.has(named, diagnostic.place) | is_ignored {
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
    // Known when it is compiled: the module that a page loads first does without.
    if cfg!(feature = "apiserver") {
        let reviewed = outcome.found.len();
        for heard in heard {
            let (own, _) = outcome.found.split_at_checked(reviewed).unwrap_or_default();
            if !is_said_of_labels(&heard, own) {
                hear(heard, input, &mut suppressions, &mut aside, &mut outcome);
            }
        }
    }
    let mut unused = suppressions.unused(input.config, input.hears);
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

/// Whether a rule has said, and better, that the template does not have the labels that the selector wants. What rules found is in
/// the order of the objects.
fn is_said_of_labels(heard: &Heard, found: &[Found]) -> bool {
    let at = found.partition_point(|found| found.object < heard.object);
    let (_, rest) = found.split_at_checked(at).unwrap_or_default();
    let mut own = rest.iter().take_while(|found| found.object == heard.object);
    heard
        .diagnostic
        .message
        .ends_with("does not match template `labels`")
        && own.any(|found| {
            let id = found.diagnostic.rule.id;
            matches!(id, "selector-mismatch" | "template-label-drops-selector")
        })
}

/// Takes what the API server says into a review, unless it is put aside: only its warnings can be.
fn hear(
    heard: Heard,
    input: &Input<'_>,
    suppressions: &mut Suppressions,
    aside: &mut PutAside<'_>,
    outcome: &mut Outcome,
) {
    let Heard {
        rule,
        mut diagnostic,
        object,
        hint,
    } = heard;
    // They are in the order of the input.
    let subjects = &input.subjects;
    let at = subjects.partition_point(|subject| subject.object.place < object);
    let subject = subjects.get(at).filter(|own| own.object.place == object);
    let named = Named {
        id: rule.name.id,
        ignorable: rule.name.is_ignorable(),
    };
    if named.ignorable {
        let (setting, is_ignored) = match subject {
            Some(subject) => aside.says(named, &diagnostic, subject),
            None => (None, false),
        };
        match setting.or(input.config.setting(named.id)) {
            Some(Setting::Off) => return,
            Some(Setting::As(level)) => diagnostic.severity = level,
            Some(Setting::On) | None => {}
        }
        if suppressions.has(named, diagnostic.place) | is_ignored {
            outcome.ignored += 1;
            return;
        }
    }
    let path = diagnostic.path.clone().unwrap_or_default();
    let mut mend = Mend::default();
    if let Some(subject) = subject {
        let said = diagnostic.message.as_str();
        let fault = Fault::new(subject, &path, said, hint.as_ref());
        // A volume that is refused itself is none to the server; it is said of the volume.
        let is_refused = rule.name == RuleName::MOUNT_VOLUME_UNDECLARED
            && subject.volume(fault.at.text()).exists();
        if is_refused {
            return;
        }
        if let Some(own) = rule.mend {
            own(&fault, &mut mend);
        }
    }
    outcome.found.push(Found {
        diagnostic,
        mend: (!mend.edits.is_empty()).then_some(mend),
        object,
    });
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
