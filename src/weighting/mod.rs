//! Weighted funds: the reported kronor, adjusted so that they sum to what was really requisitioned.
//!
//! Method: Socialstyrelsen, *Lägesrapport 2025*, appendix 1, "Viktning av medel". Reported amounts are taken to be right
//! in relation to one another but possibly wrong in size, by over- or underreporting or rounding. With S the sum of the
//! reported amounts and T the target sum (requisitioned less repaid), every amount x is multiplied by J = T / S, so that
//! the weighted amounts sum to T and keep their proportions. The report does not say at which level S, T and J are formed,
//! nor how x · J is rounded; here they are formed per recipient and area (or per area, by setting) and rounded to whole
//! kronor by largest remainder, so that nothing is lost.

mod divide;
mod shared;
mod sizes;
mod units;

use std::collections::{BTreeMap, BTreeSet};

pub use divide::divide;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::money::{Amount, Kronor};
use crate::register::Recipient;
use crate::study::WeightingScope;
use crate::survey::{Funds, Input, Intervention, Respondent, Survey, is_year};
use crate::wording::Language;

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
    pub fn new(target: Kronor, reported: Amount) -> Option<Self> {
        (reported.ore() > 0).then_some(Self { target: Amount::from_kronor(target.0)?, reported })
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
    pub requisitioned: Kronor,
    /// Paid back.
    pub repaid: Kronor,
    /// T: requisitioned less repaid.
    pub target: Kronor,
    /// J; `None` where S is zero.
    pub factor: Option<Factor>,
    /// The part of T that could not be divided because nothing was reported.
    pub not_attributed: Kronor,
}

/// The weighted funds of a study.
#[derive(Debug, Default)]
pub struct Weighting {
    /// One row per area and recipient that answered, in the order of areas and codes.
    pub weights: Vec<Weight>,
    funds: BTreeMap<String, Kronor>,
}

impl Weighting {
    /// Weights every included intervention.
    pub fn new(input: &Input, scope: WeightingScope, messages: &mut Diagnostics) -> Self {
        let mut weighting = Self::default();
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
                weighting.weights.extend(weight(survey, respondent, own, &input.funds, messages));
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
                    let left = weights.iter().filter(|w| !explained(&w.area, w.factor));
                    left.for_each(|w| Ratio::of_recipient(w, survey, &input.funds).report(messages));
                }
                WeightingScope::Area => {
                    if weights.first().is_some_and(|w| !explained(&w.area, w.factor)) {
                        Ratio::of_area(survey, &weights, &input.funds).report(messages);
                    }
                    shared::report(survey, &weights, &input.funds, messages);
                }
            }
        }
    }

    /// The weighted funds of an intervention; `None` where it is excluded.
    pub fn of(&self, intervention: &str) -> Option<Kronor> {
        self.funds.get(intervention).copied()
    }

    fn divide_survey(&mut self, survey: &Survey, mut own: ByRecipient<'_>, scope: WeightingScope, first: usize) {
        let (weights, funds) = (&self.weights[first..], &mut self.funds);
        match scope {
            WeightingScope::Recipient => {
                for weight in weights {
                    divide_among(weight.target, own.remove(&weight.recipient).unwrap_or_default(), funds);
                }
            }
            WeightingScope::Area => {
                let target = weights.iter().map(|w| w.target).sum();
                divide_among(target, survey.included().collect(), funds);
            }
        }
    }
}

/// What Swedish messages call areas.
fn swedish_names(input: &Input, areas: &[&str]) -> String {
    let surveys = input.surveys.iter().filter(|survey| areas.contains(&survey.area.as_str()));
    surveys.map(Survey::swedish).collect::<Vec<_>>().join(", ")
}

fn divide_among(target: Kronor, mut interventions: Vec<&Intervention>, funds: &mut BTreeMap<String, Kronor>) {
    interventions.sort_by(|a, b| (&a.respondent, a.number, &a.id).cmp(&(&b.respondent, b.number, &b.id)));
    let parts: Vec<Amount> = interventions.iter().map(|i| i.funds.unwrap_or_default()).collect();
    let shares = divide(target, &parts).unwrap_or_else(|| vec![Kronor(0); parts.len()]);
    funds.extend(interventions.iter().map(|i| i.id.clone()).zip(shares));
}

