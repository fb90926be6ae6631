//! Guesses of `init`: each that could be wrong carries UNSURE, with the alternatives named.

use std::fs;

use insats::run::init;

use crate::drafted::{folder_with, said};

/// The draft of a folder, and what is unsure in it.
fn drafted(files: &[(&str, &str)]) -> (String, Vec<String>) {
    let (_folder, study) = folder_with(files);
    let done = init(&study, None, false, insats::wording::Language::Swedish).expect("a draft");
    let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    text.parse::<toml::Table>().unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    (text, done.draft.remarks.iter().map(said).collect())
}

/// Whether one remark has all words.
fn is_unsure(unsure: &[String], words: &[&str]) -> bool {
    unsure.iter().any(|remark| words.iter().all(|word| remark.contains(word)))
}

const ANSWERS: &str = "Id;Region;Insats 1: Vad gjordes?;Insats 1: Kronor\nR-1;Region Uppsala;Utbildning i skolan;450000\n\
                       R-2;VGR;Kartläggning av behov;2500000\nR-3;Region Skåne;Ny mottagning för unga;900000\n";

#[test]
fn one_of_several_code_columns_is_final_or_unsure() {
    let codes = |head: &str| {
        let columns = head.matches(';').count();
        let row = |id: &str| {
            format!("{id}{}\n", ";G5.1;G4.4;G4.1".split(';').take(columns + 1).collect::<Vec<_>>().join(";"))
        };
        format!("{head}\n{}{}{}", row("R-1-1"), row("R-2-1"), row("R-3-1"))
    };
    // The final column wherever it stands, without a doubt; the others are coders'.
    for (head, last) in [
        ("Insats-id;Aktivitet kodare A;Aktivitet kodare B;Aktivitet slutlig", "Aktivitet slutlig"),
        ("Insats-id;Konsensus aktivitet;Aktivitet (kodare A);Aktivitet (kodare B)", "Konsensus aktivitet"),
        ("Insats-id;Aktivitet kodare A;Avstämd aktivitet;Aktivitet kodare B", "Avstämd aktivitet"),
    ] {
        let (text, unsure) = drafted(&[("svar.csv", ANSWERS), ("koder.csv", &codes(head))]);
        let finals = text.split("role = \"final\"").nth(1).unwrap_or_default();
        assert!(finals.contains(&format!("activity = \"{last}\"")), "{head}\n{text}");
        assert!(text.contains("coder = \"A\"") && text.contains("coder = \"B\""), "{head}\n{text}");
        assert!(!is_unsure(&unsure, &["role of"]), "{head}: {unsure:?}");
    }
    // Nothing tells: the alternatives are named.
    for (head, named) in [
        ("Insats-id;Aktivitet A;Aktivitet B", "\"Aktivitet B\""),
        ("Insats-id;Aktivitet;Aktivitet ny", "\"Aktivitet ny\""),
        ("Insats-id;Aktivitet 1;Aktivitet 2", "\"Aktivitet 2\""),
        ("Insats-id;Aktivitet;Kommentarskod", "\"Kommentarskod\""),
        ("Insats-id;Slutlig aktivitet 2024;Slutlig aktivitet", "\"Slutlig aktivitet\""),
    ] {
        for file in ["koder.csv", "kodning-slutlig.csv"] {
            let (text, unsure) = drafted(&[("svar.csv", ANSWERS), (file, &codes(head))]);
            assert!(is_unsure(&unsure, &["role of", named]), "{head} in {file}: {unsure:?}\n{text}");
        }
    }
}

