//! What the reader says about a text.

use super::build::{Fault, Stop};
use super::cause;
use super::decode::Position;
use super::documents::Junk;
use super::event::SyntaxError;
use super::found::Found;
use super::kinds::{KindInfo, no_matches};
use super::tree::{Node, Value};
use super::{FragmentKind, Object, Origin, Typed};
use crate::diagnostic::{Diagnostic, Fix, Rule, Safety, Severity, TextEdit};
use crate::source::{FieldPath, Place, TextRange, find};

/// Characters that no YAML may hold.
///
/// Upstream: go.yaml.in/yaml/v2 readerc.go yaml_parser_update_buffer
pub(super) fn check_characters(text: &str) -> Result<(), Stop> {
    let refused = |byte: &u8| *byte < b' ' && !b"\t\n\r".contains(byte) || *byte == 0x7f;
    let bytes = text.as_bytes();
    let (chunks, tail) = bytes.as_chunks::<8>();
    let suspicious = |chunk: &&[u8; 8]| may_be_refused(**chunk) && chunk.iter().any(refused);
    if !chunks.iter().any(|chunk| suspicious(&chunk)) && !tail.iter().any(refused) {
        return Ok(());
    }
    let at = bytes.iter().position(refused).unwrap_or(0);
    let code = bytes.get(at).copied().unwrap_or(0);
    let problem = format!("the control character U+{code:04X} stands here");
    Err(SyntaxError::new(at, problem).into())
}

/// Whether one of eight bytes is below a space and no newline, or the last of ASCII.
#[inline(always)]
fn may_be_refused(bytes: [u8; 8]) -> bool {
    /// The lowest bit of every byte.
    const ONES: u64 = 0x0101_0101_0101_0101;
    let word = u64::from_le_bytes(bytes);
    let low = word & (ONES * 0x7f);
    // The highest bit of each sum says that the byte is at least a space, is the last of ASCII, is no newline.
    let printed = low + ONES * 0x60;
    let last = low + ONES;
    let other = (low ^ (ONES * u64::from(b'\n'))) + ONES * 0x7f;
    ((!printed & other) | last) & !word & (ONES * 0x80) != 0
}

/// Why a document is not read further.
pub(super) fn stop(stop: &Stop, text: &str, position: Position, json: bool) -> Diagnostic {
    match stop {
        Stop::Limit(problem, at) => {
            let place = position.place(TextRange::at(*at));
            Diagnostic::new(Rule::LIMIT_EXCEEDED, place, problem.clone())
                .why("What follows is not read.")
        }
        Stop::Syntax(error) => cause::finding(error, text, position, json),
        Stop::Forgotten => {
            let error = SyntaxError::new(0, "an alias refers to nothing");
            cause::finding(&error, text, position, json)
        }
    }
}

/// Something follows the end of a document.
pub(super) fn trailing(at: u32, text: &str, position: Position) -> Diagnostic {
    let place = position.place(TextRange::at(at));
    let rest = text.get(at as usize..).unwrap_or_default();
    if rest.starts_with("---") {
        // A line feed would have made it a separator before.
        return Diagnostic::new(
            Rule::YAML_SYNTAX,
            place,
            "this `---` follows a carriage return without a line feed",
        )
        .why("kubectl cuts texts at line feeds only, and reads nothing of what follows.")
        .help("Save the file with line feeds, or with both, at the ends of its lines.");
    }
    let finding = Diagnostic::new(
        Rule::YAML_SYNTAX,
        place,
        "the document is over before this line",
    )
    .why("kubectl reads nothing of what follows, up to the next `---`.");
    let before = text.get(..at as usize).unwrap_or_default();
    let mut dots = None;
    let mut from = 0;
    while let Some(at) = before.get(from..).and_then(|rest| find(rest, "\n...")) {
        from += at + 1;
        dots = Some(TextRange::from_usize(from, from + 3));
    }
    match dots {
        Some(dots) => finding
            .help(
                "`...` ends a document. Where it stands for something left out, make it a comment.",
            )
            .related(position.place(dots), "it ends here")
            .fix(Fix {
                title: "Make it a comment".into(),
                safety: Safety::ChangesBehaviour,
                edits: vec![TextEdit {
                    place: position.place(dots),
                    new_text: "# ...".into(),
                }],
            }),
        None => finding.help("Begin another document with a line `---`."),
    }
}

