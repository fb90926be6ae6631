//! Checks of the declarations of a grant: whatever is named exists, once, and holds what is wanted.

use super::Study;
use super::account::{Account, AccountField, FieldForm};
use super::allocation::{AllocationDeclaration, TOTAL};
use super::decode::Declared;
use super::file_name::{as_file, unfit};
use super::grant::{FieldKind, Referred};
use super::measure::{FieldReference, MeasureForm};
use super::question::QuestionForm;
use super::question_check::check_condition;
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::msg;
use crate::wording::Message;

/// Checks that whatever is named exists, once, and holds what is wanted.
pub(super) fn check(study: &Study, messages: &mut Diagnostics) {
    for (index, account) in study.accounts.iter().enumerate() {
        if study.accounts[..index].iter().any(|earlier| earlier.id == account.id) {
            let message = msg!("account-twice", account = shown(&account.id));
            messages.push(Diagnostic::error(account.place.clone(), message));
        }
        account.fields.iter().enumerate().for_each(|(at, _)| check_field(study, account, at, messages));
    }
    for (index, allocation) in study.allocations.iter().enumerate() {
        check_file_name(allocation, &study.allocations[..index], messages);
        check_allocation(study, allocation, messages);
    }
    for form in study.measures.iter().filter_map(|measure| measure.form.as_ref()) {
        let message = study.check_form(form).or_else(|| study.check_not_open(form));
        message.into_iter().for_each(|message| messages.push(message));
    }
    check_allocated(study, study, None, messages);
    study.named_studies().filter_map(|path| study.check_named_study(path)).for_each(|message| messages.push(message));
}

/// An allocation is written to a file of its own.
fn check_file_name(allocation: &AllocationDeclaration, earlier: &[AllocationDeclaration], messages: &mut Diagnostics) {
    let id = shown(&allocation.id);
    let mut report = |message: Message| messages.push(Diagnostic::error(allocation.place.clone(), message));
    let alike = earlier.iter().find(|earlier| as_file(&earlier.id) == as_file(&allocation.id));
    match alike {
        Some(other) if other.id == allocation.id => report(msg!("allocation-twice", allocation = &*id)),
        Some(other) => report(msg!("allocations-of-one-file", one = shown(&other.id), other = &*id)),
        None => {}
    }
    if let Some(message) = unfit(&allocation.id, "allocation-", ".csv", msg!("allocation-name", allocation = id)) {
        report(message);
    }
}

fn check_field(study: &Study, account: &Account, at: usize, messages: &mut Diagnostics) {
    let Some(field) = account.fields.get(at) else { return };
    let earlier: Vec<&str> = account.fields[..at].iter().map(|f| f.id.as_str()).collect();
    let mut wanted = |named: &Declared<String>, kinds: &[FieldKind], expected: Message| {
        if let Err(message) = study.find_field(account, named, kinds, expected) {
            messages.push(message);
        }
    };
    match &field.form {
        FieldForm::Difference { from, less } => {
            [from, less].into_iter().for_each(|named| wanted(named, &[FieldKind::Money], msg!("wanted-money-field")));
        }
        FieldForm::Portion { shares, of } => {
            wanted(shares, &[FieldKind::Share], msg!("wanted-shares"));
            wanted(of, &[FieldKind::Money], msg!("wanted-money-field"));
        }
        FieldForm::Question(question) => {
            if let Some(asked) = &question.asked_if {
                wanted(&asked.question, &[FieldKind::Ticks, FieldKind::Answers], msg!("wanted-question"));
            }
        }
        FieldForm::Money { .. } | FieldForm::Share { .. } | FieldForm::Number { .. } | FieldForm::Register { .. } => {}
    }
    for named in field.at_most.iter().chain(&field.parts_of) {
        wanted(named, &[FieldKind::Money], msg!("wanted-money-field-or-part"));
    }
    if let Some(named) = &field.allocated {
        messages.extend(study.part_of_allocation(named, account.level).err().map(Into::into).unwrap_or_default());
    }
    check_widths(study, account, field, messages);
    check_asked_if(account, field, messages);
    for named in field.form.sources() {
        let declared = account.field(&named.value).is_some();
        if declared && !earlier.contains(&named.value.as_str()) {
            let message = msg!("field-rests-on-later", field = shown(&field.id), source = shown(&named.value));
            messages.push(Diagnostic::error(named.place.clone(), message));
        }
    }
}

