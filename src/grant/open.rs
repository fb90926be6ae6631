//! Open questions of accounts: a recipient's answer is given codes, which then are options that it ticks.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Account, Field, Grant};
use crate::codebook::{Codebook, UnitKind};
use crate::coding::Codings;
use crate::study::{FieldKind, OptionDeclaration, Study};
use crate::survey::{Response, Texts, Unit, Values};
use crate::wording::Text;

impl Grant {
    /// The recipients of accounts with open questions, answered or not.
    pub fn open(&self, study: &Study) -> Vec<Unit> {
        let asked = self.accounts.iter().filter(|account| account.open().next().is_some());
        asked.flat_map(|account| account.units(study)).collect()
    }

    /// Puts the codes of answers in place of the recipients' own words.
    pub fn settle(&mut self, book: &Codebook, codings: &Codings, units: &[Unit]) {
        for account in &mut self.accounts {
            let own = |unit: &&Unit| unit.kind == UnitKind::Recipient && *unit.area == account.id;
            for field in account.fields.iter_mut().filter(|field| field.kind == FieldKind::Codes) {
                let Some(domain) = book.domain_of_question(UnitKind::Recipient, &field.id) else { continue };
                let coded = codings.answers(book, domain, units.iter().filter(own));
                let codes = coded.codes.iter().map(|code| (code.id.as_str(), &code.label));
                let codes = codes.chain(coded.without_code.iter().map(|state| (state.word(), state.label())));
                field.options = codes.map(|(key, label)| option(key, label)).collect();
                field.asked = Some(coded.answered);
                field.sources = coded.sources;
                field.data = Values::Answers { answers: Vec::new(), responses: coded.responses };
            }
        }
    }
}

fn option(key: &str, label: &Text) -> OptionDeclaration {
    OptionDeclaration { key: key.to_owned(), written: label.sv.clone(), label: label.clone() }
}

impl Account {
    fn open(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.kind == FieldKind::Codes)
    }

    fn units(&self, study: &Study) -> Vec<Unit> {
        let names = study.texts_of(UnitKind::Recipient);
        let area: Arc<str> = self.id.as_str().into();
        let text = |field: &Field, at: usize| match &field.data {
            Values::Answers { responses, .. } if field.was_asked(at) => match responses.get(at) {
                Some(Response::Text(text)) if !study.complete.placeholders.has(text) => Some(text.to_string()),
                _ => None,
            },
            _ => None,
        };
        let unit = |(at, own): (usize, &crate::survey::Return)| {
            let named = |field: &Field| Some((names.iter().find(|name| name.word() == field.id)?, text(field, at)?));
            let texts: BTreeMap<_, _> = self.open().filter_map(named).collect();
            Unit {
                kind: UnitKind::Recipient,
                id: format!("{area}:{}", own.recipient.code).into(),
                area: Arc::clone(&area),
                respondent: own.recipient.code.as_str().into(),
                recipient: own.recipient.clone(),
                texts: Texts::new(names.shared(), &texts),
                funds: None,
                place: own.place.clone(),
            }
        };
        self.returns.iter().enumerate().map(unit).collect()
    }
}
