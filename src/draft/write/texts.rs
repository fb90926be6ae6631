//! What `study.toml` says of the texts that the codebook's domains are coded from.

use super::{Writer, quoted};
use crate::diagnostic::shown;
use crate::draft::Found;
use crate::draft::programme::Programme;
use crate::draft::survey::SurveyDraft;
use crate::msg;
use crate::study::Field;
use crate::wording::{Text, first_of, joined};

impl Writer {
    /// The texts of another programme than that of a study that declares none.
    pub(super) fn texts(&mut self, programme: &Programme) {
        for text in programme.own_texts() {
            let doubt = programme.is_unexplained(text).then(|| msg!("unsure-text-label"));
            self.unsure(|| msg!("remark-text", text = text.word()), doubt.as_ref());
            self.line(&format!("[text.{}]", text.word()));
            self.key("label", &in_languages(text.label_text()));
            self.line("");
        }
    }

    /// Tells of texts for which no column was recognised, with those that may be theirs.
    pub(super) fn texts_without_column(&mut self, programme: &Programme, survey: &SurveyDraft) {
        const MOST: usize = 8;
        let mut missing = programme.own_texts().filter(|text| !survey.fields.contains_key(&Field::Text(*text)));
        let Some(first) = missing.next() else { return };
        let texts = std::iter::once(first).chain(missing).map(|text| text.word());
        let columns = first_of(survey.texts.iter().map(|pattern| shown(pattern)), MOST, ", ");
        let doubt = msg!(
            "unsure-texts-without-column",
            texts = joined(texts, ", "),
            columns,
            count = survey.texts.len(),
            first = first.word()
        );
        self.unsure(|| msg!("remark-texts", area = survey.area.as_str()), Some(&doubt));
    }
}

impl Writer {
    /// Tells of open questions whose answers the codebook codes, and for which no column was recognised.
    pub(super) fn open_questions_without_column(&mut self, found: &Found) {
        const MOST: usize = 8;
        let drafted = |name: &str| found.surveys.iter().flat_map(|survey| &survey.questions).any(|own| own.id == name);
        let missing = found.programme.open_texts().filter(|name| !drafted(name));
        let left = || found.surveys.iter().flat_map(|survey| &survey.left).map(|pattern| shown(pattern));
        for name in missing.filter(|_| !found.surveys.is_empty()) {
            let (columns, count) = (first_of(left(), MOST, ", "), left().count());
            let doubt = msg!("unsure-open-question", name, columns, count);
            self.unsure(|| msg!("remark-open-question", name), Some(&doubt));
            self.line("");
        }
    }
}

/// A text as a study file has it: alone, or in every language in which there is one.
fn in_languages(text: &Text) -> String {
    match &text.en {
        None => quoted(&text.sv),
        Some(en) => format!("{{ sv = {}, en = {} }}", quoted(&text.sv), quoted(en)),
    }
}
