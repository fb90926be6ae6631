//! Where two texts differ.

use crate::mask::without_contacts;

/// So much of a text stands before the place where it differs, in letters.
const BEFORE: usize = 24;

/// Two texts from a little before the place where they differ first, without contact data.
pub fn apart(old: &str, new: &str) -> [String; 2] {
    let [old, new] = [old, new].map(|text| without_contacts(text).chars().collect::<Vec<char>>());
    // What differs may be contact data alone.
    let same = if old == new { 0 } else { old.iter().zip(&new).take_while(|(one, other)| one == other).count() };
    let from = match same.saturating_sub(BEFORE) {
        0 => 0,
        // A word is shown whole.
        from => (from..=same).find(|at| old[at - 1].is_whitespace()).unwrap_or(from),
    };
    let mark = if from == 0 { "" } else { "…" };
    [old, new].map(|text| format!("{mark}{}", text[from..].iter().collect::<String>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_shown_from_a_little_before_they_differ() {
        assert_eq!(apart("Ny mottagning", "Ny mottagning för unga"), ["Ny mottagning", "Ny mottagning för unga"]);
        let long = "Vi har utbildat all personal på våra mottagningar i ";
        let found = apart(&format!("{long}lågaffektivt bemötande"), &format!("{long}samtalsmetodik"));
        assert_eq!(found, ["…på våra mottagningar i lågaffektivt bemötande", "…på våra mottagningar i samtalsmetodik"]);
        let long = "ö".repeat(100);
        let end = format!("…{}", "ö".repeat(BEFORE));
        assert_eq!(apart(&long, &format!("{long}b")), [end.clone(), end + "b"]);
    }

    #[test]
    fn contact_data_are_masked_before_a_text_is_cut() {
        let found = apart("Ring 070-123 45 67 till anna", "Ring 070-123 45 67 till oss");
        assert_eq!(found, ["Ring […] till anna", "Ring […] till oss"]);
    }

    #[test]
    fn what_is_taken_away_or_the_same_is_no_trouble() {
        assert_eq!(apart("a", ""), ["a", ""]);
        assert_eq!(apart("", ""), ["", ""]);
        let long = "ö".repeat(100);
        assert_eq!(apart(&long, &long), [long.as_str(), &long]);
    }
}
