//! The recipe of `insats manuscript roll`: last year's manuscript speaks of this year.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::findings::Findings;
use super::job::Job;
use super::manuscript::{self, FillOptions};
use super::{Failure, Options, Stage, subjects, verify};
use crate::claims::parse::parse;
use crate::claims::{Basis, Claim, Claims, Facts, Outcome, renamed};
use crate::compare::Earlier;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::manuscript::{
    Comparison, Document, Fate, Former, Rolled, Rolling, Told, differs_in_numbers_only, roll, same_text,
};
use crate::msg;
use crate::output::Target;
use crate::study::STUDY_FILE;

/// What became of last year's manuscript.
#[derive(Debug)]
pub struct RollSummary {
    /// The years: then and now.
    pub years: (i64, i64),
    /// The sentences that carry claims of last year.
    pub sentences: Vec<Rolled>,
    /// The sentences with numbers that no claim of last year covers.
    pub uncovered: Vec<String>,
    /// What was done with the controls of figures and tables.
    pub items: Vec<Told>,
    /// The ids of claims in controls that this year's claims do not have.
    pub unknown: Vec<String>,
    /// The file that was written.
    pub file: PathBuf,
    /// Where the file is kept that stood there.
    pub kept: Option<PathBuf>,
}

/// Rolls the manuscript of an earlier year: its claims are asked of this year, and its figures and tables are filled.
///
/// # Errors
/// [`Failure`]: also where the study names no earlier study with claims. Nothing has been written then.
pub fn roll_manuscript(
    folder: &Path,
    manuscript: &Path,
    wanted: &FillOptions,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<RollSummary, Failure> {
    let options = Options { language: wanted.language, ..Options::default() };
    let mut job = Job::new(options, progress);
    let name = job.watch(manuscript);
    let document = Document::read(manuscript::read(manuscript, &name)?, &name)?;
    let findings = job.find_years(folder, None)?;
    let language = job.language(&findings);
    let Some((then, claims)) = last_claims(&findings) else {
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("roll-without-claims")).into());
    };
    let own = || manuscript::beside(manuscript, &format!("-{}", findings.study.year));
    let file = wanted.out.clone().unwrap_or_else(own);
    let claimed = job.claim(Target { path: &file, force: wanted.force })?;
    progress(Stage::Claims);
    let mut items = findings.material(&findings.pairs(), language).items(&mut job.messages);
    let checked = job.check_claims(&findings, &mut items, language);
    job.stop_on_errors()?;
    let pairs = findings.pairs();
    let former = {
        let facts = verify::facts(&findings, &items, &pairs, language);
        let now = checked.iter().map(|own| (own.claim, own.verdict.outcome == Outcome::Holds)).collect::<Vec<_>>();
        claims.claims.par_iter().map(|claim| former(claim, claims, then, &facts, &now)).collect::<Vec<_>>()
    };
    let numbers: Vec<String> = items.iter().map(|item| item.number.clone()).collect();
    let subjects = subjects::of_study(&then.study, &then.book, &numbers, language);
    let compared = Comparison::of_document(&document, claims, &vec![None; former.len()], &subjects);
    let years = (then.study.year, findings.study.year);
    let rolling = Rolling { then: years.0, now: years.1, day: findings.study.data_date, language };
    let rolled = roll(document, &compared, &former, &rolling)?;
    let mut package = rolled.package;
    let told = manuscript::fill_all(&mut package, &findings, (items, &checked), (wanted, true), language, progress)?;
    let bytes = package.write()?;
    let kept = job.put(vec![(claimed, bytes.as_slice())])?;
    let has = |id: &String| findings.claims.claims.iter().any(|claim| claim.id == *id);
    let in_controls = rolled.sentences.iter().filter(|own| own.is_in_control).flat_map(|own| &own.claims);
    let now_called: BTreeMap<&str, &str> =
        former.iter().filter_map(|own| Some((own.id.as_str(), own.id_now.as_deref()?))).collect();
    let mut unknown: Vec<String> =
        in_controls.filter(|id| !has(id) && !now_called.contains_key(id.as_str())).cloned().collect();
    unknown.sort();
    unknown.dedup();
    let (sentences, uncovered) = (rolled.sentences, rolled.uncovered);
    Ok(RollSummary { years, sentences, uncovered, items: told, unknown, file, kept: kept.into_iter().next() })
}

