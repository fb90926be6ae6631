//! Drafts: for every item of the report sentences that are true of the data, each with the assertion that says so, so that
//! an evaluator can begin with a text that is right.
//!
//! Nothing is said that the data leave open: equal values are named together or not at all, and every draft is decided
//! like any other claim before it is handed out.

use std::cmp::Ordering;

use super::asking::Asking;
use super::breakdown::Entry;
use super::describe::{in_sentence, ranking_sentence, small_first};
use super::facts::Facts;
use super::parse::parse;
use super::verdict::{Outcome, decide};
use super::words::Words;
use crate::codebook::Domain;
use crate::exact::{Exact, Rounding};
use crate::money::{Amount, Currency, Kronor};
use crate::msg;
use crate::register::Level;
use crate::report::{
    AreaGroup, Bound, Column, Declaration, Item, Kind, KindDeclaration, Percent, PercentStyle, Table,
    quoted_in_assertion as quoted, reference,
};
use crate::study::{Question, QuestionForm, Study};
use crate::wording::{Arg, Message, NO_BREAK, all_of};

/// How many values a sentence names.
const NAMED: usize = 3;

/// A drafted claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The item's id and a number.
    pub id: String,
    /// The area.
    pub area: String,
    /// The sentence.
    pub statement: String,
    /// What must be true.
    pub assertion: String,
}

/// Drafts for every item of a report, in its order, after the totals of every area.
pub fn drafts(
    study: &Study,
    declaration: &Declaration,
    items: &[Item],
    facts: &Facts<'_>,
    words: &Words,
) -> Vec<Draft> {
    let mut writer = Writer { asking: Asking { facts, words }, facts, drafts: Vec::new() };
    for area in 0..facts.areas.len() {
        writer.totals(area);
        writer.change(area);
    }
    for (declared, item) in declaration.items.iter().zip(items) {
        writer.drafts.extend(headline(item));
        match &declared.kind {
            KindDeclaration::Bubble { area, domains, .. } => writer.bubble(&item.id, area, domains),
            KindDeclaration::Bars { areas, question, answer, .. } => {
                for AreaGroup { area, .. } in areas {
                    let answers: Vec<&str> = answer.iter().map(String::as_str).collect();
                    writer.question(item, area, question_of(study, area, question), &answers);
                }
            }
            KindDeclaration::Likert { area, question } => {
                let declared = question_of(study, area, question);
                // The upper half of the scale.
                let scale = match declared.map(|q| &q.form) {
                    Some(QuestionForm::Items { answers, .. }) => answers.as_slice(),
                    _ => &[],
                };
                let upper: Vec<&str> = scale.iter().take(scale.len() / 2).map(String::as_str).collect();
                writer.question(item, area, declared, &upper);
            }
            KindDeclaration::Subcodes { areas, main, domains, .. } => {
                for AreaGroup { area, .. } in areas {
                    domains.iter().for_each(|domain| writer.subcodes(item, area, main, *domain));
                }
            }
            // What an account's table says in words depends on the grant; there is no usual sentence for it.
            KindDeclaration::Account(_)
            | KindDeclaration::Years(_)
            | KindDeclaration::Response(_)
            | KindDeclaration::Reconciliation(_)
            | KindDeclaration::Sensitivity(_) => {}
            // What somebody wrote is no number of the data.
            KindDeclaration::Matrix(_) | KindDeclaration::Picture(_) | KindDeclaration::Text(_) => {}
            KindDeclaration::Cross(_) | KindDeclaration::Attainment(_) | KindDeclaration::Aims(_) => {}
        }
    }
    writer.drafts
}

/// The headline of an item as claims of the study: one of each area that it speaks of.
fn headline(item: &Item) -> impl Iterator<Item = Draft> + '_ {
    let claims = item.headline.iter().flat_map(|own| own.claims.iter().map(move |claim| (&own.text, claim)));
    claims.enumerate().map(|(at, (text, claim))| Draft {
        id: format!("{}-{}", item.id, at + 1),
        area: claim.area.clone(),
        statement: format!("{text}."),
        assertion: claim.assertion.clone(),
    })
}

