//! Manifests in many ways of writing, each with a Node that it leaves out.

use super::{applied, suggested};
use everynode::ffi::{Session, Suggestion};

/// A Node called `left-out`, beside one without labels and taints.
fn nodes(labels: &str, taints: &str) -> String {
    format!(
        "apiVersion: v1\nkind: Node\nmetadata: {{name: left-out, labels: {{{labels}}}}}\nspec: {{taints: [{taints}]}}\n\
         ---\napiVersion: v1\nkind: Node\nmetadata: {{name: plain}}\n"
    )
}

fn suggestion(manifest: &str, labels: &str, taints: &str) -> Option<Suggestion> {
    let mut session = Session::new();
    session.set_text("ds.yaml", manifest);
    session.set_text("nodes.yaml", &nodes(labels, taints));
    suggested(&mut session, "left-out")
}

/// Title and effect, then the edited text.
fn edited(manifest: &str, labels: &str, taints: &str) -> String {
    let Some(found) = suggestion(manifest, labels, taints) else {
        return "nothing".to_owned();
    };
    if found.edits.is_empty() {
        return format!("{}\nby hand:\n{}", found.title, found.snippet);
    }
    format!("{}\n{}", found.title, applied(manifest, &found.edits))
}

const GPU: &str = "{key: gpu, value: present, effect: NoSchedule}";
const DEDICATED: &str = "{key: dedicated, effect: NoExecute}";

#[test]
fn a_toleration_is_added_in_the_style_of_the_text() {
    for (manifest, expected) in [
        // Lists in the column of their keys.
        (
            "tolerations:\n- key: a\n  operator: Exists # always\n# The end.\ncontainers:\n- name: a\n",
            "tolerations:\n- key: a\n  operator: Exists # always\n- key: gpu\n  operator: Equal\n  value: present\n  effect: NoSchedule\n# The end.\ncontainers:\n- name: a\n",
        ),
        // Indented, with wide dashes, at the end of a text without a last line break.
        (
            "containers: []\ntolerations:\n    -   effect: \"NoExecute\"\n        operator: Exists",
            "containers: []\ntolerations:\n    -   effect: \"NoExecute\"\n        operator: Exists\n    -   key: \"gpu\"\n        operator: \"Equal\"\n        value: \"present\"\n        effect: \"NoSchedule\"",
        ),
        // Absent: before the containers and what is said of them, indented as other lists.
        (
            "hostNetwork: true\n# The agent.\ncontainers:\n- name: a\n",
            "hostNetwork: true\ntolerations:\n- key: gpu\n  operator: Equal\n  value: present\n  effect: NoSchedule\n# The agent.\ncontainers:\n- name: a\n",
        ),
        (
            "hostNetwork: true\ndnsPolicy: Default\n",
            "tolerations:\n  - key: gpu\n    operator: Equal\n    value: present\n    effect: NoSchedule\nhostNetwork: true\ndnsPolicy: Default\n",
        ),
        // Empty, in three ways.
        (
            "tolerations: [] # none yet\ncontainers:\n  - name: a\n",
            "tolerations: # none yet\n  - key: gpu\n    operator: Equal\n    value: present\n    effect: NoSchedule\ncontainers:\n  - name: a\n",
        ),
        (
            "tolerations:\r\ncontainers:\r\n- name: a\r\n",
            "tolerations:\r\n- key: gpu\r\n  operator: Equal\r\n  value: present\r\n  effect: NoSchedule\r\ncontainers:\r\n- name: a\r\n",
        ),
        (
            "tolerations: null\ncontainers: []\n",
            "tolerations:\n  - key: gpu\n    operator: Equal\n    value: present\n    effect: NoSchedule\ncontainers: []\n",
        ),
        // Flow style.
        (
            "containers: []\ntolerations: [{key: a, operator: Exists}]\n",
            "containers: []\ntolerations: [{key: a, operator: Exists}, {key: gpu, operator: Equal, value: present, effect: NoSchedule}]\n",
        ),
        (
            "containers: []\ntolerations: [\n  {key: 'a', operator: Exists},\n  {operator: Exists, key: b}, # the last\n]\n",
            "containers: []\ntolerations: [\n  {key: 'a', operator: Exists},\n  {operator: Exists, key: b},\n  {key: gpu, operator: Equal, value: present, effect: NoSchedule}, # the last\n]\n",
        ),
        (
            "{containers: [], hostNetwork: true}\n",
            "{tolerations: [{key: gpu, operator: Equal, value: present, effect: NoSchedule}], containers: [], hostNetwork: true}\n",
        ),
        // JSON.
        (
            "{\"tolerations\":[],\"containers\":[]}",
            "{\"tolerations\":[{\"key\": \"gpu\", \"operator\": \"Equal\", \"value\": \"present\", \"effect\": \"NoSchedule\"}],\"containers\":[]}",
        ),
        (
            "{\n  \"containers\": [],\n  \"tolerations\": [\n    {\n      \"key\": \"a\"\n    }\n  ]\n}\n",
            "{\n  \"containers\": [],\n  \"tolerations\": [\n    {\n      \"key\": \"a\"\n    },\n    {\n      \"key\": \"gpu\",\n      \"operator\": \"Equal\",\n      \"value\": \"present\",\n      \"effect\": \"NoSchedule\"\n    }\n  ]\n}\n",
        ),
        (
            "{\n  \"hostNetwork\": true,\n  \"containers\": []\n}\n",
            "{\n  \"hostNetwork\": true,\n  \"tolerations\": [\n    {\n      \"key\": \"gpu\",\n      \"operator\": \"Equal\",\n      \"value\": \"present\",\n      \"effect\": \"NoSchedule\"\n    }\n  ],\n  \"containers\": []\n}\n",
        ),
        (
            "{\n\"tolerations\": [],\n\"containers\": []}",
            "{\n\"tolerations\": [{\"key\": \"gpu\", \"operator\": \"Equal\", \"value\": \"present\", \"effect\": \"NoSchedule\"}],\n\"containers\": []}",
        ),
        // Braces behind dashes.
        (
            "tolerations:\n- {key: a, operator: Exists} # a\ncontainers: []\n",
            "tolerations:\n- {key: a, operator: Exists} # a\n- {key: gpu, operator: Equal, value: present, effect: NoSchedule}\ncontainers: []\n",
        ),
        // A bare list is one of tolerations.
        (
            "- key: a\n  operator: Exists\n",
            "- key: a\n  operator: Exists\n- key: gpu\n  operator: Equal\n  value: present\n  effect: NoSchedule\n",
        ),
    ] {
        let expected = format!("Tolerate `gpu=present:NoSchedule`\n{expected}");
        assert_eq!(edited(manifest, "", GPU), expected, "{manifest}");
    }
}

