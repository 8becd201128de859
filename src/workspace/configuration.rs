//! The configuration of the reviewer, `everynode.yaml`: a text to settings, and what is wrong with it.

use super::document::{Document, TextKind, present, shortened};
use crate::diagnostic::{Diagnostic, DiagnosticSource, RULES as OTHERS, Rule};
use crate::lint::{
    Config, FailOn, Ignored, LATER, Override, Part, PodSecurity, Preset, RULES, Role, Setting,
};
use crate::manifest::{Limits, read_value};
use crate::model::Json;
use crate::source::holds;
use crate::source::{FieldPath, FileId, SourceFile};
use crate::words::nearest_of;

/// The file that places in a configuration are of: no open text has this number.
pub const CONFIGURATION: FileId = FileId(u32::MAX - 2);

/// The name by which a text is known to be the configuration.
pub const CONFIGURATION_NAME: &str = "everynode.yaml";

/// The largest configuration that is read, in bytes.
const LONGEST: usize = 256 << 10;
/// Overrides, ignores and globs of one list beyond which the text is no configuration.
const MOST: usize = 1000;

const KIND: TextKind = TextKind {
    noun: "configuration",
    file: CONFIGURATION,
    field: Rule::CONFIG_FIELD,
    value: Rule::CONFIG_VALUE,
};

const FIELDS: &[&str] = &[
    "presets",
    "rules",
    "role",
    "podSecurity",
    "registries",
    "overheadPercent",
    "complete",
    "failOn",
    "overrides",
    "ignores",
];
const OVERRIDE_FIELDS: &[&str] = &["files", "objects", "paths", "role", "rules"];
const IGNORE_FIELDS: &[&str] = &["rules", "files", "objects", "paths", "reason"];

/// A configuration as it was read.
#[derive(Clone, Debug)]
pub struct Configuration {
    /// Its name and text.
    pub file: SourceFile,
    /// What it sets. What is wrong in it is left out, all else holds.
    pub config: Config,
    /// What is wrong with it; places are of the file [`CONFIGURATION`].
    pub diagnostics: Vec<Diagnostic>,
}

impl Configuration {
    /// Reads a configuration of YAML or JSON.
    ///
    /// ```
    /// use everynode::workspace::Configuration;
    /// let read = Configuration::read("everynode.yaml", "failOn: warning\nrules: {host-pit: off}\n");
    /// assert_eq!(read.config.fail_on.unwrap().as_str(), "warning");
    /// assert_eq!(read.diagnostics[0].message, "there is no rule `host-pit`");
    /// ```
    #[must_use]
    pub fn read(name: &str, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let limits = Limits {
            bytes: LONGEST,
            ..Limits::default()
        };
        let reading = read_value(CONFIGURATION, text, &limits);
        let mut reader = Reader {
            document: Document::new(KIND, &reading.places, reading.diagnostics),
            config: Config::default(),
        };
        let root = FieldPath::root();
        if let Some(value) = &reading.value
            && reader.document.is_map(value, &root, FIELDS)
        {
            reader.read(value, &root);
        }
        Self {
            file: SourceFile::new(name, text),
            config: reader.config,
            diagnostics: reader.document.finish(),
        }
    }
}

/// What `podSecurity` may be; the first one forbids nothing.
const LEVELS: [&str; 3] = ["privileged", "baseline", "restricted"];

struct Reader<'a> {
    document: Document<'a>,
    config: Config,
}

