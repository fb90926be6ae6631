//! Contact data inside texts: addresses of e-mail, telephone numbers, personal identity numbers and personal profiles. Messages,
//! what the console shows, and outputs have a mask in their place.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// What stands in a text in place of contact data.
pub const MASK: &str = "[…]";

/// A text without addresses of e-mail, telephone numbers and personal identity numbers.
pub fn without_contacts(text: &str) -> Cow<'_, str> {
    let found = contacts(text, false);
    if found.is_empty() {
        return text.into();
    }
    let (mut masked, mut at) = (String::with_capacity(text.len()), 0);
    for span in found {
        masked.push_str(&text[at..span.start]);
        masked.push_str(MASK);
        at = span.end;
    }
    (masked + &text[at..]).into()
}

/// Where contact data stand in a text; among ids, only numbers with a right check digit are personal identity numbers.
pub fn contacts(text: &str, in_ids: bool) -> Vec<Range<usize>> {
    found(text, in_ids).into_iter().map(|(span, _)| span).collect()
}

/// Contact data that a text which somebody wrote to be read may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Whether an address of e-mail is there: an office may have a public one.
    pub address: bool,
    /// Whether anything else is there: a telephone or identity number, a login, a profile.
    pub person: bool,
}

/// What contact data stand in a text.
pub fn told(text: &str) -> Told {
    let all = found(text, false);
    let any = |wanted: bool| all.iter().any(|(_, is_address)| *is_address == wanted);
    Told { address: any(true), person: any(false) }
}

/// Where contact data stand, each with whether it is an address of e-mail.
fn found(text: &str, in_ids: bool) -> Vec<(Range<usize>, bool)> {
    let Some(form) = FORM.as_ref().filter(|_| may_have(text)) else { return Vec::new() };
    let found = form.captures_iter(text).filter_map(|found| {
        let whole = found.get(0)?;
        let alone = stands_alone(text, &whole.range());
        let identity = || is_identity(whole.as_str(), in_ids);
        let is_address = ["mail", "spelt"].iter().any(|name| found.name(name).is_some());
        let is = match () {
            () if is_address || found.name("profile").is_some() => true,
            () if !alone => false,
            () if found.name("login").is_some() => true,
            () if found.name("phone").is_some() => is_phone(whole.as_str()) || identity(),
            () if found.name("hidden").is_some() => is_born(whole.as_str()),
            () => identity(),
        };
        is.then(|| (whole.range(), is_address))
    });
    found.collect()
}

/// The forms of contact data, with the signs that stand for `@`, hyphens and spaces.
static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let dot = r"(?:\.|\s?[(\[{]\s?(?:dot|punkt)\s?[)\]}]\s?|\s(?:dot|punkt)\s)";
    let at = r"(?:\s?[@\u{FF20}\u{FE6B}]\s?|\s?[(\[{<]\s?(?:at|a|@|snabel-?a)\s?[)\]}>]\s?|\s(?:snabel-?a)\s)";
    let name = r"[\p{L}\d._%+-]+(?:\s(?:dot|punkt)\s[\p{L}\d._%+-]+)?";
    let domain = format!(r"[\p{{L}}\d-]+(?:{dot}[\p{{L}}\d-]+)*{dot}\p{{L}}{{2,}}");
    let mail = format!(r"{name}{at}{domain}");
    // `at` is a word of English: alone in a cell, or where the points are spelt, too.
    let spelt_domain = r"[\p{L}\d-]+(?:\s(?:dot|punkt)\s[\p{L}\d-]+)*\s(?:dot|punkt)\s\p{L}{2,}";
    let spelt = format!(r"^\s*{name}\sat\s{domain}\s*$|{name}\sat\s{spelt_domain}");
    // Of health care, and of a domain of computers.
    let login = r"SE\d{10}-[A-Z\d]{4,20}|\p{L}{2,12}\\\p{L}{2,12}\d{1,6}";
    let profile = r"(?:https?://)?(?:[a-z]{2,3}\.)?(?:linkedin\.com/(?:in|pub)|orcid\.org)/[^\s,;)]+";
    let hyphen = r"[-\u{2010}-\u{2014}\u{2212}]";
    let phone = r"(?:(?:\+|00)\d{1,3}[\s-]?(?:\(0\)\s?)?[1-9]\d{0,2}|\(0[1-9]\d{0,2}\)|0[1-9]\d{0,2})(?:[\s/.\u{2010}-\u{2014}\u{2212}-]{1,3}\d{2,4}|\d){2,9}";
    let date = r"(?:19|20)?\d{2}(?:\d{4}|[-./]\d{2}[-./]\d{2})";
    let identity = format!(r"{date}(?:\s?(?:{hyphen}|\+)\s?|\s)?\d{{4}}");
    let hidden = format!(
        r"(?:{date}\s?(?:{hyphen}|\+)?\s?[xX*]{{4}}|(?:19|20)?\d{{6}}{hyphen}(?:TF\d{{2}}|[TRSUWXJKLMN]\d{{3}}))"
    );
    Regex::new(&format!(
        "(?i)(?<profile>{profile})|(?<mail>{mail})|(?<spelt>{spelt})|(?<login>{login})|(?<hidden>{hidden})|(?<phone>{phone})|(?<identity>{identity})"
    ))
    .ok()
});

