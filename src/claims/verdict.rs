//! Whether an assertion holds, with what was computed and, where it fails, what would be true.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::between;
use super::breakdown::{Entry, entries};
use super::counted;
use super::describe::Describer;
use super::measure::{evaluate, range};
use super::open;
use super::range::{Range, Rests, Truth};
use super::ranking::{Placed, alike, place, ranked};
use super::said::Said;
use super::scope::{Scope, Stop};
use super::syntax::{
    Assertion, Breakdown, Fold, Named, Operator, Place, Quantity, Relation, Source, Statement, Symbol, Values, Year,
};
use super::token::{Mistake, Written};
use super::words::Meaning;
use super::years::{by_id, by_title, is_earlier, or_gone, with_breaks};
use crate::codebook::Domain;
use crate::diagnostic::shown;
use crate::exact::{Exact, Rounding};
use crate::msg;
use crate::wording::Message;

/// What came of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The data bear it out.
    Holds,
    /// They do not.
    Fails,
    /// Numbers are estimated, and their intervals allow both.
    Open,
    /// They do not say.
    Undecided,
}

impl Outcome {
    /// What readers call it.
    pub fn label(self) -> Message {
        match self {
            Self::Holds => msg!("outcome-holds"),
            Self::Fails => msg!("outcome-fails"),
            Self::Open => msg!("outcome-open"),
            Self::Undecided => msg!("outcome-undecided"),
        }
    }

    /// The word of data files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Fails => "fails",
            Self::Open => "open",
            Self::Undecided => "undecided",
        }
    }
}

/// A claim decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What came of it.
    pub outcome: Outcome,
    /// What is stated.
    pub stated: Said,
    /// What the data say.
    pub computed: Said,
    /// A sentence that would be true, for a claim that fails; why it is not decided, for one that is open or undecided.
    pub reason: String,
    /// The domains that it speaks of and that were not audited, in a run of estimates.
    pub counted: BTreeSet<Domain>,
}

impl Verdict {
    /// A claim that cannot be decided.
    pub fn undecided(reason: impl Into<String>) -> Self {
        let (stated, computed, counted) = (Said::default(), Said::default(), BTreeSet::new());
        Self { outcome: Outcome::Undecided, stated, computed, reason: reason.into(), counted }
    }
}

/// One statement decided.
pub struct Finding {
    /// Whether it holds.
    pub truth: Truth,
    /// The estimates that it rests on.
    pub rests: Rests,
    /// What is stated.
    pub stated: Said,
    /// What the data say.
    pub computed: Said,
    /// A sentence that is true.
    pub correct: String,
    /// The stated and the true number, where one number is stated, each as it would stand in the sentence.
    pub correction: Option<(Exact, String)>,
}

/// Decides an assertion: it fails where any statement fails; where none fails it is undecided where one is, and open where one is.
/// `statement` is the claim's sentence, in which a wrong number is set right.
///
/// # Errors
/// The mistakes in the assertion, one a statement.
pub fn decide(scope: &Scope<'_>, assertion: &Assertion, statement: &str) -> Result<Verdict, Vec<Mistake>> {
    let (mut findings, mut mistakes) = (Vec::new(), Vec::new());
    let mut unknown = None;
    for part in &assertion.statements {
        match finding(scope, part) {
            Ok(finding) => findings.push(finding),
            Err(Stop::Wrong(mistake)) => mistakes.push(mistake),
            Err(Stop::Unknown(reason)) => unknown = unknown.or(Some(reason)),
        }
    }
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let (stated, computed) =
        (Said::joined(findings.iter().map(|f| &f.stated)), Said::joined(findings.iter().map(|f| &f.computed)));
    let failing: Vec<&Finding> = findings.iter().filter(|f| f.truth == Truth::Never).collect();
    let open = || findings.iter().filter(|f| f.truth == Truth::Depends);
    let refused = open().any(|finding| finding.rests.refused).then(|| msg!("interval-was-refused"));
    let unknown = unknown.or(refused);
    let (outcome, reason) = match (failing.as_slice(), unknown) {
        ([], None) if open().next().is_some() => {
            (Outcome::Open, why_open(scope, assertion, &findings).text(scope.facts.language))
        }
        ([], None) => (Outcome::Holds, String::new()),
        ([], Some(reason)) => (Outcome::Undecided, reason.text(scope.facts.language)),
        (failing, _) => (Outcome::Fails, truth(failing, statement)),
    };
    let counted = counted::not_audited(scope.facts, assertion);
    let computed = computed.each(|text| counted::with_word(text.to_owned(), &counted, scope.facts.language));
    let computed = Said {
        in_ids: with_breaks(scope, assertion, computed.in_ids, &by_id),
        in_labels: with_breaks(scope, assertion, computed.in_labels, &by_title),
    };
    Ok(Verdict { outcome, stated, computed, reason, counted })
}

