//! From a codebook to sheets.

use super::cell::{list, names, patterns, written};
use super::words::{CHOICES, CONDITIONS, NESTED, SCOPES, SETTINGS, UNITS, YES_NO};
use super::{Sheet, SheetKind, Word};
use crate::codebook::{
    Alternatives, Choose, Code, Codebook, CodingSettings, DomainUse, Evidence, Guard, NestedScope, Rule, Scope, System,
};
use crate::wording::{Language, Text};

/// So many UTF-16 units fit into a cell.
const LONGEST: usize = 32_767;

/// A text that no cell can hold.
#[derive(Clone, Debug)]
pub struct TooLong {
    /// The sheet it would stand on.
    pub kind: SheetKind,
    /// What stands in the first cell of its row.
    pub row: String,
    /// The column, by place.
    pub column: usize,
}

/// The sheets of a codebook, in the order of the workbook; words of cells are those of the language.
///
/// # Errors
/// [`TooLong`] where a text is longer than a cell can hold.
pub fn sheets(book: &Codebook, language: Language) -> Result<Vec<Sheet>, TooLong> {
    let writer = Writer { language };
    let codes = || book.systems.iter().flat_map(|system| system.codes.iter().map(move |code| (system, code)));
    let coding = book.coding.iter();
    let guarded =
        coding.flat_map(|coding| &coding.domains).flat_map(|(word, own)| own.guards.iter().map(move |g| (word, g)));
    let rows = |kind: SheetKind| -> Vec<Vec<String>> {
        match kind {
            SheetKind::Codes => codes().map(|(system, code)| code_row(system, code)).collect(),
            SheetKind::Rules => codes().flat_map(|(_, code)| writer.rules(code)).collect(),
            SheetKind::Systems => book.systems.iter().map(system_row).collect(),
            SheetKind::Domains => book.domains.iter().map(|used| writer.domain(used)).collect(),
            SheetKind::Guards => guarded.clone().map(|(word, guard)| writer.guard(word, guard)).collect(),
            SheetKind::Settings => writer.settings(book),
        }
    };
    SheetKind::ALL.into_iter().map(|kind| fitting(Sheet { kind, rows: rows(kind) })).collect()
}

/// The sheet, where cells can hold its texts.
fn fitting(sheet: Sheet) -> Result<Sheet, TooLong> {
    let is_long = |text: &String| text.len() > LONGEST && text.encode_utf16().count() > LONGEST;
    for row in &sheet.rows {
        if let Some(column) = row.iter().position(is_long) {
            let name = row.first().filter(|_| column > 0).cloned().unwrap_or_default();
            return Err(TooLong { kind: sheet.kind, row: name, column });
        }
    }
    Ok(sheet)
}

fn optional(text: Option<&String>) -> String {
    text.map(|text| written(text)).unwrap_or_default()
}

/// The two cells of a text.
fn in_languages(text: &Text) -> [String; 2] {
    // A text without Swedish is blank: the key is never missing.
    let swedish = if text.sv.is_empty() { String::new() } else { written(&text.sv) };
    [swedish, optional(text.en.as_ref())]
}

fn code_row(system: &System, code: &Code) -> Vec<String> {
    let head = [written(&system.id), written(&code.id), optional(code.parent.as_ref())];
    head.into_iter().chain(in_languages(&code.label)).chain(in_languages(&code.definition)).collect()
}

fn system_row(system: &System) -> Vec<String> {
    [written(&system.id)].into_iter().chain(in_languages(&system.label)).collect()
}

/// What a row of a rule says beside the rule itself.
#[derive(Default)]
struct Condition {
    key: &'static str,
    patterns: String,
    with: String,
    within: String,
}

struct Writer {
    language: Language,
}

impl Writer {
    fn word(&self, words: &[Word], key: &str) -> String {
        Word::written(words, key, self.language)
    }

    fn scope(&self, scope: Scope) -> String {
        match scope {
            Scope::Sentence => String::new(),
            Scope::Text => self.word(SCOPES, "text"),
        }
    }

    fn domain(&self, used: &DomainUse) -> Vec<String> {
        let [label, plural] = [&used.label, &used.plural].map(in_languages);
        let unit = used.unit.map(|unit| self.word(UNITS, unit.word())).unwrap_or_default();
        let optional_word = used.optional.map(|is| self.word(YES_NO, if is { "true" } else { "false" }));
        let mut row = vec![written(used.id.word())];
        row.extend(label.into_iter().chain(plural));
        row.extend([written(&used.system), unit, list(&used.texts), optional_word.unwrap_or_default()]);
        row.extend([optional(used.attains.as_ref()), optional(used.result_of.as_ref())]);
        row
    }

