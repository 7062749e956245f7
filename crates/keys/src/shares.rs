//! A secret shared among five people, any three of whom give it back. See "Shares" in `docs/formats/keys.md`.
//!
//! Shamir's scheme by the crate `blahaj`. Two shares tell nothing. A share says which set it is of and whose it
//! is, so that mixing sets is named rather than ending in a code that does not open.

use std::convert::Infallible;

use blahaj::Sharks;
use rand_core::{TryCryptoRng, TryRng};
use zeroize::{Zeroize, Zeroizing};

use crate::{
    CodeError, Random, RecoveryCode,
    groups::{GROUPS, checked, cut, group},
    recovery_code::{TYPED_BYTES, parse_groups, show_groups},
};

/// How many people get a share.
pub const PEOPLE: u8 = 5;
/// How many of them are needed.
pub const NEEDED: u8 = 3;
/// The place of the group that says set and person.
const HEAD: u8 = 10;

/// What one person keeps.
pub struct Share {
    /// The set, three digits.
    set: [u8; 3],
    person: u8,
    bytes: Zeroizing<[u8; 16]>,
}

/// Why shares give no secret back.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum SharesError {
    /// They are not all of one set.
    #[error("the shares are of different sets")]
    Mixed,
    /// There are fewer than three people's.
    #[error("there are not enough different shares")]
    TooFew,
}

impl Share {
    /// Makes a secret and shares it.
    pub fn make_all(random: &dyn Random) -> (RecoveryCode, Vec<Share>) {
        let secret = RecoveryCode::make(random);
        let set = random_set(random);
        let people = Sharks(NEEDED)
            .dealer_rng(secret.expose(), &mut Source(random))
            .take(usize::from(PEOPLE))
            .map(|share| {
                let mut all = Vec::from(&share);
                let mut bytes = Zeroizing::new([0; 16]);
                bytes
                    .iter_mut()
                    .zip(all.iter().skip(1))
                    .for_each(|(to, from)| *to = *from);
                let person = all.first().copied().unwrap_or(0);
                all.zeroize();
                Share { set, person, bytes }
            })
            .collect();
        (secret, people)
    }

    /// Takes what was typed.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        if typed.len() > TYPED_BYTES {
            return Err(CodeError::Length);
        }
        let groups = cut(typed, GROUPS + 1).ok_or(CodeError::Length)?;
        let (head, rest) = groups.split_first().ok_or(CodeError::Length)?;
        let mistyped_head = || CodeError::Mistyped(vec![1]);
        let head = checked(HEAD, &[], head).ok_or_else(mistyped_head)?;
        let &[a, b, c, person] = head else {
            return Err(mistyped_head());
        };
        if !(1..=PEOPLE).contains(&person) {
            return Err(mistyped_head());
        }
        let bytes = parse_groups(rest, head).map_err(|error| match error {
            CodeError::Mistyped(places) => {
                CodeError::Mistyped(places.iter().map(|place| place + 1).collect())
            }
            CodeError::Length => error,
        })?;
        Ok(Share {
            set: [a, b, c],
            person,
            bytes,
        })
    }

    /// Eleven groups of five digits, to be shown.
    pub fn groups(&self) -> Vec<Zeroizing<String>> {
        let [a, b, c] = self.set;
        let owner = [a, b, c, self.person];
        let mut groups = vec![group(HEAD, &[], &owner)];
        groups.extend(show_groups(&self.bytes, &owner));
        groups
    }

    /// Whose it is, 1 to 5.
    pub fn person(&self) -> u8 {
        self.person
    }

    /// Gives the secret back from three different people's shares or more. Whether it is the right one shows
    /// when it opens.
    pub fn combine(shares: &[Share]) -> Result<RecoveryCode, SharesError> {
        let first = shares.first().ok_or(SharesError::TooFew)?;
        if shares.iter().any(|share| share.set != first.set) {
            return Err(SharesError::Mixed);
        }
        let mut people: Vec<&Share> = shares.iter().collect();
        people.sort_by_key(|share| share.person);
        people.dedup_by_key(|share| share.person);
        people.truncate(usize::from(NEEDED));
        let points: Vec<blahaj::Share> = people
            .iter()
            .filter_map(|share| {
                let mut point = Zeroizing::new(vec![share.person]);
                point.extend_from_slice(share.bytes.as_slice());
                blahaj::Share::try_from(point.as_slice()).ok()
            })
            .collect();
        let scheme = Sharks(NEEDED);
        let secret = scheme.recover(&points).map(Zeroizing::new);
        let secret = secret.map_err(|_| SharesError::TooFew)?;
        let secret = secret.first_chunk::<16>().ok_or(SharesError::TooFew)?;
        Ok(RecoveryCode::from_bytes(Zeroizing::new(*secret)))
    }
}

