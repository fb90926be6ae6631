//! Surveys: columns that nearly match, options, follow-ups, blocks.
//!
//! A small study with one fault at a time, and siblings of each: what is told, and where a number can be right, the number.

use std::fs;
use std::path::Path;

use insats::run::check;
use insats::wording::Language;

use crate::support::{UNDRAWN, rows, run_into, write_study};

const STUDY: &str = r#"title = "Min studie"
year = 2025
codebook = "psykisk-halsa.json"

[complete]
requires = ["activity", "funds"]
placeholders = ["-"]

[[requisitions]]
file = "medel.csv"
level = "region"
code = "Kod"
areas = { Belopp = "psykiatri" }

[[survey]]
area = "psykiatri"
level = "region"
file = "svar.csv"
respondent = { id = "Id", name = "Region" }

[survey.intervention]
activity = "Insats {n}: Vad gjordes?"
funds = "Insats {n}: Kronor"

[survey.question.samverkan]
choice = "Samverkan?"
answers = ["Ja", "Nej"]

[survey.question.hur]
joined = "Hur samverkade ni?"
options = ["Möten", "Gemensam plan", "Annat"]
asked_if = { question = "samverkan", answers = ["Ja"] }

[survey.question.viktigt]
items = "Hur viktigt? – {option}"
answers = ["Mycket", "Lite"]

[survey.question.perspektiv]
joined = "Perspektiv"
options = ["Barn, unga och äldre", "Jämlikhet"]

[survey.question.malgrupp]
ticked = "Insats {n}: Målgrupp – {option}"
"#;

const SVAR: &str = r#"Id;Region;Kontakt;Insats 1: Vad gjordes?;Insats 1: Kronor;Insats 1: Målgrupp – Barn 0–12 år;Insats 1: Målgrupp – Personal;Insats 2: Vad gjordes?;Insats 2: Kronor;Insats 2: Målgrupp – Barn 0–12 år;Insats 2: Målgrupp – Personal;Samverkan?;Hur samverkade ni?;Hur viktigt? – Kommun;Hur viktigt? – Polis;Perspektiv
R-1;Region Uppsala;Anna Ek;Utbildning för personal;450 tkr;X;;Ny mottagning för unga;1 200 000;;X;Ja;Möten; Gemensam plan;Mycket;Lite;Barn, unga och äldre
R-2;Västra Götalandsregionen;Bo Al;Kartläggning av behov;2 500 000;X;X;;;;;Nej;;Lite;Mycket;Jämlikhet
R-3;Region Skåne;Cia Dal;Nätverk för chefer;300 000;;;;;;;Ja;Möten;Mycket;Mycket;Jämlikhet
"#;

