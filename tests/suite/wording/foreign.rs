//! No English word in a Swedish run and no Swedish word in an English one, on the terminal and in every file that is read.
//!
//! A word is foreign that the messages of the other language have and those of its own have not, or hardly. What is quoted,
//! what the study itself says, and words of notations (keys, options, files, commands) are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use regex::{Regex, RegexBuilder};

use super::{files, root};
use crate::support;

/// What no language has: what is quoted, keys and what they are set to, calls, options, commands, paths, marks.
static NOTATION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r#""[^"\n]*"|“[^”\n]*”|”[^”\n]*”|`[^`\n]*`|(?:^|\s)'[^'\n]*'|\[\[?[a-z_.]+(?:\.<\w+>)?\]\]?|<[^<>\n]*>"#,
        r"|--[a-z-]+|\s-[a-z]+|\b[a-z_]+ = |\b[a-z_]+\([^()]*\)|[\w./-]*[./_][\w./-]*\w|\b[\w-]+/",
        r"|\b\w+(?:-\w+)+\b",
    ))
    .expect("a pattern")
});

static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b\p{L}{2,}\b").expect("a pattern"));

/// The commands of the program.
const COMMANDS: [&str; 16] = [
    "agreement",
    "allocate",
    "check",
    "claims",
    "code",
    "codebook",
    "completions",
    "evaluate",
    "explain",
    "init",
    "learn",
    "peek",
    "run",
    "schema",
    "suggest",
    "verify",
];

/// The words of a text, which hold neither digits nor signs.
fn words(text: &str) -> Vec<String> {
    let text = NOTATION.replace_all(text, " ");
    WORD.find_iter(&text).map(|word| word.as_str().to_lowercase()).collect()
}

/// Keys of declarations, words of claims and names of commands, which are the same in every language: what stands alone in
/// a code span of the reference. Words of sentences are none.
fn keywords() -> BTreeSet<String> {
    const SENTENCES: [&str; 10] = ["about", "all", "and", "by", "in", "is", "of", "or", "than", "the"];
    let span = Regex::new(r"`([a-z]+)`").expect("a pattern");
    let mut found = BTreeSet::new();
    found.extend(COMMANDS.iter().chain(&["insats", "draft"]).map(|command| (*command).to_owned()));
    for page in ["claims", "study", "report"] {
        let text = fs::read_to_string(root().join(format!("docs/reference/{page}.md"))).expect("a page");
        let spans = span.captures_iter(&text).map(|own| own[1].to_owned());
        found.extend(spans.filter(|word| !SENTENCES.contains(&word.as_str())));
    }
    found
}

/// How often each word stands in the messages of a language.
fn vocabulary(language: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for file in files(&root().join("src/wording").join(language), "ftl") {
        let text = fs::read_to_string(&file).expect("a text");
        let resource = parse(&*text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let attributes = message.attributes.iter().map(|own| &own.value);
            for pattern in message.value.iter().chain(attributes) {
                let mut said = String::new();
                text_of(pattern, &mut said);
                words(&said).into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
            }
        }
    }
    counts
}

fn text_of(pattern: &Pattern<&str>, said: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => said.push_str(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                // Each is read alone; one after the other they would be one word.
                for variant in variants {
                    text_of(&variant.value, said);
                    said.push(' ');
                }
            }
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                said.push_str(value);
            }
            PatternElement::Placeable { .. } => said.push_str(" 0 "),
        }
    }
}

/// The words of the other language: those that its messages have and those of this one have not, or as good as never.
fn foreign_to(language: &str) -> BTreeSet<String> {
    let (own, other) = (vocabulary(language), vocabulary(if language == "sv" { "en" } else { "sv" }));
    let is_foreign = |(word, count): (String, usize)| {
        let own = own.get(&word).copied().unwrap_or_default();
        (own == 0 || own <= 2 && count >= 20 * own).then_some(word)
    };
    let foreign: BTreeSet<String> = other.into_iter().filter_map(is_foreign).collect();
    foreign.difference(&keywords()).cloned().collect()
}

/// A study in a folder, a language, and what was found in what it says.
struct Hunt {
    language: &'static str,
    foreign: BTreeSet<String>,
    /// What the study says itself.
    own: Option<Regex>,
    found: BTreeMap<String, BTreeSet<String>>,
}

impl Hunt {
    fn new(language: &'static str) -> Self {
        Self { language, foreign: foreign_to(language), own: None, found: BTreeMap::new() }
    }

