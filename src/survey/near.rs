//! Columns whose names nearly match a declared one. What differs only in case, kinds of space, dashes or punctuation is read
//! as declared, and told. What is farther off, and filled columns of the same blocks that no key names, is only told.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Columns;
use super::contact::is_contact;
use super::header::compile;
use super::likeness::{Form, block_frame, is_other, resembles};
use super::money_like::{amounts, is_money, median};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown_whole};
use crate::money::Amount;
use crate::msg;
use crate::read::amount::amount_as;
use crate::read::{mark, plain, tidy};
use crate::study::{self, Declared, FieldForm, MoneyForm, Per, Question, QuestionForm};
use crate::wording::{Arg, Message, first_of};

/// A declared name or pattern, and what its cells hold.
pub(super) struct Named<'a> {
    pattern: &'a Declared<String>,
    cells: Cells<'a>,
}

impl<'a> Named<'a> {
    /// The name or pattern.
    pub(super) fn pattern(&self) -> &str {
        &self.pattern.value
    }

    /// The same, with where it is declared.
    pub(super) fn declared(&self) -> &'a Declared<String> {
        self.pattern
    }

    /// Whether it names who answered.
    pub(super) fn is_respondent(&self) -> bool {
        matches!(self.cells, Cells::Respondent)
    }

    /// How the amounts are meant that stand there.
    pub(super) fn money(&self) -> Option<&'a MoneyForm> {
        match self.cells {
            Cells::Funds(form) => Some(form),
            _ => None,
        }
    }
}

/// Reports the columns of a table that are not there, where it cannot be read for want of one: all at once.
pub(super) fn report_missing(columns: &Columns<'_>, named: &[Named<'_>], messages: &mut Diagnostics) {
    for named in named {
        match named.cells {
            Cells::Respondent => drop(columns.column(named.pattern, messages)),
            _ => drop(columns.matches(named.pattern, messages)),
        }
    }
}

enum Cells<'a> {
    /// Who answered; a column that is not found under this name is an error.
    Respondent,
    /// Texts.
    Text,
    /// Amounts.
    Funds(&'a MoneyForm),
    /// Marks of options.
    Marks,
    /// Answers; with a key also numbers.
    Answers(&'a [String]),
}

/// What a survey's keys name in its sheet of respondents, and, where there is one, in its sheet of interventions; first the
/// column by which the sheet's header is found.
pub(super) fn named(declared: &study::Survey) -> [Vec<Named<'_>>; 2] {
    let who = &declared.respondent;
    let respondent = |pattern| Named { pattern, cells: Cells::Respondent };
    let mut overall: Vec<_> =
        who.id.iter().chain(&who.id_rest).chain(&who.name).chain(&who.code).map(respondent).collect();
    overall.extend(declared.due.iter().map(|due| Named { pattern: &due.column, cells: Cells::Text }));
    let fields = &declared.fields;
    let mut detail: Vec<_> = fields
        .id
        .iter()
        .chain(&fields.id_rest)
        .chain(&fields.respondent)
        .chain(&fields.respondent_rest)
        .map(respondent)
        .collect();
    detail.extend(fields.columns.iter().map(|(field, pattern)| {
        let cells = if *field == study::Field::Funds { Cells::Funds(&fields.money) } else { Cells::Text };
        Named { pattern, cells }
    }));
    for question in &declared.questions {
        let of = if question.per == Per::Respondent { &mut overall } else { &mut detail };
        of.extend(patterns(question).map(|pattern| Named { pattern, cells: cells_of(question) }));
        let own_words = question.other.iter().filter_map(|other| other.column.as_ref());
        of.extend(own_words.map(|pattern| Named { pattern, cells: Cells::Text }));
    }
    if fields.layout.beside().is_none() {
        overall.append(&mut detail);
    }
    [overall, detail]
}

/// The names of a question's columns. A pattern also names those of options that are not declared, which are told elsewhere.
fn patterns(question: &Question) -> Box<dyn Iterator<Item = &Declared<String>> + '_> {
    let form = &question.form;
    match form.listed().is_empty() || form.is_any_column() {
        true => Box::new(form.columns()),
        false => Box::new(std::iter::once(form.column())),
    }
}

