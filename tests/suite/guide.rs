//! The guide and the handbook: the same chapters in two languages, with commands that run; and the links of all documents.
//!
//! A block fenced as `sh run` holds commands relative to the project's folder. They run in a copy of it, chapter by chapter,
//! and write below `work` only. A command ends with exit code 0, or with the one that stands behind it: `# exit 1`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{copy_folder, files, project};

/// A command of a chapter.
#[derive(Debug, PartialEq, Eq)]
struct Typed {
    line: String,
    exit: i32,
}

/// What a chapter has in both languages.
#[derive(Debug, Default, PartialEq, Eq)]
struct Chapter {
    /// The levels of the headings.
    headings: Vec<usize>,
    commands: Vec<Typed>,
    /// The other blocks: excerpts of files.
    excerpts: Vec<String>,
}

impl Chapter {
    fn read(path: &Path) -> Self {
        let mut chapter = Self::default();
        for part in parts(&text(path)) {
            match part {
                Part::Text(text) => chapter.headings.extend(headings(&text).map(|(level, _)| level)),
                Part::Block("sh run", lines) => chapter.commands.extend(lines.lines().filter_map(typed)),
                // Comments say the same in each language.
                Part::Block(_, lines) => chapter.excerpts.extend(lines.lines().map(|line| without_comment(line).0)),
            }
        }
        chapter
    }
}

/// A part of a document: text, or a fenced block with what its fence says.
enum Part<'t> {
    Text(String),
    Block(&'t str, String),
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut all = vec![Part::Text(String::new())];
    let mut inside = false;
    for line in text.lines() {
        if let Some(info) = line.trim_start().strip_prefix("```") {
            inside = !inside;
            all.push(if inside { Part::Block(info.trim(), String::new()) } else { Part::Text(String::new()) });
        } else if let Some(Part::Text(lines) | Part::Block(_, lines)) = all.last_mut() {
            lines.push_str(line);
            lines.push('\n');
        }
    }
    assert!(!inside, "a block is not closed: {}", text.lines().next().unwrap_or_default());
    all
}

/// The headings of a text, each with its level.
fn headings(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let heading = |line: &str| line.len() - line.trim_start_matches('#').len();
    text.lines().filter_map(move |line| Some((heading(line), line)).filter(|(level, _)| (1..7).contains(level)))
}

/// A line without the comment behind it, and the comment.
fn without_comment(line: &str) -> (String, &str) {
    let (line, comment) = line.split_once(" # ").unwrap_or((line, ""));
    (line.trim_end().to_owned(), comment)
}

fn typed(line: &str) -> Option<Typed> {
    let (line, comment) = without_comment(line);
    let exit = comment.strip_prefix("exit ").map_or(0, |code| code.trim().parse().expect("an exit code"));
    Some(Typed { line, exit }).filter(|typed| !typed.line.is_empty() && !typed.line.starts_with('#'))
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The chapters of a folder, in the order of their names; their numbers are what both languages share.
fn chapters(folder: &str) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = fs::read_dir(project(folder)).expect(folder).flatten().map(|e| e.path()).collect();
    all.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    all.sort();
    all
}

fn number(path: &Path) -> String {
    let name = path.file_stem().expect("a name").to_string_lossy();
    name.split('-').next().unwrap_or_default().to_owned()
}

#[test]
fn guide_and_handbook_have_the_same_chapters_and_commands() {
    let (guide, handbook) = (chapters("docs/guide"), chapters("docs/handbok"));
    let numbers = |all: &[PathBuf]| all.iter().map(|path| number(path)).collect::<Vec<_>>();
    assert!(guide.len() > 9, "the chapters and a page that lists them");
    assert_eq!(numbers(&guide), numbers(&handbook));
    for (english, swedish) in guide.iter().zip(&handbook) {
        assert_eq!(Chapter::read(english), Chapter::read(swedish), "{} {}", english.display(), swedish.display());
    }
}

/// The handbook's commands are the guide's, as the test above holds.
#[test]
fn the_commands_of_the_guide_run() {
    let chapters = chapters("docs/guide");
    std::thread::scope(|scope| {
        let run = |path: &PathBuf| (path.clone(), Chapter::read(path));
        let all: Vec<_> =
            chapters.iter().map(run).map(|(path, own)| scope.spawn(move || follow(&path, &own))).collect();
        all.into_iter().for_each(|thread| thread.join().expect("the chapter's commands run"));
    });
}

