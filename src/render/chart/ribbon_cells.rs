//! An article as a row of cells: who speaks from which word to which, how favourably, in quotation marks or not.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::report::{counted_places, n_words};
use crate::{Analysis, Mode, Passage, Place, Report, SideId};

/// More passages than these are joined within slices of the article.
const MAX_CELLS: usize = 240;

/// One passage, or in a long article the passages of one side in one slice of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) side: SideId,
    /// Words of running text before it.
    pub(super) from: usize,
    /// Words of running text up to its end.
    pub(super) to: usize,
    /// Its tone; the mean over joined passages.
    pub(super) tone: f64,
    /// Whether quotation marks stand around its words, all or part.
    pub(super) quoted: bool,
    /// Who speaks; empty for nobody and for joined passages.
    pub(super) speaker: String,
    /// The passages.
    pub(super) places: Vec<Place>,
}

/// The article in order.
pub(super) struct Strip {
    pub(super) cells: Vec<Cell>,
    /// Words of running text.
    pub(super) n_words: usize,
    /// Whether the cells are slices, not passages.
    pub(super) is_sliced: bool,
}

pub(super) fn strip(article: usize, report: &Report) -> Strip {
    let analysis = &report.analyses[article];
    let mut n = 0;
    let mut cells = Vec::new();
    for (place, passage) in counted_places(std::slice::from_ref(analysis), report.method.include_titles) {
        let from = n;
        n += n_words(passage, analysis).max(1);
        cells.push(cell(passage, Place { article, ..place }, analysis, from..n));
    }
    let is_sliced = cells.len() > MAX_CELLS;
    if is_sliced {
        cells = sliced(&cells, n);
    }
    Strip { cells, n_words: n, is_sliced }
}

fn cell(passage: &Passage, place: Place, analysis: &Analysis, words: Range<usize>) -> Cell {
    let speaker = passage.speaker.and_then(|place| analysis.speakers.get(place));
    Cell {
        side: passage.side,
        from: words.start,
        to: words.end,
        tone: passage.tone.clamp(-1.0, 1.0),
        quoted: matches!(passage.mode, Mode::Direct | Mode::Mixed),
        speaker: speaker.map_or(String::new(), |speaker| speaker.name.clone()),
        places: vec![place],
    }
}

/// A hundred slices of equal length; what a side says in a slice is one cell as wide as the slice.
fn sliced(cells: &[Cell], n_words: usize) -> Vec<Cell> {
    const N_SLICES: usize = 100;
    let mut slices: BTreeMap<(usize, SideId), Vec<&Cell>> = BTreeMap::new();
    for cell in cells {
        slices.entry((cell.from * N_SLICES / n_words, cell.side)).or_default().push(cell);
    }
    let joined = |((slice, side), cells): ((usize, SideId), Vec<&Cell>)| Cell {
        side,
        from: slice * n_words / N_SLICES,
        to: (slice + 1) * n_words / N_SLICES,
        tone: cells.iter().map(|cell| cell.tone).sum::<f64>() / super::words::number(cells.len()),
        quoted: 2 * cells.iter().filter(|cell| cell.quoted).count() >= cells.len(),
        speaker: String::new(),
        places: cells.iter().flat_map(|cell| cell.places.iter().copied()).collect(),
    };
    slices.into_iter().map(joined).collect()
}
