//! What a study's data say in numbers, breakdown by breakdown: a text can be held against them without a claim.

use rayon::prelude::*;

use super::asking::Asking;
use super::facts::Facts;
use super::words::Words;
use crate::codebook::Domain;
use crate::exact::Exact;
use crate::register::Level;
use crate::report::{Noun, quoted_in_assertion as quoted};
use crate::study::{Per, Question, QuestionForm, Study};

/// What is counted or summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measured {
    /// Interventions.
    Interventions,
    /// Their funds in kronor, as they count.
    Funds,
    /// Those who answered.
    Respondents,
}

/// The numbers of one breakdown in one area: how many interventions have each goal, say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The area's id; empty for all areas together.
    pub area: String,
    /// The domain's word, or the question's id.
    pub of: String,
    /// What its values are called together, as `Mål Mål`, or what the question asks.
    pub group: String,
    /// Whether its values are those of a domain.
    pub is_of_domain: bool,
    /// The answers that are counted, of a question that has the same ones for several items.
    pub answers: Vec<String>,
    /// Whether these are the first of a short scale, as yes.
    pub is_of_first_answer: bool,
    /// What is counted.
    pub measured: Measured,
    /// Whether the values are subcodes.
    pub is_of_subcodes: bool,
    /// The values.
    pub values: Vec<Tallied>,
    /// What all of them are a part of.
    pub base: Exact,
}

/// One value of a breakdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tallied {
    /// What readers call it.
    pub label: String,
    /// Its number.
    pub number: Exact,
    /// Its number and what all were in the year before, where both can be compared.
    pub before: Option<(Exact, Exact)>,
}

/// A scale of so many answers has no upper and lower half.
const SHORT: usize = 3;

/// What a total counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Total {
    /// Interventions.
    Interventions,
    /// Those who answered.
    Respondents,
    /// Those who requisitioned funds.
    Recipients,
    /// Those who were expected to answer.
    Expected,
    /// Interventions set aside.
    Excluded,
    /// Surveys, or areas.
    Areas,
    /// Requisitioned kronor.
    Requisitioned,
    /// Requisitioned kronor less what was paid back.
    Target,
    /// Kronor as they count.
    Funds,
    /// Reported kronor.
    Reported,
    /// Allocated kronor.
    Allocated,
}

/// A total of an area, of all areas of a level, or of all areas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totalled {
    /// The area's id; `None` for several areas.
    pub area: Option<String>,
    /// Who answered, as `2 regioner`; `None` for all of them.
    pub asked: Option<String>,
    /// What it counts.
    pub of: Total,
    /// How many, or kronor.
    pub number: Exact,
}

/// How assertions say what a total counts.
const TOTALS: [(&str, Total); 11] = [
    ("interventions", Total::Interventions),
    ("respondents", Total::Respondents),
    ("recipients", Total::Recipients),
    ("expected", Total::Expected),
    ("excluded", Total::Excluded),
    ("areas", Total::Areas),
    ("requisitioned", Total::Requisitioned),
    ("target", Total::Target),
    ("funds", Total::Funds),
    ("reported", Total::Reported),
    ("allocated", Total::Allocated),
];

/// The totals of each area, of the areas of each level, and of all.
pub fn totals(facts: &Facts<'_>, words: &Words) -> Vec<Totalled> {
    let asking = Asking { facts, words };
    let all: Vec<usize> = (0..facts.areas.len()).collect();
    let mut levels: Vec<Level> = facts.areas.iter().map(|area| area.level).collect();
    levels.sort();
    levels.dedup();
    let of_level = |level: &Level| all.iter().copied().filter(|at| facts.areas[*at].level == *level).collect();
    let of_areas = facts.areas.iter().enumerate().map(|(at, area)| (Some(area), Some(area.level), vec![at]));
    let of_levels = levels.iter().map(|level| (None, Some(*level), of_level(level)));
    let places: Vec<(_, Option<Level>, Vec<usize>)> =
        of_areas.chain(of_levels).chain([(None, None, all.clone())]).collect();
    let of_place = |(area, level, areas): &(Option<&super::facts::AreaFacts<'_>>, Option<Level>, Vec<usize>)| {
        let counted = TOTALS.iter().filter_map(|(word, of)| {
            let number = asking.number(areas, word)?;
            let asked = level.map(|level| Noun::Recipient(level).counted(2, facts.language));
            Some(Totalled { area: area.map(|area| area.id.to_owned()), asked, of: *of, number })
        });
        counted.collect::<Vec<_>>()
    };
    places.par_iter().flat_map_iter(of_place).collect()
}

