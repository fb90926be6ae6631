//! The report in a Word template of an authority: what the template has stays, and its styles are ours.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use insats::manuscript::Done;
use insats::render::Format;
use insats::run::{Failure, FillOptions, InTemplate, Options, fill_manuscript, run, start_manuscript};
use zip::write::SimpleFileOptions;

use crate::support::project;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

type Parts = Vec<(String, Vec<u8>)>;

/// The parts of a package, in its order.
fn parts(path: &Path) -> Parts {
    let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(path).expect("a package"))).expect("an archive");
    let count = archive.len();
    let read = |index| {
        let mut file = archive.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        (file.name().expect("a name").into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

fn part(parts: &Parts, name: &str) -> String {
    let (_, bytes) = parts.iter().find(|(own, _)| own == name).unwrap_or_else(|| panic!("{name} is missing"));
    String::from_utf8(bytes.clone()).expect("UTF-8")
}

/// Writes a template that differs from another in one part.
fn changed(template: &str, name: &str, change: impl Fn(&str) -> String, to: &Path) {
    let mut archive = zip::ZipWriter::new(fs::File::create(to).expect("a file"));
    for (own, bytes) in parts(&project(template)) {
        archive.start_file(own.as_str(), SimpleFileOptions::default()).expect("a part");
        let bytes = if own == name { change(&String::from_utf8(bytes).expect("text")).into_bytes() } else { bytes };
        archive.write_all(&bytes).expect("its bytes");
    }
    archive.finish().expect("an archive");
}

const STUDY: &str = "tests/cases/readme-min-studie";

/// The small study's report in a template.
fn in_template(template: &Path) -> Result<(tempfile::TempDir, InTemplate), Failure> {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options {
        out: Some(folder.path().join("out")),
        formats: vec![Format::Docx],
        template: Some(template.to_owned()),
        ..Options::default()
    };
    let summary = run(&project(STUDY), &options, &|_| {})?;
    Ok((folder, summary.template.expect("what the template made of it")))
}

/// Style and text of every paragraph of a part, in its order.
fn paragraphs(xml: &str) -> Vec<(String, String)> {
    let document = roxmltree::Document::parse(xml).expect("XML");
    let named = |node: &roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
    let read = |p: roxmltree::Node<'_, '_>| {
        let style = p.descendants().find(|node| named(node, "pStyle"));
        let style = style.and_then(|s| s.attributes().next()).map_or("", |a| a.value()).to_owned();
        (style, p.descendants().filter(|node| named(node, "t")).filter_map(|node| node.text()).collect())
    };
    document.descendants().filter(|node| named(node, "p")).map(read).collect()
}

#[test]
fn a_template_keeps_what_it_has() {
    let template = project("tests/manuscripts/mall.dotx");
    let before = parts(&template);
    let (folder, told) = in_template(&template).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(!told.has_place && !told.has_contents, "{told:?}");
    for name in ["rapport.docx", "rapport-bilagor.docx"] {
        let after: BTreeMap<String, Vec<u8>> = parts(&folder.path().join("out").join(name)).into_iter().collect();
        let differ: Vec<&str> =
            before.iter().filter(|(own, bytes)| after.get(own) != Some(bytes)).map(|(own, _)| own.as_str()).collect();
        let may = [
            "[Content_Types].xml",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/styles.xml",
        ];
        assert!(differ.iter().all(|own| may.contains(own)), "{name}: {differ:?}");
        // Only pictures are new.
        let new: Vec<&String> = after.keys().filter(|own| before.iter().all(|(known, _)| known != *own)).collect();
        assert!(new.iter().all(|own| own.starts_with("word/media/figur-")), "{new:?}");
        let types = String::from_utf8(after["[Content_Types].xml"].clone()).expect("UTF-8");
        assert!(types.contains("document.main+xml") && !types.contains("template.main+xml"), "{types}");
    }

    let after = parts(&folder.path().join("out/rapport.docx"));
    let (old, text) = (part(&before, "word/document.xml"), part(&after, "word/document.xml"));
    // Everything before the last section is as it was, then comes the report, then that section.
    let end = old.rfind("<w:sectPr").expect("a section");
    assert!(text.starts_with(&old[..end]) && text.ends_with(&old[end..]), "the template's own text has changed");
    let styles = part(&after, "word/styles.xml");
    let old_styles = part(&before, "word/styles.xml");
    let kept = old_styles.trim_end().trim_end_matches("</w:styles>");
    assert!(styles.starts_with(kept), "the template's styles have changed");
    for (style, own) in paragraphs(&text) {
        assert!(style.is_empty() || styles.contains(&format!("w:styleId=\"{style}\"")), "{style}: {own}");
    }
    let of_style = |wanted: &str| paragraphs(&text).into_iter().filter(|(style, _)| style == wanted).count();
    // One chapter with a figure of bubbles and one of bars (its README): captions and headings are Word's, in Swedish ids.
    assert!(of_style("Beskrivning") == 2 && of_style("Rubrik1") == 1, "{:?}", paragraphs(&text));
    assert!(!text.contains("\"Caption\"") && !text.contains("\"Heading1\""));
    assert_eq!(told.added, ["Figur", "Not till figur eller tabell"]);
    // The appendices are tables in the template's style, on its pages laid on their side.
    let appendices = part(&parts(&folder.path().join("out/rapport-bilagor.docx")), "word/document.xml");
    assert!(appendices.matches("<w:tblStyle w:val=\"VerketTabell\"/>").count() >= 1, "the template's table style");
    assert!(appendices.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"), "lying pages");
    assert!(!appendices.contains("Rapportens titel"));
}

/// The text of the template with headings and a place for the report between them.
fn with_place(text: &str, place: &str) -> String {
    let heading =
        |text: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
    let end = text.rfind("<w:sectPr").expect("a section");
    format!("{}{}{place}{}{}", &text[..end], heading("Förord"), heading("Referenser"), &text[end..])
}

#[test]
fn the_report_stands_where_the_template_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let template = folder.path().join("mall.dotx");
    let control = "<w:sdt><w:sdtPr><w:tag w:val=\"insats:report\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>";
    let block = control.replace("{}", "<w:p><w:r><w:t>Här kommer rapporten</w:t></w:r></w:p>");
    let within = format!("<w:p>{}</w:p>", control.replace("{}", "<w:r><w:t>Här kommer rapporten</w:t></w:r>"));
    for place in [block, within] {
        changed("tests/manuscripts/mall.dotx", "word/document.xml", |text| with_place(text, &place), &template);
        let (out, told) = in_template(&template).unwrap_or_else(|failure| panic!("{failure}"));
        assert!(told.has_place);
        let text = part(&parts(&out.path().join("out/rapport.docx")), "word/document.xml");
        let said: Vec<String> = paragraphs(&text).into_iter().map(|(_, text)| text).collect();
        assert!(said.iter().all(|own| !own.contains("Här kommer")), "{said:?}");
        let headings: Vec<(String, String)> =
            paragraphs(&text).into_iter().filter(|(style, _)| style == "Rubrik1").collect();
        assert_eq!(headings.first().map(|(_, own)| own.as_str()), Some("Förord"));
        assert_eq!(headings.last().map(|(_, own)| own.as_str()), Some("Referenser"));
        assert_eq!(headings.len(), 3);
        // The contents have the template's own chapters, too, in their order.
        let contents: Vec<&String> =
            said.iter().skip_while(|own| *own != "Innehåll").skip(1).take(headings.len()).collect();
        assert_eq!(contents, headings.iter().map(|(_, own)| own).collect::<Vec<_>>());
    }
}

#[test]
fn a_template_that_has_contents_keeps_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let template = folder.path().join("mall.dotx");
    let field = "<w:p><w:fldSimple w:instr=\" TOC \\o &quot;1-3&quot; \\h \"><w:r><w:t>Uppdatera</w:t></w:r></w:fldSimple></w:p>";
    changed("tests/manuscripts/mall.dotx", "word/document.xml", |text| with_place(text, field), &template);
    let (out, told) = in_template(&template).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(told.has_contents);
    let text = part(&parts(&out.path().join("out/rapport.docx")), "word/document.xml");
    let said: Vec<String> = paragraphs(&text).into_iter().map(|(_, text)| text).collect();
    assert!(said.iter().all(|own| own != "Innehåll") && said.iter().any(|own| own == "Figurförteckning"), "{said:?}");
}

#[test]
fn a_strict_template_stays_strict() {
    let (out, _) = in_template(&project("tests/manuscripts/strict.docx")).unwrap_or_else(|failure| panic!("{failure}"));
    let parts = parts(&out.path().join("out/rapport.docx"));
    for name in ["word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml"] {
        let text = part(&parts, name);
        assert!(!text.contains("schemas.openxmlformats.org/wordprocessingml"), "{name}");
        assert!(!text.contains("schemas.openxmlformats.org/officeDocument/2006/relationships"), "{name}");
        assert!(!text.contains("schemas.openxmlformats.org/drawingml/2006"), "{name}");
    }
    let text = part(&parts, "word/document.xml");
    let document = roxmltree::Document::parse(&text).expect("XML");
    let mut ids: Vec<&str> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "docPr")
        .filter_map(|node| node.attribute("id"))
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert!(all > 2 && ids.len() == all, "numbers of drawings stand twice: {ids:?}");
}

