//! What a figure or table of codes leaves out, told in its note: what has no code there, and what is not counted at all.
//!
//! A theme describes only some interventions, so its absence is no gap. Where nothing is left out, nothing is said.

use std::ops::Add;

use super::alternative::quoted;
use super::without_code::{Gap, in_state};
use super::{AimsItem, AreaGroup, AttainmentItem, CrossItem, ItemDeclaration, KindDeclaration, Material};
use crate::codebook::Domain;
use crate::coding::State;
use crate::ledger::AreaTotal;
use crate::money::{Amount, Currency};
use crate::msg;
use crate::wording::{Language, Message, Text, all_of, around, sentence};

/// `Utkast: 12 insatser (3,4 miljoner kronor) är inte färdigkodade.`, in the note of every item of a study that allows drafts.
pub(super) fn draft(material: &Material<'_>) -> Option<String> {
    let (count, funds) = material.ledger.gaps();
    let language = material.language;
    let funds = material.study.money.map(|money| language.funds_in_words(funds, money.currency()));
    let message = msg!("draft-left-out", count, number = language.count(count), funds = around(" (", funds, ")"));
    (material.study.draft && count > 0).then(|| message.text(language))
}

/// Sentences for the note of an item; none where it shows no codes or leaves nothing out.
pub(super) fn sentences(material: &Material<'_>, declared: &ItemDeclaration) -> Vec<String> {
    let alone;
    let (groups, domains, main) = match &declared.kind {
        KindDeclaration::Bubble { area, domains, .. } => {
            alone = [AreaGroup { area: area.clone(), label: Text::default() }];
            (&alone[..], domains, None)
        }
        KindDeclaration::Subcodes { areas, domains, main, .. } => (&areas[..], domains, Some(main.as_str())),
        // Every year tells its own.
        KindDeclaration::Cross(item) if item.is_over_years() => return Vec::new(),
        // What has no code is a row or part of its own.
        KindDeclaration::Cross(CrossItem { areas, .. })
        | KindDeclaration::Attainment(AttainmentItem { areas, .. })
        | KindDeclaration::Aims(AimsItem { areas, .. }) => return incomplete(material, areas).into_iter().collect(),
        _ => return Vec::new(),
    };
    let states = || groups.iter().flat_map(|group| State::WITHOUT_CODE.map(|state| (group, state)));
    let mut sentences: Vec<String> =
        states().filter_map(|(group, state)| without_code(material, group, domains, state)).collect();
    sentences.extend(
        main.into_iter()
            .flat_map(|main| groups.iter().filter_map(move |group| without_subcode(material, group, domains, main))),
    );
    sentences.extend(incomplete(material, groups));
    sentences
}

/// `Ingen kod passar mål för 3 av 133 insatser (0,4 miljoner kronor) och effekt för 60 av 133 (30,1 miljoner kronor).`
fn without_code(material: &Material<'_>, group: &AreaGroup, domains: &[Domain], state: State) -> Option<String> {
    let base = material.ledger.area(&group.area)?.interventions;
    let gaps = domains.iter().map(|domain| {
        let (count, funds) = material.ledger.without_code(&group.area, *domain, state);
        Gap { domain: *domain, count, base, funds }
    });
    let gaps: Vec<Gap> = gaps.filter(|gap| gap.count > 0).collect();
    let language = material.language;
    of_group(language, group, &in_state(&gaps, state, currency(material), language))
}

fn currency(material: &Material<'_>) -> Option<Currency> {
    material.study.money.map(|money| money.currency())
}

/// `Av insatserna med huvudkoden ”…” saknar 42 av 98 underkod för aktivitet (12,3 miljoner kronor).`
fn without_subcode(material: &Material<'_>, group: &AreaGroup, domains: &[Domain], main: &str) -> Option<String> {
    let language = material.language;
    let gaps = domains.iter().map(|domain| {
        let (count, funds) = material.ledger.without_subcode(&group.area, *domain, main);
        let (base, _) = material.ledger.of_code(&group.area, *domain, main);
        Gap { domain: *domain, count, base, funds }
    });
    let gaps: Vec<Gap> = gaps.filter(|gap| gap.count > 0).collect();
    let code = material.book.code(gaps.first()?.domain, main)?;
    let parts = gaps.iter().enumerate().map(|(at, gap)| {
        let (domain, counted, funds) = gap.told(currency(material), language);
        let code = quoted(code.label.get(language), language);
        match at {
            0 => msg!("without-subcode", count = gap.count, code, domain, counted, funds),
            _ => msg!("without-subcode-either", domain, counted, funds),
        }
    });
    of_group(language, group, &parts.collect::<Vec<_>>())
}

/// Parts as a sentence, led by the group's name where there are several.
fn of_group(language: Language, group: &AreaGroup, parts: &[Message]) -> Option<String> {
    let label = group.label.get(language);
    let said = all_of(parts).text(language);
    match parts {
        [] => None,
        _ if label.is_empty() => Some(sentence(&said) + "."),
        _ => Some(format!("{}: {said}.", sentence(label))),
    }
}

/// `Dessutom är 4 ofullständiga insatser inte medräknade (redovisade medel: 1,2 miljoner kronor).`
fn incomplete(material: &Material<'_>, groups: &[AreaGroup]) -> Option<String> {
    let areas: Vec<&AreaTotal> = groups.iter().filter_map(|group| material.ledger.area(&group.area)).collect();
    let count: usize = areas.iter().map(|area| area.excluded).sum();
    let language = material.language;
    let reported = areas.iter().filter_map(|area| area.funds?.excluded).reduce(Amount::add);
    let funds = material.study.money.map(|money| match reported {
        None => msg!("without-reported-funds"),
        Some(sum) => msg!("with-reported-funds", funds = language.funds_in_words(sum, money.currency())),
    });
    let funds = around(" (", funds, ")");
    let message = msg!("incomplete-not-counted", count, number = language.count(count), funds);
    (count > 0).then(|| message.text(language))
}
