//! Errors with a place.
//!
//! Every message says where, what was found, what was expected and what to do. Messages are collected, so that a
//! user sees all that is wrong at once, and are shown in one stable order: worst first, causes before what follows from
//! them, then by place.

mod fold;
mod place;
mod quote;

use std::fmt;

use rayon::prelude::*;

use crate::money::Currency;
use crate::msg;
use crate::wording::{Language, Message};
pub use fold::{Fold, folded, folds};
pub use place::{Merged, Place, Spot, column_letters};
use quote::on_one_line;
pub use quote::{did_you_mean, is_name, look_alike, nearest, nearest_within, printable, shown, shown_whole};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The user's files need mending; nothing is written.
    Error,
    /// The result stands, but something in the input was treated specially.
    Warning,
    /// Worth a look.
    Notice,
}

impl Severity {
    /// What people call it.
    pub fn message(self) -> Message {
        match self {
            Self::Error => msg!("severity-error"),
            Self::Warning => msg!("severity-warning"),
            Self::Notice => msg!("severity-notice"),
        }
    }

    /// The word that files use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Whether it follows from something that is told elsewhere; it stands after causes.
    pub follows: bool,
    /// Where it stands.
    pub place: Place,
    /// What was found, with the attributes `expected` and `todo`.
    message: Message,
    /// Messages with the argument `found` that say of what it was found, the nearest first.
    context: Vec<Message>,
}

impl Diagnostic {
    fn new(severity: Severity, place: Place, message: Message) -> Self {
        Self { severity, follows: false, place, message, context: Vec::new() }
    }

    /// Something that stops the run.
    pub fn error(place: Place, message: Message) -> Self {
        Self::new(Severity::Error, place, message)
    }

    /// Something that was treated specially.
    pub fn warning(place: Place, message: Message) -> Self {
        Self::new(Severity::Warning, place, message)
    }

    /// Something worth a look.
    pub fn notice(place: Place, message: Message) -> Self {
        Self::new(Severity::Notice, place, message)
    }

    /// Says that it follows from something that is told elsewhere.
    pub fn follows(mut self) -> Self {
        self.follows = true;
        self
    }

    /// Says of what it was found: a message with the argument `found`.
    pub fn within(mut self, context: Message) -> Self {
        self.context.push(context);
        self
    }

    /// The same for the console: with what respondents wrote, or with how it is to be seen.
    pub fn for_console(mut self, with_texts: bool) -> Self {
        self.message = self.message.told(with_texts);
        self.context = self.context.into_iter().map(|context| context.told(with_texts)).collect();
        self
    }

    fn in_currency(mut self, currency: Currency) -> Self {
        self.message = self.message.in_currency(currency);
        self.context = self.context.into_iter().map(|context| context.in_currency(currency)).collect();
        self
    }

    /// Puts it at another place.
    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// The name of its message, by which the reference lists it.
    pub fn name(&self) -> &'static str {
        self.message.name()
    }

    /// Its message, as an argument of another.
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// What was found, what was expected and what to do, in a language; the last two may be empty.
    pub fn told(&self, language: Language) -> [String; 3] {
        let part = |attribute| self.message.part(language, attribute).unwrap_or_default();
        let found = self.message.text(language);
        let within = |found: String, context: &Message| context.clone().with("found", found).text(language);
        let found = self.context.iter().fold(found, within);
        [found, part("expected"), part("todo")].map(on_one_line)
    }
}

impl Diagnostic {
    /// The whole message in a language: severity and place, then what was found, expected and to do, a line each.
    pub fn text(&self, language: Language) -> String {
        let mut text = format!("{}: {}", self.severity.message().text(language), self.place.told(language));
        let labels = [msg!("label-found"), msg!("label-expected"), msg!("label-todo")];
        for (label, part) in labels.iter().zip(self.told(language)).filter(|(_, part)| !part.is_empty()) {
            text += &format!("\n    {:<9} {}", label.text(language), printable(&part));
        }
        text
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::English))
    }
}

impl std::error::Error for Diagnostic {}

/// All messages of a run so far; as text in the order of [`Diagnostics::sorted`], one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    messages: Vec<Diagnostic>,
    /// The currency of the study that they are about, as soon as it is known.
    currency: Option<Currency>,
}

impl From<Diagnostic> for Diagnostics {
    fn from(message: Diagnostic) -> Self {
        Self { messages: vec![message], ..Self::default() }
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::English))
    }
}

impl std::error::Error for Diagnostics {}

