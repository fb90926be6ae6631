//! A message: its name, what it is said about, and its words in a language.
//!
//! The words stand in the message files of a language, `sv/*.ftl` and `en/*.ftl`, in the syntax of Project Fluent. Code
//! knows only names: [`msg!`](crate::msg) makes a message, and it becomes text where it is read.

use std::fmt;
use std::io::{self, ErrorKind};
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Language, Text};
use crate::mask::MASK;
use crate::money::{Amount, Currency, Kronor};

/// The message files of a language, one for each group of rooms.
macro_rules! files {
    ($language:literal) => {
        [
            include_str!(concat!($language, "/shared.ftl")),
            include_str!(concat!($language, "/read.ftl")),
            include_str!(concat!($language, "/study.ftl")),
            include_str!(concat!($language, "/codebook.ftl")),
            include_str!(concat!($language, "/survey.ftl")),
            include_str!(concat!($language, "/funds.ftl")),
            include_str!(concat!($language, "/accounts.ftl")),
            include_str!(concat!($language, "/weighting.ftl")),
            include_str!(concat!($language, "/coding.ftl")),
            include_str!(concat!($language, "/decisions.ftl")),
            include_str!(concat!($language, "/sheets.ftl")),
            include_str!(concat!($language, "/audit.ftl")),
            include_str!(concat!($language, "/grant.ftl")),
            include_str!(concat!($language, "/report.ftl")),
            include_str!(concat!($language, "/figures.ftl")),
            include_str!(concat!($language, "/years.ftl")),
            include_str!(concat!($language, "/response.ftl")),
            include_str!(concat!($language, "/claims.ftl")),
            include_str!(concat!($language, "/manuscript.ftl")),
            include_str!(concat!($language, "/migration.ftl")),
            include_str!(concat!($language, "/run.ftl")),
            include_str!(concat!($language, "/schema.ftl")),
            include_str!(concat!($language, "/terminal.ftl")),
            include_str!(concat!($language, "/workbench.ftl")),
            include_str!(concat!($language, "/coding-page.ftl")),
            include_str!(concat!($language, "/draft.ftl")),
            include_str!(concat!($language, "/cli.ftl")),
        ]
    };
}

/// What is to be said, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    name: &'static str,
    args: Vec<(&'static str, Arg)>,
}

/// A message that is made where it is said, as in a table of constants.
pub type Say = fn() -> Message;

/// What a message is said about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arg {
    /// The same in every language: a quoted value, a name, a key.
    Text(String),
    /// A count; plural forms follow it.
    Count(usize),
    /// A text that the study has in several languages.
    Title(Text),
    /// Another message.
    Message(Box<Message>),
    /// An attribute of another message; nothing where it has none.
    Part(Box<Message>, &'static str),
    /// Several: `a, b and c`.
    All(Vec<Arg>),
    /// One of several: `a, b or c`.
    Any(Vec<Arg>),
    /// One after the other, with nothing but what is given between them.
    Joined(Vec<Arg>, &'static str),
    /// An amount of money in a currency.
    Money(Amount, Currency),
    /// The word for so much of a currency, as `tkr`.
    Unit(i64, Currency),
    /// The name of a currency.
    Currency(Currency),
    /// What a respondent wrote: masked, so that it reaches no file, but where a message is [told to a
    /// person](Message::told).
    Written(String),
}

/// A message with its arguments: `msg!("amount-unreadable", value = shown(cell), area)`.
#[macro_export]
macro_rules! msg {
    ($name:literal $(, $key:ident $(= $value:expr)?)* $(,)?) => {
        $crate::wording::Message::new($name)$(.with(stringify!($key), $crate::msg!(@value $key $(= $value)?)))*
    };
    (@value $key:ident) => { $key };
    (@value $key:ident = $value:expr) => { $value };
}

impl Message {
    /// A message without arguments; [`msg!`](crate::msg) is shorter.
    pub fn new(name: &'static str) -> Self {
        Self { name, args: Vec::new() }
    }

    /// The same about a study in a currency: amounts do not know theirs.
    pub fn in_currency(mut self, currency: Currency) -> Self {
        self.args.iter_mut().for_each(|(_, arg)| arg.put_in(currency));
        self
    }

    /// The same for the console: with what respondents wrote, or with how it is to be seen.
    pub fn told(mut self, with_texts: bool) -> Self {
        self.args.iter_mut().for_each(|(_, arg)| arg.tell(with_texts));
        self
    }

    /// Adds an argument.
    pub fn with(mut self, key: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((key, value.into()));
        self
    }

    /// Its name, as the reference lists it.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Its own name and those of the messages that it is said about, which tell what kind of message it is.
    pub fn names(&self) -> Vec<&'static str> {
        let mut names = vec![self.name];
        self.args.iter().for_each(|(_, arg)| arg.names(&mut names));
        names
    }

    /// The text in a language. An unknown name is its own text; a test holds that there is none.
    pub fn text(&self, language: Language) -> String {
        on_one_line(&self.lines(language))
    }

    /// The same with its own line ends, as a help text has them.
    pub fn lines(&self, language: Language) -> String {
        self.pattern(language, None).unwrap_or_else(|| self.name.to_owned())
    }

    /// An attribute in a language, where the message has it.
    pub fn part(&self, language: Language, attribute: &str) -> Option<String> {
        self.pattern(language, Some(attribute)).map(|text| on_one_line(&text))
    }

    fn pattern(&self, language: Language, attribute: Option<&str>) -> Option<String> {
        let bundle = bundle(language);
        let message = bundle.get_message(self.name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut args = FluentArgs::new();
        for (key, arg) in &self.args {
            args.set(*key, arg.value(language));
        }
        let mut errors: Vec<FluentError> = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
        debug_assert!(errors.is_empty(), "{}: {errors:?}", self.name);
        Some(text.into_owned())
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::English))
    }
}