/// Types the commands of a chapter in a copy of what they name.
fn follow(path: &Path, chapter: &Chapter) {
    let copy = tempfile::tempdir().expect("a folder");
    copy_folder(&project("codebook"), &copy.path().join("codebook"));
    let named = |folder: &str| chapter.commands.iter().any(|typed| typed.line.contains(folder));
    for folder in ["input", "tests/manuscripts", "tests/sheets"] {
        if named(&format!("{folder}/")) {
            copy_folder(&project(folder), &copy.path().join(folder));
        }
    }
    for case in fs::read_dir(project("tests/cases")).expect("cases").flatten().map(|entry| entry.path()) {
        let name = format!("tests/cases/{}", case.file_name().expect("a name").to_string_lossy());
        if case.is_dir() && named(&name) {
            copy_folder(&case, &copy.path().join(name));
        }
    }
    // The codebook that several cases share.
    let shared = copy.path().join("tests/cases/codebook.json");
    fs::create_dir_all(copy.path().join("tests/cases")).expect("a folder");
    fs::copy(project("tests/cases/codebook.json"), shared).expect("the cases' codebook");
    let before: BTreeSet<String> = files(copy.path()).into_keys().collect();
    for typed in &chapter.commands {
        follow_line(path, copy.path(), typed);
    }
    let after: BTreeSet<String> = files(copy.path()).into_keys().collect();
    let elsewhere: Vec<_> = after.difference(&before).filter(|name| !name.starts_with("work/")).collect();
    assert!(elsewhere.is_empty(), "{}: written outside work: {elsewhere:?}", path.display());
}

fn follow_line(path: &Path, root: &Path, Typed { line, exit }: &Typed) {
    let place = || format!("{}: {line}", path.display());
    match line.split_whitespace().collect::<Vec<_>>()[..] {
        ["mkdir", "-p", folder] => fs::create_dir_all(root.join(folder)).unwrap_or_else(|e| panic!("{}: {e}", place())),
        ["cp", "-r", from, to] => {
            // A folder that is there would get the copy inside.
            assert!(root.join(from).is_dir() && !root.join(to).exists(), "{}", place());
            copy_folder(&root.join(from), &root.join(to));
        }
        ["cp", from, to] => {
            let name = Path::new(from).file_name().expect("a name");
            let to = if root.join(to).is_dir() { root.join(to).join(name) } else { root.join(to) };
            fs::copy(root.join(from), to).unwrap_or_else(|error| panic!("{}: {error}", place()));
        }
        ["insats", ref arguments @ ..] => {
            let mut command = Command::new(env!("CARGO_BIN_EXE_insats"));
            let output = command.args(arguments).current_dir(root).env("LC_ALL", "C").output().expect("the program");
            let said =
                [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
            assert_eq!(output.status.code(), Some(*exit), "{}\n{said}", place());
        }
        _ => panic!("{}: a block of commands holds mkdir -p, cp and insats", place()),
    }
}

#[test]
fn excerpts_of_declarations_are_toml() {
    for path in ["docs/guide", "docs/handbok"].into_iter().flat_map(chapters) {
        for part in parts(&text(&path)) {
            if let Part::Block("toml", lines) = part {
                let read: Result<toml::Table, _> = toml::from_str(&lines);
                assert!(read.is_ok(), "{}: {lines}{read:?}", path.display());
            }
        }
    }
}

/// Every Markdown file for readers.
fn documents() -> Vec<PathBuf> {
    let below =
        files(&project("docs")).into_keys().filter(|name| Path::new(name).extension().is_some_and(|e| e == "md"));
    let mut all: Vec<PathBuf> = below.map(|name| project("docs").join(name)).collect();
    all.extend(["README.md", "CONTRIBUTING.md"].map(project));
    all
}

/// The targets of links, in text that is no code.
fn links(text: &str) -> Vec<String> {
    let targets = |part: &str| -> Vec<String> {
        let behind = part.split("](").skip(1).filter_map(|behind| behind.split_once(')'));
        behind.map(|(target, _)| target.to_owned()).collect()
    };
    let prose = parts(text).into_iter().filter_map(|part| match part {
        // Every second piece between backticks is code.
        Part::Text(text) => Some(text.split('`').step_by(2).collect::<Vec<_>>().join("code")),
        Part::Block(..) => None,
    });
    prose.flat_map(|text| targets(&text)).collect()
}

/// The anchors of a document, as web pages make them from headings.
fn anchors(text: &str) -> BTreeSet<String> {
    let anchor = |heading: &str| -> String {
        let letters = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = letters.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    let mut all = BTreeSet::new();
    for part in parts(text) {
        if let Part::Text(text) = part {
            all.extend(headings(&text).map(|(_, heading)| anchor(heading)));
        }
    }
    all
}

#[test]
fn links_of_documents_lead_somewhere() {
    let mut broken = Vec::new();
    for document in documents() {
        let own = text(&document);
        for target in links(&own).iter().filter(|target| !target.contains("://")) {
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let to = document.parent().expect("a folder").join(file);
            let to = if file.is_empty() { document.clone() } else { to };
            let markdown = to.extension().is_some_and(|extension| extension == "md");
            let there = to.exists() && (anchor.is_empty() || !markdown || anchors(&text(&to)).contains(anchor));
            if !there {
                broken.push(format!("{}: {target}", document.display()));
            }
        }
    }
    assert!(broken.is_empty(), "links that lead nowhere:\n{}", broken.join("\n"));
}

#[test]
fn the_readme_is_read_to_the_end() {
    assert!(text(&project("README.md")).len() <= 8 * 1024, "README.md is above 8 KB; say it in the guide");
}
