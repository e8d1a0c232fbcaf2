//! Finds the headline with its standfirst at the top of the page, and the cross-heads between paragraphs.

use super::furniture::Furniture;
use super::look::Look;
use super::page::{Label, Page};
use super::shapes;

/// The reason of a line in a list without bullets.
const LIST: &str = "list after a colon";
/// Words of a headline at least, where a shorter line could be the name of a section.
const HEADLINE_WORDS: usize = 5;
/// Lines below the name of a section among which the headline is looked for.
const LOOK_AHEAD: usize = 50;
/// Sentences at most that a site prints above a headline.
const NOTICES: usize = 3;
/// Words of a paper's slogan at most.
const SLOGAN_WORDS: usize = 12;
/// Words from which a line with names in it is rather another story's headline than a cross-head.
const TEASER_WORDS: usize = 7;
/// Words of a cross-head at most.
const CROSS_HEAD_WORDS: usize = 10;
/// Words of a numbered heading at most.
const NUMBERED_HEADING_WORDS: usize = 16;
/// Words of a standfirst that ends with a full stop, at most.
const STANDFIRST_WORDS: usize = 45;

/// Labels what stands above the first paragraph.
pub(super) fn top(page: &mut Page) {
    let n_lines = page.looks.len();
    notices_above_headline(page);
    let Some(first) = (0..n_lines).find(|line| page.is_open(*line) && page.looks[*line].is_sentence()) else {
        return;
    };
    let candidates: Vec<usize> = (0..first).filter(|line| page.is_open(*line)).collect();
    let above = n_above_headline(page, &candidates);
    for line in &candidates[..above] {
        page.labels[*line] = Some(Label::furniture("navigation"));
    }
    let Some((&headline, below)) = candidates[above..].split_first() else {
        return;
    };
    if shapes::is_slug(&page.looks[headline]) && below.is_empty() {
        page.labels[headline] = Some(Label::furniture("agency line"));
        return;
    }
    page.labels[headline] = Some(Label::title("headline"));
    let (mut signed, mut had_standfirst, mut last) = (false, false, headline);
    for line in below {
        signed |= (last..*line).any(|other| page.is(other, "byline") || page.is(other, "date line"));
        let label = below_headline(page, *line, signed, had_standfirst);
        had_standfirst |= label.reason == "standfirst";
        page.labels[*line] = Some(label);
        last = *line;
    }
    if is_standfirst(page, headline, first) {
        page.labels[first] = Some(Label::title("standfirst"));
    }
}

/// The name of the paper on the first line, and its slogan, where a headline follows before the article.
pub(super) fn masthead(page: &mut Page, furniture: &Furniture) {
    let mut open = (0..page.looks.len()).filter(|line| page.is_open(*line));
    let Some(name) = open.next().filter(|line| furniture.is_masthead(&page.looks[*line])) else {
        return;
    };
    let below: Vec<usize> = open.take(NOTICES + 1).collect();
    let slogans = below.iter().take_while(|line| is_slogan(&page.looks[**line])).count();
    let headline_follows = below.get(slogans).is_some_and(|line| {
        let look = &page.looks[*line];
        could_be_headline(look) && !look.is_sentence()
    });
    if headline_follows {
        for line in std::iter::once(&name).chain(&below[..slogans]) {
            page.labels[*line] = Some(Label::furniture("masthead"));
        }
    }
}

/// Whether a line below the name of a paper is what it says of itself: a short sentence, or when it was founded.
fn is_slogan(look: &Look) -> bool {
    let short = look.n_words <= SLOGAN_WORDS && !look.speaks() && !look.list_item;
    short && (look.stop || shapes::tells_founding(look))
}

