//! The recipe of `insats manuscript fill`: the controls of a Word manuscript show what the study says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::findings::Findings;
use super::job::Job;
use super::verify::true_sentences;
use super::{Failure, Options, Stage, fault, numbers};
use crate::claims::numbers::{figures, with_currency};
use crate::claims::{Basis, Checked, Outcome};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::manuscript::{Filling, Named, Numbered, PICTURE, Package, Says, Shown, Text, Told, fill, named};
use crate::msg;
use crate::output::Target;
use crate::render::docx::{self, Setting};
use crate::render::{Figure, Picture, Rasteriser};
use crate::report::{Document, Item};
use crate::wording::Language;

/// How a manuscript is to be filled.
#[derive(Clone, Debug, Default)]
pub struct FillOptions {
    /// The file to write; beside the manuscript where none is given.
    pub out: Option<PathBuf>,
    /// Whether a file that is there may be replaced.
    pub force: bool,
    /// Whether it is written plainly, and not as tracked changes.
    pub plainly: bool,
    /// The language of comments; the study's own where none is given.
    pub language: Option<Language>,
}

/// What became of a manuscript.
#[derive(Debug)]
pub struct FillSummary {
    /// What was done, control by control.
    pub told: Vec<Told>,
    /// The file that was written.
    pub file: PathBuf,
    /// Where the file is kept that stood there.
    pub kept: Option<PathBuf>,
    /// Whether changes were written plainly.
    pub plainly: bool,
}

/// Fills the controls of a Word manuscript with what a study says; the manuscript itself is never touched.
///
/// # Errors
/// [`Failure`]: also where the manuscript is not understood; nothing has been written then.
pub fn fill_manuscript(
    folder: &Path,
    manuscript: &Path,
    wanted: &FillOptions,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<FillSummary, Failure> {
    let Begun { mut job, document: mut package, findings, language } =
        begin(folder, manuscript, wanted, progress, Package::open)?;
    let own = || beside(manuscript, &msg!("fill-file-ending").text(language));
    let file = wanted.out.clone().unwrap_or_else(own);
    let claimed = job.claim(Target { path: &file, force: wanted.force })?;
    progress(Stage::Claims);
    let mut items = findings.material(&findings.pairs(), language).items(&mut job.messages);
    let checked = job.check_claims(&findings, &mut items, language);
    job.stop_on_errors()?;
    let told = fill_all(&mut package, &findings, (items, &checked), (wanted, false), language, progress)?;
    let bytes = package.write()?;
    let kept = job.put(vec![(claimed, bytes.as_slice())])?;
    Ok(FillSummary { told, file, kept: kept.into_iter().next(), plainly: wanted.plainly })
}

/// A manuscript and a study that were read.
pub(super) struct Begun<'p, D> {
    pub job: Job<'p>,
    pub document: D,
    pub findings: Findings,
    pub language: Language,
}

/// Reads a manuscript, and then the study with its earlier years: what is no manuscript is told at once.
pub(super) fn begin<'p, D>(
    folder: &Path,
    manuscript: &Path,
    wanted: &FillOptions,
    progress: &'p (dyn Fn(Stage) + Sync),
    open: impl FnOnce(Vec<u8>, &str) -> Result<D, Diagnostic>,
) -> Result<Begun<'p, D>, Failure> {
    let options = Options { language: wanted.language, ..Options::default() };
    let mut job = Job::new(options, progress);
    let name = job.watch(manuscript);
    let document = open(read(manuscript, &name)?, &name)?;
    let findings = job.find_years(folder, None)?;
    let language = job.language(&findings);
    Ok(Begun { job, document, findings, language })
}

