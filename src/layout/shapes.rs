//! Shapes that lines have whatever their words: bullets, bylines, names, clock times, addresses, paths.

use super::look::Look;

/// Bullets that are followed by a blank.
const BULLETS: [char; 18] =
    ['•', '*', '-', '–', '—', '·', '▪', '●', '○', '◦', '‣', '■', '□', '∙', '►', '▶', '➤', '\u{f0b7}'];

/// Words that stay small in a title that is set in capitals.
const FUNCTION_WORDS: [&str; 22] = [
    "a", "an", "and", "as", "at", "by", "de", "for", "from", "in", "into", "la", "of", "on", "or", "the",
    "to", "van", "von", "with", "via", "der",
];

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Titles before names, in lower case, without stops.
const HONORIFICS: [&str; 17] = [
    "cllr",
    "coun",
    "councillor",
    "councillors",
    "cllrs",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
];

/// The length in bytes of the bullet or number that starts a list item; none for other lines.
pub(super) fn list_marker(words: &str) -> Option<usize> {
    let first = words.chars().next()?;
    if BULLETS.contains(&first) || first == 'o' {
        let rest = &words[first.len_utf8()..];
        let item = rest.starts_with(char::is_whitespace)
            && rest.trim_start().starts_with(char::is_alphanumeric)
            || rest.trim_start().starts_with(['“', '"', '‘', '\'', '£', '('])
                && rest.starts_with(char::is_whitespace);
        let plain_o =
            first == 'o' && !rest.trim_start().starts_with(|next: char| next.is_uppercase() || next == '“');
        return (item && !plain_o).then(|| words.len() - rest.trim_start().len());
    }
    let length = number_marker(words)?;
    words[length..].starts_with(char::is_whitespace).then_some(length)
}

/// `1.` `12)` `27.3` `(a)` `(iv)` `a)` at the start of a line.
fn number_marker(words: &str) -> Option<usize> {
    let token = words.split_whitespace().next()?;
    let inner = token.trim_start_matches('(').trim_end_matches(['.', ')', ':']);
    let closed = token.len() > inner.len();
    let numbered = inner
        .split('.')
        .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let lettered = (1..=4).contains(&inner.len())
        && inner.bytes().all(|b| b.is_ascii_lowercase())
        && token.ends_with(')')
        && (inner.len() == 1 || inner.bytes().all(|b| b"ivx".contains(&b)));
    ((numbered && (closed || inner.contains('.'))) || lettered).then_some(token.len())
}

/// Whether the line is a clock time and nothing else (`19:04`, `7.30pm`): the stamp of a live blog's post.
pub(super) fn is_clock(look: &Look) -> bool {
    look.n_words <= 2 && look.key.len() <= 10 && look.key.split_whitespace().next().is_some_and(is_clock_time)
}

/// `19:04`, `9.30am`, `7pm`.
pub(super) fn is_clock_time(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &word[digits.len()..];
    if !matches!(suffix, "" | "am" | "pm" | "gmt" | "bst") {
        return false;
    }
    let mut parts = digits.split([':', '.']);
    let two = |part: Option<&str>| {
        part.is_some_and(|p| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
    };
    let hour = two(parts.next());
    let minute = parts.next();
    hour && parts.next().is_none()
        && (two(minute) && minute.is_some_and(|m| m.len() == 2) || minute.is_none() && !suffix.is_empty())
}

/// Whether the line starts as a date does and is not a sentence: `Tuesday 6 June 2023, Council Chamber`,
/// `Published 11 Nov 2021 By Pamela Rix, Education Editor`.
pub(super) fn is_dateline(look: &Look) -> bool {
    if look.stop || look.n_words > 14 || look.last == ':' {
        return false;
    }
    let entry = look.n_words > 9 || look.key.contains(" - ");
    if entry && !look.key.contains(" by ") {
        return false;
    }
    let mut words =
        look.key.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).peekable();
    while words.peek().is_some_and(|word| {
        matches!(word.trim_end_matches(':'), "published" | "updated" | "posted" | "on" | "date")
    }) {
        words.next();
    }
    let rest: Vec<&str> = words.take(4).collect();
    let weekday = rest.first().is_some_and(|word| WEEKDAYS.contains(&word.get(..3).unwrap_or_default()));
    let day = |word: &str| {
        word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u8>().is_ok_and(|day| day <= 31)
    };
    let month = |word: &str| word.len() < 10 && MONTHS.contains(&word.get(..3).unwrap_or_default());
    let from = usize::from(weekday).min(rest.len());
    let year = rest.iter().any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    let after_colon = look.key.rsplit_once(": ").is_some_and(|(before, _)| before.contains(' '));
    year && !after_colon
        && matches!(rest[from..], [one, other, ..] if (day(one) && month(other)) || (month(one) && day(other)))
}

