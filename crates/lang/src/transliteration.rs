//! Russian in Latin letters.
//!
//! bezhenets → беженец. Every way of writing a letter that is in use on signs, in passports and in
//! messages is read; which one the person follows need not be known, as the index is asked for the
//! stem only.

/// The Russian word that Latin letters stand for; none when there is no Latin letter.
pub(crate) fn to_cyrillic(typed: &str) -> Option<String> {
    if !typed.chars().any(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let latin = typed.to_lowercase();
    let mut text = String::new();
    let mut rest = latin.as_str();
    while let Some(next) = rest.chars().next() {
        let (from, to) = LETTERS
            .iter()
            .find(|(from, _)| rest.starts_with(from))
            .map_or((next.len_utf8(), None), |(from, to)| (from.len(), Some(*to)));
        match to {
            // й behind a vowel, ы behind a consonant: moy, vyzov.
            Some("ы") if text.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'э']) => text.push('й'),
            Some(to) => text.push_str(to),
            None => text.push(next),
        }
        rest = rest.get(from..).unwrap_or_default();
    }
    Some(text)
}

/// The longest first.
const LETTERS: &[(&str, &str)] = &[
    ("shch", "щ"),
    ("iya", "ия"),
    ("sch", "щ"),
    ("yo", "е"),
    ("jo", "е"),
    ("ye", "е"),
    ("je", "е"),
    ("yu", "ю"),
    ("ju", "ю"),
    ("iu", "ю"),
    ("ya", "я"),
    ("ja", "я"),
    ("ia", "ия"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("tz", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("iy", "ий"),
    ("yy", "ый"),
    ("a", "а"),
    ("b", "б"),
    ("c", "ц"),
    ("d", "д"),
    ("e", "е"),
    ("f", "ф"),
    ("g", "г"),
    ("h", "х"),
    ("i", "и"),
    ("j", "й"),
    ("k", "к"),
    ("l", "л"),
    ("m", "м"),
    ("n", "н"),
    ("o", "о"),
    ("p", "п"),
    ("q", "к"),
    ("r", "р"),
    ("s", "с"),
    ("t", "т"),
    ("u", "у"),
    ("v", "в"),
    ("w", "в"),
    ("x", "кс"),
    ("y", "ы"),
    ("z", "з"),
    ("'", "ь"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_in_latin_letters_is_read() {
        for (latin, russian) in [
            ("bezhenets", "беженец"),
            ("Rossiya", "россия"),
            ("rossia", "россия"),
            ("ubezhishche", "убежище"),
            ("moy vyzov", "мой вызов"),
            ("rossiyskiy", "российский"),
        ] {
            assert_eq!(to_cyrillic(latin).as_deref(), Some(russian));
        }
        assert_eq!(to_cyrillic("беженец"), None);
    }
}
