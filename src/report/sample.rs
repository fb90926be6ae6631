//! What estimated numbers rest on, in the note of an item: how many interventions people have read, and which numbers have no
//! interval.

use std::collections::BTreeSet;

use super::alternative::in_sentence;
use super::{AreaGroup, ItemDeclaration, KindDeclaration, Material};
use crate::codebook::Domain;
use crate::coding::State;
use crate::ledger::{AreaId, Estimated, Selection};
use crate::msg;
use crate::wording::{Arg, Language, all_of};

/// How many codes without an interval are named in a note.
const NAMED: usize = 5;

/// Sentences for the note of an item of estimated numbers: what they rest on, and which have no interval. None where nothing is
/// estimated.
pub(super) fn sentences(material: &Material<'_>, declared: &ItemDeclaration) -> Vec<String> {
    let alone;
    let (groups, domains) = match &declared.kind {
        KindDeclaration::Bubble { area, domains, .. } => {
            alone = [AreaGroup { area: area.clone(), label: Default::default() }];
            (&alone[..], domains)
        }
        KindDeclaration::Subcodes { areas, domains, .. } => (&areas[..], domains),
        _ => return Vec::new(),
    };
    let asked: Vec<(&AreaGroup, AreaId, Domain)> = groups
        .iter()
        .filter_map(|group| Some((group, material.ledger.area_id(&group.area)?)))
        .flat_map(|(group, area)| domains.iter().map(move |domain| (group, area, *domain)))
        .filter(|(_, area, domain)| material.ledger.estimates_domain(*area, *domain))
        .collect();
    let rests = rests_on(material, &asked).map(|parts| {
        let message = match declared.kind {
            KindDeclaration::Bubble { .. } => msg!("rests-on-sample-drawn", parts),
            _ => msg!("rests-on-sample", parts),
        };
        message.text(material.language)
    });
    rests
        .into_iter()
        .chain(without_interval(material, declared, &asked))
        .chain(left_out(material, declared, &asked))
        .chain(not_audited(material, domains))
        .collect()
}

/// Which numbers of an item are counted though the report has estimates.
fn not_audited(material: &Material<'_>, domains: &[Domain]) -> Option<String> {
    let unknown = material.ledger.not_audited();
    let own = domains.iter().filter(|domain| unknown.contains(domain));
    let own: Vec<String> = own.map(|domain| domain.label(material.language).to_lowercase()).collect();
    (!own.is_empty()).then(|| msg!("numbers-not-audited", domains = all_of(&own)).text(material.language))
}

/// `200 av 1 449 insatser`, by domain and group where they differ.
fn rests_on(material: &Material<'_>, asked: &[(&AreaGroup, AreaId, Domain)]) -> Option<Arg> {
    let language = material.language;
    let read = |(group, area, domain): &(&AreaGroup, AreaId, Domain)| {
        let own = material.ledger.estimated(Selection::Without(*area, *domain, State::None))?;
        let group = group.label.get(language).to_lowercase();
        let domain = domain.label(language).to_lowercase();
        let of = [domain, group].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ");
        Some(((own.read, own.of), of))
    };
    parts(asked.iter().filter_map(read).collect(), language)
}

/// `200 of 1 449 interventions`, by what they are of where they differ; `None` of nothing.
pub(super) fn parts(all: Vec<((usize, usize), String)>, language: Language) -> Option<Arg> {
    let different: BTreeSet<(usize, usize)> = all.iter().map(|(numbers, _)| *numbers).collect();
    let told = |(read, of): (usize, usize)| msg!("read-of-all", number = language.count_of(read, of), of);
    match different.len() {
        0 => None,
        1 => different.into_iter().next().map(|numbers| told(numbers).into()),
        _ => {
            let parts = all.into_iter().map(|(numbers, of)| msg!("read-of-some", read = told(numbers), what = of));
            Some(all_of(parts))
        }
    }
}

/// The estimates of the codes that an item shows, each with its label.
fn shown<'m>(
    material: &Material<'m>,
    declared: &ItemDeclaration,
    asked: &[(&AreaGroup, AreaId, Domain)],
) -> Vec<(&'m str, &'m Estimated)> {
    let mut found = Vec::new();
    for (_, area, domain) in asked {
        for code in material.book.codes(*domain) {
            let is_shown = match &declared.kind {
                KindDeclaration::Subcodes { main, .. } => code.parent.as_deref() == Some(main),
                _ => code.parent.is_none(),
            };
            let id = material.ledger.code_id(*domain, &code.id).filter(|_| is_shown);
            let own = id.and_then(|id| material.ledger.estimated(Selection::Code(*area, *domain, id)));
            found.extend(own.map(|own| (code.label.get(material.language), own)));
        }
    }
    found
}

/// Which numbers of an item have no interval.
fn without_interval(
    material: &Material<'_>,
    declared: &ItemDeclaration,
    asked: &[(&AreaGroup, AreaId, Domain)],
) -> Option<String> {
    let lacks = |own: &Estimated| own.number > 0 && (own.numbers.is_none() || own.amounts.is_none());
    let mut names: Vec<String> = Vec::new();
    for (label, _) in shown(material, declared, asked).into_iter().filter(|(_, own)| lacks(own)) {
        let name = in_sentence(label);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let (count, more) = (names.len(), names.len().saturating_sub(NAMED));
    names.truncate(NAMED);
    let codes = match more {
        0 => all_of(&names),
        more => msg!("codes-and-more", codes = names.join(", "), more).into(),
    };
    (count > 0).then(|| msg!("intervals-refused", codes).text(material.language))
}

/// What the codes may have that are estimated at nothing, and so are not shown.
fn left_out(
    material: &Material<'_>,
    declared: &ItemDeclaration,
    asked: &[(&AreaGroup, AreaId, Domain)],
) -> Option<String> {
    if !matches!(declared.kind, KindDeclaration::Bubble { .. }) {
        return None;
    }
    let nothing = shown(material, declared, asked).into_iter().filter(|(_, own)| own.number == 0);
    let most = nothing.filter_map(|(_, own)| own.numbers).map(|ends| ends.high).max().filter(|most| *most > 0)?;
    Some(msg!("codes-estimated-at-nothing", most).text(material.language))
}
