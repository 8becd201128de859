//! Parts of manifests: which are read as a DaemonSet, where in it they stand, and objects that leave their kind out.

use super::{findings, objects, open};
use everynode::manifest::Typed;
use everynode::source::FileId;
use everynode::workspace::ObjectId;

/// A part, and the places of its fields in the DaemonSet that is made of it, each with what stands there.
const FRAGMENTS: &[(&str, &[(&str, &str)])] = &[
    (
        "nodeSelector: {disk: ssd}\nhostNetwork: true\n",
        &[
            ("spec.template.spec.nodeSelector.disk", "ssd"),
            ("spec.template.spec.hostNetwork", "true"),
        ],
    ),
    (
        "spec:\n  tolerations:\n  - operator: Exists\n",
        &[("spec.template.spec.tolerations[0].operator", "Exists")],
    ),
    (
        "spec:\n  template:\n    spec:\n      nodeSelector: {disk: ssd}\n",
        &[("spec.template.spec.nodeSelector.disk", "ssd")],
    ),
    (
        "metadata: {labels: {a: b}}\nspec: {updateStrategy: {type: OnDelete}}\n",
        &[
            ("metadata.labels.a", "b"),
            ("spec.updateStrategy.type", "OnDelete"),
        ],
    ),
    (
        "template: {spec: {nodeName: a}}\n",
        &[("spec.template.spec.nodeName", "a")],
    ),
    (
        "updateStrategy:\n  rollingUpdate: {maxSurge: 1}\n",
        &[("spec.updateStrategy.rollingUpdate.maxSurge", "1")],
    ),
    (
        "rollingUpdate: {maxUnavailable: 10%}\n",
        &[("spec.updateStrategy.rollingUpdate.maxUnavailable", "10%")],
    ),
    (
        "maxUnavailable: 10%\n",
        &[("spec.updateStrategy.rollingUpdate.maxUnavailable", "10%")],
    ),
    (
        "- key: gpu\n  operator: Exists\n- effect: NoSchedule\n  operator: Exists\n",
        &[
            ("spec.template.spec.tolerations[0].key", "gpu"),
            ("spec.template.spec.tolerations[1].effect", "NoSchedule"),
        ],
    ),
    (
        "[{\"key\": \"gpu\", \"operator\": \"Exists\"}]",
        &[("spec.template.spec.tolerations[0].key", "\"gpu\"")],
    ),
    (
        "affinity:\n  nodeAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n      nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Exists}]}]\n",
        &[(
            "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key",
            "a",
        )],
    ),
    (
        "nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {}}]}\n",
        &[(
            "spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight",
            "1",
        )],
    ),
    (
        "requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: []}\n",
        &[(
            "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms",
            "[]",
        )],
    ),
    (
        "containers:\n- name: a\n  image: a:1\n",
        &[("spec.template.spec.containers[0].image", "a:1")],
    ),
    (
        "- name: a\n  image: a:1\n",
        &[("spec.template.spec.containers[0].name", "a")],
    ),
    (
        "resources: {requests: {cpu: 100m}}\n",
        &[(
            "spec.template.spec.containers[0].resources.requests.cpu",
            "100m",
        )],
    ),
];

#[test]
fn a_part_of_a_manifest_is_read_as_a_daemon_set() {
    for (text, places) in FRAGMENTS {
        assert_eq!(objects("a.yaml", text), ["DaemonSet fragment"], "{text}");
        let found = findings("a.yaml", text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("is read as the DaemonSet"), "{found:?}");
        let mut workspace = open("a.yaml", text);
        assert_eq!(workspace.cluster().daemon_sets.len(), 1);
        let map = workspace.source_map(ObjectId::default());
        for (path, value) in *places {
            let found = map.iter().find(|(at, _)| at.to_string() == *path);
            let (_, entry) = found.unwrap_or_else(|| panic!("{path} in {text}"));
            assert_eq!(entry.value.of(text), *value, "{path}");
        }
    }
}

