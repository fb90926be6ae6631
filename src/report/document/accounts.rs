//! The accounts of grants in short: who is in them, and what their amounts sum to.

use crate::exact::Exact;
use crate::grant::{Account, Grant};
use crate::money::Kronor;
use crate::study::{FieldKind, Study};
use crate::wording::Language;

/// An account in short.
#[derive(Clone, Debug)]
pub struct AccountTotal {
    /// Its id in the study.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How many recipients it has.
    pub recipients: usize,
    /// The sums of its fields of money, with their names.
    pub sums: Vec<(String, Kronor)>,
}

/// Every account with its sums of money; amounts by option are summed over their options.
pub(super) fn totals(grant: &Grant, study: &Study, language: Language) -> Vec<AccountTotal> {
    let total = |account: &Account| {
        let money = account.fields.iter().filter(|field| field.kind == FieldKind::Money);
        let sums = money.filter_map(|field| {
            let mut totals = (0..field.width()).filter_map(|option| field.total(option)).peekable();
            // A sum over nothing is no zero.
            totals.peek()?;
            let sum = Exact::sum(totals)?;
            Some((field.label.get(language).to_owned(), sum.kronor()))
        });
        let declared = study.accounts.iter().find(|own| own.id == account.id);
        AccountTotal {
            id: account.id.clone(),
            title: declared.map_or_else(String::new, |own| own.title.get(language).to_owned()),
            recipients: account.returns.len(),
            sums: sums.collect(),
        }
    };
    grant.accounts.iter().map(total).collect()
}
