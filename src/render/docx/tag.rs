//! Tags of content controls: which of them are ours, and what they hold. A tag has ids and nothing else, so that it is the same year after
//! year and in every language.

/// What our tags begin with.
pub const PREFIX: &str = "insats:";

/// Where the whole report goes in a template.
pub const REPORT: &str = "insats:report";

/// Word takes no longer tag.
pub const LONGEST: usize = 64;

/// What a control holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tagged<'a> {
    /// The picture, table or text of an item.
    Item(&'a str),
    /// What stands above an item as its headline, which its numbers bear; a title stands in no control.
    Headline(&'a str),
    /// The explanation of an item.
    Explanation(&'a str),
    /// The note of an item.
    Note(&'a str),
    /// The sentence of a claim.
    Claim(&'a str),
    /// A number.
    Number(&'a str),
}

impl<'a> Tagged<'a> {
    /// What a tag says; `None` for tags of others.
    pub fn read(tag: &'a str) -> Option<Self> {
        let (kind, id) = tag.strip_prefix(PREFIX)?.split_once('/')?;
        Some(match kind {
            "item" => Self::Item(id),
            "headline" => Self::Headline(id),
            "explanation" => Self::Explanation(id),
            "note" => Self::Note(id),
            "claim" => Self::Claim(id),
            "number" => Self::Number(id),
            _ => return None,
        })
    }

    /// The tag; `None` where the id is too long for one.
    pub fn tag(self) -> Option<String> {
        let (kind, id) = match self {
            Self::Item(id) => ("item", id),
            Self::Headline(id) => ("headline", id),
            Self::Explanation(id) => ("explanation", id),
            Self::Note(id) => ("note", id),
            Self::Claim(id) => ("claim", id),
            Self::Number(id) => ("number", id),
        };
        let tag = format!("{PREFIX}{kind}/{id}");
        // Word counts in UTF-16.
        (tag.encode_utf16().count() <= LONGEST).then_some(tag)
    }
}

/// The tag of an item.
pub fn item(id: &str) -> Option<String> {
    Tagged::Item(id).tag()
}

/// The tag of a claim.
pub fn claim(id: &str) -> Option<String> {
    Tagged::Claim(id).tag()
}

/// The tag of a number.
pub fn number(id: &str) -> Option<String> {
    Tagged::Number(id).tag()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_says_what_it_was_made_of() {
        for tagged in [Tagged::Item("figur-02"), Tagged::Note("a/b"), Tagged::Claim("BR-003"), Tagged::Number("x")] {
            assert_eq!(tagged.tag().as_deref().and_then(Tagged::read), Some(tagged));
        }
        assert_eq!(item("figur-02").as_deref(), Some("insats:item/figur-02"));
        assert_eq!([Tagged::read("insats:report"), Tagged::read("other:item/x")], [None, None]);
    }

    #[test]
    fn no_tag_is_longer_than_word_takes() {
        // `insats:item/` has twelve characters.
        assert_eq!(item(&"a".repeat(52)).map(|tag| tag.len()), Some(64));
        assert_eq!(item(&"a".repeat(53)), None);
    }
}
