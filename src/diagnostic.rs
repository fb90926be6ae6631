//! Errors with a place.
//!
//! Every message says where, what was found, what was expected and what to do. Messages are collected, so that a
//! user sees all that is wrong at once, and are shown in one stable order: worst first, causes before what follows from
//! them, then by place.

mod fold;

use std::fmt;
use std::sync::Arc;

pub use crate::money::spaced;

use crate::mask::without_contacts;
use crate::signs;
use crate::wording::Language;
pub use fold::{Fold, folded};

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
    /// The word that messages and files use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }
}

/// The spot inside a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The file as a whole.
    #[default]
    Whole,
    /// A line of a text file, counted from 1.
    Line(usize),
    /// A cell of a sheet, both counted from 0 (shown as `AB214`).
    Cell {
        /// Row, counted from 0.
        row: usize,
        /// Column, counted from 0.
        column: usize,
        /// The merged cells that it belongs to, if any.
        merged: Option<Merged>,
    },
    /// A line of a text file and the name of the column.
    Field {
        /// Line, counted from 1.
        line: usize,
        /// Column, counted from 0; shown by its letters, as a spreadsheet would.
        column: usize,
    },
}

/// Cells that are merged into one, from corner to corner, counted from 0 and included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Merged {
    /// The first row.
    pub top: u32,
    /// The first column.
    pub left: u32,
    /// The last row.
    pub bottom: u32,
    /// The last column.
    pub right: u32,
}

impl Spot {
    /// A cell of a sheet, both counted from 0.
    pub fn cell(row: usize, column: usize) -> Self {
        Self::Cell { row, column, merged: None }
    }

    /// The name of a cell, as `AB214`, and the merged cells that it belongs to.
    fn cell_told(row: usize, column: usize, merged: Option<Merged>, language: Language) -> String {
        let name = |row: usize, column: usize| format!("{}{}", column_letters(column), row + 1);
        let merged = merged.map(|merged| {
            let lead = language.pick("i de sammanfogade cellerna", "in the merged cells");
            let first = name(merged.top as usize, merged.left as usize);
            format!(" ({lead} {first}:{})", name(merged.bottom as usize, merged.right as usize))
        });
        name(row, column) + &merged.unwrap_or_default()
    }

    /// The spot without its file, as `line 3` or `cell B4`, in a language; empty for a whole file.
    pub fn told(&self, language: Language) -> String {
        let line = |line: usize| format!("{} {line}", language.pick("rad", "line"));
        match *self {
            Self::Whole => String::new(),
            Self::Line(number) => line(number),
            Self::Cell { row, column, merged } => format!("cell {}", Self::cell_told(row, column, merged, language)),
            Self::Field { line: number, column } => {
                format!("{}, {} {}", line(number), language.pick("kolumn", "column"), column_letters(column))
            }
        }
    }
}

/// Where something stands: file, sheet, spot.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file as the study names it, never an absolute path.
    pub file: Arc<str>,
    /// The sheet, where the file has several.
    pub sheet: Option<Arc<str>>,
    /// The spot inside.
    pub spot: Spot,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl AsRef<str>) -> Self {
        Self { file: file.as_ref().into(), sheet: None, spot: Spot::Whole }
    }

    /// A line of a text file, counted from 1.
    pub fn line(file: impl AsRef<str>, line: usize) -> Self {
        Self { file: file.as_ref().into(), sheet: None, spot: Spot::Line(line) }
    }
}

/// The letters by which a spreadsheet names a column counted from 0: `A`, `Z`, `AA`, …
pub fn column_letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (column % 26) as u8));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.iter().rev().collect()
}

impl Place {
    /// The place in a language.
    pub fn told(&self, language: Language) -> String {
        let pick = |swedish, english| language.pick(swedish, english);
        let sheet = self.sheet.as_ref().map(|sheet| format!(", {} {}", pick("blad", "sheet"), shown(sheet)));
        let spot = match self.spot.told(language) {
            spot if spot.is_empty() => spot,
            spot => format!(", {spot}"),
        };
        format!("{}{}{spot}", printable(&self.file), sheet.unwrap_or_default())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Language::English))
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
    /// What was found, as a sentence without its full stop.
    pub found: String,
    /// What was expected; empty where the finding says it.
    pub expected: String,
    /// What the user can do; empty where nothing needs doing.
    pub action: String,
    /// Finding, expectation and action in Swedish, of warnings and notices: those reach the report.
    pub swedish: Option<Box<[String; 3]>>,
}

