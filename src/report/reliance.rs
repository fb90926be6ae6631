//! What an item rests on: where codes come from the codebook's rules, readers are told.

use super::{ItemDeclaration, KindDeclaration, Material};
use crate::coding::Source;
use crate::wording::{Language, NO_BREAK};

/// A sentence for the item's note; `None` where people gave all its codes, or it shows none.
pub(super) fn sentence(material: &Material<'_>, declared: &ItemDeclaration) -> Option<String> {
    let (areas, domains) = match &declared.kind {
        KindDeclaration::Bubble { area, domains, .. } => (vec![area.as_str()], domains),
        KindDeclaration::Subcodes { areas, domains, .. } => (areas.iter().map(|g| g.area.as_str()).collect(), domains),
        _ => return None,
    };
    let areas: Vec<_> = areas.into_iter().filter_map(|area| material.ledger.area_id(area)).collect();
    let shown = || material.ledger.sources().filter(|s| areas.contains(&s.area) && domains.contains(&s.domain));
    let all: usize = shown().map(|s| s.codings).sum();
    let number = |number: usize| material.language.integer(number as i64);
    let of = |source: Source| {
        let own = || shown().filter(move |s| s.source == source);
        let codings: usize = own().map(|s| s.codings).sum();
        let kronor: i64 = own().map(|s| s.kronor.0).sum();
        let funds = material.language.decimal(kronor as f64 / 1e6, 1);
        if codings == 0 {
            return None;
        }
        let (codings, all) = (number(codings), number(all));
        let (swedish, english) = match source {
            Source::Rules => ("kodbokens regler", "the codebook's rules"),
            _ => ("förslag från en inlärd modell", "suggestions of a learned model"),
        };
        Some(match material.language {
            Language::Swedish => format!(
                "{codings} av {all} kodningar (sammanlagt {funds}{NO_BREAK}mnkr) bygger på {swedish} och är inte granskade."
            ),
            Language::English => format!(
                "{codings} of {all} codings (SEK{NO_BREAK}{funds}{NO_BREAK}million in all) rest on {english} and have not been reviewed."
            ),
        })
    };
    let sentences: Vec<String> = [Source::Rules, Source::Suggestions].into_iter().filter_map(of).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}
