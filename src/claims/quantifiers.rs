//! Words that quantify without a number, in groups: words of a group mean the same, those of other groups of its axis
//! something else. *Flest* may stand for *vanligast*, and not for *näst vanligast*.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// What words speak of. Only words that speak of the same can contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    /// A place in a ranking.
    Place,
    /// How large a part of all.
    Part,
    /// How many, without saying how many.
    Amount,
    /// How often something is met with.
    Common,
    /// More or less than something else.
    More,
    /// How many times as much.
    Times,
    /// More or less than before.
    Change,
    /// Nothing that is compared.
    None,
}

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Saying {
    /// What it speaks of.
    pub axis: Axis,
    /// Which of the things that can be said of it.
    pub group: u8,
}

impl Saying {
    /// Whether it says that something is more or less than something else.
    pub fn is_comparison(self) -> bool {
        self.axis == Axis::More && self.group != ALIKE
    }

    /// Whether two words may both be said of the same.
    pub fn agrees(self, other: Self) -> bool {
        let pair = (self.group.min(other.group), self.group.max(other.group));
        self.axis != other.axis || self.group == other.group || (self.axis == Axis::Amount && AMOUNTS.contains(&pair))
    }
}

const FIRST: u8 = 1;
const SECOND: u8 = 2;
const THIRD: u8 = 3;
const LAST_BUT_ONE: u8 = 8;
const LAST: u8 = 9;
const ALL: u8 = 5;
const MAJORITY: u8 = 4;
const MINORITY: u8 = 2;
const NONE: u8 = 0;
const MANY: u8 = 4;
const SEVERAL: u8 = 3;
const SOME: u8 = 2;
const FEW: u8 = 1;
const MORE: u8 = 2;
const ALIKE: u8 = 1;
const LESS: u8 = 0;

/// A place in a ranking, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// The n-th largest.
    FromTop(usize),
    /// The n-th smallest.
    FromBottom(usize),
}

impl Saying {
    /// The place in a ranking that it says.
    pub fn rank(self) -> Option<Rank> {
        match (self.axis, self.group) {
            (Axis::Place, FIRST) => Some(Rank::FromTop(1)),
            (Axis::Place, SECOND) => Some(Rank::FromTop(2)),
            (Axis::Place, THIRD) => Some(Rank::FromTop(3)),
            (Axis::Place, LAST) => Some(Rank::FromBottom(1)),
            (Axis::Place, LAST_BUT_ONE) => Some(Rank::FromBottom(2)),
            _ => None,
        }
    }

    /// Whether it says that something is more than before, or less; `None` where it says neither.
    pub fn change(self) -> Option<std::cmp::Ordering> {
        match (self.axis, self.group) {
            (Axis::Change | Axis::More, MORE) => Some(std::cmp::Ordering::Greater),
            (Axis::Change | Axis::More, LESS) => Some(std::cmp::Ordering::Less),
            _ => None,
        }
    }
}

/// Amounts that are said of the same number.
const AMOUNTS: [(u8, u8); 3] = [(SEVERAL, MANY), (SOME, SEVERAL), (FEW, SOME)];

