//! Finds what stands in quotation marks: stretches, before anybody asks whether they are speech.
//!
//! What it does: pairs marks of all styles, mismatched ones too, within a block; closes an unclosed stretch
//! at the end of its block; joins it with the next block where that one opens again.
//! What it will not find: quotations without marks, and the voice inside a quotation (nested marks belong to
//! the outer stretch).

mod marks;

use crate::Span;
use crate::layout::{Block, Kind};
use marks::{Family, Mark, Shape};

/// Words in quotation marks, within one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Index of the block.
    pub(crate) block: usize,
    /// With its marks.
    pub(crate) outer: Span,
    /// Without them.
    pub(crate) inner: Span,
    /// Whether a closing mark stands at its end.
    pub(crate) closed: bool,
    /// Whether it goes on with the stretch before it, which the block before left open.
    pub(crate) continues: bool,
}

/// The stretches of all blocks that are not furniture, in order.
pub(crate) fn stretches(text: &str, blocks: &[Block]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut open_before = false;
    for (number, block) in blocks.iter().enumerate() {
        if block.kind == Kind::Furniture {
            continue;
        }
        let marks = marks::marks(text, block.span);
        let first = stretches.len();
        pair(text, &marks, number, block.span, &mut stretches);
        let here = &mut stretches[first..];
        if open_before && let Some(stretch) = here.first_mut() {
            stretch.continues = stretch.outer.start == block.span.start;
        }
        open_before = here.last().is_some_and(|last| !last.closed);
    }
    stretches
}

/// Pairs the marks of one block.
fn pair(text: &str, marks: &[Mark], block: usize, span: Span, stretches: &mut Vec<Stretch>) {
    let mut at = 0;
    let mut glued_from = None;
    while at < marks.len() {
        let mark = marks[at];
        let closer = if may_begin(&mark) { closer(marks, at) } else { None };
        if let Some(end) = closer {
            stretches.push(Stretch {
                block,
                outer: Span::new(mark.span.start, marks[end].span.end),
                inner: Span::new(mark.span.end, marks[end].span.start),
                closed: true,
                continues: false,
            });
            glued_from = marks[end].after.filter(|c| c.is_alphanumeric()).map(|_| marks[end].span.end);
            at = end + 1;
        } else if let Some(end) = reopened_at(text, marks, at).filter(|_| may_begin(&mark)) {
            let outer = Span::new(mark.span.start, end).trimmed(text);
            let inner = Span::new(mark.span.end, end).trimmed(text);
            stretches.push(Stretch { block, outer, inner, closed: false, continues: false });
            glued_from = None;
            // Marks up to the next opening one are nested in this stretch.
            at += marks[at..].iter().take_while(|mark| mark.span.start < end).count();
        } else if may_begin(&mark) && may_stay_open(&mark, &marks[at + 1..], span) {
            let outer = Span::new(mark.span.start, span.end);
            let inner = Span::new(mark.span.end, span.end);
            stretches.push(Stretch { block, outer, inner, closed: false, continues: false });
            return;
        } else {
            if let Some(start) = glued_from.filter(|_| is_orphan_close(&mark)) {
                let outer = Span::new(start, mark.span.end);
                let inner = Span::new(start, mark.span.start);
                stretches.push(Stretch { block, outer, inner, closed: true, continues: false });
                glued_from = None;
            }
            at += 1;
        }
    }
}

/// Where an unclosed quotation ends inside its block: at the next double mark that opens, after the end of a
/// sentence, as when paragraphs were run together.
fn reopened_at(text: &str, marks: &[Mark], at: usize) -> Option<usize> {
    if marks[at].family == Family::Single {
        return None;
    }
    let next = marks[at + 1..].iter().find(|mark| mark.family == Family::Double)?;
    let between = text.get(marks[at].span.end..next.span.start)?;
    let ended = between.trim_end().ends_with(['.', '!', '?', '…']);
    (next.opens() && ended).then_some(next.span.start)
}

/// A closing mark after the end of a sentence, with nothing open: after `case.”Some … risks.”` the mark in the
/// middle did the work of two.
fn is_orphan_close(mark: &Mark) -> bool {
    mark.family == Family::Double
        && mark.can_close()
        && matches!(mark.before, Some('.' | ',' | '!' | '?' | '…'))
}

/// Whether a stretch may begin at this mark.
fn may_begin(mark: &Mark) -> bool {
    match (mark.family, mark.shape) {
        (Family::Double, Shape::Close) | (Family::Single, _) => mark.opens(),
        (Family::Double, _) => mark.can_open(),
    }
}

/// The mark that closes the stretch opened at `open`.
fn closer(marks: &[Mark], open: usize) -> Option<usize> {
    match marks[open].family {
        Family::Double => double_closer(marks, open),
        Family::Single => single_closer(marks, open),
    }
}

