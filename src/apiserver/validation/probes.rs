//! Probes and hooks of containers.

use super::field_error::{Bad, Errors};
use super::formats;
use super::options::Options;
use super::path::Path;
use super::pod::Around;
use super::ports;
use crate::manifest::StoredStruct;
use crate::schema::Words;

/// Hooks, then the three probes.
///
/// Upstream: pkg/apis/core/validation/validation.go validateLifecycle, validateLivenessProbe, validateReadinessProbe,
/// validateStartupProbe (v1.36.3)
pub(super) fn all(
    errors: &mut Errors,
    container: &StoredStruct,
    around: &Around<'_>,
    path: &Path<'_>,
    options: &Options,
) {
    if let Some(lifecycle) = lifecycle_of(container, options) {
        let path = path.field("lifecycle");
        for field in ["postStart", "preStop"] {
            if let Some(hook) = lifecycle.inner(field) {
                let kinds = ["exec", "httpGet", "tcpSocket", "sleep"];
                handler(errors, hook, &kinds, around.grace, &path.field(field));
            }
        }
        if let Some(signal) = lifecycle.text_if_set("stopSignal")
            && options.stop_signals
        {
            stop_signal(errors, signal, around.os, &path.field("stopSignal"));
        }
    }
    for field in ["livenessProbe", "readinessProbe", "startupProbe"] {
        let Some(of) = container.inner(field) else {
            continue;
        };
        let path = path.field(field);
        probe(errors, of, around.grace, &path);
        let successes = of.int("successThreshold");
        if field != "readinessProbe" {
            if successes != 1 {
                let path = path.field("successThreshold");
                errors.invalid(&path, Bad::Int(successes), "must be 1");
            }
        } else if let Some(grace) = of.int_if_set("terminationGracePeriodSeconds") {
            let path = path.field("terminationGracePeriodSeconds");
            errors.invalid(
                &path,
                Bad::Int(grace),
                "must not be set for readinessProbes",
            );
        }
    }
}

/// The hooks of a container as the server keeps them: a signal alone is dropped where its feature is off.
///
/// Upstream: pkg/api/pod/util.go dropContainerStopSignals (v1.36.3)
pub(super) fn lifecycle_of<'o>(
    container: &'o StoredStruct,
    options: &Options,
) -> Option<&'o StoredStruct> {
    let lifecycle = container.inner("lifecycle")?;
    let signal_alone = lifecycle.has("stopSignal")
        && !lifecycle.has("postStart")
        && !lifecycle.has("preStop")
        && !options.stop_signals;
    (!signal_alone).then_some(lifecycle)
}

/// Upstream: pkg/apis/core/validation/validation.go validateProbe (v1.36.3)
fn probe(errors: &mut Errors, probe: &StoredStruct, grace: Option<i64>, path: &Path<'_>) {
    let kinds = ["exec", "httpGet", "tcpSocket", "grpc"];
    handler(errors, probe, &kinds, grace, path);
    for field in [
        "initialDelaySeconds",
        "timeoutSeconds",
        "periodSeconds",
        "successThreshold",
        "failureThreshold",
    ] {
        errors.nonnegative(&path.field(field), probe.int(field));
    }
    let field = "terminationGracePeriodSeconds";
    if let Some(own) = probe.int_if_set(field).filter(|own| *own <= 0) {
        errors.invalid(&path.field(field), Bad::Int(own), "must be greater than 0");
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateHandler (v1.36.3)
fn handler(
    errors: &mut Errors,
    of: &StoredStruct,
    kinds: &[&str],
    grace: Option<i64>,
    path: &Path<'_>,
) {
    let mut found = false;
    for kind in kinds {
        let Some(own) = of.inner(kind) else {
            continue;
        };
        let path = path.field(kind);
        if std::mem::replace(&mut found, true) {
            errors.forbidden(&path, "may not specify more than 1 handler type");
            continue;
        }
        match *kind {
            "exec" => {
                if own.count("command") == 0 {
                    errors.required(&path.field("command"), "");
                }
            }
            "httpGet" => http_get(errors, own, &path),
            "tcpSocket" => ports::number_or_name(errors, own.get("port"), &path.field("port")),
            "grpc" => ports::number_of_port(errors, own.int("port"), &path.field("port")),
            _ => sleep(errors, own.int("seconds"), grace, &path),
        }
    }
    if !found {
        errors.required(path, "must specify a handler type");
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateHTTPGetAction (v1.36.3)
fn http_get(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    errors.needs(of, "path", path);
    ports::number_or_name(errors, of.get("port"), &path.field("port"));
    let scheme = path.field("scheme");
    errors.one_of(&scheme, of.text("scheme"), &["HTTP", "HTTPS"]);
    let path = path.field("httpHeaders");
    for header in of.structs("httpHeaders") {
        let name = header.text("name");
        errors.each(&path, name, formats::header_name(name));
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateSleepAction (v1.36.3)
fn sleep(errors: &mut Errors, seconds: i64, grace: Option<i64>, path: &Path<'_>) {
    if let Some(grace) = grace
        && (seconds < 0 || seconds > grace)
    {
        let start = "must be non-negative and less than terminationGracePeriodSeconds (";
        let detail = [start, &grace.to_string(), ")"].concat();
        errors.invalid(path, Bad::Int(seconds), &detail);
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateStopSignal (v1.36.3)
fn stop_signal(errors: &mut Errors, signal: &str, os: Option<&str>, path: &Path<'_>) {
    let known = match os {
        None => {
            let detail = "may not be set for containers with empty `spec.os.name`";
            errors.forbidden(path, detail);
            return;
        }
        Some("windows") => vec!["SIGKILL", "SIGTERM"],
        Some("linux") => linux_signals(),
        Some(_) => return,
    };
    errors.one_of(path, signal, &known);
}

/// As the API's types have them.
fn linux_signals() -> Vec<&'static str> {
    let lifecycle = crate::schema::named("v1.Lifecycle");
    let field = lifecycle.and_then(|id| crate::schema::field(id, "stopSignal"));
    let words = field.and_then(|field| field.words);
    words.into_iter().flat_map(Words::values).collect()
}
