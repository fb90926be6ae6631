//! How like a column's name is to a declared pattern with `{n}` and `{option}`.

use std::sync::OnceLock;

use regex::Regex;

use crate::read::plain;

/// A pattern in the forms that names are compared with.
pub(super) struct Form {
    pattern: String,
    /// Made when the first name comes that may match it: most names of an export match no pattern.
    loose: OnceLock<Option<Regex>>,
    /// The words before `{option}` (all of them where there is none) and behind it, every number as `#`.
    before: Vec<String>,
    after: Vec<String>,
    has_option: bool,
}

impl Form {
    pub(super) fn new(pattern: &str) -> Self {
        let pattern = plain(pattern);
        let marked = pattern.replacen("{n}", " 1 ", 1);
        let (before, after) = marked.split_once("{option}").unwrap_or((&marked, ""));
        Self {
            loose: OnceLock::new(),
            before: words(before, false),
            after: words(after, false),
            has_option: pattern.contains("{option}"),
            pattern,
        }
    }

    /// A name that matches but for case, spaces, dashes and punctuation, as the pattern spells it.
    pub(super) fn spelled(&self, name: &str) -> Option<String> {
        if !has_letters_of(&self.pattern, name) {
            return None;
        }
        let found = self.loose.get_or_init(|| loose(&self.pattern)).as_ref()?.captures(name)?;
        if self.has_option
            && adds_words(
                &self.pattern,
                found.name("between").map(|m| m.as_str()),
                found.name("option").map(|m| m.as_str()),
            )
        {
            return None;
        }
        let number = found.name("n").map_or("", |n| n.as_str());
        let option = found.name("option").map_or("", |o| o.as_str()).trim();
        let closing = self.pattern.split_once("{option}").is_some_and(|(_, rest)| rest.starts_with([']', ')', '}']));
        let option = match option.strip_suffix([']', ')', '}']) {
            Some(inner) if closing => inner,
            _ => option.trim_end_matches([':', '.', ';', ' ']),
        };
        (!self.has_option || !option.is_empty())
            .then(|| plain(&self.pattern.replacen("{n}", number, 1).replacen("{option}", option, 1)))
    }
}

/// Whether a name goes on with words where a sign parts the pattern's words from the option, and has the sign further on:
/// "Hur viktigt är det? – Polis" is no "Hur viktigt? – {option}".
fn adds_words(pattern: &str, between: Option<&str>, option: Option<&str>) -> bool {
    let (Some(between), Some(option)) = (between, option) else { return false };
    let front = pattern.split("{option}").next().unwrap_or_default();
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let parts = front.trim_end().ends_with(is_sign);
    let goes_on = option.contains(['?', ':']) || option.split_whitespace().any(|word| word.chars().all(is_sign));
    parts && !between.contains(is_sign) && goes_on
}

/// Whether a name begins and ends with the letters and digits of a pattern, whatever stands between them, so that it may match.
fn has_letters_of(pattern: &str, name: &str) -> bool {
    let Some(open) = pattern.find('{').filter(|_| pattern.contains("{n}") || pattern.contains("{option}")) else {
        return letters(pattern).eq(letters(name));
    };
    let closed = pattern.rfind('}').map_or(pattern.len(), |last| last + 1);
    let begins = {
        let mut own = letters(name);
        letters(&pattern[..open]).all(|letter| own.next() == Some(letter))
    };
    let mut own = letters(name).rev();
    begins && letters(&pattern[closed..]).rev().all(|letter| own.next() == Some(letter))
}

/// Letters and digits, those alike that differ only in case.
fn letters(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().filter(|c| c.is_alphabetic() || c.is_ascii_digit()).map(|c| match c {
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        _ => lower(upper(c)),
    })
}

fn upper(c: char) -> char {
    one(c.to_uppercase()).unwrap_or(c)
}

fn lower(c: char) -> char {
    one(c.to_lowercase()).unwrap_or(c)
}

fn one(mut chars: impl ExactSizeIterator<Item = char>) -> Option<char> {
    if chars.len() == 1 { chars.next() } else { None }
}

