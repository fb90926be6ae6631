//! Questions, closed and open: what their columns look like and whom they are asked.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::decode::{Declared, Section};
use super::other::Other;
use super::question_check::{check_keys, check_no_option};
use super::written::{Written, check_list};
use crate::diagnostic::{Diagnostic, Place, did_you_mean, is_name, shown};
use crate::msg;

/// Whether a question is asked once per respondent or for each intervention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Per {
    /// Once per respondent.
    Respondent,
    /// For each intervention.
    Intervention,
}

/// A question with closed answers, or an open one whose answers are coded.
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
    /// The declared options, with what the export writes for them.
    pub written_options: Written,
    /// The declared answers, with what the export writes for them.
    pub written_answers: Written,
    /// As what answers in own words count.
    pub other: Option<Other>,
}

/// What the columns of a question look like.
#[derive(Clone, Debug)]
pub enum QuestionForm {
    /// Several answers, one column per option, marked where it is ticked.
    Ticked {
        /// Pattern with `{option}`.
        columns: Declared<String>,
        /// The column of each option, where the options are declared.
        listed: Vec<Listed>,
    },
    /// Several answers in one cell.
    Joined {
        /// Further columns of the same question, as those of a second and a third mention.
        more: Vec<Declared<String>>,
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
        /// The column of each item, where the items are declared.
        listed: Vec<Listed>,
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
    /// An answer in the respondent's own words, which is given codes of a domain.
    Text {
        /// The column.
        column: Declared<String>,
    },
}

/// An option that is declared, and its column.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The option.
    pub name: String,
    /// The column, or a pattern with `{n}`.
    pub column: Declared<String>,
}

impl QuestionForm {
    /// Whether it is answered in the respondent's own words.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Text { .. })
    }

    /// The column or pattern, with its place.
    pub fn column(&self) -> &Declared<String> {
        match self {
            Self::Ticked { columns, .. } | Self::Items { columns, .. } => columns,
            Self::Joined { column, .. } | Self::Choice { column, .. } | Self::Text { column } => column,
        }
    }
}

impl Question {
    /// All columns or patterns, also that of answers in own words.
    pub fn columns(&self) -> impl Iterator<Item = &Declared<String>> {
        self.form.columns().chain(self.other.iter().filter_map(|other| other.column.as_ref()))
    }
}

impl QuestionForm {
    /// All columns or patterns.
    pub fn columns(&self) -> impl Iterator<Item = &Declared<String>> {
        let more = match self {
            Self::Joined { more, .. } => more.as_slice(),
            _ => &[],
        };
        let listed = self.listed();
        let first = listed.is_empty().then(|| self.column());
        listed.iter().map(|listed| &listed.column).chain(first).chain(more)
    }

    /// The answers or options of a question whose cells hold them, rather than marks or answers under the names of options.
    fn single(&self) -> Option<&[String]> {
        match self {
            Self::Choice { answers, .. } => Some(answers),
            Self::Joined { options, .. } => Some(options),
            // Codes are none that an export writes.
            Self::Text { .. } => Some(&[]),
            Self::Ticked { .. } | Self::Items { .. } => None,
        }
    }

    /// Whether its pattern is an option alone, which any column's name matches.
    pub fn is_any_column(&self) -> bool {
        self.column().value.trim() == "{option}"
    }

    /// The columns of declared options, or none.
    pub fn listed(&self) -> &[Listed] {
        match self {
            Self::Ticked { listed, .. } | Self::Items { listed, .. } => listed,
            Self::Joined { .. } | Self::Choice { .. } | Self::Text { .. } => &[],
        }
    }
}

/// The column of each option: what is written for it stands at `{option}`.
fn listed(columns: &Declared<String>, options: &Written) -> Vec<Listed> {
    let of = |(name, written): &(String, Declared<String>)| {
        let value = columns.value.replacen("{option}", &written.value, 1);
        Listed { name: name.clone(), column: Declared { value, place: written.place.clone() } }
    };
    options.all.iter().map(of).collect()
}

