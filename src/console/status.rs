//! What `insats status` prints: for people, with totals first and the work lists in short; for programs, as JSON.

use insats::audit::Standing;
use insats::coding::State;
use insats::coding::status::{DomainStatus, NOT_LOCKED, Part, SheetStatus, Status, WITHDRAWN};
use insats::decisions::Change;
use insats::diagnostic::printable;
use insats::exact::{Exact, Rounding};
use insats::money::Amount;
use insats::msg;
use insats::report::{Percent, PercentStyle};
use insats::run::StatusSummary;
use insats::wording::{Message, joined};
use serde::Serialize;

use super::{Console, aligned, shown_path};

/// How many of a work list are named.
const NAMED: usize = 5;

/// A status with what is known of an audit.
#[derive(Serialize)]
struct All<'s> {
    #[serde(flatten)]
    status: &'s Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    audit: Option<&'s Standing>,
}

impl Console {
    /// How far a study has come.
    pub fn status(&self, summary: &StatusSummary, json: bool) {
        if json {
            let all = All { status: &summary.status, audit: summary.audit.as_ref() };
            self.print(&(serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"));
            return;
        }
        if self.quiet {
            return;
        }
        let status = &summary.status;
        let mut text = aligned(&self.areas_so_far(status));
        for rows in [self.states(status), self.changes_so_far(status)] {
            text += &if rows.len() > 1 { format!("\n{}", aligned(&rows)) } else { String::new() };
        }
        let sheets = status.sheets.iter().map(|sheet| self.sheet_so_far(sheet));
        let lines: Vec<String> = sheets.chain(self.decided_so_far(status)).chain(self.work(status)).collect();
        text += &format!("\n{}\n", lines.join("\n"));
        text += &self.audit_so_far(summary.audit.as_ref(), status.money);
        text += &self.reworded(&summary.reworded, status.money);
        for file in &summary.written {
            text += &format!("{}\n", self.text(msg!("status-written", file = shown_path(file))));
        }
        text += &self.kept_as(&summary.kept);
        text += &format!("\n{}\n", self.text(next_step(status, summary.audit.as_ref())));
        self.print(&text);
    }

    /// A row for all areas, and one for each.
    fn areas_so_far(&self, status: &Status) -> Vec<Vec<String>> {
        let heads = [
            msg!("head-area"),
            msg!("head-answered"),
            msg!("head-not-answered"),
            msg!("head-interventions"),
            msg!("head-excluded"),
            msg!("head-settled"),
        ];
        let mut rows = vec![self.heads(heads).to_vec()];
        if status.has_due() {
            rows[0].insert(2, self.text(msg!("head-late")));
        }
        if let Some(money) = status.money {
            let unit = money.currency().beside_amounts();
            let funds = if money.is_weighted() { msg!("head-target", unit) } else { msg!("head-reported", unit) };
            rows[0].extend([self.text(funds), self.text(msg!("head-funds-settled"))]);
        }
        let all = self.text(msg!("status-all-areas"));
        rows.push(self.area_so_far(all, &status.total, status));
        if status.areas.len() > 1 {
            rows.extend(status.areas.iter().map(|own| self.area_so_far(own.area.clone(), &own.part, status)));
        }
        rows
    }

    fn area_so_far(&self, area: String, part: &Part, status: &Status) -> Vec<String> {
        let Part { answered, not_answered, interventions, incomplete, settled, .. } = part;
        let counts = [*answered, not_answered.number, interventions.number, incomplete.number, settled.number];
        let mut row = vec![printable(&area).into_owned()];
        row.extend(counts.map(|count| count.to_string()));
        if status.has_due() {
            row.insert(2, part.late.to_string());
        }
        if let Some(money) = status.money {
            let whole = if money.is_weighted() { part.expected.funds } else { interventions.funds };
            row.extend([self.funds(whole), self.share(settled.funds, whole)]);
        }
        row
    }

    /// Funds in whole units.
    fn funds(&self, funds: Option<Amount>) -> String {
        self.language.integer(funds.unwrap_or_default().rounded().0)
    }

    /// A part in whole percent, rounded down: 100 is all.
    fn share(&self, part: Option<Amount>, whole: Option<Amount>) -> String {
        let [part, whole] = [part, whole].map(|funds| Exact::from(funds.unwrap_or_default()));
        let style = PercentStyle { rounding: Rounding::Truncate, ..PercentStyle::default() };
        let share = part.times(Exact::whole(100)).and_then(|part| part.over(whole));
        let share = share.and_then(|share| Percent::new(share, style));
        share.map_or_else(|| "–".to_owned(), |share| share.text(self.language))
    }

    /// In which state codings are: a row for every domain, and for every area with something left to do.
    fn states(&self, status: &Status) -> Vec<Vec<String>> {
        let mut heads = vec![msg!("head-area"), msg!("head-domain")];
        heads.extend([msg!("head-coded"), msg!("head-none"), msg!("head-not-coded"), msg!("head-unsettled")]);
        heads.push(msg!("head-waiting"));
        let unit = status.money.map(|money| money.currency().beside_amounts());
        heads.extend(unit.map(|unit| msg!("head-funds-waiting", unit)));
        heads.push(msg!("head-codes-from"));
        let row = |area: &str, own: &DomainStatus| {
            let states = [State::Coded, State::None, State::NotCoded, State::Unsettled];
            let mut row = vec![printable(area).into_owned(), self.domain(own.is)];
            row.extend(states.map(|state| own.state(state).number.to_string()));
            row.push(own.waiting.number.to_string());
            row.extend(status.money.map(|_| self.funds(own.waiting.funds)));
            row.push(self.sources(own));
            row
        };
        self.by_domain(status, heads, row, |own| own.waiting.number > 0)
    }

    fn sources(&self, own: &DomainStatus) -> String {
        let told = |(source, number): (&&str, &usize)| {
            let source = match *source {
                "final" => msg!("explain-source-final"),
                "coders" => msg!("explain-source-coders"),
                _ => msg!("explain-source-rules"),
            };
            format!("{} {number}", self.text(source))
        };
        let sources: Vec<String> = own.sources.iter().map(told).collect();
        if sources.is_empty() { "–".to_owned() } else { sources.join(", ") }
    }

    /// What became of answers since they were coded; nothing where no sheet has a lock.
    fn changes_so_far(&self, status: &Status) -> Vec<Vec<String>> {
        if !status.sheets.iter().any(|sheet| sheet.locked) {
            return Vec::new();
        }
        let words = [
            (Change::Unchanged.word(), msg!("head-unchanged")),
            (Change::Moved.word(), msg!("head-moved")),
            (Change::Edited.word(), msg!("head-edited")),
            (Change::Unclear.word(), msg!("head-unclear")),
            (Change::New.word(), msg!("head-new")),
            (Change::Doubled.word(), msg!("head-doubled")),
            (WITHDRAWN, msg!("head-withdrawn")),
            (NOT_LOCKED, msg!("head-not-locked")),
        ];
        let number = |own: &DomainStatus, word: &str| own.changes.get(word).copied().unwrap_or_default();
        let mut heads = vec![msg!("head-area"), msg!("head-domain")];
        heads.extend(words.iter().map(|(_, head)| head.clone()));
        let row = |area: &str, own: &DomainStatus| {
            let mut row = vec![printable(area).into_owned(), self.domain(own.is)];
            row.extend(words.iter().map(|(word, _)| number(own, word).to_string()));
            row
        };
        self.by_domain(status, heads, row, |own| words.iter().skip(1).any(|(word, _)| number(own, word) > 0))
    }

    /// A row for every domain of all areas; then, of areas, those that are told.
    fn by_domain(
        &self,
        status: &Status,
        heads: Vec<Message>,
        row: impl Fn(&str, &DomainStatus) -> Vec<String>,
        is_told: impl Fn(&DomainStatus) -> bool,
    ) -> Vec<Vec<String>> {
        let all = self.text(msg!("status-all-areas"));
        let mut rows: Vec<Vec<String>> = vec![heads.into_iter().map(|head| self.text(head)).collect()];
        rows.extend(status.total.domains.iter().map(|own| row(&all, own)));
        for area in status.areas.iter().filter(|_| status.areas.len() > 1) {
            let told = area.part.domains.iter().filter(|own| is_told(own));
            rows.extend(told.map(|own| row(&area.area, own)));
        }
        rows
    }

    fn sheet_so_far(&self, sheet: &SheetStatus) -> String {
        let SheetStatus { file, coder, rows, locked, unlocked } = sheet;
        let who = coder.as_ref().map_or_else(|| msg!("explain-source-final").into(), |coder| joined([coder], ""));
        let locked = if *locked { "yes" } else { "no" };
        self.text(msg!(
            "status-sheet",
            file = printable(file).into_owned(),
            who,
            rows = *rows,
            locked,
            unlocked = *unlocked
        ))
    }

    /// Who decided how many codings beside the sheets.
    fn decided_so_far(&self, status: &Status) -> Option<String> {
        let by: Vec<String> =
            status.decisions.iter().map(|(who, number)| printable(&format!("{who} {number}")).into_owned()).collect();
        (!by.is_empty()).then(|| self.text(msg!("status-decisions", by = by.join(", "))))
    }

    /// The work lists in short.
    fn work(&self, status: &Status) -> Vec<String> {
        let amount = |funds: Amount| status.money.map(|money| self.language.amount(funds, money.currency()));
        let mut lines = Vec::new();
        if !status.to_code.is_empty() {
            let names = status.to_code.iter().take(NAMED).map(|own| {
                let domain = own.domain.to_owned();
                let about: Vec<String> = [domain].into_iter().chain(own.funds.and_then(amount)).collect();
                printable(&format!("{} ({})", own.id, about.join(", "))).into_owned()
            });
            lines.push(self.first_of(
                |names, more| msg!("status-to-code", count = status.to_code.len(), names, more),
                names.collect(),
                status.to_code.len(),
            ));
        }
        if !status.reminders.is_empty() {
            let begun = status.total.begun;
            let names = status.reminders.iter().take(NAMED).map(|own| {
                let about: Vec<String> = [own.area.clone()].into_iter().chain(amount(own.target)).collect();
                printable(&format!("{} ({})", own.recipient, about.join(", "))).into_owned()
            });
            lines.push(self.first_of(
                |names, more| msg!("status-reminders", count = status.reminders.len(), begun, names, more),
                names.collect(),
                status.reminders.len(),
            ));
        }
        if !status.late.is_empty() {
            let names = status
                .late
                .iter()
                .take(NAMED)
                .map(|own| printable(&format!("{} ({}, {})", own.recipient, own.area, own.answered)).into_owned());
            lines.push(self.first_of(
                |names, more| msg!("status-late", count = status.late.len(), names, more),
                names.collect(),
                status.late.len(),
            ));
        }
        if status.file_errors() > 0 {
            lines.push(self.text(msg!("status-errors", count = status.file_errors())));
        }
        lines
    }

    fn first_of(&self, message: impl Fn(String, usize) -> Message, names: Vec<String>, all: usize) -> String {
        let more = all.saturating_sub(names.len());
        self.text(message(names.join(", "), more))
    }
}

/// What to do first.
fn next_step(status: &Status, audit: Option<&Standing>) -> Message {
    let waits =
        || status.to_code.iter().any(|own| [Change::Edited, Change::Unclear].iter().any(|c| c.word() == own.change));
    match () {
        () if status.file_errors() > 0 => msg!("status-next-mend"),
        () if status.sheets.iter().any(|sheet| !sheet.locked || sheet.unlocked > 0) => msg!("status-next-lock"),
        () if waits() => msg!("status-next-decide"),
        () if audit.is_some_and(|own| !own.waiting.is_empty()) => msg!("status-next-audit"),
        () if !status.to_code.is_empty() => msg!("status-next-code"),
        () if !status.reminders.is_empty() => msg!("status-next-remind"),
        () => msg!("status-next-run"),
    }
}
