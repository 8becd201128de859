use super::canvas::{Anchor, Canvas, PX, Path, length};

/// Height of a Pod that serves; one that does not is drawn at half of it.
pub(super) const TALL: i64 = 14 * PX;
const HALF: i64 = 8 * PX;
/// Height of a second Pod, over the lower edge of one that serves.
const STRIP: i64 = 6 * PX;

/// What a Node has of the DaemonSet, in the order of the numbers of `spans.state`.
#[derive(Debug)]
pub(super) struct State {
    /// In the legend.
    pub(super) name: &'static str,
    /// On the bar, while it lasts.
    during: &'static str,
    /// On the bar, where it lasts to the end.
    stays: &'static str,
    /// Of several Nodes that end so.
    pub(super) ends: &'static str,
    pub(super) look: Look,
    /// Which part of the Nodes it belongs to where they are counted.
    pub(super) layer: Option<Layer>,
}

/// How a bar is drawn: full height is a Pod that serves, half height and empty one that does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Nothing,
    Dashes,
    Empty,
    Full(&'static str),
    Half(&'static str),
    Crosses,
    /// An old Pod that serves, and over its lower edge another one.
    Beside(&'static str),
}

/// Parts of many Nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    New,
    Ready,
    Both,
    Never,
    Pending,
    Old,
}

/// Layers that are stacked from below, with their classes.
pub(super) const BELOW: [(Layer, &str); 5] = [
    (Layer::New, "new"),
    (Layer::Ready, "ready"),
    (Layer::Both, "both"),
    (Layer::Never, "never"),
    (Layer::Pending, "pend"),
];
/// The one that hangs from above.
pub(super) const ABOVE: (Layer, &str) = (Layer::Old, "old");

const fn state(name: &'static str, ends: &'static str, look: Look, layer: Option<Layer>) -> State {
    State {
        name,
        during: "",
        stays: "",
        ends,
        look,
        layer,
    }
}

pub(super) const STATES: [State; 15] = [
    state("", "the nodes are gone", Look::Nothing, None),
    State {
        stays: "no Pod: not eligible any more",
        ..state(
            "no Pod, and none is due",
            "no Pod, and none is due",
            Look::Dashes,
            None,
        )
    },
    state("no Pod yet", "no Pod yet", Look::Empty, None),
    State {
        during: "old",
        stays: "keeps the old Pod",
        ..state(
            "old, serves",
            "keep the old Pod",
            Look::Full("old"),
            Some(Layer::Old),
        )
    },
    state(
        "old, not available",
        "old Pod not available",
        Look::Half("old"),
        None,
    ),
    state("terminating", "Pod being deleted", Look::Half("term"), None),
    State {
        stays: "Terminating for good",
        ..state(
            "terminating for good",
            "Terminating for good",
            Look::Crosses,
            None,
        )
    },
    state("starting", "new Pod starting", Look::Half("start"), None),
    State {
        stays: "does not become Ready",
        ..state(
            "new, never Ready",
            "new Pod never Ready",
            Look::Half("never"),
            Some(Layer::Never),
        )
    },
    State {
        stays: "Pending",
        ..state(
            "Pending",
            "new Pod Pending",
            Look::Half("pend"),
            Some(Layer::Pending),
        )
    },
    State {
        stays: "the new Pod stays Pending",
        ..state(
            "old, a Pending one beside it",
            "old Pod, new one Pending",
            Look::Beside("pend"),
            Some(Layer::Old),
        )
    },
    state(
        "Ready, not yet available",
        "new Pod Ready",
        Look::Full("ready"),
        Some(Layer::Ready),
    ),
    State {
        during: "new",
        stays: "new",
        ..state(
            "new, available",
            "get the new Pod",
            Look::Full("new"),
            Some(Layer::New),
        )
    },
    state(
        "old and new at once",
        "old and new at once",
        Look::Full("both"),
        Some(Layer::Both),
    ),
    State {
        stays: "the new Pod does not become Ready",
        ..state(
            "old, a new one never Ready beside it",
            "old Pod, new one not Ready",
            Look::Beside("never"),
            Some(Layer::Old),
        )
    },
];

/// A stretch of time of one Node, from `x` on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bar {
    pub(super) state: &'static State,
    pub(super) x: i64,
    pub(super) width: i64,
    /// Whether it lasts to the end of the picture.
    pub(super) last: bool,
}

impl Bar {
    pub(super) fn draw(&self, canvas: &mut Canvas, y: i64) {
        self.shape(canvas, y);
        let text = match self.last {
            true => self.state.stays,
            false => self.state.during,
        };
        let wide = length(text);
        if text.is_empty() || wide + 14 * PX > self.width {
            return;
        }
        let baseline = y + 105;
        let own = match self.state.look {
            Look::Full("old") => Some("in-old"),
            Look::Full(_) => Some("in-new"),
            _ => None,
        };
        if let Some(class) = own {
            canvas.text(class, [self.x + 6 * PX, baseline], Anchor::Start, text);
            return;
        }
        // On a pattern a text needs a ground.
        let class = match self.state.look {
            Look::Half("pend") | Look::Beside("pend") => "in-pend",
            _ => "in-down",
        };
        let from = self.x + (26 * PX).min((self.width - wide - 12 * PX) / 2).max(0);
        canvas.rect("ground", [from, y, wide + 12 * PX, TALL]);
        canvas.text(class, [from + 6 * PX, baseline], Anchor::Start, text);
    }

    /// Shape and pattern say which state it is, colour only again.
    pub(super) fn shape(&self, canvas: &mut Canvas, y: i64) {
        let (x, middle) = (self.x, y + TALL / 2);
        let wide = (self.width - PX).max(PX);
        let full = [x, y, wide, TALL];
        match self.state.look {
            Look::Nothing => {}
            Look::Dashes => {
                let mut line = Path::default();
                line.to('M', &[x + 3 * PX, middle]).to('H', &[x + wide]);
                canvas.path("none", &line);
            }
            Look::Empty => {
                canvas.rect("frame", edged([x, middle - HALF / 2, wide, HALF]));
            }
            Look::Full(class) => canvas.rect(class, full),
            Look::Half(class) => {
                canvas.rect(class, edged([x, middle - HALF / 2, wide, HALF]));
            }
            Look::Crosses => canvas.path("dead", &crosses(x, middle, self.width)),
            Look::Beside(class) => {
                canvas.rect("old", full);
                let top = y + TALL - STRIP;
                canvas.rect("ground", [x, top - PX, wide, STRIP + PX]);
                canvas.rect(class, edged([x, top, wide, STRIP]));
            }
        }
    }
}

/// Drawn as paths: a pattern would cut them.
fn crosses(x: i64, middle: i64, width: i64) -> Path {
    let mut path = Path::default();
    for at in 0..(width / (13 * PX)).max(1) {
        path.to('M', &[x + at * 13 * PX + 3 * PX, middle - 25])
            .to('l', &[50, 50])
            .to('m', &[0, -50])
            .to('l', &[-50, 50]);
    }
    path
}

/// The rectangle whose edge lies inside another one.
fn edged([x, y, width, height]: [i64; 4]) -> [i64; 4] {
    let inside = |length: i64| (length - PX).max(PX / 2);
    [x + PX / 2, y + PX / 2, inside(width), inside(height)]
}
