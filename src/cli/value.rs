//! What values of options may be, and what is said of those that are none.

use insats::exact::Exact;
use insats::msg;
use insats::render::Format;
use insats::schema::Declared;
use insats::study::header::MOST as MOST_HEADER_ROWS;
use insats::study::{CodesFrom, CsvForm, reading};
use insats::wording::{Language, Message, joined};

/// A quotation mark or escape sign; `None`: there is none.
#[derive(Clone, Copy, Debug)]
pub struct Sign(pub Option<char>);

pub(super) fn sign(text: &str) -> Result<Sign, Message> {
    reading::sign(text).map(Sign)
}

/// An encoding.
#[derive(Clone, Copy, Debug)]
pub struct Encoding(pub &'static encoding_rs::Encoding);

pub(super) fn encoding(text: &str) -> Result<Encoding, Message> {
    reading::encoding(text).map(Encoding)
}

/// What a size is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Every area.
    Area,
}

pub(super) fn per(word: &str) -> Result<Per, Message> {
    one_of(word, &[(insats::audit::PER_AREA, Per::Area)])
}

pub(super) fn size(text: &str) -> Result<usize, Message> {
    whole(text, 1, 1_000_000)
}

/// A share: `0.15`, `0,15` or `15 %`.
pub(super) fn share(text: &str) -> Result<Exact, Message> {
    let number = text.trim().replace(',', ".");
    let percent = number.strip_suffix('%').map(str::trim_end);
    let share = Exact::decimal(percent.unwrap_or(&number)).and_then(|number| match percent {
        Some(_) => number.over(Exact::whole(100)),
        None => Some(number),
    });
    let most = Exact::whole(1);
    let fits = |share: &Exact| {
        share.sign() != std::cmp::Ordering::Less && share.floor() <= 1 && (share.floor() < 1 || *share == most)
    };
    share.filter(fits).ok_or_else(|| msg!("wanted-share"))
}

pub(super) fn promise(text: &str) -> Result<f64, Message> {
    let number = text.trim().replace(',', ".").parse().ok().filter(|number| (0.5..=0.999).contains(number));
    number.ok_or_else(|| msg!("cli-expected-share"))
}

/// A whole number within bounds.
fn whole(text: &str, least: usize, most: usize) -> Result<usize, Message> {
    let number = text.trim().parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| msg!("cli-expected-number", least, most))
}

pub(super) fn threads(text: &str) -> Result<usize, Message> {
    whole(text, 1, 256)
}

pub(super) fn minutes(text: &str) -> Result<usize, Message> {
    whole(text, 1, 600)
}

pub(super) fn header_rows(text: &str) -> Result<usize, Message> {
    whole(text, 0, MOST_HEADER_ROWS)
}

pub(super) fn lines(text: &str) -> Result<usize, Message> {
    whole(text, 0, reading::MOST_SKIPPED as usize)
}

pub(super) fn language(word: &str) -> Result<Language, Message> {
    one_of(word, &Language::WORDS)
}

pub(super) fn declared(word: &str) -> Result<Declared, Message> {
    one_of(word, &Declared::WORDS)
}

pub(super) fn codes(word: &str) -> Result<CodesFrom, Message> {
    one_of(word, &CodesFrom::WORDS)
}

pub(super) fn csv(word: &str) -> Result<CsvForm, Message> {
    one_of(word, &CsvForm::WORDS)
}

pub(super) fn format(word: &str) -> Result<Format, Message> {
    one_of(word, &Format::WORDS)
}

fn one_of<T: Copy>(word: &str, words: &[(&str, T)]) -> Result<T, Message> {
    let found = words.iter().find(|(known, _)| *known == word.trim()).map(|(_, value)| *value);
    let known: Vec<_> = words.iter().map(|(known, _)| *known).collect();
    found.ok_or_else(|| msg!("cli-one-of", values = joined(known, ", ")))
}
