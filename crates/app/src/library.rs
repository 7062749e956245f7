//! Reading the library, and installing packs.
//!
//! Promise: a library that turns out to be damaged is made again by the command that noticed, so that the
//! next one can read. Checking all of it at every start was rejected: that takes a third of a second for
//! each 20 MB, at the moment when somebody waits.

use durumi_api::{
    AboutPack, Article, ArticleCard, Contact, Failure, LibraryAbout, LibraryArticle, LibraryArticles,
    LibraryContacts, LibraryPhrases, Phrase,
};
use durumi_base::Date;
use durumi_keys::{Cost, KeyFile, ShelfAccess, ShelfKey};
use durumi_library::{Library, LibraryError};
use durumi_packs::{Pack, Verified};

use crate::{
    App,
    failure::library_failure,
    shelf::{OpenShelf, make_file},
    state::State,
};

const DAY_MS: i64 = 86_400_000;

impl App {
    /// Which pack the library holds.
    pub fn library_about(&self, request: LibraryAbout) -> Result<AboutPack, Failure> {
        let about = self.read_library(|library| {
            let Some(about) = library.about(request.language)? else {
                return Ok(None);
            };
            let confirmed = library.confirmed()?;
            let now = self.clock.now_ms().max(library.newest_signed_ms()?);
            let days = confirmed
                .filter(|confirmed| !confirmed.is_fresh(now))
                .map_or(0, |confirmed| now.saturating_sub(confirmed.at_ms) / DAY_MS);
            Ok(Some(AboutPack {
                confirmed_on: confirmed.map(|confirmed| Date::from_unix_ms(confirmed.at_ms)),
                days_old: u32::try_from(days).unwrap_or(u32::MAX),
                ..about
            }))
        })?;
        about.ok_or(Failure::NotFound)
    }

    /// All articles, as cards.
    pub fn library_articles(&self, request: LibraryArticles) -> Result<Vec<ArticleCard>, Failure> {
        self.read_library(|library| library.articles(request.language))
    }

    /// One article.
    pub fn library_article(&self, request: LibraryArticle) -> Result<Article, Failure> {
        if request.languages.is_empty() || request.languages.len() > 4 {
            return Err(Failure::BadRequest {
                what: "languages".to_owned(),
            });
        }
        let article = self
            .read_library(|library| library.article(&request.id, &request.languages, self.today(library)?))?;
        article.ok_or(Failure::NotFound)
    }

    /// All contacts.
    pub fn library_contacts(&self, request: LibraryContacts) -> Result<Vec<Contact>, Failure> {
        self.read_library(|library| library.contacts(request.language, self.today(library)?))
    }

    /// All phrase cards.
    pub fn library_phrases(&self, _request: LibraryPhrases) -> Result<Vec<Phrase>, Failure> {
        self.read_library(Library::phrases)
    }

    /// Installs a pack of the person's own making. Not a command of the contract: what a window installs is signed.
    ///
    /// Where there is no notebook, this makes a library file that anyone at this computer may read, as a
    /// reading point needs it.
    pub fn install_pack(&self, pack: &Verified<Pack>) -> Result<(), Failure> {
        let mut state = self.state();
        if matches!(*state, State::Reading(_)) && self.folder.read_keys()?.is_none() {
            *state = State::Reading(self.make_open_shelf()?);
        }
        let open = state.shelf_mut()?;
        if !open.is_durable() {
            return Err(Failure::NotWritable);
        }
        let installed = open.library.install(pack).map_err(library_failure);
        self.remake_if_damaged(&mut state, installed)
    }

    /// Today, by the later of the clock and the newest signed time: a clock that is years behind must not make
    /// old content look fresh.
    pub(crate) fn today(&self, library: &Library) -> Result<Date, LibraryError> {
        Ok(Date::from_unix_ms(
            self.clock.now_ms().max(library.newest_signed_ms()?),
        ))
    }

    /// Asks the library. If it turns out to be damaged, it is made again before this fails.
    pub(crate) fn read_library<T>(
        &self,
        ask: impl FnOnce(&Library) -> Result<T, LibraryError>,
    ) -> Result<T, Failure> {
        let mut state = self.state();
        let answer = ask(state.library()?).map_err(library_failure);
        self.remake_if_damaged(&mut state, answer)
    }

    pub(crate) fn remake_if_damaged<T>(
        &self,
        state: &mut State,
        answer: Result<T, Failure>,
    ) -> Result<T, Failure> {
        if matches!(answer, Err(Failure::ShelfDamaged)) {
            state.shelf_mut()?.remake_damaged(&self.folder)?;
        }
        answer
    }

    pub(crate) fn make_open_shelf(&self) -> Result<OpenShelf, Failure> {
        self.hold_folder()?;
        let starting = self.folder.begin()?;
        let random = self.random.as_ref();
        let key = ShelfKey::make(random);
        make_file(&starting, &key)?;
        let keys = KeyFile::make(random, Cost::FLOOR, &ShelfAccess::LibraryOnly(&key));
        self.folder.complete(&keys.to_bytes())?;
        OpenShelf::open(&self.folder, key)
    }
}
