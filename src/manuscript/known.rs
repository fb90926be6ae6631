//! Numbers and places in rankings that no claim states, held against the study's data.
//!
//! A sentence names what its numbers count: a value, as a code or an option, by the words of its label; what such values are called
//! together, as goals; and by where it stands an area. Where that leaves one number of the data, the sentence is held against it. Where it
//! leaves several, one that fits is enough, and none accuses.

mod areas;
mod asked;
mod beside;
mod change;
mod compared;
mod levels;
mod lexicon;
mod mention;
mod number;
mod place;
mod ranked;
mod sides;
mod slip;
mod total;
mod words;

use std::ops::Range;

use rayon::prelude::*;

use super::clause::clause;
use super::pair::{Paired, Pairing, Standing, years};
use super::reference::{Amiss, Doubt};
use super::subjects::Subjects;
use super::text::Sentence;
use crate::claims::numbers::Figure;
use crate::claims::{Total, Totalled};
use crate::exact::Exact;
use areas::Areas;
use mention::Breakdowns;
use place::Place;
use words::{ALL_AREAS, OF_ALL, SUMMARY, begins};

/// A number of so many digits is exact.
const EXACT: usize = 3;
/// How all areas are called together, and what is none of them.
const ALL: &str = "";
const NONE: &str = "-";
/// What stands around what others say, and how many words are more than a name.
const QUOTES: [char; 3] = ['”', '“', '"'];
const QUOTED: usize = 3;
/// What the data say of a number or a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// They say so.
    Shown,
    /// They say something else.
    Other(Truth),
}

/// What the data say instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Truth {
    /// What is wrong, in bytes of the sentence.
    range: Range<usize>,
    /// What the data say.
    truth: String,
    /// What it is said of; nothing for a total or a ranking.
    of: String,
    /// The sentence with it; `None` where that cannot be put in.
    corrected: Option<String>,
    /// Whether there is no doubt that it is this that is meant.
    is_certain: bool,
}

impl Truth {
    /// Of a number that something else is put in the place of.
    fn new(text: &str, range: Range<usize>, put: String, of: String) -> Self {
        let corrected =
            text.get(..range.start).zip(text.get(range.end..)).map(|(before, after)| format!("{before}{put}{after}"));
        Self { range, truth: put, of, corrected, is_certain: false }
    }

    fn doubt(self, sentence: &Sentence) -> Doubt {
        let own = sentence.text.get(self.range.clone()).unwrap_or_default().to_owned();
        let truth = self.corrected.filter(|_| sentence.cell.is_none());
        let what = Amiss::Data { own, truth: self.truth, of: self.of };
        Doubt { truth, ..Doubt::of(sentence, self.range, what) }
    }
}

/// Holds the numbers of sentences, each already held against claims, against the data: what they say is shown, what they do not say is told.
pub(super) fn hold(
    sentences: &[Sentence],
    paired: &mut [Vec<Paired>],
    pairing: &Pairing,
    subjects: &Subjects,
) -> Vec<Doubt> {
    let holding = Holding {
        known: Breakdowns::new(&subjects.tallies),
        totals: &subjects.totals,
        areas: Areas::new(subjects),
        pairing,
        subjects,
    };
    let held = |(sentence, paired): (&Sentence, &mut Vec<Paired>)| {
        let area = pairing.area(sentence);
        holding.hold(sentence, paired, area)
    };
    sentences.par_iter().zip(paired.par_iter_mut()).flat_map_iter(held).collect()
}

struct Holding<'h> {
    known: Breakdowns<'h>,
    totals: &'h [Totalled],
    areas: Areas,
    pairing: &'h Pairing,
    subjects: &'h Subjects,
}

