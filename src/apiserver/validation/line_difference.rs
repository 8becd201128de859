//! How two texts differ, line by line, as the server shows it.
//!
//! Upstream: github.com/pmezard/go-difflib/difflib; staging/src/k8s.io/apimachinery/pkg/util/diff/diff.go Diff (v1.36.3)

use super::names::Names;

/// Lines that are compared; of longer texts nothing is said.
const MOST: usize = 20_000;
/// Equal lines around a change.
const AROUND: usize = 3;

/// Lines of two texts that are the same: where they start, and how many they are.
#[derive(Clone, Copy)]
struct Block {
    a: usize,
    b: usize,
    size: usize,
}

/// The difference of two values in JSON, with one blank for each level.
///
/// DIFFERENCE: of more than 20,000 lines, none is shown.
pub(super) fn of_json(a: &str, b: &str) -> String {
    let (a, b) = (indented(a), indented(b));
    let (a, b): (Vec<&str>, Vec<&str>) = (a.lines().collect(), b.lines().collect());
    let mut out = String::new();
    if a.len() > MOST || b.len() > MOST {
        return out;
    }
    for group in groups(&blocks(&a, &b)) {
        hunk(&mut out, &group, &a, &b);
    }
    out
}

/// Compact JSON on lines of its own.
///
/// Upstream: encoding/json Indent
fn indented(json: &str) -> String {
    let mut out = String::new();
    let (mut depth, mut in_text, mut escaped) = (0, false, false);
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', depth));
    };
    let mut letters = json.chars().peekable();
    while let Some(c) = letters.next() {
        if in_text {
            out.push(c);
            in_text = escaped || c != '"';
            escaped = !escaped && c == '\\';
            continue;
        }
        match c {
            '"' => {
                in_text = true;
                out.push(c);
            }
            '{' | '[' => {
                out.push(c);
                if letters.peek().is_some_and(|next| matches!(next, '}' | ']')) {
                    out.extend(letters.next());
                } else {
                    depth += 1;
                    line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(c);
            }
            ',' => {
                out.push(c);
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            c => out.push(c),
        }
    }
    out
}

/// Where each line of the second text stands; lines that are all over a long text are left out.
struct Places<'t> {
    numbers: Names<'t>,
    of: Vec<Vec<usize>>,
}

