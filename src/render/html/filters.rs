//! The form that says which sentences to look at.

use maud::{Markup, html};

use super::plain::plain;
use crate::{Mode, Profile, Report};

/// One choice for each property of a sentence. The script applies it to text, charts, quotations and tables alike.
pub(super) fn form(report: &Report, profile: &Profile) -> Markup {
    let used = |code: &crate::framing::CodeId| {
        let hits = |passage: &crate::Passage| passage.hits.iter().any(|hit| hit.code == *code);
        report.analyses.iter().any(|analysis| analysis.passages.iter().any(hits))
    };
    let mut codes: Vec<_> = report.aspects.iter().map(|cell| cell.aspect).collect();
    codes.extend(report.frames.iter().map(|cell| cell.frame));
    codes.dedup();
    let (frames, aspects): (Vec<_>, Vec<_>) =
        codes.into_iter().filter(used).partition(|code| profile.framing.is_frame(*code));
    let names = |codes: Vec<_>| -> Vec<(String, String)> {
        codes
            .into_iter()
            .map(|code| report.code(code))
            .map(|code| (code.id.clone(), code.name.clone()))
            .collect()
    };
    html! {
        form #filters role="search" aria-label="Filter the sentences" {
            fieldset {
                legend { "Show only" }
                (select("side", "Side", &sides(report)))
                (select("speaker", "Speaker", &speakers(report)))
                (select("mode", "Words", &modes()))
                (select("aspect", "Aspect", &names(aspects)))
                (select("frame", "Frame", &names(frames)))
                (select("tone", "Tone", &tones()))
                button type="reset" #filter-clear { "Clear" }
            }
            p {
                strong #filter-count role="status" {}
                span #filter-note hidden {
                    span #filter-mean {}
                    " The others are faded; means and intervals in charts and tables stay those of all."
                }
            }
            details #matches hidden { summary { "List them" } ol {} }
        }
    }
}

fn select(name: &str, label: &str, choices: &[(String, String)]) -> Markup {
    html! {
        label for={ "filter-" (name) } {
            span { (label) }
            select id={ "filter-" (name) } name=(name) autocomplete="off" {
                option value="" { "all" }
                @for (value, words) in choices { option value=(plain(value)) { (plain(words)) } }
            }
        }
    }
}

fn sides(report: &Report) -> Vec<(String, String)> {
    report.sides.iter().map(|side| (side.id.clone(), side.label.clone())).collect()
}

fn speakers(report: &Report) -> Vec<(String, String)> {
    let mut names: Vec<&str> = report
        .speakers
        .iter()
        .filter(|speaker| speaker.n_sentences > 0)
        .map(|speaker| speaker.name.as_str())
        .collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(|name| (name.to_owned(), name.to_owned())).collect()
}

fn modes() -> Vec<(String, String)> {
    let words = [
        (Mode::Direct, "quoted"),
        (Mode::Mixed, "reported with quoted words"),
        (Mode::Indirect, "reported"),
        (Mode::None, "the article’s own"),
    ];
    words.map(|(mode, words)| (mode.name().to_owned(), words.to_owned())).to_vec()
}

fn tones() -> Vec<(String, String)> {
    ["favourable", "neutral", "unfavourable"].map(|tone| (tone.to_owned(), tone.to_owned())).to_vec()
}
