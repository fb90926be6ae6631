//! The files of a draw: its design, and what the machine said of every answer when it was drawn. `docs/reference/audit.md`
//! describes them.
//!
//! Neither is ever changed. Both are sealed by a SHA-256, so that an estimate cannot rest on values that somebody has put right since.
//! They hold ids, codes and fingerprints, and neither texts nor names nor amounts.

use std::borrow::Cow;
use std::fmt::Write;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::decisions::Fingerprint;
use crate::read::hex;
use crate::signs::FORMULA_SIGNS;

/// The version of the format that this program writes and reads.
pub const FORMAT: u64 = 1;
/// The key whose value is the version.
pub(super) const FIRST: &str = "insats audit";
/// The columns of the values.
const COLUMNS: [&str; 9] =
    ["intervention_id", "domain", "stratum", "place", "read", "source", "codes", "rules", "suggestions"];
/// What stands between codes.
const BETWEEN: &str = ";";
/// What keeps a spreadsheet from taking a text for a formula.
const SHELTER: char = '\'';

/// How a sample was drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Design {
    /// [`FORMAT`].
    #[serde(rename = "insats audit")]
    pub format: u64,
    /// Its number among the draws of the study, from 1.
    pub draw: usize,
    /// When it was drawn.
    pub when: String,
    /// What ordered the answers.
    pub seed: u64,
    /// How many interventions were asked for, those of earlier draws among them.
    pub size: usize,
    /// `area` where so many were asked for in every area.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub per: Option<String>,
    /// The domains that are audited.
    pub domains: Vec<String>,
    /// Id and version of the codebook.
    pub codebook: String,
    /// The SHA-256 of its codes and rules.
    pub rules: String,
    /// The checksum of the model, where there was one.
    pub model: Option<String>,
    /// The share of accepted suggestions that the model promises to be right.
    pub promise: Option<f64>,
    /// The strata.
    pub strata: Vec<FrozenStratum>,
    /// Strata of earlier draws of which more are read.
    pub enlarged: Vec<Enlarged>,
    /// The file with the values; `None` where nothing new was frozen.
    pub values: Option<Values>,
    /// The SHA-256 of all this with this field empty.
    pub sha256: String,
}

/// A stratum as it was drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenStratum {
    /// Its number in the draw, from 1.
    pub stratum: usize,
    /// The area.
    pub area: String,
    /// Its interventions.
    pub units: usize,
    /// How many times as often as others they are drawn, where more than once.
    pub times: u32,
    /// How many of them are read: the first in their order.
    pub sampled: usize,
}

/// A stratum of an earlier draw of which more are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enlarged {
    /// The draw.
    pub draw: usize,
    /// The stratum there.
    pub stratum: usize,
    /// How many of it are read from now on.
    pub sampled: usize,
}

/// The file with the values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Values {
    /// Its SHA-256, line ends of Windows read as those of others.
    pub sha256: String,
    /// Its rows.
    pub rows: usize,
}

/// Where the codes come from that counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// Rules.
    Rules,
    /// Accepted suggestions.
    Suggestions,
    /// There were none.
    None,
}

impl Source {
    const WORDS: [(&'static str, Self); 3] =
        [("rules", Self::Rules), ("suggestions", Self::Suggestions), ("none", Self::None)];

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, own)| *own == self).map_or("", |(word, _)| word)
    }
}

/// A code that a model suggested.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggested {
    /// The code.
    pub code: String,
    /// Its probability, in millionths: what is compared later must not hang on the last bit.
    pub millionths: u32,
    /// Whether the model accepted it.
    pub accepted: bool,
}

impl Suggested {
    /// A probability as it is kept.
    pub fn millionths(probability: f64) -> u32 {
        (probability.clamp(0.0, 1.0) * 1e6).round() as u32
    }

    /// The probability.
    pub fn probability(&self) -> f64 {
        f64::from(self.millionths) / 1e6
    }
}

/// What the machine said of an answer in a domain.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The intervention's id.
    pub intervention: Arc<str>,
    /// The word of the domain.
    pub domain: Cow<'static, str>,
    /// The number of its stratum, from 1.
    pub stratum: usize,
    /// Its place in the order of the stratum, from 1.
    pub place: usize,
    /// The text.
    pub read: Fingerprint,
    /// Where its codes come from.
    pub source: Source,
    /// The codes that counted.
    pub codes: Vec<String>,
    /// Those of the rules.
    pub rules: Vec<String>,
    /// What the model suggested, accepted or for people to read.
    pub suggestions: Vec<Suggested>,
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is none of a draw, or not whole; the reason.
    Unreadable(String),
    /// It is of a later version.
    Later(u64),
    /// It is not as it was written.
    Changed,
}

