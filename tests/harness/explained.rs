//! What `insats explain` says, command by command, as `expected/explain.txt` has it.

use std::path::Path;

use insats::run::{Asker, Failure, explain};
use insats::wording::Language;

use crate::support::shown;

const COMMAND: &str = "$ insats explain . ";

/// Every command of a text with all that it says: a page, or the messages that refuse it.
pub fn explained(study: &Path, text: &str) -> String {
    let commands = text.lines().filter_map(|line| line.strip_prefix(COMMAND));
    let answers = commands.map(|command| {
        let said = match explain(
            study,
            &words(command),
            None,
            Asker { language: Language::English, sees_texts: true },
            &|_| {},
        ) {
            Ok(page) => page,
            Err(Failure::Input(messages)) => shown(&messages),
            Err(other) => other.to_string(),
        };
        format!("{COMMAND}{command}\n{}\n", said.trim_end())
    });
    let answers: Vec<String> = answers.collect();
    assert!(!answers.is_empty(), "explain.txt has no line that begins with {COMMAND:?}");
    answers.join("\n")
}

/// The words of a command; what stands between quotation marks is one word.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    parts
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}
