//! Reading places.

use durumi_api::{Failure, Place, PlaceCard, PlaceList, PlaceShow};

use crate::{App, failure::library_failure};

impl App {
    /// All places, as cards.
    pub fn place_list(&self, request: PlaceList) -> Result<Vec<PlaceCard>, Failure> {
        self.state()
            .library()?
            .places(request.language)
            .map_err(library_failure)
    }

    /// One place.
    pub fn place_show(&self, request: PlaceShow) -> Result<Place, Failure> {
        self.state()
            .library()?
            .place(&request.id, request.language)
            .map_err(library_failure)?
            .ok_or(Failure::NotFound)
    }
}
