//! Turns what was read into the values that the tables print: passages, quotations, attributions, speakers.

mod spoken;

use super::Voices;
use super::claim::{Claim, Construction, Source, starts_new_clause};
use super::line::Line;
use super::speech::{Chains, is_term};
use super::thread::{Reading, Resolved, Voice};
use crate::english::cue::CueClass;
use crate::layout::{Block, Kind};
use crate::one_line::one_line;
use crate::quotation::Stretch;
use crate::side::{Decision, Described, decide, words};
use crate::speaker::{EntityKind, Resolver};
use crate::{Confidence, Document, Mode, Passage, Sentence, SideId, Span, Speaker, vader};

struct Context<'a> {
    document: &'a Document,
    blocks: &'a [Block],
    sentences: &'a [Sentence],
    stretches: &'a [Stretch],
    resolver: &'a Resolver<'a>,
    readings: &'a [Reading],
    chains: &'a Chains,
    speakers: Vec<Speaker>,
    /// For each entity, its place among the speakers.
    place: Vec<Option<usize>>,
}

/// All values of an article.
pub(super) fn voices(
    document: &Document,
    blocks: &[Block],
    sentences: &[Sentence],
    stretches: &[Stretch],
    resolver: &Resolver<'_>,
    readings: &[Reading],
    chains: &Chains,
) -> Voices {
    let place = vec![None; resolver.roster.entities.len()];
    let mut context = Context {
        document,
        blocks,
        sentences,
        stretches,
        resolver,
        readings,
        chains,
        speakers: Vec::new(),
        place,
    };
    context.gather_speakers();
    let (mut attributions, mut quotations) = (Vec::new(), Vec::new());
    let mut passages = Vec::with_capacity(sentences.len());
    let mut holders = vec![None; stretches.len()];
    for number in 0..sentences.len() {
        let first = attributions.len();
        context.attributions(number, &mut attributions);
        context.quotations(number, first, &mut attributions, &mut quotations, &mut holders);
        context.passages(number, &mut passages);
    }
    let domain = resolver.situation.domain_id(&resolver.profile.side_rules).to_owned();
    Voices { speakers: context.speakers, attributions, quotations, passages, domain }
}

