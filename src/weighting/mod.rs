//! The funds that count: the reported kronor, adjusted so that they sum to what was really requisitioned, or as they are.
//!
//! Method: Socialstyrelsen, *Lägesrapport 2025*, appendix 1, "Viktning av medel". Reported amounts are taken to be right
//! in relation to one another but possibly wrong in size, by over- or underreporting or rounding. With S the sum of the
//! reported amounts and T the target sum (requisitioned less repaid), every amount x is multiplied by J = T / S, so that
//! the weighted amounts sum to T and keep their proportions. The report does not say at which level S, T and J are formed,
//! nor how x · J is rounded; here they are formed per recipient and area (or per area, by setting) and rounded to whole
//! kronor by largest remainder, so that nothing is lost.

mod divide;
mod reconcile;
mod shared;
mod sizes;
mod units;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hashbrown::HashMap;

pub use divide::divide;
pub use reconcile::{Allocated, Reconciled};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
use crate::money::{Amount, Kronor};
use crate::msg;
use crate::register::Recipient;
use crate::study::{Money, WeightingScope};
use crate::survey::{Funds, Input, Intervention, Respondent, Survey, is_year};
use crate::wording::{Arg, Message, joined};

/// J outside these bounds is worth a look.
const USUAL_FACTORS: std::ops::RangeInclusive<f64> = 0.5..=2.0;
/// A J near 1 000, or 0.001, looks as if amounts were given in thousands, or thousands in kronor.
const THOUSANDS: std::ops::RangeInclusive<f64> = 500.0..=2_000.0;

/// J as the exact ratio of T to S, both in öre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factor {
    /// T.
    pub target: Amount,
    /// S, above zero.
    pub reported: Amount,
}

impl Factor {
    /// J = T / S; `None` where S is zero.
    pub fn new(target: Amount, reported: Amount) -> Option<Self> {
        (reported.ore() > 0).then_some(Self { target, reported })
    }

    /// The nearest floating-point number, for output and for bounds.
    pub fn value(self) -> f64 {
        self.target.ore() as f64 / self.reported.ore() as f64
    }
}

/// S, T and J of one recipient and area.
#[derive(Clone, Debug)]
pub struct Weight {
    /// The area.
    pub area: String,
    /// The recipient.
    pub recipient: Recipient,
    /// How many of its interventions count.
    pub interventions: usize,
    /// S: the sum of what it reported.
    pub reported: Amount,
    /// Paid out.
    pub requisitioned: Amount,
    /// Paid back.
    pub repaid: Amount,
    /// T: requisitioned less repaid.
    pub target: Amount,
    /// J; `None` where S is zero.
    pub factor: Option<Factor>,
    /// The part of T that could not be divided because nothing was reported.
    pub not_attributed: Amount,
}

impl Weight {
    /// Whether the recipient's own J is outside what is usual; it has none where it reported nothing.
    pub fn is_unusual(&self) -> bool {
        let own = Factor::new(self.target, self.reported);
        own.is_some_and(|own| !USUAL_FACTORS.contains(&own.value()))
    }
}

/// The funds of a study as they count.
#[derive(Debug)]
pub struct Weighting {
    /// How funds count; `None` in a study without funds.
    pub money: Option<Money>,
    /// One row per area and recipient that answered, in the order of areas and codes; none where nothing is weighted.
    pub weights: Vec<Weight>,
    funds: ById,
}

impl Weighting {
    /// Weights every included intervention; `money` says how, and is missing in a study without funds.
    pub fn new(input: &Input, money: Option<Money>, messages: &mut Diagnostics) -> Self {
        let mut weighting = Self { money, weights: Vec::new(), funds: ById::new() };
        let Some(Money { weighting: scope, .. }) = money else { return weighting };
        if !weighting.is_by_requisitions() {
            let included = input.surveys.iter().flat_map(Survey::included);
            weighting.funds = included.map(|i| (Arc::clone(&i.id), i.funds.unwrap_or_default())).collect();
            return weighting;
        }
        for survey in &input.surveys {
            let first = weighting.weights.len();
            if !input.funds.keys().any(|(area, _)| *area == survey.area) {
                // Said once, not for every recipient.
                messages.push(no_requisitions(survey));
                continue;
            }
            let by_recipient = by_recipient(survey);
            for respondent in recipients_in_order(survey) {
                let own = by_recipient.get(&respondent.recipient).map_or(&[][..], Vec::as_slice);
                weighting.weights.extend(weight(survey, respondent, own, input, messages));
            }
            if scope == WeightingScope::Area {
                merge_factors(&mut weighting.weights[first..]);
            }
            weighting.divide_survey(survey, by_recipient, scope, first);
            report_silent_recipients(survey, &input.funds, messages);
        }
        weighting.report(input, scope, messages);
        weighting
    }

