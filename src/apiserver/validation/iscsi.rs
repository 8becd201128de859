//! Volumes over iSCSI, and the names of initiators.

use super::field_error::{Bad, Errors};
use super::formats;
use super::path::Path;
use crate::manifest::StoredStruct;

/// Upstream: pkg/apis/core/validation/validation.go validateISCSIVolumeSource (v1.36.3)
pub(super) fn check(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    errors.needs(of, "targetPortal", path);
    let name = of.text("iqn");
    match name {
        "" => errors.required(&path.field("iqn"), ""),
        _ => name_form(errors, name, &path.field("iqn")),
    }
    let lun = of.int("lun");
    if let Some(detail) = formats::range(lun, 0, 255) {
        errors.invalid(&path.field("lun"), Bad::Int(lun), &detail);
    }
    let authenticates = of.is_true("chapAuthDiscovery") || of.is_true("chapAuthSession");
    if authenticates && !of.has("secretRef") {
        errors.required(&path.field("secretRef"), "");
    }
    if let Some(name) = of.text_if_set("initiatorName") {
        name_form(errors, name, &path.field("initiatorname"));
    }
}

fn name_form(errors: &mut Errors, name: &str, path: &Path<'_>) {
    let word = |text: &str, length: usize| {
        text.len() == length && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    // The dot of the two shorter forms stands for any character.
    let after_any = |length: usize| {
        let mut letters = name.chars();
        let known = letters.by_ref().take(3).count() == 3;
        known && letters.next().is_some_and(|c| c != '\n') && word(letters.as_str(), length)
    };
    let good = match name.get(..3) {
        Some("iqn") => is_qualified(name),
        Some("eui") => after_any(16),
        Some("naa") => after_any(32),
        _ => {
            let detail = "must be valid format starting with iqn, eui, or naa";
            errors.invalid(path, Bad::Text(name), detail);
            return;
        }
    };
    if !good {
        errors.invalid(path, Bad::Text(name), "must be valid format");
    }
}

/// Whether `iqn.`, a month, a name, a colon and a text stand at the end: nothing of the form holds its start.
fn is_qualified(name: &str) -> bool {
    let mut starts = name.match_indices("iqn.");
    starts.any(|(place, _)| {
        let rest = name.get(place + 4..).unwrap_or_default();
        let month = rest.get(..8).unwrap_or_default().as_bytes();
        let is_month = month.iter().enumerate().all(|(place, byte)| match place {
            4 => *byte == b'-',
            7 => *byte == b'.',
            _ => byte.is_ascii_digit(),
        });
        let authority = rest.get(8..).unwrap_or_default();
        month.len() == 8 && is_month && is_authority(authority)
    })
}

fn is_authority(text: &str) -> bool {
    let Some((name, own)) = text.split_once(':') else {
        return false;
    };
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    let bad = |c: char| {
        matches!(
            c,
            ',' | ';' | '*' | '&' | '$' | '|' | ' ' | '\t' | '\n' | '\r' | '\u{c}'
        )
    };
    !name.is_empty() && name.bytes().all(is_name) && !own.is_empty() && !own.contains(bad)
}
