//! Reading the library.

use durumi_api::{
    AboutPack, Article, ArticleCard, Contact, Failure, LibraryAbout, LibraryArticle, LibraryArticles,
    LibraryContacts, LibraryPhrases, Phrase,
};
use durumi_keys::{Cost, KeyFile, ShelfAccess, ShelfKey};
use durumi_library::Library;
use durumi_packs::{Pack, Verified};

use crate::{
    App,
    failure::library_failure,
    state::{State, open_shelf},
};

impl App {
    /// Which pack the library holds.
    pub fn library_about(&self, request: LibraryAbout) -> Result<AboutPack, Failure> {
        let about = self
            .state()
            .library()?
            .about(request.language)
            .map_err(library_failure)?;
        about.ok_or(Failure::NotFound)
    }

    /// All articles, as cards.
    pub fn library_articles(&self, request: LibraryArticles) -> Result<Vec<ArticleCard>, Failure> {
        self.state()
            .library()?
            .articles(request.language)
            .map_err(library_failure)
    }

    /// One article.
    pub fn library_article(&self, request: LibraryArticle) -> Result<Article, Failure> {
        if request.languages.is_empty() || request.languages.len() > 4 {
            return Err(Failure::BadRequest {
                what: "languages".to_owned(),
            });
        }
        let today = self.clock.today();
        let article = self
            .state()
            .library()?
            .article(&request.id, &request.languages, today);
        article.map_err(library_failure)?.ok_or(Failure::NotFound)
    }

    /// All contacts.
    pub fn library_contacts(&self, request: LibraryContacts) -> Result<Vec<Contact>, Failure> {
        let today = self.clock.today();
        self.state()
            .library()?
            .contacts(request.language, today)
            .map_err(library_failure)
    }

    /// All phrase cards.
    pub fn library_phrases(&self, _request: LibraryPhrases) -> Result<Vec<Phrase>, Failure> {
        self.state().library()?.phrases().map_err(library_failure)
    }

    /// Installs a pack. Not a command of the contract: no window can do this before packs are signed.
    ///
    /// Where there is no notebook, this makes a library file that anyone at this computer may read, as a
    /// reading point needs it.
    pub fn install_pack(&self, pack: &Verified<Pack>) -> Result<(), Failure> {
        let mut state = self.state();
        if matches!(*state, State::Reading(_)) && self.folder.read_keys()?.is_none() {
            *state = State::Reading(self.make_open_shelf()?);
        }
        state.library_mut()?.install(pack).map_err(library_failure)
    }

    fn make_open_shelf(&self) -> Result<Library, Failure> {
        self.hold_folder()?;
        let starting = self.folder.begin()?;
        let random = self.random.as_ref();
        let key = ShelfKey::make(random);
        self.make_shelf(&starting, &key)?;
        let keys = KeyFile::make(random, Cost::FLOOR, &ShelfAccess::Open(&key));
        self.folder.complete(&keys.to_bytes())?;
        open_shelf(&self.folder, &key)
    }
}
