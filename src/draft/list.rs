//! One list of requisitions over all areas, as drafted: a row per recipient and area.

use std::collections::{BTreeMap, BTreeSet};

use super::beside::{RequisitionsDraft, is_digits};
use super::money::{amount, is_money, kronor_of, unit};
use super::survey::{Guess, years};
use super::table::Table;
use super::words::{self, FundsKind};
use crate::diagnostic::shown;
use crate::msg;
use crate::read::tidy;
use crate::register::{self, Level, Recipient};
use crate::wording::{Message, joined};

/// What a list has beside what a sheet with a column per area has.
pub struct ListDraft {
    /// The column that says the area.
    pub area: String,
    /// The column with the requisitioned amount.
    pub amount: String,
    /// The column with the repaid amount.
    pub repaid: Option<String>,
    /// The column that says the level.
    pub level: Option<String>,
    /// What is unsure about the columns of amounts.
    pub doubt: Option<Message>,
    /// The level of every area's rows, in the order of the amounts.
    pub levels: Vec<Level>,
}

/// The columns of a list.
struct Columns {
    name: Option<usize>,
    code: Option<usize>,
    area: usize,
    amount: usize,
    repaid: Option<usize>,
    level: Option<usize>,
    doubt: Option<Message>,
}

/// The list in a table, if it is one: its header must speak of requisitions or of what was repaid beside them.
pub fn list(table: &Table<'_>, file: &str, sheet: &Option<String>, names: &str) -> Option<RequisitionsDraft> {
    let columns = columns(table)?;
    let unit = unit(table, columns.amount, names);
    let is_recipient = |text: &str| table.levels.iter().any(|level| register::find(*level, text).is_some());
    let is_total = |row: &usize| {
        [columns.name, columns.code, Some(columns.area)]
            .into_iter()
            .flatten()
            .chain(first(table, *row))
            .map(|c| tidy(table.cell(*row, c)))
            .any(|text| words::is_total(&text) && !is_recipient(&text))
    };
    let (totals, rows): (Vec<usize>, Vec<usize>) = table.rows.iter().copied().partition(is_total);
    let mut amounts: BTreeMap<(String, Level), BTreeMap<String, f64>> = BTreeMap::new();
    let mut order: Vec<(String, Level)> = Vec::new();
    for row in rows {
        let Some((word, level, code, kronor)) = read(table, &columns, row, names, unit) else { continue };
        let key = (word, level);
        if !order.contains(&key) {
            order.push(key.clone());
        }
        // Twice the same recipient and area: it is a list of something else.
        if amounts.entry(key).or_default().insert(code, kronor).is_some() {
            return None;
        }
    }
    let levels: Vec<Level> = order.iter().map(|(_, level)| *level).collect();
    let level = levels.first().copied()?;
    let mut labels: Vec<String> = Vec::new();
    for row in totals {
        let label = first(table, row).map(|column| tidy(table.cell(row, column))).unwrap_or_default();
        let label = if words::is_total(&label) { label } else { label_of(table, &columns, row).unwrap_or_default() };
        if !label.is_empty() && !labels.contains(&label) {
            labels.push(label);
        }
    }
    let text = |column: Option<usize>| column.map(|c| table.names[c].clone());
    let other_unit = columns.repaid.filter(|repaid| self::unit(table, *repaid, names) != unit);
    let in_others = other_unit.map(|repaid| msg!("unsure-two-units", column = shown(&table.names[repaid])));
    let amounts: Vec<_> = order.iter().map(|key| (key.0.clone(), amounts.remove(key).unwrap_or_default())).collect();
    Some(RequisitionsDraft {
        file: file.to_owned(),
        sheet: sheet.clone(),
        level: Guess::sure(level),
        code: text(columns.code),
        name: text(columns.name),
        totals: labels,
        units: vec![unit; amounts.len()],
        sums: Vec::new(),
        repaid: Vec::new(),
        as_repayments: None,
        amounts,
        list: Some(ListDraft {
            area: table.names[columns.area].clone(),
            amount: table.names[columns.amount].clone(),
            repaid: text(columns.repaid),
            level: text(columns.level),
            levels,
            doubt: in_others.or(columns.doubt),
        }),
    })
}

/// The first column of a row in which anything stands.
fn first(table: &Table<'_>, row: usize) -> Option<usize> {
    table.grid.rows.get(row)?.filled().next().map(|(column, _)| column)
}

/// The label of a total in one of the columns that may hold it.
fn label_of(table: &Table<'_>, columns: &Columns, row: usize) -> Option<String> {
    let all = [columns.name, columns.code, Some(columns.area)];
    all.into_iter().flatten().map(|column| tidy(table.cell(row, column))).find(|text| words::is_total(text))
}

/// A row's word for the area, its level, the recipient's code and the kronor.
fn read(
    table: &Table<'_>,
    columns: &Columns,
    row: usize,
    names: &str,
    unit: &str,
) -> Option<(String, Level, String, f64)> {
    let text = |column: Option<usize>| column.map(|column| tidy(table.cell(row, column))).unwrap_or_default();
    let (name, code) = (text(columns.name), text(columns.code));
    let by_code = (code.len() == 4 && is_digits(&code)).then_some(Level::municipality());
    let said = words::level_of(&text(columns.level)).or(by_code).or_else(|| words::level_of(&name));
    let built_in = || said.or_else(|| words::level_of(names)).unwrap_or(Level::region());
    // A register of the folder's own has the name or the code: what a name says of a level is then a part of it.
    let own = own_levels(table).find_map(|level| Some((level, find_either(level, &name, &code)?)));
    let (level, who) = match own {
        Some(own) => own,
        None => (built_in(), register::find(built_in(), if name.is_empty() { &code } else { &name })?),
    };
    let paid = amount(table.cell(row, columns.amount), kronor_of(unit)).ok().flatten()?;
    let word = text(Some(columns.area));
    (!word.is_empty()).then_some((word, level, who.code.clone(), paid.to_string().parse().ok()?))
}

