use crate::model::Json;

/// RFC 7386: maps are merged, a null takes a key away, everything else replaces.
///
/// Upstream: gopkg.in/evanphx/json-patch.v4 merge.go merge
pub(super) fn apply(own: Json, patch: Json) -> Json {
    match (own, patch) {
        (Json::Map(own), Json::Map(patch)) => {
            let merged = super::strategic::join(own, patch, &mut |_, own, patch| {
                Ok(match (own, patch) {
                    (_, Json::Null) => None,
                    (None | Some(Json::Null), patch) => Some(without_nulls(patch)),
                    (Some(own), patch) => Some(apply(own, patch)),
                })
            });
            Json::Map(merged.unwrap_or_default())
        }
        (Json::Map(_), patch) => patch,
        (_, patch) => without_nulls(patch),
    }
}

fn without_nulls(mut value: Json) -> Json {
    value.drop_nulls();
    value
}
