//! Titles: whom a headline names, and whom the body quotes with the words that it has in marks.

use aho_corasick::AhoCorasick;
use rustc_hash::FxHashMap;

use super::{Reading, Thread, Voice, voice};
use crate::attribution::line::Line;
use crate::attribution::phrase::phrase_starting_at;
use crate::english::Class;
use crate::layout::Kind;
use crate::{Confidence, Mode};

/// How many words a source beside a colon or dash of a headline may have.
const LONGEST_SOURCE: usize = 5;
/// How many words in marks a headline has that is recalled in the body, in how many sentences after it, and of how
/// many tokens.
const RECALLED: std::ops::RangeInclusive<usize> = 3..=30;
const RECALL_REACH: usize = 60;
const LONGEST_RECALLED: usize = 200;
/// The share of its words that must be there: two in three.
const RECALLED_SHARE: (usize, usize) = (3, 2);

impl Thread<'_, '_> {
    /// A headline speaks for whom it names; words in its marks are looked up in the quotations of the body.
    pub(super) fn read_title(&mut self, number: usize) {
        let lines = self.resolver.lines;
        let line = &lines[number];
        let claims = self.resolved_claims(number);
        let mut found = self.claimed(line, &claims).or_else(|| self.colon(number, line));
        if found.is_none() {
            found = self.quoted_in_body(line).map(|speaker| {
                let whole = line.n_words(0, line.len(), false) == 0;
                let mode = if whole && line.len() > 5 { Mode::Direct } else { Mode::Mixed };
                voice(Some(speaker), mode, "these words are quoted in the article", Confidence::Medium)
            });
        }
        found = found
            .or_else(|| self.named_at_end(number, line))
            .or_else(|| self.recalled(number, line))
            .or_else(|| self.sender_speaks(line));
        if let Some(speaker) = found.as_ref().and_then(|voice| voice.speaker) {
            self.chains.give(line, self.stretches, speaker, None);
        }
        self.readings[number] = Reading { claims, voice: found };
    }

    /// "Council ‘lost sight of people’ – ombudsman", "Ofsted: Council failed children": the source before a colon or
    /// after a dash.
    fn named_at_end(&mut self, number: usize, line: &Line) -> Option<Voice> {
        let mark =
            |place: &usize| !line.is_quoted(*place) && (line.is_dash(*place) || line.lower(*place) == ":");
        let first = (1..line.len()).find(mark)?;
        let last = (1..line.len()).rev().find(mark)?;
        let speaker = if line.lower(first) == ":" {
            self.whole_phrase(number, line, line.start(), first)
        } else {
            None
        };
        let speaker = match speaker {
            Some(speaker) => speaker,
            None if line.is_dash(last) => self.whole_phrase(number, line, last + 1, line.len())?,
            None => return None,
        };
        let mode = if line.n_words(0, line.len(), true) > 0 { Mode::Mixed } else { Mode::Indirect };
        Some(voice(Some(speaker), mode, "named beside a colon or dash of the headline", Confidence::Medium))
    }

    /// Whom `from..to` stands for, when it is one short noun phrase that can speak.
    fn whole_phrase(&mut self, number: usize, line: &Line, from: usize, to: usize) -> Option<usize> {
        let phrase = phrase_starting_at(line, from)?;
        let speaks = (phrase.from..phrase.to).any(|place| {
            line.is(
                place,
                Class::SPEAKING | Class::PARTY | Class::PROPER_BODY | Class::INSPECTORATE | Class::GIVEN_NAME,
            )
        });
        let whole = phrase.from == from && phrase.to == to && to - from <= LONGEST_SOURCE;
        if speaks && whole { self.resolve(number, phrase) } else { None }
    }

    /// A headline that gives words of the body in other order or in part: who says most of them.
    fn recalled(&mut self, number: usize, title: &Line) -> Option<Voice> {
        let spoken: Vec<&str> = (0..title.len())
            .filter(|&place| title.is_quoted(place) && title.is_word(place))
            .map(|place| title.lower(place))
            .collect();
        if !RECALLED.contains(&spoken.len()) {
            return None;
        }
        let lines = self.resolver.lines;
        let said = |body: &Line, word: &&&str| {
            (0..body.len()).any(|place| body.is_quoted(place) && body.lower(place) == **word)
        };
        let bodies =
            (number + 1..lines.len()).filter(|&body| self.blocks[lines[body].block].kind == Kind::Body);
        let best = bodies
            .take(RECALL_REACH)
            .filter(|&body| !lines[body].stretches.is_empty() && lines[body].len() <= LONGEST_RECALLED)
            .filter_map(|body| Some((self.readings[body].voice.as_ref()?.speaker?, body)))
            .map(|(speaker, body)| (spoken.iter().filter(|word| said(&lines[body], word)).count(), speaker))
            .fold((0, 0), |best, next| if next.0 > best.0 { next } else { best });
        let most = RECALLED_SHARE.0 * best.0 >= RECALLED_SHARE.1 * spoken.len();
        most.then(|| {
            voice(Some(best.1), Mode::Mixed, "most of these words are quoted in the article", Confidence::Low)
        })
    }

    /// The speaker of the body quotation that holds the words which a title has in marks.
    fn quoted_in_body(&mut self, title: &Line) -> Option<usize> {
        let words = quoted_words(title)?;
        if self.quoted.is_none() {
            self.quoted = Some(self.speakers_of_titles());
        }
        self.quoted.as_ref()?.get(&words).copied()
    }

    /// Looks all titles up in the body at once.
    fn speakers_of_titles(&self) -> FxHashMap<String, usize> {
        let of_kind = |kind: Kind| {
            let lines = self.resolver.lines.iter().enumerate();
            lines.filter(move |(_, line)| self.blocks[line.block].kind == kind)
        };
        let mut titles: Vec<String> =
            of_kind(Kind::Title).filter_map(|(_, line)| quoted_words(line)).collect();
        titles.sort_unstable();
        titles.dedup();
        let mut speakers = FxHashMap::default();
        let Ok(finder) = AhoCorasick::new(&titles) else {
            return speakers;
        };
        for (number, line) in of_kind(Kind::Body) {
            let speaker = self.readings[number].voice.as_ref().and_then(|voice| voice.speaker);
            let (Some(speaker), Some(words)) = (speaker, quoted_words(line)) else { continue };
            for found in finder.find_overlapping_iter(&words) {
                speakers.entry(titles[found.pattern().as_usize()].clone()).or_insert(speaker);
            }
        }
        speakers
    }
}

/// The words in quotation marks, each between blanks.
fn quoted_words(line: &Line) -> Option<String> {
    if line.n_words(0, line.len(), true) == 0 {
        return None;
    }
    let mut words = String::from(" ");
    for place in (0..line.len()).filter(|&place| line.is_quoted(place) && line.is_word(place)) {
        words.push_str(line.lower(place));
        words.push(' ');
    }
    Some(words)
}
