//! Sheets and gold files as people and spreadsheets leave them.

use std::fs;

use tempfile::TempDir;

use super::*;
use crate::evaluate::{Aspect, GoldUnit};

const TEXT: &str = "Home\n\n“We’re sorry,” said Ann Hill.\n\nIt rained. So what?\n";

const HEADER: &str = "id,start,end,text,kind,side,accept,mode,speaker,quotes,valence\n";

/// A sheet with two sentences and a menu labelled, and one sentence left.
const FILLED: &str = "\
1,0,4,Home,furniture,,,,,,
2,6,35,\"“We’re sorry,” said Ann Hill.\",body,council,other press,direct,Ann Hill,\"We’re sorry,\",-1
3,37,47,It rained.,body,press,,none,,,0
4,48,56,So what?,,,,,,,
";

fn place(name: &str, labels: impl AsRef<[u8]>) -> TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("echo.txt"), TEXT).unwrap();
    fs::write(place.path().join(name), labels).unwrap();
    place
}

fn read_place(place: &TempDir) -> Result<Vec<Labelled>, Error> {
    labelled(&[place.path().into()], &[], Profile::inspection())
}

#[track_caller]
fn sheet(labels: impl AsRef<[u8]>) -> Labelled {
    let found = read_place(&place("echo.coding.csv", labels)).unwrap();
    let [labelled] = found.as_slice() else { panic!("one article") };
    labelled.clone()
}

#[track_caller]
fn check_error(name: &str, labels: &str, expected: &str) {
    let error = read_place(&place(name, labels)).unwrap_err().to_string();
    assert!(error.contains(expected), "{error}");
}

#[track_caller]
fn check_sheet_error(row: &str, expected: &str) {
    check_error("echo.coding.csv", &format!("{HEADER}{row}\n"), expected);
}

fn filled() -> Vec<GoldUnit> {
    sheet(format!("{HEADER}{FILLED}")).labels.units
}

#[test]
fn a_filled_sheet_is_read_and_an_empty_row_left_out() {
    let read = sheet(format!("{HEADER}{FILLED}"));
    assert_eq!((read.labels.units.len(), read.n_blank), (3, 1));
    assert_eq!(read.labels.uncoded, [Aspect::Segment]);
    let unit = &read.labels.units[1];
    assert_eq!(
        (unit.side.as_str(), unit.mode.as_str(), unit.speaker.as_str()),
        ("council", "direct", "Ann Hill")
    );
    assert_eq!(
        (unit.accept.as_slice(), unit.valence),
        (&["other".to_owned(), "press".into()][..], Some(-1.0))
    );
    assert_eq!(unit.quotes, [(7, 19)]);
    assert_eq!(read.labels.units[0].valence, None);
    assert!(read.notices.is_empty());
}

#[test]
fn a_sheet_survives_every_spreadsheet() {
    let comma = format!("{HEADER}{FILLED}");
    let requoted = |separator: &str| {
        let row = |line: &str| {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
            let cells: csv::StringRecord = reader.records().next().unwrap().unwrap();
            let cells: Vec<String> = cells.iter().map(|cell| format!("\"{cell}\"")).collect();
            cells.join(separator)
        };
        comma.lines().map(row).collect::<Vec<_>>().join("\r\n")
    };
    let semicolons = format!("\u{feff}{}\r\n;;;;;;;;;;\r\n", requoted(";"));
    let utf16: Vec<u8> =
        format!("\u{feff}{}", requoted("\t")).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let old = requoted(";").replace('“', "\u{1}").replace('”', "\u{2}").replace('’', "\u{3}");
    let old: Vec<u8> = old
        .bytes()
        .map(|byte| match byte {
            1 => 0x93,
            2 => 0x94,
            3 => 0x92,
            other => other,
        })
        .collect();
    for saved in [requoted(",").into_bytes(), semicolons.into_bytes(), utf16, old] {
        assert_eq!(sheet(&saved).labels.units, filled(), "{}", String::from_utf8_lossy(&saved));
    }
}

#[test]
fn capitals_signs_and_the_order_of_rows_do_not_matter() {
    let rows = FILLED.replace("body", "Body").replace("council", " Council ").replace(",-1\n", ",'−1\n");
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.reverse();
    assert_eq!(sheet(format!("{HEADER}{}", rows.join("\n"))).labels.units, filled());
}

#[test]
fn a_column_that_nobody_filled_is_not_coded() {
    let rows = "3,37,47,It rained.,,press,,,,,\n4,48,56,So what?,,press,,none,,,\n";
    let read = sheet(format!("{HEADER}{rows}"));
    assert_eq!(read.labels.uncoded, [Aspect::Segment, Aspect::Quotes]);
    assert_eq!(read.labels.units[0].mode, "");
    assert_eq!(read.notices, ["1 filled row has no mode, which is left out of its figures"]);
}

#[test]
fn a_kind_that_only_furniture_has_is_noticed() {
    let rows = "1,0,4,Home,furniture,,,,,,\n3,37,47,It rained.,,press,,none,,,\n";
    let expected = ["1 filled row has no kind, which is left out of its figures"];
    assert_eq!(sheet(format!("{HEADER}{rows}")).notices, expected);
}

