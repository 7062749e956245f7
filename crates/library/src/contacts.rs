//! Reading contacts.

use durumi_api::{Contact, ContactKind, ContactStatus, Phone};
use durumi_base::{Date, Language};
use durumi_packs::content;

use crate::{Library, LibraryError, index::CONTACT, records::pick};

impl Library {
    /// Every contact, in the packs' order. What has not been checked for too long is hidden, the
    /// contact is not.
    pub fn contacts(&self, language: Language, today: Date) -> Result<Vec<Contact>, LibraryError> {
        let contacts: Vec<content::Contact> = self.items(CONTACT)?;
        Ok(contacts
            .into_iter()
            .map(|contact| view(contact, language, today))
            .collect())
    }
}

/// What a contact is, as the contract says it.
pub(crate) fn status(status: content::ContactStatus) -> ContactStatus {
    match status {
        content::ContactStatus::Open => ContactStatus::Open,
        content::ContactStatus::Closed => ContactStatus::Closed,
        content::ContactStatus::Unknown => ContactStatus::Unknown,
    }
}

pub(crate) fn kind(kind: content::ContactKind) -> ContactKind {
    match kind {
        content::ContactKind::Un => ContactKind::Un,
        content::ContactKind::State => ContactKind::State,
        content::ContactKind::Mission => ContactKind::Mission,
        content::ContactKind::Ngo => ContactKind::Ngo,
        content::ContactKind::Emergency => ContactKind::Emergency,
        content::ContactKind::Avoid => ContactKind::Avoid,
    }
}

fn view(contact: content::Contact, language: Language, today: Date) -> Contact {
    let phones: Vec<Phone> = contact
        .phones
        .iter()
        .filter(|phone| today <= phone.expires_on)
        .map(|phone| Phone {
            number: phone.number.clone(),
            verified_on: phone.verified_on,
        })
        .collect();
    let address_is_sure = contact.address_expires_on.is_none_or(|day| today <= day);
    Contact {
        id: contact.id.to_string(),
        name: pick(&contact.name, language),
        kind: kind(contact.kind),
        country: contact.country,
        status: status(contact.status),
        as_of: contact.as_of,
        serves: pick(&contact.serves, language),
        risk: pick(&contact.risk, language),
        something_expired: phones.len() < contact.phones.len()
            || (!address_is_sure && !contact.address.is_empty()),
        address: if address_is_sure {
            contact.address
        } else {
            String::new()
        },
        phones,
        languages: contact.languages,
    }
}
