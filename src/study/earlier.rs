//! Studies of earlier years, and what was called what then.

use super::decode::{Declared, Section};
use super::{STUDY_FILE, Study, Survey};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::wording::{Language, Text};

/// The study of an earlier year: measures of the same names are taken over from it, and what its interventions and answers come to
/// stands beside this year's. What it calls as this study does is the same; what it called otherwise is declared, from then to now.
#[derive(Clone, Debug)]
pub struct EarlierStudy {
    /// Its folder, from this study's.
    pub study: Declared<String>,
    /// Areas by the ids of then, with those of now.
    pub areas: Vec<(String, Declared<String>)>,
    /// Why years cannot be compared, by areas of now.
    pub breaks: Vec<(String, Text)>,
    /// Questions by the ids of then, with those of now.
    pub questions: Vec<(String, Declared<String>)>,
    /// Options and answers as they read then, with what they read now.
    pub options: Vec<(String, Declared<String>)>,
    /// Recipients by the codes of then, with those of now.
    pub recipients: Vec<(String, Declared<String>)>,
    /// The map by which codes were changed since, as `insats codebook migrate` reads it.
    pub codes: Option<Declared<String>>,
    /// Where it is declared.
    pub place: Place,
}

/// Reads one `[[earlier]]`.
pub(super) fn decode(section: &Section<'_>) -> Option<EarlierStudy> {
    let study = section.required_text("study", msg!("key-earlier-study"));
    let [areas, questions, options, recipients] =
        ["areas", "questions", "options", "recipients"].map(|key| section.pairs(key));
    let breaks = section.named_texts("break");
    let codes = section.text("codes");
    Some(EarlierStudy { study: study?, areas, breaks, questions, options, recipients, codes, place: section.place() })
}

impl EarlierStudy {
    /// What an area of then is called now; by itself where nothing else is declared.
    pub fn area_now<'s>(&'s self, then: &'s str) -> &'s str {
        now(&self.areas, then)
    }

    /// What a question of then is called now.
    pub fn question_now<'s>(&'s self, then: &'s str) -> &'s str {
        now(&self.questions, then)
    }

    /// How an option or answer of then reads now.
    pub fn option_now<'s>(&'s self, then: &'s str) -> &'s str {
        now(&self.options, then)
    }

    /// The code that a recipient of then has now.
    pub fn recipient_now<'s>(&'s self, then: &'s str) -> &'s str {
        now(&self.recipients, then)
    }

    /// Why years cannot be compared in an area of now; `None` where they can.
    pub fn break_of(&self, now: &str) -> Option<&Text> {
        self.breaks.iter().find(|(area, _)| area == now).map(|(_, why)| why)
    }
}

fn now<'s>(pairs: &'s [(String, Declared<String>)], then: &'s str) -> &'s str {
    pairs.iter().find(|(known, _)| known == then).map_or(then, |(_, now)| now.value.as_str())
}

impl Study {
    /// The study of an earlier year, where it was loaded.
    pub fn companion(&self, earlier: &EarlierStudy) -> Option<&Study> {
        self.companions.iter().find(|(path, _)| *path == earlier.study.value).map(|(_, study)| study)
    }

    /// The earlier studies with interventions, which are read only where something of them is asked for.
    pub fn earlier_with_surveys(&self) -> impl Iterator<Item = (&EarlierStudy, &Study)> {
        let loaded = self.earlier.iter().filter_map(|own| Some((own, self.companion(own)?)));
        loaded.filter(|(_, other)| !other.surveys.is_empty() && !self.surveys.is_empty())
    }

    /// The earlier studies that are not there: a study of surveys that lies alone is still run, without what they would say. Accounts
    /// take measures over, without which their tables have gaps, and cannot.
    pub fn missing_earlier(&self) -> impl Iterator<Item = &EarlierStudy> {
        let is_missing = |own: &&EarlierStudy| !self.path(&own.study.value).join(STUDY_FILE).is_file();
        self.earlier.iter().filter(|_| !self.surveys.is_empty()).filter(is_missing)
    }

    /// Tells which earlier studies are not there.
    pub(super) fn tell_missing_earlier(&self) -> Diagnostics {
        let mut told = Diagnostics::new();
        for own in self.missing_earlier() {
            let message = msg!("earlier-missing", folder = shown(&own.study.value));
            told.push(Diagnostic::warning(own.study.place.clone(), message));
        }
        told
    }

    /// Checks what is declared of earlier studies, once they are loaded.
    pub(super) fn check_earlier(&self, messages: &mut Diagnostics) {
        let mut years: Vec<(i64, &EarlierStudy)> = Vec::new();
        for (own, other) in self.earlier_with_surveys() {
            if other.year >= self.year {
                let message = msg!("earlier-not-before", then = other.year.to_string(), now = self.year.to_string());
                messages.push(Diagnostic::error(own.study.place.clone(), message));
            } else if let Some((_, first)) = years.iter().find(|(year, _)| *year == other.year) {
                let message = msg!("earlier-twice", year = other.year.to_string(), other = first.study.place.clone());
                messages.push(Diagnostic::error(own.study.place.clone(), message));
            }
            years.push((other.year, own));
            Names { own, messages }.check(self, other);
        }
    }
}

/// The names that one `[[earlier]]` declares.
struct Names<'n> {
    own: &'n EarlierStudy,
    messages: &'n mut Diagnostics,
}

impl Names<'_> {
    fn check(&mut self, now: &Study, then: &Study) {
        let own = self.own;
        let areas = |study: &Study| -> Vec<String> { study.surveys.iter().map(|survey| survey.area.clone()).collect() };
        let questions = |study: &Study| -> Vec<String> {
            let all = study.surveys.iter().flat_map(|survey: &Survey| &survey.questions);
            all.map(|question| question.id.clone()).collect()
        };
        self.known("areas", &own.areas, (&areas(then), &areas(now)));
        self.known("questions", &own.questions, (&questions(then), &questions(now)));
        let known = areas(now);
        for (area, _) in own.breaks.iter().filter(|(area, _)| !known.contains(area)) {
            self.unknown("break", area, &known, &own.place);
        }
        let says_nothing = |why: &Text| why.get(Language::Swedish).trim().is_empty();
        for (area, _) in own.breaks.iter().filter(|(_, why)| says_nothing(why)) {
            let message = msg!("earlier-break-without-reason", area = shown(area));
            self.messages.push(Diagnostic::error(own.place.clone(), message));
        }
        let here: Vec<&str> = then.surveys.iter().map(|survey| own.area_now(&survey.area)).collect();
        for (area, _) in own.breaks.iter().filter(|(area, _)| known.contains(area) && !here.contains(&area.as_str())) {
            let message = msg!("earlier-break-of-nothing", area = shown(area), year = then.year.to_string());
            self.messages.push(Diagnostic::error(own.place.clone(), message));
        }
    }

    /// Reports names that neither study has, where they should stand.
    fn known(&mut self, key: &'static str, pairs: &[(String, Declared<String>)], known: (&[String], &[String])) {
        for (then, now) in pairs {
            if !known.0.contains(then) {
                self.unknown(key, then, known.0, &now.place);
            }
            if !known.1.contains(&now.value) {
                self.unknown(key, &now.value, known.1, &now.place);
            }
        }
    }

    fn unknown(&mut self, key: &'static str, name: &str, known: &[String], place: &Place) {
        let suggestion = did_you_mean(name, known.iter().map(String::as_str));
        let message = msg!("earlier-name-unknown", key, name = shown(name), suggestion);
        self.messages.push(Diagnostic::error(place.clone(), message));
    }
}
