//! What the API server refuses, and what it warns of: a walk over the stored object, in the server's order and words.
//!
//! One file a topic. All of them read the one generic tree of [`StoredStruct`]; none has a type of its own for an
//! object, so that the code stays small.
//!
//! Upstream: pkg/apis/apps/validation/validation.go, pkg/apis/core/validation/validation.go,
//! pkg/apis/scheduling/validation/validation.go, and the strategies of pkg/registry that call them (v1.36.3)

mod affinity;
mod allocated;
mod annotation_json;
mod answer;
mod certificates;
mod claim_template;
mod containers;
mod daemon_set;
mod dns;
mod downward;
mod env;
mod field_error;
mod formats;
mod host_namespaces;
mod init_containers;
mod inside;
mod ip;
mod iscsi;
mod labels;
mod line_difference;
mod match_label_keys;
mod metadata;
mod names;
mod node;
mod options;
mod path;
mod paths;
mod place;
mod pod;
mod pod_annotations;
mod pod_resources;
mod pod_template;
mod pod_update;
mod ports;
mod prepare;
mod priority_class;
mod probes;
mod projected;
mod resource_claims;
mod resources;
mod restart_rules;
mod same;
mod scheduling;
mod security_annotations;
mod security_context;
mod service;
mod service_addresses;
mod tolerations;
mod topology_spread;
mod volume_mounts;
mod volume_sources;
mod volumes;
mod warnings;
mod windows;

use crate::manifest::StoredStruct;
use crate::schema;
use field_error::Errors;
use formats::NameForm;
use metadata::Kind;
use options::Options;

pub use allocated::allocate;
pub use answer::{kubectl_refusal, kubectl_undecodable, kubectl_unmatched, name_of};
pub use field_error::{FieldError, FieldErrorKind};
pub use place::{place_of, place_of_error, place_of_warning};

/// What the server answers to a create or an update.
#[derive(Clone, Debug, Default)]
pub struct Validation {
    /// Why it refuses; nothing where it does not. In its order, with what it says twice.
    pub errors: Vec<FieldError>,
    /// What it warns of, each text once; nothing where it refuses.
    pub warnings: Vec<String>,
}

const POD: Kind = Kind {
    namespaced: true,
    name: NameForm::Subdomain,
    own_generation: false,
};
const SERVICE: Kind = Kind {
    namespaced: true,
    name: NameForm::Label,
    own_generation: true,
};
const NODE: Kind = Kind {
    namespaced: false,
    name: NameForm::Subdomain,
    own_generation: true,
};
const PRIORITY_CLASS: Kind = Kind {
    namespaced: false,
    name: NameForm::Subdomain,
    own_generation: false,
};

/// Validates a DaemonSet, Pod, Node, Service or PriorityClass that strict decoding answered and that has its defaults:
/// as a new object, or as a change of the stored one. Of any other kind, it answers nothing.
///
/// `comparing_tolerations` is the feature gate `TaintTolerationComparisonOperators`, which 1.36 has off.
///
/// ```
/// use everynode::apiserver::{fill_in_defaults, validate};
/// use everynode::manifest::{Limits, strict};
/// let text = "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: high}\nvalue: 2000000000\n";
/// let mut object = strict(text, &Limits::default()).remove(0).object.unwrap();
/// fill_in_defaults(&mut object);
/// let errors = validate(&object, None, false).errors;
/// assert_eq!(
///     errors[0].to_string(),
///     "value: Forbidden: maximum allowed value of a user defined priority is 1000000000"
/// );
/// ```
///
/// Upstream: staging/src/k8s.io/apiserver/pkg/registry/rest/create.go BeforeCreate, update.go BeforeUpdate (v1.36.3)
#[must_use]
pub fn validate(
    object: &StoredStruct,
    old: Option<&StoredStruct>,
    comparing_tolerations: bool,
) -> Validation {
    let Some(metadata) = object.inner("metadata") else {
        return Validation::default();
    };
    let old = old.and_then(|old| Some((old, old.inner("metadata")?)));
    let mut errors = Errors::default();
    let mut warnings = Vec::new();
    let kind = schema::name(object.id);
    if let Some((_, old)) = old {
        let kind = Kind {
            namespaced: !matches!(kind, "v1.Node" | "v1.PriorityClass"),
            name: NameForm::PathSegment,
            own_generation: false,
        };
        metadata::on_create(&mut errors, metadata, kind, false);
        metadata::on_update(&mut errors, metadata, old);
    }
    let one = One {
        object,
        metadata,
        old,
        comparing_tolerations,
    };
    match kind {
        "v1.DaemonSet" => one.daemon_set(&mut errors, &mut warnings),
        "v1.Pod" => one.pod(&mut errors, &mut warnings),
        "v1.Node" => one.node(&mut errors, &mut warnings),
        "v1.Service" => one.service(&mut errors, &mut warnings),
        "v1.PriorityClass" => match old {
            None => priority_class::on_create(&mut errors, object, metadata),
            Some((before, old)) => {
                metadata::on_update(&mut errors, metadata, old);
                metadata::kube_finalizers(&mut errors, metadata);
                priority_class::on_update(&mut errors, object, before);
            }
        },
        _ => errors.found.clear(),
    }
    Validation {
        errors: errors.found,
        warnings: once(warnings),
    }
}

