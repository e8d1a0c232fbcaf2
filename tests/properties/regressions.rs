//! Texts that once broke an invariant, as short as they could be made.

use crate::check;

#[test]
fn an_empty_text_has_an_empty_analysis() {
    check::invariants("");
}
