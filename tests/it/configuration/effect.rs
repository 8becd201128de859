//! What a configuration does to a review.

use super::{AGENT, found, preset_off, session};
use everynode::ffi::{FixQuestion, LintQuestion, Session};

/// One rule alone, with what else a configuration says.
fn latest(more: &str) -> String {
    format!("presets: off\nrules: {{image-tag-latest: warning}}\n{more}")
}

fn review(more: &str) -> Vec<(&'static str, &'static str)> {
    found(&mut session(&latest(more)), &LintQuestion::default())
}

#[test]
fn a_part_of_the_input_has_settings_of_its_own() {
    let default = ("image-tag-latest", "warning");
    for (part, fits) in [
        ("files: deploy/*", true),
        ("files: ./deploy/agent.yaml", true),
        ("files: legacy/*", false),
        ("files: [legacy/*, deploy/*]", true),
        ("objects: DaemonSet/agents/agent", true),
        ("objects: DaemonSet/*/other", false),
        ("paths: spec.template.spec.containers*", true),
        ("paths: metadata.*", false),
        ("files: deploy/*, objects: Deployment/*/*", false),
    ] {
        let more = |setting: &str| {
            format!("overrides: [{{{part}, rules: {{image-tag-latest: {setting}}}}}]\n")
        };
        let changed = |with| if fits { with } else { vec![default] };
        let error = vec![("image-tag-latest", "error")];
        assert_eq!(review(&more("error")), changed(error), "{part}");
        assert_eq!(review(&more("off")), changed(vec![]), "{part}");
    }
}

#[test]
fn the_last_override_counts_and_one_can_switch_a_rule_on() {
    let off = "overrides:\n- rules: {image-tag-latest: off}\n- rules: {image-tag-latest: info}\n";
    assert_eq!(review(off), [("image-tag-latest", "info")]);
    for (files, expected) in [("deploy/*", 1), ("other/*", 0)] {
        let text = format!(
            "presets: off\noverrides: [{{files: {files}, rules: {{image-tag-latest: on}}}}]\n"
        );
        let found = found(&mut session(&text), &LintQuestion::default());
        assert_eq!(found.len(), expected, "{files}");
    }
}

#[test]
fn what_is_put_aside_is_counted() {
    let text = latest(
        "ignores:\n- rules: image-tag-latest\n  objects: '*/agents/*'\n  reason: by digest later\n",
    );
    let answer = session(&text).lint(&LintQuestion::default()).unwrap();
    assert_eq!((answer.diagnostics, answer.ignored), (vec![], 1));
}

#[test]
fn an_ignore_that_puts_nothing_aside_is_found_where_it_is_written() {
    let ignore = |part: &str| {
        format!("ignores:\n- {{rules: [image-tag-latest, host-pid, env-duplicate], {part}}}\n")
    };
    let mut session =
        session(&latest(&ignore("objects: '*'")).replace("warning}", "warning, host-pid: on}"));
    let answer = session.lint(&LintQuestion::default()).unwrap();
    let [unused] = answer.diagnostics.as_slice() else {
        panic!("{:?}", answer.diagnostics);
    };
    // Of `env-duplicate`, which is off, nothing is said.
    assert_eq!(
        unused.message,
        "nothing is found by `host-pid` where this ignore holds"
    );
    assert_eq!((unused.rule, unused.severity), ("ignore-unused", "warning"));
    assert_eq!(
        (&*unused.file, unused.range.start.line),
        ("everynode.yaml", 4)
    );
    assert_eq!(unused.range.start.column, 30);
    let elsewhere = review(&ignore("files: other/*"));
    assert_eq!(
        elsewhere,
        [("image-tag-latest", "warning"), ("ignore-unused", "info")]
    );
}

#[test]
fn a_finding_that_a_comment_and_the_configuration_put_aside_counts_once() {
    let text = latest("ignores: [{rules: image-tag-latest}]\n");
    let mut session = session(&text);
    session.set_text(
        "deploy/agent.yaml",
        &AGENT.replace(
            "/agent\n",
            "/agent # everynode: ignore image-tag-latest soon\n",
        ),
    );
    let answer = session.lint(&LintQuestion::default()).unwrap();
    assert_eq!((answer.diagnostics, answer.ignored), (vec![], 1));
}

#[test]
fn a_complete_input_and_a_level_are_heard() {
    let text = "presets: off\nrules: {service-account-not-in-input: on}\n";
    let agent = AGENT.replace(
        "      containers",
        "      serviceAccountName: agent\n      hostPID: true\n      containers",
    );
    let review = |text: &str| {
        let mut session = Session::new();
        session.set_text("everynode.yaml", text);
        session.set_text("agent.yaml", &agent);
        found(&mut session, &LintQuestion::default())
    };
    assert_eq!(review(text), []);
    let complete = format!("{text}complete: true\n");
    assert_eq!(
        review(&complete),
        [("service-account-not-in-input", "info")]
    );
    let level = "presets: off\npodSecurity: baseline\n";
    assert_eq!(review(level), [("host-pid", "error")]);
}

#[test]
fn fixes_follow_the_configuration() {
    let strategy = "updateStrategy: {type: OnDelete, rollingUpdate: {maxUnavailable: 1}}\n";
    let fixed = |config: &str| {
        let mut session = Session::new();
        session.set_text("everynode.yaml", config);
        session.set_text("a.yaml", strategy);
        session.fix(&FixQuestion::default()).unwrap().fixed.len()
    };
    assert_eq!(fixed(""), 1);
    assert_eq!(fixed("presets: off\n"), 0);
    assert_eq!(fixed("ignores: [{rules: rolling-update-ignored}]\n"), 0);
}

#[test]
fn the_configuration_is_no_manifest() {
    let mut session = session("rules: {}\n");
    let answer = session.lint(&preset_off()).unwrap();
    assert_eq!(answer.objects.len(), 1);
    assert_eq!(session.place().daemon_sets.len(), 1);
    assert_eq!(session.place().diagnostics, []);
}
