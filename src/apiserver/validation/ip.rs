//! Addresses and ranges of addresses, read as loosely as the server once did, and what it says of the loose ones.

use super::field_error::{Bad, Errors};
use super::path::Path;
use crate::manifest::go_quote;
use crate::source::parted;

/// An address.
#[derive(Clone, Copy)]
pub(super) struct Address {
    bits: u128,
    /// Written with dots alone.
    is_v4: bool,
    /// Written as every reader takes it.
    is_strict: bool,
}

const MAPPED: u128 = 0xffff << 32;

impl Address {
    /// Upstream: k8s.io/utils/net ParseIPSloppy
    pub(super) fn parse(text: &str) -> Option<Self> {
        if text.as_bytes().contains(&b':') {
            return parse_v6(text);
        }
        let (bits, is_strict) = parse_v4(text)?;
        Some(Self {
            bits: u128::from(bits),
            is_v4: true,
            is_strict,
        })
    }

    /// An address of the old kind, written as one of the new.
    fn is_mapped(self) -> bool {
        !self.is_v4 && self.bits >> 32 == MAPPED >> 32
    }

    pub(super) fn is_v6(self) -> bool {
        !self.is_v4 && !self.is_mapped()
    }

    /// What an address of the old kind is, however it is written.
    fn v4(self) -> Option<u128> {
        (!self.is_v6()).then_some(self.bits & 0xffff_ffff)
    }

    pub(super) fn is_unspecified(self) -> bool {
        self.v4().unwrap_or(self.bits) == 0
    }

    pub(super) fn is_loopback(self) -> bool {
        self.v4().map_or(self.bits == 1, |bits| bits >> 24 == 127)
    }

    pub(super) fn is_link_local(self) -> bool {
        let six = self.bits >> 118 == 0xfe80 >> 6;
        self.v4().map_or(six, |bits| bits >> 16 == 0xa9fe)
    }

    pub(super) fn is_link_local_multicast(self) -> bool {
        let six = self.bits >> 112 & 0xff0f == 0xff02;
        self.v4().map_or(six, |bits| bits >> 8 == 0xe0_0000)
    }

    /// The usual way to write it.
    fn text(self) -> String {
        if !self.is_v6() {
            let [.., a, b, c, d] = self.bits.to_be_bytes();
            let parts = [a, b, c, d].map(|part| part.to_string());
            return parts.join(".");
        }
        let groups: Vec<u128> = (0..8)
            .rev()
            .map(|i| self.bits >> (16 * i) & 0xffff)
            .collect();
        let (mut zeros, mut start) = (0..0, None);
        for (place, group) in groups.iter().enumerate() {
            match (*group, start) {
                (0, None) => start = Some(place),
                (0, _) => {}
                _ => start = None,
            }
            if let Some(start) = start
                && place + 1 - start > zeros.len().max(1)
            {
                zeros = start..place + 1;
            }
        }
        let mut out = String::new();
        for (place, group) in groups.iter().enumerate() {
            if zeros.contains(&place) {
                if place == zeros.start {
                    out.push_str("::");
                }
                continue;
            }
            if !out.is_empty() && !out.ends_with("::") {
                out.push(':');
            }
            let digits = [12, 8, 4, 0].map(|shift| group >> shift & 15);
            let first = digits.iter().position(|digit| *digit > 0).unwrap_or(3);
            for digit in digits.iter().skip(first) {
                let digit = u32::try_from(*digit).ok();
                out.extend(digit.and_then(|digit| char::from_digit(digit, 16)));
            }
        }
        out
    }
}

/// The bits, and whether no part starts with a needless zero.
fn parse_v4(text: &str) -> Option<(u32, bool)> {
    let (mut bits, mut count, mut strict) = (0, 0, true);
    for part in text.split('.') {
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let number: u32 = part.parse().ok().filter(|number| *number <= 255)?;
        if !digits || count == 4 {
            return None;
        }
        strict &= part.len() == 1 || !part.starts_with('0');
        bits = bits << 8 | number;
        count += 1;
    }
    (count == 4).then_some((bits, strict))
}

