//! The page of messages by name, from the message files.

use std::collections::BTreeSet;
use std::fs;

use fluent_syntax::ast::{Comment, Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;
use insats::wording::Language;
use regex::Regex;

use crate::support::{files, project};

/// The beginnings of names of what stops a command though it is said of no file that was read.
const STOPS: [&str; 4] = ["output-", "program-", "changed-while-read", "cli-"];

/// What the page says beside the messages.
struct Words {
    title: &'static str,
    lead: &'static str,
    expected: &'static str,
    todo: &'static str,
}

fn words(language: Language) -> Words {
    match language {
        Language::English => Words {
            title: "Messages by name",
            lead: "Every error, warning and notice, as the message files have it. In braces stands what is put in: a value, a \
                   name, a number. `insats check --format json` gives the name of each as `message`. In Swedish: \
                   [meddelanden](meddelanden.md).",
            expected: "Expected",
            todo: "To do",
        },
        Language::Swedish => Words {
            title: "Meddelanden efter namn",
            lead: "Alla fel, varningar och upplysningar, som de står i meddelandefilerna. Inom klamrar står det som sätts in: ett \
                   värde, ett namn, ett tal. `insats check --format json` ger namnet på vart och ett som `message`. På engelska: \
                   [messages](messages.md).",
            expected: "Väntat",
            todo: "Att göra",
        },
    }
}

/// The page in a language; both have the messages in the order of their files.
pub fn page(language: Language) -> String {
    let (words, said) = (words(language), said_of_places());
    let mut text = format!("# {}\n\n{}\n", words.title, words.lead);
    let folder = project("src/wording").join(language.word());
    for name in order() {
        let file = fs::read_to_string(folder.join(&name)).expect("a message file");
        let resource = parse(&*file).unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
        let mut heads: Vec<String> = Vec::new();
        for entry in &resource.body {
            match entry {
                Entry::ResourceComment(comment) => heads = vec![format!("\n## {}\n", line(comment))],
                Entry::GroupComment(comment) => {
                    heads.truncate(heads.iter().take_while(|head| head.starts_with("\n## ")).count());
                    heads.push(format!("\n### {}\n\n", line(comment)));
                }
                Entry::Message(message) if is_told(message, &said) => {
                    text.extend(heads.drain(..));
                    text += &told(message, &words);
                }
                _ => {}
            }
        }
    }
    text
}

/// The message files in the order of the rooms, as the program reads them.
fn order() -> Vec<String> {
    let room = fs::read_to_string(project("src/wording/message.rs")).expect("the room of messages");
    let file = Regex::new(r#""/([a-z]+\.ftl)""#).expect("a pattern");
    file.captures_iter(&room).map(|found| found[1].to_owned()).collect()
}

fn line(comment: &Comment<&str>) -> String {
    comment.content.join(" ").trim().trim_end_matches('.').to_owned()
}

/// The names that code makes messages of places with.
fn said_of_places() -> BTreeSet<String> {
    let call = Regex::new(r#"Diagnostic::(?:error|warning|notice)\([^;"|{}]*?,\s*msg!\(\s*"([a-z0-9-]+)""#)
        .expect("a pattern");
    let code = files(&project("src")).into_iter().filter(|(name, _)| name.ends_with(".rs"));
    let code = code.map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8"));
    code.flat_map(|text| call.captures_iter(&text).map(|found| found[1].to_owned()).collect::<Vec<_>>()).collect()
}

/// Whether a message is an error, a warning or a notice by itself, and no part or word of another.
fn is_told(message: &Message<&str>, said: &BTreeSet<String>) -> bool {
    let name = message.id.name;
    let parts = message.attributes.iter().any(|own| ["expected", "todo"].contains(&own.id.name));
    parts || said.contains(name) || STOPS.iter().any(|beginning| name.starts_with(beginning))
}

fn told(message: &Message<&str>, words: &Words) -> String {
    let found = message.value.as_ref().map(shown).unwrap_or_default();
    let part = |name: &str, label: &str| {
        let pattern = message.attributes.iter().find(|own| own.id.name == name);
        pattern.map(|own| format!("  \n  {label}: {}", shown(&own.value))).unwrap_or_default()
    };
    format!("- **`{}`** {found}{}{}\n", message.id.name, part("expected", words.expected), part("todo", words.todo))
}

/// A pattern as one line of Markdown.
fn shown(pattern: &Pattern<&str>) -> String {
    let text: String = pattern.elements.iter().map(element).collect();
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace('<', "\\<").replace('*', "\\*").replace('[', "\\[")
}

fn element(element: &PatternElement<&str>) -> String {
    match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable { expression } => expressed(expression),
    }
}

/// Of plural forms the one for several is shown; of other choices all.
fn expressed(expression: &Expression<&str>) -> String {
    match expression {
        Expression::Inline(inline) => inlined(inline),
        Expression::Select { variants, .. } => {
            let plural = |key: &VariantKey<&str>| match key {
                VariantKey::NumberLiteral { .. } => true,
                VariantKey::Identifier { name } => ["one", "other"].contains(name),
            };
            let only_plural = variants.iter().all(|variant| plural(&variant.key));
            let kept = variants.iter().filter(|variant| variant.default || !only_plural);
            let texts = kept.map(|variant| variant.value.elements.iter().map(element).collect::<String>());
            texts.collect::<Vec<_>>().join(" / ")
        }
    }
}

fn inlined(inline: &InlineExpression<&str>) -> String {
    match inline {
        InlineExpression::VariableReference { id } => format!("{{{}}}", id.name),
        InlineExpression::StringLiteral { value } => (*value).to_owned(),
        InlineExpression::NumberLiteral { value } => (*value).to_owned(),
        InlineExpression::Placeable { expression } => expressed(expression),
        other => panic!("only variables, texts and plural forms are used: {other:?}"),
    }
}
