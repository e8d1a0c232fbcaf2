//! The rules that decide whether a mark ends a sentence: a table, read from top to bottom.

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviations::{Abbreviations, Class};
use super::gap::{First, Gap, Mark, first_word};
use super::list;

/// What a rule says of a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// The sentence goes on.
    Join,
    /// The sentence ends.
    Split,
}
use Verdict::{Join, Split};

type Rule = fn(&Gap, &Abbreviations) -> Option<Verdict>;

/// The first rule that says something decides.
const RULES: [Rule; 15] = [
    edge_of_text,
    list_label,
    going_on,
    without_space,
    leader,
    ellipsis_at_the_edge,
    small_letter,
    ellipsis,
    attribution_tag,
    citation,
    name_with_mark,
    strong_or_quoted,
    initial,
    abbreviation,
    capital_or_number,
];

/// Whether the gap ends a sentence.
pub(super) fn is_bound(gap: &Gap, data: &Abbreviations) -> bool {
    let verdict = RULES.iter().find_map(|rule| rule(gap, data));
    verdict.map_or_else(|| unicode_bound(gap), |verdict| verdict == Split)
}

/// Nothing, a bar or a bullet follows.
fn edge_of_text(gap: &Gap, _: &Abbreviations) -> Option<Verdict> {
    matches!(gap.first, First::Nothing | First::Divider).then_some(Split)
}

/// "27.3 The Director said": the sentence so far is only a label.
fn list_label(gap: &Gap, _: &Abbreviations) -> Option<Verdict> {
    let short = gap.marks.start - gap.start <= 16;
    (short && gap.mark == Mark::Stop && list::is_label(gap.so_far())).then_some(Join)
}

/// "the council, etc., will": a comma or dash follows.
fn going_on(gap: &Gap, _: &Abbreviations) -> Option<Verdict> {
    (gap.first == First::Continuation).then_some(Join)
}

/// "end.The next", but neither "27.3", "www.leeds.gov.uk" nor "Media.Com".
fn without_space(gap: &Gap, data: &Abbreviations) -> Option<Verdict> {
    if gap.has_space() {
        return None;
    }
    if matches!(gap.first, First::Lower | First::Digit) {
        return Some(Join);
    }
    let plain = gap.mark == Mark::Stop && !gap.has_closers() && gap.first_at == gap.next;
    if !plain || gap.first != First::Upper {
        return in_address(gap).then_some(Join);
    }
    let split = ends_word(gap.word(), data) && starts_word(gap, data) && !in_address(gap);
    Some(if split { Split } else { Join })
}

/// Whether the word before a stop is a whole word or number, as in "refused.The".
fn ends_word(word: &str, data: &Abbreviations) -> bool {
    word.chars().nth(1).is_some() && !word.ends_with(char::is_uppercase) && data.class(word).is_none()
}

/// Whether a capitalised word follows, not an initial nor the end of an address.
fn starts_word(gap: &Gap, data: &Abbreviations) -> bool {
    let next = gap.first_word();
    let whole = match next.chars().nth(1) {
        Some(second) => second.is_lowercase() || matches!(second, '\'' | '’'),
        None => gap.following()[next.len()..].starts_with(' '),
    };
    whole && !data.is_domain(next)
}

/// Whether the mark stands inside a web or mail address.
fn in_address(gap: &Gap) -> bool {
    let so_far = gap.so_far();
    let before = so_far.rsplit(char::is_whitespace).next().unwrap_or_default();
    let after = gap.following().split(char::is_whitespace).next().unwrap_or_default();
    let in_link = before.contains("://") || before.contains("www.");
    !gap.has_closers() && (in_link || before.contains('@') || after.contains('@'))
}

/// "Chair ........ Date": a line to write on.
fn leader(gap: &Gap, _: &Abbreviations) -> Option<Verdict> {
    (gap.mark == Mark::Leader).then_some(Join)
}

/// "[…]" leaves out words inside a sentence; "…This" leads into one.
fn ellipsis_at_the_edge(gap: &Gap, _: &Abbreviations) -> Option<Verdict> {
    if gap.mark != Mark::Ellipsis {
        return None;
    }
    let before = gap.before();
    let bracketed = matches!(before, Some('[' | '(')) && gap.text[gap.marks.end..].starts_with([']', ')']);
    let leads =
        !gap.has_space() && before.is_none_or(|c| c.is_whitespace() || matches!(c, '“' | '‘' | '"' | '\''));
    (bracketed || leads).then_some(Join)
}

/// "“Really?” she asked": a small letter goes on with the sentence, unless it is a name that has one
/// ("eBay") or stands in a quotation that opens after the mark.
fn small_letter(gap: &Gap, data: &Abbreviations) -> Option<Verdict> {
    if gap.first != First::Lower {
        return None;
    }
    let word = gap.first_word();
    let inner_capital = word.chars().skip(1).take(6).any(char::is_uppercase);
    if gap.mark != Mark::Ellipsis && data.class(gap.word()).is_none() {
        let new_quotation = gap.opens_quote && gap.has_space() && !gap.quoted;
        if inner_capital || data.is_lower_case_name(word) || new_quotation {
            return Some(Split);
        }
    }
    Some(Join)
}

/// "He waited... Then he left", but not "the thing is . . . I did not".
fn ellipsis(gap: &Gap, _: &Abbreviations) -> Option<Verdict> {
    if gap.mark != Mark::Ellipsis {
        return None;
    }
    let spaced = gap.before().is_none_or(char::is_whitespace);
    let n_stops = gap.text[gap.marks.clone()].chars().filter(|c| *c == '.').count();
    let speaker = matches!(first_word(gap.following()), "I" | "I’m" | "I'm" | "I’ve" | "I've");
    let inside = spaced && n_stops < 4 && speaker && !gap.quoted;
    let number = gap.first == First::Digit;
    Some(if inside || number { Join } else { Split })
}

