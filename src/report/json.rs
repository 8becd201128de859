use crate::source::is_unsafe;
use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter};
use std::io::{self, Write};

/// An answer as indented JSON with a line end. Columns stand as arrays of numbers; characters that a terminal would obey
/// and those that nobody sees are escaped.
///
/// ```
/// use everynode::ffi::Column;
/// use everynode::report::json;
/// assert_eq!(json(&Column(vec![1, 65_000])), "[1, 65000]\n");
/// ```
#[must_use]
pub fn json(answer: &impl Serialize) -> String {
    let mut out = Vec::new();
    let formatter = Columns(PrettyFormatter::new());
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, formatter);
    // Answers have text keys, and memory takes all that is written: nothing here can fail.
    if answer.serialize(&mut serializer).is_err() {
        out.clear();
    }
    out.push(b'\n');
    String::from_utf8(out).unwrap_or_default()
}

/// Indented JSON, with the bytes of a column as its numbers, in one line.
struct Columns(PrettyFormatter<'static>);

impl Formatter for Columns {
    fn write_byte_array<W: ?Sized + Write>(&mut self, out: &mut W, bytes: &[u8]) -> io::Result<()> {
        let (numbers, _) = bytes.as_chunks::<4>();
        out.write_all(b"[")?;
        for (index, number) in numbers.iter().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            write!(out, "{comma}{}", u32::from_le_bytes(*number))?;
        }
        out.write_all(b"]")
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if fragment.bytes().all(|byte| byte < 0x7f) {
            return out.write_all(fragment.as_bytes());
        }
        let mut units = [0; 2];
        for part in fragment.split_inclusive(is_unsafe) {
            let last = part.chars().next_back().filter(|c| is_unsafe(*c));
            let kept = match last {
                Some(last) => part.strip_suffix(last).unwrap_or_default(),
                None => part,
            };
            out.write_all(kept.as_bytes())?;
            for unit in last
                .iter()
                .flat_map(|c| c.encode_utf16(&mut units).to_vec())
            {
                write!(out, "\\u{unit:04x}")?;
            }
        }
        Ok(())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped_and_read_back() {
        for (text, written) in [
            ("a\u{9b}31m", r#""a\u009b31m""#),
            ("\u{7f}", r#""\u007f""#),
            ("\u{1b}[2J", r#""\u001b[2J""#),
            ("ü\u{202e}漢\u{e0041}🚀", r#""ü\u202e漢\udb40\udc41🚀""#),
        ] {
            assert_eq!(json(&text).trim_end(), written);
            assert_eq!(serde_json::from_str::<String>(written).unwrap(), text);
        }
    }
}
