use super::values::{format, gates, image, nodes, one_of, propagation, revision, seconds};
use crate::ffi::{ConfigText, LintQuestion, RolloutQuestion};
use crate::words::nearest_of;
use lexopt::{Arg, Parser, ValueExt};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    Place,
    Explain,
    Lint,
    Rollout,
    Validate,
    Default,
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    #[default]
    Text,
    Wide,
    Json,
    Yaml,
    Markdown,
    Svg,
    Compact,
    Sarif,
    Github,
    Junit,
}

/// Which findings are mended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fix {
    #[default]
    None,
    Safe,
    All,
}

/// The severity from which on findings make the command fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum FailOn {
    #[default]
    Error,
    Warning,
    Info,
    Never,
}

impl FailOn {
    pub(super) fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "error" => Self::Error,
            "warning" => Self::Warning,
            "info" => Self::Info,
            "never" => Self::Never,
            _ => return None,
        })
    }
}

/// When there is colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Colour {
    #[default]
    Auto,
    Always,
    Never,
}

/// A question with all that belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Question {
    pub(super) paths: Vec<String>,
    pub(super) daemon_set: Option<String>,
    pub(super) node: Option<String>,
    pub(super) format: Format,
    pub(super) now: Option<String>,
    pub(super) gates: Vec<(String, bool)>,
    pub(super) complete: bool,
    pub(super) colour: Colour,
    pub(super) rollout: RolloutQuestion,
    /// Files with what is stored already.
    pub(super) old: Vec<String>,
    /// The path of the scenario; what it holds goes into the question.
    pub(super) scenario: Option<String>,
    pub(super) watch: bool,
    /// The file with the patch.
    pub(super) patch_file: Option<String>,
    pub(super) lint: LintQuestion,
    /// `None`: what the configuration says.
    pub(super) fail_on: Option<FailOn>,
    /// The path of the configuration; without one it is looked for.
    pub(super) config: Option<String>,
    /// What it holds.
    pub(super) config_text: Option<ConfigText>,
    pub(super) fix: Fix,
    /// Shows what fixes change, and writes nothing.
    pub(super) diff: bool,
}

/// What the command line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Ask(Verb, Box<Question>),
    Help(Option<Verb>),
    Version,
}

const VERBS: [&str; 8] = [
    "place", "explain", "rollout", "lint", "validate", "default", "help", "version",
];
const OPTIONS: [&str; 35] = [
    "old",
    "config",
    "fix",
    "unsafe-fixes",
    "diff",
    "fail-on",
    "preset",
    "role",
    "rule",
    "from",
    "restart",
    "scenario",
    "seed",
    "patch",
    "patch-file",
    "type",
    "set",
    "undo",
    "delete",
    "watch",
    "startup",
    "termination",
    "down",
    "never-ready",
    "unschedulable",
    "daemonset",
    "node",
    "output",
    "now",
    "feature-gates",
    "complete",
    "color",
    "help",
    "version",
    "no-color",
];

impl Verb {
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "place" => Self::Place,
            "explain" => Self::Explain,
            "lint" => Self::Lint,
            "rollout" => Self::Rollout,
            "validate" => Self::Validate,
            "default" => Self::Default,
            _ => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Explain => "explain",
            Self::Lint => "lint",
            Self::Rollout => "rollout",
            Self::Validate => "validate",
            Self::Default => "default",
        }
    }

    /// The formats that it has besides the text.
    pub(super) fn formats(self) -> &'static [(&'static str, Format)] {
        const WIDE: (&str, Format) = ("wide", Format::Wide);
        const JSON: (&str, Format) = ("json", Format::Json);
        const YAML: (&str, Format) = ("yaml", Format::Yaml);
        const MARKDOWN: (&str, Format) = ("markdown", Format::Markdown);
        match self {
            Self::Rollout => &[WIDE, JSON, YAML, MARKDOWN, ("svg", Format::Svg)],
            Self::Place => &[WIDE, JSON, YAML, MARKDOWN],
            Self::Explain => &[JSON, YAML, MARKDOWN],
            Self::Validate => &[JSON, YAML],
            Self::Default => &[JSON],
            Self::Lint => &[
                ("text", Format::Text),
                ("compact", Format::Compact),
                JSON,
                YAML,
                MARKDOWN,
                ("sarif", Format::Sarif),
                ("github", Format::Github),
                ("junit", Format::Junit),
            ],
        }
    }
}

/// A command line that says nothing that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// What was wanted, and what is there.
    pub(super) why: String,
    verb: Option<Verb>,
}

impl Wrong {
    /// Where to read on.
    pub(super) fn help(&self) -> String {
        match self.verb {
            Some(verb) => format!("`everynode help {}` lists its options", verb.name()),
            None => "`everynode help` lists the verbs".to_owned(),
        }
    }
}

/// Reads the arguments, without the program's own name.
pub(super) fn parse(arguments: &[String]) -> Result<Command, Wrong> {
    let mut verb = None;
    read(arguments, &mut verb).map_err(|why| Wrong { why, verb })
}

