//! Which cells of figures and tables count an intervention, and which interventions or respondents a cell counts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::super::interval::{with, with_numbers};
use super::super::{CellCount, Item, Table};
use super::{Basis, clean, given_by};
use crate::codebook::Domain;
use crate::coding::State;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::ledger::{Counted, Criterion, InterventionId, RespondentId, Selection};
use crate::money::{Amount, Kronor};
use crate::msg;
use crate::read::plain;
use crate::survey::{Intervention, Unit};
use crate::wording::{Message, around};

/// Whether a cell counts an intervention for what a machine says of it, and it is read blind.
fn is_kept(basis: &Basis<'_>, intervention: &Unit, count: &CellCount) -> bool {
    count.selection.domains().into_iter().any(|domain| basis.blind.hides(basis.codings, intervention, domain))
}

/// Every item and cell in which an intervention is counted, or an answer of its respondent.
pub(super) fn counted_in(basis: &Basis<'_>, unit: &Unit, intervention: InterventionId) -> String {
    let ledger = &basis.material.ledger;
    let respondent = ledger.respondent(intervention);
    let (mut own, mut answers) = (String::new(), String::new());
    for item in items(basis) {
        let (mut of_intervention, mut of_respondent) = (Vec::new(), Vec::new());
        for count in item.table.counts.values().filter(|count| !is_kept(basis, unit, count)) {
            let ids = ledger.counted(count.selection).ids;
            if ids.holds(intervention, None) {
                of_intervention.push(words(basis, count));
            } else if ids.holds(intervention, respondent) {
                of_respondent.push(words(basis, count));
            }
        }
        for (page, cells) in [(&mut own, of_intervention), (&mut answers, of_respondent)] {
            if !cells.is_empty() {
                let _ = writeln!(page, "  {}: {}", item.id, cells.join(", "));
            }
        }
    }
    if own.is_empty() {
        own = format!("  {}\n", basis.text(msg!("explain-in-no-item")));
    }
    let mut page = format!("\n{}\n{own}", basis.text(msg!("explain-counted-in")));
    if !answers.is_empty() {
        page += &format!("\n{}\n{answers}", basis.text(msg!("explain-answers-counted-in")));
    }
    page
}

/// Every item and cell in which an answer of a respondent is counted.
pub(super) fn answers_counted_in(basis: &Basis<'_>, respondent: RespondentId) -> String {
    let mut page = String::new();
    for item in items(basis) {
        let ids = |count: &CellCount| basis.material.ledger.counted(count.selection).ids;
        let own = |count: &&CellCount| ids(count).respondents().any(|id| id == respondent);
        let cells: Vec<String> = item.table.counts.values().filter(own).map(|count| words(basis, count)).collect();
        if !cells.is_empty() {
            let _ = writeln!(page, "  {}: {}", item.id, cells.join(", "));
        }
    }
    if page.is_empty() {
        page = format!("  {}\n", basis.text(msg!("explain-in-no-item")));
    }
    format!("\n{}\n{page}", basis.text(msg!("explain-counted-in")))
}

/// The items as they stand in the report. What is worth telling about them is told by a run.
fn items(basis: &Basis<'_>) -> Vec<Item> {
    basis.material.items(&mut Diagnostics::new())
}

/// What a cell is called where one asks for it: domain and code, or the answer as the item shows it.
fn words(basis: &Basis<'_>, count: &CellCount) -> String {
    match count.selection {
        Selection::Code(_, domain, id) | Selection::WithoutSubcode(_, domain, id) => {
            format!("{domain} {}", basis.material.ledger.code(domain, id).unwrap_or_default())
        }
        Selection::Without(_, domain, state) => format!("{domain} {}", state.word()),
        Selection::Both(_, _, pair) => match pair.map(|criterion| word(basis, criterion)) {
            [Some(one), Some(other)] => format!("{one} × {other}"),
            [Some(one), None] | [None, Some(one)] if pair.contains(&Criterion::Any) => one,
            _ => format!("\"{}\"", count.name),
        },
        Selection::Area(_) | Selection::Answer(..) => format!("\"{}\"", count.name),
    }
}