#[test]
fn a_daemon_set_in_a_list_is_edited_where_it_stands() {
    let list = "apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: DaemonSet\n  metadata:\n    name: agent\n  spec:\n    template:\n      spec:\n        containers:\n        - name: a\n        tolerations:\n        - operator: Exists\n          effect: NoExecute\n- apiVersion: v1\n  kind: Namespace\n  metadata:\n    name: logging\n";
    let expected = list.replace(
        "effect: NoExecute\n",
        "effect: NoExecute\n        - key: gpu\n          operator: Equal\n          value: present\n          effect: NoSchedule\n",
    );
    assert_eq!(
        edited(list, "", GPU),
        format!("Tolerate `gpu=present:NoSchedule`\n{expected}")
    );
}

#[test]
fn a_manifest_in_a_page_is_edited_where_it_stands() {
    let page = "# Agents\n\n1. Apply this:\n\n   ```yaml\n   apiVersion: apps/v1\n   kind: DaemonSet\n   metadata: {name: agent}\n   spec:\n     template:\n       spec:\n         containers:\n         - name: a\n   ```\n\n2. Wait.\n";
    let expected = page.replace(
        "         containers:\n",
        "         tolerations:\n         - key: gpu\n           operator: Equal\n           value: present\n           effect: NoSchedule\n         containers:\n",
    );
    let mut session = Session::new();
    session.set_text("page.md", page);
    session.set_text("nodes.yaml", &nodes("", GPU));
    let found = suggested(&mut session, "left-out").unwrap();
    assert_eq!(applied(page, &found.edits), expected);
}

