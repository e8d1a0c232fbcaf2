//! The phrases of a framework and all frames, made ready to be looked for together.

use super::lexicon::CodeId;
use crate::phrase::stems::{STAR, readings};
use crate::phrase::{Forms, Meaning, WordTable, vocabulary};

/// A phrase, how its forms are made, and what it does.
pub(super) type Listing = (Box<str>, Forms, Role);

/// Phrases that are looked for together.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) table: WordTable,
    /// What each phrase of the table does, by its number.
    pub(super) roles: Vec<Vec<Role>>,
}

/// What a phrase does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// A term in which terms of the code do not count.
    Except(CodeId),
    /// Makes a hit of the pattern, under its conditions.
    Term(u32),
    /// Is needed beside a term.
    With(u32),
    /// Must not stand beside a term.
    Without(u32),
    /// Tells that an article is on a framework.
    Signal(u32),
}

impl Rules {
    /// A phrase may do several things, so each is in the table once, with all its roles; one with a stem stands for every
    /// word of the lists that begins so.
    pub(super) fn new<'a>(listed: impl Iterator<Item = &'a Listing>, clause_openers: &[String]) -> Self {
        let mut table = WordTable::default();
        clause_openers.iter().for_each(|opener| table.set_opens_clause(opener));
        let mut forms: Vec<(String, Role)> = listed
            .flat_map(|(phrase, forms, role)| forms.of(phrase).into_iter().map(move |form| (form, *role)))
            .collect();
        read_stems(&mut forms);
        forms.sort_unstable();
        forms.dedup();
        let mut roles = Vec::with_capacity(forms.len());
        let same_phrase = forms.chunk_by(|(phrase, _), (next, _)| phrase == next);
        for (number, forms) in (0..u32::MAX).zip(same_phrase) {
            table.add(&forms[0].0, Meaning::Phrase(number));
            roles.push(forms.iter().map(|(_, role)| *role).collect());
        }
        Self { table, roles }
    }
}

/// Adds what phrases with stems stand for: every word of the lists that begins so.
fn read_stems(forms: &mut Vec<(String, Role)>) {
    if forms.iter().all(|(form, _)| !form.contains(STAR)) {
        return;
    }
    let vocabulary = vocabulary(forms.iter().map(|(form, _)| form.as_str()));
    let with_stems = forms.iter().filter(|(form, _)| form.contains(STAR));
    let read =
        with_stems.flat_map(|(form, role)| readings(form, &vocabulary).into_iter().map(|form| (form, *role)));
    let read: Vec<(String, Role)> = read.collect();
    forms.extend(read);
}