/// Checks that what is compared or subtracted is one amount per recipient, and that derived fields rest on fields.
fn check_widths(study: &Study, account: &Account, field: &AccountField, messages: &mut Diagnostics) {
    let sources: Vec<&Declared<String>> = match &field.form {
        FieldForm::Portion { of, .. } => vec![of],
        FieldForm::Question(_) => Vec::new(),
        form => form.sources(),
    };
    for named in &sources {
        if matches!(study.referred(account, &named.value), Some(Referred::Part(_))) {
            let message = msg!("field-rests-on-allocation", field = shown(&field.id), source = shown(&named.value));
            messages.push(Diagnostic::error(named.place.clone(), message));
        }
    }
    let compared = field.at_most.iter().chain(&field.parts_of);
    for named in sources.into_iter().chain(compared) {
        // Another kind of field has been reported already.
        let money = account.field(&named.value).filter(|other| other.form.is_money());
        if money.is_some_and(|other| account.has_options(other)) {
            let message = msg!("field-with-options", field = shown(&named.value));
            messages.push(Diagnostic::error(named.place.clone(), message));
        }
    }
    let single = field.at_most.iter().chain(&field.allocated);
    for named in single.filter(|_| field.form.is_money() && account.has_options(field)) {
        let message = msg!("field-with-options-compared", field = shown(&field.id));
        messages.push(Diagnostic::error(named.place.clone(), message));
    }
}

fn check_allocation(study: &Study, allocation: &AllocationDeclaration, messages: &mut Diagnostics) {
    let at = Declared { value: allocation.id.clone(), place: allocation.place.clone() };
    let account = match study.find_account(allocation.account.as_ref(), &at) {
        Ok(account) => account,
        Err(message) => return messages.push(message),
    };
    for key in allocation.parts.iter().filter_map(|part| part.key.as_ref()) {
        let kinds = [FieldKind::Number, FieldKind::Money];
        let found = study.find_field(account, key, &kinds, msg!("wanted-number-or-money"));
        match found {
            Err(message) => messages.push(message),
            Ok(Referred::Part(_)) => {
                messages.push(Diagnostic::error(key.place.clone(), msg!("allocation-as-key")));
            }
            Ok(Referred::Field(_)) => {}
        }
    }
}

impl Study {
    /// What is wrong with what a measure counts or sums.
    pub fn check_form(&self, form: &MeasureForm) -> Option<Diagnostic> {
        match form {
            MeasureForm::Sum { field } => {
                self.check_reference(field, &[FieldKind::Money], msg!("wanted-money-field")).err()
            }
            MeasureForm::Count { field, answers } => {
                let kinds =
                    [FieldKind::Money, FieldKind::Share, FieldKind::Ticks, FieldKind::Answers, FieldKind::Codes];
                let referred = match self.check_reference(field, &kinds, msg!("wanted-question-shares-or-money")) {
                    Ok(referred) => referred,
                    Err(message) => return Some(message),
                };
                check_answers(referred, field, answers)
            }
            MeasureForm::Pots { allocation } => {
                let known = self.allocations.iter().map(|a| a.id.as_str());
                self.allocation(&allocation.value).is_none().then(|| no_allocation(allocation, known))
            }
        }
    }

    /// A measure is compared with other years, whose answers to an open question nobody has coded here.
    fn check_not_open(&self, form: &MeasureForm) -> Option<Diagnostic> {
        let MeasureForm::Count { field, .. } = form else { return None };
        let account = self.find_account(field.account.as_ref(), &field.field).ok()?;
        let is_open = self.referred(account, &field.field.value)?.kind() == FieldKind::Codes;
        let message = msg!("measure-of-open-question", field = shown(&field.field.value));
        is_open.then(|| Diagnostic::error(field.field.place.clone(), message))
    }

