//! Whether the codes of a sheet can belong to the interventions of their rows: held against what the codebook's rules find in
//! the texts, and the final sheet against coders who agree.

use std::collections::{BTreeMap, BTreeSet};

use super::Sheet;
use super::fit::{Bits, Fit, Unit, across, chances, mains, segment};
use super::rules::RuleCodings;
use super::telling::{Listed, both, counted};
use crate::codebook::{Codebook, Domain};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
use crate::input::{Input, Intervention};
use crate::wording::Language;

/// Codes as bits, by domain.
type Row = [Bits; Domain::ALL.len()];

/// A sheet whose codes are looked at.
pub(super) struct Codes<'a> {
    sheet: &'a Sheet,
    book: &'a Codebook,
    rules: &'a RuleCodings,
    interventions: Vec<&'a Intervention>,
    /// By row of the sheet: the area, the sheet's codes, and those of the rules.
    areas: Vec<usize>,
    own: Vec<Row>,
    by_rules: Vec<Row>,
    names: Vec<&'a str>,
}

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Whole,
    Column(Domain),
    Area(usize),
    /// The first and the last row, and the column where it is only one.
    Rows(usize, usize, Option<Domain>),
}

impl Part {
    fn holds(&self, unit: &Unit) -> bool {
        match self {
            Self::Whole => true,
            Self::Column(domain) => unit.domain == *domain,
            Self::Area(area) => unit.area == *area,
            Self::Rows(from, to, domain) => {
                (*from..=*to).contains(&unit.row) && domain.is_none_or(|domain| unit.domain == domain)
            }
        }
    }
}

impl<'a> Codes<'a> {
    /// Lays out a sheet beside what the rules say.
    pub(super) fn new(sheet: &'a Sheet, book: &'a Codebook, input: &'a Input, rules: &'a RuleCodings) -> Self {
        let by_id: BTreeMap<&str, &Intervention> = input.interventions().map(|i| (i.id.as_str(), i)).collect();
        let interventions: Vec<_> = sheet.rows.iter().filter_map(|(_, id)| by_id.get(id.as_str()).copied()).collect();
        let names: Vec<_> =
            interventions.iter().map(|i| i.area.as_str()).collect::<BTreeSet<_>>().into_iter().collect();
        let area = |i: &&Intervention| names.binary_search(&i.area.as_str()).unwrap_or_default();
        let of_sheet = |i: &&Intervention| {
            Domain::ALL.map(|domain| mains(book, domain, sheet.of(&i.id, domain).iter().map(String::as_str)))
        };
        let of_rules = |i: &&Intervention| {
            Domain::ALL.map(|domain| mains(book, domain, rules.scores(&i.id, domain).map(|(code, _)| code)))
        };
        Self {
            areas: interventions.iter().map(area).collect(),
            own: interventions.iter().map(of_sheet).collect(),
            by_rules: interventions.iter().map(of_rules).collect(),
            sheet,
            book,
            rules,
            interventions,
            names,
        }
    }

    /// Domains that describe every intervention.
    fn domains(&self) -> impl Iterator<Item = Domain> + Clone {
        let sheet = self.sheet;
        Domain::ALL.into_iter().filter(move |domain| *domain != Domain::Theme && sheet.uses(*domain))
    }

    /// Warns of columns that have changed places and of parts that fit the texts by chance only, and tells of `singles`.
    pub(super) fn report(&self, singles: bool, messages: &mut Diagnostics) {
        let swapped = self.report_swapped(
            &self.by_rules,
            "the texts by the codebook's rules",
            "texterna enligt kodbokens regler",
            [20, 2],
            messages,
        );
        let mut units = self.units();
        units.retain(|unit| !swapped.contains(&unit.domain));
        if Fit::of(&units).is_chance() {
            messages.push(self.misplaced(&Part::Whole, &units, &[]));
            return;
        }
        let parts = self.parts(&mut units);
        for (part, own, others) in &parts {
            messages.push(self.misplaced(part, own, others));
        }
        if singles && parts.is_empty() && swapped.is_empty() {
            messages.push_all(self.of_singles(&units).as_ref());
        }
    }

