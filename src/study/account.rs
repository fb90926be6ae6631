//! Returns of a grant as declared: one row per recipient, and what each column holds.
//!
//! A field is read from columns (money, shares, a number, a closed question) or derived from other fields. A field with
//! `{option}` in its column has one value per option.

use super::decode::{Declared, Section};
use super::header::{Header, decode_header};
use super::money::{MoneyForm, decode_decimal};
use super::question::{Per, Question, QuestionForm, Scales, decode_answers, decode_asked_if};
use super::register::Levels;
use super::text;
use super::written::Written;
use crate::diagnostic::{Diagnostic, Place, is_name, shown};
use crate::msg;
use crate::register::Level;
use crate::wording::{Message, Text};

/// One sheet with a row per recipient: returns of a grant, or what a distribution needs to know.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its short name.
    pub id: String,
    /// What readers see.
    pub title: Text,
    /// Where the declaration stands.
    pub place: Place,
    /// The recipients' level.
    pub level: Level,
    /// The file.
    pub file: Declared<String>,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The header rows.
    pub header: Header,
    /// The column with the recipient's name or code.
    pub recipient: Declared<String>,
    /// Labels of rows that are totals, not recipients.
    pub totals: Vec<String>,
    /// The fields, in the order of the declaration.
    pub fields: Vec<AccountField>,
}

/// What is known of every recipient.
#[derive(Clone, Debug)]
pub struct AccountField {
    /// Its short name.
    pub id: String,
    /// What messages and figures call it.
    pub label: Text,
    /// Where the declaration stands.
    pub place: Place,
    /// Where its values come from.
    pub form: FieldForm,
    /// Its options, where they are declared: their keys and what the file calls them.
    pub options: Vec<OptionDeclaration>,
    /// The money field that it may not exceed.
    pub at_most: Option<Declared<String>>,
    /// The money field that its options are parts of.
    pub parts_of: Option<Declared<String>>,
    /// The part of an allocation that it must equal, as `fördelning.del`.
    pub allocated: Option<Declared<String>>,
}

/// An option: its key in data files, what the returns call it, and what the report calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionDeclaration {
    /// Its key.
    pub key: String,
    /// As the file has it.
    pub written: String,
    /// As readers see it.
    pub label: Text,
}

/// Where a field's values come from.
#[derive(Clone, Debug)]
pub enum FieldForm {
    /// Amounts of money.
    Money {
        /// The column, or a pattern with `{option}`.
        columns: Declared<String>,
        /// What a bare number counts, and its decimal sign.
        form: MoneyForm,
    },
    /// Shares of a whole.
    Share {
        /// The column, or a pattern with `{option}`: then the options are parts of one whole.
        columns: Declared<String>,
        /// Whether a cell holds `0,5` for 50 percent.
        fraction: bool,
        /// The sign before decimals, where the study declares it.
        decimal: Option<char>,
    },
    /// A number that is no money, as a population.
    Number {
        /// The column.
        columns: Declared<String>,
        /// The sign before decimals, where the study declares it.
        decimal: Option<char>,
    },
    /// A number of the register, as the population.
    Register {
        /// Its name.
        number: String,
    },
    /// A question, closed or open.
    Question(Box<Question>),
    /// What is left of one money field when another is taken away.
    Difference {
        /// From what.
        from: Declared<String>,
        /// What is taken away.
        less: Declared<String>,
    },
    /// Shares of a money field, in kronor.
    Portion {
        /// The field with the shares.
        shares: Declared<String>,
        /// The money field that they are shares of.
        of: Declared<String>,
    },
}

impl FieldForm {
    /// Whether its values are kronor.
    pub fn is_money(&self) -> bool {
        matches!(self, Self::Money { .. } | Self::Difference { .. } | Self::Portion { .. })
    }

    /// The fields that it is derived from.
    pub fn sources(&self) -> Vec<&Declared<String>> {
        match self {
            Self::Difference { from, less } => vec![from, less],
            Self::Portion { shares, of } => vec![shares, of],
            Self::Question(question) => question.asked_if.iter().map(|asked| &asked.question).collect(),
            Self::Money { .. } | Self::Share { .. } | Self::Number { .. } | Self::Register { .. } => Vec::new(),
        }
    }
}

impl Account {
    /// A field by its id.
    pub fn field(&self, id: &str) -> Option<&AccountField> {
        self.fields.iter().find(|field| field.id == id)
    }
}

