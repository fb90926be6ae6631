//! Attainment: of those who aimed at something, how many report it as attained, how many something else, and how many nothing.

mod table;

use super::alternative::in_sentence;
use super::crossing::{self, Cell, Measure, decode_areas_together, decode_measure, percent};
use super::{AreaGroup, Material, Noun};
use crate::codebook::{Codebook, Domain, DomainUse};
use crate::coding::State;
use crate::diagnostic::{Diagnostic, did_you_mean, shown};
use crate::exact::Exact;
use crate::ledger::{Criteria, Criterion, Selection};
use crate::money::{Currency, unit_of_axis};
use crate::msg;
use crate::study::{Per, Section, Study};
use crate::wording::{Language, Message, all_of, in_parentheses};

/// How many codes are told as attained most and least.
const TOLD: usize = 3;

/// An item of attainment as declared.
#[derive(Clone, Debug)]
pub struct AttainmentItem {
    /// The areas, which are counted together.
    pub areas: Vec<AreaGroup>,
    /// What was aimed at, as goals.
    pub aimed: Domain,
    /// What came of it, as effects.
    pub attained: Domain,
    /// What the bars are of.
    pub measure: Measure,
    /// Shares of the base instead of numbers.
    pub shares: bool,
    /// Whether it is drawn.
    pub drawn: bool,
}

/// What is reported of what was aimed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The same code.
    Same,
    /// Another code only.
    Other,
    /// No code, and why.
    Without(State),
}

impl Part {
    const ALL: [Self; 5] = [
        Self::Same,
        Self::Other,
        Self::Without(State::None),
        Self::Without(State::NotCoded),
        Self::Without(State::Unsettled),
    ];

    /// Its place among all parts.
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|part| *part == self).unwrap_or_default()
    }

    /// Whether nobody has decided on it yet.
    pub(super) fn is_open(self) -> bool {
        matches!(self, Self::Without(State::NotCoded | State::Unsettled))
    }

    /// Its word in data files.
    fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Other => "other",
            Self::Without(state) => state.word(),
        }
    }

    fn label(self, attained: Domain, language: Language) -> String {
        let domain = attained.label(language).to_lowercase();
        let message = match self {
            Self::Same => msg!("attained-same", domain),
            Self::Other => msg!("attained-other", domain),
            Self::Without(State::None) if attained.is_optional() => msg!("attained-nothing", domain),
            Self::Without(State::NotCoded) => msg!("attained-not-coded", domain),
            Self::Without(State::Unsettled) => msg!("attained-unsettled", domain),
            Self::Without(_) => msg!("attained-none", domain),
        };
        message.text(language)
    }
}

/// Attainment, filled in.
#[derive(Clone, Debug)]
pub struct Attained {
    /// The domain of what was aimed at.
    domain: Domain,
    /// What it is called, as `Mål`.
    pub aimed: String,
    /// The parts that occur, with what readers call them.
    pub parts: Vec<(Part, String)>,
    /// The codes that somebody aimed at: those attained most first.
    pub rows: Vec<AttainedRow>,
    /// What the bars are of.
    pub measure: Measure,
    /// Shares of the base instead of numbers.
    pub shares: bool,
    /// The currency of funds.
    pub currency: Currency,
    /// Whether an estimate says something else of its codes.
    estimated: bool,
}

/// What became of one aim.
#[derive(Clone, Debug)]
pub struct AttainedRow {
    /// The code.
    pub code: String,
    /// What readers call it.
    pub label: String,
    /// Those who aimed at it.
    pub base: Cell,
    /// What they report, by part.
    pub cells: Vec<Cell>,
}

/// Reads an item of attainment.
pub(super) fn decode(study: &Study, book: Option<&Codebook>, section: &Section<'_>) -> Option<AttainmentItem> {
    let areas = decode_areas_together(study, section);
    let measure = decode_measure(study, section, false);
    let shares = section.flag("shares").unwrap_or(true);
    let drawn = !section.flag("as_table").unwrap_or(false);
    let named = section.text("domain");
    let book = book?;
    let related: Vec<(&DomainUse, Domain)> =
        book.domains.iter().filter_map(|own| Some((own, related(book, own)?))).collect();
    let found = match &named {
        Some(named) => related.iter().find(|(own, _)| own.id.word() == named.value),
        // An effect attains a goal; an output is only the result of an activity.
        None => related.iter().find(|(own, _)| own.attains.is_some()).or(related.first()),
    };
    let Some((own, aimed)) = found else {
        let (place, message) = match named {
            Some(named) => {
                let suggestion = did_you_mean(&named.value, related.iter().map(|(own, _)| own.id.word()));
                (named.place, msg!("attainment-of-unrelated", domain = shown(&named.value), suggestion))
            }
            None => (section.place(), msg!("attainment-without-relation")),
        };
        section.report(Diagnostic::error(place, message));
        return None;
    };
    Some(AttainmentItem { areas, aimed: *aimed, attained: own.id, measure, shares, drawn })
}

