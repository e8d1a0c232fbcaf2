//! Each mistake is told with its line and a remedy; the built-in profile has none.

use std::fs;

use super::*;
use crate::profile::template;

const HEAD: &str = "source = \"us\"\nclause_openers = [\"but\"]\n\
                    scale = { alpha = 6.0, unlisted = 0.0, around = 0.0, doubt = 0.0 }\n\n\n\n";

/// Phrases from line 7 on.
#[track_caller]
fn check_tone(rest: &str, expected: &[(usize, &str)]) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("list.dic"), "%\n1\tsunny\n2\tgloomy\n%\ngleam*\t1\nmurky\t2\n").unwrap();
    fs::write(folder.path().join("tone.toml"), format!("{HEAD}{rest}")).unwrap();
    fs::write(folder.path().join("leanings.tsv"), "").unwrap();
    check_folder(folder.path(), expected);
}

#[track_caller]
fn check_folder(folder: &Path, expected: &[(usize, &str)]) {
    let problems = check(folder).unwrap().problems;
    let told = problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert_eq!(problems.len(), expected.len(), "{told}");
    for (problem, (line, words)) in problems.iter().zip(expected) {
        assert!(problem.line == *line && problem.message.contains(words), "line {line}, {words}: {told}");
    }
}

/// A category with one list of words.
fn category(lists: &str) -> String {
    format!("[[category]]\nid = \"one\"\nnote = \"a note\"\n{lists}\n")
}

#[test]
fn the_built_in_profile_passes_its_own_check() {
    let folder = tempfile::tempdir().unwrap();
    for file in template("inspection").unwrap() {
        fs::write(folder.path().join(file.name), file.bytes).unwrap();
    }
    check_folder(folder.path(), &[]);
}

#[test]
fn the_examples_of_the_built_in_profile_hold() {
    let files = Files::built_in();
    let (n_examples, failures) = scored(&files, Profile::inspection());
    assert!(failures.is_empty(), "{failures:?}");
    assert!(n_examples >= 10, "{n_examples}");
}

#[test]
fn what_is_in_order_has_no_problem() {
    check_tone(&category("words.\"-2\" = [\"let .. down\", \"gloom*\"]\nverbs.\"1\" = [\"help\"]"), &[]);
}

#[test]
fn unknown_and_missing_keys_are_told_all_at_once() {
    check_tone(
        "[[category]]\nid = \"one\"\nwords.\"5\" = [\"a\"]\nverb.\"x\" = [\"b\"]\nnouns.\"1\" = 7\n",
        &[
            (7, "`[[category]]` `one` has no `note`"),
            (9, "`5` is no rating; choose a number from -4 to 4"),
            (10, "has no key `verb`; did you mean `verbs`?"),
            (11, "expected a list of phrases"),
        ],
    );
    check_tone(
        "[[operator]]\nid = \"one\"\nnote = \"x\"\nahead = -1\nuntil = \"comma\"\nwords = [\"a\"]\nfavourable = nan\n",
        &[
            (10, "`ahead` cannot be this"),
            (11, "expected \"clause\", \"break\", \"passage\""),
            (13, "expected a number from -4 to 4"),
        ],
    );
}

#[test]
fn a_source_is_needed() {
    let folder = tempfile::tempdir().unwrap();
    let text = HEAD.replace("\"us\"", "\" \"");
    fs::write(folder.path().join("tone.toml"), &text).unwrap();
    check_folder(folder.path(), &[(1, "`source` cannot be this")]);
    fs::write(folder.path().join("tone.toml"), text.replace("source = \" \"", "")).unwrap();
    check_folder(folder.path(), &[(1, "has no `source`")]);
}

#[test]
fn a_broken_file_is_one_problem_with_its_line() {
    check_tone("[[category]\n", &[(7, "https://toml.io")]);
}

#[test]
fn phrases_that_cannot_count_are_told() {
    check_tone(
        &category(
            "words.\"-2\" = [\n\"Slow\",\n\"well-led\",\n\".. late\",\n\"late\",\n\"late\",\n]\nverbs.\"1\" = [\"hope*\"]",
        ),
        &[
            (11, "write `slow`"),
            (12, "write `well led`"),
            (13, "at an end"),
            (15, "`late` stands on line 14 too"),
            (17, "list it among `words`"),
        ],
    );
    check_tone(&category(""), &[(7, "lists no phrase")]);
}

#[test]
fn forms_with_ratings_of_both_signs_contradict_one_another() {
    check_tone(
        &category("verbs.\"-1\" = [\"fail\"]\nwords.\"1\" = [\"failed\"]"),
        &[(10, "`failed` is a form of `fail` (-1) and of `failed` (+1) on line 11, which counts")],
    );
}

