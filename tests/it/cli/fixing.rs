//! `lint --fix` writes what it mends, and nothing else.

use everynode::cli::{Entry, Host, Stream, run};

const AGENT: &str = "\
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  selector:
    matchLabels: {app: agent}
  updateStrategy:
    type: OnDelete
    rollingUpdate: {maxUnavailable: 1} # left behind
  template:
    metadata:
      labels: {app: agent}
    spec:
      containers: # one alone
      - name: agent
        image: registry.example.com/agent:v1.2.3
";

/// A machine with one file.
#[derive(Default)]
struct Disk {
    /// What is written to the file; it cannot be where nothing is permitted.
    kept: Option<String>,
    refuses: bool,
    err: String,
}

impl Host for Disk {
    fn entry(&mut self, path: &str) -> Result<Entry, String> {
        match path {
            "agent.yaml" => Ok(Entry::File),
            _ => Err("no such file or folder".to_owned()),
        }
    }

    fn read_file(&mut self, _: &str) -> Result<Vec<u8>, String> {
        Ok(AGENT.as_bytes().to_vec())
    }

    fn write_file(&mut self, path: &str, text: &str) -> Result<(), String> {
        assert_eq!(path, "agent.yaml");
        if self.refuses {
            return Err("writing it is not permitted".to_owned());
        }
        self.kept = Some(text.to_owned());
        Ok(())
    }

    fn read_stdin(&mut self) -> Result<Vec<u8>, String> {
        self.read_file("")
    }

    fn write(&mut self, stream: Stream, text: &str) -> bool {
        if stream == Stream::Stderr {
            self.err.push_str(text);
        }
        true
    }

    fn is_terminal(&mut self, _: Stream) -> bool {
        false
    }

    fn env(&mut self, _: &str) -> Option<String> {
        None
    }

    fn now(&mut self) -> i64 {
        0
    }
}

fn lint(disk: &mut Disk, more: &[&str]) -> u8 {
    let arguments = [
        "lint",
        "--preset",
        "off",
        "--rule",
        "rolling-update-ignored",
    ];
    let arguments = arguments.iter().chain(more).map(|word| (*word).to_owned());
    run(&arguments.collect::<Vec<_>>(), disk)
}

#[test]
fn what_is_safe_is_mended_in_the_file() {
    let mut disk = Disk::default();
    assert_eq!(lint(&mut disk, &["agent.yaml", "--fix"]), 0);
    let wanted = AGENT.replace("    rollingUpdate: {maxUnavailable: 1} # left behind\n", "");
    assert_eq!(disk.kept, Some(wanted));
    assert!(disk.err.contains("rolling-update-ignored"), "{}", disk.err);
}

#[test]
fn nothing_is_written_unless_it_is_asked_for() {
    for more in [&["agent.yaml"][..], &["agent.yaml", "--diff", "--fix"]] {
        let mut disk = Disk::default();
        lint(&mut disk, more);
        assert_eq!(disk.kept, None, "{more:?}");
    }
}

#[test]
fn what_cannot_be_written_is_said() {
    let mut disk = Disk {
        refuses: true,
        ..Disk::default()
    };
    assert_eq!(lint(&mut disk, &["agent.yaml", "--fix"]), 2);
    assert_eq!(disk.err, "error: agent.yaml: writing it is not permitted\n");
    let mut disk = Disk::default();
    assert_eq!(lint(&mut disk, &["-", "--fix"]), 2);
    assert!(
        disk.err
            .starts_with("error: standard input cannot be mended"),
        "{}",
        disk.err
    );
}
