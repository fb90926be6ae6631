//! A manuscript of two pages held against the claims of the 2024 study: every number is found, and nearly all are paired
//! with the claim that they belong to. The pairs below were made by reading the manuscript and the claims.

use std::fs;
use std::io::Write as _;

use insats::run::{Options, VerifySummary, verify};

use crate::support::project;

/// The beginning of a sentence, a number as it stands there, and the claims that it may be paired with; none where the
/// number is no claim of the study.
const PAIRS: [(&str, &str, &[&str]); 52] = [
    ("Tillsammans beskriver", "1 449", &["AL-011"]),
    ("Tillsammans beskriver", "sju", &["AL-004"]),
    ("Av enkäterna", "tre", &["AL-006", "AL-007"]),
    ("Regionerna har redovisat 133", "133", &["BR-003"]),
    ("För dem rekvirerades", "553 miljoner", &["BR-004"]),
    ("Unga vuxna", "var fjärde", &["BR-021"]),
    ("Patientorganisationer har", "varannan", &["BR-042"]),
    ("Patientorganisationer har", "var tredje", &["BR-043"]),
    ("I två regioner", "två", &["BR-045"]),
    ("Samverkan mellan verksamheter", "18 av 21", &["BR-051"]),
    ("Samverkan mellan verksamheter", "13 av 21", &["BR-053"]),
    ("Tidigare finansierat", "12 av 21", &["BR-055"]),
    ("Ett nytt regionalt", "240", &[]),
    ("Ett nytt regionalt", "fyra", &[]),
    ("Länen har redovisat 125", "125", &["BL-004"]),
    ("Ungdomsmottagningarna", "var femte", &["BL-022"]),
    ("Ungdomsmottagningarna", "120 miljoner", &["BL-023"]),
    ("Det motsvarar", "50 procent", &["BL-086"]),
    ("Målet förbättrade", "68", &["BL-038"]),
    ("Till målet", "135,4 miljoner", &["BL-041"]),
    ("Enskilda har medverkat", "15 av 21", &["BL-059"]),
    ("Länen lägger", "14 procent", &[]),
    ("Samtliga 21 län", "21", &["SA-004", "SA-049"]),
    ("Sammanlagt rör det", "166", &["SA-005"]),
    ("Sammanlagt rör det", "250 miljoner", &["SA-006"]),
    ("Primärvården är", "4 av 10", &["SA-025"]),
    ("Jämlikhet är det", "17 av 21", &["SA-030"]),
    ("Dialog mellan", "18 av 21", &["SA-055"]),
    ("I elva av 21", "elva av 21", &["SA-059"]),
    ("För regionerna redovisas", "98", &["KR-002"]),
    ("För regionerna redovisas", "100 miljoner", &["KR-003"]),
    ("Huvudområdet annat", "4 av 10", &["KR-005"]),
    ("Huvudområdet annat", "37 procent", &["KR-007"]),
    ("Vuxenpsykiatrin ansvarar", "7 av 10", &["KR-015"]),
    ("Personal och verksamheter", "två tredjedelar", &["KR-018"]),
    ("Drygt 70 procent", "70 procent", &["KR-024"]),
    ("Drygt 70 procent", "15 av 21", &["KR-023"]),
    ("Cirka 82,8", "82,8 miljoner", &["KR-028"]),
    ("Cirka 82,8", "79", &["KR-029"]),
    ("De 272 kommunerna", "272", &["KK-007", "KK-048"]),
    ("De 272 kommunerna", "97 miljoner", &["KK-009"]),
    ("De 272 kommunerna", "793", &["KK-008"]),
    ("Annat utvecklingsarbete är", "54 procent", &["KK-011"]),
    ("Ungefär 1 av 8", "1 av 8", &["KK-023"]),
    ("Barn och unga 0–17 år är målgrupp i ca", "46 procent", &["KK-031"]),
    ("Ökad vård", "67 procent", &["KK-037"]),
    ("Ökad vård", "55 procent", &["KK-039"]),
    ("I 115 av", "115 av 272", &["KK-055"]),
    ("I 115 av", "93 av 272", &["KK-057"]),
    ("Till ett seminarium", "310", &[]),
    ("Sammanlagt har 57", "57", &["TR-002"]),
    ("Sammanlagt har 57", "50 miljoner", &["TR-003"]),
];

