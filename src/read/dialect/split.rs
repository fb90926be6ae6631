//! Splitting a text into records by any dialect: delimiters of several signs, any quotation mark, an escape sign.
//!
//! One pass, no copies but of fields that hold a doubled mark or an escape. Lines end in LF, CRLF or CR; a mark quotes
//! only where it begins a field; blanks before it and behind the closing one go away. Where anything else follows the mark
//! that would close it, it closes nothing, and the mark that would open is a letter.

use std::borrow::Cow;
use std::ops::Range;

use super::Dialect;

/// One record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    /// The line on which it begins, counted from 1.
    pub line: usize,
    /// Its fields.
    pub fields: Vec<Cow<'a, str>>,
    /// The line of a quotation mark that is never closed.
    pub unclosed: Option<usize>,
    /// Whether a mark begins a field and another follows that closes none, so that the first is a letter.
    pub stray: bool,
}

impl Record<'_> {
    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.fields.iter().all(|field| field.trim().is_empty())
    }
}

/// The records of a text; lines without any sign are passed over.
pub struct Records<'a> {
    text: &'a str,
    delimiter: &'a str,
    quote: Option<char>,
    escape: Option<char>,
    at: usize,
    line: usize,
    width: usize,
    /// Whether a mark that is never closed is a letter, too.
    patient: bool,
}

impl Records<'_> {
    /// Reads marks that are never closed as letters; the record still tells of them.
    pub fn patient(self) -> Self {
        Self { patient: true, ..self }
    }
}

/// The records of a text in a dialect.
pub fn records<'a>(text: &'a str, dialect: &'a Dialect) -> Records<'a> {
    let skipped = line_start(text, dialect.skip);
    Records {
        text,
        delimiter: &dialect.delimiter,
        quote: dialect.quote,
        escape: dialect.escape,
        at: skipped,
        line: dialect.skip + 1,
        width: 0,
        patient: false,
    }
}

/// Where the line begins that so many lines stand before.
fn line_start(text: &str, lines: usize) -> usize {
    let mut records = text.char_indices().peekable();
    let mut passed = 0;
    while passed < lines {
        match records.next() {
            None => return text.len(),
            Some((_, '\n')) => passed += 1,
            Some((_, '\r')) if records.peek().is_none_or(|(_, c)| *c != '\n') => passed += 1,
            Some(_) => {}
        }
    }
    records.peek().map_or(text.len(), |(at, _)| *at)
}

/// What ended a field.
enum End {
    Delimiter,
    Line,
}

