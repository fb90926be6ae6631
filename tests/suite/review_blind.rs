//! What coders may see of each other in the workbench, what stands once they have, and that a server that goes on says what one
//! says that begins.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::review::fresh;
use crate::served::Served;

/// A study whose answers are coded in two domains, all of which need codes.
fn in_two_domains(texts: &[&str], assigned: Value) -> (tempfile::TempDir, PathBuf) {
    let (place, study) = fresh(texts, assigned);
    let change = |file: &str, of: &dyn Fn(String) -> String| {
        let path = study.join(file);
        fs::write(&path, of(fs::read_to_string(&path).expect("a file"))).expect("a file");
    };
    change("study.toml", &|text| {
        text.replace("Vad gjordes?\"\n", "Vad gjordes?\"\noutput = \"Insats {n}: Prestation\"\n")
    });
    change("svar.csv", &|text| {
        let row = |(at, line): (usize, &str)| match at {
            0 => format!("{line};Insats 1: Prestation\n"),
            _ => format!("{line};Prestation av {}\n", line.split(';').nth(2).unwrap_or_default().trim_matches('"')),
        };
        text.lines().enumerate().map(row).collect()
    });
    change("codebook.json", &|text| {
        let mut book: Value = serde_json::from_str(&text).expect("JSON");
        let output = json!({ "id": "output", "label": { "sv": "Prestation" }, "plural": { "sv": "Prestationer" }, "system": "s" });
        book["domains"].as_array_mut().expect("domains").push(output);
        book.to_string()
    });
    (place, study)
}

fn domain(served: &Served, unit: &str, domain: &str) -> Value {
    let unit = served.json(&format!("/api/unit?id={unit}"));
    let domains = unit["domains"].as_array().expect("domains").clone();
    domains.into_iter().find(|own| own["id"] == json!(domain)).expect("a domain")
}

fn settle(served: &Served, unit: &str, codes: &[&str], why: &str) -> u16 {
    let mut settled = served.coding(unit, "activity", codes);
    settled["memo"] = json!(why);
    served.post("/api/settle", &settled).status
}

/// R-1 is coded by both, R-2 is shown plainly, R-3 is Anna's; R-4 is Bo's and reads as R-1 does but for a sign.
#[test]
fn an_answer_is_coded_blindly_until_all_of_it_is_coded_and_stands_then() {
    let assigned = json!({
        "assign": { "Anna": ["R-1-1", "R-2-1", "R-3-1"], "Bo": ["R-1-1", "R-4-1"] }, "plain": ["R-2-1"],
    });
    let texts = ["Kurs för skolan", "Möte för elever", "Helt annan verksamhet", "Kurs, för skolan"];
    let (_place, study) = in_two_domains(&texts, assigned);
    let bo = Served::open(&study, "Bo");
    for (unit, domain) in [("R-1-1", "activity"), ("R-1-1", "output"), ("R-4-1", "activity"), ("R-4-1", "output")] {
        let mut said = bo.coding(unit, domain, &["G3"]);
        said["memo"] = json!("BOS MEMO");
        assert_eq!(bo.post("/api/code", &json!({ "codings": [said] })).status, 200);
    }
    let anna = Served::open(&study, "Anna");
    for unit in ["R-1-1", "R-2-1"] {
        assert_eq!(anna.code(unit, "activity", &["G1"]).status, 200);
    }
    let seen = || {
        let paths = ["unit?id=R-1-1", "unit?id=R-4-1", "next?state=unsettled", "differences", "progress"];
        let examples = ["examples?domain=activity&code=G3", "examples?domain=output&code=G3"];
        let all = paths.into_iter().chain(examples).map(|path| anna.get(&format!("/api/{path}")).body);
        all.collect::<String>()
    };
    let blind = seen();
    assert!(!blind.contains("MEMO") && !blind.contains("G3") && !blind.contains("\"Bo\""), "{blind}");
    assert!(!blind.contains("unsettled") && blind.contains("\"agreement\":[]"), "{blind}");
    let plain = domain(&anna, "R-2-1", "activity");
    assert_eq!(
        (domain(&anna, "R-1-1", "activity")["state"].clone(), plain["state"].clone()),
        (json!("coded"), json!("coded"))
    );
    let rule = json!({ "domain": "activity", "code": "G2", "phrase": "skolan" });
    assert_eq!(anna.post("/api/rule/effect", &rule).json()["hits"], json!(0));
    // What nobody but Anna has coded may be coded anew and taken back.
    assert_eq!(anna.code("R-1-1", "activity", &["G2"]).status, 200);
    assert_eq!(anna.post("/api/undo", &json!({})).status, 200);
    assert_eq!(anna.code("R-1-1", "output", &["G1"]).status, 200);
    // All of it is coded: both are shown, and neither changes any more what they gave.
    let differences = anna.json("/api/differences");
    assert_eq!(differences["differences"].as_array().map(Vec::len), Some(2), "{differences}");
    assert_eq!(anna.json("/api/examples?domain=activity&code=G3")["examples"][0]["id"], json!("R-4-1"));
    let agreement = anna.json("/api/progress")["agreement"].clone();
    assert_eq!(anna.code("R-1-1", "activity", &["G3"]).status, 400);
    assert_eq!(anna.post("/api/undo", &json!({})).status, 400);
    bo.json("/api/changes");
    assert_eq!(bo.code("R-1-1", "output", &["G1"]).status, 400);
    assert_eq!(anna.json("/api/progress")["agreement"], agreement);
    assert_eq!(anna.json("/api/differences"), differences);
    assert_eq!(settle(&anna, "R-1-1", &["G3"], "Bo såg rätt"), 200);
}

