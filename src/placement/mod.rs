//! Both judges' verdicts on each node joined into one explained answer.

mod nearest;

pub use nearest::nearest;
