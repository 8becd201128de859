//! Limits: each has a finding at the place that passes it, and what stands before that is answered.

use super::rendered;
use everynode::manifest::Limits;
use everynode::workspace::Workspace;

fn node(name: &str) -> String {
    format!("apiVersion: v1\nkind: Node\nmetadata: {{name: {name}}}\n")
}

/// Names and findings of some texts under some limits.
fn read(limits: Limits, texts: &[&str]) -> (String, Vec<String>) {
    let mut workspace = Workspace::new();
    workspace.set_limits(limits);
    for (number, text) in texts.iter().enumerate() {
        workspace.set_text(&format!("{number}.yaml"), text);
    }
    let names: Vec<_> = workspace
        .objects()
        .map(|object| object.metadata.name.clone())
        .collect();
    let found = workspace.diagnostics();
    let found = found.iter().map(|finding| {
        let line = rendered(&workspace, finding);
        let line = line.lines().next().unwrap_or_default().to_owned();
        format!("{}:{line}", finding.place.file.0)
    });
    (names.join(" "), found.collect())
}

#[test]
fn a_text_above_the_limit_on_bytes_is_not_read() {
    let text = node("a");
    let limits = Limits {
        bytes: text.len(),
        ..Limits::default()
    };
    assert_eq!(read(limits, &[&text]), ("a".into(), vec![]));
    let more = format!("{text}\n");
    let (names, found) = read(limits, &[&more]);
    assert_eq!(names, "");
    assert_eq!(
        found,
        ["0:1:1 limit-exceeded: the text is larger than 46 bytes"]
    );
}

#[test]
fn bytes_of_all_files_count_together() {
    let (a, b, c) = (node("a"), node("b"), node("c"));
    let limits = Limits {
        bytes: a.len() + b.len(),
        ..Limits::default()
    };
    assert_eq!(
        read(limits, &[&a, &b, &c]),
        (
            "a b".into(),
            vec!["2:1:1 limit-exceeded: with this text, the files are larger than 92 bytes".into()]
        )
    );
    // What an edit of one file frees, another one may take.
    let mut workspace = Workspace::new();
    workspace.set_limits(limits);
    for (name, text) in [("a.yaml", &a), ("b.yaml", &b), ("c.yaml", &c)] {
        workspace.set_text(name, text);
    }
    assert_eq!(workspace.objects().count(), 2);
    workspace.remove_file("a.yaml");
    let names: Vec<_> = workspace
        .objects()
        .map(|o| o.metadata.name.clone())
        .collect();
    assert_eq!(names, ["b", "c"]);
    assert!(workspace.diagnostics().is_empty());
}

#[test]
fn objects_of_all_files_count_together() {
    let two = format!("{}---\n{}", node("a"), node("b"));
    let list = "apiVersion: v1\nkind: List\nitems:\n- {kind: Node, metadata: {name: c}}\n- {kind: Node, metadata: {name: d}}\n- {kind: Node, metadata: {name: e}}\n";
    for (objects, names, found) in [
        (5, "a b c d e", ""),
        (
            4,
            "a b c d",
            "1:6:3 limit-exceeded: the files hold more than 4 objects",
        ),
        (
            3,
            "a b c",
            "1:5:3 limit-exceeded: the files hold more than 3 objects",
        ),
        (
            2,
            "a b",
            "1:4:3 limit-exceeded: the files hold more than 2 objects",
        ),
    ] {
        let limits = Limits {
            objects,
            ..Limits::default()
        };
        let (read, all) = read(limits, &[&two, list]);
        assert_eq!((read.as_str(), all.join(" ").as_str()), (names, found));
    }
}

#[test]
fn documents_above_the_limit_are_not_read() {
    let text = format!("---\n{}---\n{}---\n{}", node("a"), node("b"), node("c"));
    let limits = Limits {
        documents: 3,
        ..Limits::default()
    };
    let expected = "0:10:1 limit-exceeded: the text holds more than 3 documents";
    assert_eq!(
        read(limits, &[&text]),
        ("a b".into(), vec![expected.into()]),
        "what stands before the first separator is one, too"
    );
    let page = format!("```yaml\n{}```\n```yaml\n{}```\n", node("a"), node("b"));
    let limits = Limits {
        documents: 1,
        ..Limits::default()
    };
    let mut workspace = Workspace::new();
    workspace.set_limits(limits);
    workspace.set_text("page.md", &page);
    assert_eq!(workspace.objects().count(), 1);
    assert_eq!(workspace.diagnostics()[0].rule.id, "limit-exceeded");
}

#[test]
fn values_nested_deeper_than_the_limit_end_their_document() {
    let limits = Limits {
        nesting: 5,
        ..Limits::default()
    };
    let nested = |depth: usize| {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        format!(
            "kind: Node\nmetadata: {{name: a}}\nspec: {open}{close}\n---\n{}",
            node("b")
        )
    };
    assert_eq!(read(limits, &[&nested(4)]).0, "a b", "the map counts, too");
    let (names, found) = read(limits, &[&nested(5)]);
    assert_eq!(names, "b");
    assert_eq!(
        found,
        ["0:3:11 limit-exceeded: maps and lists are nested deeper than 5"]
    );
    // In block style, in JSON, in what is passed over, and through aliases.
    for text in [
        "kind: Node\nspec:\n  a:\n    b:\n      c:\n        d:\n          e: f\n",
        "{\"kind\": \"Node\", \"spec\": {\"a\": {\"b\": {\"c\": {\"d\": {}}}}}}",
        "kind: Node\nmetadata:\n  annotations: {a: [[[[]]]]}\n",
        "kind: Node\nspec: {a: &a [[[]]], b: [[*a]]}\n",
        "kind: List\nitems:\n- kind: Node\n  spec: [[[]]]\n",
    ] {
        let (names, found) = read(limits, &[text]);
        assert_eq!((names.as_str(), found.len()), ("", 1), "{text}{found:?}");
        assert!(found[0].contains("nested deeper than 5"), "{found:?}");
    }
}

