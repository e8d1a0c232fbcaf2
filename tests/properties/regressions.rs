//! Texts that once broke an invariant, as short as they could be made.

use crate::check;

#[test]
fn an_empty_text_has_an_empty_analysis() {
    check::invariants("");
}

#[test]
fn a_relative_pronoun_may_end_the_text() {
    check::invariants("the service insisted which \n ");
    check::invariants("SMITH\u{a0}says which \n ");
}

#[test]
fn marks_without_sense_give_quotations_in_order() {
    check::invariants("“»0“a!««“");
    check::invariants("«‘‘.•‘,!„b“ “‘“");
}