/// The study in a folder, each edit a file, what stands in it, and what is put there (everywhere).
fn edited(edits: &[(&str, &str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let svar = SVAR.replace("Möten; Gemensam plan", "\"Möten; Gemensam plan\"");
    let report = "source = \"x\"\n";
    let mut files = [
        ("study.toml", STUDY.to_owned()),
        ("svar.csv", svar),
        ("medel.csv", "Kod;Belopp\n03;2000000\n14;2000000\n12;250000\n".to_owned()),
        ("report.toml", report.to_owned()),
    ];
    for (file, from, to) in edits {
        let (_, text) = files.iter_mut().find(|(name, _)| name == file).expect("a file of the study");
        assert!(text.contains(from), "{file} does not hold {from:?}");
        *text = text.replace(from, to);
    }
    let files = files.iter().map(|(name, text)| (*name, text.as_bytes()));
    write_study(folder.path(), ("codebook/psykisk-halsa.json", "psykisk-halsa.json"), files);
    folder
}

/// Everything that is told, one line each; what coding and weighting say is of no concern here.
fn told(folder: &Path) -> Vec<String> {
    let checked = check(folder, &|_| {});
    let messages = checked.messages.for_console(true);
    let lines = messages
        .sorted()
        .into_iter()
        .map(|m| format!("{}: {}: {}", m.severity.word(), m.place, m.told(Language::English)[0]));
    lines.filter(|line| !line.contains("requisition") && !line.contains("adjustment")).collect()
}

fn tells(edits: &[(&str, &str, &str)], wanted: &str) {
    let told = told(edited(edits).path());
    let [severity, found] = wanted.split_once(": ").map(|(a, b)| [a, b]).expect("a severity");
    let is_told = |line: &String| line.starts_with(severity) && line.contains(found);
    assert!(told.iter().any(is_told), "{edits:?}\nwanted {wanted}\ntold {told:#?}");
}

/// The answers to a question of a run: option, answer, count, base.
fn answers(edits: &[(&str, &str, &str)], question: &str) -> Vec<String> {
    let (study, out) = (edited(edits), tempfile::tempdir().expect("a folder"));
    let out = out.path().join("out");
    run_into(study.path(), &out, &UNDRAWN).unwrap_or_else(|failure| panic!("{edits:?}: {failure:?}"));
    let of = rows(&out.join("data/answers.csv")).into_iter().filter(|row| row["question"] == question);
    of.map(|row| ["option", "answer", "count", "base"].map(|key| row[key].as_str()).join("|")).collect()
}

#[test]
fn the_study_without_faults_is_silent() {
    assert_eq!(told(edited(&[]).path()), Vec::<String>::new());
}

/// Numbers as in the study without faults: the option keeps its ticks whatever its header's spelling.
#[test]
fn columns_that_differ_in_spelling_are_read_and_told() {
    let likert = ["Kommun|Mycket|2|3", "Kommun|Lite|1|3", "Polis|Mycket|2|3", "Polis|Lite|1|3"];
    for header in ["hur viktigt? – Polis", "Hur viktigt?: Polis", "Hur viktigt? - Polis", "HUR VIKTIGT – Polis."] {
        let edit = [("svar.csv", "Hur viktigt? – Polis", header)];
        assert_eq!(answers(&edit, "viktigt"), likert, "{header}");
        tells(&edit, "warning: is read as \"Hur viktigt? – {option}\": 1 column, 3 filled cells");
    }
    let ticked = ["Barn 0–12 år||2|4", "Personal||2|4"];
    let edit = [("svar.csv", "Målgrupp – Personal", "Målgrupp: Personal")];
    assert_eq!(answers(&edit, "malgrupp"), ticked);
    tells(&edit, "warning: is read as \"Insats {n}: Målgrupp – {option}\": 2 columns, 2 filled cells");
    // In one block only, and an option whose own spelling differs.
    let edit = [("svar.csv", "Insats 2: Målgrupp – Personal", "Insats 2: Målgrupp – personal")];
    assert_eq!(answers(&edit, "malgrupp"), ticked);
    tells(&edit, "warning: the option \"personal\" is taken for \"Personal\"");
    for header in ["Insats2: Kronor", "insats 2 – kronor", "Insats 2. Kronor:", "INSATS 2 KRONOR"] {
        tells(
            &[("svar.csv", "Insats 2: Kronor", header)],
            "warning: is read as \"Insats {n}: Kronor\": 1 column, 1 filled cell, 1,200,000 kr",
        );
    }
}

#[test]
fn columns_that_resemble_a_declared_one_are_told_with_their_money() {
    // The second respondent's row gets what is added; the others stay blank there.
    let with = |headers: &str, cells: &str| {
        let blank = ";".repeat(headers.matches(';').count() + 1);
        let lines = SVAR.lines().enumerate().map(|(at, line)| match at {
            0 => format!("{line};{headers}\n"),
            2 => format!("{line};{cells}\n"),
            _ => format!("{line}{blank}\n"),
        });
        lines.collect::<String>().replace("Möten; Gemensam plan", "\"Möten; Gemensam plan\"")
    };
    let whole = SVAR.replace("Möten; Gemensam plan", "\"Möten; Gemensam plan\"");
    for (what, kronor) in [
        ("Insats tre: Vad gjordes?", "Insats tre: Kronor"),
        ("Insats III: Vad gjordes?", "Insats III: Kronor"),
        ("Tredje insats: Vad gjordes?", "Tredje insats: Kronor"),
        ("Insats: Vad gjordes?", "Insats: Kronor"),
        ("Isnats 3: Vad gjordes?", "Isnats 3: Kronor"),
        ("Insats 3: Vad gjorde?", "Insats 3: Kroner"),
    ] {
        let svar = with(&format!("{what};{kronor}"), "Tredje insatsen;500 000");
        let edits = [("svar.csv", whole.as_str(), svar.as_str())];
        tells(&edits, "warning: resembles \"Insats {n}: Kronor\" but is not read: 1 column, 1 filled cell, 500,000 kr");
        tells(&edits, "warning: resembles \"Insats {n}: Vad gjordes?\" but is not read: 1 column, 1 filled cell");
    }
    // Beside the declared columns: something added, a column that no key names, one without a header.
    for (header, cell, wanted) in [
        (
            "Insats 1: Kronor (rättat)",
            "400000",
            "warning: resembles \"Insats {n}: Kronor\" but is not read: 1 column, 1 filled cell, 400,000 kr",
        ),
        (
            "Insats 1: Egna medel",
            "400000",
            "warning: no key names \"Insats {n}: Egna medel\", beside the interventions' blocks: 1 column, 1 filled cell, 400,000 kr",
        ),
        (
            "Insats 1: Start",
            "i mars",
            "notice: no key names \"Insats {n}: Start\", beside the interventions' blocks: 1 column, 1 filled cell",
        ),
        ("", "något", "notice: what stands under no header is not read: 1 column, 1 filled cell"),
    ] {
        tells(&[("svar.csv", whole.as_str(), with(header, cell).as_str())], wanted);
    }
    // What no key names and nothing resembles is nobody's business.
    for header in ["Kommentar", "Tidstämpel", "Kontaktperson", "E-post", "Hur samverkade ni? Annat, nämligen"] {
        let told = told(edited(&[("svar.csv", whole.as_str(), with(header, "något").as_str())]).path());
        assert_eq!(told, Vec::<String>::new(), "{header}");
    }
}

#[test]
fn declarations_that_name_nothing_or_say_the_same_twice_are_refused() {
    let study = |from: &'static str, to: &'static str, wanted: &str| tells(&[("study.toml", from, to)], wanted);
    study(
        "answers = [\"Ja\"] }",
        "answers = [\"Ja\", \"Neej\"] }",
        "error: \"Neej\" is no answer of the question \"samverkan\"",
    );
    study("answers = [\"Ja\"] }", "answers = [\"ja\"] }", "error: \"ja\" is no answer of the question \"samverkan\"");
    study("answers = [\"Ja\"] }", "answers = [] }", "error: it is not said which answers lead to the follow-up");
    study(
        "[\"Mycket\", \"Lite\"]",
        "[\"Mycket\", \"Lite\", \"lite\"]",
        "error: \"lite\" stands twice among \"answers\"",
    );
    study("[\"Möten\", ", "[\"Möten\", \"Möten\", ", "error: \"Möten\" stands twice among \"options\"");
    study("[\"Möten\", ", "[\"Möten\", \" \", ", "error: a text of \"options\" is blank");
    study("items = \"Hur", "scale = \"s\"\nitems = \"Hur", "error: the answers are declared twice");
    study(
        "ticked = ",
        "answers = [\"Ja\"]\nticked = ",
        "error: the key \"answers\" says nothing of a question in the form \"ticked\"",
    );
    study("ticked = ", "separator = \",\"\nticked = ", "error: the key \"separator\" says nothing");
    study(
        "joined = \"Perspektiv\"",
        "joined = \"Perspektiv {option}\"",
        "error: \"Perspektiv {option}\" stands for several columns",
    );
    study(
        "joined = \"Perspektiv\"",
        "per = \"intervention\"\njoined = \"Perspektiv\"",
        "error: \"perspektiv\" is asked for each intervention, but its column has no {n}",
    );
    study(
        "ticked = ",
        "per = \"respondent\"\nticked = ",
        "error: \"malgrupp\" is asked once per respondent, but its column has {n}",
    );
    study(
        "[survey.intervention]",
        "[survey.intervention]\nid = \"Id\"",
        "error: the key \"id\" says nothing of interventions in their respondent's row",
    );
    study(
        "[survey.intervention]",
        "[survey.intervention]\nrespondent = \"Region\"",
        "error: the key \"respondent\" says nothing",
    );
    study(
        "\"activity\", \"funds\"",
        "\"activity\", \"effect\", \"funds\"",
        "error: has no column for effect, which complete.requires names",
    );
    study("[[requisitions]]", "[scale.s]\nanswers = []\n\n[[requisitions]]", "error: the scale \"s\" has no answers");
    study(
        "joined = \"Perspektiv\"",
        "joined = \"Samverkan?\"",
        "error: \"Samverkan?\" is the column of \"samverkan\" and of \"perspektiv\"",
    );
    study(
        "joined = \"Perspektiv\"",
        "separator = \"\"\njoined = \"Perspektiv\"",
        "error: nothing parts the answers in a cell",
    );
    // An option that only the columns know, and one question's column in another.
    study(
        "[survey.question.malgrupp]",
        "[survey.question.till]\nchoice = \"Insats {n}: Kronor\"\nanswers = [\"0\"]\nasked_if = { question = \"malgrupp\", answers = [\"Barn\"] }\n\n[survey.question.malgrupp]",
        "error: follows up \"malgrupp\", which is no earlier question",
    );
}

#[test]
fn a_column_whose_name_goes_on_is_offered() {
    for (header, name) in [("Lan namn", "Län"), ("Länets namn", "Län"), ("Regionens namn", "Region")] {
        let edits = [
            ("svar.csv", ";Region;", &*format!(";{header};")),
            ("study.toml", "name = \"Region\"", &format!("name = \"{name}\"")),
        ];
        let checked = check(edited(&edits).path(), &|_| {});
        let told: Vec<String> = checked.messages.sorted().into_iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|m| m.contains(&format!("did you mean \"{header}\"?"))), "{told:#?}");
    }
}

