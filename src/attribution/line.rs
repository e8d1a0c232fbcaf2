//! A sentence made ready to read: its tokens, their word classes, and which of them stand in quotation marks.

use crate::english::Class;
use crate::quotation::Stretch;
use crate::token::{TokenKind, Tokens};
use crate::{Profile, Sentence, Span};

/// One sentence with what the rules look at.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) span: Span,
    pub(crate) block: usize,
    pub(crate) tokens: Tokens,
    pub(crate) classes: Vec<Class>,
    /// For each token, whether it stands inside quotation marks (the marks included).
    pub(crate) quoted: Vec<bool>,
    /// For each token, whether it is written in capital letters only.
    capitals: Vec<bool>,
    /// For each token, whether it is the name of a party in small letters, and so no party.
    no_party: Vec<bool>,
    /// Whether most words begin with a capital letter, as in some headlines.
    pub(crate) title_case: bool,
    /// Indexes of the stretches that overlap the sentence.
    pub(crate) stretches: Vec<usize>,
}

impl Line {
    /// Reads the sentences of an article; `stretches` are in order.
    pub(crate) fn all(
        text: &str,
        sentences: &[Sentence],
        stretches: &[Stretch],
        profile: &Profile,
    ) -> Vec<Self> {
        let mut first = 0;
        let read = |sentence: &Sentence| {
            while stretches.get(first).is_some_and(|stretch| stretch.outer.end <= sentence.span.start) {
                first += 1;
            }
            let here = stretches[first..]
                .iter()
                .take_while(|stretch| stretch.outer.start < sentence.span.end)
                .count();
            Self::new(text, sentence, first..first + here, stretches, profile)
        };
        sentences.iter().map(read).collect()
    }

    fn new(
        text: &str,
        sentence: &Sentence,
        here: std::ops::Range<usize>,
        stretches: &[Stretch],
        profile: &Profile,
    ) -> Self {
        let tokens = Tokens::new(text, sentence.span);
        let classes = profile.english.classes(&tokens);
        let mut quoted = vec![false; tokens.len()];
        for stretch in &stretches[here.clone()] {
            let from = tokens.at_or_after(stretch.outer.start);
            let to = tokens.at_or_after(stretch.outer.end);
            quoted[from..to].fill(true);
        }
        let capitals =
            (0..tokens.len()).map(|place| is_capitals(tokens.span(place, place + 1).of(text))).collect();
        let parties = &profile.side_rules.parties;
        let no_party = (0..tokens.len())
            .map(|place| !tokens.is_capital(place) && parties.at(&[tokens.lower(place)], 0).is_some())
            .collect();
        Self {
            span: sentence.span,
            block: sentence.block,
            title_case: is_title_case(&tokens),
            tokens,
            classes,
            quoted,
            capitals,
            no_party,
            stretches: here.collect(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is a word in it at all, not only marks and bars.
    pub(crate) fn has_words(&self) -> bool {
        (0..self.len()).any(|place| self.is_word(place))
    }

    pub(crate) fn lower(&self, place: usize) -> &str {
        self.tokens.lower(place)
    }

    /// Whether the token is in one of the classes; never outside the sentence.
    pub(crate) fn is(&self, place: usize, class: Class) -> bool {
        self.classes.get(place).is_some_and(|found| found.is(class))
    }

    pub(crate) fn is_word(&self, place: usize) -> bool {
        self.tokens.is_word(place)
    }

    pub(crate) fn is_capital(&self, place: usize) -> bool {
        self.tokens.is_capital(place)
    }

    pub(crate) fn is_number(&self, place: usize) -> bool {
        self.tokens.get(place).is_some_and(|token| token.kind == TokenKind::Number)
    }

    pub(crate) fn is_quoted(&self, place: usize) -> bool {
        self.quoted.get(place).copied().unwrap_or(false)
    }

    /// A dash that stands for brackets.
    pub(crate) fn is_dash(&self, place: usize) -> bool {
        matches!(self.lower(place), "–" | "—" | "-" | "―")
    }

    pub(crate) fn is_comma(&self, place: usize) -> bool {
        self.lower(place) == ","
    }

    /// Whether the token is written in capital letters only, two at least.
    pub(crate) fn acronym(&self, place: usize) -> bool {
        self.capitals.get(place).copied().unwrap_or(false)
    }

    /// Whether the sentence is written in capital letters, so that they tell nothing of names.
    pub(crate) fn shouts(&self) -> bool {
        let n_words = (0..self.len()).filter(|&place| self.is_word(place)).count();
        let n_capitals = self.capitals.iter().filter(|capital| **capital).count();
        n_words >= 4 && 2 * n_capitals > n_words
    }

    /// Number of words in `from..to` that are outside, or inside, quotation marks.
    pub(crate) fn n_words(&self, from: usize, to: usize, quoted: bool) -> usize {
        (from..to.min(self.len()))
            .filter(|&place| self.is_word(place) && self.is_quoted(place) == quoted)
            .count()
    }

    /// The words of a range in look-up form, marks left out; "the independent chair" is marked as being of no party.
    pub(crate) fn words(&self, from: usize, to: usize) -> Vec<String> {
        let word = |place: usize| {
            let lower = self.lower(place);
            if self.no_party[place] { format!("{lower}°") } else { lower.to_string() }
        };
        (from..to.min(self.len())).filter(|&place| self.is_word(place)).map(word).collect()
    }

    /// Whether the sentence ends with a colon.
    pub(crate) fn ends_with_colon(&self) -> bool {
        self.len() > 0 && self.lower(self.len() - 1) == ":"
    }

    /// The first token after list marks such as "•" and "27.3".
    pub(crate) fn start(&self) -> usize {
        let mut place = 0;
        while place < self.len()
            && !self.is_quoted(place)
            && (!self.is_word(place) || self.is_section_number(place))
        {
            place += 1;
        }
        place
    }

    fn is_section_number(&self, place: usize) -> bool {
        place == 0 && self.is_number(place) && self.lower(place).contains('.')
    }
}

fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !word.chars().any(char::is_lowercase)
}

/// Whether four in five words of four letters or more begin with a capital letter.
fn is_title_case(tokens: &Tokens) -> bool {
    let long: Vec<usize> =
        (0..tokens.len()).filter(|&p| tokens.is_word(p) && tokens.lower(p).len() >= 4).collect();
    let n_capitals = long.iter().filter(|&&place| tokens.is_capital(place)).count();
    long.len() >= 4 && 5 * n_capitals >= 4 * long.len()
}
