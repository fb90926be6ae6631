//! A final sheet that contradicts coders who agree.

use super::Codes;
use crate::codebook::Domain;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;

impl Codes<'_> {
    /// Warns where the sheet contradicts coders wherever, or nearly wherever, they agree.
    pub(in crate::coding) fn report_contradicted(&self, messages: &mut Diagnostics) {
        let agreed = &self.by_coders;
        if !self.report_swapped(agreed, &msg!("coders-who-agree"), [3, 4], messages).is_empty() {
            return;
        }
        // What is blank contradicts, too: the coders agree that something fits.
        let units = |domain: Domain| {
            self.own.iter().zip(agreed).filter_map(move |(own, agreed)| {
                let (own, agreed) = (own[domain.at()], agreed[domain.at()]);
                (agreed != 0).then_some(own & agreed == 0)
            })
        };
        let counts = |domains: &[Domain]| {
            let all: Vec<bool> = domains.iter().flat_map(|domain| units(*domain)).collect();
            (all.iter().filter(|apart| **apart).count(), all.len())
        };
        // By chance about half agree; on purpose few are changed.
        let many = |(apart, all): (usize, usize)| (all >= 3 && 2 * apart > all) || (all >= 20 && 4 * apart > all);
        let domains: Vec<Domain> =
            self.book.domains().filter(|domain| self.sheet.columns.contains_key(domain)).collect();
        let whole = counts(&domains);
        if many(whole) {
            messages.push(self.contradicts(None, whole));
            return;
        }
        for domain in domains {
            let of_domain = counts(&[domain]);
            if many(of_domain) {
                messages.push(self.contradicts(Some(domain), of_domain));
            }
        }
    }

    fn contradicts(&self, domain: Option<Domain>, (apart, all): (usize, usize)) -> Diagnostic {
        let column = domain.and_then(|domain| self.sheet.columns.get(&domain)).map(|name| shown(name));
        let message = match column {
            Some(column) => msg!("final-column-contradicts-coders", column, all, apart),
            None => msg!("final-sheet-contradicts-coders", all, apart),
        };
        Diagnostic::warning(self.sheet.place.clone(), message)
    }
}
