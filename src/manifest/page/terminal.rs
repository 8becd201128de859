//! What somebody copied from a terminal: lines with commands, and between them what the commands printed.

use crate::source::{find, parted};

/// Commands that print manifests, or take them.
const COMMANDS: [&str; 7] = ["kubectl", "k", "oc", "cat", "helm", "kustomize", "kubeadm"];

/// The longest prompt.
const PROMPT: usize = 60;

/// Whether a line is a command behind a prompt, a command of those that have to do with manifests, or a prompt alone.
pub(super) fn is_command(line: &str) -> bool {
    if is_known(line) {
        return true;
    }
    let prompts = ["$ ", "# ", "% ", "> "];
    let prompted = prompts.iter().any(|mark| {
        parted(line, mark).is_some_and(|(prompt, command)| {
            let is_bare = prompt.trim().is_empty();
            is_known(command.trim_start()) && is_prompt(prompt) && (*mark == "$ " || !is_bare)
        })
    });
    let alone = line.trim_end();
    let ends = alone.ends_with('$') || alone.ends_with('#') && alone.as_bytes().contains(&b'@');
    prompted || ends && is_prompt(alone)
}

fn is_known(command: &str) -> bool {
    command
        .split_once(' ')
        .is_some_and(|(name, _)| COMMANDS.contains(&name))
}

/// Whether this may stand before a command; a comment, an item or a field may not.
fn is_prompt(text: &str) -> bool {
    text.len() < PROMPT && !text.starts_with(['-', '#', ' ']) && find(text, ": ").is_none()
}

/// Whether a text begins with a command. Every line begins with `lead`.
pub(super) fn begins(text: &str, lead: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty());
    first.is_some_and(|line| is_command(line.strip_prefix(lead).unwrap_or(line)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_told_from_lines_of_manifests() {
        for line in [
            "kubectl get nodes -o yaml",
            "k get ds a -o yaml",
            "$ kubectl get nodes",
            "controlplane $ cat ds.yaml",
            "[me@host ~]$ oc get ds",
            "root@host:~# kubectl get ds",
            "me@host:~$",
            "controlplane $ ",
            "PS C:\\> kubectl get nodes",
        ] {
            assert!(is_command(line), "{line}");
        }
        for line in [
            "",
            "kind: Node",
            "# kubectl apply -f this.yaml",
            "#",
            "- $ kubectl get",
            "args: a $ kubectl get",
            "  $ kubectl get",
            "---",
            "price: 3$",
            "{\"a\": \"$ kubectl get\"}",
            "kubectl",
            "cat:",
        ] {
            assert!(!is_command(line), "{line}");
        }
    }
}
