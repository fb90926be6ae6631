//! `manifest.json`: what a run was made from and what it counted; no clock time, no absolute path.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::findings::Findings;
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::coding::{Source, State};
use crate::diagnostic::{Diagnostic, Severity};
use crate::ledger::{AreaTotal, Estimated, FundsTotal, Ledger, Selection};
use crate::money::Amount;
use crate::output::OutputFile;
use crate::read::hex;
use crate::render::Format;
use crate::report::{Item, MadeFrom};
use crate::study::{CodesFrom, CsvForm, Money, Role, Study, Survey};
use crate::wording::Language;

/// What a manifest says of how its files were made.
pub(super) struct Made<'m> {
    /// The language of the files.
    pub language: Language,
    /// Their formats.
    pub formats: &'m [Format],
    /// Whom CSV files are for.
    pub csv: CsvForm,
    /// What was told.
    pub notices: &'m [Diagnostic],
    /// The report's items.
    pub items: &'m [&'m Item],
}

#[derive(Serialize)]
struct Manifest<'a> {
    program: Program,
    study: StudyEntry<'a>,
    settings: Settings<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    codebook: Option<CodebookEntry<'a>>,
    inputs_sha256: &'a str,
    inputs: Vec<InputEntry<'a>>,
    /// Texts as they read when they were coded: no input, for no number depends on them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    private: Vec<InputEntry<'a>>,
    areas: Vec<AreaEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accounts: Vec<AccountEntry<'a>>,
    codings: Vec<SourceEntry>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    without_code: Vec<StateEntry>,
    totals: Totals,
    corrections: Vec<CorrectionEntry<'a>>,
    set_aside: Vec<AsideEntry<'a>>,
    items: Vec<&'a str>,
    outputs: Vec<OutputEntry<'a>>,
}

/// A file beside the manifest, as it was written: what is otherwise there was made or changed by somebody else.
#[derive(Serialize)]
struct OutputEntry<'a> {
    file: &'a str,
    sha256: String,
}

#[derive(Serialize)]
struct Program {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct StudyEntry<'a> {
    name: &'a str,
    title: &'a str,
    year: i64,
    /// What the study says its data are.
    #[serde(skip_serializing_if = "Option::is_none")]
    provenance: Option<&'a str>,
}

#[derive(Serialize)]
struct Settings<'a> {
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    weighting_per: Option<&'static str>,
    codes: &'static str,
    /// What estimates rest on, by area and domain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    estimates: Vec<EstimateEntry<'a>>,
    /// Whether the study allows codes to be missing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    draft: bool,
    texts_in_output: bool,
    /// Whom CSV files are for, where not for programs.
    #[serde(skip_serializing_if = "Option::is_none")]
    csv: Option<&'static str>,
    formats: Vec<&'static str>,
    /// How many decimals published amounts have.
    #[serde(skip_serializing_if = "Option::is_none")]
    decimals: Option<u32>,
    complete: CompleteEntry<'a>,
}

/// How many interventions of an area people have read in a domain, of how many.
#[derive(Serialize)]
struct EstimateEntry<'a> {
    area: &'a str,
    domain: &'static str,
    read: usize,
    of: usize,
}

/// When an intervention is complete.
#[derive(Serialize)]
struct CompleteEntry<'a> {
    requires: Vec<&'static str>,
    placeholders: Vec<&'a str>,
}

#[derive(Serialize)]
struct CodebookEntry<'a> {
    id: &'a str,
    version: &'a str,
    /// By domain the main codes of subcodes.
    main_codes: BTreeMap<&'static str, BTreeMap<&'a str, &'a str>>,
}

#[derive(Serialize)]
struct InputEntry<'a> {
    file: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct AreaEntry<'a> {
    area: &'a str,
    respondents: usize,
    interventions: usize,
    excluded: usize,
    coded: usize,
    #[serde(flatten)]
    funds: Amounts,
    #[serde(skip_serializing_if = "Option::is_none")]
    smallest_factor: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    largest_factor: Option<f64>,
}

/// Amounts by the names that the study's currency gives them.
struct Amounts(Vec<(String, Amount)>);

impl Serialize for Amounts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, amount)| (name, amount)))
    }
}

/// What the codes that count come from, over all areas.
#[derive(Serialize)]
struct SourceEntry {
    domain: &'static str,
    source: &'static str,
    codings: usize,
    interventions: usize,
    #[serde(flatten)]
    funds: Amounts,
}

/// What has no code in a domain, over all areas, by why.
#[derive(Serialize)]
struct StateEntry {
    domain: &'static str,
    state: &'static str,
    interventions: usize,
    #[serde(flatten)]
    funds: Amounts,
}

#[derive(Serialize)]
struct AccountEntry<'a> {
    account: &'a str,
    recipients: usize,
}

