//! Manifests, Nodes and cluster dumps that others published, read where they lie.

use super::rendered;
use everynode::workspace::Workspace;
use std::path::{Path, PathBuf};

/// The folder in `EVERYNODE_REAL`, or the one beside the checkout; says so where there is none.
fn real() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("EVERYNODE_REAL").map_or(beside, PathBuf::from);
    let found = folder.join("corpus").is_dir();
    if !found {
        println!(
            "not run: no corpus of real manifests in {} (set EVERYNODE_REAL)",
            folder.display()
        );
    }
    found.then_some(folder)
}

/// Every file below a folder, by name.
fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, into);
        } else {
            into.push(path);
        }
    }
}

/// Hands over each file, opened.
#[expect(
    clippy::disallowed_methods,
    reason = "a native test reads the files it is about"
)]
fn read_all(folder: &Path, mut check: impl FnMut(&str, &mut Workspace)) -> usize {
    let mut paths = Vec::new();
    files(folder, &mut paths);
    for path in &paths {
        let name = path.strip_prefix(folder).unwrap().display().to_string();
        let mut workspace = Workspace::new();
        workspace.set_bytes(&name, &std::fs::read(path).unwrap());
        check(&name, &mut workspace);
    }
    paths.len()
}

#[test]
fn every_real_file_is_read_and_what_cannot_be_read_has_a_place() {
    let Some(folder) = real() else { return };
    let (mut objects, mut unreadable) = (0, Vec::new());
    let files = read_all(&folder.join("corpus"), |name, workspace| {
        objects += workspace.objects().count();
        for finding in workspace.diagnostics() {
            let rule = finding.rule.id;
            if rule.starts_with("yaml-") && rule != "yaml-duplicate-key" || rule == "json-syntax" {
                let line = rendered(workspace, &finding);
                let line = line.lines().next().unwrap().to_owned();
                unreadable.push(format!("{name}:{line}"));
            }
        }
    });
    assert_eq!(
        unreadable,
        [
            "daemonsets/kubernetes-konnectivity-agent.yaml:64:1 yaml-template: `__EXTRA_VOL_MNTS__` is a template that is not rendered",
            "daemonsets/kubernetes-kube-proxy-ds.yaml:37:16 yaml-template: `{{pillar['kube_docker_registry']}}` is a template that is not rendered",
            "daemonsets/quirk-azure-swiftv2-go-template.yaml:4:9 yaml-template: `{{ .DaemonSetName }}` is a template that is not rendered, and 5 more below",
            "daemonsets/quirk-cloudwatch-unrendered-placeholders.yaml:748:25 yaml-template: a map is a key here, as YAML tools write `{{region_name}}`",
            "daemonsets/quirk-cloudwatch-unrendered-placeholders.yaml:866:25 yaml-template: a map is a key here, as YAML tools write `{{region_name}}`",
        ]
    );
    println!("{files} real files hold {objects} objects");
}
