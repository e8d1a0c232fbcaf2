//! Fits the weights of leanings on labelled sentences.
//!
//! Least squares over the words and pairs that stand in no phrase, beside the sum of the phrases, with two penalties
//! (elastic net, Zou & Hastie 2005, by coordinate descent, Friedman et al. 2010): one makes weights small, the other
//! makes most of them 0, so that a list remains that one can read. The weights are then divided by the weight of the
//! phrases' sum and so are in the unit of ratings.
//!
//! Friedman, J., Hastie, T. & Tibshirani, R. (2010). Regularization paths for generalized linear models via coordinate
//! descent. Journal of Statistical Software 33(1). Zou, H. & Hastie, T. (2005). Regularization and variable selection via
//! the elastic net. JRSS B 67(2).

use std::collections::{BTreeMap, BTreeSet};

use super::leaning::Leaning;
use super::{Lexicon, Scratch, words};

/// A labelled text.
#[derive(Clone, Debug, PartialEq)]
pub struct Labelled {
    /// The words that are scored.
    pub text: String,
    /// How favourable it is to the inspected service, −2 to 2.
    pub valence: f64,
}

/// How strongly the fit holds back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Penalty {
    /// A word in fewer sentences than this has no leaning.
    pub least_seen: usize,
    /// Makes weights 0: in sentences times points of valence.
    pub sparse: f64,
    /// Makes weights small: in sentences.
    pub small: f64,
}

impl Default for Penalty {
    fn default() -> Self {
        Self { least_seen: 5, sparse: 3.0, small: 30.0 }
    }
}

/// No phrase pulls the fit further than this.
const MOST: f64 = 6.0;
/// Rounds of coordinate descent; the weights move by less than a thousandth long before.
const N_ROUNDS: usize = 60;
/// Weights below this, in the unit of ratings, are not worth a line.
const LEAST_WEIGHT: f64 = 0.05;

/// The leanings that explain best what the phrases of `lexicon` leave unexplained, in the order of their words.
#[must_use]
pub fn fit(labelled: &[Labelled], lexicon: &Lexicon, penalty: Penalty) -> Vec<Leaning> {
    let mut lexicon = lexicon.clone();
    lexicon.set_leanings(candidates(labelled, &lexicon, penalty.least_seen));
    let design = Design::new(labelled, &lexicon);
    let (weights, of_phrases) = design.fit(penalty);
    let scaled = |weight: f64| if of_phrases > 0.0 { weight / of_phrases } else { weight };
    let candidates = lexicon.leanings.iter().zip(weights);
    candidates
        .map(|(leaning, weight)| Leaning {
            weight: (scaled(weight) * 100.0).round() / 100.0,
            ..leaning.clone()
        })
        .filter(|leaning| leaning.weight.abs() >= LEAST_WEIGHT)
        .collect()
}

/// Every word and pair that says something of its own and stands in sentences enough, with what it was seen in and no weight yet.
fn candidates(labelled: &[Labelled], lexicon: &Lexicon, least_seen: usize) -> Vec<Leaning> {
    let mut seen: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for sample in labelled {
        let here: BTreeSet<String> =
            words::singles_and_pairs(&sample.text, &lexicon.table).into_iter().collect();
        for words in here {
            seen.entry(words).or_default()[sign(sample.valence)] += 1;
        }
    }
    let is_never = |word: &str| {
        lexicon.never_leaning.contains(word) || word.starts_with(|first: char| first.is_ascii_digit())
    };
    let says_something = |words: &String| {
        (words.contains(' ') || !lexicon.without_leaning.contains(words)) && !words.split(' ').any(is_never)
    };
    let often = seen
        .into_iter()
        .filter(|(words, seen)| seen.iter().sum::<usize>() >= least_seen && says_something(words));
    often.map(|(words, seen)| Leaning { words: words.into(), weight: 0.0, seen }).collect()
}

