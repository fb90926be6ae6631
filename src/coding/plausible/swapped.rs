//! Columns that have changed places: each fits what is said of the other's domain.

use std::collections::BTreeSet;

use super::{Codes, Row};
use crate::codebook::Domain;
use crate::coding::fit::across;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::wording::Message;

impl Codes<'_> {
    /// Warns where a column fits what is said of another domain with the same codes better than of its own: `enough` units
    /// make a difference, and so many times as many fit the other. Returns the domains.
    pub(super) fn report_swapped(
        &self,
        said: &[Row],
        by: &Message,
        [enough, times]: [usize; 2],
        messages: &mut Diagnostics,
    ) -> BTreeSet<Domain> {
        let mut swapped = BTreeSet::new();
        let fits = |own: Domain, other: Domain| {
            let rows =
                self.own.iter().zip(said).map(|(codes, said)| [codes[own.at()], said[own.at()], said[other.at()]]);
            across(rows)
        };
        let same_system =
            |a: Domain, b: Domain| self.book.system(a).map(|s| &s.id) == self.book.system(b).map(|s| &s.id);
        let all: Vec<Domain> = self.domains().collect();
        for (at, one) in all.iter().enumerate() {
            for other in all[at + 1..].iter().filter(|other| same_system(*one, **other)) {
                let (first, second) = (fits(*one, *other), fits(*other, *one));
                let (own, across) = (first.0 + second.0, first.1 + second.1);
                let crosses = |(own, across): (usize, usize)| across >= times * own;
                if own + across < enough || !crosses(first) || !crosses(second) {
                    continue;
                }
                swapped.extend([*one, *other]);
                let name = |domain: &Domain| shown(self.sheet.columns.get(domain).map_or("", String::as_str));
                let message = msg!(
                    "code-columns-swapped",
                    column = name(one),
                    domain = one.word(),
                    other = name(other),
                    other_domain = other.word(),
                    across,
                    all = own + across,
                    by
                );
                messages.push(Diagnostic::warning(self.sheet.place.clone(), message));
            }
        }
        swapped
    }
}
