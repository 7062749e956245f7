//! Reading places.

use durumi_api::{Place, PlaceCard, PlaceContact, PlaceName};
use durumi_base::Language;
use durumi_packs::content::{self, Contact, ContactKind, Texts};

use crate::{
    Library, LibraryError, contacts,
    index::{CONTACT, PLACE},
    records::pick,
};

impl Library {
    /// Every place as a card, in the packs' order.
    pub fn places(&self, language: Language) -> Result<Vec<PlaceCard>, LibraryError> {
        let contacts: Vec<Contact> = self.items(CONTACT)?;
        let places: Vec<content::Place> = self.items(PLACE)?;
        Ok(places
            .into_iter()
            .map(|place| PlaceCard {
                id: place.id.to_string(),
                name: pick(&place.name, language),
                has_office: contacts
                    .iter()
                    .any(|contact| helps(contact) && is_in(contact, &place)),
                names: names(place.name),
                country: place.country,
            })
            .collect())
    }

    /// One place, with the contacts that it leads to.
    pub fn place(&self, id: &str, language: Language) -> Result<Option<Place>, LibraryError> {
        let places: Vec<content::Place> = self.items(PLACE)?;
        let Some(place) = places.into_iter().find(|place| place.id.as_str() == id) else {
            return Ok(None);
        };
        let contacts: Vec<Contact> = self.items(CONTACT)?;
        // Another pack may have put something else under an id: what is to be avoided is never led to.
        let led_to = place.contacts.iter().filter_map(|id| {
            let contact = contacts.iter().find(|contact| contact.id == *id)?;
            helps(contact).then(|| PlaceContact {
                id: id.to_string(),
                name: pick(&contact.name, language),
                kind: contacts::kind(contact.kind),
                status: contacts::status(contact.status),
                here: is_in(contact, &place),
            })
        });
        Ok(Some(Place {
            contacts: led_to.collect(),
            id: place.id.to_string(),
            name: pick(&place.name, language),
            line: pick(&place.line, language),
            warning: pick(&place.warning, language),
            as_of: place.as_of,
            names: names(place.name),
            country: place.country,
        }))
    }
}

fn helps(contact: &Contact) -> bool {
    contact.kind != ContactKind::Avoid
}

fn is_in(contact: &Contact, place: &content::Place) -> bool {
    contact.city == place.id.as_str()
}

fn names(name: Texts) -> Vec<PlaceName> {
    name.into_iter()
        .map(|(language, name)| PlaceName { language, name })
        .collect()
}