#[test]
fn ids_that_are_held_back_and_do_not_exist_are_told_by_check() {
    let folder = edited(&[("study.toml", "[[survey]]", "[held_back]\nfile = \"undan.csv\"\n\n[[survey]]")]);
    let list = "intervention_id;domain;group\nR-1-1;activity;held-back\nR-8-1;activity;held-back\n";
    fs::write(folder.path().join("undan.csv"), list).expect("a file");
    let told = told(folder.path());
    assert!(
        told.iter().any(|line| line.starts_with("error: undan.csv, line 3") && line.contains("\"R-8-1\"")),
        "{told:#?}"
    );
}

/// Ids and dates have hyphens in every line; the table has semicolons.
#[test]
fn a_hyphen_parts_no_table_with_semicolons() {
    let dated: String = SVAR
        .replace("Möten; Gemensam plan", "\"Möten; Gemensam plan\"")
        .lines()
        .enumerate()
        .map(|(at, line)| if at == 0 { format!("{line};Datum\n") } else { format!("{line};2025-0{at}-17\n") })
        .collect();
    let whole = SVAR.replace("Möten; Gemensam plan", "\"Möten; Gemensam plan\"");
    assert_eq!(told(edited(&[("svar.csv", &whole, &dated)]).path()), Vec::<String>::new());
}