impl Diagnostic {
    fn new(severity: Severity, place: Place, found: impl Into<String>) -> Self {
        let found = on_one_line(found.into());
        Self { severity, follows: false, place, found, expected: String::new(), action: String::new(), swedish: None }
    }

    /// Something that stops the run.
    pub fn error(place: Place, found: impl Into<String>) -> Self {
        Self::new(Severity::Error, place, found)
    }

    /// Something that was treated specially.
    pub fn warning(place: Place, found: impl Into<String>) -> Self {
        Self::new(Severity::Warning, place, found)
    }

    /// Something worth a look.
    pub fn notice(place: Place, found: impl Into<String>) -> Self {
        Self::new(Severity::Notice, place, found)
    }

    /// Says that it follows from something that is told elsewhere.
    pub fn follows(mut self) -> Self {
        self.follows = true;
        self
    }

    /// Says what was expected.
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = on_one_line(expected.into());
        self
    }

    /// Says what to do.
    pub fn action(mut self, action: impl Into<String>) -> Self {
        self.action = on_one_line(action.into());
        self
    }

    /// Says the same in Swedish: what was found, what was expected, what to do.
    pub fn in_swedish(mut self, found: impl Into<String>, expected: &str, action: &str) -> Self {
        self.swedish = Some(Box::new([found.into(), expected.to_owned(), action.to_owned()].map(on_one_line)));
        self
    }

    /// What was found, what was expected and what to do, in a language; in English where there is no Swedish.
    pub fn told(&self, language: Language) -> [&str; 3] {
        match self.swedish.as_deref().filter(|_| language == Language::Swedish) {
            Some(texts) => texts.each_ref().map(String::as_str),
            None => [&self.found, &self.expected, &self.action],
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n    found     {}", self.severity.word(), self.place, printable(&self.found))?;
        if !self.expected.is_empty() {
            write!(f, "\n    expected  {}", printable(&self.expected))?;
        }
        if !self.action.is_empty() {
            write!(f, "\n    to do     {}", printable(&self.action))?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostic {}

/// All messages of a run so far; as text in the order of [`Diagnostics::sorted`], one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    messages: Vec<Diagnostic>,
}

impl From<Diagnostic> for Diagnostics {
    fn from(message: Diagnostic) -> Self {
        Self { messages: vec![message] }
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, message) in self.sorted().into_iter().enumerate() {
            let between = if at == 0 { "" } else { "\n" };
            write!(f, "{between}{message}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}

impl Diagnostics {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, message: Diagnostic) {
        self.messages.push(message);
    }

    /// Adds copies of messages.
    pub fn push_all<'a>(&mut self, messages: impl IntoIterator<Item = &'a Diagnostic>) {
        messages.into_iter().for_each(|message| self.push(message.clone()));
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, other: Self) {
        self.messages.extend(other.messages);
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

/// A value from a file as a message may show it: quoted, one line, at most 60 characters; what cannot be seen, or is not the
/// letter that it looks like, escaped.
pub fn shown(value: &str) -> String {
    const LONGEST: usize = 60;
    quoted(value, LONGEST)
}

/// The same of a name that the user has to find again: whole.
pub fn shown_whole(value: &str) -> String {
    quoted(value, usize::MAX)
}

fn quoted(value: &str, longest: usize) -> String {
    // What respondents wrote to be reached by reaches no message.
    let value = &*without_contacts(value);
    let passes = signs::first_look_alike(value).is_some();
    let escaped = |c: char| is_unprintable(c) || passes && signs::look_alike(c).is_some();
    let mut text = String::from("\"");
    for (count, c) in value.chars().enumerate() {
        if count == longest {
            text.push('…');
            break;
        }
        match c {
            '"' => text.push_str("\\\""),
            c if escaped(c) => text.extend(c.escape_default()),
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

/// Signs that a terminal would obey instead of showing, and those that nobody sees.
fn is_unprintable(c: char) -> bool {
    c.is_control() || signs::is_invisible(c) || signs::is_odd_space(c)
}

/// A text with what a terminal would obey escaped.
pub fn printable(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains(is_unprintable) {
        return text.into();
    }
    let escaped = |c: char| if is_unprintable(c) { c.escape_default().to_string() } else { c.to_string() };
    text.chars().map(escaped).collect::<String>().into()
}

/// A part of a message as it is kept: what others' libraries say of a file may hold anything that stands in it.
fn on_one_line(text: String) -> String {
    if text.contains(is_unprintable) { printable(&text).into_owned() } else { text }
}

/// The known name nearest to a wrong one, where one is near enough to be worth offering.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR_ENOUGH: f64 = 0.5;
    nearest_within(wrong, known, NEAR_ENOUGH)
}

/// The known name nearest to a wrong one, of those that are at least so like it, from 0 to 1 (the same).
pub fn nearest_within<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>, likeness: f64) -> Option<&'a str> {
    let wrong = signs::as_seen(wrong).to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::normalized_damerau_levenshtein(&wrong, &signs::as_seen(name).to_lowercase()), name))
        .filter(|(found, _)| *found >= likeness)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, name)| name)
}

/// Why a wrong name is not the known one that it looks like, where it is that alone: ` (\u{430} only looks like "a")`.
pub fn look_alike<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let (sign, latin) = signs::first_look_alike(wrong)?;
    let seen = signs::as_seen(wrong).to_lowercase();
    let known = known.into_iter().find(|name| signs::as_seen(name).to_lowercase() == seen)?;
    let sign = sign.escape_default();
    Some(format!("did you mean {}? {sign} only looks like {}", shown(known), shown(&latin)))
}

