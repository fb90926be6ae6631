//! What `peek` prints.

use insats::diagnostic::{Diagnostics, folded, printable, shown};
use insats::msg;
use insats::peek::{ColumnSight, PartKind, SheetSight, Sight, TextSight};
use insats::read::dialect::sign_name;
use insats::render::plain_csv;
use insats::wording::{Arg, Message, joined};

use super::Console;
use super::check::SHOWN;

impl Console {
    /// How a file is read.
    pub fn sight(&self, sight: &Sight) {
        let mut text = self.line(msg!("peek-format"), &self.text(sight.format.called()));
        if let Some(of_text) = &sight.text {
            text += &self.text_lines(of_text);
        }
        if sight.sheets.iter().any(|(name, _)| !name.is_empty()) {
            let name = |(name, hidden): &(String, bool)| {
                if *hidden { self.text(msg!("peek-hidden", sheet = shown(name))) } else { shown(name) }
            };
            let sheets: Vec<_> = sight.sheets.iter().map(name).collect();
            text += &self.line(msg!("peek-sheets"), &sheets.join(", "));
        }
        for sheet in &sight.shown {
            text += &self.sheet_lines(sheet);
        }
        text += &self.oddities(&sight.oddities);
        self.print(&text);
    }

    /// The table of a file as plain CSV; what is left out is said on standard error.
    pub fn table(&self, sight: &Sight) {
        let largest = sight.shown.iter().max_by_key(|sheet| sheet.rows * sheet.columns.len());
        let Some(sheet) = largest else { return };
        if sight.shown.len() > 1 {
            self.fault(&msg!("peek-one-sheet", count = sight.shown.len(), sheet = shown(&sheet.name)));
        }
        if sheet.left_out > 0 {
            self.fault(&msg!("peek-cells-left-out", count = sheet.left_out));
        }
        let left = sheet.columns.len() - sheet.table.first().map_or(0, Vec::len);
        if left > 0 {
            let named = sheet.columns.iter().filter(|c| c.contact).map(|c| shown(&c.name));
            self.fault(&msg!("peek-contacts-left-out", count = left, columns = joined(named, ", ")));
        }
        match plain_csv(&sheet.table) {
            Ok(bytes) => self.print(&String::from_utf8_lossy(&bytes)),
            Err(error) => self.fault(&msg!("program-fault", reason = error.to_string())),
        }
    }

    /// A label and what it is.
    fn line(&self, label: Message, what: &str) -> String {
        format!("{:<10} {what}\n", self.text(label))
    }

    fn text_lines(&self, of_text: &TextSight) -> String {
        let detected = &of_text.detected;
        let sign = |sign: Option<char>| sign_name(&sign.map(String::from).unwrap_or_default());
        let delimiter = msg!(
            "peek-delimiter-is",
            delimiter = sign_name(&detected.dialect.delimiter),
            certainty = detected.certainty.called(),
            other = detected.alternative.as_ref().map(|other| msg!("peek-may-be", other = sign_name(other)))
        );
        let quote = sign(detected.dialect.quote);
        let quote = if detected.quotes_seen { quote } else { msg!("peek-quote-unseen", quote).into() };
        let encoding = msg!(
            "peek-encoding-is",
            encoding = of_text.encoding,
            certainty = of_text.certainty.called(),
            reason = &of_text.reason
        );
        self.line(msg!("peek-encoding"), &self.text(encoding))
            + &self.line(msg!("peek-delimiter"), &self.text(delimiter))
            + &self.line(msg!("peek-quote"), &quote.text(self.language))
            + &self.line(msg!("peek-escape"), &sign(detected.dialect.escape).text(self.language))
            + &self.line(msg!("peek-lines"), &self.text(msg!("peek-lines-end-in", ends = of_text.line_ends.clone())))
    }

