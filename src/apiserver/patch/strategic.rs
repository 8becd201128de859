use super::PatchFault;
use crate::model::Json;
use crate::order::{OrderedMap, sort_by_key, sorted_unique};
use crate::schema::{self, Field, Item, TypeId};
use crate::source::FieldPath;

/// What stands in a map for the map or the item itself: `replace` or `delete`.
const DIRECTIVE: &str = "$patch";
/// The only keys that stay.
const RETAIN_KEYS: &str = "$retainKeys";
/// Followed by the name of a list of plain values.
const DELETE_FROM: &str = "$deleteFromPrimitiveList/";
/// Followed by the name of a list.
const ORDER: &str = "$setElementOrder/";

type Merged<T> = Result<T, Box<PatchFault>>;
type Members = Vec<(String, Json)>;

/// What the API says of a field of a struct; nothing where its type is not known.
fn field(of: Option<TypeId>, name: &str) -> Option<&'static Field> {
    schema::field(of?, name)
}

/// The struct that a field is of, or that its items are of.
fn inner(field: Option<&Field>) -> Option<TypeId> {
    match field?.item {
        Item::Struct(id) => Some(id),
        _ => None,
    }
}

/// Merges a patch into a map. Recurses as deep as the patch nests, which the reader limits.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go mergeMap (v1.36.3)
pub(super) fn merge(own: Json, patch: Json, of: Option<TypeId>, at: &FieldPath) -> Merged<Json> {
    let (Json::Map(mut patch), own) = (patch, own) else {
        return Err(PatchFault::new(at, "a map is wanted here"));
    };
    let mut own = match own {
        Json::Map(own) => own,
        _ => Vec::new(),
    };
    if let Some(directive) = take(&mut patch, DIRECTIVE) {
        return match directive.as_text() {
            Some("replace") => Ok(Json::Map(patch)),
            Some("delete") => Ok(Json::Map(Vec::new())),
            _ => Err(unknown_directive(&directive, &at.clone().field(DIRECTIVE))),
        };
    }
    if let Some(keys) = take(&mut patch, RETAIN_KEYS) {
        retain(&mut own, &patch, &keys, at)?;
    }
    let ordered = merge_in_order(&mut own, &mut patch, of, at)?;
    delete_from_lists(&mut own, &mut patch, at)?;
    let mut merged = join(own, patch, &mut |key, own, patch| {
        let at = || at.clone().field(key);
        let field = field(of, key);
        Ok(match (own, patch) {
            (_, Json::Null) => None,
            (Some(own @ Json::Map(_)), patch @ Json::Map(_)) => {
                Some(merge(own, patch, inner(field), &at())?)
            }
            (Some(Json::List(own)), Json::List(patch)) => {
                Some(Json::List(match field.and_then(|field| field.merge_key) {
                    Some(by) => merge_lists(own, patch, by, inner(field), &at())?,
                    None => patch,
                }))
            }
            (_, mut patch) => {
                patch.drop_nulls();
                without_directives(patch)
            }
        })
    })?;
    if !ordered.is_empty() {
        merged.extend(ordered);
        sort_by_key(&mut merged, |(key, _)| key.clone());
    }
    Ok(Json::Map(merged))
}

/// What becomes of the value of a key for which there is a patch. `None`: the key goes.
pub(super) type OnKey<'a> = dyn FnMut(&str, Option<Json>, Json) -> Merged<Option<Json>> + 'a;

/// Goes over the keys of two maps at once.
pub(super) fn join(own: Members, patch: Members, on: &mut OnKey<'_>) -> Merged<Members> {
    let mut joined = Vec::with_capacity(own.len());
    let mut patch = patch.into_iter().peekable();
    for (key, value) in own {
        while let Some((new, patch)) = patch.next_if(|(new, _)| *new < key) {
            let value = on(&new, None, patch)?;
            joined.extend(value.map(|value| (new, value)));
        }
        match patch.next_if(|(new, _)| *new == key) {
            Some((_, patch)) => {
                let value = on(&key, Some(value), patch)?;
                joined.extend(value.map(|value| (key, value)));
            }
            None => joined.push((key, value)),
        }
    }
    for (new, patch) in patch {
        let value = on(&new, None, patch)?;
        joined.extend(value.map(|value| (new, value)));
    }
    Ok(joined)
}

