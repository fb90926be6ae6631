//! What meets two conditions at once.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::groups::NONE;
use super::{AreaId, Areas, CodeId, Counted, Criterion, Ids, InterventionId, Ledger, QuestionId, RecipientId};
use crate::codebook::Domain;
use crate::coding::State;
use crate::money::Amount;
use crate::study::Per;

/// What meets a condition in an area, ascending; `None` stands for everything there.
type Members<'l> = Option<Cow<'l, [u32]>>;

impl Ledger {
    /// What meets two conditions in some areas. The base is everything in these areas.
    pub(super) fn crossed(&self, areas: Areas, per: Per, pair: [Criterion; 2]) -> Counted<'_> {
        let (mut all, mut base) = (Vec::new(), 0);
        for area in areas.iter() {
            base += match per {
                Per::Intervention => self.areas.get(area.at()).map_or(0, |own| own.total.interventions),
                Per::Respondent => self.areas.get(area.at()).map_or(0, |own| own.respondents.len()),
            };
            match pair.map(|criterion| self.members(area, per, criterion)) {
                [None, None] => all.extend(self.everything(area, per)),
                [Some(some), None] | [None, Some(some)] => all.extend_from_slice(&some),
                [Some(one), Some(other)] => all.extend(one.iter().filter(|id| other.binary_search(id).is_ok())),
            }
        }
        let (funds, ids) = match per {
            Per::Respondent => (Amount::ZERO, Ids::Respondents(Cow::Owned(all))),
            Per::Intervention => {
                let funds = all.iter().filter_map(|id| self.weighted(InterventionId(*id))).sum();
                (funds, Ids::Interventions(Cow::Owned(all)))
            }
        };
        Counted { number: ids.units().count(), funds, base, ids, estimated: None }
    }

    fn everything(&self, area: AreaId, per: Per) -> Vec<u32> {
        match per {
            Per::Intervention => self.included_in(area),
            Per::Respondent => {
                self.areas.get(area.at()).map(|own| own.respondents.clone().collect()).unwrap_or_default()
            }
        }
    }

    fn members(&self, area: AreaId, per: Per, criterion: Criterion) -> Members<'_> {
        let nothing = || Some(Cow::Borrowed(&[][..]));
        match criterion {
            Criterion::Any => None,
            Criterion::Area(own) if own == area => None,
            Criterion::Area(_) => nothing(),
            Criterion::Recipient(recipient) => Some(Cow::Owned(self.of_recipient(area, per, recipient))),
            Criterion::Answer(question, option, answer) => Some(self.answering(area, per, (question, option, answer))),
            Criterion::Replied(question) => Some(Cow::Owned(self.replied(area, per, question))),
            Criterion::AnyOf(all) => {
                let mut union = BTreeSet::new();
                for one in all.iter() {
                    union.extend(self.members(area, per, one)?.iter());
                }
                Some(Cow::Owned(union.into_iter().collect()))
            }
            Criterion::NoneOf(all) => match self.members(area, per, Criterion::AnyOf(all)) {
                None => nothing(),
                Some(some) => Some(Cow::Owned(without(self.everything(area, per), &some))),
            },
            // Codes are given to interventions.
            _ if per == Per::Respondent => nothing(),
            Criterion::Code(domain, code) => Some(Cow::Borrowed(self.with_code(area, domain, code))),
            Criterion::OnlyMain(domain, main) => Some(Cow::Owned(self.only_main(area, domain, main))),
            Criterion::Besides(domain, code) => {
                let own = self.with_code(area, domain, code);
                Some(Cow::Owned(without(self.with_any_code(area, domain), own)))
            }
            Criterion::Without(domain, State::None) if domain.is_optional() => {
                Some(Cow::Owned(without(self.everything(area, per), &self.with_any_code(area, domain))))
            }
            Criterion::Without(domain, state) => Some(Cow::Borrowed(self.in_state(area, domain, state))),
        }
    }

    /// The interventions of an area with any code of a domain, ascending.
    fn with_any_code(&self, area: AreaId, domain: Domain) -> Vec<u32> {
        let mains: BTreeSet<CodeId> = self.main_codes(domain).into_iter().collect();
        let all: BTreeSet<u32> =
            mains.into_iter().flat_map(|main| self.with_code(area, domain, main)).copied().collect();
        all.into_iter().collect()
    }

    fn of_recipient(&self, area: AreaId, per: Per, recipient: RecipientId) -> Vec<u32> {
        let Some(own) = self.areas.get(area.at()) else { return Vec::new() };
        let first = own.respondents.start as usize;
        let of_area = self.recipient_of.get(first..own.respondents.end as usize).unwrap_or_default();
        let respondents = (own.respondents.clone()).zip(of_area).filter(|(_, of)| **of == recipient).map(|(id, _)| id);
        match per {
            Per::Respondent => respondents.collect(),
            Per::Intervention => self.of_respondents(area, &respondents.collect::<Vec<_>>()),
        }
    }

    fn answering(
        &self,
        area: AreaId,
        per: Per,
        (question, option, answer): (QuestionId, Option<u32>, Option<u32>),
    ) -> Cow<'_, [u32]> {
        let Some(asked) = self.questions.get(question.at()).filter(|asked| asked.area == area) else {
            return Cow::Borrowed(&[]);
        };
        let given = self.by_answer.of([question.0, option.unwrap_or(NONE), answer.unwrap_or(NONE)]);
        self.asked_per(area, [asked.per, per], Cow::Borrowed(given))
    }

    fn replied(&self, area: AreaId, per: Per, question: QuestionId) -> Vec<u32> {
        let Some(asked) = self.questions.get(question.at()).filter(|asked| asked.area == area) else {
            return Vec::new();
        };
        let known = match asked.answers.len() as u32 {
            0 => asked.asked.clone(),
            answers => {
                let options =
                    if asked.options.is_empty() { vec![NONE] } else { (0..asked.options.len() as u32).collect() };
                let pairs = options.into_iter().flat_map(|option| (0..answers).map(move |answer| (option, answer)));
                let given = pairs.flat_map(|(option, answer)| self.by_answer.of([question.0, option, answer]));
                given.copied().collect::<BTreeSet<u32>>().into_iter().collect()
            }
        };
        self.asked_per(area, [asked.per, per], Cow::Owned(known)).into_owned()
    }

    /// Units that a question was asked of, as what is counted.
    fn asked_per<'l>(&self, area: AreaId, [asked, per]: [Per; 2], units: Cow<'l, [u32]>) -> Cow<'l, [u32]> {
        match (asked, per) {
            (Per::Respondent, Per::Respondent) => units,
            (Per::Respondent, Per::Intervention) => Cow::Owned(self.of_respondents(area, &units)),
            (Per::Intervention, Per::Intervention) => {
                Cow::Owned(units.iter().copied().filter(|id| self.included(InterventionId(*id))).collect())
            }
            // What is asked of interventions is no answer of who reported them.
            (Per::Intervention, Per::Respondent) => Cow::Borrowed(&[]),
        }
    }

    /// The interventions of some respondents of an area that count.
    fn of_respondents(&self, area: AreaId, respondents: &[u32]) -> Vec<u32> {
        let is_theirs = |id: &u32| {
            let respondent = self.respondent(InterventionId(*id));
            respondent.is_some_and(|own| respondents.binary_search(&own.0).is_ok())
        };
        self.included_in(area).into_iter().filter(is_theirs).collect()
    }
}

/// All but some, both ascending.
fn without(all: Vec<u32>, some: &[u32]) -> Vec<u32> {
    all.into_iter().filter(|id| some.binary_search(id).is_err()).collect()
}
