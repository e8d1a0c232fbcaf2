//! How patterns decide, on lists made for it.

use std::path::Path;

use super::{Applied, Hit, Lexicon, Scratch, Sources, applied, find};
use crate::tone;
use crate::vader;

const TONE: &str = r#"
source = "us"
clause_openers = ["which"]
scale = { alpha = 4.0, unlisted = 0.0, doubt = 0.0, around = 0.0 }
[[category]]
id = "delay"
note = "late"
words."-2" = ["slow"]
[[operator]]
id = "negation"
note = "{words} turns it round"
ahead = 3
unfavourable = -0.5
words = ["not"]
"#;

const FRAMES: &str = r#"
source = "us"
[[frame]]
id = "delay"
name = "delay"
definition = "late"
construct = "ours"
literature = "none"
[[frame.pattern]]
tone = ["delay"]
[[frame]]
id = "blame"
name = "blame"
definition = "who failed"
construct = "ours"
literature = "none"
except = { words = ["failing light"] }
[[frame.pattern]]
label = "names leaders"
verbs = ["fail", "let .. down"]
within = "clause"
with = { nouns = ["leader"] }
without = { words = ["never"] }
[[frame]]
id = "passive"
name = "passive"
definition = "nobody did it"
construct = "ours"
literature = "none"
except = { words = ["was pleased"] }
[[frame.pattern]]
detect = "agentless-passive"
"#;

const ASPECTS: &str = r#"
source = "us"
[[framework]]
id = "old"
name = "Old"
inspectorate = "O"
domains = ["council"]
until = "2017-12-31"
literature = "none"
[[framework.aspect]]
id = "care"
name = "care"
definition = "care"
[[framework.aspect.pattern]]
words = ["foster*", "in care"]
[[framework]]
id = "new"
name = "New"
inspectorate = "O"
domains = ["council"]
from = "2018-01-01"
literature = "none"
[[framework.aspect]]
id = "care"
name = "care"
definition = "care"
same-as = "old/care"
[[framework.aspect]]
id = "leadership"
name = "leadership"
definition = "who leads"
[[framework.aspect.pattern]]
nouns = ["leader", "foster carer"]
[[framework]]
id = "adults"
name = "Adults"
inspectorate = "C"
domains = ["council"]
signals = ["adult*"]
from = "2023-04-01"
literature = "none"
"#;

fn tone_lexicon() -> tone::Lexicon {
    tone::Lexicon::parse(Path::new("tone.toml"), TONE, vader::Lexicon::published()).unwrap()
}

fn lexicon(frames: &str, aspects: &str) -> Result<Lexicon, crate::Error> {
    let (frames, aspects) = ((Path::new("frames.toml"), frames), (Path::new("aspects.toml"), aspects));
    Lexicon::parse(Sources {
        frames,
        aspects,
        tone: &tone_lexicon(),
        needs_categories: true,
        is_checked: false,
    })
}

