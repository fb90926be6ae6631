//! The Word document and the workbook: what they hold is what the report says, whatever people have written.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::LazyLock;

use calamine::{Data, Reader, Xlsx};
use insats::render::Format;

use crate::support::{copy_folder, project, rows, run_ok};

const FORMATS: [Format; 4] = [Format::Csv, Format::Txt, Format::Xlsx, Format::Docx];

/// The Word documents of a run.
const DOCUMENTS: [&str; 2] = ["rapport.docx", "rapport-bilagor.docx"];

/// The report on 2024, made once.
static REPORT: LazyLock<tempfile::TempDir> = LazyLock::new(|| run_ok(&project("input/lagesrapport-2024"), &FORMATS).0);

fn report(path: &str) -> std::path::PathBuf {
    REPORT.path().join("out").join(path)
}

/// The parts of a package by their names.
fn parts(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let bytes = fs::read(path).expect("a package");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        let name = file.name().expect("a name").into_owned();
        parts.insert(name, bytes);
    }
    parts
}

/// Reads every part by an independent reader of XML (that of resvg), which refuses what is not well-formed.
fn check_well_formed(parts: &BTreeMap<String, Vec<u8>>) {
    assert!(parts.keys().any(|name| name.ends_with(".xml")) && parts.keys().any(|name| name.ends_with(".rels")));
    for (name, bytes) in parts.iter().filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels")) {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        if let Err(error) = roxmltree::Document::parse(text) {
            panic!("{name}: {error}");
        }
    }
}

/// Style and text of every paragraph, in order.
fn paragraphs(document: &roxmltree::Document<'_>) -> Vec<(String, String)> {
    let named = |node: &roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
    let paragraphs = document.descendants().filter(|node| named(node, "p"));
    paragraphs
        .map(|p| {
            let style = p.descendants().find(|node| named(node, "pStyle"));
            let style = style.and_then(|s| s.attributes().next()).map_or("", |a| a.value()).to_owned();
            let text = p.descendants().filter(|node| named(node, "t")).filter_map(|node| node.text()).collect();
            (style, text)
        })
        .collect()
}

/// What the paragraphs of a Word file say.
pub fn word_paragraphs(path: &Path) -> Vec<String> {
    let parts = parts(path);
    let text = std::str::from_utf8(&parts["word/document.xml"]).expect("text");
    let document = roxmltree::Document::parse(text).expect("XML");
    paragraphs(&document).into_iter().map(|(_, said)| said).collect()
}

#[test]
fn captions_stand_in_the_order_of_the_report_and_every_picture_has_its_text() {
    let parts = parts(&report("rapport.docx"));
    check_well_formed(&parts);
    let text = String::from_utf8(parts["word/document.xml"].clone()).expect("UTF-8");
    let document = roxmltree::Document::parse(&text).expect("XML");

    // The order of the declaration: its ids, as figur-02 and tabell-02, give the numbers.
    let declared = fs::read_to_string(project("input/lagesrapport-2024/report.toml")).expect("the declaration");
    // Aims have ids, too, and are no items.
    let items = declared.split("[[item]]\n").skip(1);
    let ids: Vec<&str> = items.filter_map(|item| item.strip_prefix("id = \"")?.split('"').next()).collect();
    let number = |id: &&str| {
        let parts: Vec<&str> = id.split('-').collect();
        let named = parts.chunks(2).map(|pair| format!("{}\u{a0}{}", pair[0], pair[1].trim_start_matches('0')));
        let named = named.collect::<Vec<_>>().join(", ") + ". ";
        named[..1].to_uppercase() + &named[1..]
    };
    let captions: Vec<String> =
        paragraphs(&document).into_iter().filter(|(style, _)| style == "Caption").map(|(_, text)| text).collect();
    assert_eq!((captions.len(), ids.len()), (62 + 9, 62 + 9));
    for (caption, expected) in captions.iter().zip(ids.iter().map(number)) {
        assert!(caption.starts_with(&expected), "{caption} stands where {expected} should");
    }

    let pictures: Vec<_> = document.descendants().filter(|node| node.tag_name().name() == "docPr").collect();
    let figures: Vec<&str> = ids.iter().copied().filter(|id| id.contains("figur")).collect();
    assert_eq!((pictures.len(), figures.len()), (54, 54));
    for (picture, id) in pictures.iter().zip(figures) {
        // Word's readers have at most 250 characters read out; the page has all.
        let alternative = fs::read_to_string(report(&format!("figures/{id}.txt"))).expect("a text alternative");
        let lines: Vec<&str> = alternative.split([' ', '\n']).filter(|word| !word.is_empty()).collect();
        let (whole, shown) = (lines.join(" "), picture.attribute("descr").expect("a text"));
        let rest = whole.strip_prefix(shown.trim_end_matches('…')).unwrap_or_else(|| panic!("{id}: {shown}"));
        assert!(
            shown.chars().count() <= 250 && (rest.is_empty() || rest.starts_with([' ', ',', ';', ':'])),
            "{id}: {shown}"
        );
        assert!(rest.is_empty() || shown.ends_with(['.', '…']), "{id}: {shown}");
        assert!(parts.contains_key(&format!("word/media/{id}.png")));
    }
}

