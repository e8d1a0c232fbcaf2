//! The charts of a report: each a title that says the finding, a picture, and a caption that says what it rests on.
//!
//! A chart is drawn once, as SVG, with letters turned into outlines: it looks the same on every machine and needs
//! no font. [`png`] paints that very drawing. The name says which chart it is: `voices`, `shares`, `aspects`, `frames`,
//! `words`, and `ribbon-ARTICLE` for each of the first [`MAX_RIBBONS`] articles.

mod aspects;
mod canvas;
mod flatten;
mod frames;
mod look;
mod page;
mod path_data;
mod picture;
mod ribbon;
mod ribbon_cells;
mod scale;
mod shares;
mod swarm;
#[cfg(test)]
mod tests;
mod voices;
mod word_plot;
pub(super) mod words;

use rayon::prelude::{IntoParallelIterator, ParallelExtend, ParallelIterator};

use crate::Report;

pub use flatten::png;

/// More articles than these have no ribbon of their own: the first ones in the order of the input have.
pub const MAX_RIBBONS: usize = 24;

/// A finished chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// A name for its file, without extension: lower-case letters, digits, `-` and `_`.
    pub name: String,
    /// Of a ribbon the article: index into [`Report::analyses`].
    pub article: Option<usize>,
    /// The finding in words.
    pub title: String,
    /// What the picture shows, for those who do not see it.
    pub description: String,
    /// What a mark is.
    pub subtitle: String,
    /// What was counted and how, and where it is from.
    pub caption: String,
    /// The drawing, a whole SVG file.
    pub svg: String,
    /// The same drawing for a page, as an `svg` element without title, subtitle and caption: text is text, and what stands
    /// for sentences is a link `a.mark` with `data-s`, their rows in `sentences.csv` from 0.
    pub picture: String,
}

/// All charts of a report. Without a sentence there is nothing to draw, and no chart.
#[must_use]
pub fn charts(report: &Report) -> Vec<Chart> {
    if report.method.n_sentences == 0 {
        return Vec::new();
    }
    let all = report.analyses.iter().enumerate();
    let with_voices = all.filter(|(_, analysis)| ribbon::has_voices(analysis, report));
    let mut named: Vec<(String, usize)> = Vec::new();
    for (article, analysis) in with_voices.take(MAX_RIBBONS) {
        let name = free_name(&named, &format!("ribbon-{}", file_name(&analysis.document.id)));
        named.push((name, article));
    }
    let mut charts = vec![voices::chart(report), shares::chart(report)];
    let ribbons = named.into_par_iter().map(|(name, article)| ribbon::chart(report, article, name));
    charts.extend(aspects::all(report));
    charts.extend(frames::chart(report));
    charts.extend(word_plot::chart(report));
    charts.par_extend(ribbons);
    charts
}

/// An id as part of a file name that every system takes.
fn file_name(id: &str) -> String {
    let plain = |character: char| match character {
        'a'..='z' | '0'..='9' | '-' | '_' => character,
        'A'..='Z' => character.to_ascii_lowercase(),
        _ => '-',
    };
    let name: String = id.chars().map(plain).take(60).collect();
    let name = name.trim_matches('-');
    String::from(if name.is_empty() { "article" } else { name })
}

/// Two articles may have the same id.
fn free_name(named: &[(String, usize)], name: &str) -> String {
    let taken = |name: &str| named.iter().any(|(taken, _)| taken == name);
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
}
