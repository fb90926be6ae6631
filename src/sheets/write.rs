//! The workbook that a coder gets: a row for each of their answers, with all its texts and room for codes beside the text that each
//! is given to; then how it is filled in, and what codes mean.

use std::collections::BTreeMap;

use super::Material;
use super::book::{Book, Cell, Column, Content, Holds, List, Offer, Sheet, Table};
use super::definitions::definitions;
use super::heading::Heading;
use super::said::{self, Said};
use crate::codebook::{Domain, UnitKind};
use crate::coding::blind::Blind;
use crate::coding::{given_to, listed};
use crate::decisions::Lock;
use crate::decisions::log::{Assignments, LineId, Subject};
use crate::msg;
use crate::study::TextName;
use crate::survey::Unit;
use crate::wording::{Language, Message};

/// What is suggested, by unit and domain, as coders read it.
pub type Suggested = BTreeMap<(String, Domain), String>;

/// Makes coders' workbooks.
pub struct Writer<'a> {
    material: Material<'a>,
    suggested: Option<&'a Suggested>,
    language: Language,
    assigned: Assignments,
    /// What is read blind: neither that nor what reads the same has suggestions.
    blind: Blind,
    heads: BTreeMap<Subject, Vec<LineId>>,
}

impl<'a> Writer<'a> {
    /// For a study; nothing is suggested where that is not asked for. The language is that of everything but texts.
    pub fn new(material: Material<'a>, suggested: Option<&'a Suggested>, language: Language) -> Self {
        let log = &material.codings.log;
        let (assigned, heads) = (log.assignments(), log.heads());
        let blind = Blind::in_all(material.book, material.input.units().filter(|unit| assigned.is_blind(&unit.id)));
        Self { material, suggested, language, assigned, blind, heads }
    }

    /// The workbook of a coder: everything that they were given, with what they have said of it.
    pub fn workbook(&self, coder: &str) -> Book {
        let is_own = |unit: &&Unit| self.assigned.coders(&unit.id).any(|own| own == coder);
        let own: Vec<&Unit> = self.material.input.units().filter(is_own).collect();
        let of_kind = |kind| {
            let units: Vec<&Unit> = own.iter().copied().filter(|unit| unit.kind == kind).collect();
            (!units.is_empty()).then_some((kind, units))
        };
        let kinds: Vec<(UnitKind, Vec<&Unit>)> = UnitKind::ALL.into_iter().filter_map(of_kind).collect();
        let domains = |units: &[&'a Unit]| -> Vec<Domain> {
            let has = |domain: &Domain| units.iter().any(|unit| self.material.domains(unit).any(|own| own == *domain));
            self.material.book.domains().filter(has).collect()
        };
        let all: Vec<Domain> = kinds.iter().flat_map(|(_, units)| domains(units)).collect();
        let definitions = definitions(&all, self.material.book, kinds.len() + 1, self.language);
        let lists: BTreeMap<Domain, List> = definitions.iter().map(|(_, domain, list)| (*domain, *list)).collect();
        let mut sheets: Vec<Sheet> = kinds
            .iter()
            .map(|(kind, units)| Sheet {
                name: name_of(*kind).text(self.language),
                holds: Content::Table(self.table(coder, units, &domains(units), &lists)),
            })
            .collect();
        sheets.push(self.notes());
        sheets.extend(definitions.into_iter().map(|(sheet, ..)| sheet));
        let title =
            msg!("sheet-workbook", study = self.material.study.title.get(self.language), coder).text(self.language);
        Book { title, sheets }
    }

    /// How it is filled in.
    fn notes(&self) -> Sheet {
        let none = listed::none(self.language);
        let how = [
            msg!("sheet-how-row"),
            msg!("sheet-how-codes"),
            msg!("sheet-how-none", none),
            msg!("sheet-how-unsure"),
            msg!("sheet-how-sort"),
            msg!("sheet-how-alone"),
            msg!("sheet-how-back"),
        ];
        let paragraphs = how.iter().map(|how| how.text(self.language)).collect();
        let heading = msg!("sheet-how").text(self.language);
        Sheet { name: heading.clone(), holds: Content::Notes(heading, paragraphs) }
    }

