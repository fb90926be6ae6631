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
    let sources = material.aggregate.sources.iter();
    let shown = || sources.clone().filter(|s| areas.contains(&s.area.as_str()) && domains.contains(&s.domain));
    let all: usize = shown().map(|s| s.codings).sum();
    let by_rules = || shown().filter(|s| s.source == Source::Rules);
    let codings: usize = by_rules().map(|s| s.codings).sum();
    if codings == 0 {
        return None;
    }
    let kronor: i64 = by_rules().map(|s| s.kronor.0).sum();
    let number = |number: usize| material.language.integer(number as i64);
    let funds = material.language.decimal(kronor as f64 / 1e6, 1);
    Some(match material.language {
        Language::Swedish => format!(
            "{} av {} kodningar (sammanlagt {funds}{NO_BREAK}mnkr) bygger på kodbokens regler och är inte granskade.",
            number(codings),
            number(all),
        ),
        Language::English => format!(
            "{} of {} codings (SEK{NO_BREAK}{funds}{NO_BREAK}million in all) rest on the codebook's rules and have not been reviewed.",
            number(codings),
            number(all),
        ),
    })
}
