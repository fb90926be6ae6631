//! `report.toml` by a new codebook: the main codes of items are changed in place.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::plan::Plan;

/// The text of a report's declarations, where its items name main codes that have other ids, and how many do.
pub fn recoded(text: &str, plan: &Plan) -> Option<(String, usize)> {
    let (table, _) = DeTable::parse_recoverable(text);
    let items = table.get_ref().get("item")?.get_ref().as_array()?;
    let main = |item: &'_ toml::Spanned<DeValue<'_>>| {
        let main = item.get_ref().as_table()?.get("main")?;
        let now = plan.renamed(main.get_ref().as_str()?)?;
        Some((main.span(), now.to_owned()))
    };
    let edits: Vec<(Range<usize>, String)> = items.iter().filter_map(main).collect();
    let mut new = text.to_owned();
    for (span, code) in edits.iter().rev() {
        new.replace_range(span.clone(), &quoted(&text[span.clone()], code));
    }
    (!edits.is_empty()).then_some((new, edits.len()))
}

/// A code as the file quotes it.
fn quoted(before: &str, code: &str) -> String {
    let plain = !code.contains(['\'', '"', '\\']) && !code.chars().any(char::is_control);
    match before.chars().next() {
        Some(mark @ ('\'' | '"')) if plain && !before.starts_with("'''") && !before.starts_with("\"\"\"") => {
            format!("{mark}{code}{mark}")
        }
        _ => serde_json::Value::from(code).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migration::testing::plan;

    #[test]
    fn main_codes_of_items_are_changed_and_nothing_else() {
        let map = "version = \"2\"\n[[rename]]\nsystem = \"s\"\ncode = \"1\"\nto = \"10\"\n";
        let text = "# 1\nsource = \"1\"\n[[item]]\nmain = \"1\" # 1\n[[item]]\nmain = '1'\ntitle = \"1\"\n[[item]]\nmain = \"11\"\n";
        let new = text.replace("main = \"1\" ", "main = \"10\" ").replace("main = '1'", "main = '10'");
        assert_eq!(recoded(text, &plan(map)), Some((new, 2)));
        assert_eq!(recoded("[[item]]\nmain = \"2\"\n", &plan(map)), None);
    }
}