/// Sentences above the headline (a notice of the site) where navigation stands before and a byline or date
/// right below the headline.
fn notices_above_headline(page: &mut Page) {
    let links = |page: &Page, line: usize| page.is(line, "navigation") || page.is(line, "cookie notice");
    let signed = |page: &Page, line: usize| page.is(line, "byline") || page.is(line, "date line");
    let (mut n_links, mut n_sentences) = (0, 0);
    for line in 0..page.looks.len().saturating_sub(1) {
        let look = &page.looks[line];
        n_links += usize::from(links(page, line));
        if !page.is_open(line) {
            continue;
        }
        if n_links > 0
            && n_sentences > 0
            && could_be_headline(look)
            && signed(page, line + 1)
            && !look.is_paragraph()
        {
            let above: Vec<usize> = (0..line).filter(|line| page.is_open(*line)).collect();
            for line in above {
                page.labels[line] = Some(Label::furniture("notice above the headline"));
            }
            return;
        }
        n_sentences += usize::from(look.is_sentence());
        if n_sentences > NOTICES || look.speaks() {
            return;
        }
    }
}

/// How many of the candidates stand above the headline: names of site and section, the head of minutes.
fn n_above_headline(page: &Page, candidates: &[usize]) -> usize {
    let mut above = 0;
    for (n, pair) in candidates.windows(2).enumerate() {
        let between = pair[0] + 1..pair[1];
        let n_links = between.clone().filter(|line| page.is(*line, "navigation")).count();
        let minutes = between.clone().any(|line| page.is(line, "minutes frame"));
        if n_links >= 2 || minutes {
            above = n + 1;
        }
    }
    while let Some((&line, later)) = candidates[above..].split_first() {
        let later = &later[..later.len().min(LOOK_AHEAD)];
        let headline_follows = later.iter().any(|line| could_be_headline(&page.looks[*line]));
        if !headline_follows || !is_above_headline(page, line, later) {
            break;
        }
        above += 1;
    }
    above
}

/// Whether a line is the name of a section, or the title of the browser's window (headline, bar, name of the site).
fn is_above_headline(page: &Page, line: usize, later: &[usize]) -> bool {
    let look = &page.looks[line];
    let asks = matches!(look.last, '?' | '!');
    let section = look.n_words <= 2 || (look.n_words <= HEADLINE_WORDS && look.is_title_case());
    let window_title = later.iter().any(|other| {
        let headline = page.looks[*other].bare();
        let rest = look.key.strip_prefix(headline).unwrap_or_default();
        !headline.is_empty() && [" - ", " | ", " : ", " · "].iter().any(|mark| rest.starts_with(mark))
    });
    window_title || (section && !asks && !look.opens_quotation)
}

fn could_be_headline(look: &Look) -> bool {
    look.n_words >= HEADLINE_WORDS && !shapes::is_name_with_role(look) && !look.list_item
}

/// What a line is between the headline and the first paragraph; `signed`: a byline or date is above it.
fn below_headline(page: &Page, line: usize, signed: bool, had_standfirst: bool) -> Label {
    let look = &page.looks[line];
    let pictured = |other: usize| page.is(other, "caption") || page.is(other, "picture credit");
    let by_picture = line > 0 && pictured(line - 1) || line + 1 < page.looks.len() && pictured(line + 1);
    if line > 0 && shapes::is_clock(&page.looks[line - 1]) {
        return Label::title("heading of a post");
    }
    if shapes::is_name(look) {
        return Label::furniture("byline");
    }
    if by_picture || shapes::is_name_with_role(look) {
        return Label::furniture("caption");
    }
    if look.n_words < HEADLINE_WORDS {
        let named = look.is_title_case() && !look.list_item;
        return if named { Label::furniture("navigation") } else { Label::title("sub-headline") };
    }
    if shapes::starts_with_titled_name(look) || (signed && had_standfirst) {
        return Label::furniture("caption");
    }
    Label::title("standfirst")
}

