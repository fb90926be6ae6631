//! What the four grant reports say in their text, held against the shipped studies.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use insats::claims::Outcome;
use insats::run::{Options, VerifySummary, verify};

use crate::support::{copy_folder, project, rows};

fn check(study: &Path) -> VerifySummary {
    match verify(study, None, &Options::default(), &|_| {}) {
        Ok(summary) => summary,
        Err(failure) => panic!("{failure:?}"),
    }
}

/// The ids of the claims with an outcome.
fn with(summary: &VerifySummary, outcome: Outcome) -> Vec<&str> {
    summary.claims.iter().filter(|c| c.verdict.outcome == outcome).map(|c| c.id.as_str()).collect()
}

/// Every claim of the published list that names a table it can be derived from is expressed, in the list's order, and
/// decided; those that are given fail, and no others. `constructed` are decided from answers that were made up for them.
fn expressed(study: &str, count: usize, constructed: &[&str], failing: &[&str]) -> VerifySummary {
    let published = rows(&project(&format!("tests/{study}/published/claims.csv")));
    let table = |from: &str| ["tabell-", "bilaga-", "lista-"].iter().any(|name| from.contains(name));
    let checkable: Vec<&str> = published
        .iter()
        .filter(|claim| table(&claim["derivable_from"]) || constructed.contains(&claim["claim_id"].as_str()))
        .map(|claim| claim["claim_id"].as_str())
        .collect();
    assert_eq!(checkable.len(), count + constructed.len(), "{study}: claims that printed tables can confirm");
    let summary = check(&project(&format!("input/{study}")));
    let ours: Vec<&str> = summary.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ours, checkable, "{study}");
    assert_eq!(with(&summary, Outcome::Undecided), [""; 0], "{study}");
    assert_eq!(with(&summary, Outcome::Fails), failing, "{study}");
    summary
}

// 65, 29, 42 and 8: the claims that an independent check of the transcriptions counts as checkable, 144 together; it finds the
// same three wrong.
#[test]
fn the_claims_of_prehospital_2024_hold() {
    expressed("prehospital-2024", 65, &["P24-040", "P24-041"], &[]);
}

#[test]
fn the_claims_of_prehospital_2021_hold() {
    expressed("prehospital-2021", 29, &[], &[]);
}

#[test]
fn the_claims_of_overenskommelse_2025_hold() {
    expressed("overenskommelse-2025", 8, &[], &[]);
}

#[test]
fn the_claims_of_primarvard_2025_hold_but_for_three_misprints() {
    let summary = expressed("primarvard-2025", 42, &[], &["PV25-023", "PV25-024", "PV25-054"]);
    let verdict = |id: &str| &summary.claims.iter().find(|claim| claim.id == id).expect("the claim").verdict;
    // 307 356 + 538 kronor, where the text has 308 894.
    assert_eq!(verdict("PV25-023").computed.in_ids, "307\u{a0}894\u{a0}kr");
    // Jönköping, Kalmar (a misread digit) and Västernorrland.
    assert_eq!(verdict("PV25-024").computed.in_ids, "3");
    // 15 regions have collaboration with specialist psychiatry, 14 psychological treatment.
    assert!(verdict("PV25-054").reason.contains("samverkan med specialistpsykiatri (15)"), "{:?}", verdict("PV25-054"));
    // What would be true does not keep the word that cannot be true of the exact number.
    assert!(!verdict("PV25-023").reason.contains("knappt"), "{:?}", verdict("PV25-023"));
}

#[test]
fn another_appropriation_fails_the_claims_that_rest_on_it_and_no_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("prehospital-2021");
    copy_folder(&project("input/prehospital-2021"), &study);
    let numbers = study.join("andra-kallor.csv");
    let text = fs::read_to_string(&numbers).expect("the numbers");
    assert_eq!(text.matches("anslag;;46000000").count(), 1);
    fs::write(&numbers, text.replace("anslag;;46000000", "anslag;;47000000")).expect("the numbers");
    let summary = check(&study);
    // 47 million instead of 46: P21-014 says 46. Of them 47 000 000 − 29 463 403 = 17 536 597 were not granted, which is no
    // "16,5" (020), and 37.3 percent, no "omkring 36" (021). 29 463 403 − 9 867 437 = 19 595 966 were used, 41.7 percent: still
    // "drygt 40" (025), but 42 when rounded, not 43 (044).
    assert_eq!(with(&summary, Outcome::Fails), ["P21-014", "P21-020", "P21-021", "P21-044"]);
}

#[test]
fn another_tick_fails_the_claims_that_rest_on_it_and_no_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("prehospital-2021");
    copy_folder(&project("input/prehospital-2021"), &study);
    let list = study.join("intervjuer.csv");
    let text = fs::read_to_string(&list).expect("the regions");
    fs::write(&list, text.replace("Region Halland;överenskommelsen", "Region Halland;statsbidraget"))
        .expect("the regions");
    let before: BTreeMap<String, Outcome> = check(&project("input/prehospital-2021"))
        .claims
        .iter()
        .map(|claim| (claim.id.clone(), claim.verdict.outcome))
        .collect();
    let after = check(&study);
    let changed: Vec<&str> =
        after.claims.iter().filter(|c| before[&c.id] != c.verdict.outcome).map(|c| c.id.as_str()).collect();
    // 12 regions on the grant (004: eleven; 007: 12 − 12 is not one), 6 on the agreement (009: seven; 012: 9 − 6 is not two).
    assert_eq!(changed, ["P21-004", "P21-007", "P21-009", "P21-012"]);
}
