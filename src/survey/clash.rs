//! Columns that a list of labels calls the same: they keep their codes, and whoever names them by the text is told.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;

/// A column that the list calls as it calls another.
pub(super) struct Clash {
    /// What the list calls it.
    pub(super) name: String,
    /// What it is called instead.
    pub(super) code: String,
    /// Where the list says so.
    pub(super) place: Place,
}

/// Reports columns that are meant by a name, or a pattern, that the list gives to several; whether there are any.
pub(super) fn report(clashes: &[Clash], is_meant: impl Fn(&str) -> bool, messages: &mut Diagnostics) -> bool {
    let mut any = false;
    for (at, own) in clashes.iter().enumerate() {
        let Some(first) = clashes[..at].iter().find(|first| first.name == own.name) else { continue };
        if !is_meant(&own.name) {
            continue;
        }
        any = true;
        let (name, column, earlier) = (shown(&own.name), shown(&own.code), shown(&first.code));
        let message = msg!("columns-with-one-label", name, column, earlier, other = first.place.clone());
        messages.push(Diagnostic::error(own.place.clone(), message));
    }
    any
}
