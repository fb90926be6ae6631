//! What a text names of a study's breakdowns: their values, and what these are called together.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::lexicon::{Lexicon, Token, Word};
use super::words::{FUNDS, INTERVENTIONS, OF_TOTALS, OTHER, begins, is_yes};
use crate::claims::{Measured, Tallied, Tally};
use crate::exact::Exact;

/// So much of a label must stand in a text to be it; of a label of which no other value has the words, less.
const OF_LABEL: f64 = 0.4;
const OF_LABEL_ALONE: f64 = 0.3;
/// An item of a few is known by one of its words, as if so much of it stood there.
const FEW: usize = 5;
const OF_ITEM: f64 = 0.45;
/// Of two labels that the same words name the one is meant that is clearly more like them.
const NEARLY: f64 = 0.85;
/// Words of a label stand no farther apart, in words.
const APART: usize = 4;

/// A breakdown with its words.
struct Known<'t> {
    tally: &'t Tally,
    /// What its values are called together, and of these the words that no other breakdown of the area has.
    group: BTreeSet<Word>,
    own: BTreeSet<Word>,
    /// The words of the answers that are counted, without those that all answers have; and those of all answers.
    answers: BTreeSet<Word>,
    scale: BTreeSet<Word>,
    labels: Vec<Label>,
}

#[derive(Default)]
struct Label {
    words: BTreeSet<Word>,
    weight: f64,
    needed: BTreeSet<Word>,
}

/// A value that a text names.
#[derive(Clone, Debug)]
pub(super) struct Mention<'t> {
    /// The breakdown.
    pub(super) tally: &'t Tally,
    /// The value.
    pub(super) value: &'t Tallied,
    /// Where it is named, in bytes.
    pub(super) range: Range<usize>,
    /// How much of the label stands there, as a part of one.
    pub(super) coverage: f64,
    /// What that tells.
    score: f64,
    known: usize,
}

/// All breakdowns of a study.
pub(super) struct Breakdowns<'t> {
    pub(super) lexicon: Lexicon,
    all: Vec<Known<'t>>,
    by_area: BTreeMap<&'t str, Vec<usize>>,
}

impl<'t> Breakdowns<'t> {
    pub(super) fn new(tallies: &'t [Tally]) -> Self {
        let mut lexicon = Lexicon::default();
        let mut all: Vec<Known<'t>> = Vec::new();
        let mut by_area: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        // What a question is called in one area it may be called in another.
        let mut groups: BTreeMap<&str, String> = BTreeMap::new();
        tallies.iter().for_each(|tally| *groups.entry(&tally.of).or_default() += &format!(" {}", tally.group));
        for (at, tally) in tallies.iter().enumerate() {
            by_area.entry(&tally.area).or_default().push(at);
            let group =
                lexicon.learn(&without_numbers(&without_totals(groups.get(tally.of.as_str()).unwrap_or(&tally.group))));
            let label = |(at, value): (usize, &Tallied)| match is_yes(&value.label) {
                true if at == 0 && tally.answers.is_empty() => group.clone(),
                _ => lexicon.learn(&own_words(&value.label)),
            };
            let words: Vec<BTreeSet<Word>> = tally.values.iter().enumerate().map(label).collect();
            let answers = tally.answers.iter().flat_map(|answer| lexicon.learn(answer)).collect();
            let labels = words.into_iter().map(|words| Label { words, ..Label::default() }).collect();
            all.push(Known { tally, group, own: BTreeSet::new(), answers, scale: BTreeSet::new(), labels });
        }
        let mut made = Self { lexicon, all, by_area };
        made.weigh();
        made.tell_apart();
        made
    }

    fn weigh(&mut self) {
        for known in &mut self.all {
            for (label, value) in known.labels.iter_mut().zip(&known.tally.values) {
                label.weight = self.lexicon.weigh_label(&label.words);
                label.needed = needed(&self.lexicon, &own_words(&value.label));
            }
        }
    }

    /// Finds the words of each breakdown's name that no other of its area has, and those by which the answers to its question differ.
    fn tell_apart(&mut self) {
        let found: Vec<_> = self.by_area.values().flatten().map(|at| (*at, self.differing(*at))).collect();
        for (at, (own, scale)) in found {
            let known = &mut self.all[at];
            known.answers.retain(|word| scale.contains(word));
            (known.own, known.scale) = (own, scale);
        }
    }

    fn differing(&self, at: usize) -> (BTreeSet<Word>, BTreeSet<Word>) {
        let known = &self.all[at];
        let beside = || self.by_area.get(known.tally.area.as_str()).into_iter().flatten().map(|at| &self.all[*at]);
        let others = beside().filter(|other| other.tally.of != known.tally.of);
        let elsewhere: BTreeSet<Word> = others.flat_map(|other| &other.group).copied().collect();
        let same = || beside().filter(|other| other.tally.of == known.tally.of);
        let is_common = |word: &Word| same().all(|other| other.answers.contains(word));
        let scale = same().flat_map(|other| &other.answers).copied().filter(|word| !is_common(word)).collect();
        (known.group.difference(&elsewhere).copied().collect(), scale)
    }