    /// The rows of a code's rules; what holds for a rule as a whole stands in its first row.
    fn rules(&self, code: &Code) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for (number, rule) in (1_usize..).zip(&code.rules) {
            for (at, condition) in self.conditions(rule).into_iter().enumerate() {
                let mut row = vec![written(&code.id), number.to_string(), self.word(CONDITIONS, condition.key)];
                row.extend([condition.patterns, condition.with, condition.within]);
                row.extend(if at == 0 { self.of_rule(rule) } else { Default::default() });
                rows.push(row);
            }
        }
        rows
    }

    fn of_rule(&self, rule: &Rule) -> [String; 3] {
        let weight = if rule.weight == 1.0 { String::new() } else { rule.weight.to_string() };
        [names(&rule.domains), self.scope(rule.scope), weight]
    }

    fn conditions(&self, rule: &Rule) -> Vec<Condition> {
        let patterns = |evidence: &[Evidence]| patterns(evidence, self.language);
        let group = |key: &'static str, evidence: &[Evidence]| Condition {
            key,
            patterns: patterns(evidence),
            ..Default::default()
        };
        let some = |key: &'static str, evidence: &[Evidence]| (!evidence.is_empty()).then(|| group(key, evidence));
        let mut conditions: Vec<Condition> = some("any", &rule.any).into_iter().collect();
        let is_single = |alternatives: &Alternatives| matches!(alternatives, Alternatives::One(_));
        for run in rule.all.chunk_by(|one, next| is_single(one) && is_single(next)) {
            let key = if run.iter().all(is_single) { "all" } else { "all-one" };
            let evidence: Vec<Evidence> = run.iter().flat_map(Alternatives::patterns).cloned().collect();
            conditions.push(group(key, &evidence));
        }
        conditions.extend(some("none", &rule.none));
        conditions.extend(rule.near.iter().map(|near| Condition {
            key: "near",
            patterns: patterns(&near.any),
            with: patterns(&near.with),
            within: near.within.to_string(),
        }));
        let without = || Condition { key: "without", patterns: names(&rule.without), ..Default::default() };
        conditions.extend((!rule.without.is_empty()).then(without));
        conditions.extend(some("against", &rule.against));
        conditions
    }

    fn guard(&self, domain: &str, guard: &Guard) -> Vec<String> {
        let name = if guard.name.is_empty() { String::new() } else { written(&guard.name) };
        vec![written(domain), name, list(&guard.any), list(&guard.none), self.scope(guard.scope)]
    }

    fn setting(&self, key: &str, domain: &str, value: String) -> Vec<String> {
        let domain = if domain.is_empty() { String::new() } else { written(domain) };
        vec![self.word(SETTINGS, key), domain, value]
    }

    fn settings(&self, book: &Codebook) -> Vec<Vec<String>> {
        let [swedish, english] = in_languages(&book.title);
        let format = book.format.map(|format| format.to_string());
        let whole = [
            ("id", Some(written(&book.id))),
            ("version", Some(written(&book.version))),
            ("title.sv", Some(swedish)),
            ("title.en", Some(english)),
            ("format", format),
            ("$schema", book.schema.as_ref().map(|schema| written(schema))),
        ];
        let row = |(key, value): (&str, Option<String>)| Some(self.setting(key, "", value?));
        let whole = whole.into_iter().filter_map(row);
        whole.chain(book.coding.iter().flat_map(|coding| self.coding(coding))).collect()
    }

    fn coding(&self, coding: &CodingSettings) -> Vec<Vec<String>> {
        let nested = match coding.nested_scope {
            NestedScope::Dictionary => "dictionary",
            NestedScope::Key => "key",
        };
        let mut rows = vec![self.setting("nested_scope", "", self.word(NESTED, nested))];
        if let Some(own) = &coding.negation {
            rows.push(self.setting("within", "", own.within.to_string()));
            let lists = [("before", &own.before), ("after", &own.after), ("stop", &own.stop), ("except", &own.except)];
            rows.extend(lists.map(|(key, words)| self.setting(key, "", list(words))));
        }
        for (domain, own) in &coding.domains {
            let choose = match own.choose {
                Choose::All => "all",
                Choose::Dominant => "dominant",
            };
            rows.push(self.setting("choose", domain, self.word(CHOICES, choose)));
            rows.push(self.setting("threshold", domain, self.language.with_decimal_sign(&own.threshold.to_string())));
        }
        rows
    }
}
