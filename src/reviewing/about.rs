//! What a page has to know of a study before anything is shown.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Review;
use crate::codebook::{Code, Domain};

/// A study, as whoever codes it sees it.
#[derive(Debug, Serialize)]
pub struct About {
    title: String,
    language: &'static str,
    coder: String,
    blind: bool,
    version: u64,
    money: Option<Unit>,
    areas: Vec<Named>,
    recipients: Vec<String>,
    domains: Vec<AboutDomain>,
}

#[derive(Debug, Serialize)]
struct Unit {
    unit: &'static str,
}

#[derive(Debug, Serialize)]
struct Named {
    id: String,
    label: String,
}

#[derive(Debug, Serialize)]
struct AboutDomain {
    id: &'static str,
    label: &'static str,
    optional: bool,
    codes: Vec<AboutCode>,
}

#[derive(Debug, Serialize)]
struct AboutCode {
    id: String,
    label: String,
    definition: String,
    parent: Option<String>,
    leaf: bool,
}

impl Review {
    /// The study.
    pub fn about(&self) -> About {
        let own = || self.units.iter().zip(&self.access).filter(|(_, access)| access.mine);
        let areas: BTreeSet<(usize, &str)> = own().map(|(own, _)| (own.area, &*own.unit.area)).collect();
        let recipients: BTreeSet<&str> = own().map(|(own, _)| &*own.unit.recipient.name).collect();
        let domains: BTreeSet<Domain> = self.slots.iter().map(|slot| slot.domain).collect();
        About {
            title: self.study.title.get(self.language).to_owned(),
            language: self.language.word(),
            coder: self.coder.clone(),
            blind: own().any(|(_, access)| access.blind),
            version: self.version,
            money: self.study.money.map(|money| Unit { unit: money.currency().word_of(1) }),
            areas: areas.into_iter().map(|(_, id)| self.area(id)).collect(),
            recipients: recipients.into_iter().map(str::to_owned).collect(),
            domains: domains.into_iter().map(|domain| self.about_domain(domain)).collect(),
        }
    }

    fn area(&self, id: &str) -> Named {
        let survey = self.input.surveys.iter().find(|survey| survey.area == id);
        let label = survey.map_or(id, |survey| survey.title.get(self.language));
        Named { id: id.to_owned(), label: label.to_owned() }
    }

    fn about_domain(&self, domain: Domain) -> AboutDomain {
        let codes = self.book.codes(domain);
        let code = |code: &Code| AboutCode {
            id: code.id.clone(),
            label: code.label.get(self.language).to_owned(),
            definition: code.definition.get(self.language).to_owned(),
            parent: code.parent.clone(),
            leaf: !codes.iter().any(|other| other.parent.as_deref() == Some(&code.id)),
        };
        AboutDomain {
            id: domain.word(),
            label: domain.label(self.language),
            optional: domain.is_optional(),
            codes: codes.iter().map(code).collect(),
        }
    }
}
