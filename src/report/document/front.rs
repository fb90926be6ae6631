//! The first page: what the report is made from, in totals.

use std::collections::{BTreeSet, HashSet};

use super::{AccountTotal, MadeFrom, Names, Sources, accounts};
use crate::codebook::Domain;
use crate::coding::{Source, State};
use crate::diagnostic::Severity;
use crate::ledger::{AreaId, AreaTotal, FundsTotal, Selection};
use crate::msg;
use crate::report::{Column, Kind, Material, Table, Value};
use crate::study::Money;
use crate::wording::{Language, Message, sentence};

/// The totals of a study, as numbers; [`Front::facts`] has them for readers.
#[derive(Clone, Debug, Default)]
pub struct Front {
    /// Answered surveys: a recipient that answered two counts twice.
    pub respondents: usize,
    /// Distinct recipients among the respondents.
    pub recipients: usize,
    /// Interventions that count.
    pub interventions: usize,
    /// Interventions set aside as incomplete.
    pub excluded: usize,
    /// Interventions with at least one code.
    pub coded: usize,
    /// How funds count; `None` in a study without funds.
    pub money: Option<Money>,
    /// S, T and J of those who answered; `None` in a study without funds.
    pub funds: Option<FundsTotal>,
    /// Codes by source.
    pub codings: Vec<CodingCount>,
    /// Corrections that respondents have confirmed.
    pub corrections: usize,
    /// Warnings about the data.
    pub warnings: usize,
    /// Notices about the data.
    pub notices: usize,
    /// The codebook's title.
    pub codebook: String,
    /// What estimates rest on, by domain; none where nothing is estimated.
    pub estimated: Vec<EstimatedDomain>,
    /// The domains whose numbers are counted though others are estimated.
    pub not_audited: BTreeSet<Domain>,
    /// The totals of every area, in the order of the study; none in a study of grants alone.
    pub areas: Vec<AreaFront>,
    /// The accounts of grants.
    pub accounts: Vec<AccountTotal>,
    /// Versions and hashes.
    pub made_from: MadeFrom,
}

/// How many codes come from a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodingCount {
    /// The source.
    pub source: Source,
    /// Codes: intervention × domain × code.
    pub codes: usize,
    /// Distinct interventions.
    pub interventions: usize,
}

/// What the estimates of a domain rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EstimatedDomain {
    /// The domain.
    pub domain: Domain,
    /// How many interventions people have read.
    pub read: usize,
    /// Of how many.
    pub of: usize,
}

/// The totals of an area.
#[derive(Clone, Debug)]
pub struct AreaFront {
    /// The area.
    pub area: String,
    /// Its title.
    pub title: String,
    /// Answered surveys.
    pub respondents: usize,
    /// Interventions that count (n).
    pub interventions: usize,
    /// Interventions set aside as incomplete.
    pub excluded: usize,
    /// S, T and J; `None` in a study without funds.
    pub funds: Option<FundsTotal>,
}

/// A table of the first page.
#[derive(Clone, Debug)]
pub struct FrontTable {
    /// A short name, as of a sheet.
    pub name: String,
    /// Its heading.
    pub heading: String,
    /// Its rows.
    pub table: Table,
}

impl Front {
    pub(super) fn new(sources: &Sources<'_>) -> Self {
        let language = sources.material.language;
        let totals: Vec<&AreaTotal> = sources.material.ledger.totals().collect();
        let sum = |count: fn(&AreaTotal) -> usize| totals.iter().map(|total| count(total)).sum();
        let severe = |severity| sources.notices.iter().filter(|n| n.severity == severity).count();
        let respondents = || sources.input.surveys.iter().flat_map(|s| &s.respondents);
        let names = Names::new(sources.study, language);
        let area = |total: &&AreaTotal| AreaFront {
            area: total.area.clone(),
            title: names.area(&total.area).to_owned(),
            respondents: total.respondents,
            interventions: total.interventions,
            excluded: total.excluded,
            funds: total.funds,
        };
        Self {
            respondents: sum(|a| a.respondents),
            recipients: respondents().map(|r| &r.recipient).collect::<HashSet<_>>().len(),
            interventions: sum(|a| a.interventions),
            excluded: sum(|a| a.excluded),
            coded: sum(|a| a.coded),
            money: sources.study.money,
            funds: totals.iter().filter_map(|total| total.funds).reduce(FundsTotal::and),
            codings: count_codings(sources),
            corrections: sources.input.corrections.iter().count(),
            warnings: severe(Severity::Warning),
            notices: severe(Severity::Notice),
            estimated: estimated(sources.material),
            not_audited: sources.material.ledger.not_audited(),
            codebook: sources.material.book.title.get(language).to_owned(),
            areas: totals.iter().map(area).collect(),
            accounts: accounts::totals(sources.material.grant, sources.study, language),
            made_from: sources.made_from.clone(),
        }
    }

