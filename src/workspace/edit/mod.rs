//! A change of a Pod template as edits of the user's own text, which keep its style and its comments.

mod diff;
mod item;
mod meant;
mod mended;
mod quotes;
mod sheet;
mod snippet;

use super::{ObjectId, Workspace};
use crate::diagnostic::TextEdit;
use crate::manifest::{Object, Typed};
use crate::model::{PodSpec, TolerationOperator};
use crate::placement::{Change, RequirementAt};
use crate::source::{FieldPath, Place, SourceMap, TextRange, edited, find};
use item::Item;
use meant::is_meant;
pub(super) use mended::mended;
pub(super) use quotes::{Quotes, scalar};
use sheet::Sheet;

pub use snippet::snippet;

/// A change of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edited {
    /// In the order of the text. They do not overlap, and refer to the text before all of them.
    pub edits: Vec<TextEdit>,
    /// The lines that change with a few around them, by their signs: ` ` kept, `-` removed, `+` added.
    pub diff: Vec<(char, String)>,
}

impl Workspace {
    /// Changes of a DaemonSet's template as edits of the text that it was read from. `map` is the object's own.
    ///
    /// `None` where the text does not allow it: where it hands the fields on by anchors, where it leaves too much out,
    /// or where what is read from the edited text would not be the changed DaemonSet.
    ///
    /// ```
    /// use everynode::placement::Change;
    /// use everynode::workspace::{ObjectId, Workspace};
    /// let mut workspace = Workspace::new();
    /// workspace.set_text("pod.yaml", "nodeSelector:\n  disk: ssd # fast\n  zone: a\ncontainers: []\n");
    /// let pod = workspace.cluster().daemon_sets[0].object;
    /// let change = Change::RemoveSelector { key: "disk".into(), value: "ssd".into() };
    /// let edited = workspace.edit(pod, &workspace.source_map(pod), &[change]).unwrap();
    /// assert_eq!(edited.edits[0].new_text, "");
    /// assert_eq!(edited.diff[0], ('-', "disk: ssd # fast".to_owned()));
    /// ```
    #[must_use]
    pub fn edit(&self, id: ObjectId, map: &SourceMap, changes: &[Change]) -> Option<Edited> {
        let object = self.object(id)?;
        let Typed::DaemonSet(daemon_set) = &object.typed else {
            return None;
        };
        let text = &self.file(id.file)?.text;
        if merges(object.place.range.of(text)) {
            return None;
        }
        let mut sheet = Sheet::new(text, map);
        plan(&mut sheet, changes, &daemon_set.spec.template.spec)?;
        let edits = sheet.finish()?;
        if !is_meant(object, daemon_set, changes, text, &edits) {
            return None;
        }
        let diff = diff::diff(text, &edits);
        let edits = edits.into_iter().map(|(range, new_text)| TextEdit {
            place: Place {
                file: id.file,
                range,
            },
            new_text,
        });
        Some(Edited {
            edits: edits.collect(),
            diff,
        })
    }
}

/// Whether a map takes fields over from elsewhere, where others read them, too.
fn merges(text: &str) -> bool {
    let mut rest = text;
    while let Some(behind) = find(rest, "<<").and_then(|at| rest.get(at + 2..)) {
        if behind.trim_start_matches(' ').starts_with(':') {
            return true;
        }
        rest = behind;
    }
    false
}

/// An object larger than this is not edited: it has to be read again. Written by hand, none is.
const LARGEST: u32 = 256 << 10;

/// The text of an object alone, and the same with edits; `None` where there are none, or where it is large.
fn alone(object: &Object, text: &str, edits: &[(TextRange, String)]) -> Option<(String, String)> {
    let around = object.place.range.cover(edits.first()?.0);
    let around = around.cover(edits.last()?.0);
    // The first line of a list item begins behind its dash; in its column again, the lines stand as they should.
    let line = TextRange::new(0, around.start)
        .of(text)
        .rsplit('\n')
        .next()?;
    let column = " ".repeat(line.chars().count());
    let written = |edits| [&*column, &edited(text, around, edits)].concat();
    (around.len() <= LARGEST).then(|| (written(&[]), written(edits)))
}