impl<'t> Places<'t> {
    fn new(lines: &[&'t str]) -> Self {
        let (mut numbers, mut of) = (Names::new(), Vec::<Vec<usize>>::new());
        for (place, line) in lines.iter().enumerate() {
            let number = *numbers.or_insert_with(line, || of.len());
            if number == of.len() {
                of.push(Vec::new());
            }
            if let Some(places) = of.get_mut(number) {
                places.push(place);
            }
        }
        if lines.len() >= 200 {
            for places in &mut of {
                if places.len() > lines.len() / 100 + 1 {
                    places.clear();
                }
            }
        }
        Self { numbers, of }
    }

    fn get(&self, line: &str) -> &[usize] {
        let number = self.numbers.get(line);
        number
            .and_then(|number| self.of.get(*number))
            .map_or(&[], Vec::as_slice)
    }
}

/// The blocks that both texts have, in order, the end of both last.
fn blocks(a: &[&str], b: &[&str]) -> Vec<Block> {
    let places = Places::new(b);
    let mut found: Vec<Block> = Vec::new();
    // What is still to be looked at, the next part last.
    let mut open = vec![Ok((0, a.len(), 0, b.len()))];
    while let Some(next) = open.pop() {
        let (a_from, a_to, b_from, b_to) = match next {
            Ok(part) => part,
            Err(block) => {
                found.push(block);
                continue;
            }
        };
        let block = longest(a, b, &places, (a_from, a_to), (b_from, b_to));
        if block.size == 0 {
            continue;
        }
        let (a_end, b_end) = (block.a + block.size, block.b + block.size);
        if a_end < a_to && b_end < b_to {
            open.push(Ok((a_end, a_to, b_end, b_to)));
        }
        open.push(Err(block));
        if a_from < block.a && b_from < block.b {
            open.push(Ok((a_from, block.a, b_from, block.b)));
        }
    }
    let mut joined: Vec<Block> = Vec::new();
    for block in found {
        match joined.last_mut() {
            Some(last) if last.a + last.size == block.a && last.b + last.size == block.b => {
                last.size += block.size;
            }
            _ => joined.push(block),
        }
    }
    joined.push(Block {
        a: a.len(),
        b: b.len(),
        size: 0,
    });
    joined
}

fn longest(
    a: &[&str],
    b: &[&str],
    places: &Places<'_>,
    (a_from, a_to): (usize, usize),
    (b_from, b_to): (usize, usize),
) -> Block {
    let mut best = Block {
        a: a_from,
        b: b_from,
        size: 0,
    };
    // How long the run is that ends before a line of the second text, by that line.
    let mut before: Vec<(usize, usize)> = Vec::new();
    for i in a_from..a_to {
        let mut now = Vec::new();
        let own = a.get(i).map_or(&[] as &[_], |line| places.get(line));
        let mut old = before.iter().peekable();
        for &j in own.iter().filter(|j| (b_from..b_to).contains(*j)) {
            while old.next_if(|(end, _)| *end < j).is_some() {}
            let run = old.peek().filter(|(end, _)| *end == j);
            let size = 1 + run.map_or(0, |(_, size)| *size);
            now.push((j + 1, size));
            if size > best.size {
                best = Block {
                    a: i + 1 - size,
                    b: j + 1 - size,
                    size,
                };
            }
        }
        before = now;
    }
    let same = |i: usize, j: usize| a.get(i).is_some() && a.get(i) == b.get(j);
    while best.a > a_from && best.b > b_from && same(best.a - 1, best.b - 1) {
        best.a -= 1;
        best.b -= 1;
        best.size += 1;
    }
    while best.a + best.size < a_to
        && best.b + best.size < b_to
        && same(best.a + best.size, best.b + best.size)
    {
        best.size += 1;
    }
    best
}

/// Lines of both texts: equal ones, or those that are taken for others.
#[derive(Clone)]
struct Part {
    equal: bool,
    a: std::ops::Range<usize>,
    b: std::ops::Range<usize>,
}

/// Changes with the equal lines around them; what is near is one group.
fn groups(blocks: &[Block]) -> Vec<Vec<Part>> {
    let mut parts: Vec<Part> = Vec::new();
    let (mut a, mut b) = (0, 0);
    for block in blocks {
        if a < block.a || b < block.b {
            parts.push(Part {
                equal: false,
                a: a..block.a,
                b: b..block.b,
            });
        }
        (a, b) = (block.a + block.size, block.b + block.size);
        if block.size > 0 {
            parts.push(Part {
                equal: true,
                a: block.a..a,
                b: block.b..b,
            });
        }
    }
    let (mut groups, mut group) = (Vec::new(), Vec::new());
    let count = parts.len();
    for (place, mut part) in parts.into_iter().enumerate() {
        if part.equal && place == 0 {
            part.a.start = part.a.start.max(part.a.end.saturating_sub(AROUND));
            part.b.start = part.b.start.max(part.b.end.saturating_sub(AROUND));
        }
        if part.equal && place + 1 == count {
            part.a.end = part.a.end.min(part.a.start + AROUND);
            part.b.end = part.b.end.min(part.b.start + AROUND);
        }
        if part.equal && part.a.len() > 2 * AROUND {
            let mut head = part.clone();
            head.a.end = head.a.start + AROUND;
            head.b.end = head.b.start + AROUND;
            group.push(head);
            groups.push(std::mem::take(&mut group));
            part.a.start = part.a.end - AROUND;
            part.b.start = part.b.end - AROUND;
        }
        group.push(part);
    }
    groups.push(group);
    groups.retain(|group: &Vec<Part>| group.iter().any(|part| !part.equal));
    groups
}

fn hunk(out: &mut String, group: &[Part], a: &[&str], b: &[&str]) {
    let Some((first, last)) = group.first().zip(group.last()) else {
        return;
    };
    out.push_str("@@ -");
    out.push_str(&span(first.a.start, last.a.end));
    out.push_str(" +");
    out.push_str(&span(first.b.start, last.b.end));
    out.push_str(" @@\n");
    let mut lines = |mark: char, of: &[&str], range: &std::ops::Range<usize>| {
        for line in of.get(range.clone()).unwrap_or_default() {
            out.push(mark);
            out.push_str(line);
            out.push('\n');
        }
    };
    for part in group {
        if part.equal {
            lines(' ', a, &part.a);
        } else {
            lines('-', a, &part.a);
            lines('+', b, &part.b);
        }
    }
}

/// Upstream: github.com/pmezard/go-difflib/difflib formatRangeUnified
fn span(start: usize, end: usize) -> String {
    let length = end - start;
    let first = if length == 0 { start } else { start + 1 };
    match length {
        1 => first.to_string(),
        length => [&first.to_string(), ",", &length.to_string()].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_stand_among_equal_lines() {
        let a = r#"{"a":1,"b":[],"c":"x:{","d":4,"e":5,"f":6,"g":7}"#;
        let b = r#"{"a":1,"b":["y"],"c":"x:{","d":4,"e":5,"f":6,"g":7}"#;
        let expected = concat!(
            "@@ -1,6 +1,8 @@\n {\n  \"a\": 1,\n- \"b\": [],\n+ \"b\": [\n+  \"y\"\n+ ],\n",
            "  \"c\": \"x:{\",\n  \"d\": 4,\n  \"e\": 5,\n",
        );
        assert_eq!(of_json(a, b), expected);
        assert_eq!(of_json(a, a), "");
    }
}