/// Something in a here-document that a shell replaces.
pub(super) fn expansion(what: &str, word: &str, place: Place, word_place: Place) -> Diagnostic {
    let message = format!("a shell replaces `{what}` before kubectl reads it");
    Diagnostic::new(Rule::SHELL_EXPANSION, place, message)
        .why(format!(
            "The here-document's `{word}` stands without quotes: `$(…)` is run as a command, and `$$` becomes the number of the shell's process."
        ))
        .help(format!("Write `'{word}'`, or a backslash before the `$`."))
        .related(word_place, "the here-document begins here")
        .fix(Fix {
            title: format!("Write `'{word}'`"),
            safety: Safety::ChangesBehaviour,
            edits: vec![TextEdit {
                place: word_place,
                new_text: format!("'{word}'"),
            }],
        })
}

/// Text on the line of a `---`.
pub(super) fn junk(junk: Junk, position: Position, text: &str) -> Diagnostic {
    let place = |start, end| position.place(TextRange::from_usize(start, end));
    let content = text.get(junk.start..junk.end).unwrap_or_default();
    let only_dashes = content.bytes().all(|b| b == b'-');
    let fix = |title: &str, end, new_text: &str| Fix {
        title: title.into(),
        safety: Safety::Safe,
        edits: vec![TextEdit {
            place: place(junk.dashes, end),
            new_text: new_text.into(),
        }],
    };
    let finding = Diagnostic::new(
        Rule::YAML_SYNTAX,
        place(junk.start, junk.end),
        "text stands on the line of a `---`",
    )
    .why("kubectl refuses the file from here on: only a comment may stand there.");
    if only_dashes {
        finding
            .help("Write three dashes.")
            .fix(fix("Write three dashes", junk.end, ""))
    } else if junk.is_content() {
        finding
            .help("Write it on a line of its own.")
            .fix(fix("Begin a line", junk.start, "\n"))
    } else {
        finding.help("Write `---` alone, or indent the line if it belongs to the text above.")
    }
}

/// Longer template braces are cut in messages.
const BRACES: usize = 400;

/// What kubectl minds.
pub(super) fn faults(faults: &[Fault], text: &str, position: Position, found: &mut Found) {
    let mut templates = faults
        .iter()
        .filter_map(|fault| template_braces(fault, text));
    if let Some(range) = templates.next() {
        let (message, help) = cause::not_rendered(range.of(text));
        let message = match templates.count() {
            0 => message,
            more => format!("{message}, and {more} more below"),
        };
        found.push(
            Diagnostic::new(Rule::YAML_TEMPLATE, position.place(range), message)
                .why("To YAML, it is a map as the key of a map, which kubectl refuses.")
                .help(help),
        );
    }
    for fault in faults {
        if template_braces(fault, text).is_some() {
            continue;
        }
        let (rule, range) = rule_of(fault, text);
        if !found.admits(rule, position.place(range)) {
            continue;
        }
        found.add(match fault {
            Fault::DuplicateKey { first, last } => {
                let key = last.of(text).trim_matches(['"', '\'']);
                let message = format!("the key `{key}` stands twice in one map");
                Diagnostic::new(Rule::YAML_DUPLICATE_KEY, position.place(*last), message)
                    .why("kubectl takes the last value without a word; strict readers refuse the document.")
                    .help("Keep the one that is meant.")
                    .related(position.place(*first), "the first one")
            }
            Fault::CollectionKey(range) if template_name(range.of(text)).is_some() => {
                let name = template_name(range.of(text)).unwrap_or_default();
                let message = format!("a map is a key here, as YAML tools write `{{{{{name}}}}}`");
                Diagnostic::new(Rule::YAML_TEMPLATE, position.place(*range), message)
                    .why("kubectl refuses the document: keys are text.")
                    .help("Render the template first, and have tools write what comes out.")
            }
            Fault::CollectionKey(range) => {
                let message = "a key of a map is a map or a list";
                Diagnostic::new(Rule::YAML_SYNTAX, position.place(*range), message)
                    .why("kubectl refuses the document: keys are text.")
            }
            Fault::NullKey(range) => {
                let key = range.of(text);
                let message = match key.starts_with(|c: char| c.is_ascii_digit()) {
                    true => format!("the number `{key}` is too large for a key"),
                    false => "a key of a map is null".to_owned(),
                };
                Diagnostic::new(Rule::YAML_SYNTAX, position.place(*range), message)
                    .why("kubectl refuses the document: keys are text.")
            }
            Fault::MergeNeedsMap(range) => {
                let message = "`<<` merges something that is no map";
                Diagnostic::new(Rule::YAML_SYNTAX, position.place(*range), message)
                    .why("kubectl refuses the document.")
            }
            Fault::TagMismatch(range) => {
                let message = "the value is not what its tag says";
                Diagnostic::new(Rule::YAML_SYNTAX, position.place(*range), message)
                    .why("kubectl refuses the document.")
            }
            Fault::NotFinite(range) => {
                let number = range.of(text);
                let message = format!("`{number}` has no place in JSON");
                Diagnostic::new(Rule::YAML_SYNTAX, position.place(*range), message)
                    .why("kubectl turns YAML into JSON, and refuses the document.")
            }
        });
    }
}