impl Design {
    /// The text of the file, sealed.
    ///
    /// # Errors
    /// A fault of ours.
    pub fn to_text(&self) -> serde_json::Result<String> {
        let sealed = Self { sha256: self.seal()?, ..self.clone() };
        Ok(serde_json::to_string_pretty(&sealed)? + "\n")
    }

    fn seal(&self) -> serde_json::Result<String> {
        let open = Self { sha256: String::new(), ..self.clone() };
        Ok(hex(&Sha256::digest(serde_json::to_vec(&open)?)))
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// `Refused`.
    pub fn parse(bytes: &[u8]) -> Result<Self, Refused> {
        let unreadable = |error: serde_json::Error| Refused::Unreadable(error.to_string());
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let keys: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(bytes).map_err(unreadable)?;
        match keys.get(FIRST).and_then(serde_json::Value::as_u64) {
            Some(format) if format > FORMAT => return Err(Refused::Later(format)),
            _ => {}
        }
        let design: Self = serde_json::from_slice(bytes).map_err(unreadable)?;
        let is_sealed = design.seal().map_err(unreadable)? == design.sha256;
        if is_sealed { Ok(design) } else { Err(Refused::Changed) }
    }
}

/// The hash of a file with values. Programs for version control may write other line ends.
pub fn hash(bytes: &[u8]) -> String {
    let mut hasher = Sha256::new();
    let mut parts = bytes.split(|byte| *byte == b'\r').peekable();
    while let Some(part) = parts.next() {
        hasher.update(part);
        if parts.peek().is_some_and(|next| !next.starts_with(b"\n")) {
            hasher.update(b"\r");
        }
    }
    hex(&hasher.finalize())
}

/// The bytes of a file with values.
///
/// # Errors
/// Those of the csv library, which writing to memory never meets.
pub fn written(values: &[Value]) -> Result<Vec<u8>, csv::Error> {
    let parts: Vec<Vec<u8>> = values.par_chunks(PART).map(part).collect::<Result<_, _>>()?;
    let mut all = COLUMNS.join(",").into_bytes();
    all.push(b'\n');
    parts.iter().for_each(|part| all.extend(part));
    Ok(all)
}

/// So many rows are written at a time, side by side with others.
const PART: usize = 16_384;

fn part(values: &[Value]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    for own in values {
        let (stratum, place) = (own.stratum.to_string(), own.place.to_string());
        writer.write_record([
            &*sheltered(&own.intervention),
            &sheltered(&own.domain),
            &stratum,
            &place,
            &own.read.to_string(),
            own.source.word(),
            &sheltered(&own.codes.join(BETWEEN)),
            &sheltered(&own.rules.join(BETWEEN)),
            &sheltered(&suggested(&own.suggestions)),
        ])?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn suggested(all: &[Suggested]) -> String {
    let mut text = String::new();
    for Suggested { code, millionths, accepted } in all {
        let (whole, rest) = (millionths / 1_000_000, millionths % 1_000_000);
        let between = if text.is_empty() { "" } else { BETWEEN };
        let verdict = if *accepted { ACCEPTED } else { REVIEW };
        let _ = write!(text, "{between}{code}:{whole}.{rest:06}:{verdict}");
    }
    text
}
const ACCEPTED: &str = "accepted";
const REVIEW: &str = "review";

/// Reads a file with values that is as it was written.
///
/// # Errors
/// [`Refused`].
pub fn parse(bytes: &[u8]) -> Result<Vec<Value>, Refused> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let mut records = reader.records();
    let is_header = |record: csv::StringRecord| record.iter().eq(COLUMNS);
    if !records.next().is_some_and(|first| first.is_ok_and(is_header)) {
        return Err(Refused::Changed);
    }
    let records: Vec<csv::StringRecord> = records.collect::<Result<_, _>>().map_err(|_| Refused::Changed)?;
    records.par_iter().map(value).collect::<Option<_>>().ok_or(Refused::Changed)
}

fn value(record: &csv::StringRecord) -> Option<Value> {
    let text = |at: usize| record.get(at).map(bared);
    let codes = |at: usize| Some(text(at)?.split(BETWEEN).filter(|code| !code.is_empty()).map(str::to_owned).collect());
    let source = record.get(5)?;
    Some(Value {
        intervention: text(0)?.into(),
        domain: Cow::Owned(text(1)?.to_owned()),
        stratum: record.get(2)?.parse().ok()?,
        place: record.get(3)?.parse().ok()?,
        read: record.get(4)?.parse().ok()?,
        source: Source::WORDS.iter().find(|(word, _)| *word == source)?.1,
        codes: codes(6)?,
        rules: codes(7)?,
        suggestions: text(8)?.split(BETWEEN).filter(|own| !own.is_empty()).map(suggestion).collect::<Option<_>>()?,
    })
}

fn suggestion(text: &str) -> Option<Suggested> {
    let mut parts = text.rsplitn(3, ':');
    let (verdict, probability, code) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Suggested {
        code: code.to_owned(),
        millionths: Suggested::millionths(probability.parse().ok()?),
        accepted: verdict == ACCEPTED,
    })
}

/// A text that no spreadsheet takes for a formula.
fn sheltered(text: &str) -> Cow<'_, str> {
    match text.chars().next() {
        Some(first) if first == SHELTER || FORMULA_SIGNS.contains(&first) => Cow::Owned(format!("{SHELTER}{text}")),
        _ => Cow::Borrowed(text),
    }
}

