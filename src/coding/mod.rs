//! Codes per unit and domain, each with its source.
//!
//! A unit is an intervention, or whoever answered an open question. A coding is a relation beside them: unit × domain × code. This room reads what people have coded,
//! makes sure that every code exists in the system its domain uses and belongs to an intervention that counts, lets the
//! codebook's rules code what people have not, and settles which of these a run uses.

pub mod agreement;
mod answerers;
mod beside;
mod binding;
pub mod blind;
mod bound;
mod by_coders;
mod by_decision;
mod cell;
mod complete;
mod decided;
pub mod effect;
pub mod evaluation;
mod fit;
mod gathered;
pub mod given_to;
pub mod held_back;
pub mod listed;
mod locks;
pub mod on_texts;
pub mod open;
mod plausible;
mod redefined;
pub mod reliability;
pub mod review;
pub mod reworded;
pub mod rules;
mod settled;
mod sheet;
mod sheets;
mod state;
pub mod status;
mod telling;
mod texts_known;
mod uncounted;

use std::collections::BTreeMap;
use std::fmt;

use crate::codebook::{Codebook, Domain};
use crate::decisions::KeptTexts;
use crate::decisions::log::{Decision, Log};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::study::{CodesFrom, CodingRole, CodingSheet, STUDY_FILE, Study};
use crate::survey::{Input, Unit};

pub use bound::Bound;
pub use cell::DOUBT;
use complete::Final;
pub use decided::Given;
use plausible::Codes;
use rules::{RuleCodings, Rulebook, Span};
use settled::Settled;
pub use sheet::{Sheet, grid};
pub use sheets::Sheets;
pub use state::State;

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

/// All codings of a study.
#[derive(Debug, Default)]
pub struct Codings {
    codes: Settled,
    /// The evaluators' final sheets.
    pub finals: Sheets,
    /// The coders' own sheets, by coder.
    pub coders: BTreeMap<String, Sheets>,
    /// What people have decided beside the sheets.
    pub log: Log,
    /// What the codebook's rules say, where they have been asked.
    pub rules: RuleCodings,
    /// The texts as they read when they were coded, where some were edited since.
    pub texts: KeptTexts,
    /// Which codes are used.
    pub choice: Option<CodesFrom>,
    /// Whether gaps in the codes stop a run: not where the study allows drafts, nor where something that was told before does,
    /// of which gaps may follow.
    gaps_stop: bool,
}

impl Codings {
    /// Looks up how edited answers read when they were coded; what is kept is read only where there are any.
    fn recall(&mut self, study: &Study, messages: &mut Diagnostics) {
        let sheets = self.finals.iter_mut().chain(self.coders.values_mut().flat_map(Sheets::iter_mut));
        let mut bound: Vec<&mut Bound> = sheets.filter_map(|sheet| sheet.bound.as_mut()).collect();
        if bound.iter().any(|bound| bound.has_edited()) {
            self.texts = KeptTexts::load(study, messages);
            bound.iter_mut().for_each(|bound| bound.recall(&self.texts));
        }
    }

    /// What became of the codings of all sheets.
    fn bound(&self) -> impl Iterator<Item = &Bound> {
        let sheets = self.finals.iter().chain(self.coders.values().flat_map(Sheets::iter));
        sheets.filter_map(|sheet| sheet.bound.as_ref())
    }

    /// Coded answers that are gone, of any sheet; some several times.
    pub fn withdrawn(&self) -> impl Iterator<Item = (Domain, &str)> {
        self.bound().flat_map(Bound::withdrawn)
    }

    /// Where texts stand that were coded under other ids; as the final sheets have it, else the coders'.
    pub fn moved(&self) -> BTreeMap<(Domain, &str), &str> {
        let mut moved = BTreeMap::new();
        for (from, to) in self.bound().flat_map(Bound::moved) {
            moved.entry(from).or_insert(to);
        }
        moved
    }

