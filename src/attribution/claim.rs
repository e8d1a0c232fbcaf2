//! Claims: the places of a sentence that hand words, a finding or a view to a source.
//!
//! What it does: every cue verb outside quotation marks is read with its subject ("inspectors found"), its subject
//! after it ("…,” said Coun Ashdown"), its agent ("was praised by") or without one ("were found to be"); phrases
//! such as "according to" name a source too.
//! What it will not find: sources that are only implied, and reporting nouns ("his view that").

use super::line::Line;
use super::phrase::{Phrase, main_subject, phrase_starting_at, subject_before};
use crate::english::Class;
use crate::english::cue::{CueClass, CueMatch, Cues, Form};

/// Who is claimed to speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// These words.
    Phrase(Phrase),
    /// Nobody is named, as in "staff were praised": the report that the passage is on.
    Unnamed,
}

/// How the cue goes with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Construction {
    /// "Inspectors found", "said Coun Ashdown".
    Active,
    /// "praised by inspectors".
    Agent,
    /// "were found to be".
    Agentless,
    /// "according to the report".
    According,
    /// "Cllr Osei: “…”", "The report lists four things:".
    Colon,
}

/// One source with its cue and content; ranges are of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) source: Source,
    pub(crate) cue: (usize, usize),
    pub(crate) class: CueClass,
    pub(crate) construction: Construction,
    pub(crate) content: Vec<(usize, usize)>,
    /// Whether the clause hangs on another ("since the council was rated …").
    pub(crate) subordinate: bool,
    /// Whether the cue is the verb of its clause, not a participle that describes a noun ("rated good by Ofsted").
    pub(crate) main: bool,
    /// Whether a clause with "that", a colon or a quotation follows the cue.
    pub(crate) reports: bool,
}

/// How many tokens a verb with its auxiliaries and adverbs may have: many more than any that is printed.
pub(super) const LONGEST_VERB_GROUP: usize = 200;

/// All claims of a sentence, in order, none inside the content of another.
pub(crate) fn claims(line: &Line, cues: &Cues) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    let mut place = 0;
    while place < line.len() {
        if line.is_quoted(place) && !opens_fragment(line, place) {
            place += 1;
            continue;
        }
        let found = according(line, cues, place)
            .or_else(|| noun(line, place))
            .or_else(|| adjective(line, cues, place))
            .or_else(|| {
                let cue = if line.is(place, Class::CUE) { cues.at(&line.tokens, place) } else { None }?;
                verb(line, cues, place, cue, &claims)
            });
        match found {
            Some(claim) => {
                place = claim.cue.1.max(place + 1);
                claims.push(claim);
            }
            None => place += 1,
        }
    }
    outermost(line, claims)
}

/// The leader “welcomes the report”: the cue may be the first word in the marks.
fn opens_fragment(line: &Line, place: usize) -> bool {
    place > 1
        && !line.is_word(place - 1)
        && line.is_quoted(place - 1)
        && !line.is_quoted(place - 2)
        && !line.is_capital(place)
}

/// "The council’s line was that …", "there was praise for": reporting nouns.
fn noun(line: &Line, place: usize) -> Option<Claim> {
    if !line.is(place, Class::STANCE) {
        return None;
    }
    let word = line.lower(place);
    if matches!(word, "praise" | "criticism" | "concern" | "concerns") && is_existential(line, place) {
        return Some(Claim {
            source: Source::Unnamed,
            cue: (place, place + 1),
            class: CueClass::Judge,
            construction: Construction::Agentless,
            content: pieces(&[(0, place), (place + 1, line.len())]),
            subordinate: false,
            main: true,
            reports: false,
        });
    }
    if !is_held(word) || place < 2 {
        return None;
    }
    let be = (place + 1..(place + 12).min(line.len()))
        .find(|&be| matches!(line.lower(be), "was" | "is" | "were"))?;
    if line.lower(be + 1) != "that" && line.lower(be + 1) != ":" && !line.is_quoted(be + 1) {
        return None;
    }
    let owner = (0..place).rev().take(3).find(|&back| {
        line.lower(back) == "'s" || matches!(line.lower(back), "his" | "her" | "their" | "its")
    })?;
    let source = if line.lower(owner) == "'s" {
        super::phrase::phrase_ending_at(line, owner)?
    } else {
        Phrase { from: owner, to: owner + 1, described_from: owner, described_to: owner + 1 }
    };
    Some(Claim {
        source: Source::Phrase(source),
        cue: (place, be + 1),
        class: CueClass::Say,
        construction: Construction::Active,
        content: pieces(&[(be + 2, line.len())]),
        subordinate: false,
        main: true,
        reports: true,
    })
}

