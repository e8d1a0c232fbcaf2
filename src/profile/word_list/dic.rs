//! LIWC's `.dic`: numbered categories between two lines of `%`, then a word a line with the numbers of its categories.
//!
//! The dictionaries of LIWC 2007 and 2015 hold a few entries of another kind, such as `(02 134)125/464`, where what
//! stands beside a word decides. They are left out.

use std::collections::BTreeMap;

use super::{Broken, Category, LeftOut, WordList};

/// Reads the text of a `.dic`.
pub(super) fn read(text: &str) -> Result<WordList, Broken> {
    let lines = || text.lines().zip(1..).map(|(line, n)| (n, line));
    let is_bound = |(_, line): &(usize, &str)| line.trim() == "%";
    let bounds: Vec<usize> = lines().filter(is_bound).map(|(n, _)| n).take(2).collect();
    let [from, to] = bounds[..] else {
        let message =
            "has no head; expected categories, as `1<tab>good`, between two lines that hold only `%`";
        return Err(Broken { line: 1, message: message.to_owned() });
    };
    let mut list = WordList::default();
    let mut by_number = BTreeMap::new();
    for (n, line) in lines().filter(|(n, line)| (from + 1..to).contains(n) && !line.trim().is_empty()) {
        let (number, name) = category(line).ok_or_else(|| {
            let message = format!("`{}` is no category; expected a number and a name", line.trim());
            Broken { line: n, message }
        })?;
        by_number.insert(number, list.categories.len());
        list.categories.push(Category { name: name.to_owned(), parent: None });
    }
    for (n, line) in lines().filter(|(n, line)| *n > to && !line.trim().is_empty()) {
        entry(&mut list, &by_number, n, line);
    }
    Ok(list)
}

/// "21 sunny (Bright words)": what stands behind the name explains it.
fn category(line: &str) -> Option<(u32, &str)> {
    let mut words = line.split_whitespace();
    let number = words.next()?.parse().ok()?;
    Some((number, words.next()?))
}

fn entry(list: &mut WordList, by_number: &BTreeMap<u32, usize>, line: usize, text: &str) {
    let (word, numbers) = halves(text.trim());
    let mut categories = Vec::new();
    for number in numbers.split_whitespace() {
        match number.parse().ok().and_then(|number: u32| by_number.get(&number)) {
            Some(category) => categories.push(*category),
            None => {
                let why = format!("`{}`: `{number}` is no category of its head", word.trim());
                list.left_out.push(LeftOut { line, why });
                // The rest of an entry with a condition belongs to the condition.
                break;
            }
        }
    }
    if !categories.is_empty() {
        list.add(line, word.trim(), categories);
    } else if numbers.is_empty() {
        list.left_out.push(LeftOut { line, why: format!("`{word}` has no category") });
    }
}

/// The word and its numbers: a tab parts them, or else the first word that is a number.
fn halves(text: &str) -> (&str, &str) {
    if let Some(halves) = text.split_once('\t') {
        return halves;
    }
    let is_number =
        |at: &usize| text[*at..].split_whitespace().next().is_some_and(|word| word.parse::<u32>().is_ok());
    let starts = text.match_indices(' ').map(|(space, _)| space + 1);
    starts.into_iter().find(is_number).map_or((text, ""), |at| text.split_at(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "%\n1\tsunny (Bright words)\n\t2\tgloomy\n%\n";

    #[track_caller]
    fn check(entry: &str, expected: &[(&str, &[usize])]) {
        let list = read(&format!("{HEAD}{entry}")).unwrap();
        let found: Vec<_> =
            list.entries.iter().map(|entry| (entry.phrase.as_str(), entry.categories.as_slice())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_have_the_categories_of_their_numbers() {
        check("gleam*\t1\n", &[("gleam*", &[0])]);
        check("bitter sweet\t1\t2\r\n", &[("bitter sweet", &[0, 1])]);
        check("murky 2\n", &[("murky", &[1])]);
        check("top 40 hit 1\n", &[]);
    }

    #[test]
    fn odd_entries_are_left_out_and_told() {
        let odd = "kind\t(02 134)125/464\nlike\t1\t<of>131/125\n:)\t1\nnobody\nlost\t9\n";
        let list = read(&format!("{HEAD}{odd}")).unwrap();
        assert_eq!(list.entries.len(), 1, "{:?}", list.entries);
        let lines: Vec<usize> = list.left_out.iter().map(|one| one.line).collect();
        assert_eq!(lines, [5, 6, 7, 8, 9]);
    }

    #[test]
    fn a_head_that_cannot_be_read_is_an_error_with_its_line() {
        assert_eq!(read("gleam\t1\n").unwrap_err().line, 1);
        assert_eq!(read("%\n1\tsunny\nsunny\n%\n").unwrap_err().line, 3);
    }
}