/// What is said of a template that is refused.
fn refused(template: &Path) -> String {
    let failure = in_template(template).err().unwrap_or_else(|| panic!("{} was taken", template.display()));
    failure.to_string()
}

#[test]
fn what_is_no_template_is_refused_and_nothing_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let template = folder.path().join("mall.dotx");
    let types = |text: &str| {
        text.replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        )
    };
    changed("tests/manuscripts/mall.dotx", "[Content_Types].xml", types, &template);
    assert!(refused(&template).contains("the template has macros"));

    let control = "<w:tbl><w:tr><w:tc><w:sdt><w:sdtPr><w:tag w:val=\"insats:report\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>";
    changed("tests/manuscripts/mall.dotx", "word/document.xml", |text| with_place(text, control), &template);
    assert!(refused(&template).contains("insats:report stands in a table"));

    let missing = folder.path().join("none.dotx");
    assert!(refused(&missing).contains("the template cannot be read"));
    let odd: Vec<PathBuf> =
        fs::read_dir(project("tests/manuscripts/refused")).expect("a folder").flatten().map(|e| e.path()).collect();
    assert!(odd.len() > 10);
    for template in odd.iter().filter(|path| path.extension().is_some_and(|ending| ending == "docx")) {
        let Ok((out, _)) = in_template(template) else { continue };
        // One whose fault is in a picture or the like is taken; so is one in which only a text is wrong, which stays as it is.
        let text = part(&parts(&out.path().join("out/rapport.docx")), "word/document.xml");
        if let Err(error) = roxmltree::Document::parse(&text) {
            let own = part(&parts(template), "word/document.xml");
            assert!(roxmltree::Document::parse(&own).is_err(), "{}: {error}", template.display());
        }
    }
}

