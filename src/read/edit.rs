//! Cells of a delimited text changed in place: encoding, marks, line ends and every other byte stay as they are.

use std::collections::BTreeMap;
use std::ops::Range;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::dialect::{self, Dialect};
use super::text;
use crate::diagnostic::Diagnostics;
use crate::study::Reading;

/// A delimited text whose cells can be changed.
pub struct Delimited {
    name: String,
    reading: Reading,
    /// The byte order mark, if there is one.
    mark: Vec<u8>,
    text: String,
    encoding: &'static Encoding,
    dialect: Dialect,
    cells: Vec<Vec<Cell>>,
}

/// A cell: what it says, and where it is written, with its marks.
struct Cell {
    value: String,
    span: Range<usize>,
}

/// New values by row and column, as [`Delimited::cell`] counts them.
pub type Edits = BTreeMap<(usize, usize), String>;

/// Why a text cannot be changed in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Its bytes are not what its encoding would write.
    NotExact,
    /// The cell of this row and column cannot hold the new value as the file is written.
    Cell(usize, usize),
}

impl Delimited {
    /// Reads a text as any other file is read; `name` is how messages call it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(bytes: &[u8], name: &str, reading: &Reading) -> Result<Self, Diagnostics> {
        let encoding = dialect::decode(bytes, reading.encoding).encoding;
        let encoding = Encoding::for_label(encoding.as_bytes()).unwrap_or(UTF_8);
        let mark = match Encoding::for_bom(bytes) {
            Some((own, length)) if own == encoding => bytes[..length].to_vec(),
            _ => Vec::new(),
        };
        let text = text::decode(bytes.to_vec(), name, reading)?;
        let dialect = text::dialect_of(&text, reading);
        let cells = cells(&text, &dialect);
        Ok(Self { name: name.to_owned(), reading: reading.clone(), mark, text, encoding, dialect, cells })
    }

    /// What a cell says; nothing where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.cells.get(row).and_then(|cells| cells.get(column)).map_or("", |cell| &cell.value)
    }

    /// The bytes of the file with other values in some cells. They are read again: nothing else may have changed.
    ///
    /// # Errors
    /// [`Unfit`]: the file cannot hold them as it is written.
    pub fn with(&self, edits: &Edits) -> Result<Vec<u8>, Unfit> {
        if self.bytes(&self.text).is_none() {
            return Err(Unfit::NotExact);
        }
        let (mut text, mut at) = (String::with_capacity(self.text.len()), 0);
        for ((row, column), value) in edits {
            let unfit = Unfit::Cell(*row, *column);
            let cell = self.cells.get(*row).and_then(|cells| cells.get(*column)).ok_or(unfit)?;
            text += &self.text[at..cell.span.start];
            text += &self.written(cell, value).ok_or(unfit)?;
            at = cell.span.end;
        }
        text += &self.text[at..];
        let unfit = edits.keys().next().map_or(Unfit::NotExact, |(row, column)| Unfit::Cell(*row, *column));
        let bytes = self.bytes(&text).ok_or(unfit)?;
        match self.differing(&bytes, edits) {
            None => Ok(bytes),
            Some((row, column)) => Err(Unfit::Cell(row, column)),
        }
    }

    /// A cell as it is written, with another value.
    fn written(&self, cell: &Cell, value: &str) -> Option<String> {
        let raw = &self.text[cell.span.clone()];
        let quote = self.dialect.quote.unwrap_or('"');
        let doubled = || value.replace(quote, &format!("{quote}{quote}"));
        let inside = raw.find(quote).filter(|at| raw[..*at].trim().is_empty()).zip(raw.rfind(quote));
        match inside {
            // Between marks.
            Some((opens, closes)) if opens < closes => {
                Some(format!("{}{}{}", &raw[..opens + quote.len_utf8()], doubled(), &raw[closes..]))
            }
            _ if raw != cell.value => None,
            _ if self.needs_marks(value, quote) => Some(format!("{quote}{}{quote}", doubled())),
            _ => Some(value.to_owned()),
        }
    }

    fn needs_marks(&self, value: &str, quote: char) -> bool {
        let delimiter = &self.dialect.delimiter;
        (!delimiter.is_empty() && value.contains(delimiter.as_str())) || value.contains(['\n', '\r', quote])
    }

    /// A text in the file's encoding, behind its mark; `None` where the encoding has no such signs, or for the file's own text
    /// where it is not written as the encoding writes it.
    fn bytes(&self, text: &str) -> Option<Vec<u8>> {
        let body = match self.encoding {
            wide if wide == UTF_16LE => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            wide if wide == UTF_16BE => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            other => match other.encode(text) {
                (bytes, _, false) => bytes.into_owned(),
                _ => return None,
            },
        };
        Some([self.mark.as_slice(), &body].concat())
    }

    /// The first cell that does not say what it should in a file's new bytes.
    fn differing(&self, bytes: &[u8], edits: &Edits) -> Option<(usize, usize)> {
        let Ok(new) = Self::read(bytes, &self.name, &self.reading) else { return Some((0, 0)) };
        let wanted = |row, column| edits.get(&(row, column)).map_or_else(|| self.cell(row, column), String::as_str);
        let rows = self.cells.len().max(new.cells.len());
        let width = |of: &Self, row: usize| of.cells.get(row).map_or(0, Vec::len);
        let is_whole = new.dialect == self.dialect && new.encoding == self.encoding && new.mark == self.mark;
        let first = edits.keys().next().copied().unwrap_or_default();
        (!is_whole).then_some(first).or_else(|| {
            (0..rows).find_map(|row| match (width(self, row), width(&new, row)) {
                (old, new) if old != new => Some((row, 0)),
                (width, _) => (0..width).find(|c| wanted(row, *c) != new.cell(row, *c)).map(|column| (row, column)),
            })
        })
    }

    /// Whether its bytes are exactly these.
    pub fn is_exact(&self, bytes: &[u8]) -> bool {
        self.bytes(&self.text).is_some_and(|own| own == bytes)
    }
}

