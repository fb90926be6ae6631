//! Paragraphs of Markdown and plain text, with the bytes that they are written with.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::text::{COLUMN_BITS, CellPlace, Paragraph, Sentence, Setting, of_paragraphs};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;

/// The characters of a cell, each with its place.
type Cell = Vec<(char, usize)>;

/// What is open while lines are read.
#[derive(Default)]
struct Lines {
    paragraphs: Vec<Paragraph>,
    open: bool,
    in_code: bool,
    in_list: bool,
    /// The lines of a table that is open, with their numbers.
    table: Vec<(usize, Vec<Cell>)>,
}

/// The sentences of a text; a Word document is read by [`super::Document`].
///
/// # Errors
/// A file that is not text in UTF-8.
pub fn sentences(bytes: &[u8], name: &str) -> Result<Vec<Sentence>, Diagnostics> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| Diagnostics::from(Diagnostic::error(Place::file(name), msg!("manuscript-not-utf8"))))?;
    Ok(of_paragraphs(paragraphs(text)))
}

/// The paragraphs of a text, which are apart by blank lines, and the cells of its tables.
fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut lines = Lines::default();
    let mut at = 0;
    for (index, whole) in text.split_inclusive('\n').enumerate() {
        lines.read(whole, at, index + 1);
        at += whole.len();
    }
    lines.end_table();
    let spots = spots(text);
    let letters = lines.paragraphs.iter_mut().flat_map(|paragraph| &mut paragraph.letters);
    letters.for_each(|(_, place)| *place = spots.get(*place).copied().unwrap_or_default());
    lines.paragraphs
}