/// Whether a text may have contact data: most have neither digits enough nor a sign of an address, and are passed over at a
/// glance.
fn may_have(text: &str) -> bool {
    const SIGNS: [&str; 13] = [
        "@",
        "\u{FF20}",
        "\u{FE6B}",
        "(at",
        "[at",
        "{at",
        "nabel",
        ".com/",
        "orcid.org/",
        "\\",
        " at ",
        " AT ",
        " At ",
    ];
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 6
        || SIGNS.iter().any(|sign| text.contains(sign))
        || ["(AT", "[AT", "(At", "[At", "( at", "[ at", "(a)", "[a]", "<at", "NABEL"]
            .iter()
            .any(|sign| text.contains(sign))
}

/// Whether no digit stands beside, not even beyond a space or a sign: then it is a piece of another number.
fn stands_alone(text: &str, span: &Range<usize>) -> bool {
    let joint = |c: &char| matches!(c, ' ' | '\u{a0}' | '-' | '.' | ',' | '/');
    let mut before = text[..span.start].chars().rev();
    let before = before.next().and_then(|nearest| if joint(&nearest) { before.next() } else { Some(nearest) });
    let after = text[span.end..].chars().next();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    !digit(before) && !digit(after) && !text[..span.start].chars().next_back().is_some_and(char::is_alphanumeric)
}

fn is_phone(text: &str) -> bool {
    static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        // A date, or a span of dates, whose years are of these centuries.
        Regex::new(r"^\d{2}[-/. ]\d{2}[-/. ](?:\d{4}$|(?:19|20)\d{2}\D)").ok()
    });
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    // A country's number makes it longer, and (0) behind it by one more.
    let (fewest, most) = match () {
        () if text.starts_with("00") => (11, 15),
        () if text.starts_with('+') => (9, 15),
        () => (8, 13),
    };
    (fewest..=most).contains(&digits) && !DATE.as_ref().is_some_and(|date| date.is_match(text))
}

/// Whether a code is a personal identity number, as those of sole traders are.
pub fn is_personal(code: &str) -> bool {
    code.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '+')) && is_identity(code, true)
}

/// Whether digits are a personal identity number: a date of birth, and the check digit where no sign stands before the last
/// four, signs stand inside the date, or the header is that of ids. Numbers of organisations have no month.
fn is_identity(text: &str, in_ids: bool) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
    let Some(ten) = digits.len().checked_sub(10).and_then(|from| digits.get(from..)) else { return false };
    let sum: u32 =
        ten.iter().zip([2, 1].into_iter().cycle()).map(|(d, times)| (d * times) / 10 + (d * times) % 10).sum();
    let signs = text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).count();
    let written = signs == 1 && !in_ids && !text.contains(['.', '/']);
    matches!(digits.len(), 10 | 12) && is_born(text) && (written || sum.is_multiple_of(10))
}

