//! Which claim a number in a manuscript belongs to, and whether both say the same.
//!
//! Manuscripts do not repeat claims word by word. What decides is how much of a claim's own words stands in the clause around
//! the number, in its sentence and just before it (rare words count more); what the number counts; whether headings name the
//! claim's area; and whether the sentence speaks of something else of the same family: effects where the claim speaks of goals,
//! municipalities where it speaks of regions. Of claims that fit about as well the one that states the number is meant.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::clause::{clause, counted};
use super::heads::with_unit;
use super::text::Sentence;
use super::vocabulary::{Vocabulary, Word, words};
use crate::claims::numbers::{Figure, Kind, Value, figures};
use crate::claims::quantifiers::{Axis, saying};
use crate::claims::{Agreement, Claim, agreement};
use crate::exact::Exact;

/// A claim that is less like the sentence does not cover another number in it.
const LIKE_ENOUGH: f64 = 0.66;
/// The same for a word.
const LIKE_ENOUGH_FOR_WORD: f64 = 0.8;
/// The same where the digits are the claim's and the unit is not.
const LIKE_ENOUGH_FOR_UNIT: f64 = 0.72;
/// The same in a cell.
const LIKE_ENOUGH_FOR_CELL: f64 = 0.5;
/// A claim that states the number covers it where it is so like the sentence, less what a rare number counts.
const LIKE_ENOUGH_WITH_NUMBER: f64 = 0.62;
/// So much less like than the best a claim may be that states the number, and more where few claims state it.
const MARGIN: f64 = 0.05;
const MARGIN_OF_RARE: f64 = 0.035;
/// What it counts for a number that few claims state.
const RARE_ENOUGH: f64 = 0.06;
/// The same for a word.
const MARGIN_OF_WORD: f64 = 0.06;
/// What it counts that the headings name the claim's area, or another one, or that it speaks of all.
const SAME_AREA: f64 = 0.12;
const OTHER_AREA: f64 = 0.3;
const ALL_AREAS: f64 = 0.1;
/// What it counts that nothing says which area a sentence speaks of, and the claim speaks of one.
const NO_AREA: f64 = 0.22;
/// What it counts that the sentence speaks of another thing of the same family.
const OTHER_MEMBER: f64 = 0.25;
/// What it counts that the number counts something that the claim does not mention.
const COUNTS_OTHER: f64 = 0.25;
/// What it counts that the sentence names a year that the claim does not.
const OTHER_YEAR: f64 = 0.25;
/// What a word counts that stands outside the clause, or before the sentence.
const IN_SENTENCE: f64 = 0.7;
const BEFORE: f64 = 0.45;
/// The same for a word.
const BEFORE_WORD: f64 = 0.2;

/// What the texts of a study speak of, by which claims and sentences are told apart.
#[derive(Clone, Debug, Default)]
pub struct Subjects {
    /// The areas: id, title, and whom its survey asked.
    pub areas: Vec<(String, String, String)>,
    /// Families of things of which a sentence speaks of one: the domains, or those who answer. Each thing by its words.
    pub families: Vec<Vec<String>>,
    /// The study's year.
    pub year: i64,
    /// The numbers of the report's items, as `Figur 2`.
    pub items: Vec<String>,
}

/// How a number of a manuscript stands to its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Both say the same.
    Same,
    /// It says what is true, where the claim does not.
    True,
    /// It says something else: it has been changed in one place only.
    Other,
    /// They are not compared.
    Unjudged,
}

/// A number of a sentence with the claim that covers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paired {
    /// The number or word.
    pub figure: Figure,
    /// The position of the claim among the claims; `None` where none covers it.
    pub claim: Option<usize>,
    /// How it stands to it.
    pub standing: Standing,
    /// Which of the claim's numbers and words it was held against, from 0.
    pub stated: Option<usize>,
}

impl Paired {
    /// Whether the manuscript says something else than the claim that covers it.
    pub fn differs(&self) -> bool {
        self.claim.is_some() && self.standing == Standing::Other
    }
}

/// A claim as it is compared.
struct Candidate {
    id: String,
    statement: String,
    figures: Vec<Figure>,
    /// What each of its numbers counts.
    nouns: Vec<Option<Word>>,
    /// The sentence that would be true, where the claim fails.
    truth: Option<(String, Vec<Figure>)>,
    words: Vec<Word>,
    weight: f64,
    /// The position of its area; `None` for all of them.
    area: Option<usize>,
    members: Vec<BTreeSet<usize>>,
    years: BTreeSet<i64>,
    /// Those that its assertion names, though its sentence may not.
    asserted_years: BTreeSet<i64>,
}

