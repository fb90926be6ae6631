//! How a survey export is read: where each field stands and what each question's columns look like.
//!
//! One pattern language reaches every layout: in a column name `{n}` stands for the number of an intervention's block and
//! `{option}` for an answer option. Two header rows are joined by a declared sign and then read as one.

use std::collections::BTreeMap;

use super::decode::{Declared, Section, decode_id};
use super::due::{Due, decode_due};
use super::expected::{Expected, ExpectedFrom, ExpectedList, decode_expected};
use super::header::{Header, decode_header};
use super::labels::{ValueLabels, decode_value_labels};
use super::layout::{Layout, Rows, check_links};
use super::money::{MoneyForm, decode_money};
use super::only::{Only, decode_only};
use super::question::{Per, Question, Scales, decode_question};
use super::question_check::{check_no_option, check_questions};
use super::reading::{Reading, decode_reading};
use super::register::Levels;
use super::{Completeness, Field, TextNames, text};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, is_name, shown};
use crate::mask::without_contacts;
use crate::money::Denomination;
use crate::msg;
use crate::register::Level;
use crate::spelling::plain;
use crate::wording::Text;

/// One questionnaire to one group of respondents about one area.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The area it belongs to; every survey has its own.
    pub area: String,
    /// The area's title.
    pub title: Text,
    /// Where the declaration stands.
    pub place: Place,
    /// Who answered.
    pub level: Level,
    /// The export.
    pub file: Declared<String>,
    /// How it is read, where it is a text.
    pub reading: Reading,
    /// The sheet with one row per respondent, in a workbook.
    pub sheet: Option<String>,
    /// The header rows.
    pub header: Header,
    /// Which of its rows are read.
    pub only: Vec<Only>,
    /// When its answers were due.
    pub due: Option<Due>,
    /// Who was expected to answer; where nothing is declared, those who requisitioned.
    pub expected: Option<Expected>,
    /// What is put before the ids of its respondents and interventions.
    pub id_prefix: String,
    /// Who answered: columns.
    pub respondent: RespondentColumns,
    /// The interventions: columns or patterns.
    pub fields: Fields,
    /// What codes mean.
    pub value_labels: Option<ValueLabels>,
    /// The questions, in the order of the declaration.
    pub questions: Vec<Question>,
}

/// The columns that say who answered.
#[derive(Clone, Debug)]
pub struct RespondentColumns {
    /// The respondent's id; without it, where every row is an intervention, a recipient is a respondent.
    pub id: Option<Declared<String>>,
    /// Further columns that the id is made of.
    pub id_rest: Vec<Declared<String>>,
    /// The recipient's name, where there is such a column.
    pub name: Option<Declared<String>>,
    /// The recipient's code, where there is such a column.
    pub code: Option<Declared<String>>,
    /// Respondents that do not count, by id, each with the reason: as the first of two answers from one recipient.
    pub set_aside: Vec<(String, Declared<String>)>,
    /// Labels of rows that are no respondents, as `Summa`.
    pub totals: Vec<String>,
}

/// The columns (or patterns with `{n}`) of an intervention.
#[derive(Clone, Debug)]
pub struct Fields {
    /// Where they stand.
    pub layout: Layout,
    /// The column of the intervention's own id, where it has a row.
    pub id: Option<Declared<String>>,
    /// The column that names the respondent, in a table beside that of the respondents.
    pub respondent: Option<Declared<String>>,
    /// Further columns that the intervention's own id is made of.
    pub id_rest: Vec<Declared<String>>,
    /// Further columns that the respondent's id is made of.
    pub respondent_rest: Vec<Declared<String>>,
    /// The texts of the study.
    pub texts: TextNames,
    /// Title, texts and funds.
    pub columns: BTreeMap<Field, Declared<String>>,
    /// What a bare number in the funds column counts, and its decimal sign.
    pub money: MoneyForm,
    /// Where the declaration stands.
    pub place: Place,
}

impl Survey {
    /// An id of the export as the study knows it; nothing where there is none.
    pub fn own_id(&self, id: String) -> String {
        if id.is_empty() { id } else { format!("{}{id}", self.id_prefix) }
    }

    /// The list of those who were expected to answer, where there is one.
    pub fn expected_list(&self) -> Option<&ExpectedList> {
        match &self.expected.as_ref()?.from {
            ExpectedFrom::List(list) => Some(list),
            ExpectedFrom::Register | ExpectedFrom::Requisitions => None,
        }
    }

    /// The files that it is read from: its own, one of interventions, and one of labels.
    pub fn files(&self) -> impl Iterator<Item = &Declared<String>> {
        let of_interventions = self.fields.layout.beside().and_then(|table| table.file.as_ref());
        let of_labels = self.value_labels.as_ref().and_then(|labels| labels.file.as_ref());
        std::iter::once(&self.file).chain(of_interventions).chain(of_labels)
    }

    /// The file and the sheet in which the answers to a question stand.
    pub fn table_of(&self, per: Per) -> (&Declared<String>, Option<&str>) {
        match self.fields.layout.beside().filter(|_| per == Per::Intervention) {
            Some(table) => (table.file.as_ref().unwrap_or(&self.file), table.sheet.as_deref()),
            None => (&self.file, self.sheet.as_deref()),
        }
    }
}

