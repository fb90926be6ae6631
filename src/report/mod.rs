//! The report's items as data: which numbers, in which order, with which words. Nothing is drawn here.

pub mod account;
mod aims;
mod alternative;
mod area_group;
mod attainment;
mod bars;
mod blank;
mod bubble;
mod check;
mod crossing;
pub mod data;
mod declare;
pub mod document;
mod dot;
mod dumbbell;
pub mod explain;
mod fill;
mod finding;
mod followed;
mod given;
mod interval;
mod left_out;
mod likert;
mod mark;
mod matrix;
mod nothing;
mod noun;
mod number;
mod percent;
mod picture;
mod printed;
mod prose;
mod reconciliation;
mod reliance;
mod response;
mod sample;
mod sections;
mod sensitivity;
mod shows;
mod subcodes;
mod table;
mod text;
mod without_code;
pub mod years;

pub use aims::{Aim, AimsItem};
pub use area_group::AreaGroup;
pub use attainment::{Attained, AttainedRow, AttainmentItem};
pub use bars::{Bars, BarsGroup};
pub use blank::{Asking, Blank};
pub use bubble::{Bubble, BubbleForm, BubbleMark, WithoutCode};
pub use crossing::{CrossDrawing, CrossItem, CrossMeasure, Crossed, Value as CrossValue};
pub use declare::{Declaration, ItemDeclaration, KindDeclaration, parse, read};
pub use document::{Document, MadeFrom};
pub use dot::Dot;
pub use dumbbell::DumbbellRow;
pub use finding::{Asserted, Headline, quoted_in_assertion, reference};
pub use followed::{ResponseBy, ResponseItem, SensitivityItem};
pub use likert::{Likert, LikertItem};
pub use noun::{Noun, interventions};
pub use number::NumberDeclaration;
pub use percent::{Bound, Percent, PercentStyle};
pub use picture::Seen;
pub use printed::compare as compare_printed;
pub use prose::{Block, Prose, Run, item_mark};
pub use shows::Shows;
pub use table::{ALL_AREAS, CellCount, Column, Kind, Table, Value};

use crate::codebook::Codebook;
use crate::compare::Pair;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::grant::Grant;
use crate::ledger::Ledger;
use crate::msg;
use crate::study::Study;
use crate::survey::Input;
use crate::weighting::Weighting;
use crate::wording::Language;

/// One figure or table, filled in.
#[derive(Clone, Debug)]
pub struct Item {
    /// File name, as `figur-02`.
    pub id: String,
    /// The areas that it shows, in the order in which it shows them.
    pub areas: Vec<String>,
    /// How the report calls it, as `Figur 2`; empty for an item whose id has no number.
    pub number: String,
    /// What it shows in one sentence, where the report wants it as a headline and its numbers bear it.
    pub headline: Option<Headline>,
    /// Title.
    pub title: String,
    /// What it shows.
    pub explanation: String,
    /// Note.
    pub note: String,
    /// Source, with its lead word, and what the study says its data are.
    pub source: String,
    /// What the study says its data are, by itself; empty where it says nothing.
    pub provenance: String,
    /// What it shows, as data.
    pub content: Content,
    /// What a reader would see, in words.
    pub alternative: String,
    /// Its numbers.
    pub table: Table,
}

/// What an item shows.
#[derive(Clone, Debug)]
pub enum Content {
    /// A bubble chart.
    Bubble(Bubble),
    /// A bar chart.
    Bars(Bars),
    /// A stacked chart of answers on a scale.
    Likert(Likert),
    /// A table.
    Table,
    /// Horizontal bars of accounts, with a part per column.
    Stacked(account::Filled),
    /// Upright columns of accounts, and lines.
    Columns(account::Filled),
    /// Rows with two dots, of a year and of this one.
    Change(years::Years),
    /// Small panels over years.
    Series(years::Years),
    /// A picture that somebody made.
    Picture(Seen),
    /// A text that somebody wrote.
    Text(Prose),
    /// Bars of who answered of those who were expected to.
    Response(Bars),
    /// A cross table in colours.
    Heat(Box<Crossed>),
    /// A cross table as small charts on one scale.
    Panels(Box<Crossed>),
    /// What became of what was aimed at.
    Attained(Box<Attained>),
}

impl Item {
    /// Whether it is drawn.
    pub fn is_figure(&self) -> bool {
        !matches!(self.content, Content::Table | Content::Text(_))
    }