/// A pattern that leaves open what stands between words, and their case.
fn loose(pattern: &str) -> Option<Regex> {
    const BETWEEN: &str = r"[\W_]*";
    let mut form = format!("(?i)^{BETWEEN}");
    let mut rest = pattern;
    let mut between = false;
    while let Some(first) = rest.chars().next() {
        if let Some(behind) = rest.strip_prefix("{n}") {
            form += &format!(r"{BETWEEN}(?P<n>\d{{1,4}}){BETWEEN}");
            (rest, between) = (behind, false);
        } else if let Some(behind) = rest.strip_prefix("{option}") {
            // Something must part the question from its option, or it may be another word.
            form += if between { r"(?P<between>[\W_]+)(?P<option>[^\W_].*)" } else { "(?P<option>.+)" };
            // What stands behind an option and is no word belongs to it, or is taken off later.
            (rest, between) = (behind, false);
        } else if first.is_alphanumeric() {
            if between {
                form += BETWEEN;
            }
            form += &regex::escape(&first.to_string());
            (rest, between) = (&rest[first.len_utf8()..], false);
        } else {
            (rest, between) = (&rest[first.len_utf8()..], true);
        }
    }
    Regex::new(&format!("{form}{BETWEEN}$")).ok()
}

/// The words of a name in lower case, every number as `#`; numbers may also be written out.
fn words(name: &str, written_out: bool) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in name.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        // "insats3" is a word and a number.
        let mut at = 0;
        for (position, pair) in
            word.char_indices().zip(word.chars().skip(1)).map(|((p, a), b)| (p + a.len_utf8(), (a, b)))
        {
            if pair.0.is_numeric() != pair.1.is_numeric() {
                words.push(word[at..position].to_owned());
                at = position;
            }
        }
        words.push(word[at..].to_owned());
    }
    for word in &mut words {
        if word.chars().all(char::is_numeric) || written_out && is_number_word(word) {
            "#".clone_into(word);
        }
    }
    words
}

/// Whether a word says a number: in Swedish, as a cardinal or ordinal, in Roman digits, or as a letter after `insats`.
fn is_number_word(word: &str) -> bool {
    const WORDS: [&str; 48] = [
        "en", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "första",
        "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "one", "two", "three",
        "four", "five", "first", "second", "third", "fourth", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix",
        "x", "a", "b", "c", "d", "e", "f",
    ];
    WORDS.contains(&word)
}

/// How like a name is to a pattern that it does not match, from 0 to 1; `None` where nobody would take it for a slip.
/// `fits`: its cells are marks or answers of the question.
pub(super) fn resembles(name: &str, form: &Form, fits: bool) -> Option<f64> {
    [false, true]
        .into_iter()
        .filter_map(|written_out| likeness(&words(name, written_out), form, fits))
        .max_by(f64::total_cmp)
}

fn likeness(words: &[String], form: &Form, fits: bool) -> Option<f64> {
    const NEAR: f64 = 0.85;
    const NEAR_WITH_ANSWERS: f64 = 0.75;
    const SHORTEST: usize = 4;
    if form.has_option {
        let near = if fits { NEAR_WITH_ANSWERS } else { NEAR };
        let front = beginning(words, &form.before).filter(|_| length(&form.before) >= SHORTEST);
        let back = ending(words, &form.after).filter(|_| length(&form.after) >= SHORTEST);
        return [front, back].into_iter().flatten().max_by(f64::total_cmp).filter(|like| *like >= near);
    }
    let mut like = alike(words, &form.before).max(alike(&sorted(words), &sorted(&form.before)));
    if form.before.iter().any(|word| word == "#") && !words.iter().any(|word| word == "#") {
        // The number is missing, as that of a first block may be.
        let bare: Vec<String> = form.before.iter().filter(|word| *word != "#").cloned().collect();
        like = like.max(alike(words, &bare));
    }
    // A name with something added, as "(rättat)".
    if length(&form.before) >= SHORTEST && words.len() > form.before.len() && words.starts_with(&form.before) {
        like = like.max(NEAR);
    }
    Some(like).filter(|like| *like >= NEAR)
}

