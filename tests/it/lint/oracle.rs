//! What Kubernetes' own code makes of fixes: it likes the mended manifest no less, and after a safe one stores the same object but
//! for the fields that the fix is about.
//!
//! `cargo xtask fixes` asks the oracle about every safe fix of our own manifests and of those that others wrote, about all fixes of
//! each together, and about those of each rule in the manifests that it has. The first and the last stand in
//! tests/fixtures/fixes.jsonl. As long as the texts are the same, its answers hold.

use super::{folder, text};
use crate::shared::{self, files};
use everynode::ffi::{Diagnostic, FindingRequest, Fix, FixQuestion, LintQuestion, Session};
use everynode::lint::RULES;
use serde_json::Value;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// A text before and after a fix, or all of them.
struct Case {
    file: String,
    /// The rule; empty where everything is mended.
    rule: String,
    /// The fields that are meant. Fixes that change behaviour say in words which they are.
    paths: Option<Vec<String>>,
    was: String,
    is: String,
}

impl Case {
    /// A line of the record.
    fn line(&self, differs: &[String]) -> String {
        let Self {
            file, rule, paths, ..
        } = self;
        let text = fingerprint(&self.is);
        let line = serde_json::json!({"file": file, "rule": rule, "paths": paths, "text": text, "differs": differs});
        line.to_string()
    }
}

/// FNV-1a: the record need not hold whole texts.
fn fingerprint(text: &str) -> String {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(start, step))
}

fn request(finding: &Diagnostic) -> FindingRequest {
    FindingRequest {
        rule: finding.rule.to_owned(),
        file: finding.file.clone(),
        offset: finding.range.start.offset,
        message: finding.message.clone(),
    }
}

/// Each safe fix of a text by itself, and all together.
fn safe(file: &str, text: &str) -> Vec<Case> {
    let mut session = open(file, text);
    let lint = LintQuestion::default();
    let asked = fixable(&mut session, &lint, |fixes| fixes.iter().any(is_safe));
    let mut cases = by_itself(&mut session, file, &lint, asked);
    if !cases.is_empty() {
        cases.extend(case(&mut session, file, &FixQuestion::default()));
    }
    cases
}

/// Each fix by itself that changes behaviour, of the rule that the text is about, whatever preset it is in.
fn of_its_rule(file: &str, text: &str) -> Vec<Case> {
    let Some(rest) = file.strip_prefix("tests/lint/") else {
        return Vec::new();
    };
    let rule = rest.split('/').next().unwrap_or_default();
    let lint = LintQuestion {
        rules: vec![rule.to_owned()],
        ..LintQuestion::default()
    };
    let mut session = open(file, text);
    let changes = |fixes: &[Fix]| !fixes.is_empty() && !fixes.iter().any(is_safe);
    let mut asked = fixable(&mut session, &lint, changes);
    asked.retain(|one| one.rule == rule);
    let mut cases = by_itself(&mut session, file, &lint, asked);
    cases.iter_mut().for_each(|case| case.paths = None);
    cases
}

fn open(file: &str, text: &str) -> Session {
    let mut session = Session::new();
    session.set_text(file, text);
    session
}

fn is_safe(fix: &Fix) -> bool {
    fix.safety == "safe"
}

/// The findings with fixes of a kind.
fn fixable(
    session: &mut Session,
    lint: &LintQuestion,
    is_asked: fn(&[Fix]) -> bool,
) -> Vec<FindingRequest> {
    let found = session.lint(lint).unwrap().diagnostics;
    let findings = found.iter().filter(|finding| is_asked(&finding.fixes));
    findings.map(request).collect()
}

fn by_itself(
    session: &mut Session,
    file: &str,
    lint: &LintQuestion,
    asked: Vec<FindingRequest>,
) -> Vec<Case> {
    let questions = asked.into_iter().map(|only| FixQuestion {
        lint: lint.clone(),
        only: Some(only),
        ..FixQuestion::default()
    });
    let cases = questions.filter_map(|question| case(session, file, &question));
    cases.collect()
}

/// Everything mended that can be.
fn everything(file: &str, text: &str) -> Vec<Case> {
    let mut session = open(file, text);
    let question = FixQuestion {
        all: true,
        ..FixQuestion::default()
    };
    case(&mut session, file, &question).into_iter().collect()
}