/// The rest, so that lines stay readable.
const LAST_PAIRS: [(&str, &str, &[&str]); 4] = [
    ("Kartläggning, analys", "14 av 57", &["TR-012"]),
    ("Barn och unga 0–17 år är målgrupp i nästan", "var tredje", &["TR-025"]),
    ("Organisationer har bara", "två", &["TR-038"]),
    ("Samverkan inom regionen", "12", &["TR-045"]),
];

fn read(path: &std::path::Path) -> VerifySummary {
    let options = Options::default();
    verify(&project("input/lagesrapport-2024"), Some(path), &options, &|_| {}).expect("the study can be verified")
}

/// Sentence, number and claim of every number in a manuscript.
fn pairs(summary: &VerifySummary) -> Vec<(String, String, Option<String>)> {
    let (_, comparison) = summary.manuscript.as_ref().expect("a manuscript");
    let mut all = Vec::new();
    for read in &comparison.read {
        for paired in read.paired.iter().filter(|p| !p.figure.is_word()) {
            let own = read.sentence.text[paired.figure.range.clone()].to_owned();
            all.push((read.sentence.text.clone(), own, paired.claim.map(|at| summary.claims[at].id.clone())));
        }
    }
    all
}

#[test]
fn every_number_is_found_and_nine_of_ten_are_paired_rightly() {
    let summary = read(&project("tests/manuscripts/lagesrapport-2024.md"));
    let found = pairs(&summary);
    let expected: Vec<_> = PAIRS.iter().chain(&LAST_PAIRS).collect();
    let mut wrong = Vec::new();
    for (beginning, number, claims) in &expected {
        let pair = found.iter().find(|(sentence, own, _)| sentence.starts_with(beginning) && own == number);
        let Some((.., claim)) = pair else { panic!("{number} is not found in {beginning}…: {found:#?}") };
        if claim.as_ref().map_or(!claims.is_empty(), |claim| !claims.contains(&claim.as_str())) {
            wrong.push(format!("{beginning}… {number}: {claim:?}, not {claims:?}"));
        }
    }
    assert!(wrong.len() * 10 <= expected.len(), "{} of {}:\n{}", wrong.len(), expected.len(), wrong.join("\n"));
    // The three figures of the second sentence about surveys stand for one and three of them; nothing else is left over.
    assert!(found.len() <= expected.len() + 3, "{found:#?}");
}

#[test]
fn a_number_that_differs_from_its_claim_is_shown() {
    let summary = read(&project("tests/manuscripts/lagesrapport-2024.md"));
    let (_, comparison) = summary.manuscript.as_ref().expect("a manuscript");
    let differing: Vec<_> = comparison
        .read
        .iter()
        .flat_map(|read| read.paired.iter().map(move |paired| (read, paired)))
        .filter(|(_, paired)| paired.differs())
        .map(|(read, paired)| &read.sentence.text[paired.figure.range.clone()])
        .collect();
    // "I 14 av 21 län" is what the claim says.
    assert!(differing.contains(&"15 av 21"), "{differing:?}");
    assert!(summary.is_wrong());
}

