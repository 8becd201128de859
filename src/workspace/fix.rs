use super::Workspace;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity, TextEdit};
use crate::lint::Config;
use crate::order::sort_by_key;
use crate::source::FileId;

/// What came of mending.
#[derive(Clone, Debug, Default)]
pub struct Mended {
    /// The files that changed, with their texts.
    pub files: Vec<(String, String)>,
    /// What was mended, and by what; the places are those of the text at that moment.
    pub mended: Vec<(Diagnostic, String)>,
    /// Fixes that were left, because they would have brought another error or warning about.
    pub refused: u32,
}

/// Rounds after which nothing more is mended: a fix can make another one possible, but hardly so often.
const ROUNDS: u32 = 200;

impl Workspace {
    /// Mends what rules know a fix for, until nothing is left to be mended: the safe ones, or `all`.
    ///
    /// After each round everything is reviewed again. A fix that brings about an error or a warning that was not there is taken back.
    /// The open texts stay as they are.
    ///
    /// ```
    /// use everynode::lint::Config;
    /// use everynode::workspace::Workspace;
    /// let mut workspace = Workspace::new();
    /// workspace.set_text("a.yaml", "updateStrategy:\n  type: OnDelete\n  rollingUpdate: {maxUnavailable: 1}\n");
    /// let mended = workspace.fix(&Config::default(), false, false);
    /// assert_eq!(mended.files[0].1, "updateStrategy:\n  type: OnDelete\n");
    /// ```
    pub fn fix(&mut self, config: &Config, complete: bool, all: bool) -> Mended {
        let mut mended = Mended::default();
        let mut before: Vec<(FileId, String, String)> = Vec::new();
        let mut refused: Vec<Diagnostic> = Vec::new();
        let mut most = usize::MAX;
        let mut findings = self.review(config, complete).diagnostics;
        for _ in 0..ROUNDS {
            let batch = choose(&findings, all, &refused, most);
            let texts = self.with(&batch);
            if texts.is_empty() {
                break;
            }
            let mut old = Vec::new();
            for (file, text) in texts {
                let Some(open) = self.file(file) else {
                    continue;
                };
                let (name, was) = (open.name.to_string(), open.text.to_string());
                self.set_text(&name, &text);
                old.push((file, name, was));
            }
            let after = self.review(config, complete).diagnostics;
            if is_worse(&findings, &after) {
                for (_, name, was) in old {
                    self.set_text(&name, &was);
                }
                // One at a time, to find out which one it is.
                match batch.as_slice() {
                    [(finding, _)] => refused.push((*finding).clone()),
                    _ => most = 1,
                }
                continue;
            }
            for (finding, fix) in batch {
                mended.mended.push((finding.clone(), fix.title.clone()));
            }
            for original in old {
                if !before.iter().any(|(file, ..)| *file == original.0) {
                    before.push(original);
                }
            }
            findings = after;
        }
        mended.refused = u32::try_from(refused.len()).unwrap_or(u32::MAX);
        for (file, name, was) in before {
            let is = self.file(file).map(|open| open.text.to_string());
            self.set_text(&name, &was);
            mended.files.extend(is.map(|is| (name, is)));
        }
        mended
    }

    /// The texts of the files that fixes change, with their edits.
    fn with(&self, batch: &[(&Diagnostic, &Fix)]) -> Vec<(FileId, String)> {
        let mut edits: Vec<&TextEdit> = Vec::new();
        for (_, fix) in batch {
            edits.extend(&fix.edits);
        }
        sort_by_key(&mut edits, |edit| edit.place);
        let mut texts = Vec::new();
        for edits in edits.chunk_by(|a, b| a.place.file == b.place.file) {
            let Some(file) = edits.first().map(|edit| edit.place.file) else {
                continue;
            };
            let text = self.file(file).map_or("", |open| &open.text);
            let mut new = String::new();
            let mut at = 0;
            for edit in edits {
                let range = edit.place.range;
                new.push_str(text.get(at..range.start as usize).unwrap_or_default());
                new.push_str(&edit.new_text);
                at = range.end as usize;
            }
            new.push_str(text.get(at..).unwrap_or_default());
            texts.push((file, new));
        }
        texts
    }
}

/// The first fix of each finding that has one, as far as they do not meet.
fn choose<'a>(
    findings: &'a [Diagnostic],
    all: bool,
    refused: &[Diagnostic],
    most: usize,
) -> Vec<(&'a Diagnostic, &'a Fix)> {
    let mut chosen: Vec<(&Diagnostic, &Fix)> = Vec::new();
    let mut taken: Vec<&TextEdit> = Vec::new();
    for finding in findings {
        let fits = |fix: &&Fix| all || fix.safety == Safety::Safe;
        let Some(fix) = finding.fixes.iter().find(fits) else {
            continue;
        };
        let meets = |edit: &TextEdit| {
            taken.iter().any(|other| {
                let (a, b) = (other.place, edit.place);
                a.file == b.file && a.range.start <= b.range.end && b.range.start <= a.range.end
            })
        };
        let is_refused = refused.iter().any(|other| is_same(other, finding));
        if is_refused || chosen.len() >= most || fix.edits.iter().any(meets) {
            continue;
        }
        taken.extend(&fix.edits);
        chosen.push((finding, fix));
    }
    chosen
}

/// Whether two findings say the same of one object, wherever it stands.
fn is_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.rule.id == other.rule.id
        && one.place.file == other.place.file
        && one.object == other.object
        && one.path == other.path
        && one.message == other.message
}

/// Whether there is an error or a warning that was not there.
fn is_worse(before: &[Diagnostic], after: &[Diagnostic]) -> bool {
    let says = |finding: &Diagnostic| {
        let object = finding.object.clone().unwrap_or_default();
        (
            finding.rule.id,
            finding.place.file,
            object,
            finding.message.clone(),
        )
    };
    let is_bad = |finding: &&Diagnostic| finding.severity != Severity::Info;
    let mut known: Vec<_> = before.iter().filter(is_bad).map(says).collect();
    known.sort_unstable();
    let mut bad = after.iter().filter(is_bad);
    bad.any(|finding| known.binary_search(&says(finding)).is_err())
}
