//! Answers to open questions as their codes: options that are ticked, as those of a closed question. So figures, tables and
//! claims count them as they count any answer.

use std::collections::{BTreeMap, BTreeSet};

use super::rules::text;
use super::{Codings, Source, State};
use crate::codebook::{Code, Codebook, Domain, UnitKind};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::study::Study;
use crate::survey::{Input, Response, Unit, says_nothing};
use crate::wording::{Arg, Language, first_of, joined};

/// How many codes answers were given, by where the codes come from.
pub type Sources = BTreeMap<Source, usize>;

/// The coded answers to an open question.
#[derive(Default)]
pub struct CodedAnswers<'b> {
    /// The options: the main codes of its domain, in the order of the codebook.
    pub codes: Vec<&'b Code>,
    /// The states of those who answered and have no code: each is an option of its own, after the codes.
    pub without_code: Vec<State>,
    /// What each unit's answer comes to.
    pub responses: Vec<Response>,
    /// Whether each unit answered.
    pub answered: Vec<bool>,
    /// How many codes were given, by where they come from.
    pub sources: Sources,
}

/// The state that an option of an open question stands for, by its Swedish name; `None` for a code.
pub fn state_of_option(option: &str) -> Option<State> {
    State::WITHOUT_CODE.into_iter().find(|state| state.label().sv == option)
}

impl Codebook {
    /// The domain whose codes the answers to an open question are given.
    pub fn domain_of_question(&self, unit: UnitKind, question: &str) -> Option<Domain> {
        self.domains_of(unit).find(|domain| domain.reads(question))
    }

    /// What an option that stands for a code of open questions is called in English.
    pub(crate) fn english_of_option(&self, swedish: &str) -> Option<&str> {
        let open = self.domains().filter(|domain| !domain.is_of_interventions());
        let labels = open.flat_map(|domain| main_codes(self, domain)).map(|code| &code.label);
        labels.chain(State::WITHOUT_CODE.map(State::label)).find(|label| label.sv == swedish)?.en.as_deref()
    }
}

fn main_codes(book: &Codebook, domain: Domain) -> impl Iterator<Item = &Code> {
    book.codes(domain).iter().filter(|code| code.parent.is_none())
}

impl Codings {
    /// The codes of a question's answers. A subcode counts for its main code, once.
    pub fn answers<'b, 'u>(
        &self,
        book: &'b Codebook,
        domain: Domain,
        units: impl Iterator<Item = &'u Unit>,
    ) -> CodedAnswers<'b> {
        let codes: Vec<&Code> = main_codes(book, domain).collect();
        let main = |id: &str| {
            let main = book.code(domain, id).map_or(id, Code::main);
            codes.iter().position(|code| code.id == main).map(|at| at as u32)
        };
        let mut coded = CodedAnswers::default();
        let units: Vec<&Unit> = units.collect();
        let states: Vec<Option<State>> = units.iter().map(|unit| self.state_of_answer(unit, domain)).collect();
        coded.without_code = State::WITHOUT_CODE.into_iter().filter(|state| states.contains(&Some(*state))).collect();
        for (unit, state) in units.into_iter().zip(states) {
            let of_state = coded.without_code.iter().position(|without| state == Some(*without));
            self.of(&unit.id, domain).for_each(|(_, source)| *coded.sources.entry(source).or_default() += 1);
            let mut ticked: Vec<u32> = self.of(&unit.id, domain).filter_map(|(code, _)| main(code)).collect();
            ticked.sort_unstable();
            ticked.dedup();
            ticked.extend(of_state.map(|at| (codes.len() + at) as u32));
            coded.answered.push(state.is_some());
            coded.responses.push(Response::Ticked(ticked.into()));
        }
        CodedAnswers { codes, ..coded }
    }

    /// The state of an answer to an open question; `None` where nobody answered.
    fn state_of_answer(&self, unit: &Unit, domain: Domain) -> Option<State> {
        (!text(unit, domain).is_empty()).then(|| self.state(&unit.id, domain))
    }
}

