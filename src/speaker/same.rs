//! Whether two names are those of one person: short forms, initials, slips of a letter.

use crate::english::Class;

/// Whether nothing that tells the gender of one speaks against that of the other.
pub(super) fn genders_agree(one: Class, other: Class) -> bool {
    let only = |told: Class, gender: Class, opposite: Class| told.is(gender) && !told.is(opposite);
    let clash = |gender, opposite| only(one, gender, opposite) && other.is(opposite);
    !clash(Class::MASCULINE, Class::FEMININE) && !clash(Class::FEMININE, Class::MASCULINE)
}

/// Whether two names may be of one person: one is the surname or the given name of the other, or both have the same
/// surname and given names that agree, a slip of one letter allowed.
pub(super) fn is_same_person(known: &[String], key: &[&str]) -> bool {
    let (Some(known_last), Some(last)) = (known.last(), key.last()) else {
        return false;
    };
    let (known_first, first) = (known[0].as_str(), key[0]);
    let (known_last, last) = (known_last.as_str(), *last);
    match (known.len(), key.len()) {
        (_, 1) => last == known_last || first == known_first,
        (1, _) => known_last == last || known_first == first,
        _ => {
            let surnames = known_last == last || is_slip(known_last, last);
            let given = known_first == first || is_slip(known_first, first) || is_initial(known_first, first);
            surnames && given
        }
    }
}

fn is_initial(one: &str, other: &str) -> bool {
    (one.chars().count() == 1 || other.chars().count() == 1) && one.chars().next() == other.chars().next()
}

/// Whether two words of five letters or more differ by one letter added, lost, changed or two swapped.
pub(crate) fn is_slip(one: &str, other: &str) -> bool {
    // A letter has four bytes at most.
    if one.len().abs_diff(other.len()) > 4 {
        return false;
    }
    let letters = |word: &str| word.chars().take(5).count();
    is_letter_off(one, other) && letters(one) == 5 && letters(other) == 5
}

/// Whether two words differ by one letter added, lost, changed or two swapped, or not at all.
fn is_letter_off(one: &str, other: &str) -> bool {
    let head: usize =
        one.chars().zip(other.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum();
    let (one, other) = (&one[head..], &other[head..]);
    let tail: usize = one
        .chars()
        .rev()
        .zip(other.chars().rev())
        .take_while(|(x, y)| x == y)
        .map(|(x, _)| x.len_utf8())
        .sum();
    let (mut one, mut other) = (one[..one.len() - tail].chars(), other[..other.len() - tail].chars());
    let (a, b) = ([one.next(), one.next(), one.next()], [other.next(), other.next(), other.next()]);
    a[1].is_none() && b[1].is_none() || a[2].is_none() && b[2].is_none() && a[0] == b[1] && a[1] == b[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter_in_a_long_word() {
        assert!(
            is_slip("ofsted", "osfted") && is_slip("ofsted", "ofstead") && is_slip("wakefield", "wakefied")
        );
        assert!(!is_slip("anna", "anne") && !is_slip("ofsted", "ofsitd"));
    }
}
