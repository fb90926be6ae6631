//! What is told of references whose sentences speak of something else, by texts written for it.

use super::*;
use crate::claims::Basis;
use crate::claims::numbers::{Figure, figures};
use crate::claims::parse::parse;
use crate::diagnostic::Place;
use crate::manuscript::{Standing, sentences};

/// Two areas with a chart of codes and one of answers each, further questions, and an area of which regions and municipalities were asked.
fn subjects() -> Subjects {
    let asked = |id: &str, title: &str, asked: &str| (id.to_owned(), title.to_owned(), asked.to_owned());
    let area = |id: &str, title: &str| asked(id, title, "regioner");
    let item = |number: &str, title: &str, area: &str, (kind, asked): (&str, &[&str])| ReportItem {
        number: number.to_owned(),
        title: title.to_owned(),
        areas: vec![area.to_owned()],
        kind: kind.to_owned(),
        asked: asked.iter().map(|asked| (*asked).to_owned()).collect(),
        ..ReportItem::default()
    };
    let (goals, influence) = (("bubble", &["goal", "effect"][..]), ("bars", &["influence", "Ja"][..]));
    let form = ("bars", &["form"][..]);
    let with = |item: ReportItem, labels: &[&str]| ReportItem {
        rows: labels.iter().map(|label| vec![(*label).to_owned()]).collect(),
        ..item
    };
    Subjects {
        areas: vec![
            area("b", "Barn"),
            area("v", "Psykiatrisk traumavård"),
            area("r", "Säker vård – regionernas insatser"),
            asked("k", "Säker vård – kommunernas insatser", "2 kommuner"),
        ],
        items: vec![
            item("Figur 2", "Efter mål och effekter: barn", "b", goals),
            item("Figur 3", "Medverkan: barn", "b", influence),
            with(
                item("Figur 4", "Former: barn", "b", form),
                &["Verksamheten hämtar systematiskt in synpunkter", "Anhöriga lämnar förslag"],
            ),
            with(
                item("Figur 5", "Prioritering: barn", "b", ("likert", &["collaboration"])),
                &["Mellan verksamheter inom regionen", "Ja, enligt svar på alternativ"],
            ),
            item("Figur 6", "Efter mål och effekter: traumavård", "v", goals),
            item("Figur 7", "Medverkan: traumavård", "v", influence),
            item("Figur 8", "Prioritering: traumavård", "v", ("likert", &["collaboration"])),
            item("Figur 20a", "Medverkan i regionerna: säker vård", "r", influence),
            item("Figur 20b", "Medverkan i kommunerna: säker vård", "k", influence),
            item("Figur 21a", "Former i regionerna: säker vård", "r", form),
            item("Figur 21b", "Former i kommunerna: säker vård", "k", form),
        ],
        ..Subjects::default()
    }
}

/// What is told of a text whose sentences with numbers are covered by claims, each an area and an assertion.
fn found(text: &str, claims: &[(&str, &str)]) -> Vec<(String, bool, Option<String>)> {
    let claim = |(area, assertion): &(&str, &str)| Claim {
        id: String::new(),
        area: (*area).to_owned(),
        statement: String::new(),
        basis: parse(assertion).map_or_else(|_| Basis::Reason(String::new()), Basis::Assertion),
        words: None,
        precision: String::new(),
        place: Place::file("claims.csv"),
        assertion_place: Place::file("claims.csv"),
        assertion: String::new(),
    };
    let claims: Vec<Claim> = claims.iter().map(claim).collect();
    let (sentences, subjects) = (sentences(text.as_bytes(), "m").unwrap_or_default(), subjects());
    let mut next = 0..claims.len();
    let paired: Vec<Vec<Paired>> = (sentences.iter())
        .map(|sentence| figures(&sentence.text).into_iter().filter(|own| own.digits.len() == 3))
        .map(|all| {
            let of = |figure: Figure| Paired {
                around: figure.range.clone(),
                figure,
                claim: next.next(),
                standing: Standing::Same,
                stated: Some(0),
            };
            all.map(of).collect()
        })
        .collect();
    let spoken = Spoken::new(&sentences, &paired, &claims, &subjects);
    let numbering = Numbering::read(&sentences, &subjects.items);
    let doubts = super::super::doubts(&sentences, &spoken, &numbering);
    let told = |doubt: super::super::Doubt| {
        (doubt.sentence.text[doubt.range].to_owned(), matches!(doubt.what, Amiss::Elsewhere(..)), doubt.truth)
    };
    doubts.into_iter().map(told).collect()
}

const GOAL: (&str, &str) = ("b", "interventions(goal = R1) = 118");
const YES: (&str, &str) = ("b", "respondents(influence = 'Ja') = 118");

