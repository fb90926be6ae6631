//! Codings while answers go on arriving: over random waves of small studies no code counts for a text that it was not given to,
//! every answer that reads as it did keeps its codes wherever it stands, and the order of rows means nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use insats::codebook::{Codebook, Domain};
use insats::coding::Codings;
use insats::decisions::log::Moment;
use insats::diagnostic::Diagnostics;
use insats::read::Files;
use insats::register::{Level, recipients};
use insats::run::{accepting, lock};
use insats::study::{CodesFrom, Study};
use insats::survey::Input;
use proptest::prelude::*;

use crate::support::project;

/// Blocks of the form.
const BLOCKS: usize = 6;
const CODES: [&str; 4] = ["G1", "G2", "G3", "G4"];

/// What happens to the answers of a study between two exports.
#[derive(Clone, Debug)]
enum Event {
    Swap(usize, usize, usize),
    Rewrite(usize, usize),
    Typo(usize, usize),
    Late(usize),
    Withdraw(usize),
    Double(usize, usize),
    InsertFirst(usize),
    Rename(usize),
    Reverse,
}

/// Respondents with their ids and texts.
type Wave = Vec<(String, Vec<String>)>;

fn event() -> impl Strategy<Value = Event> {
    let (who, block) = (0..8_usize, 0..BLOCKS);
    prop_oneof![
        (who.clone(), block.clone(), block.clone()).prop_map(|(r, a, b)| Event::Swap(r, a, b)),
        (who.clone(), block.clone()).prop_map(|(r, b)| Event::Rewrite(r, b)),
        (who.clone(), block.clone()).prop_map(|(r, b)| Event::Typo(r, b)),
        (0..9_usize).prop_map(Event::Late),
        who.clone().prop_map(Event::Withdraw),
        (who.clone(), block).prop_map(|(r, b)| Event::Double(r, b)),
        who.clone().prop_map(Event::InsertFirst),
        who.prop_map(Event::Rename),
        Just(Event::Reverse),
    ]
}

/// The texts of a first export: of nine, so that some read alike.
fn first() -> impl Strategy<Value = Vec<Vec<usize>>> {
    prop::collection::vec(prop::collection::vec(0..9_usize, 1..4), 2..6)
}

fn happen(wave: &mut Wave, event: &Event, at: usize) {
    let count = wave.len();
    let own = |r: &usize| *r % count;
    match event {
        Event::Swap(r, a, b) => {
            let texts = &mut wave[own(r)].1;
            let (a, b) = (a % texts.len(), b % texts.len());
            texts.swap(a, b);
        }
        Event::Rewrite(r, b) => {
            let texts = &mut wave[own(r)].1;
            let b = b % texts.len();
            texts[b] = format!("Omskriven text {at}");
        }
        Event::Typo(r, b) => {
            let texts = &mut wave[own(r)].1;
            let b = b % texts.len();
            texts[b].push('x');
        }
        Event::Late(text) => wave.push((format!("S-{at}"), vec![format!("Text nummer {text}")])),
        Event::Withdraw(r) if count > 1 => {
            wave.remove(own(r));
        }
        Event::Double(r, b) => {
            let texts = &mut wave[own(r)].1;
            let text = texts[b % texts.len()].clone();
            if texts.len() < BLOCKS {
                texts.push(text);
            }
        }
        Event::InsertFirst(r) => {
            let texts = &mut wave[own(r)].1;
            if texts.len() < BLOCKS {
                texts.insert(0, format!("Ny text {at}"));
            }
        }
        Event::Rename(r) => wave[own(r)].0 = format!("N-{at}"),
        Event::Reverse => wave.reverse(),
        Event::Withdraw(_) => {}
    }
}

/// The export, with the funds of whoever stands in it.
fn write(folder: &Path, wave: &Wave) {
    let regions = recipients(Level::region());
    let head: String = (1..=BLOCKS).map(|n| format!(";Insats {n}: Text;Insats {n}: Kronor")).collect();
    let (mut answers, mut funds) = (format!("Id;Kod{head}\n"), "Kod;Belopp\n".to_owned());
    for (at, (id, texts)) in wave.iter().enumerate() {
        let _ = write!(answers, "{id};{}", regions[at].code);
        for block in 0..BLOCKS {
            let _ = match texts.get(block) {
                Some(text) => write!(answers, ";{text};1000"),
                None => write!(answers, ";;"),
            };
        }
        answers.push('\n');
        let _ = writeln!(funds, "{};{}", regions[at].code, 1000 * texts.len());
    }
    fs::write(folder.join("svar.csv"), answers).expect("the answers");
    fs::write(folder.join("medel.csv"), funds).expect("the funds");
}