/// The words, Swedish and English, each as a pattern of whole words. The first that fits counts: longer ones stand first.
const WORDS: &[(&str, Axis, u8)] = &[
    // What bounds a number, and names where nothing is compared.
    (
        r"(?:minst|högst|at least|at most) (?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|hälften|half|one|two|three|four|five|six|seven|eight|nine|ten)",
        Axis::None,
        0,
    ),
    (r"alla utom|samtliga utom|all but", Axis::None, 0),
    (r"mest framträdande", Axis::Place, FIRST),
    (r"tre gånger så|three times(?: as)?", Axis::Times, 3),
    (r"fyra gånger så|four times(?: as)?", Axis::Times, 4),
    (r"fem gånger så|five times(?: as)?", Axis::Times, 5),
    (r"dubbelt så|två gånger så|twice(?: as)?|two times(?: as)?", Axis::Times, 2),
    (r"hälften så|half as", Axis::Times, 0),
    (r"näst (?:allra )?(?:vanligast\w*|störst\w*|flest|mest|högst\w*|oftast)", Axis::Place, SECOND),
    (r"på andra plats|second[- ](?:largest|most(?: common| often)?|highest|place)", Axis::Place, SECOND),
    (r"tredje (?:vanligast\w*|störst\w*|flest|mest|högst\w*)|på tredje plats", Axis::Place, THIRD),
    (r"third[- ](?:largest|most(?: common| often)?|highest|place)", Axis::Place, THIRD),
    (
        r"näst (?:minst(?: vanlig\w*| ofta)?|minsta|lägst\w*|färst)|second[- ](?:lowest|smallest|least(?: common)?)",
        Axis::Place,
        LAST_BUT_ONE,
    ),
    (r"minst (?:vanlig\w*|ofta)|minsta|minst|lägst\w*|färst|ovanligast\w*", Axis::Place, LAST),
    (r"least common|least often|least|lowest|smallest|fewest", Axis::Place, LAST),
    (r"de (?:allra )?flesta|(?:en |den )?(?:stor |stora )?majoritet(?:en)?|merparten|flertalet", Axis::Part, MAJORITY),
    (r"(?:a |the )?(?:large )?majority|most of|mostly", Axis::Part, MAJORITY),
    (r"(?:en |den )?(?:liten )?minoritet(?:en)?|en mindre del|(?:a |the )?(?:small )?minority", Axis::Part, MINORITY),
    (r"nästan (?:alla|samtliga)|så gott som alla|almost all", Axis::Part, MAJORITY),
    (r"samtliga|alla|all of|every one of", Axis::Part, ALL),
    (r"ingen|inga|inget|none", Axis::Part, NONE),
    (r"(?:allra )?vanligast\w*|flest|störst\w*|oftast|mest|högst\w*|främst", Axis::Place, FIRST),
    (r"most common|most often|the most|largest|biggest|highest|most frequent", Axis::Place, FIRST),
    (r"most", Axis::None, 0),
    (r"mindre vanlig\w*|ovanlig[at]?|ganska ovanlig\w*|sällsyn\w+|sällan|uncommon|rarely|rare", Axis::Common, LESS),
    (r"lika (?:vanlig\w*|många|ofta|stor\w*)|as (?:many|common|often|large)", Axis::More, ALIKE),
    (r"mer sällan|mindre ofta|ovanligare|färre|mindre|lägre", Axis::More, LESS),
    (r"less (?:common|often)|less|fewer|lower|smaller", Axis::More, LESS),
    (r"mer ofta|vanligare|oftare|fler|större|högre", Axis::More, MORE),
    (r"more (?:common|often)|more|larger|higher|greater", Axis::More, MORE),
    (r"vanlig[at]?|ofta|common|often", Axis::Common, MORE),
    (r"många|many", Axis::Amount, MANY),
    (r"flera|several", Axis::Amount, SEVERAL),
    (r"några|some", Axis::Amount, SOME),
    (r"(?:ett )?fåtal(?:et)?|få|few", Axis::Amount, FEW),
    (r"ökat|stigit|vuxit|fördubblats|ökningen|has increased|have increased|increased", Axis::Change, MORE),
    (r"minskat|sjunkit|halverats|minskningen|has decreased|have decreased|decreased", Axis::Change, LESS),
    (r"oförändra\w+|unchanged", Axis::Change, ALIKE),
];

/// All of them, with the sign behind, where a text begins: they are looked for from word to word. A search that may begin anywhere and
/// word boundaries (`\b`) beside *å* would take many times as long.
static ALL_WORDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let all: Vec<String> = WORDS.iter().map(|(words, ..)| format!("(?:{words})")).collect();
    Regex::new(&format!(r"(?i)^(?:{})(?:\W|$)", all.join("|")).replace(' ', "[ \u{a0}]")).ok()
});
static WORD: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\w+").ok());
static EACH: LazyLock<Vec<(Regex, Saying)>> = LazyLock::new(|| {
    let of = |(words, axis, group): &(&str, Axis, u8)| {
        let pattern = format!("(?i)^(?:{words})$").replace(' ', "[ \u{a0}]");
        Some((Regex::new(&pattern).ok()?, Saying { axis: *axis, group: *group }))
    };
    WORDS.iter().filter_map(of).collect()
});

