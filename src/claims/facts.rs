//! What claims speak of: the ledger's interventions, respondents, codes and answers, area by area, as lists of yes and no.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::texts::Texts;
use crate::codebook::{Code, Codebook, Domain, UnitKind};
use crate::coding::State;
use crate::compare::{Pair, Side};
use crate::ledger::{Area, AreaId, CodeId, InterventionId, Ledger, Question, QuestionId, Selection};
use crate::money::{Amount, Currency};
use crate::register::{Level, Recipient};
use crate::report::Table;
use crate::study::{Money, Per};
use crate::survey::{Answered, Input, Survey};
use crate::weighting::{Weight, Weighting};
use crate::wording::{Language, Text};

/// Yes or no for each intervention, or each respondent, of an area.
pub type Mask = Vec<bool>;

/// Everything that claims can speak of.
pub struct Facts<'a> {
    /// Areas, in the order of the study.
    pub areas: Vec<AreaFacts<'a>>,
    /// The registers that can be named.
    pub levels: &'a [Level],
    /// Codes and their labels; those of an earlier year by their names of now.
    pub book: Cow<'a, Codebook>,
    /// What is estimated.
    pub ledger: &'a Ledger,
    /// The tables of the report's items, by id.
    pub tables: BTreeMap<&'a str, &'a Table>,
    /// How funds count; `None` in a study without funds.
    pub money: Option<Money>,
    /// The currency of amounts.
    pub currency: Currency,
    /// The language of sentences.
    pub language: Language,
    /// The year.
    pub year: i64,
    /// Earlier years, of which nothing else is earlier.
    pub earlier: BTreeMap<i64, Facts<'a>>,
    /// The folders of earlier studies that are declared and not there.
    pub missing: Vec<&'a str>,
    /// Whether it is an earlier year itself.
    pub is_earlier: bool,
}

/// What is known of an area.
pub struct AreaFacts<'a> {
    /// Its id; that of now, where it is of an earlier year and has one.
    pub id: &'a str,
    /// Its id in its own study.
    pub own_id: &'a str,
    /// Why it cannot be compared with what it is now.
    pub broken: Option<&'a Text>,
    /// Its place in the ledger.
    pub place: AreaId,
    /// Its title.
    pub title: &'a Text,
    /// The level of those who answered.
    pub level: Level,
    /// The interventions, counted or not.
    pub interventions: Vec<InterventionFacts>,
    /// Which of them count.
    pub included: Mask,
    /// Who answered.
    pub respondents: Vec<RespondentFacts<'a>>,
    /// Who was expected to answer; `None` where it is not known.
    pub expected: Option<Vec<&'a Recipient>>,
    /// Whether the study says when answers were due.
    pub has_due: bool,
    /// Whether the study says what anybody was allocated.
    pub has_allocated: bool,
    /// Who requisitioned how much, whether they answered or not; `None` where the study has no requisitions for the area.
    pub requisitioned: Option<Vec<(&'a Recipient, Amount)>>,
    /// For every code the interventions that have it; a subcode counts for its main code, too.
    codes: BTreeMap<Domain, BTreeMap<&'a str, Mask>>,
    /// Those without a code, by why they have none.
    without_code: BTreeMap<(Domain, State), Mask>,
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
    pub weighted: Option<Amount>,
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
    /// Allocated; `None` where no source names it, which is not zero.
    pub allocated: Option<Amount>,
    /// What is known of its answer.
    pub answer: Answered,
}

