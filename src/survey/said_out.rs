//! Rows and interventions of which the export itself says that they are not to be counted: a status of an answer that was never
//! sent in or is refused, a remark, a text that says that the work is reported elsewhere, a total among the interventions.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::columns::Columns;
use super::contact::is_contact;
use super::header::compile;
use super::intervention::{Intervention, with_funds};
use super::near::Named;
use super::only::told;
use super::questionnaire::Survey;
use super::standing::{Kind, Standing};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::{plain, tidy};
use crate::study::Only;
use crate::wording::{Arg, first_of};

/// So many are named.
const NAMED: usize = 3;

/// A remark is no longer.
const LONGEST: usize = 60;

/// What a row says of itself.
struct Said {
    /// Its own id.
    id: String,
    row: usize,
    column: usize,
    text: String,
}

impl Said {
    /// What it says: a status as it is, and what somebody wrote for no file.
    fn told(&self, of_status: bool) -> Arg {
        if of_status { told(&self.text) } else { Arg::Written(shown(&self.text)) }
    }
}

/// What columns that no key names say of their rows.
pub(super) struct Remarks {
    /// The columns, with what those say that a survey tool fills.
    columns: Vec<(usize, Option<Status>)>,
    statuses: Vec<Said>,
    remarks: Vec<Said>,
}

/// A column that says how answers stand.
struct Status {
    kind: Kind,
    /// Whether it says of any row that it counts.
    has_counted: bool,
}

impl Status {
    fn of(columns: &Columns<'_>, column: usize) -> Option<Self> {
        let name = columns.name(column);
        let texts = || columns.rows().map(|row| tidy(columns.grid.cell(row, column)));
        let kind = Kind::of(name, texts())?;
        let counts = |text: String| kind.says(name, &text).is_some_and(Standing::counts);
        Some(Self { kind, has_counted: texts().any(counts) })
    }

    /// Whether a cell says that its row does not count.
    fn says_out(&self, name: &str, text: &str) -> bool {
        let is_known = self.has_counted || !self.kind.needs_another(text);
        is_known && self.kind.says(name, text).is_some_and(|standing| !standing.counts())
    }
}

impl Remarks {
    /// Of the columns of a sheet that no key names.
    pub(super) fn new(columns: &Columns<'_>, named: &[Named<'_>], only: &[Only]) -> Self {
        let patterns: Vec<_> = named.iter().filter_map(|named| compile(named.pattern())).collect();
        let names_rows = |name: &str| only.iter().any(|only| plain(&only.column.value) == name);
        let is_free =
            |name: &str| !patterns.iter().any(|form| form.is_match(name)) && !is_contact(name) && !names_rows(name);
        let free = columns.names().iter().enumerate().filter(|(_, name)| is_free(name));
        let columns = free.map(|(column, _)| (column, Status::of(columns, column))).collect();
        Self { columns, statuses: Vec::new(), remarks: Vec::new() }
    }

    /// Looks at the row of a respondent or an intervention, which is told once.
    pub(super) fn look(&mut self, columns: &Columns<'_>, row: usize, id: &str) {
        for (column, status) in &self.columns {
            let cell = columns.grid.cell(row, *column);
            if cell.is_blank() && status.is_none() {
                continue;
            }
            let text = tidy(cell);
            let found = match status {
                Some(status) if status.says_out(columns.name(*column), &text) => &mut self.statuses,
                _ if says_out(&text) => &mut self.remarks,
                _ => continue,
            };
            found.push(Said { id: id.to_owned(), row, column: *column, text });
            break;
        }
    }

    /// Tells of respondents, who can be set aside.
    pub(super) fn report(&self, columns: &Columns<'_>, messages: &mut Diagnostics) {
        for (all, of_status) in [(&self.statuses, true), (&self.remarks, false)] {
            let Some(first) = all.first() else { continue };
            let (count, ids, text) = (all.len(), listed(all), first.told(of_status));
            let (column, respondent) = (shown(columns.name(first.column)), shown(&first.id));
            let message = match of_status {
                true => msg!("rows-unfinished", count, ids, text, column, first = respondent),
                false => msg!("rows-said-out", count, ids, text, first = respondent),
            };
            messages.push(Diagnostic::warning(columns.grid.place(first.row, first.column), message));
        }
    }

    /// Tells of interventions that have a row each, with their funds.
    pub(super) fn report_interventions(
        &self,
        columns: &Columns<'_>,
        interventions: &[Intervention],
        messages: &mut Diagnostics,
    ) {
        for (all, of_status) in [(&self.statuses, true), (&self.remarks, false)] {
            let Some(first) = all.first() else { continue };
            let rows: BTreeSet<usize> = all.iter().map(|said| said.row).collect();
            let funds = with_funds(interventions.iter().filter(|intervention| rows.contains(&intervention.row)));
            let (count, ids, text) = (all.len(), listed(all), first.told(of_status));
            let column = shown(columns.name(first.column));
            let message = match of_status {
                true => msg!("interventions-unfinished", count, funds, ids, text, column),
                false => msg!("interventions-remarked", count, funds, ids, text),
            };
            messages.push(Diagnostic::warning(columns.grid.place(first.row, first.column), message));
        }
    }
}

/// The first ids.
fn listed(all: &[Said]) -> Arg {
    first_of(all.iter().map(|said| shown(&said.id)), NAMED, ", ")
}

