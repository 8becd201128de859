//! Numbers with a point or an exponent, from text to the shortest text of the same binary number, as Go writes it.
//!
//! The standard library does the same faster, with tables that alone are a twelfth of what a page may load. Such numbers
//! are rare in manifests, and one of up to fifteen digits takes the short way.

use big::{Big, size};
use std::cmp::Ordering;

mod big;

/// A finite decimal number: `0.d₁d₂d₃… × 10^exponent`. Without digits it is zero.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Decimal {
    negative: bool,
    /// From 0 to 9, neither the first nor the last a zero.
    digits: Vec<u8>,
    exponent: i32,
}

/// A binary format: what Go calls `float64` and `float32`.
#[derive(Clone, Copy)]
struct Format {
    /// Bits of a fraction, the leading one included.
    precision: i32,
    /// Exponent of the least bit of the least number.
    least: i32,
    /// Exponent of the least bit of the greatest numbers.
    greatest: i32,
    /// Numbers of so many digits come back as they were written, if they are far from the ends.
    faithful: usize,
}

const DOUBLE: Format = Format {
    precision: 53,
    least: -1074,
    greatest: 971,
    faithful: 15,
};
const SINGLE: Format = Format {
    precision: 24,
    least: -149,
    greatest: 104,
    faithful: 6,
};

/// Digits of a number beyond these only tell that it is not exactly what is before them.
const DIGITS: usize = 800;

/// Whether a text of digits, with a point, an exponent or neither, is a finite number of 64 bits.
///
/// Upstream: strconv ParseFloat (what overflows is an error), after the pattern of go.yaml.in/yaml/v2 resolve.go
pub(super) fn is_finite_float(text: &str) -> bool {
    Decimal::parse(text)
        .is_some_and(|number| number.is_plain(DOUBLE) || number.round(DOUBLE).is_some())
}

/// How a number of 64 bits is written in JSON: with an exponent below a millionth and from 10²¹ on.
///
/// Upstream: encoding/json encode.go floatEncoder
pub(super) fn json_float(text: &str) -> Option<String> {
    let number = Decimal::parse(text)?.shortest(DOUBLE)?;
    let exponent = number.exponent - 1;
    Some(
        if (-6..21).contains(&exponent) || number.digits.is_empty() {
            number.plain()
        } else {
            number.scientific(1)
        },
    )
}

/// How a number that is a key of a map becomes text: Go's shortest form of 32 bits, with an exponent from a million on.
/// What is too big for 32 bits is infinite there.
pub(super) fn key_float(text: &str) -> Option<String> {
    // Rounded twice, as Go does it: it has 64 bits when it makes 32 of them.
    let double = Decimal::parse(text)?.shortest(DOUBLE)?;
    let Some(number) = double.shortest(SINGLE) else {
        return Some(if double.negative { "-.inf" } else { ".inf" }.into());
    };
    let exponent = number.exponent - 1;
    Some(if (-4..6).contains(&exponent) || number.digits.is_empty() {
        number.plain()
    } else {
        number.scientific(2)
    })
}