fn no_requisitions(survey: &Survey) -> Diagnostic {
    let place = survey.respondents.first().map(|r| Place { spot: crate::diagnostic::Spot::Whole, ..r.place.clone() });
    Diagnostic::error(place.unwrap_or_default(), format!("nobody has a requisition for {}", shown(&survey.area)))
        .expected("amounts in the column of the area, in the sheet of requisitioned funds")
        .action("check the column's name and its amounts")
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
    funds: &Funds,
    messages: &mut Diagnostics,
) -> Option<Weight> {
    let recipient = &respondent.recipient;
    let Some(requisition) = funds.get(&(survey.area.clone(), recipient.clone())) else {
        messages.push(
            Diagnostic::error(
                respondent.place.clone(),
                format!(
                    "{} answered but has no requisition for {}; it reported {} kr",
                    recipient.name,
                    shown(&survey.area),
                    own.iter().filter_map(|i| i.funds).sum::<Amount>().spaced()
                ),
            )
            .expected("a row and an amount (0 is one) in the sheet of requisitioned funds")
            .action("add the recipient there, or remove its answer from a copy of the export"),
        );
        return None;
    };
    let reported: Amount = own.iter().filter_map(|i| i.funds).sum();
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
        not_attributed: if factor.is_none() { target } else { Kronor(0) },
    })
}

/// One factor for the whole area: all that was reported against all that was requisitioned by those who answered.
fn merge_factors(weights: &mut [Weight]) {
    let reported: Amount = weights.iter().map(|w| w.reported).sum();
    let target: Kronor = weights.iter().map(|w| w.target).sum();
    let factor = Factor::new(target, reported);
    for weight in weights {
        weight.factor = factor;
        weight.not_attributed = if factor.is_none() { weight.target } else { Kronor(0) };
    }
}

/// A J with what it was made of, for messages.
struct Ratio {
    who: String,
    swedish: String,
    place: Place,
    reported: Amount,
    target: Kronor,
    repaid: Kronor,
    factor: Option<Factor>,
    /// A reported amount that looks like a year.
    year: Option<Kronor>,
}

/// The reported amount, where it looks like a year.
fn year(intervention: &Intervention) -> Option<Kronor> {
    intervention.funds.and_then(Amount::whole).filter(|kronor| is_year(*kronor))
}

impl Ratio {
    fn of_recipient(weight: &Weight, survey: &Survey, funds: &Funds) -> Self {
        let requisition = funds.get(&(weight.area.clone(), weight.recipient.clone()));
        Self {
            who: format!("{} in {}", weight.recipient.name, shown(&weight.area)),
            swedish: format!("{} i {}", weight.recipient.name, survey.swedish()),
            place: requisition.map(|r| r.place.clone()).unwrap_or_default(),
            reported: weight.reported,
            target: weight.target,
            repaid: weight.repaid,
            factor: weight.factor,
            year: survey.included().filter(|i| i.recipient == weight.recipient).find_map(year),
        }
    }