/// All claims as they are compared.
pub struct Pairing {
    vocabulary: Vocabulary,
    candidates: Vec<Candidate>,
    /// Of each area, the words of its title, and of whom its survey asked.
    areas: Vec<(BTreeSet<Word>, BTreeSet<Word>)>,
    nouns: BTreeSet<Word>,
    families: Vec<Vec<BTreeSet<Word>>>,
    year: i64,
}

/// What surrounds a number.
struct Around {
    /// What each word of the vocabulary counts here.
    presence: Vec<f64>,
    clause: BTreeSet<Word>,
    weight: f64,
    members: Vec<BTreeSet<usize>>,
    counted: Vec<Word>,
    /// The first of them that claims count, too.
    noun: Option<Word>,
    counts_unknown: bool,
    years: BTreeSet<i64>,
    area: Option<usize>,
    cell: Option<InCell>,
}

/// What the row and the column of a cell speak of, and whether they do by naming the area.
struct InCell {
    named: [(BTreeSet<Word>, bool); 2],
    all: BTreeSet<Word>,
    is_named: bool,
    area: Option<usize>,
    counts: bool,
}

impl InCell {
    /// Whether a claim may speak of the cell: it shares a word with the row and the column, or has the area that they name, and
    /// counts what they do.
    fn fits(&self, candidate: &Candidate) -> bool {
        let shares = |(words, names_area): &(BTreeSet<Word>, bool)| {
            *names_area || words.is_empty() || candidate.words.iter().any(|word| words.contains(word))
        };
        let is_place = !self.is_named || candidate.area == self.area;
        let noun = candidate.nouns.first().copied().flatten();
        let counts = !self.counts || noun.is_none_or(|noun| self.all.contains(&noun));
        is_place && counts && self.named.iter().all(shares)
    }
}

impl Pairing {
    /// For claims, the sentences that would be true of those that fail, and what the study speaks of.
    pub fn new(claims: &[Claim], truths: &[Option<String>], subjects: &Subjects) -> Self {
        let of_claims: Vec<BTreeSet<String>> = claims.iter().map(|claim| words(&claim.statement)).collect();
        let of_areas = subjects.areas.iter().flat_map(|(_, title, asked)| words(title).into_iter().chain(words(asked)));
        let of_families = subjects.families.iter().flatten().flat_map(|member| words(member));
        let vocabulary = Vocabulary::new(&of_claims, of_areas.chain(of_families));
        let read = |text: &str| vocabulary.read(text).0;
        let areas = subjects.areas.iter().map(|(_, title, asked)| (read(title), read(asked))).collect();
        let families: Vec<Vec<BTreeSet<Word>>> =
            subjects.families.iter().map(|family| family.iter().map(|member| read(member)).collect()).collect();
        let first = |statement: &str, figure: &Figure| {
            counted(statement, figure).iter().find_map(|noun| vocabulary.read(noun).0.first().copied())
        };
        let candidates = claims.iter().enumerate().map(|(at, claim)| {
            let own = read(&claim.statement);
            let all = figures(&claim.statement);
            let truth = truths.get(at).cloned().flatten();
            Candidate {
                nouns: all.iter().map(|figure| first(&claim.statement, figure)).collect(),
                figures: all,
                id: claim.id.clone(),
                statement: claim.statement.clone(),
                truth: truth.map(|text| (text.clone(), figures(&text))),
                weight: own.iter().map(|word| vocabulary.weight(*word)).sum::<f64>().max(1.0),
                members: members(&families, &own),
                words: own.into_iter().collect(),
                area: subjects.areas.iter().position(|(id, ..)| *id == claim.area),
                years: years(&claim.statement),
                asserted_years: years(&claim.assertion),
            }
        });
        let candidates: Vec<Candidate> = candidates.collect();
        let nouns = candidates.iter().flat_map(|candidate| &candidate.nouns).flatten().copied().collect();
        Self { candidates, areas, families, nouns, year: subjects.year, vocabulary }
    }

    /// Every sentence with the claims that cover its numbers.
    pub fn pair_all(&self, sentences: &[Sentence]) -> Vec<Vec<Paired>> {
        sentences.par_iter().map(|sentence| self.pair(sentence)).collect()
    }

