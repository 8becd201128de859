//! `place` on manifests that others published, and on our own with one mistake each, against the Nodes of real clusters.
//!
//! An independent reader says which DaemonSets a file holds: each is answered, and a file that it cannot read has a
//! finding with line and column.

use crate::shared::{files, folder};
use everynode::cli::{Entry, Host, Stream, run};
use everynode::ffi::{
    DaemonSetPlacement, Diagnostic, ExplainAnswer, ExplainQuestion, PlaceAnswer, Session,
};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn real_manifests_are_placed_on_real_nodes() {
    let Some((nodes, manifests)) = folder("corpus/nodes").zip(folder("corpus/daemonsets")) else {
        return;
    };
    let nodes = files(&nodes);
    let placed = place_each(&nodes, &files(&manifests));
    placed.print("real manifests");
    assert!(placed.nodes > 0 && placed.daemon_sets > placed.files / 2);
}

#[test]
fn examples_of_guides_are_placed_on_real_nodes() {
    let Some((nodes, examples)) = folder("corpus/nodes").zip(folder("seed-examples")) else {
        return;
    };
    // The README beside them describes them in tables, and holds no YAML.
    place_each(&files(&nodes), &files(&examples)).print("examples of guides");
}

#[test]
fn manifests_with_one_mistake_are_placed() {
    let traps = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint-traps");
    let nodes = "kind: Node\napiVersion: v1\nmetadata: {name: a, labels: {kubernetes.io/os: linux}}\n---\n\
                 kind: Node\napiVersion: v1\nmetadata: {name: b}\nspec: {taints: [{key: gpu, effect: NoSchedule}]}\n";
    let nodes = [("nodes.yaml".to_owned(), nodes.as_bytes().to_vec())];
    let placed = place_each(&nodes, &files(&traps));
    placed.print("manifests with one mistake");
    assert!(placed.files > 100 && placed.nodes == 2);
}

/// What was asked.
#[derive(Default)]
struct Placed {
    files: usize,
    daemon_sets: usize,
    nodes: usize,
    unreadable: Vec<String>,
}

impl Placed {
    fn print(&self, what: &str) {
        let Self {
            files,
            daemon_sets,
            nodes,
            unreadable,
        } = self;
        println!("{what}: {files} files, {daemon_sets} DaemonSets on {nodes} Nodes");
        for finding in unreadable {
            println!("  {finding}");
        }
    }
}

/// Asks for each manifest alone, with all the Nodes.
fn place_each(nodes: &[(String, Vec<u8>)], manifests: &[(String, Vec<u8>)]) -> Placed {
    let mut session = Session::new();
    for (name, bytes) in nodes {
        session.set_bytes(&format!("nodes/{name}"), bytes);
    }
    // Reading all Nodes anew for each command would take minutes.
    let small: Vec<_> = nodes.iter().filter(|(_, b)| b.len() < 4_000).collect();
    let mut placed = Placed::default();
    for (name, bytes) in manifests {
        session.set_bytes(name, bytes);
        let answer = session.place();
        placed.files += 1;
        placed.nodes = answer.nodes.names.len();
        placed.daemon_sets += answer.daemon_sets.len();
        // Those of the Nodes are the same every time.
        let first = placed.files == 1;
        let findings = answer.diagnostics.iter();
        for finding in findings.filter(|found| first || found.file == *name) {
            has_a_place(&session, finding);
        }
        match daemon_sets(name, bytes) {
            Some(expected) => assert_eq!(named(&answer), expected, "{name}"),
            None => placed
                .unreadable
                .push(first_error(&answer.diagnostics, name)),
        }
        for placement in &answer.daemon_sets {
            is_whole(&mut session, &answer, placement);
        }
        session.remove_file(name);
        let formats = ["", "wide", "json", "yaml", "markdown"];
        let also = formats[placed.files % formats.len()];
        for format in ["", also] {
            on_the_command_line(&small, (name, bytes), &answer, format);
        }
    }
    placed
}

