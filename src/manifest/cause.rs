//! Why a text breaks off: a guess from the line where it does, and from what was open there.

mod document;
mod line;

use super::decode::Position;
use super::event::SyntaxError;
use crate::diagnostic::{Diagnostic, Fix, Rule, Safety, TextEdit};
use crate::source::{TextRange, find};
use document::Before;
use line::Line;

/// A guess at what is wrong.
struct Cause {
    rule: Rule,
    at: TextRange,
    message: String,
    help: String,
    /// Another place that belongs to it.
    related: Option<(TextRange, String)>,
    /// What would mend it: the title, what is replaced, and by what.
    fix: Option<(&'static str, TextRange, String)>,
}

impl Cause {
    fn new(at: TextRange, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            rule: Rule::YAML_SYNTAX,
            at,
            message: message.into(),
            help: help.into(),
            related: None,
            fix: None,
        }
    }

    fn rule(mut self, rule: Rule) -> Self {
        self.rule = rule;
        self
    }

    fn related(mut self, at: TextRange, message: impl Into<String>) -> Self {
        self.related = Some((at, message.into()));
        self
    }

    fn fix(mut self, title: &'static str, at: TextRange, text: impl Into<String>) -> Self {
        self.fix = Some((title, at, text.into()));
        self
    }
}

/// What to say about a text that breaks off. The work is that of reading the document once more.
pub(super) fn finding(
    error: &SyntaxError,
    text: &str,
    position: Position,
    json: bool,
) -> Diagnostic {
    let line = Line::around(text, error.at as usize);
    let cause = guess(error, text, line, json);
    let language_rule = |rule: Rule| {
        if json && rule == Rule::YAML_SYNTAX {
            Rule::JSON_SYNTAX
        } else {
            rule
        }
    };
    let Some(cause) = cause else {
        let rule = language_rule(Rule::YAML_SYNTAX);
        let place = position.place(TextRange::at(error.at));
        return Diagnostic::new(rule, place, error.problem.clone())
            .why("kubectl refuses the document.");
    };
    let rule = language_rule(cause.rule);
    let mut finding = Diagnostic::new(rule, position.place(cause.at), cause.message)
        .why(why(rule))
        .help(cause.help);
    if let Some((at, message)) = cause.related {
        finding = finding.related(position.place(at), message);
    }
    if let Some((title, at, new_text)) = cause.fix {
        finding = finding.fix(Fix {
            title: title.into(),
            safety: Safety::Safe,
            edits: vec![TextEdit {
                place: position.place(at),
                new_text,
            }],
        });
    }
    finding
}

fn why(rule: Rule) -> &'static str {
    match rule {
        Rule::YAML_TEMPLATE => "kubectl reads no template language, and refuses the document.",
        Rule::YAML_TAB => "YAML is indented with spaces; kubectl refuses the document.",
        _ => "kubectl refuses the document.",
    }
}

/// From the plainest sign to the vaguest.
fn guess(error: &SyntaxError, text: &str, line: Line<'_>, json: bool) -> Option<Cause> {
    let at = error.at as usize;
    let own = line
        .conflict()
        .or_else(|| line.fence())
        .or_else(|| line.elision())
        .or_else(|| line.template())
        .or_else(|| line.variable(at))
        .or_else(|| line.mark())
        .or_else(|| if json { None } else { line.tab(at) })
        .or_else(|| line.smart_quotes())
        .or_else(|| line.odd_blank());
    if own.is_some() {
        return own;
    }
    let before = Before::error(text, json);
    before
        .template()
        .or_else(|| before.quote(at, line))
        .or_else(|| before.bracket(at, line))
        .or_else(|| if json { line.comment(at) } else { None })
        .or_else(|| {
            if json || before.in_brackets() {
                None
            } else {
                // A value that goes on from the line above breaks off at the first key.
                let above = line.above(text);
                above
                    .and_then(|above| {
                        let sign = above.conflict().or_else(|| above.elision());
                        sign.or_else(|| above.joined())
                    })
                    .or_else(|| before.colon(at, line))
                    .or_else(|| line.sign(at))
                    .or_else(|| before.indentation(at, line))
                    .or_else(|| line.no_blank(at))
                    .or_else(|| before.block_text(at, line))
            }
        })
}

/// The first template's braces of a text: up to where they close on their line.
pub(super) fn braces(text: &str) -> Option<TextRange> {
    let (at, close) = [("{{", "}}"), ("{%", "%}"), ("<%", "%>")]
        .into_iter()
        .filter_map(|(open, close)| Some((find(text, open)?, close)))
        .min()?;
    let rest = text.get(at..)?;
    let rest = rest.split(['\n', '\r']).next().unwrap_or(rest);
    let length = find(rest, close).map_or(rest.trim_end().len(), |end| end + close.len());
    Some(TextRange::from_usize(at, at + length))
}

/// What to say of a template's braces, which stand there.
pub(super) fn not_rendered(braces: &str) -> (String, &'static str) {
    let mut short: String = braces.chars().take(60).collect();
    if short.len() < braces.len() {
        short.push('…');
    }
    (
        format!("`{short}` is a template that is not rendered"),
        "Render it first, as `helm template` or `envsubst` do, and read what comes out.",
    )
}

fn template(at: TextRange, braces: &str) -> Cause {
    let (message, help) = not_rendered(braces);
    Cause::new(at, message, help).rule(Rule::YAML_TEMPLATE)
}
