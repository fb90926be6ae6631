//! What must hold for a headline to be said, in the language of assertions. It is asked of the study's data anew, and judged with the
//! claims of the study; nothing here reads the numbers that are drawn, but those that the sentence tells.

use crate::codebook::Domain;
use crate::coding::State;
use crate::exact::{Exact, Rounding};
use crate::ledger::AnswerCount;
use crate::money::{Amount, Currency};
use crate::report::{ALL_AREAS, AreaGroup, Bound, Material, Percent, PercentStyle};
use crate::study::Per;

/// A claim that a headline makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asserted {
    /// The area that its measures speak of; [`ALL_AREAS`] for all.
    pub area: String,
    /// What must hold.
    pub assertion: String,
}

/// The areas that measures are taken in.
pub(super) struct Within {
    /// The area of the claim.
    pub area: String,
    /// Those that measures name, where they are several and not all.
    names: String,
}

impl Within {
    /// One area.
    pub(super) fn one(area: &str) -> Self {
        Self { area: area.to_owned(), names: String::new() }
    }

    /// Several areas together.
    pub(super) fn several(material: &Material<'_>, areas: &[&str]) -> Self {
        match areas {
            [one] => Self::one(one),
            all if all.is_empty() || all.len() == material.study.surveys.len() => Self::one(ALL_AREAS),
            several => {
                let names = several.iter().map(|area| quoted(area)).collect::<Vec<_>>().join(", ");
                Self { area: ALL_AREAS.to_owned(), names }
            }
        }
    }

    /// One area that measures name, in a claim of all.
    pub(super) fn named(area: &str) -> Self {
        Self { area: ALL_AREAS.to_owned(), names: quoted(area) }
    }

    /// Whether all areas are meant.
    pub(super) fn is_everywhere(&self) -> bool {
        self.area == ALL_AREAS && self.names.is_empty()
    }

    /// The areas of an item together.
    pub(super) fn groups(material: &Material<'_>, groups: &[AreaGroup]) -> Self {
        Self::several(material, &groups.iter().map(|group| group.area.as_str()).collect::<Vec<_>>())
    }

    /// A measure of those that meet a condition; of all where it is empty.
    pub(super) fn measure(&self, word: &str, condition: &str) -> String {
        match (self.names.as_str(), condition) {
            ("", "") => word.to_owned(),
            ("", condition) => format!("{word}({condition})"),
            (names, "") => format!("{word}({names})"),
            (names, condition) => format!("{word}({names}: {condition})"),
        }
    }

    /// The claim that all statements make.
    pub(super) fn asserts(&self, statements: Vec<String>) -> Asserted {
        Asserted { area: self.area.clone(), assertion: joined(&statements) }
    }
}

/// Statements that must all hold.
pub(super) fn joined(statements: &[String]) -> String {
    statements.join("; ")
}

/// Interventions of a domain without a code that may come to have one, as a condition; nothing where there are none.
pub(super) fn open(domain: Domain, states: &[State]) -> Option<String> {
    let states: Vec<String> = states.iter().map(|state| quoted(state.word())).collect();
    (!states.is_empty()).then(|| format!("{domain} = {}", states.join(", ")))
}

/// That a number is larger than the others by more than what may still come to be theirs.
pub(super) fn ahead(own: &str, others: &str, open: &str) -> String {
    format!("{own} - largest({others}) > {open}")
}

/// What names a question's answers.
pub(super) struct Asked<'a> {
    question: &'a str,
    answer: Option<&'a str>,
    rows: Vec<AnswerCount<'a>>,
    /// What is counted.
    pub word: &'static str,
}

impl<'a> Asked<'a> {
    pub(super) fn new(material: &'a Material<'_>, area: &str, question: &'a str, answer: Option<&'a str>) -> Self {
        let rows: Vec<AnswerCount<'a>> = material.ledger.question(area, question).collect();
        let of_interventions = rows.first().is_some_and(|row| row.per == Per::Intervention);
        Self { question, answer, rows, word: if of_interventions { "interventions" } else { "respondents" } }
    }

