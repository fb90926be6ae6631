//! What headers may speak of: the texts that the codebook's domains are coded from, those domains, and the used funds.
//!
//! The vocabulary of drafts knows the texts of a study that declares none. Those of another programme are told by their names in
//! the codebook, in both languages, and by the vocabulary where such a name is in it, as `Utfall` is.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::words::{Family, field_points, has};
use crate::codebook::{ALL_TEXTS, Codebook, Domain, DomainUse, UnitKind};
use crate::study::{Field, TextName, TextNames};
use crate::wording::Text;

/// The texts, domains and words of a codebook.
#[derive(Clone)]
pub struct Programme(Arc<Content>);

struct Content {
    texts: TextNames,
    /// Names of texts that the codebook uses and does not explain; nothing where the texts are those of any study.
    own: Option<Vec<String>>,
    fields: Vec<(Field, Words)>,
    domains: Vec<DomainWords>,
    /// What respondents are asked in their own words, by the names of the questions.
    open: Vec<(String, Words)>,
}

/// The words by which headers speak of something.
#[derive(Clone, Default)]
struct Words {
    /// Its names, in small letters.
    names: Vec<String>,
    /// What of the vocabulary it is.
    family: Option<Family>,
}

struct DomainWords {
    domain: Domain,
    words: Words,
    /// The domain that it is shown beside.
    beside: Option<String>,
}

impl Default for Programme {
    fn default() -> Self {
        static NO_CODEBOOK: LazyLock<Programme> = LazyLock::new(|| Programme::with_domains(&[]));
        NO_CODEBOOK.clone()
    }
}

impl Programme {
    /// That of a codebook.
    pub fn of(codebook: &Codebook) -> Self {
        Self::with_domains(&codebook.domains)
    }

    fn with_domains(declared: &[DomainUse]) -> Self {
        let of_interventions: Vec<&DomainUse> = declared.iter().filter(|own| own.id.is_of_interventions()).collect();
        let domain = |own: &&DomainUse| {
            let beside = own.attains.clone().or_else(|| own.result_of.clone());
            DomainWords { domain: own.id, words: Words::of_domain(own), beside }
        };
        let domains = of_interventions.iter().map(domain).collect();
        let open = open_texts(declared);
        let usual = TextNames::default();
        let read = texts_of(&of_interventions);
        if read.iter().all(|text| usual.field(text.name).is_some()) {
            let words = |field: Field| (field, Words { names: Vec::new(), family: Family::of_word(field.word()) });
            let fields = usual.fields().map(words).collect();
            return Self(Arc::new(Content { texts: usual, own: None, fields, domains, open }));
        }
        let unexplained = read.iter().filter(|text| text.domain.is_none()).map(|text| text.name.to_owned()).collect();
        let texts = TextNames::declared(read.iter().map(|text| (text.name.to_owned(), text.label())));
        let words = |field: Field| {
            let known = || Words { names: Vec::new(), family: Family::of_word(field.word()) };
            let own = read.iter().find(|text| text.name == field.word());
            (field, own.map_or_else(known, ReadText::words))
        };
        let fields = texts.fields().map(words).collect();
        Self(Arc::new(Content { texts, own: Some(unexplained), fields, domains, open }))
    }

    /// The texts that the study has to declare, the title left out; none where they are those of any study.
    pub fn own_texts(&self) -> impl Iterator<Item = TextName> {
        self.texts().filter(|_| self.0.own.is_some())
    }

    /// The open questions whose answers the codebook's domains code, by their names.
    pub fn open_texts(&self) -> impl Iterator<Item = &str> {
        self.0.open.iter().map(|(name, _)| name.as_str())
    }

    /// The points by which the name of a column speaks for an open question.
    pub fn open_points(&self, column: &str, name: &str) -> usize {
        self.0.open.iter().find(|(own, _)| own == name).map_or(0, |(_, words)| words.points(column))
    }

