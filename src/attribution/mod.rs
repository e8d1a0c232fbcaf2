//! Whose voice each passage carries: claims in a sentence, quotations, and the thread from sentence to sentence.

mod ahead;
mod apposition;
mod claim;
mod line;
mod passage;
mod phrase;
mod speech;
mod subject;
mod thread;

pub(crate) use apposition::apposition_after;
pub(crate) use line::Line;
pub(crate) use phrase::{Phrase, phrase_ending_at, phrase_starting_at};
pub(crate) use subject::main_subject;

use crate::layout::{Block, Kind};
use crate::quotation::stretches;
use crate::side::situation;
use crate::speaker::{Resolver, Roster};
use crate::{Attribution, Document, Passage, Profile, Quotation, Sentence, Speaker};

/// What attribution finds in an article.
pub(crate) struct Voices {
    pub(crate) speakers: Vec<Speaker>,
    pub(crate) attributions: Vec<Attribution>,
    pub(crate) quotations: Vec<Quotation>,
    pub(crate) passages: Vec<Passage>,
    /// The kind of body that is inspected: id of a domain of the profile.
    pub(crate) domain: String,
}

/// Sentences from the top that tell most surely what an article is about.
const N_OPENING: usize = 8;

/// Finds whose voice each sentence carries.
pub(crate) fn attribute(
    document: &Document,
    blocks: &[Block],
    sentences: &[Sentence],
    profile: &Profile,
) -> Voices {
    let text = document.text.as_str();
    let stretches = stretches(text, blocks);
    let lines = Line::all(text, sentences, &stretches, profile);
    let told = lines.iter().filter(|line| blocks[line.block].kind != Kind::Furniture);
    let told = told.map(|line| line.words(0, line.len()));
    let mut situation = situation(told, N_OPENING, &document.briefing, &profile.side_rules);
    let roster = Roster::read(text, &lines);
    let described = roster.entities.iter().map(|entity| entity.described.as_slice());
    situation.learn(described, &profile.side_rules);
    let mut resolver = Resolver::new(text, &lines, profile, roster, situation);
    resolver.name_bodies(blocks);
    let (readings, chains) = thread::Thread::new(blocks, &stretches, &mut resolver).walk();
    passage::voices(document, blocks, sentences, &stretches, &resolver, &readings, &chains)
}
