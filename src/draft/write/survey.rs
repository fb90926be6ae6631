//! What `study.toml` says of a survey and its questions.

use std::collections::BTreeSet;

use super::{Writer, list_of, quoted};
use crate::diagnostic::shown;
use crate::draft::Found;
use crate::draft::question_draft::{Form, QuestionDraft};
use crate::draft::survey::SurveyDraft;
use crate::draft::table::Finished;
use crate::msg;
use crate::study::Header;
use crate::wording::joined;

/// An entry of `only`.
fn only(column: &str, texts: &[String]) -> String {
    let value = match texts {
        [one] => quoted(one),
        several => list_of(several),
    };
    format!("{} = {value}", quoted(column))
}

/// Texts, of those that differ in nothing but capitals the first.
fn once(texts: &[String]) -> Vec<String> {
    let mut known = BTreeSet::new();
    texts.iter().filter(|text| known.insert(text.to_lowercase())).cloned().collect()
}

/// Words and what stands for them, as a TOML table in a line.
fn table_of(pairs: &[(String, String)]) -> String {
    let entries: Vec<String> =
        pairs.iter().map(|(word, code)| format!("{} = {}", quoted(word), quoted(code))).collect();
    format!("{{ {} }}", entries.join(", "))
}

impl Writer {
    pub(super) fn survey(&mut self, found: &Found, survey: &SurveyDraft) {
        self.line(&format!("# {}\n", "-".repeat(100)));
        let area = survey.area.as_str();
        self.line("[[survey]]");
        survey.tool.iter().for_each(|tool| self.comment(&msg!("drafted-tool", tool = *tool)));
        survey.form.iter().for_each(|form| self.comment(&msg!("drafted-form", file = shown(form))));
        self.unsure(|| msg!("remark-survey", area), survey.doubt.as_ref());
        self.text_key("area", &survey.area);
        if let Some(title) = &survey.title {
            self.unsure(|| msg!("remark-title-of", area), Some(&msg!("unsure-title-of-area")));
            self.text_key("title", title);
        }
        self.unsure(|| msg!("remark-level", of = area), survey.level.doubt.as_ref());
        self.text_key("level", survey.level.value.word());
        self.file(&survey.file, survey.sheet.as_deref());
        if survey.is_rows() {
            self.text_key("rows", "interventions");
        }
        self.header(&survey.header);
        self.only_finished(survey, survey.only.as_ref(), &survey.finished);
        self.optional("id_prefix", survey.id_prefix.as_deref());
        if let Some(list) = &survey.labels {
            let keys = [
                ("file", list.file.as_ref()),
                ("sheet", list.sheet.as_ref()),
                ("question", Some(&list.question)),
                ("part", list.part.as_ref()),
                ("value", Some(&list.value)),
                ("label", Some(&list.label)),
            ];
            let keys = keys.into_iter().filter_map(|(key, value)| Some(format!("{key} = {}", quoted(value?))));
            self.key("value_labels", &format!("{{ {} }}", keys.collect::<Vec<_>>().join(", ")));
        }
        self.unsure(|| msg!("remark-id", area), survey.id.doubt.as_ref());
        let columns = [("id", &survey.id.value), ("name", &survey.name), ("code", &survey.code)];
        let respondent: Vec<String> = columns
            .into_iter()
            .filter_map(|(key, column)| column.as_ref().map(|column| format!("{key} = {}", quoted(column))))
            .collect();
        self.key("respondent", &format!("{{ {} }}", respondent.join(", ")));
        self.left_out(survey);
        self.line("");
        self.unsure(|| msg!("remark-blocks", area), survey.odd.as_ref());
        self.line("[survey.intervention]");
        if let Some(long) = &survey.long {
            let keys = [("file", &long.file), ("sheet", &long.sheet)];
            keys.into_iter().for_each(|(key, value)| value.iter().for_each(|value| self.text_key(key, value)));
            if long.respondent.is_some() {
                self.header(&long.header);
                self.only_finished(survey, long.only.as_ref(), &long.finished);
            }
            match long.id.as_slice() {
                [] => {}
                [one] => self.text_key("id", one),
                several => self.key("id", &list_of(several)),
            }
            self.optional("respondent", long.respondent.as_deref());
        }
        for (field, guess) in &survey.fields {
            self.unsure(|| msg!("remark-field", key = field.word(), area), guess.doubt.as_ref());
            self.text_key(field.word(), &guess.value);
        }
        self.texts_without_column(&found.programme, survey);
        self.unit_key(survey.unit);
        self.line("");
        survey.questions.iter().for_each(|question| self.question(found, survey, question));
    }

