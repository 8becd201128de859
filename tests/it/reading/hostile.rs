//! Texts that nobody writes by accident, and accidents that happen to everybody: whatever is read, nothing panics, places
//! are places, and what is found stays small.

use super::open;
use everynode::diagnostic::Diagnostic;
use everynode::source::{FileId, Place};
use everynode::workspace::{ObjectId, Workspace};
use std::path::Path;

/// Names that are read in different ways.
pub(super) const NAMES: &[&str] = &["a.yaml", "a.md", "a.sh", "a"];

/// Asks a workspace for everything about one text, and holds what comes back against what must be true of it.
pub(super) fn check(name: &str, text: &str) -> Workspace {
    let mut workspace = open(name, text);
    let count = workspace.objects().count();
    let found = workspace.diagnostics();
    let shown = || format!("{name}: {}", text.chars().take(300).collect::<String>());
    // What is read may be another text: without a byte-order mark.
    let file = workspace.file(FileId(0)).expect("an open file").clone();
    let text: &str = &file.text;
    let is_place = |place: Place| {
        let range = place.range.as_usize();
        assert!(
            text.get(range.clone()).is_some(),
            "{range:?} of {}",
            shown()
        );
    };
    for finding in &found {
        is_place(finding.place);
        finding
            .related
            .iter()
            .for_each(|related| is_place(related.place));
        for fix in &finding.fixes {
            fix.edits.iter().for_each(|edit| is_place(edit.place));
            let edits = fix.edits.windows(2);
            let apart = |edits: &[_]| matches!(edits, [a, b] if end(a) <= start(b));
            assert!(edits.into_iter().all(apart), "{}", shown());
        }
        let lines = finding.message.lines().count();
        assert_eq!(lines, 1, "{:?} in {}", finding.message, shown());
    }
    let sorted = found.is_sorted_by_key(|finding| finding.place);
    assert!(sorted, "{}", shown());
    let words: usize = found.iter().map(size).sum();
    let most = 40 * text.len() + 400_000;
    assert!(words <= most, "{words} bytes are said of {}", shown());
    for index in 0..count.min(50) {
        let id = ObjectId {
            file: FileId(0),
            index: u32::try_from(index).unwrap(),
        };
        let object = workspace.object(id).expect("an object");
        is_place(object.place);
        let map = workspace.source_map(id);
        for (path, entry) in map.iter() {
            let range = entry.whole().as_usize();
            assert!(text.get(range).is_some(), "{path} of {}", shown());
        }
        assert!(map.iter().next().is_some(), "no places: {}", shown());
    }
    workspace
}

fn start(edit: &everynode::diagnostic::TextEdit) -> u32 {
    edit.place.range.start
}

fn end(edit: &everynode::diagnostic::TextEdit) -> u32 {
    edit.place.range.end
}

fn size(finding: &Diagnostic) -> usize {
    let help = finding.help.as_ref().map_or(0, String::len);
    let object = finding
        .object
        .as_ref()
        .map_or(0, |object| object.name.len());
    finding.message.len() + help + object
}

/// Bytes of a large text: work that grows with the square of it takes minutes.
const LARGE: usize = 60_000;

/// One part, as often as it takes.
fn filled(part: &str, size: usize) -> String {
    part.repeat(size / part.len() + 1)
}

