//! Nothing in `src/` says something to people but the message files: no literal in the code holds a text.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use regex::Regex;

use super::{files, root};

/// A string literal: the file where it stands, below `src`, and its text.
struct Literal {
    file: String,
    text: String,
}

/// The declaration of a module of tests in a file of its own.
static TEST_FILE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"#\[cfg\(test\)\]\s*mod (\w+);").expect("a pattern"));

/// Every string literal of the code that is built into the program: neither comments, nor attributes, nor tests.
fn literals() -> Vec<Literal> {
    let (mut tests, mut codes) = (Vec::new(), Vec::new());
    for path in files(&root().join("src"), "rs") {
        let code = fs::read_to_string(&path).expect("a text");
        let folder = if path.ends_with("mod.rs") { path.with_file_name("") } else { path.with_extension("") };
        tests.extend(TEST_FILE.captures_iter(&code).map(|found| folder.join(format!("{}.rs", &found[1]))));
        codes.push((path, code));
    }
    codes.retain(|(path, _)| !tests.contains(path));
    let mut all = Vec::new();
    for (path, code) in codes {
        let file = path.strip_prefix(root().join("src")).expect("inside").to_string_lossy().replace('\\', "/");
        all.extend(texts(&code).into_iter().map(|text| Literal { file: file.clone(), text }));
    }
    all
}

/// Comments, literals, attributes, words and single signs of Rust, as far as telling literals needs them.
static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
    let string = r#"b?"(?:\\.|[^"\\])*""#;
    let raw = r###"b?r"[^"]*"|b?r#".*?"#|b?r##".*?"##"###;
    let character = r"b?'(?:\\u\{[0-9a-f]+\}|\\x[0-9a-f]{2}|\\.|[^'\\])'";
    let attribute = format!(r#"\#!?\[(?:[^\[\]"]|{string}|\[[^\]]*\])*\]"#);
    let tokens =
        format!(r"(?is)//[^\n]*|/\*.*?\*/|(?<literal>{raw}|{string})|{character}|(?<attribute>{attribute})|\w+|.");
    Regex::new(&tokens).expect("a pattern")
});

/// The texts of all string literals.
fn texts(code: &str) -> Vec<String> {
    let (mut found, mut depth) = (Vec::new(), None);
    for token in TOKEN.captures_iter(code) {
        let whole = token.get(0).map_or("", |whole| whole.as_str());
        if token.name("attribute").is_some() {
            depth = depth.or((whole == "#[cfg(test)]").then_some(0_usize));
        } else if let Some(inside) = &mut depth {
            // What is left out ends with its body, or with the sign after it.
            match whole {
                "{" => *inside += 1,
                "}" => *inside -= 1,
                _ => {}
            }
            depth = depth.filter(|inside| *inside > 0 || !matches!(whole, "}" | ";"));
        } else if let Some(literal) = token.name("literal") {
            found.extend(text_of(literal.as_str()));
        }
    }
    found
}

/// The text of a string literal as code writes it; nothing for characters, bytes and numbers.
fn text_of(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('r') {
        return Some(raw.trim_matches('#').trim_matches('"').to_owned());
    }
    let quoted = literal.strip_prefix('"')?.strip_suffix('"')?;
    let (mut text, mut rest) = (String::new(), quoted.chars());
    while let Some(c) = rest.next() {
        match (c, if c == '\\' { rest.next() } else { None }) {
            (_, Some('n' | 'r' | 't')) => text.push('\n'),
            (_, Some('u')) => {
                let code: String = rest.by_ref().take_while(|c| *c != '}').filter(|c| *c != '{').collect();
                text.push(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32)?);
            }
            // A line that goes on loses the blanks at its beginning.
            (_, Some('\n')) => rest = rest.as_str().trim_start().chars(),
            (_, Some(escaped)) => text.push(escaped),
            (c, None) => text.push(c),
        }
    }
    Some(text)
}

/// What is filled in, by a name or without one; patterns have numbers and classes of letters in braces.
static ARGUMENT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\{[a-z_]*\}").expect("a pattern"));

static FILLED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\{[^{}\s]*\}").expect("a pattern"));