    /// Whether the codebook does not say what readers call a text.
    pub fn is_unexplained(&self, text: TextName) -> bool {
        self.0.own.iter().flatten().any(|name| name == text.word())
    }

    /// The texts, without the title.
    fn texts(&self) -> impl Iterator<Item = TextName> {
        self.0.texts.iter().filter(|text| !text.is_title())
    }

    /// All fields, in their order: the title, the texts, the used funds.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.0.fields.iter().map(|(field, _)| *field)
    }

    /// The text of what was done: the one that the vocabulary calls so, else the first.
    pub fn main(&self) -> Option<Field> {
        let is_activity = |(_, words): &&(Field, Words)| words.family == Some(Family::Activity);
        let named = self.0.fields.iter().find(is_activity).map(|(field, _)| *field);
        named.or_else(|| self.texts().next().map(Field::Text))
    }

    /// Whether, where no header says what was done, the longest texts are that.
    pub fn takes_longest(&self) -> bool {
        self.0.own.is_none() || self.texts().count() == 1
    }

    /// Whether columns, and others of running text, may say what was done.
    pub fn is_told<T>(&self, fields: &BTreeMap<Field, T>, others: &[String]) -> bool {
        let text = |field: &Field| field.text().is_some_and(|text| !text.is_title());
        match self.0.own {
            None => self.main().is_some_and(|main| fields.contains_key(&main)),
            Some(_) => fields.keys().any(text) || !others.is_empty(),
        }
    }

    /// The points by which a name speaks for a field.
    pub fn points(&self, name: &str, field: Field) -> usize {
        self.0.fields.iter().find(|(own, _)| *own == field).map_or(0, |(_, words)| words.points(name))
    }

    /// Whether a name speaks as much for several of the programme's own texts: then nobody can tell.
    pub fn is_ambiguous(&self, name: &str) -> bool {
        let points = self.own_texts().map(|text| self.points(name, Field::Text(text)));
        let points: Vec<usize> = points.filter(|points| *points > 0).collect();
        let most = points.iter().max();
        points.iter().filter(|points| Some(*points) == most).count() > 1
    }

    /// The domains of interventions, in the codebook's order.
    pub fn domains(&self) -> impl Iterator<Item = Domain> {
        self.0.domains.iter().map(|own| own.domain)
    }

    /// The domains that a name speaks of most, in the codebook's order; none where two that the vocabulary cannot tell apart do.
    pub fn domains_in(&self, name: &str) -> Vec<Domain> {
        let points: Vec<(usize, &DomainWords)> =
            self.0.domains.iter().map(|own| (own.words.points(name), own)).filter(|(points, _)| *points > 0).collect();
        let most = points.iter().map(|(points, _)| *points).max().unwrap_or_default();
        let best: Vec<&DomainWords> = points.iter().filter(|(own, _)| *own == most).map(|(_, own)| *own).collect();
        let same = |one: &&DomainWords| {
            let family = one.words.family;
            best.iter().filter(|other| other.words.family == family).count() > 1
        };
        if best.iter().any(same) { Vec::new() } else { best.iter().map(|own| own.domain).collect() }
    }

    /// Whether a name speaks of a domain.
    pub fn names_domain(&self, name: &str) -> bool {
        self.0.domains.iter().any(|own| own.words.points(name) > 0)
    }

    /// The domains of a figure each: two that belong together, as an output and what it is the result of, or one.
    pub fn figures(&self) -> Vec<Vec<Domain>> {
        let shown = || self.0.domains.iter().filter(|own| !own.domain.reads(ALL_TEXTS));
        let mut figures: Vec<Vec<Domain>> = Vec::new();
        for own in shown() {
            let beside = self.beside(own);
            let first = figures.iter_mut().find(|figure| figure.len() == 1 && figure.first().copied() == beside);
            match first {
                Some(figure) => figure.push(own.domain),
                None => figures.push(vec![own.domain]),
            }
        }
        figures
    }

    /// The domain that one is shown beside: as the codebook says, or as the vocabulary has it.
    fn beside(&self, own: &DomainWords) -> Option<Domain> {
        if let Some(declared) = &own.beside {
            return self.domains().find(|domain| domain.word() == declared);
        }
        let family = own.words.family?.beside()?;
        self.0.domains.iter().find(|other| other.words.family == Some(family)).map(|other| other.domain)
    }
}

