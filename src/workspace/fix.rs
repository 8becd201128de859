use super::Workspace;
use super::open::OpenText;
use crate::diagnostic::{Diagnostic, DiagnosticSource, Fix, Safety, Severity, TextEdit};
use crate::lint::Config;
use crate::order::{OrderedMap, sort_by_key, sorted_unique};
use crate::source::{FileId, TextRange, edited};

/// Which fixes are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fixing {
    /// Those after which every object means the same.
    Safe,
    /// Those that change the meaning of an object as well.
    All,
    /// The first one of one finding, whatever it changes.
    One {
        /// The rule's id.
        rule: String,
        /// The finding's file.
        file: FileId,
        /// The first byte of its place.
        start: u32,
        /// What it says; one rule may have several findings at a place.
        message: String,
    },
}

/// A fix that was left.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// What it would mend.
    pub finding: Diagnostic,
    /// What it would do, as a command.
    pub title: String,
    /// What the text would have then, and has not now.
    pub brings: Diagnostic,
}

/// What came of mending.
#[derive(Clone, Debug, Default)]
pub struct Mended {
    /// The files that changed, with their texts.
    pub files: Vec<(String, String)>,
    /// What was mended, and by what; the places are those of the text at that moment.
    pub mended: Vec<(Diagnostic, String)>,
    /// Fixes that were left for what they would have brought about.
    pub refused: Vec<Refusal>,
}

/// Rounds after which nothing more is mended: a fix can make another one possible, but hardly so often.
const ROUNDS: u32 = 200;

impl Workspace {
    /// Mends what rules know a fix for, until nothing is left to be mended.
    ///
    /// After each round everything is reviewed again, and a fix that brings about an error or a warning that was not there is taken
    /// back; who asks for one fix gets its warnings with it. What a reviewer says of a text that could not be read before is no
    /// fix's making. The open texts stay as they are.
    ///
    /// ```
    /// use everynode::lint::Config;
    /// use everynode::workspace::{Fixing, Workspace};
    /// let mut workspace = Workspace::new();
    /// workspace.set_text("a.yaml", "updateStrategy:\n  type: OnDelete\n  rollingUpdate: {maxUnavailable: 1}\n");
    /// let mended = workspace.fix(&Config::default(), false, &Fixing::Safe);
    /// assert_eq!(mended.files[0].1, "updateStrategy:\n  type: OnDelete\n");
    /// ```
    pub fn fix(&mut self, config: &Config, complete: bool, fixing: &Fixing) -> Mended {
        let mut mended = Mended::default();
        let mut before: Vec<(FileId, OpenText)> = Vec::new();
        let mut trial = Trial::new(fixing);
        let wants = |finding: &Diagnostic, safety| fixing.wants(finding, safety);
        let mut findings = self.review_with(config, complete, &wants).diagnostics;
        for _ in 0..ROUNDS {
            let batch = trial.choose(&findings);
            let old = self.apply(&batch);
            if old.is_empty() {
                break;
            }
            let after = self.review_with(config, complete, &wants).diagnostics;
            let faults = fixing.brought(&findings, &after, &batch);
            if !faults.is_empty() {
                self.take_back(old);
                trial.narrow(&batch, &faults);
                continue;
            }
            trial.widen();
            for (finding, fix) in batch {
                mended.mended.push((finding.clone(), fix.title.clone()));
            }
            for (file, open) in old {
                if !before.iter().any(|(known, _)| *known == file) {
                    before.push((file, open));
                }
            }
            findings = after;
            if matches!(fixing, Fixing::One { .. }) {
                break;
            }
        }
        mended.refused = trial.refused;
        for (file, _) in &before {
            let open = self.file(*file);
            let open = open.map(|open| (open.name.clone(), open.text.to_string()));
            mended.files.extend(open);
        }
        self.take_back(before);
        mended
    }