impl Diagnostics {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// All of them in a language, in the order of [`Diagnostics::sorted`], one after the other.
    pub fn text(&self, language: Language) -> String {
        self.sorted().into_iter().map(|message| message.text(language)).collect::<Vec<_>>().join("\n")
    }

    /// All for the console: with what respondents wrote, or with how it is to be seen.
    pub fn for_console(mut self, with_texts: bool) -> Self {
        self.messages = self.messages.into_iter().map(|message| message.for_console(with_texts)).collect();
        self
    }

    /// All of them, in a context.
    pub fn within(mut self, context: &Message) -> Self {
        self.messages = self.messages.into_iter().map(|message| message.within(context.clone())).collect();
        self
    }

    /// None yet, about a study in a currency: the amounts of what is added are in it.
    pub fn about(currency: Currency) -> Self {
        Self { currency: Some(currency), ..Self::default() }
    }

    /// Says what currency the amounts of further messages are in.
    pub fn amounts_are_in(&mut self, currency: Currency) {
        self.currency = Some(currency);
    }

    /// Adds one.
    pub fn push(&mut self, message: Diagnostic) {
        self.messages.push(match self.currency {
            Some(currency) => message.in_currency(currency),
            None => message,
        });
    }

    /// Adds copies of messages.
    pub fn push_all<'a>(&mut self, messages: impl IntoIterator<Item = &'a Diagnostic>) {
        messages.into_iter().for_each(|message| self.push(message.clone()));
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, other: Self) {
        other.messages.into_iter().for_each(|message| self.push(message));
    }

    /// Does work on all of a list, so many at a time side by side; what is told of them stands in the order of the list.
    pub fn side_by_side<T: Sync, R: Send>(
        &mut self,
        list: &[T],
        many: usize,
        work: impl Fn(&T, &mut Self) -> R + Sync,
    ) -> Vec<R> {
        let share = |some: &[T]| {
            let mut own = Self::new();
            (some.iter().map(|one| work(one, &mut own)).collect::<Vec<_>>(), own)
        };
        let shares: Vec<_> = list.par_chunks(many).map(share).collect();
        let mut all = Vec::with_capacity(list.len());
        for (done, own) in shares {
            all.extend(done);
            self.extend(own);
        }
        all
    }

    /// Whether anything stops the run.
    pub fn has_errors(&self) -> bool {
        self.messages.iter().any(|m| m.severity == Severity::Error)
    }

    /// Those that stop the run, without the rest.
    pub fn errors_only(mut self) -> Self {
        self.messages.retain(|m| m.severity == Severity::Error);
        self
    }

    /// Errors and warnings.
    pub fn without_notices(mut self) -> Self {
        self.messages.retain(|m| m.severity != Severity::Notice);
        self
    }

    /// How many there are of one severity, each once.
    pub fn count(&self, severity: Severity) -> usize {
        self.sorted().into_iter().filter(|m| m.severity == severity).count()
    }

    /// Worst first, each severity by place, each once: the order does not depend on who found what first. What follows from
    /// something else stands behind the warnings, if it is an error, for one of them may tell its cause.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let rank = |message: &Diagnostic| match (message.severity, message.follows) {
            (Severity::Error, false) => 0,
            (Severity::Warning, false) => 1,
            (Severity::Error, true) => 2,
            (Severity::Warning, true) => 3,
            (Severity::Notice, follows) => 4 + u8::from(follows),
        };
        let mut all: Vec<_> = self.messages.iter().collect();
        all.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.cmp(b)));
        all.dedup();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_comes_first_and_nothing_twice() {
        let mut all = Diagnostics::new();
        all.push(Diagnostic::notice(Place::file("a"), Message::new("n")));
        all.push(Diagnostic::error(Place::line("b", 2), Message::new("e")));
        all.push(Diagnostic::error(Place::line("b", 2), Message::new("e")));
        let sorted = all.sorted();
        assert_eq!(sorted.len(), 2);
        assert_eq!((all.count(Severity::Error), all.has_errors()), (1, true));
        assert_eq!(sorted[0].severity, Severity::Error);
    }

    #[test]
    fn causes_stand_before_what_follows_from_them() {
        let mut all = Diagnostics::new();
        all.push(Diagnostic::error(Place::line("a", 1), Message::new("consequence")).follows());
        all.push(Diagnostic::error(Place::line("b", 2), Message::new("cause")));
        all.push(Diagnostic::warning(Place::line("a", 1), Message::new("warning")));
        let found: Vec<_> = all.sorted().iter().map(|m| m.told(Language::English)[0].clone()).collect();
        assert_eq!(found, ["cause", "warning", "consequence"]);
    }
}
