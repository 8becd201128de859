//! YAML and JSON text to typed objects with their places: documents, List items, fragments.
