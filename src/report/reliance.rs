//! What an item rests on: where codes come from the codebook's rules, readers are told.

use super::years::Subject;
use super::{ItemDeclaration, KindDeclaration, Material, crossing, fill};
use crate::codebook::Domain;
use crate::coding::Source;
use crate::coding::open::Sources;
use crate::ledger::SourceCount;
use crate::msg;
use crate::wording::{Message, around};

/// A sentence for the item's note; `None` where people gave all its codes, or it shows none.
pub(super) fn sentence(material: &Material<'_>, declared: &ItemDeclaration) -> Option<String> {
    let named: Vec<Domain>;
    let (areas, domains) = match &declared.kind {
        KindDeclaration::Bubble { area, domains, .. } => (vec![area.as_str()], domains),
        KindDeclaration::Subcodes { areas, domains, .. } => (areas.iter().map(|g| g.area.as_str()).collect(), domains),
        KindDeclaration::Bars { areas, question, .. } => {
            let own = areas.iter().filter_map(|group| material.ledger.question_id(&group.area, question));
            return of_answers(material, own.map(|id| &material.ledger.questions[id.at()].sources));
        }
        KindDeclaration::Account(item) => {
            return of_answers(material, super::account::open(material, item).into_iter());
        }
        KindDeclaration::Years(item) => {
            let Subject::Codes { domain: Some(own), .. } = item.subject else { return None };
            named = vec![own];
            (item.areas.iter().map(|group| group.area.as_str()).collect(), &named)
        }
        KindDeclaration::Sensitivity(item) => {
            (item.areas.iter().map(|group| group.area.as_str()).collect(), &item.domains)
        }
        KindDeclaration::Likert { .. } | KindDeclaration::Response(_) | KindDeclaration::Reconciliation(_) => {
            return None;
        }
        KindDeclaration::Matrix(_) | KindDeclaration::Picture(_) | KindDeclaration::Text(_) => return None,
        KindDeclaration::Cross(item) => {
            named = [&item.rows, &item.columns].into_iter().filter_map(crossing::Side::domain).collect();
            (fill::areas(&declared.kind), &named)
        }
        KindDeclaration::Attainment(item) => {
            named = vec![item.aimed, item.attained];
            (fill::areas(&declared.kind), &named)
        }
        KindDeclaration::Aims(item) => {
            named = super::aims::domains(material, item);
            (fill::areas(&declared.kind), &named)
        }
    };
    let areas: Vec<_> = areas.into_iter().filter_map(|area| material.ledger.area_id(area)).collect();
    // What an audit says of a domain is said by itself.
    let is_estimated = |s: &&SourceCount| material.ledger.estimates_domain(s.area, s.domain);
    let is_shown = |s: &&SourceCount| areas.contains(&s.area) && domains.contains(&s.domain) && !is_estimated(s);
    let shown = || material.ledger.sources().filter(is_shown);
    let total: usize = shown().map(|s| s.codings).sum();
    let language = material.language;
    told(|source| {
        let own = || shown().filter(move |s| s.source == source);
        let count: usize = own().map(|s| s.codings).sum();
        let funds = material.study.money.map(|money| {
            let funds = language.funds(own().map(|s| s.funds).sum(), money.currency());
            msg!("funds-in-all", funds)
        });
        let funds = around(" (", funds, ")");
        let codings = of_all(material, count, total);
        let message = match source {
            Source::Rules => msg!("rests-on-rules", count, codings, funds),
            _ => msg!("rests-on-suggestions", count, codings, funds),
        };
        (count > 0).then(|| message.text(language))
    })
}

/// The same for answers to open questions.
fn of_answers<'s>(material: &Material<'_>, sources: impl Iterator<Item = &'s Sources>) -> Option<String> {
    let mut all = Sources::new();
    for (source, count) in sources.flatten() {
        *all.entry(*source).or_default() += count;
    }
    let total: usize = all.values().sum();
    told(|source| {
        let count = all.get(&source).copied().unwrap_or_default();
        let codings = of_all(material, count, total);
        let message = match source {
            Source::Rules => msg!("answers-rest-on-rules", count, codings),
            _ => msg!("answers-rest-on-suggestions", count, codings),
        };
        (count > 0).then(|| message.text(material.language))
    })
}

/// So many of all codings.
fn of_all(material: &Material<'_>, count: usize, total: usize) -> Message {
    let (number, all) = (material.language.count(count), material.language.count(total));
    msg!("codings-of-all", number, all, total)
}

/// What is said of rules, then of suggestions.
fn told(of: impl Fn(Source) -> Option<String>) -> Option<String> {
    let sentences: Vec<String> = [Source::Rules, Source::Suggestions].into_iter().filter_map(of).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}
