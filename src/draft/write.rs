//! Writing the draft: `study.toml` with its reasons as comments, in the language of who drafts it.

mod funds;
mod survey;
mod texts;

use std::fmt::Write as _;

use super::beside::CorrectionsDraft;
use super::coding::CodingDraft;
use super::mark::{Mark, Reason, comment, head};
use super::money::kronor_of;
use super::register::RegisterDraft;
use super::{Found, Remark};
use crate::money::Currency;
use crate::msg;
use crate::study::Field;
use crate::wording::{Arg, Language, Message};

/// A text as a TOML string.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn list_of(texts: &[String]) -> String {
    const LONGEST_LINE: usize = 100;
    let all: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    let one_line = format!("[{}]", all.join(", "));
    if one_line.chars().count() <= LONGEST_LINE {
        return one_line;
    }
    format!("[\n    {},\n]", all.join(",\n    "))
}

/// The language of a drafted study: what the recipients of Swedish grants return is in Swedish. Its comments are in the person's.
pub const STUDY_LANGUAGE: Language = Language::Swedish;

/// The text of a draft, and what in it is unsure.
pub struct Writer {
    text: String,
    /// The language of comments.
    language: Language,
    /// The currency of amounts.
    currency: Currency,
    /// What is unsure.
    pub remarks: Vec<Remark>,
}

