//! Parts of a sheet whose codes fit the texts by chance only, while others fit.

use super::Codes;
use super::shifted::further;
use crate::codebook::Domain;
use crate::coding::fit::{Fit, Unit, segment};
use crate::coding::telling::both;
use crate::diagnostic::{Diagnostic, Spot, shown};
use crate::wording::Language;

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
    pub(super) fn holds(&self, unit: &Unit) -> bool {
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
    pub(super) fn parts(&self, units: &mut Vec<Unit>) -> Vec<(Part, Vec<Unit>, Vec<Unit>)> {
        let mut found = Vec::new();
        let mut try_part = |part: Part, units: &mut Vec<Unit>| {
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
        let mut try_rows = |column: Option<Domain>, units: &mut Vec<Unit>| {
            while let Some(part) = self.segment(column, units) {
                if !try_part(part, units) {
                    break;
                }
            }
        };
        try_rows(None, units);
        self.domains().for_each(|domain| try_rows(Some(domain), units));
        // An area whose rows do not stand together; the worst first, for it spoils what the others are held against.
        let of_area = |area: usize, units: &[Unit]| Fit::of(units.iter().filter(|unit| unit.area == area)).kappa();
        let mut areas: Vec<_> = (0..self.names.len()).map(|area| (of_area(area, units), area)).collect();
        areas.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for (_, area) in areas {
            try_part(Part::Area(area), units);
        }
        found
    }

    /// The rows, one after the other, whose codes chance explains best; an area where they are nearly all of one.
    fn segment(&self, column: Option<Domain>, units: &[Unit]) -> Option<Part> {
        let own: Vec<&Unit> = units.iter().filter(|unit| column.is_none_or(|domain| unit.domain == domain)).collect();
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
    pub(super) fn misplaced(&self, part: &Part, own: &[Unit], others: &[Unit]) -> Diagnostic {
        let (fit, rest) = (Fit::of(own), Fit::of(others));
        let shift = self.shift(own, fit);
        let [found, swedish] = both(|language| {
            let number = |kappa: f64| match language {
                Language::English => format!("{kappa:.2}"),
                Language::Swedish => format!("{kappa:.2}").replace('.', ","),
            };
            let (subject, units, agree, expected) =
                (self.subject(part, language), fit.units, fit.agree, fit.expected());
            let kappa = number(fit.kappa());
            let mut text = match language {
                Language::English => format!(
                    "{subject} fit the texts no better than by chance: of {units} codings that the codebook's rules made, too, {agree} have a main code in common with theirs; chance gives {expected} (kappa {kappa})"
                ),
                Language::Swedish => format!(
                    "{subject} stämmer inte bättre med texterna än slumpen: av {units} kodningar som även kodbokens regler har gjort har {agree} en huvudkod gemensam med dem; slumpen ger {expected} (kappa {kappa})"
                ),
            };
            if rest.units > 0 {
                text += language.pick("; för de övriga är kappa ", "; for the others kappa is ");
                text += &number(rest.kappa());
            }
            text + &shift.map(|shift| moved(shift, language)).unwrap_or_default()
        });
        let place = match part {
            Part::Rows(from, ..) => self.place(*from),
            _ => self.sheet.place.clone(),
        };
        Diagnostic::warning(place, found)
            .expected("codes that stand beside their interventions")
            .action(
                "look whether ids and codes were sorted or moved apart from each other, and put them together again",
            )
            .in_swedish(
                swedish,
                "koder som står vid sina insatser",
                "se efter om id och koder har sorterats eller flyttats isär, och ställ ihop dem igen",
            )
    }

    pub(super) fn subject(&self, part: &Part, language: Language) -> String {
        let rows = |from: &usize, to: &usize| {
            let number = |row: &usize| match self.sheet.rows.get(*row).map(|(spot, _)| *spot) {
                Some(Spot::Line(line) | Spot::Field { line, .. }) => line,
                Some(Spot::Cell { row, .. }) => row + 1,
                _ => row + 1,
            };
            format!("{} {}–{}", language.pick("rad", "rows"), number(from), number(to))
        };
        let column = |domain: &Domain| {
            let name = self.sheet.columns.get(domain).map_or("", String::as_str);
            format!("{} {}", language.pick("kolumnen", "the column"), shown(name))
        };
        let of = |what: String| format!("{} {what}", language.pick("koderna i", "the codes in"));
        match part {
            Part::Whole => language.pick("bladets koder", "the codes of the sheet").to_owned(),
            Part::Column(domain) => of(column(domain)),
            Part::Area(area) => {
                let name = shown(self.names.get(*area).copied().unwrap_or_default());
                of(format!("{} {name}", language.pick("området", "the area")))
            }
            Part::Rows(from, to, None) => of(rows(from, to)),
            Part::Rows(from, to, Some(domain)) => of(format!("{}, {}", column(domain), rows(from, to))),
        }
    }

    /// By how many rows codes have to be moved to fit, where few are enough; with how many then agree.
    fn shift(&self, units: &[Unit], now: Fit) -> Option<(isize, Fit)> {
        let moved = |by: isize| {
            let unit = |unit: &Unit| {
                let (own, other) = (self.own[unit.row], self.by_rules.get(unit.row.checked_add_signed(by)?)?);
                let (own, other) = (own[unit.domain as usize], other[unit.domain as usize]);
                (other != 0).then(|| Unit { agrees: own & other != 0, ..unit.clone() })
            };
            Fit::of(&units.iter().filter_map(unit).collect::<Vec<_>>())
        };
        let shifts = super::shifted::shifts().map(|by| (by, moved(by)));
        let fitting =
            shifts.filter(|(_, fit)| fit.units >= 8 && fit.kappa() >= 0.4 && fit.kappa() >= now.kappa() + 0.3);
        fitting.max_by(|a, b| a.1.kappa().total_cmp(&b.1.kappa()))
    }
}

/// Where codes would fit.
fn moved((by, fit): (isize, Fit), language: Language) -> String {
    let (further, agree, units) = (further(by, language), fit.agree, fit.units);
    match language {
        Language::English => format!("; they fit the interventions {further}: {agree} of {units} agree"),
        Language::Swedish => format!("; de stämmer med insatserna {further}: {agree} av {units}"),
    }
}
