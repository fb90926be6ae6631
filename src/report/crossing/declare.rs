//! Cross tables as `report.toml` declares them.

use super::super::sections::{check_answer, decode_areas, report};
use super::super::years::{YEARS, YearsDrawing, earlier_years};
use super::super::{ALL_AREAS, AreaGroup};
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::diagnostic::{Diagnostic, did_you_mean, shown};
use crate::msg;
use crate::study::{Declared, Per, Section, Study, text};
use crate::wording::{Message, Text};

/// A cross table.
#[derive(Clone, Debug)]
pub struct CrossItem {
    /// The areas, which are counted together.
    pub areas: Vec<AreaGroup>,
    /// What the rows are.
    pub rows: Side,
    /// What the columns are.
    pub columns: Side,
    /// What is counted or summed.
    pub measure: Measure,
    /// Of what shares are shown; numbers where it is `None`.
    pub share: Option<ShareOf>,
    /// How it is shown.
    pub drawing: CrossDrawing,
    /// The earlier years, the earliest first, where one of its sides is years.
    pub years: Vec<i64>,
}

impl CrossItem {
    /// Whether one of its sides is years.
    pub(in crate::report) fn is_over_years(&self) -> bool {
        self.rows.is_years() || self.columns.is_years()
    }
}

/// How a cross table is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrossDrawing {
    /// As a table.
    Table,
    /// With colours.
    Heat,
    /// As small charts, one for every column, all on one scale.
    Panels,
}

impl CrossDrawing {
    const WORDS: [(&'static str, Self); 3] = [("table", Self::Table), ("heat", Self::Heat), ("panels", Self::Panels)];
}

/// By what interventions, or respondents, are divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// By what.
    pub way: Way,
    /// What readers call it, where that is not what the study calls it.
    pub label: Option<Text>,
}

impl Side {
    /// The domain whose codes they are divided by.
    pub(in crate::report) fn domain(&self) -> Option<Domain> {
        match self.way {
            Way::Codes(domain, _) => Some(domain),
            _ => None,
        }
    }

    /// Whether it is years.
    pub(super) fn is_years(&self) -> bool {
        self.way == Way::Years
    }
}

/// By what they are divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// By the codes of a domain.
    Codes(Domain, CodeLevel),
    /// By the options, items or answers of a question; of items with the answer that counts.
    Answers {
        /// The question.
        question: String,
        /// The answer.
        answer: Option<String>,
    },
    /// By area.
    Areas,
    /// By recipient.
    Recipients,
    /// By the register of recipients.
    Levels,
    /// By whom recipients belong to.
    Parents,
    /// By year: this one, and earlier ones that are declared.
    Years,
}

/// Which codes of a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeLevel {
    /// Main codes.
    Main,
    /// Subcodes, and main codes without one.
    Sub,
    /// The subcodes of a main code.
    SubOf(String),
}

/// What is counted or summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Interventions.
    Interventions,
    /// Their funds.
    Funds,
    /// Who answered.
    Respondents,
}

impl Measure {
    /// Whether interventions or respondents are behind the numbers.
    pub fn per(self) -> Per {
        if self == Self::Respondents { Per::Respondent } else { Per::Intervention }
    }
}

/// Of what a share is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareOf {
    /// Of its row.
    Row,
    /// Of its column.
    Column,
    /// Of all.
    All,
}

impl ShareOf {
    /// The head of a column of shares.
    pub(super) fn head(self, measure: Measure) -> Message {
        let what = match measure {
            Measure::Funds => "funds",
            Measure::Interventions => "interventions",
            Measure::Respondents => "respondents",
        };
        match self {
            Self::Row => msg!("share-of-row", what),
            Self::Column => msg!("share-of-column", what),
            Self::All => msg!("share-of-all", what),
        }
    }
}

