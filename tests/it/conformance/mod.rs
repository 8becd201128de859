//! Replays the oracle's answers: what Kubernetes made of each case, against what the core makes of it.
//!
//! The folder is `EVERYNODE_CORPUS`, or else `tests/corpus`, whose README says what the fields mean. Each kind prints
//! `conformance <kind>: <passed>/<total>` and the first differences.

mod decode;
mod default;
mod eligible;
mod patch;
pub(crate) mod rollout;
mod status;
mod validate;

use everynode::apiserver::{default_daemon_set, default_node, default_pod};
use everynode::cluster::Snapshot;
use everynode::manifest::{Limits, Typed, read};
use everynode::model::{DaemonSet, Defaulted, FeatureGates};
use everynode::source::FileId;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Differences that are printed for a kind.
const SHOWN: usize = 10;

#[test]
fn eligible() {
    replay("eligible", eligible::differences);
}

#[test]
fn decode() {
    replay("decode", decode::differences);
}

#[test]
fn default() {
    replay("default", default::differences);
}

#[test]
fn rollout() {
    replay("rollout", rollout::differences);
}

#[test]
fn eventful() {
    replay("eventful", rollout::differences);
}

#[test]
fn patch() {
    replay("patch", patch::differences);
}

#[test]
fn validate() {
    replay("validate", validate::differences);
}

#[test]
fn validate_more() {
    replay("validate-more", validate::differences);
}

#[test]
fn validate_functions() {
    replay("validate-functions", validate::differences);
}

/// The table is the oracle's, over the cases of the three files above.
#[test]
fn each_validation_function_fails_in_five_cases_or_cannot() {
    let table = text(&folder().join("functions.tsv"));
    let Some(table) = table.or_else(|| std::env::var_os("EVERYNODE_CORPUS").map(|_| String::new()))
    else {
        panic!("no functions.tsv");
    };
    let (mut enough, mut never) = (0, 0);
    for row in table.lines().skip(1) {
        let [function, fails, made, _, _, why] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{row}");
        };
        let made = if made.is_empty() { fails } else { made };
        match (made.parse::<u32>().unwrap(), why) {
            (5.., "") => enough += 1,
            (..5, why) if why.contains(' ') => never += 1,
            _ => panic!("{function} fails in {made} cases"),
        }
    }
    println!("validation functions: {enough} fail in 5 cases, {never} cannot");
}

#[test]
fn status() {
    replay("status", status::differences);
}

/// What a case is about, as the API server stores it.
struct Cluster {
    daemon_sets: Vec<Defaulted<DaemonSet>>,
    snapshot: Snapshot,
    gates: FeatureGates,
}

impl Cluster {
    fn of(case: &Value) -> Self {
        let (mut daemon_sets, mut nodes) = (Vec::new(), Vec::new());
        let (mut pods, mut revisions) = (Vec::new(), Vec::new());
        // As in a file that holds many documents, so that each object is read by itself.
        for object in case["input"]["objects"].as_array().unwrap() {
            let reading = read(FileId(0), &object.to_string(), &Limits::default());
            assert_eq!(reading.objects.len(), 1, "{object}");
            for object in reading.objects {
                match object.typed {
                    Typed::DaemonSet(daemon_set) => {
                        daemon_sets.push(default_daemon_set(*daemon_set));
                    }
                    Typed::Node(node) => nodes.push(default_node(*node)),
                    Typed::Pod(pod) => pods.push(default_pod(*pod)),
                    Typed::ControllerRevision(revision) => revisions.push(*revision),
                    _ => {}
                }
            }
        }
        let gate = &case["featureGates"]["TaintTolerationComparisonOperators"];
        Self {
            daemon_sets,
            snapshot: Snapshot::new(nodes, pods, revisions),
            gates: FeatureGates {
                taint_toleration_comparison_operators: gate == &Value::Bool(true),
            },
        }
    }

    fn daemon_set(&self, name: &str) -> Option<&Defaulted<DaemonSet>> {
        let mut all = self.daemon_sets.iter();
        all.find(|d| format!("{}/{}", d.metadata.namespace, d.metadata.name) == name)
    }
}

/// Says where two answers differ.
fn compare(differences: &mut Vec<String>, what: &str, expected: &Value, ours: &Value) {
    if expected != ours {
        differences.push(format!("{what}: Kubernetes {expected}, the core {ours}"));
    }
}

/// Holds every case of a kind against the core. A known gap counts as failed; it must stay one.
fn replay(kind: &str, differences: impl Fn(&Value) -> Vec<String>) {
    let file = folder().join(format!("{kind}.jsonl"));
    let Some(corpus) = text(&file) else {
        let given = std::env::var_os("EVERYNODE_CORPUS").is_some();
        assert!(given, "no {}", file.display());
        println!("conformance {kind}: no such file in the folder");
        return;
    };
    let gaps = known_gaps();
    let (mut total, mut new, mut closed) = (0, BTreeMap::new(), BTreeSet::new());
    let mut failed = 0;
    for line in corpus.lines().filter(|line| !line.is_empty()) {
        let case: Value = serde_json::from_str(line).unwrap();
        let name = case["name"].as_str().unwrap().to_owned();
        total += 1;
        let found = differences(&case);
        match (found.is_empty(), gaps.contains(&name)) {
            (true, false) => {}
            (true, true) => {
                closed.insert(name);
            }
            (false, known) => {
                failed += 1;
                if !known {
                    new.insert(name, found);
                }
            }
        }
    }
    println!("conformance {kind}: {}/{total}", total - failed);
    for (name, found) in new.iter().take(SHOWN) {
        println!("  {name}");
        for difference in found.iter().take(SHOWN) {
            println!("    {difference}");
        }
    }
    assert!(total > 0, "{} holds no case", file.display());
    assert!(new.is_empty(), "{} new differences in {kind}", new.len());
    assert!(
        closed.is_empty(),
        "known gaps that are none any more, take them out of known-gaps.txt: {closed:?}"
    );
}

/// Names of cases that the core is known to answer differently.
fn known_gaps() -> BTreeSet<String> {
    let text = text(&folder().join("known-gaps.txt")).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let names = lines.filter_map(|line| line.split('\t').next());
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

fn folder() -> PathBuf {
    let default = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    std::env::var_os("EVERYNODE_CORPUS").map_or_else(default, PathBuf::from)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the core reads no file; its tests do"
)]
fn text(file: &std::path::Path) -> Option<String> {
    std::fs::read_to_string(file).ok()
}