#[test]
fn what_a_part_says_reaches_the_daemon_set() {
    let all = FRAGMENTS.iter().map(|(text, _)| *text);
    let text = all.collect::<Vec<_>>().join("\n---\n");
    let mut workspace = open("a.yaml", &text);
    let specs: Vec<_> = workspace
        .objects()
        .map(|object| match &object.typed {
            Typed::DaemonSet(daemon_set) => daemon_set.spec.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    let pod = |at: usize| &specs[at].template.spec;
    assert!(pod(0).host_network && pod(0).node_selector.get("disk") == Some("ssd"));
    assert_eq!(pod(1).tolerations.len(), 1);
    assert_eq!(pod(2).node_selector.len(), 1);
    assert_eq!(pod(4).node_name, "a");
    for spec in &specs[5..=7] {
        assert!(spec.update_strategy.rolling_update.is_some(), "{spec:?}");
    }
    assert_eq!(pod(8).tolerations[0].key, "gpu");
    for at in 10..=12 {
        assert!(pod(at).node_affinity.is_some(), "{at}");
    }
    for at in 13..=15 {
        assert_eq!(pod(at).containers.len(), 1, "{at}");
    }
    let names: Vec<_> = workspace
        .objects()
        .map(|o| o.metadata.name.clone())
        .collect();
    assert_eq!(names[..2], ["fragment", "fragment-2"]);
    assert_eq!(
        workspace.file(FileId(0)).map(|file| file.text.len()),
        Some(text.len())
    );
}

#[test]
fn an_object_without_a_kind_is_told_by_its_shape() {
    let recorded = "uid: u, name: a";
    for (text, kind) in [
        ("metadata: {M}\nspec: {podCIDR: 10.0.0.0/24}", "Node"),
        ("metadata: {M}\nspec: {taints: []}", "Node"),
        ("metadata: {M}\nstatus: {nodeInfo: {}}", "Node"),
        ("metadata: {M}\nstatus: {allocatable: {cpu: 1}}", "Node"),
        ("metadata: {M}\nspec: {containers: []}", "Pod"),
        ("metadata: {M}\nspec: {template: {spec: {}}}", "DaemonSet"),
        (
            "metadata: {M}\nspec: {updateStrategy: {}, template: {spec: {}}}",
            "DaemonSet",
        ),
        (
            "metadata: {M}\nstatus: {desiredNumberScheduled: 1}",
            "DaemonSet",
        ),
        (
            "metadata: {M}\nrevision: 1\ndata: {spec: {template: {spec: {}}}}",
            "ControllerRevision",
        ),
        (
            "metadata: {M}\nspec: {replicas: 1, template: {spec: {}}}",
            "",
        ),
        ("metadata: {M}\nspec: {jobTemplate: {}}", ""),
        ("metadata: {M}\ndata: {a: b}", ""),
    ] {
        let text = text.replace("{M}", &format!("{{{recorded}}}"));
        let expected = match kind {
            "" => vec![],
            kind => vec![format!("{kind} a")],
        };
        assert_eq!(objects("a.yaml", &text), expected, "{text}");
        // The same as items of lists: a bare array, and a list that does not say its kind.
        let json = format!("[{{{}}}]", text.replace('\n', ", "));
        assert_eq!(objects("a.yaml", &json), expected, "{json}");
        let list = format!("items:\n- {}\n", text.replace('\n', "\n  "));
        assert_eq!(objects("a.yaml", &list), expected, "{list}");
    }
}

#[test]
fn what_somebody_wrote_without_a_kind_is_found() {
    let text = "metadata: {name: a}\nspec: {containers: []}\n";
    let found = findings("a.yaml", text);
    assert_eq!(
        found,
        [
            "1:1 kind-missing: there is no `kind`; by its shape this is a Pod\n    Add `apiVersion: v1` and `kind: Pod`."
        ]
    );
    let recorded = "metadata: {name: a, uid: u}\nspec: {containers: []}\n";
    assert_eq!(findings("a.yaml", recorded), [""; 0]);
}

#[test]
fn arrays_of_json_are_taken_apart() {
    let dump = "[{\"metadata\": {\"name\": \"a\", \"uid\": \"u\"}, \"spec\": {\"podCIDR\": \"\", \"taints\": null}},\n {\"metadata\": {\"name\": \"b\"}, \"kind\": \"Pod\"}, null, {\"items\": [{\"kind\": \"Widget\"}]}]\n[]\n{\"kind\": \"Namespace\", \"metadata\": {\"name\": \"c\"}}";
    assert_eq!(
        objects("a.json", dump),
        ["Node a", "Pod b", "Widget ", "Namespace c"]
    );
    for text in [
        "[]", "[[]]", "[1, 2]", "[{}]", "{}", "null", "\"text\"", "3",
    ] {
        assert_eq!(objects("a.json", text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_no_part_of_a_manifest_is_said_to_be_none() {
    for (text, found) in [
        ("a: b\n", "1:1 kind-missing: this map has no `kind`"),
        (
            "- a\n- b\n",
            "1:1 kind-missing: this is a list without objects",
        ),
        (
            "just a sentence\n",
            "1:1 kind-missing: this is text without an object",
        ),
        // The values of a chart.
        (
            "image: {repository: a, tag: b}\ntolerations: []\n",
            "1:1 kind-missing: this map has no `kind`",
        ),
        (
            "replicaCount: 1\nnodeSelector: {}\n",
            "1:1 kind-missing: this map has no `kind`",
        ),
    ] {
        assert_eq!(objects("a.yaml", text), [""; 0], "{text}");
        let first = findings("a.yaml", text).remove(0);
        assert_eq!(first.lines().next(), Some(found), "{text}");
    }
}

#[test]
fn every_fragment_of_the_guides_is_read() {
    let Some(folder) = crate::shared::folder("seed-examples") else {
        return;
    };
    let mut fragments = 0;
    for (name, bytes) in crate::shared::files(&folder) {
        let text = String::from_utf8(bytes).expect("text");
        if !name.contains("fragment") {
            continue;
        }
        fragments += 1;
        assert_eq!(objects(&name, &text), ["DaemonSet fragment"], "{name}");
        let found = findings(&name, &text);
        let unread = |f: &&String| !f.contains(" fragment: ") && !f.contains("duplicate-key");
        let unread: Vec<_> = found.iter().filter(unread).collect();
        assert_eq!(unread, [""; 0], "{name}");
    }
    assert_eq!(fragments, 29);
}
