//! Value in, ffi call, value out; nothing else.