#[derive(Serialize)]
struct Totals {
    interventions: usize,
    excluded: usize,
    warnings: usize,
    notices: usize,
}

#[derive(Serialize)]
struct CorrectionEntry<'a> {
    intervention: &'a str,
    field: &'static str,
    reason: &'a str,
}

/// A respondent that was set aside.
#[derive(Serialize)]
struct AsideEntry<'a> {
    area: &'a str,
    respondent: &'a str,
}

/// Versions, and the files that a run reads with their hashes.
pub(super) fn made_from(findings: &Findings) -> MadeFrom {
    let inputs = inputs(findings);
    // The form of `sha256sum`, so that the sum can be made without this program.
    let lines: String = inputs.iter().map(|(file, sha256)| format!("{sha256}  {file}\n")).collect();
    let designs = findings.audit.iter().flat_map(|audit| &audit.designs);
    let designs = designs.filter(|_| !findings.ledger.estimates().is_empty());
    MadeFrom {
        frozen: designs.filter_map(|design| design.when.get(..10)).map(str::to_owned).collect(),
        program: format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")),
        study: findings.study.name.clone(),
        codebook: format!("{} {}", findings.book.id, findings.book.version),
        fingerprint: hex(&Sha256::digest(lines.as_bytes())),
        inputs,
    }
}

