//! The lock files of the npm folders name no host: whoever installs has a registry of his own choice.

use anyhow::{Result, bail};

use super::Done;
use crate::npm;
use crate::project::Project;
use crate::shell::{self, Shell};

/// The setting with which npm leaves addresses out of a lock file.
const SETTING: &str = "omit-lockfile-registry-resolved=true";

pub(super) fn check(project: &Project, shell: &Shell) -> Result<Done> {
    let mut faults = Vec::new();
    for folder in npm::FOLDERS
        .into_iter()
        .filter(|folder| npm::is_package(project, folder))
    {
        shell.say(folder);
        let setting = shell::read_text(&project.path(folder).join(".npmrc")).unwrap_or_default();
        if !setting.lines().any(|line| line == SETTING) {
            faults.push(format!("{folder}/.npmrc has no line `{SETTING}`"));
        }
        let lock = shell::read_text(&project.path(folder).join("package-lock.json"))?;
        faults.extend(
            addresses(&lock).map(|address| format!("{folder}/package-lock.json names {address}")),
        );
    }
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Done::passed()
}

/// What the lock file says it was fetched from. A folder of our own (`../pkg`) is no address.
fn addresses(lock: &str) -> impl Iterator<Item = &str> {
    lock.lines()
        .filter_map(|line| line.trim().strip_prefix("\"resolved\":"))
        .map(str::trim)
        .filter(|value| value.contains("//"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_found_and_folders_are_not() {
        let lock = "  \"resolved\": \"https://registry.example/a.tgz\",\n  \"resolved\": \"../pkg\",\n  \"funding\": \"https://a.example\"\n";
        assert_eq!(
            addresses(lock).collect::<Vec<_>>(),
            ["\"https://registry.example/a.tgz\","]
        );
    }
}
