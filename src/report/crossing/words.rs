//! What is said of cross tables: what the numbers are, what counts several times, and what stands out.

use super::super::alternative::{in_sentence, quoted};
use super::super::{AreaGroup, Material, Noun};
use super::build::{BETWEEN, Crossed};
use super::{Measure, ShareOf};
use crate::ledger::{Areas, Criterion, Ledger, Selection};
use crate::money::Amount;
use crate::msg;
use crate::study::{Money, Per};
use crate::wording::{Arg, Language, Message, all_of, in_parentheses, names_of};

/// How many pairs are told as the largest.
const LARGEST: usize = 3;

/// What is counted in some areas: how many interventions or respondents, with their funds where there are any.
pub(in crate::report) fn base_of(material: &Material<'_>, areas: Areas, per: Per, wholes: [Criterion; 2]) -> String {
    let all = material.ledger.counted(Selection::Both(areas, per, wholes));
    let money = material.study.money.filter(|_| per == Per::Intervention);
    counted(noun(material.ledger, areas, per), (all.number, all.funds), money, material.language)
}

/// A number with its noun, and funds where there are any.
pub(super) fn counted(
    noun: Noun,
    (number, funds): (usize, Amount),
    money: Option<Money>,
    language: Language,
) -> String {
    let number = noun.counted(number, language);
    match money {
        Some(money) => format!("{number}, {}", language.funds(funds, money.currency())),
        None => number,
    }
}

/// What is counted in some areas.
pub(super) fn noun(ledger: &Ledger, areas: Areas, per: Per) -> Noun {
    let mut all = areas.iter();
    match (per, all.next(), all.next()) {
        (Per::Intervention, ..) => Noun::Intervention,
        (Per::Respondent, Some(only), None) => {
            ledger.areas.get(only.at()).map_or(Noun::Answer, |area| Noun::Recipient(area.total.level))
        }
        // Who answers in several areas answers several times.
        (Per::Respondent, ..) => Noun::Answer,
    }
}

/// `Här räknas inte 2 insatser utan koden ”Stöd”.`; nothing where everything is within.
pub(in crate::report) fn outside(
    material: &Material<'_>,
    (areas, per): (Areas, Per),
    whole: Criterion,
    reason: &Message,
) -> Option<Message> {
    let count = |criterion| material.ledger.counted(Selection::Both(areas, per, [criterion, Criterion::Any])).number;
    let without = count(Criterion::Any) - count(whole);
    let number = || noun(material.ledger, areas, per).counted(without, material.language);
    (without > 0).then(|| msg!("cross-outside", number = number(), reason = reason.clone()))
}

/// Sentences for the note: what the numbers are and of how many, and that something may count several times.
pub(super) fn sentences(material: &Material<'_>, groups: &[AreaGroup], crossed: &Crossed) -> Vec<String> {
    let areas = super::build::together(material, groups);
    let (per, sides) = (crossed.measure.per(), [&crossed.rows, &crossed.columns]);
    let base = base_of(material, areas, per, sides.map(|side| side.whole));
    let outside = sides.map(|side| outside(material, (areas, per), side.whole, side.outside.as_ref()?));
    // Where areas are told apart they are not counted together.
    let by_area = sides.into_iter().any(super::Values::are_areas);
    let together = of_areas(material, groups).filter(|_| !by_area);
    let [shows, others @ ..] = counting(crossed, base.into());
    let all = together.into_iter().chain(shows).chain(outside.into_iter().flatten());
    all.chain(others.into_iter().flatten()).map(|message| message.text(material.language)).collect()
}

/// What the numbers are and of how many; that something may count several times; that estimates say something else.
pub(super) fn counting(crossed: &Crossed, base: Arg) -> [Option<Message>; 3] {
    let shows = match (crossed.share, crossed.measure) {
        (Some(_), _) if crossed.also_funds => msg!("panels-show", base),
        (Some(of), measure) => msg!("cross-shows-shares", share = of.head(measure), base),
        (None, Measure::Funds) => {
            let unit = crossed.currency.name(2);
            msg!("cross-shows-funds", unit, base)
        }
        (None, Measure::Interventions) => msg!("cross-shows-interventions", base),
        (None, Measure::Respondents) => msg!("cross-shows-respondents", base),
    };
    let several = (crossed.rows.multiple || crossed.columns.multiple).then(|| match crossed.measure.per() {
        // A chart of its own for every column has neither rows nor columns to add up, but shares.
        Per::Intervention if crossed.also_funds && crossed.rows.multiple => msg!("panels-several"),
        Per::Intervention => msg!("cross-several-of-intervention"),
        Per::Respondent => msg!("cross-several-of-respondent"),
    });
    let counted = crossed.estimated.then(|| msg!("cross-not-estimated"));
    [Some(shows), several, counted]
}

/// Which areas are counted together; nothing where it is one, or all of the study.
pub(in crate::report) fn of_areas(material: &Material<'_>, groups: &[AreaGroup]) -> Option<Message> {
    let is_all = groups.len() == material.study.surveys.len();
    let title = |group: &AreaGroup| {
        let survey = material.study.surveys.iter().find(|survey| survey.area == group.area);
        let own = [Some(&group.label), survey.map(|survey| &survey.title)].into_iter().flatten();
        own.map(|text| text.get(material.language)).find(|text| !text.is_empty()).unwrap_or(&group.area).to_owned()
    };
    match groups {
        [] | [_] => None,
        _ if is_all => Some(msg!("all-areas-together")),
        several => Some(msg!("areas-together", areas = names_of(several.iter().map(title)))),
    }
}

