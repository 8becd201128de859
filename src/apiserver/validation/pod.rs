//! The spec of a Pod, and a Pod as a whole.

use super::field_error::{Bad, Errors};
use super::formats;
use super::names::{Names, take};
use super::options::Options;
use super::path::Path;
use super::{
    affinity, containers, dns, env, host_namespaces, init_containers, labels, pod_resources,
    resource_claims, resources, scheduling, security_context, tolerations, topology_spread,
    volumes, windows,
};
use crate::manifest::StoredStruct;

pub(super) use super::pod_annotations::has_deletion_cost;

/// A container and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Visited<'o> {
    pub(super) of: &'o StoredStruct,
    /// The field of the Pod's spec.
    pub(super) list: &'static str,
    pub(super) index: usize,
}

/// All containers, init containers first.
///
/// Upstream: pkg/apis/core/pods/helpers.go VisitContainersWithPath (v1.36.3)
pub(super) fn containers(spec: &StoredStruct) -> impl Iterator<Item = Visited<'_>> {
    let lists = ["initContainers", "containers", "ephemeralContainers"];
    lists.into_iter().flat_map(move |list| {
        let containers = spec.structs(list).enumerate();
        containers.map(move |(index, of)| Visited { of, list, index })
    })
}

/// The names of all containers.
pub(super) fn container_names(spec: &StoredStruct) -> Names<'_> {
    let mut names = Names::new();
    for one in containers(spec) {
        take(&mut names, one.of.text("name"));
    }
    names
}

/// What checks of one part of a Pod's spec ask of the rest.
pub(super) struct Around<'o> {
    pub(super) volumes: volumes::Volumes<'o>,
    /// Names of the claims for resources.
    pub(super) claims: Names<'o>,
    pub(super) grace: Option<i64>,
    pub(super) os: Option<&'o str>,
    pub(super) restart_policy: &'o str,
    /// The Pod runs as users of the host.
    pub(super) host_users: bool,
}

/// `metadata` is that of a Pod; a template has none of its own.
///
/// Upstream: pkg/apis/core/validation/validation.go ValidatePodSpec (v1.36.3)
pub(super) fn spec(
    errors: &mut Errors,
    spec: &StoredStruct,
    metadata: Option<&StoredStruct>,
    path: &Path<'_>,
    options: &Options,
) {
    if !spec.has("terminationGracePeriodSeconds") {
        errors.required(&path.field("terminationGracePeriodSeconds"), "");
    }
    let around = Around {
        volumes: volumes::volumes(errors, spec, metadata, &path.field("volumes"), options),
        claims: resource_claims::names(spec),
        grace: spec.int_if_set("terminationGracePeriodSeconds"),
        os: spec.inner("os").map(|os| os.text("name")),
        restart_policy: spec.text("restartPolicy"),
        host_users: spec.bool_if_set("hostUsers") != Some(false),
    };
    resource_claims::claims(errors, spec, metadata, &path.field("resourceClaims"));
    containers::containers(errors, spec, &around, &path.field("containers"), options);
    let init = path.field("initContainers");
    init_containers::containers(errors, spec, &around, &init, options);
    let ephemeral = path.field("ephemeralContainers");
    containers::ephemeral(errors, spec, &around, &ephemeral, options);
    pod_resources::check(errors, spec, &around, path, options);
    host_namespaces::ports(errors, spec, path, options);
    choice(
        errors,
        spec,
        "restartPolicy",
        &["Always", "OnFailure", "Never"],
        path,
    );
    choice(errors, spec, "dnsPolicy", &dns::POLICIES, path);
    labels::labels(
        errors,
        spec.map("nodeSelector"),
        &path.field("nodeSelector"),
    );
    security_context::of_pod(errors, spec, path, options);
    affinity::affinity(
        errors,
        spec.inner("affinity"),
        options,
        &path.field("affinity"),
    );
    dns::config(errors, spec, &path.field("dnsConfig"));
    scheduling::gates(errors, spec, path);
    let spread = path.field("topologySpreadConstraints");
    topology_spread::constraints(errors, spec, &spread, options);
    windows::host_process(errors, spec, path);
    host_namespaces::users(errors, spec, path, options);
    host_namespaces::host_name(errors, spec, path);
    names(errors, spec, path, options);
    resources::overhead(errors, spec, &path.field("overhead"), options);
    windows::os(errors, spec, path);
    if options.scheduling_groups
        && let Some(group) = spec.inner("schedulingGroup")
    {
        scheduling::group(errors, group, &path.field("schedulingGroup"));
    }
    env::file_volumes(errors, spec, path);
}

