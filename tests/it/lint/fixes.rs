//! Fixes of every rule, over all fixtures and traps: what they leave reads, and says nothing worse.

use super::{folder, text};
use everynode::ffi::{FindingRequest, FixAnswer, FixQuestion, LintQuestion, Session};
use std::path::{Path, PathBuf};

/// What is wrong with the text of a session, by rule and message.
fn faults_of(session: &mut Session) -> Vec<(String, String)> {
    let found = session.lint(&LintQuestion::default()).unwrap().diagnostics;
    let faults = found.into_iter().filter(|one| one.severity != "info");
    faults
        .map(|one| (one.rule.to_owned(), one.message))
        .collect()
}

fn faults(text: &str) -> Vec<(String, String)> {
    let mut session = Session::new();
    session.set_text("a.yaml", text);
    faults_of(&mut session)
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let files = paths.flat_map(|path| match path.is_dir() {
        true => files_below(&path),
        false => vec![path],
    });
    files.collect()
}

/// Mends a text until nothing is left; answers how many findings that were.
fn mended(path: &Path, all: bool) -> usize {
    let text = text(path);
    let mut session = Session::new();
    session.set_text("a.yaml", &text);
    let question = FixQuestion {
        all,
        ..FixQuestion::default()
    };
    let answer = session.fix(&question).unwrap();
    assert_eq!(
        session.text("a.yaml"),
        Some(text.trim_start_matches('\u{feff}'))
    );
    let Some(file) = answer.files.first() else {
        return 0;
    };
    let before = faults_of(&mut session);
    session.set_text("a.yaml", &file.text);
    for fault in faults_of(&mut session) {
        let path = path.display();
        assert!(before.contains(&fault), "{path}: {fault:?}\n{}", file.text);
    }
    let again = session.fix(&question).unwrap();
    assert_eq!(again.files, [], "{}", path.display());
    answer.fixed.len()
}

#[test]
fn a_fix_brings_no_other_fault_about_and_ends() {
    let mut cases = Vec::new();
    for below in ["tests/lint", "tests/lint-traps", "tests/fixtures/guides"] {
        for path in files_below(&folder(below)) {
            // Both are looked at where there are few files.
            if below != "tests/lint" {
                cases.push((path.clone(), false));
            }
            cases.push((path, true));
        }
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let cases = &cases;
    let work = |first| {
        let share = cases.iter().skip(first).step_by(threads);
        share.map(|(path, all)| mended(path, *all)).sum::<usize>()
    };
    let fixed: usize = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads)
            .map(|first| scope.spawn(move || work(first)))
            .collect();
        let done = running.into_iter().map(|thread| thread.join().unwrap());
        done.sum()
    });
    assert!(fixed > 100, "{fixed}");
}

#[test]
fn what_is_put_in_at_one_place_comes_in_one_round_or_with_one_map() {
    // Both bring `securityContext` along, and neither can see the other.
    let pod = "containers:\n- name: agent\n  image: registry.example.com/agent:v1\n";
    let lint = LintQuestion {
        presets: vec!["off".to_owned()],
        rules: [
            "capability-not-dropped",
            "privilege-escalation",
            "root-fs-writable",
        ]
        .map(str::to_owned)
        .to_vec(),
        ..LintQuestion::default()
    };
    let answer = fix(pod, &FixQuestion { lint, ..all() });
    let context = "  securityContext:\n    capabilities:\n      drop: [ALL]\n    allowPrivilegeEscalation: false\n    readOnlyRootFilesystem: true\n";
    let mut wanted: Vec<&str> = context.lines().collect();
    let mut there: Vec<&str> = answer.files[0].text.lines().skip(3).collect();
    assert_eq!(there.first(), wanted.first());
    wanted.sort_unstable();
    there.sort_unstable();
    assert_eq!(there, wanted);
    assert_eq!(answer.refused, []);
}

const NET_ADMIN: &str = "\
containers:
- name: agent
  image: registry.example.com/agent:v1.2.3
  securityContext:
    capabilities:
      add: [CAP_SYS_ADMIN] # to mount
";

fn fix(text: &str, question: &FixQuestion) -> FixAnswer {
    let mut session = Session::new();
    session.set_text("a.yaml", text);
    session.fix(question).unwrap()
}

fn all() -> FixQuestion {
    FixQuestion {
        all: true,
        ..FixQuestion::default()
    }
}

