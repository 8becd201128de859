use super::candidates::{Candidate, CandidateKind, Candidates};
use super::known::Said;
use super::trail::{Known, Step, Typed, one};
use crate::manifest::{Outline, SlotId, SlotKind, Spot};
use crate::schema::{self, Item, Shape, TypeId};
use crate::source::{Place, TextRange};
use crate::words::field_type;
use crate::workspace::Workspace;
use crate::workspace::edit::{Quotes, scalar};

/// The most candidates of one answer: more than anybody reads.
const MOST: usize = 1000;

/// How what is inserted goes on.
#[derive(Clone, Copy)]
struct Writing {
    /// The column of the key; `None` within brackets.
    column: Option<u32>,
    /// The dash of a new item comes first.
    dash: bool,
    /// The colon is there already, or the quotes are.
    name_only: bool,
    /// Keys and texts are in quotes, as JSON has them.
    json: bool,
    /// How far dashes stand behind the key of their list.
    list: u32,
}

impl Workspace {
    /// What may stand at a byte of an open text: fields of the struct around that it does not have yet, values of the field, keys and
    /// values of labels and taints that Nodes have. `None` where nothing that is known may stand.
    ///
    /// What stands there is to be replaced, as a whole; whoever shows candidates filters them by it.
    ///
    /// ```
    /// use everynode::workspace::Workspace;
    /// let mut workspace = Workspace::new();
    /// workspace.set_text("a.yaml", "tolerations:\n- key: gpu\n  op");
    /// let found = workspace.complete("a.yaml", 28).unwrap();
    /// let inserts: Vec<&str> = found.all.iter().map(|candidate| candidate.insert.as_str()).collect();
    /// assert_eq!(inserts, ["operator: ", "value: ", "effect: ", "tolerationSeconds: "]);
    /// ```
    pub fn complete(&mut self, file: &str, byte: u32) -> Option<Candidates> {
        let (id, source) = self.manifest(file)?;
        // What is asked of the Nodes below wants the workspace whole.
        let text = source.text.clone();
        let typed = Typed::new(Outline::around(file, &text, byte)?);
        let (range, mut all) = self.candidates(&typed, byte)?;
        let written = typed.outline.written(range).trim_matches(['"', '\'']);
        let cut = all.len() > MOST;
        if cut {
            all.retain(|candidate| candidate.label.starts_with(written));
            all.truncate(MOST);
        }
        let place = Place { file: id, range };
        (!all.is_empty()).then_some(Candidates { place, all, cut })
    }

    fn candidates(&mut self, typed: &Typed<'_>, byte: u32) -> Option<(TextRange, Vec<Candidate>)> {
        let outline = &typed.outline;
        let json = outline.slot(outline.document())?.is_flow();
        let list = outline.list_indent().unwrap_or_default();
        let writing = Writing {
            column: None,
            dash: false,
            name_only: false,
            json,
            list,
        };
        match outline.spot() {
            Spot::Key(id) => {
                let slot = outline.slot(id)?;
                if slot.kind != SlotKind::Field {
                    return None;
                }
                let writing = Writing {
                    name_only: true,
                    ..writing
                };
                let range = within_quotes(slot.key, outline.written(slot.key));
                let all = self.names(typed, slot.parent, Some(id), writing)?;
                Some((range, all))
            }
            Spot::Word(id) => {
                let slot = outline.slot(id)?;
                let written = outline.written(slot.value);
                let range = within_quotes(slot.value, written);
                let writing = Writing {
                    column: slot.column,
                    name_only: range != slot.value,
                    ..writing
                };
                let all = match typed.standing(id)?.known {
                    Known::Value(_) => self.values(typed, id, written, ""),
                    _ => self.names(typed, slot.parent, Some(id), writing),
                };
                Some((range, all?))
            }
            Spot::Gap { within, column } => {
                let writing = Writing { column, ..writing };
                let all = match typed.standing(within)?.known {
                    Known::Value(_) => self.values(typed, within, "", ""),
                    _ => self.names(typed, within, None, writing),
                };
                Some((TextRange::at(byte), all?))
            }
            Spot::Value(id, range) => {
                let written = outline.written(range);
                let before =
                    outline.written(TextRange::new(range.start.saturating_sub(1), range.start));
                let space = if matches!(before, ":" | "-") { " " } else { "" };
                let all = self.values(typed, id, written, space)?;
                Some((within_quotes(range, written), all))
            }
            Spot::Nowhere => None,
        }
    }

