//! One object's text while edits of it are gathered. Every operation gives `None` where the text does not allow it.

use super::item::{Item, block_item, field, flow_item};
use super::quotes::{Quotes, scalar};
use crate::order::sort_by_key;
use crate::source::{Entry, FieldPath, Segment, SourceMap, TextRange};

/// A text, where its fields stand, and what is to change.
pub(super) struct Sheet<'a> {
    text: &'a str,
    map: &'a SourceMap,
    newline: &'static str,
    edits: Vec<(TextRange, String)>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(text: &'a str, map: &'a SourceMap) -> Self {
        let first_line = text.split_inclusive('\n').next().unwrap_or_default();
        Self {
            text,
            map,
            newline: if first_line.ends_with("\r\n") {
                "\r\n"
            } else {
                "\n"
            },
            edits: Vec::new(),
        }
    }

    /// The edits in the order of the text; `None` where two of them overlap.
    pub(super) fn finish(mut self) -> Option<Vec<(TextRange, String)>> {
        // A handful, which insertion at one place keeps in order.
        sort_by_key(&mut self.edits, |(range, _)| (range.start, range.end));
        let apart = self.edits.is_sorted_by(|(a, _), (b, _)| a.end <= b.start);
        apart.then_some(self.edits)
    }

    /// Whether the text has a field.
    pub(super) fn has(&self, path: &FieldPath) -> bool {
        self.map.get(path).is_some()
    }

    /// Another value for a scalar, with its quotes.
    pub(super) fn set(&mut self, path: &FieldPath, value: &str) -> Option<()> {
        let entry = self.find(path)?;
        let written = entry.value.of(self.text);
        if written.is_empty() {
            let at = TextRange::at(entry.key?.end.checked_add(1)?);
            self.edit(at, [" ", &scalar(value, Quotes::None)].concat());
            return Some(());
        }
        self.replace(entry.value, value)
    }

    /// Another value for a scalar, written as it is given.
    pub(super) fn set_plain(&mut self, path: &FieldPath, value: &str) -> Option<()> {
        let range = self.find(path)?.value;
        let written = range.of(self.text);
        (!written.is_empty() && !written.as_bytes().contains(&b'\n')).then_some(())?;
        self.edit(range, value.to_owned());
        Some(())
    }

    /// One more field of a map that has some, behind the last one that stands on a line. `way` leads to it, through maps that
    /// come to be where they are not there; the value stands as it is given.
    pub(super) fn add(&mut self, map: &FieldPath, way: &[&str], value: &str) -> Option<()> {
        let mut map = map.clone();
        let mut way = way.iter().peekable();
        while let Some(name) = way.peek() {
            let further = map.clone().field(name);
            if !self.has(&further) {
                break;
            }
            map = further;
            way.next();
        }
        let Some(after) = self.last_line(&map) else {
            return self.fill_map(&map, way.copied(), value);
        };
        let entry = self.find(&after)?;
        let quotes = Quotes::of(entry.key?.of(self.text));
        let flow = self.is_flow(&map)?;
        let mut between = self.between(entry.whole(), flow)?;
        let mut new = String::new();
        let mut open = 0;
        while let Some(name) = way.next() {
            match flow && open > 0 {
                true => {}
                false => new.push_str(&between),
            }
            new.push_str(&scalar(name, quotes));
            new.push(':');
            match way.peek() {
                None => new.extend([" ", value]),
                Some(_) if flow => {
                    new.push_str(" {");
                    open += 1;
                }
                Some(_) => between.push_str("  "),
            }
        }
        new.extend(std::iter::repeat_n('}', open));
        self.put(entry.whole(), flow, new)
    }

    /// The first field of a map that is written as empty.
    fn fill_map<'w>(
        &mut self,
        map: &FieldPath,
        way: impl Iterator<Item = &'w str>,
        value: &str,
    ) -> Option<()> {
        let range = self.find(map)?.value;
        let mut new = String::new();
        let mut open = 0;
        for name in way {
            new.extend(["{", &scalar(name, Quotes::None), ": "]);
            open += 1;
        }
        new.push_str(value);
        new.extend(std::iter::repeat_n('}', open));
        (range.of(self.text) == "{}").then(|| self.edit(range, new))
    }

    /// The last field of a map with a value on its own line, or else the first one.
    fn last_line(&self, map: &FieldPath) -> Option<FieldPath> {
        let children = self.children(map);
        let on_a_line = |(path, entry): &&(FieldPath, Entry)| {
            let value = entry.value.of(self.text);
            let is_scalar =
                !value.is_empty() && !value.as_bytes().contains(&b'\n') && !value.starts_with("- ");
            is_scalar && self.find(path).is_some()
        };
        let last = children.iter().rev().find(on_a_line);
        let (path, _) = last.or_else(|| children.first())?;
        Some(path.clone())
    }

    /// Another key for a pair, with its quotes.
    pub(super) fn rename(&mut self, path: &FieldPath, name: &str) -> Option<()> {
        let key = self.find(path)?.key?;
        self.replace(key, name)
    }

    /// Another field in the place of one.
    pub(super) fn exchange(&mut self, path: &FieldPath, name: &str, value: &str) -> Option<()> {
        let entry = self.find(path)?;
        let quotes = Quotes::of(entry.key?.of(self.text));
        self.edit(entry.whole(), field(name, value, quotes, quotes));
        Some(())
    }

    /// One more field, behind one that is there.
    pub(super) fn put_field(&mut self, after: &FieldPath, name: &str, value: &str) -> Option<()> {
        let entry = self.find(after)?;
        let quotes = Quotes::of(entry.key?.of(self.text));
        let flow = self.is_flow(&after.parent()?)?;
        let new = self.between(entry.whole(), flow)? + &field(name, value, quotes, quotes);
        self.put(entry.whole(), flow, new)
    }

    /// Takes some fields of a map, or items of a list, away; something must be left.
    pub(super) fn remove(&mut self, outer: &FieldPath, gone: &[FieldPath]) -> Option<()> {
        let children = self.children(outer);
        let flow = self.is_flow(outer)?;
        let last_kept = children
            .iter()
            .rposition(|(path, _)| !gone.contains(path))?;
        for (index, (path, _)) in children.iter().enumerate() {
            if !gone.contains(path) {
                continue;
            }
            let own = self.find(path)?.whole();
            let next = children.get(index + 1).map(|(_, next)| next.whole().start);
            let range = if !flow && self.indentation(own.start).is_some() {
                self.whole_lines(own)?
            } else if index > last_kept && flow {
                let previous = children.get(index.checked_sub(1)?)?;
                TextRange::new(previous.1.whole().end, own.end)
            } else {
                // Behind a dash, the next field takes its place.
                let between = TextRange::new(own.end, next?);
                let breaks = between.of(self.text).matches('\n').count();
                if !flow && breaks != 1 {
                    return None;
                }
                TextRange::new(own.start, next?)
            };
            self.edit(range, String::new());
        }
        Some(())
    }

    /// More items at the end of a list, or the list itself, in a map that has it empty or not at all.
    pub(super) fn append(&mut self, list: &FieldPath, items: &[Item<'_>]) -> Option<()> {
        if !self.has(list) {
            return self.put_list(list, items);
        }
        let children = self.children(list);
        let Some((last_path, _)) = children.last() else {
            return self.fill_list(list, items);
        };
        let last = self.find(last_path)?;
        let flow = self.is_flow(list)?;
        let between = self.between(last.whole(), flow)?;
        let fields = self.children(last_path);
        let sample = fields.first().map(|(_, field)| *field);
        let written = |range: TextRange| Quotes::of(range.of(self.text));
        let keys = sample
            .and_then(|field| field.key)
            .map_or(Quotes::None, written);
        let values = written(sample.map_or(last.value, |field| field.value));
        // Field by field on lines of their own, where the last item has them so.
        let line = |at| Some([self.newline, self.indentation(at)?].concat());
        let inner = sample.and_then(|field| line(field.whole().start));
        let inner = inner.zip(line(last.value.start));
        let lines = inner.as_ref().map(|(inner, outer)| [inner.as_str(), outer]);
        let braces = last.value.of(self.text).starts_with('{');
        let mut new = String::new();
        for item in items {
            new.push_str(&between);
            if flow {
                flow_item(&mut new, item, keys, values, lines);
            } else {
                let gap = TextRange::new(last.key?.end, last.value.start).of(self.text);
                let gap = if gap.as_bytes().contains(&b'\n') || gap.is_empty() {
                    " "
                } else {
                    gap
                };
                new.push('-');
                new.push_str(gap);
                match braces {
                    true => flow_item(&mut new, item, keys, values, None),
                    false => block_item(&mut new, item, values, &[&between, " ", gap].concat()),
                }
            }
        }
        self.put(last.whole(), flow, new)
    }

    /// A list that is empty or null.
    fn fill_list(&mut self, list: &FieldPath, items: &[Item<'_>]) -> Option<()> {
        let entry = self.find(list)?;
        let key = entry.key?;
        let map = list.parent()?;
        if self.is_flow(&map)? {
            let quotes = Quotes::of(key.of(self.text));
            let new = self.flow_list(&map, key.start, items, quotes);
            self.edit(entry.value, new);
            return Some(());
        }
        let behind_colon = key.end.checked_add(1)?;
        if !entry.value.is_empty() {
            self.edit(TextRange::new(behind_colon, entry.value.end), String::new());
        }
        let lines = self.list_lines(&map, key.start, items)?;
        let end = entry.value.end.max(behind_colon);
        self.put(TextRange::new(key.start, end), false, lines)
    }

    /// A list that is not there: before the containers, where people look for it.
    fn put_list(&mut self, list: &FieldPath, items: &[Item<'_>]) -> Option<()> {
        let map = list.parent()?;
        let Some(Segment::Field(name)) = list.segments().last() else {
            return None;
        };
        let children = self.children(&map);
        let containers = map.clone().field("containers");
        let mut siblings = children.iter();
        let sibling = siblings.find(|(path, _)| *path == containers);
        let (path, _) = sibling.or_else(|| children.first())?;
        let key = self.find(path)?.key?;
        let indentation = self.indentation(key.start);
        if self.is_flow(&map)? {
            let quotes = Quotes::of(key.of(self.text));
            let mut new = scalar(name, quotes);
            new.push_str(": ");
            new.push_str(&self.flow_list(&map, key.start, items, quotes));
            new.push(',');
            match indentation {
                Some(indentation) => new.extend([self.newline, indentation]),
                None => new.push(' '),
            }
            self.edit(TextRange::at(key.start), new);
            return Some(());
        }
        let indentation = indentation?;
        let mut at = self.line_start(key.start);
        // A comment right above belongs to what it stands above.
        while let Some(before) = at.checked_sub(1) {
            let above = self.line_start(before);
            let line = TextRange::new(above, before).of(self.text);
            let comment = line.strip_prefix(indentation);
            if !comment.is_some_and(|line| line.starts_with('#')) {
                break;
            }
            at = above;
        }
        let lines = self.list_lines(&map, key.start, items)?;
        let new = [indentation, name, ":", &lines, self.newline].concat();
        self.edit(TextRange::at(at), new);
        Some(())
    }

    /// A whole list between brackets for a key that stands at a place: on lines of its own where the key has one.
    fn flow_list(&self, map: &FieldPath, key: u32, items: &[Item<'_>], quotes: Quotes) -> String {
        let lines = || {
            let own = self.indentation(key)?;
            let line = self
                .text
                .get(self.line_start(self.find(map)?.value.start) as usize..)?;
            // What the map's fields are indented more than the line that it begins on.
            let unit = own.get(line.len() - line.trim_start_matches(' ').len()..)?;
            let line = [self.newline, own].concat();
            (!unit.is_empty()).then(|| [[&line, unit, unit].concat(), [&line, unit].concat(), line])
        };
        let lines = lines();
        let around = lines
            .as_ref()
            .map(|[inner, item, _]| [inner.as_str(), item]);
        let mut out = String::from("[");
        for (index, item) in items.iter().enumerate() {
            match (index, around) {
                (0, None) => {}
                (0, Some([_, line])) => out.push_str(line),
                (_, None) => out.push_str(", "),
                (_, Some([_, line])) => out.extend([",", line]),
            }
            flow_item(&mut out, item, quotes, quotes, around);
        }
        out.extend(lines.map(|[.., line]| line));
        out.push(']');
        out
    }

    /// Block items for a key that stands at a place, each behind a line break; indented as other lists of the map.
    fn list_lines(&self, map: &FieldPath, key: u32, items: &[Item<'_>]) -> Option<String> {
        let children = self.children(map);
        let mut lists = children.iter().filter_map(|(_, child)| {
            let dash = child.value.start;
            let is_block = child.value.of(self.text).starts_with("- ");
            let own = self.indentation(child.key?.start)?;
            self.indentation(dash)
                .filter(|_| is_block)?
                .strip_prefix(own)
        });
        let more = lists.next().unwrap_or("  ");
        let indentation = self.indentation(key)?;
        let between = [self.newline, indentation, more].concat();
        let mut lines = String::new();
        for item in items {
            lines.push_str(&between);
            lines.push_str("- ");
            block_item(&mut lines, item, Quotes::None, &[&between, "  "].concat());
        }
        Some(lines)
    }

    /// Where something stands, if the text says it plainly: without anchor, alias, tag or merge on the way.
    fn find(&self, path: &FieldPath) -> Option<Entry> {
        let entry = self.map.get(path)?;
        if entry
            .value
            .of(self.text)
            .starts_with(['&', '*', '!', '|', '>'])
        {
            return None;
        }
        if let Some(key) = entry.key {
            let between = self
                .text
                .get(key.end as usize..entry.value.start as usize)?;
            let code = |line: &'a str| line.split('#').next().unwrap_or_default().trim();
            if !between.lines().all(|line| matches!(code(line), "" | ":")) {
                return None;
            }
        }
        let parent = path.parent().filter(|parent| self.has(parent));
        match parent {
            None => Some(entry),
            Some(parent) => {
                let around = self.find(&parent)?.value;
                // Without a value it may stand behind all that the map is taken to be.
                let own = entry.key.filter(|_| entry.value.is_empty());
                let own = own.unwrap_or_else(|| entry.whole());
                around.contains(own).then_some(entry)
            }
        }
    }

    /// What stands directly below, in the order of the text.
    fn children(&self, path: &FieldPath) -> Vec<(FieldPath, Entry)> {
        let children = self.map.children(path);
        let mut children: Vec<_> = children
            .map(|(path, entry)| (path.clone(), entry))
            .collect();
        sort_by_key(&mut children, |(_, entry)| entry.whole().start);
        children
    }

    fn is_flow(&self, path: &FieldPath) -> Option<bool> {
        let value = self.find(path)?.value;
        Some(value.of(self.text).starts_with(['{', '[']))
    }

    fn replace(&mut self, range: TextRange, value: &str) -> Option<()> {
        let written = range.of(self.text);
        if written.as_bytes().contains(&b'\n') {
            return None;
        }
        self.edit(range, scalar(value, Quotes::of(written)));
        Some(())
    }

    fn edit(&mut self, range: TextRange, new_text: String) {
        self.edits.push((range, new_text));
    }

    /// What comes between something and its new sibling: in block style a line break and the column of the first.
    fn between(&self, sibling: TextRange, flow: bool) -> Option<String> {
        if flow {
            let mut between = String::from(",");
            match self.indentation(sibling.start) {
                Some(indentation) => between.extend([self.newline, indentation]),
                None => between.push(' '),
            }
            return Some(between);
        }
        let start = self.line_start(sibling.start);
        let before = TextRange::new(start, sibling.start).of(self.text);
        let column = before.bytes().all(|byte| matches!(byte, b' ' | b'-'));
        column.then(|| [self.newline, &before.replace('-', " ")].concat())
    }

    /// Puts something behind a sibling. In block style it begins with a line break, and becomes whole lines.
    fn put(&mut self, sibling: TextRange, flow: bool, new: String) -> Option<()> {
        let (at, new) = match flow {
            true => (sibling.end, new),
            false => {
                let end = self.line_end(sibling.end)?;
                match (self.next_line(end), new.strip_prefix(self.newline)) {
                    (Some(next), Some(lines)) => (next, [lines, self.newline].concat()),
                    _ => (end, new),
                }
            }
        };
        self.edit(TextRange::at(at), new);
        Some(())
    }

    /// The lines of something that stands alone on them, with one line break.
    fn whole_lines(&self, own: TextRange) -> Option<TextRange> {
        let (start, end) = (self.line_start(own.start), self.line_end(own.end)?);
        if let Some(next) = self.next_line(end) {
            return Some(TextRange::new(start, next));
        }
        // The last line takes the break before it with it.
        let before = self.text.get(..start as usize)?.strip_suffix('\n')?;
        let before = before.strip_suffix('\r').unwrap_or(before);
        Some(TextRange::new(u32::try_from(before.len()).ok()?, end))
    }

    /// Where the line behind the end of one begins; `None` at the end of the text.
    fn next_line(&self, end: u32) -> Option<u32> {
        let rest = self.text.get(end as usize..)?;
        let rest = rest.strip_prefix('\r').unwrap_or(rest).strip_prefix('\n')?;
        u32::try_from(self.text.len() - rest.len()).ok()
    }

    /// The blanks before a place, where there is nothing else before it on its line.
    fn indentation(&self, at: u32) -> Option<&'a str> {
        let before = TextRange::new(self.line_start(at), at).of(self.text);
        before.bytes().all(|byte| byte == b' ').then_some(before)
    }

    fn line_start(&self, at: u32) -> u32 {
        let before = self.text.get(..at as usize).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        u32::try_from(start).unwrap_or(u32::MAX)
    }

    /// The end of a line, of which nothing but a comment is left.
    fn line_end(&self, at: u32) -> Option<u32> {
        let rest = self.text.get(at as usize..)?;
        let line = rest.split('\n').next().unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        let left = line.trim_start();
        let end = at.checked_add(u32::try_from(line.len()).ok()?)?;
        (left.is_empty() || left.starts_with('#')).then_some(end)
    }
}
