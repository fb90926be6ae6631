//! A small manuscript rolled from 2023 to 2024, by the study of `tests/cases/claims-years`, whose README has the numbers: `halsa` had 5
//! interventions in 2023, three of them A (Mottagningar) and two B; it is `psykisk` now and has 6, two of them A and three B. The code Z
//! has gone. `ungdom`, now `lan`, had 400 kronor and has 200. Three regions requisitioned for `halsa` in both years.

use std::fs;
use std::path::{Path, PathBuf};

use insats::run::{FillOptions, RollSummary, roll_manuscript};

use crate::manuscripts::{
    MAIN, OWN, Parts, Seen, comments, control, controls_of, decided, parts, run, small, text, with_document,
};
use crate::support::{copy_folder, project};

/// The claims of 2023.
const CLAIMS: &str = "id,area,statement,assertion,precision,undecided
F-01,halsa,Under året redovisades fem insatser.,interventions = 5,,
F-02,halsa,Mottagningar är vanligast bland aktiviteterna.,A first in interventions by activity,,
F-03,halsa,3 av 5 insatser gäller mottagningar.,interventions(activity = A) of interventions = 3 of 5,,
F-04,ungdom,Området har 400 kronor.,kronor = 400 kr,,
F-05,halsa,1 insats gäller digitalt stöd.,interventions(activity = Z) = 1,,
F-06,halsa,Tre mottagare fick medel.,recipients = 3,,
F-07,halsa,Arbetet med mottagningar har gått före grupperna.,interventions(activity = A) > interventions(activity = B),,
F-08,halsa,Mottagningar förekommer.,A present in interventions by activity,,
F-09,halsa,\"Flest gäller mottagningar, 3 av 5 insatser.\",A first in interventions by activity; interventions(activity = A) of interventions = 3 of 5,,
";

/// The two studies, the one of 2023 with claims.
fn study(folder: &Path) -> PathBuf {
    let study = folder.join("studie");
    copy_folder(&project("tests/cases/claims-years"), &study);
    let put = |file: &str, change: &dyn Fn(String) -> String| {
        let file = study.join(file);
        fs::write(&file, change(fs::read_to_string(&file).expect("a file"))).expect("it is written");
    };
    fs::write(study.join("fjol/claims.csv"), CLAIMS).expect("claims");
    put("fjol/study.toml", &|old| format!("claims = \"claims.csv\"\n{old}"));
    put("fjol/report.toml", &|old| old.replace("title = \"Aktiviteter\"", "title = \"Vad som gjordes 2023\""));
    put("report.toml", &|old| old.replace("title = \"Aktiviteter\"", "title = \"Aktiviteter som påbörjats 2024\""));
    study
}

/// A manuscript with these paragraphs, rolled.
struct Rolled {
    summary: RollSummary,
    parts: Parts,
    file: Vec<u8>,
}

fn rolled(paragraphs: &[String]) -> Rolled {
    let folder = tempfile::tempdir().expect("a folder");
    let body: String = paragraphs.iter().map(|inner| format!("<w:p>{inner}</w:p>")).collect();
    let (from, to) = (folder.path().join("fjol.docx"), folder.path().join("nu.docx"));
    fs::write(&from, small(&format!("{body}<w:sectPr/>"))).expect("a manuscript");
    let wanted = FillOptions { out: Some(to.clone()), ..FillOptions::default() };
    let summary =
        roll_manuscript(&study(folder.path()), &from, (&wanted, None), &|_| {}).unwrap_or_else(|e| panic!("{e:?}"));
    let file = fs::read(to).expect("a rolled manuscript");
    Rolled { summary, parts: parts(&file), file }
}

impl Rolled {
    /// The only control.
    fn control(&self) -> Seen {
        let mut seen = controls_of(MAIN, text(&self.parts, MAIN));
        assert_eq!(seen.len(), 1);
        seen.remove(0)
    }

    fn comments(&self) -> Vec<String> {
        comments(&self.parts, OWN).into_iter().map(|(_, text)| text).collect()
    }

    /// The text without tags, with every change accepted.
    fn text(&self) -> String {
        let accepted = decided(text(&self.parts, MAIN), true);
        let document = roxmltree::Document::parse(&accepted).expect("XML");
        document.descendants().filter(|node| node.tag_name().name() == "t").filter_map(|node| node.text()).collect()
    }
}

/// A paragraph with a control.
fn held(tag: &str, before: &str, inside: &str, behind: &str) -> Rolled {
    let around = |text: &str| if text.is_empty() { String::new() } else { run(text) };
    let made = rolled(&[around(before) + &control(&format!("insats:{tag}"), 7, &run(inside)) + &around(behind)]);
    // An author who rejects what is proposed has the old text back.
    let rejected = with_document(&made.file, |xml| decided(xml, false));
    let back = controls_of(MAIN, text(&parts(&rejected), MAIN)).remove(0);
    assert_eq!((back.accepted.as_str(), made.control().rejected.as_str()), (inside, inside));
    made
}

