//! The help of every command in a language. clap lays it out; all its words come from the message files.

use clap::{Arg, ArgAction, Command, CommandFactory};
use insats::wording::{Language, help_text};

use super::Cli;

/// The commands with their help in a language.
pub fn commands(language: Language) -> Command {
    let root = Cli::command();
    told(root, "", language)
}

/// A command and those below it; `path` is what stands before its name in names of messages, as `codebook-`.
fn told(command: Command, path: &str, language: Language) -> Command {
    let word = |name: &str| help_text(language, name, None).unwrap_or_default();
    let name = format!("{path}{}", command.get_name());
    let is_root = command.get_name() == "insats";
    let below = if is_root { String::new() } else { format!("{name}-") };
    let after = help_text(language, &format!("command-{name}"), Some("after")).unwrap_or_default();
    let mut command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(own_flag("help", language))
        .about(word(&format!("command-{name}")))
        .after_help(paragraphs(&after))
        .subcommand_help_heading(word("help-commands"))
        .subcommand_value_name(word("help-command"))
        .help_template(template(&word("help-usage")))
        .mut_args(|argument| told_argument(argument, &name, language))
        .mut_subcommands(|inner| told(inner, &below, language));
    if is_root {
        command = command.arg(own_flag("version", language)).arg_required_else_help(true);
    }
    let usage = usage(&command, &name, language);
    command.override_usage(usage)
}

/// Lines that a message file broke are joined, so that they break where the terminal ends; examples stay lines.
fn paragraphs(text: &str) -> String {
    let joined = |block: &str| match block.contains("\n  ") {
        true => block.to_owned(),
        false => block.replace('\n', " "),
    };
    text.split("\n\n").map(joined).collect::<Vec<_>>().join("\n\n")
}

/// What stands above, between and below; clap's own template says "Usage:".
fn template(usage: &str) -> String {
    format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}")
}

/// How a command is typed. Asked of a copy: a command that has told its usage takes no more arguments.
fn usage(command: &Command, name: &str, language: Language) -> String {
    let any = help_text(language, "help-any-option", None).unwrap_or_default();
    let usage = command.clone().render_usage().to_string();
    let own = usage.split_once(command.get_name()).map_or("", |(_, rest)| rest);
    let typed = if name == "insats" { name.to_owned() } else { format!("insats {}", name.replace('-', " ")) };
    typed + &own.replace("[OPTIONS]", &format!("[{any}]"))
}

fn own_flag(name: &'static str, language: Language) -> Arg {
    let (short, action) = if name == "help" { ('h', ArgAction::Help) } else { ('V', ArgAction::Version) };
    let heading = help_text(language, "help-options", None).unwrap_or_default();
    let help = help_text(language, &format!("option-{name}"), None).unwrap_or_default();
    Arg::new(name).short(short).long(name).action(action).help(help).help_heading(heading)
}

/// An argument: its own help where the command has one, else that of its name; and its default in words.
fn told_argument(argument: Arg, command: &str, language: Language) -> Arg {
    let id = argument.get_id().to_string();
    let word = |name: &str| help_text(language, name, None);
    let help = word(&format!("option-{command}-{id}")).or_else(|| word(&format!("option-{id}"))).unwrap_or_default();
    let help = help.replace('\n', " ");
    let defaults: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let takes_value = argument.get_action().takes_values();
    let default = takes_value
        .then(|| defaults.join(","))
        .filter(|value| !value.is_empty())
        .and_then(|value| Some(format!(" [{}: {value}]", word("help-default")?)));
    let heading = if argument.is_positional() { "help-arguments" } else { "help-options" };
    let heading = word(heading).unwrap_or_default();
    let value = word(&format!("value-{command}-{id}")).or_else(|| word(&format!("value-{id}")));
    let argument = argument.help(help + &default.unwrap_or_default()).help_heading(heading);
    if !takes_value {
        return argument;
    }
    let argument = argument.hide_default_value(true).hide_possible_values(true);
    match value {
        Some(value) => argument.value_name(value),
        None => argument,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every command with its path.
    fn built(language: Language) -> Vec<(String, Command)> {
        let mut root = commands(language);
        root.build();
        let mut found = Vec::new();
        all(&root, "", &mut found);
        found
    }

    fn all(command: &Command, path: &str, found: &mut Vec<(String, Command)>) {
        let path = format!("{path} {}", command.get_name()).trim().to_owned();
        found.push((path.clone(), command.clone()));
        command.get_subcommands().for_each(|inner| all(inner, &path, found));
    }

    #[test]
    fn every_command_has_help_and_two_examples_in_every_language() {
        for (_, language) in Language::WORDS {
            let found = built(language);
            // The program itself, twenty-six commands and eight below them.
            assert_eq!(found.len(), 36);
            for (path, command) in found {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(!about.is_empty(), "{path}: no help");
                let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
                let count = examples.lines().filter(|line| line.starts_with("  insats ")).count();
                assert!(path == "insats" || count >= 2, "{path}: {count} examples in {examples:?}");
                for argument in command.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{path}: {} has no help", argument.get_id());
                }
            }
        }
    }

    #[test]
    fn no_word_of_clap_is_left_in_swedish() {
        for (path, mut command) in built(Language::Swedish) {
            let text = command.render_help().to_string();
            for word in ["Usage", "Options", "Commands", "Arguments", "default", "Print", "COMMAND", "possible"] {
                assert!(!text.contains(word), "{path}: {word} in\n{text}");
            }
        }
    }
}