/// The next double mark that can close; failing that, before the next opening one, a single mark (“mixed’).
fn double_closer(marks: &[Mark], open: usize) -> Option<usize> {
    let mut mismatched = None;
    let mut n_nested = 0;
    for (place, mark) in marks.iter().enumerate().skip(open + 1) {
        match mark.family {
            Family::Double if mark.can_close() && !(mark.shape == Shape::Open && mark.opens()) => {
                return Some(place);
            }
            Family::Double if mark.opens() => return mismatched,
            // A single mark closes only what no double mark closes before something else opens.
            Family::Single if mark.opens() => n_nested += 1,
            Family::Single if closes_mismatched(mark) && n_nested > 0 => n_nested -= 1,
            Family::Single if mismatched.is_none() && closes_mismatched(mark) => mismatched = Some(place),
            _ => {}
        }
    }
    mismatched
}

fn closes_mismatched(mark: &Mark) -> bool {
    mark.can_close() && mark.shape != Shape::Open && !mark.may_be_possessive()
        || mark.shape == Shape::Close && mark.can_close()
}

/// The next single mark that can close and is not a plural's apostrophe; the first that may be one when another
/// quotation opens before a better one comes.
fn single_closer(marks: &[Mark], open: usize) -> Option<usize> {
    let mut possible = None;
    let (mut n_nested, mut n_doubles) = (0, 0);
    for (place, mark) in marks.iter().enumerate().skip(open + 1) {
        if mark.family == Family::Double {
            // Doubles pair among themselves; one that closes what no double opened closes the single: ‘mixed".
            if mark.opens() {
                n_doubles += 1;
            } else if n_doubles > 0 {
                n_doubles -= 1;
            } else if mark.can_close() {
                return Some(possible.unwrap_or(place));
            }
            continue;
        }
        if mark.opens() {
            if possible.is_some() || n_nested > 0 {
                return possible;
            }
            n_nested += 1;
        } else if mark.can_close() {
            if !mark.may_be_possessive() {
                return Some(place);
            }
            possible.get_or_insert(place);
        }
    }
    possible
}

/// Whether a mark that nothing closes still opens speech: a double mark does; a single one only at the start of
/// its block or after a colon, else it is an apostrophe.
fn may_stay_open(mark: &Mark, later: &[Mark], block: Span) -> bool {
    if later.iter().take(1).any(|next| next.family == mark.family && next.opens()) {
        return false;
    }
    match mark.family {
        Family::Double => mark.opens(),
        Family::Single => mark.shape == Shape::Open || mark.span.start == block.start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(start, start + line.len()).trimmed(text);
            blocks.push(Block { span, kind: Kind::Body, list_item: false, reason: "" });
            start += line.len();
        }
        let found: Vec<&str> =
            stretches(text, &blocks).iter().map(|stretch| stretch.inner.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_of_all_styles_pair() {
        check(
            "“One,” she said, \"two\" and ‘three’, «four» and 'five'.",
            &["One,", "two", "three", "four", "five"],
        );
    }

    #[test]
    fn apostrophes_are_not_marks() {
        check("It's the council's '90s plan for 'em and the inspectors' view.", &[]);
        check("'We don't share the inspectors' view,' he said.", &["We don't share the inspectors' view,"]);
        check("He saw ‘great leaders’ and ‘strong teams’.", &["great leaders", "strong teams"]);
    }

    #[test]
    fn mismatched_marks_pair() {
        check(
            "condemned for ”serious and widespread failures’ in care",
            &["serious and widespread failures"],
        );
        check("‘I am sorry,\" she said.", &["I am sorry,"]);
        check("an “odd view” and a \"mixed one”.", &["odd view", "mixed one"]);
    }

    #[test]
    fn an_unclosed_stretch_ends_with_its_block() {
        check("She said: “We know.\nIt rained.", &["We know."]);
        check("She said: “We know.\n“We do.”", &["We know.", "We do."]);
    }

    #[test]
    fn a_mark_that_opens_again_ends_what_was_open() {
        check("\"One is so. \"Two is so.\" He left.", &["One is so.", "Two is so."]);
        check("“I quote that ‘it is so’. It is.", &["I quote that ‘it is so’. It is."]);
    }

    #[test]
    fn nested_marks_belong_to_the_outer_stretch() {
        check("“They said ‘no’ and left,” he said.", &["They said ‘no’ and left,"]);
        check("'referrals \"go into a hole\", he said'.", &["referrals \"go into a hole\", he said"]);
    }

    #[test]
    fn a_glued_mark_closes_and_opens() {
        check(
            "“That is not so.”Some fail to see it.” He left.",
            &["That is not so.", "Some fail to see it."],
        );
    }

    #[test]
    fn marks_of_a_broken_encoding_are_marks() {
        check("says â€œitâ€™s fineâ€ and", &["itâ€™s fine"]);
    }
}
