//! Which texts of an intervention a domain is coded from.

use std::borrow::Cow;
use std::ops::Range;

use super::postings::{DomainMask, domain_bit};
use crate::codebook::Domain;
use crate::read::composed;
use crate::study::Field;
use crate::survey::Intervention;

/// The texts of an intervention, in the order they are read.
pub(super) const FIELDS: [Field; 5] = [Field::Title, Field::Activity, Field::Output, Field::Goal, Field::Effect];

/// The texts that a domain is read from, as positions in [`FIELDS`]: its own; for themes, which run across the domains, all.
fn fields(domain: Domain) -> Range<usize> {
    match domain {
        Domain::Activity => 1..2,
        Domain::Output => 2..3,
        Domain::Goal => 3..4,
        Domain::Effect => 4..5,
        Domain::Theme => 0..5,
    }
}

/// The domains that are coded from a text, by its position in [`FIELDS`].
pub(super) fn mask(text: usize) -> DomainMask {
    let read = Domain::ALL.into_iter().filter(|domain| fields(*domain).contains(&text));
    read.fold(0, |all, domain| all | domain_bit(domain))
}

/// The text that a domain is read from, in NFC; for themes all texts, a line each.
pub fn text(intervention: &Intervention, domain: Domain) -> Cow<'_, str> {
    match &FIELDS[fields(domain)] {
        [field] => composed(intervention.text(*field)),
        fields => {
            let lines = fields.iter().flat_map(|field| [composed(intervention.text(*field)), "\n".into()]);
            lines.collect::<String>().into()
        }
    }
}
