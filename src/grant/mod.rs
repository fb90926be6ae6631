//! A grant in numbers: what recipients returned, what follows from it, how pots are distributed, what is compared over
//! years, and whether it all adds up.
//!
//! Everything is exact: money is öre or kronor, shares and parts of pots are fractions until they are printed.

mod allocation;
mod blanks;
mod check;
mod derive;
mod field;
mod keys;
mod measure;
mod open;

pub use allocation::{Allocation, AllocationPart};
pub use field::{Field, FieldData};
pub use measure::{Point, Series, Unit};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
use crate::money::Amount;
use crate::msg;
use crate::read::Files;
use crate::register::Level;
use crate::study::{self, Study};
use crate::survey::{
    Funds, PrintedNumber, Requisition, Return, TotalRow, read_account, read_declared, read_printed, report_unusual,
};

/// All numbers of a study's grant.
#[derive(Debug, Default)]
pub struct Grant {
    /// The accounts, in the order of the study.
    pub accounts: Vec<Account>,
    /// The distributions.
    pub allocations: Vec<Allocation>,
    /// What is compared over years: by measure and year.
    pub series: Vec<Series>,
    /// Numbers as the report prints them.
    pub printed: Vec<PrintedNumber>,
    /// The grants of the other studies that this one names, by path.
    companions: Vec<(String, Grant)>,
}

/// What the recipients of one account returned, and what follows from it.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its short name.
    pub id: String,
    /// The recipients' level.
    pub level: Level,
    /// The recipients, in the order of their codes.
    pub returns: Vec<Return>,
    /// The fields, read and derived, in the order of the study; parts of allocations last, as `allocation.part`.
    pub fields: Vec<Field>,
    /// Rows of the file that say they are totals.
    pub totals: Vec<TotalRow>,
}

impl Account {
    /// A field, or a part of an allocation as `allocation.part`.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }
}

impl Grant {
    /// Reads the accounts of a study and of the studies that it names, and computes what follows. Where something is
    /// wrong with what was read, what rests on it is left out.
    pub fn read(study: &Study, files: &Files, messages: &mut Diagnostics) -> Self {
        let mut grant = Self::of(study, files, messages);
        for (path, companion) in &study.companions {
            // What was treated specially there is said when it is run itself; what is probably wrong is wrong here, too.
            let mut own = Diagnostics::new();
            grant.companions.push((path.clone(), Self::of(companion, files, &mut own)));
            messages.extend(own.without_notices());
        }
        grant.printed = study.printed.iter().flat_map(|list| read_printed(list, files, messages)).collect();
        if messages.has_errors() {
            return grant;
        }
        grant.take_over_series(study, messages);
        check::check(study, &grant, messages);
        grant
    }

    /// The grant of one study by itself.
    fn of(study: &Study, files: &Files, messages: &mut Diagnostics) -> Self {
        let mut grant = Self::default();
        for declared in &study.accounts {
            let Some(read) = read_account((&study.surveys, declared), files, messages) else { continue };
            report_unusual(declared, &read, messages);
            grant.accounts.push(derive::account(declared, read));
        }
        let declared = study.declared.iter().flat_map(|list| read_declared(list, files, messages)).collect();
        // A gap in a key or an answer that could not be read would be reported once more.
        if messages.has_errors() {
            return grant;
        }
        for declared in &study.allocations {
            let Some(account) = study.account_of(declared) else { continue };
            let Some(account) = grant.accounts.iter_mut().find(|own| own.id == account.id) else { continue };
            for key in declared.parts.iter().filter_map(|part| part.key.as_ref()) {
                keys::report(&key.value, account, messages);
            }
            let Some(allocation) = Allocation::new(declared, account, messages) else { continue };
            keys::report_absent(&declared.id, &declared.place, account, messages);
            account.fields.extend(allocation.fields());
            grant.allocations.push(allocation);
        }
        grant.series = measure::series(study, &grant, declared, messages);
        grant
    }

    /// An account.
    pub fn account(&self, id: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }

    /// The field that a reference of the study means.
    pub fn field<'a>(&'a self, study: &Study, reference: &study::FieldReference) -> Option<(&'a Account, &'a Field)> {
        let named = reference.account.as_ref().map(|name| name.value.as_str());
        let account = self.account(&study.account(named)?.id)?;
        Some((account, account.field(&reference.field.value)?))
    }

    /// The requisitions that are the result of an allocation.
    pub fn requisitions(&self, study: &Study, messages: &mut Diagnostics) -> Funds {
        let mut funds = Funds::new();
        for requisitions in &study.allocated {
            let source = &requisitions.source;
            let from = match &source.study {
                None => Some(self),
                Some(path) => self.companions.iter().find(|(known, _)| *known == path.value).map(|(_, grant)| grant),
            };
            let allocation = from.and_then(|g| g.allocations.iter().find(|a| a.id == source.id.value));
            let Some(allocation) = allocation else { continue };
            for (part, area) in &requisitions.areas {
                self.check_level(study, allocation, &area.value, &source.id.place, messages);
                for (recipient, kronor) in allocation.of_part(part) {
                    let place = source.id.place.clone();
                    let requisition = Requisition { requisitioned: kronor.into(), repaid: Amount::ZERO, place };
                    funds.insert((area.value.clone(), recipient.clone()), requisition);
                }
            }
        }
        funds
    }

    /// Regions do not get what was distributed to municipalities.
    fn check_level(
        &self,
        study: &Study,
        allocation: &Allocation,
        area: &str,
        place: &Place,
        messages: &mut Diagnostics,
    ) {
        let Some(survey) = study.surveys.iter().find(|survey| survey.area == area) else { return };
        if survey.level != allocation.level {
            let message = msg!(
                "allocated-to-other-level",
                allocation = shown(&allocation.id),
                level = allocation.level.word(),
                area = shown(area),
                other = survey.level.word()
            );
            messages.push(Diagnostic::error(place.clone(), message));
        }
    }
}

/// The file or sheet that a place lies in.
fn whole(place: &Place) -> Place {
    Place { spot: Spot::Whole, ..place.clone() }
}
