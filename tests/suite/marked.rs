//! Manuscripts marked by `verify --text --mark`: fifty planted errors, each marked at its letters; texts without errors, not
//! marked; and everything that is not marked, the same bytes as before. The errors were planted by `tests/manuscripts/make/planted.py`,
//! which knows nothing of how they are found, and in seven more manuscripts by people who did not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;
use std::ops::Range;
use std::path::{Path, PathBuf};

use insats::output::Target;
use insats::run::{Marking, Options, VerifySummary, verify, verify_marked};
use insats::wording::Language;

use crate::support::{project, rows};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn manuscript(name: &str) -> PathBuf {
    project("tests/manuscripts").join(name)
}

/// Marks a manuscript with the claims of the 2024 study.
fn mark(text: &Path, copy: &Path, uncovered: bool) -> VerifySummary {
    let marking = Marking { target: Target { path: copy, force: false }, uncovered };
    let options = Options { language: Some(Language::Swedish), ..Options::default() };
    verify_marked(&project("input/lagesrapport-2024"), text, marking, &options, &|_| {}).expect("it is marked")
}

/// The parts of a document.
fn parts(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).expect("a file")).expect("an archive");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("bytes");
        parts.insert(part.name().expect("a name").into_owned(), bytes);
    }
    parts
}

/// A comment: what it says, the text of its paragraph, and the characters that it is around.
struct Comment {
    says: String,
    paragraph: String,
    around: Range<usize>,
}

fn is(node: &roxmltree::Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name && node.tag_name().namespace() == Some(WORD)
}

/// The comments of this program in a document.
fn comments(path: &Path) -> Vec<Comment> {
    let parts = parts(path);
    let text = |name: &str| String::from_utf8(parts[name].clone()).expect("text");
    let (list, document) = (text("word/comments.xml"), text("word/document.xml"));
    let list = roxmltree::Document::parse(&list).expect("XML");
    let document = roxmltree::Document::parse(&document).expect("XML");
    let mut says = BTreeMap::new();
    for comment in list.descendants().filter(|node| is(node, "comment")) {
        if comment.attribute((WORD, "author")) == Some("insats") {
            let lines = comment.descendants().filter(|node| is(node, "p"));
            let line = |p: roxmltree::Node<'_, '_>| {
                p.descendants().filter(|node| is(node, "t")).filter_map(|t| t.text()).collect::<String>()
            };
            let lines: Vec<String> = lines.map(line).collect();
            says.insert(comment.attribute((WORD, "id")).expect("a number").to_owned(), lines.join("\n"));
        }
    }
    let mut all = Vec::new();
    for paragraph in document.descendants().filter(|node| is(node, "p")) {
        let (mut read, mut open, mut found) = (String::new(), BTreeMap::new(), Vec::new());
        for node in paragraph.descendants() {
            let own = node.ancestors().skip(1).find(|above| is(above, "p")) == Some(paragraph);
            let gone = node
                .ancestors()
                .any(|above| is(&above, "del") || is(&above, "moveFrom") || above.tag_name().name() == "Fallback");
            let id = || node.attribute((WORD, "id")).unwrap_or_default();
            let count = read.chars().count();
            match node.tag_name().name() {
                _ if !own || gone => {}
                "t" => read.push_str(node.text().unwrap_or_default()),
                "tab" if is(&node, "tab") && node.parent().is_some_and(|run| is(&run, "r")) => read.push(' '),
                "commentRangeStart" => drop(open.insert(id(), count)),
                "commentRangeEnd" => {
                    if let Some(says) = says.get(id()) {
                        found.push((says.clone(), open.get(id()).copied().unwrap_or(count)..count));
                    }
                }
                _ => {}
            }
        }
        let of = |(says, around)| Comment { says, paragraph: read.clone(), around };
        all.extend(found.into_iter().map(of));
    }
    all
}

/// As texts are compared here: no-break spaces are spaces.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").trim().to_owned()
}

/// Whether a comment stands where an error was planted: around its characters, or for a note or text box with its sentence.
fn is_at(comment: &Comment, error: &BTreeMap<String, String>) -> bool {
    let (paragraph, stated) = (plain(&error["paragraph"]), plain(&error["stated"]));
    let says = plain(&comment.says);
    if ["I noten ”", "I textrutan ”"].iter().any(|start| says.starts_with(start)) {
        let quoted = says.split('”').nth(1).expect("a quotation").trim_end_matches('…');
        return paragraph.contains(quoted) && says.to_lowercase().contains(&stated.to_lowercase());
    }
    let read = comment.paragraph.replace('\u{a0}', " ");
    let places = read.match_indices(&stated).map(|(at, _)| read[..at].chars().count());
    let own = |from: usize| from..from + stated.chars().count();
    let is_its = |from: usize| error.get("at").is_none_or(|at| at.parse() == Ok(from));
    let mut own = places.filter(|from| is_its(*from)).map(own);
    // Of a cell the whole row may be given.
    let is_row = paragraph.split(" | ").any(|cell| cell.trim() == read.trim());
    (read.trim() == paragraph || is_row)
        && own.any(|own| comment.around.start < own.end && own.start < comment.around.end)
}

