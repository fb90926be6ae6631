//! Delimited texts as they are published, each a clean table polluted in one way, and whether `peek` finds the table in it.
//!
//! The pollutions are those that benchmarks of such files use (Vitagliano et al., "Pollock: A Data Loading Benchmark", VLDB
//! 2023), and some of Swedish authorities' own: one at a time, of delimiter, quotation mark, escape sign, line end, encoding,
//! header, preamble, footnote, number of tables, number of columns, blank lines. What is read is held against the clean
//! table: the names of the columns, the rows as a whole, the cells, each by precision and recall.

use std::collections::BTreeMap;

use insats::peek::{Wishes, peek};
use insats::study::Reading;

type Rows = Vec<Vec<String>>;

/// The clean table: codes with leading zeros, names, texts with every sign that separates or quotes, decimal commas,
/// thousands, dates, blanks.
fn clean() -> Rows {
    let text = "Kod;Kommun;Kommentar;Belopp;Datum;Andel
0114;Upplands Väsby;Utbildning, särskilt för chefer;1 250,50;2024-03-01;12,5
0180;Stockholm;Kallas 'mötet' av många;12 000;2024-03-02;100
0305;Håbo;;450;2024-03-02;7
0380;Uppsala;Två delar: A och B;2 500 000;2024-03-04;33,3
0643;Habo;Se även bilaga (sidan 3);0;2024-03-05;0
0880;Kalmar;Höst och vår;75,25;2024-03-06;
1280;Malmö;Öppen mottagning – kvällstid;98 000;2024-03-07;45
1440;Ale;;5 000;2024-03-08;2,5
1480;Göteborg;Föreläsning, workshop, uppföljning;1 000 000;2024-03-11;88
1880;Örebro;Stödgrupper för anhöriga;60 500;2024-03-12;61,75
2180;Gävle;Samverkan med skolan;43 210;2024-03-13;15
2580;Luleå;Digitalt stöd;8 000;2024-03-14;9";
    text.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

/// How a table is written.
#[derive(Clone)]
struct Style {
    delimiter: &'static str,
    quote: char,
    /// The sign before a quotation mark inside a quoted text; the mark itself is doubled.
    escape: char,
    /// Whether every field is quoted, or only those that need it.
    all: bool,
    line: &'static str,
}

const USUAL: Style = Style { delimiter: ";", quote: '"', escape: '"', all: false, line: "\r\n" };

impl Style {
    fn field(&self, text: &str) -> String {
        let needs = text.contains(self.delimiter) || text.contains([self.quote, '\n', '\r']) || text.starts_with(' ');
        if !needs && !self.all {
            return text.to_owned();
        }
        let (quote, inner) = (self.quote, text.replace(self.quote, &format!("{}{}", self.escape, self.quote)));
        format!("{quote}{inner}{quote}")
    }

    fn row(&self, row: &[String]) -> String {
        row.iter().map(|field| self.field(field)).collect::<Vec<_>>().join(self.delimiter) + self.line
    }

    fn table(&self, rows: &[Vec<String>]) -> String {
        rows.iter().map(|row| self.row(row)).collect()
    }
}

/// A polluted file, what the user says of it, and the table that is in it.
struct Case {
    family: &'static str,
    name: String,
    bytes: Vec<u8>,
    wishes: Wishes,
    table: Rows,
}

#[derive(Default)]
struct Cases(Vec<Case>);

impl Cases {
    fn add(&mut self, family: &'static str, name: impl Into<String>, text: impl AsRef<[u8]>, table: Rows) {
        let bytes = text.as_ref().to_vec();
        self.0.push(Case { family, name: name.into(), bytes, wishes: Wishes::default(), table });
    }

    /// The same, with something said by a flag.
    fn told(&mut self, wishes: Wishes) {
        self.0.last_mut().expect("a case").wishes = wishes;
    }
}

/// The clean table with texts that hold quotation marks and line breaks, too.
fn quoted() -> Rows {
    let mut rows = clean();
    rows[3][2] = "Kallas \"mötesplatsen\" av många".to_owned();
    rows[5][2] = "Första raden\nandra raden; med tecken".to_owned();
    rows[9][2] = "Rubrik: \"A, B\"; C".to_owned();
    rows
}

fn dialects(cases: &mut Cases) {
    for delimiter in [",", ";", "\t", "|", ":", "^", "~", "#", "¤", "||", "::", "~|~", ";;", ", "] {
        let style = Style { delimiter, ..USUAL };
        cases.add("delimiter", format!("{delimiter:?}"), style.table(&clean()), clean());
        let style = Style { all: true, ..style };
        cases.add("delimiter", format!("{delimiter:?}, all quoted"), style.table(&quoted()), quoted());
    }
    let words: Rows = clean().into_iter().map(|row| row.iter().map(|f| f.replace(' ', "_")).collect()).collect();
    cases.add("delimiter", "space", Style { delimiter: " ", all: true, ..USUAL }.table(&words), words);
    for quote in ['"', '\'', '`', '~', '”', '$'] {
        for all in [false, true] {
            let style = Style { delimiter: ",", quote, escape: quote, all, ..USUAL };
            cases.add("quote", format!("{quote:?}, all {all}"), style.table(&clean()), clean());
        }
    }
    for (delimiter, all) in [(",", false), (",", true), (";", false), (";", true), ("\t", true)] {
        let style = Style { delimiter, escape: '\\', all, ..USUAL };
        cases.add("escape", format!("backslash, {delimiter:?}, all {all}"), style.table(&quoted()), quoted());
        let style = Style { escape: '"', ..style };
        cases.add("escape", format!("doubled, {delimiter:?}, all {all}"), style.table(&quoted()), quoted());
    }
    for line in ["\n", "\r", "\r\n"] {
        cases.add("line end", format!("{line:?}"), Style { line, ..USUAL }.table(&clean()), clean());
    }
    let mixed: String = clean()
        .iter()
        .zip(["\n", "\r\n", "\r"].into_iter().cycle())
        .map(|(row, line)| Style { line, ..USUAL }.row(row))
        .collect();
    cases.add("line end", "mixed", mixed, clean());
}

fn encodings(cases: &mut Cases) {
    let text = USUAL.table(&clean());
    let wide = |text: &str, little: bool| -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    };
    cases.add("encoding", "UTF-8", &text, clean());
    let marked = format!("\u{feff}{text}");
    cases.add("encoding", "UTF-8 with a mark", &marked, clean());
    cases.add("encoding", "UTF-16 LE with a mark", wide(&marked, true), clean());
    cases.add("encoding", "UTF-16 BE with a mark", wide(&marked, false), clean());
    cases.add("encoding", "UTF-16 LE", wide(&text, true), clean());
    cases.add("encoding", "UTF-16 BE", wide(&text, false), clean());
    cases.add("encoding", "Windows-1252", encoding_rs::WINDOWS_1252.encode(&text).0, clean());
    // A dash is no letter by which MacRoman could be told; the letters do.
    cases.add("encoding", "MacRoman", macroman(&text), clean());
    cases.add("encoding", "MacRoman, declared", macroman(&text), clean());
    cases.told(Wishes { reading: reading(|r| r.encoding = Some(encoding_rs::MACINTOSH)), ..Wishes::default() });
}