/// The words in another order, as in "tredje insatsen".
fn sorted(words: &[String]) -> Vec<String> {
    let mut words = words.to_vec();
    words.sort_unstable();
    words
}

fn length(words: &[String]) -> usize {
    words.iter().map(|word| word.chars().count()).sum()
}

/// How like the first words are to a pattern's beginning, with a word more or less.
fn beginning(words: &[String], pattern: &[String]) -> Option<f64> {
    let counts = pattern.len().saturating_sub(1).max(1)..=pattern.len() + 1;
    counts.filter(|count| *count < words.len()).map(|count| alike(&words[..count], pattern)).max_by(f64::total_cmp)
}

fn ending(words: &[String], pattern: &[String]) -> Option<f64> {
    let counts = pattern.len().saturating_sub(1).max(1)..=pattern.len() + 1;
    let from = counts.filter_map(|count| words.len().checked_sub(count).filter(|from| *from > 0));
    from.map(|from| alike(&words[from..], pattern)).max_by(f64::total_cmp)
}

/// From 0 to 1, without regard to what stands between the words.
fn alike(a: &[String], b: &[String]) -> f64 {
    let (a, b) = (a.concat(), b.concat());
    // Most names differ in more letters than any slip would; counting them is much cheaper than comparing.
    if may_be_near(a.as_bytes(), b.as_bytes()) { strsim::normalized_damerau_levenshtein(&a, &b) } else { 0.0 }
}

/// Whether so few bytes are in one text only that the two may be near.
fn may_be_near(a: &[u8], b: &[u8]) -> bool {
    const MOST: usize = 2;
    let mut balance = [0_i64; 256];
    a.iter().for_each(|byte| balance[usize::from(*byte)] += 1);
    b.iter().for_each(|byte| balance[usize::from(*byte)] -= 1);
    let apart: u64 = balance.iter().map(|count| count.unsigned_abs()).sum();
    // A letter that is exchanged is counted on both sides, and some take two bytes.
    apart as usize <= a.len().max(b.len()) / MOST + MOST
}

/// The name with its block's number as `{n}`, where it has the words that a pattern puts around that number.
pub(super) fn block_frame(name: &str, form: &Form) -> Option<String> {
    let (front, back) = form.pattern.split_once("{n}")?;
    let own = words(name, false);
    // The number stands at the front, as in "Insats 3: …", or at the end, as in "… [insats 3]".
    let leads = back.chars().any(char::is_alphanumeric);
    let number = form.before.iter().position(|word| word == "#")?;
    let framed = if leads {
        front.chars().any(char::is_alphanumeric) && own.starts_with(&form.before[..=number])
    } else {
        number > 0 && own.ends_with(&form.before[number - 1..=number])
    };
    framed.then(|| with_number(name, leads))
}

/// A name with its first, or last, number as `{n}`.
fn with_number(name: &str, first: bool) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    let from = if first {
        name.find(is_digit)
    } else {
        name.trim_end_matches(|c| !is_digit(c))
            .rfind(|c| !is_digit(c))
            .map(|at| at + name[at..].chars().next().map_or(1, char::len_utf8))
    };
    let Some(from) = from else { return name.to_owned() };
    let to = name[from..].find(|c| !is_digit(c)).map_or(name.len(), |length| from + length);
    format!("{}{{n}}{}", &name[..from], &name[to..])
}