fn cells(text: &str, dialect: &Dialect) -> Vec<Vec<Cell>> {
    let mut records = dialect::records(text, dialect);
    let mut rows = Vec::new();
    while let Some((record, spans)) = records.with_spans() {
        let cell = |(value, span): (std::borrow::Cow<'_, str>, _)| Cell { value: value.into_owned(), span };
        rows.push(record.fields.into_iter().zip(spans).map(cell).collect());
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(bytes: &[u8], edits: &[(usize, usize, &str)]) -> Result<Vec<u8>, Unfit> {
        let text = Delimited::read(bytes, "a.csv", &Reading::default()).map_err(|_| Unfit::NotExact)?;
        assert!(text.is_exact(bytes));
        text.with(&edits.iter().map(|(row, column, value)| ((*row, *column), (*value).to_owned())).collect())
    }

    #[test]
    fn every_other_byte_stays() {
        let cases: [(&[u8], &[u8]); 6] = [
            (b"id;A;B\r\n1;1a;x\r\n2;\"1a; 2b\" ;\"y\"\r\n", b"id;A;B\r\n1;1x;x\r\n2;\"1x; 2b\" ;\"y\"\r\n"),
            (
                b"\xef\xbb\xbfid,A,B\n1,1a,\xc3\xa5\n2,\"1a; 2b\",\"y \"\"z\"\"\"",
                b"\xef\xbb\xbfid,A,B\n1,1x,\xc3\xa5\n2,\"1x; 2b\",\"y \"\"z\"\"\"",
            ),
            (b"id\tA\tB\r1\t1a\t\xe5\xe4\r2\t1a; 2b\t\xf6\r", b"id\tA\tB\r1\t1x\t\xe5\xe4\r2\t1x; 2b\t\xf6\r"),
            (b"id;A;B\n\n1;1a;x\n2;\"1a; 2b\";\"l\n m\"\n", b"id;A;B\n\n1;1x;x\n2;\"1x; 2b\";\"l\n m\"\n"),
            (b"id|A|B\n1|1a|x\n2|1a; 2b|y\n", b"id|A|B\n1|1x|x\n2|1x; 2b|y\n"),
            (b"id;A;B\n1;\"1a\";x\n2; \"1a; 2b\";y\n", b"id;A;B\n1;\"1x\";x\n2; \"1x; 2b\";y\n"),
        ];
        for (before, after) in cases {
            let shown = String::from_utf8_lossy(before);
            assert_eq!(edited(before, &[(1, 1, "1x"), (2, 1, "1x; 2b")]).as_deref(), Ok(after), "{shown}");
            assert_eq!(edited(after, &[(1, 1, "1a"), (2, 1, "1a; 2b")]).as_deref(), Ok(before), "{shown}");
        }
    }

    #[test]
    fn wide_texts_stay_wide() {
        let wide =
            |text: &str| [&[0xff, 0xfe], &*text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat();
        let (before, after) = (wide("id\tA\r\nå\t1a\r\n"), wide("id\tA\r\nå\tŁ1\r\n"));
        assert_eq!(edited(&before, &[(1, 1, "Ł1")]), Ok(after));
    }

    #[test]
    fn what_a_file_cannot_hold_is_refused() {
        assert_eq!(edited(b"id;A\n\xe5;1a\n", &[(1, 1, "Ł1")]), Err(Unfit::Cell(1, 1)));
        assert_eq!(edited(b"id;A\n1;1a\n", &[(1, 4, "1b")]), Err(Unfit::Cell(1, 4)));
        // A sign that would end the cell is put between marks.
        assert_eq!(edited(b"id;A\n1;1a\n2;b\n", &[(1, 1, "1;b")]).as_deref(), Ok(&b"id;A\n1;\"1;b\"\n2;b\n"[..]));
    }
}