fn parse_v6(text: &str) -> Option<Address> {
    let (head, tail) = match parted(text, "::") {
        Some((head, tail)) => (head, Some(tail)),
        None => (text, None),
    };
    let mut strict = true;
    let head = groups(head, tail.is_none(), &mut strict)?;
    let tail_groups = match tail {
        Some(tail) => groups(tail, true, &mut strict)?,
        None => Vec::new(),
    };
    let count = head.len() + tail_groups.len();
    let fits = if tail.is_some() {
        count < 8
    } else {
        count == 8
    };
    if !fits {
        return None;
    }
    let gap = std::iter::repeat_n(0, 8 - count);
    let all = head.into_iter().chain(gap).chain(tail_groups);
    let bits = all.fold(0u128, |bits, group| bits << 16 | u128::from(group));
    Some(Address {
        bits,
        is_v4: false,
        is_strict: strict,
    })
}

/// Groups of 16 bits; the last two may be written with dots where they are the end.
fn groups(text: &str, is_end: bool, strict: &mut bool) -> Option<Vec<u32>> {
    let mut found = Vec::new();
    if text.is_empty() {
        return Some(found);
    }
    let mut parts = text.split(':').peekable();
    while let Some(part) = parts.next() {
        if found.len() == 8 {
            return None;
        }
        if part.as_bytes().contains(&b'.') && is_end && parts.peek().is_none() {
            let (bits, own) = parse_v4(part)?;
            *strict &= own;
            found.extend([bits >> 16, bits & 0xffff]);
            continue;
        }
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u32::from_str_radix(part, 16).ok();
        found.push(number.filter(|number| digits && *number <= 0xffff)?);
        *strict &= part.len() <= 4;
    }
    Some(found)
}