    /// What both have coded.
    fn units(&self) -> Vec<Unit> {
        let both = |row: usize, domain: Domain| {
            let (own, other) = (self.own[row][domain as usize], self.by_rules[row][domain as usize]);
            (own != 0 && other != 0).then_some((self.areas[row], domain, own, other))
        };
        let rows = || (0..self.own.len()).flat_map(|row| self.domains().map(move |domain| (row, domain)));
        let pairs: Vec<_> = rows().filter_map(|(row, domain)| both(row, domain)).collect();
        let chances = chances(&pairs);
        let unit = |(row, domain)| {
            let (area, _, own, other) = both(row, domain)?;
            let chance = chances.get(&(area, domain)).copied().unwrap_or_default();
            Some(Unit { row, area, domain, agrees: own & other != 0, chance })
        };
        rows().filter_map(unit).collect()
    }

    /// Parts whose codes fall to chance where the others fit, each with its units and the others; they are taken out.
    fn parts(&self, units: &mut Vec<Unit>) -> Vec<(Part, Vec<Unit>, Vec<Unit>)> {
        let mut found = Vec::new();
        let mut try_part = |part: Part, units: &mut Vec<Unit>| {
            let (own, others): (Vec<_>, Vec<_>) = units.iter().cloned().partition(|unit| part.holds(unit));
            let falls = Fit::of(&own).falls_below(Fit::of(&others));
            if falls {
                *units = others.clone();
                found.push((part, own, others));
            }
            falls
        };
        for domain in self.domains() {
            try_part(Part::Column(domain), units);
        }
        let mut try_rows = |column: Option<Domain>, units: &mut Vec<Unit>| {
            while let Some(part) = self.segment(column, units) {
                if !try_part(part, units) {
                    break;
                }
            }
        };
        try_rows(None, units);
        self.domains().for_each(|domain| try_rows(Some(domain), units));
        // An area whose rows do not stand together; the worst first, for it spoils what the others are held against.
        let of_area = |area: usize, units: &[Unit]| Fit::of(units.iter().filter(|unit| unit.area == area)).kappa();
        let mut areas: Vec<_> = (0..self.names.len()).map(|area| (of_area(area, units), area)).collect();
        areas.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for (_, area) in areas {
            try_part(Part::Area(area), units);
        }
        found
    }

    /// The rows, one after the other, whose codes chance explains best; an area where they are nearly all of one.
    fn segment(&self, column: Option<Domain>, units: &[Unit]) -> Option<Part> {
        let own: Vec<&Unit> = units.iter().filter(|unit| column.is_none_or(|domain| unit.domain == domain)).collect();
        let (from, to) = segment(&own)?;
        let part = Part::Rows(own[from].row, own[to].row, column);
        let inside = &own[from..=to];
        let area = inside[inside.len() / 2].area;
        let both = inside.iter().filter(|unit| unit.area == area).count();
        let all = units.iter().filter(|unit| unit.area == area).count();
        let nearly = |whole: usize| 10 * both > 8 * whole;
        Some(if column.is_none() && nearly(inside.len()) && nearly(all) { Part::Area(area) } else { part })
    }

