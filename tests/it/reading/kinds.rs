//! Kinds: which are read in their own type, what is kept of each, and what the others leave behind.

use super::{findings, objects, open};
use everynode::manifest::{Origin, Typed};

/// Every kind that has a type, with the fields that are kept of it.
const KINDS: &str = r#"
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 3
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      nodeSelector: {disk: ssd}
      containers: [{name: web, image: web:1, ports: [{containerPort: 80, hostPort: 8080}]}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data:
  fluent-bit.conf: |
    [SERVICE]
        Flush 1
  level: "2"
---
apiVersion: v1
kind: ResourceQuota
metadata: {name: quota, uid: u}
spec:
  hard: {pods: "10", requests.cpu: 1500m, count/daemonsets.apps: 2}
  scopes: [PriorityClass]
  scopeSelector:
    matchExpressions: [{scopeName: PriorityClass, operator: In, values: [high]}]
status:
  hard: {pods: "10"}
  used: {pods: "7"}
---
apiVersion: v1
kind: LimitRange
metadata: {name: bounds}
spec:
  limits:
  - type: Container
    max: {memory: 1Gi}
    min: {cpu: 10m}
    default: {memory: 128Mi}
    defaultRequest: {memory: 64Mi}
  - {type: Pod, max: {cpu: 2}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny}
spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: []}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scaler}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: DaemonSet, name: agent}, maxReplicas: 5}
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: alerts}
spec:
  groups:
  - name: daemonsets
    rules:
    - {alert: RolloutStuck, expr: kube_daemonset_status_number_misscheduled > 0, for: 15m}
    - {record: one, expr: 1}
"#;

