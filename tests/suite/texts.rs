//! Delimited texts and what cannot be seen: stray quotation marks, headers, invisible signs, look-alikes.

use std::fs;

use insats::run::Failure;

use crate::support::{UNDRAWN, copy_folder, project, rows, run_into, run_ok, shown};

/// What the study of invisible signs says when parts of its export are other ones; its codebook goes with it.
fn refused(file: &str, changes: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("tests/cases/invisible-signs");
    copy_folder(&project("tests/cases/invisible-signs"), &study);
    copy_folder(&project("codebook"), &folder.path().join("codebook"));
    let path = study.join(file);
    let mut text = fs::read_to_string(&path).expect("a text");
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    fs::write(&path, text).expect("a file");
    match run_into(&study, &folder.path().join("out"), &UNDRAWN) {
        Err(Failure::Input(messages)) => shown(&messages),
        Err(other) => panic!("{other:?}"),
        Ok(_) => String::new(),
    }
}

#[test]
fn what_differs_by_invisible_signs_alone_gets_the_same_codes() {
    let (folder, _) = run_ok(&project("tests/cases/invisible-signs"), &UNDRAWN);
    let codes = rows(&folder.path().join("out/data/codes.csv"));
    let of_activity: Vec<_> = codes.iter().filter(|row| row["domain"] == "activity").collect();
    assert!(!of_activity.is_empty() && of_activity.iter().all(|row| row["interventions"] == "6"), "{of_activity:?}");
}

#[test]
fn a_look_alike_is_named_and_the_nearest_offered() {
    // А Cyrillic a in an answer, a name and a header; Arabic and full-width digits in amounts.
    let said = refused("svar.csv", &[("\"Ja\",\"Utbildning i suicidprevention\"", "\"J\u{430}\",\"x y\"")]);
    assert!(
        said.contains(r#""J\u{430}" is no answer"#)
            && said.contains(r#"did you mean "Ja"? \u{430} only looks like "a""#),
        "{said}"
    );
    let said = refused("svar.csv", &[("Region Uppsala", "Region Upps\u{430}la")]);
    assert!(
        said.contains(r#""Region Upps\u{430}la" is no region"#) && said.contains("the nearest is \"Region Uppsala\""),
        "{said}"
    );
    for digits in ["٥٠٠٠٠٠", "５０００００"] {
        let said = refused("svar.csv", &[("500000", digits)]);
        assert!(said.contains("cannot be read as the used funds of 1-1") && said.contains(r"\u{"), "{said}");
    }
    let said = refused("svar.csv", &[("Respondent-ID", "Resp\u{43e}ndent-ID")]);
    assert!(said.contains(r#"did you mean "Resp\u{43e}ndent-ID"?"#), "{said}");
}

#[test]
fn ids_that_differ_by_invisible_signs_alone_are_the_same_id() {
    let said = refused("svar.csv", &[("\"2\",\"Region Sk", "\"1\u{200b}\",\"Region Sk")]);
    assert!(said.contains("the respondent \"1\" stands twice"), "{said}");
}

#[test]
fn a_cell_of_invisible_signs_is_blank() {
    // The id is missing, not an id of its own; the activity is, and with it the intervention.
    let said = refused("svar.csv", &[("\"2\",\"Region Sk", "\"\u{200b}\u{ad}\",\"Region Sk")]);
    assert!(said.contains("a respondent without an id"), "{said}");
}