/// What such a control says now, and the only comment.
fn said(made: &Rolled) -> (String, String) {
    let mut comments = made.comments();
    assert_eq!(comments.len(), 1, "{comments:?}");
    (made.control().accepted, comments.remove(0))
}

#[test]
fn where_the_data_do_not_say_a_gap_takes_the_number_s_place() {
    let (now, comment) = said(&held("claim/F-05", "", "1 insats gäller digitalt stöd.", ""));
    assert_eq!(now, "[uppgift saknas] insats gäller digitalt stöd.");
    assert!(comment.contains("F-05: data för 2024 säger det inte"), "{comment}");
    // The gap stays within the control, though a word beside it is one of its own.
    let made = held("number/F-05", "Av dem var uppgift ", "1", " saknas i 2 fall.");
    let (now, _) = said(&made);
    assert_eq!(now, "[uppgift saknas]");
    assert_eq!(made.text(), "Av dem var uppgift [uppgift saknas] saknas i 2 fall.");
    // Outside of controls it is commented only.
    let made = rolled(&[run("1 insats gäller digitalt stöd.")]);
    assert_eq!(made.text(), "1 insats gäller digitalt stöd.");
    assert_eq!(made.comments().len(), 1);
}

#[test]
fn where_a_claim_no_longer_holds_its_true_sentence_is_proposed_however_an_author_worded_it() {
    let (now, comment) = said(&held("claim/F-09", "", "Av 5 insatser gäller 3 mottagningar, flest av alla.", ""));
    assert!(now.contains("2 av 6") && !now.contains('5'), "{now}");
    assert!(comment.contains("F-09: stämde 2023, men stämmer inte 2024"), "{comment}");
    // Without a number: it is in the control of the claim.
    let (now, _) = said(&held("claim/F-07", "", "Mottagningar har gått före grupperna.", ""));
    assert!(now.contains('2') && now.contains('3'), "2 of A, 3 of B: {now}");
    // Of a number the one that is true; where the true sentence has none of its kind, or several, a gap.
    assert_eq!(said(&held("number/F-09", "Det är ", "3 av 5", " insatser.")).0, "2 av 6");
    assert_eq!(said(&held("number/F-02", "Det är ", "3", " insatser.")).0, "[uppgift saknas]");
}

#[test]
fn a_part_has_its_new_base_where_both_have_changed() {
    let made = held("claim/F-03", "", "Mottagningar finns i 3 av 5 insatser.", "");
    assert_eq!(made.control().accepted, "Mottagningar finns i 2 av 6 insatser.");
    assert!(made.comments().is_empty());
}

#[test]
fn a_number_in_a_control_that_its_claim_never_stated_is_exchanged_and_commented() {
    let (now, comment) = said(&held("claim/F-01", "", "Under året redovisades sju insatser.", ""));
    assert_eq!(now, "Under året redovisades sex insatser.");
    assert!(comment.contains("F-01: här stod något annat än förra årets påstående sade"), "{comment}");
    // Its claim still holds.
    assert_eq!(said(&held("number/F-06", "Det är ", "fyra", " mottagare.")).0, "tre");
    // One more number, of which no claim knows.
    let (now, _) = said(&held("claim/F-01", "", "Under året redovisades fem insatser, 12 fler än väntat.", ""));
    assert_eq!(now, "Under året redovisades sex insatser, [uppgift saknas] fler än väntat.");
}

#[test]
fn a_number_that_last_year_s_claim_never_stated_is_commented_though_the_claim_still_holds() {
    let made = rolled(&[run("Fyra mottagare fick medel.")]);
    assert_eq!(made.text(), "Fyra mottagare fick medel.");
    let comments = made.comments();
    assert!(
        matches!(&comments[..], [one] if one.contains("F-06: meningen säger något annat än förra årets")),
        "{comments:?}"
    );
    assert!(rolled(&[run("Tre mottagare fick medel.")]).comments().is_empty());
}

#[test]
fn a_sentence_without_numbers_is_its_claim_s_where_it_is_the_same_text() {
    let made = rolled(&[run("Arbetet med mottagningar har gått före grupperna. Mer följer.")]);
    let comments = made.comments();
    assert!(matches!(&comments[..], [one] if one.contains("F-07: stämde 2023, men stämmer inte 2024")), "{comments:?}");
    assert_eq!(made.text(), "Arbetet med mottagningar har gått före grupperna. Mer följer.");
    let carried: Vec<_> = made.summary.sentences.iter().flat_map(|own| &own.claims).collect();
    assert_eq!(carried, ["F-07"]);
    let holds = rolled(&[run("Mottagningar förekommer.")]);
    assert!(holds.comments().is_empty() && holds.summary.sentences.len() == 1);
}

/// A paragraph in a style.
fn styled(style: &str, inner: &str) -> String {
    format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{inner}")
}

