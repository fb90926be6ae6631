//! How the declarations of a grant fit together: accounts, fields that point to fields, allocations, measures, and the
//! other studies that are named.

use std::path::Path;

use super::account::{Account, AccountField, FieldForm};
use super::allocation::{AllocationDeclaration, TOTAL};
use super::decode::Declared;
use super::measure::{FieldReference, MeasureForm};
use super::question::QuestionForm;
use super::{STUDY_FILE, Study};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Kronor.
    Money,
    /// Percent.
    Share,
    /// A number.
    Number,
    /// Options that are ticked or not.
    Ticks,
    /// Answers, for one or several items.
    Answers,
}

/// What a name in an account refers to.
#[derive(Clone, Copy, Debug)]
pub enum Referred<'a> {
    /// One of its fields.
    Field(&'a AccountField),
    /// A part of an allocation over its recipients (`total` for all parts together).
    Part(&'a AllocationDeclaration),
}

impl Referred<'_> {
    /// What it holds.
    pub fn kind(&self) -> FieldKind {
        match self {
            Self::Part(_) => FieldKind::Money,
            Self::Field(field) => match &field.form {
                FieldForm::Share { .. } => FieldKind::Share,
                FieldForm::Number { .. } | FieldForm::Population => FieldKind::Number,
                FieldForm::Question(question) => match question.form {
                    QuestionForm::Ticked { .. } | QuestionForm::Joined { .. } => FieldKind::Ticks,
                    QuestionForm::Items { .. } | QuestionForm::Choice { .. } => FieldKind::Answers,
                },
                FieldForm::Money { .. } | FieldForm::Difference { .. } | FieldForm::Portion { .. } => FieldKind::Money,
            },
        }
    }
}

impl Study {
    /// The account of a name; the only one where none is named.
    pub fn account(&self, name: Option<&str>) -> Option<&Account> {
        match name {
            Some(name) => self.accounts.iter().find(|account| account.id == name),
            None => self.accounts.first().filter(|_| self.accounts.len() == 1),
        }
    }

    /// The account whose recipients an allocation is made for.
    pub fn account_of(&self, allocation: &AllocationDeclaration) -> Option<&Account> {
        self.account(allocation.account.as_ref().map(|name| name.value.as_str()))
    }

    /// The allocation of a name.
    pub fn allocation(&self, name: &str) -> Option<&AllocationDeclaration> {
        self.allocations.iter().find(|allocation| allocation.id == name)
    }

    /// What a name means in an account: a field, or `allocation.part`.
    pub fn referred<'a>(&'a self, account: &'a Account, name: &str) -> Option<Referred<'a>> {
        let Some((allocation, part)) = name.split_once('.') else {
            return account.field(name).map(Referred::Field);
        };
        let allocation = self.allocation(allocation)?;
        let of_account = self.account_of(allocation).is_some_and(|own| own.id == account.id);
        let known = part == TOTAL || allocation.parts.iter().any(|p| p.id == part);
        (of_account && known).then_some(Referred::Part(allocation))
    }

    /// Every name that means something in an account.
    pub fn names_in(&self, account: &Account) -> Vec<String> {
        let mut names: Vec<String> = account.fields.iter().map(|field| field.id.clone()).collect();
        for allocation in &self.allocations {
            if self.account_of(allocation).is_some_and(|own| own.id == account.id) {
                let parts = allocation.parts.iter().map(|part| part.id.as_str()).chain([TOTAL]);
                names.extend(parts.map(|part| format!("{}.{part}", allocation.id)));
            }
        }
        names
    }

    /// The account that a declaration names, or the only one; a message where there is none such.
    ///
    /// # Errors
    /// What is wrong with the name.
    pub fn find_account(
        &self,
        named: Option<&Declared<String>>,
        at: &Declared<String>,
    ) -> Result<&Account, Diagnostic> {
        let known = || self.accounts.iter().map(|account| account.id.as_str());
        match (self.account(named.map(|name| name.value.as_str())), named) {
            (Some(account), _) => Ok(account),
            (None, Some(name)) => {
                Err(Diagnostic::error(name.place.clone(), format!("there is no account {}", shown(&name.value)))
                    .action(did_you_mean(&name.value, known())))
            }
            (None, None) => Err(Diagnostic::error(
                at.place.clone(),
                format!("it is not clear to which account {} belongs", shown(&at.value)),
            )
            .expected("the key \"account\", where the study has not just one")
            .action(did_you_mean("", known()))),
        }
    }