/// Warns of interventions that count and whose texts say that they do not, or that they are a total.
pub(super) fn report(surveys: &[Survey], messages: &mut Diagnostics) {
    type Says = fn(&str) -> bool;
    let kinds: [(Says, bool); 2] = [(says_out, false), (says_total, true)];
    for survey in surveys {
        for (says, of_total) in kinds {
            let found: Vec<(&Intervention, Place, &str)> = survey
                .interventions
                .par_iter()
                .filter(|intervention| intervention.included())
                .filter_map(|i| {
                    let (field, text) = i.texts.iter().find(|(_, text)| says(text))?;
                    Some((i, i.place_of(crate::study::Field::Text(field)), text))
                })
                .collect();
            let Some((_, place, text)) = found.first() else { continue };
            let funds = with_funds(found.iter().map(|(intervention, ..)| *intervention));
            let ids = first_of(found.iter().map(|(i, ..)| shown(&i.id)), NAMED, ", ");
            let (count, text) = (found.len(), Arg::Written(shown(text)));
            let message = match of_total {
                true => msg!("interventions-like-totals", count, funds, ids, text),
                false => msg!("interventions-said-out", count, funds, ids, text),
            };
            messages.push(Diagnostic::warning(place.clone(), message));
        }
    }
}

/// Whether a remark says that something is not to be counted, at its beginning.
fn says_out(text: &str) -> bool {
    /// Whatever follows.
    const SURE: [&str; 14] = [
        "ska inte räknas",
        "ska ej räknas",
        "skall ej räknas",
        "räknas inte",
        "räknas ej",
        "ska inte ingå",
        "ska ej ingå",
        "ska tas bort",
        "ska strykas",
        "redovisas under insats",
        "redovisas i insats",
        "redovisas på annan",
        "do not count",
        "not to be counted",
    ];
    /// Where nothing or a sign follows: "Utgår från behov" says what was done.
    const ALONE: [&str; 20] = [
        "utgår",
        "utgått",
        "stryks",
        "struken",
        "struket",
        "ta bort",
        "tas bort",
        "bortses",
        "dubblett",
        "dublett",
        "dubbelregistrering",
        "dubbelt svar",
        "dubbelsvar",
        "dubbel",
        "makulerad",
        "makuleras",
        "makulerat",
        "ogiltig",
        "ogiltigt",
        "duplicate",
    ];
    if text.chars().take(LONGEST + 1).count() > LONGEST {
        return false;
    }
    // Few texts begin as one of the phrases does.
    let Some(first) = text.chars().find(|c| c.is_alphanumeric()).and_then(|c| c.to_lowercase().next()) else {
        return false;
    };
    if !SURE.iter().chain(&ALONE).any(|phrase| phrase.starts_with(first)) {
        return false;
    }
    let lower = text.to_lowercase();
    let lower = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let ends = |phrase: &&str| {
        let rest = lower.strip_prefix(*phrase).map(str::trim_start);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let begins = |phrase: &&str| lower.strip_prefix(*phrase).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    SURE.iter().any(begins) || ALONE.iter().any(ends)
}

/// Whether a text names a total: a word for it alone or with what it sums.
fn says_total(text: &str) -> bool {
    const TOTALS: [&str; 9] =
        ["summa", "summering", "totalsumma", "delsumma", "deltotal", "subtotal", "totalt", "total", "s:a"];
    const LINKS: [&str; 11] =
        ["för", "i", "per", "alla", "samtliga", "insatser", "insatserna", "kr", "kronor", "medel", "belopp"];
    const MOST: usize = 4;
    let mut words = text.split_whitespace().map(|word| word.trim_end_matches([':', ',', '.']));
    let is_total = |first: &str| {
        // Few texts begin as one of the words does.
        first.starts_with(['s', 'S', 'd', 'D', 't', 'T']) && TOTALS.contains(&first.to_lowercase().as_str())
    };
    if !words.next().is_some_and(is_total) || text.chars().take(LONGEST + 1).count() > LONGEST {
        return false;
    }
    // `Summa av insatser` is a total, `Summering av kunskap` is work.
    let rest: Vec<String> = words.map(str::to_lowercase).filter(|word| word != "av").collect();
    rest.len() < MOST && rest.first().is_none_or(|second| LINKS.contains(&second.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_and_totals_are_told_from_answers() {
        for text in [
            "Utgår",
            "UTGÅR, redovisas under insats 1",
            "utgår.",
            "(utgår)",
            "Ska inte räknas",
            "Ska inte räknas, se R-4",
            "ska ej räknas med",
            "Redovisas under insats 2",
            "Dubblett – se R-4",
            "Makulerad",
            "* Stryks",
        ] {
            assert!(says_out(text), "{text}");
        }
        for text in [
            "Utgår från barnets behov",
            "Arbetet utgår",
            "Ta bort hinder för unga",
            "Dubbel bemanning på mottagningen",
            "Ogiltig frånvaro i skolan",
            "Strykjärn",
            "",
        ] {
            assert!(!says_out(text), "{text}");
        }
        for text in ["Totalt för regionen", "Summa", "TOTALT", "Total:", "Summa insatser 1–4"] {
            assert!(says_total(text), "{text}");
        }
        for text in ["Total översyn av rutiner", "Totalt sett har vi arbetat med stöd", "Summering av kunskap"] {
            assert!(!says_total(text), "{text}");
        }
    }
}
