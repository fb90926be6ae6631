//! Tables and charts of accounts as `report.toml` declares them: what the rows are, and where each column's numbers come
//! from.

use crate::diagnostic::{Diagnostic, Place, did_you_mean, is_name, shown};
use crate::exact::Rounding;
use crate::report::PercentStyle;
use crate::study::{Declared, FieldKind, FieldReference, MeasureForm, Referred, Section, Study, decode_form, text};
use crate::wording::Text;

/// A table or chart of accounts.
#[derive(Clone, Debug)]
pub struct AccountItem {
    /// How it is shown.
    pub drawing: Drawing,
    /// What the rows are.
    pub rows: RowsDeclaration,
    /// The order of the rows.
    pub order: Order,
    /// The columns, those that are only computed with included.
    pub columns: Vec<ColumnDeclaration>,
    /// The name of the last row with the totals; no such row where there is none.
    pub total: Option<Text>,
    /// The head of the first column.
    pub head: Option<Text>,
    /// What rows are called, where that is not what the study calls them, by key.
    pub labels: Vec<(String, Text)>,
}

/// How an item of accounts is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// As a table.
    Table,
    /// As horizontal bars with a part per column.
    Stacked,
    /// As upright columns over the rows, with lines where columns say so.
    Columns,
}

/// What the rows are.
#[derive(Clone, Debug)]
pub enum RowsDeclaration {
    /// The recipients of an account.
    Recipients {
        /// The account.
        account: String,
        /// Whether they are called as their file calls them, not by their official names.
        as_written: bool,
    },
    /// The options of what is measured; those named, or all that occur.
    Options(Vec<String>),
    /// Years.
    Years(Vec<i64>),
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Recipients by code, options and years as declared.
    Declared,
    /// By label.
    Alphabetical,
    /// By the first column, the largest first.
    Descending,
}

/// One column.
#[derive(Clone, Debug)]
pub struct ColumnDeclaration {
    /// Its name in data files.
    pub id: String,
    /// Where it is declared.
    pub place: Place,
    /// Its head for readers; may hold `{base}`.
    pub label: Text,
    /// Where its numbers come from.
    pub source: ColumnSource,
    /// Whether it is only computed with.
    pub hidden: bool,
    /// Whether a chart shows it as a line.
    pub line: bool,
}

/// Where a column's numbers come from.
#[derive(Clone, Debug)]
pub enum ColumnSource {
    /// The recipient's code.
    Code,
    /// A field of the recipient.
    Field {
        /// The field, or a part of an allocation.
        field: String,
        /// The option's key, where the field has options.
        option: Option<String>,
        /// How shares are printed.
        style: PercentStyle,
    },
    /// What the study's own year gives, by option.
    Form(MeasureForm),
    /// A measure: of the row's year, of a named one, or of the study's own.
    Measure {
        /// The measure.
        measure: String,
        /// The year.
        year: Option<i64>,
        /// The option, where the rows are years.
        option: String,
    },
    /// The bases of a column's counts.
    Base(String),
    /// A share.
    Percent {
        /// The column that is the part.
        part: String,
        /// What it is a share of.
        of: ShareOf,
        /// How it is printed.
        style: PercentStyle,
        /// How many decimals the total row has.
        total_decimals: u32,
    },
    /// One column less another.
    Difference(String, String),
    /// The smallest of several columns.
    Least(Vec<String>),
    /// The sum of several columns; what is missing is left out.
    Added(Vec<String>),
}

/// What a share is a share of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareOf {
    /// The total of its own column.
    Total,
    /// The base of its count.
    Base,
    /// Another column.
    Column(String),
}

/// Reads an item of accounts.
pub(in crate::report) fn decode(study: &Study, section: &Section<'_>, drawing: Drawing) -> Option<AccountItem> {
    let account = section.text("account");
    let rows = decode_rows(study, section, account.as_ref());
    let order = section.word(
        "order",
        &[("declared", Order::Declared), ("alphabetical", Order::Alphabetical), ("descending", Order::Descending)],
    );
    let total = text(section, "total");
    let head = text(section, "head");
    let labels = section.named_texts("labels");
    let kept = rows.clone();
    let mut columns: Vec<ColumnDeclaration> = Vec::new();
    section.sections("column", |s| {
        let decoder = Decoder { study, section: s, account: account.as_ref(), rows: kept.as_ref(), earlier: &columns };
        let column = decoder.column_declaration();
        columns.extend(column);
        Some(())
    });
    section.require("column", "at least one [[item.column]]");
    Some(AccountItem { drawing, rows: rows?, order: order.unwrap_or(Order::Declared), columns, total, head, labels })
}

#[derive(Clone, Copy)]
enum RowsWord {
    Recipients,
    Options,
    Years,
}