    fn check_reference(
        &self,
        reference: &FieldReference,
        kinds: &[FieldKind],
        expected: Message,
    ) -> Result<Referred<'_>, Diagnostic> {
        let account = self.find_account(reference.account.as_ref(), &reference.field)?;
        self.find_field(account, &reference.field, kinds, expected)
    }
}

fn no_allocation<'n>(named: &Declared<String>, known: impl Iterator<Item = &'n str>) -> Diagnostic {
    let suggestion = did_you_mean(&named.value, known);
    Diagnostic::error(named.place.clone(), msg!("allocation-unknown", allocation = shown(&named.value), suggestion))
}

/// Answers are named of questions that have some, and exist there.
fn check_answers(referred: Referred<'_>, field: &FieldReference, answers: &[Declared<String>]) -> Option<Diagnostic> {
    let known: Vec<&str> = match referred {
        Referred::Field(AccountField { form: FieldForm::Question(question), .. }) => match &question.form {
            QuestionForm::Items { answers, .. } | QuestionForm::Choice { answers, .. } => {
                answers.iter().map(String::as_str).collect()
            }
            QuestionForm::Ticked { .. } | QuestionForm::Joined { .. } | QuestionForm::Text { .. } => Vec::new(),
        },
        _ => Vec::new(),
    };
    if let Some(wrong) = answers.iter().find(|answer| !known.contains(&answer.value.as_str())) {
        let message = msg!(
            "measured-answer-unknown",
            answer = shown(&wrong.value),
            question = shown(&field.field.value),
            suggestion = did_you_mean(&wrong.value, known)
        );
        return Some(Diagnostic::error(wrong.place.clone(), message));
    }
    (answers.is_empty() && !known.is_empty()).then(|| {
        let (question, answers) = (shown(&field.field.value), known.join(", "));
        Diagnostic::error(field.field.place.clone(), msg!("measured-answers-unsaid", question, answers))
    })
}

/// The answers that lead to a follow-up are those of the earlier question, or its options by key or as written.
fn check_asked_if(account: &Account, field: &AccountField, messages: &mut Diagnostics) {
    let FieldForm::Question(question) = &field.form else { return };
    let Some(asked) = &question.asked_if else { return };
    let Some(earlier) = account.field(&asked.question.value) else { return };
    let FieldForm::Question(question) = &earlier.form else { return };
    let answers = match &question.form {
        QuestionForm::Items { answers, .. } | QuestionForm::Choice { answers, .. } => answers.as_slice(),
        QuestionForm::Ticked { .. } | QuestionForm::Joined { .. } | QuestionForm::Text { .. } => &[],
    };
    let options = earlier.options.iter().filter(|_| answers.is_empty());
    let options = options.flat_map(|option| [option.written.as_str(), option.key.as_str()]);
    let known: Vec<&str> = answers.iter().map(String::as_str).chain(options).collect();
    if !known.is_empty() {
        check_condition(asked, &known, messages);
    }
}

/// Requisitions from an allocation: it exists, and so do its parts. Those of another study are checked when it is loaded.
pub(super) fn check_allocated(study: &Study, source: &Study, path: Option<&str>, messages: &mut Diagnostics) {
    for requisitions in &study.allocated {
        let from = &requisitions.source;
        if from.study.as_ref().map(|s| s.value.as_str()) != path {
            continue;
        }
        let Some(allocation) = source.allocation(&from.id.value) else {
            let known = source.allocations.iter().map(|a| a.id.as_str());
            messages.push(no_allocation(&from.id, known));
            continue;
        };
        for (part, area) in &requisitions.areas {
            if part != TOTAL && !allocation.parts.iter().any(|p| p.id == *part) {
                let known = allocation.parts.iter().map(|p| p.id.as_str());
                let (allocation, suggestion) = (shown(&from.id.value), did_you_mean(part, known));
                let message = msg!("allocation-part-unknown", allocation, part = shown(part), suggestion);
                messages.push(Diagnostic::error(area.place.clone(), message));
            }
        }
    }
}
