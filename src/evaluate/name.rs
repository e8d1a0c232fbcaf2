//! Whether two names stand for the same speaker, as far as an evaluation cares.

/// Words of a name that say nothing of who it is.
const TITLES: [&str; 20] = [
    "the",
    "a",
    "an",
    "of",
    "and",
    "for",
    "cllr",
    "coun",
    "councillor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "s",
    "",
];

/// Whether two names share the last name, or one has the other's last word.
pub(super) fn same_speaker(found: &str, expected: &str) -> bool {
    let (found, expected) = (words(found), words(expected));
    match (found.last(), expected.last()) {
        (Some(last), Some(wanted)) => expected.contains(last) || found.contains(wanted),
        _ => false,
    }
}

fn words(name: &str) -> Vec<String> {
    let plain = name.to_lowercase().replace("’s", "").replace("'s", "");
    let words = plain.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !TITLES.contains(word)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_name_or_head_word_is_enough() {
        assert!(same_speaker("Cllr McDermott", "Sarah McDermott"));
        assert!(same_speaker("Ofsted’s inspectors", "Ofsted"));
        assert!(!same_speaker("Sarah Hale", "Sarah McDermott"));
        assert!(!same_speaker("", "Ofsted"));
    }
}
