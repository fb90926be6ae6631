//! Numbers and places in rankings that no claim states, held against the study's data.
//!
//! A sentence names what its numbers count: a value, as a code or an option, by the words of its label; what such values are called
//! together, as goals; and by where it stands an area. Where that leaves one number of the data, the sentence is held against it. Where it
//! leaves several, one that fits is enough, and none accuses.

mod areas;
mod asked;
mod beside;
mod change;
mod compared;
mod levels;
mod lexicon;
mod mention;
mod number;
mod place;
mod ranked;
mod slip;
mod total;
mod words;

use std::ops::Range;

use rayon::prelude::*;

use super::clause::clause;
use super::pair::{Paired, Pairing, Standing, years};
use super::reference::{Amiss, Doubt};
use super::subjects::Subjects;
use super::text::Sentence;
use crate::claims::numbers::Figure;
use crate::claims::{Total, Totalled};
use crate::exact::Exact;
use areas::Areas;
use mention::Breakdowns;
use place::Place;
use words::{ALL_AREAS, OF_ALL, SUMMARY, begins};

/// A number of so many digits is exact.
const EXACT: usize = 3;
/// How all areas are called together, and what is none of them.
const ALL: &str = "";
const NONE: &str = "-";
/// What stands around what others say, and how many words are more than a name.
const QUOTES: [char; 3] = ['”', '“', '"'];
const QUOTED: usize = 3;
/// What the data say of a number or a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// They say so.
    Shown,
    /// They say something else.
    Other(Truth),
}

/// What the data say instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Truth {
    /// What is wrong, in bytes of the sentence.
    range: Range<usize>,
    /// What the data say.
    truth: String,
    /// What it is said of; nothing for a total or a ranking.
    of: String,
    /// The sentence with it; `None` where that cannot be put in.
    corrected: Option<String>,
    /// Whether there is no doubt that it is this that is meant.
    is_certain: bool,
}

impl Truth {
    /// Of a number that something else is put in the place of.
    fn new(text: &str, range: Range<usize>, put: String, of: String) -> Self {
        let corrected =
            text.get(..range.start).zip(text.get(range.end..)).map(|(before, after)| format!("{before}{put}{after}"));
        Self { range, truth: put, of, corrected, is_certain: false }
    }

    fn doubt(self, sentence: &Sentence) -> Doubt {
        let own = sentence.text.get(self.range.clone()).unwrap_or_default().to_owned();
        let truth = self.corrected.filter(|_| sentence.cell.is_none());
        let what = Amiss::Data { own, truth: self.truth, of: self.of };
        Doubt { truth, ..Doubt::of(sentence, self.range, what) }
    }
}

/// Holds the numbers of sentences, each already held against claims, against the data: what they say is shown, what they do not say is told.
pub(super) fn hold(
    sentences: &[Sentence],
    paired: &mut [Vec<Paired>],
    pairing: &Pairing,
    subjects: &Subjects,
) -> Vec<Doubt> {
    let holding = Holding {
        known: Breakdowns::new(&subjects.tallies),
        totals: &subjects.totals,
        areas: Areas::new(subjects),
        pairing,
        subjects,
    };
    let held = |(sentence, paired): (&Sentence, &mut Vec<Paired>)| {
        let area = pairing.area(sentence);
        holding.hold(sentence, paired, area)
    };
    sentences.par_iter().zip(paired.par_iter_mut()).flat_map_iter(held).collect()
}

struct Holding<'h> {
    known: Breakdowns<'h>,
    totals: &'h [Totalled],
    areas: Areas,
    pairing: &'h Pairing,
    subjects: &'h Subjects,
}

