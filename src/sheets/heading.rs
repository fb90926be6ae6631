//! The columns of sheets that coders fill in: what they are called, and by which names they are known when they come back.

use crate::codebook::Domain;
use crate::coding::given_to;
use crate::money::Currency;
use crate::msg;
use crate::read::{Grid, plain};
use crate::study::TextName;
use crate::survey::Columns;
use crate::wording::Language;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// The unit's id.
    Id,
    /// What it is called.
    Title,
    /// The recipient.
    Recipient,
    /// The area.
    Area,
    /// Its funds.
    Funds(Currency),
    /// One of its texts.
    Text(TextName),
    /// What is suggested in a domain.
    Suggested(Domain),
    /// The codes of a domain: filled in.
    Codes(Domain),
    /// What the coder notes: filled in.
    Memo,
    /// Whether the coder is not sure: filled in.
    Unsure,
    /// Whose the row is.
    Coder,
    /// Which text is to be coded in a domain, as a fingerprint.
    Read(Domain),
    /// By which codebook.
    Codebook,
    /// What the coder had said when the sheet was written: the names of the lines.
    After,
}

impl Heading {
    /// What it is called.
    pub fn text(self, language: Language) -> String {
        match self {
            Self::Id => "id".to_owned(),
            Self::Title => msg!("sheet-title").text(language),
            Self::Recipient => msg!("sheet-recipient").text(language),
            Self::Area => msg!("sheet-area").text(language),
            Self::Funds(currency) => msg!("sheet-funds", currency = currency.beside_amounts()).text(language),
            Self::Text(text) => text.label(language).to_owned(),
            Self::Suggested(domain) => msg!("sheet-suggested", domain = domain.label(language)).text(language),
            Self::Codes(domain) => msg!("sheet-codes", domain = domain.label(language)).text(language),
            Self::Memo => msg!("sheet-memo").text(language),
            Self::Unsure => msg!("sheet-unsure").text(language),
            Self::Coder => "coder".to_owned(),
            Self::Read(domain) => given_to::column(domain),
            Self::Codebook => given_to::CODEBOOK.to_owned(),
            Self::After => "after".to_owned(),
        }
    }

    /// Its name in a sheet that came back, in whatever language it was written; `None` where it is missing.
    pub fn in_sheet(self, grid: &Grid) -> Option<String> {
        [Language::Swedish, Language::English]
            .map(|language| self.text(language))
            .into_iter()
            .find(|name| Columns::has(grid, name))
    }
}

/// Whether a text is a domain's name, in whatever language.
pub fn names(text: &str, domain: Domain) -> bool {
    let wanted = plain(text).to_lowercase();
    let labels = [Language::Swedish, Language::English].map(|language| domain.label(language));
    labels.into_iter().chain([domain.word()]).any(|label| plain(label).to_lowercase() == wanted)
}