/// A study with its answers and codings, and the domain that is coded.
fn read(folder: &Path) -> (Study, Input, Codings, Domain) {
    let study = Study::load(folder).expect("the study");
    let book = Codebook::load(&folder.join("codebook.json"), "codebook.json").expect("the codebook");
    let mut messages = Diagnostics::new();
    let files = Files::read(&study, &mut messages);
    let input = Input::read(&study, &files, &mut messages);
    assert!(!messages.has_errors(), "{messages}");
    let mut codings = Codings::read(&study, &book, &input, &files, &mut messages);
    codings.settle(CodesFrom::Final, &book, &input, &mut messages).expect("codes");
    (study, input, codings, book.domain("activity").expect("a domain"))
}

/// How edited answers read when they were coded, by what is kept.
fn old_wordings(folder: &Path) -> BTreeMap<String, Option<String>> {
    let (_, input, codings, activity) = read(folder);
    let bound = codings.finals.iter().find_map(|sheet| sheet.bound.as_ref()).expect("a lock");
    let edited = input.units().filter_map(|unit| Some((unit.id.to_string(), bound.given_to(&unit.id, activity)?)));
    edited.map(|(id, given_to)| (id, codings.texts.as_read(given_to))).collect()
}

/// By unit: its text, and the codes that count.
fn coded(folder: &Path) -> BTreeMap<String, (String, Vec<String>)> {
    let (study, input, codings, activity) = read(folder);
    let name = study.texts.iter().find(|name| name.word() == "activity").expect("a text");
    let of = |unit: &insats::survey::Unit| {
        let codes = codings.of(&unit.id, activity).map(|(code, _)| code.to_owned()).collect();
        (unit.id.to_string(), (unit.text(name).to_owned(), codes))
    };
    input.units().map(of).collect()
}

fn set_up(folder: &Path, wave: &Wave, codes: &BTreeMap<String, &str>) {
    fs::copy(project("tests/cases/new-wave/codebook.json"), folder.join("codebook.json")).expect("a codebook");
    let book = fs::read_to_string(folder.join("codebook.json")).expect("a codebook");
    let last =
        r#"{ "id": "G3", "label": { "sv": "Kartläggning" }, "definition": { "sv": "Kartläggning och analys." } }"#;
    let more = r#"{ "id": "G4", "label": { "sv": "Annat" }, "definition": { "sv": "Annat." } }"#;
    fs::write(folder.join("codebook.json"), book.replace(last, &format!("{last}, {more}"))).expect("a codebook");
    fs::write(folder.join("report.toml"), "source = \"x\"\n").expect("a report");
    let study = r#"title = "t"
year = 2025
codebook = "codebook.json"
[complete]
requires = ["activity", "funds"]
[[requisitions]]
file = "medel.csv"
level = "region"
code = "Kod"
areas = { Belopp = "psyk" }
[[coding]]
role = "final"
file = "koder.csv"
intervention = "Insats"
domains = { activity = "Aktivitet" }
[[survey]]
area = "psyk"
level = "region"
file = "svar.csv"
respondent = { id = "Id", code = "Kod" }
[survey.intervention]
activity = "Insats {n}: Text"
funds = "Insats {n}: Kronor"
"#;
    fs::write(folder.join("study.toml"), study).expect("a study");
    let rows: String = codes.iter().map(|(id, code)| format!("{id};{code}\n")).collect();
    fs::write(folder.join("koder.csv"), format!("Insats;Aktivitet\n{rows}")).expect("codes");
    write(folder, wave);
}

