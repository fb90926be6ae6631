//! From sheets to a codebook, with the same checks as a file; every problem at its sheet and cell.

use serde_json::{Map, Value, json};

use super::cell::said_list;
use super::plan::{SheetKind, codes, domains, guards, settings, systems};
use super::rows::{Line, Rows};
use super::rule_rows::{self, Rules};
use super::source::Cells;
use super::words::{CHOICES, NESTED, SETTINGS};
use super::{Found, Word};
use crate::codebook::{
    Choose, Codebook, CodingSettings, DomainCoding, FORMAT, Guard, Negation, NestedScope, Scope, check, newer_format,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::wording::{Text, library_says};

/// The codebook that sheets of a workbook are, and what there is to tell of them.
///
/// # Errors
/// All problems, each with its sheet and cell.
pub fn read(sheets: &[Found]) -> Result<(Codebook, Diagnostics), Diagnostics> {
    let file = sheets.first().map(|found| Place::file(&*found.place.file)).unwrap_or_default();
    let mut reader = Reader { cells: Cells { file, ..Cells::default() }, ..Reader::default() };
    let found = SheetKind::ALL.map(|kind| Rows::find(kind, sheets, &mut reader.messages));
    let [Some(codes), Some(rules), Some(systems), Some(domains), Some(guards), Some(settings)] = found else {
        return Err(reader.messages);
    };
    let domains = reader.domains(&domains);
    let systems = reader.systems(&systems, &codes, &rules);
    reader.settings(&settings);
    reader.guards(&guards);
    let Reader { cells, mut messages, mut top, title, coding, .. } = reader;
    top.insert("title".to_owned(), json!(title));
    top.extend(coding.map(|coding| ("coding".to_owned(), json!(coding))));
    top.extend([("domains".to_owned(), domains), ("systems".to_owned(), systems)]);
    if messages.has_errors() {
        return Err(messages);
    }
    let book: Codebook = match serde_json::from_value(Value::Object(top)) {
        Ok(book) => book,
        Err(error) => {
            return Err(Diagnostic::error(cells.file, msg!("codebook-malformed", reason = library_says(error))).into());
        }
    };
    messages.extend(check::check(&book, &cells));
    if messages.has_errors() { Err(messages) } else { Ok((book, messages)) }
}

#[derive(Default)]
struct Reader {
    cells: Cells,
    messages: Diagnostics,
    /// The keys at the top of a codebook, as far as a row says one.
    top: Map<String, Value>,
    title: Text,
    coding: Option<CodingSettings>,
    /// Whether a row says how far negations reach.
    reaches: bool,
}

/// A text in its languages, from the cells of two columns.
fn text(line: Line<'_>, column: usize) -> Value {
    let mut text = Map::new();
    text.insert("sv".to_owned(), line.text(column).unwrap_or_default().into());
    text.extend(line.text(column + 1).map(|english| ("en".to_owned(), english.into())));
    Value::Object(text)
}

impl Reader {
    fn domains(&mut self, rows: &Rows<'_>) -> Value {
        let mut all = Vec::new();
        for line in rows.lines() {
            let Some(id) = line.needed(domains::ID, &mut self.messages) else { continue };
            let system = line.needed(domains::SYSTEM, &mut self.messages).unwrap_or_default();
            self.cells.ids.push((id.clone(), line.place(domains::ID)));
            let (label, plural) = (text(line, domains::LABEL), text(line, domains::PLURAL));
            let unit = line.word(domains::UNIT, &mut self.messages);
            let optional = line.word(domains::OPTIONAL, &mut self.messages).map(|word| word == "true");
            let (attains, result_of) = (line.text(domains::ATTAINS), line.text(domains::RESULT_OF));
            all.push(json!({
                "id": id, "label": label, "plural": plural, "system": system, "unit": unit,
                "texts": said_list(line.raw(domains::TEXTS)), "optional": optional,
                "attains": attains, "result_of": result_of,
            }));
        }
        Value::Array(all)
    }

    fn systems(&mut self, rows: &Rows<'_>, code_rows: &Rows<'_>, rule_rows: &Rows<'_>) -> Value {
        let ids: Vec<String> = code_rows.lines().filter_map(|line| line.text(codes::ID)).collect();
        let rules = rule_rows::rules(rule_rows, &ids, &mut self.cells, &mut self.messages);
        let known: Vec<String> = rows.lines().filter_map(|line| line.text(systems::ID)).collect();
        for line in code_rows.lines() {
            self.check_code(line, &known);
        }
        let mut all = Vec::new();
        for line in rows.lines() {
            let Some(id) = line.needed(systems::ID, &mut self.messages) else { continue };
            self.cells.ids.push((id.clone(), line.place(systems::ID)));
            let of_system = code_rows.lines().filter(|code| code.text(codes::SYSTEM).as_ref() == Some(&id));
            // Of a system that stands there twice, which is told, the second has none.
            let is_first = !all.iter().any(|system: &Value| system["id"] == *id);
            let codes: Vec<Value> = of_system.filter(|_| is_first).map(|line| self.code(line, &rules)).collect();
            all.push(json!({ "id": id, "label": text(line, systems::LABEL), "codes": codes }));
        }
        Value::Array(all)
    }

    /// A code must have an id, and a system that stands on its sheet.
    fn check_code(&mut self, line: Line<'_>, known: &[String]) {
        line.needed(codes::ID, &mut self.messages);
        let Some(system) = line.needed(codes::SYSTEM, &mut self.messages) else { return };
        if !known.contains(&system) {
            let suggestion = did_you_mean(&system, known.iter().map(String::as_str));
            let message = msg!("book-system-unknown", system = shown(&system), suggestion);
            self.messages.push(Diagnostic::error(line.place(codes::SYSTEM), message));
        }
    }

    fn code(&mut self, line: Line<'_>, rules: &Rules) -> Value {
        let id = line.text(codes::ID).unwrap_or_default();
        self.cells.ids.push((id.clone(), line.place(codes::ID)));
        let own = rules.get(&id).into_iter().flatten().map(|(_, rule)| Value::Object(rule.clone()));
        let rules: Vec<Value> = own.collect();
        let (label, definition) = (text(line, codes::LABEL), text(line, codes::DEFINITION));
        json!({ "id": id, "parent": line.text(codes::PARENT), "label": label, "definition": definition, "rules": rules })
    }

    /// The settings of a domain.
    fn of_domain(&mut self, domain: String) -> &mut DomainCoding {
        self.coding.get_or_insert_default().domains.entry(domain).or_default()
    }

    fn negation(&mut self) -> &mut Negation {
        self.coding.get_or_insert_default().negation.get_or_insert_default()
    }

    fn guards(&mut self, rows: &Rows<'_>) {
        for line in rows.lines() {
            let Some(domain) = line.needed(guards::DOMAIN, &mut self.messages) else { continue };
            let (any, none) = (said_list(line.raw(guards::ANY)), said_list(line.raw(guards::NONE)));
            for (column, patterns) in [(guards::ANY, &any), (guards::NONE, &none)] {
                self.cells.keep("", patterns.clone(), &line.place(column));
            }
            self.cells.keep("", [domain.clone()], &line.place(guards::DOMAIN));
            let scope = match line.word(guards::SCOPE, &mut self.messages) {
                Some("text") => Scope::Text,
                _ => Scope::Sentence,
            };
            let name = line.text(guards::NAME).unwrap_or_default();
            self.of_domain(domain).guards.push(Guard { name, any, none, scope });
        }
    }

    fn settings(&mut self, rows: &Rows<'_>) {
        for line in rows.lines() {
            if line.needed(settings::SETTING, &mut self.messages).is_none() {
                continue;
            }
            match line.word(settings::SETTING, &mut self.messages) {
                Some(key @ ("choose" | "threshold")) => self.setting_of_domain(line, key),
                Some(key @ ("before" | "after" | "stop" | "except" | "within" | "nested_scope")) => {
                    self.setting_of_coding(line, key);
                }
                Some(key) => self.setting(line, key),
                None => {}
            }
        }
        let negates = self.coding.as_ref().is_some_and(|coding| coding.negation.is_some());
        let needed = [("id", true), ("version", true), ("within", negates && !self.reaches)];
        for (key, _) in needed.into_iter().filter(|(key, is_needed)| *is_needed && !self.top.contains_key(*key)) {
            let setting = Word::message(SETTINGS, key);
            self.messages.push(Diagnostic::error(rows.place(), msg!("book-setting-missing", setting)));
        }
    }

    /// A key at the top of a codebook.
    fn setting(&mut self, line: Line<'_>, key: &'static str) {
        let text = line.text(settings::VALUE);
        match key {
            "title.sv" => self.title.sv = text.unwrap_or_default(),
            "title.en" => self.title.en = text,
            "format" => {
                let format = line.whole(settings::VALUE, &mut self.messages);
                if let Some(format) = format.filter(|format| *format > FORMAT) {
                    self.messages.push(newer_format(line.place(settings::VALUE), format));
                }
                self.top.extend(format.map(|format| (key.to_owned(), format.into())));
            }
            _ => self.top.extend(text.map(|text| (key.to_owned(), text.into()))),
        }
    }

    /// How rules are applied in all domains.
    fn setting_of_coding(&mut self, line: Line<'_>, key: &'static str) {
        let place = line.place(settings::VALUE);
        match key {
            "nested_scope" => {
                let nested = line.word_of(NESTED, settings::VALUE, &mut self.messages);
                self.coding.get_or_insert_default().nested_scope = match nested {
                    Some("key") => NestedScope::Key,
                    _ => NestedScope::Dictionary,
                };
            }
            "within" => {
                self.cells.keep("", ["negation".to_owned()], &place);
                if let Some(within) = line.whole(settings::VALUE, &mut self.messages) {
                    self.reaches = true;
                    self.negation().within = usize::try_from(within).unwrap_or(usize::MAX);
                }
            }
            _ => {
                let patterns = said_list(line.raw(settings::VALUE));
                self.cells.keep("", patterns.clone(), &place);
                if !patterns.is_empty() {
                    let negation = self.negation();
                    *match key {
                        "before" => &mut negation.before,
                        "after" => &mut negation.after,
                        "stop" => &mut negation.stop,
                        _ => &mut negation.except,
                    } = patterns;
                }
            }
        }
    }

    /// How many codes a domain chooses, and the score from which.
    fn setting_of_domain(&mut self, line: Line<'_>, key: &'static str) {
        let Some(domain) = line.needed(settings::DOMAIN, &mut self.messages) else { return };
        self.cells.keep("", [domain.clone()], &line.place(settings::DOMAIN));
        if key == "choose" {
            let chosen = line.word_of(CHOICES, settings::VALUE, &mut self.messages);
            let choose = if chosen == Some("dominant") { Choose::Dominant } else { Choose::All };
            self.of_domain(domain).choose = choose;
        } else if let Some(threshold) = line.number(settings::VALUE, &mut self.messages) {
            if threshold <= 0.0 {
                self.cells.keep("", [key.to_owned()], &line.place(settings::VALUE));
            }
            self.of_domain(domain).threshold = threshold;
        }
    }
}