#[test]
fn a_wrong_label_names_line_and_remedy() {
    let row = |cells: &str| format!("3,37,47,It rained.,{cells}");
    check_sheet_error(&row("body,councl,,,,,"), "line 2: unknown side `councl`, expected one of `council`");
    check_sheet_error(
        &row("bodi,,,,,,"),
        "unknown kind `bodi`, expected one of `body`, `title`, `furniture`",
    );
    check_sheet_error(&row(",,,quoted,,,"), "unknown mode `quoted`, expected one of `direct`, `mixed`");
    check_sheet_error(&row(",,press nobody,,,,"), "unknown accept `nobody`");
    check_sheet_error(&row(",,,,,,good"), "`valence` is `good`, expected a number from -2 to 2");
    check_sheet_error(&row(",,,,,,3"), "the valence is 3, expected a number from -2 to 2");
    check_sheet_error(&row(",,,,,it snowed,"), "\"it snowed\" is not in the sentence: copy the quoted words");
}

#[test]
fn a_sheet_of_another_text_is_told() {
    check_sheet_error(
        "3,37,47,It snowed.,,,,,,,",
        "says \"It rained.\" there: labels and text must come from",
    );
    check_sheet_error("3,37,99,It rained.,,,,,,,", "and `");
    check_sheet_error("3,x,47,It rained.,,,,,,,", "`start` is `x`, expected the number of a character");
    check_sheet_error(
        "3,37,47,It rained.,body,,,,,,\n4,37,47,It rained.,body,,,,,,",
        "line 3: the unit overlaps the one on line 2",
    );
    check_error("echo.coding.csv", "id,start,end\n1,0,4\n", "line 1: there is no column `text`");
}

#[test]
fn a_date_that_a_spreadsheet_wrote_anew_is_no_other_text() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("echo.txt"), "12 June 2025\n").unwrap();
    fs::write(place.path().join("echo.coding.csv"), format!("{HEADER}1,0,12,12-Jun-25,furniture,,,,,,\n"))
        .unwrap();
    assert_eq!(read_place(&place).unwrap()[0].labels.units[0].text, "12 June 2025");
}

#[test]
fn a_gold_file_is_checked_line_by_line() {
    let unit = |more: &str| {
        format!("\n{{\"start\": 37, \"end\": 47, \"text\": \"It rained.\", \"kind\": \"body\", {more}}}\n")
    };
    let good = unit("\"side\": \"press\", \"mode\": \"none\"");
    let found = read_place(&place("echo.gold.jsonl", &good)).unwrap();
    assert!(found[0].labels.uncoded.is_empty() && found[0].labels.units[0].valence.is_none());
    let check = |labels: &str, expected: &str| check_error("echo.gold.jsonl", labels, expected);
    check(&unit("\"side\": \"pres\", \"mode\": \"none\""), "line 2: unknown side `pres`, expected one of");
    check(&unit("\"mode\": \"none\""), "line 2: missing field `side`");
    check(&good.replace("rained", "snowed"), "line 2: the unit is \"It snowed.\", but");
    check(&unit("\"side\": \"press\", \"mode\": \"none\", \"quotes\": [[1, 40]]"), "lies outside its unit");
    check(&unit("\"side\": \"press\", \"mode\": \"none\", \"valence\": 7"), "expected a number from -2 to 2");
}

#[test]
fn labels_need_their_article_beside_them_or_in_a_named_folder() {
    let place = tempfile::tempdir().unwrap();
    let sheet = place.path().join("echo.anna.coding.csv");
    fs::write(&sheet, format!("{HEADER}{FILLED}")).unwrap();
    let read = |articles: &[PathBuf]| labelled(std::slice::from_ref(&sheet), articles, Profile::inspection());
    let error = read(&[]).unwrap_err().to_string();
    assert!(
        error.contains("has no article beside it, expected its text as") && error.contains("put it there")
    );
    fs::create_dir(place.path().join("articles")).unwrap();
    fs::write(place.path().join("articles/echo.txt"), TEXT).unwrap();
    assert_eq!(read(&[place.path().join("articles")]).unwrap()[0].article.document.id, "echo");
}

#[test]
fn an_article_does_not_count_twice() {
    let place = place("echo.anna.coding.csv", format!("{HEADER}{FILLED}"));
    fs::write(place.path().join("echo.ben.coding.csv"), format!("{HEADER}{FILLED}")).unwrap();
    let error = read_place(&place).unwrap_err().to_string();
    assert!(error.contains("labels the same article as") && error.contains("slantwise agree"), "{error}");
}

#[test]
fn what_holds_no_labels_says_how_to_get_a_sheet() {
    let place = place("notes.csv", "");
    let error = read_place(&place).unwrap_err().to_string();
    assert!(error.contains("holds no labels") && error.contains("slantwise coding-sheet"), "{error}");
}

proptest::proptest! {
    #[test]
    fn any_sheet_gives_labels_or_an_error(rows in "([0-9]{0,2},[0-9]{0,2},[0-9]{0,2},)?(?s).{0,80}") {
        let _ = read_place(&place("echo.coding.csv", format!("{HEADER}{rows}")));
        let _ = read_place(&place("echo.gold.jsonl", &rows));
    }

    #[test]
    fn any_words_are_sought_in_any_sentence(sentence in "(?s).{0,40}", cell in "(?s).{0,20}") {
        let characters: Vec<char> = sentence.chars().collect();
        for (start, end) in quoted::Sentence::new(&characters).locate(&cell).unwrap_or_default() {
            proptest::prop_assert!(start < end && end <= characters.len());
        }
    }
}
