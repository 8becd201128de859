//! docs/upstream.md: which function here mirrors which one of Kubernetes, and where they differ on purpose.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Result;

use crate::project::Project;
use crate::shell;

const INTRODUCTION: &str = "\
# What mirrors what

Written by `cargo xtask gen` from the lines `Upstream:` and `DIFFERENCE:` in the comments of `src/`. When the version of
Kubernetes that is mirrored moves on, this page is the work list.
";

/// One `Upstream:` or `DIFFERENCE:` of a comment.
#[derive(Debug, PartialEq)]
struct Note {
    tag: Tag,
    /// The name of what the comment stands on, empty where that is the module.
    item: String,
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Tag {
    Upstream,
    Difference,
}

impl Tag {
    fn of(line: &str) -> Option<(Self, &str)> {
        let upstream = line
            .strip_prefix("Upstream: ")
            .map(|text| (Self::Upstream, text));
        upstream.or_else(|| {
            line.strip_prefix("DIFFERENCE: ")
                .map(|text| (Self::Difference, text))
        })
    }
}

/// The whole page: a table for each room, files and notes in the order of the code.
pub(super) fn page(project: &Project) -> Result<String> {
    let src = project.path("src");
    let mut rooms: BTreeMap<String, Vec<(String, Note)>> = BTreeMap::new();
    for path in shell::files(&src, &[])? {
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let file = path
            .strip_prefix(&src)?
            .display()
            .to_string()
            .replace('\\', "/");
        let room = file
            .split_once('/')
            .map_or("the crate", |(room, _)| room)
            .to_owned();
        let notes = notes(&shell::read_text(&path)?)
            .into_iter()
            .map(|note| (file.clone(), note));
        rooms.entry(room).or_default().extend(notes);
    }

    let count = |tag| {
        rooms
            .values()
            .flatten()
            .filter(|(_, note)| note.tag == tag)
            .count()
    };
    let mut page = INTRODUCTION.to_owned();
    let (upstream, difference) = (count(Tag::Upstream), count(Tag::Difference));
    writeln!(
        page,
        "\n{upstream} places mirror upstream, {difference} differ on purpose."
    )?;
    for (room, notes) in &rooms {
        let of = |tag| {
            notes
                .iter()
                .filter(move |(_, note)| note.tag == tag)
                .peekable()
        };
        if notes.is_empty() {
            continue;
        }
        writeln!(page, "\n## {room}")?;
        table(&mut page, "Upstream", of(Tag::Upstream))?;
        table(&mut page, "Differs on purpose", of(Tag::Difference))?;
    }
    Ok(page)
}

fn table<'a>(
    page: &mut String,
    heading: &str,
    mut notes: std::iter::Peekable<impl Iterator<Item = &'a (String, Note)>>,
) -> Result<()> {
    if notes.peek().is_none() {
        return Ok(());
    }
    writeln!(page, "\n| File | Item | {heading} |\n| --- | --- | --- |")?;
    for (file, note) in notes {
        let item = if note.item.is_empty() {
            "the module".to_owned()
        } else {
            format!("`{}`", note.item)
        };
        writeln!(
            page,
            "| [{file}](../src/{file}) | {item} | {} |",
            note.text.replace('|', "\\|")
        )?;
    }
    Ok(())
}

/// The notes of one source file, in order. A note goes on over the following comment lines, up to an empty one.
fn notes(source: &str) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    // How many of the last notes still wait for the line of code that their comment stands on.
    let mut waiting = 0;
    let mut open = false;
    let mut documents = false;
    // The function that a comment between statements belongs to.
    let mut function = String::new();
    for line in source.lines().map(str::trim) {
        let marks = ["///", "//!", "//"];
        if let Some((mark, text)) = marks
            .iter()
            .find_map(|mark| Some((*mark, line.strip_prefix(mark)?.trim())))
        {
            documents = mark == "///";
            if let Some((tag, text)) = Tag::of(text) {
                notes.push(Note {
                    tag,
                    item: String::new(),
                    text: text.to_owned(),
                });
                open = true;
                waiting += usize::from(mark != "//!");
            } else if text.is_empty() {
                open = false;
            } else if let Some(note) = notes.last_mut().filter(|_| open) {
                note.text.push(' ');
                note.text.push_str(text);
            }
            continue;
        }
        open = false;
        // Attributes stand between a comment and its item.
        if line.starts_with("#[") || line.starts_with("#![") {
            continue;
        }
        let declared = declared(line);
        let item = match &declared {
            Some((_, name)) => name.clone(),
            None if documents => member(line),
            None => function.clone(),
        };
        for note in notes.iter_mut().rev().take(std::mem::take(&mut waiting)) {
            note.item.clone_from(&item);
        }
        if let Some(("fn", name)) = declared {
            function = name;
        }
    }
    notes
}

/// What a line declares: the keyword and the name.
fn declared(line: &str) -> Option<(&'static str, String)> {
    const KEYWORDS: [&str; 9] = [
        "fn", "struct", "enum", "trait", "type", "mod", "impl", "const", "static",
    ];
    let keyword = |word: &str| KEYWORDS.into_iter().find(|keyword| *keyword == word);
    let mut words = line
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty());
    let mut last = None;
    for word in words.by_ref().take_while(|word| *word != "let") {
        match (keyword(word), last) {
            // `const fn name`: the second keyword is the one that counts.
            (Some(found), _) => last = Some(found),
            (None, Some(found)) => return Some((found, word.to_owned())),
            (None, None)
                if ["pub", "crate", "super", "in", "async", "unsafe", "extern"].contains(&word) => {
            }
            (None, None) => return None,
        }
    }
    None
}

/// The name of a field or variant, which its line begins with.
fn member(line: &str) -> String {
    let line = line.strip_prefix("pub ").unwrap_or(line);
    line.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_take_the_name_of_what_they_stand_on() {
        let source = "\
//! A room.
//!
//! Upstream: pkg/a.go Whole (v1)

/// Decides.
///
/// DIFFERENCE: nodes are walked by name,
/// not at random.
///
/// Upstream: pkg/a.go Decide (v1)
/// Upstream: pkg/b.go Also (v1)
#[must_use]
pub const fn decide(x: u8) -> u8 {
    // DIFFERENCE: no logging.
    let y = x;
}

// DIFFERENCE: a constant here.
pub(crate) const NO_EXECUTE: u8 = 1;

pub enum Effect {
    /// Upstream: types.go NoExecute (v1)
    NoExecute,
}
";
        let found: Vec<_> = notes(source)
            .into_iter()
            .map(|note| (note.item, note.text))
            .collect();
        let expected = [
            ("", "pkg/a.go Whole (v1)"),
            ("decide", "nodes are walked by name, not at random."),
            ("decide", "pkg/a.go Decide (v1)"),
            ("decide", "pkg/b.go Also (v1)"),
            ("decide", "no logging."),
            ("NO_EXECUTE", "a constant here."),
            ("NoExecute", "types.go NoExecute (v1)"),
        ];
        assert_eq!(
            found,
            expected.map(|(item, text)| (item.to_owned(), text.to_owned()))
        );
    }
}
