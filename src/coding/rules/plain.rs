//! The semantics of rules once more, read plainly off the codebook and as slowly as may be: what the coder must agree with.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::fields::mask;
use super::matches::Match;
use super::rulebook::Rulebook;
use super::verdict::Doubt;
use crate::codebook::{Choose, Codebook, CodingSettings, Domain, Evidence, NestedScope, Rule, Scope};
use crate::study::TextNames;

/// A text of several parts with what was found in it, and what a domain's rules say of a match.
struct Plain<'a> {
    book: &'a Codebook,
    settings: CodingSettings,
    domain: Domain,
    matches: Vec<(Match, String)>,
    nested: Vec<bool>,
    /// Whether the text is read as if nothing were negated or guarded.
    lifted: bool,
}

/// The matches that are evidence of a rule: the code, the rule with its place in the order of rules, the matches.
type Firing<'a> = (u32, (usize, &'a Rule), BTreeSet<usize>);

/// A match of a rule's pattern with the weight that the pattern has there.
struct Weighed<'a> {
    code: u32,
    rule: usize,
    pattern: &'a str,
    weight: f64,
    at: usize,
}

/// The codes of a domain by position with score and evidence, and the doubts.
type Outcome<E> = (Vec<(u32, f64, Vec<E>)>, Vec<Doubt>);

