//! A row of a sheet that came back: what stands in its cells, and what its coder says there beside codes.

use std::collections::{BTreeMap, BTreeSet};

use super::heading::{Heading, names};
use super::said::{self, Said};
use crate::codebook::{Codebook, Domain};
use crate::coding::listed::is_doubt;
use crate::decisions::Fingerprint;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::money::Currency;
use crate::msg;
use crate::read::{Cell, Grid, plain, tidy};
use crate::signs::is_blank;
use crate::study::{Declared, TextName};
use crate::survey::Columns;
use crate::wording::Language;

/// The languages that workbooks may be in.
pub const LANGUAGES: [Language; 2] = [Language::Swedish, Language::English];
/// Words in the column of doubt that say so of the whole row, and that say the opposite.
const YES: [&str; 9] = ["ja", "j", "yes", "y", "x", "?", "1", "true", "sant"];
const NO: [&str; 7] = ["nej", "n", "no", "0", "false", "falskt", "-"];

/// The columns of a sheet.
pub struct Sheet<'g> {
    columns: Columns<'g>,
    /// How many columns the header has.
    width: usize,
    id: usize,
    /// Where suggestions stand.
    suggested: Vec<usize>,
    /// By domain, where codes stand, and for which text.
    pub domains: Vec<(Domain, usize, usize)>,
    texts: Vec<(TextName, usize)>,
    coder: Option<usize>,
    codebook: Option<usize>,
    after: Option<usize>,
    memo: Option<usize>,
    unsure: Option<usize>,
}

/// A row.
#[derive(Clone, Copy)]
pub struct Row<'s> {
    sheet: &'s Sheet<'s>,
    at: usize,
}

/// In which domains a coder is not sure.
pub enum Doubt {
    /// In none.
    None,
    /// In all that have codes.
    All,
    /// In these.
    Some(BTreeSet<Domain>),
}

impl<'g> Sheet<'g> {
    /// Whether a sheet of a workbook is one that coders fill in.
    pub fn is(grid: &Grid, book: &Codebook) -> bool {
        let has = |domain| Columns::has(grid, &Heading::Read(domain).text(Language::Swedish));
        Columns::has(grid, &Heading::Id.text(Language::Swedish)) && book.domains().any(has)
    }

    /// Finds the columns; those that are missing are reported. Whatever else was added is nobody's business.
    pub fn find(
        grid: &'g Grid,
        book: &Codebook,
        texts: impl Iterator<Item = TextName>,
        messages: &mut Diagnostics,
    ) -> Option<Self> {
        let declared = |value: String| Declared { value, place: grid.whole() };
        let id = declared(Heading::Id.text(Language::Swedish));
        let columns = Columns::simple(grid, &[&id], messages)?;
        let width = grid.rows.get(columns.first_row.saturating_sub(1)).map_or(0, |row| row.len());
        let of = |name: &str| (0..width).find(|column| columns.name(*column) == plain(name));
        let any =
            |heading: Heading| [Language::Swedish, Language::English].iter().find_map(|own| of(&heading.text(*own)));
        let mut domains = Vec::new();
        for domain in book.domains().filter(|domain| !book.codes(*domain).is_empty()) {
            let read = declared(Heading::Read(domain).text(Language::Swedish));
            match Heading::Codes(domain).in_sheet(grid) {
                Some(codes) => {
                    let codes = columns.column(&declared(codes), messages)?;
                    domains.push((domain, codes, columns.column(&read, messages)?));
                }
                None if of(&read.value).is_some() => {
                    let column = Heading::Codes(domain).text(Language::Swedish);
                    let message = msg!("sheet-column-missing", column = shown(&column));
                    messages.push(Diagnostic::warning(grid.whole(), message));
                }
                None => {}
            }
        }
        let id = columns.column(&id, messages)?;
        Some(Self {
            texts: texts.filter_map(|name| Some((name, any(Heading::Text(name))?))).collect(),
            coder: any(Heading::Coder),
            codebook: any(Heading::Codebook),
            after: any(Heading::After),
            memo: any(Heading::Memo),
            unsure: any(Heading::Unsure),
            suggested: book.domains().filter_map(|domain| any(Heading::Suggested(domain))).collect(),
            columns,
            width,
            id,
            domains,
        })
    }

    /// Whether a column was added that has something in it.
    pub fn has_more(&self, book: &Codebook, currency: Option<Currency>) -> bool {
        let is_known = |name: &str| {
            let of_domain = |domain| [Heading::Suggested(domain), Heading::Codes(domain), Heading::Read(domain)];
            let own = [Heading::Id, Heading::Title, Heading::Recipient, Heading::Area, Heading::Memo, Heading::Unsure];
            let machine = [Heading::Coder, Heading::Codebook, Heading::After];
            let funds = currency.map(Heading::Funds);
            let texts = self.texts.iter().map(|(text, _)| Heading::Text(*text));
            let all =
                own.into_iter().chain(machine).chain(funds).chain(book.domains().flat_map(of_domain)).chain(texts);
            all.into_iter().any(|own| LANGUAGES.iter().any(|language| plain(&own.text(*language)) == name))
        };
        let added = (0..self.columns.grid.rows.iter().map(|row| row.len()).max().unwrap_or(self.width))
            .filter(|column| *column >= self.width || !is_known(self.columns.name(*column)));
        let is_filled = |column: usize| self.rows().any(|row| !is_blank(&row.cell(column).text()));
        added.into_iter().any(is_filled)
    }

