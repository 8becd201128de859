//! What was open and what was read last where a document breaks off.

use super::super::event::{Container, Event, Events, Scalar};
use super::super::json::JsonEvents;
use super::super::yaml::YamlEvents;
use super::line::{Line, quoted, value};
use super::{Cause, braces, template};
use crate::source::TextRange;

/// A map or a list.
#[derive(Clone, Copy)]
struct Collection {
    kind: Container,
    /// Its bracket, or its first key or dash.
    start: usize,
    /// The column of that, from 0.
    column: usize,
}

/// What a document says before its error.
pub(super) struct Before<'t> {
    text: &'t str,
    open: Vec<Collection>,
    /// Closed behind the last value: where another line may still belong.
    closed: Vec<Collection>,
    /// The last key or value.
    last: Option<TextRange>,
    /// The last quoted one that runs over several lines.
    long: Option<TextRange>,
    /// Where the line of the last collection begins, and a byte up to which that is known.
    line: (usize, usize),
}

impl<'t> Before<'t> {
    /// Reads the document once more, up to its error.
    pub(super) fn error(text: &'t str, json: bool) -> Self {
        let mut before = Self {
            text,
            open: Vec::new(),
            closed: Vec::new(),
            last: None,
            long: None,
            line: (0, 0),
        };
        let mut events = if json {
            Events::Json(JsonEvents::new(text, 0))
        } else {
            Events::Yaml(Box::new(YamlEvents::new(text)))
        };
        while let Ok(event) = events.next() {
            match event {
                Event::Open { kind, start, .. } => before.push(kind, start as usize),
                Event::Close { .. } => before.closed.extend(before.open.pop()),
                Event::Scalar(scalar) => before.scalar(&scalar),
                Event::Alias { range, .. } => before.value(range),
                Event::End => {
                    // Another value of a stream of JSON, or the end.
                    let next = match &events {
                        Events::Json(events) => events.position(),
                        Events::Yaml(_) => break,
                    };
                    before.closed.clear();
                    events = Events::Json(JsonEvents::new(text, next));
                }
            }
        }
        before
    }

    fn push(&mut self, kind: Container, start: usize) {
        let (line, known) = self.line;
        let between = self.text.get(known..start).unwrap_or_default();
        let line = between
            .rfind(['\n', '\r'])
            .map_or(line, |at| known + at + 1);
        self.line = (line, start);
        self.closed.clear();
        self.open.push(Collection {
            kind,
            start,
            column: start - line,
        });
    }

    fn scalar(&mut self, scalar: &Scalar<'_>) {
        let written = scalar.range.of(self.text);
        if written.starts_with(['"', '\'']) && written.contains(['\n', '\r']) {
            self.long = Some(scalar.range);
        }
        self.value(scalar.range);
    }

    fn value(&mut self, range: TextRange) {
        self.closed.clear();
        self.last = Some(range);
    }

    fn is_bracket(&self, collection: Collection) -> bool {
        matches!(
            self.text.as_bytes().get(collection.start),
            Some(b'{' | b'[')
        )
    }

    pub(super) fn in_brackets(&self) -> bool {
        self.open.last().is_some_and(|last| self.is_bracket(*last))
    }

    /// Braces of a template that begin on a line above.
    pub(super) fn template(&self) -> Option<Cause> {
        let opened = |at: usize| {
            let rest = self.text.get(at..).unwrap_or_default();
            (rest.starts_with("{{") || rest.starts_with("{%")).then_some((at, rest))
        };
        let (at, rest) = self.open.iter().find_map(|open| opened(open.start))?;
        let found = braces(rest)?;
        let here = TextRange::from_usize(at, at + found.end as usize);
        Some(template(here, here.of(self.text)))
    }

    /// A quote that is closed too early or too late.
    pub(super) fn quote(&self, at: usize, line: Line<'_>) -> Option<Cause> {
        let rest = line.from(at);
        if rest.starts_with(['"', '\'']) && !closes(rest) {
            return Some(Cause::new(
                TextRange::from_usize(at, at + value(rest).len()),
                "this quote is never closed",
                "Close it at the end of the value.",
            ));
        }
        if let Some(long) = self.long.filter(|long| long.end as usize >= line.start) {
            let first = Line::around(self.text, long.start as usize);
            let end = first.start + first.text.trim_end().len();
            let here = TextRange::from_usize(long.start as usize, end);
            let behind = TextRange::from_usize(at, at + value(rest).len());
            return Some(
                Cause::new(
                    here,
                    "this quote is not closed on its line",
                    "Close it at the end of the value: it runs on to the next quote.",
                )
                .related(behind, "the text breaks off here"),
            );
        }
        let last = self
            .last
            .filter(|last| last.end as usize <= at && last.end as usize > line.start)?;
        let written = last.of(self.text);
        let between = self.text.get(last.end as usize..at)?;
        (written.starts_with(['"', '\'']) && between.is_empty() && !rest.starts_with(':')).then(
            || {
                let quote = if written.starts_with('"') {
                    "\\\""
                } else {
                    "''"
                };
                Cause::new(
                    TextRange::from_usize(at, at + value(rest).len()),
                    "text follows the closing quote",
                    format!("Inside these quotes, a quote is written `{quote}`."),
                )
                .related(last, "the quoted value")
            },
        )
    }