impl Holding<'_> {
    fn hold(&self, sentence: &Sentence, paired: &mut [Paired], area: Option<usize>) -> Vec<Doubt> {
        let figures: Vec<Figure> = paired.iter().map(|own| own.figure.clone()).collect();
        let all: Vec<&Figure> = figures.iter().collect();
        let whole = self.place(sentence, &all, area, &sentence.text);
        let mut doubts = Vec::new();
        let same = paired.iter().filter(|own| own.standing == Standing::Same && !own.figure.is_word());
        let stated: Vec<_> = same.map(|own| (own.claim, own.stated, own.figure.range.start)).collect();
        for own in paired {
            if is_quoted(&sentence.text, &own.figure) {
                continue;
            }
            let (here, is_named) = self.pairing.area_of(sentence, &own.figure, &all, area);
            let own_place = (here != area || is_named).then(|| {
                let alike: Vec<&Figure> =
                    all.iter().copied().filter(|other| other.is_word() == own.figure.is_word()).collect();
                let clause = sentence.text.get(clause(&sentence.text, &own.figure, &alike));
                self.place(sentence, &all, here, clause.filter(|_| is_named).unwrap_or(&sentence.text))
            });
            if std::env::var("KNOWN").is_ok() {
                eprintln!(
                    "{:?} {:?} claim {:?} {:?} -> {:?}",
                    sentence.text.get(own.figure.range.clone()),
                    here,
                    own.claim,
                    own.standing,
                    self.told(own_place.as_ref().unwrap_or(&whole), &own.figure)
                );
            }
            match self.told(own_place.as_ref().unwrap_or(&whole), &own.figure) {
                // What is so this year clears nothing of another one.
                Some(Told::Shown) if own.differs() && self.is_of_other_year(sentence, &own.figure, &all) => {}
                Some(Told::Shown) => own.is_shown(),
                Some(Told::Other(truth)) if !own.is_covered() => {
                    own.is_refuted();
                    doubts.push(truth.doubt(sentence));
                }
                Some(Told::Other(truth)) if own.differs() => own.around = truth.range,
                Some(Told::Other(truth))
                    if own.standing == Standing::Same
                        && (self.overrules(sentence, own, &truth) || is_said_again(&stated, own)) =>
                {
                    own.is_refuted();
                    doubts.push(truth.doubt(sentence));
                }
                Some(Told::Other(_)) | None => {}
            }
        }
        doubts
    }

    /// Whether the clause of a number names another year.
    fn is_of_other_year(&self, sentence: &Sentence, figure: &Figure, all: &[&Figure]) -> bool {
        let own = sentence.text.get(clause(&sentence.text, figure, all)).unwrap_or_default();
        years(own).iter().any(|year| *year != self.subjects.year)
    }

    /// Where a sentence stands that speaks of an area; `text` is what of it may name others.
    fn place<'p>(
        &'p self,
        sentence: &'p Sentence,
        all: &'p [&'p Figure],
        area: Option<usize>,
        text: &str,
    ) -> Place<'p> {
        let own = area.and_then(|at| self.subjects.areas.get(at));
        let none = if is_of_all(sentence) { ALL } else { NONE };
        let (area, title) = own.map_or((none, ""), |(id, title, _)| (id.as_str(), title.as_str()));
        Place {
            sentence,
            area,
            title,
            all,
            asked: &self.areas.asked,
            own_asked: self.areas.asked(area),
            respondents: self.respondents(area),
            language: self.subjects.language,
            years: years(&sentence.text).into_iter().filter(|year| *year != self.subjects.year).collect(),
            names_others: self.areas.are_others_named(text, area),
        }
    }

    /// Whether what the data say counts more than a claim that says the same: of a place in a ranking, where the claim may be of other values;
    /// and of a number in digits, where the claim's may be a rough one.
    fn overrules(&self, sentence: &Sentence, own: &Paired, truth: &Truth) -> bool {
        let digits = sentence.text.get(own.figure.digits.clone()).unwrap_or_default();
        let is_exact = digits.chars().filter(char::is_ascii_digit).count() >= EXACT;
        sentence.cell.is_none()
            && (truth.is_certain || own.figure.is_word() && truth.range != own.figure.range || is_exact)
    }

    /// How many answered the survey of an area.
    fn respondents(&self, area: &str) -> Exact {
        let mut of_area = self.totals.iter().filter(|total| total.area.as_deref() == Some(area));
        of_area.find(|total| total.of == Total::Respondents).map_or(Exact::ZERO, |total| total.number)
    }

    fn told(&self, place: &Place<'_>, figure: &Figure) -> Option<Told> {
        let near = place.near(&self.known.lexicon, figure);
        if figure.is_word() {
            let of_change = change::told(&self.known, place, &near, figure);
            return of_change
                .or_else(|| compared::told((&self.known, &self.areas), place, &near, figure))
                .or_else(|| ranked::told(&self.known, place, &near, figure));
        }
        if let Some(told) = beside::told(place, figure) {
            return Some(told);
        }
        if let Some(told) = change::points(place, figure).or_else(|| total::base(&self.known, place, figure)) {
            return Some(told);
        }
        let of_value = number::told(&self.known, place, &near, figure);
        let data = (&self.known, self.totals);
        of_value
            .or_else(|| asked::told(data, place, figure))
            .or_else(|| total::told(data, place, &near, figure))
            .or_else(|| slip::told(data, place, figure))
    }
}

/// Whether a sentence that names no area speaks of all: it says so, or stands where a report speaks of all.
fn is_of_all(sentence: &Sentence) -> bool {
    let is_all = |text: &str| OF_ALL.iter().any(|words| format!(" {} ", text.to_lowercase()).contains(words));
    let has = |text: &String| begins(text, &ALL_AREAS) || is_all(text);
    sentence.headings.iter().any(|text| begins(text, &SUMMARY)) || has(&sentence.text) || has(&sentence.before)
}

