use super::ScenarioGiven;
use crate::apiserver::{
    Misfit, MisfitKind, PatchType, daemon_set_of, default_daemon_set, makes_the_same_pods, patch,
    stored_daemon_set,
};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{DaemonSet, Defaulted, Json, PodTemplateSpec};
use crate::source::{FieldPath, Segment};
use crate::workspace::document::Document;
use std::sync::Arc;

/// The DaemonSet while a scenario goes on.
pub(super) struct Stored {
    /// `None` where only a part of it is known.
    json: Option<Json>,
    typed: Defaulted<DaemonSet>,
    /// The templates that were stored, each once, the last one last: as revisions are numbered.
    templates: Vec<(PodTemplateSpec, Option<Json>)>,
}

impl Stored {
    pub(super) fn new(given: ScenarioGiven<'_>) -> Self {
        let mut stored = Self {
            json: given.stored,
            typed: given.new.clone(),
            templates: Vec::new(),
        };
        if let Some(old) = given.old {
            stored.remember(&old.spec.template, None);
        }
        stored.remember_own();
        stored
    }

    fn remember(&mut self, template: &PodTemplateSpec, json: Option<Json>) {
        self.templates
            .retain(|(known, _)| !makes_the_same_pods(known, template));
        self.templates.push((template.clone(), json));
    }

    fn remember_own(&mut self) {
        let json = self
            .json
            .as_ref()
            .and_then(|json| json.at(&["spec", "template"]));
        let (json, template) = (json.cloned(), self.typed.spec.template.clone());
        self.remember(&template, json);
    }

    /// A whole manifest is applied.
    pub(super) fn update(
        &mut self,
        manifest: &Json,
        at: &FieldPath,
        document: &mut Document<'_>,
    ) -> Option<Arc<Defaulted<DaemonSet>>> {
        if !matches!(manifest, Json::Map(_)) {
            document.wanted(at, "a manifest of the DaemonSet", manifest);
            return None;
        }
        let name = manifest.at(&["metadata", "name"]).and_then(Json::as_text);
        let own = &self.typed.metadata.name;
        if name.is_some_and(|name| name != own) {
            let name = name.unwrap_or_default();
            let message =
                format!("this is a manifest of `{name}`, and the update is one of `{own}`");
            document.say(Rule::SCENARIO_TARGET, at, message, None);
            return None;
        }
        self.store(manifest.clone(), at, document)
    }

    /// A patch is applied: a list is a JSON patch, a map a strategic merge patch.
    pub(super) fn patch(
        &mut self,
        given: &Json,
        at: &FieldPath,
        document: &mut Document<'_>,
    ) -> Option<Arc<Defaulted<DaemonSet>>> {
        let kind = match given {
            Json::List(_) => PatchType::Json,
            _ => PatchType::Strategic,
        };
        let json = self.whole(at, document)?;
        match patch(json, given.clone(), kind) {
            Ok(patched) => self.store(patched, at, document),
            Err(fault) => {
                let at = joined(at, &fault.at);
                document.say(Rule::PATCH_FAILS, &at, fault.message, None);
                None
            }
        }
    }

    /// Containers get other images.
    pub(super) fn set_image(
        &mut self,
        images: &Json,
        at: &FieldPath,
        document: &mut Document<'_>,
    ) -> Option<Arc<Defaulted<DaemonSet>>> {
        if !matches!(images, Json::Map(_)) {
            document.wanted(at, "a map of images by container", images);
            return None;
        }
        let mut json = self.whole(at, document)?;
        let before = document.found();
        for (name, image) in images.members() {
            let at = at.clone().field(name);
            if image.as_text().is_none_or(str::is_empty) {
                document.wanted(&at, "an image", image);
                continue;
            }
            let mut found = false;
            for list in ["initContainers", "containers"] {
                let containers = json.at_mut(&["spec", "template", "spec", list]);
                for container in containers.into_iter().flat_map(Json::items_mut) {
                    if container.get("name").and_then(Json::as_text) == Some(name) {
                        container.set("image", image.clone());
                        found = true;
                    }
                }
            }
            if !found {
                let message = format!("no container is called `{name}`");
                document.say(Rule::SCENARIO_TARGET, &at, message, None);
            }
        }
        // kubectl sets all of them or none.
        (document.found() == before).then_some(())?;
        self.store(json, at, document)
    }

    /// The template before the stored one comes back, as `kubectl rollout undo` has it.
    pub(super) fn roll_back(
        &mut self,
        at: &FieldPath,
        document: &mut Document<'_>,
    ) -> Option<Arc<Defaulted<DaemonSet>>> {
        let Some((template, json)) = self.templates.iter().rev().nth(1).cloned() else {
            let message = "no template was stored before this one".to_owned();
            document.say(Rule::SCENARIO_TARGET, at, message, None);
            return None;
        };
        match (&mut self.json, json) {
            (Some(own), Some(json)) => {
                if let Some(spec) = own.get_mut("spec") {
                    spec.set("template", json);
                }
            }
            (own, _) => *own = None,
        }
        let mut daemon_set = (*self.typed).clone();
        daemon_set.spec.template = template;
        self.typed = default_daemon_set(daemon_set);
        self.remember_own();
        Some(Arc::new(self.typed.clone()))
    }

    /// The DaemonSet with all its fields; a finding where that is not known.
    fn whole(&self, at: &FieldPath, document: &mut Document<'_>) -> Option<Json> {
        if self.json.is_none() {
            let message = "only a part of the stored DaemonSet is known".to_owned();
            let why = "What is to be patched must be there as a whole manifest.";
            document.say(Rule::SCENARIO_TARGET, at, message, Some(why));
        }
        self.json.clone()
    }

    fn store(
        &mut self,
        json: Json,
        at: &FieldPath,
        document: &mut Document<'_>,
    ) -> Option<Arc<Defaulted<DaemonSet>>> {
        let (json, misfits) = stored_daemon_set(json);
        let mut fits = true;
        for Misfit { at: below, kind } in misfits {
            let at = joined(at, &below);
            fits &= matches!(kind, MisfitKind::Unknown(_));
            let (rule, message, help) = match kind {
                MisfitKind::Type(wanted) => (
                    Rule::SCENARIO_VALUE,
                    format!("`{below}` must be {wanted}"),
                    None,
                ),
                MisfitKind::Unknown(nearest) => (
                    Rule::SCENARIO_FIELD,
                    format!("the API has no field `{below}`"),
                    nearest.map(|nearest| format!("The nearest name is `{nearest}`.")),
                ),
            };
            document.add(&at, |place| {
                let finding = Diagnostic::new(rule, place, message).at(at.clone());
                match help {
                    Some(help) => finding.help(help),
                    None => finding,
                }
            });
        }
        if !fits {
            return None;
        }
        let Some(typed) = daemon_set_of(&json) else {
            document.wanted(at, "a DaemonSet", &json);
            return None;
        };
        (self.json, self.typed) = (Some(json), typed);
        self.remember_own();
        Some(Arc::new(self.typed.clone()))
    }
}

/// One way behind another.
fn joined(at: &FieldPath, below: &FieldPath) -> FieldPath {
    let segments = below.segments().iter();
    segments.fold(at.clone(), |path, segment| match segment {
        Segment::Field(name) => path.field(name),
        Segment::Index(index) => path.index(*index as usize),
    })
}