/// `kept`: values that the stored object has already.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/ip.go IsValidIPForLegacyField (v1.36.3)
pub(super) fn address(errors: &mut Errors, text: &str, kept: &[&str], path: &Path<'_>) {
    if kept.contains(&text) {
        return;
    }
    let detail = match Address::parse(text) {
        None => "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)",
        Some(address) if !address.is_strict => "must not have leading 0s",
        Some(address) if address.is_mapped() => "must not be an IPv4-mapped IPv6 address",
        Some(_) => return,
    };
    errors.invalid(path, Bad::Text(text), detail);
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/ip.go GetWarningsForIP (v1.36.3)
pub(super) fn address_warning(warnings: &mut Vec<String>, text: &str, path: &Path<'_>) {
    let Some(address) = Address::parse(text) else {
        return;
    };
    let canonical = address.text();
    let path = path.text();
    let (text_quoted, canonical_quoted) = (go_quote(text), go_quote(&canonical));
    if !address.is_strict || address.is_mapped() {
        let parts = [
            &path,
            ": non-standard IP address ",
            &text_quoted,
            " is invalid: use ",
            &canonical_quoted,
        ];
        warnings.push(parts.concat());
    } else if address.is_v6() && canonical != text {
        let parts = [
            &path,
            ": IPv6 address ",
            &text_quoted,
            " should be in RFC 5952 canonical format (",
            &canonical_quoted,
            ")",
        ];
        warnings.push(parts.concat());
    }
}

/// A range of addresses.
#[derive(Clone, Copy)]
pub(super) struct Range {
    address: Address,
    /// As written.
    bits: u32,
    is_strict: bool,
}

impl Range {
    /// Upstream: k8s.io/utils/net ParseCIDRSloppy
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (address, bits) = text.split_once('/')?;
        let address = Address::parse(address)?;
        let digits = !bits.is_empty() && bits.bytes().all(|byte| byte.is_ascii_digit());
        let most = if address.is_v4 { 32 } else { 128 };
        let number = bits
            .parse()
            .ok()
            .filter(|number| digits && *number <= most)?;
        Some(Self {
            address,
            bits: number,
            is_strict: address.is_strict && (bits.len() == 1 || !bits.starts_with('0')),
        })
    }

    pub(super) fn is_v6(self) -> bool {
        self.address.is_v6()
    }

    /// The first address of the range.
    fn first(self) -> Address {
        let width = if self.address.is_v4 { 32 } else { 128 };
        let free = width - self.bits;
        let keep = u128::MAX.checked_shl(free).unwrap_or_default();
        Address {
            bits: self.address.bits & keep,
            ..self.address
        }
    }

    /// The usual way to write a range of this size that starts at an address.
    fn text_from(self, address: Address) -> String {
        let bits = match address.is_mapped() {
            true => self.bits.saturating_sub(96),
            false => self.bits,
        };
        [&address.text(), "/", &bits.to_string()].concat()
    }
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/ip.go IsValidCIDRForLegacyField (v1.36.3)
pub(super) fn range(errors: &mut Errors, text: &str, kept: &[&str], path: &Path<'_>) {
    if kept.contains(&text) {
        return;
    }
    let detail = match Range::parse(text) {
        None => "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)",
        Some(range) if !range.is_strict => "must not have leading 0s in IP or prefix length",
        Some(range) if range.address.is_mapped() => "must not have an IPv4-mapped IPv6 address",
        Some(range) if range.first().bits != range.address.bits => {
            "must not have bits set beyond the prefix length"
        }
        Some(_) => return,
    };
    errors.invalid(path, Bad::Text(text), detail);
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/ip.go GetWarningsForCIDR (v1.36.3)
pub(super) fn range_warnings(warnings: &mut Vec<String>, text: &str, path: &Path<'_>) {
    let Some(range) = Range::parse(text) else {
        return;
    };
    let first = range.first();
    let network = range.text_from(first);
    let path = path.text();
    let quoted = go_quote(text);
    let mut one = |parts: &[&str]| warnings.push([&path, &parts.concat() as &str].concat());
    let mut said = false;
    if first.bits != range.address.bits {
        let single = [&range.address.text(), "/", &range.bits.to_string()].concat();
        let (network, single) = (go_quote(&network), go_quote(&single));
        one(&[
            ": CIDR value ",
            &quoted,
            " is ambiguous in this context (should be ",
            &network,
            " or ",
            &single,
            "?)",
        ]);
        said = true;
    }
    if !range.is_strict || range.address.is_mapped() {
        let network = go_quote(&network);
        one(&[
            ": non-standard CIDR value ",
            &quoted,
            " is invalid: use ",
            &network,
        ]);
        said = true;
    }
    let canonical = range.text_from(range.address);
    if !said && range.is_v6() && canonical != text {
        let canonical = go_quote(&canonical);
        one(&[
            ": IPv6 CIDR value ",
            &quoted,
            " should be in RFC 5952 canonical format (",
            &canonical,
            ")",
        ]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_written_in_the_usual_way() {
        for (text, canonical, strict) in [
            ("10.0.0.1", "10.0.0.1", true),
            ("010.0.0.1", "10.0.0.1", false),
            ("2001:DB8:0:0:0:0:0:1", "2001:db8::1", true),
            ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1", true),
            ("::", "::", true),
            ("1::", "1::", true),
            ("::1", "::1", true),
            ("1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7:0", true),
            ("00001::", "1::", false),
            ("::ffff:1.2.3.4", "1.2.3.4", true),
            ("64:ff9b::1.2.3.4", "64:ff9b::102:304", true),
        ] {
            let address = Address::parse(text).unwrap();
            assert_eq!(
                (address.text().as_str(), address.is_strict),
                (canonical, strict),
                "{text}"
            );
        }
        for text in [
            "",
            "1.2.3",
            "1.2.3.4.5",
            "256.1.1.1",
            "a",
            "1.2.3.+4",
            ":",
            ":::",
            "1::2::3",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "12345::",
            "1.2.3.4::",
            "fe80::1%eth0",
            "::1:",
        ] {
            assert!(Address::parse(text).is_none(), "{text}");
        }
    }
}
