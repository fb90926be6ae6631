//! What respondents wrote stands in the study's private folder and in sheets for coders, and in no other file, nor in what is
//! printed to anything but a terminal: a study of long sentences of which every five words are its own is put through every command.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use crate::support::{copy_folder, files, project, rows};

/// Codes of the case `codes-best`, with words of which its rules speak.
const WORDS: [&str; 4] = ["samordnare", "kampanj", "handlingsplan", "app"];

/// A sentence of which every five words stand nowhere else.
fn sentence(number: usize) -> String {
    let word = |at: u8| format!("z{}{}", letters(number), char::from(b'a' + at));
    let mut words: Vec<String> = (0..24).map(word).collect();
    words.insert(7, WORDS[number % WORDS.len()].to_owned());
    words.join(" ")
}

/// The first words of one.
fn beginning(number: usize) -> String {
    sentence(number).split(' ').take(5).collect::<Vec<_>>().join(" ")
}

fn letters(number: usize) -> String {
    [number / 676, number / 26 % 26, number % 26].map(|digit| (b'a' + digit as u8) as char).iter().collect()
}

/// Respondents with four interventions each, of a title and two texts, and an open answer.
const RESPONDENTS: [(&str, &str); 3] =
    [("B-1", "Region Stockholm"), ("B-2", "Region Uppsala"), ("B-3", "Region Dalarna")];
const BLOCKS: usize = 4;

/// The export; the texts of `edited` are other ones than before.
fn export(edited: &[usize]) -> String {
    let block = |n: usize| format!(";Insats {n}: Namn;Insats {n}: Aktivitet;Insats {n}: Prestation;Insats {n}: Medel");
    let mut text = format!("ID;Region{};Svårast;Anteckning\n", (1..=BLOCKS).map(block).collect::<String>());
    for (at, (id, region)) in RESPONDENTS.iter().enumerate() {
        text += &format!("{id};{region}");
        for block in 0..BLOCKS {
            let own = 100 * at + 10 * block;
            let activity = if edited.contains(&own) { 500 + own } else { own + 1 };
            // One says that it does not count, which is told.
            let done = if own == 130 { format!("Ska inte räknas, {}", beginning(131)) } else { sentence(activity) };
            let texts = [sentence(own), done, sentence(own + 2)];
            text += &format!(";{};{}", texts.join(";"), 1000 * (at + 1) * (block + 1));
        }
        // Nobody declares the last column: what begins so is told all the same.
        text += &format!(";{};Utgår, {}\n", sentence(400 + at), beginning(410 + at));
    }
    text
}

/// All sentences that the study has at any time.
fn sentences() -> Vec<String> {
    let own = (0..RESPONDENTS.len()).flat_map(|at| (0..BLOCKS).map(move |block| 100 * at + 10 * block));
    let own = own.flat_map(|own| [own, own + 1, own + 2, own + 500]);
    own.chain((0..RESPONDENTS.len()).flat_map(|at| [400 + at, 410 + at])).map(sentence).collect()
}

/// What becomes of the codes, where they change.
const RENAMED: &str = "version = \"2\"\n[[rename]]\ndomain = \"activity\"\ncode = \"G2\"\nto = \"G9\"\n";

struct Study {
    place: tempfile::TempDir,
}

impl Study {
    fn new() -> Self {
        let study = Self { place: tempfile::tempdir().expect("a folder") };
        copy_folder(&project("tests/cases/codes-best"), &study.folder());
        fs::remove_dir_all(study.folder().join("expected")).expect("what is expected");
        let names = ["Respondent-ID", "(kr)", "Använda medel "].iter().zip(["ID", "", "Medel"]);
        study.change("study.toml", |declared| {
            let renamed = names.fold(declared, |text, (from, to)| text.replace(from, to));
            renamed.replace("[survey.intervention]\n", "[survey.intervention]\ntitle = \"Insats {n}: Namn\"\n")
                + "\n[survey.question.hardest]\ntext = \"Svårast\"\n"
        });
        study.change("kodbok.json", |book| {
            let mut book: serde_json::Value = serde_json::from_str(&book).expect("JSON");
            let domains = book["domains"].as_array_mut().expect("domains");
            let name = serde_json::json!({ "sv": "Svårast", "en": "Hardest" });
            domains.push(serde_json::json!({
                "id": "hardest", "label": name, "plural": name, "system": "theme", "unit": "respondent"
            }));
            book.to_string()
        });
        study.write("enkat.csv", &export(&[]));
        study.write(
            "rekvirerade-medel.csv",
            "Kod;Region;Barn och unga\n01;Stockholm;10000\n03;Uppsala;20000\n20;Dalarna;30000\n",
        );
        let coded = |n: usize| -> String {
            let ids = RESPONDENTS.iter().flat_map(|(id, _)| (1..=BLOCKS).map(move |block| format!("{id}-{block}")));
            let codes = ["G2", "G1.1"];
            ids.enumerate().map(|(at, id)| format!("{id};{};G1.2\n", codes[(at / n) % 2])).collect()
        };
        for (file, n) in [("kodare-a.csv", 1), ("kodare-b.csv", 2), ("slutlig.csv", 1)] {
            study.write(file, &format!("Insats-ID;Aktivitet;Prestation\n{}", coded(n)));
        }
        study
    }

