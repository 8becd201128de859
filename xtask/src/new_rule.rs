//! `cargo xtask new-rule NAME`: lays out all that a rule consists of.

use anyhow::{Result, bail};

use crate::project::Project;
use crate::{r#gen, shell};

/// The heading below which the changelog gets a line.
const ADDED: &str = "### Added\n\n";

/// Writes the rule's file, a fixture of each kind, the changelog's line, and what is generated.
pub(crate) fn run(project: &Project, id: &str) -> Result<()> {
    let is_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if id.is_empty() || !id.bytes().all(is_name) {
        bail!("a rule's name is of small letters and dashes, not `{id}`");
    }
    let file = format!("src/lint/rules/{}.rs", id.replace('-', "_"));
    if project.path(&file).exists() {
        bail!("{file} is there already");
    }
    shell::write(&project.path(&file), SOURCE.replace("NAME", id))?;
    let fixture = |kind: &str, contents: &str| {
        let path = format!("tests/lint/{id}/{kind}-1.yaml");
        shell::write(&project.path(&path), contents.replace("NAME", id))?;
        println!("wrote {path}");
        Ok::<(), anyhow::Error>(())
    };
    fixture("invalid", INVALID)?;
    fixture("valid", VALID)?;
    let changelog = project.path("CHANGELOG.md");
    let text = shell::read_text(&changelog)?;
    let line = format!("{ADDED}- Rule `{id}`: what it finds.\n");
    shell::write(&changelog, text.replacen(ADDED, &line, 1))?;
    println!("wrote {file} and a line of CHANGELOG.md");
    r#gen::write(project)
}

const INVALID: &str = "\
nodeSelector: {disk: ssd} # <- NAME
containers:
- name: agent
  image: registry.example.com/agent:v1
";

const VALID: &str = "\
containers:
- name: agent
  image: registry.example.com/agent:v1
";

const SOURCE: &str = r#"//! What it finds, in one sentence.
//!
//! ## Why
//! What breaks in a cluster, and when.
//!
//! ## Invalid
//! ```yaml
//! nodeSelector: {disk: ssd}
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - operator: Exists
//! ```
//!
//! ## When to switch off
//! Where the finding says nothing new.

use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "NAME",
    why: "What breaks, in a sentence.",
    help: "What to do, in a sentence.",
    say: &["`{0}` is there"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let selector = context.pod.get("nodeSelector");
    if selector.exists() {
        found.at(selector).word(selector.key());
    }
}
"#;