#[test]
fn operators_that_do_nothing_are_told() {
    let operator = |id: &str, rest: &str| format!("[[operator]]\nid = \"{id}\"\nnote = \"x\"\n{rest}\n");
    let not = operator("not", "ahead = 3\nfavourable = -1.0\nwords = [\"not\"]");
    check_tone(&format!("{not}{}", operator("only", "words = [\"not only\"]")), &[]);
    check_tone(
        &format!("{not}{}", operator("idle", "ahead = 2\nwords = [\"so\"]")),
        &[(17, "`so` does nothing")],
    );
    check_tone(&operator("far", "favourable = 0.5\nwords = [\"so\"]"), &[(7, "reaches no phrase")]);
    check_tone(
        &format!("{not}{not}"),
        &[(14, "the id `not` stands on line 8 too"), (18, "`not` stands on line 12 too")],
    );
}

#[test]
fn clause_openers_are_single_words() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tone.toml"), HEAD.replace("\"but\"", "\"even though\", \"Who\"")).unwrap();
    check_folder(folder.path(), &[(2, "`even though` opens no clause"), (2, "write `who`")]);
}

#[test]
fn an_example_that_fails_says_what_it_is_and_why() {
    let one = category("words.\"-2\" = [\"late\"]");
    let example = |tone: &str| format!("{one}[[example]]\ntext = \"They were late.\"\ntone = \"{tone}\"\n");
    check_tone(&example("unfavourable"), &[]);
    check_tone(
        &example("favourable"),
        &[(12, "the example is unfavourable (-0.63), not favourable, by `late` -2.00")],
    );
    check_tone(&example("bad"), &[(12, "not bad"), (13, "expected \"favourable\", \"neutral\"")]);
}

#[test]
fn imports_are_checked() {
    let import = |file: &str, ratings: &str, rest: &str| {
        format!("[[import]]\nfile = \"{file}\"\nratings = {ratings}\n{rest}")
    };
    let source = "source = \"us\"\n";
    check_tone(&import("list.dic", "{ sunny = 1.0, gloomy = -1 }", source), &[]);
    check_tone(&import("list.dic", "{ sunny = 1.0 }", ""), &[(7, "has no `source`")]);
    check_tone(&import("lost.dic", "{ sunny = 1.0 }", source), &[(8, "`lost.dic` could not be read")]);
    check_tone(&import("../list.dic", "{ sunny = 1.0 }", source), &[(8, "is no file name")]);
    check_tone(&import("list.dic", "{ suny = 1.0 }", source), &[(9, "choose from `sunny`, `gloomy`")]);
    check_tone(&import("list.dic", "{}", source), &[(8, "no category is rated")]);
    check_tone(&import("tone.toml", "{ a = 1 }", source), &[(8, "is not a word list that is read")]);
}

#[test]
fn sides_and_domains_must_be_defined() {
    let folder = tempfile::tempdir().unwrap();
    let sides = Files::built_in().source(SIDES).text.to_string();
    let change = |from: &str, to: &str| {
        assert!(sides.contains(from));
        fs::write(folder.path().join(SIDES), sides.replacen(from, to, 1)).unwrap();
        check(folder.path()).unwrap().problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(change("name", "name"), [""; 0]);
    assert!(change("side = \"inspector\"", "side = \"inspektor\"")[0].contains("did you mean `inspector`?"));
    assert!(change("domains = [\"council\"", "domains = [\"counci\"")[0].contains("unknown domain `counci`"));
    assert!(change("id = \"press\"", "id = \"papers\"").join("\n").contains("there is no side `press`"));
}

#[test]
fn a_file_with_another_name_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tone.toml"), HEAD).unwrap();
    fs::write(folder.path().join("Sides.toml"), "").unwrap();
    check_folder(folder.path(), &[(1, "`Sides.toml` is not read")]);
}

/// The blocks of a format in the page that explains profiles.
fn blocks_of_the_page(format: &str) -> Vec<String> {
    let page = include_str!("../../../docs/profiles.md");
    let opening = format!("```{format}\n");
    let blocks = page.split(&opening).skip(1).map(|block| block.split("```").next().unwrap_or_default());
    blocks.map(str::to_owned).collect()
}

#[test]
fn leanings_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "# ours\nwords\tweight\tunfavourable\tneutral\tfavourable\nrang\t-0.3\t5\t1\t0\n";
    fs::write(
        folder.path().join("leanings.tsv"),
        format!("{rows}rang\t0.1\t1\t1\t1\nNobody\t-0.3\t5\t1\t0\n"),
    )
    .unwrap();
    check_folder(folder.path(), &[(4, "`rang` stands in line 3 already"), (5, "`Nobody` is never met")]);
    fs::write(folder.path().join("leanings.tsv"), format!("{rows}late\tvery\n")).unwrap();
    check_folder(folder.path(), &[(4, "expected five columns")]);
}

