//! Which texts of an intervention a domain is coded from.

use std::borrow::Cow;

use super::postings::{DomainMask, domain_bit};
use crate::codebook::Domain;
use crate::read::composed;
use crate::study::TextName;
use crate::survey::Intervention;

/// The domains that are coded from a text.
pub(super) fn mask(text: &str, domains: impl Iterator<Item = Domain>) -> DomainMask {
    domains.filter(|domain| domain.reads(text)).fold(0, |all, domain| all | domain_bit(domain))
}

/// What a domain is coded from, in NFC: its text, or its texts, a line each.
pub fn text(intervention: &Intervention, domain: Domain) -> Cow<'_, str> {
    let mut own = intervention.texts.names().iter().copied().filter(|name| domain.reads(name.word()));
    let (first, second) = (own.next(), own.next());
    let line = |name: TextName| [composed(intervention.text(name)), "\n".into()];
    match (first, second) {
        (None, _) => "".into(),
        (Some(only), None) => composed(intervention.text(only)),
        (Some(first), Some(second)) => [first, second].into_iter().chain(own).flat_map(line).collect::<String>().into(),
    }
}
