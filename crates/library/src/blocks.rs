//! The kinds of an article's blocks as a short text.
//!
//! A letter for each block, with `?` behind it where its facts rest on one decent source and `!` where they
//! are reported only, and a number behind that when several in a row are the same: `Ths3p?c!2`. An article
//! has dozens of blocks, and a row for each would be most of the file.

use std::iter;

use durumi_packs::{
    content::{Block, BlockKind, Caution},
    limits::BLOCKS,
};

use crate::LibraryError;

const LETTERS: [(BlockKind, char); 7] = [
    (BlockKind::Title, 'T'),
    (BlockKind::Heading, 'h'),
    (BlockKind::Text, 't'),
    (BlockKind::Step, 's'),
    (BlockKind::Point, 'p'),
    (BlockKind::Caution, 'c'),
    (BlockKind::Say, 'w'),
];

pub(crate) fn write(blocks: &[Block]) -> String {
    let mut text = String::new();
    for run in blocks.chunk_by(|a, b| a == b) {
        let Some(block) = run.first() else { continue };
        text.extend(
            LETTERS
                .iter()
                .find(|(kind, _)| *kind == block.kind)
                .map(|(_, letter)| letter),
        );
        text.extend(block.caution.map(|caution| match caution {
            Caution::Low => '!',
            Caution::Medium => '?',
        }));
        if run.len() > 1 {
            text.push_str(&run.len().to_string());
        }
    }
    text
}

pub(crate) fn read(text: &str) -> Result<Vec<Block>, LibraryError> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        let (kind, _) = LETTERS
            .iter()
            .find(|(_, known)| *known == letter)
            .ok_or(LibraryError::Damaged)?;
        let caution = match rest.next_if(|sign| matches!(sign, '!' | '?')) {
            Some('!') => Some(Caution::Low),
            Some(_) => Some(Caution::Medium),
            None => None,
        };
        let mut count = 0;
        while let Some(digit) = rest.peek().and_then(|sign| sign.to_digit(10)) {
            rest.next();
            count = (count * 10 + digit as usize).min(BLOCKS);
        }
        blocks.extend(iter::repeat_n(Block { kind: *kind, caution }, count.max(1)));
        if blocks.len() > BLOCKS {
            return Err(LibraryError::Damaged);
        }
    }
    Ok(blocks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let block = |(kind, caution)| Block { kind, caution };
        let blocks: Vec<Block> = LETTERS
            .iter()
            .flat_map(|(kind, _)| {
                [
                    (*kind, None),
                    (*kind, Some(Caution::Low)),
                    (*kind, Some(Caution::Medium)),
                ]
            })
            .map(block)
            .collect();
        assert_eq!(read(&write(&blocks)).unwrap(), blocks);
        let twelve = [&blocks[..1], &[blocks[7]; 12]].concat();
        assert_eq!(
            (write(&twelve).as_str(), read("Tt!12").unwrap()),
            ("Tt!12", twelve)
        );
        for bad in ["?", "Tx", "5", "Tt401", "Tt99999999999999999999", "T!?"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
