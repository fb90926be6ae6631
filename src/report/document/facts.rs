//! The totals of the first page, each in words and, where it has any, as numbers.

use super::accounts::AccountTotal;
use super::front::{AreaFront, CodingCount, Front};
use super::{MadeFrom, Value};
use crate::codebook::Domain;
use crate::coding::Source;
use crate::ledger::WeightedTotal;
use crate::money::{Amount, Currency};
use crate::msg;
use crate::report::sample;
use crate::wording::{Language, Message, all_of};

/// A line of the first page.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What.
    pub label: String,
    /// Its value, written for readers.
    pub value: String,
    /// The numbers that the value tells; none where it tells a word.
    pub totals: Vec<Total>,
}

/// A number of the first page.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// The name that formulas know it by.
    pub name: String,
    /// What it is.
    pub label: String,
    /// A count, an amount or a factor.
    pub value: Value,
}

impl Fact {
    fn word(label: &Message, value: String, language: Language) -> Self {
        Self { label: label.text(language), value, totals: Vec::new() }
    }

    /// One number under its own label.
    fn number(name: &Message, label: String, (value, shown): (impl Into<Value>, String), language: Language) -> Self {
        let total = Total { name: name.text(language), label: label.clone(), value: value.into() };
        Self { label, value: shown, totals: vec![total] }
    }

    fn count(name: &Message, label: &Message, count: usize, language: Language) -> Self {
        Self::number(name, label.text(language), (count, language.count(count)), language)
    }

    fn amount(name: &Message, label: &Message, (amount, currency): (Amount, Currency), language: Language) -> Self {
        Self::number(name, label.text(language), (amount, language.amount(amount, currency)), language)
    }

    fn with(mut self, name: &Message, label: &Message, value: impl Into<Value>, language: Language) -> Self {
        self.totals.push(Total { name: name.text(language), label: label.text(language), value: value.into() });
        self
    }
}

impl Front {
    /// The totals for readers, one line each.
    pub fn facts(&self, language: Language) -> Vec<Fact> {
        let mut facts = self.facts_of_data(language);
        facts.extend(self.facts_of_making(language));
        facts
    }

    /// The totals of the data for readers.
    pub fn facts_of_data(&self, language: Language) -> Vec<Fact> {
        let mut facts = if self.areas.is_empty() { Vec::new() } else { self.facts_of_surveys(language) };
        facts.extend(self.accounts.iter().map(|account| {
            let AccountTotal { id, title, recipients: count, .. } = account;
            let name = msg!("range-recipients-of", account = id.as_str());
            Fact::number(&name, title.clone(), (*count, recipients(*count, language)), language)
        }));
        facts
    }

    /// The totals of the data in one area, and those that are not of areas, which say so.
    pub fn facts_of_area(&self, area: &AreaFront, language: Language) -> Vec<Fact> {
        let own = Self {
            respondents: area.respondents,
            recipients: area.recipients,
            interventions: area.interventions,
            excluded: area.excluded,
            coded: area.coded,
            money: self.money,
            funds: area.funds,
            ..Self::default()
        };
        let account = |account: &AccountTotal| {
            let label = msg!("front-for-all-areas", what = account.title.as_str());
            Fact::word(&label, recipients(account.recipients, language), language)
        };
        // How many areas there are is no total of one.
        own.facts_of_surveys(language).into_iter().skip(1).chain(self.accounts.iter().map(account)).collect()
    }

    fn facts_of_surveys(&self, language: Language) -> Vec<Fact> {
        let shown = recipients(self.recipients, language);
        let answers = msg!("front-answers", answers = language.count(self.respondents), recipients = shown);
        let count = |name, label, count| Fact::count(&name, &label, count, language);
        let mut facts = vec![
            count(msg!("range-areas"), msg!("report-areas"), self.areas.len()),
            Fact {
                value: answers.text(language),
                ..count(msg!("range-answers"), msg!("report-survey-answers"), self.respondents)
            }
            .with(
                &msg!("range-recipients"),
                &msg!("front-recipients-that-answered"),
                self.recipients,
                language,
            ),
            count(msg!("range-interventions"), msg!("report-interventions-2"), self.interventions),
            self.excluded(language),
            count(msg!("range-coded"), msg!("report-coded-interventions"), self.coded),
        ];
        facts.extend(self.facts_of_funds(language));
        facts
    }

    /// S, and T and J where funds are weighted; nothing in a study without funds.
    fn facts_of_funds(&self, language: Language) -> Vec<Fact> {
        let (Some(money), Some(funds)) = (self.money, self.funds) else { return Vec::new() };
        let fact = |name, label, amount| Fact::amount(&name, &label, (amount, money.currency()), language);
        let Some(weighted) = funds.weighted else {
            return vec![fact(msg!("range-reported"), msg!("report-funds-reported"), funds.reported)];
        };
        let mut facts = vec![
            fact(msg!("range-target"), msg!("report-funds-requisitioned-less-repaid-t"), weighted.target),
            fact(msg!("range-reported-s"), msg!("report-funds-reported-s"), funds.reported),
        ];
        if weighted.not_attributed() != Amount::ZERO {
            let (name, label) = (msg!("range-not-attributed"), msg!("report-of-t-not-attributed-to"));
            facts.push(fact(name, label, weighted.not_attributed()));
        }
        facts.push(factors(&weighted, language));
        facts
    }