#[test]
fn contact_data_are_in_neither_package() {
    // The exports name everyone "Kontaktperson NNN", with kontaktNNN@example.org and 010-000 NNN NN.
    for package in ["rapport.docx", "rapport-bilagor.docx", "tables/tables.xlsx"] {
        for (name, bytes) in parts(&report(package)) {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for marker in ["kontaktperson", "@example.org", "010-000"] {
                assert!(!text.contains(marker), "{package}, {name} holds {marker}");
            }
        }
    }
}

#[test]
fn notices_are_told_in_swedish() {
    let mut book = workbook(&report("tables/tables.xlsx"));
    let (head, cells) = sheet(&mut book, "Anmärkningar");
    assert_eq!(head, ["Grad", "Plats", "Iakttagelse", "Förväntat värde"]);
    let told = |row: &Vec<Data>| row[1].to_string().ends_with("cell C21");
    let first: Vec<String> =
        cells.iter().find(|row| told(row)).expect("the notice").iter().map(ToString::to_string).collect();
    // Reported 9 403 kr, requisitioned 9 403 110 kr: J = 1000.0117 (data/notices.csv has it in English).
    assert!(first[1].ends_with("blad ”Kommuner”, cell C21"), "{first:?}");
    assert_eq!(
        first[2].replace('\u{a0}', " "),
        "J = 1 000,0117 för Stockholm i ”Kunskapsbaserad och säker vård och omsorg – kommunernas insatser”: 9 403 kr redovisade, 9 403 110 kr rekvirerade minus återbetalda"
    );
}

#[test]
fn documents_name_no_keys_commands_or_paths_and_quote_as_print_does() {
    let words = ["insats verify", "insats run", ".toml", "../", "data/", "[[", "\"", "n=", "psykisk-halsa.json"];
    for name in DOCUMENTS {
        let parts = parts(&report(name));
        let text = String::from_utf8(parts["word/document.xml"].clone()).expect("UTF-8");
        let document = roxmltree::Document::parse(&text).expect("XML");
        for (style, text) in paragraphs(&document) {
            let odd: Vec<_> = words.iter().filter(|word| text.contains(*word)).collect();
            assert!(odd.is_empty(), "{odd:?} in {style}: {text}");
        }
    }
}

#[test]
fn every_table_repeats_its_head_and_every_relation_leads_somewhere() {
    // Fifteen tables and two on the first page; the fact box is a frame without a head. Beside it the claims by seven areas and about
    // all, seven areas of weights, the excluded and the notices.
    for (name, tables, heads, pictures) in [("rapport.docx", 18, 17, 54), ("rapport-bilagor.docx", 17, 17, 0)] {
        let parts = parts(&report(name));
        check_well_formed(&parts);
        let text = String::from_utf8(parts["word/document.xml"].clone()).expect("UTF-8");
        let document = roxmltree::Document::parse(&text).expect("XML");
        let count = |name: &str| document.descendants().filter(|node| node.tag_name().name() == name).count();
        assert_eq!((count("tbl"), count("tblHeader"), count("pic")), (tables, heads, pictures), "{name}");
        check_relations(&parts, &document, pictures);
        check_looks(&parts, &document);
    }
}