#[test]
fn a_fix_that_brings_a_warning_about_is_left_and_says_which() {
    let answer = fix(NET_ADMIN, &all());
    let left: Vec<_> = answer.refused.iter().map(|left| left.rule).collect();
    assert_eq!(left, ["capability-cap-prefix"]);
    let brings = answer.refused[0].brings.as_ref().unwrap();
    assert_eq!(brings.rule, "capability-dangerous");
    assert!(brings.message.contains("SYS_ADMIN"), "{}", brings.message);
}

#[test]
fn who_asks_for_one_fix_gets_that_one_and_its_warnings() {
    let mut session = Session::new();
    session.set_text("a.yaml", &["# 🚀\n", NET_ADMIN].concat());
    let found = session.lint(&LintQuestion::default()).unwrap().diagnostics;
    let one = found
        .iter()
        .find(|one| one.rule == "capability-cap-prefix")
        .unwrap();
    let only = FindingRequest {
        rule: one.rule.to_owned(),
        file: one.file.clone(),
        offset: one.range.start.offset,
        message: one.message.clone(),
    };
    let question = FixQuestion {
        only: Some(only.clone()),
        ..FixQuestion::default()
    };
    let answer = session.fix(&question).unwrap();
    let wanted = ["# 🚀\n", &NET_ADMIN.replace("CAP_", "")].concat();
    assert_eq!(answer.files[0].text, wanted);
    assert_eq!(answer.fixed.len(), 1);
    assert_eq!(answer.fixed[0].message, one.message);
    assert_eq!(answer.fixed[0].path, one.path);
    assert_eq!(answer.refused, []);
    // What is not there any more is not mended.
    for gone in [
        FindingRequest {
            offset: 0,
            ..only.clone()
        },
        FindingRequest {
            file: "b.yaml".to_owned(),
            ..only
        },
    ] {
        let only = Some(gone);
        let question = FixQuestion {
            only,
            ..FixQuestion::default()
        };
        assert_eq!(session.fix(&question).unwrap(), FixAnswer::default());
    }
}

#[test]
fn what_a_text_shows_once_it_can_be_read_is_no_fixs_making() {
    let text = "\
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      dnsPolicy:Default
      hostPID: true
      containers: [{name: agent, image: agent}]
";
    let answer = fix(text, &all());
    assert_eq!(answer.fixed[0].rule, "yaml-syntax");
    let mended = &answer.files[0].text;
    assert!(mended.contains("\n      dnsPolicy: Default\n"), "{mended}");
    let new = faults(mended);
    assert!(new.iter().any(|(rule, _)| rule == "host-pid"), "{new:?}");
}

#[test]
fn one_fix_that_is_left_holds_up_no_other() {
    // Of ten containers one would get a warning.
    let mut text = String::from("containers:\n");
    for number in 0..10 {
        let name = if number == 6 { "SYS_ADMIN" } else { "CHOWN" };
        text.push_str(&format!(
            "- name: c{number}\n  image: registry.example.com/agent:v1.2.3\n  securityContext: {{capabilities: {{drop: [ALL], add: [CAP_{name}]}}}}\n"
        ));
    }
    let answer = fix(&text, &all());
    let left: Vec<_> = answer
        .refused
        .iter()
        .map(|left| left.path.clone())
        .collect();
    let path = "spec.template.spec.containers[6].securityContext.capabilities.add[0]";
    assert_eq!(left, [Some(path.to_owned())]);
    assert_eq!(answer.files[0].text.matches("CAP_").count(), 1);
}

#[test]
fn bytes_that_are_no_text_are_not_written_back() {
    let mut session = Session::new();
    let mut bytes =
        b"updateStrategy: {type: OnDelete, rollingUpdate: {maxUnavailable: 1}}\n".to_vec();
    session.set_bytes("a.yaml", &bytes);
    assert_eq!(session.fix(&all()).unwrap().files.len(), 1);
    bytes.extend(b"# caf\xe9\n");
    session.set_bytes("a.yaml", &bytes);
    assert_eq!(session.fix(&all()).unwrap().files, []);
}

/// What one rule makes of a text, by what each line of the text becomes.
fn by_rule(rule: &str, text: &str) -> String {
    let lint = LintQuestion {
        presets: vec!["off".to_owned()],
        rules: vec![rule.to_owned()],
        ..LintQuestion::default()
    };
    let question = FixQuestion { lint, ..all() };
    let answer = fix(text, &question);
    let mended = answer.files.first().map(|file| file.text.clone());
    mended.unwrap_or_else(|| "unchanged".to_owned())
}

