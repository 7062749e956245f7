//! Formats 1 and 2 of an invitation.

use durumi_base::NotebookId;
use durumi_keys::{Cost, ExchangeKey, InvitationCode, make_invitation, open_invitation};
use durumi_testkit::CountingRandom;

use crate::{golden, keys};

const CODE: &str = "12345 23456 34567 45678 56789 67890";

/// The code with the check digits that it must have.
fn code() -> InvitationCode {
    let groups: Vec<_> = (1..)
        .zip(CODE.split(' '))
        .map(|(group, digits)| checked(digits, group))
        .collect();
    InvitationCode::parse(&groups.join(" ")).unwrap()
}

fn checked(group: &str, number: u32) -> String {
    let digits: String = group.chars().take(4).collect();
    let weighted = digits
        .chars()
        .zip([3, 7, 9, 1])
        .map(|(digit, weight)| digit.to_digit(10).unwrap() * weight);
    format!("{digits}{}", (weighted.sum::<u32>() + number) % 10)
}

fn exchange() -> ExchangeKey {
    ExchangeKey::from_slice(7, &[0x5a; 32])
}

fn made(exchange: Option<&ExchangeKey>) -> Vec<u8> {
    let (random, id) = (CountingRandom::new(11), NotebookId::from_bytes([3; 16]));
    make_invitation(
        &random,
        Cost::FLOOR,
        &code(),
        id,
        &keys::first_grant().master,
        exchange,
    )
    .unwrap()
}

#[test]
fn the_first_invitation_is_made_and_opened_today_as_it_was() {
    let first = golden("invitation-1");
    assert_eq!(made(None), first);
    let invited = open_invitation(&first, &code()).unwrap();
    assert_eq!(invited.notebook, NotebookId::from_bytes([3; 16]));
    assert!(invited.exchange.is_none());
}

#[test]
fn the_first_invitation_with_an_exchange_key_is_made_and_opened_today_as_it_was() {
    let first = golden("invitation-2");
    assert_eq!(made(Some(&exchange())), first);
    let key = open_invitation(&first, &code()).unwrap().exchange.unwrap();
    assert_eq!((key.epoch(), key.expose().as_slice()), (7, [0x5a; 32].as_slice()));
}