/// Reads a cross table.
pub(in crate::report) fn decode(study: &Study, book: Option<&Codebook>, section: &Section<'_>) -> Option<CrossItem> {
    let areas = decode_areas_together(study, section);
    let measure = decode_measure(study, section, true);
    let decoder = Decoder { study, book, areas: &areas, measure };
    let (rows, columns) = (decoder.side(section, "rows"), decoder.side(section, "columns"));
    let shares = [("row", ShareOf::Row), ("column", ShareOf::Column), ("all", ShareOf::All)];
    let share = section.word("share", &shares);
    let drawing = section.word("draw", &CrossDrawing::WORDS).unwrap_or(CrossDrawing::Table);
    let share = if drawing == CrossDrawing::Panels { of_columns(section, share) } else { share };
    // Keys are read before what is missing ends it; a side that is not known is not years.
    let years = match [&rows, &columns].into_iter().flatten().any(Side::is_years) {
        true => earlier_years(study, section, YearsDrawing::Series),
        false => no_years(section),
    };
    let (rows, columns) = (rows?, columns?);
    check_years(section, [&rows, &columns], share);
    if drawing == CrossDrawing::Panels && [&rows, &columns].into_iter().any(Side::is_years) {
        section.report(Diagnostic::error(section.place_of("draw"), msg!("panels-of-years")));
    }
    Some(CrossItem { rows, columns, areas, measure, share, drawing, years })
}

/// Small charts stand for columns, and show shares of them.
fn of_columns(section: &Section<'_>, share: Option<ShareOf>) -> Option<ShareOf> {
    if share.is_some_and(|share| share != ShareOf::Column) {
        section.report(Diagnostic::error(section.place_of("share"), msg!("panels-of-other-shares")));
    }
    Some(ShareOf::Column)
}

/// Where no side is years, none are named.
fn no_years(section: &Section<'_>) -> Vec<i64> {
    if !section.integers("years", YEARS).is_empty() {
        section.report(Diagnostic::error(section.place_of("years"), msg!("years-without-side")));
    }
    Vec::new()
}

/// Years stand beside something else, and nothing is a share of several years together.
fn check_years(section: &Section<'_>, sides: [&Side; 2], share: Option<ShareOf>) {
    let of_a_year = match sides.map(Side::is_years) {
        [false, false] => return,
        [true, true] => return report(section, msg!("side-years-twice")),
        [true, false] => ("row", ShareOf::Row),
        [false, true] => ("column", ShareOf::Column),
    };
    if share.is_some_and(|share| share != of_a_year.1) {
        let message = msg!("share-of-several-years", share = of_a_year.0);
        section.report(Diagnostic::error(section.place_of("share"), message));
    }
}

/// What is counted or summed: interventions where nothing is said.
pub(in crate::report) fn decode_measure(study: &Study, section: &Section<'_>, respondents: bool) -> Measure {
    let words =
        [("interventions", Measure::Interventions), ("funds", Measure::Funds), ("respondents", Measure::Respondents)];
    let words = if respondents { &words[..] } else { &words[..2] };
    let measure = section.word("measure", words).unwrap_or(Measure::Interventions);
    if measure == Measure::Funds && study.money.is_none() && !study.surveys.is_empty() {
        section.report(Diagnostic::error(section.place_of("measure"), msg!("measure-without-funds")));
    }
    measure
}

/// The areas of an item that counts them together: all of the study where none is named.
pub(in crate::report) fn decode_areas_together(study: &Study, section: &Section<'_>) -> Vec<AreaGroup> {
    let area = section.text("area").map(|area| area.value);
    let is_all = area.as_deref() == Some(ALL_AREAS) || !section.has("area");
    if is_all && section.named_texts("areas").is_empty() {
        let group = |survey: &crate::study::Survey| AreaGroup { area: survey.area.clone(), label: Text::default() };
        return study.surveys.iter().map(group).collect();
    }
    decode_areas(study, section)
}

struct Decoder<'a> {
    study: &'a Study,
    book: Option<&'a Codebook>,
    areas: &'a [AreaGroup],
    measure: Measure,
}

/// Words for what is neither domain nor question.
const WAYS: [(&str, Way); 5] = [
    ("area", Way::Areas),
    ("recipient", Way::Recipients),
    ("level", Way::Levels),
    ("part_of", Way::Parents),
    ("year", Way::Years),
];

