//! Small pieces of messages.

/// Several texts, one behind the other.
pub(super) fn write(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}