#[test]
fn a_reference_leads_to_what_its_sentence_speaks_of() {
    let told = |own: &str, truth: &str| vec![(own.to_owned(), true, Some(truth.to_owned()))];
    assert_eq!(found("Målet finns i 118 insatser (figur 2).", &[GOAL]), []);
    // Another area; another question of the area, which claims in brackets and a pointing sentence ask.
    let other = "Målet finns i 118 insatser (figur 6).";
    assert_eq!(found(other, &[GOAL]), told("6", "Målet finns i 118 insatser (figur 2)."));
    assert_eq!(
        found("Målet finns i 118 insatser (figur 3).", &[GOAL]),
        told("3", "Målet finns i 118 insatser (figur 2).")
    );
    let pointing = "Ja svarar 118 regioner. Resultatet visas i figur 2.";
    assert_eq!(found(pointing, &[YES]), told("2", "Resultatet visas i figur 3."));
    // What says something of its own may speak of another question, but of no other area.
    assert_eq!(found("Ja svarar 118 regioner. Målen visas i figur 2.", &[YES]), []);
    assert_eq!(found("Ja svarar 118 regioner. Läget i riket visas i figur 2.", &[YES]), []);
    assert_eq!(found("Hur det är visas i figur 7. Ja svarar 118.", &[YES]), told("7", "Hur det är visas i figur 3."));
}

#[test]
fn what_may_speak_of_others_is_not_told() {
    // Two areas, an area that the report does not show so, several figures, and the other area by its name.
    assert_eq!(found("Det är 118 och 119 (figur 6).", &[GOAL, ("v", "interventions(goal = R1) = 119")]), []);
    assert_eq!(found("Det är 118 (figur 8).", &[("b", "respondents(implemented = 'Ja') = 118")]), []);
    assert_eq!(found("Det är 118 (figur 6 och 7).", &[GOAL]), []);
    assert_eq!(found("Till skillnad från psykiatrisk traumavård är det 118 (figur 6).", &[GOAL]), []);
    // A heading that names another area than the claim.
    assert_eq!(found("# Psykiatrisk traumavård\n\nDet är 118 (figur 6).", &[GOAL]), []);
}

#[test]
fn headings_name_the_area_where_no_claim_does() {
    let under = |own: &str| found(&format!("# Psykiatrisk traumavård\n\n{own}"), &[]);
    let told = [("3".to_owned(), true, Some("Svaren visas i figur 7.".to_owned()))];
    assert_eq!(under("Svaren visas i figur 3."), told);
    assert_eq!(under("Svaren visas i figur 7."), []);
    assert_eq!(under("Jämför figur 3."), []);
    // What nothing has is said to be what its words tell.
    let missing = [("9".to_owned(), false, Some("Målen visas i figur 6.".to_owned()))];
    assert_eq!(under("Målen visas i figur 9."), missing);
}

#[test]
fn who_answered_by_the_sentence_before_counts() {
    let under = |own: &str| found(&format!("# Säker vård: 98 insatser från regionerna\n\n{own}"), &[]);
    let told = |own: &str, truth: &str| vec![(own.to_owned(), true, Some(truth.to_owned()))];
    // Without such a sentence, those whom the heading names.
    assert_eq!(under("Svaren visas i figur 21a."), []);
    assert_eq!(under("Svaren visas i figur 21b."), told("21b", "Svaren visas i figur 21a."));
    let before = "I kommunerna är det oftast enskilda.";
    assert_eq!(under(&format!("{before} Svaren visas i figur 21b.")), []);
    assert_eq!(under(&format!("{before} Svaren visas i figur 21a.")), told("21a", "Svaren visas i figur 21b."));
    assert_eq!(under(&format!("{before} Svaren visas i figur 7b.")), [("7b".to_owned(), false, None)]);
    assert_eq!(under("Detta gäller 148 kommuner (figur 21b)."), []);
    // A claim of the regions that covers a number of municipalities by chance says nothing.
    let by_chance = "# Säker vård: regionerna\n\nI kommunerna är det 148. Svaren visas i figur 21b.";
    assert_eq!(found(by_chance, &[("r", "respondents(form = 'Ja') = 148")]), []);
    // What is compared is either, and those whom one works with did not answer.
    for own in ["a", "b"] {
        assert_eq!(under(&format!("I kommunerna är det vanligare än här. Svaren visas i figur 21{own}.")), []);
    }
    assert_eq!(under("Samverkan mellan kommunerna och regionen är vanlig. Svaren visas i figur 21a."), []);
}

#[test]
fn what_a_sentence_tells_is_what_the_rows_of_an_item_say() {
    let under = |own: &str| found(&format!("# Barn\n\n{own}"), &[]);
    let forms = "vanligast är att verksamheten systematiskt hämtar in synpunkter";
    assert_eq!(under(&format!("Hur det går till framgår av figur 4: {forms}.")), []);
    let truth = Some(format!("Hur det går till framgår av figur 4: {forms}."));
    assert_eq!(under(&format!("Hur det går till framgår av figur 5: {forms}.")), [("5".to_owned(), true, truth)]);
    let truth = Some("Svaren visas i figur 4.".to_owned());
    assert_eq!(under(&format!("Tydligt {forms}. Svaren visas i figur 5.")), [("5".to_owned(), true, truth)]);
    assert_eq!(under("Följdfrågan ställdes till dem som svarat ja enligt alternativen (figur 4)."), []);
    // Two words are too few; and nothing is told of what speaks of the other as well, or compares.
    assert_eq!(under("Vanligast är att verksamheten hämtar in synpunkter (figur 5)."), []);
    assert_eq!(under(&format!("I regionen är {forms} (figur 5).")), []);
    assert_eq!(under(&format!("Liksom där är {forms} (figur 5).")), []);
}
