//! What holds for every text: the invariants of ARCHITECTURE.md, on any characters, on invented news that is odd in
//! every way news can be, and on labelled articles with parts cut, doubled, swapped and broken.
//!
//! `PROPTEST_CASES=20000 cargo test --release --test properties` looks longer.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod check;
mod regressions;
mod texts;

use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use slantwise::render::csv::{quotations, sentences};
use slantwise::{Document, Profile, Report, analyze, compare};

fn report(texts: &[String]) -> Report {
    let profile = Profile::inspection();
    let analyses =
        texts.iter().map(|text| analyze(&Document::new("article", text.as_str()), profile)).collect();
    compare(analyses, profile)
}

/// All that a reader can see of a report, as text.
fn printed(texts: &[String], n_threads: usize) -> String {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().unwrap();
    let report = pool.install(|| report(texts));
    let tables = [sentences, quotations]
        .map(|table| String::from_utf8(table(&report, Profile::inspection())).unwrap());
    format!("{report:?}\n{}", tables.join("\n"))
}

proptest! {
    #[test]
    fn any_characters_have_an_analysis(text in any::<String>()) {
        check::invariants(&text);
    }

    #[test]
    fn odd_characters_have_an_analysis(text in texts::odd()) {
        check::invariants(&text);
    }

    #[test]
    fn odd_news_has_an_analysis(text in texts::news()) {
        check::invariants(&text);
    }

    #[test]
    fn broken_articles_have_an_analysis(text in texts::broken_articles()) {
        check::invariants(&text);
    }

    #[test]
    fn any_bytes_are_text_or_refused(bytes in any::<Vec<u8>>()) {
        let mut input = bytes.as_slice();
        let inputs = [std::path::PathBuf::from("-")];
        if let Ok(loaded) = slantwise::input::read(&inputs, &mut input, Profile::inspection()) {
            loaded.iter().for_each(|loaded| check::invariants(&loaded.document.text));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 8))]

    #[test]
    fn the_same_articles_give_the_same_report_on_any_number_of_threads(
        texts in proptest::collection::vec(texts::news(), 1..4)
    ) {
        let once = printed(&texts, 1);
        prop_assert_eq!(&once, &printed(&texts, 1));
        prop_assert_eq!(&once, &printed(&texts, 2));
    }
}