    /// Names that may stand in a slot beside those that do.
    fn names(
        &mut self,
        typed: &Typed<'_>,
        within: SlotId,
        own: Option<SlotId>,
        writing: Writing,
    ) -> Option<Vec<Candidate>> {
        let standing = typed.standing(within)?;
        let mut taken: Vec<&str> = Vec::new();
        for (id, slot) in typed.outline.children(within) {
            if Some(id) != own {
                taken.push(typed.outline.key(slot));
            }
        }
        match standing.known {
            Known::Struct(of) => Some(fields(of, &taken, writing)),
            // A new item begins with one of its fields.
            Known::List(field) => match one(field) {
                Known::Struct(of) if writing.column.is_some() => Some(fields(
                    of,
                    &[],
                    Writing {
                        dash: true,
                        ..writing
                    },
                )),
                Known::Value(_) => {
                    let dash = if writing.column.is_some() { "- " } else { "" };
                    self.values(typed, within, "", dash)
                }
                _ => None,
            },
            Known::Map(field) => {
                let (of, _) = standing.field?;
                let mut keys = Vec::new();
                for said in self.known_keys(of, field) {
                    if !taken.contains(&&*said.text) {
                        let insert = writing.key(&said.text, field.item, Shape::One);
                        keys.push(Candidate::said(said, insert, CandidateKind::Key));
                    }
                }
                Some(keys)
            }
            Known::Value(_) | Known::Nothing => None,
        }
    }

    /// Values of the field, item or entry in a slot. `written` is what stands there, and `before` comes first.
    fn values(
        &mut self,
        typed: &Typed<'_>,
        slot: SlotId,
        written: &str,
        before: &str,
    ) -> Option<Vec<Candidate>> {
        let trail = typed.trail(slot);
        let standing = trail.last()?;
        let field = match standing.known {
            Known::Value(field) => field,
            Known::List(field) if matches!(one(field), Known::Value(_)) => field,
            _ => return None,
        };
        let json = typed.outline.slot(typed.outline.document())?.is_flow();
        let quotes = match Quotes::of(written) {
            Quotes::None if json => Quotes::Double,
            quotes => quotes,
        };
        let is_quoted = Quotes::of(written) != Quotes::None;
        let taken = others(typed, &trail);
        let mut all = Vec::new();
        for said in self.known_values(typed, &trail) {
            if taken.contains(&&*said.text) {
                continue;
            }
            let value = match field.item {
                Item::String => scalar(&said.text, quotes),
                _ => said.text.clone(),
            };
            let inner = || value.get(1..value.len().checked_sub(1)?);
            let value = match is_quoted {
                true => inner().unwrap_or_default(),
                false => &value,
            };
            let insert = [before, value].concat();
            all.push(Candidate::said(said, insert, CandidateKind::Value));
        }
        Some(all)
    }
}

/// The other values of the list whose item is the last step of a trail.
fn others<'t>(typed: &Typed<'t>, trail: &[Step]) -> Vec<&'t str> {
    let outline = &typed.outline;
    let mut values = Vec::new();
    let mut steps = trail.iter().rev();
    let Some(list) = steps.find(|step| matches!(step.known, Known::List(_))) else {
        return values;
    };
    for (id, item) in outline.children(list.slot) {
        if trail.iter().any(|step| step.slot == id) {
            continue;
        }
        values.push(match outline.children(id).next() {
            // An item in block style.
            Some((_, word)) if item.value.is_empty() => outline.value(word),
            _ => outline.value(item),
        });
    }
    values
}

/// Fields of a struct that are not taken.
fn fields(of: TypeId, taken: &[&str], writing: Writing) -> Vec<Candidate> {
    let mut all = Vec::new();
    // Those that must be there come first.
    for required in [true, false] {
        for field in schema::fields(of) {
            if field.required == required && !taken.contains(&field.name) {
                all.push(Candidate {
                    label: field.name.to_owned(),
                    insert: writing.key(field.name, field.item, field.shape),
                    kind: CandidateKind::Field,
                    detail: field_type(of, field, field.shape),
                    required,
                    of: schema::name(of),
                });
            }
        }
    }
    all
}

impl Candidate {
    fn said(said: Said, insert: String, kind: CandidateKind) -> Self {
        Self {
            label: said.text,
            insert,
            kind,
            detail: said.detail,
            required: false,
            of: "",
        }
    }
}

impl Writing {
    /// A key with what follows it.
    fn key(self, name: &str, item: Item, shape: Shape) -> String {
        let quotes = if self.json {
            Quotes::Double
        } else {
            Quotes::None
        };
        if self.name_only {
            return name.to_owned();
        }
        let mut out = String::new();
        let mut indent = self.column.unwrap_or_default();
        if self.dash {
            out.push_str("- ");
            indent += 2;
        }
        out.push_str(&scalar(name, quotes));
        out.push(':');
        let inner = match (self.column, shape, item) {
            (None, ..) => None,
            (_, Shape::List, _) => Some((self.list, "- ")),
            (_, Shape::Map, _) | (_, _, Item::Struct(_)) => Some((2, "")),
            (_, Shape::One, _) => None,
        };
        match inner {
            Some((deeper, first)) => {
                out.push('\n');
                out.extend(std::iter::repeat_n(' ', (indent + deeper) as usize));
                out.push_str(first);
            }
            None => out.push(' '),
        }
        out
    }
}

/// A scalar without its quotes.
fn within_quotes(range: TextRange, written: &str) -> TextRange {
    let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
    let Some(quote) = quote else { return range };
    let closed = written.len() > 1 && written.ends_with(quote);
    TextRange::new(range.start + 1, range.end - u32::from(closed))
}