impl Reader<'_> {
    fn read(&mut self, value: &Json, root: &FieldPath) {
        for (preset, at) in one_or_more(value, root, "presets") {
            let chosen = self.one_of(preset, &at, &Preset::ALL.map(Preset::as_str));
            let chosen = chosen.and_then(|chosen| Preset::ALL.get(chosen));
            self.config.presets.extend(chosen);
        }
        self.config.rules = self.rules(value, root);
        self.config.role = self.role(value, root);
        if let Some(level) = present(value, "podSecurity") {
            let at = root.clone().field("podSecurity");
            self.config.pod_security = match self.one_of(level, &at, &LEVELS) {
                Some(1) => Some(PodSecurity::Baseline),
                Some(2) => Some(PodSecurity::Restricted),
                _ => None,
            };
        }
        for (registry, at) in self.document.texts(value, root, "registries") {
            if registry.is_empty() || holds(registry, "://") {
                let wanted = "a registry such as `ghcr.io` or `ghcr.io/acme`";
                self.document.wanted(&at, wanted, &Json::text(registry));
                continue;
            }
            let registry = registry.trim_end_matches('/');
            self.config.registries.push(registry.to_owned());
        }
        if let Some(percent) = present(value, "overheadPercent") {
            self.config.overhead_percent = match percent {
                Json::Number(number) => number.parse().ok().filter(|percent| *percent <= 100),
                _ => None,
            };
            if self.config.overhead_percent.is_none() {
                let at = root.clone().field("overheadPercent");
                let wanted = "a whole number from 0 to 100";
                self.document.wanted(&at, wanted, percent);
            }
        }
        self.config.complete = self.document.truth(value, root, "complete") == Some(true);
        if let Some(severity) = present(value, "failOn") {
            let at = root.clone().field("failOn");
            let chosen = self.one_of(severity, &at, &FailOn::ALL.map(FailOn::as_str));
            self.config.fail_on = chosen.and_then(|chosen| FailOn::ALL.get(chosen).copied());
        }
        for (own, at) in self.maps(value, root, "overrides", OVERRIDE_FIELDS) {
            let part = self.part(own, &at);
            let role = self.role(own, &at);
            let rules = self.rules(own, &at);
            if present(own, "rules").or(present(own, "role")).is_none() {
                self.fault(&at, "sets nothing: `rules` or `role` is wanted");
            } else if role.is_some() && !part.paths.is_empty() {
                self.fault(&at, "sets a `role`, which is of whole objects, for `paths`");
            }
            self.config.overrides.push(Override { part, role, rules });
        }
        for (own, at) in self.maps(value, root, "ignores", IGNORE_FIELDS) {
            self.ignore(own, &at);
        }
    }

    /// The items of a list of maps with these fields.
    fn maps<'v>(
        &mut self,
        value: &'v Json,
        root: &FieldPath,
        field: &str,
        fields: &[&'static str],
    ) -> Vec<(&'v Json, FieldPath)> {
        let at = root.clone().field(field);
        let mut found = Vec::new();
        for (index, own) in self.document.items(value, field, &at).iter().enumerate() {
            let at = at.clone().index(index);
            if index == MOST {
                let message = "a configuration has no more than 1,000 of them".to_owned();
                let why = Some("What follows is left out.");
                self.document.say(Rule::LIMIT_EXCEEDED, &at, message, why);
                break;
            }
            if self.document.is_map(own, &at, fields) {
                found.push((own, at));
            }
        }
        found
    }

    fn ignore(&mut self, own: &Json, at: &FieldPath) {
        let part = self.part(own, at);
        self.document.text(own, at, "reason");
        if present(own, "rules").is_none() {
            self.fault(at, "sets nothing aside: `rules` is wanted");
        }
        for (rule, at) in self.document.texts(own, at, "rules") {
            if let Some((message, nearest)) = fault(rule, true) {
                self.document.say(Rule::CONFIG_VALUE, &at, message, None);
                self.document.help(nearest);
            } else {
                self.config.ignores.push(Ignored {
                    rule: rule.to_owned(),
                    place: self.document.place(&at),
                    part: part.clone(),
                });
            }
        }
    }

    fn fault(&mut self, at: &FieldPath, what: &str) {
        let message = ["`", &at.to_string(), "` ", what].concat();
        self.document.say(Rule::CONFIG_VALUE, at, message, None);
    }

    /// The globs of an override or an ignore.
    fn part(&mut self, own: &Json, at: &FieldPath) -> Part {
        let mut part = Part::default();
        for (file, _) in self.document.texts(own, at, "files") {
            part.files
                .push(file.strip_prefix("./").unwrap_or(file).to_owned());
        }
        for (object, at) in self.document.texts(own, at, "objects") {
            if object.as_bytes().contains(&b'*') || object.split('/').count() == 3 {
                part.objects.push(object.to_owned());
            } else {
                let wanted = "`Kind/namespace/name`, with `*` for what is left open";
                self.document.wanted(&at, wanted, &Json::text(object));
            }
        }
        for (path, _) in self.document.texts(own, at, "paths") {
            part.paths.push(path.to_owned());
        }
        part
    }

    fn role(&mut self, own: &Json, at: &FieldPath) -> Option<Role> {
        let at = at.clone().field("role");
        let role = self.one_of(present(own, "role")?, &at, &Role::ALL.map(Role::as_str))?;
        Role::ALL.get(role).copied()
    }

    /// What is set for single rules.
    fn rules(&mut self, own: &Json, at: &FieldPath) -> Vec<(String, Setting)> {
        let at = at.clone().field("rules");
        let mut rules = Vec::new();
        for (id, setting) in self.document.members(own, "rules", &at) {
            let at = at.clone().field(id);
            let chosen = self.one_of(setting, &at, &Setting::WORDS);
            let setting = chosen.and_then(|chosen| Setting::ALL.get(chosen));
            if let Some((message, nearest)) = fault(id, setting == Some(&Setting::Off)) {
                self.document.say_of_key(Rule::CONFIG_VALUE, &at, message);
                self.document.help(nearest);
            } else if let Some(setting) = setting {
                rules.push((id.clone(), *setting));
            }
        }
        rules
    }

    /// Which one of some words a value is, by its position. YAML reads `off` and `on` as `false` and `true`.
    fn one_of(&mut self, value: &Json, at: &FieldPath, words: &[&'static str]) -> Option<usize> {
        let said = match value {
            Json::Bool(false) => "off",
            Json::Bool(true) => "on",
            value => value.as_text().unwrap_or_default(),
        };
        let found = words.iter().position(|word| *word == said);
        if found.is_none() {
            let wanted = ["one of `", &words.join("`, `"), "`"].concat();
            self.document.wanted(at, &wanted, value);
            self.document.help(nearest_of(said, words));
        }
        found
    }
}