/// Whether a number begins with a date of birth, with or without the century; days of some are counted from 60.
fn is_born(text: &str) -> bool {
    let end = text.find(|c: char| c.is_alphabetic() || c == '*').unwrap_or(text.len());
    let digits: Vec<u32> = text[..end].chars().filter_map(|c| c.to_digit(10)).collect();
    let from = match digits.len() {
        8 | 12 => 4,
        _ => 2,
    };
    let two = |at: usize| Some(digits.get(at)? * 10 + digits.get(at + 1)?);
    let month = two(from).is_some_and(|month| (1..=12).contains(&month));
    month && two(from + 2).is_some_and(|day| (1..=31).contains(&day) || (61..=91).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_are_masked_in_every_spelling() {
        for text in [
            "anna.ek@example.org",
            "anna(at)example.org",
            "anna [at] example.org",
            "anna (at) example (punkt) org",
            "anna{at}example[dot]se",
            "anna snabel-a example.se",
            "anna @ example.se",
            "anna\u{FF20}example.se",
            "ANNA(AT)EXAMPLE.ORG",
            "0046701234567",
            "0046 70 123 45 67",
            "+46 (0)70-123 45 67",
            "+46(0)701234567",
            "+46701234567",
            "070-123 45 67",
            "070\u{2011}123 45 67",
            "070–1234567",
            "070.123.45.67",
            "(08) 123 45 67",
            "08-123 456 78",
            "811218-9876",
            "19811218-9876",
            "811218+9876",
            "8112189876",
            "198112189876",
            "811218 9876",
            "19811218 9876",
            "1981-12-18-9876",
            "811218–9876",
            "811218 - 9876",
            "811278-9873",
            "811218-XXXX",
            "19811218-****",
            "811218-T123",
            "linkedin.com/in/anna-ek",
            "https://www.linkedin.com/in/anna-ek-123",
            "anna.ek snabel-a example punkt se",
            "anna punkt ek snabel-a region punkt example punkt se",
            "ANNA.EK SNABEL-A EXAMPLE PUNKT SE",
            "anna.ek (at) example punkt se",
            "anna.ek at example dot org",
            "SE2321000131-P000000012345",
            "REG\\annek01",
        ] {
            assert_eq!(without_contacts(text), MASK, "{text}");
            let inside = format!("Fråga {text}, om skolan.");
            assert_eq!(without_contacts(&inside), format!("Fråga {MASK}, om skolan."), "{text}");
        }
    }

    #[test]
    fn numbers_and_texts_that_are_no_contact_data_stay() {
        assert_eq!(without_contacts("anna at region.se"), MASK);
        for text in [
            "We met at www.example.org",
            "Öppet och\\eller stängt",
            "På en punkt har vi ändrat",
            "@home punkt och slut",
            "1 000 000 kr",
            "0–6 år",
            "2024-01-15",
            "2024-01-15 14.30",
            "2024-01-15--2024-06-30",
            "Dnr 12.3-1234/2024",
            "dnr 2024-01234",
            "10 070 123 456 kr",
            "212000-0142",
            "232100-0016",
            "01.02.2024",
            "01.02.2024-31.12.2024",
            "01/02/2024 – 31/12/2024",
            "2024-01-15 R10",
            "240115 S123",
            "+12 345 678 kr",
            "0012345678",
            "2023/2024",
            "450 000 – 1 250 000",
            "alternativ (a) eller (b)",
            "Barn (a) unga.",
            "20241231",
            "2024-2025",
            "www.example.org/sida",
        ] {
            assert_eq!(without_contacts(text), text);
        }
    }
}
