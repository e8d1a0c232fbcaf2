//! A sentence made ready to read: its tokens, their word classes, and which of them stand in quotation marks.

use std::cell::OnceCell;

use super::phrase::Phrase;
use crate::english::Class;
use crate::quotation::Stretch;
use crate::side::Names;
use crate::token::{TokenKind, Tokens};
use crate::{Profile, Sentence, Span};

/// One sentence with what the rules look at.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) span: Span,
    pub(crate) block: usize,
    pub(crate) tokens: Tokens,
    /// For each token, and one for the end.
    traits: Vec<Traits>,
    /// Capitalised words outside quotation marks, where people are named.
    names: Vec<usize>,
    rare: Option<Box<Rare>>,
    /// One past the last token inside quotation marks.
    quoted_to: usize,
    start: usize,
    shouts: bool,
    /// Whether most words begin with a capital letter, as in some headlines.
    pub(crate) title_case: bool,
    /// Indexes of the stretches that overlap the sentence.
    pub(crate) stretches: Vec<usize>,
    /// The subject, once somebody asked for it.
    pub(super) subject: OnceCell<Option<Phrase>>,
    /// The last party, once somebody asked for it.
    party: OnceCell<Option<usize>>,
}

/// Places of what most sentences do not have: an article may have millions of sentences.
#[derive(Clone, Debug, Default)]
struct Rare {
    /// Words of parties in small letters, and so no parties, as they are looked up.
    no_party: Vec<(usize, String)>,
    /// "Wrote" and its like.
    letters: Vec<usize>,
    /// Nouns for bodies, outside quotation marks.
    bodies: Vec<usize>,
    /// Semicolons outside quotation marks.
    semicolons: Vec<usize>,
}

