//! `$(NAME)` names a variable that the container does not have.
//!
//! ## Why
//! The kubelet replaces `$(NAME)` in commands, arguments and values by a variable of the same container. One that is
//! not there stays as it is written: the program gets `$(NAME)` as its argument. In a value, only variables that stand
//! before it count.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   args: ["--node=$(NODE_NAME)"]
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   args: ["--node=$(NODE_NAME)"]
//!   env:
//!   - name: NODE_NAME
//!     valueFrom:
//!       fieldRef: {fieldPath: spec.nodeName}
//! ```
//!
//! ## When to switch off
//! Where the image sets the variable, and the program expands it by itself.
//!
//! Upstream: third_party/forked/golang/expansion/expand.go Expand (v1.36.3)

use crate::lint::{Container, Context, Rule, Spots};
use crate::order::OrderedMap;
use crate::source::{holds, parted};

pub(super) static RULE: Rule = Rule {
    id: "env-ref-undefined",

    why: "The kubelet replaces only variables of the same container; any other stays as it is written.",
    help: "Add the variable to `env`, before the value that uses it.",
    say: &[
        "`$({0})` stays as it is: {1} `{2}` has no such variable",
        "`$({0})` stays as it is: the variable stands behind the value that uses it",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        // A patch may leave variables where they are, and envFrom brings some of any name.
        if !container.view.lacks("envFrom")
            || !(container.view.lacks("env") || container.at("env").is_list())
        {
            continue;
        }
        let mut positions = OrderedMap::new();
        for (position, variable) in (0_u32..).zip(container.env()) {
            positions.or_insert_with(variable.get("name").text(), || position);
        }
        if !runs_a_shell(container) {
            for word in container.words() {
                undefined(word.text(), |name| {
                    if !positions.contains_key(name) {
                        found.at(word).word(name).container(container);
                    }
                });
            }
        }
        for (position, variable) in (0_u32..).zip(container.env()) {
            let value = variable.get("value");
            undefined(value.text(), |name| match positions.get(name) {
                None => {
                    found.at(value).word(name).container(container);
                }
                Some(defined) if *defined > position => {
                    found.at(value).word(name).case(1);
                }
                Some(_) => {}
            });
        }
    }
}

/// Whether a shell reads the words, in which `$(…)` is a command.
fn runs_a_shell(container: &Container<'_>) -> bool {
    const SHELLS: &[&str] = &[
        "sh",
        "bash",
        "ash",
        "dash",
        "cmd",
        "cmd.exe",
        "powershell",
        "powershell.exe",
        "pwsh",
    ];
    let mut words = container.words();
    words.any(|word| {
        let program = word.text().rsplit('/').next().unwrap_or_default();
        matches!(word.text(), "-c" | "-ec" | "-xc" | "-euc" | "-exc") || SHELLS.contains(&program)
    })
}

/// Names that a text asks for and that the kubelet could not know from elsewhere.
fn undefined<'t>(text: &'t str, mut tell: impl FnMut(&'t str)) {
    let mut rest = text;
    while let Some((before, behind)) = parted(rest, "$(") {
        let escapes = before.len() - before.trim_end_matches('$').len();
        let (name, after) = behind.split_once(')').unwrap_or((behind, ""));
        let is_name = !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
        // Variables of Services that the kubelet sets.
        let is_service = name.ends_with("_SERVICE_HOST")
            || holds(name, "_SERVICE_PORT")
            || name.ends_with("_PORT");
        if is_name
            && escapes % 2 == 0
            && !is_service
            && !name.starts_with("KUBERNETES_")
            && behind.as_bytes().contains(&b')')
        {
            tell(name);
        }
        rest = after;
    }
}
