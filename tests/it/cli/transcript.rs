/// What is typed, and what is printed then.
///
/// ```text
/// # Lines about the case.
/// $ NO_COLOR=1 everynode place - < nodes.yaml
/// exit 0
/// --- stdout
/// …
/// --- stderr
/// …
/// ```
///
/// A stream that stays empty is left out. With `(terminal) $` somebody looks at both streams, but for one that goes to a
/// file (`> answer.txt`, `2> findings.txt`). Escapes of a terminal stand as `␛`, this version as `VERSION`.
pub(crate) struct Transcript {
    /// The lines up to the one that is typed, with it.
    head: String,
    pub(crate) terminal: bool,
    /// Whether standard output and standard error go to a file.
    pub(crate) to_file: [bool; 2],
    pub(crate) variables: Vec<(String, String)>,
    pub(crate) arguments: Vec<String>,
    pub(crate) stdin: Option<String>,
}

/// What a run left behind.
pub(crate) struct Printed {
    pub(crate) exit: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Transcript {
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        let mut head = String::new();
        for line in text.lines() {
            head.push_str(line);
            head.push('\n');
            if line.starts_with('#') {
                continue;
            }
            let (terminal, typed) = match line.strip_prefix("(terminal) $ ") {
                Some(typed) => (true, typed),
                None => (
                    false,
                    line.strip_prefix("$ ").ok_or("`$ everynode …` is wanted")?,
                ),
            };
            let mut words = words(typed).into_iter();
            let mut variables = Vec::new();
            loop {
                let word = words.next().ok_or("`everynode` is wanted")?;
                match word.split_once('=') {
                    Some((name, value)) => variables.push((name.to_owned(), value.to_owned())),
                    None if word == "everynode" => break,
                    None => return Err("`everynode` is wanted"),
                }
            }
            let mut arguments: Vec<String> = words.collect();
            let (mut stdin, mut to_file) = (None, [false; 2]);
            while let [.., sign, file] = arguments.as_slice() {
                match sign.as_str() {
                    "<" => stdin = Some(file.clone()),
                    ">" => to_file[0] = true,
                    "2>" => to_file[1] = true,
                    _ => break,
                }
                arguments.truncate(arguments.len() - 2);
            }
            return Ok(Self {
                head,
                terminal,
                to_file,
                variables,
                arguments,
                stdin,
            });
        }
        Err("nothing is typed")
    }

    /// The transcript that has this outcome.
    pub(crate) fn with(&self, printed: &Printed) -> String {
        let mut out = format!("{}exit {}\n", self.head, printed.exit);
        for (name, text) in [("stdout", &printed.stdout), ("stderr", &printed.stderr)] {
            if text.is_empty() {
                continue;
            }
            let text = text.replace(env!("CARGO_PKG_VERSION"), "VERSION");
            out.push_str(&format!("--- {name}\n{}", text.replace('\u{1b}', "␛")));
            if !text.ends_with('\n') {
                out.push_str("\n--- without the end of a line\n");
            }
        }
        out
    }
}

/// Words with blanks between; what stands between single quotes is one.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    for (index, part) in line.split('\'').enumerate() {
        if index % 2 == 1 {
            word.get_or_insert_default().push_str(part);
            continue;
        }
        for c in part.chars() {
            match c {
                ' ' => words.extend(word.take()),
                c => word.get_or_insert_default().push(c),
            }
        }
    }
    words.extend(word);
    words
}

#[test]
fn words_are_those_of_a_shell() {
    assert_eq!(words("a  'b c'd ''"), ["a", "b cd", ""]);
}
