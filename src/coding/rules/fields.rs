//! Which texts of a unit a domain is coded from.

use std::borrow::Cow;

use super::postings::{DomainMask, domain_bit};
use crate::codebook::{Codebook, Domain};
use crate::read::composed;
use crate::study::TextName;
use crate::survey::Unit;

/// The domains that are coded from a text.
pub(super) fn mask(text: TextName, domains: impl Iterator<Item = Domain>) -> DomainMask {
    domains.filter(|domain| reads(*domain, text)).fold(0, |all, domain| all | domain_bit(domain))
}

/// Whether a domain is coded from a text.
fn reads(domain: Domain, text: TextName) -> bool {
    domain.unit() == text.unit() && domain.reads(text.word())
}

/// The domains in which a unit can have codes. An open question that somebody did not answer has none.
pub fn domains_of(book: &Codebook, unit: &Unit) -> impl Iterator<Item = Domain> {
    let answered =
        |domain: Domain| domain.is_of_interventions() || unit.texts.iter().any(|(name, _)| reads(domain, name));
    book.domains().filter(move |domain| domain.unit() == unit.kind && answered(*domain))
}

/// What a domain is coded from, in NFC: its text, or its texts, a line each.
pub fn text(unit: &Unit, domain: Domain) -> Cow<'_, str> {
    let mut own = unit.texts.names().iter().copied().filter(|name| reads(domain, *name));
    let (first, second) = (own.next(), own.next());
    let line = |name: TextName| [composed(unit.text(name)), "\n".into()];
    match (first, second) {
        (None, _) => "".into(),
        (Some(only), None) => composed(unit.text(only)),
        (Some(first), Some(second)) => [first, second].into_iter().chain(own).flat_map(line).collect::<String>().into(),
    }
}
