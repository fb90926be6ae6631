//! A number of a text held against the totals of an area, of a level, or of all.

use super::mention::Breakdowns;
use super::place::{Near, Place, names};
use super::words::{
    ALLOCATED, ANSWERED, ANSWERS, AREAS, BASE, COMPARED, EXCLUDED, FOLLOW_UP, FUNDS, INCOMPLETE, INTERVENTIONS, JOINED,
    NAMED_BEFORE, NEGATED, OF_SOME, OF_THEM, REPAID, REPORTED, REQUISITIONED, RESPONSE, SENT, SURVEYS, begins,
};
use super::{Told, Truth, number};
use crate::claims::numbers::{Figure, Kind, Value};
use crate::claims::{Total, Totalled, states};
use crate::exact::Exact;
use crate::manuscript::text::Setting;

/// Where a number may be one of more totals, it is not wrong because it is none of them.
const TWO: usize = 2;

/// What the data say of a number in a clause that names nothing but an area, a level, or all.
pub(super) fn told(
    (known, totals): (&Breakdowns<'_>, &[Totalled]),
    place: &Place<'_>,
    near: &[Near],
    figure: &Figure,
) -> Option<Told> {
    let (clause, text) = (near.first()?, &place.sentence.text);
    if let Some(told) = of_response(totals, place, near, figure) {
        return Some(told);
    }
    let of = counted(place, near, figure)?;
    if matches!(figure.value, Value::Of(..)) {
        return None;
    }
    let behind = place.behind(figure);
    let sent = if begins_with(&behind, &SENT) { behind.as_str() } else { "" };
    let own: Vec<&Totalled> = here(totals, place, clause, sent).filter(|total| of.contains(&total.of)).collect();
    let all = totals.iter().filter(|total| total.area.is_none() && total.asked.is_none() && of.contains(&total.of));
    let is_of_them = begins_with(&behind, &OF_THEM);
    // Those who did not answer are the rest of those who were expected.
    let total = |of: Total| own.iter().find(|total| total.of == of).map(|total| total.number);
    let rest = total(Total::Expected).zip(total(Total::Respondents)).and_then(|(all, some)| all.minus(some));
    if rest.is_some_and(|rest| states(text, figure, rest)) {
        return Some(Told::Shown);
    }
    if own.iter().copied().chain(all.filter(|_| !is_of_them)).any(|total| states(text, figure, total.number)) {
        return Some(Told::Shown);
    }
    // A value may be meant that was named before, or that is named here in other words.
    let names_values = |text: &Near| known.names_any(&text.tokens) || text.has(&NAMED_BEFORE);
    let names_group = known.names_group(&clause.tokens);
    let is_total = place.leads_back(known, clause) && !names_group && !near.iter().take(3).any(names_values);
    let is_part = begins_with(&behind, &OF_SOME) || clause.begins(&REPAID) || clause.begins(&COMPARED);
    let is_negated = near.iter().take(TWO).any(|text| text.has(&NEGATED));
    // What was set aside, and how many surveys went to whom, is said in words of its own.
    let is_by_words = begins_with(&behind, &INCOMPLETE) || of == [Total::Areas] && begins(&behind, &SENT);
    let is_sure = is_of_them || (is_total || is_by_words) && !is_part && !is_negated && !clause.has(&JOINED);
    if !is_sure || place.names_others || !place.years.is_empty() || of.len() > TWO {
        return None;
    }
    let put = number::written(text, figure, (own.first()?.number, Exact::ONE), place.language)?;
    Some(Told::Other(Truth::new(text, figure.range.clone(), put, String::new())))
}

/// The share of those who answered.
fn of_response(totals: &[Totalled], place: &Place<'_>, near: &[Near], figure: &Figure) -> Option<Told> {
    let clause = near.first()?;
    if figure.kind != Kind::Share || !clause.begins(&RESPONSE) {
        return None;
    }
    let total = |of: Total| here(totals, place, clause, "").find(|total| total.of == of).map(|total| total.number);
    let both = (total(Total::Respondents)?, total(Total::Expected)?);
    let text = &place.sentence.text;
    if states(text, figure, both.0.over(both.1)?) {
        return Some(Told::Shown);
    }
    // A row that names no area may be of any.
    let is_of_area = here(totals, place, clause, "").any(|total| total.area.is_some());
    if place.sentence.cell.is_some() && !is_of_area {
        return None;
    }
    let put = number::written(text, figure, both, place.language)?;
    Some(Told::Other(Truth::new(text, figure.range.clone(), put, String::new())))
}

/// The base of a figure, *n = 13*, held against those of the area's questions.
pub(super) fn base(known: &Breakdowns<'_>, place: &Place<'_>, figure: &Figure) -> Option<Told> {
    let text = &place.sentence.text;
    let before = text.get(..figure.range.start).unwrap_or_default();
    let Value::Number(own) = figure.value else { return None };
    if !BASE.iter().any(|base| before.ends_with(base)) {
        return None;
    }
    let bases = known.bases(place.area);
    let (all, asked) = (bases.last()?, bases.first()?);
    let has_follow_up = |text: &str| FOLLOW_UP.iter().any(|word| text.to_lowercase().contains(word));
    // Its own sentence says that not all were asked.
    let is_of_all = own == *all && has_follow_up(before) && bases.len() == TWO;
    if bases.contains(&own) && !is_of_all {
        return Some(Told::Shown);
    }
    let is_follow_up = has_follow_up(&format!("{} {text}", place.sentence.before));
    let truth = if is_follow_up { asked } else { all };
    let is_sure = bases.len() <= TWO && place.sentence.setting != Setting::Caption;
    let put = number::written(text, figure, (*truth, Exact::ONE), place.language)?;
    let truth = Truth { is_certain: is_of_all, ..Truth::new(text, figure.range.clone(), put, String::new()) };
    is_sure.then_some(Told::Other(truth))
}

/// The totals of whoever a clause speaks of.
fn here<'t>(
    totals: &'t [Totalled],
    place: &Place<'_>,
    clause: &Near,
    behind: &str,
) -> impl Iterator<Item = &'t Totalled> {
    // Those behind the number, or else the first who are named.
    let text = format!("{behind} {}", clause.text);
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let named = words.find_map(|word| place.asked.iter().find(|asked| names(word, asked))).cloned();
    let of_area = totals.iter().find(|total| total.area.as_deref() == Some(place.area));
    let is_of_area = of_area.is_some_and(|total| named.is_none() || total.asked == named);
    let area = is_of_area.then(|| place.area.to_owned());
    totals.iter().filter(move |total| match &area {
        Some(area) => total.area.as_ref() == Some(area),
        None => total.area.is_none() && total.asked == named,
    })
}

