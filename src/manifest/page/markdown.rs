//! Fenced blocks of Markdown: which of them are manifests, which are scripts that hold some.

use super::super::decode::Position;
use super::{Page, Passage, here_document, line_range, lines, looks_like_manifest, terminal};
use crate::source::{TextRange, find};

/// A block between two fences.
#[derive(Clone, Copy)]
struct Block<'t> {
    /// The blanks before its fence.
    lead: &'t str,
    /// The language that its fence names; empty where it names none.
    language: &'t str,
    /// The line of its fence.
    fence: TextRange,
    body: Passage<'t>,
    /// Its last fence is there.
    closed: bool,
}

/// What a block holds, as its fence says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Manifest,
    Shell,
    /// To be told from the text.
    Unsaid,
    Other,
}

impl Block<'_> {
    fn language(&self) -> Language {
        let is = |names: &[&str]| {
            let mut names = names.iter();
            names.any(|name| name.eq_ignore_ascii_case(self.language))
        };
        if is(&["yaml", "yml", "json", "kubernetes", "k8s"]) {
            Language::Manifest
        } else if is(&["sh", "bash", "zsh", "shell", "console", "terminal"]) {
            Language::Shell
        } else if is(&["", "text", "txt"]) {
            Language::Unsaid
        } else {
            Language::Other
        }
    }
}

/// The opening fence of a line: its mark, the length of that, and what follows.
fn opening(line: &str) -> Option<(char, usize, &str)> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = line.trim_start_matches(mark);
    let length = line.len() - info.len();
    (length >= 3 && !(mark == '`' && info.as_bytes().contains(&b'`'))).then_some((
        mark,
        length,
        info.trim(),
    ))
}

/// `yaml` of `yaml`, `yaml title="x"`, `{.yaml .lines}`, `yaml{1,2}`.
fn language(info: &str) -> &str {
    let info = info.trim_start_matches(['{', '.', ' ']);
    let end = info.find(|c: char| !c.is_ascii_alphanumeric());
    info.get(..end.unwrap_or(info.len())).unwrap_or_default()
}

/// Every block, the last one also where it is not closed.
fn blocks(text: &str) -> impl Iterator<Item = Block<'_>> {
    let mut lines = lines(text);
    std::iter::from_fn(move || {
        let (start, line, (mark, length, info)) = lines.by_ref().find_map(|(start, line)| {
            let found = opening(line.trim())?;
            Some((start, line, found))
        })?;
        let body = (start + line.len() + 1).min(text.len());
        let is_closing = |line: &str| {
            let line = line.trim();
            line.len() >= length && line.trim_start_matches(mark).is_empty()
        };
        let closing = lines.by_ref().find(|(_, line)| is_closing(line));
        let end = closing.map_or(text.len(), |(start, _)| start);
        let content = line.trim_start();
        let lead = line.get(..line.len() - content.len()).unwrap_or_default();
        Some(Block {
            lead,
            language: language(info),
            fence: line_range(start, line),
            body: Passage {
                text: text.get(body..end).unwrap_or_default(),
                start: body,
                lead,
            },
            closed: closing.is_some(),
        })
    })
}

/// Adds what the blocks of a page hold.
///
/// ```text
/// ```yaml            the whole block
/// ```sh              the here-documents in it
/// ```                either, where the text looks like it
/// ```
pub(super) fn passages<'t>(text: &'t str, position: Position, page: &mut Page<'t>) {
    for block in blocks(text) {
        match block.language() {
            Language::Manifest if terminal::begins(block.body.text, block.lead) => {
                here_document::passages(block.body, true, position, page);
            }
            Language::Manifest => page.passages.push(block.body),
            Language::Unsaid if looks_like_manifest(block.body.text) => {
                if here_document::first(block.body.text, block.lead).is_some() {
                    here_document::passages(block.body, true, position, page);
                } else {
                    page.passages.push(block.body);
                }
            }
            Language::Shell => here_document::passages(block.body, true, position, page),
            Language::Unsaid | Language::Other => {}
        }
    }
}

/// Whether a text of an unknown name is a page: a fence at the start of a line names a language that is read here, or
/// is closed again and holds a manifest. A lone fence is what is left of a page that somebody copied from.
pub(super) fn is_likely(text: &str) -> bool {
    let may_be = |mark: &str| text.starts_with(mark.trim_start()) || find(text, mark).is_some();
    (may_be("\n```") || may_be("\n~~~")) && likely(text).next().is_some()
}

fn likely(text: &str) -> impl Iterator<Item = Block<'_>> {
    blocks(text).filter(|block| {
        block.lead.is_empty()
            && match block.language() {
                Language::Manifest | Language::Shell => true,
                Language::Unsaid => block.closed && looks_like_manifest(block.body.text),
                Language::Other => false,
            }
    })
}

/// The fence that makes a text a page.
pub(super) fn first(text: &str) -> Option<TextRange> {
    likely(text).next().map(|block| block.fence)
}
