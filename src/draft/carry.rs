//! Carrying an earlier year's declarations over: its `study.toml` stays as it is written, comments and all; only names of
//! files, sheets and columns that changed are put anew, each with a remark above it.

mod shape;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use toml::Spanned;
use toml::de::DeTable;

use super::absent::{self, Absent};
use super::change::{Change, ChangeKind};
use super::counterpart::{candidates, drafted, find};
use super::edits::{Edit, with_edits};
use super::literal::{Literal, is_column, walk};
use super::mark::{Mark, Reason};
use super::sheets::Sheets;
use super::survey::{Guess, SurveyDraft};
use super::write::quoted;
use crate::diagnostic::{nearest_within, shown};
use crate::msg;
use crate::wording::{Language, joined};

/// The declarations of an earlier year over the files of a new one.
pub struct Carrier<'a> {
    text: &'a str,
    sheets: &'a [Sheets<'a>],
    drafts: &'a [SurveyDraft],
    /// What each file of the new folder was recognised as.
    roles: &'a Roles,
    /// The new folder.
    folder: &'a Path,
    /// The language of the earlier study.
    language: Language,
    edits: Vec<Edit>,
    changes: BTreeSet<Change>,
    absent: Absent,
    /// Files that a survey, or a coder, has already: each belongs to one.
    taken: BTreeSet<(String, String)>,
}

