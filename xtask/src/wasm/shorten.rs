//! Gives short names to what the module imports from its glue.

use std::borrow::Cow;
use std::collections::BTreeSet;

use anyhow::{Result, ensure};

use super::binary::{self, IMPORTS, push_counted, push_number};

/// The module and its glue, agreed on names of one or two letters for the functions that one takes from the other.
///
/// wasm-bindgen makes each of a name and sixteen digits that nothing repeats. They are 0.2 % of the module and more of the
/// glue.
pub(super) fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut sections = binary::sections(module)?;
    let mut glue = glue.to_owned();
    for (_, section) in sections.iter_mut().filter(|(number, _)| *number == IMPORTS) {
        let mut written = Vec::new();
        let imports = binary::imports(section)?;
        // Modules that import the same in another order have the same glue.
        let sorted: BTreeSet<&[u8]> = imports.iter().map(|import| import.name).collect();
        push_number(&mut written, imports.len());
        for import in imports {
            let index = sorted.range(..import.name).count();
            let (long, short) = (String::from_utf8_lossy(import.name), letters(index));
            let (key, short_key) = (
                format!(" {long}: function("),
                format!(" {short}: function("),
            );
            ensure!(
                glue.matches(&key).count() == 1,
                "the glue does not define `{long}` once"
            );
            glue = glue.replace(&key, &short_key);
            push_counted(&mut written, import.module);
            push_counted(&mut written, short.as_bytes());
            written.extend_from_slice(import.what);
        }
        *section = Cow::Owned(written);
    }
    Ok((binary::module(&sections), glue))
}

/// `a` to `z`, `aa`, `ba` and so on.
fn letters(mut index: usize) -> String {
    let mut letters = String::new();
    loop {
        letters.push(char::from(
            b'a' + u8::try_from(index % 26).unwrap_or_default(),
        ));
        index /= 26;
        if index == 0 {
            return letters;
        }
        index -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_has_the_same_short_name_on_both_sides() {
        let mut section = vec![2];
        for name in ["__wbg_name_860ab5d56e601016", "__wbg_text_185097dec70039e1"] {
            push_counted(&mut section, b"./glue.js");
            push_counted(&mut section, name.as_bytes());
            section.extend([0, 7]);
        }
        let module = binary::module(&[(IMPORTS, Cow::Owned(section))]);
        let glue = "{ __wbg_text_185097dec70039e1: function(a) {}, __wbg_name_860ab5d56e601016: function() {} }";
        let (module, glue) = shorten(&module, glue).unwrap();
        assert_eq!(glue, "{ b: function(a) {}, a: function() {} }");
        let sections = binary::sections(&module).unwrap();
        let imports = binary::imports(&sections[0].1).unwrap();
        let names: Vec<_> = imports
            .iter()
            .map(|import| (import.name, import.what))
            .collect();
        assert_eq!(names, [(&b"a"[..], &[0, 7][..]), (b"b", &[0, 7])]);
        assert!(shorten(&binary::module(&sections), "{}").is_err());
    }

    #[test]
    fn no_two_names_are_one() {
        let names: BTreeSet<String> = (0..2000).map(letters).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!(
            [0, 25, 26, 27, 52].map(letters),
            ["a", "z", "aa", "ba", "ab"]
        );
    }
}
