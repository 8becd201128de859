use super::Subject;
use crate::manifest::View;

/// A ConfigMap or a Secret that a Pod asks for by name.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'a> {
    /// `ConfigMap` or `Secret`.
    pub kind: &'static str,
    /// The name as it is written.
    pub name: View<'a>,
    /// Whether the Pod starts without it.
    pub is_optional: bool,
}

const CONFIG_MAP: &str = "ConfigMap";
const SECRET: &str = "Secret";

impl<'a> Subject<'a> {
    /// Every ConfigMap and Secret that containers and volumes ask for, in the order of the manifest; what pulls images is not
    /// among them.
    #[must_use]
    pub fn references(&self) -> Vec<Reference<'a>> {
        let mut found = Vec::new();
        let mut add = |kind, source: View<'a>, name: &str| {
            let name = source.get(name);
            let is_optional = source.get("optional").is_true();
            if !name.text().is_empty() {
                found.push(Reference {
                    kind,
                    name,
                    is_optional,
                });
            }
        };
        for container in &self.containers {
            for variable in container.env() {
                let from = variable.get("valueFrom");
                add(CONFIG_MAP, from.get("configMapKeyRef"), "name");
                add(SECRET, from.get("secretKeyRef"), "name");
            }
            for source in container.view.get("envFrom").items() {
                add(CONFIG_MAP, source.get("configMapRef"), "name");
                add(SECRET, source.get("secretRef"), "name");
            }
        }
        for volume in self.pod.get("volumes").items() {
            add(CONFIG_MAP, volume.get("configMap"), "name");
            add(SECRET, volume.get("secret"), "secretName");
            for source in volume.at("projected.sources").items() {
                add(CONFIG_MAP, source.get("configMap"), "name");
                add(SECRET, source.get("secret"), "name");
            }
        }
        found
    }

    /// Whether its Pods read a ConfigMap of this name.
    #[must_use]
    pub fn uses_config_map(&self, name: &str) -> bool {
        let mut references = self.references().into_iter();
        references.any(|one| one.kind == CONFIG_MAP && one.name.text() == name)
    }
}
