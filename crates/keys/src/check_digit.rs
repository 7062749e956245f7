//! Damm's check digit.
//!
//! From H. Michael Damm, "Total anti-symmetrische Quasigruppen", 2004: a quasigroup of order 10 that names every
//! one wrong digit and every two neighbours exchanged. Luhn's misses 09 for 90, and a sum modulo 11 needs an
//! eleventh digit.

const TABLE: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// The check digit of some digits, each 0 to 9.
pub(crate) fn check_digit(digits: impl IntoIterator<Item = u8>) -> u8 {
    digits.into_iter().fold(0, |check, digit| {
        let row = TABLE.get(usize::from(check));
        row.and_then(|row| row.get(usize::from(digit)))
            .copied()
            .unwrap_or(0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_damms() {
        assert_eq!(check_digit([5, 7, 2]), 4, "the example of the thesis");
        for a in 0..10 {
            for b in 0..10 {
                assert_eq!(check_digit([a, b, check_digit([a, b])]), 0);
                for c in 0..10 {
                    assert!(b == c || check_digit([a, b]) != check_digit([a, c]));
                    assert!(b == c || check_digit([a, b, c]) != check_digit([a, c, b]));
                }
            }
        }
    }
}