/// Reads one `[[survey]]`.
pub(super) fn decode_survey(
    section: &Section<'_>,
    scales: &Scales,
    texts: &TextNames,
    levels: &Levels,
    denomination: Denomination,
) -> Option<Survey> {
    let area = section.required_text("area", msg!("key-area-name"));
    let title = text(section, "title");
    let level = levels.required(section);
    let file = section.required_text("file", msg!("key-export-file"));
    let reading = decode_reading(section);
    let sheet = section.text("sheet");
    let header = decode_header(section);
    let only = decode_only(section);
    let due = section.section("due", decode_due);
    let expected = section.section("expected", decode_expected);
    let id_prefix = section.text("id_prefix").map(|prefix| plain(&prefix.value)).unwrap_or_default();
    // A word that is wrong speaks of interventions, or it would not be there.
    let unsaid = if section.has("rows") { Rows::Interventions } else { Rows::Respondents };
    let rows = section.word("rows", &Rows::WORDS).unwrap_or(unsaid);
    let respondent =
        section.required_section("respondent", msg!("key-respondent-columns"), |s| decode_respondent(s, rows));
    let fields = section.required_section("intervention", msg!("key-intervention-columns"), |s| {
        decode_fields(s, rows, texts, denomination)
    });
    let value_labels = section.section("value_labels", decode_value_labels);
    let questions = section.named_sections("question", |id, s| decode_question(id, s, scales));
    let area = area?.value;
    if !is_name(&area) {
        section.report(Diagnostic::error(section.place(), msg!("area-name-unfit", name = shown(&area))));
    }
    Some(Survey {
        title: title.unwrap_or_else(|| Text { sv: area.clone(), en: None }),
        area,
        place: section.place(),
        level: level?,
        file: file?,
        reading,
        sheet: sheet.map(|s| s.value),
        header,
        only,
        due,
        expected,
        id_prefix,
        respondent: respondent?,
        fields: fields?,
        value_labels,
        questions,
    })
}

impl RespondentColumns {
    /// A column that every table of respondents has.
    pub fn anchor(&self) -> Option<&Declared<String>> {
        self.id.as_ref().or(self.name.as_ref()).or(self.code.as_ref())
    }
}

fn decode_respondent(section: &Section<'_>, rows: Rows) -> Option<RespondentColumns> {
    let (id, id_rest) = decode_id(section, "id");
    if rows == Rows::Respondents {
        section.require("id", msg!("key-respondent-id"));
    }
    let name = section.text("name");
    let code = section.text("code");
    let set_aside = section.pairs("set_aside");
    // Reasons reach messages and data files.
    let masked = |reason: Declared<String>| Declared { value: without_contacts(&reason.value).into_owned(), ..reason };
    let set_aside: Vec<_> = set_aside.into_iter().map(|(id, reason)| (plain(&id), masked(reason))).collect();
    let totals = section.texts("totals");
    for (id, reason) in set_aside.iter().filter(|(_, reason)| reason.value.trim().is_empty()) {
        let message = msg!("set-aside-without-reason", respondent = shown(id));
        section.report(Diagnostic::error(reason.place.clone(), message));
    }
    if name.is_none() && code.is_none() {
        section.report(Diagnostic::error(section.place(), msg!("respondent-without-recipient")));
    }
    let known = id.is_some() || rows == Rows::Interventions;
    known.then_some(RespondentColumns { id, id_rest, name, code, set_aside, totals })
}

fn decode_fields(section: &Section<'_>, rows: Rows, texts: &TextNames, denomination: Denomination) -> Option<Fields> {
    let layout = Layout::decode(section, rows);
    let (id, id_rest) = decode_id(section, "id");
    let (respondent, respondent_rest) = decode_id(section, "respondent");
    let money = decode_money(section, denomination);
    let mut columns = BTreeMap::new();
    for field in texts.fields() {
        if let Some(column) = section.text(field.word()) {
            columns.insert(field, column);
        }
    }
    columns.values().for_each(|column| check_no_option(column, &mut |message| section.report(message)));
    let place = section.place();
    let texts = texts.clone();
    let fields = Fields { layout, id, respondent, id_rest, respondent_rest, texts, columns, money, place };
    check_links(section, &fields.layout, rows, [("id", &fields.id), ("respondent", &fields.respondent)]);
    Some(fields)
}

/// Without a column for a required field every intervention of the survey would be left out as incomplete.
fn check_complete(survey: &Survey, complete: &Completeness, messages: &mut Diagnostics) {
    let lacking = |field: &&Field| !survey.fields.columns.contains_key(field);
    for field in complete.requires.iter().filter(lacking) {
        let (field, area) = (field.word(), shown(&survey.area));
        let message = msg!("required-field-without-column", area, field, key = shown(field));
        messages.push(Diagnostic::error(survey.fields.place.clone(), message));
    }
}

/// Checks what concerns several surveys or questions: doubled areas, follow-ups of questions that do not exist.
pub(super) fn check_surveys(surveys: &[Survey], complete: &Completeness, messages: &mut Diagnostics) {
    for (index, survey) in surveys.iter().enumerate() {
        check_complete(survey, complete, messages);
        check_questions(survey, messages);
        if surveys[..index].iter().any(|earlier| earlier.area == survey.area) {
            let message = msg!("area-of-two-surveys", area = shown(&survey.area));
            messages.push(Diagnostic::error(survey.place.clone(), message));
        }
        for (number, question) in survey.questions.iter().enumerate() {
            let Some(asked_if) = &question.asked_if else { continue };
            let earlier = &survey.questions[..number];
            let followed = earlier.iter().find(|q| q.id == asked_if.question.value);
            if followed.is_some_and(|q| q.per == Per::Intervention && question.per == Per::Respondent) {
                messages.push(Diagnostic::error(asked_if.question.place.clone(), msg!("follow-up-of-interventions")));
            }
            if followed.is_none() {
                let wrong = &asked_if.question.value;
                let message = msg!(
                    "follow-up-unknown",
                    question = shown(&question.id),
                    earlier = shown(wrong),
                    suggestion = did_you_mean(wrong, earlier.iter().map(|q| q.id.as_str()))
                );
                messages.push(Diagnostic::error(asked_if.question.place.clone(), message));
            }
        }
    }
}
