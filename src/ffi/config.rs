use super::request::LintQuestion;
use crate::lint::{Config, Preset, RULES, Role, Setting};
use crate::words::{name_list, nearest_of};

/// A configuration with what a question says over it: its presets and its role in the place of the configuration's, its rules
/// besides. What the configuration sets for parts of the input holds all the same, but for roles.
pub(super) fn with(mut config: Config, question: &LintQuestion) -> Result<Config, String> {
    if !question.presets.is_empty() {
        config.presets.clear();
    }
    for text in &question.presets {
        let preset = Preset::parse(text);
        config
            .presets
            .push(preset.ok_or_else(|| unknown("preset", text, &Preset::ALL.map(Preset::as_str)))?);
    }
    if let Some(text) = &question.role {
        let role = Role::parse(text);
        config.role =
            Some(role.ok_or_else(|| unknown("role", text, &Role::ALL.map(Role::as_str)))?);
        for own in &mut config.overrides {
            own.role = None;
        }
    }
    for id in &question.rules {
        let known: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
        if !known.contains(&id.as_str()) {
            return Err(unknown("rule", id, &known));
        }
        config.rules.push((id.clone(), Setting::On));
    }
    Ok(config)
}

/// Says that there is no such thing, and which there are.
fn unknown(what: &str, word: &str, known: &[&str]) -> String {
    let nearest = nearest_of(word, known);
    let known = match nearest {
        Some(nearest) => ["; the nearest is `", nearest, "`"].concat(),
        None if known.len() > 10 => String::new(),
        None => [": ", &name_list(known, known.len())].concat(),
    };
    ["there is no ", what, " `", word, "`", &known].concat()
}