impl Context<'_> {
    /// Everybody who speaks, in the order in which they first do.
    fn gather_speakers(&mut self) {
        for reading in self.readings {
            let voiced = reading.voice.as_ref().and_then(|voice| voice.speaker);
            for id in voiced.into_iter().chain(reading.claims.iter().filter_map(|claim| claim.speaker)) {
                if self.place[id].is_none() {
                    self.place[id] = Some(self.speakers.len());
                    let speaker = self.speaker(id);
                    self.speakers.push(speaker);
                }
            }
        }
    }

    fn speaker(&self, id: usize) -> Speaker {
        let entity = &self.resolver.roster.entities[id];
        let Decision { side, evidence, confidence } = self.resolver.decision(id);
        let told =
            self.document.briefing.speakers.iter().find(|(name, _)| is_named(&words(name), &entity.key));
        match told {
            Some((name, given)) => {
                let overruled = (*given != side).then_some(side);
                let rules = overruled.map_or(String::new(), |_| format!(", against the rules: {evidence}"));
                Speaker {
                    name: entity.name.clone(),
                    side: *given,
                    evidence: format!("the user says: {name}{rules}"),
                    confidence: Confidence::High,
                    overruled,
                }
            }
            None => Speaker { name: entity.name.clone(), side, evidence, confidence, overruled: None },
        }
    }

    fn side(&self, id: Option<usize>) -> (SideId, Confidence) {
        let speaker = id.and_then(|id| self.place[id]).map(|place| &self.speakers[place]);
        speaker.map_or((self.resolver.profile.other(), Confidence::Low), |speaker| {
            (speaker.side, speaker.confidence)
        })
    }

    /// What decided, for people.
    fn evidence(&self, line: &Line, voice: &Voice, claims: &[Resolved]) -> String {
        let text = &self.document.text;
        let printed = |from, to| one_line(line.tokens.span(from, to).of(text));
        let quoted = match voice.mode {
            Mode::Direct => "quoted",
            Mode::Mixed => "partly quoted",
            Mode::Indirect | Mode::None => "reported",
        };
        let (cue, source) = match voice.claim.map(|place| &claims[place].claim) {
            Some(claim) => {
                let cue = printed(claim.cue.0, claim.cue.1);
                let source = match claim.source {
                    Source::Phrase(phrase) => [" + “", &printed(phrase.from, phrase.to), "”"].concat(),
                    Source::Unnamed => [", ", voice.how].concat(),
                };
                (["“", &cue, "”"].concat(), source)
            }
            None => (String::new(), voice.how.to_string()),
        };
        match voice.speaker.and_then(|id| self.place[id]).map(|place| &self.speakers[place]) {
            Some(speaker) => {
                [quoted, "; ", &cue, &source, "; ", &speaker.name, ": ", &speaker.evidence].concat()
            }
            None => [quoted, "; ", &cue, &source, "; nobody is named"].concat(),
        }
    }

    /// The sentence, cut where a second side takes over.
    fn passages(&self, number: usize, passages: &mut Vec<Passage>) {
        let line = &self.resolver.lines[number];
        let reading = &self.readings[number];
        let kind = self.blocks[line.block].kind;
        let Some(voice) = reading.voice.as_ref().filter(|_| kind != Kind::Furniture) else {
            passages.push(self.press(number, kind));
            return;
        };
        let cut = self.second_side(line, voice, &reading.claims);
        let Some((place, at)) = cut else {
            passages.push(self.passage(number, 0, line.span, voice, &reading.claims));
            return;
        };
        let text = &self.document.text;
        let (head, tail) =
            (Span::new(line.span.start, at).trimmed(text), Span::new(at, line.span.end).trimmed(text));
        let second = Voice {
            speaker: reading.claims[place].speaker,
            mode: self.mode_of(line, &reading.claims[place]),
            claim: Some(place),
            how: "cue",
            confidence: Confidence::Medium,
            mention: None,
        };
        let (one, two) = if voice.claim == Some(place) {
            (self.first_voice(line, reading, place), voice.clone())
        } else {
            (voice.clone(), second)
        };
        passages.push(self.passage(number, 0, head, &one, &reading.claims));
        passages.push(self.passage(number, 1, tail, &two, &reading.claims));
    }

    fn first_voice(&self, line: &Line, reading: &Reading, second: usize) -> Voice {
        let place = second.saturating_sub(1);
        let claim = &reading.claims[place];
        Voice {
            speaker: claim.speaker,
            mode: self.mode_of(line, claim),
            claim: Some(place),
            how: "cue",
            confidence: Confidence::Medium,
            mention: None,
        }
    }

    fn mode_of(&self, line: &Line, claim: &Resolved) -> Mode {
        let quoted: usize = claim.claim.content.iter().map(|&(from, to)| line.n_words(from, to, true)).sum();
        if quoted > 0 { Mode::Mixed } else { Mode::Indirect }
    }

    /// Where a claim of another side begins a new clause: its place, and the byte.
    fn second_side(&self, line: &Line, voice: &Voice, claims: &[Resolved]) -> Option<(usize, usize)> {
        if voice.mode == Mode::Direct {
            return None;
        }
        (1..claims.len()).find_map(|place| {
            let (one, two) = (&claims[place - 1], &claims[place]);
            let Source::Phrase(phrase) = two.claim.source else {
                return None;
            };
            let differ = self.side(one.speaker).0 != self.side(two.speaker).0;
            let from = phrase.described_from.min(two.claim.cue.0);
            let at = line.tokens.get(from)?.span.start;
            (differ && from > 3 && starts_new_clause(line, from)).then_some((place, at))
        })
    }

    fn passage(&self, number: usize, part: usize, span: Span, voice: &Voice, claims: &[Resolved]) -> Passage {
        let line = &self.resolver.lines[number];
        let (side, certain) = self.side(voice.speaker);
        let claim = voice.claim.map(|place| &claims[place].claim);
        let cue = claim
            .filter(|claim| claim.construction != Construction::Colon)
            .map(|claim| line.tokens.span(claim.cue.0, claim.cue.1));
        Passage {
            sentence: number,
            part,
            span,
            kind: self.blocks[line.block].kind,
            side,
            speaker: voice.speaker.and_then(|id| self.place[id]),
            mode: voice.mode,
            cue: cue.filter(|cue| span.contains(*cue)),
            evidence: self.evidence(line, voice, claims),
            confidence: voice.confidence.max(certain),
            content: self.content(line, span, voice, claims),
            scores: vader::Scores::default(),
            tone: 0.0,
            tone_around: 0.0,
            hits: Vec::new(),
        }
    }

    /// The words that are scored: what is said, without the tag; of a judgement the whole sentence.
    fn content(&self, line: &Line, span: Span, voice: &Voice, claims: &[Resolved]) -> Vec<Span> {
        let text = &self.document.text;
        let within = |pieces: Vec<Span>| -> Vec<Span> {
            let kept: Vec<Span> = pieces
                .into_iter()
                .filter_map(|piece| piece.intersection(span))
                .map(|piece| piece.trimmed(text))
                .filter(|piece| !piece.is_empty())
                .collect();
            if kept.is_empty() { vec![span] } else { kept }
        };
        if voice.mode == Mode::Direct {
            return within(line.stretches.iter().map(|&id| self.stretches[id].inner).collect());
        }
        // A headline speaks as a whole, and so does a sentence whose speaker nobody knows.
        let told = self.blocks[line.block].kind == Kind::Body && voice.speaker.is_some();
        match voice.claim.map(|place| &claims[place].claim) {
            Some(claim)
                if told
                    && claim.reports
                    && !matches!(
                        claim.class,
                        CueClass::Judge | CueClass::Think | CueClass::Ask | CueClass::Find
                    ) =>
            {
                within(self.said(line, claims, claim))
            }
            _ => vec![span],
        }
    }

    /// All that is said in the sentence: by the source of a claim, to the end of "… and added that …", by the others whom
    /// it reports, and in marks.
    fn said(&self, line: &Line, claims: &[Resolved], claim: &Claim) -> Vec<Span> {
        let others = || claims.iter().map(|other| &other.claim);
        let mut own = claim.content.clone();
        let later = others().filter(|other| other.source == claim.source && other.cue.0 >= claim.cue.1);
        let end = later.filter_map(|other| other.content.last()).map(|&(_, to)| to).max();
        if let (Some(last), Some(end)) = (own.last_mut(), end) {
            last.1 = last.1.max(end);
        }
        let reported = others().filter(|other| other.reports).flat_map(|other| other.content.iter().copied());
        let pieces = own.into_iter().chain(reported).map(|(from, to)| trim_marks(line, from, to));
        let speech = line.stretches.iter().map(|&id| &self.stretches[id]);
        // Where the voice quotes, all marks of the sentence are its own.
        let quotes = claim.content.iter().any(|&(from, to)| line.n_words(from, to, true) > 0);
        let speech = speech.filter(|stretch| quotes && !is_term(line, stretch)).map(|stretch| stretch.outer);
        let mut said: Vec<Span> = pieces.chain(speech).collect();
        said.sort_unstable_by_key(|piece| (piece.start, piece.end));
        said.dedup_by(|next, last| {
            let overlaps = next.start < last.end;
            if overlaps {
                last.end = last.end.max(next.end);
            }
            overlaps
        });
        said
    }

    /// The article's own voice, or its sender's where the user names one.
    fn press(&self, number: usize, kind: Kind) -> Passage {
        let line = &self.resolver.lines[number];
        let narrator = self.document.briefing.narrator.filter(|_| kind != Kind::Furniture);
        let marked = !line.stretches.is_empty();
        let (side, evidence, confidence) = match narrator {
            Some(side) => {
                (side, "the article's own voice, which the user gives to this side", Confidence::High)
            }
            None if kind == Kind::Furniture => {
                (self.resolver.profile.press(), self.blocks[line.block].reason, Confidence::High)
            }
            None if marked => (
                self.resolver.profile.press(),
                "words in marks that nobody is said to have said",
                Confidence::Low,
            ),
            None => (self.resolver.profile.press(), "no source is named", Confidence::Medium),
        };
        Passage {
            sentence: number,
            part: 0,
            span: self.sentences[number].span,
            kind,
            side,
            speaker: None,
            mode: Mode::None,
            cue: None,
            evidence: evidence.to_string(),
            confidence,
            content: vec![self.sentences[number].span],
            scores: vader::Scores::default(),
            tone: 0.0,
            tone_around: 0.0,
            hits: Vec::new(),
        }
    }
}

