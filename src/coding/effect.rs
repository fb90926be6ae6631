//! What one pattern more would change: which codes rules would give and take, held against what people have coded.

use std::cmp::Reverse;

use super::evaluation::Hits;
use super::rules::RuleCodings;
use crate::codebook::Domain;
use crate::survey::Unit;

/// A pattern that would speak for a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPattern {
    /// The domain.
    pub domain: Domain,
    /// The code.
    pub code: String,
    /// The pattern.
    pub pattern: String,
}

/// An answer to which rules would give other codes.
#[derive(Clone, Debug)]
pub struct Flip<'u> {
    /// The answer.
    pub unit: &'u Unit,
    /// The codes that rules give now.
    pub from: Vec<String>,
    /// The codes that they would give.
    pub to: Vec<String>,
    /// What people gave; `None` where nobody has coded it.
    pub people: Option<Vec<String>>,
}

/// What a pattern would change.
#[derive(Clone, Debug, Default)]
pub struct Effect<'u> {
    /// Answers in which it would count for its code.
    pub matches: usize,
    /// Answers to which rules would give other codes, most funds first.
    pub flips: Vec<Flip<'u>>,
    /// How the code does now, against what people have coded.
    pub before: Hits,
    /// How it would do.
    pub after: Hits,
}

impl Flip<'_> {
    /// Whether people gave the code `code`; `None` where nobody has coded the answer.
    pub fn is_right(&self, code: &str) -> Option<bool> {
        self.people.as_ref().map(|people| people.iter().any(|own| own == code))
    }
}

/// What a pattern changes from the codes that rules give without it to those that they give with it. Only `units` are looked at:
/// answers that are held back, or that whoever asks has yet to code blind, are none of them. `people` says what people gave.
pub fn effect<'u>(
    new: &NewPattern,
    (before, after): (&RuleCodings, &RuleCodings),
    units: impl Iterator<Item = &'u Unit>,
    people: impl Fn(&Unit) -> Option<Vec<String>>,
) -> Effect<'u> {
    let mut effect = Effect::default();
    let codes = |rules: &RuleCodings, unit: &Unit| -> Vec<String> {
        rules.scores(&unit.id, new.domain).map(|(code, _)| code.to_owned()).collect()
    };
    for unit in units.filter(|unit| unit.kind == new.domain.unit()) {
        let (from, to, people) = (codes(before, unit), codes(after, unit), people(unit));
        let mut evidence = after.evidence(&unit.id, new.domain, &new.code).into_iter();
        effect.matches += usize::from(evidence.any(|(pattern, _)| pattern == new.pattern));
        if let Some(people) = &people {
            effect.before.count(from.contains(&new.code), people.contains(&new.code));
            effect.after.count(to.contains(&new.code), people.contains(&new.code));
        }
        if from != to {
            effect.flips.push(Flip { unit, from, to, people });
        }
    }
    effect.flips.sort_by(|a, b| (Reverse(a.unit.funds), &a.unit.id).cmp(&(Reverse(b.unit.funds), &b.unit.id)));
    effect
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::codebook::{Codebook, UnitKind};
    use crate::coding::rules::Rulebook;
    use crate::diagnostic::Place;
    use crate::money::Amount;
    use crate::register::{Level, recipients};
    use crate::study::TextNames;
    use crate::survey::Texts;

    const BOOK: &str = r#"{"id":"b","version":"1","title":{"sv":"Bok"},
        "domains":[{"id":"activity","label":{"sv":"Aktivitet"},"plural":{"sv":"Aktiviteter"},"system":"s"}],
        "systems":[{"id":"s","label":{"sv":"S"},"codes":[
            {"id":"G1","label":{"sv":"Ett"},"definition":{"sv":"Ett."},"rules":[{"any":["mottagning*"]}]},
            {"id":"G2","label":{"sv":"Två"},"definition":{"sv":"Två."}}]}]}"#;

    fn unit(id: &str, text: &str, kronor: i64) -> Unit {
        let names = TextNames::default();
        let activity = names.iter().find(|name| name.word() == "activity");
        let texts: BTreeMap<_, _> = activity.into_iter().map(|name| (name, text.to_owned())).collect();
        Unit {
            kind: UnitKind::Intervention,
            id: id.into(),
            area: "psyk".into(),
            respondent: id.into(),
            recipient: recipients(Level::region())[0].clone(),
            texts: Texts::new(names.shared(), &texts),
            funds: Amount::from_kronor(kronor),
            place: Place::file("svar.csv"),
        }
    }

    /// Worked out by hand: `jour*` counts in B, C and D. Rules then give G2 to B, which people say, too, to C, which people deny, and
    /// to D, which nobody has coded. E is G2 by people and stays missed.
    #[test]
    fn a_pattern_gains_and_loses_as_counted_by_hand() {
        let units = [
            unit("A", "Ny mottagning", 100),
            unit("B", "Jour på kvällar", 500),
            unit("C", "Jour", 300),
            unit("D", "Mottagning med jour", 400),
            unit("E", "Kurs", 50),
        ];
        let people: BTreeMap<&str, &str> = [("A", "G1"), ("B", "G2"), ("C", "G1"), ("E", "G2")].into();
        let units: Vec<&Unit> = units.iter().collect();
        let book = Codebook::parse(BOOK, "b.json").unwrap_or_default();
        let domain = book.domains().next().unwrap_or_else(|| panic!("no domain"));
        let new = NewPattern { domain, code: "G2".to_owned(), pattern: "jour*".to_owned() };
        let with = book.with_pattern(domain, "G2", "jour*", "b.json").unwrap_or_default();
        let rules = |book: &Codebook| {
            let rulebook = Rulebook::new(book).unwrap_or_else(|wrong| panic!("{wrong}"));
            RuleCodings::new(&rulebook, &units)
        };
        let said = |unit: &Unit| Some(vec![(*people.get(&*unit.id)?).to_owned()]);
        let found = effect(&new, (&rules(&book), &rules(&with)), units.iter().copied(), said);
        let flips: Vec<_> =
            found.flips.iter().map(|flip| (&*flip.unit.id, flip.from.join(" "), flip.to.join(" "))).collect();
        let wanted = [("B", "", "G2"), ("D", "G1", "G1 G2"), ("C", "", "G2")];
        assert_eq!(flips, wanted.map(|(id, from, to)| (id, from.to_owned(), to.to_owned())));
        let right: Vec<_> = found.flips.iter().map(|flip| flip.is_right("G2")).collect();
        assert_eq!((found.matches, right), (3, vec![Some(true), None, Some(false)]));
        assert_eq!(found.before, Hits { found: 0, wrong: 0, missed: 2 });
        assert_eq!(found.after, Hits { found: 1, wrong: 1, missed: 1 });
    }
}