#[test]
fn documents_laid_out_in_odd_ways_are_templates_too() {
    for path in fs::read_dir(project("tests/manuscripts/odd")).expect("a folder").flatten().map(|entry| entry.path()) {
        let (out, _) = match in_template(&path) {
            Ok(made) => made,
            Err(failure) => {
                // What cannot be read is refused in words.
                assert!(!failure.to_string().is_empty(), "{}", path.display());
                continue;
            }
        };
        let parts = parts(&out.path().join("out/rapport.docx"));
        // A part in UTF-16 stays so.
        let texts = parts.into_iter().map(|(_, bytes)| match bytes.strip_prefix(b"\xff\xfe") {
            Some(pairs) => {
                let units = pairs.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
                char::decode_utf16(units).map(|c| c.expect("UTF-16")).collect()
            }
            None => String::from_utf8_lossy(&bytes).into_owned(),
        });
        let found = texts.into_iter().find(|text: &String| text.contains("insats:item/"));
        let text = found.unwrap_or_else(|| panic!("{}: no text", path.display()));
        let document = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let controls = document.descendants().filter(|node| node.tag_name().name() == "sdt");
        for control in controls {
            let space = control.tag_name().namespace().unwrap_or_default();
            assert!(space == WORD || space.starts_with("http://purl.oclc.org/"), "{}: {space}", path.display());
        }
    }
}

