//! From an article's file to its blocks.

use crate::content::BlockKind;

/// A block and the line it begins on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SourceBlock {
    pub(crate) kind: BlockKind,
    pub(crate) text: String,
    pub(crate) line: u32,
}

/// Splits a file. Total: any text is some blocks.
pub(crate) fn parse(text: &str) -> Vec<SourceBlock> {
    let mut blocks: Vec<SourceBlock> = Vec::new();
    let mut open = false;
    for (number, line) in (1..).zip(text.lines()) {
        let (kind, rest) = marker(line);
        let rest = rest.trim();
        if kind == BlockKind::Text {
            match blocks.last_mut() {
                _ if rest.is_empty() => open = false,
                Some(block) if open => {
                    if !block.text.is_empty() {
                        block.text.push(' ');
                    }
                    block.text.push_str(rest);
                }
                _ => {
                    blocks.push(SourceBlock {
                        kind,
                        text: rest.to_owned(),
                        line: number,
                    });
                    open = true;
                }
            }
        } else {
            blocks.push(SourceBlock {
                kind,
                text: rest.to_owned(),
                line: number,
            });
            open = true;
        }
    }
    blocks
}

/// What a line begins with, and the rest of it.
fn marker(line: &str) -> (BlockKind, &str) {
    let Some((first, rest)) = line.split_once(' ') else {
        return (BlockKind::Text, line);
    };
    let kind = match first {
        "#" => BlockKind::Title,
        "##" => BlockKind::Heading,
        "-" => BlockKind::Point,
        ">" => BlockKind::Caution,
        "\"" => BlockKind::Say,
        _ if is_number(first) => BlockKind::Step,
        _ => return (BlockKind::Text, line),
    };
    (kind, rest)
}

/// Digits and a dot.
fn is_number(word: &str) -> bool {
    word.strip_suffix('.')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(BlockKind, String)> {
        parse(text)
            .into_iter()
            .map(|block| (block.kind, block.text))
            .collect()
    }

    #[test]
    fn every_kind_is_told_by_how_its_line_begins() {
        let text = "# 제목\n\n## 머리글\n본문 <b>\n계속\n\n1. 하나\n7. 둘\n- 점\n> 조심\n\" 저는…\n글";
        assert_eq!(
            kinds(text),
            [
                (BlockKind::Title, "제목".to_owned()),
                (BlockKind::Heading, "머리글 본문 <b> 계속".to_owned()),
                (BlockKind::Step, "하나".to_owned()),
                (BlockKind::Step, "둘".to_owned()),
                (BlockKind::Point, "점".to_owned()),
                (BlockKind::Caution, "조심".to_owned()),
                (BlockKind::Say, "저는… 글".to_owned()),
            ]
        );
    }

    #[test]
    fn a_mark_without_its_space_is_text() {
        for text in [
            "#tag",
            "###",
            "-5 °C",
            "1.5 руб.",
            "24.11.2026 в Москве",
            ">x",
            "\"Да\" — сказал он",
            "№ 1.",
        ] {
            assert_eq!(kinds(text), [(BlockKind::Text, text.to_owned())], "{text}");
        }
    }

    #[test]
    fn a_blank_line_ends_a_block_and_lines_are_counted_from_one() {
        let blocks = parse("\n# A\n\nb\n \nc\nd");
        assert_eq!(
            blocks.iter().map(|block| block.line).collect::<Vec<_>>(),
            [2, 4, 6]
        );
        assert_eq!(blocks[2].text, "c d");
    }
}