#[test]
fn captions_and_headings_get_the_titles_of_this_year() {
    let number = "<w:fldSimple w:instr=\"SEQ Figur\"><w:r><w:t>7</w:t></w:r></w:fldSimple>";
    let caption = |title: &str| styled("Beskrivning", &(run("Figur ") + number + &run(title)));
    let made = rolled(&[
        styled("Rubrik2", &run("2.1 Vad som gjordes 2023")),
        caption(". Vad som gjordes 2022."),
        styled("Beskrivning", &run("Figur 8. Vad som gjordes 2023")),
        caption(". Insatser per region 2023"),
        styled("Rubrik2", &run("Hur det var 2023")),
        run("Under 2023 bytte två regioner system. Under 12023 hände inget."),
    ]);
    assert_eq!(
        made.text(),
        "2.1 Aktiviteter som påbörjats 2024Figur 7. Aktiviteter som påbörjats 2024.Figur 8. Aktiviteter som påbörjats 2024\
         Figur 7. Insatser per region 2023Hur det var 2023Under 2023 bytte två regioner system. Under 12023 hände inget."
    );
    // The number is a field's and never touched.
    assert_eq!(text(&made.parts, MAIN).matches(number).count(), 2);
    let comments = made.comments();
    assert!(
        matches!(&comments[..], [one] if one.contains("Insatser per region") && one.contains("Här står 2023")),
        "{comments:?}"
    );
    assert_eq!(made.summary.of_last_year, ["Hur det var 2023", "Under 2023 bytte två regioner system."]);
}

#[test]
fn a_control_of_an_item_gets_the_id_under_which_the_same_is_shown_now() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = study(folder.path());
    let report = study.join("fjol/report.toml");
    let old = fs::read_to_string(&report).expect("a report");
    fs::write(&report, old.replace("figur-1", "figur-4")).expect("it is written");
    let body = format!("<w:p>{}</w:p>", control("insats:explanation/figur-4", 7, &run("Förra årets förklaring.")));
    let (from, to) = (folder.path().join("fjol.docx"), folder.path().join("nu.docx"));
    fs::write(&from, small(&format!("{body}<w:sectPr/>"))).expect("a manuscript");
    let wanted = FillOptions { out: Some(to.clone()), ..FillOptions::default() };
    roll_manuscript(&study, &from, (&wanted, None), &|_| {}).unwrap_or_else(|e| panic!("{e:?}"));
    let made = parts(&fs::read(to).expect("a rolled manuscript"));
    assert_eq!(controls_of(MAIN, text(&made, MAIN)).remove(0).tag, "insats:explanation/figur-1");
}

#[test]
fn claims_that_controls_name_are_carried_over_where_they_hold_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = study(folder.path());
    let own = |id: &str| {
        control(
            &format!("insats:claim/{id}"),
            7,
            &run(CLAIMS.lines().find_map(|line| line.strip_prefix(id)).expect("a claim")),
        )
    };
    let body: String =
        ["F-01", "F-03", "F-04", "F-05", "F-06", "F-09"].map(|id| format!("<w:p>{}</w:p>", own(id))).concat();
    let (from, to) = (folder.path().join("fjol.docx"), folder.path().join("nu.docx"));
    fs::write(&from, small(&format!("{body}<w:p>{}</w:p><w:sectPr/>", run("Mottagningar förekommer."))))
        .expect("a manuscript");
    let new = folder.path().join("claims-nya.csv");
    let roll = |force| {
        let wanted = FillOptions { out: Some(to.clone()), force, ..FillOptions::default() };
        roll_manuscript(&study, &from, (&wanted, Some(&new)), &|_| {})
    };
    let summary = roll(false).unwrap_or_else(|e| panic!("{e:?}"));
    // F-05 is not decided, F-09 no longer holds, F-08 stands in no control.
    assert_eq!(summary.unknown, ["F-05", "F-09"]);
    assert_eq!(summary.claims.map(|written| written.added), Some(4));
    let written = fs::read_to_string(&new).expect("claims");
    let old = fs::read_to_string(study.join("claims.csv")).expect("claims");
    let behind = "F-01,psykisk,Under året redovisades sex insatser.,interventions = 6,,
F-03,psykisk,2 av 6 insatser gäller mottagningar.,interventions(activity = A) of interventions = 2 of 6,,
F-04,lan,Området har 200 kronor.,kronor = 200 kr,,
F-06,psykisk,Tre mottagare fick medel.,recipients = 3,,
";
    assert_eq!(written, old.clone() + behind);
    // Nothing is written over unasked, and the study knows the claims from then on.
    assert!(roll(false).is_err() && roll(true).is_ok());
    fs::write(study.join("claims.csv"), written).expect("claims");
    let verified = insats::run::verify(&study, None, &insats::run::Options::default(), &|_| {}).expect("verified");
    let held = verified.claims.iter().filter(|claim| claim.id.starts_with("F-"));
    let held: Vec<_> = held.map(|claim| claim.verdict.outcome).collect();
    assert_eq!(held, [insats::claims::Outcome::Holds; 4]);
}
