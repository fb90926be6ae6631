//! What is declared twice, or for nothing, in `report.toml`: told once the data are read, since options are theirs.

use std::collections::{BTreeMap, BTreeSet};

use super::{Aim, AttainmentItem, CrossItem, Declaration, Item, ItemDeclaration, KindDeclaration, Material, account};
use crate::codebook::Domain;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest, shown};
use crate::msg;
use crate::wording::{Language, Text, all_of};

/// So many of a message's names are listed.
const LISTED: usize = 5;

/// Checks the declarations against one another and against what was read.
pub(super) fn check(material: &Material<'_>, items: &[Item], messages: &mut Diagnostics) {
    let report = Place::file(&material.study.report.value);
    messages_of_names(&unused_phrases(material.declaration), &report, messages);
    unused_aims(material.declaration, messages);
    unknown_options(material, messages);
    let mut told = BTreeSet::new();
    for (at, (item, declared)) in items.iter().zip(&material.declaration.items).enumerate() {
        if let KindDeclaration::Account(own) = &declared.kind {
            account::report_doubled(material, (&called(declared, item), own), messages);
        }
        let earlier = items.iter().zip(&material.declaration.items).take(at);
        let (same, alike): (Vec<_>, Vec<_>) = earlier.partition(|(_, other)| shows_the_same(declared, other));
        if let Some((first, other)) = same.first() {
            told.insert(at);
            let (item, other) = (called(declared, item), called(other, first));
            messages.push(Diagnostic::warning(
                declared.place.clone(),
                msg!("item-shows-the-same", item = &item, other = &other),
            ));
        } else if let Some((first, other)) = alike.iter().find(|(other, _)| reads_the_same(item, other)) {
            told.insert(at);
            let (named, other) = (called(declared, item), called(other, first));
            let message = msg!("item-reads-the-same", item = &named, other = &other, title = shown(&item.title));
            messages.push(Diagnostic::warning(declared.place.clone(), message));
        }
    }
    same_titles(material, items, &told, messages);
}

/// Says which items a reader who sees titles alone, as in the contents, cannot tell apart; not of those that have been told of.
fn same_titles(material: &Material<'_>, items: &[Item], told: &BTreeSet<usize>, messages: &mut Diagnostics) {
    let mut titles: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| !item.title.is_empty()) {
        titles.entry(&item.title).or_default().push(at);
    }
    let declared = &material.declaration.items;
    for (title, same) in titles.into_iter().filter(|(_, same)| same.iter().skip(1).any(|at| !told.contains(at))) {
        let called = same.iter().map(|at| called(&declared[*at], &items[*at])).collect::<Vec<_>>();
        let [sv, en] = [Language::Swedish, Language::English]
            .map(|language| all_of(called.iter().map(|name| name.get(language).to_owned())).text(language));
        let message = msg!("items-of-one-title", items = &Text { sv, en: Some(en) }, title = shown(title));
        messages.push(Diagnostic::notice(declared[same[1]].place.clone(), message));
    }
}

/// Whether two items show the same numbers; those of accounts are the same where their tables are.
fn shows_the_same(one: &ItemDeclaration, other: &ItemDeclaration) -> bool {
    let set = |domains: &[Domain]| domains.iter().copied().collect::<BTreeSet<_>>();
    let areas = |groups: &[super::AreaGroup]| groups.iter().map(|g| g.area.clone()).collect::<BTreeSet<_>>();
    match (&one.kind, &other.kind) {
        (
            KindDeclaration::Bubble { area, domains, .. },
            KindDeclaration::Bubble { area: other_area, domains: other_domains, .. },
        ) => area == other_area && set(domains) == set(other_domains),
        (
            KindDeclaration::Bars { areas: own, question, answer, shares },
            KindDeclaration::Bars { areas: of, question: asked, answer: given, shares: of_shares },
        ) => areas(own) == areas(of) && question == asked && answer == given && shares == of_shares,
        (
            KindDeclaration::Likert { area, question },
            KindDeclaration::Likert { area: other_area, question: other_question },
        ) => area == other_area && question == other_question,
        (
            KindDeclaration::Subcodes { areas: own, main, domains, .. },
            KindDeclaration::Subcodes { areas: of, main: other_main, domains: other_domains, .. },
        ) => areas(own) == areas(of) && main == other_main && set(domains) == set(other_domains),
        (KindDeclaration::Years(own), KindDeclaration::Years(other)) => own == other,
        (KindDeclaration::Account(own), KindDeclaration::Account(other)) => account::shows_the_same(own, other),
        (KindDeclaration::Response(own), KindDeclaration::Response(other)) => {
            areas(&own.areas) == areas(&other.areas) && own.by == other.by && own.chart == other.chart
        }
        (KindDeclaration::Reconciliation(own), KindDeclaration::Reconciliation(other)) => areas(own) == areas(other),
        (KindDeclaration::Sensitivity(own), KindDeclaration::Sensitivity(other)) => {
            areas(&own.areas) == areas(&other.areas) && set(&own.domains) == set(&other.domains)
        }
        (KindDeclaration::Cross(own), KindDeclaration::Cross(other)) => {
            let of = |item: &CrossItem| {
                (areas(&item.areas), item.rows.clone(), item.columns.clone(), item.measure, item.share)
            };
            own.drawing == other.drawing && of(own) == of(other)
        }
        (KindDeclaration::Attainment(own), KindDeclaration::Attainment(other)) => {
            let of = |item: &AttainmentItem| (areas(&item.areas), item.attained, item.measure, item.shares, item.drawn);
            of(own) == of(other)
        }
        (KindDeclaration::Aims(own), KindDeclaration::Aims(other)) => {
            areas(&own.areas) == areas(&other.areas) && own.aims == other.aims
        }
        _ => false,
    }
}

