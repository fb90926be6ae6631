//! Claims that came out otherwise than in the files of then.

use std::collections::{BTreeMap, BTreeSet};

use super::cause::Cause;
use super::changed::{Came, ChangedClaim};
use super::difference::{Difference, Part};
use super::folder::{Folder, Unusable, text};
use super::note::Note;
use crate::claims::{Basis, Checked, Claim, Outcome};
use crate::codebook::Codebook;
use crate::read::Watch;
use crate::wording::Language;

const FILE: &str = "data/claims.csv";

/// Compares claims with those of then.
pub(super) fn compare(
    difference: &mut Difference,
    (checked, book): (&[Checked<'_>], &Codebook),
    folder: &Folder,
    watch: &mut Watch,
) {
    let mut before = match folder.table(FILE, watch) {
        Ok(rows) => read(&rows),
        // The study had no claims.
        Err(Unusable::Missing) if folder.written(FILE).is_none() => Some(BTreeMap::new()),
        Err(why) => {
            difference.notes.push(Note::of_file(FILE, why));
            return;
        }
    };
    let Some(before) = &mut before else {
        difference.notes.push(Note::FileUnread(FILE));
        return;
    };
    for Checked { claim, verdict } in checked {
        let now = Came {
            outcome: verdict.outcome.word().to_owned(),
            stated: verdict.stated.in_ids.clone(),
            computed: verdict.computed.in_ids.clone(),
        };
        let then = before.remove(&claim.id).map(|(_, came)| came);
        if then.as_ref() == Some(&now) {
            continue;
        }
        let causes = match &then {
            None => BTreeSet::from([Cause::Declarations]),
            Some(then) => causes(difference, claim, book, then, &now),
        };
        let (id, area) = (claim.id.clone(), claim.area.clone());
        difference.claims.push(ChangedClaim { claim: id, area, before: then, now: Some(now), causes });
    }
    for (claim, (area, came)) in std::mem::take(before) {
        let causes = BTreeSet::from([Cause::Declarations]);
        difference.claims.push(ChangedClaim { claim, area, before: Some(came), now: None, causes });
    }
}

/// Claims of then, by id, with their areas.
fn read(rows: &super::folder::Rows) -> Option<BTreeMap<String, (String, Came)>> {
    let [id, area, outcome, stated, computed] = rows.columns(["claim_id", "area", "outcome", "stated", "computed"])?;
    let came = |row: &csv::StringRecord| {
        let cell = |at: usize| text(row.get(at).unwrap_or_default()).to_owned();
        let came = Came { outcome: cell(outcome), stated: cell(stated), computed: cell(computed) };
        (cell(id), (cell(area), came))
    };
    Some(rows.rows.iter().map(came).collect())
}

fn causes(difference: &Difference, claim: &Claim, book: &Codebook, then: &Came, now: &Came) -> BTreeSet<Cause> {
    let mut causes = BTreeSet::new();
    let is_said_otherwise = is_declared_otherwise(difference, claim, then, now);
    if is_said_otherwise {
        causes.insert(Cause::Declarations);
    }
    if then.computed != now.computed || then.outcome != now.outcome || !is_said_otherwise {
        causes.extend(of_what_it_speaks_of(difference, claim, book));
        if claim.names_year() {
            causes.extend(difference.causes_by_files(&[Cause::Earlier]));
        }
    }
    if causes.is_empty() {
        causes = difference.causes_by_files(&Cause::OF_FILES);
    }
    causes
}

/// Whether a claim says something else, as far as files of then show it. What it states may be computed, and move with the data:
/// then only words and signs are its own. What could not be decided stated nothing, whatever it said.
fn is_declared_otherwise(difference: &Difference, claim: &Claim, then: &Came, now: &Came) -> bool {
    let declares = |cause: Cause| matches!(cause, Cause::Declarations | Cause::Rules);
    if !difference.files.iter().any(|file| declares(file.cause)) {
        return false;
    }
    let is_open = |came: &Came| came.outcome == Outcome::Undecided.word();
    match &claim.basis {
        Basis::Reason(_) => return !is_open(then),
        _ if is_open(then) || is_open(now) => return false,
        _ => {}
    }
    let is_outright = claim.states_outright();
    let own = |stated: &str| {
        let words = stated.split(|c: char| c.is_whitespace() || ",:;".contains(c)).filter(|word| !word.is_empty());
        let is_own = |word: &&str| is_outright || !word.chars().all(|c| c.is_numeric() || ".-−%".contains(c));
        // The values of a ranking stand in its order.
        let words: BTreeSet<String> = words.filter(is_own).map(str::to_owned).collect();
        words
    };
    own(&then.stated) != own(&now.stated)
}

/// What moved the codes that a claim names; where it names none, its areas.
fn of_what_it_speaks_of(difference: &Difference, claim: &Claim, book: &Codebook) -> BTreeSet<Cause> {
    let areas = claim.areas();
    let of = if claim.is_about_funds() { Part::Any } else { Part::Number };
    let is_meant = |area: &str| areas.iter().any(|own| own.is_empty() || *own == "all" || *own == area);
    let assertion = claim.assertion.to_lowercase();
    let is_named = |domain: &str, code: &str| {
        let labels = book.domain(domain).and_then(|domain| book.code(domain, code));
        let labels = labels.map(|code| Language::WORDS.map(|(_, language)| code.label.get(language).to_lowercase()));
        let mut words = assertion.split(|c: char| !(c.is_alphanumeric() || ".-_".contains(c)));
        words.any(|word| word == code.to_lowercase())
            || labels.iter().flatten().any(|label| !label.is_empty() && assertion.contains(label))
    };
    let moved = difference.codes.iter().filter(|own| is_meant(&own.area) && is_named(&own.domain, &own.code));
    let of_codes: BTreeSet<Cause> = moved.flat_map(|own| own.row.causes(of)).collect();
    if !of_codes.is_empty() {
        return of_codes;
    }
    let areas: Vec<_> = difference.areas.iter().filter(|own| is_meant(&own.area)).collect();
    let of_areas: BTreeSet<Cause> = areas.iter().flat_map(|own| own.row.causes(of)).collect();
    match of_areas.is_empty() {
        true => areas.iter().flat_map(|own| difference.causes_of_area(&own.area, of)).collect(),
        false => of_areas,
    }
}