fn reading(set: impl FnOnce(&mut Reading)) -> Reading {
    let mut reading = Reading::default();
    set(&mut reading);
    reading
}

/// The letters of the clean table in MacRoman, from its published table.
fn macroman(text: &str) -> Vec<u8> {
    let byte = |sign: char| match sign {
        'å' => 0x8C,
        'ä' => 0x8A,
        'ö' => 0x9A,
        'Å' => 0x81,
        'Ä' => 0x80,
        'Ö' => 0x85,
        '–' => 0xD0,
        sign => u8::try_from(u32::from(sign)).expect("ASCII"),
    };
    text.chars().map(byte).collect()
}

fn surroundings(cases: &mut Cases) {
    let table = |delimiter: &'static str| Style { delimiter, ..USUAL }.table(&clean());
    let padded = |text: &str| format!("{text};;;;;");
    let preambles = [
        ("a title", "Statistik över insatser 2024\r\n".to_owned()),
        ("a title and a blank line", "Statistik över insatser 2024\r\n\r\n".to_owned()),
        ("a title with commas", "Insatser, medel, och samverkan 2024\r\n".to_owned()),
        ("three lines", "Socialstyrelsen\r\nStatistik över insatser\r\nUttag: 2024-05-01 12:00\r\n".to_owned()),
        ("three lines and a blank one", "Socialstyrelsen\r\nInsatser\r\nUttag: 2024-05-01\r\n\r\n".to_owned()),
        ("padded lines", format!("{}\r\n{}\r\n", padded("Statistik"), padded("Uttag 2024-05-01"))),
        ("padded lines and a blank one", format!("{}\r\n{}\r\n", padded("Statistik"), padded(""))),
        ("keys and values", "Källa;Socialstyrelsen\r\nUttag;2024-05-01\r\n\r\n".to_owned()),
        ("comments", "# Källa: Socialstyrelsen\r\n# Uttag: 2024-05-01\r\n".to_owned()),
        ("sep=", "sep=;\r\n".to_owned()),
        ("SEP= in quotes", "\"sep=;\"\r\n".to_owned()),
        ("blank lines", "\r\n\r\n".to_owned()),
    ];
    for (name, text) in &preambles {
        cases.add("preamble", *name, format!("{text}{}", table(";")), clean());
        if !text.contains(";;") {
            let comma = text.replace(';', ",");
            cases.add("preamble", format!("{name}, comma"), format!("{comma}{}", table(",")), clean());
        }
    }
    let notes = [
        ("a source", "Källa: Socialstyrelsen, 2024\r\n".to_owned()),
        ("a blank line and a source", "\r\nKälla: Socialstyrelsen, 2024\r\n".to_owned()),
        ("three lines", "* preliminära uppgifter\r\n.. uppgift saknas\r\nKälla: SCB\r\n".to_owned()),
        ("padded", format!("{}\r\n", padded("Källa: SCB"))),
        ("padded, below a blank row", format!("{}\r\n{}\r\n", padded(""), padded("Källa: SCB"))),
        ("comments", "# slut på filen\r\n".to_owned()),
    ];
    for (name, text) in &notes {
        cases.add("footnote", *name, format!("{}{text}", table(";")), clean());
        if !text.contains(";;") {
            cases.add("footnote", format!("{name}, comma"), format!("{}{text}", table(",")), clean());
        }
    }
    let other = "Region;Antal\r\nUppsala;5\r\nSkåne;7\r\nHalland;9\r\n";
    let same = "Nr;Ort;Text;Kronor;Dag;Del\r\n1;Åre;x;5;2024-01-01;1\r\n2;Ystad;y;6;2024-01-02;2\r\n";
    for (name, second) in [("narrower", other), ("as wide", same)] {
        cases.add("tables", format!("{name}, below a blank line"), format!("{}\r\n{second}", table(";")), clean());
        cases.add("tables", format!("{name}, above a blank line"), format!("{second}\r\n{}", table(";")), clean());
        let titled = format!("Tabell 1\r\n{}\r\nTabell 2\r\n{second}", table(";"));
        cases.add("tables", format!("{name}, with titles"), titled, clean());
    }
    cases.add("tables", "narrower, at once", format!("{}{other}", table(";")), clean());
}