/// Drafts as a `claims.csv`.
pub fn table(drafts: &[Draft]) -> Table {
    let head = ["id", "area", "statement", "assertion", "precision", "undecided"];
    let mut table = Table::new("claims", head.map(|id| Column::plain(id, Kind::Text)).to_vec());
    for Draft { id, area, statement, assertion } in drafts {
        table.rows.push([id, area, statement, assertion, "", ""].map(Into::into).to_vec());
    }
    table
}

fn question_of<'s>(study: &'s Study, area: &str, question: &str) -> Option<&'s Question> {
    study.surveys.iter().find(|s| s.area == area)?.questions.iter().find(|q| q.id == question)
}

/// What a sentence about a ranking is made of.
struct Ranked<'t> {
    id: &'t str,
    area: usize,
    /// The breakdown, in the language of assertions.
    breakdown: &'t str,
    /// What a value's own number is called there.
    quantity: &'t dyn Fn(&Entry) -> String,
    /// What its base is called there.
    base: &'t str,
    /// How the sentence begins, up to the first value.
    lead: &'t Message,
    /// What the base counts.
    noun: Arg,
    /// Whether kronor are meant.
    funds: bool,
}

struct Writer<'f> {
    asking: Asking<'f>,
    facts: &'f Facts<'f>,
    drafts: Vec<Draft>,
}

