//! A final sheet that contradicts coders who agree.

use super::Codes;
use crate::codebook::Domain;
use crate::coding::telling::{both, counted};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::wording::Language;

impl Codes<'_> {
    /// Warns where the sheet contradicts coders wherever, or nearly wherever, they agree.
    pub(in crate::coding) fn report_contradicted(&self, messages: &mut Diagnostics) {
        let agreed = &self.by_coders;
        if !self.report_swapped(agreed, "the coders who agree", "kodarna som är överens", [3, 4], messages).is_empty()
        {
            return;
        }
        // What is blank contradicts, too: the coders agree that something fits.
        let units = |domain: Domain| {
            self.own.iter().zip(agreed).filter_map(move |(own, agreed)| {
                let (own, agreed) = (own[domain as usize], agreed[domain as usize]);
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
            Domain::ALL.into_iter().filter(|domain| self.sheet.columns.contains_key(domain)).collect();
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
        let [found, swedish] = both(|language| {
            let of = column
                .as_ref()
                .map(|name| format!("{} {name} ", language.pick("i kolumnen", "in the column")))
                .unwrap_or_default();
            match language {
                Language::English => format!(
                    "the final sheet {of}contradicts coders who agree: of {} on which two or more agree, {apart} have no main code in common with the final one",
                    counted(all, "coding", "codings")
                ),
                Language::Swedish => format!(
                    "det slutliga kodbladet {of}säger emot kodare som är överens: av {} där två eller fler är överens har {apart} ingen huvudkod gemensam med den slutliga",
                    counted(all, "kodning", "kodningar")
                ),
            }
        });
        Diagnostic::warning(self.sheet.place.clone(), found)
            .expected("the coders' codes where they agree, or a few that were changed on purpose")
            .action("look whether ids and codes of the final sheet were sorted or moved apart from each other")
            .in_swedish(
                swedish,
                "kodarnas koder där de är överens, eller några få som har ändrats med avsikt",
                "se efter om det slutliga bladets id och koder har sorterats eller flyttats isär",
            )
    }
}