/// What files were recognised as: the sections of a `study.toml` that may name them.
pub type Roles = BTreeSet<(String, &'static str)>;

/// Declarations that were carried over.
pub struct Carried {
    /// The text of `study.toml`.
    pub study: String,
    /// What changed.
    pub changes: Vec<Change>,
    /// The areas whose survey is not there.
    pub lost: BTreeSet<String>,
}

impl<'a> Carrier<'a> {
    /// Begins with the text of the earlier `study.toml`, which must be valid, and what was recognised in the new folder.
    pub fn new(
        text: &'a str,
        sheets: &'a [Sheets<'a>],
        drafts: &'a [SurveyDraft],
        roles: &'a Roles,
        language: Language,
        folder: &'a Path,
    ) -> Self {
        Self {
            folder,
            text,
            sheets,
            drafts,
            roles,
            language,
            edits: Vec::new(),
            changes: BTreeSet::new(),
            absent: Absent::new(),
            taken: BTreeSet::new(),
        }
    }

    /// The new `study.toml`, and what changed; `codebook` is the path of the codebook from the new folder.
    pub fn carry(mut self, year: &Guess<i64>, codebook: &Guess<String>) -> Carried {
        let folder = self.folder;
        let (table, _) = DeTable::parse_recoverable(self.text);
        let mut literals = Vec::new();
        walk(table.get_ref(), &mut Vec::new(), &mut literals);
        if let Some(span) = table.get_ref().get("year").map(Spanned::span) {
            let doubt = year.doubt.clone().map(|doubt| Reason::new(Mark::Unsure, doubt));
            self.edits.push((span, year.value.to_string(), doubt.into_iter().collect()));
        }
        let old_book = literals.iter().find(|l| l.path == ["codebook"]);
        if let Some(book) = old_book.filter(|book| book.text != codebook.value) {
            // The same path may stand among those that are allowed to lie outside.
            for literal in literals.iter().filter(|l| l.text == book.text) {
                let is_key = literal.path == ["codebook"];
                let doubt = codebook.doubt.clone().map(|doubt| Reason::new(Mark::Unsure, doubt));
                let changed = Reason::new(Mark::Changed, msg!("changed-name", was = shown(&book.text)));
                let reasons = std::iter::once(changed).chain(doubt).filter(|_| is_key).collect();
                self.edits.push((literal.span.clone(), quoted(&codebook.value), reasons));
            }
        }
        let mut sections: BTreeMap<Vec<String>, Vec<&Literal>> = BTreeMap::new();
        for literal in &literals {
            let depth = match literal.path.first().map(String::as_str) {
                Some("survey" | "requisitions" | "coding" | "register") => 2,
                Some("corrections" | "repayments" | "held_back") => 1,
                _ => continue,
            };
            let section = literal.path.iter().take(depth).cloned().collect();
            sections.entry(section).or_default().push(literal);
        }
        let mut used = BTreeSet::new();
        let has_its_file = |literals: &[&Literal]| {
            let named = literals.iter().filter(|l| l.path.last().is_some_and(|key| key == "file"));
            named.map(|l| l.text.clone()).find(|name| self.sheets.iter().any(|s| s.source.file == *name))
        };
        let kept = sections.iter().filter(|(section, literals)| is_alone_in_its_file(&section[0], literals));
        self.taken = kept.filter_map(|(section, l)| Some((section[0].clone(), has_its_file(l)?))).collect();
        for (section, literals) in &sections {
            self.section(section, literals, &mut used);
        }
        for file in self.sheets.iter().map(|s| &s.source.file).filter(|file| !used.contains(*file)) {
            self.changes.insert(Change {
                file: file.clone(),
                kind: ChangeKind::New,
                name: file.clone(),
                nearest: None,
            });
        }
        let text = with_edits(self.text, &mut self.edits, self.language);
        let text = absent::without_keys(&text, &["claims", "model"], |file| folder.join(file).is_file(), self.language);
        let (study, lost) = absent::without_files(&text, &self.absent, self.language);
        Carried { study, changes: self.changes.into_iter().collect(), lost }
    }

    fn section(&mut self, section: &[String], literals: &[&Literal], used: &mut BTreeSet<String>) {
        let depth = section.len();
        let key = |literal: &Literal| literal.path[depth..].join(".");
        let Some(file) = literals.iter().find(|l| key(l) == "file") else { return };
        let columns: Vec<&&Literal> =
            literals.iter().filter(|l| is_column(&section[0], &l.path[depth..], l.is_key)).collect();
        let is_survey = section[0] == "survey";
        let alone = is_alone_in_its_file(&section[0], literals);
        let Some(sheets) = self.file_of(&section[0], file, &columns, alone) else {
            if section[0] == "register" {
                self.register_elsewhere(file);
                return;
            }
            self.absent.insert((section[0].clone(), file.text.clone()));
            let fit = self.sheets.iter().filter(|sheets| self.may_be(&section[0], &sheets.source.file));
            let names = fit.map(|sheets| sheets.source.file.as_str());
            let near = nearest_within(&file.text, names, 0.3).map(str::to_owned);
            match near {
                Some(near) => self.mark(file, ChangeKind::Missing, &file.text, Some(near), None),
                // The section's own comment says it.
                None => self.change(file, ChangeKind::Missing, &file.text, None),
            }
            return;
        };
        let new_file = sheets.source.file.clone();
        used.insert(new_file.clone());
        if alone {
            self.taken.insert((section[0].clone(), new_file.clone()));
        }
        if new_file != file.text {
            self.mark(file, ChangeKind::Renamed, &new_file, Some(new_file.clone()), Some(&new_file));
        }
        let draft = self.drafts.iter().find(|d| d.file == new_file && is_survey);
        for literal in literals.iter().filter(|l| key(l).ends_with("sheet")) {
            let drafted = draft.filter(|_| key(literal) == "sheet").and_then(|draft| draft.sheet.clone());
            self.sheet(literal, drafted, sheets, &new_file);
        }
        let beside = self.file_beside("intervention", literals, depth, used);
        let labels = self.file_beside("value_labels", literals, depth, used);
        for literal in &columns {
            let path = &literal.path[depth..];
            // A question of interventions may stand in their file.
            let own = match path[0].as_str() {
                "intervention" => beside,
                "value_labels" => labels,
                _ => beside.filter(|own| find(own, &literal.text)),
            };
            let sheets = own.unwrap_or(sheets);
            self.column(literal, path, sheets, draft, &sheets.source.file);
        }
        if let Some(draft) = draft {
            self.unnamed(draft, &columns, &new_file);
            self.new_answers(draft, literals, &new_file);
            self.shape(draft, literals);
        }
    }

    /// A register that is none of the folder's data files: its path leads elsewhere, or to nothing.
    fn register_elsewhere(&mut self, file: &Literal) {
        if !self.folder.join(&file.text).is_file() {
            self.mark(file, ChangeKind::Missing, &file.text, None, None);
        }
    }

    /// The file of a survey's interventions, or of what its codes mean, where it has one beside that of the respondents; a new
    /// name is marked.
    fn file_beside(
        &mut self,
        of: &str,
        literals: &[&Literal],
        depth: usize,
        used: &mut BTreeSet<String>,
    ) -> Option<&'a Sheets<'a>> {
        let is_file = |literal: &&Literal| literal.path[depth..] == [of, "file"];
        let file = literals.iter().copied().find(is_file)?;
        let is_own = |l: &&&Literal| l.path.get(depth).is_some_and(|key| key == of);
        let columns = literals.iter().filter(is_own).filter(|l| is_column("survey", &l.path[depth..], l.is_key));
        let sheets = self.file_of("survey", file, &columns.collect::<Vec<_>>(), true);
        match sheets.map(|sheets| &sheets.source.file) {
            Some(name) if *name == file.text => {}
            Some(name) => self.mark(file, ChangeKind::Renamed, name, Some(name.clone()), Some(name)),
            None => self.mark(file, ChangeKind::Missing, &file.text, None, None),
        }
        used.extend(sheets.map(|sheets| sheets.source.file.clone()));
        sheets
    }

    /// Whether a file may be what a section names: it was recognised as that, or as nothing.
    fn may_be(&self, section: &str, file: &str) -> bool {
        let kind = if section == "held_back" { "coding" } else { section };
        let mut roles = self.roles.iter().filter(|(of, _)| of == file).peekable();
        roles.peek().is_none() || roles.any(|(_, role)| *role == kind)
    }

    /// The file of the new year: of the same name, or the one of its kind that has most of the columns.
    fn file_of(&self, section: &str, file: &Literal, columns: &[&&Literal], alone: bool) -> Option<&'a Sheets<'a>> {
        if let Some(same) = self.sheets.iter().find(|s| s.source.file == file.text) {
            return Some(same);
        }
        let likeness = |name: &str| {
            let bare = |text: &str| text.to_lowercase().replace(|c: char| c.is_ascii_digit(), "");
            strsim::normalized_damerau_levenshtein(&bare(name), &bare(&file.text))
        };
        let has = |sheets: &Sheets<'_>| columns.iter().filter(|c| find(sheets, &c.text)).count();
        let taken = |file: &String| alone && self.taken.contains(&(section.to_owned(), file.clone()));
        let is_free = |s: &&Sheets<'_>| !taken(&s.source.file) && self.may_be(section, &s.source.file);
        let free = self.sheets.iter().filter(is_free);
        let scored = free.map(|s| (has(s) as f64 / columns.len().max(1) as f64, likeness(&s.source.file), s));
        let best = scored.max_by(|a, b| (a.0 + a.1).total_cmp(&(b.0 + b.1)));
        best.filter(|(has, likeness, _)| *has >= 0.3 || *likeness >= 0.6).map(|(.., sheets)| sheets)
    }

    fn sheet(&mut self, literal: &Literal, drafted: Option<String>, sheets: &Sheets<'_>, file: &str) {
        let names: Vec<&str> = sheets.source.sheets.iter().filter_map(|g| g.sheet.as_deref()).collect();
        if names.is_empty() || names.contains(&literal.text.as_str()) {
            return;
        }
        let near = nearest_within(&literal.text, names.iter().copied(), 0.4).map(str::to_owned);
        let only = (names.len() == 1).then(|| names[0].to_owned());
        match drafted.or(near).or(only) {
            Some(name) => self.mark(literal, ChangeKind::Renamed, file, Some(name.clone()), Some(&name)),
            None => self.mark(literal, ChangeKind::Missing, file, None, None),
        }
    }

    fn column(
        &mut self,
        literal: &Literal,
        path: &[String],
        sheets: &Sheets<'_>,
        draft: Option<&SurveyDraft>,
        file: &str,
    ) {
        if find(sheets, &literal.text) {
            return;
        }
        let drafted = draft.and_then(|draft| drafted(draft, path, &literal.text));
        let candidates: BTreeSet<String> = candidates(sheets, draft);
        let near = nearest_within(&literal.text, candidates.iter().map(String::as_str), 0.45).map(str::to_owned);
        match drafted.or(near) {
            Some(name) => self.mark(literal, ChangeKind::Renamed, file, Some(name.clone()), Some(&name)),
            None => {
                let far = nearest_within(&literal.text, candidates.iter().map(String::as_str), 0.0).map(str::to_owned);
                self.mark(literal, ChangeKind::Missing, file, far, None);
            }
        }
    }

    /// What the new export has and nothing declares.
    fn unnamed(&mut self, draft: &SurveyDraft, columns: &[&&Literal], file: &str) {
        let declared: BTreeSet<String> = columns.iter().map(|l| self.edited(l)).collect();
        let seen = draft
            .questions
            .iter()
            .map(|q| &q.pattern)
            .chain(&draft.left)
            .chain(draft.fields.values().map(|g| &g.value));
        let new: Vec<String> = seen.filter(|name| !declared.contains(&quoted(name))).cloned().collect();
        for name in new {
            let known = columns.iter().map(|l| l.text.as_str());
            let nearest = nearest_within(&name, known, 0.45).map(str::to_owned);
            self.changes.insert(Change { file: file.to_owned(), kind: ChangeKind::New, name, nearest });
        }
    }

    /// Answers and options that stand in the new export and that the earlier study does not declare.
    fn new_answers(&mut self, draft: &SurveyDraft, literals: &[&Literal], file: &str) {
        let of_questions: Vec<&Literal> =
            literals.iter().copied().filter(|l| l.path.len() > 4 && l.path[2] == "question").collect();
        for question in &draft.questions {
            let named = |l: &&&Literal| ["joined", "items", "choice"].contains(&l.path[4].as_str());
            let wanted = quoted(&question.pattern);
            let column = of_questions.iter().filter(named).find(|l| self.edited(l) == wanted);
            let Some(id) = column.map(|l| l.path[3].clone()) else { continue };
            let own = || of_questions.iter().filter(|l| l.path[3] == id);
            let listed: Vec<_> = own().filter(|l| ["answers", "options"].contains(&l.path[4].as_str())).collect();
            let mut declared: BTreeSet<String> = listed.iter().map(|l| l.text.to_lowercase()).collect();
            declared.extend(own().filter(|l| l.path[4] == "scale").flat_map(|l| self.scale(&l.text)));
            let seen = if question.answers.is_empty() { &question.options } else { &question.answers };
            let new: Vec<&String> = seen.iter().filter(|answer| !declared.contains(&answer.to_lowercase())).collect();
            if declared.is_empty() || new.is_empty() {
                continue;
            }
            if let Some(first) = listed.first() {
                let answers = joined(new.iter().map(|answer| shown(answer)), ", ");
                let reason = Reason::new(Mark::Check, msg!("check-new-answers", answers));
                self.edits.push((first.span.clone(), self.text[first.span.clone()].to_owned(), vec![reason]));
            }
            for answer in new {
                let name = format!("{id}: {answer}");
                self.changes.insert(Change { file: file.to_owned(), kind: ChangeKind::New, name, nearest: None });
            }
        }
    }

    /// What a literal says after the edits, in quotation marks.
    fn edited(&self, literal: &Literal) -> String {
        let edit = self.edits.iter().find(|(span, ..)| *span == literal.span);
        edit.map_or_else(|| quoted(&literal.text), |(_, new, _)| new.clone())
    }

    /// The answers of a named scale, in lower case.
    fn scale(&self, name: &str) -> Vec<String> {
        let table: toml::Table = self.text.parse().unwrap_or_default();
        let answers = table.get("scale").and_then(|s| s.get(name)).and_then(|s| s.get("answers"));
        let texts = answers.and_then(toml::Value::as_array).into_iter().flatten().filter_map(toml::Value::as_str);
        texts.map(str::to_lowercase).collect()
    }

    fn mark(&mut self, literal: &Literal, kind: ChangeKind, file: &str, nearest: Option<String>, new: Option<&str>) {
        let reason = match (kind, &nearest) {
            (ChangeKind::Renamed, _) => Reason::new(Mark::Changed, msg!("changed-name", was = shown(&literal.text))),
            (_, Some(near)) => Reason::new(Mark::Missing, msg!("missing-name-with-nearest", near = shown(near))),
            (_, None) => Reason::new(Mark::Missing, msg!("missing-name")),
        };
        let text = new.map_or_else(|| self.text[literal.span.clone()].to_owned(), quoted);
        self.edits.push((literal.span.clone(), text, vec![reason]));
        self.change(literal, kind, file, nearest);
    }

    fn change(&mut self, literal: &Literal, kind: ChangeKind, file: &str, nearest: Option<String>) {
        let name = literal.text.clone();
        self.changes.insert(Change { file: file.to_owned(), kind, name, nearest });
    }
}

/// Whether a section has its file for itself: an export has one survey, a coder's file one coder, unless sheets are named.
fn is_alone_in_its_file(section: &str, literals: &[&Literal]) -> bool {
    let has_sheet = literals.iter().any(|l| l.path.len() == 3 && l.path[2] == "sheet");
    section == "survey" || ["coding", "register"].contains(&section) && !has_sheet
}