    /// The breakdowns of an area that count one of these.
    fn of_area(&self, area: &str, measured: &[Measured]) -> impl Iterator<Item = usize> {
        let places = self.by_area.get(area).into_iter().flatten().copied();
        places.filter(|at| measured.contains(&self.all[*at].tally.measured))
    }

    /// The breakdowns that a text names by what their values are called together.
    pub(super) fn named(&self, area: &str, tokens: &[Token]) -> BTreeSet<&'t str> {
        self.named_beside(area, tokens, &[])
    }

    /// The same, but for the words by which values are named.
    pub(super) fn named_beside(&self, area: &str, tokens: &[Token], read: &[&Mention<'_>]) -> BTreeSet<&'t str> {
        let is_read = |token: &&Token| read.iter().any(|own| overlap(&own.range, &token.range));
        let own = tokens.iter().filter(|token| !is_read(token));
        let words: BTreeSet<Word> = own.filter_map(|token| token.words.first()).copied().collect();
        let of_area = self.by_area.get(area).into_iter().flatten().map(|at| &self.all[*at]);
        of_area.filter(|known| !known.own.is_disjoint(&words)).map(|known| known.tally.of.as_str()).collect()
    }

    /// The bases of the questions that respondents of an area answered, the smallest first.
    pub(super) fn bases(&self, area: &str) -> Vec<Exact> {
        let of_area = self.of_area(area, &[Measured::Respondents]).map(|at| self.all[at].tally.base);
        let mut bases: Vec<Exact> = of_area.collect();
        bases.sort();
        bases.dedup();
        bases
    }

    /// The breakdowns of an area.
    pub(super) fn tallies(&self, area: &str) -> impl Iterator<Item = &'t Tally> {
        self.by_area.get(area).into_iter().flatten().map(|at| self.all[*at].tally)
    }

    /// The numbers of all values of an area that count so.
    pub(super) fn numbers(&self, area: &str, measured: Measured) -> Vec<Exact> {
        let measured = [measured];
        let of_area = self.of_area(area, &measured).map(|at| self.all[at].tally);
        of_area.flat_map(|tally| tally.values.iter().map(|value| value.number).chain([tally.base])).collect()
    }

    /// Whether a text begins with a word by which values of an area are called together, or with a value of a question.
    pub(super) fn is_led_by_name(&self, area: &str, tokens: &[Token]) -> bool {
        let Some(first) = tokens.first() else { return false };
        let begins = |own: &Mention<'_>| own.range.start == first.range.start;
        self.is_group(area, first) || self.mentions(area, &[Measured::Respondents], tokens).iter().any(begins)
    }

    /// Whether a text names what values of any domain are called together.
    pub(super) fn names_group(&self, tokens: &[Token]) -> bool {
        let mut of_domains = self.all.iter().filter(|known| known.tally.is_of_domain);
        of_domains
            .any(|known| tokens.iter().filter_map(|token| token.words.first()).any(|word| known.own.contains(word)))
    }

    /// Whether a text names a value of any area.
    pub(super) fn names_any(&self, tokens: &[Token]) -> bool {
        let mut main =
            (0..self.all.len()).filter(|at| self.all[*at].tally.is_of_domain && !self.all[*at].tally.is_of_subcodes);
        main.any(|at| self.of_breakdown(at, tokens).iter().any(|own| own.coverage >= OF_LABEL))
    }

    /// Whether a word is one by which values of an area are called together.
    pub(super) fn is_group(&self, area: &str, token: &Token) -> bool {
        let mut of_area = self.by_area.get(area).into_iter().flatten().map(|at| &self.all[*at]);
        of_area.any(|known| token.words.iter().any(|word| known.own.contains(word)))
    }

    /// Whether a text speaks of the answers that a breakdown counts; `None` where it names no answer at all.
    pub(super) fn answers(&self, own: &Mention<'_>, tokens: &[Token]) -> Option<bool> {
        let known = &self.all[own.known];
        let said = tokens.iter().flat_map(|token| token.words.iter().find(|word| known.scale.contains(word)));
        let said: BTreeSet<Word> = said.copied().collect();
        (!said.is_empty()).then(|| said == known.answers)
    }

    /// The values of an area's breakdowns that a text names; of two that the same words name the one with more of its own.
    pub(super) fn mentions(&self, area: &str, measured: &[Measured], tokens: &[Token]) -> Vec<Mention<'t>> {
        let mut found: Vec<Mention<'_>> =
            self.of_area(area, measured).flat_map(|at| self.of_breakdown(at, tokens)).collect();
        let best = |own: &Mention<'_>| {
            found.iter().filter(|other| overlap(&own.range, &other.range)).map(|other| other.score).fold(0.0, f64::max)
        };
        let best: Vec<f64> = found.iter().map(best).collect();
        let mut best = best.into_iter();
        found.retain(|own| best.next().is_none_or(|best| own.score >= NEARLY * best));
        found
    }

    fn of_breakdown(&self, at: usize, tokens: &[Token]) -> Vec<Mention<'t>> {
        let found: Vec<Mention<'_>> =
            (0..self.all[at].labels.len()).flat_map(|value| self.of_label(at, value, tokens)).collect();
        let beside = |own: &Mention<'_>| {
            let (value, range) = (own.value as *const Tallied, own.range.clone());
            found.iter().filter(move |other| !std::ptr::eq(other.value, value) && overlap(&range, &other.range))
        };
        let is_meant = |own: &&Mention<'_>| {
            let least = if beside(own).next().is_none() { OF_LABEL_ALONE } else { OF_LABEL };
            own.coverage >= least && beside(own).all(|other| other.score <= own.score)
        };
        found.iter().filter(is_meant).cloned().collect()
    }

    /// Whether no other label that could be meant has one of these words.
    fn is_only(&self, at: usize, value: usize, words: &BTreeSet<Word>) -> bool {
        let mut others = self.all[at].labels.iter().enumerate().filter(|(other, _)| *other != value);
        others.all(|(_, label)| label.words.is_disjoint(words) || !label.needed.is_subset(words))
    }

    /// Where words of a label stand together.
    fn of_label(&self, at: usize, value: usize, tokens: &[Token]) -> Vec<Mention<'t>> {
        let label = &self.all[at].labels[value];
        let mut runs: Vec<Vec<(usize, Word)>> = Vec::new();
        for (place, token) in tokens.iter().enumerate() {
            let Some(word) = token.words.iter().find(|word| label.words.contains(word)) else { continue };
            let goes_on = |run: &&mut Vec<(usize, Word)>| {
                run.last().is_some_and(|(last, _)| place - last <= APART) && run.iter().all(|(_, known)| known != word)
            };
            match runs.last_mut().filter(goes_on) {
                Some(run) => run.push((place, *word)),
                None => runs.push(vec![(place, *word)]),
            }
        }
        let mention = |run: Vec<(usize, Word)>| {
            let words: BTreeSet<Word> = run.iter().map(|(_, word)| *word).collect();
            let (first, last) = (tokens.get(run.first()?.0)?, tokens.get(run.last()?.0)?);
            let matched = self.lexicon.weigh(&words);
            let tally = self.all[at].tally;
            // Of a few items one word tells which is meant: *organisations* beside *individuals*.
            let is_only = !tally.answers.is_empty() && tally.values.len() <= FEW && self.is_only(at, value, &words);
            let least = if is_only { OF_ITEM } else { 0.0 };
            let coverage = f64::min(1.0, matched / label.weight.max(1.0)).max(least);
            // "Responsible agency" names no agency.
            let group = &self.all[at].group;
            let is_of_group = words.is_subset(group) && !label.words.is_subset(group);
            (label.needed.is_subset(&words) && !is_of_group).then_some(Mention {
                tally,
                value: tally.values.get(value)?,
                range: first.range.start..last.range.end,
                coverage,
                score: matched * coverage,
                known: at,
            })
        };
        runs.into_iter().filter_map(mention).collect()
    }
}

