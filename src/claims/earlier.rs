//! The data of an earlier year under the names of now, by the declared crosswalk.

use std::borrow::Cow;

use super::facts::{AreaFacts, Facts};
use crate::codebook::{Code, Codebook, DomainUse, System};
use crate::compare::{DomainPair, Pair};
use crate::register::resolve;
use crate::wording::Language;

impl<'a> Facts<'a> {
    /// Lays out the data of an earlier year. What was not there then has no name.
    pub(super) fn of_earlier(pair: &'a Pair<'a>, language: Language) -> Self {
        let mut facts = Self::of_year(pair.earlier.side(), Cow::Owned(codebook(pair)), language);
        for area in &mut facts.areas {
            let own = &pair.earlier.ledger.areas[area.place.at()];
            for domain in &pair.domains {
                let coded = pair.coded_in(area.place, domain);
                let coded = domain.codes.iter().map(|pair| pair.code).zip(coded).collect();
                area.lay_out_domain((domain.now, domain.then), coded, (&pair.earlier.ledger, own));
            }
            area.rename(pair);
        }
        facts.is_earlier = true;
        facts
    }
}

impl<'a> AreaFacts<'a> {
    fn rename(&mut self, pair: &'a Pair<'a>) {
        let declared = &pair.earlier.declared;
        let id = declared.area_now(self.own_id);
        if let Some(now) = pair.now.study.surveys.iter().find(|survey| survey.area == id) {
            (self.id, self.title) = (&now.area, &now.title);
            self.broken = declared.break_of(id);
        }
        for respondent in &mut self.respondents {
            // Who is in no register of now is called as then.
            let now = resolve(self.level, declared.recipient_now(&respondent.recipient.code));
            respondent.recipient = now.unwrap_or(respondent.recipient);
        }
        let questions = std::mem::take(&mut self.questions).into_iter();
        let renamed = questions.map(|own| {
            let id = declared.question_now(own.id);
            own.renamed(id, |text| declared.option_now(text).to_owned())
        });
        self.questions = renamed.collect();
    }
}

/// The codes of then by their names of now: those of now that there were, and those that have gone since.
fn codebook(pair: &Pair<'_>) -> Codebook {
    let used: Vec<(&DomainUse, &DomainPair<'_>)> = {
        let of_now = pair.now.book.domains.iter();
        of_now.filter_map(|used| Some((used, pair.domains.iter().find(|own| own.now == used.id)?))).collect()
    };
    let systems = pair.now.book.systems.iter().map(|system| {
        let mut codes: Vec<Code> = Vec::new();
        for (_, domain) in used.iter().filter(|(used, _)| used.system == system.id) {
            for own in domain.codes_then() {
                if !codes.iter().any(|known| known.id == own.code.id) {
                    codes.push(Code { parent: own.parent.map(str::to_owned), ..unruled(own.code) });
                }
            }
        }
        System { id: system.id.clone(), label: system.label.clone(), codes }
    });
    let domains = used.iter().map(|(used, _)| (*used).clone()).collect();
    Codebook { systems: systems.collect(), domains, ..Codebook::default() }
}

/// A code without its rules, which nobody asks of then.
fn unruled(code: &Code) -> Code {
    let Code { id, parent, label, definition, .. } = code;
    let (id, parent, label, definition) = (id.clone(), parent.clone(), label.clone(), definition.clone());
    Code { id, parent, label, definition, rules: Vec::new() }
}