#[test]
fn a_list_grows_in_the_style_in_which_it_is_written() {
    let container = |rest: &str| {
        format!("containers:\n- name: agent\n  image: registry.example.com/agent:v1\n{rest}")
    };
    for (written, wanted) in [
        // A list that is there, in brackets and in lines, with its comments.
        (
            "  securityContext: {capabilities: {drop: [NET_RAW]}} # few\n",
            "  securityContext: {capabilities: {drop: [NET_RAW, ALL]}} # few\n",
        ),
        (
            "  securityContext:\n    capabilities:\n      drop:\n      # the loud one\n      - NET_RAW # not needed\n      add: [CHOWN]\n",
            "  securityContext:\n    capabilities:\n      drop:\n      # the loud one\n      - NET_RAW # not needed\n      - ALL\n      add: [CHOWN]\n",
        ),
        (
            "  securityContext:\n    capabilities:\n      drop:\n          - 'NET_RAW'\n",
            "  securityContext:\n    capabilities:\n      drop:\n          - 'NET_RAW'\n          - 'ALL'\n",
        ),
        // A list that is empty, or is not there.
        (
            "  securityContext: {capabilities: {drop: []}}\n",
            "  securityContext: {capabilities: {drop: [ALL]}}\n",
        ),
        (
            "  securityContext:\n    capabilities:\n      drop: # nothing\n",
            "  securityContext:\n    capabilities:\n      drop: # nothing\n        - ALL\n",
        ),
        (
            "  securityContext:\n    capabilities:\n      add:\n      - CHOWN\n",
            "  securityContext:\n    capabilities:\n      drop:\n      - ALL\n      add:\n      - CHOWN\n",
        ),
        // Nor the maps around it.
        (
            "  securityContext:\n    runAsUser: 1\n",
            "  securityContext:\n    runAsUser: 1\n    capabilities:\n      drop: [ALL]\n",
        ),
        (
            "  securityContext: {}\n",
            "  securityContext: {capabilities: {drop: [ALL]}}\n",
        ),
        (
            "",
            "  securityContext:\n    capabilities:\n      drop: [ALL]\n",
        ),
    ] {
        let mended = by_rule("capability-not-dropped", &container(written));
        assert_eq!(mended, container(wanted), "{written}");
    }
    // What others read, too, is not edited.
    let shared = "  securityContext: &one {capabilities: {add: [CHOWN]}}\n- name: b\n  image: b:1\n  securityContext: *one\n";
    assert_eq!(
        by_rule("capability-not-dropped", &container(shared)),
        "unchanged"
    );
}

#[test]
fn a_list_of_maps_comes_before_the_containers_and_a_pair_with_its_dots() {
    let pod = |rest: &str| {
        format!(
            "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {{name: agent}}\nspec:\n  template:\n    spec:\n{rest}      containers: # one\n      - name: agent\n        image: a:1\n"
        )
    };
    let selector = "      nodeSelector:\n        node-role.kubernetes.io/control-plane: \"\"\n";
    let toleration = "key: node-role.kubernetes.io/control-plane";
    assert_eq!(
        by_rule("toleration-missing-for-selector", &pod(selector)),
        pod(&format!(
            "{selector}      tolerations:\n      - {toleration}\n        operator: Exists\n        effect: NoSchedule\n"
        ))
    );
    let gpu = "      tolerations: [{key: gpu, operator: Exists}]\n";
    assert_eq!(
        by_rule(
            "toleration-missing-for-selector",
            &pod(&[selector, gpu].concat())
        ),
        pod(&format!(
            "{selector}      tolerations: [{{key: gpu, operator: Exists}}, {{{toleration}, operator: Exists, effect: NoSchedule}}]\n"
        ))
    );
    assert_eq!(
        by_rule(
            "os-selector-missing",
            &pod("      nodeSelector:\n        disk: ssd\n")
        ),
        pod("      nodeSelector:\n        disk: ssd\n        kubernetes.io/os: linux\n")
    );
    assert_eq!(
        by_rule("os-selector-missing", &pod("      dnsPolicy: Default\n")),
        pod("      dnsPolicy: Default\n      nodeSelector:\n        kubernetes.io/os: linux\n")
    );
}
