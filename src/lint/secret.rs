//! What looks like a password, a token or a key that somebody wrote down.

use crate::source::{holds, parted};

/// How variables end that hold secrets.
const NAMES: &[&str] = &[
    "PASSWORD",
    "PASSWD",
    "SECRET",
    "TOKEN",
    "API_KEY",
    "APIKEY",
    "ACCESS_KEY",
    "PRIVATE_KEY",
    "CREDENTIALS",
];

/// What stands in values that come from elsewhere, or that somebody is meant to replace.
const REPLACED: &[&str] = &[
    "$(",
    "${",
    "{{",
    "<",
    "[",
    "changeme",
    "change-me",
    "change_me",
    "example",
    "your",
    "redacted",
];

/// Whether a variable of this name holds a secret, and its value is one, not a word that stands for one.
pub(super) fn is_secret(name: &str, value: &str) -> bool {
    NAMES.iter().any(|end| name.ends_with(end)) && !is_placeholder(value)
}

/// The name of the first line of a text that sets a secret: `NAME=value` or `NAME: value`. Prose and code are not read: they have blanks
/// where these have none.
pub(super) fn secret_line(text: &str) -> Option<&str> {
    text.lines().find_map(|line| {
        let line = line.trim();
        let line = line.strip_prefix("- ").unwrap_or(line);
        let line = line.strip_prefix("export ").unwrap_or(line);
        let (name, value) = match line.split_once('=') {
            Some(parts) => parts,
            None => parted(line, ": ")?,
        };
        let name = name.trim_matches(['"', '\'']);
        let value = parted(value, " #").map_or(value, |(value, _)| value);
        let value = value.trim().trim_end_matches(',').trim_matches(['"', '\'']);
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        let is_code = value.contains([' ', '(', '`', '|'])
            || value.starts_with(['$', '%', '@', '!', '*', '&']);
        (name.bytes().all(is_name) && !is_code && is_secret(name, value)).then_some(name)
    })
}

/// Whether a value stands for one that comes from elsewhere, or is none.
fn is_placeholder(value: &str) -> bool {
    let text = value.trim();
    let lower = text.to_ascii_lowercase();
    let is_replaced = REPLACED.iter().any(|sign| holds(&lower, sign));
    // A URL without a user, or a path.
    let is_place =
        text.starts_with(['/', '.']) || holds(text, "://") && !text.as_bytes().contains(&b'@');
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let is_masked = lower
        .bytes()
        .all(|byte| matches!(byte, b'x' | b'*' | b'.' | b'-'));
    let is_shouted = text
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'_' | b'-'));
    let is_word = matches!(
        &*lower,
        "true"
            | "false"
            | "yes"
            | "no"
            | "on"
            | "off"
            | "none"
            | "null"
            | "disabled"
            | "placeholder"
            | "secret"
            | "password"
            | "token"
    );
    is_replaced || is_place || is_number || is_masked || is_shouted || is_word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_secret_when_it_sets_one() {
        let cases = [
            (
                "LEVEL=info\nSTORE_PASSWORD=s3a-lion-42\n",
                Some("STORE_PASSWORD"),
            ),
            (
                "  STORE_PASSWORD: \"s3a-lion-42\"  # of the store",
                Some("STORE_PASSWORD"),
            ),
            ("export API_KEY='k-12ab34'", Some("API_KEY")),
            ("\"API_KEY\": \"k-12ab34\",", Some("API_KEY")),
            ("STORE_PASSWORD=$STORE_PASSWORD", None),
            ("STORE_PASSWORD=$(cat /run/password)", None),
            ("STORE_PASSWORD: !ENV PASSWORD", None),
            ("API_TOKEN = getToken()", None),
            ("the PASSWORD: of the store", None),
            ("PASSWORD:", None),
            ("TOKEN_FILE=/run/token", None),
            ("PASSWORD=/run/password", None),
            ("PASSWORD=changeme", None),
        ];
        for (text, found) in cases {
            assert_eq!(secret_line(text), found, "{text}");
        }
    }
}
