//! WebAssembly's binary format, as far as bodies, names and data are concerned.

use std::borrow::Cow;

use anyhow::{Context as _, Result, ensure};

/// Numbers of the sections that are looked into.
pub(super) const NAMES: u8 = 0;
pub(super) const IMPORTS: u8 = 2;
pub(super) const CODE: u8 = 10;
pub(super) const DATA: u8 = 11;

const MAGIC: &[u8] = b"\0asm\x01\0\0\0";

/// Bytes that are read from the front.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.0.split_first().context("the module ends early")?;
        self.0 = rest;
        Ok(*first)
    }

    pub(super) fn bytes(&mut self, count: usize) -> Result<&'a [u8]> {
        let parts = self.0.split_at_checked(count);
        let (taken, rest) = parts.context("the module ends early")?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number in LEB128.
    pub(super) fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0_usize, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
            shift += 7;
            ensure!(shift < 35, "a number of the module takes more than 5 bytes");
        }
    }

    /// Bytes behind their count.
    pub(super) fn counted(&mut self) -> Result<&'a [u8]> {
        let count = self.number()?;
        self.bytes(count)
    }

    fn limits(&mut self) -> Result<()> {
        let flags = self.number()?;
        self.number()?;
        if flags & 1 == 1 {
            self.number()?;
        }
        Ok(())
    }
}

/// Appends a number in LEB128.
pub(super) fn push_number(to: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            to.push(low);
            return;
        }
        to.push(low | 0x80);
    }
}

/// Appends bytes behind their count.
pub(super) fn push_counted(to: &mut Vec<u8>, bytes: &[u8]) {
    push_number(to, bytes.len());
    to.extend_from_slice(bytes);
}

/// A section: its number and what it holds.
pub(super) type Section<'a> = (u8, Cow<'a, [u8]>);

pub(super) fn sections(module: &[u8]) -> Result<Vec<Section<'_>>> {
    let body = module.strip_prefix(MAGIC);
    let mut reader = Reader(body.context("this is no WebAssembly of version 1")?);
    let mut found = Vec::new();
    while !reader.0.is_empty() {
        let number = reader.byte()?;
        found.push((number, Cow::Borrowed(reader.counted()?)));
    }
    Ok(found)
}

pub(super) fn module(sections: &[Section<'_>]) -> Vec<u8> {
    let mut module = MAGIC.to_vec();
    for (number, body) in sections {
        module.push(*number);
        push_counted(&mut module, body);
    }
    module
}

/// Bodies of the code section.
pub(super) fn bodies(code: &[u8]) -> Result<Vec<&[u8]>> {
    let mut reader = Reader(code);
    let count = reader.number()?;
    (0..count).map(|_| reader.counted()).collect()
}

/// What a module takes from its host.
pub(super) struct Import<'a> {
    pub(super) module: &'a [u8],
    pub(super) name: &'a [u8],
    /// Its kind and its type, as they are written; a function's begin with zero.
    pub(super) what: &'a [u8],
}

/// What the section of imports lists.
pub(super) fn imports(section: &[u8]) -> Result<Vec<Import<'_>>> {
    let mut reader = Reader(section);
    let count = reader.number()?;
    let mut imports = Vec::new();
    for _ in 0..count {
        let (module, name) = (reader.counted()?, reader.counted()?);
        let rest = reader.0;
        match reader.byte()? {
            0 => {
                reader.number()?;
            }
            1 => {
                reader.byte()?;
                reader.limits()?;
            }
            2 => reader.limits()?,
            3 => {
                reader.bytes(2)?;
            }
            kind => anyhow::bail!("an import is of the unknown kind {kind}"),
        }
        let what = rest.get(..rest.len() - reader.0.len()).unwrap_or_default();
        imports.push(Import { module, name, what });
    }
    Ok(imports)
}

/// How many functions are imported; the first body's is the number behind theirs.
pub(super) fn imported(sections: &[Section<'_>]) -> Result<usize> {
    let Some((_, section)) = sections.iter().find(|(number, _)| *number == IMPORTS) else {
        return Ok(0);
    };
    let imports = imports(section)?;
    let functions = imports
        .iter()
        .filter(|import| import.what.starts_with(&[0]));
    Ok(functions.count())
}

/// Names of functions, by body; empty where there is none.
pub(super) fn names(sections: &[Section<'_>], bodies: usize) -> Result<Vec<String>> {
    let imported = imported(sections)?;
    let mut names = vec![String::new(); bodies];
    for (_, section) in sections.iter().filter(|(number, _)| *number == NAMES) {
        let mut reader = Reader(section);
        if reader.counted()? != b"name" {
            continue;
        }
        while !reader.0.is_empty() {
            let kind = reader.byte()?;
            let mut part = Reader(reader.counted()?);
            // Those of functions.
            if kind != 1 {
                continue;
            }
            for _ in 0..part.number()? {
                let function = part.number()?;
                let name = String::from_utf8_lossy(part.counted()?);
                let body = function.checked_sub(imported);
                if let Some(own) = body.and_then(|body| names.get_mut(body)) {
                    *own = name.into_owned();
                }
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_were_written() {
        for number in [0, 1, 127, 128, 300, 16_383, 16_384, 1 << 31] {
            let mut bytes = Vec::new();
            push_number(&mut bytes, number);
            let mut reader = Reader(&bytes);
            assert_eq!(reader.number().unwrap(), number);
            assert!(reader.0.is_empty());
        }
    }
}
