//! A press release speaks for its sender: “We accept these findings in full.”

use super::{Thread, Voice, voice};
use crate::attribution::line::Line;
use crate::layout::{Block, Kind};
use crate::speaker::Resolver;
use crate::{Confidence, Mode};

/// How many sentences speak of "our" service in a text that is its sender's own.
const FEWEST_OWN_WORDS: usize = 2;

impl Thread<'_, '_> {
    /// "We have begun to act", in the sender's own text and outside quotation marks.
    pub(super) fn sender_speaks(&mut self, line: &Line) -> Option<Voice> {
        let sender = self.sender.filter(|_| speaks_of_us(line))?;
        let mode = if line.n_words(0, line.len(), true) > 0 { Mode::Mixed } else { Mode::Indirect };
        Some(voice(Some(sender), mode, "“we” in a text that its sender wrote", Confidence::Medium))
    }
}

/// The inspected body, where the text is its own: it speaks of "our social workers", and of "us" more than once.
///
/// A newspaper speaks of itself too ("we asked the council"), but not of what the inspected body has.
pub(super) fn sender(resolver: &mut Resolver<'_>, blocks: &[Block]) -> Option<usize> {
    let lines = resolver.lines;
    let told = || lines.iter().filter(|line| blocks[line.block].kind == Kind::Body);
    let n_own = told().filter(|line| speaks_of_us(line)).take(FEWEST_OWN_WORDS).count();
    if n_own < FEWEST_OWN_WORDS || !told().any(|line| names_our_own(resolver, line)) {
        return None;
    }
    resolver.inspected_body()
}

/// Whether "we", "us" or "our" stands outside quotation marks.
fn speaks_of_us(line: &Line) -> bool {
    (0..line.len())
        .any(|place| matches!(line.lower(place), "we" | "us" | "our" | "ours") && !line.is_quoted(place))
}

/// "Our Director of Children’s Services", "our social workers": who or what the inspected body has.
fn names_our_own(resolver: &Resolver<'_>, line: &Line) -> bool {
    (0..line.len()).any(|place| {
        line.lower(place) == "our" && !line.is_quoted(place) && {
            let noun = line.words(place + 1, place + 4);
            let council = resolver.profile.side("council");
            (1..=noun.len()).any(|n_words| {
                resolver.side_of(&noun[..n_words]) == council
                    || resolver.told_side(&noun[..n_words]) == council
            })
        }
    })
}
