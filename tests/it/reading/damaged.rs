//! Manifests with random damage: what is read of them holds like of any hostile text, and is the same each time.

use super::hostile::{NAMES, check, fixtures, traps};
use super::open;
use crate::random::Random;

/// What is put into a text somewhere.
const SCRAPS: &[&str] = &[
    "\t",
    " ",
    "  ",
    "\n",
    "\r",
    "- ",
    ": ",
    ":",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "#",
    " #",
    "&a ",
    "*a",
    "!!int ",
    "|",
    ">-\n",
    "---\n",
    "...\n",
    "<<: ",
    "? ",
    ",",
    "{{ x }}",
    "\0",
    "\u{feff}",
    "\u{85}",
    "é",
    "~",
    "null",
    "0x",
    "1e999",
    "%",
    "@",
    "`",
    "```\n",
    "<<EOF\n",
    "kind: List\nitems:\n",
    "metadata:\n",
    "\\",
    "${A}",
    "=======\n",
];

fn mutated(text: &str, other: &str, random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(4) {
        let mut at = || {
            let at = random.index(text.len() + 1);
            text.floor_char_boundary(at)
        };
        let (a, b) = (at(), at());
        let (start, end) = (a.min(b), a.max(b));
        let near = text.floor_char_boundary(text.len().min(start + 20));
        match random.below(6) {
            0 => text.insert_str(start, random.pick(SCRAPS)),
            1 => text.replace_range(start..near, ""),
            2 => text.replace_range(start..end, ""),
            3 => {
                let piece = text[start..near].to_owned();
                text.insert_str(end, &piece);
            }
            4 => {
                let from = other.floor_char_boundary(random.index(other.len() + 1));
                text.insert_str(start, &other[from..]);
            }
            _ => text.replace_range(start..near, random.pick(SCRAPS)),
        }
    }
    text
}

#[test]
fn manifests_with_random_damage_are_read() {
    let mut texts = traps();
    texts.extend(fixtures());
    assert!(texts.len() > 100, "{} manifests", texts.len());
    let mut random = Random(1);
    for round in 0..3_000 {
        let (text, other) = (
            &texts[round % texts.len()],
            &texts[random.index(texts.len())],
        );
        let text = mutated(text, other, &mut random);
        let name = random.pick(NAMES);
        let mut workspace = check(name, &text);
        workspace.cluster();
        assert_eq!(
            workspace.diagnostics(),
            open(name, &text).diagnostics(),
            "the same text, the same findings"
        );
    }
}
