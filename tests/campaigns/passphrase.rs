//! `cargo xtask campaign passphrase`: passphrases under every wrong layout, recoveries, and flipped bits.
//!
//! A typist who knows one keyboard sits at a computer that has another one switched on. The keyboards are written
//! down here once more, key by key, so that a mistake in the program's own tables shows. That what was typed
//! gives the keys of the passphrase is tried for all of them; that the notebook then opens, for some, because
//! every opening is two or three Argon2id.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a panic is the report"
)]

use std::process::ExitCode;

use durumi_keys::{
    Cost, Grant, KeyFile, MasterKey, NotebookNumber, Random, RecoveryCode, Role, Share, ShelfAccess,
    ShelfKey, SlotKind, SystemRandom, WordList,
};
use durumi_testkit::passphrase;
use unicode_normalization::UnicodeNormalization;

const KEYS: &str = "qwertyuiopasdfghjklzxcvbnm";
/// What those keys write. Capitals of Cyrillic come by shift; Hangul doubles a letter where it can.
const YTSUKEN: &str = "йцукенгшщзфывапролдячсмить";
const SOUTHERN: &str = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ";
const NORTHERN: &str = "ㅂㅁㄷㄹㅎㅕㅜㅓㅐㅔㅈㄱㅇㄴㅅㅗㅏㅣㅡㅋㅌㅊㅍㅠㅛㅑ";
const SINGLE: &str = "ㅂㅈㄷㄱㅅㅐㅔ";
const DOUBLE: &str = "ㅃㅉㄸㄲㅆㅒㅖ";

#[derive(Clone, Copy, Debug, PartialEq)]
enum Layout {
    Qwerty,
    Ytsuken,
    Southern,
    Northern,
}

const LAYOUTS: [Layout; 4] = [
    Layout::Qwerty,
    Layout::Ytsuken,
    Layout::Southern,
    Layout::Northern,
];

impl Layout {
    /// What a key writes here; a capital is a key with shift.
    fn writes(self, key: char) -> char {
        let at = KEYS.chars().position(|k| k == key.to_ascii_lowercase());
        let letter = |letters: &str| at.and_then(|at| letters.chars().nth(at)).unwrap_or(key);
        let shifted = key.is_ascii_uppercase();
        match self {
            Layout::Qwerty => key,
            Layout::Ytsuken if shifted => letter(YTSUKEN).to_uppercase().next().unwrap(),
            Layout::Ytsuken => letter(YTSUKEN),
            Layout::Southern | Layout::Northern => {
                let plain = letter(if self == Layout::Southern {
                    SOUTHERN
                } else {
                    NORTHERN
                });
                let double = SINGLE.chars().position(|single| single == plain);
                double
                    .filter(|_| shifted)
                    .map_or(plain, |at| DOUBLE.chars().nth(at).unwrap())
            }
        }
    }

    fn text(self, keys: &str) -> String {
        keys.chars().map(|key| self.writes(key)).collect()
    }

    /// The keys of a letter here, for somebody who means it.
    fn keys_of(self, letter: char) -> Option<char> {
        let all = KEYS
            .chars()
            .chain(KEYS.chars().map(|key| key.to_ascii_uppercase()));
        all.clone().find(|key| self.writes(*key) == letter)
    }
}

/// Letters of a syllable as they are typed: 값 is ㄱㅏㅂㅅ.
fn typed_letters(c: char) -> String {
    const LEADS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    const VOWELS: &str = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ";
    const TAILS: &str = "- ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ";
    let index = usize::try_from(u32::from(c) - 0xac00).unwrap();
    let lead = LEADS.chars().nth(index / 588).unwrap();
    let vowel = VOWELS.split(' ').nth(index % 588 / 28).unwrap();
    let tail = TAILS.split(' ').nth(index % 28).unwrap().trim_matches('-');
    format!("{lead}{vowel}{tail}")
}

/// A passphrase as it is meant, and the keys that its owner presses for it.
struct Meant {
    text: String,
    keys: String,
}

fn number(below: usize) -> usize {
    let mut bytes = [0; 4];
    SystemRandom.fill(&mut bytes);
    usize::try_from(u32::from_le_bytes(bytes)).unwrap() % below
}

