//! The thread from sentence to sentence: who goes on speaking, whom "she" stands for, whose list this is.

mod title;
mod untagged;

use rustc_hash::FxHashMap;

use super::ahead::Ahead;
use super::claim::{Claim, Construction, Source, claims};
use super::line::Line;
use super::phrase::main_subject;
use super::speech::{Chains, is_free_standing, is_scare, is_term};
use crate::english::Class;
use crate::english::cue::CueClass;
use crate::layout::{Block, Kind};
use crate::quotation::Stretch;
use crate::speaker::{EntityKind, Resolver};
use crate::{Confidence, Mode};

/// A claim whose source is known.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub(super) claim: Claim,
    pub(super) speaker: usize,
}

/// Whose voice a sentence carries, and how we know.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    /// The entity that speaks; none when the words are somebody's and nobody knows whose.
    pub(super) speaker: Option<usize>,
    pub(super) mode: Mode,
    /// Which of the sentence's claims decided.
    pub(super) claim: Option<usize>,
    pub(super) how: &'static str,
    pub(super) confidence: Confidence,
}

/// What was read of one sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    pub(super) claims: Vec<Resolved>,
    /// None for the article's own voice.
    pub(super) voice: Option<Voice>,
}

/// The walk over an article.
pub(super) struct Thread<'a, 'r> {
    pub(super) blocks: &'a [Block],
    pub(super) stretches: &'a [Stretch],
    pub(super) chains: Chains,
    pub(super) resolver: &'r mut Resolver<'a>,
    pub(super) readings: Vec<Reading>,
    /// Who speaks in a list, from the line that leads into it.
    lead: Option<usize>,
    /// The claims of each sentence, until it is read.
    claims: Vec<Vec<Claim>>,
    ahead: Ahead,
    /// For the words that titles have in marks, who says them in the body; made for the first title that asks.
    quoted: Option<FxHashMap<String, usize>>,
}

/// How long a passage on the report goes on without being named again, in sentences.
const REPORT_REACH: usize = 4;

impl<'a, 'r> Thread<'a, 'r> {
    pub(super) fn new(blocks: &'a [Block], stretches: &'a [Stretch], resolver: &'r mut Resolver<'a>) -> Self {
        let lines = resolver.lines;
        let chains = Chains::new(stretches);
        let claims_of = |line: &Line| match blocks[line.block].kind {
            Kind::Furniture => Vec::new(),
            _ => claims(line, &resolver.profile.english.cues),
        };
        let claims: Vec<Vec<Claim>> = lines.iter().map(claims_of).collect();
        let ahead = Ahead::new(lines, blocks, &chains, &claims);
        let readings = vec![Reading::default(); lines.len()];
        Self { blocks, stretches, chains, resolver, readings, lead: None, claims, ahead, quoted: None }
    }

    /// Reads the body from top to bottom, then what was left open, then the titles.
    pub(super) fn walk(mut self) -> (Vec<Reading>, Chains) {
        let kinds: Vec<Kind> = self.resolver.lines.iter().map(|line| self.blocks[line.block].kind).collect();
        for number in (0..kinds.len()).filter(|&number| kinds[number] != Kind::Furniture) {
            if kinds[number] == Kind::Title {
                self.resolver.notice(number);
            } else if self.resolver.lines[number].has_words() {
                self.read(number);
                self.resolver.notice(number);
                self.resolver.recent.before = Some(number);
            }
        }
        for number in (0..kinds.len()).filter(|&number| kinds[number] == Kind::Body) {
            self.fill_chain(number);
        }
        for number in (0..kinds.len()).filter(|&number| kinds[number] == Kind::Title) {
            self.read_title(number);
        }
        (self.readings, self.chains)
    }

