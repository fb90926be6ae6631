//! Words by which sentences and claims are compared, and how much each of them tells.

use std::collections::{BTreeMap, BTreeSet};

use crate::claims::numbers::number_of;
use crate::claims::quantifiers::quantifiers;

/// Longer words are compared by so many letters, which is enough for Swedish inflection.
const STEM: usize = 6;

/// Endings of short words, whose beginning they would otherwise hide.
const ENDINGS: [&str; 12] = ["arna", "erna", "orna", "ens", "ets", "ena", "en", "et", "ar", "er", "or", "na"];

/// Units belong to numbers: what a text is about they do not say.
const UNITS: [&str; 11] = [
    "miljon",
    "miljoner",
    "miljard",
    "miljarder",
    "tusen",
    "procent",
    "procentenheter",
    "million",
    "percent",
    "antal",
    "andel",
];

/// Words that stand for others.
const SAME: [(&str, &str); 9] = [
    ("mnkr", "kronor"),
    ("mkr", "kronor"),
    ("tkr", "kronor"),
    ("kr", "kronor"),
    ("tillsammans", "sammanlagt"),
    ("sammantaget", "sammanlagt"),
    ("totalt", "sammanlagt"),
    ("summa", "sammanlagt"),
    ("mottagare", "rekvirera"),
];

const STOP_WORDS: [&str; 85] = [
    "och",
    "att",
    "som",
    "för",
    "med",
    "har",
    "den",
    "det",
    "de",
    "dem",
    "en",
    "ett",
    "är",
    "av",
    "på",
    "till",
    "i",
    "om",
    "sig",
    "inte",
    "även",
    "var",
    "vid",
    "från",
    "eller",
    "också",
    "hos",
    "där",
    "samt",
    "kan",
    "men",
    "dock",
    "under",
    "inom",
    "mer",
    "än",
    "sin",
    "sina",
    "dessa",
    "denna",
    "detta",
    "man",
    "när",
    "ha",
    "varit",
    "st",
    "så",
    "ska",
    "blev",
    "dessutom",
    "medan",
    "stället",
    "istället",
    "däremot",
    "därmed",
    "alltså",
    "emellertid",
    "ändå",
    "hade",
    "the",
    "and",
    "of",
    "in",
    "to",
    "for",
    "with",
    "has",
    "have",
    "had",
    "that",
    "are",
    "is",
    "was",
    "were",
    "by",
    "on",
    "they",
    "them",
    "it",
    "as",
    "at",
    "an",
    "this",
    "these",
    "or",
];

/// Those who got funds, whoever they are.
pub(super) const RECIPIENT: &str = "mottagare recipients";
/// What a heading leaves out that tells a total.
pub(super) const OF_TOTALS: &str =
    "Inom området har redovisats, sammanlagt rekvirerades. Reported, requisitioned in the area.";
/// What it names, beside those who answered and the area.
pub(super) const TOTALS: &str = "insatser, kronor, medel, interventions, funds";

/// What the base of a figure counts, beside those who answered.
pub(super) const BASED: &str = "insatser, svar, interventions, answers, responses";

/// Words after which those who answer are not those that a clause is about: *collaboration with municipalities*.
pub(super) const NOT_ABOUT: [&str; 16] = [
    "mellan", "med", "om", "till", "mot", "än", "såväl", "både", "från", "between", "with", "about", "to", "than",
    "both", "from",
];
/// Before what something was, and before what it became.
pub(super) const FROM: &str = "från ";
pub(super) const TO: &str = " till ";
/// Behind a number of some of them.
pub(super) const PARTS: [&str; 3] = ["av insatserna", "av dem", "of the interventions"];
/// Between a part and what it is of.
pub(super) const OF_PART: &str = " av ";
/// How words begin for what was paid back.
pub(super) const REPAID: &str = "återbetal";

/// What stands between the sides of a comparison, and behind the second where the verb comes last.
pub(super) const THAN: [&str; 2] = [" än ", " than "];
pub(super) const VERBS: [&str; 6] = [" är ", " har ", " is ", " are ", " has ", " have "];

/// Before those whose answers a sentence speaks of.
pub(super) const AMONG: [&str; 9] = ["i", "bland", "hos", "av", "in", "among", "of", "by", "the"];
/// What is added to those who answer where they are known.
pub(super) const KNOWN_ONES: [&str; 6] = ["", "na", "nas", "s", "en", "ens"];
/// Words by which a caption says that it was asked and answered; what it shows they do not say.
pub(super) const ANSWERING: [&str; 29] = [
    "svar",
    "svarat",
    "svarade",
    "svarande",
    "svara",
    "besvarat",
    "enligt",
    "fick",
    "fått",
    "gick",
    "ställdes",
    "följdfråga",
    "frågan",
    "arbete",
    "arbetet",
    "redovisade",
    "answer",
    "answered",
    "answers",
    "asked",
    "according",
    "question",
    "work",
    "ja",
    "nej",
    "yes",
    "alternativ",
    "alternativen",
    "options",
];

