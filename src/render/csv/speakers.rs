//! `speakers.csv`: who speaks, for which side and why, how much and in which tone.

use serde::Serialize;

use super::cell::{Decimal, Interval95, Words};
use super::table;
use crate::{Profile, Report, SpeakerSummary};

#[derive(Default, Serialize)]
struct Row<'a> {
    documents: Words<'a>,
    speaker: Words<'a>,
    side: Words<'a>,
    evidence: Words<'a>,
    confidence: &'static str,
    overruled: Words<'a>,
    n_sentences: usize,
    n_words: usize,
    tone: Decimal<4>,
    tone_low: Decimal<4>,
    tone_high: Decimal<4>,
    tone_interval: &'static str,
    compound: Decimal<4>,
    compound_low: Decimal<4>,
    compound_high: Decimal<4>,
    compound_interval: &'static str,
}

/// Prints `speakers.csv`.
#[must_use]
pub fn speakers(report: &Report, profile: &Profile) -> Vec<u8> {
    table(report.speakers.iter().map(|speaker| row(speaker, profile)))
}

fn row<'a>(speaker: &'a SpeakerSummary, profile: &'a Profile) -> Row<'a> {
    let (tone, compound) = (Interval95::from(speaker.tone), Interval95::from(speaker.compound));
    Row {
        documents: speaker.documents.join("; ").into(),
        speaker: speaker.name.as_str().into(),
        side: profile.side_name(speaker.side).into(),
        evidence: speaker.evidence.as_str().into(),
        confidence: speaker.confidence.name(),
        overruled: speaker.overruled.map_or("", |side| profile.side_name(side)).into(),
        n_sentences: speaker.n_sentences,
        n_words: speaker.n_words,
        tone: tone.value,
        tone_low: tone.low,
        tone_high: tone.high,
        tone_interval: tone.kind,
        compound: compound.value,
        compound_low: compound.low,
        compound_high: compound.high,
        compound_interval: compound.kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::example;

    #[test]
    fn a_speaker_whom_the_user_moved_shows_from_where() {
        let table = speakers(&example::report(), Profile::inspection());
        let table = String::from_utf8(table).unwrap();
        let row = "zoe,Zoë Smith,council,cabinet member → council,high,other,1,7,\
                   -0.2500,,,none: too few sentences,0.6124,,,none: too few sentences\n";
        assert!(table.ends_with(row), "{table}");
    }
}
