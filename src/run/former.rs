//! What has become of the claims of an earlier study: their assertions, under the names of now, asked of this year.

use crate::claims::numbers::{Figure, Value, figures};
use crate::claims::parse::parse;
use crate::claims::words::Words;
use crate::claims::{Basis, Claim, Claims, Facts, Outcome, Verdict, renamed, renewed};
use crate::compare::Earlier;
use crate::diagnostic::Diagnostics;
use crate::exact::Exact;
use crate::manuscript::{Fate, Former, advanced, differs_in_numbers_only, same_text};

/// What has become of a claim of then; `now` are this year's claims, and whether they hold.
pub(super) fn former(claim: &Claim, all: &Claims, then: &Earlier, facts: &Facts<'_>, now: &[(&Claim, bool)]) -> Former {
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
    let own = match named_as_now(claim, then, facts) {
        // What no data decide stays as it is.
        Ok(Claim { basis: Basis::Reason(_), .. }) => return Fate::Holds,
        Ok(own) => own,
        Err(wrong) => return Fate::Unknown(wrong),
    };
    let words = claim.words.as_ref().unwrap_or(&all.words);
    let verdict = match decided(&own, words, facts) {
        Ok(verdict) => verdict,
        Err(wrong) => return Fate::Unknown(wrong),
    };
    match verdict.outcome {
        Outcome::Holds => Fate::Holds,
        Outcome::Fails if differs_in_numbers_only(&claim.statement, &verdict.reason) => Fate::Says(verdict.reason),
        Outcome::Fails => match with_parts(&own, words, &verdict.reason, facts) {
            Some(text) => Fate::Says(text),
            None => Fate::Otherwise(verdict.reason),
        },
        Outcome::Open | Outcome::Undecided => Fate::Unknown(verdict.reason),
    }
}

/// The sentence of a claim with the part and the base that are true, where its base has changed too: `13 av 21` for `12 av 20`. Its
/// assertion with these numbers holds.
fn with_parts(claim: &Claim, words: &Words, reason: &str, facts: &Facts<'_>) -> Option<String> {
    let (then, now) = (only_part(&claim.statement)?, only_part(reason)?);
    let (Value::Of(_, old), Value::Of(_, new)) = (then.value, now.value) else { return None };
    // "1 av 9" says how large a share is, and no base of the data.
    let twice = |base: Exact| base.times(Exact::whole(2));
    if new > twice(old)? || old > twice(new)? {
        return None;
    }
    let mut text = claim.statement.clone();
    text.replace_range(then.range, reason.get(now.range)?);
    let assertion = renewed(&claim.assertion, &claim.statement, &text)?;
    let own = Claim { basis: Basis::Assertion(parse(&assertion).ok()?), ..claim.clone() };
    decided(&own, words, facts).is_ok_and(|verdict| verdict.outcome == Outcome::Holds).then_some(text)
}

/// The only part of a base in a sentence.
fn only_part(sentence: &str) -> Option<Figure> {
    let mut found = figures(sentence).into_iter().filter(|figure| matches!(figure.value, Value::Of(..)));
    found.next().filter(|_| found.next().is_none())
}

/// A claim of then, its area and its assertion by the names of now; or why it cannot be read so.
fn named_as_now(claim: &Claim, then: &Earlier, facts: &Facts<'_>) -> Result<Claim, String> {
    let declared = &then.declared;
    let area = declared.area_now(&claim.area).to_owned();
    let assertion = match &claim.basis {
        Basis::Reason(_) => return Ok(Claim { area, ..claim.clone() }),
        Basis::Unreadable(wrong) => return Err(wrong.text(facts.language)),
        Basis::Assertion(_) => renamed(&claim.assertion, |name| {
            let lists = [&declared.areas, &declared.questions, &declared.options];
            let known = lists.into_iter().flatten().find(|(known, _)| known == name);
            known.map(|(_, now)| now.value.as_str()).or_else(|| then.codes.get(name).and_then(Option::as_deref))
        }),
    };
    let assertion = assertion.unwrap_or_else(|| claim.assertion.clone());
    let parsed = parse(&assertion).map_err(|wrong| wrong.of_claim(&claim.id, claim.place.clone()).text(facts.language));
    Ok(Claim { area, basis: Basis::Assertion(parsed?), assertion, ..claim.clone() })
}

/// What this year's data say of a claim; or what is wrong with it.
fn decided(claim: &Claim, words: &Words, facts: &Facts<'_>) -> Result<Verdict, String> {
    let own = Claim { words: Some(words.clone()), ..claim.clone() };
    let one = Claims { claims: vec![own], ..Claims::default() };
    let mut wrong = Diagnostics::new();
    let verdict = one.verify(facts, &mut wrong).into_iter().next().map(|checked| checked.verdict);
    let first = || wrong.sorted().first().map(|first| first.told(facts.language)[0].clone()).unwrap_or_default();
    verdict.ok_or_else(first)
}

/// A claim of then as this year's `claims.csv` can state it: with the sentence that is true now, and with an assertion that holds. `None`
/// where there is none.
pub(super) fn carried_over(
    claim: &Claim,
    fate: &Fate,
    then: &Earlier,
    (words, year): (&Words, i64),
    facts: &Facts<'_>,
) -> Option<Claim> {
    let statement = match fate {
        Fate::Holds => claim.statement.clone(),
        Fate::Says(text) => text.clone(),
        Fate::Otherwise(_) | Fate::Unknown(_) => return None,
    };
    let own = named_as_now(claim, then, facts).ok()?;
    let is_dated = claim.names_year();
    let shown = if is_dated { statement.clone() } else { advanced(&statement, then.year(), year) };
    if matches!(own.basis, Basis::Reason(_)) {
        return Some(Claim { statement: shown, ..own });
    }
    let assertion = renewed(&own.assertion, &claim.statement, &statement)?;
    let basis = Basis::Assertion(parse(&assertion).ok()?);
    let mut of_now = words.clone();
    if !claim.precision.is_empty() {
        of_now.set_all(&claim.precision).ok()?;
    }
    let own = Claim { statement: shown, basis, assertion, ..own };
    let holds = decided(&own, &of_now, facts).is_ok_and(|verdict| verdict.outcome == Outcome::Holds);
    holds.then_some(own)
}