impl Account {
    /// Whether a field has one value per option.
    pub fn has_options(&self, field: &AccountField) -> bool {
        match &field.form {
            FieldForm::Money { columns, .. } | FieldForm::Share { columns, .. } => columns.value.contains("{option}"),
            FieldForm::Portion { shares, .. } => {
                let shares = self.field(&shares.value).map(|shares| &shares.form);
                matches!(shares, Some(FieldForm::Share { columns, .. }) if columns.value.contains("{option}"))
            }
            FieldForm::Question(question) => !matches!(question.form, QuestionForm::Choice { .. }),
            FieldForm::Number { .. } | FieldForm::Register { .. } | FieldForm::Difference { .. } => false,
        }
    }
}

/// Reads one `[[account]]`.
pub(super) fn decode_account(section: &Section<'_>, scales: &Scales, levels: &Levels) -> Option<Account> {
    let id = name(section, msg!("key-account-name"));
    let title = text(section, "title");
    let level = levels.required(section);
    let file = section.required_text("file", msg!("key-account-file"));
    let sheet = section.text("sheet");
    let header = decode_header(section);
    let recipient = section.required_text("recipient", msg!("key-recipient-name-or-code"));
    let totals = section.texts("totals");
    let fields = section.named_sections("field", |id, s| decode_field(id, s, scales, level));
    let id = id?;
    Some(Account {
        title: title.unwrap_or_else(|| Text { sv: id.clone(), en: None }),
        id,
        place: section.place(),
        level: level?,
        file: file?,
        sheet: sheet.map(|s| s.value),
        header,
        recipient: recipient?,
        totals,
        fields,
    })
}

/// The key `id`, which has to be a name.
pub(super) fn name(section: &Section<'_>, expected: Message) -> Option<String> {
    let id = section.required_text("id", expected)?;
    if !is_name(&id.value) {
        section.report(Diagnostic::error(id.place, msg!("name-unfit", name = shown(&id.value))));
        return None;
    }
    Some(id.value)
}

fn decode_field(id: &str, section: &Section<'_>, scales: &Scales, level: Option<Level>) -> Option<AccountField> {
    if !is_name(id) {
        section.report(Diagnostic::error(section.place(), msg!("field-name-unfit", name = shown(id))));
    }
    let label = text(section, "label");
    let options = decode_options(section);
    let at_most = section.text("at_most");
    let parts_of = section.text("parts_of");
    let allocated = section.text("allocated");
    let form = decode_form(id, section, scales, (&options, level))?;
    check_keys(section, &form, &[("at_most", &at_most), ("parts_of", &parts_of), ("allocated", &allocated)]);
    Some(AccountField {
        id: id.to_owned(),
        label: label.unwrap_or_else(|| Text { sv: id.to_owned(), en: None }),
        place: section.place(),
        form,
        options,
        at_most,
        parts_of,
        allocated,
    })
}

/// `options`: a table with a key for each, or a list whose texts are their own keys; `labels` where the report calls them
/// something else.
fn decode_options(section: &Section<'_>) -> Vec<OptionDeclaration> {
    let labels = section.named_texts("labels");
    let written: Vec<(String, String)> = if section.is_table("options") {
        section.pairs("options").into_iter().map(|(key, text)| (key, text.value)).collect()
    } else {
        section.texts("options").into_iter().map(|text| (text.clone(), text)).collect()
    };
    for (key, _) in labels.iter().filter(|(key, _)| !written.iter().any(|(known, _)| known == key)) {
        section.report(Diagnostic::error(section.place(), msg!("label-of-no-option", key = shown(key))));
    }
    let label_of = |key: &str| labels.iter().find(|(known, _)| known == key).map(|(_, label)| label.clone());
    let options = written.into_iter().map(|(key, written)| OptionDeclaration {
        label: label_of(&key).unwrap_or_else(|| Text { sv: written.clone(), en: None }),
        key,
        written,
    });
    options.collect()
}