/// Why a claim is open, and what would decide it.
fn why_open(scope: &Scope<'_>, assertion: &Assertion, findings: &[Finding]) -> Message {
    let open = || findings.iter().filter(|finding| finding.truth == Truth::Depends);
    let rests = open().fold(Rests::default(), |rests, finding| rests.and(&finding.rests));
    open::reason(scope.facts.ledger, &rests.on, |width| {
        let narrower = Scope { width, ..*scope };
        let found = assertion.statements.iter().map(|part| finding(&narrower, part));
        let truths: Vec<Option<Truth>> = found.map(|found| found.ok().map(|finding| finding.truth)).collect();
        truths.contains(&Some(Truth::Never)) || truths.iter().all(|truth| *truth == Some(Truth::Always))
    })
}

/// The claim's own sentence with its wrong numbers set right, where they stand in it once; otherwise what is true.
fn truth(failing: &[&Finding], statement: &str) -> String {
    let corrections: Option<Vec<_>> = failing.iter().map(|finding| finding.correction.as_ref()).collect();
    // A sentence says once what two statements say of it.
    let mut distinct: Vec<&(Exact, String)> = Vec::new();
    for correction in corrections.iter().flatten() {
        if !distinct.contains(correction) {
            distinct.push(correction);
        }
    }
    let sentence = corrections.is_some().then(|| statement.to_owned()).filter(|statement| !statement.is_empty());
    let corrected = distinct
        .into_iter()
        .fold(sentence, |sentence, (stated, number)| super::numbers::replace_number(&sentence?, *stated, number));
    corrected.unwrap_or_else(|| failing.iter().map(|f| f.correct.as_str()).collect::<Vec<_>>().join(" "))
}

fn finding(scope: &Scope<'_>, statement: &Statement) -> Result<Finding, Stop> {
    let describer = Describer::new(scope);
    match statement {
        Statement::Comparison { computed, relation, stated } => {
            if let (Some(parts), Relation::Exact(Symbol::Equal)) = (both_parts(computed, stated), relation) {
                return counts(scope, &describer, computed, parts);
            }
            comparison(scope, &describer, computed, relation, stated)
        }
        Statement::Vague { computed, word } => vague(scope, &describer, computed, word),
        Statement::Place { values, place: wanted, ranking: breakdown, since } => {
            let now = placed(scope, &describer, (values, wanted), breakdown);
            match since {
                Some(since) => still(scope, &describer, (values, wanted, *since), breakdown, now),
                None => Ok(now?.1),
            }
        }
        Statement::Changed { computed, word, since } => changed(scope, &describer, (computed, word), *since),
        Statement::Alike { left, different, part, right } => {
            let (one, other) = (ranked(entries(scope, left)?), ranked(entries(scope, right)?));
            let is_estimated = [&one, &other].into_iter().flatten().any(|entry| !entry.range.is_exact());
            let same = match is_estimated {
                true => between::alike(&one, &other, *part),
                false => {
                    let same = alike(&one, &other, *part).ok_or_else(|| Stop::Unknown(msg!("ranking-open")))?;
                    Truth::known(same)
                }
            };
            // Beside another year the study's own is named.
            let is_of_years = left.year.or(right.year).is_some();
            let year_of = |breakdown: &Breakdown| {
                is_of_years.then(|| breakdown.year.map_or(scope.facts.year, |year| year.number))
            };
            let shown = |describer: &Describer<'_>, entries: &[Entry], breakdown: &Breakdown| {
                let text = describer.ranking(entries, &[], breakdown);
                let own = year_of(breakdown).filter(|_| breakdown.year.is_none());
                own.map_or(text.clone(), |year| describer.of_breakdown(breakdown, year, text))
            };
            let computed = Said::by(&describer, |describer| {
                format!("{} | {}", shown(describer, &one, left), shown(describer, &other, right))
            });
            Ok(Finding {
                rests: rests(&one).and(&rests(&other)),
                truth: if *different { same.not() } else { same },
                stated: describer.alike(*part, *different).into(),
                correct: describer.true_alike(
                    [(&one, year_of(left)), (&other, year_of(right))],
                    *part,
                    same == Truth::Always,
                ),
                computed,
                correction: None,
            })
        }
    }
}