    /// What a study says itself: its name, the keys and strings of its declarations, the cells of its files, and the texts
    /// of its codebook in the language.
    fn of_study(&mut self, study: &Path) {
        static OWN: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"(?m)"([^"\n]*)"|^(\w+) ="#).expect("a pattern"));
        let mut own =
            BTreeSet::from([study.file_name().map_or_else(String::new, |name| name.to_string_lossy().into())]);
        let mut files = support::files(study);
        for (at, book) in ["tests/cases/codebook.json", "codebook/psykisk-halsa.json"].into_iter().enumerate() {
            files.insert(format!("{at}.json"), fs::read(root().join(book)).expect("a codebook"));
        }
        for (name, bytes) in files {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            own.extend(name.split('.').next().map(str::to_owned));
            match name.rsplit('.').next() {
                Some("csv") => own.extend(
                    text.split(['\n', '\r', ';', ',', '\t', '|', '"', ':', '[', ']', '–', '×']).map(str::to_owned),
                ),
                Some("toml") => {
                    let parts = OWN.captures_iter(&text).filter_map(|own| own.get(1).or(own.get(2)));
                    own.extend(parts.flat_map(|own| own.as_str().split(['{', '}'])).map(str::to_owned));
                }
                Some("json") => {
                    let book = serde_json::from_str(&text).unwrap_or_default();
                    texts_of(&book, self.language, &mut own);
                }
                _ => {}
            }
        }
        let mut own: Vec<_> = own.iter().map(|text| text.trim()).filter(|text| WORD.is_match(text)).collect();
        own.sort_by_key(|text| std::cmp::Reverse(text.len()));
        let edge = |c: Option<char>| if c.is_some_and(char::is_alphanumeric) { r"\b" } else { "" };
        let whole = |text: &&str| {
            format!("{}{}{}", edge(text.chars().next()), regex::escape(text), edge(text.chars().next_back()))
        };
        let all = own.iter().map(whole).collect::<Vec<_>>().join("|");
        let pattern = RegexBuilder::new(&all).case_insensitive(true).size_limit(1 << 27).build();
        self.own = Some(pattern.expect("a pattern"));
    }

    /// Looks for foreign words in a text.
    fn look(&mut self, place: &str, text: &str) {
        for line in text.lines() {
            let foreign = |text: &str| words(text).into_iter().filter(|word| self.foreign.contains(word)).collect();
            let without =
                |text: &str| self.own.as_ref().map_or(text.into(), |own| own.replace_all(text, " ").into_owned());
            // What is left out of one may be a part of what is left out of the other.
            let own_first: BTreeSet<String> = foreign(&without(line));
            let notation_first: BTreeSet<String> = foreign(&without(&NOTATION.replace_all(line, " ")));
            for word in own_first.intersection(&notation_first).cloned() {
                self.found.entry(word).or_default().insert(format!("{place}: {}", line.trim()));
            }
        }
    }

    /// Runs the program in the language; looks at what it prints.
    fn run(&mut self, arguments: &[&str]) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_insats"));
        let output = command.args(arguments).args(["--messages", self.language]).output().expect("the program");
        let printed = [output.stdout, output.stderr].concat();
        assert!(output.status.code().is_some_and(|code| code < 3), "{arguments:?}");
        let text = String::from_utf8_lossy(&printed);
        let said = match arguments {
            ["completions", "fish"] => descriptions(&text),
            ["claims", "draft", study, ..] if !study.starts_with('-') => sentences(&printed),
            _ => text.into_owned(),
        };
        self.look(&format!("insats {}", arguments[..arguments.len().min(2)].join(" ")), &said);
    }

    /// Looks at every file of a folder.
    fn look_at_files(&mut self, folder: &Path) {
        for (name, bytes) in support::files(folder) {
            self.look(&name, &readable(&name, &bytes));
        }
    }

    /// The commands that need a study of a kind, a file, or none.
    fn other_commands(&mut self) {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name).display().to_string();
        let case = |name: &str| root().join("tests/cases").join(name).display().to_string();
        let (small, coded, claims, grant) =
            (case("readme-min-studie"), case("codes-best"), case("claims"), case("readme-grant"));
        let (moved, then) = (case("since"), case("since/before"));
        let book = root().join("codebook/psykisk-halsa.json").display().to_string();
        let draft = at("utkast");
        fs::create_dir_all(&draft).expect("a folder");
        for name in ["svar.csv", "medel.csv", "koder.csv"] {
            fs::copy(Path::new(&small).join(name), Path::new(&draft).join(name)).expect("a file");
        }
        let export = format!("{small}/svar.csv");
        let all = "csv,txt,svg,html,xlsx,docx";
        let commands: [(&str, &[&str]); 21] = [
            (&small, &["check", &small]),
            (&small, &["run", &small, "--language", self.language, "--formats", all, "--out", &at("allt")]),
            (&grant, &["run", &grant, "--language", self.language, "--formats", all, "--out", &at("bidrag")]),
            (&small, &["explain", &small, "R-1-1"]),
            (&small, &["explain", &small, "figur-1", "activity", "G5.1"]),
            (&small, &["explain", &small, "figur-9"]),
            (&small, &["peek", &export]),
            (&small, &["peek", "finns-inte.csv"]),
            (&small, &["claims", "draft", &small, "--language", self.language]),
            (&claims, &["verify", &claims, "--language", self.language]),
            (&coded, &["agreement", &coded, "--out", &at("overens")]),
            (&coded, &["code", &coded, "--out", &at("kodat")]),
            (&coded, &["evaluate", &coded, "--details", "--out", &at("provat")]),
            (&coded, &["learn", &coded, "--out", &at("modell.json")]),
            (&coded, &["suggest", &coded, "--model", &at("modell.json"), "--out", &at("forslag")]),
            (&grant, &["allocate", &grant, "--language", self.language, "--out", &at("fordelat")]),
            (&moved, &["diff", &moved, "--since", &then]),
            (&small, &["codebook", "check", &book]),
            (&small, &["codebook", "check", &book, "--study", &small]),
            (&small, &["init", &draft]),
            (&small, &["completions", "fish"]),
        ];
        for (study, arguments) in commands {
            self.of_study(Path::new(study));
            self.run(arguments);
        }
        // Drafts, and files of commands that are asked for no language, are in that of the study.
        if self.language == "sv" {
            self.look_at_files(folder.path());
        }
    }