    fn folder(&self) -> PathBuf {
        self.place.path().join("study")
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.folder().join(file), text).expect("a file");
    }

    fn change(&self, file: &str, change: impl FnOnce(String) -> String) {
        let text = fs::read_to_string(self.folder().join(file)).expect("a file");
        self.write(file, &change(text));
    }

    /// Does a command with something typed; what it prints is a file in which texts are searched for, too, but where it was asked to show them.
    fn typed(&self, arguments: &[&str], typed: &str) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_insats"));
        program.current_dir(self.place.path()).args(arguments).env("LC_ALL", "C");
        program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = program.spawn().expect("the program");
        // A program that asks nothing may be gone already.
        let _ = child.stdin.take().expect("its input").write_all(typed.as_bytes());
        let output = child.wait_with_output().expect("the program");
        if !arguments.contains(&"--show-texts") {
            let printed = self.place.path().join("printed");
            fs::create_dir_all(&printed).expect("a folder");
            let number = fs::read_dir(&printed).expect("a folder").count();
            let name = format!("{number:03} {}", arguments.join(" ").replace('/', "_"));
            let all = [&b"> "[..], &output.stdout, b"\n! ", &output.stderr].concat();
            fs::write(printed.join(name), all).expect("a file");
        }
        output
    }

    fn insats(&self, arguments: &[&str]) -> Output {
        self.typed(arguments, "")
    }

    /// Does a command that must succeed; gives what it printed.
    fn ok(&self, arguments: &[&str]) -> String {
        let output = self.insats(arguments);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "insats {}\n{told}", arguments.join(" "));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// Every command that writes, into folders that begin with a name.
    fn every_command(&self, name: &str) {
        let out = |command: &str| format!("{name}-{command}");
        self.ok(&["run", "study", "--out", &out("run"), "--formats", "svg,png,csv,txt,html,xlsx,docx,parquet"]);
        // Against the first run, where there is another.
        let since = Some("unlocked-run").filter(|run| self.place.path().join(run).exists());
        self.ok(&["diff", "study", "--since", since.unwrap_or(&out("run")), "--out", &out("diff")]);
        self.write("../map.toml", RENAMED);
        self.ok(&["codebook", "migrate", "study", "--map", "map.toml", "--out", &out("migrate")]);
        for (command, more) in [("agreement", None), ("code", None), ("evaluate", Some("--details"))] {
            let own = out(command);
            self.ok(&[command, "study", "--out", &own].into_iter().chain(more).collect::<Vec<_>>());
        }
        self.ok(&["learn", "study", "--out", &out("model.json")]);
        self.ok(&["suggest", "study", "--model", &out("model.json"), "--out", &out("suggest")]);
        self.ok(&["claims", "draft", "study", "--out", &out("claims.csv")]);
        self.ok(&["status", "study", "--out", &out("status")]);
        self.ok(&["codebook", "export", "study/kodbok.json", "--out", &out("kodbok.xlsx")]);
        self.ok(&["codebook", "export", "study/kodbok.json", "--out", &out("kodbok.qdc")]);
        // A draft of declarations from the export alone.
        let draft = self.place.path().join(out("init"));
        fs::create_dir(&draft).expect("a folder");
        for file in ["enkat.csv", "kodbok.json"] {
            fs::copy(self.folder().join(file), draft.join(file)).expect("a file");
        }
        self.ok(&["init", &out("init")]);
        self.ok(&["schema", "study", "--out", &out("schema.json")]);
        for format in ["text", "json"] {
            self.ok(&["status", "study", "--format", format]);
            self.ok(&["check", "study", "--format", format]);
            self.ok(&["diff", "study", "--since", &out("run"), "--format", format]);
        }
        for what in [&["B-1-1"][..], &["B-1"], &["figur-1"], &["figur-1", "activity", "G1"], &["hardest:B-1"]] {
            self.insats(&[&["explain", "study"], what].concat());
        }
        self.ok(&["peek", "study/enkat.csv"]);
        self.ok(&["codebook", "check", "study/kodbok.json", "--study", "study", "--all"]);
        self.write("claims.csv", &fs::read_to_string(self.place.path().join(out("claims.csv"))).expect("claims"));
        let declared = fs::read_to_string(self.folder().join("study.toml")).expect("declarations");
        self.write("study.toml", &format!("claims = \"claims.csv\"\n{declared}"));
        self.ok(&["verify", "study"]);
        self.write("study.toml", &declared);
        fs::remove_file(self.folder().join("claims.csv")).expect("claims");
        // What waits is skipped, one after the other.
        assert!(self.typed(&["accept", "study", "--who", "Anna"], &"s\n".repeat(99)).status.success());
        assert!(self.typed(&["accept", "study", "--who", "Anna", "--unit", "B-1-1"], "s\ns\n").status.success());
        self.ok(&["accept", "study", "--log"]);
    }

    /// The files that hold five words of a sentence, but for the export and what is private.
    fn leaks(&self) -> BTreeSet<String> {
        let windows: BTreeSet<String> = sentences()
            .iter()
            .flat_map(|text| {
                text.split(' ').collect::<Vec<_>>().windows(5).map(|own| own.join(" ")).collect::<Vec<_>>()
            })
            .collect();
        let all = files(self.place.path());
        let others = all.iter().filter(|(name, _)| !name.ends_with("enkat.csv") && !name.starts_with("study/private/"));
        let mut found = BTreeSet::new();
        others.for_each(|(name, bytes)| search(name, bytes, &windows, &mut found));
        found
    }
}

