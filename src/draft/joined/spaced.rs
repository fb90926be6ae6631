//! Answers joined by spaces, as Kobo and ODK join them: codes, which hold no space, or labels, which may.

use std::collections::{BTreeMap, BTreeSet};

use super::{JoinedAnswers, MOST_OPTIONS, answers};
use crate::diagnostic::shown;
use crate::msg;
use crate::wording::{Message, joined};

/// What stands between two answers.
const SPACE: &str = " ";

/// The answers of cells, where several stand joined by a space in some of them.
pub fn spaced(texts: &[String], are_codes: bool) -> Option<JoinedAnswers> {
    let cells: Vec<Vec<&str>> = texts.iter().map(|text| text.split_whitespace().collect()).collect();
    let has_several = cells.iter().any(|words| words.len() > 1);
    let found = match () {
        () if !has_several => return None,
        () if are_codes => codes(&cells)?,
        () => labels(texts)?,
    };
    Some(JoinedAnswers { separator: SPACE.to_owned(), ..found })
}

/// Codes are few, come back, and stand in one order, each once; running text is otherwise.
fn codes(cells: &[Vec<&str>]) -> Option<JoinedAnswers> {
    let is_code = |word: &&str| word.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c)) && !word.ends_with('.');
    let options: BTreeSet<&str> = cells.iter().flatten().copied().collect();
    let all = cells.iter().map(Vec::len).sum::<usize>();
    let once = cells.iter().all(|words| words.iter().collect::<BTreeSet<_>>().len() == words.len());
    let is_amount = options.contains("000");
    if !once || is_amount || options.len() > MOST_OPTIONS || all < options.len() * 2 || !options.iter().all(is_code) {
        return None;
    }
    let cells: Vec<Vec<String>> = cells.iter().map(|words| owned(words)).collect();
    let doubt = inseparable(&cells).or_else(|| disordered(&cells));
    Some(answers(options.into_iter().map(str::to_owned).collect(), doubt, cells))
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Words that only ever stand together may be one answer.
fn inseparable(cells: &[Vec<String>]) -> Option<Message> {
    let mut stands: BTreeMap<&String, BTreeSet<usize>> = BTreeMap::new();
    for (at, words) in cells.iter().enumerate() {
        words.iter().for_each(|word| stands.entry(word).or_default().extend([at]));
    }
    let together = |pair: &[String]| stands.get(&pair[0]) == stands.get(&pair[1]);
    let pairs: BTreeSet<String> = cells
        .iter()
        .flat_map(|words| words.windows(2))
        .filter(|pair| together(pair))
        .map(|pair| shown(&pair.join(SPACE)))
        .collect();
    (!pairs.is_empty()).then(|| msg!("unsure-never-apart", pairs = joined(pairs, ", ")))
}

/// Tools write options in the order of the form: where two stand in both orders, it may be running text, or a ranking.
fn disordered(cells: &[Vec<String>]) -> Option<Message> {
    let mut pairs: BTreeSet<(&String, &String)> = BTreeSet::new();
    for words in cells {
        let behind = |at: usize| words.iter().skip(at + 1);
        pairs.extend(words.iter().enumerate().flat_map(|(at, word)| behind(at).map(move |other| (word, other))));
    }
    pairs.iter().any(|(a, b)| pairs.contains(&(*b, *a))).then(|| msg!("unsure-order-of-words"))
}

/// Labels are found by what is left of a cell when another is taken off it: of `Vuxna` and `Barn och unga Vuxna` also
/// `Barn och unga`.
fn labels(texts: &[String]) -> Option<JoinedAnswers> {
    const MOST_CELLS: usize = 400;
    let wholes: BTreeSet<String> = texts.iter().map(|text| crate::read::plain(text)).collect();
    if wholes.len() > MOST_CELLS {
        return None;
    }
    let mut options = wholes.clone();
    while let Some((whole, parts)) =
        options.iter().find_map(|whole| Some((whole.clone(), taken_apart(whole, &options)?)))
    {
        options.remove(&whole);
        options.extend(parts);
    }
    let cells: Option<Vec<Vec<String>>> = texts.iter().map(|text| parts(&crate::read::plain(text), &options)).collect();
    let cells = cells?;
    let once = cells.iter().all(|parts| parts.iter().collect::<BTreeSet<_>>().len() == parts.len());
    if options == wholes || options.len() > MOST_OPTIONS || !once {
        return None;
    }
    let found: Vec<String> = options.iter().map(|option| shown(option)).collect();
    let is_sure = options.iter().all(|option| wholes.contains(option) && !option.contains(SPACE));
    let doubt = (!is_sure).then(|| msg!("unsure-labels-apart", options = joined(found, ", ")));
    Some(answers(options, doubt, cells))
}

