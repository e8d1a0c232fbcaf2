//! What a list of phrases holds, in figures.

use serde::Serialize;

use super::lexicon::Lexicon;

/// A category of phrases, counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CategoryOutline {
    /// "delay".
    pub id: String,
    /// What its phrases say, for people.
    pub note: String,
    /// Phrases as they are written; their forms are not counted.
    pub phrases: usize,
    /// Those with a rating above 0.
    pub favourable: usize,
    /// Those with a rating of 0: topics, names, words that VADER takes for feeling.
    pub neutral: usize,
    /// Those with a rating below 0.
    pub unfavourable: usize,
}

/// Words that change what phrases near them count.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OperatorOutline {
    /// "negation".
    pub id: String,
    /// What it does; `{words}` stands for the words that are met.
    pub note: String,
    /// Phrases as they are written.
    pub phrases: usize,
    /// How many words after it a phrase may start; 0 for none.
    pub ahead: usize,
    /// How many words before it a phrase may end; 0 for none.
    pub behind: usize,
    /// What a favourable phrase is multiplied by.
    pub favourable: f64,
    /// What an unfavourable phrase is multiplied by.
    pub unfavourable: f64,
}

impl Lexicon {
    /// The categories in the order of the list.
    #[must_use]
    pub fn categories(&self) -> Vec<CategoryOutline> {
        let empty = |category: &super::lexicon::Category| CategoryOutline {
            id: category.id.to_string(),
            note: category.note.to_string(),
            phrases: 0,
            favourable: 0,
            neutral: 0,
            unfavourable: 0,
        };
        let mut categories: Vec<CategoryOutline> = self.categories.iter().map(empty).collect();
        for phrase in &self.phrases {
            let category = &mut categories[phrase.category];
            category.phrases += 1;
            category.favourable += usize::from(phrase.rating > 0.0);
            category.neutral += usize::from(phrase.rating == 0.0);
            category.unfavourable += usize::from(phrase.rating < 0.0);
        }
        categories
    }

    /// The operators in the order of the list.
    #[must_use]
    pub fn operators(&self) -> Vec<OperatorOutline> {
        let outline = |operator: &super::lexicon::Operator| OperatorOutline {
            id: operator.id.to_string(),
            note: operator.note.to_string(),
            phrases: operator.words.len() + operator.verbs.len() + operator.nouns.len(),
            ahead: operator.ahead,
            behind: operator.behind,
            favourable: operator.favourable,
            unfavourable: operator.unfavourable,
        };
        self.operators.iter().map(outline).collect()
    }
}
