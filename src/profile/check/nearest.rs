//! The word that somebody may have meant.

/// The most letters that may be wrong.
const MOST_WRONG: usize = 2;

/// The known word with the fewest letters to change, where these are few.
pub(super) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let distances = known.map(|other| (distance(&word.to_lowercase(), other), other));
    let (distance, found) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= MOST_WRONG && distance < found.chars().count()).then_some(found)
}

/// How many letters must be put in, taken out or changed (Levenshtein 1966).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (n, letter) in one.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], n + 1);
        for (place, against) in other.iter().enumerate() {
            let changed = corner + usize::from(letter != *against);
            corner = row[place + 1];
            row[place + 1] = changed.min(corner + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_understood() {
        let keys = ["source", "scale", "category", "id"];
        assert_eq!(nearest("sorce", keys.into_iter()), Some("source"));
        assert_eq!(nearest("Categories", keys.into_iter()), None);
        assert_eq!(nearest("categroy", keys.into_iter()), Some("category"));
        assert_eq!(nearest("xy", keys.into_iter()), None);
    }
}