/// Parts that are compared where *än* follows.
const PARTS: [&str; 1] = ["en mindre del"];

/// Where words that quantify stand in a sentence, in bytes, and what each says.
pub fn quantifiers(sentence: &str) -> Vec<(Range<usize>, Saying)> {
    let compared = |word: Range<usize>| {
        let text = &sentence[word.clone()];
        let behind = &sentence[word.end..];
        let part = PARTS.iter().find(|part| text.to_lowercase() == **part);
        let is_compared = behind.contains(" än ") || behind.contains(" than ");
        // "En mindre del … än" compares.
        part.filter(|_| is_compared).map_or(word.clone(), |_| word.start + "en ".len()..word.end - " del".len())
    };
    let found = places(sentence).into_iter().map(compared);
    found.filter_map(|range| Some((range.clone(), saying(&sentence[range])?))).collect()
}

/// Where words that quantify stand, one after the other.
fn places(sentence: &str) -> Vec<Range<usize>> {
    let Some((word, all)) = WORD.as_ref().zip(ALL_WORDS.as_ref()) else { return Vec::new() };
    let words: Vec<Range<usize>> = word.find_iter(sentence).map(|word| word.range()).collect();
    let mut places = Vec::new();
    let mut end = 0;
    for word in &words {
        let Some(found) = all.find(&sentence[word.start..]).filter(|_| word.start >= end) else { continue };
        let reach = word.start + found.end();
        end = words.iter().map(|word| word.end).take_while(|end| *end <= reach).last().unwrap_or(reach);
        places.push(word.start..end);
    }
    places
}

/// What a word says.
pub fn saying(word: &str) -> Option<Saying> {
    EACH.iter().find(|(pattern, _)| pattern.is_match(word)).map(|(_, saying)| *saying)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(sentence: &str) -> Vec<(&str, Axis, u8)> {
        quantifiers(sentence).into_iter().map(|(at, s)| (&sentence[at], s.axis, s.group)).collect()
    }

    #[test]
    fn words_are_known_with_what_they_say() {
        assert_eq!(said("Näst vanligast är kurser."), [("Näst vanligast", Axis::Place, SECOND)]);
        assert_eq!(said("Minst fem slag."), [("Minst fem", Axis::None, 0)]);
        assert_eq!(said("den som fått minst"), [("minst", Axis::Place, LAST)]);
        assert_eq!(said("tre gånger så många län"), [("tre gånger så", Axis::Times, 3), ("många", Axis::Amount, MANY)]);
        assert_eq!(
            said("De flesta är mer sällan med"),
            [("De flesta", Axis::Part, MAJORITY), ("mer sällan", Axis::More, LESS)]
        );
    }

    #[test]
    fn only_whole_words_quantify() {
        assert_eq!(said("Måttligt, oftastlig och (få) fårskötsel"), [("få", Axis::Amount, FEW)]);
        assert_eq!(said("flest_ag mest"), [("mest", Axis::Place, FIRST)]);
        assert_eq!(said("få, flera"), [("få", Axis::Amount, FEW), ("flera", Axis::Amount, SEVERAL)]);
    }

    #[test]
    fn words_that_mean_the_same_agree_and_others_do_not() {
        let agree = |one: &str, other: &str| saying(one).zip(saying(other)).map(|(one, other)| one.agrees(other));
        assert_eq!(agree("flest", "vanligast"), Some(true));
        assert_eq!(agree("vanligast", "näst vanligast"), Some(false));
        assert_eq!(agree("störst", "minst"), Some(false));
        assert_eq!(agree("merparten", "de flesta"), Some(true));
        assert_eq!(agree("majoriteten", "en minoritet"), Some(false));
        assert_eq!(agree("flera", "många"), Some(true));
        assert_eq!(agree("få", "många"), Some(false));
        assert_eq!(agree("fewer", "more"), Some(false));
        assert_eq!(agree("alla", "näst vanligast"), Some(true));
    }
}