/// "The trust is proud that", "inspectors were struck by": what somebody holds, as an adjective.
fn adjective(line: &Line, cues: &Cues, place: usize) -> Option<Claim> {
    if !cues.is_feeling(line.lower(place)) {
        return None;
    }
    let be =
        (0..place).rev().find(|&back| !line.is(back, Class::ADVERB) && !line.lower(back).ends_with("ly"))?;
    let follows = matches!(
        line.lower(place + 1),
        "that" | "about" | "by" | "of" | "with" | "at" | "to" | "over" | "how"
    );
    if !follows || !line.is(be, Class::PASSIVE) || line.lower(be).starts_with("be") || line.is_quoted(be) {
        return None;
    }
    let source = subject_before(line, be).filter(|phrase| is_plain_speaker(line, *phrase))?;
    Some(Claim {
        source: Source::Phrase(source),
        cue: (place, place + 1),
        class: CueClass::Think,
        construction: Construction::Active,
        content: pieces(&[(place + 2, line.len())]),
        subordinate: is_subordinate(line, source.from, CueClass::Think),
        main: true,
        reports: line.lower(place + 1) == "that",
    })
}

/// Praise and criticism are stances only where something says that they are there.
fn is_held(word: &str) -> bool {
    !matches!(word, "praise" | "criticism" | "concern" | "concerns")
}

/// "There is a paragraph of praise for", "came in for criticism".
fn is_existential(line: &Line, place: usize) -> bool {
    let from = place.saturating_sub(7);
    (from..place).any(|back| line.lower(back) == "there" && line.is(back + 1, Class::AUXILIARY))
        || (from..place).any(|back| line.tokens.matches(back, "in for").is_some())
}

/// "According to the report", "in her view".
fn according(line: &Line, cues: &Cues, place: usize) -> Option<Claim> {
    if !line.is(place, Class::SOURCE_PHRASE) {
        return None;
    }
    let (phrase, cue_to) = cues.phrases.iter().find_map(|(before, after)| {
        let from = place + line.tokens.matches(place, before)?;
        if after.is_empty() {
            return Some((phrase_starting_at(line, from)?, from));
        }
        let close =
            (from + 1..(from + 7).min(line.len())).find(|&to| line.tokens.matches(to, after).is_some())?;
        let possessive = usize::from(line.lower(close - 1) == "'s");
        let to = close - possessive;
        (to > from).then_some((Phrase { from, to, described_from: from, described_to: to }, from))
    })?;
    let mut after = phrase.described_to.max(phrase.to);
    while after < line.len()
        && (line.is_comma(after) || line.lower(after) == "view" || line.lower(after) == "'s")
    {
        after += 1;
    }
    Some(Claim {
        source: Source::Phrase(phrase),
        cue: (place, cue_to),
        class: CueClass::Say,
        construction: Construction::According,
        content: pieces(&[(0, place), (after, line.len())]),
        subordinate: false,
        main: true,
        reports: true,
    })
}

