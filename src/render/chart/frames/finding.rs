//! What the title of the frames says: where two sides differ most, if the counts carry it.

use crate::render::chart::words::{self, capital, named, percent, thousands};
use crate::statistics::{Interval, MIN_VALUES};
use crate::{FrameSummary, Report};

/// Of some ten frames the one that differs most is named, so a difference counts only where the 95% intervals of both
/// shares do not touch: that is p < 0.006 for one frame, about 0.05 for the best of ten. It is said of these articles,
/// however many they are, for the choice of the frame was made on them.
pub(super) fn title(report: &Report) -> String {
    let finding = words::finding(report);
    let words::Finding::Two(a, b, contrast, _) = finding else {
        return words::without_figures(&finding, report).unwrap_or_default();
    };
    let rows = report.frames.chunk_by(|a, b| a.frame == b.frame);
    let pairs = rows.filter_map(|cells| {
        let of = |side| cells.iter().find(|cell| cell.side == side);
        Some((of(contrast.a)?, of(contrast.b)?))
    });
    let widest =
        pairs.filter_map(|(a, b)| Some((gap(a, b)?, a, b))).fold(None, |best: Option<Pair>, pair| {
            if best.is_some_and(|best| best.0 >= pair.0) { best } else { Some(pair) }
        });
    let Some((_, of_a, of_b)) = widest else {
        return format!("No frame sets {} clearly apart from {}", named(a), named(b));
    };
    let share = |cell: &FrameSummary| percent(cell.share.map_or(0.0, |share| share.share));
    let claim = format!(
        "{}, {} of {}’s {} sentences have the frame ‘{}’, {} of {}’s {}",
        words::in_these(report),
        share(of_a),
        named(a),
        thousands(of_a.n_sentences),
        words::shortened(&report.code(of_a.frame).name, 40),
        share(of_b),
        named(b),
        thousands(of_b.n_sentences)
    );
    capital(&claim)
}

type Pair<'a> = (f64, &'a FrameSummary, &'a FrameSummary);

/// How far two shares lie apart; none where that may be chance.
fn gap(a: &FrameSummary, b: &FrameSummary) -> Option<f64> {
    let enough = a.n_sentences >= MIN_VALUES && b.n_sentences >= MIN_VALUES;
    let (a, b) = (a.share.filter(|_| enough)?, b.share?);
    let (of_a, of_b): (Interval, Interval) = (a.interval?, b.interval?);
    (of_a.1 < of_b.0 || of_b.1 < of_a.0).then(|| (a.share - b.share).abs())
}