fn decode_rows(study: &Study, section: &Section<'_>, account: Option<&Declared<String>>) -> Option<RowsDeclaration> {
    let words = [("recipients", RowsWord::Recipients), ("options", RowsWord::Options), ("years", RowsWord::Years)];
    let rows = section.word("rows", &words);
    section.require("rows", "recipients, options or years");
    let as_written = section.word("names", &[("official", false), ("written", true)]);
    let options = section.texts("options");
    let years = section.integers("years", 1990..=2100);
    match rows? {
        RowsWord::Recipients => {
            let table = Declared { value: "the table".to_owned(), place: section.place() };
            match study.find_account(account, account.unwrap_or(&table)) {
                Ok(found) => Some(RowsDeclaration::Recipients {
                    account: found.id.clone(),
                    as_written: as_written.unwrap_or(false),
                }),
                Err(message) => {
                    section.report(message);
                    None
                }
            }
        }
        RowsWord::Options => Some(RowsDeclaration::Options(options)),
        RowsWord::Years => {
            section.require("years", "the years, as [2022, 2023, 2024]");
            Some(RowsDeclaration::Years(years))
        }
    }
}

/// Names that mean something else where a column can be named.
const RESERVED: [&str; 4] = ["key", "label", "total", "base"];

/// What a column's source is decoded with.
struct Decoder<'a, 's> {
    study: &'a Study,
    section: &'a Section<'s>,
    /// The account of the item, for columns that name none.
    account: Option<&'a Declared<String>>,
    rows: Option<&'a RowsDeclaration>,
    earlier: &'a [ColumnDeclaration],
}

impl Decoder<'_, '_> {
    fn column_declaration(&self) -> Option<ColumnDeclaration> {
        let section = self.section;
        let id = section.required_text("id", "the column's name in data files, as share_pct");
        let label = text(section, "label");
        let hidden = section.flag("hidden").unwrap_or(false);
        let line = section.flag("line").unwrap_or(false);
        let source = self.source();
        let id = id?;
        let taken = self.earlier.iter().any(|column| column.id == id.value);
        if !is_name(&id.value) || RESERVED.contains(&id.value.as_str()) || taken {
            let found = format!("{} cannot be the name of this column", shown(&id.value));
            let expected = "letters, digits, - and _; a name that no other column has, nor key, label, total or base";
            section.report(Diagnostic::error(id.place.clone(), found).expected(expected));
        }
        let label = label.unwrap_or_else(|| Text { sv: id.value.clone(), en: None });
        Some(ColumnDeclaration { id: id.value, place: section.place(), label, source: source?, hidden, line })
    }

    /// What is measured, in the item's account where the column names none.
    fn form(&self) -> Option<MeasureForm> {
        let mut form = decode_form(self.section)?;
        if let MeasureForm::Sum { field } | MeasureForm::Count { field, .. } = &mut form {
            field.account = field.account.take().or_else(|| self.account.cloned());
        }
        self.check_form(&form);
        Some(form)
    }

    fn source(&self) -> Option<ColumnSource> {
        let section = self.section;
        let style = self.style();
        let total_decimals = section.integer("total_decimals", 0..=3);
        let year = section.integer("year", 1990..=2100);
        let option = section.text("option");
        let of = section.text("of");
        let code = section.word("recipient", &[("code", ())]).map(|()| ColumnSource::Code);
        let field = section.text("field").map(|field| {
            self.check_field(&field, option.as_ref());
            let option = option.as_ref().map(|o| o.value.clone());
            ColumnSource::Field { field: field.value, option, style }
        });
        let form = self.form().map(ColumnSource::Form);
        let measure = section.text("measure").map(|measure| {
            self.check_measure(&measure);
            let option = option.as_ref().map_or_else(String::new, |o| o.value.clone());
            ColumnSource::Measure { measure: measure.value, year, option }
        });
        let base = section.text("base").map(|column| ColumnSource::Base(self.column(column)));
        let percent = section.text("percent").map(|part| ColumnSource::Percent {
            part: self.column(part),
            of: self.share_of(of),
            style,
            total_decimals: total_decimals.and_then(|d| u32::try_from(d).ok()).unwrap_or(style.decimals),
        });
        let difference = self.columns("difference").and_then(|columns| match <[String; 2]>::try_from(columns) {
            Ok([from, less]) => Some(ColumnSource::Difference(from, less)),
            Err(_) => {
                let found = "a difference is between two columns";
                section.report(Diagnostic::error(section.place(), found).expected("[\"from\", \"less\"]"));
                None
            }
        });
        let least = self.columns("least").map(ColumnSource::Least);
        let added = self.columns("added").map(ColumnSource::Added);
        let sources = [code, field, form, measure, base, percent, difference, least, added];
        let mut sources: Vec<ColumnSource> = sources.into_iter().flatten().collect();
        if sources.len() != 1 {
            section.report(Diagnostic::error(section.place(), "the column has no or several sources").expected(
                "exactly one of \"recipient\", \"field\", \"sum\", \"count\", \"pots\", \"measure\", \"base\", \
                     \"percent\", \"difference\", \"least\", \"added\"",
            ));
            return None;
        }
        sources.pop()
    }