/// The condition under which a follow-up question is asked.
#[derive(Clone, Debug)]
pub struct AskedIf {
    /// The earlier question.
    pub question: Declared<String>,
    /// The answers, any of which on any of its items leads to the follow-up.
    pub answers: Vec<Declared<String>>,
}

impl AskedIf {
    /// Whether an answer or option leads to the follow-up.
    pub fn names(&self, text: &str) -> bool {
        self.answers.iter().any(|answer| answer.value == text)
    }
}

/// Named answer scales, declared once for all surveys.
#[derive(Default)]
pub(super) struct Scales {
    /// The answers of each, and where it is declared.
    declared: BTreeMap<String, (Written, Place)>,
    used: RefCell<BTreeSet<String>>,
}

impl Scales {
    /// Notices of scales that no question uses.
    pub(super) fn unused(&self) -> impl Iterator<Item = Diagnostic> {
        let used = self.used.borrow().clone();
        self.declared
            .iter()
            .filter(move |(name, _)| !used.contains(*name))
            .map(|(name, (_, place))| Diagnostic::notice(place.clone(), msg!("scale-unused", scale = shown(name))))
    }
}

/// Reads `[scale.<name>]`.
pub(super) fn decode_scales(top: &Section<'_>) -> Scales {
    let declared = top.named_sections("scale", |name, section| {
        let answers = Written::decode(section, "answers");
        if answers.all.is_empty() {
            section.report(Diagnostic::error(section.place(), msg!("scale-without-answers", scale = shown(name))));
        }
        Some((name.to_owned(), (answers, section.place())))
    });
    Scales { declared: declared.into_iter().collect(), used: RefCell::default() }
}

fn values(declared: Vec<Declared<String>>) -> Vec<String> {
    declared.into_iter().map(|text| text.value).collect()
}

/// Reads one `[survey.question.<id>]`.
pub(super) fn decode_question(id: &str, section: &Section<'_>, scales: &Scales) -> Option<Question> {
    if !is_name(id) {
        section.report(Diagnostic::error(section.place(), msg!("question-name-unfit", name = shown(id))));
    }
    let (answers, options) = (decode_answers(section, scales), Written::decode(section, "options"));
    let per = section.word("per", &[("respondent", Per::Respondent), ("intervention", Per::Intervention)]);
    let counted = section.declared_texts("counted");
    check_list(section, "counted", &counted);
    let asked_if = section.section("asked_if", decode_asked_if);
    check_counted(section, &counted, &answers.names());
    let form = decode_form(id, section, answers.names(), &options)?;
    check_form(id, section, &form);
    let other = Other::decode(section, form.single());
    let own_words = other.iter().filter_map(|other| other.column.as_ref());
    own_words.for_each(|column| check_no_option(column, &mut |message| section.report(message)));
    let per = per.unwrap_or(if form.column().value.contains("{n}") { Per::Intervention } else { Per::Respondent });
    if per == Per::Intervention && form.is_open() {
        let message = msg!("open-question-per-intervention", question = shown(id));
        section.report(Diagnostic::error(form.column().place.clone(), message));
    }
    let counted = values(counted);
    Some(Question {
        id: id.to_owned(),
        place: section.place(),
        form,
        per,
        asked_if,
        counted,
        written_options: options,
        written_answers: answers,
        other,
    })
}

