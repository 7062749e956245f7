//! Sixteen bytes as groups of five digits that can be said over a telephone: four digits and a check digit.
//!
//! The check digit is over the group's place too, and over whatever the groups belong to, so that a group in the
//! wrong place or from another paper is named. See "Recovery code" in `docs/formats/keys.md`.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::check_digit::check_digit;

/// How many groups sixteen bytes are.
pub(crate) const GROUPS: usize = 10;
const DIGITS: usize = 4;

/// A number of sixteen bytes in decimal: always forty digits.
pub(crate) fn to_digits(bytes: &[u8; 16]) -> Zeroizing<Vec<u8>> {
    let mut digits = Zeroizing::new(vec![0; GROUPS * DIGITS]);
    let mut rest = Zeroizing::new(u128::from_be_bytes(*bytes));
    for digit in digits.iter_mut().rev() {
        *digit = u8::try_from(*rest % 10).expect("a remainder of ten");
        *rest /= 10;
    }
    digits
}

/// The bytes of forty digits; `None` when the number is too large for them.
pub(crate) fn from_digits(digits: &[u8]) -> Option<Zeroizing<[u8; 16]>> {
    let mut number = Zeroizing::new(0_u128);
    for digit in digits {
        *number = number.checked_mul(10)?.checked_add(u128::from(*digit))?;
    }
    Some(Zeroizing::new(number.to_be_bytes()))
}

/// Four digits with their check digit, as text.
pub(crate) fn group(place: u8, owner: &[u8], digits: &[u8]) -> Zeroizing<String> {
    let check = check_of(place, owner, digits);
    let mut text = Zeroizing::new(String::with_capacity(DIGITS + 1));
    text.extend(
        digits
            .iter()
            .chain([&check])
            .map(|digit| char::from(b'0' + digit)),
    );
    text
}

/// The four digits of a group when its check digit is right.
pub(crate) fn checked<'a>(place: u8, owner: &[u8], group: &'a [u8]) -> Option<&'a [u8]> {
    let (check, digits) = group.split_last()?;
    (digits.len() == DIGITS && check_of(place, owner, digits) == *check).then_some(digits)
}

fn check_of(place: u8, owner: &[u8], digits: &[u8]) -> u8 {
    let place = [place / 10, place % 10];
    check_digit(place.iter().chain(owner).chain(digits).copied())
}

/// Cuts what was typed into groups: where it was cut by the person when that gives `count` of them, else every
/// five digits. `None` when neither does.
pub(crate) fn cut(typed: &str, count: usize) -> Option<Vec<Zeroizing<Vec<u8>>>> {
    let plain = Zeroizing::new(typed.nfkc().collect::<String>());
    let digits_of = |piece: &str| -> Zeroizing<Vec<u8>> {
        let digits = piece.chars().filter_map(|c| c.to_digit(10));
        Zeroizing::new(digits.filter_map(|digit| u8::try_from(digit).ok()).collect())
    };
    let pieces: Vec<_> = plain
        .split(|c: char| !c.is_ascii_digit())
        .filter(|piece| !piece.is_empty())
        .map(digits_of)
        .collect();
    if pieces.len() == count {
        return Some(pieces);
    }
    let all = digits_of(&plain);
    (all.len() == count * (DIGITS + 1)).then(|| {
        let groups = all.chunks(DIGITS + 1);
        groups.map(|group| Zeroizing::new(group.to_vec())).collect()
    })
}
