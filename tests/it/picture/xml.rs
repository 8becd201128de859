//! The XML that a picture is made of, read strictly: what is well-formed to the letter, and nothing else.

/// What a document holds.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// Names of its elements, in their order.
    pub(crate) elements: Vec<String>,
    /// Names and values of its attributes.
    pub(crate) attributes: Vec<(String, String)>,
    /// Everything between tags, one string an element that begins or ends after it; blank ones are left out.
    pub(crate) texts: Vec<String>,
}

/// Reads elements, attributes and text; comments, CDATA and the like are refused, since pictures have none.
pub(crate) fn read(text: &str) -> Result<Document, String> {
    let mut document = Document::default();
    let mut open: Vec<String> = Vec::new();
    if let Some(odd) = text.chars().find(|c| !is_xml(*c)) {
        return Err(format!("{odd:?} is no character of XML"));
    }
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        let said = unescape(before)?;
        if open.is_empty() && !said.trim().is_empty() {
            return Err(format!("`{said}` is outside of every element"));
        }
        if !said.trim().is_empty() {
            document.texts.push(said);
        }
        let (tag, behind) = after.split_once('>').ok_or("a tag does not end")?;
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop().as_deref() != Some(name) {
                return Err(format!("`</{name}>` ends what is not open"));
            }
            continue;
        }
        if open.is_empty() && !document.elements.is_empty() {
            return Err("there are two roots".to_owned());
        }
        let (tag, empty) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(format!("`{name}` is no name of an element"));
        }
        read_attributes(attributes, &mut document.attributes)?;
        document.elements.push(name.to_owned());
        if !empty {
            open.push(name.to_owned());
        }
    }
    if !open.is_empty() || !rest.trim().is_empty() {
        return Err(format!("{open:?} stay open, and {rest:?} follows"));
    }
    Ok(document)
}

fn read_attributes(mut rest: &str, into: &mut Vec<(String, String)>) -> Result<(), String> {
    let first = into.len();
    while !rest.is_empty() {
        let (name, value) = rest.split_once("=\"").ok_or(format!("`{rest}`"))?;
        let (value, behind) = value.split_once('"').ok_or("a value does not end")?;
        let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':');
        if name.is_empty() || !name.chars().all(known) {
            return Err(format!("`{name}` is no name of an attribute"));
        }
        if into[first..].iter().any(|(other, _)| other == name) {
            return Err(format!("`{name}` stands twice"));
        }
        into.push((name.to_owned(), unescape(value)?));
        rest = match behind.strip_prefix(' ') {
            Some(next) if !next.is_empty() => next,
            _ if behind.is_empty() => "",
            _ => return Err(format!("`{behind}` follows a value")),
        };
    }
    Ok(())
}

fn is_xml(c: char) -> bool {
    matches!(c, '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
}

fn unescape(text: &str) -> Result<String, String> {
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part.split_once(';').ok_or("a bare `&`")?;
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            other => return Err(format!("`&{other};` is not known")),
        });
        out.push_str(after);
    }
    Ok(out)
}

#[test]
fn what_is_not_well_formed_is_refused() {
    for text in [
        "<a><b></a></b>",
        "<a>",
        "<a/><b/>",
        "<a>&nbsp;</a>",
        "<a>&</a>",
        "<a b=\"1\" b=\"2\"/>",
        "<a b='1'/>",
        "<a b=\"1\"c=\"2\"/>",
        "<a>\u{1b}</a>",
        "<a/>b",
    ] {
        assert!(read(text).is_err(), "{text:?}");
    }
    let read = read("<a b=\"1\" c=\"&lt;\">d<e/> &amp;f</a>\n").unwrap();
    assert_eq!(read.elements, ["a", "e"]);
    assert_eq!(read.texts, ["d", " &f"]);
    assert_eq!(read.attributes[1], ("c".to_owned(), "<".to_owned()));
}
