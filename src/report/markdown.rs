use super::explain_text::check_places;
use super::place_text::node_names;
use super::safe_text::safe;
use super::wide_text::verdict;
use crate::ffi::{
    Check, DaemonSetPlacement, Diagnostic, ExplainAnswer, LintAnswer, PlaceAnswer, Suggestion,
};
use crate::words::{count, thousands};

/// Names that are said one by one.
const NAMED: usize = 20;
/// Groups that are told one by one; of Nodes that are left out the largest come first.
const GROUPS: usize = 12;

/// Where each DaemonSet runs, for an issue or a pull request.
#[must_use]
pub fn place_markdown(answer: &PlaceAnswer) -> String {
    let mut out = String::new();
    for placement in &answer.daemon_sets {
        out.push_str(&daemon_set(answer, placement));
    }
    for note in &answer.notes {
        out.push_str(&format!("> {}\n\n", prose(note)));
    }
    out.push_str(&diagnostics(&answer.diagnostics));
    footer(&mut out, answer.head.version, answer.head.kubernetes);
    out
}

/// Every check on one Node, for an issue.
#[must_use]
pub fn explain_markdown(answer: &ExplainAnswer) -> String {
    let found = match answer {
        ExplainAnswer::NotFound(missing) => return format!("{}\n", prose(&missing.message)),
        ExplainAnswer::Found(found) => found,
    };
    let reference = &found.daemon_set;
    let name = code(&format!("{}/{}", reference.namespace, reference.name));
    let mut out = format!(
        "### {name} on {}\n\n{}\n\n",
        code(&found.node),
        prose(&found.sentence)
    );
    for decider in &found.deciders {
        out.push_str(&format!("**{}**: {}\n\n", decider.by, prose(&decider.word)));
        for check in &decider.checks {
            check_lines(check, "", &mut out);
        }
        if !decider.checks.is_empty() {
            out.push('\n');
        }
    }
    if let Some(suggestion) = &found.suggestion {
        suggestion_lines(suggestion, &mut out);
    }
    out.push_str(&diagnostics(&found.diagnostics));
    footer(&mut out, found.head.version, found.head.kubernetes);
    out
}

/// What reading found, as a table.
#[must_use]
pub fn lint_markdown(answer: &LintAnswer) -> String {
    let mut out = match answer.diagnostics.as_slice() {
        [] => "No findings.\n\n".to_owned(),
        found => diagnostics(found),
    };
    footer(&mut out, answer.head.version, answer.head.kubernetes);
    out
}

fn daemon_set(answer: &PlaceAnswer, placement: &DaemonSetPlacement) -> String {
    let reference = &placement.reference;
    let name = code(&format!("{}/{}", reference.namespace, reference.name));
    let mut out = format!("### {name} {}\n\n", prose(&placement.verdict));
    if !placement.groups.is_empty() {
        out.push_str("| nodes | verdict | why | which |\n| ---: | --- | --- | --- |\n");
    }
    let (told, rest) = placement
        .groups
        .split_at_checked(GROUPS)
        .unwrap_or((&placement.groups, &[]));
    for group in told {
        let names = node_names(answer, &group.nodes.0, NAMED);
        out.push_str(&format!(
            "| {} | {} | {} | {} |\n",
            thousands(group.nodes.0.len()),
            verdict(group.verdict),
            prose(&group.sentence),
            escape(&names),
        ));
    }
    if !rest.is_empty() {
        let nodes = rest.iter().map(|group| group.nodes.0.len()).sum();
        out.push_str(&format!(
            "| {} | | {} | |\n",
            thousands(nodes),
            count(rest.len(), "more group")
        ));
    }
    out.push('\n');
    for suggestion in told.iter().filter_map(|group| group.suggestion.as_ref()) {
        suggestion_lines(suggestion, &mut out);
    }
    let kubectl = &placement.kubectl;
    let lines = [&kubectl.header, &kubectl.row].map(|line| safe(line));
    out.push_str(&format!("`kubectl get daemonset`, {}:\n\n", kubectl.moment));
    out.push_str(&fenced("text", &lines.join("\n")));
    for note in &placement.notes {
        out.push_str(&format!("> {}\n\n", prose(note)));
    }
    out
}

