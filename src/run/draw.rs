//! The files of a run: every item in its formats, the report as page, document and workbook, and the data files.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::findings::Findings;
use super::job::{Outcome, csv_file};
use super::long::Long;
use super::template::{self, InTemplate, Template};
use super::{Failure, fault};
use crate::coding::blind::Blind;
use crate::compare::Pair;
use crate::output::OutputFile;
use crate::render::{self, CsvReader, Figure, Figures, Format, Picture, Rasteriser};
use crate::report::{self, Document, Item, Table};
use crate::survey::{Intervention, Unit};
use crate::wording::Language;

/// What items look like, drawn once for all formats.
#[derive(Default)]
struct Drawn {
    files: Vec<OutputFile>,
    figures: Figures,
    /// By the ids of items.
    pictures: BTreeMap<String, Picture>,
}

/// Every file of a run, in the order of the manifest.
pub(super) fn files(
    found: (&Findings, &[Pair<'_>]),
    document: &Document,
    claims: Option<&Table>,
    outcome: &Outcome<'_, '_>,
    (formats, reader): (&[Format], CsvReader<'_>),
    template: Option<&Template>,
) -> Result<(Vec<OutputFile>, Option<InTemplate>), Failure> {
    // Page and document wait for the pictures; nothing else does.
    let (drawn, (data, workbook)) = rayon::join(
        || draw(document, (formats, reader)),
        || {
            rayon::join(
                || data_files(found, outcome, document.language, (formats, reader)),
                || workbook(document, formats),
            )
        },
    );
    let mut drawn = drawn?;
    let mut files = std::mem::take(&mut drawn.files);
    let (page, word) = rayon::join(|| page(document, &drawn, formats), || word(document, &drawn, formats, template));
    files.extend(page?);
    let (documents, in_template) = word?;
    files.extend(documents);
    files.extend(data?);
    files.extend(claims.map(|claims| csv_file("data/", claims, reader)).transpose()?);
    files.extend(workbook?);
    Ok((files, in_template))
}

/// The pictures of a report's figures by the ids of their items.
pub(super) fn pictures(document: &Document) -> Result<BTreeMap<String, Picture>, Failure> {
    Ok(draw(document, (&[Format::Docx], CsvReader::Programs))?.pictures)
}

/// Every figure and table in its formats, several at a time; and the figures that go into page and document.
fn draw(document: &Document, wanted: (&[Format], CsvReader<'_>)) -> Result<Drawn, Failure> {
    let rasteriser = Rasteriser::default();
    let items: Vec<&Item> = document.items().collect();
    let draw = |item: &&Item| draw_item(item, document.language, wanted, &rasteriser);
    let parts = items.par_iter().map(draw).collect::<Result<Vec<_>, Failure>>()?;
    let mut drawn = Drawn::default();
    for part in parts {
        drawn.files.extend(part.files);
        drawn.figures.extend(part.figures);
        drawn.pictures.extend(part.pictures);
    }
    Ok(drawn)
}

fn draw_item(
    item: &Item,
    language: Language,
    (formats, reader): (&[Format], CsvReader<'_>),
    rasteriser: &Rasteriser,
) -> Result<Drawn, Failure> {
    let folder = item.folder();
    let name = |ending: &str| format!("{folder}/{}.{ending}", item.id);
    let wanted = |format: Format| formats.contains(&format);
    let mut drawn = Drawn::default();
    if wanted(Format::Csv) && item.has_table() {
        drawn.files.push((name("csv"), render::csv_for(&item.table, reader).map_err(fault)?.into()));
    }
    if wanted(Format::Txt) && !item.is_table() {
        drawn.files.push((name("txt"), item.alternative.clone().into_bytes().into()));
    }
    if ![Format::Svg, Format::Png, Format::Docx, Format::Html].into_iter().any(wanted) {
        return Ok(drawn);
    }
    let Some(figure) = Figure::new(item, language) else { return Ok(drawn) };
    let svg = figure.svg(item, language);
    if wanted(Format::Png) || wanted(Format::Docx) {
        let png = rasteriser.png(&svg).map_err(fault)?;
        if wanted(Format::Png) {
            drawn.files.push((name("png"), png.clone().into()));
        }
        drawn.pictures.insert(item.id.clone(), Picture { png, window: figure.window() });
    }
    let figure = if wanted(Format::Html) { figure.for_page(item, language) } else { figure };
    drawn.figures.insert(item.id.clone(), figure);
    if wanted(Format::Svg) {
        drawn.files.push((name("svg"), svg.into_bytes().into()));
    }
    Ok(drawn)
}

/// The report as a page.
fn page(document: &Document, drawn: &Drawn, formats: &[Format]) -> Result<Option<OutputFile>, Failure> {
    if !formats.contains(&Format::Html) {
        return Ok(None);
    }
    Ok(Some(("rapport.html".to_owned(), render::html(document, &drawn.figures).map_err(fault)?.into_bytes().into())))
}

/// The report as a Word document, and another of its appendices.
fn word(
    document: &Document,
    drawn: &Drawn,
    formats: &[Format],
    template: Option<&Template>,
) -> Result<(Vec<OutputFile>, Option<InTemplate>), Failure> {
    if !formats.contains(&Format::Docx) {
        return Ok((Vec::new(), None));
    }
    let picture = |id: &str| drawn.pictures.get(id);
    let (report, appendices) =
        rayon::join(|| template::report(template, document, &picture), || template::appendices(template, document));
    let (report, in_template) = report?;
    let files = [("rapport.docx", report), ("rapport-bilagor.docx", appendices?)];
    Ok((files.map(|(name, bytes)| (name.to_owned(), bytes.into())).into(), in_template))
}

/// The data files; they are written whatever the formats.
fn data_files(
    (findings, pairs): (&Findings, &[Pair<'_>]),
    outcome: &Outcome<'_, '_>,
    language: Language,
    wanted: (&[Format], CsvReader<'_>),
) -> Result<Vec<OutputFile>, Failure> {
    let (long, short) = rayon::join(
        || long_files(findings, outcome, language, wanted),
        || short_files((findings, pairs), outcome, language, wanted.1),
    );
    let mut files = long?;
    files.extend(short?);
    Ok(files)
}

/// The data files with a row or more for every intervention, or for every answer to open questions.
fn long_files(
    findings: &Findings,
    outcome: &Outcome<'_, '_>,
    language: Language,
    (formats, reader): (&[Format], CsvReader<'_>),
) -> Result<Vec<OutputFile>, Failure> {
    let Findings { study, input, codings, weighting, .. } = findings;
    let coded: Vec<&Unit> = input.units().collect();
    let long = Long {
        parquet: formats.contains(&Format::Parquet),
        provenance: study.provenance.as_ref().map(|text| text.get(language)),
        reader,
        outcome,
    };
    let blind = Blind::unread(&findings.book, input, codings);
    let codings = |units: &[&Unit]| report::data::codings(units.iter().copied(), codings, &blind, language);
    if study.surveys.is_empty() {
        let none = input.open.is_empty();
        let written = if none { None } else { Some(long.write(&coded, &codings)?) };
        return Ok(written.into_iter().flat_map(|(parquet, csv)| parquet.into_iter().chain([csv])).collect());
    }
    let all: Vec<&Intervention> = input.interventions().collect();
    let interventions = |some: &[&Intervention]| report::data::interventions(study, some, weighting, language);
    let basis = |some: &[&Intervention]| report::data::basis::interventions(&study.complete, some, study.money);
    let waiting =
        |some: &[&Intervention]| report::data::basis::waiting(some, &findings.codings, &findings.book, &blind);
    // They are for programs, and small.
    let plain = Long { parquet: false, reader: CsvReader::Programs, ..long };
    let written = rayon::join(
        || Ok::<_, Failure>((long.write(&all, &interventions)?, plain.write(&all, &basis)?)),
        || Ok::<_, Failure>((long.write(&coded, &codings)?, plain.write(&all, &waiting)?)),
    );
    let (((parquet, csv), (_, basis)), ((of_codings, csv_of_codings), (_, waiting))) = (written.0?, written.1?);
    Ok(parquet.into_iter().chain(of_codings).chain([csv, csv_of_codings, basis, waiting]).collect())
}

/// The other data files.
fn short_files(
    (findings, pairs): (&Findings, &[Pair<'_>]),
    outcome: &Outcome<'_, '_>,
    language: Language,
    reader: CsvReader<'_>,
) -> Result<Vec<OutputFile>, Failure> {
    let Findings { study, book, input, weighting, ledger, grant, .. } = findings;
    // A table is let go of as soon as it is a file.
    let mut tables = vec![csv_file("data/", &report::data::notices(&outcome.notices, language), reader)?];
    let mut add = |table: Table| csv_file("data/", &table, reader).map(|file| tables.push(file));
    if !study.surveys.is_empty() {
        report::data::weights(weighting, language).map_or(Ok(()), &mut add)?;
        report::data::basis::requisitions(input, study.money).map_or(Ok(()), &mut add)?;
        add(report::data::turnout::response(study, input))?;
        report::data::turnout::reconciliation(study, input, weighting).map_or(Ok(()), &mut add)?;
        add(report::data::codes(ledger, book, study.money, language))?;
        add(report::data::answers(ledger, language))?;
        add(report::data::excluded(input, language))?;
    }
    for pair in pairs {
        report::data::compare::tables(pair, language).into_iter().try_for_each(&mut add)?;
    }
    if !study.accounts.is_empty() {
        add(report::data::accounts(grant, language))?;
        add(report::data::measures(grant, language))?;
        grant.allocations.iter().try_for_each(|allocation| add(report::data::allocation(allocation, language)))?;
    }
    Ok(tables)
}

/// The report as a workbook.
fn workbook(document: &Document, formats: &[Format]) -> Result<Option<OutputFile>, Failure> {
    if !formats.contains(&Format::Xlsx) {
        return Ok(None);
    }
    Ok(Some(("tables/tables.xlsx".to_owned(), render::xlsx(document).map_err(fault)?.into())))
}