/// Three random digits. The bias of a remainder of 65,536 is no matter for a label.
fn random_set(random: &dyn Random) -> [u8; 3] {
    let mut bytes = [0; 2];
    random.fill(&mut bytes);
    let number = u16::from_le_bytes(bytes) % 1000;
    [number / 100, number / 10 % 10, number % 10].map(|digit| u8::try_from(digit).expect("a digit"))
}

/// Our randomness, as the crate wants it.
struct Source<'a>(&'a dyn Random);

impl TryRng for Source<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(out);
        Ok(())
    }
}

impl TryCryptoRng for Source<'_> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemRandom;

    fn texts(shares: &[Share]) -> Vec<String> {
        let text = |share: &Share| {
            share
                .groups()
                .iter()
                .map(|group| group.to_string())
                .collect::<Vec<_>>()
        };
        shares.iter().map(|share| text(share).join(" ")).collect()
    }

    fn combined(texts: &[&String]) -> Result<RecoveryCode, SharesError> {
        let shares: Vec<Share> = texts.iter().map(|text| Share::parse(text).unwrap()).collect();
        Share::combine(&shares)
    }

    #[test]
    fn any_three_of_the_five_give_the_secret_back_and_two_do_not() {
        for _ in 0..20 {
            let (secret, shares) = Share::make_all(&SystemRandom);
            let all = texts(&shares);
            assert_eq!(
                shares.iter().map(Share::person).collect::<Vec<_>>(),
                [1, 2, 3, 4, 5]
            );
            for a in 0..5 {
                for b in 0..5 {
                    for c in 0..5 {
                        let distinct = a != b && b != c && a != c;
                        let found = combined(&[&all[a], &all[b], &all[c]]);
                        assert_eq!(found.is_ok(), distinct);
                        assert!(found.map_or(true, |found| found.is_same(&secret)));
                    }
                }
            }
            assert!(
                combined(&all.iter().collect::<Vec<_>>())
                    .unwrap()
                    .is_same(&secret)
            );
            assert_eq!(combined(&[]).err(), Some(SharesError::TooFew));
        }
    }

    #[test]
    fn shares_of_two_sets_are_told_apart() {
        let (_, first) = Share::make_all(&SystemRandom);
        let (_, mut second) = Share::make_all(&SystemRandom);
        second
            .iter_mut()
            .for_each(|share| share.set[0] = (first[0].set[0] + 1) % 10);
        let (first, second) = (texts(&first), texts(&second));
        assert_eq!(
            combined(&[&first[0], &first[1], &second[2]]).err(),
            Some(SharesError::Mixed)
        );
    }

    #[test]
    fn a_group_that_is_wrong_or_of_another_person_is_named() {
        let (_, shares) = Share::make_all(&SystemRandom);
        let all = texts(&shares);
        let groups = |text: &String| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let mistyped = |groups: &[String]| match Share::parse(&groups.join(" ")) {
            Err(CodeError::Mistyped(places)) => places,
            _ => Vec::new(),
        };
        for place in 0..11 {
            let named = u8::try_from(place).unwrap() + 1;
            let mut wrong = groups(&all[0]);
            let last = wrong[place].pop().unwrap();
            wrong[place].push(if last == '9' { '0' } else { '9' });
            assert_eq!(mistyped(&wrong), [named]);
            if place > 0 {
                let mut foreign = groups(&all[0]);
                foreign[place] = groups(&all[1])[place].clone();
                // By chance the two may have the same four digits; then the check digit tells them apart still.
                assert_eq!(mistyped(&foreign), [named]);
            }
        }
        assert_eq!(Share::parse("12345").err(), Some(CodeError::Length));
    }
}