fn suggestion_lines(suggestion: &Suggestion, out: &mut String) {
    out.push_str(&format!(
        "**{}.** {}\n\n",
        prose(&suggestion.title),
        prose(&suggestion.effect)
    ));
    let lines: Vec<String> = suggestion
        .diff
        .iter()
        .map(|line| format!("{}{}", line.sign, safe(&line.text)))
        .collect();
    match lines.is_empty() {
        true => {
            let lines: Vec<String> = suggestion.snippet.lines().map(safe).collect();
            out.push_str(&fenced("yaml", &lines.join("\n")));
        }
        false => out.push_str(&fenced("diff", &lines.join("\n"))),
    }
}

fn check_lines(check: &Check, indent: &str, out: &mut String) {
    let sign = match check.outcome {
        "passes" => "✓",
        "fails" => "✗",
        _ => "–",
    };
    let (title, evidence) = (prose(&check.title), prose(&check.evidence));
    let places: Vec<String> = check_places(check).iter().map(|at| code(at)).collect();
    let at = match places.is_empty() {
        true => String::new(),
        false => format!(" ({})", places.join(", ")),
    };
    out.push_str(&format!("{indent}- {sign} {title}: {evidence}{at}\n"));
    for part in &check.parts {
        check_lines(part, &format!("{indent}  "), out);
    }
}

fn diagnostics(found: &[Diagnostic]) -> String {
    if found.is_empty() {
        return String::new();
    }
    let mut out = "| where | | finding |\n| --- | --- | --- |\n".to_owned();
    for finding in found {
        let start = finding.range.start;
        let at = code(&format!("{}:{}:{}", finding.file, start.line, start.column));
        let help = finding
            .help
            .as_ref()
            .map_or(String::new(), |help| format!("<br>{}", prose(help)));
        out.push_str(&format!(
            "| {at} | {} | {}{help} |\n",
            finding.severity,
            prose(&finding.message)
        ));
    }
    out.push('\n');
    out
}

fn footer(out: &mut String, version: &str, kubernetes: &str) {
    out.push_str(&format!(
        "<sub>everynode {version}, rules of Kubernetes {kubernetes}</sub>\n"
    ));
}

/// Prose in which backticks set off text of the input. Outside of them everything that Markdown or HTML would take for
/// its own is escaped; inside, only what ends a table's cell.
fn prose(text: &str) -> String {
    let safe = safe(text);
    let parts = safe.split('`').enumerate();
    let parts: Vec<String> = parts
        .map(|(index, part)| match index % 2 {
            1 => code(part),
            _ => escape(part),
        })
        .collect();
    parts.concat()
}

/// A name in bare prose, already safe, may hold anything. Forges look for `@name`, `#1` and addresses in the finished page, where an
/// escape is gone: a joiner without width parts them.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for (index, c) in text.char_indices() {
        let rest = text.get(index..).unwrap_or_default();
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '&' => out.push_str("&amp;"),
            '@' | '#' => {
                out.push(c);
                out.push(JOINER);
            }
            ':' if rest.starts_with("://") => {
                out.push(c);
                out.push(JOINER);
            }
            '.' if ends_in_www(&out) => {
                out.push(JOINER);
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

fn ends_in_www(text: &str) -> bool {
    let last = text.len().checked_sub(3).and_then(|at| text.get(at..));
    last.is_some_and(|last| last.eq_ignore_ascii_case("www"))
}

const JOINER: char = '\u{2060}';

/// Text of the input as code: backticks in it become quotes, and a bar does not end a cell.
fn code(text: &str) -> String {
    let text = safe(text).replace('`', "'").replace('|', "\\|");
    match text.as_str() {
        "" => String::new(),
        text => format!("`{text}`"),
    }
}

/// A block of code that no line of its own ends.
pub(super) fn fenced(language: &str, text: &str) -> String {
    let mut fence = "```".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    format!("{fence}{language}\n{text}\n{fence}\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_the_input_stays_text() {
        assert_eq!(
            prose("`a|b` <b>x</b> #1 @me &lt; https://a www.b"),
            "`a\\|b` \\<b\\>x\\</b\\> #\u{2060}1 @\u{2060}me &amp;lt; https:\u{2060}//a www\u{2060}.b"
        );
        assert_eq!(code("a`b\n"), "`a'b\\u{a}`");
        assert!(fenced("yaml", "```").starts_with("````yaml\n"));
    }
}
