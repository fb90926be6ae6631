//! A study's data, laid out once so that every claim can be decided quickly: who answered, what was reported, and for
//! every code and answer a list of yes and no.

use std::collections::BTreeMap;

use super::scope::Texts;
use crate::codebook::{Codebook, Domain};
use crate::coding::Codings;
use crate::input::{Answers, Input, Response, Survey, asked};
use crate::money::{Amount, Kronor};
use crate::register::{Level, Recipient};
use crate::report::Table;
use crate::study::{Per, Study};
use crate::weighting::Weighting;
use crate::wording::{Language, Text};

/// Yes or no for each intervention that counts, or each respondent, of an area.
pub type Mask = Vec<bool>;

/// Everything that claims can speak of.
pub struct Facts<'a> {
    /// Areas, in the order of the study.
    pub areas: Vec<AreaFacts<'a>>,
    /// Codes and their labels.
    pub book: &'a Codebook,
    /// The tables of the report's items, by id.
    pub tables: BTreeMap<&'a str, &'a Table>,
    /// The language of sentences.
    pub language: Language,
}

/// What is known of an area.
pub struct AreaFacts<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a Text,
    /// The level of those who answered.
    pub level: Level,
    /// The interventions that count.
    pub interventions: Vec<InterventionFacts>,
    /// Who answered.
    pub respondents: Vec<RespondentFacts<'a>>,
    /// Who requisitioned how much, whether they answered or not; `None` where the study has no requisitions for the area.
    pub requisitioned: Option<Vec<(&'a Recipient, Kronor)>>,
    /// For every code the interventions that have it; a subcode counts for its main code, too.
    codes: BTreeMap<Domain, BTreeMap<&'a str, Mask>>,
    /// How many main codes each intervention has.
    main_codes: BTreeMap<Domain, Vec<usize>>,
    /// The closed questions.
    pub questions: Vec<QuestionFacts<'a>>,
}

/// What is known of an intervention.
pub struct InterventionFacts {
    /// Its respondent.
    pub respondent: usize,
    /// Its weighted funds; `None` where the area has no requisitions.
    pub weighted: Option<Kronor>,
    /// Its reported funds.
    pub reported: Amount,
}

/// What is known of a respondent.
pub struct RespondentFacts<'a> {
    /// Who it is.
    pub recipient: &'a Recipient,
    /// Paid out, paid back, and T; `None` where the area has no requisitions.
    pub funds: Option<RecipientFunds>,
    /// How many of its interventions were set aside.
    pub excluded: usize,
}

/// What a recipient got for an area.
#[derive(Clone, Copy)]
pub struct RecipientFunds {
    /// Paid out.
    pub requisitioned: Kronor,
    /// Paid back.
    pub repaid: Kronor,
    /// T.
    pub target: Kronor,
}

/// What was answered to a question.
pub struct QuestionFacts<'a> {
    /// Its id.
    pub id: &'a str,
    /// Whether respondents or interventions are meant.
    pub per: Per,
    /// Options or items, as they stand.
    pub options: Texts<'a>,
    /// Answers, as they stand.
    pub answers: Texts<'a>,
    /// Who was asked.
    pub asked: Mask,
    /// Who answered.
    pub answered: Mask,
    /// How many options each ticked, or items each answered.
    pub number: Vec<usize>,
    /// By option and answer; see [`QuestionFacts::given`].
    given: Vec<Mask>,
}

impl<'a> Facts<'a> {
    /// Lays out a study's data. `tables` are those of the report's items.
    pub fn new(
        study: &'a Study,
        book: &'a Codebook,
        input: &'a Input,
        codings: &'a Codings,
        weighting: &Weighting,
        tables: impl IntoIterator<Item = (&'a str, &'a Table)>,
        language: Language,
    ) -> Self {
        let areas = study.surveys.iter().filter_map(|declared| {
            let survey = input.surveys.iter().find(|s| s.area == declared.area)?;
            Some(AreaFacts::new(declared, survey, book, input, codings, weighting))
        });
        Self { areas: areas.collect(), book, tables: tables.into_iter().collect(), language }
    }

    /// The position of an area.
    pub fn area(&self, id: &str) -> Option<usize> {
        self.areas.iter().position(|area| area.id == id)
    }
}

