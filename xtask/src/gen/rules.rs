//! The lint rules as their files tell them: the comment in its fixed form, and the metadata below it.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};

use crate::project::Project;
use crate::shell;

/// Where rules that look for something lie.
const OWN: &str = "src/lint/rules";
/// Where those lie that explain what the API server says.
const SERVER: &str = "src/lint/server";

/// One rule.
pub(super) struct Rule {
    pub(super) id: String,
    /// The API server speaks: `error` where it refuses, `warning` where it warns.
    server: Option<&'static str>,
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

    /// Whether it compares an object with an older one.
    fn compares(&self) -> bool {
        self.field("reads") == "Reads::UPDATES"
    }

    /// Whether the API server speaks.
    pub(super) fn is_servers(&self) -> bool {
        self.server.is_some()
    }

    pub(super) fn severity(&self) -> &'static str {
        if let Some(severity) = self.server {
            return severity;
        }
        match self.field("severity") {
            "Severity::Error" => "error",
            "Severity::Info" => "info",
            _ => "warning",
        }
    }

    pub(super) fn presets(&self) -> String {
        if self.is_servers() {
            return "all".to_owned();
        }
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
        !matches!(self.field("mend"), "" | "None")
    }

    pub(super) fn is_ignorable(&self) -> bool {
        self.field("ignorable") != "false" && self.server != Some("error")
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
    let reading = shell::read_text(&project.path(TABLE))?;
    let mut rules = Vec::new();
    for (folder, is_servers) in [(OWN, false), (SERVER, true)] {
        for path in shell::files(&project.path(folder), &[])? {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            if stem == "mod" || path.extension().is_none_or(|ending| ending != "rs") {
                continue;
            }
            let source = shell::read_text(&path)?;
            let id = stem.replace('_', "-");
            let server = is_servers.then(|| severity_in(&reading, &id));
            let rule = rule(id, server, source).with_context(|| format!("{folder}/{stem}.rs"))?;
            rules.push(rule);
        }
    }
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(rules)
}

/// How bad a rule of the table is.
fn severity_in(table: &str, id: &str) -> &'static str {
    let mut rows = table.lines();
    let quoted = format!("\"{id}\", Error");
    match rows.any(|row| row.contains(&quoted)) {
        true => "error",
        false => "warning",
    }
}

fn rule(id: String, server: Option<&'static str>, source: String) -> Result<Rule> {
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
    let switched = server.is_none().then_some("When to switch off");
    for heading in ["Why", "Invalid", "Valid"].into_iter().chain(switched) {
        if !text.contains(&format!("## {heading}\n")) {
            bail!("the comment has no `## {heading}`");
        }
    }
    let rule = Rule {
        id,
        server,
        what,
        text,
        peers,
        upstream,
        source,
    };
    let written = rule.field("id").trim_matches('"');
    if !rule.is_servers() && written != rule.id {
        bail!("the id is `{written}`; the file's name says `{}`", rule.id);
    }
    Ok(rule)
}

/// src/lint/rules/mod.rs and src/lint/server/mod.rs: the lists that the core has.
pub(super) fn lists(rules: &[Rule]) -> [(String, String); 2] {
    let of = |is_servers| {
        rules
            .iter()
            .filter(move |rule| rule.is_servers() == is_servers)
    };
    let own = "Every rule, by id.\npub static RULES: &[&Rule]";
    let server = "What the API server says, by id.\npub static SERVER_RULES: &[&ServerRule]";
    [
        (
            format!("{OWN}/mod.rs"),
            list(of(false), "Rule", own) + &later(rules),
        ),
        (
            format!("{SERVER}/mod.rs"),
            list(of(true), "ServerRule", server),
        ),
    ]
}

fn list<'r>(rules: impl Iterator<Item = &'r Rule>, of: &str, what: &str) -> String {
    let mut out = format!(
        "//! One file a rule. This list is written by `cargo xtask gen`.\n\nuse super::{of};\n\n",
    );
    let rules: Vec<&Rule> = rules.collect();
    let lines = |line: fn(&str) -> String| {
        let mut out = String::new();
        for rule in &rules {
            if rule.compares() {
                out.push_str(&format!("    {WITH_SERVER}\n"));
            }
            out.push_str(&format!("    {}\n", line(&rule.id.replace('-', "_"))));
        }
        out
    };
    let modules = lines(|module| format!("mod {module};"));
    out.push_str(&modules.replace("    ", ""));
    out.push_str(&format!("\n/// {what} = &[\n"));
    out.push_str(&lines(|module| format!("&{module}::RULE,")));
    out.push_str("];\n");
    out
}

/// What a page loads first does without.
const WITH_SERVER: &str = "#[cfg(feature = \"apiserver\")]";

/// The rules that compare with an older object, by id: what a page loads first knows their names alone.
fn later(rules: &[Rule]) -> String {
    let mut out = String::from(
        "\n/// The rules that are not in every module, by id: a text may name them all the same.\npub static LATER: &[&str] = &[\n",
    );
    for rule in rules.iter().filter(|rule| rule.compares()) {
        out.push_str(&format!("    \"{}\",\n", rule.id));
    }
    out.push_str("];\n");
    out
}

/// What is known of rules that the core's own table has: those of reading, and of the API server.
const TABLE: &str = "src/diagnostic/rule.rs";

/// A rule that has no file of its own in the core.
pub(super) struct Other {
    pub(super) id: String,
    pub(super) severity: String,
    /// What it finds, in one sentence.
    pub(super) what: String,
}

/// The rules of the core's own table, by id.
pub(super) fn others(project: &Project) -> Result<Vec<Other>> {
    let source = shell::read_text(&project.path(TABLE))?;
    let rows = source.lines().filter_map(|line| {
        let (name, rest) = line.trim().split_once(" = \"")?;
        let is_name = name
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte == b'_');
        let mut parts = rest.split('"');
        let (id, middle, what) = (parts.next()?, parts.next()?, parts.next()?);
        let severity = middle.trim_start_matches(", ").split(',').next()?;
        is_name.then(|| Other {
            id: id.to_owned(),
            severity: severity.to_lowercase(),
            what: what.to_owned(),
        })
    });
    let mut rows: Vec<Other> = rows.collect();
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(rows)
}
