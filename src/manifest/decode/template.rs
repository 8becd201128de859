//! A Pod template as canonical JSON, to tell whether two of them are the same.

use crate::manifest::tree::Node;
use crate::manifest::value::json;
use crate::model::Json;

/// The template of an object: JSON with sorted keys and without spaces, nulls and the `$patch` directive.
///
/// A null says nothing: the controller reads the object into its type and writes that.
///
/// Upstream: pkg/controller/daemon/update.go getPatch (v1.36.3)
pub(crate) fn canonical_json(node: Node<'_>) -> String {
    let mut template = json(node);
    template.drop_nulls();
    without_directives(template).to_text()
}

/// The template that a ControllerRevision's data hold: the same, but with nulls, because the controller compares the
/// data byte by byte. Controllers before 1.34 wrote `creationTimestamp: null`; to one of 1.36 such a revision holds
/// another template. `None` where the data don't say that the template is to be replaced.
///
/// Upstream: pkg/controller/daemon/update.go Match (v1.36.3)
pub(crate) fn canonical_revision(node: Node<'_>) -> Option<String> {
    let directive = node.get("$patch")?;
    (directive.text() == "replace").then(|| without_directives(json(node)).to_text())
}

fn without_directives(mut template: Json) -> Json {
    template.remove("$patch");
    template
}
