use super::arguments::{Colour, Command, Question, parse};
use super::ask::{Printed, ask};
use super::files;
use super::help::help;
use super::host::{Host, Stream};
use crate::ffi::moment;
use crate::report::Style;
use crate::{KUBERNETES_VERSION, VERSION};

/// The command cannot be carried out.
const MISUSE: u8 = 2;

/// Runs the command line. `arguments` come without the program's own name; the answer is the exit code.
///
/// 0: all is well. 1: the input has errors, or what was asked for is not in it. 2: the command cannot be carried out.
pub fn run(arguments: &[String], host: &mut dyn Host) -> u8 {
    let printed = answer(arguments, host).unwrap_or_else(|misuse| Printed {
        err: format!("error: {misuse}\n"),
        code: MISUSE,
        ..Printed::default()
    });
    // Findings come first, so that on a terminal the answer is what stands last.
    if !printed.err.is_empty() {
        host.write(Stream::Stderr, &printed.err);
    }
    if !printed.out.is_empty() {
        host.write(Stream::Stdout, &printed.out);
    }
    printed.code
}

fn answer(arguments: &[String], host: &mut dyn Host) -> Result<Printed, String> {
    let said = |out: String| Printed {
        out,
        ..Printed::default()
    };
    let help_line = |misuse| format!("{misuse}\nhelp: `everynode help` lists verbs and options");
    match parse(arguments).map_err(help_line)? {
        Command::Help(verb) => Ok(said(help(verb))),
        Command::Version => Ok(said(format!(
            "everynode {VERSION}, rules of Kubernetes {KUBERNETES_VERSION}\n"
        ))),
        Command::Ask(verb, question) => {
            let texts = files::read(&question.paths, host)?;
            let style = style(&question, host);
            ask(verb, &question, &texts, moment(host.now()), style)
        }
    }
}

fn style(question: &Question, host: &mut dyn Host) -> Style {
    let colour = match question.colour {
        Colour::Always => true,
        Colour::Never => false,
        // https://no-color.org: any value but the empty one.
        Colour::Auto => {
            let refused = host.env("NO_COLOR").is_some_and(|value| !value.is_empty());
            !refused && host.is_terminal(Stream::Stdout)
        }
    };
    if colour { Style::Colour } else { Style::Plain }
}
