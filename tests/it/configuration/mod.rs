//! everynode.yaml: what it sets, what is said of what cannot be, and what wins over it.

mod effect;
mod schema;

use everynode::ffi::{ConfigText, LintQuestion, Options, Session};
use everynode::lint::{Config, FailOn, Part, PodSecurity, Preset, Role, Setting};
use everynode::workspace::Configuration;

fn config(text: &str) -> Config {
    let read = Configuration::read("everynode.yaml", text);
    assert_eq!(read.diagnostics, [], "{text}");
    read.config
}

/// The mistakes in a configuration, as `line:column message help`, as an answer gives them.
fn mistakes(text: &str) -> Vec<String> {
    let mut session = Session::new();
    session.set_text("everynode.yaml", text);
    let found = session.lint(&LintQuestion::default()).unwrap().diagnostics;
    let errors = found.iter().filter(|found| found.severity == "error");
    let told = errors.map(|found| {
        assert_eq!(found.file, "everynode.yaml");
        let start = found.range.start;
        let help = found.help.as_deref().unwrap_or_default();
        let told = format!("{}:{} {} {help}", start.line, start.column, found.message);
        told.trim_end().to_owned()
    });
    told.collect()
}

const WHOLE: &str = "
presets: [recommended, security]
rules:
  host-pid: off
  image-tag-latest: error
  cpu-limit-missing: on
  host-network: info
role: log-collector
podSecurity: baseline
registries: [registry.example.com/, ghcr.io/acme]
overheadPercent: 30
complete: true
failOn: warning
overrides:
- files: ./legacy/*
  objects: DaemonSet/kube-system/*
  role: cni
  rules: {host-ipc: warning}
ignores:
- rules: [host-port, host-ipc]
  objects: ['DaemonSet/*/agent']
  paths: 'spec.template.spec.containers[0].*'
  reason: the port is agreed with the network team
";

#[test]
fn everything_is_read() {
    use everynode::diagnostic::Severity::{Error, Info, Warning};
    let config = config(WHOLE);
    assert_eq!(config.presets, [Preset::Recommended, Preset::Security]);
    let rule = |id: &str, setting| (id.to_owned(), setting);
    assert_eq!(
        config.rules,
        [
            rule("cpu-limit-missing", Setting::On),
            rule("host-network", Setting::As(Info)),
            rule("host-pid", Setting::Off),
            rule("image-tag-latest", Setting::As(Error)),
        ]
    );
    assert_eq!(config.role, Some(Role::LogCollector));
    assert_eq!(config.pod_security, Some(PodSecurity::Baseline));
    assert_eq!(config.registries, ["registry.example.com", "ghcr.io/acme"]);
    assert!(config.complete);
    assert_eq!(config.overhead_percent, Some(30));
    assert_eq!(config.fail_on, Some(FailOn::Warning));
    let [own] = config.overrides.as_slice() else {
        panic!("{:?}", config.overrides);
    };
    assert_eq!(own.part.files, ["legacy/*"]);
    assert_eq!(own.part.objects, ["DaemonSet/kube-system/*"]);
    assert_eq!(own.role, Some(Role::Cni));
    assert_eq!(own.rules, [rule("host-ipc", Setting::As(Warning))]);
    let ignores: Vec<(&str, &Part)> = config
        .ignores
        .iter()
        .map(|own| (own.rule.as_str(), &own.part))
        .collect();
    let part = Part {
        objects: vec!["DaemonSet/*/agent".into()],
        paths: vec!["spec.template.spec.containers[0].*".into()],
        ..Part::default()
    };
    assert_eq!(ignores, [("host-port", &part), ("host-ipc", &part)]);
}

#[test]
fn json_says_the_same_as_yaml_and_words_the_same_as_truths() {
    let json = r#"{"rules": {"host-pid": "off", "host-ipc": "on"}, "presets": "off"}"#;
    let yaml = "rules: {host-pid: off, host-ipc: on}\npresets: off\n";
    let quoted = "rules: {host-pid: 'off', host-ipc: \"on\"}\npresets: [off]\n";
    assert_eq!(config(json), config(yaml));
    assert_eq!(config(quoted), config(yaml));
    assert_eq!(config(yaml).presets, [Preset::Off]);
}