impl Decimal {
    /// `None` for a text of another form.
    fn parse(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
        let (significand, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((significand, exponent)) => (significand, small_number(exponent)?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = significand.split_once('.').unwrap_or((significand, ""));
        let all = whole.bytes().chain(fraction.bytes());
        if significand.len() <= usize::from(significand.as_bytes().contains(&b'.'))
            || !all.clone().all(|b| b.is_ascii_digit())
        {
            return None;
        }
        let leading = all.clone().take_while(|b| *b == b'0').count();
        let mut digits: Vec<u8> = all
            .clone()
            .skip(leading)
            .take(DIGITS)
            .map(|b| b - b'0')
            .collect();
        if all.skip(leading).skip(DIGITS).any(|b| b != b'0') {
            digits.push(1);
        }
        while digits.last() == Some(&0) {
            digits.pop();
        }
        let scale = i64::try_from(whole.len()).ok()? - i64::try_from(leading).ok()? + exponent;
        Some(Self {
            negative: text.starts_with('-'),
            // Far beyond what any format has, on either side.
            exponent: i32::try_from(scale.clamp(-100_000, 100_000)).ok()?,
            digits,
        })
    }

    /// Whether the format has a number that is written so, and no shorter.
    fn is_plain(&self, format: Format) -> bool {
        let far = format.greatest / 4;
        self.digits.len() <= format.faithful && (-far..far).contains(&self.exponent)
    }

    /// The shortest decimal that the format takes for the same number, and of those the nearest. `None` if it is too big.
    fn shortest(&self, format: Format) -> Option<Self> {
        if self.is_plain(format) {
            return Some(self.clone());
        }
        let binary = self.round(format)?;
        let exact = binary.decimal(self.negative);
        for count in 1..exact.digits.len() {
            let (kept, rest) = exact.digits.split_at(count);
            let down = exact.with(kept.to_vec());
            let up = down.next(count);
            // One in the middle goes up, as Go's does: the way there is not exact.
            let nearer = if rest.first().is_some_and(|first| *first >= 5) {
                [up, down]
            } else {
                [down, up]
            };
            for candidate in nearer {
                if candidate.round(format) == Some(binary) {
                    return Some(candidate);
                }
            }
        }
        Some(exact)
    }

    fn with(&self, digits: Vec<u8>) -> Self {
        let mut number = Self {
            digits,
            ..self.clone()
        };
        while number.digits.last() == Some(&0) {
            number.digits.pop();
        }
        number
    }

    /// The next number of `count` digits, away from zero.
    fn next(&self, count: usize) -> Self {
        let mut digits = self.digits.clone();
        digits.resize(count, 0);
        let carried = digits.iter().rev().take_while(|digit| **digit == 9).count();
        digits.truncate(count - carried);
        match digits.last_mut() {
            Some(last) => {
                *last += 1;
                self.with(digits)
            }
            None => Self {
                digits: vec![1],
                exponent: self.exponent + 1,
                negative: self.negative,
            },
        }
    }

    /// The nearest number of a format; of two that are equally near, the even one.
    fn round(&self, format: Format) -> Option<Binary> {
        if self.digits.is_empty() || self.exponent < -400 {
            return Some(Binary::ZERO);
        }
        if self.exponent > 400 {
            return None;
        }
        let mut above = Big::from(0);
        for digit in &self.digits {
            above.multiply(10);
            above.add(*digit);
        }
        let mut below = Big::from(1);
        let power = self.exponent - size(&self.digits);
        let side = if power < 0 { &mut below } else { &mut above };
        for _ in 0..power.unsigned_abs() {
            side.multiply(10);
        }
        Binary::nearest(&above, &below, format)
    }

    /// Without an exponent.
    fn plain(&self) -> String {
        let mut out = String::from(if self.negative { "-" } else { "" });
        if self.exponent <= 0 {
            out.push('0');
        }
        let places = self.digits.iter().map(|digit| char::from(b'0' + digit));
        for (place, digit) in (0..).zip(places) {
            if place == self.exponent.max(0) {
                out.push('.');
                (self.exponent..0).for_each(|_| out.push('0'));
            }
            out.push(digit);
        }
        (size(&self.digits)..self.exponent).for_each(|_| out.push('0'));
        out
    }

    /// With an exponent of at least `width` digits.
    fn scientific(&self, width: usize) -> String {
        let mut out = String::from(if self.negative { "-" } else { "" });
        for (place, digit) in self.digits.iter().enumerate() {
            if place == 1 {
                out.push('.');
            }
            out.push(char::from(b'0' + digit));
        }
        let exponent = self.exponent - 1;
        out.push_str(if exponent < 0 { "e-" } else { "e+" });
        let size = exponent.unsigned_abs().to_string();
        (size.len()..width).for_each(|_| out.push('0'));
        out + &size
    }
}

/// A whole number with a sign, as big as it may be; exponents are far from the end.
fn small_number(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number = digits.bytes().fold(0, |number: i64, b| {
        number
            .saturating_mul(10)
            .saturating_add(i64::from(b - b'0'))
            .min(1 << 40)
    });
    Some(if text.starts_with('-') {
        -number
    } else {
        number
    })
}

/// `fraction × 2^exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Binary {
    fraction: u64,
    exponent: i32,
}

impl Binary {
    const ZERO: Self = Self {
        fraction: 0,
        exponent: 0,
    };

    /// The number of the format that is nearest to a quotient.
    fn nearest(above: &Big, below: &Big, format: Format) -> Option<Self> {
        let precision = format.precision;
        // One too few at most: the quotient has as many bits as the precision, or one more.
        let mut exponent = (above.bits() - below.bits() - precision).max(format.least);
        loop {
            let (mut scaled, mut unit) = (above.clone(), below.clone());
            let side = if exponent < 0 { &mut scaled } else { &mut unit };
            side.shift(exponent.unsigned_abs());
            let (mut fraction, half) = scaled.divide(unit);
            if fraction >> precision != 0 {
                exponent += 1;
                continue;
            }
            if half == Ordering::Greater || (half == Ordering::Equal && fraction & 1 == 1) {
                fraction += 1;
            }
            if fraction >> precision != 0 {
                fraction >>= 1;
                exponent += 1;
            }
            return match fraction {
                0 => Some(Self::ZERO),
                _ if exponent > format.greatest => None,
                _ => Some(Self { fraction, exponent }),
            };
        }
    }

