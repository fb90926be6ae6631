//! What a run and an allocation print.

use insats::money::Currency;
use insats::msg;
use insats::report::{Kind, Table, Value};
use insats::run::{AllocationSummary, InTemplate, Summary};
use insats::wording::{Language, names_of};

use super::{Console, aligned, shown_path};

impl Console {
    /// What a run did.
    pub fn summary(&self, summary: &Summary) {
        if self.quiet {
            return;
        }
        let mut text = String::new();
        if !summary.areas.is_empty() {
            text += &self.areas(summary);
        }
        for account in &summary.accounts {
            let head = msg!("account-recipients", account = &account.title, count = account.recipients);
            text += &format!("{}\n", self.text(head));
            let sums = account.sums.iter();
            let rows: Vec<[String; 2]> = sums
                .map(|(name, sum)| [format!("  {name}"), self.language.amount((*sum).into(), Currency::Sek)])
                .collect();
            text += &aligned(&rows);
        }
        text += &self.notices(&summary.notices, "data/notices.csv");
        let Summary { figures, tables, folder, .. } = summary;
        if summary.claims.all() > 0 {
            text += &format!("\n{} (data/claims.csv)\n", self.verified(summary.claims));
        }
        text += &self.in_template(summary.template.as_ref());
        let end = msg!("run-written", figures = *figures, tables = *tables, folder = shown_path(folder));
        text += &format!("\n{}\n", self.text(end));
        self.print(&text);
    }

    /// What a Word template made of a report, where that is worth knowing.
    pub(super) fn in_template(&self, template: Option<&InTemplate>) -> String {
        let Some(InTemplate { added, has_place, has_contents }) = template else { return String::new() };
        let styles = (!added.is_empty())
            .then(|| msg!("template-added-styles", count = added.len(), styles = names_of(added.iter().cloned())));
        let place = (!has_place).then(|| msg!("template-without-place"));
        let contents = has_contents.then(|| msg!("template-with-contents"));
        let told: Vec<_> = styles.into_iter().chain(place).chain(contents).map(|told| self.text(told) + "\n").collect();
        if told.is_empty() { String::new() } else { format!("\n{}", told.concat()) }
    }

    fn areas(&self, summary: &Summary) -> String {
        let heads = [
            msg!("head-area"),
            msg!("head-answered"),
            msg!("head-interventions"),
            msg!("head-excluded"),
            msg!("head-coded"),
        ];
        let mut rows = vec![self.heads(heads).to_vec()];
        rows[0].extend(summary.money.map(|money| {
            let unit = money.currency().beside_amounts();
            self.text(if money.is_weighted() { msg!("head-target", unit) } else { msg!("head-reported", unit) })
        }));
        for area in &summary.areas {
            let counts = [area.respondents, area.interventions, area.excluded, area.coded];
            let funds = area.funds.map(|funds| self.language.integer(funds.counted().rounded().0));
            let row = std::iter::once(area.area.clone()).chain(counts.map(|count| count.to_string())).chain(funds);
            rows.push(row.collect());
        }
        aligned(&rows)
    }

    /// How pots were distributed.
    pub fn allocations(&self, summary: &AllocationSummary) {
        if self.quiet {
            return;
        }
        let mut text = String::new();
        for (allocation, table) in &summary.allocations {
            text += &format!("{}\n\n", allocation.title.get(summary.language));
            text += &columns(table, summary.language);
            text.push('\n');
        }
        text += &self.notices(&summary.notices, "notices.csv");
        text += &format!("\n{}\n", self.text(msg!("written-to", folder = shown_path(&summary.folder))));
        self.print(&text);
    }
}

/// A table as columns, texts to the left, numbers to the right; the heads of its columns are their ids.
fn columns(table: &Table, language: Language) -> String {
    let text = |value: &Value| match value {
        Value::Integer(number) => language.integer(*number),
        Value::Amount(amount) => language.in_message(&language.bare_amount(*amount)),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Percent(percent) => percent.text(language),
        Value::Missing => String::new(),
        word => word.word().unwrap_or_default().into_owned(),
    };
    let mut rows: Vec<Vec<String>> = vec![table.columns.iter().map(|column| column.id.clone()).collect()];
    rows.extend(table.rows.iter().map(|row| row.iter().map(text).collect()));
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).zip(&table.columns).map(|((cell, width), column)| {
            if column.kind == Kind::Text { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}
