use crate::source::is_unsafe;

/// Writes a text of several lines where a value of YAML stands, its lines `indent` columns in, as kubectl prints it: behind
/// `|`, then `2` where it begins with a blank or a line end, then `-` where no line end is at its end, `+` where several
/// are. The line end that ends the value is not written.
///
/// `false`, and nothing is written, where kubectl has it in one line and in quotes: text of one line; with a blank before a
/// line end or at its end; with a tab or another character that is not printable; with one beyond U+FFFF.
///
/// ```
/// use everynode::words::push_block_text;
/// let mut out = "args:\n- ".to_owned();
/// assert!(push_block_text("set -e\n  run\n", 2, &mut out));
/// assert_eq!(out, "args:\n- |\n  set -e\n    run");
/// assert!(!push_block_text("a\tb\n", 2, &mut out));
/// ```
///
/// DIFFERENCE: kubectl prints characters that turn the direction of writing as they are. A text with one is `false` here.
///
/// Upstream: go.yaml.in/yaml/v2 emitterc.go yaml_emitter_analyze_scalar and yaml_emitter_write_block_scalar_hints, through
/// sigs.k8s.io/yaml v1.6.0
#[must_use]
pub fn push_block_text(text: &str, indent: usize, out: &mut String) -> bool {
    let body = text.strip_suffix('\n');
    let lines = || body.unwrap_or(text).split('\n');
    let is_kept = |line: &str| !line.ends_with(' ') && line.chars().all(is_printable);
    if !text.contains('\n') || !lines().all(is_kept) {
        return false;
    }
    out.push('|');
    if text.starts_with([' ', '\n']) {
        out.push('2');
    }
    match body {
        None => out.push('-'),
        Some(body) if body.is_empty() || body.ends_with('\n') => out.push('+'),
        Some(_) => {}
    }
    for line in lines() {
        out.push('\n');
        if !line.is_empty() {
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(line);
        }
    }
    true
}

/// Upstream: go.yaml.in/yaml/v2 yamlprivateh.go is_printable
fn is_printable(c: char) -> bool {
    c < '\u{fffe}' && !is_unsafe(c)
}
