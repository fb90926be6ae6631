//! The numbers of figures, tables and appendices: in captions, in references, and in the report.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// What is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::manuscript) enum Kind {
    Figure,
    Table,
    Appendix,
}

impl Kind {
    fn of(word: &str) -> Self {
        match word.to_lowercase() {
            word if word.starts_with("tab") => Self::Table,
            word if word.starts_with("bilag") || word.starts_with("app") => Self::Appendix,
            _ => Self::Figure,
        }
    }
}

/// A number in small letters, with what it numbers, and the appendix that numbers on its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::manuscript) struct Number {
    pub(in crate::manuscript) appendix: Option<String>,
    pub(in crate::manuscript) kind: Kind,
    pub(in crate::manuscript) number: String,
}

/// A reference to one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::manuscript) struct Reference {
    /// What is referred to.
    pub(in crate::manuscript) to: Number,
    /// The word before the number, for one of its kind.
    pub(in crate::manuscript) word: String,
    /// The number as it stands.
    pub(in crate::manuscript) shown: String,
    /// Where the number stands.
    pub(in crate::manuscript) range: Range<usize>,
}

static CAPTION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:(figur|figure|diagram|chart|tabell|table|bilaga|appendix)[ \u{a0}]|(figs?\.|tab\.)[ \u{a0}]?)(\d+(?:\.\d+)*[a-z]?)\b",
    )
    .ok()
});
static REFERENCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let kinds = "figur|figurerna|figurer|figure|figures|diagram|diagrammen|chart|charts|tabell|tabellerna|tabeller|table|tables|bilaga|bilagorna|bilagor|appendix|appendices";
    let joint = r"(?:,|[ \u{a0}]och|[ \u{a0}]samt|[ \u{a0}]and|[ \u{a0}]till|[ \u{a0}]to|–|-)[ \u{a0}]?";
    let short = r"figs?\.|tab\.";
    let word = format!(r"(?:({kinds})[ \u{{a0}}]|({short})[ \u{{a0}}]?)");
    // Letters alone follow on a number with one: 21a och b.
    let letters = format!(r"(?:[a-z]\b(?:{joint}[b-h]\b)*)?\b");
    Regex::new(&format!(r"(?i)\b{word}(\d+(?:\.\d+)*{letters}(?:{joint}\d+{letters})*)")).ok()
});
/// Of another text: figur 3 i Socialstyrelsens rapport, bilaga 1 till förordningen.
static ELSEWHERE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^[ \u{a0}](?:i|från|ur|till|in|of|from|to)[ \u{a0}](?:\p{Lu}|rapport|förordning|lag|överenskommelse|avtal|the report|report|regulation|den)").ok()
});
static TOKEN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?i)\d+(?:\.\d+)*[a-z]?|\b[b-h]\b").ok());
/// An appendix right before a reference, or right behind it.
static APPENDIX_BEFORE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:bilaga|appendix)[ \u{a0}](\d+[a-z]?),?[ \u{a0}]$").ok());
static APPENDIX_BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^,?[ \u{a0}](?:i[ \u{a0}]|in[ \u{a0}]|of[ \u{a0}])?(?:bilaga|appendix)[ \u{a0}](\d+[a-z]?)\b").ok()
});

/// What a caption begins with, as `Figur 2`: what it numbers, its number, and where that stands.
pub(in crate::manuscript) fn of_caption(caption: &str) -> Option<(Kind, String, Range<usize>)> {
    let found = CAPTION.as_ref()?.captures(caption)?;
    let (word, number) = (found.get(1).or(found.get(2))?, found.get(3)?);
    Some((Kind::of(word.as_str()), number.as_str().to_lowercase(), number.range()))
}

/// What is numbered so in the report: `Figur 2`, `Bilaga 1, tabell 3`.
pub(in crate::manuscript) fn of_item(shown: &str) -> Option<Number> {
    let (kind, number, range) = of_caption(shown)?;
    let inside = shown.get(range.end..).and_then(|rest| rest.strip_prefix(", ")).and_then(of_caption);
    Some(match inside {
        Some((own, inner, _)) if kind == Kind::Appendix => Number { appendix: Some(number), kind: own, number: inner },
        _ => Number { appendix: None, kind, number },
    })
}

