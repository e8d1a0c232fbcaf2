//! Reads the lines of a page in order: what stands alone as furniture, what a section heading opens, and
//! what is left at the end.

use std::collections::BTreeMap;

use super::furniture::{Furniture, Hit, Place, Reach};
use super::look::Look;
use super::{Kind, shapes, titles};

/// Words from which a line after the last paragraph is kept: it may be a paragraph that lost its stop.
const CUT_PARAGRAPH_WORDS: usize = 12;
/// Words from which a line that comes twice is furniture the second time.
const REPEATED_WORDS: usize = 4;
/// Lines within which a repeated line is furniture, whatever it repeats.
const REPEATED_LINES: usize = 3;

/// What a line is, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) kind: Kind,
    pub(super) reason: &'static str,
}

impl Label {
    pub(super) const fn body(reason: &'static str) -> Self {
        Self { kind: Kind::Body, reason }
    }

    pub(super) const fn title(reason: &'static str) -> Self {
        Self { kind: Kind::Title, reason }
    }

    pub(super) const fn furniture(reason: &'static str) -> Self {
        Self { kind: Kind::Furniture, reason }
    }
}

/// Lines with the labels that are already settled.
pub(super) struct Page<'a, 't> {
    pub(super) looks: &'a [Look<'t>],
    pub(super) labels: Vec<Option<Label>>,
}

impl Page<'_, '_> {
    /// Whether a line has no label yet.
    pub(super) fn is_open(&self, line: usize) -> bool {
        self.labels[line].is_none()
    }

    /// Whether a line is furniture for this reason.
    pub(super) fn is(&self, line: usize, reason: &str) -> bool {
        self.labels[line].is_some_and(|label| label.reason == reason)
    }

    /// The first line without a label, from `start` on.
    pub(super) fn next_open(&self, start: usize) -> Option<usize> {
        (start..self.looks.len()).find(|line| self.is_open(*line))
    }
}

/// A label for every line.
pub(super) fn labels(looks: &[Look], furniture: &Furniture) -> Vec<Label> {
    let hits = settle_places(looks, hits(looks, furniture));
    let mut page = Page { looks, labels: sections(looks, &hits) };
    appeals_at_the_edges(&mut page, furniture);
    repeated_lines(&mut page);
    if (0..looks.len()).filter(|line| page.is_open(*line)).nth(1).is_some() {
        titles::masthead(&mut page, furniture);
        titles::top(&mut page);
        titles::cross_heads(&mut page);
        after_the_last_paragraph(&mut page);
    }
    let body = Label::body("running text");
    page.labels.into_iter().map(|label| label.unwrap_or(body)).collect()
}

/// What each line shows by itself; a line inside an open quotation is no appeal.
fn hits(looks: &[Look], furniture: &Furniture) -> Vec<Option<Hit>> {
    let mut in_quotation = false;
    let hit_of = |look: &Look| {
        let appeal = Hit { reason: "prompt", opens: Reach::Line, place: Place::Anywhere };
        let addressed = !in_quotation && furniture.appeals.anywhere(look);
        let found = hit(look, furniture).or_else(|| addressed.then_some(appeal));
        if found.is_none() {
            in_quotation = look.leaves_quotation_open();
        }
        found
    };
    looks.iter().map(hit_of).collect()
}

/// What a line shows by itself to be furniture.
fn hit(look: &Look, furniture: &Furniture) -> Option<Hit> {
    let shape = |reason| Hit { reason, opens: Reach::Line, place: Place::Anywhere };
    if look.n_words == 0 {
        return Some(shape("no words"));
    }
    if shapes::is_clock(look) || shapes::is_dateline(look) {
        return Some(shape("date line"));
    }
    if shapes::is_byline(look) {
        return Some(shape("byline"));
    }
    let edge = |reason| Hit { reason, opens: Reach::Line, place: Place::Edge };
    if shapes::is_picture_count(look) {
        return Some(Hit { reason: "caption", opens: Reach::Title, place: Place::AfterHeadline });
    }
    if shapes::is_fragments(look) && !look.speaks() {
        return Some(edge("slogan"));
    }
    furniture.hit(look).or_else(|| {
        let reason = match look {
            look if shapes::is_tag_line(look) => "tags",
            look if (shapes::is_breadcrumb(look) || shapes::is_link_bar(look))
                && !shapes::has_grade(look, &furniture.grades) =>
            {
                "navigation"
            }
            look if shapes::is_file_name(look) => "caption",
            look if shapes::is_contact(look) => "contact line",
            _ => return None,
        };
        Some(shape(reason))
    })
}

/// Drops the hits that do not count where they stand.
fn settle_places(looks: &[Look], mut hits: Vec<Option<Hit>>) -> Vec<Option<Hit>> {
    let paragraph = |line: &usize| hits[*line].is_none() && looks[*line].is_paragraph();
    let first = (0..looks.len()).find(paragraph).unwrap_or(looks.len());
    let last = (0..looks.len()).rfind(paragraph).unwrap_or(0);
    let mut anything_before = false;
    for (line, hit) in hits.iter_mut().enumerate() {
        let counts = match hit.map(|hit| hit.place) {
            Some(Place::Edge) => line < first || line > last,
            Some(Place::AfterHeadline) => anything_before,
            Some(Place::Anywhere) => true,
            None => false,
        };
        if !counts {
            *hit = None;
            anything_before = true;
        }
    }
    hits
}