/// Why nothing can be set for a rule, or it cannot be put aside where that is asked; and the nearest rule.
fn fault(id: &str, is_aside: bool) -> Option<(String, Option<&'static str>)> {
    let message = match RULES.iter().find(|rule| rule.id == id) {
        Some(rule) if rule.ignorable || !is_aside => return None,
        Some(_) => ["`", id, "` cannot be ignored"].concat(),
        None => {
            if let Some(rule) = OTHERS.iter().find(|rule| rule.id == id) {
                if rule.is_ignorable() {
                    return None;
                }
                let by = match rule.source {
                    DiagnosticSource::ApiServer => {
                        "` is what the API server refuses: nothing sets it"
                    }
                    DiagnosticSource::Reader | DiagnosticSource::Lint => {
                        "` is found by reading: nothing sets it"
                    }
                };
                return Some((["`", id, by].concat(), None));
            }
            if LATER.contains(&id) {
                return None;
            }
            let known: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
            let message = ["there is no rule `", &shortened(id), "`"].concat();
            return Some((message, nearest_of(id, &known)));
        }
    };
    Some((message, None))
}

/// A field that is one value or a list of them, each with its path.
fn one_or_more<'v>(map: &'v Json, at: &FieldPath, field: &str) -> Vec<(&'v Json, FieldPath)> {
    let at = at.clone().field(field);
    match present(map, field) {
        None => Vec::new(),
        Some(Json::List(items)) => {
            let items = items.iter().enumerate();
            items
                .map(|(index, item)| (item, at.clone().index(index)))
                .collect()
        }
        Some(one) => vec![(one, at)],
    }
}
