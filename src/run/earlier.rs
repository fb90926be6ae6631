//! Studies of earlier years, read whole: what their interventions and answers came to stands beside this year's.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;

use super::findings::Findings;
use super::job::Job;
use super::{Failure, Options, Stage, manifest};
use crate::claims::Claims;
use crate::codebook::{Code, Codebook};
use crate::compare::{Earlier, check_crosswalk};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::migration::{Fate, Map, Plan};
use crate::msg;
use crate::report::ItemDeclaration;
use crate::study::{CodesFrom, EarlierStudy, Study};
use crate::wording::first_of;

/// An earlier study, with what beside it is asked of it.
struct Read {
    earlier: Earlier,
    claims: Claims,
    /// The items of its report, with their titles.
    items: Vec<(ItemDeclaration, String)>,
    /// The files that it was made from, each with its SHA-256.
    inputs: Vec<(String, String)>,
}

/// What came of reading earlier studies by themselves, by the folders that a study names.
type Alone<'p> = BTreeMap<String, (Job<'p>, Result<Findings, Failure>)>;

/// An earlier study is read beside this one: its stages are not told.
const UNTOLD: &(dyn Fn(Stage) + Sync) = &|_| {};

impl Job<'_> {
    /// Reads, codes, weights and counts, with the earlier studies beside it.
    pub(super) fn find_years(&mut self, folder: &Path, codes: Option<CodesFrom>) -> Result<Findings, Failure> {
        let (findings, alone) = rayon::join(|| self.find(folder, codes), || alone(folder));
        let mut findings = findings?;
        self.add_those_read(&mut findings, alone)?;
        Ok(findings)
    }

    /// Reads the earlier studies that belong beside what was found.
    pub(super) fn add_years(&mut self, findings: &mut Findings) -> Result<(), Failure> {
        let alone = all_alone(&findings.study);
        self.add_those_read(findings, alone)
    }

    fn add_those_read(&mut self, findings: &mut Findings, mut alone: Alone<'_>) -> Result<(), Failure> {
        let declared: Vec<EarlierStudy> = findings.study.earlier_with_surveys().map(|(own, _)| own.clone()).collect();
        for own in declared {
            let read = alone.remove(&own.study.value).unwrap_or_else(|| one_alone(&findings.study, &own));
            let Read { earlier, claims, items, inputs } = self.earlier(findings, own, read)?;
            self.messages.push_all(&other_definitions(&findings.book, &earlier));
            self.messages.extend(check_crosswalk(findings.side(), &earlier));
            findings.claims_of_earlier.insert(earlier.year(), claims);
            findings.items_of_earlier.insert(earlier.year(), items);
            findings.earlier.push(earlier);
            findings.inputs_of_earlier.extend(inputs);
        }
        findings.earlier.sort_by_key(Earlier::year);
        findings.inputs_of_earlier.sort();
        findings.inputs_of_earlier.dedup();
        Ok(())
    }

    /// Takes one that was read, and says which files it was made from, as they are reached from this study's folder. What is worth a look
    /// in its data is told when it is run itself.
    fn earlier(
        &mut self,
        now: &Findings,
        declared: EarlierStudy,
        (job, found): (Job<'_>, Result<Findings, Failure>),
    ) -> Result<Read, Failure> {
        let study = &now.study;
        let at = PathBuf::from(declared.study.value.trim_end_matches('/'));
        let found = match found {
            Err(Failure::Input(messages)) => return Err(from(&at, &messages).into()),
            other => other?,
        };
        let warnings = job.messages.count(Severity::Warning);
        if warnings > 0 {
            let year = found.study.year;
            let message =
                msg!("earlier-warnings", warnings, year = year.to_string(), study = declared.study.value.clone());
            self.messages.push(Diagnostic::notice(declared.study.place.clone(), message));
        }
        self.messages.push_all(&other_money(study, &found.study, &declared));
        let inputs = manifest::inputs(&found).into_iter();
        let inputs = inputs.map(|(file, hash)| (reached(&at.join(file)), hash)).collect();
        self.watch.add_all(&at, job.watch);
        let codes = self.codes(now, &declared, (&found.study, &found.book))?;
        let titles = found.material(&[], self.language(now)).titles();
        let items = found.declaration.items.iter().cloned().zip(titles).collect();
        let Findings { study, book, input, codings, weighting, ledger, claims, .. } = found;
        let earlier = Earlier { study, book, input, codings, weighting, ledger, declared, codes };
        Ok(Read { earlier, claims, items, inputs })
    }

    /// What codes became, by the map that is declared.
    fn codes(
        &mut self,
        now: &Findings,
        declared: &EarlierStudy,
        (then, book): (&Study, &Codebook),
    ) -> Result<BTreeMap<String, Option<String>>, Diagnostics> {
        let Some(file) = &declared.codes else { return Ok(BTreeMap::new()) };
        let map = Map::load(&now.study.path(&file.value), &file.value, book)?;
        let plan = Plan::new(&map, book, &then.codings)?;
        self.messages.extend(plan.against(&map, &now.book));
        let became = |fate: &Fate| match fate {
            Fate::To(code) => Some(code.clone()),
            Fate::None | Fate::Unused | Fate::Open(_) => None,
        };
        Ok(plan.changing().map(|(code, fate)| (code.to_owned(), became(fate))).collect())
    }
}

