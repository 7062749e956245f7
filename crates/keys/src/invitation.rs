//! An invitation: the notebook's key for a second device, sealed under a code that is said or shown.
//!
//! The file alone opens nothing, and the code alone is nothing; together they are the notebook. The format is in
//! `docs/formats/sync.md`, "Invitation". Words of a list were rejected for the code: digits can be said in every
//! language and checked group by group.

use durumi_base::NotebookId;
use zeroize::Zeroizing;

use crate::{Cost, CostError, ExchangeKey, MasterKey, Passphrase, Random, SealKey, Sealed};

/// The bytes of an invitation.
pub const INVITATION_BYTES: usize = 512;
/// Groups of a code.
pub const CODE_GROUPS: usize = 6;

const MAGIC: [u8; 8] = *b"drminvt1";
/// With an exchange key.
const MAGIC_2: [u8; 8] = *b"drminvt2";
const HEADER: usize = 52;
const PLAIN: usize = INVITATION_BYTES - HEADER - 32 - 16;
const DIGITS: usize = 4;

/// A code as it is said: six groups of four digits and a check digit each.
pub struct InvitationCode(Zeroizing<String>);

/// What an invitation gives.
pub struct Invited {
    /// The notebook.
    pub notebook: NotebookId,
    /// Its key.
    pub master: MasterKey,
    /// Its exchange key, once it has one.
    pub exchange: Option<ExchangeKey>,
}

/// Why a text is not a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvitationCodeError {
    /// It has not thirty digits.
    #[error("the code has not thirty digits")]
    Length,
    /// A digit of this group, from 1, is wrong, or the group is in another's place.
    #[error("group {0} of the code is wrong")]
    Group(u32),
}

/// Why an invitation does not open.
#[derive(Debug, thiserror::Error)]
pub enum InvitationError {
    /// It is not an invitation, or was damaged.
    #[error("not an invitation")]
    Damaged,
    /// The code belongs to another invitation, or bytes were changed.
    #[error("the code does not open it")]
    WrongCode,
    /// The key derivation.
    #[error(transparent)]
    Cost(#[from] CostError),
}

impl InvitationCode {
    /// A new code.
    pub fn make(random: &dyn Random) -> Self {
        let mut groups = Zeroizing::new(String::with_capacity(CODE_GROUPS * 6));
        for group in 1..=CODE_GROUPS {
            let digits: [u8; DIGITS] = std::array::from_fn(|_| digit(random));
            if group > 1 {
                groups.push(' ');
            }
            for value in digits.into_iter().chain([check(digits, group)]) {
                groups.push(char::from(b'0' + value));
            }
        }
        InvitationCode(groups)
    }

    /// Takes what was typed; only its digits count.
    pub fn parse(typed: &str) -> Result<Self, InvitationCodeError> {
        let digits: Zeroizing<Vec<u8>> = Zeroizing::new(
            typed
                .chars()
                .filter_map(|letter| u8::try_from(letter.to_digit(10)?).ok())
                .collect(),
        );
        if digits.len() != CODE_GROUPS * (DIGITS + 1) {
            return Err(InvitationCodeError::Length);
        }
        let mut groups = Zeroizing::new(String::with_capacity(CODE_GROUPS * 6));
        for (number, group) in (1..).zip(digits.chunks_exact(DIGITS + 1)) {
            let (first, last) = group
                .split_first_chunk::<DIGITS>()
                .ok_or(InvitationCodeError::Length)?;
            if last != [check(*first, number)] {
                return Err(InvitationCodeError::Group(u32::try_from(number).unwrap_or(0)));
            }
            if number > 1 {
                groups.push(' ');
            }
            groups.extend(group.iter().map(|value| char::from(b'0' + value)));
        }
        Ok(InvitationCode(groups))
    }

