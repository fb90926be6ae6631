//! What a declaration file may hold, as data: values, tables and what must hold between the keys of a table.

use std::ops::RangeInclusive;

use serde_json::Value as Json;

use crate::wording::Message;

/// The value of a key.
#[derive(Clone, Debug)]
pub(super) struct Value {
    /// What it means; nothing for an item of a list.
    pub about: Option<Message>,
    /// What it looks like.
    pub form: Form,
    /// What holds where the key is missing.
    pub default: Option<Json>,
}

/// What a value looks like.
#[derive(Clone, Debug)]
pub(super) enum Form {
    /// A text.
    Text,
    /// One of these words.
    Words(Vec<&'static str>),
    /// One of these words, or a name that the file declares.
    Names(Vec<&'static str>),
    /// A whole number.
    Integer(RangeInclusive<i64>),
    /// A number, whole or not.
    Number,
    /// Yes or no.
    Flag,
    /// A list of so many values.
    List(Box<Form>, RangeInclusive<usize>),
    /// A table with keys of its own.
    Table(Table),
    /// A table with free keys.
    Free(Box<Form>),
    /// One of several forms.
    Any(Vec<Form>),
}

/// A table with its keys, in the order in which editors offer them.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// The keys.
    pub keys: Vec<(&'static str, Value)>,
    /// Those that must be there.
    pub required: Vec<&'static str>,
    /// What must hold between keys.
    pub rules: Vec<Rule>,
    /// What further keys hold, which the file declares itself.
    pub further: Option<Box<Form>>,
    /// Kinds of the table that have different keys; the first that applies.
    pub kinds: Vec<(When, Table)>,
}

/// What must hold between the keys of a table.
#[derive(Clone, Debug)]
pub(super) enum Rule {
    /// Exactly one of the keys.
    OneOf(Vec<&'static str>),
    /// One of the keys, or none.
    AtMostOne(Vec<&'static str>),
    /// The first key, or else the second.
    Either(&'static str, &'static str),
    /// Where the key is, these are, too.
    With(&'static str, Vec<&'static str>),
    /// Where the key has the value, another key is needed.
    Where(&'static str, &'static str, &'static str),
}

/// When a table is of a kind.
#[derive(Clone, Debug)]
pub(super) enum When {
    /// One of the keys is there.
    Has(Vec<&'static str>),
    /// The key has one of the values.
    Is(&'static str, Vec<&'static str>),
    /// Always.
    Otherwise,
}

impl Value {
    fn new(about: Message, form: Form) -> Self {
        Self { about: Some(about), form, default: None }
    }

    /// What holds where the key is missing.
    pub(super) fn default(mut self, default: impl Into<Json>) -> Self {
        self.default = Some(default.into());
        self
    }
}

impl Table {
    /// A key that may be there.
    pub(super) fn key(mut self, key: &'static str, value: Value) -> Self {
        self.keys.push((key, value));
        self
    }

    /// A key that must be there.
    pub(super) fn need(mut self, key: &'static str, value: Value) -> Self {
        self.required.push(key);
        self.key(key, value)
    }

    /// All keys of another table.
    pub(super) fn with(mut self, other: Self) -> Self {
        self.keys.extend(other.keys);
        self.required.extend(other.required);
        self.rules.extend(other.rules);
        self
    }

    /// What must hold between keys.
    pub(super) fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Further keys, which the file declares itself.
    pub(super) fn further(mut self, form: Form) -> Self {
        self.further = Some(Box::new(form));
        self
    }

    /// A table of several kinds.
    pub(super) fn of_kinds(kinds: Vec<(When, Self)>) -> Self {
        Self { kinds, ..Self::default() }
    }

    /// A key's value: its own, or that of the first kind that has it.
    pub(super) fn value(&self, key: &str) -> Option<&Value> {
        let own = self.keys.iter().find(|(known, _)| *known == key).map(|(_, value)| value);
        own.or_else(|| self.kinds.iter().find_map(|(_, kind)| kind.value(key)))
    }

    /// A key's value where the kind is not known: that of [`Self::value`], with the words of all kinds.
    pub(super) fn widest(&self, key: &str) -> Option<Value> {
        let mut value = self.value(key)?.clone();
        if let Form::Words(all) = &mut value.form {
            for other in self.kinds.iter().filter_map(|(_, kind)| kind.widest(key)) {
                let Form::Words(words) = other.form else { continue };
                all.extend(words.into_iter().filter(|word| !all.contains(word)).collect::<Vec<_>>());
            }
        }
        Some(value)
    }

    /// Every key of the table and its kinds, each once.
    pub(super) fn all_keys(&self) -> Vec<&'static str> {
        let mut all: Vec<_> = Vec::new();
        let kinds = self.kinds.iter().flat_map(|(_, kind)| kind.all_keys());
        for key in self.keys.iter().map(|(key, _)| *key).chain(kinds) {
            if !all.contains(&key) {
                all.push(key);
            }
        }
        all
    }
}

/// A text.
pub(super) fn text(about: Message) -> Value {
    Value::new(about, Form::Text)
}

/// A text, or a table with `sv` and `en`.
pub(super) fn titled(about: Message, languages: Table) -> Value {
    Value::new(about, Form::Any(vec![Form::Text, Form::Table(languages)]))
}

/// One of these words.
pub(super) fn words(about: Message, words: impl Into<Vec<&'static str>>) -> Value {
    Value::new(about, Form::Words(words.into()))
}

/// One of these words, or a name that the file declares.
pub(super) fn names(about: Message, words: impl Into<Vec<&'static str>>) -> Value {
    Value::new(about, Form::Names(words.into()))
}

/// A whole number.
pub(super) fn integer(about: Message, range: RangeInclusive<i64>) -> Value {
    Value::new(about, Form::Integer(range))
}

/// Yes or no.
pub(super) fn flag(about: Message) -> Value {
    Value::new(about, Form::Flag)
}

/// A list of texts.
pub(super) fn texts(about: Message) -> Value {
    list(about, Form::Text, 0..=usize::MAX)
}

/// A list of so many values.
pub(super) fn list(about: Message, form: Form, count: RangeInclusive<usize>) -> Value {
    Value::new(about, Form::List(Box::new(form), count))
}

/// A text, or a list with so many at least.
pub(super) fn one_or_several(about: Message, least: usize) -> Value {
    Value::new(about, Form::Any(vec![Form::Text, Form::List(Box::new(Form::Text), least..=usize::MAX)]))
}

/// A table.
pub(super) fn table(about: Message, table: Table) -> Value {
    Value::new(about, Form::Table(table))
}

/// A list of tables (`[[key]]`).
pub(super) fn tables(about: Message, table: Table) -> Value {
    list(about, Form::Table(table), 0..=usize::MAX)
}

/// A table with free keys.
pub(super) fn free(about: Message, form: Form) -> Value {
    Value::new(about, Form::Free(Box::new(form)))
}

/// One of several forms.
pub(super) fn any(about: Message, forms: Vec<Form>) -> Value {
    Value::new(about, Form::Any(forms))
}