    /// The warning for a part whose codes fit by chance only.
    fn misplaced(&self, part: &Part, own: &[Unit], others: &[Unit]) -> Diagnostic {
        let (fit, rest) = (Fit::of(own), Fit::of(others));
        let shift = self.shift(own, fit);
        let [found, swedish] = both(|language| {
            let number = |kappa: f64| match language {
                Language::English => format!("{kappa:.2}"),
                Language::Swedish => format!("{kappa:.2}").replace('.', ","),
            };
            let (subject, units, agree, expected) =
                (self.subject(part, language), fit.units, fit.agree, fit.expected());
            let kappa = number(fit.kappa());
            let mut text = match language {
                Language::English => format!(
                    "{subject} fit the texts no better than by chance: of {units} codings that the codebook's rules made, too, {agree} have a main code in common with theirs; chance gives {expected} (kappa {kappa})"
                ),
                Language::Swedish => format!(
                    "{subject} stämmer inte bättre med texterna än slumpen: av {units} kodningar som även kodbokens regler har gjort har {agree} en huvudkod gemensam med dem; slumpen ger {expected} (kappa {kappa})"
                ),
            };
            if rest.units > 0 {
                text += language.pick("; för de övriga är kappa ", "; for the others kappa is ");
                text += &number(rest.kappa());
            }
            text + &shift.map(|shift| shifted(shift, language)).unwrap_or_default()
        });
        let place = match part {
            Part::Rows(from, ..) => self.place(*from),
            _ => self.sheet.place.clone(),
        };
        Diagnostic::warning(place, found)
            .expected("codes that stand beside their interventions")
            .action(
                "look whether ids and codes were sorted or moved apart from each other, and put them together again",
            )
            .in_swedish(
                swedish,
                "koder som står vid sina insatser",
                "se efter om id och koder har sorterats eller flyttats isär, och ställ ihop dem igen",
            )
    }

    fn subject(&self, part: &Part, language: Language) -> String {
        let rows = |from: &usize, to: &usize| {
            let number = |row: &usize| match self.sheet.rows.get(*row).map(|(spot, _)| *spot) {
                Some(Spot::Line(line) | Spot::Field { line, .. }) => line,
                Some(Spot::Cell { row, .. }) => row + 1,
                _ => row + 1,
            };
            format!("{} {}–{}", language.pick("rad", "rows"), number(from), number(to))
        };
        let column = |domain: &Domain| {
            let name = self.sheet.columns.get(domain).map_or("", String::as_str);
            format!("{} {}", language.pick("kolumnen", "the column"), shown(name))
        };
        let of = |what: String| format!("{} {what}", language.pick("koderna i", "the codes in"));
        match part {
            Part::Whole => language.pick("bladets koder", "the codes of the sheet").to_owned(),
            Part::Column(domain) => of(column(domain)),
            Part::Area(area) => {
                let name = shown(self.names.get(*area).copied().unwrap_or_default());
                of(format!("{} {name}", language.pick("området", "the area")))
            }
            Part::Rows(from, to, None) => of(rows(from, to)),
            Part::Rows(from, to, Some(domain)) => of(format!("{}, {}", column(domain), rows(from, to))),
        }
    }

    fn place(&self, row: usize) -> Place {
        let spot = self.sheet.rows.get(row).map_or(Spot::Whole, |(spot, _)| *spot);
        Place { spot, ..self.sheet.place.clone() }
    }

    /// By how many rows codes have to be moved to fit, where few are enough; with how many then agree.
    fn shift(&self, units: &[Unit], now: Fit) -> Option<(isize, Fit)> {
        const FARTHEST: isize = 3;
        let moved = |by: isize| {
            let unit = |unit: &Unit| {
                let (own, other) = (self.own[unit.row], self.by_rules.get(unit.row.checked_add_signed(by)?)?);
                let (own, other) = (own[unit.domain as usize], other[unit.domain as usize]);
                (other != 0).then(|| Unit { agrees: own & other != 0, ..unit.clone() })
            };
            Fit::of(&units.iter().filter_map(unit).collect::<Vec<_>>())
        };
        let shifts = (1..=FARTHEST).flat_map(|by| [by, -by]).map(|by| (by, moved(by)));
        let fitting =
            shifts.filter(|(_, fit)| fit.units >= 8 && fit.kappa() >= 0.4 && fit.kappa() >= now.kappa() + 0.3);
        fitting.max_by(|a, b| a.1.kappa().total_cmp(&b.1.kappa()))
    }