impl Writer {
    /// The text of `study.toml`.
    pub fn study(found: &Found) -> (String, Vec<Remark>) {
        let said = found.surveys.iter().map(|survey| survey.currency);
        let currency = said.into_iter().find(|currency| *currency != Currency::Sek).unwrap_or_default();
        let language = found.language;
        let mut writer = Self { text: String::new(), language, currency, remarks: Vec::new() };
        writer.top(found);
        writer.texts(&found.programme);
        found.registers.iter().for_each(|register| writer.register(register));
        if let Some(corrections) = &found.corrections {
            writer.corrections(corrections);
        }
        for (index, sheet) in found.requisitions.iter().enumerate() {
            writer.requisitions(found, index, sheet);
        }
        if let Some(repayments) = &found.repayments {
            writer.repayments(found, repayments);
        }
        found.codings.iter().for_each(|coding| writer.coding(coding));
        for file in &found.without_domain {
            writer.unsure(|| msg!("remark-codes", file = file.file.as_str()), Some(&file.why));
            writer.line("");
        }
        for (name, answers) in &found.scales {
            writer.line(&format!("[scale.{name}]"));
            writer.key("answers", &list_of(answers));
            writer.line("");
        }
        found.surveys.iter().for_each(|survey| writer.survey(found, survey));
        writer.open_questions_without_column(found);
        (writer.text, writer.remarks)
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn key(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {value}"));
    }

    fn text_key(&mut self, key: &str, value: &str) {
        self.key(key, &quoted(value));
    }

    fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text_key(key, value);
        }
    }

    /// The key `unit`, where bare numbers count something else than whole units; `unit` is as kronor have it.
    fn unit_key(&mut self, unit: &str) {
        if unit != "kr" {
            self.text_key("unit", self.currency.word_of(kronor_of(unit)));
        }
    }

    fn comment(&mut self, message: &Message) {
        self.text.push_str(&comment(&message.text(self.language)));
    }

    /// Marks what follows as unsure.
    fn unsure<W: Into<Arg>>(&mut self, what: impl FnOnce() -> W, doubt: Option<&Message>) {
        if let Some(doubt) = doubt {
            self.text.push_str(&Reason::new(Mark::Unsure, doubt.clone()).comment(self.language));
            self.remarks.push(Remark::new(what(), doubt.clone()));
        }
    }

    fn top(&mut self, found: &Found) {
        self.comment(&head());
        self.line("");
        self.unsure(|| msg!("remark-title"), Some(&msg!("unsure-title")));
        self.text_key("title", &msg!("drafted-title", year = found.year.value.to_string()).text(STUDY_LANGUAGE));
        self.unsure(|| msg!("remark-year"), found.year.doubt.as_ref());
        self.key("year", &found.year.value.to_string());
        self.text_key("language", STUDY_LANGUAGE.word());
        if self.currency != Currency::Sek {
            self.text_key("currency", self.currency.code());
        }
        self.unsure(|| msg!("remark-codebook"), found.codebook.doubt.as_ref());
        self.text_key("codebook", &found.codebook.value);
        self.text_key("report", "report.toml");
        if found.codebook.value.starts_with("../") {
            // What lies outside the study's folder is read only where the study says so.
            self.line("\n[limits]");
            self.key("outside", &list_of(std::slice::from_ref(&found.codebook.value)));
        }
        self.line("");
        if found.has_money || found.surveys.is_empty() {
            self.line("[weighting]");
            self.text_key("per", "recipient");
        } else {
            self.unsure(|| msg!("remark-money"), Some(&msg!("unsure-no-money-anywhere")));
        }
        self.line("");
        self.comment(&msg!("drafted-complete"));
        self.line("[complete]");
        let has = |field: Field| found.surveys.iter().any(|s| s.fields.contains_key(&field));
        let required = found.programme.main().into_iter().chain([Field::Funds]).filter(|field| has(*field));
        let required = required.map(|field| field.word().to_owned());
        self.key("requires", &list_of(&required.collect::<Vec<_>>()));
        self.key("placeholders", &list_of(&found.placeholders));
        self.line("");
    }

    /// A register; what its recipients are called, no file says.
    fn register(&mut self, register: &RegisterDraft) {
        self.unsure(|| msg!("remark-register", file = register.file.as_str()), Some(&msg!("unsure-register")));
        self.line(&format!("[register.{}]", register.level.word()));
        self.text_key("file", &register.file);
        self.text_key("code", &register.code);
        self.text_key("name", &register.name);
        if !register.totals.is_empty() {
            self.key("totals", &list_of(&register.totals));
        }
        if let Some((level, column)) = &register.part_of {
            let (level, column) = (quoted(level.word()), quoted(column));
            self.key("part_of", &format!("{{ register = {level}, column = {column} }}"));
        }
        self.line("");
    }

    fn file(&mut self, file: &str, sheet: Option<&str>) {
        self.text_key("file", file);
        self.optional("sheet", sheet);
    }

    fn corrections(&mut self, corrections: &CorrectionsDraft) {
        self.unsure(|| msg!("remark-file", file = corrections.file.as_str()), corrections.doubt.as_ref());
        self.line("[corrections]");
        self.file(&corrections.file, corrections.sheet.as_deref());
        for (key, column) in ["intervention", "field", "old", "new", "reason"].iter().zip(&corrections.columns) {
            self.text_key(key, column);
        }
        let fields: Vec<String> = corrections
            .fields
            .iter()
            .map(|(name, field)| format!("{} = {}", quoted(name), quoted(field.word())))
            .collect();
        if !fields.is_empty() {
            self.key("fields", &format!("{{ {} }}", fields.join(", ")));
        }
        self.line("");
    }

    fn coding(&mut self, coding: &CodingDraft) {
        self.line("[[coding]]");
        self.unsure(|| msg!("remark-role", file = coding.file.as_str()), coding.coder.doubt.as_ref());
        match &coding.coder.value {
            None => self.text_key("role", "final"),
            Some(coder) => {
                self.text_key("role", "coder");
                self.text_key("coder", coder);
            }
        }
        self.file(&coding.file, coding.sheet.as_deref());
        self.text_key("intervention", &coding.intervention);
        let domains: Vec<String> =
            coding.domains.iter().map(|(domain, column)| format!("{} = {}", domain.word(), quoted(column))).collect();
        self.key("domains", &format!("{{ {} }}", domains.join(", ")));
        if coding.separator != ';' {
            self.text_key("separator", &coding.separator.to_string());
        }
        self.line("");
    }
}
