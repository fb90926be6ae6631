//! What the evaluator declared: `study.toml`, checked before any data are read.
//!
//! The types here are plain declarations. Whatever can be wrong without looking at data (unknown and missing keys, wrong
//! words, files that do not exist, questions that point to no question) is found here, all of it at once.

mod account;
mod allocation;
mod appended;
mod audited;
pub mod coding;
mod companion;
mod counting;
mod csv_form;
mod decode;
mod due;
mod earlier;
mod expected;
mod field;
pub mod file_name;
mod files;
mod funds;
mod grant;
mod grant_check;
pub mod header;
mod item_files;
mod labels;
mod layout;
mod limits;
mod measure;
mod money;
mod only;
mod open;
mod other;
mod paths;
mod placeholders;
mod prices;
mod question;
mod question_check;
pub mod reading;
mod register;
mod survey;
mod written;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use account::{Account, AccountField, FieldForm, OptionDeclaration};
pub use allocation::{AllocationDeclaration, AllocationRounding, AllocationSource, PartDeclaration, TOTAL, TotalsOf};
pub use appended::{Appended, DECISIONS};
pub use audited::{AUDIT, AuditFiles, MOST_DRAWS};
#[cfg(test)]
pub(crate) use coding::decode_coding;
pub use coding::{Blank, CodesFrom, CodingRole, CodingSheet, HeldBack, lock_of};
pub use counting::{Money, WeightingScope};
pub use csv_form::CsvForm;
pub(crate) use decode::FORMATS;
#[cfg(test)]
pub(crate) use decode::recorded;
pub use decode::{Declared, Section, Source};
pub use due::Due;
pub use earlier::EarlierStudy;
pub use expected::{Expected, ExpectedFrom, ExpectedList};
#[cfg(test)]
pub(crate) use field::RESERVED;
pub use field::{Field, TextName, TextNames, names_column};
pub use files::{PRIVATE_FOLDER, Role, TEXTS_FILE, Use};
pub use funds::{
    AllocatedRequisitions, Corrections, FundsBeside, ListedArea, Repayments, RequisitionList, Requisitions,
};
pub use grant::{FieldKind, Referred};
pub use header::Header;
pub use item_files::{ItemFile, KINDS_OF_FILES};
pub use labels::ValueLabels;
pub use layout::{Layout, Rows, Table};
pub use limits::Limits;
pub use measure::{DeclaredNumbers, FieldReference, MeasureDeclaration, MeasureForm, PrintedNumbers, decode_form};
pub use money::{MoneyForm, unit_words};
pub use only::Only;
pub use other::Other;
pub use placeholders::Placeholders;
pub use prices::Prices;
pub use question::{AskedIf, Listed, Per, Question, QuestionForm};
pub use reading::Reading;
pub use register::Register;
pub use survey::{Fields, RespondentColumns, Survey};
pub use written::Written;

use crate::day::Day;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::money::{Currency, Denomination};
use crate::msg;
use crate::register::Level;
use crate::wording::{Language, Text};

/// The name of the declaration file inside a study folder.
pub const STUDY_FILE: &str = "study.toml";

