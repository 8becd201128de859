use super::{TextRange, unremarkable};

/// A place as editors count: lines and columns from 1, in UTF-16 code units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// UTF-16 code units from the start of the text.
    pub offset: u32,
    /// From 1.
    pub line: u32,
    /// From 1, in UTF-16 code units.
    pub column: u32,
}

/// Where lines begin, and from bytes to UTF-16.
///
/// Lines end at `\n`; a `\r` before it belongs to the line. Asking costs neither the length of the text nor that of the
/// line: JSON may have one line for a whole cluster.
///
/// ```
/// use everynode::source::LineIndex;
/// let index = LineIndex::new("kind: Node\nname: ü😀x\n");
/// let x = index.position("kind: Node\nname: ü😀x\n", 23);
/// assert_eq!((x.line, x.column, x.offset), (2, 10, 20));
/// ```
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    /// For each line: its first byte, and the UTF-16 offset of it.
    starts: Vec<(u32, u32)>,
    /// The same for places inside long lines, less than two [`STRIDE`]s after the one before.
    marks: Vec<(u32, u32)>,
}

/// An answer walks less than twice as many bytes.
const STRIDE: usize = 512;

impl LineIndex {
    /// Walks the text once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let (mut starts, mut marks) = (vec![(0, 0)], Vec::new());
        let bytes = text.as_bytes();
        let (mut at, mut utf16, mut marked) = (0, 0, 0);
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let stretch = rest.get(..STRIDE).unwrap_or(rest);
            let plain = unremarkable(stretch, [b'\n'; 2]);
            at += plain;
            utf16 += plain;
            match bytes.get(at) {
                Some(b'\n') => {
                    at += 1;
                    utf16 += 1;
                    starts.push((to32(at), to32(utf16)));
                    marked = at;
                    continue;
                }
                Some(&lead) if plain < stretch.len() => {
                    // Characters of four bytes are two code units; those of several are known by their first byte.
                    at += 1;
                    utf16 += match lead {
                        0x80..=0xbf => 0,
                        0xf0.. => 2,
                        _ => 1,
                    };
                }
                _ => {}
            }
            if at - marked >= STRIDE && text.is_char_boundary(at) {
                marks.push((to32(at), to32(utf16)));
                marked = at;
            }
        }
        Self { starts, marks }
    }

    /// How many lines the text has; a final newline opens one more, as editors show it.
    #[must_use]
    pub fn line_count(&self) -> u32 {
        u32::try_from(self.starts.len()).unwrap_or(u32::MAX)
    }

    /// The place of a byte. A byte inside a character counts as the start of it, one past the end as the end.
    #[must_use]
    pub fn position(&self, text: &str, byte: u32) -> Position {
        let line = last_at_or_before(&self.starts, byte);
        let start = line.map(|(_, start)| start).unwrap_or_default();
        let mark = last_at_or_before(&self.marks, byte).map(|(_, mark)| mark);
        let (from, mut offset) = mark.map_or(start, |mark| mark.max(start));
        let before = text.get(from as usize..).unwrap_or_default();
        for (at, c) in before.char_indices() {
            if at as u64 + c.len_utf8() as u64 > u64::from(byte.saturating_sub(from)) {
                break;
            }
            offset += if c as u32 >= 0x1_0000 { 2 } else { 1 };
        }
        let line = line.map(|(index, _)| index).unwrap_or_default();
        Position {
            offset,
            line: u32::try_from(line).unwrap_or(u32::MAX).saturating_add(1),
            column: offset - start.1 + 1,
        }
    }

    /// The byte at a UTF-16 offset, the other way round. An offset inside a character counts as the start of it, one past the end as
    /// the end.
    #[must_use]
    pub fn byte(&self, text: &str, offset: u32) -> u32 {
        let nearest = |places: &[(u32, u32)]| {
            let index = places.partition_point(|&(_, start)| start <= offset);
            places.get(index.checked_sub(1)?).copied()
        };
        let from = nearest(&self.starts).max(nearest(&self.marks));
        let (mut byte, mut at) = from.unwrap_or_default();
        let behind = text.get(byte as usize..).unwrap_or_default();
        for c in behind.chars() {
            at += if c as u32 >= 0x1_0000 { 2 } else { 1 };
            if at > offset {
                break;
            }
            byte += to32(c.len_utf8());
        }
        byte
    }

    /// The bytes of a line (from 1), without its line end; empty when there is no such line.
    #[must_use]
    pub fn line(&self, text: &str, line: u32) -> TextRange {
        let index = (line as usize).wrapping_sub(1);
        let Some(&(start, _)) = self.starts.get(index) else {
            return TextRange::default();
        };
        let rest = text.get(start as usize..).unwrap_or_default();
        let content = rest.split('\n').next().unwrap_or_default();
        let content = content.strip_suffix('\r').unwrap_or(content);
        TextRange::from_usize(start as usize, start as usize + content.len())
    }

    /// The line (from 1) that holds a byte.
    #[must_use]
    pub fn line_of(&self, byte: u32) -> u32 {
        u32::try_from(self.starts.partition_point(|&(start, _)| start <= byte))
            .unwrap_or(u32::MAX)
            .max(1)
    }
}

/// The last of ascending places that is not after a byte, and its index.
fn last_at_or_before(places: &[(u32, u32)], byte: u32) -> Option<(usize, (u32, u32))> {
    let index = places
        .partition_point(|&(start, _)| start <= byte)
        .checked_sub(1)?;
    Some((index, *places.get(index)?))
}

fn to32(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, byte: u32) -> (u32, u32, u32) {
        let p = LineIndex::new(text).position(text, byte);
        (p.line, p.column, p.offset)
    }

    #[test]
    fn counts_utf16_from_one() {
        assert_eq!(at("", 0), (1, 1, 0));
        assert_eq!(at("a\nb", 2), (2, 1, 2));
        assert_eq!(at("ü😀x", 6), (1, 4, 3));
        assert_eq!(at("a\r\nb", 3), (2, 1, 3));
        assert_eq!(at("a\n", 2), (2, 1, 2));
        assert_eq!(at("ab", 99), (1, 3, 2), "past the end is the end");
        assert_eq!(at("😀", 2), (1, 1, 0), "inside a character is its start");
        let byte = |text, offset| LineIndex::new(text).byte(text, offset);
        assert_eq!((byte("ab", 99), byte("", 1)), (2, 0), "past the end");
        assert_eq!(byte("a😀", 2), 1, "inside a character");
    }

    #[test]
    fn every_byte_of_long_lines_has_the_place_that_counting_gives() {
        let line = "aü😀".repeat(400);
        let text = format!("{line}\nshort\n{line}{line}");
        let index = LineIndex::new(&text);
        let (mut offset, mut line, mut column) = (0, 1, 1);
        for (byte, c) in text.char_indices() {
            let place = index.position(&text, u32::try_from(byte).unwrap());
            assert_eq!(
                place,
                Position {
                    offset,
                    line,
                    column
                },
                "byte {byte}"
            );
            assert_eq!(index.byte(&text, offset) as usize, byte, "offset {offset}");
            let units = u32::try_from(c.len_utf16()).unwrap();
            offset += units;
            column += units;
            if c == '\n' {
                (line, column) = (line + 1, 1);
            }
        }
    }

    #[test]
    fn lines_come_without_their_ends() {
        let text = "one\r\ntwo\n";
        let index = LineIndex::new(text);
        let lines: Vec<_> = (1..=4).map(|n| index.line(text, n).of(text)).collect();
        assert_eq!(lines, ["one", "two", "", ""]);
        assert_eq!(index.line_of(5), 2);
    }
}