/// Whether the line names its writer: `By Jane Smith, Local Democracy Reporter`, `by staff reporters`.
pub(super) fn is_byline(look: &Look) -> bool {
    let Some(rest) = look.key.strip_prefix("by ") else {
        return false;
    };
    let staff = ["staff", "our ", "a staff", "the newsroom", "news desk", "newsroom"]
        .iter()
        .any(|word| rest.starts_with(word));
    let second = look.words.split_whitespace().nth(1).unwrap_or_default();
    (staff || second.starts_with(char::is_uppercase)) && look.n_words <= 16 && !look.stop && look.last != ':'
}

/// Whether the line is two to four words that look like somebody's name.
pub(super) fn is_name(look: &Look) -> bool {
    let mut words = look.words.split_whitespace().peekable();
    if words.peek().is_some_and(|first| is_honorific(first)) {
        words.next();
    }
    let words: Vec<&str> = words.take(6).collect();
    let like_name = |word: &&str| {
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        let possessive = word.ends_with("'s") || word.ends_with("’s");
        letters
            && !possessive
            && (word.starts_with(char::is_uppercase)
                || matches!(*word, "de" | "van" | "von" | "der" | "al" | "bin"))
    };
    (2..=4).contains(&words.len()) && words.iter().all(like_name) && !look.stop
}

/// Whether the line says who is in a picture: a name alone with a title, or `Jane Smith, leader of the council`.
pub(super) fn is_name_with_role(look: &Look) -> bool {
    let titled = look.words.split_whitespace().next().is_some_and(is_honorific);
    if titled && is_name(look) {
        return true;
    }
    let short = look.n_words <= 15 && look.last.is_alphanumeric();
    let Some((name, role)) = look.words.split_once(", ").filter(|_| short) else {
        return false;
    };
    let n_names = name.split_whitespace().count();
    let names = (2..=5).contains(&n_names)
        && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        && !name.contains(['‘', '\'', '“', '"', '’']);
    let role = !role.contains(", ")
        && role.starts_with(char::is_lowercase)
        && !role.starts_with("say")
        && !role.starts_with("said");
    names && role
}

/// Whether the line starts with a titled name and tells nothing of them (`Cllr Jane Smith at the new centre`).
pub(super) fn starts_with_titled_name(look: &Look) -> bool {
    let mut words = look.words.split_whitespace();
    let titled =
        words.next().is_some_and(|first| is_honorific(first) && first.starts_with(char::is_uppercase));
    titled && words.next().is_some_and(|second| second.starts_with(char::is_uppercase)) && look.n_words >= 3
}

/// Whether the line is a path through the site: `Home > News > Local`.
pub(super) fn is_breadcrumb(look: &Look) -> bool {
    let short = |mark: &str| {
        let few = |part: &str| part.split_whitespace().count() <= 4;
        look.words.contains(mark) && look.words.split(mark).all(few)
    };
    let marks: &[&str] = if look.n_words <= 4 {
        &[" > ", " » ", " › ", " / ", " | "]
    } else {
        &[" > ", " » ", " › ", " / "]
    };
    let home = look.n_words <= 8 || look.n_words <= 24 && look.key.starts_with("home ");
    !look.stop && home && marks.iter().any(|mark| short(mark))
}

