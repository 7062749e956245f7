//! Many words looked for at once.
//!
//! Each byte of what is looked through begins an eight-byte head. A table of bits tells at once that hardly
//! any head begins a word; the few others are compared whole. A general automaton was several times slower
//! with some thousand words.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;

const HEAD: usize = 8;
const BITS: u32 = 16;

/// What is looked for.
pub struct Words {
    list: Vec<Word>,
    by_head: HashMap<u64, Vec<usize>>,
    heads: Vec<bool>,
    longest: usize,
}

struct Word {
    kind: String,
    /// Which text it is a spelling of.
    text: usize,
    bytes: Vec<u8>,
}

impl Default for Words {
    fn default() -> Self {
        Words {
            list: Vec::new(),
            by_head: HashMap::new(),
            heads: vec![false; 1 << BITS],
            longest: 0,
        }
    }
}

impl Words {
    /// A text in UTF-8 and UTF-16, as it is and decomposed.
    pub fn add_text(&mut self, kind: &str, text: &str) {
        let decomposed: String = text.nfd().collect();
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let spellings: BTreeSet<Vec<u8>> = [
            text.as_bytes().to_vec(),
            utf16(text),
            decomposed.as_bytes().to_vec(),
            utf16(&decomposed),
        ]
        .into();
        let number = self.list.len();
        for bytes in spellings {
            self.add(kind, number, bytes);
        }
    }

    /// Bytes as they are, such as a key.
    pub fn add_bytes(&mut self, kind: &str, bytes: Vec<u8>) {
        self.add(kind, self.list.len(), bytes);
    }

    /// How many, each spelling counted.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The length of the longest, in bytes.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// What a word is, without saying it.
    pub fn describe(&self, word: usize) -> String {
        self.list
            .get(word)
            .map_or_else(String::new, |word| format!("{} {}", word.kind, word.text))
    }

    /// How many different texts of each kind are among those seen.
    pub fn count(&self, seen: &[bool]) -> BTreeMap<String, usize> {
        let mut texts: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (word, seen) in self.list.iter().zip(seen) {
            let texts = texts.entry(word.kind.clone()).or_default();
            if *seen {
                texts.insert(word.text);
            }
        }
        texts
            .into_iter()
            .map(|(kind, texts)| (kind, texts.len()))
            .collect()
    }

    /// Calls `hit` with the number of each word found and where.
    pub fn look(&self, bytes: &[u8], mut hit: impl FnMut(usize, usize)) {
        for (at, window) in bytes.windows(HEAD).enumerate() {
            let Some(head) = head_of(window) else { continue };
            if head == 0 || !self.heads.get(slot(head)).copied().unwrap_or_default() {
                continue;
            }
            for &word in self.by_head.get(&head).into_iter().flatten() {
                let here = self
                    .list
                    .get(word)
                    .is_some_and(|word| bytes.get(at..).is_some_and(|rest| rest.starts_with(&word.bytes)));
                if here {
                    hit(word, at);
                }
            }
        }
    }

    fn add(&mut self, kind: &str, text: usize, bytes: Vec<u8>) {
        let head = head_of(&bytes).expect("what is planted is at least eight bytes long");
        if let Some(bit) = self.heads.get_mut(slot(head)) {
            *bit = true;
        }
        self.longest = self.longest.max(bytes.len());
        self.by_head.entry(head).or_default().push(self.list.len());
        self.list.push(Word {
            kind: kind.to_owned(),
            text,
            bytes,
        });
    }
}

fn head_of(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk().copied().map(u64::from_le_bytes)
}

fn slot(head: u64) -> usize {
    // Fibonacci hashing: the highest bits of the product are the best mixed.
    usize::try_from(head.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - BITS)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &Words, bytes: &[u8]) -> BTreeMap<String, usize> {
        let mut seen = vec![false; words.len()];
        words.look(bytes, |word, _| {
            if let Some(seen) = seen.get_mut(word) {
                *seen = true;
            }
        });
        words.count(&seen)
    }

    #[test]
    fn every_spelling_is_found_and_counts_once() {
        let mut words = Words::default();
        words.add_text("note", "두루미 스물");
        words.add_text("note", "другая птица");
        words.add_bytes("key", (1..=32).collect());
        let utf16: Vec<u8> = "두루미 스물".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let decomposed: String = "두루미 스물".nfd().collect();
        let all = [
            b"..".as_slice(),
            &utf16,
            b"?",
            decomposed.as_bytes(),
            "두루미 스물".as_bytes(),
        ]
        .concat();
        assert_eq!(
            found(&words, &all),
            [("key".to_owned(), 0), ("note".to_owned(), 1)].into()
        );
        assert_eq!(found(&words, &(0..=40).collect::<Vec<u8>>()).get("key"), Some(&1));
        assert_eq!(found(&words, "두루미 스무".as_bytes()).get("note"), Some(&0));
    }
}
