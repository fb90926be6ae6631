//! What has no code, by domain and state, in words: of a note, and of a chart.

use super::Bubble;
use crate::codebook::Domain;
use crate::coding::State;
use crate::money::{Amount, Currency};
use crate::msg;
use crate::wording::{Arg, Language, Message, all_of, around, sentence};

/// So many interventions of a base, and their funds.
pub(super) struct Gap {
    pub domain: Domain,
    pub count: usize,
    pub base: usize,
    pub funds: Amount,
}

impl Gap {
    /// The domain, how many of how many, and their funds.
    pub fn told(&self, currency: Option<Currency>, language: Language) -> (String, String, Arg) {
        let domain = self.domain.label(language).to_lowercase();
        let funds = currency.map(|currency| language.funds_in_words(self.funds, currency));
        (domain, language.count_of(self.count, self.base), around(" (", funds, ")"))
    }
}

/// What has no code in a chart, with which its text alternative begins; nothing where everything has one.
pub(super) fn in_chart(chart: &Bubble, language: Language) -> Option<String> {
    let told = State::WITHOUT_CODE.into_iter().filter_map(|state| {
        let gaps = chart.without_code.iter().filter(|gap| gap.state == state);
        let gaps = gaps.filter_map(|gap| {
            let (domain, _) = chart.domains.get(gap.series)?;
            Some(Gap { domain: *domain, count: gap.interventions, base: chart.interventions, funds: gap.funds })
        });
        let currency = chart.has_funds.then_some(chart.currency);
        let parts = in_state(&gaps.collect::<Vec<_>>(), state, currency, language);
        (!parts.is_empty()).then(|| sentence(&all_of(&parts).text(language)) + ".")
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// What has no code in a state, a part for each domain.
pub(super) fn in_state(gaps: &[Gap], state: State, currency: Option<Currency>, language: Language) -> Vec<Message> {
    let part = |(at, gap): (usize, &Gap)| {
        let (base, (domain, counted, funds)) = (gap.base, gap.told(currency, language));
        match (at, state) {
            (1.., State::None | State::Coded) => msg!("none-left-out-either", domain, counted, funds),
            (1.., _) => msg!("without-code-either", domain, counted, funds),
            (0, State::Unsettled) => msg!("unsettled-left-out", base, domain, counted, funds),
            (0, State::NotCoded) => msg!("not-coded-left-out", base, domain, counted, funds),
            (0, State::None | State::Coded) => msg!("none-left-out", base, domain, counted, funds),
        }
    };
    gaps.iter().enumerate().map(part).collect()
}