    /// Exactly this number.
    fn decimal(self, negative: bool) -> Decimal {
        let mut big = Big::from(self.fraction);
        let power = self.exponent;
        if power >= 0 {
            big.shift(power.unsigned_abs());
        } else {
            // A half is five tenths.
            (power..0).for_each(|_| big.multiply(5));
        }
        let mut digits = big.digits();
        let exponent = size(&digits) + power.min(0);
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Decimal {
            negative,
            digits,
            exponent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Go's form, made from the standard library's shortest digits.
    fn expected_json(number: f64) -> String {
        let size = number.abs();
        if size != 0.0 && !(1e-6..1e21).contains(&size) {
            let text = format!("{number:e}");
            return match text.split_once('e') {
                Some((digits, exponent)) if !exponent.starts_with('-') => {
                    format!("{digits}e+{exponent}")
                }
                _ => text,
            };
        }
        number.to_string()
    }

    #[expect(clippy::cast_possible_truncation, reason = "as Go makes it")]
    fn expected_key(number: f64) -> String {
        let short = number as f32;
        if short.is_infinite() {
            return if short > 0.0 { ".inf" } else { "-.inf" }.into();
        }
        let text = format!("{short:e}");
        let (digits, exponent) = text.split_once('e').unwrap();
        let exponent: i32 = exponent.parse().unwrap();
        if short != 0.0 && !(-4..6).contains(&exponent) {
            let sign = if exponent < 0 { '-' } else { '+' };
            return format!("{digits}e{sign}{:02}", exponent.unsigned_abs());
        }
        short.to_string()
    }

    #[test]
    fn numbers_are_rounded_and_written_as_the_standard_library_does_it() {
        let mut texts: Vec<String> = [
            "0.1", "1e-400", "-0.0", "5e-324", "2.5e-324", "2.4e-324", "4.9406564584124654e-324",
            "2.2250738585072011e-308", "2.2250738585072014e-308", "1.7976931348623157e308",
            "1.7976931348623158e308", "1.7976931348623159e308", "9007199254740993",
            "9007199254740992.5", "5.684341886080802e-14", "123456789012345678.5",
            "0.000001", "0.0000009999999999999999", "999999999999999999999", "1e21", "3.4028236e38",
            "3.4028235e38", "1e39", "1.17549435e-38", "1e-45", "7e-46", "16777217", "0.00009999995",
            "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649",
        ]
        .map(ToOwned::to_owned)
        .into();
        let mut seed: u64 = 1;
        for _ in 0..200 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let number = f64::from_bits(seed ^ seed >> 29);
            if number.is_finite() {
                texts.push(number.to_string());
                texts.push(format!("{number:.20e}"));
                texts.push(format!("{number:.15e}"));
                texts.push(format!("{:.3}", number % 1e9));
            }
            texts.push(format!("{}e-{}", seed >> 11, seed % 330));
        }
        for power in (-320..320).step_by(7) {
            texts.push(2f64.powi(power).to_string());
        }
        for text in texts {
            let number: f64 = text.parse().unwrap();
            assert_eq!(is_finite_float(&text), number.is_finite(), "{text}");
            if number.is_finite() {
                assert_eq!(json_float(&text).unwrap(), expected_json(number), "{text}");
                assert_eq!(key_float(&text).unwrap(), expected_key(number), "{text}");
            }
        }
    }

    #[test]
    fn a_number_may_be_as_long_as_it_likes() {
        let long = format!("0.{}1e{}", "0".repeat(100_000), 100_001);
        assert_eq!(json_float(&long).as_deref(), Some("1"));
        let nines = "9".repeat(100_000);
        assert_eq!(json_float(&format!("0.{nines}")).as_deref(), Some("1"));
        assert!(!is_finite_float(&nines));
        assert!(!is_finite_float(&format!("1e{nines}")));
        assert_eq!(json_float(&format!("1e-{nines}")).as_deref(), Some("0"));
        for other in ["", ".", "e1", "1e", "1e+", "1.2.3", "+-1", "1e1.5", "0x1"] {
            assert!(!is_finite_float(other), "{other}");
        }
    }
}
