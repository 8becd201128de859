use crate::workspace::Workspace;

const NODES: &str = "\
kind: Node
apiVersion: v1
metadata: {name: a, labels: {pool: gpu, zone: a}}
spec: {taints: [{key: nvidia.com/gpu, value: present, effect: NoSchedule}]}
---
kind: Node
apiVersion: v1
metadata: {name: b, labels: {pool: \"true\"}}
spec: {taints: [{key: dedicated, effect: NoExecute}]}
";

/// A workspace with a text whose place asked about is marked by `‸`.
fn open(marked: &str) -> (Workspace, u32) {
    let at = marked.find('‸').unwrap();
    let mut workspace = Workspace::new();
    workspace.set_text("nodes.yaml", NODES);
    workspace.set_text("ds.yaml", &marked.replace('‸', ""));
    (workspace, u32::try_from(at).unwrap())
}

/// Path, type, default and range of the field at the mark.
fn field(marked: &str) -> String {
    let (workspace, at) = open(marked);
    let Some(found) = workspace.field_at("ds.yaml", at) else {
        return "nothing".to_owned();
    };
    let text = marked.replace('‸', "");
    let default = found
        .default
        .map_or(String::new(), |text| format!(" = {text}"));
    format!(
        "{}: {}.{} {}{default} `{}`",
        found.path,
        found.of,
        found.name,
        found.go_type,
        found.place.range.of(&text)
    )
}

/// The first candidates at the mark, and what would be replaced.
fn complete(marked: &str, most: usize) -> String {
    let (mut workspace, at) = open(marked);
    let Some(found) = workspace.complete("ds.yaml", at) else {
        return "nothing".to_owned();
    };
    let text = marked.replace('‸', "");
    let all = found.all.iter().take(most);
    let inserts: Vec<&str> = all.map(|candidate| candidate.insert.as_str()).collect();
    format!("`{}` {inserts:?}", found.place.range.of(&text))
}

const HEAD: &str = "apiVersion: apps/v1\nkind: DaemonSet\n";

#[test]
fn a_field_is_found_by_its_key_and_by_its_value() {
    for (text, wanted) in [
        (
            "spec:\n  upd‸ateStrategy:\n    type: OnDelete\n",
            "spec.updateStrategy: v1.DaemonSetSpec.updateStrategy v1.DaemonSetUpdateStrategy `updateStrategy`",
        ),
        (
            "spec:\n  updateStrategy:\n    type: On‸Delete\n",
            "spec.updateStrategy.type: v1.DaemonSetUpdateStrategy.type v1.DaemonSetUpdateStrategyType = RollingUpdate `type: OnDelete`",
        ),
        (
            "spec:\n  updateStrategy:\n    rollingUpdate:\n      maxUnavailable‸: 10%  # ten\n",
            "spec.updateStrategy.rollingUpdate.maxUnavailable: v1.RollingUpdateDaemonSet.maxUnavailable intstr.IntOrString = 1 `maxUnavailable: 10%`",
        ),
        (
            "spec:\n  template:\n    spec:\n      containers:\n      - image: a:1\n        imagePullPolicy: ‸Always",
            "spec.template.spec.containers[0].imagePullPolicy: v1.Container.imagePullPolicy v1.PullPolicy = IfNotPresent `imagePullPolicy: Always`",
        ),
        (
            "spec:\n  template:\n    spec:\n      containers:\n      - image: a\n        imagePullPolicy: ‸",
            "spec.template.spec.containers[0].imagePullPolicy: v1.Container.imagePullPolicy v1.PullPolicy = Always `imagePullPolicy`",
        ),
        (
            "spec:\n  template:\n    spec:\n      tolerations:\n      - key: a\n      -‸ key: b\n",
            "spec.template.spec.tolerations[1]: v1.PodSpec.tolerations v1.Toleration `-`",
        ),
        (
            "metadata:\n  labels:\n    a.b/c: ‸d\n",
            "metadata.labels[a.b/c]: v1.ObjectMeta.labels string `a.b/c: d`",
        ),
        (
            "metadata: {name: a, names‸pace: b",
            "metadata.namespace: v1.ObjectMeta.namespace string = default `namespace: b`",
        ),
        (
            "spec:\n  template:\n    spec:\n      containers:\n      - command: [a, '‸b', c]\n",
            "spec.template.spec.containers[0].command[1]: v1.Container.command string `'b'`",
        ),
        (
            "spec:\n  template:\n    spec:\n      containers:\n      - command:\n        - a\n        - ‸b\n",
            "spec.template.spec.containers[0].command[1]: v1.Container.command string `b`",
        ),
        ("spec:\n  repl‸icas: 3\n", "nothing"),
        ("spec:\n  replicas:\n    ty‸pe: x\n", "nothing"),
        ("spec: # hostNet‸work\n  minReadySeconds: 3\n", "nothing"),
        (
            "spec:\n  template:\n    spec:\n      containers:\n      - args:\n        - |\n          name: ‸x\n",
            "nothing",
        ),
    ] {
        assert_eq!(field(&format!("{HEAD}{text}")), wanted, "{text}");
    }
}

#[test]
fn parts_lists_pages_and_json_have_fields_too() {
    for (text, wanted) in [
        (
            "- ke‸y: a\n  operator: Exists\n",
            "spec.template.spec.tolerations[0].key: v1.Toleration.key string `key: a`",
        ),
        (
            "image: a\nresources:\n  limits:\n    cp‸u: 1\n",
            "spec.template.spec.containers[0].resources.limits.cpu: v1.ResourceRequirements.limits resource.Quantity `cpu: 1`",
        ),
        (
            "- name: a\n  image: ‸b\n",
            "spec.template.spec.containers[0].image: v1.Container.image string `image: b`",
        ),
        (
            "nodeSelector:\n  pool: ‸gpu\n",
            "spec.template.spec.nodeSelector.pool: v1.PodSpec.nodeSelector string `pool: gpu`",
        ),
        (
            "maxSur‸ge: 1\n",
            "spec.updateStrategy.rollingUpdate.maxSurge: v1.RollingUpdateDaemonSet.maxSurge intstr.IntOrString = 0 `maxSurge: 1`",
        ),
        (
            "metadata:\n  name: a\nspec:\n  tai‸nts: []\n",
            "spec.taints: v1.NodeSpec.taints []v1.Taint `taints`",
        ),
        (
            "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    dnsPol‸icy: Default\n",
            "items[0].spec.dnsPolicy: v1.PodSpec.dnsPolicy v1.DNSPolicy = ClusterFirst `dnsPolicy: Default`",
        ),
        (
            "kind: ConfigMap\n---\nkind: DaemonSet\nspec: {template: {spec: {hostPI‸D: true",
            "spec.template.spec.hostPID: v1.PodSpec.hostPID bool `hostPID: true`",
        ),
        (
            "{\n  \"kind\": \"Pod\",\n  \"spec\": {\"containers\": [{\"na‸me\": \"a\"}, {",
            "spec.containers[0].name: v1.Container.name string `\"name\": \"a\"`",
        ),
        (
            "# Page\n\n```yaml\nkind: DaemonSet\nspec:\n  minReady‸Seconds: 1\n```\n",
            "spec.minReadySeconds: v1.DaemonSetSpec.minReadySeconds int32 `minReadySeconds: 1`",
        ),
        (
            "# Page\n\nNo `kind: Dae‸monSet`.\n\n```yaml\nkind: DaemonSet\n```\n",
            "nothing",
        ),
        ("kind: Deployment\nspec:\n  templ‸ate: {}\n", "nothing"),
        ("fullname‸Override: x\n", "nothing"),
        ("‸", "nothing"),
    ] {
        let marked = match text.starts_with('#') {
            true => format!("{text}\n"),
            false => text.to_owned(),
        };
        assert_eq!(field(&marked), wanted, "{text}");
    }
}

#[test]
fn fields_that_are_not_there_yet_may_stand_in_a_struct() {
    for (text, wanted) in [
        (
            "spec:\n  ‸\n  selector: {}\n",
            "`` [\"template:\\n    \", \"updateStrategy:\\n    \", \"minReadySeconds: \"]",
        ),
        (
            "spec:\n  upd‸\n  selector: {}\n",
            "`upd` [\"template:\\n    \", \"updateStrategy:\\n    \", \"minReadySeconds: \"]",
        ),
        (
            "spec:\n  upd‸: {}\n",
            "`upd` [\"selector\", \"template\", \"updateStrategy\"]",
        ),
        (
            "spec:\n  template:\n    spec:\n      tolerations:\n      - ‸\n",
            "`` [\"key: \", \"operator: \", \"value: \"]",
        ),
        (
            "spec:\n  template:\n    spec:\n      tolerations:\n      - key: a\n        ‸\n      - key: b\n",
            "`` [\"operator: \", \"value: \", \"effect: \"]",
        ),
        (
            "spec:\n  template:\n    spec:\n      tolerations:\n        ‸\n",
            "`` [\"- key: \", \"- operator: \", \"- value: \"]",
        ),
        (
            "spec:\n  template:\n    spec:\n      tolerations: [{key: a, ‸}]\n",
            "`` [\"operator: \", \"value: \", \"effect: \"]",
        ),
        (
            "spec:\n  template:\n    spec:\n      containers: [\n      ‸\n      hostPID: true\n",
            "nothing",
        ),
        (
            "spec:\n  template:\n    spec:\n      volumes:\n        - name: x\n      ‸",
            "`` [\"containers:\\n        - \", \"initContainers:\\n        - \", \"ephemeralContainers:\\n        - \"]",
        ),
        ("spec:\n  template:\n    spec:\n   ‸\n", "nothing"),
        ("metadata:\n  name: a\n    ‸\n", "nothing"),
        ("metadata:\n  annotations:\n    ‸\n", "nothing"),
        (
            "spec:\n  minReadySeconds: 3\n‸",
            "`` [\"metadata:\\n  \", \"status:\\n  \"]",
        ),
        ("spec:\n  minReadySeconds: 3\n‸---\nkind: Pod\n", "nothing"),
    ] {
        assert_eq!(complete(&format!("{HEAD}{text}"), 3), wanted, "{text}");
    }
    assert_eq!(
        complete("‸", 3),
        "`` [\"kind: \", \"apiVersion: \", \"metadata:\\n  \"]"
    );
    assert_eq!(
        complete("{\"kind\": \"Pod\", \"spec\": {‸}}", 1),
        "`` [\"\\\"containers\\\": \"]"
    );
    assert_eq!(
        complete("{\"kind\": \"Pod\", \"spec\": {\"host‸\"}}", 1),
        "`host` [\"containers\"]"
    );
}

#[test]
fn values_are_those_of_the_api() {
    for (text, wanted) in [
        ("kind: ‸\n", "`` [\"DaemonSet\", \"Pod\", \"Node\"]"),
        ("kind: Dae‸\n", "`Dae` [\"DaemonSet\", \"Pod\", \"Node\"]"),
        ("apiVersion: ‸\nkind: DaemonSet\n", "`` [\"apps/v1\"]"),
        (
            "kind: DaemonSet\nspec:\n  updateStrategy:\n    type:‸\n",
            "`` [\" OnDelete\", \" RollingUpdate\"]",
        ),
        ("hostNetwork: t‸ # yes\n", "`t` [\"true\", \"false\"]"),
        (
            "{\"kind\": \"Pod\", \"spec\": {\"hostPID\": ‸}}",
            "`` [\"true\", \"false\"]",
        ),
        (
            "{\"kind\": \"Pod\", \"spec\": {\"dnsPolicy\": \"‸\"}}",
            "`` [\"ClusterFirst\", \"ClusterFirstWithHostNet\", \"Default\"]",
        ),
        (
            "{\"kind\": \"Pod\", \"spec\": {\"dnsPolicy\": ‸}}",
            "`` [\"\\\"ClusterFirst\\\"\", \"\\\"ClusterFirstWithHostNet\\\"\", \"\\\"Default\\\"\"]",
        ),
        (
            "- operator: 'Ex‸'\n",
            "`Ex` [\"Equal\", \"Exists\", \"Gt\"]",
        ),
        (
            "kind: DaemonSet\nspec:\n  selector:\n    matchExpressions:\n    - operator: ‸\n",
            "`` [\"DoesNotExist\", \"Exists\", \"In\"]",
        ),
        (
            "volumes:\n- hostPath:\n    type: ‸\n",
            "`` [\"\\\"\\\"\", \"BlockDevice\", \"CharDevice\"]",
        ),
        (
            "securityContext: {capabilities: {drop: [‸]}}\nimage: a\n",
            "nothing",
        ),
        ("terminationGracePeriodSeconds: ‸\n", "nothing"),
        ("nodeSelector: ‸\n", "nothing"),
    ] {
        assert_eq!(complete(text, 3), wanted, "{text}");
    }
}

#[test]
fn labels_and_taints_are_those_of_the_nodes() {
    for (text, wanted) in [
        ("nodeSelector:\n  ‸\n", "`` [\"pool: \", \"zone: \"]"),
        ("nodeSelector:\n  zone: a\n  po‸\n", "`po` [\"pool: \"]"),
        (
            "nodeSelector:\n  pool: ‸\n",
            "`` [\"gpu\", \"\\\"true\\\"\"]",
        ),
        (
            "nodeSelector: {pool: ‸}\n",
            "`` [\"gpu\", \"\\\"true\\\"\"]",
        ),
        (
            "tolerations:\n- key: ‸\n",
            "`` [\"dedicated\", \"nvidia.com/gpu\"]",
        ),
        (
            "tolerations:\n- value: ‸\n  key: nvidia.com/gpu\n",
            "`` [\"present\"]",
        ),
        (
            "nodeAffinity:\n  requiredDuringSchedulingIgnoredDuringExecution:\n    nodeSelectorTerms:\n    - matchExpressions:\n      - key: pool\n        operator: In\n        values:\n        - gpu\n        - ‸\n",
            "`` [\"\\\"true\\\"\"]",
        ),
        (
            "nodeAffinity:\n  requiredDuringSchedulingIgnoredDuringExecution:\n    nodeSelectorTerms:\n    - matchExpressions:\n      - key: pool\n        operator: In\n        values: [gpu, ‸",
            "`` [\"\\\"true\\\"\"]",
        ),
        (
            "nodeAffinity:\n  requiredDuringSchedulingIgnoredDuringExecution:\n    nodeSelectorTerms:\n    - matchExpressions:\n      - key: pool\n        operator: In\n        values:\n          ‸\n",
            "`` [\"- gpu\", \"- \\\"true\\\"\"]",
        ),
        (
            "nodeAffinity:\n  requiredDuringSchedulingIgnoredDuringExecution:\n    nodeSelectorTerms:\n    - matchFields:\n      - key: ‸\n",
            "`` [\"metadata.name\"]",
        ),
        (
            "topologySpreadConstraints:\n- topologyKey: ‸\n",
            "`` [\"pool\", \"zone\"]",
        ),
        (
            "resources:\n  limits:\n    ‸\nimage: a\n",
            "`` [\"cpu: \", \"memory: \", \"ephemeral-storage: \"]",
        ),
        (
            "volumes:\n- name: data\ncontainers:\n- volumeMounts:\n  - name: ‸\n",
            "`` [\"data\"]",
        ),
        (
            "priorityClassName: system‸\n",
            "`system` [\"system-cluster-critical\", \"system-node-critical\"]",
        ),
    ] {
        assert_eq!(complete(text, 3), wanted, "{text}");
    }
    let (mut workspace, at) = open("nodeSelector:\n  ‸");
    let found = workspace.complete("ds.yaml", at).unwrap();
    let details: Vec<&str> = found.all.iter().map(|key| key.detail.as_str()).collect();
    assert_eq!(details, ["every node", "1 node"]);
}

#[test]
fn every_place_of_every_cut_of_a_text_has_an_answer() {
    let text = format!(
        "{HEAD}metadata: {{name: \"ü😀\", labels: {{a: 'b'}}}}\nspec:\n  template:\n    spec:\n      tolerations: [{{key: a,\n        operator: Exists}}]\n      containers:\n      - name: a\r\n        args:\n        - |\n          x: y\n        - >-\n        command: [\"a\n---\n- {{\n"
    );
    for (end, _) in text.char_indices() {
        let mut workspace = Workspace::new();
        workspace.set_text("ds.yaml", text.split_at(end).0);
        for at in 0..=end + 1 {
            let at = u32::try_from(at).unwrap();
            let _ = workspace.field_at("ds.yaml", at);
            if let Some(found) = workspace.complete("ds.yaml", at) {
                assert!(found.place.range.end as usize <= end, "{end} {at}");
            }
        }
    }
}

#[test]
fn brackets_without_end_cost_no_more_than_their_length() {
    for hostile in [
        "[".repeat(50_000),
        "{a: ".repeat(50_000),
        "- ".repeat(50_000),
        "? ".repeat(50_000),
    ] {
        let mut workspace = Workspace::new();
        workspace.set_text("a.yaml", &hostile);
        let end = u32::try_from(hostile.len()).unwrap();
        assert_eq!(workspace.field_at("a.yaml", end), None);
        let _ = workspace.complete("a.yaml", end);
    }
}