/// A cue verb at `place`, with its source.
fn verb(line: &Line, cues: &Cues, place: usize, cue: CueMatch<'_>, earlier: &[Claim]) -> Option<Claim> {
    if !is_verb(line, cues, place, cue) {
        return None;
    }
    let cue_to = place + cue.n_tokens;
    let past = matches!(cue.form, Form::Past | Form::Participle);
    if past && let Some(claim) = passive(line, place, cue_to, cue) {
        return claim;
    }
    if cue.form == Form::Participle && !has_have(line, place) {
        return None;
    }
    let source = active_source(line, cues, place, cue_to, cue, earlier)?;
    let (content, reports) = content(line, source, (place, cue_to), cue);
    let class = if cue.is(CueClass::Say) && reports { CueClass::Say } else { cue.classes[0] };
    let quotes = content.iter().any(|&(from, to)| line.n_words(from, to, true) > 0);
    let relative = cue.form != Form::Gerund && source.to <= place && is_relative(line, place);
    let claim = Claim {
        source: Source::Phrase(source),
        cue: (place, cue_to),
        class,
        construction: Construction::Active,
        content,
        subordinate: is_subordinate(line, source.from, class),
        main: !relative,
        reports: reports
            || class == CueClass::Notice
                && (quotes && says_quotes(line.lower(place)) || names_judged(line, place, cue_to)),
    };
    let dropped = is_negated(line, place, cue)
        || !quotes && is_asked(line, source.from)
        || relative && !quotes && hangs_idly(line, &claim)
        || lacks_content(line, cues, &claim, cue);
    (!dropped).then_some(claim)
}

/// "Residents who would like to know", "the email they wanted": a relative clause that hands over nobody's view.
fn hangs_idly(line: &Line, claim: &Claim) -> bool {
    let wish = matches!(line.lower(claim.cue.0), "would" | "want" | "wants" | "wanted" | "wish" | "need");
    !claim.reports && !matches!(claim.class, CueClass::Say | CueClass::Tell)
        || claim.class == CueClass::Think && wish
}

/// With "showed a ‘deterioration’" or "gave it ‘inadequate’" the words in marks are not the subject's.
fn says_quotes(verb: &str) -> bool {
    !["show", "see", "saw", "give", "gave", "place", "hand", "award", "rais"]
        .iter()
        .any(|stem| verb.starts_with(stem))
}

/// "Called it a disgrace", "called the report devastating": a judgement, not a meeting that is called.
fn names_judged(line: &Line, place: usize, cue_to: usize) -> bool {
    let judged = line.is(cue_to, Class::IT) || matches!(line.lower(cue_to), "this" | "them" | "him");
    let document = line.is(cue_to, Class::DETERMINER) && line.is(cue_to + 1, Class::DOCUMENT_NOUN);
    line.lower(place).starts_with("call") && (judged || document)
}

/// Whether the word is used as a verb here: no refusal, no name, no noun of the same form.
fn is_verb(line: &Line, cues: &Cues, place: usize, cue: CueMatch<'_>) -> bool {
    let named = line.is_capital(place) && place != line.start() && !line.title_case;
    let base = cue.form != Form::Base || may_be_base(line, place) && !is_after_being(line, place);
    let fragment = !line.is_quoted(place) || matches!(cue.form, Form::Past | Form::Third);
    // "Foster carer records were": a noun, as an auxiliary follows.
    let noun = cues.is_ambiguous(line.lower(place))
        && line.is(place + cue.n_tokens, Class::AUXILIARY)
        && cue.form != Form::Gerund;
    !is_refused(line, cues, place) && !named && base && fragment && !noun
}

/// "Did not say" reports nothing; "did not believe" does.
fn is_negated(line: &Line, place: usize, cue: CueMatch<'_>) -> bool {
    let says = cue.is(CueClass::Say) || cue.is(CueClass::Tell) || cue.classes[0] == CueClass::Utter;
    says && !cue.is(CueClass::Think) && negated_before(line, place)
}

/// "What Ofsted said", "what did the inspectors find?": nothing is handed to the reader yet.
fn is_asked(line: &Line, from: usize) -> bool {
    let after_question_word = from > 0 && matches!(line.lower(from - 1), "what" | "how" | "why" | "whatever");
    let question = line.lower(line.len() - 1) == "?"
        && matches!(line.lower(line.start()), "what" | "how" | "why" | "who" | "where" | "when");
    after_question_word || question
}

