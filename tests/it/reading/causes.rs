//! Causes of syntax errors: what is said, where, and that the fixes mend it.

use super::{findings, objects, open};

/// Each with the first finding, as `line:column rule: message`.
const CAUSES: &[(&str, &str)] = &[
    // Tabs.
    (
        "metadata:\n\tname: a\n",
        "2:1 yaml-tab: a tab indents this line",
    ),
    (
        "a:\n  b: c\n\td: e\n",
        "3:1 yaml-tab: a tab indents this line",
    ),
    (
        "- \ta: b\n",
        "1:3 yaml-tab: a tab stands where a key or an item begins",
    ),
    (
        "spec:\n  containers:\n  -\tname: a\n",
        "3:4 yaml-tab: a tab stands where a key or an item begins",
    ),
    ("a: |\n\ttext\n", "2:1 yaml-tab: a tab indents this line"),
    // Templates.
    (
        "metadata:\n  name: {{ .Values.name }}\n",
        "2:9 yaml-template: `{{ .Values.name }}` is a template that is not rendered",
    ),
    (
        "metadata:\n  name: {{ .Values.name }}-agent\n",
        "2:9 yaml-template: `{{ .Values.name }}` is a template that is not rendered",
    ),
    (
        "a: b\n{{- if .Values.x }}\nc: d\n{{- end }}\n",
        "2:1 yaml-template: `{{- if .Values.x }}` is a template that is not rendered",
    ),
    (
        "a:\n  b: c\n  {{- toYaml . | nindent 2 }}\n",
        "3:3 yaml-template: `{{- toYaml . | nindent 2 }}` is a template that is not rendered",
    ),
    (
        "name: \"{{ include \"x\" . }}\"\n",
        "1:8 yaml-template: `{{ include \"x\" . }}` is a template that is not rendered",
    ),
    (
        "{% for x in y %}\na: b\n{% endfor %}\n",
        "1:1 yaml-template: `{% for x in y %}` is a template that is not rendered",
    ),
    (
        "{{/*\n  comment: x\n*/}}\nkind: Node\n",
        "1:1 yaml-template: `{{/*` is a template that is not rendered",
    ),
    (
        "a: b\n<% if x %>\n",
        "2:1 yaml-template: `<% if x %>` is a template that is not rendered",
    ),
    (
        "a: {{ b }}\nc: {{ d }}\n{{ e }}: f\n",
        "1:4 yaml-template: `{{ b }}` is a template that is not rendered, and 1 more below",
    ),
    ("${LABELS}\n", ""),
    (
        "labels: {${KEY}: b, ${REST}}\n",
        "1:10 yaml-template: `${KEY}` is a template that is not rendered",
    ),
    (
        "a: b\n${LABELS}\n",
        "2:1 yaml-template: `${LABELS}` is a template that is not rendered",
    ),
    (
        "a: b\n  __VOLUMES__\nc:\n__MORE__\n",
        "4:1 yaml-template: `__MORE__` is a template that is not rendered",
    ),
    (
        "value: {? {region: ''} : ''}\n",
        "1:11 yaml-template: a map is a key here, as YAML tools write `{{region}}`",
    ),
    // Indentation.
    (
        "spec:\n  template:\n    spec:\n      containers: []\n   volumes: []\n",
        "5:4 yaml-syntax: the indentation of this line fits no line above",
    ),
    (
        "containers:\n  - name: a\n    image: x\n   - name: b\n",
        "4:4 yaml-syntax: the indentation of this line fits no line above",
    ),
    (
        "metadata:\n  name: a\n    labels: {}\n",
        "3:5 yaml-syntax: `labels` is indented deeper than `name`, which has a value",
    ),
    (
        "containers:\n- name: a\n  image: x\n  - name: c\n",
        "4:3 yaml-syntax: a list item stands in the column of a map's keys",
    ),
    (
        "script: |\n  echo a\necho b\n",
        "3:1 yaml-syntax: no `:` makes a key of this line",
    ),
    // Quotes.
    (
        "a: \"b\nc: d\n",
        "1:4 yaml-syntax: this quote is never closed",
    ),
    (
        "a: 'b\nc: d\n",
        "1:4 yaml-syntax: this quote is never closed",
    ),
    (
        "a: \"b\nc: \"d\"\n",
        "1:4 yaml-syntax: this quote is not closed on its line",
    ),
    (
        "a: 'it's'\n",
        "1:8 yaml-syntax: text follows the closing quote",
    ),
    (
        "name: “a: b”\n",
        "1:7 yaml-syntax: `“` is a quotation mark of a word processor",
    ),
    (
        "{“kind”: “a: b”}\n",
        "1:2 json-syntax: `“` is a quotation mark of a word processor",
    ),
    // Brackets.
    (
        "args: [a, b\nimage: x\n",
        "1:7 yaml-syntax: this bracket is never closed",
    ),
    (
        "args: [a, b\n",
        "1:7 yaml-syntax: this bracket is never closed",
    ),
    (
        "args: [a, b\n- c\n",
        "1:7 yaml-syntax: this bracket is never closed",
    ),
    (
        "labels: {app: x\nspec: {}\n",
        "1:9 yaml-syntax: this bracket is never closed",
    ),
    (
        "{\"a\": [1, 2\n",
        "1:7 json-syntax: this bracket is never closed",
    ),
    (
        "a: b\n]\n",
        "2:1 yaml-syntax: this bracket was never opened",
    ),
    (
        "a: {b: c}}\n",
        "1:10 yaml-syntax: this bracket was never opened",
    ),
    (
        "{\"a\": 1,\n \"b\": {\"c\": 2]}\n",
        "2:14 json-syntax: this `]` closes a `{`",
    ),
    // Colons.
    (
        "message: error: none\n",
        "1:10 yaml-syntax: the value of `message` holds a `: `",
    ),
    (
        "- name: a: b # c\n",
        "1:9 yaml-syntax: the value of `name` holds a `: `",
    ),
    (
        "a: he said: \"no\"\n",
        "1:4 yaml-syntax: the value of `a` holds a `: `",
    ),
    (
        "image:nginx\nname: x\n",
        "1:1 yaml-syntax: no blank stands behind `image:`",
    ),
    (
        "name: x\nimage:nginx\n",
        "2:1 yaml-syntax: no blank stands behind `image:`",
    ),
    (
        "a:\n  image:nginx\n  name: x\n",
        "2:3 yaml-syntax: no blank stands behind `image:`",
    ),
    // What pages leave out.
    (
        "spec:\n  selector: {}\n  ...\n",
        "3:3 yaml-syntax: `...` stands where a key is expected",
    ),
    (
        "spec:\n  ...\n  template: {}\n",
        "2:3 yaml-syntax: `...` stands where a key is expected",
    ),
    (
        "spec:\n  template: {}\n  …\nstatus: {}\n",
        "3:3 yaml-syntax: `…` stands where a key is expected",
    ),
    (
        "a: b\n...\nspec: {}\n",
        "3:1 yaml-syntax: the document is over before this line",
    ),
    // What other tools leave behind.
    (
        "kind: Node\n```\n",
        "2:1 yaml-syntax: a fence of Markdown stands here",
    ),
    (
        "<<<<<<< HEAD\nkind: Node\n=======\nkind: Pod\n>>>>>>> other\n",
        "1:1 yaml-syntax: `<<<<<<<` marks a merge conflict",
    ),
    (
        "kind: Node\n=======\nkind: Pod\n",
        "2:1 yaml-syntax: `=======` marks a merge conflict",
    ),
    (
        "%YAML 1.1\n",
        "1:1 yaml-syntax: a directive of YAML stands here",
    ),
    (
        "user: @admin\n",
        "1:7 yaml-syntax: a value cannot begin with `@`",
    ),
    (
        "cpu: %CPU%\n",
        "1:6 yaml-syntax: a value cannot begin with `%`",
    ),
    (
        "path: *.log\n",
        "1:7 yaml-syntax: `*.log` is read as an alias",
    ),
    (
        "{\"a\": 1, // one\n \"b\": [}\n",
        "1:10 json-syntax: a comment stands in JSON",
    ),
    (
        "a:\n  b: c\n \u{a0}d: e\n",
        "3:2 yaml-syntax: the blank U+00A0 indents this line, which is no space",
    ),
];

