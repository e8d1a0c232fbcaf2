//! What the scale of tones means, in words: favour towards the inspected service, or no more than positive wording.

use crate::Report;
use crate::report::counted;

/// The words for the two ends of the scale.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Scale {
    /// What the chart asks.
    pub(super) question: &'static str,
    /// Beside the left end of the axis.
    pub(super) less: &'static str,
    /// Beside the right end of the axis.
    pub(super) more: &'static str,
    /// Where a bar rises and where it falls.
    pub(super) up_and_down: &'static str,
    /// A sentence below zero, about zero and above zero.
    pub(super) parts: [&'static str; 3],
    /// What the parts are parts of.
    pub(super) shares: &'static str,
}

const FAVOUR: Scale = Scale {
    question: "How favourable to the inspected service is what each side says?",
    less: "less favourable",
    more: "more favourable",
    up_and_down: "up where it is favourable to the inspected service, down where it is not.",
    parts: ["unfavourable", "neutral", "favourable"],
    shares: "Share of each side’s sentences that are unfavourable (tone\u{a0}−0.05\u{a0}or\u{a0}less), neutral, \
             and favourable (+0.05\u{a0}or\u{a0}more) to the inspected service.",
};

const WORDING: Scale = Scale {
    question: "How positive are the words of each side?",
    less: "more negative",
    more: "more positive",
    up_and_down: "up where its words are positive, down where they are negative.",
    parts: ["negative", "neutral", "positive"],
    shares: "Share of each side’s sentences whose words are negative (tone\u{a0}−0.05\u{a0}or\u{a0}less), neutral, \
             and positive (+0.05\u{a0}or\u{a0}more).",
};

impl Scale {
    /// A tone that nowhere differs from the compound measures what the compound measures: how positive words are,
    /// not whom they favour.
    pub(super) fn of(report: &Report) -> &'static Self {
        let mut passages =
            report.analyses.iter().flat_map(|analysis| counted(analysis, report.method.include_titles));
        let differs = passages.any(|passage| passage.tone.total_cmp(&passage.scores.compound).is_ne());
        if differs { &FAVOUR } else { &WORDING }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::synthetic::article;
    use crate::{Profile, compare};

    #[test]
    fn favour_is_claimed_only_where_tone_is_more_than_the_compound() {
        let mut analysis = article("a", &[(0, "A", 0.4), (1, "B", -0.4)]);
        let scale = |analysis| Scale::of(&compare(vec![analysis], Profile::inspection()));
        assert_eq!(scale(analysis.clone()), &FAVOUR);
        analysis.passages.iter_mut().for_each(|passage| passage.tone = passage.scores.compound);
        assert_eq!(scale(analysis), &WORDING);
    }
}
