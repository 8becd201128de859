//! A value that nobody asks for, passed over line by line: what kubectl prints, and nothing that needs a second look.
//!
//! It accepts only what the events accept, and leaves the reader where they would leave it. Whatever is rare (anchors,
//! tags, brackets with something in them, scalars of several lines) is not accepted: the events read the value instead.

use super::node::{LONGEST_KEY, Properties};
use super::{LevelKind, Phase, YamlEvents, to32};

/// Collections that may be open in a value that is passed over. What is deeper goes through the events.
const DEEPEST: usize = 32;

/// A collection that is open in the value.
#[derive(Clone, Copy, Default)]
struct Open {
    column: isize,
    list: bool,
    /// A list in the column of the key above.
    indentless: bool,
}

/// The open collections, innermost last.
struct Opened {
    open: [Open; DEEPEST],
    count: usize,
    room: usize,
}

impl Opened {
    fn last(&self) -> Option<Open> {
        let last = self.count.checked_sub(1)?;
        self.open.get(last).copied()
    }

    /// `None` when it is nested too deep.
    fn push(&mut self, column: isize, list: bool, indentless: bool) -> Option<()> {
        self.has_room().then_some(())?;
        *self.open.get_mut(self.count)? = Open {
            column,
            list,
            indentless,
        };
        self.count += 1;
        Some(())
    }

    fn has_room(&self) -> bool {
        self.count < self.room
    }
}

/// What stands on a line behind a dash or a colon, or where a key is expected.
enum Token {
    /// Moved behind its colon.
    Key,
    /// Ended there.
    Value(usize),
}

