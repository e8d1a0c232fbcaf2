//! What stands in the row of an aspect: a lane for each side that speaks, and who does not.

use super::{Report, counted, signed, words};
use crate::statistics::Estimate;
use crate::{AspectSummary, Mode, Passage, Place, Presence, SideId};

/// An aspect that somebody speaks on.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) lanes: Vec<Lane>,
    /// Sides with a voice in these articles that say nothing on it.
    pub(super) silent: Vec<SideId>,
}

/// What one side says on it.
pub(super) struct Lane {
    pub(super) side: SideId,
    /// Its sentences, sorted by tone.
    pub(super) tones: Vec<(f64, Place)>,
    pub(super) mean: Option<Estimate>,
    /// The strongest of its sentences, where they are too few for a mean.
    quotation: Option<(String, Place)>,
}

impl Row {
    pub(super) fn new(report: &Report, cells: &[AspectSummary]) -> Self {
        let speaking = cells.iter().filter(|cell| !cell.places.is_empty());
        let silent = cells.iter().filter(|cell| matches!(cell.presence, Presence::Silent { .. }));
        let name = cells.first().map_or("", |cell| report.code(cell.aspect).name.as_str());
        Self {
            name: words::capital(&words::printable(name)),
            lanes: speaking.map(|cell| Lane::new(report, cell)).collect(),
            silent: silent.map(|cell| cell.side).collect(),
        }
    }

    fn n_sentences(&self) -> usize {
        self.lanes.iter().map(|lane| lane.tones.len()).sum()
    }

    /// From the lowest mean to the highest, where there are two.
    pub(super) fn span(&self) -> Option<(f64, f64)> {
        let means: Vec<f64> = self.lanes.iter().filter_map(|lane| Some(lane.mean?.mean)).collect();
        let (low, high) = (means.iter().copied().reduce(f64::min)?, means.iter().copied().reduce(f64::max)?);
        (means.len() > 1).then_some((low, high))
    }

    pub(super) fn quotations(&self) -> impl Iterator<Item = (SideId, &str, Place)> {
        self.lanes.iter().filter_map(|lane| {
            let (text, place) = lane.quotation.as_ref()?;
            Some((lane.side, text.as_str(), *place))
        })
    }

    /// The row in words.
    pub(super) fn described(&self, report: &Report) -> String {
        let lane = |lane: &Lane| {
            let mean = lane.mean.map_or(String::new(), |mean| format!(", mean tone {}", signed(mean.mean)));
            format!("{} {}{mean}", report.label(lane.side), counted(lane.tones.len(), "sentence"))
        };
        let silent = self.silent.iter().map(|side| format!("{} silent", report.label(*side)));
        let sides: Vec<String> = self.lanes.iter().map(lane).chain(silent).collect();
        format!("{}: {}.", self.name, sides.join("; "))
    }
}

impl Lane {
    fn new(report: &Report, cell: &AspectSummary) -> Self {
        let passage = |place: &Place| &report.analyses[place.article].passages[place.passage];
        let tone = |place: &Place| passage(place).tone.clamp(-1.0, 1.0);
        let mut tones: Vec<(f64, Place)> = cell.places.iter().map(|place| (tone(place), *place)).collect();
        tones.sort_by(|a, b| a.0.total_cmp(&b.0));
        // The first of the strongest.
        let strongest = cell.places.iter().rev().max_by(|a, b| tone(a).abs().total_cmp(&tone(b).abs()));
        let quotation = strongest
            .filter(|_| cell.tone.is_none())
            .map(|place| (sentence(passage(place), &report.analyses[place.article].document.text), *place));
        Self { side: cell.side, tones, mean: cell.tone, quotation }
    }
}

/// What was said on one line, without who said it where it stands in quotation marks.
fn sentence(passage: &Passage, text: &str) -> String {
    let said: Vec<&str> = match passage.mode {
        Mode::Direct => passage.content.iter().map(|piece| piece.of(text)).collect(),
        _ => vec![passage.span.of(text)],
    };
    let words: Vec<&str> = said.iter().flat_map(|said| said.split_whitespace()).collect();
    quoted(&words::printable(&words.join(" ")))
}

/// A sentence to stand in double quotation marks: without those around it, and with single ones inside.
fn quoted(sentence: &str) -> String {
    let marks = ['"', '“', '”', ' '];
    let inner = words::curly(sentence.trim_matches(marks).trim_end_matches(','));
    inner.replace('“', "‘").replace('”', "’")
}

/// The rows with most sentences, in the order in which they stood.
pub(super) fn most_spoken(rows: &[Row], most: usize) -> Vec<&Row> {
    let mut places: Vec<usize> = (0..rows.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(rows[*place].n_sentences()));
    places.truncate(most);
    places.sort_unstable();
    places.into_iter().map(|place| &rows[place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_do_not_double() {
        assert_eq!(quoted("\"We \"will\" act,\" he said."), "We ‘will’ act,’ he said.");
        assert_eq!(quoted("“It isn't so.”"), "It isn’t so.");
    }
}
