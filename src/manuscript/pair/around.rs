//! What surrounds a number: the words of its clause and sentence, what it counts, and where it stands.

use std::collections::BTreeSet;

use super::{Candidate, Pairing};
use crate::claims::numbers::{Figure, Kind};
use crate::manuscript::clause::{clause, counted};
use crate::manuscript::text::{Sentence, Setting};
use crate::manuscript::vocabulary::{Vocabulary, Word, is_month};

/// What a word counts that stands outside the clause, or before the sentence.
pub(super) const IN_SENTENCE: f64 = 0.7;
const BEFORE: f64 = 0.45;
/// The same for a word.
const BEFORE_WORD: f64 = 0.2;

/// What surrounds a number.
pub(super) struct Around {
    /// What each word of the vocabulary counts here.
    pub(super) presence: Vec<f64>,
    pub(super) clause: BTreeSet<Word>,
    /// Whether claims have all words of the clause.
    pub(super) is_known: bool,
    pub(super) weight: f64,
    pub(super) members: Vec<BTreeSet<usize>>,
    pub(super) counted: Vec<Word>,
    /// The first of them that claims count, too.
    pub(super) noun: Option<Word>,
    /// The words of its clause for those who answer.
    pub(super) asked: BTreeSet<Word>,
    pub(super) counts_unknown: bool,
    pub(super) years: BTreeSet<i64>,
    pub(super) area: Option<usize>,
    pub(super) cell: Option<InCell>,
}

/// What the row and the column of a cell speak of, and whether they do by naming the area.
pub(super) struct InCell {
    pub(super) named: [Label; 2],
    pub(super) all: BTreeSet<Word>,
    pub(super) is_named: bool,
    /// Whether its row names nothing, as that of a sum.
    pub(super) is_total: bool,
    pub(super) area: Option<usize>,
    pub(super) counts: bool,
}

/// What the row or the column of a cell is called.
pub(super) struct Label {
    words: BTreeSet<Word>,
    names_area: bool,
    /// What its words tell, known or not.
    weight: f64,
}

/// So much of what a row or column is called a claim must speak of to be about its cells.
const OF_LABEL: f64 = 0.5;

impl InCell {
    /// Whether a claim may speak of the cell: it shares a word with the row and the column, or has the area that they name, and
    /// counts what they do.
    pub(super) fn fits(&self, candidate: &Candidate, vocabulary: &Vocabulary) -> bool {
        let shares = |label: &Label| {
            let own = candidate.words.iter().filter(|word| label.words.contains(word));
            let shared: f64 = own.map(|word| vocabulary.weight(*word)).sum();
            label.names_area || label.weight == 0.0 || shared >= OF_LABEL * label.weight
        };
        // A row that names nothing is that of all.
        let is_place = match (self.is_named, !self.is_total) {
            (true, _) => candidate.area == self.area,
            (false, true) => true,
            (false, false) => candidate.area.is_none(),
        };
        let noun = candidate.nouns.first().copied().flatten();
        let counts = !self.counts || noun.is_none_or(|noun| self.all.contains(&noun));
        is_place && counts && self.named.iter().all(shares)
    }
}

impl Pairing {
    /// Whether a clause names nothing but the total of an area.
    fn names_total(&self, clause: &BTreeSet<Word>, area: Option<usize>) -> bool {
        let of_area = area.and_then(|area| self.areas.get(area));
        let is_known = |word: &Word| {
            let names_area = of_area.is_some_and(|(title, asked)| title.contains(word) || asked.contains(word));
            names_area || self.totals.contains(word) || self.of_totals.contains(word) || self.asked.contains(word)
        };
        clause.iter().all(is_known)
    }

