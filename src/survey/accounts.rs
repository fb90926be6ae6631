//! Returns of a grant: one row per recipient becomes a recipient with its fields, every value with its cell.

use std::collections::BTreeMap;

use super::answers::{self, Response};
use super::blanks::{self, Blanks};
use super::columns::Columns;
use super::funds_beside::List;
use super::header_unit::{check_header_unit, in_columns};
use super::key::Key;
use super::labels;
use super::near::{self, Named};
use super::odd_amounts::check_amounts;
use super::recipients::Naming;
use super::small_amounts::{Apart, thousandths, what_is_large};
use super::swallowed;
use super::totals::{is_declared_total, report_unused};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::exact::Exact;
use crate::money::Amount;
use crate::msg;
use crate::read::amount::amount_as;
use crate::read::looks::shared_amount;
use crate::read::number::{NoCount, NoNumber, count, is_percent, number_as};
use crate::read::{Cell, Files, Grid, plain, tidy};
use crate::register::Recipient;
use crate::study::{self, AccountField, Declared, FieldForm, MoneyForm, OptionDeclaration, Question};
use crate::wording::{Arg, Text};

/// An account as read.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its short name.
    pub id: String,
    /// The recipients, in the order of their codes.
    pub returns: Vec<Return>,
    /// The fields that are read, not derived.
    pub fields: BTreeMap<String, FieldValues>,
    /// Rows that say they are totals.
    pub totals: Vec<TotalRow>,
}

/// The row of a recipient.
#[derive(Clone, Debug)]
pub struct Return {
    /// The recipient.
    pub recipient: Recipient,
    /// Its name as the file has it.
    pub written: String,
    /// Position among the rows of the file.
    pub row: usize,
    /// The cell with its name.
    pub place: Place,
}

/// What a field holds, in the order of the recipients.
#[derive(Clone, Debug)]
pub struct FieldValues {
    /// The options, in order; empty for a field without any.
    pub options: Vec<OptionDeclaration>,
    /// The values.
    pub values: Values,
    /// What was left blank.
    pub blanks: Vec<Blanks>,
}

/// The values of a field.
#[derive(Clone, Debug)]
pub enum Values {
    /// Numbers: for every recipient one, or one per option. Kronor, percent or plain numbers.
    Numbers(Vec<Vec<Option<Placed>>>),
    /// Answers to a closed question; `answers` is empty where options are only ticked.
    Answers {
        /// The answers, in order.
        answers: Vec<String>,
        /// For every recipient.
        responses: Vec<Response>,
    },
}

/// A number and its cell.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The number.
    pub value: Exact,
    /// Where it stands.
    pub place: Place,
}

/// A row that says it is a total, with its sums of money by field and option.
#[derive(Clone, Debug)]
pub struct TotalRow {
    /// What it is called.
    pub label: String,
    /// Its amounts: field, position of the option, amount.
    pub amounts: Vec<(String, usize, Placed)>,
}

/// Reads an account of a study with these surveys; `None` where its sheet or its header cannot be found, which is reported.
pub fn read_account(
    (surveys, declared): (&[study::Survey], &study::Account),
    files: &Files,
    messages: &mut Diagnostics,
) -> Option<Account> {
    let grid = files.sheet(&declared.file, declared.sheet.as_deref(), messages)?;
    let grid = &*grid;
    let named = near::named_by_account(declared);
    let wanted: Vec<_> = named.iter().map(Named::declared).collect();
    let mut columns = Columns::find(grid, &declared.header, &wanted, messages)?.of_recipients([declared.level]);
    swallowed::report(&columns, &named, declared.level, messages)?;
    let others = near::settle_account(&mut columns, &named, messages);
    let Some(who) = columns.column(&declared.recipient, messages) else {
        near::report_missing(&columns, &named, messages);
        return None;
    };
    let key = labels::of_file(surveys, files, &columns);
    let returns = read_returns(declared, (&columns, &key), who, messages);
    let reader = Reader { columns: &columns, returns: &returns };
    let mut fields = BTreeMap::new();
    let mut amounts: Vec<(String, usize, usize, MoneyForm)> = Vec::new();
    for field in &declared.fields {
        let Some((values, money)) = reader.field(field, messages) else { continue };
        amounts.extend(money.into_iter().map(|(option, column, form)| (field.id.clone(), option, column, form)));
        fields.insert(field.id.clone(), values);
    }
    if let Some((.., form)) = amounts.first() {
        let paid: Vec<usize> = amounts.iter().map(|(_, _, column, _)| *column).collect();
        let list = List { columns: &columns, paid: &paid, labels: &[who], totals: &declared.totals, money: form };
        list.report_others(&others, messages);
    }
    columns.tell(&declared.totals, messages);
    report_unused(&[&columns], &declared.totals, messages);
    let is_total_row = |row: &usize| is_declared_total(grid, *row, &[who], &declared.totals);
    let totals = columns.rows().filter(is_total_row).map(|row| total_row(grid, row, who, &amounts));
    Some(Account { id: declared.id.clone(), totals: totals.collect(), returns, fields })
}

