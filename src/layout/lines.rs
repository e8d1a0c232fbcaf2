//! Cuts a page into lines, and joins the lines of hard-wrapped paragraphs again.

use crate::Span;

/// A paragraph, an item or a lonely line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its words, without white space at the ends.
    pub(super) span: Span,
    /// Whether an empty line stands before it.
    pub(super) gap: bool,
}

/// Longest line, in characters, that may be one of a hard-wrapped text. Agencies wrap at 65 to 80, mails
/// at 72 to 78, pages copied from a PDF at up to 110.
const WIDEST_WRAP: usize = 120;
/// A line shorter than this is never taken for a full line.
const NARROWEST_WRAP: usize = 45;

/// All lines that are not empty, hard-wrapped ones joined.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let single = printed_lines(text);
    let width = wrap_width(text, &single);
    let mut joined: Vec<Line> = Vec::with_capacity(single.len());
    let mut last = Span::default();
    for line in single {
        match joined.last_mut() {
            Some(block) if width.is_some_and(|width| continues(text, last, line, width)) => {
                block.span.end = line.span.end;
            }
            _ => joined.push(line),
        }
        last = line.span;
    }
    joined
}

/// The lines as they are printed. A separator bar after a sentence is a line of its own.
fn printed_lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut gap = false;
    let mut start = 0;
    while start < text.len() {
        let (end, next) = line_end(text, start);
        let span = Span::new(start, end).trimmed(text);
        start = next;
        if !span.of(text).chars().any(is_visible) {
            gap = true;
            if span.is_empty() {
                continue;
            }
        }
        push_without_bars(text, Line { span, gap }, &mut lines);
        gap = !span.of(text).chars().any(is_visible);
    }
    lines
}

/// Where the line that begins at `start` ends, and where the next one begins.
fn line_end(text: &str, start: usize) -> (usize, usize) {
    let is_break = |character: char| {
        matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
    };
    let Some(at) = text[start..].find(is_break) else {
        return (text.len(), text.len());
    };
    let end = start + at;
    let rest = &text[end..];
    let width = if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) };
    (end, end + width)
}

/// Adds the line, cut round each bar that follows the end of a sentence (`… best.” | “They …`).
fn push_without_bars(text: &str, line: Line, lines: &mut Vec<Line>) {
    let mut rest = line;
    while let Some(bar) = bar_after_sentence(text, rest.span) {
        lines.push(Line { span: Span::new(rest.span.start, bar).trimmed(text), gap: rest.gap });
        lines.push(Line { span: Span::new(bar, bar + 1), gap: false });
        rest = Line { span: Span::new(bar + 1, rest.span.end).trimmed(text), gap: false };
    }
    if !rest.span.is_empty() {
        lines.push(rest);
    }
}

/// The first bar with a blank before it that follows the end of a sentence.
fn bar_after_sentence(text: &str, span: Span) -> Option<usize> {
    let words = span.of(text);
    words.match_indices('|').map(|(at, _)| at).find_map(|at| {
        let before = &words[..at];
        let closed = before.trim_end();
        let after = &words[at + 1..];
        let apart =
            closed.len() < before.len() && (after.is_empty() || after.starts_with(char::is_whitespace));
        let sentence = closed.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?']);
        (apart && sentence).then_some(span.start + at)
    })
}

/// The width, in characters, at which the text is wrapped; none where lines are paragraphs.
///
/// A text is wrapped when sentences run on over line ends: a long line without a mark at its end, followed
/// by a line that starts with a small letter.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    lines
        .windows(2)
        .filter(|pair| !pair[1].gap)
        .filter(|pair| runs_on(pair[0].span.of(text), pair[1].span.of(text)))
        .map(|pair| width(pair[0].span.of(text)))
        .max()
}

/// Whether a sentence plainly runs on from one line into the next.
fn runs_on(line: &str, next: &str) -> bool {
    is_open(line, next, NARROWEST_WRAP) && !names_writer(next)
}

/// Whether a short line could be a byline in small letters (`by Jane Smith, 6th March`).
fn names_writer(line: &str) -> bool {
    let named = line.strip_prefix("by ").is_some_and(|rest| rest.starts_with(char::is_uppercase));
    named && width(line) < NARROWEST_WRAP && !line.ends_with('.')
}

/// Whether a line of at least `narrowest` characters ends without a mark and the next starts small.
fn is_open(line: &str, next: &str, narrowest: usize) -> bool {
    let open = line
        .chars()
        .next_back()
        .is_some_and(|last| last.is_alphanumeric() || matches!(last, ',' | '-' | '–' | '—' | '\'' | '’'));
    let n_characters = width(line);
    let small = next.starts_with(char::is_lowercase) && !next.starts_with("o ");
    open && small && (narrowest..=WIDEST_WRAP).contains(&n_characters)
}

/// Whether `line` continues the paragraph in which `last` is the line before.
fn continues(text: &str, last: Span, line: Line, wrap: usize) -> bool {
    let (before, words) = (last.of(text), line.span.of(text));
    if line.gap || super::shapes::list_marker(words).is_some() {
        return false;
    }
    let n_characters = width(before);
    let first = words.split_whitespace().next().map_or(0, width);
    let full = n_characters >= NARROWEST_WRAP && n_characters + 1 + first > wrap;
    n_characters <= wrap + 2 && (full || is_open(before, words, NARROWEST_WRAP / 2))
}

/// Characters of a line, counted no further than matters.
fn width(words: &str) -> usize {
    words.chars().take(WIDEST_WRAP + 1).count()
}

/// Whether a character leaves a trace on paper.
pub(super) fn is_visible(character: char) -> bool {
    let hidden = matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
    !hidden && !character.is_whitespace() && !character.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = lines(text).iter().map(|line| line.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        check("a\r\nb\rc\u{85}d\u{2028}e\u{2029}f\u{b}g\n\n h ", &["a", "b", "c", "d", "e", "f", "g", "h"]);
    }

    #[test]
    fn lines_of_a_wrapped_paragraph_are_one_block() {
        let wrapped = "Inspectors have told ministers that a jail where five men died in a year is\n\
                       among the worst they have seen.\n\nThe Prison Service said sorry.";
        check(wrapped, &[&wrapped[..107], "The Prison Service said sorry."]);
    }

    #[test]
    fn paragraphs_on_lines_of_their_own_stay_apart() {
        check(
            "The council was rated inadequate by the watchdog on Monday.\nThe leader said sorry.",
            &["The council was rated inadequate by the watchdog on Monday.", "The leader said sorry."],
        );
    }

    #[test]
    fn a_bar_after_a_sentence_stands_alone() {
        check(
            "It was good.” | “It was.” |\nHome | News",
            &["It was good.”", "|", "“It was.”", "|", "Home | News"],
        );
    }

    #[test]
    fn an_invisible_line_counts_as_empty_but_is_not_lost() {
        let text = "a\n\u{200b}\nb";
        let found = lines(text);
        assert_eq!(found.len(), 3);
        assert!(found[2].gap);
    }
}
