//! What `insats sheet` and `insats collect` print.

use insats::diagnostic::printable;
use insats::money::Amount;
use insats::msg;
use insats::run::{Collected, SheetSummary, Taken, WrittenSheet};

use super::{Console, aligned, shown_path};

impl Console {
    /// What was given out.
    pub fn given_out(&self, SheetSummary { sheets, doubled, waits_for_audit, kept }: &SheetSummary) {
        if self.quiet {
            return;
        }
        let written = |WrittenSheet { coder, file, answers, new }: &WrittenSheet| {
            let coder = printable(coder).into_owned();
            self.text(msg!("sheet-written", coder, answers = *answers, new = *new, file = shown_path(file)))
        };
        let mut lines: Vec<String> = sheets.iter().map(written).collect();
        if *doubled > 0 {
            lines.push(self.text(msg!("sheet-doubled", doubled = *doubled)));
        }
        if *waits_for_audit {
            lines.push(self.text(msg!("sheet-audit-first")));
        }
        self.print(&format!("{}\n{}", lines.join("\n"), self.kept_as(kept)));
    }

    /// What was collected, and how far everybody has come.
    pub fn collected(&self, collected: &Collected) {
        if self.quiet {
            return;
        }
        let mut text = String::new();
        for Taken { coder, new, changed, same, left } in &collected.taken {
            let coder = printable(coder).into_owned();
            let (new, changed, same, left) = (*new, *changed, *same, *left);
            text += &format!("{}\n", self.text(msg!("collect-taken", coder, new, changed, same, left)));
        }
        self.print(&text);
        collected.settled.iter().for_each(|settled| self.taken_back(settled));
        let mut text = String::new();
        for notice in &collected.notices {
            text += &format!("{}\n", self.indented(notice));
        }
        let rows = self.by_coder(collected);
        if rows.len() > 1 {
            text += &format!("\n{}", aligned(&rows));
        }
        let progress = &collected.progress;
        if progress.doubled > 0 {
            let (done, doubled, differ, settled) = (progress.done, progress.doubled, progress.differ, progress.settled);
            text += &format!("\n{}\n", self.text(msg!("collect-doubled", done, doubled, differ, settled)));
        }
        if let Some(file) = &collected.differences_file {
            let (count, file) = (collected.differences, shown_path(file));
            text += &format!("{}\n", self.text(msg!("collect-differences", count, file)));
        }
        for file in &collected.sheets {
            text += &format!("{}\n", self.text(msg!("collect-sheet-written", file = shown_path(file))));
        }
        self.print(&(text + &self.kept_as(&collected.kept)));
    }

    /// A row for every coder and domain, by number and funds.
    fn by_coder(&self, collected: &Collected) -> Vec<Vec<String>> {
        let heads = [
            msg!("collect-head-coder"),
            msg!("collect-head-domain"),
            msg!("collect-head-coded"),
            msg!("collect-head-given"),
        ];
        let mut rows = vec![self.heads(heads).to_vec()];
        if let Some(money) = collected.money {
            let unit = money.currency().beside_amounts();
            rows[0].push(self.text(msg!("collect-head-funds", unit)));
            rows[0].push(self.text(msg!("collect-head-funds-given")));
        }
        let amount = |amount: Amount| self.language.integer(amount.rounded().0);
        for ((coder, domain), own) in &collected.progress.coders {
            let mut row = vec![printable(coder).into_owned(), self.domain(*domain)];
            row.extend([own.coded.number, own.given.number].map(|number| self.language.count(number)));
            if collected.money.is_some() {
                row.extend([own.coded.funds, own.given.funds].map(amount));
            }
            rows.push(row);
        }
        rows
    }
}