/// Looks for any of some texts in a file, and in the files that are packed in it.
fn search(name: &str, bytes: &[u8], windows: &BTreeSet<String>, found: &mut BTreeSet<String>) {
    let text = String::from_utf8_lossy(bytes);
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if let Some(own) = words.windows(5).map(|own| own.join(" ")).find(|own| windows.contains(own)) {
        found.insert(format!("{name}: {own}"));
    }
    if bytes.starts_with(b"PK") {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
        for index in 0..archive.len() {
            let (mut part, mut content) = (archive.by_index(index).expect("a part"), Vec::new());
            part.read_to_end(&mut content).expect("a part");
            search(&format!("{name}/{index}"), &content, windows, found);
        }
    }
}

#[test]
fn no_text_of_a_respondent_is_in_any_file_but_private_ones() {
    let study = Study::new();
    study.every_command("unlocked");
    study.ok(&["lock", "study"]);
    study.every_command("locked");
    // Nothing of what follows may stop a run.
    study.change("study.toml", |declared| declared.replacen("year", "draft = true\nyear", 1));
    study.write("enkat.csv", &export(&[0, 110, 220]));
    study.every_command("draft");
    let told = files(study.place.path());
    let manifest = String::from_utf8_lossy(&told["draft-run/manifest.json"]).into_owned();
    assert!(manifest.contains("private/texts.jsonl"), "named, by hash alone\n{manifest}");
    let page = String::from_utf8_lossy(&told["draft-run/rapport.html"]).into_owned();
    assert!(page.contains("lyder"), "a draft tells of edited answers");
    assert_eq!(study.leaks(), BTreeSet::new());
    // Whoever asks for them sees both wordings; of the edited ones 220 has the most funds.
    let ways = [&["check", "study"][..], &["status", "study"], &["accept", "study", "--who", "Anna"]];
    for command in ways {
        let told = study.ok(&[command, &["--show-texts"]].concat());
        assert!(told.contains(&beginning(221)) && told.contains(&beginning(720)), "{command:?}\n{told}");
        let told = study.ok(command);
        assert!(told.contains("[see it at a terminal, or with --show-texts]"), "{command:?}\n{told}");
    }
    let json = ["check", "study", "--format", "json"];
    assert!(study.ok(&[&json[..], &["--show-texts"]].concat()).contains(&beginning(720)));
    let shown = [
        (&["explain", "study", "B-1-2"][..], beginning(10)),
        (&["peek", "study/enkat.csv"], sentence(0)[..20].to_owned()),
    ];
    for (command, text) in shown {
        assert!(study.ok(&[command, &["--show-texts"]].concat()).contains(&text), "{command:?}");
        assert!(!study.ok(command).contains(&text), "{command:?}");
    }
    // The list to decide from is for whoever decides; a decision says nothing of the text.
    study.ok(&["accept", "study", "--list"]);
    let list = study.folder().join("private/to-decide.csv");
    let mut decided = csv::Reader::from_path(&list).expect("a list");
    let head = decided.headers().expect("a head").clone();
    let at = |name: &str| head.iter().position(|own| own == name).expect("a column");
    let is_edited = |row: &csv::StringRecord| &row[at("id")] == "B-3-3" && &row[at("domain")] == "activity";
    let row = decided.records().map(|row| row.expect("a row")).find(is_edited).expect("an edited answer");
    let filled = |(column, cell): (usize, &str)| match column {
        _ if column == at("codes") => "G2".to_owned(),
        _ if column == at("why") => "Läst igen".to_owned(),
        _ => cell.to_owned(),
    };
    let mut filled_in = csv::Writer::from_path(&list).expect("a list");
    filled_in.write_record(&head).expect("a head");
    filled_in.write_record(row.iter().enumerate().map(filled)).expect("a row");
    drop(filled_in);
    study.ok(&["accept", "study", "--who", "Anna", "--from", "study/private/to-decide.csv"]);
    study.ok(&["run", "study", "--out", "decided-run"]);
    assert!(files(&study.folder()).keys().any(|name| name.starts_with("decisions/")));
    assert_eq!(study.leaks(), BTreeSet::new());
    // What somebody filled in was given back: it goes, too, and nothing is left that says how an answer read.
    let forgotten = study.ok(&["forget", "study"]);
    assert!(forgotten.contains("25 texts erased") && forgotten.contains("to-decide.csv"), "{forgotten}");
    assert_eq!(files(&study.folder().join("private")).into_keys().collect::<Vec<_>>(), [".gitignore"]);
    let told = study.ok(&["status", "study", "--show-texts"]);
    assert!(!told.contains(&beginning(111)) && told.contains(&beginning(610)), "only the new wording is left\n{told}");
    assert_eq!(study.leaks(), BTreeSet::new());
}

