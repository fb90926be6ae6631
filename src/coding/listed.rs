//! Codes in a list that the program wrote and somebody filled in.

use super::cell::{self, DOUBT, Kind};
use crate::codebook::{Code, Codebook, Domain};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::{Cell, plain};
use crate::study::{Blank, CodingRole, CodingSheet, Declared, Reading, Study};
use crate::wording::Language;

/// The word for none in lists that the program writes.
pub const NONE: &str = "none";
/// The sign between codes in them.
pub const SEPARATOR: &str = ";";

/// What stands in a list in place of a fingerprint where an answer is blank.
pub const BLANK: &str = "-";

/// The columns of a list that come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The unit's id.
    Id,
    /// The word of the domain.
    Domain,
    /// What was read, as a fingerprint.
    Read,
    /// What had been decided when the list was written: the names of the lines that a new decision would follow.
    After,
    /// The codes: filled in.
    Codes,
    /// Why: filled in.
    Why,
}

impl Column {
    /// All.
    pub const ALL: [Self; 6] = [Self::Id, Self::Domain, Self::Read, Self::After, Self::Codes, Self::Why];

    /// Its name in lists for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Domain => "domain",
            Self::Read => "read",
            Self::After => "after",
            Self::Codes => "codes",
            Self::Why => "why",
        }
    }

    /// Its name in workbooks for people.
    pub fn text(self, language: Language) -> String {
        match self {
            Self::Codes => msg!("listed-codes").text(language),
            Self::Why => msg!("listed-why").text(language),
            other => other.word().to_owned(),
        }
    }

    /// The names that it may have.
    pub fn names(self) -> impl Iterator<Item = String> {
        let people = [Language::Swedish, Language::English].map(|language| self.text(language));
        std::iter::once(self.word().to_owned()).chain(people)
    }
}

/// Codes that somebody typed or chose from a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The codes, in the order of the codebook; none of them where nothing fits.
    pub codes: Vec<String>,
    /// Whether a mark of doubt stands behind one.
    pub unsure: bool,
}

/// A code as lists offer it.
pub fn choice(code: &Code, language: Language) -> String {
    plain(&format!("{} {}", code.id, code.label.get(language)))
}

/// The word for none as lists offer it.
pub fn none(language: Language) -> String {
    msg!("word-for-none").text(language)
}

/// The codes that were typed or chosen in a cell; `None` where it is blank, or holds something else, which is reported. What can
/// mean one code alone is that: a choice from the list, another case or width of its letters. Between codes stand `;`, `,` or
/// the ends of lines; behind one may stand a mark of doubt.
pub fn typed(
    cell: &Cell,
    place: &Place,
    domain: Domain,
    (study, book): (&Study, &Codebook),
    messages: &mut Diagnostics,
) -> Option<Typed> {
    let Cell::Text(text) = cell else {
        return codes(cell, place, domain, (study, book), messages).map(|codes| Typed { codes, unsure: false });
    };
    let known = book.codes(domain);
    let mut unsure = false;
    // What a list offers may have a separator in its label.
    let parts: Vec<String> = match one(text, known, &mut unsure) {
        Ok(code) => vec![code],
        Err(_) => {
            let parts = text.split([';', ',', '\n', '\r']).map(|part| one(part, known, &mut unsure));
            parts.map(|part| part.unwrap_or_else(|other| other)).filter(|part| !part.is_empty()).collect()
        }
    };
    if let Some(written) = unclear(text, &parts, known) {
        messages.push(Diagnostic::error(place.clone(), msg!("listed-comma", written = shown(written.trim()))));
        return None;
    }
    let cell = Cell::of_text(&parts.join(&format!("{SEPARATOR} ")));
    codes(&cell, place, domain, (study, book), messages).map(|codes| Typed { codes, unsure })
}

/// The code that stands between separators, or what else does; the mark of doubt behind either is taken off. Only a mark that
/// stands alone stays.
fn one(part: &str, known: &[Code], unsure: &mut bool) -> Result<String, String> {
    let part = part.trim();
    if let Some(code) = meant(part, known) {
        return Ok(code);
    }
    let bare = part.trim_end_matches(|c: char| c.is_whitespace() || is_doubt(c));
    if bare.is_empty() || bare == part {
        return Err(part.to_owned());
    }
    *unsure = true;
    meant(bare, known).ok_or_else(|| bare.to_owned())
}

/// Whether a sign says that a coder is not sure; keyboards of other scripts give a wide one.
pub fn is_doubt(sign: char) -> bool {
    matches!(sign, DOUBT | '\u{ff1f}')
}

/// What stands with a comma in a cell and may be another code than those beside it: `1,1` is 1.1 where somebody writes decimals so.
fn unclear<'t>(text: &'t str, parts: &[String], known: &[Code]) -> Option<&'t str> {
    let twice = || parts.iter().enumerate().any(|(at, part)| parts.iter().take(at).any(|other| other == part));
    let mut written = text.split([';', '\n', '\r']).filter(|part| part.contains(',') && meant(part, known).is_none());
    written.find(|part| twice() || cell::repointed(part.trim(), known).is_some())
}

/// The code that a text means, or the word for none.
fn meant(text: &str, known: &[Code]) -> Option<String> {
    let wanted = plain(text).to_lowercase();
    let languages = [Language::Swedish, Language::English];
    if let Some(code) = known.iter().find(|code| code.id == text.trim()) {
        return Some(code.id.clone());
    }
    if languages.iter().any(|language| none(*language) == wanted) {
        return Some(NONE.to_owned());
    }
    let chosen = |code: &&Code| languages.iter().any(|language| choice(code, *language).to_lowercase() == wanted);
    known.iter().find(chosen).map(|code| code.id.clone()).or_else(|| cell::respelt(text, known))
}

/// The codes in a cell, in the order of the codebook; `None` where it is blank, or holds something else, which is reported.
pub fn codes(
    cell: &Cell,
    place: &Place,
    domain: Domain,
    (study, book): (&Study, &Codebook),
    messages: &mut Diagnostics,
) -> Option<Vec<String>> {
    let own = study.codings.iter().filter(|own| own.role == CodingRole::Final).filter_map(|own| own.none.clone());
    let words: Vec<String> = [NONE.to_owned()].into_iter().chain(own).collect();
    let text = cell.text();
    if words.iter().any(|word| word.trim().eq_ignore_ascii_case(text.trim())) {
        return Some(Vec::new());
    }
    let list = CodingSheet {
        role: CodingRole::Final,
        file: Declared { value: place.file.to_string(), place: place.clone() },
        reading: Reading::default(),
        sheet: None,
        unit: domain.unit(),
        id: Declared { value: String::new(), place: place.clone() },
        id_rest: Vec::new(),
        domains: Vec::new(),
        separator: SEPARATOR.to_owned(),
        none: None,
        blank: Blank::NotCoded,
    };
    let said = cell::read(cell, &list, domain, book);
    for fault in &said.faults {
        let message = match fault.kind() {
            Some(Kind::Nothing) => {
                let message = msg!("listed-word-for-nothing", word = shown(text.trim()), none = shown(NONE));
                Diagnostic::error(place.clone(), message)
            }
            Some(Kind::Undecided) => {
                let message = msg!("listed-word-for-undecided", word = shown(text.trim()), none = shown(NONE));
                Diagnostic::error(place.clone(), message)
            }
            _ => fault.message(place.clone(), 1, &list, book),
        };
        messages.push(message);
    }
    (said.faults.is_empty() && said.decided).then_some(said.codes)
}