impl<'a> Records<'a> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn starts_with(&self, sign: char) -> bool {
        if sign.is_ascii() {
            return self.byte() == Some(sign as u8);
        }
        let mut buffer = [0; 4];
        self.text.as_bytes()[self.at..].starts_with(sign.encode_utf8(&mut buffer).as_bytes())
    }

    /// Passes over text in which neither this byte nor a line break stands.
    fn pass_to(&mut self, byte: u8) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += memchr::memchr3(byte, b'\n', b'\r', rest).unwrap_or(rest.len());
    }

    fn at_delimiter(&self) -> bool {
        !self.delimiter.is_empty() && self.text.as_bytes()[self.at..].starts_with(self.delimiter.as_bytes())
    }

    /// Passes over a line break, and counts it.
    fn line_break(&mut self) -> bool {
        match self.byte() {
            Some(b'\r') => {
                self.at += 1;
                self.at += usize::from(self.byte() == Some(b'\n'));
            }
            Some(b'\n') => self.at += 1,
            _ => return false,
        }
        self.line += 1;
        true
    }

    /// Passes over blanks before a quotation mark, where one follows.
    fn blanks_before_quote(&mut self, quote: char) {
        let start = self.at;
        while self.byte() == Some(b' ') && !self.at_delimiter() {
            self.at += 1;
        }
        if !self.starts_with(quote) {
            self.at = start;
        }
    }

    /// The next record, and where each of its fields stands in the text, with its marks and the blanks around them.
    pub fn with_spans(&mut self) -> Option<(Record<'a>, Vec<Range<usize>>)> {
        let mut spans = Vec::with_capacity(self.width);
        let record = self.record(|span| spans.push(span))?;
        Some((record, spans))
    }

    /// The next record; `span` hears where each of its fields stands.
    fn record(&mut self, mut span: impl FnMut(Range<usize>)) -> Option<Record<'a>> {
        while self.line_break() {}
        self.byte()?;
        let mut record =
            Record { line: self.line, fields: Vec::with_capacity(self.width), unclosed: None, stray: false };
        loop {
            let start = self.at;
            let end = self.field(&mut record);
            span(start..self.at);
            match end {
                End::Delimiter => self.at += self.delimiter.len(),
                End::Line => break,
            }
        }
        self.line_break();
        self.width = record.fields.len();
        Some(record)
    }

    fn field(&mut self, record: &mut Record<'a>) -> End {
        if let Some(quote) = self.quote {
            self.blanks_before_quote(quote);
            if self.starts_with(quote) {
                let opens = self.at;
                if let Some(end) = self.quoted(quote, record, "") {
                    return end;
                }
                // The mark is a letter; a second one may open in its place.
                let second = opens + quote.len_utf8();
                if self.text[second..].starts_with(quote) {
                    self.at = second;
                    if let Some(end) = self.quoted(quote, record, &self.text[opens..second]) {
                        return end;
                    }
                }
                self.at = opens;
            }
        }
        self.plain(record)
    }

    /// A field without quotation marks.
    fn plain(&mut self, record: &mut Record<'a>) -> End {
        let first = self.delimiter.as_bytes().first().copied();
        let escape = self.escape;
        let mut start = self.at;
        let mut owned: Option<String> = None;
        let end = loop {
            if escape.is_none() {
                self.pass_to(first.unwrap_or(b'\n'));
            }
            let Some(byte) = self.byte() else { break End::Line };
            if byte == b'\n' || byte == b'\r' {
                break End::Line;
            }
            if Some(byte) == first && self.at_delimiter() {
                break End::Delimiter;
            }
            if let Some(sign) = escape.filter(|sign| self.starts_with(*sign)) {
                // An escape sign is one only before what it can protect; elsewhere it is itself.
                if let Some(length) = self.protected(self.at + sign.len_utf8()) {
                    owned.get_or_insert_default().push_str(&self.text[start..self.at]);
                    start = self.at + sign.len_utf8();
                    self.at = start + length;
                    continue;
                }
            }
            self.at += 1;
        };
        let rest = &self.text[start..self.at];
        record.fields.push(owned.map_or(Cow::Borrowed(rest), |text| Cow::Owned(text + rest)));
        end
    }

    /// The length of what an escape sign before a position protects: a mark, a delimiter, or the sign itself.
    fn protected(&self, at: usize) -> Option<usize> {
        let rest = self.text.get(at..)?;
        let sign = rest.chars().next()?;
        let special = Some(sign) == self.quote || Some(sign) == self.escape;
        if special {
            return Some(sign.len_utf8());
        }
        (!self.delimiter.is_empty() && rest.starts_with(self.delimiter)).then_some(self.delimiter.len())
    }

    /// A field between marks, behind letters that belong to it. `None`: the mark here is a letter, and nothing was read.
    fn quoted(&mut self, quote: char, record: &mut Record<'a>, letters: &str) -> Option<End> {
        let (opens, opened) = (self.at, self.line);
        self.at += quote.len_utf8();
        let mut start = self.at;
        let mut owned = (!letters.is_empty()).then(|| letters.to_owned());
        let mut closed = false;
        let escape = self.escape.filter(|sign| *sign != quote);
        let begins = first_byte(quote);
        loop {
            if escape.is_none() {
                self.pass_to(begins);
            }
            let Some(byte) = self.byte() else { break };
            if byte == b'\n' || byte == b'\r' {
                self.line_break();
            } else if let Some(sign) = escape.filter(|sign| self.starts_with(*sign))
                && let Some(length) = self.protected(self.at + sign.len_utf8())
            {
                owned.get_or_insert_default().push_str(&self.text[start..self.at]);
                start = self.at + sign.len_utf8();
                self.at = start + length;
            } else if self.starts_with(quote) {
                let after = self.at + quote.len_utf8();
                if !self.text[after..].starts_with(quote) {
                    closed = true;
                    break;
                }
                owned.get_or_insert_default().push_str(&self.text[start..after]);
                self.at = after + quote.len_utf8();
                start = self.at;
            } else {
                self.at += 1;
            }
        }
        let inside = &self.text[start..self.at];
        // Behind letters a mark opens for the rest of its line at most.
        let second = !letters.is_empty();
        let ends = closed && !(second && self.line > opened);
        let ended = if ends { self.end_behind(self.at + quote.len_utf8()) } else { None };
        if !closed && !second {
            record.unclosed = Some(opened);
        }
        let end = match ended {
            Some((end, at)) => {
                self.at = at;
                end
            }
            None if closed || second || self.patient => {
                record.stray |= closed;
                (self.at, self.line) = (opens, opened);
                return None;
            }
            None => End::Line,
        };
        record.fields.push(owned.map_or(Cow::Borrowed(inside), |text| Cow::Owned(text + inside)));
        Some(end)
    }

    /// What ends a field behind its closing mark, and where: blanks may stand between them.
    fn end_behind(&self, mark: usize) -> Option<(End, usize)> {
        let bytes = self.text.as_bytes();
        let mut at = mark;
        loop {
            if !self.delimiter.is_empty() && bytes[at..].starts_with(self.delimiter.as_bytes()) {
                return Some((End::Delimiter, at));
            }
            match bytes.get(at) {
                None | Some(b'\n' | b'\r') => return Some((End::Line, at)),
                Some(b' ' | b'\t') => at += 1,
                Some(_) if self.text[at..].starts_with('\u{a0}') => at += 2,
                Some(_) => return None,
            }
        }
    }
}

