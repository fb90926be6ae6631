//! Registers as declared: where the codes and names of those stand who answer and get funds, and what they are called.

use std::sync::Arc;

use super::decode::{Declared, Section, one_of};
use super::money::decode_decimal;
use super::reading::{Reading, decode_reading};
use super::text;
use crate::diagnostic::{Diagnostic, Place, is_name, shown};
use crate::msg;
use crate::register::{Beside, Declaration, Level, Nouns};
use crate::wording::Text;

/// One `[register.x]`: its file, and what stands in which column.
#[derive(Clone, Debug)]
pub struct Register {
    /// The register that the rows are for.
    pub level: Level,
    /// Where the declaration stands.
    pub place: Place,
    /// The file.
    pub file: Declared<String>,
    /// How it is read, where it is a text.
    pub reading: Reading,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The column with the code.
    pub code: Declared<String>,
    /// The column with the official name.
    pub name: Declared<String>,
    /// Columns with other ways of writing the name.
    pub other_names: Vec<Declared<String>>,
    /// The columns of numbers, in the order of [`Level::numbers`].
    pub numbers: Vec<Declared<String>>,
    /// The sign before their decimals, where the study declares it.
    pub decimal: Option<char>,
    /// Labels of rows that are totals, not recipients.
    pub totals: Vec<String>,
    /// The column with the code or name of whom a recipient belongs to.
    pub parent: Option<Declared<String>>,
}

/// The registers that a study can name: those that are built in, and its own.
#[derive(Clone, Debug)]
pub struct Levels(Vec<Level>);

impl Levels {
    fn words(&self) -> Vec<(&'static str, Level)> {
        self.0.iter().map(|level| (level.word(), *level)).collect()
    }

    /// The key `level`, where it is given.
    pub(super) fn named(&self, section: &Section<'_>) -> Option<Level> {
        section.word("level", &self.words())
    }

    /// The key `level`, which has to be given.
    pub(super) fn required(&self, section: &Section<'_>) -> Option<Level> {
        let words: Vec<&str> = self.0.iter().map(|level| level.word()).collect();
        section.require("level", one_of(&words));
        self.named(section)
    }

    /// All of them: those that are built in first.
    pub fn into_inner(self) -> Vec<Level> {
        self.0
    }
}

/// Reads `[register]`. One that lacks something can be named all the same; what it lacks is told.
pub(super) fn decode_registers(top: &Section<'_>) -> (Vec<Register>, Levels) {
    let beside = Beside::default();
    let mut levels = Levels(Level::built_in().to_vec());
    let decoded = top.named_sections("register", |id, section| {
        let (level, register) = decode_register(id, section, &levels, &beside);
        levels.0.extend(level);
        register
    });
    beside.get_or_init(|| levels.0.clone());
    (decoded, levels)
}

fn decode_register(
    id: &str,
    section: &Section<'_>,
    levels: &Levels,
    beside: &Beside,
) -> (Option<Level>, Option<Register>) {
    let file = section.required_text("file", msg!("key-register-file"));
    let reading = decode_reading(section);
    let sheet = section.text("sheet").map(|sheet| sheet.value);
    let code = section.required_text("code", msg!("key-register-code"));
    let name = section.required_text("name", msg!("key-register-name"));
    let other_names = section.declared_texts("other_names");
    let (names, numbers): (Vec<String>, Vec<Declared<String>>) = section.pairs("numbers").into_iter().unzip();
    let (decimal, totals) = (decode_decimal(section), section.texts("totals"));
    let nouns = decode_nouns(section);
    let answers = section.section("answer", decode_nouns);
    let part_of = section.section("part_of", |part_of| {
        // A register below this one is not known yet: nobody can belong to one that belongs to them.
        let register = part_of.word("register", &levels.words());
        part_of.require("register", msg!("key-parent-register"));
        Some((register, part_of.required_text("column", msg!("key-parent-column"))))
    });
    let (above, parent) = part_of.unwrap_or_default();
    if !is_name(id) {
        section.report(Diagnostic::error(section.place(), msg!("register-name-unfit", name = shown(id))));
    } else if levels.words().iter().any(|(word, _)| *word == id) {
        section.report(Diagnostic::error(section.place(), msg!("register-name-taken", name = shown(id))));
    }
    let declaration =
        Declaration { id: id.to_owned(), nouns, answers, numbers: names, part_of: above, beside: Arc::clone(beside) };
    let level = Level::declare(declaration);
    let (Some(file), Some(code), Some(name)) = (file, code, name) else { return (Some(level), None) };
    let place = section.place();
    let register =
        Register { level, place, file, reading, sheet, code, name, other_names, numbers, decimal, totals, parent };
    (Some(level), Some(register))
}

/// What one is called, with its article, and what several are called.
fn decode_nouns(section: &Section<'_>) -> Option<Nouns> {
    let (one, several) = (text(section, "one"), text(section, "several"));
    let (one, several) = match (one, several) {
        (Some(one), Some(several)) => (one, several),
        (Some(_), None) => return lacking(section, "several"),
        (None, Some(_)) => return lacking(section, "one"),
        (None, None) => return None,
    };
    let nouns = Nouns::declared(one.clone(), several);
    if nouns.is_none() {
        let Text { sv, en } = &one;
        let written = en.as_ref().map_or_else(|| shown(sv), |en| format!("{}, {}", shown(sv), shown(en)));
        section.report(Diagnostic::error(section.place(), msg!("noun-without-article", written)));
    }
    nouns
}

fn lacking(section: &Section<'_>, key: &'static str) -> Option<Nouns> {
    section.require(key, msg!("key-nouns"));
    None
}