/// Whether a verb that must have a clause, a quotation or an object stands without it.
fn lacks_content(line: &Line, cues: &Cues, claim: &Claim, cue: CueMatch<'_>) -> bool {
    let said: usize = claim
        .content
        .iter()
        .map(|&(from, to)| line.n_words(from, to, true) + line.n_words(from, to, false))
        .sum();
    match claim.class {
        CueClass::Say => !claim.reports && cues.needs_clause(line.lower(claim.cue.0)),
        CueClass::Think => said < 2 || !claim.reports && !line.is_word(claim.cue.1),
        CueClass::Utter => {
            let quotes = claim.content.iter().any(|&(from, to)| line.n_words(from, to, true) > 0);
            let that = matches!(line.lower(claim.cue.1), "that" | ":");
            !(that || cue.is(CueClass::Say) || quotes && claim.reports)
        }
        _ => false,
    }
}

/// A base form needs "did" or "would" before it, or a plural subject.
fn may_be_base(line: &Line, place: usize) -> bool {
    let mut before = place;
    let floor = place.saturating_sub(LONGEST_VERB_GROUP);
    while before > floor
        && (line.is(before - 1, Class::ADVERB | Class::NEGATION) || line.lower(before - 1).ends_with("ly"))
    {
        before -= 1;
    }
    let Some(before) = before.checked_sub(1) else { return false };
    let word = line.lower(before);
    let plural = word.ends_with('s') && !word.ends_with("ss") && word != "'s" && word.len() > 2;
    word != "'s" && line.is(before, Class::AUXILIARY | Class::THEY | Class::FIRST_PERSON)
        || word == "to"
        || plural
        || matches!(word, "who" | "people" | "men" | "women" | "children" | "police" | "staff" | "mps")
        || line.is_capital(before) && line.lower(before.wrapping_sub(2)) == "and"
        || line.is_comma(before)
        || line.lower(before) == ")"
        || line.is_quoted(before)
}

/// "Be back", "is welcome": no verb, though it looks like one.
fn is_after_being(line: &Line, place: usize) -> bool {
    place > 0 && line.is(place - 1, Class::PASSIVE)
}

/// "Has written to the county to tell it": the infinitive goes with the letter. The place of "written".
fn written_before(line: &Line, place: usize) -> Option<usize> {
    line.last_letter_before(place)
}

/// "Declined to comment", "approached to say": nothing was said.
fn is_refused(line: &Line, cues: &Cues, place: usize) -> bool {
    let infinitive = line.lower(place.wrapping_sub(1)) == "to";
    let prospective = (place.saturating_sub(4)..place).any(|back| {
        matches!(line.lower(back), "expected" | "set" | "due" | "on" | "likely" | "had" | "have" | "has")
    });
    let refused = (place.saturating_sub(3)..place)
        .any(|back| cues.is_refusal(line.lower(back)) && line.lower(back + 1) == "to");
    let set_phrase = place == 1 && line.lower(0) == "that" && line.is_comma(2);
    infinitive && !prospective && written_before(line, place).is_none() || refused || set_phrase
}

fn has_have(line: &Line, place: usize) -> bool {
    (place.saturating_sub(4)..place)
        .any(|back| matches!(line.lower(back), "has" | "have" | "had" | "'ve" | "having"))
}

/// "Families who said", "a charge they rejected": the clause hangs on the noun before it.
fn is_relative(line: &Line, verb: usize) -> bool {
    let mut start = verb;
    let floor = verb.saturating_sub(LONGEST_VERB_GROUP);
    while start > floor && line.is(start - 1, Class::AUXILIARY | Class::ADVERB) {
        start -= 1;
    }
    let Some(before) = start.checked_sub(1) else { return false };
    let pronoun = line.is(before, Class::PRONOUN) && before > 0;
    let hangs = || {
        let noun = before - 1;
        line.is_word(noun)
            && !line.is_quoted(noun)
            && !line.is(
                noun,
                Class::CONJUNCTION | Class::ADVERB | Class::AUXILIARY | Class::PREPOSITION | Class::VERB,
            )
    };
    matches!(line.lower(before), "who" | "which" | "that") || pronoun && hangs()
}

