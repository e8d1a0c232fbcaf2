//! Word lists of other programs: LIWC's `.dic` and quanteda's YAML, read into categories and words.
//!
//! Whatever such a file holds, reading it gives a list or an error with a line. Entries that cannot be met in a text
//! (emoticons, patterns with marks inside) are left out, and the list says so.

mod dic;
mod yaml;

use std::path::Path;

use crate::input::decode;
use crate::phrase::pattern::{as_read, flaw};

/// Words in categories.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct WordList {
    pub(crate) categories: Vec<Category>,
    pub(crate) entries: Vec<Entry>,
    /// What was left out, in the order of the file.
    pub(crate) left_out: Vec<LeftOut>,
}

/// A group of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Category {
    /// Its path from the outermost group: "tone.anger".
    pub(crate) name: String,
    /// The group around it; a word of a group is one of the groups around it as well.
    pub(crate) parent: Option<usize>,
}

/// A word or phrase, as texts are read; `*` at the end of a word stands for any ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) phrase: String,
    /// Indexes into [`WordList::categories`].
    pub(crate) categories: Vec<usize>,
}

/// An entry that no text can meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LeftOut {
    /// From 1.
    pub(crate) line: usize,
    pub(crate) why: String,
}

/// A file that is not the list that its name promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    /// From 1.
    pub(crate) line: usize,
    pub(crate) message: String,
}

/// The endings of file names that are read.
pub(crate) const ENDINGS: &str = "`.dic` (LIWC), `.yml` or `.yaml` (quanteda)";

/// Reads a list by the ending of its name.
pub(crate) fn read(path: &Path, bytes: &[u8]) -> Result<WordList, Broken> {
    let broken = |message: String| Broken { line: 1, message };
    let (text, _) = decode(bytes).map_err(|_| broken("holds no text; save it as UTF-8".to_owned()))?;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let list = match ending.as_deref() {
        Some("dic") => dic::read(&text),
        Some("yml" | "yaml") => yaml::read(&text),
        _ => Err(broken(format!("is not a word list that is read; expected {ENDINGS}"))),
    }?;
    if list.entries.is_empty() {
        return Err(broken("lists no word; check its format against `docs/profiles.md`".to_owned()));
    }
    Ok(list)
}

impl WordList {
    /// Adds a word, or says why it is left out.
    fn add(&mut self, line: usize, word: &str, categories: Vec<usize>) {
        let phrase = as_read(word);
        let why = if phrase.is_empty() {
            Some(format!("`{word}` has no letter or digit"))
        } else if word.contains(|mark: char| "()<>[]{}/\\?|".contains(mark)) || has_inner_star(word) {
            Some(format!("`{word}` is a pattern; only `*` at the end of a word is read"))
        } else {
            flaw(&phrase)
        };
        match why {
            Some(why) => self.left_out.push(LeftOut { line, why }),
            None => self.entries.push(Entry { phrase, categories }),
        }
    }

    /// The category of this path, or of this last name where only one has it.
    pub(crate) fn category(&self, name: &str) -> Option<usize> {
        let whole = self.categories.iter().position(|category| category.name == name);
        whole.or_else(|| {
            let is_last = |category: &Category| category.name.rsplit('.').next() == Some(name);
            let mut found = (0..self.categories.len()).filter(|place| is_last(&self.categories[*place]));
            found.next().filter(|_| found.next().is_none())
        })
    }

    /// The names of all categories, for messages.
    pub(crate) fn names(&self) -> String {
        let names: Vec<String> = self.categories.iter().map(|one| format!("`{}`", one.name)).collect();
        names.join(", ")
    }
}

fn has_inner_star(word: &str) -> bool {
    word.split_whitespace().any(|word| word.trim_end_matches('*').contains('*'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_as_texts_are_read() {
        let mut list = WordList::default();
        for (line, word) in
            ["Well-Run", "don’t", "gleam*", "first rate", ":)", "gl*m", "w?rd", "x*"].iter().enumerate()
        {
            list.add(line + 1, word, vec![0]);
        }
        let kept: Vec<&str> = list.entries.iter().map(|entry| entry.phrase.as_str()).collect();
        assert_eq!(kept, ["well run", "don't", "gleam*", "first rate"]);
        assert_eq!(list.left_out.iter().map(|one| one.line).collect::<Vec<_>>(), [5, 6, 7, 8]);
    }

    #[test]
    fn a_last_name_will_do_where_it_is_the_only_one() {
        let category = |name: &str| Category { name: name.to_owned(), parent: None };
        let list = WordList {
            categories: ["tone", "tone.good", "tone.bad", "work", "work.bad"].map(category).into(),
            ..WordList::default()
        };
        assert_eq!(list.category("good"), Some(1));
        assert_eq!(list.category("bad"), None);
        assert_eq!(list.category("work.bad"), Some(4));
    }

    #[test]
    fn a_file_of_another_kind_is_refused() {
        for (name, bytes) in
            [("list.csv", &b"good,1"[..]), ("list.dic", b""), ("list.yml", b""), ("list.yml", b"\0\0\0\0")]
        {
            assert!(read(Path::new(name), bytes).is_err(), "{name}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_give_a_list_or_an_error(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            for name in ["list.dic", "list.yml"] {
                let _ = read(Path::new(name), &bytes);
            }
        }

        #[test]
        fn any_marks_give_a_list_or_an_error(text in "[%\\[\\]{}:,*&!|>'\"#?\\- \n\ta-c0-2]{0,120}") {
            for (name, text) in [("list.yml", text.clone()), ("list.dic", format!("%\n1\ta\n%\n{text}"))] {
                let _ = read(Path::new(name), text.as_bytes());
            }
        }
    }
}