    /// What was read of a declared sheet, with the name of its file.
    pub fn sheet<'d>(&self, declared: &'d CodingSheet) -> Option<(&'d str, &Sheet)> {
        let sheets = match &declared.role {
            CodingRole::Final => Some(&self.finals),
            CodingRole::Coder(coder) => self.coders.get(coder),
        };
        Some((&declared.file.value, sheets?.of_kind(declared.unit)?))
    }

    /// Which codes count: those of the choice, else of the study's own, else the final sheet's where there is one, else the
    /// best there are. What people read of an audit is a sample: the rest has the best codes there are, unless a sheet is declared.
    pub fn choose(&self, choice: Option<CodesFrom>, study: &Study) -> CodesFrom {
        let has_sheet = || study.codings.iter().any(|coding| coding.role == CodingRole::Final);
        let is_sample = study.audit.draws > 0 && !has_sheet();
        let default = if self.finals.is_empty() || is_sample { CodesFrom::Best } else { CodesFrom::Final };
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
        self.leave_open(input);
        if self.asks_rules(choice, book, input) {
            self.rules = rules;
        }
        self.keep(choice, book, input);
        Ok(())
    }

    /// The same without a word about what is missing or doubtful; rules are asked only where they count.
    ///
    /// # Errors
    /// A fault of the codebook's patterns that its check did not find.
    pub fn settle_silently(&mut self, choice: CodesFrom, book: &Codebook, input: &Input) -> Result<(), String> {
        self.choice = Some(choice);
        self.leave_open(input);
        if self.asks_rules(choice, book, input) {
            self.rules = rule_codings(&Rulebook::new(book)?, input);
        }
        self.keep(choice, book, input);
        Ok(())
    }

    /// Whether what rules say counts anywhere.
    fn asks_rules(&self, choice: CodesFrom, book: &Codebook, input: &Input) -> bool {
        let asks =
            |unit: &Unit| book.domains_of(unit.kind).any(|domain| self.choice_for(choice, domain) != CodesFrom::Final);
        input.units().any(asks)
    }

    /// Keeps the codes that count.
    fn keep(&mut self, choice: CodesFrom, book: &Codebook, input: &Input) {
        let units: Vec<&Unit> = input.units().collect();
        self.codes = Settled::new(book.domains(), &units, |unit, domain| match domain.unit() == unit.kind {
            true => self.chosen(choice, &unit.id, domain),
            false => (Vec::new(), Source::Final),
        });
    }

    /// Reports what has become of codings, and what is missing from the sheets.
    pub fn report_gaps(&self, choice: CodesFrom, book: &Codebook, input: &Input, messages: &mut Diagnostics) {
        for sheet in self.finals.iter() {
            let Some(bound) = &sheet.bound else { continue };
            // Whoever has coded the present text has decided.
            let left = sheet.coded_here.then(|| bound.but_for(|id, domain| sheet.is_by_coders(id, domain)));
            left.as_ref().unwrap_or(bound).report(&sheet.place, self.gaps_stop, messages);
        }
        for sheet in self.coders.values().flat_map(Sheets::iter) {
            let last = self.finals.of_kind(sheet.unit);
            let settled = |id: &str, domain| last.is_some_and(|last| last.settles(id, domain));
            let bound = sheet.bound.iter().map(|bound| bound.but_for(settled));
            bound.for_each(|bound| bound.report(&sheet.place, self.gaps_stop, messages));
        }
        for sheet in self.finals.iter() {
            let stops = choice == CodesFrom::Final && self.gaps_stop;
            let finals = Final { sheet, coders: &self.coders, input, stops };
            if choice == CodesFrom::Final {
                finals.report_missing(messages);
                finals.report_uncovered(book, messages);
            }
            // Whoever asks what rules say may want to fill the sheet in.
            if choice != CodesFrom::Rules {
                Final { stops: self.gaps_stop, ..finals }.report_unsettled(messages);
            }
            finals.report_blank(messages);
            by_coders::report(self, sheet, (choice, input, book), messages);
        }
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
        self.report_gaps(choice, book, input, messages);
        for sheet in self.finals.iter() {
            let codes = Codes::new(sheet, &self.coders, book, input, rules);
            codes.report_contradicted(messages);
            codes.report(true, messages);
        }
        // Each coder is held against the rules alone: two sheets that were moved alike agree.
        for sheet in self.coders.values().flat_map(Sheets::iter) {
            Final { sheet, coders: &self.coders, input, stops: false }.report_doubted(messages);
            Codes::new(sheet, &BTreeMap::new(), book, input, rules).report(false, messages);
        }
        complete::report_same(&self.coders, messages);
    }

    /// A blank cell of the final sheet decides nothing where coders differ.
    fn leave_open(&mut self, input: &Input) {
        let coders = &self.coders;
        let of = |sheet: &Sheet| Final { sheet, coders, input, stops: false }.left_open();
        self.finals.iter_mut().for_each(|sheet| sheet.undecided.extend(of(sheet)));
    }

    /// Reports codings that coders differ on and that the final sheet leaves blank, where nothing can be held against it.
    pub fn report_unsettled(&self, input: &Input, messages: &mut Diagnostics) {
        for sheet in self.finals.iter() {
            Final { sheet, coders: &self.coders, input, stops: self.gaps_stop }.report_unsettled(messages);
        }
    }

    /// Lets accepted suggestions fill what people have not coded and rules gave no code.
    pub fn add_suggestions(&mut self, suggested: Suggested, input: &Input) {
        let units: Vec<&Unit> = input.units().collect();
        self.codes = Settled::new(self.codes.domains(), &units, |unit, domain| {
            let own = self.of(&unit.id, domain);
            let source = own.clone().next().map(|(_, source)| source);
            match suggested.get(&(unit.id.to_string(), domain)) {
                Some(codes)
                    if source.is_none() && self.takes_suggestions(domain) && !self.is_decided(&unit.id, domain) =>
                {
                    (borrowed(codes), Source::Suggestions)
                }
                _ => (own.map(|(code, _)| code).collect(), source.unwrap_or(Source::Suggestions)),
            }
        });
    }

    /// Whether people have said which codes an intervention has in a domain, if any.
    pub fn is_decided(&self, intervention: &str, domain: Domain) -> bool {
        let last = self.finals.said(intervention, domain);
        last.is_some()
            || self.finals.is_unsettled(intervention, domain)
            || agreed(&self.coders, intervention, domain).is_some()
    }

    /// The codes that people gave a unit in a domain, whatever counts: none of them where nothing fits, `None` where nobody has coded it
    /// yet, or people differ.
    pub fn by_people(&self, unit: &str, domain: Domain) -> Option<&[String]> {
        match self.finals.said(unit, domain) {
            Some(codes) => Some(codes),
            None if self.finals.is_unsettled(unit, domain) => None,
            None => agreed(&self.coders, unit, domain),
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
    fn chosen(&self, choice: CodesFrom, intervention: &str, domain: Domain) -> (Vec<&str>, Source) {
        let rules = || (self.rules.scores(intervention, domain).map(|(code, _)| code).collect(), Source::Rules);
        let by_people = || match self.finals.is_by_coders(intervention, domain) {
            true => Source::Coders,
            false => Source::Final,
        };
        match self.choice_for(choice, domain) {
            CodesFrom::Final => (borrowed(self.finals.of(intervention, domain)), by_people()),
            CodesFrom::Rules => rules(),
            CodesFrom::Best | CodesFrom::Estimated => match self.finals.said(intervention, domain) {
                Some(codes) => (borrowed(codes), by_people()),
                None if self.finals.is_unsettled(intervention, domain) => (Vec::new(), Source::Final),
                None => agreed(&self.coders, intervention, domain)
                    .map_or_else(rules, |codes| (borrowed(codes), Source::Coders)),
            },
        }
    }

    /// Which codes count in a domain: where the final sheets say nothing about it, the best there is.
    fn choice_for(&self, choice: CodesFrom, domain: Domain) -> CodesFrom {
        match choice {
            CodesFrom::Final if !self.finals.settle(domain) => CodesFrom::Best,
            CodesFrom::Estimated => CodesFrom::Best,
            choice => choice,
        }
    }

    /// Whether the best codes there are count in a domain, of which suggestions may be some.
    pub fn takes_suggestions(&self, domain: Domain) -> bool {
        self.choice.is_some_and(|choice| self.choice_for(choice, domain) == CodesFrom::Best)
    }

    fn report_missing(&self, choice: CodesFrom, rulebook: &Rulebook, messages: &mut Diagnostics) {
        let mut error = |message| messages.push(Diagnostic::error(Place::file(STUDY_FILE), message));
        if choice == CodesFrom::Final && self.finals.is_empty() {
            error(msg!("no-final-codes"));
        }
        if choice == CodesFrom::Rules && rulebook.is_empty() {
            error(msg!("no-codes-of-rules"));
        }
    }

    /// The domains of the codebook.
    pub fn domains(&self) -> impl Iterator<Item = Domain> {
        self.codes.domains()
    }

    /// The codes of an intervention in a domain with their sources, in the order of the codebook; none where it is uncoded.
    pub fn of(&self, intervention: &str, domain: Domain) -> impl ExactSizeIterator<Item = (&str, Source)> + Clone {
        self.codes.of(intervention, domain)
    }

    /// Who gave a code in a domain: the coders who agree, or the rules; empty for the final sheet.
    pub fn coder(&self, domain: Domain, unit: &str, source: Source) -> String {
        match source {
            Source::Final => String::new(),
            Source::Coders => {
                let coded = self.coders.iter().filter(|(_, sheets)| sheets.said(unit, domain).is_some());
                coded.map(|(coder, _)| coder.as_str()).collect::<Vec<_>>().join("; ")
            }
            Source::Rules => "codebook".to_owned(),
            Source::Suggestions => "model".to_owned(),
        }
    }

    /// What those who code here gave a unit in a domain, by coder.
    pub fn given_here(&self, unit: &str, domain: Domain) -> impl Iterator<Item = &Decision> {
        let lines = self.coders.values().filter_map(move |sheets| sheets.decision(unit, domain));
        lines.filter_map(|line| self.log.decision(line))
    }

    /// The evidence for a code that rules gave; empty for others.
    pub fn evidence(&self, intervention: &str, domain: Domain, code: &str) -> Vec<(&str, Span)> {
        self.rules.evidence(intervention, domain, code)
    }
}

fn borrowed(codes: &[String]) -> Vec<&str> {
    codes.iter().map(String::as_str).collect()
}

/// The codes on which two or more coders agree; `None` where fewer have coded the intervention in the domain, or differ.
fn agreed<'c>(coders: &'c BTreeMap<String, Sheets>, intervention: &str, domain: Domain) -> Option<&'c [String]> {
    let sheets = coders.values().filter(|sheet| sheet.uses(domain));
    let mut given = sheets.filter_map(|sheet| sheet.said(intervention, domain));
    let first = given.next()?;
    let others: Vec<_> = given.collect();
    (!others.is_empty() && others.iter().all(|codes| *codes == first)).then_some(first)
}

fn rule_codings(rulebook: &Rulebook, input: &Input) -> RuleCodings {
    let units: Vec<_> = input.units().collect();
    RuleCodings::new(rulebook, &units)
}