impl std::error::Error for Message {}

/// The part of a message of a given name that help shows, its line ends as they stand: its value, or an attribute.
pub fn help_text(language: Language, name: &str, attribute: Option<&str>) -> Option<String> {
    let bundle = bundle(language);
    let message = bundle.get_message(name)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    Some(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
}

/// A message file breaks long sentences; they are read as one line.
fn on_one_line(text: &str) -> String {
    text.split('\n').map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}

impl Arg {
    /// What stays when nothing is to be said.
    pub fn nothing() -> Self {
        Self::Text(String::new())
    }

    /// What is written in each language by itself, as a number with decimals.
    pub fn written(write: impl Fn(Language) -> String) -> Self {
        Self::Title(Text { sv: write(Language::Swedish), en: Some(write(Language::English)) })
    }

    /// The word for so much of the study's currency, as `tkr` for a thousand.
    pub fn unit(unit: i64) -> Self {
        Self::Unit(unit, Currency::default())
    }

    /// The name of the study's currency.
    pub fn currency() -> Self {
        Self::Currency(Currency::default())
    }

    fn value(&self, language: Language) -> FluentValue<'static> {
        match self {
            Self::Count(count) => FluentValue::from(*count),
            other => FluentValue::from(other.text(language)),
        }
    }

    /// The text in a language.
    pub fn text(&self, language: Language) -> String {
        let texts = |args: &[Self]| args.iter().map(|arg| arg.text(language)).collect::<Vec<_>>();
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => language.in_message(&language.count(*count)),
            Self::Title(title) => title.get(language).to_owned(),
            Self::Written(_) => MASK.to_owned(),
            Self::Message(message) => message.text(language),
            Self::Part(message, attribute) => message.part(language, attribute).unwrap_or_default(),
            Self::All(args) => listed(&texts(args), &Message::new("and").text(language)),
            Self::Any(args) => listed(&texts(args), &Message::new("or").text(language)),
            Self::Joined(args, between) => texts(args).join(between),
            Self::Unit(unit, currency) => currency.word_of(*unit).to_owned(),
            Self::Currency(currency) => currency.in_unit(1).text(language),
            Self::Money(amount, currency) => {
                let number = language.in_message(&language.bare_amount(*amount));
                format!("{number} {}", currency.beside_amounts().text(language))
            }
        }
    }

    fn put_in(&mut self, of_study: Currency) {
        match self {
            Self::Money(_, currency) | Self::Unit(_, currency) | Self::Currency(currency) => *currency = of_study,
            Self::Message(message) | Self::Part(message, _) => {
                message.args.iter_mut().for_each(|(_, arg)| arg.put_in(of_study));
            }
            Self::All(args) | Self::Any(args) | Self::Joined(args, _) => {
                args.iter_mut().for_each(|arg| arg.put_in(of_study));
            }
            Self::Text(_) | Self::Count(_) | Self::Title(_) | Self::Written(_) => {}
        }
    }

    /// What a respondent wrote, as the console may show it.
    pub fn wording(text: String, with_texts: bool) -> Self {
        if with_texts { Self::Text(text) } else { crate::msg!("text-withheld").into() }
    }

    fn tell(&mut self, with_texts: bool) {
        match self {
            Self::Written(text) => *self = Self::wording(std::mem::take(text), with_texts),
            Self::Message(message) | Self::Part(message, _) => {
                message.args.iter_mut().for_each(|(_, arg)| arg.tell(with_texts));
            }
            Self::All(args) | Self::Any(args) | Self::Joined(args, _) => {
                args.iter_mut().for_each(|arg| arg.tell(with_texts));
            }
            Self::Text(_) | Self::Count(_) | Self::Title(_) => {}
            Self::Money(..) | Self::Unit(..) | Self::Currency(_) => {}
        }
    }

    fn names(&self, names: &mut Vec<&'static str>) {
        match self {
            Self::Message(message) | Self::Part(message, _) => names.extend(message.names()),
            Self::All(args) | Self::Any(args) | Self::Joined(args, _) => args.iter().for_each(|arg| arg.names(names)),
            Self::Text(_) | Self::Count(_) | Self::Title(_) | Self::Written(_) => {}
            Self::Money(..) | Self::Unit(..) | Self::Currency(_) => {}
        }
    }
}

