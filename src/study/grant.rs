//! What names mean in the declarations of a grant: accounts, their fields, and parts of allocations.

use super::Study;
use super::account::{Account, AccountField, FieldForm};
use super::allocation::{AllocationDeclaration, TOTAL};
use super::decode::Declared;
use super::question::QuestionForm;
use crate::diagnostic::{Diagnostic, did_you_mean, shown};
use crate::msg;
use crate::wording::Arg;

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
    /// Codes of answers to an open question.
    Codes,
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
                FieldForm::Number { .. } | FieldForm::Register { .. } => FieldKind::Number,
                FieldForm::Question(question) => match question.form {
                    QuestionForm::Ticked { .. } | QuestionForm::Joined { .. } => FieldKind::Ticks,
                    QuestionForm::Items { .. } | QuestionForm::Choice { .. } => FieldKind::Answers,
                    QuestionForm::Text { .. } => FieldKind::Codes,
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
                let suggestion = did_you_mean(&name.value, known());
                let message = msg!("account-unknown", account = shown(&name.value), suggestion);
                Err(Diagnostic::error(name.place.clone(), message))
            }
            (None, None) => {
                let message = msg!("account-unclear", of = shown(&at.value), accounts = did_you_mean("", known()));
                Err(Diagnostic::error(at.place.clone(), message))
            }
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
        expected: impl Into<Arg>,
    ) -> Result<Referred<'a>, Diagnostic> {
        let Some(referred) = self.referred(account, &field.value) else {
            let names = self.names_in(account);
            let suggestion = did_you_mean(&field.value, names.iter().map(String::as_str));
            let (account, name) = (shown(&account.id), shown(&field.value));
            let message = msg!("account-field-unknown", account, field = name, suggestion);
            return Err(Diagnostic::error(field.place.clone(), message));
        };
        if wanted.contains(&referred.kind()) {
            return Ok(referred);
        }
        let message = msg!("field-of-other-kind", field = shown(&field.value), expected);
        Err(Diagnostic::error(field.place.clone(), message))
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
        let found = named.value.split_once('.').and_then(|(allocation, part)| {
            let allocation = self.allocation(allocation)?;
            let known = part == TOTAL || allocation.parts.iter().any(|p| p.id == part);
            known.then_some((allocation, part))
        });
        let Some((allocation, part)) = found else {
            let parts = |a: &AllocationDeclaration| a.parts.iter().map(|p| format!("{}.{}", a.id, p.id)).collect();
            let known: Vec<String> = self.allocations.iter().flat_map::<Vec<String>, _>(parts).collect();
            let suggestion = did_you_mean(&named.value, known.iter().map(String::as_str));
            let message = msg!("no-part-of-allocation", part = shown(&named.value), suggestion);
            return Err(Diagnostic::error(named.place.clone(), message));
        };
        match self.account_of(allocation) {
            Some(account) if account.level != level => {
                let (allocation, own, level) = (shown(&allocation.id), account.level.word(), level.word());
                let message = msg!("allocation-for-other-level", allocation, own, level);
                Err(Diagnostic::error(named.place.clone(), message))
            }
            _ => Ok((allocation, part)),
        }
    }

    /// The files of accounts, declared numbers and printed ones, each with its sheet.
    pub(super) fn grant_sheets(&self) -> impl Iterator<Item = (&Declared<String>, Option<&str>)> {
        let accounts = self.accounts.iter().map(|account| (&account.file, account.sheet.as_deref()));
        let declared = self.declared.iter().map(|declared| (&declared.file, declared.sheet.as_deref()));
        accounts.chain(declared).chain(self.printed.iter().map(|printed| (&printed.file, printed.sheet.as_deref())))
    }
}