    /// Warns where a column fits what is said of another domain with the same codes better than of its own: `enough` units
    /// make a difference, and so many times as many fit the other. Returns the domains.
    fn report_swapped(
        &self,
        said: &[Row],
        by: &str,
        swedish_by: &str,
        [enough, times]: [usize; 2],
        messages: &mut Diagnostics,
    ) -> BTreeSet<Domain> {
        let mut swapped = BTreeSet::new();
        let fits = |own: Domain, other: Domain| {
            let rows = self
                .own
                .iter()
                .zip(said)
                .map(|(codes, said)| [codes[own as usize], said[own as usize], said[other as usize]]);
            across(rows)
        };
        let same_system =
            |a: Domain, b: Domain| self.book.system(a).map(|s| &s.id) == self.book.system(b).map(|s| &s.id);
        let all: Vec<Domain> = self.domains().collect();
        for (at, one) in all.iter().enumerate() {
            for other in all[at + 1..].iter().filter(|other| same_system(*one, **other)) {
                let (first, second) = (fits(*one, *other), fits(*other, *one));
                let (own, across) = (first.0 + second.0, first.1 + second.1);
                let crosses = |(own, across): (usize, usize)| across >= times * own;
                if own + across < enough || !crosses(first) || !crosses(second) {
                    continue;
                }
                swapped.extend([*one, *other]);
                let name = |domain: &Domain| shown(self.sheet.columns.get(domain).map_or("", String::as_str));
                let (a, b) = (name(one), name(other));
                let all = own + across;
                let found = format!(
                    "the columns {a} ({one}) and {b} ({other}) have probably changed places: where it makes a difference, {across} of {all} codings fit {by} of the other domain better"
                );
                let swedish = format!(
                    "kolumnerna {a} ({one}) och {b} ({other}) har troligen bytt plats: där det gör skillnad stämmer {across} av {all} kodningar bättre med {swedish_by} i det andra området"
                );
                messages.push(
                    Diagnostic::warning(self.sheet.place.clone(), found)
                        .expected("each domain's codes in the column that is declared for it")
                        .action("look at the names under domains, and at the headers of the sheet")
                        .in_swedish(
                            swedish,
                            "varje områdes koder i kolumnen som anges för det",
                            "se efter vad som står under domains och i bladets rubriker",
                        ),
                );
            }
        }
        swapped
    }

    /// Interventions whose codes have nothing in common with those of rules in any domain, although the rules rest on several
    /// matches: few of many, so that they are worth a look.
    fn of_singles(&self, units: &[Unit]) -> Option<Diagnostic> {
        const ENOUGH: usize = 20;
        if units.len() >= ENOUGH && Fit::of(units).kappa() < 0.4 {
            return None;
        }
        let mut rows: BTreeMap<usize, Vec<&Unit>> = BTreeMap::new();
        units.iter().for_each(|unit| rows.entry(unit.row).or_default().push(unit));
        let sure = |unit: &&Unit| {
            let reading = self.rules.of(&self.interventions[unit.row].id, unit.domain).unwrap_or_default();
            reading.doubts.is_empty() && reading.codes.iter().map(|code| code.evidence.len()).sum::<usize>() > 1
        };
        let domains = self.domains().count().min(2);
        let apart =
            |units: &Vec<&Unit>| units.len() >= domains && units.iter().all(|u| !u.agrees) && units.iter().all(sure);
        let mut listed = Listed::default();
        rows.iter().filter(|(_, units)| apart(units)).for_each(|(row, _)| listed.add(self.interventions[*row], None));
        let count = listed.count();
        let found = format!(
            "{} no code in common with what the codebook's rules find in the texts, {} reported kr: {}",
            counted(count, "intervention has", "interventions have"),
            listed.kronor(),
            listed.named(Language::English)
        );
        let swedish = format!(
            "{} ingen kod gemensam med vad kodbokens regler finner i texterna, {} redovisade kronor: {}",
            counted(count, "insats har", "insatser har"),
            listed.kronor(),
            listed.named(Language::Swedish)
        );
        let message = Diagnostic::notice(self.sheet.place.clone(), found)
            .action("look whether the codes belong to these texts; the file review.csv of \"insats code\" lists what rules say")
            .in_swedish(
                swedish,
                "",
                "se efter om koderna hör till texterna; review.csv från ”insats code” visar vad reglerna säger",
            );
        (count > 0).then_some(message)
    }

