//! The thread from sentence to sentence: who goes on speaking, whom "she" stands for, whose list this is.

mod beside;
mod finding;
mod list;
mod report;
mod sender;
mod title;
mod untagged;

use rustc_hash::FxHashMap;

use super::ahead::Ahead;
use super::claim::{Claim, Construction, Source, claims};
use super::line::Line;
use super::phrase::Phrase;
use super::speech::{Chains, is_free_standing, is_term};
use super::subject::main_subject;
use crate::english::Class;
use crate::english::cue::CueClass;
use crate::layout::{Block, Kind};
use crate::quotation::Stretch;
use crate::speaker::{EntityKind, Resolver};
use crate::{Confidence, Mode, Span};

/// A claim with whom its source stands for; none where words are reported of somebody nobody knows.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub(super) claim: Claim,
    pub(super) speaker: Option<usize>,
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
    /// The words that named the speaker last, in this sentence or in one beside it.
    pub(super) mention: Option<Span>,
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
    /// The last sentence in the voice of the report, as long as nobody else has been named as a speaker since.
    report: Option<usize>,
    /// Who sent the text, where it is the inspected body's own.
    sender: Option<usize>,
    /// How many sentences a run of findings without a cue has so far.
    findings: usize,
    /// The claims of each sentence, until it is read.
    claims: Vec<Vec<Claim>>,
    ahead: Ahead,
    /// For each entity, the words that named it last.
    mentions: FxHashMap<usize, Span>,
    /// For the words that titles have in marks, who says them in the body; made for the first title that asks.
    quoted: Option<FxHashMap<String, usize>>,
}

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
        let sender = sender::sender(resolver, blocks);
        Self {
            blocks,
            stretches,
            chains,
            resolver,
            readings,
            lead: None,
            report: None,
            sender,
            findings: 0,
            claims,
            ahead,
            mentions: FxHashMap::default(),
            quoted: None,
        }
    }

    /// Reads the body from top to bottom, then what was left open, then the titles.
    pub(super) fn walk(mut self) -> (Vec<Reading>, Chains) {
        let kinds: Vec<Kind> = self.resolver.lines.iter().map(|line| self.blocks[line.block].kind).collect();
        for number in (0..kinds.len()).filter(|&number| kinds[number] != Kind::Furniture) {
            if kinds[number] == Kind::Title {
                self.resolver.notice_title(number);
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
        let mut voice = self
            .goes_on(line, &claims)
            .or_else(|| self.claimed(line, &claims))
            .or_else(|| self.colon(number, line))
            .or_else(|| self.dashed(number, line))
            .or_else(|| self.between_dashes(number, line))
            .or_else(|| self.untagged(number, line))
            .or_else(|| self.in_list(line))
            .or_else(|| self.sender_speaks(line))
            .or_else(|| self.fragments(number, line))
            .or_else(|| self.finding_goes_on(number, line))
            .or_else(|| {
                lead.filter(|_| line.ends_with_colon()).map(|speaker| {
                    voice(Some(speaker), Mode::Indirect, "leads into a list", Confidence::Medium)
                })
            });
        if !claims.is_empty() {
            self.findings = 0;
        }
        let quoted = line.n_words(0, line.len(), false) == 0;
        self.lead =
            if line.ends_with_colon() { lead } else { self.lead.filter(|_| quoted || self.is_item(line)) };
        if let Some(voice) = &mut voice {
            voice.mention = self.mention(line, voice, &claims);
        }
        if let Some((speaker, mention)) =
            voice.as_ref().and_then(|voice| Some((voice.speaker?, voice.mention)))
        {
            self.resolver.speaks(speaker, number);
            let entity = &self.resolver.roster.entities[speaker];
            if self.resolver.is_inspector(speaker) {
                self.report = Some(number);
                self.resolver.recent.inspector = Some(speaker);
            } else if entity.kind == EntityKind::Person
                || entity.key.len() > 1 && entity.name.starts_with(char::is_uppercase)
            {
                self.report = None;
            }
            self.chains.give(line, self.stretches, speaker, mention);
        }
        if voice.is_none() {
            self.resolver.meet(number);
            self.resolver.notice_letter(number);
        }
        self.resolver.recent.topic = if voice.is_none() { self.topic(number, line) } else { None };
        self.readings[number] = Reading { claims, voice };
    }

    /// The body that a sentence in the article's own voice is about: whom "it" in the next one stands for.
    fn topic(&mut self, number: usize, line: &Line) -> Option<usize> {
        let subject = main_subject(line)?;
        if line.is(subject.from, Class::PRONOUN) {
            self.resolver.describe_by_pronoun(number, subject);
            return self.resolver.recent.topic;
        }
        let speaks =
            (subject.from..subject.to).any(|place| line.is(place, Class::SPEAKING | Class::PROPER_BODY));
        let id = speaks.then(|| self.resolver.resolve(number, subject)).flatten()?;
        self.resolver.learn_role(number, subject, id);
        if self.resolver.is_inspector(id) {
            self.report = Some(number);
        }
        (self.resolver.roster.entities[id].kind == EntityKind::Body).then_some(id)
    }

    /// The claims of a sentence whose source can be resolved and counts.
    fn resolved_claims(&mut self, number: usize) -> Vec<Resolved> {
        let lines = self.resolver.lines;
        let line = &lines[number];
        let found = std::mem::take(&mut self.claims[number]);
        let mut resolved: Vec<Resolved> = Vec::with_capacity(found.len());
        let asks = line.is_question();
        for claim in found.into_iter().filter(|_| !asks) {
            if !may_count(line, &claim) {
                continue;
            }
            let speaker = match claim.source {
                Source::Phrase(phrase) => self.resolve(number, phrase),
                Source::Unnamed if resolved.is_empty() => {
                    let person = self.for_whom(number, line).filter(|&id| self.is_person(id));
                    person.or_else(|| self.reporter())
                }
                Source::Unnamed => None,
            };
            if speaker.is_none() && !reports_words(line, &claim) {
                continue;
            }
            let counted = speaker.is_none_or(|id| self.resolver.roster.entities[id].kind == EntityKind::Body);
            let survey = counted && report::is_counted(line, &claim) && self.in_report(number);
            let speaker = self.finder(number, line, &claim).or(speaker);
            let speaker = if survey { self.reporter().or(speaker) } else { speaker };
            let inspector = speaker.is_some_and(|speaker| self.resolver.is_inspector(speaker));
            let weak = claim.class == CueClass::Notice && !claim.reports;
            if !weak || inspector {
                resolved.push(Resolved { claim, speaker });
            }
        }
        let explicit = resolved.iter().any(|claim| claim.claim.construction != Construction::Agentless);
        let cued = resolved
            .iter()
            .any(|claim| claim.claim.construction == Construction::Active && claim.claim.reports);
        let by_inspector = cued
            && resolved.iter().any(|claim| {
                claim.claim.construction == Construction::According
                    && claim.speaker.is_some_and(|speaker| self.resolver.is_inspector(speaker))
            });
        resolved.retain(|claim| {
            (claim.claim.construction != Construction::Agentless || !explicit)
                && (claim.claim.construction != Construction::According || !cued || by_inspector)
        });
        if by_inspector {
            // "'…,' a carer told them, according to the report": the outermost voice.
            resolved.retain(|claim| claim.claim.construction == Construction::According);
        }
        resolved
    }

    fn is_person(&self, id: usize) -> bool {
        self.resolver.roster.entities[id].kind == EntityKind::Person
    }

    /// Whom the phrase stands for; its words are kept as those that named somebody last.
    fn resolve(&mut self, number: usize, phrase: Phrase) -> Option<usize> {
        let line = &self.resolver.lines[number];
        // "Half said", "others warned": nobody in particular.
        if (phrase.from..phrase.to).all(|place| line.is(place, Class::QUANTITY)) {
            return None;
        }
        let id = self.resolver.resolve(number, phrase)?;
        let tokens = &self.resolver.lines[number].tokens;
        self.mentions.insert(id, tokens.span(phrase.from, phrase.to));
        Some(id)
    }

    /// The words that named a speaker last; of one whom nobody knows, those of the claim, here or in the sentence before.
    fn mention(&self, line: &Line, voice: &Voice, claims: &[Resolved]) -> Option<Span> {
        if let Some(speaker) = voice.speaker {
            return self.mentions.get(&speaker).copied();
        }
        let Some(claim) = voice.claim else {
            let before = self.readings[self.resolver.recent.before?].voice.as_ref()?;
            return before.mention.filter(|_| before.speaker.is_none());
        };
        match claims[claim].claim.source {
            Source::Phrase(phrase) => Some(line.tokens.span(phrase.from, phrase.to)),
            Source::Unnamed => None,
        }
    }

    /// A quotation that began in a sentence before.
    fn goes_on(&self, line: &Line, claims: &[Resolved]) -> Option<Voice> {
        let first = *line.stretches.first()?;
        let stretch = self.stretches[first];
        let begun = stretch.outer.start < line.span.start || stretch.continues;
        let speaker = self.chains.speaker(first)?;
        // A new paragraph with a tag of its own: the mark that closes the quotation before was left out.
        let other = stretch.continues
            && stretch.outer.start >= line.span.start
            && claims.iter().any(|claim| {
                let quoted = claim.claim.content.iter().any(|&(from, to)| line.n_words(from, to, true) > 0);
                let named = claim.speaker.is_some_and(|other| other != speaker);
                quoted && named && claim.claim.reports && claim.claim.construction == Construction::Active
            });
        if other {
            return None;
        }
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
        // What one source goes on to say counts for the verb that it began with.
        let mut sizes: Vec<usize> = claims.iter().map(size).collect();
        for later in (1..claims.len()).rev() {
            let (earlier, claim) = (&claims[later - 1].claim, &claims[later].claim);
            if earlier.source == claim.source && earlier.reports {
                sizes[later - 1] += std::mem::take(&mut sizes[later]);
            }
        }
        let best = (0..claims.len()).rev().max_by_key(|&place| sizes[place])?;
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
        Some(Voice { claim: Some(best), ..voice(claims[best].speaker, mode, how, confidence) })
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

    /// Gives a sentence inside a quotation the speaker whom a later sentence of it names.
    fn fill_chain(&mut self, number: usize) {
        let line = &self.resolver.lines[number];
        if self.readings[number].voice.is_some() || line.n_words(0, line.len(), false) > 0 {
            return;
        }
        let first = line.stretches.first();
        if let Some((id, speaker)) = first.and_then(|&id| Some((id, self.chains.speaker(id)?))) {
            let named = voice(Some(speaker), Mode::Direct, "named later in the quotation", Confidence::High);
            let mention = self.chains.mention(id);
            self.readings[number].voice = Some(Voice { mention, ..named });
        }
    }
}

fn voice(speaker: Option<usize>, mode: Mode, how: &'static str, confidence: Confidence) -> Voice {
    Voice { speaker, mode, claim: None, how, confidence, mention: None }
}

/// Whether the first word of the sentence stands inside the stretch.
fn starts_in(line: &Line, stretch: Stretch) -> bool {
    line.tokens
        .get(line.start().min(line.len().saturating_sub(1)))
        .is_some_and(|token| stretch.outer.contains(token.span))
}

/// Whether a claim gives the words of somebody who is not the writer: enough to be kept when nobody knows who that is
/// ("…,” one user wrote").
fn reports_words(line: &Line, claim: &Claim) -> bool {
    let told = match claim.source {
        Source::Phrase(phrase) => {
            !(phrase.from..phrase.to).any(|place| line.is(place, Class::FIRST_PERSON | Class::NEGATION))
        }
        Source::Unnamed => false,
    };
    let speaks = matches!(claim.class, CueClass::Say | CueClass::Tell | CueClass::Utter | CueClass::Ask);
    told && speaks && claim.reports
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