fn total_row(grid: &Grid, row: usize, who: usize, amounts: &[(String, usize, usize, MoneyForm)]) -> TotalRow {
    let read = amounts.iter().filter_map(|(field, option, column, form)| {
        let value = amount_as(grid.cell(row, *column), form).ok().flatten()?;
        Some((field.clone(), *option, Placed { value: value.into(), place: grid.place(row, *column) }))
    });
    TotalRow { label: tidy(grid.cell(row, who)), amounts: read.collect() }
}

fn read_returns(
    declared: &study::Account,
    (columns, key): (&Columns<'_>, &Key),
    who: usize,
    messages: &mut Diagnostics,
) -> Vec<Return> {
    let grid = columns.grid;
    let naming = Naming::of_either((columns, key), who, &[declared.level]);
    let mut returns: Vec<Return> = Vec::new();
    for row in columns.rows().filter(|row| !is_declared_total(grid, *row, &[who], &declared.totals)) {
        let Some(recipient) = naming.recipient(row, declared.level, messages) else { continue };
        let place = grid.place(row, who);
        if let Some(earlier) = returns.iter().find(|earlier| earlier.recipient == recipient) {
            let message = msg!("recipient-in-two-rows", recipient = &recipient.name, other = &earlier.place);
            messages.push(Diagnostic::error(place, message));
            continue;
        }
        returns.push(Return { written: tidy(grid.cell(row, who)), recipient, row, place });
    }
    if returns.is_empty() && !messages.has_errors() {
        messages.push(Diagnostic::error(grid.whole(), msg!("recipients-missing")));
    }
    returns.sort_by(|a, b| a.recipient.code.cmp(&b.recipient.code));
    returns
}

/// What every field of an account is read with.
struct Reader<'a> {
    columns: &'a Columns<'a>,
    returns: &'a [Return],
}

/// For amounts of money: position of the option, column, how it is meant.
type MoneyColumns = Vec<(usize, usize, MoneyForm)>;

