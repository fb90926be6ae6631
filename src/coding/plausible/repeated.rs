//! Codes that were filled down over other rows, or pasted over them: far more rows alike than chance gives.
//!
//! A run of equal cells is held against a chain in which a cell takes the value of the one above as often as the column's other
//! cells do: in a sheet that is sorted by its codes, or whose respondents report one kind of work, runs are long by themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::Codes;
use super::misplaced::Part;
use crate::codebook::Domain;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;

/// So many runs or blocks are expected at most by chance in those that are told.
const BY_CHANCE: f64 = 0.001;

/// Shorter ones are never told.
const FEWEST: usize = 5;

/// Equal codes one below another: the first and the last row.
struct Run {
    from: usize,
    to: usize,
}

impl Run {
    fn rows(&self) -> usize {
        self.to - self.from + 1
    }
}

/// Rows whose codes stand in earlier rows, too, in the same order: where they begin and how many they are.
struct Copy {
    first: usize,
    again: usize,
    rows: usize,
}

impl Codes<'_> {
    /// Warns of columns' cells that were probably filled down, and of rows that were probably pasted over others.
    pub(super) fn report_repeated(&self, messages: &mut Diagnostics) {
        for domain in self.domains() {
            let cells: Vec<&[String]> = self.interventions.iter().map(|i| self.sheet.of(&i.id, domain)).collect();
            for run in runs(&cells).into_iter().filter(|run| self.differ(run.from..=run.to)) {
                messages.push(self.filled_down(domain, &run, cells[run.from]));
            }
        }
        let rows = self.whole_rows();
        for copy in copies(&rows).into_iter().filter(|copy| self.are_others(copy)) {
            let part = |from: usize| self.subject(&Part::Rows(from, from + copy.rows - 1, None));
            let message = msg!("codes-pasted", codes = part(copy.again), others = part(copy.first), rows = copy.rows);
            messages.push(Diagnostic::warning(self.place(copy.again), message));
        }
    }

    fn filled_down(&self, domain: Domain, run: &Run, codes: &[String]) -> Diagnostic {
        let subject = self.subject(&Part::Rows(run.from, run.to, Some(domain)));
        let message = msg!("codes-filled-down", codes = subject, rows = run.rows(), code = shown(&codes.join("; ")));
        Diagnostic::warning(self.place(run.from), message)
    }

    /// Every row's codes in all columns as a number of its own; `None` where nothing is coded.
    fn whole_rows(&self) -> Vec<Option<usize>> {
        let domains: Vec<Domain> = self.book.domains().filter(|domain| self.sheet.uses(*domain)).collect();
        let mut known: BTreeMap<Vec<&[String]>, usize> = BTreeMap::new();
        let mut rows = Vec::with_capacity(self.interventions.len());
        for intervention in &self.interventions {
            let row: Vec<_> = domains.iter().map(|domain| self.sheet.of(&intervention.id, *domain)).collect();
            let next = known.len();
            rows.push(row.iter().any(|codes| !codes.is_empty()).then(|| *known.entry(row).or_insert(next)));
        }
        rows
    }

    /// Whether most of some rows are about work that is told in other words: equal texts have equal codes.
    fn differ(&self, mut rows: impl Iterator<Item = usize> + Clone) -> bool {
        let count = rows.clone().count();
        let mut seen: BTreeSet<Vec<&str>> = BTreeSet::new();
        rows.by_ref().for_each(|row| {
            seen.insert(self.interventions[row].texts.iter().map(|(_, text)| text).collect());
        });
        3 * seen.len() > 2 * count
    }

    /// Whether most rows of a copy are about other work than those that they repeat.
    fn are_others(&self, copy: &Copy) -> bool {
        let differs = |at: &usize| {
            let [a, b] = [copy.first, copy.again].map(|from| &self.interventions[from + at].texts);
            a != b
        };
        2 * (0..copy.rows).filter(differs).count() > copy.rows
    }
}