/// What codes of a domain are called that are others than one.
const OTHER: &str = "other";

/// What one condition on codes is called; `None` for others, whose names do.
fn word(basis: &Basis<'_>, criterion: Criterion) -> Option<String> {
    match criterion {
        Criterion::Code(domain, id) => {
            Some(format!("{domain} {}", basis.material.ledger.code(domain, id).unwrap_or_default()))
        }
        Criterion::Without(domain, state) => Some(format!("{domain} {}", state.word())),
        Criterion::Besides(domain, _) => Some(format!("{domain} {OTHER}")),
        _ => None,
    }
}

/// The words for whatever has no code in the domain of a cell, for one reason or another.
fn uncoded(count: &CellCount) -> Option<String> {
    let Selection::Without(_, domain, _) = count.selection else { return None };
    Some(format!("{domain} {}", State::UNCODED))
}

/// The interventions or respondents that a cell of an item counts: those with most funds first.
pub(super) fn behind(basis: &Basis<'_>, item: &str, asked: &[String]) -> Result<String, Diagnostics> {
    let items = items(basis);
    let Some(found) = items.iter().find(|known| known.id == item) else {
        let suggestion = did_you_mean(item, items.iter().map(|known| known.id.as_str()));
        return Err(wrong(msg!("item-to-explain-unknown", item = shown(item), suggestion)).into());
    };
    let (item, wanted) = (found, plain(&asked.join(" ")));
    let is_meant = |(at, count): &(&(usize, usize), &CellCount)| {
        let words = words(basis, count).replace('"', "");
        let names = [Some(words), Some(count.name.clone()), uncoded(count)].into_iter().flatten();
        names.chain(keys(&item.table, **at)).any(|name| is_called(&name, &wanted))
    };
    let meant: Vec<&CellCount> = item.table.counts.iter().filter(is_meant).map(|(_, count)| count).collect();
    if meant.is_empty() && !is_code(basis, item, asked)? {
        let names: Vec<String> = item.table.counts.values().map(|count| words(basis, count)).collect();
        let suggestion = match names.as_slice() {
            [] => msg!("item-counts-nothing").into(),
            _ => did_you_mean(&asked.join(" "), names.iter().map(|name| name.trim_matches('"'))),
        };
        let (id, cell, wanted) = (&item.id, shown(&asked.join(" ")), msg!("wanted-to-explain"));
        return Err(wrong(msg!("cell-to-explain-unknown", item = id, cell, wanted, suggestion)).into());
    }
    let called = meant.first().map_or_else(|| asked.join(" "), |count| words(basis, count));
    let label = match asked {
        [domain, code] => basis.material.book.domain(domain).and_then(|domain| basis.material.book.code(domain, code)),
        _ => None,
    };
    let label = label.map_or_else(String::new, |code| format!(" {}", code.label.get(basis.material.language)));
    Ok(page(basis, &format!("{}, {called}{label}", item.id), &meant))
}

/// Whether a name is what is asked for, with or without the sign between two.
fn is_called(name: &str, wanted: &str) -> bool {
    [name.to_owned(), name.replace(" × ", " ")].iter().any(|name| plain(name) == wanted)
}

/// What data files call a cell: the key of its row, and with it the column where a row counts several things.
fn keys(table: &Table, (row, column): (usize, usize)) -> Vec<String> {
    let Some(key) = table.keys.get(row) else { return Vec::new() };
    let one = table.counts.range((row, 0)..=(row, usize::MAX)).count() == 1;
    let column = table.columns.get(column).map(|column| format!("{key} {}", column.id));
    one.then(|| key.clone()).into_iter().chain(column).collect()
}

