//! The values of a side: codes, options, areas, recipients, each with what it asks of the ledger.
//!
//! Those of an earlier year have their names of now; what is asked for them is asked of the ledger of then. Codes of then are no question
//! to it, since they may have moved: `years` has them from the pair of years.

use std::collections::BTreeMap;

use super::super::alternative::quoted;
use super::super::{AreaGroup, Material};
use super::{CodeLevel, Side, Way};
use crate::codebook::Domain;
use crate::coding::State;
use crate::coding::open::state_of_option;
use crate::ledger::{AreaId, Areas, Criteria, Criterion, Ledger, Question, QuestionId};
use crate::msg;
use crate::register::{Meant, Recipient, resolve_as};
use crate::study::{EarlierStudy, QuestionForm};
use crate::wording::{Message, sentence};

/// By what interventions are divided, and into what.
#[derive(Clone, Debug)]
pub struct Values {
    /// What readers call the side, as `Aktivitet`.
    pub label: String,
    /// Everything that is divided.
    pub whole: Criterion,
    /// Why what is outside the whole is there; `None` where nothing can be.
    pub outside: Option<Message>,
    /// The values, those without a code or answer last.
    pub all: Vec<Value>,
    /// Whether something may have several of them.
    pub multiple: bool,
    /// The domain whose codes they are.
    pub domain: Option<Domain>,
    /// Whether something stands for all of them together; nothing does for years.
    pub total: bool,
}

impl Values {
    /// Whether they are areas.
    pub(super) fn are_areas(&self) -> bool {
        self.all.iter().all(|value| matches!(value.criterion, Some(Criterion::Area(_))))
    }
}

/// One value of a side.
#[derive(Clone, Debug)]
pub struct Value {
    /// Its name in data files and claims.
    pub id: String,
    /// What readers call it.
    pub label: String,
    /// Who has it; `None` for what there is only in an earlier year.
    pub criterion: Option<Criterion>,
    /// Whether it is what has none of the others; it is left out where there is nothing.
    pub rest: bool,
}

impl Value {
    pub(super) fn new(id: impl Into<String>, label: impl Into<String>, criterion: Criterion) -> Self {
        Self { id: id.into(), label: label.into(), criterion: Some(criterion), rest: false }
    }

    pub(super) fn rest(id: impl Into<String>, label: impl Into<String>, criterion: Criterion) -> Self {
        Self { rest: true, ..Self::new(id, label, criterion) }
    }
}

/// What stands for those who gave none of the answers.
const NO_ANSWER: &str = "none";

/// Where values are looked for: this year, or an earlier one by the names of now.
#[derive(Clone, Copy)]
pub(super) struct Year<'y> {
    pub ledger: &'y Ledger,
    pub areas: Areas,
    /// What was called what; `None` for this year.
    pub names: Option<&'y EarlierStudy>,
}

impl<'y> Year<'y> {
    fn question<'s>(&self, id: &'s str) -> &'s str
    where
        'y: 's,
    {
        self.names.map_or(id, |names| names.question_now(id))
    }

    fn option<'s>(&self, text: &'s str) -> &'s str
    where
        'y: 's,
    {
        self.names.map_or(text, |names| names.option_now(text))
    }

    /// Who is in no register of now is called as then.
    fn recipient(&self, own: &'y Recipient) -> &'y Recipient {
        let Some(names) = self.names else { return own };
        resolve_as(own.level, names.recipient_now(&own.code), Meant::Code).unwrap_or(own)
    }
}

impl Side {
    /// The values in some areas.
    pub(super) fn values(&self, material: &Material<'_>, groups: &[AreaGroup], areas: Areas) -> Values {
        let language = material.language;
        let year = Year { ledger: material.ledger, areas, names: None };
        let (label, values) = match &self.way {
            Way::Codes(domain, level) => (domain.label(language).to_owned(), codes(material, *domain, level)),
            Way::Answers { question, answer } => {
                (as_put(material, year.areas, question), answers(material, year, question, answer.as_deref()))
            }
            Way::Areas => {
                let area = |group: &AreaGroup| {
                    let survey = material.study.surveys.iter().find(|survey| survey.area == group.area)?;
                    let own = [group.label.get(language), survey.title.get(language), &group.area];
                    let label = own.into_iter().find(|label| !label.is_empty())?;
                    let id = material.ledger.area_id(&group.area)?;
                    Some(Value::new(&group.area, label, Criterion::Area(id)))
                };
                (msg!("report-area").text(language), divided(groups.iter().filter_map(area).collect()))
            }
            Way::Recipients => (msg!("report-recipient").text(language), recipients(year)),
            Way::Levels => (msg!("side-level").text(language), levels(material, year)),
            Way::Parents => (msg!("report-belongs-to").text(language), parents(material, year)),
            Way::Years => (msg!("years-year").text(language), Values { total: false, ..divided(Vec::new()) }),
        };
        let label = self.label.as_ref().map_or(label, |own| own.get(language).to_owned());
        let outside = match self.way {
            Way::Answers { .. } => Some(msg!("outside-question", question = quoted(&label, language))),
            _ => values.outside,
        };
        Values { label, outside, ..values }
    }

