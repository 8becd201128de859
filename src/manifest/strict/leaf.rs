//! Texts, numbers, words, and the types that read themselves.

use super::value::StoredValue;
use super::walk::{Target, Walk};
use super::{json_text, kind, time_text};
use crate::manifest::scalar::Resolved;
use crate::manifest::tree::{Node, Value};
use crate::model::{Quantity, Time};
use crate::schema::Item;

impl<'a> Walk<'a> {
    pub(super) fn leaf(&mut self, target: Target, node: Node<'a>, slot: &mut StoredValue) {
        match target.field.item {
            Item::Bool => match node.value() {
                Value::Scalar(_, Resolved::Bool(value)) => *slot = StoredValue::Bool(value),
                _ => self.wrong(target, node, kind::what(node)),
            },
            Item::String => match node.value() {
                Value::Scalar(text, Resolved::Text) => *slot = StoredValue::Text(text.to_owned()),
                _ => self.wrong(target, node, kind::what(node)),
            },
            Item::Int32 | Item::Int64 => match self.whole(node, target.field.item) {
                Ok(number) => *slot = StoredValue::Int(number),
                Err(what) => self.wrong(target, node, &what),
            },
            Item::Quantity => self.quantity(node, slot),
            Item::IntOrString => match node.value() {
                Value::Scalar(text, Resolved::Text) => *slot = StoredValue::Text(text.to_owned()),
                _ => match self.whole(node, Item::Int32) {
                    Ok(number) => *slot = StoredValue::Int(number),
                    Err(what) => {
                        let text = self.unmarshal(&what, "int32");
                        self.malformed(node, text);
                    }
                },
            },
            Item::Time => self.time(node, slot),
            Item::Raw | Item::Struct(_) => {
                let mut json = String::new();
                json_text::write(&mut json, node, self.language);
                *slot = StoredValue::Raw(json);
            }
        }
    }

    /// A whole number of 32 or 64 bits; what messages call anything else.
    fn whole(&self, node: Node<'a>, item: Item) -> Result<i64, String> {
        let (text, resolved) = match node.value() {
            Value::Scalar(text, resolved) => (text, resolved),
            _ => return Err(kind::what(node).to_owned()),
        };
        if !matches!(
            resolved,
            Resolved::Int(_) | Resolved::Uint(_) | Resolved::Float { .. }
        ) {
            return Err(kind::what(node).to_owned());
        }
        let number = json_text::number(text, resolved, self.language);
        let fits = |value: &i64| item == Item::Int64 || i32::try_from(*value).is_ok();
        let value = number.parse().ok().filter(fits);
        value.ok_or_else(|| format!("number {number}"))
    }

    fn quantity(&mut self, node: Node<'a>, slot: &mut StoredValue) {
        let json = match node.value() {
            Value::Scalar(text, Resolved::Text) => text.trim().to_owned(),
            _ => {
                let mut json = String::new();
                json_text::write(&mut json, node, self.language);
                json
            }
        };
        match stored_quantity(&json) {
            Ok(stored) => *slot = StoredValue::Text(stored),
            Err(text) => self.malformed(node, text.to_owned()),
        }
    }

    fn time(&mut self, node: Node<'a>, slot: &mut StoredValue) {
        let Value::Scalar(text, Resolved::Text) = node.value() else {
            let text = self.unmarshal(kind::what(node), "string");
            self.malformed(node, text);
            return;
        };
        match time_text::parse(text) {
            // The zero time of Go stands for none.
            Ok(time) if time.to_string() == ZERO_TIME => *slot = StoredValue::Null,
            Ok(time) => *slot = StoredValue::Text(Time::to_string(&time)),
            Err(text) => self.malformed(node, text),
        }
    }
}

const ZERO_TIME: &str = "0001-01-01T00:00:00Z";

const FORMAT: &str =
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

/// A quantity as the server writes it, which is as it was written where that is short enough; else the server's text.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go ParseQuantity, MarshalJSON (v1.36.3)
fn stored_quantity(text: &str) -> Result<String, &'static str> {
    let Some(parts) = Parts::of(text) else {
        return Err(FORMAT);
    };
    let canonical = Quantity::new(text).canonical(false);
    let canonical = canonical.ok_or("unable to parse quantity's suffix")?;
    Ok(match parts.kept_scale() {
        Some(_) => text.to_owned(),
        None => parts.beyond(text).unwrap_or(canonical),
    })
}

/// A quantity of a list of resources as the server stores it: rounded up to thousandths.
///
/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_ResourceList (v1.36.3)
#[must_use]
pub fn rounded_quantity(text: &str) -> String {
    let kept = Parts::of(text).and_then(|parts| parts.kept_scale());
    match kept {
        Some(scale) if scale >= -3 => text.to_owned(),
        _ => {
            let beyond = Parts::of(text).and_then(|parts| parts.beyond(text));
            let canonical = || Quantity::new(text).canonical(true);
            beyond.or_else(canonical).unwrap_or_else(|| text.to_owned())
        }
    }
}

/// A quantity's text taken apart, without its sign and leading zeros.
struct Parts<'t> {
    whole: &'t str,
    fraction: &'t str,
    suffix: &'t str,
}