/// Whether "not" or "never" stands in the verb group that ends at `verb`.
fn negated_before(line: &Line, verb: usize) -> bool {
    (verb.saturating_sub(LONGEST_VERB_GROUP)..verb)
        .rev()
        .take_while(|&place| line.is(place, Class::AUXILIARY | Class::ADVERB | Class::NEGATION))
        .any(|place| line.is(place, Class::NEGATION))
}

/// The passive voice: `Some(None)` when it is one but names no source that counts.
fn passive(line: &Line, place: usize, cue_to: usize, cue: CueMatch<'_>) -> Option<Option<Claim>> {
    let before = (place.saturating_sub(LONGEST_VERB_GROUP)..place).rev().find(|&back| {
        !(line.is(back, Class::ADVERB | Class::NEGATION) || line.lower(back).ends_with("ly"))
    })?;
    let is_passive =
        line.is(before, Class::PASSIVE) && !line.is_quoted(before) || line.lower(before) == "being";
    let agent_next = line.lower(cue_to) == "by";
    let judges = cue.is(CueClass::Find) || cue.is(CueClass::Judge);
    let next = line.lower(cue_to);
    let to_be = next == "to" && matches!(line.lower(cue_to + 1), "be" | "have");
    let told_to = next == "to"
        && (cue.is(CueClass::Tell)
            || matches!(line.lower(place), "urged" | "ordered" | "instructed" | "warned"));
    let reduced =
        !is_passive && (agent_next || told_to || judges && (to_be || matches!(next, "as" | "for" | "over")));
    if !is_passive && !reduced {
        return None;
    }
    if reduced && agent_next && subject_is_pronoun(line, place) {
        return None;
    }
    let make = |source, construction, to| Claim {
        source,
        cue: (place, to),
        class: cue.classes[0],
        construction,
        content: pieces(&[(0, place), (to, line.len())]),
        subordinate: is_subordinate(line, place, cue.classes[0]),
        main: is_passive,
        reports: false,
    };
    let by =
        (cue_to..(cue_to + 14).min(line.len())).find(|&by| line.lower(by) == "by" && !line.is_quoted(by));
    let by = by.filter(|&by| {
        !(cue_to..by)
            .any(|place| matches!(line.lower(place), "," | ";" | "that" | "and" | "but" | "after" | "for"))
    });
    if let Some(phrase) = by.and_then(|by| phrase_starting_at(line, by + 1)) {
        return Some(Some(make(Source::Phrase(phrase), Construction::Agent, cue_to)));
    }
    let said_to = cue.is(CueClass::Say)
        && line.lower(place) == "said"
        && line.lower(cue_to) == "to"
        && matches!(line.lower(before), "was" | "were" | "is" | "are");
    let judged = judges && !cue.is(CueClass::Think);
    let by_impersonal = matches!(line.lower(before.wrapping_sub(1)), "it" | "there" | "to" | "be");
    if (said_to || judged && !is_vague_judgement(line.lower(place))) && !by_impersonal && !reduced
        || (reduced && !agent_next)
    {
        return Some(Some(make(Source::Unnamed, Construction::Agentless, cue_to)));
    }
    Some(None)
}

/// Participles that tell of plans and backing more often than of a report's judgement.
fn is_vague_judgement(word: &str) -> bool {
    matches!(
        word,
        "backed"
            | "supported"
            | "opposed"
            | "endorsed"
            | "challenged"
            | "celebrated"
            | "rejected"
            | "dismissed"
            | "regretted"
            | "discovered"
            | "noted"
            | "called"
            | "determined"
            | "credited"
            | "thanked"
            | "accused"
            | "attacked"
    )
}

fn subject_is_pronoun(line: &Line, place: usize) -> bool {
    place > 0 && line.is(place - 1, Class::PRONOUN)
}

