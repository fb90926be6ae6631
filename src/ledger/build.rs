//! Lays out what was read, coded and weighted as frames.

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;

use polars::frame::DataFrame;
use polars::prelude::{Column, IntoSeries, NamedFrom, NewChunkedArray, PolarsResult, Series, UInt32Chunked};

use rayon::prelude::*;

use super::codes::SourceCount;
use super::groups::{Groups, NONE};
use super::names::{self, Area, CodeName, Question};
use super::{AreaId, Ledger, RecipientId, RespondentId, totals};
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::coding::open::Sources;
use crate::coding::{Codings, Source, State};
use crate::money::Amount;
use crate::register::Recipient;
use crate::study::{Per, Study};
use crate::survey::{Input, Intervention, Response, Survey, Unit, asked};
use crate::weighting::Weighting;

/// So many interventions are laid out at a time, side by side with others.
const PART: usize = 16_384;

impl Ledger {
    /// Lays out a study.
    ///
    /// # Errors
    /// Those of the data frame library, which stand for a fault of the program.
    pub fn new(
        study: &Study,
        book: &Codebook,
        input: &Input,
        codings: &Codings,
        weighting: &Weighting,
    ) -> PolarsResult<Self> {
        let areas = areas(study, input, codings, weighting);
        let codes = names::codes(book);
        let people = People::new(input, weighting, &areas);
        let coded = Coded::new(input, codings, &codes, &people);
        let (questions, answers) = questions(study, input, &areas, (book, codings));
        let (recipients, recipient_of) = recipients(input, &areas);
        let (codings, states, answers) = (coded.codings.frame()?, coded.states.frame()?, answers.frame()?);
        let (by_code, (by_state, by_answer)) = rayon::join(
            || Groups::new(&codings, ["area", "domain", "code"], "intervention"),
            || {
                let by_state = Groups::new(&states, ["area", "domain", "state"], "intervention");
                (by_state, Groups::new(&answers, ["question", "option", "answer"], "unit"))
            },
        );
        Ok(Self {
            by_code: by_code?,
            by_state: by_state?,
            by_answer: by_answer?,
            by_source: coded.sources,
            interventions: people.frame()?,
            codings,
            states,
            answers,
            areas,
            questions,
            codes,
            weighted: people.weighted,
            reported: people.reported,
            included: people.included,
            respondents: people.respondents.into_iter().map(RespondentId).collect(),
            recipients,
            recipient_of,
            estimates: Default::default(),
        })
    }
}

fn areas(study: &Study, input: &Input, codings: &Codings, weighting: &Weighting) -> Vec<Area> {
    let (mut respondents, mut interventions) = (0, 0);
    let mut areas = Vec::new();
    for survey in &input.surveys {
        let Some(declared) = study.surveys.iter().find(|s| s.area == survey.area) else { continue };
        let after = |first: u32, more: usize| first.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        let (r, i) = (after(respondents, survey.respondents.len()), after(interventions, survey.interventions.len()));
        let total = totals::total(survey, declared.level, codings, weighting);
        areas.push(Area { total, respondents: respondents..r, interventions: interventions..i });
        (respondents, interventions) = (r, i);
    }
    areas
}

/// The recipients of all respondents, each once, and whose each respondent is.
fn recipients(input: &Input, areas: &[Area]) -> (Vec<Recipient>, Vec<RecipientId>) {
    let own = input.surveys.iter().zip(areas).flat_map(|(survey, _)| &survey.respondents);
    let own: Vec<&Recipient> = own.map(|respondent| &respondent.recipient).collect();
    let all: BTreeSet<&Recipient> = own.iter().copied().collect();
    let positions: BTreeMap<&Recipient, RecipientId> = all.iter().copied().zip((0..).map(RecipientId::new)).collect();
    let of = own.iter().filter_map(|recipient| positions.get(recipient).copied()).collect();
    (all.into_iter().cloned().collect(), of)
}

/// The interventions, a row each.
struct People {
    areas: Vec<u32>,
    respondents: Vec<u32>,
    reported: Vec<Option<Amount>>,
    weighted: Vec<Option<Amount>>,
    included: Vec<bool>,
}

