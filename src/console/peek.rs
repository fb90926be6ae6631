//! What `peek` prints.

use insats::diagnostic::{Diagnostics, folded, printable, shown};
use insats::peek::{ColumnSight, PartKind, SheetSight, Sight, TextSight};
use insats::read::dialect::sign_name;
use insats::render::plain_csv;
use insats::wording::{Arg, Language};

use super::Console;

/// The console speaks English.
const LANGUAGE: Language = Language::English;

impl Console {
    /// How a file is read.
    pub fn sight(&self, sight: &Sight) {
        let mut text = format!("Format     {}\n", sight.format.called().text(LANGUAGE));
        if let Some(of_text) = &sight.text {
            text += &text_lines(of_text);
        }
        if sight.sheets.iter().any(|(name, _)| !name.is_empty()) {
            let name = |(name, hidden): &(String, bool)| shown(name) + if *hidden { " (hidden)" } else { "" };
            text += &format!("Sheets     {}\n", sight.sheets.iter().map(name).collect::<Vec<_>>().join(", "));
        }
        for sheet in &sight.shown {
            text += &sheet_lines(sheet);
        }
        text += &oddities(&sight.oddities);
        self.print(&text);
    }

    /// The table of a file as plain CSV; what is left out is said on standard error.
    pub fn table(&self, sight: &Sight) {
        let largest = sight.shown.iter().max_by_key(|sheet| sheet.rows * sheet.columns.len());
        let Some(sheet) = largest else { return };
        if sight.shown.len() > 1 {
            let note = format!(
                "insats: of {} sheets, {} is written; choose with --sheet\n",
                sight.shown.len(),
                shown(&sheet.name)
            );
            self.tell(&note);
        }
        if sheet.left_out > 0 {
            let note = format!("insats: cells beyond the last column are left out, in {} columns\n", sheet.left_out);
            self.tell(&note);
        }
        let left = sheet.columns.len() - sheet.table.first().map_or(0, Vec::len);
        if left > 0 {
            let named: Vec<String> = sheet.columns.iter().filter(|c| c.contact).map(|c| shown(&c.name)).collect();
            let note = format!(
                "insats: {left} contact columns are left out: {}; where one holds no persons, give it a header that says what it holds\n",
                named.join(", ")
            );
            self.tell(&note);
        }
        match plain_csv(&sheet.table) {
            Ok(bytes) => self.print(&String::from_utf8_lossy(&bytes)),
            Err(error) => self.fault(&error.to_string()),
        }
    }
}

fn text_lines(of_text: &TextSight) -> String {
    let dialect = &of_text.detected.dialect;
    let name = |sign: &str| sign_name(sign).text(LANGUAGE);
    let sign = |sign: Option<char>| name(&sign.map(String::from).unwrap_or_default());
    let other = of_text.detected.alternative.as_ref().map(|other| format!("; may also be {}", name(other)));
    let unseen = if of_text.detected.quotes_seen { "" } else { " (none seen at work)" };
    format!(
        "Encoding   {} ({}: {})\nDelimiter  {} ({}{})\nQuote      {}{unseen}\nEscape     {}\nLines      end in {}\n",
        of_text.encoding,
        of_text.certainty.called().text(LANGUAGE),
        of_text.reason.text(LANGUAGE),
        name(&dialect.delimiter),
        of_text.detected.certainty.called().text(LANGUAGE),
        other.unwrap_or_default(),
        sign(dialect.quote),
        sign(dialect.escape),
        of_text.line_ends.text(LANGUAGE)
    )
}

fn sheet_lines(sheet: &SheetSight) -> String {
    let mut text = String::from("\n");
    if !sheet.name.is_empty() {
        text += &format!("Sheet      {}\n", shown(&sheet.name));
    }
    let tables = sheet.parts.iter().filter(|part| part.kind == PartKind::Table).count();
    if tables == 0 {
        return text + "Table      none: no two rows of two columns\n";
    }
    text += &format!(
        "Table      {} rows, {} columns{}\n",
        sheet.rows,
        sheet.columns.len(),
        match tables {
            1 => String::new(),
            more => format!("; the largest of {more} tables"),
        }
    );
    text += &match sheet.header {
        Some((line, 1)) => format!("Header     1 row, line {line}\n\n"),
        Some((line, rows)) => format!("Header     {rows} rows, from line {line}\n\n"),
        None => "Header     none\n\n".to_owned(),
    };
    text + &column_lines(&sheet.columns) + &label_lines(&sheet.columns)
}

/// What the values of an SPSS file mean, at most so many of a column.
fn label_lines(columns: &[ColumnSight]) -> String {
    const MOST: usize = 12;
    let mut text = String::new();
    for column in columns.iter().filter(|column| !column.labels.is_empty()) {
        let pair =
            |(value, label): &(String, Arg)| format!("{} = {}", printable(value), printable(&label.text(LANGUAGE)));
        let mut pairs: Vec<String> = column.labels.iter().take(MOST).map(pair).collect();
        if column.labels.len() > MOST {
            pairs.push(format!("and {} more", column.labels.len() - MOST));
        }
        text += &format!("  {:>3}  {}\n", column.letters, pairs.join(", "));
    }
    if text.is_empty() { text } else { format!("\nValue labels (cells are read as what they mean)\n{text}") }
}

fn column_lines(columns: &[ColumnSight]) -> String {
    const WIDEST: usize = 44;
    const EXAMPLE: usize = 28;
    let cut = |text: &str, most: usize| {
        let plain = printable(text);
        let short: String = plain.chars().take(most).collect();
        if plain.chars().count() > most { short + "…" } else { short }
    };
    let names: Vec<String> = columns.iter().map(|c| cut(&c.name, WIDEST)).collect();
    let width = names.iter().map(|n| n.chars().count()).max().unwrap_or(0);
    let held: Vec<String> = columns.iter().map(|c| c.kind.text(LANGUAGE)).collect();
    let kinds = held.iter().map(|kind| kind.chars().count()).max().unwrap_or(0);
    let lines = columns.iter().zip(names.iter().zip(&held)).map(|(column, (name, kind))| {
        let examples: Vec<String> = column.examples.iter().map(|e| cut(e, EXAMPLE)).collect();
        let line = format!(
            "  {:>3}  {name:<width$}  {kind:<kinds$}  {:>5}  {}",
            column.letters,
            column.filled,
            examples.join(" | ")
        );
        line.trim_end().to_owned() + "\n"
    });
    let head = format!("       {:<width$}  {:<kinds$}  {:>5}  examples\n", "column", "seems to hold", "cells");
    head + &lines.collect::<String>()
}

fn oddities(oddities: &Diagnostics) -> String {
    let folds = folded(oddities);
    if folds.is_empty() {
        return "\nNothing odd.\n".to_owned();
    }
    let mut text = String::from("\nOdd:\n");
    for fold in folds {
        let [found, _, action] = fold.first.told(LANGUAGE);
        text += &format!("  {}: {}", fold.first.place, printable(&found));
        if !fold.others.is_empty() {
            text += &format!("; and {} more like this", fold.others.len());
        }
        text.push('\n');
        if !action.is_empty() {
            text += &format!("      {}\n", printable(&action));
        }
    }
    text
}
