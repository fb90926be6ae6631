//! A number of a text held against the value that its sentence names.

use std::ops::Range;

use super::mention::{Breakdowns, Mention, overlap};
use super::place::{Near, Place, names};
use super::words::{
    AGAINST, EACH, FROM, FUNDS, INTERVENTIONS, JOINED, NAMED_BEFORE, NEGATED, OF_ALL, OF_THE, SUMMED, THE, begins,
};
use super::{Told, Truth};
use crate::claims::numbers::{Figure, Kind, Value};
use crate::claims::{Measured, states};
use crate::exact::Exact;
use crate::wording::Language;

/// So much of a label must be named where its number is to be wrong; less where what the values are called together is named, too.
const SURELY: f64 = 0.6;
const SURELY_BY_NAME: f64 = 0.35;
/// So much of a value of another breakdown must be named to be meant as well.
const OF_OTHER: f64 = 0.75;
/// So much of it must stand in the clause, with that name, where its number counts more than a claim that states the one there.
const CERTAINLY: f64 = 0.9;

/// A number is not accused by what stands farther away than the sentence before.
const FARTHEST: usize = 2;

/// What the data say of a number, by the values that stand in its clause, or else in its sentence or before it.
pub(super) fn told<'t>(known: &Breakdowns<'t>, place: &Place<'_>, near: &[Near], figure: &Figure) -> Option<Told> {
    let measured = measured(known, place, near, figure)?;
    let says = |own: &Mention<'_>| is_said(place, figure, own);
    for at in 0..near.len() {
        let meant = place.meant(known, near, at, &measured);
        if meant.iter().any(says) {
            return Some(Told::Shown);
        }
        let is_any = !meant.is_empty();
        let meant: Vec<Mention<'_>> = match at {
            1 => meant
                .into_iter()
                .filter(|own| leads(place, figure, own) || follows(place, &near[0], figure, own))
                .collect(),
            _ => meant,
        };
        if is_any && meant.is_empty() && has_number(place, 0..figure.range.start) {
            return None;
        }
        // Further away something is meant only where nothing nearer is named.
        let is_in_text = place.sentence.cell.is_none();
        let is_here = at == 0 || at <= FARTHEST && is_in_text && place.leads_back_from(known, near);
        if !meant.is_empty() {
            let sure = sure(known, place, near, (at, figure), &meant).filter(|own| {
                let from = near[at].from.filter(|_| at < FARTHEST);
                let range = from.map(|from| own.range.start + from..own.range.end + from);
                let others = place.mentions(known, &near[at], &measured);
                // What nothing has is rather not spoken of.
                let is_of_none = own.value.number == Exact::ZERO && others.iter().any(says);
                is_here
                    && !is_of_none
                    && !is_of_others(place, near, figure, range)
                    && !stands_here(place, &near[0], figure, own)
            })?;
            let is_named = known.named(place.area, &near[at].tokens).contains(sure.tally.of.as_str());
            let is_certain = at == 0 && is_named && sure.coverage >= CERTAINLY;
            return truth(place, figure, sure).map(|truth| Told::Other(Truth { is_certain, ..truth }));
        }
    }
    None
}

/// Whether a number stands somewhere in a sentence.
fn has_number(place: &Place<'_>, range: Range<usize>) -> bool {
    place.all.iter().any(|other| !other.is_word() && other.range.start >= range.start && other.range.end <= range.end)
}

/// Whether a value stands before a number, with no other number between them: that one would be its.
fn leads(place: &Place<'_>, figure: &Figure, own: &Mention<'_>) -> bool {
    own.range.end <= figure.range.start && !has_number(place, own.range.end..figure.range.start)
}

/// Whether a value stands behind a number that is set in, *most of them, 65 percent, develop methods*, with nothing between them.
fn follows(place: &Place<'_>, clause: &Near, figure: &Figure, own: &Mention<'_>) -> bool {
    let is_set_in =
        clause.text.starts_with([',', '–', '(']) && clause.tokens.iter().all(|token| token.words.is_empty());
    let between = place.sentence.text.get(figure.range.end..own.range.start);
    is_set_in
        && between.is_some_and(|text| !AGAINST.iter().any(|word| text.contains(word)))
        && !has_number(place, figure.range.end..own.range.start)
}

/// Whether a value's number stands in the clause, so that another one is of something else.
fn stands_here(place: &Place<'_>, clause: &Near, figure: &Figure, own: &Mention<'_>) -> bool {
    let mut others = place.all.iter().filter(|other| **other != figure && other.kind == figure.kind);
    others.any(|other| is_in(place, clause, other) && is_said(place, other, own))
}

