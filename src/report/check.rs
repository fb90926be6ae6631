//! What is declared twice, or for nothing, in `report.toml`: told once the data are read, since options are theirs.

use std::collections::BTreeSet;

use super::{Declaration, Item, ItemDeclaration, KindDeclaration, Material};
use crate::codebook::Domain;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest, shown};
use crate::wording::Language;

/// So many of a message's names are listed.
const LISTED: usize = 5;

/// Checks the declarations against one another and against what was read.
pub(super) fn check(material: &Material<'_>, items: &[Item], messages: &mut Diagnostics) {
    let report = Place::file(&material.study.report.value);
    messages_of_names(&unused_phrases(material.declaration), &report, messages);
    unknown_options(material, messages);
    for (at, (item, declared)) in items.iter().zip(&material.declaration.items).enumerate() {
        let earlier = items.iter().zip(&material.declaration.items).take(at);
        let (same, alike): (Vec<_>, Vec<_>) = earlier.partition(|(_, other)| shows_the_same(declared, other));
        if let Some((first, other)) = same.first() {
            messages.push(twice(declared, item, other, first));
        } else if let Some((first, other)) = alike.iter().find(|(other, _)| reads_the_same(item, other)) {
            messages.push(alike_named(declared, item, other, first));
        }
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
        _ => false,
    }
}

/// Whether a reader who sees all that is written about two items cannot tell them apart.
fn reads_the_same(one: &Item, other: &Item) -> bool {
    !one.title.is_empty() && one.title == other.title && one.explanation == other.explanation && one.note == other.note
}

fn twice(declared: &ItemDeclaration, item: &Item, other: &ItemDeclaration, first: &Item) -> Diagnostic {
    let found = format!("the item {} shows the same as {}", shown(&declared.id), shown(&other.id));
    Diagnostic::warning(declared.place.clone(), found)
        .expected("every figure and table once")
        .action("change what one of them shows, or remove it")
        .in_swedish(
            format!("{} visar detsamma som {}", item.name(), first.name()),
            "varje figur och tabell en gång",
            "ändra vad en av dem visar eller ta bort den",
        )
}

fn alike_named(declared: &ItemDeclaration, item: &Item, other: &ItemDeclaration, first: &Item) -> Diagnostic {
    let (id, title) = (shown(&declared.id), shown(&item.title));
    let found = format!("the item {id} has the title, explanation and note of {}: {title}", shown(&other.id));
    Diagnostic::warning(declared.place.clone(), found)
        .expected("words by which readers can tell them apart")
        .action("say in the title what it shows that the other does not")
        .in_swedish(
            format!("{} har samma rubrik, förklaring och anmärkning som {}", item.name(), first.name()),
            "ord som skiljer dem åt för läsaren",
            "säg i rubriken vad som skiljer den från den andra",
        )
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
        .flat_map(|text| Language::WORDS.map(|(_, language)| text.get(language)))
        .collect();
    let is_used = |name: &str| texts.iter().any(|text| text.contains(&format!("{{{name}}}")));
    declaration.phrases.keys().map(String::as_str).filter(|name| !is_used(name)).collect()
}

fn messages_of_names(unused: &[&str], report: &Place, messages: &mut Diagnostics) {
    if unused.is_empty() {
        return;
    }
    let (names, count) = (listed(unused), unused.len());
    let (are, texter) =
        if count == 1 { ("text under [phrase] is", "text") } else { ("texts under [phrase] are", "texter") };
    let found = format!("{count} {are} used nowhere: {names}");
    messages.push(
        Diagnostic::notice(report.clone(), found)
            .action("use the phrase as {name} in a text, or remove it")
            .in_swedish(
                format!("{count} {texter} under [phrase] används ingenstans: {names}"),
                "",
                "använd texten som {namn} eller ta bort den",
            ),
    );
}

/// What `[english]` translates that is no option, answer or label: the real one stays in Swedish.
fn unknown_options(material: &Material<'_>, messages: &mut Diagnostics) {
    let known = options(material);
    let translated = material.declaration.english.iter();
    let unknown: Vec<_> = translated.filter(|(option, _)| !known.contains(option.as_str())).collect();
    let Some((first, declared)) = unknown.first() else { return };
    let names = listed(&unknown.iter().map(|(option, _)| option.as_str()).collect::<Vec<_>>());
    let count = unknown.len();
    let are = if count == 1 { "name under [english] is" } else { "names under [english] are" };
    let near = nearest(first, known.iter().copied());
    let [english, swedish] = match near {
        Some(near) => [format!("did you mean {}?", shown(near)), format!("menas {}?", shown(near))],
        None => ["correct its spelling, or remove it".to_owned(), "rätta stavningen eller ta bort raden".to_owned()],
    };
    messages.push(
        Diagnostic::warning(
            declared.place.clone(),
            format!("{count} {are} no option and no answer of any question: {names}"),
        )
        .expected("an option or answer as the data have it")
        .action(english)
        .in_swedish(
            format!("{count} namn under [english] är varken svarsalternativ eller svar i någon fråga: {names}"),
            "ett alternativ eller svar så som underlaget har det",
            &swedish,
        ),
    );
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
