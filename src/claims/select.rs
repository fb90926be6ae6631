//! Conditions: which interventions, respondents, areas or rows are meant.

use std::collections::BTreeSet;

use super::facts::{AreaFacts, Mask, QuestionFacts};
use super::measure::{evaluate, range};
use super::range::Truth;
use super::scope::{Only, Scope, Stop};
use super::syntax::{Condition, Named, Quantity, Symbol, Test};
use super::tables;
use super::texts::{Kind, Texts, key, unknown_text};
use super::token::Mistake;
use super::years;
use crate::diagnostic::{did_you_mean, shown};
use crate::exact::Exact;
use crate::msg;
use crate::register::{Level, Recipient, Unresolved, resolve};
use crate::report::Table;
use crate::study::Per;

/// Whether interventions or respondents are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// Interventions that count.
    Interventions,
    /// Respondents.
    Respondents,
    /// Those who were expected to answer.
    Expected,
}

/// Which interventions or respondents of an area meet a condition, and the value that a breakdown adds.
///
/// # Errors
/// [`Stop`].
pub fn chosen(scope: &Scope<'_>, area: usize, units: Units, condition: Option<&Condition>) -> Result<Mask, Stop> {
    let Some(facts) = scope.area(area) else { return Ok(Mask::new()) };
    let size = match units {
        Units::Interventions => facts.interventions.len(),
        Units::Respondents => facts.respondents.len(),
        Units::Expected => facts.expected.as_ref().map_or(0, Vec::len),
    };
    let choice = Choice { scope, facts, area, units, size };
    let mut mask = match units {
        Units::Interventions => facts.included.clone(),
        Units::Respondents | Units::Expected => vec![true; size],
    };
    for condition in condition.into_iter().chain(scope.added) {
        narrow(&mut mask, &choice.mask(condition)?);
    }
    match scope.only {
        Only::All => {}
        Only::Respondent(only) => mask.iter_mut().enumerate().for_each(|(at, chosen)| {
            *chosen &= match units {
                Units::Respondents => at == only,
                Units::Interventions => facts.interventions.get(at).is_some_and(|i| i.respondent == only),
                Units::Expected => is_respondent(facts, at, only),
            };
        }),
        Only::Intervention(only) => mask.iter_mut().enumerate().for_each(|(at, chosen)| {
            *chosen &= match units {
                Units::Interventions => at == only,
                Units::Respondents => facts.interventions.get(only).is_some_and(|i| i.respondent == at),
                Units::Expected => {
                    facts.interventions.get(only).is_some_and(|i| is_respondent(facts, at, i.respondent))
                }
            };
        }),
    }
    Ok(mask)
}

/// Whether one who was expected is a respondent.
fn is_respondent(facts: &AreaFacts<'_>, expected: usize, respondent: usize) -> bool {
    let expected = facts.expected.as_ref().and_then(|own| own.get(expected));
    expected.is_some_and(|own| facts.respondents.get(respondent).is_some_and(|other| other.recipient == *own))
}

fn narrow(mask: &mut Mask, other: &Mask) {
    mask.iter_mut().zip(other).for_each(|(chosen, also)| *chosen &= also);
}

fn widen(mask: &mut Mask, other: &Mask) {
    mask.iter_mut().zip(other).for_each(|(chosen, also)| *chosen |= also);
}

/// Choosing among the interventions or respondents of one area.
struct Choice<'c, 's> {
    scope: &'s Scope<'c>,
    facts: &'c AreaFacts<'c>,
    area: usize,
    units: Units,
    size: usize,
}

impl Choice<'_, '_> {
    fn none(&self) -> Mask {
        vec![false; self.size]
    }

    fn mask(&self, condition: &Condition) -> Result<Mask, Stop> {
        match condition {
            Condition::And(all) => {
                let mut mask = vec![true; self.size];
                for condition in all {
                    narrow(&mut mask, &self.mask(condition)?);
                }
                Ok(mask)
            }
            Condition::Or(all) => {
                let mut mask = self.none();
                for condition in all {
                    widen(&mut mask, &self.mask(condition)?);
                }
                Ok(mask)
            }
            Condition::Not(inside) => Ok(self.mask(inside)?.into_iter().map(|chosen| !chosen).collect()),
            Condition::Test(test) => self.test(test),
        }
    }

