use super::host::{Host, Stream};
use crate::ffi::Progress;
use crate::words::{count, duration, thousands};

/// Seconds before which nobody is told: what is soon there needs no such line.
const PATIENCE: i64 = 2;

/// A line at the foot of a terminal that tells how far a long question is; it goes away before the answer.
pub(super) struct ProgressLine<'h> {
    host: &'h mut dyn Host,
    /// Whether somebody looks.
    watched: bool,
    /// When it was written last, at first a while after the question.
    last: i64,
    /// How many columns it takes.
    width: usize,
}

impl<'h> ProgressLine<'h> {
    pub(super) fn new(host: &'h mut dyn Host) -> Self {
        Self {
            watched: host.is_terminal(Stream::Stderr),
            last: host.now().saturating_add(PATIENCE - 1),
            width: 0,
            host,
        }
    }

    /// Writes it anew, once a second at most.
    pub(super) fn tell(&mut self, progress: Progress) {
        if !self.watched {
            return;
        }
        let now = self.host.now();
        if now <= self.last {
            return;
        }
        self.last = now;
        let text = match progress.trial {
            0 => format!(
                "{} after the update: {} of {} have the new Pod",
                duration(progress.time),
                thousands(progress.updated as usize),
                count(progress.desired as usize, "node")
            ),
            trial => format!("looking for what frees the update: change {trial}"),
        };
        self.write(&text);
    }

    /// Takes it away.
    pub(super) fn clear(mut self) {
        if self.width > 0 {
            self.write("");
            self.host.write(Stream::Stderr, "\r");
        }
    }

    /// Over what is there. Every column is one byte.
    fn write(&mut self, text: &str) {
        let width = self.width;
        self.width = text.len();
        self.host.write(Stream::Stderr, &format!("\r{text:width$}"));
    }
}
