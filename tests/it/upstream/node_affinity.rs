use super::{node, rules};

/// Affinity with these terms, beside what else a spec has.
fn required(terms: &str) -> String {
    format!(
        "affinity: {{nodeAffinity: {{requiredDuringSchedulingIgnoredDuringExecution: {{nodeSelectorTerms: {terms}}}}}}}"
    )
}

fn matches(spec: &str, name: &str, labels: &str) -> bool {
    let rules = rules(&format!("{{{spec}}}"));
    let node = node(name, labels, "");
    let judgement = rules.judge(&node);
    let matches = judgement.node_selector_matches() && judgement.node_affinity_matches();
    assert_eq!(rules.affinity().matches(&node), matches, "{spec}");
    matches
}

/// staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity_test.go
/// TestPodMatchesNodeSelectorAndAffinityTerms
#[test]
fn a_pod_matches_by_its_node_selector_and_by_one_of_its_terms() {
    let expressions = |expressions: &str| format!("[{{matchExpressions: [{expressions}]}}]");
    for (selector, terms, labels, expected) in [
        ("", None, "", true),
        ("", None, "tier: gold", true),
        ("tier: gold", None, "", false),
        ("tier: gold", None, "tier: gold", true),
        ("tier: gold", None, "tier: gold, rack: r1", true),
        ("tier: gold, rack: r1", None, "tier: gold", false),
        (
            "",
            Some("{key: tier, operator: In, values: [gold, tin]}"),
            "tier: gold",
            true,
        ),
        (
            "",
            Some("{key: tier, operator: In, values: [iron, tin]}"),
            "tier: gold",
            false,
        ),
        // Leading zeros are nothing to Gt and Lt of node affinity.
        (
            "",
            Some("{key: kernel, operator: Gt, values: ['0204']}"),
            "kernel: '0206'",
            true,
        ),
        (
            "",
            Some("{key: kernel, operator: Lt, values: ['0206']}"),
            "kernel: '0206'",
            false,
        ),
        (
            "",
            Some("{key: mem, operator: NotIn, values: [ddr, ddr2]}"),
            "mem: ddr3",
            true,
        ),
        (
            "",
            Some("{key: mem, operator: NotIn, values: [ddr]}"),
            "",
            true,
        ),
        ("", Some("{key: gpu, operator: Exists}"), "gpu: k1", true),
        ("", Some("{key: gpu, operator: Exists}"), "", false),
        (
            "",
            Some("{key: gpu, operator: Exists}, {key: gpu, operator: NotIn, values: [amd]}"),
            "gpu: k1",
            true,
        ),
        (
            "",
            Some("{key: gpu, operator: Exists}, {key: gpu, operator: In, values: [amd]}"),
            "gpu: k1",
            false,
        ),
        // Both must hold.
        (
            "tier: gold",
            Some("{key: tier, operator: Exists}"),
            "tier: gold",
            true,
        ),
        (
            "tier: gold",
            Some("{key: tier, operator: Exists}"),
            "tier: golden",
            false,
        ),
        // What cannot be parsed matches nothing, NotIn too.
        (
            "",
            Some("{key: tier, operator: NotIn, values: ['not a value: ___@#$%^']}"),
            "tier: gold",
            false,
        ),
        ("", Some(""), "tier: gold", false),
    ] {
        let affinity = terms.map_or(String::new(), |terms| required(&expressions(terms)));
        let spec = format!("nodeSelector: {{{selector}}}, {affinity}");
        assert_eq!(matches(&spec, "n", labels), expected, "{spec} on {labels}");
    }
    for (terms, expected) in [("null", false), ("[]", false), ("[{}]", false)] {
        let spec = required(terms);
        assert_eq!(matches(&spec, "n", "tier: gold"), expected, "{spec}");
    }
    let spec = "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: null}}";
    assert!(matches(spec, "n", "tier: gold"));
}

/// staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity_test.go TestNodeSelectorMatch
/// staging/src/k8s.io/component-helpers/scheduling/corev1/helpers_test.go TestMatchNodeSelectorTerms
#[test]
fn fields_and_labels_of_one_term_must_both_match_and_terms_are_alternatives() {
    let named = "matchFields: [{key: metadata.name, operator: In, values: [host-1]}]";
    let not_named = "matchFields: [{key: metadata.name, operator: NotIn, values: [host-1]}]";
    let labelled = "matchExpressions: [{key: rack, operator: In, values: [r1]}]";
    for (terms, name, labels, expected) in [
        (format!("[{{{named}}}]"), "host-1", "", true),
        (format!("[{{{named}}}]"), "host-2", "", false),
        (format!("[{{{not_named}}}]"), "host-1", "", false),
        (format!("[{{{not_named}}}]"), "host-2", "", true),
        // A label is no field, however it is called.
        (
            format!("[{{{named}}}]"),
            "host-2",
            "metadata.name: host-1",
            false,
        ),
        (
            "[{matchExpressions: [{key: metadata.name, operator: In, values: [host-1]}]}]".into(),
            "host-1",
            "",
            false,
        ),
        (
            format!("[{{{named}, {labelled}}}]"),
            "host-1",
            "rack: r1",
            true,
        ),
        (format!("[{{{named}, {labelled}}}]"), "host-1", "", false),
        (
            format!("[{{{named}, {labelled}}}]"),
            "host-2",
            "rack: r1",
            false,
        ),
        (
            format!("[{{{named}}}, {{{labelled}}}]"),
            "host-2",
            "rack: r1",
            true,
        ),
        (format!("[{{{named}}}, {{{labelled}}}]"), "host-1", "", true),
        (
            format!("[{{{named}}}, {{{labelled}}}]"),
            "host-2",
            "rack: r2",
            false,
        ),
    ] {
        assert_eq!(
            matches(&required(&terms), name, labels),
            expected,
            "{terms} on {name} {labels}"
        );
    }
}

/// staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity_test.go TestNodeSelectorMatch,
/// TestNodeSelectorRequirementsAsSelector
#[test]
fn terms_that_cannot_be_parsed_are_told_by_their_place() {
    let name_part = "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an \
                     alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is \
                     '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    for (terms, expected) in [
        (
            "[{matchExpressions: [{key: a, operator: Exists, values: [b]}]}]",
            "nodeSelectorTerms[0].matchExpressions[0].values: Invalid value: [\"b\"]: values set must be empty for exists and does not exist".to_owned(),
        ),
        (
            "[{matchExpressions: [{key: a, operator: equals, values: ['5']}]}]",
            "nodeSelectorTerms[0].matchExpressions[0].operator: Unsupported value: \"equals\": supported values: \"In\", \"NotIn\", \"Exists\", \"DoesNotExist\", \"Gt\", \"Lt\"".to_owned(),
        ),
        (
            "[{matchFields: [{key: metadata.name, operator: In, values: [h1, h2]}]}, \
              {matchFields: [{key: metadata.name, operator: In, values: [h1]}]}, \
              {matchExpressions: [{key: not a key, operator: In, values: [v]}]}]",
            format!(
                "[nodeSelectorTerms[0].matchFields[0].values: Invalid value: [\"h1\",\"h2\"]: must have one element, \
                 nodeSelectorTerms[2].matchExpressions[0].key: Invalid value: \"not a key\": {name_part}]"
            ),
        ),
    ] {
        let rules = rules(&format!("{{{}}}", required(terms)));
        assert_eq!(rules.affinity().error(), Some(expected), "{terms}");
    }
}
