//! Codes per intervention and domain, each with its source.
//!
//! A coding is a relation beside the interventions: intervention × domain × code. This room reads what people have coded,
//! makes sure that every code exists in the system its domain uses and belongs to an intervention that counts, lets the
//! codebook's rules code what people have not, and settles which of these a run uses.

pub mod agreement;
mod beside;
mod cell;
mod complete;
pub mod evaluation;
mod fit;
pub mod held_back;
pub mod on_texts;
mod plausible;
pub mod reliability;
pub mod review;
pub mod rules;
mod sheet;
mod telling;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use crate::codebook::{Codebook, Domain};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::read::Files;
use crate::study::{CodesFrom, CodingRole, STUDY_FILE, Study};
use crate::survey::{Ids, Input};

use complete::Final;
use plausible::Codes;
use rules::{PatternMatch, RuleCodings, Rulebook};
pub use sheet::Sheet;

/// Where a code comes from, the most trusted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The evaluators' final sheet.
    Final,
    /// Coders whose sheets agree.
    Coders,
    /// The codebook's rules.
    Rules,
    /// Suggestions of a model that were accepted without review.
    Suggestions,
}

impl Source {
    /// All, the most trusted first.
    pub const ALL: [Self; 4] = [Self::Final, Self::Coders, Self::Rules, Self::Suggestions];

    /// The word of data files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Coders => "coders",
            Self::Rules => "rules",
            Self::Suggestions => "suggestions",
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Codes that a model suggests and that may be accepted, by intervention and domain.
pub type Suggested = BTreeMap<(String, Domain), Vec<String>>;

/// The codes of an intervention with their sources, by domain. There may be a million interventions: the name of a code is
/// kept once.
type ByDomain = [Vec<(Arc<str>, Source)>; Domain::ALL.len()];

/// All codings of a study.
#[derive(Debug, Default)]
pub struct Codings {
    codes: BTreeMap<String, ByDomain>,
    /// The evaluators' final sheet.
    pub finals: Option<Sheet>,
    /// The coders' own sheets, by coder.
    pub coders: BTreeMap<String, Sheet>,
    /// What the codebook's rules say, where they have been asked.
    pub rules: RuleCodings,
    /// Which codes are used.
    pub choice: Option<CodesFrom>,
}

impl Codings {
    /// Reads the study's coding sheets; [`Self::settle`] then says which codes count.
    pub fn read(study: &Study, book: &Codebook, input: &Input, files: &Files, messages: &mut Diagnostics) -> Self {
        let mut codings = Self::default();
        let known = Ids::new(study, &input.surveys);
        for declared in &study.codings {
            let codes = sheet::read(declared, book, &known, files, messages).unwrap_or_default();
            match &declared.role {
                CodingRole::Final => codings.finals = Some(codes),
                CodingRole::Coder(coder) => {
                    codings.coders.insert(coder.clone(), codes);
                }
            }
        }
        codings
    }

    /// Which codes count: those of the choice, else of the study's own, else the final sheet's where there is one, else the
    /// best there are.
    pub fn choose(&self, choice: Option<CodesFrom>, study: &Study) -> CodesFrom {
        let default = if self.finals.is_some() { CodesFrom::Final } else { CodesFrom::Best };
        choice.or(study.codes).unwrap_or(default)
    }

    /// Settles which codes count, by a choice.
    ///
    /// # Errors
    /// A fault of the codebook's patterns that its check did not find.
    pub fn settle(
        &mut self,
        choice: CodesFrom,
        book: &Codebook,
        input: &Input,
        messages: &mut Diagnostics,
    ) -> Result<(), String> {
        self.choice = Some(choice);
        let rulebook = Rulebook::new(book)?;
        self.report_missing(choice, &rulebook, messages);
        let rules = rule_codings(&rulebook, input);
        self.report_doubtful(choice, book, input, &rules, messages);
        if choice != CodesFrom::Final {
            self.rules = rules;
        }
        let mut names = Names::default();
        let mut codes = BTreeMap::new();
        for intervention in input.interventions().filter(|i| i.included()) {
            let by_domain: ByDomain = Domain::ALL.map(|domain| {
                let (found, source) = self.chosen(choice, &intervention.id, domain);
                found.iter().map(|code| (names.of(code), source)).collect()
            });
            if by_domain.iter().any(|codes| !codes.is_empty()) {
                codes.insert(intervention.id.clone(), by_domain);
            }
        }
        self.codes = codes;
        Ok(())
    }

