//! The year that a study is of.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::sheets::Sheets;
use super::survey::{Guess, SurveyDraft, years};
use crate::msg;

/// The year of the interventions: the folder's, or the one that exports speak of most, the later of equals. What only lists
/// beside them speak of may be another year's. Where nothing speaks of one, it is the year after the earlier study's.
pub fn study_year(folder: &Path, sheets: &[Sheets<'_>], surveys: &[SurveyDraft], earlier: Option<i64>) -> Guess<i64> {
    let name = folder.canonicalize().ok().and_then(|f| f.file_name().map(|n| n.to_string_lossy().into_owned()));
    if let Some(year) = years(name.iter().map(String::as_str)).last() {
        return Guess::sure(*year);
    }
    let of_files = sheets.iter().flat_map(|s| years(std::iter::once(s.source.file.as_str())));
    let of_exports = surveys.iter().flat_map(|s| years(std::iter::once(s.file.as_str())));
    let exports: BTreeSet<i64> = surveys.iter().flat_map(|s| s.years.iter().copied()).chain(of_exports).collect();
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for year in surveys.iter().flat_map(|s| s.years.iter().copied()).chain(of_files) {
        *counts.entry(year).or_default() += 1;
    }
    let mut ranked: Vec<(usize, i64)> = counts.into_iter().map(|(year, count)| (count, year)).collect();
    ranked.sort_unstable_by(|a, b| b.cmp(a));
    match ranked[..] {
        [] => match earlier {
            Some(earlier) => Guess { value: earlier.saturating_add(1), doubt: Some(msg!("unsure-next-year")) },
            None => Guess { value: 2025, doubt: Some(msg!("unsure-no-year")) },
        },
        [(_, year), ..] if !exports.contains(&year) => {
            Guess { value: year, doubt: Some(msg!("unsure-year-of-others")) }
        }
        [(_, year)] => Guess::sure(year),
        [(most, year), (next, other), ..] => {
            let doubt = (next * 2 > most).then(|| msg!("unsure-other-years", year = other.to_string()));
            Guess { value: year, doubt }
        }
    }
}
