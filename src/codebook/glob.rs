//! A word of a pattern, with wildcards.

use super::words;

/// A word with wildcards, in small letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Glob(Vec<Piece>);

/// A part of a word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Literal(String),
    One,
    Any,
}

impl Glob {
    /// Reads a word: `*` stands for any letters, also none, and `?` for one.
    pub(super) fn of(word: &str) -> Self {
        let mut folded = String::new();
        words::fold_into(word, &mut folded);
        let mut pieces: Vec<Piece> = Vec::new();
        for c in folded.chars() {
            match (c, pieces.last_mut()) {
                ('*', Some(Piece::Any)) => {}
                ('*', _) => pieces.push(Piece::Any),
                ('?', _) => pieces.push(Piece::One),
                (c, Some(Piece::Literal(literal))) => literal.push(c),
                (c, _) => pieces.push(Piece::Literal(c.into())),
            }
        }
        Self(pieces)
    }

    /// The letters between wildcards.
    pub fn literals(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Literal(literal) => Some(literal.as_str()),
            _ => None,
        })
    }

    /// Whether it has no wildcard.
    pub fn is_exact(&self) -> bool {
        matches!(self.0.as_slice(), [Piece::Literal(_)])
    }

    /// The letters with which every match begins; empty after a wildcard.
    pub fn prefix(&self) -> &str {
        match self.0.first() {
            Some(Piece::Literal(literal)) => literal,
            _ => "",
        }
    }

    /// Whether a word in small letters matches.
    pub fn matches(&self, word: &str) -> bool {
        // The usual walk with one way back: to the last `*`, which then takes one letter more.
        let (mut piece, mut rest) = (0, word);
        let mut back: Option<(usize, &str)> = None;
        loop {
            let step = match self.0.get(piece) {
                Some(Piece::Any) => {
                    back = Some((piece + 1, rest));
                    piece += 1;
                    continue;
                }
                Some(Piece::One) => rest.chars().next().map(|c| &rest[c.len_utf8()..]),
                Some(Piece::Literal(literal)) => rest.strip_prefix(literal.as_str()),
                None if rest.is_empty() => return true,
                None => None,
            };
            if let Some(after) = step {
                (piece, rest) = (piece + 1, after);
                continue;
            }
            let Some((from, taken)) = back else { return false };
            let Some(c) = taken.chars().next() else { return false };
            let taken = &taken[c.len_utf8()..];
            back = Some((from, taken));
            (piece, rest) = (from, taken);
        }
    }

    /// Whether every word that `other` matches is matched by this one, as far as can be told from their form: `utbild*`
    /// covers `utbildning` and `utbildnings*`.
    pub fn covers(&self, other: &Self) -> bool {
        // A wildcard of the other stands for a letter that no pattern writes, so only a wildcard here can take it.
        let stand_in = |piece: &Piece| match piece {
            Piece::Literal(literal) => literal.clone(),
            Piece::One => "\u{1}".to_owned(),
            Piece::Any => "\u{1}\u{2}".to_owned(),
        };
        let most: String = other.0.iter().map(stand_in).collect();
        let least: String = other.literals().collect();
        self.matches(&most) && (other.0.iter().all(|p| *p != Piece::Any) || self.matches(&least))
    }
}

#[cfg(test)]
mod tests {
    use super::Glob;

    #[test]
    fn wildcards_match_inside_words() {
        let glob = Glob::of;
        assert!(glob("utbild*").matches("utbildningar") && !glob("utbild*").matches("vidareutbildning"));
        assert!(glob("*vägledning").matches("vägledning") && glob("*vägledning").matches("studievägledning"));
        assert!(glob("samord*plan*").matches("samordningsplanen") && !glob("samord*plan*").matches("samordning"));
        assert!(glob("m?te").matches("möte") && !glob("m?te").matches("mte"));
        assert!(glob("*a*a*b").matches("aaaab") && !glob("*a*a*b").matches("aaaac"));
    }

    #[test]
    fn covering_is_told_from_the_form() {
        let glob = Glob::of;
        assert!(glob("utbild*").covers(&glob("utbildning*")) && !glob("utbildning*").covers(&glob("utbild*")));
        assert!(glob("*vård*").covers(&glob("vård")) && !glob("vård?").covers(&glob("vård*")));
    }
}
