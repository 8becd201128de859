//! Warnings about files of one volume that lie in each other's way.

use crate::apiserver::validation::options::Options;
use crate::manifest::{StoredStruct, go_quote};

/// Files that a file is compared with: more of them in one volume are no mistake of a hand.
const MOST: usize = 1000;

struct File<'o> {
    path: &'o str,
    source: String,
}

impl File<'_> {
    fn text(&self) -> String {
        let quoted = go_quote(self.path);
        match self.source.as_str() {
            "" => quoted,
            source => [&quoted, " (", source, ")"].concat(),
        }
    }
}

/// DIFFERENCE: a file is compared with the first 1,000 of its volume.
///
/// Upstream: pkg/api/pod/warnings.go warningsForOverlappingVirtualPaths (v1.36.3)
pub(super) fn overlaps(warnings: &mut Vec<String>, spec: &StoredStruct, options: &Options) {
    for volume in spec.structs("volumes") {
        let name = volume.text("name");
        for (field, kind, label) in [
            ("configMap", "ConfigMap", "name"),
            ("secret", "Secret", "secretName"),
            ("downwardAPI", "DownwardAPI", ""),
        ] {
            let Some(of) = volume.inner(field) else {
                continue;
            };
            let description = match label {
                "" => kind.to_owned(),
                label => [kind, " ", &go_quote(of.text(label))].concat(),
            };
            let mut seen = Vec::new();
            for path in items(of) {
                let source = String::new();
                one(
                    warnings,
                    &mut seen,
                    File { path, source },
                    (name, &description),
                );
            }
        }
        if let Some(of) = volume.inner("projected") {
            projected(warnings, of, name, options);
        }
    }
}

fn items(of: &StoredStruct) -> impl Iterator<Item = &str> {
    of.structs("items").map(|item| item.text("path"))
}

fn one<'o>(
    warnings: &mut Vec<String>,
    seen: &mut Vec<File<'o>>,
    file: File<'o>,
    (name, description): (&str, &str),
) {
    let file = File {
        path: file.path.trim_end_matches('/'),
        ..file
    };
    if !file.path.is_empty() {
        for other in seen.iter() {
            if is_within(file.path, other.path) || is_within(other.path, file.path) {
                let volume = ["volume ", &go_quote(name), " (", description].concat();
                let (own, other) = (file.text(), other.text());
                let parts = [&volume, "): overlapping paths: ", &own, " with ", &other];
                warnings.push(parts.concat());
            }
        }
    }
    if seen.len() < MOST {
        seen.push(file);
    }
}

/// Whether a path is another one, or lies in it.
fn is_within(path: &str, other: &str) -> bool {
    let rest = path.strip_prefix(other).filter(|_| !other.is_empty());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn projected(warnings: &mut Vec<String>, of: &StoredStruct, name: &str, options: &Options) {
    let mut seen = Vec::new();
    for source in of.structs("sources") {
        let kinds = ["secret", "downwardAPI", "configMap", "serviceAccountToken"];
        let newer = options.trust_bundles && source.has("clusterTrustBundle")
            || options.pod_certificates && source.has("podCertificate");
        if !newer && !kinds.iter().any(|kind| source.has(kind)) {
            let parts = [
                "volume ",
                &go_quote(name),
                " (Projected) has no sources provided",
            ];
            warnings.push(parts.concat());
            continue;
        }
        for file in files(source) {
            one(warnings, &mut seen, file, (name, "Projected"));
        }
    }
}

/// The files of the first kind that a source has.
fn files(source: &StoredStruct) -> Vec<File<'_>> {
    let named = |of: &StoredStruct, kind: &str, label: &str| {
        [kind, " ", &go_quote(of.text(label))].concat()
    };
    let all = |of| -> Vec<File<'_>> {
        let (of, source): (&StoredStruct, String) = of;
        let source = &source;
        let file = |path| File {
            path,
            source: source.clone(),
        };
        items(of).map(file).collect()
    };
    let with_items = |field| source.inner(field).filter(|of| of.has("items"));
    if let Some(of) = with_items("configMap") {
        return all((of, named(of, "ConfigMap", "name")));
    }
    if let Some(of) = with_items("secret") {
        return all((of, named(of, "Secret", "name")));
    }
    if let Some(of) = with_items("downwardAPI") {
        return all((of, "DownwardAPI".to_owned()));
    }
    if let Some(of) = source.inner("serviceAccountToken") {
        let source = "ServiceAccountToken".to_owned();
        return vec![File {
            path: of.text("path"),
            source,
        }];
    }
    if let Some(of) = source.inner("clusterTrustBundle") {
        let label = if of.has("name") { "name" } else { "signerName" };
        return vec![File {
            path: of.text("path"),
            source: named(of, "ClusterTrustBundle", label),
        }];
    }
    let Some(of) = source.inner("podCertificate") else {
        return Vec::new();
    };
    [
        ("certificateChainPath", "PodCertificate chain"),
        ("keyPath", "PodCertificate key"),
        ("credentialBundlePath", "PodCertificate credential bundle"),
    ]
    .into_iter()
    .map(|(field, source)| File {
        path: of.text(field),
        source: source.to_owned(),
    })
    .filter(|file| !file.path.is_empty())
    .collect()
}