impl Holding<'_> {
    fn hold(&self, sentence: &Sentence, paired: &mut [Paired], area: Option<usize>) -> Vec<Doubt> {
        let figures: Vec<Figure> = paired.iter().map(|own| own.figure.clone()).collect();
        let all: Vec<&Figure> = figures.iter().collect();
        let whole = self.place(sentence, &all, area, &sentence.text);
        let mut doubts = Vec::new();
        let same = paired.iter().filter(|own| own.standing == Standing::Same && !own.figure.is_word());
        let stated: Vec<_> = same.map(|own| (own.claim, own.stated, own.figure.range.start)).collect();
        for own in paired {
            if is_quoted(&sentence.text, &own.figure) {
                continue;
            }
            let (here, is_named) = self.pairing.area_of(sentence, &own.figure, &all, area);
            let own_place = (here != area || is_named).then(|| {
                let clause = clause_of(sentence, &own.figure, &all);
                self.place(sentence, &all, here, if is_named { clause } else { &sentence.text })
            });
            match self.told(own_place.as_ref().unwrap_or(&whole), &own.figure) {
                // What is so this year clears nothing of another one.
                Some(Told::Shown) if own.differs() && self.is_of_other_year(sentence, &own.figure, &all) => {}
                Some(Told::Shown) => own.is_shown(),
                Some(Told::Other(truth)) if !own.is_covered() => {
                    own.is_refuted();
                    doubts.push(truth.doubt(sentence));
                }
                Some(Told::Other(truth)) if own.differs() => own.around = truth.range,
                Some(Told::Other(truth))
                    if own.standing == Standing::Same
                        && (self.overrules(sentence, own, &truth)
                            || is_said_again(&stated, own)
                            || self.pairing.is_of_other_year(own, sentence)) =>
                {
                    own.is_refuted();
                    doubts.push(truth.doubt(sentence));
                }
                Some(Told::Other(_)) | None => {}
            }
        }
        doubts
    }

    /// Whether the clause of a number names another year.
    fn is_of_other_year(&self, sentence: &Sentence, figure: &Figure, all: &[&Figure]) -> bool {
        years(clause_of(sentence, figure, all)).iter().any(|year| *year != self.subjects.year)
    }

    /// Where a sentence stands that speaks of an area; `text` is what of it may name others.
    fn place<'p>(
        &'p self,
        sentence: &'p Sentence,
        all: &'p [&'p Figure],
        area: Option<usize>,
        text: &str,
    ) -> Place<'p> {
        let own = area.and_then(|at| self.subjects.areas.get(at));
        let names_area = [&sentence.text, &sentence.before].iter().any(|text| self.areas.are_others_named(text, NONE));
        let none = if is_of_all(sentence) && !names_area { ALL } else { NONE };
        let (area, title) = own.map_or((none, ""), |(id, title, _)| (id.as_str(), title.as_str()));
        Place {
            sentence,
            area,
            title,
            all,
            asked: &self.areas.asked,
            own_asked: self.areas.asked(area),
            respondents: self.respondents(area),
            language: self.subjects.language,
            years: years(&sentence.text).into_iter().filter(|year| *year != self.subjects.year).collect(),
            names_others: self.areas.are_others_named(text, area),
        }
    }

    /// Whether what the data say counts more than a claim that says the same: of a place in a ranking, where the claim may be of other values;
    /// and of a number in digits, where the claim's may be a rough one.
    fn overrules(&self, sentence: &Sentence, own: &Paired, truth: &Truth) -> bool {
        let digits = sentence.text.get(own.figure.digits.clone()).unwrap_or_default();
        let is_exact = digits.chars().filter(char::is_ascii_digit).count() >= EXACT;
        sentence.cell.is_none()
            && (truth.is_certain || own.figure.is_word() && truth.range != own.figure.range || is_exact)
    }

    /// How many answered the survey of an area.
    fn respondents(&self, area: &str) -> Exact {
        let mut of_area = self.totals.iter().filter(|total| total.area.as_deref() == Some(area));
        of_area.find(|total| total.of == Total::Respondents).map_or(Exact::ZERO, |total| total.number)
    }

    fn told(&self, place: &Place<'_>, figure: &Figure) -> Option<Told> {
        let near = place.near(&self.known.lexicon, figure);
        if figure.is_word() {
            let of_change = change::told(&self.known, place, &near, figure);
            return of_change
                .or_else(|| compared::told((&self.known, &self.areas), place, &near, figure))
                .or_else(|| ranked::told(&self.known, place, &near, figure));
        }
        if let Some(told) = beside::told(place, figure) {
            return Some(told);
        }
        if let Some(told) = change::points(place, figure).or_else(|| total::base(&self.known, place, figure)) {
            return Some(told);
        }
        let of_value = number::told(&self.known, place, &near, figure);
        let data = (&self.known, self.totals);
        of_value
            .or_else(|| asked::told(data, place, figure))
            .or_else(|| total::told(data, place, &near, figure))
            .or_else(|| slip::told(data, place, figure))
    }
}

/// The clause of a number among numbers, and of a word among words.
fn clause_of<'s>(sentence: &'s Sentence, figure: &Figure, all: &[&Figure]) -> &'s str {
    let alike: Vec<&Figure> = all.iter().copied().filter(|other| other.is_word() == figure.is_word()).collect();
    sentence.text.get(clause(&sentence.text, figure, &alike)).unwrap_or(&sentence.text)
}

/// Whether a sentence that names no area speaks of all: it says so, or stands where a report speaks of all.
fn is_of_all(sentence: &Sentence) -> bool {
    let is_all = |text: &str| OF_ALL.iter().any(|words| format!(" {} ", text.to_lowercase()).contains(words));
    let has = |text: &String| begins(text, &ALL_AREAS) || is_all(text);
    sentence.headings.iter().any(|text| begins(text, &SUMMARY)) || has(&sentence.text) || has(&sentence.before)
}

/// Whether a claim's number stands in a sentence twice: it is that of one of them.
fn is_said_again(stated: &[(Option<usize>, Option<usize>, usize)], own: &Paired) -> bool {
    let is_it = |(claim, number, at): &&(_, _, usize)| {
        (*claim, *number) == (own.claim, own.stated) && *at < own.figure.range.start
    };
    stated.iter().any(|other| is_it(&other))
}

/// Whether a number is said by somebody else: it stands within quotation marks, and not as a single word.
fn is_quoted(text: &str, figure: &Figure) -> bool {
    let (before, behind) = (text.get(..figure.range.start), text.get(figure.range.end..));
    let Some((before, behind)) = before.zip(behind) else { return false };
    let is_open = before.matches(QUOTES).count() % 2 == 1 && behind.contains(QUOTES);
    let from = before.rfind(QUOTES).unwrap_or(0);
    let to = behind.find(QUOTES).unwrap_or(behind.len());
    is_open && before[from..].split_whitespace().chain(behind[..to].split_whitespace()).count() >= QUOTED
}

#[cfg(test)]
mod tests;