/// The search finds what a study lets into its output.
#[test]
fn a_study_may_let_texts_into_its_output() {
    let study = Study::new();
    study.change("study.toml", |declared| declared.replacen("year", "texts_in_output = true\nyear", 1));
    study.every_command("open");
    let names = study.leaks();
    let names: BTreeSet<&str> = names.iter().filter_map(|found| found.split([':', '/']).nth(1)).collect();
    assert!(names.contains("data") && names.contains("rapport.html"), "{names:?}");
    let data = rows(&study.place.path().join("open-run/data/interventions.csv"));
    assert_eq!((data[0]["title"].as_str(), data[0]["activity"].as_str()), (sentence(0).as_str(), sentence(1).as_str()));
}

#[test]
fn texts_are_kept_for_their_owner_alone_and_forgotten_whole() {
    let study = Study::new();
    let nothing = study.ok(&["forget", "study"]);
    assert!(nothing.contains("nothing to erase"), "{nothing}");
    assert!(!study.folder().join("private").exists(), "a study without a lock has no private folder");
    let told = study.ok(&["lock", "study"]);
    assert!(told.contains("24 texts were kept in private/texts.jsonl"), "{told}");
    let path = study.folder().join("private/texts.jsonl");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(path.metadata().expect("texts").permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(fs::read_to_string(study.folder().join("private/.gitignore")).expect("a file"), "*\n");
    // Nothing is new: nothing is written.
    let before = files(&study.folder());
    assert!(!study.ok(&["lock", "study"]).contains("kept"));
    assert!(files(&study.folder()) == before);
    // An edited answer that was coded anew is kept beside what it was, and no second copy stays.
    study.write("enkat.csv", &export(&[220]));
    let told = study.ok(&["lock", "study", "--again", "B-3-3"]);
    assert!(told.contains("one text was kept"), "{told}");
    let names = || files(&study.folder().join("private")).into_keys().collect::<Vec<_>>();
    assert_eq!(names(), [".gitignore", "texts.jsonl"]);
    // Half a line is told and costs itself alone; the file as it was stays beside the new one, until all is forgotten.
    let whole = fs::read_to_string(&path).expect("texts");
    fs::write(&path, &whole[..whole.len() - 30]).expect("texts");
    let told = study.ok(&["lock", "study"]);
    assert!(told.contains("a line of the kept texts is damaged"), "{told}");
    assert_eq!(fs::read_to_string(&path).expect("texts"), whole);
    assert_eq!(names(), [".gitignore", "texts.jsonl", "texts.jsonl.bak"]);
    let locks = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
        files
            .iter()
            .filter(|(name, _)| !name.starts_with("private/"))
            .map(|(n, b)| (n.clone(), b.clone()))
            .collect::<Vec<_>>()
    };
    let before = locks(&files(&study.folder()));
    let told = study.ok(&["forget", "study"]);
    assert!(told.contains("25 texts erased") && told.contains("texts.jsonl.bak"), "{told}");
    assert_eq!(names(), [".gitignore"]);
    assert!(locks(&files(&study.folder())) == before, "something else was touched");
    // What somebody else put there stays, and is told.
    fs::write(&path, "id;text\n").expect("a file");
    let told = study.ok(&["lock", "study"]);
    assert!(told.contains("does not begin as one of kept texts"), "{told}");
    assert_eq!(fs::read_to_string(&path).expect("a file"), "id;text\n");
    assert_eq!(study.insats(&["forget", "nowhere"]).status.code(), Some(1));
}