fn headers(cases: &mut Cases) {
    let body = &clean()[1..];
    let with = |header: &[&str]| -> Rows {
        let mut rows = vec![header.iter().map(|name| (*name).to_owned()).collect()];
        rows.extend(body.to_vec());
        rows
    };
    let letters = with(&["A", "B", "C", "D", "E", "F"]);
    cases.add("header", "none", USUAL.table(body), letters.clone());
    let years = with(&["Kod", "Kommun", "Kommentar", "2023", "2024", "2025"]);
    cases.add("header", "years as names", USUAL.table(&years), years);
    cases.add("header", "none, told", USUAL.table(body), letters);
    cases.told(Wishes { header_rows: Some(0), ..Wishes::default() });
    let twice = with(&["Kod", "Kommun", "Text", "Belopp", "Datum", "Text"]);
    cases.add("header", "a name twice", USUAL.table(&twice), twice);
    let blank = with(&["Kod", "Kommun", "", "Belopp", "Datum", ""]);
    cases.add("header", "names missing", USUAL.table(&blank), blank);
    let long = with(&["Kod", "Kommun", "Kommentar\ntill raden", "Belopp; kronor", "Datum", "Andel"]);
    let mut read = long.clone();
    read[0][2] = "Kommentar till raden".to_owned();
    cases.add("header", "quoted, with a line break", USUAL.table(&long), read);
    let two = "Kommun;;Insats;;;\r\n;Namn;Kommentar;Belopp;Datum;Andel\r\n";
    let names =
        ["Kommun", "Kommun / Namn", "Insats / Kommentar", "Insats / Belopp", "Insats / Datum", "Insats / Andel"];
    cases.add("header", "two rows, told", format!("{two}{}", USUAL.table(body)), with(&names));
    cases.told(Wishes { header_rows: Some(2), ..Wishes::default() });
    let english = "Kod;Kommun;Kommentar;Belopp;Datum;Andel\r\n";
    cases.add("header", "alone", english, clean()[..1].to_vec());
    cases.add("header", "one row of data", USUAL.table(&clean()[..2]), clean()[..2].to_vec());
}

