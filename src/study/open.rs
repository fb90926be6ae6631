//! Open questions: answers in the respondents' own words, which are given codes of a domain.

use super::account::FieldForm;
use super::field::TextNames;
use super::{Account, Study, Survey};
use crate::codebook::UnitKind;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::study::Question;
use crate::wording::Text;

impl Survey {
    /// The open questions to its respondents.
    pub fn open(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.form.is_open())
    }
}

impl Account {
    /// The open questions to its recipients.
    pub fn open(&self) -> impl Iterator<Item = &Question> {
        self.fields.iter().filter_map(|field| match &field.form {
            FieldForm::Question(question) => Some(&**question).filter(|question| question.form.is_open()),
            _ => None,
        })
    }
}

impl Study {
    /// The open questions to a kind of unit, each where it is declared first.
    pub fn open(&self, unit: UnitKind) -> Vec<&Question> {
        let mut all: Vec<&Question> = Vec::new();
        let declared: Vec<&Question> = match unit {
            UnitKind::Intervention => Vec::new(),
            UnitKind::Respondent => self.surveys.iter().flat_map(Survey::open).collect(),
            UnitKind::Recipient => self.accounts.iter().flat_map(Account::open).collect(),
        };
        for question in declared {
            if all.iter().all(|known| known.id != question.id) {
                all.push(question);
            }
        }
        all
    }

    /// The names of the texts of a kind of unit.
    pub fn texts_of(&self, unit: UnitKind) -> TextNames {
        if unit == UnitKind::Intervention {
            return self.texts.clone();
        }
        let label = |question: &Question| Text { sv: question.id.clone(), en: None };
        let named: Vec<(&str, Text)> = self.open(unit).into_iter().map(|q| (q.id.as_str(), label(q))).collect();
        TextNames::of_questions(unit, named.iter().map(|(id, label)| (*id, label)))
    }
}

/// So many open questions one kind of unit may be asked: their places are bytes.
const MOST: usize = 60;

/// Reports open questions of a study without a codebook, and more than can be told apart.
pub(super) fn check(study: &Study, messages: &mut Diagnostics) {
    for unit in UnitKind::ALL {
        let open = study.open(unit);
        if let Some(beyond) = open.get(MOST) {
            messages.push(Diagnostic::error(beyond.place.clone(), msg!("open-questions-too-many", most = MOST)));
        }
        if let (None, Some(first)) = (&study.codebook, open.first()) {
            messages.push(without_codebook(first, &first.place));
        }
    }
}

fn without_codebook(question: &Question, place: &Place) -> Diagnostic {
    Diagnostic::error(place.clone(), msg!("open-question-without-codebook", question = shown(&question.id)))
}
