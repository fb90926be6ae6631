//! The pages of `docs/reference` that the program writes itself: commands with their options, and messages by name, one page
//! for each language. With `INSATS_UPDATE=1` they are written anew.

mod commands;
mod data;
mod messages;

use std::fs;

use insats::wording::Language;

use crate::support::project;

/// A page in a language: its name in `docs/reference`, and what is to stand in it.
type Page = (&'static str, String);

fn pages() -> Vec<Page> {
    vec![
        ("commands.md", commands::page(Language::English)),
        ("kommandon.md", commands::page(Language::Swedish)),
        ("messages.md", messages::page(Language::English)),
        ("meddelanden.md", messages::page(Language::Swedish)),
    ]
}

#[test]
fn pages_of_the_reference_are_as_the_program_is() {
    let wished =
        |name| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0" && value != "false");
    let mut old = Vec::new();
    for (name, text) in pages() {
        let path = project("docs/reference").join(name);
        if wished("INSATS_UPDATE") && !wished("CI") {
            fs::write(&path, &text).expect("the page is written");
        }
        if fs::read_to_string(&path).unwrap_or_default() != text {
            old.push(name);
        }
    }
    assert!(old.is_empty(), "write {old:?} anew: INSATS_UPDATE=1 cargo test --test suite -- reference::");
}
