//! What `insats diff` prints: for people, causes first, then areas, codes, figures and claims in short; for programs, as JSON.

use std::collections::BTreeSet;

use insats::diagnostic::printable;
use insats::msg;
use insats::run::DiffSummary;
use insats::since::{Became, Cause, ChangedCell, ChangedClaim, ChangedItem, Count, Difference, ItemBecame, Note, Row};
use insats::wording::Message;

use super::{Console, aligned, shown_path};

/// How many codes, figures and claims are named, and how many cells of a figure.
const NAMED: usize = 10;
const CELLS: usize = 3;

impl Console {
    /// What has changed since a run.
    pub fn since(&self, summary: &DiffSummary, json: bool) {
        let difference = &summary.difference;
        if json {
            self.print(&(serde_json::to_string_pretty(difference).unwrap_or_default() + "\n"));
            return;
        }
        if self.quiet {
            return;
        }
        let mut parts = Vec::new();
        parts.extend(difference.total.as_ref().map(|total| aligned(&self.causes(difference, total))));
        parts.extend((!difference.files.is_empty()).then(|| self.changed_files(difference)));
        if difference.is_nothing() {
            let message = if difference.is_whole() { msg!("since-nothing") } else { msg!("since-not-whole") };
            parts.push(self.text(message) + "\n");
        }
        parts.extend(self.moved_areas(difference));
        parts.extend(self.moved_codes(difference));
        parts.extend(self.moved_items(difference));
        parts.extend(self.moved_claims(difference));
        let notes = difference.notes.iter().map(|note| {
            let message = note.message();
            let message = match difference.money {
                Some(money) => message.in_currency(money.currency()),
                None => message,
            };
            printable(&self.text(message)).into_owned() + "\n"
        });
        parts.extend((!difference.notes.is_empty()).then(|| notes.collect()));
        let written =
            summary.written.iter().map(|file| self.text(msg!("since-written", file = shown_path(file))) + "\n");
        let written = written.collect::<String>() + &self.kept_as(&summary.kept);
        parts.extend((!written.is_empty()).then_some(written));
        self.print(&parts.join("\n"));
    }

    /// A row for what was, for each cause, and for what is.
    fn causes(&self, difference: &Difference, total: &Row) -> Vec<Vec<String>> {
        let mut heads = vec![self.text(msg!("head-cause")), self.text(msg!("head-interventions"))];
        heads.extend(self.funds_head(difference));
        let mut rows = vec![heads, self.counted(self.text(msg!("since-before")), total.before, difference)];
        for cause in Cause::ALL {
            let part = total.parts.get(&cause).copied();
            let is_merged =
                difference.notes.iter().any(|note| matches!(note, Note::Merged { cause: own, .. } if *own == cause));
            let mut row = vec![self.text(cause.label())];
            row.extend(match part {
                None if is_merged => vec!["–".to_owned(); if difference.money.is_some() { 2 } else { 1 }],
                part => self.added(part.unwrap_or_default(), difference),
            });
            rows.push(row);
        }
        rows.push(self.counted(self.text(msg!("since-now")), total.now, difference));
        rows
    }

    fn funds_head(&self, difference: &Difference) -> Option<String> {
        difference.money.map(|money| {
            let unit = money.currency().beside_amounts();
            self.text(if money.is_weighted() { msg!("head-weighted", unit) } else { msg!("head-reported", unit) })
        })
    }

    fn counted(&self, name: String, count: Count, difference: &Difference) -> Vec<String> {
        let mut row = vec![name, self.language.integer(count.number)];
        row.extend(difference.money.map(|_| self.language.bare_amount(count.funds)));
        row
    }

    /// A change with its sign.
    fn added(&self, count: Count, difference: &Difference) -> Vec<String> {
        let sign = |is_more: bool, text: String| if is_more { format!("+{text}") } else { text };
        let mut row = vec![sign(count.number > 0, self.language.integer(count.number))];
        let funds = |count: Count| sign(count.funds.ore() > 0, self.language.bare_amount(count.funds));
        row.extend(difference.money.map(|_| funds(count)));
        row
    }

    fn named(&self, causes: impl IntoIterator<Item = Cause>) -> String {
        causes.into_iter().map(|cause| self.text(cause.label())).collect::<Vec<_>>().join(", ")
    }

    /// The files that are not what they were, by what they say something about.
    fn changed_files(&self, difference: &Difference) -> String {
        let causes: BTreeSet<Cause> = difference.files.iter().map(|file| file.cause).collect();
        let line = |cause: Cause| {
            let own = difference.files.iter().filter(|file| file.cause == cause);
            let names = own.map(|file| {
                let became = match file.became {
                    Became::Changed => msg!("since-file-changed"),
                    Became::New => msg!("since-file-new"),
                    Became::Gone => msg!("since-file-gone"),
                };
                format!("{} ({})", printable(&file.file), self.text(became))
            });
            let names = names.collect::<Vec<_>>().join(", ");
            self.text(msg!("since-files", cause = cause.label(), names)) + "\n"
        };
        causes.into_iter().map(line).collect()
    }

