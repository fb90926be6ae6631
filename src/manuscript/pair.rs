//! Which claim a number in a manuscript belongs to, and whether both say the same.
//!
//! Manuscripts do not repeat claims word by word. What decides is how much of a claim's own words stands in the clause around
//! the number, in its sentence and just before it (rare words count more); what the number counts; whether headings name the
//! claim's area; and whether the sentence speaks of something else of the same family: effects where the claim speaks of goals,
//! municipalities where it speaks of regions. Of claims that fit about as well the one that states the number is meant.

mod area;
mod around;
mod held;
mod likeness;
mod once;

use std::collections::BTreeSet;
use std::ops::Range;

use rayon::prelude::*;

use super::clause::counted;
use super::heads::with_unit;
use super::subjects::Subjects;
use super::text::Sentence;
use super::vocabulary::{FROM, OF_PART, OF_TOTALS, PARTS, RECIPIENT, REPAID, TO, TOTALS, Vocabulary, Word, words};
use crate::claims::Claim;
use crate::claims::numbers::{Figure, Kind, Value, figures};
pub(super) use around::years;
use around::{Around, IN_SENTENCE, members};
use held::{Held, held, is_denied, telling};
use likeness::{COUNTS_OTHER, OTHER_MEMBER};
use once::{accused_once, once_in_rows};

/// A claim that is less like the sentence does not cover another number in it.
const LIKE_ENOUGH: f64 = 0.66;
/// The same for a word; and where the clause has no other words than the claim.
const LIKE_ENOUGH_FOR_WORD: f64 = 0.8;
const LIKE_ENOUGH_FOR_WORD_ALONE: f64 = 0.66;
/// The same where the digits are the claim's and the unit is not.
const LIKE_ENOUGH_FOR_UNIT: f64 = 0.72;
/// The same in a cell.
const LIKE_ENOUGH_FOR_CELL: f64 = 0.64;
/// A claim that states the number covers it where it is so like the sentence, less what a rare number counts.
const LIKE_ENOUGH_WITH_NUMBER: f64 = 0.62;
/// So much less like than the best a claim may be that states the number, and more where few claims state it.
const MARGIN: f64 = 0.05;
const MARGIN_OF_RARE: f64 = 0.035;
/// What it counts for a number that few claims state.
const RARE_ENOUGH: f64 = 0.06;
/// The same for a word.
const MARGIN_OF_WORD: f64 = 0.06;
/// A number that tells is not accused where another claim of the area states it, if that is so like the sentence, and so much less like
/// at most than the claim that accuses it.
const LIKE_ENOUGH_ELSEWHERE: f64 = 0.5;
const ELSEWHERE: f64 = 0.35;
/// So much more like must a claim be that accuses a number of which the sentence says that others answered, too.
const OF_OTHERS: f64 = 0.25;
/// The same where nothing says which area the sentence speaks of.
const OF_NO_AREA: f64 = 0.12;

/// So much must stand in a sentence of what a claim that fails says and its true sentence does not.
const OF_WRONG: f64 = 0.5;

/// How a number of a manuscript stands to its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Both say the same.
    Same,
    /// It says what is true, where the claim does not.
    True,
    /// It says something else: it has been changed in one place only.
    Other,
    /// It stands so in a table of the report.
    Shown,
    /// The data say something else, which is told besides.
    Refuted,
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
    /// What is marked where it is wrong, in bytes of the sentence: the number, or of a place in a ranking all from the word to the values.
    pub around: Range<usize>,
}

impl Paired {
    /// Whether the manuscript says something else than the claim that covers it.
    pub fn differs(&self) -> bool {
        self.claim.is_some() && self.standing == Standing::Other
    }

    /// Whether a claim or a table of the report says what it is to be.
    pub fn is_covered(&self) -> bool {
        self.claim.is_some() || matches!(self.standing, Standing::Shown | Standing::Refuted)
    }

    /// No claim covers it.
    fn is_nothing(&mut self) {
        (self.claim, self.stated, self.standing) = (None, None, Standing::Unjudged);
    }

    /// The data say something else, whatever a claim says.
    pub(super) fn is_refuted(&mut self) {
        (self.claim, self.stated, self.standing) = (None, None, Standing::Refuted);
    }