#[test]
fn the_template_of_a_report_is_the_usual_one_and_a_manuscript_begins_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("studie");
    crate::support::copy_folder(&project(STUDY), &study);
    let declared = fs::read_to_string(study.join("study.toml")).expect("the study");
    let book = declared.lines().find(|line| line.starts_with("codebook")).expect("the codebook").to_owned();
    fs::copy(project("codebook/psykisk-halsa.json"), study.join("kodbok.json")).expect("the codebook");
    fs::write(study.join("study.toml"), declared.replace(&book, "codebook = \"kodbok.json\"")).expect("the study");
    fs::copy(project("tests/manuscripts/mall.dotx"), study.join("mall.dotx")).expect("the template");
    let report = fs::read_to_string(study.join("report.toml")).expect("the report");
    fs::write(study.join("report.toml"), format!("template = \"mall.dotx\"\n{report}")).expect("the report");

    let out = folder.path().join("out");
    let options = Options { out: Some(out.clone()), formats: vec![Format::Docx], ..Options::default() };
    assert!(run(&study, &options, &|_| {}).unwrap_or_else(|failure| panic!("{failure}")).template.is_some());
    let manifest = fs::read_to_string(out.join("manifest.json")).expect("a manifest");
    assert!(manifest.contains("\"mall.dotx\""), "{manifest}");

    let file = folder.path().join("manus.docx");
    let start = |force| start_manuscript(&study, &Options::default(), (Some(&file), force), &|_| {});
    let summary = start(false).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(summary.template.is_some() && summary.items == 2);
    // The same report: the same bytes. What is there is not replaced unless that is wanted.
    assert_eq!(fs::read(&file).expect("a manuscript"), fs::read(out.join("rapport.docx")).expect("the report"));
    assert!(start(false).is_err());
    assert!(start(true).unwrap_or_else(|failure| panic!("{failure}")).kept.is_some());
}

#[test]
fn a_manuscript_that_was_started_is_filled_with_the_same() {
    // Items, headlines and notes of two studies; one has claims, and what rests on none is a draft.
    for study in [STUDY, "input/foreningsbidrag-2025"] {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, filled) = (folder.path().join("manus.docx"), folder.path().join("ifyllt.docx"));
        let options = Options { template: Some(project("tests/manuscripts/mall.dotx")), ..Options::default() };
        let started = start_manuscript(&project(study), &options, (Some(&file), false), &|_| {});
        let started = started.unwrap_or_else(|failure| panic!("{failure}"));
        assert!(started.items > 1 && started.sentences > 0, "{study}: {started:?}");
        let wanted = FillOptions { out: Some(filled.clone()), ..FillOptions::default() };
        let summary = fill_manuscript(&project(study), &file, &wanted, &|_| {});
        let summary = summary.unwrap_or_else(|failure| panic!("{failure}"));
        assert!(summary.told.len() >= started.items + started.sentences);
        let other: Vec<_> = summary.told.iter().filter(|told| told.done != Done::Same).collect();
        assert!(other.is_empty(), "{study}: {other:#?}");
        let text = |path: &Path| part(&parts(path), "word/document.xml");
        assert_eq!(text(&file), text(&filled), "{study}");
    }
}
