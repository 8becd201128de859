//! How many tests passed and failed, read from the closing lines of the runners.

use std::ops::Add;

/// Tests of a stage.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Count {
    pub(super) passed: usize,
    pub(super) failed: usize,
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

/// Reads a count from all that a tool printed.
pub(super) type Counter = fn(&str) -> Count;

/// `cargo test`, and the runner of wasm-bindgen, which closes in the same words: the sum over all test programs.
pub(super) fn cargo(output: &str) -> Count {
    output
        .lines()
        .filter_map(|line| line.trim().strip_prefix("test result: "))
        .fold(Count::default(), |sum, line| {
            // `ok. 12 passed; 0 failed; 0 ignored; …`
            let parts: Vec<_> = line.split(['.', ';']).collect();
            sum + Count {
                passed: number(&parts, "passed"),
                failed: number(&parts, "failed"),
            }
        })
}

/// `node --test`, whose last lines are `# pass 3` or `ℹ pass 3`, by its reporter.
pub(super) fn node(output: &str) -> Count {
    let of = |word: &str| {
        let lines = output
            .lines()
            .filter_map(|line| line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ ")));
        lines
            .filter_map(|line| line.strip_prefix(word)?.trim().parse::<usize>().ok())
            .sum()
    };
    Count {
        passed: of("pass "),
        failed: of("fail ") + of("cancelled "),
    }
}

/// Playwright, whose last lines are `3 passed (2.1s)` and the like, one for each outcome.
pub(super) fn playwright(output: &str) -> Count {
    let lines: Vec<_> = output
        .lines()
        .map(|line| line.split(" (").next().unwrap_or(line))
        .collect();
    let failed = ["failed", "flaky", "interrupted", "did not run"];
    Count {
        passed: number(&lines, "passed"),
        failed: failed.into_iter().map(|word| number(&lines, word)).sum(),
    }
}

/// The number in the last part that reads `N word`; 0 where there is none.
fn number(parts: &[&str], word: &str) -> usize {
    let numbers = parts
        .iter()
        .rev()
        .filter_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok());
    numbers.into_iter().next().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_programs_are_summed() {
        let output = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n\
                      test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(
            cargo(output),
            Count {
                passed: 15,
                failed: 2
            }
        );
    }

    #[test]
    fn both_reporters_of_node_are_read() {
        assert_eq!(
            node("# tests 5\n# pass 3\n# fail 1\n# cancelled 1\n"),
            Count {
                passed: 3,
                failed: 2
            }
        );
        assert_eq!(
            node("ℹ tests 4\nℹ pass 4\nℹ fail 0\nℹ cancelled 0\n"),
            Count {
                passed: 4,
                failed: 0
            }
        );
    }

    #[test]
    fn flaky_tests_of_playwright_count_as_failed() {
        assert_eq!(
            playwright("  1 flaky\n    a.spec.ts\n  1 did not run\n  7 passed (12.3s)\n"),
            Count {
                passed: 7,
                failed: 2
            }
        );
        assert_eq!(
            playwright("Running 3 tests using 2 workers\n  3 passed (2.1s)\n"),
            Count {
                passed: 3,
                failed: 0
            }
        );
    }

    #[test]
    fn a_runner_that_says_nothing_counts_nothing() {
        for counter in [cargo, node, playwright] {
            assert_eq!(counter("error: could not compile\n"), Count::default());
        }
    }
}