    fn read(&mut self, number: usize) {
        let lines = self.resolver.lines;
        let line = &lines[number];
        let claims = self.resolved_claims(number);
        let lead = self.lead_of(number, line, &claims);
        let voice = self
            .goes_on(line)
            .or_else(|| self.claimed(line, &claims))
            .or_else(|| self.colon(number, line))
            .or_else(|| self.dashed(number, line))
            .or_else(|| self.untagged(number, line))
            .or_else(|| self.in_list(line))
            .or_else(|| self.fragments(number, line))
            .or_else(|| {
                lead.filter(|_| line.ends_with_colon()).map(|speaker| {
                    voice(Some(speaker), Mode::Indirect, "leads into a list", Confidence::Medium)
                })
            });
        let quoted = line.n_words(0, line.len(), false) == 0;
        self.lead =
            if line.ends_with_colon() { lead } else { self.lead.filter(|_| quoted || self.is_item(line)) };
        if let Some(speaker) = voice.as_ref().and_then(|voice| voice.speaker) {
            self.resolver.speaks(speaker, number);
            self.chains.give(line, self.stretches, speaker);
        }
        self.resolver.recent.topic = if voice.is_none() { self.topic(number, line) } else { None };
        self.readings[number] = Reading { claims, voice };
    }

    /// The body that a sentence in the article's own voice is about: whom "it" in the next one stands for.
    fn topic(&mut self, number: usize, line: &Line) -> Option<usize> {
        let subject = main_subject(line)?;
        if line.is(subject.from, Class::PRONOUN) {
            return self.resolver.recent.topic;
        }
        let speaks = (subject.from..subject.to)
            .any(|place| line.is(place, Class::BODY_NOUN | Class::PROPER_BODY | Class::PERSON_NOUN));
        let id = speaks.then(|| self.resolver.resolve(number, subject)).flatten()?;
        self.resolver.learn_role(number, subject, id);
        (self.resolver.roster.entities[id].kind == EntityKind::Body).then_some(id)
    }

    /// The claims of a sentence whose source can be resolved and counts.
    fn resolved_claims(&mut self, number: usize) -> Vec<Resolved> {
        let lines = self.resolver.lines;
        let line = &lines[number];
        let found = std::mem::take(&mut self.claims[number]);
        let mut resolved: Vec<Resolved> = Vec::with_capacity(found.len());
        for claim in found {
            if !may_count(line, &claim) {
                continue;
            }
            let speaker = match claim.source {
                Source::Phrase(phrase) => self.resolver.resolve(number, phrase),
                Source::Unnamed if resolved.is_empty() => self.reporter(),
                Source::Unnamed => None,
            };
            let Some(speaker) = speaker else { continue };
            let inspector = self.resolver.is_inspector(speaker);
            let weak = claim.class == CueClass::Notice && !claim.reports;
            if !weak || inspector {
                resolved.push(Resolved { claim, speaker });
            }
        }
        let explicit = resolved.iter().any(|claim| claim.claim.construction != Construction::Agentless);
        let cued = resolved
            .iter()
            .any(|claim| claim.claim.construction == Construction::Active && claim.claim.reports);
        resolved.retain(|claim| {
            (claim.claim.construction != Construction::Agentless || !explicit)
                && (claim.claim.construction != Construction::According || !cued)
        });
        resolved
    }

    /// Whose judgement a passive without an agent is: the inspectorate's.
    fn reporter(&self) -> Option<usize> {
        let recent = self.resolver.recent.speaker.filter(|&id| self.resolver.is_inspector(id));
        recent
            .filter(|&id| self.resolver.roster.entities[id].kind == EntityKind::Body)
            .or(self.resolver.roster.inspectorate)
    }

    /// A quotation that began in a sentence before.
    fn goes_on(&self, line: &Line) -> Option<Voice> {
        let first = *line.stretches.first()?;
        let stretch = self.stretches[first];
        let begun = stretch.outer.start < line.span.start || stretch.continues;
        let speaker = self.chains.speaker(first)?;
        (begun && starts_in(line, stretch))
            .then(|| voice(Some(speaker), Mode::Direct, "the quotation goes on", Confidence::High))
    }

