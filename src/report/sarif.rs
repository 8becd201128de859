use super::json::json;
use super::safe_text::safe;
use crate::ffi::{Diagnostic, Fix, LintAnswer, Place, Range};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Findings as a SARIF 2.1.0 log, which code hosts and editors read.
///
/// Regions count lines and columns from 1, columns in UTF-16 code units. A fingerprint depends on what is found, not on the line: it
/// stays when something is written above.
#[must_use]
pub fn sarif(answer: &LintAnswer) -> String {
    let mut rules: BTreeMap<&str, &Diagnostic> = BTreeMap::new();
    for finding in &answer.diagnostics {
        let first = rules.entry(finding.rule).or_insert(finding);
        if rank(finding) > rank(first) {
            *first = finding;
        }
    }
    let positions: Vec<&str> = rules.keys().copied().collect();
    let mut seen = BTreeSet::new();
    let results = answer.diagnostics.iter().map(|finding| {
        let rule = positions.binary_search(&finding.rule).unwrap_or_default();
        result(finding, rule, &mut seen)
    });
    json(&Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            results: results.collect(),
            tool: Tool {
                driver: Driver {
                    name: "everynode",
                    version: answer.head.version,
                    semantic_version: answer.head.version,
                    rules: rules.values().map(|finding| rule(finding)).collect(),
                },
            },
            column_kind: "utf16CodeUnits",
        }],
    })
}

fn rank(finding: &Diagnostic) -> u8 {
    match finding.severity {
        "error" => 2,
        "warning" => 1,
        _ => 0,
    }
}

fn level(finding: &Diagnostic) -> &'static str {
    match finding.severity {
        "error" => "error",
        "warning" => "warning",
        _ => "note",
    }
}

/// A rule as its worst finding shows it.
fn rule(finding: &Diagnostic) -> ReportingDescriptor {
    let text = |text: &Option<String>| {
        let text = text.as_deref().map(safe);
        text.map(|text| Message { text })
    };
    ReportingDescriptor {
        id: finding.rule,
        short_description: Message {
            text: finding.rule.replace('-', " "),
        },
        full_description: text(&finding.why),
        help: text(&finding.help),
        help_uri: finding.url.clone(),
        default_configuration: Configuration {
            level: level(finding),
        },
    }
}

fn result(finding: &Diagnostic, rule: usize, seen: &mut BTreeSet<String>) -> Outcome {
    let mut message = safe(&finding.message);
    for more in [&finding.why, &finding.help].into_iter().flatten() {
        message.push(match message.ends_with(['.', '?']) {
            true => ' ',
            false => '.',
        });
        if !message.ends_with(' ') {
            message.push(' ');
        }
        message.push_str(&safe(more));
    }
    let mut related = Vec::new();
    for (id, other) in (1..).zip(&finding.related) {
        related.push(RelatedLocation {
            id,
            message: Message {
                text: safe(&other.message),
            },
            physical_location: location(&other.place),
        });
    }
    let name = finding.object.as_ref().map(|object| {
        let parts = [&*object.kind, &*object.namespace, &*object.name];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        safe(&parts.join("/"))
    });
    Outcome {
        rule_id: finding.rule,
        rule_index: rule,
        level: level(finding),
        message: Message { text: message },
        locations: [Location {
            physical_location: PhysicalLocation {
                artifact_location: artifact(&finding.file),
                region: region(finding.range),
            },
            logical_locations: name
                .map(|name| LogicalLocation {
                    fully_qualified_name: name,
                    kind: "resource",
                })
                .into_iter()
                .collect(),
        }],
        related_locations: related,
        partial_fingerprints: Fingerprints {
            everynode: fingerprint(finding, seen),
        },
        fixes: finding.fixes.iter().map(fix).collect(),
    }
}

fn location(place: &Place) -> PhysicalLocation {
    PhysicalLocation {
        artifact_location: artifact(&place.file),
        region: region(place.range),
    }
}

/// The same for the same finding in the same object, wherever that stands; of several equal ones the later have a number.
fn fingerprint(finding: &Diagnostic, seen: &mut BTreeSet<String>) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    add(finding.rule);
    add(&finding.message);
    if let Some(object) = &finding.object {
        add(&object.kind);
        add(&object.namespace);
        add(&object.name);
    } else {
        add(&finding.file);
    }
    // Positions in lists move when one more stands before.
    let path = finding.path.as_deref().unwrap_or_default();
    add(&path.replace(|c: char| c.is_ascii_digit(), ""));
    let base = format!("{hash:016x}");
    let mut own = base.clone();
    for number in 2.. {
        if seen.insert(own.clone()) {
            break;
        }
        own = format!("{base}:{number}");
    }
    own
}

/// A path as a URI: relative where it is, percent-encoded.
fn artifact(file: &str) -> ArtifactLocation {
    let mut uri = String::new();
    let bytes = file.replace('\\', "/");
    if bytes.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in bytes.bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
        match is_plain {
            true => uri.push(char::from(byte)),
            false => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    ArtifactLocation { uri }
}

fn region(range: Range) -> Region {
    Region {
        start_line: range.start.line,
        start_column: range.start.column,
        end_line: range.end.line,
        end_column: range.end.column,
    }
}

fn fix(fix: &Fix) -> SarifFix {
    let mut changes: Vec<ArtifactChange> = Vec::new();
    for edit in &fix.edits {
        let replacement = Replacement {
            deleted_region: region(edit.range),
            inserted_content: Message {
                text: edit.new_text.clone(),
            },
        };
        let location = artifact(&edit.file);
        let known = changes
            .iter_mut()
            .find(|change| change.artifact_location == location);
        match known {
            Some(change) => change.replacements.push(replacement),
            None => changes.push(ArtifactChange {
                artifact_location: location,
                replacements: vec![replacement],
            }),
        }
    }
    SarifFix {
        description: Message {
            text: safe(&fix.title),
        },
        artifact_changes: changes,
    }
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Outcome>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<ReportingDescriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportingDescriptor {
    id: &'static str,
    short_description: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    full_description: Option<Message>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Message>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<String>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<RelatedLocation>,
    partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<SarifFix>,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "everynode/v1")]
    everynode: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    fully_qualified_name: String,
    kind: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RelatedLocation {
    id: usize,
    message: Message,
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(PartialEq, Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifFix {
    description: Message,
    artifact_changes: Vec<ArtifactChange>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Message,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_uri() {
        assert_eq!(artifact("a b/ü.yaml").uri, "a%20b/%C3%BC.yaml");
        assert_eq!(artifact("/tmp/a.yaml").uri, "file:///tmp/a.yaml");
        assert_eq!(artifact("dir\\a.yaml").uri, "dir/a.yaml");
    }
}