    /// It stands so in the report: a claim that says something else is not meant.
    pub(super) fn is_shown(&mut self) {
        if matches!(self.standing, Standing::Other | Standing::Unjudged) {
            (self.claim, self.stated, self.standing) = (None, None, Standing::Shown);
        }
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
    /// Where it says several things (`…; …`), the words of each, with where it stands.
    parts: Vec<(Range<usize>, Vec<Word>)>,
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
    /// The words for those who answer.
    asked: BTreeSet<Word>,
    /// What is said of those who got funds, whoever they are.
    recipient: BTreeSet<Word>,
    /// What a total of an area is told with, and a heading leaves out.
    of_totals: BTreeSet<Word>,
    /// What is counted or paid in a total.
    totals: BTreeSet<Word>,
    families: Vec<Vec<BTreeSet<Word>>>,
    /// Of each area those of the same subject.
    same_subject: Vec<Vec<usize>>,
    year: i64,
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
                parts: parts(&claim.statement)
                    .map(|at| (at.clone(), read(&claim.statement[at]).into_iter().collect()))
                    .collect(),
                members: members(&families, &own),
                words: own.into_iter().collect(),
                area: subjects.areas.iter().position(|(id, ..)| *id == claim.area),
                years: years(&claim.statement),
                asserted_years: years(&claim.assertion),
            }
        });
        let candidates: Vec<Candidate> = candidates.collect();
        let nouns = candidates.iter().flat_map(|candidate| &candidate.nouns).flatten().copied().collect();
        let asked = subjects.areas.iter().flat_map(|(_, _, asked)| read(asked)).collect();
        let [recipient, of_totals, totals] = [RECIPIENT, OF_TOTALS, TOTALS].map(read);
        let year = subjects.year;
        let same_subject = Vec::new();
        let mut made = Self {
            candidates,
            areas,
            families,
            same_subject,
            nouns,
            asked,
            recipient,
            of_totals,
            totals,
            year,
            vocabulary,
        };
        made.same_subject = made.same_subject();
        made
    }

    /// Every sentence with the claims that cover its numbers.
    pub fn pair_all(&self, sentences: &[Sentence]) -> Vec<Vec<Paired>> {
        let mut paired: Vec<Vec<Paired>> = sentences.par_iter().map(|sentence| self.pair(sentence)).collect();
        once_in_rows(sentences, &mut paired);
        paired
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
        let (mut paired, likeness): (Vec<Paired>, Vec<f64>) =
            all.iter().map(|figure| self.covered(sentence, figure, &all, area)).unzip();
        self.in_order(&mut paired);
        self.once(&sentence.text, &mut paired);
        accused_once(&mut paired, &likeness);
        paired
    }

    /// Whether a claim of another year has a number, where its sentence names none.
    pub(super) fn is_of_other_year(&self, own: &Paired, sentence: &Sentence) -> bool {
        let candidate = own.claim.and_then(|claim| self.candidates.get(claim));
        let years_of = candidate.map(|candidate| candidate.years.iter().chain(&candidate.asserted_years));
        years_of.is_some_and(|mut all| all.any(|year| *year != self.year)) && years(&sentence.text).is_empty()
    }

    /// Whether a number that a claim states counts others here: municipalities, where the claim counts counties.
    fn counts_others(&self, candidate: &Candidate, stated: usize, figure: &Figure, around: &Around) -> bool {
        let noun = candidate.nouns.get(stated).copied().flatten();
        let both = around.noun.zip(noun).filter(|_| figure.kind == Kind::Count);
        both.is_some_and(|(here, own)| here != own && self.asked.contains(&here) && self.asked.contains(&own))
    }

    /// The claim of the content control that a number stands in, and how it stands to it.
    fn controlled(&self, sentence: &Sentence, figure: &Figure) -> Option<Paired> {
        let first = sentence.places(&figure.range).first()?;
        let (_, id) = sentence.controls.iter().find(|(letters, _)| letters.contains(first))?;
        let claim = self.candidates.iter().position(|candidate| candidate.id == *id)?;
        let held = held(&self.candidates[claim], &sentence.text, figure)?;
        let (standing, stated) = (held.standing, Some(held.stated));
        Some(Paired { around: figure.range.clone(), figure: figure.clone(), claim: Some(claim), standing, stated })
    }

    fn covered(&self, sentence: &Sentence, figure: &Figure, all: &[Figure], area: Option<usize>) -> (Paired, f64) {
        if let Some(paired) = self.controlled(sentence, figure) {
            return (paired, 1.0);
        }
        let (area, _) = self.area_of(sentence, figure, &all.iter().collect::<Vec<_>>(), area);
        let around = self.around(sentence, figure, all, area);
        let found: Vec<Found> = (self.candidates.iter().enumerate())
            .filter(|(_, candidate)| around.cell.as_ref().is_none_or(|cell| cell.fits(candidate, &self.vocabulary)))
            .filter_map(|(claim, candidate)| {
                let mut held = held(candidate, &sentence.text, figure)?;
                let counts_others =
                    held.standing == Standing::Same && self.counts_others(candidate, held.stated, figure, &around);
                if counts_others {
                    (held.standing, held.is_unit) = (Standing::Other, true);
                }
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
                let mut likeness = self.likeness(candidate, &around, figure, held.stated);
                if counts_others {
                    // That is what is told, and no sign that something else is spoken of.
                    likeness += COUNTS_OTHER + OTHER_MEMBER;
                }
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
            let candidate = &self.candidates[found.claim];
            let own = candidate.area.and_then(|area| self.areas.get(area)).map(|(_, asked)| asked);
            let is_other = |word: &&Word| !candidate.words.contains(word) && own.is_some_and(|own| !own.contains(word));
            let is_of_others = !found.held.is_unit && around.asked.iter().any(|word| is_other(&word));
            let of_others = if is_of_others { OF_OTHERS } else { 0.0 };
            let of_no_area = if around.area.is_none() && candidate.area.is_some() { OF_NO_AREA } else { 0.0 };
            let is_alone = around.clause.len() > 1 && around.clause.iter().all(|word| candidate.words.contains(word));
            let needed = match (figure.kind, found.held.is_unit) {
                _ if sentence.cell.is_some() => LIKE_ENOUGH_FOR_CELL,
                (Kind::Word, _) if is_alone && around.is_known => LIKE_ENOUGH_FOR_WORD_ALONE,
                (Kind::Word, _) => LIKE_ENOUGH_FOR_WORD,
                (_, true) => LIKE_ENOUGH_FOR_UNIT,
                _ => LIKE_ENOUGH,
            };
            // What was paid back is no part of what was requisitioned.
            let is_repaid = |text: &str| text.to_lowercase().contains(REPAID);
            let is_of_repaid =
                figure.kind == Kind::Money && is_repaid(&sentence.text) && !is_repaid(&candidate.statement);
            // A part of all is not all.
            let behind = sentence.text.get(figure.range.end..).unwrap_or_default().trim_start().to_lowercase();
            let is_part = PARTS.iter().any(|part| behind.starts_with(part)) && !candidate.statement.contains(OF_PART);
            found.likeness >= needed + of_others + of_no_area && !is_of_repaid && !is_part
        };
        // What another claim of the area says word for word is not accused.
        let stated_elsewhere = |accused: &Found| {
            let is_near = |found: &&Found| {
                let candidate = &self.candidates[found.claim];
                let is_here = candidate.area.is_none() || candidate.area == around.area;
                let noun = candidate.nouns.get(found.held.stated).copied().flatten();
                let counts = around.noun.is_none() || around.noun == noun;
                counts
                    && found.is_stated()
                    && is_here
                    && found.likeness >= f64::max(LIKE_ENOUGH_ELSEWHERE, accused.likeness - ELSEWHERE)
            };
            let is_telling =
                figure.kind == Kind::Count && !matches!(figure.value, Value::Of(..)) && telling(figure) >= 1.0;
            found.iter().filter(is_near).reduce(Found::better).filter(|_| is_telling)
        };
        // The base of a figure is held against the report, not against claims.
        let is_base = sentence.text[..figure.range.start].trim_end().ends_with('=');
        let is_earlier = is_earlier(&sentence.text, figure, all);
        let chosen = same.or_else(|| {
            let accused = best.filter(enough).filter(|_| !is_base)?;
            if is_earlier && !self.candidates[accused.claim].statement.to_lowercase().contains(FROM) {
                return None;
            }
            Some(stated_elsewhere(accused).unwrap_or(accused))
        });
        // A claim that fails is said only where what it is about is named.
        let is_about = |found: &&Found| {
            let candidate = &self.candidates[found.claim];
            let Some((truth, _)) = candidate.truth.as_ref().filter(|_| is_word) else { return true };
            let true_words = self.vocabulary.read(truth).0;
            let wrong: Vec<Word> = candidate.words.iter().filter(|word| !true_words.contains(word)).copied().collect();
            let weigh =
                |words: &mut dyn Iterator<Item = &Word>| words.map(|word| self.vocabulary.weight(*word)).sum::<f64>();
            let named = weigh(&mut wrong.iter().filter(|word| around.presence[**word] >= IN_SENTENCE));
            wrong.is_empty() || named >= OF_WRONG * weigh(&mut wrong.iter())
        };
        let chosen = chosen.filter(is_about);
        let paired = Paired {
            around: figure.range.clone(),
            figure: figure.clone(),
            claim: chosen.map(|found| found.claim),
            standing: chosen.map_or(Standing::Unjudged, |found| found.held.standing),
            stated: chosen.map(|found| found.held.stated),
        };
        (paired, chosen.map_or(0.0, |found| found.likeness))
    }
}

