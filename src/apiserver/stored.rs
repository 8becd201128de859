use super::default_daemon_set;
use crate::manifest::{Limits, Typed, read};
use crate::model::{DaemonSet, Defaulted, Json};
use crate::source::FileId;

/// What the API server fills in where a field is left out, by the field that it stands in, as JSON. Of a list it is
/// filled into each item.
///
/// Upstream: pkg/apis/apps/v1/zz_generated.defaults.go SetObjectDefaults_DaemonSet (v1.36.3)
const DEFAULTS: &[(&str, &[(&str, &str)])] = &[
    (
        "azureDisk",
        &[
            ("cachingMode", r#""ReadWrite""#),
            ("fsType", r#""ext4""#),
            ("kind", r#""Shared""#),
            ("readOnly", "false"),
        ],
    ),
    ("configMap", &[("defaultMode", "420")]),
    ("containers", CONTAINER),
    ("downwardAPI", &[("defaultMode", "420")]),
    ("ephemeralContainers", CONTAINER),
    ("fieldRef", &[("apiVersion", r#""v1""#)]),
    ("fileKeyRef", &[("optional", "false")]),
    ("grpc", &[("service", r#""""#)]),
    ("hostPath", &[("type", r#""""#)]),
    ("httpGet", &[("path", r#""/""#), ("scheme", r#""HTTP""#)]),
    ("initContainers", CONTAINER),
    ("iscsi", &[("iscsiInterface", r#""default""#)]),
    ("livenessProbe", PROBE),
    ("ports", &[("protocol", r#""TCP""#)]),
    ("projected", &[("defaultMode", "420")]),
    (
        "rbd",
        &[
            ("keyring", r#""/etc/ceph/keyring""#),
            ("pool", r#""rbd""#),
            ("user", r#""admin""#),
        ],
    ),
    ("readinessProbe", PROBE),
    (
        "scaleIO",
        &[
            ("fsType", r#""xfs""#),
            ("storageMode", r#""ThinProvisioned""#),
        ],
    ),
    ("secret", &[("defaultMode", "420")]),
    ("serviceAccountToken", &[("expirationSeconds", "3600")]),
    ("startupProbe", PROBE),
];
const CONTAINER: &[(&str, &str)] = &[
    ("resources", "{}"),
    ("terminationMessagePath", r#""/dev/termination-log""#),
    ("terminationMessagePolicy", r#""File""#),
];
const PROBE: &[(&str, &str)] = &[
    ("failureThreshold", "3"),
    ("periodSeconds", "10"),
    ("successThreshold", "1"),
    ("timeoutSeconds", "1"),
];
const POD: &[(&str, &str)] = &[
    ("dnsPolicy", r#""ClusterFirst""#),
    ("restartPolicy", r#""Always""#),
    ("schedulerName", r#""default-scheduler""#),
    ("securityContext", "{}"),
    ("terminationGracePeriodSeconds", "30"),
];

/// Fields that say nothing where they are false, zero or an empty map.
const SILENT: &[&str] = &[
    "annotations",
    "hostIPC",
    "hostNetwork",
    "hostPID",
    "hostPort",
    "initialDelaySeconds",
    "labels",
    "limits",
    "matchLabels",
    "minReadySeconds",
    "nodeSelector",
    "overhead",
    "requests",
    "stdin",
    "stdinOnce",
    "tty",
];
/// Fields of metadata that only a server sets.
const SERVER: &[&str] = &[
    "creationTimestamp",
    "generation",
    "managedFields",
    "resourceVersion",
    "selfLink",
    "uid",
];

/// A DaemonSet as the API server stores it, with the fields that no type has; without status, and without what only a
/// server sets. Two that mean the same are equal but for amounts that are written otherwise.
///
/// DIFFERENCE: a field that says nothing (`hostNetwork: false`, an empty list) is known by its name alone; fields that the
/// API does not have are kept.
///
/// Upstream: pkg/apis/apps/v1/defaults.go SetDefaults_DaemonSet (v1.36.3)
#[must_use]
pub fn stored_daemon_set(mut object: Json) -> Json {
    object.drop_nulls();
    object.remove("status");
    if let Some(metadata) = object.get_mut("metadata") {
        SERVER.iter().for_each(|key| drop(metadata.remove(key)));
        if metadata.get("namespace").is_none() {
            metadata.set("namespace", Json::text("default"));
        }
    }
    if let Some(spec @ Json::Map(_)) = object.get_mut("spec") {
        default_spec(spec);
    }
    tidy(&mut object, "", "");
    object
}

fn default_spec(spec: &mut Json) {
    fill(spec, &[("revisionHistoryLimit", "10")]);
    if spec.get("updateStrategy").is_none() {
        spec.set("updateStrategy", literal("{}"));
    }
    if let Some(strategy @ Json::Map(_)) = spec.get_mut("updateStrategy") {
        fill(strategy, &[("type", r#""RollingUpdate""#)]);
        if strategy.get("type").and_then(Json::as_text) == Some("RollingUpdate") {
            fill(strategy, &[("rollingUpdate", "{}")]);
            if let Some(limits) = strategy.get_mut("rollingUpdate") {
                fill(limits, &[("maxSurge", "0"), ("maxUnavailable", "1")]);
            }
        }
    }
    if let Some(template @ Json::Map(_)) = spec.get_mut("template") {
        default_template(template);
    }
}

/// A Pod template as the API server stores it, told from others by its text.
#[must_use]
pub(super) fn stored_template(mut template: Json) -> Json {
    template.drop_nulls();
    default_template(&mut template);
    tidy(&mut template, "", "");
    template
}

fn default_template(template: &mut Json) {
    if let Some(metadata) = template.get_mut("metadata") {
        metadata.remove("creationTimestamp");
        if metadata.members().is_empty() {
            template.remove("metadata");
        }
    }
    let Some(pod @ Json::Map(_)) = template.get_mut("spec") else {
        return;
    };
    fill(pod, POD);
    let account = pod.get("serviceAccountName").or(pod.get("serviceAccount"));
    if let Some(account) = account.cloned() {
        pod.set("serviceAccount", account.clone());
        pod.set("serviceAccountName", account);
    }
    for volume in pod
        .get_mut("volumes")
        .map(Json::items_mut)
        .unwrap_or_default()
    {
        if volume.members().iter().all(|(key, _)| key == "name") {
            volume.set("emptyDir", literal("{}"));
        }
        if let Some(image) = volume.get_mut("image") {
            fill_pull_policy(image, "reference", "pullPolicy");
        }
        let claim = ["ephemeral", "volumeClaimTemplate", "spec"];
        if let Some(claim) = volume.at_mut(&claim) {
            fill(claim, &[("volumeMode", r#""Filesystem""#)]);
        }
    }
}

/// Fills in what a field has by default, at every depth, and takes away what says nothing. `around` is the field or the
/// list that the field stands in.
///
/// Recurses as deep as the value nests, which the reader limits.
fn tidy(value: &mut Json, field: &str, around: &str) {
    // The parts of a projected volume share its file mode.
    let is_part = around == "sources" && field != "serviceAccountToken";
    let defaults = DEFAULTS.iter().find(|(name, _)| *name == field && !is_part);
    let defaults = defaults.map_or(&[] as &[_], |(_, defaults)| *defaults);
    match value {
        Json::List(items) => {
            let is_container = field.to_ascii_lowercase().ends_with("containers");
            for item in items {
                if matches!(item, Json::Map(_)) {
                    fill(item, defaults);
                    if is_container {
                        fill_pull_policy(item, "image", "imagePullPolicy");
                    }
                }
                tidy(item, "", field);
            }
        }
        Json::Map(_) => {
            fill(value, defaults);
            let around = if field.is_empty() { around } else { field };
            let Json::Map(members) = value else { return };
            members.retain(|(key, value)| !says_nothing(key, value, around));
            for (key, value) in members {
                tidy(value, key, around);
            }
        }
        _ => {}
    }
}

fn says_nothing(key: &str, value: &Json, around: &str) -> bool {
    match value {
        Json::List(items) => items.is_empty() && key != "containers",
        Json::Map(members) => members.is_empty() && SILENT.contains(&key),
        Json::Bool(false) => SILENT.contains(&key) || (key, around) == ("readOnly", "volumeMounts"),
        Json::Number(number) => **number == *"0" && SILENT.contains(&key),
        Json::Text(text) if text.is_empty() => match around {
            "env" => key == "value",
            "ports" | "tolerations" | "volumeMounts" => true,
            _ => false,
        },
        _ => false,
    }
}

/// Fills in what is left out. A number that is zero where one is filled in was left out, too.
fn fill(value: &mut Json, defaults: &[(&str, &str)]) {
    for (key, default) in defaults {
        let is_there = value.get(key).is_some_and(|own| match own {
            Json::Text(text) => !text.is_empty() || *default == r#""""#,
            Json::Number(number) => **number != *"0" || !is_plain_number(key),
            _ => true,
        });
        if !is_there {
            value.set(key, literal(default));
        }
    }
}

/// Numbers of probes, which are no pointers upstream.
fn is_plain_number(key: &str) -> bool {
    PROBE.iter().any(|(name, _)| *name == key)
}

fn literal(text: &str) -> Json {
    match text {
        "{}" => Json::Map(Vec::new()),
        "false" => Json::Bool(false),
        _ => match text.strip_prefix('"') {
            Some(text) => Json::text(text.trim_end_matches('"')),
            None => Json::Number(text.into()),
        },
    }
}

/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_Container (v1.36.3)
fn fill_pull_policy(value: &mut Json, image: &str, policy: &str) {
    let image = value.get(image).and_then(Json::as_text).unwrap_or_default();
    let default = match is_latest(image) {
        true => r#""Always""#,
        false => r#""IfNotPresent""#,
    };
    fill(value, &[(policy, default)]);
}

/// Whether an image has the tag `latest`, which it also has without tag and digest. One without a name has none.
///
/// Upstream: pkg/util/parsers/parsers.go ParseImageName (v1.36.3)
fn is_latest(image: &str) -> bool {
    let (name, digest) = match image.split_once('@') {
        Some((name, _)) => (name, true),
        None => (image, false),
    };
    match name.rsplit_once(':') {
        // A colon before the last slash is that of a registry's port.
        Some((_, tag)) if !tag.contains('/') => tag == "latest",
        _ => !digest && !name.is_empty(),
    }
}

/// The DaemonSet in its own type, defaulted; it was not stored by a server. `None` for a value that is none.
///
/// ```
/// use everynode::apiserver::daemon_set_of;
/// use everynode::model::Json;
/// let mut object = Json::map([("kind".to_owned(), Json::text("DaemonSet"))]);
/// object.set("metadata", Json::map([("name".to_owned(), Json::text("agent"))]));
/// assert_eq!(daemon_set_of(&object).unwrap().metadata.namespace, "default");
/// ```
#[must_use]
pub fn daemon_set_of(object: &Json) -> Option<Defaulted<DaemonSet>> {
    let mut object = object.clone();
    object.set("kind", Json::text("DaemonSet"));
    object.set("apiVersion", Json::text("apps/v1"));
    let reading = read(FileId::default(), &object.to_text(), &Limits::default());
    let typed = reading.objects.into_iter().next()?.typed;
    match typed {
        Typed::DaemonSet(daemon_set) => Some(default_daemon_set(*daemon_set)),
        _ => None,
    }
}
