//! What the title, the caption and the description of the words say.

use super::{Point, names};
use crate::render::chart::words::{self, capital, counted, in_these};
use crate::statistics::MIN_ARTICLES;
use crate::{Report, SideId};

/// A title names words from so many standard errors on.
const NAMED_FROM: f64 = 1.96;
/// And so many of a side.
const MOST_NAMED: usize = 3;

/// The words that set each side apart. A word that one article alone repeats tells of that article, so where there are
/// several articles a word of the title stands in two.
pub(super) fn title(report: &Report, sides: [SideId; 2], points: &[Point]) -> String {
    let [a, b] = names(report, sides);
    let n_articles = |point: &Point, side: usize| {
        let mut rows = report.words.iter().filter(|row| row.side == sides[side]);
        rows.find(|row| row.words == point.word).map_or(0, |row| row.n_articles)
    };
    let top = |side: usize| -> Vec<String> {
        let own = points.iter().filter(|point| point.marked == Some(side) && point.z.abs() >= NAMED_FROM);
        let spread = own.filter(|point| n_articles(point, side) >= report.method.n_articles.min(2));
        spread.take(MOST_NAMED).map(|point| format!("‘{}’", point.word)).collect()
    };
    match [top(0), top(1)] {
        [of_a, of_b] if !of_a.is_empty() && !of_b.is_empty() => capital(&format!(
            "{}, {a} says {} more often than {b}, which says {} more often",
            in_these(report),
            listed(&of_a),
            listed(&of_b)
        )),
        [of_a, of_b] if of_a.is_empty() && of_b.is_empty() => {
            format!("No word clearly sets {a} and {b} apart {}", in_these(report))
        }
        [of_a, of_b] => {
            let (one, other, own) = if of_b.is_empty() { (a, b, of_a) } else { (b, a, of_b) };
            capital(&format!("{}, {one} says {} more often than {other}", in_these(report), listed(&own)))
        }
    }
}

/// `‘a’, ‘b’ and ‘c’`.
fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [word] => word.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What was counted; how many words had no room.
pub(super) fn caption(
    report: &Report,
    sides: [SideId; 2],
    totals: [usize; 2],
    (n_words, n_placed): (usize, usize),
) -> String {
    let [a, b] = names(report, sides);
    let left_out = match n_words - n_placed {
        0 => String::new(),
        n => format!(
            " {} found no room and are left out; the most distinctive chose first.",
            counted(n, "word")
        ),
    };
    let caution =
        if report.method.n_articles < MIN_ARTICLES { " Describes these articles only." } else { "" };
    format!(
        "n = {} said by {a} and {} by {b} in {}, without function words and names of speakers. Shown: words that the \
         two say three times or more together, {n_placed} of {n_words}.{left_out} Logarithmic scales; in the grey bands a word may stand a little beside its place. The most distinctive: by \
         weighted log-odds (Monroe, Colaresi & Quinn 2008).{caution} {}",
        counted(totals[0], "word"),
        words::thousands(totals[1]),
        counted(report.method.n_articles, "article"),
        words::source(report)
    )
}

pub(super) fn description(report: &Report, sides: [SideId; 2], points: &[Point]) -> String {
    let said = |point: &Point| format!("{} {} to {}", point.word, point.n[0], point.n[1]);
    let side = |(place, side): (usize, SideId)| {
        let own: Vec<String> = points.iter().filter(|point| point.marked == Some(place)).map(said).collect();
        let own = if own.is_empty() { String::from("none") } else { own.join(", ") };
        format!("Words that set {} apart: {own}.", report.label(side))
    };
    sides.into_iter().enumerate().map(side).collect::<Vec<_>>().join(" ")
}