/// Whether a number is what something was before: *from ten regions to eleven*.
fn is_earlier(text: &str, figure: &Figure, all: &[Figure]) -> bool {
    let is_after = |other: &&Figure| other.range.start >= figure.range.end;
    let to = all.iter().filter(is_after).find_map(|other| text.get(figure.range.end..other.range.start));
    text[..figure.range.start].to_lowercase().ends_with(FROM) && to.is_some_and(|text| text.ends_with(TO))
}

/// Where the things stand that a claim says, where it says several.
fn parts(statement: &str) -> impl Iterator<Item = Range<usize>> {
    let ends: Vec<usize> = statement.match_indices("; ").map(|(at, _)| at).chain([statement.len()]).collect();
    let starts = [0].into_iter().chain(ends.clone());
    let several = ends.len() > 1;
    starts.zip(ends).map(|(start, end)| start..end).filter(move |_| several)
}

/// A claim that may cover a number.
struct Found {
    claim: usize,
    likeness: f64,
    held: Held,
}

impl Found {
    fn is_stated(&self) -> bool {
        matches!(self.held.standing, Standing::Same | Standing::True)
    }

    fn better<'f>(one: &'f Self, other: &'f Self) -> &'f Self {
        if other.likeness > one.likeness { other } else { one }
    }
}
