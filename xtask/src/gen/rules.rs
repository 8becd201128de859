//! The lint rules as their files tell them: the comment in its fixed form, and the metadata below it.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};

use crate::project::Project;
use crate::shell;

const FOLDER: &str = "src/lint/rules";

/// One rule.
pub(super) struct Rule {
    pub(super) id: String,
    /// What it finds, in one sentence.
    pub(super) what: String,
    /// What follows, up to the references: headings, paragraphs, examples.
    pub(super) text: String,
    /// What other linters call it, one by one: `kube-linter`, and the names.
    pub(super) peers: Vec<(String, String)>,
    /// Files and functions of Kubernetes.
    pub(super) upstream: Vec<String>,
    source: String,
}

impl Rule {
    /// A field of the metadata as the code writes it; empty where it is left out.
    fn field(&self, name: &str) -> &str {
        let begin = format!("    {name}: ");
        let mut lines = self.source.lines();
        let line = lines.find_map(|line| line.strip_prefix(&begin));
        line.map_or("", |value| value.trim_end_matches(','))
    }

    pub(super) fn severity(&self) -> &'static str {
        match self.field("severity") {
            "Severity::Error" => "error",
            "Severity::Info" => "info",
            _ => "warning",
        }
    }

    pub(super) fn presets(&self) -> String {
        let mut presets = match self.field("preset") {
            "Preset::Strict" => "strict".to_owned(),
            _ => "recommended, strict".to_owned(),
        };
        let security = self.field("security");
        if let Some(severity) = security.strip_prefix("Some(Severity::") {
            let severity = severity.trim_end_matches(')').to_lowercase();
            presets.push_str(", security");
            if severity != self.severity() {
                presets.push_str(&format!(" ({severity})"));
            }
        }
        presets
    }

    pub(super) fn pod_security(&self) -> &'static str {
        match self.field("pod_security") {
            "Some(PodSecurity::Baseline)" => "baseline",
            "Some(PodSecurity::Restricted)" => "restricted",
            _ => "",
        }
    }

    pub(super) fn is_mended(&self) -> bool {
        !self.field("mend").is_empty()
    }

    pub(super) fn is_ignorable(&self) -> bool {
        self.field("ignorable") != "false"
    }

    /// The roles for which it is advice, in words.
    pub(super) fn expected_of(&self) -> String {
        self.roles("expected_of")
    }

    /// The roles for which it finds nothing.
    pub(super) fn off_for(&self) -> String {
        self.roles("off_for")
    }

    fn roles(&self, field: &str) -> String {
        let field = self.field(field);
        let names = field.split("Roles::").filter_map(|part| {
            let name = part.split(|c: char| !(c.is_ascii_uppercase() || c == '_'));
            name.into_iter().next().filter(|name| !name.is_empty())
        });
        let names = names.filter(|name| *name != "NONE").map(|name| match name {
            "AGENTS" => "every role but generic".to_owned(),
            "NODE_CRITICAL" => "cni, csi, device-plugin".to_owned(),
            name => name.to_lowercase().replace('_', "-"),
        });
        names.collect::<Vec<String>>().join(", ")
    }

    /// What a peer calls it.
    pub(super) fn peer(&self, peer: &str) -> &str {
        let found = self.peers.iter().find(|(name, _)| name == peer);
        found.map_or("", |(_, names)| names)
    }
}

/// Every rule, by id.
pub(super) fn read(project: &Project) -> Result<Vec<Rule>> {
    let mut rules = Vec::new();
    for path in shell::files(&project.path(FOLDER), &[])? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if stem == "mod" || path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let source = shell::read_text(&path)?;
        let id = stem.replace('_', "-");
        let rule = rule(id, source).with_context(|| format!("{FOLDER}/{stem}.rs"))?;
        rules.push(rule);
    }
    Ok(rules)
}

fn rule(id: String, source: String) -> Result<Rule> {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    let comment: Vec<&str> = lines.collect();
    // The sentence may go on over several lines.
    let end = comment
        .iter()
        .position(|line| line.is_empty())
        .unwrap_or(comment.len());
    let what = comment
        .iter()
        .take(end)
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    let (mut text, mut peers, mut upstream) = (String::new(), Vec::new(), Vec::new());
    for paragraph in comment
        .iter()
        .skip(end)
        .copied()
        .collect::<Vec<_>>()
        .join("\n")
        .split("\n\n")
    {
        let joined = paragraph.trim().replace('\n', " ");
        if let Some(names) = joined.strip_prefix("Peers: ") {
            for part in names.split("; ") {
                let Some((peer, names)) = part.split_once(' ') else {
                    bail!("`Peers:` wants `PEER NAMES; PEER NAMES`, not `{part}`");
                };
                peers.push((peer.to_owned(), names.to_owned()));
            }
        } else if joined.starts_with("Upstream: ") {
            let parts = joined.split("Upstream: ").map(str::trim);
            upstream.extend(parts.filter(|part| !part.is_empty()).map(str::to_owned));
        } else if !joined.is_empty() {
            write!(text, "{}\n\n", paragraph.trim_matches('\n'))?;
        }
    }
    for heading in ["Why", "Invalid", "Valid", "When to switch off"] {
        if !text.contains(&format!("## {heading}\n")) {
            bail!("the comment has no `## {heading}`");
        }
    }
    let rule = Rule {
        id,
        what,
        text,
        peers,
        upstream,
        source,
    };
    let written = rule.field("id").trim_matches('"');
    if written != rule.id {
        bail!("the id is `{written}`; the file's name says `{}`", rule.id);
    }
    Ok(rule)
}

/// src/lint/rules/mod.rs: the list that the core has.
pub(super) fn list(rules: &[Rule]) -> String {
    let mut out = String::from(
        "//! One file a rule. This list is written by `cargo xtask gen`.\n\nuse super::Rule;\n\n",
    );
    let modules: Vec<String> = rules.iter().map(|rule| rule.id.replace('-', "_")).collect();
    for module in &modules {
        out.push_str(&format!("mod {module};\n"));
    }
    out.push_str("\n/// Every rule, by id.\npub static RULES: &[&Rule] = &[\n");
    for module in &modules {
        out.push_str(&format!("    &{module}::RULE,\n"));
    }
    out.push_str("];\n");
    out
}

/// The rules that have no file of their own: those of the reader, from their table.
pub(super) fn others(project: &Project) -> Result<Vec<String>> {
    let source = shell::read_text(&project.path("src/diagnostic/rule.rs"))?;
    let rows = source.lines().filter_map(|line| {
        let (name, rest) = line.trim().split_once(" = \"")?;
        let is_name = name
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte == b'_');
        is_name.then(|| rest.split('"').next().unwrap_or_default().to_owned())
    });
    let mut ids: Vec<String> = rows.collect();
    ids.sort();
    Ok(ids)
}
