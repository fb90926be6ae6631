//! The numbers and quantifying words of a sentence: `1 449`, `83 procent`, `18 av 21`, `ca 135,4 miljoner kronor`,
//! `tretton`, `drygt var tredje`, `majoriteten`.
//!
//! Years, dates, ages, references to figures and tables and numbers of paragraphs are numbers that nobody counted; they
//! are passed over.

use std::sync::LazyLock;

use regex::Regex;

use super::quantifiers::{Axis, Saying, quantifiers};
use crate::exact::Exact;

/// A number, or a word that quantifies, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Where it stands, in bytes of the sentence, with its unit.
    pub range: std::ops::Range<usize>,
    /// The digits, or the word, alone.
    pub digits: std::ops::Range<usize>,
    /// What it says.
    pub value: Value,
    /// What it counts.
    pub kind: Kind,
}

/// What a number counts; numbers of different kinds never mean the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Things, or a part of them: 133, 18 av 21, dubbelt.
    Count,
    /// A share: 83 procent, var fjärde.
    Share,
    /// The difference of two shares: 6 procentenheter.
    Points,
    /// Money.
    Money,
    /// A word without a number.
    Word,
}

/// What a number or word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, in whole units: 83 procent is 83/100, 1,2 miljoner 1 200 000.
    Number(Exact),
    /// `18 av 21`.
    Of(Exact, Exact),
    /// A word without a number, as most, several, most common: what it says.
    Word(Saying),
}

impl Figure {
    /// Whether it is a word without a number.
    pub fn is_word(&self) -> bool {
        matches!(self.value, Value::Word(_))
    }
}

/// Units, what one of them is as a fraction, and what it counts.
const UNITS: [(&str, i128, i128, Kind); 31] = [
    ("procentenheter", 1, 100, Kind::Points),
    ("procentenhet", 1, 100, Kind::Points),
    ("percentage points", 1, 100, Kind::Points),
    ("percentage point", 1, 100, Kind::Points),
    ("%", 1, 100, Kind::Share),
    ("procent", 1, 100, Kind::Share),
    ("percent", 1, 100, Kind::Share),
    ("per cent", 1, 100, Kind::Share),
    ("miljarder", 1_000_000_000, 1, Kind::Money),
    ("miljard", 1_000_000_000, 1, Kind::Money),
    ("miljoner", 1_000_000, 1, Kind::Money),
    ("miljon", 1_000_000, 1, Kind::Money),
    ("million", 1_000_000, 1, Kind::Money),
    ("mnkr", 1_000_000, 1, Kind::Money),
    ("mkr", 1_000_000, 1, Kind::Money),
    ("tusen kronor", 1_000, 1, Kind::Money),
    ("tusen euro", 1_000, 1, Kind::Money),
    ("tusen", 1_000, 1, Kind::Count),
    ("tkr", 1_000, 1, Kind::Money),
    ("kronor", 1, 1, Kind::Money),
    ("kr", 1, 1, Kind::Money),
    ("mn euro", 1_000_000, 1, Kind::Money),
    ("meur", 1_000_000, 1, Kind::Money),
    ("teur", 1_000, 1, Kind::Money),
    ("euro", 1, 1, Kind::Money),
    ("eur", 1, 1, Kind::Money),
    ("€", 1, 1, Kind::Money),
    ("dollar", 1, 1, Kind::Money),
    ("usd", 1, 1, Kind::Money),
    ("pund", 1, 1, Kind::Money),
    ("gbp", 1, 1, Kind::Money),
];