#[test]
fn no_configuration_lets_values_nest_without_a_bound() {
    let limits = Limits {
        nesting: usize::MAX,
        ..Limits::default()
    };
    let depth = 100_000;
    for text in [
        format!(
            "kind: Node\nspec: {}{}\n",
            "[".repeat(depth),
            "]".repeat(depth)
        ),
        format!(
            "{{\"kind\": \"Node\", \"spec\": {}",
            "{\"a\": ".repeat(depth)
        ),
        format!("kind: Node\nspec:\n{}", "- ".repeat(depth)),
    ] {
        let (names, found) = read(limits, &[&text]);
        assert_eq!((names.as_str(), found.len()), ("", 1), "{found:?}");
        assert!(found[0].contains("nested deeper than 250"), "{found:?}");
    }
}

#[test]
fn aliases_that_add_more_than_the_limit_end_their_document() {
    let limits = Limits {
        alias_expansion: 100,
        ..Limits::default()
    };
    let ten = |name: &str, of: &str| {
        let items = [of; 10].join(", ");
        format!("{name}: &{name} [{items}]\n")
    };
    let once = format!(
        "kind: Node\nmetadata: {{name: a}}\n{}{}",
        ten("x", "1"),
        ten("y", "2")
    );
    assert_eq!(read(limits, &[&once]), ("a".into(), vec![]));
    let bomb = format!(
        "{once}{}{}---\n{}",
        ten("u", "*x"),
        ten("v", "*u"),
        node("b")
    );
    let (names, found) = read(limits, &[&bomb]);
    assert_eq!(names, "b");
    assert_eq!(
        found,
        ["0:5:44 limit-exceeded: aliases add more than 100 values"]
    );
    // Maps that are merged count as well.
    let keys: Vec<_> = (0..40).map(|key| format!("k{key}: 1")).collect();
    let merged = format!(
        "kind: Node\na: &a {{{}}}\nb: {{<<: *a}}\nc: {{<<: *a}}\n",
        keys.join(", ")
    );
    let (_, found) = read(limits, &[&merged]);
    assert!(
        found[0].contains("aliases add more than 100 values"),
        "{found:?}"
    );
}

#[test]
fn a_mistake_that_thousands_of_objects_share_is_listed_a_few_times_and_counted() {
    let mut text = String::new();
    for number in 0..5_000 {
        text += &format!(
            "apiVersion: v1\nkind: Node\nmetadata: {{name: n{number}, labels: {{a: 1}}}}\nspec: {{x: 1, x: 2}}\n---\n"
        );
    }
    text += "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: d}\nspec: {minReadySeconds: x, template: {spec: {hostNetwork: 1}}}\n";
    let (names, found) = read(Limits::default(), &[&text]);
    assert_eq!(names.split(' ').count(), 5_001);
    let of = |rule: &str| {
        found
            .iter()
            .filter(|f| f.contains(rule))
            .collect::<Vec<_>>()
    };
    let wrong = of(" wrong-type: ");
    assert_eq!(
        wrong.len(),
        103,
        "100 of Nodes, the rest of them, 2 of the DaemonSet"
    );
    assert_eq!(
        wrong[100],
        "0:503:36 wrong-type: and 4900 more findings `wrong-type` of objects of kind Node"
    );
    assert!(wrong[101].contains("minReadySeconds"), "{}", wrong[101]);
    assert!(wrong[102].contains("hostNetwork"), "{}", wrong[102]);
    assert_eq!(of(" yaml-duplicate-key: ").len(), 101);
    assert_eq!(found.len(), 204);
}

#[test]
fn duplicates_that_thousands_of_objects_share_are_counted() {
    let text = format!("{}---\n", node("a")).repeat(5_000);
    let (_, found) = read(Limits::default(), &[&text]);
    assert_eq!(found.len(), 101);
    assert_eq!(
        found[100],
        "0:405:1 object-duplicate: and 4899 more findings `object-duplicate`"
    );
}

#[test]
fn findings_of_one_document_are_counted_too() {
    let keys: String = (0..900)
        .map(|key| format!("k{key}: 1\nk{key}: 2\n"))
        .collect();
    let text = format!("{}spec:\n  {}", node("a"), keys.replace('\n', "\n  "));
    let (names, found) = read(Limits::default(), &[&text]);
    assert_eq!((names.as_str(), found.len()), ("a", 101));
    assert!(
        found[100].ends_with("and 800 more findings `yaml-duplicate-key` of objects of kind Node")
    );
    let values: String = (0..900).map(|key| format!("k{key}: 1\n  ")).collect();
    let text = format!(
        "kind: Pod\nmetadata: {{name: a, labels: {{}}}}\nspec:\n nodeSelector:\n  {values}"
    );
    let (_, found) = read(Limits::default(), &[&text]);
    assert_eq!(found.len(), 101);
    assert!(found[100].ends_with("and 800 more findings `wrong-type` of objects of kind Pod"));
}
