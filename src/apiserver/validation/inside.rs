//! A struct as the server's inside prints it: Go's names, everything written, in the order of the inner type.

use crate::manifest::{StoredStruct, StoredValue, go_json_string};
use crate::model::write_json_comma;
use crate::schema::{self, Field, Item, Shape};

/// Orders of inner types that differ from the API's, fields under their names in the API.
const ORDERS: [(&str, &str); 4] = [
    (
        "v1.PodSpec",
        "volumes initContainers containers ephemeralContainers restartPolicy terminationGracePeriodSeconds activeDeadlineSeconds dnsPolicy nodeSelector serviceAccountName automountServiceAccountToken nodeName securityContext imagePullSecrets hostname subdomain setHostnameAsFQDN affinity schedulerName tolerations hostAliases priorityClassName priority preemptionPolicy dnsConfig readinessGates runtimeClassName overhead enableServiceLinks topologySpreadConstraints os schedulingGates resourceClaims resources hostnameOverride schedulingGroup",
    ),
    (
        "v1.Volume",
        "name hostPath emptyDir gcePersistentDisk awsElasticBlockStore gitRepo secret nfs iscsi glusterfs persistentVolumeClaim rbd quobyte flexVolume cinder cephfs flocker downwardAPI fc azureFile configMap vsphereVolume azureDisk photonPersistentDisk projected portworxVolume scaleIO storageos csi ephemeral image",
    ),
    (
        "v1.PodSecurityContext",
        "seLinuxOptions windowsOptions runAsUser runAsGroup runAsNonRoot supplementalGroups supplementalGroupsPolicy fsGroup fsGroupChangePolicy sysctls seccompProfile appArmorProfile seLinuxChangePolicy",
    ),
    (
        "v1.ServicePort",
        "name protocol appProtocol port targetPort nodePort",
    ),
];

/// Fields that Go names otherwise than with a capital letter.
const GO_NAMES: &str = "apiGroup=APIGroup apiVersion=APIVersion awsElasticBlockStore=AWSElasticBlockStore cephfs=CephFS chapAuthDiscovery=DiscoveryCHAPAuth chapAuthSession=SessionCHAPAuth csi=CSI diskURI=DataDiskURI dnsConfig=DNSConfig dnsPolicy=DNSPolicy fc=FC fsGroup=FSGroup fsGroupChangePolicy=FSGroupChangePolicy fsType=FSType gcePersistentDisk=GCEPersistentDisk gmsaCredentialSpec=GMSACredentialSpec gmsaCredentialSpecName=GMSACredentialSpecName grpc=GRPC httpGet=HTTPGet httpHeaders=HTTPHeaders ip=IP iqn=IQN iscsi=ISCSI iscsiInterface=ISCSIInterface nfs=NFS os=OS pdName=PDName rbd=RBD seLinuxChangePolicy=SELinuxChangePolicy seLinuxOptions=SELinuxOptions sslEnabled=SSLEnabled storageos=StorageOS tcpSocket=TCPSocket tty=TTY wwids=WWIDs endpoints=EndpointsName";

/// The same for one type alone.
const RBD_NAMES: &str = "monitors=CephMonitors image=RBDImage pool=RBDPool user=RadosUser";

/// As JSON of the inner type.
pub(super) fn json(value: &StoredStruct) -> String {
    let mut out = String::new();
    write(&mut out, value);
    out
}

/// A Pod's spec, whose fields about the host are in the security context inside.
pub(super) fn pod_spec_json(spec: &StoredStruct) -> String {
    let mut out = String::new();
    write_fields(&mut out, spec, Some(spec));
    out
}

/// A list of structs as JSON of the inner type.
pub(super) fn json_list<'s>(items: impl Iterator<Item = &'s StoredStruct>) -> String {
    let mut out = "[".to_owned();
    for item in items {
        write_json_comma(&mut out);
        write(&mut out, item);
    }
    out.push(']');
    out
}