#[test]
fn a_word_document_is_read_like_its_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let (docx, text) = (folder.path().join("m.docx"), folder.path().join("m.md"));
    fs::write(&text, "# Psykiatrisk traumavård\n\nSammanlagt har 57 insatser redovisats & räknats.\n").expect("a file");
    let xml = concat!(
        r#"<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#,
        r#"<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr><w:r><w:t>Psykiatrisk traumavård</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:t xml:space="preserve">Sammanlagt har </w:t></w:r><w:del><w:r><w:delText>58</w:delText></w:r></w:del>"#,
        r#"<w:ins><w:r><w:t>57</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> insatser redovisats &amp; räknats.</w:t></w:r></w:p>"#,
        r#"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Telefon 075-247 30 00</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#,
        r#"</w:body></w:document>"#
    );
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
    let mut archive = zip::ZipWriter::new(fs::File::create(&docx).expect("a file"));
    for (name, text) in [("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", xml)] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("an entry");
        archive.write_all(text.as_bytes()).expect("bytes");
    }
    archive.finish().expect("an archive");
    let (from_word, from_text) = (pairs(&read(&docx)), pairs(&read(&text)));
    assert_eq!(from_word, from_text);
    assert_eq!(from_word.len(), 1);
    assert_eq!(from_word[0].2.as_deref(), Some("TR-002"));
}

/// Of another manuscript: numbers that belong to a claim, each with the claims that it may be paired with. Those that belong to
/// none, or to one in other words, must be listed and never paired with another claim.
const OF_DRAFT: [(&str, &[&str]); 28] = [
    ("1\u{a0}449", &["AL-011"]),
    ("Tre", &["AL-006", "AL-007"]),
    ("tre", &["AL-006", "AL-007"]),
    ("133", &["BR-003"]),
    ("hundratrettiotre", &["BR-003"]),
    ("553\u{a0}mnkr", &["BR-004"]),
    ("var fjärde", &["BR-021"]),
    ("varannan", &["BR-042"]),
    ("en tredjedel", &["BR-043", "BL-030"]),
    ("två", &["BR-045"]),
    ("13", &["BR-050"]),
    ("tolv av tjugoen", &["BR-055"]),
    ("17 av 21", &["BR-051"]),
    ("125", &["BL-004"]),
    ("250 miljoner", &["BL-005"]),
    ("20 procent", &["BL-022"]),
    ("120 Mkr", &["BL-023"]),
    ("tre av tio", &["BL-026"]),
    ("68", &["BL-038"]),
    ("135,4 miljoner", &["BL-041"]),
    ("98", &["KR-002"]),
    ("793", &["KK-008"]),
    ("37\u{a0}procent", &["KK-014"]),
    ("43 procent", &["KR-048"]),
    ("9 av 21", &["KR-047", "KR-048", "KR-049"]),
    ("18\u{a0}av\u{a0}21", &["SA-055"]),
    ("272 av 290", &["KK-007"]),
    // A cell of the row "Rekvirerade medel, mnkr".
    ("250", &["BL-005"]),
];

/// Numbers in it that no claim is about.
const OPEN: [&str; 12] = [
    "sju",
    "Sju",
    "100 procent",
    "21 av 21",
    "94 procent",
    "95 %",
    "sex",
    "halv miljon",
    "1,3 miljoner",
    "25 000",
    "12\u{202f}500\u{202f}000 kronor",
    "3,5 procentenheter",
];

#[test]
fn in_a_draft_every_number_is_paired_rightly_or_listed() {
    let summary = read(&project("tests/manuscripts/utkast-2024.md"));
    let found = pairs(&summary);
    for number in OF_DRAFT.map(|(number, _)| number).into_iter().chain(OPEN) {
        assert!(found.iter().any(|(_, own, _)| own == number), "{number} is not found: {found:#?}");
    }
    let mut right = 0;
    for (sentence, number, claim) in &found {
        let Some(claim) = claim else { continue };
        let allowed = OF_DRAFT.iter().any(|(own, claims)| own == number && claims.contains(&claim.as_str()));
        assert!(allowed, "{number} in {sentence:?} has nothing to do with {claim}");
        right += 1;
    }
    assert!(right >= 22, "{right} of {}: {found:#?}", found.len());
}