/// The domain whose attainment or result another is, where both use one code system and are of interventions.
fn related(book: &Codebook, own: &DomainUse) -> Option<Domain> {
    let aimed = book.domain(own.attains.as_ref().or(own.result_of.as_ref())?)?;
    let same = book.domains.iter().any(|other| other.id == aimed && other.system == own.system);
    (same && own.id.is_of_interventions() && aimed.is_of_interventions()).then_some(aimed)
}

/// Fills an item of attainment in.
pub(super) fn build(material: &Material<'_>, item: &AttainmentItem) -> Attained {
    let (language, ledger) = (material.language, material.ledger);
    let areas = crossing::together(material, &item.areas);
    let count = |pair: [Criterion; 2]| {
        let selection = Selection::Both(areas, Per::Intervention, pair);
        let counted = ledger.counted(selection);
        Cell { selection: Some(selection), number: counted.number, funds: counted.funds }
    };
    let row = |code: &crate::codebook::Code| {
        let (aimed, attained) = (ledger.code_id(item.aimed, &code.id)?, ledger.code_id(item.attained, &code.id)?);
        let aimed = Criterion::Code(item.aimed, aimed);
        let base = count([aimed, Criterion::Any]);
        let of_part = |part| match part {
            Part::Same => Criterion::Code(item.attained, attained),
            Part::Other => Criterion::Besides(item.attained, attained),
            Part::Without(state) => Criterion::Without(item.attained, state),
        };
        let cells = Part::ALL.map(|part| count([aimed, of_part(part)])).to_vec();
        let label = code.label.get(language).to_owned();
        (base.number > 0).then(|| AttainedRow { code: code.id.clone(), label, base, cells })
    };
    let mains = material.book.codes(item.aimed).iter().filter(|code| code.parent.is_none());
    let mut rows: Vec<AttainedRow> = mains.filter_map(row).collect();
    let worth = |cell: &Cell| worth(item.measure, cell);
    rows.sort_by_key(|row| std::cmp::Reverse(worth(&row.cells[0]).over(worth(&row.base))));
    // Those that may be waited for are told only where there are any.
    let occurs = |at: usize| at < 3 || rows.iter().any(|row| row.cells[at].number > 0);
    let kept: Vec<usize> = (0..Part::ALL.len()).filter(|at| occurs(*at)).collect();
    for row in &mut rows {
        row.cells = kept.iter().map(|at| row.cells[*at]).collect();
    }
    let estimates = |domain| areas.iter().any(|area| ledger.estimates_domain(area, domain));
    Attained {
        domain: item.aimed,
        aimed: item.aimed.label(language).to_owned(),
        parts: kept.into_iter().map(|at| (Part::ALL[at], Part::ALL[at].label(item.attained, language))).collect(),
        rows,
        measure: item.measure,
        shares: item.shares,
        currency: material.study.currency(),
        estimated: [item.aimed, item.attained].into_iter().any(estimates),
    }
}

fn worth(measure: Measure, cell: &Cell) -> Exact {
    if measure == Measure::Funds { cell.funds.into() } else { Exact::count(cell.number) }
}

impl Attained {
    /// What a cell is worth: its number, or its funds.
    pub fn worth(&self, cell: &Cell) -> Exact {
        worth(self.measure, cell)
    }

    /// The share of a part in what was aimed at; `None` of nothing.
    pub fn share(&self, row: &AttainedRow, part: usize) -> Option<Exact> {
        self.worth(row.cells.get(part)?).over(self.worth(&row.base))
    }

    /// The row of a part in the long table.
    pub fn row(&self, row: usize, part: usize) -> usize {
        row * self.parts.len() + part
    }

    /// A number of interventions, or funds with their unit.
    pub fn counted(&self, cell: &Cell, language: Language) -> String {
        match self.measure {
            Measure::Funds => language.funds(cell.funds, self.currency),
            _ => language.count(cell.number),
        }
    }

    /// Whether the bars are of funds.
    pub fn is_of_funds(&self) -> bool {
        self.measure == Measure::Funds
    }

    /// The unit of the axis of funds: one, a thousand or a million.
    fn unit(&self) -> i64 {
        unit_of_axis(self.rows.iter().map(|row| row.base.funds.rounded().0).max().unwrap_or(0))
    }

    /// A number as long as a bar is that stands for it.
    pub fn in_unit(&self, cell: &Cell) -> f64 {
        if self.is_of_funds() { cell.funds.in_unit(self.unit()) } else { cell.number as f64 }
    }

    /// What the axis counts.
    pub fn axis(&self, language: Language) -> String {
        match (self.is_of_funds(), self.shares) {
            (false, shares) => Noun::Intervention.axis(shares, language),
            (true, true) => msg!("axis-share-of-funds").text(language),
            (true, false) => msg!("axis-funds", unit = self.currency.in_unit(self.unit())).text(language),
        }
    }

