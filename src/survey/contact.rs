//! What contact data look like. Columns with them are never read, whatever a study declares.
//!
//! A column is one by its header (`E-post`, `Telefonnummer`), or by its header and its cells: `Handläggare` over names of
//! persons is, over names of regions is not. Some cells tell by themselves, whatever stands above them: addresses of e-mail,
//! telephone numbers, personal identity numbers.

mod header;
mod told;
mod values;

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::mask::MASK;
pub use crate::mask::without_contacts;
pub use header::is_contact;
use header::{Role, names_an_id, role, speaks_of_things};
pub(super) use told::{report, report_answers};

/// An answer as data files, tables and messages may have it: without contact data, and without the login of a person.
pub(super) fn answer(text: &str) -> Cow<'_, str> {
    if values::is_login(text) { MASK.into() } else { without_contacts(text) }
}

/// How many cells of a column are looked at.
const ENOUGH: usize = 100;

/// Whether a column holds contact data, by its name and its cells.
pub fn looks_like_contact<T: AsRef<str>>(name: &str, cells: impl IntoIterator<Item = T>) -> bool {
    let cells = cells.into_iter().filter(|cell| !cell.as_ref().trim().is_empty());
    let cells: Vec<T> = cells.take(ENOUGH).collect();
    let role = role(name);
    if cells.is_empty() {
        return matches!(role, Role::Always | Role::Strong);
    }
    let count = |is: &dyn Fn(&str) -> bool| cells.iter().filter(|cell| is(cell.as_ref().trim())).count();
    let most = |is: &dyn Fn(&str) -> bool| count(is) * 2 > cells.len();
    if cells.iter().all(|cell| values::is_mark(cell.as_ref().trim())) {
        return false;
    }
    let is_id = names_an_id(name);
    if role == Role::Always || most(&|cell| values::is_contact(cell, is_id)) {
        return true;
    }
    match role {
        Role::Always => true,
        Role::Strong => !most(&values::is_no_person),
        Role::Person => most(&values::is_person),
        Role::Vague => cells.len() > 1 && most(&values::has_first_name),
        // A header that says nothing, as `Q2_1`: nearly all must be names.
        Role::None => cells.len() > 1 && count(&values::has_first_name) * 5 >= cells.len() * 4,
    }
}

