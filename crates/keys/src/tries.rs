//! Wrong tries: how many, how long to wait, and whether to erase. See "Tries" in `docs/formats/keys.md`.
//!
//! They stand in the header and nothing authenticates them, because they change while the notebook is locked.
//! They slow down somebody at the keyboard, and nobody who has the file.

/// How many bytes of the header they take.
pub(crate) const TRIES: usize = 11;

/// What the header says of tries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tries {
    /// Wrong ones since the last right one.
    pub wrong: u16,
    /// When the last one began, in seconds since 1970; 0 for never.
    pub last_s: u64,
    /// After how many wrong ones everything is erased.
    pub erase_after: Option<EraseAfter>,
}

/// After how many wrong tries everything is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EraseAfter(u8);

/// Whether the next try may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Now.
    Over,
    /// Not before so many seconds have gone by.
    Seconds(u64),
    /// The clock was set back, so the wait of so many seconds begins again now.
    Again(u64),
}

impl EraseAfter {
    /// A number of tries that a person may ask for, 5 to 100.
    pub fn new(tries: u8) -> Option<Self> {
        (5..=100).contains(&tries).then_some(EraseAfter(tries))
    }

    /// The number.
    pub fn tries(self) -> u8 {
        self.0
    }
}

impl Tries {
    /// What stands between now and the next try.
    pub fn wait(self, now_s: u64) -> Wait {
        let whole = delay_s(self.wrong);
        match now_s.checked_sub(self.last_s) {
            None if whole > 0 => Wait::Again(whole),
            Some(gone) if gone < whole => Wait::Seconds(whole - gone),
            _ => Wait::Over,
        }
    }

    /// With one more try, which begins now and counts as wrong until it has proved right.
    #[must_use]
    pub fn begun(self, now_s: u64) -> Self {
        Tries {
            wrong: self.wrong.saturating_add(1),
            last_s: now_s,
            ..self
        }
    }

    /// Whether so many were wrong that everything is to be erased.
    pub fn erases(self) -> bool {
        self.erase_after
            .is_some_and(|after| self.wrong >= u16::from(after.0))
    }

    pub(crate) fn to_bytes(self) -> [u8; TRIES] {
        let last = self.last_s.min(LATEST_S).to_le_bytes();
        let erase_after = [self.erase_after.map_or(0, EraseAfter::tries)];
        let wrong = self.wrong.to_le_bytes();
        let mut bytes = wrong.iter().chain(last.iter().take(5)).chain(&erase_after);
        std::array::from_fn(|_| bytes.next().copied().unwrap_or(0))
    }

    /// `None` for a value out of its range.
    pub(crate) fn parse(bytes: [u8; TRIES]) -> Option<Self> {
        let [w0, w1, l0, l1, l2, l3, l4, erase_after, 0, 0, 0] = bytes else {
            return None;
        };
        Some(Tries {
            wrong: u16::from_le_bytes([w0, w1]),
            last_s: u64::from_le_bytes([l0, l1, l2, l3, l4, 0, 0, 0]),
            erase_after: match erase_after {
                0 => None,
                tries => Some(EraseAfter::new(tries)?),
            },
        })
    }
}

/// How long to wait after so many wrong tries, in seconds.
fn delay_s(wrong: u16) -> u64 {
    match wrong {
        0..=2 => 0,
        3 => 5,
        4 => 15,
        5 => 30,
        6 => 60,
        7 => 120,
        _ => 300,
    }
}

/// Five bytes of seconds: the year 36812.
const LATEST_S: u64 = (1 << 40) - 1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_after_the_third_wrong_try_and_ends_at_five_minutes() {
        let mut tries = Tries::default();
        let mut waits = Vec::new();
        for _ in 0..10 {
            tries = tries.begun(1000);
            waits.push(match tries.wait(1000) {
                Wait::Over => 0,
                Wait::Seconds(left) | Wait::Again(left) => left,
            });
        }
        assert_eq!(waits, [0, 0, 5, 15, 30, 60, 120, 300, 300, 300]);
        assert_eq!(tries.wait(1299), Wait::Seconds(1));
        assert_eq!(tries.wait(1300), Wait::Over);
    }

    #[test]
    fn a_clock_that_was_set_back_keeps_nobody_out_for_years() {
        let tries = Tries {
            wrong: 4,
            last_s: 2_000_000_000,
            erase_after: None,
        };
        assert_eq!(tries.wait(1_000_000_000), Wait::Again(15));
        assert_eq!(Tries { wrong: 1, ..tries }.wait(1_000_000_000), Wait::Over);
    }

    #[test]
    fn erasing_is_off_until_somebody_asks_for_it() {
        assert!(
            !Tries {
                wrong: u16::MAX,
                ..Tries::default()
            }
            .erases()
        );
        let asked = Tries {
            wrong: 9,
            last_s: 0,
            erase_after: EraseAfter::new(10),
        };
        assert!(!asked.erases() && asked.begun(1).erases());
        assert_eq!([0, 4, 101, 255].map(EraseAfter::new), [None; 4]);
    }

    #[test]
    fn the_bytes_give_back_what_was_written_and_nothing_out_of_range() {
        let tries = Tries {
            wrong: 300,
            last_s: 1_795_521_600,
            erase_after: EraseAfter::new(20),
        };
        assert_eq!(Tries::parse(tries.to_bytes()), Some(tries));
        assert_eq!(Tries::parse([0; TRIES]), Some(Tries::default()));
        for (at, value) in [(7, 3), (7, 101), (8, 1), (10, 1)] {
            let mut bytes = tries.to_bytes();
            bytes[at] = value;
            assert_eq!(Tries::parse(bytes), None, "byte {at}");
        }
    }
}
