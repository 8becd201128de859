//! A known image no longer has an option, at the version that is named.
//!
//! ## Why
//! A program that meets an option it does not know ends at once: the Pod restarts on every node of the first batch, and
//! the update stops there. The table knows Falco (`-K` and `-k` went with 0.37) and names that node-exporter has
//! changed.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/falco:0.38.1
//!   args: [/usr/bin/falco, -K, /run/token]
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/falco:0.38.1
//!   args: [/usr/bin/falco]
//! ```
//!
//! ## When to switch off
//! Where an image of the same name is another program.

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "known-image-flag-removed",

    why: "A program that does not know an option ends at once, on every node that the update reaches.",
    help: "Read what came in its place in the notes of the version.",
    say: &[
        "`{0}` is gone from {1} since {2}",
        "`{0}` of {1} has another name since {2}",
    ],
    look,
    ..Rule::NEW
};

/// An option that an image had.
struct Gone {
    image: &'static str,
    option: &'static str,
    /// The version that went without it.
    since: (u32, u32),
    said: &'static str,
    /// It only has another name there.
    renamed: bool,
}

const fn gone(
    image: &'static str,
    option: &'static str,
    since: (u32, u32),
    said: &'static str,
) -> Gone {
    let renamed = false;
    Gone {
        image,
        option,
        since,
        said,
        renamed,
    }
}

const fn renamed(option: &'static str) -> Gone {
    let renamed = true;
    Gone {
        image: "node-exporter",
        option,
        since: (1, 3),
        said: "1.3",
        renamed,
    }
}

const GONE: &[Gone] = &[
    gone("falco", "-K", (0, 37), "0.37"),
    gone("falco", "-k", (0, 37), "0.37"),
    renamed("--collector.filesystem.ignored-mount-points"),
    renamed("--collector.filesystem.ignored-fs-types"),
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        let version = version(container.image_tag().unwrap_or_default());
        for word in container.words() {
            let name = word.text().split('=').next().unwrap_or_default();
            for gone in GONE {
                let is_it = container.image_name() == gone.image && name == gone.option;
                if !is_it || version.is_some_and(|version| version < gone.since) {
                    continue;
                }
                let spot = found
                    .at(word)
                    .word(gone.option)
                    .word(gone.image)
                    .word(gone.said);
                if gone.renamed {
                    spot.case(1);
                }
                if gone.renamed || version.is_none() {
                    spot.severity(Severity::Info);
                }
            }
        }
    }
}

/// The first two numbers of a tag.
fn version(tag: &str) -> Option<(u32, u32)> {
    let mut parts = tag.strip_prefix('v').unwrap_or(tag).split(['.', '-']);
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}