    /// What a reference means; a message where it means nothing, or not one of the kinds that are wanted.
    ///
    /// # Errors
    /// What is wrong with the reference.
    pub fn find_field<'a>(
        &'a self,
        account: &'a Account,
        field: &Declared<String>,
        wanted: &[FieldKind],
        expected: &str,
    ) -> Result<Referred<'a>, Diagnostic> {
        let error = |found: String| Diagnostic::error(field.place.clone(), found);
        let Some(referred) = self.referred(account, &field.value) else {
            let names = self.names_in(account);
            let found = format!("the account {} has no field {}", shown(&account.id), shown(&field.value));
            return Err(error(found).action(did_you_mean(&field.value, names.iter().map(String::as_str))));
        };
        if wanted.contains(&referred.kind()) {
            return Ok(referred);
        }
        Err(error(format!("the field {} does not hold what is wanted here", shown(&field.value))).expected(expected))
    }

    /// The allocation and part that `allocation.part` means, for recipients of a level; a message where there is none such.
    ///
    /// # Errors
    /// What is wrong with the name.
    pub fn part_of_allocation<'n>(
        &self,
        named: &'n Declared<String>,
        level: crate::register::Level,
    ) -> Result<(&AllocationDeclaration, &'n str), Diagnostic> {
        let error = |found: String| Diagnostic::error(named.place.clone(), found);
        let found = named.value.split_once('.').and_then(|(allocation, part)| {
            let allocation = self.allocation(allocation)?;
            let known = part == TOTAL || allocation.parts.iter().any(|p| p.id == part);
            known.then_some((allocation, part))
        });
        let Some((allocation, part)) = found else {
            let parts = |a: &AllocationDeclaration| a.parts.iter().map(|p| format!("{}.{}", a.id, p.id)).collect();
            let known: Vec<String> = self.allocations.iter().flat_map::<Vec<String>, _>(parts).collect();
            return Err(error(format!("{} is no part of an allocation", shown(&named.value)))
                .expected("an allocation and its part, joined by a point")
                .action(did_you_mean(&named.value, known.iter().map(String::as_str))));
        };
        match self.account_of(allocation) {
            Some(account) if account.level != level => {
                let found =
                    format!("the allocation {} is for the level {}", shown(&allocation.id), account.level.word());
                Err(error(found).expected(format!("an allocation for the level {}", level.word())))
            }
            _ => Ok((allocation, part)),
        }
    }

    /// Loads the other studies that this one names.
    pub(super) fn load_companions(&mut self, messages: &mut Diagnostics) {
        let mut paths: Vec<Declared<String>> = self.named_studies().cloned().collect();
        paths.sort_by(|a, b| a.value.cmp(&b.value));
        paths.dedup_by(|a, b| a.value == b.value);
        for path in paths {
            let at = path.value.trim_end_matches('/');
            match Self::load_as(&self.path(at), &format!("{at}/{STUDY_FILE}")) {
                Ok(mut study) => {
                    study.rebase(&self.folder, at);
                    self.companions.push((path.value, study));
                }
                Err(of_study) => messages.extend(of_study),
            }
        }
    }

    /// The folders of other studies, where they are named.
    fn named_studies(&self) -> impl Iterator<Item = &Declared<String>> {
        let earlier = self.earlier.iter().map(|earlier| &earlier.study);
        earlier.chain(self.allocated.iter().filter_map(|allocated| allocated.source.study.as_ref()))
    }

    /// What is wrong with the folder of another study: it is this one, or holds none.
    fn check_named_study(&self, path: &Declared<String>) -> Option<Diagnostic> {
        let other = self.path(&path.value);
        if !other.join(STUDY_FILE).is_file() {
            let found = format!("there is no study in {}", shown(&path.value));
            return Some(
                Diagnostic::error(path.place.clone(), found)
                    .expected("a folder that holds study.toml, from this study's folder"),
            );
        }
        let same = std::fs::canonicalize(&other).ok() == std::fs::canonicalize(&self.folder).ok();
        same.then(|| {
            Diagnostic::error(path.place.clone(), format!("{} is this study itself", shown(&path.value)))
                .expected("the folder of another study")
        })
    }

    /// Names the files as they are reached from another study's folder.
    fn rebase(&mut self, folder: &Path, at: &str) {
        let accounts = self.accounts.iter_mut().map(|account| &mut account.file);
        for file in accounts.chain(self.declared.iter_mut().map(|declared| &mut declared.file)) {
            file.value = format!("{at}/{}", file.value);
        }
        // What it prints is compared when it is run itself.
        self.printed.clear();
        folder.clone_into(&mut self.folder);
    }

    /// The files of accounts, of declared and of printed numbers.
    pub fn grant_files(&self) -> impl Iterator<Item = &Declared<String>> {
        let accounts = self.accounts.iter().map(|account| &account.file);
        let declared = self.declared.iter().map(|declared| &declared.file);
        accounts.chain(declared).chain(self.printed.iter().map(|printed| &printed.file))
    }
}