    /// The names of options, items or answers, each once.
    pub(super) fn options(&self) -> Vec<&'a str> {
        let mut all: Vec<&str> = Vec::new();
        for row in &self.rows {
            let name = if row.option.is_empty() { row.answer } else { row.option };
            if !all.contains(&name) {
                all.push(name);
            }
        }
        all
    }

    /// The answers on the scale of an item.
    pub(super) fn answers(&self) -> Vec<&'a str> {
        let mut all: Vec<&str> = Vec::new();
        for row in &self.rows {
            if !all.contains(&row.answer) {
                all.push(row.answer);
            }
        }
        all
    }

    /// By what answers are broken down.
    pub(super) fn by(&self) -> String {
        self.answer.map_or_else(|| self.question.to_owned(), |answer| format!("{} = {}", self.question, quoted(answer)))
    }

    /// The condition of an option, or of an item with the answer that counts.
    pub(super) fn of(&self, option: &str) -> String {
        match self.answer {
            Some(answer) => self.item(option, &[answer]),
            None => format!("{} = {}", self.question, quoted(option)),
        }
    }

    /// The condition of any of several options.
    pub(super) fn any(&self, options: &[&str]) -> String {
        let options = options.iter().map(|option| quoted(option)).collect::<Vec<_>>().join(", ");
        format!("{} = {options}", self.question)
    }

    /// The condition of an item with answers.
    pub(super) fn item(&self, item: &str, answers: &[&str]) -> String {
        let answers = answers.iter().map(|answer| quoted(answer)).collect::<Vec<_>>().join(", ");
        format!("{} {} = {answers}", self.question, quoted(item))
    }

    /// The condition of whom a share of any option is of.
    pub(super) fn base_of_all(&self) -> String {
        let is_ticked = self.rows.iter().any(|row| row.answer.is_empty());
        if is_ticked { format!("asked({})", self.question) } else { format!("answered({})", self.question) }
    }

    /// The condition of whom an option's share is of: who was asked where options are ticked, else who answered.
    pub(super) fn base(&self, option: &str) -> String {
        let is_item = self.rows.iter().any(|row| !row.option.is_empty() && !row.answer.is_empty());
        if is_item { self.item(option, &self.answers()) } else { self.base_of_all() }
    }
}

/// That a part of a base has the share that is printed, with so many decimals.
pub(super) fn share_is(part: &str, base: &str, percent: Exact, decimals: u32) -> Option<String> {
    let printed = Percent::new(percent, PercentStyle { decimals, ..PercentStyle::default() })?;
    let all_but = Percent { scaled: printed.scaled - 1, bound: Bound::Rounded, ..printed };
    let relation = match printed.bound {
        Bound::Rounded => format!("is rounded {}", printed.plain()),
        Bound::Below => format!("< {}", Percent { bound: Bound::Rounded, ..printed }.plain()),
        Bound::Above => format!("> {}", all_but.plain()),
    };
    Some(format!("{part} of {base} {relation} %"))
}

/// An amount as assertions have it, to the last coin.
pub(super) fn amount(amount: Amount, currency: Currency) -> String {
    let (whole, rest) = (amount.ore() / 100, amount.ore() % 100);
    let coins = if rest == 0 { String::new() } else { format!(".{rest:02}") };
    format!("{whole}{coins} {}", currency.word_of(1))
}

/// An amount as sentences tell it, in millions with a decimal where it is large, as assertions have it.
pub(super) fn rounded(funds: Amount, currency: Currency) -> String {
    const TENTH: i128 = 100_000;
    let whole = funds.rounded().0;
    if whole.abs() < currency.least_in_millions() {
        return format!("{whole} {}", currency.word_of(1));
    }
    let tenths = Exact::from(funds).over(Exact::whole(TENTH)).map_or(0, |tenths| tenths.nearest(Rounding::HalfUp));
    format!("{}.{} {}", tenths / 10, tenths % 10, currency.word_of(1_000_000))
}

/// A text in quotation marks that it does not hold itself.
pub fn quoted(text: &str) -> String {
    match (text.contains('\''), text.contains('"')) {
        (false, _) => format!("'{text}'"),
        (true, false) => format!("\"{text}\""),
        (true, true) => format!("»{text}«"),
    }
}

/// A value as assertions name it: codes bare, everything else quoted.
pub fn reference(name: &str) -> String {
    let bare = name.starts_with(|c: char| c.is_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
        && name.contains(|c: char| c.is_ascii_digit());
    if bare { name.to_owned() } else { quoted(name) }
}