impl Crossed {
    /// What rows and columns are, within a sentence: a question is quoted as it was put.
    pub(super) fn sides_in_sentence(&self, language: Language) -> [String; 2] {
        [&self.rows, &self.columns].map(|side| match side.label.ends_with('?') {
            true => quoted(&side.label, language),
            false => in_sentence(&side.label),
        })
    }

    /// The text alternative: what it is, the largest pairs, then every number, row by row.
    pub(in crate::report) fn described(&self, language: Language) -> Vec<String> {
        let (rows, columns) = self.size();
        let [of_rows, of_columns] = self.sides_in_sentence(language);
        let kind = match (self.share, self.measure) {
            (Some(_), _) => msg!("heat-table-of-shares", rows = of_rows, columns = of_columns),
            (None, Measure::Funds) => msg!("heat-table-of-funds", rows = of_rows, columns = of_columns),
            (None, _) => msg!("heat-table", rows = of_rows, columns = of_columns),
        };
        let mut paragraphs = vec![kind.text(language)];
        let own = |side: &super::Values, at: usize| !side.all[at].rest;
        let pairs = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let mut pairs: Vec<(usize, usize)> =
            pairs.filter(|(row, column)| own(&self.rows, *row) && own(&self.columns, *column)).collect();
        let size = |(row, column): &(usize, usize)| match self.share {
            Some(_) => self.share_of(*row, *column),
            None => self.cell(*row, *column).map(|cell| self.worth(cell)),
        };
        pairs.retain(|pair| size(pair).is_some_and(|size| size > crate::exact::Exact::ZERO));
        pairs.sort_by_key(|pair| std::cmp::Reverse(size(pair)));
        let told = |(row, column): &(usize, usize)| {
            let [one, other] = [&self.rows.all[*row], &self.columns.all[*column]].map(|v| in_sentence(&v.label));
            format!("{one}{BETWEEN}{other} {}", in_parentheses(&self.mark(*row, *column, language)))
        };
        let largest = all_of(pairs.iter().take(LARGEST).map(told));
        if !pairs.is_empty() {
            paragraphs.push(msg!("heat-largest", pairs = largest).text(language));
        }
        for (at, row) in self.rows.all.iter().enumerate() {
            let parts = self.columns.all.iter().enumerate();
            let parts = parts.map(|(column, own)| format!("{}: {}", own.label, self.mark(at, column, language)));
            let parts = parts.collect::<Vec<_>>().join("; ");
            paragraphs.push(match self.columns.total {
                true => format!("{} {}. {parts}.", row.label, in_parentheses(&self.mark(at, columns, language))),
                false => format!("{}. {parts}.", row.label),
            });
        }
        paragraphs
    }

    /// What stands for all rows, below them: the base where shares are of columns.
    pub fn total_of_rows(&self, language: Language) -> String {
        self.total(self.share == Some(ShareOf::Column)).text(language)
    }

    /// What stands for all columns, beside them: the base where shares are of rows.
    pub fn total_of_columns(&self, language: Language) -> String {
        self.total(self.share == Some(ShareOf::Row)).text(language)
    }

    /// What stands for everything: its number as a base, or beside others.
    fn total(&self, is_base: bool) -> Message {
        match (is_base, self.measure) {
            (false, _) => msg!("report-total"),
            (true, Measure::Funds) => msg!("axis-funds", unit = self.currency.in_unit(self.unit())),
            (true, _) => msg!("report-base-n"),
        }
    }

    /// What the colours show.
    pub fn scale(&self, language: Language) -> String {
        match (self.share, self.measure) {
            (Some(of), measure) => of.head(measure),
            (None, Measure::Funds) => msg!("axis-funds", unit = self.currency.in_unit(self.unit())),
            (None, Measure::Interventions) => msg!("report-number-of-interventions"),
            (None, Measure::Respondents) => msg!("axis-answers"),
        }
        .text(language)
    }

    /// The ends of the scale of colours: nothing, and the largest number.
    pub fn ends(&self, language: Language) -> (String, String) {
        let (rows, columns) = self.size();
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let largest = cells.max_by(|a, b| self.size_of(a.0, a.1).total_cmp(&self.size_of(b.0, b.1)));
        let most = largest.map(|(row, column)| self.written(row, column, language)).unwrap_or_default();
        let least = language.integer(0);
        (if self.share.is_some() { language.with_percent(&least) } else { least }, most)
    }

    /// A cell's number with its unit, and its share where shares are shown: `24 insatser`, `12 % (24 insatser)`.
    pub(super) fn mark(&self, row: usize, column: usize, language: Language) -> String {
        let Some(cell) = self.cell(row, column) else { return self.written(row, column, language) };
        let number = match self.measure {
            Measure::Funds => language.funds(cell.funds, self.currency),
            Measure::Interventions => Noun::Intervention.counted(cell.number, language),
            Measure::Respondents => Noun::Answer.counted(cell.number, language),
        };
        match self.base_of(row, column) {
            Some(_) => format!("{} ({number})", self.written(row, column, language)),
            None => number,
        }
    }

    /// A cell in words: what it is of, then its number.
    pub fn mark_title(&self, row: usize, column: usize, language: Language) -> String {
        format!("{}. {}", self.name(row, column, language), self.mark(row, column, language))
    }
}
