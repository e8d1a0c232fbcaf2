//! Passives that name no agent: "children were let down", "mistakes were made".
//!
//! Wording that names an agent raises how much blame readers give and how hard they would punish (Fausey & Boroditsky
//! 2010, Psychonomic Bulletin & Review 17:644-650). A passive is taken to be a form of "be" or "get", up to two words
//! of manner or denial, and a participle; it has an agent when "by" follows within its clause. What only looks so
//! ("was pleased") belongs into the list of exceptions.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::english::Inflection;
use crate::phrase::words::{Bound, Word};

const BE: [&str; 13] =
    ["was", "were", "is", "are", "been", "being", "be", "get", "gets", "got", "getting", "wasn't", "weren't"];
/// Words between "be" and the participle, besides adverbs in -ly.
const BETWEEN: [&str; 12] =
    ["not", "never", "also", "still", "often", "too", "so", "now", "all", "even", "just", "always"];
/// How many words may stand there.
const MOST_BETWEEN: usize = 2;
/// How many words after the participle "by" is looked for.
const AGENT_WITHIN: usize = 8;
/// Words in -ed that are no participles.
const NO_PARTICIPLES: [&str; 8] = ["need", "indeed", "speed", "seed", "feed", "hundred", "red", "bed"];

static IRREGULAR: LazyLock<BTreeSet<String>> = LazyLock::new(|| Inflection::english().participles());

/// Each passive without an agent, as its first word and the word after its last.
pub(super) fn agentless(text: &str, words: &[Word]) -> Vec<(u32, u32)> {
    let lower = |place: usize| {
        words.get(place).map(|word: &Word| word.span.of(text).to_ascii_lowercase().replace('’', "'"))
    };
    let mut found = Vec::new();
    for start in 0..words.len() {
        if !is_be(words[start].span.of(text)) {
            continue;
        }
        let mut place = start + 1;
        while place <= start + MOST_BETWEEN
            && lower(place).is_some_and(|word| is_between(&word))
            && !breaks(words, place)
        {
            place += 1;
        }
        let is_participle = lower(place).is_some_and(|word| is_participle(&word));
        if !is_participle || breaks(words, place) {
            continue;
        }
        let after = place + 1..(place + 1 + AGENT_WITHIN).min(words.len());
        let clause = after.take_while(|next| words[*next].bound < Bound::Clause);
        let has_agent = clause.into_iter().any(|next| words[next].span.of(text).eq_ignore_ascii_case("by"));
        if !has_agent {
            let short = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
            found.push((short(start), short(place + 1)));
        }
    }
    found
}

fn is_be(word: &str) -> bool {
    // Most words are told by their length or first letter.
    let may_be = word.len() <= "weren’t".len()
        && matches!(word.as_bytes()[0].to_ascii_lowercase(), b'a' | b'b' | b'g' | b'i' | b'w');
    may_be && {
        let plain = word.replace('’', "'");
        BE.iter().any(|known| plain.eq_ignore_ascii_case(known))
    }
}

fn is_between(word: &str) -> bool {
    BETWEEN.contains(&word) || (word.ends_with("ly") && word.len() > 4)
}

fn is_participle(word: &str) -> bool {
    (word.ends_with("ed") && word.len() > 3 && !NO_PARTICIPLES.contains(&word)) || IRREGULAR.contains(word)
}

fn breaks(words: &[Word], place: usize) -> bool {
    words.get(place).is_none_or(|word| word.bound == Bound::Break)
}