    fn claimed(&self, line: &Line, claims: &[Resolved]) -> Option<Voice> {
        let size = |claim: &Resolved| -> usize {
            let spoken = claim.claim.content.iter().map(|&(from, to)| to - from).sum::<usize>();
            let reduced = !claim.claim.main;
            (spoken + if claim.claim.reports { 100 } else { 0 })
                / if reduced || claim.claim.subordinate { 20 } else { 1 }
        };
        let best = (0..claims.len()).rev().max_by_key(|&place| size(&claims[place]))?;
        let claim = &claims[best].claim;
        let mode = self.mode(line, claim);
        let (how, confidence) = match claim.construction {
            Construction::Active if claim.class == CueClass::Think => ("held by", Confidence::Medium),
            Construction::Active if claim.class == CueClass::Notice => ("noticed by", Confidence::Medium),
            Construction::Active => ("cue", Confidence::High),
            Construction::Agent => ("agent", Confidence::High),
            Construction::According => ("phrase", Confidence::High),
            Construction::Agentless => {
                ("judged without saying by whom, in news of a report", Confidence::Medium)
            }
            Construction::Colon => ("colon", Confidence::High),
        };
        Some(Voice { speaker: Some(claims[best].speaker), mode, claim: Some(best), how, confidence })
    }

    /// Direct, mixed or indirect, for a sentence with a claim.
    fn mode(&self, line: &Line, claim: &Claim) -> Mode {
        let speech: Vec<&Stretch> = line
            .stretches
            .iter()
            .map(|&id| &self.stretches[id])
            .filter(|stretch| !is_term(line, stretch))
            .collect();
        if speech.is_empty() {
            return Mode::Indirect;
        }
        let speaks = matches!(claim.class, CueClass::Say | CueClass::Tell | CueClass::Utter | CueClass::Ask)
            && !matches!(claim.construction, Construction::Agent | Construction::Agentless);
        let free = speech.iter().any(|stretch| is_free_standing(line, stretch, claim));
        if (speaks || claim.class == CueClass::Find) && free { Mode::Direct } else { Mode::Mixed }
    }

    /// "Cllr Osei: “We got this wrong.”"
    fn colon(&mut self, number: usize, line: &Line) -> Option<Voice> {
        let colon = (1..line.len()).find(|&place| line.lower(place) == ":" && !line.is_quoted(place))?;
        if !line.is_quoted(colon + 1) {
            return None;
        }
        let subject = main_subject(line).filter(|phrase| phrase.to <= colon);
        let speaker = subject.and_then(|phrase| self.resolver.resolve(number, phrase));
        let report = || self.in_report(number).then(|| self.reporter()).flatten();
        let speaker = speaker.or_else(report)?;
        Some(voice(Some(speaker), Mode::Direct, "named before the colon", Confidence::High))
    }

    /// “We will put this right” – Ann Reed, council leader
    fn dashed(&mut self, number: usize, line: &Line) -> Option<Voice> {
        let dash = (1..line.len()).find(|&place| line.is_dash(place) && !line.is_quoted(place))?;
        let plain = !(dash..line.len())
            .any(|place| line.is(place, Class::VERB | Class::AUXILIARY) || line.is_quoted(place));
        if !line.is_quoted(dash - 1) || !plain || line.n_words(0, dash, false) > 0 {
            return None;
        }
        let phrase = super::phrase::phrase_starting_at(line, dash + 1)?;
        let speaker = self.resolver.resolve(number, phrase)?;
        Some(voice(Some(speaker), Mode::Direct, "named after the dash", Confidence::High))
    }

    fn is_item(&self, line: &Line) -> bool {
        let block = &self.blocks[line.block];
        let last = line.len().checked_sub(1).map_or("", |last| line.lower(last));
        block.list_item || !matches!(last, "." | "!" | "?") && line.n_words(0, line.len(), false) <= 30
    }

    fn in_list(&self, line: &Line) -> Option<Voice> {
        let speaker = self.lead.filter(|_| self.is_item(line))?;
        let quotes = line.stretches.iter().any(|&id| !is_term(line, &self.stretches[id]));
        let mode = if quotes { Mode::Mixed } else { Mode::Indirect };
        Some(voice(Some(speaker), mode, "item of a list that was led into", Confidence::High))
    }

