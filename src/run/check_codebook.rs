//! The recipe of `insats codebook check`: what is wrong with a codebook, and what is odd about its rules.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use super::{Failure, Stage, fault};
use crate::codebook::pattern::{Glob, Pattern};
use crate::codebook::{Code, Codebook, Domain, Evidence, NestedScope, Rule, locate};
use crate::coding::rules::scan::Match;
use crate::coding::rules::{Rulebook, text};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
use crate::read::{Files, Watch};
use crate::study::{STUDY_FILE, Study};
use crate::survey::Input;

/// From which share of the texts on a pattern matches too much to tell codes apart.
const NEARLY_ALL: f64 = 0.5;

/// What a codebook holds and what is odd about it.
#[derive(Debug)]
pub struct CodebookSummary {
    /// How many codes.
    pub codes: usize,
    /// How many rules.
    pub rules: usize,
    /// How many different patterns.
    pub patterns: usize,
    /// How many texts they were tried on.
    pub texts: usize,
    /// Warnings and notices, by place.
    pub notices: Vec<Diagnostic>,
}

/// Checks a codebook; with a study also how its patterns do on that study's texts.
///
/// # Errors
/// [`Failure`] with all errors of the codebook or the study.
pub fn check_codebook(
    path: &Path,
    study: Option<&Path>,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<CodebookSummary, Failure> {
    progress(Stage::Study);
    let name = path.display().to_string();
    let mut watch = Watch::default();
    watch.add(&name, path);
    let book = Codebook::load(path, &name).map_err(Failure::Input)?;
    let source = std::fs::read_to_string(path).map_err(fault)?;
    let rulebook = Rulebook::new(&book).map_err(fault)?;
    let mut checker = Checker { book: &book, source: &source, name: &name, messages: Diagnostics::new() };
    checker.labels();
    for code in book.systems.iter().flat_map(|system| &system.codes) {
        code.rules.iter().enumerate().for_each(|(number, rule)| checker.rule(code, number + 1, rule));
    }
    checker.shared();
    let texts = match study {
        Some(folder) => checker.on_texts(&rulebook, &texts_of(folder, &mut watch, progress)?),
        None => 0,
    };
    super::job::unchanged(&watch)?;
    Ok(CodebookSummary {
        codes: book.systems.iter().map(|system| system.codes.len()).sum(),
        rules: book.systems.iter().flat_map(|s| &s.codes).map(|code| code.rules.len()).sum(),
        patterns: rulebook.patterns().len(),
        texts,
        notices: checker.messages.sorted().into_iter().cloned().collect(),
    })
}

/// The texts of a study's included interventions, by domain.
fn texts_of(
    folder: &Path,
    watch: &mut Watch,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<Vec<(Domain, String)>, Failure> {
    watch.add(STUDY_FILE, &folder.join(STUDY_FILE));
    let study = Study::load(folder).map_err(Failure::Input)?;
    watch.add_study(&study);
    let mut messages = Diagnostics::new();
    progress(Stage::Reading);
    let files = Files::read(&study, &mut messages);
    let input = Input::read(&study, &files, &mut messages);
    super::stop_on_errors(messages)?;
    let included = input.interventions().filter(|i| i.included());
    Ok(included.flat_map(|i| Domain::ALL.map(|domain| (domain, text(i, domain).into_owned()))).collect())
}

struct Checker<'a> {
    book: &'a Codebook,
    source: &'a str,
    name: &'a str,
    messages: Diagnostics,
}

impl Checker<'_> {
    fn place(&self, code: &str, pattern: &str) -> Place {
        locate(self.source, self.name, code, pattern)
    }

    fn warn(&mut self, code: &str, pattern: &str, found: String, action: &str) {
        self.messages.push(Diagnostic::warning(self.place(code, pattern), found).action(action));
    }

    fn note(&mut self, code: &str, pattern: &str, found: String, action: &str) {
        self.messages.push(Diagnostic::notice(self.place(code, pattern), found).action(action));
    }

    /// Labels of one system that differ only in case.
    fn labels(&mut self) {
        let book = self.book;
        for system in &book.systems {
            let mut known: BTreeMap<String, &Code> = BTreeMap::new();
            for code in &system.codes {
                if let Some(other) = known.insert(code.label.sv.to_lowercase(), code) {
                    let found = format!("the codes {} and {} have the same label but for capitals", other.id, code.id);
                    self.warn(&code.id, "", found, "give each its own label, or make them one code");
                }
            }
        }
    }

    /// What in a rule can never match, or says nothing that another pattern of it does not say.
    fn rule(&mut self, code: &Code, number: usize, rule: &Rule) {
        let of = format!("rule {number} of {}", code.id);
        let none: Vec<_> = rule.none.iter().filter_map(|e| globs(e.pattern())).collect();
        let vetoed = |evidence: &Evidence| {
            globs(evidence.pattern()).is_some_and(|own| none.iter().any(|veto| within(veto, &own)))
        };
        for evidence in
            rule.any.iter().chain(rule.all.iter().filter(|a| a.patterns().len() == 1).flat_map(|a| a.patterns()))
        {
            if vetoed(evidence) {
                let found =
                    format!("{} in {of} can never count: \"none\" of the rule forbids it", shown(evidence.pattern()));
                self.warn(&code.id, evidence.pattern(), found, "remove one of the two");
            }
        }
        for (at, evidence) in rule.any.iter().enumerate() {
            let Some(own) = globs(evidence.pattern()) else { continue };
            let broader = rule.any.iter().enumerate().find(|(other, e)| {
                *other != at
                    && globs(e.pattern()).is_some_and(|e| {
                        e.len() == own.len()
                            && e.iter().zip(&own).all(|(a, b)| a.covers(b))
                            && (e != own || *other < at)
                    })
            });
            if let Some((_, broader)) = broader {
                let found =
                    format!("{} in {of} adds nothing to {}", shown(evidence.pattern()), shown(broader.pattern()));
                self.note(&code.id, evidence.pattern(), found, "remove it, unless it is meant to count twice");
            }
        }
    }

    /// Patterns that alone speak for several main codes of a domain.
    fn shared(&mut self) {
        let book = self.book;
        let mut spoken: BTreeMap<(Domain, String), BTreeSet<&str>> = BTreeMap::new();
        for domain in Domain::ALL {
            for code in book.codes(domain) {
                let own = code.rules.iter().filter(|rule| rule.domains.is_empty() || rule.domains.contains(&domain));
                let bare = own.filter(|rule| {
                    rule.all.is_empty() && rule.near.is_empty() && rule.none.is_empty() && rule.without.is_empty()
                });
                for evidence in bare.flat_map(|rule| &rule.any) {
                    spoken.entry((domain, evidence.pattern().to_lowercase())).or_default().insert(&code.id);
                }
            }
        }
        // A main code and its subcode may share a pattern: where both pass, the subcode stands.
        let main = |domain: Domain, id: &str| book.code(domain, id).map_or("", |code| code.main()).to_owned();
        for ((domain, pattern), codes) in &spoken {
            if codes.iter().map(|code| main(*domain, code)).collect::<BTreeSet<_>>().len() < 2 {
                continue;
            }
            let codes: Vec<_> = codes.iter().copied().collect();
            let found = format!("{} speaks for {} in {domain} alike", shown(pattern), codes.join(" and "));
            self.warn(codes[0], pattern, found, "keep it for one of them, or add conditions that tell them apart");
        }
    }

    /// Patterns that match none of the texts, nearly all, or only inside longer matches for other codes.
    fn on_texts(&mut self, rulebook: &Rulebook, texts: &[(Domain, String)]) -> usize {
        let counts = counts(self.book, rulebook, texts);
        let book = self.book;
        for system in &book.systems {
            let domains: Vec<_> = book.domains.iter().filter(|d| d.system == system.id).map(|d| d.id).collect();
            for code in &system.codes {
                let mut said = BTreeSet::new();
                let mut unmet: Vec<&str> = Vec::new();
                for rule in &code.rules {
                    let own: Vec<_> = if rule.domains.is_empty() { domains.clone() } else { rule.domains.clone() };
                    for (_, evidence) in rule.patterns().filter(|(key, _)| *key != "against" && *key != "none") {
                        if said.insert(evidence.pattern())
                            && !self.judge(code, evidence.pattern(), &own, rulebook, &counts, texts)
                        {
                            unmet.push(evidence.pattern());
                        }
                    }
                }
                self.unmet(code, &unmet, said.len());
            }
        }
        texts.iter().filter(|(_, text)| !text.trim().is_empty()).count()
    }

    /// One message for the patterns of a code that no text has: there are many where rules are meant for other years, too.
    fn unmet(&mut self, code: &Code, unmet: &[&str], all: usize) {
        let Some(first) = unmet.first() else { return };
        let listed = unmet.iter().map(|pattern| match self.place(&code.id, pattern).spot {
            Spot::Line(line) => format!("{} (line {line})", shown(pattern)),
            _ => shown(pattern),
        });
        let listed = listed.collect::<Vec<_>>().join(", ");
        let found =
            format!("{} of {all} patterns for {} match none of the study's texts: {listed}", unmet.len(), code.id);
        self.note(&code.id, first, found, "keep those that other texts may have");
    }

    /// Whether a pattern matches at all; says where it matches too much, or never counts.
    fn judge(
        &mut self,
        code: &Code,
        pattern: &str,
        domains: &[Domain],
        rulebook: &Rulebook,
        counts: &BTreeMap<(Domain, usize), Count>,
        texts: &[(Domain, String)],
    ) -> bool {
        let Some(number) = rulebook.patterns().iter().position(|p| p == pattern) else { return false };
        let own = || domains.iter().filter_map(|domain| counts.get(&(*domain, number)));
        let (matched, texts_with): (usize, usize) = own().fold((0, 0), |sum, c| (sum.0 + c.matches, sum.1 + c.texts));
        let all = texts.iter().filter(|(domain, text)| domains.contains(domain) && !text.trim().is_empty()).count();
        let shadowed = own().map(|c| c.nested.get(&code.id).copied().unwrap_or_default()).sum::<usize>();
        if texts_with as f64 > NEARLY_ALL * all as f64 {
            let found = format!("{} for {} matches {texts_with} of {all} texts", shown(pattern), code.id);
            self.warn(&code.id, pattern, found, "make it more specific");
        } else if matched > 0 && shadowed == matched {
            let found = format!("{} for {} stands only inside longer matches for other codes", shown(pattern), code.id);
            self.note(
                &code.id,
                pattern,
                found,
                "it never counts in these texts: make it longer, or the others shorter",
            );
        }
        matched > 0
    }
}