impl<'t> Parts<'t> {
    /// `None` where it does not have the form of a quantity.
    fn of(text: &'t str) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        let digits = |c: char| c.is_ascii_digit();
        let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
        let rest = unsigned.trim_start_matches('0');
        let after = rest.trim_start_matches(digits);
        let whole = rest.strip_suffix(after).unwrap_or_default();
        let (fraction, suffix) = match after.strip_prefix('.') {
            Some(behind) => {
                let suffix = behind.trim_start_matches(digits);
                (behind.strip_suffix(suffix).unwrap_or_default(), suffix)
            }
            None => ("", after),
        };
        let exponent = suffix.trim_start_matches(|c| "eEinumkKMGTP".contains(c));
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        exponent
            .trim_start_matches(digits)
            .is_empty()
            .then_some(Self {
                whole,
                fraction,
                suffix,
            })
    }

    /// A decimal quantity above the range of 64 bits as the server writes it: that range binds binary ones alone.
    fn beyond(&self, text: &str) -> Option<String> {
        let exponent = self.exponent()?;
        let all = [self.whole, self.fraction].concat();
        let digits = all.trim_start_matches('0').trim_end_matches('0');
        let zeros = all.trim_start_matches('0').len() - digits.len();
        let fraction = i64::try_from(self.fraction.len()).ok()?;
        let least = exponent
            .checked_sub(fraction)?
            .checked_add(i64::try_from(zeros).ok()?)?;
        let size = i64::try_from(digits.len()).ok()?.checked_add(least)?;
        // 2⁶³ has 19 digits.
        let beyond = size > 19
            || size == 19 && least >= 0 && {
                let zeros = usize::try_from(least).unwrap_or(0);
                [digits, &"0".repeat(zeros)]
                    .concat()
                    .parse::<i64>()
                    .is_err()
            };
        // Upstream has room for exponents of 32 bits; nobody writes so much.
        if digits.is_empty() || !beyond || least > 1_000_000 {
            return None;
        }
        let power = least - least.rem_euclid(3);
        let more = usize::try_from(least - power).ok()?;
        let sign = if text.starts_with('-') { "-" } else { "" };
        let is_power = self.suffix.starts_with(['e', 'E']) && self.suffix.len() > 1;
        let suffixes = ["", "k", "M", "G", "T", "P", "E"];
        let suffix = match usize::try_from(power / 3) {
            Ok(0) => String::new(),
            _ if is_power => format!("e{power}"),
            Ok(place) => (*suffixes.get(place)?).to_owned(),
            Err(_) => return None,
        };
        Some(format!("{sign}{digits}{}{suffix}", "0".repeat(more)))
    }

    /// The power of ten of a decimal unit.
    fn exponent(&self) -> Option<i64> {
        Some(match self.suffix {
            "" => 0,
            "n" => -9,
            "u" => -6,
            "m" => -3,
            "k" => 3,
            "M" => 6,
            "G" => 9,
            "T" => 12,
            "P" => 15,
            "E" => 18,
            other => other.strip_prefix(['e', 'E'])?.parse().ok()?,
        })
    }

    /// The power of ten of its last digit, where the server keeps the text as it is.
    fn kept_scale(&self) -> Option<i64> {
        let whole = if self.whole.is_empty() {
            "0"
        } else {
            self.whole
        };
        let digits = i64::try_from(whole.len() + self.fraction.len()).ok()?;
        if let Some(unit) = self.suffix.strip_suffix('i') {
            let power = 10 * (1 + i64::try_from("KMGTPE".find(unit)?).ok()?);
            let fits = self.fraction.is_empty() && 15 - digits - power * 3 / 10 > 0;
            let value: i64 = whole.parse().ok()?;
            return (fits && value & 7 != 0).then_some(0);
        }
        let exponent = self.exponent()?;
        let scale = exponent.checked_sub(i64::try_from(self.fraction.len()).ok()?)?;
        let last = if self.fraction.is_empty() {
            whole.ends_with("000")
        } else {
            [whole, self.fraction].concat().ends_with("000")
        };
        let kept =
            digits <= 18 && scale >= -9 && scale % 3 == 0 && !last && !whole.starts_with('0');
        kept.then_some(scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_written_as_the_server_writes_them() {
        for (text, stored, rounded) in [
            ("1", "1", "1"),
            ("+1", "+1", "+1"),
            ("1.500", "1.500", "1.500"),
            ("1.5", "1500m", "1500m"),
            ("1000m", "1", "1"),
            ("1024Ki", "1Mi", "1Mi"),
            ("1Gi", "1Gi", "1Gi"),
            ("1500u", "1500u", "2m"),
            ("0.0001", "100u", "1m"),
            ("", FORMAT, ""),
            ("1 Gi", FORMAT, ""),
            ("1Gx", FORMAT, ""),
            ("0.1Mi", "104857600m", "104857600m"),
            (
                "99999999999999999999",
                "99999999999999999999",
                "99999999999999999999",
            ),
            ("100000000000000000000", "100E", "100E"),
            (
                "9223372036854775808",
                "9223372036854775808",
                "9223372036854775808",
            ),
            ("1e1000", "10e999", "10e999"),
            ("1ki", "unable to parse quantity's suffix", ""),
        ] {
            let found = stored_quantity(text).unwrap_or_else(str::to_owned);
            assert_eq!(found, stored, "{text}");
            if !rounded.is_empty() {
                assert_eq!(rounded_quantity(text), rounded, "{text}");
            }
        }
    }
}
