//! Tells when a line speaks to the reader for the outlet: words of an appeal are weighed, not matched whole.

use serde::Deserialize;

use super::furniture::is_whole_word;
use super::look::Look;
use super::phrases::Phrases;

/// Weight from which a line is an appeal wherever it stands.
const ANYWHERE: usize = 4;
/// Weight from which it is one above the first paragraph or below the last.
const AT_AN_EDGE: usize = 3;
/// Words of an appeal at most.
const WORDS: usize = 48;
/// Weight of what only a site offers or asks for.
const STRONG: usize = 2;
/// Marks of one kind that count at most.
const COUNTED: usize = 2;
/// Digits of a telephone number at least; helplines have six.
const PHONE_DIGITS: usize = 6;

/// Words of appeals by what they say of the line. Lower case, plain marks, whole words.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Words {
    /// Who is spoken to.
    reader: Vec<String>,
    /// Who speaks.
    outlet: Vec<String>,
    /// What the reader is to do.
    deeds: Vec<String>,
    /// What only a site has.
    site: Vec<String>,
    /// Where help is to be had; counts at the edges only.
    help: Vec<String>,
    /// What tells of somebody's speech: such a line is never an appeal.
    speech: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Reader,
    Outlet,
    Deed,
    Site,
    Help,
    Speech,
}

/// Looks for the words of appeals, in one pass over a line.
#[derive(Clone, Debug)]
pub(super) struct Appeals {
    classes: Vec<Class>,
    finder: Phrases,
}

impl Appeals {
    /// Prepares the search.
    pub(super) fn new(words: Words) -> Self {
        let lists = [
            (words.reader, Class::Reader),
            (words.outlet, Class::Outlet),
            (words.deeds, Class::Deed),
            (words.site, Class::Site),
            (words.help, Class::Help),
            (words.speech, Class::Speech),
        ];
        let classes = lists.iter().flat_map(|(list, class)| list.iter().map(|_| *class)).collect();
        let patterns: Vec<String> = lists.into_iter().flat_map(|(list, _)| list).collect();
        Self { classes, finder: Phrases::new(patterns) }
    }

    /// Whether the line is an appeal wherever it stands.
    pub(super) fn anywhere(&self, look: &Look) -> bool {
        self.weigh(look).is_some_and(|marks| marks.site > 0 && marks.addressed() && marks.sum() >= ANYWHERE)
    }

    /// Whether the line is an appeal where nothing of the article stands before it, or nothing after.
    pub(super) fn at_an_edge(&self, look: &Look) -> bool {
        self.weigh(look).is_some_and(|marks| marks.is_strong() && marks.sum() + marks.help() >= AT_AN_EDGE)
    }

    /// The marks of an appeal in a line; none where somebody may be speaking.
    fn weigh(&self, look: &Look) -> Option<Marks> {
        if look.speaks() || look.list_item || look.n_words > WORDS {
            return None;
        }
        let key = look.key.as_str();
        let mut marks = Marks::default();
        let mut end = 0;
        for found in self.finder.find(key) {
            if !is_whole_word(key, found.start, found.end) {
                continue;
            }
            match self.classes[found.phrase] {
                Class::Speech => return None,
                Class::Reader => marks.reader = true,
                Class::Outlet => marks.outlet = true,
                Class::Deed => marks.deeds += 1,
                // A longer phrase over the same words says nothing new.
                Class::Site if found.start >= end => (marks.site, end) = (marks.site + 1, found.end),
                Class::Site => {}
                Class::Help => marks.help += 1,
            }
        }
        Some(Marks { price: has_price(key), phone: has_phone(key), ..marks })
    }
}

/// How often each kind of mark stands in a line.
#[derive(Clone, Copy, Debug, Default)]
struct Marks {
    reader: bool,
    outlet: bool,
    deeds: usize,
    site: usize,
    help: usize,
    price: bool,
    phone: bool,
}

impl Marks {
    fn sum(self) -> usize {
        let weak = usize::from(self.reader) + usize::from(self.outlet) + self.deeds.min(COUNTED);
        weak + STRONG * (self.site.min(COUNTED) + usize::from(self.price))
    }

    /// The weight of what offers help.
    fn help(self) -> usize {
        STRONG * self.help.min(COUNTED) + usize::from(self.phone)
    }

    /// Whether somebody is spoken to or asked to do something.
    fn addressed(self) -> bool {
        self.reader || self.outlet || self.deeds > 0
    }

    fn is_strong(self) -> bool {
        self.site > 0 || self.price || self.help > 0 || (self.phone && self.reader && self.deeds > 0)
    }
}

/// `£3 a month`, `£1 per week`: a price for a span of time.
fn has_price(key: &str) -> bool {
    key.split('£').skip(1).any(|after| {
        let mut words = after.split_whitespace();
        let figure = words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        let each = words.next().is_some_and(|word| matches!(word, "a" | "per" | "each" | "every"));
        let span = words.next().map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric()));
        figure && each && span.is_some_and(|span| matches!(span, "day" | "week" | "month" | "year"))
    })
}

/// A telephone number: digits that start with a nought or a one, in groups, without a sign of money.
fn has_phone(key: &str) -> bool {
    if key.bytes().filter(u8::is_ascii_digit).count() < PHONE_DIGITS {
        return false;
    }
    let mut n_digits = 0;
    for word in key.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '£' | '%'));
        let digits = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        let begins = n_digits > 0 || (word.starts_with(['0', '1']) && !word.starts_with("00"));
        n_digits = if digits && begins { n_digits + word.len() } else { 0 };
        if n_digits >= PHONE_DIGITS {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::look::look;
    use super::*;
    use crate::Profile;

    fn appeals() -> &'static Appeals {
        &Profile::inspection().furniture.appeals
    }

    #[test]
    fn what_only_a_site_asks_is_an_appeal_anywhere() {
        for line in [
            "Unlock unlimited access for £2 a week. Cancel any time.",
            "You can change how we use cookies on your device at any time.",
            "Sign in to your account to keep reading this article.",
        ] {
            assert!(appeals().anywhere(&look(line)), "{line}");
        }
    }

    #[test]
    fn a_helpline_is_an_appeal_at_the_edges_only() {
        let line = look("If you are worried about a child you can call our helpline on 01555 555 014.");
        assert!(appeals().at_an_edge(&line));
        assert!(!appeals().anywhere(&line));
    }

    #[test]
    fn speech_and_telling_are_no_appeals() {
        for line in [
            "“Please support this newspaper and its helpline,” she said.",
            "She told us that you can call the helpline at any time.",
            "If you need our help you should not have to call three times.",
            "We will need your support and your views.",
            "The council spends £3 a head on parks.",
            "Families called a helpline that nobody answered.",
        ] {
            assert!(!appeals().at_an_edge(&look(line)), "{line}");
            assert!(!appeals().anywhere(&look(line)), "{line}");
        }
    }

    #[test]
    fn prices_and_telephone_numbers_are_read() {
        assert!(has_price("from £4.50 per month."));
        assert!(!has_price("it costs £4,000 a place"));
        assert!(has_phone("on 116 123."));
        assert!(!has_phone("in 2019 there were 120 of 640"));
        assert!(!has_phone("£1 000 000"));
    }
}
