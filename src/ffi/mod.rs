//! The public contract: request and answer shapes, and the calls between them.
