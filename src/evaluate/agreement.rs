//! How far two coders agree on the same articles: the share of equal labels, and kappa and alpha, which take chance
//! away.
//!
//! Units are the same where they start and end at the same characters, as in two copies of one coding sheet. The
//! program has no part in these figures; they are the ceiling for what an evaluation can show.

use std::collections::BTreeMap;

use super::measures::{self, accuracy, pearson, sign};
use super::name::same_speaker;
use super::{Aspect, Confusion, Difference, Figure, Figures, GoldUnit, Labels};
use crate::Profile;
use crate::statistics::{Level, cohens_kappa, krippendorffs_alpha, krippendorffs_alpha_of_labels};

/// One article labelled by two coders.
#[derive(Clone, Debug, PartialEq)]
pub struct CodedTwice {
    /// The id of the article.
    pub document: String,
    /// What the first coder says.
    pub first: Labels,
    /// What the second coder says.
    pub second: Labels,
}

/// Agreement of two coders.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Articles that both labelled.
    pub documents: usize,
    /// Units that both labelled.
    pub units: usize,
    /// Units that only the first, and only the second labelled.
    pub alone: (usize, usize),
    /// The shares, by name. `…_agreement` is the share of equal labels, `…_kappa` Cohen's kappa, `…_alpha`
    /// Krippendorff's alpha, none where all labels are the same. Sides, modes, speakers and valences are compared
    /// over units that neither coder takes for furniture:
    ///
    /// - `kind_agreement`, `kind_kappa`, `kind_alpha` (nominal); the same for `side`;
    /// - `side_accepted_agreement`: the side of one is the side of the other, or one that the other would accept;
    /// - `mode_agreement`, `mode_kappa`, `mode_alpha`; `speaker_agreement`: the same last name or head word;
    /// - `valence_r`: Pearson's r; `valence_alpha` (ordinal); `valence_sign_agreement`, `valence_sign_kappa`,
    ///   `valence_sign_alpha` (ordinal): negative, neutral, positive.
    pub figures: Vec<Figure>,
    /// Which side of the first coder (rows) is which of the second (columns).
    pub confusion: Confusion,
    /// Where they differ on side, kind, mode or speaker: the first coder's label as expected, the second's as found.
    pub differences: Vec<Difference>,
}

/// Labels of both coders, first and second.
#[derive(Default)]
struct Pairs {
    kinds: Vec<(String, String)>,
    sides: Vec<(String, String)>,
    accepted: Vec<bool>,
    modes: Vec<(String, String)>,
    speakers: Vec<bool>,
    valences: Vec<(f64, f64)>,
    differences: Vec<Difference>,
}

/// Sets two coders against each other.
#[must_use]
pub fn agreement(coded: &[CodedTwice], profile: &Profile) -> Agreement {
    let (mut pairs, mut units, mut alone) = (Pairs::default(), 0, (0, 0));
    for article in coded {
        let second: BTreeMap<(usize, usize), &GoldUnit> =
            article.second.units.iter().map(|unit| (unit.place(), unit)).collect();
        let both = article.first.units.iter().filter_map(|unit| Some((unit, *second.get(&unit.place())?)));
        let mut n = 0;
        for (one, other) in both {
            pairs.add(&article.document, one, other);
            n += 1;
        }
        units += n;
        alone.0 += article.first.units.len() - n;
        alone.1 += article.second.units.len().saturating_sub(n);
    }
    let sides = profile.sides.iter().map(|side| side.id.clone()).collect();
    Agreement {
        documents: coded.len(),
        units,
        alone,
        figures: pairs.figures(),
        confusion: Confusion::of(sides, pairs.sides.iter().map(|(first, second)| (second, first))),
        differences: pairs.differences,
    }
}

