//! What a new export has in another shape than the earlier study declares, and no name tells: units, header rows, blocks or rows,
//! the sign between answers. Nothing of it is changed, for a person may know better; it is marked.

use super::Carrier;
use crate::diagnostic::shown;
use crate::draft::literal::Literal;
use crate::draft::mark::{Mark, Reason};
use crate::draft::money::kronor_of;
use crate::draft::question_draft::Form;
use crate::draft::survey::SurveyDraft;
use crate::draft::write::quoted;
use crate::msg;
use crate::study::Field;

/// Where the interventions of a survey stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Blocks,
    Rows,
    Table,
}

impl Shape {
    fn of(draft: &SurveyDraft) -> Self {
        match &draft.long {
            None => Self::Blocks,
            Some(long) if long.respondent.is_none() => Self::Rows,
            Some(_) => Self::Table,
        }
    }

    fn declared(survey: &toml::Table) -> Self {
        let intervention = survey.get("intervention").and_then(toml::Value::as_table);
        let is_beside = intervention.is_some_and(|keys| keys.contains_key("file") || keys.contains_key("sheet"));
        match survey.get("rows").and_then(toml::Value::as_str) {
            Some("interventions") => Self::Rows,
            _ if is_beside => Self::Table,
            _ => Self::Blocks,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Blocks => "blocks",
            Self::Rows => "rows",
            Self::Table => "table",
        }
    }
}

impl Carrier<'_> {
    /// Marks what is declared of a survey and looks otherwise in its new export, where columns are called otherwise, too.
    pub(super) fn shape(&mut self, draft: &SurveyDraft, literals: &[&Literal]) {
        let of_columns = literals
            .iter()
            .filter(|literal| ["respondent", "intervention", "question"].contains(&literal.path[2].as_str()));
        if !of_columns.into_iter().any(|literal| self.is_edited(literal)) {
            return;
        }
        let Some(file) = literals.iter().copied().find(|literal| literal.path[2..] == ["file"]) else { return };
        let Some(survey) = self.survey(&file.path) else { return };
        let seen = Shape::of(draft);
        if seen != Shape::declared(&survey) {
            self.check(file, Reason::new(Mark::Check, msg!("check-shape", shape = seen.word())));
        }
        let rows = header_rows(&survey);
        if rows != draft.header.rows {
            let rows = draft.header.rows;
            self.check(file, Reason::new(Mark::Check, msg!("check-header", rows)));
        }
        self.unit(draft, literals);
        self.separators(draft, literals);
    }

    /// The unit of a column of funds that is called otherwise now: where the header said nothing before, a person knew it.
    fn unit(&mut self, draft: &SurveyDraft, literals: &[&Literal]) {
        let find = |key: &str| literals.iter().copied().find(|literal| literal.path[2..] == ["intervention", key]);
        let (funds, unit) = (find(Field::Funds.word()), find("unit"));
        let Some(funds) = funds.filter(|funds| self.is_edited(funds)) else { return };
        let declared = unit.map_or(draft.currency.suffix(), |unit| unit.text.as_str());
        let seen = draft.currency.word_of(kronor_of(draft.unit));
        if declared != seen {
            self.check(unit.unwrap_or(funds), Reason::new(Mark::Check, msg!("check-unit", unit = seen)));
        }
    }

    /// The signs between answers in a cell.
    fn separators(&mut self, draft: &SurveyDraft, literals: &[&Literal]) {
        for question in &draft.questions {
            let Form::Joined(seen) = &question.form else { continue };
            let wanted = quoted(&question.pattern);
            let is_it = |literal: &&&Literal| {
                literal.path.len() == 5 && literal.path[4] == "joined" && self.edited(literal) == wanted
            };
            let Some(column) = literals.iter().find(is_it).copied().filter(|column| self.is_edited(column)) else {
                continue;
            };
            let is_own =
                |literal: &&&Literal| literal.path.starts_with(&column.path[..4]) && literal.path[4..] == ["separator"];
            let declared = literals.iter().find(is_own).copied();
            let sign = |text: &str| if text.trim().is_empty() { text.to_owned() } else { text.trim().to_owned() };
            if sign(declared.map_or(";", |literal| literal.text.as_str())) != sign(seen) {
                let reason = Reason::new(Mark::Check, msg!("check-separator", separator = shown(seen)));
                self.check(declared.unwrap_or(column), reason);
            }
        }
    }

    fn is_edited(&self, literal: &Literal) -> bool {
        self.edits.iter().any(|(span, ..)| *span == literal.span)
    }

    /// Adds a reason to the line of a literal, whether or not it is changed.
    fn check(&mut self, literal: &Literal, reason: Reason) {
        match self.edits.iter_mut().find(|(span, ..)| *span == literal.span) {
            Some((.., reasons)) => reasons.push(reason),
            None => self.edits.push((literal.span.clone(), self.text[literal.span.clone()].to_owned(), vec![reason])),
        }
    }

    /// The declarations of the survey in which a path leads.
    fn survey(&self, path: &[String]) -> Option<toml::Table> {
        let table: toml::Table = self.text.parse().ok()?;
        let at: usize = path.get(1)?.parse().ok()?;
        table.get("survey")?.as_array()?.get(at)?.as_table().cloned()
    }
}

/// How many header rows a survey declares.
fn header_rows(survey: &toml::Table) -> usize {
    let of_header = survey.get("header").and_then(|header| header.get("rows"));
    let rows = of_header.or_else(|| survey.get("header_rows")).and_then(toml::Value::as_integer);
    rows.and_then(|rows| usize::try_from(rows).ok()).unwrap_or(1)
}