/// Whether a claim's number stands in a sentence twice: it is that of one of them.
fn is_said_again(stated: &[(Option<usize>, Option<usize>, usize)], own: &Paired) -> bool {
    let is_it = |(claim, number, at): &&(_, _, usize)| {
        (*claim, *number) == (own.claim, own.stated) && *at < own.figure.range.start
    };
    stated.iter().any(|other| is_it(&other))
}

/// Whether a number is said by somebody else: it stands within quotation marks, and not as a single word.
fn is_quoted(text: &str, figure: &Figure) -> bool {
    let (before, behind) = (text.get(..figure.range.start), text.get(figure.range.end..));
    let Some((before, behind)) = before.zip(behind) else { return false };
    let is_open = before.matches(QUOTES).count() % 2 == 1 && behind.contains(QUOTES);
    let from = before.rfind(QUOTES).unwrap_or(0);
    let to = behind.find(QUOTES).unwrap_or(behind.len());
    is_open && before[from..].split_whitespace().chain(behind[..to].split_whitespace()).count() >= QUOTED
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::{Measured, Tallied, Tally};
    use crate::manuscript::sentences;
    use crate::wording::Language;

    fn tally(of: &str, group: &str, answers: &[&str], measured: Measured, base: i64, values: &[(&str, i64)]) -> Tally {
        let value = |(label, number): &(&str, i64)| Tallied {
            label: (*label).to_owned(),
            number: Exact::whole(*number),
            before: (measured == Measured::Interventions && *label == "Ökad tillgänglighet")
                .then(|| (Exact::whole(50), Exact::whole(120))),
        };
        Tally {
            area: "barn".to_owned(),
            of: of.to_owned(),
            group: group.to_owned(),
            is_of_domain: answers.is_empty() && of != "responsible" && of != "partners",
            answers: answers.iter().map(|answer| (*answer).to_owned()).collect(),
            is_of_first_answer: answers == ["Ja"],
            measured,
            is_of_subcodes: false,
            values: values.iter().map(value).collect(),
            base: Exact::whole(base),
        }
    }

    /// Twenty-one regions with 133 interventions for 553 million kronor.
    fn study() -> Subjects {
        let (tillgang, kvalitet, jamlikhet) =
            ("Ökad tillgänglighet", "Ökad vård- och omsorgskvalitet", "Ökad jämlikhet");
        let goals = [(tillgang, 61), (kvalitet, 72), (jamlikhet, 25)];
        let money = [(tillgang, 210_400_000), (kvalitet, 342_200_000), (jamlikhet, 50_000_000)];
        let who =
            [("Enskilda (t.ex. patienter)", 8), ("Brukar- och anhörigorganisationer", 11), ("Andra organisationer", 2)];
        let tallies = vec![
            tally("goal", "Mål Mål", &[], Measured::Interventions, 133, &goals),
            tally("goal", "Mål Mål", &[], Measured::Funds, 553_000_000, &money),
            tally("effect", "Effekt Effekter", &[], Measured::Interventions, 133, &[(tillgang, 31), (kvalitet, 27)]),
            tally("responsible", "Ansvarig verksamhet", &[], Measured::Interventions, 133, &[("Primärvården", 26)]),
            tally("partners", "Samarbetspartner", &[], Measured::Interventions, 133, &[("Primärvården", 48)]),
            tally("influence", "Har någon medverkat?", &["Ja"], Measured::Respondents, 21, &who),
        ];
        let total = |of, number: i64| Totalled {
            area: Some("barn".to_owned()),
            asked: Some("2 regioner".to_owned()),
            of,
            number: Exact::whole(number),
        };
        Subjects {
            areas: vec![
                ("barn".to_owned(), "Barn och unga".to_owned(), "regioner".to_owned()),
                ("vuxna".to_owned(), "Psykiatrisk traumavård".to_owned(), "kommuner".to_owned()),
            ],
            year: 2024,
            tallies,
            totals: vec![
                total(Total::Interventions, 133),
                total(Total::Respondents, 21),
                total(Total::Requisitioned, 553_000_000),
            ],
            language: Language::Swedish,
            ..Subjects::default()
        }
    }

    /// What is told of a text under the heading of the area: what is wrong, and what the data say.
    fn told(text: &str) -> Vec<(String, String)> {
        let study = study();
        let text = format!("# Barn och unga\n\n{text}\n");
        let sentences = sentences(text.as_bytes(), "m").unwrap_or_default();
        let pairing = Pairing::new(&[], &[], &study);
        let mut paired = pairing.pair_all(&sentences);
        let doubts = hold(&sentences, &mut paired, &pairing, &study);
        let said = |doubt: Doubt| match doubt.what {
            Amiss::Data { own, truth, .. } => (own, truth),
            other => (format!("{other:?}"), String::new()),
        };
        doubts.into_iter().map(said).collect()
    }

    #[test]
    fn numbers_of_a_value_are_those_of_the_data() {
        for (text, wrong) in [
            ("Ökad tillgänglighet är mål i 61 insatser.", None),
            ("Ökad tillgänglighet är mål i 31 insatser.", Some(("31", "61"))),
            ("Som effekt finns ökad tillgänglighet i 31 av 133 insatser.", None),
            ("Som effekt finns ökad tillgänglighet i 31 av 113 insatser.", Some(("31 av 113", "31 av 133"))),
            ("Till målet ökad tillgänglighet gick 210,4 miljoner kronor.", None),
            ("Till målet ökad tillgänglighet gick 240,1 miljoner kronor.", Some(("240,1 miljoner", "210,4 miljoner"))),
            // 61 of 133 are 45.9 percent.
            ("Målet ökad tillgänglighet finns i 46 procent av insatserna.", None),
            ("Målet ökad tillgänglighet finns i 64 procent av insatserna.", Some(("64 procent", "46 procent"))),
            ("Primärvården är samarbetspartner i 26 insatser.", Some(("26", "48"))),
            // Of which of the two it is the number nobody says.
            ("Primärvården nämns i 26 insatser.", None),
            ("I 8 regioner har enskilda medverkat, i 11 organisationer och i 2 andra organisationer.", None),
            ("I tolv av 21 regioner har enskilda medverkat.", Some(("tolv av 21", "8 av 21"))),
            // The sentence before names it.
            ("Ett vanligt mål är ökad tillgänglighet. Det finns i 16 insatser.", Some(("16", "61"))),
            ("Ett vanligt mål är ökad tillgänglighet. En mottagning har 16 platser.", None),
            // Another year, both values together, some of them.
            ("Under 2023 fanns målet ökad tillgänglighet i 50 insatser.", None),
            ("Målen ökad tillgänglighet och ökad jämlikhet finns i 16 insatser.", None),
        ] {
            let wrong: Vec<_> = wrong.iter().map(|(own, truth)| ((*own).to_owned(), (*truth).to_owned())).collect();
            assert_eq!(told(text), wrong, "{text}");
        }
    }

    #[test]
    fn places_totals_bases_and_changes_are_those_of_the_data() {
        let wrong = |text: &str| told(text).into_iter().map(|(own, _)| own).collect::<Vec<_>>();
        for text in [
            "Vanligast bland målen är ökad vård- och omsorgskvalitet.",
            "Näst vanligast bland målen är ökad tillgänglighet.",
            "De två vanligaste målen är ökad tillgänglighet och ökad vård- och omsorgskvalitet.",
            "Mest medel bland målen har gått till ökad vård- och omsorgskvalitet.",
            "Ett av de vanligaste målen är ökad tillgänglighet.",
            "Regionerna har redovisat 133 insatser.",
            "Sammanlagt rekvirerade regionerna 553 miljoner kronor.",
            "Frågan gick till alla (n = 21).",
            "Insatserna med målet ökad tillgänglighet är fler än året före.",
            "Andelen steg från 41,7 till 45,9 procent, en ökning med 4,2 procentenheter.",
        ] {
            assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(
            told("Vanligast bland målen är ökad tillgänglighet."),
            [(
                "Vanligast bland målen är ökad tillgänglighet".to_owned(),
                "Ökad vård- och omsorgskvalitet (72); Ökad tillgänglighet (61); Ökad jämlikhet (25)".to_owned()
            )]
        );
        assert_eq!(wrong("Vanligast bland effekterna är ökad vård- och omsorgskvalitet.").len(), 1);
        assert_eq!(wrong("Regionerna har redovisat 138 insatser."), ["138"]);
        assert_eq!(wrong("Sammanlagt rekvirerade regionerna 535 miljoner kronor."), ["535 miljoner"]);
        assert_eq!(wrong("Frågan gick till alla (n = 12)."), ["12"]);
        // 50 of 120 the year before, 61 of 133 now.
        assert_eq!(wrong("Insatserna med målet ökad tillgänglighet är färre än året före."), ["färre"]);
        let points = "Andelen steg från 41,7 till 45,9 procent, en ökning med 4,2 procent.";
        assert_eq!(told(points), [("4,2 procent".to_owned(), "4,2 procentenheter".to_owned())]);
    }
}