fn take(members: &mut Members, key: &str) -> Option<Json> {
    let at = members.iter().position(|(own, _)| own == key)?;
    Some(members.remove(at).1)
}

/// Keeps the named keys alone.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go applyRetainKeysDirective (v1.36.3)
fn retain(own: &mut Members, patch: &Members, keys: &Json, at: &FieldPath) -> Merged<()> {
    let Json::List(keys) = keys else {
        let at = at.clone().field(RETAIN_KEYS);
        return Err(PatchFault::new(&at, "`$retainKeys` wants a list of keys"));
    };
    let keys = sorted_unique(keys.iter().filter_map(Json::as_text));
    let is_kept = |key: &String| keys.binary_search(&key.as_str()).is_ok();
    for (key, value) in patch {
        let is_directive = key.starts_with(DELETE_FROM) || key.starts_with(ORDER);
        if *value != Json::Null && !is_directive && !is_kept(key) {
            let message = format!("`$retainKeys` does not name `{key}`, which the patch sets");
            return Err(PatchFault::new(&at.clone().field(key), message));
        }
    }
    own.retain(|(key, _)| is_kept(key));
    Ok(())
}

/// Takes the lists out of both maps whose order the patch sets, and merges them in that order.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go mergePatchIntoOriginal (v1.36.3)
fn merge_in_order(
    own: &mut Members,
    patch: &mut Members,
    of: Option<TypeId>,
    at: &FieldPath,
) -> Merged<Members> {
    let directives = patch
        .iter()
        .filter(|(key, _)| key.starts_with("$setElementOrder"));
    let directives: Vec<(String, Json)> = directives.cloned().collect();
    if directives.is_empty() {
        return Ok(Vec::new());
    }
    let mut ordered = Members::new();
    for (directive, order) in directives {
        let here = at.clone().field(&directive);
        let (Some(field), Json::List(order)) = (directive.strip_prefix(ORDER), order) else {
            return Err(PatchFault::new(
                &here,
                "`$setElementOrder/LIST` wants a list of the items in their order",
            ));
        };
        let found = (list_of(own, field, &here)?, list_of(patch, field, &here)?);
        let known = self::field(of, field);
        let merge_key = known.and_then(|field| field.merge_key);
        let by = merge_key.unwrap_or_default();
        let before = found.0.clone().unwrap_or_default();
        let wanted = found.1.as_deref().unwrap_or_default();
        check_order(wanted, &order, by, &here)?;
        let list_at = at.clone().field(field);
        let merged = match found {
            (None, None) => continue,
            (Some(own), None) => own,
            (None, Some(patch)) => without_directives_in(patch),
            (Some(own), Some(patch)) if merge_key.is_some() => {
                merge_lists(own, patch, by, inner(known), &list_at)?
            }
            (Some(_), Some(patch)) => patch,
        };
        if merged.is_empty() && before.is_empty() {
            return Err(PatchFault::new(&here, "there are no items to put in order"));
        }
        let merged = in_order(merged, &order, &before, by, &here)?;
        ordered.push((field.to_owned(), Json::List(merged)));
    }
    let taken = sorted_unique(ordered.iter().map(|(field, _)| field.as_str()));
    let is_taken = |key: &str| taken.binary_search(&key).is_ok();
    own.retain(|(key, _)| !is_taken(key));
    patch.retain(|(key, _)| !key.starts_with(ORDER) && !is_taken(key));
    Ok(ordered)
}

fn list_of(members: &Members, field: &str, at: &FieldPath) -> Merged<Option<Vec<Json>>> {
    let found = members.binary_search_by(|(key, _)| key.as_str().cmp(field));
    let found = found.ok().and_then(|found| members.get(found));
    match found.map(|(_, value)| value) {
        None => Ok(None),
        Some(Json::List(items)) => Ok(Some(items.clone())),
        Some(_) => Err(PatchFault::new(at, format!("`{field}` is no list"))),
    }
}

