//! Agreement between coders: per domain, at the level of main codes and of codes as given, for whole sets of codes and for
//! each code by itself; by number of interventions and by their funds.

use std::collections::{BTreeMap, BTreeSet};

use super::reliability::{Measure, Ratings, masi, nominal};
use super::{Codings, Sheets};
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::msg;
use crate::weighting::Weighting;
use crate::wording::Message;

/// The level at which codes are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CodeLevel {
    /// Subcodes count as their main codes.
    Main,
    /// Codes as given.
    Sub,
}

impl CodeLevel {
    /// The word of data files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Sub => "sub",
        }
    }
}

/// What is measured of how far coders agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistic {
    /// The share of pairs of coders that agree.
    PercentAgreement,
    /// Cohen's kappa, of two coders.
    CohenKappa,
    /// Fleiss' kappa, of more than two.
    FleissKappa,
    /// Krippendorff's alpha, where two sets of codes are the same or not.
    AlphaNominal,
    /// Krippendorff's alpha, where two sets of codes may be alike in part.
    AlphaMasi,
}

impl Statistic {
    /// The word of data files.
    pub fn word(self) -> &'static str {
        match self {
            Self::PercentAgreement => "percent_agreement",
            Self::CohenKappa => "cohen_kappa",
            Self::FleissKappa => "fleiss_kappa",
            Self::AlphaNominal => "alpha_nominal",
            Self::AlphaMasi => "alpha_masi",
        }
    }

    /// What it is called.
    pub fn message(self) -> Message {
        match self {
            Self::PercentAgreement => msg!("statistic-percent-agreement"),
            Self::CohenKappa => msg!("statistic-cohen-kappa"),
            Self::FleissKappa => msg!("statistic-fleiss-kappa"),
            Self::AlphaNominal => msg!("statistic-alpha-nominal"),
            Self::AlphaMasi => msg!("statistic-alpha-masi"),
        }
    }

    fn measure(self) -> Measure {
        match self {
            Self::PercentAgreement => Measure::PercentAgreement,
            Self::CohenKappa => Measure::CohenKappa,
            Self::FleissKappa => Measure::FleissKappa,
            Self::AlphaNominal | Self::AlphaMasi => Measure::Alpha,
        }
    }

    /// Cohen's kappa of two coders, Fleiss' of more.
    fn kappa(sets: &CodeSets) -> Self {
        if sets.first().map_or(2, Vec::len) == 2 { Self::CohenKappa } else { Self::FleissKappa }
    }
}

/// One measured number.
#[derive(Clone, Debug)]
pub struct AgreementRow {
    /// The domain.
    pub domain: Domain,
    /// The level.
    pub level: CodeLevel,
    /// The code whose presence is compared; `None` where whole sets of codes are.
    pub code: Option<String>,
    /// Which measure.
    pub measure: Statistic,
    /// Whether interventions count by their funds instead of one each.
    pub by_funds: bool,
    /// How many interventions two or more coders have coded.
    pub units: usize,
    /// The measure; `None` where it is not defined, as when nobody ever used the code.
    pub value: Option<f64>,
    /// The 95 percent bootstrap interval.
    pub interval: Option<(f64, f64)>,
    /// Why the measure is not defined; empty where it is.
    pub undefined: Option<Message>,
}

/// An intervention that coders coded differently in a domain that several have coded.
#[derive(Clone, Debug)]
pub struct Disagreement {
    /// The intervention.
    pub intervention: String,
    /// The domain.
    pub domain: Domain,
    /// The codes of each coder, in the order of the coders; `None` for one who did not code it.
    pub codes: Vec<Option<Vec<String>>>,
}

/// How far a study's coders agree.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// The coders, in alphabetical order.
    pub coders: Vec<String>,
    /// All measured numbers.
    pub rows: Vec<AgreementRow>,
    /// Every difference, by intervention and domain.
    pub disagreements: Vec<Disagreement>,
    /// What two or more have coded.
    pub units: BTreeMap<UnitKind, Vec<String>>,
    /// Domains of the codebook that fewer than two have coded, each with those who have; nothing is measured there.
    pub uncoded: Vec<(Domain, Vec<String>)>,
}

/// The codes of one intervention by each coder.
type CodeSets = Vec<Vec<Option<BTreeSet<String>>>>;

/// Measures the agreement of a study's coders, with intervals from so many bootstrap resamples (none for 0); `None` where
/// there are fewer than two coders.
pub fn agreement(book: &Codebook, codings: &Codings, weighting: &Weighting, resamples: u64) -> Option<Agreement> {
    let sheets: Vec<&Sheets> = codings.coders.values().collect();
    if sheets.len() < 2 {
        return None;
    }
    let by_kind = UnitKind::ALL.map(|kind| (kind, by_several(&sheets, kind)));
    let mut found = Agreement { coders: codings.coders.keys().cloned().collect(), ..Agreement::default() };
    for domain in book.domains().filter(|d| !book.codes(*d).is_empty()) {
        // Nobody can code an open question that the study does not ask.
        let units = by_kind.iter().find(|(kind, _)| *kind == domain.unit()).map_or(&[][..], |(_, units)| units);
        if units.is_empty() && !domain.is_of_interventions() {
            continue;
        }
        let funds: Vec<f64> =
            units.iter().map(|id| weighting.of(id).unwrap_or_default().ore() as f64 / 100.0).collect();
        // A column that is missing or blank from top to bottom has not been coded, and agreement on it says nothing.
        let own = codings.coders.iter().filter(|(_, sheet)| sheet.uses(domain));
        let (coders, sheets): (Vec<&String>, Vec<&Sheets>) = own.unzip();
        if sheets.len() < 2 {
            found.uncoded.push((domain, coders.into_iter().cloned().collect()));
            continue;
        }
        for level in [CodeLevel::Main, CodeLevel::Sub] {
            let sets = code_sets(book, &sheets, units, domain, level);
            let scope = Scope { domain, level, resamples, funds: weighting.money.map(|_| &*funds) };
            scope.measure_sets(&sets, &mut found.rows);
            scope.measure_codes(book, &sets, &mut found.rows);
        }
    }
    found.disagreements = by_kind.iter().flat_map(|kind| disagreements(book, &sheets, kind)).collect();
    found.units = by_kind.into_iter().collect();
    Some(found)
}