/// What was sheltered.
fn bared(text: &str) -> &str {
    text.strip_prefix(SHELTER).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn design() -> Design {
        Design {
            format: FORMAT,
            draw: 1,
            when: "2026-03-02T08:15:00Z".to_owned(),
            seed: 7,
            size: 2,
            per: None,
            domains: vec!["activity".to_owned()],
            codebook: "b 1".to_owned(),
            rules: String::new(),
            model: None,
            promise: Some(0.95),
            strata: vec![FrozenStratum { stratum: 1, area: "psyk".to_owned(), units: 3, times: 1, sampled: 2 }],
            enlarged: Vec::new(),
            values: None,
            sha256: String::new(),
        }
    }

    #[test]
    fn a_design_comes_back_and_is_sealed() {
        let text = design().to_text().unwrap_or_default();
        let read = Design::parse(text.as_bytes());
        assert_eq!(read.map(|read| (read.seed, read.strata, read.promise)), Ok((7, design().strata, Some(0.95))));
        // Editors and version control.
        let saved = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert!(Design::parse(saved.as_bytes()).is_ok());
        assert_eq!(Design::parse(text.replace("\"sampled\": 2", "\"sampled\": 1").as_bytes()), Err(Refused::Changed));
        assert_eq!(Design::parse(text.replace("audit\": 1", "audit\": 2").as_bytes()), Err(Refused::Later(2)));
        for half in ["", &text[..text.len() / 2], "[]", "{}"] {
            assert!(matches!(Design::parse(half.as_bytes()), Err(Refused::Unreadable(_))), "{half}");
        }
    }

    #[test]
    fn values_come_back_whatever_ids_look_like() {
        let ids = ["R-1-1", "=R", "'=R", "a,b\"c", "'", "Ö 1"];
        let read = Fingerprint::of_texts(["text"].into_iter());
        let values: Vec<Value> = ids
            .iter()
            .filter_map(|id| {
                Some(Value {
                    intervention: (*id).into(),
                    domain: "activity".into(),
                    stratum: 1,
                    place: 2,
                    read: read?,
                    source: Source::Suggestions,
                    codes: vec!["G1.2".to_owned(), "-G3".to_owned()],
                    rules: Vec::new(),
                    suggestions: vec![
                        Suggested { code: "a:b".to_owned(), millionths: 1_000_000, accepted: true },
                        Suggested { code: "G3".to_owned(), millionths: 50_001, accepted: false },
                    ],
                })
            })
            .collect();
        let bytes = written(&values).unwrap_or_default();
        assert_eq!(parse(&bytes), Ok(values));
        let text = String::from_utf8(bytes.clone()).unwrap_or_default();
        assert!(text.contains(",a:b:1.000000:accepted;G3:0.050001:review\n"), "{text}");
        let of_windows = text.replace('\n', "\r\n");
        assert_eq!(hash(of_windows.as_bytes()), hash(&bytes));
        assert_ne!(hash(text.replace("G1.2", "G1.1").as_bytes()), hash(&bytes));
        assert!(parse(of_windows.as_bytes()).is_ok());
    }

    /// `printf 'a\nb\rc\n' | sha256sum`.
    #[test]
    fn line_ends_make_no_difference() {
        const EXPECTED: &str = "6f52afe4d39e9cf2a7c126277dd775264d5d47ac6af9ed8c6d2040c1839c45aa";
        assert_eq!(hash(b"a\r\nb\rc\r\n"), hash(b"a\nb\rc\n"));
        assert_eq!(hash(b"a\nb\rc\n"), EXPECTED);
    }
}