/// Files in memory, and what was printed.
struct Shelf<'a> {
    nodes: &'a [&'a (String, Vec<u8>)],
    manifest: (&'a str, &'a [u8]),
    printed: [String; 2],
}

impl Host for Shelf<'_> {
    fn entry(&mut self, path: &str) -> Result<Entry, String> {
        let names = self.nodes.iter().map(|file| file.0.clone());
        Ok(match path {
            "nodes" => Entry::Folder(names.collect()),
            _ => Entry::File,
        })
    }

    fn read_file(&mut self, path: &str) -> Result<Vec<u8>, String> {
        let (name, bytes) = self.manifest;
        let nodes = self.nodes.iter();
        let found = nodes.map(|file| (format!("nodes/{}", file.0), file.1.as_slice()));
        let mut all = found.chain([(name.to_owned(), bytes)]);
        let found = all.find(|(known, _)| known == path);
        found.map_or(Err("no such file".to_owned()), |(_, bytes)| {
            Ok(bytes.to_vec())
        })
    }

    fn write_file(&mut self, path: &str, _text: &str) -> Result<(), String> {
        Err(format!("nothing is written to {path}"))
    }

    fn read_stdin(&mut self) -> Result<Vec<u8>, String> {
        Ok(Vec::new())
    }

    fn write(&mut self, stream: Stream, text: &str) -> bool {
        self.printed[usize::from(stream == Stream::Stderr)].push_str(text);
        true
    }

    fn is_terminal(&mut self, _: Stream) -> bool {
        false
    }

    fn env(&mut self, _: &str) -> Option<String> {
        None
    }

    fn now(&mut self) -> i64 {
        0
    }
}

/// `everynode place FILE nodes` has the answer's DaemonSets and findings.
fn on_the_command_line(
    nodes: &[&(String, Vec<u8>)],
    (name, bytes): (&str, &[u8]),
    answer: &PlaceAnswer,
    format: &str,
) {
    let mut errors = answer.diagnostics.iter().filter(|f| f.severity == "error");
    let first = errors.find(|found| found.file == name);
    let without = answer.daemon_sets.is_empty();
    let mut shelf = Shelf {
        nodes,
        manifest: (name, bytes),
        printed: [String::new(), String::new()],
    };
    let mut arguments = vec!["place".to_owned(), name.to_owned(), "nodes".to_owned()];
    if !format.is_empty() {
        arguments.push(format!("--output={format}"));
    }
    let exit = run(&arguments, &mut shelf);
    let [out, err] = &shelf.printed;
    assert!(exit < 2, "{name} {format}: {err}");
    assert!(
        exit == 1 || (first.is_none() && !without),
        "{name} {format}"
    );
    match format {
        "json" => {
            let json: Value = serde_json::from_str(out).unwrap();
            let count = json["daemonSets"].as_array().unwrap().len();
            assert_eq!(count, answer.daemon_sets.len(), "{name}");
        }
        "yaml" => {
            let yaml: Value = serde_yaml::from_str(out).unwrap();
            let count = yaml["daemonSets"].as_array().unwrap().len();
            assert_eq!(count, answer.daemon_sets.len(), "{name}");
        }
        "markdown" => {}
        _ => {
            for placement in &answer.daemon_sets {
                let name = &placement.reference.name;
                assert!(out.contains(name), "{name} {format}: {out}");
            }
            assert_eq!(err.contains("holds no DaemonSet"), without, "{name}: {err}");
            if let Some(first) = first {
                let at = first.range.start;
                let place = format!("{}:{}:{}", first.file, at.line, at.column);
                assert!(err.contains(&place), "{name}: {err}");
            }
        }
    }
}

/// The finding that says why a file cannot be read.
fn first_error(findings: &[Diagnostic], file: &str) -> String {
    let syntax = ["yaml-", "json-"];
    let mut errors = findings.iter().filter(|found| found.severity == "error");
    let error = errors.find(|e| e.file == file && syntax.iter().any(|s| e.rule.starts_with(s)));
    let error = error.unwrap_or_else(|| panic!("{file}: no finding says why it cannot be read"));
    let at = error.range.start;
    format!("{file}:{}:{}: {}", at.line, at.column, error.message)
}