    fn test(&self, test: &Test) -> Result<Mask, Stop> {
        match test {
            Test::Has { names, item, values, negated } => {
                let mut mask = match self.scope.domains(names)? {
                    Some(domains) => {
                        if let Some(item) = item {
                            return Err(Mistake::new(item.span, msg!("domain-without-items")).into());
                        }
                        self.needs_interventions(&names[0])?;
                        self.coded(&domains, values)?
                    }
                    None => self.answered_so(names, item.as_ref(), values)?,
                };
                if *negated {
                    mask.iter_mut().for_each(|chosen| *chosen = !*chosen);
                }
                Ok(mask)
            }
            Test::Number { name, symbol, number } => {
                let holds = |count: &usize| symbol.holds(Exact::count(*count), *number);
                if let Some(domains) = self.scope.domains(std::slice::from_ref(name))? {
                    self.needs_interventions(name)?;
                    let counts = domains.first().map_or(&[][..], |domain| self.facts.main_codes(*domain));
                    return Ok(counts.iter().map(holds).collect());
                }
                self.of_question(name, |question| question.number.iter().map(holds).collect())
            }
            Test::Answered(name) => self.of_question(name, |question| question.answered.clone()),
            Test::Asked(name) => self.of_question(name, |question| question.asked.clone()),
            Test::Recipient(names, negated) => self.recipient(names, *negated),
            Test::PartOf(names, negated) => self.part_of(names, *negated),
            Test::Level(name) => level(self.scope, name).map(|level| vec![self.facts.level == level; self.size]),
            Test::Broken(year) => Err(Mistake::new(year.span, msg!("break-not-of-areas")).into()),
            Test::Comparison { left, symbol, right } => self.compared(left, *symbol, right),
        }
    }

    /// Codes belong to interventions.
    fn needs_interventions(&self, name: &Named) -> Result<(), Stop> {
        if self.units == Units::Interventions {
            return Ok(());
        }
        Err(Mistake::new(name.span, msg!("said-of-interventions", name = shown(&name.text))).into())
    }

    fn coded(&self, domains: &[crate::codebook::Domain], values: &[Named]) -> Result<Mask, Stop> {
        let mut mask = self.none();
        for value in values {
            let states = self.scope.states(domains, value);
            for state in &states {
                let without_code = domains.iter().filter_map(|domain| self.facts.without_code(*domain, *state));
                without_code.for_each(|without_code| widen(&mut mask, without_code));
            }
            if states.is_empty() {
                let code = self.scope.code(domains, value)?;
                let with_code = domains.iter().filter_map(|domain| self.facts.with_code(*domain, code));
                with_code.for_each(|with_code| widen(&mut mask, with_code));
            }
        }
        Ok(mask)
    }

    /// Those who gave any of the answers to any of the questions.
    fn answered_so(&self, names: &[Named], item: Option<&Named>, values: &[Named]) -> Result<Mask, Stop> {
        let mut mask = self.none();
        let mut everywhere = Vec::new();
        for name in names {
            everywhere.extend(self.scope.questions(name)?);
        }
        check_values(&everywhere, item, values)?;
        for name in names {
            let given = self.of_question(name, |question| {
                let mut given = vec![false; question.asked.len()];
                for (option, answer) in slots(question, item, values) {
                    question.given(option, answer).into_iter().for_each(|mask| widen(&mut given, mask));
                }
                given
            })?;
            widen(&mut mask, &given);
        }
        Ok(mask)
    }

