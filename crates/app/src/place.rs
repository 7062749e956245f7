//! Reading places.

use durumi_api::{Failure, Place, PlaceCard, PlaceList, PlaceShow};

use crate::App;

impl App {
    /// All places, as cards.
    pub fn place_list(&self, request: PlaceList) -> Result<Vec<PlaceCard>, Failure> {
        self.read_library(|library| library.places(request.language))
    }

    /// One place.
    pub fn place_show(&self, request: PlaceShow) -> Result<Place, Failure> {
        self.read_library(|library| library.place(&request.id, request.language))?
            .ok_or(Failure::NotFound)
    }
}