/// A sheet of codes whose headers say no domain is left out, and the draft says what to declare.
#[test]
fn codes_of_no_domain_are_unsure() {
    let codes = "Insats;Kod 1;Kod 2\nR-1-1;G5.1;R1\nR-2-1;G4.4;R2\nR-3-1;G4.1;\n";
    let (text, unsure) = drafted(&[("svar.csv", ANSWERS), ("koder.csv", codes)]);
    let told = ["codes of koder.csv", "\"Kod 1\", \"Kod 2\"", "intervention = \"Insats\"", "activity = \"Kod 1\""];
    assert!(is_unsure(&unsure, &told), "{unsure:?}");
    let marked = text.lines().filter(|line| line.starts_with("# UNSURE: \"koder.csv\" ser ut som ett kodblad"));
    assert_eq!(marked.count(), 1, "{text}");
    assert!(!text.contains("\n[[coding]]"), "{text}");
    // One header that says its domain is declared; other numbers that begin with a letter are no codes.
    let (text, unsure) = drafted(&[("svar.csv", ANSWERS), ("koder.csv", &codes.replace("Kod 1", "Aktivitetskod"))]);
    assert!(text.contains("activity = \"Aktivitetskod\"") && !is_unsure(&unsure, &["codes of"]), "{unsure:?}\n{text}");
    let (_, unsure) = drafted(&[("svar.csv", ANSWERS), ("rum.csv", "Lokal;Rum\nUppsala;A12\nLund;B3\nVisby;A1\n")]);
    assert!(!is_unsure(&unsure, &["codes of"]), "{unsure:?}");
}

/// Rows of several coders in one sheet are no final coding without a doubt.
#[test]
fn interventions_in_several_rows_are_told() {
    let codes = "Insats-id;Kodare;Aktivitet\nR-1-1;A;G5.1\nR-1-1;B;G4.1\nR-2-1;A;G4.4\nR-2-1;B;G4.4\n";
    for name in ["koder.csv", "kodning-slutlig.csv"] {
        let (_, unsure) = drafted(&[("svar.csv", ANSWERS), (name, codes)]);
        assert!(is_unsure(&unsure, &["role of", "several rows"]), "{name}: {unsure:?}");
    }
}

#[test]
fn one_of_several_code_files_is_final_or_unsure() {
    let codes = "Insats-id;Aktivitet\nR-1-1;G5.1\nR-2-1;G4.4\nR-3-1;G4.1\n";
    // By its name, whatever the others are called.
    for (last, other) in [
        ("slutlig.csv", "anna.csv"),
        ("kodning_konsensus.csv", "kodning.csv"),
        ("avstamd.csv", "a.csv"),
        ("kodning-slutlig.csv", "kodning-ej-slutlig.csv"),
    ] {
        let (text, unsure) = drafted(&[("svar.csv", ANSWERS), (other, codes), (last, codes)]);
        let finals = text.split("role = \"final\"").nth(1).and_then(|rest| rest.split("[[").next()).unwrap_or_default();
        assert!(finals.contains(&format!("file = \"{last}\"")), "{last} beside {other}\n{text}");
        assert!(is_unsure(&unsure, &[&format!("role of {other}"), last]), "{other}: {unsure:?}");
        assert!(!is_unsure(&unsure, &[&format!("role of {last}")]), "{last}: {unsure:?}");
    }
    for (one, other) in [("kodning.csv", "koder.csv"), ("slutlig-1.csv", "slutlig-2.csv"), ("prelim.csv", "utkast.csv")]
    {
        let (text, unsure) = drafted(&[("svar.csv", ANSWERS), (one, codes), (other, codes)]);
        assert_eq!(text.matches("role = \"final\"").count(), 1, "{text}");
        let (first, second) = if one < other { (one, other) } else { (other, one) };
        assert!(is_unsure(&unsure, &[&format!("role of {first}"), second]), "{unsure:?}");
        assert!(is_unsure(&unsure, &[&format!("role of {second}"), first]), "{unsure:?}");
    }
}