/// Where a number stands with its unit and its currency: "50 miljoner kronor" is one, though the unit of its digits is the million.
pub fn with_currency(sentence: &str, figure: &Figure) -> std::ops::Range<usize> {
    let behind = sentence.get(figure.range.end..).unwrap_or_default();
    let word = behind.trim_start();
    let is_whole = |unit: &str| word[unit.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let currencies = UNITS.iter().filter(|(_, size, of, kind)| (*size, *of, *kind) == (1, 1, Kind::Money));
    let found = currencies.map(|(unit, ..)| *unit).find(|unit| word.starts_with(unit) && is_whole(unit));
    let length = found.filter(|_| figure.kind == Kind::Money).map_or(0, |unit| behind.len() - word.len() + unit.len());
    figure.range.start..figure.range.end + length
}

/// Number words below twenty, and tens, in Swedish; *en* and *ett* are articles more often than numbers.
const SWEDISH: [(&str, i128); 27] = [
    ("noll", 0),
    ("två", 2),
    ("tre", 3),
    ("fyra", 4),
    ("fem", 5),
    ("sex", 6),
    ("sju", 7),
    ("åtta", 8),
    ("nio", 9),
    ("tio", 10),
    ("elva", 11),
    ("tolv", 12),
    ("tretton", 13),
    ("fjorton", 14),
    ("femton", 15),
    ("sexton", 16),
    ("sjutton", 17),
    ("arton", 18),
    ("nitton", 19),
    ("tjugo", 20),
    ("trettio", 30),
    ("fyrtio", 40),
    ("femtio", 50),
    ("sextio", 60),
    ("sjuttio", 70),
    ("åttio", 80),
    ("nittio", 90),
];

/// The same in English.
const ENGLISH: [(&str, i128); 27] = [
    ("zero", 0),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// All of them.
fn words() -> impl Iterator<Item = (&'static str, i128)> {
    SWEDISH.into_iter().chain(ENGLISH)
}

/// Fractions in words.
const FRACTIONS: [(&str, i128, i128); 38] = [
    ("hälften", 1, 2),
    ("varannan", 1, 2),
    ("vartannat", 1, 2),
    ("halva", 1, 2),
    ("half", 1, 2),
    ("var tredje", 1, 3),
    ("vart tredje", 1, 3),
    ("en tredjedel", 1, 3),
    ("a third", 1, 3),
    ("one third", 1, 3),
    ("två tredjedelar", 2, 3),
    ("two thirds", 2, 3),
    ("var fjärde", 1, 4),
    ("vart fjärde", 1, 4),
    ("en fjärdedel", 1, 4),
    ("a quarter", 1, 4),
    ("tre fjärdedelar", 3, 4),
    ("three quarters", 3, 4),
    ("var femte", 1, 5),
    ("vart femte", 1, 5),
    ("en femtedel", 1, 5),
    ("var sjätte", 1, 6),
    ("vart sjätte", 1, 6),
    ("var sjunde", 1, 7),
    ("vart sjunde", 1, 7),
    ("var åttonde", 1, 8),
    ("vart åttonde", 1, 8),
    ("var nionde", 1, 9),
    ("var tionde", 1, 10),
    ("vart tionde", 1, 10),
    ("två femtedelar", 2, 5),
    ("tre femtedelar", 3, 5),
    ("fyra femtedelar", 4, 5),
    ("en åttondel", 1, 8),
    ("one quarter", 1, 4),
    ("two fifths", 2, 5),
    ("one fifth", 1, 5),
    ("en tiondel", 1, 10),
];

static NUMERAL: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\d{1,3}(?:[ \u{a0}\u{202f}\u{2009}]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?").ok());

/// What a numeral is no count in: a date, an age, a reference, a paragraph's number.
static NOT_COUNTED_BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:figur|figurerna|tabell|tabellerna|diagram|bilaga|avsnitt|kapitel|steg|fotnot|sidan|sid|s|nr|figure|table|chapter|appendix|page|år|year|artikel)\.?[ \u{a0}]+(?:\d+[a-z]?(?:,| och| and|[-–])[ \u{a0}]*)*$").ok()
});
static NOT_COUNTED_BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:[a-z]\b|:\d|[-–]åring|[ \u{a0}](?:år\b|years\b|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|october|december|§|kap\b)|[-–]\d+[ \u{a0}](?:år|years)\b)").ok()
});
/// Telephone numbers, dates, and what registers call a document: 075-247 30 00, 2025-03-14, 4.1-12345/2024.
static NO_COUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b0\d{1,3}[-–/ ]\d[\d \u{a0}]{3,}\d|\b\d{4}-\d{2}-\d{2}\b|\b[\d.]+-\d+/\d{4}\b|\b\d{4}-\d+-\d+\b").ok()
});
static OF: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)^[ \u{a0}](?:av|of)[ \u{a0}](?:de |totalt |the |sammanlagt )?$").ok());
/// A word; English writes a hyphen between tens and ones.
static WORD: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\b\p{L}+ty-(?:one|two|three|four|five|six|seven|eight|nine)\b|\p{L}+").ok());

