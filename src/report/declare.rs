//! `report.toml`: the report's items in its order, as declared.

use std::collections::BTreeMap;

use super::account::{self, AccountItem, Drawing};
use super::aims::{self, Aim, AimsItem};
use super::area_group::AreaGroup;
use super::attainment::{self, AttainmentItem};
use super::bubble::BubbleForm;
use super::crossing::{self, CrossItem};
use super::followed::{ResponseItem, SensitivityItem};
use super::matrix::{self, Matrix};
use super::number::{self, NumberDeclaration};
use super::picture::{self, PictureItem};
use super::sections::{check_answer, decode_areas, forms, report};
use super::text::{self as prose, TextItem};
use super::years::{self, YearsDrawing, YearsItem};
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, is_name, shown};
use crate::msg;
use crate::study::file_name::{as_file, unfit};
use crate::study::{Declared, QuestionForm, Section, Source, Study, text};
use crate::wording::Text;

/// The declared report.
#[derive(Debug, Default)]
pub struct Declaration {
    /// The Word template that the report is written in.
    pub template: Option<Declared<String>>,
    /// The source line under every item that has none of its own.
    pub source: Text,
    /// Texts that items share, by name.
    pub phrases: BTreeMap<String, Text>,
    /// What options and answers are called in English.
    pub english: BTreeMap<String, Declared<String>>,
    /// What an agreement wants.
    pub aims: Vec<Aim>,
    /// The items.
    pub items: Vec<ItemDeclaration>,
    /// The numbers for manuscripts.
    pub numbers: Vec<NumberDeclaration>,
}

/// One item as declared.
#[derive(Clone, Debug)]
pub struct ItemDeclaration {
    /// `figur-02`, `tabell-5`: file name and number.
    pub id: String,
    /// Where it stands.
    pub place: Place,
    /// What it shows.
    pub kind: KindDeclaration,
    /// Whether its finding stands above it as a headline.
    pub headline: bool,
    /// Title without number.
    pub title: Text,
    /// What it shows, above the drawing.
    pub explanation: Text,
    /// Note below.
    pub note: Text,
    /// Source; the report's own where missing.
    pub source: Option<Text>,
}

/// What an item shows.
#[derive(Clone, Debug)]
pub enum KindDeclaration {
    /// Interventions against funds, by main code, in two domains.
    Bubble {
        /// The area.
        area: String,
        /// The domains.
        domains: Vec<Domain>,
        /// Whether a line joins the bubbles of a code, from one domain to the next.
        joined: bool,
        /// Bubbles, or dots in ranked rows.
        form: BubbleForm,
    },
    /// How many gave an answer, by option, in one or several areas.
    Bars {
        /// The areas, each a group of bars.
        areas: Vec<AreaGroup>,
        /// The question.
        question: String,
        /// The answer that is counted, where the question has several.
        answer: Option<String>,
        /// Shares in percent instead of counts.
        shares: bool,
    },
    /// The answers on a scale, by item.
    Likert {
        /// The area.
        area: String,
        /// The question.
        question: String,
    },
    /// The subcodes of a main code, by domain, in one or several areas.
    Subcodes {
        /// The areas, each a group of columns.
        areas: Vec<AreaGroup>,
        /// The main code.
        main: String,
        /// The domains.
        domains: Vec<Domain>,
        /// Whether subcodes that nothing has are left out.
        omit_empty: bool,
    },
    /// A table or chart of accounts.
    Account(AccountItem),
    /// A figure over years.
    Years(YearsItem),
    /// A table that somebody made.
    Matrix(Matrix),
    /// A picture that somebody made.
    Picture(PictureItem),
    /// A text that somebody wrote.
    Text(TextItem),
    /// Who answered of those who were expected to, as a table or as bars.
    Response(ResponseItem),
    /// Funds from what was allocated to what counts, by area.
    Reconciliation(Vec<AreaGroup>),
    /// How far the funds of codes rest on recipients whose reported funds are far off.
    Sensitivity(SensitivityItem),
    /// A cross table.
    Cross(CrossItem),
    /// What became of what was aimed at.
    Attainment(AttainmentItem),
    /// Aims of an agreement.
    Aims(AimsItem),
}