/// The units of a kind that two or more have coded.
fn by_several(sheets: &[&Sheets], kind: UnitKind) -> Vec<String> {
    let own: Vec<_> = sheets.iter().filter_map(|sheets| sheets.of_kind(kind)).collect();
    let everything: BTreeSet<&String> = own.iter().flat_map(|sheet| &sheet.coded).collect();
    let by_several = |id: &&String| own.iter().filter(|sheet| sheet.coded.contains(*id)).count() > 1;
    everything.into_iter().filter(by_several).cloned().collect()
}

fn code_sets(book: &Codebook, sheets: &[&Sheets], ids: &[String], domain: Domain, level: CodeLevel) -> CodeSets {
    let leveled = |code: &String| match level {
        CodeLevel::Sub => code.clone(),
        CodeLevel::Main => book.code(domain, code).map_or_else(|| code.clone(), |c| c.main().to_owned()),
    };
    let set = |sheet: &&Sheets, id: &String| {
        sheet.said(id, domain).map(|codes| codes.iter().map(leveled).collect::<BTreeSet<_>>())
    };
    ids.iter().map(|id| sheets.iter().map(|sheet| set(sheet, id)).collect()).collect()
}

/// What the measures of one domain and level have in common.
struct Scope<'a> {
    domain: Domain,
    level: CodeLevel,
    resamples: u64,
    /// The funds of the interventions; `None` in a study without funds.
    funds: Option<&'a [f64]>,
}

impl Scope<'_> {
    fn measure_sets(&self, sets: &CodeSets, rows: &mut Vec<AgreementRow>) {
        let (as_categories, as_sets) = (Ratings::new(sets, nominal), Ratings::new(sets, masi));
        for by_funds in self.countings() {
            let (categories, masi) = (self.weigh(&as_categories, by_funds), self.weigh(&as_sets, by_funds));
            rows.extend(
                [
                    (Statistic::PercentAgreement, &categories),
                    (Statistic::kappa(sets), &categories),
                    (Statistic::AlphaNominal, &categories),
                    (Statistic::AlphaMasi, &masi),
                ]
                .map(|(statistic, ratings)| self.row(None, by_funds, statistic, ratings)),
            );
        }
    }

    fn measure_codes(&self, book: &Codebook, sets: &CodeSets, rows: &mut Vec<AgreementRow>) {
        let used: BTreeSet<&String> = sets.iter().flatten().flatten().flatten().collect();
        for code in book.codes(self.domain).iter().map(|c| &c.id).filter(|id| used.contains(id)) {
            let has = |set: &Option<BTreeSet<String>>| set.as_ref().map(|s| s.contains(code));
            let present: Vec<Vec<Option<bool>>> = sets.iter().map(|unit| unit.iter().map(has).collect()).collect();
            let unweighted = Ratings::new(&present, nominal);
            for by_funds in self.countings() {
                let ratings = self.weigh(&unweighted, by_funds);
                rows.extend(
                    [Statistic::PercentAgreement, Statistic::kappa(sets), Statistic::AlphaNominal]
                        .map(|statistic| self.row(Some(code), by_funds, statistic, &ratings)),
                );
            }
        }
    }

    /// Whether interventions count one each, or by their funds, where they have any.
    fn countings(&self) -> impl Iterator<Item = bool> + use<> {
        std::iter::once(false).chain(self.funds.map(|_| true))
    }

    fn weigh(&self, ratings: &Ratings, by_funds: bool) -> Ratings {
        let ratings = ratings.clone();
        match self.funds.filter(|_| by_funds) {
            Some(funds) => ratings.weighted(funds),
            None => ratings,
        }
    }

    fn row(&self, code: Option<&String>, by_funds: bool, statistic: Statistic, ratings: &Ratings) -> AgreementRow {
        let measure = statistic.measure();
        AgreementRow {
            domain: self.domain,
            level: self.level,
            code: code.cloned(),
            measure: statistic,
            by_funds,
            units: ratings.pairable(),
            value: ratings.measure(measure),
            interval: ratings.interval(measure, self.resamples),
            undefined: ratings.undefined(measure),
        }
    }
}

fn disagreements(book: &Codebook, sheets: &[&Sheets], (kind, ids): &(UnitKind, Vec<String>)) -> Vec<Disagreement> {
    let mut all = Vec::new();
    for id in ids {
        for domain in book.domains_of(*kind) {
            let said = |sheet: &&Sheets| sheet.said(id, domain).filter(|_| sheet.uses(domain)).map(<[String]>::to_vec);
            let codes: Vec<Option<Vec<String>>> = sheets.iter().map(said).collect();
            let given: BTreeSet<&Vec<String>> = codes.iter().flatten().collect();
            if given.len() > 1 {
                all.push(Disagreement { intervention: id.clone(), domain, codes });
            }
        }
    }
    all
}