/// Whether a comment says that a reference leads nowhere, which is so in one of the manuscripts: its author left bookmarks out.
fn is_lost(comment: &Comment) -> bool {
    comment.says.contains("bokmärke som inte finns")
}

/// The comments on a manuscript with errors, and these; of fifty at most so many are missed, and at most two marks are wrong.
fn marked(name: &str, most_missed: usize) -> (Vec<Comment>, Vec<BTreeMap<String, String>>) {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("markerad.docx");
    let summary = mark(&manuscript(&format!("{name}.docx")), &copy, false);
    let errors = rows(&manuscript(&format!("{name}.csv")));
    let comments = comments(&copy);
    assert_eq!(summary.marked.as_ref().map(|marked| marked.comments), Some(comments.len()), "{name}");
    let missed: Vec<&BTreeMap<String, String>> =
        errors.iter().filter(|error| !comments.iter().any(|comment| is_at(comment, error))).collect();
    let is_wrong = |comment: &&Comment| !is_lost(comment) && !errors.iter().any(|error| is_at(comment, error));
    let wrong: Vec<String> =
        (comments.iter().filter(is_wrong)).map(|comment| format!("{}: {}", comment.paragraph, comment.says)).collect();
    assert_eq!(errors.len(), 50, "{name}");
    assert!(missed.len() <= most_missed, "{name}: {missed:#?}");
    assert!(wrong.len() <= 2, "{name}: {wrong:#?}");
    (comments, errors)
}

#[test]
fn nearly_all_errors_that_others_planted_are_marked() {
    // The rules were made with all but the last: of it 40 were marked before two small faults that it showed were mended.
    for (name, missed) in [
        ("planted-2", 2),
        ("planted-3", 2),
        ("planted-4", 4),
        ("planted-5", 2),
        ("planted-6", 8),
        ("planted-7", 3),
        ("planted-8", 10),
    ] {
        drop(marked(name, missed));
    }
}

#[test]
fn nearly_all_planted_errors_are_marked_where_they_stand() {
    let (comments, errors) = marked("planted", 2);
    // A comment says which claim it goes by: nearly always the one that the error was planted against.
    let claimed = errors.iter().filter(|error| !error["claim"].is_empty());
    let named = claimed
        .clone()
        .filter(|error| comments.iter().any(|comment| is_at(comment, error) && comment.says.contains(&error["claim"])));
    assert!(named.count() + 4 >= claimed.count());
    // By hand: P07 says eleven of 21 where the claim says 12 of 21.
    let seventh = comments.iter().find(|comment| is_at(comment, &errors[6])).expect("P07 is marked");
    assert_eq!(
        plain(&seventh.says),
        "Här står elva av 21. Enligt underlaget: 12 av 21 (57,1 %).\nSant vore: I 12 av 21 regioner har tidigare \
         finansierat utvecklingsarbete införts i ordinarie verksamhet.\nPåstående BR-055"
    );
}

#[test]
fn a_text_of_which_nothing_is_wrong_is_not_marked() {
    let folder = tempfile::tempdir().expect("a folder");
    let names = ["", "-2", "-3", "-4", "-5", "-6", "-7", "-8"].map(|number| format!("planted{number}-true.docx"));
    for (name, most) in names.iter().zip([1, 1, 1, 1, 1, 1, 1, 2]) {
        let copy = folder.path().join(name);
        mark(&manuscript(name), &copy, false);
        let parts = parts(&copy);
        let all = if parts.contains_key("word/comments.xml") { comments(&copy) } else { Vec::new() };
        let marks: Vec<String> =
            all.into_iter().filter(|comment| !is_lost(comment)).map(|comment| comment.says).collect();
        assert!(marks.len() <= most, "{name}: {marks:#?}");
    }
}