/// Whether a name says that the column holds what was written beside the options, in words.
pub(super) fn is_other(name: &str) -> bool {
    const OTHER: [&str; 14] = [
        "annat",
        "annan",
        "andra",
        "övrigt",
        "övriga",
        "other",
        "nämligen",
        "kommentar",
        "kommentarer",
        "motivera",
        "beskriv",
        "specificera",
        "ange",
        "fritext",
    ];
    words(name, false).iter().any(|word| OTHER.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_in_case_space_and_punctuation_is_spelled_as_declared() {
        let cases = [
            ("Insats {n}: Kronor", "Insats3: Kronor", Some("Insats 3: Kronor")),
            ("Insats {n}: Kronor", "insats 12 - KRONOR", Some("Insats 12: Kronor")),
            ("Insats {n}: Kronor", "Insats 3: Kronor (rättat)", None),
            ("Insats {n}: Kronor", "Insats tre: Kronor", None),
            ("Hur viktigt? – {option}", "hur viktigt?: Polis", Some("Hur viktigt? – Polis")),
            ("Hur viktigt? – {option}", "Hur viktigt? Polis", Some("Hur viktigt? – Polis")),
            ("Hur viktigt? – {option}", "Hur viktigtast", None),
            (
                "Med vem? [{option}]",
                "Med vem? (Enskilda (t.ex. anhöriga))",
                Some("Med vem? [Enskilda (t.ex. anhöriga)]"),
            ),
            ("Vad ni gjorde [insats {n}]", "Vad ni gjorde (insats 3)", Some("Vad ni gjorde [insats 3]")),
        ];
        for (pattern, name, expected) in cases {
            assert_eq!(Form::new(pattern).spelled(name).as_deref(), expected, "{name:?} as {pattern:?}");
        }
    }

    /// A name that the pattern of words and signs takes is never passed over for its letters.
    #[test]
    fn names_that_match_have_the_letters() {
        let patterns =
            ["Insats {n}: Kronor", "ſtraße {n} [{option}]", "K {option} É²", "a{x} b", "{n}", "İ ß {n}", "10 µg"];
        let names = [
            "insats 3 kronor",
            "STRAẞE 2 – polis",
            "Straße 12: b]",
            "k Å é²",
            "A{X} B",
            "a x b",
            "7",
            "i ß 1",
            "İ ẞ 4",
            "10 μG",
            "10²µg",
        ];
        let mut matched = 0;
        for pattern in patterns {
            let regex = loose(&plain(pattern)).expect("a pattern");
            for name in names.map(plain).iter().filter(|name| regex.is_match(name)) {
                matched += 1;
                assert!(has_letters_of(&plain(pattern), name), "{name:?} as {pattern:?}");
            }
        }
        assert!(matched >= patterns.len(), "{matched}");
    }

    #[test]
    fn slips_resemble_and_other_names_do_not() {
        let near = [
            ("Insats {n}: Kronor", "Insats tre: Kronor"),
            ("Insats {n}: Kronor", "Insats III: Kronor"),
            ("Insats {n}: Kronor", "Tredje insats: Kronor"),
            ("Insats {n}: Kronor", "Insats: Kronor"),
            ("Insats {n}: Kronor", "Isnats 3: Kronor"),
            ("Insats {n}: Kronor", "Insats 1: Kronor (rättat)"),
            ("Hur viktigt är det? – {option}", "Hur viktigt är de – Polis"),
            ("Målgrupp – {option}", "Målgrup – Barn"),
            ("Samverkan med kommunerna?", "Samverkan med komunerna"),
        ];
        for (pattern, name) in near {
            assert!(resembles(name, &Form::new(pattern), false).is_some(), "{name:?} as {pattern:?}");
        }
        let far = [
            ("Insats {n}: Kronor", "Insats 1: Kommentar"),
            ("Insats {n}: Kronor", "Kontaktperson"),
            ("Målgrupp – {option}", "Målgruppens storlek"),
            ("Insats-ID", "Insatsnr"),
            ("Hur samverkade ni?", "Hur länge?"),
        ];
        for (pattern, name) in far {
            assert_eq!(resembles(name, &Form::new(pattern), false), None, "{name:?} as {pattern:?}");
        }
    }

    #[test]
    fn columns_of_the_same_block_are_known_by_the_words_around_its_number() {
        let front = Form::new("Insats {n}: Kronor");
        assert_eq!(block_frame("Insats 12: Startdatum", &front).as_deref(), Some("Insats {n}: Startdatum"));
        assert_eq!(block_frame("Startdatum", &front), None);
        assert_eq!(block_frame("Insatser 2024", &front), None);
        let back = Form::new("Kronor [insats {n}]");
        assert_eq!(block_frame("Start 2024 [insats 3]", &back).as_deref(), Some("Start 2024 [insats {n}]"));
        assert_eq!(block_frame("Start 2024", &back), None);
    }
}