/// The two parts of a cell of which one is a cell of its own; a small letter behind a capital one goes on with the same label.
fn taken_apart(whole: &str, options: &BTreeSet<String>) -> Option<[String; 2]> {
    let begins_large = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let both = |at: usize| (whole[..at].to_owned(), whole[at + SPACE.len()..].to_owned());
    let mut spaces = whole.match_indices(SPACE).map(|(at, _)| both(at));
    let is_pair = |(first, second): &(String, String)| {
        (options.contains(first) || options.contains(second)) && (begins_large(second) || !begins_large(first))
    };
    spaces.find(is_pair).map(|(first, second)| [first, second])
}

/// The labels in a cell, the longest that fits first.
fn parts(text: &str, options: &BTreeSet<String>) -> Option<Vec<String>> {
    let (mut found, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let fits = |option: &&String| {
            rest.strip_prefix(option.as_str()).is_some_and(|behind| behind.is_empty() || behind.starts_with(SPACE))
        };
        let option = options.iter().filter(fits).max_by_key(|option| option.len())?;
        rest = rest[option.len()..].trim_start();
        found.push(option.clone());
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(cells: &[&str], are_codes: bool) -> Option<(Vec<String>, bool)> {
        let texts: Vec<String> = cells.iter().map(|text| (*text).to_owned()).collect();
        spaced(&texts, are_codes).map(|found| (found.options, found.doubt.is_some()))
    }

    fn options(options: &[&str], is_doubted: bool) -> Option<(Vec<String>, bool)> {
        Some((options.iter().map(|option| (*option).to_owned()).collect(), is_doubted))
    }

    #[test]
    fn codes_are_parted_at_every_space() {
        assert_eq!(found(&["vard", "vard skola", "vard", "vard skola"], true), options(&["skola", "vard"], false));
        let never_alone = ["barn vuxna", "barn vuxna aldre", "vuxna aldre", "barn aldre"];
        assert_eq!(found(&never_alone, true), options(&["aldre", "barn", "vuxna"], false));
        assert_eq!(found(&["a b", "a b", "a b c", "c"], true), options(&["a", "b", "c"], true), "a and b never apart");
        assert_eq!(found(&["a b", "b a", "a", "b"], true), options(&["a", "b"], true), "in both orders");
    }

    #[test]
    fn single_answers_and_running_text_are_not_parted() {
        assert_eq!(found(&["ja", "nej", "ja"], true), None);
        assert_eq!(found(&["Vi har utbildat personal", "Ny mottagning för unga", "Kartläggning"], true), None);
        assert_eq!(found(&["100 000", "200 000", "100 000", "200 000"], true), None);
        assert_eq!(found(&["Ja", "Ja delvis", "Nej", "Nej inte alls"], false), None);
        assert_eq!(found(&["Mycket stor", "Stor", "Inte alls"], false), None);
    }

    #[test]
    fn labels_are_found_by_what_is_left_of_a_cell() {
        let cells =
            ["Vuxna", "Barn och unga Vuxna", "Barn och unga Vuxna Äldre över 65", "Barn och unga Äldre över 65"];
        assert_eq!(found(&cells, false), options(&["Barn och unga", "Vuxna", "Äldre över 65"], true));
        assert_eq!(found(&["Vård", "Skola", "Vård Skola"], false), options(&["Skola", "Vård"], false));
        assert_eq!(found(&["Vård", "Vård Skola"], false), options(&["Skola", "Vård"], true), "never alone");
    }
}
