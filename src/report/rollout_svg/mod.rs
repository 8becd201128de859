//! The picture of an update: Nodes by time, as SVG.
//!
//! It says what the playground's timeline says, in the same colours, for issues, pull requests and papers. No script, no
//! font of its own, nothing is fetched; whoever looks at night gets the colours of the night.

mod bars;
mod canvas;
mod counted;
mod heading;
mod legend;
mod outside;
mod palette;
mod rows;
mod scale;

use super::rollout_meaning::sentences;
use super::rollout_text::last_message;
use crate::ffi::{RolloutAnswer, RolloutFound};
use crate::words::{count, thousands};
use bars::{Bar, STATES};
use canvas::{Anchor, Canvas, PX, Path, cut, length};
use counted::counted;
use rows::{Row, Spans, players, rows, rows_are_shared};
use scale::{Scale, clock, picture_end};

/// Width of the picture, and what stays free on each side of it.
const WIDTH: i64 = 960 * PX;
const MARGIN: i64 = 16 * PX;
/// Height of the row of one Node, and of one in which Nodes are counted.
const ROW: i64 = 21 * PX;
const COUNTED: i64 = 40 * PX;
/// What is open between the old Pods and the new ones.
const GAP: &str = "gap: no Pod that serves";

/// An update as a picture: Nodes by time, with how it ends, who holds it up, and its budget. Empty for a question about
/// something that is not there.
#[must_use]
pub fn rollout_svg(answer: &RolloutAnswer) -> String {
    let RolloutAnswer::Found(found) = answer else {
        return String::new();
    };
    let players = players(found);
    let rows = rows(found, &players);
    let mut body = Canvas::default();
    let mut y = heading::heading(&mut body, found);
    y = legend::legend(&mut body, found, &rows, y);
    let chart = Chart::new(found, &rows, &players);
    y = chart.draw(&mut body, y);
    y = outside::told(&mut body, &chart.outside, y);
    y = foot(&mut body, found, y);
    let mut out = Canvas::default();
    head(&mut out, found, y);
    out.raw(&palette::palette());
    out.rect("bg", [0, 0, WIDTH, y]);
    out.raw(&body.into_text());
    out.raw("</svg>\n");
    out.into_text()
}

/// The element itself, with its name and what it shows for those who do not see it.
fn head(out: &mut Canvas, found: &RolloutFound, height: i64) {
    let (width, height) = (WIDTH / PX, height.div_euclid(PX));
    out.raw(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"en\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"en-name en-text\">\n<title id=\"en-name\">"
    ));
    let reference = &found.daemon_set;
    out.escaped(&format!(
        "{}/{}: {}",
        reference.namespace, reference.name, found.verdict
    ));
    out.raw("</title>\n<desc id=\"en-text\">");
    let mut said = sentences(found);
    said.insert(
        0,
        "Nodes from top to bottom, time from left to right.".to_owned(),
    );
    out.escaped(&said.join(" ").replace('`', ""));
    out.raw("</desc>\n");
}

/// What lies on the axis of time.
struct Chart<'a> {
    found: &'a RolloutFound,
    rows: &'a [Row],
    players: &'a [u32],
    scale: Scale,
    outside: Vec<(u32, String)>,
}

impl<'a> Chart<'a> {
    fn new(found: &'a RolloutFound, rows: &'a [Row], players: &'a [u32]) -> Self {
        // Names are set larger.
        let widest = rows
            .iter()
            .map(|row| (length(&row.title) * 11 / 10).max(length(row.detail)));
        let gutter = widest.max().unwrap_or_default();
        let gutter = gutter.max(length(GAP)).min(200 * PX);
        let changes = found.meaning.spans.since.0.iter().copied().max();
        let end = picture_end(found.seconds.max(changes.unwrap_or_default()));
        Self {
            found,
            rows,
            players,
            outside: outside::outside(found),
            scale: Scale {
                left: MARGIN + (gutter / PX + 14) * PX,
                right: WIDTH - MARGIN,
                end,
            },
        }
    }

