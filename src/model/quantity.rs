/// An amount of a resource: `100m`, `128Mi`, `1e3`. Kept as written; read on demand.
///
/// ```
/// use everynode::model::Quantity;
/// assert_eq!(Quantity::new("1500m").milli_value(), Some(1_500));
/// assert_eq!(Quantity::new("1500m").value(), Some(2), "rounded up");
/// assert_eq!(Quantity::new("1Mi").value(), Some(1_048_576));
/// assert_eq!(Quantity::new("1 GB").value(), None);
/// ```
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity {
    text: Box<str>,
}

const NANOS: u128 = 1_000_000_000;
/// The greatest amount: the range of 64 bits.
const MAX_NANOS: u128 = i64::MAX as u128 * NANOS;
/// Digits before or behind the point that no amount needs.
const MAX_SHIFT: i64 = 60;

impl Quantity {
    /// As written, unread.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.into() }
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the API server cannot read it.
    #[must_use]
    pub fn is_malformed(&self) -> bool {
        self.nanos().is_none()
    }

    /// In whole units, rounded away from zero; `None` when the API server cannot read it.
    ///
    /// DIFFERENCE: what passes 64 bits stays at their end, where upstream wraps around.
    ///
    /// Upstream: staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.Value (v1.36.3)
    #[must_use]
    pub fn value(&self) -> Option<i64> {
        self.nanos().map(|nanos| round(nanos, 1_000_000_000))
    }

    /// In thousandths, rounded away from zero; `None` when the API server cannot read it.
    ///
    /// DIFFERENCE: what passes 64 bits stays at their end, where upstream wraps around.
    ///
    /// Upstream: staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.MilliValue (v1.36.3)
    #[must_use]
    pub fn milli_value(&self) -> Option<i64> {
        self.nanos().map(|nanos| round(nanos, 1_000_000))
    }

    /// Exactly, in billionths, which is as fine as amounts are; `None` when the API server cannot read it.
    ///
    /// Upstream: staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go ParseQuantity (v1.36.3)
    #[must_use]
    pub fn nanos(&self) -> Option<i128> {
        if self.text.is_empty() {
            return None;
        }
        let unsigned = self.text.strip_prefix(['+', '-']).unwrap_or(&self.text);
        let (whole, rest) = split_digits(unsigned);
        let (fraction, suffix) = match rest.strip_prefix('.') {
            Some(behind) => split_digits(behind),
            None => ("", rest),
        };
        let (shift, factor) = interpret(suffix)?;
        let amount = magnitude(whole, fraction, shift, factor).min(MAX_NANOS);
        let amount = i128::try_from(amount).ok()?;
        Some(if self.text.starts_with('-') {
            -amount
        } else {
            amount
        })
    }

    /// As the API server writes it, to the thousandth where `milli`, as it keeps amounts of resources; `None` when it
    /// cannot read it.
    ///
    /// ```
    /// use everynode::model::Quantity;
    /// let canonical = |text| Quantity::new(text).canonical(true).unwrap();
    /// assert_eq!(["0.5", "1000m", "0.5Gi", "1e3", "1u", "1Ei"].map(canonical), ["500m", "1", "512Mi", "1e3", "1m", "1Ei"]);
    /// ```
    ///
    /// Upstream: staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.CanonicalizeBytes (v1.36.3)
    #[must_use]
    pub fn canonical(&self, milli: bool) -> Option<String> {
        let mut nanos = self.nanos()?;
        if milli {
            let rest = nanos % 1_000_000;
            nanos += if rest == 0 {
                0
            } else {
                nanos.signum() * 1_000_000 - rest
            };
        }
        let whole = nanos / 1_000_000_000;
        let exact = nanos % 1_000_000_000 == 0;
        if self.text.ends_with('i') && exact && whole.unsigned_abs() >= 1024 {
            let suffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
            return Some(scaled(whole, 1024, suffixes.into_iter()));
        }
        let suffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
        let powers = [
            "e-9", "e-6", "e-3", "", "e3", "e6", "e9", "e12", "e15", "e18",
        ];
        let is_power =
            self.text.contains(['e', 'E']) && self.text.ends_with(|c: char| c.is_ascii_digit());
        Some(match nanos {
            0 => "0".to_owned(),
            nanos if is_power => scaled(nanos, 1000, powers.into_iter()),
            nanos => scaled(nanos, 1000, suffixes.into_iter()),
        })
    }
}

/// A number with the largest unit of which it is a whole count.
fn scaled<'s>(mut number: i128, base: i128, mut suffixes: impl Iterator<Item = &'s str>) -> String {
    let mut suffix = suffixes.next().unwrap_or_default();
    while number % base == 0
        && let Some(next) = suffixes.next()
    {
        number /= base;
        suffix = next;
    }
    format!("{number}{suffix}")
}