/// The one form that a field is declared in.
fn decode_form(
    id: &str,
    section: &Section<'_>,
    scales: &Scales,
    (options, level): (&[OptionDeclaration], Option<Level>),
) -> Option<FieldForm> {
    let unit = section.word("unit", &Unit::WORDS);
    let kronor = if let Some(Unit::Kronor(kronor)) = unit { kronor } else { 1 };
    let decimal = decode_decimal(section);
    let money_form = MoneyForm { decimal, place: section.place(), ..MoneyForm::of(kronor) };
    let money = section.text("money").map(|columns| FieldForm::Money { columns, form: money_form });
    let share = section.text("share").map(|columns| FieldForm::Share {
        columns,
        fraction: unit == Some(Unit::Fraction),
        decimal,
    });
    let number = section.text("number").map(|columns| FieldForm::Number { columns, decimal });
    let registered = decode_registered(section, level);
    let difference = section.section("difference", |s| {
        let from = s.required_text("from", msg!("key-difference-from"));
        let less = s.required_text("less", msg!("key-difference-less"));
        Some(FieldForm::Difference { from: from?, less: less? })
    });
    let portion = section.section("portion", |s| {
        let shares = s.required_text("shares", msg!("key-portion-shares"));
        let of = s.required_text("of", msg!("key-portion-of"));
        Some(FieldForm::Portion { shares: shares?, of: of? })
    });
    let question = decode_question(id, section, scales, options);
    let forms = [money, share, number, registered, difference, portion, question];
    let mut forms: Vec<FieldForm> = forms.into_iter().flatten().collect();
    if forms.len() != 1 {
        section.report(Diagnostic::error(section.place(), msg!("field-form-unclear", field = shown(id))));
        return None;
    }
    let form = forms.pop()?;
    let fits = match &form {
        FieldForm::Money { .. } => unit.is_none_or(|unit| matches!(unit, Unit::Kronor(_))),
        FieldForm::Share { .. } => unit.is_none_or(|unit| matches!(unit, Unit::Percent | Unit::Fraction)),
        _ => unit.is_none(),
    };
    if !fits {
        section.report(Diagnostic::error(section.place(), msg!("field-unit-unfit", field = shown(id))));
    }
    let has_numbers = matches!(form, FieldForm::Money { .. } | FieldForm::Share { .. } | FieldForm::Number { .. });
    if section.has("decimal") && !has_numbers {
        section.report(Diagnostic::error(section.place(), msg!("decimal-without-numbers", field = shown(id))));
    }
    Some(form)
}

/// A number of the register, by its name. Where the register is not known, nobody can tell which numbers it has.
fn decode_registered(section: &Section<'_>, level: Option<Level>) -> Option<FieldForm> {
    let Some(level) = level else {
        return section.text("register").map(|number| FieldForm::Register { number: number.value });
    };
    let numbers: Vec<(&str, &str)> = level.numbers().iter().map(|name| (name.as_str(), name.as_str())).collect();
    section.word("register", &numbers).map(|number| FieldForm::Register { number: number.to_owned() })
}

/// What a bare number counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Kronor(i64),
    Percent,
    Fraction,
}

impl Unit {
    const WORDS: [(&'static str, Self); 5] = [
        ("kr", Self::Kronor(1)),
        ("tkr", Self::Kronor(1_000)),
        ("mnkr", Self::Kronor(1_000_000)),
        ("percent", Self::Percent),
        ("fraction", Self::Fraction),
    ];
}

fn decode_question(
    id: &str,
    section: &Section<'_>,
    scales: &Scales,
    options: &[OptionDeclaration],
) -> Option<FieldForm> {
    let answers = decode_answers(section, scales);
    let asked_if = section.section("asked_if", decode_asked_if);
    let separator = section.text("separator").map_or_else(|| ";".to_owned(), |s| s.value);
    let ticked = section.text("ticked").map(|columns| QuestionForm::Ticked { columns, listed: Vec::new() });
    let written = options.iter().map(|option| option.written.clone()).collect();
    let joined = section.text("joined").map(|column| QuestionForm::Joined {
        column,
        more: Vec::new(),
        separator,
        options: written,
    });
    let names = answers.names();
    let items = section.text("items");
    let items = items.map(|columns| QuestionForm::Items { columns, listed: Vec::new(), answers: names.clone() });
    let choice = section.text("choice").map(|column| QuestionForm::Choice { column, answers: names });
    let open = section.text("text").map(|column| QuestionForm::Text { column });
    let form = [ticked, joined, items, choice, open].into_iter().flatten().next()?;
    super::question::check_form(id, section, &form);
    if form.is_open() {
        super::question_check::check_keys(section, &form);
    }
    let question = Question {
        id: id.to_owned(),
        place: section.place(),
        form,
        per: Per::Respondent,
        asked_if,
        counted: Vec::new(),
        written_options: Written::default(),
        written_answers: answers,
        other: None,
    };
    Some(FieldForm::Question(Box::new(question)))
}

/// Checks say something of money only.
fn check_keys(section: &Section<'_>, form: &FieldForm, keys: &[(&str, &Option<Declared<String>>)]) {
    for (key, declared) in keys {
        if let Some(declared) = declared.as_ref().filter(|_| !form.is_money()) {
            section.report(Diagnostic::error(declared.place.clone(), msg!("key-of-money-only", key = shown(key))));
        }
    }
}
