//! quanteda's YAML: groups in groups, and in the innermost a list of words.
//!
//! The events of the parser are read one by one: no depth of nesting can exhaust the stack, aliases are never copied,
//! and a word such as `no` stays the word that it is.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser};

use super::{Broken, Category, LeftOut, WordList};

/// What is open at a place of the file.
#[derive(Clone, Copy, Debug)]
struct Open {
    is_mapping: bool,
    /// The group whose words stand here.
    category: Option<usize>,
    /// In a mapping: the group that the last key named, while its value is awaited.
    key: Option<usize>,
}

#[derive(Default)]
struct Reading {
    list: WordList,
    by_name: BTreeMap<String, usize>,
    open: Vec<Open>,
}

/// Reads the text of a YAML file.
pub(super) fn read(text: &str) -> Result<WordList, Broken> {
    let mut reading = Reading::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| Broken {
            line: error.marker().line(),
            message: format!("is not YAML here: {}; check indents, colons and quotation marks", error.info()),
        })?;
        reading.take(&event, span.start.line())?;
    }
    Ok(reading.list)
}

impl Reading {
    fn take(&mut self, event: &Event<'_>, line: usize) -> Result<(), Broken> {
        match event {
            Event::MappingStart(..) => self.start(true, line)?,
            Event::SequenceStart(..) => self.start(false, line)?,
            Event::MappingEnd | Event::SequenceEnd => drop(self.open.pop()),
            Event::Scalar(words, ..) => self.scalar(words, line)?,
            Event::Alias(_) => {
                let why =
                    "an alias (`*name`) is not followed; a word with a star needs quotation marks".to_owned();
                self.list.left_out.push(LeftOut { line, why });
                self.close_value();
            }
            _ => {}
        }
        Ok(())
    }

    /// A mapping or a list opens, as the value of the last key or as an item of a list.
    fn start(&mut self, is_mapping: bool, line: usize) -> Result<(), Broken> {
        let category = match self.open.last_mut() {
            None if is_mapping => None,
            None => return Err(broken(line, "is a list without a group")),
            Some(open) if open.is_mapping && open.key.is_none() => {
                return Err(broken(line, "has a list or mapping where the name of a group is expected"));
            }
            Some(open) if open.is_mapping => open.key.take(),
            Some(open) => open.category,
        };
        self.open.push(Open { is_mapping, category, key: None });
        Ok(())
    }

    /// A word, or the name of a group.
    fn scalar(&mut self, words: &str, line: usize) -> Result<(), Broken> {
        let Some(open) = self.open.last().copied() else {
            return Err(broken(line, "is a text"));
        };
        if open.is_mapping && open.key.is_none() {
            let category = self.category(words, open.category);
            if let Some(open) = self.open.last_mut() {
                open.key = Some(category);
            }
            return Ok(());
        }
        let category = if open.is_mapping { open.key } else { open.category };
        // A key without a value is a group without words.
        if let Some(category) = category.filter(|_| !words.is_empty() && words != "~") {
            self.list.add(line, words, vec![category]);
        }
        self.close_value();
        Ok(())
    }

    fn close_value(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.key = None;
        }
    }

    /// The group of this name in another; named twice, it is one.
    fn category(&mut self, name: &str, parent: Option<usize>) -> usize {
        let name = match parent {
            Some(parent) => format!("{}.{name}", self.list.categories[parent].name),
            None => name.to_owned(),
        };
        if let Some(known) = self.by_name.get(&name) {
            return *known;
        }
        let place = self.list.categories.len();
        self.by_name.insert(name.clone(), place);
        self.list.categories.push(Category { name, parent });
        place
    }
}

fn broken(line: usize, what: &str) -> Broken {
    let message = format!("{what}; expected groups with lists of words, as `good: [gleam*, first rate]`");
    Broken { line, message }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let list = read(text).unwrap();
        let name = |entry: &super::super::Entry| list.categories[entry.categories[0]].name.clone();
        let found: Vec<_> = list.entries.iter().map(|entry| (name(entry), entry.phrase.as_str())).collect();
        let found: Vec<_> = found.iter().map(|(name, phrase)| (name.as_str(), *phrase)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn groups_in_groups_have_paths() {
        check(
            "tone:\n  sunny:\n    - gleam*\n    - First rate\n  gloomy: murky\nwork: [no, 'on time']\n",
            &[
                ("tone.sunny", "gleam*"),
                ("tone.sunny", "first rate"),
                ("tone.gloomy", "murky"),
                ("work", "no"),
                ("work", "on time"),
            ],
        );
    }

    #[test]
    fn words_and_groups_may_stand_in_one_list() {
        check(
            "tone:\n  - plain\n  - sunny: [gleam]\n  - [nested]\n",
            &[("tone", "plain"), ("tone.sunny", "gleam"), ("tone", "nested")],
        );
        check("empty:\nnone: ~\nsunny: gleam\n", &[("sunny", "gleam")]);
    }

    #[test]
    fn what_is_not_a_list_of_groups_is_an_error_with_its_line() {
        for (text, line) in [("just words", 1), ("- a\n- b\n", 1), ("a: [b\nc: d", 2), ("[a]: b\n", 1)] {
            assert_eq!(read(text).unwrap_err().line, line, "{text}");
        }
    }

    #[test]
    fn deep_nesting_and_aliases_do_no_harm() {
        let deep = format!("a: {}", "[".repeat(50_000));
        assert!(read(&deep).is_err());
        let list = read("a: &x [gleam]\nb: *x\n").unwrap();
        assert_eq!((list.entries.len(), list.left_out.len()), (1, 1));
    }
}
