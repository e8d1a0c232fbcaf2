//! The data files that are built into the program, and the digest that pins them.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// Every file that a rule or a score may depend on, by its path under `lexicons/`, in the order of the paths.
const FILES: [(&str, &str); 15] = [
    ("english/abbreviations.toml", include_str!("../lexicons/english/abbreviations.toml")),
    ("english/cues.toml", include_str!("../lexicons/english/cues.toml")),
    ("english/furniture.toml", include_str!("../lexicons/english/furniture.toml")),
    ("english/irregular.toml", include_str!("../lexicons/english/irregular.toml")),
    ("english/words.toml", include_str!("../lexicons/english/words.toml")),
    ("inspection/aspects.toml", include_str!("../lexicons/inspection/aspects.toml")),
    ("inspection/frames.toml", include_str!("../lexicons/inspection/frames.toml")),
    ("inspection/leanings.tsv", include_str!("../lexicons/inspection/leanings.tsv")),
    ("inspection/sides.toml", include_str!("../lexicons/inspection/sides.toml")),
    ("inspection/tone.toml", include_str!("../lexicons/inspection/tone.toml")),
    ("vader/boosters.txt", include_str!("../lexicons/vader/boosters.txt")),
    ("vader/emoji_utf8_lexicon.txt", include_str!("../lexicons/vader/emoji_utf8_lexicon.txt")),
    ("vader/negations.txt", include_str!("../lexicons/vader/negations.txt")),
    ("vader/phrases.txt", include_str!("../lexicons/vader/phrases.txt")),
    ("vader/vader_lexicon.txt", include_str!("../lexicons/vader/vader_lexicon.txt")),
];

/// SHA-256 over the list of the files with their own digests, in hexadecimal.
///
/// The list is what `sha256sum` prints for them, so that anybody can make the digest without the program:
/// `cd lexicons && sha256sum english/*.toml inspection/*.t* vader/[a-z]*.txt | sha256sum`.
pub(crate) fn digest() -> String {
    digest_with(BTreeMap::new())
}

/// The same with other files in the places of some, given as digests by path; what is new is listed by its path too.
pub(crate) fn digest_with(used: BTreeMap<String, String>) -> String {
    let built_in = |(path, text): &(&str, &str)| ((*path).to_owned(), hexadecimal(text.as_bytes()));
    let mut digests: BTreeMap<String, String> = FILES.iter().map(built_in).collect();
    digests.extend(used);
    let line = |(path, digest): (&String, &String)| format!("{digest}  {path}\n");
    hexadecimal(digests.iter().map(line).collect::<String>().as_bytes())
}

/// SHA-256 in hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// The data files of a folder of `lexicons/`; licences, notes and fonts are written in capitals or elsewhere.
    fn data(folder: &str) -> Vec<String> {
        let entries =
            fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicons").join(folder)).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut paths: Vec<String> = names
            .filter(|name| name.starts_with(|first: char| first.is_ascii_lowercase()))
            .map(|name| format!("{folder}/{name}"))
            .collect();
        paths.sort();
        paths
    }

    #[test]
    fn every_data_file_is_in_the_digest() {
        let there: Vec<String> = ["english", "inspection", "vader"].into_iter().flat_map(data).collect();
        assert_eq!(FILES.map(|(path, _)| path.to_owned()).to_vec(), there);
        assert_eq!(digest().len(), 64);
    }
}
