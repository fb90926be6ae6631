//! What has changed most over years.

use super::asserted::{Asked, Within, quoted, reference, rounded, share_is};
use super::{Compared, Headline, largest};
use crate::compare::Count;
use crate::diagnostic::shown;
use crate::exact::Exact;
use crate::msg;
use crate::report::Material;
use crate::report::alternative::quoted as in_quotes;
use crate::report::years::{self, Measure, Subject, Years, YearsItem};
use crate::wording::Message;

/// What has changed most from the first year to the last, where they can be compared and every row was there in both.
pub(super) fn of_years(material: &Material<'_>, chart: &Years, item: &YearsItem) -> Result<Headline, Message> {
    let language = material.language;
    if !chart.is_comparable() {
        return Err(msg!("headline-of-broken-years"));
    }
    if item.prices {
        return Err(msg!("headline-of-prices"));
    }
    let all = (0..chart.rows.len()).map(|row| {
        let name = shown(&chart.rows[row].label);
        let size = chart.change(row).map(Exact::size).ok_or_else(|| msg!("headline-of-gaps", row = &name))?;
        Ok(Compared { what: row, name, size, low: size, high: size })
    });
    let row = largest(all.collect::<Result<_, Message>>()?)?;
    let (what, last) = (in_quotes(&chart.rows[row].label, language), chart.years.len() - 1);
    let counts = [0, last].map(|year| chart.rows[row].counts.get(year).and_then(Option::as_ref));
    // Beside an axis funds need no unit, in a sentence they do.
    let told = |year: usize, count: Option<&Count>| match count.filter(|_| item.measure == Measure::Funds) {
        Some(count) => language.funds(count.funds.amount(), chart.currency()),
        None => chart.written(row, year, language),
    };
    let [then, now] = [told(0, counts[0]), told(last, counts[1])];
    let [from, to] = [0, last].map(|year| chart.years[year].to_string());
    let has_grown = chart.change(row) > Some(Exact::ZERO);
    let message = match has_grown {
        true => msg!("headline-of-growth", what, then, now, from = &from, to),
        false => msg!("headline-of-decline", what, then, now, from = &from, to),
    };
    let pairs = years::pairs(material, &item.years, false);
    let areas: Vec<&str> = years::areas(item.meant(), &pairs, 0).iter().map(|own| own.id).collect();
    let within = Within::several(material, &areas);
    let compared = Over::new((material, &within), item, &areas, &chart.rows[row].key)
        .ok_or_else(|| msg!("headline-of-no-kind"))?;
    let Over { name, by, own, all, .. } = &compared;
    let (change, place) = (format!("{all} - ({all}) in {from} by {by}"), if has_grown { "first" } else { "last" });
    let mut statements = vec![format!("{name} {place} in {change}")];
    // The largest change of the other kind is smaller.
    statements.push(match has_grown {
        true => format!("{own} - ({own}) in {from} > 0 - smallest({change})"),
        false => format!("({own}) in {from} - {own} > largest({change})"),
    });
    for (in_year, count) in [format!(" in {from}"), String::new()].iter().zip(counts) {
        statements.extend(count.and_then(|count| compared.is(chart, item.measure, count, in_year)));
    }
    Ok(Headline::new(&message, vec![within.asserts(statements)], language))
}

/// How a code or answer over years is asked for.
struct Over {
    /// Its name in a ranking.
    name: String,
    by: String,
    /// What is compared of it, and what of each.
    own: String,
    all: String,
    /// It without what it is a share of, and that.
    part: String,
    base: String,
}

impl Over {
    fn new((material, within): (&Material<'_>, &Within), item: &YearsItem, areas: &[&str], key: &str) -> Option<Self> {
        let (name, by, condition, word, base) = match &item.subject {
            Subject::Codes { domain, main } => {
                let (domain, name) = ((*domain)?, reference(key));
                let by = main.as_ref().map_or(domain.to_string(), |main| format!("{domain} subcodes of {main}"));
                let word = if item.measure.is_of_funds() { "funds" } else { "interventions" };
                (name.clone(), by, format!("{domain} = {name}"), word, String::new())
            }
            Subject::Answers { question, answer } => {
                let asked = Asked::new(material, areas.first()?, question, answer.as_deref());
                (quoted(key), asked.by(), asked.of(key), asked.word, asked.base_of_all())
            }
        };
        let (part, base) = (within.measure(word, &condition), within.measure(word, &base));
        let of = |part: &str| if item.measure.is_share() { format!("{part} of {base}") } else { part.to_owned() };
        Some(Self { name, by, own: of(&part), all: of(&within.measure(word, "")), part, base })
    }

    /// That its number of a year is the one that the sentence tells.
    fn is(&self, chart: &Years, measure: Measure, count: &Count, in_year: &str) -> Option<String> {
        let own = format!("({}){in_year}", self.part);
        Some(match measure {
            Measure::Number => format!("{own} = {}", count.number),
            Measure::Funds => {
                let funds = rounded(count.funds.amount(), chart.currency());
                format!("{own} is rounded {funds}")
            }
            Measure::Share | Measure::ShareOfFunds => {
                share_is(&own, &format!("({}){in_year}", self.base), measure.of(count)?, 1)?
            }
        })
    }
}
