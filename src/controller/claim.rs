use crate::matching::Selector;
use crate::model::ObjectMeta;

/// The kind of the objects that control daemon Pods and their revisions.
pub(super) const KIND: &str = "DaemonSet";

/// What a controller makes of an object that it controls or that nobody controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// It controls it, and the selector matches.
    Owned,
    /// Nobody controls it, and the selector matches: it takes control.
    Adopted,
    /// It controls it, and the selector does not match: it lets go.
    Released,
    /// It leaves it alone.
    Ignored,
}

impl Claim {
    /// Whether the object counts as the controller's from now on.
    pub(super) fn holds(self) -> bool {
        matches!(self, Self::Owned | Self::Adopted)
    }
}

/// Decides about one object.
///
/// DIFFERENCE: a DaemonSet without a uid, which no cluster has, controls what names it as its controller.
///
/// Upstream: pkg/controller/controller_ref_manager.go BaseControllerRefManager.ClaimObject (v1.36.3)
pub(super) fn claim(daemon_set: &ObjectMeta, selector: &Selector, object: &ObjectMeta) -> Claim {
    let deleting = daemon_set.deletion_timestamp.is_some();
    let matches = selector.matches(&object.labels);
    if let Some(controller) = object.controller_of() {
        let ours = match daemon_set.uid.as_str() {
            "" => controller.kind == KIND && controller.name == daemon_set.name,
            uid => controller.uid == uid,
        };
        return match (ours, matches) {
            (true, true) => Claim::Owned,
            (true, false) if !deleting => Claim::Released,
            _ => Claim::Ignored,
        };
    }
    if matches
        && !deleting
        && object.deletion_timestamp.is_none()
        && object.namespace == daemon_set.namespace
    {
        Claim::Adopted
    } else {
        Claim::Ignored
    }
}