/// The references in a sentence, but for those to other texts.
pub(in crate::manuscript) fn references(sentence: &str) -> Vec<Reference> {
    let mut all = Vec::new();
    for found in REFERENCE.iter().flat_map(|pattern| pattern.captures_iter(sentence)) {
        let (Some(whole), Some(word), Some(numbers)) = (found.get(0), found.get(1).or(found.get(2)), found.get(3))
        else {
            continue;
        };
        let before = sentence.get(..whole.start()).unwrap_or_default();
        let behind = sentence.get(whole.end()..).unwrap_or_default();
        if ELSEWHERE.as_ref().is_some_and(|pattern| pattern.is_match(behind)) {
            continue;
        }
        let kind = Kind::of(word.as_str());
        let named = |pattern: &LazyLock<Option<Regex>>, text: &str| {
            Some(pattern.as_ref()?.captures(text)?.get(1)?.as_str().to_lowercase())
        };
        let appendix = || named(&APPENDIX_BEFORE, before).or_else(|| named(&APPENDIX_BEHIND, behind));
        let appendix = if kind == Kind::Appendix { None } else { appendix() };
        let mut last = String::new();
        for token in TOKEN.iter().flat_map(|token| token.find_iter(numbers.as_str())) {
            let lower = token.as_str().to_lowercase();
            let is_letter = lower.starts_with(char::is_alphabetic);
            let number = if is_letter { format!("{}{lower}", without_letter(&last)) } else { lower };
            last.clone_from(&number);
            all.push(Reference {
                shown: if is_letter { number.clone() } else { token.as_str().to_owned() },
                to: Number { appendix: appendix.clone(), kind, number },
                word: of_one(word.as_str()),
                range: numbers.start() + token.start()..numbers.start() + token.end(),
            });
        }
    }
    all
}

/// The first number in a text, in small letters.
pub(in crate::manuscript) fn first(text: &str) -> Option<String> {
    TOKEN.as_ref()?.find(text).map(|token| token.as_str().to_lowercase())
}

/// A number without its letter: 20 of 20a.
pub(in crate::manuscript) fn without_letter(number: &str) -> &str {
    number.trim_end_matches(char::is_alphabetic)
}

/// By which numbers are put in order: 9, 20a, 20b.
pub(in crate::manuscript) fn order(number: &str) -> (Vec<u32>, String) {
    let digits = without_letter(number).split('.').filter_map(|part| part.parse().ok()).collect();
    (digits, number.to_owned())
}

/// A word for several as it is said of one.
fn of_one(word: &str) -> String {
    const SEVERAL: [(&str, &str); 11] = [
        ("figurerna", "figur"),
        ("figurer", "figur"),
        ("figures", "figure"),
        ("diagrammen", "diagram"),
        ("charts", "chart"),
        ("tabellerna", "tabell"),
        ("tabeller", "tabell"),
        ("tables", "table"),
        ("bilagorna", "bilaga"),
        ("bilagor", "bilaga"),
        ("appendices", "appendix"),
    ];
    let lower = word.to_lowercase();
    SEVERAL.iter().find(|(several, _)| *several == lower).map_or(word, |(_, one)| one).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sentence: &str) -> Vec<String> {
        let name = |found: Reference| {
            let appendix = found.to.appendix.map(|appendix| format!("{appendix}: ")).unwrap_or_default();
            format!("{appendix}{} {} {}", found.word, found.to.number, &sentence[found.range])
        };
        references(sentence).into_iter().map(name).collect()
    }

    #[test]
    fn references_name_numbers_one_by_one() {
        assert_eq!(read("Se Fig. 5 och tab.3."), ["Fig. 5 5", "tab. 3 3"]);
        assert_eq!(
            read("I figurerna 5 och 6, tabell 3 samt 4"),
            ["figur 5 5", "figur 6 6", "tabell 3 3", "tabell 4 4"]
        );
        assert_eq!(
            read("(figur 21a och b, diagram 2–4)"),
            ["figur 21a 21a", "figur 21b b", "diagram 2 2", "diagram 4 4"]
        );
        assert_eq!(read("Figures 1, 2 and 3a and a table"), ["figure 1 1", "figure 2 2", "figure 3a 3a"]);
        assert_eq!(read("Se figur 7 i Socialstyrelsens rapport."), [""; 0]);
    }

    #[test]
    fn appendices_number_on_their_own() {
        assert_eq!(read("(bilaga 2, figur 3)"), ["bilaga 2 2", "2: figur 3 3"]);
        assert_eq!(read("Se tabell 1 i bilaga 4."), ["4: tabell 1 1", "bilaga 4 4"]);
        let own = of_item("Bilaga\u{a0}2, figur\u{a0}3").map(|own| (own.appendix, own.kind, own.number));
        assert_eq!(own, Some((Some("2".to_owned()), Kind::Figure, "3".to_owned())));
        assert_eq!(of_item("Tabell 8b").map(|own| (own.appendix, own.number)), Some((None, "8b".to_owned())));
    }
}
