//! One mark of a figure in words: what a pointer resting on it, or a screen reader, says.

use super::interval::{with_funds, with_numbers};
use super::{Bars, Bubble, Dot, Likert, interventions};
use crate::money::Amount;
use crate::wording::{Language, NO_BREAK};

impl Bubble {
    /// A bubble, as `Mål: Ökad jämlikhet. 24 insatser (3 %), 2,4 mnkr (2 %)`; the shares are of the area's totals.
    pub fn bubble_title(&self, dot: &Dot, language: Language) -> String {
        self.told(dot, Some((dot.funds, language.funds(dot.funds, self.currency))), language)
    }

    /// A dot of a dumbbell chart in the same words, with its funds as they are written beside it.
    pub fn dot_title(&self, dot: &Dot, language: Language) -> String {
        let funds = self.has_funds.then(|| (dot.funds, self.beside_dot_with_unit(dot.funds, language)));
        self.told(dot, funds, language)
    }

    fn told(&self, dot: &Dot, funds: Option<(Amount, String)>, language: Language) -> String {
        let (label, number, estimated) = (&dot.label, dot.interventions, dot.estimated.as_ref());
        let domain = self.domains.get(dot.series).map_or("", |(_, name)| name.as_str());
        let share = language.percent(number, self.interventions);
        let number = with_share(&interventions(number, language), share);
        let Some((funds, written)) = funds else {
            return format!("{domain}: {label}. {}", with_numbers(number, estimated, language));
        };
        let share = language.percent(whole(funds.rounded().0), whole(self.funds.rounded().0));
        let funds = with_share(&written, share);
        let Some(own) = estimated else { return format!("{domain}: {label}. {number}, {funds}") };
        let number = with_numbers(number, Some(own), language);
        let funds = with_funds(funds, Some(own), (language, self.currency));
        format!("{domain}: {label}. {number}; {funds}")
    }
}

impl Bars {
    /// What stands at the end of a bar, as `12 av 98, 12 %`; where shares are drawn, `12 %, 12 av 98`.
    pub fn value_text(&self, group: usize, option: usize, language: Language) -> String {
        let Some(group) = self.groups.get(group) else { return String::new() };
        let (count, base) = (group.counts[option], group.bases[option]);
        match (language.percent(count, base), language.count_of(count, base)) {
            (Some(share), count) if self.shares => format!("{share}, {count}"),
            (Some(share), count) => format!("{count}, {share}"),
            // A share of nobody is no zero.
            (None, _) if self.shares || count == 0 => "–".to_owned(),
            (None, _) => language.count(count),
        }
    }

    /// A bar, as `Regioner. Patientsäkerhet: 12 av 98, 12 %`, in the words that stand beside it.
    pub fn mark_title(&self, group: usize, option: usize, language: Language) -> String {
        let value = self.value_text(group, option, language);
        let (Some(group), Some(option_name)) = (self.groups.get(group), self.options.get(option)) else {
            return String::new();
        };
        let lead = if group.label.is_empty() { String::new() } else { format!("{}. ", group.label) };
        format!("{lead}{option_name}: {value}")
    }
}

impl Likert {
    /// A part of a bar, as `Med andra aktörer. I ganska stor utsträckning: 8 av 21 (38 %)`.
    pub fn mark_title(&self, item: usize, answer: usize, language: Language) -> String {
        let (Some(item), Some(answer_name)) = (self.items.get(item), self.answers.get(answer)) else {
            return String::new();
        };
        let count = item.counts.get(answer).copied().unwrap_or(0);
        format!("{}. {answer_name}: {}", item.label, of_base(count, item.base, language))
    }
}

/// A count of its base with its share, as `12 av 98 (12 %)`.
pub(super) fn of_base(count: usize, base: usize, language: Language) -> String {
    with_share(&language.count_of(count, base), language.percent(count, base))
}

fn with_share(text: &str, share: Option<String>) -> String {
    share.map_or_else(|| text.to_owned(), |share| format!("{text}{NO_BREAK}({share})"))
}

fn whole(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{BarsGroup, LikertItem, Noun};

    #[test]
    fn a_mark_is_told_with_its_base() {
        let group = BarsGroup {
            area: "a".to_owned(),
            label: String::new(),
            counts: vec![13],
            bases: vec![21],
            unticked: false,
            selections: vec![None],
        };
        let bars = Bars {
            without_code: Vec::new(),
            options: vec!["Annat".to_owned()],
            groups: vec![group],
            axis: String::new(),
            counted: Noun::Answer,
            shares: false,
            answer: None,
        };
        // 13 of 21 is 61.9 percent.
        assert_eq!(bars.mark_title(0, 0, Language::Swedish).replace(NO_BREAK, " "), "Annat: 13 av 21, 62 %");
        let shares = Bars { shares: true, ..bars };
        assert_eq!(shares.mark_title(0, 0, Language::Swedish).replace(NO_BREAK, " "), "Annat: 62 %, 13 av 21");
        let item = LikertItem { label: "With others".to_owned(), counts: vec![0, 0], selections: Vec::new(), base: 0 };
        let answers = ["Much", "Little"].map(str::to_owned).to_vec();
        let likert =
            Likert { area: "a".to_owned(), answers, items: vec![item], axis: String::new(), counted: Noun::Answer };
        assert_eq!(likert.mark_title(0, 1, Language::English).replace(NO_BREAK, " "), "With others. Little: 0 of 0");
    }
}
