//! The methods paragraph: what was done in this run, in plain English, made from the report itself.
//!
//! Each sentence is there only if what it tells was done, and figures are those of the run. It can be pasted into a paper
//! or put below an article; the references that it names follow it.

use super::contrast::ONLY_THESE;
use super::mixed::MIXED;
use super::observation::counted;
use super::{Presence, Report, capitalised, references};
use crate::statistics::{IntervalKind, MIN_ARTICLES, MIN_VALUES};
use crate::{Confidence, Kind, Mode};

/// The paragraph and the references that it names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Methods {
    /// What was done, in one paragraph.
    pub paragraph: String,
    /// The publications that the paragraph names, in the order of the alphabet.
    pub references: Vec<String>,
}

/// A paragraph in the making.
#[derive(Default)]
struct Draft {
    sentences: Vec<String>,
    references: Vec<&'static str>,
}

impl Draft {
    fn say(&mut self, sentence: impl Into<String>) {
        self.sentences.push(sentence.into());
    }

    fn cite(&mut self, references: &[&'static str]) {
        self.references.extend(references);
    }
}

/// The methods paragraph of a report.
pub(super) fn methods(report: &Report) -> Methods {
    let mut draft = Draft::default();
    material(report, &mut draft);
    if report.method.n_sentences > 0 {
        voices(report, &mut draft);
        tone(report, &mut draft);
        aspects(report, &mut draft);
        frames(report, &mut draft);
        words(report, &mut draft);
        intervals(report, &mut draft);
        effects(report, &mut draft);
        refusals(report, &mut draft);
    }
    draft.references.sort_unstable();
    draft.references.dedup();
    Methods {
        paragraph: draft.sentences.join(" "),
        references: draft.references.into_iter().map(String::from).collect(),
    }
}

/// What was read, and what was left out.
fn material(report: &Report, draft: &mut Draft) {
    let n_of = |kind: Kind| {
        report
            .analyses
            .iter()
            .flat_map(|analysis| &analysis.passages)
            .filter(|passage| passage.kind == kind)
            .count()
    };
    let (n_titles, n_furniture) = (n_of(Kind::Title), n_of(Kind::Furniture));
    let titles = if report.method.include_titles { "counted" } else { "not counted" };
    draft.say(format!(
        "{} and {} were analysed with slantwise {} (profile {}, SHA-256 {}); {} ({titles}) and {} of page furniture \
         (not counted) were set apart.",
        counted_noun(report.method.n_articles, "article"),
        counted_noun(report.method.n_sentences, "sentence"),
        env!("CARGO_PKG_VERSION"),
        report.method.profile,
        report.method.digest,
        counted_noun(n_titles, "headline"),
        counted_noun(n_furniture, "line"),
    ));
}

/// Whose voice each sentence is.
fn voices(report: &Report, draft: &mut Draft) {
    let sides = report.summaries.iter().filter(|summary| summary.n_sentences > 0);
    let sides: Vec<String> = sides
        .map(|summary| format!("{} {}", report.label(summary.side).to_lowercase(), summary.n_sentences))
        .collect();
    let passages =
        || report.analyses.iter().flat_map(|analysis| counted(analysis, report.method.include_titles));
    let n_mode = |mode: Mode| passages().filter(|passage| passage.mode == mode).count();
    let n_low = passages().filter(|passage| passage.confidence == Confidence::Low).count();
    let n_overruled = report
        .analyses
        .iter()
        .flat_map(|analysis| &analysis.speakers)
        .filter(|speaker| speaker.overruled.is_some())
        .count();
    draft.say(format!(
        "Rules over source, cue and content (Pareti 2016) gave each sentence, or each part of one where the voice \
         changes, to one side: {}; {} were quoted, {} quoted in part, {} reported, and {} are the articles’ own voice.",
        sides.join(", "),
        n_mode(Mode::Direct),
        n_mode(Mode::Mixed),
        n_mode(Mode::Indirect),
        n_mode(Mode::None),
    ));
    draft.cite(&[references::PARETI]);
    if n_low > 0 {
        draft.say(format!("The side of {} rests on weak evidence.", counted_noun(n_low, "sentence")));
    }
    if n_overruled > 0 {
        draft.say(format!(
            "The side of {} was set by the user against the rules.",
            counted_noun(n_overruled, "speaker")
        ));
    }
}

/// What scored the sentences.
fn tone(report: &Report, draft: &mut Draft) {
    draft.say(format!(
        "Tone (−1 to 1: how favourable to the inspected service; {}) sums rated phrases of the field, words that change \
         them, and fitted word weights; it does not use who speaks. Compound scores are VADER’s (Hutto & Gilbert 2014). \
         Sentences count equally.",
        report.method.scorer
    ));
    draft.cite(&[references::HUTTO]);
}

/// By which frameworks aspects were read.
fn aspects(report: &Report, draft: &mut Draft) {
    let mut by_framework = vec![0_usize; report.frameworks.len()];
    for applied in report.analyses.iter().filter_map(|analysis| analysis.framework.as_ref()) {
        by_framework[applied.framework] += 1;
    }
    let read: Vec<String> = report
        .frameworks
        .iter()
        .zip(&by_framework)
        .filter(|(_, n)| **n > 0)
        .map(|(framework, n)| {
            format!("{} ({}, {})", framework.name, framework.inspectorate, counted_noun(*n, "article"))
        })
        .collect();
    let n_without = report.analyses.len() - by_framework.iter().sum::<usize>();
    if !read.is_empty() {
        draft
            .say(format!("Aspects are the judgement areas of {}, found by lists of terms.", read.join("; ")));
    }
    let n_undated = report
        .analyses
        .iter()
        .filter(|analysis| analysis.framework.is_some() && analysis.document.date.is_none())
        .count();
    if n_undated > 0 {
        draft.say(format!(
            "{} had no date and {} read by a framework that is in force now.",
            capitalised(&counted_noun(n_undated, "article")),
            if n_undated == 1 { "was" } else { "were" }
        ));
    }
    if n_without > 0 {
        draft.say(format!("For {} the profile has no framework.", counted_noun(n_without, "article")));
    }
    let n_silent =
        report.aspects.iter().filter(|cell| matches!(cell.presence, Presence::Silent { .. })).count();
    if n_silent > 0 {
        draft.say(format!(
            "A side is called silent on an aspect that another raises and it never does ({}).",
            counted_noun(n_silent, "case")
        ));
    }
}

/// What frames are.
fn frames(report: &Report, draft: &mut Draft) {
    let n_frames = report.codes.iter().filter(|code| code.construct.is_some()).count();
    if n_frames == 0 {
        return;
    }
    draft.say(format!(
        "{n_frames} frames (Entman 1993; definitions and sources in the profile) were found by phrases and constructions, \
         sentence by sentence, which is narrower than the story for which most of them were defined; shares of \
         sentences have Wilson’s interval (1927), rates a Poisson score interval (Brown, Cai & DasGupta 2003)."
    ));
    draft.cite(&[references::ENTMAN, references::WILSON, references::BROWN]);
}

/// How words were ordered.
fn words(report: &Report, draft: &mut Draft) {
    if report.words.is_empty() {
        return;
    }
    draft.say(
        "Words and two-word phrases of speech (without attribution tags, names of speakers and words that build \
         sentences) are ordered by log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008; prior \
         of 500 words shared out as in all speech, two-term variance), each side against all others, with G² (Dunning \
         1993) and log ratio; no p-value is given, since words cluster in articles (Lijffijt et al. 2016).",
    );
    draft.cite(&[references::MONROE, references::DUNNING, references::LIJFFIJT]);
}

/// What the intervals are made of.
fn intervals(report: &Report, draft: &mut Draft) {
    let of_sides = report.summaries.iter().filter_map(|summary| summary.tone.map(|tone| tone.kind));
    let of_pairs =
        report.contrasts.iter().filter_map(|contrast| contrast.tone.map(|tone| tone.difference.kind));
    let kinds: Vec<IntervalKind> = of_sides.chain(of_pairs).collect();
    if kinds.contains(&IntervalKind::Articles) {
        draft.say(format!(
            "95% intervals of sides that speak in {MIN_ARTICLES} articles or more are jackknife intervals over articles \
             (MacKinnon, Nielsen & Webb 2023) with Student’s t."
        ));
        draft.cite(&[references::MACKINNON]);
    }
    if kinds.contains(&IntervalKind::Sentences) {
        draft.say(format!(
            "Where fewer than {MIN_ARTICLES} articles hold a side or both sides, intervals take sentences as independent and \
             describe these articles only."
        ));
    }
}

/// How sides were compared.
fn effects(report: &Report, draft: &mut Draft) {
    let compared = || report.contrasts.iter().filter_map(|contrast| contrast.tone);
    if compared().next().is_none() {
        return;
    }
    draft.say("Two sides are compared by the difference of their means, Cliff’s δ (Cliff 1993; interval of Feng & Cliff 2004) and Hedges’ g (Hedges 1981).");
    draft.cite(&[references::CLIFF, references::FENG, references::HEDGES]);
    let n_permuted = compared().filter(|effect| effect.permutation.is_some()).count();
    let n_flipped = compared().filter(|effect| effect.sign_flip.is_some()).count();
    if n_permuted > 0 {
        draft.say(format!(
            "For {} of sides turns were permuted within articles (Phipson & Smyth 2010; seed {}), which tests whether the \
             difference in these articles is more than chance; p-values are corrected over all pairs (Benjamini & Hochberg 1995).",
            counted_noun(n_permuted, "pair"),
            report.method.seed
        ));
        draft.cite(&[references::PHIPSON, references::BENJAMINI]);
    }
    if n_flipped > 0 {
        draft.say(format!(
            "For {} of sides that meet in {MIN_ARTICLES} articles or more the signs of the articles’ differences were flipped \
             (Fisher 1935), which speaks of articles like these.",
            counted_noun(n_flipped, "pair")
        ));
        draft.cite(&[references::FISHER]);
    }
}

/// What was not computed, and why.
fn refusals(report: &Report, draft: &mut Draft) {
    let few: Vec<&str> = report
        .summaries
        .iter()
        .filter(|summary| (1..MIN_VALUES).contains(&summary.n_sentences))
        .map(|summary| report.label(summary.side))
        .collect();
    if report.notes.iter().any(|note| note == MIXED) {
        draft.say(MIXED);
    }
    if !few.is_empty() {
        draft.say(format!("Fewer than {MIN_VALUES} sentences carry no interval: {}.", few.join(", ")));
    }
    let n_cells = report.aspects.iter().filter(|cell| (1..MIN_VALUES).contains(&cell.places.len())).count();
    if n_cells > 0 {
        draft.say(format!(
            "In {} of aspect and side with fewer than {MIN_VALUES} sentences these are quoted instead of a mean.",
            counted_noun(n_cells, "cell")
        ));
    }
    let n_narrow = report.contrasts.iter().filter(|contrast| contrast.note.contains(ONLY_THESE)).count();
    if n_narrow > 0 {
        draft.say(format!(
            "{} of sides {} in fewer than {MIN_ARTICLES} articles; no p-value is given that would speak of other articles.",
            counted_noun(n_narrow, "pair"),
            if n_narrow == 1 { "meets" } else { "meet" }
        ));
    }
}

/// `1 article`, `1,204 articles`.
fn counted_noun(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use crate::framing::CodeId;
    use crate::report::synthetic::{article, with_hits};
    use crate::{Methods, Profile, compare};

    #[track_caller]
    fn says(methods: &Methods, expected: &[&str]) {
        for words in expected {
            assert!(methods.paragraph.contains(words), "{words}: {}", methods.paragraph);
        }
    }

    #[test]
    fn the_paragraph_tells_what_was_done_and_what_was_refused() {
        let profile = Profile::inspection();
        let aspect: CodeId = profile.framing.aspects(0).next().unwrap().0;
        let lines: Vec<_> = (0..6).map(|n| (0, "A", 0.1 * f64::from(n))).chain([(1, "B", -0.4)]).collect();
        let methods = compare(vec![with_hits(article("one", &lines), 0, &[(0, aspect)])], profile).methods;
        says(&methods, &["1 article and 7 sentences", "council 6, opposition 1", profile.digest()]);
        says(&methods, &["1 article had no date", "Fewer than 5 sentences carry no interval: Opposition."]);
        says(
            &methods,
            &["In 1 cell of aspect and side", "1 pair of sides meets in fewer than 6 articles; no p-value"],
        );
        says(&methods, &["describe these articles only"]);
        assert!(!methods.paragraph.contains("jackknife") && !methods.paragraph.contains("permuted"));
        assert!(methods.references.iter().any(|reference| reference.starts_with("Hutto")));
        assert!(!methods.references.iter().any(|reference| reference.starts_with("MacKinnon")));
    }

    #[test]
    fn many_articles_are_told_with_their_tests() {
        let one = |n: usize| {
            let lift = f64::from(u8::try_from(n).unwrap()) / 20.0;
            article(
                &n.to_string(),
                &[(0, "A", 0.1 + lift), (0, "A", 0.5), (1, "B", -0.4 - lift), (1, "B", 0.1)],
            )
        };
        let methods = compare((0..8).map(one).collect(), Profile::inspection()).methods;
        says(&methods, &["jackknife intervals over articles", "turns were permuted within articles"]);
        says(
            &methods,
            &[
                "the signs of the articles’ differences were flipped",
                "For 8 articles the profile has no framework",
            ],
        );
        assert!(methods.references.iter().any(|reference| reference.starts_with("Fisher")));
    }

    #[test]
    fn nothing_read_is_told_in_a_sentence() {
        let methods = compare(Vec::new(), Profile::inspection()).methods;
        says(&methods, &["0 articles and 0 sentences were analysed"]);
        assert!(methods.references.is_empty());
    }
}