    /// Help of every command, and what is said of wrong ones.
    fn wrong_uses(&mut self) {
        self.own = None;
        for command in COMMANDS {
            self.run(&[command, "--help"]);
        }
        for arguments in [
            &["--help"] as &[&str],
            &["codebook", "check", "--help"],
            &["claims", "draft", "--help"],
            &["rnu"],
            &["run"],
            &["run", "a", "--formats", "gif"],
            &["run", "a", "--threads", "0"],
            &["run", "a", "--out"],
            &["run", "a", "--out", "b", "--out", "c"],
            &["run", "finns-inte"],
            &["check", "a", "--format", "yaml"],
            &["claims"],
        ] {
            self.run(arguments);
        }
    }

    /// What was found, each word with up to three places.
    fn report(self) -> String {
        let places = |places: BTreeSet<String>| {
            places.into_iter().take(3).map(|place| format!("\n    {place}")).collect::<String>()
        };
        self.found.into_iter().map(|(word, all)| format!("\n{word}{}", places(all))).collect()
    }
}

/// The labels and titles of a codebook in a language, and its name.
fn texts_of(book: &serde_json::Value, language: &str, own: &mut BTreeSet<String>) {
    match book {
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts_of(item, language, own)),
        serde_json::Value::Object(fields) => {
            // What has no English is told as it is.
            let said = if fields.contains_key(language) { language } else { "sv" };
            own.extend([said, "id"].iter().filter_map(|key| Some(fields.get(*key)?.as_str()?.to_owned())));
            fields.iter().filter(|(key, _)| *key != "rules").for_each(|(_, field)| texts_of(field, language, own));
        }
        _ => {}
    }
}