/// How many loose marks a content has at each of its ends: far more than are printed.
const MOST_MARKS: usize = 200;

/// A range of tokens without commas, dashes and blanks at its ends.
fn trim_marks(line: &Line, from: usize, to: usize) -> Span {
    let (mut start, mut end) = (from, to);
    let (ceiling, floor) = (from + MOST_MARKS, to.saturating_sub(MOST_MARKS));
    let loose = |place: usize| {
        line.is_comma(place) || line.is_dash(place) || matches!(line.lower(place), ":" | ";" | "•" | "*")
    };
    while start < end.min(ceiling) && loose(start) {
        start += 1;
    }
    while end > start.max(floor) && loose(end - 1) {
        end -= 1;
    }
    line.tokens.span(start, end)
}

/// Whether the user's name for somebody is that of the entity: all its words, or the surname alone.
fn is_named(given: &[String], key: &[String]) -> bool {
    !given.is_empty()
        && (given.iter().all(|word| key.contains(word))
            || key.len() > 1 && key.iter().all(|word| given.contains(word)))
}

impl Resolver<'_> {
    /// The side of an entity with the words that decided.
    pub(super) fn decision(&self, id: usize) -> Decision {
        let entity = &self.roster.entities[id];
        if let Some(inspector) = self.profile.side("inspector").filter(|_| self.is_inspectorate(id)) {
            let evidence =
                format!("{} is the inspectorate → {}", entity.name, self.profile.side_name(inspector));
            return Decision { side: inspector, evidence, confidence: Confidence::High };
        }
        let is_person = entity.kind == EntityKind::Person;
        let described = Described { words: entity.described.as_slice(), is_person };
        decide(described, &self.situation, &self.profile.side_rules)
    }

    fn is_inspectorate(&self, id: usize) -> bool {
        let entity = &self.roster.entities[id];
        let names = &self.profile.side_rules.inspectorates;
        Some(id) == self.roster.inspectorate
            || entity.kind == EntityKind::Body
                && names.at(&entity.key, 0).is_some_and(|(_, n)| n == entity.key.len())
    }

    /// Whether an entity is the inspectorate or speaks for it.
    pub(super) fn is_inspector(&self, id: usize) -> bool {
        let side = &self.roster.entities[id].side;
        let told = || {
            let found = side.get().unwrap_or_else(|| self.decision(id).side);
            side.set(Some(found));
            Some(found)
        };
        Some(id) == self.roster.inspectorate || told() == self.profile.side("inspector")
    }
}