/// How often a pattern matches in the texts of a domain.
#[derive(Clone, Default)]
struct Count {
    matches: usize,
    texts: usize,
    /// For each code it speaks for: how often inside a longer match for another code.
    nested: BTreeMap<String, usize>,
}

fn counts(book: &Codebook, rulebook: &Rulebook, texts: &[(Domain, String)]) -> BTreeMap<(Domain, usize), Count> {
    let nested = book.coding.as_ref().map(|c| c.nested_scope).unwrap_or_default();
    let found: Vec<Vec<Match>> =
        texts.par_iter().map_init(|| rulebook.reader(), |reader, (_, text)| reader.matches(text).to_vec()).collect();
    let mut counts: BTreeMap<(Domain, usize), Count> = BTreeMap::new();
    for ((domain, _), found) in texts.iter().zip(&found) {
        let mut seen = BTreeSet::new();
        for m in found {
            let count = counts.entry((*domain, m.pattern as usize)).or_default();
            count.matches += 1;
            count.texts += usize::from(seen.insert(m.pattern));
            let own = rulebook.codes_of(*domain, m.pattern);
            let longer = found.iter().filter(|other| m.is_inside(other));
            let around: BTreeSet<&str> = longer.flat_map(|other| rulebook.codes_of(*domain, other.pattern)).collect();
            for code in
                own.into_iter().filter(|code| nested == NestedScope::Dictionary && around.iter().any(|a| a != code))
            {
                *count.nested.entry(code.to_owned()).or_default() += 1;
            }
        }
    }
    counts
}

/// The words of a pattern; `None` for a regular expression.
fn globs(pattern: &str) -> Option<Vec<Glob>> {
    match Pattern::parse(pattern) {
        Ok(Pattern::Words(globs)) => Some(globs),
        _ => None,
    }
}

/// Whether every match of `own` holds a match of `veto`.
fn within(veto: &[Glob], own: &[Glob]) -> bool {
    own.windows(veto.len()).any(|part| veto.iter().zip(part).all(|(veto, word)| veto.covers(word)))
}