#[test]
fn large_texts_of_one_shape_are_read_in_one_go() {
    let parts = [
        "[",
        "]",
        "{",
        "}",
        "{{",
        "[{",
        "{a: ",
        "- ",
        "-",
        "- - ",
        "? ",
        ": ",
        "a: ",
        "a:\n ",
        "&a ",
        "*a ",
        "!a ",
        "&a [*a, ",
        "!!str ",
        "<<: ",
        "{<<: ",
        "\"",
        "'",
        "\\",
        "\"\\",
        "''",
        "# ",
        "#\n",
        "\n",
        "\r",
        "\r\n",
        " ",
        "\t",
        "\n\n ",
        "---\n",
        "--- ",
        "---",
        "...\n",
        "%YAML\n",
        "|\n",
        "a: |\n\n",
        "a: >\n x\n\n",
        ">",
        "|",
        "@",
        "`",
        "```\n",
        "```yaml\n",
        "```yaml\na: b\n```\n",
        "~~~\n",
        "<<EOF\n",
        "cat <<EOF\n",
        "$(",
        "\\$(",
        "$$",
        "\u{0}",
        "\u{1}",
        "\u{7f}",
        "\u{85}",
        "\u{a0}",
        "\u{2028}",
        "\u{feff}",
        "\u{fffd}",
        "é",
        "😀",
        "{{ x }}",
        "{% x %}",
        "{{ ",
        "a: {{ x }}\n",
        "{{a: b}: c}, ",
        "[{{a: b}: c}], ",
        "? [a]\n: b\n",
        "{[a]: b}, ",
        "a: b: c\n",
        "a\n",
        "a b ",
        "1",
        "1e",
        "0x",
        "1_",
        "a: 1\n",
        "a: b\n",
        "- a: 1\n",
        "\"a\": 1, ",
        "{\"a\": 1}",
        "{\"a\": ",
        "[1,",
        "\"\\ud800",
        "true ",
        "null\n",
        "~: ~\n",
        "=======\n",
        "<<<<<<< a\n",
        "“",
        "a: “\n",
        "${A}",
        "__A__\n",
        "kind: List\nitems:\n",
        "items: [",
        "kind: Node\n",
        "- kind: Node\n",
        "- kind: Node\n  metadata: {}\n",
        "- tolerations: []\n",
        "kind: Node\n---\n",
        "tolerations: []\n---\n",
        "- key: a\n",
        "a: &a b\n",
        "- &a b\n- *a\n",
        "? a\n",
        "a: [b\n",
        "a: \"b\n",
        "  ",
        " a: b\n",
        "x: |\n  y\n z\n",
    ];
    let heads = [
        "kind: Node\napiVersion: v1\nmetadata: {name: a}\nspec: ",
        "[",
        "a: \"",
        "```yaml\n",
        "kubectl apply -f - <<EOF\nkind: Pod\n",
        "x: &x [1, 2, 3]\ny: ",
        "{\"kind\": \"Node\", \"spec\": ",
        "data: |\n  ",
    ];
    for part in parts {
        let (large, small) = (filled(part, LARGE), filled(part, LARGE / 6));
        check("a.yaml", &large);
        for head in heads {
            check("a.yaml", &format!("{head}{small}"));
        }
        check("a.md", &format!("```\n{small}"));
        check("a.sh", &format!("cat << A\nkind: Pod\n{large}"));
    }
}

#[test]
fn large_texts_with_growing_names_are_read_in_one_go() {
    let numbered = |part: &dyn Fn(usize) -> String| (0..LARGE / 20).map(part).collect::<String>();
    for text in [
        numbered(&|n| format!("a{n}: &a{n} b\n")),
        numbered(&|n| format!("- &a{n} b\n- *a{n}\n")),
        numbered(&|n| format!("a{n}: &a{n}\n  b: *a{}\n", n.saturating_sub(1))),
        numbered(&|n| format!("a{n}: &a{n}\n  <<: *a{}\n", n.saturating_sub(1))),
        numbered(&|n| format!("k{n}: 1\nk{n}: 2\n")),
        numbered(&|n| format!("{}- a\n", " ".repeat(n % 500))),
        numbered(&|n| format!("{}a:\n", " ".repeat(n % 500))),
        numbered(&|n| format!("{}a: b\n", " ".repeat(500 - n % 500))),
        format!(
            "kind: Pod\nspec: {{nodeSelector: {{{}}}}}\n",
            numbered(&|n| format!("a{n}: {n}, "))
        ),
        format!(
            "kind: Node\nmetadata: {{name: {}, labels: {{{}}}}}\n",
            "n".repeat(LARGE),
            numbered(&|n| format!("a{n}: 1, "))
        ),
        format!(
            "kind: {}\nmetadata: {{name: 1, uid: 1, namespace: 1, labels: {{a: 1}}}}\n---\n",
            "k".repeat(LARGE)
        )
        .repeat(3),
        format!(
            "{}1{}",
            format!("{{\"{}\": ", "k".repeat(3_000)).repeat(90),
            "}".repeat(90)
        ),
        format!(
            "{{\"kind\": \"Node\", \"spec\": {}{{{}}}{}}}",
            format!("{{\"{}\": ", "k".repeat(3_000)).repeat(90),
            numbered(&|n| format!("\"{n}\": {n}, ")) + "\"z\": 1",
            "}".repeat(90)
        ),
        numbered(&|n| format!("kind: Node\nmetadata: {{name: n{n}}}\n---\n")),
        numbered(&|n| format!("{{\"kind\": \"Node\", \"metadata\": {{\"name\": \"{n}\"}}}}\n")),
        format!(
            "[{}",
            numbered(&|n| format!(
                "{{\"metadata\": {{\"name\": \"{n}\"}}, \"spec\": {{\"containers\": []}}}},"
            ))
        ),
    ] {
        for name in ["a.yaml", "a"] {
            check(name, &text);
        }
    }
}

