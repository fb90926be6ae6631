//! What an item rests on: where codes come from the codebook's rules, readers are told.

use super::{ItemDeclaration, KindDeclaration, Material};
use crate::coding::Source;
use crate::msg;
use crate::wording::around;

/// A sentence for the item's note; `None` where people gave all its codes, or it shows none.
pub(super) fn sentence(material: &Material<'_>, declared: &ItemDeclaration) -> Option<String> {
    let (areas, domains) = match &declared.kind {
        KindDeclaration::Bubble { area, domains, .. } => (vec![area.as_str()], domains),
        KindDeclaration::Subcodes { areas, domains, .. } => (areas.iter().map(|g| g.area.as_str()).collect(), domains),
        _ => return None,
    };
    let areas: Vec<_> = areas.into_iter().filter_map(|area| material.ledger.area_id(area)).collect();
    let shown = || material.ledger.sources().filter(|s| areas.contains(&s.area) && domains.contains(&s.domain));
    let total: usize = shown().map(|s| s.codings).sum();
    let language = material.language;
    let of = |source: Source| {
        let own = || shown().filter(move |s| s.source == source);
        let count: usize = own().map(|s| s.codings).sum();
        let funds = material.study.money.map(|money| {
            let funds = language.funds(own().map(|s| s.funds).sum(), money.currency());
            msg!("funds-in-all", funds)
        });
        let funds = around(" (", funds, ")");
        let (number, all) = (language.count(count), language.count(total));
        let codings = msg!("codings-of-all", number, all, total);
        let message = match source {
            Source::Rules => msg!("rests-on-rules", count, codings, funds),
            _ => msg!("rests-on-suggestions", count, codings, funds),
        };
        (count > 0).then(|| message.text(language))
    };
    let sentences: Vec<String> = [Source::Rules, Source::Suggestions].into_iter().filter_map(of).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}