/// The rule that a fault breaks, and where.
fn rule_of(fault: &Fault, text: &str) -> (Rule, TextRange) {
    match fault {
        Fault::DuplicateKey { last, .. } => (Rule::YAML_DUPLICATE_KEY, *last),
        Fault::CollectionKey(range) if template_name(range.of(text)).is_some() => {
            (Rule::YAML_TEMPLATE, *range)
        }
        Fault::CollectionKey(range)
        | Fault::NullKey(range)
        | Fault::MergeNeedsMap(range)
        | Fault::TagMismatch(range)
        | Fault::NotFinite(range) => (Rule::YAML_SYNTAX, *range),
    }
}

/// `{{ .Values.x }}`, of which the inner braces are a key of the outer ones.
fn template_braces(fault: &Fault, text: &str) -> Option<TextRange> {
    let Fault::CollectionKey(range) = fault else {
        return None;
    };
    let start = range.start.checked_sub(1)?;
    let rest = text.get(start as usize..)?;
    if !rest.starts_with("{{") {
        return None;
    }
    // A line may be as long as the text, and hold thousands of these.
    let line = rest.get(..rest.floor_char_boundary(BRACES))?;
    let found = cause::braces(line)?;
    Some(TextRange::new(start, start.saturating_add(found.end)))
}

/// The name in `{name: ''}`, which is what tools that read and write YAML make of `{{name}}`.
fn template_name(key: &str) -> Option<&str> {
    let inner = key.strip_prefix('{')?.strip_suffix('}')?;
    let (name, value) = inner.split_once(':')?;
    matches!(value.trim(), "" | "''" | "\"\"" | "null").then_some(name.trim())
}

/// A value that is neither an object nor a part of one. On a page, it is one of many things that have their place there.
pub(super) fn no_object(node: Node<'_>, place: Place, is_page: bool) -> Diagnostic {
    let message = match node.value() {
        Value::Map => "this map has no `kind`",
        Value::List => "this is a list without objects",
        Value::Scalar(..) => "this is text without an object",
    };
    let severity = match is_page {
        true => Severity::Info,
        false => Rule::KIND_MISSING.severity,
    };
    Diagnostic::new(Rule::KIND_MISSING, place, message)
        .severity(severity)
        .why("Its shape does not tell either what it is, so that it is left out.")
        .help("Begin an object with `apiVersion` and `kind`.")
}

/// A part of a manifest that is read as if it were whole.
pub(super) fn fragment(kind: FragmentKind, name: &str, place: Place) -> Diagnostic {
    let part = match kind {
        FragmentKind::PodSpec => "a part of a Pod's spec",
        FragmentKind::DaemonSetSpec => "a part of a DaemonSet",
        FragmentKind::Tolerations => "a list of tolerations",
        FragmentKind::Container => "a part of a container",
    };
    let message = format!("{part} is read as the DaemonSet `{name}`");
    Diagnostic::new(Rule::FRAGMENT, place, message)
        .why("Whatever it leaves out is taken as not set.")
}

