//! The page, which stands in the program itself: its markup, its style and its script.

use crate::wording::Language;

use super::words::words;

/// The markup; `{{key}}` in it is a word of the page.
const MARKUP: &str = include_str!("page/index.html");
/// What `/app.css` answers.
pub const STYLE: &str = concat!(
    include_str!("page/base.css"),
    include_str!("page/app.css"),
    include_str!("page/coding.css"),
    include_str!("page/panel.css"),
    include_str!("page/views.css"),
    include_str!("page/settings.css"),
);
/// What `/app.js` answers: one module, whose last part starts it.
pub const SCRIPT: &str = concat!(
    include_str!("page/base.js"),
    include_str!("page/codes.js"),
    include_str!("page/texts.js"),
    include_str!("page/panel.js"),
    include_str!("page/built.js"),
    include_str!("page/list.js"),
    include_str!("page/keys.js"),
    include_str!("page/flow.js"),
    include_str!("page/coding.js"),
    include_str!("page/alike.js"),
    include_str!("page/settle.js"),
    include_str!("page/progress.js"),
    include_str!("page/rule.js"),
    include_str!("page/help.js"),
    include_str!("page/app.js"),
);

/// The markup in a language: `{{key}}` becomes the word of that key, `{{language}}` the tag of the language.
pub fn markup(language: Language) -> String {
    let words = words(language);
    let mut parts = MARKUP.split("{{");
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (key, rest) = part.split_once("}}").unwrap_or((part, ""));
        let word = if key == "language" { Some(language.word()) } else { words.get(key).map(String::as_str) };
        page += &escaped(word.unwrap_or(key));
        page += rest;
    }
    page
}

/// A text as markup shows it, also within quotation marks.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_markup_is_filled_with_a_word() {
        for (_, language) in Language::WORDS {
            let page = markup(language);
            assert!(!page.contains("{{") && !page.contains("}}"), "{page}");
            let keys = MARKUP.split("{{").skip(1).filter_map(|part| part.split_once("}}")).map(|(key, _)| key);
            for key in keys.filter(|key| *key != "language") {
                assert!(words(language).contains_key(key), "{key} is no word");
            }
        }
    }

    #[test]
    fn what_markup_means_is_shown() {
        assert_eq!(escaped("<b> & \"it's\""), "&lt;b&gt; &amp; &quot;it&#39;s&quot;");
    }
}