fn cells_of(question: &Question) -> Cells<'_> {
    match &question.form {
        QuestionForm::Ticked { .. } => Cells::Marks,
        QuestionForm::Items { answers, .. } => Cells::Answers(answers),
        QuestionForm::Joined { .. } | QuestionForm::Choice { .. } | QuestionForm::Text { .. } => Cells::Text,
    }
}

/// A filled column that no key names.
struct Unnamed {
    column: usize,
    cells: usize,
}

/// Unnamed columns that are like one pattern, for one message.
#[derive(Default)]
struct Group {
    columns: Vec<usize>,
    names: Vec<String>,
    cells: usize,
    kronor: Option<Amount>,
}

/// Gives columns that nearly match a declared name that name, and tells of them and of what else no key names.
pub(super) fn settle(columns: &mut Columns<'_>, named: &[Named<'_>], messages: &mut Diagnostics) {
    let forms = forms(columns, named);
    let unnamed = settle_near(columns, named, &forms, messages);
    if unnamed.is_empty() {
        return;
    }
    let mut beside = Beside::new(columns, named);
    for Unnamed { column, cells } in unnamed {
        let name = columns.name(column).to_owned();
        beside.add(&Looks { columns, column, name: &name }, &forms, cells);
    }
    beside.report(columns, messages);
}

/// The same for an account, whose file may have any other columns beside those that are declared: gives these.
pub(super) fn settle_account(columns: &mut Columns<'_>, named: &[Named<'_>], messages: &mut Diagnostics) -> Vec<usize> {
    let others = settle_near(columns, named, &forms(columns, named), messages);
    others.into_iter().map(|unnamed| unnamed.column).collect()
}

/// What names may nearly match; letters are alike by chance.
fn forms(columns: &Columns<'_>, named: &[Named<'_>]) -> Vec<Form> {
    named.iter().filter(|_| !columns.are_letters()).map(|named| Form::new(&named.pattern.value)).collect()
}

/// What an account's keys name, the recipient first.
pub(super) fn named_by_account(declared: &study::Account) -> Vec<Named<'_>> {
    let mut all = vec![Named { pattern: &declared.recipient, cells: Cells::Respondent }];
    for field in &declared.fields {
        match &field.form {
            FieldForm::Money { columns, form } => all.push(Named { pattern: columns, cells: Cells::Funds(form) }),
            FieldForm::Share { columns, .. } | FieldForm::Number { columns, .. } => {
                all.push(Named { pattern: columns, cells: Cells::Text });
            }
            FieldForm::Question(question) => {
                all.extend(question.form.columns().map(|pattern| Named { pattern, cells: cells_of(question) }));
            }
            FieldForm::Register { .. } | FieldForm::Difference { .. } | FieldForm::Portion { .. } => {}
        }
    }
    all
}