/// The source of a verb in the active voice.
fn active_source(
    line: &Line,
    cues: &Cues,
    place: usize,
    cue_to: usize,
    cue: CueMatch<'_>,
    earlier: &[Claim],
) -> Option<Phrase> {
    if cue.form == Form::Gerund {
        return gerund_source(line, place, earlier);
    }
    if line.lower(place.wrapping_sub(1)) == "to"
        && let Some(written) = written_before(line, place)
    {
        return subject_before(line, written).filter(|phrase| is_speaker_like(line, *phrase));
    }
    if let Some(phrase) = inverted_source(line, place, cue_to, cue) {
        return Some(phrase);
    }
    let ambiguous = cues.is_ambiguous(line.lower(place));
    let subject = subject_before(line, place).filter(|phrase| is_speaker_like(line, *phrase));
    let series = earlier
        .last()
        .is_some_and(|claim| subject.is_some_and(|subject| is_series(line, claim, subject, place)));
    if let Some(phrase) = subject.filter(|_| !series) {
        return (!ambiguous || is_plain_speaker(line, phrase)).then_some(phrase);
    }
    let past_or_third = matches!(cue.form, Form::Past | Form::Third);
    if ambiguous || !past_or_third || !series && !is_coordinated(line, place) {
        return None;
    }
    let speaks = matches!(cue.classes[0], CueClass::Say | CueClass::Tell | CueClass::Ask | CueClass::Judge);
    last_source(earlier).or_else(|| {
        main_subject(line).filter(|phrase| speaks && phrase.to < place && is_speaker_like(line, *phrase))
    })
}

/// "…,” said Coun Ashdown", and at the end of a headline "…, say inspectors".
fn inverted_source(line: &Line, place: usize, cue_to: usize, cue: CueMatch<'_>) -> Option<Phrase> {
    let speaks =
        [CueClass::Say, CueClass::Utter, CueClass::Tell, CueClass::Ask].iter().any(|class| cue.is(*class));
    let phrase = phrase_starting_at(line, cue_to)?;
    let fits = is_speaker_like(line, phrase) || line.lower(phrase.from) == "the";
    let Some(before) = place.checked_sub(1) else {
        return (fits && cue.is(CueClass::Say) && line.lower(phrase.described_to) == ":").then_some(phrase);
    };
    let quote = line.is_quoted(before) || before > 0 && line.is_quoted(before - 1) && !line.is_word(before);
    (fits && speaks && (quote || closes_clause(line, place, phrase, cue))).then_some(phrase)
}

/// "…, say inspectors" at the end of a headline, "This, argued Cllr Brown, was …": a tag after a comma.
fn closes_clause(line: &Line, place: usize, phrase: Phrase, cue: CueMatch<'_>) -> bool {
    let after_comma = place > 1 && line.is_comma(place - 1) && cue.is(CueClass::Say);
    let clause = (0..place).any(|back| line.is(back, Class::AUXILIARY | Class::VERB));
    let short = phrase.to - phrase.from <= 4;
    let ends = clause && short && phrase.to + 1 >= line.len();
    let inserted =
        line.is_capital(phrase.to - 1) && line.is_comma(phrase.described_to) && cue.form == Form::Past;
    after_comma && (ends || inserted)
}

/// "Regrets the tone, points out that …": the phrase before the verb is the object of the verb before.
fn is_series(line: &Line, earlier: &Claim, subject: Phrase, place: usize) -> bool {
    let comma = line.is_comma(place - 1) && subject.to + 1 == place;
    comma && earlier.cue.1 <= subject.from && line.is_all_words(earlier.cue.1, subject.from)
}

/// Whether "and", a comma or a quotation stands before the verb group.
fn is_coordinated(line: &Line, place: usize) -> bool {
    let mut before = place;
    let floor = place.saturating_sub(LONGEST_VERB_GROUP);
    while before > floor
        && (line.is(before - 1, Class::ADVERB | Class::AUXILIARY) || line.lower(before - 1).ends_with("ly"))
    {
        before -= 1;
    }
    before > 0 && (matches!(line.lower(before - 1), "and" | "but" | "," | "or") || line.is_quoted(before - 1))
}

