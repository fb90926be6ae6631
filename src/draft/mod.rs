//! Drafting: from a folder of exports to declarations that an evaluator can finish.
//!
//! Nothing here knows a particular export. A sheet is told by its shape (a row per respondent, numbered blocks, a column
//! per area), by the register (columns of recipients), by the words that such exports use (`words`), and by what its cells
//! hold. What could be read in several ways is declared in the likeliest, and marked with what else was seen. `sources`
//! opens the files, `table` finds headers, `survey`, `block` and `question` read exports, `beside` what stands beside
//! them, `area` brings requisitions and surveys together, `write` and `skeleton` write, `carry` carries an earlier year over.

mod absent;
mod answers;
mod area;
mod beside;
mod block;
mod carry;
mod change;
mod coded_ids;
mod coding;
mod column;
mod counterpart;
mod edits;
mod fields;
mod follows;
mod form;
mod form_files;
mod group;
mod heading;
mod ids;
mod joined;
mod label_list;
mod labels;
mod layout;
mod linked;
mod list;
mod literal;
mod mark;
mod money;
mod named;
mod open;
mod own_codebook;
mod programme;
mod question;
mod question_draft;
mod recipients;
mod register;
mod reported;
mod scales;
mod sheets;
mod single;
mod single_answer;
mod skeleton;
mod sources;
mod stem;
mod stray;
mod study_year;
mod survey;
pub mod table;
mod why;
mod words;
mod write;
mod year;

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use crate::diagnostic::Diagnostics;
use crate::msg;
use crate::study::STUDY_FILE;
use crate::wording::{Arg, Language, Message, joined};
use area::Assignment;
use beside::{Beside, CorrectionsDraft, RepaymentsDraft, RequisitionsDraft};
pub use change::{Change, ChangeKind};
use coded_ids::{meet_codings, tell_twins};
use coding::{CodingDraft, one_final};
use follows::share_follow_ups;
pub use mark::marks_left;
pub use own_codebook::EarlierCodebook;
use own_codebook::OwnCodebook;
use programme::Programme;
use question_draft::{Form, QuestionDraft};
use register::RegisterDraft;
use scales::scales;
use sheets::{Money, Sheets};
pub use sources::data_files;
use study_year::study_year;
use survey::{Guess, SurveyDraft};

/// Something in a draft that an evaluator has to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about: a file, or what is declared.
    pub what: Arg,
    /// Why it is unsure, with what else was seen.
    pub doubt: Message,
}

impl Remark {
    /// Something, and why it is unsure.
    pub fn new(what: impl Into<Arg>, doubt: Message) -> Self {
        Self { what: what.into(), doubt }
    }

    /// What it is about, and why, in a language.
    pub fn told(&self, language: Language) -> [String; 2] {
        [self.what.text(language), self.doubt.text(language)]
    }
}

/// A data file, or a list in it, that a draft leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The file.
    pub file: String,
    /// Why.
    pub why: Message,
}

