//! Which area a sentence speaks of.

use std::collections::BTreeSet;

use super::Pairing;
use crate::claims::numbers::Figure;
use crate::manuscript::clause::clause;
use crate::manuscript::text::{Sentence, Setting};
use crate::manuscript::vocabulary::{NOT_ABOUT, Word};

/// So much of an area's title another one must share to have the same subject.
const SAME_SUBJECT: f64 = 0.5;
/// How a word ends that says whose something is.
const THEIRS: &str = "nas";
/// A word that says that a text is not about those who answer stands at most so many words before them.
const FAR: usize = 3;

impl Pairing {
    /// Of each area, those of the same subject that others answered: what regions and what municipalities did for the same purpose.
    pub(super) fn same_subject(&self) -> Vec<Vec<usize>> {
        let own = |at: usize| self.areas[at].0.difference(&self.asked).copied().collect::<BTreeSet<Word>>();
        let weight = |words: &BTreeSet<Word>| words.iter().map(|word| self.vocabulary.weight(*word)).sum::<f64>();
        let is_same = |one: usize, other: usize| {
            let shared = own(one).intersection(&own(other)).copied().collect();
            one != other
                && self.areas[one].1 != self.areas[other].1
                && weight(&shared) >= SAME_SUBJECT * weight(&own(one)).max(1.0)
        };
        let all = 0..self.areas.len();
        all.clone().map(|one| all.clone().filter(|other| is_same(one, *other)).collect()).collect()
    }