    /// Replaces the texts that fixes change; the answer is what was there.
    fn apply(&mut self, batch: &[(&Diagnostic, &Fix)]) -> Vec<(FileId, OpenText)> {
        let mut edits: Vec<&TextEdit> = Vec::new();
        for (_, fix) in batch {
            edits.extend(&fix.edits);
        }
        sort_by_key(&mut edits, |edit| edit.place);
        let mut old = Vec::new();
        for edits in edits.chunk_by(|a, b| a.place.file == b.place.file) {
            let file = edits
                .first()
                .map_or(FileId::default(), |edit| edit.place.file);
            let Some(Some(open)) = self.slots.get_mut(file.0 as usize) else {
                continue;
            };
            // What stands for wrong bytes is not what the file holds.
            if !open.is_utf8() {
                continue;
            }
            let edits = edits
                .iter()
                .map(|edit| (edit.place.range, edit.new_text.clone()));
            let edits: Vec<_> = edits.collect();
            let was = &*open.file().text;
            let is = edited(was, TextRange::from_usize(0, was.len()), &edits);
            let new = OpenText::from_text(&open.file().name, &is);
            old.push((file, std::mem::replace(open, new)));
        }
        self.assembled.forget();
        old
    }

    fn take_back(&mut self, old: Vec<(FileId, OpenText)>) {
        for (file, open) in old {
            if let Some(slot) = self.slots.get_mut(file.0 as usize) {
                *slot = Some(open);
            }
        }
        self.assembled.forget();
    }
}

impl Fixing {
    /// Whether a finding is to be mended by a fix of this kind.
    fn wants(&self, finding: &Diagnostic, safety: Safety) -> bool {
        match self {
            Self::Safe => safety == Safety::Safe,
            Self::All => true,
            Self::One {
                rule,
                file,
                start,
                message,
            } => {
                let place = finding.place;
                finding.rule.id == rule
                    && place.file == *file
                    && place.range.start == *start
                    && finding.message == *message
            }
        }
    }

    /// The faults that were not there before a batch of fixes, and that come of them.
    fn brought<'a>(
        &self,
        before: &[Diagnostic],
        after: &'a [Diagnostic],
        batch: &[(&Diagnostic, &Fix)],
    ) -> Vec<&'a Diagnostic> {
        let least = match self {
            Self::Safe | Self::All => Severity::Warning,
            Self::One { .. } => Severity::Error,
        };
        // Reading goes further now, and more is said of what it finds.
        let reads = batch.iter().any(|(finding, _)| is_reader(finding));
        let is_bad =
            |finding: &&Diagnostic| finding.severity <= least && (!reads || is_reader(finding));
        let says = |finding: &Diagnostic| key(finding, "");
        let known = sorted_unique(before.iter().filter(is_bad).map(says));
        let is_new = |finding: &&Diagnostic| known.binary_search(&says(finding)).is_err();
        after.iter().filter(is_bad).filter(is_new).collect()
    }
}

/// What tells the object of a finding of the others, across files.
fn owner(finding: &Diagnostic) -> String {
    let mut out = String::new();
    for byte in finding.place.file.0.to_be_bytes() {
        out.push(char::from(byte));
    }
    if let Some(object) = &finding.object {
        for part in [&object.kind, &object.namespace, &object.name] {
            out.push('\0');
            out.push_str(part);
        }
    }
    out
}

/// What tells a finding of the others, wherever it stands.
fn key(finding: &Diagnostic, path: &str) -> String {
    let parts = [&owner(finding), finding.rule.id, path, &finding.message];
    parts.join("\0")
}

fn own_key(finding: &Diagnostic) -> String {
    let path = finding.path.as_ref().map(ToString::to_string);
    key(finding, &path.unwrap_or_default())
}

/// What has been tried.
struct Trial<'a> {
    fixing: &'a Fixing,
    refused: Vec<Refusal>,
    /// By finding: which of those it is.
    known: OrderedMap<String, usize>,
    /// How many fixes of an object, and of all, are tried at once: fewer, to find out which one it is that brings a fault about.
    most: OrderedMap<String, usize>,
    together: usize,
}

impl<'a> Trial<'a> {
    fn new(fixing: &'a Fixing) -> Self {
        Self {
            fixing,
            refused: Vec::new(),
            known: OrderedMap::new(),
            most: OrderedMap::new(),
            together: usize::MAX,
        }
    }