#[test]
fn what_is_not_marked_is_the_same_bytes_and_the_text_reads_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["planted.docx", "manuscript-python.docx", "manuscript-libreoffice.docx", "strict.docx"] {
        let (original, copy) = (manuscript(name), folder.path().join(name));
        let bytes = fs::read(&original).expect("a file");
        mark(&original, &copy, true);
        assert_eq!(fs::read(&original).expect("a file"), bytes, "{name}");
        let (before, after) = (parts(&original), parts(&copy));
        let touched: BTreeSet<&str> = (after.iter())
            .filter(|(part, bytes)| before.get(*part) != Some(*bytes))
            .map(|(part, _)| part.as_str())
            .collect();
        let allowed = ["[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml", "word/document.xml"];
        assert!(touched.iter().all(|part| allowed.contains(part)), "{name}: {touched:?}");
        assert!(before.keys().all(|part| after.contains_key(part)), "{name}");
        let text = |parts: &BTreeMap<String, Vec<u8>>| {
            let xml = String::from_utf8(parts["word/document.xml"].clone()).expect("text");
            let document = roxmltree::Document::parse(&xml).expect("XML");
            let read =
                document.descendants().filter(|node| ["t", "delText", "instrText"].contains(&node.tag_name().name()));
            read.filter_map(|node| node.text()).collect::<String>()
        };
        assert_eq!(text(&before), text(&after), "{name}");
        if name != "manuscript-python.docx" {
            continue;
        }
        // The same again: the marks of the first time go, and the same come.
        let again = folder.path().join(format!("igen-{name}"));
        let first = mark(&original, &again, true).marked.map(|marked| marked.comments);
        assert_eq!(parts(&again), after, "{name}");
        let twice = folder.path().join(format!("tva-{name}"));
        assert_eq!(mark(&copy, &twice, true).marked.map(|marked| marked.comments), first, "{name}");
    }
}

#[test]
fn numbers_without_a_claim_are_marked_where_that_is_wanted() {
    let folder = tempfile::tempdir().expect("a folder");
    let (few, many) = (folder.path().join("few.docx"), folder.path().join("many.docx"));
    mark(&manuscript("planted.docx"), &few, false);
    mark(&manuscript("planted.docx"), &many, true);
    let is_uncovered = |comment: &&Comment| comment.says.starts_with("Inget påstående");
    assert_eq!(comments(&few).iter().filter(is_uncovered).count(), 0);
    let uncovered: BTreeSet<String> = (comments(&many).iter().filter(is_uncovered))
        .map(|comment| comment.paragraph.chars().take(comment.around.end).skip(comment.around.start).collect())
        .collect();
    // 310 people at a seminar and 9 000 visits are nobody's claims; a year, a law and a telephone number are no numbers.
    assert!(["310", "9\u{a0}000"].iter().all(|number| uncovered.contains(*number)), "{uncovered:?}");
    assert!(!uncovered.iter().any(|number| ["2012", "2017", "075-247"].contains(&number.as_str())), "{uncovered:?}");
}

#[test]
fn what_cannot_be_marked_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options::default();
    let study = project("input/lagesrapport-2024");
    let attempt = |text: &Path, copy: &Path, force: bool| {
        let marking = Marking { target: Target { path: copy, force }, uncovered: false };
        verify_marked(&study, text, marking, &options, &|_| {}).err().map(|failure| failure.to_string())
    };
    let copy = folder.path().join("markerad.docx");
    for text in ["lagesrapport-2024.md", "refused/damaged-part.docx", "refused/unclosed-control.docx"] {
        assert!(attempt(&manuscript(text), &copy, false).is_some(), "{text}");
        assert!(!copy.exists(), "{text}");
    }
    // A file that is there stays, unless it may go; and never the manuscript itself.
    fs::write(&copy, "mine").expect("a file");
    assert!(attempt(&manuscript("planted.docx"), &copy, false).is_some());
    assert_eq!(fs::read_to_string(&copy).expect("a file"), "mine");
    let own = folder.path().join("own.docx");
    fs::copy(manuscript("planted.docx"), &own).expect("a copy");
    assert!(attempt(&own, &own, true).is_some());
    assert!(attempt(&manuscript("planted.docx"), &copy, true).is_none());
    assert_eq!(fs::read_to_string(folder.path().join("markerad.docx.bak")).expect("the old one"), "mine");
}

#[test]
fn a_text_is_told_with_lines_and_columns() {
    let options = Options::default();
    let text = project("tests/manuscripts/lagesrapport-2024.md");
    let summary = verify(&project("input/lagesrapport-2024"), Some(&text), &options, &|_| {}).expect("it is read");
    let (_, comparison) = summary.manuscript.as_ref().expect("a manuscript");
    let differing = comparison.read.iter().flat_map(|read| read.paired.iter().map(move |paired| (read, paired)));
    let spots: Vec<_> = (differing.filter(|(_, paired)| paired.differs()))
        .filter_map(|(read, paired)| read.sentence.spot(&paired.figure.range))
        .collect();
    // "Enskilda har medverkat i 15 av 21 län": the line and column of the 1, by hand.
    let source = fs::read_to_string(&text).expect("a text");
    let line = source.lines().position(|line| line.starts_with("Enskilda har medverkat i 15")).expect("a line") + 1;
    assert_eq!(spots, [(line, 26)]);
}