/// One year of one agreement or grant.
#[derive(Clone, Debug)]
pub struct Study {
    /// The folder that holds it.
    pub folder: PathBuf,
    /// The folder's own name; the output folder gets the same.
    pub name: String,
    /// Title.
    pub title: Text,
    /// What the data are, said wherever they are shown: constructed, published, inferred.
    pub provenance: Option<Text>,
    /// Who publishes the report; citations of it begin so.
    pub publisher: Option<Text>,
    /// The day that the data are of: what Word is told as a date, since nothing here knows a clock.
    pub data_date: Option<Day>,
    /// The year that the interventions were carried out in.
    pub year: i64,
    /// Language of what goes into a report.
    pub language: Language,
    /// The code systems; a study without surveys needs none.
    pub codebook: Option<Declared<String>>,
    /// A model that can suggest codes.
    pub model: Option<Declared<String>>,
    /// The report's items.
    pub report: Declared<String>,
    /// The files that the report's items show as they are.
    pub item_files: Vec<Declared<String>>,
    /// The texts of interventions.
    pub texts: TextNames,
    /// Whether the respondents' texts may stand in the data files.
    pub texts_in_output: bool,
    /// Whom CSV files are written for.
    pub csv: CsvForm,
    /// The currency of its amounts, and how finely they are published.
    pub denomination: Denomination,
    /// How the funds of interventions count; `None` in a study without funds.
    pub money: Option<Money>,
    /// When an intervention is complete.
    pub complete: Completeness,
    /// Corrections that respondents have confirmed.
    pub corrections: Option<Corrections>,
    /// Sheets of requisitioned funds.
    pub requisitions: Vec<Requisitions>,
    /// Lists of requisitioned funds with a row per recipient and area.
    pub requisition_lists: Vec<RequisitionList>,
    /// Requisitioned funds that are the result of an allocation.
    pub allocated: Vec<AllocatedRequisitions>,
    /// Repaid funds.
    pub repayments: Option<Repayments>,
    /// What recipients were allocated and repaid by other sources: nothing is weighted by it.
    pub beside: FundsBeside,
    /// Coding sheets.
    pub codings: Vec<CodingSheet>,
    /// What people have decided beside the sheets.
    pub decisions: Vec<Appended>,
    /// What was drawn to be audited.
    pub audit: AuditFiles,
    /// Which codes a run uses, where the study says so.
    pub codes: Option<CodesFrom>,
    /// Whether a run goes on though codes are missing from its final sheets.
    pub draft: bool,
    /// Answers that were kept from whoever wrote the codebook's rules.
    pub held_back: Option<HeldBack>,
    /// What the report's prose says in numbers.
    pub claims: Option<Declared<String>>,
    /// What words of precision mean in this study, beside the defaults.
    pub claims_words: Vec<(String, Declared<String>)>,
    /// The registers that it declares.
    pub registers: Vec<Register>,
    /// All registers that it can name: those that are built in, then its own.
    pub levels: Vec<Level>,
    /// The surveys, in the order of the report.
    pub surveys: Vec<Survey>,
    /// Bounds on what is read.
    pub limits: Limits,
    /// Returns of a grant, one row per recipient.
    pub accounts: Vec<Account>,
    /// Distributions of pots.
    pub allocations: Vec<AllocationDeclaration>,
    /// What is compared over years.
    pub measures: Vec<MeasureDeclaration>,
    /// Numbers of this or other years, with their sources.
    pub declared: Vec<DeclaredNumbers>,
    /// Studies of earlier years.
    pub earlier: Vec<EarlierStudy>,
    /// In the prices of which year funds of several years can be told.
    pub prices: Option<Prices>,
    /// Printed numbers to compare with.
    pub printed: Vec<PrintedNumbers>,
    /// The other studies that this one names, by the path that it names them with.
    pub companions: Vec<(String, Study)>,
    /// What is worth a look in the declarations themselves.
    pub told: Diagnostics,
    /// Files that stand elsewhere than the study names them, by their names there: new versions that are not in place yet.
    pub instead: BTreeMap<String, PathBuf>,
}

/// When an intervention is complete.
#[derive(Clone, Debug)]
pub struct Completeness {
    /// The fields that must be filled in, in the order in which a missing one is named.
    pub requires: Vec<Field>,
    /// Texts that count as blank.
    pub placeholders: Placeholders,
}

impl Study {
    /// Reads and checks the study in a folder.
    ///
    /// # Errors
    /// All problems of the declarations.
    pub fn load(folder: &Path) -> Result<Self, Diagnostics> {
        let text = declarations(folder)?;
        Self::parse(folder, text)
    }