/// All numbers and quantifying words of a sentence, in order.
pub fn figures(sentence: &str) -> Vec<Figure> {
    let mut found = numerals(sentence);
    for figure in number_words(sentence).into_iter().chain(fractions(sentence)) {
        // "två tredjedelar" is one figure, not a two.
        found.retain(|f| {
            !(overlap(f, &figure) && matches!(f.value, Value::Number(_)) && f.range.len() < figure.range.len())
        });
        if !found.iter().any(|f| overlap(f, &figure)) {
            found.push(figure);
        }
    }
    found.sort_by_key(|f| f.range.start);
    found = parts_of_bases(sentence, found);
    for (range, saying) in quantifiers(sentence) {
        let figure = Figure { range: range.clone(), digits: range, value: Value::Word(saying), kind: Kind::Word };
        // "Tre gånger så" is one word, not a three.
        if saying.axis == Axis::Times {
            found.retain(|f| !overlap(f, &figure));
        }
        let bounds = saying.axis == Axis::More && is_bound(sentence, &figure, &found);
        if !bounds && !found.iter().any(|f| overlap(f, &figure)) {
            found.push(figure);
        }
    }
    found.sort_by_key(|f| f.range.start);
    found
}

/// Whether a word of more or less bounds a number, as "fler än 100".
fn is_bound(sentence: &str, word: &Figure, numbers: &[Figure]) -> bool {
    let behind = sentence.get(word.range.end..).unwrap_or_default().trim_start();
    let than = ["än ", "than "].iter().find_map(|than| behind.strip_prefix(than));
    than.is_some_and(|rest| {
        let at = sentence.len() - rest.len();
        rest.starts_with("en ") || rest.starts_with("ett ") || numbers.iter().any(|n| n.range.start == at)
    })
}

fn overlap(one: &Figure, other: &Figure) -> bool {
    one.range.start < other.range.end && other.range.start < one.range.end
}

fn numerals(sentence: &str) -> Vec<Figure> {
    let mut found = Vec::new();
    if !sentence.contains(char::is_numeric) {
        return found;
    }
    let no_count: Vec<_> = NO_COUNT.iter().flat_map(|pattern| pattern.find_iter(sentence)).map(|m| m.range()).collect();
    for numeral in NUMERAL.iter().flat_map(|pattern| pattern.find_iter(sentence)) {
        let (before, behind) = (&sentence[..numeral.start()], &sentence[numeral.end()..]);
        let in_word = before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ':' | '_'));
        // The second number of a range of ages, "7–17 år", has been passed over with the first.
        let of_range =
            before.ends_with(['–', '-']) && before.trim_end_matches(['–', '-']).ends_with(|c: char| c.is_ascii_digit());
        let refers = |pattern: &LazyLock<Option<Regex>>, text| pattern.as_ref().is_some_and(|p| p.is_match(text));
        if no_count.iter().any(|range| range.contains(&numeral.start())) {
            continue;
        }
        if in_word || of_range || refers(&NOT_COUNTED_BEFORE, before) || refers(&NOT_COUNTED_BEHIND, behind) {
            continue;
        }
        let digits: String = numeral.as_str().chars().filter(|c| !c.is_whitespace()).collect();
        let Some(number) = Exact::decimal(&digits.replace(',', ".")) else { continue };
        let (unit, length, kind) = unit(behind);
        let is_year = length == 0
            && digits.len() == 4
            && !behind.trim_start().starts_with(|c: char| c.is_ascii_digit())
            && (1900..2100).contains(&number.floor())
            && digits == numeral.as_str();
        let Some(value) = number.times(unit).filter(|_| !is_year) else { continue };
        let range = numeral.start()..numeral.end() + length;
        found.push(Figure { range, digits: numeral.range(), value: Value::Number(value), kind });
    }
    found
}