    fn table(&self, coder: &str, units: &[&'a Unit], domains: &[Domain], lists: &BTreeMap<Domain, List>) -> Table {
        let headings = self.headings(units, domains);
        let codebook = Lock::new(self.material.book).codebook;
        let rows: Vec<Vec<Cell>> = units
            .iter()
            .map(|unit| {
                let said =
                    |domain: &Domain| Some((*domain, said::now(self.material.codings, coder, &unit.id, *domain)?));
                let row = Row {
                    unit,
                    domains: self.material.domains(unit).collect(),
                    said: domains.iter().filter_map(said).collect(),
                };
                let after = |domain: &Domain| self.heads.get(&Subject::of_coder(coder, &unit.id, domain.word()));
                let after: Vec<String> =
                    row.domains.iter().filter_map(after).flatten().map(LineId::to_string).collect();
                let cell = |heading: &Heading| match heading {
                    Heading::Coder => coder.into(),
                    Heading::Codebook => codebook.as_str().into(),
                    Heading::After => after.join(" ").into(),
                    own => self.cell(*own, &row),
                };
                headings.iter().map(cell).collect()
            })
            .collect();
        let offer = |(column, heading): (usize, &Heading)| match heading {
            Heading::Codes(domain) => Some(Offer { column, row: 0, rows: rows.len(), list: *lists.get(domain)? }),
            _ => None,
        };
        let offers = headings.iter().enumerate().filter_map(offer).collect();
        let column = |heading: &Heading| {
            let (width, holds) = looks(*heading);
            Column { heading: heading.text(self.language), width, holds }
        };
        let frozen = headings.iter().take_while(|own| matches!(own, Heading::Id | Heading::Title)).count();
        Table { columns: headings.iter().map(column).collect(), rows, frozen, offers }
    }

    /// The columns: codes stand beside the text that they are given to, where it is one.
    fn headings(&self, units: &[&Unit], domains: &[Domain]) -> Vec<Heading> {
        let mut texts: Vec<TextName> = Vec::new();
        for name in units.iter().flat_map(|unit| unit.texts.names().iter()) {
            let is_read = || domains.iter().any(|domain| domain.reads(name.word()));
            if !texts.contains(name)
                && !name.is_title()
                && (is_read() || units.iter().any(|unit| unit.texts.get(*name).is_some()))
            {
                texts.push(*name);
            }
        }
        let is_of_interventions = units.first().is_some_and(|unit| unit.kind == UnitKind::Intervention);
        let mut all = vec![Heading::Id];
        all.extend(is_of_interventions.then_some(Heading::Title));
        all.extend([Heading::Recipient, Heading::Area]);
        let money = self.material.weighting.money.filter(|_| is_of_interventions);
        all.extend(money.map(|money| Heading::Funds(money.currency())));
        let filled = |domain: Domain| {
            self.suggested.map(|_| Heading::Suggested(domain)).into_iter().chain([Heading::Codes(domain)])
        };
        let only = |domain: Domain, text: TextName| {
            let mut read = texts.iter().filter(|own| domain.reads(own.word()));
            read.next() == Some(&text) && read.next().is_none()
        };
        let mut left: Vec<Domain> = domains.to_vec();
        for text in &texts {
            all.push(Heading::Text(*text));
            let (beside, rest): (Vec<Domain>, Vec<Domain>) = left.into_iter().partition(|own| only(*own, *text));
            all.extend(beside.into_iter().flat_map(filled));
            left = rest;
        }
        all.extend(left.into_iter().flat_map(filled));
        all.extend([Heading::Memo, Heading::Unsure, Heading::Coder]);
        all.extend(domains.iter().map(|domain| Heading::Read(*domain)));
        all.extend([Heading::Codebook, Heading::After]);
        all
    }

    fn cell(&self, heading: Heading, row: &Row<'a>) -> Cell {
        let Row { unit, domains, said } = row;
        match heading {
            Heading::Id => unit.id.to_string().into(),
            Heading::Title => unit.title().into(),
            Heading::Recipient => unit.recipient.name.to_string().into(),
            Heading::Area => self.material.area(&unit.area, self.language).into(),
            Heading::Funds(_) => self.material.weighting.of(&unit.id).map_or(Cell::from(""), Cell::Amount),
            Heading::Text(name) => as_far_as_fits(unit.text(name), self.language).into(),
            Heading::Suggested(domain) => self.suggestion(unit, domain).into(),
            Heading::Codes(domain) => said.get(&domain).map(|own| self.codes(&own.codes)).unwrap_or_default().into(),
            Heading::Memo => said::memo(said).into(),
            Heading::Unsure => said::unsure(said, self.language).into(),
            Heading::Read(domain) if domains.contains(&domain) => given_to::written(unit, domain).into(),
            Heading::Read(_) | Heading::Coder | Heading::Codebook | Heading::After => "".into(),
        }
    }

    fn suggestion(&self, unit: &Unit, domain: Domain) -> String {
        let suggested = self.suggested.filter(|_| !self.blind.has(unit, domain));
        let suggested = suggested.and_then(|all| all.get(&(unit.id.to_string(), domain)));
        suggested.cloned().unwrap_or_default()
    }

    fn codes(&self, codes: &[String]) -> String {
        if codes.is_empty() { listed::none(self.language) } else { codes.join("; ") }
    }
}

/// A row.
struct Row<'a> {
    unit: &'a Unit,
    domains: Vec<Domain>,
    said: BTreeMap<Domain, Said>,
}

