//! The whole report as data: front page, chapters, appendices. The formats that hold a whole report (HTML, Word, the
//! workbook) draw it, so that they say the same in the same order.

mod accounts;
mod behind;
mod chapters;
mod facts;
mod foremost;
mod front;
mod names;
mod tables;

pub use accounts::AccountTotal;
pub use behind::{Behind, List, Listed};
pub use chapters::Chapter;
pub use facts::{Fact, Total};
pub use foremost::Foremost;
pub use front::{AreaFront, CodingCount, EstimatedDomain, Front};
pub use names::Names;
pub use tables::FrontTable;

use super::table::{Table, Value};
use super::{Item, Material, data};
use crate::coding::Codings;
use crate::day::Day;
use crate::diagnostic::Diagnostic;
use crate::msg;
use crate::study::Study;
use crate::survey::Input;
use crate::weighting::Weighting;
use crate::wording::{Language, Text, sentence, unbroken};

/// A list or table has at most so many rows in a page or a Word document; the data files and the workbook have all.
pub const MOST_ROWS: usize = 1_000;

/// A report, filled in.
#[derive(Clone, Debug)]
pub struct Document {
    /// The study's title.
    pub title: String,
    /// The year that the interventions were carried out in.
    pub year: i64,
    /// The language of everything in it.
    pub language: Language,
    /// What the study says its data are; empty where it says nothing.
    pub provenance: String,
    /// Who publishes the report; empty where the study does not say.
    pub publisher: String,
    /// The day that the data are of, where the study says it.
    pub data_date: Option<Day>,
    /// What readers call what files name by a word.
    pub names: Names,
    /// The totals of the first page.
    pub front: Front,
    /// The items in the report's order, divided by area.
    pub chapters: Vec<Chapter>,
    /// The notices of the first page, those first that weigh most.
    pub foremost: Vec<Foremost>,
    /// The sentences of claims that hold, in their order.
    pub sentences: Vec<Sentence>,
    /// What the numbers rest on, as tables.
    pub appendices: Vec<Appendix>,
    /// The interventions behind the numbers of items; only where the study lets texts into its output.
    pub behind: Option<Behind>,
}

/// A sentence of the report that its numbers bear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The id of its claim.
    pub id: String,
    /// The area that it is about; `all`, or nothing, where it is about all.
    pub area: String,
    /// The item that it was drafted for.
    pub item: Option<String>,
    /// The sentence.
    pub text: String,
}

/// A table that stands after the items.
#[derive(Clone, Debug)]
pub struct Appendix {
    /// What it lists.
    pub kind: AppendixKind,
    /// Its heading, which is also the name of its sheet in a workbook.
    pub title: String,
    /// What it shows and how to read it, in one or two sentences.
    pub explanation: String,
    /// Its rows; an appendix without any says so in its explanation.
    pub table: Table,
}

/// What an appendix lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppendixKind {
    /// The report's claims, held against the data.
    Claims,
    /// T, S and J per area and recipient.
    Weights,
    /// The interventions that count nowhere, and why.
    Excluded,
    /// What is worth a look.
    Notices,
}

/// What a document was made from: versions, and the files with their hashes. No clock and no absolute path.
#[derive(Clone, Debug, Default)]
pub struct MadeFrom {
    /// Program and version, as `insats 0.1.0`.
    pub program: String,
    /// The study folder's name.
    pub study: String,
    /// Codebook and version, as `psykisk-halsa 2025.1`.
    pub codebook: String,
    /// Every input file, as the study names it, with its SHA-256.
    pub inputs: Vec<(String, String)>,
    /// The days on which samples were drawn and what the machine says was frozen, where numbers rest on them.
    pub frozen: Vec<String>,
    /// One SHA-256 over all inputs: two reports with the same are made from the same files.
    pub fingerprint: String,
}

/// Everything that a document is made from.
pub struct Sources<'a> {
    /// What was declared.
    pub study: &'a Study,
    /// What was read.
    pub input: &'a Input,
    /// The codes.
    pub codings: &'a Codings,
    /// T, S and J.
    pub weighting: &'a Weighting,
    /// Counts, codebook and language.
    pub material: &'a Material<'a>,
    /// Warnings and notices, worst first.
    pub notices: &'a [Diagnostic],
    /// Versions and hashes.
    pub made_from: MadeFrom,
    /// The claims with their outcome, where the study has any: claim, area, outcome, stated, computed, reason.
    pub claims: Option<Table>,
    /// The sentences of claims that hold.
    pub sentences: Vec<Sentence>,
    /// Whether appendices are made: they are long, and only a page and a Word document show them.
    pub appended: bool,
}

