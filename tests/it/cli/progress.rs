//! Whoever waits at a terminal is told how far a long update is.

use everynode::cli::{Entry, Host, Stream, run};

/// A machine with several thousand Nodes on file, on which every look at the clock takes a second.
#[derive(Default)]
struct Slow {
    seconds: i64,
    /// Whether somebody looks at the standard error.
    watched: bool,
    /// Writes to each stream, in order.
    written: Vec<(Stream, String)>,
}

impl Host for Slow {
    fn entry(&mut self, _: &str) -> Result<Entry, String> {
        Ok(Entry::File)
    }

    fn read_file(&mut self, path: &str) -> Result<Vec<u8>, String> {
        let agent = |image| {
            format!(
                "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {{name: agent}}\nspec:\n  \
                 selector: {{matchLabels: {{app: a}}}}\n  updateStrategy: {{rollingUpdate: {{maxUnavailable: 5%}}}}\n  template:\n    metadata: {{labels: {{app: a}}}}\n    \
                 spec: {{containers: [{{name: a, image: \"{image}\"}}]}}\n"
            )
        };
        let node = |number| {
            format!("---\napiVersion: v1\nkind: Node\nmetadata: {{name: node-{number}}}\n")
        };
        let text = match path {
            "old.yaml" => agent("a:1"),
            "new.yaml" => agent("a:2"),
            _ => (0..4000).map(node).collect(),
        };
        Ok(text.into_bytes())
    }

    fn write_file(&mut self, path: &str, _text: &str) -> Result<(), String> {
        Err(format!("nothing is written to {path}"))
    }

    fn read_stdin(&mut self) -> Result<Vec<u8>, String> {
        Err("nothing to read".to_owned())
    }

    fn write(&mut self, stream: Stream, text: &str) -> bool {
        self.written.push((stream, text.to_owned()));
        true
    }

    fn is_terminal(&mut self, stream: Stream) -> bool {
        self.watched && stream == Stream::Stderr
    }

    fn env(&mut self, _: &str) -> Option<String> {
        None
    }

    fn now(&mut self) -> i64 {
        self.seconds += 1;
        self.seconds
    }
}

fn written(watched: bool) -> Vec<(Stream, String)> {
    let mut host = Slow {
        watched,
        ..Slow::default()
    };
    let arguments = ["rollout", "--from", "old.yaml", "new.yaml", "nodes.yaml"];
    let arguments = arguments.map(str::to_owned);
    assert_eq!(run(&arguments, &mut host), 0);
    host.written
}

#[test]
fn a_terminal_is_told_in_one_line_that_is_gone_before_the_answer() {
    let told = written(true);
    let lines: Vec<&str> = told
        .iter()
        .filter(|(stream, _)| *stream == Stream::Stderr)
        .map(|(_, text)| text.as_str())
        .collect();
    let (line, rest) = lines.split_first().unwrap();
    assert!(line.starts_with('\r'), "{line:?}");
    assert!(
        line.ends_with(" of 4,000 nodes have the new Pod"),
        "{line:?}"
    );
    assert!(lines.iter().all(|text| !text.contains('\n')), "{lines:?}");
    let [.., last, blank, home] = rest else {
        panic!("{lines:?}")
    };
    assert!(last.contains("4,000 nodes"), "{last:?}");
    assert_eq!(blank.trim_start_matches('\r').trim(), "");
    assert_eq!(blank.len(), last.trim_end().len());
    assert_eq!(*home, "\r");
    let answer = told.last().unwrap();
    assert_eq!(answer.0, Stream::Stdout);
}

#[test]
fn nothing_but_the_answer_goes_to_a_file() {
    let [(stream, answer)] = &written(false)[..] else {
        panic!()
    };
    assert_eq!(*stream, Stream::Stdout);
    let (_, same) = &written(true).pop().unwrap();
    assert_eq!(answer, same);
}