/// Every relation that is declared leads to a part, and every one that is used is declared.
fn check_relations(parts: &BTreeMap<String, Vec<u8>>, document: &roxmltree::Document<'_>, pictures: usize) {
    let relations = String::from_utf8(parts["word/_rels/document.xml.rels"].clone()).expect("UTF-8");
    let relations = roxmltree::Document::parse(&relations).expect("XML");
    let declared: BTreeMap<&str, &str> =
        relations.descendants().filter_map(|node| Some((node.attribute("Id")?, node.attribute("Target")?))).collect();
    for target in declared.values() {
        assert!(parts.contains_key(&format!("word/{target}")), "{target} is not in the package");
    }
    let used = document.descendants().flat_map(|node| node.attributes());
    let used = used.filter(|a| a.namespace().is_some_and(|n| n.ends_with("officeDocument/2006/relationships")));
    let used: Vec<&str> = used.map(|a| a.value()).collect();
    assert!(used.len() >= pictures + 2 && used.iter().all(|id| declared.contains_key(id)), "{used:?}");
}

/// Every style that is named is there, and looks stand in styles alone.
fn check_looks(parts: &BTreeMap<String, Vec<u8>>, document: &roxmltree::Document<'_>) {
    let styles = String::from_utf8(parts["word/styles.xml"].clone()).expect("UTF-8");
    for (style, text) in paragraphs(document) {
        assert!(style.is_empty() || styles.contains(&format!("w:styleId=\"{style}\"")), "{style}: {text}");
    }
    let looks = document.descendants().filter(|node| node.tag_name().name() == "rPr").flat_map(|node| node.children());
    let direct = looks.filter(|look| look.is_element() && look.tag_name().name() != "rStyle");
    assert_eq!(direct.count(), 0, "direct formatting");
}

/// The headings of the appendices of a study.
fn appendices(study: &str) -> Vec<String> {
    let (folder, _) = run_ok(&project(study), &[Format::Docx]);
    let parts = parts(&folder.path().join("out/rapport-bilagor.docx"));
    let text = String::from_utf8(parts["word/document.xml"].clone()).expect("UTF-8");
    let document = roxmltree::Document::parse(&text).expect("XML");
    let headings = paragraphs(&document).into_iter().filter(|(style, _)| style == "Heading1").map(|(_, text)| text);
    headings.filter(|text| text.starts_with("Bilaga")).map(|text| text.replace('\u{a0}', " ")).collect()
}

#[test]
fn appendices_go_on_after_those_of_the_report() {
    // The report on primary care has an appendix 1 of its own, with its table 1.
    assert_eq!(appendices("input/primarvard-2025"), ["Bilaga 2. Påståenden", "Bilaga 3. Anmärkningar"]);
    assert_eq!(appendices("input/overenskommelse-2025")[0], "Bilaga 1. Påståenden");
}

/// The rows of a sheet below its head, and the head.
fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> (Vec<String>, Vec<Vec<Data>>) {
    const HEAD: usize = 3;
    let range = book.worksheet_range(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    let start = range.start().expect("cells").0 as usize;
    let rows: Vec<Vec<Data>> = range.rows().map(<[Data]>::to_vec).collect();
    let head = rows[HEAD - start].iter().map(ToString::to_string).take_while(|text| !text.is_empty()).collect();
    (head, rows[HEAD - start + 1..].to_vec())
}

fn workbook(path: &Path) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(fs::read(path).expect("a workbook"))).expect("a workbook")
}