/// Whether the first sentence of the page is a standfirst: alone between the headline and the byline or the date.
fn is_standfirst(page: &Page, headline: usize, first: usize) -> bool {
    let look = &page.looks[first];
    let titled = (headline + 1..first).any(|line| !page.is_open(line) && page.is(line, "standfirst"));
    let signed = (headline..first).any(|line| page.is(line, "byline"));
    let next = page.next_open(first + 1);
    let Some(second) = next.filter(|next| page.looks[*next].is_paragraph()) else {
        return false;
    };
    let byline_follows =
        (first + 1..second).any(|line| page.is(line, "byline") || page.is(line, "date line"));
    let article_follows = page.next_open(second + 1).is_some();
    !titled && !signed && byline_follows && article_follows && look.n_words <= STANDFIRST_WORDS
}

/// Labels headings between the paragraphs, and the lists that must not be taken for them.
pub(super) fn cross_heads(page: &mut Page) {
    let open: Vec<usize> = (0..page.looks.len()).filter(|line| page.is_open(*line)).collect();
    let last = open.iter().rposition(|line| page.looks[*line].is_paragraph()).unwrap_or(0);
    let mut labels = vec![None; open.len()];
    let mut list = List::default();
    for n in 0..last {
        let look = &page.looks[open[n]];
        if is_numbered_heading(page, &open, n) || is_capital_heading(look) {
            labels[n] = Some(Label::title("section heading"));
            list = List::default();
        } else if list.takes(look) {
            labels[n] = Some(Label::body(LIST));
        } else if shapes::is_name_with_role(look)
            && !look.is_paragraph()
            && !follows_quotation(page, &open, n)
        {
            labels[n] = Some(Label::furniture("caption"));
        } else if is_cross_head(page, &open, &labels, n) {
            labels[n] = Some(between_paragraphs(page, open[n]));
        }
    }
    lonely_questions(page, &open, &mut labels);
    for (n, line) in open.iter().enumerate() {
        page.labels[*line] = labels[n].filter(|_| n < last);
    }
}

/// A list without bullets that a line with a colon leads in.
#[derive(Default)]
struct List {
    led_in: bool,
    n_items: usize,
    tight: bool,
}

impl List {
    /// Whether the line is the list's next item; keeps count.
    fn takes(&mut self, look: &Look) -> bool {
        if look.is_paragraph() || look.list_item {
            *self = Self { led_in: look.last == ':', ..Self::default() };
            return false;
        }
        if self.led_in && self.tight && look.gap {
            *self = Self::default();
        }
        if self.led_in {
            self.n_items += 1;
            self.tight |= self.n_items > 1 && !look.gap;
        } else {
            self.led_in = look.last == ':';
            return false;
        }
        true
    }
}

/// A short line without a stop, alone between two paragraphs, or the heading of a live blog's post.
fn is_cross_head(page: &Page, open: &[usize], labels: &[Option<Label>], n: usize) -> bool {
    let look = &page.looks[open[n]];
    if !is_heading_like(look) {
        return false;
    }
    let after_clock = open[n] > 0 && shapes::is_clock(&page.looks[open[n] - 1]);
    let before = n.checked_sub(1).map(|before| &page.looks[open[before]]);
    let ended = before.is_none_or(|before| {
        before.stop || before.list_item || before.is_paragraph() || matches!(before.last, '?' | '!')
    });
    let next = &page.looks[open[n + 1]];
    let paragraph_follows =
        next.is_paragraph() || next.list_item || next.stop || next.speaks() || next.leads_in();
    let after_list = n > 0 && labels[n - 1].is_some_and(|label| label.reason == LIST) && look.gap;
    paragraph_follows && (ended || after_clock || after_list)
}

/// What a heading-like line between paragraphs is.
///
/// Cross-heads are a few words; a line that says who says what (`Lido to reopen: council chief`), or that a
/// picture credit follows, belongs to another story or to a picture.
fn between_paragraphs(page: &Page, line: usize) -> Label {
    let look = &page.looks[line];
    let post = line > 0 && shapes::is_clock(&page.looks[line - 1]);
    if post {
        return Label::title("heading of a post");
    }
    if line + 1 < page.looks.len() && page.is(line + 1, "picture credit") {
        return Label::furniture("caption");
    }
    if shapes::starts_with_titled_name(look) {
        return Label::furniture("caption");
    }
    if is_teaser(look) {
        let told = tells(look);
        return if told { Label::body("running text") } else { Label::furniture("teaser") };
    }
    Label::title("cross-head")
}