/// The words without which a label is not named: its numbers, and a first word that says that it is another.
fn needed(lexicon: &Lexicon, label: &str) -> BTreeSet<Word> {
    let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let tokens = lexicon.read(label);
    let text = |token: &Token| label.get(token.range.clone()).unwrap_or_default().to_lowercase();
    let is_other = |at: usize, token: &Token| at == 0 && OTHER.contains(&text(token).as_str());
    let needed = tokens.iter().enumerate().filter(|(at, token)| is_other(*at, token) || is_number(&text(token)));
    needed.filter_map(|(_, token)| token.words.first()).copied().collect()
}

/// A text without its numbers, as those of years.
fn without_numbers(text: &str) -> String {
    text.split_whitespace().filter(|word| !word.contains(|c: char| c.is_ascii_digit())).collect::<Vec<_>>().join(" ")
}

/// What values are called together, without the words that stand beside any number.
fn without_totals(group: &str) -> String {
    let is_own = |word: &&str| !begins(word, &OF_TOTALS) && !begins(word, &FUNDS);
    group.split_whitespace().filter(is_own).collect::<Vec<_>>().join(" ")
}

/// A label without what stands in brackets, which explains it, and without the word for interventions, which stands beside any number.
fn own_words(label: &str) -> String {
    let named = label.split_once(" (").map_or(label, |(before, _)| before);
    let own: Vec<&str> = named.split_whitespace().filter(|word| !begins(word, &INTERVENTIONS)).collect();
    if own.is_empty() { named.to_owned() } else { own.join(" ") }
}

pub(super) fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
