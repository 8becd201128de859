//! Pages of Markdown and scripts: what in them is read, and that its places are those of the page.

use super::{findings, objects, open};
use everynode::diagnostic::Severity;
use everynode::source::{FieldPath, FileId};
use everynode::workspace::ObjectId;

const PAGE: &str = "---
title: Agents on every node
---

# A page

```yaml title=\"agent.yaml\"
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec: {template: {spec: {containers: []}}}
---
apiVersion: v1
kind: Namespace
metadata: {name: first}
```

1. Tolerate the taint:

   ```yml
   tolerations:
   - key: gpu
     operator: Exists
   ---
   apiVersion: v1
   kind: Namespace
   metadata:
     name: indented
   ```

~~~JSON
{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"json\"}}
~~~

````markdown
```yaml
kind: Namespace
metadata: {name: quoted}
```
````

```
NAME    DESIRED   CURRENT
agent   12        12
```

```
apiVersion: v1
kind: Namespace
metadata: {name: bare}
```

```go
kind: = 1
```

```console
$ kubectl apply -f - <<EOF
apiVersion: v1
kind: Namespace
metadata: {name: piped}
EOF
namespace/piped created
```
";

fn id(index: u32) -> ObjectId {
    let file = FileId(0);
    ObjectId { file, index }
}

#[test]
fn fenced_blocks_of_a_page_are_read() {
    let expected = [
        "DaemonSet agent",
        "Namespace first",
        "DaemonSet fragment",
        "Namespace indented",
        "Namespace json",
        "Namespace bare",
        "Namespace piped",
    ];
    assert_eq!(objects("docs/README.md", PAGE), expected);
    assert_eq!(
        findings("docs/README.md", PAGE),
        ["21:4 fragment: a part of a Pod's spec is read as the DaemonSet `fragment`"]
    );
    let crlf = PAGE.replace('\n', "\r\n");
    assert_eq!(objects("docs/README.md", &crlf), expected);
}

#[test]
fn places_are_those_of_the_page() {
    let mut workspace = open("page.md", PAGE);
    let count = workspace.objects().count();
    let mut lines = Vec::new();
    for index in 0..u32::try_from(count).unwrap() {
        let object = workspace.object(id(index)).expect("an object");
        let tolerations = FieldPath::of(&["spec", "template", "spec", "tolerations"]);
        let (path, wanted) = match object.fragment {
            Some(_) => (tolerations.index(0).field("key"), "gpu"),
            None => (
                FieldPath::of(&["metadata", "name"]),
                object.metadata.name.as_str(),
            ),
        };
        let map = workspace.source_map(id(index));
        let entry = map.get(&path).expect("a place");
        assert_eq!(entry.value.of(PAGE).trim_matches('"'), wanted);
        let file = workspace.file(FileId(0)).expect("a file");
        let at = file.lines().position(PAGE, entry.value.start);
        lines.push((at.line, at.column));
    }
    assert_eq!(
        lines,
        [
            (10, 18),
            (15, 18),
            (22, 11),
            (28, 12),
            (32, 64),
            (50, 18),
            (61, 18)
        ]
    );
    assert_eq!(workspace.cluster().daemon_sets.len(), 2);
}

#[test]
fn places_behind_an_anchor_of_another_item_are_those_of_the_page() {
    let page = "Text.\n\n  ```yaml\n  kind: List\n  apiVersion: v1\n  items:\n  - kind: Namespace\n    metadata: &m\n      name: a\n  - kind: Node\n    metadata: *m\n  ```\n";
    for (name, page) in [
        ("page.md", page.to_owned()),
        ("page", page.replace("\n  ", "\n")),
    ] {
        let mut workspace = open(name, &page);
        assert_eq!(workspace.objects().count(), 2);
        let map = workspace.source_map(id(1));
        let name = map.get(&FieldPath::of(&["metadata", "name"]));
        assert_eq!(name.expect("a place").value.of(&page), "a");
    }
}

#[test]
fn here_documents_of_a_script_are_read() {
    let script = "#!/usr/bin/env bash
set -e
# cat <<EOF would begin one
echo $((1 << 3)) <<< text
cat > values.yaml <<VALUES
replicas: 3
image: {tag: x}
VALUES
cat <<'EOF' | kubectl apply -f -
apiVersion: v1
kind: Namespace
metadata: {name: a}
---
apiVersion: v1
kind: Pod
metadata: {name: b}
spec: {containers: [{name: b, image: b, args: [$(NODE_NAME), $$]}]}
EOF
kubectl apply -f - <<-\"END\" && echo done
apiVersion: v1
kind: Namespace
metadata: {name: c}
\tEND
kubectl apply -f - << LAST
apiVersion: v1
kind: Pod
metadata: {name: $NAME-\\$(x)}
spec: {containers: [{name: b, image: b, args: [\"--node=$(NODE_NAME)\", $$]}]}
";
    for name in ["apply.sh", "-", "apply.yaml"] {
        let names = ["Namespace a", "Pod b", "Namespace c", "Pod $NAME-\\$(x)"];
        assert_eq!(objects(name, script), names, "{name}");
        let mut found = findings(name, script);
        if name == "apply.yaml" {
            assert_eq!(
                found.remove(0),
                "1:1 yaml-syntax: a line of a shell stands here
    Take the lines of the shell away, or name the file `.sh`."
            );
        }
        assert_eq!(
            found,
            [
                "28:56 shell-expansion-in-heredoc: a shell replaces `$(NODE_NAME)` before kubectl reads it
    Write `'LAST'`, or a backslash before the `$`.
    24:23 the here-document begins here
    Write `'LAST'`: `LAST` → `'LAST'`"
            ],
            "{name}"
        );
    }
}

#[test]
fn a_text_of_another_name_is_a_page_if_it_looks_like_one() {
    let node = "kind: Node\napiVersion: v1\nmetadata: {name: a}\n";
    let fence = "yaml-syntax: a fence of Markdown stands here";
    let cases = [
        // A page, whatever it is called; where it is called a manifest, kubectl refuses it.
        (format!("See:\n\n```yaml\n{node}```\n"), "Node a", "3:1"),
        (format!("```\n{node}```\n"), "Node a", "1:1"),
        (
            format!("```yaml\n{node}---\n{node}"),
            "Node a, Node a",
            "1:1",
        ),
        (
            format!("~~~ {{.yaml .lines}}\n{node}~~~\n"),
            "Node a",
            "1:1",
        ),
        // No page: what is in a block scalar, in a comment or in a string.
        (
            format!(
                "data:\n  x: |\n    ```yaml\n    a: b\n    ```\nkind: ConfigMap\napiVersion: v1\nmetadata: {{name: a}}\n---\n{node}"
            ),
            "ConfigMap a, Node a",
            "",
        ),
        (format!("# ```yaml\n{node}# ```\n"), "Node a", ""),
        (
            format!("{node}---\na: &a {{b: c}}\nd: {{<<: *a}}\nkind: X\n"),
            "Node a, X ",
            "",
        ),
        (
            format!(
                "{{\"kind\": \"Node\", \"metadata\": {{\"name\": \"{}\"}}}}",
                "```yaml"
            ),
            "Node ```yaml",
            "",
        ),
    ];
    for (text, names, refused) in cases {
        for name in ["page.txt", "-", "page.yaml"] {
            assert_eq!(objects(name, &text).join(", "), names, "{name}: {text}");
            let found = findings(name, &text);
            let fences: Vec<_> = found.iter().filter(|f| f.contains(fence)).collect();
            if name == "page.yaml" && !refused.is_empty() {
                assert_eq!(fences.len(), 1, "{text}");
                assert!(fences[0].starts_with(refused), "{fences:?}");
            } else {
                assert_eq!(fences, [""; 0], "{name}: {text}");
            }
        }
    }
    // Half a fence is no page: the document that holds it is refused, the others are read.
    let text = format!("{node}```\n---\n{node}");
    for name in ["page.txt", "-", "page.yaml"] {
        assert_eq!(objects(name, &text), ["Node a"]);
        let found = findings(name, &text);
        assert!(found[0].starts_with(&format!("4:1 {fence}")), "{found:?}");
    }
}

#[test]
fn what_is_normal_on_a_page_is_no_error_there() {
    let values = "```yaml\nreplicas: 3\nimage:\n  tag: x\n```\n";
    let node = "kind: Node\napiVersion: v1\nmetadata: {name: a}\n";
    let page = format!("{values}```yaml\n{node}```\nthen\n```yaml\n{node}```\n");
    let mut workspace = open("page.md", &page);
    let found = workspace.diagnostics();
    let found: Vec<_> = found.iter().map(|f| (f.rule.id, f.severity)).collect();
    assert_eq!(
        found,
        [
            ("kind-missing", Severity::Info),
            ("object-duplicate", Severity::Info)
        ]
    );
    workspace.set_text("other.yaml", node);
    let found = workspace.diagnostics();
    assert_eq!(found[2].severity, Severity::Error, "across files it is one");
}

#[test]
fn what_commands_printed_is_read() {
    let node = "kind: Node\napiVersion: v1\nmetadata: {name: a}\n";
    let pod = "kind: Pod\napiVersion: v1\nmetadata: {name: b}\n";
    for (text, names) in [
        (format!("$ kubectl get node a -o yaml\n{node}"), "Node a"),
        (format!("kubectl get node a -o yaml\n{node}me@host:~$\n"), "Node a"),
        (
            format!("[me@host ~]$ kubectl get ds\nNAME   DESIRED\nx      1\n[me@host ~]$ k get node a -o yaml\n{node}---\n{node}[me@host ~]$ cat b.yaml\n{pod}"),
            "Node a, Node a, Pod b",
        ),
        (
            format!("\n$ cat <<'EOF' | kubectl apply -f -\n{node}EOF\nnode/a created\n$ kubectl get pod b -o yaml\n{pod}$ \n"),
            "Node a, Pod b",
        ),
        (
            "$ kubectl get node a -o json\n{\n  \"kind\": \"Node\",\n  \"metadata\": {\"name\": \"a\"}\n}\n".into(),
            "Node a",
        ),
        (format!("$ kubectl version\nClient Version: v1.36.3\n# {pod}"), ""),
    ] {
        for name in ["-", "paste.txt", "a.yaml"] {
            assert_eq!(objects(name, &text).join(", "), names, "{name}: {text}");
            let found = findings(name, &text);
            let refused = found.iter().filter(|f| f.contains("a line of a shell"));
            assert_eq!(refused.count(), usize::from(name == "a.yaml"), "{found:?}");
            assert!(found.len() <= 3, "{found:?}");
        }
        let indented = text.replace('\n', "\n  ");
        for fence in ["yaml", "console", "sh"] {
            let page = format!("A page.\n\n```{fence}\n{text}\n```\n\n- x\n\n  ```{fence}\n  {indented}\n  ```\n");
            let twice = [names, names].join(", ");
            let twice = twice.trim_matches([',', ' ']);
            assert_eq!(objects("a.md", &page).join(", "), twice, "{page}");
        }
    }
    let script = format!("#!/bin/sh\nkubectl get nodes\nnever <<X\n{node}X\ncat a.yaml\n{pod}");
    assert_eq!(objects("-", &script), ["Node a"], "a script prints nothing");
}