/// Gives columns that nearly match a declared name that name, and tells of them; gives those that are like none.
fn settle_near(
    columns: &mut Columns<'_>,
    named: &[Named<'_>],
    forms: &[Form],
    messages: &mut Diagnostics,
) -> Vec<Unnamed> {
    let unnamed = unnamed(columns, named);
    let (mut read, mut told, mut others) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
    let mut given: BTreeSet<String> = columns.names().iter().cloned().collect();
    for Unnamed { column, cells } in unnamed {
        let name = columns.name(column).to_owned();
        let looks = Looks { columns, column, name: &name };
        let loose = looks.loosely(named, forms);
        if let Some((at, spelled)) = loose.filter(|(_, spelled)| given.insert(spelled.clone())) {
            add(&mut read, at, &looks, &named[at], cells);
            columns.rename(column, spelled);
        } else if let Some(at) = looks.resembling(named, forms).filter(|at| !sums_up(&name, named[*at].pattern())) {
            add(&mut told, at, &looks, &named[at], cells);
        } else {
            others.push(Unnamed { column, cells });
        }
    }
    report_read(columns, named, &read, messages);
    report_told(columns, named, &told, messages);
    others
}

/// Whether a column has all answers of a question that also has a column for each option, as `mål` beside `mål/{option}`.
fn sums_up(name: &str, pattern: &str) -> bool {
    pattern.strip_suffix("/{option}").is_some_and(|stem| plain(stem) == name)
}

/// The filled columns whose name no key has, in the order of the sheet; contact data are left out.
fn unnamed(columns: &Columns<'_>, named: &[Named<'_>]) -> Vec<Unnamed> {
    let strict: Vec<_> = named.iter().filter_map(|named| compile(&named.pattern.value)).collect();
    let is_named = |name: &str| strict.iter().any(|form| form.is_match(name));
    let names = columns.names().iter().enumerate();
    // What a file itself joins to one question is read as that.
    let sets = columns.grid.said.iter().flat_map(|said| &said.sets).filter(|set| is_named(columns.name(set.joined)));
    let joined: BTreeSet<usize> = sets.flat_map(|set| set.columns.iter().copied()).collect();
    let is_free = |(column, name): &(usize, &String)| !is_named(name) && !is_contact(name) && !joined.contains(column);
    let free: BTreeSet<usize> = names.filter(is_free).map(|(column, _)| column).collect();
    if free.is_empty() {
        return Vec::new();
    }
    let mut filled: BTreeMap<usize, usize> = BTreeMap::new();
    for row in columns.rows() {
        for (column, _) in columns.grid.rows.get(row).into_iter().flat_map(crate::read::Row::filled) {
            if free.contains(&column) {
                *filled.entry(column).or_default() += 1;
            }
        }
    }
    let filled = filled.into_iter().filter(|(column, _)| !columns.holds_contacts(*column));
    filled.map(|(column, cells)| Unnamed { column, cells }).collect()
}

/// An unnamed column with its name and its sheet.
struct Looks<'a> {
    columns: &'a Columns<'a>,
    column: usize,
    name: &'a str,
}