/// What the report calls an item: `Figur 2`, `Bilaga 3, tabell 1`.
fn called(id: &str) -> String {
    let parts: Vec<&str> = id.split('-').collect();
    let named = parts.chunks(2).map(|pair| format!("{}\u{a0}{}", pair[0], pair[1].trim_start_matches('0')));
    let all = named.collect::<Vec<_>>().join(", ");
    let (first, rest) = all.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

#[test]
fn the_numbers_of_every_sheet_are_those_of_the_csv_files() {
    let mut book = workbook(&report("tables/tables.xlsx"));
    let mut compared = 0;
    for folder in ["figures", "tables"] {
        let mut files: Vec<_> = fs::read_dir(report(folder)).expect("a folder").flatten().map(|e| e.path()).collect();
        // Items of other appendices have columns that are no counts.
        let is_own = |path: &std::path::PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            ["figur-", "tabell-", "bilaga-3-"].iter().any(|prefix| name.starts_with(prefix))
        };
        files.retain(|path| is_own(path) && path.extension().is_some_and(|e| e == "csv"));
        for path in files {
            let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let (_, cells) = sheet(&mut book, &called(&stem).replace('\u{a0}', " "));
            compared += compare_numbers(&path, &cells, &stem);
        }
    }
    // 44 figures and nine tables of counts; the smallest has three numbers and their bases.
    assert!(compared > 53 * 6, "{compared} numbers");
    let (head, cells) = sheet(&mut book, "Viktning");
    assert!(head.iter().any(|h| h.starts_with("S:")) && head.iter().any(|h| h.starts_with("T:")), "{head:?}");
    compare_numbers(&report("data/weights.csv"), &cells, "Viktning");
    let (_, excluded) = sheet(&mut book, "Exkluderade");
    // A blank row and what the data are stand below the table.
    let excluded = excluded.iter().take_while(|row| row.iter().any(|cell| *cell != Data::Empty));
    assert_eq!(excluded.count(), rows(&report("data/excluded.csv")).len());
}

/// Compares all cells that are numbers, row by row; CSV writes them with a decimal point.
fn compare_numbers(csv: &Path, cells: &[Vec<Data>], name: &str) -> usize {
    let mut reader = csv::Reader::from_path(csv).expect("a CSV file");
    let mut compared = 0;
    for (record, row) in reader.records().zip(cells) {
        let record = record.expect("a row");
        // Codes such as 01 are text in the sheet, so the sheet says which fields are numbers.
        let numbers: Vec<f64> = row.iter().filter_map(calamine::DataType::get_float).collect();
        let fields: Vec<f64> = record.iter().filter_map(|field| field.parse().ok()).collect();
        // A sheet keeps percent as a fraction and shows it as percent.
        let same = |(field, number): (&f64, &f64)| field == number || (field / 100.0 - number).abs() < 1e-9;
        let found = fields.windows(numbers.len().max(1)).any(|window| window.iter().zip(&numbers).all(same));
        assert!(numbers.is_empty() || found, "{name}: {fields:?} in the file, {numbers:?} in the sheet");
        compared += numbers.len();
    }
    compared
}

#[test]
fn the_first_sheet_leads_to_all_others() {
    let mut book = workbook(&report("tables/tables.xlsx"));
    let names = book.sheet_names();
    assert_eq!(names.first().map(String::as_str), Some("Läs mig"));
    // The guide, areas, 68 items with numbers, four appendices.
    assert_eq!(names.len(), 1 + 1 + 68 + 4);
    let guide = book.worksheet_range("Läs mig").expect("the guide");
    let told: Vec<String> = guide.rows().map(|row| row[0].to_string()).collect();
    for name in &names[1..] {
        assert!(told.contains(name), "{name} is not listed");
    }
}

