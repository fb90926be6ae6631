//! How a survey export is read: where each field stands and what each question's columns look like.
//!
//! One pattern language reaches every layout: in a column name `{n}` stands for the number of an intervention's block and
//! `{option}` for an answer option. Two header rows are joined by a declared sign and then read as one.

use std::collections::BTreeMap;

use super::decode::{Declared, Section};
use super::{Field, text};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, is_name, shown};
use crate::register::Level;
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
    /// The sheet with one row per respondent, in a workbook.
    pub sheet: Option<String>,
    /// The header rows.
    pub header: Header,
    /// Who answered: columns.
    pub respondent: RespondentColumns,
    /// The interventions: columns or patterns.
    pub fields: Fields,
    /// A sheet that says what numbers mean.
    pub value_labels: Option<ValueLabels>,
    /// The questions, in the order of the declaration.
    pub questions: Vec<Question>,
}

/// The header rows of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// How many rows, 1 or 2.
    pub rows: usize,
    /// The sign between the first and the second where the second is not blank.
    pub join: String,
}

/// The columns that say who answered.
#[derive(Clone, Debug)]
pub struct RespondentColumns {
    /// The respondent's id.
    pub id: Declared<String>,
    /// The recipient's name, where there is such a column.
    pub name: Option<Declared<String>>,
    /// The recipient's code, where there is such a column.
    pub code: Option<Declared<String>>,
}

/// The columns (or patterns with `{n}`) of an intervention.
#[derive(Clone, Debug)]
pub struct Fields {
    /// The sheet with one row per intervention; `None` where the interventions stand as blocks in the respondent's row.
    pub sheet: Option<String>,
    /// The column of the intervention's own id, in a long sheet.
    pub id: Option<Declared<String>>,
    /// The column that names the respondent, in a long sheet.
    pub respondent: Option<Declared<String>>,
    /// Title, texts and funds.
    pub columns: BTreeMap<Field, Declared<String>>,
    /// What a bare number in the funds column counts: kronor per unit.
    pub unit: i64,
    /// Where the declaration stands.
    pub place: Place,
}

/// A sheet that says what numbers mean.
#[derive(Clone, Debug)]
pub struct ValueLabels {
    /// The sheet.
    pub sheet: String,
    /// The column with the question's text: what a column's name begins with.
    pub question: Declared<String>,
    /// The column with the number.
    pub value: Declared<String>,
    /// The column with its meaning.
    pub label: Declared<String>,
}

/// Whether a question is asked once per respondent or for each intervention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Once per respondent.
    Respondent,
    /// For each intervention.
    Intervention,
}

/// A question with closed answers.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its id in the data files.
    pub id: String,
    /// Where the declaration stands.
    pub place: Place,
    /// What its columns look like.
    pub form: QuestionForm,
    /// Once per respondent or for each intervention.
    pub per: Per,
    /// A follow-up question is asked only of some.
    pub asked_if: Option<AskedIf>,
    /// The answers that are counted in the data files and figures; empty: all.
    pub counted: Vec<String>,
}

/// What the columns of a question look like.
#[derive(Clone, Debug)]
pub enum QuestionForm {
    /// Several answers, one column per option, marked where it is ticked.
    Ticked {
        /// Pattern with `{option}`.
        columns: Declared<String>,
    },
    /// Several answers in one cell.
    Joined {
        /// The column.
        column: Declared<String>,
        /// The sign between the answers.
        separator: String,
        /// The options in order; empty: those that occur, in Swedish alphabetical order.
        options: Vec<String>,
    },
    /// Several items, each answered on the same scale, one column per item.
    Items {
        /// Pattern with `{option}`.
        columns: Declared<String>,
        /// The answers of the scale in order.
        answers: Vec<String>,
    },
    /// One answer.
    Choice {
        /// The column.
        column: Declared<String>,
        /// The answers in order.
        answers: Vec<String>,
    },
}

impl QuestionForm {
    /// The column or pattern, with its place.
    pub fn column(&self) -> &Declared<String> {
        match self {
            Self::Ticked { columns } | Self::Items { columns, .. } => columns,
            Self::Joined { column, .. } | Self::Choice { column, .. } => column,
        }
    }
}

/// The condition under which a follow-up question is asked.
#[derive(Clone, Debug)]
pub struct AskedIf {
    /// The earlier question.
    pub question: Declared<String>,
    /// The answers, any of which on any of its items leads to the follow-up.
    pub answers: Vec<String>,
}

/// Named answer scales, declared once for all surveys.
pub(super) type Scales = BTreeMap<String, Vec<String>>;