impl Looks<'_> {
    fn texts(&self) -> impl Iterator<Item = String> {
        let cells = self.columns.rows().map(|row| self.columns.grid.cell(row, self.column));
        cells.filter(|cell| !cell.is_blank()).map(tidy)
    }

    /// Whether the cells can be what a key wants: marks where options are ticked, answers of the scale.
    fn fits(&self, cells: &Cells<'_>) -> bool {
        // The option's own text is a mark, too.
        let own = self.name.to_lowercase();
        let is_mark = |text: &str| mark(text).is_some() || own.contains(&text.to_lowercase());
        match cells {
            Cells::Respondent => false,
            Cells::Text | Cells::Funds(_) => true,
            Cells::Marks => self.texts().all(|text| is_mark(&text)),
            Cells::Answers(answers) => {
                let known = |text: &str| answers.iter().any(|a| plain(a).to_lowercase() == text.to_lowercase());
                self.texts().all(|text| known(&text) || text.parse::<u32>().is_ok())
            }
        }
    }

    /// The one key whose pattern the name matches but for case, spaces, dashes and punctuation, and the name as the pattern
    /// spells it.
    fn loosely(&self, named: &[Named<'_>], forms: &[Form]) -> Option<(usize, String)> {
        let fitting =
            named.iter().zip(forms).enumerate().filter(|(_, (named, _))| !matches!(named.cells, Cells::Respondent));
        let mut found = fitting.filter_map(|(at, (_, form))| Some((at, form.spelled(self.name)?)));
        let first = found.next()?;
        let fits = named.get(first.0).is_some_and(|named| self.fits(&named.cells));
        // Another that matches, too, leaves open which is meant.
        (found.next().is_none() && fits).then_some(first)
    }

    /// The key whose pattern the name is most like.
    fn resembling(&self, named: &[Named<'_>], forms: &[Form]) -> Option<usize> {
        let of_data = named.iter().zip(forms).enumerate().filter(|(_, (n, _))| !matches!(n.cells, Cells::Respondent));
        let near = of_data.filter_map(|(at, (named, form))| {
            let fits = matches!(named.cells, Cells::Marks | Cells::Answers(_)) && self.fits(&named.cells);
            Some((resembles(self.name, form, fits)?, at))
        });
        let best = near.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        best.map(|(_, at)| at).filter(|at| !is_other(self.name) || !self.is_free_text(&named[*at].cells))
    }

    /// Whether the cells are what people write who tick another option than the named ones: not what the key wants, and long or
    /// mostly distinct texts.
    fn is_free_text(&self, wanted: &Cells<'_>) -> bool {
        const LONG: usize = 60;
        let fits = match wanted {
            Cells::Funds(form) => self.kronor(form).is_some(),
            Cells::Marks | Cells::Answers(_) => self.fits(wanted),
            Cells::Respondent | Cells::Text => false,
        };
        let texts: Vec<String> = self.texts().collect();
        let distinct = texts.iter().collect::<BTreeSet<_>>().len();
        let is_long = texts.iter().any(|text| text.chars().count() > LONG);
        !fits && (is_long || 2 * distinct > texts.len())
    }

    /// What the cells sum to, where all of them are amounts.
    fn kronor(&self, form: &MoneyForm) -> Option<Amount> {
        let mut cells = self.columns.rows().map(|row| amount_as(self.columns.grid.cell(row, self.column), form).ok());
        cells.try_fold(Amount::default(), |sum, cell| Some([sum, cell?.unwrap_or_default()].into_iter().sum()))
    }
}

fn add(groups: &mut BTreeMap<usize, Group>, at: usize, looks: &Looks<'_>, named: &Named<'_>, cells: usize) {
    let group = groups.entry(at).or_default();
    group.columns.push(looks.column);
    group.names.push(looks.name.to_owned());
    group.cells += cells;
    if let Cells::Funds(form) = named.cells {
        group.add_kronor(looks.kronor(form));
    }
}

impl Group {
    fn add_kronor(&mut self, more: Option<Amount>) {
        self.kronor = self.kronor.into_iter().chain(more).reduce(|a, b| [a, b].into_iter().sum());
    }

    /// The first names, quoted.
    fn listed(&self) -> Arg {
        const NAMED: usize = 3;
        first_of(self.names.iter().map(|name| shown_whole(name)), NAMED, ", ")
    }

    /// How much stands in the columns.
    fn extent(&self) -> Message {
        let extent = msg!("extent", columns = self.columns.len(), cells = self.cells);
        match self.kronor {
            Some(kronor) => msg!("extent-with-money", extent, kronor),
            None => extent,
        }
    }

    fn place(&self, columns: &Columns<'_>) -> Place {
        columns.header_place(self.columns.first().copied().unwrap_or_default())
    }
}

fn report_read(columns: &Columns<'_>, named: &[Named<'_>], read: &BTreeMap<usize, Group>, messages: &mut Diagnostics) {
    for (at, group) in read {
        let pattern = shown_whole(&named[*at].pattern.value);
        let message = msg!("column-read-loosely", columns = group.listed(), pattern, extent = group.extent());
        messages.push(Diagnostic::warning(group.place(columns), message));
    }
}

fn report_told(columns: &Columns<'_>, named: &[Named<'_>], told: &BTreeMap<usize, Group>, messages: &mut Diagnostics) {
    for (at, group) in told {
        let pattern = shown_whole(&named[*at].pattern.value);
        let message = msg!("column-not-read", columns = group.listed(), pattern, extent = group.extent());
        messages.push(Diagnostic::warning(group.place(columns), message));
    }
}