#[test]
fn totals_are_numbers_that_formulas_know_by_name() {
    let mut book = workbook(&report("tables/tables.xlsx"));
    let guide = book.worksheet_range("Läs mig").expect("the guide");
    let manifest = fs::read_to_string(report("manifest.json")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("a manifest");
    let areas = manifest["areas"].as_array().expect("areas");
    let sum = |key: &str| areas.iter().filter_map(|area| area[key].as_f64()).sum::<f64>();
    let expected = [
        ("antal_områden", areas.len() as f64),
        ("antal_insatser", sum("interventions")),
        ("antal_enkätsvar", sum("respondents")),
        ("exkluderade_insatser", sum("excluded")),
        ("medel_T", sum("target_kr")),
        ("medel_S", sum("reported_kr")),
    ];
    let names = book.defined_names().to_vec();
    for (name, number) in expected {
        let (_, cell) = names.iter().find(|(own, _)| own == name).unwrap_or_else(|| panic!("{name} in {names:?}"));
        let row: u32 = cell.rsplit('$').next().and_then(|row| row.parse().ok()).expect("a row");
        let value = guide.get_value((row - 1, 1)).and_then(calamine::DataType::get_float);
        assert_eq!(value, Some(number), "{name}");
    }
}

#[test]
fn every_sheet_with_rows_is_a_table_that_formulas_know_by_name() {
    let mut book = workbook(&report("tables/tables.xlsx"));
    book.load_tables().expect("tables");
    let names: Vec<String> = book.table_names().into_iter().cloned().collect();
    for sheet in book.sheet_names().into_iter().skip(1) {
        let wanted = sheet.replace([' ', ',', '.'], "_").replace("__", "_");
        assert!(names.contains(&wanted), "{sheet}: {names:?}");
        let cells = book.worksheet_range(&sheet).expect("a sheet");
        let table = book.table_by_name(&wanted).expect("a table");
        let (top, left) = table.data().start().expect("rows");
        let heads: Vec<String> = (left..)
            .zip(table.columns())
            .map(|(at, _)| cells.get_value((top - 1, at)).map(ToString::to_string).unwrap_or_default())
            .collect();
        assert_eq!(heads, table.columns(), "{sheet}");
    }
}

/// The README's small study with names and answers that try to be something else.
fn hostile(folder: &Path) {
    copy_folder(&project("tests/cases/readme-min-studie"), folder);
    let study = fs::read_to_string(folder.join("study.toml")).expect("the study");
    fs::copy(project("codebook/psykisk-halsa.json"), folder.join("kodbok.json")).expect("the codebook");
    let line = study.lines().find(|line| line.starts_with("codebook")).expect("the codebook").to_owned();
    let study = study.replace(&line, "codebook = \"kodbok.json\"").replace("[\"Ja\", \"Nej\"]", "[\"=1+1\", \"Nej\"]");
    fs::write(folder.join("study.toml"), study).expect("the study");
    let answers = fs::read_to_string(folder.join("svar.csv")).expect("the export");
    fs::write(folder.join("svar.csv"), answers.replace(";Ja", ";=1+1")).expect("the export");
    let report = fs::read_to_string(folder.join("report.toml")).expect("the report");
    let title = "=HYPERLINK(\\\"x\\\") <w:p>&amp;\\u0007</w:p>";
    let report = report.replace("title = \"Samverkan med kommunerna\"", &format!("title = \"{title}\""));
    assert!(report.contains("HYPERLINK"));
    fs::write(folder.join("report.toml"), report).expect("the report");
}

#[test]
fn what_people_wrote_is_neither_markup_nor_formula() {
    let folder = tempfile::tempdir().expect("a folder");
    hostile(folder.path());
    let (out, _) = run_ok(folder.path(), &FORMATS);
    let out = out.path().join("out");

    let parts_of_document = parts(&out.join("rapport.docx"));
    check_well_formed(&parts_of_document);
    let text = String::from_utf8(parts_of_document["word/document.xml"].clone()).expect("UTF-8");
    let document = roxmltree::Document::parse(&text).expect("XML");
    let caption = "Figur\u{a0}2. =HYPERLINK(\"x\") <w:p>&amp;</w:p>";
    assert!(paragraphs(&document).iter().any(|(style, text)| style == "Caption" && text == caption));

    let parts_of_book = parts(&out.join("tables/tables.xlsx"));
    check_well_formed(&parts_of_book);
    assert!(parts_of_book.contains_key("xl/worksheets/sheet1.xml"), "{:?}", parts_of_book.keys());
    for (name, bytes) in parts_of_book.iter().filter(|(name, _)| name.starts_with("xl/worksheets/")) {
        assert!(!String::from_utf8_lossy(bytes).contains("<f>"), "{name} has a formula");
    }
    let mut book = workbook(&out.join("tables/tables.xlsx"));
    let (_, cells) = sheet(&mut book, "Figur 2");
    assert!(cells.iter().flatten().any(|cell| *cell == Data::String("=1+1".to_owned())));
    let csv = fs::read_to_string(out.join("figures/figur-2.csv")).expect("the figure's data");
    assert!(csv.contains(",'=1+1,") && !csv.contains(",=1+1,"), "{csv}");
}

/// The text of an element as Word shows it: what stands in its runs, results of fields included.
fn shown(node: roxmltree::Node<'_, '_>) -> String {
    node.descendants().filter(|own| own.tag_name().name() == "t").filter_map(|own| own.text()).collect()
}

/// The value of a control's tag.
fn tag<'a>(control: roxmltree::Node<'a, '_>) -> Option<&'a str> {
    let properties = control.children().find(|node| node.tag_name().name() == "sdtPr")?;
    let tag = properties.children().find(|node| node.tag_name().name() == "tag")?;
    tag.attributes().find(|attribute| attribute.name() == "val").map(|attribute| attribute.value())
}

#[test]
fn every_item_and_every_claim_that_holds_stands_in_a_control() {
    let parts = parts(&report("rapport.docx"));
    let text = String::from_utf8(parts["word/document.xml"].clone()).expect("UTF-8");
    let document = roxmltree::Document::parse(&text).expect("XML");
    let controls: BTreeMap<&str, roxmltree::Node<'_, '_>> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "sdt")
        .filter_map(|node| Some((tag(node)?, node)))
        .collect();
    assert!(controls.keys().all(|tag| tag.len() <= 64 && tag.starts_with("insats:")), "{:?}", controls.keys());
    let named =
        |kind: &str| controls.keys().filter_map(|tag| tag.strip_prefix(kind).map(str::to_owned)).collect::<Vec<_>>();

    // The files of a run have the same ids: 54 figures, 15 tables, and two texts.
    let items = named("insats:item/");
    assert_eq!(items.len(), 54 + 15 + 2);
    let holds = |kind: &str, name: &str| {
        controls[format!("insats:item/{name}").as_str()].descendants().any(|node| node.tag_name().name() == kind)
    };
    assert!(holds("drawing", "figur-02") && holds("tbl", "tabell-02") && !holds("drawing", "tabell-02"));
    // Its caption stands outside.
    assert!(!shown(controls["insats:item/figur-02"]).contains("Figur"));
    let note = shown(controls["insats:note/figur-02"]);
    assert!(note.contains("133\u{a0}insatser") || note.contains("133 insatser"), "{note}");

    let claims = fs::read_to_string(project("input/lagesrapport-2024/claims.csv")).expect("claims");
    let statements: BTreeMap<String, String> = csv::Reader::from_reader(claims.as_bytes())
        .records()
        .map(|record| record.expect("a row"))
        .map(|record| (record[0].to_owned(), record[2].to_owned()))
        .collect();
    let outcomes = rows(&report("data/claims.csv"));
    let holding: Vec<String> =
        outcomes.iter().filter(|row| row["outcome"] == "holds").map(|row| row["claim_id"].clone()).collect();
    let mut written = named("insats:claim/");
    written.sort();
    let mut expected = holding.clone();
    expected.sort();
    assert_eq!(written, expected);
    assert!(written.len() > 400, "{}", written.len());
    for id in &holding {
        assert_eq!(shown(controls[format!("insats:claim/{id}").as_str()]), statements[id], "{id}");
    }
}