#[test]
fn a_toleration_that_comes_close_is_loosened() {
    for (manifest, expected) in [
        // The value goes, wherever it stands.
        (
            "containers: []\ntolerations:\n- key: gpu\n  operator: Equal # exactly\n  value: \"true\"\n  effect: NoSchedule\n",
            "containers: []\ntolerations:\n- key: gpu\n  operator: Exists # exactly\n  effect: NoSchedule\n",
        ),
        (
            "containers: []\ntolerations:\n- value: \"true\"\n  key: gpu\n  operator: \"Equal\"\n",
            "containers: []\ntolerations:\n- key: gpu\n  operator: \"Exists\"\n",
        ),
        (
            "containers: []\ntolerations:\n- key: gpu\n  value: \"true\"\n",
            "containers: []\ntolerations:\n- key: gpu\n  operator: Exists\n",
        ),
        (
            "containers: []\ntolerations:\n- key: gpu # without a value\n  effect: NoSchedule\n",
            "containers: []\ntolerations:\n- key: gpu # without a value\n  operator: Exists\n  effect: NoSchedule\n",
        ),
        (
            "containers: []\ntolerations:\n- effect: NoSchedule\n  key: gpu\n  operator:\n",
            "containers: []\ntolerations:\n- effect: NoSchedule\n  key: gpu\n  operator: Exists\n",
        ),
        // In brackets.
        (
            "{\"containers\":[],\"tolerations\":[{\"key\":\"gpu\",\"operator\":\"Equal\",\"value\":\"true\"}]}",
            "{\"containers\":[],\"tolerations\":[{\"key\":\"gpu\",\"operator\":\"Exists\"}]}",
        ),
        (
            "{\"containers\":[],\"tolerations\":[{\"value\":\"true\",\"key\":\"gpu\"}]}",
            "{\"containers\":[],\"tolerations\":[{\"operator\": \"Exists\",\"key\":\"gpu\"}]}",
        ),
        (
            "containers: []\ntolerations: [{key: gpu}]\n",
            "containers: []\ntolerations: [{key: gpu, operator: Exists}]\n",
        ),
    ] {
        let expected = format!("Tolerate the taint whatever its value\n{expected}");
        assert_eq!(edited(manifest, "", GPU), expected, "{manifest}");
    }
    let effect = "containers: []\ntolerations: [{key: gpu, operator: Exists, effect: NoExecute}]\n";
    let expected = "Tolerate the taint whatever its effect\ncontainers: []\ntolerations: [{key: gpu, operator: Exists}]\n";
    assert_eq!(edited(effect, "", GPU), expected);
    let both =
        "containers: []\ntolerations: [{key: gpu, operator: Equal, value: a, effect: NoExecute}]\n";
    let expected = "Tolerate the taint whatever its value and effect\ncontainers: []\ntolerations: [{key: gpu, operator: Exists}]\n";
    assert_eq!(edited(both, "", GPU), expected);
}

#[test]
fn a_toleration_that_was_meant_gets_another_beside_it() {
    let manifest = "containers: []\ntolerations: [{key: team, value: red}]\n";
    let nodes = nodes("", "{key: team, value: blue, effect: NoSchedule}");
    let red = "---\napiVersion: v1\nkind: Node\nmetadata: {name: red}\nspec: {taints: [{key: team, value: red, effect: NoSchedule}]}\n";
    let mut session = Session::new();
    session.set_text("ds.yaml", manifest);
    session.set_text("nodes.yaml", &nodes);
    let found = suggested(&mut session, "left-out").unwrap();
    assert_eq!(found.title, "Tolerate the taint whatever its value");
    session.set_text("red.yaml", red);
    let found = suggested(&mut session, "left-out").unwrap();
    assert_eq!(found.title, "Tolerate `team=blue:NoSchedule`");
    assert_eq!(found.effect, "Adds left-out: 3 of 3 nodes.");
}

#[test]
fn what_is_asked_of_labels_is_mended_or_asked_no_more() {
    for (manifest, labels, expected) in [
        (
            "nodeSelector:\n  disk: ssd # fast ones\n  zone: a\ncontainers: []\n",
            "zone: a, disk: hdd",
            "Do not ask for `disk=ssd`\nnodeSelector:\n  zone: a\ncontainers: []\n",
        ),
        (
            "nodeSelector: {disk: ssd, zone: a}\ncontainers: []\n",
            "disk: ssd",
            "Do not ask for `zone=a`\nnodeSelector: {disk: ssd}\ncontainers: []\n",
        ),
        (
            "containers: []\nnodeSelector:\n  disk: ssd",
            "",
            "Do not ask for `disk=ssd`\ncontainers: []",
        ),
        (
            "{\"nodeSelector\": {\"disk\": \"ssd\"}, \"containers\": []}",
            "",
            "Do not ask for `disk=ssd`\n{\"containers\": []}",
        ),
        (
            "nodeSelector:\n  node-pool: 'genral' # ours\ncontainers: []\n",
            "node-pool: general",
            "Write `general` instead of `genral`\nnodeSelector:\n  node-pool: 'general' # ours\ncontainers: []\n",
        ),
        (
            "nodeSelector:\n  \"kubernetes.io/so\": linux\ncontainers: []\n",
            "kubernetes.io/os: linux",
            "Write `kubernetes.io/os` instead of `kubernetes.io/so`\nnodeSelector:\n  \"kubernetes.io/os\": linux\ncontainers: []\n",
        ),
        (
            "nodeName: worker-1\ncontainers: []\n",
            "",
            "Do not name the node `worker-1`\ncontainers: []\n",
        ),
    ] {
        assert_eq!(edited(manifest, labels, ""), expected, "{manifest}");
    }
}