    /// Reports what is worth a look: first what is off alike, then every J that is not explained by that.
    fn report(&self, input: &Input, scope: WeightingScope, messages: &mut Diagnostics) {
        let off = units::report(input, &self.weights, messages);
        sizes::report(input, &off, messages);
        let explained = |area: &str, factor: Option<Factor>| {
            let power = factor.and_then(|factor| units::power(factor.value()));
            power.is_some() && off.get(area).copied() == power
        };
        for survey in &input.surveys {
            let weights: Vec<&Weight> = self.weights.iter().filter(|w| w.area == survey.area).collect();
            match scope {
                WeightingScope::Recipient => {
                    let years = years(survey);
                    for weight in weights.iter().filter(|w| !explained(&w.area, w.factor)) {
                        let year = years.get(&weight.recipient).copied();
                        Ratio::of_recipient(weight, survey, &input.funds, year).report(messages);
                    }
                }
                WeightingScope::Area => {
                    if weights.first().is_some_and(|w| !explained(&w.area, w.factor)) {
                        Ratio::of_area(survey, &weights, &input.funds).report(messages);
                    }
                    shared::report(survey, &weights, &input.funds, messages);
                }
                WeightingScope::None => {}
            }
        }
    }

    /// Whether funds are weighted to what was requisitioned.
    pub fn is_by_requisitions(&self) -> bool {
        self.money.is_some_and(Money::is_weighted)
    }

    /// The funds of an intervention as they count; `None` where it is excluded.
    pub fn of(&self, intervention: &str) -> Option<Amount> {
        self.funds.get(intervention).copied()
    }

    fn divide_survey(&mut self, survey: &Survey, mut own: ByRecipient<'_>, scope: WeightingScope, first: usize) {
        let step = self.money.map_or(1, |money| money.denomination.step());
        let (weights, funds) = (&self.weights[first..], &mut self.funds);
        match scope {
            WeightingScope::Recipient => {
                for weight in weights {
                    let own = own.remove(&weight.recipient).unwrap_or_default();
                    divide_among(weight.target, step, own, funds);
                }
            }
            WeightingScope::Area => {
                let target = weights.iter().map(|w| w.target).sum();
                divide_among(target, step, survey.included().collect(), funds);
            }
            WeightingScope::None => {}
        }
    }
}

/// What messages call areas.
fn named(input: &Input, areas: &[&str]) -> Arg {
    let survey = |area: &str| input.surveys.iter().find(|survey| survey.area == area);
    joined(areas.iter().map(|area| survey(area).map_or_else(|| shown(area).into(), Survey::named)), ", ")
}

/// The names of recipients.
fn names<'r>(recipients: impl IntoIterator<Item = &'r Recipient>) -> Arg {
    joined(recipients.into_iter().map(|recipient| &recipient.name), ", ")
}

/// The file and sheet in which something stands.
fn whole(place: &Place) -> Place {
    Place { spot: Spot::Whole, ..place.clone() }
}

/// Funds by the ids of interventions.
type ById = HashMap<Arc<str>, Amount>;

/// Divides T in steps of what is published.
fn divide_among(target: Amount, step: i64, mut interventions: Vec<&Intervention>, funds: &mut ById) {
    interventions.sort_by(|a, b| (&a.respondent, a.number, &a.id).cmp(&(&b.respondent, b.number, &b.id)));
    let parts: Vec<Amount> = interventions.iter().map(|i| i.funds.unwrap_or_default()).collect();
    funds.extend(interventions.iter().map(|i| Arc::clone(&i.id)).zip(shares(target, step, &parts)));
}