/// Reads `[scale.<name>]`.
pub(super) fn decode_scales(top: &Section<'_>) -> Scales {
    top.named_sections("scale", |name, section| {
        let answers = section.texts("answers");
        Some((name.to_owned(), answers))
    })
    .into_iter()
    .collect()
}

/// Reads one `[[survey]]`.
pub(super) fn decode_survey(section: &Section<'_>, scales: &Scales) -> Option<Survey> {
    let area = section.required_text("area", "a short name without spaces, as bu-region");
    let title = text(section, "title");
    let level = section.word("level", &Level::WORDS);
    let file = section.required_text("file", "the export's file name");
    let sheet = section.text("sheet");
    let header = section.section("header", decode_header);
    let respondent = section.required_section("respondent", "the columns of who answered", decode_respondent);
    let fields = section.required_section("intervention", "the columns of an intervention", decode_fields);
    let value_labels = section.section("value_labels", decode_value_labels);
    let questions = section.named_sections("question", |id, s| decode_question(id, s, scales));
    section.require("level", "one of region, county, municipality");
    let area = area?.value;
    if !is_name(&area) {
        section.report(
            Diagnostic::error(section.place(), format!("{} cannot be the name of an area", shown(&area)))
                .expected("letters, digits, - and _")
                .action("choose a short name; what readers see is the title"),
        );
    }
    Some(Survey {
        title: title.unwrap_or_else(|| Text { sv: area.clone(), en: None }),
        area,
        place: section.place(),
        level: level?,
        file: file?,
        sheet: sheet.map(|s| s.value),
        header: header.unwrap_or(Header { rows: 1, join: String::new() }),
        respondent: respondent?,
        fields: fields?,
        value_labels,
        questions,
    })
}

fn decode_header(section: &Section<'_>) -> Option<Header> {
    let rows = section.integer("rows", 1..=2);
    let join = section.text("join");
    Some(Header { rows: rows.unwrap_or(1) as usize, join: join.map_or_else(|| " / ".to_owned(), |j| j.value) })
}

fn decode_respondent(section: &Section<'_>) -> Option<RespondentColumns> {
    let id = section.required_text("id", "the column of the respondent's id");
    let name = section.text("name");
    let code = section.text("code");
    if name.is_none() && code.is_none() {
        section.report(
            Diagnostic::error(section.place(), "nothing says which recipient a respondent is")
                .expected("the key \"name\" or \"code\""),
        );
    }
    Some(RespondentColumns { id: id?, name, code })
}

fn decode_fields(section: &Section<'_>) -> Option<Fields> {
    let sheet = section.text("sheet");
    let id = section.text("id");
    let respondent = section.text("respondent");
    let unit = section.word("unit", &[("kr", 1), ("tkr", 1_000), ("mnkr", 1_000_000)]);
    let mut columns = BTreeMap::new();
    for (word, field) in Field::WORDS {
        if let Some(column) = section.text(word) {
            columns.insert(field, column);
        }
    }
    if sheet.is_some() && (id.is_none() || respondent.is_none()) {
        section.report(
            Diagnostic::error(
                section.place(),
                "a sheet with one row per intervention lacks its link to the respondent",
            )
            .expected("the keys \"id\" and \"respondent\""),
        );
    }
    section.require("funds", "the column of used funds");
    Some(Fields {
        sheet: sheet.map(|s| s.value),
        id,
        respondent,
        columns,
        unit: unit.unwrap_or(1),
        place: section.place(),
    })
}

fn decode_value_labels(section: &Section<'_>) -> Option<ValueLabels> {
    let sheet = section.required_text("sheet", "the sheet that says what numbers mean");
    let question = section.required_text("question", "the column with the question");
    let value = section.required_text("value", "the column with the number");
    let label = section.required_text("label", "the column with its meaning");
    Some(ValueLabels { sheet: sheet?.value, question: question?, value: value?, label: label? })
}

