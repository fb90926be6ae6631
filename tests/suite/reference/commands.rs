//! The page of commands, from what clap knows of them.

use clap::{Arg, Command};
use insats::wording::Language;

#[allow(dead_code)]
#[path = "../../../src/cli/mod.rs"]
mod cli;

/// What the page says beside the help.
struct Words {
    title: &'static str,
    lead: &'static str,
    about: [&'static str; 2],
    everywhere: &'static str,
    option: [&'static str; 2],
}

fn words(language: Language) -> Words {
    match language {
        Language::English => Words {
            title: "The commands",
            lead: "This page is made from the program's own help: `insats COMMAND --help` says the same in the terminal. In \
                   Swedish: [kommandon](kommandon.md). What the commands write is told in [output](output.md), how files are \
                   read and drafted in [reading](reading.md).",
            about: ["command", "what it does"],
            everywhere: "Every command takes",
            option: ["argument or option", "meaning"],
        },
        Language::Swedish => Words {
            title: "Kommandona",
            lead: "Sidan är gjord av programmets egen hjälp: `insats KOMMANDO --help` säger samma sak i terminalen. På engelska: \
                   [commands](commands.md). Vad kommandona skriver står i [output](output.md), hur filer läses och utkast görs i \
                   [reading](reading.md) (båda på engelska).",
            about: ["kommando", "vad det gör"],
            everywhere: "Alla kommandon har",
            option: ["argument eller val", "betydelse"],
        },
    }
}

/// The options that every command has.
const EVERYWHERE: [&str; 4] = ["messages", "show_texts", "help", "version"];

/// The page in a language.
pub fn page(language: Language) -> String {
    let words = words(language);
    let mut root = cli::help::commands(language);
    root.build();
    let all = below(&root);
    let mut text = format!("# {}\n\n{}\n\n{}\n\n", words.title, words.lead, after(&root));
    text += &table(words.about, all.iter().map(|command| [linked(command), about(command)]));
    let common = |argument: &&Arg| EVERYWHERE.contains(&argument.get_id().as_str());
    text += &format!("\n{}:\n\n", words.everywhere);
    text += &table(words.option, root.get_arguments().filter(common).map(row));
    for command in all {
        text += &format!("\n## {}\n\n{}\n\n```\n{}\n```\n", name(command), about(command), usage(command));
        let own: Vec<_> = command.get_arguments().filter(|own| !common(own)).map(row).collect();
        if !own.is_empty() {
            text += &format!("\n{}", table(words.option, own));
        }
        text += &format!("\n{}\n", after(command));
    }
    text
}

/// Every command that does something; one with commands below it is only their name.
fn below(command: &Command) -> Vec<&Command> {
    let inner = command.get_subcommands().flat_map(below);
    let itself = (!command.has_subcommands()).then_some(command);
    itself.into_iter().chain(inner).collect()
}

/// How a command is typed, from behind the program's name.
fn name(command: &Command) -> String {
    let typed = command.get_bin_name().unwrap_or_default();
    typed.strip_prefix("insats ").unwrap_or(typed).to_owned()
}

fn linked(command: &Command) -> String {
    let name = name(command);
    format!("[{name}](#{})", name.replace(' ', "-"))
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    usage.trim_start_matches("Usage: ").trim().to_owned()
}

/// Examples as a block, and what else stands behind the help.
fn after(command: &Command) -> String {
    let text = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let block = |part: &str| match part.split_once("\n  ") {
        Some((head, lines)) => format!("{head}\n\n```\n{}\n```", lines.replace("\n  ", "\n").trim_end()),
        None => part.to_owned(),
    };
    text.trim().split("\n\n").map(block).collect::<Vec<_>>().join("\n\n")
}

fn row(argument: &Arg) -> [String; 2] {
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    // A short form stands before the long one, as in the terminal.
    let short = argument.get_short().map(|short| format!("`-{short}`, ")).unwrap_or_default();
    [format!("{short}`{}`", argument.to_string().replace('|', "\\|")), help.replace('|', "\\|")]
}

fn table(head: [&str; 2], rows: impl IntoIterator<Item = [String; 2]>) -> String {
    let rows: String = rows.into_iter().map(|[one, other]| format!("| {one} | {other} |\n")).collect();
    format!("| {} | {} |\n|---|---|\n{rows}", head[0], head[1])
}