/// The account's name, by its newer field or its older one.
///
/// Upstream: pkg/apis/core/v1/conversion.go Convert_v1_PodSpec_To_core_PodSpec (v1.36.3)
pub(super) fn service_account(spec: &StoredStruct) -> &str {
    match spec.text("serviceAccountName") {
        "" => spec.text("serviceAccount"),
        name => name,
    }
}

/// A text that must be one of some.
fn choice(errors: &mut Errors, of: &StoredStruct, field: &str, known: &[&str], path: &Path<'_>) {
    errors.choice(&path.field(field), of.text(field), known);
}

/// From the service account to the preemption policy.
fn names(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>, options: &Options) {
    for field in ["serviceAccountName", "nodeName"] {
        let name = match field {
            "nodeName" => spec.text(field),
            _ => service_account(spec),
        };
        if !name.is_empty() {
            errors.each(&path.field(field), name, formats::subdomain(name));
        }
    }
    if let Some(deadline) = spec.int_if_set("activeDeadlineSeconds")
        && let Some(detail) = formats::range(deadline, 1, i64::from(i32::MAX))
    {
        let path = path.field("activeDeadlineSeconds");
        errors.invalid(&path, Bad::Int(deadline), &detail);
    }
    for field in ["hostname", "subdomain"] {
        let name = spec.text(field);
        if !name.is_empty() {
            errors.each(&path.field(field), name, formats::label(name));
        }
    }
    let list = &mut spec.structs("tolerations");
    tolerations::tolerations(errors, list, &path.field("tolerations"), options);
    dns::host_aliases(errors, spec, &path.field("hostAliases"));
    let class = spec.text("priorityClassName");
    if !class.is_empty() {
        let path = path.field("priorityClassName");
        errors.each(&path, class, formats::subdomain(class));
    }
    if let Some(class) = spec.text_if_set("runtimeClassName") {
        let path = path.field("runtimeClassName");
        errors.each(&path, class, formats::subdomain(class));
    }
    if spec.has("preemptionPolicy") {
        preemption_policy(errors, spec, path);
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidatePreemptionPolicy (v1.36.3)
pub(super) fn preemption_policy(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let known = ["PreemptLowerPriority", "Never"];
    choice(errors, of, "preemptionPolicy", &known, path);
}

/// A Pod that is made.
///
/// Upstream: pkg/apis/core/validation/validation.go ValidatePodCreate (v1.36.3)
pub(super) fn on_create(
    errors: &mut Errors,
    metadata: &StoredStruct,
    of: &StoredStruct,
    options: &Options,
) {
    whole(errors, metadata, of, true, options);
    let path = Path::new("spec");
    if of.count("ephemeralContainers") > 0 {
        errors.forbidden(
            &path.field("ephemeralContainers"),
            "cannot be set on create",
        );
    }
    if !of.text("nodeName").is_empty() && of.count("schedulingGates") != 0 {
        let detail = "cannot be set until all schedulingGates have been cleared";
        errors.forbidden(&path.field("nodeName"), detail);
    }
    super::security_annotations::match_fields(errors, metadata, of, &path);
}

/// Upstream: pkg/apis/core/validation/validation.go validatePodMetadataAndSpec (v1.36.3)
pub(super) fn whole(
    errors: &mut Errors,
    metadata: &StoredStruct,
    of: &StoredStruct,
    is_new: bool,
    options: &Options,
) {
    super::metadata::on_create(errors, metadata, super::POD, is_new);
    super::metadata::kube_finalizers(errors, metadata);
    let annotations = Path::new("metadata.annotations");
    super::pod_annotations::check(errors, metadata, of, &annotations, options);
    let path = Path::new("spec");
    spec(errors, of, Some(metadata), &path, options);
    if service_account(of).is_empty() {
        let volumes = path.field("volumes");
        for (index, volume) in of.structs("volumes").enumerate() {
            let path = volumes.index(index);
            let path = path.field("projected.sources");
            let projected = volume.inner("projected");
            let sources = projected.into_iter().flat_map(|p| p.structs("sources"));
            for (index, source) in sources.enumerate() {
                if source.has("serviceAccountToken") {
                    let path = path.index(index);
                    let path = path.field("serviceAccountToken");
                    let detail = "must not be specified when serviceAccountName is not set";
                    errors.forbidden(&path, detail);
                }
            }
        }
    }
    for list in ["containers", "initContainers"] {
        let path = path.field(list);
        for (index, container) in of.structs(list).enumerate() {
            containers::image_without_spaces(errors, container, &path.index(index));
        }
    }
}
