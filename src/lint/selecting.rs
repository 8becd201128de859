use super::{Container, ContainerKind, Context, Subject};
use crate::manifest::View;
use crate::matching::{LabelOperator, LabelRequirement};

/// The first pair or expression of a label selector that labels do not fulfil. What cannot be parsed is somebody else's
/// finding.
pub(super) fn unfulfilled<'a>(selector: View<'a>, labels: View<'_>) -> Option<View<'a>> {
    for (key, pair) in selector.get("matchLabels").entries() {
        let label = labels.get(key);
        if !label.exists() || label.text() != pair.text() {
            return Some(pair);
        }
    }
    for expression in selector.get("matchExpressions").items() {
        let Some(operator) = LabelOperator::parse(expression.get("operator").text()) else {
            continue;
        };
        let mut values = Vec::new();
        for value in expression.get("values").items() {
            values.push(value.text().to_owned());
        }
        let key = expression.get("key").text();
        let label = labels.get(key);
        let value = label.exists().then(|| label.text());
        if let Ok(requirement) = LabelRequirement::new(key, operator, &values, "")
            && !requirement.matches_value(value)
        {
            return Some(expression);
        }
    }
    None
}

impl<'a> Context<'a> {
    /// What the selector asks for and an update takes from the template: the selector is the old one, and the old template had it.
    pub(super) fn dropped_label(&self) -> Option<View<'a>> {
        let old = self.old()?;
        let selector = |subject: &Subject<'a>| Some(&subject.judged?.daemon_set.spec.selector);
        let was_fine = unfulfilled(old.selector, old.labels).is_none();
        let is_same = selector(old) == selector(self.subject);
        let lacks = unfulfilled(self.selector, self.labels);
        lacks.filter(|_| was_fine && is_same)
    }
}

impl Context<'_> {
    /// Whether it looks like what a tool merges into a whole object: no selector, no labels, no containers with images.
    #[must_use]
    pub fn is_patch(&self) -> bool {
        let mut containers = self.containers.iter();
        let is_whole = |container: &Container<'_>| {
            container.kind == ContainerKind::Main && !container.image().is_empty()
        };
        !self.selector.exists() && !self.labels.exists() && !containers.any(is_whole)
    }

    /// Whether other objects stand in the same file.
    #[must_use]
    pub fn has_company(&self) -> bool {
        let own = self.object.place;
        let mut others = self.input.subjects.iter().map(|other| other.object.place);
        others.any(|other| other.file == own.file && other != own)
    }

    /// Whether a label selector selects the Pods of the template.
    #[must_use]
    pub fn selects_itself(&self, selector: View<'_>) -> bool {
        selector.is_map() && unfulfilled(selector, self.labels).is_none()
    }
}
