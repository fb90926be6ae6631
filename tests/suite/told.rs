//! No number without a word: what figures leave out, and what stands under an authority's name.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use insats::render::Format;
use insats::run::{Failure, Options, run};
use insats::wording::Language;

use crate::support::{UNDRAWN, copy_folder, files, project, run_into, run_ok, shown, studies};

const FORMATS: [Format; 8] =
    [Format::Csv, Format::Txt, Format::Svg, Format::Png, Format::Html, Format::Xlsx, Format::Docx, Format::Parquet];

/// The provenance that a study declares, as its file has it.
fn declared(study: &Path, language: &str) -> String {
    let text = fs::read_to_string(study.join("study.toml")).expect("the declarations");
    let line = text.lines().find(|line| line.starts_with("provenance = ")).expect("a provenance");
    let (_, behind) = line.split_once(&format!("{language} = \"")).expect("the language");
    behind.split('"').next().expect("its text").to_owned()
}

/// The parts of an archive as text.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a part");
        let name = file.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        if name.ends_with(".png") {
            parts.insert(name, properties_of_picture(&bytes));
        } else {
            parts.insert(name, String::from_utf8(bytes).expect("UTF-8"));
        }
    }
    parts
}

/// What a picture says of its provenance.
fn properties_of_picture(bytes: &[u8]) -> String {
    let reader = png::Decoder::new(Cursor::new(bytes)).read_info().expect("a PNG");
    let texts = &reader.info().utf8_text;
    let own = texts.iter().find(|text| text.keyword == "Provenance");
    own.map_or_else(String::new, |text| text.get_text().expect("text"))
}

/// Where a provenance is missing among the files of an output.
fn missing(output: &BTreeMap<String, Vec<u8>>, said: &str) -> Vec<String> {
    let mut missing = Vec::new();
    let mut must = |place: String, is_there: bool| {
        if !is_there {
            missing.push(place);
        }
    };
    for (name, bytes) in output {
        let text = || String::from_utf8_lossy(bytes).into_owned();
        let times = |text: &str| text.matches(said).count();
        match name.rsplit('.').next().unwrap_or_default() {
            // The manifest speaks for the data files; a CSV has no place for it.
            "csv" => {}
            "json" => must(name.clone(), text().contains(&format!("\"provenance\": \"{said}\""))),
            "txt" => must(name.clone(), times(&text()) == 1),
            "png" => must(name.clone(), properties_of_picture(bytes) == said),
            // In the description, and by itself as metadata; the drawn source line is broken into lines.
            "svg" => {
                must(name.clone(), text().contains(&format!(">{said}</dcterms:provenance>")) && times(&text()) == 2)
            }
            "html" => {
                let text = text();
                must(format!("{name}, its description"), text.contains(&format!("content=\"{said}\"")));
                must(format!("{name}, first page"), text.contains(&format!("<p class=\"provenance\">{said}</p>")));
                let captions = text.split("<figcaption>").skip(1).filter_map(|rest| rest.split("</figcaption>").next());
                let captions: Vec<&str> = captions.collect();
                must(format!("{name}, any item"), !captions.is_empty());
                captions
                    .iter()
                    .enumerate()
                    .for_each(|(at, caption)| must(format!("{name}, item {at}"), times(caption) == 1));
            }
            "docx" => {
                let parts = parts(bytes);
                must(format!("{name}, properties"), parts["docProps/core.xml"].contains(said));
                let pictures = parts.iter().filter(|(part, _)| part.ends_with(".png"));
                pictures.for_each(|(part, own)| must(format!("{name}, {part}"), own == said));
                let text = &parts["word/document.xml"];
                let (items, pictures) = (text.matches("w:val=\"Caption\"").count(), text.matches("<wp:docPr ").count());
                // Every item's source line, and the first page; alternative texts are cut short there.
                let whole = text
                    .split("descr=\"")
                    .skip(1)
                    .filter(|rest| rest.split('"').next().is_some_and(|own| own.contains(said)));
                let sources = times(text) - whole.count();
                must(format!("{name}: {sources} times for {items} items"), sources == items + 1);
                let figures = output.keys().filter(|name| name.ends_with(".svg")).count();
                let is_report = !name.contains("bilagor");
                must(
                    format!("{name}: {pictures} pictures of {figures} figures"),
                    !is_report || items > 0 && pictures == figures,
                );
            }
            "xlsx" => {
                let parts = parts(bytes);
                must(format!("{name}, properties"), parts["docProps/core.xml"].contains(said));
                must(format!("{name}, sheets"), times(&parts["xl/sharedStrings.xml"]) >= 2);
                // The text by itself stands in the guide, the first sheet.
                let strings = parts["xl/sharedStrings.xml"].split("<si>").skip(1);
                let alone = strings.enumerate().find(|(_, own)| own.contains(&format!(">{said}</t>")));
                let cell = alone.map(|(at, _)| format!("<v>{at}</v>")).unwrap_or_default();
                must(format!("{name}, guide"), parts["xl/worksheets/sheet1.xml"].contains(&cell) && !cell.is_empty());
            }
            "parquet" => must(name.clone(), bytes.windows(said.len()).any(|window| window == said.as_bytes())),
            other => must(format!("{name}: no test for {other}"), false),
        }
    }
    missing
}

