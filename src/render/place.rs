//! Sentences by where they stand: `article:12`, and `article:12.2` for the second voice of a sentence.

use crate::{Place, Report};

/// One sentence.
pub(crate) fn id(place: Place, report: &Report) -> String {
    let analysis = &report.analyses[place.article];
    let passage = &analysis.passages[place.passage];
    let part = if passage.part > 0 { format!(".{}", passage.part + 1) } else { String::new() };
    format!("{}:{}{part}", analysis.document.id, passage.sentence + 1)
}

/// Several, with `; ` between them.
pub(crate) fn ids(places: &[Place], report: &Report) -> String {
    places.iter().map(|place| id(*place, report)).collect::<Vec<_>>().join("; ")
}

/// The words of a sentence on one line.
pub(crate) fn text(place: Place, report: &Report) -> String {
    let analysis = &report.analyses[place.article];
    let words = analysis.passages[place.passage].span.of(&analysis.document.text);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several sentences, each behind its place, with ` | ` between them.
pub(crate) fn texts(places: &[Place], report: &Report) -> String {
    let shown = places.iter().map(|place| format!("{}: {}", id(*place, report), text(*place, report)));
    shown.collect::<Vec<_>>().join(" | ")
}
