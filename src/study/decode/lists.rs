//! Values that are lists: of texts, of whole numbers.

use toml::de::DeValue;

use super::{Declared, Section};
use crate::msg;

impl Section<'_> {
    /// A list of whole numbers within a range; empty where the key is missing.
    pub fn integers(&self, key: &'static str, range: std::ops::RangeInclusive<i64>) -> Vec<i64> {
        #[cfg(test)]
        super::recorded::range(&self.path, key, &range);
        let Some(value) = self.raw(key) else { return Vec::new() };
        let (first, last) = (range.start().to_string(), range.end().to_string());
        let expected = msg!("wanted-numbers", first, last);
        let Some(items) = value.get_ref().as_array() else {
            self.mistyped(key, value, expected);
            return Vec::new();
        };
        let mut numbers = Vec::new();
        for item in items {
            let number = match item.get_ref() {
                DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix()).ok(),
                _ => None,
            };
            match number.filter(|number| range.contains(number)) {
                Some(number) => numbers.push(number),
                None => self.mistyped(key, item, expected.clone()),
            }
        }
        numbers
    }

    /// Whether the key is a list of nothing.
    pub fn is_empty_list(&self, key: &'static str) -> bool {
        self.raw(key).and_then(|value| value.get_ref().as_array()).is_some_and(|items| items.is_empty())
    }

    /// A text, or a list of texts that is not empty; nothing where the key is missing.
    pub fn text_or_texts(&self, key: &'static str) -> Vec<Declared<String>> {
        let list = self.table.get(key).and_then(|value| value.get_ref().as_array());
        match list {
            Some(items) if !items.is_empty() => self.declared_texts(key),
            // An empty list is no text.
            _ => self.text(key).into_iter().collect(),
        }
    }

    /// A list of texts; empty where the key is missing.
    pub fn texts(&self, key: &'static str) -> Vec<String> {
        self.declared_texts(key).into_iter().map(|text| text.value).collect()
    }

    /// A text, or several in a list; empty where the key is missing.
    pub fn one_or_several(&self, key: &'static str) -> Vec<Declared<String>> {
        match self.raw(key) {
            Some(value) if value.get_ref().as_array().is_some() => self.declared_texts(key),
            _ => self.text(key).into_iter().collect(),
        }
    }

    /// A list of texts with their places; empty where the key is missing.
    pub fn declared_texts(&self, key: &'static str) -> Vec<Declared<String>> {
        let Some(value) = self.raw(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.mistyped(key, value, msg!("wanted-texts"));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) => {
                    texts.push(Declared { value: text.to_owned(), place: self.source.place(&item.span()) });
                }
                None => self.mistyped(key, item, msg!("wanted-texts")),
            }
        }
        texts
    }
}
