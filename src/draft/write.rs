//! Writing the draft: `study.toml` with its reasons as comments.

use std::fmt::Write as _;

use super::area::Assignment;
use super::beside::{CorrectionsDraft, RepaymentsDraft, RequisitionsDraft};
use super::coding::CodingDraft;
use super::list::ListDraft;
use super::question::{Form, QuestionDraft};
use super::survey::SurveyDraft;
use super::{Found, Remark};
use crate::study::Field;

/// A text as a TOML string.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn list_of(texts: &[String]) -> String {
    const LONGEST_LINE: usize = 100;
    let all: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    let one_line = format!("[{}]", all.join(", "));
    if one_line.chars().count() <= LONGEST_LINE {
        return one_line;
    }
    format!("[\n    {},\n]", all.join(",\n    "))
}

/// A comment, wrapped, no control characters in it.
fn comment(text: &str) -> String {
    const WIDTH: usize = 110;
    let mut lines = vec![String::from("#")];
    for word in crate::diagnostic::printable(text).split_whitespace() {
        let last = lines.last().map_or(0, |l| l.chars().count());
        if last + word.chars().count() + 1 > WIDTH {
            lines.push(String::from("#"));
        }
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.join("\n") + "\n"
}

/// The text of a draft, and what in it is unsure.
pub struct Writer {
    text: String,
    /// What is unsure.
    pub remarks: Vec<Remark>,
}

impl Writer {
    /// The text of `study.toml`.
    pub fn study(found: &Found) -> (String, Vec<Remark>) {
        let mut writer = Self { text: String::new(), remarks: Vec::new() };
        writer.top(found);
        if let Some(corrections) = &found.corrections {
            writer.corrections(corrections);
        }
        for (index, sheet) in found.requisitions.iter().enumerate() {
            writer.requisitions(found, index, sheet);
        }
        if let Some(repayments) = &found.repayments {
            writer.repayments(repayments);
        }
        found.codings.iter().for_each(|coding| writer.coding(coding));
        for file in &found.without_domain {
            writer.unsure(&format!("codes of {}", file.what), Some(&file.doubt));
            writer.line("");
        }
        for (name, answers) in &found.scales {
            writer.line(&format!("[scale.{name}]"));
            writer.key("answers", &list_of(answers));
            writer.line("");
        }
        found.surveys.iter().for_each(|survey| writer.survey(found, survey));
        (writer.text, writer.remarks)
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn key(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {value}"));
    }

    fn text_key(&mut self, key: &str, value: &str) {
        self.key(key, &quoted(value));
    }

    fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text_key(key, value);
        }
    }

    /// Marks what follows as unsure.
    fn unsure(&mut self, what: &str, doubt: Option<&String>) {
        if let Some(doubt) = doubt {
            self.text.push_str(&comment(&format!("UNSURE: {doubt}")));
            self.remarks.push(Remark { what: what.to_owned(), doubt: doubt.clone() });
        }
    }

    fn top(&mut self, found: &Found) {
        self.text.push_str(&comment(
            "A draft made by insats init from the files in this folder. What is marked UNSURE was one of several; look at it, \
             correct it, and remove the mark. Then: insats check. docs/reference/study.md explains every key. In a column name {n} stands \
             for the number of an intervention's block and {option} for an answer option.",
        ));
        self.line("");
        self.unsure("title", Some(&"files do not say what the study is called".to_owned()));
        self.text_key("title", &format!("Insatser {}", found.year.value));
        self.unsure("year", found.year.doubt.as_ref());
        self.key("year", &found.year.value.to_string());
        self.text_key("language", "sv");
        self.unsure("codebook", found.codebook.doubt.as_ref());
        self.text_key("codebook", &found.codebook.value);
        self.text_key("report", "report.toml");
        if found.codebook.value.starts_with("../") {
            // What lies outside the study's folder is read only where the study says so.
            self.line("\n[limits]");
            self.key("outside", &list_of(std::slice::from_ref(&found.codebook.value)));
        }
        self.line("\n[weighting]");
        self.text_key("per", "recipient");
        self.line("");
        self.text.push_str(&comment(
            "Which fields an intervention must have, and texts that count as blank; those below were seen among the activities.",
        ));
        self.line("[complete]");
        let has = |field: Field| found.surveys.iter().any(|s| s.fields.contains_key(&field));
        let required = [Field::Activity, Field::Funds].into_iter().filter(|f| has(*f)).map(|f| f.word().to_owned());
        self.key("requires", &list_of(&required.collect::<Vec<_>>()));
        self.key("placeholders", &list_of(&found.placeholders));
        self.line("");
    }

    fn file(&mut self, file: &str, sheet: Option<&str>) {
        self.text_key("file", file);
        self.optional("sheet", sheet);
    }

    fn corrections(&mut self, corrections: &CorrectionsDraft) {
        self.unsure(&format!("file of {}", corrections.file), corrections.doubt.as_ref());
        self.line("[corrections]");
        self.file(&corrections.file, corrections.sheet.as_deref());
        for (key, column) in ["intervention", "field", "old", "new", "reason"].iter().zip(&corrections.columns) {
            self.text_key(key, column);
        }
        let fields: Vec<String> = corrections
            .fields
            .iter()
            .map(|(name, field)| format!("{} = {}", quoted(name), quoted(field.word())))
            .collect();
        if !fields.is_empty() {
            self.key("fields", &format!("{{ {} }}", fields.join(", ")));
        }
        self.line("");
    }

    fn requisitions(&mut self, found: &Found, index: usize, sheet: &RequisitionsDraft) {
        let assigned: Vec<_> = found.assignments.iter().filter(|a| a.sheet == index).collect();
        let none = assigned.is_empty();
        if none {
            let doubt = "it looks like requisitions, but no survey goes with it; it is left out".to_owned();
            self.unsure(&sheet.file, Some(&doubt));
            self.line("");
            return;
        }
        self.line("[[requisitions]]");
        self.file(&sheet.file, sheet.sheet.as_deref());
        if let Some(list) = &sheet.list {
            self.requisition_list(sheet, list, &assigned);
            return;
        }
        let repaid = sheet.as_repayments.as_ref().map(|list| {
            format!(
                "{} says the area of a row, as in a list; it may be one of repayments",
                crate::diagnostic::shown(&list.columns[1])
            )
        });
        self.unsure(&format!("funds of {}", sheet.file), repaid.as_ref());
        self.unsure(&format!("level of {}", sheet.file), sheet.level.doubt.as_ref());
        self.text_key("level", sheet.level.value.word());
        self.optional("code", sheet.code.as_deref());
        self.optional("name", sheet.name.as_deref());
        self.unit(sheet, &assigned);
        if !sheet.totals.is_empty() {
            self.key("totals", &list_of(&sheet.totals));
        }
        self.line("\n[requisitions.areas]");
        for assignment in assigned {
            self.unsure(&format!("area of {}", quoted(&assignment.column)), assignment.doubt.as_ref());
            self.text_key(&quoted(&assignment.column), &assignment.area);
        }
        for (column, _) in &sheet.amounts {
            if !found.assignments.iter().any(|a| a.sheet == index && a.column == *column) {
                self.text.push_str(&comment(&format!("{} = \"…\"   no survey goes with it", quoted(column))));
            }
        }
        self.line("");
    }

    /// What bare numbers count, where that is not kronor; one unit counts for all columns.
    fn unit(&mut self, sheet: &RequisitionsDraft, assigned: &[&Assignment]) {
        let units: std::collections::BTreeSet<&str> =
            assigned.iter().filter_map(|a| sheet.units.get(a.index).copied()).collect();
        if units.len() > 1 {
            let list = units.iter().copied().collect::<Vec<_>>().join(", ");
            let doubt =
                format!("the columns are in {list}, and one unit counts for all; put them in files of their own");
            self.unsure(&format!("unit of {}", sheet.file), Some(&doubt));
        }
        if let Some(unit) = units.into_iter().find(|unit| *unit != "kr") {
            self.text_key("unit", unit);
        }
    }

    /// A list over all areas; words that no survey goes with are left out, which has to be looked at.
    fn requisition_list(&mut self, sheet: &RequisitionsDraft, list: &ListDraft, assigned: &[&Assignment]) {
        let one_level = list.levels.iter().all(|level| *level == sheet.level.value);
        if one_level {
            self.text_key("level", sheet.level.value.word());
        } else {
            self.optional("level_column", list.level.as_deref());
        }
        self.optional("code", sheet.code.as_deref());
        self.optional("name", sheet.name.as_deref());
        self.text_key("area", &list.area);
        self.unsure(&format!("amount of {}", sheet.file), list.doubt.as_ref());
        self.text_key("amount", &list.amount);
        self.optional("repaid", list.repaid.as_deref());
        self.unit(sheet, assigned);
        if !sheet.totals.is_empty() {
            self.key("totals", &list_of(&sheet.totals));
        }
        let words: std::collections::BTreeSet<&str> = sheet.amounts.iter().map(|(word, _)| word.as_str()).collect();
        let areas_of =
            |word: &str| assigned.iter().filter(|a| a.column == word).map(|a| a.area.clone()).collect::<Vec<_>>();
        let others: Vec<String> =
            words.iter().filter(|word| areas_of(word).is_empty()).map(|word| (*word).to_owned()).collect();
        if !others.is_empty() {
            let doubt = "no survey goes with these words of the list; their rows are left out".to_owned();
            self.unsure(&format!("areas of {}", sheet.file), Some(&doubt));
            self.key("other_areas", &list_of(&others));
        }
        self.line("\n[requisitions.areas]");
        for word in words {
            let areas = areas_of(word);
            for assignment in assigned.iter().filter(|a| a.column == word) {
                self.unsure(&format!("area of {}", quoted(word)), assignment.doubt.as_ref());
            }
            match areas.as_slice() {
                [] => {}
                [one] => self.text_key(&quoted(word), one),
                several => self.key(&quoted(word), &list_of(several)),
            }
        }
        self.line("");
    }

    fn repayments(&mut self, repayments: &RepaymentsDraft) {
        self.unsure(&format!("columns of {}", repayments.file), repayments.doubt.as_ref());
        self.line("[repayments]");
        self.file(&repayments.file, repayments.sheet.as_deref());
        for (key, column) in ["recipient", "area", "amount"].iter().zip(&repayments.columns) {
            self.text_key(key, column);
        }
        if repayments.unit != "kr" {
            self.text_key("unit", repayments.unit);
        }
        self.line("");
    }

    fn coding(&mut self, coding: &CodingDraft) {
        self.line("[[coding]]");
        self.unsure(&format!("role of {}", coding.file), coding.coder.doubt.as_ref());
        match &coding.coder.value {
            None => self.text_key("role", "final"),
            Some(coder) => {
                self.text_key("role", "coder");
                self.text_key("coder", coder);
            }
        }
        self.file(&coding.file, coding.sheet.as_deref());
        self.text_key("intervention", &coding.intervention);
        let domains: Vec<String> =
            coding.domains.iter().map(|(domain, column)| format!("{} = {}", domain.word(), quoted(column))).collect();
        self.key("domains", &format!("{{ {} }}", domains.join(", ")));
        if coding.separator != ';' {
            self.text_key("separator", &coding.separator.to_string());
        }
        self.line("");
    }

    fn survey(&mut self, found: &Found, survey: &SurveyDraft) {
        self.line(&format!("# {}\n", "-".repeat(100)));
        self.line("[[survey]]");
        self.unsure(&format!("survey {}", survey.area), survey.doubt.as_ref());
        self.text_key("area", &survey.area);
        if let Some(title) = &survey.title {
            self.unsure(
                &format!("title of {}", survey.area),
                Some(&"the words of the requisitions; say it as readers should see it".to_owned()),
            );
            self.text_key("title", title);
        }
        self.unsure(&format!("level of {}", survey.area), survey.level.doubt.as_ref());
        self.text_key("level", survey.level.value.word());
        self.file(&survey.file, survey.sheet.as_deref());
        if survey.header_rows > 1 {
            self.key("header", &format!("{{ rows = {}, join = {} }}", survey.header_rows, quoted(super::table::JOIN)));
        }
        if let Some(key) = &survey.key {
            let [question, value, label] = key.columns.each_ref().map(|column| quoted(column));
            let sheet = quoted(&key.sheet);
            self.key(
                "value_labels",
                &format!("{{ sheet = {sheet}, question = {question}, value = {value}, label = {label} }}"),
            );
        }
        self.unsure(&format!("respondent id of {}", survey.area), survey.id.doubt.as_ref());
        let mut respondent = vec![format!("id = {}", quoted(&survey.id.value))];
        respondent.extend(survey.name.as_ref().map(|name| format!("name = {}", quoted(name))));
        respondent.extend(survey.code.as_ref().map(|code| format!("code = {}", quoted(code))));
        self.key("respondent", &format!("{{ {} }}", respondent.join(", ")));
        self.left_out(survey);
        self.line("");
        self.unsure(&format!("blocks of {}", survey.area), survey.odd.as_ref());
        self.line("[survey.intervention]");
        if let Some(long) = &survey.long {
            self.text_key("sheet", &long.sheet);
            self.text_key("id", &long.id);
            self.text_key("respondent", &long.respondent);
        }
        for (word, field) in [
            ("title", Field::Title),
            ("activity", Field::Activity),
            ("goal", Field::Goal),
            ("output", Field::Output),
            ("effect", Field::Effect),
            ("funds", Field::Funds),
        ] {
            if let Some(guess) = survey.fields.get(&field) {
                self.unsure(&format!("{word} of {}", survey.area), guess.doubt.as_ref());
                self.text_key(word, &guess.value);
            }
        }
        if survey.unit != "kr" {
            self.text_key("unit", survey.unit);
        }
        self.line("");
        survey.questions.iter().for_each(|question| self.question(found, survey, question));
    }

    fn left_out(&mut self, survey: &SurveyDraft) {
        const MOST: usize = 12;
        if !survey.contacts.is_empty() {
            self.text.push_str(&comment(&format!("Contact data, never read: {}.", survey.contacts.join(", "))));
        }
        if !survey.doubted.is_empty() {
            let names: Vec<String> = survey.doubted.iter().map(|name| quoted(name)).collect();
            let doubt = format!(
                "{} may hold names of persons, and nothing of it is drafted; where it does not, declare it by hand",
                names.join(", ")
            );
            self.unsure(&format!("columns of {}", survey.area), Some(&doubt));
        }
        if !survey.left.is_empty() {
            let more = survey.left.len().saturating_sub(MOST);
            let names: Vec<String> = survey.left.iter().take(MOST).map(|name| quoted(name)).collect();
            let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
            self.text
                .push_str(&comment(&format!("Columns that nothing here names, not read: {}{rest}.", names.join(", "))));
        }
    }

    fn question(&mut self, found: &Found, survey: &SurveyDraft, question: &QuestionDraft) {
        self.line(&format!("[survey.question.{}]", question.id));
        self.unsure(&format!("question {} of {}", question.id, survey.area), question.doubt.as_ref());
        self.text_key(question.form.word(), &question.pattern);
        if let Form::Joined(separator) = &question.form {
            if separator != ";" {
                self.text_key("separator", separator);
            }
            if let Some(options) = found.options_of(survey, question) {
                self.key("options", &list_of(&options));
            }
        }
        if question.per_intervention {
            self.text_key("per", "intervention");
        }
        if !question.answers.is_empty() {
            match found.scales.iter().find(|(_, answers)| *answers == question.answers) {
                Some((name, _)) => self.text_key("scale", name),
                None => self.key("answers", &list_of(&question.answers)),
            }
        }
        if !question.counted.is_empty() {
            self.key("counted", &list_of(&question.counted));
        }
        if let Some((earlier, answer)) = &question.asked_if {
            self.key("asked_if", &format!("{{ question = {}, answers = [{}] }}", quoted(earlier), quoted(answer)));
        }
        self.line("");
    }
}