impl People {
    fn new(input: &Input, weighting: &Weighting, areas: &[Area]) -> Self {
        let mut people =
            Self { areas: vec![], respondents: vec![], reported: vec![], weighted: vec![], included: vec![] };
        for (at, (survey, area)) in input.surveys.iter().zip(areas).enumerate() {
            let position: HashMap<&str, u32> =
                survey.respondents.iter().map(|r| &*r.id).zip(area.respondents.clone()).collect();
            let found = |intervention: &Intervention| {
                let respondent = position.get(&*intervention.respondent).copied().unwrap_or(u32::MAX);
                (respondent, weighting.of(&intervention.id).filter(|_| intervention.included()))
            };
            let all = &survey.interventions;
            let (respondents, weighted): (Vec<_>, Vec<_>) = all.par_iter().map(found).unzip();
            people.respondents.extend(respondents);
            people.weighted.extend(weighted);
            people.areas.extend(all.iter().map(|_| AreaId::new(at).0));
            people.reported.extend(all.iter().map(|intervention| intervention.funds));
            people.included.extend(all.iter().map(|intervention| intervention.included()));
        }
        people
    }

    fn frame(&self) -> PolarsResult<DataFrame> {
        let reported: Vec<Option<i64>> = self.reported.iter().map(|amount| amount.map(|a| a.ore())).collect();
        let weighted: Vec<Option<i64>> = self.weighted.iter().map(|amount| amount.map(|a| a.ore())).collect();
        DataFrame::new_infer_height(vec![
            Column::from(Series::new("area".into(), &self.areas)),
            Column::from(Series::new("respondent".into(), &self.respondents)),
            Column::from(Series::new("reported_ore".into(), reported)),
            Column::from(Series::new("weighted_ore".into(), weighted)),
            Column::from(Series::new("included".into(), &self.included)),
        ])
    }
}

/// A column that takes the values over, rather than a copy of them.
fn column(name: &str, mut values: Vec<u32>) -> Column {
    values.shrink_to_fit();
    UInt32Chunked::from_vec(name.into(), values).into_series().into()
}

/// A column in which [`NONE`] is missing.
fn gaps(name: &str, values: &[u32]) -> Column {
    let values = values.iter().map(|value| (*value != NONE).then_some(*value));
    UInt32Chunked::from_iter_options(name.into(), values).into_series().into()
}

/// The rows of `codings`, column by column.
#[derive(Default)]
struct CodingRows {
    area: Vec<u32>,
    intervention: Vec<u32>,
    domain: Vec<u32>,
    code: Vec<u32>,
    source: Vec<u32>,
    given: Vec<bool>,
}

impl CodingRows {
    fn extend(&mut self, other: Self) {
        self.area.extend(other.area);
        self.intervention.extend(other.intervention);
        self.domain.extend(other.domain);
        self.code.extend(other.code);
        self.source.extend(other.source);
        self.given.extend(other.given);
    }

    fn frame(self) -> PolarsResult<DataFrame> {
        DataFrame::new_infer_height(vec![
            column("area", self.area),
            column("intervention", self.intervention),
            column("domain", self.domain),
            column("code", self.code),
            column("source", self.source),
            Column::from(Series::new("given".into(), self.given)),
        ])
    }
}

/// The rows of `states`, column by column.
#[derive(Default)]
struct StateRows {
    area: Vec<u32>,
    intervention: Vec<u32>,
    domain: Vec<u32>,
    state: Vec<u32>,
}

impl StateRows {
    fn extend(&mut self, other: Self) {
        self.area.extend(other.area);
        self.intervention.extend(other.intervention);
        self.domain.extend(other.domain);
        self.state.extend(other.state);
    }

    fn frame(self) -> PolarsResult<DataFrame> {
        DataFrame::new_infer_height(vec![
            column("area", self.area),
            column("intervention", self.intervention),
            column("domain", self.domain),
            column("state", self.state),
        ])
    }
}

/// The codes of a domain.
struct Known<'a> {
    domain: Domain,
    codes: &'a [CodeName],
    /// By id.
    positions: HashMap<&'a str, usize>,
}

