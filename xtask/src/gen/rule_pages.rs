//! What is told of the rules outside of the core: docs/rules, and their names in TypeScript.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::rules::{self, Other, Rule};
use crate::project::Project;
use crate::shell;

/// Where the pages lie.
const PAGES: &str = "docs/rules";

/// Every file that is made of the rules, with its path.
pub(super) fn files(project: &Project) -> Result<Vec<(String, String)>> {
    let rules = rules::read(project)?;
    let others = rules::others(project)?;
    let mut files = vec![
        (
            format!("{PAGES}/README.md"),
            page_of_all(&rules) + &of_reading(project, &rules, &others),
        ),
        ("docs/lint-peers.md".to_owned(), peers(&rules)),
        ("pkg/src/rule-ids.ts".to_owned(), type_of(&rules, &others)),
    ];
    files.extend(rules::lists(&rules));
    for rule in &rules {
        files.push((format!("{PAGES}/{}.md", rule.id), page(rule)));
    }
    Ok(files)
}

/// Pages of rules that are not there any more.
pub(super) fn left_over(project: &Project) -> Result<Vec<String>> {
    let rules = rules::read(project)?;
    let others = rules::others(project)?;
    let ids = rules.iter().map(|rule| rule.id.as_str());
    let others = others.iter().map(|other| other.id.as_str());
    let ids: BTreeSet<&str> = ids.chain(others).collect();
    let mut found = Vec::new();
    for path in shell::files(&project.path(PAGES), &[])? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if stem != "README" && !ids.contains(&*stem) {
            found.push(format!("{PAGES}/{stem}.md"));
        }
    }
    Ok(found)
}

fn page(rule: &Rule) -> String {
    let mut out = format!("# {}\n\n{}\n\n", rule.id, rule.what);
    let mut facts = vec![format!("severity: {}", rule.severity())];
    facts.push(match rule.is_servers() {
        true => {
            "who says it: the API server, in its own words; `everynode validate` shows them all"
                .to_owned()
        }
        false => format!("presets: {}", rule.presets()),
    });
    let mut fact = |name: &str, value: String| {
        if !value.is_empty() {
            facts.push(format!("{name}: {value}"));
        }
    };
    fact("advice alone for", rule.expected_of());
    fact("silent for", rule.off_for());
    fact("Pod Security Standards", rule.pod_security().to_owned());
    if rule.is_mended() {
        fact("fix", "`everynode lint --fix`".to_owned());
    }
    if !rule.is_ignorable() {
        fact(
            "cannot be ignored",
            "no comment and no setting puts it aside".to_owned(),
        );
    }
    for fact in facts {
        out.push_str(&format!("- {fact}\n"));
    }
    out.push('\n');
    out.push_str(&rule.text);
    if !rule.peers.is_empty() || !rule.upstream.is_empty() {
        out.push_str("## See also\n\n");
    }
    for (peer, names) in &rule.peers {
        out.push_str(&format!("- {peer}: {names}\n"));
    }
    for place in &rule.upstream {
        out.push_str(&format!("- Kubernetes: {place}\n"));
    }
    out.push_str("\n[All rules](README.md)\n");
    // Nothing to see: one blank line less.
    out.replace("\n\n\n", "\n\n")
}

const INTRODUCTION: &str = "\
# Rules

Written by `cargo xtask gen` from the comments in `src/lint/rules` and `src/lint/server`. The columns on the right name what other
linters call the same, and the lowest level of the Pod Security Standards (PSS) that forbids it. A rule with a fix is mended by
`everynode lint --fix` or `--unsafe-fixes`. [The configuration](../lint-config.md) switches rules on and off, and puts findings aside.

";

const SERVER: &str = "
## What the API server says

The API server of Kubernetes decodes, defaults and validates what it is sent. These findings carry its own words; the rule adds a plain
reason and a way out. What it refuses cannot be ignored or switched off; its warnings can.

";

fn page_of_all(rules: &[Rule]) -> String {
    let own = rules.iter().filter(|rule| !rule.is_servers());
    let servers = rules.iter().filter(|rule| rule.is_servers());
    let mut out = INTRODUCTION.to_owned();
    out.push_str(&format!("{} rules.\n\n", own.clone().count()));
    out.push_str("| Rule | What it finds | Severity | Presets | Fix | kube-linter | Polaris | kube-score | PSS |\n");
    out.push_str("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for rule in own {
        let mut cells = cells(rule);
        cells.insert(3, rule.presets());
        let peers = ["kube-linter", "Polaris", "kube-score"].map(|peer| rule.peer(peer).to_owned());
        cells.extend(peers);
        cells.push(rule.pod_security().to_owned());
        row(&cells, &mut out);
    }
    out.push_str(SERVER);
    out.push_str("| Rule | What it finds | Severity | Fix |\n| --- | --- | --- | --- |\n");
    for rule in servers {
        row(&cells(rule), &mut out);
    }
    out
}