/// The first of equal texts.
///
/// Upstream: staging/src/k8s.io/apiserver/pkg/endpoints/filters/warning.go recorder (v1.36.3)
fn once(warnings: Vec<String>) -> Vec<String> {
    let mut seen = names::OwnNames::new();
    let mut kept = Vec::new();
    for text in warnings {
        if !seen.contains_key(text.as_str()) {
            seen.insert(text.clone(), 0);
            kept.push(text);
        }
    }
    kept
}

/// An object and, for a change, what is stored.
struct One<'o> {
    object: &'o StoredStruct,
    metadata: &'o StoredStruct,
    old: Option<(&'o StoredStruct, &'o StoredStruct)>,
    comparing_tolerations: bool,
}

impl One<'_> {
    fn daemon_set(&self, errors: &mut Errors, warnings: &mut Vec<String>) {
        let Some(spec) = self.object.inner("spec") else {
            return;
        };
        let old = self.old.and_then(|(old, _)| old.inner("spec"));
        let template = old.and_then(|old| old.inner("template"));
        let mut options = Options::of(
            template.and_then(|template| template.inner("spec")),
            template.and_then(|template| template.inner("metadata")),
            self.comparing_tolerations,
        );
        match (self.old, old) {
            (Some((_, metadata)), Some(old)) => {
                options.any_value_in_selector |= options::has_odd_selector(old);
                metadata::on_update(errors, self.metadata, metadata);
                metadata::kube_finalizers(errors, self.metadata);
                daemon_set::spec_update(errors, spec, old);
            }
            _ => {
                metadata::on_create(errors, self.metadata, POD, true);
                metadata::kube_finalizers(errors, self.metadata);
            }
        }
        daemon_set::spec(errors, spec, &options);
        let changes = old.is_none_or(|old| warnings::template_changes(spec, old));
        if errors.found.is_empty()
            && changes
            && let Some(template) = spec.inner("template")
            && let (Some(metadata), Some(pods)) =
                (template.inner("metadata"), template.inner("spec"))
        {
            let path = Some("spec.template");
            warnings::of_pod_spec(warnings, metadata, pods, path, &options);
        }
    }

    fn pod(&self, errors: &mut Errors, warnings: &mut Vec<String>) {
        let mut early = Vec::new();
        let pod = match self.old {
            None => prepare::new_pod(self.object, &mut early),
            Some(_) => prepare::changed_pod(self.object),
        };
        let Some(spec) = pod.inner("spec") else {
            return;
        };
        let old = self.old.map(|(old, _)| prepare::changed_pod(old));
        let old_spec = old.as_ref().and_then(|old| old.inner("spec"));
        let old_metadata = self.old.map(|(_, metadata)| metadata);
        let mut options = Options::of(old_spec, old_metadata, self.comparing_tolerations);
        options.is_pod = true;
        match old_metadata.zip(old_spec) {
            Some((old_metadata, old)) => {
                let metadata = (self.metadata, old_metadata);
                pod_update::check(errors, metadata, (spec, old), &options);
            }
            None => {
                pod::on_create(errors, self.metadata, spec, &options);
                // What preparing says, it says of a Pod that is refused too.
                warnings.append(&mut early);
                if errors.found.is_empty() {
                    warnings::of_pod(warnings, self.metadata, spec, &options);
                }
            }
        }
    }

    fn node(&self, errors: &mut Errors, warnings: &mut Vec<String>) {
        let mut node = self.object.clone();
        if let Some((old, old_metadata)) = self.old {
            // Only the server itself changes what is under `status`.
            node.add("status", old.get("status").clone());
            node::check(errors, &node, self.metadata, false);
            node::on_update(errors, &node, old, (self.metadata, old_metadata));
        } else {
            node::check(errors, &node, self.metadata, true);
        }
        if errors.found.is_empty()
            && let Some(spec) = self.object.inner("spec")
        {
            let old = self.old.and_then(|(old, _)| old.inner("spec"));
            warnings::of_node(warnings, spec, old);
        }
    }

    fn service(&self, errors: &mut Errors, warnings: &mut Vec<String>) {
        let service = match self.old {
            Some((old, _)) => prepare::changed_service(self.object, old),
            None => self.object.clone(),
        };
        let Some(spec) = service.inner("spec") else {
            return;
        };
        let old = self.old;
        let old = old.and_then(|(old, metadata)| Some((metadata, old.inner("spec")?)));
        if let Some((old_metadata, old)) = old {
            metadata::on_update(errors, self.metadata, old_metadata);
            metadata::kube_finalizers(errors, self.metadata);
            service_addresses::on_update(errors, spec, old);
            service::balancer_class(errors, spec, Some(old));
            let port = "healthCheckNodePort";
            if service::needs_health_check(old)
                && service::needs_health_check(spec)
                && old.int(port) != spec.int(port)
            {
                let path = path::Path::new("spec");
                errors.forbidden(&path.field(port), field_error::IMMUTABLE);
            }
        } else {
            metadata::on_create(errors, self.metadata, SERVICE, true);
            metadata::kube_finalizers(errors, self.metadata);
        }
        service::check(errors, self.metadata, spec, old);
        if errors.found.is_empty() {
            warnings::of_service(warnings, self.metadata, spec);
        }
    }
}