    /// Every number of a sentence with the claim that covers it.
    pub fn pair(&self, sentence: &Sentence) -> Vec<Paired> {
        let mut all = figures(&sentence.text);
        if let Some(cell) = &sentence.cell {
            all.retain(|figure| figure.kind != Kind::Word);
            all.iter_mut().for_each(|figure| with_unit(figure, cell));
        }
        all.retain(|figure| figure.kind != Kind::Word || !is_denied(&sentence.text, figure));
        let area = if all.is_empty() { None } else { self.area(sentence) };
        let paired = all.iter().map(|figure| self.covered(sentence, figure, &all, area)).collect();
        self.once(paired)
    }

    /// A claim's number stands once in a sentence: where it is found, another number of that sentence is not it. Of a part and its base it
    /// is the part.
    fn once(&self, mut paired: Vec<Paired>) -> Vec<Paired> {
        let is_base = |own: &Paired, (claim, stated): (usize, usize)| {
            let value = self.candidates[claim].figures.get(stated).map(|figure| figure.value);
            matches!((own.figure.value, value), (Value::Number(own), Some(Value::Of(part, base))) if own == base && part != base)
        };
        let of = |own: &Paired| own.claim.zip(own.stated);
        let is_stated = |own: &&Paired| matches!(own.standing, Standing::Same | Standing::True);
        let stated = paired.iter().filter(is_stated);
        let found: BTreeSet<(usize, usize)> =
            stated.filter_map(|own| of(own).filter(|of| !is_base(own, *of))).collect();
        for own in paired.iter_mut().filter(|own| own.standing == Standing::Other) {
            if of(own).is_some_and(|of| found.contains(&of)) {
                (own.claim, own.stated, own.standing) = (None, None, Standing::Unjudged);
            }
        }
        paired
    }

    /// The claim of the content control that a number stands in, and how it stands to it.
    fn controlled(&self, sentence: &Sentence, figure: &Figure) -> Option<Paired> {
        let first = sentence.places(&figure.range).first()?;
        let (_, id) = sentence.controls.iter().find(|(letters, _)| letters.contains(first))?;
        let claim = self.candidates.iter().position(|candidate| candidate.id == *id)?;
        let held = held(&self.candidates[claim], &sentence.text, figure)?;
        let (standing, stated) = (held.standing, Some(held.stated));
        Some(Paired { figure: figure.clone(), claim: Some(claim), standing, stated })
    }

