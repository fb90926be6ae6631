//! Parts of a sheet whose codes fit the texts by chance only, while others fit.

use super::Codes;
use super::shifted::further;
use crate::codebook::Domain;
use crate::coding::fit::{Fit, Pair, segment};
use crate::coding::telling::coefficient;
use crate::diagnostic::{Diagnostic, Spot, shown};
use crate::msg;
use crate::wording::{Message, joined};

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Column(Domain),
    Area(usize),
    /// The first and the last row, and the column where it is only one.
    Rows(usize, usize, Option<Domain>),
}

impl Part {
    pub(super) fn holds(&self, unit: &Pair) -> bool {
        match self {
            Self::Whole => true,
            Self::Column(domain) => unit.domain == *domain,
            Self::Area(area) => unit.area == *area,
            Self::Rows(from, to, domain) => {
                (*from..=*to).contains(&unit.row) && domain.is_none_or(|domain| unit.domain == domain)
            }
        }
    }
}

impl Codes<'_> {
    /// Parts whose codes fall to chance where the others fit, each with its units and the others; they are taken out.
    pub(super) fn parts(&self, units: &mut Vec<Pair>) -> Vec<(Part, Vec<Pair>, Vec<Pair>)> {
        let mut found = Vec::new();
        let mut try_part = |part: Part, units: &mut Vec<Pair>| {
            let (own, others): (Vec<_>, Vec<_>) = units.iter().cloned().partition(|unit| part.holds(unit));
            let falls = Fit::of(&own).falls_below(Fit::of(&others));
            if falls {
                *units = others.clone();
                found.push((part, own, others));
            }
            falls
        };
        for domain in self.domains() {
            try_part(Part::Column(domain), units);
        }
        let mut try_rows = |column: Option<Domain>, units: &mut Vec<Pair>| {
            while let Some(part) = self.segment(column, units) {
                if !try_part(part, units) {
                    break;
                }
            }
        };
        try_rows(None, units);
        self.domains().for_each(|domain| try_rows(Some(domain), units));
        // An area whose rows do not stand together; the worst first, for it spoils what the others are held against.
        let of_area = |area: usize, units: &[Pair]| Fit::of(units.iter().filter(|unit| unit.area == area)).kappa();
        let mut areas: Vec<_> = (0..self.names.len()).map(|area| (of_area(area, units), area)).collect();
        areas.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for (_, area) in areas {
            try_part(Part::Area(area), units);
        }
        found
    }

    /// The rows, one after the other, whose codes chance explains best; an area where they are nearly all of one.
    fn segment(&self, column: Option<Domain>, units: &[Pair]) -> Option<Part> {
        let own: Vec<&Pair> = units.iter().filter(|unit| column.is_none_or(|domain| unit.domain == domain)).collect();
        let (from, to) = segment(&own)?;
        let part = Part::Rows(own[from].row, own[to].row, column);
        let inside = &own[from..=to];
        let area = inside[inside.len() / 2].area;
        let both = inside.iter().filter(|unit| unit.area == area).count();
        let all = units.iter().filter(|unit| unit.area == area).count();
        let nearly = |whole: usize| 10 * both > 8 * whole;
        Some(if column.is_none() && nearly(inside.len()) && nearly(all) { Part::Area(area) } else { part })
    }

    /// The warning for a part whose codes fit by chance only.
    pub(super) fn misplaced(&self, part: &Part, own: &[Pair], others: &[Pair]) -> Diagnostic {
        let (fit, rest) = (Fit::of(own), Fit::of(others));
        let chance = msg!(
            "codes-by-chance",
            codes = self.subject(part),
            units = fit.units,
            agree = fit.agree,
            expected = fit.expected(),
            kappa = &coefficient(fit.kappa())
        );
        let others = (rest.units > 0).then(|| msg!("codes-of-others-fit", kappa = &coefficient(rest.kappa())));
        let elsewhere = self.shift(own, fit).map(|(by, there)| {
            msg!("codes-fit-elsewhere", further = further(by), agree = there.agree, units = there.units)
        });
        let clauses = joined([Some(chance), others, elsewhere].into_iter().flatten(), "; ");
        let place = match part {
            Part::Rows(from, ..) => self.place(*from),
            _ => self.sheet.place.clone(),
        };
        Diagnostic::warning(place, msg!("codes-misplaced", clauses))
    }

    /// The codes of a part.
    pub(super) fn subject(&self, part: &Part) -> Message {
        let number = |row: &usize| {
            let row = match self.sheet.rows.get(*row).map(|(spot, _)| *spot) {
                Some(Spot::Line(line) | Spot::Field { line, .. }) => line,
                Some(Spot::Cell { row, .. }) => row + 1,
                _ => row + 1,
            };
            row.to_string()
        };
        let column = |domain: &Domain| shown(self.sheet.columns.get(domain).map_or("", String::as_str));
        match part {
            Part::Whole => msg!("codes-of-sheet"),
            Part::Column(domain) => msg!("codes-of-column", column = column(domain)),
            Part::Area(area) => {
                msg!("codes-of-area", area = shown(self.names.get(*area).copied().unwrap_or_default()))
            }
            Part::Rows(first, last, None) => msg!("codes-of-rows", first = number(first), last = number(last)),
            Part::Rows(first, last, Some(domain)) => {
                let (column, first, last) = (column(domain), number(first), number(last));
                msg!("codes-of-rows-of-column", column, first, last)
            }
        }
    }

    /// By how many rows codes have to be moved to fit, where few are enough; with how many then agree.
    fn shift(&self, units: &[Pair], now: Fit) -> Option<(isize, Fit)> {
        let moved = |by: isize| {
            let unit = |unit: &Pair| {
                let (own, other) = (&self.own[unit.row], self.by_rules.get(unit.row.checked_add_signed(by)?)?);
                let (own, other) = (own[unit.domain.at()], other[unit.domain.at()]);
                (other != 0).then(|| Pair { agrees: own & other != 0, ..unit.clone() })
            };
            Fit::of(&units.iter().filter_map(unit).collect::<Vec<_>>())
        };
        let shifts = super::shifted::shifts().map(|by| (by, moved(by)));
        let fitting =
            shifts.filter(|(_, fit)| fit.units >= 8 && fit.kappa() >= 0.4 && fit.kappa() >= now.kappa() + 0.3);
        fitting.max_by(|a, b| a.1.kappa().total_cmp(&b.1.kappa()))
    }
}