    /// Whether it is a text that somebody wrote.
    pub fn is_text(&self) -> bool {
        matches!(self.content, Content::Text(_))
    }

    /// Whether it is a table.
    pub fn is_table(&self) -> bool {
        matches!(self.content, Content::Table)
    }

    /// The folder of its files.
    pub fn folder(&self) -> &'static str {
        match self.content {
            Content::Table => "tables",
            Content::Text(_) => "texts",
            _ => "figures",
        }
    }

    /// Fills in what its text asks for at a position.
    pub fn fill(&mut self, at: usize, number: &str, language: Language) {
        if let Content::Text(prose) = &mut self.content {
            prose.fill(at, number);
            self.alternative = crate::signs::harmless(&alternative::describe(self, language)).into_owned();
        }
    }

    /// Whether its numbers, or what else stands in its rows, are data.
    pub fn has_table(&self) -> bool {
        !matches!(self.content, Content::Picture(_) | Content::Text(_))
    }

    /// Number and title, as `Figur 2. Brukarinflytande`.
    pub fn heading(&self) -> String {
        if self.number.is_empty() { self.title.clone() } else { format!("{}. {}", self.number, self.title) }
    }

    /// What stands above it: its number with the headline, or with its title where it has none.
    pub fn lead(&self) -> String {
        match &self.headline {
            None => self.heading(),
            Some(headline) if self.number.is_empty() => headline.text.clone(),
            Some(headline) => format!("{}. {}", self.number, headline.text),
        }
    }

    /// The title below a headline; empty where there is none.
    pub fn subtitle(&self) -> &str {
        if self.headline.is_some() { &self.title } else { "" }
    }

    /// What it is called in short: its number, or its title where it has none.
    pub fn name(&self) -> &str {
        if self.number.is_empty() { &self.title } else { &self.number }
    }

    /// The number of the report's own appendix that it stands in.
    pub fn appendix(&self) -> Option<usize> {
        self.id.strip_prefix("bilaga-")?.split('-').next()?.parse().ok()
    }
}

/// What items are made from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// What was read.
    pub input: &'a Input,
    /// How funds came to count as they do.
    pub weighting: &'a Weighting,
    /// All numbers.
    pub ledger: &'a Ledger,
    /// Labels of codes and domains.
    pub book: &'a Codebook,
    /// What the study declares.
    pub study: &'a Study,
    /// What recipients returned, and what follows from it.
    pub grant: &'a Grant,
    /// Texts that items share.
    pub declaration: &'a Declaration,
    /// This year beside earlier ones, the earliest first.
    pub years: &'a [Pair<'a>],
    /// Language of the items.
    pub language: Language,
}

