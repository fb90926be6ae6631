//! Codes that count by decisions and that the codebook defines otherwise than it did then, or may.

use std::collections::BTreeMap;

use super::decided::Decided;
use super::sheet::Sheet;
use super::telling::Listed;
use crate::codebook::{Codebook, Domain};
use crate::decisions::{Definition, Lock};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::survey::Unit;

/// Tells of them, once for each code; they count over a sheet.
pub(super) fn report<'u>(
    decided: &Decided,
    sheet: &Sheet,
    book: &Codebook,
    units: impl Iterator<Item = &'u Unit>,
    messages: &mut Diagnostics,
) {
    if sheet.by_decision.is_empty() {
        return;
    }
    let by = decided.by_line();
    let mut foreign: BTreeMap<&str, (Listed, &Place)> = BTreeMap::new();
    let mut redefined: BTreeMap<(Domain, &str), (Listed, &Place)> = BTreeMap::new();
    for unit in units {
        for domain in decided.domains(sheet.unit) {
            let line = sheet.by_decision.get(&(unit.id.to_string(), domain));
            let Some(by) = line.and_then(|line| by.get(line)) else { continue };
            if let Some(codebook) = by.foreign.as_deref().filter(|_| !by.codes.is_empty()) {
                foreign.entry(codebook).or_insert((Listed::default(), &by.place)).0.add(unit, Some(domain.word()));
            }
            let now = |code: &str| book.code(domain, code).map(Definition::of);
            let other = by.defined.iter().filter(|(code, then)| now(code).is_some_and(|now| !then.holds(now)));
            for (code, _) in other {
                redefined.entry((domain, code)).or_insert((Listed::default(), &by.place)).0.add(unit, None);
            }
        }
    }
    for ((domain, code), (listed, place)) in redefined {
        let (count, funds, names) = listed.told();
        let message = msg!("decided-code-redefined", code = shown(code), domain = domain.word(), count, funds, names);
        messages.push(Diagnostic::warning(place.clone(), message));
    }
    for (codebook, (listed, place)) in foreign {
        let (count, funds, names) = listed.told();
        let own = Lock::new(book).codebook;
        let message =
            msg!("decided-with-other-codebook", codebook = shown(codebook), own = shown(&own), count, funds, names);
        messages.push(Diagnostic::warning(place.clone(), message));
    }
}
