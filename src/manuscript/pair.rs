//! Which claim a number in a manuscript belongs to, by its sentence.
//!
//! Manuscripts do not repeat claims word by word. What decides is how much of a claim's own words stands in the sentence
//! (rare words count more), how much in the part of the sentence around the number, whether the number is the one that the
//! claim states, and whether the headings above name the claim's area. Words are compared by their beginnings, which is
//! enough for Swedish inflection.

use std::collections::{BTreeMap, BTreeSet};

use super::text::Sentence;
use crate::claims::Claim;
use crate::claims::numbers::{Figure, Kind, Value, figures, number_of};

/// Words are compared by so many letters.
const STEM: usize = 6;
/// A claim whose words are less like the sentence, of at most about 1.7, does not cover another number in it.
const LIKE_ENOUGH: f64 = 1.0;
/// The same where the number is the one that the claim states, less what the rarity of the number counts.
const LIKE_ENOUGH_WITH_NUMBER: f64 = 1.0;
/// What it counts that the number is the one that the claim states, for a number that many claims state; a number that no
/// other claim states counts about three times as much.
const SAME_NUMBER: f64 = 0.25;
/// What it counts by how few claims state a number.
const RARE_NUMBER: f64 = 0.1;
/// What it counts that the headings name the claim's area, or another one.
const SAME_AREA: f64 = 0.25;

const STOP_WORDS: [&str; 60] = [
    "och", "att", "som", "för", "med", "har", "den", "det", "de", "en", "ett", "är", "av", "på", "till", "i", "om",
    "sig", "inte", "även", "var", "vid", "från", "eller", "också", "hos", "där", "samt", "kan", "men", "dock", "under",
    "inom", "mer", "än", "sin", "sina", "dessa", "denna", "detta", "man", "när", "ha", "varit", "the", "and", "of",
    "in", "to", "for", "with", "has", "have", "that", "are", "is", "was", "were", "by", "on",
];

/// A number of a sentence with the claim that covers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paired {
    /// The number or word.
    pub figure: Figure,
    /// The position of the claim among the claims; `None` where none covers it.
    pub claim: Option<usize>,
    /// Whether the claim states the same; a number that differs has been changed in one place only.
    pub same: bool,
}

impl Paired {
    /// Whether the manuscript has another number than the claim that covers it. Of words only numbers are compared:
    /// *flest* may stand for *vanligast*.
    pub fn differs(&self) -> bool {
        self.claim.is_some() && !self.same && self.figure.value != Value::Word
    }
}

/// A claim as it is compared.
struct Candidate {
    words: BTreeSet<String>,
    figures: Vec<(Value, Kind, String)>,
    area: usize,
}

/// All claims as they are compared.
pub struct Pairing {
    candidates: Vec<Candidate>,
    weights: BTreeMap<String, f64>,
    unseen: f64,
    areas: Vec<BTreeSet<String>>,
}

impl Pairing {
    /// For claims, and the ids and titles of the areas.
    pub fn new(claims: &[Claim], areas: &[(String, String)]) -> Self {
        let candidates: Vec<Candidate> = claims
            .iter()
            .map(|claim| Candidate {
                words: words(&claim.statement),
                figures: figures(&claim.statement)
                    .iter()
                    .map(|f| (f.value, f.kind, stem_of(f, &claim.statement)))
                    .collect(),
                area: areas.iter().position(|(id, _)| *id == claim.area).unwrap_or(usize::MAX),
            })
            .collect();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        candidates.iter().flat_map(|c| &c.words).for_each(|word| *counts.entry(word.clone()).or_default() += 1);
        let all = candidates.len() as f64;
        let weight = |count: usize| ((all + 1.0) / (count as f64 + 1.0)).ln() + 1.0;
        Self {
            weights: counts.into_iter().map(|(word, count)| (word, weight(count))).collect(),
            unseen: weight(0),
            areas: areas.iter().map(|(_, title)| words(title)).collect(),
            candidates,
        }
    }

    fn weight(&self, words: &BTreeSet<String>) -> f64 {
        words.iter().map(|word| self.weights.get(word).copied().unwrap_or(self.unseen)).sum()
    }

    fn shared(&self, one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
        one.intersection(other).map(|word| self.weights.get(word).copied().unwrap_or(self.unseen)).sum()
    }

    /// The area that headings name, the innermost that names one.
    fn area(&self, headings: &[String]) -> Option<usize> {
        headings.iter().rev().find_map(|heading| {
            let heading = words(heading);
            let share = |area: &BTreeSet<String>| self.shared(area, &heading) / self.weight(area).max(1.0);
            let mut best: Option<(usize, f64)> = None;
            let mut second = 0.0;
            for (at, area) in self.areas.iter().enumerate() {
                let share = share(area);
                if best.is_none_or(|(_, so_far)| share > so_far) {
                    second = best.map_or(0.0, |(_, so_far)| so_far);
                    best = Some((at, share));
                } else if share > second {
                    second = share;
                }
            }
            best.filter(|(_, share)| *share >= 0.4 && *share > second).map(|(at, _)| at)
        })
    }

