//! Which pairs of sides are tested, and what their p-values are worth together.
//!
//! Only whole sides are tested, never words: occurrences of words are too far from independent for any p
//! (`statistics::keyness`). A sample must be able to bear a test: five sentences a side, as for an interval; two
//! articles that hold both sides, because one article is one author's choice of who says what; six for a p that
//! reaches beyond these articles. What is refused stands in the note of the pair.

use super::contrast::{Contrast, Effect};
use crate::statistics::{
    MIN_ARTICLES, MIN_VALUES, RandomisationTest, benjamini_hochberg, permutation_test, sign_flip_test,
};

/// With a single article that holds both sides there is no test at all.
pub(super) const MIN_ARTICLES_TO_TEST: usize = 2;

/// A test of one pair of sides, and what is left of it among the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tested {
    /// The test by itself.
    pub test: RandomisationTest,
    /// p corrected for all pairs of sides that were tested likewise in the same score (Benjamini & Hochberg 1995).
    pub q: f64,
}

impl Tested {
    /// As if no other pair were tested; [`adjust`] sets the others against it.
    fn alone(test: RandomisationTest) -> Self {
        Self { test, q: test.p }
    }
}

/// Permutes turns within articles; `turns` are the means of the turns behind the sentences of the sides.
pub(super) fn permutation(
    sides: [&[Vec<f64>]; 2],
    turns: &[Vec<Vec<f64>>; 2],
    n_both: usize,
    seed: u64,
) -> Option<Tested> {
    let n_sentences = |side: &[Vec<f64>]| side.iter().map(Vec::len).sum::<usize>();
    let is_large_enough =
        n_both >= MIN_ARTICLES_TO_TEST && sides.iter().all(|side| n_sentences(side) >= MIN_VALUES);
    is_large_enough.then(|| permutation_test(&turns[0], &turns[1], seed)).flatten().map(Tested::alone)
}

pub(super) fn sign_flip(sides: [&[Vec<f64>]; 2], n_both: usize, seed: u64) -> Option<Tested> {
    let is_large_enough = n_both >= MIN_ARTICLES;
    is_large_enough.then(|| sign_flip_test(sides[0], sides[1], seed)).flatten().map(Tested::alone)
}

/// Sets the q-values: a family is all pairs of sides to which the same test was put in the same score.
pub(super) fn adjust(contrasts: &mut [Contrast]) {
    for score in [tone, compound] {
        for test in [of_permutation, of_sign_flip] {
            let mut family: Vec<&mut Tested> = contrasts
                .iter_mut()
                .filter_map(|contrast| test(score(contrast).as_mut()?).as_mut())
                .collect();
            let p_values: Vec<f64> = family.iter().map(|tested| tested.test.p).collect();
            for (tested, q) in family.iter_mut().zip(benjamini_hochberg(&p_values)) {
                tested.q = q;
            }
        }
    }
}

fn tone(contrast: &mut Contrast) -> &mut Option<Effect> {
    &mut contrast.tone
}

fn compound(contrast: &mut Contrast) -> &mut Option<Effect> {
    &mut contrast.compound
}

fn of_permutation(effect: &mut Effect) -> &mut Option<Tested> {
    &mut effect.permutation
}

fn of_sign_flip(effect: &mut Effect) -> &mut Option<Tested> {
    &mut effect.sign_flip
}
