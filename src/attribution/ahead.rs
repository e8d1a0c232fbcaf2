//! What comes after a sentence of a quotation: a tag in a later sentence of it, and the first sentence past it.

use super::claim::Claim;
use super::line::Line;
use super::phrase::after_dash;
use super::speech::Chains;
use crate::layout::{Block, Kind};

/// For each sentence, what comes after it; read once from the end, as a quotation may be as long as the article.
#[derive(Clone, Debug, Default)]
pub(super) struct Ahead {
    tagged: Vec<bool>,
    next: Vec<Option<usize>>,
}

impl Ahead {
    pub(super) fn new(lines: &[Line], blocks: &[Block], chains: &Chains, claims: &[Vec<Claim>]) -> Self {
        let mut ahead = Self { tagged: vec![false; lines.len()], next: vec![None; lines.len()] };
        let is_body = |number: usize| blocks[lines[number].block].kind == Kind::Body;
        // The chains stand in order, so a later sentence holds one of them only as its first.
        let same =
            |one: usize, other: usize| match (lines[one].stretches.first(), lines[other].stretches.first()) {
                (Some(one), Some(other)) => chains.same(*one, *other),
                _ => false,
            };
        let (mut body, mut body_or_marks) = (None, None);
        for number in (0..lines.len()).rev() {
            if number + 1 < lines.len() && same(number, number + 1) {
                ahead.tagged[number] = !claims[number + 1].is_empty()
                    || after_dash(&lines[number + 1]).is_some()
                    || ahead.tagged[number + 1];
            }
            ahead.next[number] =
                body_or_marks.and_then(
                    |(later, body): (usize, Option<usize>)| {
                        if same(number, later) { ahead.next[later] } else { body }
                    },
                );
            body = if is_body(number) { Some(number) } else { body };
            if is_body(number) || !lines[number].stretches.is_empty() {
                body_or_marks = Some((number, body));
            }
        }
        ahead
    }

    /// Whether a later sentence of the quotation with which sentence `number` begins has a claim of its own.
    pub(super) fn is_tagged_later(&self, number: usize) -> bool {
        self.tagged[number]
    }

    /// The first body sentence that has nothing of the quotation with which sentence `number` begins.
    pub(super) fn next_after(&self, number: usize) -> Option<usize> {
        self.next[number]
    }
}