/// A list in running text with its last word: `a`, `a or b`, `a, b or c`.
fn listed(items: &[String], last_word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} {last_word} {last}", most.join(", ")),
    }
}

/// Several arguments: `a, b and c`.
pub fn all_of<T: Into<Arg>>(items: impl IntoIterator<Item = T>) -> Arg {
    Arg::All(items.into_iter().map(Into::into).collect())
}

/// Names in a sentence: `a, b and c`; where one has a comma of its own, `a, b; c`.
pub fn names_of(names: impl IntoIterator<Item = String>) -> Arg {
    let names: Vec<String> = names.into_iter().collect();
    if names.iter().any(|name| name.contains(',')) { joined(names, "; ") } else { all_of(names) }
}

/// One of several arguments: `a, b or c`.
pub fn any_of<T: Into<Arg>>(items: impl IntoIterator<Item = T>) -> Arg {
    Arg::Any(items.into_iter().map(Into::into).collect())
}

/// Arguments one after the other: `a, b, c` with `", "` between them.
pub fn joined<T: Into<Arg>>(items: impl IntoIterator<Item = T>, between: &'static str) -> Arg {
    Arg::Joined(items.into_iter().map(Into::into).collect(), between)
}

/// Something with signs around it; nothing where there is nothing.
pub fn around(before: &'static str, inside: Option<impl Into<Arg>>, behind: &'static str) -> Arg {
    inside.map_or_else(Arg::nothing, |inside| joined([before.into(), inside.into(), behind.into()], ""))
}

/// The first of several arguments, at most so many, and `…` where there are more.
pub fn first_of<T: Into<Arg>>(items: impl IntoIterator<Item = T>, most: usize, between: &'static str) -> Arg {
    let mut items: Vec<Arg> = items.into_iter().take(most.saturating_add(1)).map(Into::into).collect();
    if items.len() > most {
        items[most] = "…".into();
    }
    joined(items, between)
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&Arc<str>> for Arg {
    fn from(text: &Arc<str>) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<char> for Arg {
    fn from(letter: char) -> Self {
        Self::Text(letter.into())
    }
}

/// What a library says of a file, in its own words, which are English: quoted, so that they are not taken for ours.
pub fn library_says(error: impl fmt::Display) -> Message {
    msg!("library-says", text = quotable(error))
}

/// A text of others on one line, and without marks that would end its quotation.
fn quotable(text: impl fmt::Display) -> String {
    on_one_line(&text.to_string()).replace('"', "'")
}

/// Why the machine refused, the same on every system for what is common; else in the system's words.
impl From<&io::Error> for Arg {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => msg!("io-not-found").into(),
            ErrorKind::PermissionDenied => msg!("io-not-permitted").into(),
            ErrorKind::StorageFull => msg!("io-disk-full").into(),
            ErrorKind::ReadOnlyFilesystem => msg!("io-read-only").into(),
            ErrorKind::IsADirectory => msg!("io-is-folder").into(),
            ErrorKind::NotADirectory => msg!("io-not-folder").into(),
            // Not UTF-8, as the standard library tells it; what others say of data is their own.
            ErrorKind::InvalidData if error.get_ref().is_none() => msg!("io-not-utf8").into(),
            _ => msg!("system-says", text = quotable(error)).into(),
        }
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self::Count(usize::try_from(count).unwrap_or(usize::MAX))
    }
}