const READING: &str = "
## What reading finds

What cannot be read is found before anything is judged. These findings cannot be ignored; their pages are written by hand.

";

/// The rules of reading that have a page.
fn of_reading(project: &Project, rules: &[Rule], others: &[Other]) -> String {
    let mut out = READING.to_owned();
    out.push_str("| Rule | What it finds | Severity |\n| --- | --- | --- |\n");
    let is_own = |other: &&Other| !rules.iter().any(|rule| rule.id == other.id);
    for other in others.iter().filter(is_own) {
        let Other { id, severity, what } = other;
        if project.path(&format!("{PAGES}/{id}.md")).exists() {
            let cells = [format!("[{id}]({id}.md)"), what.clone(), severity.clone()];
            row(&cells, &mut out);
        }
    }
    out
}

/// The rule, what it finds, how bad it is, and whether there is a fix.
fn cells(rule: &Rule) -> Vec<String> {
    let id = &rule.id;
    let fix = if rule.is_mended() { "yes" } else { "" };
    vec![
        format!("[{id}]({id}.md)"),
        rule.what.replace('|', "\\|"),
        rule.severity().to_owned(),
        fix.to_owned(),
    ]
}

fn row(cells: &[String], out: &mut String) {
    for cell in cells {
        out.push_str("| ");
        out.push_str(cell);
        if !cell.is_empty() {
            out.push(' ');
        }
    }
    out.push_str("|\n");
}

const PEERS: &str = "\
# What other linters call it

Written by `cargo xtask gen` from the `Peers:` lines of the comments in `src/lint/rules`: for each of their checks, the rules of
everynode that find the same on a DaemonSet. A check that is not here has no counterpart. The other way round,
[docs/rules](rules/README.md) lists every rule with the names that others have for it.
";

/// For each peer its own names, and our rules for each of them.
fn peers(rules: &[Rule]) -> String {
    let mut peers: BTreeMap<&str, BTreeMap<&str, Vec<&str>>> = BTreeMap::new();
    for rule in rules {
        for (peer, names) in &rule.peers {
            for name in names.split(", ") {
                let own = peers.entry(peer).or_default().entry(name).or_default();
                own.push(&rule.id);
            }
        }
        if !rule.pod_security().is_empty() {
            let levels = peers.entry("Pod Security Standards").or_default();
            levels
                .entry(rule.pod_security())
                .or_default()
                .push(&rule.id);
        }
    }
    let mut out = PEERS.to_owned();
    for (peer, names) in peers {
        out.push_str(&format!(
            "\n## {peer}\n\n| {peer} | everynode |\n| --- | --- |\n"
        ));
        for (name, rules) in names {
            let links = rules.iter().map(|id| format!("[{id}](rules/{id}.md)"));
            let links: Vec<String> = links.collect();
            out.push_str(&format!("| {name} | {} |\n", links.join(", ")));
        }
    }
    out
}

fn type_of(rules: &[Rule], others: &[Other]) -> String {
    let own = rules.iter().filter(|rule| !rule.is_servers());
    let mut ids: Vec<&str> = own.map(|rule| rule.id.as_str()).collect();
    ids.sort_unstable();
    let mut others: Vec<&str> = others.iter().map(|other| other.id.as_str()).collect();
    others.sort_unstable();
    let mut out = String::from(
        "/** Written by `cargo xtask gen`. */\n\n/** What a reviewer says: each can be set and ignored. */\nexport type LintRuleId =\n",
    );
    union(&ids, &mut out);
    out.push_str(
        "\n/** Every rule that may find something, those of the readers of texts too. */\nexport type RuleId =\n  | LintRuleId\n",
    );
    union(&others, &mut out);
    out
}

fn union(ids: &[&str], out: &mut String) {
    for id in ids {
        out.push_str(&format!("  | \"{id}\"\n"));
    }
    // The last one ends the statement.
    out.truncate(out.trim_end().len());
    out.push_str(";\n");
}