impl Writer<'_> {
    fn say(&self, message: &Message) -> String {
        message.text(self.facts.language)
    }

    /// Keeps a draft if it holds, as every one should.
    fn keep(&mut self, item: &str, area: usize, statement: String, assertion: String) {
        let Ok(parsed) = parse(&assertion) else { return };
        let verdict = decide(&self.asking.scope(&[area]), &parsed, &statement);
        if !verdict.is_ok_and(|verdict| verdict.outcome == Outcome::Holds) {
            return;
        }
        let number = self.drafts.iter().filter(|d| d.id.rsplit_once('-').is_some_and(|(of, _)| of == item)).count() + 1;
        let Some(facts) = self.facts.areas.get(area) else { return };
        self.drafts.push(Draft { id: format!("{item}-{number}"), area: facts.id.to_owned(), statement, assertion });
    }

    /// A number that an assertion stands for.
    fn number(&self, area: usize, quantity: &str) -> Option<Exact> {
        self.asking.number(&[area], quantity)
    }

    fn totals(&mut self, area: usize) {
        let Some(facts) = self.facts.areas.get(area) else { return };
        let (id, title) = (facts.id, facts.title.get(self.facts.language).to_owned());
        let interventions = facts.included.iter().filter(|included| **included).count();
        let respondents = facts.respondents.len();
        let noun = self.noun(area);
        let (number, who) = (self.integer(interventions), self.integer(respondents));
        let count = interventions;
        let mut assertion = format!("respondents = {respondents}; interventions = {interventions}");
        let statement = match self.number(area, "requisitioned").and_then(|funds| self.stated(funds)) {
            Some((millions, stated)) => {
                assertion += &format!("; requisitioned is rounded {stated}");
                msg!("draft-totals-requisitioned", title, who, noun, count, number, millions)
            }
            None => msg!("draft-totals", title, who, noun, count, number),
        };
        self.keep(id, area, self.say(&statement), assertion);
    }

    /// The latest earlier year in which an area was there and can be compared.
    fn year_before(&self, area: usize) -> Option<i64> {
        let own = self.facts.areas.get(area)?;
        let (year, then) = self.facts.earlier.last_key_value()?;
        let area = then.areas.iter().find(|area| area.id == own.id)?;
        area.broken.is_none().then_some(*year)
    }

    /// How many interventions there are beside the year before.
    fn change(&mut self, area: usize) {
        let (Some(facts), Some(since)) = (self.facts.areas.get(area), self.year_before(area)) else { return };
        let [now, then] = [String::from("interventions"), format!("interventions in {since}")]
            .map(|quantity| self.number(area, &quantity).and_then(Exact::as_whole));
        let (Some(now), Some(then)) = (now, then) else { return };
        let [number, before] = [now, then].map(|number| Exact::whole(number).written(self.facts.language, 0));
        let (title, year) = (facts.title.get(self.facts.language).to_owned(), since.to_string());
        let change = self.asking.words.change(Exact::whole(now), Exact::whole(then));
        let (word, statement) = match change {
            Some(Ordering::Greater) => ("increased", msg!("draft-increased", title, before, year, number)),
            Some(Ordering::Less) => ("decreased", msg!("draft-decreased", title, before, year, number)),
            _ => ("unchanged", msg!("draft-unchanged", title, before, year, number)),
        };
        let assertion =
            format!("interventions {word} since {since}; interventions in {since} = {then}; interventions = {now}");
        self.keep(facts.id, area, self.say(&statement), assertion);
    }

    /// The first value of a ranking, where it was the first in the year before, too.
    fn still_first(&mut self, id: &str, area: usize, domain: Domain) {
        let Some(since) = self.year_before(area) else { return };
        let breakdown = format!("interventions by {domain}");
        let Some(first) = self.entries(area, &breakdown).and_then(|all| all.into_iter().next()) else { return };
        let codes = domain.plural(self.facts.language).to_lowercase();
        let (value, year) = (in_sentence(&first.label, self.facts.levels), since.to_string());
        let assertion = format!("{} still first in {breakdown} since {since}", reference(&first.name));
        self.keep(id, area, self.say(&msg!("draft-still-first", codes, year, value)), assertion);
    }

    fn bubble(&mut self, id: &str, area: &str, domains: &[Domain]) {
        let Some(area) = self.facts.area(area) else { return };
        for domain in domains {
            let codes = domain.plural(self.facts.language).to_lowercase();
            let funds = if self.facts.currency == Currency::Sek { "kronor" } else { "funds" };
            let of = |measure: &'static str| move |entry: &Entry| format!("{measure}({domain} = {})", entry.name);
            self.ranking(&Ranked {
                id,
                area,
                breakdown: &format!("interventions by {domain}"),
                quantity: &of("interventions"),
                base: "interventions",
                lead: &msg!("draft-most-common", codes = &codes),
                noun: msg!("draft-interventions").into(),
                funds: false,
            });
            self.ranking(&Ranked {
                id,
                area,
                breakdown: &format!("{funds} by {domain}"),
                quantity: &of(funds),
                base: funds,
                lead: &msg!("draft-most-funds", codes),
                noun: msg!("draft-funds").into(),
                funds: true,
            });
            self.still_first(id, area, *domain);
        }
    }

    fn subcodes(&mut self, item: &Item, area: &str, main: &str, domain: Domain) {
        let Some(area) = self.facts.area(area) else { return };
        let label = self.facts.book.code(domain, main).map_or(main, |code| code.label.get(self.facts.language));
        let codes = domain.plural(self.facts.language).to_lowercase();
        self.ranking(&Ranked {
            id: &item.id,
            area,
            breakdown: &format!("interventions by {domain} subcodes of {main}"),
            quantity: &|entry| format!("interventions({domain} = {})", entry.name),
            base: &format!("interventions({domain} = {main})"),
            lead: &msg!("draft-most-common-within", codes, code = small_first(label)),
            noun: msg!("draft-interventions").into(),
            funds: false,
        });
    }

    /// A question's options, or its items by how many gave one of the answers.
    fn question(&mut self, item: &Item, area: &str, question: Option<&Question>, answers: &[&str]) {
        let (Some(area), Some(question)) = (self.facts.area(area), question) else { return };
        let is_items = matches!(question.form, QuestionForm::Items { .. });
        if is_items && answers.is_empty() {
            return;
        }
        let (measure, noun) = match question.per {
            crate::study::Per::Respondent => ("respondents", self.noun(area)),
            crate::study::Per::Intervention => ("interventions", msg!("draft-interventions").into()),
        };
        let (id, given) = (&question.id, answers.iter().map(|a| quoted(a)).collect::<Vec<_>>().join(", "));
        let condition = |entry: &Entry| {
            let value = quoted(&entry.name);
            if is_items { format!("{id} {value} = {given}") } else { format!("{id} = {value}") }
        };
        let title = item.title.trim_end_matches('.');
        let either = |one, other| self.say(&msg!("one-or-other", one, other));
        let said = answers.iter().map(|a| format!("”{a}”")).reduce(either).unwrap_or_default();
        let lead = match is_items {
            true => msg!("draft-most-answer", title, answers = said),
            false => msg!("draft-most-common-answer", title),
        };
        let by = if is_items { format!("{id} = {given}") } else { id.clone() };
        // The base of ticks is who was asked, of scales and choices who answered.
        let base = if is_items || matches!(question.form, QuestionForm::Choice { .. }) { "answered" } else { "asked" };
        self.ranking(&Ranked {
            id: &item.id,
            area,
            breakdown: &format!("{measure} by {by}"),
            quantity: &|entry| format!("{measure}({})", condition(entry)),
            base: &format!("{measure}({base}({id}))"),
            lead: &lead,
            noun,
            funds: false,
        });
    }

    /// One sentence about the first values of a ranking.
    fn ranking(&mut self, ranked_by: &Ranked<'_>) {
        let Some(all) = self.entries(ranked_by.area, ranked_by.breakdown) else { return };
        let Some((names, tied)) = leading(&all) else { return };
        let Some(base) = self.number(ranked_by.area, ranked_by.base).filter(|base| *base > Exact::ZERO) else { return };
        let named = &all[..names];
        let listed = named.iter().map(|e| reference(&e.name)).collect::<Vec<_>>().join(", ");
        let order = if tied || names == 1 { "" } else { " in order" };
        let mut assertion = format!("{listed} highest{order} in {}", ranked_by.breakdown);
        let mut parts = Vec::new();
        for (at, entry) in named.iter().enumerate() {
            let quantity = (ranked_by.quantity)(entry);
            let (text, statement) = self.figure(ranked_by, entry, base, &quantity, at == 0);
            let Some(text) = text else { return };
            assertion += &statement;
            parts.push(format!("{} ({text})", in_sentence(&entry.label, self.facts.levels)));
        }
        let lead = ranked_by.lead.clone();
        let sentence = match tied {
            true => msg!("ranking-of-one", lead, values = all_of(parts)),
            false => ranking_sentence(lead, &parts),
        };
        self.keep(ranked_by.id, ranked_by.area, self.say(&sentence), assertion);
    }

    /// A value's number in words, the first with its share, and what asserts it.
    fn figure(
        &self,
        ranked_by: &Ranked<'_>,
        entry: &Entry,
        base: Exact,
        quantity: &str,
        first: bool,
    ) -> (Option<String>, String) {
        let share = entry.value.over(base).and_then(|s| s.times(Exact::whole(100)));
        let share = share.and_then(|share| Percent::new(share, PercentStyle::default()));
        let Some((share, relation)) = share.map(in_words) else { return (None, String::new()) };
        let shared = format!("; {quantity} of {} {relation} %", ranked_by.base);
        if ranked_by.funds {
            let Some((text, stated)) = self.stated(entry.value) else { return (None, String::new()) };
            let asserted = format!("; {quantity} is rounded {stated}");
            if !first {
                return (Some(text), asserted);
            }
            let of_funds = msg!("draft-share-of-funds", millions = text, share, noun = ranked_by.noun.clone());
            return (Some(self.say(&of_funds)), asserted + &shared);
        }
        let (Some(count), Some(whole)) = (entry.value.as_whole(), base.as_whole()) else {
            return (None, String::new());
        };
        let number = entry.value.written(self.facts.language, 0);
        if !first {
            return (Some(number), format!("; {quantity} = {count}"));
        }
        let (base, noun) = (base.written(self.facts.language, 0), ranked_by.noun.clone());
        let text = self.say(&msg!("draft-count-of-base", count = number, base, noun, share));
        (Some(text), format!("; {quantity} of {} = {count} of {whole}{shared}", ranked_by.base))
    }

    fn entries(&self, area: usize, breakdown: &str) -> Option<Vec<Entry>> {
        self.asking.entries(&[area], breakdown)
    }

    fn noun(&self, area: usize) -> Arg {
        let level = self.facts.areas.get(area).map(|a| a.level).unwrap_or_else(Level::municipality);
        level.nouns().several.clone()
    }

    fn integer(&self, number: usize) -> String {
        Exact::count(number).written(self.facts.language, 0)
    }

    /// Funds in words, and as an assertion states them: in millions with one decimal; what is written out elsewhere is here, too.
    fn stated(&self, funds: Exact) -> Option<(String, String)> {
        let (currency, language) = (self.facts.currency, self.facts.language);
        let [(one, _), _, (million, _)] = currency.units();
        let whole = funds.nearest(Rounding::HalfUp);
        if currency != Currency::Sek && whole < i128::from(currency.least_in_millions()) {
            let amount = Amount::from(Kronor(i64::try_from(whole).ok()?));
            let text = self.say(&language.funds_in_words(amount, currency)).replace(NO_BREAK, " ");
            return Some((text, format!("{whole} {one}")));
        }
        let tenths = tenths(funds)?;
        let number = Exact::fraction(tenths, 10)?.written(language, 1);
        let text = self.say(&msg!("millions-in-words", number, unit = currency.name(1_000), code = currency.code()));
        Some((text.replace(NO_BREAK, " "), format!("{}.{} {million}", tenths / 10, tenths % 10)))
    }
}