    fn of_area(survey: &Survey, weights: &[&Weight], funds: &Funds) -> Self {
        let first = funds.iter().find(|((area, _), _)| *area == survey.area);
        let whole = |place: &Place| Place { spot: crate::diagnostic::Spot::Whole, ..place.clone() };
        Self {
            who: shown(&survey.area),
            swedish: survey.swedish(),
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
        let Self { who, swedish, place, reported, target, repaid, factor, year } = self;
        let Some(factor) = factor else {
            if target > Kronor(0) {
                let target = target.spaced();
                let found = format!("{who} reported no funds; its {target} kr cannot be divided");
                messages.push(
                    Diagnostic::warning(place, found)
                        .expected("interventions with a sum of used funds")
                        .action("the sum is shown as not attributed; ask the recipient what the funds were used for")
                        .in_swedish(
                            format!("{swedish} redovisar inga medel; {target} kr kan inte fördelas"),
                            "insatser med använda medel",
                            "summan visas som ej fördelad; fråga mottagaren vad medlen har använts till",
                        ),
                );
            }
            return;
        };
        if target == Kronor(0) {
            let (why, swedish_why) = if repaid > Kronor(0) {
                ("has repaid all it had", "har betalat tillbaka alla medel")
            } else {
                ("has nothing requisitioned", "har inte rekvirerat några")
            };
            let reported = reported.spaced();
            messages.push(
                Diagnostic::warning(place, format!("{who} reported {reported} kr but {why}"))
                    .action("its interventions are counted with 0 kr; check the requisition")
                    .in_swedish(
                        format!("{swedish} redovisar {reported} kr men {swedish_why}"),
                        "",
                        "insatserna räknas med 0 kr; kontrollera rekvisitionen",
                    ),
            );
            return;
        }
        let value = factor.value();
        if USUAL_FACTORS.contains(&value) {
            return;
        }
        let (reported, target) = (reported.spaced(), target.spaced());
        let [english, j] = [Language::English, Language::Swedish].map(|language| units::factor_text(value, language));
        let found = format!("J = {english} for {who}: {reported} kr reported, {target} kr requisitioned less repaid");
        let told =
            format!("J = {j} för {swedish}: {reported} kr redovisade, {target} kr rekvirerade minus återbetalda");
        let (english_hint, swedish_hint) = year.map_or_else(|| hint(value), year_hint);
        messages.push(
            Diagnostic::notice(place, found).expected("J between 0.5 and 2").action(english_hint).in_swedish(
                told,
                "J mellan 0,5 och 2",
                &swedish_hint,
            ),
        );
    }
}

/// What to do where one of the amounts may be a year.
fn year_hint(year: Kronor) -> (String, String) {
    let year = year.0;
    (
        format!("one of the amounts is {year}, which looks like a year; ask the recipient, and enter a correction"),
        format!("ett av beloppen är {year}, som ser ut som ett årtal; fråga mottagaren och för in en rättelse"),
    )
}

/// What an unusual J looks like, in English and in Swedish.
fn hint(factor: f64) -> (String, String) {
    let (english, swedish) = if THOUSANDS.contains(&factor) {
        (
            "the amounts look as if they were given in thousands of kronor; ask the recipient, and enter a correction",
            "beloppen ser ut att vara angivna i tusental kronor; fråga mottagaren och för in en rättelse",
        )
    } else if THOUSANDS.contains(&(1.0 / factor)) {
        (
            "the amounts look a thousand times too large; ask the recipient, and enter a correction",
            "beloppen ser ut att vara tusen gånger för stora; fråga mottagaren och för in en rättelse",
        )
    } else if units::power(factor).is_some() {
        (
            "the amounts look a million times off; ask the recipient, and enter a correction",
            "beloppen ser ut att vara en miljon gånger fel; fråga mottagaren och för in en rättelse",
        )
    } else {
        ("check the reported amounts against the requisition", "kontrollera de redovisade beloppen mot rekvisitionen")
    };
    (english.to_owned(), swedish.to_owned())
}

/// Names, in one notice per area, who got funds but did not answer.
fn report_silent_recipients(survey: &Survey, funds: &Funds, messages: &mut Diagnostics) {
    let respondents: BTreeSet<&Recipient> = survey.respondents.iter().map(|r| &r.recipient).collect();
    let answered = |recipient: &Recipient| respondents.contains(recipient);
    let silent: Vec<_> = funds
        .iter()
        .filter(|((area, who), r)| *area == survey.area && !answered(who) && r.target() > Kronor(0))
        .collect();
    let Some((_, first)) = silent.first() else { return };
    let sum: Kronor = silent.iter().map(|(_, r)| r.target()).sum();
    let names: Vec<_> = silent.iter().map(|((_, who), _)| who.name.as_str()).collect();
    let place = Place { spot: crate::diagnostic::Spot::Whole, ..first.place.clone() };
    let (sum, area, names) = (sum.spaced(), shown(&survey.area), names.join(", "));
    let count = format!("{} recipient{}", silent.len(), if silent.len() == 1 { "" } else { "s" });
    let found = format!("{count} with {sum} kr for {area} did not answer: {names}");
    let area = survey.swedish();
    let swedish = format!("{} mottagare med {sum} kr för {area} har inte svarat: {names}", silent.len());
    messages.push(Diagnostic::notice(place, found).action("their funds are in no figure").in_swedish(
        swedish,
        "",
        "deras medel ingår inte i någon figur",
    ));
}