/// Fills a manuscript with what was found; or, of a manuscript that was rolled, only what is named for items.
pub(super) fn fill_all(
    package: &mut Package,
    findings: &Findings,
    (items, checked): (Vec<Item>, &[Checked<'_>]),
    (wanted, items_only): (&FillOptions, bool),
    language: Language,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<Vec<Told>, Failure> {
    let claims = checked.iter().map(|checked| (checked.claim.id.as_str(), checked)).collect();
    let pairs = findings.pairs();
    let material = findings.material(&pairs, language);
    // A study that declares no claims says what is drafted for it, as `manuscript start` does.
    let drafts = match findings.study.claims {
        Some(_) => Vec::new(),
        None => true_sentences(findings, &items, &pairs, checked, language),
    };
    let numbers = numbers::numbers(findings, &items, &pairs, language).into_iter().collect();
    let document = super::document(findings, &material, &[], items, (None, drafts), false);
    progress(Stage::Drawing);
    let pictures = pictures(&document, &named(package)?)?;
    let says = Study { claims, numbers, document: &document, pictures };
    let study = &findings.study;
    let (plainly, day, year) = (wanted.plainly, study.data_date, study.year);
    Ok(fill(package, &says, &Filling { plainly, items_only, day, language, year })?)
}

/// The pictures of the figures that controls name, several drawn at a time.
fn pictures(document: &Document, named: &BTreeSet<Named>) -> Result<BTreeMap<String, Picture>, Failure> {
    let rasteriser = Rasteriser::default();
    let is_named = |item: &&Item| named.contains(&Named::Item(item.id.clone()));
    let items: Vec<&Item> = document.items().filter(is_named).collect();
    let draw = |item: &&Item| {
        let Some(figure) = Figure::new(item, document.language) else { return Ok(None) };
        let png = rasteriser.png(&figure.svg(item, document.language)).map_err(fault)?;
        Ok(Some((item.id.clone(), Picture { png, window: figure.window() })))
    };
    let drawn = items.par_iter().map(draw).collect::<Result<Vec<_>, Failure>>()?;
    Ok(drawn.into_iter().flatten().collect())
}

/// The bytes of a manuscript.
fn read(path: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| {
        let message = msg!("manuscript-unreadable", error = &error);
        Failure::Input(Diagnostic::error(Place::file(name), message).into())
    })
}

/// The name of the file beside a manuscript: `rapport-ifylld.docx`, and from that `rapport-ifylld-2.docx`.
pub(super) fn beside(manuscript: &Path, ending: &str) -> PathBuf {
    let stem = manuscript.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (first, number) = match stem.rsplit_once('-').map(|(first, number)| (first, number.parse::<usize>())) {
        Some((first, Ok(number))) if first.ends_with(ending) => (first.to_owned(), number),
        _ => (stem.clone(), 1),
    };
    let name = match first.ends_with(ending) {
        true => format!("{first}-{}", number + 1),
        false => format!("{stem}{ending}"),
    };
    manuscript.with_file_name(format!("{name}.docx"))
}

/// What a study says where controls ask.
struct Study<'c> {
    claims: BTreeMap<&'c str, &'c Checked<'c>>,
    /// Those that the report declares.
    numbers: BTreeMap<&'c str, Numbered>,
    document: &'c Document,
    /// By the ids of items.
    pictures: BTreeMap<String, Picture>,
}

impl Study<'_> {
    fn found(&self, id: &str) -> Option<&Item> {
        self.document.items().find(|item| item.id == id)
    }

    /// The sentence of a claim: its own where it holds, the one that would be true where it fails.
    fn sentence(&self, id: &str) -> Option<Text> {
        if let Some(draft) = self.document.sentences.iter().find(|sentence| sentence.id == id) {
            return Some(Text::of(&draft.text));
        }
        let Checked { claim, verdict } = self.claims.get(id)?;
        let id = claim.id.clone();
        let because = verdict.reason.clone();
        let statement = claim.statement.clone();
        let (text, doubt) = match verdict.outcome {
            Outcome::Holds => (&claim.statement, None),
            Outcome::Fails => (&verdict.reason, Some(msg!("fill-comment-fails", claim = id, statement))),
            Outcome::Open => (&claim.statement, Some(msg!("fill-comment-open", claim = id, because))),
            Outcome::Undecided if matches!(claim.basis, Basis::Reason(_)) => (&claim.statement, None),
            Outcome::Undecided => (&claim.statement, Some(msg!("fill-comment-undecided", claim = id, because))),
        };
        Some(Text { text: text.clone(), digits: None, doubt })
    }

    /// A number that the report declares, or one of a claim's sentence with its unit.
    fn number(&self, id: &str, nth: usize) -> Option<Text> {
        if let Some(declared) = self.numbers.get(id) {
            return declared.shown(nth);
        }
        let Text { text, doubt, .. } = self.sentence(id)?;
        let figure = figures(&text).into_iter().filter(|figure| !figure.is_word()).nth(nth.checked_sub(1)?)?;
        let own = text.get(with_currency(&text, &figure))?.to_owned();
        let digits = text.get(figure.digits.clone()).filter(|digits| *digits != own).map(str::to_owned);
        Some(Text { text: own, digits, doubt })
    }
}

impl Says for Study<'_> {
    fn text(&self, named: &Named) -> Option<Text> {
        match named {
            Named::Claim(id) => self.sentence(id),
            Named::Number(id, nth) => self.number(id, *nth),
            Named::Headline(id) => self.found(id)?.headline.as_ref().map(|headline| Text::of(&headline.text)),
            Named::Explanation(id) => Some(Text::of(&self.found(id)?.explanation)),
            Named::Note(id) => Some(Text::of(&self.found(id)?.note)),
            Named::Item(_) => None,
        }
    }

    fn item(&self, id: &str, setting: &Setting) -> Option<Shown> {
        let item = self.found(id)?;
        let picture = self.pictures.get(id);
        // Its part is known once it is written.
        let named = docx::Named { drawing: setting.drawing, relation: PICTURE.to_owned(), part: String::new() };
        let blocks = docx::filled(item, picture.map(|picture| (picture, &named)), self.document, setting);
        let title = item.headline.as_ref().map_or(&item.title, |headline| &headline.text).clone();
        let png = picture.map(|picture| picture.png.clone());
        Some(Shown { blocks, png, caption: docx::caption(item, setting), title })
    }

    fn nearest(&self, named: &Named) -> Option<String> {
        let ids: Vec<&str> = match named {
            Named::Claim(_) => self.claims.keys().copied().collect(),
            Named::Number(..) => self.claims.keys().chain(self.numbers.keys()).copied().collect(),
            _ => self.document.items().map(|item| item.id.as_str()).collect(),
        };
        // What is known has no such number.
        nearest(named.id(), ids).filter(|near| *near != named.id()).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filled_manuscript_is_named_after_its_origin() {
        let name = |path: &str| beside(Path::new(path), "-ifylld").display().to_string();
        assert_eq!(name("a/rapport.docx"), "a/rapport-ifylld.docx");
        assert_eq!(name("a/rapport-ifylld.docx"), "a/rapport-ifylld-2.docx");
        assert_eq!(name("rapport-ifylld-2.docx"), "rapport-ifylld-3.docx");
        assert_eq!(name("rapport-2024.docx"), "rapport-2024-ifylld.docx");
    }
}