    fn draw(&self, canvas: &mut Canvas, top: i64) -> i64 {
        let first = top + 40 * PX;
        let heights = self.rows.iter().map(|row| self.height(row));
        let all = first + heights.sum::<i64>() + 10 * PX;
        let budget = all + COUNTED + 10 * PX;
        let bottom = match self.budget().is_some() {
            true => budget + COUNTED,
            false => all + COUNTED,
        };
        self.axis(canvas, top + 30 * PX, bottom);
        let mut y = first;
        for row in self.rows {
            self.row(canvas, row, y);
            y += self.height(row);
        }
        self.all(canvas, all);
        if let Some((name, limit)) = self.budget() {
            self.used(canvas, name, limit, budget);
        }
        let height = [top + 35 * PX, bottom];
        outside::lines(canvas, &self.outside, self.scale, height);
        self.moments(canvas, top + 14 * PX, bottom);
        bottom
    }

    fn height(&self, row: &Row) -> i64 {
        match (row.alike, row.detail.is_empty()) {
            (true, true) if rows_are_shared(self.rows) => ROW + 7 * PX,
            (true, true) => ROW,
            (true, false) => ROW + 17 * PX,
            (false, _) => COUNTED + 8 * PX,
        }
    }

    fn axis(&self, canvas: &mut Canvas, baseline: i64, bottom: i64) {
        let mut lines = Path::default();
        let end = self.scale.x(self.found.seconds);
        for time in self.scale.ticks() {
            let x = self.scale.x(time);
            lines
                .to('M', &[x + PX / 2, baseline + 5 * PX])
                .to('V', &[bottom]);
            // The end has a label of its own.
            if time == 0 || (x - end).abs() > 44 * PX {
                self.time(canvas, "", time, baseline);
            }
        }
        canvas.path("grid", &lines);
        if self.found.seconds > 0 && end - self.scale.left > 44 * PX {
            self.time(canvas, "b ink", self.found.seconds, baseline);
        }
    }

    fn time(&self, canvas: &mut Canvas, class: &str, time: u32, baseline: i64) {
        let x = self.scale.x(time);
        let anchor = match () {
            () if time == 0 => Anchor::Start,
            () if x > self.scale.right - 16 * PX => Anchor::End,
            () => Anchor::Middle,
        };
        canvas.text(class, [x, baseline], anchor, &clock(time));
    }

    fn row(&self, canvas: &mut Canvas, row: &Row, y: i64) {
        canvas.group(&self.told(row));
        canvas.text("n", [MARGIN, y + 14 * PX], Anchor::Start, &row.title);
        if !row.detail.is_empty() {
            canvas.text("", [MARGIN, y + 28 * PX], Anchor::Start, row.detail);
        }
        match row.nodes.first() {
            Some(node) if row.alike => {
                for bar in self.bars(*node) {
                    bar.draw(canvas, y + 35);
                }
            }
            _ => counted(canvas, self.found, &row.nodes, self.scale, [y, COUNTED]),
        }
        canvas.end_group();
    }

    fn bars(&self, node: u32) -> impl Iterator<Item = Bar> {
        let Spans { since, states } = Spans::of(self.found, node);
        let ends = since.iter().skip(1).copied().map(Some);
        let ends = ends.chain([None]);
        let spans = states.iter().zip(since).zip(ends);
        spans.filter_map(|((state, from), to)| {
            let x = self.scale.x(*from);
            let end = to.map_or(self.scale.right + PX, |to| self.scale.x(to));
            Some(Bar {
                state: STATES.get(*state as usize)?,
                x,
                width: end - x,
                last: to.is_none(),
            })
        })
    }

    /// `node-1: old, serves; terminating from 0:00; starting from 0:20`
    fn told(&self, row: &Row) -> String {
        let (Some(node), true) = (row.nodes.first(), row.alike) else {
            return format!("{}: {}", row.title, row.detail);
        };
        let Spans { since, states } = Spans::of(self.found, *node);
        let told = states.iter().zip(since).filter_map(|(state, since)| {
            let name = STATES.get(*state as usize)?.name;
            let told = format!("{name} from {} on", clock(*since));
            (!name.is_empty()).then_some(told)
        });
        let told: Vec<String> = told.collect();
        format!("{}: {}", row.title, told.join("; "))
    }

    /// All Nodes, counted.
    fn all(&self, canvas: &mut Canvas, y: i64) {
        let title = count(self.players.len(), "node");
        let least = self.found.meaning.summary.min_available;
        let least = format!("at least {} available", thousands(least as usize));
        self.side(canvas, y, &title, &[GAP, &least]);
        counted(canvas, self.found, self.players, self.scale, [y, COUNTED]);
    }

