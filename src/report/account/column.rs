//! Reading one column of a table of accounts, and checking that whatever it names exists.

use super::declare::{ColumnDeclaration, ColumnSource, RowsDeclaration, ShareOf};
use crate::diagnostic::{Diagnostic, Place, did_you_mean_in_english, is_name, shown};
use crate::exact::Rounding;
use crate::report::PercentStyle;
use crate::study::{Declared, FieldKind, FieldReference, MeasureForm, Referred, Section, Study, decode_form, text};
use crate::wording::Text;

/// Names that mean something else where a column can be named.
const RESERVED: [&str; 4] = ["key", "label", "total", "base"];

/// What a column's source is decoded with.
pub(super) struct Decoder<'a, 's> {
    pub(super) study: &'a Study,
    pub(super) section: &'a Section<'s>,
    /// The account of the item, for columns that name none.
    pub(super) account: Option<&'a Declared<String>>,
    pub(super) rows: Option<&'a RowsDeclaration>,
    pub(super) earlier: &'a [ColumnDeclaration],
}

impl Decoder<'_, '_> {
    pub(super) fn column_declaration(&self) -> Option<ColumnDeclaration> {
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
                    .action(did_you_mean_in_english(&named.value, known)),
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
                        Diagnostic::error(option.place.clone(), found)
                            .action(did_you_mean_in_english(&option.value, known)),
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
                    .action(did_you_mean_in_english(&measure.value, known)),
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