#[test]
fn who_answers_without_being_asked_is_told_once_with_the_count() {
    // R-2 said Nej and answered the follow-up all the same; it is not counted.
    let edit = [("svar.csv", "Nej;;Lite", "Nej;Möten;Lite")];
    tells(
        &edit,
        "notice: 1 answered \"hur\" without having been asked it, to which \"Ja\" to \"samverkan\" leads: R-2",
    );
    assert_eq!(answers(&edit, "hur"), ["Möten||2|2", "Gemensam plan||1|2"]);
    // Nobody said Ja: nobody was asked, and one answered.
    let nobody = [("svar.csv", ";Ja;", ";Nej;")];
    tells(&nobody, "warning: nobody was asked the question \"hur\"");
    tells(&nobody, "notice: 2 answered \"hur\" without");
    tells(
        &[("svar.csv", ";Jämlikhet", ";"), ("svar.csv", ";Barn, unga och äldre", ";")],
        "warning: nobody answered the question \"perspektiv\"",
    );
}

#[test]
fn undeclared_options_that_fall_apart_are_told() {
    let joined = |cells: [&str; 3], separator: &str| {
        let [a, b, c] = cells;
        let declared = "options = [\"Barn, unga och äldre\", \"Jämlikhet\"]";
        let edits = [
            ("study.toml".to_owned(), declared.to_owned(), format!("separator = \"{separator}\"")),
            ("svar.csv".to_owned(), ";Lite;Barn, unga och äldre".to_owned(), format!(";Lite;\"{a}\"")),
            ("svar.csv".to_owned(), ";Lite;Mycket;Jämlikhet".to_owned(), format!(";Lite;Mycket;\"{b}\"")),
            ("svar.csv".to_owned(), ";Mycket;Mycket;Jämlikhet".to_owned(), format!(";Mycket;Mycket;\"{c}\"")),
        ];
        let edits: Vec<_> = edits.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
        told(edited(&edits).path())
    };
    let says = |cells, separator, wanted: &str| {
        let told = joined(cells, separator);
        assert!(told.iter().any(|line| line.contains(wanted)), "{cells:?}\n{told:#?}");
    };
    says(
        ["Barn, unga och äldre, Jämlikhet", "Jämlikhet", "Barn, unga och äldre"],
        ",",
        "these stand nowhere alone: \"unga och äldre\" behind \"Barn\" (2)",
    );
    says(["Hälsa, Omsorg", "Hälsa, Omsorg", "Annat"], ",", "\"Omsorg\" behind \"Hälsa\" (2)");
    says(["Äldre", "Äldre, även anhöriga", "Barn"], ",", "\"även anhöriga\" behind \"Äldre\" (1)");
    says(["Barn, Äldre", "Barn", "Äldre"], ";", "these look like several options: \"Barn, Äldre\"");
    for (cells, separator) in [
        (["Barn, Vuxna", "Vuxna", "Barn"], ","),
        (["Skola (förskola, gymnasium)", "Vård", "Vård, Skola (förskola, gymnasium),"], ","),
        (["Barn; Vuxna", "Vuxna", "Barn;"], ";"),
    ] {
        assert_eq!(joined(cells, separator), Vec::<String>::new(), "{cells:?}");
    }
}

#[test]
fn dashes_are_no_interventions_and_copies_are_told() {
    for dash in ["-;-", "–;0", "0;", ";0 kr", "N/A;-", ".;", "---;0,00"] {
        let edit = [("svar.csv", "2 500 000;X;X;;;", &*format!("2 500 000;X;X;{dash};"))];
        tells(&edit, "notice: 1 intervention has only dashes or noughts, and does not count: R-2-2");
    }
    // A dash beside an amount is an incomplete intervention, as before; a block that the tool did not show is nothing to tell.
    for block in ["-;5000;", "N/A;N/A;", "N/A;;"] {
        let edit = [("svar.csv", "2 500 000;X;X;;;", &*format!("2 500 000;X;X;{block}"))];
        let told = told(edited(&edit).path());
        assert!(!told.iter().any(|line| line.contains("dashes")), "{block}: {told:#?}");
    }
    tells(
        &[("svar.csv", "2 500 000;X;X;;;", "2 500 000;X;X;Kartläggning av behov;2500000;")],
        "notice: interventions that repeat another of the same respondent word for word: 1 with 2,500,000 kr (R-2-2 as R-2-1)",
    );
}