/// Puts the codes of answers in place of the respondents' own words.
pub fn settle(input: &mut Input, study: &Study, book: &Codebook, codings: &Codings) {
    let Input { surveys, open, .. } = input;
    for survey in surveys {
        let Some(declared) = study.surveys.iter().find(|declared| declared.area == survey.area) else { continue };
        for question in declared.open() {
            let Some(domain) = book.domain_of_question(UnitKind::Respondent, &question.id) else { continue };
            let Some(answers) = survey.answers.iter_mut().find(|answers| answers.question == question.id) else {
                continue;
            };
            let own = |unit: &&Unit| unit.kind == UnitKind::Respondent && *unit.area == survey.area;
            let coded = codings.answers(book, domain, open.iter().filter(own));
            let labels =
                coded.codes.iter().map(|code| &code.label).chain(coded.without_code.iter().map(|state| state.label()));
            answers.options = labels.map(|label| label.get(Language::Swedish).to_owned()).collect();
            answers.not_shown =
                (0..).zip(&coded.answered).filter(|(_, answered)| !**answered).map(|(at, _)| at).collect();
            answers.responses = coded.responses;
        }
    }
}

/// Tells of answers that say nothing, probably placeholders that the study does not list.
fn report_nothing(input: &Input, messages: &mut Diagnostics) {
    const SHOWN: usize = 8;
    let answers =
        input.open.iter().flat_map(|unit| unit.texts.iter().map(move |(_, text)| (unit, text.to_lowercase())));
    let found: Vec<(&Unit, String)> = answers.filter(|(_, text)| says_nothing(text)).collect();
    let Some((first, _)) = found.first() else { return };
    let texts: BTreeSet<String> = found.iter().map(|(_, text)| shown(text)).collect();
    let texts = first_of(texts.into_iter().map(Arg::Written), SHOWN, "; ");
    let message = msg!("answers-maybe-placeholders", count = found.len(), texts);
    messages.push(Diagnostic::notice(first.place.clone(), message));
}

/// Reports open questions that no domain or several code, and domains that would code several questions at once.
pub(super) fn report(study: &Study, book: &Codebook, input: &Input, messages: &mut Diagnostics) {
    report_nothing(input, messages);
    for unit in [UnitKind::Respondent, UnitKind::Recipient] {
        let open = study.open(unit);
        for question in &open {
            let domains: Vec<Domain> = book.domains_of(unit).filter(|domain| domain.reads(&question.id)).collect();
            let (id, unit) = (shown(&question.id), unit.word());
            let message = match domains[..] {
                [] => msg!("open-question-without-domain", question = id, unit),
                [domain] if book.codes(domain).is_empty() => {
                    msg!("open-question-without-codes", question = id, domain = shown(domain.word()))
                }
                [domain] => {
                    let mut seen = BTreeSet::new();
                    let twice = main_codes(book, domain).map(|code| &code.label.sv).find(|label| !seen.insert(*label));
                    let Some(label) = twice else { continue };
                    msg!(
                        "open-question-label-twice",
                        question = id,
                        domain = shown(domain.word()),
                        label = shown(label)
                    )
                }
                ref several => {
                    let domains = joined(several.iter().map(|domain| shown(domain.word())), ", ");
                    msg!("open-question-of-domains", question = id, domains)
                }
            };
            messages.push(Diagnostic::error(question.place.clone(), message));
        }
        for domain in book.domains_of(unit) {
            let read: Vec<_> = open.iter().filter(|question| domain.reads(&question.id)).collect();
            if let [_, .., last] = read[..] {
                let questions = joined(read.iter().map(|question| shown(&question.id)), ", ");
                let message = msg!("domain-of-open-questions", domain = shown(domain.word()), questions);
                messages.push(Diagnostic::error(last.place.clone(), message));
            }
        }
    }
}
