//! Findings that the configuration puts aside, or changes, by where they are.

use super::config::{At, Ignored};
use super::{Config, Input, RULES, Setting, Subject};
use crate::diagnostic::{Diagnostic, Rule as RuleName, Severity};
use crate::source::FileId;

/// The files of an input, by id: names and texts.
pub(super) type Texts<'a> = [(FileId, &'a str, &'a str)];

/// What is known of a rule when a finding of it is put aside.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) id: &'static str,
    pub(super) ignorable: bool,
}

/// What the configuration says of places, and which of its ignores have put something aside.
pub(super) struct PutAside<'a> {
    config: &'a Config,
    texts: &'a Texts<'a>,
    used: Vec<bool>,
}

impl<'a> PutAside<'a> {
    pub(super) fn new(config: &'a Config, texts: &'a Texts<'a>) -> Self {
        Self {
            config,
            texts,
            used: vec![false; config.ignores.len()],
        }
    }

    /// What is set for the place of a finding, and whether it is put aside there.
    pub(super) fn says(
        &mut self,
        rule: Named,
        finding: &Diagnostic,
        subject: &Subject<'_>,
    ) -> (Option<Setting>, bool) {
        let config = self.config;
        if config.overrides.is_empty() && config.ignores.is_empty() {
            return (None, false);
        }
        let path = finding.path.as_ref();
        let path = path.map(ToString::to_string).unwrap_or_default();
        let at = At {
            file: self.file(finding.place.file),
            object: &subject.address(),
            path: &path,
        };
        let mut is_aside = false;
        for (ignored, used) in config.ignores.iter().zip(&mut self.used) {
            if ignored.rule == rule.id && rule.ignorable && ignored.part.fits(&at) {
                *used = true;
                is_aside = true;
            }
        }
        (config.setting_at(rule.id, &at), is_aside)
    }

    /// What is said of ignores that put nothing aside. Of those about objects that the input does not have it is said once: it may be a
    /// part of what they were written for. Of rules that are off nothing is said, nor of those of the API server where it is not asked.
    pub(super) fn unused(&self, input: &Input<'_>) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut strange: Option<Diagnostic> = None;
        for (ignored, used) in self.config.ignores.iter().zip(&self.used) {
            let id = ignored.rule.as_str();
            let rule = RULES.iter().find(|rule| rule.id == id);
            let asks = match rule {
                Some(rule) => self.config.asks(rule),
                None => input.hears && self.config.setting(id) != Some(Setting::Off),
            };
            if *used || !asks {
                continue;
            }
            let mut subjects = input.subjects.iter();
            if subjects.any(|subject| self.meets(ignored, subject)) {
                let message = ["nothing is found by `", id, "` where this ignore holds"].concat();
                let finding = Diagnostic::new(RuleName::IGNORE_UNUSED, ignored.place, message)
                    .why("Whoever reads it believes that something is put aside.");
                found.push(finding.help("Remove it."));
                continue;
            }
            strange = Some(match strange {
                Some(finding) => finding.related(ignored.place, "as is this one"),
                None => {
                    let message = ["this ignore of `", id, "` is about no object of the input"];
                    let name = RuleName::IGNORE_UNUSED;
                    Diagnostic::new(name, ignored.place, message.concat()).severity(Severity::Info)
                }
            });
        }
        found.extend(strange);
        found
    }

    fn meets(&self, ignored: &Ignored, subject: &Subject<'_>) -> bool {
        let at = At {
            file: self.file(subject.object.place.file),
            object: &subject.address(),
            path: "",
        };
        ignored.part.fits_object(&at)
    }

    fn file(&self, id: FileId) -> &'a str {
        let at = self.texts.partition_point(|(own, ..)| *own < id);
        let found = self.texts.get(at).filter(|(own, ..)| *own == id);
        found.map_or("", |(_, name, _)| name)
    }
}