impl KindDeclaration {
    /// Whether it shows what somebody made, and nothing that is counted.
    pub(super) fn is_given(&self) -> bool {
        matches!(self, Self::Matrix(_) | Self::Picture(_) | Self::Text(_))
    }
}

/// How many domains a bubble chart, and how many areas a bar chart, can compare.
const COMPARED_DOMAINS: usize = 2;
const COMPARED_AREAS: usize = 4;

#[derive(Clone, Copy)]
enum KindWord {
    Bubble,
    Bars,
    Likert,
    Table,
    Account(Drawing),
    Years(YearsDrawing),
    Matrix,
    Picture,
    Text,
    Response,
    Reconciliation,
    Sensitivity,
    Cross,
    Attainment,
    Aims,
}

/// Reads the study's `report.toml` and checks it against the study.
pub fn read(study: &Study, book: Option<&Codebook>, messages: &mut Diagnostics) -> Declaration {
    let name = &study.report.value;
    let content = match std::fs::read_to_string(study.path(name)) {
        Ok(content) => content,
        Err(error) => {
            let message = msg!("report-unreadable", error = &error);
            messages.push(Diagnostic::error(Place::file(name), message));
            return Declaration::default();
        }
    };
    parse(study, book, content, messages)
}

/// Reads a report's declarations that are at hand and checks them against the study.
pub fn parse(study: &Study, book: Option<&Codebook>, content: String, messages: &mut Diagnostics) -> Declaration {
    let source = Source::new(&study.report.value, content);
    let declaration = source.decode(|top| decode(study, book, top)).unwrap_or_default();
    messages.extend(source.into_messages());
    super::fill::check(study, &declaration, messages);
    check_ids(&declaration.items, messages);
    declaration
}

/// Every item has files of its own, also where a system takes capitals for small letters.
fn check_ids(items: &[ItemDeclaration], messages: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for item in items {
        let id = shown(&item.id);
        let message = match seen.get(&as_file(&item.id)) {
            None => {
                seen.insert(as_file(&item.id), &item.id);
                continue;
            }
            Some(earlier) if *earlier == item.id => msg!("item-twice", item = id),
            Some(earlier) => msg!("items-of-one-file", earlier = shown(earlier), item = id),
        };
        messages.push(Diagnostic::error(item.place.clone(), message));
    }
}

fn decode(study: &Study, book: Option<&Codebook>, top: &Section<'_>) -> Option<Declaration> {
    let template = top.text("template");
    let source = text(top, "source");
    let phrases = top.named_texts("phrase");
    let english = top.pairs("english");
    let aims = aims::read(book, top);
    let items = top.sections("item", |s| decode_item(study, book, &aims, s));
    let numbers = number::read(study, top);
    Some(Declaration {
        template,
        source: source.unwrap_or_default(),
        phrases: phrases.into_iter().collect(),
        english: english.into_iter().collect(),
        aims,
        items,
        numbers,
    })
}

