use super::PatchFault;
use crate::model::Json;
use crate::source::FieldPath;

/// The most operations that the API server takes.
///
/// Upstream: staging/src/k8s.io/apiserver/pkg/endpoints/handlers/patch.go maxJSONPatchOperations (v1.36.3)
const OPERATIONS: usize = 10_000;
/// The most bytes that `copy` operations may add.
///
/// Upstream: staging/src/k8s.io/apiserver/pkg/server/config.go JSONPatchMaxCopyBytes (v1.36.3)
const COPIED: usize = 3 << 20;

/// RFC 6902, with what the API server's library adds: negative positions count from the end, and `replace` sets a key
/// that is not there.
///
/// Upstream: gopkg.in/evanphx/json-patch.v4 patch.go Patch.Apply
pub(super) fn apply(mut object: Json, patch: &Json) -> Result<Json, Box<PatchFault>> {
    let root = FieldPath::root();
    let Json::List(operations) = patch else {
        return Err(PatchFault::new(
            &root,
            "a JSON patch is a list of operations",
        ));
    };
    if operations.len() > OPERATIONS {
        let message = format!(
            "a JSON patch has at most {OPERATIONS} operations, not {}",
            operations.len()
        );
        return Err(PatchFault::new(&root, message));
    }
    let mut copied = 0;
    for (index, operation) in operations.iter().enumerate() {
        let done = Operation(operation).apply(&mut object, &mut copied);
        done.map_err(|(field, message)| {
            let at = root.clone().index(index);
            let at = match operation.get(field) {
                Some(_) => at.field(field),
                None => at,
            };
            PatchFault::new(&at, message)
        })?;
    }
    Ok(object)
}

/// The field of the operation that is at fault, and why.
type Fault = (&'static str, String);

#[derive(Clone, Copy)]
struct Operation<'a>(&'a Json);

impl<'a> Operation<'a> {
    fn apply(self, object: &mut Json, copied: &mut usize) -> Result<(), Fault> {
        let value = || self.0.get("value").cloned().unwrap_or_default();
        let kind = self.text("op")?;
        let path = self.text("path")?;
        match kind {
            "add" => add(object, path, value()).map_err(in_path),
            "remove" => take(object, path).map(drop).map_err(in_path),
            "replace" if path.is_empty() => {
                *object = value();
                Ok(())
            }
            "replace" => replace(object, path, value()).map_err(in_path),
            "test" => {
                let found = match path {
                    "" => Some(&*object),
                    path => get(object, path).map_err(in_path)?,
                };
                let (found, wanted) = (found.cloned().unwrap_or_default(), value());
                let message = || {
                    let (found, wanted) = (found.display(), wanted.display());
                    format!("the test fails: `{path}` is `{found}`, not `{wanted}`")
                };
                if found == wanted {
                    Ok(())
                } else {
                    Err(("value", message()))
                }
            }
            "move" => {
                let value = take(object, self.text("from")?).map_err(in_from)?;
                add(object, path, value).map_err(in_path)
            }
            "copy" => {
                let found = get(object, self.text("from")?).map_err(in_from)?;
                let value = found.cloned().unwrap_or_default();
                *copied += value.to_text().len();
                if *copied > COPIED {
                    return Err(("from", format!("copies add more than {COPIED} bytes")));
                }
                add(object, path, value).map_err(in_path)
            }
            other => Err((
                "op",
                format!("`op` is add, remove, replace, move, copy or test, not `{other}`"),
            )),
        }
    }

    fn text(self, field: &'static str) -> Result<&'a str, Fault> {
        let found = self.0.get(field).and_then(Json::as_text);
        found.ok_or_else(|| (field, format!("the operation wants a text as `{field}`")))
    }
}

fn in_path(message: String) -> Fault {
    ("path", message)
}

fn in_from(message: String) -> Fault {
    ("from", message)
}

/// The map or list that a pointer's last step is a key of, and that key.
fn container<'o>(object: &'o mut Json, path: &str) -> Result<(&'o mut Json, String), String> {
    let missing = || format!("there is no `{path}`");
    let (_, steps) = path.split_once('/').ok_or_else(missing)?;
    let (way, last) = steps
        .rsplit_once('/')
        .map_or((None, steps), |(way, last)| (Some(way), last));
    let mut at = object;
    for step in way.into_iter().flat_map(|way| way.split('/')) {
        let step = decoded(step);
        at = match at {
            Json::List(items) => {
                let index = position(&step, items.len(), path)?;
                items.get_mut(index)
            }
            other => other.get_mut(&step),
        }
        .ok_or_else(missing)?;
    }
    match at {
        Json::Map(_) | Json::List(_) => Ok((at, decoded(last))),
        _ => Err(missing()),
    }
}

/// Upstream: gopkg.in/evanphx/json-patch.v4 patch.go decodePatchKey
fn decoded(step: &str) -> String {
    let mut parts = step.split('~');
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (sign, rest) = match (part.strip_prefix('1'), part.strip_prefix('0')) {
            (Some(rest), _) => ("/", rest),
            (None, Some(rest)) => ("~", rest),
            (None, None) => ("~", part),
        };
        decoded.push_str(sign);
        decoded.push_str(rest);
    }
    decoded
}

/// A position in a list; negative ones count from the end.
fn position(step: &str, len: usize, path: &str) -> Result<usize, String> {
    let number: i64 = step
        .parse()
        .map_err(|_| format!("`{step}` in `{path}` is no position of a list"))?;
    let from_end = number
        .checked_add_unsigned(len as u64)
        .filter(|_| number < 0);
    let index = from_end.unwrap_or(number);
    let found = usize::try_from(index).ok().filter(|index| *index < len);
    found.ok_or_else(|| match len {
        0 => format!("`{path}` leads into a list that is empty"),
        _ => format!("`{path}` leads into a list of {len}, which has no position {number}"),
    })
}

fn get<'o>(object: &'o mut Json, path: &str) -> Result<Option<&'o Json>, String> {
    let (container, key) = container(object, path)?;
    Ok(match container {
        Json::List(items) => items.get(position(&key, items.len(), path)?),
        map => map.get(&key),
    })
}

fn add(object: &mut Json, path: &str, value: Json) -> Result<(), String> {
    let (container, key) = container(object, path)?;
    match container {
        Json::List(items) if key == "-" => items.push(value),
        Json::List(items) => {
            let index = position(&key, items.len() + 1, path)?;
            items.insert(index, value);
        }
        map => {
            map.set(&key, value);
        }
    }
    Ok(())
}

fn replace(object: &mut Json, path: &str, value: Json) -> Result<(), String> {
    let (container, key) = container(object, path)?;
    match container {
        Json::List(items) => {
            let index = position(&key, items.len(), path)?;
            if let Some(own) = items.get_mut(index) {
                *own = value;
            }
        }
        map => {
            map.set(&key, value);
        }
    }
    Ok(())
}

fn take(object: &mut Json, path: &str) -> Result<Json, String> {
    let (container, key) = container(object, path)?;
    match container {
        Json::List(items) => {
            let index = position(&key, items.len(), path)?;
            Ok(items.remove(index))
        }
        map => map
            .remove(&key)
            .ok_or_else(|| format!("there is no `{path}`")),
    }
}