/// A place in one ranking: where the values stand, and what comes of it.
fn placed(
    scope: &Scope<'_>,
    describer: &Describer<'_>,
    (values, wanted): (&Values, &Place),
    breakdown: &Breakdown,
) -> Result<(Placed, Finding), Stop> {
    let placed = place(scope, values, wanted, breakdown)?;
    let finding = Finding {
        truth: placed.truth,
        rests: match wanted {
            Place::Present | Place::Absent => rests(placed.placed.iter().filter_map(|at| placed.ranking.get(*at))),
            _ => rests(&placed.ranking),
        },
        stated: Said::by(describer, |describer| describer.place(&placed, wanted, breakdown)),
        computed: Said::by(describer, |describer| describer.ranking(&placed.ranking, &placed.placed, breakdown)),
        correct: describer.for_readers().true_ranking(&placed, wanted, breakdown),
        correction: None,
    };
    Ok((placed, finding))
}

/// A place that values have and had in an earlier year.
fn still(
    scope: &Scope<'_>,
    describer: &Describer<'_>,
    (values, wanted, since): (&Values, &Place, Year),
    breakdown: &Breakdown,
    now: Result<(Placed, Finding), Stop>,
) -> Result<Finding, Stop> {
    is_earlier(scope, since)?;
    let mut of_then = breakdown.clone();
    of_then.put_in(since)?;
    let of_then = placed(scope, describer, (values, wanted), &of_then);
    let (now_placed, now) = or_gone(scope, now, of_then.as_ref().map_err(Stop::clone))?;
    let (then_placed, then) = of_then?;
    let both = [then.truth, now.truth];
    let place_of = |placed: &Placed| placed.placed.first().map(|at| above(placed, *at) + 1);
    let moved = match (wanted, place_of(&then_placed).zip(place_of(&now_placed))) {
        (Place::FromTop(_), Some((before, after))) if before != after => {
            let value = now_placed.placed.first().and_then(|at| now_placed.ranking.get(*at));
            value.map(|value| describer.moved(value, (since.number, before), (scope.facts.year, after)))
        }
        _ => None,
    };
    let failing = [(&then, None), (&now, Some(scope.facts.year))].into_iter();
    let failing = failing.filter(|(finding, _)| finding.truth != Truth::Always);
    let true_of = failing.map(|(finding, year)| match year {
        Some(year) => describer.for_readers().of_breakdown(breakdown, year, finding.correct.clone()),
        None => finding.correct.clone(),
    });
    let of_now = now.computed.of_year(describer, breakdown, scope.facts.year);
    Ok(Finding {
        truth: Truth::of(both.iter().all(|one| *one == Truth::Always), !both.contains(&Truth::Never)),
        rests: now.rests.and(&then.rests),
        stated: now.stated.each(|stated| describer.still(stated, since.number)),
        computed: Said::joined([&then.computed, &of_now]),
        correct: moved.into_iter().chain(true_of).collect::<Vec<_>>().join(" "),
        correction: None,
    })
}

/// How many values of a ranking lie above one.
fn above(placed: &Placed, at: usize) -> usize {
    let own = placed.ranking.get(at).map(|entry| entry.value);
    placed.ranking.iter().filter(|other| Some(other.value) > own).count()
}