/// Reads the earlier studies that a folder names, each by itself; what is wrong with the folder is told by whoever reads that.
fn alone<'p>(folder: &Path) -> Alone<'p> {
    Study::load(folder).map(|study| all_alone(&study)).unwrap_or_default()
}

fn all_alone<'p>(study: &Study) -> Alone<'p> {
    let declared: Vec<&EarlierStudy> = study.earlier_with_surveys().map(|(own, _)| own).collect();
    declared.into_par_iter().map(|own| (own.study.value.clone(), one_alone(study, own))).collect()
}

fn one_alone<'p>(study: &Study, declared: &EarlierStudy) -> (Job<'p>, Result<Findings, Failure>) {
    let mut job = Job::new(Options::default(), UNTOLD);
    let found = job.find(&study.path(&declared.study.value), None);
    (job, found)
}

/// So many codes are named.
const NAMED: usize = 5;

/// What is told of codes that are called the same and mean something else: their numbers are no change of the world.
fn other_definitions(now: &Codebook, earlier: &Earlier) -> Option<Diagnostic> {
    let of_now: BTreeMap<&str, &Code> =
        now.systems.iter().flat_map(|system| &system.codes).map(|code| (code.id.as_str(), code)).collect();
    let of_then = earlier.book.systems.iter().flat_map(|system| &system.codes);
    let same = of_then.filter_map(|then| Some((then, *of_now.get(earlier.code_now(&then.id)?)?)));
    // A code that the map names was carried over by a person.
    let same = same.filter(|(then, _)| !earlier.codes.contains_key(&then.id));
    let other: Vec<&str> =
        same.filter(|(then, now)| then.definition != now.definition).map(|(_, now)| now.id.as_str()).collect();
    let (count, codes) = (other.len(), first_of(other.iter().copied(), NAMED, ", "));
    let (place, year) = (earlier.declared.study.place.clone(), earlier.year().to_string());
    (count > 0).then(|| Diagnostic::warning(place, msg!("earlier-other-definitions", count, year, codes)))
}

/// What is told where funds of the two years are not the same thing.
fn other_money(now: &Study, then: &Study, declared: &EarlierStudy) -> Option<Diagnostic> {
    let (of_now, of_then) = (now.money?, then.money?);
    let (place, study) = (declared.study.place.clone(), declared.study.value.clone());
    if now.currency() != then.currency() {
        let [then, now] = [then, now].map(|study| study.currency().code());
        return Some(Diagnostic::warning(place, msg!("earlier-other-currency", study, then, now)));
    }
    let differs = of_now.is_weighted() != of_then.is_weighted();
    differs.then(|| Diagnostic::warning(place, msg!("earlier-other-weighting", study)))
}

/// Messages about another study's files, as they are reached from this one's folder.
fn from(at: &Path, messages: &Diagnostics) -> Diagnostics {
    let mut all = Diagnostics::new();
    for message in messages.sorted() {
        let file = reached(&at.join(&*message.place.file));
        all.push(message.clone().at(Place { file: file.as_str().into(), ..message.place.clone() }));
    }
    all
}

/// A path without the folders that it leads into and out of again.
fn reached(path: &Path) -> String {
    let mut parts: Vec<Component<'_>> = Vec::new();
    for part in path.components() {
        match (part, parts.last()) {
            (Component::ParentDir, Some(Component::Normal(_))) => drop(parts.pop()),
            (Component::CurDir, _) => {}
            _ => parts.push(part),
        }
    }
    let names: Vec<_> = parts.iter().map(|part| part.as_os_str().to_string_lossy()).collect();
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_another_study_are_named_as_they_are_reached() {
        assert_eq!(reached(Path::new("../then/../../codebook/a.json")), "../../codebook/a.json");
        assert_eq!(reached(Path::new("../then/./answers.csv")), "../then/answers.csv");
    }
}