fn case(session: &mut Session, file: &str, question: &FixQuestion) -> Option<Case> {
    let answer = session.fix(question).unwrap();
    let mended = answer.files.first()?;
    let paths = answer.fixed.iter().filter_map(|fixed| fixed.path.clone());
    let rule = question.only.as_ref().map_or("", |only| &only.rule);
    Some(Case {
        file: file.to_owned(),
        rule: rule.to_owned(),
        paths: (!question.all).then(|| paths.collect()),
        was: session.text(file).unwrap().to_owned(),
        is: mended.text.clone(),
    })
}

/// Our own manifests that fixes are of, and their texts.
fn own() -> Vec<(String, String)> {
    let mending = RULES.iter().filter(|rule| rule.mend.is_some());
    let folders = mending.map(|rule| format!("tests/lint/{}", rule.id));
    let others = ["tests/lint-traps", "tests/fixtures/guides"].map(str::to_owned);
    let mut found = Vec::new();
    for below in folders.chain(others) {
        found.extend(manifests(&folder(&below), &format!("{below}/")));
    }
    found
}

fn manifests(folder: &Path, prefix: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (name, bytes) in files(folder) {
        let is_manifest = [".yaml", ".yml", ".json"]
            .iter()
            .any(|end| name.ends_with(end));
        if let Ok(text) = String::from_utf8(bytes)
            && is_manifest
        {
            found.push((format!("{prefix}{name}"), text));
        }
    }
    found
}

fn each(texts: &[(String, String)], cases: fn(&str, &str) -> Vec<Case>) -> Vec<Case> {
    texts
        .iter()
        .flat_map(|(name, text)| cases(name, text))
        .collect()
}

/// What the oracle prints about a text, a line each; empty where it refuses it.
fn ask(oracle: &OsString, question: &[&str], text: &str) -> Vec<Value> {
    let mut command = Command::new(oracle);
    command.args(question).stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut oracle = command.spawn().expect("the oracle starts");
    let written = oracle.stdin.take().unwrap().write_all(text.as_bytes());
    written.expect("the oracle reads");
    let output = oracle.wait_with_output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let values = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    values.collect()
}

/// What the API server and kubectl object to, without positions in lists, which change with the items before.
fn objections(answers: &[Value]) -> Vec<String> {
    let mut said = Vec::new();
    for answer in answers {
        for list in ["decodeErrors", "errors", "warnings"] {
            for one in answer[list].as_array().into_iter().flatten() {
                let message = one["message"].as_str().or(one.as_str());
                let message = message.unwrap_or_default();
                // Of a part of an object, the whole text is quoted.
                let message = message.split(" is missing in '").next();
                said.push(without_positions(message.unwrap_or_default()));
            }
        }
    }
    said.sort();
    said
}

fn without_positions(text: &str) -> String {
    let mut parts = text.split('[');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push('[');
        out.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    out
}

/// The paths at which two values differ; of lists of different lengths, the list.
fn differences(path: &str, was: &Value, is: &Value, out: &mut Vec<String>) {
    match (was, is) {
        (Value::Object(was_fields), Value::Object(is_fields)) => {
            let mut names: Vec<&String> = was_fields.keys().chain(is_fields.keys()).collect();
            names.sort();
            names.dedup();
            for name in names {
                let below = match path {
                    "" => name.clone(),
                    path => format!("{path}.{name}"),
                };
                differences(&below, &was[name], &is[name], out);
            }
        }
        (Value::Array(was_items), Value::Array(is_items)) if was_items.len() == is_items.len() => {
            for (index, (was, is)) in was_items.iter().zip(is_items).enumerate() {
                differences(&format!("{path}[{index}]"), was, is, out);
            }
        }
        _ if was != is => out.push(path.to_owned()),
        _ => {}
    }
}

/// The documents of a rule's own manifest that a cluster printed, where others of their names update them.
fn recorded(case: &Case) -> String {
    if !case.file.starts_with("tests/lint/") {
        return String::new();
    }
    let documents = case.was.split("\n---\n");
    let (recorded, proposed): (Vec<_>, Vec<_>) = documents.partition(|text| text.contains("uid: "));
    match proposed.is_empty() {
        true => String::new(),
        false => recorded.join("\n---\n"),
    }
}

