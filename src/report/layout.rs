use super::safe_text::safe;

/// Rows under their heads: columns as wide as their widest cell, two spaces between them, none at the end. Cells are
/// made safe. A column that says nothing is left out.
pub(super) fn table(heads: &[&str], rows: &[Vec<String>], indent: &str) -> String {
    let mut cells: Vec<Vec<String>> = vec![heads.iter().map(|head| (*head).to_owned()).collect()];
    cells.extend(
        rows.iter()
            .map(|row| row.iter().map(|cell| safe(cell)).collect()),
    );
    let widths: Vec<usize> = (0..heads.len())
        .map(|column| {
            let mut cells = cells.iter().filter_map(|row| row.get(column));
            let head = cells.next().map_or(0, |head| width(head));
            match cells.map(|cell| width(cell)).max() {
                Some(0) => 0,
                widest => head.max(widest.unwrap_or_default()),
            }
        })
        .collect();
    let mut out = String::new();
    for row in cells {
        let mut line = indent.to_owned();
        for (cell, width_of) in row.iter().zip(&widths).filter(|(_, width)| **width > 0) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width_of + 2 - width(cell)));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Columns that a terminal needs for a text: two for the wide characters of East Asia and for emoji, none for those
/// that combine with the one before.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

pub(super) fn char_width(c: char) -> usize {
    match u32::from(c) {
        0x0300..=0x036f | 0x200b..=0x200f | 0xfe00..=0xfe0f | 0x20d0..=0x20ff => 0,
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1f64f
        | 0x1f680..=0x1f6ff
        | 0x1f900..=0x1f9ff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

/// A text in lines of at most `most` columns, broken at spaces; a word that is longer stands alone.
pub(super) fn wrap(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(line) = lines.last_mut() else {
            break;
        };
        if line.is_empty() {
            line.push_str(word);
        } else if width(line) + 1 + width(word) <= most {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_their_heads() {
        let rows = [["ü", "", "b"], ["漢字", "", ""]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(
            table(&["A", "NOTHING", "B"], &rows, " "),
            " A     B\n ü     b\n 漢字\n"
        );
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(
            wrap("a bb ccc dddddddd e", 6),
            ["a bb", "ccc", "dddddddd", "e"]
        );
        assert_eq!(wrap("", 6), [""]);
    }
}
