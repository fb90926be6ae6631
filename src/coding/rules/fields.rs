//! Which texts of an intervention a domain is coded from.

use std::borrow::Cow;

use super::postings::{DomainMask, domain_bit};
use crate::codebook::Domain;
use crate::read::composed;
use crate::study::Field;
use crate::survey::Intervention;

/// The texts of an intervention, in the order they are read.
pub(super) const FIELDS: [Field; 5] = [Field::Title, Field::Activity, Field::Output, Field::Goal, Field::Effect];

/// The domains that are coded from a text.
pub(super) fn mask(text: &str, domains: impl Iterator<Item = Domain>) -> DomainMask {
    domains.filter(|domain| domain.reads(text)).fold(0, |all, domain| all | domain_bit(domain))
}

/// What a domain is coded from, in NFC: its text, or its texts, a line each.
pub fn text(intervention: &Intervention, domain: Domain) -> Cow<'_, str> {
    let mut own = FIELDS.into_iter().filter(|field| domain.reads(field.word()));
    let (first, second) = (own.next(), own.next());
    let line = |field: Field| [composed(intervention.text(field)), "\n".into()];
    match (first, second) {
        (None, _) => "".into(),
        (Some(only), None) => composed(intervention.text(only)),
        (Some(first), Some(second)) => [first, second].into_iter().chain(own).flat_map(line).collect::<String>().into(),
    }
}