/// What a recipient got for an area.
#[derive(Clone, Copy)]
pub struct RecipientFunds {
    /// Paid out.
    pub requisitioned: Amount,
    /// Paid back.
    pub repaid: Amount,
    /// T.
    pub target: Amount,
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
        side: Side<'a>,
        tables: impl IntoIterator<Item = (&'a str, &'a Table)>,
        years: &'a [Pair<'a>],
        language: Language,
    ) -> Self {
        let mut facts = Self::of_year(side, Cow::Borrowed(side.book), language);
        facts.areas.iter_mut().zip(&side.ledger.areas).for_each(|(facts, area)| facts.lay_out_codes(side, area));
        facts.tables = tables.into_iter().collect();
        facts.missing = side.study.missing_earlier().map(|own| own.study.value.as_str()).collect();
        facts.earlier = years.iter().map(|pair| (pair.earlier.year(), Self::of_earlier(pair, language))).collect();
        facts
    }

    /// A study's data without the codes.
    pub(super) fn of_year(side: Side<'a>, book: Cow<'a, Codebook>, language: Language) -> Self {
        let Side { study, input, ledger, weighting, .. } = side;
        let areas = ledger.areas.iter().enumerate().filter_map(|(at, area)| {
            let declared = study.surveys.iter().find(|survey| survey.area == area.total.area)?;
            let survey = input.surveys.iter().find(|survey| survey.area == area.total.area)?;
            let mut facts = AreaFacts::new(AreaId::new(at), (declared, survey), input, weighting);
            facts.lay_out(ledger, area);
            Some(facts)
        });
        Self {
            areas: areas.collect(),
            levels: &study.levels,
            book,
            ledger,
            tables: BTreeMap::new(),
            money: study.money,
            currency: study.currency(),
            language,
            year: study.year,
            earlier: BTreeMap::new(),
            missing: Vec::new(),
            is_earlier: false,
        }
    }

    /// The position of an area.
    pub fn area(&self, id: &str) -> Option<usize> {
        self.areas.iter().position(|area| area.id == id)
    }

    /// The positions of the areas that a name means: in an earlier year all that have become one, or the one that was called so.
    pub fn areas_called(&self, name: &str) -> Vec<usize> {
        let called = |is: &dyn Fn(&AreaFacts<'_>) -> bool| -> Vec<usize> {
            self.areas.iter().enumerate().filter(|(_, area)| is(area)).map(|(at, _)| at).collect()
        };
        let now = called(&|area| area.id == name);
        if now.is_empty() { called(&|area| area.own_id == name) } else { now }
    }
}

impl<'a> AreaFacts<'a> {
    fn new(
        place: AreaId,
        (declared, survey): (&'a crate::study::Survey, &'a Survey),
        input: &'a Input,
        weighting: &Weighting,
    ) -> Self {
        let paid: Vec<_> = input.funds.iter().filter(|((area, _), _)| *area == survey.area).collect();
        Self {
            id: &survey.area,
            own_id: &survey.area,
            broken: None,
            place,
            title: &declared.title,
            level: declared.level,
            interventions: Vec::new(),
            included: Mask::new(),
            respondents: respondents(survey, input, weighting),
            expected: input.expected.get(&survey.area).map(|own| own.recipients.iter().collect()),
            has_due: declared.due.is_some(),
            has_allocated: input.other_funds.has_allocated(&survey.area),
            requisitioned: (!paid.is_empty())
                .then(|| paid.into_iter().map(|((_, who), what)| (who, what.requisitioned)).collect()),
            codes: BTreeMap::new(),
            without_code: BTreeMap::new(),
            main_codes: BTreeMap::new(),
            questions: Vec::new(),
        }
    }

    /// Lays out what the ledger knows of the area.
    fn lay_out(&mut self, ledger: &'a Ledger, area: &Area) {
        for intervention in area.interventions.clone().map(|at| InterventionId::new(at as usize)) {
            let respondent = ledger.respondent(intervention).map(|r| r.at());
            let respondent = respondent.and_then(|at| at.checked_sub(area.respondents.start as usize));
            let respondent = respondent.filter(|at| *at < self.respondents.len());
            self.interventions.push(InterventionFacts {
                respondent: respondent.unwrap_or(usize::MAX),
                weighted: ledger.weighted(intervention),
                reported: ledger.reported(intervention).unwrap_or_default(),
            });
            let included = ledger.included(intervention);
            self.included.push(included);
            if let Some(at) = respondent.filter(|_| !included) {
                self.respondents[at].excluded += 1;
            }
        }
        let own = ledger.questions.iter().enumerate().filter(|(_, question)| question.area == self.place);
        for (at, question) in own {
            let (first, units) = match question.per {
                Per::Respondent => (area.respondents.start, self.respondents.len()),
                Per::Intervention => (area.interventions.start, self.interventions.len()),
            };
            self.questions.push(QuestionFacts::new(ledger, QuestionId::new(at), question, (first, units)));
        }
    }

    /// Who is behind a code: who is known to be, also where the number is estimated.
    fn lay_out_codes(&mut self, side: Side<'a>, area: &Area) {
        let Side { book, ledger, .. } = side;
        for domain in book.domains_of(UnitKind::Intervention) {
            let with = |at: usize| {
                let counted = ledger.as_coded(Selection::Code(self.place, domain, CodeId::new(at)));
                counted.ids.interventions().collect()
            };
            let coded = book.codes(domain).iter().enumerate().map(|(at, code)| (code, with(at))).collect();
            self.lay_out_domain((domain, domain), coded, (ledger, area));
        }
    }