/// What is wrong with a fix in the oracle's eyes, and where the stored objects differ.
fn judge(oracle: &OsString, case: &Case) -> (Option<String>, Vec<String>) {
    let mut validate = vec!["validate"];
    let stored = folder("target/xtask/stored.yaml");
    let recorded = recorded(case);
    if !recorded.is_empty() {
        std::fs::write(&stored, recorded).unwrap();
        validate.extend(["--old", stored.to_str().unwrap()]);
    }
    let [was, is] = [&case.was, &case.is].map(|text| ask(oracle, &validate, text));
    let mut before = objections(&was);
    for objection in objections(&is) {
        match before.iter().position(|known| *known == objection) {
            Some(at) => drop(before.remove(at)),
            None => return (Some(format!("it objects: {objection}")), Vec::new()),
        }
    }
    if was.len() != is.len() {
        let why = format!("{} objects, and {} before", is.len(), was.len());
        return (Some(why), Vec::new());
    }
    let [was, is] = [&case.was, &case.is].map(|text| ask(oracle, &["default"], text));
    let mut differs = Vec::new();
    for (was, is) in was.iter().zip(&is) {
        differences("", was, is, &mut differs);
    }
    let Some(paths) = &case.paths else {
        return (None, differs);
    };
    let is_meant = |path: &String| {
        let mut meant = paths.iter();
        meant.any(|meant| meant.starts_with(path.as_str()) || path.starts_with(meant.as_str()))
    };
    let strange = differs.iter().find(|path| !is_meant(path));
    let why = strange.map(|path| format!("`{path}` differs"));
    (why, differs)
}

/// A line of the record without what the oracle says.
fn without(line: impl AsRef<str>) -> Value {
    let mut line: Value = serde_json::from_str(line.as_ref()).unwrap();
    line.as_object_mut().unwrap().remove("differs");
    line
}

#[test]
fn kubernetes_stores_the_same_after_a_safe_fix() {
    let path = folder("tests/fixtures/fixes.jsonl");
    let own = own();
    let (safe_cases, other_cases) = (each(&own, safe), each(&own, of_its_rule));
    let Some(oracle) = std::env::var_os("EVERYNODE_ORACLE") else {
        let cases = safe_cases.iter().chain(&other_cases);
        let now: Vec<Value> = cases.map(|case| case.line(&[])).map(without).collect();
        let known: Vec<Value> = text(&path).lines().map(without).collect();
        for line in &known {
            assert!(
                now.contains(line),
                "of {line} the mended text is another: `cargo xtask fixes` asks the oracle again"
            );
        }
        let new = now.iter().filter(|line| !known.contains(line)).count();
        println!(
            "fixes that the oracle was not asked about: {new} of {}",
            now.len()
        );
        let mending = RULES.iter().filter(|rule| rule.mend.is_some());
        let is_asked = |id: &str| known.iter().any(|line| line["rule"] == id);
        let ids = mending.map(|rule| rule.id).filter(|id| !is_asked(id));
        let ids: Vec<&str> = ids.collect();
        assert!(
            ids.is_empty(),
            "`cargo xtask fixes` asks about none of {ids:?}"
        );
        return;
    };
    let mut asking = Asking {
        oracle,
        wrong: Vec::new(),
    };
    let record = asking.count("our own, safe", &safe_cases)
        + &asking.count("our own, each of its rule", &other_cases);
    asking.count("our own, all", &each(&own, everything));
    for inside in ["corpus/daemonsets", "corpus/dumps", "seed-examples"] {
        let real = shared::folder(inside).map_or_else(Vec::new, |folder| manifests(&folder, ""));
        asking.count(&format!("{inside}, safe"), &each(&real, safe));
        asking.count(&format!("{inside}, all"), &each(&real, everything));
    }
    assert!(asking.wrong.is_empty(), "{}", asking.wrong.join("\n"));
    std::fs::write(&path, record).unwrap();
}

/// What the oracle says of many cases.
struct Asking {
    oracle: OsString,
    wrong: Vec<String>,
}

impl Asking {
    /// Prints how many are right; answers the lines of the record.
    fn count(&mut self, name: &str, cases: &[Case]) -> String {
        let (mut same, mut meant, mut record) = (0, 0, String::new());
        for case in cases {
            let (why, differs) = judge(&self.oracle, case);
            match (&why, differs.is_empty()) {
                (None, true) => same += 1,
                (None, false) => meant += 1,
                (Some(why), _) => {
                    let Case {
                        file, rule, paths, ..
                    } = case;
                    self.wrong.push(format!("{file} {rule} {paths:?}: {why}"));
                }
            }
            record.push_str(&case.line(&differs));
            record.push('\n');
        }
        let total = cases.len();
        println!(
            "{name}: {total} mended, {same} stored the same, {meant} others and no new objection"
        );
        record
    }
}