/// The open questions that domains of respondents code, each with the words of its domain and its own name.
fn open_texts(declared: &[DomainUse]) -> Vec<(String, Words)> {
    let of_respondents: Vec<&DomainUse> = declared.iter().filter(|own| own.id.unit() == UnitKind::Respondent).collect();
    texts_of(&of_respondents).iter().map(|text| (text.name.to_owned(), text.words())).collect()
}

/// A text that domains are coded from.
struct ReadText<'c> {
    name: &'c str,
    /// The domain of its name, or the only one that is coded from it alone.
    domain: Option<&'c DomainUse>,
}

/// The texts that domains are coded from, in their order.
fn texts_of<'c>(domains: &[&'c DomainUse]) -> Vec<ReadText<'c>> {
    let mut found: Vec<ReadText<'c>> = Vec::new();
    let names = |own: &'c DomainUse| -> Vec<&'c str> {
        match own.texts.as_slice() {
            _ if own.id.reads(ALL_TEXTS) => Vec::new(),
            [] => vec![own.id.word()],
            texts => texts.iter().map(String::as_str).collect(),
        }
    };
    for name in domains.iter().flat_map(|own| names(own)) {
        if found.iter().all(|known| known.name != name) {
            let of_name = domains.iter().find(|own| own.id.word() == name);
            let mut alone = domains.iter().filter(|own| names(own) == [name]);
            let domain = of_name.or_else(|| alone.next().filter(|_| alone.next().is_none())).copied();
            found.push(ReadText { name, domain });
        }
    }
    found
}

impl ReadText<'_> {
    /// What readers call it: what the domain is called, or its own name.
    fn label(&self) -> Text {
        let own = || {
            let name = self.name.replace(['_', '-'], " ");
            let mut letters = name.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            Text { sv: first.chain(letters).collect(), en: None }
        };
        self.domain.map_or_else(own, |domain| domain.label.clone())
    }

    fn words(&self) -> Words {
        let mut words = self.domain.map(Words::of_domain).unwrap_or_default();
        words.add(self.name);
        words.family = Family::of_names(&words.names);
        words
    }
}

impl Words {
    fn of_domain(own: &DomainUse) -> Self {
        let mut words = Self::default();
        let labels = [&own.label, &own.plural].into_iter().flat_map(|text| [Some(&text.sv), text.en.as_ref()]);
        labels.flatten().for_each(|label| words.add(label));
        words.add(own.id.word());
        words.family = Family::of_names(&words.names);
        words
    }

    /// Adds a name; a short one is met only whole.
    fn add(&mut self, name: &str) {
        const SHORT: usize = 3;
        let mut name = name.to_lowercase().replace(['_', '-'], " ");
        if name.chars().count() <= SHORT {
            name.push('.');
        }
        if !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    /// The points by which a name speaks for it: its own names count more than words of the vocabulary, the name alone most.
    fn points(&self, name: &str) -> usize {
        const ALONE: usize = 6;
        const NAMED: usize = 3;
        let lower = name.to_lowercase().replace(['_', '-'], " ");
        let by_name = match () {
            () if self.names.iter().any(|own| own.trim_end_matches('.') == lower.trim()) => ALONE,
            () if self.names.iter().any(|own| has(&lower, own)) => NAMED,
            () => 0,
        };
        by_name + self.family.map_or(0, |family| field_points(name, family))
    }
}