/// The unit that follows a number, how many bytes it takes with the space before it, and what it counts.
fn unit(behind: &str) -> (Exact, usize, Kind) {
    let text = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let space = behind.len() - text.len();
    // Lower case may take other bytes, but not for these words.
    let starts = |word: &str| text.get(..word.len()).is_some_and(|start| start.to_lowercase() == word);
    let ends = |word: &str| matches!(word, "%" | "€") || !text[word.len()..].starts_with(char::is_alphabetic);
    let found = UNITS.iter().find(|(word, ..)| starts(word) && ends(word));
    match found.and_then(|(word, times, over, kind)| Some((word, Exact::fraction(*times, *over)?, *kind))) {
        Some((word, ratio, kind)) => (ratio, space + word.len(), kind),
        None => (Exact::ONE, 0, Kind::Count),
    }
}

fn number_words(sentence: &str) -> Vec<Figure> {
    let mut found = Vec::new();
    for word in WORD.iter().flat_map(|pattern| pattern.find_iter(sentence)) {
        let behind = &sentence[word.end()..];
        let spoken = word.as_str().to_lowercase();
        // "En miljon" and "en halv miljon" count; "en insats" does not.
        let number = match spoken.as_str() {
            "en" | "ett" | "one" | "a" if unit(behind).1 > 0 => Some(Exact::ONE),
            "halv" | "halvt" | "half" if unit(behind).1 > 0 => Exact::fraction(1, 2),
            spoken => number_of(&spoken.replace('-', "")).map(Exact::whole),
        };
        let Some(number) = number else { continue };
        if NOT_COUNTED_BEHIND.as_ref().is_some_and(|p| p.is_match(behind)) {
            continue;
        }
        let (unit, length, kind) = unit(behind);
        let Some(value) = number.times(unit) else { continue };
        let range = word.start()..word.end() + length;
        found.push(Figure { range, digits: word.range(), value: Value::Number(value), kind });
    }
    found
}

/// `tjugotre` is 23, `hundratrettiotre` 133, `ett tjugotal` about 20.
pub(crate) fn number_of(word: &str) -> Option<i128> {
    if let Some(round) = word.strip_suffix("tals").or_else(|| word.strip_suffix("tal")) {
        return number_of(round).filter(|number| *number >= 10);
    }
    let Some((hundreds, rest)) = word.split_once("hundra") else { return below_hundred(word) };
    let hundreds = match hundreds {
        "" | "ett" => 1,
        hundreds => below_hundred(hundreds).filter(|n| (2..20).contains(n))?,
    };
    let rest = match rest.trim_start_matches("och") {
        "" => 0,
        "en" | "ett" => 1,
        rest => below_hundred(rest)?,
    };
    Some(100 * hundreds + rest)
}

fn below_hundred(word: &str) -> Option<i128> {
    let simple = |word: &str| words().find(|(known, _)| *known == word).map(|(_, number)| number);
    simple(word).or_else(|| {
        let (tens, number) = words().filter(|(_, n)| (20..100).contains(n)).find(|(t, _)| word.starts_with(t))?;
        let ones = match &word[tens.len()..] {
            "en" | "ett" | "one" => 1,
            rest => simple(rest).filter(|n| (1..10).contains(n))?,
        };
        Some(number + ones)
    })
}

