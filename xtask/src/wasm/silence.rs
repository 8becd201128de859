//! Takes out what a panic says: in WebAssembly nobody hears it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use anyhow::Result;

use super::binary::{self, CODE, DATA, Reader, push_counted, push_number};

/// No locals; trap; end.
const TRAP: &[u8] = &[0, 0x00, 0x0b];

/// How functions of the standard library are called that end the program, without the hashes of their crates.
const ENDS: &[&str] = &[
    "core::panicking::",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "::assert_failed",
    "::len_mismatch_fail",
    "::panic_on_ord_violation",
    "alloc::raw_vec::handle_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::alloc::handle_alloc_error",
    "std::alloc::rust_oom",
    "::rust_begin_unwind",
    "::__rust_alloc_error_handler",
];

/// How functions are called that print for programmers, as messages of panics do. The core does so nowhere else: clippy
/// denies it (src/lib.rs). Pointers to them stay where a panic would have looked, so that wasm-opt keeps them.
const PRINTS: &[&str] = &[
    " as core::fmt::Debug>::fmt",
    "core::fmt::builders::",
    "core::fmt::Formatter>::debug_",
    "std::panicking::panic_handler::",
];

/// A module in which whoever panics traps at once.
///
/// The standard library makes a message first, with the file and the line, and hands it to a stream that
/// WebAssembly has not. The trap is the same with and without it. What makes the message, what
/// prepares it at every call, and the places that it names are 1.2 % of what pages load.
pub(super) fn silence(module: &[u8]) -> Result<Vec<u8>> {
    let mut sections = binary::sections(module)?;
    let Some(at) = sections.iter().position(|(number, _)| *number == CODE) else {
        return Ok(module.to_vec());
    };
    let code = sections.get(at).map(|(_, code)| code.clone());
    let code = code.unwrap_or_default();
    let bodies = binary::bodies(&code)?;
    let names = binary::names(&sections, bodies.len())?;
    let mut silent = Vec::with_capacity(code.len());
    push_number(&mut silent, bodies.len());
    for (body, name) in bodies.into_iter().zip(&names) {
        let is_needless = ends(name, body) || prints(name);
        push_counted(&mut silent, if is_needless { TRAP } else { body });
    }
    for (number, section) in &mut sections {
        match *number {
            CODE => *section = Cow::Owned(std::mem::take(&mut silent)),
            DATA => *section = Cow::Owned(without_locations(section)?),
            _ => {}
        }
    }
    Ok(binary::module(&sections))
}

/// Whether a function never comes back: it is one of those that say so in Rust, and its last instruction is a trap.
fn ends(name: &str, body: &[u8]) -> bool {
    let name = without_hashes(name);
    ENDS.iter().any(|end| name.contains(end)) && body.ends_with(&[0x00, 0x0b])
}

/// Whether a function only prints for programmers.
fn prints(name: &str) -> bool {
    let name = without_hashes(name);
    PRINTS.iter().any(|print| name.contains(print))
}

/// `core[c5930c85a12de822]::panicking` as `core::panicking`.
fn without_hashes(name: &str) -> String {
    let mut bare = String::with_capacity(name.len());
    let mut parts = name.split('[');
    bare.extend(parts.next());
    for part in parts {
        let hash = part.split_once(']').filter(|(hash, _)| hash.len() == 16);
        match hash {
            Some((_, rest)) => bare.push_str(rest),
            None => {
                bare.push('[');
                bare.push_str(part);
            }
        }
    }
    bare
}

/// Where data lies: its address in memory, and its bytes in the section.
struct Segment {
    address: usize,
    at: usize,
    length: usize,
}

