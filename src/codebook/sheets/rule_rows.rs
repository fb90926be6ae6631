//! Rules from their rows: those of one code and number are one rule.

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::cell::{said_names, said_patterns};
use super::plan::rules;
use super::rows::{Line, Rows};
use super::source::Cells;
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::msg;

/// The rules of every code, in the order of their first rows.
pub(super) type Rules = IndexMap<String, IndexMap<u32, Map<String, Value>>>;

/// Reads the rules of codes.
pub(super) fn rules(rows: &Rows<'_>, codes: &[String], cells: &mut Cells, messages: &mut Diagnostics) -> Rules {
    let mut all = Rules::new();
    for line in rows.lines() {
        let Some(code) = line.needed(rules::CODE, messages) else { continue };
        if !codes.contains(&code) {
            let suggestion = did_you_mean(&code, codes.iter().map(String::as_str));
            let message = msg!("book-rule-of-unknown-code", code = shown(&code), suggestion);
            messages.push(Diagnostic::error(line.place(rules::CODE), message));
            continue;
        }
        if line.needed(rules::NUMBER, messages).is_none() {
            continue;
        }
        let Some(number) = line.whole(rules::NUMBER, messages) else { continue };
        cells.keep(&code, [String::new()], &line.place(rules::NUMBER));
        let rule = all.entry(code.clone()).or_default().entry(number).or_default();
        let mut reader = Reader { line, code: &code, cells, messages };
        reader.of_rule(rule);
        reader.condition(rule);
    }
    all
}

struct Reader<'a> {
    line: Line<'a>,
    code: &'a str,
    cells: &'a mut Cells,
    messages: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// What holds for the rule as a whole, in whichever of its rows it stands.
    fn of_rule(&mut self, rule: &mut Map<String, Value>) {
        let line = self.line;
        let domains = said_names(line.raw(rules::DOMAINS));
        self.cells.keep(self.code, domains.clone(), &line.place(rules::DOMAINS));
        let domains = (!domains.is_empty()).then(|| Value::from(domains));
        self.set(rule, "domains", domains, rules::DOMAINS);
        let scope = line.word(rules::SCOPE, self.messages).map(Value::from);
        self.set(rule, "scope", scope, rules::SCOPE);
        let weight = line.number(rules::WEIGHT, self.messages).map(Value::from);
        self.set(rule, "weight", weight, rules::WEIGHT);
    }

    /// Two rows of a rule may not say two things of it.
    fn set(&mut self, rule: &mut Map<String, Value>, key: &str, value: Option<Value>, column: usize) {
        let Some(value) = value else { return };
        if rule.get(key).is_some_and(|earlier| *earlier != value) {
            let message = msg!("book-rule-rows-differ", value = shown(self.line.raw(column)), code = shown(self.code));
            self.messages.push(Diagnostic::error(self.line.place(column), message));
        }
        rule.insert(key.to_owned(), value);
    }

    /// The condition of the row.
    fn condition(&mut self, rule: &mut Map<String, Value>) {
        let line = self.line;
        if line.needed(rules::CONDITION, self.messages).is_none() {
            return;
        }
        let Some(condition) = line.word(rules::CONDITION, self.messages) else { return };
        match condition {
            "without" => {
                let codes = said_names(line.raw(rules::PATTERNS));
                self.cells.keep(self.code, codes.clone(), &line.place(rules::PATTERNS));
                add(rule, condition, codes.into_iter().map(Value::from));
            }
            "near" => {
                let (any, with) = (self.patterns(rules::PATTERNS), self.patterns(rules::WITH));
                line.needed(rules::WITHIN, self.messages);
                let within = line.whole(rules::WITHIN, self.messages).unwrap_or(1);
                add(rule, condition, [json!({ "any": any, "with": with, "within": within })]);
            }
            "all-one" => {
                let patterns = self.patterns(rules::PATTERNS);
                add(rule, "all", [Value::from(patterns)]);
            }
            _ => {
                let patterns = self.patterns(rules::PATTERNS);
                add(rule, condition, patterns);
            }
        }
        if condition != "near" {
            self.only_near(rules::WITH);
            self.only_near(rules::WITHIN);
        }
    }

    fn patterns(&mut self, column: usize) -> Vec<Value> {
        let (patterns, wrong) = said_patterns(self.line.raw(column));
        let place = self.line.place(column);
        for line in wrong {
            self.messages.push(Diagnostic::error(place.clone(), msg!("book-weight-unreadable", line = shown(&line))));
        }
        let text = |pattern: &Value| pattern.as_str().or_else(|| pattern["pattern"].as_str()).map(ToOwned::to_owned);
        self.cells.keep(self.code, patterns.iter().filter_map(text), &place);
        patterns
    }

    /// What only stands beside the condition for words that are close together.
    fn only_near(&mut self, column: usize) {
        let raw = self.line.raw(column);
        if !crate::signs::is_blank(raw) {
            let message = msg!("book-only-near", value = shown(raw));
            self.messages.push(Diagnostic::error(self.line.place(column), message));
        }
    }
}

/// Adds to a list of a rule.
fn add(rule: &mut Map<String, Value>, key: &str, values: impl IntoIterator<Item = Value>) {
    if let Value::Array(list) = rule.entry(key).or_insert_with(|| json!([])) {
        list.extend(values);
    }
}