    /// The values of an earlier year; none for codes, areas and years, which `years` knows.
    pub(super) fn values_then(&self, material: &Material<'_>, year: Year<'_>) -> Values {
        match &self.way {
            Way::Codes(..) | Way::Areas | Way::Years => divided(Vec::new()),
            Way::Answers { question, answer } => answers(material, year, question, answer.as_deref()),
            Way::Recipients => recipients(year),
            Way::Levels => levels(material, year),
            Way::Parents => parents(material, year),
        }
    }
}

/// Values of which everything has one.
fn divided(all: Vec<Value>) -> Values {
    Values {
        label: String::new(),
        whole: Criterion::Any,
        outside: None,
        all,
        multiple: false,
        domain: None,
        total: true,
    }
}

/// Codes in the order of the codebook, then what has none, by its state.
fn codes(material: &Material<'_>, domain: Domain, level: &CodeLevel) -> Values {
    let (language, codes) = (material.language, material.book.codes(domain));
    let id = |code: &str| material.ledger.code_id(domain, code);
    let named = |code: &crate::codebook::Code| {
        Some(Value::new(&code.id, code.label.get(language), Criterion::Code(domain, id(&code.id)?)))
    };
    let only_main = |code: &crate::codebook::Code| {
        let label = msg!("code-without-subcode", code = code.label.get(language)).text(language);
        Some(Value::rest(format!("{}-only", code.id), label, Criterion::OnlyMain(domain, id(&code.id)?)))
    };
    let subcodes = |main: &str| {
        let own = codes.iter().filter(|code| code.parent.as_deref() == Some(main));
        own.filter_map(named).collect::<Vec<_>>()
    };
    let mains = codes.iter().filter(|code| code.parent.is_none());
    let (mut whole, mut outside) = (Criterion::Any, None);
    let mut all: Vec<Value> = match level {
        CodeLevel::Main => mains.filter_map(named).collect(),
        CodeLevel::SubOf(main) => {
            whole =
                id(main).map_or(Criterion::NoneOf(Criteria::new([Criterion::Any])), |id| Criterion::Code(domain, id));
            let own = codes.iter().find(|code| code.id == *main);
            outside = own.map(|own| msg!("outside-code", code = quoted(own.label.get(language), language)));
            subcodes(main).into_iter().chain(own.and_then(only_main)).collect()
        }
        CodeLevel::Sub => mains
            .flat_map(|main| match subcodes(&main.id) {
                none if none.is_empty() => named(main).into_iter().collect(),
                some => some.into_iter().chain(only_main(main)).collect::<Vec<_>>(),
            })
            .collect(),
    };
    if !matches!(level, CodeLevel::SubOf(_)) {
        let label = |state: State| match domain.is_optional() {
            true => msg!("without-any-code").text(language),
            false => state.label().get(language).to_owned(),
        };
        let rest = |state: State| Value::rest(state.word(), label(state), Criterion::Without(domain, state));
        all.extend(State::WITHOUT_CODE.map(rest));
    }
    Values { whole, outside, multiple: true, domain: Some(domain), ..divided(all) }
}

/// The options, items or answers that are counted, as the questionnaires have them, then who answered none of them.
fn answers(material: &Material<'_>, year: Year<'_>, question: &str, answer: Option<&str>) -> Values {
    let mut known: Vec<(&str, Vec<Criterion>)> = Vec::new();
    let (mut multiple, mut replied) = (false, Vec::new());
    let own = year.ledger.questions.iter().enumerate();
    let is_meant =
        |own: &Question| year.question(&own.id) == question && year.areas.iter().any(|area| area == own.area);
    for (at, asked) in own.filter(|(_, own)| is_meant(own)) {
        multiple |= !asked.options.is_empty();
        replied.push(Criterion::Replied(QuestionId::new(at)));
        for (name, criterion) in values_of(year, QuestionId::new(at), asked, answer) {
            match known.iter_mut().find(|(known, _)| *known == name) {
                Some((_, criteria)) => criteria.push(criterion),
                None => known.push((name, vec![criterion])),
            }
        }
    }
    let whole = Criterion::AnyOf(Criteria::new(replied));
    let not_replied = Criterion::NoneOf(Criteria::new([whole]));
    let others = Criteria::new(known.iter().flat_map(|(_, criteria)| criteria.clone()).chain([not_replied]));
    let label = |name: &str| match state_of_option(name) {
        Some(state) => state.label().get(material.language).to_owned(),
        None => material.option(name).to_owned(),
    };
    let value = |(name, criteria): (&str, Vec<Criterion>)| {
        let criterion = match criteria.as_slice() {
            [only] => *only,
            several => Criterion::AnyOf(Criteria::new(several.iter().copied())),
        };
        Value::new(name, label(name), criterion)
    };
    let mut all: Vec<Value> = known.into_iter().map(value).collect();
    let none = msg!("none-of-these").text(material.language);
    all.push(Value::rest(NO_ANSWER, none, Criterion::NoneOf(others)));
    Values { multiple, whole, ..divided(all) }
}