fn read(arguments: &[String], verb: &mut Option<Verb>) -> Result<Command, String> {
    let mut parser = Parser::from_args(arguments.iter().cloned());
    let mut question = Question::default();
    let mut output = None;
    let mut asked_for_help = false;
    let mut patch_type = None;
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => asked_for_help = true,
            Arg::Short('V') | Arg::Long("version") => return Ok(Command::Version),
            Arg::Value(value) if verb.is_none() => {
                let word = text(value)?;
                match word.as_str() {
                    "help" => return topic(&mut parser),
                    "version" => return Ok(Command::Version),
                    word => *verb = Some(Verb::parse(word).ok_or_else(|| unknown_verb(word))?),
                }
            }
            Arg::Value(value) => question.paths.push(text(value)?),
            Arg::Short('d') | Arg::Long("daemonset") => {
                question.daemon_set = Some(value(&mut parser, "--daemonset")?);
            }
            Arg::Short('n') | Arg::Long("node") => {
                question.node = Some(value(&mut parser, "--node")?);
            }
            Arg::Short('o') | Arg::Long("output") => {
                output = Some(value(&mut parser, "--output")?);
            }
            Arg::Long("now") => question.now = Some(value(&mut parser, "--now")?),
            Arg::Long("feature-gates") => {
                let given = value(&mut parser, "--feature-gates")?;
                question.gates.extend(gates(&given)?);
            }
            Arg::Long("preset") => question.lint.presets.push(value(&mut parser, "--preset")?),
            Arg::Long("fix") if question.fix == Fix::None => question.fix = Fix::Safe,
            Arg::Long("fix") => {}
            Arg::Long("unsafe-fixes") => question.fix = Fix::All,
            Arg::Long("diff") => question.diff = true,
            Arg::Long("fail-on") => {
                let given = value(&mut parser, "--fail-on")?;
                question.fail_on = Some(FailOn::parse(&given).ok_or_else(|| {
                    format!("--fail-on is error, warning, info or never, not `{given}`")
                })?);
            }
            Arg::Long("config") => question.config = Some(value(&mut parser, "--config")?),
            Arg::Long("role") => question.lint.role = Some(value(&mut parser, "--role")?),
            Arg::Long("rule") => question.lint.rules.push(value(&mut parser, "--rule")?),
            Arg::Long("from") => question.rollout.from.push(value(&mut parser, "--from")?),
            Arg::Long("old") => question.old.push(value(&mut parser, "--old")?),
            Arg::Long("restart") => question.rollout.restart = true,
            Arg::Long("patch") => {
                let text = value(&mut parser, "--patch")?;
                let name = "--patch".to_owned();
                let patch = question.rollout.patch.get_or_insert_default();
                (patch.name, patch.text) = (name, text);
            }
            Arg::Long("patch-file") => {
                question.patch_file = Some(value(&mut parser, "--patch-file")?);
            }
            Arg::Long("type") => patch_type = Some(value(&mut parser, "--type")?),
            Arg::Long("set") => {
                let given = value(&mut parser, "--set")?;
                question.rollout.set_image.push(image(&given)?);
            }
            Arg::Long("undo") => {
                let given = parser.optional_value().map(text).transpose()?;
                question.rollout.undo = Some(revision(given.as_deref())?);
            }
            Arg::Long("delete") => {
                let given = parser.optional_value().map(text).transpose()?;
                question.rollout.delete = propagation(given.as_deref())?;
            }
            Arg::Long("watch") | Arg::Short('w') => question.watch = true,
            Arg::Long("scenario") => {
                question.scenario = Some(value(&mut parser, "--scenario")?);
            }
            Arg::Long("seed") => {
                let given = value(&mut parser, "--seed")?;
                question.rollout.seed = Some(given.parse().map_err(|_| {
                    format!(
                        "--seed wants a whole number from 0 to {}, not `{given}`",
                        u32::MAX
                    )
                })?);
            }
            Arg::Long("startup") => {
                let given = value(&mut parser, "--startup")?;
                question.rollout.startup_seconds = Some(seconds(&given, "--startup")?);
            }
            Arg::Long("termination") => {
                let given = value(&mut parser, "--termination")?;
                question.rollout.termination_seconds = Some(seconds(&given, "--termination")?);
            }
            Arg::Long("down") => {
                question
                    .rollout
                    .down
                    .extend(nodes(&value(&mut parser, "--down")?));
            }
            Arg::Long("never-ready") => {
                let given = value(&mut parser, "--never-ready")?;
                question.rollout.never_ready.extend(nodes(&given));
            }
            Arg::Long("unschedulable") => {
                let given = value(&mut parser, "--unschedulable")?;
                question.rollout.unschedulable.extend(nodes(&given));
            }
            Arg::Long("complete") => question.complete = true,
            Arg::Long("no-color") => question.colour = Colour::Never,
            Arg::Long("color") => {
                question.colour = match value(&mut parser, "--color")?.as_str() {
                    "auto" => Colour::Auto,
                    "always" => Colour::Always,
                    "never" => Colour::Never,
                    other => {
                        return Err(format!("--color is auto, always or never, not `{other}`"));
                    }
                };
            }
            Arg::Long(name) => {
                return Err(unknown(
                    &format!("--{name}"),
                    "option",
                    nearest_of(name, &OPTIONS),
                    "--",
                ));
            }
            Arg::Short(letter) => return Err(format!("there is no option `-{letter}`")),
        }
    }
    match verb {
        _ if asked_for_help => Ok(Command::Help(*verb)),
        None if arguments.is_empty() => Ok(Command::Help(None)),
        None => Err(format!("a verb is wanted: {}", VERBS.join(", "))),
        Some(verb) => {
            if let Some(given) = patch_type {
                let is_patched = question.rollout.patch.is_some() || question.patch_file.is_some();
                if !is_patched {
                    return Err("--type goes with --patch or --patch-file".to_owned());
                }
                let patch = question.rollout.patch.get_or_insert_default();
                patch.kind = one_of(&given, &["strategic", "merge", "json"], "--type")?;
            }
            if let Some(given) = output {
                question.format = format(*verb, &given)?;
            }
            check(*verb, question)
        }
    }
}