    /// Reports what is missing from the sheets, and what cannot be right in them.
    fn report_doubtful(
        &self,
        choice: CodesFrom,
        book: &Codebook,
        input: &Input,
        rules: &RuleCodings,
        messages: &mut Diagnostics,
    ) {
        if let Some(sheet) = &self.finals {
            let finals = Final { sheet, coders: &self.coders, input };
            if choice == CodesFrom::Final {
                finals.report_missing(messages);
            }
            // Whoever asks what rules say may want to fill the sheet in.
            if choice != CodesFrom::Rules {
                finals.report_unsettled(messages);
            }
            finals.report_blank(messages);
            let codes = Codes::new(sheet, &self.coders, book, input, rules);
            codes.report_contradicted(messages);
            codes.report(true, messages);
        }
        // Each coder is held against the rules alone: two sheets that were moved alike agree.
        for sheet in self.coders.values() {
            Codes::new(sheet, &BTreeMap::new(), book, input, rules).report(false, messages);
        }
        complete::report_same(&self.coders, messages);
    }

    /// Reports codings that coders differ on and that the final sheet leaves blank, where nothing can be held against it.
    pub fn report_unsettled(&self, input: &Input, messages: &mut Diagnostics) {
        if let Some(sheet) = &self.finals {
            Final { sheet, coders: &self.coders, input }.report_unsettled(messages);
        }
    }

    /// Lets accepted suggestions fill what people have not coded and rules gave no code.
    pub fn add_suggestions(&mut self, suggested: Suggested, input: &Input) {
        let mut names = Names::default();
        for intervention in input.interventions().filter(|i| i.included()) {
            for domain in Domain::ALL {
                if self.finals.as_ref().is_some_and(|sheet| sheet.said(&intervention.id, domain).is_some()) {
                    continue;
                }
                let is_coded = !self.of(&intervention.id, domain).is_empty();
                if is_coded || self.agreed(&intervention.id, domain).is_some() {
                    continue;
                }
                if let Some(codes) = suggested.get(&(intervention.id.clone(), domain)) {
                    let with_source = codes.iter().map(|code| (names.of(code), Source::Suggestions)).collect();
                    self.codes.entry(intervention.id.clone()).or_default()[domain as usize] = with_source;
                }
            }
        }
    }

    /// Asks the rules, where they have not been asked.
    ///
    /// # Errors
    /// A fault of the codebook's patterns that its check did not find.
    pub fn read_rules(&mut self, book: &Codebook, input: &Input) -> Result<(), String> {
        if self.choice == Some(CodesFrom::Final) {
            self.rules = rule_codings(&Rulebook::new(book)?, input);
        }
        Ok(())
    }

    /// The codes of an intervention in a domain, by a choice, and where they come from.
    fn chosen(&self, choice: CodesFrom, intervention: &str, domain: Domain) -> (Vec<String>, Source) {
        let rules = || {
            let reading = self.rules.of(intervention, domain);
            (reading.map(|r| r.codes.iter().map(|c| c.code.clone()).collect()).unwrap_or_default(), Source::Rules)
        };
        let last = self.finals.as_ref();
        match choice {
            CodesFrom::Final => {
                (last.map(|sheet| sheet.of(intervention, domain).to_vec()).unwrap_or_default(), Source::Final)
            }
            CodesFrom::Rules => rules(),
            CodesFrom::Best => match last.and_then(|sheet| sheet.said(intervention, domain)) {
                Some(codes) => (codes.to_vec(), Source::Final),
                None => self.agreed(intervention, domain).map_or_else(rules, |codes| (codes, Source::Coders)),
            },
        }
    }