    /// What is excluded, with the funds that were reported for it.
    fn excluded(&self, language: Language) -> Fact {
        let name = msg!("range-excluded");
        let reported = self.funds.and_then(|funds| funds.excluded).filter(|_| self.excluded > 0);
        let plain = Fact::count(&name, &msg!("report-excluded-interventions"), self.excluded, language);
        let Some((amount, money)) = reported.zip(self.money) else { return plain };
        let label = msg!("front-excluded", amount = language.amount(amount, money.currency()));
        let funds = (msg!("range-excluded-funds"), msg!("front-excluded-funds"));
        Fact { label: label.text(language), ..plain }.with(&funds.0, &funds.1, amount, language)
    }

    /// What the report was made with, for readers.
    pub fn facts_of_making(&self, language: Language) -> Vec<Fact> {
        let word = |label: Message, value| Fact::word(&label, value, language);
        let mut facts: Vec<Fact> = self.codings.iter().map(|count| of_source(count, language)).collect();
        facts.extend(self.facts_of_estimates(language));
        let MadeFrom { program, study, codebook, .. } = &self.made_from;
        if !self.areas.is_empty() {
            let (name, label) = (msg!("range-corrections"), msg!("report-corrections-of-the-data"));
            facts.push(Fact::count(&name, &label, self.corrections, language));
        }
        facts.extend([self.remarks(language), word(msg!("report-study"), study.clone())]);
        if !self.codebook.is_empty() {
            facts.push(word(msg!("report-codebook"), format!("{} ({codebook})", self.codebook)));
        }
        facts.extend([
            word(msg!("report-made-with"), program.clone()),
            word(msg!("report-checksum-of-the-data"), self.made_from.checksum()),
        ]);
        facts
    }

    /// That numbers are estimates, what they rest on, and what their intervals mean; nothing where all are counted.
    fn facts_of_estimates(&self, language: Language) -> Vec<Fact> {
        let word = |label: Message, value: Message| Fact::word(&label, value.text(language), language);
        let name = |domain: Domain| domain.label(language).to_lowercase();
        let read = self.estimated.iter().map(|own| ((own.read, own.of), name(own.domain))).collect();
        let Some(parts) = sample::parts(read, language) else { return Vec::new() };
        let domains = all_of(self.estimated.iter().map(|own| name(own.domain)));
        let days = all_of(&self.made_from.frozen);
        let mut facts = vec![word(msg!("report-estimates"), msg!("front-estimates", domains, parts, days))];
        if !self.not_audited.is_empty() {
            let counted = msg!("front-not-audited", domains = all_of(self.not_audited.iter().map(|own| name(*own))));
            facts.push(word(msg!("report-not-audited"), counted));
        }
        facts
    }

    /// How many warnings and notices there are on the data.
    fn remarks(&self, language: Language) -> Fact {
        let number = |count| language.count(count);
        let warnings = msg!("front-warnings", count = self.warnings, number = number(self.warnings));
        let notices = msg!("front-notices", count = self.notices, number = number(self.notices));
        let told = [(self.warnings, warnings), (self.notices, notices)].into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<Message> = told.map(|(_, message)| message).collect();
        let told = if told.is_empty() { msg!("report-none").text(language) } else { all_of(told).text(language) };
        Fact::word(&msg!("report-notices-on-the-data"), told, language)
            .with(&msg!("range-warnings"), &msg!("front-warnings-on-the-data"), self.warnings, language)
            .with(&msg!("range-notices"), &msg!("front-notices-on-the-data"), self.notices, language)
    }
}

/// So many recipients.
fn recipients(count: usize, language: Language) -> String {
    msg!("front-recipients", count, number = language.count(count)).text(language)
}

/// The range of J over the recipients, or a dash where there is none.
fn factors(weighted: &WeightedTotal, language: Language) -> Fact {
    const DECIMALS: usize = 2;
    let label = msg!("report-adjustment-factor-j-t-s");
    let Some((low, high)) = weighted.factors else { return Fact::word(&label, "–".to_owned(), language) };
    Fact::word(&label, language.range(low, high, DECIMALS), language)
        .with(&msg!("range-smallest-factor"), &msg!("front-smallest-factor"), Value::Number(low), language)
        .with(&msg!("range-largest-factor"), &msg!("front-largest-factor"), Value::Number(high), language)
}

/// How many codes a source gave, and to how many interventions.
fn of_source(CodingCount { source, codes, interventions }: &CodingCount, language: Language) -> Fact {
    let (label, name) = match source {
        Source::Final => (msg!("report-codes-of-the-final-coding"), msg!("range-final")),
        Source::Coders => (msg!("report-codes-that-coders-agree-on"), msg!("range-coders")),
        Source::Rules => (msg!("report-codes-by-the-codebooks-rules"), msg!("range-rules")),
        Source::Suggestions => (msg!("report-accepted-suggestions-of-a-learned"), msg!("range-suggestions")),
    };
    let (label, name) = (label.text(language), name.text(language));
    let shown = crate::report::interventions(*interventions, language);
    let value = msg!("front-codes", count = *codes, number = language.count(*codes), interventions = shown);
    let total = |name: Message, label: Message, count: usize| Total {
        name: name.text(language),
        label: label.text(language),
        value: count.into(),
    };
    let totals = vec![
        total(msg!("range-codes", source = &name), msg!("front-codes-of", source = &label), *codes),
        total(
            msg!("range-coded-by", source = &name),
            msg!("front-interventions-with", source = &label),
            *interventions,
        ),
    ];
    Fact { label, value: value.text(language), totals }
}
