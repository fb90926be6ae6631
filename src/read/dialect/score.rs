//! How consistent a text is when it is read in a dialect: rows alike, cells of a known kind.
//!
//! The score is the product of the two parts that Van den Burg et al. give. For K patterns of rows, of which pattern k has
//! N rows of L fields, the pattern score is 1/K · Σ N · max(ε, L − 1)/L; the type score is the share of cells of a known
//! kind. Unusual delimiters weigh a little less, so that prose does not make a file of its spaces and hyphens. It is
//! measured on a sample from the beginning of the text.

use std::collections::BTreeMap;

use super::candidates::USUAL;
use super::kind::{Kind, kind};
use super::{Certainty, Detected, Dialect, Records, records};
use crate::study::Reading;

/// The beginning of a text, whole lines.
pub(super) struct Sample<'a> {
    /// The lines.
    pub text: &'a str,
    /// Whether the text goes on.
    cut: bool,
}

/// The sample that decides: at least so many lines, as far as so many bytes reach.
pub(super) fn sample(text: &str, skip: usize) -> Sample<'_> {
    const FEWEST_BYTES: usize = 24 << 10;
    const MOST_BYTES: usize = 256 << 10;
    const LINES: usize = 40;
    /// Of a first line that never ends, so much has to do.
    const LONGEST_LINE: usize = 1 << 20;
    let start = text.split_inclusive('\n').take(skip).map(str::len).sum::<usize>().min(text.len());
    let text = &text[start..];
    let (mut end, mut lines) = (0, 0);
    for line in text.split_inclusive(['\n', '\r']) {
        if end > 0 && (end + line.len() > MOST_BYTES || (lines >= LINES && end >= FEWEST_BYTES)) {
            break;
        }
        end += line.len();
        lines += 1;
    }
    end = end.min(LONGEST_LINE.max(MOST_BYTES));
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Sample { text: &text[..end], cut: end < text.len() }
}

/// What a sample looks like in a dialect.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    pattern: f64,
    total: f64,
    /// Whether a mark that opened was never closed, or text stood behind one that closed.
    broken: bool,
}

/// The best of the candidates.
pub(super) fn best(sample: &Sample<'_>, candidates: Vec<Dialect>, declared: &Reading, skip: usize) -> Detected {
    // A mark that the user names and that is never closed says nothing against a delimiter.
    let patient = declared.quote.flatten().is_some();
    let scored = |dialect: Dialect| (pattern(sample, &dialect, patient), dialect);
    let mut patterns: Vec<(Dialect, Score)> = candidates.into_iter().map(scored).map(|(s, d)| (d, s)).collect();
    // Where rows are most alike first: what cannot win any more is not looked at cell by cell.
    patterns.sort_by(|a, b| b.1.pattern.total_cmp(&a.1.pattern));
    let mut best_total = 0.0;
    for (dialect, score) in &mut patterns {
        if score.pattern * RUNNER_UP >= best_total {
            score.total = score.pattern * types(sample, dialect, patient);
            best_total = f64::max(best_total, score.total);
        }
    }
    patterns.sort_by(|a, b| b.1.total.total_cmp(&a.1.total).then_with(|| simpler(&a.0).cmp(&simpler(&b.0))));
    let winner = patterns.first().map(|(dialect, _)| dialect.clone()).unwrap_or_default();
    let winning = patterns.first().map_or(0.0, |(_, score)| score.total);
    let winner = with_blank(sample, tie(sample, winner, winning, &patterns), declared);
    let other = patterns.iter().find(|(d, s)| d.delimiter != winner.delimiter && s.total > 0.0);
    let near = other.filter(|(_, score)| score.total * RUNNER_UP >= winning);
    let certainty = match (&declared.delimiter, near) {
        (Some(_), _) => Certainty::Certain,
        (None, Some(_)) => Certainty::Unsure,
        (None, None) if winner.delimiter.is_empty() => Certainty::Unsure,
        (None, None) => Certainty::Likely,
    };
    let quotes_seen = winner.quote.is_some() && declared.quote.is_none();
    Detected {
        alternative: near.map(|(dialect, _)| dialect.delimiter.clone()),
        certainty,
        quotes_seen,
        dialect: Dialect { quote: winner.quote.or(usual_quote(declared)), skip, ..winner },
    }
}

/// The same dialect with a blank in its delimiter, where one stands behind every delimiter: it is no part of the values.
fn with_blank(sample: &Sample<'_>, winner: Dialect, declared: &Reading) -> Dialect {
    if declared.delimiter.is_some() || ![",", ";"].contains(&winner.delimiter.as_str()) {
        return winner;
    }
    let blank = Dialect { delimiter: format!("{} ", winner.delimiter), ..winner.clone() };
    let widths = |dialect: &Dialect| records(sample.text, dialect).map(|r| r.fields.len()).collect::<Vec<_>>();
    let own = widths(&winner);
    let parted = own.iter().filter(|width| **width > 1).count() > 1;
    if parted && own == widths(&blank) { blank } else { winner }
}