fn write(out: &mut String, of: &StoredStruct) {
    match schema::name(of.id) {
        // The server has these types as the API has them.
        "v1.LabelSelector"
        | "v1.LabelSelectorRequirement"
        | "v1.ObjectMeta"
        | "v1.OwnerReference" => out.push_str(&of.to_json()),
        _ => write_fields(out, of, None),
    }
}

fn write_fields(out: &mut String, of: &StoredStruct, pod: Option<&StoredStruct>) {
    let known = schema::name(of.id);
    out.push('{');
    let order = ORDERS.iter().find(|(name, _)| *name == known);
    if known == "v1.PodSecurityContext"
        && let Some(pod) = pod
    {
        for name in [
            "hostNetwork",
            "hostPID",
            "hostIPC",
            "shareProcessNamespace",
            "hostUsers",
        ] {
            if let Some(field) = schema::field(pod.id, name) {
                member(out, known, field, pod, None);
            }
        }
    }
    match order {
        Some((_, order)) => {
            for name in order.split(' ') {
                if let Some(field) = schema::field(of.id, name) {
                    member(out, known, field, of, pod);
                }
            }
        }
        None => {
            for field in schema::fields(of.id) {
                member(out, known, field, of, None);
            }
        }
    }
    out.push('}');
}

fn member(
    out: &mut String,
    known: &str,
    field: &Field,
    of: &StoredStruct,
    pod: Option<&StoredStruct>,
) {
    // Metadata are part of this struct inside, and keep the API's names.
    if (known, field.name) == ("v1.PersistentVolumeClaimTemplate", "metadata") {
        let json = of.inner(field.name).map(StoredStruct::to_json);
        let members = json
            .as_deref()
            .and_then(|json| json.strip_prefix('{')?.strip_suffix('}'));
        if let Some(members) = members.filter(|members| !members.is_empty()) {
            out.push_str(members);
        }
        return;
    }
    write_json_comma(out);
    go_json_string(out, &go_name(known, field.name));
    out.push(':');
    match (field.name, field.item) {
        ("securityContext", Item::Struct(id)) if pod.is_some() => {
            let empty = StoredStruct::new(id);
            write_fields(out, of.inner(field.name).unwrap_or(&empty), pod);
        }
        ("serviceAccountName", _) if pod.is_some() => {
            go_json_string(out, super::pod::service_account(of));
        }
        _ => one(out, field, of.get(field.name)),
    }
}

/// The field's name in Go.
fn go_name(of: &str, name: &str) -> String {
    let find = |names: &'static str| {
        let mut pairs = names.split(' ').filter_map(|pair| pair.split_once('='));
        pairs.find(|(known, _)| *known == name).map(|(_, own)| own)
    };
    let own = match of {
        "v1.RBDVolumeSource" => find(RBD_NAMES),
        _ => None,
    };
    if let Some(own) = own.or_else(|| find(GO_NAMES)) {
        return own.to_owned();
    }
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn one(out: &mut String, field: &Field, value: &StoredValue) {
    match value {
        // Behind no pointer in the inner types, whatever the API's have.
        StoredValue::Null if field.item == Item::IntOrString => out.push('0'),
        StoredValue::Null if field.shape == Shape::One && !field.pointer => match field.item {
            Item::Bool => out.push_str("false"),
            Item::Int32 | Item::Int64 | Item::IntOrString => out.push('0'),
            Item::String => out.push_str("\"\""),
            Item::Quantity => out.push_str("\"0\""),
            Item::Struct(id) => write(out, &StoredStruct::new(id)),
            Item::Time | Item::Raw => out.push_str("null"),
        },
        StoredValue::Struct(inner) => write(out, inner),
        StoredValue::List(items) => list(out, field, items),
        other => out.push_str(&other.to_json()),
    }
}

fn list(out: &mut String, field: &Field, items: &[StoredValue]) {
    out.push('[');
    for item in items {
        write_json_comma(out);
        one(out, field, item);
    }
    out.push(']');
}