impl From<Kronor> for Arg {
    fn from(kronor: Kronor) -> Self {
        Amount::from(kronor).into()
    }
}

impl From<Amount> for Arg {
    fn from(amount: Amount) -> Self {
        Self::Money(amount, Currency::default())
    }
}

impl From<&Text> for Arg {
    fn from(title: &Text) -> Self {
        Self::Title(title.clone())
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

impl From<&Message> for Arg {
    fn from(message: &Message) -> Self {
        Self::Message(Box::new(message.clone()))
    }
}

impl<T: Into<Arg>> From<Option<T>> for Arg {
    fn from(value: Option<T>) -> Self {
        value.map_or_else(Self::nothing, Into::into)
    }
}

type Bundle = FluentBundle<FluentResource>;

/// The messages of a language.
fn bundle(language: Language) -> &'static Bundle {
    static SWEDISH: LazyLock<Bundle> = LazyLock::new(|| loaded(Language::Swedish, &files!("sv")));
    static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| loaded(Language::English, &files!("en")));
    match language {
        Language::Swedish => &SWEDISH,
        Language::English => &ENGLISH,
    }
}

/// A bundle of files; what cannot be parsed or stands twice is left out, and a test holds that nothing is.
fn loaded(language: Language, files: &[&str]) -> Bundle {
    let tag: LanguageIdentifier = language.word().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Marks of direction would stand in every file that holds a message.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Swedish => |value: &FluentValue<'_>, _: &_| counted(value, Language::Swedish),
        Language::English => |value: &FluentValue<'_>, _: &_| counted(value, Language::English),
    }));
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, _)| resource);
        let added = bundle.add_resource(resource);
        debug_assert!(added.is_ok(), "{added:?}");
    }
    bundle
}

/// A count as a language's messages have it.
fn counted(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(Arg::Count(number.value as usize).text(language)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        let money = Arg::Money(Amount::from_ore(653_812), Currency::Eur);
        assert_eq!([Language::Swedish, Language::English].map(|l| money.text(l)), ["6 538,12 euro", "6,538.12 EUR"]);
        let kronor = Arg::from(Kronor(-65_339));
        assert_eq!([Language::Swedish, Language::English].map(|l| kronor.text(l)), ["-65 339 kr", "-65,339 kr"]);
        let rows = |language| msg!("rows-further-down", rows = 12_345_usize).text(language);
        assert_eq!(rows(Language::Swedish), "12 345 rader längre ned");
        assert_eq!(rows(Language::English), "12,345 rows further down");
    }

    #[test]
    fn a_list_ends_in_the_word_of_its_language() {
        let texts = ["a", "b", "c"];
        assert_eq!(all_of(texts).text(Language::Swedish), "a, b och c");
        assert_eq!(any_of(texts).text(Language::English), "a, b or c");
        assert_eq!(joined(["a", "b"], "; ").text(Language::English), "a; b");
        assert_eq!(any_of([] as [&str; 0]).text(Language::English), "");
        assert_eq!(first_of(texts, 2, ", ").text(Language::English), "a, b, …");
        let names = |names: [&str; 2]| names_of(names.map(str::to_owned)).text(Language::English);
        assert_eq!((names(["a", "b"]), names(["a, b", "c"])), ("a and b".to_owned(), "a, b; c".to_owned()));
        assert_eq!(first_of(texts, 3, ", ").text(Language::English), "a, b, c");
    }

    #[test]
    fn what_somebody_wrote_is_masked_until_a_person_reads_it() {
        let written = || Arg::Written("hemligt".to_owned());
        let inner = msg!("system-says", text = written());
        let message = msg!("system-says", text = joined([written(), inner.into()], " "));
        let told = |message: &Message| message.text(Language::English).matches("hemligt").count();
        assert_eq!((told(&message), told(&message.told(true))), (0, 2));
    }

    #[test]
    fn an_unknown_name_is_its_own_text() {
        assert_eq!(Message::new("no-such-message").text(Language::Swedish), "no-such-message");
        assert_eq!(Message::new("and").part(Language::Swedish, "expected"), None);
    }
}