    fn moved_areas(&self, difference: &Difference) -> Option<String> {
        let moved = difference.areas.iter().filter(|own| own.row.moved());
        let mut rows = vec![self.row_heads(difference, vec![msg!("head-area")])];
        rows.extend(moved.map(|own| self.moved_row(printable(&own.area).into_owned(), &own.row, difference)));
        (rows.len() > 1 && difference.areas.len() > 1).then(|| aligned(&rows))
    }

    fn row_heads(&self, difference: &Difference, first: Vec<Message>) -> Vec<String> {
        let mut heads: Vec<String> = first.into_iter().map(|head| self.text(head)).collect();
        heads.extend([msg!("head-before"), msg!("head-now"), msg!("head-change")].map(|head| self.text(head)));
        heads.extend(self.funds_head(difference).map(|head| self.text(msg!("head-change-of", what = head))));
        heads.push(self.text(msg!("head-because")));
        heads
    }

    fn moved_row(&self, name: String, row: &Row, difference: &Difference) -> Vec<String> {
        let mut cells = vec![name, self.language.integer(row.before.number), self.language.integer(row.now.number)];
        cells.extend(self.added(row.change(), difference));
        cells.push(self.named(row.parts.keys().copied()));
        cells
    }

    fn moved_codes(&self, difference: &Difference) -> Option<String> {
        let mut rows = vec![self.row_heads(difference, vec![msg!("head-code")])];
        rows.extend(difference.codes.iter().take(NAMED).map(|own| {
            let name = [&own.area, &own.domain, &own.code].map(|text| printable(text).into_owned()).join(", ");
            self.moved_row(name, &own.row, difference)
        }));
        (rows.len() > 1).then(|| aligned(&rows) + &self.and_more(difference.codes.len(), NAMED))
    }

    fn moved_items(&self, difference: &Difference) -> Option<String> {
        let items = &difference.items;
        let line = |own: &ChangedItem| {
            let name = printable(&own.item).into_owned();
            match own.became {
                ItemBecame::New => self.text(msg!("since-item-new", name)) + "\n",
                ItemBecame::Gone => self.text(msg!("since-item-gone", name)) + "\n",
                ItemBecame::Moved => {
                    let causes: BTreeSet<Cause> = own.cells.iter().flat_map(|cell| &cell.causes).copied().collect();
                    let head = msg!("since-item", name, count = own.cells.len(), causes = self.named(causes));
                    let cells = own.cells.iter().take(CELLS).map(|cell| self.cell_line(cell));
                    self.text(head) + "\n" + &cells.collect::<String>()
                }
            }
        };
        let lines: String = items.iter().take(NAMED).map(line).collect();
        (!items.is_empty()).then(|| lines + &self.and_more(items.len(), NAMED))
    }

    fn cell_line(&self, cell: &ChangedCell) -> String {
        let text = |text: &str| if text.is_empty() { "–".to_owned() } else { printable(text).into_owned() };
        let number = |own: &str| own.parse().map_or_else(|_| text(own), |number| self.language.integer(number));
        let (row, column) = (text(&cell.row), text(&cell.column));
        format!("  {row}, {column}: {} → {}\n", number(&cell.before), number(&cell.now))
    }

    fn moved_claims(&self, difference: &Difference) -> Option<String> {
        let claims = &difference.claims;
        let line = |own: &ChangedClaim| {
            let came = |came: &Option<insats::since::Came>| match came {
                None => "–".to_owned(),
                Some(came) => {
                    let outcome = match came.outcome.as_str() {
                        "holds" => self.text(msg!("since-holds")),
                        "fails" => self.text(msg!("since-fails")),
                        "open" => self.text(msg!("outcome-open")),
                        _ => self.text(msg!("since-undecided")),
                    };
                    let computed = printable(&came.computed).into_owned();
                    if computed.is_empty() { outcome } else { format!("{outcome} ({computed})") }
                }
            };
            let (claim, causes) = (printable(&own.claim).into_owned(), self.named(own.causes.iter().copied()));
            let (before, now) = (came(&own.before), came(&own.now));
            self.text(msg!("since-claim", claim, before, now, causes)) + "\n"
        };
        let lines: String = claims.iter().take(NAMED).map(line).collect();
        (!claims.is_empty()).then(|| lines + &self.and_more(claims.len(), NAMED))
    }

    fn and_more(&self, all: usize, shown: usize) -> String {
        match all.checked_sub(shown).filter(|more| *more > 0) {
            Some(count) => self.text(msg!("since-and-more", count)) + "\n",
            None => String::new(),
        }
    }
}
