//! What `insats codebook migrate` prints.

use insats::diagnostic::{printable, shown};
use insats::migration::compare::{Row, Sum};
use insats::money::Amount;
use insats::msg;
use insats::run::{ClaimChange, MigrationSummary};
use insats::wording::{Message, first_of};

use super::{Console, aligned, shown_path};

/// How many units a line names.
const NAMED: usize = 5;

impl Console {
    /// What a migration comes to, and whether it was written.
    pub fn migrated(&self, summary: &MigrationSummary) {
        if self.quiet {
            return;
        }
        let MigrationSummary { from, to, compared, open, claims, told, files, written, lists, kept, .. } = summary;
        let mut lines = vec![self.text(msg!("migration-of", from = shown(from), to = shown(to)))];
        lines.push(self.codes_moved(summary));
        if !compared.otherwise.is_empty() {
            let names = compared.otherwise.iter().map(|(id, domain)| format!("{} ({domain})", shown(id)));
            let (count, names) = (compared.otherwise.len(), first_of(names, NAMED, ", "));
            lines.push(self.text(msg!("migration-coded-otherwise", count, names)));
        }
        if !open.is_empty() {
            lines.push(self.text(msg!("migration-to-decide", count = open.len())));
        }
        lines.extend(claims.iter().map(|claim| self.claim_moved(claim)));
        lines.extend(told.iter().map(|message| message.text(self.language)));
        for (file, places) in files {
            lines.push(match places {
                Some(places) => self.text(msg!("migration-file-cells", file = shown(file), places = *places)),
                None => self.text(msg!("migration-file", file = shown(file))),
            });
        }
        lines.extend(lists.iter().map(|file| self.text(msg!("status-written", file = shown_path(file)))));
        let end = if *written { msg!("migration-written") } else { msg!("migration-not-written") };
        lines.push(self.text(end));
        self.print(&format!("{}\n{}", lines.join("\n"), self.kept_as(kept)));
    }

    /// The codes that a change names, and those that count otherwise, before and after.
    fn codes_moved(&self, summary: &MigrationSummary) -> String {
        let is_shown = |row: &&Row| row.touched || row.before != row.after;
        let mut heads = vec![msg!("head-domain"), msg!("head-code-before"), msg!("head-code-after")];
        let unit = summary.money.map(|money| money.currency().beside_amounts());
        for (number, funds) in [(msg!("head-before"), "before"), (msg!("head-after"), "after")] {
            heads.push(number);
            let head = |unit| match funds {
                "before" => msg!("head-funds-before", unit),
                _ => msg!("head-funds-after", unit),
            };
            heads.extend(unit.clone().map(head));
        }
        let mut rows: Vec<Vec<String>> = vec![heads.into_iter().map(|head: Message| self.text(head)).collect()];
        for row in summary.compared.rows.iter().filter(is_shown) {
            let none = || "–".to_owned();
            let from = if row.from.is_empty() { none() } else { printable(&row.from.join(", ")).into_owned() };
            let code = row.code.as_deref().map_or_else(none, |code| printable(code).into_owned());
            let mut cells = vec![self.domain(row.domain), from, code];
            for Sum { number, funds } in [row.before, row.after] {
                cells.push(self.language.count(number));
                cells.extend(summary.money.map(|_| self.whole(funds)));
            }
            rows.push(cells);
        }
        let others: Vec<&Row> = summary.compared.rows.iter().filter(|row| !is_shown(row)).collect();
        let codings: usize = others.iter().map(|row| row.after.number).sum();
        let same = self.text(msg!("migration-others-same", count = others.len(), codings));
        format!("\n{}{same}\n", aligned(&rows))
    }

    fn whole(&self, funds: Amount) -> String {
        self.language.integer(funds.rounded().0)
    }

    fn claim_moved(&self, claim: &ClaimChange) -> String {
        let ClaimChange { id, before, after } = claim;
        let (was, is) = (before.outcome.label(), after.outcome.label());
        let (computed, now) = (shown(&before.computed.in_ids), shown(&after.computed.in_ids));
        self.text(msg!("migration-claim", claim = shown(id), was, computed, is, now))
    }
}
