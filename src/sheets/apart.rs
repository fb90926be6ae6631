//! For which text a row was written: it counts for that text alone, also where somebody has sorted some columns and not others.

use super::row::Row;
use super::taking::Taking;
use crate::codebook::Domain;
use crate::decisions::Fingerprint;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::read::tidy;
use crate::survey::Unit;

/// What stands in place of a fingerprint where the answer was blank.
const BLANK: &str = "blank";

impl Taking<'_, '_> {
    /// The text that a row was written for, where it is what the unit reads now; `None` where it is not, which is told.
    pub(super) fn read(
        &mut self,
        row: &Row<'_>,
        unit: &Unit,
        domain: Domain,
        column: usize,
        messages: &mut Diagnostics,
    ) -> Option<Option<Fingerprint>> {
        let text = tidy(row.cell(column));
        let written = match text.to_lowercase().as_str() {
            "" => {
                let message = msg!("sheet-without-fingerprint", id = shown(&unit.id), domain = domain.word());
                messages.push(Diagnostic::error(row.place(column), message));
                return None;
            }
            BLANK => None,
            written => match written.parse::<Fingerprint>() {
                Ok(read) => Some(read),
                Err(()) => {
                    let message = msg!(
                        "fingerprint-unreadable",
                        value = shown(&text),
                        column = shown(&crate::coding::given_to::column(domain))
                    );
                    messages.push(Diagnostic::error(row.place(column), message));
                    return None;
                }
            },
        };
        // A column that was sorted without the others has the texts of other rows.
        if let Some(other) = self.sorted_apart(row, unit, domain, written) {
            // One message for all domains of a row.
            if self.apart.insert(unit.id.to_string()) {
                let message = msg!("sheet-sorted-apart", id = shown(&unit.id), other = shown(&other));
                messages.push(Diagnostic::error(row.id_place(), message));
            }
            return None;
        }
        if Fingerprint::of(unit, domain) != written {
            self.told.changed.add_of(&unit.id, domain, row.place(column));
            return None;
        }
        Some(written)
    }

    /// The answer whose text stands on a row of another: some columns were sorted and others were not.
    fn sorted_apart(&self, row: &Row<'_>, unit: &Unit, domain: Domain, written: Option<Fingerprint>) -> Option<String> {
        let own = Fingerprint::of(unit, domain);
        let others = |text: Option<Fingerprint>| {
            let of = text.filter(|_| text != own).and_then(|text| self.reader.by_text.get(&(domain, text)));
            of.into_iter().flatten().copied()
        };
        if let Some(stands) = row.reads(domain).filter(|stands| *stands != written) {
            return others(stands).next().or_else(|| others(written).next()).map(str::to_owned);
        }
        // The row is whole but for its id. Where a text stands under another id now, that one has no row for a third text.
        let apart = others(written).find(|other| {
            let of = self.reader.units.get(other).map(|other| Fingerprint::of(other, domain));
            let says = self.written.get(&(domain, (*other).to_owned()));
            says.is_some_and(|says| Some(says) != of.as_ref())
        });
        apart.map(str::to_owned)
    }
}