    /// Every number of a sentence with the claim that covers it.
    pub fn pair(&self, sentence: &Sentence) -> Vec<Paired> {
        let all = figures(&sentence.text);
        if all.is_empty() {
            return Vec::new();
        }
        let in_sentence = words(&sentence.text);
        // Where headings leave the area open, as in a summary, the sentence may name it.
        let last = sentence.headings.last().map_or("", String::as_str);
        let area = self.area(&sentence.headings).or_else(|| self.area(&[format!("{last} {}", sentence.text)]));
        let likeness: Vec<f64> = self.candidates.iter().map(|c| self.likeness(c, &in_sentence, area)).collect();
        all.iter()
            .map(|figure| {
                let around = words(around(&sentence.text, figure, &all));
                let own = stem_of(figure, &sentence.text);
                let stating: Vec<Option<bool>> = self.candidates.iter().map(|c| states(c, figure, &own)).collect();
                let equal = stating.iter().filter(|same| **same == Some(true)).count() as f64;
                let rarity = ((self.candidates.len() as f64 + 1.0) / (equal + 1.0)).ln();
                let mut best: Option<(usize, f64, bool)> = None;
                for (at, candidate) in self.candidates.iter().enumerate() {
                    let Some(same) = stating[at] else { continue };
                    let near = self.shared(&candidate.words, &around) / self.weight(&candidate.words).max(1.0);
                    let words = likeness[at] + near / 2.0;
                    let score = words + if same { SAME_NUMBER + RARE_NUMBER * rarity } else { 0.0 };
                    let enough = if same { LIKE_ENOUGH_WITH_NUMBER } else { LIKE_ENOUGH };
                    if score >= enough && best.is_none_or(|(_, so_far, _)| score > so_far) {
                        best = Some((at, score, same));
                    }
                }
                Paired {
                    figure: figure.clone(),
                    claim: best.map(|(at, ..)| at),
                    same: best.is_some_and(|(_, _, same)| same),
                }
            })
            .collect()
    }

    fn likeness(&self, candidate: &Candidate, sentence: &BTreeSet<String>, area: Option<usize>) -> f64 {
        let shared = self.shared(&candidate.words, sentence);
        let of_claim = shared / self.weight(&candidate.words).max(1.0);
        let of_sentence = shared / self.weight(sentence).max(1.0);
        let place = match area {
            Some(area) if area == candidate.area => SAME_AREA,
            Some(_) if candidate.area != usize::MAX => -SAME_AREA,
            _ => 0.0,
        };
        0.7 * of_claim + 0.3 * of_sentence + place
    }
}

/// Whether a claim states a figure; `None` where it states nothing of the kind, so that it cannot cover it.
fn states(candidate: &Candidate, figure: &Figure, own: &str) -> Option<bool> {
    let (mut of_kind, mut same) = (false, false);
    for (value, kind, stem) in &candidate.figures {
        match (figure.value, *value) {
            _ if figure.kind != *kind => {}
            (Value::Word, _) | (_, Value::Word) => (of_kind, same) = (true, same || stem == own),
            (one, other) if one == other => (of_kind, same) = (true, true),
            (Value::Of(part, _), Value::Number(number)) | (Value::Number(number), Value::Of(part, _)) => {
                (of_kind, same) = (true, same || part == number);
            }
            _ => of_kind = true,
        }
    }
    of_kind.then_some(same)
}

/// The part of a sentence that a figure stands in: to the next comma, bracket or conjunction between clauses, unless
/// another figure is nearer.
fn around<'a>(sentence: &'a str, figure: &Figure, all: &[Figure]) -> &'a str {
    let breaks = [", ", "; ", ": ", " (", " medan ", " men ", " respektive ", " while ", " and ", " och "];
    let mut start = 0;
    let mut end = sentence.len();
    for sign in breaks {
        for (at, _) in sentence.match_indices(sign) {
            let divides =
                |from: usize, to: usize| all.iter().any(|f| f != figure && f.range.start >= from && f.range.end <= to);
            if at < figure.range.start && divides(0, at) {
                start = start.max(at);
            }
            if at >= figure.range.end && divides(at, sentence.len()) {
                end = end.min(at);
            }
        }
    }
    sentence.get(start..end).unwrap_or(sentence)
}

fn stem(word: &str) -> String {
    word.to_lowercase().chars().take(STEM).collect()
}

fn stem_of(figure: &Figure, sentence: &str) -> String {
    let text = sentence.get(figure.digits.clone()).unwrap_or_default();
    // "Näst vanligast" is not "vanligast".
    text.split_whitespace().map(stem).collect::<Vec<_>>().join(" ")
}

/// The words of a text that say what it is about, by their beginnings. How many there are is not what it is about.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 1 && word.chars().all(char::is_alphabetic))
        .map(str::to_lowercase)
        .filter(|word| !STOP_WORDS.contains(&word.as_str()) && number_of(word).is_none())
        .map(|word| stem(&word))
        .collect()
}