/// A dialect that scores more than one in so many times the best is a rival.
const RUNNER_UP: f64 = 1.25;

/// The usual mark, which is harmless where none was seen; none where the user says that there is none.
fn usual_quote(declared: &Reading) -> Option<char> {
    declared.quote.unwrap_or(Some('"'))
}

/// The order in which equal scores are preferred: usual delimiters, the usual mark, no escape.
fn simpler(dialect: &Dialect) -> (usize, usize, Option<char>) {
    let mut signs = dialect.delimiter.chars();
    let delimiter = match (signs.next(), signs.next()) {
        (Some(sign), None) => USUAL.iter().position(|usual| *usual == sign).unwrap_or(USUAL.len() + 1),
        (Some(_), Some(_)) => USUAL.len(),
        (None, _) => usize::MAX,
    };
    let quote = match dialect.quote {
        Some('"') => 0,
        None => 1,
        Some(_) => 2,
    };
    (delimiter, quote, dialect.escape)
}

/// Between an escape sign and none that score alike, the escape sign has a use if it stands before a mark or delimiter.
fn tie(sample: &Sample<'_>, winner: Dialect, score: f64, all: &[(Dialect, Score)]) -> Dialect {
    let alike = |d: &Dialect| d.delimiter == winner.delimiter && d.quote == winner.quote && d.escape.is_some();
    let escaped = all.iter().find(|(d, s)| alike(d) && s.total >= score * 0.999 && !s.broken);
    match escaped {
        Some((dialect, _)) if winner.escape.is_none() && dialect.escape == Some('\\') => {
            let mark = winner.quote.map(|quote| format!("\\{quote}"));
            let used = mark.is_some_and(|mark| sample.text.contains(&mark))
                || (!winner.delimiter.is_empty() && sample.text.contains(&format!("\\{}", winner.delimiter)));
            if used { dialect.clone() } else { winner }
        }
        _ => winner,
    }
}

/// The records of a sample; patiently, where a mark that is never closed is a letter.
fn read<'a>(sample: &Sample<'a>, dialect: &'a Dialect, patient: bool) -> Records<'a> {
    let records = records(sample.text, dialect);
    if patient { records.patient() } else { records }
}

fn pattern(sample: &Sample<'_>, dialect: &Dialect, patient: bool) -> Score {
    const NEARLY_NOTHING: f64 = 1e-3;
    let mut patterns: BTreeMap<usize, usize> = BTreeMap::new();
    let mut broken = false;
    let mut strays = 0;
    let mut rows = 0;
    let mut all = read(sample, dialect, patient).peekable();
    while let Some(record) = all.next() {
        let last = all.peek().is_none();
        if record.unclosed.is_some() {
            // The sample may end inside a quoted field.
            broken |= !sample.cut && !patient;
            if last && sample.cut && rows > 0 {
                break;
            }
        }
        strays += usize::from(record.stray);
        rows += 1;
        *patterns.entry(record.fields.len()).or_default() += 1;
    }
    let kinds = patterns.len().max(1) as f64;
    let sum: f64 = patterns
        .iter()
        .map(|(fields, rows)| *rows as f64 * (*fields as f64 - 1.0).max(NEARLY_NOTHING) / *fields as f64)
        .sum();
    // Text behind closing marks means that they did not close: such rows do not count.
    let sound = 1.0 - strays as f64 / (rows.max(1)) as f64;
    let weight = delimiter_weight(&dialect.delimiter)
        * if is_accidental(&dialect.delimiter, &patterns, rows) { 0.0 } else { 1.0 };
    Score { pattern: sum / kinds * weight * sound * if broken { 0.1 } else { 1.0 }, total: 0.0, broken }
}

/// Whether an unusual delimiter is only a sign in some lines: a list of names is no table for the spaces in some of them.
fn is_accidental(delimiter: &str, patterns: &BTreeMap<usize, usize>, rows: usize) -> bool {
    const MOST: usize = 7;
    let usual = delimiter.chars().all(|sign| USUAL.contains(&sign));
    let most = patterns.iter().filter(|(fields, _)| **fields > 1).map(|(_, rows)| *rows).max().unwrap_or(0);
    !usual && most * 10 < rows * MOST
}

fn delimiter_weight(delimiter: &str) -> f64 {
    let mut signs = delimiter.chars();
    match (signs.next(), signs.next()) {
        (Some(sign), None) if USUAL.contains(&sign) => 1.0,
        (Some(' ' | '-' | '_'), None) => 0.5,
        (Some(':' | '=' | '@' | '&' | '*' | ','), None) => 0.8,
        _ => 0.95,
    }
}

fn types(sample: &Sample<'_>, dialect: &Dialect, patient: bool) -> f64 {
    const NEARLY_NOTHING: f64 = 1e-10;
    let (mut known, mut all) = (0_usize, 0_usize);
    for record in read(sample, dialect, patient) {
        all += record.fields.len();
        known += record.fields.iter().filter(|field| kind(field) != Kind::Other).count();
    }
    f64::max(NEARLY_NOTHING, known as f64 / all.max(1) as f64)
}