/// What a number counts; nothing where it may count anything.
fn counted(place: &Place<'_>, near: &[Near], figure: &Figure) -> Option<Vec<Total>> {
    let behind = place.behind(figure);
    let said: [&[&str]; 3] = [&REQUISITIONED, &ALLOCATED, &REPORTED];
    // What the clause says of money counts before what its sentence says.
    let is_said = near.first().is_some_and(|clause| said.iter().any(|words| clause.begins(words)));
    let about = if figure.kind == Kind::Money && is_said { 1 } else { 2 };
    let is_about = |words: &[&str]| near.iter().take(about).any(|text| text.begins(words));
    match figure.kind {
        Kind::Count if begins_with(&behind, &OF_THEM) && begins(&place.sentence.before, &SURVEYS) => {
            Some(vec![Total::Areas])
        }
        Kind::Count if begins_with(&behind, &ANSWERED) => Some(vec![Total::Respondents]),
        Kind::Count if begins_with(&behind, &INCOMPLETE) => Some(vec![Total::Excluded]),
        Kind::Count if begins(&behind, &INTERVENTIONS) && is_about(&EXCLUDED) => Some(vec![Total::Excluded]),
        Kind::Count if begins_with(&behind, &SENT) && begins(&place.sentence.before, &SURVEYS) => {
            Some(vec![Total::Areas])
        }
        Kind::Count if begins(&behind, &INTERVENTIONS) => Some(vec![Total::Interventions]),
        Kind::Count if begins(&behind, &ANSWERS) => None,
        Kind::Count if begins(&behind, &SURVEYS) || begins(&behind, &AREAS) => Some(vec![Total::Areas]),
        Kind::Count if place.asked.iter().any(|asked| names(&behind, asked)) => {
            Some(vec![Total::Recipients, Total::Respondents, Total::Expected])
        }
        Kind::Money if is_about(&REQUISITIONED) => Some(vec![Total::Requisitioned, Total::Target]),
        Kind::Money if is_about(&ALLOCATED) => Some(vec![Total::Allocated]),
        Kind::Money if is_about(&FUNDS) => {
            Some(vec![Total::Requisitioned, Total::Target, Total::Funds, Total::Reported, Total::Allocated])
        }
        _ => None,
    }
}

fn begins_with(text: &str, words: &[&str]) -> bool {
    let lower = text.trim_start().to_lowercase();
    words.iter().any(|word| lower.starts_with(word))
}