/// A question as it was put, where one column holds its answer; else its name.
fn as_put(material: &Material<'_>, areas: Areas, question: &str) -> String {
    let own = areas.iter().filter_map(|area| material.study.surveys.get(area.at()));
    let forms = own.flat_map(|survey| &survey.questions).filter(|own| own.id == question).map(|own| &own.form);
    let columns = forms.map(|form| match form {
        QuestionForm::Joined { column, .. } | QuestionForm::Choice { column, .. } => Some(&column.value),
        _ => None,
    });
    let mut columns: Vec<_> = columns.collect();
    columns.dedup();
    match columns.as_slice() {
        [Some(only)] => (*only).clone(),
        _ => question.to_owned(),
    }
}

/// Every option, item or answer of a question that counts.
fn values_of<'q>(
    year: Year<'q>,
    id: QuestionId,
    asked: &'q Question,
    answer: Option<&str>,
) -> Vec<(&'q str, Criterion)> {
    let at = |position: usize| Some(position as u32);
    let counts = |text: &&String| asked.counted.is_empty() || asked.counted.contains(text);
    let of_items = answer.map(|answer| asked.answers.iter().position(|known| year.option(known) == answer));
    let value = |name: &'q String, criterion| (year.option(name), criterion);
    if asked.options.is_empty() {
        let answers = asked.answers.iter().enumerate().filter(|(_, text)| counts(text));
        return answers.map(|(own, name)| value(name, Criterion::Answer(id, None, at(own)))).collect();
    }
    let options = asked.options.iter().enumerate();
    let of_option = |(own, name)| match of_items {
        None => Some(value(name, Criterion::Answer(id, at(own), None))),
        Some(answer) => Some(value(name, Criterion::Answer(id, at(own), Some(answer? as u32)))),
    };
    options.filter_map(of_option).collect()
}

fn recipients(year: Year<'_>) -> Values {
    let all = year.ledger.recipients(year.areas);
    let all = all.into_iter().map(|(at, own)| (at, year.recipient(own))).collect::<Vec<_>>();
    let level = all.first().map(|(_, first)| first.level);
    let is_one = all.iter().all(|(_, own)| Some(own.level) == level);
    let id = |own: &Recipient| if is_one { own.code.clone() } else { format!("{}-{}", own.level.word(), own.code) };
    divided(all.into_iter().map(|(at, own)| Value::new(id(own), &own.name, Criterion::Recipient(at))).collect())
}

/// The areas of each level, in the order of the study.
fn levels(material: &Material<'_>, year: Year<'_>) -> Values {
    let mut known: Vec<(crate::register::Level, Vec<AreaId>)> = Vec::new();
    for area in year.areas.iter() {
        let Some(own) = year.ledger.areas.get(area.at()) else { continue };
        match known.iter_mut().find(|(level, _)| *level == own.total.level) {
            Some((_, of)) => of.push(area),
            None => known.push((own.total.level, vec![area])),
        }
    }
    let value = |(level, of): (crate::register::Level, Vec<AreaId>)| {
        let several = level.nouns().several.clone().text(material.language);
        Value::new(
            level.word(),
            sentence(&several),
            Criterion::AnyOf(Criteria::new(of.into_iter().map(Criterion::Area))),
        )
    };
    divided(known.into_iter().map(value).collect())
}

/// The recipients of whom each belongs to, then those who belong to nobody.
fn parents(material: &Material<'_>, year: Year<'_>) -> Values {
    let mut known: BTreeMap<Option<&Recipient>, Vec<Criterion>> = BTreeMap::new();
    for (id, recipient) in year.ledger.recipients(year.areas) {
        known.entry(year.recipient(recipient).parent()).or_default().push(Criterion::Recipient(id));
    }
    let (none, own): (Vec<_>, Vec<_>) = known.into_iter().partition(|(parent, _)| parent.is_none());
    let any = |criteria: Vec<Criterion>| Criterion::AnyOf(Criteria::new(criteria));
    let value = |(parent, criteria): (Option<&Recipient>, Vec<Criterion>)| {
        Some(Value::new(&parent?.code, &parent?.name, any(criteria)))
    };
    let mut all: Vec<Value> = own.into_iter().filter_map(value).collect();
    let rest = msg!("belongs-to-nobody").text(material.language);
    all.extend(none.into_iter().map(|(_, criteria)| Value::rest(NO_ANSWER, &rest, any(criteria))));
    divided(all)
}