/// Labels the furniture, and the lines that stand in sections which furniture opens.
fn sections(looks: &[Look], hits: &[Option<Hit>]) -> Vec<Option<Label>> {
    let rest = remaining(looks, hits);
    let mut open = (Reach::Line, "");
    let mut n_paragraphs = 0;
    let mut labels = Vec::with_capacity(looks.len());
    for (line, look) in looks.iter().enumerate() {
        if let Some(hit) = hits[line] {
            labels.push(Some(Label::furniture(hit.reason)));
            open = opened(open, look, hit, n_paragraphs, rest[line]);
            continue;
        }
        let ends = match open.0 {
            Reach::Line => true,
            Reach::Title => look.is_paragraph(),
            Reach::Next | Reach::Tail | Reach::End => false,
            Reach::List => resumes(look),
            Reach::Names => resumes(look) || (look.list_item && look.last.is_alphanumeric()),
        };
        labels.push((!ends).then_some(Label::furniture(open.1)));
        if ends {
            n_paragraphs += usize::from(look.is_paragraph());
        }
        if ends || matches!(open.0, Reach::Next | Reach::Title) {
            open = (Reach::Line, "");
        }
    }
    labels
}

/// Paragraphs that are still to come after a line, and whether somebody speaks in one of them.
fn remaining(looks: &[Look], hits: &[Option<Hit>]) -> Vec<(usize, bool)> {
    let mut rest = vec![(0, false); looks.len()];
    let (mut n_paragraphs, mut speech) = (0, false);
    for line in (0..looks.len()).rev() {
        rest[line] = (n_paragraphs, speech);
        if hits[line].is_none() && looks[line].is_paragraph() {
            n_paragraphs += 1;
            speech |= looks[line].speaks();
        }
    }
    rest
}

/// What is open after a line of furniture.
fn opened(
    open: (Reach, &'static str),
    look: &Look,
    hit: Hit,
    n_before: usize,
    (n_after, speech_after): (usize, bool),
) -> (Reach, &'static str) {
    let closed_by_clock = shapes::is_clock(look) && open.0 == Reach::List;
    let reach = match hit.opens {
        _ if open.0 == Reach::End => return open,
        Reach::Line if closed_by_clock => Reach::Line,
        Reach::Line if matches!(open.0, Reach::Next | Reach::Title) => Reach::Line,
        Reach::Line => return open,
        Reach::Tail if n_before > 0 && n_after * 2 <= n_before && !speech_after => Reach::End,
        Reach::End if n_before > 0 && n_after <= n_before * 3 => Reach::End,
        Reach::Tail | Reach::End | Reach::List => Reach::List,
        other => other,
    };
    (reach, hit.reason)
}

/// Whether running text goes on after a list of links or names.
fn resumes(look: &Look) -> bool {
    let spoken = look.opens_quotation && matches!(look.last, '.' | '!' | '?' | ',');
    look.is_paragraph() || look.leads_in() || spoken
}

/// Appeals above the first paragraph of the article and below its last, where weaker marks are enough.
fn appeals_at_the_edges(page: &mut Page, furniture: &Furniture) {
    let n_lines = page.looks.len();
    let first = appeals_along(page, 0..n_lines, furniture);
    appeals_along(page, (first..n_lines).rev(), furniture);
}

/// Labels the appeals of these lines up to the first paragraph that is none; returns that paragraph.
fn appeals_along(page: &mut Page, lines: impl Iterator<Item = usize>, furniture: &Furniture) -> usize {
    for line in lines {
        let look = &page.looks[line];
        if !page.is_open(line) {
            continue;
        }
        if furniture.appeals.at_an_edge(look) {
            page.labels[line] = Some(Label::furniture("prompt"));
        } else if look.is_paragraph() || look.opens_quotation || look.list_item {
            return line;
        }
    }
    page.looks.len()
}

/// A short line that repeats furniture, or the line just above it: a caption under a second picture, a notice.
fn repeated_lines(page: &mut Page) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (line, look) in page.looks.iter().enumerate() {
        if look.is_paragraph() || look.list_item || look.n_words < REPEATED_WORDS {
            continue;
        }
        let first = *seen.entry(look.bare()).or_insert(line);
        let again = first < line && (!page.is_open(first) || line - first <= REPEATED_LINES);
        if again && page.is_open(line) {
            page.labels[line] = Some(Label::furniture("repeated line"));
        }
    }
}

/// Short lines without a stop after the last paragraph: tags, names of sections, teasers.
fn after_the_last_paragraph(page: &mut Page) {
    let n_lines = page.looks.len();
    let paragraph = |line: &usize| {
        page.is_open(*line) && (page.looks[*line].is_paragraph() || page.looks[*line].list_item)
    };
    let Some(last) = (0..n_lines).rfind(paragraph) else {
        return;
    };
    if page.looks[last].last == ':' {
        return;
    }
    for line in last + 1..n_lines {
        let look = &page.looks[line];
        let ended = matches!(look.last, '.' | '?' | '!' | '…' | ',' | ':' | ';');
        let kept = ended || look.opens_quotation || look.n_words >= CUT_PARAGRAPH_WORDS;
        if page.is_open(line) && !kept {
            page.labels[line] = Some(Label::furniture("after the last paragraph"));
        }
    }
}
