//! Here-documents of a shell: `kubectl apply -f - <<EOF` and the lines up to `EOF`.

use super::super::decode::Position;
use super::{Page, Passage, findings, line_range, lines, looks_like_manifest, terminal};
use crate::source::{TextRange, find};

/// What opens a here-document on a line.
#[derive(Clone, Copy)]
struct Opening<'t> {
    word: &'t str,
    /// Where the word stands in the line.
    at: usize,
    /// No quote keeps the shell from replacing `$(…)` in it.
    expands: bool,
    /// `<<-`: tabs before each line are taken away.
    strips_tabs: bool,
}

/// `<<EOF`, `<<-EOF`, `<< 'EOF'`, `<<"EOF"`, `<<\EOF`.
fn opening(line: &str) -> Option<Opening<'_>> {
    if line.trim_start().starts_with('#') || find(line, "((").is_some() {
        return None;
    }
    let after = line.get(find(line, "<<")? + 2..)?;
    let (strips_tabs, after) = match after.strip_prefix('-') {
        Some(after) => (true, after),
        None => (false, after),
    };
    let quoted = after.trim_start_matches(' ');
    let word = quoted.trim_start_matches(['\'', '"', '\\']);
    let expands = word.len() == quoted.len();
    let end = word.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let name = word.get(..end.unwrap_or(word.len()))?;
    let begins = |c: char| c.is_ascii_alphabetic() || c == '_';
    name.starts_with(begins).then_some(Opening {
        word: name,
        at: line.len() - word.len(),
        expands,
        strips_tabs,
    })
}

/// Adds the here-documents of a script that look like manifests. One that never ends goes to the end, as in a shell. Of a
/// copy of a terminal, what commands `printed` is added, too.
pub(super) fn passages<'t>(
    script: Passage<'t>,
    printed: bool,
    position: Position,
    page: &mut Page<'t>,
) {
    let mut output = None;
    let mut lines = lines(script.text);
    while let Some((start, line)) = lines.next() {
        let opening = opening(line);
        let bare = line.strip_prefix(script.lead).unwrap_or(line);
        if opening.is_none() && !(printed && terminal::is_command(bare)) {
            continue;
        }
        let body = (start + line.len() + 1).min(script.text.len());
        if let Some(from) = output.replace(body) {
            page.passages.extend(manifest(script, from, start));
        }
        let Some(opening) = opening else {
            continue;
        };
        let closes = |line: &str| {
            let line = line.strip_suffix('\r').unwrap_or(line);
            let line = line.strip_prefix(script.lead).unwrap_or(line);
            let line = match opening.strips_tabs {
                true => line.trim_start_matches('\t'),
                false => line,
            };
            line == opening.word
        };
        let closing = lines.by_ref().find(|(_, line)| closes(line));
        let end = closing.map_or(script.text.len(), |(start, _)| start);
        output = closing
            .filter(|_| printed)
            .map(|(start, line)| start + line.len() + 1);
        let Some(passage) = manifest(script, body, end) else {
            continue;
        };
        let text = passage.text;
        page.passages.push(passage);
        if opening.expands
            && let Some(at) = expansion(text)
        {
            let word = script.start + start + opening.at;
            let word = TextRange::from_usize(word, word + opening.word.len());
            let place = position.after(passage.start).place(at);
            let word = position.place(word);
            page.diagnostics
                .push(findings::expansion(at.of(text), opening.word, place, word));
        }
    }
    if let (true, Some(from)) = (printed, output) {
        page.passages
            .extend(manifest(script, from, script.text.len()));
    }
}

/// A part of a script, if it looks like a manifest.
fn manifest<'t>(script: Passage<'t>, from: usize, to: usize) -> Option<Passage<'t>> {
    let text = script.text.get(from..to)?;
    looks_like_manifest(text).then_some(Passage {
        text,
        start: script.start + from,
        lead: script.lead,
    })
}

/// The first thing that a shell replaces and that Kubernetes might be meant to see: `$(NODE_NAME)`, `$$`.
fn expansion(text: &str) -> Option<TextRange> {
    text.match_indices('$').find_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        let expands = rest.starts_with("$(") || rest.starts_with("$$");
        if !expands || before.ends_with('\\') {
            return None;
        }
        let line = rest.lines().next()?;
        let length = match line.strip_prefix("$(") {
            Some(command) => command.find(')').map_or(line.len(), |end| end + 3),
            None => 2,
        };
        Some(TextRange::from_usize(at, at + length))
    })
}

/// Whether a text of an unknown name is a script: it says so, or a command that takes a here-document begins a line.
pub(super) fn is_likely(text: &str) -> bool {
    find(text, "<<").is_some() && first(text, "").is_some()
}

/// The first line of a script: that of the interpreter, or of a command. Every line begins with `lead`.
pub(super) fn first(text: &str, lead: &str) -> Option<TextRange> {
    let is_first = |(start, line): &(usize, &str)| {
        let line = line.strip_prefix(lead).unwrap_or(line);
        let command = line.strip_prefix("$ ").unwrap_or(line);
        let takes = ["kubectl ", "oc ", "cat ", "sudo ", "tee "];
        (*start == 0 && line.starts_with("#!") && find(line, "sh").is_some())
            || takes.iter().any(|name| command.starts_with(name)) && opening(line).is_some()
            || terminal::is_command(line)
    };
    let (start, line) = lines(text).find(is_first)?;
    Some(line_range(start, line))
}