/// Anna and Bo settle what Anna was not sure of; that Anna has is refused to Bo who has not seen it, where it has come to him.
#[test]
fn what_two_settled_differently_is_to_be_settled_again() {
    let (_place, study) = fresh(&["Kurs ett", "Kurs två"], Value::Null);
    let (anna, bo) = (Served::open(&study, "Anna"), Served::open(&study, "Bo"));
    let mut unsure = anna.coding("R-1-1", "activity", &["G1"]);
    unsure["unsure"] = json!(true);
    assert_eq!(anna.post("/api/code", &json!({ "codings": [unsure] })).status, 200);
    bo.json("/api/changes");
    assert_eq!((settle(&anna, "R-1-1", &["G1"], "ANNAS"), settle(&bo, "R-1-1", &["G2"], "BOS")), (200, 409));
    // On a shared folder it may come later.
    let file = fs::read_to_string(study.join("decisions/anna.jsonl")).expect("a file");
    let mut line: Value = serde_json::from_str(file.lines().last().expect("a line")).expect("JSON");
    (line["who"], line["codes"], line["why"]) = (json!("Dan"), json!(["G2"]), json!("DANS"));
    fs::write(study.join("decisions/dan.jsonl"), format!("{}\n{line}\n", json!({ "insats decisions": 1 })))
        .expect("a file");
    let begun = Served::open(&study, "Cia");
    for served in [&anna, &bo, &begun] {
        served.json("/api/changes");
        let difference = &served.json("/api/differences")["differences"][0];
        let settled = |at: usize| {
            let own = &difference["given"][at];
            (own["who"].clone(), own["codes"].clone(), own["memo"].clone(), own["settled"].clone())
        };
        let both = [settled(0), settled(1)];
        for own in [("Anna", "G1", "ANNAS"), ("Dan", "G2", "DANS")] {
            assert!(both.contains(&(json!(own.0), json!([own.1]), json!(own.2), json!(true))), "{difference}");
        }
        assert_eq!(difference["state"], json!("unsettled"));
        assert_eq!(domain(served, "R-1-1", "activity")["state"], json!("unsettled"));
        assert_eq!(served.json("/api/next?state=unsettled")["unit"]["id"], json!("R-1-1"));
        assert_eq!(served.code("R-1-1", "activity", &["G1"]).status, 400);
    }
    assert_eq!(settle(&anna, "R-1-1", &["G2"], "Vi kom överens"), 200);
    bo.json("/api/changes");
    for served in [&anna, &bo] {
        assert_eq!(served.json("/api/differences"), json!({ "differences": [] }));
        let shown = domain(served, "R-1-1", "activity");
        let settled = json!({ "who": "Anna", "codes": ["G2"], "why": "Vi kom överens" });
        // Anna's own code is another: what counts is shown, and nothing is coded in vain.
        assert_eq!((&shown["state"], &shown["codes"], &shown["settled"]), (&json!("coded"), &json!(["G2"]), &settled));
        let refused = served.code("R-1-1", "activity", &["G1"]);
        assert!(refused.status == 400 && refused.body.contains("Anna"), "{}", refused.body);
    }
    assert_eq!(domain(&anna, "R-2-1", "activity")["settled"], Value::Null);
}

