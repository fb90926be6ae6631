//! Last year's manuscript rolled to this year. `manuscript-2023.docx` was made by python-docx from the claims of the 2023 study: by turns
//! in a control, as plain text, and worded as an author would. What is expected of 2024 are the published numbers of
//! `input/lagesrapport-2024/claims.csv`.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use insats::claims::numbers::figures;
use insats::run::{Failure, FillOptions, RollSummary, roll_manuscript};

use crate::support::project;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn manuscript() -> PathBuf {
    project("tests/manuscripts/manuscript-2023.docx")
}

fn roll(study: &str, text: &Path, out: &Path) -> Result<RollSummary, Failure> {
    let wanted = FillOptions { out: Some(out.to_owned()), ..FillOptions::default() };
    roll_manuscript(&project(study), text, (&wanted, None), &|_| {})
}

fn part(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).expect("a file")).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
    text
}

fn is(node: &roxmltree::Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name && node.tag_name().namespace() == Some(WORD)
}

/// Whether a node stands in a revision by this program.
fn is_within(node: roxmltree::Node<'_, '_>, name: &str) -> bool {
    node.ancestors().any(|above| is(&above, name) && above.attribute((WORD, "author")) == Some("insats"))
}

/// The text of an element with the revisions of this program accepted, or rejected. Those of others count as accepted.
fn text(node: roxmltree::Node<'_, '_>, accepted: bool) -> String {
    let own = if accepted { "del" } else { "ins" };
    let read = |node: &roxmltree::Node<'_, '_>| {
        (is(node, "t") || is(node, "delText") && is_within(*node, "del")) && !is_within(*node, own)
    };
    node.descendants().filter(read).filter_map(|node| node.text()).collect()
}

/// The texts of the controls that name claims, by tag.
fn controls(xml: &roxmltree::Document<'_>, accepted: bool) -> BTreeMap<String, String> {
    let tag = |sdt: &roxmltree::Node<'_, '_>| {
        let tag = sdt.descendants().find(|node| is(node, "tag"))?;
        tag.attribute((WORD, "val")).filter(|tag| tag.starts_with("insats:claim/")).map(str::to_owned)
    };
    let found = xml.descendants().filter(|node| is(node, "sdt"));
    found.filter_map(|sdt| Some((tag(&sdt)?, text(sdt, accepted)))).collect()
}

fn rolled() -> (RollSummary, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("rullad.docx");
    let summary = roll("input/lagesrapport-2024", &manuscript(), &out).expect("it is rolled");
    (summary, part(&out, "word/document.xml"))
}

#[test]
fn sentences_speak_of_this_year_in_their_own_words_and_of_last_year_once_rejected() {
    let (_, document) = rolled();
    let document = roxmltree::Document::parse(&document).expect("XML");
    let now = text(document.root(), true);
    for expected in [
        // AL-004, AL-011.
        "Uppföljningen bygger på sju enkäter.",
        "Sammanlagt omfattar redovisningen 1 449 insatser.",
        // BR-003, BR-004, worded by an author and plain.
        "Totalt redovisades 133 insatser inom området under året.",
        "Sammanlagt rekvirerades 553 miljoner kronor för området.",
        // BL-004, BL-005: the area is another by name, and declared to be the same.
        "Inom området har 125 insatser redovisats.",
        "För området rekvirerades sammanlagt 250 miljoner kronor.",
        // KK-055: another part, of another base.
        "I 115 av 272 kommuner har arbete som tidigare finansierats",
        // SA-005, KR-002, KK-008.
        "166 insatser",
        "98 insatser",
        "793 insatser",
    ] {
        assert!(now.replace('\u{a0}', " ").contains(expected), "{expected}");
    }
    let before = part(&manuscript(), "word/document.xml");
    let before = roxmltree::Document::parse(&before).expect("XML");
    // A picture's caption and a table are filled, too; sentences stand between them.
    let then = controls(&document, false);
    let origin: Vec<String> = controls(&before, true).into_values().collect();
    assert!(then.values().all(|text| origin.contains(text)), "a rejected sentence is last year's");
}

#[test]
fn no_sentence_in_a_control_keeps_a_number_that_is_no_longer_true() {
    let (summary, document) = rolled();
    let document = roxmltree::Document::parse(&document).expect("XML");
    let (now, then) = (controls(&document, true), controls(&document, false));
    assert_eq!(now.len(), 50, "a control for every third of 150 claims");
    // A year is no number that was counted.
    let is_numeric = |text: &str| !figures(text).is_empty();
    for (tag, now) in now {
        let sentence = &then[&tag];
        let own = summary.sentences.iter().filter(|own| own.is_in_control && own.sentence == *sentence);
        let own: Vec<_> = own.collect();
        assert!(!own.is_empty() || !is_numeric(sentence), "{tag}: {sentence}");
        for own in own {
            assert_eq!(own.is_rewritten, *sentence != now, "{tag}: {sentence}");
        }
    }
    // Each is rewritten, commented, or true as it stands.
    let (rewritten, commented) = (
        summary.sentences.iter().filter(|own| own.is_rewritten).count(),
        summary.sentences.iter().filter(|own| own.comment.is_some()).count(),
    );
    assert!(rewritten > 100 && commented > 10, "{rewritten} {commented}");
}

#[test]
fn what_no_longer_holds_is_said_in_the_margin() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("rullad.docx");
    roll("input/lagesrapport-2024", &manuscript(), &out).expect("it is rolled");
    let comments = part(&out, "word/comments.xml");
    // In 2023 access came first among the goals, in 2024 second: R1 has 72 interventions, R2 has 61 (codes.csv).
    assert!(comments.contains("BR23-010: stämde 2023, men stämmer inte 2024."), "{comments}");
    assert!(comments.contains("Vanligast är ökad vård- och omsorgskvalitet (72), följt av ökad tillgänglighet (61)."));
    let again = roll("input/lagesrapport-2024", &out, &folder.path().join("igen.docx"));
    assert!(again.is_err_and(|failure| failure.to_string().contains("nobody has accepted or rejected")));
    assert!(!folder.path().join("igen.docx").exists());
}

#[test]
fn a_study_without_an_earlier_one_rolls_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("rullad.docx");
    let failure = roll("input/lagesrapport-2023", &manuscript(), &out);
    assert!(failure.is_err_and(|failure| failure.to_string().contains("no earlier study with claims")));
    assert!(!out.exists());
}
