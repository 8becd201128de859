//! Where documents begin and end, and in which bytes they come.

use super::{findings, objects, open, rendered};
use everynode::workspace::Workspace;

const A: &str = "kind: Node\napiVersion: v1\nmetadata: {name: a}\n";
const B: &str = "kind: Node\napiVersion: v1\nmetadata: {name: b}\n";

#[test]
fn documents_end_where_kubectl_ends_them() {
    let b_on_line = "{kind: Node, apiVersion: v1, metadata: {name: b}}";
    for (text, names, found) in [
        (String::new(), "", ""),
        ("# only a comment\n\n# and another\n".into(), "", ""),
        (
            format!("---\n{A}---\n---\n# nothing\n---\n{B}---\n"),
            "a b",
            "",
        ),
        (format!("--- # first\n{A}---   \n{B}"), "a b", ""),
        (
            format!("{A}--- {b_on_line}\n"),
            "a b",
            "4:5 yaml-syntax: text stands on the line of a `---`",
        ),
        (
            format!("{A}---\t{b_on_line}\n---\n# c\n"),
            "a b",
            "4:5 yaml-syntax: text stands on the line of a `---`",
        ),
        (
            format!("{A}--- |\n  text\n---\n{B}"),
            "a b",
            "4:5 yaml-syntax: text stands on the line of a `---`",
        ),
        (
            format!("{A}--- !tag\n{B}"),
            "a b",
            "4:5 yaml-syntax: text stands on the line of a `---`",
        ),
        (
            format!("{A}-----\n{B}"),
            "a b",
            "4:4 yaml-syntax: text stands on the line of a `---`",
        ),
        (
            format!("{A}---x\n{B}"),
            "a b",
            "4:4 yaml-syntax: text stands on the line of a `---`",
        ),
        (
            format!("%YAML 1.1\n---\n{A}"),
            "a",
            "1:1 yaml-syntax: a directive of YAML stands here",
        ),
        (
            format!("%TAG ! tag:x,2000:\n---\n{A}"),
            "a",
            "1:1 yaml-syntax: a directive of YAML stands here",
        ),
        (format!("{A}...\n---\n{B}...\n# end\n"), "a b", ""),
        (
            format!("{A}...\n{B}"),
            "a",
            "5:1 yaml-syntax: the document is over before this line",
        ),
        (format!("...\n---\n{A}"), "a", ""),
        (
            A.replace('\n', "\r\n") + "---\r\n" + &B.replace('\n', "\r\n"),
            "a b",
            "",
        ),
        (A.replace('\n', "\r"), "a", ""),
        ((format!("# c\n---\n{A}")).replace('\n', "\r"), "a", ""),
        (
            (format!("{A}---\n{B}")).replace('\n', "\r"),
            "a",
            "1:47 yaml-syntax: this `---` follows a carriage return without a line feed",
        ),
        (format!("\u{feff}{A}---\n\u{feff}{B}"), "a b", ""),
        (
            format!("kind: \"a\0b\"\n---\n{A}"),
            "a",
            "1:9 yaml-syntax: the control character U+0000 stands here",
        ),
        (
            format!("{{\"kind\": \"a\0b\"}}\n---\n{A}"),
            "a",
            "1:12 json-syntax: a control character stands in this text",
        ),
        (
            format!("{A}# \u{7f}\n---\n{B}"),
            "b",
            "4:3 yaml-syntax: the control character U+007F stands here",
        ),
    ] {
        let held = objects("a.yaml", &text).join(" ").replace("Node ", "");
        assert_eq!(held, names, "{text:?}");
        let all: Vec<_> = findings("a.yaml", &text);
        let all: Vec<_> = all
            .iter()
            .filter(|f| !f.contains("kind-missing"))
            .map(|f| f.lines().next().unwrap_or_default())
            .collect();
        assert_eq!(all.join("; "), found, "{text:?}");
    }
}

#[test]
fn a_line_of_its_own_mends_text_behind_a_separator() {
    for text in [
        format!("--- {{kind: Node, apiVersion: v1, metadata: {{name: b}}}}\n---\n{A}"),
        format!("{A}-----\n{B}"),
    ] {
        let mut workspace = open("a.yaml", &text);
        let found = workspace.diagnostics();
        let edit = &found[0].fixes[0].edits[0];
        let mut mended = text.clone();
        mended.replace_range(edit.place.range.as_usize(), &edit.new_text);
        assert_eq!(findings("a.yaml", &mended), [""; 0], "{mended}");
        assert_eq!(objects("a.yaml", &mended).len(), 2, "{mended}");
    }
}

#[test]
fn bytes_are_read_in_the_encoding_that_they_show() {
    let units = |text: &str, big: bool| -> Vec<u8> {
        let bytes = |unit: u16| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        };
        text.encode_utf16().flat_map(bytes).collect()
    };
    let text = format!("# ü😀\n{A}---\n{B}");
    let marked = format!("\u{feff}{text}");
    let wide = "1:1 text-encoding: the text is UTF-16";
    for (bytes, names, found) in [
        (text.clone().into_bytes(), "a b", ""),
        (marked.clone().into_bytes(), "a b", ""),
        (units(&marked, false), "a b", wide),
        (units(&marked, true), "a b", wide),
        (units(A, false), "a", wide),
        (units(A, true), "a", wide),
        (
            b"# caf\xe9\n".iter().copied().chain(A.bytes()).collect(),
            "a",
            "1:6 text-encoding: these bytes are not UTF-8",
        ),
        ([units(&marked, false), vec![b'x']].concat(), "a", wide),
        (vec![0xff, 0xfe], "", wide),
        (vec![0xff, 0xfe, 0x00, 0xd8], "", wide),
    ] {
        let mut workspace = Workspace::new();
        workspace.set_bytes("a.yaml", &bytes);
        let diagnostics = workspace.diagnostics();
        let first = diagnostics.first().map(|f| rendered(&workspace, f));
        let first = first.unwrap_or_default();
        assert_eq!(first.lines().next().unwrap_or_default(), found, "{bytes:?}");
        let held: Vec<_> = workspace
            .objects()
            .map(|o| o.metadata.name.clone())
            .collect();
        assert_eq!(held.join(" "), names, "{bytes:?}");
    }
}