/// Whether the line gives one of the grades, each between blanks: `Responding to the public | inadequate`.
pub(super) fn has_grade(look: &Look, grades: &[String]) -> bool {
    let plain = |letter: char| !letter.is_alphanumeric();
    let words: Vec<&str> = look.key.split(plain).filter(|word| !word.is_empty()).collect();
    let words = format!(" {} ", words.join(" "));
    grades.iter().any(|grade| words.contains(grade))
}

/// Whether the line lists links between bars: `About us | Support us | Archive`.
pub(super) fn is_link_bar(look: &Look) -> bool {
    let few = |part: &str| (1..=4).contains(&part.split_whitespace().count());
    let bar = |mark: &str| look.words.matches(mark).count() >= 2 && look.words.split(mark).all(few);
    // Two bars take six bytes.
    look.words.len() > 6
        && !look.stop
        && look.n_words <= 24
        && [" | ", " · ", " • "].iter().any(|mark| bar(mark))
}

/// Whether the line is a slogan of fragments: `Independent. Local. Nosy.`
pub(super) fn is_fragments(look: &Look) -> bool {
    if !look.stop || look.n_words > 10 {
        return false;
    }
    let fragment = |part: &str| (1..=2).contains(&part.split_whitespace().count());
    let n_stops = look.words.matches('.').count();
    (2..=5).contains(&n_stops)
        && look.n_words <= 2 * n_stops
        && look.words.trim_end_matches('.').split(". ").all(fragment)
}

/// Whether the line counts pictures: `2/14`, `2 of 14`.
pub(super) fn is_picture_count(look: &Look) -> bool {
    if !look.key.starts_with(|first: char| first.is_ascii_digit()) {
        return false;
    }
    let count = |mark: &str| {
        let figure = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        look.bare().split_once(mark).is_some_and(|(one, all)| figure(one.trim()) && figure(all.trim()))
    };
    count("/") || count(" of ")
}

/// Whether there is a year in which a paper may have been founded after `since` or a like word.
pub(super) fn tells_founding(look: &Look) -> bool {
    let words: Vec<&str> = look.bare().split_whitespace().take(16).collect();
    words.windows(2).any(|pair| {
        let year = pair[1].trim_matches(|c: char| !c.is_alphanumeric());
        matches!(pair[0], "since" | "est" | "est." | "established" | "founded" | "in")
            && year.len() == 4
            && year.bytes().all(|b| b.is_ascii_digit())
    })
}

/// Whether the line is there to give an address or a number.
pub(super) fn is_contact(look: &Look) -> bool {
    let mail = |word: &str| word.find('@').is_some_and(|at| at > 0 && word[at..].contains('.'));
    if look.n_words <= 30 && !look.speaks() && look.key.contains('@') && look.key.split(' ').any(mail) {
        return true;
    }
    if look.n_words > 12 || (look.stop && look.n_words > 6) {
        return false;
    }
    let address = |word: &str| {
        word.starts_with("http://")
            || word.starts_with("https://")
            || word.starts_with("www.")
            || word.starts_with('@')
    };
    let n_digits = look.key.bytes().filter(u8::is_ascii_digit).count();
    let number = look.key.contains(" 0") || look.key.starts_with('0') || look.words.contains('+');
    look.key.split(' ').any(address) || (number && (10..=24).contains(&n_digits)) || ends_with_postcode(look)
}

