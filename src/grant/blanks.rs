//! What recipients left blank: missing is not zero, so whoever reads a sum or a share must know on how many it rests.

use super::{Account, Field};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::survey::{Blanks, Values};

/// So many recipients are named.
const NAMED: usize = 5;

impl Field {
    /// How many of the recipients that were asked gave no value or answer for one of some options; one that nobody gave
    /// any for is passed over. Who ticked nothing, where an export writes nothing for that, may have meant it.
    pub fn missing(&self, options: &[usize]) -> usize {
        match &self.data {
            Values::Numbers(rows) => {
                let known = || options.iter().filter(|option| self.sum(**option).is_some());
                (0..rows.len()).filter(|at| known().any(|option| self.number(*at, *option).is_none())).count()
            }
            Values::Answers { responses, .. } => {
                let is_blank = |at: &usize| {
                    self.was_asked(*at) && self.blanks.iter().any(|blank| !blank.unticked && blank.who.contains(at))
                };
                (0..responses.len()).filter(is_blank).count()
            }
        }
    }
}

/// Tells, once for columns with the same blanks, whose cells are blank.
pub(super) fn report(account: &Account, messages: &mut Diagnostics) {
    for field in &account.fields {
        for blanks in &field.blanks {
            let who: Vec<&str> = blanks
                .who
                .iter()
                .filter(|at| field.was_asked(**at))
                .filter_map(|at| account.returns.get(*at))
                .map(|own| own.recipient.name.as_str())
                .collect();
            let asked = (0..account.returns.len()).filter(|at| field.was_asked(*at)).count();
            if !who.is_empty() {
                messages.push(message(field, blanks, &who, asked));
            }
        }
    }
}

fn message(field: &Field, blanks: &Blanks, who: &[&str], asked: usize) -> Diagnostic {
    let count = who.len();
    let named = who.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    let (names, names_swedish) = match count.saturating_sub(NAMED) {
        _ if count == asked => (String::new(), String::new()),
        0 => (format!(": {named}"), format!(": {named}")),
        more => (format!(": {named} and {more} more"), format!(": {named} och {more} till")),
    };
    let first = shown(blanks.columns.first().map_or("", String::as_str));
    let (columns, columns_swedish) = match blanks.columns.len() - 1 {
        0 => (first.clone(), first),
        1 => (format!("{first} and 1 more column"), format!("{first} och 1 kolumn till")),
        further => (format!("{first} and {further} more columns"), format!("{first} och {further} kolumner till")),
    };
    let is_number = matches!(field.data, Values::Numbers(_));
    let [action, todo] = if is_number {
        [
            "nothing is counted for them, and sums and shares rest on the others; ask them, and fill it in in a copy of the file: 0 is a value",
            "inget räknas för dem, och summor och andelar bygger på de övriga; fråga dem, och fyll i värdet i en kopia av filen: 0 är ett värde",
        ]
    } else if blanks.unticked {
        [
            "they count as having ticked no option; ask them if that is not meant",
            "de räknas som att de inte har valt något alternativ; fråga dem om det inte är vad de menar",
        ]
    } else if matches!(field.kind, crate::study::FieldKind::Ticks) {
        [
            "a blank counts as not ticked; ask them, and fill the answer in in a copy of the file",
            "en tom cell räknas som inte vald; fråga dem, och fyll i svaret i en kopia av filen",
        ]
    } else {
        [
            "they are not in the base; ask them, and fill the answer in in a copy of the file",
            "de är inte med i basen; fråga dem, och fyll i svaret i en kopia av filen",
        ]
    };
    Diagnostic::notice(blanks.place.clone(), format!("{columns}: blank for {count} of {asked} recipients{names}"))
        .expected(if is_number { "a number of every recipient" } else { "an answer of every recipient" })
        .action(action)
        .in_swedish(
            format!("{columns_swedish}: tomt för {count} av {asked} mottagare{names_swedish}"),
            if is_number { "ett tal för varje mottagare" } else { "ett svar från varje mottagare" },
            todo,
        )
}