    fn covered(&self, sentence: &Sentence, figure: &Figure, all: &[Figure], area: Option<usize>) -> Paired {
        if let Some(paired) = self.controlled(sentence, figure) {
            return paired;
        }
        let around = self.around(sentence, figure, all, area);
        let found: Vec<Found> = (self.candidates.iter().enumerate())
            .filter(|(_, candidate)| around.cell.as_ref().is_none_or(|cell| cell.fits(candidate)))
            .filter_map(|(claim, candidate)| {
                let held = held(candidate, &sentence.text, figure)?;
                // What a column counts is read from its head, which is not sure enough to say that a unit is wrong; and a claim's number
                // in words, as "the two most common", stands in no cell.
                let is_in_digits = || {
                    let own = candidate.figures.get(held.stated);
                    let text = own.and_then(|own| candidate.statement.get(own.digits.clone()));
                    text.is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()))
                };
                if sentence.cell.is_some() && (held.is_unit || !is_in_digits()) {
                    return None;
                }
                let likeness = self.likeness(candidate, &around, figure, held.stated);
                Some(Found { claim, likeness, held })
            })
            .collect();
        let stating = found.iter().filter(|found| found.is_stated()).count() as f64;
        let rarity = ((self.candidates.len() as f64 + 1.0) / (stating + 1.0)).ln() * telling(figure);
        let is_word = figure.kind == Kind::Word;
        let (margin, of_rare) = if is_word { (MARGIN_OF_WORD, 0.0) } else { (MARGIN, MARGIN_OF_RARE * rarity) };
        let best = found.iter().reduce(Found::better);
        let same = found.iter().filter(|found| found.is_stated()).reduce(Found::better).filter(|same| {
            let is_near = best.is_some_and(|best| same.likeness >= best.likeness - margin - of_rare);
            is_near && same.likeness + RARE_ENOUGH * rarity >= LIKE_ENOUGH_WITH_NUMBER
        });
        let enough = |found: &&Found| {
            let needed = match (figure.kind, found.held.is_unit) {
                _ if sentence.cell.is_some() => LIKE_ENOUGH_FOR_CELL,
                (Kind::Word, _) => LIKE_ENOUGH_FOR_WORD,
                (_, true) => LIKE_ENOUGH_FOR_UNIT,
                _ => LIKE_ENOUGH,
            };
            found.likeness >= needed
        };
        let chosen = same.or_else(|| best.filter(enough));
        Paired {
            figure: figure.clone(),
            claim: chosen.map(|found| found.claim),
            standing: chosen.map_or(Standing::Unjudged, |found| found.held.standing),
            stated: chosen.map(|found| found.held.stated),
        }
    }

    fn around(&self, sentence: &Sentence, figure: &Figure, all: &[Figure], area: Option<usize>) -> Around {
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
            put(&caption, IN_SENTENCE);
            put(&row, IN_SENTENCE);
            clause = if column.is_empty() { row.clone() } else { column.clone() };
            let names_area = |words: &BTreeSet<Word>| self.named(&[(words.clone(), 1.0)]).is_some();
            let asked = area.and_then(|area| self.areas.get(area)).map(|(_, asked)| asked.clone()).unwrap_or_default();
            in_cell = Some(InCell {
                is_named: [&row, &column, &caption].into_iter().any(names_area),
                all: row.iter().chain(&column).chain(&caption).chain(&asked).copied().collect(),
                named: [&row, &column].map(|words| (words.clone(), names_area(words))),
                counts: figure.kind == Kind::Count,
                area,
            });
        }
        put(&clause, 1.0);
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
            counts_unknown: !nouns.is_empty() && known.is_empty(),
            noun: known.iter().find(|noun| self.nouns.contains(noun)).copied(),
            counted: known,
            members: in_clause.into_iter().zip(in_sentence).map(nearest).collect(),
            years: years(&sentence.text).into_iter().filter(|year| *year != self.year).collect(),
            weight: weight.max(1.0),
            presence,
            clause,
            area,
            cell: in_cell,
        }
    }

    fn likeness(&self, candidate: &Candidate, around: &Around, figure: &Figure, stated: usize) -> f64 {
        let weight = |word: &Word| self.vocabulary.weight(*word);
        let shared: f64 = candidate.words.iter().map(|word| weight(word) * around.presence[*word]).sum();
        let of_clause: f64 = candidate.words.iter().filter(|word| around.clause.contains(word)).map(weight).sum();
        let place = match (around.area, candidate.area) {
            (Some(here), Some(area)) if here == area => SAME_AREA,
            (Some(_), Some(_)) => -OTHER_AREA,
            (Some(_), None) => -ALL_AREAS,
            (None, Some(_)) if self.areas.len() > 1 => -NO_AREA,
            _ => 0.0,
        };
        let apart = |(own, here): &(&BTreeSet<usize>, &BTreeSet<usize>)| {
            !own.is_empty() && !here.is_empty() && own.is_disjoint(here)
        };
        let others = candidate.members.iter().zip(&around.members).filter(apart).count() as f64;
        let own_noun = candidate.nouns.get(stated).copied().flatten();
        let counts_other = (around.counts_unknown || !around.counted.is_empty())
            && !around.counted.iter().any(|word| candidate.words.contains(word))
            || figure.kind != Kind::Money && around.noun.zip(own_noun).is_some_and(|(here, own)| here != own);
        let noun = match figure.kind {
            _ if !counts_other => 0.0,
            Kind::Count => COUNTS_OTHER,
            _ => COUNTS_OTHER / 2.0,
        };
        let is_known = |year: &i64| candidate.years.contains(year) || candidate.asserted_years.contains(year);
        let other_year = around.years.iter().any(|year| !is_known(year))
            || candidate.years.iter().any(|year| *year != self.year && !around.years.contains(year));
        let year = if other_year { OTHER_YEAR } else { 0.0 };
        0.75 * shared / candidate.weight + 0.25 * of_clause / around.weight + place
            - others * OTHER_MEMBER
            - noun
            - year
    }

    /// The area that a sentence speaks of: by its row in a table, its headings, or where these leave it open by itself.
    fn area(&self, sentence: &Sentence) -> Option<usize> {
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
    fn named(&self, texts: &[(BTreeSet<Word>, f64)]) -> Option<usize> {
        if self.areas.len() == 1 {
            return Some(0);
        }
        let mut best: Option<(usize, f64)> = None;
        let mut second = 0.0;
        let all_asked: BTreeSet<Word> = self.areas.iter().flat_map(|(_, asked)| asked).copied().collect();
        // Who answered, where a text says it: the nearest that does.
        let asked_here = texts.iter().map(|(text, _)| text).find(|text| !text.is_disjoint(&all_asked));
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
                asked_here.is_some_and(|here| here.intersection(&all_asked).all(|word| !words.contains(word)));
            let share = if is_other { share / 2.0 } else { share };
            match best {
                Some((_, so_far)) if share <= so_far => second = f64::max(second, share),
                _ => {
                    second = best.map_or(0.0, |(_, so_far)| so_far);
                    best = Some((at, share));
                }
            }
        }
        best.filter(|(_, share)| *share >= 0.4 && *share > second + 0.03).map(|(at, _)| at)
    }
}

