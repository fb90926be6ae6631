//! Options that only occur: a rare spelling of a frequent one, and values that are no answer, each become an option of
//! their own unless somebody looks.

use std::collections::BTreeMap;

use super::splitter::Kind;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::plain;
use crate::signs::{as_seen, first_look_alike};
use crate::wording::first_of;

/// So many are named.
const NAMED: usize = 5;

/// Tells of mentions that are probably spellings of others, and of those that are probably none.
pub(super) fn report(question: &str, cells: &[Kind], place: &Place, messages: &mut Diagnostics) {
    let mut counts: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    for (cell, times) in cells {
        cell.iter().for_each(|part| counts.entry(part.to_lowercase()).or_insert((part, 0)).1 += times);
    }
    let all: Vec<(&str, usize)> = counts.into_values().collect();
    messages.push_all(rare_spellings(question, &all, place).as_ref());
    messages.push_all(no_answers(question, &all, place).as_ref());
}

/// How a mention differs from another: only in look-alike letters, in punctuation, in one letter.
fn is_spelling_of(rare: (&str, usize), often: (&str, usize)) -> bool {
    let [a, b] = [rare.0, often.0].map(|text| as_seen(text).to_lowercase());
    let bare =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    if a == b || bare(&a) == bare(&b) && !bare(&a).is_empty() {
        return rare.1 < often.1 || rare.1 == often.1 && rare.0 > often.0;
    }
    /// A short word is soon another.
    const SHORTEST: usize = 5;
    if rare.1 == 1 && often.1 > 1 && differ_by_ending(&a, &b, SHORTEST) {
        return true;
    }
    const TIMES: usize = 3;
    a.chars().count().min(b.chars().count()) >= SHORTEST
        && TIMES * rare.1 <= often.1
        && numbers(&a) == numbers(&b)
        && strsim::damerau_levenshtein(&a, &b) == 1
}

/// Whether one text is the other with an ending of the plural or the definite form.
fn differ_by_ending(a: &str, b: &str, shortest: usize) -> bool {
    const ENDINGS: [&str; 11] = ["ar", "er", "or", "arna", "erna", "orna", "na", "en", "et", "n", "r"];
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.chars().count() >= shortest && long.strip_prefix(short).is_some_and(|ending| ENDINGS.contains(&ending))
}

/// The digits of a text but those within a word, as that in "Loka1er": other numbers make another option.
fn numbers(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let letter = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(|c| c.is_alphabetic());
    let is_number = |at: &usize| {
        let within = letter(at.checked_sub(1)) && letter(at.checked_add(1));
        signs[*at].is_ascii_digit() && !within
    };
    (0..signs.len()).filter(is_number).map(|at| signs[at]).collect()
}

/// The sign of a mention that is not the letter it looks like, and that letter, where nothing else tells two apart.
fn look_alike(rare: &str, often: &str) -> Option<(String, String)> {
    let (sign, letter) = first_look_alike(rare)?;
    let is_alone = as_seen(rare).to_lowercase() == as_seen(often).to_lowercase();
    is_alone.then(|| (sign.escape_default().to_string(), shown(&letter)))
}

fn rare_spellings(question: &str, all: &[(&str, usize)], place: &Place) -> Option<Diagnostic> {
    let often = |rare: &(&str, usize)| {
        let others = all.iter().filter(|other| is_spelling_of(*rare, **other));
        others.max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0))).copied()
    };
    let found: Vec<_> = all.iter().filter_map(|rare| Some((*rare, often(rare)?))).collect();
    let told = |((rare, count), (often, times)): &((&str, usize), (&str, usize))| {
        let (own, other, count, times) = (shown(rare), shown(often), *count, *times);
        match look_alike(rare, often) {
            Some((sign, letter)) => msg!("spelling-of-look-alikes", own, count, other, times, sign, letter),
            None => msg!("spelling-beside", own, count, other, times),
        }
    };
    let options = first_of(found.iter().map(told), NAMED, "; ");
    let message = msg!("options-maybe-one", question = shown(question), options);
    (!found.is_empty()).then(|| Diagnostic::notice(place.clone(), message))
}

/// Whether a value says that there is no answer.
fn says_nothing(text: &str) -> bool {
    const NOTHING: [&str; 13] = [
        "vet ej",
        "vet inte",
        "inget svar",
        "ej svar",
        "ingen uppgift",
        "uppgift saknas",
        "ej aktuellt",
        "inte aktuellt",
        "na",
        "okänt",
        "oklart",
        "saknas",
        "tomt",
    ];
    !has_letter(text) || NOTHING.contains(&plain(text).to_lowercase().trim_end_matches('.'))
}

fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn no_answers(question: &str, all: &[(&str, usize)], place: &Place) -> Option<Diagnostic> {
    // Where options are numbers, a number is one.
    let worded = all.iter().filter(|(text, _)| has_letter(text)).count();
    if 2 * worded <= all.len() {
        return None;
    }
    let found: Vec<_> = all.iter().filter(|(text, _)| says_nothing(text)).collect();
    let told = |(text, count): &&(&str, usize)| format!("{} ({count})", shown(text));
    let values = first_of(found.iter().map(told), NAMED, ", ");
    let message = msg!("values-like-no-answer", question = shown(question), values);
    (!found.is_empty()).then(|| Diagnostic::notice(place.clone(), message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_spelling_is_told_from_another_option() {
        let of = |a: (&str, usize), b: (&str, usize)| is_spelling_of(a, b);
        assert!(of(("Personall", 1), ("Personal", 3)));
        assert!(of(("T\u{456}d", 1), ("Tid", 4)));
        assert!(of(("Tid.", 1), ("Tid", 1)) && !of(("Tid", 1), ("Tid.", 1)));
        // Often enough to be meant; short; other numbers; two letters.
        assert!(!of(("Skola", 2), ("Skolan", 3)));
        // A plural that occurs once beside a singular that occurs twice.
        assert!(of(("Utbildningar", 1), ("Utbildning", 2)) && !of(("Utbildningar", 1), ("Utbildning", 1)));
        assert!(!of(("Utbildningsdag", 1), ("Utbildning", 2)));
        assert!(!of(("Bup", 1), ("Bur", 9)));
        assert!(!of(("Barn 0–6 år", 1), ("Barn 0–7 år", 9)));
        assert!(!of(("Vuxen", 1), ("Vuxna", 9)));
    }
}
