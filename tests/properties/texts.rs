//! Texts to hold the invariants against.

use std::fs;
use std::sync::LazyLock;

use proptest::prelude::{any, prop_oneof};
use proptest::sample::select;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use slantwise::{Document, Mode, Profile, analyze};

/// Marks, white space, letters that change length with their case, combining and joining characters.
const ODD: &str = "“”\"‘’'«»‹›„‟`´′″.,:;!?…-–—•*|/()[]{}<>&#@%£0123456789 \t\n\r\u{b}\u{c}\u{85}\u{a0}\u{2028}\u{2029}\u{200b}\u{200d}\u{feff}\u{301}\u{202e}aAbZßİıǅﬁſÆéЖ日本😊👩‍🚒\u{0}\u{1c}";

const NAMES: [&str; 24] = [
    "Cllr Sarah McDermott",
    "Councillor Ade Bankole",
    "Cllr. O’Neill",
    "Mr Khan",
    "Mrs Ann-Marie Smith-Jones",
    "Dr. van der Berg",
    "Sir Martyn Oliver",
    "Jane",
    "SMITH",
    "J. R. Hartley",
    "Ofsted",
    "the CQC",
    "Inspectors",
    "the council",
    "Marlow Vale Council",
    "A spokesperson for the trust",
    "Labour councillors",
    "the watchdog",
    "She",
    "he",
    "They",
    "Chief Constable Lee Marsh",
    "the 61-year-old",
    "the report",
];
const CUES: [&str; 20] = [
    "said",
    "added",
    "told the BBC",
    "says",
    "according to",
    "warned that",
    "found that",
    "was rated inadequate by",
    "has been criticised for",
    "declined to comment",
    "described it as",
    "asked",
    "in the words of",
    "insisted",
    "praised",
    "said:",
    "tweeted",
    "did not say",
    "wrote in the letter",
    "accused",
];
const WORDS: [&str; 30] = [
    "the service",
    "children",
    "is",
    "was",
    "“inadequate”",
    "inspectors’",
    "care leavers",
    "in 2023",
    "£3.2m",
    "not good",
    "very",
    "who",
    "that",
    "which",
    "and",
    "but",
    "of",
    "for",
    "let down",
    "improved",
    "leader of the Labour group",
    "cabinet member for children’s services",
    "director of",
    "opposition leader",
    "Conservative",
    "it’s",
    "'90s",
    "rock ’n’ roll",
    "requires improvement",
    "Staff",
];
const MARKS: [&str; 36] = [
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "â€œ",
    "â€\u{9d}",
    "''",
    "``",
    ".”",
    ",”",
    ".\"",
    ",\"",
    "’ ",
    " ‘",
    ": “",
    ":\n“",
    ". ",
    ", ",
    ": ",
    "; ",
    "! ",
    "? ",
    "… ",
    " – ",
    "—",
    " - ",
    " (Lab)",
    " (Con, ",
    ")",
    "[",
    "]",
    " / ",
];
const LINES: [&str; 24] = [
    "\n",
    "\n\n",
    "\r\n",
    "\n\n\n",
    "\n• ",
    "\n- ",
    "\n* ",
    "\n1) ",
    "\n(a) ",
    "\nRead more: ",
    "\nBy Jane Smith\n",
    "\nKey findings included:\n",
    "\nADVERTISEMENT\n",
    "\n(Image: PA)\n",
    "\nShare\nTweet\n",
    "\n12:45\n",
    "\nNotes to editors\n",
    "\nRelated Articles\n",
    "\nWhat the report said\n",
    "\nLeader: ",
    "\nQ: ",
    "\nA: ",
    "\nPublished 9th Mar 2023, 14:02 GMT\n",
    "\n10.32am ",
];

const SENTENCES: [&str; 12] = [
    "Ofsted found that children were left at risk while the council said it had improved.",
    "“We are sorry,” said Cllr Jane Smith, cabinet member for children. “We let them down.”",
    "Inspectors said: “Too many children wait.”",
    "She added that more would be done, but Labour leader John Brown called it a “scandal”.",
    "'It's a disgrace,\" he said.",
    "“We know this.\n“We will mend it.",
    "The report praised staff and said leaders “know their families”.",
    "According to the watchdog, the force requires improvement.",
    "Both Cllr Smith (Con) and Cllr Jones (Lab) said the plan was late.",
    "Speaking after the inspection, the director said no child should wait.",
    "It is said that the home will close.",
    "The trust declined to comment.",
];

fn owned(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(words).prop_map(String::from)
}

/// Characters that are rare alone and worse together.
pub(crate) fn odd() -> impl Strategy<Value = String> {
    let characters: Vec<char> = ODD.chars().collect();
    proptest::collection::vec(select(characters), 0..120).prop_map(String::from_iter)
}