/// Checks that whatever is named exists, once, and holds what is wanted.
pub(super) fn check(study: &Study, messages: &mut Diagnostics) {
    for (index, account) in study.accounts.iter().enumerate() {
        if study.accounts[..index].iter().any(|earlier| earlier.id == account.id) {
            messages.push(twice(&account.place, "account", &account.id));
        }
        account.fields.iter().enumerate().for_each(|(at, _)| check_field(study, account, at, messages));
    }
    for (index, allocation) in study.allocations.iter().enumerate() {
        if study.allocations[..index].iter().any(|earlier| earlier.id == allocation.id) {
            messages.push(twice(&allocation.place, "allocation", &allocation.id));
        }
        check_allocation(study, allocation, messages);
    }
    for form in study.measures.iter().filter_map(|measure| measure.form.as_ref()) {
        study.check_form(form).into_iter().for_each(|message| messages.push(message));
    }
    check_allocated(study, study, None, messages);
    study.named_studies().filter_map(|path| study.check_named_study(path)).for_each(|message| messages.push(message));
}

fn twice(place: &crate::diagnostic::Place, what: &str, id: &str) -> Diagnostic {
    Diagnostic::error(place.clone(), format!("the {what} {} is declared twice", shown(id)))
        .action("give one of them another name")
}

fn check_field(study: &Study, account: &Account, at: usize, messages: &mut Diagnostics) {
    let Some(field) = account.fields.get(at) else { return };
    let earlier: Vec<&str> = account.fields[..at].iter().map(|f| f.id.as_str()).collect();
    let mut wanted = |named: &Declared<String>, kinds: &[FieldKind], expected: &str| {
        if let Err(message) = study.find_field(account, named, kinds, expected) {
            messages.push(message);
        }
    };
    match &field.form {
        FieldForm::Difference { from, less } => {
            [from, less].into_iter().for_each(|named| wanted(named, &[FieldKind::Money], "a money field"));
        }
        FieldForm::Portion { shares, of } => {
            wanted(shares, &[FieldKind::Share], "a field with shares");
            wanted(of, &[FieldKind::Money], "a money field");
        }
        FieldForm::Question(question) => {
            if let Some(asked) = &question.asked_if {
                wanted(&asked.question, &[FieldKind::Ticks, FieldKind::Answers], "a question");
            }
        }
        FieldForm::Money { .. } | FieldForm::Share { .. } | FieldForm::Number { .. } | FieldForm::Population => {}
    }
    for named in field.at_most.iter().chain(&field.parts_of) {
        wanted(named, &[FieldKind::Money], "a money field, or a part of an allocation");
    }
    if let Some(named) = &field.allocated {
        messages.extend(study.part_of_allocation(named, account.level).err().map(Into::into).unwrap_or_default());
    }
    check_widths(study, account, field, messages);
    for named in field.form.sources() {
        let declared = account.field(&named.value).is_some();
        if declared && !earlier.contains(&named.value.as_str()) {
            messages.push(
                Diagnostic::error(
                    named.place.clone(),
                    format!("{} rests on {}, which is declared below it", shown(&field.id), shown(&named.value)),
                )
                .expected("a field that is declared above"),
            );
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
            let found = format!("{} rests on {}, a part of an allocation", shown(&field.id), shown(&named.value));
            messages.push(Diagnostic::error(named.place.clone(), found).expected("a field of the account"));
        }
    }
    let compared = field.at_most.iter().chain(&field.parts_of);
    for named in sources.into_iter().chain(compared) {
        // Another kind of field has been reported already.
        let money = account.field(&named.value).filter(|other| other.form.is_money());
        if money.is_some_and(|other| account.has_options(other)) {
            let found = format!("{} has one amount per option", shown(&named.value));
            messages.push(Diagnostic::error(named.place.clone(), found).expected("a field with one amount"));
        }
    }
    let single = field.at_most.iter().chain(&field.allocated);
    for named in single.filter(|_| field.form.is_money() && account.has_options(field)) {
        let found = format!("{} has one amount per option and cannot be compared", shown(&field.id));
        messages.push(Diagnostic::error(named.place.clone(), found).expected("a field with one amount"));
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
            FieldForm::Number { .. } | FieldForm::Population | FieldForm::Difference { .. } => false,
        }
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
        let found = study.find_field(account, key, &kinds, "a field with a number or money");
        match found {
            Err(message) => messages.push(message),
            Ok(Referred::Part(_)) => messages.push(
                Diagnostic::error(key.place.clone(), "an allocation cannot be the key of another")
                    .expected("a field of the account"),
            ),
            Ok(Referred::Field(_)) => {}
        }
    }
}