/// A list that somebody has begun to fill in is not lost with the texts; neither is a copy that was kept of one, nor a file that is
/// somebody's own.
#[test]
fn what_is_filled_in_and_not_given_back_is_not_forgotten() {
    let study = Study::new();
    study.ok(&["lock", "study"]);
    study.write("enkat.csv", &export(&[0, 110]));
    study.ok(&["accept", "study", "--list"]);
    let path = study.folder().join("private/to-decide.csv");
    let empty = fs::read_to_string(&path).expect("a list");
    let fill = |list: &str| {
        let mut rows = list.lines().map(str::to_owned).collect::<Vec<_>>();
        let row = rows.iter_mut().skip(1).find(|row| row.contains(",activity,")).expect("a row");
        *row = row.strip_suffix(",,").expect("two blank cells").to_owned() + ",G2,Läst";
        rows.join("\n") + "\n"
    };
    fs::write(&path, fill(&empty)).expect("a list");
    fs::create_dir(study.folder().join("private/eget")).expect("a folder");
    fs::write(study.folder().join("private/eget/anteckning.txt"), "Egen").expect("a file");
    let before = files(&study.folder());
    let refused = study.insats(&["forget", "study"]);
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{told}");
    assert!(
        told.contains("private/to-decide.csv") && told.contains("insats accept --from") && told.contains("--all"),
        "{told}"
    );
    assert!(files(&study.folder()) == before, "something was erased");
    // A new list keeps the other as a copy, which has not been given back either.
    study.ok(&["accept", "study", "--list", "--force"]);
    let told = String::from_utf8_lossy(&study.insats(&["forget", "study"]).stderr).into_owned();
    assert!(told.contains("private/to-decide.csv.bak") && !told.contains("private/to-decide.csv\n"), "{told}");
    study.ok(&["accept", "study", "--who", "Anna", "--from", "study/private/to-decide.csv.bak"]);
    let told = study.ok(&["forget", "study"]);
    assert!(told.contains("anteckning.txt"), "{told}");
    let names = || files(&study.folder().join("private")).into_keys().collect::<Vec<_>>();
    assert_eq!(names(), [".gitignore", "eget/anteckning.txt"]);
    // With --all it goes, too.
    study.ok(&["lock", "study"]);
    study.write("enkat.csv", &export(&[0, 110, 220]));
    study.ok(&["accept", "study", "--list"]);
    let list = fs::read_to_string(&path).expect("a list");
    fs::write(&path, fill(&list)).expect("a list");
    assert_eq!(study.insats(&["forget", "study"]).status.code(), Some(1));
    study.ok(&["forget", "study", "--all"]);
    assert_eq!(names(), [".gitignore", "eget/anteckning.txt"]);
}

