//! From grids to surveys: every row with its place, nothing edited, everything that is wrong reported at once.
//!
//! The layouts of survey tools differ; what they say does not. This room owns how columns are found (`columns`, `near`), what
//! is never read (`contact`), how rows become respondents, interventions and answers (`respondents`, `interventions`,
//! `answers`), requisitions and corrections, and what the recipients of a grant returned (`accounts`).

mod accounts;
mod answers;
mod area_money;
mod asked;
mod blanks;
mod blocks;
mod clash;
mod columns;
mod contact;
mod corrections;
mod expected;
mod funds_beside;
mod header;
mod header_unit;
mod ids;
mod intervention;
mod interventions;
pub mod joined;
mod key;
mod known;
mod labels;
mod late;
mod likeness;
mod links;
mod listed;
mod mentions;
mod money_like;
mod near;
mod odd_amounts;
mod only;
mod open;
mod options;
mod own_ids;
mod placeholders;
mod questionnaire;
mod read;
mod recipients;
mod register_numbers;
mod registers;
mod requisitions;
mod respondent;
mod respondents;
mod said_out;
mod same_amounts;
mod seen;
mod small_amounts;
mod splitter;
pub mod standing;
mod stray_rows;
mod swallowed;
mod title_year;
mod totals;
mod turnout;
mod unit;
mod usual_size;

use std::collections::BTreeMap;

pub use accounts::{Account, FieldValues, Placed, Return, TotalRow, Values, read_account};
pub use answers::{Answers, Response};
pub use area_money::AreaMoney;
pub use asked::asked;
pub use blanks::Blanks;
pub use columns::Columns;
pub use contact::{is_contact, looks_like_contact, may_be_persons, without_contacts};
pub use corrections::{Correction, Corrections};
pub use expected::{Expected, ExpectedBy};
pub use header::{code, join_header, number, question as question_name};
pub use ids::{Absent, Ids, difference};
pub use intervention::{Exclusion, Exported, Intervention, exclusion};
pub use labels::{Coded, Label};
pub use late::Late;
pub use listed::{ListedNumber, PrintedNumber, read_declared, read_printed};
pub use money_like::is_year;
pub(crate) use placeholders::says_nothing;
pub use questionnaire::Survey;
pub use registers::read_registers;
pub use requisitions::{Funds, OtherFunds, Requisition, UnknownFunds};
pub use respondent::Respondent;
pub use turnout::{Answered, Turnout};
pub use unit::{Texts, Unit};
pub use usual_size::{next_unit, report_unusual, unit_to_set, usual_size};

use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::read::Files;
use crate::study::Study;

/// Everything that a study's data files say, before coding.
pub struct Input {
    /// The surveys, in the order of the study.
    pub surveys: Vec<Survey>,
    /// Requisitioned and repaid funds.
    pub funds: Funds,
    /// What sheets of requisitions do not say.
    pub unknown_funds: UnknownFunds,
    /// What was allocated, and repaid by further sources: funds are reconciled with it, and nothing is weighted by it.
    pub other_funds: OtherFunds,
    /// Who was expected to answer, by area; an area of which it is not known has none.
    pub expected: BTreeMap<String, Expected>,
    /// How the money of every area is declared.
    pub money: BTreeMap<String, AreaMoney>,
    /// Who was asked open questions: respondents and recipients, answered or not.
    pub open: Vec<Unit>,
    /// The corrections, all of which were applied.
    pub corrections: Corrections,
}

impl Input {
    /// Reads the surveys, the funds and the corrections of a study whose requisitions all stand in sheets.
    pub fn read(study: &Study, files: &Files, messages: &mut Diagnostics) -> Self {
        Self::read_with(study, files, Funds::new(), messages)
    }