fn decode_item(study: &Study, book: Option<&Codebook>, aims: &[Aim], section: &Section<'_>) -> Option<ItemDeclaration> {
    let id = section.required_text("id", msg!("key-item-id"));
    let words = [
        ("bubble", KindWord::Bubble),
        ("bars", KindWord::Bars),
        ("likert", KindWord::Likert),
        ("table", KindWord::Table),
        ("account", KindWord::Account(Drawing::Table)),
        ("stacked", KindWord::Account(Drawing::Stacked)),
        ("columns", KindWord::Account(Drawing::Columns)),
        ("change", KindWord::Years(YearsDrawing::Change)),
        ("series", KindWord::Years(YearsDrawing::Series)),
        ("matrix", KindWord::Matrix),
        ("picture", KindWord::Picture),
        ("text", KindWord::Text),
        ("response", KindWord::Response),
        ("reconciliation", KindWord::Reconciliation),
        ("sensitivity", KindWord::Sensitivity),
        ("cross", KindWord::Cross),
        ("attainment", KindWord::Attainment),
        ("aims", KindWord::Aims),
    ];
    let kind = section.word("kind", &words);
    section.require("kind", msg!("key-item-kind"));
    if kind.is_none() {
        section.accept_any_key();
    }
    check_id(section, id.as_ref());
    let title = text(section, "title");
    let headline = section.flag("headline").unwrap_or(false);
    let explanation = text(section, "explanation");
    let note = text(section, "note");
    let source = text(section, "source");
    // Accounts and what somebody made have no areas; years and what counts areas together read them themselves.
    let reads_areas = match kind {
        None | Some(KindWord::Bubble | KindWord::Bars | KindWord::Likert | KindWord::Table) => true,
        Some(KindWord::Response | KindWord::Reconciliation | KindWord::Sensitivity) => true,
        Some(KindWord::Account(_) | KindWord::Matrix | KindWord::Picture | KindWord::Text) => false,
        Some(KindWord::Years(_) | KindWord::Cross | KindWord::Attainment | KindWord::Aims) => false,
    };
    let areas = if reads_areas { decode_areas(study, section) } else { Vec::new() };
    let kind = match kind? {
        KindWord::Account(drawing) => account::decode(study, section, drawing).map(KindDeclaration::Account),
        KindWord::Bubble => {
            let form = section.word("form", &BubbleForm::WORDS).unwrap_or_default();
            if form == BubbleForm::Bubble && study.money.is_none() && !study.surveys.is_empty() {
                report(section, msg!("bubble-without-funds"));
            }
            let domains = decode_domains(section, book);
            // What stands side by side in one chart must stay apart for every reader's eyes.
            if domains.len() > COMPARED_DOMAINS {
                report(section, msg!("item-of-many-domains", count = domains.len(), most = COMPARED_DOMAINS));
            }
            let area = one_area(section, areas);
            let joined = section.flag("joined").unwrap_or(true);
            Some(KindDeclaration::Bubble { area: area?, domains, joined, form })
        }
        KindWord::Bars => {
            let question = decode_question(study, section, &areas);
            let answer = section.text("answer");
            check_answer(study, section, &areas, question.as_deref(), answer.as_ref());
            let shares = section.flag("shares").unwrap_or(false);
            if areas.len() > COMPARED_AREAS {
                report(section, msg!("item-of-many-areas", count = areas.len(), most = COMPARED_AREAS));
            }
            Some(KindDeclaration::Bars { areas, question: question?, answer: answer.map(|a| a.value), shares })
        }
        KindWord::Likert => {
            let question = decode_question(study, section, &areas);
            check_scale(study, section, &areas, question.as_deref());
            let area = one_area(section, areas);
            Some(KindDeclaration::Likert { area: area?, question: question? })
        }
        KindWord::Table => {
            let domains = decode_domains(section, book);
            let main = section.required_text("main", msg!("key-main-code"));
            let omit_empty = section.flag("omit_empty").unwrap_or(false);
            Some(KindDeclaration::Subcodes { areas, main: main?.value, domains, omit_empty })
        }
        KindWord::Years(drawing) => {
            let answers = |areas: &[AreaGroup]| {
                let question = decode_question(study, section, areas);
                let answer = section.text("answer");
                check_answer(study, section, areas, question.as_deref(), answer.as_ref());
                Some((question?, answer.map(|answer| answer.value)))
            };
            let areas = || decode_areas(study, section);
            years::decode((study, book), section, drawing, areas, answers).map(KindDeclaration::Years)
        }
        KindWord::Matrix => matrix::decode(study, section).map(KindDeclaration::Matrix),
        KindWord::Picture => picture::decode(study, section, title.as_ref()).map(KindDeclaration::Picture),
        KindWord::Text => prose::decode(study, section).map(KindDeclaration::Text),
        KindWord::Response => Some(KindDeclaration::Response(ResponseItem::decode(section, areas))),
        KindWord::Reconciliation => {
            check_weighted(study, section);
            Some(KindDeclaration::Reconciliation(areas))
        }
        KindWord::Sensitivity => {
            check_weighted(study, section);
            let domains = decode_domains(section, book);
            Some(KindDeclaration::Sensitivity(SensitivityItem::decode(section, areas, domains)))
        }
        KindWord::Cross => crossing::decode(study, book, section).map(KindDeclaration::Cross),
        KindWord::Attainment => attainment::decode(study, book, section).map(KindDeclaration::Attainment),
        KindWord::Aims => aims::decode(study, aims, section).map(KindDeclaration::Aims),
    };
    Some(ItemDeclaration {
        id: id?.value,
        place: section.place(),
        kind: kind?,
        headline,
        title: title.unwrap_or_default(),
        explanation: explanation.unwrap_or_default(),
        note: note.unwrap_or_default(),
        source,
    })
}

