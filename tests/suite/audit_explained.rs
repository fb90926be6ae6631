//! What `explain` says of an answer that an audit froze: the machine's value once it is no secret, the sample, and the estimate of the area.

use std::path::Path;

use insats::run::{Asker, explain};
use insats::study::CodesFrom;
use insats::wording::Language;

use crate::audits::{code, drawn, sample, told, undrawn};
use crate::support::project;

fn explained(study: &Path, words: &[&str], codes: CodesFrom) -> String {
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let asker = Asker { language: Language::Swedish, sees_texts: true };
    let page = explain(study, &words, Some(codes), asker, &|_| {});
    page.unwrap_or_else(|failure| panic!("{}", told(&failure))).replace('\u{a0}', " ")
}

/// R-6-2 is in stratum 1, of whose 14 answers 4 are drawn: each stands for 3.5. Rules gave it G1, and Anna G3. R-11-2 is in stratum 2, of whose 4
/// 2 are drawn, and not among them. Of all 24 answers 12 are drawn and read.
#[test]
fn what_was_frozen_stands_beside_what_people_said() {
    let study = project("tests/cases/audit");
    let area = "skattningen för området psyk vilar på ett urval av 12 av 24 svar: 12 är lästa\n";
    let page = explained(&study, &["R-6-2"], CodesFrom::Estimated);
    for said in [
        "räknas som G3",
        "fryst 2026-11-30 för granskningen: G1 – ur regler",
        "i granskningens urval: 4 av stratumets 14 svar är dragna, vart och ett står för 3,50",
        area,
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let page = explained(&study, &["R-11-2"], CodesFrom::Estimated);
    for said in
        ["fryst 2026-11-30 för granskningen: ", "inte i granskningens urval: av stratumet är 2 av 4 svar dragna", area]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    // Rules gave R-9-2 nothing; of its stratum 2 of 4 are drawn.
    let page = explained(&study, &["R-9-2"], CodesFrom::Estimated);
    assert!(page.contains("för granskningen: ingen kod\n") && page.contains("2 av stratumets 4 svar"), "{page}");
}

/// R-5-1 has 400 000 kr, so it is in every sample; rules give it G2.
#[test]
fn the_sample_stays_blind_until_it_is_read() {
    let (_place, study) = undrawn();
    let before = explained(&study, &["R-5-1"], CodesFrom::Best);
    assert!(
        before.contains("räknas som G2") && before.contains("reglerna säger G2") && before.contains("tabell-01:"),
        "{before}"
    );
    drawn(&study, 12);
    assert!(sample(&study).contains("R-5-1"));
    let blind = explained(&study, &["R-5-1"], CodesFrom::Best);
    assert!(blind.contains("vart och ett står för 1,00) och ännu inte läst"), "{blind}");
    assert!(blind.contains("vilar på ett urval av 12 av 24 svar: 0 är lästa"), "{blind}");
    assert!(!blind.contains("G2") && !blind.contains("fryst") && !blind.contains('['), "{blind}");
    code(&study, "Anna", ["R-5-1".to_owned()], "G2");
    let read = explained(&study, &["R-5-1"], CodesFrom::Best);
    assert!(read.contains("för granskningen: G2 – ur regler") && read.contains("svar: 1 är lästa"), "{read}");
    // Beside the sample nothing is hidden.
    let beside = (1..=12).flat_map(|region| (1..=2).map(move |n| format!("R-{region}-{n}")));
    let beside = beside.into_iter().find(|id| !sample(&study).contains(id)).expect("an answer beside the sample");
    assert!(explained(&study, &[&beside], CodesFrom::Best).contains("inte i granskningens urval"));
}