/// Items of the patch must stand in the order that it sets.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go validatePatchWithSetOrderList (v1.36.3)
fn check_order(items: &[Json], order: &[Json], by: &str, at: &FieldPath) -> Merged<()> {
    if items.is_empty() || order.is_empty() {
        return Ok(());
    }
    let mut order = order.iter();
    for item in items.iter().filter(|item| item.get(DIRECTIVE).is_none()) {
        let key = key_of(item, by, at)?;
        let found = order.by_ref().map(|other| key_of(other, by, at));
        if !found
            .into_iter()
            .any(|other| other.is_ok_and(|other| other == key))
        {
            let message =
                format!("the item {key} stands in another order here than in the patch's list");
            return Err(PatchFault::new(at, message));
        }
    }
    Ok(())
}

/// Takes plain values out of lists.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go deleteFromSlice (v1.36.3)
fn delete_from_lists(own: &mut Members, patch: &mut Members, at: &FieldPath) -> Merged<()> {
    let directives = patch.extract_if(.., |(key, _)| key.starts_with("$deleteFromPrimitiveList"));
    for (directive, values) in directives {
        let here = at.clone().field(&directive);
        let Some(field) = directive.strip_prefix(DELETE_FROM) else {
            let message = "`$deleteFromPrimitiveList/LIST` wants the name of a list behind its `/`";
            return Err(PatchFault::new(&here, message));
        };
        let found = own.binary_search_by(|(key, _)| key.as_str().cmp(field));
        let found = found.ok().and_then(|found| own.get_mut(found));
        if let (Some((_, Json::List(items))), Json::List(values)) = (found, values) {
            let values = sorted_unique(values.iter().map(Json::to_text));
            items.retain(|item| values.binary_search(&item.to_text()).is_err());
        }
    }
    Ok(())
}

/// Merges two lists whose items are told apart by a key, or are plain values.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go mergeSlice (v1.36.3)
fn merge_lists(
    own: Vec<Json>,
    patch: Vec<Json>,
    by: &str,
    of: Option<TypeId>,
    at: &FieldPath,
) -> Merged<Vec<Json>> {
    let mut kinds = own.iter().chain(&patch).map(kind);
    if let Some(first) = kinds.next()
        && (matches!(first, "list" | "null") || kinds.any(|kind| kind != first))
    {
        let wanted = if by.is_empty() {
            "plain values"
        } else {
            "maps"
        };
        return Err(PatchFault::new(
            at,
            format!("the items of this list must all be {wanted}"),
        ));
    }
    if by.is_empty() {
        let (before, order) = (own.clone(), patch.clone());
        return in_order(each_once(own, patch), &order, &before, by, at);
    }
    let mut own = own;
    let (mut patches, mut replaces) = (Vec::with_capacity(patch.len()), false);
    let mut deleted = Vec::new();
    for (index, mut item) in patch.into_iter().enumerate() {
        let here = || at.clone().index(index);
        match item.get(DIRECTIVE).map(Json::as_text) {
            None => patches.push(item),
            Some(Some("delete")) => deleted.push(key_of(&item, by, &here())?),
            Some(Some("replace")) => replaces = true,
            Some(_) => {
                let directive = item.remove(DIRECTIVE).unwrap_or_default();
                return Err(unknown_directive(&directive, &here().field(DIRECTIVE)));
            }
        }
    }
    if replaces {
        let order = patches.clone();
        return in_order(patches, &[], &order, by, at);
    }
    let deleted = sorted_unique(deleted.into_iter());
    own.retain(|item| {
        let key = item.get(by).map(Json::to_text);
        key.is_none_or(|key| deleted.binary_search(&key).is_err())
    });
    let (before, order) = (own.clone(), patches.clone());
    let mut positions: OrderedMap<String, usize> = OrderedMap::new();
    for (position, item) in own.iter().enumerate() {
        if let Some(key) = item.get(by) {
            positions.or_insert_with(key.to_text(), || position);
        }
    }
    for (index, item) in patches.into_iter().enumerate() {
        let here = at.clone().index(index);
        let key = key_of(&item, by, &here)?;
        let next = own.len();
        let position = *positions.or_insert_with(key, || next);
        match own.get_mut(position) {
            Some(known) => *known = merge(std::mem::take(known), item, of, &here)?,
            None => own.push(item),
        }
    }
    in_order(own, &order, &before, by, at)
}