fn fractions(sentence: &str) -> Vec<Figure> {
    let lower = sentence.to_lowercase();
    if lower.len() != sentence.len() {
        return Vec::new();
    }
    let mut found: Vec<Figure> = Vec::new();
    for (words, part, base) in FRACTIONS {
        for (start, text) in lower.match_indices(words) {
            let end = start + text.len();
            let inside = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            if inside(lower[..start].chars().next_back()) || inside(lower[end..].chars().next()) {
                continue;
            }
            if let Some(value) = Exact::fraction(part, base) {
                found.push(Figure {
                    range: start..end,
                    digits: start..end,
                    value: Value::Number(value),
                    kind: Kind::Share,
                });
            }
        }
    }
    found
}

/// Two numbers with *av* between them are a part and its base.
fn parts_of_bases(sentence: &str, figures: Vec<Figure>) -> Vec<Figure> {
    let mut joined: Vec<Figure> = Vec::new();
    for figure in figures {
        if let (Some(last), Value::Number(base)) = (joined.last_mut(), figure.value) {
            let between = sentence.get(last.range.end..figure.range.start).unwrap_or_default();
            let of = OF.as_ref().is_some_and(|pattern| pattern.is_match(between));
            if let Value::Number(part) = last.value
                && of
                && part.as_whole().is_some()
                && base.as_whole().is_some()
            {
                last.range.end = figure.range.end;
                last.value = Value::Of(part, base);
                continue;
            }
        }
        joined.push(figure);
    }
    joined
}

