//! `insats manuscript fill`: what controls show afterwards, what stays as it was, and what editors decide. Expected texts are
//! those that `tests/manuscripts/README.md` works out, or stand beside the test.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use insats::manuscript::{Done, Package, Told};
use insats::run::{Failure, FillOptions, fill_manuscript};
use proptest::prelude::*;
use roxmltree::{Document, Node};

use crate::manuscripts::{
    MAIN, OWN, Parts, Seen, Words, attribute, bytes, child, comments, control, controls, controls_of, decided, filled,
    manuscript, packed, parts, revisions, run, small, spans, tag, text, with_document,
};
use crate::support::{copy_folder, project, shown};

fn study() -> PathBuf {
    project("input/lagesrapport-2024")
}

/// A manuscript before and after it was filled with the study of 2024.
struct Round {
    before: Vec<u8>,
    told: Vec<Told>,
    after: Vec<u8>,
}

impl Round {
    fn of(name: &str) -> Self {
        let before = bytes(name);
        let (told, after) = filled(&study(), &before, false);
        Self { before, told, after }
    }
}

static PYTHON: LazyLock<Round> = LazyLock::new(|| Round::of("manuscript-python.docx"));
static STRICT: LazyLock<Round> = LazyLock::new(|| Round::of("strict.docx"));
static LIBREOFFICE: LazyLock<Round> = LazyLock::new(|| Round::of("manuscript-libreoffice.docx"));

/// What the controls of `manuscript-python.docx` that hold a text show once they are filled: part, tag, text, in their order.
const TEXTS: [(&str, &str, &str); 46] = [
    ("document", "number/AL-004", "sju"),
    ("document", "number/AL-011", "1 449"),
    ("document", "number/BR-003", "133"),
    ("document", "number/BL-004", "125"),
    ("document", "claim/BR-004", "Sammanlagt rekvirerades 553 miljoner kronor för området."),
    (
        "document",
        "claim/BR-055",
        "I 12 av 21 regioner har tidigare finansierat utvecklingsarbete införts i ordinarie verksamhet.",
    ),
    ("document", "claim/KK-008", "Inom området har 793 insatser redovisats."),
    (
        "document",
        "claim/BL-041",
        "Till insatser med målet ökad vård- och omsorgskvalitet gick cirka 135,4 miljoner kronor.",
    ),
    ("document", "claim/SA-055", "Dialog som metod anges av 18 av 21 län."),
    (
        "document",
        "claim/KR-047",
        "I 9 av 21 regioner har tidigare finansierat utvecklingsarbete införts i ordinarie verksamhet.",
    ),
    (
        "document",
        "claim/TR-048",
        "I 8 av 21 regioner har tidigare finansierat utvecklingsarbete införts i ordinarie verksamhet.",
    ),
    (
        "document",
        "claim/BR-055",
        "I 12 av 21 regioner har tidigare finansierat utvecklingsarbete införts i ordinarie verksamhet.",
    ),
    ("document", "number/AL-011", "1 449"),
    ("document", "claim/TR-002", "Inom området har 57 insatser redovisats."),
    ("document", "number/AL-011", "1 449"),
    ("document", "claim/TR-002", "Inom området har 57 insatser redovisats."),
    (
        "document",
        "claim/BR-051",
        "Samverkan mellan verksamheter inom regionen har haft mycket eller ganska stor prioritet i 18 av 21 regioner.",
    ),
    (
        "document",
        "claim/BR-053",
        "Samverkan med brukar-, patient- och anhörigorganisationer har haft ganska eller mycket liten prioritet i 13 av 21 regioner.",
    ),
    ("document", "claim/BR-046", "Samtliga 21 regioner har svarat på frågan om brukarinflytande."),
    ("document", "claim/BR-045", "I 2 regioner har andra organisationer medverkat."),
    (
        "document",
        "claim/BR-050",
        "Följdfrågan om former för medverkan gick till de 13 regioner som svarat ja på något av alternativen.",
    ),
    ("document", "claim/BR-003", "Inom området har 133 insatser redovisats."),
    ("document", "number/BR-003", "133"),
    ("document", "claim/BR-042", "I ungefär varannan region har organisationer medverkat."),
    ("document", "number/BR-002", "21"),
    ("document", "number/BR-002", "21"),
    ("document", "number/BR-056", "varannan"),
    ("document", "number/BR-003", "133"),
    ("document", "number/BR-004", "553"),
    ("document", "number/BL-004", "125"),
    ("document", "number/BL-005", "250"),
    ("document", "number/SA-005", "166"),
    ("document", "claim/KR-002", "Kunskapsbaserad vård, regionerna\nInom området har 98 insatser redovisats."),
    ("document", "claim/KK-009", "Sammanlagt rekvirerades omkring 97 miljoner kronor för området."),
    ("document", "number/KK-007", "272"),
    ("document", "number/BL-059", "14 av 21"),
    ("document", "claim/TR-012", "Kartläggning, analys och utvärdering är prestation i 14 av 57 insatser."),
    // The number that differs is the result of a field, which Word would write over: it is commented.
    (
        "document",
        "claim/TR-045",
        "Samverkan mellan verksamheter inom regionen har haft mycket eller ganska stor prioritet i 11 av 21 regioner.",
    ),
    ("document", "number/TR-003", "50 miljoner kronor"),
    (
        "document",
        "claim/TR-053",
        "Ökad tillgänglighet är ett lika vanligt mål som ökad kompetens, kunskap och förståelse.",
    ),
    ("document", "number/TR-042", "8"),
    ("document", "number/TR-002", "57"),
    ("endnotes", "number/TR-002", "57"),
    ("footnotes", "number/BR-003", "133"),
    ("footnotes", "claim/BR-021", "Målgruppen unga vuxna 18–29 år finns i ungefär var fjärde av insatserna."),
    ("header1", "number/AL-011", "1 449"),
];

