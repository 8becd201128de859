use super::canvas::PX;

/// Where moments lie.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    /// Where time begins and ends, in tenths of a pixel.
    pub(super) left: i64,
    pub(super) right: i64,
    /// Seconds from the update to where the picture ends.
    pub(super) end: i64,
}

/// Between two marks, so that their texts do not touch.
const APART: i64 = 90 * PX;
const STEPS: [i64; 17] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400,
];

impl Scale {
    pub(super) fn x(self, time: u32) -> i64 {
        let time = i64::from(time).min(self.end);
        self.left + time * (self.right - self.left) / self.end.max(1)
    }

    /// Seconds to mark, from 0.
    pub(super) fn ticks(self) -> impl Iterator<Item = u32> {
        let fit = ((self.right - self.left) / APART).max(1);
        let mut steps = STEPS.into_iter();
        let step = steps
            .find(|step| self.end / step <= fit)
            .unwrap_or_else(|| (self.end / fit / 86_400 + 1) * 86_400);
        let ticks = (0..).map(move |tick| tick * step);
        ticks
            .take_while(move |tick| *tick <= self.end)
            .filter_map(|tick| u32::try_from(tick).ok())
    }
}

/// Where the picture ends: behind the last thing that happens, so that it shows how things stay.
pub(super) fn picture_end(seconds: u32) -> i64 {
    match i64::from(seconds) {
        0 => 60,
        seconds => seconds + (seconds / 8).max(5),
    }
}

/// `2:52`, `1:04:09`
pub(super) fn clock(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{rest:02}"),
        _ => format!("{hours}:{minutes:02}:{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_apart() {
        for (end, ticks) in [
            (60, vec![0, 10, 20, 30, 40, 50, 60]),
            (193, vec![0, 30, 60, 90, 120, 150, 180]),
            (4000, vec![0, 600, 1200, 1800, 2400, 3000, 3600]),
            (
                1_000_000,
                vec![0, 172_800, 345_600, 518_400, 691_200, 864_000],
            ),
        ] {
            let scale = Scale {
                left: 0,
                right: 7000,
                end,
            };
            assert_eq!(scale.ticks().collect::<Vec<_>>(), ticks, "{end}");
        }
    }

    #[test]
    fn a_clock_has_hours_where_there_are_some() {
        assert_eq!(
            [clock(0), clock(172), clock(3849)],
            ["0:00", "2:52", "1:04:09"]
        );
    }
}