#[test]
fn totals_footers_and_tests_are_no_respondents() {
    for line in [
        "Summa;;;;4 450 000",
        "Totalt;;;;4450000",
        ";Summa;;;4450000",
        "Källa: Enkät 2025",
        ";Källa: Enkät 2025",
        "Antal svar: 3",
        "Antal svar;3",
        ";;;;4450000;3",
    ] {
        let row = format!("{line}{}", ";".repeat(15 - line.matches(';').count()));
        let edit = [("svar.csv", "R-3;Region Skåne", &*format!("{row}\nR-3;Region Skåne"))];
        tells(&edit, "warning: rows that look like totals or footers and count as nobody: 1");
        let told = told(edited(&edit).path());
        assert_eq!(told.len(), 1, "{line}: {told:#?}");
    }
    // A respondent who wrote no name is still an error.
    tells(
        &[("svar.csv", "R-3;Region Skåne", "R-4;;;;;;;;;;;;;;;\nR-3;Region Skåne")],
        "error: the recipient is missing",
    );
    for (from, to) in [("R-3;", "TEST-3;"), ("Nätverk för chefer", "TEST SVAR"), ("Nätverk för chefer", "test")] {
        tells(&[("svar.csv", from, to)], "notice: respondents that look like tests: 1");
    }
}

#[test]
fn texts_that_say_nothing_are_listed_with_their_number_and_money() {
    let edit = [("svar.csv", "Nätverk för chefer", "Se ovan"), ("svar.csv", "Ny mottagning för unga", "se ovan")];
    tells(
        &edit,
        "notice: 2 interventions that count (1,500,000 kr) have texts that may be placeholders: \"se ovan\" (2 interventions, as R-1-2; 1,500,000 kr)",
    );
    // At the text, not at the money.
    tells(
        &[("svar.csv", "Nätverk för chefer", "Se ovan")],
        "notice: svar.csv, line 4, column D: 1 intervention that counts",
    );
    for text in [".", "x", "Finns ej", "Inget", "samma som ovan"] {
        tells(
            &[("svar.csv", "Nätverk för chefer", text)],
            "notice: 1 intervention that counts (300,000 kr) has a text that may be a placeholder",
        );
    }
}

/// The warnings of a run about its items.
fn of_figure(edits: &[(&str, &str, &str)]) -> String {
    let (study, out) = (edited(edits), tempfile::tempdir().expect("a folder"));
    let summary = run_into(study.path(), &out.path().join("out"), &UNDRAWN);
    let summary = summary.unwrap_or_else(|failure| panic!("{edits:?}: {failure:?}"));
    summary.notices.iter().filter(|m| &*m.place.file == "report.toml").map(|m| format!("{m}\n")).collect()
}

