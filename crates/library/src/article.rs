//! Reading articles.

use durumi_api::{Article, ArticleCard, ArticleLanguage, Block, BlockKind, Caution, Urgent};
use durumi_base::{Date, Language};
use durumi_packs::content;
use rusqlite::{OptionalExtension, Row, params};

use crate::{Library, LibraryError, index::ARTICLE, library::language};

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
        let found: Option<(Vec<u8>, u32, String)> = self
            .db
            .conn()
            .prepare_cached(
                "SELECT body.packed, body.unpacked, pack.languages ->> 0
                 FROM item JOIN body ON body.item = item.row JOIN pack ON pack.row = item.pack
                 WHERE item.kind = ?1 AND item.id = ?2 AND NOT item.shadowed",
            )?
            .query_row(params![ARTICLE, id], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?;
        let Some((packed, unpacked, first)) = found else {
            return Ok(None);
        };
        let article: content::Article = serde_json::from_slice(&self.unpack(&packed, unpacked)?)?;
        let mut languages: Vec<Language> = Vec::new();
        for language in wanted
            .iter()
            .copied()
            .filter(|language| article.texts.contains_key(language))
        {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        if languages.is_empty() {
            languages.push(first.parse().map_err(|_| LibraryError::Damaged)?);
        }
        Ok(Some(view(article, &languages, today)))
    }
}

fn card(row: &Row<'_>) -> Result<ArticleCard, LibraryError> {
    let urgent = match row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)? {
        "stopped" => Some(Urgent::Stopped),
        "asylum" => Some(Urgent::Asylum),
        "ill" => Some(Urgent::Ill),
        _ => None,
    };
    Ok(ArticleCard {
        id: row.get(0)?,
        title: row.get(1)?,
        lead: row.get(2)?,
        language: language(row, 3)?,
        urgent,
        urgent_first: row.get(5)?,
        audience: serde_json::from_str(row.get_ref(6)?.as_str().map_err(rusqlite::Error::from)?)?,
    })
}

fn view(mut article: content::Article, languages: &[Language], today: Date) -> Article {
    let rests_on = languages
        .first()
        .and_then(|language| article.rests_on.remove(language))
        .unwrap_or_default();
    let texts = languages.iter().filter_map(|language| {
        let texts = article.texts.remove(language)?;
        Some(in_language(*language, &article.blocks, texts))
    });
    Article {
        languages: texts.collect(),
        id: article.id.to_string(),
        checked_on: article.checked_on,
        review_by: article.review_by,
        review_is_due: article.review_by.is_some_and(|day| today > day),
        reviewed_by: article.reviewed_by,
        rests_on,
        urgent: article.urgent.map(|urgent| match urgent {
            content::Urgent::Stopped => Urgent::Stopped,
            content::Urgent::Asylum => Urgent::Asylum,
            content::Urgent::Ill => Urgent::Ill,
        }),
    }
}

fn in_language(language: Language, blocks: &[content::Block], texts: Vec<String>) -> ArticleLanguage {
    let mut view = ArticleLanguage {
        language,
        title: String::new(),
        blocks: Vec::with_capacity(texts.len()),
    };
    for (block, text) in blocks.iter().zip(texts) {
        let kind = match block.kind {
            content::BlockKind::Title => {
                view.title = text;
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
        view.blocks.push(Block { kind, text, caution });
    }
    view
}