fn sign(valence: f64) -> usize {
    if valence < 0.0 {
        0
    } else if valence > 0.0 {
        2
    } else {
        1
    }
}

/// The labelled texts as the fit sees them.
struct Design {
    /// For each leaning the texts that have it.
    columns: Vec<Vec<u32>>,
    /// The sum of the phrases of each text.
    phrases: Vec<f64>,
    valences: Vec<f64>,
}

impl Design {
    fn new(labelled: &[Labelled], lexicon: &Lexicon) -> Self {
        let mut design = Self {
            columns: vec![Vec::new(); lexicon.leanings.len()],
            phrases: Vec::new(),
            valences: labelled.iter().map(|sample| sample.valence).collect(),
        };
        let mut scratch = Scratch::default();
        for (row, sample) in labelled.iter().enumerate() {
            // All leanings weigh 0, so this is the sum of the phrases alone.
            let sum = super::sum(&mut scratch, &sample.text, lexicon);
            design.phrases.push(sum.clamp(-MOST, MOST));
            for leaning in &scratch.matches.leanings {
                design.columns[leaning.number as usize].push(u32::try_from(row).unwrap_or(u32::MAX));
            }
        }
        design
    }

    /// The weights of the leanings, and that of the phrases' sum.
    fn fit(&self, penalty: Penalty) -> (Vec<f64>, f64) {
        let mut rest = self.valences.clone();
        let mut weights = vec![0.0; self.columns.len()];
        let mut of_phrases = 0.0;
        let square: f64 = self.phrases.iter().map(|sum| sum * sum).sum();
        for _ in 0..N_ROUNDS {
            let gain: f64 = self.phrases.iter().zip(&rest).map(|(sum, rest)| sum * rest).sum();
            let step = if square > 0.0 { gain / square } else { 0.0 };
            of_phrases += step;
            self.phrases.iter().zip(&mut rest).for_each(|(sum, rest)| *rest -= step * sum);
            for (column, weight) in self.columns.iter().zip(&mut weights) {
                #[expect(clippy::cast_precision_loss, reason = "no corpus has 2^53 sentences")]
                let n = column.len() as f64;
                let pull = column.iter().map(|&row| rest[row as usize]).sum::<f64>() + n * *weight;
                let new = (pull.abs() - penalty.sparse).max(0.0).copysign(pull) / (n + penalty.small);
                let step = new - *weight;
                if step != 0.0 {
                    column.iter().for_each(|&row| rest[row as usize] -= step);
                    *weight = new;
                }
            }
        }
        (weights, of_phrases)
    }
}

impl Lexicon {
    /// Replaces all leanings.
    pub(crate) fn set_leanings(&mut self, leanings: Vec<Leaning>) {
        self.table.forget_leanings();
        for (number, leaning) in (0..).zip(&leanings) {
            self.table.add_leaning(&leaning.words, number);
        }
        self.leanings = leanings;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Profile;

    #[test]
    fn a_word_of_unfavourable_sentences_leans_their_way() {
        let sample = |text: &str, valence| Labelled { text: text.into(), valence };
        let mut labelled = Vec::new();
        for n in 0..12 {
            labelled.push(sample(&format!("Zebra number {n} rang the poor bell."), -2.0));
            labelled.push(sample(&format!("Okapi number {n} rang the excellent bell."), 2.0));
            labelled.push(sample(&format!("Gnu number {n} rang the bell."), 0.0));
        }
        let penalty = Penalty { least_seen: 4, sparse: 0.5, small: 1.0 };
        let leanings = fit(&labelled, &Profile::inspection().tone, penalty);
        let weight =
            |words: &str| leanings.iter().find(|leaning| &*leaning.words == words).map(|found| found.weight);
        assert!(weight("zebra").unwrap() < -0.05, "{leanings:?}");
        assert!(weight("rang").is_none_or(|weight| weight.abs() < 0.1), "{leanings:?}");
    }
}
