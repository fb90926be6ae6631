//! Texts for readers who see no picture, as long as Word's readers have them read out: what is longer stands in the page.

/// No alternative text is longer, in characters.
pub const LONGEST: usize = 250;

/// Whole sentences shorter than this say too little; words are cut instead.
const SHORTEST: usize = 60;

/// A text of at most so many characters as 250: as many whole sentences as there is room for, or else words and a sign that some are
/// left out.
pub fn short(text: &str) -> String {
    let text = text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if text.chars().count() <= LONGEST {
        return text;
    }
    let room = |end: &usize| text[..*end].chars().count() <= LONGEST;
    let sentences = sentence_ends(&text).take_while(room).last().filter(|end| text[..*end].chars().count() >= SHORTEST);
    if let Some(end) = sentences {
        return text[..end].to_owned();
    }
    let words = text.match_indices(' ').map(|(at, _)| at).take_while(|at| text[..*at].chars().count() < LONGEST).last();
    let all = || text.char_indices().nth(LONGEST - 1).map_or(text.len(), |(at, _)| at);
    format!("{}…", text[..words.unwrap_or_else(all)].trim_end_matches([',', ';', ':', '–', ' ']))
}

/// Where sentences end: behind a full stop that a capital letter follows.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices(['.', '?', '!']).map(|(at, sign)| at + sign.len()).filter(|end| {
        let mut behind = text[*end..].chars();
        // Nor does a sentence end behind "t.ex.".
        let word = text[..*end - 1].rsplit(' ').next().unwrap_or_default();
        !word.contains('.') && behind.next().is_none_or(|c| c == ' ') && behind.next().is_none_or(char::is_uppercase)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_stays_as_it_is() {
        assert_eq!(short("Två staplar.\nDen högre är 12."), "Två staplar. Den högre är 12.");
    }

    #[test]
    fn a_long_text_ends_at_a_sentence_or_else_at_a_word() {
        let sentence = "Bland 21 regioner svarade 18 att de har en plan, dvs. 86 procent.";
        // 65 characters and a space: three fit into 250, not four.
        let long = [sentence; 5].join(" ");
        assert_eq!(short(&long), [sentence; 3].join(" "));
        // One sentence of 60 times "ord " has no end within the room: 62 words of three letters and their spaces are 247.
        let words = "ord ".repeat(90) + "slut.";
        assert_eq!(short(&words), ["ord"; 62].join(" ") + "…");
        assert_eq!(short(&"å".repeat(400)).chars().count(), LONGEST);
    }
}