    /// The same; `allocated` are the requisitions that are the result of an allocation.
    pub fn read_with(study: &Study, files: &Files, allocated: Funds, messages: &mut Diagnostics) -> Self {
        messages.extend(study.told.clone());
        let corrections = Corrections::read(study, files, messages);
        let read = messages.side_by_side(&study.surveys, 1, |declared, own| {
            let read = Survey::read(declared, &study.complete, &corrections, files, own);
            declared.files().for_each(|file| files.release(&file.value));
            read.iter().for_each(|(survey, _)| contact::report(survey, study.texts_in_output, own));
            read
        });
        let all_read = read.iter().all(Option::is_some);
        let (surveys, of_surveys): (Vec<Survey>, Vec<_>) = read.into_iter().flatten().unzip();
        let met: corrections::Met = of_surveys.into_iter().flatten().collect();
        // A correction for a survey that could not be read would be reported for the wrong reason.
        if all_read && !corrections.is_empty() {
            corrections.report_unmatched(&met, &Ids::new(study, &surveys), messages);
        }
        let mut of_funds = Diagnostics::new();
        let ((funds, unknown_funds), of_surveys) =
            rayon::join(|| requisitions::read(study, files, allocated, &mut of_funds), || looked_at(study, &surveys));
        messages.extend(of_surveys);
        messages.extend(of_funds);
        let mut of_other = Diagnostics::new();
        let other_funds = requisitions::read_beside(study, files, &mut of_other);
        // Whoever stands in a row that could not be read is not missing.
        if !of_other.has_errors() {
            requisitions::report_allocated(study, &surveys, (&funds, &other_funds), &mut of_other);
        }
        messages.extend(of_other);
        requisitions::report_contradictions(study, &funds, &other_funds, messages);
        let expected = expected::read(study, &funds, files, messages);
        let open = open::read(study, &surveys, messages);
        let money = area_money::area_money(study);
        let input = Self { surveys, funds, unknown_funds, other_funds, expected, money, open, corrections };
        turnout::report_unexpected(&input, &study.surveys, messages);
        input
    }

    /// All interventions, in the order of the surveys and within them by respondent and block.
    pub fn interventions(&self) -> impl Iterator<Item = &Intervention> {
        self.surveys.iter().flat_map(|s| &s.interventions)
    }

    /// All that is given codes: the interventions that count, then who answered open questions.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        let interventions = self.surveys.iter().flat_map(Survey::included).map(|intervention| &intervention.unit);
        interventions.chain(self.open.iter().filter(|unit| !unit.texts.is_empty()))
    }
}

/// What is worth a look in surveys as a whole: looked for side by side, told in one order.
fn looked_at(study: &Study, surveys: &[Survey]) -> Diagnostics {
    type Look<'a> = &'a (dyn Fn(&mut Diagnostics) + Sync);
    let looks: [Look<'_>; 5] = [
        &|messages| report_doubles(surveys, messages),
        &|messages| placeholders::report(surveys, &study.complete, messages),
        &|messages| small_amounts::report(surveys, study.currency(), messages),
        &|messages| said_out::report(surveys, messages),
        &|messages| same_amounts::report(surveys, messages),
    ];
    let mut messages = Diagnostics::new();
    messages.side_by_side(&looks, 1, |look, own| look(own));
    messages
}

/// Reports interventions of one id in two surveys: codes and corrections name an intervention by its id alone.
fn report_doubles(surveys: &[Survey], messages: &mut Diagnostics) {
    // Those of one survey are told where it is read.
    if surveys.len() < 2 {
        return;
    }
    let mut seen: BTreeMap<&str, &Intervention> = BTreeMap::new();
    for intervention in surveys.iter().flat_map(|survey| &survey.interventions) {
        if let Some(earlier) = seen.insert(&intervention.id, intervention)
            && earlier.area != intervention.area
        {
            let id = shown(&intervention.id);
            let message = msg!("intervention-in-two-surveys", intervention = id, other = &earlier.place);
            messages.push(Diagnostic::error(intervention.place.clone(), message));
        }
    }
}
