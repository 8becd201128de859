use crate::apiserver::makes_the_same_pods;
use crate::model::{ControllerRevision, PodTemplateSpec};

/// The templates that Pods were made from, numbered. One that comes back has its number again, as its revision has its
/// hash.
#[derive(Clone, Debug, Default)]
pub(super) struct Templates(Vec<PodTemplateSpec>);

impl Templates {
    /// A template of which nothing is known but that it is none of the others.
    pub(super) const UNKNOWN: u32 = u32::MAX;

    /// The number of a template.
    pub(super) fn number(&mut self, template: &PodTemplateSpec) -> u32 {
        let known = |known: &PodTemplateSpec| makes_the_same_pods(known, template);
        let position = self.0.iter().position(known).unwrap_or_else(|| {
            self.0.push(template.clone());
            self.0.len() - 1
        });
        u32::try_from(position).unwrap_or(Self::UNKNOWN)
    }

    /// The number of the template that a revision holds.
    pub(super) fn number_of_revision(&mut self, revision: &ControllerRevision) -> u32 {
        if revision.template.is_empty() {
            return Self::UNKNOWN;
        }
        self.number(&PodTemplateSpec {
            canonical: revision.template.clone(),
            stored: true,
            ..PodTemplateSpec::default()
        })
    }
}
