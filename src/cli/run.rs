use super::arguments::{Colour, Command, Question, Verb, parse};
use super::ask::{Printed, Styles, ask};
use super::files;
use super::help::help;
use super::host::{Host, Stream};
use super::progress::ProgressLine;
use crate::ffi::{ScenarioText, moment};
use crate::report::{Style, error};
use crate::{KUBERNETES_VERSION, VERSION};

/// The command cannot be carried out.
const MISUSE: u8 = 2;

/// Runs the command line. `arguments` come without the program's own name; the answer is the exit code.
///
/// 0: all is well. 1: the input has errors, or what was asked for is not in it. 2: the command cannot be carried out.
pub fn run(arguments: &[String], host: &mut dyn Host) -> u8 {
    let printed = answer(arguments, host);
    // Findings come first, so that on a terminal the answer is what stands last.
    if !printed.err.is_empty() {
        host.write(Stream::Stderr, &printed.err);
    }
    if !printed.out.is_empty() {
        host.write(Stream::Stdout, &printed.out);
    }
    printed.code
}

fn answer(arguments: &[String], host: &mut dyn Host) -> Printed {
    let said = |out: String| Printed {
        out,
        ..Printed::default()
    };
    let misuse = |why: &str, help: Option<&str>, style| Printed {
        err: error(why, help, style),
        code: MISUSE,
        ..Printed::default()
    };
    match parse(arguments) {
        Err(wrong) => {
            let style = style(Colour::Auto, Stream::Stderr, host);
            misuse(&wrong.why, Some(&wrong.help()), style)
        }
        Ok(Command::Help(verb)) => said(help(verb)),
        Ok(Command::Version) => said(format!(
            "everynode {VERSION}, rules of Kubernetes {KUBERNETES_VERSION}\n"
        )),
        Ok(Command::Ask(verb, mut question)) => {
            let styles = Styles {
                out: style(question.colour, Stream::Stdout, host),
                err: style(question.colour, Stream::Stderr, host),
            };
            let now = moment(host.now());
            let texts = match texts(verb, &mut question, host) {
                Ok(texts) => texts,
                Err(why) => return misuse(&why, None, styles.err),
            };
            let mut line = ProgressLine::new(host);
            let observer = &mut |progress| {
                line.tell(progress);
                true
            };
            let printed = ask(verb, &question, &texts, now, styles, observer);
            line.clear();
            let written = printed.and_then(|printed| write(printed, host));
            written.unwrap_or_else(|why| misuse(&why, None, styles.err))
        }
    }
}

/// Writes the files that were mended. What came by standard input has no place to go back to.
fn write(mut printed: Printed, host: &mut dyn Host) -> Result<Printed, String> {
    for file in std::mem::take(&mut printed.files) {
        if file.name == files::STDIN {
            return Err(
                "standard input cannot be mended; --diff shows what would change".to_owned(),
            );
        }
        let written = host.write_file(&file.name, &file.text);
        written.map_err(|why| format!("{}: {why}", file.name))?;
    }
    Ok(printed)
}

/// What is before the update comes first, so that what comes later counts; it is known by the names of its files.
fn texts(
    verb: Verb,
    question: &mut Question,
    host: &mut dyn Host,
) -> Result<Vec<(String, Vec<u8>)>, String> {
    if verb == Verb::Lint {
        question.config_text = files::configuration(question.config.as_deref(), host)?;
    }
    let mut texts = files::read(&question.rollout.from, host)?;
    question.rollout.from = texts.iter().map(|(name, _)| name.clone()).collect();
    if let Some(path) = &question.scenario {
        let read = files::read(std::slice::from_ref(path), host)?;
        let Ok([(name, bytes)]) = <[_; 1]>::try_from(read) else {
            return Err(format!("--scenario wants one file, and {path} is a folder"));
        };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        question.rollout.scenario = Some(ScenarioText { name, text });
    }
    let stored = files::read(&question.old, host)?;
    question.old = stored.iter().map(|(name, _)| name.clone()).collect();
    question.lint.old.clone_from(&question.old);
    texts.extend(stored);
    let others = files::read(&question.paths, host)?;
    let before: Vec<&String> = question.rollout.from.iter().chain(&question.old).collect();
    texts.extend(
        others
            .into_iter()
            .filter(|(name, _)| !before.contains(&name)),
    );
    if let Some(path) = &question.patch_file {
        let read = files::read(std::slice::from_ref(path), host)?;
        let [(name, bytes)] = read.as_slice() else {
            return Err(format!(
                "--patch-file wants one file, and {path} is a folder"
            ));
        };
        let text =
            std::str::from_utf8(bytes).map_err(|_| format!("{name}: the patch is not UTF-8"))?;
        let patch = question.rollout.patch.get_or_insert_default();
        (patch.name, patch.text) = (name.clone(), text.to_owned());
    }
    Ok(texts)
}

fn style(colour: Colour, stream: Stream, host: &mut dyn Host) -> Style {
    let colour = match colour {
        Colour::Always => true,
        Colour::Never => false,
        // https://no-color.org: any value but the empty one.
        Colour::Auto => {
            let refused = host.env("NO_COLOR").is_some_and(|value| !value.is_empty());
            !refused && host.is_terminal(stream)
        }
    };
    if colour { Style::Colour } else { Style::Plain }
}