/// Columns and lists of funds: what was requisitioned in the study's year, or UNSURE with the others named.
#[test]
fn one_of_several_funds_is_requisitioned_or_unsure() {
    let answers = ANSWERS.replace("Kronor", "Kronor 2024");
    let list = |head: &str| {
        let rows = ["Region Uppsala", "VGR", "Region Skåne"].map(|region| {
            let amounts: String = (1..=head.matches(';').count()).map(|at| format!(";{}00000", 10 + at)).collect();
            format!("{region}{amounts}\n")
        });
        format!("{head}\n{}", rows.concat())
    };
    for (head, taken) in [
        ("Region;Beviljat 2024;Rekvirerat 2024", "Rekvirerat 2024"),
        ("Region;Maximalt belopp;Rekvirerat belopp", "Rekvirerat belopp"),
        ("Region;Budget (kr);Rekvirerade medel", "Rekvirerade medel"),
        ("Region;Rekvirerat 2023;Rekvirerat 2024", "Rekvirerat 2024"),
        ("Region;Ram (kr);Rekvirerat", "Rekvirerat"),
        ("Region;Tilldelat belopp;Rekvirerat belopp;Tak (kr)", "Rekvirerat belopp"),
    ] {
        let (text, unsure) = drafted(&[("svar.csv", &answers), ("medel.csv", &list(head))]);
        assert!(text.contains(&format!("\"{taken}\" = \"svar\"")), "{head}\n{text}");
        assert!(!is_unsure(&unsure, &["may also be"]), "{head}: {unsure:?}");
    }
    for (head, named) in [
        ("Region;Belopp 1;Belopp 2", vec!["\"Belopp 2\""]),
        ("Region;Kronor;Summa kr", vec![]),
        ("Region;Rekvirerat våren;Rekvirerat hösten", vec!["\"Rekvirerat hösten\""]),
        ("Region;Beviljat belopp", vec!["other funds"]),
        ("Region;Rekvirerat 2022", vec!["another year"]),
        ("Region;Utbetalt belopp;Rekvirerat belopp", vec!["\"Utbetalt belopp\""]),
        ("Region;Förskott (kr);Rekvirerat totalt", vec!["\"Rekvirerat totalt\""]),
    ] {
        let (text, unsure) = drafted(&[("svar.csv", &answers), ("medel.csv", &list(head))]);
        let words: Vec<&str> = ["area of"].into_iter().chain(named.iter().copied()).collect();
        assert!(named.is_empty() || is_unsure(&unsure, &words), "{head}: {unsure:?}\n{text}");
    }
    // Of two lists.
    let one = list("Region;Belopp");
    for (files, taken, named) in [
        (["medel.csv", "medel_2023.csv"], "medel.csv", Some("medel_2023.csv")),
        (["medel_2023.csv", "medel_2024.csv"], "medel_2024.csv", None),
        (["rekvisitioner.csv", "tilldelning.csv"], "rekvisitioner.csv", None),
        (["beviljat.csv", "rekvirerat.csv"], "rekvirerat.csv", None),
        (["lista-a.csv", "lista-b.csv"], "lista-a.csv", Some("lista-b.csv")),
    ] {
        let (text, unsure) = drafted(&[("svar.csv", &answers), (files[0], &one), (files[1], &one)]);
        let declared = text.split("[[requisitions]]").nth(1).unwrap_or_default();
        assert!(declared.contains(&format!("file = \"{taken}\"")), "{files:?}\n{text}");
        assert!(named.is_none_or(|named| is_unsure(&unsure, &["area of", named])), "{files:?}: {unsure:?}");
        let other = files.iter().find(|file| **file != taken).expect("another");
        assert!(is_unsure(&unsure, &[other]), "{files:?}: {unsure:?}");
    }
    // A year that only a list beside speaks of may be another year's.
    let (_, unsure) = drafted(&[("svar.csv", ANSWERS), ("medel.csv", &one), ("medel_2023.csv", &one)]);
    assert!(is_unsure(&unsure, &["year"]) && is_unsure(&unsure, &["area of", "medel_2023.csv"]), "{unsure:?}");
    // In one list over all areas.
    for (head, taken, named) in [
        ("Region;Område;Beviljat;Rekvirerat", "Rekvirerat", None),
        ("Region;Område;Rekvirerat 2023;Rekvirerat 2024", "Rekvirerat 2024", Some("\"Rekvirerat 2023\"")),
        ("Region;Område;Beviljat;Tilldelat", "Beviljat", Some("\"Tilldelat\"")),
        ("Region;Område;Utbetalt belopp;Rekvirerat belopp", "Rekvirerat belopp", Some("\"Utbetalt belopp\"")),
    ] {
        let mut text = format!("{head}\n");
        for region in ["Region Uppsala", "VGR", "Region Skåne"] {
            text += &format!("{region};svar;1100000;1200000\n");
        }
        let (text, unsure) = drafted(&[("svar.csv", &answers), ("medel.csv", &text)]);
        assert!(text.contains(&format!("amount = \"{taken}\"")), "{head}\n{text}");
        let told = is_unsure(&unsure, &["amount of medel.csv", named.unwrap_or_default()]);
        assert_eq!(told, named.is_some(), "{head}: {unsure:?}");
    }
}

