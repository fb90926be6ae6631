//! What a figure or table of codes leaves out, told in its note: what has no code there, and what is not counted at all.
//!
//! A theme describes only some interventions, so its absence is no gap. Where nothing is left out, nothing is said.

use super::alternative::quoted;
use super::{AreaGroup, ItemDeclaration, KindDeclaration, Material};
use crate::codebook::Domain;
use crate::ledger::AreaTotal;
use crate::money::{Amount, Kronor};
use crate::msg;
use crate::wording::{Language, NO_BREAK, Text, list, sentence};

/// So many interventions of a base, and their weighted funds.
struct Gap {
    domain: Domain,
    count: usize,
    base: usize,
    funds: Kronor,
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
        _ => return Vec::new(),
    };
    let mut sentences: Vec<String> = groups.iter().filter_map(|group| without_code(material, group, domains)).collect();
    sentences.extend(
        main.into_iter()
            .flat_map(|main| groups.iter().filter_map(move |group| without_subcode(material, group, domains, main))),
    );
    sentences.extend(incomplete(material, groups));
    sentences
}

/// `Mål saknar kod för 3 av 133 insatser (0,4 miljoner kronor) och effekt för 60 av 133 (30,1 miljoner kronor).`
fn without_code(material: &Material<'_>, group: &AreaGroup, domains: &[Domain]) -> Option<String> {
    let base = material.ledger.area(&group.area)?.interventions;
    let gaps = domains.iter().map(|domain| {
        let (count, funds) = material.ledger.uncoded(&group.area, *domain);
        Gap { domain: *domain, count, base, funds }
    });
    let gaps: Vec<Gap> = gaps.filter(|gap| gap.count > 0).collect();
    let language = material.language;
    let parts = gaps.iter().enumerate().map(|(at, gap)| {
        let domain = material.book.domain_label(gap.domain, language).to_lowercase();
        let of_base = language.count_of(gap.count, gap.base);
        let funds = in_words(language, gap.funds);
        let noun = NO_BREAK.to_string() + crate::wording::nouns::INTERVENTION.form(language, base);
        match (language, at) {
            (Language::Swedish, 0) => format!("{domain} saknar kod för {of_base}{noun} ({funds})"),
            (Language::English, 0) => format!("{domain} is uncoded for {of_base}{noun} ({funds})"),
            (Language::Swedish, _) => format!("{domain} för {of_base} ({funds})"),
            (Language::English, _) => format!("{domain} for {of_base} ({funds})"),
        }
    });
    of_group(language, group, &parts.collect::<Vec<_>>())
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
    let label = quoted(code.label.get(language), language);
    let parts = gaps.iter().enumerate().map(|(at, gap)| {
        let domain = material.book.domain_label(gap.domain, language).to_lowercase();
        let of_base = language.count_of(gap.count, gap.base);
        let funds = in_words(language, gap.funds);
        match (language, at) {
            (Language::Swedish, 0) => {
                format!("av insatserna med huvudkoden {label} saknar {of_base} underkod för {domain} ({funds})")
            }
            (Language::English, 0) => {
                format!(
                    "of the interventions with the main code {label}, {of_base} have no subcode for {domain} ({funds})"
                )
            }
            (Language::Swedish, _) => format!("{of_base} för {domain} ({funds})"),
            (Language::English, _) => format!("{of_base} for {domain} ({funds})"),
        }
    });
    of_group(language, group, &parts.collect::<Vec<_>>())
}

/// Parts as a sentence, led by the group's name where there are several.
fn of_group(language: Language, group: &AreaGroup, parts: &[String]) -> Option<String> {
    let label = group.label.get(language);
    let said = list(language, parts);
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
    let reported: Vec<Amount> = areas.iter().filter_map(|area| area.excluded_reported).collect();
    let language = material.language;
    let funds = match (reported.is_empty(), language) {
        (true, Language::Swedish) => "utan redovisat belopp".to_owned(),
        (true, Language::English) => "no amount reported".to_owned(),
        (false, _) => {
            let sum: Amount = reported.into_iter().sum();
            let funds = in_words(language, sum.rounded());
            format!("{}: {funds}", msg!("report-reported-funds").text(language))
        }
    };
    let number = language.count(count);
    match (language, count) {
        (_, 0) => None,
        (Language::Swedish, 1) => Some(format!("Dessutom är 1{NO_BREAK}ofullständig insats inte medräknad ({funds}).")),
        (Language::Swedish, _) => {
            Some(format!("Dessutom är {number}{NO_BREAK}ofullständiga insatser inte medräknade ({funds})."))
        }
        (Language::English, 1) => Some(format!("Another incomplete intervention is not counted ({funds}).")),
        (Language::English, _) => {
            Some(format!("Another {number}{NO_BREAK}incomplete interventions are not counted ({funds})."))
        }
    }
}

/// Funds in running text, where the unit is written out: whole kronor below a million, which a decimal would blur.
fn in_words(language: Language, funds: Kronor) -> String {
    const MILLION: i64 = 1_000_000;
    match (language, funds.0.abs() < MILLION) {
        (Language::Swedish, true) => format!("{}{NO_BREAK}kronor", language.integer(funds.0)),
        (Language::Swedish, false) => format!("{}{NO_BREAK}miljoner kronor", language.decimal(funds.millions(), 1)),
        (Language::English, true) => language.kronor(funds),
        (Language::English, false) => language.millions(funds, 1),
    }
}
