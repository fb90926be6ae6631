//! The recipe of `insats manuscript roll`: last year's manuscript speaks of this year.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::findings::Findings;
use super::former::{carried_over, former};
use super::manuscript::{self, Begun, FillOptions};
use super::{Failure, Stage, fault, subjects, titles, verify};
use crate::claims::{Checked, Claim, Claims, Facts, Outcome, rows_with};
use crate::compare::Earlier;
use crate::diagnostic::{Diagnostic, Place};
use crate::manuscript::{
    Comparison, Document, Former, ReportItem, Retitled, Rolled, RolledDocument, Rolling, Told, roll,
};
use crate::msg;
use crate::output::Target;
use crate::render;
use crate::study::STUDY_FILE;

/// What became of last year's manuscript.
#[derive(Debug)]
pub struct RollSummary {
    /// The years: then and now.
    pub years: (i64, i64),
    /// The sentences that carry claims of last year.
    pub sentences: Vec<Rolled>,
    /// The captions and headings that had to change, or have to be looked at.
    pub captions: Vec<Retitled>,
    /// The sentences with numbers that no claim of last year covers.
    pub uncovered: Vec<String>,
    /// The sentences and headings that name last year, carry no claim and were left.
    pub of_last_year: Vec<String>,
    /// What was done with the controls of figures and tables.
    pub items: Vec<Told>,
    /// The ids of claims in controls that this year's claims do not have.
    pub unknown: Vec<String>,
    /// The file that was written.
    pub file: PathBuf,
    /// The claims that were written, where they were asked for.
    pub claims: Option<WrittenClaims>,
    /// Where the files are kept that stood there.
    pub kept: Vec<PathBuf>,
}

/// A `claims.csv` that was written.
#[derive(Debug)]
pub struct WrittenClaims {
    /// The file.
    pub file: PathBuf,
    /// How many claims of last year were put behind those of this year.
    pub added: usize,
}

/// Rolls the manuscript of an earlier year: its claims are asked of this year, and its figures and tables are filled. `claims` is a
/// file for this year's claims, with those of last year behind them that controls name and this year has not.
///
/// # Errors
/// [`Failure`]: also where the study names no earlier study with claims. Nothing has been written then.
pub fn roll_manuscript(
    folder: &Path,
    manuscript: &Path,
    (wanted, claims_file): (&FillOptions, Option<&Path>),
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<RollSummary, Failure> {
    let Begun { mut job, document, findings, language } =
        manuscript::begin(folder, manuscript, wanted, progress, Document::read)?;
    let Some((then, claims)) = last_claims(&findings) else {
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("roll-without-claims")).into());
    };
    let own = || manuscript::beside(manuscript, &format!("-{}", findings.study.year));
    let file = wanted.out.clone().unwrap_or_else(own);
    let claim = |path| job.claim(Target { path, force: wanted.force });
    let (claimed, claimed_for_claims) = (claim(&file)?, claims_file.map(claim).transpose()?);
    progress(Stage::Claims);
    let mut items = findings.material(&findings.pairs(), language).items(&mut job.messages);
    let checked = job.check_claims(&findings, &mut items, language);
    job.stop_on_errors()?;
    let years = (then.year(), findings.study.year);
    let pairs = findings.pairs();
    let asked = {
        let facts = verify::facts(&findings, &items, &pairs, language);
        ask((then, claims), &findings, &checked, &facts, claims_file.is_some())
    };
    let former = &asked.former;
    // What stood in last year's tables was true then: only their numbers are known.
    let numbers =
        items.iter().map(|item| ReportItem { number: item.number.clone(), ..ReportItem::default() }).collect();
    let subjects = subjects::of_study(&then.study, &then.book, numbers, language);
    let compared = Comparison::of_document(&document, claims, &vec![None; former.len()], &subjects);
    let titles = titles::titles(&findings, then, &items);
    let day = findings.study.data_date;
    let rolling = Rolling { then: years.0, now: years.1, titles: &titles, day, language };
    let RolledDocument { mut package, sentences, captions, named, uncovered, of_last_year } =
        roll(document, &compared, former, &rolling)?;
    let told = manuscript::fill_all(&mut package, &findings, (items, &checked), (wanted, true), language, progress)?;
    let further: Vec<Claim> = asked.further.iter().filter(|claim| named.contains(&claim.id)).cloned().collect();
    let unknown = unknown(&named, former, &findings, &further);
    let mut files = vec![(claimed, package.write()?)];
    let mut written = None;
    if let (Some(claimed), Some(path)) = (claimed_for_claims, claims_file) {
        let rows = rows_with(&findings.study, &findings.files, &further);
        files.push((claimed, render::plain_csv(&rows).map_err(fault)?));
        written = Some(WrittenClaims { file: path.to_owned(), added: further.len() });
    }
    let kept = job.put(files)?;
    Ok(RollSummary {
        years,
        sentences,
        captions,
        uncovered,
        of_last_year,
        items: told,
        unknown,
        file,
        claims: written,
        kept,
    })
}

/// What this year's data say of the claims of an earlier study.
struct Asked {
    /// What has become of each, in their order.
    former: Vec<Former>,
    /// Those that this year's `claims.csv` has not and can state, where they are wanted.
    further: Vec<Claim>,
}

fn ask(
    (then, claims): (&Earlier, &Claims),
    findings: &Findings,
    checked: &[Checked<'_>],
    facts: &Facts<'_>,
    wants_further: bool,
) -> Asked {
    let now: Vec<_> = checked.iter().map(|own| (own.claim, own.verdict.outcome == Outcome::Holds)).collect();
    let all = &claims.claims;
    let former: Vec<Former> = all.par_iter().map(|claim| former(claim, claims, then, facts, &now)).collect();
    let has = |id: &str| findings.claims.claims.iter().any(|claim| claim.id == id);
    let is_new = |own: &Former| wants_further && own.id_now.is_none() && !has(&own.id);
    let of_now = (&findings.claims.words, findings.study.year);
    let both = all.iter().zip(&former).filter(|(_, own)| is_new(own));
    let further = both.filter_map(|(claim, own)| carried_over(claim, &own.fate, then, of_now, facts)).collect();
    Asked { former, further }
}

/// The ids that controls name and that neither this year's claims nor further ones have.
fn unknown(named: &BTreeSet<String>, former: &[Former], findings: &Findings, further: &[Claim]) -> Vec<String> {
    let is_known = |id: &String| {
        let mut of_now = findings.claims.claims.iter().chain(further);
        let is_called_otherwise = || former.iter().any(|own| own.id == *id && own.id_now.is_some());
        of_now.any(|claim| claim.id == *id) || is_called_otherwise()
    };
    named.iter().filter(|id| !is_known(id)).cloned().collect()
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