/// Whether a column whose header says nothing may hold names of persons that are not common: nearly all its cells are two or
/// three capitalised words, and none is a recipient or an answer that many give. Nobody can be sure, so its values are held
/// back where they are not asked for, and a study may declare it.
pub fn may_be_persons<T: AsRef<str>>(name: &str, cells: impl IntoIterator<Item = T>) -> bool {
    const FEWEST: usize = 3;
    if !matches!(role(name), Role::None | Role::Vague) || speaks_of_things(name) {
        return false;
    }
    let cells = cells.into_iter().filter(|cell| !cell.as_ref().trim().is_empty());
    let cells: Vec<T> = cells.take(ENOUGH).collect();
    let texts: Vec<&str> = cells.iter().map(|cell| cell.as_ref().trim()).collect();
    let persons = texts.iter().filter(|cell| values::may_be_person(cell)).count();
    if texts.len() < FEWEST || persons * 5 < texts.len() * 4 || texts.iter().any(|cell| values::is_recipient(cell)) {
        return false;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    texts.iter().for_each(|text| *counts.entry(text).or_default() += 1);
    // An answer that many give is an option; a person answers for few.
    counts.values().all(|count| *count <= (texts.len() / 5).max(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn persons() -> [&'static str; 4] {
        ["Anna Ek", "Bo Al", "Cia Dahl", "Per-Olof von Sydow"]
    }

    #[test]
    fn headers_of_contact_data_are_known_whatever_stands_below() {
        for name in [
            "Kontaktperson",
            "E-post",
            "Epost (arbete)",
            "E-postadress",
            "Mejladress",
            "Telefonnummer till den som svarat",
            "Tel.",
            "Tfn",
            "Mobil",
            "Mobilnr",
            "IP-adress",
            "IPAddress",
            "RecipientEmail",
            "LocationLatitude",
            "firstname",
            "Personnummer",
            "Kontaktuppgifter / Namn",
            "Respondent email",
        ] {
            assert!(is_contact(name), "{name}");
            assert!(looks_like_contact(name, [""; 0]), "{name}");
        }
        for name in
            ["Kommunens namn", "Ansvarig nämnd", "Ansvar", "Telefonrådgivning", "Kontakt med skolan", "Namn", "Id"]
        {
            assert!(!is_contact(name), "{name}");
        }
    }

    #[test]
    fn headers_that_speak_of_a_person_hold_contact_data_over_names() {
        for name in [
            "Handläggare",
            "Namn",
            "Ifylld av",
            "Chef",
            "Undertecknas av",
            "Rapportör",
            "Svar lämnat av",
            "Diarieansvarig",
            "Ansvarig tjänsteperson",
            "Signatur",
            "Uppgiftslämnare",
            "Kontakt hos er",
            "Ansvarig",
            "Besvarad av",
            "Projektledare",
            "Samordnare",
            "Verksamhetschef",
            "Vem har fyllt i enkäten?",
            "Name",
            "Contact",
            "Insats 2: Projektledare",
            "Titel/befattning och namn",
        ] {
            assert!(looks_like_contact(name, persons()), "{name}");
            assert!(!looks_like_contact(name, ["Ja", "Nej", "Ja"]), "{name}");
            assert!(
                !looks_like_contact(name, ["Region Uppsala", "Västra Götalandsregionen", "Region Skåne"]),
                "{name}"
            );
        }
        assert!(looks_like_contact("Titel/befattning", ["Utvecklingsledare Anna Ek", "Strateg, Bo Al"]));
        assert!(looks_like_contact("Ifylld av", ["Uppgiftslämnare 1401", "Uppgiftslämnare 1402"]));
        assert!(!looks_like_contact("Ansvarig nämnd", ["Socialnämnden", "Hälso- och sjukvårdsnämnden"]));
        assert!(!looks_like_contact("Insatsens namn", ["Trygg Hemma", "Första Linjen", "Unga In"]));
        assert!(!looks_like_contact("Handläggare", ["Socialsekreterare", "Kurator", "Psykolog"]));
        assert!(!looks_like_contact("Uppgiftslämnare", ["U-001", "U-002"]));
        assert!(!looks_like_contact("Hur många handläggare fick utbildning?", ["12", "3", "40"]));
    }

    #[test]
    fn some_cells_tell_by_themselves() {
        assert!(looks_like_contact("Q2_1", ["Anna Ek", "Maria Lind", "Erik Al"]));
        assert!(looks_like_contact("Q2_2", ["anna.ek@example.org", "bo@example.org", "-"]));
        assert!(looks_like_contact("Q2_3", ["070-123 45 67", "+46 8 123 456 78", "0701234567"]));
        assert!(looks_like_contact("Övrigt 3", ["198.51.100.5", "198.51.100.6"]));
        assert!(looks_like_contact("Nyckel", ["811218-9876", "19811218-9876"]));
        assert!(looks_like_contact("Q3_1", ["anna(at)example.org", "bo [at] example.org"]));
        assert!(looks_like_contact("Q3_2", ["0046701234567", "+46 (0)70-123 45 67"]));
        assert!(looks_like_contact("Q3_3", ["Storgatan 1", "Box 123, 411 01 Göteborg", "Norra vägen 12 B"]));
        assert!(looks_like_contact("Q3_4", ["2001:db8::1", "fe80::1"]));
        assert!(looks_like_contact("Q3_5", ["https://www.linkedin.com/in/anna-ek", "linkedin.com/in/bo"]));
        assert!(looks_like_contact("Q3_6", ["Ek Anna", "Al Erik", "Lind Maria"]));
        assert!(!looks_like_contact("Plan", ["Handlingsplan 2024", "Länsplan 3"]));
        assert!(!looks_like_contact("Tid", ["10:30:00", "11:45:10"]));
        assert!(!looks_like_contact("Organisationsnummer", ["212000-0142", "232100-0016"]));
        assert!(!looks_like_contact("Kronor", ["1 000 000", "0", "450 tkr"]));
        assert!(!looks_like_contact("Datum", ["2025-02-01", "01-02-2025"]));
        assert!(!looks_like_contact("Kod", ["0180", "1480"]));
        assert!(!looks_like_contact("Målgrupper [E-post]", ["Ja", "Nej"]));
    }

    #[test]
    fn headers_of_offices_and_references_hold_contact_data_over_names() {
        for name in [
            "Ombud",
            "VD",
            "Direktör",
            "Regiondirektör",
            "Er referens",
            "Vår referens",
            "Kommunens kontakt",
            "Undertecknare",
            "Attest",
            "Attestant",
            "Rektor",
        ] {
            assert!(looks_like_contact(name, ["Sixten Öberg", "Tuva Ek", "Love Dahl"]), "{name}");
            assert!(!looks_like_contact(name, ["Ja", "Nej", "Ja"]), "{name}");
        }
        assert!(!looks_like_contact("Personligt ombud", ["Finns i kommunen", "Saknas", "Planeras"]));
        assert!(!looks_like_contact("Avdelning", ["Norra Stad", "Södra Stad"]));
    }

    #[test]
    fn names_under_a_header_that_says_nothing_are_doubted() {
        let rare = ["Sixten Öberg", "Tuva Ek", "Love Dahl", "A. Ek", "Öberg, Sixten"];
        for name in ["Q7", "attribute_3", "Övrigt", "Svar 4", "Fält12"] {
            assert!(may_be_persons(name, rare), "{name}");
        }
        let none: [&[&str]; 8] = [
            &["Region Skåne", "Upplands Väsby", "Region Uppsala"],
            &["Upplands Väsby", "Östra Göinge", "Södra Sandby"],
            &["Barn Unga", "Barn Vuxna", "Unga Äldre"],
            &["Rädda Barnen", "Röda Korset", "Svenska Kyrkan"],
            &["Trygg Hemma", "Första Linjen", "Unga In"],
            &["BUP Norr", "BUP Syd", "VUP Norr"],
            &["Mind Up", "Mind Up", "Mind Up", "Mind Up"],
            &["G5.1", "G4.4", "R3"],
        ];
        for cells in none {
            assert!(!may_be_persons("Q7", cells), "{cells:?}");
        }
        for name in ["Nämnd", "Verksamhet", "Vårdcentral", "Insatsens namn", "Insats 1: Vad gjordes?", "Kommun"] {
            assert!(!may_be_persons(name, rare), "{name}");
        }
    }

    #[test]
    fn contact_data_inside_texts_are_masked_and_numbers_stay() {
        let text = "Ring 070-123 45 67 eller skriv till a.b@example.org (811218-9876), diarienr 2024-0123.";
        assert_eq!(without_contacts(text), "Ring […] eller skriv till […] ([…]), diarienr 2024-0123.");
        for text in ["1 000 000 kr", "0–6 år", "2024-01-15", "Dnr 12.3-1234/2024", "10 070 123 456 kr", "212000-0142"]
        {
            assert_eq!(without_contacts(text), text);
        }
    }
}
