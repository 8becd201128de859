//! Requests and limits of a Pod as a whole, from those of its containers.

use crate::manifest::{StoredStruct, StoredValue};
use crate::model::Quantity;
use crate::order::sort_by;

/// Amounts by the name of the resource, as the server writes them.
pub(in crate::apiserver) type Amounts = Vec<(String, String)>;

/// Where a Pod says something of its own resources, what it leaves out follows from its containers.
///
/// DIFFERENCE: rounding, which comes after, sees a text without its form: a sum of binary units that is no multiple of 1,024 and
/// ends with three zeros becomes `1001024k`, where upstream keeps `1001024000`.
///
/// Upstream: pkg/apis/core/v1/defaults.go defaultHugePagePodLimits, defaultPodRequests (v1.36.3)
pub(super) fn fill(spec: &mut StoredStruct) {
    let Some(own) = spec.get("resources").as_struct() else {
        return;
    };
    let (mut limits, mut requests) = (amounts(own, "limits"), amounts(own, "requests"));
    let before = (limits.len(), requests.len());
    if limits.is_empty() && requests.is_empty() {
        return;
    }
    for (name, amount) in of_containers(spec, "limits") {
        if is_huge_page(&name) && !has(&requests, &name) && !has(&limits, &name) {
            limits.push((name, amount));
        }
    }
    if !limits.is_empty() {
        for (name, amount) in of_containers(spec, "requests") {
            if is_native(&name) && !has(&requests, &name) {
                requests.push((name, amount));
            }
        }
        for (name, amount) in &limits {
            if (is_native(name) || is_huge_page(name)) && !has(&requests, name) {
                requests.push((name.clone(), amount.clone()));
            }
        }
    }
    let Some(own) = spec.inner_mut("resources") else {
        return;
    };
    if limits.len() > before.0 {
        own.add("limits", map(limits));
    }
    if requests.len() > before.1 {
        own.add("requests", map(requests));
    }
}

/// Resources that a Pod may have as a whole, and of which more may be promised than there is.
fn is_native(name: &str) -> bool {
    matches!(name, "cpu" | "memory")
}

fn is_huge_page(name: &str) -> bool {
    name.starts_with("hugepages-")
}

fn has(amounts: &Amounts, name: &str) -> bool {
    amounts.iter().any(|(known, _)| known == name)
}

fn amounts(resources: &StoredStruct, which: &str) -> Amounts {
    match resources.get(which) {
        StoredValue::Map(entries) => entries
            .iter()
            .map(|(name, amount)| (name.clone(), amount.as_text().to_owned()))
            .collect(),
        _ => Vec::new(),
    }
}

fn map(mut amounts: Amounts) -> StoredValue {
    sort_by(&mut amounts, |a, b| a.0.cmp(&b.0));
    let text = |(name, amount)| (name, StoredValue::Text(amount));
    StoredValue::Map(amounts.into_iter().map(text).collect())
}

/// What the containers need together: all that run at once, or more while an init container runs.
///
/// Upstream: staging/src/k8s.io/component-helpers/resource/helpers.go AggregateContainerRequests (v1.36.3)
pub(in crate::apiserver) fn of_containers(spec: &StoredStruct, which: &str) -> Amounts {
    let of = |container: &StoredValue| {
        let resources = container.as_struct()?.get("resources").as_struct()?;
        Some(amounts(resources, which))
    };
    let mut all = Amounts::new();
    for container in spec.get("containers").items() {
        add(&mut all, of(container).unwrap_or_default());
    }
    let (mut sidecars, mut most) = (Amounts::new(), Amounts::new());
    for container in spec.get("initContainers").items() {
        let mut own = of(container).unwrap_or_default();
        let policy = container
            .as_struct()
            .map_or("", |container| container.get("restartPolicy").as_text());
        if policy == "Always" {
            add(&mut all, own.clone());
            add(&mut sidecars, own);
            own = sidecars.clone();
        } else {
            add(&mut own, sidecars.clone());
        }
        greatest(&mut most, own);
    }
    greatest(&mut all, most);
    all
}

fn add(sum: &mut Amounts, more: Amounts) {
    for (name, amount) in more {
        match sum.iter_mut().find(|(known, _)| *known == name) {
            Some((_, before)) => *before = total(before, &amount),
            None => sum.push((name, amount)),
        }
    }
}

fn greatest(most: &mut Amounts, others: Amounts) {
    for (name, amount) in others {
        match most.iter_mut().find(|(known, _)| *known == name) {
            Some((_, before)) if nanos(&amount) > nanos(before) => *before = amount,
            Some(_) => {}
            None => most.push((name, amount)),
        }
    }
}

fn nanos(amount: &str) -> i128 {
    Quantity::new(amount).nanos().unwrap_or_default()
}

/// A sum in the form of the first amount that is not nothing.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.Add, CanonicalizeBytes (v1.36.3)
fn total(first: &str, second: &str) -> String {
    let sum = nanos(first).saturating_add(nanos(second));
    let form = if nanos(first) == 0 { second } else { first };
    let (whole, count) = (sum % 1_000_000_000 == 0, sum / 1_000_000_000);
    // What is below the least binary unit has decimal ones.
    if form.ends_with('i') && whole && count.abs() >= 1024 {
        let (mut count, mut unit) = (count, "");
        for larger in ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"] {
            if count == 0 || count % 1024 != 0 {
                break;
            }
            (count, unit) = (count / 1024, larger);
        }
        return format!("{count}{unit}");
    }
    let text = if form.contains(['e', 'E']) && !form.ends_with('E') {
        format!("{sum}e-9")
    } else {
        format!("{sum}n")
    };
    Quantity::new(&text).canonical(false).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_in_the_form_of_the_first_amount() {
        for (first, second, sum) in [
            ("1000Ki", "1e9", "1001024000"),
            ("512Ki", "512Ki", "1Mi"),
            ("0", "1Mi", "1Mi"),
            ("1Mi", "0.5", "1048576500m"),
            ("1M", "1Mi", "2048576"),
            ("500m", "500m", "1"),
            ("1e3", "1", "1001"),
        ] {
            assert_eq!(total(first, second), sum, "{first} and {second}");
        }
    }
}