/// The cells of an item that can be asked for, each with its number; `None` where there is no such item.
pub(super) fn cells(basis: &Basis<'_>, id: &str) -> Option<String> {
    let items = items(basis);
    let item = items.iter().find(|item| item.id == id)?;
    let mut page = format!("{}: {}\n\n", item.id, item.title);
    let of = basis.text(msg!("explain-of"));
    for count in item.table.counts.values() {
        let counted = basis.material.ledger.counted(count.selection);
        let words = with_numbers(words(basis, count), counted.estimated, basis.language);
        let _ = writeln!(page, "{:>8} {of} {:<6} {words}", counted.number, counted.base);
    }
    if item.table.counts.is_empty() {
        page += &format!("{}\n", basis.text(msg!("item-counts-nothing")));
    }
    Some(page)
}

/// A message about what is asked for.
pub(super) fn wrong(message: Message) -> Diagnostic {
    Diagnostic::error(Place::file("insats explain"), message)
}

/// Whether a domain and a code are asked for that exist, though the item counts nothing there.
///
/// # Errors
/// A domain of the item with a code that it does not have, or the reverse.
fn is_code(basis: &Basis<'_>, item: &Item, asked: &[String]) -> Result<bool, Diagnostics> {
    let [domain, code] = asked else { return Ok(false) };
    let is_coded = |count: &CellCount| !matches!(count.selection, Selection::Answer(..) | Selection::Both(..));
    if !item.table.counts.values().any(is_coded) {
        return Ok(false);
    }
    let book = basis.material.book;
    let of = book.domain(domain).ok_or_else(|| {
        let suggestion = did_you_mean(domain, book.domains().map(Domain::word));
        wrong(msg!("domain-to-explain-unknown", domain = shown(domain), suggestion))
    })?;
    let is_state = State::WITHOUT_CODE.iter().any(|state| state.is_called(code));
    if !is_state && basis.material.book.code(of, code).is_none() {
        let suggestion = did_you_mean(code, basis.material.book.codes(of).iter().map(|c| c.id.as_str()));
        let message = msg!("code-to-explain-unknown", code = shown(code), domain = of.word(), suggestion);
        return Err(wrong(message).into());
    }
    Ok(true)
}

fn page(basis: &Basis<'_>, called: &str, meant: &[&CellCount]) -> String {
    let counted: Vec<_> = meant.iter().map(|count| (count, basis.material.ledger.counted(count.selection))).collect();
    let respondents: Vec<usize> = counted.iter().flat_map(|(_, c)| c.ids.respondents()).map(|id| id.at()).collect();
    if !respondents.is_empty() {
        let base: usize = counted.iter().map(|(_, counted)| counted.base).sum();
        return of_respondents(basis, called, &respondents, base);
    }
    let estimates: String = counted.iter().map(|(_, counted)| of_estimate(basis, called, counted)).collect();
    let mut domains: BTreeMap<InterventionId, BTreeSet<Domain>> = BTreeMap::new();
    let all: Vec<&Intervention> = basis.input.interventions().collect();
    let mut kept: BTreeSet<InterventionId> = BTreeSet::new();
    for (count, counted) in &counted {
        for id in counted.ids.interventions() {
            if all.get(id.at()).is_some_and(|own| is_kept(basis, own, count)) {
                kept.insert(id);
            }
            let own = domains.entry(id).or_default();
            if matches!(count.selection, Selection::Code(..) | Selection::Both(..)) {
                own.extend(count.selection.domains());
            }
        }
    }
    estimates + &of_interventions(basis, called, (domains, &kept))
}