/// Turns changes into operations on the text.
fn plan(sheet: &mut Sheet<'_>, changes: &[Change], pod: &PodSpec) -> Option<()> {
    let template = FieldPath::of(&["spec", "template", "spec"]);
    let tolerations = template.clone().field("tolerations");
    let selector = template.clone().field("nodeSelector");
    let toleration = |index: u32| tolerations.clone().index(index as usize);
    let mut no_pairs: Vec<FieldPath> = Vec::new();
    let mut no_fields: Vec<FieldPath> = Vec::new();
    let mut added: Vec<Vec<(&'static str, &str)>> = Vec::new();
    for change in changes {
        match change {
            Change::Tolerate(own) => added.push(snippet::fields(own)),
            Change::Loosen {
                toleration: index,
                any_value,
                any_effect,
            } => loosen(sheet, &toleration(*index), *any_value, *any_effect)?,
            Change::TolerationKey {
                toleration: index,
                to,
                ..
            } => sheet.set(&toleration(*index).field("key"), to)?,
            Change::SelectorValue { key, to, .. } => sheet.set(&selector.clone().field(key), to)?,
            Change::SelectorKey { from, to, .. } => {
                sheet.rename(&selector.clone().field(from), to)?;
            }
            Change::RemoveSelector { key, .. } => no_pairs.push(selector.clone().field(key)),
            Change::RequirementKey { at, to, .. } => {
                sheet.set(&requirement(*at).field("key"), to)?;
            }
            Change::RequirementValue { at, value, to, .. } => {
                let values = requirement(*at).field("values");
                sheet.set(&values.index(*value as usize), to)?;
            }
            Change::AddValue { at, value, .. } => {
                sheet.append(&requirement(*at).field("values"), &[Item::Text(value)])?;
            }
            Change::RemoveValue { at, value, .. } => {
                let values = requirement(*at).field("values");
                let own = at.of(pod)?.values.iter().enumerate();
                let gone = own.filter(|(_, own)| *own == value);
                let gone: Vec<_> = gone.map(|(i, _)| values.clone().index(i)).collect();
                sheet.remove(&values, &gone)?;
            }
            Change::RemoveNodeName { .. } => no_fields.push(template.clone().field("nodeName")),
        }
    }
    if !no_pairs.is_empty() && no_pairs.len() == pod.node_selector.len() {
        no_fields.push(selector);
    } else if !no_pairs.is_empty() {
        sheet.remove(&selector, &no_pairs)?;
    }
    if !no_fields.is_empty() {
        sheet.remove(&template, &no_fields)?;
    }
    if !added.is_empty() {
        let items: Vec<Item<'_>> = added.iter().map(|own| Item::Fields(own)).collect();
        sheet.append(&tolerations, &items)?;
    }
    Some(())
}

fn requirement(at: RequirementAt) -> FieldPath {
    let terms = FieldPath::of(&[
        "spec",
        "template",
        "spec",
        "affinity",
        "nodeAffinity",
        "requiredDuringSchedulingIgnoredDuringExecution",
        "nodeSelectorTerms",
    ]);
    let term = terms.index(at.term as usize);
    term.field("matchExpressions").index(at.index as usize)
}

/// A toleration that compares less.
fn loosen(
    sheet: &mut Sheet<'_>,
    toleration: &FieldPath,
    any_value: bool,
    any_effect: bool,
) -> Option<()> {
    let at = |name: &str| toleration.clone().field(name);
    let (operator, value, effect) = (at("operator"), at("value"), at("effect"));
    let exists = TolerationOperator::Exists;
    let mut gone = Vec::new();
    if any_value {
        match (sheet.has(&operator), sheet.has(&value)) {
            (true, both) => {
                sheet.set(&operator, exists.as_str())?;
                gone.extend(both.then_some(value));
            }
            (false, true) => sheet.exchange(&value, "operator", exists.as_str())?,
            (false, false) => sheet.put_field(&at("key"), "operator", exists.as_str())?,
        }
    }
    if any_effect && sheet.has(&effect) {
        gone.push(effect);
    }
    match gone.is_empty() {
        true => Some(()),
        false => sheet.remove(toleration, &gone),
    }
}
