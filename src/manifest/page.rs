//! Texts that hold manifests among other things: pages of Markdown, scripts with here-documents, copies of a terminal.

mod here_document;
mod markdown;
mod terminal;

use super::decode::Position;
use super::findings;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::TextRange;

/// A stretch of a text that is read as YAML or JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Passage<'t> {
    pub(super) text: &'t str,
    /// Where it starts in the whole text.
    pub(super) start: usize,
    /// The blanks that every line begins with, those of separators too.
    pub(super) lead: &'t str,
}

/// The passages of a text, and what is to be said of them.
pub(super) struct Page<'t> {
    pub(super) passages: Vec<Passage<'t>>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// There is more than the manifest.
    pub(super) is_page: bool,
}

/// What a text is read as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Manifest,
    Markdown,
    Script,
    Terminal,
}

/// Texts above this size are pages by their names only: nobody writes such a page, and looking costs time.
const PAGE: usize = 512 << 10;

/// Takes a text apart, by the name of its file, or else by what it looks like.
pub(super) fn passages<'t>(name: &str, text: &'t str, position: Position) -> Page<'t> {
    let named = named(name);
    let format = match named {
        None | Some(Format::Manifest) => guess(text),
        Some(format) => format,
    };
    let mut page = Page {
        passages: Vec::new(),
        diagnostics: Vec::new(),
        is_page: format != Format::Manifest,
    };
    let whole = Passage {
        text,
        start: 0,
        lead: "",
    };
    match format {
        Format::Manifest => page.passages.push(whole),
        Format::Markdown => markdown::passages(text, position, &mut page),
        Format::Script => here_document::passages(whole, false, position, &mut page),
        Format::Terminal => here_document::passages(whole, true, position, &mut page),
    }
    if page.is_page && named == Some(Format::Manifest) {
        let finding = refused(format, text, position);
        page.diagnostics.push(finding);
    }
    page
}

/// Every way to find a passage that holds a byte, for whoever does not know the name of the file.
pub(super) fn candidates(text: &str, at: usize) -> impl Iterator<Item = Passage<'_>> {
    let formats = [Format::Manifest, Format::Markdown, Format::Script];
    formats.into_iter().filter_map(move |format| {
        let name = match format {
            Format::Manifest => ".txt",
            Format::Markdown => ".md",
            Format::Script | Format::Terminal => ".sh",
        };
        let page = passages(name, text, Position::default());
        let mut passages = page.passages.into_iter();
        passages.find(|passage| (passage.start..passage.start + passage.text.len()).contains(&at))
    })
}

fn named(name: &str) -> Option<Format> {
    let (_, extension) = name.rsplit_once('.')?;
    Some(match extension.to_ascii_lowercase().as_str() {
        "yaml" | "yml" | "json" => Format::Manifest,
        "md" | "markdown" | "mdx" => Format::Markdown,
        "sh" | "bash" | "zsh" => Format::Script,
        _ => return None,
    })
}

fn guess(text: &str) -> Format {
    if terminal::begins(text, "") {
        Format::Terminal
    } else if text.len() > PAGE {
        Format::Manifest
    } else if markdown::is_likely(text) {
        Format::Markdown
    } else if here_document::is_likely(text) {
        Format::Script
    } else {
        Format::Manifest
    }
}

/// A file that is named a manifest and is none.
fn refused(format: Format, text: &str, position: Position) -> Diagnostic {
    let (line, message, help) = match format {
        Format::Script | Format::Terminal => (
            here_document::first(text, ""),
            "a line of a shell stands here",
            "Take the lines of the shell away, or name the file `.sh`.",
        ),
        _ => (
            markdown::first(text),
            "a fence of Markdown stands here",
            "Take the fences away, or name the file `.md`.",
        ),
    };
    let place = position.place(line.unwrap_or_default());
    Diagnostic::new(Rule::YAML_SYNTAX, place, message)
        .why("kubectl refuses the file; what the manifest says is read here all the same.")
        .help(help)
}

/// The lines of a text, each with its first byte, without line feeds.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let at = start;
        start += line.len() + 1;
        (at, line)
    })
}

/// A line as a range, without the blanks around.
fn line_range(start: usize, line: &str) -> TextRange {
    let lead = line.len() - line.trim_start().len();
    TextRange::from_usize(start + lead, start + line.trim_end().len())
}

/// Whether a text that says nothing of itself looks like an object, or like a part of one.
fn looks_like_manifest(text: &str) -> bool {
    let content = |line: &&str| !line.is_empty() && !line.starts_with('#');
    let mut lines = text.lines().map(str::trim).filter(content).peekable();
    let opens = |line: &str| {
        let key = line.strip_prefix("- ").unwrap_or(line).strip_suffix(':');
        key.is_some_and(|key| !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphabetic()))
    };
    if lines.peek().is_some_and(|first| opens(first)) {
        return true;
    }
    lines.any(|mut line| {
        while let Some(item) = line.strip_prefix("- ") {
            line = item;
        }
        ["apiVersion:", "kind:", "\"apiVersion\":", "\"kind\":"]
            .iter()
            .any(|key| line.starts_with(key))
    })
}
