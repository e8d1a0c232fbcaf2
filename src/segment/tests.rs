//! What must hold for any text at all.

use proptest::prelude::*;

use super::{Span, sentences};
use crate::Profile;

/// Strings made of what makes trouble.
fn trouble() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,6}",
        "[.!?…\"'“”‘’() |\n\r•]{1,6}",
        "(Mr|No|a\\.m|etc|U\\.S|1|a|St|â€)[.)]? ?",
        "[a-z]{1,8} ?",
        "[A-Z][a-z]{0,5}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn sentences_are_ordered_and_miss_only_white_space(text in trouble()) {
        let mut at = 0;
        for sentence in sentences(&text, Span::new(0, text.len()), Profile::inspection()) {
            prop_assert!(at <= sentence.start && sentence.start < sentence.end);
            prop_assert!(text[at..sentence.start].trim().is_empty());
            prop_assert_eq!(sentence.of(&text).trim(), &text[sentence.start..sentence.end]);
            at = sentence.end;
        }
        prop_assert!(text[at..].trim().is_empty());
    }

    #[test]
    fn a_block_is_read_as_if_it_stood_alone(before in "\\PC{0,9}", text in trouble(), after in "\\PC{0,9}") {
        let whole = format!("{before}{text}{after}");
        let block = Span::new(before.len(), before.len() + text.len());
        let inside: Vec<&str> = sentences(&whole, block, Profile::inspection()).iter().map(|s| s.of(&whole)).collect();
        let alone: Vec<&str> =
            sentences(&text, Span::new(0, text.len()), Profile::inspection()).iter().map(|s| s.of(&text)).collect();
        prop_assert_eq!(inside, alone);
    }
}
