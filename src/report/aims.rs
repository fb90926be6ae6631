//! Aims of an agreement: what it wants, and how many interventions have a code that answers to it.

use std::collections::BTreeMap;

use super::crossing::{self, decode_areas_together, percent};
use super::fill::fill;
use super::table::{CellCount, Column, Kind, Table, Value};
use super::{AreaGroup, ItemDeclaration, Material, bubble};
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::diagnostic::{Diagnostic, Place, did_you_mean, is_name, shown};
use crate::exact::Exact;
use crate::ledger::{Criteria, Criterion, Selection};
use crate::msg;
use crate::study::{Per, Section, Study, TOTAL, text};
use crate::wording::{Language, Message, Text, all_of};

/// What stands for the interventions that answer to no aim.
const NONE: &str = "none";

/// An aim.
#[derive(Clone, Debug)]
pub struct Aim {
    /// Its name in data files and claims.
    pub id: String,
    /// Where it is declared.
    pub place: Place,
    /// What is wanted.
    pub text: Text,
    /// Where it says so.
    pub source: Text,
    /// The codes that answer to it, by domain.
    pub codes: Vec<(Domain, Vec<String>)>,
}

impl Aim {
    /// What readers are told of it.
    pub(super) fn texts(&self) -> [&Text; 2] {
        [&self.text, &self.source]
    }
}

/// An item of aims as declared.
#[derive(Clone, Debug)]
pub struct AimsItem {
    /// The areas, which are counted together.
    pub areas: Vec<AreaGroup>,
    /// The aims, by their names.
    pub aims: Vec<String>,
}

/// Reads the aims of a report.
pub(super) fn read(book: Option<&Codebook>, top: &Section<'_>) -> Vec<Aim> {
    let mut places: BTreeMap<String, Place> = BTreeMap::new();
    top.sections("aim", |section| {
        let id = section.required_text("id", msg!("key-aim-id"))?;
        section.require("text", msg!("key-aim-text"));
        let own = text(section, "text");
        let source = text(section, "source").unwrap_or_default();
        let blank =
            [("text", own.as_ref().is_some_and(is_blank)), ("source", section.has("source") && is_blank(&source))];
        for (key, _) in blank.into_iter().filter(|(_, is_blank)| *is_blank) {
            section
                .report(Diagnostic::error(section.place_of(key), msg!("aim-text-blank", aim = shown(&id.value), key)));
        }
        section.require("codes", msg!("key-aim-codes"));
        let codes = section.pairs_of_lists("codes");
        if section.has("codes") && (codes.is_empty() || codes.iter().any(|(_, list)| list.is_empty())) {
            let message = msg!("aim-without-codes", aim = shown(&id.value));
            section.report(Diagnostic::error(section.place_of("codes"), message));
        }
        if !is_name(&id.value) {
            section.report(Diagnostic::error(id.place.clone(), msg!("aim-id-unfit", aim = shown(&id.value))));
        }
        if places.insert(id.value.clone(), id.place.clone()).is_some() {
            section.report(Diagnostic::error(id.place.clone(), msg!("aim-twice", aim = shown(&id.value))));
        }
        if [NONE, TOTAL].contains(&id.value.as_str()) {
            section.report(Diagnostic::error(id.place.clone(), msg!("aim-name-taken", aim = shown(&id.value))));
        }
        let mut aim =
            Aim { id: id.value, place: section.place(), text: own.unwrap_or_default(), source, codes: Vec::new() };
        // Without a codebook, codes cannot be told; that it is missing has been said.
        let Some(book) = book else { return Some(aim) };
        for (word, list) in codes {
            let Some(domain) = book.domain(&word).filter(|domain| domain.is_of_interventions()) else {
                let known = book.domains_of(UnitKind::Intervention).map(Domain::word);
                let message =
                    msg!("item-domain-unknown", domain = shown(&word), suggestion = did_you_mean(&word, known));
                section.report(Diagnostic::error(section.place_of("codes"), message));
                continue;
            };
            for code in list.iter().filter(|code| book.code(domain, &code.value).is_none()) {
                let suggestion = did_you_mean(&code.value, book.codes(domain).iter().map(|known| known.id.as_str()));
                let message = msg!("aim-code-unknown", code = shown(&code.value), domain = domain.word(), suggestion);
                section.report(Diagnostic::error(code.place.clone(), message));
            }
            for (at, code) in list.iter().enumerate() {
                if list[..at].iter().any(|earlier| earlier.value == code.value) {
                    let message = msg!("aim-code-twice", code = shown(&code.value), aim = shown(&aim.id));
                    section.report(Diagnostic::error(code.place.clone(), message));
                }
            }
            aim.codes.push((domain, list.into_iter().map(|code| code.value).collect()));
        }
        Some(aim)
    })
}

