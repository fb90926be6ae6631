//! What a figure or table of codes leaves out, told in its note: what has no code there, and what is not counted at all.
//!
//! A theme describes only some interventions, so its absence is no gap. Where nothing is left out, nothing is said.

use std::ops::Add;

use super::alternative::quoted;
use super::{AimsItem, AreaGroup, AttainmentItem, Bubble, CrossItem, ItemDeclaration, KindDeclaration, Material};
use crate::codebook::Domain;
use crate::coding::State;
use crate::ledger::AreaTotal;
use crate::money::{Amount, Currency};
use crate::msg;
use crate::wording::{Arg, Language, Message, Text, all_of, around, sentence};

/// So many interventions of a base, and their funds.
struct Gap {
    domain: Domain,
    count: usize,
    base: usize,
    funds: Amount,
}

impl Gap {
    /// The domain, how many of how many, and their funds.
    fn told(&self, currency: Option<Currency>, language: Language) -> (String, String, Arg) {
        let domain = self.domain.label(language).to_lowercase();
        let funds = currency.map(|currency| language.funds_in_words(self.funds, currency));
        (domain, language.count_of(self.count, self.base), around(" (", funds, ")"))
    }
}

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

/// The same of a chart, with which its text alternative begins.
pub(super) fn in_chart(chart: &Bubble, language: Language) -> Option<String> {
    let told = State::WITHOUT_CODE.into_iter().filter_map(|state| {
        let gaps = chart.without_code.iter().filter(|gap| gap.state == state);
        let gaps = gaps.filter_map(|gap| {
            let (domain, _) = chart.domains.get(gap.series)?;
            Some(Gap { domain: *domain, count: gap.interventions, base: chart.interventions, funds: gap.funds })
        });
        let currency = chart.has_funds.then_some(chart.currency);
        let parts = in_state(&gaps.collect::<Vec<_>>(), state, currency, language);
        (!parts.is_empty()).then(|| sentence(&all_of(&parts).text(language)) + ".")
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// What has no code in a state, a part for each domain.
fn in_state(gaps: &[Gap], state: State, currency: Option<Currency>, language: Language) -> Vec<Message> {
    let part = |(at, gap): (usize, &Gap)| {
        let (base, (domain, counted, funds)) = (gap.base, gap.told(currency, language));
        match (at, state) {
            (1.., _) => msg!("without-code-either", domain, counted, funds),
            (0, State::Unsettled) => msg!("unsettled-left-out", base, domain, counted, funds),
            (0, State::NotCoded) => msg!("not-coded-left-out", base, domain, counted, funds),
            (0, State::None | State::Coded) => msg!("none-left-out", base, domain, counted, funds),
        }
    };
    gaps.iter().enumerate().map(part).collect()
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