/// The controls with a text.
fn texts(parts: &Parts) -> Vec<Seen> {
    controls(parts).into_iter().filter(|seen| !seen.tag.contains("item/")).collect()
}

#[test]
fn every_control_shows_what_the_readme_says() {
    let found = texts(&parts(&PYTHON.after));
    let shown: Vec<_> =
        found.iter().map(|seen| (seen.part.as_str(), seen.tag.as_str(), seen.accepted.as_str())).collect();
    let full =
        |(part, tag, text): (&str, &str, &'static str)| (format!("word/{part}.xml"), format!("insats:{tag}"), text);
    let expected: Vec<_> = TEXTS.into_iter().map(full).collect();
    let expected: Vec<_> = expected.iter().map(|(part, tag, text)| (part.as_str(), tag.as_str(), *text)).collect();
    assert_eq!(shown, expected);
}

#[test]
fn the_strict_form_shows_the_same() {
    // It lacks the old drawing, with one copy of the two controls in the text box.
    let of = |round: &Round| -> BTreeMap<String, Vec<String>> {
        let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
        texts(&parts(&round.after)).into_iter().for_each(|seen| all.entry(seen.tag).or_default().push(seen.accepted));
        all.values_mut().for_each(|texts| texts.dedup());
        all
    };
    assert_eq!(of(&STRICT), of(&PYTHON));
}

/// What the controls of `manuscript-libreoffice.docx` show; their order is that of its parts.
const LIBREOFFICE_TEXTS: [(&str, &str); 16] = [
    ("number/AL-011", "1 449"),
    ("number/AL-011", "1 449"),
    ("number/AL-004", "sju"),
    ("number/AL-011", "1 449"),
    ("claim/BR-004", "Sammanlagt rekvirerades 553 miljoner kronor för området."),
    ("claim/BR-055", "I 12 av 21 regioner har tidigare finansierat utvecklingsarbete införts i ordinarie verksamhet."),
    ("claim/SA-055", "Dialog som metod anges av 18 av 21 län."),
    ("claim/BR-046", "Samtliga 21 regioner har svarat på frågan om brukarinflytande."),
    (
        "claim/BR-053",
        "Samverkan med brukar-, patient- och anhörigorganisationer har haft ganska eller mycket liten prioritet i 13 av 21 regioner.",
    ),
    ("number/BR-003", "133"),
    ("number/BR-004", "553"),
    ("claim/TR-012", "Kartläggning, analys och utvärdering är prestation i 14 av 57 insatser."),
    ("number/TR-002", "57"),
    ("number/BR-003", "133"),
    ("number/AL-011", "1 449"),
    ("number/AL-011", "1 449"),
];

#[test]
fn a_manuscript_by_libreoffice_shows_the_same() {
    let found = texts(&parts(&LIBREOFFICE.after));
    let shown: Vec<_> = found.iter().map(|seen| (&seen.tag["insats:".len()..], seen.accepted.as_str())).collect();
    assert_eq!(shown, LIBREOFFICE_TEXTS);
}

#[test]
fn rejected_proposals_leave_the_texts_that_were_there() {
    for round in [&*PYTHON, &*STRICT, &*LIBREOFFICE] {
        let (before, after) = (controls(&parts(&round.before)), controls(&parts(&round.after)));
        assert_eq!(before.len(), after.len());
        for (old, new) in before.iter().zip(&after) {
            assert_eq!(old.tag, new.tag);
            // Where nothing stood, nothing is proposed: it is written.
            if old.is_placeholder || old.accepted.is_empty() {
                assert!(!new.is_placeholder, "{}", new.tag);
                continue;
            }
            assert_eq!(old.accepted, new.rejected, "{}", new.tag);
        }
    }
}

/// A text without what stands in our controls, and without the marks of our comments.
fn outside(xml: &str, own: &[String]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for span in spans(xml) {
        out += &xml[at..span.start];
        out += "<CONTROL>";
        at = span.end;
    }
    out += &xml[at..];
    for number in own {
        let marks = ["RangeStart", "RangeEnd"].map(|end| format!("<w:comment{end} w:id=\"{number}\"/>"));
        let reference = format!("<w:r><w:commentReference w:id=\"{number}\"/></w:r>");
        marks.iter().chain([&reference]).for_each(|mark| out = out.replace(mark.as_str(), ""));
    }
    out
}

/// Whether a text is another in which something was put in at one place.
fn is_put_into(before: &[u8], after: &[u8]) -> bool {
    let same = before.iter().zip(after).take_while(|(one, other)| one == other).count();
    let behind = before.iter().rev().zip(after.iter().rev()).take_while(|(one, other)| one == other).count();
    same + behind >= before.len()
}

#[test]
fn outside_the_controls_nothing_changes() {
    for round in [&*PYTHON, &*STRICT, &*LIBREOFFICE] {
        let (before, after) = (parts(&round.before), parts(&round.after));
        let own: Vec<String> = comments(&after, OWN).into_iter().map(|(number, _)| number).collect();
        for (name, old) in &before {
            let new = after.get(name).unwrap_or_else(|| panic!("{name} is gone"));
            let may_grow = ["[Content_Types].xml", "word/comments.xml", "word/styles.xml"].contains(&name.as_str());
            if old == new {
                continue;
            }
            if may_grow || name.ends_with(".rels") {
                assert!(is_put_into(old, new), "{name} has changed");
                continue;
            }
            let holds = ["word/document", "word/header", "word/footnotes", "word/endnotes"];
            assert!(holds.iter().any(|own| name.starts_with(own)), "{name} has changed");
            assert_eq!(outside(text(&before, name), &[]), outside(text(&after, name), &own), "{name}");
        }
        let expected = ["word/media/insats-", "customXml/item", "word/comments.xml", "word/_rels/"];
        for name in after.keys().filter(|name| !before.contains_key(*name)) {
            assert!(expected.iter().any(|own| name.starts_with(own)), "{name} is new");
        }
    }
}

/// What an author has inserted, deleted, moved and set otherwise: a revision is divided where the program proposes something in
/// it, so their words are put together.
fn said(xml: &str, author: &str) -> BTreeMap<String, String> {
    let document = Document::parse(xml).expect("XML");
    let is_own = |node: &Node<'_, '_>| attribute(node, "author") == Some(OWN) && node.tag_name().name() == "ins";
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for node in document.descendants().filter(|node| attribute(node, "author") == Some(author)) {
        let words = node.descendants().filter(|own| own.is_text() && !own.ancestors().any(|up| is_own(&up)));
        let words: String = words.filter_map(|own| own.text()).collect();
        *all.entry(node.tag_name().name().to_owned()).or_default() += &words;
    }
    all
}

#[test]
fn revisions_and_comments_of_others_are_still_there() {
    for round in [&*PYTHON, &*STRICT, &*LIBREOFFICE] {
        let (before, after) = (parts(&round.before), parts(&round.after));
        for author in ["Anna Ek", "Bo Lind"] {
            assert_eq!(comments(&before, author), comments(&after, author), "{author}");
            for name in before.keys().filter(|name| name.starts_with("word/") && name.ends_with(".xml")) {
                let [old, new] = [&before, &after].map(|parts| said(text(parts, name), author));
                assert_eq!(old, new, "{author} in {name}");
            }
        }
        assert!(!comments(&before, "Anna Ek").is_empty());
    }
}

#[test]
fn filled_again_a_manuscript_is_the_same_file() {
    for round in [&*PYTHON, &*LIBREOFFICE] {
        let (_, again) = filled(&study(), &round.after, false);
        assert_eq!(differing(&round.after, &again), Vec::<String>::new());
        assert!(round.after == again, "the packages differ in their order or compression");
    }
}

/// The names of parts that differ.
fn differing(one: &[u8], other: &[u8]) -> Vec<String> {
    let (one, other) = (parts(one), parts(other));
    one.keys().chain(other.keys()).filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

#[test]
fn written_plainly_there_are_no_proposals_and_a_second_time_changes_nothing() {
    let (_, plain) = filled(&study(), &PYTHON.before, true);
    let made = parts(&plain);
    for name in made.keys().filter(|name| name.starts_with("word/") && name.ends_with(".xml")) {
        assert_eq!(revisions(text(&made, name), OWN), 0, "{name}");
    }
    let shown = |parts: &Parts| texts(parts).into_iter().map(|seen| seen.accepted).collect::<Vec<_>>();
    assert_eq!(shown(&made), shown(&parts(&PYTHON.after)));
    for plainly in [false, true] {
        let (_, again) = filled(&study(), &plain, plainly);
        assert_eq!(differing(&plain, &again), Vec::<String>::new(), "plainly: {plainly}");
    }
    // Proposals that are pending are accepted.
    let (_, accepted) = filled(&study(), &PYTHON.after, true);
    assert_eq!(revisions(text(&parts(&accepted), MAIN), OWN), 0);
    assert_eq!(shown(&parts(&accepted)), shown(&made));
}

#[test]
fn what_the_program_tells_is_what_it_did() {
    let done = |tag: &str| -> Vec<&Done> {
        PYTHON.told.iter().filter(|told| told.tag == format!("insats:{tag}")).map(|told| &told.done).collect()
    };
    assert_eq!(done("claim/BR-053"), [&Done::Same]);
    assert_eq!(done("claim/SA-055"), [&Done::Written]);
    assert!(matches!(done("claim/TR-045")[..], [Done::Fixed(_)]), "{:?}", done("claim/TR-045"));
    let changed = Done::Changed { old: "sex".to_owned(), new: "sju".to_owned() };
    assert_eq!(done("number/AL-004"), [&changed]);
    // The words in the authors' own control go, it stays.
    assert!(text(&parts(&PYTHON.after), MAIN).contains("redaktion:obs"));
}

#[test]
fn only_what_differs_is_proposed_when_the_study_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let changed = folder.path().join("input/lagesrapport-2024");
    copy_folder(&project("codebook"), &folder.path().join("codebook"));
    copy_folder(&study(), &changed);
    let claims = changed.join("claims.csv");
    let old = fs::read_to_string(&claims).expect("claims");
    // The sentence of one claim is worded otherwise.
    let line = "BR-003,bu-region,Inom området har 133 insatser redovisats.";
    assert!(old.contains(line));
    fs::write(&claims, old.replace(line, "BR-003,bu-region,Inom området har 133 insatser genomförts."))
        .expect("claims");
    let (_, again) = filled(&changed, &PYTHON.after, false);
    let (was, is) = (controls(&parts(&PYTHON.after)), controls(&parts(&again)));
    let moved: Vec<_> = was.iter().zip(&is).filter(|(was, is)| was != is).map(|(_, is)| is).collect();
    let [one] = moved[..] else { panic!("{moved:#?}") };
    assert_eq!(one.tag, "insats:claim/BR-003");
    assert_eq!(one.accepted, "Inom området har 133 insatser genomförts.");
    assert_eq!(one.rejected, "Inom området har 131 insatser redovisats.");
}

/// A manuscript with one claim in a control between words of an author.
fn line(inner: &str) -> Vec<u8> {
    let control = control("insats:claim/A", 7, inner);
    small(&format!("<w:p>{}{control}{}</w:p><w:sectPr/>", run("Vi ser att "), run(" Mer står sedan.")))
}

/// What the control of such a manuscript reads as, accepted and with the program's proposals rejected.
fn reads(file: &[u8]) -> (String, String) {
    let seen = controls_of(MAIN, text(&parts(file), MAIN)).remove(0);
    (seen.accepted, seen.rejected)
}

fn both(accepted: &str, rejected: &str) -> (String, String) {
    (accepted.to_owned(), rejected.to_owned())
}

fn proposals(file: &[u8]) -> usize {
    revisions(text(&parts(file), MAIN), OWN)
}

#[test]
fn a_proposal_that_is_pending_is_replaced_and_taken_back() {
    let (_, first) = Words::one("A", "12 insatser").filled(&line(&run("11 insatser")), false);
    assert_eq!(reads(&first), both("12 insatser", "11 insatser"));
    assert_eq!(proposals(&first), 2);
    let (_, second) = Words::one("A", "13 insatser").filled(&first, false);
    assert_eq!(reads(&second), both("13 insatser", "11 insatser"));
    assert_eq!(proposals(&second), 2, "the second replaces the first");
    let (told, third) = Words::one("A", "11 insatser").filled(&second, false);
    assert_eq!((reads(&third), proposals(&third)), (both("11 insatser", "11 insatser"), 0));
    assert_eq!(told[0].done, Done::TakenBack);
}

#[test]
fn what_an_editor_rejects_is_not_proposed_again_but_another_number_is() {
    let (_, first) = Words::one("A", "12 insatser").filled(&line(&run("11 insatser")), false);
    let rejected = with_document(&first, |xml| decided(xml, false));
    assert_eq!((reads(&rejected), proposals(&rejected)), (both("11 insatser", "11 insatser"), 0));
    let (told, same) = Words::one("A", "12 insatser").filled(&rejected, false);
    assert_eq!(told[0].done, Done::Rejected("12 insatser".to_owned()));
    assert_eq!(differing(&rejected, &same), Vec::<String>::new());
    let (_, other) = Words::one("A", "13 insatser").filled(&same, false);
    assert_eq!(reads(&other), both("13 insatser", "11 insatser"));
}

#[test]
fn what_an_editor_accepts_is_the_text_from_then_on() {
    let (_, first) = Words::one("A", "12 insatser").filled(&line(&run("11 insatser")), false);
    let accepted = with_document(&first, |xml| decided(xml, true));
    let (told, same) = Words::one("A", "12 insatser").filled(&accepted, false);
    assert_eq!((&told[0].done, proposals(&same)), (&Done::Same, 0));
    let (_, other) = Words::one("A", "14 insatser").filled(&same, false);
    assert_eq!(reads(&other), both("14 insatser", "12 insatser"));
}

/// A control between words, filled by the study of `tests/cases/claims`: its text, what was done, and the program's comments.
fn filled_between(tag: &str, inner: &str, behind: &str) -> (String, Told, Vec<String>) {
    let body = format!("<w:p>{}{}{}</w:p><w:sectPr/>", run("Det gick "), control(tag, 7, inner), run(behind));
    let (mut told, made) = filled(&project("tests/cases/claims"), &small(&body), false);
    let said = comments(&parts(&made), OWN).into_iter().map(|(_, text)| text).collect();
    (reads(&made).0, told.remove(0), said)
}

#[test]
fn digits_before_another_unit_stay_and_are_commented() {
    // C-03: 0,5 million kronor.
    let (now, ..) = filled_between("insats:number/C-03", &run("0,4"), " miljoner kronor dit.");
    assert_eq!(now, "0,5");
    let (now, told, said) = filled_between("insats:number/C-03", &run("400"), " tusen kronor dit.");
    assert_eq!((now.as_str(), &told.done), ("400", &Done::Fixed("0,5 miljoner kronor".to_owned())));
    assert!(matches!(&said[..], [one] if one.contains("0,5 miljoner kronor")), "{said:?}");
    // A gap of a rolled manuscript is filled by what stands behind it.
    let (now, ..) = filled_between("insats:number/C-03", &run("[uppgift saknas]"), " miljoner kronor dit.");
    assert_eq!(now, "0,5");
    let (now, ..) = filled_between("insats:number/C-03", &run("[uppgift saknas]"), " till utbildning.");
    assert_eq!(now, "0,5 miljoner kronor");
}

#[test]
fn where_a_claim_fails_a_comment_says_what_claims_csv_says() {
    // C-04: two recipients, not three. Nothing stands there yet, or something else.
    for inner in [String::new(), run("Fyra mottagare rekvirerade medel.")] {
        let (now, told, said) = filled_between("insats:claim/C-04", &inner, "");
        assert_eq!(now, "Två mottagare rekvirerade medel.");
        assert!(told.doubt.is_some() && told.is_commented, "{told:?}");
        assert!(matches!(&said[..], [one] if one.contains("”Tre mottagare rekvirerade medel.”")), "{said:?}");
    }
}

#[test]
fn a_number_that_a_sentence_has_not_is_told_as_that() {
    let sentence = "Tre insatser har redovisats.".to_owned();
    let (now, told, said) = filled_between("insats:number/C-01/2", &run("7"), " gånger.");
    assert_eq!((now.as_str(), &told.done), ("7", &Done::NoNumber(sentence.clone(), 1)));
    assert!(matches!(&said[..], [one] if one.contains(&sentence) && one.contains("ett tal")), "{said:?}");
    let (_, told, _) = filled_between("insats:number/C-06", &run("7"), " gånger.");
    assert_eq!(told.done, Done::NoNumber("Deltagarna var nöjda.".to_owned(), 0));
    let (_, told, _) = filled_between("insats:number/C-99", &run("7"), " gånger.");
    assert!(matches!(told.done, Done::Unknown(_)), "{told:?}");
}

/// A manuscript whose control an editor has changed by hand after it was filled with 12.
fn edited() -> Vec<u8> {
    let (_, first) = Words::one("A", "12 insatser").filled(&line(""), false);
    assert_eq!((reads(&first), proposals(&first)), (both("12 insatser", "12 insatser"), 0), "nothing stood there");
    with_document(&first, |xml| {
        let changed = xml.replace("12 insatser", "ett dussin insatser");
        assert_ne!(changed, xml, "the text stands in one run");
        changed
    })
}

#[test]
fn what_an_editor_changes_stays_and_is_commented_once() {
    let (told, first) = Words::one("A", "13 insatser").filled(&edited(), false);
    assert_eq!(told[0].done, Done::Edited("13 insatser".to_owned()));
    assert_eq!((reads(&first).0, proposals(&first)), ("ett dussin insatser".to_owned(), 0));
    let said = comments(&parts(&first), OWN);
    let [(number, message)] = &said[..] else { panic!("{said:?}") };
    assert!(message.contains("13 insatser") && message.contains("insats:claim/A"), "{message}");
    assert!(text(&parts(&first), MAIN).contains(&format!("<w:commentReference w:id=\"{number}\"/>")));
    let (_, again) = Words::one("A", "13 insatser").filled(&first, false);
    assert_eq!(differing(&first, &again), Vec::<String>::new());
    // Once the text and the study agree there is nothing to say.
    let agreed = with_document(&first, |xml| xml.replace("ett dussin insatser", "13 insatser"));
    let (_, agreed) = Words::one("A", "13 insatser").filled(&agreed, false);
    assert!(comments(&parts(&agreed), OWN).is_empty());
    assert!(!text(&parts(&agreed), MAIN).contains("comment"), "{}", text(&parts(&agreed), MAIN));
}

/// A file without the program's comments, as an editor leaves it who has read them.
fn without_comments(file: &[u8]) -> Vec<u8> {
    let mut made = parts(file);
    let xml = text(&made, "word/comments.xml").to_owned();
    let document = Document::parse(&xml).expect("XML");
    let root = document.root_element();
    let own = |node: &Node<'_, '_>| attribute(node, "author") == Some(OWN);
    let kept: String = root.children().filter(|node| !own(node)).map(|node| &xml[node.range()]).collect();
    let numbers: Vec<String> = comments(&made, OWN).into_iter().map(|(number, _)| number).collect();
    let tag = &xml[..root.first_child().expect("a comment").range().start];
    let main = spanless(text(&made, MAIN), &numbers);
    made.insert("word/comments.xml".to_owned(), format!("{tag}{kept}</w:comments>").into_bytes());
    made.insert(MAIN.to_owned(), main.into_bytes());
    packed(&made)
}

/// A text without the marks of comments.
fn spanless(xml: &str, numbers: &[String]) -> String {
    let mut out = xml.to_owned();
    for number in numbers {
        for mark in ["RangeStart", "RangeEnd"] {
            out = out.replace(&format!("<w:comment{mark} w:id=\"{number}\"/>"), "");
        }
        out = out.replace(&format!("<w:r><w:commentReference w:id=\"{number}\"/></w:r>"), "");
    }
    out
}

#[test]
fn a_comment_that_an_editor_takes_away_is_not_made_again_for_the_same() {
    let (_, first) = Words::one("A", "13 insatser").filled(&edited(), false);
    let read = without_comments(&first);
    assert!(comments(&parts(&read), OWN).is_empty());
    let (_, again) = Words::one("A", "13 insatser").filled(&read, false);
    assert!(comments(&parts(&again), OWN).is_empty(), "it has been read");
    let (_, other) = Words::one("A", "15 insatser").filled(&again, false);
    let said = comments(&parts(&other), OWN);
    assert!(said.len() == 1 && said[0].1.contains("15 insatser"), "{said:?}");
}

#[test]
fn a_comment_that_somebody_has_answered_stays() {
    let (_, first) = Words::one("A", "13 insatser").filled(&edited(), false);
    let word14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    let word15 = "http://schemas.microsoft.com/office/word/2012/wordml";
    let mut made = parts(&first);
    // As Word saves an answer: numbers of paragraphs, and a part that says which belongs to which.
    let answer = format!(
        "<w:comment w:id=\"900\" w:author=\"Anna Ek\"><w:p xmlns:w14=\"{word14}\" w14:paraId=\"00000002\"><w:r><w:t>Ja.</w:t>\
         </w:r></w:p></w:comment></w:comments>"
    );
    let said = text(&made, "word/comments.xml").replacen(
        "<w:p>",
        &format!("<w:p xmlns:w14=\"{word14}\" w14:paraId=\"00000001\">"),
        1,
    );
    made.insert("word/comments.xml".to_owned(), said.replace("</w:comments>", &answer).into_bytes());
    let extended = format!(
        "<w15:commentsEx xmlns:w15=\"{word15}\"><w15:commentEx w15:paraId=\"00000001\" w15:done=\"0\"/><w15:commentEx \
         w15:paraId=\"00000002\" w15:paraIdParent=\"00000001\" w15:done=\"0\"/></w15:commentsEx>"
    );
    made.insert("word/commentsExtended.xml".to_owned(), extended.into_bytes());
    let relations = text(&made, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        "<Relationship Id=\"rId900\" Type=\"http://schemas.microsoft.com/office/2011/relationships/commentsExtended\" \
         Target=\"commentsExtended.xml\"/></Relationships>",
    );
    made.insert("word/_rels/document.xml.rels".to_owned(), relations.into_bytes());
    let agreed = with_document(&packed(&made), |xml| xml.replace("ett dussin insatser", "13 insatser"));
    let (_, again) = Words::one("A", "13 insatser").filled(&agreed, false);
    assert_eq!(comments(&parts(&again), OWN).len(), 1, "the answer would hang in the air");
    assert_eq!(comments(&parts(&again), "Anna Ek").len(), 1);
}

/// What must be refused, with a part that the message names where there is one.
const REFUSED: [(&str, &str); 29] = [
    ("a-workbook", ""),
    ("bomb-in-picture", ""),
    ("bomb-in-text", "word/"),
    ("broken-xml", "word/"),
    ("control-character", "word/"),
    ("cut-off", ""),
    ("damaged-part", "word/document.xml"),
    ("empty", ""),
    ("encrypted", ""),
    ("entities-that-grow", "word/"),
    ("no-content-types", "[Content_Types].xml"),
    ("no-main-part", ""),
    ("no-relations", ""),
    ("not-a-zip", ""),
    ("not-utf8", "word/"),
    ("old-word", ""),
    ("opendocument", ""),
    ("part-twice", ""),
    ("part-twice-in-capitals", ""),
    ("path-from-root", ""),
    ("path-outside", ""),
    ("relation-leads-nowhere", "word/"),
    ("relation-leads-outside", ""),
    ("too-deep", "word/"),
    ("unclosed-control", "word/"),
    ("unknown-entity", "word/"),
    ("unknown-prefix", "word/"),
    ("with-entities", "word/"),
    ("zip-password", ""),
];

#[test]
fn what_is_no_manuscript_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&manuscript("refused"), folder.path());
    let before = crate::support::files(folder.path());
    assert_eq!(before.len(), REFUSED.len(), "every file is in the list");
    let study = project("tests/cases/claims");
    let mut wrong = Vec::new();
    for (name, part) in REFUSED {
        let file = folder.path().join(format!("{name}.docx"));
        match fill_manuscript(&study, &file, &FillOptions::default(), &|_| {}) {
            Err(Failure::Input(messages)) => {
                let said = shown(&messages);
                if !said.contains(part) {
                    wrong.push(format!("{name}: does not name {part}: {said}"));
                }
            }
            Err(other) => wrong.push(format!("{name}: {other:?}")),
            Ok(_) => {
                wrong.push(format!("{name} was filled"));
                fs::remove_file(folder.path().join(format!("{name}-ifylld.docx"))).unwrap_or_default();
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(crate::support::files(folder.path()) == before, "something was written or touched");
}

#[test]
fn what_is_unusual_and_legal_is_filled_or_told() {
    let says = Words(
        [("BR-003", "Inom området har 133 insatser redovisats.")]
            .map(|(id, text)| (id.to_owned(), text.to_owned()))
            .into(),
    );
    for entry in fs::read_dir(manuscript("odd")).expect("files").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let file = fs::read(entry.path()).expect("a file");
        let (told, made) = says.filled(&file, false);
        Package::open(made.clone(), &name).unwrap_or_else(|error| panic!("{name}: {error}"));
        let known = told.iter().filter(|told| told.tag == "insats:claim/BR-003").count();
        let others =
            told.iter().filter(|told| told.tag != "insats:claim/BR-003" && !told.tag.contains("number/BR-003"));
        assert!(others.clone().all(|told| matches!(told.done, Done::Unknown(_))), "{name}: {told:?}");
        if ["no-controls", "empty-paragraph"].iter().any(|none| name.starts_with(none)) {
            assert!(told.is_empty() && differing(&file, &made).is_empty(), "{name}");
        } else {
            assert!(known > 0 || others.count() > 0, "{name}: {told:?}");
        }
        // Those whose text is UTF-8 are read again.
        for name in parts(&made).keys().filter(|part| part.starts_with("word/do") && !name.starts_with("utf-16")) {
            let made = parts(&made);
            let seen = controls_of(name, text(&made, name));
            for seen in seen.iter().filter(|seen| seen.tag == "insats:claim/BR-003") {
                assert_eq!(seen.accepted, "Inom området har 133 insatser redovisats.", "{name}");
                assert_eq!(seen.rejected, "Inom området har 131 insatser redovisats.", "{name}");
            }
        }
    }
}

/// The control of an item in the filled manuscript.
fn with_item<T>(id: &str, look: impl FnOnce(&Node<'_, '_>) -> T) -> T {
    let after = parts(&PYTHON.after);
    let document = Document::parse(text(&after, MAIN)).expect("XML");
    let wanted = format!("insats:item/{id}");
    let found = document.descendants().find(|node| tag(node) == Some(&wanted)).unwrap_or_else(|| panic!("{id}"));
    look(&found)
}

fn all<'d, 'i>(node: &Node<'d, 'i>, name: &str) -> Vec<Node<'d, 'i>> {
    node.descendants().filter(|own| own.tag_name().name() == name).collect()
}

#[test]
fn figures_are_pictures_with_words_for_those_who_do_not_see_them() {
    for id in ["figur-02", "figur-04", "figur-06", "figur-07", "figur-09"] {
        with_item(id, |found| {
            let new = all(found, "drawing")
                .into_iter()
                .find(|drawing| drawing.ancestors().all(|up| up.tag_name().name() != "del"));
            let new = new.unwrap_or_else(|| panic!("{id} has no picture"));
            let words = attribute(&all(&new, "docPr")[0], "descr").unwrap_or_default().to_owned();
            assert!((20..=250).contains(&words.chars().count()) && words != "Förra årets figur", "{id}: {words}");
        });
    }
    let added = parts(&PYTHON.after).into_iter().filter(|(name, _)| name.starts_with("word/media/insats-"));
    let pictures: Vec<_> = added.collect();
    assert_eq!(pictures.len(), 5);
    assert!(pictures.iter().all(|(_, bytes)| bytes.starts_with(b"\x89PNG")));
}

#[test]
fn a_picture_is_as_wide_as_an_editor_has_made_the_one_before() {
    for id in ["figur-04", "figur-06"] {
        with_item(id, |found| {
            let widths: Vec<_> =
                all(found, "extent").iter().map(|own| attribute(own, "cx").map(str::to_owned)).collect();
            assert_eq!(widths, vec![Some("3600000".to_owned()); 2], "{id}: the one that goes and the one that comes");
        });
    }
}

#[test]
fn items_have_the_template_s_styles() {
    with_item("bilaga-4-tabell-01", |found| {
        let styles = |name| -> Vec<_> {
            all(found, name).iter().filter_map(|own| attribute(own, "val").map(str::to_owned)).collect()
        };
        assert_eq!(styles("tblStyle"), ["VerketTabell"]);
        assert!(styles("pStyle").contains(&"Beskrivning".to_owned()), "{:?}", styles("pStyle"));
    });
    // Where a caption stands beside the control none is added.
    with_item("figur-02", |found| {
        let styles: Vec<_> =
            all(found, "pStyle").iter().filter_map(|own| attribute(own, "val").map(str::to_owned)).collect();
        assert!(!styles.contains(&"Beskrivning".to_owned()), "{styles:?}");
    });
    with_item("tabell-02", |found| {
        let before = parts(&PYTHON.before);
        let document = Document::parse(text(&before, MAIN)).expect("XML");
        let old = document.descendants().find(|node| tag(node) == Some("insats:item/tabell-02")).expect("it");
        assert!(child(found, "sdtContent").is_some() && child(&old, "sdtContent").is_some());
        assert!(all(found, "tblStyle").iter().all(|own| attribute(own, "val") == Some("VerketTabell")));
    });
}

/// A page of the large document: `controls` of its seven paragraphs hold one.
fn page(nth: usize, controls: usize, due: &mut usize) -> String {
    let prose = "Redovisningen visar hur medlen har använts och vad arbetet har lett till. De ansvariga beskriver att arbetet \
                 har tagit form under året, att fler verksamheter deltar och att mycket återstår. I flera fall har arbetet \
                 börjat om när medarbetare har slutat, och då har tidigare överenskommelser fått göras på nytt. ";
    let mut out = format!("<w:p>{}</w:p>", run(&format!("Avsnitt {}", nth + 1)));
    for at in 0..7 {
        let mut inner = run(prose);
        if at < controls {
            let claim = *due % 25;
            inner += &control(
                &format!("insats:claim/C-{claim}"),
                1000 + u32::try_from(*due).expect("few"),
                &run("Förra årets 17 insatser."),
            );
            *due += 1;
        }
        out += &format!("<w:p>{inner}</w:p>");
    }
    let cell = |n: usize| format!("<w:tc><w:tcPr/><w:p>{}</w:p></w:tc>", run(&format!("{nth} {n}")));
    let row = format!("<w:tr>{}</w:tr>", (0..3).map(cell).collect::<String>());
    out + &format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", row.repeat(5))
}

#[test]
fn three_hundred_pages_with_five_hundred_controls_are_filled() {
    let mut due = 0;
    let pages = (0..300).map(|nth| page(nth, 500 * (nth + 1) / 300 - 500 * nth / 300, &mut due));
    let body: String = pages.collect();
    assert_eq!(due, 500);
    let large = with_document(&bytes("manuscript-python.docx"), |xml| {
        let start = xml.find("<w:body>").expect("a body") + "<w:body>".len();
        let end = xml.rfind("<w:sectPr").expect("a section");
        format!("{}{body}{}", &xml[..start], &xml[end..])
    });
    let sentence = |nth: usize| format!("Årets {} insatser.", 100 + nth);
    let says = Words((0..25).map(|nth| (format!("C-{nth}"), sentence(nth))).collect());
    let (_, made) = says.filled(&large, false);
    let made = parts(&made);
    let seen = controls_of(MAIN, text(&made, MAIN));
    assert_eq!(seen.len(), 500);
    for (nth, seen) in seen.iter().enumerate() {
        assert_eq!(seen.accepted, sentence(nth % 25));
        assert_eq!(seen.rejected, "Förra årets 17 insatser.");
    }
}

/// A piece of a paragraph in a control, as authors leave it.
#[derive(Clone, Debug)]
enum Piece {
    Run(String),
    /// Several texts in a run, with a format.
    Bold(String, String),
    Inserted(String),
    Deleted(String),
    Smart(String),
    Mark,
}

impl Piece {
    fn xml(&self, number: usize) -> String {
        let marks = format!("w:id=\"{}\" w:author=\"Anna Ek\"", 500 + number);
        match self {
            Self::Run(text) => run(text),
            Self::Bold(one, other) => format!(
                "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{one}</w:t><w:t xml:space=\"preserve\">{other}</w:t></w:r>"
            ),
            Self::Inserted(text) => format!("<w:ins {marks}>{}</w:ins>", run(text)),
            Self::Deleted(text) => format!("<w:del {marks}>{}</w:del>", run(text).replace("w:t", "w:delText")),
            Self::Smart(text) => format!("<w:smartTag w:uri=\"x\" w:element=\"y\">{}</w:smartTag>", run(text)),
            Self::Mark => {
                format!("<w:bookmarkStart w:id=\"{0}\" w:name=\"b{0}\"/><w:bookmarkEnd w:id=\"{0}\"/>", 700 + number)
            }
        }
    }
}

fn words() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "12",
        "tolv ",
        " regioner",
        "av 21 ",
        "å",
        "&amp;",
        " ",
        "1 449",
        "(obs!)",
        "insats",
        "er.",
    ])
    .prop_map(str::to_owned)
}

