//! The forms of an English verb.

/// Base, third person, past, past participle and -ing form of a verb as the lists write it: regular verbs as their
/// base form, others with their forms apart by `/` (past and participle may be one).
pub(super) fn forms(entry: &str) -> [String; 5] {
    let written: Vec<&str> = entry.split('/').collect();
    match written[..] {
        [base] => regular(base),
        [base, third, past] => [base, third, past, past, ""].map(String::from),
        [base, third, past, ing] => [base, third, past, past, ing].map(String::from),
        [base, third, past, participle, ing, ..] => [base, third, past, participle, ing].map(String::from),
        _ => [entry; 5].map(String::from),
    }
}

/// A regular verb, its particle kept: "call for", "calls for", "called for", "called for", "calling for".
fn regular(base: &str) -> [String; 5] {
    let (verb, particle) =
        base.split_once(' ').map_or((base, String::new()), |(verb, rest)| (verb, format!(" {rest}")));
    let past = past(verb);
    [verb.to_string(), third(verb), past.clone(), past, ing(verb)].map(|form| form + &particle)
}

fn third(verb: &str) -> String {
    match verb {
        _ if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| verb.ends_with(end)) => {
            format!("{verb}es")
        }
        _ if ends_in_consonant_y(verb) => format!("{}ies", &verb[..verb.len() - 1]),
        _ => format!("{verb}s"),
    }
}

fn past(verb: &str) -> String {
    match verb {
        _ if verb.ends_with('e') => format!("{verb}d"),
        _ if ends_in_consonant_y(verb) => format!("{}ied", &verb[..verb.len() - 1]),
        _ => format!("{verb}ed"),
    }
}

fn ing(verb: &str) -> String {
    match verb.strip_suffix('e') {
        Some(stem) if !verb.ends_with("ee") => format!("{stem}ing"),
        _ => format!("{verb}ing"),
    }
}

fn ends_in_consonant_y(verb: &str) -> bool {
    let mut letters = verb.chars().rev();
    letters.next() == Some('y') && letters.next().is_some_and(|letter| !"aeiou".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs_are_inflected_and_others_are_read() {
        assert_eq!(forms("praise"), ["praise", "praises", "praised", "praised", "praising"]);
        assert_eq!(forms("call for"), ["call for", "calls for", "called for", "called for", "calling for"]);
        assert_eq!(forms("try"), ["try", "tries", "tried", "tried", "trying"]);
        assert_eq!(forms("say/says/said/saying"), ["say", "says", "said", "said", "saying"]);
        assert_eq!(forms("see/sees/saw/seen/seeing"), ["see", "sees", "saw", "seen", "seeing"]);
    }
}