/// The source of the claim before, when words name it.
fn last_source(earlier: &[Claim]) -> Option<Phrase> {
    match earlier.last()?.source {
        Source::Phrase(phrase) => Some(phrase),
        Source::Unnamed => None,
    }
}

/// "…, adding that", "warning that", "has written to tell": the source of the claim before, else the subject of the sentence.
fn gerund_source(line: &Line, place: usize, earlier: &[Claim]) -> Option<Phrase> {
    let before = place.checked_sub(1)?;
    let hangs = line.is_comma(before)
        || line.is_quoted(before)
        || line.is_dash(before)
        || matches!(line.lower(before), "and" | "but" | "while" | "before" | "after" | "by" | "then")
        || line.is(before, Class::ADVERB);
    if !hangs && !object_before(line, place) {
        return None;
    }
    last_source(earlier).or_else(|| main_subject(line).filter(|phrase| is_speaker_like(line, *phrase)))
}

/// "Has written to the secretary asking her": the participle follows the object of a letter.
fn object_before(line: &Line, place: usize) -> bool {
    line.lower(place) == "asking" && line.is_word(place - 1)
}

/// Whether a phrase can name a source at all.
fn is_speaker_like(line: &Line, phrase: Phrase) -> bool {
    let pronoun = phrase.to == phrase.from + 1 && line.is(phrase.from, Class::PRONOUN);
    let named = (phrase.from..phrase.to).any(|place| {
        line.is_capital(place)
            && (place != line.start() || !line.is(place, Class::DETERMINER | Class::PREPOSITION))
    });
    let noun = (phrase.from..phrase.to).any(|place| line.is(place, Class::SPEAKING));
    let number = (phrase.from..phrase.to).any(|place| line.lower(place).ends_with("year-old"));
    pronoun || named || noun || number
}

/// A speaker who cannot be mistaken: a pronoun, a name, or a determiner with a noun for people or bodies.
fn is_plain_speaker(line: &Line, phrase: Phrase) -> bool {
    let last = phrase.to - 1;
    line.is(phrase.from, Class::PRONOUN)
        || line.is_capital(last)
        || line.is(last, Class::SPEAKING)
        || (phrase.from..phrase.to).any(|place| {
            line.is(place, Class::PERSON_NOUN) || line.is_capital(place) && place != line.start()
        })
}

/// What is said: after the cue, or before its tag when nothing that could be said follows.
fn content(
    line: &Line,
    source: Phrase,
    cue: (usize, usize),
    class: CueMatch<'_>,
) -> (Vec<(usize, usize)>, bool) {
    let tag_from = source.described_from.min(source.from).min(cue.0);
    let tag_to = cue.1.max(if source.from >= cue.1 { source.described_to.max(source.to) } else { cue.1 });
    let mut after = tag_to;
    if class.is(CueClass::Tell)
        && source.from < cue.0
        && let Some(hearer) = phrase_starting_at(line, after).filter(|hearer| hearer.from == after)
    {
        after = hearer.to;
    }
    after = past_adverbial(line, after);
    let says_that = line.lower(after) == "that";
    let opens = says_that
        || matches!(line.lower(after), ":" | ",") && line.is_quoted(after + 1)
        || line.lower(after) == ":"
        || line.is_quoted(after);
    let start = if says_that || matches!(line.lower(after), ":" | ",") { after + 1 } else { after };
    let said_before = tag_from > 0
        && (line.is_quoted(tag_from - 1) || line.is_comma(tag_from - 1) || line.is_dash(tag_from - 1))
        && line.n_words(0, tag_from, true) + line.n_words(0, tag_from, false) >= 3;
    let quote_before =
        tag_from > 0 && (line.is_quoted(tag_from - 1) || tag_from > 1 && line.is_quoted(tag_from - 2));
    let ends = after >= line.len()
        || !line.is_word(after) && !line.is_quoted(after) && !opens
        || line.is(after, Class::PREPOSITION | Class::ADVERB) && !says_that;
    let adverbial_before = line.is(line.start(), Class::PREPOSITION | Class::ADVERB | Class::CONJUNCTION)
        && !quote_before
        && line.n_words(0, tag_from, false) < 9
        && after < line.len()
        && !ends;
    let backward = said_before && (ends || quote_before && !opens) && !adverbial_before;
    if backward {
        return (pieces(&[(0, tag_from), (after, line.len())]), true);
    }
    let stop = line.semicolon_after(start).unwrap_or(line.len());
    let from_start = if quote_before { (0, tag_from) } else { (0, 0) };
    (pieces(&[from_start, (start, stop)]), opens || is_clause(line, start) || quote_before)
}