    /// Who is behind the codes of a domain, and who has none; `own` is the domain in the area's own study.
    pub(super) fn lay_out_domain(
        &mut self,
        (domain, own): (Domain, Domain),
        coded: Vec<(&'a Code, Vec<InterventionId>)>,
        (ledger, area): (&Ledger, &Area),
    ) {
        let (first, size) = (area.interventions.start, self.interventions.len());
        let mut numbers = vec![0; size];
        for (code, ids) in coded.into_iter().filter(|(_, ids)| !ids.is_empty()) {
            let mask = mask(ids.into_iter().map(|id| id.at()), first, size);
            if code.parent.is_none() {
                numbers.iter_mut().zip(&mask).for_each(|(number, has)| *number += usize::from(*has));
            }
            self.codes.entry(domain).or_default().insert(&code.id, mask);
        }
        self.main_codes.insert(domain, numbers);
        for state in State::WITHOUT_CODE {
            let counted = ledger.as_coded(Selection::Without(self.place, own, state));
            let ids = counted.ids.interventions().map(|id| id.at());
            self.without_code.insert((domain, state), mask(ids, first, size));
        }
    }

    /// The interventions with a code; `None` where none has it.
    pub fn with_code(&self, domain: Domain, code: &str) -> Option<&Mask> {
        self.codes.get(&domain)?.get(code)
    }

    /// The interventions in a state without a code.
    pub fn without_code(&self, domain: Domain, state: State) -> Option<&Mask> {
        self.without_code.get(&(domain, state))
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

/// Yes for some of `size` things, which are numbered from `first`.
fn mask(ids: impl Iterator<Item = usize>, first: u32, size: usize) -> Mask {
    let mut mask = vec![false; size];
    for at in ids.filter_map(|id| id.checked_sub(first as usize)) {
        if let Some(of_unit) = mask.get_mut(at) {
            *of_unit = true;
        }
    }
    mask
}

fn respondents<'a>(survey: &'a Survey, input: &Input, weighting: &Weighting) -> Vec<RespondentFacts<'a>> {
    let of_area = weighting.weights.iter().filter(|weight| weight.area == survey.area);
    let weights: BTreeMap<&Recipient, &Weight> = of_area.map(|weight| (&weight.recipient, weight)).collect();
    let turnout = input.turnout(survey);
    let answers: BTreeMap<&Recipient, Answered> =
        turnout.iter().filter_map(|own| Some((own.recipient, own.answer?))).collect();
    let funds = |w: &&Weight| RecipientFunds { requisitioned: w.requisitioned, repaid: w.repaid, target: w.target };
    let respondent = |own: &'a crate::survey::Respondent| RespondentFacts {
        recipient: &own.recipient,
        funds: weights.get(&own.recipient).map(funds),
        excluded: 0,
        allocated: input.other_funds.allocated_to(&survey.area, &own.recipient),
        answer: answers.get(&own.recipient).copied().unwrap_or_default(),
    };
    survey.respondents.iter().map(respondent).collect()
}

impl<'a> QuestionFacts<'a> {
    fn new(ledger: &'a Ledger, id: QuestionId, question: &'a Question, (first, units): (u32, usize)) -> Self {
        let mut facts = Self {
            id: &question.id,
            per: question.per,
            options: Texts::new(&question.options),
            answers: Texts::new(&question.answers),
            asked: mask(question.asked.iter().map(|id| *id as usize), first, units),
            answered: vec![false; units],
            number: vec![0; units],
            given: Vec::new(),
        };
        for count in ledger.answers_to(id) {
            let ids = ledger.counted(count.selection).ids;
            let given = mask(ids.units(), first, units);
            for (unit, _) in given.iter().enumerate().filter(|(_, given)| **given) {
                facts.answered[unit] = true;
                facts.number[unit] += 1;
            }
            facts.given.push(given);
        }
        facts
    }

    /// The same under its names of now. Options that read alike now are one.
    pub(super) fn renamed(self, id: &'a str, now: impl Fn(&str) -> String) -> Self {
        let (options, of_option) = self.options.renamed(&now);
        let (answers, of_answer) = self.answers.renamed(&now);
        let width = answers.len().max(1);
        let mut given = vec![vec![false; self.asked.len()]; options.len().max(1) * width];
        let old_width = self.answers.len().max(1);
        for (at, mask) in self.given.iter().enumerate() {
            let place = |known: &[usize], at: usize| known.get(at).copied().unwrap_or(0);
            let to = place(&of_option, at / old_width) * width + place(&of_answer, at % old_width);
            given[to].iter_mut().zip(mask).for_each(|(given, also)| *given |= also);
        }
        let count = |unit: usize| given.iter().filter(|mask| mask[unit]).count();
        let number = (0..self.asked.len()).map(count).collect();
        Self { id, options, answers, given, number, ..self }
    }

    /// Who gave an answer to an option or item. Where options are only ticked, or a choice has no options, the other
    /// position is 0.
    pub fn given(&self, option: usize, answer: usize) -> Option<&Mask> {
        self.given.get(option * self.answers.len().max(1) + answer)
    }
}
