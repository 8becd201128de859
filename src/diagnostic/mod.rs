//! Findings about the text: one Diagnostic type, severities, fixes, rule metadata; no rendering.