    /// The code, to be shown once.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The digits without the check digits.
    fn to_secret(&self) -> Passphrase {
        let mut digits = Zeroizing::new(String::with_capacity(CODE_GROUPS * DIGITS));
        for group in self.0.split(' ') {
            digits.extend(group.chars().take(DIGITS));
        }
        Passphrase::new(&digits, Vec::new()).expect("24 digits are no long passphrase")
    }
}

/// Makes an invitation to a notebook.
pub fn make_invitation(
    random: &dyn Random,
    cost: Cost,
    code: &InvitationCode,
    notebook: NotebookId,
    master: &MasterKey,
    exchange: Option<&ExchangeKey>,
) -> Result<Vec<u8>, CostError> {
    let mut salt = [0; 32];
    random.fill(&mut salt);
    let magic = if exchange.is_some() { MAGIC_2 } else { MAGIC };
    let mut bytes = magic.to_vec();
    for number in [cost.memory_kib(), cost.passes(), cost.lanes()] {
        bytes.extend(number.to_le_bytes());
    }
    bytes.extend(salt);
    let mut plain = Zeroizing::new(Vec::with_capacity(PLAIN));
    plain.extend(notebook.as_bytes());
    plain.extend(master.expose());
    if let Some(exchange) = exchange {
        plain.extend(exchange.epoch().to_be_bytes());
        plain.extend(exchange.expose().iter());
    }
    plain.push(0x80);
    plain.resize(PLAIN, 0);
    let key = key(cost, code, &salt, purpose(magic))?;
    let sealed = key.seal(random, &bytes, &plain);
    bytes.extend(sealed.as_bytes());
    Ok(bytes)
}

/// Opens an invitation.
pub fn open_invitation(bytes: &[u8], code: &InvitationCode) -> Result<Invited, InvitationError> {
    let (header, sealed) = bytes.split_at_checked(HEADER).ok_or(InvitationError::Damaged)?;
    let (magic, rest) = header.split_first_chunk::<8>().ok_or(InvitationError::Damaged)?;
    if bytes.len() != INVITATION_BYTES || ![MAGIC, MAGIC_2].contains(magic) {
        return Err(InvitationError::Damaged);
    }
    let number = |at: usize| {
        let four = rest.get(at..at + 4).and_then(|four| four.try_into().ok());
        four.map_or(0, u32::from_le_bytes)
    };
    let cost = Cost::new(number(0), number(4), number(8)).ok_or(InvitationError::Damaged)?;
    let salt = rest.last_chunk::<32>().ok_or(InvitationError::Damaged)?;
    let opened = key(cost, code, salt, purpose(*magic))?.open(header, &Sealed::from_bytes(sealed.to_vec()));
    let plain = opened.map_err(|_| InvitationError::WrongCode)?;
    let (notebook, rest) = plain.split_first_chunk().ok_or(InvitationError::Damaged)?;
    let (master, rest) = rest.split_first_chunk().ok_or(InvitationError::Damaged)?;
    let exchange = if *magic == MAGIC_2 {
        let (epoch, rest) = rest.split_first_chunk().ok_or(InvitationError::Damaged)?;
        let secret = rest.first_chunk().ok_or(InvitationError::Damaged)?;
        Some(ExchangeKey::from_slice(u32::from_be_bytes(*epoch), secret))
    } else {
        None
    };
    Ok(Invited {
        notebook: NotebookId::from_bytes(*notebook),
        master: MasterKey::from_slice(master),
        exchange,
    })
}

fn purpose(magic: [u8; 8]) -> &'static [u8] {
    if magic == MAGIC_2 {
        b"durumi/invitation/v2"
    } else {
        b"durumi/invitation/v1"
    }
}

fn key(cost: Cost, code: &InvitationCode, salt: &[u8; 32], purpose: &[u8]) -> Result<SealKey, CostError> {
    let root = cost.derive_root(code.to_secret().expose(), salt)?;
    Ok(SealKey::new(root.derive(&[], &[purpose])))
}

/// A digit, each as likely as the others.
fn digit(random: &dyn Random) -> u8 {
    loop {
        let mut byte = [0];
        random.fill(&mut byte);
        let [byte] = byte;
        if byte < 250 {
            return byte % 10;
        }
    }
}

fn check(digits: [u8; DIGITS], group: usize) -> u8 {
    let weighted = digits
        .iter()
        .zip([3, 7, 9, 1])
        .map(|(digit, weight)| u32::from(*digit) * weight);
    let sum = weighted.sum::<u32>() + u32::try_from(group).unwrap_or(0);
    u8::try_from(sum % 10).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemRandom;

    #[test]
    fn an_invitation_opens_with_its_code_only() {
        let master = MasterKey::make(&SystemRandom);
        let [code, other] = [0; 2].map(|_| InvitationCode::make(&SystemRandom));
        let id = NotebookId::from_bytes([5; 16]);
        let mut bytes = make_invitation(&SystemRandom, Cost::FLOOR, &code, id, &master, None).unwrap();
        assert_eq!(bytes.len(), INVITATION_BYTES);
        let invited = open_invitation(&bytes, &code).unwrap();
        assert_eq!((invited.notebook, invited.master.expose()), (id, master.expose()));
        assert!(invited.exchange.is_none());
        let key = ExchangeKey::make(&SystemRandom, 3);
        let with = make_invitation(&SystemRandom, Cost::FLOOR, &code, id, &master, Some(&key)).unwrap();
        assert_eq!(with.len(), INVITATION_BYTES);
        let invited = open_invitation(&with, &code).unwrap();
        let exchange = invited.exchange.unwrap();
        assert_eq!((exchange.epoch(), exchange.expose()), (3, key.expose()));
        assert_eq!(invited.master.expose(), master.expose());
        assert!(matches!(
            open_invitation(&bytes, &other),
            Err(InvitationError::WrongCode)
        ));
        bytes[300] ^= 1;
        assert!(matches!(
            open_invitation(&bytes, &code),
            Err(InvitationError::WrongCode)
        ));
        bytes[11] ^= 0xff;
        assert!(matches!(
            open_invitation(&bytes, &code),
            Err(InvitationError::Damaged)
        ));
        assert!(matches!(
            open_invitation(&bytes[..9], &code),
            Err(InvitationError::Damaged)
        ));
    }

    #[test]
    fn a_slip_is_named_with_its_group() {
        let code = InvitationCode::make(&SystemRandom);
        let groups: Vec<_> = code.expose().split(' ').collect();
        assert_eq!(groups.len(), CODE_GROUPS);
        assert!(InvitationCode::parse(&code.expose().replace(' ', "-")).is_ok());
        assert_eq!(
            InvitationCode::parse("1234").err(),
            Some(InvitationCodeError::Length)
        );
        for (place, group) in groups.iter().enumerate() {
            for at in 0..5 {
                let mut wrong = group.as_bytes().to_vec();
                wrong[at] = b'0' + (wrong[at] - b'0' + 1) % 10;
                let mut all: Vec<_> = groups.iter().map(|group| group.as_bytes().to_vec()).collect();
                all[place] = wrong;
                let typed = String::from_utf8(all.join(&b' ')).unwrap();
                assert_eq!(
                    InvitationCode::parse(&typed).err(),
                    Some(InvitationCodeError::Group(u32::try_from(place).unwrap() + 1))
                );
            }
        }
    }
}