    fn style(&self) -> PercentStyle {
        let rounding = self.section.word("rounding", &Rounding::WORDS);
        let decimals = self.section.integer("decimals", 0..=3);
        let below_one = self.section.flag("below_one");
        PercentStyle {
            rounding: rounding.unwrap_or_default(),
            decimals: decimals.and_then(|d| u32::try_from(d).ok()).unwrap_or(0),
            below_one: below_one.unwrap_or(false),
        }
    }

    fn error(&self, place: &Place, found: String, expected: &str) {
        self.section.report(Diagnostic::error(place.clone(), found).expected(expected));
    }

    /// A column that stands further up.
    fn column(&self, named: Declared<String>) -> String {
        if !self.earlier.iter().any(|column| column.id == named.value) {
            let known = self.earlier.iter().map(|column| column.id.as_str());
            let found = format!("{} is no column above this one", shown(&named.value));
            self.section.report(
                Diagnostic::error(named.place, found)
                    .expected("the id of a column that is declared above")
                    .action(did_you_mean(&named.value, known)),
            );
        }
        named.value
    }

    fn columns(&self, key: &'static str) -> Option<Vec<String>> {
        let named = self.section.declared_texts(key);
        self.section.has(key).then(|| named.into_iter().map(|column| self.column(column)).collect())
    }

    fn share_of(&self, of: Option<Declared<String>>) -> ShareOf {
        match of {
            Some(of) if of.value == "total" => ShareOf::Total,
            Some(of) if of.value == "base" => ShareOf::Base,
            Some(of) => ShareOf::Column(self.column(of)),
            None => {
                self.section.require("of", "total, base, or the id of a column");
                ShareOf::Total
            }
        }
    }

    fn check_field(&self, field: &Declared<String>, option: Option<&Declared<String>>) {
        let Some(rows) = self.rows else { return };
        let RowsDeclaration::Recipients { account, .. } = rows else {
            let found = "only rows of recipients have fields".to_owned();
            return self.error(&field.place, found, "\"sum\", \"count\" or \"measure\" for options and years");
        };
        let Some(account) = self.study.account(Some(account)) else { return };
        let kinds = [FieldKind::Money, FieldKind::Share, FieldKind::Number, FieldKind::Ticks];
        let referred = match self.study.find_field(account, field, &kinds, "money, shares, a number or options") {
            Ok(referred) => referred,
            Err(message) => return self.section.report(message),
        };
        let Referred::Field(declared) = referred else { return };
        match (account.has_options(declared), option) {
            (true, None) => {
                self.error(&field.place, format!("{} has options", shown(&field.value)), "the key \"option\"")
            }
            (false, Some(option)) => {
                self.error(&option.place, format!("{} has no options", shown(&field.value)), "no key \"option\"");
            }
            (true, Some(option)) => {
                let known: Vec<&str> = declared.options.iter().map(|o| o.key.as_str()).collect();
                if !known.is_empty() && !known.contains(&option.value.as_str()) {
                    let found = format!("{} is no option of {}", shown(&option.value), shown(&field.value));
                    self.section.report(
                        Diagnostic::error(option.place.clone(), found).action(did_you_mean(&option.value, known)),
                    );
                }
            }
            (false, None) => {}
        }
    }

    fn check_form(&self, form: &MeasureForm) {
        if let Some(message) = self.study.check_form(form) {
            self.section.report(message);
        }
        if self.rows.is_some_and(|rows| !matches!(rows, RowsDeclaration::Options(_))) {
            let found = "sums and counts over recipients stand in rows of options".to_owned();
            self.error(form_place(form), found, "\"field\" for recipients, \"measure\" for years");
        }
    }

    fn check_measure(&self, measure: &Declared<String>) {
        if !self.study.measures.iter().any(|own| own.id == measure.value) {
            let known = self.study.measures.iter().map(|own| own.id.as_str());
            let found = format!("there is no measure {}", shown(&measure.value));
            self.section.report(
                Diagnostic::error(measure.place.clone(), found)
                    .expected("a [measure.<name>] in study.toml")
                    .action(did_you_mean(&measure.value, known)),
            );
        }
        if matches!(self.rows, Some(RowsDeclaration::Recipients { .. })) {
            self.error(&measure.place, "a measure has no numbers of single recipients".to_owned(), "the key \"field\"");
        }
    }
}

fn form_place(form: &MeasureForm) -> &Place {
    match form {
        MeasureForm::Sum { field: FieldReference { field, .. } }
        | MeasureForm::Count { field: FieldReference { field, .. }, .. } => &field.place,
        MeasureForm::Pots { allocation } => &allocation.place,
    }
}