/// What code writes of a file format, a declaration or a command: tags and their attributes, keys and tables of TOML,
/// commands of the program.
static NOTATION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"<[^<>]*>|[\w:-]+="[^"]*"|\b[a-z_]+ = |\[\[?[a-z_.]+\]\]?|\binsats (?:--)?[a-z0]+"#)
        .expect("a pattern")
});

static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\p{L}{2}").expect("a pattern"));

/// Whether a text is one for people: two pieces with a blank between them, of which one is a word; what is filled in is a
/// piece, and so is what another literal adds before a blank at the beginning, or after one at the end. A single word is
/// one where it is Swedish by its letters.
fn is_said(text: &str) -> bool {
    let text = FILLED.replace_all(text, "0");
    let text = NOTATION.replace_all(&text, "0");
    let said = |pieces: Vec<&str>| pieces.len() > 1 && pieces.iter().any(|piece| WORD.is_match(piece));
    said(text.split(char::is_whitespace).collect())
        || text.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']) && WORD.is_match(&text)
}

/// Where words stand by which the program understands what others wrote, or what a language of its own consists of: files,
/// or folders with all that is in them. Nothing is filled in there, so that a message would still be found.
const VOCABULARY: [(&str, &str); 32] = [
    ("claims/numbers.rs", "numbers as texts write them"),
    ("claims/quantifiers.rs", "words of rank and quantity as texts write them"),
    ("claims/stated.rs", "precision as texts write it"),
    ("claims/words.rs", "words of quantity, and the notation of their rules"),
    ("coding/cell.rs", "cells of coding sheets"),
    ("draft/answers.rs", "answers in exports"),
    ("draft/beside.rs", "headers of lists beside exports"),
    ("draft/block.rs", "headers of exports"),
    ("draft/coding.rs", "names and headers of coding sheets, and codes"),
    ("draft/layout/", "names and headers of exports"),
    ("draft/list.rs", "headers of lists"),
    ("draft/mod.rs", "answers in exports"),
    ("draft/scales.rs", "answers in exports"),
    ("draft/words/", "headers and answers of exports"),
    ("manuscript/caption.rs", "how captions begin"),
    ("manuscript/clause.rs", "words between clauses of a manuscript"),
    ("manuscript/heads.rs", "units in heads of columns"),
    ("manuscript/known/words.rs", "words beside numbers in manuscripts"),
    ("manuscript/plain.rs", "how captions begin"),
    ("manuscript/reference/leading.rs", "words that only lead to figures, or compare them"),
    ("manuscript/reference/number.rs", "words of references in manuscripts"),
    ("manuscript/style.rs", "names of styles of Word"),
    ("manuscript/title.rs", "how a base is written"),
    ("manuscript/vocabulary.rs", "words that say nothing of what a text is about"),
    ("mask.rs", "the at sign as people write it"),
    ("peek/parts.rs", "headers of exports"),
    ("read/amount/", "headings of amounts, and lines beside their tables"),
    ("read/grid.rs", "what spreadsheets write in cells"),
    ("read/marks.rs", "marks of options"),
    ("register/names.rs", "names of counties and municipalities"),
    ("render/block.rs", "words after which a line is not broken"),
    ("survey/", "headers, cells and titles of exports"),
];

