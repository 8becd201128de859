//! Formats only: terminal text with code frames, JSON, YAML, Markdown; one file each.
