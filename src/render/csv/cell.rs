//! What stands in a cell: words that no spreadsheet runs as a formula, numbers at their published precision.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::statistics::{Estimate, IntervalKind};

/// Words. A cell that a spreadsheet would run as a formula gets a `'` before it, as OWASP advises
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Words<'a>(Cow<'a, str>);

/// The first characters by which a spreadsheet knows a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

impl<'a> From<Cow<'a, str>> for Words<'a> {
    fn from(words: Cow<'a, str>) -> Self {
        Self(if words.starts_with(FORMULA) { Cow::Owned(format!("'{words}")) } else { words })
    }
}

impl<'a> From<&'a str> for Words<'a> {
    fn from(words: &'a str) -> Self {
        Self::from(Cow::Borrowed(words))
    }
}

impl From<String> for Words<'_> {
    fn from(words: String) -> Self {
        Self::from(Cow::Owned(words))
    }
}

/// A number with so many decimals, rounded as Python's `round` does: the nearest decimal to the exact value of the
/// float, ties to even. An empty cell where there is no number.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Decimal<const DECIMALS: usize>(Option<f64>);

impl<const DECIMALS: usize> From<f64> for Decimal<DECIMALS> {
    fn from(number: f64) -> Self {
        Self(Some(number))
    }
}

impl<const DECIMALS: usize> From<Option<f64>> for Decimal<DECIMALS> {
    fn from(number: Option<f64>) -> Self {
        Self(number)
    }
}

impl<const DECIMALS: usize> Serialize for Decimal<DECIMALS> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(number) = self.0.filter(|number| number.is_finite()) else {
            return serializer.serialize_str("");
        };
        let digits = format!("{number:.DECIMALS$}");
        let is_zero = digits.bytes().all(|digit| matches!(digit, b'-' | b'0' | b'.'));
        serializer.serialize_str(if is_zero { digits.trim_start_matches('-') } else { &digits })
    }
}

/// A probability: four decimals, or below 0.0001 two digits and the power of ten, because no p-value is 0. An empty
/// cell where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Probability(Option<f64>);

impl From<Option<f64>> for Probability {
    fn from(probability: Option<f64>) -> Self {
        Self(probability)
    }
}

impl Serialize for Probability {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Some(probability) if probability > 0.0 && probability < 0.0001 => {
                serializer.serialize_str(&format!("{probability:.1e}"))
            }
            probability => Decimal::<4>(probability).serialize(serializer),
        }
    }
}

/// A mean or difference with its interval, as four cells.
#[derive(Default)]
pub(super) struct Interval95 {
    pub(super) value: Decimal<4>,
    pub(super) low: Decimal<4>,
    pub(super) high: Decimal<4>,
    /// What the interval is made of, or why there is none.
    pub(super) kind: &'static str,
}

impl Interval95 {
    /// The kind; of a figure that is not there, that the sentences are too few for it.
    pub(super) const fn kind_or_too_few(&self) -> &'static str {
        if self.kind.is_empty() { IntervalKind::TooFew.name() } else { self.kind }
    }
}

impl From<Option<Estimate>> for Interval95 {
    fn from(estimate: Option<Estimate>) -> Self {
        estimate.map_or_else(Self::default, |estimate| Self {
            value: estimate.mean.into(),
            low: estimate.interval.map(|(low, _)| low).into(),
            high: estimate.interval.map(|(_, high)| high).into(),
            kind: estimate.kind.name(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<const DECIMALS: usize>(number: impl Into<Decimal<DECIMALS>>, expected: &str) {
        let printed = serde_json::to_value(number.into()).unwrap();
        assert_eq!(printed, expected);
    }

    #[test]
    fn numbers_are_rounded_as_python_rounds() {
        check::<2>(0.125, "0.12");
        check::<2>(0.375, "0.38");
        check::<2>(2.675, "2.67");
        check::<3>(0.0005, "0.001");
        check::<4>(-0.476_65, "-0.4767");
        check::<4>(-0.000_01, "0.0000");
        check::<4>(None, "");
        check::<4>(f64::NAN, "");
    }

    #[test]
    fn no_probability_is_printed_as_nothing() {
        let printed = |p: Option<f64>| serde_json::to_value(Probability::from(p)).unwrap();
        assert_eq!(printed(Some(44.0 / 3528.0)), "0.0125");
        assert_eq!(printed(Some(1.0)), "1.0000");
        assert_eq!(printed(Some(0.0001)), "0.0001");
        assert_eq!(printed(Some(2.0 / 2.0_f64.powi(32))), "4.7e-10");
        assert_eq!((printed(None), printed(Some(f64::NAN))), ("".into(), "".into()));
    }

    #[test]
    fn a_formula_is_made_harmless_and_words_are_left_alone() {
        for formula in ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1"] {
            assert_eq!(Words::from(formula).0, format!("'{formula}"));
        }
        for words in ["", "'quoted'", "a = b", "“Inadequate”", "– a dash"] {
            assert_eq!(Words::from(words).0, words);
        }
    }
}