/// A required node affinity with one term of these requirements.
fn affinity(requirements: &str) -> String {
    format!(
        "affinity:\n  nodeAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n      nodeSelectorTerms:\n      - matchExpressions:\n{requirements}containers: []\n"
    )
}

#[test]
fn a_requirement_admits_one_more_value() {
    for (requirements, labels, title, expected) in [
        (
            "        - {key: kubernetes.io/arch, operator: In, values: [amd64]}\n",
            "kubernetes.io/arch: arm64",
            "Admit `arm64` as `kubernetes.io/arch`, too",
            "        - {key: kubernetes.io/arch, operator: In, values: [amd64, arm64]}\n",
        ),
        (
            "        - key: zone\n          operator: In\n          values:\n          - \"a\" # first\n          - \"b\"\n",
            "zone: c",
            "Admit `c` as `zone`, too",
            "        - key: zone\n          operator: In\n          values:\n          - \"a\" # first\n          - \"b\"\n          - \"c\"\n",
        ),
        (
            "        - key: pool-of-nodes\n          operator: In\n          values: [genral, system]\n",
            "pool-of-nodes: general",
            "Write `general` instead of `genral`",
            "        - key: pool-of-nodes\n          operator: In\n          values: [general, system]\n",
        ),
        (
            "        - key: kubernetes.io/so\n          operator: Exists\n",
            "kubernetes.io/os: linux",
            "Write `kubernetes.io/os` instead of `kubernetes.io/so`",
            "        - key: kubernetes.io/os\n          operator: Exists\n",
        ),
        (
            "        - key: zone\n          operator: NotIn\n          values:\n          - a\n          - b\n",
            "zone: a",
            "Do not exclude `zone=a`",
            "        - key: zone\n          operator: NotIn\n          values:\n          - b\n",
        ),
        (
            "        - key: zone\n          operator: NotIn\n          values: [a, b, a]\n",
            "zone: a",
            "Do not exclude `zone=a`",
            "        - key: zone\n          operator: NotIn\n          values: [b]\n",
        ),
    ] {
        let expected = format!("{title}\n{}", affinity(expected));
        assert_eq!(edited(&affinity(requirements), labels, ""), expected);
    }
}

#[test]
fn changes_of_several_checks_come_together() {
    let manifest = "nodeSelector:\n  disk: ssd\n  zone: a\ntolerations:\n- key: gpu\n  value: a\ncontainers: []\n";
    let taints = format!("{GPU}, {DEDICATED}, {{key: team, value: \"1\", effect: NoSchedule}}");
    let expected = "Do not ask for `disk=ssd`, and do not ask for `zone=a`, and tolerate the taint whatever its value, and tolerate `dedicated:NoExecute` and `team=1:NoSchedule`\n\
                    tolerations:\n- key: gpu\n  operator: Exists\n- key: dedicated\n  operator: Exists\n  effect: NoExecute\n- key: team\n  operator: Equal\n  value: \"1\"\n  effect: NoSchedule\ncontainers: []\n";
    assert_eq!(edited(manifest, "", &taints), expected);
}

#[test]
fn what_the_text_does_not_allow_is_left_to_the_reader() {
    let by_hand = "Tolerate `gpu=present:NoSchedule`\nby hand:\ntolerations:\n  - key: gpu\n    operator: Equal\n    value: present\n    effect: NoSchedule\n";
    for manifest in [
        // Somebody else reads the same list.
        "x: &all [{key: a, operator: Exists}]\ntolerations: *all\ncontainers: []\n",
        "tolerations: &all\n- key: a\n  operator: Exists\ncontainers: []\n",
        "base: &base\n  tolerations:\n  - key: a\n    operator: Exists\n<<: *base\ncontainers: []\n",
        // Nothing of the Pod is there.
        "requiredDuringSchedulingIgnoredDuringExecution:\n  nodeSelectorTerms:\n  - matchExpressions:\n    - {key: a, operator: DoesNotExist}\n",
        // A tag, an explicit key.
        "tolerations: !!seq\n- key: a\n  operator: Exists\ncontainers: []\n",
    ] {
        assert_eq!(edited(manifest, "", GPU), by_hand, "{manifest}");
    }
}