#[test]
fn what_is_empty_sets_nothing() {
    for text in ["", "# nothing yet\n", "---\n", "rules:\nignores:\n", "{}"] {
        assert_eq!(config(text), Config::default(), "{text}");
    }
}

#[test]
fn every_mistake_is_found_where_it_is() {
    let cases: &[(&str, &[&str])] = &[
        (
            "preset: strict\n",
            &["1:1 there is no field `preset` here The nearest name is `presets`."],
        ),
        (
            "presets: [strikt, 7]\n",
            &[
                "1:11 `presets[0]` is to be one of `recommended`, `strict`, `security`, `off`, not `strikt` \
                 The nearest one is `strict`.",
                "1:19 `presets[1]` is to be one of `recommended`, `strict`, `security`, `off`, not `7`",
            ],
        ),
        (
            "rules:\n  host-pit: off\n  host-pid: of\n",
            &[
                "2:3 there is no rule `host-pit` The nearest one is `host-pid`.",
                "3:13 `rules[host-pid]` is to be one of `off`, `on`, `error`, `warning`, `info`, not `of`",
            ],
        ),
        (
            "rules: {yaml-syntax: off}\n",
            &["1:9 `yaml-syntax` is found by reading: nothing sets it"],
        ),
        (
            "rules: [host-pid]\n",
            &["1:8 `rules` is to be a map, not a list"],
        ),
        (
            "role: log-colector\n",
            &[
                "1:7 `role` is to be one of `generic`, `log-collector`, `metrics-exporter`, `cni`, `csi`, \
                 `security-agent`, `device-plugin`, not `log-colector` The nearest one is `log-collector`.",
            ],
        ),
        (
            "podSecurity: strict\n",
            &[
                "1:14 `podSecurity` is to be one of `privileged`, `baseline`, `restricted`, not `strict`",
            ],
        ),
        (
            "registries:\n- https://ghcr.io\n",
            &[
                "2:3 `registries[0]` is to be a registry such as `ghcr.io` or `ghcr.io/acme`, not `https://ghcr.io`",
            ],
        ),
        (
            "complete: 1\n",
            &["1:11 `complete` is to be `true` or `false`, not `1`"],
        ),
        (
            "overheadPercent: 25%\n",
            &["1:18 `overheadPercent` is to be a whole number from 0 to 100, not `25%`"],
        ),
        (
            "overheadPercent: 101\n",
            &["1:18 `overheadPercent` is to be a whole number from 0 to 100, not `101`"],
        ),
        (
            "failOn: eror\n",
            &[
                "1:9 `failOn` is to be one of `error`, `warning`, `info`, `never`, not `eror` The nearest one is `error`.",
            ],
        ),
        (
            "overrides:\n- {object: a, role: cni}\n- {objects: kube-system/agent, role: cni}\n- 5\n- files: a\n- {role: cni, paths: spec}\n",
            &[
                "2:4 there is no field `object` here The nearest name is `objects`.",
                "3:13 `overrides[1].objects` is to be `Kind/namespace/name`, with `*` for what is left open, not `kube-system/agent`",
                "4:3 `overrides[2]` is to be a map, not `5`",
                "5:3 `overrides[3]` sets nothing: `rules` or `role` is wanted",
                "6:3 `overrides[4]` sets a `role`, which is of whole objects, for `paths`",
            ],
        ),
        (
            "ignores:\n- objects: '*'\n- rules: host-pit\n- {rules: [host-pid], reason: [a]}\n",
            &[
                "2:3 `ignores[0]` sets nothing aside: `rules` is wanted",
                "3:10 there is no rule `host-pit` The nearest one is `host-pid`.",
                "4:31 `ignores[2].reason` is to be text, not a list",
            ],
        ),
        (
            "- rules\n",
            &["1:1 a configuration is a map of fields, not `[\"rules\"]`"],
        ),
        (
            "rules: {\n",
            &["1:8 this bracket is never closed Write the `}` where it ends."],
        ),
    ];
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let found = mistakes(text);
        if found != *expected {
            wrong.push(format!(
                "{text}\n  wanted {expected:#?}\n  found  {found:#?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_wrong_is_left_out_and_the_rest_holds() {
    let read = Configuration::read(
        "a.yaml",
        "rules: {host-pit: off, host-ipc: off}\nfailOn: 3\ncomplete: true\n",
    );
    assert_eq!(read.config.rules, [("host-ipc".to_owned(), Setting::Off)]);
    assert!(read.config.complete);
    assert_eq!(read.diagnostics.len(), 2);
}

#[test]
fn hostile_texts_end_soon_and_say_a_hundred_things_at_most() {
    let many = |item: &str, count: usize| format!("overrides:\n{}", item.repeat(count));
    let deep = format!("rules: {}{}", "[".repeat(5000), "]".repeat(5000));
    for text in [
        many("- 7\n", 5000),
        many("- {files: a}\n", 5000),
        format!(
            "rules:\n{}",
            (0..5000)
                .map(|n| format!("  r{n}: off\n"))
                .collect::<String>()
        ),
        deep,
        "x".repeat(2 << 20),
        "rules: &a {host-pid: *a}\n".to_owned(),
        "\u{0}\u{feff}rules: \u{1}".to_owned(),
    ] {
        let read = Configuration::read("everynode.yaml", &text);
        let begin: String = text.chars().take(40).collect();
        assert!(!read.diagnostics.is_empty(), "{begin}");
        assert!(
            read.diagnostics.len() <= 101,
            "{begin}: {}",
            read.diagnostics.len()
        );
        assert!(read.config.overrides.len() <= 1000, "{begin}");
    }
}

/// The only container has no tag, and none of its limits.
const AGENT: &str = "apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: agents}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      containers:
      - name: agent
        image: registry.example.com/agent
";

fn session(config: &str) -> Session {
    let mut session = Session::new();
    session.set_text("everynode.yaml", config);
    session.set_text("deploy/agent.yaml", AGENT);
    session
}

/// Rules that found something, with their severities.
fn found(session: &mut Session, question: &LintQuestion) -> Vec<(&'static str, &'static str)> {
    let answer = session.lint(question).unwrap();
    let found = answer.diagnostics.iter();
    found.map(|found| (found.rule, found.severity)).collect()
}

fn preset_off() -> LintQuestion {
    LintQuestion {
        presets: vec!["off".into()],
        ..LintQuestion::default()
    }
}

#[test]
fn an_option_wins_over_the_file_and_leaves_it_in_its_place() {
    let latest =
        |severity: &str| format!("presets: off\nrules: {{image-tag-latest: {severity}}}\n");
    let mut session = session(&latest("info"));
    let default = LintQuestion::default();
    assert_eq!(
        found(&mut session, &default),
        [("image-tag-latest", "info")]
    );
    let chosen = ConfigText {
        name: "ci/strict.yaml".into(),
        text: latest("error") + "failOn: never\nfile: a\n",
    };
    let options = Options {
        config: Some(chosen),
        ..Options::default()
    };
    session.set_options(&options).unwrap();
    let answer = session.lint(&default).unwrap();
    let used = answer.config.unwrap();
    assert_eq!(
        (&*used.file, used.fail_on),
        ("ci/strict.yaml", Some("never"))
    );
    assert_eq!(answer.diagnostics[1].file, "ci/strict.yaml");
    assert!(
        session
            .text("ci/strict.yaml")
            .unwrap()
            .ends_with("file: a\n")
    );
    session.set_options(&Options::default()).unwrap();
    assert_eq!(
        found(&mut session, &default),
        [("image-tag-latest", "info")]
    );
    session.remove_file("everynode.yaml");
    let answer = session.lint(&preset_off()).unwrap();
    assert_eq!((answer.config, answer.diagnostics), (None, vec![]));
}

#[test]
fn what_a_question_says_wins_over_the_configuration() {
    let text = "presets: strict\nrole: cni\nrules: {image-tag-latest: off}\n\
                overrides: [{objects: '*', role: csi}]\n";
    let mut session = session(text);
    assert!(found(&mut session, &LintQuestion::default()).len() > 5);
    assert_eq!(found(&mut session, &preset_off()), []);
    let question = LintQuestion {
        presets: vec!["off".into()],
        role: Some("device-plugin".into()),
        rules: vec!["image-tag-latest".into()],
        ..LintQuestion::default()
    };
    let answer = session.lint(&question).unwrap();
    assert_eq!(answer.diagnostics[0].rule, "image-tag-latest");
    assert_eq!(answer.roles[0].role, "device-plugin");
    let answer = session.lint(&LintQuestion::default()).unwrap();
    assert_eq!(answer.roles[0].role, "csi");
}