#[test]
fn every_artefact_says_what_its_data_are() {
    let mut figures = 0;
    for folder in studies() {
        let study = folder.display();
        let (out, _) = run_ok(&folder, &FORMATS);
        let output = files(&out.path().join("out"));
        let count = |kind: &str| output.keys().filter(|name| name.ends_with(&format!(".{kind}"))).count();
        assert_eq!(["json", "html", "docx", "xlsx"].map(count), [1, 1, 2, 1], "{study}");
        figures += count("svg");
        let of_figures = |kind: &str| -> Vec<&str> {
            let is_figure = |stem: &&str| output.contains_key(&format!("figures/{stem}.svg"));
            let names = output.keys().filter_map(|name| name.rsplit('/').next()?.strip_suffix(&format!(".{kind}")));
            names.filter(is_figure).collect()
        };
        assert_eq!([count("svg"); 2], [of_figures("txt").len(), of_figures("png").len()], "{study}");
        let missing = missing(&output, &declared(&folder, "sv"));
        assert!(missing.is_empty(), "{study}: {missing:#?}");
    }
    assert!(figures > 38, "only {figures} figures were drawn");
}

#[test]
fn what_is_not_declared_is_not_stamped() {
    let (out, _) = run_ok(&project("tests/cases/readme-min-studie"), &FORMATS);
    let output = files(&out.path().join("out"));
    assert!(output.len() > 10, "only {} files were written", output.len());
    for (name, bytes) in output {
        let texts = match name.rsplit('.').next() {
            Some("docx" | "xlsx") => parts(&bytes).into_values().collect(),
            Some("png") => vec![properties_of_picture(&bytes)],
            _ => vec![String::from_utf8_lossy(&bytes).into_owned()],
        };
        for text in texts {
            // The page's style has a rule for it; nothing else names it.
            let text = text.split("</style>").last().unwrap_or_default().to_owned();
            assert!(!text.to_lowercase().contains("provenance") || name.ends_with(".png"), "{name}");
            assert!(!name.ends_with(".png") || text.is_empty(), "{name}: {text}");
        }
    }
}

/// The notes of a study's items by their ids, as the page has them under figures and tables.
fn notes(study: &Path, language: Language) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("out");
    let formats = vec![Format::Html, Format::Csv];
    let options = Options { out: Some(out.clone()), language: Some(language), formats, ..Options::default() };
    run(study, &options, &|_| {}).expect("a run");
    let page = fs::read_to_string(out.join("rapport.html")).expect("the page").replace('\u{a0}', " ");
    let figures = page.split("<figure class=\"item\" id=\"").skip(1);
    let note = |figure: &str| {
        let (id, _) = figure.split_once('"')?;
        let (_, caption) = figure.split_once("<figcaption>")?;
        let (caption, _) = caption.split_once("</figcaption>")?;
        let paragraphs: Vec<&str> = caption.split("<p>").skip(1).filter_map(|p| p.split("</p>").next()).collect();
        Some((id.to_owned(), paragraphs.join(" | ")))
    };
    figures.filter_map(note).collect()
}