#[test]
fn planned_and_total_costs_are_no_used_funds_without_unsure() {
    let answers = |columns: &str| {
        let heads: String = columns.split(';').map(|bare| format!(";Insats 1: {bare}")).collect();
        let cells = |base: usize| {
            (0..columns.split(';').count()).map(|at| format!(";{}", base + at * 1000)).collect::<String>()
        };
        format!(
            "Id;Region;Insats 1: Vad gjordes?{heads}\nR-1;Region Uppsala;Utbildning i skolan{}\nR-2;VGR;Kartläggning av behov{}\n",
            cells(450_000),
            cells(2_500_000)
        )
    };
    for (columns, taken) in [
        ("Planerad kostnad (kr)", "Planerad kostnad (kr)"),
        ("Budget i kronor", "Budget i kronor"),
        ("Total kostnad", "Total kostnad"),
        ("Beviljade medel", "Beviljade medel"),
        ("Egen kostnad", "Egen kostnad"),
        ("Planerad kostnad;Kostnad", "Kostnad"),
        ("Planerad kostnad;Använda medel", "Använda medel"),
        ("Total kostnad;Använda medel", "Använda medel"),
        ("Rekvirerade medel (kr);Kostnad", "Kostnad"),
        ("Beräknad kostnad i kronor;Utfall kostnad", "Utfall kostnad"),
    ] {
        let (text, unsure) = drafted(&[("svar.csv", &answers(columns))]);
        assert!(text.contains(&format!("funds = \"Insats {{n}}: {taken}\"")), "{columns}\n{text}");
        assert!(is_unsure(&unsure, &["funds of svar"]), "{columns}: {unsure:?}");
    }
    let (_, unsure) = drafted(&[("svar.csv", &answers("Använda medel (kr)"))]);
    assert!(!is_unsure(&unsure, &["funds of svar"]), "{unsure:?}");
}

#[test]
fn units_in_headers_titles_and_names_are_declared() {
    let repaid = |amount: &str| format!("Mottagare;Område;{amount}\nRegion Uppsala;svar;150\nVGR;svar;75\n");
    for (name, amount, unit) in [
        ("aterbetalningar.csv", "Återbetalt (tkr)", "tkr"),
        ("aterbetalningar.csv", "Återbetalt, mnkr", "mnkr"),
        ("aterbetalningar.csv", "Återbetalt i tusental kronor", "tkr"),
        ("aterbetalningar.csv", "Återbetalt (miljoner)", "mnkr"),
        ("aterbetalningar-tkr.csv", "Återbetalt", "tkr"),
        ("aterbetalningar-tkr.csv", "Återbetalt (kr)", "kr"),
        ("aterbetalningar.csv", "Återbetalt (kkr)", "tkr"),
    ] {
        let (text, _) = drafted(&[("svar.csv", ANSWERS), (name, &repaid(amount))]);
        let repayments =
            text.split("[repayments]").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap_or_default();
        let declared = repayments.lines().find_map(|line| line.strip_prefix("unit = ")).unwrap_or("\"kr\"");
        assert_eq!(declared, format!("\"{unit}\""), "{name}, {amount}\n{text}");
    }
    for (head, unit) in [
        ("Region;Rekvirerat (tkr)", "tkr"),
        ("Belopp i tkr;\nRegion;Rekvirerat", "tkr"),
        ("Region;Rekvirerat mnkr", "mnkr"),
    ] {
        let funds = format!("{head}\nRegion Uppsala;2000\nVGR;3000\nRegion Skåne;1500\n");
        let (text, _) = drafted(&[("svar.csv", ANSWERS), ("medel.csv", &funds)]);
        let own = text.split("[[requisitions]]").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap_or_default();
        assert!(own.contains(&format!("unit = \"{unit}\"")), "{head}\n{text}");
    }
    let funds = "Region;Område;Rekvirerat (kr);Återbetalt (tkr)\nRegion Uppsala;svar;2000000;100\nVGR;svar;3000000;200\nRegion Skåne;svar;900000;\n";
    let (_, unsure) = drafted(&[("svar.csv", ANSWERS), ("medel.csv", funds)]);
    assert!(is_unsure(&unsure, &["amount of medel.csv", "another unit"]), "{unsure:?}");
}