/// The data with zeros for every `core::panic::Location` (address and length of a path, line, column) and for the paths.
fn without_locations(data: &[u8]) -> Result<Vec<u8>> {
    let segments = segments(data)?;
    let find = |address: usize, length: usize| {
        segments.iter().find_map(|segment| {
            let offset = address.checked_sub(segment.address)?;
            let fits = offset.checked_add(length)? <= segment.length;
            fits.then_some(segment.at + offset)
        })
    };
    let mut blank = BTreeMap::new();
    for segment in &segments {
        let Some(bytes) = data.get(segment.at..segment.at + segment.length) else {
            continue;
        };
        let skip = segment.address.wrapping_neg() % 4;
        let words: Vec<usize> = bytes
            .get(skip..)
            .unwrap_or_default()
            .chunks_exact(4)
            .map(|word| {
                word.iter()
                    .rev()
                    .fold(0, |sum, byte| sum << 8 | usize::from(*byte))
            })
            .collect();
        for (index, location) in words.windows(4).enumerate() {
            let [address, length, line, column] = *location else {
                continue;
            };
            let Some(at) = find(address, length).filter(|_| length > 3) else {
                continue;
            };
            let path = data.get(at..at + length).is_some_and(is_path);
            if path && (1..100_000).contains(&line) && (1..1000).contains(&column) {
                blank.insert(at, length);
                blank.insert(segment.at + skip + 4 * index, 16);
            }
        }
    }
    let mut data = data.to_vec();
    for (at, length) in blank {
        if let Some(bytes) = data.get_mut(at..at + length) {
            bytes.fill(0);
        }
    }
    Ok(data)
}

fn is_path(text: &[u8]) -> bool {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    text.ends_with(b".rs") && text.iter().all(plain)
}

fn segments(data: &[u8]) -> Result<Vec<Segment>> {
    let mut reader = Reader(data);
    let mut found = Vec::new();
    for _ in 0..reader.number()? {
        // Of the first memory, at an address that is a number: what the compiler writes.
        let head = [reader.byte()?, reader.byte()?];
        anyhow::ensure!(
            head == [0, 0x41],
            "a data segment begins otherwise than Rust's do"
        );
        let address = reader.number()?;
        anyhow::ensure!(
            reader.byte()? == 0x0b,
            "a data segment's address is computed"
        );
        let bytes = reader.counted()?;
        found.push(Segment {
            address,
            at: data.len() - reader.0.len() - bytes.len(),
            length: bytes.len(),
        });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_the_program_is_known_by_name_and_by_its_last_instruction() {
        let trap = &[0, 0x10, 7, 0x00, 0x0b];
        assert!(ends("core[c5930c85a12de822]::panicking::panic_fmt", trap));
        assert!(ends("core::option::unwrap_failed::h0123", trap));
        assert!(!ends(
            "core::option::unwrap_failed::h0123",
            &[0, 0x10, 7, 0x0b]
        ));
        assert!(!ends("everynode::words::names::name_list", trap));
        assert!(prints(
            "<core[c5930c85a12de822]::num::error::TryFromIntError as core[c5930c85a12de822]::fmt::Debug>::fmt"
        ));
        assert!(prints("<str as core::fmt::Debug>::fmt::h0123"));
        assert!(!prints("<str as core::fmt::Display>::fmt::h0123"));
        assert_eq!(
            without_hashes("<[u8] as a[0123456789abcdef]::B>::c[1]"),
            "<[u8] as a::B>::c[1]"
        );
    }

    #[test]
    fn places_are_blanked_and_nothing_else() {
        let address = 1 << 20;
        let mut bytes = b"src/a.rs".to_vec();
        let word = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
        let place = [word(address), word(8), word(7), word(5)].concat();
        let text = [word(address), word(7), word(7), word(5)].concat();
        bytes.extend([place, text].concat());
        let mut data = vec![1, 0, 0x41];
        push_number(&mut data, address);
        data.push(0x0b);
        push_counted(&mut data, &bytes);
        let blanked = without_locations(&data).unwrap();
        let head = data.len() - bytes.len();
        assert_eq!(blanked[..head], data[..head]);
        assert_eq!(blanked[head..head + 24], [0; 24]);
        assert_eq!(blanked[head + 24..], data[head + 24..]);
    }
}