/// Every breakdown of every area by codes and by questions. `title` says what a report calls a question of an area.
pub fn tallies(
    study: &Study,
    facts: &Facts<'_>,
    words: &Words,
    title: &(dyn Fn(&str, &str) -> String + Sync),
) -> Vec<Tally> {
    let asking = Asking { facts, words };
    let of_domains = |areas: Vec<usize>, area: &str| {
        let mut made = Making { asking, areas, area: area.to_owned(), tallies: Vec::new() };
        facts.book.domains().filter(|domain| domain.is_of_interventions()).for_each(|domain| made.of_domain(domain));
        made
    };
    let of_area = |at: usize| {
        let area = facts.areas[at].id;
        let mut made = of_domains(vec![at], area);
        let questions = study.surveys.iter().filter(|survey| survey.area == area).flat_map(|s| &s.questions);
        for question in questions {
            let column = &question.form.column().value;
            let group = format!("{} {column}", title(area, &question.id));
            made.of_question(question, &group);
        }
        made.tallies
    };
    let mut all: Vec<Tally> = (0..facts.areas.len()).into_par_iter().flat_map_iter(of_area).collect();
    if facts.areas.len() > 1 {
        all.extend(of_domains((0..facts.areas.len()).collect(), "").tallies);
    }
    all
}

/// The breakdowns of an area that have been made so far.
struct Making<'f> {
    asking: Asking<'f>,
    areas: Vec<usize>,
    area: String,
    tallies: Vec<Tally>,
}

impl Making<'_> {
    fn of_domain(&mut self, domain: Domain) {
        let language = self.asking.facts.language;
        let group = format!("{} {}", domain.label(language), domain.plural(language));
        for (measured, word) in [(Measured::Interventions, "interventions"), (Measured::Funds, "funds")] {
            for is_of_subcodes in [false, true] {
                let within = if is_of_subcodes { " subcodes of all" } else { "" };
                let of = |name: &str| format!("{word}({domain} = {name})");
                let tally = Tally {
                    of: domain.word().to_owned(),
                    group: group.clone(),
                    is_of_domain: true,
                    measured,
                    is_of_subcodes,
                    ..self.empty()
                };
                self.put(tally, &format!("{word} by {domain}{within}"), word, Some(&of));
            }
        }
    }

    /// A breakdown without its values.
    fn empty(&self) -> Tally {
        Tally {
            area: self.area.clone(),
            of: String::new(),
            group: String::new(),
            is_of_domain: false,
            answers: Vec::new(),
            is_of_first_answer: false,
            measured: Measured::Interventions,
            is_of_subcodes: false,
            values: Vec::new(),
            base: Exact::ZERO,
        }
    }

    fn of_question(&mut self, question: &Question, group: &str) {
        let id = &question.id;
        let (is_items, scale) = match &question.form {
            QuestionForm::Items { answers, .. } => (true, answers.clone()),
            _ => (false, Vec::new()),
        };
        let half = scale.len() / 2;
        let mut counted: Vec<Vec<String>> = scale.iter().map(|answer| vec![answer.clone()]).collect();
        if scale.len() > SHORT {
            counted.extend([scale[..half].to_vec(), scale[half..].to_vec()]);
        }
        if !is_items {
            counted.push(Vec::new());
        }
        let measures: &[(Measured, &str)] = match question.per {
            Per::Respondent => &[(Measured::Respondents, "respondents")],
            Per::Intervention => &[(Measured::Interventions, "interventions"), (Measured::Funds, "funds")],
        };
        let base = if is_items || matches!(question.form, QuestionForm::Choice { .. }) { "answered" } else { "asked" };
        for (measured, word) in measures {
            for answers in &counted {
                let given = answers.iter().map(|answer| quoted(answer)).collect::<Vec<_>>().join(", ");
                let by = if is_items { format!("{id} = {given}") } else { id.clone() };
                let tally = Tally {
                    of: id.clone(),
                    group: group.to_owned(),
                    answers: answers.clone(),
                    is_of_first_answer: scale.len() <= SHORT && scale.first() == answers.first(),
                    measured: *measured,
                    ..self.empty()
                };
                self.put(tally, &format!("{word} by {by}"), &format!("{word}({base}({id}))"), None);
            }
        }
    }

    /// Counts a breakdown; nothing where the data do not say its numbers, or only within limits.
    fn put(&mut self, mut tally: Tally, breakdown: &str, base: &str, quantity: Option<&dyn Fn(&str) -> String>) {
        let areas = self.areas.clone();
        let Some(entries) = self.asking.entries(&areas, breakdown) else { return };
        let all = base;
        let Some(base) = self.asking.number(&areas, base) else { return };
        if entries.iter().any(|entry| entry.range.low != entry.range.high) {
            return;
        }
        let year = self.asking.facts.earlier.last_key_value().map(|(year, _)| *year);
        let total = year.and_then(|year| self.asking.number(&areas, &format!("{all} in {year}")));
        let before = |name: &str| {
            let quantity = quantity.filter(|_| !tally.is_of_subcodes)?;
            Some((self.asking.number(&areas, &format!("{} in {}", quantity(name), year?))?, total?))
        };
        let values = entries.into_iter().map(|entry| Tallied {
            before: before(&entry.name),
            label: entry.label,
            number: entry.value,
        });
        tally.values = values.collect();
        tally.base = base;
        self.tallies.push(tally);
    }
}
