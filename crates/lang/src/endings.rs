//! What Korean puts behind a word: particles and endings, northern and southern.
//!
//! Used on queries only. In a document nothing is cut off: the pairs of 변호사를 hold those of 변호사.
//! So cutting too much costs precision, never a result, and a list is enough where a morphological
//! dictionary would be needed to cut exactly.

use std::collections::HashSet;
use std::sync::LazyLock;

/// What may be left of a word when its endings are cut off, the longest first; not the word itself.
///
/// Particles stack (변호사들에게는), so up to three are cut. One syllable is left only by endings of two
/// and more (집에서): 을 and 이 end too many words that have no particle.
pub(crate) fn stems(word: &str) -> Vec<&str> {
    cut_to(word, |left, ending| left >= 2 || ending >= 2)
}

/// The one syllable that is left when a single-syllable particle is cut off: 집을 → 집, but also
/// 마을 → 마; good for filling up only.
pub(crate) fn syllable(word: &str) -> Option<&str> {
    let stem = cut_to(word, |_, _| true).pop()?;
    (stem.chars().count() == 1).then_some(stem)
}

/// True for the last two syllables of a longer word when they end it for good: a particle or an ending
/// of a sentence, which is never written together with what follows. Syllables as the index keeps them.
pub(crate) fn closes(before: char, last: char) -> bool {
    matches!(last, '을' | '를' | '는' | '은' | '에' | '의' | '다')
        || matches!(
            (before, last),
            ('에', '서' | '게' | '는' | '도')
                | ('으' | '므', '로')
                | ('한', '테')
                | ('까', '지')
                | ('부', '터')
                | ('하' | '되' | '이', '여' | '고' | '며' | '면' | '지')
                | ('되', '어')
                | ('거', '나')
                | ('니', '까')
                | ('려', '면' | '고')
        )
}

fn cut_to(word: &str, allowed: impl Fn(usize, usize) -> bool) -> Vec<&str> {
    let mut stems = Vec::new();
    let mut rest = word;
    while stems.len() < 3 {
        let count = rest.chars().count();
        let longest_first = (1..count.min(LONGEST + 1)).rev();
        let stem = longest_first
            .filter(|ending| allowed(count - ending, *ending))
            .filter_map(|ending| rest.char_indices().nth(count - ending))
            .map(|(at, _)| rest.split_at(at))
            .find(|(_, ending)| LISTED.contains(ending));
        let Some((stem, _)) = stem else { break };
        stems.push(stem);
        rest = stem;
    }
    stems
}

static LISTED: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    ENDINGS
        .iter()
        .flat_map(|group| group.split_whitespace())
        .collect()
});

/// The most syllables an ending has.
const LONGEST: usize = 6;

const ENDINGS: &[&str] = &[
    // Particles. Those that stack are found one by one.
    "이 가 을 를 은 는 의 에 도 만 로 와 과 나 랑 야 께 서 들 요 고 며 란 뿐 여 든 님",
    "으로 에서 에게 한테 까지 부터 처럼 보다 마다 조차 마저 밖에 이나 이랑 이란 이며 하고 대로 만큼 같이 에로 더러 치고",
    "로서 로써 으로서 으로써 에게서 한테서 께서 에게로 로부터 으로부터 에서부터 이라도 라도 이라는 라는 이라고 라고 이든 든지 이든지",
    // "To be".
    "이다 인 인가 인가요 인데 입니다 입니까 이에요 예요 이요 이였다 이었다 였다 였습니다 이였습니다 이었습니다 일까 일까요 이면 라면 이라면 이냐",
    // Verbs made of a noun and 하다, 되다, 받다, 당하다, 시키다, 있다, 없다.
    "하다 하는 하여 하면 하고 하려면 하려고 하기 하지 하게 하자 하며 하면서 하던 하거나 하니 하니까 하는데 하도록 하는법 하십시오 하세요 하시오 하라 하여야 하여도 하여서",
    "할 할때 할수 할까 할까요 한 한다 한다면 한데 함 합니다 합니까 합시다 해 해서 해요 해야 해도 해라 해줘 해주세요 했다 했어 했어요 했는데 했습니다 했습니까 했을 했던 하였다 하였는데 하였습니다 하였을 하였던 하였으면",
    "되다 되는 되여 되어 되면 되고 되려면 되기 되지 되게 되며 되던 되거나 되니 되는데 되도록 되여서 되어서 되였다 되었다 되였는데 되었는데 되였습니다 되었습니다 되였을 되었을 되였던 되었던",
    "된 된다 될 됨 됩니다 됩니까 돼 돼서 돼요 됐다 됐어 됐어요 됐는데 됐습니다 됐을",
    "받다 받는 받은 받을 받고 받기 받지 받게 받으면 받으려면 받으려고 받아 받아서 받아야 받았다 받았어요 받았는데 받았습니다 받습니다",
    "당하다 당하는 당하여 당하면 당하고 당한 당할 당함 당해 당해서 당했다 당했어요 당했는데 당했습니다 당합니다 당하였다 당하였습니다",
    "시키다 시키는 시키면 시키고 시킨 시킬 시켜 시켜서 시켰다 시켰어요 시켰습니다 시킵니다",
    "있다 있는 있으면 있고 있을 있어 있어요 있습니다 있습니까 있나요 없다 없는 없으면 없고 없을 없어 없어요 없습니다 없이",
    // Endings of any verb, where what is left is still telling.
    "다 면 으면 려면 으려면 려고 으려고 지 지만 기 게 니 니까 으니 으니까 거나 는데 은데 는지 은지 던 도록 면서 으면서 나요 ㄴ가요",
    "어 아 어요 아요 어서 아서 어야 아야 어도 아도 었다 았다 였어요 었어요 았어요 었습니다 았습니다 었는데 았는데 습니다 습니까 ㅂ니다",
    "을까 을까요 세요 으세요 십시오 으십시오 시오 으시오 네 네요 군요 자 라 아라 어라 을때 을수 는법 은",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_of_north_and_south_come_off() {
        for word in [
            "변호사를",
            "변호사에게",
            "변호사에게로",
            "변호사한테서",
            "변호사들에게는",
            "변호사로부터",
        ] {
            assert_eq!(stems(word).last(), Some(&"변호사"), "{word}");
        }
        assert_eq!(stems("체포되였습니다").last(), Some(&"체포"));
        assert_eq!(stems("신청하려면").last(), Some(&"신청"));
    }

    #[test]
    fn a_short_word_is_left_alone() {
        assert!(stems("마을").is_empty());
        assert_eq!(syllable("집을"), Some("집"));
        assert_eq!(stems("집에서"), ["집"]);
    }

    #[test]
    fn no_ending_is_longer_than_the_longest() {
        assert!(LISTED.iter().all(|ending| ending.chars().count() <= LONGEST));
    }
}