#[test]
fn notes_say_what_has_no_code_and_what_is_not_counted() {
    // Worked out by hand in the README of the case.
    let source = "Källa: Testfallet. Uppgifterna är påhittade för ett testfall.";
    let left = "Dessutom är 1 ofullständig insats inte medräknad (redovisade medel: 50 000 kronor).";
    let notes_in = |language| notes(&project("tests/cases/left-out"), language);
    let swedish = notes_in(Language::Swedish);
    let expected = [
        (
            "figur-1",
            format!(
                "Totalt 4 insatser. Ingen kod passar som mål för 2 av 4 insatser (7,0 miljoner kronor) och som effekt för 3 av 4 \
                 (8,0 miljoner kronor). {left} | {source}"
            ),
        ),
        ("figur-2", format!("{left} | {source}")),
        ("figur-3", source.to_owned()),
        (
            "figur-4",
            format!(
                "Ingen kod passar som aktivitet för 1 av 4 insatser (4,0 miljoner kronor) och som prestation för 2 av 4 \
                 (6,0 miljoner kronor). {left} | {source}"
            ),
        ),
        (
            "tabell-1",
            format!(
                "Regioner: ingen kod passar som aktivitet för 1 av 4 insatser (4,0 miljoner kronor) och som prestation för 2 av \
                 4 (6,0 miljoner kronor). Län: ingen kod passar som prestation för 1 av 1 insats (200 000 kronor). Regioner: \
                 av insatserna med huvudkoden ”Nya arbetssätt och metoder” saknar 1 av 3 underkod för aktivitet \
                 (1,0 miljoner kronor). {left} | {source}"
            ),
        ),
    ];
    assert_eq!(swedish, expected.map(|(id, note)| (id.to_owned(), note)).into_iter().collect());
    let english = notes_in(Language::English);
    assert_eq!(
        english["figur-1"],
        "4 interventions in all. No code fits goal for 2 of 4 interventions (SEK 7.0 million) and effect for 3 of 4 \
         (SEK 8.0 million). Another incomplete intervention is not counted (reported funds: SEK 50,000). | \
         Source: The test case. The data are made up for a test."
    );
    assert!(english["tabell-1"].contains(
        "Regions: of the interventions with the main code “New ways of working and methods”, 1 of 3 has no subcode \
         for activity (SEK 1.0 million)."
    ));
}

#[test]
fn notes_of_the_report_on_2024_agree_with_the_coding_sheet() {
    // Counted by a program of its own from the coding sheet (kodning-slutlig.xlsx) and the expected factors: 63 + 54 + 65
    // + 52 + 389 + 44 + 16 = 683 of 1 449. All have an activity, an output and a goal.
    let expected = [
        ("figur-03", "63 av 133 insatser (303,7 miljoner kronor)", "4 ofullständiga", "312 500 kronor"),
        ("figur-08", "54 av 125 insatser (122,1 miljoner kronor)", "4 ofullständiga", "112 500 kronor"),
        ("figur-13", "65 av 166 insatser (97,1 miljoner kronor)", "5 ofullständiga", "125 000 kronor"),
    ];
    let notes = notes(&project("input/lagesrapport-2024"), Language::Swedish);
    for (id, gap, excluded, reported) in expected {
        let note = &notes[id];
        assert!(note.contains(&format!("Ingen kod passar som effekt för {gap}.")), "{id}: {note}");
        assert!(note.contains(excluded) && note.contains(reported), "{id}: {note}");
        assert_eq!(note.matches("ngen kod passar").count(), 1, "{id}: {note}");
    }
    let told: usize = notes.values().filter(|note| note.contains("Ingen kod passar som effekt")).count();
    assert_eq!(told, 7);
    assert!(!notes["figur-02"].contains("ngen kod passar") && notes["figur-02"].contains("ofullständiga"));
    // A figure of answers leaves no codes out.
    assert!(!notes["figur-04"].contains("ofullständiga"));
}

