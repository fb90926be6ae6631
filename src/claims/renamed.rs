//! Codes in assertions by new names.

use super::token::{Token, tokens};

/// An assertion in which names have new names; `None` where none of them stands in it, or it cannot be read.
pub fn renamed<'n>(assertion: &str, new: impl Fn(&str) -> Option<&'n str>) -> Option<String> {
    let characters: Vec<char> = assertion.chars().collect();
    let written = |from: usize, to: usize| characters.get(from..to).unwrap_or_default().iter().collect::<String>();
    let (mut text, mut at) = (String::new(), 0);
    for (token, span) in tokens(assertion).ok()? {
        let put = match &token {
            Token::Name(name) => new(name).map(|new| if is_name(new) { new.to_owned() } else { format!("'{new}'") }),
            // Between the quotation marks that stand there.
            Token::Text(inside) => {
                new(inside).map(|new| written(span.start, span.start + 1) + new + &written(span.end - 1, span.end))
            }
            Token::Number(_) | Token::Sign(_) | Token::End => None,
        };
        let Some(put) = put else { continue };
        text += &(written(at, span.start) + &put);
        at = span.end;
    }
    (at > 0).then(|| text + &written(at, characters.len()))
}

/// Whether a text stands for itself in an assertion.
fn is_name(text: &str) -> bool {
    matches!(tokens(text).as_deref(), Ok([(Token::Name(name), _), (Token::End, _)]) if name == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(assertion: &str) -> Option<String> {
        let new = |code: &str| match code {
            "G1" => Some("G2"),
            "G2" => Some("1x"),
            "1a" => Some("G1.1"),
            _ => None,
        };
        renamed(assertion, new)
    }

    #[test]
    fn codes_are_met_whole_and_stand_as_they_can() {
        assert_eq!(of("G1 first in kronor by activity").as_deref(), Some("G2 first in kronor by activity"));
        assert_eq!(of("G11, G1.1 common in x"), None);
        assert_eq!(of("interventions(activity = G2) > 1").as_deref(), Some("interventions(activity = '1x') > 1"));
        assert_eq!(of("å(goal = ”1a”, '1a');  x = G1").as_deref(), Some("å(goal = ”G1.1”, 'G1.1');  x = G2"));
        assert_eq!(of("a = 'b"), None);
    }
}
