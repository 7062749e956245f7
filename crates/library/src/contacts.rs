//! Reading contacts.

use durumi_api::{Contact, ContactKind, ContactStatus, Phone};
use durumi_base::{Date, Language};
use durumi_packs::content::{self, Texts};

use crate::{Library, LibraryError, index::CONTACT, library};

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

    /// All items of a kind that are kept whole.
    pub(crate) fn items<T: serde::de::DeserializeOwned>(&self, kind: i64) -> Result<Vec<T>, LibraryError> {
        let mut statement = self.db.conn().prepare_cached(
            "SELECT record.content FROM item JOIN record ON record.item = item.row JOIN pack ON pack.row = item.pack
             WHERE item.kind = ?1 AND NOT item.shadowed ORDER BY pack.origin, pack.row, item.place",
        )?;
        let mut items = Vec::new();
        let mut rows = statement.query([kind])?;
        while let Some(row) = rows.next()? {
            items.push(serde_json::from_str(library::text(row, 0)?)?);
        }
        Ok(items)
    }
}

/// A text in a language, or in the first there is.
fn pick(texts: &Texts, language: Language) -> String {
    texts
        .get(&language)
        .or_else(|| texts.values().next())
        .cloned()
        .unwrap_or_default()
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
        kind: match contact.kind {
            content::ContactKind::Un => ContactKind::Un,
            content::ContactKind::State => ContactKind::State,
            content::ContactKind::Mission => ContactKind::Mission,
            content::ContactKind::Ngo => ContactKind::Ngo,
            content::ContactKind::Emergency => ContactKind::Emergency,
            content::ContactKind::Avoid => ContactKind::Avoid,
        },
        country: contact.country,
        status: match contact.status {
            content::ContactStatus::Open => ContactStatus::Open,
            content::ContactStatus::Closed => ContactStatus::Closed,
            content::ContactStatus::Unknown => ContactStatus::Unknown,
        },
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