/// Coders' workbooks hold texts: they stand in the private folder, nothing that is printed says more, and they are forgotten with the rest.
#[test]
fn workbooks_of_coders_are_private_and_forgotten() {
    let study = Study::new();
    study.ok(&["sheet", "study", "--coders", "cia,dan"]);
    let names = || files(&study.folder().join("private")).into_keys().collect::<Vec<_>>();
    let given: Vec<String> = names().into_iter().filter(|name| name.ends_with(".xlsx")).collect();
    assert_eq!(given.len(), 2, "{:?}", names());
    study.insats(&["collect", "study", &format!("study/private/{}", given[0])]);
    assert_eq!(study.leaks(), BTreeSet::new());
    let told = study.ok(&["forget", "study"]);
    assert!(given.iter().all(|name| told.contains(name.as_str())), "{told}");
    assert_eq!(names(), [".gitignore"]);
}

#[test]
fn a_private_folder_holds_no_export() {
    let study = Study::new();
    study.ok(&["lock", "study"]);
    fs::copy(study.folder().join("enkat.csv"), study.folder().join("private/enkat.csv")).expect("a file");
    let told = study.ok(&["check", "study"]);
    assert!(!told.contains("private"), "{told}");
    study.ok(&["init", "study", "--force"]);
    let drafted = fs::read_to_string(study.folder().join("study.toml")).expect("a draft");
    assert!(drafted.contains("enkat.csv") && !drafted.contains("private"), "{drafted}");
}

type Rows = Vec<Vec<String>>;

impl Study {
    /// Makes the sheet of differences the final one: what coders differ on becomes G2, and the rows are turned round.
    fn adjudicate(&self) -> Rows {
        self.ok(&["agreement", "study", "--out", "a"]);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_path(self.place.path().join("a/adjudication.csv"))
            .expect("a sheet");
        let mut rows: Rows =
            reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
        rows.iter_mut().skip(1).filter(|row| row[1].is_empty()).for_each(|row| row[1] = "G2".to_owned());
        rows[1..].reverse();
        self.put(&rows);
        rows
    }

    fn put(&self, rows: &Rows) {
        let quoted = |row: &Vec<String>| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(";");
        self.write("slutlig.csv", &rows.iter().map(|row| quoted(row) + "\n").collect::<String>());
    }
}

/// What a sheet says of what was read stays when codes change their names.
#[test]
fn columns_with_what_was_read_stay_when_codes_change() {
    let study = Study::new();
    let rows = study.adjudicate();
    study.write("../map.toml", RENAMED);
    study.ok(&["codebook", "migrate", "study", "--map", "map.toml", "--write"]);
    let sheet = fs::read_to_string(study.folder().join("slutlig.csv")).expect("a sheet");
    assert!(sheet.contains("\";\"G9\";\"G1.2\";"), "{sheet}");
    let (last, end) = (rows[0].len() - 3, rows[0].len() - 1);
    let codebook = &rows[1][end];
    for (row, now) in rows.iter().zip(sheet.lines()).skip(1) {
        let read = row[last..end].iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(";");
        let (now, by) = now.rsplit_once(';').expect("cells");
        assert!(now.ends_with(&read), "{now}");
        // The map names version 2 of the same codebook.
        assert_eq!(by, format!("\"{}2\"", &codebook[..codebook.len() - 1]), "{codebook}");
    }
    study.ok(&["check", "study"]);
}