impl Pairs {
    fn add(&mut self, document: &str, one: &GoldUnit, other: &GoldUnit) {
        if let Some(kinds) = coded(&one.kind, &other.kind) {
            self.note(Aspect::Kind, document, one, &kinds, kinds.0 == kinds.1);
            self.kinds.push(kinds);
        }
        if one.is_furniture() || other.is_furniture() {
            return;
        }
        if let Some(sides) = coded(&one.side, &other.side) {
            let accepted = one.accept.contains(&sides.1) || other.accept.contains(&sides.0);
            self.accepted.push(sides.0 == sides.1 || accepted);
            self.note(Aspect::Side, document, one, &sides, sides.0 == sides.1);
            self.sides.push(sides);
        }
        if let Some(modes) = coded(&one.mode, &other.mode) {
            self.note(Aspect::Mode, document, one, &modes, modes.0 == modes.1);
            self.modes.push(modes);
        }
        if let Some(speakers) = coded(&one.speaker, &other.speaker) {
            let same = same_speaker(&speakers.0, &speakers.1);
            self.note(Aspect::Speaker, document, one, &speakers, same);
            self.speakers.push(same);
        }
        self.valences.extend(one.valence.zip(other.valence));
    }

    fn note(
        &mut self,
        aspect: Aspect,
        document: &str,
        unit: &GoldUnit,
        answers: &(String, String),
        same: bool,
    ) {
        if same {
            return;
        }
        self.differences.push(Difference {
            aspect,
            document: document.to_owned(),
            start: unit.start,
            end: unit.end,
            expected: answers.0.clone(),
            found: answers.1.clone(),
            evidence: String::new(),
            confidence: None,
            text: unit.text.clone(),
        });
    }

    fn figures(&self) -> Vec<Figure> {
        let mut figures = Figures::default();
        figures.add_agreement("kind", &self.kinds, alpha_of_names(&self.kinds), "units");
        figures.add_agreement("side", &self.sides, alpha_of_names(&self.sides), "units");
        let share = |right: &[bool]| measures::mean(right.iter().map(|right| f64::from(u8::from(*right))));
        figures.add("side_accepted_agreement", share(&self.accepted), self.accepted.len(), "units");
        figures.add_agreement("mode", &self.modes, alpha_of_names(&self.modes), "units");
        figures.add("speaker_agreement", share(&self.speakers), self.speakers.len(), "units with a speaker");
        let of = "units with a valence";
        figures.add("valence_r", pearson(&self.valences), self.valences.len(), of);
        figures.add_alpha("valence", alpha_of_grades(&self.valences), self.valences.len(), of);
        let signs: Vec<(i8, i8)> =
            self.valences.iter().map(|(one, other)| (sign(*one), sign(*other))).collect();
        figures.add_agreement("valence_sign", &signs, alpha_of_grades(&signs), of);
        figures.0
    }
}

impl Figures {
    fn add_agreement<Label: Ord>(
        &mut self,
        name: &str,
        pairs: &[(Label, Label)],
        alpha: Option<f64>,
        of: &'static str,
    ) {
        self.add(&format!("{name}_agreement"), accuracy(pairs), pairs.len(), of);
        self.add(&format!("{name}_kappa"), cohens_kappa(pairs).unwrap_or_default(), pairs.len(), of);
        self.add_alpha(name, alpha, pairs.len(), of);
    }

    /// Unlike kappa, alpha is none where both coders use one label throughout.
    pub(super) fn add_alpha(&mut self, name: &str, alpha: Option<f64>, n: usize, of: &'static str) {
        self.0.push(Figure { name: format!("{name}_alpha"), value: alpha, n, of });
    }
}

fn alpha_of_names(pairs: &[(String, String)]) -> Option<f64> {
    let units: Vec<Vec<&str>> = pairs.iter().map(|(one, other)| vec![one.as_str(), other.as_str()]).collect();
    krippendorffs_alpha_of_labels(&units)
}

/// Valences and their signs are steps in an order; nobody says that the steps are equal.
pub(super) fn alpha_of_grades<Grade: Copy + Into<f64>>(pairs: &[(Grade, Grade)]) -> Option<f64> {
    let units: Vec<Vec<f64>> =
        pairs.iter().map(|(one, other)| vec![(*one).into(), (*other).into()]).collect();
    krippendorffs_alpha(&units, Level::Ordinal)
}

