//! The codes in a cell of a coding sheet, and what else may stand there.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::codebook::{Code, Codebook, Domain};
use crate::diagnostic::{Diagnostic, Place, did_you_mean, shown};
use crate::msg;
use crate::read::{Cell, plain};
use crate::study::CodingSheet;
use crate::wording::{Message, any_of};

/// What a cell says.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// The codes, in the order of the codebook, each once.
    pub(super) codes: Vec<String>,
    /// Whether anything stands there; the word for none does.
    pub(super) decided: bool,
    /// Whether a code has a mark of doubt: nobody has decided yet.
    pub(super) doubted: bool,
    /// A code that stands there twice.
    pub(super) twice: Option<String>,
    /// What is no code.
    pub(super) faults: Vec<Fault>,
}

/// What coders put behind a code that they are not sure of, and `insats codebook migrate` behind one that was split.
pub const DOUBT: char = '?';

/// Something that stands for a code and is none.
#[derive(Debug)]
pub(super) struct Fault {
    kind: Kind,
    written: String,
    /// Whether the cell has several lines.
    broken: bool,
    domain: Domain,
    /// The codes that are meant, where that can be told.
    meant: Vec<String>,
}

/// What is wrong with it. All but the last are told once for a sheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Several codes, with another sign between them.
    Separator(String),
    /// A code in another spelling.
    Spelling,
    /// A code, and a text beside it.
    Labelled,
    /// A code's label.
    Label,
    /// A word that says that nothing fits.
    Nothing,
    /// A sign or word that says that nothing has been decided.
    Undecided,
    /// A number that several codes are.
    Number,
    /// None of these.
    Unknown,
}

/// Words by which people say that nothing fits, and that they do not know yet.
const NOTHING: [&str; 17] = [
    "-",
    "--",
    "–",
    "—",
    "0",
    "ingen",
    "inga",
    "inget",
    "ingen kod",
    "inga koder",
    "ej tillämpligt",
    "ej aktuellt",
    "ej relevant",
    "saknas",
    "none",
    "n/a",
    "no code",
];
const UNDECIDED: [&str; 15] = [
    "oklar",
    "oklart",
    "osäker",
    "osäkert",
    "vet ej",
    "vet inte",
    "ej klart",
    "ej kodad",
    "ej kodat",
    "diskutera",
    "avvakta",
    "att göra",
    "todo",
    "tbd",
    "unclear",
];

/// Signs that people put between codes.
const SEPARATORS: [&str; 9] = [";", ",", "/", "|", "+", "&", " och ", " and ", " "];

/// Reads a cell.
pub(super) fn read(cell: &Cell, sheet: &CodingSheet, domain: Domain, book: &Codebook) -> Said {
    let text = plain(&cell.text());
    let mut said = Said { decided: !text.is_empty(), ..Said::default() };
    if sheet.none.as_deref().is_some_and(|none| plain(none).to_lowercase() == text.to_lowercase()) {
        return said;
    }
    let broken = cell.text().trim().contains(['\n', '\r']);
    let codes = book.codes(domain);
    let mut given: BTreeSet<&str> = BTreeSet::new();
    for part in parts(&text, &sheet.separator) {
        let is_doubted = part.ends_with(DOUBT) && part.chars().any(char::is_alphanumeric);
        if is_doubted && !codes.iter().any(|code| code.id == part) {
            said.doubted = true;
            continue;
        }
        let fault = |kind, meant| Fault { kind, written: part.to_owned(), broken, domain, meant };
        match codes.iter().find(|code| code.id == part) {
            Some(code) if !given.insert(&code.id) => said.twice = Some(code.id.clone()),
            Some(code) => {
                let same = same_number(cell, code, codes);
                said.faults.extend((!same.is_empty()).then(|| fault(Kind::Number, same)));
            }
            None => {
                let (kind, meant) = what(part, codes);
                said.faults.push(fault(kind, meant));
            }
        }
    }
    said.codes = codes.iter().filter(|code| given.contains(code.id.as_str())).map(|code| code.id.clone()).collect();
    said
}