fn rows(cases: &mut Cases) {
    let lines: Vec<String> = clean().iter().map(|row| USUAL.row(row)).collect();
    let whole = lines.concat();
    let bare = whole.trim_end();
    cases.add("end", "no line break", bare, clean());
    cases.add("end", "two line breaks", format!("{whole}\r\n"), clean());
    cases.add("end", "many line breaks", format!("{whole}\r\n\r\n\r\n\r\n"), clean());
    cases.add("end", "blank rows", format!("{whole};;;;;\r\n;;;;;\r\n"), clean());
    let inserted = |at: usize, line: &str| {
        let mut lines = lines.clone();
        lines.insert(at, line.to_owned());
        lines.concat()
    };
    for at in [1, 2, 7] {
        cases.add("blank lines", format!("one before row {at}"), inserted(at, "\r\n"), clean());
        cases.add("blank lines", format!("a blank row before row {at}"), inserted(at, ";;;;;\r\n"), clean());
    }
    cases.add("blank lines", "one after every row", lines.join("\r\n"), clean());
    let trailing: String = lines.iter().map(|line| line.trim_end().to_owned() + ";\r\n").collect();
    cases.add("columns", "a delimiter at the end of every row", trailing, clean());
    let leading: String = lines.iter().map(|line| format!(";{line}")).collect();
    cases.add("columns", "a blank column first", leading, clean());
    for at in [1, 6, 12] {
        let changed = |line: String| {
            let mut lines = lines.clone();
            lines[at] = line + "\r\n";
            lines.concat()
        };
        let row = &clean()[at];
        let mut short = clean();
        short[at][4].clear();
        short[at][5].clear();
        cases.add("columns", format!("row {at} two columns short"), changed(row[..4].join(";")), short);
        let long = changed(row.join(";") + ";;");
        cases.add("columns", format!("row {at} with two delimiters more"), long, clean());
        let mut comma = clean();
        comma[at] = vec![row.join(","), String::new(), String::new(), String::new(), String::new(), String::new()];
        if at == 12 {
            // A last line that was not split cannot be told from a note.
            comma.pop();
        }
        cases.add("columns", format!("row {at} with another delimiter"), changed(row.join(",")), comma);
        let mut inch = clean();
        inch[at][2] = "en 5\" skärm".to_owned();
        let line = inch[at].join(";");
        cases.add("quote", format!("row {at} with a mark inside a field"), changed(line), inch);
        let mut spaced = clean();
        spaced[at][2] = "a; b".to_owned();
        let line = format!("{};{}; \"a; b\" ;{}", row[0], row[1], row[3..].join(";"));
        cases.add("quote", format!("row {at} with spaces around marks"), changed(line), spaced);
    }
    let spaces: Rows = clean().iter().map(|row| row.iter().map(|f| f.replace(' ', "\u{a0}")).collect()).collect();
    cases.add("cells", "no-break spaces", USUAL.table(&spaces), spaces);
    let one: Rows = clean().iter().map(|row| vec![row[1].clone()]).collect();
    cases.add("columns", "one", one.iter().map(|row| row[0].clone() + "\r\n").collect::<String>(), one);
    let points: Rows = clean().iter().map(|row| row.iter().map(|f| f.replace(',', ".")).collect()).collect();
    cases.add("cells", "decimal points", Style { delimiter: ",", ..USUAL }.table(&points), points);
}

