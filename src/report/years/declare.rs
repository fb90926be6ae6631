//! Figures over years as `report.toml` declares them.

use std::collections::BTreeSet;

use crate::codebook::{Codebook, Domain, UnitKind};
use crate::diagnostic::{Diagnostic, did_you_mean, shown};
use crate::msg;
use crate::report::AreaGroup;
use crate::report::years::Measure;
use crate::study::{Declared, Section, Study, Survey};
use crate::wording::{Message, Text, joined};

/// A figure over years.
#[derive(Clone, Debug, PartialEq)]
pub struct YearsItem {
    /// How it is drawn.
    pub drawing: YearsDrawing,
    /// The areas, taken together; none where all that can be compared are meant.
    pub areas: Vec<AreaGroup>,
    /// What is compared.
    pub subject: Subject,
    /// The earlier years, the earliest first.
    pub years: Vec<i64>,
    /// The measure.
    pub measure: Measure,
    /// The order of the rows.
    pub order: Order,
    /// Whether funds are in the prices of the year that the study declares.
    pub prices: bool,
    /// Whether a change is drawn as a line between two years, and not as two dots in a row.
    pub slope: bool,
}

/// How a figure over years is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearsDrawing {
    /// A row per code: two dots and a line between.
    Change,
    /// A small panel per code.
    Series,
}

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The main codes of a domain, or the subcodes of one of them.
    Codes {
        /// The domain; `None` where the codebook could not be read, which is an error of its own.
        domain: Option<Domain>,
        /// The main code.
        main: Option<String>,
    },
    /// The options of a question.
    Answers {
        /// The question.
        question: String,
        /// The answer that is counted, where it has several.
        answer: Option<String>,
    },
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By change: what has grown most first.
    Change,
    /// By what it comes to now, the largest first.
    Now,
    /// As codebook or questionnaire have it.
    Declared,
}

/// Years that can be named.
pub(in crate::report) const YEARS: std::ops::RangeInclusive<i64> = 1990..=2100;

/// Reads an item over years.
pub(in crate::report) fn decode(
    (study, book): (&Study, Option<&Codebook>),
    section: &Section<'_>,
    drawing: YearsDrawing,
    areas: impl FnOnce() -> Vec<AreaGroup>,
    answers: impl FnOnce(&[AreaGroup]) -> Option<(String, Option<String>)>,
) -> Option<YearsItem> {
    let is_of_area = [section.text("area").is_some(), !section.named_texts("areas").is_empty()].contains(&true);
    let areas = if is_of_area { areas() } else { Vec::new() };
    let years = earlier_years(study, section, drawing);
    let is_change = drawing == YearsDrawing::Change;
    let slope = is_change && section.word("draw", &[("dumbbell", false), ("slope", true)]).unwrap_or(false);
    let order = section.word("sort", &[("change", Order::Change), ("now", Order::Now), ("declared", Order::Declared)]);
    let prices = section.flag("prices").unwrap_or(false);
    if prices && study.prices.is_none() {
        report(section, msg!("item-without-prices"));
    }
    let measure = section.word("measure", &Measure::WORDS);
    let [domain, main, question, answer] = ["domain", "main", "question", "answer"].map(|key| section.text(key));
    let without = |key: &Option<Declared<String>>, name: &'static str, of: &'static str| {
        if let Some(key) = key {
            section.report(Diagnostic::error(key.place.clone(), msg!("item-key-of-other", key = name, of)));
        }
    };
    let subject = match (domain, question) {
        (None, Some(question)) => {
            without(&main, "main", "domain");
            let asked = if is_of_area { areas.clone() } else { asked(study, section, &question) };
            if measure.is_some_and(Measure::is_of_funds) {
                report(section, msg!("item-answers-have-no-funds"));
            }
            answers(&asked).map(|(question, answer)| Subject::Answers { question, answer })
        }
        (Some(domain), None) => {
            without(&answer, "answer", "question");
            if measure.is_some_and(Measure::is_of_funds) && study.money.is_none() {
                report(section, msg!("item-without-funds"));
            }
            codes(book, section, domain, main)
        }
        _ => {
            report(section, msg!("item-domain-or-question"));
            None
        }
    }?;
    let of_answers = matches!(subject, Subject::Answers { .. });
    let measure = measure.unwrap_or(if of_answers { Measure::Share } else { Measure::Number });
    if prices && !measure.is_of_funds() {
        section.report(Diagnostic::error(section.place_of("prices"), msg!("item-prices-of-no-funds")));
    }
    let usual = if is_change { Order::Change } else { Order::Declared };
    Some(YearsItem { drawing, areas, subject, years, measure, order: order.unwrap_or(usual), prices, slope })
}