/// The latest earlier study that has claims.
fn last_claims(findings: &Findings) -> Option<(&Earlier, &Claims)> {
    let both = findings.earlier.iter().rev();
    both.filter_map(|then| {
        let claims = findings.claims_of_earlier.get(&then.study.year)?;
        (!claims.claims.is_empty()).then_some((then, claims))
    })
    .next()
}

/// What has become of a claim of then: its assertion, under the names of now, asked of this year.
fn former(claim: &Claim, all: &Claims, then: &Earlier, facts: &Facts<'_>, now: &[(&Claim, bool)]) -> Former {
    let fate = fate(claim, all, then, facts);
    let statement = match &fate {
        Fate::Holds => Some(&claim.statement),
        Fate::Says(text) => Some(text),
        Fate::Otherwise(_) | Fate::Unknown(_) => None,
    };
    let area = then.declared.area_now(&claim.area);
    let is_it = |own: &&(&Claim, bool)| {
        let is_of = own.0.area == area || own.0.area.is_empty() && area == "all";
        own.1 && is_of && statement.is_some_and(|statement| same_text(statement, &own.0.statement))
    };
    let id_now = now.iter().find(is_it).map(|(own, _)| own.id.clone()).filter(|id| *id != claim.id);
    let (id, statement, names_years) = (claim.id.clone(), claim.statement.clone(), claim.names_year());
    Former { id, statement, fate, id_now, names_years }
}

fn fate(claim: &Claim, all: &Claims, then: &Earlier, facts: &Facts<'_>) -> Fate {
    let assertion = match &claim.basis {
        Basis::Assertion(_) => {
            let area = |name: &str| then.declared.areas.iter().find(|(known, _)| known == name);
            let code = |name: &str| then.codes.get(name).and_then(Option::as_deref);
            renamed(&claim.assertion, |name| area(name).map(|(_, now)| now.value.as_str()).or_else(|| code(name)))
                .unwrap_or_else(|| claim.assertion.clone())
        }
        // What no data decide stays as it is.
        Basis::Reason(_) => return Fate::Holds,
        Basis::Unreadable(wrong) => return Fate::Unknown(wrong.text(facts.language)),
    };
    let basis = match parse(&assertion) {
        Ok(assertion) => Basis::Assertion(assertion),
        Err(wrong) => return Fate::Unknown(wrong.of_claim(&claim.id, claim.place.clone()).text(facts.language)),
    };
    let area = then.declared.area_now(&claim.area).to_owned();
    let words = claim.words.clone().or_else(|| Some(all.words.clone()));
    let one = Claims { claims: vec![Claim { area, basis, assertion, words, ..claim.clone() }], ..Claims::default() };
    let mut wrong = Diagnostics::new();
    let verdict = one.verify(facts, &mut wrong).into_iter().next().map(|checked| checked.verdict);
    let Some(verdict) = verdict else {
        let first = wrong.sorted().first().map(|first| first.told(facts.language)[0].clone());
        return Fate::Unknown(first.unwrap_or_default());
    };
    match verdict.outcome {
        Outcome::Holds => Fate::Holds,
        Outcome::Fails if differs_in_numbers_only(&claim.statement, &verdict.reason) => Fate::Says(verdict.reason),
        Outcome::Fails => Fate::Otherwise(verdict.reason),
        Outcome::Open | Outcome::Undecided => Fate::Unknown(verdict.reason),
    }
}