/// The id becomes a file's name.
fn check_id(section: &Section<'_>, id: Option<&Declared<String>>) {
    /// The longest of the endings of an item's files.
    const ENDING: &str = ".csv";
    let Some(id) = id else { return };
    if !is_name(&id.value) {
        section.report(Diagnostic::error(id.place.clone(), msg!("item-id-unfit", id = shown(&id.value))));
    } else if let Some(message) = unfit(&id.value, "", ENDING, msg!("item-id", id = shown(&id.value))) {
        section.report(Diagnostic::error(id.place.clone(), message));
    }
}

fn check_scale(study: &Study, section: &Section<'_>, areas: &[AreaGroup], question: Option<&str>) {
    if forms(study, areas, question).iter().any(|form| !matches!(form, QuestionForm::Items { .. })) {
        report(section, msg!("question-without-scale"));
    }
}

/// Without requisitions there is nothing that funds are weighted to.
fn check_weighted(study: &Study, section: &Section<'_>) {
    if !study.is_weighted() && !study.surveys.is_empty() {
        report(section, msg!("item-without-weighting"));
    }
}

fn one_area(section: &Section<'_>, areas: Vec<AreaGroup>) -> Option<String> {
    if areas.len() > 1 {
        report(section, msg!("item-of-several-areas"));
    }
    areas.into_iter().next().map(|group| group.area)
}

/// The domains of an item; without a codebook, which then is wrong itself, none is known.
fn decode_domains(section: &Section<'_>, book: Option<&Codebook>) -> Vec<Domain> {
    let mut domains = Vec::new();
    section.require("domains", msg!("key-domains"));
    let words = section.declared_texts("domains");
    let Some(book) = book else { return domains };
    for word in words {
        match book.domain(&word.value) {
            Some(domain) if !domain.is_of_interventions() => {
                let (domain, unit) = (shown(&word.value), domain.unit().word());
                let message = msg!("item-domain-of-question", domain, unit);
                section.report(Diagnostic::error(word.place, message));
            }
            Some(domain) if domains.contains(&domain) => {
                section.report(Diagnostic::error(word.place, msg!("item-domain-twice", domain = shown(&word.value))));
            }
            Some(domain) => domains.push(domain),
            None => {
                let suggestion = did_you_mean(&word.value, book.domains_of(UnitKind::Intervention).map(Domain::word));
                let message = msg!("item-domain-unknown", domain = shown(&word.value), suggestion);
                section.report(Diagnostic::error(word.place, message));
            }
        }
    }
    domains
}

fn decode_question(study: &Study, section: &Section<'_>, areas: &[AreaGroup]) -> Option<String> {
    let question = section.required_text("question", msg!("key-question"))?;
    for group in areas {
        let Some(survey) = study.surveys.iter().find(|s| s.area == group.area) else { continue };
        if !survey.questions.iter().any(|q| q.id == question.value) {
            let suggestion = did_you_mean(&question.value, survey.questions.iter().map(|q| q.id.as_str()));
            let (area, question_id) = (shown(&group.area), shown(&question.value));
            let message = msg!("item-question-unknown", area, question = question_id, suggestion);
            section.report(Diagnostic::error(question.place.clone(), message));
        }
    }
    Some(question.value)
}
