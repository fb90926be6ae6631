//! Fields that follow from others: differences, portions of a sum by shares, and who was asked a follow-up question.

use super::{Account, Field};
use crate::coding::open::Sources;
use crate::exact::Exact;
use crate::study::{self, AccountField, AskedIf, FieldForm, Referred};
use crate::survey::{self, Placed, Response, Values};

/// An account with its derived fields, in the order of the declaration.
pub(super) fn account(declared: &study::Account, mut read: survey::Account) -> Account {
    let recipients = read.returns.len();
    let mut fields: Vec<Field> = Vec::new();
    for field in &declared.fields {
        let values = match &field.form {
            FieldForm::Difference { from, less } => difference(&fields, recipients, &from.value, &less.value),
            FieldForm::Portion { shares, of } => portion(&fields, recipients, &shares.value, &of.value),
            _ => read.fields.remove(&field.id).map(|values| (values.options, values.values, values.blanks)),
        };
        let Some((options, data, blanks)) = values else { continue };
        let asked = match &field.form {
            FieldForm::Question(question) => {
                question.asked_if.as_ref().and_then(|condition| asked(&fields, recipients, condition))
            }
            _ => None,
        };
        let kind = Referred::Field(field).kind();
        let AccountField { id, label, .. } = field;
        let sources = Sources::new();
        fields.push(Field {
            id: id.clone(),
            label: label.clone(),
            kind,
            options,
            data,
            asked,
            total: None,
            sources,
            blanks,
        });
    }
    Account { id: declared.id.clone(), level: declared.level, returns: read.returns, fields, totals: read.totals }
}

type Derived = Option<(Vec<study::OptionDeclaration>, Values, Vec<survey::Blanks>)>;

fn named<'f>(fields: &'f [Field], id: &str) -> Option<&'f Field> {
    fields.iter().find(|field| field.id == id)
}

/// From less what is taken away; missing where either is.
fn difference(fields: &[Field], recipients: usize, from: &str, less: &str) -> Derived {
    let (from, less) = (named(fields, from)?, named(fields, less)?);
    let of = |at: usize| {
        let value = from.number(at, 0)?.minus(less.number(at, 0)?)?;
        // Where the amount that is taken away stands: that is where a difference below zero is looked for.
        Some(Placed { value, place: less.place(at, 0)?.clone() })
    };
    Some((Vec::new(), Values::Numbers((0..recipients).map(|at| vec![of(at)]).collect()), Vec::new()))
}

/// Share × amount, exactly.
fn portion(fields: &[Field], recipients: usize, shares: &str, of: &str) -> Derived {
    let (shares, amounts) = (named(fields, shares)?, named(fields, of)?);
    let hundredth = Exact::fraction(1, 100)?;
    let of = |at: usize, option: usize| {
        let value = shares.number(at, option)?.times(amounts.number(at, 0)?)?.times(hundredth)?;
        Some(Placed { value, place: shares.place(at, option)?.clone() })
    };
    let row = |at: usize| (0..shares.width()).map(|option| of(at, option)).collect();
    Some((shares.options.clone(), Values::Numbers((0..recipients).map(row).collect()), Vec::new()))
}

/// Whose earlier answer leads to a follow-up question.
fn asked(fields: &[Field], recipients: usize, condition: &AskedIf) -> Option<Vec<bool>> {
    let earlier = named(fields, &condition.question.value)?;
    let Values::Answers { answers, responses } = &earlier.data else { return None };
    let option = |at: &u32| {
        let option = earlier.options.get(*at as usize);
        option.is_some_and(|o| condition.names(&o.key) || condition.names(&o.written))
    };
    let answer = |at: &u32| answers.get(*at as usize).is_some_and(|text| condition.names(text));
    let leads = |at: usize| match responses.get(at) {
        Some(Response::Ticked(ticked)) => ticked.iter().any(option),
        Some(Response::Items(given)) => given.iter().flatten().any(answer),
        Some(Response::Choice(given)) => given.iter().any(answer),
        Some(Response::Text(_)) | None => false,
    };
    Some((0..recipients).map(|at| earlier.was_asked(at) && leads(at)).collect())
}
