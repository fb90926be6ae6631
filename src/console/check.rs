//! What `check` prints: for people, folded and on a terminal in colours; for programs, as JSON.

use std::io::IsTerminal;

use insats::diagnostic::{Diagnostic, Diagnostics, Fold, Place, Severity, Spot, column_letters, folded, printable};
use insats::msg;
use insats::run::Checked;
use insats::wording::{Language, Message, joined};
use serde_json::{Value, json};

use super::Console;

/// How many of a fold are shown beside the first, and of how many more the places.
pub(super) const SHOWN: usize = 2;
const PLACES: usize = 5;

impl Console {
    /// What a check found.
    pub fn checked(&self, checked: &Checked, json: bool) {
        let messages = checked.messages.clone().for_console(self.texts);
        let text =
            if json { format!("{:#}\n", as_json(checked, &messages)) } else { self.check_text(checked, &messages) };
        self.print(&text);
    }

    fn check_text(&self, checked: &Checked, messages: &Diagnostics) -> String {
        let mut text = String::new();
        let colours = colours();
        for fold in folded(messages) {
            text += &self.fold_text(&fold, colours);
            text.push('\n');
        }
        if self.quiet {
            return text;
        }
        let count = |severity: Severity| messages.count(severity);
        let (errors, warnings, notices) = (count(Severity::Error), count(Severity::Warning), count(Severity::Notice));
        let found = self.text(msg!("check-found", errors, warnings, notices));
        text + &format!("{found} {}\n", self.text(read(checked)))
    }

    /// A message, and where else the same is to be said.
    pub(super) fn fold_text(&self, fold: &Fold<'_>, colours: bool) -> String {
        let mut text = self.coloured(fold.first, colours) + "\n";
        let also = self.text(msg!("label-also"));
        for other in fold.others.iter().take(SHOWN) {
            let [found, ..] = other.told(self.language);
            text += &format!("    {also:<9} {}: {}\n", self.spot(&other.place), printable(&found));
        }
        let more = fold.others.get(SHOWN..).unwrap_or_default();
        if !more.is_empty() {
            text += &format!("    {}\n", self.more_like_this(more));
        }
        text
    }

    /// How many more there are, and the places of the first.
    pub(super) fn more_like_this(&self, more: &[&Diagnostic]) -> String {
        let mut places: Vec<String> = more.iter().take(PLACES).map(|message| self.spot(&message.place)).collect();
        places.dedup();
        if more.len() > PLACES {
            places.push("…".to_owned());
        }
        self.text(msg!("more-like-this", count = more.len(), places = joined(places, "; ")))
    }

    /// A message with its severity in red, yellow or blue.
    fn coloured(&self, message: &Diagnostic, colours: bool) -> String {
        let text = message.text(self.language);
        if !colours {
            return text;
        }
        let colour = match message.severity {
            Severity::Error => "\u{1b}[1;31m",
            Severity::Warning => "\u{1b}[1;33m",
            Severity::Notice => "\u{1b}[1;34m",
        };
        let word = self.text(message.severity.message());
        text.replacen(&word, &format!("{colour}{word}\u{1b}[0m"), 1)
    }

    /// The spot inside the file that the fold has named already.
    fn spot(&self, place: &Place) -> String {
        match place.spot {
            Spot::Whole => printable(&place.file).into_owned(),
            spot => spot.told(self.language),
        }
    }
}

/// What could be read: surveys, accounts, or nothing.
fn read(checked: &Checked) -> Message {
    let Checked { surveys, respondents, interventions, accounts, returns, .. } = checked;
    let (surveys, respondents, interventions) = (*surveys, *respondents, *interventions);
    let (accounts, returns) = (*accounts, *returns);
    match (surveys > 0, accounts > 0) {
        (true, false) => msg!("check-read-surveys", surveys, respondents, interventions),
        (false, true) => msg!("check-read-accounts", accounts, returns),
        (true, true) => msg!("check-read-both", surveys, respondents, interventions, accounts, returns),
        (false, false) => msg!("check-read-nothing"),
    }
}

/// Colours show on a terminal, unless the user says otherwise (no-color.org).
fn colours() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    std::io::stdout().is_terminal() && !set("NO_COLOR") && !dumb
}

fn as_json(checked: &Checked, messages: &Diagnostics) -> Value {
    let Checked { surveys, respondents, interventions, accounts, returns, .. } = checked;
    let of = |messages: &Diagnostics, severity| messages.count(severity);
    let groups: Vec<Value> = folded(messages)
        .into_iter()
        .map(|fold| {
            let all = std::iter::once(fold.first).chain(fold.others.iter().copied());
            json!({
                "severity": fold.first.severity.word(),
                "count": fold.others.len() + 1,
                "messages": all.map(message_json).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "errors": of(messages, Severity::Error),
        "warnings": of(messages, Severity::Warning),
        "notices": of(messages, Severity::Notice),
        "read": { "surveys": surveys, "respondents": respondents, "interventions": interventions,
            "accounts": accounts, "returns": returns },
        "groups": groups,
    })
}

fn message_json(message: &Diagnostic) -> Value {
    let (line, cell, column) = match message.place.spot {
        Spot::Whole => (None, None, None),
        Spot::Line(line) => (Some(line), None, None),
        Spot::Cell { row, column, .. } => (None, Some(format!("{}{}", column_letters(column), row + 1)), None),
        Spot::Field { line, column } => (Some(line), None, Some(column_letters(column))),
    };
    let [found, expected, action] = message.told(Language::English);
    json!({
        "message": message.name(),
        "file": &*message.place.file,
        "sheet": message.place.sheet.as_deref(),
        "cell": cell,
        "line": line,
        "column": column,
        "found": found,
        "expected": expected,
        "action": action,
    })
}