/// A draft of a study.
#[derive(Debug)]
pub struct Draft {
    /// The text of `study.toml`.
    pub study: String,
    /// The text of `report.toml`.
    pub report: String,
    /// The text of a codebook to be written beside them, under its name, where none is near.
    pub codebook: Option<(String, String)>,
    /// What is unsure.
    pub remarks: Vec<Remark>,
    /// Surveys that were found, or carried over.
    pub surveys: Vec<String>,
    /// Files that were taken for exports of a survey tool, with the tool's name.
    pub tools: Vec<(String, &'static str)>,
    /// Accounts of grants that were carried over.
    pub accounts: Vec<String>,
    /// Whether anything was recognised: an export, or a list beside.
    pub recognised: bool,
    /// Data files, or lists in them, that were left out, and why.
    pub unknown: Vec<LeftOut>,
    /// What changed since the earlier study that the draft was carried over from.
    pub changes: Vec<Change>,
}

/// An earlier study whose declarations are carried over.
pub struct Earlier {
    /// The text of its `study.toml`.
    pub study: String,
    /// The text of its `report.toml`.
    pub report: String,
    /// Its year.
    pub year: i64,
    /// Its codebook, where it can be read.
    pub codebook: Option<EarlierCodebook>,
}

/// Everything that was recognised in a folder.
pub struct Found {
    /// The language of comments.
    language: Language,
    year: Guess<i64>,
    codebook: Guess<String>,
    programme: Programme,
    /// Whether anything in the folder speaks of funds.
    has_money: bool,
    placeholders: Vec<String>,
    corrections: Option<CorrectionsDraft>,
    requisitions: Vec<RequisitionsDraft>,
    assignments: Vec<Assignment>,
    repayments: Option<RepaymentsDraft>,
    codings: Vec<CodingDraft>,
    /// Files with codes of which no header says the domain.
    without_domain: Vec<LeftOut>,
    scales: Vec<(String, Vec<String>)>,
    registers: Vec<RegisterDraft>,
    surveys: Vec<SurveyDraft>,
}

/// Drafts a study from the data files of a folder, and from an earlier study's declarations where one is given. Comments of a new
/// study are in the language given; files that cannot be opened are reported.
pub fn draft(folder: &Path, earlier: Option<&Earlier>, language: Language, messages: &mut Diagnostics) -> Draft {
    let sources = sources::sources(folder, messages);
    let mut sheets: Vec<Sheets<'_>> = sources.par_iter().map(Sheets::of).collect();
    labels::name_columns(&mut sheets);
    form_files::give_forms(&mut sheets);
    let OwnCodebook { path: codebook, programme, text: codebook_text } = OwnCodebook::of(folder, earlier);
    let tables = sheets.iter_mut().flat_map(|file| &mut file.tables);
    tables.for_each(|table| table.programme = programme.clone());
    let registers = register::registers(&sheets);
    for table in sheets.iter_mut().flat_map(|file| &mut file.tables) {
        table.levels.extend(registers.iter().map(|register| register.level));
    }
    let (mut found, mut unknown) =
        recognise(folder, &sheets, (codebook, programme), registers, earlier.map(|earlier| earlier.year));
    found.language = language;
    if earlier.is_some() {
        // The earlier study's text has no place for them.
        unknown.append(&mut found.without_domain);
    }
    let (study, mut remarks) = write::Writer::study(&found);
    if found.surveys.is_empty() {
        remarks.push(Remark::new(msg!("remark-surveys"), msg!("unsure-no-survey")));
    }
    let (study, report, changes) = match earlier {
        None => (study, skeleton::report(&found), Vec::new()),
        Some(earlier) => {
            // What the draft of its own was unsure of is declared by the earlier study.
            remarks.clear();
            let carried = carried(earlier, &sheets, &found, folder, &mut remarks);
            let named = named_files(&carried.0);
            unknown.retain(|file| !named.contains(&file.file));
            carried
        }
    };
    let beside = codebook_text.map(|text| (found.codebook.value.clone(), text));
    let surveys = match earlier {
        None => found.surveys.iter().map(|survey| survey.area.clone()).collect(),
        Some(_) => declared(&study, "survey", "area"),
    };
    Draft {
        report,
        tools: found.surveys.iter().filter_map(|own| Some((own.file.clone(), own.tool?))).collect(),
        codebook: beside,
        remarks,
        surveys,
        accounts: declared(&study, "account", "id"),
        recognised: found.is_something(),
        unknown,
        changes,
        study,
    }
}

/// What a text of `study.toml` declares under a key: the names of its sections.
fn declared(study: &str, section: &str, name: &str) -> Vec<String> {
    let table: toml::Table = study.parse().unwrap_or_default();
    let sections = table.get(section).and_then(toml::Value::as_array);
    let names = sections.into_iter().flatten().filter_map(|section| section.get(name)?.as_str());
    names.map(str::to_owned).collect()
}

/// The files that a text of `study.toml` names, and whatever else it says.
fn named_files(study: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut values: Vec<toml::Value> = vec![toml::Value::Table(study.parse().unwrap_or_default())];
    while let Some(value) = values.pop() {
        match value {
            toml::Value::String(text) => drop(found.insert(text)),
            toml::Value::Array(items) => values.extend(items),
            toml::Value::Table(table) => values.extend(table.into_iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    found
}

/// The earlier study's declarations over the new files, and what changed.
fn carried(
    earlier: &Earlier,
    sheets: &[Sheets<'_>],
    found: &Found,
    folder: &Path,
    remarks: &mut Vec<Remark>,
) -> (String, String, Vec<Change>) {
    let (from, to) = (earlier.year, found.year.value);
    let language = earlier.language();
    let study = year::carry_year(&earlier.study, from, to, language);
    let roles = found.roles();
    let carrier = carry::Carrier::new(&study.text, sheets, &found.surveys, &roles, language, folder);
    let carry::Carried { study: text, changes, lost } = carrier.carry(&found.year, &found.codebook);
    remarks.extend(found.year.doubt.iter().map(|doubt| Remark::new(msg!("remark-year"), doubt.clone())));
    remarks.extend(found.codebook.doubt.iter().map(|doubt| Remark::new(msg!("remark-codebook"), doubt.clone())));
    let report = year::carry_year(&earlier.report, from, to, language);
    for (file, dated) in [(STUDY_FILE, &study), ("report.toml", &report)] {
        if dated.changed > 0 {
            let (from, to) = (from.to_string(), to.to_string());
            remarks.push(Remark::new(file, msg!("year-changed-in-texts", count = dated.changed, from, to)));
        }
        if !dated.others.is_empty() {
            let years = joined(dated.others.iter().map(i64::to_string), ", ");
            remarks.push(Remark::new(file, msg!("other-years-in-texts", years)));
        }
    }
    let report = absent::without_areas(&report.text, &lost, language);
    (mark::with_head(&text, language), mark::with_head(&report, language), changes)
}

impl Earlier {
    /// The language that its study declares.
    fn language(&self) -> Language {
        let table: toml::Table = self.study.parse().unwrap_or_default();
        let word = table.get("language").and_then(toml::Value::as_str).unwrap_or_default();
        Language::WORDS.iter().find(|(known, _)| *known == word).map_or(Language::default(), |(_, language)| *language)
    }
}

/// Texts that stand for blank in any year, whether or not they were seen.
const USUAL_PLACEHOLDERS: [&str; 3] = ["-", "?", "se bilaga"];

fn recognise(
    folder: &Path,
    sheets: &[Sheets<'_>],
    (codebook, programme): (Guess<String>, Programme),
    registers: Vec<RegisterDraft>,
    earlier: Option<i64>,
) -> (Found, Vec<LeftOut>) {
    let mut found = Found {
        language: Language::default(),
        year: Guess::sure(0),
        codebook,
        programme,
        has_money: true,
        placeholders: Vec::new(),
        corrections: None,
        requisitions: Vec::new(),
        assignments: Vec::new(),
        repayments: None,
        codings: Vec::new(),
        without_domain: Vec::new(),
        scales: Vec::new(),
        registers,
        surveys: Vec::new(),
    };
    let (mut repayments, mut corrections) = (Vec::new(), Vec::new());
    let mut unknown = Vec::new();
    let is_register = |file: &Sheets<'_>| found.registers.iter().any(|register| register.file == file.source.file);
    let files: Vec<&Sheets<'_>> = sheets.iter().filter(|file| !is_register(file)).collect();
    let all_parts = |money: Money| -> Vec<(Vec<Beside>, Option<SurveyDraft>)> {
        files.par_iter().map(|file| parts(file, sheets, money)).collect()
    };
    let mut parts = all_parts(Money::Needed);
    let is_of_money = |part: &Beside| matches!(part, Beside::Requisitions(_) | Beside::Repayments(_));
    found.has_money = parts.iter().any(|(beside, survey)| survey.is_some() || beside.iter().any(is_of_money));
    if !found.has_money {
        parts = all_parts(Money::None);
    }
    let surveys = || parts.iter().filter_map(|(_, survey)| survey.as_ref());
    let of_others: BTreeSet<String> = surveys().flat_map(SurveyDraft::files_beside).cloned().collect();
    parts.iter_mut().for_each(|(_, survey)| *survey = survey.take().filter(|own| !of_others.contains(&own.file)));
    for (file, (beside, survey)) in files.into_iter().zip(parts) {
        if beside.is_empty() && survey.is_none() && !of_others.contains(&file.source.file) {
            let name = file.source.file.clone();
            match coding::without_domain(file) {
                Some(why) => found.without_domain.push(LeftOut { file: name, why }),
                None => unknown.push(LeftOut { why: why::unrecognised(file), file: name }),
            }
        }
        found.surveys.extend(survey);
        for part in beside {
            match part {
                Beside::Requisitions(sheet) => found.requisitions.push(*sheet),
                Beside::Repayments(list) => repayments.push(list),
                Beside::Corrections(list) => corrections.push(list),
                Beside::Coding(sheet) => found.codings.push(sheet),
            }
        }
    }
    distinguish_areas(&mut found.surveys);
    share_follow_ups(&mut found.surveys);
    one_final(&mut found.codings);
    meet_codings(&mut found.surveys, &found.codings);
    tell_twins(&mut found.surveys, !found.codings.is_empty());
    found.year = study_year(folder, sheets, &found.surveys, earlier);
    let year = Some(found.year.value).filter(|_| found.year.doubt.is_none());
    single::take_repayments(&mut found.requisitions, &mut repayments);
    found.repayments = single::only_one(repayments, year, &mut unknown);
    found.corrections = single::only_one(corrections, year, &mut unknown);
    found.assignments = area::assign(&found.requisitions, &found.surveys, year);
    for survey in &mut found.surveys {
        let column = found.assignments.iter().find(|a| a.area == survey.area).map(|a| a.column.clone());
        survey.title = column.filter(|c| c.chars().filter(|c| c.is_alphabetic()).count() > 3);
    }
    let seen = found.surveys.iter().flat_map(|s| s.placeholders.iter().cloned());
    let placeholders: BTreeSet<String> = seen.chain(USUAL_PLACEHOLDERS.map(str::to_owned)).collect();
    found.placeholders = placeholders.into_iter().collect();
    found.scales = scales(&found.surveys);
    (found, unknown)
}

/// What the sheets of a file are: beside the exports, or an export, whose interventions may stand in another file.
fn parts(file: &Sheets<'_>, all: &[Sheets<'_>], money: Money) -> (Vec<Beside>, Option<SurveyDraft>) {
    let beside: Vec<Beside> = file.tables.iter().flat_map(|table| beside::beside(file, table)).collect();
    let are_lists = |part: &Beside| matches!(part, Beside::Requisitions(sheet) if sheet.list.is_some());
    let only_amounts = beside.iter().all(|part| matches!(part, Beside::Requisitions(_)));
    let others = if beside.is_empty() { all } else { &[] };
    let survey = if only_amounts { file.survey(others, money) } else { None };
    // Amounts beside texts of what was done are those of interventions; a list over areas may have remarks.
    let has_texts = |survey: &SurveyDraft| {
        let told = |programme: &Programme| programme.is_told(&survey.fields, &survey.texts);
        let texts = || survey.fields.iter().filter(|(field, _)| field.text().is_some_and(|text| !text.is_title()));
        let surely = survey.is_rows() && texts().any(|(_, column)| column.doubt.is_none());
        file.tables.first().is_some_and(|table| told(&table.programme)) && (!beside.iter().any(are_lists) || surely)
    };
    match survey {
        Some(survey) if beside.is_empty() || has_texts(&survey) => (Vec::new(), Some(survey)),
        _ => (beside, None),
    }
}

/// Two files of the same name in different folders are two areas.
fn distinguish_areas(surveys: &mut [SurveyDraft]) {
    for index in 1..surveys.len() {
        let (earlier, later) = surveys.split_at_mut(index);
        if let Some(survey) = later.first_mut().filter(|s| earlier.iter().any(|e| e.area == s.area)) {
            survey.area = format!("{}-{}", survey.area, index + 1);
        }
    }
}

impl Found {
    /// What each file was recognised as.
    fn roles(&self) -> carry::Roles {
        let surveys = self.surveys.iter().map(|own| (own.file.clone(), "survey"));
        let requisitions = self.requisitions.iter().map(|own| (own.file.clone(), "requisitions"));
        let repayments = self.repayments.iter().map(|own| (own.file.clone(), "repayments"));
        let corrections = self.corrections.iter().map(|own| (own.file.clone(), "corrections"));
        let codings = self.codings.iter().map(|own| (own.file.clone(), "coding"));
        surveys.chain(requisitions).chain(repayments).chain(corrections).chain(codings).collect()
    }

    fn is_something(&self) -> bool {
        let lists = self.repayments.is_some() || self.corrections.is_some();
        let codes = !self.codings.is_empty() || !self.without_domain.is_empty();
        lists || codes || !self.surveys.is_empty() || !self.requisitions.is_empty()
    }

    /// The options of a question whose answers are joined, in the order in which another survey asks the same with a
    /// column per option; none where no other does.
    fn options_of(&self, survey: &SurveyDraft, question: &QuestionDraft) -> Option<Vec<String>> {
        let same = |q: &&QuestionDraft| q.stem.to_lowercase() == question.stem.to_lowercase() && q.form == Form::Ticked;
        let others = self.surveys.iter().filter(|s| s.area != survey.area).flat_map(|s| &s.questions).filter(same);
        let covers = |q: &&QuestionDraft| question.options.iter().all(|option| q.options.contains(option));
        others.filter(|q| !q.pattern.contains("{n}")).find(covers).map(|q| q.options.clone())
    }
}