/// What completions say of commands, options and values; the rest is the shell's language.
fn descriptions(script: &str) -> String {
    let said = Regex::new(r"-d '([^']*)'|\\t'([^'\n]*)'").expect("a pattern");
    let texts = said.captures_iter(script).filter_map(|own| own.get(1).or(own.get(2)));
    texts.map(|text| text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The sentences of a draft of claims, which stand beside assertions.
fn sentences(draft: &[u8]) -> String {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(draft);
    let records = reader.records().map(|record| record.expect("a record"));
    records.filter_map(|record| record.get(2).map(str::to_owned)).collect::<Vec<_>>().join("\n")
}

/// What people read in a file.
fn readable(name: &str, bytes: &[u8]) -> String {
    let text = || String::from_utf8_lossy(bytes).into_owned();
    match name.rsplit('.').next().unwrap_or_default() {
        "txt" => text(),
        "toml" => text().lines().filter(|line| line.starts_with('#')).collect::<Vec<_>>().join("\n"),
        "csv" => cells(name, bytes),
        "svg" | "html" => markup(&text()),
        "xlsx" | "docx" => package(bytes),
        _ => String::new(),
    }
}

/// The cells of a data file that hold more than one word: its columns, and values of one word, are ids.
fn cells(name: &str, bytes: &[u8]) -> String {
    // Why an intervention does not count is said in the same words in every study's data, so that programs can go by them.
    let reasons = if name.ends_with("excluded.csv") { "reason" } else { "exclusion_reason" };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let words = reader.headers().expect("a header").iter().position(|column| column == reasons);
    let records = reader.records().map(|record| record.expect("a record"));
    let of_people = |record: csv::StringRecord| -> Vec<String> {
        let cells = record.iter().enumerate().filter(|(at, _)| Some(*at) != words);
        cells.map(|(_, cell)| cell.to_owned()).collect()
    };
    let cells: Vec<String> = records.flat_map(of_people).collect();
    // Evidence for a code is a pattern of the codebook and a place.
    cells.into_iter().filter(|cell| cell.trim().contains(' ') && !cell.contains('@')).collect::<Vec<_>>().join("\n")
}

/// The texts of markup, and the attributes that are read out.
fn markup(text: &str) -> String {
    static UNREAD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?s)<style.*?</style>|<script.*?</script>|<w:instrText.*?</w:instrText>").expect("a pattern")
    });
    static READ: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"\b(?:aria-label|alt|descr|placeholder)="([^"]*)""#).expect("a pattern"));
    static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<[^>]*>").expect("a pattern"));
    let text = UNREAD.replace_all(text, " ");
    let read: Vec<&str> = READ.captures_iter(&text).map(|found| found.get(1).map_or("", |own| own.as_str())).collect();
    // A line of a drawing may end within a compound word, whose first half may be a word of the other language.
    static HALF: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?m)\w+-$").expect("a pattern"));
    let all = format!("{}\n{}", HALF.replace_all(&TAG.replace_all(&text, "\n"), ""), read.join("\n"));
    [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
        .iter()
        .fold(all, |text, (from, to)| text.replace(from, to))
}

/// The texts of a workbook or a Word document.
fn package(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut all = String::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let is_text = ["word/document.xml", "word/footer.xml", "xl/sharedStrings.xml", "docProps/core.xml"]
            .contains(&name.as_str());
        if is_text || name.starts_with("xl/worksheets/") {
            let mut text = String::new();
            part.read_to_string(&mut text).expect("UTF-8");
            all += &markup(&text);
        }
    }
    all
}

/// Cases whose files the hunt can read itself.
fn readable_cases() -> Vec<PathBuf> {
    let cases = fs::read_dir(root().join("tests/cases")).expect("the cases").map(|case| case.expect("a case").path());
    let is_text = |name: &String| [".csv", ".toml", ".json", ".md", ".txt"].iter().any(|end| name.ends_with(end));
    // Markup stands for texts there.
    let is_hostile = |path: &PathBuf| path.ends_with("hostile-texts");
    let mut cases: Vec<_> =
        cases.filter(|path| path.is_dir() && !is_hostile(path) && support::files(path).keys().all(is_text)).collect();
    cases.sort();
    cases
}

/// Every command, in a language: those that read any study on every case, the others where they have something to do.
fn hunted(language: &'static str) -> String {
    let mut hunt = Hunt::new(language);
    // What a study says in English alone stays English; a Swedish study may have English titles beside.
    let is_english = |case: &Path| {
        fs::read_to_string(case.join("study.toml")).is_ok_and(|declared| declared.contains("\nlanguage = \"en\""))
    };
    for case in readable_cases().into_iter().filter(|case| language == "en" || !is_english(case)) {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("ut").display().to_string();
        hunt.of_study(&case);
        let study = case.display().to_string();
        hunt.run(&["run", &study, "--out", &out, "--language", language, "--formats", "csv,txt,html,docx"]);
        hunt.look_at_files(folder.path());
    }
    hunt.other_commands();
    hunt.wrong_uses();
    hunt.report()
}

#[test]
fn a_swedish_run_says_nothing_in_english() {
    let found = hunted("sv");
    assert!(found.is_empty(), "{found}");
}

#[test]
fn an_english_run_says_nothing_in_swedish() {
    let found = hunted("en");
    assert!(found.is_empty(), "{found}");
}
