//! A codebook with one pattern more, as a new version.

use super::rules::{Evidence, Rule};
use super::{Code, Codebook, Domain};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;

impl Codebook {
    /// The codebook in which a pattern speaks for a code of a domain, too; its version is the next.
    ///
    /// The pattern joins a rule of the code that is for this domain alone and has nothing but patterns of which one is enough;
    /// where there is none it is a rule of its own. Domains that share the codes keep their rules.
    ///
    /// # Errors
    /// There is no such code, the pattern is none, or it speaks for the code already. `name` is how messages call the codebook.
    pub fn with_pattern(&self, domain: Domain, code: &str, pattern: &str, name: &str) -> Result<Self, Diagnostics> {
        let wrong = |message| Diagnostics::from(Diagnostic::error(Place::file(name), message));
        let pattern = pattern.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut book = self.clone();
        let own = book.code_mut(domain, code).ok_or_else(|| {
            let suggestion =
                crate::diagnostic::did_you_mean(code, self.codes(domain).iter().map(|own| own.id.as_str()));
            wrong(msg!("no-such-code", code = shown(code), domain = domain.word(), suggestion))
        })?;
        let speaks =
            |rule: &Rule| rule.is_for(domain) && rule.is_plain() && rule.any.iter().any(|own| own.pattern() == pattern);
        if own.rules.iter().any(speaks) {
            return Err(wrong(msg!("pattern-there-already", pattern = shown(&pattern), code = shown(code))));
        }
        let evidence = Evidence::Plain(pattern);
        match own.rules.iter_mut().find(|rule| rule.is_plain() && rule.domains == [domain.word()]) {
            Some(rule) => rule.any.push(evidence),
            None => own.rules.push(Rule {
                domains: vec![domain.word().to_owned()],
                any: vec![evidence],
                weight: 1.0,
                ..Rule::default()
            }),
        }
        book.version = next(&self.version);
        // What is wrong with a pattern is found where every codebook is checked.
        let text = book.to_json().map_err(|error| wrong(msg!("codebook-unreadable", reason = error.to_string())))?;
        Self::parse(&text, name)
    }

    fn code_mut(&mut self, domain: Domain, id: &str) -> Option<&mut Code> {
        let system = self.domains.iter().find(|used| used.id == domain)?.system.clone();
        let system = self.systems.iter_mut().find(|own| own.id == system)?;
        system.codes.iter_mut().find(|code| code.id == id)
    }
}

impl Rule {
    /// Whether it has nothing but patterns of which one is enough, of full weight.
    fn is_plain(&self) -> bool {
        let patterns_only =
            Self { domains: self.domains.clone(), any: self.any.clone(), weight: 1.0, ..Self::default() };
        !self.any.is_empty() && *self == patterns_only
    }
}

/// The version after one: its last number counts on; one without a number gets one.
fn next(version: &str) -> String {
    let digits = version.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (head, number) = version.split_at(version.len() - digits);
    match number.parse::<u64>() {
        Ok(number) => format!("{head}{}", number.saturating_add(1)),
        Err(_) => format!("{version}.1"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOK: &str = r#"{"id":"b","version":"2024.9","title":{"sv":"Bok"},
        "domains":[{"id":"activity","label":{"sv":"Aktivitet"},"plural":{"sv":"Aktiviteter"},"system":"s"},
                   {"id":"output","label":{"sv":"Prestation"},"plural":{"sv":"Prestationer"},"system":"s"}],
        "systems":[{"id":"s","label":{"sv":"S"},"codes":[
            {"id":"G1","label":{"sv":"Ett"},"definition":{"sv":"Ett."},"rules":[{"any":["mottagning*"]}]},
            {"id":"G2","label":{"sv":"Två"},"definition":{"sv":"Två."}}]}]}"#;

    fn book() -> Codebook {
        Codebook::parse(BOOK, "b.json").unwrap_or_else(|wrong| panic!("{:?}", wrong.sorted()))
    }

    fn domain(book: &Codebook, word: &str) -> Domain {
        book.domain(word).unwrap_or_else(|| panic!("no {word}"))
    }

    #[test]
    fn a_pattern_is_a_rule_of_its_domain_and_joins_the_next() {
        let book = book();
        let activity = domain(&book, "activity");
        let once = book.with_pattern(activity, "G2", "  drop  in ", "b.json").unwrap_or_default();
        let twice = once.with_pattern(activity, "G2", "jour*", "b.json").unwrap_or_default();
        assert_eq!((once.version.as_str(), twice.version.as_str()), ("2024.10", "2024.11"));
        let rules = &twice.code(activity, "G2").unwrap_or_else(|| panic!("no G2")).rules;
        let any: Vec<&str> = rules.iter().flat_map(|rule| &rule.any).map(Evidence::pattern).collect();
        assert_eq!((rules.len(), any), (1, vec!["drop in", "jour*"]));
        assert_eq!(rules[0].domains, ["activity"]);
        // The rule that both domains share stays as it was.
        assert_eq!(twice.code(activity, "G1"), book.code(activity, "G1"));
    }

    #[test]
    fn what_is_no_code_no_pattern_or_there_already_is_refused() {
        let book = book();
        let activity = domain(&book, "activity");
        for (code, pattern) in [("G9", "jour"), ("G2", ""), ("G2", "*"), ("G1", "mottagning*")] {
            assert!(book.with_pattern(activity, code, pattern, "b.json").is_err(), "{code} {pattern}");
        }
    }

    #[test]
    fn versions_count_on() {
        let versions = [("1", "2"), ("2024.9", "2024.10"), ("utkast", "utkast.1"), ("v09", "v10"), ("", ".1")];
        versions.iter().for_each(|(old, new)| assert_eq!(next(old), *new));
    }
}
