//! Captions of small manuscripts beside a report of a few items.

use super::*;
use crate::manuscript::sentences;

/// A report with two areas: who acts, and whether children or adults are concerned.
fn subjects() -> Subjects {
    let area = |id: &str, title: &str, asked: &str| (id.to_owned(), title.to_owned(), asked.to_owned());
    let item = |number: &str, title: &str, area: &str, texts: &str| ReportItem {
        number: number.to_owned(),
        title: title.to_owned(),
        areas: vec![area.to_owned()],
        texts: texts.to_owned(),
        ..ReportItem::default()
    };
    Subjects {
        areas: vec![
            area("b", "Barn", "regioner"),
            area("v", "Psykiatrisk traumavård", "regioner"),
            area("k", "Säker vård", "kommuner"),
            area("l", "Samsjuklighet", "län"),
        ],
        families: vec![vec!["Mål Målen".to_owned(), "Effekt Effekter".to_owned(), "Aktivitet Aktiviteter".to_owned()]],
        items: vec![
            item("Figur 2", "Antal insatser, efter aktiviteter: barn", "b", "Det gäller figuren. I allt 31 insatser."),
            item("Figur 4", "Antal insatser, efter mål och effekter: barn", "b", ""),
            item("Figur 7", "Antal insatser, efter aktiviteter: psykiatrisk traumavård", "v", ""),
            item(
                "Figur 5",
                "Typ av anhörigmedverkan: barn",
                "b",
                "Frågan gick till de 18 regioner som svarat ja på något av de tre alternativen i figur 3.",
            ),
            ReportItem {
                areas: vec!["v".to_owned(), "k".to_owned()],
                ..item("Figur 18", "Huvudsakligt område, uppdelat på regioner och kommuner", "v", "")
            },
        ],
        ..Subjects::default()
    }
}

fn found(captions: &[&str]) -> Vec<(String, Amiss, Option<String>)> {
    let sentences = sentences(captions.join("\n\n").as_bytes(), "m").unwrap_or_default();
    let subjects = subjects();
    let found = doubts(&sentences, &subjects, &Numbering::read(&sentences, &subjects.items));
    found.into_iter().map(|d| (d.sentence.text[d.range].to_owned(), d.what, d.truth)).collect()
}

#[test]
fn a_caption_has_the_title_of_the_item_of_its_number() {
    let two = "Figur 2. Antal insatser, efter aktiviteter: barn";
    let four = "Figur 4. Antal insatser, efter mål och effekter: barn";
    assert_eq!(found(&[two, four, "Figur 7. Antal insatser, efter aktiviteter: en psykiatrisk traumavård"]), []);
    let title = "Antal insatser, efter aktiviteter: psykiatrisk traumavård".to_owned();
    let item = ["Figur 7".to_owned(), title.clone()];
    let truth = Some(format!("Figur 7. {title}"));
    // That of another item, with its base behind it; and that of none, with another area in it.
    let other = ("barn".to_owned(), Amiss::TitleOf("Figur 2".to_owned(), item.clone()), truth.clone());
    assert_eq!(found(&[two, four, "Figur 7. Antal insatser, efter aktiviteter: barn"]), [other]);
    let seven = "Figur 7. Antal insatser, efter aktiviteter: psykiatrisk traumavård";
    let named = Amiss::Caption("Figur 4".to_owned(), "Antal insatser, efter mål och effekter: barn".to_owned());
    let named = ("psykiatrisk traumavård".to_owned(), named, Some(four.to_owned()));
    assert_eq!(
        found(&[two, "Figur 4. Antal insatser, efter mål och effekter: psykiatrisk traumavård", seven]),
        [named]
    );
    let [number, title] = item;
    let domain = ("mål".to_owned(), Amiss::Caption(number, title), truth);
    assert_eq!(found(&[two, four, "Figur 7. Antal insatser, efter mål: psykiatrisk traumavård"]), [domain]);
    // A manuscript that numbers on its own has its own titles.
    assert_eq!(found(&["Figur 1. Antal insatser, efter aktiviteter: barn", "Figur 2. Läget i landet"]), []);
}