    /// Who speaks in the list that a sentence with a colon at its end leads into.
    fn lead_of(&mut self, number: usize, line: &Line, claims: &[Resolved]) -> Option<usize> {
        if !line.ends_with_colon() {
            return None;
        }
        if let Some(claim) = claims.last() {
            return Some(claim.speaker);
        }
        let subject = main_subject(line).and_then(|phrase| self.resolver.resolve(number, phrase));
        let tells = (0..line.len()).any(|place| {
            line.is(place, Class::DOCUMENT_NOUN)
                || matches!(
                    line.lower(place),
                    "judgements"
                        | "judgments"
                        | "grades"
                        | "ratings"
                        | "recommendations"
                        | "areas"
                        | "strengths"
                        | "weaknesses"
                        | "concerns"
                        | "points"
                )
        });
        let person = subject.filter(|&id| self.resolver.roster.entities[id].kind == EntityKind::Person);
        person.or(subject.filter(|_| !tells)).or_else(|| if tells { self.reporter() } else { None })
    }

    /// Fragments in marks with no cue, in a passage on the report.
    fn fragments(&mut self, number: usize, line: &Line) -> Option<Voice> {
        let speech = line
            .stretches
            .iter()
            .map(|&id| &self.stretches[id])
            .filter(|stretch| !is_term(line, stretch) && !is_scare(line, stretch))
            .count();
        if speech == 0 {
            return None;
        }
        if line.lower(line.start()) == "for"
            && let Some(speaker) = main_subject(line).and_then(|phrase| self.resolver.resolve(number, phrase))
        {
            return Some(voice(
                Some(speaker),
                Mode::Mixed,
                "“for” + name, and words in marks",
                Confidence::Medium,
            ));
        }
        if !self.in_report(number) {
            return None;
        }
        let speaker = self.reporter()?;
        Some(voice(Some(speaker), Mode::Mixed, "words in marks in a passage on the report", Confidence::Low))
    }

    /// Whether the report was quoted or named as speaker a few sentences ago, and nobody else since.
    fn in_report(&self, number: usize) -> bool {
        let recent = &self.resolver.recent;
        recent.speaker.is_some_and(|id| self.resolver.is_inspector(id))
            && recent.line + REPORT_REACH >= number
    }

    /// Gives a sentence inside a quotation the speaker whom a later sentence of it names.
    fn fill_chain(&mut self, number: usize) {
        let line = &self.resolver.lines[number];
        if self.readings[number].voice.is_some() || line.n_words(0, line.len(), false) > 0 {
            return;
        }
        let speaker = line.stretches.first().and_then(|&id| self.chains.speaker(id));
        if let Some(speaker) = speaker {
            self.readings[number].voice =
                Some(voice(Some(speaker), Mode::Direct, "named later in the quotation", Confidence::High));
        }
    }
}

fn voice(speaker: Option<usize>, mode: Mode, how: &'static str, confidence: Confidence) -> Voice {
    Voice { speaker, mode, claim: None, how, confidence }
}

/// Whether the first word of the sentence stands inside the stretch.
fn starts_in(line: &Line, stretch: Stretch) -> bool {
    line.tokens
        .get(line.start().min(line.len().saturating_sub(1)))
        .is_some_and(|token| stretch.outer.contains(token.span))
}

/// Clauses that hang on another carry no voice of their own unless they report words.
fn may_count(line: &Line, claim: &Claim) -> bool {
    let quotes = claim.content.iter().any(|&(from, to)| line.n_words(from, to, true) > 0);
    let judging =
        matches!(claim.class, CueClass::Find | CueClass::Judge | CueClass::Notice | CueClass::Think);
    // "Placed in special measures after inspectors found": the finding is what the sentence hands over.
    let explicit = claim.construction == Construction::Active && claim.class == CueClass::Find;
    !(claim.subordinate && judging && !explicit && !claim.reports && !quotes)
}