impl Decoder<'_> {
    /// `rows = "activity"`, or a table with more.
    fn side(&self, section: &Section<'_>, key: &'static str) -> Option<Side> {
        section.require(key, msg!("key-side"));
        if section.is_table(key) {
            return section.section(key, |own| {
                let by = own.required_text("by", msg!("key-side"));
                let label = text(own, "label");
                Some(Side { way: self.way(own, &by?)?, label })
            });
        }
        let word = section.text(key)?;
        Some(Side { way: self.way_of(section, &word, None)?, label: None })
    }

    /// What a table says.
    fn way(&self, section: &Section<'_>, by: &Declared<String>) -> Option<Way> {
        let main = section.text("main");
        let sub = section.word("level", &[("main", false), ("sub", true)]).unwrap_or(false);
        let answer = section.text("answer");
        match self.way_of(section, by, answer.as_ref())? {
            Way::Codes(domain, _) => {
                self.no_answer(section, answer.as_ref(), by);
                let Some(main) = main else {
                    return Some(Way::Codes(domain, if sub { CodeLevel::Sub } else { CodeLevel::Main }));
                };
                let codes = self.book.map_or(&[][..], |book| book.codes(domain));
                let mut mains = codes.iter().filter(|code| code.parent.is_none()).map(|code| code.id.as_str());
                if self.book.is_some() && !mains.any(|id| id == main.value) {
                    let known = codes.iter().filter(|code| code.parent.is_none()).map(|code| code.id.as_str());
                    let suggestion = did_you_mean(&main.value, known);
                    let message =
                        msg!("main-code-unknown", code = shown(&main.value), domain = domain.word(), suggestion);
                    section.report(Diagnostic::error(main.place, message));
                }
                Some(Way::Codes(domain, CodeLevel::SubOf(main.value)))
            }
            way => {
                if main.is_some() || section.has("level") {
                    report(section, msg!("side-without-codes", by = shown(&by.value)));
                }
                if !matches!(way, Way::Answers { .. }) {
                    self.no_answer(section, answer.as_ref(), by);
                }
                Some(way)
            }
        }
    }

    fn no_answer(&self, section: &Section<'_>, answer: Option<&Declared<String>>, by: &Declared<String>) {
        if let Some(answer) = answer {
            let message = msg!("side-without-answers", by = shown(&by.value));
            section.report(Diagnostic::error(answer.place.clone(), message));
        }
    }

    /// What a word means: one of [`WAYS`], a domain, or a question that one of the areas was asked.
    fn way_of(&self, section: &Section<'_>, by: &Declared<String>, answer: Option<&Declared<String>>) -> Option<Way> {
        if let Some((_, way)) = WAYS.into_iter().find(|(word, _)| *word == by.value) {
            return Some(way);
        }
        // Without a codebook, which then is wrong itself, no domain is known.
        let book = self.book?;
        if let Some(domain) = book.domain(&by.value) {
            if !domain.is_of_interventions() {
                let (domain, unit) = (shown(&by.value), domain.unit().word());
                section.report(Diagnostic::error(by.place.clone(), msg!("item-domain-of-question", domain, unit)));
                return None;
            }
            if self.measure == Measure::Respondents {
                let message = msg!("side-of-interventions", by = shown(&by.value));
                section.report(Diagnostic::error(by.place.clone(), message));
            }
            return Some(Way::Codes(domain, CodeLevel::Main));
        }
        let surveys = || self.study.surveys.iter().filter(|s| self.areas.iter().any(|group| group.area == s.area));
        let questions = || surveys().flat_map(|survey| &survey.questions);
        let Some(question) = questions().find(|question| question.id == by.value) else {
            let mut known: Vec<&str> = book.domains_of(UnitKind::Intervention).map(Domain::word).collect();
            known.extend(WAYS.map(|(word, _)| word));
            known.extend(questions().map(|question| question.id.as_str()));
            let suggestion = did_you_mean(&by.value, known);
            section
                .report(Diagnostic::error(by.place.clone(), msg!("side-unknown", by = shown(&by.value), suggestion)));
            return None;
        };
        if self.measure == Measure::Respondents && question.per == Per::Intervention {
            let message = msg!("side-of-interventions", by = shown(&by.value));
            section.report(Diagnostic::error(by.place.clone(), message));
        }
        check_answer(self.study, section, self.areas, Some(&by.value), answer);
        Some(Way::Answers { question: by.value.clone(), answer: answer.map(|answer| answer.value.clone()) })
    }
}