/// What a quantity was in an earlier year, beside what it is.
fn changed(
    scope: &Scope<'_>,
    describer: &Describer<'_>,
    (computed, word): (&Quantity, &Named),
    since: Year,
) -> Result<Finding, Stop> {
    let meaning = scope.meaning(word)?;
    if !scope.words.says_change(meaning) {
        return Err(Mistake::new(word.span, msg!("word-without-change", word = shown(&word.text))).into());
    }
    is_earlier(scope, since)?;
    let of_then = computed.clone().in_year(since)?;
    let then = range(scope, &of_then);
    let now = or_gone(scope, range(scope, computed), then.as_ref().map_err(Stop::clone))?;
    let then = then?;
    let truth = now.keeps(&then, |now, then| scope.words.side_of_change(meaning, now, then));
    let value = |quantity: &Quantity, range: &Range| {
        let value = describer.value(scope, quantity, range.point, quantity)?;
        Ok::<_, Stop>(describer.with_interval(value, range, (quantity, quantity)))
    };
    let values = [(since.number, value(&of_then, &then)?), (scope.facts.year, value(computed, &now)?)];
    let text = describer.change(&values, (now.point, then.point));
    Ok(Finding {
        truth: truth.ok_or_else(|| Stop::Unknown(msg!("numbers-too-large-to-compare")))?,
        rests: now.rests.and(&then.rests),
        stated: describer.stated_change(word, since.number).into(),
        correct: describer.true_change(computed, (now.point, then.point), &text),
        computed: text.into(),
        correction: None,
    })
}

/// The estimates that values of a ranking rest on.
fn rests<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Rests {
    entries.into_iter().fold(Rests::default(), |rests, entry| rests.and(&entry.range.rests))
}

/// Both parts and both bases, where `A of B` is compared with `m of n`.
type Parts<'q> = [&'q Quantity; 4];

fn both_parts<'q>(computed: &'q Quantity, stated: &'q Quantity) -> Option<Parts<'q>> {
    let parts = |quantity: &'q Quantity| match quantity {
        Quantity::Operation { operator: Operator::Of, left, right, .. } => Some((&**left, &**right)),
        _ => None,
    };
    let ((part, base), (stated_part, stated_base)) = (parts(computed)?, parts(stated)?);
    Some([part, base, stated_part, stated_base])
}

/// `A of B = 18 of 21`: both numbers must be right.
fn counts(scope: &Scope<'_>, describer: &Describer<'_>, whole: &Quantity, parts: Parts<'_>) -> Result<Finding, Stop> {
    let [part, base, stated_part, stated_base] = parts;
    let (own, own_base) = (range(scope, part)?, range(scope, base)?);
    let stated = (evaluate(scope, stated_part)?, evaluate(scope, stated_base)?);
    let equals = |own: &Range, stated: Exact| Symbol::Equal.between(own, &stated.into());
    let both = [equals(&own, stated.0), equals(&own_base, stated.1)];
    let is_exact = own.is_exact() && own_base.is_exact();
    let text = describer.part_of_base(own.point, own_base.point);
    let text = describer.with_interval(text, &own, (part, stated_part));
    let correction = (own_base.point == stated.1).then(|| (stated.0, describer.plain(own.point)));
    Ok(Finding {
        truth: Truth::of(both.iter().all(|one| *one == Truth::Always), !both.contains(&Truth::Never)),
        rests: own.rests.and(&own_base.rests),
        stated: describer.of(stated.0, stated.1).into(),
        correct: describer.sentence(whole, &text),
        computed: text.into(),
        correction: correction.filter(|_| is_exact),
    })
}