    pub(super) fn around(&self, sentence: &Sentence, figure: &Figure, all: &[Figure], area: Option<usize>) -> Around {
        let mut presence = vec![0.0; self.vocabulary.len()];
        let mut put = |words: &BTreeSet<Word>, counts: f64| {
            words.iter().for_each(|word| presence[*word] = f64::max(presence[*word], counts));
        };
        let is_word = figure.kind == Kind::Word;
        let alike: Vec<&Figure> = all.iter().filter(|other| (other.kind == Kind::Word) == is_word).collect();
        let in_clause = sentence.text.get(clause(&sentence.text, figure, &alike)).unwrap_or(&sentence.text);
        let before = if is_word { BEFORE_WORD } else { BEFORE };
        let (mut clause, unknown) = self.vocabulary.read(in_clause);
        let (whole, _) = self.vocabulary.read(&sentence.text);
        put(&self.vocabulary.read(&sentence.before).0, before);
        if let Some(heading) = sentence.headings.last() {
            put(&self.vocabulary.read(heading).0, before);
        }
        put(&whole, IN_SENTENCE);
        let mut in_cell = None;
        if let Some(cell) = &sentence.cell {
            let [caption, row, column] =
                [&cell.caption, &cell.row, &cell.column].map(|text| self.vocabulary.read(text).0);
            let asked = area.and_then(|area| self.areas.get(area)).map(|(_, asked)| asked.clone()).unwrap_or_default();
            let label = |text: &str| {
                let (mut words, unknown) = self.vocabulary.read(text);
                let weight = unknown + words.iter().map(|word| self.vocabulary.weight(*word)).sum::<f64>();
                let named = self.named(&[(words.clone(), 1.0)]);
                let names_area = named.is_some() && named == area;
                if !words.is_disjoint(&self.recipient) {
                    words.extend(&asked);
                }
                Label { words, names_area, weight }
            };
            put(&caption, IN_SENTENCE);
            put(&row, 1.0);
            clause = row.union(&column).copied().collect();
            let names_area = |words: &BTreeSet<Word>| self.named(&[(words.clone(), 1.0)]).is_some();
            in_cell = Some(InCell {
                is_named: [&row, &column, &caption].into_iter().any(names_area),
                is_total: row.is_subset(&self.of_totals) && self.vocabulary.read(&cell.row).1 == 0.0,
                all: row.iter().chain(&column).chain(&caption).chain(&asked).copied().collect(),
                named: [&cell.row, &cell.column].map(|text| label(text)),
                counts: figure.kind == Kind::Count,
                area,
            });
        }
        put(&clause, 1.0);
        let asked_here: BTreeSet<Word> = clause.intersection(&self.asked).copied().collect();
        let is_title = matches!(sentence.setting, Setting::Heading | Setting::Caption);
        // "98 insatser från regioner och 739 från kommuner": in a title each of them is of its own area.
        let is_of_others = |at: &usize| is_title && self.areas[*at].1.is_disjoint(&asked_here);
        let by_clause = || self.only_one_asked(&asked_here);
        let area = area.filter(|at| !is_of_others(at)).or_else(by_clause).or(area);
        if unknown == 0.0 && is_title && self.names_total(&clause, area) {
            put(&self.of_totals, 1.0);
        }
        // What names the area is said by the place.
        if let Some((title, asked)) = area.and_then(|area| self.areas.get(area)) {
            put(title, IN_SENTENCE);
            put(asked, IN_SENTENCE);
        }
        let weight = unknown + clause.iter().map(|word| self.vocabulary.weight(*word)).sum::<f64>();
        let in_clause = members(&self.families, &clause);
        let in_sentence = members(&self.families, &whole);
        let nearest =
            |(clause, sentence): (BTreeSet<usize>, BTreeSet<usize>)| if clause.is_empty() { sentence } else { clause };
        let nouns = if is_word { Vec::new() } else { counted(&sentence.text, figure) };
        let known: Vec<Word> = nouns.iter().flat_map(|noun| self.vocabulary.read(noun).0).collect();
        Around {
            asked: clause.intersection(&self.asked).copied().collect(),
            counts_unknown: !nouns.is_empty() && known.is_empty(),
            noun: known.iter().find(|noun| self.nouns.contains(noun)).copied(),
            counted: known,
            members: in_clause.into_iter().zip(in_sentence).map(nearest).collect(),
            years: years(&sentence.text).into_iter().filter(|year| *year != self.year).collect(),
            is_known: unknown == 0.0,
            weight: weight.max(1.0),
            presence,
            clause,
            area,
            cell: in_cell,
        }
    }
}

/// Of each family, which of its things words speak of.
pub(super) fn members(families: &[Vec<BTreeSet<Word>>], words: &BTreeSet<Word>) -> Vec<BTreeSet<usize>> {
    let of = |family: &Vec<BTreeSet<Word>>| {
        (0..family.len()).filter(|at| family[*at].iter().any(|word| words.contains(word))).collect()
    };
    families.iter().map(of).collect()
}

/// The years that a text speaks of; that of a date says when something was done.
pub(in crate::manuscript) fn years(text: &str) -> BTreeSet<i64> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_date = |at: usize| at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| is_month(word));
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let years = words.iter().enumerate().filter(|(at, word)| is_year(word) && !is_date(*at));
    years.filter_map(|(_, digits)| digits.parse().ok()).filter(|year| (1990..2100).contains(year)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_date_is_not_what_a_text_speaks_of() {
        let found = |text: &str| years(text).into_iter().collect::<Vec<_>>();
        assert_eq!(found("Under 2023 och 2024, enligt enkäten den 13 januari 2025"), [2023, 2024]);
        assert_eq!(found("Marknaden 2022, 12 345 och 1 999"), [2022]);
    }
}