/// What is known of a token, and of all tokens before it.
#[derive(Clone, Copy, Debug, Default)]
struct Traits {
    class: Class,
    /// Inside quotation marks, the marks included.
    quoted: bool,
    /// The name of a party in small letters.
    no_party: bool,
    n_plain_before: u32,
    n_quoted_before: u32,
    n_verbs_before: u32,
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
        let mut line = Self {
            span: sentence.span,
            block: sentence.block,
            title_case: false,
            traits: vec![Traits::default(); tokens.len() + 1],
            tokens,
            names: Vec::new(),
            rare: None,
            quoted_to: 0,
            start: 0,
            shouts: false,
            stretches: here.clone().collect(),
            subject: OnceCell::new(),
            party: OnceCell::new(),
        };
        for stretch in &stretches[here] {
            let from = line.tokens.at_or_after(stretch.outer.start);
            let to = line.tokens.at_or_after(stretch.outer.end);
            line.traits[from..to].iter_mut().for_each(|traits| traits.quoted = true);
            line.quoted_to = if from < to { to } else { line.quoted_to };
        }
        line.read_tokens(profile);
        line.start = line.first_word();
        line
    }

    /// Looks up every token, and counts.
    fn read_tokens(&mut self, profile: &Profile) {
        let (mut n_capitals, mut n_words) = (0, 0);
        let (mut n_long, mut n_long_capitals) = (0, 0);
        for place in 0..self.len() {
            let class = profile.english.class(self.tokens.lower(place));
            // "Visited in May found": the month.
            let month = place > 0 && self.tokens.lower(place) == "may" && self.tokens.is_capital(place);
            let class = if month { class.without(Class::AUXILIARY) } else { class };
            let capital = self.is_capital(place);
            let word = self.is_word(place);
            let traits = &mut self.traits[place];
            traits.class = class;
            traits.no_party = class.is(Class::PARTY) && !capital;
            let here = *traits;
            let next = &mut self.traits[place + 1];
            next.n_plain_before = here.n_plain_before + u32::from(word && !here.quoted);
            next.n_quoted_before = here.n_quoted_before + u32::from(word && here.quoted);
            next.n_verbs_before = here.n_verbs_before + u32::from(class.is(Class::AUXILIARY | Class::VERB));
            n_words += usize::from(word);
            n_capitals += usize::from(self.tokens.is_capitals(place));
            if word && self.tokens.lower(place).len() >= 4 {
                n_long += 1;
                n_long_capitals += usize::from(capital);
            }
            if here.no_party {
                let marked = format!("{}°", self.tokens.lower(place));
                self.rare_mut().no_party.push((place, marked));
            }
            if class.is(Class::LETTER) {
                self.rare_mut().letters.push(place);
            }
            if class.is(Class::BODY_NOUN) && !here.quoted {
                self.rare_mut().bodies.push(place);
            }
            if capital && !here.quoted {
                self.names.push(place);
            }
            if !word && !here.quoted && self.tokens.lower(place) == ";" {
                self.rare_mut().semicolons.push(place);
            }
        }
        // Four in five words of four letters or more begin with a capital letter.
        self.title_case = n_long >= 4 && 5 * n_long_capitals >= 4 * n_long;
        self.shouts = n_words >= 4 && 2 * n_capitals > n_words;
    }

    fn rare_mut(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is a word in it at all, not only marks and bars.
    pub(crate) fn has_words(&self) -> bool {
        self.n_words(0, self.len(), true) + self.n_words(0, self.len(), false) > 0
    }

    pub(crate) fn lower(&self, place: usize) -> &str {
        self.tokens.lower(place)
    }

    /// Whether the token is in one of the classes; never outside the sentence.
    pub(crate) fn is(&self, place: usize, class: Class) -> bool {
        self.class(place).is(class)
    }

    /// The classes of the token; none outside the sentence.
    pub(crate) fn class(&self, place: usize) -> Class {
        self.traits.get(place).map_or(Class::default(), |traits| traits.class)
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
        self.traits.get(place).is_some_and(|traits| traits.quoted)
    }

    /// A dash that stands for brackets.
    pub(crate) fn is_dash(&self, place: usize) -> bool {
        !self.is_word(place) && matches!(self.lower(place), "–" | "—" | "-" | "―")
    }

    pub(crate) fn is_comma(&self, place: usize) -> bool {
        !self.is_word(place) && self.lower(place) == ","
    }

    /// Whether the token is written in capital letters only, two at least.
    pub(crate) fn acronym(&self, place: usize) -> bool {
        self.tokens.is_capitals(place)
    }

    /// Whether the sentence is written in capital letters, so that they tell nothing of names.
    pub(crate) fn shouts(&self) -> bool {
        self.shouts
    }

    /// Number of words in `from..to` that are outside, or inside, quotation marks.
    pub(crate) fn n_words(&self, from: usize, to: usize, quoted: bool) -> usize {
        let (from, to) = (&self.traits[from.min(self.len())], &self.traits[to.min(self.len())]);
        let n_words = if quoted {
            to.n_quoted_before.saturating_sub(from.n_quoted_before)
        } else {
            to.n_plain_before.saturating_sub(from.n_plain_before)
        };
        n_words as usize
    }

    /// Whether no mark stands in `from..to`.
    pub(super) fn is_all_words(&self, from: usize, to: usize) -> bool {
        self.n_words(from, to, true) + self.n_words(from, to, false) == to.saturating_sub(from)
    }

    /// Whether a verb or an auxiliary stands in `from..to`.
    pub(super) fn has_verb(&self, from: usize, to: usize) -> bool {
        let n_before = |place: usize| self.traits[place.min(self.len())].n_verbs_before;
        n_before(from) < n_before(to)
    }

    /// The first semicolon at `from` or after it, outside quotation marks.
    pub(super) fn semicolon_after(&self, from: usize) -> Option<usize> {
        let semicolons = &self.rare.as_ref()?.semicolons;
        semicolons.get(semicolons.partition_point(|&place| place < from)).copied()
    }

    /// The last "wrote", "emailed" or the like before `to`.
    pub(super) fn last_letter_before(&self, to: usize) -> Option<usize> {
        last_before(&self.rare.as_ref()?.letters, to)
    }

    /// The last noun for a body before `to`, outside quotation marks.
    pub(crate) fn last_body_before(&self, to: usize) -> Option<usize> {
        last_before(&self.rare.as_ref()?.bodies, to)
    }

    /// The last party that is named.
    pub(crate) fn last_party(&self, parties: &Names) -> Option<usize> {
        *self.party.get_or_init(|| {
            let words = self.words(0, self.len());
            (0..words.len()).rev().find_map(|start| parties.at(&words, start)).map(|(party, _)| party)
        })
    }

    /// The places of capitalised words outside quotation marks.
    pub(crate) fn names(&self) -> &[usize] {
        &self.names
    }

    /// The words of a range in look-up form, marks left out; "the independent chair" is marked as being of no party.
    pub(crate) fn words(&self, from: usize, to: usize) -> Vec<&str> {
        let to = to.min(self.len());
        let mut words = Vec::with_capacity(to.saturating_sub(from));
        words.extend((from..to).filter(|&place| self.is_word(place)).map(|place| self.word(place)));
        words
    }

    fn word(&self, place: usize) -> &str {
        if self.traits[place].no_party {
            let marked = self.rare.as_ref().map_or(&[][..], |rare| &rare.no_party);
            let at = marked.binary_search_by_key(&place, |(place, _)| *place);
            return at.map_or("", |at| marked[at].1.as_str());
        }
        self.lower(place)
    }

    /// "Had ministers ever replied to him?": the paper asks, and tells nothing that was said.
    pub(crate) fn is_question(&self) -> bool {
        let last = self.len().checked_sub(1).map_or("", |last| self.lower(last));
        last == "?" && self.is(self.start, Class::AUXILIARY) && self.n_words(0, self.len(), true) == 0
    }

    /// Whether the sentence ends with a colon.
    pub(crate) fn ends_with_colon(&self) -> bool {
        self.len() > 0 && self.lower(self.len() - 1) == ":"
    }

    /// The first token after list marks such as "•" and "27.3".
    pub(crate) fn start(&self) -> usize {
        self.start
    }

    fn first_word(&self) -> usize {
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

fn last_before(places: &[usize], to: usize) -> Option<usize> {
    places[..places.partition_point(|&place| place < to)].last().copied()
}