/// Of each family, which of its things words speak of.
fn members(families: &[Vec<BTreeSet<Word>>], words: &BTreeSet<Word>) -> Vec<BTreeSet<usize>> {
    let of = |family: &Vec<BTreeSet<Word>>| {
        (0..family.len()).filter(|at| family[*at].iter().any(|word| words.contains(word))).collect()
    };
    families.iter().map(of).collect()
}

/// A claim that may cover a number.
struct Found {
    claim: usize,
    likeness: f64,
    held: Held,
}

/// What comes of holding a number against a claim.
#[derive(Clone, Copy)]
struct Held {
    standing: Standing,
    /// Whether only the unit differs.
    is_unit: bool,
    /// Which of the claim's numbers it is held against.
    stated: usize,
}

impl Found {
    fn is_stated(&self) -> bool {
        matches!(self.held.standing, Standing::Same | Standing::True)
    }

    fn better<'f>(one: &'f Self, other: &'f Self) -> &'f Self {
        if other.likeness > one.likeness { other } else { one }
    }
}

/// How a figure stands to a claim; `None` where the claim states nothing of the kind, so that it cannot cover it.
fn held(candidate: &Candidate, sentence: &str, figure: &Figure) -> Option<Held> {
    let by_claim = compared(&candidate.statement, &candidate.figures, sentence, figure)?;
    let by_truth = candidate.truth.as_ref().and_then(|(text, figures)| compared(text, figures, sentence, figure));
    match by_truth {
        Some(truth) if truth.standing == Standing::Same && by_claim.standing == Standing::Other => {
            Some(Held { standing: Standing::True, is_unit: false, ..by_claim })
        }
        _ => Some(by_claim),
    }
}

/// How a figure stands to those of a statement: the same as one of them, or else another than the first of its kind.
fn compared(statement: &str, figures: &[Figure], sentence: &str, figure: &Figure) -> Option<Held> {
    let word = |text: &str, figure: &Figure| text.get(figure.range.clone()).and_then(saying);
    let mut found: Option<Held> = None;
    for (stated, other) in figures.iter().enumerate() {
        let (standing, is_unit) = match (figure.value, other.value) {
            (Value::Word, Value::Word) => match word(sentence, figure).zip(word(statement, other)) {
                Some((own, other)) if own.axis != other.axis || own.axis == Axis::None => continue,
                Some((own, other)) if own.agrees(other) => (Standing::Same, false),
                Some(_) => (Standing::Other, false),
                None => continue,
            },
            (Value::Word, _) | (_, Value::Word) => continue,
            _ => match agreement((sentence, figure), (statement, other)) {
                Agreement::Same => (Standing::Same, false),
                Agreement::Other => (Standing::Other, false),
                Agreement::OtherUnit => (Standing::Other, true),
                Agreement::Apart => continue,
            },
        };
        let held = Held { standing, is_unit, stated };
        if standing == Standing::Same {
            return Some(held);
        }
        if found.is_none_or(|found| found.is_unit && !is_unit) {
            found = Some(held);
        }
    }
    found
}

/// Whether a word of rank or quantity is denied right before it: nothing is more common than what is most common.
fn is_denied(sentence: &str, figure: &Figure) -> bool {
    const NEAR: usize = 4;
    let before = sentence.get(..figure.range.start).unwrap_or_default().to_lowercase();
    let words = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.rev().take(NEAR).any(|word| ["inget", "ingen", "inga", "inte", "no", "none", "not"].contains(&word))
}

/// How much it tells that two numbers are the same: a small one is met with everywhere.
fn telling(figure: &Figure) -> f64 {
    let digits = figure.digits.len();
    match figure.value {
        Value::Word => 0.5,
        Value::Of(..) => 1.2,
        Value::Number(_) if figure.kind == Kind::Share => {
            if digits > 4 {
                0.5
            } else {
                1.0
            }
        }
        Value::Number(number) if number.size() < Exact::whole(10) => 0.5,
        Value::Number(number) if figure.kind == Kind::Count && number.size() < Exact::whole(100) => 1.0,
        Value::Number(_) if figure.kind == Kind::Money && digits < 3 => 1.0,
        Value::Number(_) => 1.7,
    }
}

/// The years that a text names.
fn years(text: &str) -> BTreeSet<i64> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (1990..2100).contains(year)).collect()
}
