//! Which column of requisitions belongs to which survey.
//!
//! The two are brought together by what they say: words that their names share, and amounts, because what a recipient
//! requisitioned and what it reports to have used are of one size. Of several columns that could be a survey's, one that
//! speaks of requisitions and of the study's year is taken; where names do not decide, the others are told.

use std::collections::BTreeMap;

use super::beside::RequisitionsDraft;
use super::survey::{SurveyDraft, years};
use super::words::{FundsKind, funds_kind};
use crate::diagnostic::shown;
use crate::msg;
use crate::wording::{Message, joined};

/// A column of requisitions, the survey that it belongs to, and what is unsure.
pub struct Assignment {
    /// The sheet, by its place in the draft.
    pub sheet: usize,
    /// The place of the column, or of a list's word, among the amounts.
    pub index: usize,
    /// The column.
    pub column: String,
    /// The area.
    pub area: String,
    /// What is unsure.
    pub doubt: Option<Message>,
}

/// How far apart amounts may be on the whole before words have to say that a column belongs to a survey: a factor of two.
const NEAR: f64 = std::f64::consts::LN_2;

/// What a shared word is worth, in the same measure.
const WORD: f64 = 0.7;

/// More than words and amounts can make up for: funds of another kind, or another year.
const OTHER: f64 = 10.0;

/// A column that may be a survey's.
struct Pair {
    sheet: usize,
    column: usize,
    survey: usize,
    /// How far apart the amounts are.
    apart: f64,
    /// How many words the names share.
    shared: usize,
    kind: FundsKind,
    year: Year,
}

/// What names say of the year of a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Year {
    /// It is the study's.
    Own,
    /// Nothing.
    Unsaid,
    /// It is another.
    Other,
}

impl Pair {
    /// What speaks against it: another kind of funds and another year first, then amounts, then words.
    fn cost(&self) -> f64 {
        let kind = if self.kind == FundsKind::Other { OTHER } else { 0.0 };
        let year = if self.year == Year::Other { OTHER } else { 0.0 };
        let preferred = if self.kind == FundsKind::Requisitioned { WORD } else { 0.0 };
        self.apart - WORD * self.shared as f64 + kind + year - preferred
    }

    /// The same by amounts and one word alone.
    fn distance(&self) -> f64 {
        self.apart - WORD * self.shared.min(1) as f64
    }

    /// Whether names or amounts say that this column is the survey's and not the other.
    fn is_surer_than(&self, other: &Self) -> bool {
        self.kind == FundsKind::Requisitioned && other.kind == FundsKind::Other
            || self.year == Year::Own && other.year == Year::Other
            || self.shared > other.shared
            || self.kind >= other.kind && self.year != Year::Other && other.apart - self.apart > NEAR
    }

    fn is(&self, other: &Self) -> bool {
        (self.sheet, self.column) == (other.sheet, other.column)
    }
}

/// Assigns columns to surveys, the closest pairs first, each once; `year` is the study's, where it is known.
pub fn assign(requisitions: &[RequisitionsDraft], surveys: &[SurveyDraft], year: Option<i64>) -> Vec<Assignment> {
    let mut pairs = pairs(requisitions, surveys, year);
    pairs.sort_by(|a, b| {
        let places = (a.sheet, a.column, a.survey).cmp(&(b.sheet, b.column, b.survey));
        a.cost().total_cmp(&b.cost()).then(places)
    });
    let mut chosen: Vec<&Pair> = Vec::new();
    for pair in &pairs {
        if !chosen.iter().any(|known| known.is(pair) || known.survey == pair.survey) {
            chosen.push(pair);
        }
    }
    let mut found: Vec<Assignment> = chosen
        .iter()
        .map(|pair| Assignment {
            sheet: pair.sheet,
            index: pair.column,
            column: requisitions[pair.sheet].amounts[pair.column].0.clone(),
            area: surveys[pair.survey].area.clone(),
            doubt: doubt(pair, &pairs, &chosen, requisitions, surveys),
        })
        .collect();
    found.sort_by_key(|a| (a.sheet, a.index));
    found
}

fn pairs(requisitions: &[RequisitionsDraft], surveys: &[SurveyDraft], year: Option<i64>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (sheet, declared) in requisitions.iter().enumerate() {
        for (column, (name, amounts)) in declared.amounts.iter().enumerate() {
            let labels = declared.labels(column);
            let kinds = labels.iter().map(|label| funds_kind(label));
            let kind = kinds.into_iter().find(|kind| *kind != FundsKind::Unsaid).unwrap_or(FundsKind::Unsaid);
            let said =
                labels.iter().map(|label| years(std::iter::once(label.as_str()))).find(|years| !years.is_empty());
            let of_year = match (said, year) {
                (Some(said), Some(own)) if said.contains(&own) => Year::Own,
                (Some(_), Some(_)) => Year::Other,
                _ => Year::Unsaid,
            };
            for (survey, drafted) in surveys.iter().enumerate() {
                if drafted.level.value == declared.level_of(column) {
                    let apart = distance(amounts, &drafted.reported);
                    let shared = shared_words(name, &drafted.file);
                    pairs.push(Pair { sheet, column, survey, apart, shared, kind, year: of_year });
                }
            }
        }
    }
    pairs
}