fn check(verb: Verb, question: Question) -> Result<Command, String> {
    if question.paths.is_empty() {
        return Err(format!(
            "`{}` wants a file, a folder, or - for standard input",
            verb.name()
        ));
    }
    if verb == Verb::Explain && question.node.is_none() {
        return Err("`explain` wants --node NAME".to_owned());
    }
    if verb != Verb::Explain && question.node.is_some() {
        return Err(format!("`{}` has no --node; `explain` has", verb.name()));
    }
    let reads_all = matches!(verb, Verb::Lint | Verb::Validate | Verb::Default);
    if reads_all && question.daemon_set.is_some() {
        return Err(format!(
            "`{}` has no --daemonset: it reads all files",
            verb.name()
        ));
    }
    if !matches!(verb, Verb::Validate | Verb::Lint) && !question.old.is_empty() {
        return Err(format!(
            "`{}` has no --old; `validate` and `lint` have",
            verb.name()
        ));
    }
    if verb != Verb::Rollout
        && (question.watch
            || question.scenario.is_some()
            || question.patch_file.is_some()
            || question.rollout != RolloutQuestion::default())
    {
        return Err(format!(
            "`{}` plays no update; what is asked for and what happens meanwhile are for `rollout`",
            verb.name()
        ));
    }
    let mends = question.fix != Fix::None || question.diff;
    let is_set = question.fail_on.is_some() || question.config.is_some();
    let asks_rules = mends || is_set || question.lint != LintQuestion::default();
    if verb != Verb::Lint && asks_rules {
        return Err(format!(
            "`{}` asks no rules; --preset, --role, --rule, --config, --fail-on and --fix are for `lint`",
            verb.name()
        ));
    }
    let rollout = &question.rollout;
    let ways = [
        ("--restart", rollout.restart),
        (
            "--patch",
            rollout
                .patch
                .as_ref()
                .is_some_and(|patch| !patch.name.is_empty()),
        ),
        ("--patch-file", question.patch_file.is_some()),
        ("--set", !rollout.set_image.is_empty()),
        ("--undo", rollout.undo.is_some()),
        ("--delete", !rollout.delete.is_empty()),
    ];
    let ways: Vec<&str> = ways
        .iter()
        .filter(|(_, asked)| *asked)
        .map(|(way, _)| *way)
        .collect();
    if ways.len() > 1 {
        return Err(format!(
            "an update is one of {}, not both",
            ways.join(" and ")
        ));
    }
    Ok(Command::Ask(verb, Box::new(question)))
}

fn topic(parser: &mut Parser) -> Result<Command, String> {
    match next(parser)? {
        None => Ok(Command::Help(None)),
        Some(Arg::Value(value)) => {
            let word = text(value)?;
            let verb = Verb::parse(&word).ok_or_else(|| unknown_verb(&word))?;
            Ok(Command::Help(Some(verb)))
        }
        Some(argument) => Err(argument.unexpected().to_string()),
    }
}

fn next(parser: &mut Parser) -> Result<Option<Arg<'_>>, String> {
    parser.next().map_err(|error| match error {
        lexopt::Error::UnexpectedValue { option, value } => {
            format!("{option} takes no value, not `{}`", value.to_string_lossy())
        }
        error => error.to_string(),
    })
}

fn value(parser: &mut Parser, option: &str) -> Result<String, String> {
    let value = parser
        .value()
        .map_err(|_| format!("{option} wants a value"))?;
    text(value)
}

fn text(value: std::ffi::OsString) -> Result<String, String> {
    value.string().map_err(|error| error.to_string())
}

fn unknown_verb(word: &str) -> String {
    unknown(word, "verb", nearest_of(word, &VERBS), "")
}

/// Says that a word is not known, and which one is near.
fn unknown(word: &str, what: &str, nearest: Option<&str>, before: &str) -> String {
    match nearest {
        Some(nearest) => format!("there is no {what} `{word}`; the nearest is `{before}{nearest}`"),
        None => format!("there is no {what} `{word}`"),
    }
}
