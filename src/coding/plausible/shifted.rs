//! Stretches of rows whose codes stand a few rows away from their interventions, because cells were put in or taken out.

use std::collections::BTreeSet;

use super::misplaced::Part;
use super::{Codes, Row};
use crate::codebook::Domain;
use crate::coding::fit::{Fit, Moved, Pair, stretch};
use crate::diagnostic::Diagnostic;
use crate::msg;
use crate::wording::Message;

/// A stretch, by how many rows its codes have to be moved to fit, and how well they fit where they stand and there.
pub(super) struct Stretch {
    pub(super) part: Part,
    from: usize,
    by: isize,
    here: Fit,
    there: Fit,
    evidence: f64,
}

/// The shifts that are tried.
pub(super) fn shifts() -> impl Iterator<Item = isize> {
    const FARTHEST: isize = 3;
    (1..=FARTHEST).flat_map(|by| [by, -by])
}

impl Codes<'_> {
    /// Stretches of all columns, then of single ones, the most evident first.
    pub(super) fn stretches(&self, swapped: &BTreeSet<Domain>) -> Vec<Stretch> {
        const MOST: usize = 20;
        // Where coders agree, they know better than rules.
        let both = |(coders, rules): (&Row, &Row)| {
            coders.iter().zip(rules).map(|(coders, rules)| if *coders == 0 { *rules } else { *coders }).collect()
        };
        let said: Vec<Row> = self.by_coders.iter().zip(&self.by_rules).map(both).collect();
        let mut units = self.units(&said);
        units.retain(|unit| !swapped.contains(&unit.domain));
        let fitting = Fit::of(&units).kappa();
        let columns = std::iter::once(None).chain(self.domains().map(Some));
        let mut found: Vec<Stretch> = Vec::new();
        for column in columns {
            while found.len() < MOST {
                let of_column: Vec<&Pair> =
                    units.iter().filter(|unit| column.is_none_or(|domain| unit.domain == domain)).collect();
                let by_shift = shifts().filter_map(|by| self.stretch(&of_column, &said, by, fitting, column));
                let Some(best) = by_shift.max_by(|a, b| a.evidence.total_cmp(&b.evidence)) else { break };
                units.retain(|unit| !best.part.holds(unit));
                found.push(best);
            }
        }
        found
    }

    /// The stretch that fits best when moved by some rows.
    fn stretch(
        &self,
        units: &[&Pair],
        said: &[Row],
        by: isize,
        fitting: f64,
        column: Option<Domain>,
    ) -> Option<Stretch> {
        let moved = |unit: &&Pair| {
            let domain = unit.domain.at();
            let there = said.get(unit.row.checked_add_signed(by)?)?[domain];
            (there != 0).then(|| Moved { here: (*unit).clone(), agrees_there: self.own[unit.row][domain] & there != 0 })
        };
        let moved: Vec<Moved> = units.iter().filter_map(moved).collect();
        let (range, evidence) = stretch(&moved, fitting)?;
        let inside = &moved[range];
        if column.is_none() && is_of_one_column(inside) {
            return None;
        }
        let (from, to) = (inside.first()?.here.row, inside.last()?.here.row);
        let there: Vec<Pair> = inside.iter().map(Moved::there).collect();
        let (here, there) = (Fit::of(inside.iter().map(|moved| &moved.here)), Fit::of(&there));
        let found = Stretch { part: Part::Rows(from, to, column), from, by, here, there, evidence };
        found.is_evident(fitting).then_some(found)
    }

    /// The warning for a stretch.
    pub(super) fn shifted(&self, stretch: &Stretch) -> Diagnostic {
        let message = msg!(
            "codes-shifted",
            codes = self.subject(&stretch.part),
            further = further(stretch.by),
            units = stretch.here.units,
            there = stretch.there.agree,
            here = stretch.here.agree
        );
        Diagnostic::warning(self.place(stretch.from), message)
    }
}

impl Stretch {
    /// Whether the codes fit there as codes of this sheet do, clearly better than here, in more rows than a few that were mixed
    /// up. Where rows are in any order, some shift always fits a little better.
    fn is_evident(&self, fitting: f64) -> bool {
        const ROWS: usize = 4;
        let Part::Rows(from, to, _) = self.part else { return false };
        let (here, there) = (self.here.kappa(), self.there.kappa());
        to - from + 1 >= ROWS && there >= f64::max(0.4, 0.75 * fitting) && there >= here + 0.25
    }
}

/// Whether codes fit better there in a single column only: its cells were moved, and not the rows.
fn is_of_one_column(inside: &[Moved]) -> bool {
    let domains: BTreeSet<Domain> = inside.iter().map(|moved| moved.here.domain).collect();
    domains.iter().any(|domain| {
        let others = || inside.iter().filter(|moved| moved.here.domain != *domain);
        others().filter(|moved| moved.agrees_there).count() <= others().filter(|moved| moved.here.agrees).count()
    })
}

/// `2 rows further down`.
pub(super) fn further(by: isize) -> Message {
    let rows = by.unsigned_abs();
    if by > 0 { msg!("rows-further-down", rows) } else { msg!("rows-further-up", rows) }
}
