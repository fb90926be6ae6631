//! The first page: what the report is made from, in totals.

use std::collections::{BTreeSet, HashSet};

use super::{AccountTotal, MadeFrom, Names, Sources, accounts};
use crate::codebook::Domain;
use crate::coding::{Source, State};
use crate::diagnostic::Severity;
use crate::ledger::{AreaId, AreaTotal, FundsTotal, Selection};
use crate::msg;
use crate::report::Material;
use crate::study::Money;
use crate::survey::Survey;
use crate::wording::Language;

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
    /// Distinct recipients among them.
    pub recipients: usize,
    /// Interventions that count (n).
    pub interventions: usize,
    /// Interventions set aside as incomplete.
    pub excluded: usize,
    /// Interventions with at least one code.
    pub coded: usize,
    /// S, T and J; `None` in a study without funds.
    pub funds: Option<FundsTotal>,
}

impl Front {
    pub(super) fn new(sources: &Sources<'_>) -> Self {
        let language = sources.material.language;
        let totals: Vec<&AreaTotal> = sources.material.ledger.totals().collect();
        let sum = |count: fn(&AreaTotal) -> usize| totals.iter().map(|total| count(total)).sum();
        let severe = |severity| sources.notices.iter().filter(|n| n.severity == severity).count();
        let distinct = |surveys: &mut dyn Iterator<Item = &Survey>| {
            surveys.flat_map(|survey| &survey.respondents).map(|r| &r.recipient).collect::<HashSet<_>>().len()
        };
        let surveys = || sources.input.surveys.iter();
        let of_area = |area: &str| distinct(&mut surveys().filter(|survey| survey.area == area));
        let names = Names::new(sources.study, language);
        let area = |total: &&AreaTotal| AreaFront {
            area: total.area.clone(),
            title: names.area(&total.area).to_owned(),
            respondents: total.respondents,
            recipients: of_area(&total.area),
            interventions: total.interventions,
            excluded: total.excluded,
            coded: total.coded,
            funds: total.funds,
        };
        Self {
            respondents: sum(|a| a.respondents),
            recipients: distinct(&mut surveys()),
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
}

/// What estimates rest on, by domain.
fn estimated(material: &Material<'_>) -> Vec<EstimatedDomain> {
    let of = |domain: Domain| {
        let own = material.ledger.estimated(Selection::Without(AreaId::ALL, domain, State::None))?;
        Some(EstimatedDomain { domain, read: own.read, of: own.of })
    };
    material.book.domains().filter_map(of).collect()
}

fn count_codings(sources: &Sources<'_>) -> Vec<CodingCount> {
    let ledger = sources.material.ledger;
    let count = |source| {
        let codes: usize = ledger.sources().filter(|count| count.source == source).map(|count| count.codings).sum();
        (codes > 0).then(|| CodingCount { source, codes, interventions: ledger.with_codes_from(source) })
    };
    Source::ALL.into_iter().filter_map(count).collect()
}