/// The bytes of the manifest that stands beside `files`.
pub(super) fn manifest(findings: &Findings, made: &Made<'_>, files: &[OutputFile]) -> serde_json::Result<Vec<u8>> {
    let Made { language, formats, csv, notices, items } = *made;
    let (made_from, private) = (made_from(findings), hashes(findings, |role| role == Role::Texts));
    let study = &findings.study;
    let count = |severity| notices.iter().filter(|n| n.severity == severity).count();
    let mut formats: Vec<_> = formats.iter().map(|f| f.word()).collect();
    formats.sort_unstable();
    formats.dedup();
    let manifest = Manifest {
        program: Program { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        study: StudyEntry {
            name: &study.name,
            title: study.title.get(language),
            year: study.year,
            provenance: study.provenance.as_ref().map(|text| text.get(language)),
        },
        settings: Settings {
            language: language.word(),
            weighting_per: study.money.map(|money| money.weighting.word()),
            codes: findings.codings.choice.map_or("", CodesFrom::word),
            estimates: estimates(&findings.ledger),
            draft: study.draft,
            texts_in_output: study.texts_in_output,
            csv: (csv != CsvForm::Programs).then(|| csv.word()),
            formats,
            decimals: study.money.map(|money| money.denomination.decimals),
            complete: CompleteEntry {
                requires: study.complete.requires.iter().map(|field| field.word()).collect(),
                placeholders: study.complete.placeholders.iter().collect(),
            },
        },
        codebook: study.codebook.as_ref().map(|_| codebook(&findings.book)),
        inputs_sha256: &made_from.fingerprint,
        inputs: made_from.inputs.iter().map(|(file, sha256)| InputEntry { file, sha256 }).collect(),
        private: private.iter().map(|(file, sha256)| InputEntry { file, sha256 }).collect(),
        areas: areas(findings),
        accounts: findings
            .grant
            .accounts
            .iter()
            .map(|account| AccountEntry { account: &account.id, recipients: account.returns.len() })
            .collect(),
        codings: sources(findings),
        without_code: states(findings),
        totals: Totals {
            interventions: findings.ledger.totals().map(|a| a.interventions).sum(),
            excluded: findings.ledger.totals().map(|a| a.excluded).sum(),
            warnings: count(Severity::Warning),
            notices: count(Severity::Notice),
        },
        corrections: findings
            .input
            .corrections
            .iter()
            .map(|c| CorrectionEntry { intervention: &c.intervention, field: c.field.word(), reason: &c.reason })
            .collect(),
        set_aside: set_aside(study).map(|(area, respondent)| AsideEntry { area, respondent }).collect(),
        items: items.iter().map(|item| item.id.as_str()).collect(),
        outputs: files.par_iter().map(|(file, content)| OutputEntry { file, sha256: content.sha256() }).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn codebook(book: &Codebook) -> CodebookEntry<'_> {
    let main_codes = |domain: Domain| {
        let codes = book.codes(domain).iter();
        (domain.word(), codes.filter_map(|code| Some((code.id.as_str(), code.parent.as_deref()?))).collect())
    };
    let domains = book.domains_of(UnitKind::Intervention);
    CodebookEntry { id: &book.id, version: &book.version, main_codes: domains.map(main_codes).collect() }
}

/// The respondents that are set aside, each with its area.
fn set_aside(study: &Study) -> impl Iterator<Item = (&str, &str)> {
    fn of_survey(survey: &Survey) -> impl Iterator<Item = (&str, &str)> {
        survey.respondent.set_aside.iter().map(|(respondent, _)| (survey.area.as_str(), respondent.as_str()))
    }
    study.surveys.iter().flat_map(of_survey)
}

pub(super) fn inputs(findings: &Findings) -> Vec<(String, String)> {
    let mut inputs = hashes(findings, |role| !matches!(role, Role::Data | Role::Texts | Role::Decisions));
    // As they were when they were read: people go on deciding.
    let decisions = findings.study.decisions.iter();
    inputs.extend(decisions.map(|file| (file.name.clone(), hex(&Sha256::digest(&file.bytes)))));
    inputs.extend(findings.files.hashes().map(|(file, sha256)| (file.to_owned(), sha256.to_owned())));
    let own = |file: &str| inputs.iter().any(|(known, _)| known == file);
    let of_earlier: Vec<_> = findings.inputs_of_earlier.iter().filter(|(file, _)| !own(file)).cloned().collect();
    inputs.extend(of_earlier);
    inputs
}

/// The files of some roles with their hashes.
fn hashes(findings: &Findings, wanted: impl Fn(Role) -> bool) -> Vec<(String, String)> {
    let study = &findings.study;
    let uses = study.uses().into_iter().filter(|file| wanted(file.role));
    let hashed = uses.map(|file| {
        let bytes = std::fs::read(study.path(&file.name));
        (file.name.into_owned(), bytes.map(|bytes| hex(&Sha256::digest(&bytes))).unwrap_or_default())
    });
    hashed.collect()
}

fn sources(findings: &Findings) -> Vec<SourceEntry> {
    let mut entries = Vec::new();
    for domain in findings.book.domains() {
        for source in Source::ALL {
            let own = || findings.ledger.sources().filter(move |s| s.domain == domain && s.source == source);
            let codings = own().map(|s| s.codings).sum();
            if codings > 0 {
                entries.push(SourceEntry {
                    domain: domain.word(),
                    source: source.word(),
                    codings,
                    interventions: own().map(|s| s.interventions).sum(),
                    funds: amounts(findings, |money| vec![(money.counted(), own().map(|s| s.funds).sum())]),
                });
            }
        }
    }
    entries
}

fn estimates(ledger: &Ledger) -> Vec<EstimateEntry<'_>> {
    let of_domain = |(selection, own): (&Selection, &Estimated)| match selection {
        Selection::Without(area, domain, State::None) => {
            let area = &ledger.areas.get(area.at())?.total.area;
            Some(EstimateEntry { area, domain: domain.word(), read: own.read, of: own.of })
        }
        _ => None,
    };
    ledger.estimates().iter().filter_map(of_domain).collect()
}

fn states(findings: &Findings) -> Vec<StateEntry> {
    let mut entries = Vec::new();
    for (domain, state) in findings.book.domains().flat_map(|domain| State::WITHOUT_CODE.map(|state| (domain, state))) {
        let areas = findings.ledger.totals();
        let own: Vec<_> = areas.map(|area| findings.ledger.without_code(&area.area, domain, state)).collect();
        let interventions = own.iter().map(|(number, _)| number).sum();
        if interventions > 0 {
            let funds = |money: Money| vec![(money.counted(), own.iter().map(|(_, funds)| *funds).sum())];
            let (domain, state) = (domain.word(), state.word());
            entries.push(StateEntry { domain, state, interventions, funds: amounts(findings, funds) });
        }
    }
    entries
}

fn areas(findings: &Findings) -> Vec<AreaEntry<'_>> {
    findings
        .ledger
        .totals()
        .map(|a| AreaEntry {
            area: &a.area,
            respondents: a.respondents,
            interventions: a.interventions,
            excluded: a.excluded,
            coded: a.coded,
            funds: amounts(findings, |_| a.funds.map(of_area).unwrap_or_default()),
            smallest_factor: factors(a).map(|(low, _)| low),
            largest_factor: factors(a).map(|(_, high)| high),
        })
        .collect()
}

/// Amounts with their names, as columns of data files have them; none in a study without funds.
fn amounts(findings: &Findings, of: impl Fn(Money) -> Vec<(&'static str, Amount)>) -> Amounts {
    let named = |money: Money| of(money).into_iter().map(move |(name, amount)| (money.column(name), amount));
    Amounts(findings.study.money.into_iter().flat_map(named).collect())
}

fn of_area(funds: FundsTotal) -> Vec<(&'static str, Amount)> {
    let mut amounts = vec![("reported", funds.reported)];
    amounts.extend(funds.excluded.map(|excluded| ("excluded_reported", excluded)));
    if let Some(weighted) = funds.weighted {
        amounts.extend([("target", weighted.target), ("attributed", weighted.attributed)]);
        amounts.push(("not_attributed", weighted.not_attributed()));
    }
    amounts
}

fn factors(area: &AreaTotal) -> Option<(f64, f64)> {
    area.funds?.weighted?.factors
}