/// Each value once; where one stands twice, the last value takes its place.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go deduplicateScalars (v1.36.3)
fn each_once(own: Vec<Json>, patch: Vec<Json>) -> Vec<Json> {
    let mut seen = OrderedMap::new();
    let mut all: Vec<Json> = own.into_iter().chain(patch).collect();
    let mut at = 0;
    while let Some(value) = all.get(at) {
        match seen.insert(value.to_text(), ()) {
            None => at += 1,
            Some(()) => {
                all.swap_remove(at);
            }
        }
    }
    all
}

/// Items that `order` names stand in its order, the others as they stood before; both go into one list as far as the
/// order before tells.
///
/// DIFFERENCE: items that neither list names stay where they are; upstream, whose comparison then contradicts itself,
/// turns some around. Only an empty `$setElementOrder` leads there.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go normalizeElementOrder (v1.36.3)
fn in_order(
    merged: Vec<Json>,
    order: &[Json],
    before: &[Json],
    by: &str,
    at: &FieldPath,
) -> Merged<Vec<Json>> {
    let ranks = |items: &[Json]| -> Merged<OrderedMap<String, usize>> {
        let mut ranks = OrderedMap::new();
        for (rank, item) in items.iter().enumerate() {
            ranks.or_insert_with(key_of(item, by, at)?, || rank);
        }
        Ok(ranks)
    };
    let (order, before) = (ranks(order)?, ranks(before)?);
    let (mut named, mut others) = (Vec::new(), Vec::new());
    for item in merged {
        let key = key_of(&item, by, at)?;
        let was = before.get(&key).copied();
        match order.get(&key) {
            Some(rank) => named.push((*rank, was, item)),
            None => others.push((was.unwrap_or(usize::MAX), was, item)),
        }
    }
    sort_by_key(&mut named, |(rank, ..)| *rank);
    sort_by_key(&mut others, |(rank, ..)| *rank);
    let mut all = Vec::with_capacity(named.len() + others.len());
    let mut others = others.into_iter().peekable();
    for (_, was, item) in named {
        let comes_first = |other: Option<usize>| other.zip(was).is_some_and(|(a, b)| a < b);
        while let Some((.., other)) = others.next_if(|(_, other, _)| comes_first(*other)) {
            all.push(other);
        }
        all.push(item);
    }
    all.extend(others.map(|(.., item)| item));
    Ok(all)
}

/// What tells an item from the others of its list, as JSON.
fn key_of(item: &Json, by: &str, at: &FieldPath) -> Merged<String> {
    if by.is_empty() {
        return Ok(item.to_text());
    }
    match item.get(by) {
        Some(key) => Ok(key.to_text()),
        None => Err(PatchFault::new(
            at,
            format!("an item of this list has no `{by}`, by which its items are told apart"),
        )),
    }
}

fn kind(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) => "number",
        Json::Text(_) => "text",
        Json::List(_) => "list",
        Json::Map(_) => "map",
    }
}

/// What is added to an object, without the directives in it. `None`: a directive says that it is not to be there.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go removeDirectives (v1.36.3)
fn without_directives(value: Json) -> Option<Json> {
    Some(match value {
        Json::Map(members) => {
            if members.iter().any(|(key, _)| key == DIRECTIVE) {
                return None;
            }
            let members = members.into_iter();
            let kept = members.filter_map(|(key, value)| Some((key, without_directives(value)?)));
            Json::Map(kept.collect())
        }
        Json::List(items) => Json::List(without_directives_in(items)),
        value => value,
    })
}

fn without_directives_in(items: Vec<Json>) -> Vec<Json> {
    items.into_iter().filter_map(without_directives).collect()
}

fn unknown_directive(directive: &Json, at: &FieldPath) -> Box<PatchFault> {
    let directive = directive.display();
    PatchFault::new(
        at,
        format!("`$patch` is `replace` or `delete`, not `{directive}`"),
    )
}
