//! Manifests, Nodes and cluster dumps that others published, read where they lie.

use super::rendered;
use crate::shared::{files, folder};
use everynode::workspace::Workspace;

#[test]
fn every_real_file_is_read_and_what_cannot_be_read_has_a_place() {
    let Some(corpus) = folder("corpus") else {
        return;
    };
    let (mut objects, mut unreadable) = (0, Vec::new());
    let files = files(&corpus);
    for (name, bytes) in &files {
        let mut workspace = Workspace::new();
        workspace.set_bytes(name, bytes);
        objects += workspace.objects().count();
        for finding in workspace.diagnostics() {
            let rule = finding.rule.id;
            if rule.starts_with("yaml-") && rule != "yaml-duplicate-key" || rule == "json-syntax" {
                let line = rendered(&workspace, &finding);
                let line = line.lines().next().unwrap().to_owned();
                unreadable.push(format!("{name}:{line}"));
            }
        }
    }
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
    println!("{} real files hold {objects} objects", files.len());
}