    /// Checks a study whose declarations are at hand; the files that they name lie in the folder.
    ///
    /// # Errors
    /// All problems of the declarations.
    pub fn parse(folder: &Path, text: String) -> Result<Self, Diagnostics> {
        let mut messages = Diagnostics::new();
        let study = Self::parse_as(folder, STUDY_FILE, text);
        let mut study = study.map_err(|of_study| messages.extend(of_study)).ok();
        if let Some(study) = &mut study {
            study.load_companions(&mut messages);
            study.check_companions(&mut messages);
            study.check_earlier(&mut messages);
            study.check_prices(&mut messages);
            study.read_decisions(&mut messages);
            study.find_audit(&mut messages);
        }
        match study {
            Some(study) if !messages.has_errors() => Ok(study),
            _ => Err(messages),
        }
    }

    /// Reads and checks a study whose declarations messages call `name`.
    fn load_as(folder: &Path, name: &str) -> Result<Self, Diagnostics> {
        Self::parse_as(folder, name, declarations(folder)?)
    }

    fn parse_as(folder: &Path, name: &str, text: String) -> Result<Self, Diagnostics> {
        let mut messages = Diagnostics::new();
        let source = Source::new(name, text);
        let mut study = source.decode(|top| decode_study(folder, top));
        messages.extend(source.into_messages());
        if let Some(study) = &mut study {
            study.item_files = study.files_of_items();
            study.told.extend(study.outside_of_nothing(name));
            study.told.extend(study.tell_missing_earlier());
            study.told.extend(funds::told(study));
        }
        if let Some(study) = &study {
            study.check_files(&mut messages);
            survey::check_surveys(&study.surveys, &study.complete, &mut messages);
            funds::check_areas(study, &mut messages);
            grant_check::check(study, &mut messages);
            coding::check_sheets(study, &mut messages);
            open::check(study, &mut messages);
        }
        match study {
            Some(study) if !messages.has_errors() => Ok(study),
            _ => Err(messages),
        }
    }

    /// The currency of its amounts.
    pub fn currency(&self) -> Currency {
        self.denomination.currency
    }

    /// Whether reported funds are weighted to what was requisitioned.
    pub fn is_weighted(&self) -> bool {
        self.money.is_some_and(Money::is_weighted)
    }

    /// The path of a file that the study names.
    pub fn path(&self, file: &str) -> PathBuf {
        self.instead.get(file).cloned().unwrap_or_else(|| self.folder.join(file))
    }
}

/// The text of a study's declarations.
fn declarations(folder: &Path) -> Result<String, Diagnostics> {
    let path = folder.join(STUDY_FILE);
    std::fs::read_to_string(&path).map_err(|error| unreadable(&path, &error).into())
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let message = if error.kind() == std::io::ErrorKind::InvalidData {
        msg!("declarations-not-utf8", reason = error)
    } else {
        msg!("declarations-unreadable", reason = error)
    };
    Diagnostic::error(Place::file(path.display().to_string()), message)
}