/// What stands between separators.
fn parts<'t>(text: &'t str, separator: &str) -> Vec<&'t str> {
    let parts: Vec<&str> = match separator.trim() {
        "" => text.split_whitespace().collect(),
        sign => text.split(sign).map(str::trim).collect(),
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

/// The codes that the same number stands for, where a cell holds a number and these are several: `1.1` and `1.10`.
fn same_number(cell: &Cell, code: &Code, codes: &[Code]) -> Vec<String> {
    let Cell::Number(number) = cell else { return Vec::new() };
    let same = codes.iter().filter(|other| other.id.parse::<f64>().is_ok_and(|other| other == *number));
    let same: Vec<String> = same.map(|code| code.id.clone()).collect();
    if same.len() > 1 && same.contains(&code.id) { same } else { Vec::new() }
}

/// What is wrong with what is no code, and which codes are probably meant.
fn what(written: &str, codes: &[Code]) -> (Kind, Vec<String>) {
    if let Some(code) = respelt(written, codes) {
        return (Kind::Spelling, vec![code]);
    }
    let word = written.trim_matches(['.', '(', ')']).to_lowercase();
    if NOTHING.contains(&word.as_str()) {
        return (Kind::Nothing, Vec::new());
    }
    if written.trim_matches(['?', ' ', '(', ')']).is_empty() || UNDECIDED.contains(&word.as_str()) {
        return (Kind::Undecided, Vec::new());
    }
    for sign in SEPARATORS {
        let between: Vec<_> = written.split(sign).map(str::trim).filter(|part| !part.is_empty()).collect();
        let meant: Option<Vec<String>> = between.iter().map(|part| respelt(part, codes)).collect();
        if let Some(meant) = meant.filter(|meant| meant.len() > 1) {
            return (Kind::Separator(sign.trim().to_owned()), meant);
        }
    }
    if let Some(code) = repointed(written, codes) {
        return (Kind::Spelling, vec![code]);
    }
    if let Some(code) = codes.iter().find(|code| is_label(written, code)) {
        return (Kind::Label, vec![code.id.clone()]);
    }
    let words = written.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ':' | ',' | '–' | '-' | '='));
    let meant: Vec<String> = words.filter_map(|word| respelt(word.trim_end_matches('.'), codes)).collect();
    // A code that is a plain word could stand in any text.
    let is_code = |code: &String| code.chars().any(char::is_numeric);
    match meant {
        meant if !meant.is_empty() && meant.iter().all(is_code) => (Kind::Labelled, meant),
        _ => (Kind::Unknown, Vec::new()),
    }
}

/// The code that a text is in another spelling: of case, width, spaces, invisible signs.
pub(super) fn respelt(written: &str, codes: &[Code]) -> Option<String> {
    let bare = |text: &str| -> String {
        let seen = text.nfkc().filter(|c| c.is_alphanumeric() || c.is_ascii_punctuation());
        seen.flat_map(char::to_uppercase).collect()
    };
    let wanted = bare(written);
    let mut found = codes.iter().filter(|code| !wanted.is_empty() && bare(&code.id) == wanted);
    let code = found.next()?;
    // An exact one is meant where several differ in case alone.
    let exact = codes.iter().find(|code| code.id == written);
    exact.or((found.next().is_none()).then_some(code)).map(|code| code.id.clone())
}

/// The only code that a text is with another sign between its parts, as `G5,1` or `G5-1` for `G5.1`.
pub(super) fn repointed(written: &str, codes: &[Code]) -> Option<String> {
    let parts = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        parts.map(str::to_uppercase).collect()
    };
    let wanted = parts(written);
    let mut found = codes.iter().filter(|code| wanted.len() > 1 && parts(&code.id) == wanted);
    let code = found.next()?;
    found.next().is_none().then(|| code.id.clone())
}

fn is_label(written: &str, code: &Code) -> bool {
    let same = |label: &str| plain(label).to_lowercase() == written.to_lowercase();
    same(&code.label.sv) || code.label.en.as_deref().is_some_and(same)
}

impl Fault {
    /// Its kind, where one message is enough for all of a sheet.
    pub(super) fn kind(&self) -> Option<&Kind> {
        (self.kind != Kind::Unknown).then_some(&self.kind)
    }

    /// The message for it; `cells` is in how many cells of the sheet the like stands.
    pub(super) fn message(&self, place: Place, cells: usize, sheet: &CodingSheet, book: &Codebook) -> Diagnostic {
        Diagnostic::error(place, self.told(cells, sheet, book))
    }

    fn told(&self, cells: usize, sheet: &CodingSheet, book: &Codebook) -> Message {
        let (sign, domain, code) = (sheet.separator.trim(), self.domain.word(), shown(&self.written));
        let codes = shown(&self.meant.join(&format!("{sign} ")));
        let expected = msg!("wanted-codes", domain, sign = shown(sign));
        match &self.kind {
            Kind::Separator(other) if other.is_empty() && self.broken => {
                msg!("code-with-line-breaks", code, domain, cells, expected, codes)
            }
            Kind::Separator(other) if other.is_empty() => {
                msg!("code-with-spaces", code, domain, cells, expected, codes)
            }
            Kind::Separator(other) => {
                msg!("code-with-other-separator", code, domain, cells, expected, codes, sign = shown(other))
            }
            Kind::Spelling => msg!("code-spelt-otherwise", code, domain, cells, expected, codes),
            Kind::Labelled => msg!("code-with-text", code, domain, cells, expected, codes),
            Kind::Label => msg!("label-for-code", code, domain, cells, expected, codes),
            Kind::Nothing => msg!("word-for-nothing", code, domain, cells, expected),
            Kind::Undecided => msg!("word-for-undecided", code, domain, cells, expected),
            Kind::Number => {
                let several = any_of(self.meant.iter().map(|code| shown(code)));
                msg!("code-as-number", code, domain, cells, expected, several)
            }
            Kind::Unknown => {
                let suggestion = match book.system_of(&self.written) {
                    Some(system) => msg!("code-of-other-system", system = shown(&system.id)).into(),
                    None => did_you_mean(&self.written, book.codes(self.domain).iter().map(|c| c.id.as_str())),
                };
                msg!("code-unknown", code, domain, cells, expected, suggestion)
            }
        }
    }
}