#[test]
fn light_kinds_keep_what_is_asked_of_them() {
    assert_eq!(findings("a.yaml", KINDS), [""; 0]);
    let mut workspace = open("a.yaml", KINDS);
    let all: Vec<_> = workspace.objects().cloned().collect();
    let mut seen = Vec::new();
    for object in &all {
        seen.push(object.kind.as_str());
        match &object.typed {
            Typed::Deployment(deployment) => {
                assert_eq!(deployment.replicas, Some(3));
                let selector = deployment.selector.as_ref().expect("a selector");
                assert_eq!(selector.match_labels.get("app"), Some("web"));
                let template = &deployment.template;
                assert_eq!(template.metadata.labels.get("app"), Some("web"));
                assert_eq!(template.spec.node_selector.get("disk"), Some("ssd"));
                assert_eq!(template.spec.containers[0].ports[0].host_port, 8080);
                assert_eq!(object.metadata.namespace, "shop");
            }
            Typed::ConfigMap(map) => {
                let pairs: Vec<_> = map.data.iter().collect();
                let conf = "[SERVICE]\n    Flush 1\n";
                assert_eq!(pairs, [("fluent-bit.conf", conf), ("level", "2")]);
            }
            Typed::ResourceQuota(quota) => {
                let hard: Vec<_> = quota
                    .hard
                    .iter()
                    .map(|(name, amount)| (name.as_str(), amount.as_str()))
                    .collect();
                let wanted = [
                    ("count/daemonsets.apps", "2"),
                    ("pods", "10"),
                    ("requests.cpu", "1500m"),
                ];
                assert_eq!(hard, wanted);
                assert_eq!(quota.scopes, ["PriorityClass"]);
                assert_eq!(quota.scope_selector[0].values, ["high"]);
                assert_eq!(quota.used.get("pods").unwrap().as_str(), "7");
                assert_eq!(object.origin, Origin::Recorded);
            }
            Typed::LimitRange(range) => {
                let kinds: Vec<_> = range.limits.iter().map(|item| &item.kind).collect();
                assert_eq!(kinds, ["Container", "Pod"]);
                let container = &range.limits[0];
                assert_eq!(container.max.get("memory").unwrap().as_str(), "1Gi");
                assert_eq!(container.min.get("cpu").unwrap().as_str(), "10m");
                assert_eq!(container.default.get("memory").unwrap().as_str(), "128Mi");
                assert_eq!(
                    container.default_request.get("memory").unwrap().as_str(),
                    "64Mi"
                );
            }
            Typed::NetworkPolicy(policy) => {
                assert_eq!(policy.pod_selector.match_labels.get("app"), Some("web"));
                assert_eq!(policy.policy_types, ["Ingress"]);
            }
            Typed::HorizontalPodAutoscaler(autoscaler) => {
                let target = &autoscaler.scale_target_ref;
                let target = [&target.api_version, &target.kind, &target.name];
                assert_eq!(target, ["apps/v1", "DaemonSet", "agent"]);
            }
            Typed::PrometheusRule(rule) => {
                let group = &rule.groups[0];
                let rules = group.rules.iter();
                let rules: Vec<_> = rules
                    .map(|rule| {
                        (
                            rule.alert.as_str(),
                            rule.expr.as_ref().map(ToString::to_string),
                        )
                    })
                    .collect();
                let stuck = "kube_daemonset_status_number_misscheduled > 0".to_owned();
                assert_eq!(
                    rules,
                    [("RolloutStuck", Some(stuck)), ("", Some("1".to_owned()))]
                );
                assert_eq!(group.name, "daemonsets");
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(seen.len(), 7);
}

#[test]
fn lists_of_any_kind_are_taken_apart() {
    let typed = |text: &str| -> Vec<String> {
        let mut workspace = open("a.yaml", text);
        let objects = workspace.objects();
        objects
            .map(|object| {
                let known = !matches!(object.typed, Typed::Other);
                format!("{} {} {known}", object.kind, object.metadata.name)
            })
            .collect()
    };
    for (text, expected) in [
        (
            "apiVersion: v1\nkind: List\nitems:\n- {kind: ConfigMap, apiVersion: v1, metadata: {name: a}}\n- {kind: Widget, apiVersion: x/v1, metadata: {name: b}}\n",
            vec!["ConfigMap a true", "Widget b false"],
        ),
        (
            "apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- metadata: {name: a}\n",
            vec!["Deployment a true"],
        ),
        (
            "apiVersion: x/v1\nkind: WidgetList\nitems:\n- metadata: {name: a}\n- metadata: {name: b}\n",
            vec!["Widget a false", "Widget b false"],
        ),
        (
            // As Go prints JSON: the list's kind comes after its items.
            "{\"apiVersion\": \"v1\", \"items\": [{\"metadata\": {\"name\": \"a\"}, \"data\": {\"k\": \"v\"}}], \"kind\": \"ConfigMapList\"}",
            vec!["ConfigMap a true"],
        ),
        (
            "[{\"kind\": \"Namespace\", \"metadata\": {\"name\": \"a\"}}, {\"kind\": \"List\", \"items\": [{\"kind\": \"LimitRange\", \"metadata\": {\"name\": \"b\"}}]}]",
            vec!["Namespace a true", "LimitRange b true"],
        ),
        ("kind: List\napiVersion: v1\nitems: []\n", vec![]),
        ("kind: NodeList\napiVersion: v1\nitems: null\n", vec![]),
    ] {
        assert_eq!(typed(text), expected, "{text}");
    }
}

#[test]
fn a_field_of_a_wrong_type_costs_itself_only_and_is_found_once() {
    let text = "apiVersion: v1
kind: Service
metadata: {name: a}
spec: text
---
apiVersion: v1
kind: LimitRange
metadata: {name: b}
spec: {limits: [{type: Pod, max: {cpu: [1]}, min: {cpu: 1}}]}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: c}
spec: {scaleTargetRef: [agent]}
";
    assert_eq!(
        objects("a.yaml", text),
        ["Service a", "LimitRange b", "HorizontalPodAutoscaler c"]
    );
    assert_eq!(
        findings("a.yaml", text),
        [
            "4:7 wrong-type: `spec` must be a map, and `text` is text",
            "9:40 wrong-type: `spec.limits[0].max.cpu` must be a quantity, and here is a list",
            "14:24 wrong-type: `spec.scaleTargetRef` must be a map, and here is a list",
        ]
    );
}

#[test]
fn old_groups_are_read_and_found() {
    for (version, kind, wanted) in [
        ("extensions/v1beta1", "DaemonSet", "apps/v1"),
        ("apps/v1beta2", "DaemonSet", "apps/v1"),
        ("extensions/v1beta1", "Deployment", "apps/v1"),
        (
            "extensions/v1beta1",
            "NetworkPolicy",
            "networking.k8s.io/v1",
        ),
        (
            "autoscaling/v2beta2",
            "HorizontalPodAutoscaler",
            "autoscaling/v2",
        ),
        ("policy/v1beta1", "PodDisruptionBudget", "policy/v1"),
        (
            "scheduling.k8s.io/v1beta1",
            "PriorityClass",
            "scheduling.k8s.io/v1",
        ),
    ] {
        let text = format!("apiVersion: {version}\nkind: {kind}\nmetadata: {{name: a}}\n");
        assert_eq!(objects("a.yaml", &text), [format!("{kind} a")]);
        let found = findings("a.yaml", &text);
        let old = format!("1:13 api-version-old: `{version}` serves no {kind} any more");
        let fix = format!("`{version}` → `{wanted}`");
        assert!(
            found
                .iter()
                .any(|f| f.starts_with(&old) && f.ends_with(&fix)),
            "{found:?}"
        );
    }
    let served = "apiVersion: autoscaling/v1\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\n";
    assert_eq!(findings("a.yaml", served), [""; 0]);
}