/// Where words of others stand, or of a notation, or words that no person reads: a file, and how they begin.
const NAMES: [(&str, &str, &str); 40] = [
    ("claims/asking.rs", "", "the language of claims"),
    ("claims/draft.rs", "", "the language of claims"),
    ("claims/tally.rs", "", "the language of claims"),
    ("report/finding.rs", "", "the language of claims"),
    ("report/finding/asserted.rs", "", "the language of claims"),
    ("report/finding/over_years.rs", "", "the language of claims"),
    ("report/finding/pairs.rs", "", "the language of claims"),
    ("codebook/domain.rs", "Domain(", "what a debugger shows"),
    ("codebook/malformed.rs", "", "what the library says, which chooses a message"),
    ("console/mod.rs", "insats: {}", "the program's name before what it says"),
    ("console/summary.rs", "\n{} (data/claims.csv)", "a file's name"),
    ("draft/skeleton.rs", "\n[[item]]", "a declaration"),
    ("learning/folds.rs", "", "what is hashed"),
    ("read/edit_workbook/cell.rs", " t='str'", "an attribute of a cell"),
    ("read/format.rs", "PowerPoint Document", "a part of a file"),
    ("read/spss/guard.rs", "unpacks to more", "what one part of the reader tells the other"),
    ("read/spss/mod.rs", "", "parts of what the library says, which choose a message"),
    ("read/text.rs", "åäöÅÄÖ", "letters, by which an encoding is known"),
    ("render/canvas.rs", "Liberation Sans", "a typeface"),
    ("render/docx.rs", " PAGE ", "a field of Word's"),
    ("render/docx/contents.rs", " TOC ", "a field of Word's"),
    ("render/docx/number.rs", "", "fields of Word's"),
    ("render/docx/properties.rs", "{}, SHA-256 {}", "the name of a program and of a method"),
    ("render/docx/template.rs", "", "names by which programs know styles"),
    ("render/docx/styles.rs", "", "styles that Word knows by these names"),
    ("render/html/item.rs", "item text", "classes of an element"),
    ("render/html/item.rs", "more words", "classes of an element"),
    ("render/html/looks.rs", "", "rules of a style"),
    ("render/html/mod.rs", "", "values of attributes"),
    ("render/html/policy.rs", "default-src", "a policy"),
    ("render/picture.rs", "<image {place}", "an element of a drawing"),
    ("render/png.rs", "", "a typeface, and a fault that the library would tell"),
    ("render/style.rs", "'Liberation Sans'", "typefaces"),
    ("render/svg.rs", " data-code", "an attribute"),
    ("report/account/doubled.rs", "", "what is compared with what"),
    ("report/printed.rs", " kr", "a unit in a declaration"),
    ("study/decode/syntax.rs", "", "what the library says, which chooses a message"),
    ("workbench/gate.rs", "{}={};", "a cookie"),
    ("workbench/server.rs", "default-src", "a policy"),
    ("workbench/server.rs", "text/", "kinds of content"),
];

#[test]
fn texts_for_people_stand_in_the_message_files() {
    let mut used = BTreeSet::new();
    let mut left = Vec::new();
    for Literal { file, text, .. } in literals().into_iter().filter(|literal| is_said(&literal.text)) {
        let vocabulary = VOCABULARY.iter().find(|(place, _)| file.starts_with(place) && !ARGUMENT.is_match(&text));
        let name = NAMES.iter().find(|(place, start, _)| file == *place && text.starts_with(start));
        match (vocabulary, name) {
            (Some((place, _)), _) => drop(used.insert((*place, ""))),
            (_, Some((place, start, _))) => drop(used.insert((*place, *start))),
            _ => left.push(format!("{file}: {text:?}")),
        }
    }
    assert!(left.is_empty(), "these belong into src/wording:\n{}", left.join("\n"));
    let exceptions =
        VOCABULARY.iter().map(|(place, _)| (*place, "")).chain(NAMES.iter().map(|(place, start, _)| (*place, *start)));
    let unused: Vec<_> = exceptions.filter(|exception| !used.contains(exception)).collect();
    assert!(unused.is_empty(), "exceptions that nothing needs: {unused:?}");
}

#[test]
fn a_text_for_people_is_told_from_other_literals() {
    for said in
        ["no study was given", "{} of {}", " och ", "{number}\u{a0}kr", "<p>two words</p>", "id = {}, or none", "Källa"]
    {
        assert!(is_said(said), "{said:?}");
    }
    for other in
        ["a-name", "{}: {}", "<w:b/><w:sz w:val=\"44\"/>", "id = {}\n", "\n[limits]", " data-{name}=\"{}\"", "{}, {}"]
    {
        assert!(!is_said(other), "{other:?}");
    }
}

#[test]
fn literals_are_read_as_the_compiler_reads_them() {
    let code = r##"
        //! A comment with words.
        /// One more.
        fn one<'a>(x: &'a str) { /* "in a comment" */ say!('"', '\'', "first \"one\" \u{e5}", 'x', b"bytes here", r#"a "raw" one"#, "broken \
            line"); }
        #[cfg(test)]
        mod tests { const NOT: &str = "not this"; }
        #[cfg(test)]
        use other::thing;
        #[doc = "nor this"]
        const LAST: &str = "last one";
    "##;
    assert_eq!(texts(code), ["first \"one\" å", "a \"raw\" one", "broken line", "last one"]);
}
