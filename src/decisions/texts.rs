//! The texts as they read when they were coded. They stand in the study's private folder, so that old wording can be shown until
//! it is forgotten; no number depends on them.
//!
//! The file has one JSON value a line: what it is, then a line for every fingerprint, in their order. So two people's files
//! are merged by putting their lines together, and what a line has lost costs that line alone.

use std::collections::BTreeMap;
use std::io::ErrorKind;

use indexmap::IndexMap;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::Fingerprint;
use crate::codebook::Domain;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::study::{Study, TEXTS_FILE};
use crate::survey::Unit;

/// The format that this version reads and writes.
const FORMAT: u32 = 1;

/// Texts as they were read, by their names, in the order of the study.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Wording(IndexMap<String, String>);

impl Wording {
    /// Of the texts of a unit that a domain reads.
    pub fn of(unit: &Unit, domain: Domain) -> Self {
        let read = unit.texts.iter().filter(|(name, _)| domain.reads(name.word()));
        Self(read.map(|(name, text)| (name.word().to_owned(), text.to_owned())).collect())
    }

    /// All texts, a line each.
    pub fn text(&self) -> String {
        self.0.values().map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    fn fingerprint(&self) -> Option<Fingerprint> {
        Fingerprint::of_texts(self.0.values().map(String::as_str))
    }
}

/// The texts that are kept, by their fingerprints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptTexts {
    kept: BTreeMap<Fingerprint, Wording>,
    /// Whether every line of the file could be used.
    whole: Whole,
}

/// How much of a file could be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Whole {
    #[default]
    All,
    /// Not every line.
    Lines,
    /// Nothing: it is another's, or cannot be read.
    Nothing,
}

/// The first line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct First {
    #[serde(rename = "insats texts")]
    format: u32,
}

/// A further line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<W> {
    read: String,
    texts: W,
}

impl KeptTexts {
    /// Reads what a study has kept, if anything. Lines that cannot be used are told and left out.
    pub fn load(study: &Study, messages: &mut Diagnostics) -> Self {
        match std::fs::read(study.path(TEXTS_FILE)) {
            Ok(bytes) => Self::parse(&bytes, messages),
            Err(error) if error.kind() == ErrorKind::NotFound => Self::default(),
            Err(error) => {
                let message = msg!("file-unreadable", reason = &error);
                messages.push(Diagnostic::warning(Place::file(TEXTS_FILE), message));
                Self { whole: Whole::Nothing, ..Self::default() }
            }
        }
    }

    /// Reads a file's bytes.
    pub fn parse(bytes: &[u8], messages: &mut Diagnostics) -> Self {
        let mut texts = Self::default();
        // The mark that some editors put before a file.
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
        let mut lines = (1..).zip(lines).filter(|(_, line)| !line.is_empty());
        let Some((_, first)) = lines.next() else { return texts };
        if !is_first(first) {
            messages.push(Diagnostic::warning(Place::line(TEXTS_FILE, 1), msg!("kept-texts-of-other-format")));
            return Self { whole: Whole::Nothing, ..texts };
        }
        // The texts of a large study are many, and each is held against its fingerprint.
        let lines: Vec<(usize, &[u8])> = lines.collect();
        let entries: Vec<_> = lines.par_iter().map(|(_, line)| entry(line)).collect();
        let mut odd = Vec::new();
        for ((number, line), entry) in lines.into_iter().zip(entries) {
            match entry {
                Some((read, wording)) => drop(texts.kept.entry(read).or_insert(wording)),
                // Where files were put together, a first line stands among the others.
                None if is_first(line) => {}
                None => odd.push(number),
            }
        }
        if let Some(first) = odd.first() {
            let message = msg!("kept-texts-odd", count = odd.len());
            messages.push(Diagnostic::warning(Place::line(TEXTS_FILE, *first), message));
            texts.whole = Whole::Lines;
        }
        texts
    }

    /// The text of the file.
    pub fn to_text(&self) -> String {
        let mut text = json(&First { format: FORMAT });
        for (read, texts) in &self.kept {
            text += &json(&Line { read: read.to_string(), texts });
        }
        text
    }

    /// Keeps the texts of a unit that a domain reads; says whether they were kept nowhere yet.
    pub fn keep(&mut self, unit: &Unit, domain: Domain) -> bool {
        let Some(read) = Fingerprint::of(unit, domain) else { return false };
        let is_new = !self.kept.contains_key(&read);
        if is_new {
            self.kept.insert(read, Wording::of(unit, domain));
        }
        is_new
    }

    /// Takes in what somebody else has kept.
    pub fn merge(&mut self, other: Self) {
        for (read, wording) in other.kept {
            self.kept.entry(read).or_insert(wording);
        }
    }

    /// The texts that have a fingerprint, where they are kept.
    pub fn wording(&self, read: &Fingerprint) -> Option<&Wording> {
        self.kept.get(read)
    }

    /// How an answer read by its fingerprint, which a blank one has not; `None` where its texts are not kept.
    pub fn as_read(&self, read: Option<Fingerprint>) -> Option<String> {
        read.map_or(Some(String::new()), |read| self.wording(&read).map(Wording::text))
    }

    /// How many are kept.
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether none is kept.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Whether writing it loses nothing of the file that was read.
    pub fn is_whole(&self) -> bool {
        self.whole == Whole::All
    }

