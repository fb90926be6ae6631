//! Interventions of respondents that `only` leaves out.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::read::amount::amount_as;
use crate::study::{self, Field};
use crate::survey::columns::Columns;
use crate::survey::respondent::{Link, Whose};
use crate::wording::{around, first_of};

/// Tells how many are left out with their respondents, and what they report.
pub(super) fn report(
    declared: &study::Survey,
    columns: &Columns<'_>,
    column: usize,
    links: &[Link],
    messages: &mut Diagnostics,
) {
    const NAMED: usize = 5;
    let of_row = |link: &Link| match &link.whose {
        Whose::LeftOut(respondent) => Some((link.row, respondent.clone())),
        _ => None,
    };
    let (rows, respondents): (Vec<usize>, BTreeSet<String>) = links.iter().filter_map(of_row).unzip();
    let Some(first) = rows.first() else { return };
    let fields = &declared.fields;
    // A column that is missing, and amounts that cannot be read, are told where interventions are.
    let funds = fields.columns.get(&Field::Funds).and_then(|name| columns.column(name, &mut Diagnostics::new()));
    let amounts = funds.map(|funds| {
        let amount = |row: &usize| amount_as(columns.grid.cell(*row, funds), &fields.money).ok().flatten();
        rows.iter().filter_map(amount).sum::<crate::money::Amount>()
    });
    let funds = around(" ", amounts.map(|funds| msg!("with-funds", funds)), "");
    let message = msg!(
        "only-leaves-out-interventions",
        count = rows.len(),
        funds,
        many = respondents.len(),
        respondents = first_of(respondents.iter().map(|one| shown(one)), NAMED, ", ")
    );
    messages.push(Diagnostic::notice(columns.grid.place(*first, column), message));
}