fn is_blank(text: &Text) -> bool {
    Language::WORDS.iter().any(|(_, language)| text.get(*language).trim().is_empty())
}

/// Reads an item of aims.
pub(super) fn decode(study: &Study, aims: &[Aim], section: &Section<'_>) -> Option<AimsItem> {
    let areas = decode_areas_together(study, section);
    let named = section.declared_texts("aims");
    for name in named.iter().filter(|name| aims.iter().all(|aim| aim.id != name.value)) {
        let suggestion = did_you_mean(&name.value, aims.iter().map(|aim| aim.id.as_str()));
        let message = msg!("aim-unknown", aim = shown(&name.value), suggestion);
        section.report(Diagnostic::error(name.place.clone(), message));
    }
    for (at, name) in named.iter().enumerate() {
        if named[..at].iter().any(|earlier| earlier.value == name.value) {
            section.report(Diagnostic::error(name.place.clone(), msg!("aim-named-twice", aim = shown(&name.value))));
        }
    }
    if aims.is_empty() {
        section.report(Diagnostic::error(section.place(), msg!("item-without-aims")));
    }
    let all = || aims.iter().map(|aim| aim.id.clone()).collect();
    let own: Vec<String> = named.into_iter().map(|name| name.value).collect();
    Some(AimsItem { areas, aims: if own.is_empty() { all() } else { own } })
}

/// The aims of an item, in the order in which it names them.
fn of_item<'a>(material: &'a Material<'_>, item: &AimsItem) -> Vec<&'a Aim> {
    let aims = &material.declaration.aims;
    item.aims.iter().filter_map(|name| aims.iter().find(|aim| aim.id == *name)).collect()
}

/// The codes of an aim as conditions.
fn criteria(material: &Material<'_>, aim: &Aim) -> Vec<Criterion> {
    let of_domain = |(domain, codes): &(Domain, Vec<String>)| {
        let found = codes.iter().filter_map(|code| material.ledger.code_id(*domain, code));
        found.map(|code| Criterion::Code(*domain, code)).collect::<Vec<_>>()
    };
    aim.codes.iter().flat_map(of_domain).collect()
}