/// The registers among the folder's files.
fn own_levels<'t>(table: &'t Table<'_>) -> impl Iterator<Item = Level> + 't {
    table.levels.iter().copied().filter(|level| !level.is_built_in())
}

/// The recipient of a name or, where no such name is known, of a code.
fn find_either(level: Level, name: &str, code: &str) -> Option<&'static Recipient> {
    [name, code].into_iter().filter(|text| !text.is_empty()).find_map(|text| register::find(level, text))
}

fn columns(table: &Table<'_>) -> Option<Columns> {
    const MOST_COLUMNS: usize = 9;
    const LONGEST: usize = 80;
    if table.columns().count() > MOST_COLUMNS
        || table.columns().any(|c| table.values(c).any(|text| text.chars().count() > LONGEST))
    {
        return None;
    }
    let known = |text: &str| table.levels.iter().any(|level| register::find(*level, text).is_some());
    let name = table.columns().find(|c| table.share(*c, |text| !is_digits(text) && known(text)) > 0.7);
    let code = table.columns().find(|c| {
        let digits = |text: &str| is_digits(text) && (1..=4).contains(&text.len()) && known(text);
        let own = |text: &str| own_levels(table).any(|level| register::find(level, text).is_some());
        words::names_code(&table.names[*c]) && table.share(*c, digits) > 0.9
            || Some(*c) != name && words::ends_in_code(&table.names[*c]) && table.share(*c, own) > 0.9
    });
    let taken = |c: &usize| Some(*c) == name || Some(*c) == code;
    name.or(code)?;
    let money: Vec<usize> = table.columns().filter(|c| !taken(c) && is_money(table, *c)).collect();
    let is_repaid = |c: &usize| words::speaks_of_repayment(&table.names[*c]);
    let repayments: Vec<usize> = money.iter().copied().filter(is_repaid).collect();
    let repaid = repayments.first().copied();
    let paid = |c: &usize| {
        ["rekvir", "utbetal", "bevilj", "tilldel", "requisition"].iter().any(|stem| words::has(&table.names[*c], stem))
    };
    let others: Vec<usize> = money.iter().copied().filter(|c| !is_repaid(c)).collect();
    let (amount, doubt) = requisitioned(table, &others, paid).or_else(|| match others[..] {
        [one] if repaid.is_some() => Some((one, None)),
        _ => None,
    })?;
    let also: Vec<String> =
        repayments.iter().filter(|c| Some(**c) != repaid).map(|c| shown(&table.names[*c])).collect();
    let doubt = if also.is_empty() { doubt } else { Some(msg!("unsure-also-repaid", others = joined(also, ", "))) };
    let level = table.columns().find(|c| !taken(c) && table.share(*c, is_level) > 0.9);
    let free = |c: &usize| !taken(c) && !money.contains(c) && Some(*c) != level;
    let area = table.columns().filter(free).filter(|c| may_be_area(table, *c)).max_by_key(|c| {
        let named =
            ["område", "area", "anslag", "ändamål", "satsning"].iter().any(|stem| words::has(&table.names[*c], stem));
        (named, std::cmp::Reverse(*c))
    })?;
    Some(Columns { name, code, area, amount, repaid, level, doubt })
}

/// The column of requisitioned amounts among those of money, and what else it may be: the one whose name speaks of
/// requisitions, and of the latest year.
fn requisitioned(
    table: &Table<'_>,
    money: &[usize],
    paid: impl Fn(&usize) -> bool,
) -> Option<(usize, Option<Message>)> {
    let kind = |c: usize| words::funds_kind(&table.names[c]);
    let year = |c: usize| years(std::iter::once(table.names[c].as_str())).into_iter().max();
    let chosen = money.iter().copied().filter(paid).max_by_key(|c| (kind(*c), year(*c), std::cmp::Reverse(*c)))?;
    let sure = |c: usize| kind(chosen) == FundsKind::Requisitioned && kind(c) == FundsKind::Other;
    let rivals: Vec<String> =
        money.iter().filter(|c| **c != chosen && !sure(**c)).map(|c| shown(&table.names[*c])).collect();
    let doubt = match () {
        () if !rivals.is_empty() => Some(msg!("unsure-requisitioned-column", others = joined(rivals, ", "))),
        () if kind(chosen) == FundsKind::Other => {
            Some(msg!("unsure-other-funds", column = shown(&table.names[chosen])))
        }
        () => None,
    };
    Some((chosen, doubt))
}

/// Whether a text is a level and nothing else.
fn is_level(text: &str) -> bool {
    !text.contains(' ') && words::level_of(text).is_some()
}

/// Whether a column holds few texts that come again.
pub fn may_be_area(table: &Table<'_>, column: usize) -> bool {
    const MOST: usize = 40;
    let filled = table.filled(column).len();
    let texts = table
        .distinct(column, MOST)
        .map(|texts| texts.into_iter().filter(|text| !words::is_total(text)).collect::<BTreeSet<_>>());
    texts.is_some_and(|texts| {
        !texts.is_empty()
            && texts.len() * 3 <= filled * 2
            && texts.iter().all(|text| text.chars().any(char::is_alphabetic))
    })
}