/// A sentence with a number in the place of another, where that one stands in it exactly once.
pub fn replace_number(sentence: &str, wrong: Exact, right: &str) -> Option<String> {
    let all = figures(sentence);
    let mut matching = all.iter().filter(|figure| match figure.value {
        Value::Number(number) => number == wrong,
        Value::Of(part, _) => part == wrong,
        Value::Word(_) => false,
    });
    let only = matching.next().filter(|_| matching.next().is_none())?;
    let digits = sentence.get(only.digits.clone())?;
    let is_word = digits.starts_with(|c: char| c.is_alphabetic());
    let written = digits.to_lowercase();
    // A fraction in words has no place for a number.
    if is_word && number_of(&written.replace('-', "")).is_none() {
        return None;
    }
    // The language of the word that was there is the sentence's.
    let is_english = ENGLISH.iter().any(|(word, _)| written.starts_with(word));
    let own: &[(&str, i128)] = if is_english { &ENGLISH } else { &SWEDISH };
    let spoken = own.iter().find(|(_, n)| right == n.to_string()).map(|(word, _)| *word);
    let right = spoken.filter(|_| is_word).unwrap_or(right);
    let mut corrected = sentence.to_owned();
    corrected.replace_range(only.digits.clone(), right);
    let mut letters = corrected.chars();
    Some(letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_with_its_currency() {
        let whole = |text: &str| figures(text).first().map(|own| text[with_currency(text, own)].to_owned());
        assert_eq!(whole("cirka 50 miljoner kronor till").as_deref(), Some("50 miljoner kronor"));
        assert_eq!(whole("50 miljoner till kronorna").as_deref(), Some("50 miljoner"));
        assert_eq!(whole("133 insatser").as_deref(), Some("133"));
        assert_eq!(whole("308 401 kronor").as_deref(), Some("308 401 kronor"));
    }

    fn values(sentence: &str) -> Vec<Value> {
        figures(sentence).into_iter().map(|f| f.value).collect()
    }

    fn number(numerator: i128, denominator: i128) -> Value {
        Value::Number(Exact::fraction(numerator, denominator).unwrap_or(Exact::ZERO))
    }

    #[test]
    fn numbers_are_read_as_reports_write_them() {
        assert_eq!(values("Totalt rör det sig om 1 449 insatser."), [number(1449, 1)]);
        assert_eq!(values("ca 135,4 miljoner kronor"), [number(135_400_000, 1)]);
        assert_eq!(values("83 procent av medlen, 45 % av insatserna"), [number(83, 100), number(45, 100)]);
        assert_eq!(values("18 av 21 regioner"), [Value::Of(Exact::whole(18), Exact::whole(21))]);
        assert_eq!(values("tretton av de tjugoen regionerna"), [Value::Of(Exact::whole(13), Exact::whole(21))]);
        assert_eq!(values("drygt var tredje region"), [number(1, 3)]);
        assert_eq!(values("Två tredjedelar av dem"), [number(2, 3)]);
        let words = figures("De flesta har flera mål.");
        assert!(words.len() == 2 && words.iter().all(Figure::is_word));
        assert_eq!(values("308\u{a0}894 kronor"), [number(308_894, 1)]);
        assert_eq!(values("hundratrettiotre insatser i ett tjugotal län"), [number(133, 1), number(20, 1)]);
        assert_eq!(values("tvåhundrafemtio eller etthundra"), [number(250, 1), number(100, 1)]);
        assert_eq!(values("en halv miljon kronor, en miljard kronor"), [number(500_000, 1), number(1_000_000_000, 1)]);
        assert_eq!(values("Twenty-one of the thirty regions"), [Value::Of(Exact::whole(21), Exact::whole(30))]);
        assert_eq!(values("ett antal samtal i ett kvartal, en insats"), []);
    }

    #[test]
    fn numbers_that_nobody_counted_are_passed_over() {
        for sentence in [
            "Se figur 2 och tabell 14b.",
            "Under 2024 och den 1 april 2025 gällde förordningen (2021:18).",
            "Målgruppen barn och unga 7–17 år samt unga vuxna 18–29 år.",
            "Koden G1.4 avser samverkan (figurerna 2, 3 och 4).",
            "Ring 075-247 30 00 eller se dnr 4.1-12345/2024 och rapport 2024-3-8971 från 2024-03-14.",
            "Enligt 16 kap. 1 § hälso- och sjukvårdslagen (2017:30).",
        ] {
            assert_eq!(values(sentence), [], "{sentence}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_sentence_makes_the_search_panic(sentence in "\\PC{0,80}", number in 0_i128..50) {
            let _ = figures(&sentence);
            let _ = replace_number(&sentence, Exact::whole(number), "3");
        }

        /// A number that is written into a sentence in any of the usual ways is found there with its value.
        #[test]
        fn a_number_is_found_however_it_is_written(number in 3_i128..1_000_000, way in 0..4_usize) {
            proptest::prop_assume!(!(1900..2100).contains(&number));
            let grouped = crate::wording::Language::Swedish.integer(i64::try_from(number).unwrap_or(0));
            let written = [number.to_string(), grouped.clone(), grouped.replace('\u{a0}', " "), grouped.replace('\u{a0}', "\u{202f}")];
            let found = values(&format!("Totalt redovisades {} insatser under 2024.", written[way]));
            proptest::prop_assert_eq!(found, [super::tests::number(number, 1)]);
        }
    }

    #[test]
    fn a_wrong_number_is_set_right_where_it_stands_once() {
        let replaced = |sentence, wrong: i128, right| replace_number(sentence, Exact::whole(wrong), right);
        assert_eq!(replaced("18 av 21 regioner svarar ja", 18, "17").as_deref(), Some("17 av 21 regioner svarar ja"));
        assert_eq!(replaced("Två regioner har medverkat", 2, "3").as_deref(), Some("Tre regioner har medverkat"));
        assert_eq!(replaced("Four interventions took part", 4, "5").as_deref(), Some("Five interventions took part"));
        assert_eq!(replaced("Twenty-one of them are courses", 21, "0").as_deref(), Some("Zero of them are courses"));
        assert_eq!(replaced("Tjugofem av dem är kurser", 25, "0").as_deref(), Some("Noll av dem är kurser"));
        assert_eq!(replaced("3 regioner och 3 län", 3, "4"), None);
        assert_eq!(replaced("Hälften", 2, "4"), None);
    }
}
