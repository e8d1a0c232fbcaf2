//! Titles: whom a headline names, and whom the body quotes with the words that it has in marks.

use aho_corasick::AhoCorasick;
use rustc_hash::FxHashMap;

use super::{Reading, Thread, voice};
use crate::attribution::line::Line;
use crate::layout::Kind;
use crate::{Confidence, Mode};

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
        if let Some(speaker) = found.as_ref().and_then(|voice| voice.speaker) {
            self.chains.give(line, self.stretches, speaker, None);
        }
        self.readings[number] = Reading { claims, voice: found };
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