impl YamlEvents<'_> {
    /// Passes over the value of the key that was read last, in which at most `room` collections may be nested. Answers
    /// one past its last byte; `None`, without a move, where it has to be read event by event.
    pub(in super::super) fn pass_over(&mut self, room: usize) -> Option<u32> {
        let level = *self.levels.last()?;
        let (LevelKind::BlockMap, Phase::Value(colon)) = (level.kind, level.phase) else {
            return None;
        };
        let here = self.cursor;
        let end = self.value_lines(level.indent, colon, room);
        self.indent = level.indent;
        if end.is_some() {
            self.phase(Phase::Next);
        } else {
            self.cursor = here;
        }
        end.map(to32)
    }

    fn value_lines(&mut self, indent: isize, colon: usize, room: usize) -> Option<usize> {
        let mut opened = Opened {
            open: [Open::default(); DEEPEST],
            count: 0,
            room,
        };
        let mut end = self.behind_key(indent, colon, &mut opened)?;
        loop {
            self.next_line();
            if self.cursor.is_over() {
                return Some(end);
            }
            if self.cursor.byte() == Some(b'\t') {
                return None;
            }
            let column = self.cursor.column();
            let dash = self.at_dash();
            if column > opened.last().map_or(indent, |open| open.column) {
                return None;
            }
            let open = loop {
                let Some(open) = opened.last() else {
                    return Some(end);
                };
                if column == open.column && (dash || !open.indentless) {
                    break open;
                }
                if column > open.column {
                    return None;
                }
                opened.count -= 1;
            };
            if dash != open.list {
                return None;
            }
            end = self.entry(open, &mut opened)?;
        }
    }

    /// To the first token of the next line that has one.
    #[inline]
    fn next_line(&mut self) {
        if self.cursor.byte() == Some(b'\n') {
            self.cursor.new_line(1);
            self.cursor.fresh = true;
            self.cursor.skip_spaces();
            if !matches!(
                self.cursor.byte(),
                None | Some(b'\n' | b'\r' | b'#' | 0xc2 | 0xe2)
            ) {
                return;
            }
        }
        self.cursor.skip(false);
    }

    /// A key and its value, or an item.
    fn entry(&mut self, mut open: Open, opened: &mut Opened) -> Option<usize> {
        while open.list {
            self.cursor.advance(1);
            self.cursor.skip_spaces();
            let column = self.cursor.column();
            if self.at_dash() {
                opened.push(column, true, false)?;
                open.column = column;
                continue;
            }
            match self.token(open.column, true, opened)? {
                Token::Value(end) => return Some(end),
                Token::Key => opened.push(column, false, false)?,
            }
            return self.behind_key(column, self.cursor.position, opened);
        }
        match self.token(open.column, true, opened)? {
            Token::Key => self.behind_key(open.column, self.cursor.position, opened),
            Token::Value(_) => None,
        }
    }

    /// A value on the line of its key, or the collection that begins below it.
    fn behind_key(&mut self, indent: isize, colon: usize, opened: &mut Opened) -> Option<usize> {
        self.cursor.skip_spaces();
        if !self.at_line_end() {
            return match self.token(indent, false, opened)? {
                Token::Value(end) => Some(end),
                Token::Key => None,
            };
        }
        self.next_line();
        if self.cursor.is_over() {
            return Some(colon);
        }
        let column = self.cursor.column();
        let dash = self.at_dash();
        if column > indent {
            opened.push(column, dash, false)?;
        } else if column == indent && dash {
            opened.push(column, true, true)?;
        } else if matches!(self.cursor.byte(), Some(b'|' | b'>')) {
            return None;
        }
        Some(colon)
    }

    /// Whether the line or the text ends here.
    #[inline(always)]
    fn at_line_end(&self) -> bool {
        match self.cursor.byte() {
            None | Some(b'\n') => true,
            Some(b'\r') => self.cursor.byte_at(1) == Some(b'\n'),
            _ => false,
        }
    }

    fn token(&mut self, indent: isize, may_be_key: bool, opened: &Opened) -> Option<Token> {
        let (start, line) = (self.cursor.position, self.cursor.line);
        let end = match self.cursor.byte()? {
            b'"' | b'\'' => {
                let scalar = self.quoted_scalar(Properties::default()).ok()?;
                self.cursor.skip_spaces();
                if self.cursor.byte() == Some(b':') && self.cursor.line == line {
                    return self.key(start, may_be_key);
                }
                scalar.range.end as usize
            }
            b'|' | b'>' => {
                self.indent = indent;
                let scalar = self.block_scalar(Properties::default()).ok()?;
                return Some(Token::Value(scalar.range.end as usize));
            }
            open @ (b'{' | b'[') => {
                let close = if open == b'{' { b'}' } else { b']' };
                let empty = self.cursor.byte_at(1) == Some(close) && opened.has_room();
                empty.then(|| self.cursor.advance(2))?;
                let end = self.cursor.position;
                self.cursor.skip_spaces();
                // A key would be refused.
                return self.at_line_end().then_some(Token::Value(end));
            }
            b'-' if self.cursor.is_blank_or_end(1) => return None,
            b'-' => self.cursor.advance_plain()?,
            first if first.is_ascii_alphanumeric() || b"/._~+=<($^;\\)".contains(&first) => {
                self.cursor.advance_plain()?
            }
            _ => return None,
        };
        match self.cursor.byte() {
            Some(b':') => self.key(start, may_be_key),
            _ => self.at_line_end().then_some(Token::Value(end)),
        }
    }

    /// Moves over the colon behind a key that began there.
    fn key(&mut self, start: usize, may_be_key: bool) -> Option<Token> {
        let short = self.cursor.position - start <= LONGEST_KEY;
        let is_key = may_be_key && short && self.cursor.is_blank_or_end(1);
        is_key.then(|| self.cursor.advance(1))?;
        Some(Token::Key)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::event::Event;
    use super::*;

    /// Passes over the value of the key that was read last, event by event. `None` where it is nested deeper than that,
    /// or broken.
    fn skip(events: &mut YamlEvents<'_>, room: usize) -> Option<u32> {
        let (mut depth, mut last) = (0usize, 0);
        loop {
            match events.next().ok()? {
                Event::Open { .. } => {
                    depth += 1;
                    (depth <= room).then_some(())?;
                }
                Event::Close { end } => {
                    depth -= 1;
                    last = end.unwrap_or(last);
                }
                Event::Scalar(scalar) => last = scalar.range.end,
                Event::Alias { range, .. } => last = range.end,
                Event::End => return None,
            }
            if depth == 0 {
                return Some(last);
            }
        }
    }

    /// What comes next, and where the reader is then.
    fn next(events: &mut YamlEvents<'_>) -> String {
        let next = format!("{:?}", events.next());
        let cursor = events.cursor;
        let fresh = cursor.fresh && !cursor.is_at_end();
        let place = (cursor.position, cursor.line, cursor.column(), fresh);
        format!("{next} {place:?} {} {:?}", events.indent, events.levels)
    }

    /// Holds passes and events together at every key of a text. Answers how many values were passed over, and how many
    /// were not although the events read them.
    fn compare(text: &str, room: usize) -> (usize, usize) {
        let (mut passed, mut not_passed) = (0, 0);
        let mut walk = YamlEvents::new(text);
        while !matches!(walk.next(), Err(_) | Ok(Event::End)) {
            let at_value = matches!(
                walk.levels.last(),
                Some(level) if level.kind == LevelKind::BlockMap && matches!(level.phase, Phase::Value(_))
            );
            if !at_value || walk.waiting.is_some() {
                continue;
            }
            let (mut by_lines, mut by_events) = (walk.clone(), walk.clone());
            let before = next(&mut walk.clone());
            let end = by_lines.pass_over(room);
            let expected = skip(&mut by_events, room);
            if end.is_some() {
                passed += 1;
                assert_eq!(
                    end, expected,
                    "at byte {} of {text:?}",
                    walk.cursor.position
                );
                assert_eq!(next(&mut by_lines), next(&mut by_events), "{text:?}");
            } else {
                not_passed += usize::from(expected.is_some());
                assert_eq!(next(&mut by_lines), before, "not moved: {text:?}");
            }
        }
        (passed, not_passed)
    }

    /// As kubectl prints.
    const PRINTED: &str = r#"apiVersion: v1
items:
- apiVersion: v1
  kind: Node
  metadata:
    annotations:
      csi.volume.kubernetes.io/nodeid: '{"driver.example.com":"ip-10-0-0-1"}'
      kubectl.kubernetes.io/last-applied-configuration: |
        {"apiVersion":"v1","kind":"Node"}
      note: |-
        one

          two
      empty: ""
      folded: >
        a
        b
    managedFields:
    - apiVersion: v1
      fieldsType: FieldsV1
      fieldsV1:
        f:metadata:
          f:labels:
            .: {}
            f:kubernetes.io/os: {}
          f:list: []
        k:{"type":"Ready"}:
          .: {}
      manager: kubelet
      time: "2026-01-01T00:00:00Z"
    name: a
  status:
    images:
    - names:
      - registry.example.com/a@sha256:00
      - registry.example.com/a:v1
      sizeBytes: 100
    - names:
      - b: -1
        c:
      -   - d
          - e
    message: it's a text -- with "quotes" and two
      lines
kind: List
"#;

    #[test]
    fn a_value_is_passed_over_as_its_events_would_be() {
        let (passed, not_passed) = compare(PRINTED, 100);
        // Not passed over: the text of two lines, and what it is in.
        assert_eq!((passed, not_passed), (31, 3));
        let (passed, _) = compare(PRINTED, 1);
        assert_eq!(passed, 23, "with room for one container");
    }

    #[test]
    fn whatever_is_not_plain_to_see_is_left_to_the_events() {
        let texts = [
            "a: &x b\n",
            "a: *x\n",
            "a: !!str b\n",
            "a: {b: c}\n",
            "a: [b]\n",
            "a: b # c\n",
            "a:\n  b\n",
            "a: b\n  c\n",
            "a:\n  ? b\n",
            "a:\n-\n",
            "a:\n  {}: b\n",
            "a: %b\n",
            "a: b\u{85}c\n",
            "a: \tb\n",
            "a: ä\n",
        ];
        for text in texts {
            let mut events = YamlEvents::new(text);
            for _ in 0..2 {
                events.next().unwrap();
            }
            assert_eq!(events.pass_over(100), None, "{text:?}");
        }
    }

    #[test]
    fn changed_texts_are_passed_over_as_their_events_would_be() {
        let lines: Vec<&str> = PRINTED.split_inclusive('\n').collect();
        let mut state = 1u64;
        let mut below = |bound: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % bound
        };
        let pieces = [
            " ", "  ", "\t", "\n", "\r\n", "\r", ":", ": ", "- ", "-", "#", " # c", "'", "\"",
            "\\", "|\n", ">\n", "{}", "[]", "{", "}", "[", "]", "&a ", "*a", "!t ", "? ", "...\n",
            "ä", "\u{85}", "\u{2028}", "\u{fffd}", "\u{feff}", "<<: ", "key: ", "a", "",
        ];
        for _ in 0..10_000 {
            let mut changed: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
            // A stretch of the text is enough, and quick.
            let from = below(changed.len() - 8);
            changed.drain(..from);
            changed.truncate(8 + below(12));
            for _ in 0..=below(3) {
                let at = below(changed.len());
                let Some(line) = changed.get_mut(at) else {
                    continue;
                };
                let byte = below(line.len() + 1);
                match below(4) {
                    0 => line.insert_str(0, pieces[below(2)]),
                    1 => line.replace_range(..byte.min(2), ""),
                    2 => line
                        .replace_range(byte.saturating_sub(1)..byte, pieces[below(pieces.len())]),
                    _ => line.insert_str(byte, pieces[below(pieces.len())]),
                }
                // Pieces of more than one byte would be cut in two.
                if !line.is_ascii() {
                    break;
                }
            }
            compare(&changed.concat(), 1 + below(6));
        }
    }
}