fn decode_study(folder: &Path, top: &Section<'_>) -> Option<Study> {
    let (registers, levels) = register::decode_registers(top);
    let title = text(top, "title");
    let provenance = text(top, "provenance");
    let publisher = text(top, "publisher");
    let data_date = top.day("data_date");
    let year = top.integer("year", 1990..=2100);
    let language = top.word("language", &Language::WORDS);
    let codebook = top.text("codebook");
    let model = top.text("model");
    let report = top.text("report");
    let denomination = counting::decode_denomination(top);
    let texts_in_output = top.flag("texts_in_output").unwrap_or(false);
    let csv = top.word("csv", &CsvForm::WORDS).unwrap_or_default();
    let weighting = counting::decode_weighting(top);
    let texts = TextNames::decode(top);
    let complete = top.section("complete", |s| decode_completeness(s, &texts));
    let corrections = top.section("corrections", |s| funds::decode_corrections(s, &texts));
    let (requisitions, requisition_lists, allocated) = funds::decode_all_requisitions(top, &levels, denomination);
    let repayments = top.section("repayments", |s| funds::decode_repayments(s, denomination));
    let beside = funds::decode_beside(top, &levels, denomination);
    let codings = top.sections("coding", coding::decode_coding);
    let codes = top.word("codes", &CodesFrom::WORDS);
    let draft = top.flag("draft").unwrap_or(false);
    let held_back = top.section("held_back", coding::decode_held_back);
    let claims = top.text("claims");
    let claims_words = top.pairs("claims_words");
    let scales = question::decode_scales(top);
    let surveys = top.sections("survey", |s| survey::decode_survey(s, &scales, &texts, &levels, denomination));
    let money = counting::counting(top, weighting, &surveys, denomination);
    let limits = top.section("limits", limits::decode_limits);
    top.require("title", msg!("key-study-title"));
    top.require("year", msg!("key-study-year"));
    let accounts = top.sections("account", |s| account::decode_account(s, &scales, &levels));
    let allocations = top.sections("allocation", allocation::decode_allocation);
    let measures = top.named_sections("measure", measure::decode_measure);
    let declared = top.sections("declared", measure::decode_declared);
    let earlier = top.sections("earlier", earlier::decode);
    let prices = top.section("prices", prices::decode);
    let printed = top.sections("printed", measure::decode_printed);
    if !top.has("account") {
        top.require("survey", msg!("key-survey-or-account"));
    }
    if top.has("survey") || !top.has("account") {
        top.require("codebook", msg!("key-codebook"));
        top.require("complete", msg!("key-complete"));
    }
    let folder_name = folder.canonicalize().ok()?.file_name()?.to_string_lossy().into_owned();
    Some(Study {
        folder: folder.to_owned(),
        name: folder_name,
        title: title.unwrap_or_default(),
        provenance,
        publisher,
        data_date,
        year: year.unwrap_or_default(),
        language: language.unwrap_or(Language::Swedish),
        codebook,
        report: report.unwrap_or_else(|| Declared { value: "report.toml".to_owned(), place: top.place() }),
        item_files: Vec::new(),
        model,
        texts,
        texts_in_output,
        csv,
        denomination,
        money,
        complete: complete.unwrap_or(Completeness { requires: Vec::new(), placeholders: Placeholders::default() }),
        corrections,
        requisitions,
        requisition_lists,
        allocated,
        repayments,
        beside,
        codings,
        decisions: Vec::new(),
        audit: AuditFiles::default(),
        codes,
        draft,
        held_back,
        claims,
        claims_words,
        registers,
        levels: levels.into_inner(),
        surveys,
        limits: limits.unwrap_or_default(),
        accounts,
        allocations,
        measures,
        declared,
        earlier,
        prices,
        printed,
        companions: Vec::new(),
        instead: BTreeMap::new(),
        told: scales.unused().fold(Diagnostics::new(), |mut told, notice| {
            told.push(notice);
            told
        }),
    })
}

/// A text in one language, or a table with `sv` and `en`.
pub fn text(section: &Section<'_>, key: &'static str) -> Option<Text> {
    if section.is_table(key) {
        return section.section(key, |both| both.both_languages());
    }
    section.text(key).map(|t| Text { sv: t.value, en: None })
}

/// A word that is none of an intervention's fields.
fn no_field(word: &Declared<String>, texts: &TextNames) -> Diagnostic {
    let suggestion = did_you_mean(&word.value, texts.fields().map(Field::word));
    let message = msg!("intervention-field-unknown", field = shown(&word.value), suggestion);
    Diagnostic::error(word.place.clone(), message)
}

fn decode_completeness(section: &Section<'_>, texts: &TextNames) -> Option<Completeness> {
    let names = section.declared_texts("requires");
    let placeholders = section.declared_texts("placeholders");
    written::check_list(section, "placeholders", &placeholders);
    let mut requires = Vec::new();
    for name in names {
        match texts.field(&name.value) {
            Some(field) => requires.push(field),
            None => section.report(no_field(&name, texts)),
        }
    }
    let placeholders = placeholders.iter().map(|text| &text.value).collect();
    Some(Completeness { requires, placeholders })
}
