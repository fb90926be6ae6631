//! The workbook in which differences are settled: what every coder said of an answer side by side, most funds first, and room for
//! the codes that count and why. It comes back as a list of `insats accept` does.

use std::collections::BTreeMap;

use super::Material;
use super::book::{Book, Cell, Column, Content, Holds, List, Offer, Sheet, Table};
use super::definitions::definitions;
use super::heading::Heading;
use super::progress::Difference;
use super::said::Said;
use crate::codebook::Domain;
use crate::coding::rules::text;
use crate::coding::{given_to, listed};
use crate::decisions::log::{LineId, Subject};
use crate::msg;
use crate::wording::Language;

/// The workbook of what is to be settled.
pub fn workbook(material: &Material<'_>, differences: &[Difference<'_>], language: Language) -> Book {
    let mut domains: Vec<Domain> = differences.iter().map(|own| own.domain).collect();
    domains.sort_unstable();
    domains.dedup();
    let definitions = definitions(&domains, material.book, 2, language);
    let lists: BTreeMap<Domain, List> = definitions.iter().map(|(_, domain, list)| (*domain, *list)).collect();
    let (name, heading) = (msg!("sheet-of-differences").text(language), msg!("sheet-how").text(language));
    let how = [
        msg!("sheet-how-settle"),
        msg!("sheet-how-settle-none", none = listed::none(language)),
        msg!("sheet-how-settle-back"),
    ];
    let how = how.iter().map(|how| how.text(language)).collect();
    let mut sheets = vec![
        Sheet { name: name.clone(), holds: Content::Table(table(material, differences, &lists, language)) },
        Sheet { name: heading.clone(), holds: Content::Notes(heading, how) },
    ];
    sheets.extend(definitions.into_iter().map(|(sheet, ..)| sheet));
    Book { title: format!("{} – {name}", material.study.title.get(language)), sheets }
}

/// A column.
#[derive(Clone)]
enum Slot {
    Common(Heading),
    Domain,
    Text,
    Codes(String),
    Memo(String),
    Settled,
    Why,
    Word,
    Read,
    After,
}

impl Slot {
    fn column(&self, language: Language) -> Column {
        let coder_memo = |coder: &str| msg!("sheet-memo-of", coder).text(language);
        let (heading, width, holds) = match self {
            Self::Common(heading) => (heading.text(language), 20.0, Holds::Read),
            Self::Domain => (msg!("sheet-domain").text(language), 14.0, Holds::Read),
            Self::Text => (msg!("sheet-text").text(language), 58.0, Holds::Read),
            Self::Codes(coder) => (coder.clone(), 28.0, Holds::Read),
            Self::Memo(coder) => (coder_memo(coder), 24.0, Holds::Read),
            Self::Settled => (listed::Column::Codes.text(language), 28.0, Holds::FillIn),
            Self::Why => (listed::Column::Why.text(language), 34.0, Holds::FillIn),
            Self::Word => (listed::Column::Domain.word().to_owned(), 2.0, Holds::Machine),
            Self::Read => (listed::Column::Read.word().to_owned(), 2.0, Holds::Machine),
            Self::After => (listed::Column::After.word().to_owned(), 2.0, Holds::Machine),
        };
        Column { heading, width, holds }
    }
}

fn table(
    material: &Material<'_>,
    differences: &[Difference<'_>],
    lists: &BTreeMap<Domain, List>,
    language: Language,
) -> Table {
    let slots = slots(material, differences);
    let heads = material.codings.log.heads();
    let cell = |slot: &Slot, own: &Difference<'_>| -> Cell {
        let of = |coder: &String| own.given.iter().find(|(by, _)| by == coder).map(|(_, said)| said);
        match slot {
            Slot::Common(Heading::Title) => own.unit.title().into(),
            Slot::Common(Heading::Recipient) => own.unit.recipient.name.to_string().into(),
            Slot::Common(Heading::Area) => material.area(&own.unit.area, language).into(),
            Slot::Common(Heading::Funds(_)) => material.weighting.of(&own.unit.id).map_or(Cell::from(""), Cell::Amount),
            Slot::Common(_) => own.unit.id.to_string().into(),
            Slot::Domain => own.domain.label(language).into(),
            Slot::Text => text(own.unit, own.domain).into_owned().into(),
            Slot::Codes(coder) => {
                of(coder).map(|said| codes(material, own.domain, said, language)).unwrap_or_default().into()
            }
            Slot::Memo(coder) => of(coder).map(|said| said.memo.clone()).unwrap_or_default().into(),
            Slot::Word => own.domain.word().into(),
            // The list of what waits has the same sign where an answer is blank.
            Slot::Read => match given_to::written(own.unit, own.domain) {
                blank if blank.len() < 64 => listed::BLANK.into(),
                read => read.into(),
            },
            Slot::After => {
                let subject = Subject::of_final(&own.unit.id, own.domain.word());
                let lines = heads.get(&subject).into_iter().flatten().map(LineId::to_string);
                lines.collect::<Vec<_>>().join(" ").into()
            }
            Slot::Settled | Slot::Why => "".into(),
        }
    };
    let rows = differences.iter().map(|own| slots.iter().map(|slot| cell(slot, own)).collect()).collect();
    let column = slots.iter().position(|slot| matches!(slot, Slot::Settled)).unwrap_or_default();
    let offer =
        |(row, own): (usize, &Difference<'_>)| Some(Offer { column, row, rows: 1, list: *lists.get(&own.domain)? });
    let offers = differences.iter().enumerate().filter_map(offer).collect();
    Table { columns: slots.iter().map(|slot| slot.column(language)).collect(), rows, frozen: 2, offers }
}

fn slots(material: &Material<'_>, differences: &[Difference<'_>]) -> Vec<Slot> {
    let mut coders: Vec<&String> = differences.iter().flat_map(|own| &own.given).map(|(coder, _)| coder).collect();
    coders.sort_unstable();
    coders.dedup();
    let mut all = vec![Slot::Common(Heading::Id), Slot::Domain, Slot::Common(Heading::Title)];
    all.extend([Heading::Recipient, Heading::Area].map(Slot::Common));
    all.extend(material.weighting.money.map(|money| Slot::Common(Heading::Funds(money.currency()))));
    all.push(Slot::Text);
    all.extend(coders.into_iter().flat_map(|coder| [Slot::Codes(coder.clone()), Slot::Memo(coder.clone())]));
    all.extend([Slot::Settled, Slot::Why, Slot::Word, Slot::Read, Slot::After]);
    all
}

/// Codes with their labels, and a mark where the coder was not sure.
fn codes(material: &Material<'_>, domain: Domain, said: &Said, language: Language) -> String {
    let label = |code: &String| {
        material.book.code(domain, code).map_or_else(|| code.clone(), |own| listed::choice(own, language))
    };
    let text = match said.codes.is_empty() {
        true => listed::none(language),
        false => said.codes.iter().map(label).collect::<Vec<_>>().join("; "),
    };
    if said.unsure { msg!("sheet-not-sure", codes = text).text(language) } else { text }
}