#[test]
fn a_text_that_breaks_off_has_a_guess_at_its_cause() {
    let after = "---\napiVersion: v1\nkind: Node\nmetadata: {name: after}\n";
    let mut wrong = Vec::new();
    for (text, expected) in CAUSES {
        let text = format!("{text}{after}");
        let found = findings("a.yaml", &text);
        let first = found
            .iter()
            .find(|f| !f.contains("kind-missing"))
            .map_or("", String::as_str);
        let first = first.lines().next().unwrap_or_default();
        if first != *expected {
            wrong.push(format!("{text}=> {first}\nnot {expected}\n"));
        }
        assert_eq!(
            objects("a.yaml", &text),
            ["Node after"],
            "the other document is read: {text}"
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_fix_of_a_cause_mends_the_line() {
    let mut mended = 0;
    for (text, _) in CAUSES {
        let mut workspace = open("a.yaml", text);
        let found = workspace.diagnostics();
        let Some(fix) = found.iter().find_map(|finding| finding.fixes.first()) else {
            continue;
        };
        let mut after = (*text).to_owned();
        for edit in &fix.edits {
            after.replace_range(edit.place.range.as_usize(), &edit.new_text);
        }
        let left = findings("a.yaml", &after);
        let line = |found: &str| found.split(':').next().map(str::to_owned);
        let (first, fixed) = (findings("a.yaml", text), line(&findings("a.yaml", text)[0]));
        let same: Vec<_> = left
            .iter()
            .filter(|f| f.contains("syntax") && line(f) == fixed)
            .collect();
        assert!(same.is_empty(), "{first:?}\n{after}{same:?}");
        mended += 1;
    }
    assert!(mended >= 9, "{mended} causes have fixes");
}
