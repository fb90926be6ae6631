//! Sentences held against numbers that are told beside them.

use super::*;
use crate::claims::{Measured, Tallied, Tally};
use crate::manuscript::sentences;
use crate::wording::Language;

fn tally(of: &str, group: &str, answers: &[&str], measured: Measured, base: i64, values: &[(&str, i64)]) -> Tally {
    let value = |(label, number): &(&str, i64)| Tallied {
        label: (*label).to_owned(),
        number: Exact::whole(*number),
        before: (measured == Measured::Interventions && *label == "Ökad tillgänglighet")
            .then(|| (Exact::whole(50), Exact::whole(120))),
    };
    Tally {
        area: "barn".to_owned(),
        of: of.to_owned(),
        group: group.to_owned(),
        is_of_domain: answers.is_empty() && of != "responsible" && of != "partners",
        answers: answers.iter().map(|answer| (*answer).to_owned()).collect(),
        is_of_first_answer: answers == ["Ja"],
        measured,
        is_of_subcodes: false,
        values: values.iter().map(value).collect(),
        base: Exact::whole(base),
    }
}

/// Twenty-one regions with 133 interventions for 553 million kronor.
fn study() -> Subjects {
    let (tillgang, kvalitet, jamlikhet) = ("Ökad tillgänglighet", "Ökad vård- och omsorgskvalitet", "Ökad jämlikhet");
    let goals = [(tillgang, 61), (kvalitet, 72), (jamlikhet, 25)];
    let money = [(tillgang, 210_400_000), (kvalitet, 342_200_000), (jamlikhet, 50_000_000)];
    let who =
        [("Enskilda (t.ex. patienter)", 8), ("Brukar- och anhörigorganisationer", 11), ("Andra organisationer", 2)];
    let tallies = vec![
        tally("goal", "Mål Mål", &[], Measured::Interventions, 133, &goals),
        tally("goal", "Mål Mål", &[], Measured::Funds, 553_000_000, &money),
        tally("effect", "Effekt Effekter", &[], Measured::Interventions, 133, &[(tillgang, 31), (kvalitet, 27)]),
        tally("responsible", "Ansvarig verksamhet", &[], Measured::Interventions, 133, &[("Primärvården", 26)]),
        tally("partners", "Samarbetspartner", &[], Measured::Interventions, 133, &[("Primärvården", 48)]),
        tally("influence", "Har någon medverkat?", &["Ja"], Measured::Respondents, 21, &who),
        tally("influence_type", "Former", &[], Measured::Respondents, 13, &[("Löpande", 9), ("Formulerar mål", 7)]),
    ];
    let total = |of, number: i64| Totalled {
        area: Some("barn".to_owned()),
        asked: Some("2 regioner".to_owned()),
        of,
        number: Exact::whole(number),
    };
    Subjects {
        areas: vec![
            ("barn".to_owned(), "Barn och unga".to_owned(), "regioner".to_owned()),
            ("vuxna".to_owned(), "Psykiatrisk traumavård".to_owned(), "kommuner".to_owned()),
        ],
        year: 2024,
        tallies,
        totals: vec![
            total(Total::Interventions, 133),
            total(Total::Respondents, 21),
            total(Total::Requisitioned, 553_000_000),
        ],
        language: Language::Swedish,
        ..Subjects::default()
    }
}

/// What is told of a text under the heading of the area: what is wrong, and what the data say.
fn told(text: &str) -> Vec<(String, String)> {
    let study = study();
    let text = format!("# Barn och unga\n\n{text}\n");
    let sentences = sentences(text.as_bytes(), "m").unwrap_or_default();
    let pairing = Pairing::new(&[], &[], &study);
    let mut paired = pairing.pair_all(&sentences);
    let doubts = hold(&sentences, &mut paired, &pairing, &study);
    let said = |doubt: Doubt| match doubt.what {
        Amiss::Data { own, truth, .. } => (own, truth),
        other => (format!("{other:?}"), String::new()),
    };
    doubts.into_iter().map(said).collect()
}

#[test]
fn numbers_of_a_value_are_those_of_the_data() {
    for (text, wrong) in [
        ("Ökad tillgänglighet är mål i 61 insatser.", None),
        ("Ökad tillgänglighet är mål i 31 insatser.", Some(("31", "61"))),
        ("Som effekt finns ökad tillgänglighet i 31 av 133 insatser.", None),
        ("Som effekt finns ökad tillgänglighet i 31 av 113 insatser.", Some(("31 av 113", "31 av 133"))),
        ("Till målet ökad tillgänglighet gick 210,4 miljoner kronor.", None),
        ("Till målet ökad tillgänglighet gick 240,1 miljoner kronor.", Some(("240,1 miljoner", "210,4 miljoner"))),
        // 61 of 133 are 45.9 percent.
        ("Målet ökad tillgänglighet finns i 46 procent av insatserna.", None),
        ("Målet ökad tillgänglighet finns i 64 procent av insatserna.", Some(("64 procent", "46 procent"))),
        ("Primärvården är samarbetspartner i 26 insatser.", Some(("26", "48"))),
        // Of which of the two it is the number nobody says.
        ("Primärvården nämns i 26 insatser.", None),
        ("I 8 regioner har enskilda medverkat, i 11 organisationer och i 2 andra organisationer.", None),
        ("I tolv av 21 regioner har enskilda medverkat.", Some(("tolv av 21", "8 av 21"))),
        // The sentence before names it.
        ("Ett vanligt mål är ökad tillgänglighet. Det finns i 16 insatser.", Some(("16", "61"))),
        ("Ett vanligt mål är ökad tillgänglighet. En mottagning har 16 platser.", None),
        // Another year, both values together, some of them.
        ("Under 2023 fanns målet ökad tillgänglighet i 50 insatser.", None),
        ("Målen ökad tillgänglighet och ökad jämlikhet finns i 16 insatser.", None),
    ] {
        let wrong: Vec<_> = wrong.iter().map(|(own, truth)| ((*own).to_owned(), (*truth).to_owned())).collect();
        assert_eq!(told(text), wrong, "{text}");
    }
}