#[test]
fn nothing_is_suggested_that_would_be_foolish() {
    for (manifest, labels, taints) in [
        // The Node's state, which passes.
        (
            "containers: []\n",
            "",
            "{key: node.kubernetes.io/not-ready, effect: NoSchedule}",
        ),
        (
            "containers: []\n",
            "",
            "{key: ToBeDeletedByClusterAutoscaler, effect: NoSchedule}",
        ),
        // An image for another system.
        (
            "nodeSelector: {kubernetes.io/os: linux}\n",
            "kubernetes.io/os: windows",
            "",
        ),
        (
            "nodeSelector: {kubernetes.io/arch: amd64}\n",
            "kubernetes.io/arch: arm64",
            "",
        ),
        // Nothing keeps a Pod out.
        ("containers: []\n", "", "{key: a, effect: PreferNoSchedule}"),
    ] {
        assert_eq!(
            edited(manifest, labels, taints),
            "nothing",
            "{manifest} {labels} {taints}"
        );
    }
    let os = affinity("        - {key: kubernetes.io/os, operator: In, values: [linux]}\n");
    assert_eq!(edited(&os, "kubernetes.io/os: windows", ""), "nothing");
    let fargate = affinity(
        "        - {key: eks.amazonaws.com/compute-type, operator: NotIn, values: [fargate, auto]}\n",
    );
    assert_eq!(
        edited(&fargate, "eks.amazonaws.com/compute-type: fargate", ""),
        "nothing"
    );
    let six: Vec<String> = (0..6)
        .map(|n| format!("{{key: t{n}, effect: NoSchedule}}"))
        .collect();
    assert_eq!(
        edited("containers: []\n", "", &six.join(", ")),
        "nothing",
        "too much is asked"
    );
}

#[test]
fn the_effect_says_whom_it_adds() {
    let say = |manifest: &str, labels: &str, taints: &str| {
        suggestion(manifest, labels, taints).unwrap().effect
    };
    assert_eq!(
        say("containers: []\n", "", GPU),
        "Adds left-out: 2 of 2 nodes."
    );
    assert_eq!(
        say("nodeSelector: {disk: ssd}\n", "", ""),
        "Adds left-out and plain: 2 of 2 nodes."
    );
    let arch = affinity("        - {key: kubernetes.io/arch, operator: In, values: [amd64]}\n");
    assert_eq!(
        say(&arch, "kubernetes.io/arch: arm64", ""),
        "Adds left-out: 1 of 2 nodes. The images must be built for arm64."
    );
}

#[test]
fn the_lines_around_a_change_are_shown_without_their_indentation() {
    let signs = |manifest: &str| -> Vec<String> {
        let found = suggestion(manifest, "", GPU).unwrap();
        let lines = found.diff.iter();
        lines
            .map(|line| format!("{}{}", line.sign, line.text))
            .collect()
    };
    let loosened = "spec:\n  containers: []\n  tolerations:\n  - key: gpu\n    operator: Equal\n    value: \"true\"\n    effect: NoSchedule\n";
    let expected = [
        " - key: gpu",
        "-  operator: Equal",
        "-  value: \"true\"",
        "+  operator: Exists",
        "   effect: NoSchedule",
    ];
    assert_eq!(signs(loosened), expected);
    let absent = "spec:\n  hostNetwork: true\n  containers:\n  - name: a\n";
    let expected = [
        "+tolerations:",
        "+- key: gpu",
        "+  operator: Equal",
        "+  value: present",
        "+  effect: NoSchedule",
    ];
    assert_eq!(signs(absent), expected);
    // One line that holds all is no diff; what to paste is.
    let json = format!(
        "{{\"containers\": [{{\"name\": \"{}\"}}]}}",
        "a".repeat(200)
    );
    let expected = [
        "+tolerations:",
        "+  - key: gpu",
        "+    operator: Equal",
        "+    value: present",
        "+    effect: NoSchedule",
    ];
    assert_eq!(signs(&json), expected);
}