impl<'a> Plain<'a> {
    fn rules(&self) -> impl Iterator<Item = (u32, (usize, &'a Rule))> + use<'a> {
        let (book, domain) = (self.book, self.domain);
        let own = move |rule: &&Rule| rule.is_for(domain);
        let of_code =
            move |(at, code): (u32, &'a crate::codebook::Code)| code.rules.iter().filter(own).map(move |r| (at, r));
        let rules = (0..).zip(book.codes(domain)).flat_map(of_code);
        rules.enumerate().map(|(place, (code, rule))| (code, (place, rule)))
    }

    /// The places of a pattern.
    fn of(&self, pattern: &str) -> Vec<usize> {
        (0..self.matches.len()).filter(|at| self.matches[*at].1 == pattern).collect()
    }

    fn near(&self, a: usize, b: usize, within: usize) -> bool {
        let (a, b) = (&self.matches[a].0, &self.matches[b].0);
        let (before, after) = if a.start <= b.start { (a, b) } else { (b, a) };
        let overlap = after.start < before.end;
        overlap || before.sentence == after.sentence && after.first as usize <= before.last as usize + within
    }

    fn negated(&self, at: usize) -> bool {
        let negation = self.settings.negation.clone().unwrap_or_default();
        let listed = |list: &[String], at: usize| list.contains(&self.matches[at].1);
        let excepts = |at: usize| listed(&negation.except, at) && !listed(&negation.stop, at);
        let all = || 0..self.matches.len();
        let m = |at: usize| &self.matches[at].0;
        let negates = |by: usize, list: &[String]| {
            listed(list, by)
                && !listed(&negation.except, by)
                && !listed(&negation.stop, by)
                && self.near(by, at, negation.within)
                && !all().any(|e| excepts(e) && m(e).start <= m(by).start && m(by).end <= m(e).end)
        };
        let stopped =
            |from: u32, to: u32| all().any(|s| listed(&negation.stop, s) && from <= m(s).start && m(s).end <= to);
        all().any(|by| {
            let before = m(by).end <= m(at).start && negates(by, &negation.before) && !stopped(m(by).end, m(at).start);
            let after = m(at).end <= m(by).start && negates(by, &negation.after) && !stopped(m(at).end, m(by).start);
            before || after
        })
    }

    /// The first guard that holds where a match stands.
    fn guarded(&self, at: usize) -> Option<u32> {
        let guards = self.settings.domains.get(self.domain.word()).map(|own| own.guards.clone()).unwrap_or_default();
        let holds = |guard: &crate::codebook::Guard| {
            let here = |other: &usize| {
                guard.scope == Scope::Text || self.matches[*other].0.sentence == self.matches[at].0.sentence
            };
            let any = |list: &[String]| list.iter().any(|pattern| self.of(pattern).iter().any(here));
            any(&guard.any) && !any(&guard.none)
        };
        guards.iter().position(holds).map(|at| at as u32).filter(|_| !self.negated(at))
    }

    fn counts(&self, at: usize) -> bool {
        !self.nested[at] && (self.lifted || !self.negated(at) && self.guarded(at).is_none())
    }

    /// The evidence of a rule in the unit of the text that these sentences are, if it fires there.
    fn fires_in(&self, rule: &Rule, unit: Option<u32>) -> Option<BTreeSet<usize>> {
        let here = |at: &usize| unit.is_none_or(|unit| self.matches[*at].0.sentence == unit);
        let found = |of: &[Evidence]| -> BTreeSet<usize> {
            of.iter().flat_map(|one| self.of(one.pattern())).filter(here).collect()
        };
        let counting =
            |of: &[Evidence]| -> BTreeSet<usize> { found(of).into_iter().filter(|at| self.counts(*at)).collect() };
        let mut evidence = counting(&rule.any);
        if !found(&rule.none).is_empty() || !rule.any.is_empty() && evidence.is_empty() {
            return None;
        }
        for alternatives in &rule.all {
            let own = counting(alternatives.patterns());
            if own.is_empty() {
                return None;
            }
            evidence.extend(own);
        }
        for near in &rule.near {
            let with = counting(&near.with);
            let pair =
                |one: usize| with.iter().find(|other| self.near(one, **other, near.within)).map(|other| [one, *other]);
            let pairs: Vec<_> = counting(&near.any).into_iter().filter_map(pair).flatten().collect();
            if pairs.is_empty() {
                return None;
            }
            evidence.extend(pairs);
        }
        (!evidence.is_empty()).then_some(evidence)
    }

    fn firings(&self, fits: impl Fn(usize, &Rule) -> bool) -> Vec<Firing<'a>> {
        let sentences: BTreeSet<_> = self.matches.iter().map(|(m, _)| Some(m.sentence)).collect();
        let fire = |(code, (place, rule)): (u32, (usize, &'a Rule))| {
            let units = if rule.scope == Scope::Text { BTreeSet::from([None]) } else { sentences.clone() };
            let evidence: BTreeSet<_> =
                units.into_iter().filter_map(|unit| self.fires_in(rule, unit)).flatten().collect();
            (code, (place, rule), evidence)
        };
        self.rules()
            .filter(|(_, (place, rule))| fits(*place, rule))
            .map(fire)
            .filter(|(.., evidence)| !evidence.is_empty())
            .collect()
    }

    /// Marks evidence inside longer evidence.
    fn nest(&mut self, firings: &[Firing<'_>]) {
        let each = || firings.iter().flat_map(|(code, _, evidence)| evidence.iter().map(move |at| (*code, *at)));
        for (code, at) in each() {
            let keyed = |of: u32| self.settings.nested_scope == NestedScope::Dictionary || of == code;
            let inside = |of: usize| self.matches[at].0.is_inside(&self.matches[of].0);
            if each().any(|(of, longer)| keyed(of) && inside(longer)) {
                self.nested[at] = true;
            }
        }
    }

    fn weight(rule: &Rule, pattern: &str) -> f64 {
        rule.patterns().find(|(_, one)| one.pattern() == pattern).map_or(0.0, |(_, one)| one.weight() * rule.weight)
    }

    /// The evidence of rules, each match with the weight of its pattern.
    fn weighed(&self, firings: &[Firing<'a>]) -> Vec<Weighed<'_>> {
        let of_rule = |(code, (place, rule), evidence): &Firing<'a>| {
            let (code, rule_at, rule) = (*code, *place, *rule);
            let weigh = move |at: usize| {
                let pattern = self.matches[at].1.as_str();
                Weighed { code, rule: rule_at, pattern, weight: Self::weight(rule, pattern), at }
            };
            evidence.clone().into_iter().map(weigh)
        };
        firings.iter().flat_map(of_rule).collect()
    }

    /// Every span counts for one pattern of one rule; the weights of those that have a span are added up.
    fn score(&self, weighed: &[Weighed<'_>], code: u32) -> f64 {
        let count = |text: &str, of: fn(char) -> bool| text.chars().filter(|c| of(*c)).count();
        let wildcards = |one: &Weighed<'_>| count(one.pattern, |c| matches!(c, '*' | '?'));
        let letters = |one: &Weighed<'_>| count(one.pattern, char::is_alphanumeric);
        let span = |one: &Weighed<'_>| (self.matches[one.at].0.start, self.matches[one.at].0.end);
        let own: Vec<_> = weighed.iter().filter(|one| one.code == code).collect();
        let spans: BTreeSet<_> = own.iter().map(|one| span(one)).collect();
        let first = |place: (u32, u32)| {
            let claims = own.iter().filter(|one| span(one) == place);
            claims.min_by(|a, b| {
                (b.weight.total_cmp(&a.weight))
                    .then(wildcards(a).cmp(&wildcards(b)))
                    .then(letters(b).cmp(&letters(a)))
                    .then(a.pattern.cmp(b.pattern))
                    .then(a.rule.cmp(&b.rule))
            })
        };
        let counting: BTreeSet<_> = spans.into_iter().filter_map(first).map(|one| (one.rule, one.pattern)).collect();
        let weight = |pair: (usize, &str)| own.iter().find(|one| (one.rule, one.pattern) == pair).map(|one| one.weight);
        counting.into_iter().filter_map(weight).sum()
    }

    fn outcome(mut self) -> Outcome<usize> {
        let own = self.settings.domains.get(self.domain.word()).cloned().unwrap_or_default();
        let passes = |score: f64| score >= own.threshold - 1e-9;
        let codes = self.book.codes(self.domain);
        let position = |id: &str| codes.iter().position(|code| code.id == id).map(|at| at as u32);
        let parent = |code: u32| codes[code as usize].parent.as_deref().and_then(position);
        let scored = |plain: &Self, firings: &[Firing<'a>]| -> Vec<(u32, f64, BTreeSet<usize>)> {
            let weighed = plain.weighed(firings);
            let codes: BTreeSet<_> = weighed.iter().map(|one| one.code).collect();
            let evidence = |code| weighed.iter().filter(|one| one.code == code).map(|one| one.at).collect();
            codes.iter().map(|code| (*code, plain.score(&weighed, *code), evidence(*code))).collect()
        };
        // Rules that must not fire `without` a code are told apart by their place in the order of rules.
        let fired = |plain: &mut Self, dropped: &BTreeSet<usize>| -> (Vec<Firing<'a>>, BTreeSet<usize>) {
            let firm = |_: usize, rule: &Rule| rule.without.is_empty();
            plain.nest(&plain.firings(firm));
            let mut firings = plain.firings(firm);
            let found = scored(plain, &firings);
            let passing: Vec<_> = found.iter().filter(|(_, score, _)| passes(*score)).map(|(code, ..)| *code).collect();
            let named: BTreeSet<_> =
                passing.iter().copied().chain(passing.iter().filter_map(|code| parent(*code))).collect();
            let yields =
                |rule: &Rule| rule.without.iter().filter_map(|id| position(id)).any(|code| named.contains(&code));
            let yielding = plain.rules().filter(|(_, (_, rule))| yields(rule)).map(|(_, (place, _))| place);
            let dropped: BTreeSet<_> = yielding.chain(dropped.iter().copied()).collect();
            let stays = |place: usize, rule: &Rule| !firm(place, rule) && !dropped.contains(&place);
            if !plain.firings(stays).is_empty() {
                let all: Vec<_> = firings.iter().cloned().chain(plain.firings(stays)).collect();
                plain.nest(&all);
                firings.extend(plain.firings(stays));
            }
            (firings, dropped)
        };
        let (firings, dropped) = fired(&mut self, &BTreeSet::new());
        let mut found = scored(&self, &firings);
        let mut doubts = BTreeSet::new();
        let mut against = Vec::new();
        // What would count if nothing were negated or guarded, and the rules that have not fired had not, either.
        let (matches, nested) = (self.matches.clone(), vec![false; self.matches.len()]);
        let mut lifted = Plain { settings: self.settings.clone(), matches, nested, lifted: true, ..self };
        let (lifted, _) = fired(&mut lifted, &dropped);
        let of_rule = |firings: &[Firing<'a>], of: usize| -> BTreeSet<usize> {
            firings
                .iter()
                .filter(|(_, (place, _), _)| *place == of)
                .flat_map(|(.., evidence)| evidence.clone())
                .collect()
        };
        for (code, (place, rule)) in self.rules() {
            let (counting, would_count) = (of_rule(&firings, place), of_rule(&lifted, place));
            let counted = |at: usize| counting.iter().any(|other| self.matches[*other].1 == self.matches[at].1);
            let any = rule.any.iter().flat_map(|one| self.of(one.pattern()));
            for at in any.filter(|at| would_count.contains(at) && !counted(*at)) {
                let guarded = self.guarded(at).map(|guard| Doubt::Guarded(code, guard));
                doubts.extend(if self.negated(at) { Some(Doubt::Negated(code)) } else { guarded });
            }
            for one in &rule.against {
                let (pattern, weight) = (one.pattern(), one.weight());
                let speaks = self.of(pattern).into_iter().filter(|at| !self.negated(*at));
                against.extend(speaks.map(|at| Weighed { code, rule: place, pattern, weight, at }));
            }
        }
        for (code, score, _) in &mut found {
            if against.iter().any(|one| one.code == *code) {
                *score -= self.score(&against, *code);
                doubts.insert(Doubt::Contradicted(*code));
            }
        }
        found.retain(|(_, score, _)| passes(*score));
        let implied: BTreeSet<_> = found.iter().filter_map(|(code, ..)| parent(*code)).collect();
        found.retain(|(code, ..)| !implied.contains(code));
        found.sort_by_key(|(code, ..)| *code);
        if own.choose == Choose::Dominant && found.len() > 1 {
            let most = found.iter().map(|(_, score, _)| *score).fold(f64::MIN, f64::max);
            found.retain(|(_, score, _)| *score >= most - 1e-9);
            found.sort_by_key(|(code, _, evidence)| (evidence.first().map(|at| self.matches[*at].0.start), *code));
            doubts.extend((found.len() > 1).then(|| Doubt::Tie(found.iter().map(|(code, ..)| *code).collect())));
            found.truncate(1);
        }
        doubts.extend(found.iter().filter(|(_, s, _)| *s < 1.5 * own.threshold).map(|(code, ..)| Doubt::Weak(*code)));
        let codes = found.into_iter().map(|(code, score, evidence)| (code, score, evidence.into_iter().collect()));
        (codes.collect(), doubts.into_iter().collect())
    }
}

/// Decides by numbers that the property test makes up.
struct Dice<'a>(std::slice::Iter<'a, u8>);

impl Dice<'_> {
    fn below(&mut self, sides: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or_default()) % sides
    }

    fn one_of<T: Copy, const N: usize>(&mut self, all: [T; N]) -> T {
        all[self.below(N)]
    }

    fn some<T>(&mut self, most: usize, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| one(self)).collect()
    }

    fn pattern(&mut self) -> &'static str {
        const PATTERNS: [&str; 12] = ["a", "b", "c", "d", "e", "a b", "b c", "a b c", "c d", "b*", "e * a", "d e"];
        self.one_of(PATTERNS)
    }

    /// A pattern; each has one weight, which sums hold exactly. `b` and `b*` weigh the same.
    fn evidence(&mut self) -> Value {
        let pattern = self.pattern();
        let weight = [1.0, 0.5, 2.0][pattern.trim_end_matches('*').len() % 3];
        json!({ "pattern": pattern, "weight": weight })
    }

    fn rule(&mut self) -> Value {
        let mut rule = json!({ "scope": self.one_of(["sentence", "text"]), "weight": self.one_of([1.0, 0.5]) });
        let kind = self.below(4);
        if kind != 1 {
            let first = self.evidence();
            rule["any"] = json!([vec![first], self.some(2, Self::evidence)].concat());
        }
        if kind == 1 || kind == 2 {
            let (any, with) = (self.evidence(), self.evidence());
            rule["near"] = json!([{ "any": [any], "with": [with, self.evidence()], "within": 1 + self.below(3) }]);
        }
        if kind == 3 {
            rule["all"] = json!([self.evidence(), [self.evidence(), self.evidence()]]);
        }
        rule["none"] = json!(self.some(1, Self::evidence));
        rule["against"] = json!(self.some(1, Self::evidence));
        rule["without"] = json!(self.some(1, |dice| dice.one_of(["A", "A1", "B", "C"])));
        rule
    }

    fn book(&mut self) -> Value {
        let codes = ["A", "A1", "B", "C"].map(|id| {
            let mut code = json!({ "id": id, "label": { "sv": id }, "definition": { "sv": id } });
            code["rules"] = json!(
                self.some(2, Self::rule).into_iter().filter(|rule| rule["without"] != json!([id])).collect::<Vec<_>>()
            );
            if id == "A1" {
                code["parent"] = json!("A");
            }
            code
        });
        let posting = |id: &str| json!({ "id": id, "label": { "sv": id }, "plural": { "sv": id }, "system": "s" });
        // A second domain that is coded from the text of the first.
        let mut again = posting("again");
        again["texts"] = json!(["activity"]);
        let guards = self.some(2, |dice| {
            let any = [dice.pattern()];
            let (none, scope) = (dice.some(1, Self::pattern), dice.one_of(["sentence", "text"]));
            json!({ "name": "g", "any": any, "none": none, "scope": scope })
        });
        let negation = json!({
            "before": self.some(1, Self::pattern), "after": self.some(1, Self::pattern), "within": self.below(3),
            "except": self.some(1, Self::pattern), "stop": self.some(1, Self::pattern),
        });
        json!({
            "id": "test", "version": "1", "title": { "sv": "Test" },
            "coding": {
                "nested_scope": self.one_of(["dictionary", "key"]), "negation": negation,
                "domains": { "activity": { "choose": "dominant" }, "effect": { "guards": guards, "threshold": 1.5 } },
            },
            "domains": [posting("activity"), posting("effect"), posting("theme"), again],
            "systems": [{ "id": "s", "label": { "sv": "S" }, "codes": codes }],
        })
    }
}

/// What was found in parts of a text, each by itself, laid one after the other.
fn matches(rulebook: &Rulebook, parts: &[&str]) -> Vec<(Match, String)> {
    let mut reader = rulebook.reader();
    let (mut all, mut offset, mut words, mut sentences) = (Vec::new(), 0, 0, 0);
    for part in parts {
        for m in reader.matches(part) {
            let (start, end, first, last) = (m.start + offset, m.end + offset, m.first + words, m.last + words);
            let own = Match { start, end, first, last, sentence: m.sentence + sentences, ..*m };
            all.push((own, rulebook.patterns()[m.pattern as usize].clone()));
        }
        offset += part.len() as u32 + 1;
        // More than a part has, so that nothing stands near across parts.
        (words, sentences) = (words + 1000, sentences + 1000);
    }
    all
}

/// What the coder says of a domain, its evidence by offsets and patterns.
fn coded(rulebook: &Rulebook, domain: Domain, parts: &[&str; 2]) -> Outcome<[u32; 3]> {
    let mut reader = rulebook.reader();
    reader.begin();
    let names = TextNames::default();
    let named = names.iter().filter(|name| ["activity", "effect"].contains(&name.word()));
    for (part, name) in parts.iter().zip(named) {
        reader.append(part, mask(name, rulebook.domains.keys().copied()));
    }
    reader.scan();
    reader.apply_rules();
    let place = |(_, at): &(u32, u32)| {
        let m = &reader.found()[*at as usize];
        [m.start, m.end, m.pattern]
    };
    let of = |code: u32| reader.verdict.evidence.iter().filter(move |(own, _)| *own == code).map(place).collect();
    let own = |code: u32| rulebook.codes[code as usize].domain == domain;
    let codes = reader.verdict.codes.iter().filter(|(code, _)| own(*code));
    let codes = codes.map(|&(code, score)| (rulebook.codes[code as usize].position, score, of(code)));
    let doubts = reader.verdict.doubts.iter().filter(|(of, _)| *of == domain).map(|(_, doubt)| doubt.clone());
    (codes.collect(), doubts.collect())
}

/// Under `key` a match inside longer evidence of one code does not count for another, either: `b` lies inside `a b`, which is
/// evidence for A, and so the pair of B has lost its first half, although nothing longer speaks for B.
#[test]
fn what_lies_inside_evidence_of_one_code_is_lost_to_the_pairs_of_another() {
    let code =
        |id: &str, rule: Value| json!({ "id": id, "label": { "sv": id }, "definition": { "sv": id }, "rules": [rule] });
    let book = json!({
        "id": "test", "version": "1", "title": { "sv": "Test" },
        "coding": { "nested_scope": "key" },
        "domains": [{ "id": "effect", "label": { "sv": "e" }, "plural": { "sv": "e" }, "system": "s" }],
        "systems": [{ "id": "s", "label": { "sv": "S" }, "codes": [
            code("A", json!({ "any": ["a b", "b"] })),
            code("B", json!({ "near": [{ "any": ["b"], "with": ["c"], "within": 3 }] })),
        ] }],
    });
    let book = Codebook::parse(&book.to_string(), "made up").unwrap_or_else(|messages| panic!("{messages:?}"));
    let rulebook = Rulebook::new(&book).unwrap_or_else(|reason| panic!("{reason}"));
    let reading = rulebook.reader().code(book.domains[0].id, "a b och c");
    assert_eq!(reading.found.iter().map(|found| (found.code, found.score)).collect::<Vec<_>>(), [(0, 1.0)]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(500))]
    #[test]
    fn the_coder_says_what_the_plain_reading_says(
        numbers in proptest::collection::vec(proptest::prelude::any::<u8>(), 200),
        activity in "([abcde]|ab|bc)([ ,.]{1,2}([abcde]|bc)){0,9}",
        effect in "([ABCDE]|bc)([ .\n] ?([abcde]|bC)){0,9}",
    ) {
        let written = Dice(numbers.iter()).book().to_string();
        let book = Codebook::parse(&written, "made up").unwrap_or_else(|messages| panic!("{messages:?}"));
        let rulebook = Rulebook::new(&book).unwrap_or_else(|reason| panic!("{reason}"));
        for (domain, parts) in book.domains().zip([
            vec![activity.as_str()],
            vec!["", effect.as_str()],
            vec![activity.as_str(), effect.as_str()],
            vec![activity.as_str()],
        ]) {
            let mut matches = matches(&rulebook, &parts);
            if domain.word() == "effect" {
                let before = activity.len() as u32;
                matches.iter_mut().for_each(|(m, _)| (m.start, m.end) = (m.start + before, m.end + before));
            }
            let nested = vec![false; matches.len()];
            let places: Vec<_> = matches.iter().map(|(m, _)| [m.start, m.end, m.pattern]).collect();
            let settings = book.coding.clone().unwrap_or_default();
            let (codes, doubts) = Plain { book: &book, settings, domain, matches, nested, lifted: false }.outcome();
            let placed = |at: Vec<usize>| at.into_iter().map(|at| places[at]).collect::<Vec<_>>();
            let codes: Vec<_> = codes.into_iter().map(|(code, score, at)| (code, score, placed(at))).collect();
            proptest::prop_assert_eq!(coded(&rulebook, domain, &[&activity, &effect]), (codes, doubts), "{} {}", domain, written);
        }
    }
}