/// How many of the first values can be named, and whether they are equal: strictly descending ones, or all that share the
/// first place.
fn leading(ranking: &[Entry]) -> Option<(usize, bool)> {
    let value = |at: usize| ranking.get(at).map(|entry| entry.value);
    let first = value(0).filter(|first| *first > Exact::ZERO)?;
    let tied = ranking.iter().take_while(|entry| entry.value == first).count();
    if tied > 1 {
        return (tied <= NAMED).then_some((tied, true));
    }
    let clear = |at: usize| value(at).is_some_and(|v| v > Exact::ZERO) && value(at) > value(at + 1);
    Some(((0..NAMED).take_while(|at| clear(*at)).count(), false)).filter(|(names, _)| *names > 0)
}

/// A share as sentences have it, and what asserts it, up to its sign: what is less than all is not told as a hundred percent, nor what
/// is more than nothing as none.
fn in_words(share: Percent) -> (Message, String) {
    let (all_but, number) = ((share.scaled - 1).to_string(), share.scaled.to_string());
    match share.bound {
        Bound::Rounded => (msg!("draft-share", share = &number), format!("is rounded {number}")),
        Bound::Above => (msg!("draft-share-above", share = &all_but), format!("> {all_but}")),
        Bound::Below => (msg!("draft-share-below", share = &number), format!("< {number}")),
    }
}

/// Tenths of millions, halves rounded up.
fn tenths(kronor: Exact) -> Option<i128> {
    kronor.over(Exact::whole(100_000)).map(|v| v.nearest(Rounding::HalfUp))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn what_is_less_than_all_is_not_drafted_as_a_hundred_percent() {
        let told = |part: i64, whole: i64| {
            let share = Exact::whole(100 * part).over(Exact::whole(whole)).unwrap_or(Exact::ZERO);
            let percent = Percent::new(share, PercentStyle::default()).map(in_words);
            percent.map(|(words, relation)| (words.text(Language::Swedish), relation))
        };
        let expected = |words: &str, relation: &str| Some((words.to_owned(), relation.to_owned()));
        // 399 of 400 is 99.75 percent, 1 of 400 a quarter of one, 57 of 133 is 42.9.
        assert_eq!(told(399, 400), expected("över 99 procent", "> 99"));
        assert_eq!(told(1, 400), expected("mindre än 1 procent", "< 1"));
        assert_eq!(told(400, 400), expected("100 procent", "is rounded 100"));
        assert_eq!(told(57, 133), expected("43 procent", "is rounded 43"));
    }
}