/// Four words of a person who knows this keyboard.
fn meant(owner: Layout) -> Meant {
    let letter = || match owner {
        Layout::Qwerty => KEYS.chars().nth(number(26)).unwrap(),
        Layout::Ytsuken => YTSUKEN.chars().nth(number(26)).unwrap(),
        Layout::Southern | Layout::Northern => {
            char::from_u32(0xac00 + u32::try_from(number(11172)).unwrap()).unwrap()
        }
    };
    let word = || (0..2 + number(4)).map(|_| letter()).collect::<String>();
    let text = format!("{} {} {} {}{}", word(), word(), word(), word(), number(100));
    let keys = text.chars().flat_map(|c| {
        let letters = if ('가'..='힣').contains(&c) {
            typed_letters(c)
        } else {
            c.to_string()
        };
        letters
            .chars()
            .map(|letter| owner.keys_of(letter).unwrap_or(letter))
            .collect::<Vec<_>>()
    });
    Meant {
        keys: keys.collect(),
        text,
    }
}

/// Everything that comes of pressing the keys: each layout, decomposed, and with caps lock where it does anything.
fn writings(meant: &Meant) -> Vec<String> {
    let turned = |text: &str| -> String {
        let turn = |c: char| {
            if c.is_lowercase() {
                c.to_uppercase().next()
            } else {
                c.to_lowercase().next()
            }
        };
        text.chars().map(|c| turn(c).unwrap()).collect()
    };
    let mut all = vec![meant.text.clone(), meant.text.nfd().collect()];
    // One thing no program can undo: shift on a key where the other Hangul keyboard has no second letter.
    let kept = |layout: &Layout| {
        let shifted = meant.keys.chars().filter(char::is_ascii_uppercase);
        let same = |key: char| layout.writes(key) == layout.writes(key.to_ascii_lowercase());
        shifted.into_iter().all(|key| !same(key))
    };
    for layout in LAYOUTS.into_iter().filter(kept) {
        let text = layout.text(&meant.keys);
        all.extend([text.nfd().collect(), text.clone()]);
        if matches!(layout, Layout::Qwerty | Layout::Ytsuken) {
            all.push(turned(&text));
        }
    }
    all
}

fn grant() -> Grant {
    Grant {
        role: Role::Open,
        notebook: NotebookNumber::make(&SystemRandom),
        master: MasterKey::make(&SystemRandom),
        shelf: ShelfKey::make(&SystemRandom),
    }
}

/// The figures so far, and how many were missed.
#[derive(Default)]
struct Figures {
    passed: u32,
    failed: u32,
}

impl Figures {
    fn add(&mut self, name: &str, value: usize, goal: usize, reached: bool) {
        let word = if reached { "ok" } else { "short" };
        println!("figure {name} {value} {goal} {word}");
        if reached {
            self.passed += 1;
        } else {
            self.failed += 1;
        }
    }
}

/// Typed under every layout, each must have among its readings the one that the passphrase is kept by; and the
/// other way round, made under a wrong layout and typed rightly.
fn passphrases(figures: &mut Figures, count: usize, to_open: usize) {
    let (mut tried, mut missed, mut opened, mut shut) = (0, 0, 0, 0);
    for round in 0..count {
        let meant = meant(LAYOUTS[round % 4]);
        let kept = durumi_lang::keys_pressed(&meant.text).remove(0);
        let right = durumi_lang::keys_pressed(&meant.text);
        let writings = writings(&meant);
        for typed in &writings {
            let readings = durumi_lang::keys_pressed(typed);
            tried += 2;
            missed += usize::from(!readings.contains(&kept)) + usize::from(!right.contains(&readings[0]));
        }
        if round < to_open {
            let mut file = KeyFile::make(&SystemRandom, Cost::FLOOR, &ShelfAccess::Closed);
            file.put(&SystemRandom, SlotKind::Open, &passphrase(&meant.text), &grant())
                .unwrap();
            let typed = &writings[round / 4 % writings.len()];
            match file.unlock(&passphrase(typed)) {
                Ok(_) => opened += 1,
                Err(_) => shut += 1,
            }
        }
    }
    figures.add("passphrases_tried", count, 1000.min(count), true);
    figures.add("typings_tried", tried, count * 20, tried >= count * 20);
    figures.add("typings_that_are_not_read", missed, 0, missed == 0);
    figures.add("passphrases_opened_for_real", opened, to_open, opened >= to_open);
    figures.add("passphrases_that_did_not_open", shut, 0, shut == 0);
}

fn joined(pieces: &[impl AsRef<str>]) -> String {
    pieces.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" ")
}