/// What is unsure about a column and its survey.
fn doubt(
    pair: &Pair,
    pairs: &[Pair],
    chosen: &[&Pair],
    requisitions: &[RequisitionsDraft],
    surveys: &[SurveyDraft],
) -> Option<Message> {
    let (sheet, survey) = (&requisitions[pair.sheet], &surveys[pair.survey]);
    let free = |other: &&Pair| other.survey == pair.survey && !chosen.iter().any(|known| known.is(other));
    let rivals: Vec<Message> = pairs
        .iter()
        .filter(free)
        .filter(|other| !pair.is_surer_than(other))
        .map(|other| {
            let of = &requisitions[other.sheet];
            msg!("column-in-file", column = shown(&of.amounts[other.column].0), file = shown(&of.file))
        })
        .chain(sums(pair, chosen, sheet))
        .collect();
    let near = |other: &&Pair| {
        other.is(pair) && other.survey != pair.survey && (other.distance() - pair.distance()).abs() < 0.2
    };
    let surveys_near: Vec<String> = pairs.iter().filter(near).map(|p| shown(&surveys[p.survey].area)).collect();
    let name = || shown(&sheet.labels(pair.column)[0]);
    match () {
        () if !rivals.is_empty() => Some(msg!("unsure-requisitioned", others = joined(rivals, ", "))),
        () if pair.kind == FundsKind::Other => Some(msg!(
            "unsure-other-funds",
            column = msg!("column-in-file", column = name(), file = shown(&sheet.file))
        )),
        () if pair.year == Year::Other => Some(msg!("unsure-other-year", column = name(), file = shown(&sheet.file))),
        () if !surveys_near.is_empty() => Some(msg!("unsure-amounts-fit", areas = joined(surveys_near, ", "))),
        () if thousandfold(&sheet.amounts[pair.column].1, &survey.reported) => Some(msg!("unsure-thousandfold")),
        () if pair.distance() > NEAR => Some(msg!("unsure-what-was-left")),
        () => None,
    }
}

/// Columns of sums that may be meant where one column alone of the sheet is taken, and they differ from it.
fn sums(pair: &Pair, chosen: &[&Pair], sheet: &RequisitionsDraft) -> Vec<Message> {
    let own = &sheet.amounts[pair.column].1;
    let several = chosen.iter().filter(|other| other.sheet == pair.sheet).count() > 1;
    let differing = sheet.sums.iter().filter(|(_, sums)| !several && sums != own);
    differing.map(|(name, _)| msg!("column-in-file", column = shown(name), file = shown(&sheet.file))).collect()
}

/// Whether one side is some thousand times the other, in the middle of the recipients that have both.
fn thousandfold(requisitioned: &BTreeMap<String, f64>, reported: &BTreeMap<String, f64>) -> bool {
    let both = requisitioned.iter().filter_map(|(code, t)| reported.get(code).map(|s| (*t, *s)));
    let mut times: Vec<f64> = both.filter(|(t, s)| *t > 0.0 && *s > 0.0).map(|(t, s)| (t / s).log10().abs()).collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).is_some_and(|times| (2.5..3.5).contains(times))
}

/// The median over recipients of how many times one amount is the other, as a logarithm; far apart without common ones.
fn distance(requisitioned: &BTreeMap<String, f64>, reported: &BTreeMap<String, f64>) -> f64 {
    const FAR: f64 = 3.0;
    let both = requisitioned.iter().filter_map(|(code, t)| reported.get(code).map(|s| (*t, *s)));
    let mut apart: Vec<f64> =
        both.filter(|(t, s)| *t > 0.0 && *s > 0.0).map(|(t, s)| (t / s).ln().abs().min(FAR)).collect();
    apart.sort_by(f64::total_cmp);
    apart.get(apart.len() / 2).copied().unwrap_or(FAR)
}

/// How many words of a file's name begin a word of a column's name, or the other way round.
fn shared_words(column: &str, file: &str) -> usize {
    const SHORTEST: usize = 4;
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.chars().count() >= SHORTEST)
            .map(str::to_owned)
            .collect()
    };
    let (of_column, of_file) = (words(column), words(file));
    of_file.iter().filter(|f| of_column.iter().any(|c| c.starts_with(*f) || f.starts_with(c))).count()
}