    /// The limit that the update goes by, in Nodes.
    fn budget(&self) -> Option<(&'static str, u32)> {
        let limits = self.found.limits?;
        match (self.found.strategy, limits.max_surge) {
            ("RollingUpdate", 0) => Some(("maxUnavailable", limits.max_unavailable)),
            ("RollingUpdate", surge) => Some(("maxSurge", surge)),
            _ => None,
        }
    }

    /// How much of the budget is used up.
    fn used(&self, canvas: &mut Canvas, name: &str, limit: u32, y: i64) {
        let steps = &self.found.steps;
        let most = steps.held.0.iter().copied().max().unwrap_or_default();
        let limited = format!("{name} {}", thousands(limit as usize));
        let used = format!("at most {} used", thousands(most as usize));
        self.side(canvas, y, "Budget", &[&limited, &used]);
        let size = i64::from(most.max(limit).max(1));
        let bottom = y + COUNTED - PX / 2;
        let level = |held: u32| bottom - i64::from(held) * (COUNTED - 2 * PX) / size;
        let mut path = Path::default();
        path.to('M', &[self.scale.left, bottom]);
        let mut last = None;
        for (time, held) in steps.time.0.iter().zip(&steps.held.0) {
            let level = level(*held);
            if last != Some(level) {
                path.to('H', &[self.scale.x(*time)]).to('V', &[level]);
                last = Some(level);
            }
        }
        path.to('H', &[self.scale.right]).to('V', &[bottom]).close();
        canvas.path("held", &path);
        let mut line = Path::default();
        let limit = level(limit);
        line.to('M', &[self.scale.left, limit])
            .to('H', &[self.scale.right]);
        canvas.path("mark dash", &line);
    }

    fn side(&self, canvas: &mut Canvas, y: i64, title: &str, lines: &[&str]) {
        canvas.text("b ink", [MARGIN, y + 9 * PX], Anchor::Start, title);
        for (line, at) in lines.iter().zip(1..) {
            canvas.text("", [MARGIN, y + (9 + at * 15) * PX], Anchor::Start, line);
        }
    }

    /// The update, and how it ends: lines over the whole height.
    fn moments(&self, canvas: &mut Canvas, baseline: i64, bottom: i64) {
        let found = self.found;
        let end = match found.outcome {
            "complete" => "complete",
            "waiting" => "waits for somebody",
            "timeOut" => "not looked further",
            "halted" => "halts",
            "restless" => "no rest",
            _ => "nothing moves from here on",
        };
        let (start, x) = (self.scale.x(0), self.scale.x(found.seconds));
        let top = baseline + 21 * PX;
        let mut lines = Path::default();
        lines.to('M', &[start, top]).to('V', &[bottom]);
        let class = "b ink";
        if found.seconds == 0 {
            let text = match found.outcome {
                "complete" => "update",
                _ => &format!("update: {end}"),
            };
            canvas.text(class, [start, baseline], Anchor::Start, text);
        } else {
            lines.to('M', &[x, top]).to('V', &[bottom]);
            // Bold letters are wider.
            let (half, update) = (length(end) * 11 / 20, length("update ") * 11 / 10);
            let from = (x - half).min(self.scale.right - 2 * half);
            canvas.text(class, [start, baseline], Anchor::Start, "update");
            let at = [from.max(start + update), baseline];
            canvas.text(class, at, Anchor::Start, end);
        }
        canvas.path("mark", &lines);
    }
}

/// kubectl's own last word, and what else is to be said.
fn foot(canvas: &mut Canvas, found: &RolloutFound, top: i64) -> i64 {
    let mut y = top + 14 * PX;
    if let Some(said) = last_message(found) {
        canvas.rect("sunk", [MARGIN, y, WIDTH - 2 * MARGIN, 40 * PX]);
        let x = MARGIN + 10 * PX;
        let asked = "$ kubectl rollout status  # at the end";
        canvas.text("c q", [x, y + 16 * PX], Anchor::Start, asked);
        canvas.text("c ink", [x, y + 32 * PX], Anchor::Start, &cut(said, 134));
        y += 50 * PX;
    }
    for note in &found.notes {
        for line in super::layout::wrap(note, 165) {
            let line = cut(&line, 165);
            canvas.text("q", [MARGIN, y + 10 * PX], Anchor::Start, &line);
            y += 15 * PX;
        }
    }
    y + 8 * PX
}
