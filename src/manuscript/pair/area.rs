//! Which area a sentence speaks of.

use std::collections::BTreeSet;

use super::Pairing;
use crate::manuscript::text::Sentence;
use crate::manuscript::vocabulary::Word;

impl Pairing {
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
        self.named(&above).or_else(|| self.named(&[&own[..], &above[..]].concat()))
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
            let share = if is_other { share / 2.0 } else { share };
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
