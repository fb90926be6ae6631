//! Whether the codes of a sheet can belong to the interventions of their rows: held against what the codebook's rules find in
//! the texts, and the final sheet against coders who agree.

mod contradicted;
mod misplaced;
mod repeated;
mod shifted;
mod singles;
mod swapped;

use std::collections::{BTreeMap, BTreeSet};

use super::fit::{Bits, Fit, Pair, chances, mains};
use super::rules::RuleCodings;
use super::{Sheet, Sheets};
use crate::codebook::{Codebook, Domain};
use crate::diagnostic::{Diagnostics, Place, Spot};
use crate::msg;
use crate::survey::{Input, Unit};

use misplaced::Part;

/// Codes as bits, by domain.
type Row = Box<[Bits]>;

/// A sheet whose codes are looked at.
pub(super) struct Codes<'a> {
    sheet: &'a Sheet,
    book: &'a Codebook,
    rules: &'a RuleCodings,
    interventions: Vec<&'a Unit>,
    /// By row of the sheet: the area, the sheet's codes, those of the rules, and those on which other coders agree.
    areas: Vec<usize>,
    own: Vec<Row>,
    by_rules: Vec<Row>,
    by_coders: Vec<Row>,
    names: Vec<&'a str>,
}

impl<'a> Codes<'a> {
    /// Lays out a sheet beside what the rules and other coders say.
    pub(super) fn new(
        sheet: &'a Sheet,
        coders: &BTreeMap<String, Sheets>,
        book: &'a Codebook,
        input: &'a Input,
        rules: &'a RuleCodings,
    ) -> Self {
        let by_id: BTreeMap<&str, &Unit> = input.units().map(|i| (&*i.id, i)).collect();
        let interventions: Vec<_> = sheet.rows.iter().filter_map(|(_, id)| by_id.get(id.as_str()).copied()).collect();
        let names: Vec<_> = interventions.iter().map(|i| &*i.area).collect::<BTreeSet<_>>().into_iter().collect();
        let area = |i: &&Unit| names.binary_search(&&*i.area).unwrap_or_default();
        let row = |bits: &dyn Fn(Domain) -> Bits| -> Row { book.domains().map(bits).collect() };
        let of_sheet =
            |i: &&Unit| row(&|domain| mains(book, domain, sheet.of(&i.id, domain).iter().map(String::as_str)));
        let of_rules =
            |i: &&Unit| row(&|domain| mains(book, domain, rules.scores(&i.id, domain).map(|(code, _)| code)));
        let of_coders = |i: &&Unit| {
            row(&|domain| {
                let codes = super::agreed(coders, &i.id, domain).unwrap_or_default();
                mains(book, domain, codes.iter().map(String::as_str))
            })
        };
        Self {
            areas: interventions.iter().map(area).collect(),
            own: interventions.iter().map(of_sheet).collect(),
            by_rules: interventions.iter().map(of_rules).collect(),
            by_coders: interventions.iter().map(of_coders).collect(),
            sheet,
            book,
            rules,
            interventions,
            names,
        }
    }

    /// Domains that describe every intervention.
    fn domains(&self) -> impl Iterator<Item = Domain> + Clone {
        let sheet = self.sheet;
        self.book.domains().filter(move |domain| !domain.is_optional() && sheet.uses(*domain))
    }

    /// Warns of columns that have changed places and of parts that fit the texts by chance only, of codes
    /// that were filled down or pasted, and tells of `singles`.
    pub(super) fn report(&self, singles: bool, messages: &mut Diagnostics) {
        self.report_repeated(messages);
        let swapped = self.report_swapped(&self.by_rules, &msg!("texts-by-rules"), [20, 2], messages);
        let mut units = self.units(&self.by_rules);
        units.retain(|unit| !swapped.contains(&unit.domain));
        if Fit::of(&units).is_chance() {
            messages.push(self.misplaced(&Part::Whole, &units, &[]));
            return;
        }
        let stretches = self.stretches(&swapped);
        for stretch in &stretches {
            messages.push(self.shifted(stretch));
        }
        units.retain(|unit| !stretches.iter().any(|stretch| stretch.part.holds(unit)));
        let parts = self.parts(&mut units);
        for (part, own, others) in &parts {
            messages.push(self.misplaced(part, own, others));
        }
        if singles && parts.is_empty() && stretches.is_empty() && swapped.is_empty() {
            messages.push_all(self.of_singles(&units).as_ref());
        }
    }

    /// What both the sheet and somebody else have coded.
    fn units(&self, said: &[Row]) -> Vec<Pair> {
        let both = |row: usize, domain: Domain| {
            let (own, other) = (self.own[row][domain.at()], said[row][domain.at()]);
            (own != 0 && other != 0).then_some((self.areas[row], domain, own, other))
        };
        let rows = || (0..self.own.len()).flat_map(|row| self.domains().map(move |domain| (row, domain)));
        let pairs: Vec<_> = rows().filter_map(|(row, domain)| both(row, domain)).collect();
        let chances = chances(&pairs);
        let unit = |(row, domain)| {
            let (area, _, own, other) = both(row, domain)?;
            let chance = chances.get(&(area, domain)).copied().unwrap_or_default();
            Some(Pair { row, area, domain, agrees: own & other != 0, chance })
        };
        rows().filter_map(unit).collect()
    }

    fn place(&self, row: usize) -> Place {
        let spot = self.sheet.rows.get(row).map_or(Spot::Whole, |(spot, _)| *spot);
        Place { spot, ..self.sheet.place.clone() }
    }
}