/// The areas in which a question is asked, for an item that names none.
fn asked(study: &Study, section: &Section<'_>, question: &Declared<String>) -> Vec<AreaGroup> {
    let surveys = || study.surveys.iter();
    let asks = |survey: &&Survey| survey.questions.iter().any(|own| own.id == question.value);
    let all: Vec<AreaGroup> =
        surveys().filter(asks).map(|survey| AreaGroup { area: survey.area.clone(), label: Text::default() }).collect();
    if all.is_empty() {
        let known = surveys().flat_map(|survey| &survey.questions).map(|own| own.id.as_str());
        let suggestion = did_you_mean(&question.value, known);
        let message = msg!("item-question-nowhere", question = shown(&question.value), suggestion);
        section.report(Diagnostic::error(question.place.clone(), message));
    }
    all
}

/// The domain, and its main code where subcodes are meant.
fn codes(
    book: Option<&Codebook>,
    section: &Section<'_>,
    word: Declared<String>,
    main: Option<Declared<String>>,
) -> Option<Subject> {
    let Some(book) = book else { return Some(Subject::Codes { domain: None, main: None }) };
    let known = || book.domains_of(UnitKind::Intervention);
    let Some(domain) = known().find(|domain| domain.word() == word.value) else {
        let suggestion = did_you_mean(&word.value, known().map(Domain::word));
        let message = msg!("item-domain-unknown", domain = shown(&word.value), suggestion);
        section.report(Diagnostic::error(word.place, message));
        return None;
    };
    if let Some(main) = &main {
        let main_codes = || book.codes(domain).iter().filter(|code| code.parent.is_none()).map(|code| code.id.as_str());
        if !main_codes().any(|id| id == main.value) {
            let suggestion = did_you_mean(&main.value, main_codes());
            let message = msg!("main-code-unknown", code = shown(&main.value), domain = domain.word(), suggestion);
            section.report(Diagnostic::error(main.place.clone(), message));
        }
    }
    Some(Subject::Codes { domain: Some(domain), main: main.map(|main| main.value) })
}

/// The earlier years that are meant: all that are declared, or the latest where one is compared with.
pub(in crate::report) fn earlier_years(study: &Study, section: &Section<'_>, drawing: YearsDrawing) -> Vec<i64> {
    let known: BTreeSet<i64> = study.earlier_with_surveys().map(|(_, other)| other.year).collect();
    let (key, asked): (_, Vec<i64>) = match drawing {
        YearsDrawing::Change => ("from", section.integer("from", YEARS).into_iter().collect()),
        YearsDrawing::Series => ("years", section.integers("years", YEARS)),
    };
    if known.is_empty() {
        // A study that could not be read has been reported.
        if study.earlier.is_empty() || !study.companions.is_empty() {
            report(section, msg!("item-without-earlier", year = study.year.to_string()));
        }
        return Vec::new();
    }
    let years = || joined(known.iter().map(i64::to_string), ", ");
    let error = |message| section.report(Diagnostic::error(section.place_of(key), message));
    // This year ends every series, and is named there or not.
    let is_own = |year: i64| year == study.year && drawing == YearsDrawing::Series;
    for (at, year) in asked.iter().enumerate().filter(|(_, year)| !is_own(**year)) {
        if *year == study.year {
            error(msg!("item-year-is-own", year = year.to_string(), years = years()));
        } else if !known.contains(year) {
            error(msg!("item-year-unknown", year = year.to_string(), years = years()));
        } else if asked[..at].contains(year) {
            error(msg!("item-year-twice", year = year.to_string()));
        }
    }
    if section.has(key) && drawing == YearsDrawing::Series && asked.iter().all(|year| is_own(*year)) {
        error(msg!("item-years-without-earlier", years = years()));
    }
    let wanted = known.iter().copied().filter(|year| asked.is_empty() || asked.contains(year));
    match drawing {
        YearsDrawing::Change => wanted.max().into_iter().collect(),
        YearsDrawing::Series => wanted.collect(),
    }
}

/// A message about the item as a whole.
fn report(section: &Section<'_>, message: Message) {
    section.report(Diagnostic::error(section.place(), message));
}
