//! What `insats audit` prints: what was drawn, and how far it is read.

use insats::audit::precision::{By, Measured, Precision};
use insats::audit::promise::Promise;
use insats::audit::{DomainStanding, Standing, Waiting};
use insats::codebook::Domain;
use insats::coding::status::Count;
use insats::diagnostic::printable;
use insats::money::Amount;
use insats::msg;
use insats::run::{AuditEvaluation, AuditSummary, DrawSummary};
use insats::study::Money;
use insats::wording::Message;

use super::{Console, aligned, shown_path};

/// How many answers that wait are named.
const NAMED: usize = 5;

impl Console {
    /// What was drawn.
    pub fn drawn(&self, summary: &DrawSummary) {
        if self.quiet {
            return;
        }
        let DrawSummary { size, per_area, standing, new, given, doubled, begun, twice, money, files, .. } = summary;
        let (sampled, units) = (standing.sample.number, standing.frame.number);
        let mut lines = vec![self.text(msg!("audit-drawn", sampled, units, new = *new))];
        if !per_area && sampled > *size {
            let (size, is_first) = (*size, *new == sampled);
            lines.push(self.text(match is_first {
                true => msg!("audit-at-least", sampled, size),
                false => msg!("audit-larger", sampled, size),
            }));
        }
        if *twice > 0 && sampled < *size && !files.is_empty() {
            lines.push(self.text(msg!("audit-twice", sampled, size = *size, twice = *twice)));
        }
        lines.extend(self.other_in_areas(summary));
        if sampled == units && sampled > 0 && (*per_area || *size > units) {
            lines.push(self.text(msg!("audit-takes-all", units)));
        }
        if files.is_empty() {
            lines.push(self.text(msg!("audit-draws-nothing")));
        }
        lines.extend(self.kept_from_before(summary));
        for (coder, answers) in given {
            let coder = printable(coder).into_owned();
            lines.push(self.text(msg!("audit-given", coder, answers = *answers)));
        }
        if *doubled > 0 {
            lines.push(self.text(msg!("audit-doubled", doubled = *doubled)));
        }
        if *begun > 0 {
            lines.push(self.text(msg!("audit-begun", begun = *begun)));
        }
        lines.extend(self.given_elsewhere(summary));
        lines.extend(files.iter().map(|file| self.text(msg!("audit-written", file = shown_path(file)))));
        self.print(&format!("{}\n\n{}", lines.join("\n"), self.so_far(standing, *money)));
    }

    /// The areas in which not so many are read as were asked for.
    fn other_in_areas(&self, DrawSummary { size, areas, .. }: &DrawSummary) -> Vec<String> {
        let line = |(area, all, sampled): &(String, usize, usize)| {
            let (area, all, sampled, size) = (printable(area).into_owned(), *all, *sampled, *size);
            self.text(match sampled {
                _ if sampled > size => msg!("audit-area-more", area, sampled, size),
                _ if sampled == all => msg!("audit-area-short", area, all, size),
                _ => msg!("audit-area-twice", area, sampled, size),
            })
        };
        areas.iter().map(line).collect()
    }

    /// Whose answers the sample was before it was drawn, and who was given none of it.
    fn given_elsewhere(&self, DrawSummary { given_before, given_nothing, .. }: &DrawSummary) -> Vec<String> {
        let before = given_before.iter().map(|(coder, answers)| {
            let coder = printable(coder).into_owned();
            self.text(msg!("audit-given-before", coder, answers = *answers))
        });
        let nothing = given_nothing.iter().map(|coder| {
            let coder = printable(coder).into_owned();
            self.text(msg!("audit-given-nothing", coder))
        });
        before.chain(nothing).collect()
    }

    /// What earlier draws keep, whatever was asked for.
    fn kept_from_before(&self, DrawSummary { seeds_kept, domains_kept, .. }: &DrawSummary) -> Vec<String> {
        let mut lines = Vec::new();
        if !seeds_kept.is_empty() {
            let seeds: Vec<String> = seeds_kept.iter().map(u64::to_string).collect();
            lines.push(self.text(msg!("audit-keeps-seed", seeds = seeds.join(", "))));
        }
        if !domains_kept.is_empty() {
            let domains: Vec<String> = domains_kept.iter().map(|own| self.domain(*own)).collect();
            lines.push(self.text(msg!("audit-keeps-domains", domains = domains.join(", "))));
        }
        lines
    }

    /// How far an audit is read.
    pub fn audit(&self, AuditSummary { standing, money }: &AuditSummary) {
        if !self.quiet {
            self.print(&self.so_far(standing, *money));
        }
    }

    /// The same among how far a study has come; nothing where nothing was drawn.
    pub(super) fn audit_so_far(&self, standing: Option<&Standing>, money: Option<Money>) -> String {
        standing.map_or_else(String::new, |own| format!("\n{}", self.so_far(own, money)))
    }

