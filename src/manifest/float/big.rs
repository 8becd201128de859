//! Whole numbers without an end, as far as rounding needs them.

use std::cmp::Ordering;

/// A whole number of any size; the least limb first, the last one not zero.
#[derive(Clone, Debug)]
pub(super) struct Big(Vec<u32>);

impl Big {
    pub(super) fn from(number: u64) -> Self {
        let mut big = Self(vec![low(number), low(number >> 32)]);
        big.trim();
        big
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    pub(super) fn multiply(&mut self, by: u32) {
        let mut carry = 0;
        for limb in &mut self.0 {
            let product = u64::from(*limb) * u64::from(by) + carry;
            *limb = low(product);
            carry = product >> 32;
        }
        if carry > 0 {
            self.0.push(low(carry));
        }
    }

    pub(super) fn add(&mut self, digit: u8) {
        let mut carry = u64::from(digit);
        for limb in &mut self.0 {
            let sum = u64::from(*limb) + carry;
            *limb = low(sum);
            carry = sum >> 32;
        }
        if carry > 0 {
            self.0.push(low(carry));
        }
    }

    pub(super) fn bits(&self) -> i32 {
        let last = self
            .0
            .last()
            .map_or(0, |limb| limb.ilog2().cast_signed() + 1);
        (size(&self.0) - 1).max(0) * 32 + last
    }

    pub(super) fn shift(&mut self, left: u32) {
        self.multiply(1 << (left % 32));
        let limbs = (left / 32) as usize;
        self.0.splice(0..0, std::iter::repeat_n(0, limbs));
        self.trim();
    }

    fn halve(&mut self) {
        let mut carry = 0;
        for limb in self.0.iter_mut().rev() {
            let next = *limb << 31;
            *limb = *limb >> 1 | carry;
            carry = next;
        }
        self.trim();
    }

    fn compare(&self, other: &Self) -> Ordering {
        let size = self.0.len().cmp(&other.0.len());
        size.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    /// Takes away what is not more.
    fn subtract(&mut self, other: &Self) {
        let mut borrow = 0;
        for (place, limb) in self.0.iter_mut().enumerate() {
            let less = u64::from(other.0.get(place).copied().unwrap_or(0)) + borrow;
            let from = u64::from(*limb) + (1 << 32);
            *limb = low(from - less);
            borrow = u64::from(from - less < 1 << 32);
        }
        self.trim();
    }

    /// The quotient, which fits, and how the rest compares with half of the divisor.
    pub(super) fn divide(mut self, mut by: Self) -> (u64, Ordering) {
        let steps = (self.bits() - by.bits()).max(0).unsigned_abs();
        by.shift(steps);
        let mut quotient = 0;
        for step in 0..=steps {
            if step > 0 {
                by.halve();
            }
            quotient <<= 1;
            if self.compare(&by) != Ordering::Less {
                self.subtract(&by);
                quotient |= 1;
            }
        }
        self.multiply(2);
        (quotient, self.compare(&by))
    }

    /// From 0 to 9, the greatest first.
    pub(super) fn digits(mut self) -> Vec<u8> {
        let mut digits = Vec::new();
        while !self.0.is_empty() {
            let mut rest = 0;
            for limb in self.0.iter_mut().rev() {
                let number = rest << 32 | u64::from(*limb);
                *limb = low(number / 10);
                rest = number % 10;
            }
            digits.extend(u8::try_from(rest));
            self.trim();
        }
        digits.reverse();
        digits
    }
}

/// Lists here are a thousand long at most.
pub(super) fn size<T>(list: &[T]) -> i32 {
    i32::try_from(list.len()).unwrap_or(i32::MAX)
}

/// The low half.
#[expect(clippy::cast_possible_truncation, reason = "that is what is asked for")]
fn low(number: u64) -> u32 {
    number as u32
}