/// The shares of T in steps of what is published, as [`divide()`]; all zero where there is nothing to divide by.
pub fn shares(target: Amount, step: i64, parts: &[Amount]) -> Vec<Amount> {
    let shares = divide(target.ore() / step, parts).unwrap_or_else(|| vec![0; parts.len()]);
    shares.into_iter().map(|steps| Amount::from_ore(steps.saturating_mul(step))).collect()
}

fn no_requisitions(survey: &Survey) -> Diagnostic {
    let place = survey.respondents.first().map(|r| whole(&r.place)).unwrap_or_default();
    Diagnostic::error(place, msg!("nobody-requisitioned", area = survey.named()))
}

/// The included interventions of every recipient.
type ByRecipient<'a> = BTreeMap<&'a Recipient, Vec<&'a Intervention>>;

fn by_recipient(survey: &Survey) -> ByRecipient<'_> {
    let mut all = ByRecipient::new();
    survey.included().for_each(|i| all.entry(&i.recipient).or_default().push(i));
    all
}

/// A respondent for every recipient; who answered twice, which is an error, counts once.
fn recipients_in_order(survey: &Survey) -> Vec<&Respondent> {
    let mut respondents: Vec<_> = survey.respondents.iter().collect();
    respondents.sort_by(|a, b| a.recipient.code.cmp(&b.recipient.code));
    respondents.dedup_by(|later, earlier| later.recipient == earlier.recipient);
    respondents
}

fn weight(
    survey: &Survey,
    respondent: &Respondent,
    own: &[&Intervention],
    input: &Input,
    messages: &mut Diagnostics,
) -> Option<Weight> {
    let recipient = &respondent.recipient;
    let reported: Amount = own.iter().filter_map(|i| i.funds).sum();
    let key = (survey.area.clone(), recipient.clone());
    let Some(requisition) = input.funds.get(&key) else {
        messages.push(without_requisition(survey, respondent, reported, input));
        return None;
    };
    let target = requisition.target();
    let factor = Factor::new(target, reported);
    Some(Weight {
        area: survey.area.clone(),
        recipient: recipient.clone(),
        interventions: own.len(),
        reported,
        requisitioned: requisition.requisitioned,
        repaid: requisition.repaid,
        target,
        factor,
        not_attributed: if factor.is_none() { target } else { Amount::ZERO },
    })
}

/// An error about a recipient that has answered and requisitioned nothing.
fn without_requisition(survey: &Survey, respondent: &Respondent, reported: Amount, input: &Input) -> Diagnostic {
    let (recipient, area) = (&respondent.recipient.name, survey.named());
    let key = (survey.area.clone(), respondent.recipient.clone());
    if let Some(cell) = input.unknown_funds.blank.get(&key) {
        return Diagnostic::error(cell.clone(), msg!("requisition-blank", recipient, area, reported));
    }
    let of_area = input.funds.iter().find(|((area, _), _)| *area == survey.area);
    let sheet = of_area.map(|(_, requisition)| whole(&requisition.place)).unwrap_or_default();
    // It may stand in a row that could not be read, which is told.
    let unread = input.unknown_funds.areas.contains(&survey.area);
    let message = msg!("requisition-missing", recipient, area, reported, sheet, unread = usize::from(unread));
    let error = Diagnostic::error(respondent.place.clone(), message);
    if unread { error.follows() } else { error }
}

/// One factor for the whole area: all that was reported against all that was requisitioned by those who answered.
fn merge_factors(weights: &mut [Weight]) {
    let reported: Amount = weights.iter().map(|w| w.reported).sum();
    let target: Amount = weights.iter().map(|w| w.target).sum();
    let factor = Factor::new(target, reported);
    for weight in weights {
        weight.factor = factor;
        weight.not_attributed = if factor.is_none() { weight.target } else { Amount::ZERO };
    }
}

/// A J with what it was made of, for messages.
struct Ratio {
    who: Arg,
    place: Place,
    reported: Amount,
    target: Amount,
    repaid: Amount,
    factor: Option<Factor>,
    /// A reported amount that looks like a year.
    year: Option<Kronor>,
}