#[test]
fn places_totals_bases_and_changes_are_those_of_the_data() {
    let wrong = |text: &str| told(text).into_iter().map(|(own, _)| own).collect::<Vec<_>>();
    for text in [
        "Vanligast bland målen är ökad vård- och omsorgskvalitet.",
        "Näst vanligast bland målen är ökad tillgänglighet.",
        "De två vanligaste målen är ökad tillgänglighet och ökad vård- och omsorgskvalitet.",
        "Mest medel bland målen har gått till ökad vård- och omsorgskvalitet.",
        "Ett av de vanligaste målen är ökad tillgänglighet.",
        "Regionerna har redovisat 133 insatser.",
        "Sammanlagt rekvirerade regionerna 553 miljoner kronor.",
        "Frågan gick till alla (n = 21).",
        "Insatserna med målet ökad tillgänglighet är fler än året före.",
        "Andelen steg från 41,7 till 45,9 procent, en ökning med 4,2 procentenheter.",
    ] {
        assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(
        told("Vanligast bland målen är ökad tillgänglighet."),
        [(
            "Vanligast bland målen är ökad tillgänglighet".to_owned(),
            "Ökad vård- och omsorgskvalitet (72); Ökad tillgänglighet (61); Ökad jämlikhet (25)".to_owned()
        )]
    );
    assert_eq!(wrong("Vanligast bland effekterna är ökad vård- och omsorgskvalitet.").len(), 1);
    assert_eq!(wrong("Regionerna har redovisat 138 insatser."), ["138"]);
    assert_eq!(wrong("Sammanlagt rekvirerade regionerna 535 miljoner kronor."), ["535 miljoner"]);
    assert_eq!(wrong("Frågan gick till alla (n = 12)."), ["12"]);
    // 50 of 120 the year before, 61 of 133 now.
    assert_eq!(wrong("Insatserna med målet ökad tillgänglighet är färre än året före."), ["färre"]);
    let points = "Andelen steg från 41,7 till 45,9 procent, en ökning med 4,2 procent.";
    assert_eq!(told(points), [("4,2 procent".to_owned(), "4,2 procentenheter".to_owned())]);
}

#[test]
fn slips_bases_and_shares_beside_each_other_are_told() {
    for (text, wrong) in [
        // 553 million, with two digits exchanged; whatever else the sentence says.
        ("Samtliga ville ha mer, och tillsammans fick de 535 miljoner kronor.", Some(("535 miljoner", "553 miljoner"))),
        ("Samtliga ville ha mer, och tillsammans fick de 545 miljoner kronor.", None),
        // Of 553 million 210.4 went there; thousand times as much is more than all.
        ("Det kostade 210,4 miljarder kronor.", Some(("210,4 miljarder", "210,4 miljoner"))),
        ("Det kostade 3,4 miljarder kronor.", None),
        // 13 were asked the follow-up question.
        ("De 13 regioner som svarat ja fick en följdfråga.", None),
        ("De 12 regioner som svarat ja fick en följdfråga.", Some(("12", "13"))),
        ("Frågan ställdes till dem som svarat ja (n = 21).", Some(("21", "13"))),
        ("Det sker i 7 av 23 regioner.", Some(("7 av 23", "7 av 21"))),
        // 61 of 133 are 45.9 percent, less than half.
        ("Målet finns i 61 av 133 insatser, alltså 45,9 procent.", None),
        ("Målet finns i 61 av 133 insatser, alltså 54,9 procent.", Some(("54,9 procent", "45,9 procent"))),
        ("Målet finns i 61 av 133 insatser, ungefär tre av fyra.", Some(("tre av fyra", "61 av 133"))),
        ("Målet finns i 61 av 133 insatser, knappt hälften.", None),
        // What others say is theirs.
        ("”Alla 31 insatser hade ökad tillgänglighet som mål”, sade en chef.", None),
        ("Alla 31 insatser hade ökad tillgänglighet som mål, sade en chef.", Some(("31", "61"))),
    ] {
        let wrong: Vec<_> = wrong.iter().map(|(own, truth)| ((*own).to_owned(), (*truth).to_owned())).collect();
        assert_eq!(told(text), wrong, "{text}");
    }
    let points = "Andelen var 42 procent 2023 och 46 procent 2024, en ökning med 4 procent.";
    assert_eq!(told(points), [("4 procent".to_owned(), "4 procentenheter".to_owned())]);
}

#[test]
fn comparisons_are_those_of_the_numbers() {
    let wrong = |text: &str| told(text).len();
    for text in [
        "Målet ökad vård- och omsorgskvalitet är vanligare än ökad tillgänglighet.",
        "Primärvården är oftare samarbetspartner än ansvarig verksamhet.",
        "Organisationer har medverkat i fler regioner än enskilda.",
    ] {
        assert_eq!(wrong(text), 0, "{text}");
    }
    for text in [
        "Målet ökad tillgänglighet är vanligare än ökad vård- och omsorgskvalitet.",
        "Primärvården är oftare ansvarig verksamhet än samarbetspartner.",
        "Enskilda har medverkat i fler regioner än organisationer.",
    ] {
        assert_eq!(wrong(text), 1, "{text}");
    }
}
