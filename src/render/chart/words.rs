//! The words on charts, made from the figures: titles that claim no more than the sample carries.

use super::scale::Scale;
use crate::statistics::{IntervalKind, MIN_ARTICLES, MIN_VALUES, MeanDifference};
use crate::{Contrast, Effect, Report, Side, SideSummary};

/// Names in titles and captions are cut after so many characters.
const MAX_NAME: usize = 60;

/// The text without control characters, which neither XML nor a chart can show, and without the marks that turn the
/// direction of all that follows.
pub(in crate::render) fn printable(text: &str) -> String {
    let shown = |character: char| match character {
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
        '\u{FFFE}' | '\u{FFFF}' => Some(' '),
        character if character.is_control() => Some(' '),
        character => Some(character),
    };
    text.chars().filter_map(shown).collect()
}

/// `+0.55`, `−0.21`, `0.00`: two decimals with a true minus.
pub(in crate::render) fn signed(value: f64) -> String {
    let digits = format!("{:.2}", value.abs());
    match value {
        _ if digits == "0.00" => digits,
        value if value < 0.0 => format!("−{digits}"),
        _ => format!("+{digits}"),
    }
}

/// `1 sentence`, `1,204 sentences`.
pub(in crate::render) fn counted(n: usize, noun: &str) -> String {
    format!("{} {noun}{}", thousands(n), if n == 1 { "" } else { "s" })
}

pub(in crate::render) fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A count as a length to draw with.
pub(super) fn number(n: usize) -> f64 {
    crate::statistics::count(n)
}

/// The first characters of a text, with an ellipsis when there are more.
pub(super) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// `38%`: whole per cent.
pub(in crate::render) fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// Straight quotation marks as a book prints them.
pub(super) fn curly(text: &str) -> String {
    let mut opens = true;
    let mut set = String::with_capacity(text.len());
    for character in text.chars() {
        set.push(match character {
            '"' if opens => '“',
            '"' => '”',
            '\'' if opens => '‘',
            '\'' => '’',
            other => other,
        });
        opens = character.is_whitespace() || matches!(character, '(' | '[' | '—' | '–');
    }
    set
}

/// How a sentence names a side: `the council` for a common noun, the label for a name (`Ofsted`).
pub(super) fn named(side: &Side) -> String {
    let label = shortened(&side.label, MAX_NAME);
    let common = label.to_lowercase();
    if common.trim_end_matches('s') == side.id.to_lowercase().trim_end_matches('s') {
        format!("the {common}")
    } else {
        label
    }
}

fn possessive(side: &Side) -> String {
    let name = named(side);
    if name.ends_with('s') && side.label != side.id { format!("{name}’") } else { format!("{name}’s") }
}

pub(in crate::render) fn capital(text: &str) -> String {
    crate::report::capitalised(text)
}

/// `in these 5 articles`, `in this article`.
pub(super) fn in_these(report: &Report) -> String {
    match report.method.n_articles {
        1 => String::from("in this article"),
        n => format!("in these {} articles", thousands(n)),
    }
}