impl<'a> Known<'a> {
    fn of((domain, codes): (&Domain, &'a Vec<CodeName>)) -> Self {
        let positions = codes.iter().map(|code| code.id.as_str()).zip(0..).collect();
        Self { domain: *domain, codes, positions }
    }
}

/// Codes, states and sources.
#[derive(Default)]
struct Coded {
    codings: CodingRows,
    states: StateRows,
    sources: BTreeMap<(AreaId, Domain, Source), SourceCount>,
}

impl Coded {
    fn new(input: &Input, codings: &Codings, codes: &BTreeMap<Domain, Vec<CodeName>>, people: &People) -> Self {
        let all: Vec<(AreaId, &Intervention)> = input
            .surveys
            .iter()
            .enumerate()
            .flat_map(|(at, survey)| survey.interventions.iter().map(move |i| (AreaId::new(at), i)))
            .collect();
        let known: Vec<Known<'_>> = codes.iter().filter(|(_, codes)| !codes.is_empty()).map(Known::of).collect();
        let part = |(at, part): (usize, &[(AreaId, &Intervention)])| {
            let mut coded = Self::default();
            let ids = (at * PART..).zip(part).filter(|(_, (_, intervention))| intervention.included());
            for (id, (area, intervention)) in ids {
                let funds = people.weighted.get(id).copied().flatten().unwrap_or_default();
                let at = (*area, id as u32);
                for known in &known {
                    let given: Vec<_> = codings.of(&intervention.id, known.domain).collect();
                    coded.add_codes(at, known, &given);
                    coded.add_sources(at.0, known.domain, &given, funds);
                    coded.add_state(at, known.domain, state(codings, intervention, known.domain, &given));
                }
            }
            coded
        };
        let parts: Vec<Self> = all.par_chunks(PART).enumerate().map(part).collect();
        parts.into_iter().fold(Self::default(), Self::with)
    }

    /// These rows, and then those of further interventions.
    fn with(mut self, other: Self) -> Self {
        self.codings.extend(other.codings);
        self.states.extend(other.states);
        for (of, more) in other.sources {
            let Some(count) = self.sources.get_mut(&of) else {
                self.sources.insert(of, more);
                continue;
            };
            count.codings += more.codings;
            count.interventions += more.interventions;
            count.funds = count.funds + more.funds;
        }
        self
    }

    /// A row for every code under which an intervention counts, main codes included, each once.
    fn add_codes(&mut self, (area, id): (AreaId, u32), known: &Known<'_>, given: &[(&str, Source)]) {
        let Known { domain, codes, positions } = known;
        let given: BTreeMap<usize, Source> =
            given.iter().filter_map(|(code, source)| Some((*positions.get(code)?, *source))).collect();
        let mut rows = given.clone();
        for (at, source) in &given {
            rows.entry(codes[*at].main).or_insert(*source);
        }
        for (code, source) in rows {
            self.codings.area.push(area.0);
            self.codings.intervention.push(id);
            self.codings.domain.push(domain.at() as u32);
            self.codings.code.push(code as u32);
            self.codings.source.push(source as u32);
            self.codings.given.push(given.contains_key(&code));
        }
    }

    fn add_sources(&mut self, area: AreaId, domain: Domain, given: &[(&str, Source)], funds: Amount) {
        for source in given.iter().map(|(_, source)| *source).collect::<BTreeSet<_>>() {
            let fresh = || SourceCount { area, domain, source, codings: 0, interventions: 0, funds: Amount::ZERO };
            let count = self.sources.entry((area, domain, source)).or_insert_with(fresh);
            count.codings += given.iter().filter(|(_, from)| *from == source).count();
            count.interventions += 1;
            count.funds = count.funds + funds;
        }
    }