/// The runs of equal cells that are longer than chance gives.
fn runs(cells: &[&[String]]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (row, codes) in cells.iter().enumerate() {
        match runs.last_mut().filter(|run| cells[run.to] == *codes) {
            Some(run) => run.to = row,
            None => runs.push(Run { from: row, to: row }),
        }
    }
    // By value: how many cells have it, and how many of them have it from the cell above.
    let mut of_value: BTreeMap<&[String], [usize; 2]> = BTreeMap::new();
    for run in &runs {
        let [count, repeated] = of_value.entry(cells[run.from]).or_default();
        *count += run.rows();
        *repeated += run.rows() - 1;
    }
    let repeated = cells.len() - runs.len();
    let all = cells.len();
    let is_long = |run: &Run| {
        let ([count, own], inside) = (of_value[cells[run.from]], run.rows() - 1);
        let frequency = count as f64 / all as f64;
        let elsewhere = (repeated - inside) as f64 / (all - inside) as f64;
        // What the value's other cells do, filled up with what those of the column do.
        const FILLED_UP: f64 = 10.0;
        let base = frequency.max(elsewhere);
        let own = ((own - inside) as f64 + FILLED_UP * base) / ((count - inside) as f64 + FILLED_UP);
        let chance = base.max(own);
        run.rows() >= FEWEST && !cells[run.from].is_empty() && all as f64 * chance.powf(run.rows() as f64) < BY_CHANCE
    };
    runs.into_iter().filter(is_long).collect()
}

/// The blocks of rows that repeat an earlier one and that chance does not give.
fn copies(rows: &[Option<usize>]) -> Vec<Copy> {
    /// Rows that are all alike are a run.
    const DISTINCT: usize = 3;
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    rows.iter().flatten().for_each(|row| *counts.entry(*row).or_default() += 1);
    let all = rows.len() as f64;
    let chance = |row: &Option<usize>| row.and_then(|row| counts.get(&row)).map_or(1.0, |n| *n as f64 / all);
    let mut first: BTreeMap<&[Option<usize>], usize> = BTreeMap::new();
    let (mut found, mut again) = (Vec::new(), 0);
    // The blocks that lie wholly above the row at hand are known.
    let mut known = 0;
    while again + FEWEST <= rows.len() {
        while known + FEWEST <= again {
            first.entry(&rows[known..known + FEWEST]).or_insert(known);
            known += 1;
        }
        let block = &rows[again..again + FEWEST];
        let is_telling = |block: &[Option<usize>]| {
            block.iter().all(Option::is_some) && block.iter().collect::<BTreeSet<_>>().len() >= DISTINCT
        };
        let earlier = first.get(block).copied().filter(|_| is_telling(block));
        let Some(from) = earlier else {
            again += 1;
            continue;
        };
        let pairs = rows[from..again].iter().zip(&rows[again..]);
        let length = pairs.take_while(|(a, b)| a == b && a.is_some()).count();
        let copied = &rows[again..again + length];
        let expected = all * all * copied.iter().map(chance).product::<f64>();
        if expected < BY_CHANCE {
            found.push(Copy { first: from, again, rows: length });
        }
        again += length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(codes: &str) -> Vec<(usize, usize)> {
        let cells: Vec<Vec<String>> = codes.chars().map(|c| vec![c.to_string()]).collect();
        let cells: Vec<&[String]> = cells.iter().map(Vec::as_slice).collect();
        runs(&cells).iter().map(|run| (run.from, run.rows())).collect()
    }

    /// 41 rows of four codes in turn. With ten of `d` behind them, `d` has 20 of 51 cells, and 51 · (20 / 51)^10 = 0.004 runs
    /// of ten are expected, too many to tell; with fourteen it has 24 of 55, and 55 · (24 / 55)^14 = 0.0005.
    #[test]
    fn runs_are_told_that_are_longer_than_chance_gives() {
        let varied = "abcd".repeat(10);
        assert!(lengths(&varied).is_empty());
        assert!(lengths(&format!("{varied}a{}", "d".repeat(10))).is_empty());
        assert_eq!(lengths(&format!("{varied}a{}", "d".repeat(14))), [(41, 14)]);
        // Sorted, every code is a run, and none is told.
        let sorted = ["a", "b", "c", "d"].map(|code| code.repeat(30)).concat();
        assert!(lengths(&sorted).is_empty());
    }

    /// 60 rows all different but for a block of six that stands twice: 60² · (2 / 60)^6 = 0.000005.
    #[test]
    fn blocks_are_told_that_stand_twice() {
        let mut rows: Vec<Option<usize>> = (0..60).map(Some).collect();
        assert!(copies(&rows).is_empty());
        for at in 0..6 {
            rows[40 + at] = rows[10 + at];
        }
        let found: Vec<_> = copies(&rows).iter().map(|copy| (copy.first, copy.again, copy.rows)).collect();
        assert_eq!(found, [(10, 40, 6)]);
        // Two codes in turn repeat themselves.
        assert!(copies(&(0..60).map(|row| Some(row % 2)).collect::<Vec<_>>()).is_empty());
    }
}