    fn so_far(&self, standing: &Standing, money: Option<Money>) -> String {
        let amount = |funds: Option<Amount>| {
            funds.zip(money).map(|(funds, money)| self.language.amount(funds, money.currency())).unwrap_or_default()
        };
        let mut lines = Vec::new();
        let has = if money.is_some() { "yes" } else { "no" };
        let with = |count: Count, message: fn(usize, String, &'static str) -> Message| {
            self.text(message(count.number, amount(count.funds), has))
        };
        let (read, sample) = (standing.read, standing.sample);
        let (funds, of) = (amount(Some(read.funds.unwrap_or_default())), amount(sample.funds));
        lines.push(self.text(msg!("audit-so-far", read = read.number, sample = sample.number, funds, of, money = has)));
        let named = |own: &&Waiting| {
            let about = [self.domain(own.is), own.coders.join(", "), amount(own.funds)];
            let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
            printable(&format!("{} ({})", own.id, about.join(", "))).into_owned()
        };
        for unsettled in [false, true] {
            let own: Vec<&Waiting> = standing.waiting.iter().filter(|own| own.unsettled == unsettled).collect();
            let names: Vec<String> = own.iter().take(NAMED).map(named).collect();
            let (count, more) = (own.len(), own.len() - names.len());
            let names = names.join("; ");
            match unsettled {
                _ if count == 0 => {}
                false => lines.push(self.text(msg!("audit-waiting", count, names, more))),
                true => lines.push(self.text(msg!("audit-unsettled", count, names, more))),
            }
        }
        if standing.new.number > 0 {
            lines.push(with(standing.new, |count, funds, money| msg!("audit-new", count, funds, money)));
        }
        if standing.edited.number > 0 {
            lines.push(with(standing.edited, |count, funds, money| msg!("audit-edited", count, funds, money)));
        }
        if standing.is_of_others() {
            lines.push(self.text(msg!("audit-of-others", there = standing.there, frozen = standing.frozen)));
        }
        if standing.gone > 0 {
            lines.push(self.text(msg!("audit-gone", count = standing.gone)));
        }
        if standing.is_read() {
            lines.push(self.text(msg!("audit-is-read")));
        }
        format!("{}\n{}\n", aligned(&self.audited_domains(standing, money)), lines.join("\n"))
    }

    fn audited_domains(&self, standing: &Standing, money: Option<Money>) -> Vec<Vec<String>> {
        let heads = [msg!("head-domain"), msg!("audit-head-frame"), msg!("audit-head-sample"), msg!("audit-head-read")];
        let mut rows = vec![self.heads(heads).to_vec()];
        if let Some(money) = money {
            let unit = money.currency().beside_amounts();
            rows[0].push(self.text(msg!("audit-head-funds", unit)));
            rows[0].push(self.text(msg!("audit-head-funds-read")));
        }
        rows[0].push(self.text(msg!("audit-head-beside")));
        let funds = |count: Count| self.language.integer(count.funds.unwrap_or_default().rounded().0);
        for DomainStanding { is, frame, sample, read, beside, .. } in &standing.domains {
            let mut row = vec![self.domain(*is)];
            row.extend([frame, sample, read].map(|count| self.language.count(count.number)));
            if money.is_some() {
                row.extend([funds(*sample), funds(*read)]);
            }
            row.push(self.language.count(beside.number));
            rows.push(row);
        }
        rows
    }
}

impl Console {
    /// What a sample says.
    pub fn audit_evaluated(&self, summary: &AuditEvaluation) {
        if self.quiet {
            return;
        }
        let AuditEvaluation { standing, money, precision, promises, is_of_model, folder } = summary;
        let mut text = format!("{}\n{}", self.so_far(standing, *money), aligned(&self.measured(precision)));
        if !promises.is_empty() {
            let mut lines: Vec<String> = promises.iter().map(|(domain, own)| self.promised(*domain, own)).collect();
            if !is_of_model {
                lines.push(self.text(msg!("audit-thresholds-idle")));
            }
            text += &format!("\n{}\n", lines.join("\n"));
        }
        text += &format!("\n{}\n", self.text(msg!("audit-evaluated", folder = shown_path(folder))));
        self.print(&text);
    }

    /// Precision and recall of all main codes together, a row for every domain.
    fn measured(&self, precision: &[(Domain, Vec<Precision>)]) -> Vec<Vec<String>> {
        let heads = [
            msg!("head-domain"),
            msg!("audit-head-by"),
            msg!("audit-head-read"),
            msg!("audit-head-right"),
            msg!("audit-head-precision"),
            msg!("audit-head-recall"),
        ];
        let mut rows = vec![self.heads(heads).to_vec()];
        let share = |own: &Option<Measured>| {
            let own = own.as_ref()?;
            let number = |share: f64| self.language.decimal(share, 2);
            let interval = self.text(msg!("interval", low = number(own.low), high = number(own.high)));
            Some(format!("{} {interval}", number(own.point)))
        };
        for (domain, all) in precision {
            for own in all.iter().filter(|own| own.code.is_none()) {
                let by = match own.by {
                    By::Rules => msg!("audit-by-rules"),
                    By::Suggestions => msg!("audit-by-suggestions"),
                };
                let shares = [share(&own.precision), share(&own.recall)];
                let mut row = vec![self.domain(*domain), self.text(by)];
                row.extend([own.read, own.right].map(|number| self.language.count(number)));
                row.extend(shares.map(|share| share.unwrap_or_else(|| "–".to_owned())));
                rows.push(row);
            }
        }
        rows
    }

    /// From which probability suggestions are accepted; else how many more answers would do.
    fn promised(&self, domain: Domain, own: &Promise) -> String {
        let percent = |share: f64| self.language.percent_near(share, 1);
        let (name, target) = (self.domain(domain), percent(own.target));
        self.text(match (own.kept, own.more) {
            (Some(kept), _) => msg!(
                "audit-promised",
                name,
                from = self.language.decimal(kept.threshold, 3),
                read = kept.read,
                wrong = kept.wrong,
                lower = percent(kept.lower),
                target,
                accepted = kept.accepted,
                today = own.today
            ),
            (None, Some((more, then))) => msg!("audit-promises-later", name, target, more, then, today = own.today),
            (None, None) => msg!("audit-promises-nothing", name, target),
        })
    }
}