/// Whether a number may be of something else than what its sentence names: a part, another year, all areas, or another area.
pub(super) fn is_of_others(place: &Place<'_>, near: &[Near], figure: &Figure, own: Option<Range<usize>>) -> bool {
    let is_earlier = is_earlier(place, figure);
    let is_fraction = is_fraction(figure);
    let is_joined = near.first().is_some_and(|clause| clause.has(&JOINED) || clause.has(&SUMMED));
    let behind = place.sentence.text.get(figure.range.end..).unwrap_or_default().to_lowercase();
    let is_denied = NEGATED.iter().any(|word| behind.contains(word));
    let is_of_each = near.iter().take(2).any(|text| text.has(&EACH));
    // "13 have it as an effect, such as …": what stands behind is not what is counted.
    let is_it = near.first().is_some_and(|clause| clause.has(&NAMED_BEFORE))
        && own.is_some_and(|own| own.start >= figure.range.start);
    is_it
        || is_denied
        || is_earlier
        || is_fraction
        || is_joined
        || is_of_each
        || near.iter().take(2).any(|text| text.has(&OF_ALL))
}

/// Whether a number may be that of another year or of others.
pub(super) fn is_earlier(place: &Place<'_>, figure: &Figure) -> bool {
    let before = place.sentence.text.get(..figure.range.start).unwrap_or_default();
    FROM.iter().any(|word| before.ends_with(word)) || !place.years.is_empty() || place.names_others
}

/// Whether a part and its base say a share: *one in three*, *seven of ten*.
pub(super) fn is_fraction(figure: &Figure) -> bool {
    matches!(figure.value, Value::Of(_, base) if base <= Exact::whole(10))
}

/// The value that is meant, where there is no doubt which.
fn sure<'m, 't>(
    known: &Breakdowns<'t>,
    place: &Place<'_>,
    near: &[Near],
    (at, figure): (usize, &Figure),
    meant: &'m [Mention<'t>],
) -> Option<&'m Mention<'t>> {
    let first = meant.iter().max_by(|a, b| a.coverage.total_cmp(&b.coverage))?;
    let is_one = meant.iter().all(|own| own.value.label == first.value.label && own.value.number == first.value.number);
    // What is counted of two values has both.
    let mut others = place.mentions(known, &near[at], &[first.tally.measured]);
    // What stands behind it has numbers of its own.
    others.retain(|other| at != 1 || other.range.end <= figure.range.start);
    let is_other = |other: &Mention<'_>| other.tally.of == first.tally.of || other.coverage >= OF_OTHER;
    let is_alone = others.iter().filter(|other| is_other(other)).all(|other| overlap(&other.range, &first.range));
    let names = |text: &Near| known.named(place.area, &text.tokens);
    let by_name = near.iter().take(at + 1).any(|text| names(text).contains(first.tally.of.as_str()));
    let surely = if by_name { SURELY_BY_NAME } else { SURELY };
    let is_of_two = known.named_beside(place.area, &near.first()?.tokens, &[first]).len() > 1;
    // Where no name tells them apart, every breakdown that has such a value may be meant.
    (is_one && is_alone && !is_of_two && first.coverage >= surely).then_some(first)
}

/// What a number may count; `None` where it counts nothing of interventions, money or answers.
fn measured(known: &Breakdowns<'_>, place: &Place<'_>, near: &[Near], figure: &Figure) -> Option<Vec<Measured>> {
    let clause = near.first()?;
    let behind = place.behind(figure);
    let before = place.sentence.text.get(..figure.range.start)?.to_lowercase();
    // Interventions or respondents of others are not counted here, whatever their number.
    let is_of_others = place.counts_others(&behind);
    let is_of_named = THE.iter().any(|word| before.ends_with(word));
    match figure.kind {
        Kind::Money => Some(vec![Measured::Funds]),
        Kind::Share if clause.begins(&FUNDS) => Some(vec![Measured::Funds]),
        Kind::Share => Some(vec![Measured::Interventions, Measured::Respondents]),
        // "A fifth of the 125": all of them.
        Kind::Count if OF_THE.iter().any(|word| before.ends_with(word)) => None,
        Kind::Count if begins(&behind, &INTERVENTIONS) => Some(vec![Measured::Interventions]),
        Kind::Count if is_of_others => None,
        Kind::Count if place.asked.iter().any(|asked| names(&behind, asked)) => Some(vec![Measured::Respondents]),
        // "2.0, 5.1 and 26.1 million": a part of a whole is no count.
        Kind::Count if matches!(figure.value, Value::Number(own) if !own.is_whole()) => None,
        Kind::Count if is_of_named => None,
        Kind::Count if place.is_bare(figure) => Some(vec![Measured::Interventions, Measured::Respondents]),
        Kind::Count
            if is_within(figure, place.respondents)
                && known.is_led_by_name(place.area, &known.lexicon.read(&behind)) =>
        {
            Some(vec![Measured::Respondents])
        }
        Kind::Count => None,
        Kind::Points | Kind::Word => None,
    }
}

