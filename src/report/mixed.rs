//! What is not compared when the scores of the articles are not of one make.

use super::{Report, Shares};
use crate::vader::Scorer;

/// What a report says of itself when the articles were scored by several engines.
pub(super) const MIXED: &str = "The articles were scored by different engines: compound is given sentence by sentence and \
                                not averaged or compared.";

/// Takes all means and comparisons of compound out of a report whose articles were scored by different engines.
pub(super) fn refuse(report: &mut Report) {
    let scorers: Vec<Scorer> = report.analyses.iter().map(|analysis| analysis.scorer).collect();
    if scorers.windows(2).all(|pair| pair[0] == pair[1]) {
        return;
    }
    for summary in &mut report.summaries {
        (summary.compound, summary.compound_shares) = (None, Shares::default());
    }
    report.contrasts.iter_mut().for_each(|contrast| contrast.compound = None);
    report.speakers.iter_mut().for_each(|speaker| speaker.compound = None);
    report.notes.push(MIXED.to_owned());
}