fn split_digits(text: &str) -> (&str, &str) {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Decimal places to the left, and a factor.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/resource/suffix.go interpret (v1.36.3)
fn interpret(suffix: &str) -> Option<(i64, u128)> {
    Some(match suffix {
        "" => (0, 1),
        "n" => (-9, 1),
        "u" => (-6, 1),
        "m" => (-3, 1),
        "k" => (3, 1),
        "M" => (6, 1),
        "G" => (9, 1),
        "T" => (12, 1),
        "P" => (15, 1),
        "E" => (18, 1),
        "Ki" => (0, 1 << 10),
        "Mi" => (0, 1 << 20),
        "Gi" => (0, 1 << 30),
        "Ti" => (0, 1 << 40),
        "Pi" => (0, 1 << 50),
        "Ei" => (0, 1 << 60),
        _ => (suffix.strip_prefix(['e', 'E'])?.parse().ok()?, 1),
    })
}

/// `whole.fraction`, its point moved by `shift`, times `factor`, in billionths; what is finer is rounded up.
fn magnitude(whole: &str, fraction: &str, shift: i64, factor: u128) -> u128 {
    let digits = [whole, fraction].concat();
    let mut rest = digits.as_bytes();
    let mut point = i64::try_from(whole.len())
        .unwrap_or(i64::MAX)
        .saturating_add(shift);
    while let [b'0', behind @ ..] = rest {
        (rest, point) = (behind, point.saturating_sub(1));
    }
    if rest.is_empty() {
        return 0;
    }
    if point > MAX_SHIFT {
        return MAX_NANOS;
    }
    if point < -MAX_SHIFT {
        return 1;
    }
    let number = |digit: u8| u128::from(digit - b'0');
    let mut amount: u128 = 0;
    while point > 0 {
        let digit = rest.split_off_first().copied().map_or(0, number);
        amount = amount.saturating_mul(10).saturating_add(digit);
        point -= 1;
    }
    amount = amount.saturating_mul(factor).saturating_mul(NANOS);
    // The fraction, from its last digit to its first: each step divides by ten.
    let (mut below, mut inexact) = (0, false);
    let zeros = (point..0).map(|_| 0);
    for digit in rest.iter().rev().map(|digit| number(*digit)).chain(zeros) {
        below += digit * factor * NANOS;
        inexact |= below % 10 != 0;
        below /= 10;
    }
    amount
        .saturating_add(below)
        .saturating_add(u128::from(inexact))
}

fn round(nanos: i128, unit: i128) -> i64 {
    let whole = nanos / unit;
    let away = if nanos % unit == 0 { 0 } else { nanos.signum() };
    let limit = |n: i128| i64::try_from(n).ok();
    limit(whole + away).unwrap_or(if nanos < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Value and milli-value as `resource.ParseQuantity` gives them; `None` where it gives an error.
    #[test]
    fn reads_as_the_api_server_reads() {
        let cases = [
            ("", None),
            ("0", Some((0, 0))),
            ("100m", Some((1, 100))),
            ("1500m", Some((2, 1_500))),
            ("1.5", Some((2, 1_500))),
            ("0.1", Some((1, 100))),
            ("00100m", Some((1, 100))),
            ("128Mi", Some((134_217_728, 134_217_728_000))),
            ("1.5Gi", Some((1_610_612_736, 1_610_612_736_000))),
            ("0.5Mi", Some((524_288, 524_288_000))),
            ("1.1Ki", Some((1_127, 1_126_400))),
            ("1.0000000001Ki", Some((1_025, 1_024_001))),
            ("0.001Ki", Some((2, 1_024))),
            ("1e3", Some((1_000, 1_000_000))),
            ("1E3", Some((1_000, 1_000_000))),
            ("1e-3", Some((1, 1))),
            ("1e+2", Some((100, 100_000))),
            (
                "1P",
                Some((1_000_000_000_000_000, 1_000_000_000_000_000_000)),
            ),
            ("64m", Some((1, 64))),
            ("1n", Some((1, 1))),
            ("0.1n", Some((1, 1))),
            ("1e-10", Some((1, 1))),
            ("0.0000000001", Some((1, 1))),
            ("1e-2147483649", Some((1, 1))),
            ("-1", Some((-1, -1_000))),
            ("-1.5", Some((-2, -1_500))),
            ("-0.0001", Some((-1, -1))),
            ("+1", Some((1, 1_000))),
            (".5", Some((1, 500))),
            ("1.", Some((1, 1_000))),
            ("1.G", Some((1_000_000_000, 1_000_000_000_000))),
            (".", Some((0, 0))),
            ("m", Some((0, 0))),
            ("+", Some((0, 0))),
            ("-", Some((0, 0))),
            ("0e99999999999", Some((0, 0))),
            ("1K", None),
            ("1ki", None),
            ("1KiB", None),
            ("1e", None),
            ("1e+", None),
            ("1 ", None),
            (" 1", None),
            ("1_000", None),
            ("0x10", None),
            ("1e3m", None),
            ("1eE", None),
            ("1e3.5", None),
            ("1Mi1", None),
            ("NaN", None),
            ("1é", None),
        ];
        for (text, expected) in cases {
            let quantity = Quantity::new(text);
            let found = quantity.value().zip(quantity.milli_value());
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn amounts_out_of_range_stay_at_its_end() {
        for text in [
            "8Ei",
            "1e30",
            "99999999999999999999Ei",
            "3e99999999999999",
            "9223372036854775808",
        ] {
            assert_eq!(Quantity::new(text).value(), Some(i64::MAX), "{text}");
        }
        assert_eq!(
            Quantity::new("7Ei").value(),
            Some(8_070_450_532_247_928_832)
        );
        assert_eq!(Quantity::new("1Ei").milli_value(), Some(i64::MAX));
        assert_eq!(Quantity::new("-1e30").value(), Some(-i64::MAX));
        let long = format!("{}.{}Ei", "0".repeat(100_000), "9".repeat(100_000));
        assert_eq!(Quantity::new(&long).value(), Some(1 << 60));
    }
}