/// The table: a row for every aim, those that answer to none, and all.
pub(super) fn build(material: &Material<'_>, declared: &ItemDeclaration, item: &AimsItem) -> Table {
    let language = material.language;
    let money = material.study.money;
    let areas = crossing::together(material, &item.areas);
    let aims = of_item(material, item);
    let mut table = Table::new(
        &declared.id,
        vec![
            Column::new("label", msg!("aim").text(language), Kind::Text),
            Column::new("source", msg!("report-source").text(language), Kind::Text),
            Column::new("codes", msg!("aim-codes").text(language), Kind::Text),
            Column::new("interventions", msg!("report-interventions").text(language), Kind::Integer),
            Column::new("share", msg!("report-share-of-interventions").text(language), Kind::Percent),
        ],
    );
    if let Some(money) = money {
        let head = msg!("report-funds-used", unit = money.currency().short());
        table.columns.push(Column::new(money.column(money.counted()), head.text(language), Kind::Money));
        table.columns.push(Column::new("share_of_funds", msg!("share-of-funds").text(language), Kind::Percent));
    }
    let all = material.ledger.counted(Selection::Both(areas, Per::Intervention, [Criterion::Any; 2]));
    let mut push = |key: &str, texts: [&str; 3], criterion: Criterion| {
        let selection = Selection::Both(areas, Per::Intervention, [criterion, Criterion::Any]);
        let counted = material.ledger.counted(selection);
        let share = |part: Exact, base: Exact| part.over(base).and_then(percent).map_or(Value::Missing, Value::Percent);
        let mut row: Vec<Value> = texts.into_iter().map(Value::from).collect();
        row.extend([counted.number.into(), share(Exact::count(counted.number), Exact::count(all.number))]);
        row.extend(
            money
                .map(|_| [bubble::published(material, counted.funds), share(counted.funds.into(), all.funds.into())])
                .into_iter()
                .flatten(),
        );
        table.keys.push(key.to_owned());
        table.push_counting(row, "interventions", CellCount { selection, name: texts[0].to_owned() });
    };
    for aim in &aims {
        let codes = codes(aim, language);
        let [text, source] = aim.texts().map(|text| fill(material, declared, text));
        let texts = [text.as_str(), source.as_str(), codes.as_str()];
        push(&aim.id, texts, Criterion::AnyOf(Criteria::new(criteria(material, aim))));
    }
    let answered = Criteria::new(aims.iter().flat_map(|aim| criteria(material, aim)));
    push(NONE, [&msg!("no-aim").text(language), "", ""], Criterion::NoneOf(answered));
    push(TOTAL, [&msg!("report-total").text(language), "", ""], Criterion::Any);
    table
}

/// The codes of an aim for readers: `Mål R1, R3`.
fn codes(aim: &Aim, language: Language) -> String {
    let of_domain =
        |(domain, codes): &(Domain, Vec<String>)| format!("{} {}", domain.label(language), codes.join(", "));
    aim.codes.iter().map(of_domain).collect::<Vec<_>>().join("; ")
}

/// Sentences for the note: of how many, that an intervention may answer to several, and which aims nothing answers to.
pub(super) fn sentences(material: &Material<'_>, declared: &ItemDeclaration, item: &AimsItem) -> Vec<String> {
    let language = material.language;
    let areas = crossing::together(material, &item.areas);
    let aims = of_item(material, item);
    let count = |aim: &Aim| {
        let any = Criterion::AnyOf(Criteria::new(criteria(material, aim)));
        material.ledger.counted(Selection::Both(areas, Per::Intervention, [any, Criterion::Any])).number
    };
    let without: Vec<String> =
        aims.iter().filter(|aim| count(aim) == 0).map(|aim| fill(material, declared, &aim.text)).collect();
    let mut all: Vec<Message> = crossing::of_areas(material, &item.areas).into_iter().collect();
    all.push(msg!("aims-base", base = crossing::base_of(material, areas, Per::Intervention, [Criterion::Any; 2])));
    let texts = all_of(without.iter().map(|text| super::alternative::quoted(text, language)));
    all.extend((!without.is_empty()).then(|| msg!("aims-without", count = without.len(), aims = texts)));
    let domains = aims.iter().flat_map(|aim| &aim.codes).map(|(domain, _)| *domain);
    let estimates = |domain| areas.iter().any(|area| material.ledger.estimates_domain(area, domain));
    all.extend(domains.into_iter().any(estimates).then(|| msg!("cross-not-estimated")));
    all.into_iter().map(|message| message.text(language)).collect()
}

/// The domains that the aims of an item are about.
pub(super) fn domains(material: &Material<'_>, item: &AimsItem) -> Vec<Domain> {
    let mut domains: Vec<Domain> = Vec::new();
    for (domain, _) in of_item(material, item).iter().flat_map(|aim| &aim.codes) {
        if !domains.contains(domain) {
            domains.push(*domain);
        }
    }
    domains
}