/// That a number is an estimate, and how it came: what people and machine have coded, the correction, the interval, and how many
/// people have read. Nothing where it was counted.
fn of_estimate(basis: &Basis<'_>, called: &str, counted: &Counted<'_>) -> String {
    let Some(own) = counted.estimated else { return String::new() };
    let coded = counted.ids.interventions().count();
    let signed = |number: i64| format!("{}{}", if number < 0 { "\u{2212}" } else { "+" }, number.abs());
    let correction = signed(own.number as i64 - coded as i64);
    let number = with_numbers(own.number.to_string(), Some(own), basis.language);
    let head = msg!("explain-estimate", cell = called, number, coded, correction, read = own.read, of = own.of);
    let mut page = format!("{}\n", basis.text(head));
    if basis.weighting.money.is_some() {
        let weighted = |id| basis.material.ledger.weighted(id).unwrap_or_default();
        let coded: Amount = counted.ids.interventions().map(weighted).sum();
        let (language, currency) = (basis.language, basis.currency());
        let correction = own.funds.rounded().0 - coded.rounded().0;
        let sign = if correction < 0 { "\u{2212}" } else { "+" };
        let correction = format!("{sign}{}", language.amount(Kronor(correction.abs()).into(), currency));
        let [number, coded] = [own.funds, coded].map(|funds| language.amount(funds.rounded().into(), currency));
        let ends =
            own.amounts.map(|ends| [ends.low, ends.high].map(|end| language.amount(end.rounded().into(), currency)));
        let number = with(number, Some(ends), language);
        page += &format!("{}\n", basis.text(msg!("explain-estimate-of-funds", number, coded, correction)));
    }
    page + &format!("{}\n\n", basis.text(msg!("explain-not-the-estimate")))
}

fn of_respondents(basis: &Basis<'_>, called: &str, respondents: &[usize], base: usize) -> String {
    let all: Vec<_> = basis.input.surveys.iter().flat_map(|survey| &survey.respondents).collect();
    let head = msg!("explain-respondents", cell = called, number = respondents.len(), base);
    let mut page = format!("{}\n\n", basis.text(head));
    let own: Vec<_> = respondents.iter().filter_map(|at| all.get(*at)).collect();
    let width = own.iter().map(|respondent| respondent.id.chars().count()).max().unwrap_or(0);
    for respondent in own {
        let _ = writeln!(page, "{:<width$}  {}", respondent.id, respondent.recipient.name);
    }
    page
}

/// All are counted; those that are read blind are not listed.
fn of_interventions(
    basis: &Basis<'_>,
    called: &str,
    (domains, kept): (BTreeMap<InterventionId, BTreeSet<Domain>>, &BTreeSet<InterventionId>),
) -> String {
    let all: Vec<&Intervention> = basis.input.interventions().collect();
    let weighted = |id: InterventionId| basis.material.ledger.weighted(id).unwrap_or_default();
    let (number, sum) = (domains.len(), domains.keys().map(|id| weighted(*id)).sum::<Amount>());
    let listed = domains.into_iter().filter(|(id, _)| !kept.contains(id));
    let mut rows: Vec<(Amount, &Intervention, BTreeSet<Domain>)> =
        listed.filter_map(|(id, domains)| Some((weighted(id), *all.get(id.at())?, domains))).collect();
    rows.sort_by_key(|(funds, intervention, _)| (std::cmp::Reverse(*funds), &*intervention.id));
    let money = basis.weighting.money;
    let funds = around(", ", money.map(|_| sum), "");
    let head = msg!("explain-interventions", cell = called, number, funds);
    let mut page = format!("{}\n\n", basis.text(head));
    if !kept.is_empty() {
        page += &format!("{}\n\n", basis.text(msg!("explain-kept-blind", count = kept.len())));
    }
    let cells: Vec<[String; 5]> = rows
        .iter()
        .map(|(own, row, domains)| {
            let codes = domains.iter().flat_map(|domain| basis.codings.of(&row.id, *domain));
            let source = codes.map(|(_, source)| source).max().map(|source| basis.text(given_by(source)));
            let funds = money.map(|_| basis.text(msg!("explain-amount", funds = *own))).unwrap_or_default();
            let (name, title) = (row.recipient.name.clone(), basis.wording(clean(row.title())));
            [funds, row.id.to_string(), source.unwrap_or_default(), name, title]
        })
        .collect();
    let width = |at: usize| cells.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let widths = [0, 1, 2, 3].map(width);
    for [funds, id, source, name, title] in &cells {
        let [of_funds, of_id, of_source, of_name] = widths;
        let funds = if of_funds == 0 { String::new() } else { format!("{funds:>of_funds$}  ") };
        let line = format!("{funds}{id:<of_id$}  {source:<of_source$}  {name:<of_name$}  {title}");
        let _ = writeln!(page, "{}", line.trim_end());
    }
    page
}