impl Study {
    /// What is wrong with what a measure counts or sums.
    pub fn check_form(&self, form: &MeasureForm) -> Option<Diagnostic> {
        match form {
            MeasureForm::Sum { field } => self.check_reference(field, &[FieldKind::Money], "a money field").err(),
            MeasureForm::Count { field, answers } => {
                let kinds = [FieldKind::Money, FieldKind::Share, FieldKind::Ticks, FieldKind::Answers];
                let referred = match self.check_reference(field, &kinds, "a question, shares or money") {
                    Ok(referred) => referred,
                    Err(message) => return Some(message),
                };
                check_answers(referred, field, answers)
            }
            MeasureForm::Pots { allocation } => {
                let known = self.allocations.iter().map(|a| a.id.as_str());
                self.allocation(&allocation.value).is_none().then(|| {
                    let found = format!("there is no allocation {}", shown(&allocation.value));
                    Diagnostic::error(allocation.place.clone(), found).action(did_you_mean(&allocation.value, known))
                })
            }
        }
    }

    fn check_reference(
        &self,
        reference: &FieldReference,
        kinds: &[FieldKind],
        expected: &str,
    ) -> Result<Referred<'_>, Diagnostic> {
        let account = self.find_account(reference.account.as_ref(), &reference.field)?;
        self.find_field(account, &reference.field, kinds, expected)
    }
}

/// Answers are named of questions that have some, and exist there.
fn check_answers(referred: Referred<'_>, field: &FieldReference, answers: &[Declared<String>]) -> Option<Diagnostic> {
    let known: Vec<&str> = match referred {
        Referred::Field(AccountField { form: FieldForm::Question(question), .. }) => match &question.form {
            QuestionForm::Items { answers, .. } | QuestionForm::Choice { answers, .. } => {
                answers.iter().map(String::as_str).collect()
            }
            QuestionForm::Ticked { .. } | QuestionForm::Joined { .. } => Vec::new(),
        },
        _ => Vec::new(),
    };
    if let Some(wrong) = answers.iter().find(|answer| !known.contains(&answer.value.as_str())) {
        let found = format!("{} is no answer to {}", shown(&wrong.value), shown(&field.field.value));
        return Some(Diagnostic::error(wrong.place.clone(), found).action(did_you_mean(&wrong.value, known)));
    }
    (answers.is_empty() && !known.is_empty()).then(|| {
        let found = format!("it is not said which answers to {} count", shown(&field.field.value));
        Diagnostic::error(field.field.place.clone(), found)
            .expected(format!("\"answers\" with some of {}", known.join(", ")))
    })
}

/// Requisitions from an allocation: it exists, and so do its parts. Those of another study are checked when it is loaded.
fn check_allocated(study: &Study, source: &Study, path: Option<&str>, messages: &mut Diagnostics) {
    for requisitions in &study.allocated {
        let from = &requisitions.source;
        if from.study.as_ref().map(|s| s.value.as_str()) != path {
            continue;
        }
        let Some(allocation) = source.allocation(&from.id.value) else {
            let known = source.allocations.iter().map(|a| a.id.as_str());
            messages.push(
                Diagnostic::error(from.id.place.clone(), format!("there is no allocation {}", shown(&from.id.value)))
                    .action(did_you_mean(&from.id.value, known)),
            );
            continue;
        };
        for (part, area) in &requisitions.areas {
            if part != TOTAL && !allocation.parts.iter().any(|p| p.id == *part) {
                let known = allocation.parts.iter().map(|p| p.id.as_str());
                messages.push(
                    Diagnostic::error(
                        area.place.clone(),
                        format!("the allocation {} has no part {}", shown(&from.id.value), shown(part)),
                    )
                    .action(did_you_mean(part, known)),
                );
            }
        }
    }
}

impl Study {
    /// Checks what is taken from other studies, once they are loaded.
    pub(super) fn check_companions(&self, messages: &mut Diagnostics) {
        for (path, companion) in &self.companions {
            check_allocated(self, companion, Some(path), messages);
        }
    }
}