/// Both labels, where both coders gave one.
fn coded(one: &str, other: &str) -> Option<(String, String)> {
    (!one.is_empty() && !other.is_empty()).then(|| (one.to_owned(), other.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(sides: &[&str]) -> Labels {
        let unit = |(n, side): (usize, &&str)| GoldUnit {
            start: n * 10,
            end: n * 10 + 9,
            kind: "body".into(),
            side: (*side).into(),
            ..GoldUnit::default()
        };
        sides.iter().enumerate().map(unit).collect::<Vec<_>>().into()
    }

    fn check(first: &[&str], second: &[&str]) -> Agreement {
        let coded = CodedTwice { document: "one".into(), first: labels(first), second: labels(second) };
        agreement(&[coded], Profile::inspection())
    }

    fn figure(agreement: &Agreement, name: &str) -> (Option<f64>, usize) {
        let figure = agreement.figures.iter().find(|figure| figure.name == name).unwrap();
        (figure.value, figure.n)
    }

    #[test]
    fn agreement_is_counted_over_what_both_coded() {
        // Of three units 2 agree; chance is (2·1 + 1·2) / 9 = 4/9, kappa (6/9 − 4/9) / (5/9) = 0.4.
        let found = check(&["council", "council", "press", "other"], &["council", "press", "press"]);
        assert_eq!((found.units, found.alone), (3, (1, 0)));
        let (kappa, n) = figure(&found, "side_kappa");
        assert!((kappa.unwrap() - 0.4).abs() < 1e-12, "{kappa:?}");
        assert_eq!(n, 3);
        assert_eq!((figure(&found, "mode_kappa"), figure(&found, "mode_alpha")), ((None, 0), (None, 0)));
    }

    #[test]
    fn alpha_stands_beside_kappa() {
        // Of six labels 3 are council, 3 press: by chance 18 of 30 pairs differ, within the units 2 of 6.
        let found = check(&["council", "council", "press"], &["council", "press", "press"]);
        let (alpha, n) = figure(&found, "side_alpha");
        assert!((alpha.unwrap() - (1.0 - (2.0 / 6.0) / (18.0 / 30.0))).abs() < 1e-12, "{alpha:?}");
        assert_eq!(n, 3);
    }

    #[test]
    fn labels_that_are_all_the_same_have_no_alpha() {
        let found = check(&["press", "press"], &["press", "press"]);
        assert_eq!(figure(&found, "side_alpha"), (None, 2));
        assert_eq!(figure(&found, "side_kappa"), (Some(1.0), 2));
    }

    #[test]
    fn valences_are_compared_as_grades() {
        let mut coded = CodedTwice {
            document: "one".into(),
            first: labels(&["council"; 3]),
            second: labels(&["council"; 3]),
        };
        for (units, valences) in
            [(&mut coded.first.units, [-2.0, 0.0, 2.0]), (&mut coded.second.units, [-2.0, 1.0, 2.0])]
        {
            units.iter_mut().zip(valences).for_each(|(unit, valence)| unit.valence = Some(valence));
        }
        let found = agreement(&[coded], Profile::inspection());
        // Middle ranks 1 and 1, 2.5 and 3.5, 5 and 5, around 3: 1 − (6 − 1) · 2 / (2 · 6 · 16.5).
        let (alpha, _) = figure(&found, "valence_alpha");
        assert!((alpha.unwrap() - (1.0 - 10.0 / 198.0)).abs() < 1e-12, "{alpha:?}");
    }

    #[test]
    fn a_difference_names_both_answers() {
        let found = check(&["council"], &["opposition"]);
        let [difference] = found.differences.as_slice() else { panic!("one difference") };
        assert_eq!((difference.expected.as_str(), difference.found.as_str()), ("council", "opposition"));
        assert_eq!(found.confusion.counts[0][1], 1);
    }

    #[test]
    fn an_accepted_side_is_told_apart_from_an_equal_one() {
        let mut coded =
            CodedTwice { document: "one".into(), first: labels(&["council"]), second: labels(&["press"]) };
        coded.second.units[0].accept = vec!["council".into()];
        let found = agreement(&[coded], Profile::inspection());
        assert_eq!(figure(&found, "side_agreement"), (Some(0.0), 1));
        assert_eq!(figure(&found, "side_accepted_agreement"), (Some(1.0), 1));
    }
}
