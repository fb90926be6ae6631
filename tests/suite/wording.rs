//! Message files: every message that the code names stands in every language, with the same parts, and asks for no argument
//! that it is not given; nothing stands in them that nobody says.

mod foreign;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use regex::Regex;

/// The variables of each part of a message; its value is the part without a name.
type Parts = BTreeMap<String, BTreeSet<String>>;

/// Names that only the message room says.
const SAID_BY_WORDING: [&str; 2] = ["and", "or"];

/// Beginnings of names that the help puts together from commands and options; the command line's own tests hold them.
const SAID_BY_HELP: [&str; 4] = ["help-", "command-", "option-", "value-"];

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            found.extend(files(&entry, extension));
        } else if entry.extension().is_some_and(|own| own == extension) {
            found.push(entry);
        }
    }
    found.sort();
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn variables(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, found);
        }
    }
}

fn of_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, found),
        Expression::Select { selector, variants } => {
            of_inline(selector, found);
            variants.iter().for_each(|variant| variables(&variant.value, found));
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, found),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("only variables, texts and plural forms are used: {other:?}"),
    }
}

/// Every message of a language; a message that stands twice or cannot be parsed fails.
fn messages(language: &str) -> BTreeMap<String, Parts> {
    let mut all = BTreeMap::new();
    for file in files(&root().join("src/wording").join(language), "ftl") {
        let text = fs::read_to_string(&file).expect("a text");
        let resource = parse(&*text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut parts = Parts::new();
            let patterns = message.attributes.iter().map(|own| (own.id.name, &own.value));
            for (name, pattern) in message.value.iter().map(|value| ("", value)).chain(patterns) {
                let mut found = BTreeSet::new();
                variables(pattern, &mut found);
                assert!(parts.insert(name.to_owned(), found).is_none(), "{}: {name} twice", message.id.name);
            }
            let name = message.id.name.to_owned();
            assert!(all.insert(name.clone(), parts).is_none(), "{}: {name} stands twice", file.display());
        }
    }
    all
}

/// What the code says: each name with the arguments of each place that says it.
fn said() -> Vec<(String, BTreeSet<String>, String)> {
    let call = Regex::new(r#"\bmsg!\(\s*"([a-z0-9-]+)""#).expect("a pattern");
    let mut all = Vec::new();
    for file in files(&root().join("src"), "rs") {
        let text = fs::read_to_string(&file).expect("a text");
        let code: Vec<_> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let text = code.join("\n");
        for found in call.captures_iter(&text) {
            let after = found.get(0).expect("the match").end();
            let place = file.strip_prefix(root()).expect("inside").display().to_string();
            all.push((found[1].to_owned(), arguments(&text[after..]), place));
        }
    }
    all
}

/// The names of arguments from behind a message's name to the parenthesis that ends it.
fn arguments(text: &str) -> BTreeSet<String> {
    let (mut depth, mut quoted, mut escaped, mut part) = (0_usize, false, false, String::new());
    let mut parts = Vec::new();
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => parts.push(std::mem::take(&mut part)),
            c if depth == 0 => part.push(c),
            _ => {}
        }
    }
    parts.push(part);
    let name = |part: &String| part.split('=').next().unwrap_or_default().trim().to_owned();
    parts.iter().map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn every_message_has_the_same_parts_in_every_language() {
    let (swedish, english) = (messages("sv"), messages("en"));
    for (name, parts) in &english {
        assert_eq!(swedish.get(name), Some(parts), "{name} in Swedish (left) and English (right)");
    }
    let missing: Vec<_> = swedish.keys().filter(|name| !english.contains_key(*name)).collect();
    assert!(missing.is_empty(), "not in English: {missing:?}");
}

#[test]
fn what_the_code_says_stands_in_the_files_with_its_arguments() {
    let files = messages("en");
    let mut problems = Vec::new();
    for (name, arguments, place) in said() {
        let Some(parts) = files.get(&name) else {
            problems.push(format!("{place}: {name} stands in no file"));
            continue;
        };
        let wanted: BTreeSet<_> = parts.values().flatten().cloned().collect();
        // A context is given what was found when it is told.
        let given: BTreeSet<_> = arguments.into_iter().chain(wanted.get("found").cloned()).collect();
        if given != wanted {
            problems.push(format!("{place}: {name} is given {given:?} and says {wanted:?}"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_message_is_said_somewhere() {
    let said: BTreeSet<_> = said().into_iter().map(|(name, ..)| name).collect();
    let unsaid: Vec<_> = messages("en")
        .into_keys()
        .filter(|name| !said.contains(name) && !SAID_BY_WORDING.contains(&name.as_str()))
        .filter(|name| !SAID_BY_HELP.iter().any(|beginning| name.starts_with(beginning)))
        .collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

#[test]
fn arguments_are_read_from_code() {
    let read = |text: &str| arguments(text).into_iter().collect::<Vec<_>>();
    assert_eq!(read(r#", value = shown(&a, ")"), area, n = [1, 2].len()) + 1, more"#), ["area", "n", "value"]);
    assert_eq!(read(")"), [""; 0]);
}