    /// A bracket that is not closed.
    pub(super) fn bracket(&self, at: usize, line: Line<'_>) -> Option<Cause> {
        let open = self.open.last().copied().filter(|c| self.is_bracket(*c))?;
        let close = match open.kind {
            Container::Map => '}',
            Container::List => ']',
        };
        let here = TextRange::from_usize(open.start, open.start + 1);
        let never = |help: String| Cause::new(here, "this bracket is never closed", help);
        if open.start == at || line.from(at).is_empty() && self.text.trim_end().len() <= at {
            return Some(never(format!("Write the `{close}` where it ends.")));
        }
        // A line of block style behind a bracket on a line above.
        let rest = line.from(at);
        let block = line.text.trim_start();
        let is_block = block.starts_with("- ")
            || block.split_once(':').is_some_and(|(key, after)| {
                !key.contains(['{', '[', '"', ',', ' '])
                    && (after.is_empty() || after.starts_with(' '))
            });
        (open.start < line.start && is_block).then(|| {
            let behind = TextRange::from_usize(at, at + value(rest).len());
            never(format!("Write the `{close}` before the line that follows."))
                .related(behind, "the text breaks off here")
        })
    }

    /// A second `key:` in one value.
    pub(super) fn colon(&self, at: usize, line: Line<'_>) -> Option<Cause> {
        if !line.from(at).starts_with(':') {
            return None;
        }
        let key = self.last?;
        let name = key.of(self.text).trim_matches(['"', '\'']);
        let key_end = key.end as usize;
        if key_end > line.start {
            let behind = self.text.get(key_end..)?.strip_prefix(':')?;
            let start = key_end + 1 + (behind.len() - behind.trim_start_matches(' ').len());
            let written = value(line.from(start));
            let range = TextRange::from_usize(start, start + written.len());
            return Some(
                Cause::new(
                    range,
                    format!("the value of `{name}` holds a `: `"),
                    "Put the value in quotes, or begin the inner key on a line of its own.",
                )
                .fix("Put the value in quotes", range, quoted(written)),
            );
        }
        // The value began above; without one there, the key of this line is in its place.
        let first = Line::around(self.text, key_end);
        if value(first.from(key_end).strip_prefix(':')?).is_empty() {
            return None;
        }
        let start = line.start + (line.text.len() - line.text.trim_start().len());
        let own = TextRange::from_usize(start, at);
        let wanted = key.start as usize - first.start;
        Some(
            Cause::new(
                own,
                format!(
                    "`{}` is indented deeper than `{name}`, which has a value",
                    own.of(self.text).trim_start_matches(['-', ' '])
                ),
                format!(
                    "Indent it with {}; it has {}.",
                    spaces(wanted),
                    start - line.start
                ),
            )
            .related(key, format!("`{name}` is here")),
        )
    }

    /// A line in a column where no other line begins.
    pub(super) fn indentation(&self, at: usize, line: Line<'_>) -> Option<Cause> {
        if !line.begins_at(at) {
            return None;
        }
        let own = at - line.start;
        let known = || self.open.iter().chain(&self.closed);
        let columns: Vec<usize> = known().map(|c| c.column).collect();
        let dash = line.from(at).starts_with("- ");
        let range = TextRange::from_usize(at, at + value(line.from(at)).len());
        if columns.contains(&own) {
            if !dash {
                return None;
            }
            let lists = known().filter(|c| c.kind == Container::List && c.column != own);
            let wanted = lists.map(|c| c.column).max()?;
            return Some(Cause::new(
                range,
                "a list item stands in the column of a map's keys",
                format!(
                    "Indent it as the other items of its list, with {}.",
                    spaces(wanted)
                ),
            ));
        }
        let below = columns.iter().filter(|&&c| c < own).max();
        let above = columns.iter().filter(|&&c| c > own).min();
        let wanted = match (below, above) {
            (Some(below), Some(above)) => format!("{below} or {}", spaces(*above)),
            (Some(one), None) | (None, Some(one)) => spaces(*one),
            (None, None) => return None,
        };
        Some(Cause::new(
            range,
            "the indentation of this line fits no line above",
            format!("Indent it with {wanted}; it has {own}."),
        ))
    }

    /// Text that has fallen out of a block scalar.
    pub(super) fn block_text(&self, at: usize, line: Line<'_>) -> Option<Cause> {
        let last = self.last?;
        let head = last.of(self.text).starts_with(['|', '>']);
        (head && line.begins_at(at)).then(|| {
            Cause::new(
                TextRange::from_usize(at, at + line.from(at).trim_end().len()),
                "no `:` makes a key of this line",
                "If it belongs to the text above, indent it as deep as that.",
            )
            .related(last, "the text above")
        })
    }
}

fn spaces(number: usize) -> String {
    match number {
        0 => "no spaces".into(),
        1 => "1 space".into(),
        _ => format!("{number} spaces"),
    }
}

/// Whether a quote that opens here is closed on this line.
fn closes(rest: &str) -> bool {
    let mut chars = rest.chars();
    let quote = chars.next();
    let mut escaped = false;
    chars.any(|c| {
        let closes = Some(c) == quote && !escaped;
        escaped = c == '\\' && quote == Some('"') && !escaped;
        closes
    })
}