#[test]
fn what_the_page_on_profiles_shows_is_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let blocks = blocks_of_the_page("toml");
    let block =
        |key: &str| blocks.iter().filter(move |block| block.contains(key)).cloned().collect::<String>();
    let [frames, aspects] = ["[[frame]]", "[[framework]]"].map(block);
    let tone = ["[[category]]", "[[operator]]", "tone = \"favourable\"", "[[import]]"].map(block);
    fs::write(folder.path().join("tone.toml"), tone.concat()).unwrap();
    fs::write(folder.path().join("frames.toml"), frames).unwrap();
    fs::write(folder.path().join("aspects.toml"), aspects).unwrap();
    fs::write(folder.path().join("leanings.tsv"), "").unwrap();
    fs::write(folder.path().join("weather.dic"), &blocks_of_the_page("text")[0]).unwrap();
    let side = block("[[side]]");
    let other = "[[side]]\nid = \"other\"";
    let sides = Files::built_in().source(SIDES).text.replacen(other, &format!("{side}\n{other}"), 1);
    fs::write(folder.path().join("sides.toml"), sides).unwrap();
    check_folder(folder.path(), &[]);
    fs::write(folder.path().join("weather.yml"), &blocks_of_the_page("yaml")[0]).unwrap();
    let tone = tone.concat().replace("weather.dic", "weather.yml").replace("sunny = ", "bright = ");
    fs::write(folder.path().join("tone.toml"), tone.replace("gloomy = ", "\"weather.dark\" = ")).unwrap();
    check_folder(folder.path(), &[]);
}

#[test]
fn frames_are_checked_with_their_examples() {
    let folder = tempfile::tempdir().unwrap();
    let frame = "source = \"us\"\n[[frame]]\nid = \"late\"\nname = \"late\"\ndefinition = \"late\"\n\
                 construct = \"ours\"\nliterature = \"none\"\n";
    let of_frames = |rest: &str, expected: &[(usize, &str)]| {
        fs::write(folder.path().join("frames.toml"), format!("{frame}{rest}")).unwrap();
        check_folder(folder.path(), expected);
    };
    of_frames("[[frame.pattern]]\nwords = [\"too late\"]\n[[frame.example]]\ntext = \"Too late.\"\n", &[]);
    of_frames("[[frame.pattern]]\nlabel = \"x\"\n", &[(8, "the pattern has no term")]);
    of_frames("pattern = []\n", &[(2, "the frame has no pattern"), (8, "no list of tables")]);
    of_frames(
        "[[frame.pattern]]\nwords = [\"late\", \"Late\"]\nwith = { nouns = [\"bus\", \"bus\"] }\n\
         [[frame.example]]\ntext = \"Too late.\"\n[[frame.counter-example]]\ntext = \"A late bus.\"\n",
        &[(9, "`Late` is never met"), (10, "`bus` stands on line 10 too")],
    );
    of_frames(
        "[[frame.pattern]]\nwords = [\"late\"]\nwith = { nouns = [\"bus\"] }\n\
         [[frame.example]]\ntext = \"Too late.\"\n[[frame.counter-example]]\ntext = \"A late bus.\"\n",
        &[(12, "`late` is not met in its example"), (14, "is met in its counter-example by `late`")],
    );
    of_frames("[[frame.pattern]]\ntone = [\"lateness\"]\n", &[(9, "`tone.toml` has no category `lateness`")]);
}

#[test]
fn aspects_are_checked_with_their_examples() {
    let folder = tempfile::tempdir().unwrap();
    let framework = "source = \"us\"\n[[framework]]\nid = \"f\"\nname = \"F\"\ninspectorate = \"I\"\ndomains = [\"council\"]\n\
                     literature = \"none\"\n";
    let aspect = "[[framework.aspect]]\nid = \"care\"\nname = \"care\"\ndefinition = \"care\"\n";
    let of_aspects = |rest: &str, expected: &[(usize, &str)]| {
        fs::write(folder.path().join("aspects.toml"), format!("{framework}{rest}")).unwrap();
        check_folder(folder.path(), expected);
    };
    let pattern = "[[framework.aspect.pattern]]\nwords = [\"in care\"]\n";
    of_aspects(&format!("{aspect}{pattern}"), &[]);
    of_aspects("", &[(2, "the framework has no aspect")]);
    of_aspects(aspect, &[(8, "the aspect has no pattern")]);
    let example = "[[framework.aspect.counter-example]]\ntext = \"Children in care.\"\n";
    of_aspects(&format!("{aspect}{pattern}{example}"), &[(15, "is met in its counter-example by `in care`")]);
    of_aspects(&format!("from = \"2018\"\n{aspect}{pattern}"), &[(8, "`2018` is no day")]);
}