/// The fields of a document: instruction and result.
fn fields(document: &roxmltree::Document<'_>) -> Vec<(String, String)> {
    let mut open: Vec<(String, String, bool)> = Vec::new();
    let mut found = Vec::new();
    for node in document.descendants() {
        match node.tag_name().name() {
            "fldChar" => match node.attributes().next().map(|attribute| attribute.value()) {
                Some("begin") => open.push((String::new(), String::new(), false)),
                Some("separate") => open.last_mut().expect("a field").2 = true,
                _ => found.extend(open.pop().map(|(instruction, result, _)| (instruction.trim().to_owned(), result))),
            },
            "instrText" => open.last_mut().expect("a field").0.push_str(node.text().unwrap_or_default()),
            "t" => open
                .iter_mut()
                .filter(|field| field.2)
                .for_each(|field| field.1.push_str(node.text().unwrap_or_default())),
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?}");
    found
}

/// What every bookmark of a document goes around.
fn bookmarks(document: &roxmltree::Document<'_>) -> BTreeMap<String, String> {
    let (mut open, mut found) = (BTreeMap::<String, String>::new(), BTreeMap::<String, String>::new());
    for node in document.descendants() {
        let value = |name: &str| node.attributes().find(|a| a.name() == name).map(|a| a.value().to_owned());
        match node.tag_name().name() {
            "bookmarkStart" => {
                let (id, name) = (value("id").expect("an id"), value("name").expect("a name"));
                assert!(name.chars().count() <= 40 && !found.contains_key(&name), "{name}");
                assert!(open.insert(id, name.clone()).is_none());
                found.insert(name, String::new());
            }
            "bookmarkEnd" => drop(open.remove(&value("id").expect("an id")).expect("an open bookmark")),
            "t" => open
                .values()
                .for_each(|name| found.entry(name.clone()).or_default().push_str(node.text().unwrap_or_default())),
            _ => {}
        }
    }
    assert!(open.is_empty());
    found
}

#[test]
fn fields_show_what_an_update_would() {
    for study in ["input/lagesrapport-2024", "input/foreningsbidrag-2025"] {
        let (folder, _) = run_ok(&project(study), &[Format::Docx]);
        let parts = parts(&folder.path().join("out/rapport.docx"));
        let text = String::from_utf8(parts["word/document.xml"].clone()).expect("UTF-8");
        let document = roxmltree::Document::parse(&text).expect("XML");
        let (mut counts, bookmarks) = (BTreeMap::<String, u64>::new(), bookmarks(&document));
        let (mut counted, mut referred) = (0, 0);
        for (instruction, result) in fields(&document) {
            let words: Vec<&str> = instruction.split_whitespace().collect();
            match words.as_slice() {
                ["SEQ", name, "\\*", "ARABIC", how @ ..] => {
                    let number = counts.entry((*name).to_owned()).or_default();
                    match how {
                        [] => *number += 1,
                        ["\\c"] => {}
                        ["\\r", told] => *number = told.parse().expect("a number"),
                        other => panic!("{other:?}"),
                    }
                    assert_eq!(result, number.to_string(), "{instruction}");
                    counted += 1;
                }
                ["REF", bookmark, "\\h"] => {
                    assert_eq!(result, bookmarks[*bookmark], "{instruction}");
                    referred += 1;
                }
                ["TOC", ..] => {}
                other => panic!("{other:?}"),
            }
        }
        assert!(counted > 5 && referred > 0, "{study}: {counted} numbers and {referred} references");

        // The lists have every caption once, in its order; links lead to bookmarks with what they show.
        let links = document.descendants().filter(|node| node.tag_name().name() == "hyperlink");
        let links: Vec<(String, String)> = links
            .map(|node| {
                (node.attributes().find(|a| a.name() == "anchor").expect("an anchor").value().to_owned(), shown(node))
            })
            .collect();
        assert!(links.iter().all(|(anchor, text)| bookmarks[anchor] == *text), "{links:?}");
        let is_listed = |text: &String| {
            let own = text.to_lowercase();
            ["figur\u{a0}", "tabell\u{a0}"]
                .iter()
                .any(|word| own.split(". ").next().is_some_and(|number| number.contains(word)))
        };
        let captions = paragraphs(&document).into_iter().filter(|(style, _)| style == "Caption").map(|(_, text)| text);
        let mut captions: Vec<String> = captions.filter(is_listed).collect();
        let lists =
            paragraphs(&document).into_iter().filter(|(style, _)| style == "TableofFigures").map(|(_, text)| text);
        let mut lists: Vec<String> = lists.collect();
        assert!(lists[0].starts_with("Figur"), "{lists:?}");
        captions.sort();
        lists.sort();
        assert_eq!(lists, captions, "{study}");
    }
}

#[test]
fn a_word_file_says_whose_it_is_and_of_which_day() {
    let folder = tempfile::tempdir().expect("a folder");
    hostile(folder.path());
    let study = fs::read_to_string(folder.path().join("study.toml")).expect("the study");
    let own = "publisher = \"Myndigheten för <b>prov</b>\"\ndata_date = \"2025-03-14\"\n";
    fs::write(folder.path().join("study.toml"), format!("{own}{study}")).expect("the study");
    let (out, _) = run_ok(folder.path(), &[Format::Docx]);
    for name in DOCUMENTS {
        let parts = parts(&out.path().join("out").join(name));
        let core = String::from_utf8(parts["docProps/core.xml"].clone()).expect("UTF-8");
        let core = roxmltree::Document::parse(&core).expect("XML");
        let value =
            |name: &str| core.descendants().find(|node| node.tag_name().name() == name).and_then(|node| node.text());
        assert_eq!(value("creator"), Some("Myndigheten för <b>prov</b>"));
        assert_eq!([value("created"), value("modified")], [Some("2025-03-14T00:00:00Z"); 2]);
        assert_eq!(value("language"), Some("sv-SE"));
        assert!(value("title").is_some_and(|title| title.contains("Bilagor") == name.contains("bilagor")), "{name}");
    }
}