/// The one form that a question is declared in.
fn decode_form(id: &str, section: &Section<'_>, answers: Vec<String>, options: &Written) -> Option<QuestionForm> {
    let ticked = section.text("ticked").map(|columns| {
        let listed = listed(&columns, options);
        QuestionForm::Ticked { columns, listed }
    });
    let mut joined = section.one_or_several("joined").into_iter();
    let (joined, more) = (joined.next(), joined.collect());
    let items = section.text("items");
    let choice = section.text("choice");
    let open = section.text("text");
    let separator = section.text("separator");
    if let Some(blank) = separator.as_ref().filter(|separator| separator.value.is_empty()) {
        section.report(Diagnostic::error(blank.place.clone(), msg!("answer-separator-empty")));
    }
    let separator = separator.map_or_else(|| ";".to_owned(), |s| s.value);
    for column in joined.iter().chain(&choice).chain(&open) {
        check_no_option(column, &mut |message| section.report(message));
    }
    let joined = joined.map(|column| QuestionForm::Joined { column, more, separator, options: options.names() });
    let items = items.map(|columns| {
        let listed = listed(&columns, options);
        QuestionForm::Items { columns, listed, answers: answers.clone() }
    });
    let choice = choice.map(|column| QuestionForm::Choice { column, answers });
    let open = open.map(|column| QuestionForm::Text { column });
    let mut forms: Vec<QuestionForm> = [ticked, joined, items, choice, open].into_iter().flatten().collect();
    if forms.len() != 1 {
        section.report(Diagnostic::error(section.place(), msg!("question-form-unclear", question = shown(id))));
        return None;
    }
    forms.iter().for_each(|form| check_keys(section, form));
    forms.pop()
}

fn check_counted(section: &Section<'_>, counted: &[Declared<String>], answers: &[String]) {
    for answer in counted.iter().filter(|answer| !answers.contains(&answer.value)) {
        let suggestion = did_you_mean(&answer.value, answers.iter().map(String::as_str));
        let message = msg!("counted-answer-unknown", answer = shown(&answer.value), suggestion);
        section.report(Diagnostic::error(answer.place.clone(), message));
    }
}

pub(super) fn check_form(id: &str, section: &Section<'_>, form: &QuestionForm) {
    let (answers, pattern) = match form {
        QuestionForm::Ticked { columns, .. } => (None, Some(columns)),
        QuestionForm::Items { columns, answers, .. } => (Some(answers), Some(columns)),
        QuestionForm::Choice { answers, .. } => (Some(answers), None),
        QuestionForm::Joined { .. } | QuestionForm::Text { .. } => (None, None),
    };
    // An unknown scale has been reported; that it gives no answers follows from it.
    if answers.is_some_and(Vec::is_empty) && !section.has("scale") {
        section.report(Diagnostic::error(section.place(), msg!("question-without-answers", question = shown(id))));
    }
    if let Some(columns) = pattern.filter(|columns| !columns.value.contains("{option}")) {
        section
            .report(Diagnostic::error(columns.place.clone(), msg!("option-missing", column = shown(&columns.value))));
    }
}

pub(super) fn decode_answers(section: &Section<'_>, scales: &Scales) -> Written {
    let answers = Written::decode(section, "answers");
    let Some(scale) = section.text("scale") else { return answers };
    if !answers.all.is_empty() {
        section.report(Diagnostic::error(scale.place.clone(), msg!("answers-and-scale")));
        scales.used.borrow_mut().insert(scale.value);
        return answers;
    }
    scales.used.borrow_mut().insert(scale.value.clone());
    match scales.declared.get(&scale.value) {
        Some((answers, _)) => answers.clone(),
        None => {
            let suggestion = did_you_mean(&scale.value, scales.declared.keys().map(String::as_str));
            let message = msg!("scale-unknown", scale = shown(&scale.value), suggestion);
            section.report(Diagnostic::error(scale.place, message));
            Written::default()
        }
    }
}

pub(super) fn decode_asked_if(section: &Section<'_>) -> Option<AskedIf> {
    let question = section.required_text("question", msg!("key-earlier-question"));
    let answers = section.declared_texts("answers");
    check_list(section, "answers", &answers);
    if answers.is_empty() {
        section.report(Diagnostic::error(section.place(), msg!("condition-without-answers")));
    }
    Some(AskedIf { question: question?, answers })
}
