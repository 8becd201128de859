use super::{PodSecurity, Role, Rule};
use crate::diagnostic::Severity;
use crate::source::Place;

/// A choice of rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// What goes wrong with DaemonSets, and what most reviewers ask for.
    #[default]
    Recommended,
    /// Every rule.
    Strict,
    /// What an intruder could use.
    Security,
    /// Only what is switched on one by one.
    Off,
}

impl Preset {
    /// In the order of their definition.
    pub const ALL: [Self; 4] = [Self::Recommended, Self::Strict, Self::Security, Self::Off];

    /// As configurations write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Recommended => "recommended",
            Self::Strict => "strict",
            Self::Security => "security",
            Self::Off => "off",
        }
    }

    /// The preset of this name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.as_str() == text)
    }

    /// How bad a rule's findings are; `None` where it is off.
    fn severity(self, rule: &Rule) -> Option<Severity> {
        match self {
            Self::Recommended if rule.preset == Self::Recommended => Some(rule.severity),
            Self::Strict => Some(rule.severity),
            Self::Security => rule.security,
            Self::Recommended | Self::Off => None,
        }
    }
}

/// What somebody sets for one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// It finds nothing.
    Off,
    /// It is on, with its own severity.
    On,
    /// It is on, and all that it finds is as bad as this.
    As(Severity),
}

impl Setting {
    /// As configurations write it, in the order of [`WORDS`](Self::WORDS).
    pub const ALL: [Self; 5] = [
        Self::Off,
        Self::On,
        Self::As(Severity::Error),
        Self::As(Severity::Warning),
        Self::As(Severity::Info),
    ];
    /// What configurations write for [`ALL`](Self::ALL).
    pub const WORDS: [&'static str; 5] = ["off", "on", "error", "warning", "info"];
}

/// The severity from which on findings make a command fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// Errors alone.
    Error,
    /// Warnings, too.
    Warning,
    /// Whatever is found.
    Info,
    /// Nothing.
    Never,
}

impl FailOn {
    /// In the order of their definition.
    pub const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Info, Self::Never];

    /// As configurations write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::Never => "never",
        }
    }
}

/// A part of the input. Globs that are not there fit everything; of several, one has to fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Which files, as globs of their names.
    pub files: Vec<String>,
    /// Which objects, as globs of `Kind/namespace/name`.
    pub objects: Vec<String>,
    /// Which fields, as globs of the path.
    pub paths: Vec<String>,
}

/// Another setting for a part of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// Where it holds.
    pub part: Part,
    /// The role of the objects, whatever they look like.
    pub role: Option<Role>,
    /// What is set for rules there.
    pub rules: Vec<(String, Setting)>,
}

/// Findings of one rule that the configuration puts aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The rule.
    pub rule: String,
    /// Where the rule is written in the configuration.
    pub place: Place,
    /// Where the findings are.
    pub part: Part,
}

/// Which rules are on, and how bad their findings are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Where to begin. Several add up.
    pub presets: Vec<Preset>,
    /// What is set for single rules; the last setting of a rule counts.
    pub rules: Vec<(String, Setting)>,
    /// What is set for a part of the input; the last that fits counts.
    pub overrides: Vec<Override>,
    /// The role of every agent, whatever it looks like.
    pub role: Option<Role>,
    /// The level of the Pod Security Standards that Pods must pass: what it forbids is an error.
    pub pod_security: Option<PodSecurity>,
    /// Registries that images may come from, as globs; empty: all.
    pub registries: Vec<String>,
    /// How much of the CPU or memory of a Node all DaemonSets may request together, in hundredths; `None`: a quarter.
    pub overhead_percent: Option<u32>,
    /// What is put aside.
    pub ignores: Vec<Ignored>,
    /// The input is a whole cluster: what is not there does not exist.
    pub complete: bool,
    /// From which severity on a command fails; `None`: nobody said.
    pub fail_on: Option<FailOn>,
}