#[test]
fn repayments_are_told_by_the_name_of_their_file_and_by_their_size() {
    let funds = "Region;Rekvirerat\nRegion Uppsala;600000\nVGR;2800000\nRegion Skåne;1000000\n";
    let repaid = "Mottagare;Område;Kr\nRegion Uppsala;svar;15000\nVGR;svar;75000\n";
    for name in ["ater.csv", "åter.csv", "aterbetalt.csv", "outnyttjade-medel.csv", "oforbrukat.csv", "lista.csv"] {
        let (text, unsure) = drafted(&[("svar.csv", ANSWERS), ("medel.csv", funds), (name, repaid)]);
        let own = text.split("[repayments]").nth(1).unwrap_or_default();
        assert!(own.contains(&format!("file = \"{name}\"")) && own.contains("amount = \"Kr\""), "{name}\n{text}");
        assert_eq!(is_unsure(&unsure, &["small beside"]), name == "lista.csv", "{unsure:?}");
        assert!(text.contains("\"Rekvirerat\" = \"svar\""), "{text}");
    }
    // Two lists: one is taken, and the other named.
    let (_, unsure) =
        drafted(&[("svar.csv", ANSWERS), ("medel.csv", funds), ("ater-1.csv", repaid), ("ater-2.csv", repaid)]);
    assert!(is_unsure(&unsure, &["columns of ater-1.csv", "ater-2.csv"]), "{unsure:?}");
}

#[test]
fn options_beside_a_question_and_nearly_equal_ones_are_told() {
    let answers = |heads: &str, rows: [&str; 3]| {
        let mut text = format!("Id;Region;{heads};Insats 1: Vad gjordes?;Insats 1: Kronor\n");
        for (at, region) in ["Region Uppsala", "VGR", "Region Skåne"].iter().enumerate() {
            text += &format!("R-{at};{region};{};Utbildning i skolan {at};45000{at}\n", rows[at]);
        }
        text
    };
    for (heads, rows, named) in [
        ("Målgrupp: Barn;Målgrupp: Unga;Äldre", ["X;;X", ";X;", "X;X;X"], "\"Äldre\""),
        ("Målgrupp: Barn;Målgrupp: Unga;Äldre", ["X;;X", ";X;", "X;X;"], "\"Äldre\""),
        ("Äldre;Målgrupp: Barn;Målgrupp: Unga", ["1;0;1", "0;1;0", "1;1;1"], "\"Äldre\""),
        ("Vilka grupper [Barn];Vilka grupper [Unga];Äldre", ["Ja;Nej;Ja", "Nej;Ja;Nej", "Ja;Ja;Ja"], "\"Äldre\""),
        (
            "Hur viktigt? – Kommun;Hur viktigt? – Skola;Polis",
            ["Stor;Liten;Stor", "Liten;Stor;Liten", "Stor;Stor;Liten"],
            "\"Polis\"",
        ),
        ("Målgrupp: Barn;Målgrupp: barn", ["X;", ";X", "X;"], "\"Barn\" and \"barn\""),
    ] {
        let (text, unsure) = drafted(&[("svar.csv", &answers(heads, rows))]);
        assert!(is_unsure(&unsure, &["question", named]), "{heads}: {unsure:?}\n{text}");
    }
    let rows = ["Ja;Nej;Ja", "Nej;Ja;Nej", "Ja;Ja;Ja"];
    let (_, unsure) = drafted(&[("svar.csv", &answers("Målgrupp [Barn];Målgrupp [Unga];Har arbetet fortsatt?", rows))]);
    assert!(!is_unsure(&unsure, &["further options"]), "{unsure:?}");
}