    /// The rows that are not blank.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.columns.rows().map(|at| Row { sheet: self, at })
    }
}

impl<'s> Row<'s> {
    /// Whether something was suggested to whoever filled it in.
    pub fn is_suggested(&self) -> bool {
        self.sheet.suggested.iter().any(|column| !is_blank(&self.cell(*column).text()))
    }

    /// A cell.
    pub fn cell(&self, column: usize) -> &'s Cell {
        self.sheet.columns.grid.cell(self.at, column)
    }

    /// Where a cell stands.
    pub fn place(&self, column: usize) -> Place {
        self.sheet.columns.grid.place(self.at, column)
    }

    /// The cell of the id.
    pub fn id_place(&self) -> Place {
        self.place(self.sheet.id)
    }

    /// The cell of the coder; that of the id where there is none.
    pub fn coder_place(&self) -> Place {
        self.place(self.sheet.coder.unwrap_or(self.sheet.id))
    }

    fn optional(&self, column: Option<usize>) -> String {
        column.map(|column| tidy(self.cell(column))).unwrap_or_default()
    }

    /// The id. A spreadsheet must not take one for a formula, so that it may have an apostrophe before it.
    pub fn id(&self) -> String {
        let id = tidy(self.cell(self.sheet.id));
        id.strip_prefix('\'').map(str::to_owned).unwrap_or(id)
    }

    /// Whose row it is; nothing where it does not say.
    pub fn coder(&self) -> String {
        self.optional(self.sheet.coder)
    }

    /// The codebook that the sheet was written with.
    pub fn codebook(&self) -> String {
        self.optional(self.sheet.codebook)
    }

    /// The lines that its coder had written when the sheet was.
    pub fn after(&self) -> BTreeSet<String> {
        self.optional(self.sheet.after).to_lowercase().split_whitespace().map(str::to_owned).collect()
    }

    /// What the coder notes.
    pub fn memo(&self) -> String {
        self.sheet.memo.map(|column| self.cell(column).text().trim().to_owned()).unwrap_or_default()
    }

    /// The cell of what the coder notes, or of their doubt where nothing is noted; that of the id where there is neither.
    pub fn remark_place(&self) -> Place {
        let has = |column: &usize| !is_blank(&self.cell(*column).text());
        let column = self.sheet.memo.filter(has).or(self.sheet.unsure.filter(has));
        self.place(column.unwrap_or(self.sheet.id))
    }

    /// What stands in the cell of doubt.
    pub fn doubt_written(&self) -> String {
        self.optional(self.sheet.unsure)
    }

    /// The domains in which something is filled in.
    pub fn filled(&self) -> impl Iterator<Item = (Domain, usize, usize)> + use<'s> {
        let (sheet, row) = (self.sheet, *self);
        sheet.domains.iter().copied().filter(move |(_, codes, _)| !is_blank(&row.cell(*codes).text()))
    }

    /// The text of the row that a domain reads, as a fingerprint; `None` where the sheet has no texts of it.
    pub fn reads(&self, domain: Domain) -> Option<Option<Fingerprint>> {
        let own: Vec<String> = self
            .sheet
            .texts
            .iter()
            .filter(|(name, _)| domain.reads(name.word()))
            .map(|(_, column)| self.cell(*column).text())
            .collect();
        let texts = || own.iter().map(String::as_str).filter(|text| !is_blank(text));
        (!own.is_empty()).then(|| Fingerprint::of_texts(texts()))
    }

    /// In which domains the coder is not sure; what cannot be read is reported.
    pub fn doubt(&self, book: &Codebook, messages: &mut Diagnostics) -> Doubt {
        let text = self.optional(self.sheet.unsure);
        let word = text.to_lowercase().replace(is_doubt, "?");
        if word.is_empty() || NO.contains(&word.as_str()) {
            return Doubt::None;
        }
        let is_heading = |language| Heading::Unsure.text(language).to_lowercase() == word;
        if YES.contains(&word.as_str()) || [Language::Swedish, Language::English].into_iter().any(is_heading) {
            return Doubt::All;
        }
        let mut found = BTreeSet::new();
        for part in text.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
            match book.domains().find(|domain| names(part, *domain)) {
                Some(domain) => drop(found.insert(domain)),
                None => {
                    let place = self.place(self.sheet.unsure.unwrap_or(self.sheet.id));
                    let yes = shown(&msg!("sheet-yes").text(Language::Swedish));
                    messages.push(Diagnostic::error(place, msg!("sheet-unsure-unknown", word = shown(part), yes)));
                }
            }
        }
        Doubt::Some(found)
    }
}

impl Doubt {
    /// Whether it is about a domain.
    pub fn is_about(&self, domain: Domain) -> bool {
        match self {
            Self::None => false,
            Self::All => true,
            Self::Some(domains) => domains.contains(&domain),
        }
    }
}

/// What a row notes of a domain: what was noted there before, where the cell still says what it said when it was written or what has
/// been taken from it since; else what stands there.
pub fn memo_of(domain: Domain, cell: &str, was: &BTreeMap<Domain, Said>, now: &BTreeMap<Domain, Said>) -> String {
    let same = |said: &BTreeMap<Domain, Said>| plain(&said::memo(said)) == plain(cell);
    let of = |said: &BTreeMap<Domain, Said>| said.get(&domain).map(|own| own.memo.clone());
    if same(now)
        && let Some(memo) = of(now)
    {
        return memo;
    }
    if same(was) {
        return of(was).unwrap_or_default();
    }
    cell.to_owned()
}
