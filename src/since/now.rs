//! The state of a study as it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;

use super::state::{Answers, By, Codes, Counting, Entry, Piece, Targets, Tree, Who};
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::coding::{Codings, Source, State as Standing};
use crate::decisions::{Change, Fingerprint};
use crate::signs::harmless;
use crate::study::{CodesFrom, Completeness, Study};
use crate::survey::{Input, Intervention, Texts, exclusion};

/// A study as it is: read, coded and weighted.
#[derive(Clone, Copy)]
pub struct Now<'n> {
    /// What is declared.
    pub study: &'n Study,
    /// Its codebook.
    pub book: &'n Codebook,
    /// What was read.
    pub input: &'n Input,
    /// Its codes.
    pub codings: &'n Codings,
}

/// An intervention as data files know it.
pub(super) fn id(intervention: &Intervention) -> Arc<str> {
    name(&intervention.id)
}

/// A name as data files have it.
pub(super) fn name(text: &str) -> Arc<str> {
    harmless(text).as_ref().into()
}

/// The fingerprint of all texts.
pub(super) fn fingerprint(texts: &Texts) -> Option<Fingerprint> {
    Fingerprint::of_texts(texts.iter().map(|(_, text)| text))
}

impl<'n> Now<'n> {
    /// The domains that are counted, in the order of the codebook.
    pub(super) fn domains(&self) -> impl Iterator<Item = Domain> + use<'n> {
        let book = self.book;
        book.domains_of(UnitKind::Intervention).filter(|domain| !book.codes(*domain).is_empty())
    }

    /// The main codes of subcodes.
    pub(super) fn tree(&self) -> Tree {
        let of = |domain: Domain| -> BTreeMap<Arc<str>, Arc<str>> {
            let codes = self.book.codes(domain).iter();
            codes.filter_map(|code| Some((code.id.as_str().into(), code.parent.as_deref()?.into()))).collect()
        };
        self.domains().map(of).collect()
    }

    /// The answers of those of whom `is_wanted` says so, complete by a rule or as they are.
    pub(super) fn answers(
        &self,
        complete: Option<&Completeness>,
        is_wanted: impl Fn(&str, &str) -> bool,
        read: impl Fn(&Intervention) -> Option<(Option<crate::money::Amount>, bool)>,
    ) -> Answers {
        let mut answers = Answers::default();
        for survey in &self.input.surveys {
            let area = name(&survey.area);
            let wanted = |respondent: &str| is_wanted(&survey.area, respondent);
            let mut codes: HashMap<&str, Arc<str>> = HashMap::new();
            for respondent in survey.respondents.iter().filter(|own| wanted(&own.id)) {
                let code = codes.entry(&respondent.recipient.code).or_insert_with(|| name(&respondent.recipient.code));
                answers.who.insert((Arc::clone(&area), Arc::clone(code)));
            }
            for own in survey.interventions.iter().filter(|own| wanted(&own.respondent)) {
                let as_it_is = || match complete {
                    Some(complete) => (own.funds, exclusion(complete, &own.texts, own.funds).is_none()),
                    None => (own.funds, own.included()),
                };
                let (funds, counts) = read(own).unwrap_or_else(as_it_is);
                let code = codes.entry(&own.recipient.code).or_insert_with(|| name(&own.recipient.code));
                answers.pieces.push(Piece {
                    id: id(own),
                    area: Arc::clone(&area),
                    respondent: name(&own.respondent),
                    recipient: Arc::clone(code),
                    funds,
                    counts,
                });
            }
        }
        answers
    }

    /// T by area and recipient.
    pub(super) fn targets(&self) -> Targets {
        let target =
            |((area, recipient), requisition): (&(String, crate::register::Recipient), &crate::survey::Requisition)| {
                ((name(area), name(&recipient.code)), requisition.target())
            };
        self.input.funds.iter().map(target).collect()
    }

    /// How funds count.
    pub(super) fn counting(&self) -> Option<Counting> {
        self.study.money.map(|money| Counting { scope: money.weighting, step: money.denomination.step() })
    }

    /// The codes of every intervention that counts; as long as there are domains.
    pub(super) fn codes(&self, domains: usize) -> Codes {
        let mut known: HashMap<String, Arc<str>> = HashMap::new();
        let mut codes = Codes::new();
        for own in self.input.interventions().filter(|own| own.included()) {
            let mut entries: Vec<_> =
                self.domains().map(|domain| Some(self.entry(&own.id, domain, &mut known))).collect();
            entries.resize(domains, None);
            codes.insert(id(own), entries);
        }
        codes
    }

    /// What a machine says of an intervention: what counts where nobody has coded it, else the rules.
    pub(super) fn by_machine(&self, own: &str, domain: Domain) -> Entry {
        match self.entry(own, domain, &mut HashMap::new()) {
            entry if entry.by == By::People => self.by_rules(own, domain),
            entry => entry,
        }
    }

    fn entry(&self, own: &str, domain: Domain, known: &mut HashMap<String, Arc<str>>) -> Entry {
        let mut by = By::Nobody;
        let mut codes = Vec::new();
        for (code, source) in self.codings.of(own, domain) {
            by = if matches!(source, Source::Final | Source::Coders) { By::People } else { By::Rules };
            codes.push(Arc::clone(known.entry_ref(code).or_insert_with(|| code.into())));
        }
        if !codes.is_empty() {
            return Entry { codes, by, state: None };
        }
        let state = self.codings.state(own, domain);
        let by = if state == Standing::None { By::People } else { By::Nobody };
        Entry { codes, by, state: (!domain.is_optional()).then(|| state.word()) }
    }

    /// Whether codes of rules count in a domain.
    pub(super) fn asks_rules(&self, domain: Domain) -> bool {
        self.codings.choice == Some(CodesFrom::Rules) || self.codings.takes_suggestions(domain)
    }

    /// What the rules say of an intervention, where they count.
    pub(super) fn by_rules(&self, own: &str, domain: Domain) -> Entry {
        let codes: Vec<Arc<str>> = match self.asks_rules(domain) {
            true => self.codings.rules.scores(own, domain).map(|(code, _)| code.into()).collect(),
            false => Vec::new(),
        };
        let by = if codes.is_empty() { By::Nobody } else { By::Rules };
        let state = (codes.is_empty() && !domain.is_optional()).then(|| Standing::NotCoded.word());
        Entry { codes, by, state }
    }

    /// Whether codes follow their texts: not where a coding sheet has no lock.
    pub(super) fn follows_texts(&self) -> bool {
        let mut sheets = self.codings.finals.iter().chain(self.codings.coders.values().flat_map(|own| own.iter()));
        sheets.all(|sheet| sheet.locked)
    }

    /// Whether codes that people gave an intervention wait for a decision, for its text was edited.
    pub(super) fn waits(&self, own: &str, domain: Domain) -> bool {
        let mut bound = self.codings.finals.iter().filter_map(|sheet| sheet.bound.as_ref());
        bound.any(|bound| bound.change(own, domain).is_some_and(Change::waits))
    }

    /// Who is set aside, by area and id.
    pub(super) fn aside(&self) -> Who {
        let of = |survey: &'n crate::study::Survey| {
            let aside = survey.respondent.set_aside.iter();
            aside.map(|(respondent, _)| (survey.area.as_str().into(), respondent.as_str().into()))
        };
        self.study.surveys.iter().flat_map(of).collect()
    }
}
