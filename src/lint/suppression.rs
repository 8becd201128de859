//! Findings that the text itself puts aside: `# everynode: ignore RULE reason` on or above the line, and an annotation.

use super::put_aside::Named;
use super::{Config, LATER, RULES, Subject};
use crate::diagnostic::{Diagnostic, RULES as OTHERS, Rule};
use crate::order::sort_by;
use crate::source::{FileId, Place, TextRange, find};
use crate::words::nearest_of;

/// What comments begin with.
const MARK: &str = "everynode: ignore";
/// The annotation, whose value names rules with commas between, each with a reason behind it.
pub(super) const ANNOTATION: &str = "everynode.dev/ignore";

/// One rule put aside.
#[derive(Clone, Debug)]
struct Ignore {
    rule: String,
    /// Where it is written.
    place: Place,
    /// The findings that it is about begin there.
    within: TextRange,
    used: bool,
}

/// All that the texts put aside, by rule and place. Those of one rule are about stretches that do not overlap, but that a
/// comment may be about a line of an object with an annotation.
#[derive(Clone, Debug, Default)]
pub(super) struct Suppressions {
    lines: Vec<Ignore>,
    objects: Vec<Ignore>,
}

/// More are not read.
const MOST: usize = 10_000;

impl Suppressions {
    /// Those of the comments of a text.
    pub(super) fn read_comments(&mut self, file: FileId, text: &str) {
        let mut from = 0;
        while let Some(at) = find(text.get(from..).unwrap_or_default(), MARK) {
            let at = from + at;
            from = at + MARK.len();
            let start = text.get(..at).unwrap_or_default();
            let start = start.rfind('\n').map_or(0, |at| at + 1);
            let before = text.get(start..at).unwrap_or_default();
            let Some(code) = before.trim_end().strip_suffix('#') else {
                continue;
            };
            let rest = text.get(from..).unwrap_or_default();
            let line = rest.split('\n').next().unwrap_or_default();
            let end = from + line.len();
            let line = line.strip_suffix('\r').unwrap_or(line);
            if !line.starts_with([' ', '\t']) {
                continue;
            }
            let hash = start + code.len();
            let place = Place {
                file,
                range: TextRange::from_usize(hash, from + line.len()),
            };
            let within = match code.trim() {
                "" => next_line(text, end),
                _ => TextRange::from_usize(start, end),
            };
            let rules = line.split_whitespace().next().unwrap_or_default();
            for rule in rules.split(',') {
                self.lines.push(ignore(rule, place, within));
            }
        }
    }

    /// Those of the annotation of an object.
    pub(super) fn read_annotation(&mut self, subject: &Subject<'_>) {
        let annotation = subject.annotation(ANNOTATION);
        if !annotation.exists() {
            return;
        }
        let own = subject.object.place;
        let place = annotation.place();
        for part in annotation.text().split(',') {
            let rule = part.split_whitespace().next().unwrap_or_default();
            self.objects.push(ignore(rule, place, own.range));
        }
    }

    /// To be called when all have been read.
    pub(super) fn sort(&mut self) {
        for ignores in [&mut self.lines, &mut self.objects] {
            ignores.truncate(MOST);
            sort_by(ignores, |a, b| a.key().cmp(&b.key()));
        }
    }

    /// Whether a finding is put aside. Those of rules that nobody may put aside never are.
    pub(super) fn has(&mut self, rule: Named, place: Place) -> bool {
        let key = (rule.id, place.file, place.range.start);
        let mut found = false;
        for ignores in [&mut self.lines, &mut self.objects] {
            let behind = ignores.partition_point(|ignore| ignore.key() <= key);
            let last = behind.checked_sub(1).and_then(|at| ignores.get_mut(at));
            if let Some(ignore) = last
                && (ignore.rule.as_str(), ignore.place.file) == (rule.id, place.file)
                && place.range.start <= ignore.within.end
            {
                ignore.used |= rule.ignorable;
                found |= rule.ignorable;
            }
        }
        found
    }

    /// What is said of those that put nothing aside. Of rules that are off nothing is said.
    /// `hears` says whether the API server was asked: where it was not, nothing is said of ignores of its warnings.
    pub(super) fn unused(&self, config: &Config, hears: bool) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let all = self.lines.iter().chain(&self.objects);
        for ignore in all.filter(|ignore| !ignore.used) {
            let id = ignore.rule.as_str();
            let rule = RULES.iter().find(|rule| rule.id == id);
            let message = match rule {
                Some(rule) if !config.asks(rule) => continue,
                Some(rule) if !rule.ignorable => ["`", id, "` cannot be ignored"].concat(),
                Some(_) => nothing_here(id),
                None => match OTHERS.iter().find(|rule| rule.id == id) {
                    Some(rule) if rule.is_ignorable() && !hears => continue,
                    Some(rule) if rule.is_ignorable() => nothing_here(id),
                    Some(_) => ["`", id, "` cannot be ignored"].concat(),
                    None if LATER.contains(&id) => continue,
                    None => ["there is no rule `", id, "`"].concat(),
                },
            };
            let finding = Diagnostic::new(Rule::IGNORE_UNUSED, ignore.place, message)
                .why("Whoever reads it believes that something is put aside.");
            let known: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
            let nearest = nearest_of(id, &known).filter(|_| rule.is_none());
            found.push(match nearest {
                Some(nearest) => finding.help(["The nearest one is `", nearest, "`."].concat()),
                None => finding.help("Remove it."),
            });
        }
        found
    }
}

impl Ignore {
    fn key(&self) -> (&str, FileId, u32) {
        (&self.rule, self.place.file, self.within.start)
    }
}

fn ignore(rule: &str, place: Place, within: TextRange) -> Ignore {
    Ignore {
        rule: rule.to_owned(),
        place,
        within,
        used: false,
    }
}

fn nothing_here(id: &str) -> String {
    ["nothing here is found by `", id, "`"].concat()
}

/// The next line that is neither empty nor a comment.
fn next_line(text: &str, from: usize) -> TextRange {
    let mut start = from + 1;
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let line = rest.split('\n').next().unwrap_or_default();
        let code = line.trim();
        if !code.is_empty() && !code.starts_with('#') {
            return TextRange::from_usize(start, start + line.len());
        }
        start += line.len() + 1;
    }
    TextRange::from_usize(text.len(), text.len())
}
