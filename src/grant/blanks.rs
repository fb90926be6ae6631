//! What recipients left blank: missing is not zero, so whoever reads a sum or a share must know on how many it rests.

use super::{Account, Field};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::study::FieldKind;
use crate::survey::{Blanks, Values};
use crate::wording::{Arg, joined};

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
    let first = shown(blanks.columns.first().map_or("", String::as_str));
    let columns: Arg = match blanks.columns.len().saturating_sub(1) {
        0 => first.into(),
        more => msg!("column-and-more", first, more).into(),
    };
    let (count, named) = (who.len(), joined(who.iter().take(NAMED).copied(), ", "));
    let blank = match count.saturating_sub(NAMED) {
        _ if count == asked => msg!("blank-for-all", columns, count, asked),
        0 => msg!("blank-for-some", columns, count, asked, names = named),
        more => msg!("blank-for-some", columns, count, asked, names = msg!("names-and-more", names = named, more)),
    };
    let message = if matches!(field.data, Values::Numbers(_)) {
        msg!("numbers-left-blank", blank)
    } else if blanks.unticked {
        msg!("no-option-ticked", blank)
    } else if field.kind == FieldKind::Ticks {
        msg!("options-left-blank", blank)
    } else {
        msg!("answers-left-blank", blank)
    };
    Diagnostic::notice(blanks.place.clone(), message)
}
