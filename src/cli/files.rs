use super::host::{Entry, Host};
use crate::ffi::ConfigText;

/// What a folder is searched for.
const ENDINGS: [&str; 4] = [".yaml", ".yml", ".json", ".md"];
/// How deep folders are followed: a link that leads back into its own folder ends here.
const DEEPEST: usize = 40;
/// Files of all folders together.
const MOST: usize = 100_000;

/// The configuration, which is no manifest wherever it lies.
const CONFIGURATION: &str = "everynode.yaml";

/// What standard input is called.
pub(super) const STDIN: &str = "stdin";

/// The texts that the paths lead to, with their names, in the order of the paths; those of a folder by name.
///
/// # Errors
/// The path and the host's reason.
pub(super) fn read(
    paths: &[String],
    host: &mut dyn Host,
) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut names = Vec::new();
    for path in paths {
        match path.as_str() {
            "-" => names.push("-".to_owned()),
            path => match entry(path, host)? {
                Entry::File if is_configuration(path) && paths.len() > 1 => {}
                Entry::File if is_configuration(path) => {
                    return Err(format!("{path}: this is a configuration, and no manifest"));
                }
                Entry::File => names.push(path.to_owned()),
                Entry::Folder(inside) => {
                    let known = names.len();
                    folder(path, inside, host, 0, &mut names)?;
                    if names.len() == known {
                        let endings = ENDINGS.join(", ");
                        return Err(format!(
                            "{path}: the folder holds no file that ends in {endings}"
                        ));
                    }
                }
            },
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    let mut texts = Vec::new();
    for name in names {
        texts.push(match name.as_str() {
            "-" => {
                let bytes = host.read_stdin();
                (
                    STDIN.to_owned(),
                    bytes.map_err(|why| format!("standard input: {why}"))?,
                )
            }
            _ => {
                let bytes = host
                    .read_file(&name)
                    .map_err(|why| format!("{name}: {why}"))?;
                (name, bytes)
            }
        });
    }
    Ok(texts)
}

fn entry(path: &str, host: &mut dyn Host) -> Result<Entry, String> {
    host.entry(path).map_err(|why| format!("{path}: {why}"))
}

/// The configuration that is named, or else the one in the working folder; `None` where there is none.
///
/// # Errors
/// The path and the host's reason.
pub(super) fn configuration(
    path: Option<&str>,
    host: &mut dyn Host,
) -> Result<Option<ConfigText>, String> {
    let name = path.unwrap_or(CONFIGURATION);
    if path.is_none() && host.entry(name) != Ok(Entry::File) {
        return Ok(None);
    }
    let bytes = host.read_file(name);
    let bytes = bytes.map_err(|why| format!("{name}: {why}"))?;
    let text = String::from_utf8(bytes);
    Ok(Some(ConfigText {
        name: name.to_owned(),
        text: text.map_err(|_| format!("{name}: the configuration is not UTF-8"))?,
    }))
}

fn is_configuration(path: &str) -> bool {
    path.rsplit('/').next() == Some(CONFIGURATION)
}

fn folder(
    path: &str,
    mut inside: Vec<String>,
    host: &mut dyn Host,
    depth: usize,
    names: &mut Vec<String>,
) -> Result<(), String> {
    inside.retain(|name| !name.starts_with('.'));
    inside.sort_unstable();
    for name in inside {
        let path = match path {
            "." => name.clone(),
            path if path.ends_with('/') => format!("{path}{name}"),
            path => format!("{path}/{name}"),
        };
        match entry(&path, host)? {
            Entry::Folder(inside) if depth < DEEPEST => {
                folder(&path, inside, host, depth + 1, names)?;
            }
            Entry::File if is_configuration(&name) => {}
            Entry::File if ENDINGS.iter().any(|ending| name.ends_with(ending)) => {
                if names.len() >= MOST {
                    return Err(format!("{path}: more than {MOST} files"));
                }
                names.push(path);
            }
            Entry::Folder(_) | Entry::File => {}
        }
    }
    Ok(())
}