/// Something that looks like news from afar.
pub(crate) fn news() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        5 => owned(&NAMES),
        5 => owned(&CUES),
        8 => owned(&WORDS),
        6 => owned(&MARKS),
        2 => owned(&LINES),
        2 => owned(&SENTENCES),
        1 => any::<char>().prop_map(String::from),
    ];
    let gap = prop_oneof![6 => owned(&[" "]), 2 => owned(&[""]), 1 => owned(&["\u{a0}", "  ", "\t"])];
    proptest::collection::vec((piece, gap), 0..90)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

/// The articles that rules may be written from. The rest of the folder is kept for figures: a failure here prints
/// the text, and whoever reads it can no longer be surprised by it.
static ARTICLES: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/gold");
    let read = |n: usize| fs::read_to_string(format!("{folder}/{n:03}.txt")).ok();
    let articles: Vec<String> = (1..=16).filter_map(read).collect();
    let articles =
        if articles.is_empty() { vec!["“No,” said Cllr Jane Smith.".to_owned()] } else { articles };
    articles.iter().map(|article| article.chars().collect()).collect()
});

/// One thing that goes wrong between a newsroom and a file.
#[derive(Clone, Debug)]
enum Damage {
    Cut(f64, usize),
    Double(f64, usize),
    Swap(f64, f64),
    Insert(f64, char),
    Remark(f64, char),
    Join(f64),
}

fn damage() -> impl Strategy<Value = Damage> {
    let marks: Vec<char> = "“”\"‘’'«»„`".chars().collect();
    let inserted: Vec<char> = ODD.chars().collect();
    prop_oneof![
        (0.0..1.0, 1..200_usize).prop_map(|(at, n)| Damage::Cut(at, n)),
        (0.0..1.0, 1..200_usize).prop_map(|(at, n)| Damage::Double(at, n)),
        (0.0..1.0, 0.0..1.0).prop_map(|(one, two)| Damage::Swap(one, two)),
        (0.0..1.0, select(inserted)).prop_map(|(at, character)| Damage::Insert(at, character)),
        (0.0..1.0, select(marks)).prop_map(|(at, mark)| Damage::Remark(at, mark)),
        (0.0..1.0).prop_map(Damage::Join),
    ]
}

/// A place from a fraction of the length.
fn place(text: &[char], at: f64) -> usize {
    ((text.len() as f64 * at) as usize).min(text.len().saturating_sub(1))
}

fn apply(text: &mut Vec<char>, damage: &Damage) {
    if text.is_empty() {
        return;
    }
    match *damage {
        Damage::Cut(at, n) => {
            let start = place(text, at);
            text.drain(start..(start + n).min(text.len()));
        }
        Damage::Double(at, n) => {
            let start = place(text, at);
            let copy = text[start..(start + n).min(text.len())].to_vec();
            text.splice(start..start, copy);
        }
        Damage::Swap(one, two) => {
            let (one, two) = (place(text, one), place(text, two));
            text.swap(one, two);
        }
        Damage::Insert(at, character) => text.insert(place(text, at), character),
        Damage::Remark(at, mark) => {
            let start = place(text, at);
            if let Some(old) = text[start..].iter_mut().find(|old| "“”\"‘’'".contains(**old)) {
                *old = mark;
            }
        }
        Damage::Join(at) => {
            let start = place(text, at);
            if let Some(end) = text[start..].iter_mut().find(|character| **character == '\n') {
                *end = ' ';
            }
        }
    }
}

/// Part of a labelled article, damaged.
pub(crate) fn broken_articles() -> impl Strategy<Value = String> {
    let part = (0..ARTICLES.len(), 0.0..1.0, 1..1500_usize);
    (part, proptest::collection::vec(damage(), 0..12)).prop_map(|((article, from, n), damages)| {
        let whole = &ARTICLES[article];
        let start = place(whole, from);
        let mut text = whole[start..(start + n).min(whole.len())].to_vec();
        damages.iter().for_each(|damage| apply(&mut text, damage));
        text.into_iter().collect()
    })
}

/// A generator that never speaks proves nothing.
#[test]
fn the_invented_news_has_voices_of_every_kind() {
    let mut runner = TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..400 {
        let text = news().new_tree(&mut runner).unwrap().current();
        let analysis = analyze(&Document::new("article", text), Profile::inspection());
        seen.extend(analysis.blocks.iter().map(|block| block.kind.name()));
        seen.extend(analysis.speakers.iter().map(|speaker| Profile::inspection().side_name(speaker.side)));
        for passage in &analysis.passages {
            seen.insert(passage.mode.name());
            seen.extend((passage.part > 0).then_some("two voices"));
            seen.extend((passage.mode != Mode::None && passage.speaker.is_none()).then_some("unresolved"));
        }
    }
    let expected = [
        "body",
        "council",
        "direct",
        "furniture",
        "indirect",
        "inspector",
        "mixed",
        "none",
        "opposition",
        "other",
        "title",
        "two voices",
        "unresolved",
    ];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), expected);
}