impl Reader<'_> {
    /// The rows of the recipients.
    fn rows(&self) -> Vec<usize> {
        self.returns.iter().map(|own| own.row).collect()
    }

    /// The values of a field, and its columns of money; `None` for a derived field, or where nothing can be read.
    fn field(&self, field: &AccountField, messages: &mut Diagnostics) -> Option<(FieldValues, MoneyColumns)> {
        match &field.form {
            FieldForm::Money { columns, form } => {
                let (options, at) = self.options(field, columns, messages)?;
                let form = &in_columns(self.columns, &at, form);
                let read =
                    |cell: &Cell| amount_as(cell, form).map(|a| a.map(Exact::from)).map_err(|e| e.expected().into());
                let values = self.numbers(field, (options, &at), &read, messages);
                check_header_unit(self.columns, at.iter().copied(), form, msg!("the-field"), messages);
                at.iter().for_each(|column| self.check_sizes(*column, form, messages));
                let with_form = |(option, column)| (option, column, form.clone());
                Some((values, at.into_iter().enumerate().map(with_form).collect()))
            }
            FieldForm::Share { columns, fraction, decimal } => {
                let read = |cell: &Cell| share(cell, *fraction, *decimal);
                let (options, at) = self.options(field, columns, messages)?;
                Some((self.numbers(field, (options, &at), &read, messages), Vec::new()))
            }
            FieldForm::Number { columns, decimal } => {
                let read = |cell: &Cell| {
                    count(cell, *decimal).map_err(|error| match error {
                        NoCount::Negative => msg!("number-not-negative").into(),
                        NoCount::Sign => msg!("number-with-clear-sign").into(),
                        NoCount::Unreadable => msg!("number-of-digits").into(),
                    })
                };
                let (options, at) = self.options(field, columns, messages)?;
                Some((self.numbers(field, (options, &at), &read, messages), Vec::new()))
            }
            FieldForm::Register { number } => {
                let known = |r: &Return| {
                    let value = r.recipient.number(number);
                    vec![value.map(|value| Placed { value, place: r.place.clone() })]
                };
                let values = Values::Numbers(self.returns.iter().map(known).collect());
                Some((FieldValues { options: Vec::new(), values, blanks: Vec::new() }, Vec::new()))
            }
            FieldForm::Question(question) => Some((self.question(field, question, messages)?, Vec::new())),
            FieldForm::Difference { .. } | FieldForm::Portion { .. } => None,
        }
    }

    /// Warns of a column of money that holds codes or dates, and of amounts that are probably in another unit than its others.
    fn check_sizes(&self, column: usize, form: &MoneyForm, messages: &mut Diagnostics) {
        let grid = self.columns.grid;
        let rows: Vec<(usize, Recipient)> = self.returns.iter().map(|own| (own.row, own.recipient.clone())).collect();
        check_amounts(self.columns, column, &rows, form, messages);
        let kronor = |row: usize| amount_as(grid.cell(row, column), form).ok().flatten().unwrap_or_default();
        let all: Vec<(&Return, Amount)> = self.returns.iter().map(|own| (own, kronor(own.row))).collect();
        let (most, next) = match thousandths(all.iter().map(|(_, amount)| *amount)) {
            Some(Apart::Small(most, next)) => (most, next),
            Some(Apart::Large(large, next)) => {
                let own = all.iter().find(|(_, amount)| *amount == large);
                return messages.push_all(own.map(|(own, _)| self.too_large(own, column, large, next)).as_ref());
            }
            None => return,
        };
        let small: Vec<_> = all.iter().filter(|(_, amount)| amount.ore() > 0 && *amount <= most).collect();
        let Some((first, amount)) = small.first() else { return };
        let (recipient, column_name, more) = (&first.recipient.name, self.named(column), small.len() - 1);
        let message = msg!("account-amount-small", recipient, kronor = *amount, column = column_name, more, next);
        messages.push(Diagnostic::warning(grid.place(first.row, column), message));
    }

    /// The name of a column, quoted.
    fn named(&self, column: usize) -> String {
        shown(self.columns.name(column))
    }

    /// A warning of one amount far above the others of its column.
    fn too_large(&self, own: &Return, column: usize, large: Amount, next: Amount) -> Diagnostic {
        let (recipient, amount) = (&own.recipient.name, what_is_large(large));
        let message = msg!("account-amount-large", recipient, amount, column = self.named(column), next);
        Diagnostic::warning(self.columns.grid.place(own.row, column), message)
    }

    /// The columns of a field: one, or one for each of the options.
    fn options(
        &self,
        field: &AccountField,
        pattern: &Declared<String>,
        messages: &mut Diagnostics,
    ) -> Option<(Vec<OptionDeclaration>, Vec<usize>)> {
        let (options, columns) = if pattern.value.contains("{option}") {
            let matches = self.columns.matches(pattern, messages);
            let found = matches.into_iter().map(|m| (m.option.unwrap_or_default(), m.column)).collect();
            self.arranged(field, found, messages)
        } else {
            (Vec::new(), vec![self.columns.column(pattern, messages)?])
        };
        (!columns.is_empty()).then_some((options, columns))
    }

    /// The numbers in the columns of a field.
    fn numbers(
        &self,
        field: &AccountField,
        (options, columns): (Vec<OptionDeclaration>, &[usize]),
        read: &dyn Fn(&Cell) -> Result<Option<Exact>, Arg>,
        messages: &mut Diagnostics,
    ) -> FieldValues {
        let grid = self.columns.grid;
        let divides = !matches!(field.form, FieldForm::Share { .. });
        let mut cell = |row: usize, column: usize| match read(grid.cell(row, column)) {
            Ok(Some(_)) if divides && shared_amount(grid, row, column).is_some() => {
                messages.extend(shared_amount(grid, row, column).map(Diagnostics::from).unwrap_or_default());
                None
            }
            Ok(value) => value.map(|value| Placed { value, place: grid.place(row, column) }),
            Err(expected) => {
                let value = shown(&grid.cell(row, column).text());
                let message = msg!("value-unreadable", value, label = &field.label, expected);
                messages.push(Diagnostic::error(grid.place(row, column), message));
                None
            }
        };
        let rows = self.returns.iter().map(|r| columns.iter().map(|column| cell(r.row, *column)).collect());
        let values = Values::Numbers(rows.collect());
        let blanks = blanks::of_values(self.columns, columns, &self.rows());
        FieldValues { options, values, blanks }
    }

    /// The found options in the declared order, with their columns; as found where none are declared.
    fn arranged(
        &self,
        field: &AccountField,
        found: Vec<(String, usize)>,
        messages: &mut Diagnostics,
    ) -> (Vec<OptionDeclaration>, Vec<usize>) {
        let Some(order) = self.order(field, &found.iter().map(|(text, _)| text.clone()).collect::<Vec<_>>(), messages)
        else {
            let itself = |text: &String| OptionDeclaration {
                key: text.clone(),
                written: text.clone(),
                label: Text { sv: text.clone(), en: None },
            };
            return found.iter().map(|(text, column)| (itself(text), *column)).unzip();
        };
        let present = field.options.iter().zip(order);
        present.filter_map(|(option, at)| Some((option.clone(), found.get(at?)?.1))).unzip()
    }

    /// For every declared option its position among those found; `None` where no options are declared. What is declared
    /// and not found, or found and not declared, is reported.
    fn order(&self, field: &AccountField, found: &[String], messages: &mut Diagnostics) -> Option<Vec<Option<usize>>> {
        if field.options.is_empty() {
            return None;
        }
        let same = |a: &str, b: &str| plain(a).to_lowercase() == plain(b).to_lowercase();
        let declared = || field.options.iter().map(|option| option.written.as_str());
        for text in found.iter().filter(|text| !declared().any(|known| same(known, text))) {
            let (id, option, suggestion) = (shown(&field.id), shown(text), did_you_mean(text, declared()));
            let message = msg!("option-undeclared", field = id, option, suggestion);
            messages.push(Diagnostic::error(self.columns.grid.whole(), message));
        }
        let position = |option: &OptionDeclaration| found.iter().position(|text| same(text, &option.written));
        for option in field.options.iter().filter(|option| position(option).is_none()) {
            let suggestion = did_you_mean(&option.written, found.iter().map(String::as_str));
            let message =
                msg!("option-without-column", option = shown(&option.written), field = shown(&field.id), suggestion);
            messages.push(Diagnostic::error(field.place.clone(), message));
        }
        Some(field.options.iter().map(position).collect())
    }

    fn question(&self, field: &AccountField, question: &Question, messages: &mut Diagnostics) -> Option<FieldValues> {
        let rows = self.rows();
        let read = answers::read_single(self.columns, &rows, question, messages)?;
        let found: Vec<(String, usize)> = read.options.iter().cloned().zip(0..).collect();
        let (options, positions) =
            if found.is_empty() { (Vec::new(), Vec::new()) } else { self.arranged(field, found, messages) };
        let place = |old: &u32| positions.iter().position(|p| *p == *old as usize).map(|at| at as u32);
        let arranged = |response: Response| match response {
            Response::Ticked(ticked) => {
                let mut ticked: Box<[u32]> = ticked.iter().filter_map(place).collect();
                ticked.sort_unstable();
                Response::Ticked(ticked)
            }
            Response::Items(given) => {
                Response::Items(positions.iter().map(|p| given.get(*p).copied().flatten()).collect())
            }
            other @ (Response::Choice(_) | Response::Text(_)) => other,
        };
        let responses = read.responses.into_iter().map(arranged).collect();
        let blanks = blanks::of_question(self.columns, question, &rows);
        Some(FieldValues { options, values: Values::Answers { answers: read.answers, responses }, blanks })
    }
}

/// A share in percent.
fn share(cell: &Cell, fraction: bool, decimal: Option<char>) -> Result<Option<Exact>, Arg> {
    let (times, expected) = match (is_percent(cell), fraction) {
        (false, true) => (100, msg!("share-to-one")),
        _ => (1, msg!("share-to-hundred")),
    };
    if matches!(cell, Cell::Shown(shown) if !shown.is_percent() && shown.unit().is_none_or(|unit| !unit.is_empty())) {
        return Err(msg!("share-by-format").into());
    }
    let Some(value) = number_as(cell, decimal).map_err(|NoNumber| expected.clone())? else { return Ok(None) };
    let percent = value.times(Exact::whole(times)).filter(|p| *p >= Exact::ZERO && *p <= Exact::whole(100));
    percent.map(Some).ok_or_else(|| expected.into())
}