impl Material<'_> {
    /// What an option or answer is called in the report's language.
    pub(crate) fn option<'b>(&'b self, swedish: &'b str) -> &'b str {
        let english = self.declaration.english.get(swedish).map(|english| english.value.as_str());
        let english = english.or_else(|| self.book.english_of_option(swedish));
        self.language.of_both(swedish, english)
    }

    /// Fills in all declared items.
    pub fn items(&self, messages: &mut Diagnostics) -> Vec<Item> {
        let items: Vec<Item> = self.declaration.items.iter().map(|declared| self.item(declared, messages)).collect();
        check::check(self, &items, messages);
        items
    }

    /// The titles of all declared items, in their order.
    pub fn titles(&self) -> Vec<String> {
        self.declaration.items.iter().map(|declared| fill::fill(self, declared, &declared.title)).collect()
    }

    fn item(&self, declared: &ItemDeclaration, messages: &mut Diagnostics) -> Item {
        self.check_domains(declared, messages);
        let (content, table, own) = self.content(declared, messages);
        let fill = |text: &crate::wording::Text| fill::fill(self, declared, text);
        let mut item = Item {
            areas: fill::areas(&declared.kind).into_iter().map(str::to_owned).collect(),
            number: number(&declared.id, self.language),
            headline: None,
            title: fill(&declared.title),
            explanation: fill(&declared.explanation),
            note: self.note(declared, &content, fill(&declared.note), own),
            source: joined(fill(declared.source.as_ref().unwrap_or(&self.declaration.source)), self.provenance()),
            provenance: self.provenance().unwrap_or_default().to_owned(),
            id: declared.id.clone(),
            content,
            alternative: String::new(),
            table,
        };
        nothing::tell(self, declared, &mut item, messages);
        if declared.headline {
            finding::write(self, &mut item, declared, messages);
        }
        item.alternative = crate::signs::harmless(&alternative::describe(&item, self.language)).into_owned();
        item
    }

    /// The declared note, then what the item says of its numbers, what it leaves out and what it rests on.
    fn note(&self, declared: &ItemDeclaration, content: &Content, note: String, own: Vec<String>) -> String {
        let over_years = match (content, &declared.kind) {
            (Content::Change(years) | Content::Series(years), KindDeclaration::Years(item)) => {
                years::sentences(self, item, years)
            }
            _ => Vec::new(),
        };
        let left_out = left_out::sentences(self, declared).into_iter();
        let estimated = sample::sentences(self, declared);
        let missing = account::missing(self, declared);
        own.into_iter()
            .chain(left_out::draft(self))
            .chain(left_out)
            .chain(over_years)
            .chain(missing)
            .chain(reliance::sentence(self, declared))
            .chain(estimated)
            .chain(response::note(self, declared))
            .chain(reconciliation::note(self, declared))
            .chain(sensitivity::note(self, declared))
            .fold(note, |note, more| joined(note, Some(&more)))
    }

    /// What the study says its data are.
    fn provenance(&self) -> Option<&str> {
        self.study.provenance.as_ref().map(|text| text.get(self.language))
    }

    /// What an item shows, its numbers, and what it says of them.
    fn content(&self, declared: &ItemDeclaration, messages: &mut Diagnostics) -> (Content, Table, Vec<String>) {
        let (content, table) = match &declared.kind {
            KindDeclaration::Bubble { area, domains, joined, form } => {
                let bubble = bubble::build(self, area, domains, (*joined, *form));
                let table = bubble.table(&declared.id, self);
                (Content::Bubble(bubble), table)
            }
            KindDeclaration::Bars { areas, question, answer, shares } => {
                let bars = bars::build(self, areas, question, answer.as_deref(), *shares);
                let table = bars.table(&declared.id, self.language);
                (Content::Bars(bars), table)
            }
            KindDeclaration::Likert { area, question } => {
                let likert = likert::build(self, area, question);
                let table = likert.table(&declared.id, self.language);
                (Content::Likert(likert), table)
            }
            KindDeclaration::Subcodes { areas, main, domains, omit_empty } => {
                (Content::Table, subcodes::build(self, declared, areas, main, domains, *omit_empty, messages))
            }
            KindDeclaration::Account(item) => {
                let filled = account::fill(self, item, messages);
                let table = filled.table(&declared.id, self.language);
                let content = match item.drawing {
                    account::Drawing::Table => Content::Table,
                    account::Drawing::Stacked => Content::Stacked(filled),
                    account::Drawing::Columns => Content::Columns(filled),
                };
                (content, table)
            }
            KindDeclaration::Years(item) => {
                let years = years::build(self, item);
                let table = years.table(&declared.id, item.drawing, self.language);
                let content = match item.drawing {
                    years::YearsDrawing::Change => Content::Change(years),
                    years::YearsDrawing::Series => Content::Series(years),
                };
                (content, table)
            }
            KindDeclaration::Matrix(matrix) => (Content::Table, matrix.table(&declared.id, self.language)),
            KindDeclaration::Picture(picture) => {
                let words = fill::fill(self, declared, &picture.alternative);
                (Content::Picture(picture.seen(words, self.language)), Table::new(declared.id.as_str(), Vec::new()))
            }
            KindDeclaration::Text(text) => {
                (Content::Text(text.prose(self, declared)), Table::new(declared.id.as_str(), Vec::new()))
            }
            KindDeclaration::Response(item) => response::build(self, &declared.id, item),
            KindDeclaration::Reconciliation(areas) => {
                (Content::Table, reconciliation::build(self, &declared.id, areas))
            }
            KindDeclaration::Sensitivity(item) => (Content::Table, sensitivity::build(self, &declared.id, item)),
            KindDeclaration::Cross(item) => {
                let crossed = crossing::build(self, item);
                crossing::check(&declared.place, item, &crossed, messages);
                let own = crossing::sentences(self, item, &crossed);
                let is_table = item.drawing == CrossDrawing::Table;
                let table = if is_table { crossed.wide(&declared.id, self) } else { crossed.long(&declared.id, self) };
                let content = match item.drawing {
                    CrossDrawing::Table => Content::Table,
                    CrossDrawing::Heat => Content::Heat(Box::new(crossed)),
                    CrossDrawing::Panels => Content::Panels(Box::new(crossed)),
                };
                return (content, table, own);
            }
            KindDeclaration::Attainment(item) => {
                let attained = attainment::build(self, item);
                let own = attained.sentences(self, &item.areas);
                let table =
                    if item.drawn { attained.long(&declared.id, self) } else { attained.wide(&declared.id, self) };
                let content = if item.drawn { Content::Attained(Box::new(attained)) } else { Content::Table };
                return (content, table, own);
            }
            KindDeclaration::Aims(item) => {
                return (Content::Table, aims::build(self, declared, item), aims::sentences(self, declared, item));
            }
        };
        (content, table, Vec::new())
    }
}