/// `Piccadilly Gate, Store Street, Manchester M1 2WD`.
fn ends_with_postcode(look: &Look) -> bool {
    let mut words = look.words.split_whitespace().rev();
    let (Some(inward), Some(outward)) = (words.next(), words.next()) else {
        return false;
    };
    let code = |word: &str, range: std::ops::RangeInclusive<usize>| {
        range.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
    };
    let figure_first = inward.starts_with(|c: char| c.is_ascii_digit())
        && inward.bytes().filter(u8::is_ascii_digit).count() == 1;
    let area =
        outward.starts_with(|c: char| c.is_ascii_uppercase()) && outward.bytes().any(|b| b.is_ascii_digit());
    code(inward, 3..=3) && figure_first && code(outward, 2..=4) && area
}

/// Whether every word is a hash tag or a handle.
pub(super) fn is_tag_line(look: &Look) -> bool {
    let tag = |word: &str| word.len() > 1 && word.starts_with(['#', '@']);
    look.n_words > 0 && look.n_words < 30 && look.words.split_whitespace().all(tag)
}

/// Whether the line names an image file.
pub(super) fn is_file_name(look: &Look) -> bool {
    let image = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"];
    look.n_words <= 4 && image.iter().any(|extension| look.bare().ends_with(extension))
}

/// Whether the line is an agency's slug: `OFSTED Northmere`.
pub(super) fn is_slug(look: &Look) -> bool {
    let words: Vec<&str> = look.words.split_whitespace().take(5).collect();
    let [first, rest @ ..] = words.as_slice() else {
        return false;
    };
    let capitals = first.len() >= 3 && first.chars().all(char::is_uppercase);
    let proper =
        |word: &&str| word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
    capitals && (1..=3).contains(&rest.len()) && rest.iter().all(proper)
}

/// Whether a word stays small in a title that is set in capitals.
pub(super) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(&word)
}

fn is_honorific(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    HONORIFICS.iter().any(|honorific| honorific.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::super::look::look;
    use super::*;

    #[test]
    fn bullets_and_numbers_start_list_items() {
        for item in [
            "• Plans",
            "- “Plans",
            "1. Plans",
            "27.3 Plans",
            "(a) Plans",
            "(iv) plans",
            "a) plans",
            "o Plans",
            "*\tPlans",
        ] {
            assert!(list_marker(item).is_some(), "{item}");
        }
        for line in
            ["10 children", "O Plans", "o plans", "-Plans", "2019. It", "and) so", "– – –", "£1.5 million"]
        {
            assert!(list_marker(line).is_none(), "{line}");
        }
    }

    #[test]
    fn a_byline_names_its_writer() {
        for line in
            ["By Hannah Prowse, Local Democracy Reporter", "by staff reporters", "By Charlotte Webster-"]
        {
            assert!(is_byline(&look(line)), "{line}");
        }
        for line in ["By signing up you agree", "By Monday the leader of the council had said sorry."] {
            assert!(!is_byline(&look(line)), "{line}");
        }
    }

    #[test]
    fn clock_times_stand_alone() {
        for line in ["19:04", "7.30pm", "9am", "9:15 BST"] {
            assert!(is_clock(&look(line)), "{line}");
        }
        for line in ["19", "2019", "1.234", "19:04 Welcome to our blog"] {
            assert!(!is_clock(&look(line)), "{line}");
        }
    }

    #[test]
    fn a_path_through_the_site_is_no_headline() {
        assert!(is_breadcrumb(&look("Home > News > 2023")));
        assert!(is_breadcrumb(&look("Home / News / Local")));
        assert!(!is_breadcrumb(&look("Care and/or custody: what the report says")));
    }

    #[test]
    fn a_picture_line_says_who_and_what() {
        assert!(is_name_with_role(&look("Sir Gerald Pym, leader of Ellingshire County Council")));
        assert!(is_name_with_role(&look("Cllr Jane Smith")));
        assert!(!is_name_with_role(&look("Council leader in tears, says source")));
        assert!(!is_name_with_role(&look("Jamie Orme, the leader of the opposition, spoke to the Echo")));
    }
}