impl MadeFrom {
    /// Enough of the fingerprint to tell one version of the data from another; the manifest has all of it.
    pub fn checksum(&self) -> String {
        self.fingerprint.chars().take(16).collect()
    }
}

impl Document {
    /// Puts a document together from its items and what they rest on.
    pub fn new(mut sources: Sources<'_>, items: Vec<Item>) -> Self {
        let language = sources.material.language;
        let front = Front::new(&sources);
        let of_study = |text: Option<&Text>| text.map_or_else(String::new, |text| text.get(language).to_owned());
        let behind = sources.study.texts_in_output.then(|| Behind::new(&sources, &items));
        Self {
            title: sources.study.title.get(language).to_owned(),
            year: sources.study.year,
            language,
            provenance: of_study(sources.study.provenance.as_ref()),
            publisher: of_study(sources.study.publisher.as_ref()),
            data_date: sources.study.data_date,
            names: Names::new(sources.study, language),
            chapters: chapters::divide(sources.study, language, items),
            behind,
            sentences: std::mem::take(&mut sources.sentences),
            foremost: foremost::foremost(sources.notices, language),
            appendices: if sources.appended { appendices(sources, language) } else { Vec::new() },
            front,
        }
    }

    /// All items in the report's order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.chapters.iter().flat_map(|chapter| &chapter.items)
    }

    /// The appendix of a kind.
    pub fn appendix(&self, kind: AppendixKind) -> Option<&Appendix> {
        self.appendices.iter().find(|appendix| appendix.kind == kind)
    }
}

fn appendices(sources: Sources<'_>, language: Language) -> Vec<Appendix> {
    let mut appendices: Vec<Appendix> =
        sources.claims.into_iter().map(|table| appendix(AppendixKind::Claims, table, language)).collect();
    // Where there are no interventions, none is weighted or set aside.
    if !sources.study.surveys.is_empty() {
        let weights = data::weights(sources.weighting, language);
        appendices.extend(weights.map(|weights| appendix(AppendixKind::Weights, weights, language)));
        appendices.push(appendix(AppendixKind::Excluded, data::excluded(sources.input, language), language));
    }
    let notices = for_readers(sources.notices, language);
    appendices.push(appendix(AppendixKind::Notices, notices, language));
    appendices
}

/// Notices as readers of a report meet them: without what to do, which is said to those who run the program and names keys
/// and commands.
fn for_readers(notices: &[Diagnostic], language: Language) -> Table {
    let mut table = data::notices(notices, language);
    table.columns.truncate(READ);
    for (row, notice) in table.rows.iter_mut().zip(notices) {
        row.truncate(READ);
        let [found, expected, _] = notice.told(language).map(|text| as_sentence(&text, language));
        let texts = [place(notice, language), found, expected];
        row.splice(READ - texts.len().., texts.map(Value::Text)).for_each(drop);
    }
    table
}

/// Severity, place, what was found and what was expected.
const READ: usize = 4;

/// On the terminal a text goes on from a lead word, in a report it begins.
fn as_sentence(text: &str, language: Language) -> String {
    language.typographic(&unbroken(&sentence(text)))
}

/// Where a notice is about: a place in a file of data, or what the evaluator has declared.
fn place(notice: &Diagnostic, language: Language) -> String {
    if notice.place.file.ends_with(DECLARATIONS) {
        return msg!("report-what-is-declared").text(language);
    }
    language.typographic(&notice.place.told(language))
}

/// The ending of files in which evaluators declare what a study is.
const DECLARATIONS: &str = ".toml";

fn appendix(kind: AppendixKind, table: Table, language: Language) -> Appendix {
    let (title, explanation) = match (kind, table.rows.is_empty()) {
        (AppendixKind::Claims, _) => {
            (msg!("report-claims").text(language), msg!("report-the-numbers-that-the-report").text(language))
        }
        (AppendixKind::Weights, _) => {
            (msg!("report-weighting").text(language), msg!("report-by-area-and-recipient-t").text(language))
        }
        (AppendixKind::Excluded, false) => (
            msg!("report-excluded").text(language),
            msg!("report-interventions-that-are-incomplete-and").text(language),
        ),
        (AppendixKind::Excluded, true) => {
            (msg!("report-excluded").text(language), msg!("report-no-intervention-has-been-excluded").text(language))
        }
        (AppendixKind::Notices, false) => {
            (msg!("report-notices").text(language), msg!("report-what-is-worth-checking-in").text(language))
        }
        (AppendixKind::Notices, true) => {
            (msg!("report-notices").text(language), msg!("report-there-are-no-notices-on").text(language))
        }
    };
    Appendix { kind, title: title.to_owned(), explanation: explanation.to_owned(), table }
}
