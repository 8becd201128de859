//! Whether a step has to be done again: what goes in, as one number, beside what came out.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::project::Project;
use crate::shell::{self, Shell};

/// The inputs of a step. Contents count, times do not: a checkout may touch every file.
#[derive(Clone, Default)]
pub(crate) struct Fingerprint(DefaultHasher);

impl Fingerprint {
    /// Something the step depends on that is no file: a version, flags.
    pub(crate) fn text(mut self, text: &str) -> Self {
        text.hash(&mut self.0);
        self
    }

    /// A file, by its contents. One that is not there counts as that.
    pub(crate) fn file(mut self, path: &Path) -> Self {
        fs::read(path).ok().hash(&mut self.0);
        self
    }

    /// All files below a folder, by path and contents, without what is made there.
    pub(crate) fn folder(mut self, folder: &Path) -> Result<Self> {
        for path in shell::files(folder, &["node_modules", "dist"])? {
            path.strip_prefix(folder).unwrap_or(&path).hash(&mut self.0);
            self = self.file(&path);
        }
        Ok(self)
    }

    fn finish(&self) -> String {
        format!("{:016x}", self.0.finish())
    }
}

/// Does a step unless it was done with the same inputs and all that it makes is still there.
pub(crate) fn step(
    project: &Project,
    shell: &Shell,
    name: &str,
    inputs: &Fingerprint,
    outputs: &[PathBuf],
    work: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let stamp = project.scratch(&format!("stamps/{name}"));
    let inputs = inputs.finish();
    if fs::read_to_string(&stamp).is_ok_and(|done| done == inputs)
        && outputs.iter().all(|path| path.exists())
    {
        shell.say(&format!("{name:<28}  fresh"));
        return Ok(());
    }
    // A step that fails half-way has changed its outputs: they are not those of the old stamp any more.
    if stamp.exists() {
        fs::remove_file(&stamp)?;
    }
    shell.timed(name, work)?;
    shell::write(&stamp, inputs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_and_order_of_inputs_tell_fingerprints_apart() {
        let ab = Fingerprint::default().text("a").text("b").finish();
        let ba = Fingerprint::default().text("b").text("a").finish();
        let joined = Fingerprint::default().text("ab").text("").finish();
        assert_ne!(ab, ba);
        assert_ne!(ab, joined);
        assert_eq!(ab, Fingerprint::default().text("a").text("b").finish());
    }

    #[test]
    fn a_missing_file_differs_from_an_empty_one() {
        let folder = std::env::temp_dir().join(format!("xtask-fingerprint-{}", std::process::id()));
        let empty = folder.join("empty");
        shell::write(&empty, "").unwrap();
        let of = |path: &Path| Fingerprint::default().file(path).finish();
        assert_ne!(of(&empty), of(&folder.join("missing")));
        fs::remove_dir_all(folder).unwrap();
    }
}