impl<'a> AreaFacts<'a> {
    fn new(
        declared: &'a crate::study::Survey,
        survey: &'a Survey,
        book: &'a Codebook,
        input: &'a Input,
        codings: &'a Codings,
        weighting: &Weighting,
    ) -> Self {
        let included: Vec<usize> =
            (0..survey.interventions.len()).filter(|at| survey.interventions[*at].included()).collect();
        let position: BTreeMap<&str, usize> =
            survey.respondents.iter().enumerate().map(|(at, r)| (r.id.as_str(), at)).collect();
        let mut respondents: Vec<_> = survey.respondents.iter().map(|r| respondent(survey, r, weighting)).collect();
        for excluded in survey.interventions.iter().filter(|i| !i.included()) {
            if let Some(at) = position.get(excluded.respondent.as_str()) {
                respondents[*at].excluded += 1;
            }
        }
        let interventions = included.iter().map(|at| &survey.interventions[*at]).map(|i| InterventionFacts {
            respondent: position.get(i.respondent.as_str()).copied().unwrap_or(usize::MAX),
            weighted: weighting.of(&i.id),
            reported: i.funds.unwrap_or_default(),
        });
        let paid: Vec<_> = input.funds.iter().filter(|((area, _), _)| *area == survey.area).collect();
        let mut facts = Self {
            id: &survey.area,
            title: &declared.title,
            level: declared.level,
            interventions: interventions.collect(),
            respondents,
            requisitioned: (!paid.is_empty())
                .then(|| paid.into_iter().map(|((_, who), what)| (who, what.requisitioned)).collect()),
            codes: BTreeMap::new(),
            main_codes: BTreeMap::new(),
            questions: Vec::new(),
        };
        facts.lay_out_codes(survey, &included, book, codings);
        for answers in &survey.answers {
            let question = declared.questions.iter().find(|q| q.id == answers.question);
            let questions = question.map(|q| QuestionFacts::new(answers, asked(survey, q, answers), &included));
            facts.questions.extend(questions);
        }
        facts
    }

    fn lay_out_codes(&mut self, survey: &'a Survey, included: &[usize], book: &'a Codebook, codings: &'a Codings) {
        for domain in Domain::ALL {
            let codes = book.codes(domain);
            let main_of: BTreeMap<&str, &'a str> = codes.iter().map(|c| (c.id.as_str(), c.main())).collect();
            let mut numbers = Vec::with_capacity(included.len());
            for (at, intervention) in included.iter().map(|at| &survey.interventions[*at]).enumerate() {
                let mut mains: Vec<&str> = Vec::new();
                for (code, _) in codings.of(&intervention.id, domain) {
                    let Some(main) = main_of.get(code.as_str()).copied() else { continue };
                    for code in [code.as_str(), main] {
                        let of_domain = self.codes.entry(domain).or_default();
                        of_domain.entry(code).or_insert_with(|| vec![false; included.len()])[at] = true;
                    }
                    mains.push(main);
                }
                mains.sort_unstable();
                mains.dedup();
                numbers.push(mains.len());
            }
            self.main_codes.insert(domain, numbers);
        }
    }

    /// The interventions with a code; `None` where none has it.
    pub fn with_code(&self, domain: Domain, code: &str) -> Option<&Mask> {
        self.codes.get(&domain)?.get(code)
    }

    /// How many main codes of a domain each intervention has.
    pub fn main_codes(&self, domain: Domain) -> &[usize] {
        self.main_codes.get(&domain).map_or(&[], Vec::as_slice)
    }

    /// A question of the area.
    pub fn question(&self, id: &str) -> Option<&QuestionFacts<'a>> {
        self.questions.iter().find(|q| q.id == id)
    }
}

fn respondent<'a>(
    survey: &Survey,
    respondent: &'a crate::input::Respondent,
    weighting: &Weighting,
) -> RespondentFacts<'a> {
    let mut weights = weighting.weights.iter().filter(|w| w.area == survey.area);
    let weight = weights.find(|w| w.recipient == respondent.recipient);
    let funds = weight.map(|w| RecipientFunds { requisitioned: w.requisitioned, repaid: w.repaid, target: w.target });
    RespondentFacts { recipient: &respondent.recipient, funds, excluded: 0 }
}

impl<'a> QuestionFacts<'a> {
    fn new(answers: &'a Answers, asked: Mask, included: &[usize]) -> Self {
        let units: Vec<usize> = match answers.per {
            Per::Respondent => (0..answers.responses.len()).collect(),
            Per::Intervention => included.to_vec(),
        };
        let size = answers.options.len().max(1) * answers.answers.len().max(1);
        let mut facts = Self {
            id: &answers.question,
            per: answers.per,
            options: Texts::new(&answers.options),
            answers: Texts::new(&answers.answers),
            asked: units.iter().map(|at| asked.get(*at).copied().unwrap_or(false)).collect(),
            answered: vec![false; units.len()],
            number: vec![0; units.len()],
            given: vec![vec![false; units.len()]; size],
        };
        for (unit, at) in units.into_iter().enumerate() {
            let response = answers.responses.get(at).filter(|_| facts.asked[unit]);
            for (option, answer) in response.map(given).unwrap_or_default() {
                let slot = option * answers.answers.len().max(1) + answer;
                if let Some(mask) = facts.given.get_mut(slot) {
                    mask[unit] = true;
                }
                facts.answered[unit] = true;
                facts.number[unit] += 1;
            }
        }
        facts
    }

    /// Who gave an answer to an option or item. Where options are only ticked, or a choice has no options, the other
    /// position is 0.
    pub fn given(&self, option: usize, answer: usize) -> Option<&Mask> {
        self.given.get(option * self.answers.len().max(1) + answer)
    }
}

/// Option and answer of everything in a response.
fn given(response: &Response) -> Vec<(usize, usize)> {
    match response {
        Response::Ticked(options) => options.iter().map(|option| (*option, 0)).collect(),
        Response::Items(items) => {
            items.iter().enumerate().filter_map(|(item, answer)| answer.map(|answer| (item, answer))).collect()
        }
        Response::Choice(answer) => answer.iter().map(|answer| (0, *answer)).collect(),
    }
}