/// The first byte of a sign in UTF-8.
fn first_byte(sign: char) -> u8 {
    let mut buffer = [0; 4];
    sign.encode_utf8(&mut buffer).as_bytes().first().copied().unwrap_or_default()
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        self.record(|_| {})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, delimiter: &str, quote: Option<char>, escape: Option<char>) -> Vec<Vec<String>> {
        let dialect = Dialect { delimiter: delimiter.to_owned(), quote, escape, skip: 0 };
        records(text, &dialect).map(|r| r.fields.iter().map(|f| f.to_string()).collect()).collect()
    }

    #[test]
    fn any_dialect_is_split() {
        type Case<'a> = (&'a str, &'a str, Option<char>, Option<char>, &'a [&'a [&'a str]]);
        let cases: [Case<'_>; 13] = [
            // A mark that closes nothing makes the one before it a letter.
            ("2,\"Bo,\"bad, worse\",7", ",", Some('"'), None, &[&["2", "\"Bo", "bad, worse", "7"]]),
            ("2,\"\"bad, worse\",7", ",", Some('"'), None, &[&["2", "\"bad, worse", "7"]]),
            ("\"id,n\n1,\"a, b\"\n", ",", Some('"'), None, &[&["\"id", "n"], &["1", "a, b"]]),
            ("\"say \"hi\" now\";b", ";", Some('"'), None, &[&["\"say \"hi\" now\"", "b"]]),
            ("a;b\r\n1;\r\n", ";", Some('"'), None, &[&["a", "b"], &["1", ""]]),
            ("a,b\r1,\"x\ry\"\r", ",", Some('"'), None, &[&["a", "b"], &["1", "x\ry"]]),
            ("a||b\n1|2||3", "||", None, None, &[&["a", "b"], &["1|2", "3"]]),
            ("'a;b';'it''s'", ";", Some('\''), None, &[&["a;b", "it's"]]),
            (r#""say \"hi\"",b\,c"#, ",", Some('"'), Some('\\'), &[&["say \"hi\"", "b,c"]]),
            (r"C:\temp,b", ",", None, Some('\\'), &[&[r"C:\temp", "b"]]),
            ("a, \"b, c\" ,d", ",", Some('"'), None, &[&["a", "b, c", "d"]]),
            ("5\" skärm;b", ";", Some('"'), None, &[&["5\" skärm", "b"]]),
            ("rad\n\nandra", "", None, None, &[&["rad"], &["andra"]]),
        ];
        for (text, delimiter, quote, escape, expected) in cases {
            assert_eq!(split(text, delimiter, quote, escape), expected, "{text:?}");
        }
    }

    #[test]
    fn lines_are_counted_across_breaks_in_cells_and_blank_lines() {
        let dialect = Dialect { delimiter: ";".to_owned(), quote: Some('"'), escape: None, skip: 0 };
        let lines = |text: &str| records(text, &dialect).map(|r| r.line).collect::<Vec<_>>();
        assert_eq!(lines("a;b\n\"x\ny\";1\n\nz;2\n"), [1, 2, 5]);
        assert_eq!(lines("a;b\r\n\"x\r\ny\";1\r\n\r\nz;2\r\n"), [1, 2, 5]);
        let skipping = Dialect { skip: 2, ..dialect };
        let first = records("Rubrik\r\n\r\na;b\r\n", &skipping).next().map(|r| (r.line, r.fields.len()));
        assert_eq!(first, Some((3, 2)));
    }

    #[test]
    fn an_open_mark_and_strays_are_told() {
        let dialect = Dialect { delimiter: ";".to_owned(), quote: Some('"'), escape: None, skip: 0 };
        let open: Vec<_> = records("a;b\n1;\"x\n2;y\n", &dialect).map(|r| r.unclosed).collect();
        assert_eq!(open, [None, Some(2)]);
        let stray: Vec<_> = records("\"a\"b;c\n\"d\" ;e", &dialect).map(|r| r.stray).collect();
        assert_eq!(stray, [true, false]);
        let patient: Vec<_> =
            records("a;b\n1;\"x\n2;y\n", &dialect).patient().map(|r| (r.fields, r.unclosed)).collect();
        let open = patient.iter().map(|(fields, unclosed)| (fields.join("|"), *unclosed)).collect::<Vec<_>>();
        assert_eq!(open, [("a|b".to_owned(), None), ("1|\"x".to_owned(), Some(2)), ("2|y".to_owned(), None)]);
    }
}