fn piece() -> impl Strategy<Value = Piece> {
    prop_oneof![
        4 => words().prop_map(Piece::Run),
        1 => (words(), words()).prop_map(|(one, other)| Piece::Bold(one, other)),
        1 => words().prop_map(Piece::Inserted),
        1 => words().prop_map(Piece::Deleted),
        1 => words().prop_map(Piece::Smart),
        1 => Just(Piece::Mark),
    ]
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever authors have left in a control: accepted it says what the study says, rejected what it said before.
    #[test]
    fn any_paragraph_says_what_the_study_says_and_can_be_had_back(
        pieces in proptest::collection::vec(piece(), 1..9),
        values in proptest::collection::vec(proptest::sample::select(vec![
            "I 13 av 21 regioner.", "tolv av 21 regioner & län", "12", "Mer än 1 449 insatser, nästan alla.", "insatser",
        ]), 2),
    ) {
        let inner: String = pieces.iter().enumerate().map(|(nth, piece)| piece.xml(nth)).collect();
        let mut file = line(&inner);
        let (before, _) = reads(&file);
        prop_assume!(!before.trim().is_empty());
        for value in values {
            let (told, made) = Words::one("A", value).filled(&file, false);
            let (accepted, rejected) = reads(&made);
            prop_assert_eq!(squeezed(&accepted), squeezed(value), "{:?}\n{}", told, inner);
            prop_assert_eq!(&rejected, &before, "{:?}\n{}", told, inner);
            let others = |file: &[u8]| revisions(text(&parts(file), MAIN), "Anna Ek");
            prop_assert!(others(&made) >= others(&file), "{}", inner);
            let (_, again) = Words::one("A", value).filled(&made, false);
            prop_assert_eq!(differing(&made, &again), Vec::<String>::new());
            file = made;
        }
    }
}
