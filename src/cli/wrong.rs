//! What is wrong with a command line, in a language.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use insats::msg;
use insats::wording::{Arg, Language, Message, joined};

/// The message for a command line that clap could not parse; `None` where it is help or the version that was asked for.
pub fn message(error: &Error, language: Language) -> Option<String> {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return None;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return None;
    }
    let text = |message: Message| message.text(language);
    let mut lines = format!("{} {}\n", text(msg!("cli-error")), text(what(error)));
    if let Some(near) = suggestion(error) {
        lines += &format!("  {}\n", text(msg!("cli-did-you-mean", name = near)));
    }
    Some(lines + &format!("{} insats --help\n", text(msg!("cli-more"))))
}

fn what(error: &Error) -> Message {
    let context = |kind| named(error, kind).unwrap_or_default();
    let option = context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => msg!("cli-unknown-option", option),
        ErrorKind::InvalidSubcommand => msg!("cli-unknown-command", command = context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => msg!("cli-missing", arguments = option),
        ErrorKind::MissingSubcommand => msg!("cli-missing", arguments = msg!("help-command")),
        ErrorKind::ArgumentConflict if option == context(ContextKind::PriorArg) => msg!("cli-conflict-twice", option),
        ErrorKind::ArgumentConflict => msg!("cli-conflict", option, other = context(ContextKind::PriorArg)),
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => msg!("cli-value-missing", option),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => wrong_value(error, option),
        _ => msg!("cli-other", what = error.kind().to_string()),
    }
}

/// A value that cannot be, and what was expected instead.
fn wrong_value(error: &Error, option: String) -> Message {
    let value = named(error, ContextKind::InvalidValue).unwrap_or_default();
    let wrong = msg!("cli-wrong-value", value, option);
    let expected = match (
        error.source().and_then(|source| source.downcast_ref::<Message>()),
        error.get(ContextKind::ValidValue),
    ) {
        (Some(expected), _) => Arg::from(expected),
        (None, Some(ContextValue::Strings(values))) => msg!("cli-one-of", values = joined(values, ", ")).into(),
        _ => return wrong,
    };
    msg!("cli-wrong-value-expected", wrong, expected)
}

fn suggestion(error: &Error) -> Option<String> {
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| named(error, kind))
}

/// What clap says of a part of the command line, as text.
fn named(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::help::commands;
    use super::*;

    fn told(line: &str, language: Language) -> String {
        let error = commands(language).try_get_matches_from(line.split(' ')).expect_err("a wrong command line");
        message(&error, language).unwrap_or_default()
    }

    #[test]
    fn what_is_wrong_is_said_in_the_language() {
        let swedish = |line| told(line, Language::Swedish);
        assert!(
            swedish("insats cheks").starts_with("fel: det finns inget kommando cheks\n  menade du "),
            "{}",
            swedish("insats cheks")
        );
        assert!(swedish("insats run").starts_with("fel: det saknas: <STUDIE>\n"), "{}", swedish("insats run"));
        assert!(swedish("insats run a --ut b").starts_with("fel: det finns inget val --ut här\n"));
        let threads = swedish("insats run a --threads 900");
        assert!(
            threads.contains("900 är inget värde för --threads <N>: det ska vara ett heltal från 1 till 256\n"),
            "{threads}"
        );
        assert!(swedish("insats check a --format xml").contains("det ska vara något av text, json"));
        assert!(swedish("insats peek a --sheet").contains("--sheet <BLAD> måste ha ett värde"));
        let twice = told("insats run a --out b --out c", Language::English);
        assert!(twice.contains("--out <FOLDER> may be given once"), "{twice}");
    }
}
