//! What a form says of its own questions: from there come the words for the codes in an export.

use std::collections::BTreeSet;

/// A form.
#[derive(Debug)]
pub struct FormOfTool {
    /// Its file.
    pub file: String,
    /// Its questions.
    pub questions: Vec<Asked>,
}

/// A question of a form.
#[derive(Debug)]
pub struct Asked {
    /// What its columns are called.
    pub variable: String,
    /// Its words.
    pub label: Option<String>,
    /// The codes of its answers, and what they mean, in their order.
    pub choices: Vec<(String, String)>,
    /// Whether several could be chosen.
    pub is_several: bool,
}

impl FormOfTool {
    /// The question to which a name belongs: its variable, or that behind the groups of the form.
    pub fn asked(&self, name: &str) -> Option<&Asked> {
        let is_it = |own: &&Asked| {
            let before = name.strip_suffix(own.variable.as_str());
            before.is_some_and(|groups| groups.is_empty() || groups.ends_with(['/', '-']))
        };
        self.questions.iter().filter(is_it).max_by_key(|own| own.variable.len())
    }
}

impl Asked {
    /// What a code means. Names of columns have small letters, and `_` for the sign of a negative one.
    pub fn meaning(&self, code: &str) -> Option<&str> {
        let folded = |text: &str| text.to_lowercase().replace('-', "_");
        let of =
            |is: &dyn Fn(&str) -> bool| self.choices.iter().find(|(own, _)| is(own)).map(|(_, name)| name.as_str());
        of(&|own| own == code).or_else(|| of(&|own| folded(own) == folded(code)))
    }

    /// Whether no two answers are called the same.
    pub fn has_different_names(&self) -> bool {
        let names: BTreeSet<&String> = self.choices.iter().map(|(_, name)| name).collect();
        !names.is_empty() && names.len() == self.choices.len()
    }
}