    fn add_state(&mut self, (area, id): (AreaId, u32), domain: Domain, state: Option<State>) {
        let Some(state) = state else { return };
        self.states.area.push(area.0);
        self.states.intervention.push(id);
        self.states.domain.push(domain.at() as u32);
        self.states.state.push(state as u32);
    }
}

/// The state of an intervention in a domain. One that is optional, as a theme that most interventions lack, has none where
/// there is no code: that is no gap in the coding.
fn state(codings: &Codings, intervention: &Intervention, domain: Domain, given: &[(&str, Source)]) -> Option<State> {
    match given {
        [] if domain.is_optional() => None,
        [] => Some(codings.state(&intervention.id, domain)),
        _ => Some(State::Coded),
    }
}

/// The rows of `answers`, column by column.
#[derive(Default)]
struct AnswerRows {
    question: Vec<u32>,
    unit: Vec<u32>,
    /// [`NONE`] where the question has none, as in `answer`.
    option: Vec<u32>,
    answer: Vec<u32>,
}

impl AnswerRows {
    fn frame(self) -> PolarsResult<DataFrame> {
        DataFrame::new_infer_height(vec![
            column("question", self.question),
            column("unit", self.unit),
            gaps("option", &self.option),
            gaps("answer", &self.answer),
        ])
    }
}

/// The questions, and what was answered to them by those who were asked.
fn questions(
    study: &Study,
    input: &Input,
    areas: &[Area],
    coded: (&Codebook, &Codings),
) -> (Vec<Question>, AnswerRows) {
    let (mut questions, mut rows) = (Vec::new(), AnswerRows::default());
    for (at, (survey, area)) in input.surveys.iter().zip(areas).enumerate() {
        for (question, answers) in of_survey(study, survey) {
            let first = match question.per {
                Per::Respondent => area.respondents.start,
                Per::Intervention => area.interventions.start,
            };
            let mut who = Vec::new();
            let responses = answers.responses.iter().zip(asked(survey, question, answers));
            for (unit, (response, _)) in (first..).zip(responses).filter(|(_, (_, asked))| *asked) {
                who.push(unit);
                for (option, answer) in given(response) {
                    rows.question.push(questions.len() as u32);
                    rows.unit.push(unit);
                    rows.option.push(option.unwrap_or(NONE));
                    rows.answer.push(answer.unwrap_or(NONE));
                }
            }
            questions.push(Question {
                area: AreaId::new(at),
                id: question.id.clone(),
                per: question.per,
                options: answers.options.clone(),
                answers: answers.answers.clone(),
                counted: question.counted.clone(),
                sources: sources(survey, question, input, coded),
                asked: who,
            });
        }
    }
    (questions, rows)
}

/// Where the codes of an open question come from.
fn sources(
    survey: &Survey,
    question: &crate::study::Question,
    input: &Input,
    (book, codings): (&Codebook, &Codings),
) -> Sources {
    let domain = Some(&question.form).filter(|form| form.is_open());
    let domain = domain.and_then(|_| book.domain_of_question(UnitKind::Respondent, &question.id));
    let own = |unit: &&Unit| unit.kind == UnitKind::Respondent && *unit.area == survey.area;
    let coded = domain.map(|domain| codings.answers(book, domain, input.open.iter().filter(own)));
    coded.map(|coded| coded.sources).unwrap_or_default()
}

fn of_survey<'a>(
    study: &'a Study,
    survey: &'a Survey,
) -> impl Iterator<Item = (&'a crate::study::Question, &'a crate::survey::Answers)> {
    let declared = study.surveys.iter().find(|s| s.area == survey.area);
    let questions = declared.map_or(&[][..], |declared| &declared.questions[..]);
    let find = |answers: &'a crate::survey::Answers| {
        questions.iter().find(|q| q.id == answers.question).map(|question| (question, answers))
    };
    survey.answers.iter().filter_map(find)
}

/// What a response gives: positions of options and answers, missing for what a question does not have.
fn given(response: &Response) -> Vec<(Option<u32>, Option<u32>)> {
    match response {
        Response::Ticked(ticked) => ticked.iter().map(|option| (Some(*option), None)).collect(),
        Response::Items(items) => {
            let answered = items.iter().enumerate().filter_map(|(item, answer)| Some((item, (*answer)?)));
            answered.map(|(item, answer)| (Some(item as u32), Some(answer))).collect()
        }
        Response::Choice(answer) => answer.iter().map(|answer| (None, Some(*answer))).collect(),
        Response::Text(_) => Vec::new(),
    }
}
