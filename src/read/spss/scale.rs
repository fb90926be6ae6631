//! Value labels of one variable that mean the opposite of what they mean in the others of its question.

use std::collections::{BTreeMap, BTreeSet};

use super::variable::Variable;
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::msg;

/// A warning for every variable, by its column, whose labels stand at other values than in most variables of the same question.
pub(super) fn swapped(variables: &[Variable], place: impl Fn(usize) -> Place) -> BTreeMap<usize, Diagnostic> {
    /// So many must agree against one.
    const AGREE: usize = 2;
    type Scale = BTreeMap<String, String>;
    let mut questions: BTreeMap<(String, BTreeSet<String>), BTreeMap<Scale, Vec<usize>>> = BTreeMap::new();
    for (column, variable) in variables.iter().enumerate() {
        let scale: Scale = variable.scale().collect();
        let labels: BTreeSet<String> = scale.values().cloned().collect();
        if labels.len() > 1 {
            questions.entry((question(variable), labels)).or_default().entry(scale).or_default().push(column);
        }
    }
    let mut found = BTreeMap::new();
    for scales in questions.into_values().filter(|scales| scales.len() > 1) {
        let most = scales.values().map(Vec::len).max().unwrap_or_default();
        let Some((usual, _)) = scales.iter().find(|(_, columns)| columns.len() == most) else { continue };
        for (scale, columns) in scales.iter().filter(|(_, columns)| columns.len() < most && most >= AGREE) {
            let differs = scale.iter().find_map(|(value, label)| {
                let other = usual.get(value)?;
                (other != label).then_some((value, label, other))
            });
            let Some((value, label, other)) = differs else { continue };
            for column in columns {
                let name = variables.get(*column).map_or("", |variable| variable.name.as_str());
                let (variable, label, other) = (shown(name), shown(label), shown(other));
                let message = msg!("spss-labels-swapped", value, variable, label, other, count = most);
                found.insert(*column, Diagnostic::warning(place(*column), message));
            }
        }
    }
    found
}

/// What the variables of a question have in common: the beginning of their labels, or their names up to the number.
fn question(variable: &Variable) -> String {
    const ENOUGH: usize = 20;
    if variable.title == variable.name || variable.title.chars().count() < ENOUGH {
        return variable.name.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    }
    variable.title.chars().take(ENOUGH).collect()
}