/// Holds a finding's place against the text as editors count it.
fn has_a_place(session: &Session, finding: &Diagnostic) {
    let text = session.text(&finding.file).unwrap();
    let (start, end) = (finding.range.start, finding.range.end);
    assert!(start.offset <= end.offset, "{finding:?}");
    for at in [start, end] {
        let units: Vec<u16> = text.encode_utf16().take(at.offset as usize).collect();
        assert_eq!(units.len(), at.offset as usize, "past the end: {finding:?}");
        let before = String::from_utf16(&units).unwrap();
        let lines = before.split('\n').count();
        let column = before.rsplit('\n').next().unwrap().encode_utf16().count() + 1;
        assert_eq!(
            (at.line as usize, at.column as usize),
            (lines, column),
            "{finding:?}"
        );
    }
}

/// Every Node is in one group, and explaining a Node of a group says the same.
fn is_whole(session: &mut Session, answer: &PlaceAnswer, placement: &DaemonSetPlacement) {
    let reference = &placement.reference;
    let name = format!("{}/{}", reference.namespace, reference.name);
    let groups = &placement.groups;
    let mut seen: Vec<u32> = groups.iter().flat_map(|g| g.nodes.0.clone()).collect();
    seen.sort_unstable();
    let all: Vec<u32> = (0..).zip(&answer.nodes.names).map(|(p, _)| p).collect();
    assert_eq!(seen, all, "{name}: the groups are not a partition");
    let eligible = groups.iter().filter(|group| group.should_run);
    let eligible: usize = eligible.map(|group| group.nodes.0.len()).sum();
    assert_eq!(placement.eligible as usize, eligible, "{name}");
    for group in groups {
        let node = &answer.nodes.names[group.nodes.0[0] as usize];
        let explained = session.explain(&ExplainQuestion {
            daemon_set: name.clone(),
            node: node.clone(),
        });
        let ExplainAnswer::Found(explained) = explained else {
            panic!("{name} on {node}: {explained:?}");
        };
        assert_eq!(explained.daemon_set, placement.reference);
        let verdict = (
            explained.verdict,
            explained.should_run,
            explained.should_continue_running,
        );
        let of_group = (
            group.verdict,
            group.should_run,
            group.should_continue_running,
        );
        assert_eq!(verdict, of_group, "{name} on {node}");
    }
}

/// The DaemonSets that an answer has, but for those made from parts of manifests.
fn named(answer: &PlaceAnswer) -> BTreeSet<(String, String)> {
    let references = answer.daemon_sets.iter().map(|p| &p.reference);
    let made_up = |name: &str| ["fragment", "unnamed"].iter().any(|n| name.starts_with(n));
    let written = references.filter(|reference| !made_up(&reference.name));
    let keys = written.map(|reference| (reference.namespace.clone(), reference.name.clone()));
    keys.collect()
}

/// The DaemonSets of a file by namespace and name; `None`: the reader does not know what to make of it.
fn daemon_sets(file: &str, bytes: &[u8]) -> Option<BTreeSet<(String, String)>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut found = BTreeSet::new();
    if file.ends_with(".md") {
        return Some(found);
    }
    for document in serde_yaml::Deserializer::from_str(text) {
        let document = Value::deserialize(document).ok()?;
        collect(&document, &mut found);
    }
    Some(found)
}

fn collect(object: &Value, found: &mut BTreeSet<(String, String)>) {
    let items = object.as_array().or(object["items"].as_array());
    for item in items.into_iter().flatten() {
        collect(item, found);
    }
    // A kind in other letters is a finding, and is read.
    let kind = object["kind"].as_str().unwrap_or_default();
    let name = object["metadata"]["name"].as_str();
    if let Some(name) = name.filter(|_| kind.eq_ignore_ascii_case("DaemonSet")) {
        let namespace = object["metadata"]["namespace"].as_str();
        found.insert((namespace.unwrap_or("default").to_owned(), name.to_owned()));
    }
}