#[test]
fn aliases_that_multiply_end_early() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    let mut merges = "m0: &m0 {a: b}\n".to_owned();
    for level in 1..60 {
        let before = level - 1;
        let nine = [format!("*a{before}").as_str(); 9].join(", ");
        bomb += &format!("a{level}: &a{level} [{nine}]\n");
        merges += &format!(
            "m{level}: &m{level} {{<<: [*m{before}, *m{before}], k{level}: *m{before}}}\n"
        );
    }
    for text in [bomb.as_str(), &merges] {
        let mut workspace = check("a.yaml", &format!("kind: Node\n{text}"));
        let found = workspace.diagnostics();
        assert!(
            found.iter().any(|f| f.rule.id == "limit-exceeded"),
            "{found:?}"
        );
        check(
            "a.yaml",
            &format!(
                "kind: List\nitems:\n- kind: Node\n  {}",
                text.replace('\n', "\n  ")
            ),
        );
    }
    for text in [
        "a: &a *a\n",
        "a: &a [*a]\n",
        "a: &a {b: *a}\n",
        "&a a: *a\n",
        "a: &a\n  <<: *a\n",
        "*a : b\n",
        "- &a\n- *a\n",
    ] {
        check("a.yaml", text);
    }
}

/// Manifests that use everything that the readers know.
pub(super) fn fixtures() -> Vec<String> {
    let yaml = "# A comment\r\napiVersion: apps/v1\r\nkind: DaemonSet\r\nmetadata:\r\n  name: \"a\\u00e9\\x41\\\n    b\" # tail\r\n  labels: {a: 'it''s', \"b\": null, ? c : d, e, <<: &m {f: g}}\r\nspec:\r\n  selector: &s\r\n    matchLabels: {a: b}\r\n  template:\r\n    metadata: *s\r\n    spec:\r\n      <<: {hostNetwork: yes}\r\n      tolerations:\r\n      - {key: ü, operator: !!str Exists}\r\n      -\r\n        effect: NoSchedule\r\n      - - nested\r\n      containers:\r\n        - name: |2-\r\n             text\r\n            more\r\n\r\n          image: >+\r\n            folded\r\n            text\r\n\r\n          args: [\"--a\", 0400, 1_000, .5, ~, 😀]\r\n...\r\n---\r\n".to_owned();
    let lines = yaml.replace("\r\n", "\n");
    let json = "{\"apiVersion\": \"v1\", \"items\": [{\"metadata\": {\"name\": \"a\\ud83d\\ude00\\n\", \"labels\": {\"a\": 1.5e3, \"é\": true}}, \"spec\": {\"taints\": [{\"key\": \"k\", \"effect\": \"NoSchedule\"}]}}, {\"kind\": \"Pod\", \"spec\": {\"containers\": [{\"image\": null}]}}], \"kind\": \"List\"}\n{\"kind\": \"Namespace\"}".to_owned();
    let page = format!(
        "# T\n\n```yaml\n{lines}```\n\n- x\n\n  ~~~json\n  {json}\n  ~~~\n\n```sh\nkubectl apply -f - <<EOF\nkind: Pod\nargs: $(X)\nEOF\n```\n"
    );
    let template = "kind: Pod\nmetadata:\n  name: {{ .Values.name }}\n{{- if .x }}\nspec: {a: ${B}}\n{{- end }}\n\tb: c\n@x@\n".to_owned();
    vec![yaml, lines, json, page, template]
}

#[test]
fn a_text_that_ends_at_any_byte_is_read() {
    for text in fixtures() {
        for end in (0..=text.len()).filter(|&end| text.is_char_boundary(end)) {
            for name in NAMES {
                check(name, &text[..end]);
            }
        }
        for end in 0..=text.len() {
            let mut workspace = Workspace::new();
            workspace.set_bytes("a.yaml", &text.as_bytes()[..end]);
            workspace.diagnostics();
        }
    }
}

#[test]
fn a_text_that_begins_at_any_byte_is_read() {
    for text in fixtures() {
        for start in (0..text.len()).filter(|&start| text.is_char_boundary(start)) {
            check("a", &text[start..]);
        }
    }
}

#[test]
fn half_a_pair_of_surrogates_is_one_character() {
    for (written, read) in [
        ("\\ud83d\\ude00", "😀"),
        ("\\ud83d", "\u{fffd}"),
        ("\\ude00", "\u{fffd}"),
        ("\\ud83d\\ud83d\\ude00", "\u{fffd}😀"),
        ("\\ud83dx", "\u{fffd}x"),
        ("\\ude00\\ud83d", "\u{fffd}\u{fffd}"),
        ("\\u0000", "\0"),
    ] {
        let text = format!("{{\"kind\": \"Node\", \"metadata\": {{\"name\": \"{written}\"}}}}");
        let mut workspace = check("a.json", &text);
        let names: Vec<_> = workspace
            .objects()
            .map(|o| o.metadata.name.clone())
            .collect();
        assert_eq!(names, [read], "{written}");
    }
}

/// Our own manifests, which are many and small.
#[expect(
    clippy::disallowed_methods,
    reason = "a native test reads the files it is about"
)]
pub(super) fn traps() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint-traps");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
        .iter()
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        })
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}