/// What a sheet of units is called.
fn name_of(kind: UnitKind) -> Message {
    match kind {
        UnitKind::Intervention => msg!("sheet-of-interventions"),
        UnitKind::Respondent => msg!("sheet-of-respondents"),
        UnitKind::Recipient => msg!("sheet-of-recipients"),
    }
}

/// Width and purpose of a column.
fn looks(heading: Heading) -> (f64, Holds) {
    match heading {
        Heading::Id => (13.0, Holds::Read),
        Heading::Title => (26.0, Holds::Read),
        Heading::Recipient | Heading::Area => (20.0, Holds::Read),
        Heading::Funds(_) => (14.0, Holds::Read),
        Heading::Text(_) => (58.0, Holds::Read),
        Heading::Suggested(_) => (24.0, Holds::Read),
        Heading::Codes(_) => (24.0, Holds::FillIn),
        Heading::Memo => (30.0, Holds::FillIn),
        Heading::Unsure => (12.0, Holds::FillIn),
        Heading::Coder | Heading::Read(_) | Heading::Codebook | Heading::After => (2.0, Holds::Machine),
    }
}

/// A text that a cell can hold; where it is longer, its end says that it goes on.
fn as_far_as_fits(text: &str, language: Language) -> String {
    /// Of a cell, in UTF-16 units: the limit of Excel.
    const LONGEST: usize = 32_767;
    let units = |text: &str| text.encode_utf16().count();
    if units(text) <= LONGEST {
        return text.to_owned();
    }
    let mark = msg!("sheet-text-goes-on").text(language);
    let mut room = LONGEST.saturating_sub(units(&mark));
    let fits = text.chars().take_while(|c| {
        let (left, fits) = (room.saturating_sub(c.len_utf16()), room >= c.len_utf16());
        room = left;
        fits
    });
    fits.collect::<String>() + &mark
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_no_cell_holds_says_that_it_goes_on() {
        let (fits, longer) = ("å".repeat(32_767), "😀".repeat(20_000));
        assert_eq!(as_far_as_fits(&fits, Language::Swedish), fits);
        let cut = as_far_as_fits(&longer, Language::Swedish);
        assert!(cut.starts_with("😀😀") && cut.ends_with(&msg!("sheet-text-goes-on").text(Language::Swedish)));
        assert!((32_760..=32_767).contains(&cut.encode_utf16().count()));
    }
}