/// Whether a header speaks of kronor.
fn speaks_of_money(name: &str) -> bool {
    const MONEY: [&str; 7] = ["kr", "tkr", "mnkr", "kronor", "belopp", "medel", "kostnad"];
    let lower = name.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| MONEY.contains(&word))
}

/// Filled columns of the blocks that no key names, and filled columns without a name.
#[derive(Default)]
struct Beside {
    /// The amount in the middle of the declared ones, with their form; `None` where there are none.
    typical: Option<(Amount, MoneyForm)>,
    texts: Group,
    funds: Group,
    nameless: Group,
}

impl Beside {
    fn new(columns: &Columns<'_>, named: &[Named<'_>]) -> Self {
        let funds = named.iter().filter_map(|named| match named.cells {
            Cells::Funds(form) => Some((compile(&named.pattern.value)?, form)),
            _ => None,
        });
        let mut typical = None;
        for (pattern, form) in funds {
            let own = columns.names().iter().enumerate().filter(|(_, name)| pattern.is_match(name));
            let read = |(column, row): (usize, usize)| amount_as(columns.grid.cell(row, column), form).ok().flatten();
            let cells = own.flat_map(|(column, _)| columns.rows().map(move |row| (column, row)));
            let all: Vec<Amount> = cells.filter_map(read).filter(|amount| *amount > Amount::default()).collect();
            typical = typical.or_else(|| Some((median(&all)?, form.clone())));
        }
        Self { typical, ..Self::default() }
    }

    /// The amounts of a column apart from the blocks, where they may be those of one more, as `Andra insatsen` beside
    /// `Insats 1: Kronor`.
    fn amounts_apart(&self, looks: &Looks<'_>) -> Option<Amount> {
        /// Amounts of the same kind are not so many times smaller; numbers of people or of blocks are.
        const SMALLER: i64 = 50;
        let (typical, form) = self.typical.as_ref()?;
        let found = amounts(looks.columns, looks.column, looks.columns.rows(), form)?;
        is_money(looks.name, &found, *typical, SMALLER).then(|| found.into_iter().sum())
    }

    fn add(&mut self, looks: &Looks<'_>, forms: &[Form], cells: usize) {
        /// Sums of less are counts, years or codes.
        const MONEY: i64 = 10_000;
        if looks.name.is_empty() {
            self.nameless.columns.push(looks.column);
            self.nameless.cells += cells;
            return;
        }
        let form = self.typical.as_ref().map_or_else(|| MoneyForm::of(1), |(_, form)| form.in_unit(1));
        let sum = looks.kronor(&form).filter(|sum| *sum >= Amount::from_ore(MONEY * 100));
        let framed = forms.iter().find_map(|form| block_frame(looks.name, form));
        let apart = if framed.is_none() { self.amounts_apart(looks) } else { None };
        let is_apart = apart.is_some() || (sum.is_some() && speaks_of_money(looks.name));
        let sum = apart.or(sum);
        let Some(framed) = framed.or_else(|| is_apart.then(|| looks.name.to_owned())) else { return };
        let group = if sum.is_some() { &mut self.funds } else { &mut self.texts };
        group.add_kronor(sum);
        group.columns.push(looks.column);
        group.cells += cells;
        if !group.names.contains(&framed) {
            group.names.push(framed);
        }
    }

    fn report(&self, columns: &Columns<'_>, messages: &mut Diagnostics) {
        for (group, severe) in [(&self.funds, true), (&self.texts, false)] {
            if group.columns.is_empty() {
                continue;
            }
            let told = if severe { Diagnostic::warning } else { Diagnostic::notice };
            let message = msg!("columns-beside-blocks", columns = group.listed(), extent = group.extent());
            messages.push(told(group.place(columns), message));
        }
        if !self.nameless.columns.is_empty() {
            let message = msg!("columns-without-header", extent = self.nameless.extent());
            messages.push(Diagnostic::notice(self.nameless.place(columns), message));
        }
    }
}
