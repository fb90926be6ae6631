//! `claims.csv`: the claims that a study declares.

use std::collections::BTreeSet;

use super::checks;
use super::claim::{Basis, Claim};
use super::parse::parse;
use super::words::Words;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::{Files, Grid, Row};
use crate::study::{Declared, Study};
use crate::survey::Columns;

/// The columns that must be there.
const REQUIRED: [&str; 4] = ["id", "area", "statement", "assertion"];

/// The claims of a study.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    /// In the order of the file.
    pub claims: Vec<Claim>,
    /// What words mean in this study.
    pub words: Words,
    /// What is wrong with claims that can be read; said when they are decided, or where they never are.
    pub wrong: Vec<Diagnostic>,
}

impl Claims {
    /// Reads the claims that a study declares; none where it declares none.
    pub fn read(study: &Study, files: &Files, messages: &mut Diagnostics) -> Self {
        let mut claims = Self { words: words(study, messages), ..Self::default() };
        let Some(file) = &study.claims else { return claims };
        let Some(grid) = files.sheet(file, None, messages) else { return claims };
        let grid = &*grid;
        claims.claims = read(grid, file, &claims.words, messages);
        claims.wrong = checks::check(study, &claims.claims);
        claims
    }

    /// Whether any of them names a year.
    pub fn name_years(&self) -> bool {
        self.claims.iter().any(Claim::names_year)
    }

    /// Reads the claims of a sheet.
    pub fn of_sheet(grid: &Grid, file: &Declared<String>, words: Words, messages: &mut Diagnostics) -> Self {
        Self { claims: read(grid, file, &words, messages), words, wrong: Vec::new() }
    }
}

fn words(study: &Study, messages: &mut Diagnostics) -> Words {
    let mut words = Words::default();
    let mut set: Vec<String> = Vec::new();
    for (word, meaning) in &study.claims_words {
        let name = words.name_of(word);
        if set.contains(&name) {
            let message = msg!("word-set-twice", word = shown(word), name = shown(&name));
            messages.push(Diagnostic::error(meaning.place.clone(), message));
        }
        set.push(name);
        if !words.set(word, &meaning.value, true) {
            let (place, wanted) = (meaning.place.clone(), msg!("wanted-meaning-of-word"));
            let message = msg!("word-meaning-unreadable", meaning = shown(&meaning.value), word = shown(word), wanted);
            messages.push(Diagnostic::error(place, message));
        }
    }
    if let Some((word, message)) = words.contradiction() {
        // A word by itself is right; what it says beside what is unchanged is wrong where either was set.
        let of = |name: &str| study.claims_words.iter().rfind(|(own, _)| words.name_of(own) == name);
        let set = of(word).or_else(|| of("unchanged")).map(|(_, meaning)| meaning.place.clone());
        messages.push(Diagnostic::error(set.unwrap_or_default(), message));
    }
    words
}

fn read(grid: &Grid, file: &Declared<String>, words: &Words, messages: &mut Diagnostics) -> Vec<Claim> {
    let named = |name: &str| Declared { value: name.to_owned(), place: file.place.clone() };
    let required = REQUIRED.map(named);
    let Some(columns) = Columns::simple(grid, &required.each_ref(), messages) else { return Vec::new() };
    let found = required.map(|name| columns.column(&name, messages));
    let [Some(id), Some(area), Some(statement), Some(assertion)] = found else { return Vec::new() };
    let optional = |name: &str| {
        let head = columns.first_row.saturating_sub(1);
        let width = grid.rows.get(head).map_or(0, Row::len);
        (0..width).find(|column| columns.name(*column) == name)
    };
    let (precision, undecided) = (optional("precision"), optional("undecided"));
    let text = |row: usize, column: Option<usize>| {
        column.map(|column| grid.cell(row, column).text().trim().to_owned()).unwrap_or_default()
    };
    let mut claims = Vec::new();
    let mut ids = BTreeSet::new();
    for row in columns.rows() {
        let (place, assertion_place) = (grid.place(row, id), grid.place(row, assertion));
        let own_id = text(row, Some(id));
        if own_id.is_empty() {
            messages.push(Diagnostic::error(place, msg!("claim-without-id")));
            continue;
        }
        if !ids.insert(own_id.clone()) {
            messages.push(Diagnostic::error(place, msg!("claim-id-twice", claim = shown(&own_id))));
            continue;
        }
        let source = text(row, Some(assertion));
        let basis = basis(&own_id, &source, text(row, undecided), &assertion_place);
        let precision = text(row, precision);
        let own_words = own_words(&own_id, &precision, words, &place, messages);
        claims.push(Claim {
            id: own_id,
            area: text(row, Some(area)),
            statement: text(row, Some(statement)),
            basis,
            words: own_words,
            precision,
            place,
            assertion_place,
            assertion: source,
        });
    }
    claims
}

/// The columns of a file that is written where none is declared.
const ALL: [&str; 6] = ["id", "area", "statement", "assertion", "precision", "undecided"];

/// The file of claims that a study declares, row by row as it is, with further claims behind them.
pub fn rows_with(study: &Study, files: &Files, further: &[Claim]) -> Vec<Vec<String>> {
    let mut told = Diagnostics::new();
    let grid = study.claims.as_ref().and_then(|file| files.sheet(file, None, &mut told));
    let id = Declared { value: REQUIRED[0].to_owned(), place: Place::default() };
    let columns = grid.as_ref().and_then(|grid| Columns::simple(grid, &[&id], &mut told));
    let mut rows: Vec<Vec<String>> = match &columns {
        None => vec![ALL.map(str::to_owned).to_vec()],
        Some(columns) => {
            let head = columns.first_row.saturating_sub(1);
            let width = columns.grid.rows.get(head).map_or(0, Row::len);
            let text = |row: usize| (0..width).map(|column| columns.grid.cell(row, column).text()).collect();
            std::iter::once(head).chain(columns.rows()).map(text).collect()
        }
    };
    let heads = rows.first().cloned().unwrap_or_default();
    let cell = |claim: &Claim, head: &str| match (head.trim(), &claim.basis) {
        ("id", _) => claim.id.clone(),
        ("area", _) => claim.area.clone(),
        ("statement", _) => claim.statement.clone(),
        ("assertion", _) => claim.assertion.clone(),
        ("precision", _) => claim.precision.clone(),
        ("undecided", Basis::Reason(reason)) => reason.clone(),
        _ => String::new(),
    };
    rows.extend(further.iter().map(|claim| heads.iter().map(|head| cell(claim, head)).collect()));
    rows
}

fn basis(id: &str, assertion: &str, reason: String, place: &Place) -> Basis {
    let message = match (assertion.is_empty(), reason.is_empty()) {
        (true, false) => return Basis::Reason(reason),
        (false, true) => match parse(assertion) {
            Ok(assertion) => return Basis::Assertion(assertion),
            Err(mistake) => mistake.of_claim(id, place.clone()),
        },
        (true, true) => Diagnostic::error(place.clone(), msg!("claim-without-assertion", claim = shown(id))),
        (false, false) => Diagnostic::error(place.clone(), msg!("claim-with-assertion-and-reason", claim = shown(id))),
    };
    Basis::Unreadable(Box::new(message))
}

fn own_words(id: &str, text: &str, words: &Words, place: &Place, messages: &mut Diagnostics) -> Option<Words> {
    if text.is_empty() {
        return None;
    }
    let mut own = words.clone();
    if let Err(message) = own.set_all(text) {
        messages.push(Diagnostic::error(place.clone(), message).within(msg!("in-claim", claim = shown(id))));
    }
    Some(own)
}