#[test]
fn a_statistic_over_nothing_is_a_dash_with_a_word() {
    let notes = notes(&project("tests/cases/report-doubts"), Language::Swedish);
    let starts = |id: &str, note: &str| assert!(notes[id].starts_with(note), "{id}: {}", notes[id]);
    starts("figur-1", "Underlag saknas: ingen har svarat om ”Med andra” (n = 0).");
    starts("figur-2", "Underlag saknas: ingen har besvarat frågan (n = 0).");
    assert!(notes["figur-3"].contains("Underlag saknas: ingen insats har kod för effekt."), "{}", notes["figur-3"]);
    let (out, _) = run_ok(&project("tests/cases/report-doubts"), &FORMATS);
    let figure = fs::read_to_string(out.path().join("out/figures/figur-2.svg")).expect("the figure");
    assert!(!figure.contains("NaN") && !figure.contains("0\u{a0}%"), "{figure}");
    assert_eq!(figure.matches(">–</text>").count(), 2, "{figure}");
}

/// The messages about a study with a line of its report changed.
fn with_report(from: &str, to: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&project("tests/cases"), folder.path());
    let study = folder.path().join("left-out");
    let report = study.join("report.toml");
    let text = fs::read_to_string(&report).expect("the report");
    assert!(text.contains(from), "{from}");
    fs::write(&report, text.replacen(from, to, 1)).expect("the report");
    match run_into(&study, &folder.path().join("out"), &[Format::Csv]) {
        Err(Failure::Input(messages)) => shown(&messages),
        other => panic!("{from}: {other:?}"),
    }
}

#[test]
fn names_of_the_report_that_do_not_exist_are_told() {
    for (from, to, told) in [
        ("area = \"bu-region\"", "area = \"bu-regoin\"", "\"bu-regoin\" is no area of the study"),
        ("bu-lan = { sv = \"Län\"", "bu-laen = { sv = \"Län\"", "\"bu-laen\" is no area of the study"),
        ("{interventions} insatser", "{interventions:bu-lan} insatser", "\"{interventions:bu-lan}\" is no phrase"),
        ("[\"theme\"]", "[\"themes\"]", "\"themes\" is no domain"),
        ("[\"theme\"]", "[\"theme\", \"theme\"]", "the domain \"theme\" stands twice"),
        ("[\"activity\", \"output\"]", "[\"activity\", \"goal\"]", "\"G1\" is no main code of goal"),
        ("main = \"G1\"", "main = \"G9\"", "\"G9\" is no main code of activity"),
        ("main = \"G1\"", "main = \"G1.1\"", "\"G1.1\" is no main code of activity"),
        ("id = \"tabell-1\"", "id = \"tabell-1\"\narea = \"bu-lan\"", "the area \"bu-lan\" stands twice"),
    ] {
        let messages = with_report(from, to);
        assert!(messages.contains(told), "{to}: {messages}");
    }
}

#[test]
fn data_files_that_no_key_names_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&project("tests/cases"), &folder.path().join("cases"));
    let study = folder.path().join("cases/layout-marked");
    let told = || {
        let summary = run_into(&study, &folder.path().join("out"), &UNDRAWN).expect("a run");
        let told = summary.notices.iter().find(|notice| notice.to_string().contains("study.toml does not name"));
        told.map(|notice| notice.to_string()).unwrap_or_default()
    };
    assert_eq!(told(), "");
    // A note is no data, nor is what a program leaves beside an open file.
    for name in ["anteckning.txt", "~$kodning.xlsx", ".dold.csv"] {
        fs::write(study.join(name), "x").expect("a file");
    }
    assert_eq!(told(), "");
    for name in ["kodning.xlsx", "aterbetalt.csv"] {
        fs::write(study.join(name), "x").expect("a file");
    }
    let two = "2 data files in the study's folder are not read, for study.toml does not name them: \"aterbetalt.csv\", \"kodning.xlsx\"";
    assert!(told().contains(two), "{}", told());
}