/// Whether a number stands in a clause.
fn is_in(place: &Place<'_>, clause: &Near, other: &Figure) -> bool {
    let from = clause.from.unwrap_or(0);
    place.sentence.cell.is_none() && from <= other.range.start && other.range.end <= from + clause.text.len()
}

fn is_within(figure: &Figure, most: Exact) -> bool {
    matches!(figure.value, Value::Number(own) | Value::Of(own, _) if own <= most)
}

/// Whether a number says what the data say of a value.
fn is_said(place: &Place<'_>, figure: &Figure, own: &Mention<'_>) -> bool {
    let (number, base) = (own.value.number, own.tally.base);
    let text = &place.sentence.text;
    match (figure.value, figure.kind) {
        (Value::Of(part, of), _) if is_fraction(figure) && base > of => {
            part.over(of).zip(number.over(base)).is_some_and(|(own, share)| is_near(own, share))
        }
        // A subcode may be told as a part of its code.
        (Value::Of(part, of), _) => {
            part == number
                && (of == base || own.tally.is_of_subcodes || of == place.respondents && !own.tally.is_of_domain)
        }
        (Value::Number(own), Kind::Share) => number.over(base).is_some_and(|share| {
            let is_in_words =
                !text.get(figure.digits.clone()).unwrap_or_default().contains(|c: char| c.is_ascii_digit());
            states(text, figure, share) || is_in_words && is_near(own, share)
        }),
        _ => states(text, figure, number),
    }
}

/// Whether two shares are said with the same words: at most one in twelve apart, and a quarter of the larger.
pub(super) fn is_near(one: Exact, other: Exact) -> bool {
    let most = Exact::fraction(1, 12).zip(one.max(other).over(Exact::whole(4)));
    one.minus(other).zip(most).is_some_and(|(apart, (most, quarter))| apart.size() <= most && apart.size() <= quarter)
}

/// What would be true in the place of a number.
fn truth(place: &Place<'_>, figure: &Figure, own: &Mention<'_>) -> Option<Truth> {
    let text = &place.sentence.text;
    let put = written(text, figure, (own.value.number, own.tally.base), place.language)?;
    Some(Truth::new(text, figure.range.clone(), put, own.value.label.clone()))
}

/// A number, or its part of a base, as a figure of a sentence is written.
pub(super) fn written(
    text: &str,
    figure: &Figure,
    (number, base): (Exact, Exact),
    language: Language,
) -> Option<String> {
    let digits = text.get(figure.digits.clone())?;
    let (decimals, read) = read(digits);
    let own = match figure.kind {
        Kind::Share => number.over(base)?.times(Exact::whole(100))?,
        _ => number,
    };
    match (figure.value, read) {
        (Value::Of(..), _) => {
            let between = text.get(figure.digits.end..figure.range.end)?.trim_end_matches(|c: char| !c.is_whitespace());
            Some(format!("{}{between}{}", own.written(language, 0), base.written(language, 0)))
        }
        (Value::Number(_), None) if figure.kind == Kind::Share => {
            Some(format!("{} %", own.written(language, decimals)))
        }
        (Value::Number(value), read) => {
            let unit =
                read.filter(|_| figure.kind == Kind::Money).and_then(|read| value.over(read)).unwrap_or(Exact::ONE);
            let behind = text.get(figure.digits.end..figure.range.end)?;
            Some(format!("{}{behind}", own.over(unit)?.written(language, decimals)))
        }
        (Value::Word(_), _) => None,
    }
}

/// How many decimals a number is written with, and the number; none of one in words.
fn read(digits: &str) -> (u32, Option<Exact>) {
    let plain: String = digits.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace(',', ".");
    let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    (u32::try_from(decimals).unwrap_or(0), Exact::decimal(&plain))
}