    /// Whether the file is one that may be written anew: what somebody else put there stays.
    pub fn is_ours(&self) -> bool {
        self.whole != Whole::Nothing
    }
}

fn is_first(line: &[u8]) -> bool {
    serde_json::from_slice::<First>(line).is_ok_and(|first| first.format == FORMAT)
}

/// A line's fingerprint and texts; `None` where it is none, or its texts are not those of the fingerprint.
fn entry(line: &[u8]) -> Option<(Fingerprint, Wording)> {
    let Line { read, texts } = serde_json::from_slice::<Line<Wording>>(line).ok()?;
    let read = read.parse().ok()?;
    (texts.fingerprint() == Some(read)).then_some((read, texts))
}

fn json(line: &impl Serialize) -> String {
    // Texts and numbers are always written.
    serde_json::to_string(line).unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `printf 'Utbildning' | sha256sum`.
    const UTBILDNING: &str = "5807ed77addc4ea9625b94bfba713c2f479a6ceb047d233925424c8c3f5a7569";
    const FIRST: &str = r#"{"insats texts":1}"#;

    fn line() -> String {
        format!(r#"{{"read":"{UTBILDNING}","texts":{{"activity":"Utbildning"}}}}"#)
    }

    fn parse(text: &str) -> (KeptTexts, Vec<String>) {
        let mut messages = Diagnostics::new();
        let texts = KeptTexts::parse(text.as_bytes(), &mut messages);
        (texts, messages.sorted().iter().map(|m| format!("{} {}", m.name(), m.place)).collect())
    }

    #[test]
    fn texts_are_read_as_they_are_written() {
        let text = format!("{FIRST}\n{}\n", line());
        let (texts, told) = parse(&text);
        assert_eq!((texts.to_text(), told.len()), (text.clone(), 0));
        let read = UTBILDNING.parse().ok();
        assert_eq!(read.and_then(|read| texts.wording(&read)).map(Wording::text).as_deref(), Some("Utbildning"));
        assert_eq!(parse(&text.replace('\n', "\r\n")).0, texts);
        assert_eq!(parse(&format!("\u{feff}{text}")).0, texts);
        assert_eq!(parse("").0, KeptTexts::default());
    }

    #[test]
    fn files_are_merged_by_putting_their_lines_together() {
        let text = format!("{FIRST}\n{}\n{FIRST}\n{}\n\n", line(), line());
        let (texts, told) = parse(&text);
        assert_eq!((texts.len(), texts.is_whole(), told.len()), (1, true, 0));
    }

    #[test]
    fn a_line_that_cannot_be_used_costs_that_line_alone() {
        let whole = line();
        let half = &whole[..whole.len() / 2];
        let other = whole.replace("Utbildning", "Utbildningar");
        for odd in [half, &other, "<<<<<<< HEAD", "{}", "\u{0}", r#"{"read":"12","texts":{}}"#] {
            let (texts, told) = parse(&format!("{FIRST}\n{odd}\n{whole}\n{odd}"));
            assert_eq!((texts.len(), texts.is_ours(), texts.is_whole()), (1, true, false), "{odd}");
            assert_eq!(told, ["kept-texts-odd private/texts.jsonl, line 2"], "{odd}");
        }
        // Nor do signs that are none.
        let mut messages = Diagnostics::new();
        let bytes = [FIRST.as_bytes(), b"\n\xff\xfe\n", line().as_bytes()].concat();
        assert_eq!((KeptTexts::parse(&bytes, &mut messages).len(), messages.sorted().len()), (1, 1));
    }

    proptest! {
        /// Wherever a file is cut, every whole line before that is read; and whatever stands in it, what was read is written.
        #[test]
        fn a_file_that_is_cut_or_damaged_keeps_its_whole_lines(
            wordings in prop::collection::btree_set("\\PC{1,20}", 0..6),
            cut in any::<prop::sample::Index>(),
            noise in prop::collection::vec(any::<u8>(), 0..40),
        ) {
            let mut texts = KeptTexts::default();
            for wording in wordings {
                let wording = Wording([("activity".to_owned(), wording)].into_iter().collect());
                texts.kept.extend(wording.fingerprint().map(|read| (read, wording)));
            }
            let text = texts.to_text();
            let at = cut.index(text.len() + 1);
            let read = KeptTexts::parse(&text.as_bytes()[..at], &mut Diagnostics::new());
            let whole = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count().saturating_sub(1);
            // The last line may lack its end alone.
            prop_assert!(read.len() == whole || read.len() == whole + 1);
            let damaged = [text.as_bytes(), &noise].concat();
            let read = KeptTexts::parse(&damaged, &mut Diagnostics::new());
            prop_assert_eq!(&read.kept, &texts.kept);
            prop_assert_eq!(KeptTexts::parse(read.to_text().as_bytes(), &mut Diagnostics::new()), texts);
        }
    }

    #[test]
    fn a_file_of_somebody_else_is_left_alone() {
        for first in [r#"{"insats texts":2}"#, "id;text", &line()] {
            let (texts, told) = parse(&format!("{first}\n{}\n", line()));
            assert_eq!((texts.len(), texts.is_ours()), (0, false), "{first}");
            assert_eq!(told, ["kept-texts-of-other-format private/texts.jsonl, line 1"]);
        }
    }
}