#[test]
fn numbers_in_a_caption_stand_below_the_item() {
    let caption = |own: &str| found(&[&format!("Figur 2. Antal insatser, efter aktiviteter: barn{own}")]);
    assert_eq!(caption(", 31 insatser"), []);
    assert_eq!(caption(", 2024"), []);
    let below = "I allt 31 insatser.".to_owned();
    let truth = |own: &str| Some(format!("Antal insatser, efter aktiviteter: barn{own}"));
    let beside = Amiss::Beside("Figur 2".to_owned(), below.clone());
    assert_eq!(caption(", 13 insatser"), [("13".to_owned(), beside, truth(", 31 insatser"))]);
    let base = Amiss::Base("Figur 2".to_owned(), below);
    assert_eq!(caption(" (antal insatser, n = 13)"), [("13".to_owned(), base, truth(" (antal insatser, n = 31)"))]);
}

#[test]
fn a_text_stands_once() {
    let repeated = |own: &str| (own.to_owned(), Amiss::Repeated("Tabell 1".to_owned()), None);
    let twice =
        ["Tabell 1. Läget i landet", "Tabell 2. Läget i landet", "Figur 1. Läget i landet", "Tabell 3. Läget i länen"];
    assert_eq!(found(&twice), [repeated("Läget i landet")]);
    assert_eq!(found(&["Tabell 1. Läget 2023", "Tabell 2. Läget 2024"]), []);
}

#[test]
fn a_caption_in_other_words_is_that_of_the_item_that_it_describes() {
    let below = "Frågan gick till de 18 regioner som svarat ja på något av de tre alternativen i figur 3.";
    let (base, beside) = (Amiss::Base("Figur 5".to_owned(), below.to_owned()), Amiss::Beside);
    let beside = beside("Figur 5".to_owned(), below.to_owned());
    let own = |end: &str| format!("Typ av medverkan i arbetet med barn{end}");
    let caption = |end: &str| found(&[&format!("Figur 1. {}", own(end))]);
    let (of_base, of_count) = (own(" (n = 18)"), own(", enligt de 18 regioner som fick frågan"));
    assert_eq!(caption(" (n = 8)"), [("8".to_owned(), base.clone(), Some(of_base))]);
    assert_eq!(caption(", enligt de 8 regioner som fick frågan"), [("8".to_owned(), beside, Some(of_count))]);
    // What is right; what counts something else; and a part of what the item shows.
    for end in [" (n = 18)", ", enligt de 18 regioner som fick frågan", ", 8 exempel", ": flickor (n = 8)"] {
        assert_eq!(caption(end), [], "{end}");
    }
    // A sentence behind the title is the caption's, too.
    let behind = |base: &str| {
        found(&[&format!("Figur 5. Typ av anhörigmedverkan: barn. Svar på frågan i figur 4 (n = {base}).")])
    };
    assert_eq!(behind("18"), []);
    assert_eq!(behind("8"), [("8".to_owned(), base, Some("Svar på frågan i figur 4 (n = 18).".to_owned()))]);
}

#[test]
fn a_caption_names_those_who_answered() {
    let [two, four] =
        ["Figur 2. Antal insatser, efter aktiviteter: barn", "Figur 4. Antal insatser, efter mål och effekter: barn"];
    let caption = |asked: &str| found(&[two, four, &format!("Figur 18. Huvudsakligt område, uppdelat på {asked}")]);
    let title = "Huvudsakligt område, uppdelat på regioner och kommuner".to_owned();
    let (truth, other) = (format!("Figur 18. {title}"), Amiss::Caption("Figur 18".to_owned(), title));
    assert_eq!(caption("regioner och län"), [("län".to_owned(), other, Some(truth))]);
    for asked in ["regioner och kommuner", "kommuner och regioner", "regioner och kommuner i tolv län"] {
        assert_eq!(caption(asked), [], "{asked}");
    }
}