/// Whether a reader who sees all that is written about two items cannot tell them apart.
fn reads_the_same(one: &Item, other: &Item) -> bool {
    !one.title.is_empty() && one.title == other.title && one.explanation == other.explanation && one.note == other.note
}

/// An item as messages call it: by its number in Swedish, as the report does, by its id in English.
fn called(declared: &ItemDeclaration, item: &Item) -> Text {
    Text { sv: item.name().to_owned(), en: Some(shown(&declared.id)) }
}

/// The phrases that no text uses.
fn unused_phrases(declaration: &Declaration) -> Vec<&str> {
    let own = declaration
        .items
        .iter()
        .flat_map(|item| [&item.title, &item.explanation, &item.note].into_iter().chain(&item.source));
    let texts: Vec<&str> = own
        .chain([&declaration.source])
        .chain(declaration.phrases.values())
        .chain(declaration.aims.iter().flat_map(|aim| [&aim.text, &aim.source]))
        .flat_map(|text| Language::WORDS.map(|(_, language)| text.get(language)))
        .collect();
    let written =
        |item: &ItemDeclaration, name: &str| matches!(&item.kind, KindDeclaration::Text(own) if own.asks(name));
    let is_used = |name: &str| {
        texts.iter().any(|text| text.contains(&format!("{{{name}}}")))
            || declaration.items.iter().any(|item| written(item, name))
            || declaration.numbers.iter().any(|number| number.asks(name))
    };
    declaration.phrases.keys().map(String::as_str).filter(|name| !is_used(name)).collect()
}

/// Says which aims no item shows.
fn unused_aims(declaration: &Declaration, messages: &mut Diagnostics) {
    let shown_in = |item: &ItemDeclaration| match &item.kind {
        KindDeclaration::Aims(own) => own.aims.clone(),
        _ => Vec::new(),
    };
    let shown: Vec<String> = declaration.items.iter().flat_map(shown_in).collect();
    let unused: Vec<&Aim> = declaration.aims.iter().filter(|aim| !shown.contains(&aim.id)).collect();
    if let [first, ..] = unused.as_slice() {
        let names = unused.iter().map(|aim| aim.id.as_str()).collect::<Vec<_>>();
        let message = msg!("aims-unused", count = unused.len(), aims = listed(&names));
        messages.push(Diagnostic::notice(first.place.clone(), message));
    }
}

fn messages_of_names(unused: &[&str], report: &Place, messages: &mut Diagnostics) {
    if unused.is_empty() {
        return;
    }
    let message = msg!("phrases-unused", count = unused.len(), names = listed(unused));
    messages.push(Diagnostic::notice(report.clone(), message));
}

/// What `[english]` translates that is no option, answer or label: the real one stays in Swedish.
fn unknown_options(material: &Material<'_>, messages: &mut Diagnostics) {
    let known = options(material);
    let translated = material.declaration.english.iter();
    let unknown: Vec<_> = translated.filter(|(option, _)| !known.contains(option.as_str())).collect();
    let Some((first, declared)) = unknown.first() else { return };
    let names = listed(&unknown.iter().map(|(option, _)| option.as_str()).collect::<Vec<_>>());
    let suggestion = match nearest(first, known.iter().copied()) {
        Some(near) => msg!("did-you-mean", name = shown(near)),
        None => msg!("correct-spelling"),
    };
    let message = msg!("translation-of-nothing", count = unknown.len(), names, suggestion);
    messages.push(Diagnostic::warning(declared.place.clone(), message));
}

/// Everything that a report may call by another name in English.
fn options<'a>(material: &'a Material<'_>) -> BTreeSet<&'a str> {
    let answers = material.ledger.answers().flat_map(|count| [count.option, count.answer]);
    let fields = material.grant.accounts.iter().flat_map(|account| &account.fields);
    let labels = fields.flat_map(|field| field.options.iter().map(|o| &o.label).chain([&field.label]));
    let points = material.grant.series.iter().flat_map(|series| &series.points).map(|point| &point.label);
    let parts = material.grant.allocations.iter().flat_map(|a| &a.parts).map(|part| &part.label);
    answers.chain(labels.chain(points).chain(parts).map(|label| label.get(Language::Swedish))).collect()
}

fn listed(names: &[&str]) -> String {
    let more = if names.len() > LISTED { ", …" } else { "" };
    names.iter().take(LISTED).map(|name| shown(name)).collect::<Vec<_>>().join(", ") + more
}
