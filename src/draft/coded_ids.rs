//! Ids of exports held against those of coding sheets, and against each other.

use std::collections::BTreeSet;

use super::coding::CodingDraft;
use super::survey::SurveyDraft;
use crate::diagnostic::shown;
use crate::msg;
use crate::wording::joined;

/// The ids must be those of the coding sheets: another column whose values are is taken instead; where none is, it is told.
pub fn meet_codings(surveys: &mut [SurveyDraft], codings: &[CodingDraft]) {
    let coded: BTreeSet<&str> = codings.iter().flat_map(|coding| &coding.ids).map(String::as_str).collect();
    if coded.is_empty() {
        return;
    }
    let respondents: BTreeSet<&str> = coded.iter().filter_map(|id| id.rsplit_once('-').map(|(own, _)| own)).collect();
    for survey in surveys {
        let wanted = if survey.long.is_some() { &coded } else { &respondents };
        let meets = |values: &BTreeSet<String>| values.iter().any(|value| wanted.contains(value.as_str()));
        let chosen = survey.ids.iter().position(|own| meets(&own.values));
        let Some(own) = chosen.and_then(|at| survey.ids.get(at)) else {
            survey.id.doubt = Some(msg!("unsure-no-coded-id"));
            continue;
        };
        let before: Vec<String> = match &mut survey.long {
            Some(long) => std::mem::replace(&mut long.id, own.columns.clone()),
            None => std::mem::replace(&mut survey.id.value, own.columns.first().cloned()).into_iter().collect(),
        };
        if chosen != Some(0) && !before.is_empty() {
            let others = joined(before.iter().map(|column| shown(column)), ", ");
            survey.id.doubt = Some(msg!("unsure-id-by-codes", others));
        }
    }
}

/// Two exports with the same ids may be one export twice. Where ids are only counted, the later gets a prefix, unless coding sheets
/// name them without one.
pub fn tell_twins(surveys: &mut [SurveyDraft], are_coded: bool) {
    for index in 1..surveys.len() {
        let (earlier, later) = surveys.split_at_mut(index);
        let Some(survey) = later.first_mut() else { continue };
        let Some(own) = survey.ids.first().map(|own| own.values.clone()) else { continue };
        let own = &own;
        let is_twin = |other: &&SurveyDraft| {
            other.ids.first().is_some_and(|ids| ids.values.intersection(own).count() * 2 > own.len().max(1))
        };
        let counted = own.iter().all(|id| id.bytes().all(|b| b.is_ascii_digit() || b == b'-'));
        let has_any = |other: &&SurveyDraft| other.ids.first().is_some_and(|ids| !ids.values.is_disjoint(own));
        survey.id_prefix =
            (counted && !are_coded && earlier.iter().any(|other| has_any(&other))).then(|| format!("{}-", survey.area));
        // Every form counts from 1; the same amounts say more.
        let twin = earlier.iter().find(|other| is_twin(other) && (!counted || other.reported == survey.reported));
        if let Some(twin) = twin {
            survey.doubt = Some(msg!("unsure-twin", file = shown(&twin.file)));
        }
    }
}
