//! Questions that are asked again, under the same words or, as Microsoft Forms writes them, with a digit behind: `Vad gjordes?`,
//! `Vad gjordes?2`, `Vad gjordes?3`. They are told apart by a number: `Vad gjordes? (1)`, `Vad gjordes? (2)`, …

use std::collections::BTreeMap;

/// The names of columns, those that are asked again with their number.
pub fn with_numbers(names: Vec<String>) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let named = names.iter().enumerate().filter(|(_, name)| !name.is_empty());
    named.for_each(|(at, name)| places.entry(name).or_default().push(at));
    let mut numbered: BTreeMap<usize, String> = BTreeMap::new();
    for (name, own) in &places {
        let again = if own.len() > 1 { own.clone() } else { with_digits(&places, name, own) };
        if again.len() > 1 {
            numbered.extend(again.iter().zip(1..).map(|(at, number)| (*at, format!("{name} ({number})"))));
        }
    }
    names.into_iter().enumerate().map(|(at, name)| numbered.remove(&at).unwrap_or(name)).collect()
}

/// The places of a name and of those that have its words and 2, 3, … behind them.
fn with_digits(places: &BTreeMap<&str, Vec<usize>>, name: &str, own: &[usize]) -> Vec<usize> {
    let again = (2_u32..).map_while(|number| places.get(format!("{name}{number}").as_str()));
    own.iter().copied().chain(again.filter_map(|places| places.first().copied())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        with_numbers(names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn a_digit_behind_the_same_words_counts() {
        let found = names(&["ID", "Vad?", "Kr", "Vad?2", "Kr2", "Vad?3", "Kr3", "Klart?"]);
        assert_eq!(found, ["ID", "Vad? (1)", "Kr (1)", "Vad? (2)", "Kr (2)", "Vad? (3)", "Kr (3)", "Klart?"]);
        assert_eq!(names(&["Mål", "Mål3", "Insats 1", "Insats 2"]), ["Mål", "Mål3", "Insats 1", "Insats 2"]);
    }

    #[test]
    fn the_same_words_are_counted_in_their_order() {
        assert_eq!(names(&["Vad?", "Kr", "", "Vad?", "Kr", ""]), ["Vad? (1)", "Kr (1)", "", "Vad? (2)", "Kr (2)", ""]);
    }
}