    /// The codes on which two or more coders agree; `None` where fewer have coded the intervention in the domain, or differ.
    fn agreed(&self, intervention: &str, domain: Domain) -> Option<Vec<String>> {
        agreed(&self.coders, intervention, domain).map(<[String]>::to_vec)
    }

    fn report_missing(&self, choice: CodesFrom, rulebook: &Rulebook, messages: &mut Diagnostics) {
        let mut error = |message| messages.push(Diagnostic::error(Place::file(STUDY_FILE), message));
        if choice == CodesFrom::Final && self.finals.is_none() {
            error(msg!("no-final-codes"));
        }
        if choice == CodesFrom::Rules && rulebook.is_empty() {
            error(msg!("no-codes-of-rules"));
        }
    }

    /// The codes of an intervention in a domain, in the order of the codebook; none where it is uncoded.
    pub fn of(&self, intervention: &str, domain: Domain) -> &[(Arc<str>, Source)] {
        self.codes.get(intervention).map_or(&[], |by_domain| by_domain[domain as usize].as_slice())
    }

    /// Whether somebody decided that no code fits an intervention in a domain.
    pub fn is_none(&self, intervention: &str, domain: Domain) -> bool {
        let said = self.finals.as_ref().and_then(|sheet| sheet.said(intervention, domain));
        let said = said.or_else(|| agreed(&self.coders, intervention, domain));
        self.choice != Some(CodesFrom::Rules) && said.is_some_and(<[String]>::is_empty)
    }

    /// Who gave a code: the coders who agree, or the rules; empty for the final sheet.
    pub fn coder(&self, intervention: &str, source: Source) -> String {
        match source {
            Source::Final => String::new(),
            Source::Coders => {
                let coded = self.coders.iter().filter(|(_, sheet)| sheet.coded.contains(intervention));
                coded.map(|(coder, _)| coder.as_str()).collect::<Vec<_>>().join("; ")
            }
            Source::Rules => "codebook".to_owned(),
            Source::Suggestions => "model".to_owned(),
        }
    }

    /// The evidence for a code that rules gave; empty for others.
    pub fn evidence(&self, intervention: &str, domain: Domain, code: &str) -> Vec<PatternMatch> {
        let codes = self.rules.of(intervention, domain).map(|reading| reading.codes).unwrap_or_default();
        codes.into_iter().find(|c| c.code == code).map(|found| found.evidence).unwrap_or_default()
    }
}

/// Names of codes, each kept once.
#[derive(Default)]
struct Names(BTreeSet<Arc<str>>);

impl Names {
    fn of(&mut self, code: &str) -> Arc<str> {
        if let Some(known) = self.0.get(code) {
            return Arc::clone(known);
        }
        let name: Arc<str> = code.into();
        self.0.insert(Arc::clone(&name));
        name
    }
}

/// The codes on which two or more coders agree; `None` where fewer have coded the intervention in the domain, or differ.
fn agreed<'c>(coders: &'c BTreeMap<String, Sheet>, intervention: &str, domain: Domain) -> Option<&'c [String]> {
    let sheets = coders.values().filter(|sheet| sheet.uses(domain));
    let mut given = sheets.filter_map(|sheet| sheet.said(intervention, domain));
    let first = given.next()?;
    let others: Vec<_> = given.collect();
    (!others.is_empty() && others.iter().all(|codes| *codes == first)).then_some(first)
}

fn rule_codings(rulebook: &Rulebook, input: &Input) -> RuleCodings {
    let included: Vec<_> = input.interventions().filter(|i| i.included()).collect();
    RuleCodings::new(rulebook, &included)
}