    fn sheet_lines(&self, sheet: &SheetSight) -> String {
        let mut text = String::from("\n");
        if !sheet.name.is_empty() {
            text += &self.line(msg!("peek-sheet"), &shown(&sheet.name));
        }
        let tables = sheet.parts.iter().filter(|part| part.kind == PartKind::Table).count();
        if tables == 0 {
            return text + &self.line(msg!("peek-table"), &self.text(msg!("peek-no-table")));
        }
        let (rows, columns) = (sheet.rows, sheet.columns.len());
        let table = match tables {
            1 => msg!("peek-table-is", rows, columns),
            more => msg!("peek-largest-table-is", rows, columns, tables = more),
        };
        text += &self.line(msg!("peek-table"), &self.text(table));
        let header = match sheet.header {
            Some((line, rows)) => msg!("peek-header-is", rows = rows, line = line.to_string()),
            None => msg!("peek-no-header"),
        };
        text += &self.line(msg!("peek-header"), &self.text(header));
        text + "\n" + &self.column_lines(&sheet.columns) + &self.label_lines(&sheet.columns)
    }

    /// What the values of an SPSS file mean, at most so many of a column.
    fn label_lines(&self, columns: &[ColumnSight]) -> String {
        const MOST: usize = 12;
        let mut text = String::new();
        for column in columns.iter().filter(|column| !column.labels.is_empty()) {
            let pair = |(value, label): &(String, Arg)| {
                format!("{} = {}", printable(value), printable(&label.text(self.language)))
            };
            let mut pairs: Vec<String> = column.labels.iter().take(MOST).map(pair).collect();
            if column.labels.len() > MOST {
                pairs.push(self.text(msg!("peek-more-labels", count = column.labels.len() - MOST)));
            }
            text += &format!("  {:>3}  {}\n", column.letters, pairs.join(", "));
        }
        if text.is_empty() { text } else { format!("\n{}\n{text}", self.text(msg!("peek-labels"))) }
    }

    fn column_lines(&self, columns: &[ColumnSight]) -> String {
        let names: Vec<String> = columns.iter().map(|c| cut(&c.name, WIDEST)).collect();
        let width = names.iter().map(|n| n.chars().count()).max().unwrap_or(0);
        let [column, holds, cells, examples] = self.heads([
            msg!("peek-head-column"),
            msg!("peek-head-holds"),
            msg!("peek-head-cells"),
            msg!("peek-head-examples"),
        ]);
        let held: Vec<String> = columns.iter().map(|c| c.kind.text(self.language)).collect();
        let kinds = held.iter().map(|kind| kind.chars().count()).max().unwrap_or(0);
        let lines = columns.iter().zip(names.iter().zip(&held)).map(|(column, (name, kind))| {
            let examples = column.examples.iter().map(|example| cut(example, EXAMPLE));
            let examples: Vec<String> = match column.written && !self.texts {
                true => examples.take(1).map(|text| self.wording(text)).collect(),
                false => examples.collect(),
            };
            let line = format!(
                "  {:>3}  {name:<width$}  {kind:<kinds$}  {:>5}  {}",
                column.letters,
                column.filled,
                examples.join(" | ")
            );
            line.trim_end().to_owned() + "\n"
        });
        let head = format!("       {column:<width$}  {holds:<kinds$}  {cells:>5}  {examples}\n");
        head + &lines.collect::<String>()
    }

    fn oddities(&self, oddities: &Diagnostics) -> String {
        let folds = folded(oddities);
        if folds.is_empty() {
            return format!("\n{}\n", self.text(msg!("peek-nothing-odd")));
        }
        let mut text = format!("\n{}\n", self.text(msg!("peek-odd")));
        for fold in folds {
            let (shown, more) = fold.others.split_at(fold.others.len().min(SHOWN));
            for message in std::iter::once(&fold.first).chain(shown) {
                let [found, ..] = message.told(self.language);
                text += &format!("  {}: {}\n", message.place.told(self.language), printable(&found));
            }
            if !more.is_empty() {
                text += &format!("      {}\n", self.more_like_this(more));
            }
            let [_, _, action] = fold.first.told(self.language);
            if !action.is_empty() {
                text += &format!("      {}\n", printable(&action));
            }
        }
        text
    }
}

/// The most characters of a column's name and of an example.
const WIDEST: usize = 44;
const EXAMPLE: usize = 28;

fn cut(text: &str, most: usize) -> String {
    let plain = printable(text);
    let short: String = plain.chars().take(most).collect();
    if plain.chars().count() > most { short + "…" } else { short }
}