/// What the coder sees of an answer in a server that has gone on, and in one that begins.
fn live_and_begun(live: Served, study: &Path, unit: &str) -> [Value; 2] {
    let seen = |served: &Served| {
        let shown = domain(served, unit, "activity");
        json!([shown["state"], shown["codes"], shown["memo"], shown["change"]])
    };
    let before = seen(&live);
    assert_eq!(live.interrupt(), Some(0));
    [before, seen(&Served::open(study, "Anna"))]
}

#[cfg(unix)]
#[test]
fn a_server_that_goes_on_says_what_one_says_that_begins() {
    let (_place, study) = fresh(&["Kurs ett", "Kurs två"], Value::Null);
    let coded = |unit: &str, code: &str, memo: &str, served: &Served| {
        let mut coding = served.coding(unit, "activity", &[code]);
        coding["memo"] = json!(memo);
        assert_eq!(served.post("/api/code", &json!({ "codings": [coding] })).status, 200);
    };
    let first = Served::open(&study, "Anna");
    coded("R-1-1", "G1", "ett", &first);
    coded("R-2-1", "G1", "två", &first);
    assert_eq!(first.interrupt(), Some(0));
    // G1 has another name now, and R-2 another id.
    let change = |file: &str, pairs: &[(&str, &str)]| {
        let text = fs::read_to_string(study.join(file)).expect("a file");
        let text = pairs.iter().fold(text, |text, (from, to)| text.replace(from, to));
        fs::write(study.join(file), text).expect("a file");
    };
    change("codebook.json", &[("\"version\":\"1\"", "\"version\":\"2\""), ("\"G1\"", "\"A1\"")]);
    change("svar.csv", &[("R-2;", "R-7;")]);
    let line = json!({
        "who": "Lead", "when": "2026-12-02T09:00:00Z", "why": "w",
        "migrate": { "from": "liten 1", "to": "liten 2", "codes": { "activity": { "G1": "A1" } } },
    });
    let lead = format!("{}\n{line}\n", json!({ "insats decisions": 1 }));
    fs::write(study.join("decisions/lead.jsonl"), lead).expect("a file");
    for (unit, memo) in [("R-1-1", "ett"), ("R-7-1", "två")] {
        let served = Served::open(&study, "Anna");
        assert_eq!(domain(&served, unit, "activity")["codes"], json!(["A1"]));
        coded(unit, "G2", "annat", &served);
        assert_eq!(domain(&served, unit, "activity")["codes"], json!(["G2"]));
        assert_eq!(served.post("/api/undo", &json!({})).status, 200);
        assert_eq!(served.json("/api/examples?domain=activity&code=A1")["examples"].as_array().map(Vec::len), Some(2));
        let [live, begun] = live_and_begun(served, &study, unit);
        assert_eq!((&live, &live[1], &live[2]), (&begun, &json!(["A1"]), &json!(memo)));
    }
}

/// The case `coded-here-themes`: Anna gave R-1-1 a theme, Bo, who gives themes elsewhere, none; R-2-1 has the same of both.
#[test]
fn a_theme_that_one_of_two_coders_saw_is_to_be_settled() {
    let (_place, study) = crate::accept::copy("coded-here-themes");
    let anna = Served::open(&study, "Anna");
    let found = anna.json("/api/differences")["differences"].as_array().expect("differences").clone();
    let told = |own: &Value| {
        let voices = own["given"].as_array().expect("voices").iter();
        let said: Vec<String> = voices.map(|voice| format!("{} {}", voice["who"], voice["codes"])).collect();
        format!("{} {} {}: {}", own["unit"], own["domain"], own["state"], said.join(", "))
    };
    let told: Vec<String> = found.iter().map(told).collect();
    assert_eq!(told, [r#""R-1-1" "theme" "unsettled": "Anna" ["T1"], "Bo" []"#]);
}
