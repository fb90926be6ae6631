//! How often rules and accepted suggestions are right, and how much they find: this year's, from the sample.

use super::frame::{Frame, Row};
use super::interval::{Caution, share};
use crate::ledger::CodeId;

/// Who gave codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The codebook's rules.
    Rules,
    /// Suggestions of the model that were accepted.
    Suggestions,
}

impl By {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Rules, Self::Suggestions];

    /// The codes that a row has of it, with the main codes that they imply.
    fn codes(self, row: &Row) -> Vec<CodeId> {
        match self {
            Self::Rules => row.rules.clone(),
            Self::Suggestions => {
                row.suggested.iter().filter(|(_, _, accepted)| *accepted).map(|(code, ..)| *code).collect()
            }
        }
    }
}

/// A share, with its 95 percent interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// The share of the sample, weighted.
    pub point: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// How good codes are.
#[derive(Clone, Debug, PartialEq)]
pub struct Precision {
    /// Who gave them.
    pub by: By,
    /// The code; `None` for all main codes together.
    pub code: Option<CodeId>,
    /// Codings of the whole frame.
    pub given: usize,
    /// Of them in the sample.
    pub read: usize,
    /// Of those right: people gave the code, too.
    pub right: usize,
    /// Codings that people gave in the sample.
    pub by_people: usize,
    /// How many of the given are right.
    pub precision: Option<Measured>,
    /// How many of those that people gave were given.
    pub recall: Option<Measured>,
}

/// A share of codings, summed over answers.
#[derive(Default)]
struct Shares {
    /// Of each sampled answer: its weight, how many codings, how many of them count as yes.
    answers: Vec<(f64, f64, f64)>,
}

impl Shares {
    fn add(&mut self, weight: f64, all: usize, yes: usize) {
        if all > 0 {
            self.answers.push((weight, all as f64, yes as f64));
        }
    }

    /// The share, by the exact interval at the effective sample size.
    ///
    /// Answers weigh differently (Kish), and codings of one answer stand or fall together: what the linearised variance
    /// of the share says is taken where it says that there are fewer.
    fn measured(&self) -> Option<Measured> {
        let sum = |of: &dyn Fn(&(f64, f64, f64)) -> f64| self.answers.iter().map(of).sum::<f64>();
        let (all, yes) = (sum(&|(w, all, _)| w * all), sum(&|(w, _, yes)| w * yes));
        if all <= 0.0 {
            return None;
        }
        let point = yes / all;
        let kish = all * all / sum(&|(w, all, _)| w * w * all);
        let variance = sum(&|(w, all, yes)| (w * (yes - point * all)).powi(2)) / (all * all);
        let effective = if variance > 0.0 { kish.min(point * (1.0 - point) / variance) } else { kish };
        let (low, high) = share(point * effective, effective, Caution::Exact);
        Some(Measured { point, low, high })
    }
}

/// Precision and recall of rules and accepted suggestions, of all main codes together first, then of every code that occurs.
/// `main_of` has the main code of every code of the domain.
pub fn precision(frame: &Frame, main_of: &[CodeId]) -> Vec<Precision> {
    let codes = (0..main_of.len()).map(|at| Some(CodeId::new(at)));
    let all: Vec<Option<CodeId>> = std::iter::once(None).chain(codes).collect();
    let of_code = |(by, code): (By, Option<CodeId>)| {
        let is_asked = |given: &CodeId| match code {
            Some(code) => *given == code,
            None => main_of.get(given.at()) == Some(given),
        };
        measured(frame, by, code, is_asked)
    };
    let asked = By::ALL.into_iter().flat_map(|by| all.iter().map(move |code| (by, *code)));
    asked.map(of_code).filter(|found| found.given > 0).collect()
}

fn measured(frame: &Frame, by: By, code: Option<CodeId>, is_asked: impl Fn(&CodeId) -> bool) -> Precision {
    let (mut precision, mut recall) = (Shares::default(), Shares::default());
    let mut found = Precision { by, code, given: 0, read: 0, right: 0, by_people: 0, precision: None, recall: None };
    for row in &frame.rows {
        let given: Vec<CodeId> = by.codes(row).into_iter().filter(&is_asked).collect();
        found.given += given.len();
        let (true, Some(people)) = (row.sampled, &row.people) else { continue };
        let right = given.iter().filter(|code| people.contains(code)).count();
        let by_people = people.iter().filter(|code| is_asked(code)).count();
        let weight = frame.weight(row);
        precision.add(weight, given.len(), right);
        recall.add(weight, by_people, right);
        found.read += given.len();
        found.right += right;
        found.by_people += by_people;
    }
    Precision { precision: precision.measured(), recall: recall.measured(), ..found }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::testing::{frame, row};

    #[test]
    fn precision_and_recall_are_of_the_sample_and_weighted() {
        // Stratum 0: four rows, two read (weight 2). Stratum 1: two rows, both read (weight 1).
        // Code 0 by rules: in stratum 0 twice, read once, right; in stratum 1 twice, one right.
        let rows = vec![
            row(0, &[0], Some(&[0])),
            row(0, &[], Some(&[0])),
            row(0, &[0], None),
            row(0, &[], None),
            row(1, &[0], Some(&[0])),
            row(1, &[0], Some(&[])),
        ];
        let frame = frame(&[(4, 2), (2, 2)], rows);
        let all = precision(&frame, &[CodeId::new(0)]);
        let found = all.iter().find(|found| found.by == By::Rules && found.code.is_some()).cloned().unwrap();
        assert_eq!((found.given, found.read, found.right, found.by_people), (4, 3, 2, 3));
        // Right 2 + 1 of 2 + 1 + 1: 3/4. Kish: 4² / (4 + 1 + 1) = 8/3. Variance (2·¼)² + ¼² + ¾² = 0.875 over 16:
        // 0.1875 / 0.0546875 = 3.43 is more than 8/3, which counts.
        let measured = found.precision.unwrap();
        assert!((measured.point - 0.75).abs() < 1e-12);
        assert_eq!((measured.low, measured.high), share(2.0, 8.0 / 3.0, Caution::Exact));
        // People gave it twice in stratum 0 (one found) and once in stratum 1 (found): 3 of 5.
        assert!((found.recall.unwrap().point - 0.6).abs() < 1e-12);
    }
}