impl Config {
    /// The severity of what a rule finds, and whether somebody set it; `None` where the rule is off.
    pub(super) fn severity(&self, rule: &Rule) -> Option<(Severity, bool)> {
        match self.setting(rule.id) {
            Some(Setting::Off) => return None,
            Some(Setting::As(severity)) => return Some((severity, true)),
            Some(Setting::On) => return Some((rule.severity, false)),
            None => {}
        }
        let demanded = self.pod_security >= rule.pod_security && rule.pod_security.is_some();
        if demanded {
            return Some((Severity::Error, true));
        }
        let presets = match self.presets.as_slice() {
            [] => &[Preset::Recommended],
            presets => presets,
        };
        // The worst of them, which is the least.
        let severities = presets.iter().filter_map(|preset| preset.severity(rule));
        severities.min().map(|severity| (severity, false))
    }

    /// What is set for a rule everywhere.
    pub(super) fn setting(&self, rule: &str) -> Option<Setting> {
        let own = self.rules.iter().rfind(|(id, _)| id == rule);
        own.map(|(_, setting)| *setting)
    }

    /// Whether a rule is on, be it for a part of the input alone.
    pub(super) fn asks(&self, rule: &Rule) -> bool {
        let is_on = |part: &Override| {
            let own = part.rules.iter().rfind(|(id, _)| id == rule.id);
            own.is_some_and(|(_, setting)| *setting != Setting::Off)
        };
        self.severity(rule).is_some() || self.overrides.iter().any(is_on)
    }

    /// What is set for a place besides: the last override that fits.
    pub(super) fn setting_at(&self, rule: &str, at: &At<'_>) -> Option<Setting> {
        let mut found = None;
        for part in self.overrides.iter().filter(|own| own.part.fits(at)) {
            let own = part.rules.iter().rfind(|(id, _)| id == rule);
            found = own.map(|(_, setting)| *setting).or(found);
        }
        found
    }

    /// The role that is set for an object.
    pub(super) fn role_at(&self, at: &At<'_>) -> Option<Role> {
        let fitting = self.overrides.iter().filter(|own| own.part.fits(at));
        fitting
            .filter_map(|part| part.role)
            .next_back()
            .or(self.role)
    }
}

/// A place, as overrides name it.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'a> {
    pub(super) file: &'a str,
    /// `Kind/namespace/name`
    pub(super) object: &'a str,
    /// Empty: the object as a whole.
    pub(super) path: &'a str,
}

impl Part {
    pub(super) fn fits(&self, at: &At<'_>) -> bool {
        self.fits_object(at) && any(&self.paths, at.path)
    }

    /// Whether it fits the file and the object, whatever the field.
    pub(super) fn fits_object(&self, at: &At<'_>) -> bool {
        let file = at.file.strip_prefix("./").unwrap_or(at.file);
        any(&self.files, file) && any(&self.objects, at.object)
    }
}

fn any(globs: &[String], text: &str) -> bool {
    globs.is_empty() || globs.iter().any(|pattern| glob(pattern, text))
}

/// Whether a text is as a pattern says: `*` stands for anything, slashes included, `?` for one byte.
///
/// Takes time in proportion to the product of both lengths, whatever they are.
pub(super) fn glob(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut p, mut t) = (0, 0);
    // Where to go on when what follows the last star does not fit.
    let mut star = None;
    while t < text.len() {
        match pattern.get(p) {
            Some(b'*') => {
                star = Some((p + 1, t));
                p += 1;
            }
            Some(b'?') => (p, t) = (p + 1, t + 1),
            Some(byte) if text.get(t) == Some(byte) => (p, t) = (p + 1, t + 1),
            _ => match &mut star {
                Some((behind, from)) => {
                    *from += 1;
                    (p, t) = (*behind, *from);
                }
                None => return false,
            },
        }
    }
    let rest = pattern.get(p..).unwrap_or_default();
    rest.iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything() {
        let cases = [
            ("*", "", true),
            ("a*c", "abbc", true),
            ("a*c", "abb", false),
            ("deploy/*.yaml", "deploy/a/b.yaml", true),
            ("DaemonSet/*/agent", "DaemonSet/kube-system/agent", true),
            ("?", "", false),
            ("a?c*", "abc", true),
            ("", "a", false),
        ];
        for (pattern, text, fits) in cases {
            assert_eq!(glob(pattern, text), fits, "{pattern} {text}");
        }
    }
}
