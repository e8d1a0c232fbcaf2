//! What somebody is said to have said: the attributions and quotations of each sentence.

use std::cmp::Ordering;

use super::{Context, trim_marks};
use crate::attribution::claim::{Construction, Source};
use crate::attribution::line::Line;
use crate::attribution::speech::is_term;
use crate::attribution::thread::{Resolved, Voice};
use crate::layout::Kind;
use crate::{Attribution, Confidence, Mode, Quotation, Span};

impl Context<'_> {
    pub(super) fn attributions(&self, number: usize, attributions: &mut Vec<Attribution>) {
        let line = &self.resolver.lines[number];
        let reading = &self.readings[number];
        if self.blocks[line.block].kind == Kind::Furniture {
            return;
        }
        for (place, resolved) in reading.claims.iter().enumerate() {
            let claim = &resolved.claim;
            let content: Vec<Span> = claim
                .content
                .iter()
                .filter(|&&(from, to)| line.n_words(from, to, true) + line.n_words(from, to, false) > 0)
                .map(|&(from, to)| trim_marks(line, from, to))
                .collect();
            if content.is_empty() {
                continue;
            }
            let quoted: usize = claim.content.iter().map(|&(from, to)| line.n_words(from, to, true)).sum();
            let plain: usize = claim.content.iter().map(|&(from, to)| line.n_words(from, to, false)).sum();
            let mode = match (quoted, plain) {
                (0, _) => Mode::Indirect,
                (_, 0) => Mode::Direct,
                _ => Mode::Mixed,
            };
            let (side, certain) = self.side(resolved.speaker);
            let voice = reading.voice.clone().filter(|voice| voice.claim == Some(place));
            let voice = voice.unwrap_or(Voice {
                speaker: resolved.speaker,
                mode,
                claim: Some(place),
                how: "cue",
                confidence: Confidence::Medium,
                mention: None,
            });
            attributions.push(Attribution {
                content,
                mode,
                cue: (claim.construction != Construction::Colon)
                    .then(|| line.tokens.span(claim.cue.0, claim.cue.1)),
                source: match claim.source {
                    Source::Phrase(phrase) => Some(line.tokens.span(phrase.from, phrase.to)),
                    Source::Unnamed => None,
                },
                speaker: resolved.speaker.and_then(|id| self.place[id]),
                side,
                evidence: self.evidence(line, &voice, &reading.claims),
                confidence: voice.confidence.max(certain),
            });
        }
    }

    /// Speech in marks of this sentence; each is tied to the attribution that holds it, made here when there is none.
    /// A stretch that runs over several sentences has one attribution: `holders` tells which.
    pub(super) fn quotations(
        &self,
        number: usize,
        first: usize,
        attributions: &mut Vec<Attribution>,
        quotations: &mut Vec<Quotation>,
        holders: &mut [Option<usize>],
    ) {
        let line = &self.resolver.lines[number];
        let reading = &self.readings[number];
        let Some(voice) = reading.voice.as_ref().filter(|_| self.blocks[line.block].kind != Kind::Furniture)
        else {
            return;
        };
        let spoken = |&id: &usize| {
            let stretch = &self.stretches[id];
            let span = stretch.inner.intersection(line.span).filter(|_| !is_term(line, stretch))?;
            Some((id, span))
        };
        let speech: Vec<(usize, Span)> = line.stretches.iter().filter_map(spoken).collect();
        let mut tags = tags(&speech, attributions, first);
        // Only the first stretch of a sentence may have begun in one before.
        if let (Some(&(id, _)), Some(&Some(tagged))) = (speech.first(), tags.first())
            && let Some(holder) = holders[id]
        {
            tag_later(attributions, holder, tagged, self.stretches[id].outer, &mut tags);
        }
        for ((id, span), tag) in speech.into_iter().zip(tags) {
            let outer = self.stretches[id].outer;
            let attribution = match (holders[id], tag) {
                (Some(holder), _) => holder,
                (None, Some(tagged)) => {
                    widen(&mut attributions[tagged], outer);
                    tagged
                }
                (None, None) => {
                    attributions.push(self.untagged(id, line, voice, &reading.claims));
                    attributions.len() - 1
                }
            };
            holders[id] = Some(attribution);
            let span = span.trimmed(&self.document.text);
            quotations.push(Quotation { span, sentence: number, attribution });
        }
    }

    /// The attribution of a quotation with no cue in its sentence.
    fn untagged(&self, id: usize, line: &Line, voice: &Voice, claims: &[Resolved]) -> Attribution {
        let speaker = self.chains.speaker(id).or(voice.speaker);
        let (side, certain) = self.side(speaker);
        Attribution {
            content: vec![self.stretches[id].outer],
            mode: Mode::Direct,
            cue: None,
            source: self.chains.mention(id).or_else(|| voice.mention.filter(|_| speaker == voice.speaker)),
            speaker: speaker.and_then(|id| self.place[id]),
            side,
            evidence: self.evidence(line, voice, claims),
            confidence: voice.confidence.max(certain),
        }
    }
}

/// For each piece of speech, which stand in order, the first attribution from `first` on whose content overlaps it.
fn tags(speech: &[(usize, Span)], attributions: &[Attribution], first: usize) -> Vec<Option<usize>> {
    let mut tags = vec![None; speech.len()];
    // For each piece, itself or a later one before which all have a tag.
    let mut open: Vec<usize> = (0..=speech.len()).collect();
    for (tag, attribution) in attributions.iter().enumerate().skip(first) {
        for content in &attribution.content {
            let mut place = speech.partition_point(|(_, span)| span.end <= content.start);
            loop {
                place = first_open(&mut open, place);
                if speech.get(place).is_none_or(|(_, span)| span.start >= content.end) {
                    break;
                }
                tags[place] = Some(tag);
                open[place] = place + 1;
            }
        }
    }
    tags
}

/// The first place from `place` on that points to itself; those on the way are pointed there.
fn first_open(open: &mut [usize], place: usize) -> usize {
    let mut last = place;
    while open[last] != last {
        last = open[last];
    }
    let mut here = place;
    while here != last {
        here = std::mem::replace(&mut open[here], last);
    }
    last
}

/// Widens the piece of the content that overlaps a stretch to the whole of it.
fn widen(attribution: &mut Attribution, stretch: Span) {
    if let Some(piece) = attribution.content.iter_mut().find(|piece| piece.intersection(stretch).is_some()) {
        *piece = Span::new(piece.start.min(stretch.start), piece.end.max(stretch.end));
    }
}

/// A tag in a later sentence of a quotation names the source of the attribution that holds it, which takes its place.
fn tag_later(
    attributions: &mut Vec<Attribution>,
    holder: usize,
    tagged: usize,
    stretch: Span,
    tags: &mut [Option<usize>],
) {
    if attributions[holder].cue.is_some() || holder == tagged {
        return;
    }
    let mut later = attributions.remove(tagged);
    later.content.retain(|piece| !stretch.contains(*piece));
    let earlier = &mut attributions[holder];
    earlier.content.extend(later.content);
    earlier.cue = later.cue;
    earlier.source = later.source;
    earlier.evidence = later.evidence;
    for tag in tags.iter_mut().flatten() {
        *tag = match (*tag).cmp(&tagged) {
            Ordering::Less => *tag,
            Ordering::Equal => holder,
            Ordering::Greater => *tag - 1,
        };
    }
}