    /// What is written in a part of a bar: its share, or its number.
    pub fn written(&self, row: &AttainedRow, part: usize, language: Language) -> String {
        let share = self.share(row, part).filter(|_| self.shares).and_then(percent);
        share.map_or_else(|| self.in_unit_written(&row.cells[part], language), |share| share.text(language))
    }

    /// A number of interventions, or funds in the unit of the axis.
    fn in_unit_written(&self, cell: &Cell, language: Language) -> String {
        match self.is_of_funds() {
            true => language.funds_in_unit(cell.funds, self.unit()),
            false => language.count(cell.number),
        }
    }

    /// The first part beside its base, as `50 % av 24`; funds in the unit of the axis.
    pub fn of_base_in_short(&self, row: &AttainedRow, language: Language) -> String {
        let share = self.share(row, 0).and_then(percent);
        let share = share.map_or_else(|| "–".to_owned(), |share| share.text(language));
        msg!("count-of", count = share, base = self.in_unit_written(&row.base, language)).text(language)
    }

    /// What stands over the values beside the bars: which part they are, and the unit of funds.
    pub fn head(&self, language: Language) -> String {
        let name = self.parts.first().map(|(_, name)| name.as_str()).unwrap_or_default();
        let unit = || msg!("attained-head", name, unit = self.currency.in_unit(self.unit())).text(language);
        if self.is_of_funds() { unit() } else { name.to_owned() }
    }

    /// A part of a bar, as `Ökad jämlikhet. Samma effekt: 12 av 24 (50 %)`.
    pub fn mark_title(&self, row: usize, part: usize, language: Language) -> String {
        let (Some(own), Some((_, name))) = (self.rows.get(row), self.parts.get(part)) else { return String::new() };
        format!("{}. {name}: {}", own.label, self.of_base(own, part, language))
    }

    pub(super) fn of_base(&self, row: &AttainedRow, part: usize, language: Language) -> String {
        let [number, base] = [&row.cells[part], &row.base].map(|cell| self.counted(cell, language));
        let number = msg!("count-of", count = number, base).text(language);
        // What is written in the bar stands first.
        match self.share(row, part).and_then(percent).map(|share| share.text(language)) {
            Some(share) if self.shares => format!("{share} ({number})"),
            Some(share) => format!("{number} ({share})"),
            None => number,
        }
    }

    fn name(&self, row: &AttainedRow, part: Option<usize>) -> String {
        let part = part.and_then(|part| self.parts.get(part)).map(|(_, name)| format!(" × {name}"));
        format!("{}: {}{}", self.aimed, row.label, part.unwrap_or_default())
    }

    /// Sentences for the note.
    pub(super) fn sentences(&self, material: &Material<'_>, groups: &[AreaGroup]) -> Vec<String> {
        let areas = crossing::together(material, groups);
        let whole = self.aimed_at(material);
        let base = crossing::base_of(material, areas, Per::Intervention, [whole, Criterion::Any]);
        let reason = msg!("outside-domain", domain = self.aimed.to_lowercase());
        let all: Vec<Message> = crossing::of_areas(material, groups)
            .into_iter()
            .chain([msg!("attainment-base", base)])
            .chain(crossing::outside(material, (areas, Per::Intervention), whole, &reason))
            .chain(self.estimated.then(|| msg!("cross-not-estimated")))
            .collect();
        all.into_iter().map(|message| message.text(material.language)).collect()
    }

    /// Those who aimed at anything.
    fn aimed_at(&self, material: &Material<'_>) -> Criterion {
        let mains = material.book.codes(self.domain).iter().filter(|code| code.parent.is_none());
        let known = mains.filter_map(|code| material.ledger.code_id(self.domain, &code.id));
        Criterion::AnyOf(Criteria::new(known.map(|code| Criterion::Code(self.domain, code))))
    }

    /// The text alternative.
    pub(super) fn described(&self, language: Language) -> Vec<String> {
        let what = if self.shares { msg!("attainment-chart-of-shares") } else { msg!("attainment-chart") };
        let mut paragraphs = vec![what.text(language)];
        let told = |row: &AttainedRow| {
            format!("{} {}", in_sentence(&row.label), in_parentheses(&self.of_base(row, 0, language)))
        };
        if self.rows.len() > TOLD {
            let most = all_of(self.rows.iter().take(TOLD).map(told));
            let least = self.rows.last().map(told).unwrap_or_default();
            paragraphs.push(msg!("attainment-most-and-least", most, least).text(language));
        }
        for row in &self.rows {
            let parts = self.parts.iter().enumerate();
            let parts = parts.map(|(at, (_, name))| format!("{name}: {}", self.of_base(row, at, language)));
            paragraphs.push(format!("{}. {}.", row.label, parts.collect::<Vec<_>>().join("; ")));
        }
        paragraphs
    }
}