/// Of every byte, its line and column, as one number.
fn spots(text: &str) -> Vec<usize> {
    let mut spots = vec![0; text.len()];
    let (mut line, mut column) = (1, 1);
    for (at, c) in text.char_indices() {
        spots[at] = line << COLUMN_BITS | column;
        (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    spots
}

impl Lines {
    fn read(&mut self, whole: &str, at: usize, number: usize) {
        let line = whole.trim_start_matches('\u{feff}').trim();
        let from = at + whole.find(line).unwrap_or(0);
        if line.starts_with("```") || line.starts_with("~~~") {
            self.in_code = !self.in_code;
            self.open = false;
            return;
        }
        if line.starts_with('|') && !self.in_code {
            self.open = false;
            self.table.push((number, cells(line, from)));
            return;
        }
        self.end_table();
        let marks = line.chars().take_while(|c| *c == '#').count();
        let is_heading = (1..=6).contains(&marks) && line.chars().nth(marks) == Some(' ');
        let unnumbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
        // As in CommonMark a number at the beginning of a line goes on with a paragraph, unless it is a list's first.
        let may_begin = !self.open || self.in_list || line.starts_with("1.") || line.starts_with("1)");
        let marked = [". ", ") "].iter().any(|mark| unnumbered.starts_with(mark));
        let numbered = may_begin && marked && unnumbered.len() < line.len();
        self.in_list = numbered || self.in_list && self.open;
        let is_note = line.starts_with("[^") && line.contains("]:");
        let is_item = numbered || is_note || ["- ", "* ", "+ ", "• "].iter().any(|mark| line.starts_with(mark));
        let line = if numbered { unnumbered.get(2..).unwrap_or_default() } else { line };
        let from = if numbered { from + whole.trim().len() - line.len() } else { from };
        if line.is_empty() || self.in_code || line.starts_with("<!--") {
            self.open = false;
        } else if is_heading {
            let inner = line.trim_start_matches('#');
            let letters = bare(inner.trim_end_matches('#'), from + line.len() - inner.len());
            self.paragraphs.push(Paragraph { letters, heading: Some(marks), number, ..Paragraph::default() });
            self.open = false;
        } else {
            let inner = line.trim_start_matches(['>', ' ']);
            let letters = bare(inner, from + line.len() - inner.len());
            match self.paragraphs.last_mut().filter(|_| self.open && !is_item) {
                Some(last) => {
                    last.letters.push((' ', from));
                    last.letters.extend(letters);
                }
                None => {
                    let is_mark = |(c, _): &&(char, usize)| matches!(c, '-' | '*' | '+' | '•' | ' ');
                    let marks = letters.iter().take_while(is_mark).count();
                    let letters = letters[marks..].to_vec();
                    let setting = if is_caption(&letters) { Setting::Caption } else { Setting::Text };
                    self.paragraphs.push(Paragraph { letters, number, setting, ..Paragraph::default() });
                }
            }
            self.open = true;
        }
    }

    /// The cells of a table that has ended.
    fn end_table(&mut self) {
        let table = std::mem::take(&mut self.table);
        let text = |letters: &[(char, usize)]| letters.iter().map(|(c, _)| *c).collect::<String>().trim().to_owned();
        let Some((first, head)) = table.first().map(|(first, head)| (*first, head)) else { return };
        let heads: Vec<String> = head.iter().map(|cell| text(cell)).collect();
        let caption = self.paragraphs.last().filter(|p| p.setting == Setting::Caption).map(Paragraph::text);
        for (number, row) in table.iter().skip(1) {
            let label = row.first().map(|cell| text(cell)).unwrap_or_default();
            for (at, cell) in row.iter().enumerate().skip(1) {
                let place = CellPlace {
                    row: label.clone(),
                    column: heads.get(at).cloned().unwrap_or_default(),
                    caption: caption.clone().unwrap_or_default(),
                    table: first,
                };
                self.paragraphs.push(Paragraph {
                    letters: cell.clone(),
                    number: *number,
                    setting: Setting::Cell,
                    cell: Some(place),
                    ..Paragraph::default()
                });
            }
        }
    }
}

/// Whether a paragraph is the caption of a figure or table: `Tabell 3. …`, `Figure 2: …`.
fn is_caption(letters: &[(char, usize)]) -> bool {
    static CAPTION: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?i)^(?:figur|figure|diagram|tabell|table)[ \u{a0}]\d+[a-z]?[.:]").ok());
    let start: String = letters.iter().take(30).map(|(c, _)| *c).collect();
    CAPTION.as_ref().is_some_and(|caption| caption.is_match(start.trim_start()))
}

/// The cells of a line of a table.
fn cells(line: &str, from: usize) -> Vec<Cell> {
    let inner = line.trim_start_matches('|').trim_end_matches('|');
    let mut at = from + line.len() - line.trim_start_matches('|').len();
    let mut cells = Vec::new();
    for cell in inner.split('|') {
        cells.push(bare(cell, at));
        at += cell.len() + 1;
    }
    cells
}

/// A line without Markdown's emphasis, addresses of links and marks of notes.
fn bare(line: &str, from: usize) -> Vec<(char, usize)> {
    static NOTE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\[\^[^\]]*\]:?").ok());
    static LINK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"!?\[([^\]]*)\]\([^)]*\)").ok());
    let mut gone: Vec<Range<usize>> =
        NOTE.iter().flat_map(|note| note.find_iter(line)).map(|note| note.range()).collect();
    for link in LINK.iter().flat_map(|link| link.captures_iter(line)) {
        if let (Some(whole), Some(text)) = (link.get(0), link.get(1)) {
            gone.extend([whole.start()..text.start(), text.end()..whole.end()]);
        }
    }
    gone.extend(line.match_indices("__").map(|(at, mark)| at..at + mark.len()));
    let stays = |at: usize, c: char| !matches!(c, '*' | '`') && !gone.iter().any(|range| range.contains(&at));
    line.char_indices().filter(|(at, c)| stays(*at, *c)).map(|(at, c)| (c, from + at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(Vec<String>, String, usize)> {
        let read = sentences(text.as_bytes(), "m").unwrap_or_default();
        read.into_iter().filter(|s| s.cell.is_none()).map(|s| (s.headings, s.text, s.paragraph)).collect()
    }

    #[test]
    fn markdown_is_read_as_prose_under_headings() {
        let text =
            "# A\n\nEtt *viktigt*\nord. Två [länkar](https://x.se).\n\n## B\n\n| 1 | 2 |\n\n- tre\n- fyra\n\n# C\nfem";
        let (a, b, c) = (vec!["A".to_owned()], vec!["A".to_owned(), "B".to_owned()], vec!["C".to_owned()]);
        assert_eq!(
            texts(text),
            [
                (a.clone(), "Ett viktigt ord.".to_owned(), 3),
                (a, "Två länkar.".to_owned(), 3),
                (b.clone(), "tre".to_owned(), 10),
                (b, "fyra".to_owned(), 11),
                (c, "fem".to_owned(), 14),
            ]
        );
    }

    #[test]
    fn abbreviations_and_decimals_end_no_sentence() {
        let split = |text| texts(text).into_iter().map(|(_, text, _)| text).collect::<Vec<_>>();
        assert_eq!(
            split("Det rör t.ex. SIP, ca. 1,5 mkr. Sedan mer."),
            ["Det rör t.ex. SIP, ca. 1,5 mkr.", "Sedan mer."]
        );
        assert_eq!(split("1. Först. Sedan.\n2. Sist."), ["Först.", "Sedan.", "Sist."]);
        assert_eq!(split("De var\n18. Av dem svarade 3."), ["De var 18.", "Av dem svarade 3."]);
        assert_eq!(split("Sju områden.[^1] Fem mål.\n\n[^1]: Se s. 14."), ["Sju områden.", "Fem mål.", "Se s. 14."]);
        assert_eq!(split("År 2024. 18 av 21 svarade."), ["År 2024.", "18 av 21 svarade."]);
    }

    #[test]
    fn headings_that_count_are_sentences_without_their_own_number() {
        let found: Vec<String> = texts("# 1 Inledning\n\n## 2.1 Regionerna (n = 133)\n\nText.")
            .into_iter()
            .map(|(_, text, _)| text)
            .collect();
        assert_eq!(found, ["Regionerna (n = 133)", "Text."]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(sentences(&[0xff, 0xfe, 0x00], "m").is_err());
    }

    #[test]
    fn letters_of_a_text_have_lines_and_columns() {
        let text = "å **12** [av](https://x.se)\n21 län.";
        let read = sentences(text.as_bytes(), "m").unwrap_or_default();
        let sentence = read.first().cloned().unwrap_or_default();
        assert_eq!(sentence.text, "å 12 av 21 län.");
        let spot = |word: &str| sentence.text.find(word).and_then(|at| sentence.spot(&(at..at + word.len())));
        assert_eq!(
            [spot("å"), spot("12"), spot("av"), spot("21")],
            [Some((1, 1)), Some((1, 5)), Some((1, 11)), Some((2, 1))]
        );
    }
}
