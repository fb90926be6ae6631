//! Columns of money that two keys name: one of them names the wrong one.

use std::path::PathBuf;

use super::Study;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::spelling::plain;
use crate::study::Declared;
use crate::study::paths::resolved;
use crate::wording::Message;

/// A declared column of what was paid out or paid back, and what it is.
struct Money<'a> {
    file: PathBuf,
    sheet: Option<&'a str>,
    column: &'a str,
    is: Message,
}

/// Reports the column of `[repayments]` where it is one of the requisitions, too.
pub(super) fn check_repayments(study: &Study, messages: &mut Diagnostics) {
    let Some(repayments) = &study.repayments else { return };
    let file = |file: &Declared<String>| resolved(&study.path(&file.value));
    let in_sheets = study.requisitions.iter().flat_map(|declared| {
        let (file, sheet) = (file(&declared.file), declared.sheet.as_deref());
        declared.areas.iter().map(move |(column, _)| Money { file: file.clone(), sheet, column, is: msg!("paid-out") })
    });
    let in_lists = study.requisition_lists.iter().flat_map(|declared| {
        let (file, sheet) = (file(&declared.file), declared.sheet.as_deref());
        let back = declared.repaid.iter().map(|column| (column, msg!("repaid-by-key")));
        let all = std::iter::once((&declared.amount, msg!("paid-out"))).chain(back);
        all.map(move |(column, is)| Money { file: file.clone(), sheet, column: &column.value, is })
    });
    let (own, sheet) = (file(&repayments.file), repayments.sheet.as_deref());
    let same = |text: &str| plain(text) == plain(&repayments.amount.value);
    let found = in_sheets.chain(in_lists).find(|money| money.file == own && money.sheet == sheet && same(money.column));
    if let Some(money) = found {
        let (column, file) = (shown(&repayments.amount.value), shown(&repayments.file.value));
        let message = msg!("repaid-column-shared", column, file, is = money.is);
        messages.push(Diagnostic::error(repayments.amount.place.clone(), message));
    }
}
