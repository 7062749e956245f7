//! Reading articles.

use std::collections::BTreeMap;

use durumi_api::{Article, ArticleCard, ArticleLanguage, Block, BlockKind, Caution, EasyText, Urgent};
use durumi_base::{Date, Language};
use durumi_packs::content;
use rusqlite::{Row, params};

use crate::{
    Library, LibraryError, blocks,
    index::ARTICLE,
    library::{date, language, text},
};

impl Library {
    /// Every article, in the packs' order; in `wanted` where the article has it.
    pub fn articles(&self, wanted: Language) -> Result<Vec<ArticleCard>, LibraryError> {
        let mut statement = self.db.conn().prepare_cached(
            "SELECT item.id, wording.title, wording.lead, wording.language, article.urgent, article.urgent_first,
                    article.audience
             FROM item
             JOIN pack ON pack.row = item.pack
             JOIN article ON article.item = item.row
             JOIN wording ON wording.item = item.row AND wording.language =
                iif(EXISTS (SELECT 1 FROM wording WHERE item = article.item AND language = ?1),
                    ?1, pack.languages ->> 0)
             WHERE item.kind = 1 AND NOT item.shadowed
             ORDER BY pack.origin, pack.row, item.place, item.id",
        )?;
        let mut cards = Vec::new();
        let mut rows = statement.query([wanted.tag()])?;
        while let Some(row) = rows.next()? {
            cards.push(card(row)?);
        }
        Ok(cards)
    }

    /// An article in the asked languages that it has, in their order; in its pack's first when it has none of them.
    pub fn article(
        &self,
        id: &str,
        wanted: &[Language],
        today: Date,
    ) -> Result<Option<Article>, LibraryError> {
        let mut statement = self.db.conn().prepare_cached(
            "SELECT item.row, item.pack, pack.languages ->> 0, article.checked_on, article.review_by,
                    article.reviewed_by, source.names, article.urgent, article.blocks,
                    pack.signed <> '' AND NOT EXISTS (SELECT 1 FROM metadata WHERE name = 'pack/' || pack.id)
             FROM item JOIN article ON article.item = item.row JOIN source ON source.row = article.source
             JOIN pack ON pack.row = item.pack
             WHERE item.kind = ?1 AND item.id = ?2 AND NOT item.shadowed",
        )?;
        let mut rows = statement.query(params![ARTICLE, id])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let (item, pack): (i64, i64) = (row.get(0)?, row.get(1)?);
        let blocks = blocks::read(text(row, 8)?)?;
        let mut languages: Vec<ArticleLanguage> = Vec::new();
        for asked in wanted {
            if languages.iter().all(|known| known.language != *asked)
                && let Some(found) = self.in_language(item, pack, *asked, &blocks)?
            {
                languages.push(found);
            }
        }
        if languages.is_empty() {
            let first = language(row, 2)?;
            let found = self.in_language(item, pack, first, &blocks)?;
            languages.push(found.ok_or(LibraryError::Damaged)?);
        }
        let mut rests_on: BTreeMap<Language, Vec<String>> = serde_json::from_str(text(row, 6)?)?;
        let review_by = if text(row, 4)?.is_empty() {
            None
        } else {
            Some(date(row, 4)?)
        };
        Ok(Some(Article {
            id: id.to_owned(),
            checked_on: date(row, 3)?,
            review_by,
            review_is_due: review_by.is_some_and(|day| today > day),
            reviewed_by: row.get(5)?,
            withdrawn: row.get(9)?,
            rests_on: languages
                .first()
                .and_then(|text| rests_on.remove(&text.language))
                .unwrap_or_default(),
            urgent: urgent(text(row, 7)?),
            languages,
        }))
    }

    /// An article in a language, if it has it.
    fn in_language(
        &self,
        item: i64,
        pack: i64,
        language: Language,
        blocks: &[content::Block],
    ) -> Result<Option<ArticleLanguage>, LibraryError> {
        let Some(texts) = self.texts(item, pack, language)? else {
            return Ok(None);
        };
        let (title, blocks) = view(blocks, texts);
        Ok(Some(ArticleLanguage {
            language,
            title,
            blocks,
            easy: self.easy(item, pack, language)?,
        }))
    }

    /// The same in easy words, if it has them.
    fn easy(&self, item: i64, pack: i64, language: Language) -> Result<Option<EasyText>, LibraryError> {
        let mut statement = self.db.conn().prepare_cached(
            "SELECT easy.packed, easy.unpacked, easy.blocks
             FROM wording JOIN easy ON easy.wording = wording.row
             WHERE wording.item = ?1 AND wording.language = ?2",
        )?;
        let mut rows = statement.query(params![item, language.tag()])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let (title, blocks) = view(&blocks::read(text(row, 2)?)?, self.unpack(row, pack, language)?);
        Ok(Some(EasyText { title, blocks }))
    }

    /// An item's texts in a language, if it has them.
    fn texts(&self, item: i64, pack: i64, language: Language) -> Result<Option<Vec<String>>, LibraryError> {
        let mut statement = self.db.conn().prepare_cached(
            "SELECT body.packed, body.unpacked FROM wording JOIN body ON body.wording = wording.row
             WHERE wording.item = ?1 AND wording.language = ?2",
        )?;
        let mut rows = statement.query(params![item, language.tag()])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some(self.unpack(row, pack, language)?))
    }

    /// The texts in the first two columns of a row.
    fn unpack(&self, row: &Row<'_>, pack: i64, language: Language) -> Result<Vec<String>, LibraryError> {
        let packed = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        let json = self
            .unpacker
            .borrow_mut()
            .unpack(pack, language, packed, row.get(1)?)?;
        Ok(serde_json::from_slice(&json)?)
    }
}

fn card(row: &Row<'_>) -> Result<ArticleCard, LibraryError> {
    Ok(ArticleCard {
        id: row.get(0)?,
        title: row.get(1)?,
        lead: row.get(2)?,
        language: language(row, 3)?,
        urgent: urgent(text(row, 4)?),
        urgent_first: row.get(5)?,
        audience: serde_json::from_str(text(row, 6)?)?,
    })
}

fn urgent(word: &str) -> Option<Urgent> {
    match word {
        "stopped" => Some(Urgent::Stopped),
        "asylum" => Some(Urgent::Asylum),
        "ill" => Some(Urgent::Ill),
        _ => None,
    }
}

/// The title and the other blocks.
fn view(blocks: &[content::Block], texts: Vec<String>) -> (String, Vec<Block>) {
    let mut title = String::new();
    let mut views = Vec::with_capacity(texts.len());
    for (block, text) in blocks.iter().zip(texts) {
        let kind = match block.kind {
            content::BlockKind::Title => {
                title = text;
                continue;
            }
            content::BlockKind::Heading => BlockKind::Heading,
            content::BlockKind::Text => BlockKind::Text,
            content::BlockKind::Step => BlockKind::Step,
            content::BlockKind::Point => BlockKind::Point,
            content::BlockKind::Caution => BlockKind::Caution,
            content::BlockKind::Say => BlockKind::Say,
        };
        let caution = block.caution.map(|caution| match caution {
            content::Caution::Low => Caution::Low,
            content::Caution::Medium => Caution::Medium,
        });
        views.push(Block { kind, text, caution });
    }
    (title, views)
}
