//! Tables and captions of a manuscript, held against those of the study's report.
//!
//! A table is one of the report's where most of its cells stand in the same row and column and say the same there: then the other
//! cells are to say what the report says, too. A caption is one of the report's where it has the same words.

mod based;
mod caption;
mod described;

use std::collections::{BTreeMap, BTreeSet};

use super::reference::numbering::Numbering;
use super::reference::{Amiss, Doubt, without_number};
use super::subjects::{ReportItem, Subjects};
use super::text::{CellPlace, Sentence};
use super::title::{bare, worded};
use super::vocabulary::words;
use crate::exact::{Exact, Rounding};

/// A table with fewer cells that agree is not taken for one of the report's, unless its caption says so.
const FEWEST: usize = 4;

/// What comes of holding tables and captions against the report.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// What differs.
    pub(super) doubts: Vec<Doubt>,
    /// The positions of the sentences that say what the report says.
    pub(super) same: BTreeSet<usize>,
}

/// A table of the manuscript: the position of each of its cells among the sentences.
type Cells<'s> = Vec<(usize, &'s Sentence, &'s CellPlace)>;

/// Holds the tables and captions among sentences against the items of the report.
pub(super) fn held(sentences: &[Sentence], subjects: &Subjects, numbering: &Numbering<'_>) -> Held {
    let mut tables: BTreeMap<(usize, usize), Cells<'_>> = BTreeMap::new();
    for (at, sentence) in sentences.iter().enumerate() {
        if let Some(cell) = &sentence.cell {
            tables.entry((sentence.source.part, cell.table)).or_default().push((at, sentence, cell));
        }
    }
    let known: Vec<Known<'_>> = subjects.items.iter().map(Known::of).collect();
    let mut held = Held::default();
    tables.values().for_each(|cells| of_table(cells, &known, &mut held));
    held.doubts.extend(caption::doubts(sentences, subjects, numbering));
    held
}

/// An item of the report, with its words as they are compared.
struct Known<'i> {
    item: &'i ReportItem,
    title: String,
    heads: Vec<String>,
    /// Of each row, what may name it: each of its texts, and all of them together.
    labels: Vec<Vec<String>>,
}

impl<'i> Known<'i> {
    fn of(item: &'i ReportItem) -> Self {
        let is_text = |(at, _): &(usize, &String)| item.heads.get(*at).is_some_and(|(_, is_number)| !is_number);
        let labels = |row: &Vec<String>| {
            let texts = row.iter().enumerate().filter(is_text).map(|(_, cell)| bare(cell));
            let own: Vec<String> = texts.filter(|cell| !cell.is_empty()).collect();
            let all = own.join(" ");
            own.into_iter().chain([all]).collect::<Vec<_>>()
        };
        Self {
            title: worded(&item.title),
            heads: item.heads.iter().map(|(head, _)| headed(head)).collect(),
            labels: item.rows.iter().map(labels).collect(),
            item,
        }
    }

    /// What the report has in a row and column; `None` where it has none, or several.
    fn cell(&self, place: &CellPlace) -> Option<&'i str> {
        let (row, column) = (bare(&place.row), headed(&place.column));
        let of_row = self.labels.iter().map(|labels| !row.is_empty() && labels.contains(&row));
        let of_column = self.heads.iter().map(|head| !column.is_empty() && *head == column);
        let cell = self.item.rows.get(only(of_row)?)?.get(only(of_column)?)?;
        has_number(cell).then_some(cell.as_str())
    }
}

fn of_table(cells: &Cells<'_>, known: &[Known<'_>], held: &mut Held) {
    let caption = cells.first().map(|(.., cell)| worded(without_number(&cell.caption))).unwrap_or_default();
    let found = known.iter().filter_map(|known| {
        let found: Vec<(usize, &Sentence, &str)> =
            cells.iter().filter_map(|(at, sentence, place)| Some((*at, *sentence, known.cell(place)?))).collect();
        let same = found.iter().filter(|(_, sentence, truth)| says(&sentence.text, truth)).count();
        let is_named = !caption.is_empty() && caption == known.title;
        let is_it = same * 2 > found.len() && (is_named || same >= FEWEST && found.len() * 2 >= cells.len());
        is_it.then_some((is_named, same, known, found))
    });
    let Some((.., known, found)) = found.max_by_key(|(is_named, same, ..)| (*is_named, *same)) else { return };
    for (at, sentence, truth) in found {
        if says(&sentence.text, truth) {
            held.same.insert(at);
            continue;
        }
        let what = Amiss::Cell(sentence.text.clone(), known.item.number.clone(), truth.to_owned());
        held.doubts.push(Doubt::of(sentence, 0..sentence.text.len(), what));
    }
}

/// The place of the only one that is it.
fn only(mut is_it: impl Iterator<Item = bool>) -> Option<usize> {
    let at = is_it.by_ref().position(|is_it| is_it)?;
    is_it.all(|is_it| !is_it).then_some(at)
}

/// What a column is about: its words, and whether it has shares.
fn headed(head: &str) -> String {
    let lower = head.to_lowercase();
    let shares =
        if ["%", "procent", "percent", "andel", "share"].iter().any(|sign| lower.contains(sign)) { "%" } else { "" };
    words(head).into_iter().chain([shares.to_owned()]).collect::<Vec<_>>().join(" ")
}