    /// Warns where the sheet contradicts coders wherever, or nearly wherever, they agree.
    pub(super) fn report_contradicted(&self, coders: &BTreeMap<String, Sheet>, messages: &mut Diagnostics) {
        let agreed: Vec<Row> = self.interventions.iter().map(|i| self.agreed(coders, &i.id)).collect();
        if !self.report_swapped(&agreed, "the coders who agree", "kodarna som är överens", [3, 4], messages).is_empty()
        {
            return;
        }
        // What is blank contradicts, too: the coders agree that something fits.
        let units = |domain: Domain| {
            self.own.iter().zip(&agreed).filter_map(move |(own, agreed)| {
                let (own, agreed) = (own[domain as usize], agreed[domain as usize]);
                (agreed != 0).then_some(own & agreed == 0)
            })
        };
        let counts = |domains: &[Domain]| {
            let all: Vec<bool> = domains.iter().flat_map(|domain| units(*domain)).collect();
            (all.iter().filter(|apart| **apart).count(), all.len())
        };
        // By chance about half agree; on purpose few are changed.
        let many = |(apart, all): (usize, usize)| (all >= 3 && 2 * apart > all) || (all >= 20 && 4 * apart > all);
        let domains: Vec<Domain> =
            Domain::ALL.into_iter().filter(|domain| self.sheet.columns.contains_key(domain)).collect();
        let whole = counts(&domains);
        if many(whole) {
            messages.push(self.contradicts(None, whole));
            return;
        }
        for domain in domains {
            let of_domain = counts(&[domain]);
            if many(of_domain) {
                messages.push(self.contradicts(Some(domain), of_domain));
            }
        }
    }

    /// The codes on which coders agree.
    fn agreed(&self, coders: &BTreeMap<String, Sheet>, id: &str) -> Row {
        Domain::ALL.map(|domain| {
            let codes = super::agreed(coders, id, domain).unwrap_or_default();
            mains(self.book, domain, codes.iter().map(String::as_str))
        })
    }

    fn contradicts(&self, domain: Option<Domain>, (apart, all): (usize, usize)) -> Diagnostic {
        let column = domain.and_then(|domain| self.sheet.columns.get(&domain)).map(|name| shown(name));
        let [found, swedish] = both(|language| {
            let of = column
                .as_ref()
                .map(|name| format!("{} {name} ", language.pick("i kolumnen", "in the column")))
                .unwrap_or_default();
            match language {
                Language::English => format!(
                    "the final sheet {of}contradicts coders who agree: of {} on which two or more agree, {apart} have no main code in common with the final one",
                    counted(all, "coding", "codings")
                ),
                Language::Swedish => format!(
                    "det slutliga kodbladet {of}säger emot kodare som är överens: av {} där två eller fler är överens har {apart} ingen huvudkod gemensam med den slutliga",
                    counted(all, "kodning", "kodningar")
                ),
            }
        });
        Diagnostic::warning(self.sheet.place.clone(), found)
            .expected("the coders' codes where they agree, or a few that were changed on purpose")
            .action("look whether ids and codes of the final sheet were sorted or moved apart from each other")
            .in_swedish(
                swedish,
                "kodarnas koder där de är överens, eller några få som har ändrats med avsikt",
                "se efter om det slutliga bladets id och koder har sorterats eller flyttats isär",
            )
    }
}

/// Where codes would fit.
fn shifted((by, fit): (isize, Fit), language: Language) -> String {
    let (rows, agree, units) = (by.unsigned_abs(), fit.agree, fit.units);
    match language {
        Language::English => {
            let way = if by > 0 { "down" } else { "up" };
            format!(
                "; they fit the interventions {} further {way}: {agree} of {units} agree",
                counted(rows, "row", "rows")
            )
        }
        Language::Swedish => {
            let way = if by > 0 { "ned" } else { "upp" };
            format!("; de stämmer med insatserna {} längre {way}: {agree} av {units}", counted(rows, "rad", "rader"))
        }
    }
}
