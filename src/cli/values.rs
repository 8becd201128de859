use super::arguments::{Format, Verb};

/// `agent=registry.example/agent:2`; an image alone is that of the only container.
pub(super) fn image(given: &str) -> Result<(String, String), String> {
    let parts = given.split_once('=');
    let (container, image) = match parts {
        Some(("image", image)) => ("", image),
        Some(parts) => parts,
        None => {
            return Err(format!(
                "--set wants CONTAINER=IMAGE, or image=IMAGE for the only container, not `{given}`"
            ));
        }
    };
    Ok((container.to_owned(), image.to_owned()))
}

pub(super) fn revision(given: Option<&str>) -> Result<u32, String> {
    let Some(given) = given else { return Ok(0) };
    let number = given.parse().ok();
    number.ok_or_else(|| {
        format!("--undo wants the number of a revision, as in --undo=3, not `{given}`")
    })
}

pub(super) fn propagation(given: Option<&str>) -> Result<String, String> {
    match given {
        None => Ok("background".to_owned()),
        Some(given) => one_of(given, &["background", "foreground", "orphan"], "--delete"),
    }
}

pub(super) fn one_of(given: &str, words: &[&str], option: &str) -> Result<String, String> {
    match words.contains(&given) {
        true => Ok(given.to_owned()),
        false => Err(format!(
            "{option} is one of {}, not `{given}`",
            words.join(", ")
        )),
    }
}

/// Names with commas between.
pub(super) fn nodes(given: &str) -> impl Iterator<Item = String> {
    let names = given.split(',').filter(|name| !name.is_empty());
    names.map(ToOwned::to_owned)
}

/// `90`, `90s`, `2m` or `1h`
pub(super) fn seconds(given: &str, option: &str) -> Result<u32, String> {
    let (number, unit) = match given.char_indices().next_back() {
        Some((at, 's')) => (given.get(..at), 1),
        Some((at, 'm')) => (given.get(..at), 60),
        Some((at, 'h')) => (given.get(..at), 3600),
        _ => (Some(given), 1),
    };
    let number: Option<u32> = number.and_then(|number| number.parse().ok());
    number
        .and_then(|number| number.checked_mul(unit))
        .ok_or_else(|| format!("{option} wants a time such as 90s, 2m or 1h, not `{given}`"))
}

pub(super) fn format(verb: Verb, given: &str) -> Result<Format, String> {
    let formats = verb.formats();
    let found = formats.iter().find(|(name, _)| *name == given);
    found.map(|(_, format)| *format).ok_or_else(|| {
        let names: Vec<&str> = formats.iter().map(|(name, _)| *name).collect();
        format!("--output is one of {}, not `{given}`", names.join(", "))
    })
}

/// `A=true,B=false`
pub(super) fn gates(given: &str) -> Result<Vec<(String, bool)>, String> {
    let parts = given.split(',').filter(|part| !part.is_empty());
    parts
        .map(|part| match part.split_once('=') {
            Some((name, "true")) => Ok((name.to_owned(), true)),
            Some((name, "false")) => Ok((name.to_owned(), false)),
            _ => Err(format!(
                "--feature-gates wants NAME=true or NAME=false, with commas between, not `{part}`"
            )),
        })
        .collect()
}