/// Whether a text can be a name: letters, digits, `-` and `_`. Names become names of files and columns.
pub fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

/// "did you mean …?" for a wrong name, or the list of those that are known.
pub fn did_you_mean<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    const LONGEST_LIST: usize = 12;
    let known: Vec<_> = known.into_iter().collect();
    if let Some(explained) = look_alike(wrong, known.iter().copied()) {
        return explained;
    }
    match nearest(wrong, known.iter().copied()) {
        Some(name) => format!("did you mean {}?", shown(name)),
        None if known.is_empty() => String::new(),
        None => {
            let mut list: Vec<_> = known.iter().take(LONGEST_LIST).map(|n| shown(n)).collect();
            if known.len() > LONGEST_LIST {
                list.push("…".to_owned());
            }
            format!("known are {}", list.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        // Counted by hand: 26 one-letter names, then AA; ZZ is number 26 + 26*26 = 702, AAA the next.
        let names = [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")];
        for (column, name) in names {
            assert_eq!(column_letters(column), name);
        }
    }

    #[test]
    fn values_are_shown_on_one_line_without_control_characters() {
        assert_eq!(shown("a\nb\u{1b}[31m"), r#""a\nb\u{1b}[31m""#);
        assert_eq!(shown(&"x".repeat(100)).chars().count(), 63);
        // Blanks that nobody sees as such; those of numbers stay.
        assert_eq!(shown("a\u{2800}\u{3000}\u{2003}b"), r#""a\u{2800}\u{3000}\u{2003}b""#);
        assert_eq!(shown("1\u{a0}250\u{202f}000"), "\"1\u{a0}250\u{202f}000\"");
    }

    #[test]
    fn the_worst_comes_first_and_nothing_twice() {
        let mut all = Diagnostics::new();
        all.push(Diagnostic::notice(Place::file("a"), "n"));
        all.push(Diagnostic::error(Place::line("b", 2), "e"));
        all.push(Diagnostic::error(Place::line("b", 2), "e"));
        let sorted = all.sorted();
        assert_eq!(sorted.len(), 2);
        assert_eq!((all.count(Severity::Error), all.has_errors()), (1, true));
        assert_eq!(sorted[0].severity, Severity::Error);
    }

    #[test]
    fn causes_stand_before_what_follows_from_them() {
        let mut all = Diagnostics::new();
        all.push(Diagnostic::error(Place::line("a", 1), "consequence").follows());
        all.push(Diagnostic::error(Place::line("b", 2), "cause"));
        all.push(Diagnostic::warning(Place::line("a", 1), "warning"));
        let found: Vec<_> = all.sorted().iter().map(|m| m.found.as_str()).collect();
        assert_eq!(found, ["cause", "warning", "consequence"]);
    }

    #[test]
    fn the_nearest_name_is_offered() {
        assert_eq!(nearest("lable", ["level", "label", "file"]), Some("label"));
        assert_eq!(nearest("xyz", ["level", "label"]), None);
    }
}
