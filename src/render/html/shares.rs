//! Shares: what part of its base a number is. They are shown beside the numbers and are not among the data, which have
//! number and base.

use crate::msg;
use crate::report::{Content, Item, Kind, Table, Value};
use crate::wording::{Language, Message};

/// A column of shares.
pub(super) struct Share {
    /// The column that it stands after.
    pub(super) after: String,
    pub(super) label: String,
    /// Part and base by row; `None` where there is no number.
    parts: Vec<Option<(usize, usize)>>,
    language: Language,
}

impl Share {
    /// The ratio as programs read it, and in whole percent; empty where there is no base.
    pub(super) fn cell(&self, row: usize) -> (String, String) {
        let Some((part, base)) = self.parts.get(row).copied().flatten() else { return Default::default() };
        match self.language.percent(part, base) {
            Some(percent) => (format!("{:?}", part as f64 / base as f64), percent),
            None => Default::default(),
        }
    }
}

/// The shares that belong to an item's numbers.
pub(super) fn of(item: &Item, language: Language) -> Vec<Share> {
    let share = |after: &str, label: Message, base: &dyn Fn(usize) -> Option<usize>| {
        let rows = 0..item.table.rows.len();
        let part = |row| Some((number(&item.table, row, after_number(after))?, base(row)?));
        Share { after: after.to_owned(), label: label.text(language), parts: rows.map(part).collect(), language }
    };
    match &item.content {
        Content::Bubble(chart) => {
            let funds = usize::try_from(chart.funds.rounded().0).ok();
            let of_interventions =
                share("interventions", msg!("report-share-of-interventions"), &|_| Some(chart.interventions));
            let money = item.table.columns.iter().find(|column| column.kind == Kind::Money);
            let of_funds = money.map(|column| {
                share(
                    &column.id,
                    if chart.weighted { msg!("report-share-of-funds-t") } else { msg!("report-share-of-funds-s") },
                    &|_| funds,
                )
            });
            std::iter::once(of_interventions).chain(of_funds).collect()
        }
        Content::Bars(_) | Content::Likert(_) => {
            vec![share("base", msg!("report-share"), &|row| number(&item.table, row, "base"))]
        }
        // Charts of accounts have their shares as columns of their own.
        Content::Stacked(_) | Content::Columns(_) | Content::Response(_) | Content::Table => Vec::new(),
        Content::Change(_) | Content::Series(_) => Vec::new(),
        Content::Picture(_) | Content::Text(_) => Vec::new(),
        // Theirs, too, where they show any.
        Content::Heat(_) | Content::Panels(_) | Content::Attained(_) => Vec::new(),
    }
}

/// The column whose numbers a share is of: the one it stands after, or the count before its base.
fn after_number(after: &str) -> &str {
    if after == "base" { "count" } else { after }
}

fn number(table: &Table, row: usize, column: &str) -> Option<usize> {
    match table.rows.get(row)?.get(table.column(column)?)? {
        Value::Integer(number) => usize::try_from(*number).ok(),
        Value::Amount(amount) => usize::try_from(amount.rounded().0).ok(),
        _ => None,
    }
}
