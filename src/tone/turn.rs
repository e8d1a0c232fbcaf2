//! What the same voice says around a passage.
//!
//! Sentences of one speaker in a row pull the same way: in labelled articles the favour of a sentence correlates with
//! that of the speaker's sentence before it. A sentence such as "It was the fourth time in two years" says nothing on its
//! own, but much after "They let us down". So each passage takes a share of the sums of its neighbours in the turn.

use crate::Kind;
use crate::analysis::Passage;

/// How many passages to either side are heard.
const REACH: usize = 2;

/// The mean of the sums of the neighbours of passage `place` in its turn, at most [`REACH`] to either side; 0 where it
/// has none. The article's own voice has no turns.
pub(crate) fn around(passages: &[Passage], sums: &[f64], place: usize) -> f64 {
    let own = &passages[place];
    if own.speaker.is_none() || own.kind == Kind::Furniture {
        return 0.0;
    }
    let joins =
        |other: &&Passage| (other.speaker, other.side, other.kind) == (own.speaker, own.side, own.kind);
    let before = passages[..place].iter().rev().take(REACH).take_while(joins).count();
    let after = passages[place + 1..].iter().take(REACH).take_while(joins).count();
    let neighbours = sums[place - before..place].iter().chain(&sums[place + 1..=place + after]);
    #[expect(clippy::cast_precision_loss, reason = "at most four passages are counted")]
    let n_neighbours = (before + after) as f64;
    if n_neighbours == 0.0 { 0.0 } else { neighbours.sum::<f64>() / n_neighbours }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::synthetic::article;

    #[test]
    fn only_neighbours_of_the_same_voice_are_heard() {
        let speakers = ["A", "A", "A", "A", "B", "A"];
        let sides: Vec<_> = speakers.iter().map(|name| (u8::from(*name == "B"), *name, 0.0)).collect();
        let passages = article("a", &sides).passages;
        let sums = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0];
        let heard: Vec<f64> = (0..6).map(|place| around(&passages, &sums, place)).collect();
        assert_eq!(heard, [3.0, 13.0 / 3.0, 11.0 / 3.0, 3.0, 0.0, 0.0]);
    }
}