fn cases() -> Vec<Case> {
    let mut cases = Cases::default();
    dialects(&mut cases);
    encodings(&mut cases);
    surroundings(&mut cases);
    headers(&mut cases);
    rows(&mut cases);
    cases.0
}

/// What is right among what was read, and among what there is, as an F1 measure.
fn f1<T: Ord>(read: impl IntoIterator<Item = T>, clean: impl IntoIterator<Item = T>) -> f64 {
    let mut counts: BTreeMap<T, [usize; 2]> = BTreeMap::new();
    read.into_iter().for_each(|item| counts.entry(item).or_default()[0] += 1);
    clean.into_iter().for_each(|item| counts.entry(item).or_default()[1] += 1);
    let (mut both, mut all) = (0, 0);
    for [read, clean] in counts.into_values() {
        both += read.min(clean);
        all += read + clean;
    }
    if all == 0 { 1.0 } else { 2.0 * both as f64 / all as f64 }
}

/// Header, rows, cells.
fn measures(read: &Rows, clean: &Rows) -> [f64; 3] {
    let header = |rows: &Rows| rows.first().cloned().unwrap_or_default();
    let body = |rows: &Rows| rows.iter().skip(1).cloned().collect::<Vec<_>>();
    let cells = |rows: &Rows| body(rows).concat();
    [f1(header(read), header(clean)), f1(body(read), body(clean)), f1(cells(read), cells(clean))]
}

fn read(case: &Case, folder: &std::path::Path) -> Rows {
    let file = folder.join("fil.csv");
    std::fs::write(&file, &case.bytes).expect("a file");
    let sight = peek(&file, &case.wishes).unwrap_or_else(|messages| panic!("{}", crate::support::shown(&messages)));
    sight.shown.into_iter().next().map(|sheet| sheet.table).unwrap_or_default()
}

#[test]
fn the_clean_table_is_found_in_polluted_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut wrong, mut families) = (Vec::new(), BTreeMap::<&str, Vec<[f64; 3]>>::new());
    for case in cases() {
        let read = read(&case, folder.path());
        let found = measures(&read, &case.table);
        families.entry(case.family).or_default().push(found);
        if read != case.table {
            let differing = read.iter().zip(&case.table).find(|(read, clean)| read != clean);
            wrong.push(format!(
                "{}: {}: header {:.2}, rows {:.2}, cells {:.2}; {} rows of {}; first other row {differing:?}",
                case.family,
                case.name,
                found[0],
                found[1],
                found[2],
                read.len(),
                case.table.len()
            ));
        }
    }
    for (family, measures) in families {
        let mean = |part: usize| measures.iter().map(|m| m[part]).sum::<f64>() / measures.len() as f64;
        println!(
            "{family:<12} {:>3} files: header {:.3}, rows {:.3}, cells {:.3}",
            measures.len(),
            mean(0),
            mean(1),
            mean(2)
        );
    }
    assert!(wrong.is_empty(), "{} files are read otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_file_without_a_table_is_no_fault() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in [
        ("nothing", &b""[..]),
        ("a byte order mark", b"\xEF\xBB\xBF"),
        ("line breaks", b"\r\n\r\n"),
        ("delimiters", b";;;\r\n;;;\r\n"),
        ("one word", b"ord"),
    ] {
        let file = folder.path().join("fil.csv");
        std::fs::write(&file, bytes).expect("a file");
        let sight = peek(&file, &Wishes::default());
        assert!(sight.is_ok(), "{name}: {}", crate::support::shown(&sight.err().unwrap_or_default()));
    }
}