/// A sheet of differences says itself what was read: filled in and sorted by hand it needs no lock.
#[test]
fn sheets_that_the_program_writes_carry_their_lock() {
    let study = Study::new();
    let mut lines = study.adjudicate();
    let head = lines[0].join(",");
    assert!(head.ends_with(",unsettled,activity_read,output_read,codebook"), "{head}");
    let told = study.ok(&["check", "study"]);
    assert!(!told.contains("_read") && !told.contains("slutlig.csv"), "{told}");
    // Its codebook's version is told where it is another.
    let whole = lines.clone();
    lines.iter_mut().skip(1).for_each(|row| *row.last_mut().expect("a cell") = "liten 0".to_owned());
    study.put(&lines);
    let told = study.ok(&["check", "study"]);
    assert!(told.contains("codebook \"liten 0\""), "{told}");
    lines = whole;
    study.put(&lines);
    let told = study.ok(&["lock", "study"]);
    assert!(told.contains("slutlig.csv: 24 codings say themselves in columns"), "{told}");
    // Beside it stands how its codes were defined, and no row.
    let rows_of = |file: &str| {
        let lock = fs::read_to_string(study.folder().join(file)).expect("a lock");
        lock.lines().filter(|line| line.starts_with("B-")).count()
    };
    assert_eq!(["kodare-a.csv.lock", "slutlig.csv.lock"].map(rows_of), [24, 0]);
    assert!(study.folder().join("private/texts.jsonl").exists(), "its texts are kept, too");
    // An edited answer waits.
    study.write("enkat.csv", &export(&[220]));
    let output = study.insats(&["check", "study"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("a coding in slutlig.csv was given to a text that reads otherwise now"), "{told}");
    let again = study.insats(&["lock", "study", "--again", "B-3-3"]);
    let told = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(told.contains("stands in columns of the sheet itself"), "{told}");
    // Its cells emptied, the row is locked beside the sheet.
    let row = lines.iter_mut().find(|row| row[0] == "B-3-3").expect("a row");
    let last = row.len() - 3;
    row[last..].iter_mut().for_each(String::clear);
    study.put(&lines);
    study.ok(&["lock", "study", "--again", "B-3-3"]);
    assert_eq!(rows_of("slutlig.csv.lock"), 2);
    study.ok(&["check", "study"]);
    // A damaged cell is an error with its place.
    let row = lines.iter_mut().find(|row| row[0] == "B-1-1").expect("a row");
    row[last] = "1,5E+63".to_owned();
    study.put(&lines);
    let told = String::from_utf8_lossy(&study.insats(&["check", "study"]).stdout).into_owned();
    assert!(told.contains("\"1,5E+63\" in the column \"activity_read\" is no fingerprint"), "{told}");
    // A column and a lock that differ are told.
    lines.iter_mut().filter(|row| row[0] == "B-1-1").for_each(|row| row[last] = "blank".to_owned());
    study.put(&lines);
    study.change("slutlig.csv.lock", |lock| lock + "B-1-1\tactivity\t" + &"a".repeat(64) + "\n");
    let told = String::from_utf8_lossy(&study.insats(&["check", "study"]).stdout).into_owned();
    assert!(told.contains("name different texts for one coding, first of \"B-1-1\""), "{told}");
}

#[test]
fn messages_show_what_somebody_wrote_to_a_person_only() {
    let study = Study::new();
    study.change("enkat.csv", |answers| answers.replace(&sentence(1), "Finns ej"));
    let told = study.ok(&["check", "study", "--show-texts"]);
    let written = [beginning(131), beginning(410), "finns ej".to_owned()];
    assert!(written.iter().all(|text| told.contains(text.as_str())), "{told}");
    for format in ["json", "text"] {
        let file = study.ok(&["check", "study", "--format", format]);
        assert!(!written.iter().any(|text| file.contains(text.as_str())), "{file}");
        if format == "json" {
            assert!(file.contains("interventions-said-out") && file.contains("texts-maybe-placeholders"), "{file}");
        }
    }
}

/// `script` (util-linux) gives a program a terminal.
#[cfg(target_os = "linux")]
#[test]
fn a_person_at_a_terminal_sees_what_somebody_wrote() {
    let study = Study::new();
    let insats = env!("CARGO_BIN_EXE_insats");
    let at_terminal = |command: &str| {
        let mut script = Command::new("script");
        let folder = study.folder().display().to_string();
        script.args(["-qec", &command.replace("insats", insats).replace("study", &folder), "/dev/null"]);
        script
            .stdin(Stdio::null())
            .env("LC_ALL", "C")
            .output()
            .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let Ok(told) = at_terminal("insats check study") else { return };
    assert!(told.contains(&beginning(131)), "{told}");
    let told = at_terminal("insats check study | cat").expect("script");
    assert!(told.contains("--show-texts") && !told.contains(&beginning(131)), "{told}");
}