    /// The area that the clause of a number speaks of, where its sentence or the headings above it speak of `area`: those who are named in
    /// the clause, or else before it, may be others. Beside it whether the clause names them.
    pub(in crate::manuscript) fn area_of(
        &self,
        sentence: &Sentence,
        figure: &Figure,
        all: &[&Figure],
        area: Option<usize>,
    ) -> (Option<usize>, bool) {
        let has_others = |at: &usize| sentence.cell.is_none() && !self.same_subject[*at].is_empty();
        let Some(at) = area.filter(has_others) else { return (area, false) };
        let alike: Vec<&Figure> = all.iter().copied().filter(|own| own.is_word() == figure.is_word()).collect();
        let own = clause(&sentence.text, figure, &alike);
        let before = sentence.text.get(..own.start).unwrap_or_default();
        let own = sentence.text.get(own).unwrap_or_default();
        let behind = sentence.text.get(figure.range.end..).unwrap_or_default().split_whitespace().next();
        let counted = behind.map(|word| self.vocabulary.read(word).0).unwrap_or_default();
        let counted: BTreeSet<Word> = counted.intersection(&self.asked).copied().collect();
        let of_clause = if counted.is_empty() { self.who(own) } else { counted };
        let is_named = !of_clause.is_empty();
        let named = if is_named { of_clause } else { self.who(before) };
        // What regions and municipalities do together is not that of either, unless it is called theirs.
        let is_theirs = own
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word.ends_with(THEIRS) && !self.vocabulary.read(word).0.is_disjoint(&named));
        let is_of_both = !is_theirs && !named.is_disjoint(&self.areas[at].0);
        if named.is_subset(&self.areas[at].1) || is_of_both {
            return (area, is_named && named.is_subset(&self.areas[at].1));
        }
        let mut others = self.same_subject[at].iter().filter(|other| named.is_subset(&self.areas[**other].1));
        match others.next().filter(|_| others.next().is_none()) {
            Some(other) => (Some(*other), is_named),
            None => (area, false),
        }
    }

    /// Those who answer that a text is about.
    fn who(&self, text: &str) -> BTreeSet<Word> {
        if self.vocabulary.read(text).0.is_disjoint(&self.asked) {
            return BTreeSet::new();
        }
        let words: Vec<String> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
        let is_about =
            |at: &usize| !words[at.saturating_sub(FAR)..*at].iter().any(|word| NOT_ABOUT.contains(&word.as_str()));
        let of = |at: usize| self.vocabulary.read(&words[at]).0.into_iter().filter(|word| self.asked.contains(word));
        (0..words.len()).filter(is_about).flat_map(of).collect()
    }

    /// The area whose survey alone asked those who are named.
    pub(super) fn only_one_asked(&self, named: &BTreeSet<Word>) -> Option<usize> {
        if named.is_empty() {
            return None;
        }
        let mut found = self.areas.iter().enumerate().filter(|(_, (_, asked))| named.is_subset(asked));
        found.next().filter(|_| found.next().is_none()).map(|(at, _)| at)
    }

    /// The area that a sentence speaks of: by its row in a table, its headings, or where these leave it open by itself.
    pub(in crate::manuscript) fn area(&self, sentence: &Sentence) -> Option<usize> {
        let read = |text: &str| self.vocabulary.read(text).0;
        if let Some(cell) = &sentence.cell {
            let named =
                [&cell.row, &cell.column, &cell.caption].into_iter().find_map(|text| self.named(&[(read(text), 1.0)]));
            if named.is_some() {
                return named;
            }
        }
        let depth = |at: usize| 0.9_f64.powi(i32::try_from(at).unwrap_or(9));
        let above: Vec<(BTreeSet<Word>, f64)> =
            sentence.headings.iter().rev().enumerate().map(|(at, heading)| (read(heading), depth(at))).collect();
        let own = [(read(&sentence.text), 0.8), (read(&sentence.before), 0.4)];
        let by_itself = || self.titled(&own[0].0);
        let of_heading = if sentence.setting == Setting::Heading { by_itself() } else { None };
        of_heading
            .or_else(|| self.named(&above))
            .or_else(by_itself)
            .or_else(|| self.named(&[&own[..], &above[..]].concat()))
    }

    /// The area whose title words have as a whole, and of several the one of those who are named.
    fn titled(&self, words: &BTreeSet<Word>) -> Option<usize> {
        let named: BTreeSet<Word> = words.intersection(&self.asked).copied().collect();
        let is_whole = |at: &usize| {
            let (title, asked) = &self.areas[*at];
            let own = title.difference(&self.asked).collect::<BTreeSet<_>>();
            own.len() > 1 && own.iter().all(|word| words.contains(word)) && named.is_subset(asked)
        };
        let mut found = (0..self.areas.len()).filter(is_whole);
        found.next().filter(|_| found.next().is_none())
    }

    /// The one area that texts name, each with what it counts.
    pub(super) fn named(&self, texts: &[(BTreeSet<Word>, f64)]) -> Option<usize> {
        if self.areas.len() == 1 {
            return Some(0);
        }
        let mut best: Option<(usize, f64)> = None;
        let mut second = 0.0;
        // Who answered, where a text says it: the nearest that does.
        let asked_here = texts.iter().map(|(text, _)| text).find(|text| !text.is_disjoint(&self.asked));
        for (at, (title, asked)) in self.areas.iter().enumerate() {
            let words: BTreeSet<Word> = title.union(asked).copied().collect();
            let weight = |word: &Word| self.vocabulary.weight(*word);
            let all: f64 = title.iter().map(weight).sum();
            let counts = |word: &Word| {
                texts.iter().filter(|(text, _)| text.contains(word)).map(|(_, counts)| *counts).fold(0.0, f64::max)
            };
            let found: f64 = title.iter().map(|word| weight(word) * counts(word)).sum();
            // Of two titles that stand here whole, the longer one is meant.
            let share = found / all.max(1.0) + found / 100.0;
            let is_other =
                asked_here.is_some_and(|here| here.intersection(&self.asked).all(|word| !words.contains(word)));
            let share = if is_other { share / 3.0 } else { share };
            match best {
                Some((_, so_far)) if share <= so_far => second = f64::max(second, share),
                _ => {
                    second = best.map_or(0.0, |(_, so_far)| so_far);
                    best = Some((at, share));
                }
            }
        }
        let by_title = best.filter(|(_, share)| *share >= 0.4 && *share > second + 0.03).map(|(at, _)| at);
        by_title.or_else(|| self.only_one_asked(&asked_here?.intersection(&self.asked).copied().collect()))
    }
}
