//! Declarations of what is not there this year: they stay in the file as comments, so that they can be taken up again when
//! the file comes, and do not stop a check of the rest.

use std::collections::BTreeSet;

use super::mark::{Mark, Reason};
use crate::msg;
use crate::wording::{Language, Message};

/// A file of the earlier year that nothing replaces, and the section that names it: `survey`, `coding`, …
pub type Absent = BTreeSet<(String, String)>;

/// A `study.toml` with the sections of absent files as comments; also the areas that went with them.
pub fn without_files(text: &str, absent: &Absent, language: Language) -> (String, BTreeSet<String>) {
    let mut areas = BTreeSet::new();
    let mut out = String::with_capacity(text.len());
    for section in sections(text) {
        let kind = section.kind();
        let names = |key: &str| section.values(key).collect::<BTreeSet<String>>();
        let is_absent = names("file").into_iter().any(|file| absent.contains(&(kind.clone(), file)));
        if is_absent {
            areas.extend(names("area").into_iter().filter(|_| kind == "survey"));
            out += &section.commented(msg!("missing-file-of-section"), language);
        } else {
            out += &section.lines.concat();
        }
    }
    // What belongs to those areas alone goes with them: the columns of their requisitions.
    let belongs = |line: &str| {
        let value = line.split_once('=').and_then(|(key, value)| key.trim_start().starts_with('"').then_some(value));
        value.is_some_and(|value| areas.iter().any(|area| value.trim() == format!("\"{area}\"")))
    };
    let lines = out.split_inclusive('\n').map(|line| if belongs(line) { format!("# {line}") } else { line.to_owned() });
    (lines.collect(), areas)
}

/// A text with the top-level keys that name absent files as comments.
pub fn without_keys(text: &str, keys: &[&str], is_there: impl Fn(&str) -> bool, language: Language) -> String {
    let remark = Reason::new(Mark::Missing, msg!("missing-file-of-key")).comment(language);
    let mut top = true;
    let lines = text.split_inclusive('\n').map(|line| {
        top &= !line.starts_with('[');
        let named = value_of(line).filter(|(key, _)| top && keys.contains(key));
        match named {
            Some((_, file)) if !is_there(&file) => format!("{remark}# {line}"),
            _ => line.to_owned(),
        }
    });
    lines.collect()
}

/// A `report.toml` with the items of absent areas as comments.
pub fn without_areas(text: &str, areas: &BTreeSet<String>, language: Language) -> String {
    let of_area = |section: &Section<'_>| section.values("area").any(|area| areas.contains(&area));
    let kept = |section: Section<'_>| {
        if section.kind() == "item" && of_area(&section) {
            section.commented(msg!("missing-survey-of-item"), language)
        } else {
            section.lines.concat()
        }
    };
    sections(text).into_iter().map(kept).collect()
}

/// A table of the top level with the tables below it, as lines.
struct Section<'a> {
    lines: Vec<&'a str>,
}

impl Section<'_> {
    /// The name of its table; empty for what stands above all tables.
    fn kind(&self) -> String {
        self.lines.first().and_then(|line| header(line)).unwrap_or_default().to_owned()
    }

    /// The texts of a key in the table itself.
    fn values(&self, wanted: &str) -> impl Iterator<Item = String> {
        let own = self.lines.iter().skip(1).take_while(|line| !line.starts_with('['));
        own.filter_map(|line| value_of(line)).filter(move |(key, _)| *key == wanted).map(|(_, value)| value)
    }

    /// Its lines as comments. What stands below a last blank line belongs to the next section.
    fn commented(&self, why: Message, language: Language) -> String {
        let end = self.lines.iter().rposition(|line| !is_aside(line)).map_or(0, |last| last + 1);
        let comment = |line: &&str| if line.trim().is_empty() { (*line).to_owned() } else { format!("# {line}") };
        let own: String = self.lines[..end].iter().map(comment).collect();
        let why = Reason::new(Mark::Missing, why).comment(language);
        format!("{why}{own}{}", self.lines[end..].concat())
    }
}

/// Whether nothing is declared in a line.
fn is_aside(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

/// The sections of a text. Lines of a text in three quotation marks that look like a header are not told from one.
fn sections(text: &str) -> Vec<Section<'_>> {
    let mut all: Vec<Section<'_>> = vec![Section { lines: Vec::new() }];
    let mut name = "";
    for line in text.split_inclusive('\n') {
        if let Some(found) = header(line).filter(|found| !line.starts_with(&format!("[{name}.")) || found != &name) {
            name = found;
            all.push(Section { lines: Vec::new() });
        }
        if let Some(last) = all.last_mut() {
            last.lines.push(line);
        }
    }
    all
}

/// The first name in a header.
fn header(line: &str) -> Option<&str> {
    let inside = line.strip_prefix("[[").or_else(|| line.strip_prefix('['))?;
    inside.split([']', '.']).next().map(str::trim)
}

/// A key and its text, where a line has one.
fn value_of(line: &str) -> Option<(&str, String)> {
    let (key, _) = line.split_once('=')?;
    let table: toml::Table = line.trim().parse().ok()?;
    let value = table.get(key.trim())?.as_str()?.to_owned();
    Some((key.trim(), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_becomes_a_comment() {
        let study = "title = \"x\"\nclaims = \"claims.csv\"\n\n[requisitions.areas]\n\"A\" = \"ett\"\n\"B\" = \"två\"\n\n\
                     [[survey]]\narea = \"ett\"\nfile = \"ett.csv\"\n\n[survey.question.q]\nchoice = \"Q\"\n\n# ---\n\n\
                     [[survey]]\narea = \"två\"\nfile = \"två.csv\"\n";
        let absent = Absent::from([("survey".to_owned(), "ett.csv".to_owned())]);
        let (text, areas) = without_files(study, &absent, Language::English);
        let expected = "title = \"x\"\nclaims = \"claims.csv\"\n\n[requisitions.areas]\n# \"A\" = \"ett\"\n\"B\" = \"två\"\n\n\
                        # MISSING: its file is not in the folder; take it up again when it is.\n\
                        # [[survey]]\n# area = \"ett\"\n# file = \"ett.csv\"\n\n# [survey.question.q]\n# choice = \"Q\"\n\n# ---\n\n\
                        [[survey]]\narea = \"två\"\nfile = \"två.csv\"\n";
        assert_eq!(text, expected);
        assert_eq!(areas, BTreeSet::from(["ett".to_owned()]));
        assert!(without_keys(study, &["claims"], |_| false, Language::English).contains("# claims = \"claims.csv\""));
        assert_eq!(without_keys(study, &["claims"], |_| true, Language::English), study);
        let report = "source = \"s\"\n\n[[item]]\nid = \"a\"\narea = \"ett\"\n\n[[item]]\nid = \"b\"\narea = \"två\"\n";
        let kept = without_areas(report, &areas, Language::English);
        assert!(kept.contains("# id = \"a\"") && kept.contains("\nid = \"b\""), "{kept}");
    }
}