fn comparison(
    scope: &Scope<'_>,
    describer: &Describer<'_>,
    left: &Quantity,
    relation: &Relation,
    right: &Quantity,
) -> Result<Finding, Stop> {
    let (own, other) = (range(scope, left)?, range(scope, right)?);
    let (computed, stated) = (own.point, other.point);
    let written = match right {
        Quantity::Number { written, .. } => Some(*written),
        _ => None,
    };
    let too_large = || Stop::Unknown(msg!("numbers-too-large-to-compare"));
    let digits = |rounding| {
        move |own, stated| {
            let rounded = to_digits(own, written, rounding)?;
            Some(if rounded == stated { Ordering::Equal } else { own.cmp(&stated) })
        }
    };
    let truth = match relation {
        Relation::Exact(symbol) => Some(symbol.between(&own, &other)),
        Relation::Rounded => own.keeps(&other, digits(Rounding::HalfUp)),
        Relation::Truncated => own.keeps(&other, digits(Rounding::Truncate)),
        Relation::Word(word) => {
            let Meaning::Near(near) = scope.meaning(word)? else {
                return Err(Mistake::new(word.span, msg!("vague-word-before-number", word = shown(&word.text))).into());
            };
            let base = if right.is_fraction() { whole_base(scope, left)? } else { None };
            own.keeps(&other, |own, stated| near.side(own, stated, written, base))
        }
    };
    let value = describer.with_interval(describer.value(scope, left, computed, right)?, &own, (left, right));
    // "knappt 307 894" is not true of 307 894: a word that leaves out the number itself is not kept with another number.
    let kept = match relation {
        Relation::Word(word) => matches!(scope.meaning(word)?, Meaning::Near(near) if near.spans()),
        _ => true,
    };
    Ok(Finding {
        truth: truth.ok_or_else(too_large)?,
        rests: own.rests.and(&other.rests),
        stated: describer.stated(relation, right, stated).into(),
        correct: describer.true_number(scope, left, computed, right, &value)?,
        correction: written
            .filter(|_| kept && own.is_exact())
            .map(|_| (stated, describer.number_like(computed, right))),
        computed: value.into(),
    })
}

/// A number to the digits that another is written with.
fn to_digits(number: Exact, written: Option<Written>, rounding: Rounding) -> Option<Exact> {
    let digit = written?.last_digit;
    Exact::whole(number.over(digit)?.nearest(rounding)).times(digit)
}

/// The base of a part, where both are whole numbers.
fn whole_base(scope: &Scope<'_>, quantity: &Quantity) -> Result<Option<Exact>, Stop> {
    let Quantity::Operation { operator: Operator::Of | Operator::Over, left, right, .. } = quantity else {
        return Ok(None);
    };
    let counted = |quantity| !matches!(quantity, &Quantity::Number { .. }) && comes_in_steps(quantity);
    if !counted(left) || !counted(right) {
        return Ok(None);
    }
    let base = range(scope, right)?;
    Ok(Some(base.point).filter(|whole| base.is_exact() && whole.as_whole().is_some()))
}

/// Whether a quantity counts whole things. Kronor can be divided as finely as one likes; only counts come in steps.
fn comes_in_steps(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::Measure(measure) => measure.kind.is_count(),
        Quantity::Number { written, .. } => written.value.as_whole().is_some(),
        Quantity::Operation { operator, left, right, .. } => {
            matches!(operator, Operator::Plus | Operator::Minus | Operator::Times)
                && comes_in_steps(left)
                && comes_in_steps(right)
        }
        Quantity::Fold { fold, breakdown } => {
            let of_counts = matches!(&breakdown.source, Source::By(quantity, _) if comes_in_steps(quantity));
            *fold == Fold::Kinds || of_counts
        }
        Quantity::Column(_) => false,
    }
}

fn vague(scope: &Scope<'_>, describer: &Describer<'_>, computed: &Quantity, word: &Named) -> Result<Finding, Stop> {
    let meaning = scope.meaning(word)?;
    if matches!(meaning, Meaning::Beyond(_)) {
        return Err(Mistake::new(word.span, msg!("change-without-year", word = shown(&word.text))).into());
    }
    let Meaning::Vague(limits) = meaning else {
        let end = super::token::Span { start: word.span.end, end: word.span.end + 1 };
        return Err(Mistake::new(end, msg!("no-number-behind-word", word = shown(&word.text))).into());
    };
    let is_share = matches!(computed, Quantity::Operation { operator: Operator::Of | Operator::Over, .. });
    let limit = if is_share { limits.share } else { limits.number };
    let Some(limit) = limit else {
        let text = shown(&word.text);
        let message = match is_share {
            true => msg!("word-without-share-limit", word = text),
            false => msg!("word-without-number-limit", word = text),
        };
        return Err(Mistake::new(word.span, message).into());
    };
    let number = range(scope, computed)?;
    let value = describer.value(scope, computed, number.point, computed)?;
    let value = describer.with_interval(value, &number, (computed, computed));
    Ok(Finding {
        truth: limit.symbol.between(&number, &limit.value.into()),
        rests: number.rests.clone(),
        stated: describer.limit(word, limit, is_share).into(),
        correct: describer.sentence(computed, &value),
        computed: value.into(),
        correction: None,
    })
}
