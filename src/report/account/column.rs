//! Reading one column of a table of accounts, and checking that whatever it names exists.

use super::declare::{ColumnDeclaration, ColumnSource, RowsDeclaration, ShareOf};
use crate::diagnostic::{Diagnostic, Place, did_you_mean, is_name, shown};
use crate::exact::Rounding;
use crate::msg;
use crate::report::PercentStyle;
use crate::study::{Declared, FieldKind, FieldReference, MeasureForm, Referred, Section, Study, decode_form, text};
use crate::wording::{Message, Text};

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
        let id = section.required_text("id", msg!("key-column-id"));
        let label = text(section, "label");
        let hidden = section.flag("hidden").unwrap_or(false);
        let line = section.flag("line").unwrap_or(false);
        let source = self.source();
        let id = id?;
        let taken = self.earlier.iter().any(|column| column.id == id.value);
        if !is_name(&id.value) || RESERVED.contains(&id.value.as_str()) || taken {
            self.error(&id.place, msg!("column-id-unfit", id = shown(&id.value)));
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
                self.error(&section.place(), msg!("difference-of-two"));
                None
            }
        });
        let least = self.columns("least").map(ColumnSource::Least);
        let added = self.columns("added").map(ColumnSource::Added);
        let sources = [code, field, form, measure, base, percent, difference, least, added];
        let mut sources: Vec<ColumnSource> = sources.into_iter().flatten().collect();
        if sources.len() != 1 {
            self.error(&section.place(), msg!("column-of-one-source"));
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

    fn error(&self, place: &Place, message: Message) {
        self.section.report(Diagnostic::error(place.clone(), message));
    }

    /// A column that stands further up.
    fn column(&self, named: Declared<String>) -> String {
        if !self.earlier.iter().any(|column| column.id == named.value) {
            let suggestion = did_you_mean(&named.value, self.earlier.iter().map(|column| column.id.as_str()));
            self.error(&named.place, msg!("column-not-above", column = shown(&named.value), suggestion));
        }
        named.value
    }

    fn columns(&self, key: &'static str) -> Option<Vec<String>> {
        let named = self.section.declared_texts(key);
        for (at, column) in named.iter().enumerate() {
            if named[..at].iter().any(|earlier| earlier.value == column.value) {
                self.error(&column.place, msg!("column-named-twice", column = shown(&column.value), key = shown(key)));
            }
        }
        self.section.has(key).then(|| named.into_iter().map(|column| self.column(column)).collect())
    }

    fn share_of(&self, of: Option<Declared<String>>) -> ShareOf {
        match of {
            Some(of) if of.value == "total" => ShareOf::Total,
            Some(of) if of.value == "base" => ShareOf::Base,
            Some(of) => ShareOf::Column(self.column(of)),
            None => {
                self.section.require("of", msg!("key-of"));
                ShareOf::Total
            }
        }
    }

    fn check_field(&self, field: &Declared<String>, option: Option<&Declared<String>>) {
        let Some(rows) = self.rows else { return };
        let RowsDeclaration::Recipients { account, .. } = rows else {
            return self.error(&field.place, msg!("field-of-other-rows"));
        };
        let Some(account) = self.study.account(Some(account)) else { return };
        let kinds = [FieldKind::Money, FieldKind::Share, FieldKind::Number, FieldKind::Ticks, FieldKind::Codes];
        let referred = match self.study.find_field(account, field, &kinds, msg!("wanted-field-of-column")) {
            Ok(referred) => referred,
            Err(message) => return self.section.report(message),
        };
        let Referred::Field(declared) = referred else { return };
        match (account.has_options(declared), option) {
            (true, None) => self.error(&field.place, msg!("field-without-option", field = shown(&field.value))),
            (false, Some(option)) => {
                self.error(&option.place, msg!("option-of-plain-field", field = shown(&field.value)));
            }
            (true, Some(option)) => {
                let known: Vec<&str> = declared.options.iter().map(|o| o.key.as_str()).collect();
                if !known.is_empty() && !known.contains(&option.value.as_str()) {
                    let suggestion = did_you_mean(&option.value, known);
                    let (unknown, field) = (shown(&option.value), shown(&field.value));
                    self.error(&option.place, msg!("field-option-unknown", option = unknown, field, suggestion));
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
            self.error(form_place(form), msg!("sum-in-other-rows"));
        }
    }

    fn check_measure(&self, measure: &Declared<String>) {
        if !self.study.measures.iter().any(|own| own.id == measure.value) {
            let suggestion = did_you_mean(&measure.value, self.study.measures.iter().map(|own| own.id.as_str()));
            self.error(&measure.place, msg!("column-measure-unknown", measure = shown(&measure.value), suggestion));
        }
        if matches!(self.rows, Some(RowsDeclaration::Recipients { .. })) {
            self.error(&measure.place, msg!("measure-of-recipients"));
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
