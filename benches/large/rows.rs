//! A study of a size one chooses: rows of interventions from recipients in a register of the study's own, five each, with the
//! texts of the municipalities of 2024 in short, funds that are weighted, codes by rules and a report of twenty items.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

const PER_RECIPIENT: usize = 5;
const LONGEST: usize = 62;
const GROUPS: [&str; 4] = ["Barn", "Unga", "Vuxna", "Äldre"];
const ANSWERS: [&str; 3] = ["Ja", "Nej", "Vet ej"];
const STUDY: &str = r#"title = "Stor studie"
year = 2025
codebook = "codebook.json"
codes = "rules"

[limits]
file_mb = 2000

[register.association]
file = "register.csv"
code = "Kod"
name = "Namn"
one = { sv = "en förening", en = "an association" }
several = { sv = "föreningar", en = "associations" }

[complete]
requires = ["activity", "funds"]
placeholders = ["-"]

[[requisitions]]
file = "medel.csv"
level = "association"
code = "Kod"
areas = { Belopp = "stod" }

[[survey]]
area = "stod"
level = "association"
file = "insatser.csv"
rows = "interventions"
respondent = { code = "Förening" }

[survey.intervention]
id = "Nr"
title = "Insats"
activity = "Aktivitet"
goal = "Mål"
output = "Prestation"
effect = "Effekt"
funds = "Kostnad"

[survey.question.targets]
joined = "Målgrupp"
separator = ","
per = "intervention"

[survey.question.continued]
choice = "Fortsätter"
answers = ["Ja", "Nej", "Vet ej"]
per = "intervention"
"#;

/// Writes the study into a folder and gives the size of its rows in bytes.
pub fn write(folder: &Path, project: &Path, interventions: usize) -> u64 {
    fs::create_dir_all(folder).expect("a folder");
    fs::copy(project.join("codebook/psykisk-halsa.json"), folder.join("codebook.json")).expect("the codebook");
    fs::write(folder.join("study.toml"), STUDY).expect("room");
    fs::write(folder.join("report.toml"), report()).expect("room");
    let recipients = interventions.div_ceil(PER_RECIPIENT);
    let sums = rows(folder, project, interventions, recipients);
    let (mut register, mut funds) = (create(folder, "register.csv"), create(folder, "medel.csv"));
    writeln!(register, "Kod;Namn").and_then(|()| writeln!(funds, "Kod;Belopp")).expect("room");
    let mut random = Random(2);
    for (recipient, sum) in sums.iter().enumerate() {
        let requisitioned = sum * (60 + random.below(60)) / 100_000 * 1_000;
        writeln!(register, "{recipient:06};Förening {recipient:06}").expect("room");
        writeln!(funds, "{recipient:06};{requisitioned}").expect("room");
    }
    register.flush().and_then(|()| funds.flush()).expect("room");
    fs::metadata(folder.join("insatser.csv")).expect("the rows").len()
}

/// Writes the rows and gives what every recipient reported, in kronor.
fn rows(folder: &Path, project: &Path, interventions: usize, recipients: usize) -> Vec<usize> {
    let texts = texts(project);
    let mut file = create(folder, "insatser.csv");
    writeln!(file, "Nr;Förening;Insats;Aktivitet;Mål;Prestation;Effekt;Kostnad;Målgrupp;Fortsätter").expect("room");
    let (mut random, mut sums) = (Random(1), vec![0; recipients]);
    for id in 0..interventions {
        let recipient = id / PER_RECIPIENT;
        let kronor = (1 + random.below(499)) * 1_000 + random.below(10);
        sums[recipient] += kronor;
        write!(file, "N{id:07};{recipient:06}").expect("room");
        for texts in &texts {
            write!(file, ";\"{}\"", texts[random.below(texts.len())].replace('"', "\"\"")).expect("room");
        }
        let first = random.below(GROUPS.len() + 1);
        let groups = GROUPS[first..(first + random.below(3)).min(GROUPS.len()).max(first)].join(", ");
        writeln!(file, ";{kronor};\"{groups}\";{}", ANSWERS[random.below(ANSWERS.len())]).expect("room");
    }
    file.flush().expect("room");
    sums
}

/// By text of an intervention, what the municipalities wrote, each cut to a line.
fn texts(project: &Path) -> Vec<Vec<String>> {
    const STARTS: [&str; 5] = ["Insatsens namn", "Beskriv vad", "Vad ville", "Vad har insatsen", "Vilka förändringar"];
    let bytes = fs::read(project.join("input/lagesrapport-2024/kunskap-kommun.csv")).expect("the export");
    let (export, _, _) = encoding_rs::WINDOWS_1252.decode(&bytes);
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(export.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let is_of = |name: &str, start: &str| name.split_once(": ").is_some_and(|(_, rest)| rest.starts_with(start));
    let records: Vec<csv::StringRecord> = reader.into_records().map(|record| record.expect("a row")).collect();
    let of = |start: &str| -> Vec<String> {
        let columns: Vec<usize> = (0..header.len()).filter(|column| is_of(&header[*column], start)).collect();
        let cells = records.iter().flat_map(|record| columns.iter().map(|column| line(&record[*column])));
        cells.filter(|text| text.chars().count() > 12).collect::<BTreeSet<_>>().into_iter().collect()
    };
    STARTS.map(of).into()
}

/// The words of a text that fit into a line.
fn line(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace().take_while(|word| word.len() < LONGEST) {
        if line.chars().count() + word.chars().count() > LONGEST {
            break;
        }
        line = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
    }
    line
}

/// Twenty items: bubbles and tables of codes, bars of answers.
fn report() -> String {
    let domains = [r#"["activity", "output"]"#, r#"["goal", "effect"]"#, r#"["activity"]"#, r#"["goal"]"#];
    let bubbles = domains.iter().chain(&[r#"["output"]"#, r#"["effect"]"#, r#"["activity", "goal"]"#]);
    let bubbles = bubbles.map(|domains| format!("kind = \"bubble\"\ndomains = {domains}"));
    let mains = ["G1", "R1", "G1", "R1", "G2", "R2", "G3"];
    let tables = mains.iter().zip(domains.iter().cycle());
    let tables = tables.map(|(main, domains)| format!("kind = \"table\"\nmain = \"{main}\"\ndomains = {domains}"));
    let bars = ["targets", "continued"].into_iter().cycle().take(6);
    let bars = bars.map(|question| format!("kind = \"bars\"\nquestion = \"{question}\""));
    let items = bubbles.chain(tables).chain(bars).enumerate();
    items
        .map(|(n, keys)| format!("[[item]]\nid = \"figur-{n}\"\narea = \"stod\"\ntitle = \"Figur\"\n{keys}\n\n"))
        .collect()
}

fn create(folder: &Path, name: &str) -> BufWriter<File> {
    BufWriter::new(File::create(folder.join(name)).expect("a file"))
}

/// Numbers that look random and are the same every time (xorshift, Marsaglia 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % bound
    }
}