impl Material<'_> {
    fn check_domains(&self, declared: &ItemDeclaration, messages: &mut Diagnostics) {
        let (KindDeclaration::Bubble { domains, .. } | KindDeclaration::Subcodes { domains, .. }) = &declared.kind
        else {
            return;
        };
        for domain in domains.iter().filter(|domain| self.book.codes(**domain).is_empty()) {
            let message = msg!("item-domain-without-codes", domain = domain.word());
            messages.push(Diagnostic::error(declared.place.clone(), message));
        }
    }
}

/// A text with a further sentence.
fn joined(text: String, sentence: Option<&str>) -> String {
    let stop = if text.ends_with(['.', '!', '?', ':', ';', '”', ')']) { "" } else { "." };
    match sentence {
        Some(sentence) if text.is_empty() => sentence.to_owned(),
        Some(sentence) => format!("{text}{stop} {sentence}"),
        None => text,
    }
}

/// `figur-02` as `Figur 2`, `tabell-14b` as `Tabell 14b`, `bilaga-1-tabell-01` as `Bilaga 1, tabell 1`; nothing where the
/// id has no number.
fn number(id: &str, language: Language) -> String {
    let parts: Vec<&str> = id.split('-').collect();
    let is_number = |part: &&str| part.starts_with(|c: char| c.is_ascii_digit());
    let in_pairs = parts.len() > 2 && parts.chunks(2).all(|pair| pair.len() == 2 && is_number(&pair[1]));
    if !in_pairs {
        let Some((kind, number)) = id.rsplit_once('-').filter(|(_, number)| is_number(number)) else {
            return String::new();
        };
        return numbered(kind, number, language);
    }
    let all = parts.chunks(2).map(|pair| numbered(pair[0], pair[1], language));
    let after_first = |(at, text): (usize, String)| if at == 0 { text } else { text.to_lowercase() };
    all.enumerate().map(after_first).collect::<Vec<_>>().join(", ")
}

fn numbered(kind: &str, number: &str, language: Language) -> String {
    let kind = match kind {
        "figur" | "figure" => msg!("report-figure").text(language),
        "tabell" | "table" => msg!("report-table").text(language),
        "bilaga" | "appendix" => msg!("report-appendix").text(language),
        "faktaruta" | "factbox" => msg!("report-fact-box").text(language),
        "ruta" | "box" => msg!("report-box").text(language),
        "bild" | "picture" => msg!("report-picture").text(language),
        other => {
            let mut letters = other.chars();
            letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
        }
    };
    format!("{kind}{}{}", crate::wording::NO_BREAK, number.trim_start_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_called_as_reports_call_them() {
        let called = |id: &str, language| number(id, language).replace(crate::wording::NO_BREAK, " ");
        assert_eq!(called("figur-02", Language::Swedish), "Figur 2");
        assert_eq!(called("tabell-14b", Language::English), "Table 14b");
        assert_eq!(called("bilaga-1-tabell-01", Language::Swedish), "Bilaga 1, tabell 1");
        assert_eq!(called("faktaruta-01", Language::English), "Fact box 1");
        assert_eq!(called("bilaga-1-ruta-2", Language::English), "Appendix 1, box 2");
        assert_eq!(called("tabell-per-region-3", Language::Swedish), "Tabell-per-region 3");
        assert_eq!(called("fordelning", Language::Swedish), "");
    }
}