fn hits(text: &str, framework: Option<usize>, lexicon: &Lexicon) -> Vec<Hit> {
    let mut counted = Vec::new();
    tone::sum_counted(&mut tone::Scratch::default(), text, &tone_lexicon(), &mut counted);
    find(&mut Scratch::default(), text, &counted, None, lexicon, framework)
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let lexicon = lexicon(FRAMES, ASPECTS).unwrap();
    let shown = |hit: &Hit| format!("{}: {}", lexicon.code(hit.code).id, hit.span.of(text));
    let found: Vec<String> = hits(text, Some(1), &lexicon).iter().map(shown).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_term_needs_the_words_that_go_with_it_in_its_clause() {
    check("Leaders failed them.", &["blame: failed", "leadership: Leaders"]);
    check("Leaders spoke, the lift failed.", &["leadership: Leaders"]);
    check("The lift failed.", &[]);
    check("Leaders let them all down.", &["blame: let them all down", "leadership: Leaders"]);
}

#[test]
fn words_that_must_not_be_there_and_longer_phrases_take_a_term_out() {
    check("Leaders never failed them.", &["leadership: Leaders"]);
    check("Leaders left in failing light.", &["leadership: Leaders"]);
}

#[test]
fn a_phrase_of_tone_counts_while_it_says_what_its_category_says() {
    check("It was slow.", &["delay: slow"]);
    check("It was not slow.", &[]);
}

#[test]
fn a_passive_without_an_agent_is_found() {
    check("Concerns were not properly followed up.", &["passive: were not properly followed"]);
    check("Concerns were ignored by the board.", &[]);
    check("She was pleased.", &[]);
    check("It was red.", &[]);
}

#[test]
fn a_number_behind_a_currency_sign_is_money() {
    let frames = FRAMES.replace("detect = \"agentless-passive\"", "detect = \"money\"");
    let lexicon = lexicon(&frames, ASPECTS).unwrap();
    let text = "It cost £3.2m, or $5, not 3m or a £ sign.";
    let found: Vec<&str> = hits(text, None, &lexicon).iter().map(|hit| hit.span.of(text)).collect();
    assert_eq!(found, ["3.2m", "5"]);
}

#[test]
fn one_word_may_speak_of_two_aspects_and_the_longest_term_of_one_counts() {
    check("Foster carers and fostering.", &["care: Foster", "care: fostering", "leadership: Foster carers"]);
}

#[test]
fn aspects_are_those_of_the_framework_and_frames_those_of_all() {
    let lexicon = lexicon(FRAMES, ASPECTS).unwrap();
    let n_hits = |framework| hits("Slow leaders in care", framework, &lexicon).len();
    assert_eq!((n_hits(None), n_hits(Some(0)), n_hits(Some(1)), n_hits(Some(2))), (1, 2, 3, 1));
}

#[test]
fn the_framework_is_the_one_in_force_whose_words_the_article_uses() {
    let lexicon = lexicon(FRAMES, ASPECTS).unwrap();
    let id = |text: &str, date: Option<&str>| {
        let found: Option<Applied> = applied(text, "council", date, &lexicon);
        found.map(|applied| lexicon.frameworks()[applied.framework].id.clone())
    };
    assert_eq!(id("Children", None).unwrap(), "new");
    assert_eq!(id("Children", Some("2017-12-31")).unwrap(), "old");
    assert_eq!(id("Children", Some("2018-01-01")).unwrap(), "new");
    assert_eq!(id("Adults", Some("2024-05-01")).unwrap(), "adults");
    assert_eq!(id("Adults", Some("2020-05-01")).unwrap(), "new");
    assert_eq!(applied("Adults", "prison", None, &lexicon), None);
}

#[test]
fn what_cannot_be_read_is_told_with_its_line() {
    #[track_caller]
    fn refused(frames: &str, aspects: &str, expected: &str) {
        let message = lexicon(frames, aspects).unwrap_err().to_string();
        assert!(message.contains(expected), "{message}");
    }
    let with = |text: &str, from: &str, to: &str| text.replacen(from, to, 1);
    refused(
        &with(FRAMES, "[\"delay\"]", "[\"dealy\"]"),
        ASPECTS,
        "line 10: `tone.toml` has no category `dealy`",
    );
    refused(&with(FRAMES, "literature = \"none\"\n", ""), ASPECTS, "the frame `delay` has no `literature`");
    refused(&with(FRAMES, "id = \"delay\"", "id = \"Delay!\""), ASPECTS, "`Delay!` is no id");
    refused(FRAMES, &with(ASPECTS, "2017-12-31", "31.12.2017"), "line 8: `31.12.2017` is no day");
    refused(FRAMES, &with(ASPECTS, "old/care", "old/cares"), "there is no aspect `old/cares`");
    refused(FRAMES, &with(ASPECTS, "id = \"new\"", "id = \"old\""), "there are two frameworks `old`");
}

#[test]
fn a_giant_sentence_costs_no_more_than_its_length() {
    let text = "leaders failed, which was slow and was said ".repeat(20_000);
    let lexicon = lexicon(FRAMES, ASPECTS).unwrap();
    assert_eq!(hits(&text, Some(1), &lexicon).len(), 80_000);
}