fn decode_question(id: &str, section: &Section<'_>, scales: &Scales) -> Option<Question> {
    if !is_name(id) {
        section.report(
            Diagnostic::error(section.place(), format!("{} cannot be the name of a question", shown(id)))
                .expected("letters, digits, - and _"),
        );
    }
    let ticked = section.text("ticked");
    let joined = section.text("joined");
    let items = section.text("items");
    let choice = section.text("choice");
    let separator = section.text("separator");
    let options = section.texts("options");
    let answers = decode_answers(section, scales);
    let per = section.word("per", &[("respondent", Per::Respondent), ("intervention", Per::Intervention)]);
    let counted = section.declared_texts("counted");
    let asked_if = section.section("asked_if", decode_asked_if);

    let forms = [ticked.is_some(), joined.is_some(), items.is_some(), choice.is_some()];
    if forms.iter().filter(|there| **there).count() != 1 {
        section.report(
            Diagnostic::error(section.place(), format!("the question {} has no or several forms", shown(id)))
                .expected("exactly one of \"ticked\", \"joined\", \"items\", \"choice\""),
        );
        return None;
    }
    for answer in &counted {
        if !answers.contains(&answer.value) {
            section.report(
                Diagnostic::error(
                    answer.place.clone(),
                    format!("{} is no answer of the question", shown(&answer.value)),
                )
                .action(did_you_mean(&answer.value, answers.iter().map(String::as_str))),
            );
        }
    }
    let form = if let Some(columns) = ticked {
        QuestionForm::Ticked { columns }
    } else if let Some(column) = joined {
        let separator = separator.map_or_else(|| ";".to_owned(), |s| s.value);
        QuestionForm::Joined { column, separator, options }
    } else if let Some(columns) = items {
        QuestionForm::Items { columns, answers }
    } else {
        QuestionForm::Choice { column: choice?, answers }
    };
    if matches!(&form, QuestionForm::Items { answers, .. } | QuestionForm::Choice { answers, .. } if answers.is_empty())
        && !section.has("scale")
    {
        section.report(
            Diagnostic::error(section.place(), format!("the question {} has no answers", shown(id)))
                .expected("\"answers\", or \"scale\" with the name of one"),
        );
    }
    if matches!(&form, QuestionForm::Ticked { columns } | QuestionForm::Items { columns, .. } if !columns.value.contains("{option}"))
    {
        section.report(
            Diagnostic::error(form.column().place.clone(), "the pattern does not say where the option stands")
                .expected("{option} in the column's name")
                .action("for a question with one column use \"joined\" or \"choice\""),
        );
    }
    let per = per.unwrap_or(if form.column().value.contains("{n}") { Per::Intervention } else { Per::Respondent });
    let counted = counted.into_iter().map(|c| c.value).collect();
    Some(Question { id: id.to_owned(), place: section.place(), form, per, asked_if, counted })
}

fn decode_answers(section: &Section<'_>, scales: &Scales) -> Vec<String> {
    let answers = section.texts("answers");
    let Some(scale) = section.text("scale") else { return answers };
    match scales.get(&scale.value) {
        Some(answers) => answers.clone(),
        None => {
            section.report(
                Diagnostic::error(scale.place, format!("there is no scale {}", shown(&scale.value)))
                    .action(did_you_mean(&scale.value, scales.keys().map(String::as_str))),
            );
            Vec::new()
        }
    }
}

fn decode_asked_if(section: &Section<'_>) -> Option<AskedIf> {
    let question = section.required_text("question", "the earlier question");
    let answers = section.texts("answers");
    Some(AskedIf { question: question?, answers })
}

/// Checks what concerns several surveys or questions: doubled areas, follow-ups of questions that do not exist.
pub(super) fn check_surveys(surveys: &[Survey], messages: &mut Diagnostics) {
    for (index, survey) in surveys.iter().enumerate() {
        if surveys[..index].iter().any(|earlier| earlier.area == survey.area) {
            messages.push(
                Diagnostic::error(survey.place.clone(), format!("the area {} has two surveys", shown(&survey.area)))
                    .expected("one survey per area")
                    .action("give one of them an area of its own"),
            );
        }
        for (number, question) in survey.questions.iter().enumerate() {
            let Some(asked_if) = &question.asked_if else { continue };
            let earlier = &survey.questions[..number];
            let followed = earlier.iter().find(|q| q.id == asked_if.question.value);
            if followed.is_some_and(|q| q.per == Per::Intervention && question.per == Per::Respondent) {
                messages.push(
                    Diagnostic::error(
                        asked_if.question.place.clone(),
                        "a question to the respondent follows up one about each intervention",
                    )
                    .expected("an earlier question to the respondent"),
                );
            }
            if followed.is_none() {
                messages.push(
                    Diagnostic::error(
                        asked_if.question.place.clone(),
                        format!(
                            "{} follows up {}, which is no earlier question of the survey",
                            shown(&question.id),
                            shown(&asked_if.question.value)
                        ),
                    )
                    .action(did_you_mean(&asked_if.question.value, earlier.iter().map(|q| q.id.as_str()))),
                );
            }
        }
    }
}
