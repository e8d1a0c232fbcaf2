//! Documents as speakers: "the report", "his letter", "a statement from the leader".

use super::Resolver;
use super::body::without_determiner;
use crate::attribution::Phrase;
use crate::english::Class;
use crate::speaker::roster::{EntityKind, printed};

impl Resolver<'_> {
    /// "The report", "his letter", "a statement from the leader".
    pub(super) fn document(&mut self, number: usize, phrase: Phrase, head: usize) -> Option<usize> {
        let line = &self.lines[number];
        let first = line.lower(phrase.from);
        if matches!(first, "his" | "her") {
            let gender = if first == "his" { Class::MASCULINE } else { Class::FEMININE };
            return self.person_of(gender, number, line);
        }
        if let Some(from) = (head..phrase.to).find(|&place| matches!(line.lower(place), "from" | "by")) {
            let author = Phrase {
                from: from + 1,
                to: phrase.to,
                described_from: from + 1,
                described_to: phrase.described_to,
            };
            return self.resolve(number, author);
        }
        if line.is(head, Class::MESSAGE) {
            let owner = self.owner(number, phrase, head);
            return owner.or(self.recent.speaker);
        }
        let owner = self.owner(number, phrase, head);
        // "A petition", "a poll": some document, but not the report.
        let line = &self.lines[number];
        let other =
            matches!(line.lower(phrase.from), "a" | "an" | "another") && !line.is(head, Class::REPORT_NOUN);
        let body = self.recent.inspector.filter(|&id| self.roster.entities[id].kind == EntityKind::Body);
        let report = body.or(self.roster.inspectorate).or(self.recent.inspector).filter(|_| !other);
        owner.or(report).or_else(|| {
            let line = &self.lines[number];
            let key = without_determiner(line, phrase);
            let name = printed(self.text, line, key.0, key.1);
            Some(self.roster.body(&name, &line.words(key.0, key.1), false, number))
        })
    }

    /// Whose document it is, where the phrase says so: "Ofsted’s report", "the union’s letter".
    fn owner(&mut self, number: usize, phrase: Phrase, head: usize) -> Option<usize> {
        let line = &self.lines[number];
        let possessive = (phrase.from..head).rev().find(|&place| line.lower(place) == "'s")?;
        self.resolve(
            number,
            Phrase {
                from: phrase.from,
                to: possessive,
                described_from: phrase.from,
                described_to: possessive,
            },
        )
    }
}
