//! What would let left out Nodes in: what is suggested, what it brings, and whether the edited text keeps the promise.

mod sound;
mod table;
mod written;

use everynode::ffi::{ExplainAnswer, ExplainQuestion, Session, Suggestion, TextEdit};

/// The edits made, as an editor makes them.
fn applied(text: &str, edits: &[TextEdit]) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut out = Vec::new();
    let mut at = 0;
    for edit in edits {
        let (start, end) = (edit.range.start.offset, edit.range.end.offset);
        assert!(at <= start && start <= end, "edits overlap: {edits:?}");
        out.extend_from_slice(&units[at as usize..start as usize]);
        out.extend(edit.new_text.encode_utf16());
        at = end;
    }
    out.extend_from_slice(&units[at as usize..]);
    String::from_utf16(&out).unwrap()
}

/// What is suggested for a Node, when one DaemonSet is open.
fn suggested(session: &mut Session, node: &str) -> Option<Suggestion> {
    let placed = session.place();
    let reference = &placed.daemon_sets[0].reference;
    let question = ExplainQuestion {
        daemon_set: format!("{}/{}", reference.namespace, reference.name),
        node: node.to_owned(),
    };
    let ExplainAnswer::Found(found) = session.explain(&question) else {
        panic!("{node} is not there");
    };
    found.suggestion
}
