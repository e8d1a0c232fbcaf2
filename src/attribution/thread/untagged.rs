//! Quotations without a cue in their own sentence: who is named beside them.

use super::{Thread, Voice, starts_in, voice};
use crate::attribution::line::Line;
use crate::attribution::phrase::{Phrase, phrase_starting_at};
use crate::attribution::subject::main_subject;
use crate::english::Class;
use crate::{Confidence, Mode};

impl Thread<'_, '_> {
    /// A quotation with no attribution in its own sentence.
    pub(super) fn untagged(&mut self, number: usize, line: &Line) -> Option<Voice> {
        let first = *line.stretches.first()?;
        let stretch = self.stretches[first];
        let whole = line.n_words(0, line.len(), false) == 0;
        if !whole || !starts_in(line, stretch) {
            return None;
        }
        // "…,” she said. “We get the papers late.": the tag just before in the paragraph names who goes on, whoever is
        // named paragraphs later.
        if self.ahead.is_tagged_later(number) {
            return self.tagged_before(number).map(|speaker| {
                voice(Some(speaker), Mode::Direct, "follows the speaker named beside it", Confidence::Medium)
            });
        }
        let speaker = self
            .lead
            .or_else(|| self.named_after(number))
            .or_else(|| self.speaker_before(number))
            .or_else(|| self.subject_after(number));
        let confidence = if speaker.is_some() { Confidence::Medium } else { Confidence::Low };
        Some(voice(speaker, Mode::Direct, "follows the speaker named beside it", confidence))
    }

    /// Who was quoted with a tag in the sentence before, of the same paragraph.
    fn tagged_before(&self, number: usize) -> Option<usize> {
        let before = self.resolver.recent.before?;
        let lines = self.resolver.lines;
        let voice = self.readings[before].voice.as_ref().filter(|voice| voice.claim.is_some())?;
        let quoted = voice.mode == Mode::Direct && lines[before].block == lines[number].block;
        voice.speaker.filter(|_| quoted)
    }

    /// "Those were the words of …", or a line of a dash and a name, after the quotation.
    fn named_after(&mut self, number: usize) -> Option<usize> {
        let next = self.ahead.next_after(number)?;
        let lines = self.resolver.lines;
        let line = &lines[next];
        let start = line.start();
        if line.is_dash(0)
            && start == 1
            && line.block == lines[number].block
            && line.is_all_words(start, line.len())
        {
            return self.resolve(next, phrase_starting_at(line, start)?);
        }
        let points_back = matches!(line.lower(start), "those" | "these" | "that" | "this" | "such")
            && matches!(line.lower(start + 1), "were" | "was" | "is" | "are");
        let words =
            points_back.then(|| (start..line.len()).find(|&place| line.is(place, Class::SPOKEN_NOUN)))??;
        let of = (words..line.len()).find(|&place| matches!(line.lower(place), "of" | "from"))?;
        let phrase = phrase_starting_at(line, of + 1)?;
        self.resolve(next, phrase)
    }

    fn speaker_before(&mut self, number: usize) -> Option<usize> {
        let before = self.resolver.recent.before?;
        if let Some(voice) = &self.readings[before].voice {
            return voice.speaker;
        }
        let lines = self.resolver.lines;
        let subject = main_subject(&lines[before])?;
        let id = self.resolve(before, subject)?;
        let near = lines[number].block <= lines[before].block + 2;
        (near && self.resolver.roster.entities[id].may_be_person()).then_some(id)
    }

    fn subject_after(&mut self, number: usize) -> Option<usize> {
        let next = self.ahead.next_after(number)?;
        let lines = self.resolver.lines;
        let subject: Phrase = main_subject(&lines[next])?;
        let id = self.resolve(next, subject)?;
        self.resolver.roster.entities[id].may_be_person().then_some(id)
    }
}
