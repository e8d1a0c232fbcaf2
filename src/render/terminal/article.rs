//! An article with each sentence in the colour of its side, the side's name in the margin, and below each voice
//! who it is and what decided that.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::palette::{ASIDE, HEADING, style};
use super::wrap::{clip, wrap};
use crate::render::page::Page;
use crate::{Analysis, Kind, Passage, Profile};

/// Characters of the margin in which the side stands.
const MARGIN: usize = 10;

/// The narrowest column of text that is still read with ease.
const NARROWEST: usize = 30;

/// Prints an article for a terminal of `width` characters.
#[must_use]
pub fn article(analysis: &Analysis, profile: &Profile, width: usize) -> String {
    let page = Page::new(analysis, profile);
    let column = width.saturating_sub(MARGIN + 3).max(NARROWEST);
    let mut out = String::new();
    let title = clip(&analysis.document.id, column);
    let _ = writeln!(out, "{HEADING}{:MARGIN$} ╷ {title}{HEADING:#}", "");
    let mut last: Option<&Passage> = None;
    let mut introduced = BTreeSet::new();
    for voice in voices(&page) {
        let Some(first) = voice.first() else { continue };
        // Menus and lists of links are many blocks of a few words: they stand close, and are named once.
        let in_furniture = last.is_some_and(|last| is_furniture(last) && is_furniture(first));
        if !in_furniture && last.is_none_or(|last| page.block(last) != page.block(first)) {
            let _ = writeln!(out, "{:MARGIN$} │", "");
        }
        let tag = if in_furniture { "" } else { tag(&page, first) };
        write_voice(&mut out, &page, voice, column, tag);
        if !is_furniture(first) && first.side != profile.press() {
            // Why somebody is on a side is told once.
            let is_new = first.speaker.is_none_or(|speaker| introduced.insert((speaker, first.side)));
            write_label(&mut out, &label(&page, first, is_new), column);
        }
        last = Some(first);
    }
    let _ = writeln!(out, "{:MARGIN$} ╵", "");
    out
}

/// Runs of passages within a block that one voice speaks for one reason.
fn voices<'a>(page: &Page<'a>) -> impl Iterator<Item = &'a [Passage]> {
    let key = |passage: &Passage| {
        let block = page.block(passage);
        (block, passage.kind, passage.side, passage.speaker, passage.confidence)
    };
    let passages = &page.analysis.passages;
    passages.chunk_by(move |a, b| key(a) == key(b) && a.evidence == b.evidence)
}

fn is_furniture(passage: &Passage) -> bool {
    passage.kind == Kind::Furniture
}

/// What stands in the margin: the side, or that the words are not the article's.
fn tag<'a>(page: &Page<'a>, passage: &Passage) -> &'a str {
    if is_furniture(passage) { passage.kind.name() } else { page.side(passage.side) }
}

/// The words of a voice with its tag in the margin.
fn write_voice(out: &mut String, page: &Page, voice: &[Passage], column: usize, tag: &str) {
    let Some(first) = voice.first() else { return };
    let colour = if is_furniture(first) { ASIDE } else { style(first.side, page.profile) };
    let pieces: Vec<&str> = voice.iter().map(|passage| passage.span.of(page.text)).collect();
    for (n, line) in wrap(&pieces.join(" "), column).iter().enumerate() {
        let tag = if n == 0 { clip(tag, MARGIN) } else { String::new() };
        let _ = writeln!(out, "{colour}{tag:>MARGIN$}{colour:#} │ {colour}{line}{colour:#}");
    }
}

/// Who it is and what decided that, below the words.
fn write_label(out: &mut String, label: &str, column: usize) {
    for (n, line) in wrap(label, column.saturating_sub(4)).iter().enumerate() {
        let corner = if n == 0 { "└" } else { " " };
        let _ = writeln!(out, "{:MARGIN$} │   {ASIDE}{corner} {line}{ASIDE:#}", "");
    }
}

/// `Sarah McDermott (high confidence): quoted; "said" + name; cabinet member → council`, the side's reason only where
/// it is new.
fn label(page: &Page, passage: &Passage, is_new: bool) -> String {
    let speaker = match page.speaker(passage.speaker) {
        "" => "speaker not found",
        name => name,
    };
    let confidence = passage.confidence.name();
    let known = passage.speaker.and_then(|speaker| page.analysis.speakers.get(speaker));
    let side = known.map_or("", |speaker| speaker.evidence.as_str());
    // The evidence ends in `; NAME: REASON`, and the name stands here already.
    let (voice, side) = match passage.evidence.strip_suffix(&format!("; {speaker}: {side}")) {
        Some(voice) => (voice, side),
        None => (passage.evidence.as_str(), ""),
    };
    let side = if is_new && !side.is_empty() { format!("; {side}") } else { String::new() };
    format!("{speaker} ({confidence} confidence): {voice}{side}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::example;

    #[test]
    fn the_margin_names_the_side_and_the_evidence_stands_below() {
        let printed = article(&example::analysis(), Profile::inspection(), 48);
        let plain = anstream::adapter::strip_str(&printed).to_string();
        let expected = "           ╷ zoe\n           │\n     press │ – Zoë’s town.\n           │\n\
                        \u{20}  council │ “We did well,” she said, “and will\n           │ do better.”\n\
                        \u{20}          │   └ Zoë Smith (high confidence):\n           │     quoted; \"said\" + pronoun\n\
                        \u{20}          ╵\n";
        assert_eq!(plain, expected);
    }
}