    /// What a question says of each unit; nobody where the area's survey does not ask it.
    fn of_question(&self, name: &Named, read: impl Fn(&QuestionFacts<'_>) -> Mask) -> Result<Mask, Stop> {
        if self.units == Units::Expected {
            return Err(Mistake::new(name.span, msg!("said-of-answers", name = shown(&name.text))).into());
        }
        self.scope.questions(name)?;
        let Some(question) = self.facts.question(&name.text) else { return Ok(self.none()) };
        let mask = read(question);
        match (question.per, self.units) {
            (Per::Respondent, Units::Respondents) | (Per::Intervention, Units::Interventions) => Ok(mask),
            (Per::Respondent, Units::Interventions) => {
                let of = |i: &super::facts::InterventionFacts| mask.get(i.respondent).copied().unwrap_or(false);
                Ok(self.facts.interventions.iter().map(of).collect())
            }
            (_, Units::Respondents | Units::Expected) => self.needs_interventions(name).map(|()| self.none()),
        }
    }

    fn recipient(&self, names: &[Named], negated: bool) -> Result<Mask, Stop> {
        let mut codes = Vec::new();
        for name in names {
            match resolve(self.facts.level, &name.text) {
                Ok(recipient) => codes.push(&recipient.code),
                Err(problem) => {
                    let levels = self.scope.known.iter().filter_map(|at| self.scope.area(*at)).map(|area| area.level);
                    let is_ambiguous = matches!(problem, Unresolved::Ambiguous { .. });
                    if is_ambiguous || levels.into_iter().all(|level| resolve(level, &name.text).is_err()) {
                        return Err(Mistake::new(
                            name.span,
                            msg!("assertion-recipient-unknown", problem = problem.message()),
                        )
                        .into());
                    }
                }
            }
        }
        Ok(self.of_recipients(|recipient| codes.contains(&&recipient.code) != negated))
    }

    /// Those whose recipient belongs to one of these; an area whose recipients belong to nobody has none.
    fn part_of(&self, names: &[Named], negated: bool) -> Result<Mask, Stop> {
        let above = self.scope.known.iter().filter_map(|at| self.scope.area(*at)).filter_map(|a| a.level.part_of());
        let above: BTreeSet<Level> = above.collect();
        let mut parents = Vec::new();
        for name in names {
            let found: Vec<_> = above.iter().map(|level| resolve(*level, &name.text)).collect();
            let problem = match found.first() {
                None => Some(msg!("recipients-part-of-nothing")),
                Some(Err(problem)) if found.iter().all(Result::is_err) => {
                    Some(msg!("assertion-recipient-unknown", problem = problem.message()))
                }
                Some(_) => None,
            };
            if let Some(problem) = problem {
                return Err(Mistake::new(name.span, problem).into());
            }
            parents.extend(found.into_iter().flatten());
        }
        let is_meant = |one: &Recipient| one.parent().is_some_and(|parent| parents.contains(&parent) != negated);
        Ok(self.of_recipients(is_meant))
    }

    fn of_recipients(&self, is_meant: impl Fn(&Recipient) -> bool) -> Mask {
        let is_meant_by = &is_meant;
        let is_meant =
            |respondent: usize| self.facts.respondents.get(respondent).is_some_and(|r| is_meant_by(r.recipient));
        match self.units {
            Units::Respondents => (0..self.size).map(is_meant).collect(),
            Units::Interventions => self.facts.interventions.iter().map(|i| is_meant(i.respondent)).collect(),
            Units::Expected => self.facts.expected.iter().flatten().map(|own| is_meant_by(own)).collect(),
        }
    }

    /// Whose answer came of those who were expected.
    fn respondent_of(&self, expected: usize) -> Option<usize> {
        (0..self.facts.respondents.len()).find(|at| is_respondent(self.facts, expected, *at))
    }

    /// A comparison counted for each respondent or intervention by itself.
    fn compared(&self, left: &Quantity, symbol: Symbol, right: &Quantity) -> Result<Mask, Stop> {
        let areas = [self.area];
        let mut mask = Mask::with_capacity(self.size);
        for at in 0..self.size {
            let only = match self.units {
                Units::Respondents => Only::Respondent(at),
                Units::Interventions => Only::Intervention(at),
                // Of who has not answered nothing can be compared.
                Units::Expected => match self.respondent_of(at) {
                    Some(respondent) => Only::Respondent(respondent),
                    None => {
                        mask.push(false);
                        continue;
                    }
                },
            };
            let scope = Scope { areas: &areas, is_whole: false, only, added: None, ..*self.scope };
            mask.push(symbol.holds(evaluate(&scope, left)?, evaluate(&scope, right)?));
        }
        Ok(mask)
    }
}

fn level(scope: &Scope<'_>, name: &Named) -> Result<Level, Stop> {
    let levels = scope.facts.levels;
    levels.iter().find(|level| level.word() == name.text).copied().ok_or_else(|| {
        let suggestion = did_you_mean(&name.text, levels.iter().map(|level| level.word()));
        Mistake::new(name.span, msg!("assertion-level-unknown", level = shown(&name.text), suggestion)).into()
    })
}

/// The options and answers of a question that names mean; what another area's survey offers is passed over here.
fn slots(question: &QuestionFacts<'_>, item: Option<&Named>, values: &[Named]) -> Vec<(usize, usize)> {
    if question.answers.is_empty() {
        return values.iter().filter_map(|v| question.options.position(&v.text)).map(|option| (option, 0)).collect();
    }
    let answers: Vec<usize> = values.iter().filter_map(|v| question.answers.position(&v.text)).collect();
    let options: Vec<usize> = match item {
        Some(item) => question.options.position(&item.text).into_iter().collect(),
        None => (0..question.options.len().max(1)).collect(),
    };
    options.iter().flat_map(|option| answers.iter().map(|answer| (*option, *answer))).collect()
}

/// Whether every item, option and answer is one of a question somewhere in scope.
fn check_values(questions: &[&QuestionFacts<'_>], item: Option<&Named>, values: &[Named]) -> Result<(), Stop> {
    if let Some(item) = item {
        let has_items = |q: &&&QuestionFacts<'_>| !q.answers.is_empty() && !q.options.is_empty();
        let items: Vec<&String> = questions.iter().filter(has_items).flat_map(|q| q.options.shown.iter()).collect();
        if items.is_empty() {
            return Err(Mistake::new(item.span, msg!("question-without-items")).into());
        }
        if !questions.iter().filter(has_items).any(|q| q.options.position(&item.text).is_some()) {
            return Err(unknown_text(item, Kind::Item, &unique(items)).into());
        }
    }
    for value in values {
        if !questions.iter().any(|q| offered(q).position(&value.text).is_some()) {
            let all = questions.iter().flat_map(|q| offered(q).shown.iter()).collect();
            return Err(unknown_text(value, Kind::Answer, &unique(all)).into());
        }
    }
    Ok(())
}

/// What can be chosen: the answers, or where options are only ticked the options.
fn offered<'q>(question: &'q QuestionFacts<'_>) -> &'q Texts<'q> {
    if question.answers.is_empty() { &question.options } else { &question.answers }
}

fn unique(texts: Vec<&String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    texts.into_iter().filter(|text| seen.insert(key(text))).cloned().collect()
}

/// Whether an area meets a condition.
///
/// # Errors
/// [`Stop`].
pub fn area_meets(scope: &Scope<'_>, area: usize, condition: &Condition) -> Result<bool, Stop> {
    holds(condition, &|test| match test {
        Test::Level(name) => level(scope, name).map(|level| scope.area(area).is_some_and(|facts| facts.level == level)),
        Test::Comparison { left, symbol, right } => {
            compared(&Scope { areas: &[area], is_whole: false, added: None, ..*scope }, left, *symbol, right)
        }
        Test::Broken(year) => years::is_broken(scope, area, *year),
        Test::Has { names, .. } => Err(not_of_area(names.first())),
        Test::Number { name, .. } | Test::Answered(name) | Test::Asked(name) => Err(not_of_area(Some(name))),
        Test::Recipient(names, _) | Test::PartOf(names, _) => Err(not_of_area(names.first())),
    })
}

/// Whether a row of a table meets a condition.
///
/// # Errors
/// [`Stop`].
pub fn row_meets(scope: &Scope<'_>, table: &Table, row: usize, condition: &Condition) -> Result<bool, Stop> {
    holds(condition, &|test| match test {
        Test::Has { names, item: None, values, negated } => {
            let Some(name) = names.first() else { return Ok(false) };
            tables::text_is(table, row, name, values).map(|is| is != *negated)
        }
        Test::Comparison { left, symbol, right } => {
            compared(&Scope { row: Some((table, row)), added: None, ..*scope }, left, *symbol, right)
        }
        Test::Has { names, .. } => Err(not_of_row(names.first())),
        Test::Number { name, .. } | Test::Answered(name) | Test::Asked(name) | Test::Level(name) => {
            Err(not_of_row(Some(name)))
        }
        Test::Recipient(names, _) | Test::PartOf(names, _) => Err(not_of_row(names.first())),
        Test::Broken(year) => Err(Mistake::new(year.span, msg!("break-not-of-areas")).into()),
    })
}

/// Whether a comparison holds, whatever the values that estimates may have.
fn compared(scope: &Scope<'_>, left: &Quantity, symbol: Symbol, right: &Quantity) -> Result<bool, Stop> {
    match symbol.between(&range(scope, left)?, &range(scope, right)?) {
        Truth::Always => Ok(true),
        Truth::Never => Ok(false),
        Truth::Depends => Err(Stop::Unknown(msg!("estimate-in-condition"))),
    }
}

fn holds(condition: &Condition, test: &impl Fn(&Test) -> Result<bool, Stop>) -> Result<bool, Stop> {
    match condition {
        // Every part is looked at, so that a wrong name is found whatever the data.
        Condition::And(all) => all.iter().try_fold(true, |so_far, c| Ok(holds(c, test)? && so_far)),
        Condition::Or(all) => all.iter().try_fold(false, |so_far, c| Ok(holds(c, test)? || so_far)),
        Condition::Not(inside) => Ok(!holds(inside, test)?),
        Condition::Test(one) => test(one),
    }
}

fn not_of_area(name: Option<&Named>) -> Stop {
    Mistake::new(name.map(|n| n.span).unwrap_or_default(), msg!("not-asked-of-areas")).into()
}

fn not_of_row(name: Option<&Named>) -> Stop {
    Mistake::new(name.map(|n| n.span).unwrap_or_default(), msg!("not-asked-of-rows")).into()
}
