//! From the valences of the words to the four scores.

use serde::Serialize;

/// The four scores of a text, not rounded. All are 0 for a text without words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Scores {
    /// Share of negative weight, 0 to 1.
    pub neg: f64,
    /// Share of neutral weight, 0 to 1.
    pub neu: f64,
    /// Share of positive weight, 0 to 1.
    pub pos: f64,
    /// Normalised sum, −1 to 1.
    pub compound: f64,
}

impl Scores {
    /// At the digits that the reference gives: three for the shares, four for `compound`, half to even.
    #[must_use]
    pub fn rounded(self) -> Self {
        Self {
            neg: rounded(self.neg, 3),
            neu: rounded(self.neu, 3),
            pos: rounded(self.pos, 3),
            compound: rounded(self.compound, 4),
        }
    }
}

/// Rounds the exact binary value, as Python's `round` does; multiplying and dividing would round twice.
fn rounded(value: f64, digits: usize) -> f64 {
    format!("{value:.digits$}").parse().unwrap_or(value)
}

/// What the valences and the marks of a text sum up to, and how the scores follow from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Total {
    /// Words, emoticons and words of emoji names.
    pub n_words: usize,
    /// Words with valence 0.
    pub n_neutral: usize,
    /// Exclamation marks.
    pub n_exclamations: usize,
    /// Question marks.
    pub n_questions: usize,
    /// What the marks add to the strength of the sum, 0 to 2.128.
    pub emphasis: f64,
    /// Sum of the valences.
    pub sum: f64,
    /// The sum, pushed away from 0 by the emphasis; `compound` = this / √(this² + 15).
    pub emphasised: f64,
    /// Weight of the positive words: the valence and 1 more for each; with the emphasis if it outweighs the negative.
    pub positive: f64,
    /// Weight of the negative words, as a positive number; with the emphasis if it outweighs the positive.
    pub negative: f64,
}

/// What an exclamation mark adds, and how many are heard (Hutto & Gilbert 2014; the reference's code).
const EXCLAMATION: f64 = 0.292;
const MOST_EXCLAMATIONS: usize = 4;
/// What a question mark adds where there are two or three, and what four or more add together (same sources).
const QUESTION: f64 = 0.18;
const MANY_QUESTIONS: f64 = 0.96;
/// Approximates the largest sum that is met; the square of a sum is set against it (same sources).
pub(crate) const ALPHA: f64 = 15.0;

impl Total {
    /// Sums up: the valences that are not 0, in order, of a text of `n_words` words and these marks.
    pub(super) fn new(
        valences: &[(usize, f64)],
        n_words: usize,
        n_exclamations: usize,
        n_questions: usize,
    ) -> Self {
        let emphasis = emphasis(n_exclamations, n_questions);
        let mut total = Self { n_words, n_exclamations, n_questions, emphasis, ..Self::default() };
        let mut n_rated = 0;
        let mut negative = 0.0;
        // The order of the additions is that of the reference: another one may differ in the last digit.
        for &(_, valence) in valences {
            total.sum += valence;
            if valence > 0.0 {
                total.positive += valence + 1.0;
                n_rated += 1;
            } else if valence < 0.0 {
                negative += valence - 1.0;
                n_rated += 1;
            }
        }
        total.n_neutral = n_words - n_rated;
        total.negative = negative.abs();
        total.emphasise();
        total
    }

    fn emphasise(&mut self) {
        self.emphasised = self.sum;
        if self.sum > 0.0 {
            self.emphasised += self.emphasis;
        } else if self.sum < 0.0 {
            self.emphasised -= self.emphasis;
        }
        if self.positive > self.negative {
            self.positive += self.emphasis;
        } else if self.positive < self.negative {
            self.negative += self.emphasis;
        }
    }

    /// The weight of all words.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "no text has 2^53 words")]
    pub fn weight(&self) -> f64 {
        self.positive + self.negative + self.n_neutral as f64
    }

    /// What a valence is multiplied by to become its part of the compound; the emphasis has the rest.
    #[must_use]
    pub fn factor(&self) -> f64 {
        1.0 / (self.emphasised * self.emphasised + ALPHA).sqrt()
    }

    /// The four scores.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "no text has 2^53 words")]
    pub fn scores(&self) -> Scores {
        if self.n_words == 0 {
            return Scores::default();
        }
        let weight = self.weight();
        Scores {
            neg: self.negative / weight,
            neu: self.n_neutral as f64 / weight,
            pos: self.positive / weight,
            compound: (self.emphasised / (self.emphasised * self.emphasised + ALPHA).sqrt()).clamp(-1.0, 1.0),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most four marks are counted")]
fn emphasis(n_exclamations: usize, n_questions: usize) -> f64 {
    let exclamations = n_exclamations.min(MOST_EXCLAMATIONS) as f64 * EXCLAMATION;
    let questions = match n_questions {
        0 | 1 => 0.0,
        2 | 3 => n_questions as f64 * QUESTION,
        _ => MANY_QUESTIONS,
    };
    exclamations + questions
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The expected figures are what `round` of `CPython` 3.11 gives.
    #[test]
    fn rounding_is_that_of_python() {
        for (value, digits, expected) in [
            (0.0625, 3, 0.062),
            (0.1875, 3, 0.188),
            (0.03125, 4, 0.0312),
            (-0.09375, 4, -0.0938),
            (2.675, 2, 2.67),
            (1e-17, 4, 0.0),
        ] {
            assert_eq!(rounded(value, digits), expected);
        }
        assert!(rounded(-1e-17, 4).is_sign_negative());
    }

    #[test]
    fn a_text_without_words_scores_nothing() {
        assert_eq!(Total::new(&[], 0, 0, 0).scores(), Scores::default());
    }
}
