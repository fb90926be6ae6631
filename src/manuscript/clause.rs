//! The part of a sentence that a number stands in.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::claims::numbers::Figure;

use super::vocabulary::word;

/// What divides clauses wherever it stands.
const ALWAYS: [&str; 10] =
    ["; ", ", och ", ", men ", ", medan ", ", och i ", " medan ", ", vilket ", ", and ", ", while ", ", but "];
/// What divides them where a number stands on either side.
const BETWEEN_NUMBERS: [&str; 9] = [", ", ": ", " (", " medan ", " men ", " respektive ", " while ", " and ", " och "];

/// Words behind a number that lead on to something else than what it counts.
const ELSEWHERE: [&str; 9] = ["till", "från", "hos", "för", "med", "to", "from", "for", "with"];

/// How a clause begins that speaks on of what stood before it.
const RELATIVE: [&str; 12] = [
    "som ",
    "vilka ",
    "för vilka ",
    "till vilka ",
    "där ",
    "varav ",
    "och de ",
    "och tillsammans ",
    "which ",
    "where ",
    "for which ",
    "of which ",
];

/// The part of a sentence that a figure stands in: to the next conjunction between clauses, or the next comma, bracket
/// or *och* behind which another figure stands.
pub(super) fn clause(sentence: &str, figure: &Figure, all: &[&Figure]) -> Range<usize> {
    let (mut start, mut end) = (0, sentence.len());
    let is_other = |f: &&&Figure| **f != figure;
    let divides =
        |from: usize, to: usize| all.iter().filter(is_other).any(|f| f.range.start >= from && f.range.end <= to);
    let leads_back = |at: usize| {
        let behind = sentence[at..].trim_start_matches([',', ' ', '(', ':']).to_lowercase();
        RELATIVE.iter().any(|word| behind.starts_with(word))
    };
    let signs = ALWAYS.iter().map(|sign| (sign, true)).chain(BETWEEN_NUMBERS.iter().map(|sign| (sign, false)));
    for (sign, always) in signs {
        for (at, _) in sentence.match_indices(sign) {
            if at < figure.range.start && (always || divides(0, at)) && !leads_back(at) {
                start = start.max(at);
            }
            if at >= figure.range.end && (always || divides(at, sentence.len())) {
                end = end.min(at);
            }
        }
    }
    start..end.max(start)
}

/// The words behind a number that may say what it counts, at most two; none where nothing follows it.
pub(super) fn counted(sentence: &str, figure: &Figure) -> Vec<String> {
    static BEHIND: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^(?:[ \u{a0}](?:kronor|kr|euro)\b)?((?:[ \u{a0}]\p{L}[\p{L}-]*){1,6})").ok());
    let behind = sentence.get(figure.range.end..).unwrap_or_default();
    let found = BEHIND.as_ref().and_then(|pattern| pattern.captures(behind)).and_then(|found| found.get(1));
    let text = found.map_or("", |found| found.as_str());
    // "Fyra till regionerna" does not say what is counted.
    let first = text.trim_start().split([' ', '\u{a0}']).next().unwrap_or_default().to_lowercase();
    if ELSEWHERE.contains(&first.as_str()) {
        return Vec::new();
    }
    text.split([' ', '\u{a0}', '-']).filter_map(word).filter(|word| !word.starts_with("antal")).take(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::numbers::figures;

    #[test]
    fn clauses_that_lead_back_speak_on_of_what_stood_before() {
        let of = |text: &str, at: usize| {
            let all = figures(text);
            let all: Vec<&Figure> = all.iter().collect();
            text[clause(text, all[at], &all)].to_owned()
        };
        let text = "Kvalitet är mål i 75 insatser, för vilka det gick åt 17 mnkr, och 12 insatser har den som effekt.";
        assert_eq!(of(text, 0), "Kvalitet är mål i 75 insatser");
        assert_eq!(of(text, 1), "Kvalitet är mål i 75 insatser, för vilka det gick åt 17 mnkr");
        assert_eq!(of(text, 2), " och 12 insatser har den som effekt.");
    }

    #[test]
    fn what_follows_a_preposition_is_not_counted() {
        let of = |text: &str| counted(text, &figures(text)[0]);
        assert_eq!(of("Fyra till regionerna."), Vec::<String>::new());
        assert_eq!(of("Fyra enkäter till regionerna."), ["enkäte", "region"]);
        assert_eq!(of("Tre av insatserna."), ["insats"]);
    }
}