    /// What the report is about: interventions of a year, or just the year.
    pub fn subject(&self, year: i64, language: Language) -> String {
        let year = year.to_string();
        let message = if self.areas.is_empty() {
            msg!("front-concerns-year", year)
        } else {
            msg!("front-interventions-of-year", year)
        };
        message.text(language)
    }

    /// The tables of the first page: by area where there are surveys, amounts where there are accounts.
    pub fn tables(&self, language: Language) -> Vec<FrontTable> {
        let table = |name, heading, table| FrontTable { name, heading, table };
        let mut tables = Vec::new();
        if !self.areas.is_empty() {
            let heading = msg!("report-the-data-by-area").text(language);
            tables.push(table(msg!("report-areas").text(language), heading, self.area_table(language)));
        }
        if self.accounts.iter().any(|account| !account.sums.is_empty()) {
            let heading = msg!("report-amounts-in-all").text(language);
            tables.push(table(msg!("report-amounts").text(language), heading, self.account_table(language)));
        }
        tables
    }

    /// What the amounts of every account sum to.
    fn account_table(&self, language: Language) -> Table {
        let columns = [
            ("account", msg!("report-account"), Kind::Text),
            ("label", msg!("report-what"), Kind::Text),
            ("recipients", msg!("report-recipients"), Kind::Integer),
            ("sum_kr", msg!("report-sum-sek"), Kind::Money),
        ];
        let columns = columns.map(|(id, head, kind)| Column::new(id, head.text(language), kind));
        let mut table = Table::new("accounts", columns.to_vec());
        for account in &self.accounts {
            for (label, sum) in &account.sums {
                let (title, label) = (account.title.as_str().into(), sentence(label).as_str().into());
                table.rows.push(vec![title, label, account.recipients.into(), (*sum).into()]);
            }
        }
        table
    }

    /// The totals of every area.
    fn area_table(&self, language: Language) -> Table {
        let columns = [
            ("area", msg!("report-area"), Kind::Text),
            ("respondents", msg!("report-answers"), Kind::Integer),
            ("interventions", msg!("report-interventions-2"), Kind::Integer),
            ("excluded", msg!("report-excluded"), Kind::Integer),
        ];
        let mut columns = columns.map(|(id, head, kind)| Column::new(id, head.text(language), kind)).to_vec();
        columns.extend(self.funds_columns(language));
        let mut table = Table::new("areas", columns);
        for area in &self.areas {
            let mut row =
                vec![Value::area(&area.area), area.respondents.into(), area.interventions.into(), area.excluded.into()];
            row.extend(area.funds.iter().flat_map(funds_cells));
            table.rows.push(row);
        }
        table
    }

    /// The columns about funds; none in a study without funds, and none of T and J where nothing is weighted.
    fn funds_columns(&self, language: Language) -> Vec<Column> {
        let (Some(money), Some(funds)) = (self.money, self.funds) else { return Vec::new() };
        let unit = || money.currency().short();
        let column = |what: &str, head: Message| Column::new(money.column(what), head.text(language), Kind::Money);
        let factor = |id: &str, head: Message| Column::new(id, head.text(language), Kind::Number);
        let excluded = column("excluded", msg!("report-their-funds", unit = unit()));
        let reported = column("reported", msg!("report-s", unit = unit()));
        if funds.weighted.is_none() {
            return vec![excluded, reported];
        }
        vec![
            excluded,
            column("target", msg!("report-t", unit = unit())),
            reported,
            factor("smallest_factor", msg!("report-j-smallest")),
            factor("largest_factor", msg!("report-j-largest")),
        ]
    }
}

/// What estimates rest on, by domain.
fn estimated(material: &Material<'_>) -> Vec<EstimatedDomain> {
    let of = |domain: Domain| {
        let own = material.ledger.estimated(Selection::Without(AreaId::ALL, domain, State::None))?;
        Some(EstimatedDomain { domain, read: own.read, of: own.of })
    };
    material.book.domains().filter_map(of).collect()
}

/// The cells of an area about funds.
fn funds_cells(funds: &FundsTotal) -> Vec<Value> {
    let (excluded, reported) = (funds.excluded.into(), funds.reported.into());
    let factor = |factor: Option<f64>| factor.map_or(Value::Missing, Value::Number);
    match funds.weighted {
        None => vec![excluded, reported],
        Some(weighted) => vec![
            excluded,
            weighted.target.into(),
            reported,
            factor(weighted.factors.map(|(low, _)| low)),
            factor(weighted.factors.map(|(_, high)| high)),
        ],
    }
}

fn count_codings(sources: &Sources<'_>) -> Vec<CodingCount> {
    let ledger = sources.material.ledger;
    let count = |source| {
        let codes: usize = ledger.sources().filter(|count| count.source == source).map(|count| count.codings).sum();
        (codes > 0).then(|| CodingCount { source, codes, interventions: ledger.with_codes_from(source) })
    };
    Source::ALL.into_iter().filter_map(count).collect()
}