/// A word by its place in a vocabulary.
pub(super) type Word = usize;

/// The words of claims, each with what it tells: rare ones more.
#[derive(Default)]
pub(super) struct Vocabulary {
    known: BTreeMap<String, Word>,
    weights: Vec<f64>,
    /// What a word tells that no claim has.
    unseen: f64,
}

impl Vocabulary {
    /// Of the words of claims; further ones may be said of them.
    pub(super) fn new(claims: &[BTreeSet<String>], further: impl Iterator<Item = String>) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        claims.iter().flatten().for_each(|word| *counts.entry(word.clone()).or_default() += 1);
        further.for_each(|word| *counts.entry(word).or_default() += 0);
        let all = claims.len() as f64;
        let weight = |count: usize| ((all + 1.0) / (count as f64 + 1.0)).ln() + 1.0;
        let weights = counts.values().map(|count| weight(*count)).collect();
        let known = counts.into_keys().enumerate().map(|(at, word)| (word, at)).collect();
        Self { known, weights, unseen: weight(0) }
    }

    pub(super) fn len(&self) -> usize {
        self.weights.len()
    }

    pub(super) fn weight(&self, word: Word) -> f64 {
        self.weights.get(word).copied().unwrap_or(self.unseen)
    }

    /// The known words of a text, and what its unknown ones would tell.
    pub(super) fn read(&self, text: &str) -> (BTreeSet<Word>, f64) {
        let (mut found, mut unknown) = (BTreeSet::new(), 0.0);
        for word in words(text) {
            match self.known.get(&word) {
                Some(known) => drop(found.insert(*known)),
                None => unknown += self.unseen,
            }
        }
        let tails = text.split(|c: char| !c.is_alphabetic()).filter_map(tail);
        found.extend(tails.filter_map(|tail| self.known.get(&tail)));
        (found, unknown)
    }
}

/// The words of a text that say what it is about. How many there are is not what it is about.
pub(super) fn words(text: &str) -> BTreeSet<String> {
    let mut rest = String::with_capacity(text.len());
    let mut at = 0;
    for (range, _) in quantifiers(text) {
        rest.push_str(&text[at..range.start]);
        rest.push(' ');
        at = range.end;
    }
    rest.push_str(&text[at..]);
    rest.split(|c: char| !c.is_alphanumeric()).filter_map(word).collect()
}

/// A word as it is compared; nothing for one that says nothing.
pub(super) fn word(word: &str) -> Option<String> {
    let spoken = word.to_lowercase();
    let spoken = SAME.iter().find(|(own, _)| *own == spoken).map_or(spoken, |(_, other)| (*other).to_owned());
    let says = word.chars().count() > 1
        && word.chars().all(char::is_alphabetic)
        && !STOP_WORDS.contains(&spoken.as_str())
        && !UNITS.contains(&spoken.as_str())
        && number_of(&spoken).is_none();
    says.then(|| stem(&spoken))
}

/// What a compound is at its end, as it is compared: *organisationer* of *anhörigorganisationer*.
fn tail(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let is_inside = |tail: &&&str| word.find(**tail).is_some_and(|at| at >= 4);
    TAILS.iter().find(is_inside).map(|tail| stem(tail))
}

/// Ends of compounds that stand alone as well.
const TAILS: [&str; 4] = ["organisation", "verksamhet", "mottagning", "utbildning"];

/// Whether a word, in small letters, says nothing by itself.
pub(super) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(&word)
}

/// Whether a word is a month.
pub(super) fn is_month(word: &str) -> bool {
    const MONTHS: &str = " januari februari mars april maj juni juli augusti september oktober november december january february \
        march may june july august october jan feb mar apr jun jul aug sep sept okt oct nov dec ";
    MONTHS.contains(&format!(" {} ", word.to_lowercase()))
}

fn stem(word: &str) -> String {
    if word.starts_with("medl") {
        return "medel".to_owned();
    }
    let length = word.chars().count();
    if length > STEM {
        return word.chars().take(STEM).collect();
    }
    let bare = |ending: &&str| word.strip_suffix(*ending).filter(|rest| rest.chars().count() >= 3);
    let shorter = ENDINGS.iter().find_map(bare);
    shorter
        .or_else(|| (length < STEM).then(|| word.strip_suffix('s')).flatten().filter(|rest| rest.chars().count() > 2))
        .unwrap_or(word)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_words_are_the_same() {
        for (one, other) in [
            ("insats", "insatserna"),
            ("mål", "målen"),
            ("län", "länens"),
            ("medel", "medlen"),
            ("region", "regionernas"),
            ("goal", "goals"),
            ("vården", "vård"),
        ] {
            assert_eq!(word(one), word(other), "{one} {other}");
        }
    }

    #[test]
    fn what_quantifies_is_not_what_a_text_is_about() {
        let found: Vec<String> = words("Näst vanligast bland de 21 målen är tolv kurser.").into_iter().collect();
        assert_eq!(found, ["bland", "kurs", "mål"]);
    }
}