/// A question to tick that nobody ticked: two interventions of R-1 and one each of the others are asked, 0 of 4 answered.
#[test]
fn a_figure_of_options_that_nobody_ticked_says_so() {
    let figure = |question: &str| {
        format!(
            "source = \"x\"\n[[item]]\nid = \"f\"\nkind = \"bars\"\ntitle = \"T\"\narea = \"psykiatri\"\nquestion = \"{question}\"\n"
        )
    };
    let (ticked, joined) = (figure("malgrupp"), figure("perspektiv"));
    let blank = [("svar.csv", ";X;X;", ";;;"), ("svar.csv", ";X;;", ";;;"), ("svar.csv", ";;X;", ";;;")];
    let with = |report: &str, edits: &[(&'static str, &'static str, &'static str)]| {
        let report = [("report.toml", "source = \"x\"\n", report)];
        of_figure(&report.iter().copied().chain(edits.iter().copied()).collect::<Vec<_>>())
    };
    let told = with(&ticked, &blank);
    assert!(told.contains("the item \"f\" rests on nothing: nobody has ticked any option (0 of 4)"), "{told}");
    let told = with(&joined, &[("svar.csv", ";Jämlikhet", ";"), ("svar.csv", ";Barn, unga och äldre", ";")]);
    assert!(told.contains("nobody has ticked any option (0 of 3)"), "{told}");
    // One tick is an answer; so is "Nej" where "Ja" is counted.
    assert_eq!(with(&ticked, &[]), "");
    assert_eq!(with(&joined, &[]), "");
}

#[test]
fn items_that_hold_their_own_text_are_options_to_tick() {
    let own = [
        ("svar.csv", ";Mycket;Lite;", ";Kommun;;"),
        ("svar.csv", ";Lite;Mycket;", ";;polis;"),
        ("svar.csv", ";Mycket;Mycket;", ";Kommun;Polis;"),
        ("study.toml", "[\"Mycket\", \"Lite\"]", "[\"Kommun\", \"Polis\"]"),
    ];
    tells(&own, "warning: the columns of the question \"viktigt\" hold nothing but their own options: 4 filled cells");
    // An answer that is another item's text is none of its own.
    let mut other = own;
    other[0].2 = ";Polis;;";
    assert!(!told(edited(&other).path()).iter().any(|line| line.contains("their own options")));
    // As ticked, its base is everyone: Kommun 2 of 3, Polis 2 of 3.
    let mut ticked = own;
    ticked[3] = (
        "study.toml",
        "items = \"Hur viktigt? – {option}\"\nanswers = [\"Mycket\", \"Lite\"]",
        "ticked = \"Hur viktigt? – {option}\"",
    );
    assert_eq!(answers(&ticked, "viktigt"), ["Kommun||2|3", "Polis||2|3"]);
}

#[test]
fn options_that_differ_in_case_alone_are_told() {
    for twin in ["Hur viktigt? – kommun", "Hur viktigt? – Kommun.", "Hur viktigt? – KOMMUN"] {
        tells(
            &[("svar.csv", "Hur viktigt? – Polis", twin)],
            "warning: of the question \"viktigt\" differ only in spelling",
        );
    }
}

#[test]
fn a_condition_names_an_option_that_there_is() {
    let follow_up = |earlier: &str, answer: &str| {
        let keys = format!(
            "asked_if = {{ question = \"{earlier}\", answers = [\"{answer}\"] }}\n\n[survey.question.malgrupp]"
        );
        format!("[survey.question.till]\nchoice = \"Roll\"\nanswers = [\"Ledande\"]\n{keys}")
    };
    let edits = |earlier: &str, answer: &str, undeclared: bool| {
        let keys = follow_up(earlier, answer);
        let declared = "options = [\"Barn, unga och äldre\", \"Jämlikhet\"]";
        let mut edits =
            vec![("study.toml", "[survey.question.malgrupp]", keys.as_str()), ("svar.csv", "Polis;", "Polis;Roll;")];
        edits.extend([("svar.csv", ";Lite;Barn", ";Lite;;Barn"), ("svar.csv", "Mycket;Jäm", "Mycket;Ledande;Jäm")]);
        edits.extend(undeclared.then_some(("study.toml", declared, "separator = \";\"")));
        told(edited(&edits).path())
    };
    // Of cells, where no options are declared.
    let says = |told: &[String], wanted: &str| assert!(told.iter().any(|line| line.contains(wanted)), "{told:#?}");
    says(&edits("perspektiv", "jämlikhet", true), "\"jämlikhet\" is no option of the question \"perspektiv\"");
    says(&edits("perspektiv", "Funktionsrätt", true), "warning: study.toml, line");
    says(&edits("perspektiv", "Jamlikhet", false), "\"Jamlikhet\" is no answer of the question \"perspektiv\"");
    assert!(!edits("perspektiv", "Jämlikhet", true).iter().any(|line| line.contains("no option of")));
    // Of columns: malgrupp is asked of interventions, so the follow-up is, too.
    let keys = "[survey.question.malgrupp]\nticked = \"Insats {n}: Målgrupp – {option}\"\n";
    let after = |answer: &str| {
        let till = format!(
            "{keys}\n[survey.question.till]\nchoice = \"Insats {{n}}: Mål\"\nanswers = [\"Ja\"]\nasked_if = {{ question = \"malgrupp\", answers = [\"{answer}\"] }}\n"
        );
        let edits = [
            ("study.toml", keys, till.as_str()),
            ("svar.csv", "Insats 1: Kronor;", "Insats 1: Mål;Insats 1: Kronor;"),
            ("svar.csv", ";450 tkr", ";Ja;450 tkr"),
            ("svar.csv", ";2 500 000", ";;2 500 000"),
            ("svar.csv", ";300 000", ";Ja;300 000"),
        ];
        told(edited(&edits).path())
    };
    says(&after("Barn 0-12 år"), "error: study.toml, line");
    says(&after("Barn 0-12 år"), "\"Barn 0-12 år\" is no option of the question \"malgrupp\"");
    assert!(!after("Personal").iter().any(|line| line.contains("no option of")));
}

#[test]
fn declared_options_that_nobody_chose_are_told_once() {
    let edit = [("study.toml", "\"Jämlikhet\"]", "\"Jämlikhet\", \"Jämställdhet\", \"Tillgänglighet\"]")];
    tells(
        &edit,
        "notice: options of the question \"perspektiv\" that nobody chose: \"Jämställdhet\", \"Tillgänglighet\"",
    );
}

/// Three mentions each of 4 and 3; options are not declared.
#[test]
fn rare_spellings_and_values_that_are_no_mention_are_told() {
    let declared = "options = [\"Barn, unga och äldre\", \"Jämlikhet\"]\n";
    let mentions = |one: &str| {
        let rows = [("R-1", one), ("R-2", "Personal; Lokaler"), ("R-3", "Personal; Lokaler")];
        let further: String = (4..7)
            .map(|n| {
                format!(
                    "R-{n};Region {};X;Utbildning {n};300000;;;;;;;Ja;Möten;Mycket;Mycket;Personal; Lokaler\n",
                    ["Blekinge", "Kalmar län", "Gotland"][n - 4]
                )
            })
            .collect();
        (rows.map(|(_, text)| text.to_owned()), further)
    };
    let told = |one: &str| {
        let ([first, second, third], further) = mentions(one);
        let folder = edited(&[("study.toml", declared, "")]);
        let quoted = |text: &str| format!("\"{text}\"");
        let svar = fs::read_to_string(folder.path().join("svar.csv")).expect("a file");
        let svar = svar
            .replace(";Barn, unga och äldre\n", &format!(";{}\n", quoted(&first)))
            .replacen(";Jämlikhet\n", &format!(";{}\n", quoted(&second)), 1)
            .replacen(";Jämlikhet\n", &format!(";{}\n", quoted(&third)), 1);
        let further = further.replace("Personal; Lokaler", "\"Personal; Lokaler\"");
        fs::write(folder.path().join("svar.csv"), svar + &further).expect("a file");
        told(folder.path()).into_iter().filter(|line| line.contains("perspektiv")).collect::<Vec<_>>()
    };
    assert_eq!(told("Personal; Lokaler"), Vec::<String>::new());
    assert_eq!(told("Ekonomi"), Vec::<String>::new());
    // Once beside the five of the others.
    for (one, found) in [
        ("Personall", "\"Personall\" (1) beside \"Personal\" (5)"),
        ("Lokaler.", "\"Lokaler.\" (1) beside \"Lokaler\" (5)"),
        ("Loka1er", "\"Loka1er\" (1) beside \"Lokaler\" (5)"),
        ("P\u{435}rsonal", "(1) beside \"Personal\" (5), \\u{435} only looks like \"e\""),
        ("Vet ej", "look like no answer, and count as options: \"Vet ej\" (1)"),
        ("99", "\"99\" (1)"),
        ("-", "\"-\" (1)"),
    ] {
        let told = told(one);
        let is_told = matches!(&told[..], [line] if line.starts_with("notice") && line.contains(found));
        assert!(is_told, "{one}: {told:#?}");
    }
}

#[test]
fn a_header_with_words_added_is_not_read_but_told() {
    let edit = [("svar.csv", "Hur viktigt? – Polis", "Hur viktigt är det? – Polis")];
    tells(&edit, "warning: resembles \"Hur viktigt? – {option}\" but is not read");
    assert_eq!(answers(&edit, "viktigt"), ["Kommun|Mycket|2|3", "Kommun|Lite|1|3"]);
}

/// A column of marks whose option says "annat" or "andra" is no free text.
#[test]
fn a_near_miss_of_another_option_is_told_where_it_holds_answers() {
    let edit = |option: &str, cells: [&str; 3]| {
        let svar = SVAR.replace("Möten; Gemensam plan", "\"Möten; Gemensam plan\"");
        let mut lines = svar.lines();
        let header = format!("{};Hur viktig? – {option}\n", lines.next().expect("a header"));
        (svar.clone(), lines.zip(cells).fold(header, |text, (line, cell)| format!("{text}{line};{cell}\n")))
    };
    for option in ["Andra organisationer", "Annan myndighet", "På annat sätt"] {
        let (from, to) = edit(option, ["Mycket", "Lite", ""]);
        let wanted = "warning: resembles \"Hur viktigt? – {option}\" but is not read: 1 column, 2 filled cells";
        tells(&[("svar.csv", &from, &to)], wanted);
    }
    let (from, to) = edit("Annat, ange vad", ["Möten med chefer", "", "Lokala nätverk"]);
    assert_eq!(told(edited(&[("svar.csv", &from, &to)]).path()), Vec::<String>::new());
}

#[test]
fn contact_data_in_answers_reach_no_output() {
    let undeclared = ("study.toml", "options = [\"Barn, unga och äldre\", \"Jämlikhet\"]\n", "separator = \"|\"\n");
    for contact in [
        "070-123 45 67",
        "anna.ek",
        "bo.ek",
        "SE2321000131-P000000012345",
        "REG\\annek01",
        "anna.ek snabel-a example punkt se",
    ] {
        let to =
            format!("Hur viktigt? – Polis;Perspektiv\nR-0;Region Blekinge;X;Plan;100 000;;;;;;;Nej;;;;{contact}\n");
        let edits = [undeclared, ("svar.csv", "Hur viktigt? – Polis;Perspektiv\n", to.as_str())];
        let edits = [edits[0], edits[1], ("medel.csv", "03;", "10;100000\n03;")];
        tells(&edits, "warning: 1 answer to the question \"perspektiv\" seems to hold addresses");
        let found = answers(&edits, "perspektiv");
        assert_eq!(found, ["[…]||1|4", "Barn, unga och äldre||1|4", "Jämlikhet||2|4"], "{contact}");
    }
    let reason = "respondent = { id = \"Id\", name = \"Region\", set_aside = { R-3 = \"enligt anna@example.se\" } }";
    let edit =
        [("study.toml", "respondent = { id = \"Id\", name = \"Region\" }", reason), ("medel.csv", "12;250000\n", "")];
    let told = told(edited(&edit).path());
    assert!(told.iter().any(|line| line.contains("enligt […]")), "{told:#?}");
}

/// The third respondent reports 300 000 kr.
#[test]
fn rows_that_say_that_they_do_not_count_are_told() {
    let with = |header: &str, cell: &str| {
        let svar = SVAR.replace("Möten; Gemensam plan", "\"Möten; Gemensam plan\"");
        let cells = [header, "", "", cell];
        let to: String = svar.lines().zip(cells).map(|(line, cell)| format!("{line};{cell}\n")).collect();
        (svar, to)
    };
    for (header, cell) in
        [("Status", "Ej inskickad"), ("Svarsstatus", "Påbörjad"), ("Status", "Utkast"), ("Inskickad", "Nej")]
    {
        let (from, to) = with(header, cell);
        tells(
            &[("svar.csv", &from, &to)],
            "warning: svar.csv, line 4, column Q: rows whose status says that the answer was not sent in or does not count: 1 (\"R-3\")",
        );
    }
    for (header, cell) in [("Anm", "Ska inte räknas, se R-4"), ("Övrigt", "Utgår"), ("Kommentar", "dubblett")] {
        let (from, to) = with(header, cell);
        tells(
            &[("svar.csv", &from, &to)],
            "warning: svar.csv, line 4, column Q: rows with a remark that they are not to be counted: 1 (\"R-3\")",
        );
    }
    for (header, cell) in [("Status", "Inskickad"), ("Anm", "Utgår från behov"), ("Kommentar", "Bra enkät")] {
        let (from, to) = with(header, cell);
        assert_eq!(told(edited(&[("svar.csv", &from, &to)]).path()), Vec::<String>::new(), "{cell}");
    }
    for text in ["UTGÅR, redovisas under insats 1", "Ska inte räknas"] {
        tells(
            &[("svar.csv", "Nätverk för chefer", text)],
            "warning: svar.csv, line 4, column D: interventions that count and whose text says that they do not: 1 with 300,000 kr",
        );
    }
    tells(
        &[("svar.csv", "Nätverk för chefer", "Totalt för regionen")],
        "warning: interventions that count and look like totals: 1 with 300,000 kr (\"R-3-1\")",
    );
}

#[test]
fn a_header_that_stands_again_is_told_as_such() {
    let header = SVAR.lines().next().expect("a header");
    let again = format!("{header}\nR-3;Region Skåne");
    let edit = [("svar.csv", "R-3;Region Skåne", again.as_str())];
    tells(&edit, "warning: svar.csv, line 4, column A: the header stands again among the rows: 1 time");
    assert_eq!(told(edited(&edit).path()).len(), 1);
}

/// Of four respondents with two blocks three have equal amounts: 100 000 + 200 000 + 300 000 = 600 000 kr.
#[test]
fn blocks_with_the_same_amounts_are_told() {
    let rows = |amounts: [&str; 4]| {
        let regions = ["Blekinge", "Kalmar län", "Gotland", "Halland"];
        let row = |(at, second): (usize, &str)| {
            let first = format!("{}00 000", at + 1);
            format!("R-{};Region {};X;Arbete {at};{first};;;Stöd {at};{second};;;Nej;;;;\n", at + 4, regions[at])
        };
        amounts.into_iter().enumerate().map(row).collect::<String>()
    };
    let edit = |amounts: [&str; 4]| format!("{}R-1;Region Uppsala", rows(amounts));
    let equal = edit(["100 000", "200 000", "300 000", "50 000"]);
    tells(
        &[("svar.csv", "R-1;Region Uppsala", &equal)],
        "warning: 3 of 5 respondents with amounts in the blocks 1 and 2 report the same amount in both, 600,000 kr in each",
    );
    let two = edit(["100 000", "200 000", "350 000", "50 000"]);
    let told = told(edited(&[("svar.csv", "R-1;Region Uppsala", &two)]).path());
    assert!(!told.iter().any(|line| line.contains("the same amount")), "{told:#?}");
}

#[test]
fn amounts_of_nines_are_told() {
    let edit = [("svar.csv", "1 200 000", "999 999"), ("svar.csv", "300 000", "999 999")];
    tells(&edit, "warning: \"R-1-2\" reports 999,999 kr: nines alone, as 2 interventions do");
    tells(
        &[("svar.csv", "300 000", "999 999 999")],
        "warning: \"R-3-1\" reports 999,999,999 kr: nines alone, far above all others",
    );
    let told = told(edited(&[("svar.csv", "300 000", "999 999")]).path());
    assert_eq!(told, Vec::<String>::new());
}