    /// The first fix of each finding that has one, as far as they do not meet. What cannot be read is mended before the rest.
    fn choose<'f>(&self, findings: &'f [Diagnostic]) -> Vec<(&'f Diagnostic, &'f Fix)> {
        let mut candidates: Vec<(&Diagnostic, &Fix)> = Vec::new();
        let mut reader = 0;
        for finding in findings {
            let mut fixes = finding.fixes.iter();
            let fix = fixes.find(|fix| self.fixing.wants(finding, fix.safety));
            if let Some(fix) = fix.filter(|_| !self.known.contains_key(&own_key(finding))) {
                candidates.push((finding, fix));
                reader += usize::from(is_reader(finding));
            }
        }
        let mut chosen = Vec::new();
        let mut taken: Vec<&TextEdit> = Vec::new();
        let mut counts: OrderedMap<String, usize> = OrderedMap::new();
        for (finding, fix) in candidates {
            if chosen.len() >= self.together || reader > 0 && !is_reader(finding) {
                continue;
            }
            let owner = owner(finding);
            let most = self.most.get(&owner).copied().unwrap_or(usize::MAX);
            let count = counts.or_insert_with(owner, || 0);
            if *count >= most || fix.edits.iter().any(|edit| meets(&taken, edit)) {
                continue;
            }
            *count += 1;
            for edit in &fix.edits {
                let at = taken.partition_point(|other| other.place <= edit.place);
                taken.insert(at, edit);
            }
            chosen.push((finding, fix));
        }
        chosen
    }

    /// Tries half as many fixes of the objects that have new faults; one that was alone is refused.
    fn narrow(&mut self, batch: &[(&Diagnostic, &Fix)], faults: &[&Diagnostic]) {
        let (mut counts, mut last) = (OrderedMap::new(), OrderedMap::new());
        for (index, (finding, _)) in batch.iter().enumerate() {
            *counts.or_insert_with(owner(finding), || 0) += 1;
            last.insert(owner(finding), index);
        }
        let mut is_elsewhere = true;
        for fault in faults {
            let owner = owner(fault);
            let one = last.get(&owner).and_then(|index| batch.get(*index));
            let (Some(one), Some(count)) = (one, counts.get(&owner)) else {
                continue;
            };
            is_elsewhere = false;
            match *count {
                1 => self.refuse(*one, fault),
                several => {
                    self.most.insert(owner, several / 2);
                }
            }
        }
        if is_elsewhere {
            match (batch, faults) {
                ([one], [fault, ..]) => self.refuse(*one, fault),
                _ => self.together = batch.len() / 2,
            }
        }
    }

    fn refuse(&mut self, (finding, fix): (&Diagnostic, &Fix), brings: &Diagnostic) {
        let number = self.refused.len();
        if *self.known.or_insert_with(own_key(finding), || number) == number {
            self.refused.push(Refusal {
                finding: finding.clone(),
                title: fix.title.clone(),
                brings: brings.clone(),
            });
        }
    }

    /// Tries more at once after something went well.
    fn widen(&mut self) {
        self.together = self.together.saturating_mul(2);
        for most in self.most.values_mut() {
            *most = most.saturating_mul(2);
        }
    }
}

fn is_reader(finding: &Diagnostic) -> bool {
    finding.source == DiagnosticSource::Reader
}

/// Whether an edit touches one of others, which are sorted. What is put in at one place goes together, unless it begins alike: two
/// fixes may bring the same map along.
fn meets(taken: &[&TextEdit], edit: &TextEdit) -> bool {
    let place = edit.place;
    let touches = |other: &TextEdit| {
        let (a, b) = (other.place.range, place.range);
        let both_put_in = a == b && a.is_empty() && head(other) != head(edit);
        other.place.file == place.file && a.start <= b.end && b.start <= a.end && !both_put_in
    };
    let at = taken.partition_point(|other| other.place < place);
    let (before, behind) = taken.split_at_checked(at).unwrap_or_default();
    let same = behind.iter().take_while(|other| other.place == place);
    let next = behind.iter().find(|other| other.place != place);
    let near = before.last().into_iter().chain(same).chain(next);
    near.into_iter().any(|other| touches(other))
}

/// What an edit puts in, up to the end of the first key.
fn head(edit: &TextEdit) -> &str {
    let text = edit.new_text.trim_start_matches([' ', ',', '\n', '\r']);
    text.split(':').next().unwrap_or_default()
}