/// What the sides that take part have to say to one another.
pub(super) enum Finding<'a> {
    /// Of the sides that are compared none speaks.
    Silent,
    /// Only one does.
    One(&'a Side),
    /// Two speak, one of them too little.
    TooFew([(&'a Side, usize); 2]),
    /// Two can be compared.
    Two(&'a Side, &'a Side, &'a Contrast, &'a Effect),
}

/// The first two sides of the profile that say enough; `other` and `press` are nobody's opponent.
pub(super) fn finding(report: &Report) -> Finding<'_> {
    let partisan = |(_, summary): &(&Side, &SideSummary)| summary.n_sentences > 0;
    let speaking: Vec<(&Side, &SideSummary)> = report
        .sides
        .iter()
        .zip(&report.summaries)
        .filter(|(side, _)| side.id != "other" && side.id != "press")
        .filter(partisan)
        .collect();
    let mut enough = speaking.iter().filter(|(_, summary)| summary.n_sentences >= MIN_VALUES);
    if let (Some(a), Some(b)) = (enough.next(), enough.next())
        && let Some(contrast) = report.contrast(a.1.side, b.1.side)
        && let Some(effect) = &contrast.tone
    {
        return Finding::Two(a.0, b.0, contrast, effect);
    }
    match speaking[..] {
        [] => Finding::Silent,
        [(side, _)] => Finding::One(side),
        [(a, n_a), (b, n_b), ..] => Finding::TooFew([(a, n_a.n_sentences), (b, n_b.n_sentences)]),
    }
}

/// The titles that need no figure, where nothing can be compared.
pub(super) fn without_figures(finding: &Finding, report: &Report) -> Option<String> {
    match finding {
        Finding::Silent => Some(capital(&format!("{}, no side of the dispute speaks", in_these(report)))),
        Finding::One(side) => {
            Some(capital(&format!("{}, {} speaks and no other side does", in_these(report), named(side))))
        }
        Finding::TooFew([(a, n_a), (b, n_b)]) => {
            Some(format!("Too few sentences to compare {} ({n_a}) with {} ({n_b})", named(a), named(b)))
        }
        Finding::Two(..) => None,
    }
}

/// Whether a difference may be said without "in these articles": the interval speaks of articles like these, and
/// the articles that hold both sides bear it out one by one.
fn generalises(effect: &Effect) -> bool {
    let difference = effect.difference;
    let within = effect.paired.and_then(|paired| paired.interval);
    difference.kind == IntervalKind::Articles
        && within.is_some_and(|(low, high)| if difference.difference > 0.0 { low > 0.0 } else { high < 0.0 })
}

/// The title of the chart of tones.
pub(in crate::render) fn tone_title(report: &Report) -> String {
    let finding = finding(report);
    let Finding::Two(a, b, _, effect) = finding else {
        return without_figures(&finding, report).unwrap_or_default();
    };
    // No-break spaces keep the figures on one line.
    let figures = format!("({}\u{a0}against\u{a0}{})", signed(effect.mean_a), signed(effect.mean_b));
    if !effect.difference.is_clear() {
        return format!("No clear difference in tone between {} and {} {figures}", named(a), named(b));
    }
    let direction = if effect.difference.difference > 0.0 { "more" } else { "less" };
    let [_, _, quality] = Scale::of(report).parts;
    let claim =
        format!("{} sentences are {direction} {quality} than {} {figures}", possessive(a), possessive(b));
    capital(&if generalises(effect) { claim } else { format!("{}, {claim}", in_these(report)) })
}

/// The figures behind the title: how the two sides differ, and what that can be taken to mean.
pub(in crate::render) fn comparison(report: &Report) -> Option<String> {
    let Finding::Two(a, b, contrast, effect) = finding(report) else {
        return None;
    };
    let MeanDifference { difference, interval, .. } = effect.difference;
    let interval = interval.map_or(String::from("no interval"), |(low, high)| {
        format!("95% interval {} to {}", signed(low), signed(high))
    });
    let note = if contrast.note.is_empty() { String::new() } else { format!("; {}", contrast.note) };
    Some(format!(
        "{} minus {}: {} ({interval}), Cliff’s δ {} ({}){note}.",
        shortened(&a.label, MAX_NAME),
        named(b).trim_start_matches("the "),
        signed(difference),
        signed(effect.cliff.delta),
        effect.cliff.magnitude.name()
    ))
}

/// The caption: what was counted, how it was scored, what the intervals are.
pub(super) fn caption(report: &Report, with_intervals: bool) -> String {
    let mut parts = vec![sample(report)];
    if with_intervals {
        parts.extend(comparison(report));
        parts.push(intervals(report));
    }
    parts.push(origin(report));
    parts.join(" ")
}

/// What was counted.
pub(super) fn sample(report: &Report) -> String {
    let method = &report.method;
    let titles =
        if method.include_titles { "running text and headlines" } else { "running text, no headlines" };
    format!(
        "n = {} in {} ({titles}; a sentence with two voices counts for both).",
        counted(method.n_sentences, "sentence"),
        counted(method.n_articles, "article")
    )
}

/// What scored the sentences, over which word lists, in which program.
pub(super) fn origin(report: &Report) -> String {
    format!("Tone: {}. {}", shortened(&report.method.scorer, MAX_NAME), source(report))
}

/// Over which word lists, in which program.
pub(in crate::render) fn source(report: &Report) -> String {
    let digest: String = report.method.digest.chars().take(8).collect();
    let profile = format!("{} {digest}", shortened(&report.method.profile, MAX_NAME));
    format!("Profile: {}. Source:\u{a0}slantwise\u{a0}{}.", profile.trim_end(), env!("CARGO_PKG_VERSION"))
}

fn intervals(report: &Report) -> String {
    let kinds: Vec<IntervalKind> =
        report.summaries.iter().filter_map(|summary| summary.tone.map(|tone| tone.kind)).collect();
    let units = match (kinds.contains(&IntervalKind::Articles), kinds.contains(&IntervalKind::Sentences)) {
        (true, true) => format!(
            "over articles (jackknife); for sides in fewer than {MIN_ARTICLES} articles, taking sentences as independent"
        ),
        (true, false) => String::from("over articles (jackknife)"),
        (false, true) => String::from("taking the sentences of these articles as independent"),
        (false, false) => return String::from("No side has the five sentences that an interval needs."),
    };
    format!("Intervals: 95%, {units}; none below {MIN_VALUES} sentences.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_a_newspaper_would() {
        assert_eq!([signed(0.554), signed(-0.206), signed(-0.001)], ["+0.55", "−0.21", "0.00"]);
        assert_eq!([thousands(7), thousands(1204), thousands(1_000_000)], ["7", "1,204", "1,000,000"]);
        assert_eq!([counted(1, "sentence"), counted(0, "sentence")], ["1 sentence", "0 sentences"]);
    }

    #[test]
    fn common_nouns_take_an_article_and_names_do_not() {
        let side =
            |id: &str, label: &str| Side { id: id.into(), label: label.into(), description: String::new() };
        assert_eq!(possessive(&side("council", "Council")), "the council’s");
        assert_eq!(possessive(&side("other", "Others")), "the others’");
        assert_eq!(possessive(&side("inspector", "Ofsted")), "Ofsted’s");
    }
}