/// By recipient, the first reported amount that looks like a year.
fn years(survey: &Survey) -> HashMap<&Recipient, Kronor> {
    let mut years = HashMap::new();
    for intervention in survey.included() {
        if let Some(year) = intervention.funds.and_then(Amount::whole).filter(|kronor| is_year(*kronor)) {
            years.entry(&intervention.recipient).or_insert(year);
        }
    }
    years
}

impl Ratio {
    fn of_recipient(weight: &Weight, survey: &Survey, funds: &Funds, year: Option<Kronor>) -> Self {
        let requisition = funds.get(&(weight.area.clone(), weight.recipient.clone()));
        Self {
            who: msg!("recipient-in-area", recipient = &weight.recipient.name, area = survey.named()).into(),
            place: requisition.map(|r| r.place.clone()).unwrap_or_default(),
            reported: weight.reported,
            target: weight.target,
            repaid: weight.repaid,
            factor: weight.factor,
            year,
        }
    }

    fn of_area(survey: &Survey, weights: &[&Weight], funds: &Funds) -> Self {
        let first = funds.iter().find(|((area, _), _)| *area == survey.area);
        Self {
            who: survey.named(),
            place: first.map(|(_, r)| whole(&r.place)).unwrap_or_default(),
            reported: weights.iter().map(|w| w.reported).sum(),
            target: weights.iter().map(|w| w.target).sum(),
            repaid: weights.iter().map(|w| w.repaid).sum(),
            factor: weights.first().and_then(|w| w.factor),
            year: None,
        }
    }

    /// Reports funds that cannot be divided, amounts that come to nothing, and a J that is worth a look.
    fn report(self, messages: &mut Diagnostics) {
        let Self { who, place, reported, target, repaid, factor, year } = self;
        let Some(factor) = factor else {
            if target > Amount::ZERO {
                messages.push(Diagnostic::warning(place, msg!("no-funds-reported", who, target)));
            }
            return;
        };
        if target == Amount::ZERO {
            let message = match repaid > Amount::ZERO {
                true => msg!("reported-but-repaid", who, reported),
                false => msg!("reported-but-not-requisitioned", who, reported),
            };
            messages.push(Diagnostic::warning(place, message));
            return;
        }
        let value = factor.value();
        if USUAL_FACTORS.contains(&value) {
            return;
        }
        let advice = year.map_or_else(|| advice(value), |year| msg!("factor-by-year", year = year.0.to_string()));
        let factor = Arg::written(|language| units::factor_text(value, language));
        messages.push(Diagnostic::notice(place, msg!("factor-unusual", factor, who, reported, target, advice)));
    }
}

/// What to do about an unusual J, by what it looks like.
fn advice(factor: f64) -> Message {
    if THOUSANDS.contains(&factor) {
        msg!("factor-of-thousands", currency = Arg::currency())
    } else if THOUSANDS.contains(&(1.0 / factor)) {
        msg!("factor-of-thousandths")
    } else if units::power(factor).is_some() {
        msg!("factor-of-millions")
    } else {
        msg!("factor-of-nothing-known")
    }
}

/// Names, in one notice per area, who got funds but did not answer.
fn report_silent_recipients(survey: &Survey, funds: &Funds, messages: &mut Diagnostics) {
    let respondents: BTreeSet<&Recipient> = survey.respondents.iter().map(|r| &r.recipient).collect();
    let answered = |recipient: &Recipient| respondents.contains(recipient);
    let silent: Vec<_> = funds
        .iter()
        .filter(|((area, who), r)| *area == survey.area && !answered(who) && r.target() > Amount::ZERO)
        .collect();
    let Some((_, first)) = silent.first() else { return };
    let target: Amount = silent.iter().map(|(_, r)| r.target()).sum();
    let recipients = names(silent.iter().map(|((_, who), _)| who));
    let message = msg!("recipients-silent", count = silent.len(), target, area = survey.named(), recipients);
    messages.push(Diagnostic::notice(whole(&first.place), message));
}