/// What people gave: an id, the text that stood there, and the code.
type Coded = Vec<(String, String, &'static str)>;

/// The first wave, in which people give every text a code where it stands; locked.
fn first_wave(folder: &Path, first: &[Vec<usize>], codes: &[usize]) -> (Wave, Coded) {
    let respondent = |(at, texts): (usize, &Vec<usize>)| {
        (format!("R-{at}"), texts.iter().map(|text| format!("Text nummer {text}")).collect::<Vec<_>>())
    };
    let wave: Wave = first.iter().enumerate().map(respondent).collect();
    let mut given: Coded = Vec::new();
    for (id, texts) in &wave {
        for (block, text) in texts.iter().enumerate() {
            given.push((format!("{id}-{}", block + 1), text.clone(), CODES[codes[given.len() % codes.len()]]));
        }
    }
    let sheet = given.iter().map(|(id, _, code)| (id.clone(), *code)).collect();
    set_up(folder, &wave, &sheet);
    lock(folder, &[], &[], &|_| {}).expect("a lock");
    (wave, given)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_code_counts_for_a_text_that_it_was_not_given_to(
        first in first(),
        codes in prop::collection::vec(0..CODES.len(), 20),
        events in prop::collection::vec(event(), 0..6),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut wave, given) = first_wave(folder.path(), &first, &codes);
        let before = coded(folder.path());
        for (id, text, code) in &given {
            prop_assert_eq!(&before[id], &(text.clone(), vec![(*code).to_owned()]));
        }
        events.iter().enumerate().for_each(|(at, event)| happen(&mut wave, event, at));
        write(folder.path(), &wave);
        let after = coded(folder.path());
        for (id, (text, codes)) in &after {
            for code in codes {
                let was_given = given.iter().any(|(_, own, given)| own == text && given == code);
                prop_assert!(was_given, "{id} {text} has {code} after {events:?}");
            }
            // A text that stood and stands once has what it was given, wherever it stands.
            let stood: Vec<_> = given.iter().filter(|(_, own, _)| own == text).collect();
            let stands = after.values().filter(|(own, _)| own == text).count();
            if let ([(_, _, code)], 1) = (&stood[..], stands) {
                prop_assert_eq!(codes, &[(*code).to_owned()], "{} after {:?}", id, events);
            }
        }
        // What is shown as old wording is what was coded under the id.
        for (id, old) in old_wordings(folder.path()) {
            let coded = given.iter().find(|(own, ..)| *own == id).map(|(_, text, _)| text.clone());
            prop_assert_eq!(&old, &coded, "{} after {:?}", id, events);
        }
        // No more answers have a code than were given it with their text.
        for (_, text, code) in &given {
            let was = given.iter().filter(|(_, own, of)| own == text && of == code).count();
            let is = after.values().filter(|(own, codes)| own == text && codes.contains(&(*code).to_owned())).count();
            prop_assert!(is <= was, "{text} {code}: {is} of {was} after {events:?}");
        }
        wave.reverse();
        write(folder.path(), &wave);
        prop_assert_eq!(coded(folder.path()), after);
    }
}

/// Somebody decides what waits, as far as there is a code for it.
fn decide(folder: &Path, codes: &[usize], given: &mut Vec<(String, String, &'static str)>) {
    let now = coded(folder);
    let mut session = accepting(folder, "Anna", &|_| {}).expect("a session");
    let waiting = session.waiting(None).expect("what waits").codings;
    for (about, code) in waiting.iter().zip(codes).filter(|(_, code)| **code < CODES.len()) {
        let decided = [(about, vec![CODES[*code].to_owned()], "read it".to_owned())];
        session.decide(&decided, &Moment::of_unix(0)).expect("a decision");
        let text = now[&about.unit].0.clone();
        // Of the same answer with the same text the later counts.
        given.retain(|(id, own, _)| *id != about.unit || *own != text);
        given.push((about.unit.clone(), text, CODES[*code]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_decision_counts_for_a_text_that_it_was_not_made_for(
        first in first(),
        codes in prop::collection::vec(0..CODES.len(), 20),
        waves in prop::collection::vec((prop::collection::vec(event(), 1..5), prop::collection::vec(0..6_usize, 8)), 1..4),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut wave, mut given) = first_wave(folder.path(), &first, &codes);
        for (number, (events, decided)) in waves.iter().enumerate() {
            events.iter().enumerate().for_each(|(at, event)| happen(&mut wave, event, 10 * number + at));
            write(folder.path(), &wave);
            decide(folder.path(), decided, &mut given);
            let after = coded(folder.path());
            for (id, (text, codes)) in &after {
                for code in codes {
                    let was_given = given.iter().any(|(_, own, given)| own == text && given == code);
                    prop_assert!(was_given, "{id} {text} has {code} after {waves:?}");
                }
                let stood: Vec<_> = given.iter().filter(|(_, own, _)| own == text).collect();
                let stands = after.values().filter(|(own, _)| own == text).count();
                if let ([(_, _, code)], 1) = (&stood[..], stands) {
                    prop_assert_eq!(codes, &[(*code).to_owned()], "{} after {:?}", id, waves);
                }
            }
            for (_, text, code) in &given {
                let was = given.iter().filter(|(_, own, of)| own == text && of == code).count();
                let is = after.values().filter(|(own, codes)| own == text && codes.contains(&(*code).to_owned())).count();
                prop_assert!(is <= was, "{text} {code}: {is} of {was} after {waves:?}");
            }
        }
    }
}
