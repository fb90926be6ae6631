//! The sheets on which coders look up what codes mean, and from which the lists of the others take what they offer.

use super::book::{Cell, Column, Content, Holds, List, Sheet, Table};
use crate::codebook::{Codebook, Domain};
use crate::coding::listed;
use crate::msg;
use crate::wording::Language;

/// The column of what lists offer.
const OFFERED: usize = 4;

/// The sheets of domains, and where their lists stand; `before` is how many sheets stand before them.
pub fn definitions(
    domains: &[Domain],
    book: &Codebook,
    before: usize,
    language: Language,
) -> Vec<(Sheet, Domain, List)> {
    let one = |(at, domain): (usize, &Domain)| {
        let rows = rows(*domain, book, language);
        let list = List { sheet: before + at, column: OFFERED, rows: rows.len() };
        let table = Table { columns: columns(language), rows, frozen: 0, offers: Vec::new() };
        (Sheet { name: domain.label(language).to_owned(), holds: Content::Table(table) }, *domain, list)
    };
    domains.iter().enumerate().map(one).collect()
}

fn columns(language: Language) -> Vec<Column> {
    let columns = [
        (msg!("sheet-code"), 12.0),
        (msg!("sheet-label"), 34.0),
        (msg!("sheet-definition"), 80.0),
        (msg!("sheet-parent"), 12.0),
        (msg!("sheet-offered"), 40.0),
    ];
    columns
        .into_iter()
        .map(|(heading, width)| Column { heading: heading.text(language), width, holds: Holds::Read })
        .collect()
}

fn rows(domain: Domain, book: &Codebook, language: Language) -> Vec<Vec<Cell>> {
    let none = listed::none(language);
    let first = [none.clone(), String::new(), msg!("sheet-none-means").text(language), String::new(), none];
    let code = |code: &crate::codebook::Code| {
        let [label, definition] = [&code.label, &code.definition].map(|text| text.get(language).to_owned());
        let parent = code.parent.clone().unwrap_or_default();
        [code.id.clone(), label, definition, parent, listed::choice(code, language)]
    };
    let rows = std::iter::once(first).chain(book.codes(domain).iter().map(code));
    rows.map(|row| row.map(Cell::Text).to_vec()).collect()
}