/// "Said at the time that", "said jointly that": the place of "that"; else where it was.
fn past_adverbial(line: &Line, after: usize) -> usize {
    let adverbial = line.lower(after).ends_with("ly")
        || line.is(after, Class::PREPOSITION | Class::ADVERB)
        || line.is_capital(after);
    let that = (after..(after + 7).min(line.len()))
        .take_while(|&place| line.is_word(place) && !line.is_quoted(place) && !line.is(place, Class::VERB))
        .find(|&place| line.lower(place) == "that");
    that.filter(|_| adverbial).unwrap_or(after)
}

/// Whether a clause without "that" begins at `from`: a subject with an auxiliary or verb soon after it.
fn is_clause(line: &Line, from: usize) -> bool {
    line.is_word(from)
        && (from + 1..(from + 9).min(line.len()))
            .take_while(|&place| {
                line.is_word(place) && !matches!(line.lower(place), "who" | "which" | "that" | "to")
            })
            .any(|place| line.is(place, Class::AUXILIARY | Class::VERB) && line.lower(place) != "'s")
}

/// Whether the clause of token `place` hangs on a conjunction of time or a relative pronoun.
fn is_subordinate(line: &Line, place: usize, class: CueClass) -> bool {
    (place.saturating_sub(12)..place)
        .rev()
        .take_while(|&back| line.is_word(back) && !line.is_quoted(back))
        .any(|back| match line.lower(back) {
            "since" | "after" | "when" | "before" | "until" | "once" | "if" | "unless" | "where" => true,
            "what" | "how" | "whether" => class == CueClass::Think,
            _ => false,
        })
}

fn pieces(ranges: &[(usize, usize)]) -> Vec<(usize, usize)> {
    ranges.iter().copied().filter(|(from, to)| from < to).collect()
}

/// Drops claims that stand inside what another source is reported to say; "…, while the Greens demanded" is no part.
fn outermost(line: &Line, claims: Vec<Claim>) -> Vec<Claim> {
    let mut kept: Vec<Claim> = Vec::new();
    for claim in claims {
        let from = match claim.source {
            Source::Phrase(phrase) => phrase.described_from.min(claim.cue.0),
            Source::Unnamed => claim.cue.0,
        };
        let inside = kept.last().is_some_and(|outer| {
            let same = outer.source == claim.source;
            let forward = outer
                .content
                .iter()
                .any(|&(start, end)| start <= from && claim.cue.0 < end && start >= outer.cue.1);
            let reporting = outer.reports && outer.class != CueClass::Judge
                || outer.construction == Construction::According;
            reporting && forward && !same && !starts_new_clause(line, from)
        });
        if !inside {
            kept.push(claim);
        }
    }
    kept
}

/// Whether a new main clause starts at `from`: after a semicolon, "while", or a comma with "but" or "and".
pub(super) fn starts_new_clause(line: &Line, from: usize) -> bool {
    let Some(before) = from.checked_sub(1) else {
        return true;
    };
    match line.lower(before) {
        ";" | "while" | "whereas" => true,
        "but" | "and" | "however" | "although" | "though" => {
            before > 0 && (line.is_comma(before - 1) || line.is_quoted(before - 1))
                || line.lower(before) == "but"
        }
        _ => false,
    }
}