/// What is wrong with an object of a known kind as a whole.
pub(super) fn object(
    object: &Object,
    node: Node<'_>,
    info: &KindInfo,
    position: Position,
    found: &mut Found,
) {
    let at = |field: &str| node.get(field).map(|value| position.place(value.range()));
    let kind_place = at("kind");
    let version = object.api_version.as_str();
    let wanted = info.served.first().copied().unwrap_or_default();
    let replace = |title: String, safety, place, new_text: &str| Fix {
        title,
        safety,
        edits: vec![TextEdit {
            place,
            new_text: new_text.to_owned(),
        }],
    };
    match kind_place {
        Some(place) if object.kind != info.kind => {
            let message = format!(
                "the kind is written `{}`, the API has `{}`",
                object.kind, info.kind
            );
            let title = format!("Write `{}`", info.kind);
            found.push(
                Diagnostic::new(Rule::WRONG_KIND_CASE, place, message)
                    .why(unmatched(&object.kind, version))
                    .at(FieldPath::of(&["kind"]))
                    .fix(replace(title, Safety::Safe, place, info.kind)),
            );
        }
        None if object.origin == Origin::Proposed => {
            let message = format!("there is no `kind`; by its shape this is a {}", info.kind);
            found.push(
                Diagnostic::new(Rule::KIND_MISSING, object.place, message)
                    .why("kubectl refuses an object that does not say its kind.")
                    .help(format!(
                        "Add `apiVersion: {wanted}` and `kind: {}`.",
                        info.kind
                    )),
            );
        }
        _ => {}
    }
    if let Some(place) = at("apiVersion")
        && !info.served.contains(&version)
    {
        let old = info.old.contains(&version);
        let (rule, message) = if old {
            let message = format!("`{version}` serves no {} any more", info.kind);
            (Rule::API_VERSION_OLD, message)
        } else {
            let message = format!("`{version}` has no kind {}", info.kind);
            (Rule::API_VERSION_KIND_UNKNOWN, message)
        };
        let safety = if old {
            // Groups had defaults of their own: extensions/v1beta1 did not roll updates out.
            Safety::ChangesBehaviour
        } else {
            Safety::Safe
        };
        found.push(
            Diagnostic::new(rule, place, message)
                .why(unmatched(&object.kind, version))
                .help(format!(
                    "Kubernetes {} serves it as `{wanted}`.",
                    crate::KUBERNETES_VERSION
                ))
                .at(FieldPath::of(&["apiVersion"]))
                .fix(replace(format!("Write `{wanted}`"), safety, place, wanted)),
        );
    }
    if object.metadata.name.is_empty() && object.metadata.generate_name.is_empty() {
        let place = at("metadata").unwrap_or(object.place);
        found.push(
            Diagnostic::new(
                Rule::NAME_MISSING,
                place,
                format!("the {} has no name", info.kind),
            )
            .why("The API server refuses an object without `metadata.name`.")
            .at(FieldPath::of(&["metadata", "name"])),
        );
    }
    if matches!(object.typed, Typed::DaemonSet(_)) {
        template(node, object, position, found);
    }
}

/// What kubectl says of a kind that is not served.
fn unmatched(kind: &str, version: &str) -> String {
    ["kubectl finds ", &no_matches(kind, version), "."].concat()
}

fn template(node: Node<'_>, object: &Object, position: Position, found: &mut Found) {
    let spec = node.get("spec");
    let template = spec.and_then(|spec| spec.get("template"));
    let pod = template.and_then(|template| template.get("spec"));
    if pod.is_some_and(|pod| !pod.is_null()) {
        return;
    }
    let nearest = template.or(spec).map(|node| position.place(node.range()));
    let elided = template.is_some_and(Node::is_null);
    let message = if elided {
        "the Pod template is left out"
    } else {
        "the DaemonSet has no Pod template"
    };
    found.push(
        Diagnostic::new(Rule::TEMPLATE_MISSING, nearest.unwrap_or(object.place), message)
            .why("The API server refuses a DaemonSet without one; everything else here is judged all the same.")
            .at(FieldPath::of(&["spec", "template"])),
    );
}