fn has_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// Whether a cell says what the report says there. Fewer decimals are no difference, nor is a base or share that only one of them has.
fn says(own: &str, truth: &str) -> bool {
    let [own, truth] = [own, truth].map(plain);
    if own == truth {
        return true;
    }
    let Some((one, other)) = Exact::decimal(&own).zip(Exact::decimal(&truth)) else {
        // "18 av 21", "18 (86 %)" and "18" say the same.
        let numbers = |text: &str| -> Vec<String> {
            let all = text.split(|c: char| !c.is_ascii_digit() && c != '.').filter(|digits| !digits.is_empty());
            all.map(str::to_owned).collect()
        };
        return numbers(&own).iter().zip(&numbers(&truth)).all(|(own, truth)| own == truth);
    };
    let decimals = |text: &str| text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let fewer = u32::try_from(decimals(&own).min(decimals(&truth))).unwrap_or(0);
    let scale = 10_i128.checked_pow(fewer).map(Exact::whole);
    let rounded = |number: Exact| scale.and_then(|scale| number.times(scale)).map(|n| n.nearest(Rounding::HalfUp));
    rounded(one) == rounded(other)
}

/// A number without spaces and signs of unit, with a decimal point.
fn plain(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '%');
    let one = |c| match c {
        '\u{2212}' | '–' => '-',
        ',' => '.',
        c => c,
    };
    let kept: String = kept.map(one).collect();
    ["mnkr", "tkr", "kronor", "kr", "procent"].iter().fold(kept, |kept, unit| kept.trim_end_matches(unit).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::sentences;

    fn report() -> Vec<ReportItem> {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        vec![
            ReportItem {
                number: "Tabell 2".to_owned(),
                title: "Insatser och medel, svar från 21 län".to_owned(),
                heads: vec![
                    ("Område".to_owned(), false),
                    ("Insatser".to_owned(), true),
                    ("Medel (mnkr)".to_owned(), true),
                ],
                rows: vec![
                    row(&["Barn", "133", "553,4"]),
                    row(&["Unga", "1 250", "0,5"]),
                    row(&["Båda", "18 av 21", "–"]),
                ],
                ..ReportItem::default()
            },
            ReportItem {
                number: "Figur 1".to_owned(),
                title: "Medverkan".to_owned(),
                texts: "Följdfrågan gick till 13 regioner.".to_owned(),
                ..ReportItem::default()
            },
        ]
    }

    fn found(text: &str) -> Vec<(String, Amiss)> {
        let sentences = sentences(text.as_bytes(), "m").unwrap_or_default();
        let subjects = Subjects { items: report(), ..Subjects::default() };
        let held = held(&sentences, &subjects, &Numbering::read(&sentences, &subjects.items));
        held.doubts.into_iter().map(|d| (d.sentence.text[d.range].to_owned(), d.what)).collect()
    }

    #[test]
    fn cells_of_a_table_of_the_report_say_what_it_says() {
        let table = |caption: &str, barn: &str, unga: &str| {
            format!(
                "{caption}\n\n| Område | Insatser | Medel (mnkr) |\n|---|---|---|\n| Barn | {barn} | 553 |\n| Unga | {unga} | 0,5 |\n| Båda | 18 | 7 |\n"
            )
        };
        let own = "Tabell 1. Insatser och medel, svar från 21 län";
        assert_eq!(found(&table(own, "133", "1250")), []);
        let wrong = |own: &str, truth: &str| {
            (own.to_owned(), Amiss::Cell(own.to_owned(), "Tabell 2".to_owned(), truth.to_owned()))
        };
        assert_eq!(found(&table(own, "138", "1 250")), [wrong("138", "133")]);
        assert_eq!(found(&table("Tabell 1. Läget", "133", "1 205")), [wrong("1 205", "1 250")]);
        // With another caption, three cells of five are too few to say that it is the same table.
        assert_eq!(found(&table("Tabell 1. Förra året", "118", "1 205")), []);
    }

    #[test]
    fn a_base_or_share_beside_a_number_is_no_difference() {
        for (own, truth) in [("18 av 21", "18"), ("18 (86 %)", "18 av 21"), ("18", "18 (86 %)"), ("553", "553,4")] {
            assert_eq!(says(own, truth), own != "18 (86 %)", "{own} {truth}");
        }
        assert!(!says("18 av 20", "18 av 21") && !says("0 %", "<1 %") && !says("19 (90 %)", "18"));
    }

    #[test]
    fn captions_of_the_report_have_its_numbers() {
        let caption = |own: &str| found(&format!("Tabell 3. Insatser och medel, svar från {own} län"));
        assert_eq!(caption("21"), []);
        let title = "Insatser och medel, svar från 21 län".to_owned();
        assert_eq!(caption("23"), [("23".to_owned(), Amiss::Caption("Tabell 2".to_owned(), title))]);
        // The base of a figure is what the report tells below it.
        let base = Amiss::Base("Figur 1".to_owned(), "Följdfrågan gick till 13 regioner.".to_owned());
        assert_eq!(found("Figur 7. Medverkan (n = 13)"), []);
        assert_eq!(found("Figur 7. Medverkan (n = 18)"), [("18".to_owned(), base)]);
    }
}