/// A code in one of its writings, or three of five shares, read again.
fn recovery(round: usize) -> (RecoveryCode, Option<RecoveryCode>) {
    let text = |pieces: Vec<_>| {
        joined(
            &pieces
                .iter()
                .map(|piece: &zeroize::Zeroizing<String>| piece.as_str())
                .collect::<Vec<_>>(),
        )
    };
    if round % 4 == 3 {
        let (secret, mut shares) = Share::make_all(&SystemRandom);
        shares.remove(number(5));
        shares.remove(number(4));
        let again: Result<Vec<_>, _> = shares
            .iter()
            .map(|share| Share::parse(&text(share.groups())))
            .collect();
        return (secret, again.ok().and_then(|again| Share::combine(&again).ok()));
    }
    let code = RecoveryCode::make(&SystemRandom);
    let written = match round % 4 {
        0 => text(code.groups()),
        1 => text(code.words(WordList::Korean)),
        _ => text(code.words(WordList::English)),
    };
    let written = if round % 8 < 4 {
        written
    } else {
        written.nfd().collect()
    };
    let again = RecoveryCode::parse(&written).ok();
    (code, again)
}

fn recoveries(figures: &mut Figures, count: usize, to_open: usize) {
    let (mut read, mut opened) = (0, 0);
    for round in 0..count {
        let (code, again) = recovery(round);
        let again = again.filter(|again| again.is_same(&code));
        read += usize::from(again.is_some());
        if round < to_open {
            let mut file = KeyFile::make(&SystemRandom, Cost::FLOOR, &ShelfAccess::Closed);
            let kind = if round % 4 == 3 {
                SlotKind::Shares
            } else {
                SlotKind::Code
            };
            file.put(&SystemRandom, kind, &code.to_passphrase(), &grant())
                .unwrap();
            let grant = again.and_then(|again| file.unlock(&again.to_passphrase()).ok());
            opened += usize::from(grant.is_some_and(|grant| grant.role == Role::Recover));
        }
    }
    figures.add("recoveries", read, count, read == count);
    figures.add("recoveries_opened_for_real", opened, to_open, opened == to_open);
}

/// Every bit of a keys file is flipped once: the damage is always named. Of some it is tried what still opens: all
/// but the slot in use and the header that it depends on.
fn bits(figures: &mut Figures, to_open: usize) {
    let grant = grant();
    let mut file = KeyFile::make(&SystemRandom, Cost::FLOOR, &ShelfAccess::Closed);
    let right = passphrase("두루미는 겨울에 날아온다");
    file.put(&SystemRandom, SlotKind::Open, &right, &grant).unwrap();
    let bytes = file.to_bytes();
    let half = KeyFile::place_of_half(grant.notebook);
    let own = half.start..half.start + half.len() / 4;
    // Format, installation and first generation are what the slot is bound to.
    let bound = |at: usize| own.contains(&at) || at < 72;
    let (mut named, mut opened, mut astray) = (0, 0, 0);
    let all = bytes.len() * 8;
    let step = (all / to_open.max(1)).max(1) | 1;
    for bit in 0..all {
        let at = bit / 8;
        let mut flipped = bytes.clone();
        flipped[at] ^= 1 << (bit % 8);
        let parsed = KeyFile::parse(&flipped);
        named += usize::from(parsed.as_ref().map_or(true, |file| !file.is_whole()));
        if bit % step == 0
            && let Ok(file) = parsed
        {
            opened += 1;
            astray += usize::from(file.unlock(&right).is_ok() == bound(at));
        }
    }
    figures.add("bits_flipped", all, 12_800, all == 12_800);
    figures.add("flipped_bits_that_are_named", named, all, named == all);
    figures.add(
        "flipped_files_opened_for_real",
        opened,
        to_open / 2,
        opened >= to_open / 2,
    );
    figures.add("flipped_files_with_another_end", astray, 0, astray == 0);
}

fn main() -> ExitCode {
    let smoke = std::env::args().any(|argument| argument == "--smoke");
    let (count, recovered, to_open) = if smoke {
        (1000, 10_000, 8)
    } else {
        (1000, 10_000, 240)
    };
    let mut figures = Figures::default();
    passphrases(&mut figures, count, to_open);
    recoveries(&mut figures, recovered, to_open);
    bits(&mut figures, to_open);
    println!("{} passed, {} failed", figures.passed, figures.failed);
    if figures.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