/// Whether the line tells what happened, as paragraphs do that lost their stop; headlines leave such words out.
fn tells(look: &Look) -> bool {
    let telling = |word: &str| {
        matches!(word, "said" | "told" | "was" | "were" | "had" | "been" | "has" | "have" | "did" | "added")
    };
    look.key.split(' ').any(telling)
}

/// Whether a heading-like line reads as another story's headline: longer than cross-heads are, with names or
/// figures in it, and no question.
fn is_teaser(look: &Look) -> bool {
    let asks = look.last == '?'
        || ["how ", "what ", "when ", "where ", "who ", "why "].iter().any(|word| look.key.starts_with(word));
    let named = look.words.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
    let told = look.words.contains(": ");
    let detailed =
        told || look.words.contains(", ") || named || look.words.contains(|c: char| c.is_ascii_digit());
    let long = look.n_words >= TEASER_WORDS || (told && look.n_words >= HEADLINE_WORDS);
    long && detailed && !asks && !look.list_item
}

/// Whether the line could be a heading by its looks.
fn is_heading_like(look: &Look) -> bool {
    let starts = look.words.starts_with(|c: char| !c.is_lowercase());
    let ends = !matches!(look.last, '.' | ',' | ';' | ':' | '…' | '-' | '–' | '—');
    let exclaimed = look.opens_quotation && matches!(look.last, '!');
    // “You stop unpacking,” she says: a quotation with its tag is no heading, whatever mark it ends with.
    let tagged =
        look.opens_quotation && [",” ", ",\" ", ",’ ", ",' "].iter().any(|tag| look.words.contains(tag));
    let n_words_fit = look.n_words <= CROSS_HEAD_WORDS;
    n_words_fit && starts && ends && !exclaimed && !tagged && !look.list_item && !look.is_paragraph()
}

/// One question between paragraphs, with a single paragraph after it, is the writer's own question.
fn lonely_questions(page: &Page, open: &[usize], labels: &mut [Option<Label>]) {
    let cross_head = Some(Label::title("cross-head"));
    if labels.iter().filter(|label| **label == cross_head).count() != 1 {
        return;
    }
    let lonely = labels.iter().position(|label| *label == cross_head);
    if let Some(n) = lonely.filter(|n| page.looks[open[*n]].last == '?' && open.len() - n <= 2) {
        labels[n] = None;
    }
}

/// `27. Ofsted Focused Visit: Children in Need`: a numbered line without a stop before running text.
fn is_numbered_heading(page: &Page, open: &[usize], n: usize) -> bool {
    let look = &page.looks[open[n]];
    let number = look.words.starts_with(|c: char| c.is_ascii_digit()) || look.words.starts_with('#');
    let hash = look.words.starts_with('#');
    let heading = number && (look.list_item || hash) && look.n_words <= NUMBERED_HEADING_WORDS;
    let ends = !matches!(look.last, '.' | ',' | ';' | ':');
    let before = n.checked_sub(1).map(|before| &page.looks[open[before]]);
    let ended = before.is_none_or(|before| before.last != ':' && (before.stop || !before.list_item));
    let next = &page.looks[open[n + 1]];
    heading && ends && ended && (next.is_paragraph() || next.stop)
}

/// `RESOLVED:`, `BACKGROUND`: one to four words in capitals, with a colon.
fn is_capital_heading(look: &Look) -> bool {
    if look.last != ':' || look.n_words > 4 {
        return false;
    }
    let letters = look.words.chars().filter(|c| c.is_alphabetic());
    letters.clone().nth(3).is_some() && letters.clone().all(char::is_uppercase)
}

/// Whether the line before is a pull quote: then a name is the speaker's, not a caption.
fn follows_quotation(page: &Page, open: &[usize], n: usize) -> bool {
    n.checked_sub(1).is_some_and(|before| page.looks[open[before]].opens_quotation)
}