    /// Which rows are of this part, and which of them were sent in and count.
    fn only_finished(&mut self, survey: &SurveyDraft, part: Option<&(String, String)>, all: &[(String, Finished)]) {
        let mut keys: Vec<String> =
            part.into_iter().map(|(column, text)| only(column, std::slice::from_ref(text))).collect();
        for (column, finished) in all {
            let (name, count) = (shown(column), finished.left);
            if count == 0 {
                self.comment(&msg!("drafted-all-sent-in", column = name));
                continue;
            }
            self.comment(&msg!("drafted-only-sent-in", column = name.clone(), count));
            let doubt = (finished.is_doubted && survey.is_rows()).then(|| msg!("unsure-whose-status", column = name));
            self.unsure(|| msg!("remark-only", area = survey.area.as_str()), doubt.as_ref());
            keys.push(only(column, &finished.texts));
        }
        if !keys.is_empty() {
            self.key("only", &format!("{{ {} }}", keys.join(", ")));
        }
    }

    fn header(&mut self, header: &Header) {
        let rows = header.rows;
        let join = || format!("join = {}", quoted(&header.join));
        let named = match header.keep.as_slice() {
            [] => (rows > 1).then(join),
            keep => Some(format!("keep = {keep:?}")),
        };
        let rows = (rows != 1).then(|| format!("rows = {rows}"));
        let flags = [("numbered", header.numbered), ("coded", header.coded), ("asked_again", header.asked_again)];
        let keys = rows
            .into_iter()
            .chain(named)
            .chain(flags.into_iter().filter(|(_, is)| *is).map(|(key, is)| format!("{key} = {is}")));
        let keys = keys.collect::<Vec<_>>().join(", ");
        if !keys.is_empty() {
            self.key("header", &format!("{{ {keys} }}"));
        }
    }

    fn left_out(&mut self, survey: &SurveyDraft) {
        const MOST: usize = 12;
        if !survey.contacts.is_empty() {
            self.comment(&msg!("drafted-contacts", columns = joined(&survey.contacts, ", ")));
        }
        if !survey.doubted.is_empty() {
            let columns = joined(survey.doubted.iter().map(|name| quoted(name)), ", ");
            let what = || msg!("remark-columns", of = survey.area.as_str());
            self.unsure(what, Some(&msg!("unsure-persons", columns)));
        }
        if !survey.left.is_empty() {
            let more = survey.left.len().saturating_sub(MOST);
            let columns = joined(survey.left.iter().take(MOST).map(|name| quoted(name)), ", ");
            self.comment(&msg!("drafted-left", columns, more));
        }
    }

    fn question(&mut self, found: &Found, survey: &SurveyDraft, question: &QuestionDraft) {
        self.line(&format!("[survey.question.{}]", question.id));
        let (id, area) = (question.id.as_str(), survey.area.as_str());
        self.unsure(|| msg!("remark-question", id, area), question.doubt.as_ref());
        self.text_key(question.form.word(), &question.pattern);
        if let Form::Joined(separator) = &question.form {
            if separator != ";" {
                self.text_key("separator", separator);
            }
            let holds_sign =
                question.codes.is_empty() && question.options.iter().any(|option| option.contains(separator));
            let own = || holds_sign.then(|| once(&question.options));
            let of_another = || found.options_of(survey, question).filter(|_| question.codes.is_empty());
            if let Some(options) = of_another().or_else(own) {
                self.key("options", &list_of(&options));
            }
        }
        if !question.codes.is_empty() {
            let key = if question.form == Form::Choice { "answers" } else { "options" };
            self.key(key, &table_of(&question.codes));
        }
        if question.per_intervention {
            self.text_key("per", "intervention");
        }
        if question.codes.is_empty() && !question.answers.is_empty() {
            match found.scales.iter().find(|(_, answers)| *answers == question.answers) {
                Some((name, _)) => self.text_key("scale", name),
                None => self.key("answers", &list_of(&question.answers)),
            }
        }
        if let Some((other, column)) = &question.other {
            self.text_key("other", other);
            self.text_key("other_column", column);
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