/// "“Is it safe?” Mr Jones asked.": a name and a verb of speech, and then the sentence ends.
fn attribution_tag(gap: &Gap, data: &Abbreviations) -> Option<Verdict> {
    if !gap.quoted || gap.opens_quote || gap.first != First::Upper {
        return None;
    }
    let following = gap.following();
    let mut at = 0;
    for (n, word) in following.split([' ', '\n']).take(6).enumerate() {
        let bare = word.trim_end_matches(['.', ',', '!']);
        if n > 0 && data.is_speech_verb(bare) {
            let after = following[at + bare.len()..].trim_start_matches([',', ' ']);
            let speech_follows = after.starts_with(['“', '‘', '"', '\'']);
            return (bare.len() < word.len() && !speech_follows).then_some(Join);
        }
        let names = word.starts_with(char::is_uppercase) || (n == 1 && following.starts_with("The "));
        if !names {
            return None;
        }
        at += word.len() + 1;
    }
    None
}

/// "… of parallel stairways.” (Smith 55).": a reference in brackets belongs to what it refers to.
fn citation(gap: &Gap, _: &Abbreviations) -> Option<Verdict> {
    let from_bracket = gap.text[gap.next..gap.first_at].starts_with('(').then_some(gap.following())?;
    let (_, after) = from_bracket.split_once(')')?;
    after.starts_with(['.', ',', ';']).then_some(Join)
}

/// "Yahoo! Finance": some names end with a mark.
fn name_with_mark(gap: &Gap, data: &Abbreviations) -> Option<Verdict> {
    if gap.mark != Mark::Strong || gap.has_closers() || !data.is_name_with_mark(gap.word()) {
        return None;
    }
    let goes_on = gap.marks.len() == 1 && !data.is_starter(gap.first_word());
    goes_on.then_some(Join)
}

/// A question or exclamation mark, or a stop with a closing quotation mark, ends a sentence before a capital.
fn strong_or_quoted(gap: &Gap, _: &Abbreviations) -> Option<Verdict> {
    let starts = matches!(gap.first, First::Upper | First::Digit | First::Money);
    (starts && (gap.mark == Mark::Strong || gap.quoted)).then_some(Split)
}

/// "J. K. Rowling", but not "you and I. Did you" nor "Vitamin C. Doctors".
fn initial(gap: &Gap, data: &Abbreviations) -> Option<Verdict> {
    let word = gap.word();
    let mut letters = word.chars();
    let letter = letters.next().filter(|c| c.is_uppercase())?;
    if letters.next().is_some() || gap.first != First::Upper {
        return None;
    }
    let previous = gap.previous_word();
    let starter = data.is_starter(gap.first_word()) && !is_initial(gap.following());
    let platform = letter == 'X' && previous.starts_with(char::is_lowercase);
    let split = starter || platform || data.is_lettered(previous);
    Some(if split { Split } else { Join })
}

/// Whether a single letter and a stop follow.
fn is_initial(following: &str) -> bool {
    let mut letters = following.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.')
}

/// What the list of abbreviations says of the word before the stop.
fn abbreviation(gap: &Gap, data: &Abbreviations) -> Option<Verdict> {
    let class = data.class(gap.word())?;
    let starter = data.is_starter(gap.first_word()) && !is_initial(gap.following());
    let before_name = gap.first == First::Upper && !starter;
    let joins = match class {
        Class::Inside => true,
        Class::Title => before_name,
        Class::Number => is_number(gap.following()),
        Class::Either => (before_name && !gap.opens_quote) || gap.first == First::Digit,
        Class::Closing => {
            gap.first == First::Upper && (data.goes_with_time(gap.first_word()) || is_fronted(gap))
        }
    };
    Some(if joins { Join } else { Split })
}

/// Whether the words begin with a number: "10", "AB/12", "IV".
fn is_number(following: &str) -> bool {
    let word = first_word(following);
    let roman = word.len() > 1 && word.bytes().all(|b| b"IVXLC".contains(&b));
    let token = following.split(char::is_whitespace).next().unwrap_or_default();
    roman || token.len() <= 16 && token.bytes().any(|b| b.is_ascii_digit())
}

/// "At 5 a.m. Mr Smith went": so short a beginning has no verb yet.
fn is_fronted(gap: &Gap) -> bool {
    let so_far = gap.so_far().trim_start();
    let n_words = so_far.split_whitespace().count();
    let fronts = ["At", "By", "On", "In", "From", "Until", "Since", "After", "Before", "Around", "About"];
    n_words <= 4 && fronts.contains(&first_word(so_far.trim_start_matches(['“', '‘', '"', '\''])))
}

/// The common case: a capital or a number after a full stop.
fn capital_or_number(gap: &Gap, _: &Abbreviations) -> Option<Verdict> {
    matches!(gap.first, First::Upper | First::Digit | First::Money).then_some(Split)
}

/// Whether UAX #29 sees a bound, given the word before the gap and the few characters after it.
fn unicode_bound(gap: &Gap) -> bool {
    let closers = gap.text[gap.marks.end..gap.end].chars().filter(|c| !c.is_whitespace());
    let mut window = String::from(gap.word());
    window.extend(gap.text[gap.marks.clone()].chars().take(4));
    window.extend(closers.take(4));
    if gap.has_space() {
        window.push(' ');
    }
    let bound = window.len();
    window.extend(gap.text[gap.next..].chars().take(24).map(|c| if c.is_whitespace() { ' ' } else { c }));
    window.split_sentence_bound_indices().any(|(at, _)| at == bound)
}
